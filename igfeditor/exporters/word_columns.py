"""How wide the columns of a printed table are, and which way round the page must lie for them.

All widths are twentieths of a point. Text is measured by rule of thumb, for the faces of the reader's machine
are not at hand: a figure of a book face is half as wide as it is high, and nothing that stands in a time is
wider.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import Column, ColumnKind, Document, Paragraph, Role, Table
from igfeditor.exporters.word_styles import CELL_MARGIN, LOOKS

_TIMES: Final = frozenset({ColumnKind.TIME, ColumnKind.ZONE_TIME})
_USUAL: Final[Mapping[ColumnKind, int]] = MappingProxyType(
    {ColumnKind.ROOM: 1400, ColumnKind.SPEAKER: 1900, ColumnKind.MINUTES: 700, ColumnKind.STATE: 1200}
)
_NARROWEST_TIME: Final = 1100
_ROOM_FOR_HEADINGS: Final = 4800
_LEAST_FOR_AGENDA: Final = 2600
_LEAST_FOR_AGENDA_UPRIGHT: Final = 4200
_LEAST_SHARE_FOR_AGENDA: Final = 0.22
_LEAST_SHARE_FOR_OTHERS: Final = 0.5
_THIN: Final = frozenset(" \u00a0.,:;'|!()ilj\u0627")
_NO_WIDTH: Final = frozenset("\u200e\u200f\u200c\u200d")
_BREAKS: Final = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper with its margins; `text_width` is what a table may fill."""

    width: int
    height: int
    side_margin: int

    @property
    def text_width(self) -> int:
        """Give the width between the margins."""
        return self.width - 2 * self.side_margin

    @property
    def is_across(self) -> bool:
        """Tell whether the sheet lies on its long side."""
        return self.width > self.height


A4: Final = Page(11906, 16838, 1134)
_SHEETS: Final = (A4, Page(16838, 11906, 1134), Page(23811, 16838, 1134))
"""A4 upright, A4 across, A3 across (ISO 216)."""


def page_for(document: Document) -> Page:
    """Choose A4 upright, or a wider sheet where the columns would leave the agenda itself too little room.

    Two languages side by side lie across: rows are not split, and tall ones would leave half of each page empty.
    """
    tables = tuple(_tables(document))
    return next((sheet for sheet in _SHEETS if _is_wide_enough(sheet, tables)), _SHEETS[-1])


def _is_wide_enough(sheet: Page, tables: Sequence[Table]) -> bool:
    least = _LEAST_FOR_AGENDA if sheet.is_across else _LEAST_FOR_AGENDA_UPRIGHT
    return all(_left_for_agenda(table, sheet.text_width) >= least for table in tables)


def _tables(document: Document) -> Iterator[Table]:
    return (block for section in document.sections for block in section.blocks if isinstance(block, Table))


def _left_for_agenda(table: Table, total: int) -> int:
    wishes = _wishes(table)
    agenda = wishes.count(0)
    return (total - sum(wishes)) // agenda if agenda else total


def widths(table: Table, total: int) -> tuple[int, ...]:
    """Share a width among the columns of a table; the shares add up to it (R13).

    Times are as narrow as they can be without wrapping (R15); the agenda has what the others leave, and at least
    a fifth: where there are many others, they share what is left, the times first.
    """
    wishes = _wishes(table)
    agenda = wishes.count(0)
    most = int(total * (1 - _LEAST_SHARE_FOR_AGENDA)) if agenda else total
    times = sum(wish for wish, column in zip(wishes, table.columns, strict=True) if column.kind in _TIMES)
    others = sum(wishes) - times
    if not agenda or times + others > most:
        of_times = min(1, most / (times + _LEAST_SHARE_FOR_OTHERS * others)) if agenda or not others else 1
        of_others = (most - int(times * of_times)) / others if others else 1
        wishes = [
            int(wish * (of_times if column.kind in _TIMES else of_others))
            for wish, column in zip(wishes, table.columns, strict=True)
        ]
    left = total - sum(wishes)
    shares = [wish or left // agenda for wish in wishes]
    shares[shares.index(max(shares))] += total - sum(shares)
    return tuple(shares)


def _wishes(table: Table) -> list[int]:
    """Give the width that each column needs; the agenda says 0 and takes the rest."""
    return [_wish(column, table, place) for place, column in enumerate(table.columns)]


def _wish(column: Column, table: Table, place: int) -> int:
    if column.kind is ColumnKind.AGENDA:
        return 0
    heading = longest_word(column.heading)
    if column.kind not in _TIMES:
        return max(_USUAL[column.kind], heading)
    # Where there are few times a long heading shall not stand on four lines.
    times = sum(other.kind in _TIMES for other in table.columns)
    two_lines = min(_width_on_two_lines(column.heading), _ROOM_FOR_HEADINGS // times)
    longest = max((_longest_time(row.cells[place].paragraphs) for row in table.rows), default=0)
    return max(_NARROWEST_TIME, heading, longest, two_lines)


def _width_on_two_lines(heading: Paragraph) -> int:
    """Give the width of a cell in which a heading, broken at its best place, has two lines."""
    places = [found.span() for found in _BREAKS.finditer(heading.line)]
    lines = [(heading.line[:end], heading.line[begin:]) for end, begin in places] or [(heading.line, "")]
    return min(max(text_width(line, heading) for line in pair) for pair in lines) + 2 * CELL_MARGIN


def _longest_time(paragraphs: Sequence[Paragraph]) -> int:
    return max((text_width(paragraph.line, paragraph) for paragraph in paragraphs), default=0) + 2 * CELL_MARGIN


def longest_word(paragraph: Paragraph) -> int:
    """Give the width of a cell that breaks none of a paragraph's words."""
    return max(text_width(word, paragraph) for word in _BREAKS.split(paragraph.line)) + 2 * CELL_MARGIN


def text_width(text: str, paragraph: Paragraph) -> int:
    """Estimate how wide a text is in the look of its paragraph."""
    return width_in(text, paragraph.role, rtl=paragraph.direction == "rtl")


def width_in(text: str, role: Role | str, *, rtl: bool) -> int:
    """Estimate how wide a text is in the look of a role."""
    looks = LOOKS[role]
    height = 10 * (looks.arabic if rtl else looks.latin)
    quarters = sum(0 if letter in _NO_WIDTH else 1.2 if letter in _THIN else 2.2 for letter in text)
    return int(quarters * height / 4 * (1.12 if looks.heavy else 1))
