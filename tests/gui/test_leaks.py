"""The watch of these tests over widgets that are left, and that closing a window leaves none."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from igfeditor.gui.application import make_window
from igfeditor.services.session import Session
from igfeditor.services.settings import Settings
from tests.gui.conftest import left_over


def test_widget_that_is_left_is_named(qapp: QApplication) -> None:
    before = QApplication.topLevelWidgets()
    label = QLabel("left")
    assert left_over(before) == ["QLabel"]
    shiboken6.delete(label)
    assert left_over(before) == []


def test_widget_that_is_held_by_nothing_but_a_circle_goes(qapp: QApplication) -> None:
    before = QApplication.topLevelWidgets()
    widget = QWidget()
    widget.itself = widget  # type: ignore[attr-defined]
    del widget
    assert left_over(before) == []


def test_closed_window_leaves_nothing(qapp: QApplication) -> None:
    before = QApplication.topLevelWidgets()
    window = make_window(qapp, Settings(window_language="en", mode="light"))
    window.show_project(Session.sample())
    window.show()
    for node in ("d1", "s1", "i1", "c1"):
        window.bridge.select(node)
        qapp.processEvents()
    for name in ("find", "replace"):
        window.actions_by_name[name].trigger()
        qapp.processEvents()
    window.hide()
    window.deleteLater()
    del window
    assert left_over(before) == []
