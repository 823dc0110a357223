"""The body of a Word agenda, from blocks to XML text: headings and lines, pairs side by side, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, zip_longest
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Footer,
    Paragraph,
    Role,
    Row,
    RowKind,
    Section,
    SideBySide,
    Table,
)
from igfeditor.exporters import word_styles
from igfeditor.exporters.ooxml import ordered, refuse_forbidden, tag
from igfeditor.exporters.word_columns import TIMES, Needs
from igfeditor.exporters.word_measure import width_in
from igfeditor.exporters.word_paragraphs import ParagraphWriter
from igfeditor.language.bidi import Direction

_SHADES: Final[Mapping[RowKind, str]] = MappingProxyType(
    {RowKind.HEADER: "E9EDF2", RowKind.BREAK: "F2F2F2", RowKind.EVENT: "F3F6FA"}
)
_WIDEST_PAGE: Final = "88"
_HEADINGS: Final = frozenset({Role.SECTION, Role.DAY})
_USUAL_ROLE: Final[Mapping[ColumnKind, Role]] = MappingProxyType(
    {ColumnKind.TIME: Role.TIME, ColumnKind.ZONE_TIME: Role.TIME, ColumnKind.AGENDA: Role.ITEM}
)
_BETWEEN_ITEMS: Final = 120
"""The space above an item that is not the first of its row, in twentieths of a point."""


def body_of(document: Document, needs: Iterable[Needs], paragraphs: ParagraphWriter, text_width: int) -> str:
    """Write all sections of a document; `needs` are those of its tables in their order.

    `text_width` is the width between the page's margins in twentieths of a point.

    Raises `ExportError` for a text that no document may hold.
    """
    shares = [table.shares(text_width) for table in needs]
    return "".join(_Body(document.direction, shares, paragraphs, text_width).parts(document.sections))


def table_of(look: str, shares: Sequence[int], rows: Iterable[str]) -> str:
    """Make a table of fixed widths; each row has a cell for each of the shares (R13)."""
    grid = tag("tblGrid", "".join(tag("gridCol", w=width) for width in shares))
    return tag("tbl", look + grid + "".join(rows))


def table_width(shares: Sequence[int]) -> tuple[str, str]:
    """Give the two elements that fix a table's width (R13)."""
    return tag("tblW", w=sum(shares), type="dxa"), tag("tblLayout", type="fixed")


def _mirrored(direction: Direction) -> str:
    """Say that the first cell of each row stands at the right (R11)."""
    return "<w:bidiVisual/>" if direction == "rtl" else ""


def cell_of(width: int, content: str, *look: str) -> str:
    """Make a cell; `content` is one paragraph or more."""
    return f"<w:tc>{_cell_properties(width, *look)}{content}</w:tc>"


@cache
def _cell_properties(width: int, *look: str) -> str:
    return ordered("tcPr", tag("tcW", w=width, type="dxa"), *look)


class _Body:
    def __init__(
        self, direction: Direction, shares: Iterable[Sequence[int]], paragraphs: ParagraphWriter, text_width: int
    ) -> None:
        self._direction: Direction = direction
        self._shares = iter(shares)
        self._paragraphs = paragraphs
        self._text_width = text_width

    def parts(self, sections: Iterable[Section]) -> Iterator[str]:
        """Give the body in parts; after a table stands a paragraph, so that no two tables run together."""
        blocks = (block for section in sections for block in section.blocks)
        for is_pair, group in groupby(blocks, key=lambda block: isinstance(block, SideBySide)):
            if is_pair:
                yield self._pairs([block for block in group if isinstance(block, SideBySide)])
                yield self._paragraphs.gap
            else:
                yield from self._alone(group)

    def _alone(self, blocks: Iterable[Block]) -> Iterator[str]:
        before: Role | None = None
        for block in blocks:
            if isinstance(block, Table):
                # A heading has its own space below; what else stands above a table must not touch it.
                yield self._paragraphs.gap if before not in {None, Role.DAY} else ""
                yield self._agenda_table(block)
                yield self._paragraphs.gap
                before = None
            elif isinstance(block, Paragraph):
                # The second language of a heading stands close under the first.
                is_second = before is block.role and block.role in _HEADINGS
                yield self._paragraphs.paragraph(block, before=0 if is_second else None)
                before = block.role

    # --- pairs ---------------------------------------------------------------------------------------------

    def _pairs(self, pairs: Iterable[SideBySide]) -> str:
        """Write pairs that follow each other as rows of one table without lines, in the order of the page (R29)."""
        overhang = word_styles.CELL_MARGIN
        half = self._text_width // 2 + overhang
        look = ordered(
            "tblPr",
            _mirrored(self._direction),
            *table_width((half, half)),
            # The cells' outer margins lie outside the text, so that their lines begin where all others do.
            tag("tblInd", w=-overhang, type="dxa"),
            word_styles.cell_margins(overhang, 0),
        )
        shares = (half, half)
        return table_of(look, shares, (self._pair(pair, shares) for pair in pairs))

    def _pair(self, pair: SideBySide, shares: Sequence[int]) -> str:
        sides = (pair.first, pair.second)
        return _row(cell_of(width, self._side(side)) for side, width in zip(sides, shares, strict=True))

    def _side(self, paragraphs: Sequence[Paragraph]) -> str:
        return "".join(map(self._paragraphs.paragraph, paragraphs)) or self._paragraphs.empty(
            Role.BODY, self._direction
        )

    # --- the table of a day --------------------------------------------------------------------------------

    def _agenda_table(self, table: Table) -> str:
        refuse_forbidden(table.description)
        shares = next(self._shares)
        look = ordered(
            "tblPr",
            tag("tblStyle", val=self._paragraphs.styles.table),
            _mirrored(table.direction),
            *table_width(shares),
            tag("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            tag("tblCaption", val=table.description),
            tag("tblDescription", val=table.description),
        )
        return table_of(look, shares, self._rows(table, shares))

    def _rows(self, table: Table, shares: Sequence[int]) -> Iterator[str]:
        heading = Row(RowKind.HEADER, tuple(Cell((column.heading,)) for column in table.columns))
        yield self._row(heading, table.columns, shares, keep=False)
        for row, after in zip_longest(table.rows, table.rows[1:]):
            # A row of notes belongs to the row above it.
            keep = after is not None and after.kind is RowKind.NOTE
            yield self._row(row, table.columns, shares, keep=keep)

    def _row(self, row: Row, columns: Sequence[Column], shares: Sequence[int], *, keep: bool) -> str:
        is_header = row.kind is RowKind.HEADER
        cells = (
            cell_of(
                width,
                self._content(cell, column, keep=keep),
                _shade(row.kind),
                # A range must not break after its dash (R15); a heading may, between words.
                "<w:noWrap/>" if column.kind in TIMES and not is_header else "",
            )
            for cell, column, width in zip(row.cells, columns, shares, strict=True)
        )
        return _row(cells, "<w:tblHeader/>" if is_header else "")

    def _content(self, cell: Cell, column: Column, *, keep: bool) -> str:
        if not cell.paragraphs:
            usual = _USUAL_ROLE.get(column.kind, Role.BODY)
            return self._paragraphs.empty(usual, column.direction, column.language)
        return "".join(self._lines(cell, keep=keep))

    def _lines(self, cell: Cell, *, keep: bool) -> Iterator[str]:
        """Write the paragraphs of a cell: a further item stands apart, and under a numbered one what follows hangs."""
        before, flush = None, True
        for paragraph in cell.paragraphs:
            is_item = paragraph.role is Role.ITEM
            yield self._paragraphs.paragraph(paragraph, keep=keep, before=before if is_item else None, flush=flush)
            before = _BETWEEN_ITEMS
            flush = not paragraph.marker if is_item else flush


def _row(cells: Iterable[str], *look: str) -> str:
    """Make a row that is not split by a page, unless it is longer than one (R14, ECMA-376 17.4.6)."""
    return f"<w:tr>{_row_properties(*look)}{''.join(cells)}</w:tr>"


@cache
def _row_properties(*look: str) -> str:
    return ordered("trPr", "<w:cantSplit/>", *look)


@cache
def _shade(kind: RowKind) -> str:
    return tag("shd", val="clear", color="auto", fill=_SHADES[kind]) if kind in _SHADES else ""


# --- page furniture ----------------------------------------------------------------------------------------


def footer_of(document: Document, paragraphs: ParagraphWriter, text_width: int) -> str:
    """Write the lines at the foot of each page under a hairline: the reference, and "page x of y" (R20).

    One language has its reference where the line begins and the pages at the other end; of two languages each
    has both at its own edge.
    """
    footers = document.footers
    if len(footers) == 1:
        shares, cells = _single_footer(footers[0], paragraphs, text_width)
    else:
        shares = (text_width // 2, text_width - text_width // 2)
        cells = [paragraphs.reference(one) + paragraphs.page_words(one) for one in footers]
    look = ordered(
        "tblPr",
        _mirrored(document.direction),
        *table_width(shares),
        tag("tblBorders", tag("top", val="single", sz=4, space=0, color=word_styles.RULE_COLOUR)),
        word_styles.cell_margins(0, 60),
    )
    row = _row(cell_of(width, cell) for width, cell in zip(shares, cells, strict=True))
    return table_of(look, shares, [row]) + paragraphs.gap


def _single_footer(footer: Footer, paragraphs: ParagraphWriter, text_width: int) -> tuple[tuple[int, int], list[str]]:
    words = f"{footer.page} {_WIDEST_PAGE} {footer.of} {_WIDEST_PAGE}"
    far = width_in(words, word_styles.FOOTER, rtl=footer.direction == "rtl")
    return (text_width - far, far), [paragraphs.reference(footer), paragraphs.page_words(footer, far_end=True)]
