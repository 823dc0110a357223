"""From minutes to places on the ground of the time line, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from igfeditor.gui.theme import GRID
from igfeditor.model.bars import Bar, reach_of
from igfeditor.model.timing import MINUTES_A_DAY, Stretch

HOUR: Final = 60
_MARGIN: Final = 30
"""How many minutes are shown before the first slot and after the last, at least."""
_GAP: Final = GRID / 4
_FEWEST, _MOST = 6, 15
"""How many minutes have the height of one line, at least and at most: as the short slots of the day ask for it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of minutes on a ground of a width; the hours stand in a gutter where lines begin."""

    reach: Stretch
    per_minute: float
    gutter: float
    width: float
    is_mirrored: bool = False

    @property
    def height(self) -> float:
        """Give the height of the ground."""
        return self.reach.length * self.per_minute

    def y(self, minute: float) -> float:
        """Give the place of a minute, from the top of the ground."""
        return (minute - self.reach.start) * self.per_minute

    def minute(self, y: float) -> float:
        """Give the minute at a place."""
        return self.reach.start + y / self.per_minute

    def band(self, stretch: Stretch) -> QRectF:
        """Give the room of some minutes beside the gutter."""
        left = 0.0 if self.is_mirrored else self.gutter
        return QRectF(left, self.y(stretch.start), self.width - self.gutter, stretch.length * self.per_minute)

    def room(self, bar: Bar) -> QRectF:
        """Give the room of a bar in its lane."""
        band = self.band(Stretch(bar.start, bar.foot))
        wide = (band.width() - GRID) / bar.lanes
        lane = bar.lanes - 1 - bar.lane if self.is_mirrored else bar.lane
        start = band.left() + (GRID if self.is_mirrored else 0.0)
        return QRectF(start + lane * wide, band.top(), wide, band.height()).adjusted(0.5, 0.5, -_GAP, -1.0)

    def hours(self) -> range:
        """Give the minutes of all whole hours that are shown."""
        return range(-(-self.reach.start // HOUR) * HOUR, self.reach.end + 1, HOUR)

    def bar_at(self, bars: tuple[Bar, ...], point: QPointF) -> Bar | None:
        """Give the bar at a place; of several, the one that starts last."""
        return next((bar for bar in reversed(bars) if self.room(bar).contains(point)), None)


def scale_for(bars: tuple[Bar, ...], line: float, gutter: float, width: float, *, is_mirrored: bool) -> Scale:
    """Give a scale in which all but the few shortest slots of a day have room for a line of so many pixels."""
    shown = reach_of(bars) or Stretch(9 * HOUR, 17 * HOUR)
    start = max(0, (shown.start - _MARGIN) // _MARGIN * _MARGIN)
    end = min(2 * MINUTES_A_DAY, -(-(shown.end + _MARGIN) // _MARGIN) * _MARGIN)
    lengths = sorted(bar.foot - bar.start for bar in bars) or [_MARGIN]
    minutes_a_line = max(_FEWEST, min(lengths[len(lengths) // 5], _MOST))
    return Scale(Stretch(start, end), line / minutes_a_line, gutter, width, is_mirrored)
