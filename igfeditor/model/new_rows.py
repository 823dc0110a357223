"""What a new row is like: it goes on where the one before it ends, and has the look of its siblings."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final, cast

from igfeditor.model.agenda import EMPTY_TEXT, Day, Item, Kind, Marker, Node, Slot, SubItem
from igfeditor.model.ids import NewIds
from igfeditor.model.refusals import date_taken, misplaced, no_date
from igfeditor.model.scalars import FIRST_YEAR, LAST_YEAR
from igfeditor.model.timing import MINUTES_A_DAY, Times, clock_of, times_of
from igfeditor.model.tree import ROW_KINDS, Row, Tree

USUAL_START: Final = 9 * 60
USUAL_LENGTH: Final = 60


def new_row(tree: Tree, holder_id: str, position: int, *, kind: Kind = "session", on: date | None = None) -> Row:
    """Make a row for a position under a node.

    A day takes the date after the one before it, or `on`; the first of all takes today's. A slot of `kind` starts
    at the end of the one before and is as long, or lasts until the next; where no time is left between the two it
    is a point in time. A session gets its first item. An item is numbered, and a sub-item marked, as its siblings.
    """
    holder = tree.node(holder_id)
    ids = NewIds(tree.agenda)
    rows = tree.rows(holder_id)
    near: Any = rows[max(position - 1, 0)] if rows else None
    made = ROW_KINDS.get(type(holder))
    if made is Day:
        return Day(id=ids.new(Day), date=_date(rows, position, on), numbering=near.numbering if near else "restart")
    if made is Slot:
        return _slot(cast("Sequence[Slot]", rows), position, kind, ids)
    if made is Item:
        return Item(id=ids.new(Item), number="none" if near and near.number == "none" else "auto")
    if made is SubItem:
        marker: Marker = near.marker if near else "bullet" if isinstance(holder, SubItem) else "letter"
        return SubItem(id=ids.new(SubItem), marker=marker, text=EMPTY_TEXT)
    raise misplaced()


def free_date(taken: Container[date], first: date, step: int = 1) -> date:
    """Give the first date from `first` on, or back, that no day has; raises `EditError` where there is none."""
    when = first
    while when in taken and FIRST_YEAR <= when.year <= LAST_YEAR:
        when += timedelta(step)
    if not FIRST_YEAR <= when.year <= LAST_YEAR:
        raise no_date()
    return when


def redated(days: Iterable[Day], taken: Iterable[date]) -> Iterator[Day]:
    """Give days of which each has its own date, or the next that is neither in `taken` nor another's."""
    used = set(taken)
    for day in days:
        when = free_date(used, day.date)
        used.add(when)
        yield day if when == day.date else day.model_copy(update={"date": when})


def _date(days: Sequence[Node], position: int, on: date | None) -> date:
    dates = [cast("Day", day).date for day in days]
    if on is not None:
        if on in dates:
            raise date_taken(on, dates.index(on) + 1)
        return free_date((), on)
    if not dates:
        return date.today()
    return free_date(dates, dates[position - 1]) if position else free_date(dates, dates[0], -1)


def _slot(slots: Sequence[Slot], position: int, kind: Kind, ids: NewIds) -> Slot:
    items = (Item(id=ids.new(Item)),) if kind == "session" else ()
    before = next((times for slot in reversed(slots[:position]) if (times := times_of(slot))), None)
    after = next((times for slot in slots[position:] if (times := times_of(slot))), None)
    return Slot(id=ids.new(Slot), kind=kind, items=items, **({} if kind == "note" else _times(before, after)))


def _times(before: Times | None, after: Times | None) -> dict[str, Any]:
    if before is None and after is not None:
        end = after.start
        start = max(0, end - _length(after))
    else:
        start = USUAL_START if before is None else _end(before)
        end = start + _length(before)
        if after is not None:
            end = min(end, after.start)
    clocks: dict[str, Any] = {"start": clock_of(start)}
    if end > start:
        clocks |= {"end": clock_of(end), "next_day_end": end >= MINUTES_A_DAY}
    return clocks


def _length(times: Times | None) -> int:
    return USUAL_LENGTH if times is None or times.stretch is None else times.stretch.length


def _end(times: Times) -> int:
    """Give where the next slot may start, which is never on the next day."""
    return times.start if times.stretch is None or times.stretch.end >= MINUTES_A_DAY else times.stretch.end
