"""The package of a Word agenda: a letterhead or our own plain page, filled and written out.

Both ways are one way: our own page is a small package made here, opened as a letterhead is. python-docx opens
packages and keeps their parts and relationships; its own template is not used, so nothing of it is in a file
(R25). Equal documents give equal bytes: parts are in order, zip times fixed, and nobody is named (R23).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from io import BytesIO
from typing import Final, cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from lxml import etree

from igfeditor.document.blocks import Document
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters import word_letterhead, word_styles
from igfeditor.exporters.ooxml import (
    DECLARATION,
    NAMESPACES,
    Element,
    R,
    W,
    fonts,
    language_tag,
    ordered,
    size,
    split_pair,
    tag,
)
from igfeditor.exporters.word_columns import Page, page_for
from igfeditor.exporters.word_paragraphs import FileStyle, FileStyles
from igfeditor.language.bidi import Direction, direction_of

_W: Final = f"{{{W}}}"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_LEVEL: Final = 6
_LARGEST: Final = 50 * 2**20
_LARGEST_UNPACKED: Final = 200 * 2**20
_MOST_ENTRIES: Final = 2_000
_NO_WORD_FILE: Final = (
    BadZipFile, zlib.error, OpcError, etree.LxmlError, KeyError, ValueError, AttributeError, TypeError, EOFError,
    RuntimeError, OSError,
)  # fmt: skip


class WordFile:
    """A package under construction, opened by `open_letterhead` or `plain_page`."""

    def __init__(self, part: Part, body: Element, page_style: Direction) -> None:
        self._part = part


def plain_page(document: Document) -> bytes:
    """Make a package of our own: A4, no text, no styles but those that every Word file has."""
