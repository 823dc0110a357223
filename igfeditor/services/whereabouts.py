"""Where something stands in an agenda, in the words of people and of programs.

    Whereabouts(agenda).of(spot)        "Day 2, 10:30, item 4, b. (Arabic)"
    path_of(agenda, spot)               "days[1].slots[0].items[0].children[1].text"

What is counted is counted from 1 for people, and from 0 for programs, as in the messages on damaged files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import reduce
from types import MappingProxyType
from typing import Final

from igfeditor.checks.finding import Spot
from igfeditor.document.numbering import item_numbers, sub_item_markers
from igfeditor.errors import Sentence, Worded, sentence
from igfeditor.language.tongues import SAID_IN, language_sentence
from igfeditor.language.wording import wording_for
from igfeditor.model.agenda import Agenda, Day, Item, Meeting, Slot, SubItem
from igfeditor.model.soundness import THE_MEETING, path_words
from igfeditor.model.tree import Tree, TreeNode, tree_of

_PERSON: Final = re.compile(r"people\[(\d+)\]")
_FIELDS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "heading": sentence("heading"),
        "host": sentence("host"),
        "venue": sentence("venue"),
        "category": sentence("category"),
        "room": sentence("room"),
        "track": sentence("track"),
    }
)


def path_of(agenda: Agenda, spot: Spot) -> str:
    """Give the place of a spot in the agenda file, positions from 0."""
    path = path_words(tree_of(agenda).place(spot.node))
    return f"{path}.{spot.field}" if spot.field else path


class Whereabouts:
    """Finds words for the places of one agenda."""

    def __init__(self, agenda: Agenda) -> None:
        """Number the items."""
        self._tree: Tree = tree_of(agenda)
        self._numbers = item_numbers(agenda)
        self._wordings = tuple(wording_for(language, agenda.style) for language in SAID_IN)

    def of(self, spot: Spot) -> Sentence:
        """Give the place of a spot, with its language where it has one."""
        place = self.without_language(spot)
        if not spot.language:
            return place
        return sentence("{place} ({language})", place=place, language=language_sentence(spot.language))

    def without_language(self, spot: Spot) -> Sentence:
        """Give the place of a spot: the day, the time, the item, its sub-item, and the field where that says more."""
        way = [node for node in (*reversed([*self._tree.ancestors(spot.node)]), spot.node) if node != THE_MEETING]
        steps = [self._step(node) for node in way] or [sentence("Meeting")]
        if way and not isinstance(self._tree.node(way[0]), Day):
            steps.insert(0, sentence("Meeting"))
        return reduce(_joined, [*steps, *self._field(spot)])

    def _slot_step(self, name: str) -> Sentence:
        """Give the time of a slot; its row where it has none, and besides where others start with it."""
        slot, day = self._tree.node(name), self._tree.node(self._tree.parent(name) or THE_MEETING)
        row = sentence("row {number}", number=self._tree.position(name) + 1)
        if not isinstance(slot, Slot) or slot.start is None or not isinstance(day, Day):
            return row
        time = sentence("{time}", time=f"{slot.start:%H:%M}")
        is_alone = sum(other.start == slot.start for other in day.slots) == 1
        return time if is_alone else _joined(time, row)

    def _step(self, name: str) -> Sentence:
        node, number = self._tree.node(name), self._tree.position(name) + 1
        if isinstance(node, Day):
            return sentence("Day {day}", day=number)
        if isinstance(node, Slot):
            return self._slot_step(name)
        if isinstance(node, Item):
            return self._item_step(node, number)
        return self._sub_item_step(name, node, number) if isinstance(node, SubItem) else self._other(name, number)

    def _item_step(self, item: Item, number: int) -> Sentence:
        if item.number == "none":
            return sentence("entry {number}", number=number)
        return sentence("item {number}", number=self._numbers.get(item.id, item.number))

    def _sub_item_step(self, name: str, child: SubItem, number: int) -> Sentence:
        if child.marker == "bullet":
            return sentence("bullet {number}", number=number)
        if child.marker == "none":
            return sentence("line {number}", number=number)
        above = self._tree.node(self._tree.parent(name) or THE_MEETING)
        siblings = above.children if isinstance(above, Item | SubItem) else ()
        markers = [[*sub_item_markers(siblings, wording)][number - 1] for wording in self._wordings]
        return sentence("{marker}", marker=Worded(MappingProxyType(dict(zip(SAID_IN, markers, strict=True)))))

    def _other(self, name: str, number: int) -> Sentence:
        kind = self._tree.kind(name)
        if kind == "output":
            return sentence("output {number}", number=number)
        if kind == "paragraph":
            return sentence("paragraph {number}", number=number)
        if kind == "link":
            return sentence("link {number}", number=number)
        return sentence("term {number}", number=number) if kind == "term" else sentence("note {number}", number=number)

    def _field(self, spot: Spot) -> Iterator[Sentence]:
        person = _PERSON.match(spot.field)
        node: TreeNode = self._tree.node(spot.node)
        if person is not None:
            yield sentence("person {number}", number=int(person[1]) + 1)
        elif spot.field == "title" and isinstance(node, Meeting):
            yield sentence("title")
        elif spot.field in _FIELDS:
            yield _FIELDS[spot.field]


def _joined(above: Sentence, here: Sentence) -> Sentence:
    return sentence("{above}, {here}", above=above, here=here)
