"""The rules of Word and Excel packages: what they are, what they bring along, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from igfeditor.gate import limits
from igfeditor.gate.faults import Fault, Refused
from igfeditor.gate.kinds import Kind
from igfeditor.gate.markup import Tally, read_by_lxml, scan
from igfeditor.gate.zips import Package

_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.(wordprocessingml|spreadsheetml)\.(document|sheet|template)"
    r"\.main\+xml\Z"
)
_MACROS: Final = re.compile("macroenabled|vbaproject|vbadata|activex|attachedtoolbars|macrosheet|dialogsheet", re.I)
_XML: Final = (".xml", ".rels", ".vml")
_HYPERLINK: Final = "/hyperlink"
_TEMPLATE: Final = "/attachedTemplate"
# A template on the disk of the office that made the file, which nobody opens; a host's share would be.
_OWN_DISK: Final = re.compile(r"(?:file:/{3})?[A-Za-z]:[\\/](?![\\/])|file:/{3}(?!/)|[^:/\\]+\Z")
_CELL: Final = re.compile(r"\$?([A-Za-z]{1,7})\$?(\d{1,12})")
_WORD_NAMES: Final = re.compile(
    "http://(?:schemas.openxmlformats.org/wordprocessingml|purl.oclc.org/ooxml/wordprocess)"
)
_SHEET_NAMES: Final = re.compile("http://(?:schemas.openxmlformats.org/spreadsheetml|purl.oclc.org/ooxml/spreadsheet)")


def inspect_package(data: bytes) -> Kind:
    """Look at every part of a package and say what it is; raises `Refused`."""
    package = Package(data)
    if _TYPES not in package.entries:
        raise Refused(Fault.OTHER_KIND)
    for name in package.entries:
        if _MACROS.search(name):
            raise Refused(Fault.MACROS, name)
    tally = Tally()
    types = _Types()
    _part(package, _TYPES, tally, types)
    content = _Content(types.kind)
    for name, entry in package.entries.items():
        content.part = name
        if name.lower().endswith(_XML) or types.is_xml(name):
            _part(package, name, tally, content)
        else:
            for _ in package.chunks(entry):
                pass
    return types.kind


def _part(package: Package, name: str, tally: Tally, visit: _Types | _Content) -> None:
    data = package.read(package.entries[name])
    scan((data,), name, tally, visit.element)
    read_by_lxml(data, name)


class _Types:
    """The list of content types: what the package is, and which of its parts are XML whatever their names."""

    def __init__(self) -> None:
        self._kinds: set[Kind] = set()
        self._xml: set[str] = set()

    def element(self, _name: str, attributes: Mapping[str, str]) -> None:
        """Take notice of one line of the list."""
        said = attributes.get("ContentType", "")
        if _MACROS.search(said):
            raise Refused(Fault.MACROS, attributes.get("PartName", ""))
        found = _MAIN.match(said)
        if found:
            self._kinds.add(Kind.DOCX if found[1] == "wordprocessingml" else Kind.XLSX)
        if said.lower().endswith("xml"):
            self._xml.add(attributes.get("PartName") or f".{attributes.get('Extension', '')}")

    def is_xml(self, name: str) -> bool:
        """Tell whether a part is XML by its name or its ending."""
        return f"/{name}" in self._xml or f".{name.rpartition('.')[2]}" in self._xml

    @property
    def kind(self) -> Kind:
        """Give the one kind that the package is of; raises `Refused` for none and for two."""
        if len(self._kinds) != 1:
            raise Refused(Fault.OTHER_KIND)
        (kind,) = self._kinds
        return kind


class _Content:
    """Paragraphs, cells, areas and relationships of a whole package."""

    def __init__(self, kind: Kind) -> None:
        self.part = ""
        self._kind = kind
        self._paragraphs = 0
        self._cells = 0
        self._rows = 0
        self._covered = 0

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take notice of one element of any part."""
        space, _, local = name.rpartition(" ")
        match local:
            case "Relationship":
                self._relationship(attributes)
            case "p" if _WORD_NAMES.match(space):
                self._paragraphs += 1
                if self._paragraphs > limits.MOST_PARAGRAPHS:
                    raise Refused(Fault.TOO_MANY_PARAGRAPHS, self.part)
            case "gridSpan" | "gridBefore" | "gridAfter":
                if any(_number(value) > limits.MOST_COLUMNS for value in attributes.values()):
                    raise Refused(Fault.TOO_WIDE, self.part)
            case _ if _SHEET_NAMES.match(space):
                self._sheet(local, attributes)
            case _:
                pass

    def _relationship(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("TargetMode", "").lower() != "external":
            return
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if kind.endswith(_HYPERLINK) or (kind.endswith(_TEMPLATE) and _OWN_DISK.match(target)):
            return
        raise Refused(Fault.OUTSIDE, target or self.part)

    def _sheet(self, local: str, attributes: Mapping[str, str]) -> None:
        match local:
            case "worksheet":
                self._rows = 0
            case "row":
                self._rows = _number(attributes["r"]) if "r" in attributes else self._rows + 1
                self._refuse_wide(self._rows, 1)
            case "c":
                self._cells += 1
                if self._cells > limits.MOST_CELLS:
                    raise Refused(Fault.TOO_MANY_CELLS, self.part)
                self._area(attributes.get("r", ""))
            case "dimension":
                self._area(attributes.get("ref", ""))
            case "mergeCell" | "hyperlink":
                self._covered += self._area(attributes.get("ref", ""))
                if self._covered > limits.LARGEST_MERGED:
                    raise Refused(Fault.MERGED, self.part)
            case _:
                pass

    def _area(self, said: str) -> int:
        """Give the number of cells of "A1" or "A1:C9"; raises `Refused` where it reaches too far."""
        corners = [(_number(row), _column(letters)) for letters, row in _CELL.findall(said)] or [(1, 1)]
        for row, column in corners:
            self._refuse_wide(row, column)
        (top, left), (bottom, right) = corners[0], corners[-1]
        return (abs(bottom - top) + 1) * (abs(right - left) + 1)

    def _refuse_wide(self, row: int, column: int) -> None:
        if row > limits.MOST_ROWS or column > limits.MOST_COLUMNS:
            raise Refused(Fault.TOO_WIDE, self.part)


def _number(said: str) -> int:
    """Give a number that a file says: none for what is no number, a large one for one of too many digits."""
    digits = said.strip()
    if not digits.isdecimal():
        return 0
    return int(digits) if len(digits) <= 12 else 10**12


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
