"""Edits that fixes are made of: other words for a run of a text, and deeds of the time engine on a day.

    Fix(sentence("Remove it"), rewrite(text.spot("ar", 0, 2), was=". ", words=""))

An edit may be applied later, after others: where what it was made for is no longer there, it changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Unpack

from igfeditor.checks.finding import Edit, Spot
from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, Day, Node
from igfeditor.model.edits import SlotValues, confirm, set_slot, set_text
from igfeditor.model.ids import NewIds
from igfeditor.model.retiming import NewId, Proposal
from igfeditor.model.rows import put_day
from igfeditor.model.search import rewritten
from igfeditor.model.tree import tree_of


def rewrite(spot: Spot, was: str, words: str, *, is_same_meaning: bool = False) -> Edit:
    """Write other words in the place of those at a spot; marks and links around them stay.

    Where the text means what it meant, translations of a changed source are no staler than they were.
    """

    def edit(agenda: Agenda) -> Agenda:
        tree = tree_of(agenda)
        if spot.start is None or spot.node not in tree or not was:
            return agenda
        stored = tree.text(spot.node, spot.field).wording(spot.language)
        end = spot.start + len(was)
        if markup.plain(stored)[spot.start : end] != was:
            return agenda
        changed = set_text(agenda, spot.node, spot.field, spot.language, rewritten(stored, spot.start, end, words))
        return _confirmed(agenda, changed, spot) if is_same_meaning else changed

    return edit


def _confirmed(before: Agenda, after: Agenda, spot: Spot) -> Agenda:
    """Confirm the translations that were not stale before their source changed."""
    for language, phrase in tree_of(before).text(spot.node, spot.field).root.items():
        if phrase.state is not None and phrase.text and not phrase.is_stale and language != spot.language:
            after = confirm(after, spot.node, spot.field, language, phrase.state)
    return after


def write(spot: Spot, text: str) -> Edit:
    """Write a whole text, with its markup."""
    return lambda agenda: (
        set_text(agenda, spot.node, spot.field, spot.language, text) if spot.node in tree_of(agenda) else agenda
    )


def on_day(day_id: str, deed: Callable[[Day], Day]) -> Edit:
    """Put another day in the place of one."""

    def edit(agenda: Agenda) -> Agenda:
        day = next((day for day in agenda.days if day.id == day_id), None)
        return agenda if day is None else put_day(agenda, deed(day))

    return edit


def retimed(day_id: str, deed: Callable[[Day], Proposal]) -> Edit:
    """Do what the time engine proposes; it may refuse with an `EditError`."""
    return on_day(day_id, lambda day: deed(day).day)


def retimed_with_new(day_id: str, kind: type[Node], deed: Callable[[Day, NewId], Proposal]) -> Edit:
    """Do what the time engine proposes, with ids for nodes of a kind that it makes."""

    def edit(agenda: Agenda) -> Agenda:
        ids = NewIds(agenda)
        return on_day(day_id, lambda day: deed(day, lambda: ids.new(kind)).day)(agenda)

    return edit


def slot_set(slot_id: str, **values: Unpack[SlotValues]) -> Edit:
    """Set times, kind and the like of a slot."""
    return lambda agenda: set_slot(agenda, slot_id, **values) if slot_id in tree_of(agenda) else agenda
