"""Word agendas (.docx): one document a file, right-to-left layout that holds in Word and in every viewer.

The parts of the format: `word_paragraphs` and `word_body` turn blocks into XML, `word_measure` reckons the width of
text, `word_columns` that of tables and `word_steps` that of markers, `word_styles` has the named styles, `word_page`
our own page, `word_letterhead` what stays of a house's own, `word_package` the file around them, and `word_reading`
opens it again. `ooxml` is the raw XML below them all.
"""

from __future__ import annotations

from collections.abc import Sequence

from igfeditor.document.blocks import Document
from igfeditor.errors import ExportError, counted, sentence
from igfeditor.exporters.word_body import body_of, footer_of
from igfeditor.exporters.word_columns import needs_of, page_for
from igfeditor.exporters.word_package import open_package
from igfeditor.exporters.word_paragraphs import ParagraphWriter
from igfeditor.exporters.word_reading import expected, read_back
from igfeditor.exporters.word_steps import looks_for

__all__ = ["expected", "read_back", "write"]


def write(documents: Sequence[Document], template: bytes | None = None) -> bytes:
    """Print one document into the bytes of a Word file, on a house's letterhead where `template` is one.

    A letterhead gives its page, headers, footers and those of our styles that it defines (their names are in
    `word_styles`). Raises `ExportError` for any other number of documents, for a letterhead that is no Word
    file, and for a text that no document may hold (R27, R28, R52).
    """
    if len(documents) != 1:
        raise ExportError(
            counted(
                len(documents),
                "A Word file holds one agenda, not {count}.",
                "A Word file holds one agenda, not {count}.",
            ),
            sentence("Export each layout to a file of its own."),
        )
    (document,) = documents
    needs = needs_of(document)
    file = open_package(document, template, page_for(needs), looks_for(document))
    paragraphs = ParagraphWriter(file.styles, file.relate)
    file.put_body(body_of(document, needs, paragraphs, file.text_width))
    if document.footers:
        file.put_footer(footer_of(document, paragraphs, file.text_width))
    return file.to_bytes()
