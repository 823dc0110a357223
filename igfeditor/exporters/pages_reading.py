"""A PDF opened again, to be held against its document: what its tags say stands in each paragraph and cell.

Letters are read by pdfium and ordered by the tags of the file, as a reader of screens does it: rows, cells, paragraphs,
and the stretches of one direction in each. Figures and Latin letters are held in their order. Arabic letters, and signs
that belong to figures, are held by their number in a paragraph: within a stretch pdfium gives them as they are drawn,
some set apart. Left out on both sides are white space (a line may end anywhere), direction marks, brackets and other
signs (which are drawn turned round, or taken for each other's shadows), and letters for which there is no face.
Pairs of paragraphs side by side are read one after the other. Each link is held with the address under its letters.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final, NamedTuple

from igfeditor.document.blocks import Document, Line, Paragraph, SideBySide, Span, Table, addressed
from igfeditor.exporters.pages_fonts import OTHER_LETTERS, UNKNOWN
from igfeditor.exporters.pages_pictures import drawing

_GROUPS: Final = frozenset({"THead", "TBody"})
_ROW: Final = "TR"
_TABLE: Final = "Table"
_LINK: Final = "Link"
_NOWHERE: Final = "nowhere"
_LINES: Final = frozenset({"P", "H1", "H2", "H3"})
_COUNTED: Final = frozenset({"R", "AL", "NSM", "CS", "ES", "ET"})
_LEFT_TO_RIGHT: Final = frozenset({"L", "EN", "AN"})
_HYPHENS: Final = str.maketrans({"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u2011": "-"})
"""What pdfium makes of a hyphen at the end of a line."""


def expected(document: Document) -> list[Line]:
    """Give the lines of a document as its pages hold them."""
    return [line for section in document.sections for block in section.blocks for line in _lines(block)]


def read_back(data: bytes) -> list[list[Line]]:
    """Open the bytes of a file again and give the lines of its one document."""
    with drawing() as library:
        return [[*_lines_of(_tree(library, data))]]


# --- what is expected --------------------------------------------------------------------------------------


def _lines(block: Paragraph | SideBySide | Table) -> Iterator[Line]:
    if isinstance(block, Table):
        yield tuple(_seen(column.heading) for column in block.columns)
        for row in block.rows:
            yield tuple(_joined(map(_seen, cell.paragraphs)) for cell in row.cells)
    else:
        paragraphs = (*block.first, *block.second) if isinstance(block, SideBySide) else (block,)
        yield from ((line,) for line in map(_seen, paragraphs) if line)


def _seen(paragraph: Paragraph) -> str:
    spans = (Span(paragraph.marker), *paragraph.spans)
    return _addressed((span.text, span.link or "") for span in spans)


def _addressed(said: Iterable[tuple[str, str]]) -> str:
    """Give what is seen of texts, each with the address that it leads to."""
    links = groupby(((text, address) for text, address in said if text), key=lambda one: one[1])
    return "".join([addressed(_seen_of("".join([text for text, _ in of])), address) for address, of in links])


def _seen_of(text: str) -> str:
    known = unicodedata.normalize("NFKD", OTHER_LETTERS.sub("", text.translate(_HYPHENS)).replace(UNKNOWN, ""))
    letters = [one for one in known if not one.isspace() and unicodedata.category(one) not in {"Cf", "Cc"}]
    in_order = [one for one in letters if unicodedata.bidirectional(one) in _LEFT_TO_RIGHT]
    others = sorted(one for one in letters if unicodedata.bidirectional(one) in _COUNTED)
    return "".join(in_order + others)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, lines))


# --- what is found -----------------------------------------------------------------------------------------


class _Letter(NamedTuple):
    """A letter with its foot (from below and from the left), and where it leads to."""

    y: float
    x: float
    letter: str
    address: str = ""


_Stretch = list[_Letter]


@dataclass(slots=True)
class _Node:
    """An element of the tree of tags; `parts` are those of its `count` children that hold letters, by place."""

    kind: str = ""
    count: int = 0
    parts: dict[int, _Node | _Stretch] = field(default_factory=dict[int, "_Node | _Stretch"])

    def stretches(self) -> Iterator[_Stretch]:
        """Give all stretches of letters in their order."""
        for _, part in sorted(self.parts.items(), key=lambda one: one[0]):
            if isinstance(part, _Node):
                yield from part.stretches()
            else:
                yield part

    def within(self, kinds: frozenset[str]) -> Iterator[_Node]:
        """Give the outermost elements of some kinds, in their order."""
        for _, part in sorted(self.parts.items(), key=lambda one: one[0]):
            if isinstance(part, _Node):
                if part.kind in kinds:
                    yield part
                else:
                    yield from part.within(kinds)


def _lines_of(tree: _Node) -> Iterator[Line]:
    for node in tree.within(_LINES | {_TABLE}):
        if node.kind == _TABLE:
            yield from _rows_of(node)
        elif text := _text_of(node):
            yield (text,)


def _rows_of(table: _Node) -> Iterator[Line]:
    """Give the rows of a table; rows and cells without any text are known by their place alone."""
    columns = max((row.count for row in table.within(frozenset({_ROW}))), default=0)
    for group in table.within(_GROUPS):
        for place in range(group.count):
            row = group.parts.get(place)
            cells = row.parts if isinstance(row, _Node) else {}
            yield tuple(_cell_of(cells.get(column)) for column in range(columns))


def _cell_of(cell: _Node | _Stretch | None) -> str:
    return _joined(map(_text_of, cell.within(_LINES))) if isinstance(cell, _Node) else ""


def _text_of(node: _Node) -> str:
    # A stretch is one line of letters that run one way; those that run from the left are in order by their places.
    letters = [letter for stretch in node.stretches() for letter in sorted(stretch, key=lambda one: one.x)]
    links = groupby(letters, key=lambda one: one.address)
    return _addressed((_said(of), address) for address, of in links)


def _said(letters: Iterable[_Letter]) -> str:
    text = "".join([one.letter for one in letters])
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


# --- the tags of a file ------------------------------------------------------------------------------------


def _tree(library: Any, data: bytes) -> _Node:
    """Read the tags of all pages; an element that is parted by pages is one, for its place in the tree is one."""
    root = _Node()
    file = library.PdfDocument(data)
    for number in range(len(file)):
        page = file[number]
        _Page(library.raw, page).read_into(root)
        page.close()
    file.close()
    return root


class _Page:
    """Reads the tags of one page with the letters that stand under each."""

    def __init__(self, raw: Any, page: Any) -> None:
        self._raw = raw
        self._page = page
        self._letters: dict[int, _Stretch] = {}

    def read_into(self, root: _Node) -> None:
        text = self._page.get_textpage()
        self._read_letters(text)
        tree = self._raw.FPDF_StructTree_GetForPage(self._page)
        for place in range(self._raw.FPDF_StructTree_CountChildren(tree)):
            child = self._raw.FPDF_StructTree_GetChildAtIndex(tree, place)
            self._element(child, _child(root, place))
        self._raw.FPDF_StructTree_Close(tree)
        text.close()

    def _read_letters(self, text: Any) -> None:
        """Sort the letters of the page by the number of the tag that they stand under."""
        raw, handle = self._raw, text.raw
        x, y = ctypes.c_double(), ctypes.c_double()
        for place in range(raw.FPDFText_CountChars(handle)):
            if raw.FPDFText_IsGenerated(handle, place):
                continue
            mark = raw.FPDFPageObj_GetMarkedContentID(raw.FPDFText_GetTextObject(handle, place))
            if mark < 0:
                continue
            raw.FPDFText_GetCharOrigin(handle, place, x, y)
            letter = chr(raw.FPDFText_GetUnicode(handle, place))
            self._letters.setdefault(mark, []).append(_Letter(y.value, x.value, letter))

    def _element(self, element: Any, node: _Node, *, within_link: bool = False) -> None:
        raw = self._raw
        node.kind = node.kind or self._kind(element)
        within_link = within_link or node.kind == _LINK
        node.count = raw.FPDF_StructElement_CountChildren(element)
        for place in range(node.count):
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, place)
            child = raw.FPDF_StructElement_GetChildAtIndex(element, place) if mark < 0 else None
            if mark in self._letters:
                letters = self._letters[mark]
                address = self._address(letters[0]) if within_link else ""
                node.parts[place] = [one._replace(address=address) for one in letters]
            elif child:
                self._element(child, _child(node, place), within_link=within_link)

    def _kind(self, element: Any) -> str:
        length = self._raw.FPDF_StructElement_GetType(element, None, 0)
        buffer = ctypes.create_string_buffer(length)
        self._raw.FPDF_StructElement_GetType(element, buffer, length)
        return buffer.raw[: length - 2].decode("utf-16-le")

    def _address(self, letter: _Letter) -> str:
        """Give the address that a click on a letter leads to."""
        raw, file = self._raw, self._page.pdf
        link = raw.FPDFLink_GetLinkAtPoint(self._page, letter.x + 0.5, letter.y + 1)
        action = raw.FPDFLink_GetAction(link) if link else None
        if not action:
            return _NOWHERE
        length = raw.FPDFAction_GetURIPath(file, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(file, action, buffer, length)
        return buffer.value.decode("utf-8", "replace")


def _child(node: _Node, place: int) -> _Node:
    child = node.parts.get(place)
    if not isinstance(child, _Node):
        child = node.parts[place] = _Node()
    return child
