"""All formats that a document can be printed in, and the one way to print it.

Adding a format adds one line to `FORMATS` and one module, which has three functions:

    write(documents, template) -> bytes           the finished file
    read_back(data) -> list[list[Line]]           for each document of the file, the lines that `expected` gives
    expected(document) -> list[Line]              the lines of a document as this format holds them

Modules are imported when a format is first used, for their libraries are heavy.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol, cast

from igfeditor.document.blocks import Document, Line, first_difference
from igfeditor.errors import Sentence, sentence

Template = bytes | None


class _FormatModule(Protocol):
    write: Callable[[Sequence[Document], Template], bytes]
    read_back: Callable[[bytes], Sequence[Sequence[Line]]]
    expected: Callable[[Document], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: its name for people (a sentence where that is no proper name) and its file ending.

    `holds_many` says that one file can hold several documents, `bilingual` that a document may have two languages,
    `usual` that the format is written where none is asked for.
    """

    name: Sentence | str
    suffix: str
    module: str
    holds_many: bool = False
    takes_template: bool = False
    bilingual: bool = True
    usual: bool = True

    def write(self, documents: Sequence[Document], template: Template = None) -> bytes:
        """Print documents into the bytes of one file."""
        return self._loaded().write(documents, template)

    def difference(self, documents: Sequence[Document], data: bytes) -> Sentence | str:
        """Open the bytes of a file again and say where it differs from its documents; empty when nowhere."""
        module = self._loaded()
        found = self.read_back(data)
        if len(found) != len(documents):
            return sentence(
                "the number of documents is {found} and should be {expected}",
                found=len(found),
                expected=len(documents),
            )
        differences = (
            first_difference(module.expected(document), lines) for document, lines in zip(documents, found, strict=True)
        )
        return next((difference for difference in differences if difference), "")

    def read_back(self, data: bytes) -> Sequence[Sequence[Line]]:
        """Open the bytes of a file again and give the lines of each of its documents."""
        return self._loaded().read_back(data)

    def _loaded(self) -> _FormatModule:
        return cast("_FormatModule", importlib.import_module(self.module))


FORMATS: Final[Mapping[str, ExportFormat]] = MappingProxyType(
    {
        one.suffix: one
        for one in (
            ExportFormat("Word", "docx", "igfeditor.exporters.word", takes_template=True),
            ExportFormat("Excel", "xlsx", "igfeditor.exporters.excel", holds_many=True),
            ExportFormat("PDF", "pdf", "igfeditor.exporters.pages"),
            ExportFormat(sentence("Web page"), "html", "igfeditor.exporters.html", bilingual=False, usual=False),
            ExportFormat(sentence("Calendar"), "ics", "igfeditor.exporters.calendar", bilingual=False, usual=False),
            ExportFormat(sentence("Text"), "txt", "igfeditor.exporters.text", bilingual=False, usual=False),
            ExportFormat("Markdown", "md", "igfeditor.exporters.markdown", usual=False),
        )
    }
)
