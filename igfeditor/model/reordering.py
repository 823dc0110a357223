"""Times of slots that change their place: what stood in order of time still does when its rows were moved.

    over_pause(day, ["s2"], -1)     a slot moves over the pause before it, and keeps its place
    in_place(before, after)         the day after a move of rows, with the times of their new places

Rows that change places keep their lengths, and the pauses between them stay where they are: nothing moves that stands
outside. Rows that come from another day begin when the row before their new place ends, and may then overlap what
follows. A day that was not in order of time keeps its times, and so do rows that lie beside each other: what is
parallel is no question of order. Locked slots never move.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from igfeditor.model.agenda import Day, Slot
from igfeditor.model.retiming import movable, sorted_day
from igfeditor.model.sequence import with_times
from igfeditor.model.timing import Times, times_of

Timed = tuple[Slot, Times]


def over_pause(day: Day, slot_ids: Collection[str], step: int) -> Day:
    """Move rows over the pause before them (-1) or after them (1); gives the very day where there is none."""
    rows = _timed(day.slots)
    places = [place for place, (slot, _) in enumerate(rows) if slot.id in slot_ids]
    if not places or not _is_in_order(day) or places[-1] - places[0] >= len(places):
        return day
    before, after = rows[: places[0]], rows[places[-1] + 1 :]
    start, finish = rows[places[0]][1].start, _finish(rows[place] for place in places)
    if step < 0:
        minutes = min(0, _finish(before) - start) if before else 0
    else:
        minutes = max(0, after[0][1].start - finish) if after else 0
    return _with_times(day, {rows[place][0].id: rows[place][1].moved(minutes) for place in places})


def in_place(before: Day, after: Day) -> Day:
    """Give rows that were moved in a day, or into it, the times of their new places."""
    if not _is_in_order(before):
        return after
    known = {slot.id for slot in before.slots}
    if any(slot.id not in known for slot in after.slots):
        return _with_times(after, _following(after.slots, known))
    return _with_times(after, _dealt(_timed(before.slots), _timed(after.slots)))


def _dealt(old: Sequence[Timed], new: Sequence[Timed]) -> dict[str, Times]:
    """Deal the minutes between the first and the last row that has changed its place out in the new order."""
    changed = [place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one[0].id != other[0].id]
    if not changed or len(old) != len(new):
        return {}
    span = slice(changed[0], changed[-1] + 1)
    if any(not times.stretch for _, times in old[span]):
        return {}
    pauses = [later.start - earlier.finish for (_, earlier), (_, later) in pairwise(old[span])]
    if any(pause < 0 for pause in pauses):
        return {}
    dealt: dict[str, Times] = {}
    start = old[changed[0]][1].start
    for (slot, times), pause in zip(new[span], (*pauses, 0), strict=True):
        dealt[slot.id] = times.moved(start - times.start)
        start = dealt[slot.id].finish + pause
    return dealt


def _following(slots: Sequence[Slot], known: Collection[str]) -> dict[str, Times]:
    """Let rows that are new to a day begin where the one before them ends, or end where the first begins."""
    rows = _timed(slots)
    first = next((place for place, (slot, _) in enumerate(rows) if slot.id in known), None)
    if first is None:
        return {}
    leading = sum(times.finish - times.start for _, times in rows[:first])
    finish, placed = rows[first][1].start - leading, dict[str, Times]()
    for slot, times in rows:
        if slot.id in known or slot.locked:
            finish = max(finish, times.finish)
        else:
            placed[slot.id] = times.moved(finish - times.start)
            finish = placed[slot.id].finish
    return placed


def _timed(slots: Iterable[Slot]) -> list[Timed]:
    return [(slot, times) for slot in slots if (times := times_of(slot))]


def _finish(rows: Iterable[Timed]) -> int:
    return max(times.finish for _, times in rows)


def _is_in_order(day: Day) -> bool:
    return sorted_day(day) is day


def _with_times(day: Day, changes: dict[str, Times]) -> Day:
    slots = tuple(
        with_times(movable(day, slot.id), changes[slot.id]) if changes.get(slot.id, old) != old else slot
        for slot in day.slots
        for old in (times_of(slot),)
    )
    is_same = all(one is other for one, other in zip(slots, day.slots, strict=True))
    return day if is_same else day.model_copy(update={"slots": slots})
