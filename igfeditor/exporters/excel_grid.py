"""A document laid out as the rows and columns of a sheet, before it has styles, widths of text or XML.

The title block stands at the top. Under it everything else is one table that can be filtered and sorted: the
schedule, the day headings, outputs and notes have their text in the agenda column, and each row of a day has
the day's date. So nothing in the table is merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import zip_longest
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Paragraph,
    Role,
    Row,
    RowKind,
    Section,
    SectionKind,
    SideBySide,
    Table,
    Words,
)
from igfeditor.exporters.excel_style import Band, Holds
from igfeditor.language.bidi import Direction

TIME_KINDS: Final = frozenset({ColumnKind.TIME, ColumnKind.ZONE_TIME})
_FRONT_LINES: Final = 14
_FRONT_LETTERS: Final = 90
_BANDS: Final[Mapping[Role, Band]] = MappingProxyType(
    {
        Role.TITLE: Band.TITLE,
        Role.DETAIL: Band.DETAIL,
        Role.SECTION: Band.SECTION,
        Role.SUMMARY: Band.SUMMARY,
        Role.DAY: Band.DAY,
        Role.LABEL: Band.LABEL,
        Role.NOTE: Band.NOTE,
    }
)
_ROW_BANDS: Final[Mapping[RowKind, Band]] = MappingProxyType(
    {
        RowKind.HEADER: Band.HEADER,
        RowKind.SLOT: Band.SLOT,
        RowKind.BREAK: Band.BREAK,
        RowKind.EVENT: Band.EVENT,
        RowKind.NOTE: Band.NOTE,
    }
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, and the days by which it differs from the date of its row."""

    time: time
    shift: int = 0


Content = tuple[Paragraph, ...] | Clock | int | date | None
Side = tuple[Paragraph, ...]
Key = tuple[Column, int]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a sheet; `key` names the column of the document's tables that it prints, or part of it.

    `agenda` says that sub-items and people are moved in under their items.
    """

    holds: Holds
    language: str
    direction: Direction
    heading: Side = ()
    key: Key | None = None
    agenda: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of a sheet: as many contents as there are columns or, where `merged`, as there are languages."""

    band: Band
    contents: tuple[Content, ...]
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole sheet: `front` stands above the header, `body` under it; there is no header without a table."""

    columns: tuple[GridColumn, ...]
    front: tuple[GridRow, ...]
    body: tuple[GridRow, ...]
    has_header: bool


def grid_of(document: Document) -> Grid:
    """Lay out a document."""
    columns = columns_of(document)
    front, rest = front_and_rest(document)
    places = text_places(columns, document)
    body = [_placed(columns, places, band_of(sides), sides, day) for sides, day in rest.above_days]
    for section in rest.days:
        body.extend(_day_rows(section, columns, places, document))
    return Grid(
        columns=columns,
        front=tuple(GridRow(band_of(sides), sides, merged=True) for sides in front),
        body=tuple(body),
        has_header=any(column.key for column in columns),
    )


@dataclass(frozen=True, slots=True)
class Rest:
    """What stands under the header: paragraphs with the date that they speak of, then the days."""

    above_days: tuple[tuple[tuple[Side, ...], date | None], ...]
    days: tuple[Section, ...]


def front_and_rest(document: Document) -> tuple[tuple[tuple[Side, ...], ...], Rest]:
    """Divide a document into what stands above the header, and the rest.

    The header is frozen on the screen with all that stands above it, so only the title block does, and of a
    very long one only the beginning. The schedule has one line a day: each gets the date of its day.
    """
    days = tuple(section for section in document.sections if section.kind is SectionKind.DAY)
    title, others = [], []
    for section in document.sections:
        if section.kind is SectionKind.TITLE:
            title.extend(sides_of(section.blocks, document))
        elif section.kind is not SectionKind.DAY:
            others.extend(sides_of(section.blocks, document))
    room = _rows_that_fit(title)
    below = [*title[room:], *others]
    return tuple(title[:room]), Rest(tuple(_dated(below, days)), days)


def _rows_that_fit(rows: Sequence[tuple[Side, ...]]) -> int:
    left = _FRONT_LINES
    for number, sides in enumerate(rows):
        left -= max(sum(1 + len(paragraph.text) // _FRONT_LETTERS for paragraph in side) for side in sides)
        if left < 0:
            return number
    return len(rows)


def _dated(
    rows: Sequence[tuple[Side, ...]], days: Sequence[Section]
) -> Iterator[tuple[tuple[Side, ...], date | None]]:
    count = sum(band_of(sides) is Band.SUMMARY for sides in rows)
    dates = iter([section.date for section in days] if count == len(days) else [])
    for sides in rows:
        yield sides, next(dates, None) if band_of(sides) is Band.SUMMARY else None


def band_of(sides: Sequence[Side]) -> Band:
    """Give the look of a row of paragraphs: that of its first one."""
    first = next((paragraph for side in sides for paragraph in side), None)
    return _BANDS.get(first.role, Band.TEXT) if first else Band.TEXT


def sides_of(blocks: Iterable[Block], document: Document) -> Iterator[tuple[Side, ...]]:
    """Give the paragraphs of blocks row by row, one side a language; tables are passed over.

    Headings of two languages that stand one below the other in a bilingual document share a row here.
    """
    waiting: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Paragraph) and waiting is not None and _belong(waiting, block, document):
            yield (waiting,), (block,)
            waiting = None
            continue
        if waiting is not None:
            yield _alone(waiting, document)
            waiting = None
        if isinstance(block, Paragraph):
            waiting = block
        elif isinstance(block, SideBySide):
            yield from _pairs(block)
    if waiting is not None:
        yield _alone(waiting, document)


def _pairs(block: SideBySide) -> Iterator[tuple[Side, ...]]:
    for first, second in zip_longest(block.first, block.second):
        yield (first,) if first else (), (second,) if second else ()


def _belong(first: Paragraph, second: Paragraph, document: Document) -> bool:
    return first.role is second.role and (first.language, second.language) == document.languages


def _alone(paragraph: Paragraph, document: Document) -> tuple[Side, ...]:
    if len(document.languages) == 1:
        return ((paragraph,),)
    return ((), (paragraph,)) if paragraph.language == document.languages[1] else ((paragraph,), ())


def columns_of(document: Document) -> tuple[GridColumn, ...]:
    """Give the columns of a document's sheet: the date, then those of its tables, times in two parts (R47).

    Tables of different days are laid over each other. A column that only some days have, such as a zone whose
    name changes with the clocks, stands beside the others and is empty on the other days.
    """
    keys = _keys_of_all(block for section in document.sections for block in section.blocks)
    first = GridColumn(Holds.DATE, document.language, document.direction)
    if not keys:
        words = document.words
        return (first, *(GridColumn(Holds.TEXT, word.language, word.direction) for word in words))
    return (first, *(column for key in keys for column in _columns_for(key, document)))


def _keys_of_all(blocks: Iterable[Block]) -> tuple[Key, ...]:
    order: list[Key] = []
    for table in (block for block in blocks if isinstance(block, Table)):
        place = 0
        for key in keys_of(table):
            if key not in order:
                order.insert(place, key)
            place = order.index(key) + 1
    return tuple(order)


def keys_of(table: Table) -> tuple[Key, ...]:
    """Name the columns of a table so that two of the same heading stay two."""
    return tuple(
        (column, sum(other == column for other in table.columns[:place]))
        for place, column in enumerate(table.columns)
    )


def _columns_for(key: Key, document: Document) -> tuple[GridColumn, ...]:
    column, _ = key
    if column.kind in TIME_KINDS:
        words = words_in(column.language, document)
        pair = tuple(
            GridColumn(holds, column.language, column.direction, (_word(column, word),), key)
            for holds, word in ((Holds.START, words.start), (Holds.END, words.end))
        )
        return pair if column.direction == document.direction else pair[::-1]
    holds = Holds.NUMBER if column.kind is ColumnKind.MINUTES else Holds.TEXT
    agenda = column.kind is ColumnKind.AGENDA
    return (GridColumn(holds, column.language, column.direction, (column.heading,), key, agenda),)
