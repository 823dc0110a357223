"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from igfeditor.gate.faults import Fault, Refused


class Kind(StrEnum):
    """The kinds of foreign files; templates of Word and Excel count as their documents."""

    DOCX = "docx"
    XLSX = "xlsx"
    HTML = "html"
    XLIFF = "xliff"
    TMX = "tmx"
    TBX = "tbx"
    CSV = "csv"


ZIP: Final = b"PK"
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF: Final = b"%PDF-"
OTHER_FILES: Final = (ZIP + b"\x03\x04", OLD_OFFICE[:4], PDF)
"""First bytes of what people have beside their agendas: Word and Excel (zip), old Office, PDF."""

_LOOKED_AT: Final = 4_096
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_PROGRAMS: Final = (b"MZ", b"\x7fELF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc", b"\x1f\x8b")
# Each piece is atomic: read in one way only, or a few hundred of them would take for ever.
_ROOT: Final = re.compile(
    r"\A(?:\s++|(?><\?.*?\?>)|(?><!--.*?-->)|<!DOCTYPE\s[^>\[]*+(?:>|(?>\[.*?\]\s*+>)))*<([\w.-]+:)?([\w.-]+)",
    re.S | re.I,
)
_DIALECTS: Final = {"xliff": Kind.XLIFF, "tmx": Kind.TMX, "tbx": Kind.TBX, "martif": Kind.TBX}.items()
_XML_DECLARATION: Final = re.compile(r"\A\s*<\?xml\b", re.I)


def kind_of(data: bytes) -> Kind | None:
    """Give the kind of a text file, none for a package, whose parts say what it is; raises `Refused`."""
    if not data:
        raise Refused(Fault.EMPTY)
    if data.startswith(OLD_OFFICE):
        raise Refused(Fault.PASSWORD if _ENCRYPTED in data else Fault.OLD_OFFICE)
    if data.startswith(ZIP):
        return None
    if data.startswith((PDF, *_PROGRAMS)):
        raise Refused(Fault.OTHER_KIND)
    head = _head(data)
    root = _ROOT.match(head)
    dialect = dict(_DIALECTS).get(root[2].lower()) if root else None
    if dialect is not None:
        return dialect
    if _XML_DECLARATION.match(head) and not (root and root[2].lower() == "html"):
        raise Refused(Fault.OTHER_KIND)
    return Kind.HTML if head.lstrip().startswith("<") else Kind.CSV


def _head(data: bytes) -> str:
    """Give the beginning of a file as text, whatever it is."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:_LOOKED_AT].decode("utf-16", "replace")
    return data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
