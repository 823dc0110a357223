"""The typesetter: a document becomes a PDF once, or again and again as somebody types.

What is typed changes one section. A `Press` keeps the data of each section in a file of its own and one compiler,
which lays out again only what changed: at 500 slots a changed page takes about a tenth of the first print. The
typesetter lets other threads run while it works (it gives the interpreter's lock away), so a press may live in a
thread beside the window's.
"""

from __future__ import annotations

import importlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from igfeditor.document.blocks import Document
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters.pages_data import Measures, Part, has_other_letters, head_of, parts_of
from igfeditor.exporters.pages_fonts import OTHER_LETTERS, UNKNOWN, fonts
from igfeditor.exporters.pages_pictures import Pages, Spot
from igfeditor.files import resource

if TYPE_CHECKING:
    import typst

_TEMPLATE: Final = "agenda.typ"
_STANDARD: Final = "ua-1"
_NO_DATE: Final = 0
_WHERE: Final = "query(metadata).map(m => { let p = m.location().position(); (m.value, p.page, p.y.pt()) })"


def pdf_of(document: Document) -> bytes:
    """Print a document into the bytes of a tagged PDF (PDF/UA-1); equal documents give equal bytes on one machine.

    Raises `ExportError` for a text that no document may hold, and for one that the typesetter cannot set.
    """
    measures = Measures(document)
    inputs = {"head": head_of(document, measures)}
    inputs |= {f"part-{number}": part.json for number, part in enumerate(parts_of(document, measures))}
    if not has_other_letters(document):
        return _tagged(inputs, of_the_machine=False)
    try:
        return _tagged(inputs, of_the_machine=True)
    except ExportError:
        # The standard allows no letter without a picture of it.
        known = {name: OTHER_LETTERS.sub(UNKNOWN, text) for name, text in inputs.items()}
        return _tagged(known, of_the_machine=False)


def _tagged(inputs: Mapping[str, str], *, of_the_machine: bool) -> bytes:
    compiler = _compiler(resource("typst", _TEMPLATE), of_the_machine=of_the_machine, inputs=inputs)
    return _printed(compiler, pdf_standards=[_STANDARD], timestamp=_NO_DATE)


class Press:
    """Prints one layout again and again, each time quickly where little changed.

    All calls must come from one thread, which need not be the window's: the typesetter gives the interpreter's lock
    away. `close` when it is no longer needed: the files of its data are gone then.
    """

    def __init__(self) -> None:
        """Make a folder for the data, which only this user can read."""
        self._folder = tempfile.TemporaryDirectory(prefix="igfeditor-", ignore_cleanup_errors=True)
        self._path: Final = Path(self._folder.name)
        self._compilers: Final[dict[bool, typst.Compiler]] = {}
        self._written: Final[dict[str, str]] = {}
        self._write(_TEMPLATE, resource("typst", _TEMPLATE).read_text(encoding="utf-8"))

    def print(self, document: Document) -> Pages:
        """Print a document into pages that can be drawn and lead back to the agenda.

        They look as the exported file does, but are not tagged. Raises `ExportError` as an export does.
        """
        measures = Measures(document)
        parts = [*parts_of(document, measures, places=True)]
        self._write("head.json", head_of(document, measures))
        for number, part in enumerate(parts):
            self._write(f"part-{number}.json", part.json)
        compiler = self._compiler(of_the_machine=has_other_letters(document))
        data = _printed(compiler, pdf_tags=False, timestamp=_NO_DATE)
        found = cast("Sequence[tuple[Sequence[int], int, float]]", json.loads(compiler.eval(_WHERE)))
        return Pages(data, _spots(parts, found))

    def close(self) -> None:
        """Remove the files of the data."""
        self._folder.cleanup()

    def _compiler(self, *, of_the_machine: bool) -> typst.Compiler:
        if of_the_machine not in self._compilers:
            self._compilers[of_the_machine] = _compiler(self._path / _TEMPLATE, of_the_machine=of_the_machine)
        return self._compilers[of_the_machine]

    def _write(self, name: str, text: str) -> None:
        if self._written.get(name) != text:
            (self._path / name).write_text(text, encoding="utf-8", newline="\n")
            self._written[name] = text


def _spots(parts: Sequence[Part], found: Sequence[tuple[Sequence[int], int, float]]) -> tuple[Spot, ...]:
    made = ((parts[part].places[place], page, foot) for (part, place), page, foot in found)
    return tuple(Spot(place.at, page - 1, foot, place.left, place.right) for place, page, foot in made)


def _compiler(template: Path, *, of_the_machine: bool, inputs: Mapping[str, str] | None = None) -> typst.Compiler:
    typesetter = importlib.import_module("typst")
    return typesetter.Compiler(
        str(template),
        root=str(template.parent),
        font_paths=fonts(of_the_machine=of_the_machine),
        ignore_system_fonts=not of_the_machine,
        sys_inputs=dict(inputs or {}),
    )


def _printed(compiler: typst.Compiler, **wishes: Any) -> bytes:
    failure = importlib.import_module("typst").TypstError
    try:
        return cast("bytes", compiler.compile(format="pdf", **wishes))
    except failure as error:
        raise ExportError(
            sentence("The pages cannot be set: {reason}.", reason=str(error).rstrip(".")),
            sentence("Take the letters or the link that are named out of the text, or install a font that has them."),
        ) from error
