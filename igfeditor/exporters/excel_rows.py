"""The rows of a sheet as XML, written as text: openpyxl's cell objects would cost more than all the rest.

Texts are shared strings, so that none can become a formula or an error value (R51). A row that would be taller
than Excel allows is divided: its rest stands in further rows of outline level 1, with the date and time again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.xml.constants import SHEET_MAIN_NS

from igfeditor.exporters.excel_columns import Columns, Spans
from igfeditor.exporters.excel_grid import Clock, Content, Grid, GridRow
from igfeditor.exporters.excel_measure import TALLEST_ROW, Room, cuts, height
from igfeditor.exporters.excel_style import Band, Holds, Style, Styles, is_heavy, room_of, run_properties
from igfeditor.exporters.excel_text import (
    ESCAPED_X,
    Piece,
    address_of,
    direction_of,
    is_faint,
    is_refused,
    pieces_of,
    refusal,
)
from igfeditor.language.bidi import Direction

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_QUOTED: Final = ("=", "+", "-", "@", "\t", "\r")
_DAY_NOUGHT: Final = date(1899, 12, 30)
_LOOKS_ESCAPED: Final = re.compile("(?<=_)x(?=[0-9A-Fa-f]{4}_)|x(?=005F_)")


@dataclass(frozen=True, slots=True)
class _Field:
    """A span of columns: all its letters, what its first column holds, its direction and width."""

    letters: tuple[str, ...]
    holds: Holds
    direction: Direction
    width: float


class _Shown(NamedTuple):
    """What one field shows in one row, and how tall a text is in points."""

    field: _Field
    holds: Holds
    direction: Direction
    pieces: tuple[Piece, ...] = ()
    value: Clock | date | int | None = None
    faint: bool = False
    repeated: bool = False
    address: str = ""
    height: float = 0.0


class Strings:
    """The shared strings of a workbook, each written once and named by its number (ECMA-376 18.4.9)."""

    def __init__(self) -> None:
        """Start with none."""
        self._numbers: dict[str, int] = {}
        self._uses = 0

    def number(self, xml: str) -> int:
        """Give the number of a string, which is the content of its `si` element."""
        self._uses += 1
        return self._numbers.setdefault(xml, len(self._numbers))

    def xml(self) -> bytes:
        """Write the part."""
        items = "".join(f"<si>{one}</si>" for one in self._numbers)
        counts = f'count="{self._uses}" uniqueCount="{len(self._numbers)}"'
        return f'{_DECLARATION}<sst xmlns="{SHEET_MAIN_NS}" {counts}>{items}</sst>'.encode()


class Header(NamedTuple):
    """The first and the last row of a sheet's header, and how tall it and all above it are in points."""

    first: int
    last: int
    above: float
    height: float


class SheetRows:
    """Writes the rows of one sheet, and keeps what belongs beside them in the file.

    After `xml`: `links` are cells with their addresses, `merges` ranges, `count` is the number of rows,
    `table_end` the last row of the table, `header` tells where the header stands (none without one), `is_divided`
    whether some row is divided.
    """

    def __init__(self, grid: Grid, styles: Styles, strings: Strings, name: str) -> None:
        """Keep the grid, what the sheets of a workbook share, and the sheet's name for messages."""
        self._grid = grid
        self._styles = styles
        self._strings = strings
        self._name = name
        self._fields: dict[Spans, tuple[_Field, ...]] = {}
        self._heights: dict[Band, float] = {}
        self.links: list[tuple[str, str]] = []
        self.merges: list[str] = []
        self.count = 0
        self.table_end = 0
        self.header: Header | None = None
        self._height = 0.0
        self.is_divided = False

    def xml(self) -> bytes:
        """Write all rows as one `sheetData` element (ECMA-376 18.3.1.80).

        Raises `ExportError` for a text that a sheet must not or cannot hold.
        """
        front = [*self._rows(self._grid.front)]
        above, front_height = self.count, self._height
        header = [*self._rows(self._grid.header)]
        if header:
            self.header = Header(above + 1, self.count, front_height, self._height - front_height)
        body = [*self._rows(self._grid.body)]
        self.table_end = self.count
        return f"<sheetData>{''.join((*front, *header, *body, *self._rows(self._grid.foot)))}</sheetData>".encode()

    def _rows(self, rows: Iterable[GridRow]) -> Iterator[str]:
        for row in rows:
            shown = self._shown(row)
            if any(one.height > TALLEST_ROW for one in shown):
                yield from self._divided(row.band, shown)
            else:
                yield self._row(row.band, shown)

    def _shown(self, row: GridRow) -> list[_Shown]:
        fields = self._fields.get(row.spans)
        if fields is None:
            fields = self._fields[row.spans] = tuple(_fields(row.spans, self._grid.columns))
        return [self._show(row, field, one) for field, one in zip(fields, row.contents, strict=True)]

    def _show(self, row: GridRow, field: _Field, content: Content) -> _Shown:
        if not isinstance(content, tuple):
            return _Shown(field, field.holds, field.direction, value=content)
        direction = direction_of(content, field.direction)
        pieces = pieces_of(content, field.direction)
        text, address = _text(pieces), address_of(content)
        for one in (text, address):
            if is_refused(one):
                raise refusal(one, _place(row.contents, self._name))
        return _Shown(
            field=field,
            holds=Holds.TEXT,
            direction=direction,
            pieces=pieces,
            faint=is_faint(content),
            address=address,
            height=height(text, _room(row.band, field, direction, pieces)),
        )

    def _divided(self, band: Band, shown: Sequence[_Shown]) -> Iterator[str]:
        self.is_divided = True
        parts = [[*_parts(band, one)] for one in shown]
        for number in range(max(map(len, parts))):
            row = [own[number] if number < len(own) else _repeated(one) for own, one in zip(parts, shown, strict=True)]
            yield self._row(band, row, is_rest=number > 0)

    def _row(self, band: Band, shown: Sequence[_Shown], *, is_rest: bool = False) -> str:
        self.count += 1
        tallest = max(self._lowest(band), *(one.height for one in shown))
        self._height += tallest
        outline = ' outlineLevel="1"' if is_rest else ""
        cells = "".join(self._cell(band, one) for one in shown)
        return f'<row r="{self.count}" ht="{tallest:g}" customHeight="1"{outline}>{cells}</row>'

    def _lowest(self, band: Band) -> float:
        found = self._heights.get(band)
        if found is None:
            directions = {column.direction for column in self._grid.columns.all}
            found = max(height("", room_of(band, 1, direction)) for direction in directions)
            self._heights[band] = found
        return found

    def _cell(self, band: Band, shown: _Shown) -> str:
        first, *others = shown.field.letters
        reference = f"{first}{self.count}"
        if shown.address:
            self.links.append((reference, shown.address))
        number = self._styles.number(_style(band, shown))
        cell = f'<c r="{reference}" s="{number}"{self._content(band, shown)}'
        if not others:
            return cell
        self.merges.append(f"{reference}:{others[-1]}{self.count}")
        return cell + "".join(f'<c r="{letter}{self.count}" s="{number}"/>' for letter in others)

    def _content(self, band: Band, shown: _Shown) -> str:
        if shown.pieces:
            return f' t="s"><v>{self._strings.number(_string_xml(band, shown))}</v></c>'
        return "/>" if shown.value is None else f"><v>{_serial(shown.value)}</v></c>"


def _fields(spans: Spans, columns: Columns) -> Iterator[_Field]:
    texts = iter(columns.text_places if spans == columns.halves else ())
    for first, end in spans:
        leading = columns.all[next(texts, first)]
        yield _Field(
            letters=tuple(get_column_letter(place + 1) for place in range(first, end)),
            holds=leading.holds,
            direction=leading.direction,
            width=sum(column.width for column in columns.all[first:end]),
        )


def _serial(value: Clock | date | int) -> str:
    """Give a value as Excel counts it: days since 1899-12-30, clock times as parts of a day (18.17.4.1)."""
    if isinstance(value, Clock):
        clock = value.time
        return repr((clock.hour * 3600 + clock.minute * 60 + clock.second) / 86_400)
    return str((value - _DAY_NOUGHT).days if isinstance(value, date) else value)


def _place(contents: Iterable[Content], name: str) -> str:
    """Name a row for a message: the sheet, the date, the time."""
    dates = [one.isoformat() for one in contents if isinstance(one, date)]
    clocks = [f"{one.time:%H:%M}" for one in contents if isinstance(one, Clock)]
    return " ".join((name, *dates, *clocks[:1]))


def _parts(band: Band, shown: _Shown) -> Iterator[_Shown]:
    """Divide what a field shows into rows that are not too tall; the address stays with the first."""
    room = _room(band, shown.field, shown.direction, shown.pieces)
    text = _text(shown.pieces)
    for begin, end in pairwise((0, *cuts(text, room), len(text))):
        pieces = tuple(_sliced(shown.pieces, begin, end))
        tall = height(text[begin:end].removesuffix("\n"), room)
        yield shown._replace(pieces=pieces, height=tall, address="" if begin else shown.address)


def _room(band: Band, field: _Field, direction: Direction, pieces: Iterable[Piece]) -> Room:
    heavy = sum(len(piece.text) for piece in pieces if is_heavy(piece, direction))
    return room_of(band, field.width, direction).with_heavy(heavy)


def _sliced(pieces: Iterable[Piece], begin: int, end: int) -> Iterator[Piece]:
    place = 0
    for piece in pieces:
        text = piece.text[max(0, begin - place) : max(0, end - place)]
        place += len(piece.text)
        if text:
            yield replace(piece, text=text)


def _repeated(shown: _Shown) -> _Shown:
    """Give what a field shows beside the rest of a divided row: its date or time again, otherwise nothing."""
    value = None if isinstance(shown.value, int) else shown.value
    return shown._replace(pieces=(), value=value, repeated=True, address="", height=0.0)


def _style(band: Band, shown: _Shown) -> Style:
    return Style(
        band=band,
        holds=shown.holds,
        direction=shown.direction,
        faint=shown.faint,
        quoted=bool(shown.pieces) and shown.pieces[0].text.startswith(_QUOTED),
        repeated=shown.repeated,
        shift=shown.value.shift if isinstance(shown.value, Clock) else 0,
    )


def _string_xml(band: Band, shown: _Shown) -> str:
    if all(piece.is_plain or shown.faint for piece in shown.pieces):
        return _text_xml(_text(shown.pieces))
    return "".join(
        f"<r>{run_properties(band, shown.direction, piece)}{_text_xml(piece.text)}</r>" for piece in shown.pieces
    )


def _text_xml(text: str) -> str:
    """Write a text element; what looks like an escape of ECMA-376 22.9.2.19 has its x escaped."""
    text = _LOOKS_ESCAPED.sub(ESCAPED_X, text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return f'<t xml:space="preserve">{text}</t>'


def _text(pieces: Sequence[Piece]) -> str:
    return pieces[0].text if len(pieces) == 1 else "".join(piece.text for piece in pieces)
