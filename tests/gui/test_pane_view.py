"""The edit panes: rows of both languages, a live pair over one of them, and the bridge below."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from igfeditor.errors import sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.pane_view import Panes
from igfeditor.gui.text_markup import pieces_of
from igfeditor.gui.theme import GRID
from igfeditor.language.marks import RLM
from igfeditor.language.markup import parse
from igfeditor.model.agenda import Agenda
from igfeditor.model.edits import set_sub_item
from igfeditor.model.hits import Spot
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.session import Session
from tests.agendas import a_day, a_note, a_slot, a_sub_item, a_text, agendas, an_agenda, an_item, large_agenda

Show = Callable[..., Panes]
CTRL = Qt.KeyboardModifier.ControlModifier


def small_agenda() -> Agenda:
    first = an_item("Opening", a_sub_item("Welcome", ar="ترحيب", name="c1"), ar="الافتتاح", name="i1")
    rows = (a_slot(first, end="10:00", name="s1"), a_slot(start="10:00", end="10:15", kind="break", name="s2"))
    other = a_day(a_slot(an_item("Closing", name="i2"), name="s3"), on="2026-02-10", name="d2")
    return an_agenda(a_day(*rows, name="d1", heading=a_text("First", "الأول")), other)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def make(agenda: Agenda | None = None, node: str = "i1") -> Panes:
        bridge = Bridge(Session(agenda or small_agenda()), "en")
        panes = Panes(bridge)
        bridge.setParent(panes)
        qtbot.addWidget(panes)
        panes.resize(900, 600)
        with qtbot.waitActive(panes):
            panes.show()
            panes.activateWindow()
        bridge.select(node)
        return panes

    return make


def bridge_of(panes: Panes) -> Bridge:
    return panes._bridge


def wording(panes: Panes, node: str, field: str, language: str) -> str:
    return bridge_of(panes).tree.text(node, field).wording(language)


def fields(panes: Panes) -> list[tuple[str, str]]:
    return [(line.node, line.field) for line in panes.lines.lines]


def write_in(panes: Panes, language: str) -> QWidget:
    editor = panes.pair.editors[language]
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    return editor


def type_letters(editor: QWidget, letters: str) -> None:
    """Press keys that Qt's own tester cannot: those beyond Latin-1."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(editor, event)


def click(qtbot: QtBot, panes: Panes, node: str, language: str) -> None:
    row = panes.lines.row_of(node)
    assert row is not None
    area = panes._stack.row(row).fields[language].area
    place = QPoint(int(area.center().x()), int(panes._stack.top(row) + area.center().y()) - panes.scrolled)
    qtbot.mouseClick(panes.viewport(), Qt.MouseButton.LeftButton, pos=place)


# what is shown


def test_the_day_of_the_current_node_is_shown(show: Show) -> None:
    panes = show()
    assert fields(panes) == [("d1", "heading"), ("s1", ""), ("i1", "title"), ("c1", "text"), ("s2", "label")]
    bridge_of(panes).select("i2")
    assert panes.current == ("i2", "title")
    bridge_of(panes).select(THE_MEETING)
    assert panes.current == (THE_MEETING, "title")


def test_a_slot_that_is_one_row_with_its_item_leads_to_the_items_title(show: Show) -> None:
    panes = show()
    bridge_of(panes).select("s2")
    assert panes.current == ("s2", "label")
    bridge_of(panes).select("s1")
    assert panes.current == ("i1", "title")


def test_keyboard_goes_to_the_translation_but_to_an_empty_source_first(show: Show) -> None:
    panes = show(node="c1")
    panes.setFocus()
    assert QApplication.focusWidget() is panes.pair.editors["ar"]
    bridge_of(panes).set_text("i2", "title", "en", "")
    bridge_of(panes).select("i2")
    panes.setFocus()
    assert QApplication.focusWidget() is panes.pair.editors["en"]


def test_english_is_left_and_arabic_right_also_in_a_mirrored_window(show: Show) -> None:
    panes = show()
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        panes.setLayoutDirection(direction)
        assert panes.pair.editors["en"].x() < panes.pair.editors["ar"].x()
    panes.set_mirrored(True)
    assert panes.pair.editors["en"].x() > panes.pair.editors["ar"].x()


def test_both_languages_of_a_row_stand_at_one_height(show: Show) -> None:
    panes = show()
    for row in range(len(panes.lines.lines)):
        english, arabic = panes._stack.row(row).sides
        assert english.area.top() + english.ascent == pytest.approx(arabic.area.top() + arabic.ascent)


def test_arabic_chips_stand_at_the_right_and_texts_begin_beside_them(show: Show) -> None:
    panes = show()
    row = panes.lines.row_of("i1")
    assert row is not None
    english, arabic = panes._stack.row(row).sides
    assert english.chip.rect.right() <= english.area.left()
    assert arabic.chip.rect.left() >= arabic.area.right()


@pytest.mark.parametrize("words", [1, 6, 30])
def test_minutes_stand_where_the_text_ends_in_both_languages(show: Show, words: int) -> None:
    point = a_sub_item("word " * words, ar="كلمة " * words, name="c1", minutes=5)
    panes = show(an_agenda(a_day(a_slot(an_item("a", point, ar="ب", name="i1"), name="s1"), name="d1")), "c1")
    row = panes.lines.row_of("c1")
    assert row is not None
    made = panes._stack.row(row)
    for side in made.sides:
        assert side.text is not None
        last = side.text.lineAt(side.text.lineCount() - 1)
        end = last.naturalTextWidth()
        is_beside = side.tail.rect.top() < side.area.top() + last.y() + last.height()
        room = (
            side.tail.rect.left() - side.area.left()
            if not side.side.is_rtl
            else side.area.right() - side.tail.rect.right()
        )
        assert room == pytest.approx(end + GRID if is_beside else 0)
        assert is_beside or end + 2 * GRID + side.tail.rect.width() > side.area.width() - GRID
        assert side.area.contains(side.tail.rect)
    assert made.sides[0].tail.words == "(5\u00a0min)"
    assert made.sides[0].tail.words in panes.pair.editors["en"].accessibleDescription()


def test_minutes_that_are_taken_away_are_gone_from_the_row(show: Show) -> None:
    point = a_sub_item("word", ar="كلمة", name="c1", minutes=5)
    panes = show(an_agenda(a_day(a_slot(an_item("a", point, ar="ب", name="i1"), name="s1"), name="d1")), "c1")
    bridge_of(panes).apply(lambda agenda: set_sub_item(agenda, "c1", minutes=None), sentence("Undo"))
    row = panes.lines.row_of("c1")
    assert row is not None
    assert not any(side.tail.words for side in panes._stack.row(row).sides)


def test_row_in_which_nobody_has_written_has_no_state_of_translation(show: Show) -> None:
    panes = show(node="s2")
    states, arabic = panes.pair.states, panes.pair.editors["ar"]
    assert panes.pair.is_shown
    assert states.isHidden()
    assert "not translated" not in arabic.accessibleDescription()
    bridge_of(panes).set_text("s2", "label", "en", "Coffee")
    assert states.isVisible()
    assert "not translated" in arabic.accessibleDescription()


@pytest.mark.parametrize("text", ["2026 سنة", "IGF 2026: الاجتماع"])
def test_painted_arabic_begins_at_the_right(show: Show, text: str) -> None:
    panes = show(an_agenda(a_day(a_slot(an_item("a", ar=text, name="i1"), name="s1"), name="d1")), "d1")
    row = panes.lines.row_of("i1")
    assert row is not None
    layout = panes._stack.row(row).fields["ar"].text
    assert layout is not None
    line = layout.lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(line.rect().right(), abs=4)


def test_painted_arabic_has_the_marks_of_output_and_pills_on_demand(show: Show) -> None:
    text = "الأمم المتحدة UN DESA، 14 شباط"
    panes = show(an_agenda(a_day(a_slot(an_item("a", ar=text, name="i1"), name="s1"), name="d1")), "d1")
    row = panes.lines.row_of("i1")
    assert row is not None
    assert RLM in panes._stack.row(row).fields["ar"].shown.text
    panes.show_marks(True)
    shown = panes._stack.row(row).fields["ar"].shown.text
    assert "RLM" in shown
    assert "LTR" in shown
    panes.grab()


def test_a_missing_translation_has_a_quiet_placeholder_and_a_break_its_word(show: Show) -> None:
    panes = show(node="i2")
    row = panes.lines.row_of("i2")
    assert row is not None
    arabic = panes._stack.row(row).fields["ar"]
    assert (arabic.shown.text, arabic.shown.is_quiet) == ("not translated", True)
    bridge_of(panes).select("s2")
    assert panes.pair.editors["en"].placeholder == "BREAK"
    assert panes.pair.editors["ar"].placeholder


def test_an_empty_text_says_in_both_languages_what_is_to_be_written(show: Show) -> None:
    panes = show(an_agenda(a_day(name="d1")), "d1")
    assert {editor.placeholder for editor in panes.pair.editors.values()} == {"Heading of the day"}
    bridge_of(panes).set_text("d1", "heading", "en", "First")
    assert panes.pair.editors["ar"].placeholder == "not translated"


def test_long_texts_wrap_and_the_row_grows(show: Show) -> None:
    panes = show()
    row = panes.row
    assert row is not None
    before = panes._stack.bottom(row) - panes._stack.top(row)
    bridge_of(panes).set_text("i1", "title", "en", "word " * 60)
    assert panes._stack.bottom(row) - panes._stack.top(row) > before + 30
    assert panes.pair.editors["en"].height() > 60


def test_an_empty_day_says_what_to_do_next(show: Show, qtbot: QtBot) -> None:
    panes = show(an_agenda(a_day(name="d1")), "d1")
    assert panes.invitation.isVisible()
    with qtbot.waitSignal(panes.first_row_requested) as asked:
        panes.invitation._button.click()
    assert asked.args == ["d1"]


def test_an_agenda_without_days_asks_for_the_first_and_one_with_days_does_not(show: Show) -> None:
    assert show(an_agenda().model_copy(update={"days": ()}), THE_MEETING).invitation.isVisible()
    assert not show(node=THE_MEETING).invitation.isVisible()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(agenda=agendas())
def test_any_agenda_is_shown_and_walked_through_without_being_changed(show: Show, agenda: Agenda) -> None:
    panes = show(agenda, THE_MEETING)
    panes.set_mirrored(True)
    panes.show_marks(True)
    place = None
    while place != panes.current:
        place = panes.current
        panes.grab()
        if place is not None and panes.pair.is_shown:
            for editor in panes.pair.editors.values():
                assert pieces_of(editor.document()) == parse(wording(panes, *place, editor.language))
        panes.next_text()
    assert bridge_of(panes).agenda is agenda
    panes.close()


def test_editors_are_named_for_screen_readers(show: Show) -> None:
    panes = show()
    assert panes.pair.editors["ar"].accessibleName() == "العربية: Item"
    assert panes.pair.editors["ar"].accessibleDescription() == ".1, reviewed".replace(
        ".1", panes.lines.lines[2].chips["ar"]
    )


# typing


def test_typing_goes_to_the_agenda_and_back_to_the_row(show: Show, qtbot: QtBot) -> None:
    panes = show()
    qtbot.keyClicks(write_in(panes, "en"), " now")
    assert wording(panes, "i1", "title", "en") == "Opening now"
    assert panes.row is not None
    assert panes._stack.row(panes.row).fields["en"].shown.text == "Opening now"
    assert panes.pair.editors["en"].textCursor().position() == 11


def test_undo_and_redo_are_the_session_s(show: Show, qtbot: QtBot) -> None:
    panes = show()
    editor = write_in(panes, "ar")
    type_letters(editor, " الآن")
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert wording(panes, "i1", "title", "ar") == "الافتتاح"
    assert panes.pair.editors["ar"].stored == "الافتتاح"
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert wording(panes, "i1", "title", "ar") == "الافتتاح الآن"


def test_undo_of_another_text_goes_there(show: Show, qtbot: QtBot) -> None:
    panes = show()
    qtbot.keyClicks(write_in(panes, "en"), "x")
    bridge_of(panes).select("i2")
    bridge_of(panes).undo()
    assert panes.current == ("i1", "title")


def test_a_paste_is_told_and_taken_back_in_one_step(show: Show, qtbot: QtBot) -> None:
    panes = show()
    editor = write_in(panes, "ar")
    qtbot.keyClicks(editor, "x")
    QApplication.clipboard().setText("\u202eسطر\u202c\nآخر")
    with qtbot.waitSignal(panes.pasted) as told:
        qtbot.keyClick(editor, Qt.Key.Key_V, CTRL)
    assert told.args == ["Pasted: 2 direction marks taken out, 1 line end made space."]
    assert wording(panes, "i1", "title", "ar") == "الافتتاحxسطر آخر"
    bridge_of(panes).undo()
    assert wording(panes, "i1", "title", "ar") == "الافتتاحx"


def test_a_refused_text_is_taken_back(show: Show, qtbot: QtBot) -> None:
    panes = show()
    bridge_of(panes).set_text("i1", "title", "en", "a" * 20_000)
    with qtbot.waitSignal(bridge_of(panes).refused):
        qtbot.keyClicks(write_in(panes, "en"), "b")
    assert len(panes.pair.editors["en"].stored) == 20_000


def test_a_key_stroke_makes_one_row_anew(show: Show, qtbot: QtBot) -> None:
    panes = show()
    panes.grab()
    others = [panes._stack.row(row) for row in range(5) if row != panes.row]
    qtbot.keyClicks(write_in(panes, "en"), "x")
    assert [panes._stack.row(row) for row in range(5) if row != panes.row] == others


def test_a_note_mark_is_raised_by_its_order(show: Show) -> None:
    agenda = an_agenda(a_day(a_slot(an_item("Opening[^n1]", name="i1"), name="s1"), name="d1", notes=(a_note(),)))
    panes = show(agenda, "d1")
    row = panes.lines.row_of("i1")
    assert row is not None
    assert panes._stack.row(row).fields["en"].shown.text == "Opening*"


# moving


def test_a_click_makes_a_row_current_and_sets_the_caret(show: Show, qtbot: QtBot) -> None:
    panes = show()
    with qtbot.waitSignal(bridge_of(panes).current_changed) as told:
        click(qtbot, panes, "c1", "ar")
    assert told.args == ["c1", panes]
    assert panes.pair.editors["ar"].hasFocus()
    assert panes.pair.editors["ar"].stored == "ترحيب"


def test_a_click_under_the_open_row_sets_the_caret_where_it_was_clicked(show: Show, qtbot: QtBot) -> None:
    long = "word " * 60
    points = (a_sub_item(long, name="c1"), a_sub_item(long, name="c2"))
    panes = show(an_agenda(a_day(a_slot(an_item("x", *points, name="i1"), name="s1"), name="d1")), "c1")
    row = panes.lines.row_of("c2")
    assert row is not None
    area = panes._stack.row(row).fields["en"].area.toRect()
    place = QPoint(area.left() + 2, int(panes._stack.top(row)) + area.top() + 4 - panes.scrolled)
    qtbot.mouseClick(panes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panes.current == ("c2", "text")
    assert panes.pair.editors["en"].textCursor().position() == 0


def test_tab_goes_through_both_languages_and_days(show: Show, qtbot: QtBot) -> None:
    panes = show(node="c1")
    write_in(panes, "en")
    seen: list[tuple[object, str]] = []
    for _ in range(5):
        qtbot.keyClick(panes.pair.focused, Qt.Key.Key_Tab)
        seen.append((panes.current, panes.pair.language))
    assert seen == [
        (("c1", "text"), "ar"), (("s2", "label"), "en"), (("s2", "label"), "ar"),
        (("d2", "heading"), "en"), (("d2", "heading"), "ar"),
    ]  # fmt: skip
    qtbot.keyClick(panes.pair.focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert (panes.current, panes.pair.language) == (("d2", "heading"), "en")


def test_enter_goes_to_the_next_text_and_asks_for_a_row_after_the_last(show: Show, qtbot: QtBot) -> None:
    panes = show()
    qtbot.keyClick(write_in(panes, "en"), Qt.Key.Key_Return)
    assert panes.current == ("c1", "text")
    qtbot.keyClick(panes.pair.focused, Qt.Key.Key_Return)
    with qtbot.waitSignal(panes.row_after_requested) as asked:
        qtbot.keyClick(panes.pair.focused, Qt.Key.Key_Return)
    assert asked.args == ["s2"]


def test_keys_of_the_window_reach_its_actions_from_a_text(show: Show, qtbot: QtBot) -> None:
    panes = show()
    done: list[str] = []
    for keys in ("Ctrl+Return", "Ctrl+Ins", "Ctrl+Up", "Ctrl+Down", "Ctrl+Shift+Down", "Ctrl+B", "Ctrl+K", "F8"):
        action = QAction(panes)
        action.setShortcut(keys)
        action.triggered.connect(lambda _=False, keys=keys: done.append(keys))
        panes.addAction(action)
    editor = write_in(panes, "ar")
    for key, modifiers in (
        (Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Insert, CTRL), (Qt.Key.Key_Up, CTRL), (Qt.Key.Key_Down, CTRL),
        (Qt.Key.Key_Down, CTRL | Qt.KeyboardModifier.ShiftModifier), (Qt.Key.Key_B, CTRL), (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
    ):  # fmt: skip
        qtbot.keyClick(editor, key, modifiers)
    assert done == ["Ctrl+Return", "Ctrl+Ins", "Ctrl+Up", "Ctrl+Down", "Ctrl+Shift+Down", "Ctrl+B", "Ctrl+K", "F8"]


# translating


def test_confirm_goes_to_the_next_open_text(show: Show) -> None:
    panes = show()
    bridge_of(panes).set_text("i1", "title", "en", "Opening of the day")
    panes.confirm_and_next()
    assert not bridge_of(panes).tree.text("i1", "title").root["ar"].is_stale
    assert panes.current == ("i2", "title")
    assert panes.pair.editors["ar"].hasFocus()


def test_when_all_is_translated_it_is_said(show: Show, qtbot: QtBot) -> None:
    panes = show(an_agenda(a_day(a_slot(an_item("a", ar="أ", name="i1"), name="s1"), name="d1")))
    with qtbot.waitSignal(bridge_of(panes).done):
        panes.confirm_and_next()
    with qtbot.waitSignal(bridge_of(panes).done):
        panes.next_stale()


def test_stale_words_are_lit_and_the_old_wording_is_told(show: Show) -> None:
    panes = show()
    bridge_of(panes).set_text("i1", "title", "en", "Grand Opening")
    bridge_of(panes).select("c1")
    row = panes.lines.row_of("i1")
    assert row is not None
    english, arabic = panes._stack.row(row).sides
    assert [(one.start, one.length) for one in english.shown.formats] == [(0, 5)]
    assert arabic.standing == "stale"
    assert "Opening" in panes.old_wording_at(QPoint(20, int(panes._stack.top(row)) + 4))
    panes.next_stale()
    assert panes.current == ("i1", "title")
    assert len(panes.pair.editors["en"].extraSelections()) == 1


def test_translation_that_was_there_first_waits_for_its_source_to_be_compared(show: Show) -> None:
    panes = show(node="i2")
    for words in ("", "C", "Closing"):
        bridge_of(panes).set_text("i2", "title", "en", words)
        bridge_of(panes).set_text("i2", "title", "ar", "الختام")
    row = panes.lines.row_of("i2")
    assert row is not None
    assert panes._stack.row(row).sides[1].standing == "stale"
    tip = panes.old_wording_at(QPoint(20, int(panes._stack.top(row)) + 4))
    assert tip == "<p>This was written before its source.</p>"


def test_states_are_set_and_cleared_and_the_source_is_copied(show: Show) -> None:
    panes = show()
    panes.set_state("final")
    assert bridge_of(panes).tree.text("i1", "title").root["ar"].state == "final"
    panes.set_state("untranslated")
    assert wording(panes, "i1", "title", "ar") == ""
    panes.copy_source()
    assert panes.pair.editors["ar"].stored == "Opening"
    bridge_of(panes).undo()
    assert panes.pair.editors["ar"].stored == ""


# changes from elsewhere


def test_rows_that_come_and_go_are_shown(show: Show) -> None:
    panes = show(node="c1")
    agenda = bridge_of(panes).agenda
    day = agenda.days[0].model_copy(update={"slots": agenda.days[0].slots[:1]})
    without = agenda.model_copy(update={"days": (day, agenda.days[1])})
    bridge_of(panes).apply(lambda _: without, sentence("Deleting a row"))
    assert fields(panes)[-1] == ("c1", "text")
    assert panes.current == ("c1", "text")
    bridge_of(panes).undo()
    assert fields(panes)[-1] == ("s2", "label")


def test_another_project_is_shown_from_its_beginning(show: Show) -> None:
    panes = show()
    bridge_of(panes).open(Session(large_agenda(slots=5)))
    assert panes.current == (THE_MEETING, "title")


def test_a_large_day_is_laid_out_where_it_is_seen(show: Show) -> None:
    slots = tuple(a_slot(an_item(f"Item {number}")) for number in range(400))
    panes = show(an_agenda(a_day(*slots, name="d1")), "d1")
    panes.grab()
    assert sum(row is not None for row in panes._stack._rows) < 100
    panes.verticalScrollBar().setValue(panes.verticalScrollBar().maximum())
    panes.grab()
    assert panes._stack._rows[-1] is not None


# what is found


@pytest.mark.parametrize(
    ("stored", "start", "end", "words"),
    [
        ("the cat sat", 4, 7, "cat"),
        ("😀 **bold** [word](https://a.b/) c", 7, 11, "word"),
        ("a[^n1]b[^n1] c", 0, 2, "ab"),
        ("a[^n1]b[^n1] c", 1, 2, "b"),
        ("a\n\u2029c", 2, 4, "\u2029c"),
    ],
)
def test_found_letters_are_marked_without_their_markup(
    show: Show, stored: str, start: int, end: int, words: str
) -> None:
    note = a_note(name="n1")
    panes = show(an_agenda(a_day(a_slot(an_item(stored, name="i1"), name="s1"), name="d1", notes=(note,))), "d1")
    assert panes.show_spot(Spot("i1", "title", "en", start, end))
    assert panes.pair.marked_words == words
    assert panes.spot == Spot("i1", "title", "en", start, end)


def test_found_letters_of_another_day_are_shown_and_the_focus_stays(show: Show) -> None:
    panes = show()
    panes.pair.editors["en"].setFocus()
    box = QLineEdit(panes)
    box.show()
    box.setFocus()
    assert panes.show_spot(Spot("i2", "title", "en", 0, 4))
    assert bridge_of(panes).current == "i2"
    assert box.hasFocus()
    assert panes.show_spot(Spot("c1", "text", "ar", 1, 3), takes_focus=True)
    assert panes.pair.editors["ar"].hasFocus()
    assert panes.pair.editors["ar"].textCursor().selectedText() == "رح"


def test_letters_that_are_gone_mark_nothing_and_lead_to_their_text(show: Show) -> None:
    panes = show()
    assert panes.show_spot(Spot("c1", "text", "en", 5, 99))
    assert panes.spot == Spot("c1", "text", "en", 0, 0)


def test_text_without_a_line_leads_to_its_row(show: Show) -> None:
    day = a_day(a_slot(an_item("x", name="i1"), name="s1"), name="d1", room=a_text("Room XX"))
    panes = show(an_agenda(day))
    assert not panes.show_spot(Spot("d1", "room", "en", 0, 4))
    assert not panes.show_spot(Spot("i1", "title", "fr", 0, 1))
    assert bridge_of(panes).current == "i1"


def test_marked_letters_are_those_of_one_text_alone(show: Show) -> None:
    panes = show()
    panes.show_spot(Spot("i1", "title", "en", 0, 7))
    bridge_of(panes).select("c1")
    assert panes.pair.marked_words == ""
    panes.show_spot(Spot("c1", "text", "en", 0, 7))
    bridge_of(panes).set_text("c1", "text", "en", "Welcome all", origin=panes)
    assert panes.pair.marked_words == "Welcome"


def test_caret_of_a_long_text_is_scrolled_to(show: Show) -> None:
    long = "word " * 1800 + "end"
    panes = show(an_agenda(a_day(a_slot(an_item(long, name="i1"), name="s1"), name="d1")))
    panes.show_spot(Spot("i1", "title", "en", len(long) - 3, len(long)))
    editor = panes.pair.editors["en"]
    caret = editor.cursorRect().translated(editor.pos())
    assert panes.viewport().rect().contains(caret)
    panes.show_spot(Spot("i1", "title", "en", 0, 4))
    assert panes.viewport().rect().contains(editor.cursorRect().translated(editor.pos()))


def test_row_that_is_edited_stays_in_view_when_room_is_taken_below(show: Show, qtbot: QtBot) -> None:
    rows = (a_slot(an_item("x", name=f"i{number}"), name=f"s{number}") for number in range(1, 40))
    panes = show(an_agenda(a_day(*rows, name="d1")), "i20")
    editor = panes.pair.editors["en"]
    panes.resize(900, 200)
    QApplication.processEvents()
    assert panes.viewport().rect().contains(editor.geometry())
    panes.resize(900, 600)
    panes.verticalScrollBar().setValue(0)
    panes.resize(900, 200)
    QApplication.processEvents()
    assert panes.verticalScrollBar().value() == 0


def test_the_row_that_is_gone_to_is_in_view_with_its_bars_also_when_the_panes_get_their_width(show: Show) -> None:
    panes = show(large_agenda(slots=40), "s30")
    for width in (900, 620, 580, 1100):
        panes.resize(width, 600)
        panes.grab()
        pair = panes.pair
        for part in (*pair.editors.values(), pair.formats, pair.states):
            assert panes.viewport().rect().adjusted(0, GRID, 0, -GRID).contains(part.geometry())
