"""A Word file opened again, to be held against its document; nothing here is shared with what wrote it but names.

Only the body is compared, for the page furniture may be a letterhead's own. The fields of the page furniture
must be whole all the same: no viewer complains of a field that never ends (R20).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Final
from zipfile import ZipFile

from lxml import etree

from igfeditor.document.blocks import Document, Line, addressed, lines
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters.ooxml import Element
from igfeditor.exporters.word_styles import GAP

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH: Final = f"{_W}p"
_TABLE: Final = f"{_W}tbl"
_RUN: Final = f"{_W}r"
_LINK: Final = f"{_W}hyperlink"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TEXT: Final = f"{_W}t"
_SAID: Final[Mapping[str, str]] = MappingProxyType({f"{_W}tab": "\t", f"{_W}br": "\n"})


def expected(document: Document) -> list[Line]:
    """Give the lines of a document as a Word file holds them: all, and just as they are."""
    return list(lines(document))


def read_back(data: bytes) -> list[list[Line]]:
    """Open the bytes of a file again and give the lines of its one document.

    Raises `ExportError` when a field of the page furniture is not whole.
    """
    with ZipFile(BytesIO(data)) as package:
        (main,) = _related(package, "", "officeDocument")
        (styles,) = _related(package, main, "styles")
        body = etree.fromstring(package.read(main)).find(f"{_W}body")
        gap = _style_id(etree.fromstring(package.read(styles)), GAP)
        addresses = {one.get("Id", ""): one.get("Target", "") for one in _relations(package, main, "hyperlink")}
        for name in (*_related(package, main, "header"), *_related(package, main, "footer")):
            _refuse_broken_fields(etree.fromstring(package.read(name)))
    return [[] if body is None else list(_Body(gap, addresses).lines(body))]


def _related(package: ZipFile, source: str, kind: str) -> Iterator[str]:
    """Give the names of the parts to which a part (or the package) has a relationship of a kind (ECMA-376-2)."""
    folder = posixpath.dirname(source)
    for relation in _relations(package, source, kind):
        yield posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")


def _relations(package: ZipFile, source: str, kind: str) -> Iterator[Element]:
    folder, name = posixpath.split(source)
    relations = etree.fromstring(package.read(posixpath.join(folder, "_rels", f"{name}.rels")))
    return (one for one in relations if one.get("Type", "").endswith(f"/{kind}"))


def _style_id(styles: Element, wanted: str) -> str:
    names = ((style, style.find(f"{_W}name")) for style in styles.iter(f"{_W}style"))
    return next(
        (style.get(f"{_W}styleId", "") for style, name in names if name is not None and name.get(f"{_W}val") == wanted),
        "",
    )


# --- lines -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Body:
    """What reading a body needs: the id of the style of gaps, and the addresses of links by relationship."""

    gap: str
    addresses: Mapping[str, str]

    def lines(self, body: Element) -> Iterator[Line]:
        for block in body:
            if block.tag == _TABLE:
                yield from (tuple(map(self._cell, row.iterfind(f"{_W}tc"))) for row in block.iterfind(f"{_W}tr"))
            elif block.tag == _PARAGRAPH and _style_of(block) != self.gap:
                yield (self._held(block),)

    def _cell(self, cell: Element) -> str:
        return "\n".join(map(self._held, cell.iterfind(_PARAGRAPH)))

    def _held(self, paragraph: Element) -> str:
        return "".join(map(self._part, paragraph))

    def _part(self, part: Element) -> str:
        if part.tag == _LINK:
            return addressed("".join(map(_text, part)), self.addresses.get(part.get(_RELATION, ""), "nowhere"))
        return _text(part) if part.tag == _RUN else ""


def _style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _text(run: Element) -> str:
    said = run.iter(_TEXT, *_SAID)
    return "".join((child.text or "") if child.tag == _TEXT else _SAID[str(child.tag)] for child in said)


# --- fields ------------------------------------------------------------------------------------------------


def _refuse_broken_fields(furniture: Element) -> None:
    depth = 0
    for character in furniture.iter(f"{_W}fldChar"):
        kind = character.get(f"{_W}fldCharType")
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if depth < 0:
            break
    if depth:
        raise ExportError(
            sentence("A page field of the header or footer begins and never ends, or ends twice."),
            sentence("Mend the fields of the letterhead in Word, or print without it."),
        )
