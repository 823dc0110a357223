"""Deeds on the rows of the tree: days, slots, items and sub-items.

    add_after, add_before, add_child, remove, duplicate       rows come and go
    move, move_up, move_down, indent, outdent                 rows change their place
    merge_slots, put_day                                      slots become one; a day as the time engine proposes it

Pure functions from an agenda to another; several rows at once are one deed, done wholly or not at all. Rows that
stand under others of the same choice go with these. A deed that changes nothing gives the very agenda that it was
given; one that kinds, levels or limits forbid raises `EditError`. What a deed has added, `igfeditor.model.changes`
tells. Copies for the clipboard are made by `igfeditor.model.clipboard`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final, cast

from igfeditor.model.agenda import (
    BREAK_KINDS,
    MAX_CHILDREN,
    MAX_DAYS,
    MAX_ITEMS,
    MAX_LEVELS,
    MAX_SLOTS,
    Agenda,
    Day,
    Item,
    Kind,
    Marker,
    Meeting,
    Node,
    Slot,
    SubItem,
    Text,
)
from igfeditor.model.ids import NewIds, renewed
from igfeditor.model.new_rows import new_row, redated
from igfeditor.model.refusals import (
    crowded,
    date_taken,
    in_itself,
    loses_parts,
    misplaced,
    not_mergeable,
    nothing_above,
    scattered,
    too_deep,
    unlike,
    without_levels,
)
from igfeditor.model.reordering import in_place, over_pause
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.timing import MINUTES_A_DAY, Times, clock_of, times_of
from igfeditor.model.tree import ROW_KINDS, Row, Tree, tree_of

_LIMITS: Final[Mapping[type[Node], int]] = MappingProxyType(
    {Meeting: MAX_DAYS, Day: MAX_SLOTS, Slot: MAX_ITEMS, Item: MAX_CHILDREN, SubItem: MAX_CHILDREN}
)
# Rows that move over the edge of their slot pass by slots that have no items.
_WITHOUT_ITEMS: Final[frozenset[Kind]] = frozenset({*BREAK_KINDS, "note"})


# --- rows come and go --------------------------------------------------------------------------------------


def add_after(agenda: Agenda, row_id: str, *, kind: Kind = "session", on: date | None = None) -> Agenda:
    """Add a row of the same sort after a row; `kind` is that of a new slot, `on` the date of a new day."""
    tree = tree_of(agenda)
    return _add(tree, _holder(tree, row_id), tree.position(row_id) + 1, kind, on)


def add_before(agenda: Agenda, row_id: str, *, kind: Kind = "session", on: date | None = None) -> Agenda:
    """Add a row of the same sort before a row."""
    tree = tree_of(agenda)
    return _add(tree, _holder(tree, row_id), tree.position(row_id), kind, on)


def add_child(agenda: Agenda, holder_id: str, *, kind: Kind = "session", on: date | None = None) -> Agenda:
    """Add a row at the end of those under a row; under the meeting, a day."""
    tree = tree_of(agenda)
    return _add(tree, holder_id, len(tree.rows(holder_id)), kind, on)


def _add(tree: Tree, holder_id: str, position: int, kind: Kind, on: date | None) -> Agenda:
    return inserted(tree.agenda, holder_id, position, (new_row(tree, holder_id, position, kind=kind, on=on),))


def remove(agenda: Agenda, row_ids: Iterable[str]) -> Agenda:
    """Delete rows with all that stands under them."""
    return _without(agenda, top_rows(tree_of(agenda), row_ids))


def duplicate(agenda: Agenda, row_ids: Iterable[str]) -> Agenda:
    """Copy rows, each group after its last row; the copies have new ids, and days the next free dates.

    Note marks in a copy refer to the notes that were copied with them, and otherwise to the old ones.
    """
    tree = tree_of(agenda)
    ids = NewIds(agenda)
    for holder_id, group in _groups(tree, top_rows(tree, row_ids)):
        copies: list[Any] = [renewed(tree.row(row_id), ids, {}) for row_id in group]
        if holder_id == THE_MEETING:
            copies = list(redated(copies, (day.date for day in agenda.days)))
        agenda = inserted(agenda, holder_id, tree.position(group[-1]) + 1, copies)
    return agenda


# --- rows change their place -------------------------------------------------------------------------------


def move(agenda: Agenda, row_ids: Iterable[str], holder_id: str, position: int | None = None) -> Agenda:
    """Move rows under a node, before the row that stands at `position` there now; without it, to the end.

    Slots get the times of their new place, as `igfeditor.model.reordering` says.
    """
    moved = reordered(agenda, row_ids, holder_id, position)
    before = tree_of(agenda).node(holder_id)
    after = tree_of(moved).node(holder_id)
    return put_day(moved, in_place(before, after)) if isinstance(before, Day) and isinstance(after, Day) else moved


def reordered(agenda: Agenda, row_ids: Iterable[str], holder_id: str, position: int | None = None) -> Agenda:
    """Move rows as `move` does, and leave their times."""
    tree = tree_of(agenda)
    chosen = top_rows(tree, row_ids)
    rows = [tree.row(row_id) for row_id in chosen]
    if holder_id in chosen or not frozenset(chosen).isdisjoint(tree.ancestors(holder_id)):
        raise in_itself()
    members = tree.rows(holder_id)
    place = len(members) if position is None else max(0, min(position, len(members)))
    place -= sum(member.id in chosen for member in members[:place])
    moved = inserted(_without(agenda, chosen), holder_id, place, rows)
    return agenda if moved == agenda else moved


def move_up(agenda: Agenda, row_ids: Iterable[str]) -> Agenda:
    """Move rows of one parent over the row before them, or to the end of the neighbouring parent.

    Slots move over the pause before them first.
    """
    return _step(agenda, row_ids, -1)


def move_down(agenda: Agenda, row_ids: Iterable[str]) -> Agenda:
    """Move rows of one parent over the row after them, or to the start of the neighbouring parent.

    Slots move over the pause after them first.
    """
    return _step(agenda, row_ids, 1)


def _step(agenda: Agenda, row_ids: Iterable[str], step: int) -> Agenda:
    tree = tree_of(agenda)
    chosen = top_rows(tree, row_ids)
    if not chosen:
        return agenda
    (holder_id, _), *others = _groups(tree, chosen)
    if others:
        raise scattered()
    holder = tree.node(holder_id)
    nearer = over_pause(holder, chosen, step) if isinstance(holder, Day) else holder
    if isinstance(nearer, Day) and nearer is not holder:
        return put_day(agenda, nearer)
    first, last = tree.position(chosen[0]), tree.position(chosen[-1])
    if step < 0 and first > 0:
        return move(agenda, chosen, holder_id, first - 1)
    if step > 0 and last + 1 < len(tree.rows(holder_id)):
        return move(agenda, chosen, holder_id, last + 2)
    beside = _beside(tree, holder_id, step)
    return agenda if beside is None else move(agenda, chosen, beside, None if step < 0 else 0)


def _beside(tree: Tree, holder_id: str, step: int) -> str | None:
    """Give the next node, up or down the page, that has the kind and level of a holder and can have rows."""
    level = tree.place(holder_id)[::2]
    alike = sorted((one for one in tree.ids() if tree.place(one)[::2] == level), key=tree.place, reverse=step < 0)
    later = alike[alike.index(holder_id) + 1 :]
    return next((one for one in later if _takes_rows(tree, one)), None)


def _takes_rows(tree: Tree, node_id: str) -> bool:
    node = tree.node(node_id)
    return type(node) in ROW_KINDS and not (isinstance(node, Slot) and node.kind in _WITHOUT_ITEMS and not node.items)


def indent(agenda: Agenda, row_ids: Iterable[str]) -> Agenda:
    """Put each row under the one before it; an item becomes a sub-item, and its number goes."""
    for row_id in top_rows(tree_of(agenda), row_ids):
        agenda = _indented(agenda, row_id)
    return agenda


def outdent(agenda: Agenda, row_ids: Iterable[str]) -> Agenda:
    """Put each sub-item after the one that it stands under, as an item where that is one.

    The siblings after it become its own, so that the order of the page stays.
    """
    for row_id in top_rows(tree_of(agenda), row_ids):
        agenda = _outdented(agenda, row_id)
    return agenda


def _indented(agenda: Agenda, row_id: str) -> Agenda:
    tree = tree_of(agenda)
    row, position = tree.row(row_id), tree.position(row_id)
    if isinstance(row, Day | Slot):
        raise without_levels()
    if not position:
        raise nothing_above()
    above = cast("Item | SubItem", tree.rows(_holder(tree, row_id))[position - 1])
    lower = _as_sub_item(row, above.children) if isinstance(row, Item) else row
    return inserted(_without(agenda, (row_id,)), above.id, len(above.children), (lower,))


def _outdented(agenda: Agenda, row_id: str) -> Agenda:
    tree = tree_of(agenda)
    row, position = tree.row(row_id), tree.position(row_id)
    if not isinstance(row, SubItem):
        raise without_levels()
    above = cast("Item | SubItem", tree.row(_holder(tree, row_id)))
    raised = row.model_copy(update={"children": (*row.children, *above.children[position + 1 :])})
    shorter = tree.with_rows(above.id, above.children[:position])
    higher = _as_item(raised) if isinstance(above, Item) else raised
    return inserted(shorter, _holder(tree, above.id), tree.position(above.id) + 1, (higher,))


def _as_sub_item(item: Item, siblings: Sequence[SubItem]) -> SubItem:
    if item.body or item.people:
        raise loses_parts()
    marker: Marker = siblings[-1].marker if siblings else "none" if item.number == "none" else "letter"
    return SubItem(id=item.id, marker=marker, text=item.title, minutes=item.minutes, children=item.children)


def _as_item(row: SubItem) -> Item:
    number = "none" if row.marker == "none" else "auto"
    return Item(id=row.id, number=number, title=row.text, minutes=row.minutes, children=row.children)


# --- whole slots and days ----------------------------------------------------------------------------------


def merge_slots(agenda: Agenda, slot_ids: Iterable[str]) -> Agenda:
    """Make one slot of several of a day: the first gets all items, notes and links, from first start to last end."""
    tree = tree_of(agenda)
    chosen = top_rows(tree, slot_ids)
    slots = [row for row in map(tree.row, chosen) if isinstance(row, Slot)]
    is_one_kind = len({slot.kind for slot in slots}) == 1
    if len(slots) < 2 or len(slots) < len(chosen) or len(_groups(tree, chosen)) > 1 or not is_one_kind:
        raise not_mergeable()
    merged = slots[0].model_copy(update=_merged(slots))
    if len(merged.items) > MAX_ITEMS:
        raise crowded(MAX_ITEMS)
    rest = _without(agenda, chosen[1:])
    return tree_of(rest).with_node(merged.id, merged)


def _merged(slots: Sequence[Slot]) -> dict[str, Any]:
    changes: dict[str, Any] = {
        name: tuple(part for slot in slots for part in slot.__dict__[name]) for name in ("items", "notes", "links")
    }
    for name in ("room", "track", "label"):
        there: list[Text] = [text for slot in slots if (text := slot.__dict__[name])]
        if any(text != there[0] for text in there):
            raise unlike()
        changes |= {name: there[0]} if there else {}
    times = [one for slot in slots if (one := times_of(slot))]
    return changes | _span(times) if times else changes


def _span(times: Sequence[Times]) -> dict[str, Any]:
    start, end = min(one.start for one in times), max(one.finish for one in times)
    has_end = end > start
    return {
        "start": clock_of(start),
        "end": clock_of(end) if has_end else None,
        "next_day_end": has_end and end >= MINUTES_A_DAY,
    }


def put_day(agenda: Agenda, day: Day) -> Agenda:
    """Put a day in the place of the one with its id, as a proposal of the time engine makes it."""
    tree = tree_of(agenda)
    if tree.row(day.id) == day:
        return agenda
    for number, other in enumerate(agenda.days, 1):
        if other.id != day.id and other.date == day.date:
            raise date_taken(day.date, number)
    changed = tree.with_node(day.id, day)
    _refuse_crowd(changed, day.id)
    return changed


# --- what the deeds are made of ----------------------------------------------------------------------------


def top_rows(tree: Tree, row_ids: Iterable[str]) -> tuple[str, ...]:
    """Give those of a choice of rows that stand under no other of it, in the order of the page."""
    chosen = dict.fromkeys(row_ids)
    for row_id in chosen:
        tree.row(row_id)
    return tuple(sorted((one for one in chosen if chosen.keys().isdisjoint(tree.ancestors(one))), key=tree.place))


def inserted(agenda: Agenda, holder_id: str, position: int, rows: Sequence[Row]) -> Agenda:
    """Give an agenda with further rows under a node; raises `EditError` where they cannot stand there."""
    tree = tree_of(agenda)
    kind = ROW_KINDS.get(type(tree.node(holder_id)))
    if any(type(row) is not kind for row in rows):
        raise misplaced()
    members = tree.rows(holder_id)
    grown = tree.with_rows(holder_id, (*members[:position], *rows, *members[position:]))
    _refuse_crowd(grown, holder_id)
    return grown


def _without(agenda: Agenda, top_ids: Sequence[str]) -> Agenda:
    for holder_id, group in _groups(tree_of(agenda), top_ids):
        tree = tree_of(agenda)
        agenda = tree.with_rows(holder_id, (row for row in tree.rows(holder_id) if row.id not in group))
    return agenda


def _groups(tree: Tree, top_ids: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Group rows in the order of the page by the nodes that they stand under."""
    ordered = sorted(top_ids, key=lambda row_id: (tree.place(row_id)[:-1], tree.position(row_id)))
    return [(holder, tuple(group)) for holder, group in groupby(ordered, lambda row_id: _holder(tree, row_id))]


def _holder(tree: Tree, row_id: str) -> str:
    tree.row(row_id)
    return tree.parent(row_id) or THE_MEETING


def _refuse_crowd(agenda: Agenda, holder_id: str) -> None:
    tree = tree_of(agenda)
    holder = tree.node(holder_id)
    limit = _LIMITS[type(holder)]
    if len(tree.rows(holder_id)) > limit:
        raise crowded(limit)
    above = (tree.node(one) for one in (holder_id, *tree.ancestors(holder_id)))
    item = next((node for node in above if isinstance(node, Item)), None)
    if item is not None:
        if _count(item.children) > MAX_CHILDREN:
            raise crowded(MAX_CHILDREN)
        if _depth(item.children) > MAX_LEVELS:
            raise too_deep()


def _count(children: Iterable[SubItem]) -> int:
    return sum(1 + _count(child.children) for child in children)


def _depth(children: Iterable[SubItem]) -> int:
    return max((1 + _depth(child.children) for child in children), default=0)
