"""How wide the columns of a printed table are, and which way round the page must lie for them.

All widths are twentieths of a point.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import Column, ColumnKind, Document, Paragraph, Table
from igfeditor.exporters.word_measure import text_width
from igfeditor.exporters.word_styles import CELL_MARGIN

TIMES: Final = frozenset({ColumnKind.TIME, ColumnKind.ZONE_TIME})
_USUAL: Final[Mapping[ColumnKind, int]] = MappingProxyType(
    {ColumnKind.ROOM: 1400, ColumnKind.SPEAKER: 1900, ColumnKind.MINUTES: 700, ColumnKind.STATE: 1200}
)
_NARROWEST_TIME: Final = 1100
_LONGEST_TIME: Final = 3400
_ROOM_FOR_HEADINGS: Final = 4800
_LEAST_FOR_AGENDA: Final = 2600
_LEAST_FOR_AGENDA_UPRIGHT: Final = 4200
_LEAST_SHARE_FOR_AGENDA: Final = 0.22
_LEAST_SHARE_FOR_OTHERS: Final = 0.5
_BREAKS: Final = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper with its margins; `foot` is how far from its edges the page furniture stands."""

    width: int
    height: int
    side_margin: int
    top_margin: int
    bottom_margin: int
    foot: int

    @property
    def text_width(self) -> int:
        """Give the width between the margins."""
        return self.width - 2 * self.side_margin

    @property
    def is_across(self) -> bool:
        """Tell whether the sheet lies on its long side."""
        return self.width > self.height


A4: Final = Page(11906, 16838, 1134, 1134, 1304, 567)
# ISO 216; a low sheet spends less of its height on margins.
_A4_ACROSS: Final = Page(16838, 11906, 964, 850, 1191, 454)
_A3_ACROSS: Final = Page(23811, 16838, 964, 964, 1304, 567)


@dataclass(frozen=True, slots=True)
class Needs:
    """The width that each column of a table needs; the agenda itself says 0 and takes what is left.

    `roomy` keeps each time on one line (R15), `tight` breaks long ones before the words of their end.
    """

    kinds: tuple[ColumnKind, ...]
    roomy: tuple[int, ...]
    tight: tuple[int, ...]

    def shares(self, total: int) -> tuple[int, ...]:
        """Share a width among the columns; the shares add up to it (R13).

        The agenda has what the others leave, and at least a fifth: where there are many others, they share what
        is left, the times first.
        """
        wishes = self._within(total)
        left = total - sum(wishes)
        shares = [wish or left // wishes.count(0) for wish in wishes]
        shares[shares.index(max(shares))] += total - sum(shares)
        return tuple(shares)

    def _within(self, total: int) -> tuple[int, ...]:
        wishes = self.roomy if left_for_agenda(self.roomy, total) >= _LEAST_FOR_AGENDA else self.tight
        agenda = wishes.count(0)
        most = int(total * (1 - _LEAST_SHARE_FOR_AGENDA)) if agenda else total
        times = sum(wish for wish, kind in zip(wishes, self.kinds, strict=True) if kind in TIMES)
        others = sum(wishes) - times
        if agenda and times + others <= most:
            return wishes
        of_times = min(1, most / (times + _LEAST_SHARE_FOR_OTHERS * others)) if agenda or not others else 1
        of_others = (most - int(times * of_times)) / others if others else 1
        return tuple(
            int(wish * (of_times if kind in TIMES else of_others))
            for wish, kind in zip(wishes, self.kinds, strict=True)
        )


def left_for_agenda(wishes: Sequence[int], total: int) -> int:
    """Give the width that is left for each column of the agenda itself."""
    agenda = wishes.count(0)
    return (total - sum(wishes)) // agenda if agenda else total


def needs_of(document: Document) -> tuple[Needs, ...]:
    """Measure the tables of a document, in their order."""
    blocks = (block for section in document.sections for block in section.blocks)
    return tuple(_measured(block) for block in blocks if isinstance(block, Table))


def page_for(needs: Sequence[Needs]) -> Page:
    """Choose A4 upright, or a wider sheet where the columns would leave the agenda itself too little room.

    Two languages side by side lie across: rows are not split, and tall ones would leave half of each page empty.
    A long range is broken sooner than a sheet is taken that few printers have.
    """
    roomy, tight = [table.roomy for table in needs], [table.tight for table in needs]
    ways = (
        (A4, roomy, _LEAST_FOR_AGENDA_UPRIGHT),
        (_A4_ACROSS, roomy, _LEAST_FOR_AGENDA),
        (_A4_ACROSS, tight, _LEAST_FOR_AGENDA),
    )
    wide_enough = (
        sheet
        for sheet, tables, least in ways
        if all(left_for_agenda(wishes, sheet.text_width) >= least for wishes in tables)
    )
    return next(wide_enough, _A3_ACROSS)


def _measured(table: Table) -> Needs:
    kinds = tuple(column.kind for column in table.columns)
    # Where there are few times a long heading shall not stand on four lines.
    for_heading = _ROOM_FOR_HEADINGS // max(1, sum(kind in TIMES for kind in kinds))
    wishes = [_wishes(column, table, place, for_heading) for place, column in enumerate(table.columns)]
    return Needs(kinds, tuple(roomy for roomy, _ in wishes), tuple(tight for _, tight in wishes))


def _wishes(column: Column, table: Table, place: int, for_heading: int) -> tuple[int, int]:
    """Give the roomy and the tight width of a column."""
    if column.kind is ColumnKind.AGENDA:
        return 0, 0
    heading = _longest_word(column.heading) + 2 * CELL_MARGIN
    if column.kind not in TIMES:
        usual = max(_USUAL[column.kind], heading)
        return usual, usual
    times = {paragraph for row in table.rows for paragraph in row.cells[place].paragraphs}
    tight = max(map(_width_on_two_lines, times), default=0) + 2 * CELL_MARGIN
    roomy = max(map(_width_on_one_line, times), default=0) + 2 * CELL_MARGIN
    whole_heading = min(_width_on_two_lines(column.heading) + 2 * CELL_MARGIN, for_heading)
    least = max(_NARROWEST_TIME, heading, whole_heading)
    return max(least, roomy), max(least, tight)


def _width_on_one_line(time: Paragraph) -> int:
    """Give the width of a time on one line, or on two where it names other days and is very long."""
    whole = text_width(time.line, time)
    return whole if whole <= _LONGEST_TIME else _width_on_two_lines(time)


def _width_on_two_lines(paragraph: Paragraph) -> int:
    """Give the width of a text that is broken into two lines at its best place, or wherever it breaks itself."""
    parts = paragraph.line.split("\n")
    return max(_width_of_halves(part, paragraph) for part in parts)


def _width_of_halves(text: str, paragraph: Paragraph) -> int:
    places = [found.span() for found in _BREAKS.finditer(text)]
    lines = [(text[:end], text[begin:]) for end, begin in places] or [(text, "")]
    return min(max(text_width(line, paragraph) for line in pair) for pair in lines)


def _longest_word(paragraph: Paragraph) -> int:
    return max(text_width(word, paragraph) for word in _BREAKS.split(paragraph.line))
