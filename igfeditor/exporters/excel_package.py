"""A workbook of openpyxl made whole: our rows put in, and everything taken out that differs from run to run."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from igfeditor.exporters.excel_measure import NORMAL_SIZE
from igfeditor.exporters.excel_style import FACE

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_FONT_ORDER: Final = tuple(
    _MAIN + name
    for name in (
        "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name",
        "family", "charset", "scheme",
    )
)  # fmt: skip
_ROWS: Final = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_FILTER: Final = re.compile(rb"<autoFilter[^>]*/>")
_TYPES: Final = "[Content_Types].xml"
_STRINGS_NAME: Final = "sharedStrings.xml"
_STRINGS_TYPE: Final = (
    f'<Override PartName="/xl/{_STRINGS_NAME}" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
).encode()
_STRINGS_RELATION: Final = (
    f'<Relationship Id="strings" Target="/xl/{_STRINGS_NAME}" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/sharedStrings"/>'
).encode()
_DIMENSION: Final = re.compile(rb'<dimension ref="[^"]*"')


@dataclass(frozen=True, slots=True)
class SheetPart:
    """What is put into the part of one sheet: its `sheetData` element, its merged ranges, the range that it uses."""

    rows: bytes
    merges: Sequence[str]
    used: str


def finished(data: bytes, sheets: Mapping[str, SheetPart], strings: bytes) -> bytes:
    """Finish a saved workbook: `sheets` gives what belongs into each sheet, by the name of its part.

    `strings` is the part of the shared strings. The Normal font becomes ours, for its digits are the unit of
    column widths; the fonts' children are put into the order of the schema (ECMA-376 18.8.22), which openpyxl
    does not keep. The times of the package and of its properties are taken out, so that equal documents give
    equal bytes.
    """
    mend: dict[str, Callable[[bytes], bytes]] = {
        "xl/styles.xml": _with_fonts,
        "docProps/core.xml": _without_times,
        _TYPES: lambda part: part.replace(b"</Types>", _STRINGS_TYPE + b"</Types>"),
        "xl/_rels/workbook.xml.rels": lambda part: part.replace(
            b"</Relationships>", _STRINGS_RELATION + b"</Relationships>"
        ),
        **{name: partial(_with_rows, sheet) for name, sheet in sheets.items()},
    }
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as package:
        for name in sorted(source.namelist(), key=_TYPES.__ne__):
            part = source.read(name)
            package.writestr(_entry(name), mend[name](part) if name in mend else part)
        package.writestr(_entry(f"xl/{_STRINGS_NAME}"), strings)
    return target.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    return entry


def _with_rows(sheet: SheetPart, part: bytes) -> bytes:
    """Put rows, then after the filter the merged ranges, where the schema has them (ECMA-376 18.3.1.99)."""
    head, tail = _ROWS.split(part, maxsplit=1)
    head = _DIMENSION.sub(f'<dimension ref="{sheet.used}"'.encode(), head)
    place = len(found.group()) if (found := _FILTER.match(tail)) else 0
    return b"".join((head, sheet.rows, tail[:place], _merged(sheet.merges), tail[place:]))


def _merged(ranges: Sequence[str]) -> bytes:
    if not ranges:
        return b""
    cells = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    return f'<mergeCells count="{len(ranges)}">{cells}</mergeCells>'.encode()


def _with_fonts(styles: bytes) -> bytes:
    tree = etree.fromstring(styles)
    fonts = [*tree.iter(f"{_MAIN}font")]
    fonts[0][:] = [
        etree.Element(f"{_MAIN}sz", val=f"{NORMAL_SIZE:g}"),
        etree.Element(f"{_MAIN}name", val=FACE),
    ]
    for font in fonts:
        font[:] = sorted(font, key=lambda child: _FONT_ORDER.index(str(child.tag)))
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _without_times(properties: bytes) -> bytes:
    tree = etree.fromstring(properties)
    for element in (*tree.iter(f"{_TERMS}created"), *tree.iter(f"{_TERMS}modified")):
        tree.remove(element)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
