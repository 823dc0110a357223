"""Agendas on a terminal, which neither joins Arabic letters nor orders them: the only place that reshapes (R52).

Letters are joined in logical order, lines are broken in logical order, and each line is put into visual order
last. The columns of an Arabic table stand from right to left. What this module gives is for the eye alone: it
must never be stored, compared or copied into a file.
"""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat, zip_longest
from types import MappingProxyType
from typing import Final, Protocol, cast

from rich.cells import cell_len
from rich.console import Group
from rich.style import Style
from rich.text import Text

from igfeditor.document.blocks import Block, Cell, ColumnKind, Document, Paragraph, Role, SideBySide, Span, Table
from igfeditor.exporters.terminal_lines import Glyph, Sign, drawn, folded, glyphs_of, ordered, width_of
from igfeditor.language.bidi import Direction

NARROWEST: Final = 40
_NARROWEST_TEXT: Final = 6
_AGENDA_SHARE: Final = 3
_GUTTER: Final = 2
_RULE: Final = "─"
_HEAVY_RULE: Final = "━"
_STEP: Final = 2
_PLAIN: Final = Style()
_RULE_LOOK: Final = Style(dim=True)
_LOOKS: Final[Mapping[Role, Style]] = MappingProxyType(
    {
        Role.TITLE: Style(bold=True),
        Role.SECTION: Style(bold=True),
        Role.DAY: Style(bold=True, color="cyan"),
        Role.LABEL: Style(bold=True),
        Role.HEADER: Style(bold=True),
        Role.BREAK: Style(dim=True),
        Role.EVENT: Style(italic=True),
        Role.NOTE: Style(dim=True),
    }
)
_INDENTS: Final[Mapping[Role, int]] = MappingProxyType(
    {
        Role.BODY: _STEP,
        Role.PEOPLE: _STEP,
        Role.SUB_ITEM_1: _STEP,
        Role.SUB_ITEM_2: 2 * _STEP,
        Role.SUB_ITEM_3: 3 * _STEP,
    }
)
_SPACED: Final = frozenset({Role.TITLE, Role.SECTION, Role.DAY})
_NUMBERS: Final = frozenset({ColumnKind.TIME, ColumnKind.ZONE_TIME, ColumnKind.MINUTES})

_LAM_FORMS: Final[Mapping[str, int]] = MappingProxyType({"\ufedf": 0, "\ufee0": 1})
_ALEF_LIGATURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "\ufe82": "\ufef5\ufef6",
        "\ufe84": "\ufef7\ufef8",
        "\ufe88": "\ufef9\ufefa",
        "\ufe8e": "\ufefb\ufefc",
    }
)
_STEERING: Final = "\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ZERO_WIDTH_JOINER: Final = "\u200d"
_TATWEEL: Final = "\u0640"


def visual_line(text: str, direction: Direction, width: int | None = None) -> str:
    """Give one message as a terminal must be sent it: joined, in visual order, without direction marks.

    With a width in cells a long message becomes several lines; without, each of its own lines stays one.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        glyphs = glyphs_of(_joined(_signs(line, _PLAIN)), direction)
        parts = folded(glyphs, width or max(1, width_of(glyphs)))
        lines.extend(drawn(ordered(part)).plain for part in parts)
    return "\n".join(lines)


def render(document: Document, *, width: int, raw: bool = False) -> Group:
    """Draw a document for a terminal of a width in cells.

    Arabic lines are right-aligned and in visual order, and the columns of an Arabic table run from right to left.
    `raw` is for a terminal that joins and orders by itself: text and columns stay in logical order, marks included.
    """
    page = _Page(max(width, NARROWEST), raw)
    return Group(*page.lines(block for section in document.sections for block in section.blocks))


# --- joining -----------------------------------------------------------------------------------------------


class _Reshaper(Protocol):
    def reshape(self, text: str) -> str: ...


@cache
def _reshaper() -> _Reshaper:
    """Load the reshaper when it is first needed: most commands print no Arabic.

    Its own ligatures are off, so that it gives one form for each letter and every look stays with its letter.
    """
    make = cast("Callable[..., _Reshaper]", importlib.import_module("arabic_reshaper").ArabicReshaper)
    return make(configuration={"delete_harakat": False, "delete_tatweel": False, "support_ligatures": False})


def _signs(text: str, style: Style) -> Iterator[Sign]:
    """Give characters with their look; those that would steer the terminal are shown as unknown."""
    for sign in text.replace("\t", " "):
        yield "\ufffd" if unicodedata.category(sign) in {"Cc", "Cs"} or sign in _STEERING else sign, style


def _joined(signs: Iterable[Sign]) -> list[Sign]:
    """Give every Arabic letter the form that it has between its neighbours, and make one sign of lam with alef.

    A zero-width joiner, which the reshaper would drop, joins as a tatweel does.
    """
    given = [*signs]
    if all(sign < "\u0600" for sign, _ in given):
        return given
    forms = _reshaper().reshape("".join(sign for sign, _ in given).replace(_ZERO_WIDTH_JOINER, _TATWEEL))
    joined: list[Sign] = []
    for form, (sign, style) in zip(forms, given, strict=True):
        lam = _last_letter(joined)
        if form in _ALEF_LIGATURES and lam is not None and joined[lam][0] in _LAM_FORMS:
            joined[lam] = (_ALEF_LIGATURES[form][_LAM_FORMS[joined[lam][0]]], joined[lam][1])
        elif sign != _ZERO_WIDTH_JOINER:
            joined.append((form, style))
    return joined


def _last_letter(signs: Sequence[Sign]) -> int | None:
    """Find the last sign that is no vowel mark."""
    places = range(len(signs) - 1, -1, -1)
    return next((place for place in places if unicodedata.category(signs[place][0]) != "Mn"), None)


# --- layout ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Page:
    """Lays paragraphs and tables out in lines of a width; `raw` leaves all in logical order."""

    width: int
    raw: bool

    def lines(self, blocks: Iterable[Block]) -> Iterator[Text]:
        """Give the lines of blocks, with a free line before each heading."""
        last: Role | None = None
        for row in _rows(blocks):
            role = None if isinstance(row, Table) else next(one.role for one in row if one)
            if role in _SPACED and role is not last:
                yield Text()
            last = role
            yield from self._table(row) if isinstance(row, Table) else self._row(row)

    def _row(self, row: Sequence[Paragraph | None]) -> Iterator[Text]:
        width = (self.width - _GUTTER * (len(row) - 1)) // len(row)
        sides = [self._paragraph(one, width) if one else [] for one in row]
        yield from _beside(sides, [width] * len(row))

    def _paragraph(self, paragraph: Paragraph, width: int, indent: int = 0) -> list[Text]:
        """Give the lines of a paragraph, its marker hanging; those from the right are filled up at their left."""
        look = _look_of(paragraph)
        marker = self._drawn(self._glyphs([*_signs(paragraph.marker, look)], paragraph))
        hanging = marker.cell_len + 1 if marker else 0
        indent = indent if width - indent - hanging >= _NARROWEST_TEXT else 0
        signs = [sign for span in paragraph.spans for sign in _signs(span.text, look + _look_of_span(span))]
        folds = folded(self._glyphs(signs, paragraph), max(1, width - indent - hanging))
        return [
            self._line(self._drawn(fold), marker if first else Text(" " * marker.cell_len), indent, width, paragraph)
            for first, fold in zip(chain([True], repeat(False)), folds, strict=False)
        ]

    def _line(self, text: Text, marker: Text, indent: int, width: int, paragraph: Paragraph) -> Text:
        parts = (Text(" " * indent), marker, Text(" " if marker else ""), text)
        if self.raw or paragraph.direction == "ltr":
            return Text.assemble(*parts)
        used = sum(part.cell_len for part in parts)
        return Text.assemble(Text(" " * max(0, width - used)), *reversed(parts))

    def _glyphs(self, signs: Sequence[Sign], paragraph: Paragraph) -> list[Glyph]:
        return glyphs_of(signs, None) if self.raw else glyphs_of(_joined(signs), paragraph.direction)

    def _drawn(self, glyphs: Sequence[Glyph]) -> Text:
        return drawn(glyphs, with_marks=True) if self.raw else drawn(ordered(glyphs))

    def _table(self, table: Table) -> Iterator[Text]:
        widths = _widths(table, self.width)
        heading = [Cell((column.heading,)) for column in table.columns]
        yield from self._cells(heading, widths, table)
        yield Text(_HEAVY_RULE * self.width, style=_RULE_LOOK)
        for row in table.rows:
            yield from self._cells(row.cells, widths, table)
            yield Text(_RULE * self.width, style=_RULE_LOOK)

    def _cells(self, cells: Sequence[Cell], widths: Sequence[int], table: Table) -> Iterator[Text]:
        columns = [
            [
                line
                for paragraph, indent in zip(cell.paragraphs, _indents(cell), strict=True)
                for line in self._paragraph(paragraph, width, indent)
            ]
            for cell, width in zip(cells, widths, strict=True)
        ]
        from_right = table.direction == "rtl" and not self.raw
        yield from _beside(columns[::-1], widths[::-1]) if from_right else _beside(columns, widths)


def _rows(blocks: Iterable[Block]) -> Iterator[Table | tuple[Paragraph | None, ...]]:
    """Take pairs of languages apart into rows of one paragraph a side."""
    for block in blocks:
        if isinstance(block, SideBySide):
            yield from zip_longest(block.first, block.second)
        else:
            yield block if isinstance(block, Table) else (block,)


def _beside(columns: Sequence[Sequence[Text]], widths: Sequence[int]) -> Iterator[Text]:
    """Set the lines of columns beside each other, each filled up to its width."""
    for parts in zip_longest(*columns):
        line = Text(no_wrap=True, overflow="ignore")
        for part, width in zip(parts, widths, strict=True):
            line.append(part or "").append(" " * (width + _GUTTER - (part.cell_len if part else 0)))
        line.rstrip()
        yield line


def _look_of(paragraph: Paragraph) -> Style:
    look = _LOOKS.get(paragraph.role, _PLAIN)
    return look + Style(dim=True) if paragraph.missing else look


def _look_of_span(span: Span) -> Style:
    """Give the look of a span; an address that holds a control would be obeyed by the terminal and is left out."""
    link = span.link if span.link and span.link.isprintable() else None
    return Style(bold=span.strong or None, italic=span.emphasis or None, underline=bool(link) or None, link=link)


def _indents(cell: Cell) -> Iterator[int]:
    """Give how far each paragraph is moved in: what belongs to an item stands under its text."""
    under_item = False
    for paragraph in cell.paragraphs:
        yield _INDENTS.get(paragraph.role, 0) if under_item else 0
        under_item = under_item or paragraph.role is Role.ITEM


def _widths(table: Table, width: int) -> list[int]:
    """Share the width of a page among columns: times have what they need, the agenda what the others leave."""
    free = width - _GUTTER * (len(table.columns) - 1)
    kinds = [column.kind for column in table.columns]
    agendas = max(1, kinds.count(ColumnKind.AGENDA))
    numbers = sum(kind in _NUMBERS for kind in kinds)
    texts = len(kinds) - agendas - numbers
    widths = [
        min(_need(table, place), max(_NARROWEST_TEXT, free // (2 * numbers))) if kind in _NUMBERS else 0
        for place, kind in enumerate(kinds)
    ]
    share = max(_NARROWEST_TEXT, (free - sum(widths)) // (texts + _AGENDA_SHARE * agendas))
    for place, kind in enumerate(kinds):
        if kind not in _NUMBERS and kind is not ColumnKind.AGENDA:
            widths[place] = min(_need(table, place), share)
    rest = max(_NARROWEST_TEXT, (free - sum(widths)) // agendas)
    return [rest if kind is ColumnKind.AGENDA else width for kind, width in zip(kinds, widths, strict=True)]


def _need(table: Table, place: int) -> int:
    """Give the width at which no line of a column would be broken; the heading of numbers may be."""
    column = table.columns[place]
    heading = () if column.kind in _NUMBERS else (column.heading,)
    paragraphs = [*heading, *(paragraph for row in table.rows for paragraph in row.cells[place].paragraphs)]
    return max((cell_len(paragraph.line) for paragraph in paragraphs), default=1)
