"""Long work between the events of the window: all of it is done, in its order, and the window goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from igfeditor.gui import slices
from igfeditor.gui.slices import Slices


def plainly(work: Callable[[], bool]) -> bool | None:
    return work()


def test_all_steps_are_done_before_what_follows(qtbot: QtBot) -> None:
    seen: list[object] = []
    work = Slices(plainly)
    work.run((seen.append(step) for step in range(5)), seen.append)
    assert work.is_running
    assert seen == []
    qtbot.waitUntil(lambda: not work.is_running)
    assert seen == [0, 1, 2, 3, 4, True]


def test_events_come_between_the_slices(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "_SLICE", 0.0)
    seen: list[object] = []

    def steps() -> Iterator[None]:
        QTimer.singleShot(0, lambda: seen.append("event"))
        for step in range(50):
            seen.append(step)
            yield

    work = Slices(plainly)
    work.run(steps(), seen.append)
    qtbot.waitUntil(lambda: not work.is_running)
    assert seen[-1] is True
    assert 0 < seen.index("event") < 50


def test_new_work_takes_the_place_of_old(qtbot: QtBot) -> None:
    seen: list[object] = []
    work = Slices(plainly)
    work.run((seen.append("old") for _ in range(5)), seen.append)
    work.run((seen.append("new") for _ in range(1)), seen.append)
    qtbot.waitUntil(lambda: not work.is_running)
    assert seen == ["new", True]
    work.run((seen.append("dropped") for _ in range(1)), seen.append)
    work.stop()
    assert not work.is_running
    qtbot.wait(5)
    assert seen == ["new", True]


def test_refused_work_ends_and_what_follows_is_told(qtbot: QtBot) -> None:
    seen: list[object] = []

    def attempt(work: Callable[[], bool]) -> bool | None:
        try:
            return work()
        except ValueError:
            return None

    def steps() -> Iterator[None]:
        seen.append("begun")
        yield
        raise ValueError

    work = Slices(attempt)
    work.run(steps(), seen.append)
    qtbot.waitUntil(lambda: not work.is_running)
    assert seen == ["begun", False]
