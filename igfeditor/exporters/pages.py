"""Printed pages (.pdf): one document a file, tagged for readers of screens (PDF/UA-1), in the look of the Word export.

The parts of the format: `pages_data` turns blocks into data and measures, `pages_words` texts, `pages_fonts` has the
faces, `pages_press` sets the data by `resources/typst/agenda.typ`, `pages_pictures` draws what was set, and
`pages_reading` opens it again.
"""

from __future__ import annotations

from collections.abc import Sequence

from igfeditor.document.blocks import Document
from igfeditor.errors import ExportError, counted, sentence
from igfeditor.exporters.pages_press import pdf_of
from igfeditor.exporters.pages_reading import expected, read_back

__all__ = ["expected", "read_back", "write"]


def write(documents: Sequence[Document], template: bytes | None = None) -> bytes:
    """Print one document into the bytes of a PDF; pages of the house's own design take no template.

    Raises `ExportError` for any other number of documents, for a text that no document may hold (R27, R28, R52), and
    for letters that no font at hand has.
    """
    del template
    if len(documents) != 1:
        raise ExportError(
            counted(
                len(documents),
                "A PDF holds one agenda, not {count}.",
                "A PDF holds one agenda, not {count}.",
            ),
            sentence("Export each layout to a file of its own."),
        )
    (document,) = documents
    return pdf_of(document)
