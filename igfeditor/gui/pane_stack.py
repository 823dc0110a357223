"""The rows of the panes one under the other: laid out when they are first looked at, guessed before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from igfeditor.document.outline import OutlineLine
from igfeditor.gui.pane_layout import Row, RowMaker


class RowStack:
    """Rows with their heights and tops; one of them may be `opened`, with room for what is put under its texts."""

    def __init__(self, maker: RowMaker) -> None:
        """Begin with no rows, and with columns."""
        self._maker = maker
        self._lines: Sequence[OutlineLine] = ()
        self._rows: list[Row | None] = []
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._opened: tuple[int | None, float] = (None, 0.0)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._rows)

    @property
    def total(self) -> float:
        """Give the height of all rows together."""
        return self._tops[-1]

    def reset(self, lines: Sequence[OutlineLine], maker: RowMaker) -> None:
        """Stack other lines; the layout of a line that was there before is used again, for the same columns."""
        known: dict[tuple[str, str], Row] = {}
        if maker is self._maker:
            known = {(row.line.node, row.line.field): row for row in self._rows if row is not None}
        self._maker, self._lines = maker, lines
        self._rows, self._heights = [], []
        for line in lines:
            old = known.get((line.node, line.field))
            row = old if old is not None and old.line == line else None
            self._rows.append(row)
            self._heights.append(row.height if row else maker.estimate(line))
        self._opened = (None, 0.0)
        self._restack(0)

    def row(self, place: int) -> Row:
        """Give a row, laid out."""
        row = self._rows[place]
        if row is None:
            row = self._rows[place] = self._maker.make(self._lines[place])
            self._set_height(place, row.height)
        return row

    def renew(self, place: int) -> bool:
        """Lay a row out anew after its line changed; tells whether those under it have moved."""
        before = self._heights[place]
        if self._rows[place] is not None:
            self._rows[place] = None
            self.row(place)
        return self._heights[place] != before

    def open(self, place: int | None, room: float) -> None:
        """Give one row room under its texts, and take it from the row that had it."""
        if (place, room) == self._opened:
            return
        was = self._opened[0]
        self._opened = (place, room)
        for changed in sorted({one for one in (was, place) if one is not None and one < len(self._rows)}):
            self._set_height(changed, self.row(changed).height)

    def top(self, place: int) -> float:
        """Give where a row begins."""
        return self._tops[place]

    def bottom(self, place: int) -> float:
        """Give where a row ends."""
        return self._tops[place + 1]

    def at(self, height: float) -> int | None:
        """Give the row that lies at a height, if one does."""
        if not self._rows or not 0 <= height < self.total:
            return None
        return bisect_right(self._tops, height) - 1

    def lay_out(self, top: float, bottom: float) -> float:
        """Lay out all rows between two heights; gives by how much what is seen has moved down."""
        place = self.at(max(top, 0))
        moved = 0.0
        while place is not None and place < len(self._rows) and self._tops[place] < bottom + moved:
            if self._rows[place] is None:
                before = self._heights[place]
                self.row(place)
                if self._tops[place] < top:
                    moved += self._heights[place] - before
            place += 1
        return moved

    def _set_height(self, place: int, height: float) -> None:
        opened, room = self._opened
        height += room if place == opened else 0
        if height != self._heights[place]:
            self._heights[place] = height
            self._restack(place)

    def _restack(self, place: int) -> None:
        tops = self._tops[: place + 1]
        top = tops[-1]
        for height in self._heights[place:]:
            top += height
            tops.append(top)
        self._tops = tops
