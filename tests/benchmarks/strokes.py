"""B6: one key stroke in a pane at the largest agenda, until everything that follows from it is painted.

Real key events are given to the live editor of the shown window, and all events are worked off: model, history,
tree, both panes, title and actions. What waits for a pause in typing is measured apart. Nothing of it waits for
anything outside, so it is measured in processor time, which other programs do not disturb.
"""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from igfeditor.gui.application import make_application, make_window
from igfeditor.gui.main_window import MainWindow
from igfeditor.services.session import Session
from igfeditor.services.settings import Settings
from tests.agendas import large_agenda
from tests.benchmarks.files import SLOTS, SUB_ITEMS
from tests.benchmarks.measuring import MS, Outcome

WORDS = "The quick committee considers a draft, and adopts it. "
WARM_UP, STROKES = 50, 500
MEDIAN_BOUND, FRAME = 8.0, 16.0
LONG = 50.0
PAUSES = 10
# All of a place in the middle of the meeting: an item and a point under one.
PLACES = ("i1000", "c4001")


def strokes() -> Iterator[Outcome]:
    """Give B6 in both languages, and the work that follows a pause in typing."""
    application = QApplication.instance() or make_application([])
    assert isinstance(application, QApplication)
    window = make_window(application, Settings())
    window.show_project(Session(large_agenda(slots=SLOTS, sub_items=SUB_ITEMS)))
    window.show()
    settle()
    # As the start of the program does it.
    gc.collect()
    gc.freeze()
    typed = [one for place in PLACES for language in ("en", "ar") for one in typing(window, place, language)]
    yield Outcome("key stroke at XL, median / 8 ms", statistics.median(typed), MEDIAN_BOUND, 1.0)
    yield Outcome("the same, 99th percentile / a frame", percentile(typed, 99), FRAME, 1.0)
    yield Outcome("the same, the longest / a frame", max(typed), FRAME)
    yield Outcome("after a pause in typing / what may stay on the window's thread", pause(window), LONG, 1.0)
    gc.unfreeze()
    window.deleteLater()
    settle()


def typing(window: MainWindow, node: str, language: str) -> list[float]:
    """Type into a text, and give the milliseconds that each stroke took."""
    window.bridge.select(node)
    window.panes.pair.editors[language].setFocus()
    settle()
    return [stroke(window, language, place) for place in range(WARM_UP + STROKES)][WARM_UP:]


def stroke(window: MainWindow, language: str, place: int) -> float:
    """Press and release one key, paint all that follows, and give the milliseconds."""
    editor = window.panes.pair.editors[language]
    before = window.bridge.agenda
    start = time.process_time()
    QTest.keyClick(editor, WORDS[place % len(WORDS)])
    settle()
    took = (time.process_time() - start) * MS
    assert window.bridge.agenda is not before
    return took


def pause(window: MainWindow) -> float:
    """Give the milliseconds of work that the pause after a stroke brings: the middle of several."""
    return statistics.median(after_a_pause(window) for _ in range(PAUSES))


def after_a_pause(window: MainWindow) -> float:
    """Type one letter, wait, and give the processor time of what is done in the meantime."""
    QTest.keyClick(window.panes.pair.editors["en"], Qt.Key.Key_A)
    settle()
    start = time.process_time()
    QTest.qWait(400)
    return (time.process_time() - start) * MS


def settle() -> None:
    """Work off all events, and those that they bring; what waits for a timer's time is left."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def percentile(figures: list[float], part: int) -> float:
    """Give the figure that so many of a hundred do not pass."""
    return statistics.quantiles(figures, n=100)[part - 1]
