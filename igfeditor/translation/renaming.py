"""Before two versions meet: what both added under one id, or on one date, is told apart or made one.

Ids are counted on from the highest (`model.ids`), so two people who each add a row to one agenda give the two the
same id. Theirs then get new ones, with their note marks and waivers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from igfeditor.model.agenda import Agenda, Day, Node, Note, Text
from igfeditor.model.ids import NewIds, with_marks
from igfeditor.model.tree import LISTS
from igfeditor.translation.shape import Shape, shape_of


def told_apart(base: Shape, mine: Shape, theirs: Shape) -> Shape:
    """Give their version with other ids for what both added, and with my id for a day that both added."""
    names = dict(_renamed_days(base, mine, theirs))
    names |= _new_names(base, mine, theirs, frozenset(names))
    return shape_of(cast("Agenda", _renamed(theirs.agenda, names))) if names else theirs


def _renamed_days(base: Shape, mine: Shape, theirs: Shape) -> Iterator[tuple[str, str]]:
    """A date is there once only: a day that both added is one day."""
    mine_new = {day.date: day.id for day in mine.agenda.days if day.id not in base.nodes}
    for day in theirs.agenda.days:
        if day.id not in base.nodes and day.date in mine_new and mine_new[day.date] != day.id:
            yield day.id, mine_new[day.date]


def _new_names(base: Shape, mine: Shape, theirs: Shape, days: frozenset[str]) -> dict[str, str]:
    both = [name for name in theirs.nodes if name in mine.nodes and name not in base.nodes and name not in days]
    alike = {name for name in both if _are_one(name, mine, theirs)}
    ids = NewIds(mine.agenda, reserved=theirs.nodes)
    kinds = theirs.nodes
    return {name: ids.new(type(kinds[name])) for name in both if name not in alike}


def _are_one(name: str, mine: Shape, theirs: Shape) -> bool:
    """Tell whether both have the very same, as where one took the other's row before."""
    ours, other = mine.nodes[name], theirs.nodes[name]
    if isinstance(ours, Day) and isinstance(other, Day) and ours.date == other.date:
        return True
    return ours == other and mine.places[name] == theirs.places[name]


def _renamed(node: Node, names: Mapping[str, str]) -> Node:
    changes: dict[str, Any] = {}
    for field, value in node.__dict__.items():
        if field == "id":
            changes[field] = names.get(value, value)
        elif type(value) is Text:
            changes[field] = with_marks(value, names)
        elif field == "target":
            changes[field] = names.get(value, value)
        elif isinstance(value, Node) and (type(value) in LISTS or isinstance(value, Note)):
            changes[field] = _renamed(value, names)
        elif type(value) is tuple and value:
            members = cast("tuple[Any, ...]", value)
            changes[field] = tuple(_renamed(one, names) if isinstance(one, Node) else one for one in members)
    return node.model_copy(update=changes)
