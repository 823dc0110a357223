"""Where the slots of a day stand on its time line: one bar for each, and those that share minutes side by side.

A group is a run of slots that are held together by minutes in common. Within it each track keeps a lane of its own
as far as it can, so that parallel sessions stand under one another; what only overlaps goes into the next free lane.
Slots that start together have their lanes in the order of the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from igfeditor.model.agenda import Day, Slot
from igfeditor.model.timing import Stretch, Times, times_of, track_of

POINT: Final = 10
"""How many minutes of the time line a slot takes that has no end: enough to be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One slot on the time line: its times, the minute where its bar ends, and its lane among so many."""

    slot: Slot
    times: Times
    foot: int
    lane: int
    lanes: int

    @property
    def start(self) -> int:
        """Give the minute where the bar begins."""
        return self.times.start


@dataclass(slots=True)
class _Seat:
    slot: Slot
    times: Times
    foot: int
    lane: int


class _Group:
    """Slots that are held together by common minutes, in order of time."""

    def __init__(self) -> None:
        self._seats: list[_Seat] = []
        self._feet: list[int] = []
        self._lanes: dict[str, int] = {}

    def is_over(self, start: int) -> bool:
        return all(foot <= start for foot in self._feet)

    def seat(self, slot: Slot, times: Times) -> None:
        foot = times.finish if times.stretch else times.start + POINT
        track = track_of(slot)
        lane = self._lanes.get(track) if track else None
        if lane is None or self._feet[lane] > times.start:
            kept = set(self._lanes.values()) if track else set[int]()
            free = (one for one, end in enumerate(self._feet) if end <= times.start and one not in kept)
            lane = next(free, len(self._feet))
        if lane == len(self._feet):
            self._feet.append(foot)
        self._feet[lane] = foot
        if track:
            self._lanes.setdefault(track, lane)
        self._seats.append(_Seat(slot, times, foot, lane))

    def bars(self) -> list[Bar]:
        return [Bar(seat.slot, seat.times, seat.foot, seat.lane, len(self._feet)) for seat in self._seats]


def bars_of(day: Day) -> tuple[Bar, ...]:
    """Give the bars of all slots of a day that have a start, in order of time."""
    timed = [(times, slot) for slot in day.slots if (times := times_of(slot))]
    bars: list[Bar] = []
    group = _Group()
    for times, slot in sorted(timed, key=lambda one: one[0].start):
        if group.is_over(times.start):
            bars += group.bars()
            group = _Group()
        group.seat(slot, times)
    return (*bars, *group.bars())


def reach_of(bars: tuple[Bar, ...]) -> Stretch | None:
    """Give the minutes from the first start to the last end, or nothing where there is no bar."""
    return Stretch(min(bar.start for bar in bars), max(bar.foot for bar in bars)) if bars else None
