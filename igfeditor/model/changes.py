"""What differs between two agendas: the ids that a view has to look at, and no more.

    found = changes(old, new)
    found.texts          (id, field) of each text that differs, in any language
    found.attributes     ids of nodes that differ in anything but texts and lists
    found.structure      ids of nodes of which a list (rows, notes, links …) has other members or another order
    found.added, found.removed     ids that only one of the two has, each before those under it

The two share what no deed has touched. What is shared is passed by at a glance, so that the work grows with the
change and with the lists that it stands in, not with the agenda. Agendas that share nothing are compared by id.
A row that became one of another kind (an item that is now a sub-item) is both removed and added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, cast

from igfeditor.model.agenda import Agenda, Item, Node, Person, Text
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import LISTS, id_of

_TOP: Final = ("languages", "style", "terms", "waivers")
_NO_LISTS: Final[tuple[str, ...]] = ()


@dataclass(frozen=True)
class Changes:
    """The differences of two agendas, by id; the meeting itself has the id "meeting".

    `attributes` holds "meeting" also for another id of the agenda, and `structure` for other days or terms.
    """

    texts: frozenset[tuple[str, str]] = frozenset()
    attributes: frozenset[str] = frozenset()
    structure: frozenset[str] = frozenset()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    languages: bool = False
    style: bool = False
    terms: bool = False
    waivers: bool = False

    @property
    def is_nothing(self) -> bool:
        """Tell whether the two agendas are equal."""
        return not (self.ids or self.languages or self.style or self.terms or self.waivers)

    @property
    def meeting(self) -> bool:
        """Tell whether the meeting itself differs in a text, an attribute or a list."""
        return THE_MEETING in self.ids

    @cached_property
    def ids(self) -> frozenset[str]:
        """Give the ids of all nodes that differ, those of added and removed ones included."""
        with_texts = (node_id for node_id, _ in self.texts)
        return frozenset((*with_texts, *self.attributes, *self.structure, *self.added, *self.removed))

    def concerns(self, node_id: str) -> bool:
        """Tell whether a node itself differs; what stands under it does not count."""
        return node_id in self.ids


NO_CHANGES: Final = Changes()


def changes(old: Agenda, new: Agenda) -> Changes:
    """Find what differs between two agendas."""
    if old is new:
        return NO_CHANGES
    comparison = _Comparison()
    comparison.agendas(old, new)
    return comparison.result(old, new)


class _Comparison:
    def __init__(self) -> None:
        self.texts: set[tuple[str, str]] = set()
        self.attributes: set[str] = set()
        self.structure: set[str] = set()
        self.gone: dict[str, Node] = {}
        self.came: dict[str, Node] = {}

    def agendas(self, old: Agenda, new: Agenda) -> None:
        if old.id != new.id:
            self.attributes.add(THE_MEETING)
        self.nodes(old.meeting, new.meeting)
        self.lists(THE_MEETING, old.days, new.days)
        self.lists(THE_MEETING, old.terms, new.terms)

    def result(self, old: Agenda, new: Agenda) -> Changes:
        removed, added = self._settled()
        flags = {name: getattr(old, name) != getattr(new, name) for name in _TOP}
        return Changes(
            frozenset(self.texts), frozenset(self.attributes), frozenset(self.structure), added, removed, **flags
        )

    def nodes(self, old: Node, new: Node) -> None:
        """Compare two nodes of one id and kind, and what stands under them."""
        if old is new:
            return
        name = id_of(new)
        lists = LISTS.get(type(new), _NO_LISTS)
        for field, before in old.__dict__.items():
            after = new.__dict__[field]
            if before is after:
                continue
            if field in lists:
                self.lists(name, before, after)
            elif type(after) is Text:
                if before != after:
                    self.texts.add((name, field))
            elif type(new) is Item and field == "people":
                self._people(name, before, after)
            elif before != after:
                self.attributes.add(name)

    def lists(self, holder: str, old: tuple[Node, ...], new: tuple[Node, ...]) -> None:
        """Compare two lists of nodes; those that only one list has may be found elsewhere later."""
        if old is new:
            return
        first, last = shared_ends(old, new)
        before = {id_of(node): node for node in old[first : len(old) - last]}
        after = {id_of(node): node for node in new[first : len(new) - last]}
        if list(before) != list(after):
            self.structure.add(holder)
        for name, node in before.items():
            if name in after and type(after[name]) is type(node):
                self.nodes(node, after[name])
            else:
                self.gone[name] = node
        self.came |= {name: node for name, node in after.items() if name not in before or name in self.gone}

    def _people(self, name: str, old: tuple[Person, ...], new: tuple[Person, ...]) -> None:
        if len(old) != len(new):
            self.attributes.add(name)
        for place in range(max(len(old), len(new))):
            for field in Person.model_fields:
                before, after = (
                    getattr(people[place], field) if place < len(people) else None for people in (old, new)
                )
                if before != after:
                    self.texts.add((name, f"people[{place}].{field}"))

    def _settled(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Compare nodes that have moved from one node to another, and tell what is really gone or new."""
        for name in [name for name, node in self.gone.items() if self.came.get(name) is node]:
            del self.gone[name], self.came[name]
        gone, came = _with_all_under(self.gone.values()), _with_all_under(self.came.values())
        stayed = {name for name, node in gone.items() if type(came.get(name)) is type(node)}
        for name in stayed:
            self._shallow(gone[name], came[name])
        return tuple(name for name in gone if name not in stayed), tuple(name for name in came if name not in stayed)

    def _shallow(self, old: Node, new: Node) -> None:
        """Compare two nodes without what stands under them: that is among the moved nodes itself."""
        inner = _Comparison()
        inner.nodes(_without_lists(old), _without_lists(new))
        self.texts |= inner.texts
        self.attributes |= inner.attributes
        for field in LISTS.get(type(new), _NO_LISTS):
            if [id_of(node) for node in old.__dict__[field]] != [id_of(node) for node in new.__dict__[field]]:
                self.structure.add(id_of(new))


def shared_ends(old: tuple[Node, ...], new: tuple[Node, ...]) -> tuple[int, int]:
    """Give how many nodes two lists share at their start, and how many at their end."""
    most = min(len(old), len(new))
    first = 0
    while first < most and old[first] is new[first]:
        first += 1
    last = 0
    while last < most - first and old[-1 - last] is new[-1 - last]:
        last += 1
    return first, last


def _with_all_under(nodes: Iterable[Node]) -> Mapping[str, Node]:
    return {id_of(node): node for top in nodes for node in _walk(top)}


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for field in LISTS.get(type(node), _NO_LISTS):
        for member in cast("tuple[Any, ...]", node.__dict__[field]):
            yield from _walk(member)


def _without_lists(node: Node) -> Node:
    return node.model_copy(update=dict.fromkeys(LISTS.get(type(node), _NO_LISTS), ()))
