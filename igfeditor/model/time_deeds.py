"""Deeds on times as the window asks for them: pure functions on the agenda, and wishes that may touch other slots.

    wish = placed(agenda, "s2", 600)
    wish.touches(agenda)                    whether somebody has to choose who pays for it
    wish.proposal(agenda, "ripple").moves   what a way would move, to be shown before it is gone
    wish.edit("ripple")                     the deed itself

A wish holds ids and minutes and no nodes, so it stays true while other things are changed. What it asks for is made
by `igfeditor.model.retiming`; a wish that cannot be raises `EditError` when it is proposed or done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from igfeditor.errors import Sentence, sentence
from igfeditor.model import retiming
from igfeditor.model.agenda import Agenda, Day, Slot
from igfeditor.model.ids import NewIds
from igfeditor.model.refusals import gone
from igfeditor.model.retiming import Proposal
from igfeditor.model.rows import put_day
from igfeditor.model.sequence import SHORTEST_BREAK, Policy
from igfeditor.model.timing import gaps_of, stretch_of
from igfeditor.model.tree import tree_of

USUAL_BREAK: Final = 30

Propose = Callable[[Agenda, Policy], Proposal]


@dataclass(frozen=True, slots=True)
class Wish:
    """New times that somebody wishes for; `slot` is the one that is changed, or that a break is to follow."""

    slot: str
    label: Sentence
    proposal: Propose
    touches: Callable[[Agenda], bool]

    def edit(self, policy: Policy) -> Callable[[Agenda], Agenda]:
        """Give the deed that fulfils the wish by a policy."""
        return lambda agenda: put_day(agenda, self.proposal(agenda, policy).day)


# --- wishes ------------------------------------------------------------------------------------------------


def placed(slot_id: str, start: int) -> Wish:
    """Wish that a slot starts at another minute of its day and is as long as before."""

    def touches(agenda: Agenda) -> bool:
        day, slot = day_of(agenda, slot_id), _slot(agenda, slot_id)
        stretch = stretch_of(slot)
        end = None if stretch is None else start + stretch.length
        return retiming.touches_others(day, slot_id, start, end)

    def proposal(agenda: Agenda, policy: Policy) -> Proposal:
        return retiming.place(day_of(agenda, slot_id), slot_id, start, policy)

    return Wish(slot_id, sentence("Change of a slot's time"), proposal, touches)


def resized(slot_id: str, start: int | None = None, end: int | None = None) -> Wish:
    """Wish that a slot starts, or ends, at another minute; what is not named stays."""

    def touches(agenda: Agenda) -> bool:
        return retiming.touches_others(day_of(agenda, slot_id), slot_id, start, end)

    def proposal(agenda: Agenda, policy: Policy) -> Proposal:
        return retiming.resize(day_of(agenda, slot_id), slot_id, start=start, end=end, policy=policy)

    return Wish(slot_id, sentence("Change of a slot's time"), proposal, touches)


def break_after(slot_id: str, minutes: int) -> Wish:
    """Wish for a break of so many minutes right after a slot."""

    def proposal(agenda: Agenda, policy: Policy) -> Proposal:
        new_id = partial(NewIds(agenda).new, Slot)
        return retiming.insert_break_after(day_of(agenda, slot_id), slot_id, minutes, new_id, policy)

    def touches(agenda: Agenda) -> bool:
        return proposal(agenda, "gap").remark is not None

    return Wish(slot_id, sentence("Add a break"), proposal, touches)


def break_minutes(agenda: Agenda, slot_id: str) -> int:
    """Give how long a break after a slot would be: as long as the pause that is there, or as breaks of the day are.

    A longer pause is not filled beyond what breaks usually last.
    """
    day, slot = day_of(agenda, slot_id), _slot(agenda, slot_id)
    usual = _usual_break(agenda, day)
    stretch = stretch_of(slot)
    pauses = (gap.length for gap in gaps_of(day) if stretch is not None and gap.start == stretch.end)
    pause = next(pauses, 0)
    return min(usual, pause) if pause >= SHORTEST_BREAK else usual


def _usual_break(agenda: Agenda, day: Day) -> int:
    slots = (slot for one in (day, *agenda.days) for slot in one.slots if slot.kind == "break")
    return next((stretch.length for slot in slots if (stretch := stretch_of(slot))), USUAL_BREAK)


# --- deeds that touch nobody -------------------------------------------------------------------------------


def shift_day(agenda: Agenda, day_id: str, minutes: int) -> Agenda:
    """Move all slots of a day but locked ones by so many minutes."""
    return put_day(agenda, shifted_day(agenda, day_id, minutes).day)


def shifted_day(agenda: Agenda, day_id: str, minutes: int) -> Proposal:
    """Give what a shift of a day would move."""
    day = tree_of(agenda).node(day_id)
    if not isinstance(day, Day):
        raise gone(day_id)
    return retiming.shift_day(day, minutes)


def split_slot(agenda: Agenda, slot_id: str, parts: int | None = None) -> Agenda:
    """Split a slot into equal parts, or each of its items into a slot of its own."""
    return put_day(agenda, slot_in_parts(agenda, slot_id, parts).day)


def slot_in_parts(agenda: Agenda, slot_id: str, parts: int | None = None) -> Proposal:
    """Give the day as a split of a slot would make it."""
    return retiming.split_equally(day_of(agenda, slot_id), slot_id, partial(NewIds(agenda).new, Slot), parts)


def share_minutes(agenda: Agenda, slot_id: str) -> Agenda:
    """Allot each item of a slot an equal part of its minutes."""
    return put_day(agenda, retiming.share_minutes(day_of(agenda, slot_id), slot_id))


# --- places ------------------------------------------------------------------------------------------------


def day_of(agenda: Agenda, slot_id: str) -> Day:
    """Give the day of a slot; raises `EditError` where it is gone."""
    tree = tree_of(agenda)
    day = tree.node(str(tree.parent(slot_id)))
    if not isinstance(day, Day):
        raise gone(slot_id)
    return day


def _slot(agenda: Agenda, slot_id: str) -> Slot:
    slot = tree_of(agenda).node(slot_id)
    if not isinstance(slot, Slot):
        raise gone(slot_id)
    return slot
