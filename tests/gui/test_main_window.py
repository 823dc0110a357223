"""The window as a person uses it: an agenda typed from nothing, saved, undone to the start and done again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from igfeditor.gui import actions, file_deeds
from igfeditor.gui.application import language_of
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.notices import Matter
from igfeditor.model.soundness import flaws
from igfeditor.services.operations import sample_path
from igfeditor.services.session import Session
from igfeditor.services.settings import Settings
from igfeditor.storage.project_file import load_project


def do(window: MainWindow, name: str) -> None:
    """Do a deed as its menu does."""
    assert window.actions_by_name[name].isEnabled(), name
    window.actions_by_name[name].trigger()
    QApplication.processEvents()


def write(window: MainWindow, language: str, words: str) -> None:
    """Type into the live editor of a language."""
    editor = window.panes.pair.editors[language]
    editor.setFocus()
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            # The test tool of Qt knows the keys of Latin letters only.
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(editor, event)


class TestAnAgendaFromNothing:
    def test_three_days_are_typed_undone_to_the_start_and_done_again(self, qtbot: QtBot, window: MainWindow) -> None:
        do(window, "new")
        first = window.bridge.agenda
        for day in range(3):
            do(window, "add-day")
            write(window, "en", f"Heading {day}")
            do(window, "add-slot")
            write(window, "en", "Opening")
            write(window, "ar", "افتتاح")
            do(window, "add-sub-item")
            write(window, "en", "Welcome")
            do(window, "break-after")
        last = window.bridge.agenda
        assert [day.heading.wording("en") for day in last.days] == ["Heading 0", "Heading 1", "Heading 2"]
        assert [[slot.kind for slot in day.slots] for day in last.days] == [["session", "break"]] * 3
        item = last.days[2].slots[0].items[0]
        assert (item.title.wording("en"), item.title.wording("ar")) == ("Opening", "افتتاح")
        assert item.children[0].text.wording("en") == "Welcome"
        assert flaws(last) == ()
        while window.bridge.session.history.undo_label is not None:
            do(window, "undo")
        assert window.bridge.agenda is first
        while window.bridge.session.history.redo_label is not None:
            do(window, "redo")
        assert window.bridge.agenda is last

    def test_first_row_is_offered_where_nothing_is(self, window: MainWindow) -> None:
        do(window, "new")
        window.panes.first_row_requested.emit("meeting")
        assert len(window.bridge.agenda.days) == 1


class TestFiles:
    def test_project_is_saved_and_opens_again(
        self, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "plenary"
        monkeypatch.setattr(file_deeds.QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        do(window, "sample")
        window.bridge.set_text("i1", "title", "en", "Opening")
        QApplication.processEvents()
        assert window.isWindowModified()
        do(window, "save")
        assert not window.isWindowModified()
        saved = tmp_path / "plenary.agenda.json"
        assert load_project(saved) == window.bridge.agenda
        assert window.settings.recent == (str(saved.resolve()),)

    def test_file_that_cannot_be_read_is_one_sentence_and_changes_nothing(
        self, window: MainWindow, tmp_path: Path
    ) -> None:
        do(window, "sample")
        before = window.bridge.agenda
        bad = tmp_path / "bad.agenda.json"
        bad.write_text("{")
        file_deeds.open_path(window, bad)
        assert "bad.agenda.json" in window.statusBar().currentMessage()
        assert window.bridge.agenda is before

    def test_file_of_a_newer_version_is_read_and_never_written_over(self, window: MainWindow, tmp_path: Path) -> None:
        path = tmp_path / "newer.agenda.json"
        newer = sample_path().read_text(encoding="utf-8").replace('"version": 1', '"version": 2, "budget": 5')
        path.write_text(newer, encoding="utf-8")
        file_deeds.open_path(window, path)
        assert "for reading only, and 1 entry is not shown" in window.notices.words(Matter.READING)
        before = window.bridge.agenda
        window.bridge.set_text("i1", "title", "en", "Other")
        assert window.bridge.agenda is before
        assert not window.bridge.save()
        assert path.read_text(encoding="utf-8") == newer

    def test_a_write_protected_file_is_said_to_be_until_it_is_saved_elsewhere(
        self, window: MainWindow, tmp_path: Path
    ) -> None:
        path = tmp_path / "sample.agenda.json"
        path.write_bytes(sample_path().read_bytes())
        path.chmod(0o444)
        file_deeds.open_path(window, path)
        assert "write-protected" in window.notices.words(Matter.READING)
        window.bridge.set_text("i1", "title", "en", "Other")
        window.refresh()
        assert "write-protected" in window.notices.words(Matter.READING)
        assert window.bridge.save(tmp_path / "other.agenda.json")
        assert not window.notices.bars

    @pytest.mark.parametrize(
        ("answer", "goes"), [(QMessageBox.StandardButton.Discard, True), (QMessageBox.StandardButton.Cancel, False)]
    )
    def test_unsaved_work_is_asked_about_once(
        self, window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton, goes: bool
    ) -> None:
        asked: list[object] = []
        monkeypatch.setattr(file_deeds.QMessageBox, "question", lambda *_: asked.append(1) or answer)
        do(window, "sample")
        window.bridge.set_text("i1", "title", "en", "Opening")
        assert file_deeds.may_leave(window) is goes
        assert len(asked) == 1

    def test_file_is_dragged_in(self, window: MainWindow, tmp_path: Path) -> None:
        do(window, "sample")
        path = tmp_path / "a.agenda.json"
        window.bridge.save(path)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        drop = QDropEvent(
            QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        window.dropEvent(drop)
        assert window.bridge.session.path == path


class TestTheTableOfActions:
    def test_names_and_keys_are_given_once(self) -> None:
        names = [action.name for action in actions.ACTIONS]
        keys = [action.keys for action in actions.ACTIONS if action.keys]
        assert len(set(names)) == len(names)
        assert len(set(keys)) == len(keys)

    def test_every_action_stands_in_a_menu(self) -> None:
        assert {action.menu for action in actions.ACTIONS} == set(actions.MENUS)

    def test_keys_that_windows_takes_for_directions_are_left_alone(self) -> None:
        assert not {"Ctrl+Shift", "Ctrl+Shift+Left", "Ctrl+Shift+Right"} & {one.keys for one in actions.ACTIONS}

    def test_without_a_project_only_beginnings_can_be_done(self, window: MainWindow) -> None:
        enabled = {name for name, action in window.actions_by_name.items() if action.isEnabled()}
        assert {"new", "open", "sample", "quit", "keys", "arabic"} <= enabled
        assert not {"save", "export", "undo", "add-day", "confirm"} & enabled

    def test_toolbar_comes_with_the_first_project(self, window: MainWindow) -> None:
        bar = window.findChild(QToolBar, "toolbar")
        assert bar is not None
        assert not bar.isVisible()
        window.show_project(Session.sample())
        assert bar.isVisible()

    def test_changed_keys_are_taken_over(self, window: MainWindow) -> None:
        window.change_keys({"save": "Ctrl+Alt+S"})
        assert window.actions_by_name["save"].shortcut().toString() == "Ctrl+Alt+S"
        assert window.settings.keys == {"save": "Ctrl+Alt+S"}


class TestLanguagesAndModes:
    def test_whole_window_is_mirrored_and_speaks_arabic_without_a_restart(self, window: MainWindow) -> None:
        do(window, "sample")
        do(window, "arabic")
        assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert window.actions_by_name["save"].text() == "&حفظ"
        assert "العربية" in window.status.coverage.text()
        do(window, "english")
        assert window.actions_by_name["save"].text() == "&Save"

    def test_refusals_are_said_in_the_windows_language(self, window: MainWindow, tmp_path: Path) -> None:
        do(window, "arabic")
        file_deeds.open_path(window, tmp_path / "none.agenda.json")
        assert "لا يوجد" in window.statusBar().currentMessage()

    def test_dark_is_darker_than_light(self, window: MainWindow) -> None:
        do(window, "dark")
        dark = window.palette().window().color().lightness()
        do(window, "light")
        assert dark < 100 < window.palette().window().color().lightness()

    @pytest.mark.parametrize(("chosen", "spoken"), [("en", "en"), ("ar", "ar")])
    def test_chosen_language_goes_before_the_systems(self, chosen: str, spoken: str) -> None:
        assert language_of(Settings.model_validate({"window_language": chosen})) == spoken


class TestMenus:
    def test_projects_opened_lately_are_in_the_file_menu(self, window: MainWindow, tmp_path: Path) -> None:
        do(window, "sample")
        path = tmp_path / "a & b.agenda.json"
        window.bridge.save(path)
        window.remember(path)
        window.remember(tmp_path / "gone.agenda.json")
        do(window, "new")
        menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "Open &recent")
        menu.aboutToShow.emit()
        gone, there = menu.actions()
        assert there.text().startswith("a && b.agenda.json")
        assert (gone.isEnabled(), there.isEnabled()) == (False, True)
        there.trigger()
        assert window.bridge.session.path == path

    def test_language_is_changed_beside_the_menus(self, window: MainWindow) -> None:
        def switch(sign: str) -> QToolButton:
            return next(button for button in window.findChildren(QToolButton) if button.text() == sign)

        assert (switch("EN").isChecked(), switch("ع").isChecked()) == (True, False)
        switch("ع").click()
        QApplication.processEvents()
        assert window.language == "ar"
        assert (switch("EN").isChecked(), switch("ع").isChecked()) == (False, True)

    def test_deeds_that_cannot_be_done_where_one_stands_are_grey(self, window: MainWindow) -> None:
        do(window, "new")
        assert not window.actions_by_name["add-slot"].isEnabled()
        assert not window.actions_by_name["delete"].isEnabled()
        do(window, "add-day")
        assert window.actions_by_name["add-slot"].isEnabled()
        assert window.actions_by_name["delete"].isEnabled()
        assert not window.actions_by_name["move-up"].isEnabled()


class TestTheFirstMorning:
    """What stopped somebody who saw the program for the first time."""

    def test_a_new_agenda_takes_what_is_typed_as_its_title(self, qtbot: QtBot, window: MainWindow) -> None:
        do(window, "new")
        qtbot.waitUntil(window.panes.pair.editors["en"].hasFocus)
        qtbot.keyClicks(QApplication.focusWidget(), "Forum")
        assert window.bridge.agenda.meeting.title.wording("en") == "Forum"

    def test_enter_goes_on_from_the_heading_of_a_day_to_its_first_slot(self, qtbot: QtBot, window: MainWindow) -> None:
        do(window, "new")
        do(window, "add-day")
        write(window, "en", "Consultations")
        qtbot.keyClick(window.panes.pair.editors["en"], Qt.Key.Key_Return)
        (day,) = window.bridge.agenda.days
        assert (day.heading.wording("en"), len(day.slots)) == ("Consultations", 1)

    @pytest.mark.parametrize(("language", "other"), [("en", "ar"), ("ar", "en")])
    def test_tab_leads_from_a_title_in_the_tree_to_the_other_language(
        self, qtbot: QtBot, window: MainWindow, language: str, other: str
    ) -> None:
        window.speak(language)
        do(window, "new")
        window.tree.setFocus()
        do(window, "add-day")
        qtbot.keyClicks(QApplication.focusWidget(), "Consultations")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.waitUntil(window.panes.pair.editors[other].hasFocus)
        write(window, other, "x")
        (day,) = window.bridge.agenda.days
        assert (day.heading.wording(language), day.heading.wording(other)) == ("Consultations", "x")

    def test_undoing_rows_leaves_one_where_they_were(self, window: MainWindow) -> None:
        do(window, "new")
        do(window, "add-day")
        do(window, "add-day")
        second = window.bridge.agenda.days[1].id
        do(window, "add-slot")
        do(window, "undo")
        assert window.bridge.current == second
        do(window, "undo")
        assert window.bridge.current in window.bridge.tree
        assert window.actions_by_name["add-slot"].isEnabled()

    def test_a_row_that_is_added_from_the_arabic_begins_in_the_source(self, qtbot: QtBot, window: MainWindow) -> None:
        do(window, "new")
        write(window, "ar", "منتدى")
        do(window, "add-day")
        qtbot.waitUntil(window.panes.pair.editors["en"].hasFocus)
        assert window.panes.pair.language == "en"

    def test_enter_goes_on_below_the_lines_of_the_meeting(self, qtbot: QtBot, window: MainWindow) -> None:
        do(window, "new")
        for _ in range(4):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        (day,) = window.bridge.agenda.days
        assert window.bridge.current == day.id

    def test_the_first_name_is_offered_after_the_title_and_no_file_is_replaced_unasked(
        self, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        offered: list[str] = []
        asked: list[object] = []
        there = tmp_path / "plenary.agenda.json"
        there.write_text("kept", encoding="utf-8")
        do(window, "new")
        write(window, "en", "Forum: 1/2")
        monkeypatch.setattr(
            file_deeds.QFileDialog,
            "getSaveFileName",
            lambda *given: offered.append(given[2]) or (str(tmp_path / "plenary"), ""),
        )
        no = QMessageBox.StandardButton.No
        monkeypatch.setattr(file_deeds.QMessageBox, "question", lambda *given: asked.append(given[2]) or no)
        do(window, "save")
        assert Path(offered[0]).name == "Forum 1 2"
        assert asked == ["plenary.agenda.json is there already. Replace it?"]
        assert there.read_text(encoding="utf-8") == "kept"

    def test_a_refused_file_is_told_in_full_until_it_is_read(self, window: MainWindow, tmp_path: Path) -> None:
        wrong = tmp_path / "wrong.agenda.json"
        wrong.write_text("{}", encoding="utf-8")
        file_deeds.open_path(window, wrong)
        (box,) = window.findChildren(QMessageBox)
        assert str(wrong) in box.text()
        box.close()
        do(window, "new")
        window.bridge.save(tmp_path / "right.agenda.json")
        window.say("an older refusal")
        do(window, "save")
        assert window.statusBar().currentMessage() == ""

    def test_the_caret_is_followed_in_a_text_that_is_higher_than_the_window(
        self, qtbot: QtBot, window: MainWindow
    ) -> None:
        do(window, "new")
        do(window, "add-day")
        editor = window.panes.pair.editors["en"]
        qtbot.waitUntil(editor.hasFocus)
        window.bridge.set_text(window.bridge.current, "heading", "en", "word " * 2000)
        qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

        def is_seen() -> bool:
            caret = editor.mapTo(window.panes.viewport(), editor.cursorRect().center())
            return window.panes.viewport().rect().contains(caret)

        qtbot.waitUntil(is_seen)
        qtbot.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(is_seen)

    def test_the_deeds_of_a_row_are_offered_at_the_row(self, window: MainWindow) -> None:
        do(window, "new")
        do(window, "add-day")
        offered = [action.objectName() for action in window.tree.actions() if action.isEnabled()]
        assert {"add-slot", "cut", "duplicate", "delete"} <= set(offered)
        assert "indent" not in offered
        assert window.tree.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
        window.tree.setFocus()
        QTest.keyClick(window.tree, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert len(window.bridge.agenda.days) == 2
