"""The looks of a sheet: one style for each kind of row, content and direction, made once and shared by number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from igfeditor.exporters.excel_measure import Room
from igfeditor.exporters.excel_text import Piece
from igfeditor.language.bidi import Direction

FACE: Final = "Arial"
SIZE: Final = 10
ARABIC_SCALE: Final = 1.15
_INK: Final = "1F2933"
_FAINT_INK: Final = "8A8A8A"
_QUIET_INK: Final = "52606D"
_LINK_INK: Final = "0B5394"
_HAIR: Final = Side(style="hair", color="9AA5B1")
_RULE: Final = Side(style="thin", color="52606D")


class Band(StrEnum):
    """What a row of a sheet is; each has one look."""

    TITLE = "title"
    DETAIL = "detail"
    REMARK = "remark"
    GROUP = "group"
    HEADER = "header"
    SECTION = "section"
    SUMMARY = "summary"
    DAY = "day"
    LABEL = "label"
    TEXT = "text"
    SLOT = "slot"
    BREAK = "break"
    EVENT = "event"
    NOTE = "note"


class Holds(StrEnum):
    """What a cell holds: it decides alignment and number format."""

    DATE = "date"
    START = "start"
    END = "end"
    NUMBER = "number"
    TEXT = "text"


CLOCKS: Final = frozenset({Holds.START, Holds.END})


@dataclass(frozen=True, slots=True)
class _Look:
    size: float = SIZE
    bold: bool = False
    italic: bool = False
    ink: str = _INK
    fill: str = ""
    above: Side | None = _HAIR
    below: Side | None = _HAIR


_LOOKS: Final[Mapping[Band, _Look]] = MappingProxyType(
    {
        Band.TITLE: _Look(size=16, bold=True, above=None, below=None),
        Band.DETAIL: _Look(above=None, below=None),
        Band.REMARK: _Look(italic=True, ink=_QUIET_INK, above=None, below=None),
        Band.GROUP: _Look(size=9, bold=True, fill="DCE4EC", above=_RULE, below=None),
        Band.HEADER: _Look(bold=True, fill="DCE4EC", above=None, below=_RULE),
        Band.SECTION: _Look(size=13, bold=True),
        Band.SUMMARY: _Look(),
        Band.DAY: _Look(size=11.5, bold=True, fill="E8EEF4", above=_RULE),
        Band.LABEL: _Look(bold=True),
        Band.TEXT: _Look(),
        Band.SLOT: _Look(),
        Band.BREAK: _Look(fill="F1F1EF"),
        Band.EVENT: _Look(italic=True, fill="F5F8F3"),
        Band.NOTE: _Look(italic=True, ink=_QUIET_INK),
    }
)


class Style(NamedTuple):
    """What distinguishes the style of one cell from another's.

    `shift` is the number of days by which a clock differs from its row's date; `quoted` marks a text that Excel
    would take for a formula when somebody edits it (R51); `faint` a stand-in for a missing translation;
    `repeated` a date or time that stands again beside the rest of a divided row.
    """

    band: Band
    holds: Holds
    direction: Direction
    faint: bool = False
    quoted: bool = False
    repeated: bool = False
    shift: int = 0


def size_of(band: Band, direction: Direction) -> float:
    """Give the size of a row's letters in points, Arabic about 15 % larger so that both look the same size."""
    size = _LOOKS[band].size
    return size if direction == "ltr" else round(size * ARABIC_SCALE * 2) / 2


@cache
def room_of(band: Band, width: float, direction: Direction) -> Room:
    """Give the room that a text has in a kind of row and in columns of a width."""
    return Room(width, size_of(band, direction), direction, _LOOKS[band].bold)


def apply(style: Style, cell: Cell) -> None:
    """Give a cell its style: font, fill, rules, alignment, reading order and number format."""
    look = _LOOKS[style.band]
    is_data = style.holds is not Holds.TEXT
    cell.font = Font(
        name=FACE,
        size=size_of(Band.SLOT if is_data else style.band, style.direction),
        bold=look.bold and not is_data,
        italic=look.italic and not is_data and style.direction == "ltr",
        color=_ink(style),
    )
    cell.fill = PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill()
    cell.border = Border(top=look.above or Side(), bottom=look.below or Side())
    cell.alignment = _alignment(style)
    cell.number_format = number_format(style.holds, style.shift)
    if style.quoted:
        cell.quotePrefix = True


def number_format(holds: Holds, shift: int) -> str:
    """Give the format of a value: dates as ISO dates, clocks as hh:mm with the days of their shift (R47)."""
    if holds is Holds.DATE:
        return "yyyy-mm-dd"
    if holds in CLOCKS:
        return f'hh:mm" {shift:+d}"' if shift else "hh:mm"
    return "General"


def is_heavy(piece: Piece, direction: Direction) -> bool:
    """Tell whether a piece is in bold; Arabic has no italic, so emphasis is heavy there, as in Word."""
    return piece.strong or (piece.emphasis and direction == "rtl")


def run_properties(band: Band, direction: Direction, piece: Piece) -> str:
    """Give the properties of a run of rich text as XML, children in the order of the schema (18.4.7)."""
    return _run_properties(band, direction, replace(piece, text=""))


@cache
def _run_properties(band: Band, direction: Direction, look: Piece) -> str:
    base = _LOOKS[band]
    switches = (
        ("b", base.bold or is_heavy(look, direction)),
        ("i", (base.italic or look.emphasis) and direction == "ltr"),
    )
    ink = _LINK_INK if look.linked else _FAINT_INK if look.faint else base.ink
    return "".join(
        (
            "<rPr>",
            *(f"<{name}/>" for name, on in switches if on),
            "<u/>" if look.linked else "",
            '<vertAlign val="superscript"/>' if look.raised else "",
            f'<sz val="{size_of(band, direction):g}"/><color rgb="FF{ink}"/><rFont val="{FACE}"/>',
            "</rPr>",
        )
    )


def _ink(style: Style) -> str:
    if style.faint or style.repeated:
        return _FAINT_INK
    return _QUIET_INK if style.holds is Holds.DATE else _LOOKS[style.band].ink


def _alignment(style: Style) -> Alignment:
    if style.holds is not Holds.TEXT:
        return Alignment(horizontal="center", vertical="top", readingOrder=1)
    return Alignment(
        horizontal="left" if style.direction == "ltr" else "right",
        vertical="top",
        wrap_text=True,
        readingOrder=1 if style.direction == "ltr" else 2,
    )


class Styles:
    """The styles of one workbook, each made when it is first asked for."""

    def __init__(self, sheet: Worksheet) -> None:
        """Keep a sheet of the workbook, where styles are tried on."""
        self._sheet = sheet
        self._numbers: dict[Style, int] = {}

    def number(self, style: Style) -> int:
        """Give the index of a style among the workbook's cell formats (ECMA-376 18.8.10)."""
        found = self._numbers.get(style)
        if found is None:
            cell = Cell(self._sheet, 1, 1)
            apply(style, cell)
            found = self._numbers[style] = cell.style_id
        return found
