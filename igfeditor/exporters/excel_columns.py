"""The columns of a sheet: the date, then those of the document's day tables laid over each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import Block, Column, ColumnKind, Document, Paragraph, Role, Span, Table, Words
from igfeditor.exporters.excel_style import Holds
from igfeditor.language.bidi import Direction

TIME_KINDS: Final = frozenset({ColumnKind.TIME, ColumnKind.ZONE_TIME})
_WIDTHS: Final[Mapping[ColumnKind, float]] = MappingProxyType(
    {ColumnKind.ROOM: 16.0, ColumnKind.MINUTES: 9.0, ColumnKind.SPEAKER: 24.0, ColumnKind.STATE: 14.0}
)
_DATE_WIDTH: Final[Mapping[Direction, float]] = MappingProxyType({"ltr": 12.0, "rtl": 13.5})
_CLOCK_WIDTH: Final[Mapping[Direction, float]] = MappingProxyType({"ltr": 8.5, "rtl": 9.5})
_SHIFT_WIDTH: Final = 1.5
_NARROWEST_AGENDA: Final = 40.0
_PORTRAIT: Final = 99.0
_LANDSCAPE: Final = 146.0
_MOST_PORTRAIT: Final = 5

Key = tuple[Column, int]
"""A column of a day table, and how many equal ones stand before it."""
Spans = tuple[tuple[int, int], ...]
"""Stretches of columns: the first one, from 0, and the place after the last."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a sheet; `key` names the column of the tables that it prints, both parts of a time alike.

    `width` is in units of ECMA-376 18.3.1.13, about the width of a digit each.
    """

    holds: Holds
    direction: Direction
    heading: Paragraph
    width: float
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns of a sheet, in the order of the letters.

    `text_places` gives for each language of the document the column for what stands outside the tables.
    """

    all: tuple[SheetColumn, ...]
    text_places: tuple[int, ...]
    direction: Direction
    has_header: bool
    is_wide: bool

    @property
    def singles(self) -> Spans:
        """Give every column alone."""
        return tuple((place, place + 1) for place in range(len(self.all)))

    @property
    def halves(self) -> Spans:
        """Give the columns of each language together, for rows that run over the whole width."""
        if len(self.text_places) == 1:
            return ((0, len(self.all)),)
        middle = self.text_places[0] + 1
        return (0, middle), (middle, len(self.all))

    @property
    def groups(self) -> Spans:
        """Give the two columns of each time together, and every other column alone."""
        spans: list[tuple[int, int]] = []
        for place, column in enumerate(self.all):
            if spans and column.key is not None and column.key == self.all[spans[-1][0]].key:
                spans[-1] = (spans[-1][0], place + 1)
            else:
                spans.append((place, place + 1))
        return tuple(spans)


def columns_of(document: Document) -> Columns:
    """Give the columns for a document; without any table, only the date and a text for each language.

    A column that only some days have, such as a zone whose name changes with its clocks, is empty on the others.
    """
    keys = _laid_over(block for section in document.sections for block in section.blocks)
    date = SheetColumn(
        Holds.DATE,
        document.direction,
        _heading(document.words[0], document.words[0].date),
        _DATE_WIDTH[document.direction],
    )
    printed = [column for key in keys for column in _columns_for(key, document)]
    if not keys:
        printed = [SheetColumn(Holds.TEXT, one.direction, _heading(one, ""), 0) for one in document.words]
    places = tuple(_text_place(printed, one.language) + 1 for one in document.words)
    is_wide = len(printed) >= _MOST_PORTRAIT or len(document.languages) > 1
    return Columns(
        all=(date, *_widened(printed, (_LANDSCAPE if is_wide else _PORTRAIT) - date.width)),
        text_places=places,
        direction=document.direction,
        has_header=bool(keys),
        is_wide=is_wide,
    )


def _laid_over(blocks: Iterable[Block]) -> tuple[Key, ...]:
    """Put the columns of all tables into one order; one that is new stands before the next that is known."""
    order: list[Key] = []
    for table in (block for block in blocks if isinstance(block, Table)):
        place = len(order)
        for key in reversed(keys_of(table)):
            if key in order:
                place = order.index(key)
            else:
                order.insert(place, key)
    return tuple(order)


def keys_of(table: Table) -> tuple[Key, ...]:
    """Name the columns of a table so that two of the same heading stay two."""
    return tuple((column, table.columns[:place].count(column)) for place, column in enumerate(table.columns))


def _columns_for(key: Key, document: Document) -> Iterator[SheetColumn]:
    column, _ = key
    if column.kind in TIME_KINDS:
        words = next((one for one in document.words if one.language == column.language), document.words[0])
        parts = ((Holds.START, words.start), (Holds.END, words.end))
        width = _CLOCK_WIDTH[column.direction] + _SHIFT_WIDTH * (column.kind is ColumnKind.ZONE_TIME)
        for holds, word in parts if column.direction == document.direction else reversed(parts):
            yield SheetColumn(holds, column.direction, _heading(words, word), width, key)
    else:
        holds = Holds.NUMBER if column.kind is ColumnKind.MINUTES else Holds.TEXT
        yield SheetColumn(holds, column.direction, column.heading, _WIDTHS.get(column.kind, 0), key)


def _heading(words: Words, word: str) -> Paragraph:
    return Paragraph(Role.HEADER, words.language, words.direction, (Span(word),))


def _text_place(columns: list[SheetColumn], language: str) -> int:
    """Find the agenda column of a language, which is the one that has no width yet."""
    free = [place for place, column in enumerate(columns) if not column.width]
    own = [place for place in free if columns[place].heading.language == language]
    return (own or free or [len(columns) - 1])[0]


def _widened(columns: list[SheetColumn], page: float) -> Iterator[SheetColumn]:
    """Give the agenda columns the width that the others leave on a page, and never too little."""
    taken = sum(column.width for column in columns)
    free = sum(not column.width for column in columns)
    width = max(_NARROWEST_AGENDA, (page - taken) / free) if free else 0
    for column in columns:
        yield column if column.width else SheetColumn(column.holds, column.direction, column.heading, width, column.key)
