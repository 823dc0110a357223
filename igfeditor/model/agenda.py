"""The agenda as it is stored: frozen pydantic models, format 1 of the agenda file.

Nothing here is derived: numbers, letters, weekdays, totals and labels are made by `document.compose`. Models
are immutable and share nodes: an edit makes new nodes on the path to the change and keeps all others. The order
of the fields is the order of the keys in the file; a field whose value is its default is left out of the file
unless it belongs to the few that a reader wants to see (`format`, `status`, `revision` …).

What one node can tell by itself is refused here; what needs the whole agenda (ids, languages, dates) is refused
by `igfeditor.model.soundness`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, FailFast, Field, PlainSerializer, RootModel, Strict

from igfeditor.model.scalars import (
    ClockTime,
    IsoDate,
    ItemNumber,
    LanguageCode,
    NodeId,
    ShortText,
    TextString,
    Url,
    ZoneName,
)

FORMAT: Final = "igfeditor-agenda"
VERSION: Final = 1

State = Literal["translated", "reviewed", "final"]
Access = Literal["open", "observers", "members", "invitation"]
Numbering = Literal["restart", "continue"]
Kind = Literal["session", "break", "lunch", "social", "side_event", "ceremony", "registration", "note"]
Marker = Literal["letter", "number", "bullet", "none"]
Status = Literal["preliminary", "draft", "revised", "adopted", "final", "cancelled"]

BREAK_KINDS: Final[frozenset[Kind]] = frozenset({"break", "lunch"})
UNCOUNTED_KINDS: Final[frozenset[Kind]] = frozenset({"social", "side_event", "note"})
MAX_DAYS: Final = 366
MAX_SLOTS: Final = 2_000
MAX_ITEMS: Final = 50
MAX_CHILDREN: Final = 200
MAX_LEVELS: Final = 3

_T = TypeVar("_T")
# A list stops at its first wrong entry: a hostile file of a million wrong ones must not make a million errors. It is
# the one place that is not strict, for what a file holds as a list is a tuple here.
Many = Annotated[tuple[_T, ...], Strict(False), FailFast()]


def _is_nothing(value: object) -> bool:
    return value is None or value == () or value is False or value == ""


def _equals(default: object) -> Callable[[object], bool]:
    return lambda value: value == default


class Node(BaseModel):  # noqa: PLW1641 - pydantic gives every frozen model its hash
    """What every part of the agenda has in common: it is frozen, and an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def __eq__(self, other: object) -> bool:
        """Compare kind and content; what pydantic would look for besides (extra, private, cached) no node has."""
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented


class Phrase(Node):
    """One text in one language, with inline markup, in logical order, without direction marks.

    A phrase of the source language has neither `state` nor `translated_from`. In any other language `state` is
    needed as soon as there is text, and `translated_from` holds the source that was translated, when the source
    has changed since: the phrase is then stale.
    """

    text: TextString
    state: State | None = Field(default=None, exclude_if=_is_nothing)
    translated_from: TextString | None = Field(default=None, exclude_if=_equals(None))

    @property
    def is_stale(self) -> bool:
        """Tell whether the source was changed after this was translated."""
        return self.translated_from is not None


def _frozen_map(value: Mapping[str, Phrase]) -> Mapping[str, Phrase]:
    return MappingProxyType(dict(value))


Phrases = Annotated[
    Mapping[LanguageCode, Phrase], AfterValidator(_frozen_map), PlainSerializer(dict, return_type=dict[str, Phrase])
]


class Text(RootModel[Phrases]):
    """One field in all its languages: a map of language code to `Phrase`."""

    model_config = ConfigDict(frozen=True, strict=True)

    root: Phrases = Field(default_factory=lambda: MappingProxyType({}))

    def __eq__(self, other: object) -> bool:
        """Compare by content."""
        return self.root == other.root if isinstance(other, Text) else NotImplemented

    def __hash__(self) -> int:
        """Hash by content, so that models which hold texts can be compared, shared and cached."""
        return hash(frozenset(self.root.items()))

    def __reduce__(self) -> tuple[type[Text], tuple[dict[str, Phrase]]]:
        """Pickle and copy through a plain dict, for a read-only map cannot be pickled."""
        return Text, (dict(self.root),)

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Give itself, for nothing in it can change (and a read-only map cannot be copied)."""
        return self

    def __bool__(self) -> bool:
        """Tell whether there is any text in any language."""
        return any(phrase.text for phrase in self.root.values())

    def phrase(self, language: str) -> Phrase | None:
        """Give the phrase in `language`, if there is one."""
        return self.root.get(language)

    def wording(self, language: str) -> str:
        """Give the text in `language` with its markup, empty when there is none."""
        phrase = self.root.get(language)
        return "" if phrase is None else phrase.text


EMPTY_TEXT: Final = Text()


def _is_empty_map(value: object) -> bool:
    return isinstance(value, Text) and not value.root


class Note(Node):
    """A note of the meeting, a day or a slot; its printed mark (*, **, †) is derived from order of use."""

    id: NodeId
    text: Text


class Link(Node):
    """A labelled address that is printed on a line of its own."""

    id: NodeId
    label: Text
    url: Url


class Output(Node):
    """One expected result of a day, or one further paragraph of an item."""

    id: NodeId
    text: Text


class Person(Node):
    """Somebody who speaks or presides in an item, with the role."""

    name: Text
    role: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)


class SubItem(Node):
    """A point under an item, up to three levels deep."""

    id: NodeId
    marker: Marker = Field(default="letter")
    text: Text
    minutes: Annotated[int, Field(ge=1, le=1440)] | None = Field(default=None, exclude_if=_is_nothing)
    children: Annotated[Many[SubItem], Field(max_length=MAX_CHILDREN)] = Field(default=(), exclude_if=_is_nothing)


class Item(Node):
    """A numbered entry of a slot: `number` is `auto`, `none` or a literal such as "3 bis"."""

    id: NodeId
    number: ItemNumber = Field(default="auto")
    title: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)
    body: Many[Output] = Field(default=(), exclude_if=_is_nothing)
    minutes: Annotated[int, Field(ge=1, le=1440)] | None = Field(default=None, exclude_if=_is_nothing)
    people: Many[Person] = Field(default=(), exclude_if=_is_nothing)
    children: Annotated[Many[SubItem], Field(max_length=MAX_CHILDREN)] = Field(default=(), exclude_if=_is_nothing)


class Slot(Node):
    """A row of the printed table: a time with its items, a break, an event, or a note without time."""

    id: NodeId
    start: ClockTime | None = Field(default=None, exclude_if=_is_nothing)
    end: ClockTime | None = Field(default=None, exclude_if=_is_nothing)
    next_day_end: bool = Field(default=False, exclude_if=_is_nothing)
    kind: Kind = "session"
    counts: bool | None = Field(default=None, exclude_if=_equals(None))
    locked: bool = Field(default=False, exclude_if=_is_nothing)
    room: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)
    track: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)
    label: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)
    items: Annotated[Many[Item], Field(max_length=MAX_ITEMS)] = Field(default=(), exclude_if=_is_nothing)
    notes: Many[Note] = Field(default=(), exclude_if=_is_nothing)
    links: Many[Link] = Field(default=(), exclude_if=_is_nothing)

    @property
    def is_counted(self) -> bool:
        """Tell whether the slot belongs to the meeting's stated hours; said in the file or known by its kind."""
        return self.kind not in UNCOUNTED_KINDS if self.counts is None else self.counts

    @property
    def is_break(self) -> bool:
        """Tell whether nobody works in this slot."""
        return self.kind in BREAK_KINDS


class Day(Node):
    """One calendar day of the meeting and its table."""

    id: NodeId
    date: IsoDate
    heading: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)
    access: Access | None = Field(default=None, exclude_if=_is_nothing)
    numbering: Numbering = "restart"
    room: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)
    outputs: Many[Output] = Field(default=(), exclude_if=_is_nothing)
    notes: Many[Note] = Field(default=(), exclude_if=_is_nothing)
    slots: Annotated[Many[Slot], Field(max_length=MAX_SLOTS)] = ()


class Meeting(Node):
    """What stands above the days: names, place, zone, status."""

    title: Text
    host: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)
    venue: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)
    category: Text = Field(default=EMPTY_TEXT, exclude_if=_is_empty_map)
    symbol: ShortText = Field(default="", exclude_if=_is_nothing)
    time_zone: ZoneName = "UTC"
    extra_time_zones: Many[ZoneName] = Field(default=(), exclude_if=_is_nothing)
    status: Status = "draft"
    revision: Annotated[int, Field(ge=0, le=9_999)] = 0
    notes: Many[Note] = Field(default=(), exclude_if=_is_nothing)
    links: Many[Link] = Field(default=(), exclude_if=_is_nothing)


class Style(Node):
    """The house's choices of how times, months, digits and letters are printed."""

    range_flow: Literal["start-right", "start-left", "words"] = "start-right"
    arabic_months: Literal["levantine", "common", "levantine-and-common"] = "levantine-and-common"
    digits: Literal["western", "arabic-indic"] = "western"
    letters: Literal["dot", "bracket"] = Field(default="dot", exclude_if=_equals("dot"))
    clock: Literal["24h", "12h"] = Field(default="24h", exclude_if=_equals("24h"))


class Term(Node):
    """A term of the house with its one right rendering and the renderings that are wrong."""

    id: NodeId
    en: ShortText
    short: ShortText = Field(default="", exclude_if=_is_nothing)
    ar: ShortText
    forbidden: Many[ShortText] = Field(default=(), exclude_if=_is_nothing)


class Waiver(Node):
    """A finding that somebody looked at and let stand, with the reason."""

    check: ShortText
    target: NodeId
    reason: ShortText


class Agenda(Node):
    """The whole project: one meeting in several languages, the first of which is the source."""

    format: Literal["igfeditor-agenda"] = FORMAT
    version: Literal[1] = VERSION
    id: NodeId
    languages: Annotated[Many[LanguageCode], Field(min_length=1, max_length=8)]
    meeting: Meeting
    days: Annotated[Many[Day], Field(max_length=MAX_DAYS)] = ()
    style: Style = Style()
    terms: Many[Term] = Field(default=(), exclude_if=_is_nothing)
    waivers: Many[Waiver] = Field(default=(), exclude_if=_is_nothing)

    @property
    def source(self) -> str:
        """Give the language that the agenda is drafted in."""
        return self.languages[0]
