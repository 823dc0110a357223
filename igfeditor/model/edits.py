"""Deeds on texts and attributes: pure functions from an agenda to another that shares all it can.

    set_text, confirm, copy_source, clear_translation                      one text in one language
    set_meeting, set_day, set_slot, set_item, set_sub_item, set_style      what is chosen and not written
    add_note, add_link, add_output, add_paragraph, add_person …            what stands in a node beside its rows

A deed that changes nothing gives the very agenda that it was given, so that it can be dropped. One that the agenda
does not allow raises `EditError` with a sentence and a hint. Fields have the names that `agenda_texts` gives them,
and the meeting has the id "meeting". Rows (days, slots, items, sub-items) are the business of `igfeditor.model.rows`.

Texts are stored as they are given; what is pasted goes through `igfeditor.language.cleaning` first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from types import MappingProxyType
from typing import Any, Final, TypedDict, TypeVar, Unpack

from igfeditor.errors import EditError, sentence
from igfeditor.model.agenda import (
    EMPTY_TEXT,
    Access,
    Agenda,
    Day,
    Item,
    Kind,
    Link,
    Marker,
    Meeting,
    Node,
    Note,
    Numbering,
    Output,
    Person,
    Phrase,
    Slot,
    State,
    Status,
    Style,
    SubItem,
    Text,
)
from igfeditor.model.ids import NewIds
from igfeditor.model.refusals import date_taken, gone, part_misplaced, sound_slot, storable, validated
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import LISTS, Tree, TreeNode, tree_of

_T = TypeVar("_T")
_N = TypeVar("_N", Meeting, Day, Slot, Item, SubItem, Link)


# --- texts -------------------------------------------------------------------------------------------------


def set_text(agenda: Agenda, node_id: str, field: str, language: str, text: str) -> Agenda:
    """Write a text in one language; an empty one takes the phrase out.

    A new source makes its translations stale: each keeps the source that it was made from, until it is confirmed
    or that source comes back. A translation that is typed is "translated", and as stale as it was before.
    """
    tree = tree_of(agenda)
    old = tree.text(node_id, field)
    _refuse_foreign(agenda, language)
    before = old.wording(language)
    if text == before:
        return agenda
    phrases = dict(old.root)
    if language == agenda.source:
        phrases = {code: _with_source(phrase, before, text) for code, phrase in phrases.items()}
        phrases[language] = Phrase(text=storable(text))
    else:
        stale = phrases[language].translated_from if before else None
        phrases[language] = Phrase(text=storable(text), state="translated", translated_from=stale)
    if not text:
        del phrases[language]
    return tree.with_text(node_id, field, _in_order(agenda, phrases))


def confirm(agenda: Agenda, node_id: str, field: str, language: str, state: State = "translated") -> Agenda:
    """Say that a translation fits its source as it is now: it gets a state, and is stale no more."""
    tree = tree_of(agenda)
    old = tree.text(node_id, field)
    _refuse_source(agenda, language)
    phrase = old.phrase(language)
    if phrase is None or not phrase.text:
        raise EditError(
            sentence("There is no translation to confirm."), sentence("Write it first, or copy the source.")
        )
    changed = validated(phrase, {"state": state, "translated_from": None})
    if changed is phrase:
        return agenda
    return tree.with_text(node_id, field, _in_order(agenda, {**old.root, language: changed}))


def copy_source(agenda: Agenda, node_id: str, field: str, language: str) -> Agenda:
    """Write the source into a translation, as a start; it is translated from the source as it is now."""
    tree = tree_of(agenda)
    old = tree.text(node_id, field)
    _refuse_source(agenda, language)
    source = old.wording(agenda.source)
    if not source:
        raise EditError(sentence("There is no source text to copy."), sentence("Write the source first."))
    phrase = Phrase(text=source, state="translated")
    if old.phrase(language) == phrase:
        return agenda
    return tree.with_text(node_id, field, _in_order(agenda, {**old.root, language: phrase}))


def clear_translation(agenda: Agenda, node_id: str, field: str, language: str) -> Agenda:
    """Take a translation out, with its state."""
    _refuse_source(agenda, language)
    return set_text(agenda, node_id, field, language, "")


def _with_source(phrase: Phrase, before: str, after: str) -> Phrase:
    """Give a phrase of any language after a change of the source."""
    if not phrase.text:
        return phrase
    origin = before if phrase.translated_from is None else phrase.translated_from
    return phrase.model_copy(update={"translated_from": None if origin == after else origin})


def _in_order(agenda: Agenda, phrases: Mapping[str, Phrase]) -> Text:
    return Text({language: phrases[language] for language in agenda.languages if language in phrases})


def _refuse_foreign(agenda: Agenda, language: str) -> None:
    if language not in agenda.languages:
        raise EditError(
            sentence("The agenda has no texts in the language {language}.", language=language),
            sentence("Its languages are {languages}.", languages=", ".join(agenda.languages)),
        )


def _refuse_source(agenda: Agenda, language: str) -> None:
    _refuse_foreign(agenda, language)
    if language == agenda.source:
        raise EditError(
            sentence("The text in the source language is no translation."),
            sentence("Choose the text in another language."),
        )


# --- attributes --------------------------------------------------------------------------------------------


class MeetingValues(TypedDict, total=False):
    """What can be set of the meeting."""

    symbol: str
    time_zone: str
    extra_time_zones: tuple[str, ...]
    status: Status
    revision: int


class DayValues(TypedDict, total=False):
    """What can be set of a day."""

    date: date | str
    access: Access | None
    numbering: Numbering


class SlotValues(TypedDict, total=False):
    """What can be set of a slot."""

    start: time | str | None
    end: time | str | None
    next_day_end: bool
    kind: Kind
    counts: bool | None
    locked: bool


class ItemValues(TypedDict, total=False):
    """What can be set of an item."""

    number: str
    minutes: int | None


class SubItemValues(TypedDict, total=False):
    """What can be set of a sub-item."""

    marker: Marker
    minutes: int | None


class StyleValues(TypedDict, total=False):
    """What can be set of the house style, as `Style` has it."""

    range_flow: str
    arabic_months: str
    digits: str
    letters: str
    clock: str


def set_meeting(agenda: Agenda, **values: Unpack[MeetingValues]) -> Agenda:
    """Set symbol, zones, status or revision."""
    return _set(agenda, THE_MEETING, Meeting, dict(values))


def set_day(agenda: Agenda, day_id: str, **values: Unpack[DayValues]) -> Agenda:
    """Set the date, access or numbering of a day; a date that another day has is refused."""
    changed = _set(agenda, day_id, Day, dict(values))
    node = tree_of(changed).node(day_id)
    for number, day in enumerate(changed.days, 1):
        if isinstance(node, Day) and day is not node and day.date == node.date:
            raise date_taken(day.date, number)
    return changed


def set_slot(agenda: Agenda, slot_id: str, **values: Unpack[SlotValues]) -> Agenda:
    """Set times, kind and the like of a slot; without an end there is none on the next day either."""
    return _set(agenda, slot_id, Slot, dict(values))


def set_item(agenda: Agenda, item_id: str, **values: Unpack[ItemValues]) -> Agenda:
    """Set the number or the minutes of an item."""
    return _set(agenda, item_id, Item, dict(values))


def set_sub_item(agenda: Agenda, sub_item_id: str, **values: Unpack[SubItemValues]) -> Agenda:
    """Set the marker or the minutes of a sub-item."""
    return _set(agenda, sub_item_id, SubItem, dict(values))


def set_link(agenda: Agenda, link_id: str, url: str) -> Agenda:
    """Set the address of a link."""
    return _set(agenda, link_id, Link, {"url": url})


def set_style(agenda: Agenda, **values: Unpack[StyleValues]) -> Agenda:
    """Set how times, months, digits and letters are printed."""
    _refuse_unknown(Style, dict(values))
    style = validated(agenda.style, dict(values))
    return agenda if style is agenda.style else tree_of(agenda).with_style(style)


def _set(agenda: Agenda, node_id: str, kind: type[_N], values: dict[str, object]) -> Agenda:
    tree = tree_of(agenda)
    node = tree.node(node_id)
    if not isinstance(node, kind):
        raise gone(node_id)
    _refuse_unknown(kind, values)
    changed = validated(node, values)
    if isinstance(changed, Slot):
        is_endless = changed.end is None and "next_day_end" not in values
        changed = sound_slot(validated(changed, {"next_day_end": False} if is_endless else {}))
    return agenda if changed is node else tree.with_node(node_id, changed)


def _refuse_unknown(kind: type[Node], values: Mapping[str, object]) -> None:
    """Stop a caller that would go round the deeds on texts, lists and ids."""
    unknown = values.keys() - _ATTRIBUTES[kind]
    if unknown:
        message = f"{kind.__name__} has no attribute {sorted(unknown)[0]} that can be set"
        raise TypeError(message)


_ATTRIBUTES: Final[Mapping[type[Node], frozenset[str]]] = MappingProxyType(
    {
        Meeting: frozenset(MeetingValues.__annotations__),
        Day: frozenset(DayValues.__annotations__),
        Slot: frozenset(SlotValues.__annotations__),
        Item: frozenset(ItemValues.__annotations__),
        SubItem: frozenset(SubItemValues.__annotations__),
        Link: frozenset({"url"}),
        Style: frozenset(StyleValues.__annotations__),
    }
)


# --- parts: what stands in a node beside its rows -----------------------------------------------------------


def add_note(agenda: Agenda, holder_id: str) -> Agenda:
    """Add an empty note at the end of those of the meeting, a day or a slot; `NewIds` foretells its id."""
    return _add(agenda, holder_id, "notes", Note(id=NewIds(agenda).new(Note), text=EMPTY_TEXT))


def add_link(agenda: Agenda, holder_id: str, url: str) -> Agenda:
    """Add an address without a label at the end of those of the meeting or a slot."""
    pattern = Link(id=NewIds(agenda).new(Link), label=EMPTY_TEXT, url="https://example.org/")
    return _add(agenda, holder_id, "links", validated(pattern, {"url": url}))


def add_output(agenda: Agenda, day_id: str) -> Agenda:
    """Add an empty output at the end of those of a day."""
    return _add(agenda, day_id, "outputs", Output(id=NewIds(agenda).new(Output), text=EMPTY_TEXT))


def add_paragraph(agenda: Agenda, item_id: str) -> Agenda:
    """Add an empty paragraph at the end of the body of an item."""
    return _add(agenda, item_id, "body", Output(id=NewIds(agenda).new(Output), text=EMPTY_TEXT))


def remove_part(agenda: Agenda, part_id: str) -> Agenda:
    """Delete a note, link, output or paragraph; marks of a deleted note stay in the texts, and print nothing."""
    tree, holder, field, members = _list_of(agenda, part_id)
    place = tree.position(part_id)
    return tree.with_list(holder, field, (*members[:place], *members[place + 1 :]))


def move_part(agenda: Agenda, part_id: str, position: int) -> Agenda:
    """Move a note, link, output or paragraph to a position, from 0, among its own."""
    tree, holder, field, members = _list_of(agenda, part_id)
    moved = _moved(members, tree.position(part_id), position)
    return agenda if moved is members else tree.with_list(holder, field, moved)


def add_person(agenda: Agenda, item_id: str) -> Agenda:
    """Add somebody without a name at the end of the people of an item."""
    tree, item = _item(agenda, item_id)
    return _with_people(tree, item, (*item.people, Person(name=EMPTY_TEXT)))


def remove_person(agenda: Agenda, item_id: str, place: int) -> Agenda:
    """Delete the person at a place, from 0."""
    tree, item = _person(agenda, item_id, place)
    return _with_people(tree, item, (*item.people[:place], *item.people[place + 1 :]))


def move_person(agenda: Agenda, item_id: str, place: int, position: int) -> Agenda:
    """Move the person at a place to a position, both from 0."""
    tree, item = _person(agenda, item_id, place)
    moved = _moved(item.people, place, position)
    return agenda if moved is item.people else _with_people(tree, item, moved)


def _add(agenda: Agenda, holder_id: str, field: str, part: TreeNode) -> Agenda:
    tree = tree_of(agenda)
    holder: Node = tree.node(holder_id)
    if field not in LISTS.get(type(holder), ()):
        raise part_misplaced()
    members: tuple[Any, ...] = holder.__dict__[field]
    return tree.with_list(holder_id, field, (*members, part))


def _list_of(agenda: Agenda, part_id: str) -> tuple[Tree, str, str, tuple[Any, ...]]:
    tree = tree_of(agenda)
    holder = tree.parent(part_id)
    if holder is None or tree.kind(part_id) not in {"note", "link", "output", "paragraph"}:
        raise gone(part_id)
    field = str(tree.place(part_id)[-2])
    return tree, holder, field, tree.node(holder).__dict__[field]


def _item(agenda: Agenda, item_id: str) -> tuple[Tree, Item]:
    tree = tree_of(agenda)
    item = tree.node(item_id)
    if not isinstance(item, Item):
        raise gone(item_id)
    return tree, item


def _person(agenda: Agenda, item_id: str, place: int) -> tuple[Tree, Item]:
    tree, item = _item(agenda, item_id)
    if not 0 <= place < len(item.people):
        raise gone(item_id)
    return tree, item


def _with_people(tree: Tree, item: Item, people: tuple[Person, ...]) -> Agenda:
    return tree.with_node(item.id, item.model_copy(update={"people": people}))


def _moved(members: tuple[_T, ...], place: int, position: int) -> tuple[_T, ...]:
    rest: Sequence[_T] = (*members[:place], *members[place + 1 :])
    position = max(0, min(position, len(rest)))
    return members if position == place else (*rest[:position], members[place], *rest[position:])
