"""A document laid out in the rows of a sheet, before there are styles, heights or XML.

The title block stands at the top. Under it everything else is one table that can be filtered and sorted: the
schedule, day headings, outputs and notes have their text in the agenda column, and each row that belongs to a
day has the day's date. So nothing in the table is merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import compress, zip_longest
from operator import not_
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import (
    Block,
    Cell,
    Document,
    Paragraph,
    Role,
    RowKind,
    Section,
    SectionKind,
    SideBySide,
    Table,
)
from igfeditor.exporters.excel_columns import Columns, SheetColumn, Spans, columns_of, keys_of
from igfeditor.exporters.excel_style import CLOCKS, Band, Holds

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


_FRONT_ROWS: Final = 3
"""How many rows of the title block stand above the header: the title, the date, and one more."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, and the days by which it differs from the date of its row."""

    time: time
    shift: int = 0


Side = tuple[Paragraph, ...]
Sides = tuple[Side, ...]
Content = Side | Clock | int | date | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of a sheet: a content for each span of columns; a span of several is merged."""

    band: Band
    contents: tuple[Content, ...]
    spans: Spans


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole sheet: `front` stands above the header, `body` under it, and `foot` under the table, never filtered."""

    columns: Columns
    front: tuple[GridRow, ...]
    header: tuple[GridRow, ...]
    body: tuple[GridRow, ...]
    foot: tuple[GridRow, ...]

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """Give all rows from top to bottom."""
        return (*self.front, *self.header, *self.body, *self.foot)


def grid_of(document: Document) -> Grid:
    """Lay out a document: the title block above the header, the schedule with the days in the table below it.

    What is frozen cannot be scrolled, and a tall title block would leave a small window nothing to read in. So only
    the title and the first details of the meeting stand above the header; the rest of the block follows the table.
    """
    columns = columns_of(document)
    block = tuple(_title_block(document, columns))
    kept = _FRONT_ROWS if columns.has_header else len(block)
    is_front = [place < kept and (not columns.has_header or _is_front(row)) for place, row in enumerate(block)]
    schedule = _sides_of_sections(document, {SectionKind.SUMMARY, SectionKind.STATUS})
    days = [section for section in document.sections if section.kind is SectionKind.DAY]
    return Grid(
        columns=columns,
        front=tuple(_parted(compress(block, is_front), columns, after=columns.has_header)),
        header=tuple(_header(columns)),
        body=(
            *(_spread(sides, day, columns) for sides, day in _dated([*schedule], days)),
            *(row for day in days for row in _day_rows(day, columns, document)),
        ),
        foot=tuple(_parted(compress(block, map(not_, is_front)), columns, after=False)),
    )


def _title_block(document: Document, columns: Columns) -> Iterator[GridRow]:
    """Give the title, and all that is said of the meeting as a whole."""
    for sides in _sides_of_sections(document, {SectionKind.TITLE}):
        yield GridRow(_front_band(sides), sides, columns.halves)


def _is_front(row: GridRow) -> bool:
    """Tell whether a row of the title block is needed beside every row of the table: the title, a detail, no link."""
    paragraphs = (one for side in row.contents if isinstance(side, tuple) for one in side)
    return row.band is not Band.REMARK and not any(span.link for one in paragraphs for span in one.spans)


def _parted(rows: Iterable[GridRow], columns: Columns, *, after: bool) -> Iterator[GridRow]:
    """Part rows from the table, which they stand before (`after` them comes a free row) or behind."""
    free = GridRow(Band.DETAIL, tuple(() for _ in columns.halves), columns.halves)
    given = tuple(rows)
    if given or after:
        yield from (*given, free) if after else (free, *given)


def _sides_of_sections(document: Document, kinds: set[SectionKind]) -> Iterator[Sides]:
    for section in document.sections:
        if section.kind in kinds:
            yield from _sides_of(section.blocks, document)


def _header(columns: Columns) -> Iterator[GridRow]:
    """Give the two rows of the header: over a time's two columns their common heading, then one word each."""
    if columns.has_header:
        headings = tuple(_group_heading(columns.all[first]) for first, _ in columns.groups)
        yield GridRow(Band.GROUP, headings, columns.groups)
        yield GridRow(Band.HEADER, tuple((column.heading,) for column in columns.all), columns.singles)


def _group_heading(column: SheetColumn) -> Side:
    return (column.key[0].heading,) if column.key and column.holds in CLOCKS else ()


def _dated(rows: Sequence[Sides], days: Sequence[Section]) -> Iterator[tuple[Sides, date | None]]:
    """Give each line of the schedule the date of its day; the schedule has one line a day."""
    count = sum(_band_of(sides) is Band.SUMMARY for sides in rows)
    dates = iter([day.date for day in days] if count == len(days) else [])
    for sides in rows:
        yield sides, next(dates, None) if _band_of(sides) is Band.SUMMARY else None


def _band_of(sides: Sides) -> Band:
    first = next((paragraph for side in sides for paragraph in side), None)
    return _BANDS.get(first.role, Band.TEXT) if first else Band.TEXT


def _front_band(sides: Sides) -> Band:
    band = _band_of(sides)
    return band if band in {Band.TITLE, Band.DETAIL} else Band.REMARK


def _spread(sides: Sides, day: date | None, columns: Columns) -> GridRow:
    """Put paragraphs into the agenda columns of their languages, and the date before them."""
    contents: list[Content] = [(day if column.holds is Holds.DATE else None) for column in columns.all]
    for place, side in zip(columns.text_places, sides, strict=False):
        contents[place] = side
    return GridRow(_band_of(sides), tuple(contents), columns.singles)


def _day_rows(section: Section, columns: Columns, document: Document) -> Iterator[GridRow]:
    pending: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Table):
            yield from (_spread(sides, section.date, columns) for sides in _sides_of(pending, document))
            yield from _table_rows(block, section.date, columns)
            pending = []
        else:
            pending.append(block)
    yield from (_spread(sides, section.date, columns) for sides in _sides_of(pending, document))


def _table_rows(table: Table, day: date | None, columns: Columns) -> Iterator[GridRow]:
    keys = keys_of(table)
    places = [keys.index(column.key) if column.key in keys else None for column in columns.all]
    holds = [column.holds for column in columns.all]
    spans = columns.singles
    for row in table.rows:
        cells = [None if place is None else row.cells[place] for place in places]
        contents = [_content(cell, what) for cell, what in zip(cells, holds, strict=True)]
        yield GridRow(_ROW_BANDS[row.kind], (day, *contents[1:]), spans)


def _content(cell: Cell | None, holds: Holds) -> Content:
    """Give what one column shows of a cell; a text where times or minutes are expected stands in the first."""
    if cell is None:
        return None
    if holds in CLOCKS and cell.times is not None:
        times = cell.times
        if holds is Holds.START:
            return Clock(times.start, times.start_shift)
        return None if times.end is None else Clock(times.end, times.end_shift)
    if holds is Holds.NUMBER and cell.minutes is not None:
        return cell.minutes
    return None if holds is Holds.END else cell.paragraphs


def _sides_of(blocks: Iterable[Block], document: Document) -> Iterator[Sides]:
    """Give the paragraphs of blocks row by row, one side a language.

    Headings of two languages that stand one below the other in a bilingual document share a row here.
    """
    waiting: Paragraph | None = None
    for block in blocks:
        if waiting is not None and isinstance(block, Paragraph) and _belong(waiting, block, document):
            yield (waiting,), (block,)
            waiting = None
            continue
        if waiting is not None:
            yield _alone(waiting, document)
        waiting = block if isinstance(block, Paragraph) else None
        if isinstance(block, SideBySide):
            yield from _pairs(block)
    if waiting is not None:
        yield _alone(waiting, document)


def _pairs(block: SideBySide) -> Iterator[Sides]:
    for first, second in zip_longest(block.first, block.second):
        yield (first,) if first else (), (second,) if second else ()


def _belong(first: Paragraph, second: Paragraph, document: Document) -> bool:
    return first.role is second.role and (first.language, second.language) == document.languages


def _alone(paragraph: Paragraph, document: Document) -> Sides:
    if len(document.languages) == 1:
        return ((paragraph,),)
    return ((), (paragraph,)) if paragraph.language == document.languages[1] else ((paragraph,), ())
