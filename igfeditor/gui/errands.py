"""Work that is sent off the window's thread, and what is done here with what it brings.

One thread does one piece after the other; it is made for the first. Nothing of Qt is touched there: the window looks,
while there is work under way, whether it is done. A fault of the work is raised here, where it is told.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer

_LOOK: Final = 20
"""After how many milliseconds one looks whether work is done."""

_T = TypeVar("_T")


class Errands(QObject):
    """A queue of work for one thread, which ends with this object."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Have nothing to do."""
        super().__init__(parent)
        self._thread: ThreadPoolExecutor | None = None
        self._under_way: deque[tuple[Future[Any], Callable[[Any], object]]] = deque()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Tell whether there is work under way."""
        return bool(self._under_way)

    def send(self, work: Callable[[], _T], then: Callable[[_T], object]) -> None:
        """Have work done elsewhere, then do here what follows from its result."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="errands")
        self._under_way.append((self._thread.submit(work), then))
        self._timer.start()

    def _look(self) -> None:
        if self._under_way and self._under_way[0][0].done():
            future, then = self._under_way.popleft()
            then(future.result())
        if not self._under_way:
            self._timer.stop()
