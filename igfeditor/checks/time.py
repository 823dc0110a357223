"""Checks of the family T on the slots of one day: their order, their ends, what overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from igfeditor.checks.finding import Fix, Found, Severity, Spot
from igfeditor.checks.fixes import on_day, retimed, slot_set
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import Context, DayView, SlotView
from igfeditor.errors import counted, sentence
from igfeditor.model.agenda import Slot
from igfeditor.model.retiming import place, resize, sorted_day
from igfeditor.model.sequence import name_of
from igfeditor.model.timing import clock_of, minutes_of, overlaps_of, stretch_of, track_of

_NOON: Final = 12 * 60


def clock_text(minutes: int) -> str:
    """Give a minute of the day as "09:00"."""
    return clock_of(minutes).isoformat("minutes")


@check(
    "T01",
    Severity.ERROR,
    Scope.SLOT,
    sentence("A slot does not end after it starts"),
    hint=sentence("Correct the start or the end, or let the slot end on the next day."),
)
def end_not_after_start(slot: SlotView, _: Context) -> Iterator[Found]:
    """T01."""
    times = slot.times
    if times is None or times.end is None or times.stretch is not None:
        return
    node = slot.slot
    fixes: list[Fix] = []
    if times.end < times.start:
        swapped = slot_set(node.id, start=node.end, end=node.start)
        fixes.append(Fix(sentence("Exchange start and end"), swapped, safe=False))
    if times.end < times.start and times.start >= _NOON:
        later = slot_set(node.id, next_day_end=True)
        fixes.append(Fix(sentence("Let it end on the next day"), later, safe=False))
    yield Found(
        Spot(node.id, "end"),
        sentence("It starts at {start} and ends at {end}.", start=clock_text(times.start), end=clock_text(times.end)),
        tuple(fixes),
    )


@check(
    "T02",
    Severity.ERROR,
    Scope.DAY,
    sentence("Slots overlap that are not parallel"),
    hint=sentence("Move one of them, or give both a track if they are held at the same time."),
)
def overlap(day: DayView, _: Context) -> Iterator[Found]:
    """T02."""
    if len(day.slots) < 2:
        return
    slots = {view.slot.id: view.slot for view in day.slots}
    for one in overlaps_of(day.day):
        first, second = slots[one.first], slots[one.second]
        yield Found(
            Spot(second.id, "start"),
            counted(
                one.common.length,
                "“{slot}” shares {count} minute with “{other}”, from {start} to {end}.",
                "“{slot}” shares {count} minutes with “{other}”, from {start} to {end}.",
                slot=name_of(second),
                other=name_of(first),
                start=clock_text(one.common.start),
                end=clock_text(one.common.end),
            ),
            tuple(_apart(day.day.id, first, second)),
        )


def _apart(day_id: str, first: Slot, second: Slot) -> Iterator[Fix]:
    before, after = stretch_of(first), stretch_of(second)
    if before is None or after is None:
        return
    if before.start < after.start and before.end <= after.end and not first.locked:
        shorter = retimed(day_id, lambda day: resize(day, first.id, end=after.start))
        label = sentence("End “{slot}” at {time}", slot=name_of(first), time=clock_text(after.start))
        yield Fix(label, shorter, safe=False)
    if not second.locked:
        later = retimed(day_id, lambda day: place(day, second.id, before.end, "ripple"))
        label = sentence("Start “{slot}” at {time}", slot=name_of(second), time=clock_text(before.end))
        yield Fix(label, later, safe=False)


@check(
    "T04",
    Severity.WARNING,
    Scope.DAY,
    sentence("Slots do not stand in the order of time"),
    hint=sentence("Sort the day; parallel slots may stand track by track."),
)
def out_of_order(day: DayView, _: Context) -> Iterator[Found]:
    """T04: each lane is held against itself and against what is in all lanes."""
    latest: dict[str, Slot] = {}
    has_lanes = any(_lane(view.slot) for view in day.slots)
    fix = Fix(sentence("Sort the day by time"), on_day(day.day.id, sorted_day), safe=not has_lanes)
    for slot in (view.slot for view in day.slots if view.times is not None):
        lane = _lane(slot)
        before = [one for name, one in latest.items() if not (lane and name and lane != name)]
        late = max(before, key=_start, default=None)
        if late is not None and _start(slot) < _start(late):
            message = sentence(
                "“{slot}” stands after “{other}”, which starts later.", slot=name_of(slot), other=name_of(late)
            )
            yield Found(Spot(slot.id, "start"), message, (fix,))
        else:
            latest[lane] = slot


def _lane(slot: Slot) -> str:
    """Give what tells parallel slots apart; a side event is parallel to everything."""
    return "side event" if slot.kind == "side_event" else track_of(slot)


def _start(slot: Slot) -> int:
    return 0 if slot.start is None else minutes_of(slot.start)


@check(
    "T17",
    Severity.INFO,
    Scope.SLOT,
    sentence("A slot has no end, or no time"),
    hint=sentence("Write the time, if it is known."),
)
def open_end(slot: SlotView, _: Context) -> Iterator[Found]:
    """T17: a note row without time is as it should be, unless numbered items stand in it."""
    node = slot.slot
    if slot.times is None:
        if any(item.number != "none" for item in node.items):
            yield Found(Spot(node.id, "start"), sentence("“{slot}” has items but no time.", slot=name_of(node)))
    elif slot.times.end is None and node.kind != "note":
        yield Found(Spot(node.id, "end"), sentence("“{slot}” has no end.", slot=name_of(node)))
