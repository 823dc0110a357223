"""Hours of a day, measured from its slots: times, blocks of the printed schedule, pauses, overlaps and totals.

All numbers are whole minutes; a moment of a day is counted from its midnight, and one of the next night is
beyond 1,440. Nothing is changed here: what moves slots is `igfeditor.model.retiming`.

Two slots are parallel where each names a track and the tracks differ, and a side event is parallel to everything;
what is not parallel stands in one sequence, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from itertools import pairwise
from typing import Final

from igfeditor.language.markup import plain
from igfeditor.model.agenda import Day, Slot, Text

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
class Times:
    """The times of a slot as they are written; without `end` it is a point in time."""

    start: int
    end: int | None = None

    @property
    def stretch(self) -> Stretch | None:
        """Give the minutes, or nothing for a point in time or an end that is not after its start."""
        return None if self.end is None or self.end <= self.start else Stretch(self.start, self.end)

    @property
    def finish(self) -> int:
        """Give the end, or the start where there is no sound end."""
        return self.start if self.end is None else max(self.start, self.end)

    def moved(self, minutes: int) -> Times:
        """Give the same times so many minutes later."""
        return Times(self.start + minutes, None if self.end is None else self.end + minutes)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two slots that are not parallel and have minutes in common; the one that starts first is `first`."""

    first: str
    second: str
    common: Stretch


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


@dataclass(frozen=True, slots=True)
class Totals:
    """The minutes of one day: its hours, what of them are breaks, and what of them nobody planned."""

    hours: Hours
    break_minutes: int

    @property
    def with_breaks(self) -> int:
        """Give the minutes from the first start to the last end: work, breaks and unplanned pauses."""
        return self.hours.with_breaks

    @property
    def without_breaks(self) -> int:
        """Give the minutes of work."""
        return self.hours.without_breaks

    @property
    def unplanned(self) -> int:
        """Give the minutes of the pauses between blocks that no break fills."""
        return self.with_breaks - self.without_breaks - self.break_minutes


def minutes_of(clock: time) -> int:
    """Give the minutes from midnight to a clock time."""
    return clock.hour * 60 + clock.minute


def clock_of(minutes: int) -> time:
    """Give the clock time of a minute of the day, or of the night after."""
    return time(minutes // 60 % 24, minutes % 60)


def times_of(slot: Slot) -> Times | None:
    """Give the minutes of a slot as they are written, or nothing for a row without a start."""
    if slot.start is None:
        return None
    if slot.end is None:
        return Times(minutes_of(slot.start))
    return Times(minutes_of(slot.start), minutes_of(slot.end) + (MINUTES_A_DAY if slot.next_day_end else 0))


def stretch_of(slot: Slot) -> Stretch | None:
    """Give the minutes of a slot, or nothing for a point in time or an end that is not after its start."""
    times = times_of(slot)
    return None if times is None else times.stretch


def source_of(text: Text) -> str:
    """Give the source text without markup: of all languages it is the one that has no state of translation."""
    wordings = sorted((phrase.state is not None, phrase.text) for phrase in text.root.values() if phrase.text.strip())
    return plain(wordings[0][1]) if wordings else ""


def track_of(slot: Slot) -> str:
    """Give what tells one track from another: its source text, whatever its capitals and spaces."""
    return " ".join(source_of(slot.track).split()).casefold()


def are_parallel(one: Slot, other: Slot) -> bool:
    """Tell whether two slots may have minutes in common."""
    if "side_event" in (one.kind, other.kind):
        return True
    tracks = track_of(one), track_of(other)
    return all(tracks) and tracks[0] != tracks[1]


def hours_of(day: Day) -> Hours:
    """Give the hours of a day; only slots that count and have both a start and an end take part.

    A block is a run of counting slots without a break or a pause between them; slots that overlap (parallel
    ones) make one block. Breaks before the first or after the last block are outside the meeting's hours. Where
    a day has no break slot, each pause between two blocks is one.
    """
    blocks = _joined(
        stretch for slot in day.slots if slot.is_counted and not slot.is_break if (stretch := stretch_of(slot))
    )
    if not blocks:
        return Hours((), 0)
    # A break beside a session that goes on, on another track, interrupts nothing.
    between = [
        one
        for one in _breaks(day)
        if blocks[0].start < one.start < blocks[-1].end
        and not any(block.start <= one.start and one.end <= block.end for block in blocks)
    ]
    return Hours(blocks, len(between) or len(blocks) - 1)


def totals_of(day: Day) -> Totals:
    """Give the totals of a day; a break counts where it lies between two blocks and nobody works."""
    hours = hours_of(day)
    breaks = _joined(_breaks(day))
    return Totals(hours, sum(_common(pause, one) for pause in _holes(hours.blocks) for one in breaks))


def gaps_of(day: Day) -> tuple[Stretch, ...]:
    """Give the pauses between the first start and the last end in which nothing at all is planned.

    Side events fill nothing. A slot without an end that stands in a pause is taken to last until the next one
    starts, for nobody knows better.
    """
    known = sorted(
        (times for slot in day.slots if slot.kind != "side_event" if (times := times_of(slot))),
        key=lambda times: times.start,
    )
    filled = _joined(stretch for times in known if (stretch := times.stretch))
    lasting = [
        Stretch(times.start, following.start)
        for times, following in pairwise(known)
        if not times.stretch and not any(one.start <= times.start < one.end for one in filled)
    ]
    edges = [Stretch(times.start, times.start) for times in (*known[:1], *known[-1:])]
    return _holes(_joined((*filled, *lasting, *edges)))


def overlaps_of(day: Day) -> tuple[Overlap, ...]:
    """Give each pair of slots that have minutes in common and are not parallel, in order of time."""
    spans = sorted(
        ((stretch, slot) for slot in day.slots if (stretch := stretch_of(slot))), key=lambda span: span[0].start
    )
    overlaps: list[Overlap] = []
    running: list[tuple[Stretch, Slot]] = []
    for stretch, slot in spans:
        running = [span for span in running if span[0].end > stretch.start]
        overlaps += (
            Overlap(other.id, slot.id, Stretch(stretch.start, min(stretch.end, before.end)))
            for before, other in running
            if not are_parallel(other, slot)
        )
        running.append((stretch, slot))
    return tuple(overlaps)


def _breaks(day: Day) -> list[Stretch]:
    return [stretch for slot in day.slots if slot.is_counted and slot.is_break if (stretch := stretch_of(slot))]


def _common(one: Stretch, other: Stretch) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _holes(joined: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    return tuple(Stretch(before.end, after.start) for before, after in pairwise(joined))


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: (one.start, one.end)):
        if joined and stretch.start <= joined[-1].end:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, stretch.end))
        else:
            joined.append(stretch)
    return tuple(joined)
