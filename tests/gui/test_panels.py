"""The panels and dialogs beside tree and panes: history, keys, export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.dialogs.export import ExportDialog
from igfeditor.gui.dialogs.keys import KeysDialog
from igfeditor.gui.panels.history import HistoryPanel
from igfeditor.gui.start_page import StartPage
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import WindowLanguage
from igfeditor.services.session import Session


@pytest.fixture
def bridge(qapp: object) -> Bridge:
    return Bridge(Session.sample(), "en")


class TestHistory:
    def test_every_step_has_words_and_can_be_gone_to(self, qtbot: QtBot, bridge: Bridge) -> None:
        panel = HistoryPanel(bridge)
        qtbot.addWidget(panel)
        panel.show()
        first = bridge.agenda
        bridge.set_text("i1", "title", "en", "Opening")
        bridge.set_text("i2", "title", "en", "Second")
        last = bridge.agenda
        assert panel.count() == 3
        panel.itemClicked.emit(panel.item(0))
        assert bridge.agenda is first
        panel.itemClicked.emit(panel.item(2))
        assert bridge.agenda is last

    def test_a_step_says_what_was_typed_and_the_one_of_now_is_marked(self, qtbot: QtBot, bridge: Bridge) -> None:
        panel = HistoryPanel(bridge)
        qtbot.addWidget(panel)
        panel.show()
        for length in (1, 4, 7):
            bridge.set_text("i1", "title", "en", "**Opening** of the session"[:length])
        bridge.set_text("i1", "title", "en", "**Opening** statements and adoption of the agenda of the session")
        bridge.set_text("i2", "title", "ar", "")
        words = [panel.item(row).text() for row in range(panel.count())]
        assert words[1] == "Typing: \u2068Opening statements and adoption of the…\u2069"
        assert words[2].startswith("Typing: \u2068\u0627")
        bridge.undo()
        marked = [row for row in range(panel.count()) if panel.item(row).font().bold()]
        said = panel.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
        assert (marked, said) == ([1], f"{words[1]}; the agenda stands here")
        signs = [panel.item(row).icon().pixmap(16, 16).toImage() for row in range(panel.count())]
        assert len({bytes(sign.constBits()) for sign in signs}) == panel.count() == 3


class TestExport:
    def test_files_are_written_off_the_windows_thread(self, qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
        dialog = ExportDialog(bridge, str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.start()
        qtbot.waitUntil(lambda: bool(dialog.folder), timeout=60_000)
        assert len(list(tmp_path.iterdir())) == 9

    def test_nothing_chosen_cannot_be_exported(self, qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
        dialog = ExportDialog(bridge, str(tmp_path))
        qtbot.addWidget(dialog)
        for box in dialog.findChildren(QCheckBox):
            box.setChecked(False)
        assert not next(one for one in dialog.findChildren(QPushButton) if one.text() == "Export").isEnabled()

    def test_cancelled_export_writes_nothing(self, qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
        dialog = ExportDialog(bridge, str(tmp_path / "out"))
        qtbot.addWidget(dialog)
        dialog.start()
        dialog.stop()
        qtbot.waitUntil(
            lambda: any("Cancelled" in label.text() for label in dialog.findChildren(QLabel)), timeout=60_000
        )
        assert not (tmp_path / "out").exists()

    def test_folder_that_cannot_be_is_said_in_the_dialog(self, qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        dialog = ExportDialog(bridge, str(tmp_path / "file" / "below"))
        qtbot.addWidget(dialog)
        dialog.start()
        qtbot.waitUntil(
            lambda: any("cannot be made" in label.text() for label in dialog.findChildren(QLabel)), timeout=60_000
        )

    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_hint_about_the_letterhead_is_seen_whole_and_has_more_as_its_tip(
        self, qtbot: QtBot, qapp: QApplication, bridge: Bridge, language: str
    ) -> None:
        speech = WindowLanguage(qapp, language)
        dialog = ExportDialog(bridge, "/root")
        qtbot.addWidget(dialog)
        dialog.show()
        hint = dialog._template.placeholderText()
        room = dialog._template.width()
        speech.change("en")
        assert dialog._template.fontMetrics().horizontalAdvance(hint) < room - 2 * GRID
        assert "docx" in dialog._template.toolTip()


class TestKeys:
    def test_keys_that_stand_twice_are_refused(self, qtbot: QtBot) -> None:
        actions = {name: QAction(name) for name in ("one", "two")}
        actions["one"].setShortcut("Ctrl+1")
        dialog = KeysDialog(actions)
        qtbot.addWidget(dialog)
        assert dialog.changed() == {}
        dialog._edits["two"].setKeySequence("Ctrl+1")
        assert "Ctrl+1" in dialog._warning.text()
        dialog._edits["two"].setKeySequence("Ctrl+2")
        assert dialog.changed() == {"two": "Ctrl+2"}


class TestStartPage:
    def test_projects_that_are_gone_are_not_offered(self, qtbot: QtBot, tmp_path: Path) -> None:
        there = tmp_path / "there.agenda.json"
        there.write_text("{}")
        page = StartPage()
        qtbot.addWidget(page)
        page.set_recent((str(there), str(tmp_path / "gone.agenda.json")))
        offered = [button.text() for button in page.findChildren(QPushButton)]
        assert "there.agenda.json" in offered
        assert not any("gone" in words for words in offered)

    def test_recent_projects_are_told_apart_by_their_folders(self, qtbot: QtBot, tmp_path: Path) -> None:
        paths = [tmp_path / folder / "plenary.agenda.json" for folder in ("one", "two")]
        for path in paths:
            path.parent.mkdir()
            path.write_text("{}")
        page = StartPage()
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.set_recent([str(path) for path in paths])
        buttons = [button for button in page.findChildren(QPushButton) if button.text() == "plenary.agenda.json"]
        assert [button.accessibleDescription() for button in buttons] == [str(path.parent) for path in paths]
        pictures = [button.grab().toImage() for button in buttons]
        assert pictures[0] != pictures[1]

    def test_every_beginning_is_a_button(self, qtbot: QtBot) -> None:
        page = StartPage()
        qtbot.addWidget(page)
        with qtbot.waitSignals([page.new_requested, page.open_requested, page.sample_requested]):
            for button in page.findChildren(QPushButton):
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
