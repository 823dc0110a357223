"""What only the whole agenda can tell: rules that bind several fields or nodes.

A sound agenda has ids that occur once, days of different dates, texts in its own languages with the states that
belong to them, slots whose times can stand together, and lists of a bounded depth. Whether it is also a good
agenda (an end before its start, a note mark without a note) is the business of the checks: such a file opens.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, cast

from igfeditor.errors import Sentence, sentence
from igfeditor.model.agenda import MAX_CHILDREN, MAX_LEVELS, Agenda, Item, Node, Phrase, Slot, SubItem, Text

Place = tuple[str | int, ...]
THE_MEETING: Final = "meeting"
LONGEST_KEY: Final = 40
# Their exact kinds, for pydantic answers isinstance slowly, and every value of the agenda is asked.
_NODES: Final = frozenset(Node.__subclasses__())


class Flaw(NamedTuple):
    """One broken rule: the place in the tree (keys and positions from 0), the rule, and what to do.

    `rule` has neither a capital nor a full stop; `remedy` is a sentence.
    """

    place: Place
    rule: Sentence
    remedy: Sentence


def flaws(agenda: Agenda) -> tuple[Flaw, ...]:
    """Give every flaw of an agenda, those of languages and dates first; a sound one has none."""
    inspection = _Inspection(agenda)
    inspection.visit(agenda, ())
    return tuple(inspection.flaws)


class _Inspection:
    """One walk over all nodes, with what was seen so far."""

    def __init__(self, agenda: Agenda) -> None:
        self.flaws: list[Flaw] = []
        self._source = agenda.source
        self._languages = frozenset(agenda.languages)
        self._seen: dict[str, Place] = {}
        self._languages_once(agenda)
        self._dates_once(agenda)

    def visit(self, node: Node, place: Place) -> None:
        self._rules_of(node, place)
        values: Mapping[str, Any] = node.__dict__
        if "id" in values and place:
            self._id(values["id"], place)
        for name, value in values.items():
            if type(value) is Text:
                self._text(value, (*place, name))
            elif type(value) is tuple:
                self._members(cast("Sequence[Any]", value), (*place, name))
            elif type(value) in _NODES:
                self.visit(value, (*place, name))

    def _members(self, members: Sequence[Any], place: Place) -> None:
        for index, member in enumerate(members):
            if type(member) in _NODES:
                self.visit(member, (*place, index))

    def _rules_of(self, node: Node, place: Place) -> None:
        kind = type(node)
        if kind is SubItem:
            self._levels(place)
        elif kind is Slot:
            self._times(cast("Slot", node), place)
        elif kind is Item:
            self._children(cast("Item", node), place)

    def _flaw(self, place: Place, rule: Sentence, remedy: Sentence) -> None:
        self.flaws.append(Flaw(place, rule, remedy))

    def _languages_once(self, agenda: Agenda) -> None:
        for index, language in enumerate(agenda.languages):
            if language in agenda.languages[:index]:
                self._flaw(
                    ("languages", index),
                    sentence("the language {language} is there twice", language=language),
                    sentence("Name each language once, the source first."),
                )

    def _dates_once(self, agenda: Agenda) -> None:
        seen: dict[date, int] = {}
        for index, day in enumerate(agenda.days):
            first = seen.setdefault(day.date, index)
            if first != index:
                self._flaw(
                    ("days", index, "date"),
                    sentence("the date {date} is that of {day} too", date=day.date.isoformat(), day=f"days[{first}]"),
                    sentence("Give each day a date of its own; parallel slots of one day stand in one day."),
                )

    def _id(self, name: str, place: Place) -> None:
        if name == THE_MEETING:
            self._flaw(
                (*place, "id"),
                sentence("the id {id} belongs to the meeting itself", id=name),
                sentence("Give it another id."),
            )
        first = self._seen.setdefault(name, place)
        if first is not place:
            self._flaw(
                (*place, "id"),
                sentence("the id {id} is that of {first} too", id=name, first=path_words(first)),
                sentence("Give one of the two another id; each id occurs once in the file."),
            )

    def _text(self, text: Text, place: Place) -> None:
        for language, phrase in text.root.items():
            if language == self._source:
                if phrase.state is not None or phrase.translated_from is not None:
                    self._state_of_source(phrase, (*place, language))
            elif language not in self._languages:
                self._flaw(
                    (*place, language),
                    sentence("{language} is not a language of this agenda", language=language),
                    sentence("Add it to “languages” at the top of the file, or take this text out."),
                )
            elif phrase.state is None and phrase.text:
                self._flaw(
                    (*place, language, "state"),
                    sentence("a translation has a state"),
                    sentence("Write translated, reviewed or final there."),
                )

    def _state_of_source(self, phrase: Phrase, place: Place) -> None:
        self._flaw(
            (*place, "translated_from" if phrase.state is None else "state"),
            sentence("a text in the source language {language} is no translation and has none", language=self._source),
            sentence("Take it out; only translations have “state” and “translated_from”."),
        )

    def _times(self, slot: Slot, place: Place) -> None:
        if slot.start is None and slot.kind != "note":
            self._flaw(
                (*place, "start"),
                sentence("a slot of the kind {kind} has a start", kind=slot.kind),
                sentence("Write the time there, or make the slot a note."),
            )
        if slot.end is not None and slot.start is None:
            self._flaw(
                (*place, "end"),
                sentence("an end stands without a start"),
                sentence("Write the start beside it, or take the end out."),
            )
        if slot.next_day_end and slot.end is None:
            self._flaw(
                (*place, "next_day_end"),
                sentence("there is no end that could be on the next day"),
                sentence("Write the end beside it, or take “next_day_end” out."),
            )

    def _levels(self, place: Place) -> None:
        if place.count("children") == MAX_LEVELS + 1:
            self._flaw(
                place,
                sentence("sub-items stand more than {limit} levels deep", limit=MAX_LEVELS),
                sentence("Move them up a level."),
            )

    def _children(self, item: Item, place: Place) -> None:
        if item.children and _count(item.children) > MAX_CHILDREN:
            self._flaw(
                (*place, "children"),
                sentence("an item has more than {limit} sub-items on all its levels", limit=MAX_CHILDREN),
                sentence("Divide the item into several."),
            )


def _count(children: Sequence[SubItem]) -> int:
    return len(children) + sum(_count(child.children) for child in children if child.children)


def path_words(place: Place) -> str:
    """Write a place as "days[2].slots[4].start", positions from 0; a key that is no plain word stands in brackets."""
    return "".join(map(_step_words, place)).removeprefix(".")


def _step_words(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    is_plain = step.isidentifier() and len(step) <= LONGEST_KEY
    return f".{step}" if is_plain else f"[{json.dumps(step[:LONGEST_KEY], ensure_ascii=False)}]"
