"""The merge view: cards are decided by keys, what is taken over is shown, and one step comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from igfeditor.errors import sentence
from igfeditor.gui import merge_deeds
from igfeditor.gui.dialogs.merge import MergeDialog
from igfeditor.gui.dialogs.merge_ask import MergeAsk
from igfeditor.gui.dialogs.merge_list import LINE_ROLE, Line, MergeList
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.theme import Icon
from igfeditor.model import edits, rows
from igfeditor.model.agenda import Agenda
from igfeditor.model.tree import tree_of
from igfeditor.services.deciding import Deciding
from igfeditor.services.session import Session
from igfeditor.storage.project_file import save_project
from tests.agendas import a_day, a_slot, a_sub_item, an_agenda, an_item
from tests.gui.test_accessibility import nameless

OK = QDialogButtonBox.StandardButton.Ok
Change = Callable[[Agenda], Agenda]


def base() -> Agenda:
    """Three items with Arabic, the first with three sub-items."""
    points = [a_sub_item(f"Point {name}", ar="نقطة", name=name) for name in ("c1", "c2", "c3")]
    return an_agenda(
        a_day(
            a_slot(an_item("Opening of the meeting", *points, ar="افتتاح الاجتماع", name="i1"), name="s1"),
            a_slot(an_item("Report of the group", ar="تقرير الفريق", name="i2"), start="10:00", name="s2"),
            a_slot(an_item("Closing", ar="اختتام", name="i3"), start="11:00", name="s3"),
        )
    )


def title(node: str, words: str, language: str = "en") -> Change:
    return lambda agenda: edits.set_text(agenda, node, "title", language, words)


def changed(*changes: Change) -> Agenda:
    agenda = base()
    for change in changes:
        agenda = change(agenda)
    return agenda


def mine() -> Agenda:
    return changed(
        title("i1", "Opening of the **annual** meeting"), title("i2", "تقرير الفريق العامل", "ar"),
        lambda agenda: rows.move_up(agenda, ["c3"]), lambda agenda: edits.set_slot(agenda, "s3", kind="ceremony"),
    )  # fmt: skip


def theirs() -> Agenda:
    return changed(
        title("i1", "Opening of the formal meeting"), title("i2", "تقرير الفريق الخاص", "ar"),
        lambda agenda: rows.move_down(agenda, ["c1"]), lambda agenda: edits.set_slot(agenda, "s3", kind="social"),
        title("i3", "Closing remarks"), lambda agenda: rows.duplicate(agenda, ["s2"]),
    )  # fmt: skip


def said(agenda: Agenda, node: str, language: str = "en") -> str:
    return tree_of(agenda).text(node, "title").wording(language)


Show = Callable[..., MergeDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show the dialog of some versions."""

    def shown(one: Agenda | None = None, other: Agenda | None = None, language: str = "en") -> MergeDialog:
        deciding = Deciding(base(), one or mine(), other or theirs())
        dialog = MergeDialog(deciding, "comments.agenda.json", language)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog

    return shown


def lines(view: MergeList) -> list[tuple[str, str]]:
    return [
        (line.head, line.tail) for line in (view.rows.index(row).data(LINE_ROLE) for row in range(view.rows.rowCount()))
    ]


def card_of(dialog: MergeDialog, head: str) -> None:
    """Stand on the card of a place."""
    dialog.cards.stand_on([line for line, _ in lines(dialog.cards)].index(head))


def lit(version: object) -> list[str]:
    """Give the words that are lit in a version."""
    return [one.cursor.selectedText() for one in version.text.extraSelections()]  # type: ignore[attr-defined]


ENGLISH = "Day 1, 09:00, item 1 (English)"
ARABIC = "Day 1, 10:00, row 2, item 2 (Arabic)"
ORDER = "Day 1, 09:00, item 1, order of the rows"
KIND = "Day 1, 11:00, kind"


class TestCards:
    def test_each_thing_that_both_changed_is_one(self, show: Show) -> None:
        dialog = show()
        assert sorted(lines(dialog.cards)) == sorted((head, "not decided") for head in (ENGLISH, ARABIC, ORDER, KIND))
        assert dialog.counter.text() == "Changed in both: 0 of 4 decided"
        assert "4 cards" in dialog.left.text()

    def test_a_text_stands_in_the_direction_of_its_language(self, show: Show) -> None:
        dialog = show()
        card_of(dialog, ARABIC)
        for version in (dialog.card.base, dialog.card.mine, dialog.card.theirs):
            assert version.text.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
        card_of(dialog, ENGLISH)
        assert dialog.card.base.text.toPlainText() == "Opening of the meeting"
        assert dialog.card.mine.text.document().defaultTextOption().textDirection() is Qt.LayoutDirection.LeftToRight

    def test_the_words_that_one_side_alone_says_are_lit(self, show: Show) -> None:
        dialog = show()
        card_of(dialog, ENGLISH)
        assert (lit(dialog.card.mine), lit(dialog.card.theirs)) == (["annual"], ["formal"])
        assert lit(dialog.card.base) == []

    def test_where_both_wrote_anew_only_what_parts_them_is_lit(self, show: Show) -> None:
        dialog = show(changed(title("i1", "All is new here")), changed(title("i1", "All is new there")))
        assert (lit(dialog.card.mine), lit(dialog.card.theirs)) == (["here"], ["there"])

    def test_no_light_stays_on_the_next_card(self, show: Show) -> None:
        dialog = show()
        card_of(dialog, ENGLISH)
        card_of(dialog, KIND)
        assert (lit(dialog.card.mine), lit(dialog.card.theirs)) == ([], [])

    def test_an_order_is_shown_by_its_rows(self, show: Show) -> None:
        dialog = show()
        card_of(dialog, ORDER)
        assert dialog.card.mine.text.toPlainText().splitlines() == ["• Point c1", "• Point c3", "• Point c2"]
        assert dialog.card.choices["edit"].isHidden()
        assert all(words.startswith("• Point ") for words in lit(dialog.card.mine))

    def test_a_value_is_called_as_the_forms_call_it(self, show: Show) -> None:
        dialog = show()
        card_of(dialog, KIND)
        versions = (dialog.card.base, dialog.card.mine, dialog.card.theirs)
        assert [version.text.toPlainText() for version in versions] == ["session", "ceremony", "social event"]

    def test_plain_words_are_no_markup(self, show: Show) -> None:
        dialog = show(
            changed(lambda agenda: edits.set_meeting(agenda, symbol="A/**1**")),
            changed(lambda agenda: edits.set_meeting(agenda, symbol="A/[^2]")),
        )
        assert dialog.card.mine.text.toPlainText() == "A/**1**"
        assert dialog.card.theirs.text.toPlainText() == "A/[^2]"

    def test_a_read_text_cannot_be_typed_into(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        card_of(dialog, ENGLISH)
        qtbot.keyClicks(dialog.card.mine.text, "X")
        assert dialog.card.mine.text.toPlainText() == "Opening of the annual meeting"


class TestChoosing:
    def test_by_mouse(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        card_of(dialog, ENGLISH)
        button = dialog.card.choices["theirs"]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
        assert (ENGLISH, "theirs") in lines(dialog.cards)
        assert dialog.counter.text() == "Changed in both: 1 of 4 decided"

    @pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_1, "mine"), (Qt.Key.Key_2, "theirs")])
    def test_by_keys(self, show: Show, qtbot: QtBot, key: Qt.Key, expected: str) -> None:
        dialog = show()
        for head in (ENGLISH, ORDER):
            card_of(dialog, head)
            qtbot.keyClick(dialog.cards, key, Qt.KeyboardModifier.ControlModifier)
            assert (head, expected) in lines(dialog.cards)
            assert dialog.card.choices[expected].isChecked()

    def test_other_words_begin_with_the_chosen_side(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        card_of(dialog, ENGLISH)
        qtbot.keyClick(dialog.cards, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(dialog.cards, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        editor = dialog.card.editor
        assert editor.hasFocus()
        assert editor.toPlainText() == "Opening of the formal meeting"
        editor.moveCursor(QTextCursor.MoveOperation.End)
        qtbot.keyClicks(editor, " today")
        assert (ENGLISH, "other words") in lines(dialog.cards)
        dialog.accept()
        assert dialog.merged is not None
        assert said(dialog.merged.agenda, "i1") == "Opening of the formal meeting today"

    def test_other_words_keep_their_marks_and_have_an_undo(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        card_of(dialog, ENGLISH)
        dialog.card.choose("edit")
        editor = dialog.card.editor
        qtbot.keyClicks(editor, "X")
        assert editor.stored.startswith("XOpening of the **annual**")
        qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert editor.stored == "Opening of the **annual** meeting"

    def test_other_words_come_back_with_their_card(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        card_of(dialog, ENGLISH)
        dialog.card.choose("edit")
        qtbot.keyClicks(dialog.card.editor, "Yes ")
        card_of(dialog, ARABIC)
        assert dialog.card.editor.isHidden()
        dialog.card.choose("edit")
        assert dialog.card.editor.toPlainText() == "تقرير الفريق العامل"
        card_of(dialog, ENGLISH)
        assert dialog.card.editor.toPlainText() == "Yes Opening of the annual meeting"

    def test_only_a_text_has_other_words(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        card_of(dialog, KIND)
        qtbot.keyClick(dialog.cards, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        assert (KIND, "not decided") in lines(dialog.cards)

    def test_what_is_left_is_decided_at_once(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        card_of(dialog, ENGLISH)
        dialog.card.choose("mine")
        qtbot.mouseClick(dialog.all_theirs, Qt.MouseButton.LeftButton)
        assert sorted(tail for _, tail in lines(dialog.cards)) == ["mine", "theirs", "theirs", "theirs"]
        assert dialog.counter.text() == "Changed in both: 4 of 4 decided"
        assert not dialog.all_mine.isEnabled()
        assert "All is decided" in dialog.left.text()

    def test_words_that_are_too_long_are_refused_and_stay_to_be_mended(self, show: Show) -> None:
        dialog = show()
        card_of(dialog, ENGLISH)
        dialog.card.choose("edit")
        dialog.card.editor.insertPlainText("a" * 20_001)
        assert "too long" in dialog.telling.text()
        assert dialog.card.editor.isVisible()


class TestKeys:
    def test_cards_follow_each_other_round_the_end(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        assert dialog.cards.row == 0
        for key, expected in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, 3), (Qt.Key.Key_Down, 0)):
            qtbot.keyClick(dialog, key, Qt.KeyboardModifier.ControlModifier)
            assert dialog.cards.row == expected

    def test_the_next_open_card_comes_by_enter_and_nothing_is_merged_by_it(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        qtbot.keyClick(dialog.cards, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        dialog.card.focus_choice()
        qtbot.keyClick(dialog.card.choices["mine"], Qt.Key.Key_Return)
        assert dialog.cards.row == 1
        qtbot.keyClick(dialog.cards, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.cards.row == 2
        assert dialog.isVisible()

    def test_with_all_decided_enter_leads_to_the_button_and_by_it_to_the_merge(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        dialog.all_mine.click()
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        button = dialog.buttons.button(OK)
        assert button.hasFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert dialog.merged is not None

    def test_enter_presses_the_button_that_it_is_struck_on(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        dialog.all_theirs.setFocus()
        qtbot.keyClick(dialog.all_theirs, Qt.Key.Key_Return)
        assert {tail for _, tail in lines(dialog.cards)} == {"theirs"}
        assert dialog.isVisible()

    def test_the_next_open_card_comes_by_mouse(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        dialog.card.choose("mine")
        dialog.cards.stand_on(3)
        qtbot.mouseClick(dialog.card.next, Qt.MouseButton.LeftButton)
        assert dialog.cards.row == 1

    def test_enter_on_a_card_leads_to_its_choice(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        qtbot.keyClick(dialog.cards, Qt.Key.Key_Return)
        assert dialog.card.choices["mine"].hasFocus()

    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_every_control_is_named(self, window: MainWindow, show: Show, language: str) -> None:
        window.speak(language)
        dialog = show(language=language)
        dialog.cards.stand_on(0)
        dialog.card.choose("edit")
        assert nameless(dialog) == []


class TestWhatIsTaken:
    def test_is_listed_with_its_deed(self, show: Show) -> None:
        dialog = show()
        assert ("changed: Day 1, 11:00, item 4 (English)", "Closing remarks") in lines(dialog.taken)
        assert any(head.startswith("added: Day 1, 10:00") for head, _ in lines(dialog.taken))
        assert "2 changes" in dialog.taken_head.text()

    def test_is_shown_as_it_was_and_is_and_in_the_window(self, show: Show, qtbot: QtBot) -> None:
        dialog = show()
        row = [tail for _, tail in lines(dialog.taken)].index("Closing remarks")
        with qtbot.waitSignal(dialog.node_requested) as asked:
            place = dialog.taken.visualRect(dialog.taken.rows.index(row)).center()
            qtbot.mouseClick(dialog.taken.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert asked.args == ["i3"]
        assert dialog.card.mine.text.toPlainText() == "Closing"
        assert dialog.card.theirs.text.toPlainText() == "Closing remarks"
        assert lit(dialog.card.theirs) == ["remarks"]
        assert not dialog.card.choices["mine"].isVisible()

    def test_gives_room_to_the_cards_again(self, show: Show) -> None:
        dialog = show()
        dialog.taken.stand_on(0)
        dialog.card.choose("theirs")
        assert not dialog.cards.selectionModel().hasSelection()
        assert not dialog.card.choices["theirs"].isChecked()
        assert {tail for _, tail in lines(dialog.cards)} == {"not decided"}
        card_of(dialog, ENGLISH)
        assert dialog.card.choices["mine"].isVisible()
        assert not dialog.taken.selectionModel().hasSelection()

    def test_without_a_card_nothing_is_in_dispute(self, show: Show) -> None:
        dialog = show(one=base())
        assert dialog.left.text().startswith("Nothing is in dispute: what is listed")
        assert dialog.cards.isHidden() or not dialog.cards.isVisible()
        assert not dialog.all_mine.isVisible()
        assert dialog.taken.row == 0

    def test_without_anything_new_that_is_said(self, show: Show) -> None:
        dialog = show(other=base())
        assert "nothing new" in dialog.left.text()


class TestTheModel:
    def test_keeps_the_rules_of_models(self, show: Show) -> None:
        dialog = show()
        for view in (dialog.cards, dialog.taken):
            QAbstractItemModelTester(view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, view)
        dialog.card.choose("theirs")
        dialog.all_mine.click()

    def test_says_only_rows_that_are_seen(self, qtbot: QtBot) -> None:
        view = MergeList("en")
        qtbot.addWidget(view)
        asked: list[int] = []

        def line(row: int) -> Line:
            asked.append(row)
            return Line(f"row {row}", "", Icon.ADD)

        view.rows.show_lines(10_000, line)
        view.resize(200, 200)
        view.show()
        QTest.qWait(20)
        assert 0 < len(set(asked)) < 50


class TestTheWindow:
    @pytest.fixture
    def opened(self, window: MainWindow) -> MainWindow:
        window.show_project(Session(mine()))
        return window

    @staticmethod
    def answer(monkeypatch: pytest.MonkeyPatch, deed: Callable[[MergeDialog], None]) -> None:
        def run(dialog: MergeDialog) -> int:
            dialog.show()
            deed(dialog)
            return dialog.result()

        monkeypatch.setattr(MergeDialog, "exec", run)

    def test_a_merge_is_one_step(self, opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        def decide(dialog: MergeDialog) -> None:
            dialog.all_theirs.click()
            dialog.buttons.button(OK).click()

        self.answer(monkeypatch, decide)
        before = opened.bridge.agenda
        assert merge_deeds.merge_into(opened, base(), theirs(), "comments.agenda.json")
        assert said(opened.bridge.agenda, "i1") == "Opening of the formal meeting"
        assert said(opened.bridge.agenda, "i3") == "Closing remarks"
        assert str(opened.bridge.session.history.undo_label) == "Merge with comments.agenda.json"
        assert "2 changes taken over, 0 conflicts left" in opened.statusBar().currentMessage()
        opened.bridge.undo()
        assert opened.bridge.agenda is before

    def test_cancelling_changes_nothing(self, opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        def leave(dialog: MergeDialog) -> None:
            dialog.all_theirs.click()
            dialog.reject()

        self.answer(monkeypatch, leave)
        before = opened.bridge.agenda
        assert not merge_deeds.merge_into(opened, base(), theirs(), "comments")
        assert opened.bridge.agenda is before
        assert opened.bridge.session.history.undo_label is None

    def test_undecided_cards_stay_mine(self, opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answer(monkeypatch, lambda dialog: dialog.buttons.button(OK).click())
        assert merge_deeds.merge_into(opened, base(), theirs(), "comments")
        assert said(opened.bridge.agenda, "i1") == "Opening of the **annual** meeting"
        assert "4 conflicts left" in opened.statusBar().currentMessage()
        assert said(opened.bridge.agenda, "i3") == "Closing remarks"

    def test_a_version_of_another_agenda_is_refused_in_a_sentence(self, opened: MainWindow) -> None:
        other = theirs().model_copy(update={"id": "another"})
        assert not merge_deeds.merge_into(opened, base(), other, "comments")
        assert "different agendas" in opened.statusBar().currentMessage()

    def test_what_is_taken_is_shown_in_the_tree(self, opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        def look(dialog: MergeDialog) -> None:
            dialog.taken.stand_on([tail for _, tail in lines(dialog.taken)].index("Closing remarks"))
            dialog.reject()

        self.answer(monkeypatch, look)
        merge_deeds.merge_into(opened, base(), theirs(), "comments")
        assert opened.bridge.current == "i3"

    def test_it_is_offered_where_something_may_be_changed(self, window: MainWindow) -> None:
        assert not window.actions_by_name["merge"].isEnabled()
        window.show_project(Session(mine()))
        assert window.actions_by_name["merge"].isEnabled()
        window.show_project(Session(mine(), read_only=True))
        assert not window.actions_by_name["merge"].isEnabled()


class TestAsking:
    @pytest.fixture
    def files(self, tmp_path: Path) -> dict[str, str]:
        made = {"base": base(), "theirs": theirs(), "other": theirs().model_copy(update={"id": "another"})}
        for name, agenda in made.items():
            save_project(agenda, tmp_path / f"{name}.agenda.json")
        (tmp_path / "damaged.agenda.json").write_text('{"format": ')
        return {name: str(tmp_path / f"{name}.agenda.json") for name in (*made, "damaged", "missing")}

    @pytest.fixture
    def asking(self, window: MainWindow, qtbot: QtBot) -> Iterator[MergeAsk]:
        window.show_project(Session(base()))
        window.bridge.apply(lambda _: mine(), sentence("Typing"))
        dialog = MergeAsk(window.bridge, "", window)
        dialog.show()
        yield dialog
        dialog.close()
        dialog.deleteLater()

    def test_the_saved_agenda_is_offered_as_the_base(self, asking: MergeAsk, files: dict[str, str]) -> None:
        assert asking.as_saved.isChecked()
        assert not asking.base.isEnabled()
        assert not asking.buttons.button(OK).isEnabled()
        asking.theirs.line.setText(files["theirs"])
        asking.buttons.button(OK).click()
        assert asking.result() == QDialog.DialogCode.Accepted
        assert asking.deciding is not None
        assert len(asking.deciding.cards) == 4
        assert asking.name == "theirs.agenda.json"

    def test_another_file_may_be_the_base(self, asking: MergeAsk, files: dict[str, str]) -> None:
        asking.theirs.line.setText(files["theirs"])
        asking.as_file.click()
        assert not asking.buttons.button(OK).isEnabled()
        asking.base.line.setText(files["theirs"])
        asking.buttons.button(OK).click()
        assert asking.deciding is not None
        assert asking.deciding.cards == ()

    @pytest.mark.parametrize(
        ("name", "words"), [("other", "different agendas"), ("damaged", "damaged"), ("missing", "missing")]
    )
    def test_what_does_not_go_together_is_said_and_stays_to_be_mended(
        self, asking: MergeAsk, files: dict[str, str], name: str, words: str
    ) -> None:
        asking.theirs.line.setText(files[name])
        asking.buttons.button(OK).click()
        assert asking.isVisible()
        assert words in asking.telling.text()
        asking.theirs.line.setText(files["theirs"])
        assert asking.telling.text() == ""

    def test_a_base_that_has_all_of_mine_is_told(self, window: MainWindow) -> None:
        window.show_project(Session(mine()))
        dialog = MergeAsk(window.bridge, "", window)
        labels = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "lets all of theirs win" in labels
        dialog.deleteLater()

    def test_a_file_is_chosen(self, asking: MergeAsk, files: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (files["theirs"], ""))
        asking.theirs.button.click()
        assert asking.theirs.path == Path(files["theirs"])

    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_every_control_is_named(self, window: MainWindow, asking: MergeAsk, language: str) -> None:
        window.speak(language)
        assert nameless(asking) == []

    def test_the_menu_leads_through_both_dialogs(
        self, window: MainWindow, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        window.show_project(Session(base()))
        window.bridge.apply(lambda _: mine(), sentence("Typing"))

        def ask(dialog: MergeAsk) -> int:
            dialog.theirs.line.setText(files["theirs"])
            dialog.accept()
            return dialog.result()

        def decide(dialog: MergeDialog) -> int:
            dialog.all_theirs.click()
            dialog.accept()
            return dialog.result()

        monkeypatch.setattr(MergeAsk, "exec", ask)
        monkeypatch.setattr(MergeDialog, "exec", decide)
        window.actions_by_name["merge"].trigger()
        assert said(window.bridge.agenda, "i1") == "Opening of the formal meeting"
