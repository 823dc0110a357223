"""The typesetter: a document becomes a PDF once, or again and again as somebody types.

What is typed changes one section. A `Press` keeps the data of each section in a file of its own and one compiler,
which lays out again only what changed: at 500 slots a changed page takes about a tenth of the first print. The
typesetter lets other threads run while it works (it gives the interpreter's lock away), so a press may live in a
thread beside the window's.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from igfeditor.document.blocks import Document
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters.pages_data import Measures, Part, head_of, parts_of
from igfeditor.exporters.pages_fonts import OTHER_LETTERS, UNKNOWN, fonts
from igfeditor.exporters.pages_pictures import Pages, Spot
from igfeditor.files import Scratch, resource

if TYPE_CHECKING:
    import typst

_TEMPLATE: Final = "agenda.typ"
_STANDARD: Final = "ua-1"
_NO_DATE: Final = 0
_WHERE: Final = "query(metadata).map(m => { let p = m.location().position(); (..m.value, p.page, p.y.pt()) })"


def pdf_of(document: Document) -> bytes:
    """Print a document into the bytes of a tagged PDF (PDF/UA-1); equal documents give equal bytes on one machine.

    Raises `ExportError` for a text that no document may hold, and for one that the typesetter cannot set.
    """
    measures = Measures(document)
    inputs = {"head": head_of(document, measures)}
    inputs |= {f"part-{number}": part.json for number, part in enumerate(parts_of(document, measures))}
    if not any(map(OTHER_LETTERS.search, inputs.values())):
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


class _Where(NamedTuple):
    """Where a paragraph of a part stands, or (-1) the part begins: the page from 1, and how far below its edge."""

    part: int
    place: int
    page: int
    top: float


class _Found(NamedTuple):
    """What was set, and where all of it stands."""

    data: bytes
    where: list[_Where]


class Press:
    """Prints one layout again and again, each time quickly where little changed.

    All calls must come from one thread, which need not be the window's: the typesetter gives the interpreter's lock
    away. `close` when it is no longer needed: the files of its data are gone then.
    """

    def __init__(self) -> None:
        """Make a folder for the data, which only this user can read."""
        self._scratch: Final = Scratch()
        self._compilers: Final[dict[bool, typst.Compiler]] = {}
        self._written: Final[dict[str, str]] = {}
        self._with_other_letters: Final[set[str]] = set()
        self._parts: dict[int, Part] = {}
        self._starts: tuple[_Where, ...] = ()
        self._total = 0
        self._write(_TEMPLATE, resource("typst", _TEMPLATE).read_text(encoding="utf-8"))

    def print(self, document: Document) -> Pages:
        """Print a document into pages that can be drawn and lead back to the agenda.

        They look as the exported file does, but are not tagged. Raises `ExportError` as an export does.
        """
        self._parts = self._put(document, Measures(document), range(len(document.sections)))
        found = self._set({})
        self._starts = _starts(found.where, len(self._parts))
        pages = Pages(found.data, _spots(self._parts, found.where))
        self._total = pages.count
        return pages

    def print_near(self, document: Document, node: str) -> Pages:
        """Print only the pages around a node that was changed since the whole was printed, for they are wanted at once.

        The part that holds the node is set with its neighbours, as many as share a page with it: the first begins
        where it did in the last whole print, whose number of pages is said too. So the touched page is right, and the
        ones behind it are until something moves them; the whole is printed when the typing rests. `pages` tells which
        pages came out whole. Where a part came or went, or the node is new, all is printed.
        """
        touched = next((number for number, part in self._parts.items() if part.holds(node)), None)
        if touched is None or len(self._starts) != len(document.sections):
            return self.print(document)
        near = self._near(touched)
        measures = Measures(document)
        parts = self._put(document, measures, near)
        start = self._starts[near.start]
        above = max(0.0, start.top - measures.top)
        found = self._set(
            {"from": near.start, "to": near.stop, "page": start.page, "above": above, "total": self._total},
        )
        return Pages(
            found.data,
            _spots(parts, found.where, start.page - 1),
            first=start.page - 1,
            whole_from=start.page if near.start else 0,
            is_cut=near.stop < len(self._starts),
        )

    def _near(self, touched: int) -> range:
        """Give the parts that share a page with one, with one more on each side whose end or beginning is not seen."""
        starts = self._starts
        page = starts[touched].page
        begin = next((place for place in range(touched, -1, -1) if starts[place].page < page), 0)
        behind = starts[touched + 1].page if touched + 1 < len(starts) else self._total
        end = next((place for place in range(touched, len(starts)) if starts[place].page > behind), len(starts))
        return range(begin, end)

    def _put(self, document: Document, measures: Measures, numbers: range) -> dict[int, Part]:
        """Write the data of some parts of a document where it changed."""
        made = parts_of(document, measures, places=True, only=numbers)
        parts = dict(zip(numbers, made, strict=True))
        self._write("head.json", head_of(document, measures, places=True))
        for number, part in parts.items():
            self._write(f"part-{number}.json", part.json)
        return parts

    def _set(self, near: Mapping[str, float]) -> _Found:
        self._write("near.json", json.dumps(near))
        compiler = self._compiler(of_the_machine=bool(self._with_other_letters))
        data = _printed(compiler, pdf_tags=False, timestamp=_NO_DATE)
        return _Found(data, [_Where(*one) for one in json.loads(compiler.eval(_WHERE))])

    def close(self) -> None:
        """Remove the files of the data."""
        self._scratch.close()

    def _compiler(self, *, of_the_machine: bool) -> typst.Compiler:
        if of_the_machine not in self._compilers:
            self._compilers[of_the_machine] = _compiler(self._scratch.path / _TEMPLATE, of_the_machine=of_the_machine)
        return self._compilers[of_the_machine]

    def _write(self, name: str, text: str) -> None:
        if self._written.get(name) != text:
            self._scratch.put(name, text)
            self._written[name] = text
            if OTHER_LETTERS.search(text):
                self._with_other_letters.add(name)
            else:
                self._with_other_letters.discard(name)


def _spots(parts: Mapping[int, Part], where: Sequence[_Where], before: int = 0) -> tuple[Spot, ...]:
    """Give the spots of what was set; `before` are the pages that come before the first one."""
    made = ((parts[one.part].places[one.place], one) for one in where if one.place >= 0)
    return tuple(Spot(place.at, before + one.page - 1, one.top, place.left, place.right) for place, one in made)


def _starts(where: Sequence[_Where], count: int) -> tuple[_Where, ...]:
    starts = {one.part: one for one in where if one.place < 0}
    return tuple(starts[place] for place in range(count) if place in starts)


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
