"""The neutral document: finished text in finished order, and no rules.

`document.compose` makes it, `exporters` print it. Every string is final: numbers, times and labels are written
in the printed language, direction marks are in their places, and nothing may be added, translated or reordered
by an exporter. All text is in logical order; `direction` says which way a paragraph or table runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from itertools import groupby, zip_longest
from typing import NamedTuple

from igfeditor.errors import Sentence, sentence
from igfeditor.language.bidi import Direction


class Role(StrEnum):
    """What a paragraph is; an exporter gives each role one look (in Word: one named style)."""

    TITLE = "title"
    DETAIL = "detail"
    SECTION = "section"
    SUMMARY = "summary"
    DAY = "day"
    LABEL = "label"
    OUTPUT = "output"
    HEADER = "header"
    TIME = "time"
    ITEM = "item"
    BODY = "body"
    PEOPLE = "people"
    SUB_ITEM_1 = "sub-item-1"
    SUB_ITEM_2 = "sub-item-2"
    SUB_ITEM_3 = "sub-item-3"
    BREAK = "break"
    EVENT = "event"
    NOTE = "note"


class RowKind(StrEnum):
    """What a table row is, as far as its look is concerned."""

    HEADER = "header"
    SLOT = "slot"
    BREAK = "break"
    EVENT = "event"
    NOTE = "note"


class ColumnKind(StrEnum):
    """What a table column holds; widths and, in Excel, data types hang on it."""

    TIME = "time"
    ZONE_TIME = "zone-time"
    AGENDA = "agenda"
    ROOM = "room"
    MINUTES = "minutes"
    SPEAKER = "speaker"
    STATE = "state"


class SectionKind(StrEnum):
    """The parts of a printed agenda, in their order; there is one DAY a day."""

    TITLE = "title"
    SUMMARY = "summary"
    STATUS = "status"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with one look; `raised` is a note mark, `link` a whole address."""

    text: str
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    link: str | None = None


class At(NamedTuple):
    """Where in the agenda a paragraph is written: the id of a node, and the field of a text that is printed alone."""

    node: str
    field: str = ""


def addressed(text: str, address: str | None) -> str:
    """Give a text as it is compared: with the address that it leads to, for a wrong one is not seen."""
    return f"{text} <{address}>" if text and address else text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in one language.

    `marker` is the number, letter, bullet or note mark that hangs before the text ("1.", "هـ.", "•"), as text
    (R16), empty where there is none.
    `missing` says that this is the source text standing in for a translation that does not exist yet.
    `at` leads back to the agenda from a page; it is not a part of what the paragraph says.
    """

    role: Role
    language: str
    direction: Direction
    spans: tuple[Span, ...]
    marker: str = ""
    missing: bool = False
    at: At | None = field(default=None, compare=False)

    @property
    def text(self) -> str:
        """Give the text without its marker."""
        return "".join([span.text for span in self.spans])

    @property
    def line(self) -> str:
        """Give the marker, a tab and the text: what can be read of it on paper."""
        return self._after_marker(self.text)

    @property
    def held(self) -> str:
        """Give the line with the address of each link: what a faithful export holds.

        Spans that lead to one address are one link, which may change its look inside.
        """
        links = groupby(self.spans, key=lambda span: span.link)
        held = (addressed("".join([span.text for span in spans]), address) for address, spans in links)
        return self._after_marker("".join(held))

    def _after_marker(self, text: str) -> str:
        return f"{self.marker}\t{text}" if self.marker else text


@dataclass(frozen=True, slots=True)
class Times:
    """The start and end of a row as data, with the days by which a zone's clock differs from the row's day."""

    start: time
    end: time | None = None
    start_shift: int = 0
    end_shift: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """The paragraphs of one cell, and what they mean as data where they are a time or a number of minutes."""

    paragraphs: tuple[Paragraph, ...] = ()
    times: Times | None = None
    minutes: int | None = None

    @property
    def line(self) -> str:
        """Give all lines of the cell joined by newlines."""
        return "\n".join(paragraph.line for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds and in which language; `heading` is its header text."""

    kind: ColumnKind
    heading: Paragraph

    @property
    def language(self) -> str:
        """Give the language of the column's texts."""
        return self.heading.language

    @property
    def direction(self) -> Direction:
        """Give the direction of the column's texts."""
        return self.heading.direction


@dataclass(frozen=True, slots=True)
class Row:
    """One row, with as many cells as the table has columns, in logical order; it is never split by a page.

    `node` is the id of its slot and `room` the plain name of where it takes place, for formats that are not tables.
    """

    kind: RowKind
    cells: tuple[Cell, ...]
    node: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The table of one day; its header row is made of the columns' headings and repeated on each page.

    `direction` is the visual order of the columns: in an Arabic table the first column stands at the right
    (R11); one of two languages that differ in direction runs left to right (R29). `description` is its
    alternative text.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    direction: Direction
    description: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Paragraphs of two languages that belong together: `first` stands where the document's lines begin."""

    first: tuple[Paragraph, ...]
    second: tuple[Paragraph, ...]


Block = Paragraph | SideBySide | Table


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the document; a day's section has its date and its name ("Day 1")."""

    kind: SectionKind
    blocks: tuple[Block, ...]
    date: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Footer:
    """The page furniture in one language: "`page` x `of` y", and what stands at the other end of the line."""

    language: str
    direction: Direction
    page: str
    of: str
    reference: str


@dataclass(frozen=True, slots=True)
class Words:
    """The few finished words that only a spreadsheet needs, in one language: headings of its own columns (R47)."""

    language: str
    direction: Direction
    date: str
    start: str
    end: str


class Standing(StrEnum):
    """How firm a meeting is, as far as calendars and search engines know it."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Occasion:
    """The meeting as data, for formats that machines read; its texts are plain, in the document's first language.

    `key` is the id of the agenda. `zone` is the IANA name of the zone in which all days and times are counted.
    `revision` counts from 0. `first` and `last` are the days of the whole meeting, and missing where it has none.
    """

    key: str
    zone: str
    standing: Standing
    revision: int = 0
    first: date | None = None
    last: date | None = None
    venue: str = ""
    host: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole printed agenda in one language, or in two side by side.

    `languages` has one or two codes in the order of the page: a left-to-right language stands at the left and a
    right-to-left one at the right (R29), whichever is the source. `direction` is "rtl" where all run that way.
    `footers` and `words` have one member a language, in the same order. `title` is the plain title for the file's
    properties; `name` is the layout's name, such as "en-ar". `occasion` is missing where the document is no agenda.
    """

    name: str
    title: str
    languages: tuple[str, ...]
    direction: Direction
    sections: tuple[Section, ...]
    footers: tuple[Footer, ...]
    words: tuple[Words, ...]
    occasion: Occasion | None = None

    @property
    def language(self) -> str:
        """Give the primary language, the first of the page."""
        return self.languages[0]


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """Give every paragraph of a document in its order, the headings of columns included."""
    for block in (block for section in document.sections for block in section.blocks):
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, SideBySide):
            yield from (*block.first, *block.second)
        else:
            yield from (column.heading for column in block.columns)
            yield from (one for row in block.rows for cell in row.cells for one in cell.paragraphs)


Line = tuple[str, ...]
"""A paragraph, pair or table row: the text of each cell, the address of each link behind it in angle brackets."""


def lines(document: Document) -> Iterator[Line]:
    """Give the document as plain lines, one tuple a paragraph, pair or table row.

    This is what an exported file is held against when it is opened again: the same rows, numbers, times and
    texts, direction marks and addresses of links included.
    """
    for section in document.sections:
        for block in section.blocks:
            yield from _block_lines(block)


def _block_lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        yield (block.held,)
    elif isinstance(block, SideBySide):
        yield tuple(map(_held, (block.first, block.second)))
    else:
        yield tuple(column.heading.held for column in block.columns)
        for row in block.rows:
            yield tuple(_held(cell.paragraphs) for cell in row.cells)


def _held(paragraphs: Iterable[Paragraph]) -> str:
    return "\n".join(paragraph.held for paragraph in paragraphs)


def first_difference(expected: Iterable[Line], found: Iterable[Line]) -> Sentence | None:
    """Say where two sequences of lines first differ; nothing when they are equal."""
    for place, (ours, theirs) in enumerate(zip_longest(expected, found), start=1):
        if ours != theirs:
            return sentence(
                "line {place} should read {expected} and reads {found}",
                place=place,
                expected=_told(ours),
                found=_told(theirs),
            )
    return None


def _told(line: Line | None) -> Sentence | str:
    return sentence("nothing") if line is None else " | ".join(line)
