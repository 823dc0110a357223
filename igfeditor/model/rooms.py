"""The rooms and tracks of an agenda: each is a text of a day or slot, and the same name in many places is one room.

The file has no list of them, so that a slot can be read by itself; the list is what is used. A room is renamed
wherever it is used, in one deed.
"""

from __future__ import annotations

from typing import Final, Literal, TypeVar

from igfeditor.errors import EditError, sentence
from igfeditor.model import edits
from igfeditor.model.agenda import EMPTY_TEXT, Agenda, Day, Slot, Text
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of

Sort = Literal["room", "track"]
SORTS: Final[tuple[Sort, ...]] = ("room", "track")
_Place = TypeVar("_Place", Day, Slot)


def used(agenda: Agenda, sort: Sort) -> tuple[Text, ...]:
    """Give the rooms or tracks that an agenda uses, each once, in the order in which they are first met."""
    texts = (at.text for at in agenda_texts(agenda) if at.field == sort)
    return tuple(dict.fromkeys(text for text in texts if text))


def put(agenda: Agenda, node_id: str, sort: Sort, name: Text) -> Agenda:
    """Give a day or slot a room or track that is used elsewhere, in all its languages."""
    tree = tree_of(agenda)
    return agenda if tree.text(node_id, sort) == name else tree.with_text(node_id, sort, name)


def rename(agenda: Agenda, sort: Sort, old: Text, new: Text) -> Agenda:
    """Call a room or track otherwise wherever it is used; an empty name takes it out everywhere."""
    if old == new:
        return agenda
    if new and new in used(agenda, sort):
        raise EditError(
            sentence("There is another one of this name already."),
            sentence("Choose that one in the slots that shall have it, or give this one another name."),
        )
    days = tuple(_renamed(day, sort, old, new) for day in agenda.days)
    if all(after is before for after, before in zip(days, agenda.days, strict=True)):
        return agenda
    return agenda.model_copy(update={"days": days})


def reword(agenda: Agenda, sort: Sort, old: Text, language: str, wording: str) -> Agenda:
    """Write the name of a room or track in one language, as any text is written, wherever it is used."""
    place = next((at for at in agenda_texts(agenda) if at.field == sort and at.text == old), None)
    if place is None:
        return agenda
    written = edits.set_text(agenda, place.node, sort, language, wording)
    return rename(agenda, sort, old, tree_of(written).text(place.node, sort))


def remove(agenda: Agenda, sort: Sort, name: Text) -> Agenda:
    """Take a room or track out of all days and slots."""
    return rename(agenda, sort, name, EMPTY_TEXT)


def _renamed(day: Day, sort: Sort, old: Text, new: Text) -> Day:
    slots = tuple(_with(slot, sort, old, new) for slot in day.slots)
    changed = _with(day, sort, old, new)
    if all(after is before for after, before in zip(slots, day.slots, strict=True)):
        return changed
    return changed.model_copy(update={"slots": slots})


def _with(node: _Place, sort: Sort, old: Text, new: Text) -> _Place:
    return node.model_copy(update={sort: new}) if node.__dict__.get(sort) == old else node
