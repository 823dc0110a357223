"""Long work in slices between the events of the window, so that a key stroke never waits for it.

The work is an iterator of small steps. It shares the window's thread: what it reads cannot change under it, and
nothing has to be locked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

_SLICE: Final = 0.008
"""How many seconds one slice takes: less than a picture on the screen lasts."""

Attempt = Callable[[Callable[[], bool]], "bool | None"]


class Slices(QObject):
    """One piece of work at a time; `attempt` takes what the work refuses, which is then at its end."""

    def __init__(self, attempt: Attempt, parent: QObject | None = None) -> None:
        """Have nothing to do."""
        super().__init__(parent)
        self._attempt = attempt
        self._steps: Iterator[object] = iter(())
        self._then: Callable[[bool], object] = lambda _: None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Tell whether there is work to do."""
        return self._timer.isActive()

    def run(self, steps: Iterable[object], then: Callable[[bool], object]) -> None:
        """Do the steps, then what follows, which is told whether all was done; work that was under way is dropped."""
        self._steps, self._then = iter(steps), then
        self._timer.start()

    def stop(self) -> None:
        """Drop what is not done yet."""
        self._timer.stop()

    def _go_on(self) -> None:
        has_more = self._attempt(self._slice)
        if has_more:
            return
        self._timer.stop()
        self._then(has_more is not None)

    def _slice(self) -> bool:
        """Do what fits into a slice; tells whether there may be more."""
        end = perf_counter() + _SLICE
        return any(perf_counter() >= end for _ in self._steps)
