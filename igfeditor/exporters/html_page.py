"""A document in the order of a web page: landmarks, headings, nested lists, and the times that machines read.

No text is changed here. The ends of a range and the date of a heading are found in the finished text, so that
each stands in a `time` element of its own; where one is not found, the whole text stands for the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import accumulate, groupby, pairwise, takewhile
from types import MappingProxyType
from typing import Final, NamedTuple, cast
from zoneinfo import ZoneInfo

from igfeditor.document.blocks import (
    Cell,
    ColumnKind,
    Document,
    Footer,
    Occasion,
    Paragraph,
    Role,
    Row,
    RowKind,
    Section,
    SectionKind,
    SideBySide,
    Span,
    Standing,
    Table,
    Times,
    paragraphs_of,
)
from igfeditor.language.marks import without_marks
from igfeditor.language.markup import is_link

_CLOCKS: Final = (re.compile(r"(\d{1,2})[:.](\d\d)"), re.compile(r"(?<![+−\d:.])(\d{1,2})()(?![\d:.])"))
"""A clock time with its minutes, and one of the hour alone ("9 a.m."), which days may be mistaken for ("+1 day")."""

_DATE_IN_HEADING: Final = r"[::]\s+[\u200e\u200f]*([^–—(]*[^–—(\s])"
_LEVELS: Final[Mapping[Role, int]] = MappingProxyType(
    {Role.OUTPUT: 1, Role.SUB_ITEM_1: 1, Role.SUB_ITEM_2: 2, Role.SUB_ITEM_3: 3}
)
_TAGS: Final[Mapping[Role, str]] = MappingProxyType({Role.TITLE: "h1", Role.SECTION: "h2", Role.DAY: "h2"})
_STATUSES: Final[Mapping[Standing, str]] = MappingProxyType({Standing.CANCELLED: "EventCancelled"})
_NAMING: Final = frozenset({Role.ITEM, Role.EVENT})
_HAPPENING: Final = frozenset({RowKind.SLOT, RowKind.EVENT})
_RANGE: Final = re.compile("\\d[\\d:.]*\u00a0–\u00a0\\d[\\d:.]*")
_TIMES: Final = frozenset({ColumnKind.TIME, ColumnKind.ZONE_TIME})


class Moment(NamedTuple):
    """A stretch of a text, from `begin` to before `end`, that is a date or time; `says` is its value for machines.

    `property` is what it is of the event around it ("startDate"), empty where it is nothing of it. A range in
    running text says nothing, for machines know no ranges: it is only kept on one line.
    """

    begin: int
    end: int
    says: str = ""
    property: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look and at most one moment."""

    text: str
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that lead to one address, or nowhere."""

    pieces: tuple[Piece, ...]
    address: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its element, its text in stretches, and its id where links lead to it.

    `runs` is its direction, and that of its marker; `language` and `direction` are empty where they are those of the
    page.
    """

    tag: str
    role: Role
    stretches: tuple[Stretch, ...]
    marker: str
    runs: str
    missing: bool
    language: str
    direction: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, with the entries below it."""

    line: Line
    below: tuple[Entry, ...]


Part = Line | tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """One cell: what it holds, how many columns it takes, and its heading in a stack of more than two columns."""

    kind: ColumnKind
    parts: tuple[Part, ...]
    heading: str
    span: int = 1
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a table; one that is an event of its own has a name."""

    kind: RowKind
    boxes: tuple[Box, ...]
    name: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table; a wide one, of more than two columns, becomes a stack as soon as a screen is not wide."""

    description: str
    heads: tuple[tuple[ColumnKind, Line], ...]
    bars: tuple[Bar, ...]

    @property
    def is_wide(self) -> bool:
        """Tell whether the table is too wide for a telephone."""
        return len(self.heads) > 2


@dataclass(frozen=True, slots=True)
class Chapter:
    """One section; `key` is the id of its heading where it has one."""

    kind: SectionKind
    parts: tuple[Part | Grid, ...]
    key: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole web page; `front` stands in the header of the page, `chapters` in its main part."""

    language: str
    direction: str
    title: str
    is_titled: bool
    front: tuple[Chapter, ...]
    chapters: tuple[Chapter, ...]
    footers: tuple[Footer, ...]
    occasion: Occasion | None
    status: str
    has_long_markers: bool

    @property
    def days(self) -> tuple[Chapter, ...]:
        """Give the chapters that the page has links to: its days, where there are several."""
        found = tuple(one for one in self.chapters if one.key and one.name)
        return found if len(found) > 1 else ()


def page_of(document: Document) -> Page:
    """Bring a document of one language into the order of a web page."""
    front = tuple(takewhile(lambda section: section.kind is SectionKind.TITLE, document.sections))
    writer = _Writer(document)
    occasion = document.occasion
    return Page(
        language=document.language,
        direction=document.direction,
        title=without_marks(document.title),
        is_titled=any(isinstance(one, Paragraph) and one.role is Role.TITLE for part in front for one in part.blocks),
        front=tuple(writer.chapter(section) for section in front),
        chapters=tuple(
            writer.chapter(section, f"part-{number}")
            for number, section in enumerate(document.sections[len(front) :], start=1)
        ),
        footers=document.footers,
        occasion=occasion,
        status=_STATUSES.get(occasion.standing, "EventScheduled") if occasion else "",
        has_long_markers=any(len(one.marker) > 2 for one in paragraphs_of(document)),
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    document: Document

    def chapter(self, section: Section, key: str = "") -> Chapter:
        headed = any(isinstance(block, Paragraph) and block.role in _TAGS for block in section.blocks)
        parts = tuple(self._chapter_parts(section, key))
        return Chapter(section.kind, parts, key if headed else "", section.name)

    def _chapter_parts(self, section: Section, key: str) -> Iterator[Part | Grid]:
        for is_table, blocks in groupby(section.blocks, key=lambda block: isinstance(block, Table)):
            if is_table:
                yield from (self._grid(cast("Table", block), section.date) for block in blocks)
                continue
            for part in self._parts([one for block in blocks for one in _flat(block)], _dated(section)):
                if key and isinstance(part, Line) and part.tag == "h2":
                    part, key = replace(part, key=key), ""  # noqa: PLW2901
                yield part

    def _parts(self, paragraphs: Iterable[Paragraph], dates: Sequence[tuple[str, str]] = ()) -> Iterator[Part]:
        for is_list, run in groupby(paragraphs, key=lambda paragraph: paragraph.role in _LEVELS):
            if is_list:
                yield tuple(self._entries(list(run)))
            else:
                yield from (self.line(one, _date_moments(one, dates)) for one in run)

    def _entries(self, run: Sequence[Paragraph]) -> Iterator[Entry]:
        """Nest a run of list paragraphs: what is deeper than the highest level so far hangs on the one before it."""
        if not run:
            return
        levels = [_LEVELS[one.role] for one in run]
        starts = [place for place, top in enumerate(accumulate(levels, min)) if levels[place] <= top]
        for start, end in zip(starts, (*starts[1:], len(run)), strict=True):
            yield Entry(self.line(run[start]), tuple(self._entries(run[start + 1 : end])))

    def line(self, paragraph: Paragraph, moments: Sequence[Moment] = ()) -> Line:
        document = self.document
        ranges = [Moment(*found.span()) for found in _RANGE.finditer(paragraph.text)]
        return Line(
            tag=_TAGS.get(paragraph.role, "p"),
            role=paragraph.role,
            stretches=tuple(_stretches(paragraph.spans, moments or ranges)),
            marker=paragraph.marker,
            runs=paragraph.direction,
            missing=paragraph.missing,
            language="" if paragraph.language == document.language else paragraph.language,
            direction="" if paragraph.direction == document.direction else paragraph.direction,
        )

    # --- tables ---

    def _grid(self, table: Table, day: date | None) -> Grid:
        return Grid(
            description=without_marks(table.description),
            heads=tuple((column.kind, self.line(column.heading)) for column in table.columns),
            bars=tuple(self._bar(table, row, day) for row in table.rows),
        )

    def _bar(self, table: Table, row: Row, day: date | None) -> Bar:
        name = _name_of(row) if row.kind in _HAPPENING and day and row.cells and row.cells[0].times else ""
        boxes = list(self._boxes(table, row, day, is_event=bool(name)))
        if row.kind is RowKind.BREAK:
            boxes = _joined(boxes)
        return Bar(row.kind, tuple(boxes), name, without_marks(row.room))

    def _boxes(self, table: Table, row: Row, day: date | None, *, is_event: bool) -> Iterator[Box]:
        home = row.cells[0].times if row.cells else None
        for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            named = len(table.columns) > 2 and column.kind is not ColumnKind.AGENDA
            heading = " ".join(without_marks(column.heading.text).split()) if named else ""
            if column.kind in _TIMES and home and day:
                parts = tuple(self._time_lines(cell, day, home, is_event=is_event and place == 0))
            else:
                parts = tuple(self._parts(cell.paragraphs))
            is_head = place == 0 and column.kind is ColumnKind.TIME and bool(parts)
            yield Box(column.kind, parts, heading, is_head=is_head)

    def _time_lines(self, cell: Cell, day: date, home: Times, *, is_event: bool) -> Iterator[Line]:
        """Mark the ends of a range: all zones of a row tell the same two moments, those of the first column."""
        zone = self.document.occasion.zone if self.document.occasion else ""
        start = _instant(day, home.start, home.start_shift, zone)
        end = "" if home.end is None else _instant(day, home.end, home.end_shift, zone)
        for paragraph in cell.paragraphs:
            moments = _ends(paragraph.text, cell.times or home, start, end)
            if not is_event:
                moments = [one._replace(property="") for one in moments]
            yield self.line(paragraph, moments)


def _flat(block: Paragraph | SideBySide | Table) -> tuple[Paragraph, ...]:
    if isinstance(block, Paragraph):
        return (block,)
    return (*block.first, *block.second) if isinstance(block, SideBySide) else ()


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """Give the label of a break the empty columns behind it, so that it stands in the middle of them all."""
    joined: list[Box] = []
    for box in boxes:
        if joined and joined[-1].kind is ColumnKind.AGENDA and not box.parts:
            joined[-1] = replace(joined[-1], span=joined[-1].span + 1)
        else:
            joined.append(box)
    return joined


def _name_of(row: Row) -> str:
    naming = (one for cell in row.cells for one in cell.paragraphs if one.role in _NAMING)
    names = ("".join(span.text for span in one.spans if not span.raised) for one in naming)
    return "; ".join(" ".join(without_marks(name).split()) for name in names)


# --- moments -----------------------------------------------------------------------------------------------


def _instant(day: date, clock: time, shift: int, zone: str) -> str:
    """Give a moment with its distance from UTC, which HTML knows in whole minutes only; without a zone a local one."""
    moment = datetime.combine(day + timedelta(days=shift), clock)
    if not zone:
        return moment.isoformat("T", "minutes")
    moment = moment.replace(tzinfo=ZoneInfo(zone))
    distance = moment.utcoffset() or timedelta()
    if distance.seconds % 60:
        return moment.astimezone(ZoneInfo("UTC")).isoformat("T", "seconds")
    return moment.isoformat("T", "minutes")


def _ends(text: str, times: Times, start: str, end: str) -> list[Moment]:
    """Find the two clock times of a range in its text, whichever digits and hours the house prints."""
    first = _clock_in(text, times.start, 0)
    if first is None:
        return [Moment(0, len(text), start, "startDate")]
    found = [Moment(*first, start, "startDate")]
    last = _clock_in(text, times.end, first[1]) if times.end else None
    if last and end:
        found.append(Moment(*last, end, "endDate"))
    return found


def _clock_in(text: str, clock: time, after: int) -> tuple[int, int] | None:
    for found in (found for shape in _CLOCKS for found in shape.finditer(text, after)):
        if (int(found[1]) - clock.hour) % 12 == 0 and int(found[2] or "0") == clock.minute:
            return found.span()
    return None


def _dated(section: Section) -> list[tuple[str, str]]:
    return [(section.name, section.date.isoformat())] if section.date and section.name else []


def _date_moments(paragraph: Paragraph, dates: Sequence[tuple[str, str]]) -> list[Moment]:
    """Find the date of a day in its heading: what stands after its name, before its title or its access."""
    if paragraph.role is not Role.DAY:
        return []
    found = ((re.match(re.escape(name) + _DATE_IN_HEADING, paragraph.text), says) for name, says in dates)
    return [Moment(*match.span(1), says) for match, says in found if match]


# --- stretches ---------------------------------------------------------------------------------------------


def _stretches(spans: Sequence[Span], moments: Sequence[Moment]) -> Iterator[Stretch]:
    place = 0
    for address, linked in groupby(spans, key=lambda span: span.link):
        pieces: list[Piece] = []
        for span in linked:
            pieces += _cut(span, place, moments)
            place += len(span.text)
        if not address or not pieces:
            yield Stretch(tuple(pieces))
        elif is_link(address):
            yield Stretch(tuple(pieces), address)
        else:
            # What a browser could run is no link: the address is told, and leads nowhere.
            yield Stretch((*pieces, Piece(f" <{address}>")))


def _cut(span: Span, place: int, moments: Sequence[Moment]) -> Iterator[Piece]:
    """Cut a span at the ends of the moments in it; `place` is where it begins in the whole text."""
    edges = {0, len(span.text)}
    edges.update(edge - place for moment in moments for edge in moment[:2] if 0 < edge - place < len(span.text))
    ordered = sorted(edges)
    for begin, end in pairwise(ordered):
        moment = next((one for one in moments if one.begin <= place + begin and place + end <= one.end), None)
        yield Piece(span.text[begin:end], span.strong, span.emphasis, span.raised, moment)
