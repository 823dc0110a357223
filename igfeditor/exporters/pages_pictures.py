"""Finished pages: drawn at any size, and leading from a point of a page back to the agenda and the other way.

The library that draws (pdfium) may be used by one thread at a time in a process: `Pages` takes a lock for each call, so
that two threads that draw wait for each other. All lengths are points, counted from the top left corner of a page;
pages are counted from 0.
"""

from __future__ import annotations

import importlib
import threading
from bisect import bisect_right
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from igfeditor.document.blocks import At

_LOCK: Final = threading.RLock()
_ABOVE: Final = 9.0
"""How far letters reach above the foot of their line, more or less."""


class Spot(NamedTuple):
    """Where a paragraph begins: its page, the foot of its first line, and the edges of its column."""

    at: At
    page: int
    foot: float
    left: float
    right: float

    @property
    def top(self) -> float:
        """Give the top of the first line."""
        return self.foot - _ABOVE


class Picture(NamedTuple):
    """A drawn page: four bytes a pixel (blue, green, red, unused), `stride` bytes a line."""

    data: bytes
    width: int
    height: int
    stride: int


class Pages:
    """A finished PDF, opened to be drawn; `spots` tell where each paragraph begins, in the order of the pages.

    Where it holds some pages of a whole only, they keep their numbers there: the first one is `first`. `pages` are the
    numbers of those that can be shown: from `whole_from` on, for what stands above on earlier ones was not printed, and
    without the last one where more would stand on it (`is_cut`).
    """

    def __init__(
        self, data: bytes, spots: tuple[Spot, ...] = (), *, first: int = 0, whole_from: int = 0, is_cut: bool = False
    ) -> None:
        """Open a PDF."""
        self.first: Final = first
        self.data: Final = data
        self.spots: Final = tuple(sorted(spots, key=lambda spot: (spot.page, spot.foot)))
        with drawing() as library:
            self._file: Any = library.PdfDocument(data)
            self.count: Final[int] = len(self._file)
        self.pages: Final = range(whole_from, first + self.count - is_cut)

    def size(self, page: int) -> tuple[float, float]:
        """Give the width and height of a page."""
        with drawing():
            width, height = self._file.get_page_size(page - self.first)
        return width, height

    def picture(self, page: int, scale: float) -> Picture:
        """Draw a page; at scale 1 a point is a pixel."""
        with drawing():
            one = self._file[page - self.first]
            bitmap = one.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            made = Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
            bitmap.close()
            one.close()
        return made

    def at(self, page: int, x: float, y: float) -> At | None:
        """Give what stands at a point of a page: the last paragraph of the nearest column that begins above it."""
        here = [spot for spot in self.spots if spot.page == page]
        if not here:
            return None
        near = min(max(spot.left - x, x - spot.right, 0.0) for spot in here)
        column = [spot for spot in here if max(spot.left - x, x - spot.right, 0.0) == near]
        place = bisect_right([spot.top for spot in column], y)
        return column[max(0, place - 1)].at

    def spot_of(self, node: str, field: str = "") -> Spot | None:
        """Give where a node of the agenda is first printed, and a field of it where that stands alone."""
        of_node = [spot for spot in self.spots if spot.at.node == node]
        of_field = [spot for spot in of_node if spot.at.field == field]
        return next(iter([*of_field, *of_node]), None)

    def close(self) -> None:
        """Give the memory back; nothing can be drawn any more."""
        with drawing():
            self._file.close()


@contextmanager
def drawing() -> Generator[Any]:
    """Hold the library that draws, which one thread may use at a time."""
    with _LOCK:
        yield importlib.import_module("pypdfium2")
