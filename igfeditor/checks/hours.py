"""Checks of the family T on the meeting's hours of one day: gaps, breaks, and what lies outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from igfeditor.checks.finding import Fix, Found, Severity, Spot
from igfeditor.checks.fixes import retimed, retimed_with_new, slot_set
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.time import clock_text
from igfeditor.checks.views import Context, DayView
from igfeditor.errors import counted, sentence
from igfeditor.model.agenda import UNCOUNTED_KINDS, Day, Slot
from igfeditor.model.retiming import insert_break_after, place, resize
from igfeditor.model.sequence import name_of
from igfeditor.model.timing import Stretch, are_parallel, gaps_of, hours_of, minutes_of, stretch_of, times_of, track_of

SHORTEST_BREAK: Final = 5
LONGEST_BREAK: Final = 120
LONGEST_WORK: Final = 150
_NEW_BREAK: Final = 15


@check(
    "T03",
    Severity.WARNING,
    Scope.DAY,
    sentence("A gap between slots that nobody planned"),
    hint=sentence("Extend the break or move what follows; waive the finding if the gap is meant to be there."),
)
def unplanned_gap(day: DayView, _: Context) -> Iterator[Found]:
    """T03: gaps within the meeting's hours; what comes before or after them, such as a social event, stands apart."""
    blocks = hours_of(day.day).blocks
    if not blocks:
        return
    for gap in gaps_of(day.day):
        if blocks[0].start <= gap.start and gap.end <= blocks[-1].end:
            yield from _gap_found(day.day, gap)


def _gap_found(day: Day, gap: Stretch) -> Iterator[Found]:
    timed = [slot for slot in day.slots if slot.kind != "side_event" and times_of(slot)]
    before = next((slot for slot in timed if _finish(slot) == gap.start), None)
    after = next((slot for slot in timed if slot.start and minutes_of(slot.start) == gap.end), None)
    if before is not None and after is not None:
        yield Found(
            Spot(before.id, "end"),
            counted(
                gap.length,
                "{count} minute with nothing planned after “{slot}”, from {start} to {end}.",
                "{count} minutes with nothing planned after “{slot}”, from {start} to {end}.",
                slot=name_of(before),
                start=clock_text(gap.start),
                end=clock_text(gap.end),
            ),
            tuple(_filled(day.id, gap, before, after)),
        )


def _finish(slot: Slot) -> int | None:
    times = times_of(slot)
    return None if times is None else times.finish


def _filled(day_id: str, gap: Stretch, before: Slot, after: Slot) -> Iterator[Fix]:
    if before.is_break and not before.locked:
        longer = retimed(day_id, lambda day: resize(day, before.id, end=gap.end))
        yield Fix(sentence("Extend the break to {time}", time=clock_text(gap.end)), longer, safe=False)
    if not after.locked:
        earlier = retimed(day_id, lambda day: place(day, after.id, gap.start, "ripple"))
        yield Fix(sentence("Let what follows start at {time}", time=clock_text(gap.start)), earlier, safe=False)
    if not before.is_break and not after.is_break and stretch_of(before):
        pause = retimed_with_new(
            day_id, Slot, lambda day, ids: insert_break_after(day, before.id, gap.length, ids, "gap")
        )
        yield Fix(sentence("Put a break there"), pause, safe=False)


# --- outside the hours -------------------------------------------------------------------------------------


@check(
    "T08",
    Severity.WARNING,
    Scope.DAY,
    sentence("A slot that counts lies outside the meeting's hours"),
    hint=sentence("Let it not count, or move it between the sessions."),
)
def outside_hours(day: DayView, _: Context) -> Iterator[Found]:
    """T08: the hours are those of the slots that count by their kind; a break at their edge is only mentioned."""
    slots = [view.slot for view in day.slots]
    usual = [slot for slot in slots if slot.kind not in UNCOUNTED_KINDS and not slot.is_break]
    doubtful = [slot for slot in slots if slot.is_counted and (slot.is_break or slot.kind in UNCOUNTED_KINDS)]
    if not doubtful:
        return
    blocks = hours_of(day.day.model_copy(update={"slots": tuple(usual)})).blocks
    for slot in doubtful if blocks else ():
        span = stretch_of(slot)
        if span is None or (blocks[0].start <= span.start and span.end <= blocks[-1].end):
            continue
        uncounted = slot_set(slot.id, counts=False if slot.is_break else None)
        yield Found(
            Spot(slot.id),
            sentence(
                "“{slot}” counts, but the sessions are from {start} to {end}.",
                slot=name_of(slot),
                start=clock_text(blocks[0].start),
                end=clock_text(blocks[-1].end),
            ),
            (Fix(sentence("Do not count it"), uncounted, safe=False),),
            Severity.INFO if slot.is_break else None,
        )


# --- breaks ------------------------------------------------------------------------------------------------


@check(
    "T14",
    Severity.WARNING,
    Scope.DAY,
    sentence("Breaks too short, too long, too rare, or two in a row"),
    hint=sentence("Breaks have 5 to 120 minutes, and work goes on for 150 minutes at most."),
)
def breaks(day: DayView, _: Context) -> Iterator[Found]:
    """T14."""
    slots = [view.slot for view in day.slots]
    for slot in slots:
        if slot.is_break and (span := stretch_of(slot)):
            yield from _length_found(slot, span)
    lanes = dict.fromkeys(track for slot in slots if slot.track and (track := track_of(slot)))
    for lane in lanes or ("",):
        yield from _work_found(day.day, lane)
    timed = sorted((slot for slot in slots if slot.kind != "side_event" and stretch_of(slot)), key=_order)
    for one, other in pairwise(timed):
        if one.is_break and other.is_break and not are_parallel(one, other):
            message = sentence("“{slot}” follows another break.", slot=name_of(other))
            yield Found(Spot(other.id), message)


def _order(slot: Slot) -> int:
    return 0 if slot.start is None else minutes_of(slot.start)


def _length_found(slot: Slot, span: Stretch) -> Iterator[Found]:
    if not SHORTEST_BREAK <= span.length <= LONGEST_BREAK:
        yield Found(
            Spot(slot.id, "end"),
            counted(
                span.length,
                "The break lasts {count} minute.",
                "The break lasts {count} minutes.",
            ),
        )


def _work_found(day: Day, lane: str) -> Iterator[Found]:
    """Find long work in one lane: its own slots, and those of all lanes."""
    slots = tuple(slot for slot in day.slots if not (lane and track_of(slot)) or track_of(slot) == lane)
    part = day.model_copy(update={"slots": slots}) if lane else day
    for block in hours_of(part).blocks:
        if block.length > LONGEST_WORK:
            within = [slot for slot in slots if _is_within(slot, block)]
            yield Found(
                Spot(within[0].id),
                counted(
                    block.length,
                    "{count} minute of work without a break, from {start} to {end}.",
                    "{count} minutes of work without a break, from {start} to {end}.",
                    start=clock_text(block.start),
                    end=clock_text(block.end),
                ),
                tuple(_paused(day.id, block, within)),
            )


def _is_within(slot: Slot, block: Stretch) -> bool:
    span = stretch_of(slot)
    return (
        span is not None
        and slot.is_counted
        and not slot.is_break
        and block.start <= span.start
        and span.end <= block.end
    )


def _paused(day_id: str, block: Stretch, within: Sequence[Slot]) -> Iterator[Fix]:
    """Offer a break after the slot that ends nearest to the middle."""
    ends = {slot.id: span.end for slot in within if (span := stretch_of(slot)) and span.end < block.end}
    if not ends:
        return
    middle = (block.start + block.end) / 2
    last = min(ends, key=lambda name: abs(ends[name] - middle))
    pause = retimed_with_new(day_id, Slot, lambda day, ids: insert_break_after(day, last, _NEW_BREAK, ids))
    label = counted(
        _NEW_BREAK,
        "Put a break of {count} minute at {time}",
        "Put a break of {count} minutes at {time}",
        time=clock_text(ends[last]),
    )
    yield Fix(label, pause, safe=False)
