"""New ids, and copies of nodes that have them.

An id is the letter of its kind and a number: "d3", "s12". The number is one more than the highest that the file
knows for this letter, counted over all nodes, over the targets of waivers, and for notes also over the marks in all
texts, whatever they refer to. Not the first free number: a waiver, a mark or a file that is at a translator's may
still speak of what was deleted, and would then speak of something else. Only the id that was the highest, deleted
and named nowhere, can come again; an agenda has no memory beyond itself, and the same deed on the same agenda always
gives the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, Day, Item, Link, Node, Note, Output, Phrase, Slot, SubItem, Term, Text
from igfeditor.model.refusals import storable
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of

_LETTERS: Final[Mapping[type[Node], str]] = MappingProxyType(
    {Day: "d", Slot: "s", Item: "i", SubItem: "c", Output: "o", Note: "n", Link: "l", Term: "t"}
)
_MARK: Final = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")
_LONGEST_NUMBER: Final = 9
_N = TypeVar("_N", bound=Node)


class NewIds:
    """A source of ids that an agenda does not have and never refers to; it never gives one twice."""

    def __init__(self, agenda: Agenda, reserved: Iterable[str] = ()) -> None:
        """Take an agenda, and further ids that must not be given, such as those of marks in texts to be added."""
        self._agenda = agenda
        self._used = frozenset((*tree_of(agenda).ids(), *(waiver.target for waiver in agenda.waivers), *reserved))
        self._last: dict[str, int] = {}

    def new(self, kind: type[Node]) -> str:
        """Give the next id for a node of a kind."""
        letter = _LETTERS[kind]
        number = self._last.get(letter)
        if number is None:
            used = (*self._used, *_marks_of(self._agenda)) if kind is Note else self._used
            number = max((_number(name, letter) for name in used), default=0)
        number += 1
        while f"{letter}{number}" in self._used:
            number += 1
        self._last[letter] = number
        return f"{letter}{number}"


def _number(name: str, letter: str) -> int:
    digits = name[1:]
    is_ours = name[:1] == letter and len(digits) <= _LONGEST_NUMBER and digits.isascii() and digits.isdigit()
    return int(digits) if is_ours else 0


def _marks_of(agenda: Agenda) -> Iterator[str]:
    return (mark for place in agenda_texts(agenda) for mark in marks_in(place.text))


def marks_in(text: Text) -> Iterator[str]:
    """Give the ids that look like those of note marks in a text, of all languages and of the wording before."""
    for phrase in text.root.values():
        for wording in (phrase.text, phrase.translated_from or ""):
            if "[^" in wording:
                yield from _MARK.findall(wording)


def marks_under(node: Node) -> Iterator[str]:
    """Give the ids that look like those of note marks in all texts of a node and of what stands under it."""
    for value in node.__dict__.values():
        if type(value) is Text:
            yield from marks_in(value)
        for member in cast("tuple[Any, ...]", value) if type(value) is tuple else ():
            if isinstance(member, Node):
                yield from marks_under(member)


def renewed(node: _N, ids: NewIds, marks: Mapping[str, str]) -> _N:
    """Give a copy of a node with new ids, its own and all those under it.

    Note marks follow their notes: those in the copy by themselves, and others as `marks` says (old id to new).
    """
    notes = {note.id: ids.new(Note) for note in notes_in(node)}
    return _renewed(node, ids, {**marks, **notes})


def _renewed(node: _N, ids: NewIds, marks: Mapping[str, str]) -> _N:
    changes: dict[str, Any] = {}
    for field, value in node.__dict__.items():
        if field == "id":
            changes[field] = marks[value] if type(node) is Note else ids.new(type(node))
        elif type(value) is Text:
            changes[field] = with_marks(value, marks)
        elif type(value) is tuple and value:
            members = cast("tuple[Any, ...]", value)
            changes[field] = tuple(_renewed(one, ids, marks) if isinstance(one, Node) else one for one in members)
    return node.model_copy(update=changes)


def notes_in(node: Node) -> Iterator[Note]:
    """Give the notes in a node and in what stands under it."""
    if isinstance(node, Note):
        yield node
    for value in node.__dict__.values():
        for member in cast("tuple[Any, ...]", value) if type(value) is tuple else ():
            if isinstance(member, Node):
                yield from notes_in(member)


def with_marks(text: Text, marks: Mapping[str, str]) -> Text:
    """Give a text whose note marks are renamed; one that has none of them is given back itself."""
    if marks.keys().isdisjoint(marks_in(text)):
        return text
    return Text({language: _with_marks(phrase, marks) for language, phrase in text.root.items()})


def _with_marks(phrase: Phrase, marks: Mapping[str, str]) -> Phrase:
    origin = phrase.translated_from
    changed = Phrase(
        text=_renamed(phrase.text, marks),
        state=phrase.state,
        translated_from=None if origin is None else _renamed(origin, marks),
    )
    return phrase if changed == phrase else changed


def _renamed(wording: str, marks: Mapping[str, str]) -> str:
    if marks.keys().isdisjoint(_MARK.findall(wording)):
        return wording
    pieces = markup.parse(wording)
    return storable(
        markup.write(replace(one, note=marks.get(one.note, one.note)) if one.note else one for one in pieces)
    )
