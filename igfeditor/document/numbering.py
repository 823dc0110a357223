"""Numbers of items, letters of sub-items and marks of notes: never stored, always derived here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from igfeditor.language import markup
from igfeditor.language.wording import Wording
from igfeditor.model.agenda import Agenda, Item, Note, SubItem
from igfeditor.model.texts import TextAt

BULLET: Final = "•"
NO_PLACES: Final[Mapping[str, int]] = MappingProxyType({})


def item_numbers(agenda: Agenda) -> Mapping[str, int]:
    """Give the derived number of each automatically numbered item, by id.

    A day with `numbering` "continue" goes on from the day before; any other starts at 1. Items with a literal
    number or none take no part.
    """
    numbers: dict[str, int] = {}
    last = 0
    for day in agenda.days:
        last = 0 if day.numbering == "restart" else last
        for item in (item for slot in day.slots for item in slot.items if item.number == "auto"):
            last += 1
            numbers[item.id] = last
    return MappingProxyType(numbers)


def item_marker(item: Item, numbers: Mapping[str, int], wording: Wording) -> str:
    """Give the printed number of an item, empty for an unnumbered one."""
    if item.number == "none":
        return ""
    if item.number == "auto":
        return wording.item_number(numbers[item.id])
    return wording.item_number(item.number)


def sub_item_markers(children: Sequence[SubItem], wording: Wording) -> Iterator[str]:
    """Give the printed markers of siblings: letters and numbers count their own kind only."""
    letters = numbers = 0
    for child in children:
        if child.marker == "letter":
            yield wording.letter(letters)
            letters += 1
        elif child.marker == "number":
            numbers += 1
            yield wording.item_number(numbers)
        else:
            yield BULLET if child.marker == "bullet" else ""


def note_places(
    notes: Sequence[Note], texts: Iterable[TextAt], outer: Mapping[str, int] = NO_PLACES
) -> Mapping[str, int]:
    """Give the place, from 0, of the mark of each note that some text refers to, outer notes included.

    Places go on from those of the outer scope (the meeting's before the day's, the day's before the slot's), so
    that one mark never means two things on one row. A note that no text refers to has no mark.
    """
    if not notes:
        return outer
    used = _references(texts)
    places = dict(outer)
    for note in notes:
        if note.id in used:
            places[note.id] = len(places)
    return MappingProxyType(places)


def _references(texts: Iterable[TextAt]) -> frozenset[str]:
    return frozenset(
        piece.note
        for place in texts
        for phrase in place.text.root.values()
        if "[^" in phrase.text
        for piece in markup.parse(phrase.text)
        if piece.note
    )
