r"""Markdown: CommonMark with the tables of GitHub (GFM), for wikis and for pages that are kept beside code.

Every sign that Markdown could take for its own is escaped, so that texts print as themselves. The lines of a cell
are held apart by `<br>`, for a row of a table is one line. Markdown knows no direction: an Arabic agenda stands in
`<div dir="rtl">`, and a paragraph that runs the other way in `<span dir="…">`; both are raw HTML, which CommonMark
lets through and without which Arabic tables would begin at the left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final, cast

from markdown_it import MarkdownIt

from igfeditor.document.blocks import (
    Cell,
    Document,
    Line,
    Paragraph,
    Role,
    SideBySide,
    Span,
    Table,
    addressed,
)
from igfeditor.exporters.plain_lines import one_line, paragraphs_in, smooth
from igfeditor.exporters.registry import Template
from igfeditor.language.bidi import Direction

_HEADINGS: Final[Mapping[Role, str]] = MappingProxyType({Role.TITLE: "# ", Role.SECTION: "## ", Role.DAY: "## "})
_INDENTS: Final[Mapping[Role, int]] = MappingProxyType({Role.SUB_ITEM_1: 1, Role.SUB_ITEM_2: 2, Role.SUB_ITEM_3: 3})
_INDENT: Final = "&emsp;"
_WIDE_SPACE: Final = "\u2003"
_BREAK: Final = "<br>"
_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
_BEGINS_BLOCK: Final = re.compile(r"\A(\d{0,9})([-+=.)])")
_IN_ADDRESS: Final = re.compile(r"[\\<>|&]")


def write(documents: Sequence[Document], _template: Template) -> bytes:
    """Print one document as Markdown, in UTF-8."""
    (document,) = documents
    base = document.direction
    blocks = [said for section in document.sections for block in section.blocks for said in _block(block, base)]
    if base == "rtl":
        blocks = [f'<div dir="rtl" lang="{document.language}">', *blocks, "</div>"]
    return ("\n\n".join(blocks) + "\n").encode()


def expected(document: Document) -> list[Line]:
    """Give the paragraphs and the rows of the tables."""
    return [line for section in document.sections for block in section.blocks for line in _block_lines(block)]


def read_back(data: bytes) -> list[list[Line]]:
    """Read paragraphs and rows with a parser of CommonMark."""
    parser = MarkdownIt("commonmark").enable("table")
    # Addresses are compared as they are written, not as a browser would ask for them.
    cast("Any", parser).normalizeLink = _as_it_is
    return [[*_lines(parser.parse(data.decode()))]]


def _as_it_is(address: str) -> str:
    return address


# --- writing -----------------------------------------------------------------------------------------------


def _block(block: Paragraph | SideBySide | Table, base: Direction) -> Iterator[str]:
    if isinstance(block, Table):
        yield "\n".join(_table(block, base))
        return
    for paragraph in paragraphs_in(block):
        said = _paragraph(paragraph, base)
        if said:
            heading = _HEADINGS.get(paragraph.role, "")
            yield f"{heading}{said}" if heading else _BEGINS_BLOCK.sub(r"\1\\\2", said)


def _table(table: Table, base: Direction) -> Iterator[str]:
    yield _row(_paragraph(column.heading, base) for column in table.columns)
    yield _row("---" for _ in table.columns)
    for row in table.rows:
        yield _row(_cell(cell, base) for cell in row.cells)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, base: Direction) -> str:
    lines = ((_INDENTS.get(one.role, 0), _paragraph(one, base)) for one in cell.paragraphs)
    return _BREAK.join(f"{_INDENT * depth}{said}" for depth, said in lines if said)


def _paragraph(paragraph: Paragraph, base: Direction) -> str:
    """Give a paragraph on one line; one that runs against the document says so."""
    links = [(link, tuple(spans)) for link, spans in groupby(paragraph.spans, key=lambda span: span.link)]
    marker = f"{_escaped(paragraph.marker)} " if paragraph.marker else ""
    said = (marker + "".join(_linked(link, spans) for link, spans in links)).strip()
    if not said or paragraph.direction == base:
        return said
    return f'<span dir="{paragraph.direction}" lang="{paragraph.language}">{said}</span>'


def _linked(link: str | None, spans: Sequence[Span]) -> str:
    said = "".join(_looks(spans))
    if link is None or not said:
        return said
    return f"[{said}](<{_IN_ADDRESS.sub(_with_backslash, link)}>)"


def _looks(spans: Sequence[Span]) -> Iterator[str]:
    """Give spans with their looks: as emphasis is usually written where it stands between spaces, else as HTML."""
    texts = ["", *(smooth(span.text) for span in spans), ""]
    for span, before, text, after in zip(spans, texts, texts[1:], texts[2:], strict=False):
        said = _escaped(text)
        is_apart = before[-1:] in {"", " "} and after[:1] in {"", " "} and text == text.strip()
        for has_look, signs, element in (
            (span.emphasis, "*", "em"),
            (span.strong, "**", "strong"),
            (span.raised, "", "sup"),
        ):
            if has_look and text:
                said = f"{signs}{said}{signs}" if signs and is_apart else f"<{element}>{said}</{element}>"
        yield said


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_with_backslash, smooth(text))


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


# --- lines -------------------------------------------------------------------------------------------------


def _block_lines(block: Paragraph | SideBySide | Table) -> Iterator[Line]:
    if isinstance(block, Table):
        yield tuple(_plain(column.heading) for column in block.columns)
        for row in block.rows:
            yield tuple(_plain_cell(cell) for cell in row.cells)
        return
    for paragraph in paragraphs_in(block):
        if _plain(paragraph):
            yield (_plain(paragraph),)


def _plain_cell(cell: Cell) -> str:
    return "\n".join(filter(None, map(_plain, cell.paragraphs)))


def _plain(paragraph: Paragraph) -> str:
    """Give a paragraph with its addresses as it can be read from Markdown: on one line."""
    links = groupby(paragraph.spans, key=lambda span: span.link)
    held = "".join(addressed("".join([span.text for span in spans]), address) for address, spans in links)
    return _flat(f"{paragraph.marker} {held}")


def _flat(text: str) -> str:
    """Give a text as a parser of Markdown leaves it: indents and other white space at its ends are its own."""
    return one_line(text.replace(_WIDE_SPACE, " ")).strip()


def _lines(tokens: Iterable[Any]) -> Iterator[Line]:
    row: list[str] = []
    is_in_row = False
    for token in tokens:
        if token.type == "tr_open":
            row, is_in_row = [], True
        elif token.type == "tr_close":
            is_in_row = False
            yield tuple(row)
        elif token.type == "inline":
            row.append(_inline(token.children))
            if not is_in_row:
                yield (row.pop(),)


def _inline(tokens: Iterable[Any]) -> str:
    parts: list[str] = []
    link: list[tuple[int, str]] = []
    for token in tokens:
        if token.type == "link_open":
            link.append((len(parts), token.attrs["href"]))
        elif token.type == "link_close":
            start, address = link.pop()
            parts[start:] = [addressed("".join(parts[start:]), address)]
        elif token.type == "html_inline":
            parts.append("\n" if token.content == _BREAK else "")
        else:
            parts.append(token.content)
    return "\n".join(map(_flat, "".join(parts).split("\n")))
