"""Three versions of one agenda put together by id and by field.

    merged = merge(base, mine, theirs)
    merged.agenda, merged.cards, merged.taken
    merge(base, mine, theirs, {card.key: Decision(Side.THEIRS) for card in merged.cards})

A side that did not change yields. Where both changed one value there is a card with both; until it is decided mine is
kept, so that nothing waits. What one deleted and the other edited is kept, with all that it stood under; what both
added is kept twice. There are no clocks: who was later decides nothing. Pure: the same versions and decisions give
the same agenda.

A translation that was made from another source than the merged one is stale, whoever changed which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple, cast

from igfeditor.errors import EditError, sentence
from igfeditor.model.agenda import Agenda, Node, State, Waiver
from igfeditor.model.soundness import THE_MEETING, flaws
from igfeditor.translation.renaming import told_apart
from igfeditor.translation.sequence import merged_order
from igfeditor.translation.shape import (
    Place,
    Shape,
    Spot,
    Values,
    Wording,
    agenda_with,
    field_of,
    lists_of,
    node_with,
    shape_of,
)

_PLACE: Final = "place"
_ORDER: Final = "order of "


class Side(StrEnum):
    """The two versions that meet."""

    MINE = "mine"
    THEIRS = "theirs"


class Key(NamedTuple):
    """What a card is about: a node, a field of it, and for a text the language."""

    node: str
    field: str
    language: str = ""

    @property
    def is_order(self) -> bool:
        """Tell whether it is about the order of a list."""
        return self.field.startswith(_ORDER)


class Decision(NamedTuple):
    """What a person chose for a card: a side, or for a text other words."""

    side: Side
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One value that both changed, or one list that both put in another order; `None` where a side has none."""

    key: Key
    base: object
    mine: object
    theirs: object

    @property
    def is_text(self) -> bool:
        """Tell whether it is about a text, which can be decided in other words."""
        return bool(self.key.language)

    @property
    def is_order(self) -> bool:
        """Tell whether it is about the order of a list."""
        return self.key.is_order

    @property
    def is_place(self) -> bool:
        """Tell whether it is about the row that a node stands in."""
        return self.key.field == _PLACE


class Deed(StrEnum):
    """What was taken over from them."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    KEPT = "kept"


class Taken(NamedTuple):
    """One thing that is theirs: which node, what was done with it, and for a change the field."""

    deed: Deed
    node: str
    field: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The agenda that came of it, what both changed, and what was taken over from them."""

    agenda: Agenda
    cards: tuple[Card, ...]
    taken: tuple[Taken, ...]


Decisions = Mapping[Key, Decision]
UNDECIDED: Final[Decisions] = MappingProxyType({})
_MINE: Final = Decision(Side.MINE)
_STATES: Final[tuple[State, ...]] = ("translated", "reviewed", "final")


def merge(base: Agenda, mine: Agenda, theirs: Agenda, decisions: Decisions = UNDECIDED) -> Merged:
    """Put two versions together that came of a third.

    Raises `EditError` for versions of different agendas or with different sources, and where both together would
    break a rule that each of them keeps, such as one date for two days.
    """
    _refuse_strangers(base, mine, theirs)
    one, other = shape_of(base), shape_of(mine)
    merger = _Merger(one, other, told_apart(one, other, shape_of(theirs)), decisions)
    agenda = merger.agenda()
    found = flaws(agenda)
    if found:
        raise EditError(
            sentence("The two versions cannot be put together: {rule}.", rule=found[0].rule), found[0].remedy
        )
    return Merged(agenda, tuple(merger.cards.values()), tuple(merger.taken))


def _refuse_strangers(base: Agenda, mine: Agenda, theirs: Agenda) -> None:
    if not base.id == mine.id == theirs.id:
        raise EditError(
            sentence("These are versions of different agendas."), sentence("Choose versions of one and the same file.")
        )
    if mine.source != theirs.source:
        raise EditError(
            sentence("The two versions have different source languages."),
            sentence("Give both the same source language first."),
        )


class _Merger:
    def __init__(self, base: Shape, mine: Shape, theirs: Shape, decisions: Decisions) -> None:
        self._base, self._mine, self._theirs = base, mine, theirs
        self._decisions = decisions
        self.cards: dict[Key, Card] = {}
        self.taken: list[Taken] = []
        self._languages = mine.agenda.languages

    def agenda(self) -> Agenda:
        top = self._top()
        places = self._places(self._kept())
        lists = self._lists(places)
        nodes = {name: self._node(name, places) for name in (THE_MEETING, *places)}
        self.taken = [*self._topmost(places), *self._removed(places)]
        shape = Shape(self._mine.agenda.model_copy(update=top), nodes, places, lists)
        return agenda_with(shape, nodes.__getitem__, lists)

    # Which nodes there are

    def _kept(self) -> set[str]:
        mine, theirs, base = self._mine.nodes, self._theirs.nodes, self._base.nodes
        kept = {name for name in (*mine, *theirs) if (name in mine and name in theirs) or name not in base}
        for side in (self._mine, self._theirs):
            kept |= self._rescued(side, frozenset(name for name in side.nodes if name in base and name not in kept))
        return kept

    def _rescued(self, side: Shape, lost: frozenset[str]) -> set[str]:
        """Give what the other side deleted and this one edited, with all that stands under it."""
        rescued: set[str] = set()
        for name in lost:
            if side.places[name].holder not in lost and self._is_touched(side, name):
                rescued.update(_walk(side, name))
        return rescued & lost

    def _is_touched(self, side: Shape, name: str) -> bool:
        """Tell whether a side changed a node, its place or its lists, or anything under it."""
        if name not in self._base.nodes or side.places.get(name) != self._base.places.get(name):
            return True
        if side.nodes[name] is self._base.nodes[name]:
            return False
        if side.values(name) != self._base.values(name) or any(
            side.lists[Place(name, field)] != self._base.lists.get(Place(name, field))
            for field in lists_of(side.nodes[name])
        ):
            return True
        return any(self._is_touched(side, below) for below in side.under(name))

    def _removed(self, places: Mapping[str, Place]) -> Iterator[Taken]:
        for name, place in self._mine.places.items():
            if name not in places and (place.holder == THE_MEETING or place.holder in places):
                yield Taken(Deed.REMOVED, name)

    def _topmost(self, places: Mapping[str, Place]) -> Iterator[Taken]:
        """Leave out what came with what it stands under."""
        whole = {(one.deed, one.node) for one in self.taken if one.deed in {Deed.ADDED, Deed.KEPT}}
        for one in self.taken:
            if (one.deed, one.node) not in whole or (one.deed, places[one.node].holder) not in whole:
                yield one

    # Where they stand

    def _places(self, kept: set[str]) -> dict[str, Place]:
        """Give the place of each node; what would stand in itself stands where I have it."""
        kept.discard(THE_MEETING)
        places = {name: self._place(name) for name in self._in_order(kept)}
        for side in (self._mine, self._theirs):
            for name in _unreached(places):
                places[name] = side.places.get(name, places[name])
        return places

    def _in_order(self, kept: set[str]) -> Iterator[str]:
        """Give the kept nodes in an order that does not hang on how sets are walked."""
        return (name for name in dict.fromkeys((*self._mine.nodes, *self._theirs.nodes)) if name in kept)

    def _place(self, name: str) -> Place:
        base, mine, theirs = (side.places.get(name) for side in (self._base, self._mine, self._theirs))
        if mine is None or theirs is None:
            place = cast("Place", mine or theirs)
            if base is None and mine is None:
                self.taken.append(Taken(Deed.ADDED, name))
            elif base is not None:
                self.taken.append(Taken(Deed.KEPT, name))
            return place
        if mine in (theirs, base):
            if mine != theirs:
                self.taken.append(Taken(Deed.MOVED, name))
            return theirs
        if theirs == base:
            return mine
        decision = self._disputed(Key(name, _PLACE), base, mine, theirs)
        return mine if decision.side is Side.MINE else theirs

    def _lists(self, places: Mapping[str, Place]) -> dict[Place, tuple[str, ...]]:
        members: dict[Place, list[str]] = {}
        for name, place in places.items():
            members.setdefault(place, []).append(name)
        return {place: self._ordered(place, names) for place, names in members.items()}

    def _ordered(self, place: Place, members: list[str]) -> tuple[str, ...]:
        base, mine, theirs = (side.lists.get(place, ()) for side in (self._base, self._mine, self._theirs))
        key = Key(place.holder, f"{_ORDER}{place.field}")
        order = merged_order(base, mine, theirs, members, prefer=self._decisions.get(key, _MINE).side)
        if order.is_disputed:
            self._disputed(key, base, mine, theirs)
        rest = tuple(name for name in members if name not in order.members)
        return (*order.members, *rest)

    # What they say

    def _node(self, name: str, places: Mapping[str, Place]) -> Node:
        mine, theirs = self._mine.nodes.get(name), self._theirs.nodes.get(name)
        if mine is None or theirs is None:
            side = self._mine if theirs is None else self._theirs
            return node_with(side.nodes[name], side.values(name), self._languages)
        # A row that was moved to another depth is of the kind that its place asks for.
        is_mine = places.get(name) == self._mine.places.get(name)
        if is_mine and type(mine) is type(theirs):
            is_mine = mine != self._base.nodes.get(name)
        frame = mine if is_mine else theirs
        return node_with(frame, self._values(name), self._languages)

    def _taken(self, name: str, spot: Spot) -> Taken:
        field = field_of(self._theirs.nodes[name], spot.field)
        return Taken(Deed.CHANGED, name, field, spot.language)

    def _values(self, name: str) -> Values:
        base, mine, theirs = (side.values(name) for side in (self._base, self._mine, self._theirs))
        values: dict[Spot, object] = {}
        for spot in dict.fromkeys((*mine, *theirs)):
            value = self._value(name, spot, base.get(spot), mine.get(spot), theirs.get(spot))
            # A text that is missing is not there; any other value may be nothing.
            if value is not None or not spot.language:
                values[spot] = value
        return values

    def _value(self, name: str, spot: Spot, base: object, mine: object, theirs: object) -> object:
        if mine == theirs or theirs == base:
            return mine
        if mine == base:
            self.taken.append(self._taken(name, spot))
            return theirs
        if isinstance(mine, Wording) and isinstance(theirs, Wording) and mine.text == theirs.text:
            return _surer(cast("Wording | None", base), mine, theirs)
        if spot.language and _says(mine) == _says(base):
            self.taken.append(self._taken(name, spot))
            return theirs
        if spot.language and _says(theirs) == _says(base):
            return mine
        key = Key(name, field_of(self._mine.nodes[name], spot.field), spot.language)
        decision = self._disputed(key, _says(base), _says(mine), _says(theirs))
        chosen = mine if decision.side is Side.MINE else theirs
        return chosen if decision.words is None else _reworded(chosen or mine or theirs, decision.words)

    def _disputed(self, key: Key, base: object, mine: object, theirs: object) -> Decision:
        self.cards[key] = Card(key, base, mine, theirs)
        return self._decisions.get(key, _MINE)

    # What is not in the tree

    def _top(self) -> dict[str, Any]:
        base, mine, theirs = versions = tuple(side.agenda for side in (self._base, self._mine, self._theirs))
        self._languages = _united(base.languages, mine.languages, theirs.languages)
        style = {
            field: self._value(THE_MEETING, Spot(f"style.{field}"), *(one.style.__dict__[field] for one in versions))
            for field in mine.style.__dict__
        }
        waivers: tuple[Waiver, ...] = _united(base.waivers, mine.waivers, theirs.waivers)
        return {"languages": self._languages, "style": mine.style.model_copy(update=style), "waivers": waivers}


def _walk(shape: Shape, name: str) -> Iterator[str]:
    yield name
    for below in shape.under(name):
        yield from _walk(shape, below)


def _unreached(places: Mapping[str, Place]) -> list[str]:
    """Give the nodes that do not stand under the meeting, for they stand under themselves."""
    below: dict[str, list[str]] = {}
    for name, place in places.items():
        below.setdefault(place.holder, []).append(name)
    reached: set[str] = set()
    ahead = [THE_MEETING]
    while ahead:
        found = below.get(ahead.pop(), [])
        reached.update(found)
        ahead += found
    return [name for name in places if name not in reached]


def _says(value: object) -> object:
    return value.text if isinstance(value, Wording) else value


def _surer(base: Wording | None, mine: Wording, theirs: Wording) -> Wording:
    """Of two states of the same words take the lower: nobody is told that more was done than both say."""
    state: State | None = next((state for state in _STATES if state in {mine.state, theirs.state}), None)
    looked = theirs if base is not None and mine.reference == base.reference else mine
    return Wording(mine.text, state, looked.reference)


def _reworded(value: object, words: str) -> object:
    if not words:
        return None
    if not isinstance(value, Wording) or value.state is None:
        return Wording(words)
    return Wording(words, "translated", value.reference)


def _united(base: Iterable[Any], mine: Iterable[Any], theirs: Iterable[Any]) -> tuple[Any, ...]:
    """Put two lists of values together: what one took out is out, what one added is in, in my order."""
    old, ours, other = tuple(base), tuple(mine), tuple(theirs)
    kept = (value for value in ours if value in other or value not in old)
    return (*kept, *(value for value in other if value not in ours and value not in old))
