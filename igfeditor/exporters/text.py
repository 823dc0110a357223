"""Plain text for the body of a message: short lines, no columns, readable on a telephone.

Lines are at most 72 columns wide (RFC 3676 and long custom), but for an address that is longer, which no line break
may cut. They end in a line feed, which every mail program turns into its own; none ends in a space, and none begins
with what mail programs take for something of their own: "From ", a dot, the sign of a quotation.

A row of the table is a block of its own, after an empty line: its time, then its texts, indented under it; a marker
hangs before its text. For direction every line is a paragraph (UAX #9), so that each gets the mark it needs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from igfeditor.document.blocks import Document, Line, Paragraph, Role, Row, Section, Table
from igfeditor.exporters.plain_lines import (
    WHITE,
    based,
    column_of_texts,
    column_of_times,
    further_cells,
    headed,
    one_line,
    paragraphs_in,
    written_out,
)
from igfeditor.exporters.registry import Template
from igfeditor.language.bidi import LRM, RLM, Direction

WIDTH: Final = 72
_STEP: Final = 3
_WIDEST_MARKER: Final = 12
_WIDEST_WORD: Final = WIDTH - 4 * _STEP - _WIDEST_MARKER - 1
"""What is left of a line at the deepest indent; wider words are cut."""
_INDENTS: Final[Mapping[Role, int]] = MappingProxyType(
    {
        Role.BODY: 1,
        Role.PEOPLE: 1,
        Role.SUB_ITEM_1: 1,
        Role.SUB_ITEM_2: 2,
        Role.SUB_ITEM_3: 3,
    }
)
_ALONE: Final = frozenset({Role.TITLE, Role.SECTION, Role.DAY, Role.LABEL})
_ADDRESS: Final = re.compile(r"\W*(?:https?://|mailto:)")
_TAKEN_BY_MAIL: Final = re.compile(r"From |[.>]")
_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
_MOST_REMEMBERED: Final = 1_000
_MARKS: Final = f"{RLM}{LRM}"


class _Said(NamedTuple):
    """One paragraph before it is broken into lines: what hangs before it, its words, its indent in columns."""

    marker: str
    text: str
    direction: Direction
    indent: int = 0


Block = Sequence[_Said]


def write(documents: Sequence[Document], _template: Template) -> bytes:
    """Print one document as the body of a message, in UTF-8."""
    (document,) = documents
    blocks = ("\n".join(line for said in block for line in _lines(said)) for block in _blocks(document))
    return "".join(f"{block}\n" for block in "\n\n".join(blocks).split("\n")).encode()


def expected(document: Document) -> list[Line]:
    """Give the words of each block, as they stand between its empty lines."""
    return [(_words_of(f"{said.marker} {said.text}" for said in block),) for block in _blocks(document)]


def read_back(data: bytes) -> list[list[Line]]:
    """Read the words of each block; marks at the beginning of a word may be those of a line, and are passed over."""
    return [[(_words_of([block]),) for block in data.decode().removesuffix("\n").split("\n\n") if block]]


def _words_of(texts: Iterable[str]) -> str:
    words = (part for text in texts for word in WHITE.split(text) for part in _parts(word))
    return " ".join(filter(None, (word.lstrip(_MARKS) for word in words)))


# --- blocks ------------------------------------------------------------------------------------------------


def _blocks(document: Document) -> Iterator[Block]:
    """Give what stands between empty lines: headings, what belongs to them, and each row."""
    for section in document.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[Block]:
    block: list[_Said] = []
    for one in section.blocks:
        if isinstance(one, Table):
            yield from _filled(block)
            block = []
            for row in one.rows:
                yield from _filled(_row(one, row))
            continue
        for paragraph in paragraphs_in(one):
            if paragraph.role in _ALONE:
                yield from _filled(block)
                block = []
            block.append(_said(paragraph, 0))
            if paragraph.role in _ALONE and paragraph.role is not Role.LABEL:
                yield from _filled(block)
                block = []
    yield from _filled(block)


def _filled(block: list[_Said]) -> Iterator[Block]:
    said = [one for one in block if one.marker or one.text]
    if said:
        yield said


def _row(table: Table, row: Row) -> list[_Said]:
    """Give a row: its time on a line, what it says indented below, further columns after their headings."""
    said = [_said(one, 0) for one in row.cells[column_of_times(table)].paragraphs]
    step = _STEP if said else 0
    texts = row.cells[column_of_texts(table)].paragraphs
    said += (_said(one, step + _STEP * _INDENTS.get(one.role, 0)) for one in texts)
    for column, cell in further_cells(table, row):
        said += (_Said("", headed(column, one), column.direction, step + _STEP) for one in cell.paragraphs)
    return said


def _said(paragraph: Paragraph, indent: int) -> _Said:
    marker = one_line(paragraph.marker)
    text = written_out(paragraph)
    if columns_of(marker) > _WIDEST_MARKER:
        return _Said("", text, paragraph.direction, indent)
    return _Said(marker, text.removeprefix(marker).lstrip(" "), paragraph.direction, indent)


# --- lines -------------------------------------------------------------------------------------------------


def _lines(said: _Said) -> Iterator[str]:
    """Break a paragraph into lines: the first with its marker, the others under its text."""
    marker = f"{said.marker} " if said.marker else ""
    hanging = " " * (said.indent + columns_of(marker))
    first = f"{' ' * said.indent}{marker}"
    for place, words in enumerate(_broken(said.text, WIDTH - len(hanging))):
        line = f"{hanging if place else first}{words}".rstrip(" ")
        yield _safe(based(line, said.direction), said.direction)


def _broken(text: str, width: int) -> Iterator[str]:
    """Break a text at its spaces into lines of a width in columns; an empty one is one empty line."""
    line = ""
    parts = (part for word in text.split(" ") for part in _parts(word))
    for word in parts:
        longer = f"{line} {word}" if line else word
        if line and columns_of(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _parts(word: str) -> Iterator[str]:
    """Cut a word that is wider than a line; an address stays whole, for a cut one leads nowhere."""
    if _ADDRESS.match(word):
        yield word
        return
    part, used = "", 0
    for sign in word:
        wide = columns_of(sign)
        if part and used + wide > _WIDEST_WORD:
            yield part
            part, used = "", 0
        part, used = part + sign, used + wide
    yield part


def columns_of(text: str) -> int:
    """Give the width of a text in columns: marks upon letters and invisible signs have none, CJK signs two."""
    return sum(map(_columns, text))


@lru_cache(maxsize=_MOST_REMEMBERED)
def _columns(sign: str) -> int:
    if unicodedata.category(sign) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _safe(line: str, direction: Direction) -> str:
    """Put an unseen mark before what a mail program would take for something of its own."""
    return f"{RLM if direction == 'rtl' else LRM}{line}" if _TAKEN_BY_MAIL.match(line) else line
