"""B2: the Excel export of 500 slots, Arabic, from finished document to bytes, beside bare loops over the same cells.

Both peers are handed the cells of our own sheet, ready to be written: values, styles, widths, heights, merged
ranges. They only write; what laid the sheet out is counted on our side alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from copy import copy
from functools import cache
from typing import Any, NamedTuple

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.properties import PageSetupProperties

from igfeditor.document.blocks import Document
from igfeditor.document.compose import compose
from igfeditor.exporters.registry import FORMATS
from tests.benchmarks.measuring import Comparison, Work
from tests.benchmarks.word import ARABIC, agenda

EXCEL = FORMATS["xlsx"]
NO_FILL = "00000000"
BORDERS = {None: 0, "thin": 1, "hair": 7}


class CellStyle(NamedTuple):
    """The parts of a style, made once and given to each cell."""

    font: Font
    fill: PatternFill
    border: Border
    alignment: Alignment
    number_format: str


class CellPlan(NamedTuple):
    """One cell: its place, counted from 1, its value and the number of its style."""

    row: int
    column: int
    value: Any
    style: int


class SheetPlan(NamedTuple):
    """One sheet, ready to be written."""

    title: str
    cells: tuple[CellPlan, ...]
    styles: dict[int, CellStyle]
    widths: dict[str, float]
    heights: dict[int, float]
    merged: tuple[str, ...]
    frozen: str
    filtered: str
    used: str


def comparisons() -> Iterator[Comparison]:
    """Give B2 on size L."""
    plan = plan_of(EXCEL.write([document()]))
    for print_plan in (with_openpyxl, with_xlsxwriter):
        difference = EXCEL.difference([document()], print_plan(plan))
        if difference:
            raise AssertionError(difference)
    count = len(plan.cells)
    yield Comparison(f"Excel export of L / openpyxl, {count} cells", work(1), lambda: with_openpyxl(plan), 1.1)
    yield Comparison(f"Excel export of L / XlsxWriter, {count} cells", work(1), lambda: with_xlsxwriter(plan), 2.5)
    yield Comparison("the same with compose / openpyxl", composed_work(), lambda: with_openpyxl(plan))


@cache
def document(times: int = 1) -> Document:
    """Give the finished document of size L or a multiple of it."""
    return compose(agenda(times), ARABIC)


def work(times: int) -> Work:
    """Give the work from document to bytes."""
    finished = document(times)
    return lambda: EXCEL.write([finished])


def composed_work() -> Work:
    """Give the work from agenda to bytes."""
    large = agenda()
    return lambda: EXCEL.write([compose(large, ARABIC)])


def plan_of(data: bytes) -> SheetPlan:
    """Read our own workbook as what a peer has to write."""
    sheet = openpyxl.load_workbook(io.BytesIO(data), rich_text=True).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    return SheetPlan(
        title=sheet.title,
        cells=tuple(CellPlan(cell.row, cell.column, cell.value, cell.style_id) for cell in cells),
        styles={cell.style_id: style_of(cell) for cell in cells},
        widths={letter: one.width for letter, one in sheet.column_dimensions.items()},
        heights={number: one.height for number, one in sheet.row_dimensions.items()},
        merged=tuple(str(one) for one in sheet.merged_cells.ranges),
        frozen=str(sheet.freeze_panes),
        filtered=str(sheet.auto_filter.ref),
        used=sheet.dimensions,
    )


def style_of(cell: Any) -> CellStyle:
    """Take a style off a cell, as plain values."""
    return CellStyle(*map(copy, (cell.font, cell.fill, cell.border, cell.alignment)), cell.number_format)


# --- openpyxl ----------------------------------------------------------------------------------------------


def with_openpyxl(plan: SheetPlan) -> bytes:
    """Write the cells with openpyxl."""
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    sheet.title = plan.title
    for row, column, value, style in plan.cells:
        cell = sheet.cell(row, column, value)
        cell.font, cell.fill, cell.border, cell.alignment, cell.number_format = plan.styles[style]
    for letter, width in plan.widths.items():
        sheet.column_dimensions[letter].width = width
    for number, height in plan.heights.items():
        sheet.row_dimensions[number].height = height
    for merged in plan.merged:
        sheet.merge_cells(merged)
    sheet.sheet_view.rightToLeft = True
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_area = plan.frozen, plan.filtered, plan.used
    sheet.print_title_rows = f"1:{rows_above(plan)}"
    sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = 9, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "&P / &N"
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def rows_above(plan: SheetPlan) -> int:
    """Give the number of rows that are frozen."""
    return int(plan.frozen.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1


# --- XlsxWriter --------------------------------------------------------------------------------------------


def with_xlsxwriter(plan: SheetPlan) -> bytes:
    """Write the cells with XlsxWriter."""
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = workbook.add_worksheet(plan.title)
    formats = {number: workbook.add_format(properties_of(style)) for number, style in plan.styles.items()}
    for number, height in plan.heights.items():
        sheet.set_row(number - 1, height)
    for letter, width in plan.widths.items():
        place = column_index_from_string(letter) - 1
        sheet.set_column(place, place, width)
    for merged in plan.merged:
        sheet.merge_range(merged, "")
    for row, column, value, style in plan.cells:
        write_cell(workbook, sheet, CellPlan(row - 1, column - 1, value, style), formats)
    sheet.right_to_left()
    sheet.hide_gridlines(2)
    sheet.freeze_panes(plan.frozen)
    sheet.autofilter(plan.filtered)
    sheet.print_area(plan.used)
    sheet.repeat_rows(0, rows_above(plan) - 1)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
    workbook.close()
    return target.getvalue()


def write_cell(workbook: Any, sheet: Any, cell: CellPlan, formats: dict[int, Any]) -> None:
    """Write one cell by the method that its value asks for."""
    row, column, value, style = cell
    look = formats[style]
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, CellRichText):
        parts = [part for run in value for part in (workbook.add_format(font_of(run.font)), run.text)]
        sheet.write_rich_string(row, column, *parts, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    else:
        sheet.write_datetime(row, column, value, look)


def properties_of(style: CellStyle) -> dict[str, Any]:
    """Say a style in the words of XlsxWriter."""
    font, fill, border, alignment, number_format = style
    return {
        "font_name": font.name,
        "font_size": font.sz,
        "bold": bool(font.b),
        "italic": bool(font.i),
        "font_color": colour_of(font.color),
        **({"bg_color": colour_of(fill.fgColor)} if fill.fgColor.rgb != NO_FILL else {}),
        "top": BORDERS[border.top.style],
        "bottom": BORDERS[border.bottom.style],
        **({"top_color": colour_of(border.top.color)} if border.top.color else {}),
        **({"bottom_color": colour_of(border.bottom.color)} if border.bottom.color else {}),
        **({"align": alignment.horizontal} if alignment.horizontal else {}),
        **({"valign": alignment.vertical} if alignment.vertical else {}),
        "text_wrap": bool(alignment.wrapText),
        "reading_order": int(alignment.readingOrder),
        "num_format": number_format,
    }


def font_of(font: Any) -> dict[str, Any]:
    """Say the font of a run of rich text in the words of XlsxWriter."""
    return {"font_name": font.rFont, "font_size": font.sz, "bold": bool(font.b), "font_color": colour_of(font.color)}


def colour_of(colour: Any) -> str:
    """Give a colour as "#RRGGBB"; black where it is not said."""
    return f"#{colour.rgb[-6:]}" if colour is not None and isinstance(colour.rgb, str) else "#000000"
