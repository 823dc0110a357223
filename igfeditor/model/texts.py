"""A walk over every text of an agenda, with the node and the field that hold it, in printed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from igfeditor.model.agenda import Agenda, Day, Item, Link, Meeting, Note, Output, Slot, SubItem, Text


class TextAt(NamedTuple):
    """One text with its place: the id of the node ("meeting" for the meeting itself) and the field's name."""

    node: str
    field: str
    text: Text


def agenda_texts(agenda: Agenda) -> Iterator[TextAt]:
    """Give every text of an agenda."""
    yield from meeting_texts(agenda.meeting)
    for day in agenda.days:
        yield from day_texts(day)


def meeting_texts(meeting: Meeting) -> Iterator[TextAt]:
    """Give the texts above the days."""
    yield TextAt("meeting", "title", meeting.title)
    yield TextAt("meeting", "host", meeting.host)
    yield TextAt("meeting", "venue", meeting.venue)
    yield TextAt("meeting", "category", meeting.category)
    yield from _texts_of(meeting.notes)
    yield from _labels_of(meeting.links)


def day_texts(day: Day) -> Iterator[TextAt]:
    """Give the texts of a day and of all its slots."""
    yield TextAt(day.id, "heading", day.heading)
    yield TextAt(day.id, "room", day.room)
    yield from _texts_of(day.outputs)
    for slot in day.slots:
        yield from slot_texts(slot)
    yield from _texts_of(day.notes)


def slot_texts(slot: Slot) -> Iterator[TextAt]:
    """Give the texts of a slot and of all its items."""
    yield TextAt(slot.id, "track", slot.track)
    yield TextAt(slot.id, "room", slot.room)
    yield TextAt(slot.id, "label", slot.label)
    for item in slot.items:
        yield from _item_texts(item)
    yield from _labels_of(slot.links)
    yield from _texts_of(slot.notes)


def _item_texts(item: Item) -> Iterator[TextAt]:
    yield TextAt(item.id, "title", item.title)
    yield from _texts_of(item.body)
    for place, person in enumerate(item.people):
        yield TextAt(item.id, f"people[{place}].name", person.name)
        yield TextAt(item.id, f"people[{place}].role", person.role)
    yield from _sub_item_texts(item.children)


def _sub_item_texts(children: Iterable[SubItem]) -> Iterator[TextAt]:
    for child in children:
        yield TextAt(child.id, "text", child.text)
        yield from _sub_item_texts(child.children)


def _texts_of(nodes: Iterable[Note | Output]) -> Iterator[TextAt]:
    return (TextAt(node.id, "text", node.text) for node in nodes)


def _labels_of(links: Iterable[Link]) -> Iterator[TextAt]:
    return (TextAt(link.id, "label", link.label) for link in links)
