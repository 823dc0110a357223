"""XML and HTML, counted before anything is built from them.

XML is read by expat piece by piece: nothing is kept, nothing is fetched, and the first declaration of a document type
or an entity ends the reading. A file that passes holds no more than any parser can take, and is then read by the one
that the exporters use, too, with entities and network off and its own bounds on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NoReturn, cast
from xml.parsers import expat

from lxml import etree

from igfeditor.gate import limits
from igfeditor.gate.faults import Fault, Refused

Visit = Callable[[str, Mapping[str, str]], None]
"""What is called with the name of each element, `namespace name` as expat gives it, and its attributes."""

_ENCODINGS: Final = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii"})
_BOMS_REFUSED: Final = (b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"+/v", b"\0\0\0<", b"<\0\0\0", b"\0<", b"<\0")
_SEPARATOR: Final = " "


def _no_visit(_name: str, _attributes: Mapping[str, str]) -> None:
    """Take no notice of an element."""


class Tally:
    """The number of elements of a whole file: one count for all of its parts."""

    def __init__(self) -> None:
        """Begin at none."""
        self.elements = 0

    def add(self, part: str) -> None:
        """Count one element; raises `Refused` for one too many."""
        self.elements += 1
        if self.elements > limits.MOST_ELEMENTS:
            raise Refused(Fault.TOO_MANY_ELEMENTS, part)


class _Bounds:
    """Depth, elements and texts of one part, held below their limits while it is read."""

    def __init__(self, part: str, tally: Tally, visit: Visit) -> None:
        self._part = part
        self._tally = tally
        self._visit = visit
        self._depth = 0
        self._text = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Go into an element."""
        self._tally.add(self._part)
        self._depth += 1
        if self._depth > limits.DEEPEST:
            raise Refused(Fault.TOO_DEEP, self._part)
        self._text = sum(map(len, attributes.values())) if attributes else 0
        self._refuse_long()
        self._text = 0
        self._visit(name, attributes)

    def end(self, _name: str) -> None:
        """Come out of an element."""
        self._depth -= 1
        self._text = 0

    def text(self, text: str) -> None:
        """Read a stretch of text, a comment or an instruction."""
        self._text += len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
        self._refuse_long()

    def _refuse_long(self) -> None:
        if self._text > limits.LONGEST_TEXT:
            raise Refused(Fault.TEXT_TOO_LONG, self._part)


def scan(
    chunks: Iterable[bytes],
    part: str,
    tally: Tally,
    visit: Visit = _no_visit,
    *,
    bare_dtd: bool = False,
) -> None:
    """Read XML and hold it below all limits; raises `Refused`.

    `bare_dtd` allows a document type that is named only and declares nothing, as TMX files have.
    """
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    bounds = _Bounds(part, tally, visit)
    parser.buffer_text = True
    parser.buffer_size = 64 * 1024
    parser.StartElementHandler = bounds.start
    parser.EndElementHandler = bounds.end
    parser.CharacterDataHandler = bounds.text
    parser.CommentHandler = bounds.text
    parser.ProcessingInstructionHandler = lambda _, text: bounds.text(text)

    def doctype(_name: str, _system: str | None, _public: str | None, internal: bool | int) -> None:
        if internal or not bare_dtd:
            raise Refused(Fault.DTD, part)

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise Refused(Fault.ENCODING, part)

    def never(*_: object) -> NoReturn:
        raise Refused(Fault.DTD, part)

    parser.StartDoctypeDeclHandler = doctype
    parser.XmlDeclHandler = declaration
    parser.EntityDeclHandler = never
    parser.ExternalEntityRefHandler = never
    parser.SkippedEntityHandler = never
    _feed(parser, chunks, part)


def _feed(parser: expat.XMLParserType, chunks: Iterable[bytes], part: str) -> None:
    first = True
    try:
        for chunk in chunks:
            if first and chunk.startswith(_BOMS_REFUSED):
                raise Refused(Fault.ENCODING, part)
            first = first and not chunk
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        unknown = error.code in (18, 19)  # XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING
        raise Refused(Fault.ENCODING if unknown else Fault.MARKUP, part) from error
    except (LookupError, ValueError) as error:
        raise Refused(Fault.ENCODING, part) from error


def read_by_lxml(data: bytes, part: str) -> None:
    """See that the parser of the exporters takes a part that was scanned, too; raises `Refused`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise Refused(Fault.MARKUP, part) from error


class _Page:
    """What lxml calls while it reads a page (its parser target): bounds, and no tree."""

    def __init__(self, bounds: _Bounds) -> None:
        self._bounds = bounds

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Go into an element."""
        self._bounds.start(tag, attrib)

    def end(self, tag: str) -> None:
        """Come out of an element."""
        self._bounds.end(tag)

    def data(self, data: str | bytes) -> None:
        """Read a stretch of text."""
        self._bounds.text(str(data))

    def comment(self, text: str | bytes) -> None:
        """Read a comment."""
        self._bounds.text(str(text))

    def close(self) -> None:
        """Give nothing: the page was only counted."""


def scan_page(data: bytes) -> None:
    """Read HTML, of which little is ever sound, and hold it below the limits that XML has."""
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1256", "replace")
    if "\0" in text:
        raise Refused(Fault.ENCODING)
    parser = etree.HTMLParser(
        target=cast("Any", _Page(_Bounds("", Tally(), _no_visit))), no_network=True, huge_tree=False, encoding="utf-8"
    )
    try:
        for start in range(0, len(text), 64 * 1024):
            parser.feed(text[start : start + 64 * 1024].encode("utf-8", "replace"))
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Refused(Fault.MARKUP) from error
