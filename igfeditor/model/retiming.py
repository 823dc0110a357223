"""What moves when a time changes: deeds on the slots of one day, pure, each a proposal to be shown before it is done.

    proposal = resize(day, "s2", end=675, policy="ripple")
    proposal.moves      what would move, and from when to when
    proposal.day        the day as it would be; whoever accepts the proposal puts it in the place of the old one

A deed that cannot be done raises `EditError` and leaves the day as it was. The policies say who pays for a change:

- *ripple*: what starts when the slot ends, or later, moves by the same minutes, pauses kept, up to a locked slot;
- *absorb*: the next break pays, and what stands between moves; a break right before the slot pays for its start;
- *gap*: nobody; only the slot itself changes, and may then overlap another.

Locked slots never move. Side events and slots of another track stay, unless they come after a slot without a track
that moves. What overlapped before is let alone: nobody knows what it was meant to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from igfeditor.errors import EditError, Sentence, counted, sentence
from igfeditor.language.markup import parse
from igfeditor.model.agenda import MAX_SLOTS, Day, Item, Note, Slot, Text
from igfeditor.model.sequence import (
    Plan,
    Policy,
    Row,
    check_bounds,
    clocks_of,
    collide,
    met_before,
    name_of,
    with_times,
)
from igfeditor.model.texts import slot_texts
from igfeditor.model.timing import Stretch, Times, minutes_of, times_of

NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Move:
    """The times of one slot before and after a deed; a slot that the deed makes has none before."""

    slot: str
    old: Times | None
    new: Times

    @property
    def minutes(self) -> int:
        """Give by how much the start moves; less than nothing is earlier."""
        return 0 if self.old is None else self.new.start - self.old.start


@dataclass(frozen=True, slots=True)
class Proposal:
    """A day as a deed would make it, what that moves, in order of the rows, and what should be said about it."""

    day: Day
    moves: tuple[Move, ...] = ()
    remark: Sentence | None = None


# --- the deeds ---------------------------------------------------------------------------------------------


def resize(
    day: Day, slot_id: str, *, start: int | None = None, end: int | None = None, policy: Policy = "gap"
) -> Proposal:
    """Give a slot another start, another end, or both; what is not named stays."""
    slot = movable(day, slot_id)
    new = _with(slot, start, end)
    if new.end is not None and new.stretch is None:
        raise _not_after(slot)
    return _retimed(day, slot, new, policy)


def place(day: Day, slot_id: str, start: int, policy: Policy = "gap") -> Proposal:
    """Put a slot to another time without changing its length.

    A slot that is put past a whole neighbour takes no others along: its old place becomes free, and only what it
    would run into at the new one makes room.
    """
    slot = movable(day, slot_id)
    old = times_of(slot)
    return _retimed(day, slot, Times(start) if old is None else old.moved(start - old.start), policy, may_pass=True)


def touches_others(day: Day, slot_id: str, start: int | None = None, end: int | None = None) -> bool:
    """Tell whether other slots are concerned by new times, so that somebody has to choose a policy.

    They are where the slot would run into one, or leave one that it was next to.
    """
    slot = _slot(day, slot_id)
    old, new = times_of(slot), _with(slot, start, end)
    plan = Plan(day)
    mine = plan.lanes_of(slot)
    others = [row for row in plan.rows if row.slot.id != slot_id and row.lanes & mine]
    if new.stretch and any(collide(row.times, new) and not met_before(row.times, old) for row in others):
        return True
    if old is None or _passes(old, new, others):
        return False
    leaves_next = new.finish < old.finish and any(row.start == old.finish and not row.slot.locked for row in others)
    leaves_break = new.start > old.start and any(row.finish == old.start and row.is_flexible for row in others)
    return leaves_next or leaves_break


def shift_day(day: Day, minutes: int) -> Proposal:
    """Move all slots of a day by so many minutes; locked ones stay."""
    plan = Plan(day)
    plan.changes = {row.slot.id: row.times.moved(minutes) for row in plan.rows if minutes and not row.slot.locked}
    plan.check_order()
    if plan.changes and len(plan.changes) < len(plan.rows):
        plan.remark = sentence("Locked slots stay where they are.")
    return _proposed(plan, day)


def split_equally(day: Day, slot_id: str, new_id: NewId, parts: int | None = None) -> Proposal:
    """Split a slot into equal parts of whole minutes, the first ones longer where it does not come out even.

    Without `parts` each item becomes a slot of its own; otherwise the items are dealt out evenly, in order. The
    first part is the old slot. A note goes to the part that refers to it, and to the day where several do.
    """
    slot = movable(day, slot_id)
    stretch = _length(slot)
    count = _number_of_parts(slot, stretch, parts)
    _check_number(day, count - 1)
    times = _equal(stretch, count)
    first, *rest = _dealt(slot.items, count)
    made = [with_times(slot.model_copy(update={"items": first, "notes": ()}), times[0])]
    made += (_part(slot, new_id(), *one) for one in zip(rest, times[1:], strict=True))
    homes = [_home(note, made, slot.notes) for note in slot.notes]
    kept = [tuple(note for note, home in zip(slot.notes, homes, strict=True) if home is part) for part in made]
    shared = tuple(note for note, home in zip(slot.notes, homes, strict=True) if home is None)
    parted = [part.model_copy(update={"notes": notes}) for part, notes in zip(made, kept, strict=True)]
    place = day.slots.index(slot)
    slots = (*day.slots[:place], *parted, *day.slots[place + 1 :])
    plan = Plan(day.model_copy(update={"slots": slots, "notes": (*day.notes, *shared)}))
    plan.changes = {part.id: one for part, one in zip(parted, times, strict=True)}
    return _proposed(plan, day)


def share_minutes(day: Day, slot_id: str) -> Day:
    """Allot each item of a slot an equal part of its minutes, the first ones one more if need be; no time changes."""
    slot = _slot(day, slot_id)
    stretch = _length(slot)
    parts = _equal(stretch, _number_of_parts(slot, stretch, None))
    items = tuple(
        item.model_copy(update={"minutes": part.finish - part.start})
        for item, part in zip(slot.items, parts, strict=True)
    )
    shared = slot.model_copy(update={"items": items})
    return day.model_copy(update={"slots": tuple(shared if one is slot else one for one in day.slots)})


def insert_break_after(day: Day, slot_id: str, minutes: int, new_id: NewId, policy: Policy = "ripple") -> Proposal:
    """Put a break of so many minutes right after a slot; a pause that is there already is used first."""
    slot = _slot(day, slot_id)
    start = _length(slot).end
    times = Times(start, start + minutes)
    _check_number(day, 1)
    pause = Slot(id=new_id(), kind="break", track=slot.track, **clocks_of(times))
    if minutes < 1:
        raise _not_after(pause)
    place = day.slots.index(slot) + 1
    while place < len(day.slots) and day.slots[place].start is None:
        place += 1
    grown = day.model_copy(update={"slots": (*day.slots[:place], pause, *day.slots[place:])})
    return _retimed(grown, pause, times, policy, before=day)


def sorted_day(day: Day) -> Day:
    """Give the day with its rows in order of time; a row without time stays with the one before it."""
    groups: list[list[Slot]] = []
    for slot in day.slots:
        if slot.start is None and groups:
            groups[-1].append(slot)
        else:
            groups.append([slot])
    starts = [-1 if group[0].start is None else minutes_of(group[0].start) for group in groups]
    if all(before <= after for before, after in pairwise(starts)):
        return day
    ordered = [group for _, group in sorted(zip(starts, groups, strict=True), key=lambda one: one[0])]
    return day.model_copy(update={"slots": tuple(slot for group in ordered for slot in group)})


# --- how a deed is done ------------------------------------------------------------------------------------


def _retimed(
    day: Day, slot: Slot, new: Times, policy: Policy, *, may_pass: bool = False, before: Day | None = None
) -> Proposal:
    """Give a slot new times by a policy; `before` is the day without the slot where the slot is a new one."""
    old = times_of(slot) if before is None else None
    if new == old:
        return Proposal(day)
    check_bounds(slot, new)
    plan = Plan(day)
    plan.changes[slot.id] = new
    mine = plan.lanes_of(slot)
    if policy == "gap":
        # A point in time overlaps nothing, wherever it stands.
        plan.remark_overlap(slot, old if old and old.stretch else None, new)
    elif mine:
        others = (row for row in plan.rows if row.slot is not slot and row.lanes & mine)
        if old is None or (new.stretch and not old.stretch):
            # Nobody knows how long it lasted: it pushes what it runs into, and pulls nothing.
            plan.make_room(slot, None, new, policy)
        elif may_pass and _passes(old, new, others):
            plan.make_room(slot, old, new, policy)
        else:
            plan.follow(slot, old, new, policy)
    return _proposed(plan, before or day)


def _proposed(plan: Plan, before: Day) -> Proposal:
    """Give the day with the new times; its rows are put in order if they were in order before."""
    changes = plan.changes
    if not changes:
        return Proposal(before)
    slots = tuple(with_times(slot, changes[slot.id]) if slot.id in changes else slot for slot in plan.day.slots)
    day = plan.day.model_copy(update={"slots": slots})
    if sorted_day(before) is before:
        day = sorted_day(day)
    old = {slot.id: times_of(slot) for slot in before.slots if slot.id in changes}
    moves = (Move(slot.id, old.get(slot.id), changes[slot.id]) for slot in day.slots if slot.id in changes)
    return Proposal(day, tuple(move for move in moves if move.old != move.new), plan.remark)


def _passes(old: Times, new: Times, others: Iterable[Row]) -> bool:
    return any(
        (row.finish <= old.start and new.start <= row.start) or (row.start >= old.finish and new.start >= row.finish)
        for row in others
        if row.times.stretch
    )


# --- slots and their times ---------------------------------------------------------------------------------


def _slot(day: Day, slot_id: str) -> Slot:
    for slot in day.slots:
        if slot.id == slot_id:
            return slot
    raise EditError(
        sentence("What this would change is no longer in the agenda ({id}).", id=slot_id),
        sentence("Undo brings back what was deleted."),
    )


def movable(day: Day, slot_id: str) -> Slot:
    """Give a slot whose times may be changed; raises `EditError` for a locked one."""
    slot = _slot(day, slot_id)
    if slot.locked:
        raise EditError(sentence("“{slot}” is locked.", slot=name_of(slot)), sentence("Unlock it to change its times."))
    return slot


def _with(slot: Slot, start: int | None, end: int | None) -> Times:
    old = times_of(slot)
    if start is None:
        if old is None:
            raise EditError(sentence("“{slot}” has no start.", slot=name_of(slot)), sentence("Give it a start first."))
        start = old.start
    return Times(start, end if end is not None or old is None else old.end)


def _length(slot: Slot) -> Stretch:
    times = times_of(slot)
    if times is None or times.stretch is None:
        raise EditError(
            sentence("“{slot}” has no length.", slot=name_of(slot)),
            sentence("Give it a start and an end that is after it first."),
        )
    return times.stretch


def _check_number(day: Day, more: int) -> None:
    if len(day.slots) + more > MAX_SLOTS:
        raise EditError(
            sentence("This day would have more slots than a day may have, which are {limit}.", limit=MAX_SLOTS),
            sentence("Move some of them to another day first."),
        )


def _not_after(slot: Slot) -> EditError:
    return EditError(
        sentence("“{slot}” has to end after it starts.", slot=name_of(slot)),
        sentence("Choose a later end or an earlier start."),
    )


# --- splitting ---------------------------------------------------------------------------------------------


def _number_of_parts(slot: Slot, stretch: Stretch, parts: int | None) -> int:
    if parts is None and len(slot.items) < 2:
        raise EditError(
            sentence("“{slot}” has no two items that could be parted.", slot=name_of(slot)),
            sentence("Add an item to it, or say how many parts it is to have."),
        )
    count = len(slot.items) if parts is None else parts
    if count < 2:
        raise EditError(sentence("Fewer than two parts are no split."), sentence("Choose two parts or more."))
    if stretch.length < count:
        raise EditError(
            counted(
                stretch.length,
                "“{slot}” lasts {count} minute, which is less than one for each part.",
                "“{slot}” lasts {count} minutes, which is less than one for each part.",
                slot=name_of(slot),
            ),
            sentence("Choose fewer parts, or make it longer first."),
        )
    return count


def _equal(stretch: Stretch, count: int) -> list[Times]:
    ends = list(_running(stretch.start, stretch.length, count))
    return [Times(*one) for one in pairwise((stretch.start, *ends))]


def _dealt(items: Sequence[Item], count: int) -> list[tuple[Item, ...]]:
    return [tuple(items[first:last]) for first, last in pairwise((0, *_running(0, len(items), count)))]


def _running(start: int, whole: int, count: int) -> Iterator[int]:
    """Give where each of so many equal parts ends, one more in each of the first ones if they do not come out even."""
    size, more = divmod(whole, count)
    return (start + size * place + min(place, more) for place in range(1, count + 1))


def _part(slot: Slot, name: str, items: tuple[Item, ...], times: Times) -> Slot:
    return Slot(
        id=name, kind=slot.kind, counts=slot.counts, room=slot.room, track=slot.track, items=items, **clocks_of(times)
    )


def _home(note: Note, parts: Sequence[Slot], notes: Sequence[Note]) -> Slot | None:
    """Give the part whose texts alone refer to a note, the first where none does, and none where several do."""
    homes = [part for part in parts if any(note.id in _marks(place.text) for place in slot_texts(part))]
    if len(homes) > 1 or any(note.id in _marks(other.text) for other in notes):
        return None
    return homes[0] if homes else parts[0]


def _marks(text: Text) -> set[str]:
    return {piece.note for phrase in text.root.values() for piece in parse(phrase.text) if piece.note}
