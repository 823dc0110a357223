"""Where each node of an agenda stands, and agendas in which one node is another and all else is shared.

    tree = tree_of(agenda)
    tree.node("s4"), tree.parent("s4"), tree.place("s4")      Slot, "d1", ("days", 0, "slots", 3)
    tree.with_text("i7", "title", text)                       a new agenda; all but the way to i7 is the old one

A deed looks its node up by id, and a key stroke must not walk the whole agenda for that. So the places of the
last few agendas are kept, beside and not in them: an agenda that differs in texts only has the places of the one
it was made from. What is kept is a memory and no state, for an agenda never changes.

The meeting itself has the id "meeting"; days and terms stand under it.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, cast

from igfeditor.model.agenda import (
    Agenda,
    Day,
    Item,
    Link,
    Meeting,
    Node,
    Note,
    Output,
    Slot,
    Style,
    SubItem,
    Term,
    Text,
)
from igfeditor.model.refusals import gone, misplaced, not_a_row
from igfeditor.model.soundness import THE_MEETING, Place

Row = Day | Slot | Item | SubItem
TreeNode = Meeting | Row | Note | Output | Link | Term
NodeKind = Literal["meeting", "day", "slot", "item", "sub_item", "output", "paragraph", "note", "link", "term"]

# The fields of each kind of node that hold nodes with ids.
LISTS: Final[Mapping[type[Node], tuple[str, ...]]] = MappingProxyType(
    {
        Agenda: ("days", "terms"),
        Meeting: ("notes", "links"),
        Day: ("outputs", "slots", "notes"),
        Slot: ("items", "links", "notes"),
        Item: ("body", "children"),
        SubItem: ("children",),
    }
)
# The one field of each kind that holds its rows, and what those are.
ROW_FIELDS: Final[Mapping[type[Node], str]] = MappingProxyType(
    {Agenda: "days", Day: "slots", Slot: "items", Item: "children", SubItem: "children"}
)
ROW_KINDS: Final[Mapping[type[Node], type[Row]]] = MappingProxyType(
    {Meeting: Day, Day: Slot, Slot: Item, Item: SubItem, SubItem: SubItem}
)
_KINDS: Final[Mapping[type[Node], NodeKind]] = MappingProxyType(
    {
        Meeting: "meeting",
        Day: "day",
        Slot: "slot",
        Item: "item",
        SubItem: "sub_item",
        Output: "output",
        Note: "note",
        Link: "link",
        Term: "term",
    }
)
_MEETING_PLACE: Final[Place] = ("meeting",)
_PERSON: Final = re.compile(r"people\[([0-9]{1,6})\]\.(name|role)")


class Tree:
    """The nodes of one agenda by id; every method raises `EditError` for an id that the agenda does not have."""

    __slots__ = ("_places", "agenda")

    def __init__(self, agenda: Agenda, places: Mapping[str, Place] | None = None) -> None:
        """Keep an agenda with its places, which are found by a walk over all nodes if they are not given."""
        self.agenda = agenda
        self._places = _places_of(agenda) if places is None else places

    def __contains__(self, node_id: object) -> bool:
        """Tell whether there is a node of this id."""
        return node_id in self._places

    def ids(self) -> Iterable[str]:
        """Give all ids, in no order."""
        return self._places.keys()

    def place(self, node_id: str) -> Place:
        """Give the way from the agenda to a node: keys and positions from 0."""
        place = self._places.get(node_id)
        if place is None:
            raise gone(node_id)
        return place

    def node(self, node_id: str) -> TreeNode:
        """Give the node itself."""
        return node_at(self.agenda, self.place(node_id))

    def row(self, node_id: str) -> Row:
        """Give a day, slot, item or sub-item."""
        node = self.node(node_id)
        if isinstance(node, Day | Slot | Item | SubItem):
            return node
        raise not_a_row()

    def kind(self, node_id: str) -> NodeKind:
        """Give the kind of a node in one word."""
        place = self.place(node_id)
        return "paragraph" if place[-2:-1] == ("body",) else _KINDS[type(node_at(self.agenda, place))]

    def parent(self, node_id: str) -> str | None:
        """Give the id of the node above; the meeting has none."""
        place = self.place(node_id)
        if place == _MEETING_PLACE:
            return None
        above = place[:-2]
        return id_of(node_at(self.agenda, above)) if above else THE_MEETING

    def ancestors(self, node_id: str) -> Iterator[str]:
        """Give the ids of all nodes above, the nearest first and the meeting last."""
        above = self.parent(node_id)
        while above is not None:
            yield above
            above = self.parent(above)

    def position(self, node_id: str) -> int:
        """Give the position of a node, from 0, in the list that holds it; 0 for the meeting."""
        last = self.place(node_id)[-1]
        return last if isinstance(last, int) else 0

    def rows(self, node_id: str) -> tuple[Row, ...]:
        """Give the rows under a row, or the days under the meeting."""
        holder = self._holder(node_id)
        field = ROW_FIELDS.get(type(holder))
        return () if field is None else holder.__dict__[field]

    def text(self, node_id: str, field: str) -> Text:
        """Give one text by the name that `agenda_texts` has for its field: "title", "people[0].name"."""
        node, name, _ = self._text_place(node_id, field)
        return node.__dict__[name]

    def with_text(self, node_id: str, field: str, text: Text) -> Agenda:
        """Give the agenda with another text in a field."""
        node, name, within = self._text_place(node_id, field)
        changed = node.model_copy(update={name: text})
        return _kept(replaced(self.agenda, (*self.place(node_id), *within), changed), self._places)

    def with_node(self, node_id: str, node: TreeNode) -> Agenda:
        """Give the agenda with another node in the place of one; its id and all that stands under it may differ."""
        place = self.place(node_id)
        old = node_at(self.agenda, place)
        agenda = replaced(self.agenda, place, node)
        if type(node) is type(old) and all(node.__dict__[name] is old.__dict__[name] for name in _shape_of(old)):
            return _kept(agenda, self._places)
        if place == _MEETING_PLACE:
            return agenda
        return self._moved(agenda, place[:-1], (old,), (node,), self.position(node_id))

    def with_list(self, node_id: str, field: str, members: Iterable[TreeNode]) -> Agenda:
        """Give the agenda with other nodes in a list of a node."""
        top = field in LISTS[Agenda]
        holder: Node = self.agenda if top else self.node(node_id)
        place = () if top else self.place(node_id)
        old, new = holder.__dict__[field], tuple(members)
        agenda = replaced(self.agenda, place, holder.model_copy(update={field: new}))
        return self._moved(agenda, (*place, field), old, new)

    def _moved(
        self, agenda: Agenda, place: Place, old: Iterable[TreeNode], new: Iterable[TreeNode], first: int = 0
    ) -> Agenda:
        """Remember the places of an agenda with other nodes in the list at a place."""
        was = set(enumerate(map(id, old), first))
        places = dict(self._places)
        stay = {pair for pair in enumerate(map(id, new), first) if pair in was}
        for number, member in enumerate(old, first):
            if (number, id(member)) not in stay:
                _leave(member, places)
        for number, member in enumerate(new, first):
            if (number, id(member)) not in stay:
                _enter(member, (*place, number), places)
        return _kept(agenda, places)

    def with_rows(self, node_id: str, rows: Iterable[Row]) -> Agenda:
        """Give the agenda with other rows under a row, or other days under the meeting."""
        field = ROW_FIELDS.get(type(self._holder(node_id)))
        if field is None:
            raise misplaced()
        return self.with_list(node_id, field, rows)

    def with_style(self, style: Style) -> Agenda:
        """Give the agenda with another style."""
        return _kept(self.agenda.model_copy(update={"style": style}), self._places)

    def _holder(self, node_id: str) -> Node:
        node = self.node(node_id)
        return self.agenda if isinstance(node, Meeting) else node

    def _text_place(self, node_id: str, field: str) -> tuple[Node, str, Place]:
        """Give the node that holds a text, its field, and the way to it from the node with the id."""
        node: Node = self.node(node_id)
        person = _PERSON.fullmatch(field)
        if person is None or not isinstance(node, Item):
            if type(node.__dict__.get(field)) is not Text:
                raise gone(node_id)
            return node, field, ()
        number = int(person[1])
        if number >= len(node.people):
            raise gone(node_id)
        return node.people[number], person[2], ("people", number)


def tree_of(agenda: Agenda) -> Tree:
    """Give the tree of an agenda, without a walk if it is one of the last few or differs from one in texts only."""
    places = _RECENT.places(agenda)
    if places is not None:
        return Tree(agenda, places)
    places = _places_of(agenda)
    _RECENT.keep(agenda, places)
    return Tree(agenda, places)


class _Recent:
    """The places of the agendas that were asked for last, which are not kept alive by it."""

    _LIMIT: Final = 16

    def __init__(self) -> None:
        self._kept: tuple[tuple[weakref.ref[Agenda], Mapping[str, Place]], ...] = ()

    def places(self, agenda: Agenda) -> Mapping[str, Place] | None:
        found = next((entry for entry in self._kept if entry[0]() is agenda), None)
        if found is not None and found is not self._kept[0]:
            self.keep(agenda, found[1])
        return None if found is None else found[1]

    def keep(self, agenda: Agenda, places: Mapping[str, Place]) -> None:
        # One assignment of a finished tuple: threads at the same time may forget an entry and nothing worse.
        others = (entry for entry in self._kept if (known := entry[0]()) is not None and known is not agenda)
        self._kept = ((weakref.ref(agenda), places), *others)[: self._LIMIT]


_RECENT: Final = _Recent()


def _kept(agenda: Agenda, places: Mapping[str, Place]) -> Agenda:
    _RECENT.keep(agenda, places)
    return agenda


def id_of(node: Node) -> str:
    """Give the id of a node, "meeting" for the meeting itself."""
    return node.__dict__.get("id", THE_MEETING)


def node_at(agenda: Agenda, place: Place) -> Any:
    """Give what stands at a place."""
    node: Any = agenda
    for step in place:
        node = node[step] if type(step) is int else node.__dict__[step]
    return node


def replaced(agenda: Agenda, place: Place, value: Node) -> Agenda:
    """Give the agenda with another node at a place; only the nodes on the way there are new."""
    return cast("Agenda", _replaced(agenda, place, value))


def _replaced(node: Node, place: Place, value: Node) -> Node:
    if not place:
        return value
    field = cast("str", place[0])
    inner: Any = node.__dict__[field]
    if len(place) > 1 and isinstance(inner, tuple):
        members = cast("tuple[Node, ...]", inner)
        index = cast("int", place[1])
        inner = (*members[:index], _replaced(members[index], place[2:], value), *members[index + 1 :])
    else:
        inner = _replaced(inner, place[1:], value)
    return node.model_copy(update={field: inner})


def _places_of(agenda: Agenda) -> Mapping[str, Place]:
    places: dict[str, Place] = {}
    _enter(agenda.meeting, _MEETING_PLACE, places)
    _enter_lists(agenda, (), places)
    return places


def _enter(node: TreeNode, place: Place, places: dict[str, Place]) -> None:
    places[id_of(node)] = place
    _enter_lists(node, place, places)


def _enter_lists(node: Node, place: Place, places: dict[str, Place]) -> None:
    values = node.__dict__
    for field in LISTS.get(type(node), ()):
        for position, member in enumerate(values[field]):
            _enter(member, (*place, field, position), places)


def _leave(node: TreeNode, places: dict[str, Place]) -> None:
    places.pop(id_of(node), None)
    for field in LISTS.get(type(node), ()):
        for member in node.__dict__[field]:
            _leave(member, places)


def _shape_of(node: Node) -> Iterator[str]:
    """Give the fields that say where what stands under a node stands, and its own id."""
    yield from LISTS.get(type(node), ())
    if "id" in node.__dict__:
        yield "id"
