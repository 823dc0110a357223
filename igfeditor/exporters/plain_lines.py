"""Paragraphs as lines of plain text, for formats that have neither looks nor links: calendar and mail.

A link becomes its address in angle brackets, where the text does not say it already. A line gets a direction mark
before it where a program that goes by its first letter would lay it out the wrong way round (R39).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from igfeditor.document.blocks import Cell, Column, ColumnKind, Paragraph, Row, SideBySide, Table, Times
from igfeditor.language.bidi import LRM, RLM, Direction, first_direction
from igfeditor.language.marks import with_marks, without_marks

WHITE: Final = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
"""White space at which a line may be broken: no-break spaces hold together."""
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def smooth(text: str) -> str:
    """Give a stretch of text on one line and without signs that no plain text may hold."""
    return _UNPRINTABLE.sub("\ufffd", WHITE.sub(" ", text))


def one_line(text: str) -> str:
    """Give a text on one line, without spaces at its ends and without signs that no plain text may hold."""
    return smooth(text).strip(" ")


def written_out(paragraph: Paragraph) -> str:
    """Give a paragraph on one line: its marker, its text, and the addresses that its links lead to."""
    links = groupby(paragraph.spans, key=lambda span: span.link)
    said = "".join(_with_address("".join([span.text for span in spans]), link) for link, spans in links)
    return one_line(f"{paragraph.marker} {said}")


def _with_address(text: str, address: str | None) -> str:
    """Give the text of a link with its address; between left-to-right marks its brackets stay at its ends (R38)."""
    if address is None or without_marks(text).strip() in {"", address}:
        return text
    return f"{text} {LRM}<{address}>{LRM}" if _has_rtl(text) else f"{text} <{address}>"


def _has_rtl(text: str) -> bool:
    return first_direction(text) == "rtl" or RLM in text


def based(line: str, direction: Direction) -> str:
    """Give a line with the mark before it that it needs to run in its direction, where programs guess."""
    first = first_direction(line)
    if direction == "rtl":
        return line if first == "rtl" else f"{RLM}{line}"
    return f"{LRM}{line}" if first == "rtl" else line


def headed(column: Column, paragraph: Paragraph) -> str:
    """Give what a further column says, after the heading of the column."""
    heading = one_line(column.heading.text)
    return with_marks(f"{heading}: {written_out(paragraph)}", column.direction)


def column_of_times(table: Table) -> int:
    """Give the place of the column that has the times of the meeting's own zone."""
    return next(place for place, column in enumerate(table.columns) if column.kind is ColumnKind.TIME)


def column_of_texts(table: Table) -> int:
    """Give the place of the column that has the items."""
    return next(place for place, column in enumerate(table.columns) if column.kind is ColumnKind.AGENDA)


def times_of(table: Table, row: Row) -> Times | None:
    """Give the times of a row in the meeting's own zone."""
    return row.cells[column_of_times(table)].times


def further_cells(table: Table, row: Row) -> Iterable[tuple[Column, Cell]]:
    """Give what a row says beside its time and its items: other zones, room, speaker, minutes, state."""
    mine = {column_of_times(table), column_of_texts(table)}
    pairs = zip(table.columns, row.cells, strict=True)
    return ((column, cell) for place, (column, cell) in enumerate(pairs) if place not in mine)


def paragraphs_in(block: Paragraph | SideBySide) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a block that is no table, those of both languages after each other."""
    return (block,) if isinstance(block, Paragraph) else (*block.first, *block.second)
