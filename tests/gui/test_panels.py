"""The panels and dialogs beside tree and panes: forms, history, keys, export."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.dialogs.export import ExportDialog
from igfeditor.gui.dialogs.keys import KeysDialog
from igfeditor.gui.panels.fields import FIELDS, SETTERS
from igfeditor.gui.panels.history import HistoryPanel
from igfeditor.gui.panels.properties import ClockEdit, Properties
from igfeditor.gui.start_page import StartPage
from igfeditor.model.agenda import Slot
from igfeditor.services.session import Session


@pytest.fixture
def bridge(qapp: object) -> Bridge:
    return Bridge(Session.sample(), "en")


def slot(bridge: Bridge, name: str) -> Slot:
    node = bridge.tree.node(name)
    assert isinstance(node, Slot)
    return node


def shown(qtbot: QtBot, bridge: Bridge, node: str) -> Properties:
    panel = Properties(bridge)
    qtbot.addWidget(panel)
    panel.show()
    bridge.select(node)
    return panel


class TestProperties:
    @pytest.mark.parametrize("node", ["meeting", "d1", "s1", "i1", "c1", "l1"])
    def test_every_kind_has_a_form_whose_controls_are_named(self, qtbot: QtBot, bridge: Bridge, node: str) -> None:
        panel = shown(qtbot, bridge, node)
        fields = FIELDS[bridge.tree.kind(node)]
        named = [
            child.accessibleName() for child in panel.widget().children() if getattr(child, "accessibleName", None)
        ]
        assert {field.label for field in fields} <= set(named)

    def test_every_form_can_be_set(self) -> None:
        assert set(FIELDS) == set(SETTERS)

    def test_time_is_typed_without_a_colon(self, qtbot: QtBot, bridge: Bridge) -> None:
        panel = shown(qtbot, bridge, "s1")
        start, _ = panel.findChildren(ClockEdit)
        start.setFocus()
        start.selectAll()
        qtbot.keyClicks(start, "0915")
        qtbot.keyClick(start, Qt.Key.Key_Return)
        assert slot(bridge, "s1").start == time(9, 15)

    def test_what_is_no_time_is_put_back(self, qtbot: QtBot, bridge: Bridge) -> None:
        panel = shown(qtbot, bridge, "s1")
        start, _ = panel.findChildren(ClockEdit)
        start.selectAll()
        qtbot.keyClicks(start, "noon")
        qtbot.keyClick(start, Qt.Key.Key_Return)
        assert start.text() == "09:00"
        assert not bridge.session.is_dirty

    def test_time_that_touches_others_asks_in_the_panel(self, qtbot: QtBot, bridge: Bridge) -> None:
        panel = shown(qtbot, bridge, "s1")
        _, end = panel.findChildren(ClockEdit)
        end.selectAll()
        qtbot.keyClicks(end, "1000")
        qtbot.keyClick(end, Qt.Key.Key_Return)
        assert not bridge.session.is_dirty
        ways = [button for button in panel.findChildren(QPushButton) if "other slot" in button.text()]
        assert ways
        qtbot.mouseClick(ways[0], Qt.MouseButton.LeftButton)
        assert slot(bridge, "s1").end == time(10)
        assert slot(bridge, "s2").start == time(10)

    def test_choice_is_taken_over_at_once_and_undone(self, qtbot: QtBot, bridge: Bridge) -> None:
        panel = shown(qtbot, bridge, "d1")
        access = next(box for box in panel.findChildren(QComboBox) if box.accessibleName() == "Access")
        access.setCurrentIndex(3)
        access.activated.emit(3)
        assert bridge.agenda.days[0].access == "members"
        bridge.undo()
        assert bridge.agenda.days[0].access == "open"

    def test_no_minutes_are_none(self, qtbot: QtBot, bridge: Bridge) -> None:
        panel = shown(qtbot, bridge, "c1")
        (minutes,) = panel.findChildren(QSpinBox)
        minutes.setValue(5)
        assert bridge.tree.node("c1").model_dump()["minutes"] == 5
        (minutes,) = panel.findChildren(QSpinBox)
        minutes.setValue(0)
        assert "minutes" not in bridge.tree.node("c1").model_dump()

    def test_note_is_added_to_the_slot(self, qtbot: QtBot, bridge: Bridge) -> None:
        panel = shown(qtbot, bridge, "s1")
        button = next(one for one in panel.findChildren(QPushButton) if one.text() == "Add a note")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(slot(bridge, "s1").notes) == 1

    def test_refused_value_is_put_back_and_told(self, qtbot: QtBot, bridge: Bridge) -> None:
        panel = shown(qtbot, bridge, "l1")
        (address,) = (
            edit for edit in panel.findChildren(object) if getattr(edit, "accessibleName", str)() == "Address"
        )
        with qtbot.waitSignal(bridge.refused):
            address.setText("javascript:alert(1)")
            address.editingFinished.emit()
        assert not bridge.session.is_dirty


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


class TestExport:
    def test_files_are_written_off_the_windows_thread(self, qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
        dialog = ExportDialog(bridge, str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.start()
        qtbot.waitUntil(lambda: bool(dialog.folder), timeout=60_000)
        assert len(list(tmp_path.iterdir())) == 6

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

    def test_every_beginning_is_a_button(self, qtbot: QtBot) -> None:
        page = StartPage()
        qtbot.addWidget(page)
        with qtbot.waitSignals([page.new_requested, page.open_requested, page.sample_requested]):
            for button in page.findChildren(QPushButton):
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
