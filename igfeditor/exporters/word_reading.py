"""A Word file opened again, to be held against its document; nothing here is shared with what wrote it but names.

Only the body is compared, for the page furniture may be a letterhead's own. The fields of the page furniture
must be whole all the same: no viewer complains of a field that never ends (R20).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Final
from zipfile import ZipFile

from lxml import etree

from igfeditor.document.blocks import Document, Line, lines
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters.ooxml import Element
from igfeditor.exporters.word_styles import GAP

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH: Final = f"{_W}p"
_TABLE: Final = f"{_W}tbl"
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
        for name in (*_related(package, main, "header"), *_related(package, main, "footer")):
            _refuse_broken_fields(etree.fromstring(package.read(name)))
    return [[] if body is None else list(_lines(body, gap))]


def _related(package: ZipFile, source: str, kind: str) -> Iterator[str]:
    """Give the names of the parts to which a part (or the package) has a relationship of a kind (ECMA-376-2)."""
    folder, name = posixpath.split(source)
    for relation in etree.fromstring(package.read(posixpath.join(folder, "_rels", f"{name}.rels"))):
        if relation.get("Type", "").endswith(f"/{kind}"):
            yield posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")


def _style_id(styles: Element, wanted: str) -> str:
    names = ((style, style.find(f"{_W}name")) for style in styles.iter(f"{_W}style"))
    return next(
        (style.get(f"{_W}styleId", "") for style, name in names if name is not None and name.get(f"{_W}val") == wanted),
        "",
    )


# --- lines -------------------------------------------------------------------------------------------------


def _lines(body: Element, gap: str) -> Iterator[Line]:
    for block in body:
        if block.tag == _TABLE:
            yield from (tuple(map(_cell, row.iterfind(f"{_W}tc"))) for row in block.iterfind(f"{_W}tr"))
        elif block.tag == _PARAGRAPH and _style_of(block) != gap:
            yield (_text(block),)


def _style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _cell(cell: Element) -> str:
    return "\n".join(_text(paragraph) for paragraph in cell.iterfind(_PARAGRAPH))


def _text(paragraph: Element) -> str:
    said = (child for run in paragraph.iter(f"{_W}r") for child in run)
    return "".join((child.text or "") if child.tag == _TEXT else _SAID.get(str(child.tag), "") for child in said)


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
