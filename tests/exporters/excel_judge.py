"""A static judge of workbooks: the rules R45 to R52, read from the raw XML with lxml and nothing of the program.

`faults` gives one line a fault, beginning with its rule. It is proven by mutants: each takes away one thing that
a rule asks for, and must be found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORBIDDEN: Final = re.compile("[\u061c\u202a-\u202e\u2066-\u2069\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]")
LINE: Final = 1.19
EDGES: Final = 1.5
MOST_FROZEN: Final = 240.0
LETTERS_OF_COLUMNS: Final = 15.0
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Cell:
    """One cell as the file has it."""

    place: str
    column: str
    row: int
    kind: str
    value: str | None
    has_formula: bool
    style: etree._Element
    size: float

    @property
    def alignment(self) -> dict[str, str]:
        found = self.style.find(f"{MAIN}alignment")
        return {} if found is None else {str(key): str(value) for key, value in found.attrib.items()}


class Book:
    """The parts of a workbook."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.workbook = etree.fromstring(self.parts["xl/workbook.xml"])
        self.styles = etree.fromstring(self.parts["xl/styles.xml"])
        self.strings = [
            "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
            for item in etree.fromstring(self.parts["xl/sharedStrings.xml"])
        ]
        self.formats = {one.get("numFmtId"): one.get("formatCode") for one in self.styles.iter(f"{MAIN}numFmt")}
        self.cell_styles = list(self._part(self.styles, "cellXfs"))
        self.borders = list(self._part(self.styles, "borders"))
        self.fonts = list(self._part(self.styles, "fonts"))
        self.sheets = [
            etree.fromstring(self.parts[f"xl/worksheets/sheet{number}.xml"])
            for number in range(1, len(self._part(self.workbook, "sheets")) + 1)
        ]

    def _part(self, tree: etree._Element, name: str) -> etree._Element:
        found = tree.find(f"{MAIN}{name}")
        assert found is not None
        return found

    def cells(self, sheet: etree._Element) -> Iterator[Cell]:
        for one in sheet.iter(f"{MAIN}c"):
            place = str(one.get("r"))
            style = self.cell_styles[int(str(one.get("s", "0")))]
            raw = one.findtext(f"{MAIN}v")
            kind = str(one.get("t", "n"))
            size = self.fonts[int(str(style.get("fontId")))].find(f"{MAIN}sz")
            yield Cell(
                place=place,
                column=place.rstrip("0123456789"),
                row=int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
                kind=kind,
                value=self.strings[int(raw)] if kind == "s" and raw is not None else raw,
                has_formula=one.find(f"{MAIN}f") is not None,
                style=style,
                size=float(str(size.get("val"))) if size is not None else 11.0,
            )

    def number_format(self, cell: Cell) -> str:
        return str(self.formats.get(cell.style.get("numFmtId"), "General"))

    def name(self, number: int, name: str) -> str:
        found = self.workbook.xpath(
            f"//m:definedName[@name='{name}'][@localSheetId='{number}']", namespaces={"m": MAIN[1:-1]}
        )
        return str(found[0].text) if found else ""


def faults(data: bytes, directions: Sequence[str], *, tidy: bool = True) -> list[str]:
    """Give all faults of a workbook whose sheets should run in the given directions.

    Where texts are not `tidy`, an English one may be all Arabic letters and an Arabic one all Latin.
    """
    book = Book(data)
    found = [*_of_parts(book), *_of_borders(book)]
    for number, (sheet, direction) in enumerate(zip(book.sheets, directions, strict=True)):
        found += _of_view(sheet, direction)
        found += _of_page(book, sheet, number)
        found += _of_header(book, sheet, number)
        cells = list(book.cells(sheet))
        found += (fault for cell in cells for fault in _of_cell(cell, direction, tidy=tidy))
        found += _of_clocks(book, sheet, cells)
        found += _of_heights(sheet, cells)
    return found


def _of_parts(book: Book) -> Iterator[str]:
    for name, part in book.parts.items():
        text = part.decode("utf-8")
        if FORBIDDEN.search(text):
            yield f"R52 {name}: presentation form or direction control"


def _of_borders(book: Book) -> Iterator[str]:
    for number, border in enumerate(book.borders):
        sides = [etree.tostring(side).replace(f"<{name}".encode(), b"<side").replace(f"</{name}".encode(), b"</side")
                 for name in ("left", "right") if (side := border.find(f"{MAIN}{name}")) is not None]  # fmt: skip
        if len({one.strip() for one in sides}) > 1 or len(sides) == 1:
            yield f"R48 border {number}: left and right differ"


def _of_view(sheet: etree._Element, direction: str) -> Iterator[str]:
    view = next(sheet.iter(f"{MAIN}sheetView"))
    if (view.get("rightToLeft") in ("1", "true")) != (direction == "rtl"):
        yield f"R45 rightToLeft is {view.get('rightToLeft')} in a sheet that runs {direction}"


def _of_page(book: Book, sheet: etree._Element, number: int) -> Iterator[str]:
    setup = sheet.find(f"{MAIN}pageSetup")
    fit = next(sheet.iter(f"{MAIN}pageSetUpPr"), None)
    if setup is None or setup.get("paperSize") != "9":
        yield "R50 paper is not A4"
    elif (setup.get("fitToWidth", "1"), setup.get("fitToHeight", "1")) != ("1", "0"):
        yield "R50 does not fit one page in width"
    if fit is None or fit.get("fitToPage") not in ("1", "true"):
        yield "R50 fitToPage is off"
    footer = next((one.text for one in sheet.iter(f"{MAIN}oddFooter")), None)
    if footer != "&C&P / &N":
        yield f"R50 footer is {footer}"
    if any(one.text for one in sheet.iter(f"{MAIN}oddHeader")):
        yield "R50 there is a header"
    has_header = sheet.find(f"{MAIN}autoFilter") is not None
    if has_header and not book.name(number, "_xlnm.Print_Titles"):
        yield "R50 no print titles"
    area = book.name(number, "_xlnm.Print_Area").replace("$", "").rpartition("!")[2]
    whole = f"A1:{_last_column(sheet)}{max(_numbers(sheet), default=1)}"
    if area != whole:
        yield f"R50 {area} is printed of {whole}"
    if any(one.get("hidden") in ("1", "true") for one in sheet.iter(f"{MAIN}row", f"{MAIN}col")):
        yield "R50 something is hidden"


def _numbers(sheet: etree._Element) -> list[int]:
    return [int(str(row.get("r"))) for row in sheet.iter(f"{MAIN}row")]


def _last_column(sheet: etree._Element) -> str:
    columns = {re.sub(r"\d", "", str(one.get("r"))) for one in sheet.iter(f"{MAIN}c")}
    return max(columns or {"A"}, key=place_of)


def _of_header(book: Book, sheet: etree._Element, number: int) -> Iterator[str]:
    """The filter begins in the last row that is repeated on paper; the header stays in view when the rest scrolls."""
    titles = re.search(r"\$(\d+):\$(\d+)$", book.name(number, "_xlnm.Print_Titles"))
    pane = next(sheet.iter(f"{MAIN}pane"), None)
    filters = sheet.find(f"{MAIN}autoFilter")
    if titles is None:
        return
    first, last = int(titles[1]), int(titles[2])
    if pane is None or not _is_in_view(sheet, pane, first, last):
        yield "R45 the header does not stay in view"
    if filters is None or not re.match(rf"A{last}:", str(filters.get("ref"))):
        yield "R45 the filter is not under the header"
    end = int(re.findall(r"\d+", str(filters.get("ref")))[-1]) if filters is not None else 0
    across = {int(re.findall(r"\d+", str(one.get("ref")))[0]) for one in sheet.iter(f"{MAIN}mergeCell")}
    if filters is not None and not re.search(rf":{_last_column(sheet)}\d+$", str(filters.get("ref"))):
        yield f"R45 the filter has {filters.get('ref')} and not all columns"
    # What is not of the table, the details above it and the links below it, stands across the columns.
    if len(widths_of(sheet)) > 1 and (left_out := [one for one in _numbers(sheet) if one > end and one not in across]):
        yield f"R45 the filter leaves out the rows {left_out}"
    for merge in sheet.iter(f"{MAIN}mergeCell"):
        if last <= int(re.findall(r"\d+", str(merge.get("ref")))[0]) <= end:
            yield f"R45 {merge.get('ref')}: merged cells in the table cannot be sorted"


def _is_in_view(sheet: etree._Element, pane: etree._Element, first: int, last: int) -> bool:
    """A low header is frozen with all above it; under a tall title block it has a pane to itself, nothing frozen."""
    heights = {int(str(row.get("r"))): float(str(row.get("ht", "0"))) for row in sheet.iter(f"{MAIN}row")}
    if sum(heights[number] for number in range(1, last + 1)) <= MOST_FROZEN:
        return (pane.get("state"), pane.get("ySplit")) == ("frozen", str(last))
    header = sum(heights[number] for number in range(first, last + 1))
    place = abs(float(str(pane.get("ySplit"))) / 20 - LETTERS_OF_COLUMNS - header)
    view = next(sheet.iter(f"{MAIN}sheetView"))
    return pane.get("state") == "split" and place < 0.1 and view.get("topLeftCell") == f"A{first}"


def _of_cell(cell: Cell, direction: str, *, tidy: bool) -> Iterator[str]:
    if cell.has_formula or cell.kind not in ("s", "n"):
        yield f"R51 {cell.place}: formula or type {cell.kind}"
    if cell.kind == "n" and cell.value is not None and cell.alignment.get("readingOrder") != "1":
        yield f"R46 {cell.place}: a number without reading order 1"
    if cell.kind != "s" or not cell.value:
        return
    if cell.value.startswith(FORMULA_SIGNS) and cell.style.get("quotePrefix") not in ("1", "true"):
        yield f"R51 {cell.place}: no quotePrefix"
    yield from (f"R46 {cell.place}: {what}" for what in _of_alignment(cell, direction, tidy=tidy))


def _of_alignment(cell: Cell, direction: str, *, tidy: bool) -> Iterator[str]:
    align = cell.alignment
    order = align.get("readingOrder", "0")
    arabic = sum(unicodedata.bidirectional(one) in ("R", "AL") for one in cell.value or "")
    latin = sum(unicodedata.bidirectional(one) == "L" for one in cell.value or "")
    if order not in ("1", "2"):
        yield f"reading order {order}"
    if tidy and arabic > latin and order != "2":
        yield "Arabic text without reading order 2"
    if tidy and not arabic and direction == "ltr" and latin and order != "1":
        yield "English text without reading order 1"
    if align.get("horizontal") != {"1": "left", "2": "right"}.get(order):
        yield f"horizontal is {align.get('horizontal')} with reading order {order}"
    if align.get("wrapText") not in ("1", "true") or align.get("vertical") != "top":
        yield "not wrapped, or not at the top"


def _of_clocks(book: Book, sheet: etree._Element, cells: Sequence[Cell]) -> Iterator[str]:
    """Numbers that are parts of a day are shown as hh:mm, whole big ones as dates, both in the middle."""
    for cell in cells:
        if cell.kind == "n" and cell.value is not None:
            value, form = float(cell.value), book.number_format(cell)
            is_clock, is_date = value < 1, value > 20_000
            if is_clock and not form.startswith("hh:mm"):
                yield f"R47 {cell.place}: a time with format {form}"
            if is_date and form != "yyyy-mm-dd":
                yield f"R47 {cell.place}: a date with format {form}"
            if (is_clock or is_date) and cell.alignment.get("horizontal") != "center":
                yield f"R47 {cell.place}: not centred"
    columns = {cell.column for cell in cells if cell.kind == "n" and cell.value is not None and float(cell.value) < 1}
    first = min((cell.row for cell in cells if cell.column in columns and cell.kind == "n" and cell.value), default=0)
    for cell in cells:
        if cell.column in columns and cell.row >= first and cell.kind == "s":
            yield f"R47 {cell.place}: a text among the times"


def widths_of(sheet: etree._Element) -> dict[str | None, float]:
    """Give the widths of the columns by their numbers."""
    return {one.get("min"): float(str(one.get("width"))) for one in sheet.iter(f"{MAIN}col")}


def place_of(column: str) -> int:
    place = 0
    for letter in column:
        place = place * 26 + ord(letter) - 64
    return place


def _of_heights(sheet: etree._Element, cells: Sequence[Cell]) -> Iterator[str]:
    heights = {int(str(row.get("r"))): row for row in sheet.iter(f"{MAIN}row")}
    widths = widths_of(sheet)
    merged = {
        str(one.get("ref")).split(":")[0]: str(one.get("ref")).split(":")[1] for one in sheet.iter(f"{MAIN}mergeCell")
    }
    for number, row in heights.items():
        if row.get("customHeight") not in ("1", "true") or not 15 <= float(str(row.get("ht", "0"))) <= 409.5:
            yield f"R49 row {number}: height {row.get('ht')}"
    for cell in cells:
        if cell.kind == "s" and cell.value:
            last = re.sub(r"\d", "", merged.get(cell.place, cell.place))
            width = sum(widths.get(str(one), 8.43) for one in range(place_of(cell.column), place_of(last) + 1))
            lines = sum(ceil(max(1, len(line)) * 0.38 * cell.size / (width * 5.25)) for line in cell.value.split("\n"))
            if lines * cell.size * LINE + EDGES > float(str(heights[cell.row].get("ht", "0"))):
                yield f"R49 {cell.place}: {lines} lines do not fit"


Mutant = Callable[[bytes], bytes]


def lower(height: re.Match[str]) -> str:
    """A height for letters of English size, where they are Arabic and 15 % larger."""
    return f' ht="{max(15.0, float(height[1]) / 1.15):g}"'


def without(part: str, pattern: str, replacement: str | Callable[[re.Match[str]], str] = "", count: int = 1) -> Mutant:
    """Make a mutant: the first matches of a pattern in a part are replaced; there must be one."""

    def change(data: bytes) -> bytes:
        target = BytesIO()
        with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as package:
            for name in source.namelist():
                text = source.read(name).decode("utf-8")
                if name == part:
                    text, times = re.subn(pattern, replacement, text, count=count)
                    assert times, f"{pattern} is not in {part}"
                package.writestr(name, text)
        return target.getvalue()

    return change


SHEET: Final = "xl/worksheets/sheet1.xml"
STYLES: Final = "xl/styles.xml"
STRINGS: Final = "xl/sharedStrings.xml"

MUTANTS: Final[tuple[tuple[str, str, Mutant], ...]] = (
    ("R45", "sheet from the left", without(SHEET, 'rightToLeft="1"', 'rightToLeft="0"')),
    ("R45", "header not frozen", without(SHEET, "<pane[^>]*/>")),
    ("R45", "more frozen than the header", without(SHEET, r'ySplit="\d+"', 'ySplit="20"')),
    ("R45", "no filter", without(SHEET, "<autoFilter[^>]*/>")),
    ("R45", "filter of the first rows", without(SHEET, r'(<autoFilter ref="A\d+:[A-Z]+)\d+', r"\g<1>9")),
    ("R45", "filter without the last column", without(SHEET, r'(<autoFilter ref="A\d+):[A-Z]+', r"\1:B")),
    ("R45", "merged in the table", without(SHEET, "</mergeCells>", '<mergeCell ref="A9:B9"/></mergeCells>')),
    ("R46", "no reading order", without(STYLES, ' readingOrder="2"', "", 0)),
    ("R46", "English reading order", without(STYLES, 'readingOrder="2"', 'readingOrder="1"', 0)),
    ("R46", "general alignment", without(STYLES, ' horizontal="right"', "", 0)),
    ("R46", "left in Arabic", without(STYLES, 'horizontal="right"', 'horizontal="left"', 0)),
    ("R46", "no wrap", without(STYLES, ' wrapText="1"', "", 0)),
    ("R46", "at the bottom", without(STYLES, ' vertical="top"', "", 0)),
    ("R46", "numbers without reading order", without(STYLES, ' readingOrder="1"', "", 0)),
    ("R47", "time as a number", without(STYLES, 'formatCode="hh:mm"', 'formatCode="0.00"')),
    ("R47", "date in another order", without(STYLES, 'formatCode="yyyy-mm-dd"', 'formatCode="dd/mm/yyyy"')),
    ("R47", "times not centred", without(STYLES, 'horizontal="center"', 'horizontal="general"', 0)),
    ("R47", "time as text", without(SHEET, r"><v>0\.4[^<]*</v>", ' t="s"><v>0</v>')),
    ("R48", "border at one side", without(STYLES, r"<left\s*/>", '<left style="thin"/>', 0)),
    ("R49", "no heights", without(SHEET, ' customHeight="1"', "", 0)),
    ("R49", "as high as for smaller letters", without(SHEET, r' ht="([\d.]+)"', lower, 0)),
    ("R49", "one line high", without(SHEET, r' ht="[\d.]+"', ' ht="20"', 0)),
    ("R50", "letter paper", without(SHEET, 'paperSize="9"', 'paperSize="1"')),
    ("R50", "not fitted", without(SHEET, 'fitToPage="1"', 'fitToPage="0"')),
    ("R50", "one page in height", without(SHEET, 'fitToHeight="0"', 'fitToHeight="1"')),
    ("R50", "footer at the left", without(SHEET, "&amp;C", "&amp;L")),
    ("R50", "footer in words", without(SHEET, "&amp;P / &amp;N", "صفحة &amp;P من &amp;N")),
    ("R50", "half of it printed", without("xl/workbook.xml", r"(\$A\$1:\$[A-Z]+)\$\d+", r"\1$9")),
    ("R50", "a column less printed", without("xl/workbook.xml", r"(\$A\$1:)\$[A-Z]+", r"\1$B")),
    ("R50", "a hidden row", without(SHEET, r'(<row r="12")', r'\1 hidden="1"')),
    ("R50", "a hidden column", without(SHEET, r"<col ", '<col hidden="1" ')),
    ("R50", "no print titles", without("xl/workbook.xml", "_xlnm.Print_Titles", "_xlnm.Other")),
    ("R51", "formula", without(SHEET, r't="s"><v>\d+</v>', "><f>1+1</f><v>2</v>")),
    ("R51", "error value", without(SHEET, r't="s"><v>\d+</v>', 't="e"><v>#N/A</v>')),
    ("R51", "formula sign unquoted", without(STYLES, 'quotePrefix="1"', 'quotePrefix="0"', 0)),
    ("R52", "presentation form", without(STRINGS, "ال", "\ufe8d\ufedf")),
    ("R52", "isolate", without(STRINGS, "ال", "\u2067ال\u2069")),
)  # fmt: skip

MUTANTS_OF_A_TALL_TITLE_BLOCK: Final[tuple[tuple[str, str, Mutant], ...]] = (
    ("R45", "frozen with the whole title block", without(SHEET, 'state="split"', 'state="frozen"')),
    ("R45", "half a header in its pane", without(SHEET, r'ySplit="\d+"', 'ySplit="640"')),
    (
        "R45",
        "another row in the pane of the header",
        without(SHEET, r'(<sheetView [^>]*topLeftCell=)"A\d+"', r'\1"A3"'),
    ),
)
