"""What all tests of the window share: no display, the dressed application, and silence of Qt."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from igfeditor.gui import file_deeds, main_window, theme
from igfeditor.gui.application import make_window
from igfeditor.gui.main_window import MainWindow
from igfeditor.services.session import Session
from igfeditor.services.settings import Settings
from igfeditor.storage.project_file import save_project

# Fonts of other scripts, missing on the machine of the test, say nothing about the window.
_OF_THE_MACHINE = ("OpenType support missing", "propagateSizeHints", "This plugin does not support")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Dress the application once, as its start does."""
    if not qapp.property("dressed"):
        theme.dress(qapp)
        qapp.setProperty("dressed", True)


@pytest.fixture(autouse=True)
def _silence() -> Iterator[None]:
    """Fail a test in which Qt warns of anything."""
    said: list[str] = []

    def listen(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(known in words for known in _OF_THE_MACHINE):
            said.append(words)

    before = qInstallMessageHandler(listen)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(autouse=True)
def _nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test after which a window, menu or other widget without a parent is left, be it hidden."""
    # They are held, so that none that is made later is taken for one of them.
    before = QApplication.topLevelWidgets()
    yield
    assert left_over(before) == []


def left_over(before: list[QWidget]) -> list[str]:
    """Give what kinds of widgets without a parent have come to those that were there and would never go."""
    if _new_kinds(before):
        gc.collect()
    return _new_kinds(before)


def _new_kinds(before: list[QWidget]) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    known = set(map(id, before))
    return sorted(type(one).__name__ for one in QApplication.topLevelWidgets() if id(one) not in known)


def _asked_for_nothing(*asked: object) -> None:
    pytest.fail(f"the window asked what no test answers: {asked}")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Give the whole window, light and in English; it keeps no settings and asks nothing when it is closed."""
    monkeypatch.setattr(main_window, "save_settings", lambda settings: None)
    # A question that no test answers would wait for ever.
    for name in ("question", "exec"):
        monkeypatch.setattr(QMessageBox, name, _asked_for_nothing)
    # No text is looked through but where that is tested: reading dictionaries would take the time of all tests.
    made = make_window(qapp, Settings(window_language="en", mode="light", spelling=False))
    made.show()
    yield made
    monkeypatch.setattr(file_deeds, "may_leave", lambda _: True)
    made.speak("en")
    made.close()
    made.deleteLater()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the sample as a file of its own."""
    made = tmp_path / "plenary.agenda.json"
    save_project(Session.sample().agenda, made)
    return made
