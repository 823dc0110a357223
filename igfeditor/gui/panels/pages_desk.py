"""Where pages lie on their desk: columns of pages, and what is level in two of them. All lengths are pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from igfeditor.exporters.pages_pictures import Spot
from igfeditor.gui.panels.pages_press import Printed
from igfeditor.gui.theme import GRID
from igfeditor.language.bidi import direction_of

GAP: Final = 2 * GRID


class Column(NamedTuple):
    """One layout: where its column begins, how wide it is, and the top of each page, in pixels of the whole desk."""

    printed: Printed
    left: float
    width: float
    tops: tuple[float, ...]
    height: float


def columns_of(printed: Sequence[Printed], scale: float) -> tuple[Column, ...]:
    """Lay layouts beside each other, `scale` pixels a point."""
    columns, left = list[Column](), float(GAP)
    for one in printed:
        tops, top = list[float](), float(GAP)
        for _, height in one.sizes:
            tops.append(top)
            top += height * scale + GAP
        columns.append(Column(one, left, widest(one) * scale, tuple(tops), top))
        left += columns[-1].width + GAP
    return tuple(columns)


def anchors_of(first: Column, column: Column) -> tuple[tuple[float, float], ...]:
    """Pair the heights in the longest column with those in another one, by what stands in both."""
    places = {spot.at: height_of(column, spot.page, spot.top) for spot in reversed(column.printed.pages.spots)}
    pairs = [(0.0, 0.0)]
    for spot in first.printed.pages.spots:
        pair = (height_of(first, spot.page, spot.top), places.get(spot.at, -1.0))
        if pair[0] > pairs[-1][0] and pair[1] > pairs[-1][1]:
            pairs.append(pair)
    pairs.append((max(first.height, pairs[-1][0] + 1), max(column.height, pairs[-1][1] + 1)))
    return tuple(pairs)


def widest(printed: Printed) -> float:
    """Give the width of the widest page, in points."""
    return max((width for width, _ in printed.sizes), default=0.0)


def runs_from_right(printed: Printed, spot: Spot) -> bool:
    """Tell whether a paragraph begins at its right edge: in Arabic, which has the right half where it shares a page."""
    languages = printed.name.split("-")
    width = printed.sizes[spot.page][0]
    return direction_of(languages[-1]) == "rtl" and (len(languages) == 1 or spot.left >= width / 2)


def height_of(column: Column, page: int, y: float) -> float:
    """Give the height on the desk of a point of a page."""
    heights = column.printed.sizes[page][1]
    below = column.tops[page + 1] - GAP if page + 1 < len(column.tops) else column.height - GAP
    return column.tops[page] + y * (below - column.tops[page]) / heights


def between(anchors: Sequence[tuple[float, float]], height: float) -> float:
    """Give the height in a column that is level with one in the longest column."""
    after = min(max(bisect_right(anchors, (height, float("inf"))), 1), len(anchors) - 1)
    (here, there), (here_next, there_next) = anchors[after - 1], anchors[after]
    return there + (height - here) / (here_next - here) * (there_next - there)
