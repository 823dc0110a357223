"""Every control of the window can be reached by keyboard, and has a name that a screen reader says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from igfeditor.gui import file_deeds
from igfeditor.gui.dialogs.export import ExportDialog
from igfeditor.gui.dialogs.keys import KeysDialog
from igfeditor.gui.main_window import MainWindow

LANGUAGES = ("en", "ar")
NODES = ("meeting", "d1", "s1", "i1")


def controls(holder: QWidget) -> Iterator[QWidget]:
    """Give all widgets that take the keyboard, but those that Qt puts into its own."""
    for widget in holder.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), (QComboBox, QSpinBox))
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            yield widget


def nameless(holder: QWidget) -> list[str]:
    """Give the controls without a name."""
    found: list[str] = []
    for widget in controls(holder):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_start_page_is_named(window: MainWindow, language: str) -> None:
    window.speak(language)
    QApplication.processEvents()
    assert nameless(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("node", NODES)
def test_every_control_is_named(window: MainWindow, language: str, node: str) -> None:
    window.speak(language)
    file_deeds.sample(window)
    window.bridge.select(node)
    for tab in range(window.side.count()):
        window.side.setCurrentIndex(tab)
        QApplication.processEvents()
        assert nameless(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_dialogs_are_named(window: MainWindow, qtbot: QtBot, tmp_path: Path, language: str) -> None:
    window.speak(language)
    file_deeds.sample(window)
    for dialog in (ExportDialog(window.bridge, str(tmp_path), window), KeysDialog(window.actions_by_name, window)):
        dialog.show()
        QApplication.processEvents()
        assert nameless(dialog) == []
        dialog.close()
        dialog.deleteLater()


@pytest.mark.parametrize("language", LANGUAGES)
def test_f6_goes_round_the_parts_of_the_window(window: MainWindow, qtbot: QtBot, language: str) -> None:
    window.speak(language)
    file_deeds.sample(window)
    window.bridge.select("i1")
    QApplication.processEvents()
    parts = (window.tree_side, window.panes, window.side)
    window.tree_side.words.setFocus()
    for key, expected in (("next-part", (1, 2, 0, 1)), ("previous-part", (0, 2, 1, 0))):
        for place in expected:
            window.actions_by_name[key].trigger()
            focus = QApplication.focusWidget()
            assert focus is not None
            assert parts[place].isAncestorOf(focus)
    window.actions_by_name["side"].trigger()
    window.actions_by_name["previous-part"].trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.panes.isAncestorOf(focus)


def test_panes_of_a_row_are_left_by_no_key_but_texts_follow_each_other_by_tab(window: MainWindow, qtbot: QtBot) -> None:
    file_deeds.sample(window)
    window.bridge.select("i1")
    english, arabic = window.panes.pair.editors["en"], window.panes.pair.editors["ar"]
    english.setFocus()
    qtbot.keyClick(english, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is arabic
    before = window.panes.current
    qtbot.keyClick(arabic, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is english
    assert window.panes.current != before


def test_fields_with_a_clear_button_are_no_traps(window: MainWindow) -> None:
    assert all(edit.focusPolicy() != Qt.FocusPolicy.NoFocus for edit in window.findChildren(QLineEdit))
