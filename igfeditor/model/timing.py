"""Hours of a day, computed from its slots: the blocks of the printed schedule, and totals.

All numbers are whole minutes; a moment of a day is counted from its midnight, and one of the next night is
beyond 1,440. Only slots that count and have both a start and an end take part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from typing import Final

from igfeditor.model.agenda import Day, Slot

MINUTES_A_DAY: Final = 1_440


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of minutes, from `start` up to but not including `end`."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Give the number of minutes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Hours:
    """The meeting's hours on one day: its blocks of work and the number of breaks between them."""

    blocks: tuple[Stretch, ...]
    breaks: int

    @property
    def with_breaks(self) -> int:
        """Give the minutes from the first start to the last end; unplanned pauses are within."""
        return self.blocks[-1].end - self.blocks[0].start if self.blocks else 0

    @property
    def without_breaks(self) -> int:
        """Give the minutes of work."""
        return sum(block.length for block in self.blocks)


def minutes_of(clock: time) -> int:
    """Give the minutes from midnight to a clock time."""
    return clock.hour * 60 + clock.minute


def clock_of(minutes: int) -> time:
    """Give the clock time of a minute of the day, or of the night after."""
    return time(minutes // 60 % 24, minutes % 60)


def stretch_of(slot: Slot) -> Stretch | None:
    """Give the minutes of a slot, or nothing for a point in time or an end that is not after its start."""
    if slot.start is None or slot.end is None:
        return None
    end = minutes_of(slot.end) + (MINUTES_A_DAY if slot.next_day_end else 0)
    start = minutes_of(slot.start)
    return Stretch(start, end) if end > start else None


def hours_of(day: Day) -> Hours:
    """Give the hours of a day.

    A block is a run of counting slots without a break or a pause between them; slots that overlap (parallel
    ones) make one block. Breaks before the first or after the last block are outside the meeting's hours. Where
    a day has no break slot, each pause between two blocks is one.
    """
    counted = [slot for slot in day.slots if slot.is_counted]
    blocks = _joined(stretch for slot in counted if not slot.is_break and (stretch := stretch_of(slot)))
    if not blocks:
        return Hours((), 0)
    between = [
        stretch
        for slot in counted
        if slot.is_break and (stretch := stretch_of(slot)) and blocks[0].start < stretch.start < blocks[-1].end
    ]
    return Hours(blocks, len(between) or len(blocks) - 1)


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: (one.start, one.end)):
        if joined and stretch.start <= joined[-1].end:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, stretch.end))
        else:
            joined.append(stretch)
    return tuple(joined)
