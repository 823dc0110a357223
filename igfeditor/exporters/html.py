"""Web pages (.html): one agenda in one language, in one file that needs nothing else and runs nothing.

`html_page` brings the blocks into the order of a web page, `resources/html/` has its template and its look, and
`html_reading` opens the file again. A page has no script at all, so that what search engines read of the meeting
(schema.org Event) is said by attributes (microdata) and not as JSON-LD, which would need a script element.
A policy in the page itself (CSP) keeps it so wherever it is put: nothing is loaded, nothing runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from igfeditor.document.blocks import Document, paragraphs_of
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters.html_page import page_of
from igfeditor.exporters.html_reading import expected, read_back
from igfeditor.exporters.ooxml import refuse_forbidden
from igfeditor.files import resource

__all__ = ["expected", "read_back", "write"]


def write(documents: Sequence[Document], template: bytes | None = None) -> bytes:
    """Print one document of one language into the bytes of a web page; a letterhead (`template`) is not used.

    Raises `ExportError` for more documents or languages, and for a text that no document may hold (R27, R28, R52).
    """
    del template
    if len(documents) != 1 or len(documents[0].languages) != 1:
        raise ExportError(
            sentence("A web page holds one agenda in one language."),
            sentence("Export each language to a file of its own."),
        )
    (document,) = documents
    for text in (document.title, *(paragraph.held for paragraph in paragraphs_of(document))):
        refuse_forbidden(text)
    return _template().render(page=page_of(document)).encode("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(resource("html")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("agenda.html.j2")
