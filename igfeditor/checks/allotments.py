"""Checks of the family T on the minutes that entries of one slot are allotted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from igfeditor.checks.finding import Fix, Found, Severity, Spot
from igfeditor.checks.fixes import retimed_with_new
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import Context, SlotView
from igfeditor.errors import counted, sentence
from igfeditor.model.agenda import Agenda, Item, Slot, SubItem
from igfeditor.model.edits import set_item
from igfeditor.model.retiming import split_equally
from igfeditor.model.tree import tree_of

_FEW: Final = 2


def allotted(row: Item | SubItem) -> int:
    """Give the minutes of an entry, or those of what stands under it."""
    return row.minutes or sum(allotted(child) for child in row.children)


@check(
    "T12",
    Severity.ERROR,
    Scope.SLOT,
    sentence("Entries are allotted more minutes than there are"),
    hint=sentence("Give them fewer minutes, or make the slot longer."),
)
def allotted_minutes(slot: SlotView, _: Context) -> Iterator[Found]:
    """T12: an error where they exceed the slot or their item, information where they fill less than half of it."""
    for item in slot.slot.items:
        yield from _exceeded(item)
    total = sum(allotted(item) for item in slot.slot.items)
    span = slot.times.stretch if slot.times is not None else None
    if span is None or not total:
        return
    if total > span.length:
        yield _more(slot.slot.id, total, span.length)
    elif _FEW * total < span.length:
        message = sentence(
            "The entries are allotted less than half of the time: {allotted} of {length} min.",
            allotted=total,
            length=span.length,
        )
        yield Found(Spot(slot.slot.id), message, severity=Severity.INFO)


def _exceeded(row: Item | SubItem) -> Iterator[Found]:
    within = sum(allotted(child) for child in row.children)
    if row.minutes and within > row.minutes:
        yield _more(row.id, within, row.minutes)
    for child in row.children:
        if child.children:
            yield from _exceeded(child)


def _more(node: str, given: int, length: int) -> Found:
    return Found(
        Spot(node),
        counted(
            given - length,
            "The entries are allotted {count} minute too much: {allotted} of {length} min.",
            "The entries are allotted {count} minutes too much: {allotted} of {length} min.",
            allotted=given,
            length=length,
        ),
    )


@check(
    "T13",
    Severity.WARNING,
    Scope.SLOT,
    sentence("Several items share a slot, and none has minutes"),
    hint=sentence("Give the items minutes, or split the slot."),
)
def shared_slot(slot: SlotView, _: Context) -> Iterator[Found]:
    """T13: items without a number are remarks, and share nothing."""
    node = slot.slot
    if len(node.items) < _FEW:
        return
    shared = sum(item.number != "none" for item in node.items)
    span = slot.times.stretch if slot.times is not None else None
    if shared < _FEW or span is None or any(allotted(item) for item in node.items):
        return
    day_of = _DayOf(node.id)
    yield Found(
        Spot(node.id),
        counted(
            shared,
            "{count} item shares {length} min, and it has no minutes of its own.",
            "{count} items share {length} min, and none has minutes of its own.",
            length=span.length,
        ),
        (
            Fix(sentence("Split the slot equally"), day_of.split, safe=False),
            Fix(sentence("Allot equal minutes"), lambda agenda: _shared(agenda, node.id, span.length), safe=False),
        ),
    )


class _DayOf:
    """The deed of splitting a slot, wherever it stands by then."""

    def __init__(self, slot_id: str) -> None:
        self._slot = slot_id

    def split(self, agenda: Agenda) -> Agenda:
        tree = tree_of(agenda)
        day_id = tree.parent(self._slot) if self._slot in tree else None
        if day_id is None:
            return agenda
        return retimed_with_new(day_id, Slot, lambda day, ids: split_equally(day, self._slot, ids))(agenda)


def _shared(agenda: Agenda, slot_id: str, minutes: int) -> Agenda:
    tree = tree_of(agenda)
    slot = tree.node(slot_id) if slot_id in tree else None
    numbered = [item for item in slot.items if item.number != "none"] if isinstance(slot, Slot) else []
    for place, item in enumerate(numbered):
        share = minutes // len(numbered) + (place < minutes % len(numbered))
        agenda = set_item(agenda, item.id, minutes=share or None)
    return agenda
