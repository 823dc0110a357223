"""The agenda as it is edited: its texts line by line in all languages, with the derived words that stand beside them.

The panes and the tree of the window show these lines. What is printed beside a text (a number, a letter, a time,
the date of a day) is a chip here: it is made by the same rooms that the composer uses, and cannot be typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from igfeditor.document.day_table import times_in_zone
from igfeditor.document.numbering import BULLET, item_marker, item_numbers, note_places, sub_item_markers
from igfeditor.document.slot_text import kind_phrase
from igfeditor.language.wording import Wording, wording_for
from igfeditor.model.agenda import EMPTY_TEXT, Agenda, Day, Item, Link, Note, Slot, SubItem, Text
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.texts import agenda_texts, day_texts, slot_texts

Words = Mapping[str, str]
"""A derived word in each language, by language code."""

NO_WORDS: Final[Words] = MappingProxyType({})


class Part(StrEnum):
    """What a line of the outline is; the window gives each part one look."""

    TITLE = "title"
    DETAIL = "detail"
    DAY = "day"
    OUTPUT = "output"
    TIME = "time"
    BREAK = "break"
    EVENT = "event"
    ITEM = "item"
    BODY = "body"
    PERSON = "person"
    SUB_ITEM = "sub-item"
    LINK = "link"
    NOTE = "note"


class OutlineLine(NamedTuple):
    """One line: the text at `node` and `field`, or no text (an empty `field`) where only the chips say something.

    `depth` is the indent in steps. `chips` stand before the text, `tails` (allotted minutes) after it, and neither can
    be edited; `hints` are the derived words that are printed when the text is empty.
    """

    node: str
    field: str
    part: Part
    text: Text = EMPTY_TEXT
    depth: int = 0
    chips: Words = NO_WORDS
    hints: Words = NO_WORDS
    tails: Words = NO_WORDS


def meeting_lines(agenda: Agenda) -> tuple[OutlineLine, ...]:
    """Give the lines of what stands above the days."""
    return tuple(_Outline(agenda).meeting())


def day_lines(agenda: Agenda, day: Day) -> tuple[OutlineLine, ...]:
    """Give the lines of one day of an agenda, from its heading to its notes."""
    return tuple(_Outline(agenda).day(day))


class _Outline:
    def __init__(self, agenda: Agenda) -> None:
        self._agenda = agenda
        self._wordings = tuple(wording_for(language, agenda.style) for language in agenda.languages)
        self._numbers = item_numbers(agenda)
        self._meeting_places = note_places(agenda.meeting.notes, agenda_texts(agenda))

    def _words(self, make: Callable[[Wording], str]) -> Words:
        return MappingProxyType({wording.language: make(wording) for wording in self._wordings})

    def meeting(self) -> Iterator[OutlineLine]:
        meeting = self._agenda.meeting
        yield OutlineLine(THE_MEETING, "title", Part.TITLE, meeting.title)
        for name, text in (("host", meeting.host), ("venue", meeting.venue), ("category", meeting.category)):
            label = self._words(lambda wording, name=name: wording.phrase(name))
            yield OutlineLine(THE_MEETING, name, Part.DETAIL, text, chips=label)
        yield from self._notes(meeting.notes, self._meeting_places)
        yield from self._links(meeting.links, 0)

    def day(self, day: Day) -> Iterator[OutlineLine]:
        number = self._agenda.days.index(day) + 1
        dated = self._words(lambda wording: f"{wording.day(number)}: {wording.date(day.date)}")
        yield OutlineLine(day.id, "heading", Part.DAY, day.heading, chips=dated)
        bullets = self._words(lambda _: BULLET)
        for output in day.outputs:
            yield OutlineLine(output.id, "text", Part.OUTPUT, output.text, chips=bullets)
        places = note_places(day.notes, day_texts(day), self._meeting_places)
        for slot in day.slots:
            yield from self._slot(day, slot, places)
        yield from self._notes(day.notes, places)

    def _slot(self, day: Day, slot: Slot, outer: Mapping[str, int]) -> Iterator[OutlineLine]:
        yield self._head(day, slot)
        for name, text in (("track", slot.track), ("room", slot.room)):
            if text:
                yield OutlineLine(slot.id, name, Part.DETAIL, text, 1)
        for item in slot.items:
            yield from self._item(item)
        yield from self._links(slot.links, 1)
        yield from self._notes(slot.notes, note_places(slot.notes, slot_texts(slot), outer), 1)

    def _head(self, day: Day, slot: Slot) -> OutlineLine:
        """Give the line of the time; it has a text where the row has a label, or nothing else to say."""
        part = Part.BREAK if slot.is_break else Part.TIME if slot.kind in {"session", "note"} else Part.EVENT
        has_text = part is not Part.TIME or bool(slot.label) or not slot.items
        # A label in one language is missing in the other: the derived word is not printed in its place.
        hints = NO_WORDS if slot.items or slot.label or part is Part.TIME else self._words(_said_of(slot))
        name = "label" if has_text else ""
        return OutlineLine(slot.id, name, part, slot.label, 0, slot_times(self._agenda, day, slot), hints)

    def _item(self, item: Item) -> Iterator[OutlineLine]:
        number = self._words(lambda wording: item_marker(item, self._numbers, wording))
        yield OutlineLine(item.id, "title", Part.ITEM, item.title, 1, number, tails=self._allotted(item.minutes))
        for paragraph in item.body:
            yield OutlineLine(paragraph.id, "text", Part.BODY, paragraph.text, 2)
        for place, person in enumerate(item.people):
            yield OutlineLine(item.id, f"people[{place}].name", Part.PERSON, person.name, 2)
            yield OutlineLine(item.id, f"people[{place}].role", Part.PERSON, person.role, 3)
        yield from self._children(item.children, 2)

    def _children(self, children: Sequence[SubItem], depth: int) -> Iterator[OutlineLine]:
        columns = [tuple(sub_item_markers(children, wording)) for wording in self._wordings]
        languages = [wording.language for wording in self._wordings]
        for child, markers in zip(children, zip(*columns, strict=True), strict=True):
            letters = MappingProxyType(dict(zip(languages, markers, strict=True)))
            allotted = self._allotted(child.minutes)
            yield OutlineLine(child.id, "text", Part.SUB_ITEM, child.text, depth, letters, tails=allotted)
            yield from self._children(child.children, depth + 1)

    def _allotted(self, minutes: int | None) -> Words:
        return NO_WORDS if minutes is None else self._words(lambda wording: wording.allotted(minutes))

    def _notes(self, notes: Sequence[Note], places: Mapping[str, int], depth: int = 0) -> Iterator[OutlineLine]:
        for note in notes:
            place = places.get(note.id)
            mark = NO_WORDS if place is None else self._words(lambda wording, place=place: wording.note_mark(place))
            yield OutlineLine(note.id, "text", Part.NOTE, note.text, depth, mark)

    def _links(self, links: Sequence[Link], depth: int) -> Iterator[OutlineLine]:
        for link in links:
            address = NO_WORDS if link.label else self._words(lambda _, link=link: link.url)
            yield OutlineLine(link.id, "label", Part.LINK, link.label, depth, hints=address)


def _said_of(slot: Slot) -> Callable[[Wording], str]:
    return lambda wording: wording.phrase(kind_phrase(slot.kind))


def slot_times(agenda: Agenda, day: Day, slot: Slot) -> Words:
    """Give the printed time of a slot in each language, empty for a row without a time."""
    zone = agenda.meeting.time_zone
    times = times_in_zone(slot, day.date, zone, zone)
    if times is None:
        return NO_WORDS
    wordings = (wording_for(language, agenda.style) for language in agenda.languages)
    return MappingProxyType(
        {
            wording.language: wording.time_range(
                times.start, times.end, start_shift=times.start_shift, end_shift=times.end_shift
            )
            for wording in wordings
        }
    )
