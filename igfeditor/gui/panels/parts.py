"""The lists of each kind of row, as a table: notes, outputs, links, people, paragraphs, zones, languages, rooms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from igfeditor.errors import Sentence, sentence
from igfeditor.gui.panels.zones import zone_day, zone_words
from igfeditor.gui.translation import QT_TRANSLATE_NOOP
from igfeditor.language.bidi import direction_of
from igfeditor.language.markup import plain
from igfeditor.language.tongues import own_name
from igfeditor.model import edits, languages, rooms
from igfeditor.model.agenda import Agenda, Person, Text
from igfeditor.model.rooms import Sort
from igfeditor.model.tree import NodeKind, tree_of

_END: Final = "\u2069"
_ISOLATES: Final[Mapping[str, str]] = MappingProxyType({"ltr": "\u2066", "rtl": "\u2067"})
_APART: Final = " · "
EXAMPLE: Final = "https://example.org/"
"""What a new link leads to until somebody writes its address: a name kept for examples (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list: what it says (empty where nothing is written yet), and where its text is edited.

    `detail` is what can be changed of it in the panel: an address, the name of a room.
    """

    words: str
    node: str = ""
    field: str = ""
    detail: Any = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of a kind of node. Deeds take the agenda, the id of the node, and places in the list from 0.

    Either `add` makes a new entry, or `add_chosen` one of what was chosen (a zone, a language), or entries come
    about elsewhere, and `empty` says where. `change` takes a new detail of an entry.
    """

    name: str
    title: str
    entries: Callable[[Agenda, str, str], tuple[Entry, ...]]
    removed: Sentence
    remove: Callable[[Agenda, str, int], Agenda]
    added: Sentence | None = None
    add_words: str = ""
    add: Callable[[Agenda, str], Agenda] | None = None
    add_chosen: Callable[[Agenda, str, Any], Agenda] | None = None
    moved: Sentence | None = None
    move: Callable[[Agenda, str, int, int], Agenda] | None = None
    changed: Sentence | None = None
    change: Callable[[Agenda, str, int, Any], Agenda] | None = None
    empty: str = ""


def said(text: Text, agenda: Agenda, language: str) -> str:
    """Give a text on one line, in a language or the first that has it, safe beside text of the other direction."""
    own = next((one for one in (language, *agenda.languages) if text.wording(one)), language)
    words = plain(text.wording(own)).strip()
    return f"{_ISOLATES[direction_of(own)]}{words}{_END}" if words else ""


# --- what stands in a node with an id of its own -------------------------------------------------------------


def _members(agenda: Agenda, node: str, name: str) -> tuple[Any, ...]:
    return getattr(tree_of(agenda).node(node), name)


def _parts(name: str, field: str = "text") -> Callable[[Agenda, str, str], tuple[Entry, ...]]:
    def entries(agenda: Agenda, node: str, language: str) -> tuple[Entry, ...]:
        return tuple(
            Entry(said(getattr(part, field), agenda, language), part.id, field)
            for part in _members(agenda, node, name)
        )  # fmt: skip

    return entries


def _remove(name: str) -> Callable[[Agenda, str, int], Agenda]:
    return lambda agenda, node, place: edits.remove_part(agenda, _members(agenda, node, name)[place].id)


def _move(name: str) -> Callable[[Agenda, str, int, int], Agenda]:
    return lambda agenda, node, place, to: edits.move_part(agenda, _members(agenda, node, name)[place].id, to)


def _links(agenda: Agenda, node: str, language: str) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            _APART.join(filter(None, (said(link.label, agenda, language), f"\u2066{link.url}{_END}"))),
            link.id,
            "label",
            link.url,
        )
        for link in _members(agenda, node, "links")
    )


def _people(agenda: Agenda, node: str, language: str) -> tuple[Entry, ...]:
    people: tuple[Person, ...] = _members(agenda, node, "people")
    return tuple(
        Entry(
            _APART.join(filter(None, (said(one.name, agenda, language), said(one.role, agenda, language)))),
            node,
            f"people[{place}].name",
        )
        for place, one in enumerate(people)
    )


_NOTES: Final = Listing(
    "notes", QT_TRANSLATE_NOOP("Properties", "Notes"), _parts("notes"), sentence("Removal of a note"), _remove("notes"),
    sentence("Addition of a note"), QT_TRANSLATE_NOOP("Properties", "Add a note"), edits.add_note,
    moved=sentence("Move of a note"), move=_move("notes"),
)  # fmt: skip
_LINKS: Final = Listing(
    "links", QT_TRANSLATE_NOOP("Properties", "Links"), _links, sentence("Removal of a link"), _remove("links"),
    sentence("Addition of a link"), QT_TRANSLATE_NOOP("Properties", "Add a link"),
    lambda agenda, node: edits.add_link(agenda, node, EXAMPLE), moved=sentence("Move of a link"), move=_move("links"),
    changed=sentence("Change of an address"),
    change=lambda agenda, node, place, url: edits.set_link(agenda, _members(agenda, node, "links")[place].id, url),
)  # fmt: skip
_OUTPUTS: Final = Listing(
    "outputs", QT_TRANSLATE_NOOP("Properties", "Expected outputs"), _parts("outputs"), sentence("Removal of an output"),
    _remove("outputs"), sentence("Addition of an output"), QT_TRANSLATE_NOOP("Properties", "Add an output"),
    edits.add_output, moved=sentence("Move of an output"), move=_move("outputs"),
)  # fmt: skip
_PARAGRAPHS: Final = Listing(
    "body", QT_TRANSLATE_NOOP("Properties", "Paragraphs"), _parts("body"), sentence("Removal of a paragraph"),
    _remove("body"), sentence("Addition of a paragraph"), QT_TRANSLATE_NOOP("Properties", "Add a paragraph"),
    edits.add_paragraph, moved=sentence("Move of a paragraph"), move=_move("body"),
)  # fmt: skip
_PEOPLE: Final = Listing(
    "people", QT_TRANSLATE_NOOP("Properties", "People"), _people, sentence("Removal of a person"), edits.remove_person,
    sentence("Addition of a person"), QT_TRANSLATE_NOOP("Properties", "Add a person"), edits.add_person,
    moved=sentence("Move of a person"), move=edits.move_person,
)  # fmt: skip


# --- zones, languages, rooms ---------------------------------------------------------------------------------


def _zones(agenda: Agenda, _: str, language: str) -> tuple[Entry, ...]:
    day = zone_day(agenda)
    return tuple(Entry(zone_words(zone, day, language)) for zone in agenda.meeting.extra_time_zones)


def _with_zones(agenda: Agenda, zones: tuple[str, ...]) -> Agenda:
    return edits.set_meeting(agenda, extra_time_zones=zones)


def _add_zone(agenda: Agenda, _: str, zone: str) -> Agenda:
    known = agenda.meeting.extra_time_zones
    return agenda if zone in known else _with_zones(agenda, (*known, zone))


def _remove_zone(agenda: Agenda, _: str, place: int) -> Agenda:
    known = agenda.meeting.extra_time_zones
    return _with_zones(agenda, (*known[:place], *known[place + 1 :]))


def _move_zone(agenda: Agenda, _: str, place: int, to: int) -> Agenda:
    rest = list(agenda.meeting.extra_time_zones)
    rest.insert(to, rest.pop(place))
    return _with_zones(agenda, tuple(rest))


_ZONES: Final = Listing(
    "extra_time_zones", QT_TRANSLATE_NOOP("Properties", "Further columns of times"), _zones,
    sentence("Removal of a column of times"), _remove_zone, sentence("Addition of a column of times"),
    QT_TRANSLATE_NOOP("Properties", "Add a time zone"), add_chosen=_add_zone,
    moved=sentence("Move of a column of times"), move=_move_zone,
)  # fmt: skip


def _languages(agenda: Agenda, _: str, language: str) -> tuple[Entry, ...]:
    return tuple(Entry(f"\u2068{own_name(one)}{_END}") for one in agenda.languages)


_LANGUAGES: Final = Listing(
    "languages", QT_TRANSLATE_NOOP("Properties", "Languages"), _languages, sentence("Removal of a language"),
    lambda agenda, _, place: languages.remove_language(agenda, agenda.languages[place]),
    sentence("Addition of a language"), QT_TRANSLATE_NOOP("Properties", "Add a language"),
    add_chosen=lambda agenda, _, language: languages.add_language(agenda, language),
)  # fmt: skip


def _used(sort: Sort) -> Callable[[Agenda, str, str], tuple[Entry, ...]]:
    return lambda agenda, _, language: tuple(
        Entry(said(name, agenda, language), detail=name) for name in rooms.used(agenda, sort)
    )


def _remove_used(sort: Sort) -> Callable[[Agenda, str, int], Agenda]:
    return lambda agenda, _, place: rooms.remove(agenda, sort, rooms.used(agenda, sort)[place])


def _reword(sort: Sort) -> Callable[[Agenda, str, int, tuple[str, str]], Agenda]:
    return lambda agenda, _, place, said: rooms.reword(agenda, sort, rooms.used(agenda, sort)[place], *said)


_ROOMS: Final = Listing(
    "rooms", QT_TRANSLATE_NOOP("Properties", "Rooms"), _used("room"), sentence("Removal of a room"),
    _remove_used("room"), changed=sentence("Change of a room's name"), change=_reword("room"),
    empty=QT_TRANSLATE_NOOP("Properties", "A room named at a day or slot is listed here."),
)  # fmt: skip
_TRACKS: Final = Listing(
    "tracks", QT_TRANSLATE_NOOP("Properties", "Tracks"), _used("track"), sentence("Removal of a track"),
    _remove_used("track"), changed=sentence("Change of a track's name"), change=_reword("track"),
    empty=QT_TRANSLATE_NOOP("Properties", "A track named at a slot is listed here."),
)  # fmt: skip

LISTINGS: Final[Mapping[NodeKind, tuple[Listing, ...]]] = MappingProxyType(
    {
        "meeting": (_ZONES, _LANGUAGES, _ROOMS, _TRACKS, _LINKS, _NOTES),
        "day": (_OUTPUTS, _NOTES),
        "slot": (_LINKS, _NOTES),
        "item": (_PEOPLE, _PARAGRAPHS),
        "sub_item": (),
    }
)
