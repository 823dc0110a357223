"""An agenda laid out flat, to be compared and put together by id: its nodes, where each stands, and their values.

    shape = shape_of(agenda)
    shape.nodes["i7"]                     the Item
    shape.places["i7"]                    Place("s4", "items")
    shape.lists[Place("s4", "items")]     ("i6", "i7")
    shape.values("i7")[Spot("title", "ar")]    Wording(text, state, reference)

The days and terms stand under the meeting, as they do for the rest of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, NamedTuple, cast

from igfeditor.model.agenda import Agenda, Item, Node, Person, Phrase, State, SubItem, Text
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import LISTS, id_of

_WORDS: Final = "words"
"""The title of an item and the text of a sub-item are one value, for an item can become a sub-item."""

_OWN_WORDS: Final[Mapping[type[Node], str]] = MappingProxyType({Item: "title", SubItem: "text"})


class Place(NamedTuple):
    """The list in which a node stands: the id of the node that has it, and the field."""

    holder: str
    field: str


class Spot(NamedTuple):
    """One value of a node: a field, and for texts the language."""

    field: str
    language: str = ""


class Wording(NamedTuple):
    """A text in one language; `reference` is the source that it was translated from, empty for the source itself."""

    text: str
    state: State | None = None
    reference: str = ""


Values = Mapping[Spot, object]


@dataclass(frozen=True, slots=True)
class Shape:
    """One agenda laid out flat; `nodes` are in the order of the page, the meeting first."""

    agenda: Agenda
    nodes: Mapping[str, Node]
    places: Mapping[str, Place]
    lists: Mapping[Place, tuple[str, ...]]

    def values(self, node_id: str) -> Values:
        """Give the values of a node, without the lists of nodes under it; none for a node that is not there."""
        node = self.nodes.get(node_id)
        return {} if node is None else dict(_values(node, self.agenda.source))

    def under(self, node_id: str) -> Iterator[str]:
        """Give the ids of the nodes right under a node."""
        for field in lists_of(self.nodes[node_id]):
            yield from self.lists[Place(node_id, field)]


def shape_of(agenda: Agenda) -> Shape:
    """Lay an agenda out flat."""
    shape = Shape(agenda, {}, {}, {})
    _enter(shape, THE_MEETING, agenda.meeting)
    for field in LISTS[Agenda]:
        _enter_list(shape, Place(THE_MEETING, field), getattr(agenda, field))
    return shape


def lists_of(node: Node) -> tuple[str, ...]:
    """Give the fields of a node that hold nodes with ids, those of the agenda among the meeting's."""
    return (*LISTS.get(type(node), ()), *(LISTS[Agenda] if id_of(node) == THE_MEETING else ()))


def _enter(shape: Shape, node_id: str, node: Node) -> None:
    cast("dict[str, Node]", shape.nodes)[node_id] = node
    for field in LISTS.get(type(node), ()):
        _enter_list(shape, Place(node_id, field), getattr(node, field))


def _enter_list(shape: Shape, place: Place, members: tuple[Node, ...]) -> None:
    cast("dict[Place, tuple[str, ...]]", shape.lists)[place] = tuple(map(id_of, members))
    for member in members:
        cast("dict[str, Place]", shape.places)[id_of(member)] = place
        _enter(shape, id_of(member), member)


def _values(node: Node, source: str) -> Iterator[tuple[Spot, object]]:
    lists = LISTS.get(type(node), ())
    own = _OWN_WORDS.get(type(node))
    for field, value in node.__dict__.items():
        if field == "id" or field in lists:
            continue
        if type(value) is Text:
            yield from _wordings(_WORDS if field == own else field, value, source)
        elif field == "people":
            yield from _people(cast("tuple[Person, ...]", value), source)
        else:
            yield Spot(field), value


def _people(people: tuple[Person, ...], source: str) -> Iterator[tuple[Spot, object]]:
    yield Spot("people"), len(people)
    for place, person in enumerate(people):
        yield from _wordings(f"people[{place}].name", person.name, source)
        yield from _wordings(f"people[{place}].role", person.role, source)


def _wordings(field: str, text: Text, source: str) -> Iterator[tuple[Spot, object]]:
    original = text.wording(source)
    for language, phrase in text.root.items():
        looked = original if phrase.translated_from is None else phrase.translated_from
        reference = "" if language == source else looked
        if phrase.text:
            yield Spot(field, language), Wording(phrase.text, phrase.state, reference)


def field_of(node: Node, field: str) -> str:
    """Give the name that a value's field has in the agenda."""
    return _OWN_WORDS.get(type(node), _WORDS) if field == _WORDS else field


def node_with(node: Node, values: Values, languages: tuple[str, ...]) -> Node:
    """Give a node that has these values; texts that say what they said, and lists of nodes, stay as they are."""
    texts = _by_field(node, values)
    own = _by_field(node, dict(_values(node, languages[0])))

    def text(field: str, old: Text) -> Text:
        new = texts.get(field, {})
        return old if new == own.get(field, {}) and set(old.root) <= set(languages) else _text(new, languages)

    changes: dict[str, Any] = {
        spot.field: value
        for spot, value in values.items()
        if spot.field in node.__dict__ and not spot.language and spot.field != "people"
    }
    changes |= {field: text(field, old) for field, old in node.__dict__.items() if type(old) is Text}
    if isinstance(node, Item):
        count = cast("int", values.get(Spot("people"), 0))
        people = (*node.people, *(Person(name=Text()) for _ in range(count - len(node.people))))
        changes["people"] = tuple(
            _changed(one, {name: text(f"people[{place}].{name}", getattr(one, name)) for name in ("name", "role")})
            for place, one in enumerate(people[:count])
        )
    return _changed(node, changes)


def _by_field(node: Node, values: Values) -> Mapping[str, dict[str, Wording]]:
    texts: dict[str, dict[str, Wording]] = {}
    for spot, value in values.items():
        if isinstance(value, Wording):
            texts.setdefault(field_of(node, spot.field), {})[spot.language] = value
    return texts


def _text(wordings: Mapping[str, Wording], languages: tuple[str, ...]) -> Text:
    source = languages[0]
    original = wordings[source].text if source in wordings else ""
    return Text(
        {
            language: _phrase(wordings[language], original, is_source=language == source)
            for language in languages
            if language in wordings
        }
    )


def _phrase(wording: Wording, original: str, *, is_source: bool) -> Phrase:
    """Make a phrase; what was translated from another source than there is now is stale."""
    if is_source:
        return Phrase(text=wording.text)
    stale = wording.reference if wording.reference != original else None
    return Phrase(text=wording.text, state=wording.state or "translated", translated_from=stale)


def _changed(node: Node, changes: Mapping[str, Any]) -> Node:
    new = {field: value for field, value in changes.items() if value != node.__dict__[field]}
    return node.model_copy(update=new) if new else node


def agenda_with(shape: Shape, node_of: Callable[[str], Node], lists: Mapping[Place, tuple[str, ...]]) -> Agenda:
    """Put an agenda together from its nodes and the members of its lists; all else is that of the shape."""

    def whole(node_id: str) -> Node:
        node = node_of(node_id)
        members = {
            field: tuple(map(whole, lists.get(Place(node_id, field), ()))) for field in LISTS.get(type(node), ())
        }
        return _changed(node, members)

    top = {field: tuple(map(whole, lists.get(Place(THE_MEETING, field), ()))) for field in LISTS[Agenda]}
    return cast("Agenda", _changed(shape.agenda, {"meeting": whole(THE_MEETING), **top}))
