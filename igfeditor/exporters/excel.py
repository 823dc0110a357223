"""Excel workbooks: one sheet a document, with real dates and times, that prints, filters and reads from the right.

Everything that concerns direction follows R45 to R51. openpyxl makes the workbook, its styles and set-up; the
rows are written by `excel_rows` and put in by `excel_package`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final, cast

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from igfeditor.document.blocks import Document
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters.excel_columns import Columns
from igfeditor.exporters.excel_grid import grid_of
from igfeditor.exporters.excel_package import SheetPart, finished
from igfeditor.exporters.excel_reading import expected, read_back
from igfeditor.exporters.excel_rows import Header, SheetRows, Strings
from igfeditor.exporters.excel_style import Styles
from igfeditor.exporters.ooxml import language_tag
from igfeditor.language.tongues import own_name

__all__ = ["expected", "read_back", "write"]

_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = str.maketrans("[]:*?/\\'", "()-----’")
_A4: Final = 9
_MARGIN: Final = 0.5
_FOOT: Final = 0.75
_TALLEST_FROZEN: Final = 240.0
"""How much may be frozen, in points: of a small window, which shows about 370, enough must be left to read in."""
_LETTERS_OF_COLUMNS: Final = 15.0


def write(documents: Sequence[Document], template: bytes | None = None) -> bytes:
    """Print documents into one workbook, a sheet each, in their order.

    Equal documents give equal bytes. Raises `ExportError` for a text that a sheet must not or cannot hold, and
    for a template, which this format does not take.
    """
    if template is not None or not documents:
        raise ExportError(sentence("A workbook needs at least one layout, and takes no template."))
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheets = [cast("Worksheet", workbook.create_sheet(name)) for name in _names(documents)]
    styles, strings = Styles(sheets[0]), Strings()
    parts = {
        f"xl/worksheets/sheet{number}.xml": _fill(sheet, document, styles, strings)
        for number, (sheet, document) in enumerate(zip(sheets, documents, strict=True), start=1)
    }
    sheets[0].sheet_view.tabSelected = True
    _describe(workbook, documents[0])
    target = BytesIO()
    workbook.save(target)
    return finished(target.getvalue(), parts, strings.xml())


def _names(documents: Sequence[Document]) -> Iterator[str]:
    """Give each sheet the names of its languages in themselves, and a number where one comes again."""
    used: set[str] = set()
    for document in documents:
        plain = " – ".join(own_name(language) for language in document.languages)
        name = plain = plain.translate(_NOT_IN_NAMES)[:_LONGEST_NAME]
        again = 2
        while name in used:
            ending = f" {again}"
            name = plain[: _LONGEST_NAME - len(ending)] + ending
            again += 1
        used.add(name)
        yield name


def _describe(workbook: Workbook, document: Document) -> None:
    properties = workbook.properties
    properties.title = document.title
    properties.language = language_tag(document.language)
    properties.creator = None
    workbook.calculation.fullCalcOnLoad = False


def _fill(sheet: Worksheet, document: Document, styles: Styles, strings: Strings) -> SheetPart:
    """Set up a sheet and give its rows, which are put into the finished file."""
    grid = grid_of(document)
    rows = SheetRows(grid, styles, strings, sheet.title)
    xml = rows.xml()
    last_column = get_column_letter(len(grid.columns.all))
    whole = f"A1:{last_column}{max(1, rows.count)}"
    _set_view(sheet, grid.columns)
    _set_page(sheet, grid.columns)
    sheet.print_area = whole
    for reference, address in rows.links:
        sheet[reference].hyperlink = address
    if rows.header:
        _set_header(sheet, rows.header, f"{last_column}{rows.table_end}")
    if rows.is_divided:
        sheet.sheet_format.outlineLevelRow = 1
    return SheetPart(xml, rows.merges, whole)


def _set_view(sheet: Worksheet, columns: Columns) -> None:
    sheet.sheet_view.rightToLeft = columns.direction == "rtl"
    sheet.sheet_view.showGridLines = False
    for place, column in enumerate(columns.all, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width


def _set_header(sheet: Worksheet, header: Header, end: str) -> None:
    """Keep the header in view, repeat it on each page, and let its lower row filter the table, which ends at `end`."""
    sheet.freeze_panes = f"A{header.last + 1}"
    if header.above + header.height > _TALLEST_FROZEN:
        _set_apart(sheet, header)
    sheet.print_title_rows = f"{header.first}:{header.last}"
    sheet.auto_filter.ref = f"A{header.last}:{end}"


def _set_apart(sheet: Worksheet, header: Header) -> None:
    """Show the header in a pane of its own: what is frozen cannot be scrolled and would fill a small window.

    The place of a split is in twentieths of a point, the letters of the columns included (ECMA-376 18.3.1.66).
    """
    pane = sheet.sheet_view.pane
    if pane is not None:
        pane.state = "split"
        pane.ySplit = round((header.height + _LETTERS_OF_COLUMNS) * 20)
        pane.topLeftCell = "A1"
        sheet.sheet_view.topLeftCell = f"A{header.first}"


def _set_page(sheet: Worksheet, columns: Columns) -> None:
    """Print on A4 at the width of one page (R50); the rest of a divided row stands under its beginning."""
    sheet.page_setup.paperSize = str(_A4)
    sheet.page_setup.orientation = "landscape" if columns.is_wide else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(_MARGIN, _MARGIN, _MARGIN, _FOOT, 0.3, 0.3)
    footer = HeaderFooterItem()
    footer.center.text = "&P / &N"
    sheet.HeaderFooter.oddFooter = footer
