"""What a sheet must say, from its document, and what it does say, read with openpyxl from the finished bytes.

A line has a string for each cell that is not hidden under a merged one: dates as "2021-02-22", times as "09:45"
with the days of their shift, numbers as digits, texts as they are with the address of the cell's link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from igfeditor.document.blocks import Document, Line, addressed
from igfeditor.exporters.excel_columns import Columns
from igfeditor.exporters.excel_grid import Clock, Content, GridRow, grid_of
from igfeditor.exporters.excel_text import ESCAPED_X, address_of, text_of


def expected(document: Document) -> list[Line]:
    """Give the lines of a document's sheet, from top to bottom."""
    grid = grid_of(document)
    lines = (_expected_line(row, grid.columns) for row in grid.rows)
    return [line for line in lines if any(line)]


def _expected_line(row: GridRow, columns: Columns) -> Line:
    firsts = columns.text_places if row.spans == columns.halves else tuple(first for first, _ in row.spans)
    return tuple(_said(content, columns, first) for content, first in zip(row.contents, firsts, strict=True))


def _said(content: Content, columns: Columns, place: int) -> str:
    if content is None:
        return ""
    if isinstance(content, tuple):
        return addressed(text_of(content, columns.all[place].direction), address_of(content))
    if isinstance(content, Clock):
        return f"{content.time:%H:%M}{content.shift:+d}" if content.shift else f"{content.time:%H:%M}"
    return content.isoformat() if isinstance(content, date) else str(content)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one cell says, and whether it is a text, which a divided row goes on with."""

    said: str
    is_text: bool
    address: str | None = None


def read_back(data: bytes) -> list[list[Line]]:
    """Open a workbook again and give the lines of each of its sheets, in the order of the tabs."""
    return [[*_lines(sheet)] for sheet in load_workbook(BytesIO(data)).worksheets]


def _lines(sheet: Worksheet) -> Iterator[Line]:
    whole: list[_Found] = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_read(cell) for cell in row if isinstance(cell, Cell)]
        if sheet.row_dimensions[number].outlineLevel and len(cells) == len(whole):
            whole = [_continued(old, more) for old, more in zip(whole, cells, strict=True)]
        else:
            yield from _line(whole)
            whole = cells
    yield from _line(whole)


def _line(cells: Iterable[_Found]) -> Iterator[Line]:
    line = tuple(addressed(cell.said, cell.address) for cell in cells)
    if any(line):
        yield line


def _continued(old: _Found, more: _Found) -> _Found:
    """Join the parts of a divided text; a date or time that stands again must be the same."""
    if more.said == (old.said if not old.is_text else ""):
        return old
    return replace(old, said=old.said + more.said)


def _read(cell: Cell) -> _Found:
    value = cell.value
    address = cell.hyperlink.target if cell.hyperlink else None
    if isinstance(value, str):
        return _Found(value.replace(ESCAPED_X, "x"), is_text=True, address=address)
    return _Found(_number_said(value, cell.number_format), is_text=False, address=address)


def _number_said(value: object, number_format: str) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, time):
        shift = number_format.removeprefix("hh:mm").strip(' "')
        return value.isoformat("auto" if value.second or value.microsecond else "minutes") + shift
    return str(value)
