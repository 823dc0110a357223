"""What deeds refuse, in words for the person at the window: of the models, of the whole agenda, of a place in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from igfeditor.errors import EditError, Sentence, sentence
from igfeditor.model.agenda import MAX_LEVELS, Node, Slot
from igfeditor.model.scalars import MAX_TEXT

# What the storage refuses too: no file of ours holds control characters or half of a surrogate pair.
_UNSTORABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_QUOTED: Final = re.compile("'([^']*)'")
_LONGEST_VALUE: Final = 40
_N = TypeVar("_N", bound=Node)

_HINTS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "clock_time": sentence("Write hours and minutes, for example {example}.", example="09:30"),
        "iso_date": sentence("Write year, month and day, for example {example}.", example="2026-02-09"),
        "no_such_day": sentence("The calendar has no such day; choose another."),
        "year": sentence("A date lies in the years 1900 to 2999."),
        "url": sentence(
            "An address begins with {first}, {second} or {third} and has no spaces.",
            first="https://",
            second="http://",
            third="mailto:",
        ),
        "item_number": sentence(
            "Write up to 20 characters such as {example}, without a space at either end.", example='"3 bis"'
        ),
        "zone": sentence("Choose one from the list, for example {example}.", example="Europe/Zurich"),
    }
)


def gone(node_id: str) -> EditError:
    """Refuse a deed on something that the agenda does not have (any more)."""
    return EditError(
        sentence("What this would change is no longer in the agenda ({id}).", id=node_id),
        sentence("Undo brings back what was deleted."),
    )


def misplaced() -> EditError:
    """Refuse rows in a place where their kind cannot stand."""
    return EditError(
        sentence("These rows cannot stand there."),
        sentence("Slots stand in days, items in slots, and sub-items under items or other sub-items."),
    )


def part_misplaced() -> EditError:
    """Refuse a note, link, output or paragraph in a node that has none."""
    return EditError(
        sentence("This cannot stand there."),
        sentence(
            "Notes stand with the meeting, a day or a slot, links with the meeting or a slot, outputs with a day."
        ),
    )


def not_a_row() -> EditError:
    """Refuse a deed that is for rows of the tree on anything else."""
    return EditError(
        sentence("This can be done with days, slots, items and sub-items only."), sentence("Choose one of them.")
    )


def scattered() -> EditError:
    """Refuse rows under several nodes for a deed that moves them together."""
    return EditError(
        sentence("These rows do not stand together."), sentence("Choose rows of one day, one slot or one item.")
    )


def in_itself() -> EditError:
    """Refuse to move a row under itself."""
    return EditError(sentence("A row cannot stand under itself."), sentence("Choose a place outside of it."))


def without_levels() -> EditError:
    """Refuse to change the level of a row that has none."""
    return EditError(
        sentence("This row has no other level."),
        sentence("Items and sub-items change their level, days and slots do not."),
    )


def nothing_above() -> EditError:
    """Refuse to put a row under the one before it where there is none."""
    return EditError(
        sentence("There is no row before it that it could stand under."), sentence("Move it down first, or add one.")
    )


def loses_parts() -> EditError:
    """Refuse to make a sub-item of an item that has what sub-items do not have."""
    return EditError(
        sentence("An item with people or further paragraphs cannot become a sub-item."),
        sentence("Move them into texts, or delete them, and try again."),
    )


def not_mergeable() -> EditError:
    """Refuse to merge anything but two or more slots of one day."""
    return EditError(
        sentence("Only slots of one day and of one kind can be merged."), sentence("Choose two or more of them.")
    )


def unlike() -> EditError:
    """Refuse to merge slots where a text of one would be lost."""
    return EditError(
        sentence("The slots have different rooms, tracks or labels."),
        sentence("Make them the same, or delete one of the two, and merge again."),
    )


def not_alike() -> EditError:
    """Refuse to copy rows of several kinds at once."""
    return EditError(
        sentence("Rows of different kinds cannot be copied together."),
        sentence("Choose days, slots, items or sub-items only."),
    )


def not_rows() -> EditError:
    """Refuse to paste what is not a sound copy of rows."""
    return EditError(
        sentence("There are no rows of an agenda to paste."), sentence("Copy rows in the tree of an agenda first.")
    )


def other_languages(languages: str) -> EditError:
    """Refuse rows that have no language in common with the agenda."""
    return EditError(
        sentence("The copied rows are in other languages than this agenda: {languages}.", languages=languages),
        sentence("Open an agenda in one of these languages."),
    )


def crowded(limit: int) -> EditError:
    """Refuse more rows in a list than an agenda file may hold."""
    return EditError(
        sentence("No more rows can stand there; {limit} is the most.", limit=limit),
        sentence("Divide the agenda, the day, the slot or the item into several."),
    )


def too_deep() -> EditError:
    """Refuse sub-items on a fourth level."""
    return EditError(
        sentence("Sub-items cannot stand more than {limit} levels deep.", limit=MAX_LEVELS),
        sentence("Move them up a level."),
    )


def no_date() -> EditError:
    """Refuse a day for which the calendar of agenda files has no date left."""
    return EditError(
        sentence("No date is left for another day."), sentence("Change the dates of the other days, or delete one.")
    )


def date_taken(when: date, number: int) -> EditError:
    """Refuse a date that another day has; `number` is that of the other, from 1."""
    return EditError(
        sentence("Day {day} has the date {date} already.", day=number, date=when.isoformat()),
        sentence("Choose another date, or change that of the other day first."),
    )


def storable(text: str) -> str:
    """Give a text that a file can hold; raises `EditError` for one too long or with control characters."""
    if len(text) > MAX_TEXT:
        raise EditError(
            sentence("The text is too long: {length} characters.", length=len(text)),
            sentence("A text may have {limit} characters; divide it into several.", limit=MAX_TEXT),
        )
    found = _UNSTORABLE.search(text)
    if found:
        raise EditError(
            sentence("The text holds the character {code}, which no file may hold.", code=f"U+{ord(found[0]):04X}"),
            sentence("Take it out, or paste the text so that it is cleaned."),
        )
    return text


def validated(node: _N, values: Mapping[str, object]) -> _N:
    """Give a node with other values, each as the models make it; the node itself if it has them already.

    Raises `EditError` for a value that the models refuse.
    """
    for value in values.values():
        if isinstance(value, str):
            storable(value)
    try:
        whole = type(node).model_validate({**node.__dict__, **values})
    except ValidationError as refusal:
        raise _refused(refusal.errors(include_url=False)[0]) from refusal
    changes = {name: whole.__dict__[name] for name in values if whole.__dict__[name] != node.__dict__[name]}
    return node.model_copy(update=changes) if changes else node


def _refused(error: ErrorDetails) -> EditError:
    return EditError(_message(error["type"], _value_words(error["input"])), _hint_of(error))


def _message(rule: str, value: str) -> Sentence:
    match rule:
        case "clock_time":
            return sentence("{value} is not a time of the day.", value=value)
        case "iso_date" | "no_such_day" | "year":
            return sentence("{value} is not a date.", value=value)
        case "url":
            return sentence("{value} is not an address.", value=value)
        case "zone":
            return sentence("{value} is not a time zone.", value=value)
        case _:
            return sentence("{value} cannot stand there.", value=value)


def _hint_of(error: ErrorDetails) -> Sentence:
    context: Mapping[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "literal_error":
            words = ", ".join(_QUOTED.findall(str(context["expected"])))
            return sentence("Choose one of these: {words}.", words=words)
        case "greater_than_equal":
            return sentence("The least number allowed is {limit}.", limit=context["ge"])
        case "less_than_equal":
            return sentence("The greatest number allowed is {limit}.", limit=context["le"])
        case "string_too_long":
            return sentence("The greatest length allowed is {limit}.", limit=context["max_length"])
        case other:
            return _HINTS.get(other, sentence("Choose another value."))


def _value_words(value: object) -> str:
    words = f"“{value}”"
    return words if len(words) <= _LONGEST_VALUE else f"{words[: _LONGEST_VALUE - 2]}…”"


def sound_slot(slot: Slot) -> Slot:
    """Give a slot back whose times can stand together (see `soundness`); raises `EditError` for any other."""
    if slot.start is None and slot.kind != "note":
        raise EditError(
            sentence("A slot needs a start."), sentence("Write the time at which it starts, or make it a note.")
        )
    if slot.end is not None and slot.start is None:
        raise EditError(sentence("An end needs a start."), sentence("Write the start first, or delete the end."))
    if slot.next_day_end and slot.end is None:
        raise EditError(sentence("There is no end that could be on the next day."), sentence("Write the end first."))
    return slot
