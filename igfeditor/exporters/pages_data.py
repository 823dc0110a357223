"""What the pages of a document hold, as the data that `resources/typst/agenda.typ` sets, and with which measures.

The look is that of the Word export: its roles, its steps, its columns and its paper are measured by the same modules.
Only the sizes differ by script, for the faces do (`pages_fonts`). Data is parted by section, so that a page that is
printed again and again as somebody types is laid out anew only where it changed. All lengths of the data are points.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from igfeditor.document.blocks import (
    At,
    Block,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    RowKind,
    Section,
    SideBySide,
    Span,
    Table,
)
from igfeditor.exporters.pages_fonts import PITCH, SCALE, scripts
from igfeditor.exporters.pages_words import as_set, clean
from igfeditor.exporters.word_columns import Page, needs_of, page_for
from igfeditor.exporters.word_measure import text_width
from igfeditor.exporters.word_steps import looks_for
from igfeditor.exporters.word_styles import CELL_MARGIN, FOOTER, Looks

Data = dict[str, Any]

_TWENTIETHS: Final = 20
_ROLE_NAMES: Final[Mapping[str, str]] = MappingProxyType({FOOTER: "footer"})
_CELL_UPRIGHT: Final = 3.0
_GAP: Final = 4.0
_LESS_SPACED: Final = 0.5
"""How much of Word's space between spaced letters is left: more, and readers of the PDF take them for words."""
_BETWEEN_ITEMS: Final = 6.0
_STEP_SCALE: Final[Mapping[str, float]] = MappingProxyType({"ltr": 1.0, "rtl": 1.15})
"""How much wider markers hang than in Word, for the letters of Amiri are wider."""
_HEADINGS: Final = frozenset({Role.TITLE, Role.SECTION, Role.DAY})
_AT_THE_EDGE_UNMARKED: Final = frozenset({Role.ITEM, Role.NOTE})
_UNDER_AN_ITEM: Final = frozenset({Role.BODY, Role.PEOPLE})
_SHADES: Final[Mapping[RowKind, str]] = MappingProxyType(
    {RowKind.HEADER: "#e9edf2", RowKind.BREAK: "#f2f2f2", RowKind.EVENT: "#f3f6fa"}
)
_COLOURS: Final[Mapping[str, str]] = MappingProxyType({"rule": "#a6a6a6", "link": "#0b4c8c", "missing": "#6b6b6b"})
_DOUBTFUL: Final = 0.5
"""The part of a page from which the true height of a row is measured before it is said that no page splits it."""


class Place(NamedTuple):
    """Where a paragraph comes from, and between which edges of the page it stands, in points from the left."""

    at: At
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Part:
    """The data of one section as JSON, and the places of its paragraphs by their number in it."""

    json: str
    places: tuple[Place, ...]

    def holds(self, node: str) -> bool:
        """Tell whether something of a node of the agenda stands in the part."""
        return any(place.at.node == node for place in self.places)


class Measures:
    """What all parts of a document have in common: the paper, the looks, the widths of its tables in their order."""

    def __init__(self, document: Document) -> None:
        """Measure a document."""
        needs = needs_of(document)
        self.page: Final[Page] = page_for(needs)
        self.looks: Final[Mapping[str, Looks]] = looks_for(document)
        self.shares: Final = tuple(one.shares(self.page.text_width) for one in needs)

    @property
    def top(self) -> float:
        """Give where the text of a page begins, from above."""
        return _points(self.page.top_margin)

    @property
    def left(self) -> float:
        """Give where the text of a page begins."""
        return _points(self.page.side_margin)

    @property
    def width(self) -> float:
        """Give the width between the margins."""
        return _points(self.page.text_width)

    @property
    def room(self) -> float:
        """Give the height that a row has on a page of its own, under the repeated header."""
        return _points(self.page.height - self.page.top_margin - self.page.bottom_margin) - 2 * 26


def head_of(document: Document, measures: Measures, *, places: bool = False) -> str:
    """Give as JSON what all pages of a document have in common; `places` as for the parts."""
    page = measures.page
    head: Data = {
        "title": document.title or document.name,
        "language": document.language,
        "direction": document.direction,
        "parts": len(document.sections),
        "places": places,
        "looks": {_ROLE_NAMES.get(role, role): _look(look) for role, look in measures.looks.items()},
        "scripts": scripts(),
        "colours": dict(_COLOURS),
        "cell": {"x": _points(CELL_MARGIN), "y": _CELL_UPRIGHT},
        "page": {
            "width": _points(page.width),
            "height": _points(page.height),
            "side": _points(page.side_margin),
            "top": _points(page.top_margin),
            "bottom": _points(page.bottom_margin),
            "descent": _points(page.bottom_margin - page.foot) / 4,
            "room": measures.room,
        },
        "footers": [
            {
                "l": one.language,
                "d": one.direction,
                "page": clean(one.page),
                "of": clean(one.of),
                "reference": clean(one.reference),
            }
            for one in document.footers
        ],
    }
    return _json(head)


def parts_of(
    document: Document, measures: Measures, *, places: bool = False, only: range | None = None
) -> Iterator[Part]:
    """Give the parts of a document, one a section; with places for a preview whose pages lead back to the agenda.

    `only` are the numbers of those that are wanted.

    Raises `ExportError` for a text that no document may hold.
    """
    shares = iter(measures.shares)
    levels = _Levels()
    for number, section in enumerate(document.sections):
        tables = [next(shares) for block in section.blocks if isinstance(block, Table)]
        if only is None or number in only:
            yield _Part(measures, tables, levels, number, places=places).made(section)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _points(twentieths: float) -> float:
    return twentieths / _TWENTIETHS


def _look(look: Looks) -> Data:
    return {
        "ltr": round(look.latin / 2 * SCALE["ltr"], 2),
        "rtl": round(look.arabic / 2 * SCALE["rtl"], 2),
        "heavy": look.heavy,
        "keep": look.keep,
        "rule": look.rule,
        "centred": look.centred,
        "spaced": _points(look.spaced) * _LESS_SPACED,
        "colour": f"#{look.colour.lower() or '000000'}",
    }


@dataclass(slots=True)
class _Levels:
    """Gives headings their level in the outline: the first is 1, and none is skipped (PDF/UA-1, 7.4.2)."""

    last: int = 0

    def of(self, paragraph: Paragraph) -> int:
        wanted = 1 if paragraph.role is Role.TITLE else 2
        self.last = min(wanted, self.last + 1)
        return self.last


@dataclass(slots=True)
class _Part:
    """Makes the data of one section."""

    measures: Measures
    shares: list[tuple[int, ...]]
    levels: _Levels
    number: int = 0
    places: bool = False
    found: list[Place] = field(default_factory=list[Place])

    def made(self, section: Section) -> Part:
        blocks = [*self._blocks(section.blocks)]
        return Part(_json(blocks), tuple(self.found))

    # --- blocks --------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[Data]:
        shares = iter(self.shares)
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            gap = self._gap(_last_of(before), _first_of(block))
            if isinstance(block, Table):
                yield {"k": "table", "g": gap, **self._table(block, next(shares))}
            elif isinstance(block, SideBySide):
                yield {"k": "pairs", "g": gap, **self._pairs(block)}
            else:
                made = self._line(block, self.measures.left, self.measures.width, gap, flowing=True)
                yield {"k": "line", **made, **_bare(before, block, after, self.measures.looks)}

    def _gap(self, before: Paragraph | None, paragraph: Paragraph | None) -> float:
        """Give the space above a paragraph: the larger of its own and that below the one before, as in Word.

        None stands for a table or the beginning of a section.
        """
        above = _GAP if before is None else _points(self.measures.looks[before.role].after)
        if before and paragraph and before.role is paragraph.role and paragraph.role in _HEADINGS:
            # The second language of a heading stands close under the first.
            return above
        own = _points(self.measures.looks[paragraph.role].before) if paragraph else 0
        return max(above, own if paragraph or (before and before.role is Role.DAY) else _GAP)

    def _pairs(self, pair: SideBySide) -> Data:
        half = (self.measures.width - 2 * _points(CELL_MARGIN)) / 2
        left, right = self.measures.left, self.measures.left + self.measures.width - half
        sides = [(left, pair.first), (right, pair.second)]
        return {"p": [self._stacked(side, edge, half, flowing=True) for edge, side in sides]}

    def _table(self, table: Table, shares: Sequence[int]) -> Data:
        widths = [_points(share) for share in shares]
        edges = self._edges(widths, table)
        heading = Row(RowKind.HEADER, tuple(Cell((column.heading,)) for column in table.columns))
        return {
            "d": table.direction,
            "w": widths,
            "h": self._row(heading, edges, widths),
            "r": [self._row(row, edges, widths) for row in table.rows],
        }

    def _edges(self, widths: Sequence[float], table: Table) -> list[float]:
        """Give where each column begins, from the left: the first of an Arabic table ends at the right (R11)."""
        left = self.measures.left
        edges = [left + sum(widths[:place]) for place in range(len(widths))]
        if table.direction == "ltr":
            return edges
        return [left + self.measures.width - (edge - left) - width for edge, width in zip(edges, widths, strict=True)]

    def _row(self, row: Row, edges: Sequence[float], widths: Sequence[float]) -> Data:
        margin = _points(CELL_MARGIN)
        cells = [
            self._stacked(cell.paragraphs, edge + margin, width - 2 * margin)
            for cell, edge, width in zip(row.cells, edges, widths, strict=True)
        ]
        made: Data = {"c": cells}
        if row.kind in _SHADES:
            made["f"] = _SHADES[row.kind]
        if any(self._is_high(cell, width) for cell, width in zip(row.cells, widths, strict=True)):
            made["long"] = 1
        return made

    def _is_high(self, cell: Cell, width: float) -> bool:
        """Tell by a rough estimate whether a cell may be higher than a part of a page."""
        most = _DOUBTFUL * self.measures.room
        letters = sum(len(one.text) + width / 5 for one in cell.paragraphs)
        return letters * 5 / width * max(PITCH.values()) * 10 > most and (
            sum(self._height(one, width) for one in cell.paragraphs) > most
        )

    def _height(self, paragraph: Paragraph, width: float) -> float:
        look = self.measures.looks[paragraph.role]
        size = _size(look, paragraph)
        room = max(20.0, width - 2 * _points(CELL_MARGIN) - _points(look.hang))
        lines = 1 + _points(text_width(paragraph.text, paragraph)) * SCALE[paragraph.direction] / room
        lines += paragraph.text.count("\n")
        return lines * size * PITCH[paragraph.direction] + _points(look.before + look.after)

    # --- paragraphs ----------------------------------------------------------------------------------------

    def _stacked(
        self, paragraphs: Sequence[Paragraph], left: float, width: float, *, flowing: bool = False
    ) -> list[Data]:
        """Give the lines of a cell: a further item stands apart, and under a numbered one what follows hangs."""
        made: list[Data] = []
        before: Paragraph | None = None
        flush = True
        for paragraph in paragraphs:
            gap = 0.0 if before is None else self._gap(before, paragraph)
            if before is not None and paragraph.role is Role.ITEM:
                gap = _BETWEEN_ITEMS
            made.append(self._line(paragraph, left, width, gap, flush=flush, flowing=flowing))
            flush = not paragraph.marker if paragraph.role is Role.ITEM else flush
            before = paragraph
        return made

    def _line(
        self,
        paragraph: Paragraph,
        left: float,
        width: float,
        gap: float,
        *,
        flush: bool = True,
        flowing: bool = False,
    ) -> Data:
        look = self.measures.looks[paragraph.role]
        made: Data = {"r": paragraph.role.value, "d": paragraph.direction, "l": paragraph.language}
        if gap:
            made["g"] = gap
        wider = _STEP_SCALE[paragraph.direction]
        indent = self._indent(paragraph, look, flush=flush) * wider
        if indent:
            made["i"] = indent
        if paragraph.marker:
            hang = _points(look.marker) * wider
            fits = _points(text_width(paragraph.marker, paragraph)) <= hang
            made |= {"m": clean(paragraph.marker), "h": hang if fits else 0}
            indent -= hang
        if indent:
            made["e"] = indent
        made["s"] = self._spans(paragraph, width)
        if paragraph.missing:
            made["x"] = 1
        if flowing and paragraph.role in _HEADINGS:
            made["level"] = self.levels.of(paragraph)
        if self.places and paragraph.at is not None:
            made["at"] = [self.number, len(self.found)]
            self.found.append(Place(paragraph.at, left, left + width))
        return made

    def _indent(self, paragraph: Paragraph, look: Looks, *, flush: bool) -> float:
        at_the_edge = not paragraph.marker and (
            paragraph.role in _AT_THE_EDGE_UNMARKED or (flush and paragraph.role in _UNDER_AN_ITEM)
        )
        return 0 if at_the_edge else _points(look.hang)

    def _spans(self, paragraph: Paragraph, width: float) -> str | list[Any]:
        spans = paragraph.spans
        if len(spans) == 1 and not (looks_of(spans[0]) or spans[0].link):
            return self._text(spans[0].text, paragraph, width)
        # Spans that lead to one address are one link.
        links = groupby(spans, key=lambda span: span.link or None)
        return [
            [address, [[self._text(span.text, paragraph, width), looks_of(span)] for span in of]]
            for address, of in links
        ]

    def _text(self, text: str, paragraph: Paragraph, width: float) -> str:
        look = self.measures.looks[paragraph.role]
        room = width - _points(look.hang) * _STEP_SCALE[paragraph.direction] - 2
        return as_set(text, paragraph, _size(look, paragraph), room)


def _size(look: Looks, paragraph: Paragraph) -> float:
    """Give the size of the letters of a paragraph in points."""
    return (look.arabic if paragraph.direction == "rtl" else look.latin) / 2 * SCALE[paragraph.direction]


def _first_of(block: Block) -> Paragraph | None:
    if isinstance(block, SideBySide):
        return next(iter((*block.first, *block.second)), None)
    return block if isinstance(block, Paragraph) else None


def _last_of(block: Block | None) -> Paragraph | None:
    if isinstance(block, SideBySide):
        return next(iter((*block.first[::-1], *block.second)), None)
    return block if isinstance(block, Paragraph) else None


def _bare(before: Block | None, paragraph: Paragraph, after: Block | None, looks: Mapping[str, Looks]) -> Data:
    """Say where a heading has no line of its own: two languages of one heading share one."""
    neighbour = before if looks[paragraph.role].rule == "top" else after
    shares = isinstance(neighbour, Paragraph) and neighbour.role is paragraph.role
    return {"plain": 1} if shares else {}


def looks_of(span: Span) -> str:
    """Give the looks of a span as letters: bold, italic, raised."""
    return "b" * span.strong + "i" * span.emphasis + "r" * span.raised
