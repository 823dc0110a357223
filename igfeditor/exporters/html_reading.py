"""A web page opened again, to be held against its document; nothing here is shared with what wrote it.

Read are the header and the main part: headings, paragraphs and rows. Links to the days, the caption of a table and
the footer of the page say again what stands there, and are no lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from igfeditor.document.blocks import Document, Line, addressed, lines
from igfeditor.exporters.ooxml import Element


def expected(document: Document) -> list[Line]:
    """Give the lines of a document as a web page holds them: all, and just as they are."""
    return list(lines(document))


def read_back(data: bytes) -> list[list[Line]]:
    """Open the bytes of a file again and give the lines of its one document."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    parts = (part for name in ("header", "main") for part in root.iter(name))
    return [[line for part in parts for line in _lines(part)]]


def _lines(part: Element) -> Iterator[Line]:
    for element in part.iter("h1", "h2", "p", "tr"):
        if element.tag == "tr":
            yield tuple(text for cell in element.iterfind("*") for text in _cell(cell))
        elif element.get("class") is not None and not any(True for _ in element.iterancestors("tr")):
            yield (_held(element),)


def _cell(cell: Element) -> Iterator[str]:
    """Give the text of a cell, and nothing for each further column that it takes."""
    yield "\n".join(_held(paragraph) for paragraph in cell.iter("p"))
    yield from [""] * (int(cell.get("colspan", "1")) - 1)


def _held(element: Element) -> str:
    return (element.text or "") + "".join(_part(child) + (child.tail or "") for child in element)


def _part(child: Element) -> str:
    if child.tag == "br":
        return "\n"
    return addressed(_held(child), child.get("href")) if child.tag == "a" else _held(child)
