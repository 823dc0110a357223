"""How wide letters are, in parts of their size: Latin of two kinds of face, Arabic as in the widest face that lends it.

The program measures no fonts, for it does not know which ones the reader has. Arial's widths are those of all faces
that are made to replace it, and those of Times likewise. Both have Arabic letters on Windows and macOS; elsewhere
another face lends them, and the widest of the usual ones is DejaVu Sans. So a text is hardly ever wider than reckoned.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Final


class Face(Enum):
    """The kinds of Latin faces: sans serif as Arial, in which sheets are set, and a book face as Times."""

    SANS = "sans"
    BOOK = "book"


_SANS: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.22: "'ijl|‘’",
        0.28: " \u00a0!,./:;I[\\]ft·",
        0.34: '()-`r{}"“”\u2010\u2011•',
        0.39: "*",
        0.5: "Jcksvxyz^",
        0.56: "#$0123456789?L_abdeghnopqu«»–€",
        0.59: "+<=>~",
        0.67: "FTZ&ABEKPSVXY",
        0.73: "CDHNRUw",
        0.78: "GOQ",
        0.84: "Mm",
        0.95: "%W",
        1.02: "@—…",
        3.0: "\t",
    }
)
_BOOK: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.0: "\t\n",
        0.25: "'|,. \u00a0·",
        0.3: "/:;\\ijlt",
        0.35: "!()-I[]`fr‘’\u2010\u2011",
        0.4: '"Js',
        0.45: "?^acez“”",
        0.5: "#$*0123456789_bdghknopquvxy{}–†‡§«»€",
        0.55: "+<=>FPS~",
        0.6: "ELTZ•",
        0.65: "BCR−",
        0.75: "ADGHKNOQUVXYw",
        0.85: "&mM%",
        0.95: "@W",
        1.0: "—…",
    }
)
_ARABIC: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.31: "اآأإٱبتثنيئىلپیـ",
        0.33: "،؛",
        0.48: "ء",
        0.54: "درذزژوؤةفقكکگعغ؟٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
        0.58: "مه",
        0.65: "جحخچ",
        0.82: "طظ",
        0.89: "سشصض",
    }
)
_LAST: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.67: "م",
        0.76: "لن",
        0.84: "يىئقكیهعغ",
        0.95: "طظ",
        0.98: "بتثپ",
        1.04: "فکگ",
        1.27: "سشصض",
    }
)
"""The widths of Arabic letters that join nothing after them."""

_LOWER: Final = 0.65
_UPPER: Final = 0.8
_WIDE: Final = 1.05
# Vowel marks do not part two letters; a hamza on the line joins nothing.
_JOINED_TO: Final = re.compile("[\u064b-\u065f\u0670]*[\u0620\u0622-\u064a\u066e\u066f\u0671-\u06d3]")


def _by_letter(*tables: Mapping[float, str]) -> Mapping[str, float]:
    return MappingProxyType({letter: width for table in tables for width, all_ in table.items() for letter in all_})


_WIDTHS: Final = MappingProxyType({Face.SANS: _by_letter(_SANS, _ARABIC), Face.BOOK: _by_letter(_BOOK, _ARABIC)})
_LAST_WIDTHS: Final = _by_letter(_LAST)


@lru_cache(maxsize=32_768)
def width_of(text: str, face: Face = Face.SANS) -> float:
    """Give the width of a stretch of text; a letter of the Arabic script that joins nothing after it is wider."""
    widths, width = _WIDTHS[face], 0.0
    for place, letter in enumerate(text):
        known = widths.get(letter)
        if letter in _LAST_WIDTHS and not _JOINED_TO.match(text, place + 1):
            known = _LAST_WIDTHS[letter]
        width += _other(letter, face) if known is None else known
    return width


@lru_cache(maxsize=4_096)
def _other(letter: str, face: Face) -> float:
    """Give the width of a letter that no table has: accented ones by their base, marks none."""
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _WIDTHS[face]:
        return _WIDTHS[face][base]
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if letter.islower():
        return _LOWER
    return _UPPER if letter.isalpha() and unicodedata.east_asian_width(letter) in "NAH" else _WIDE
