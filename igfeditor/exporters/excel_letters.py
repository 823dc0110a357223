"""How wide letters are, in parts of their size: Latin as in Arial, Arabic as in the widest face that stands in for it.

The program measures no fonts, for it does not know which ones the reader has. Arial's widths are those of all faces
that are made to replace it. It has Arabic letters on Windows and macOS; elsewhere another face lends them, and the
widest of the usual ones is DejaVu Sans.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

_LATIN: Final[Mapping[float, str]] = MappingProxyType(
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
_JOINED: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.31: "اآأإٱبتثنيئىلپیـ",
        0.33: "،؛",
        0.48: "ء",
        0.54: "درذزژوؤةفقكکگعغ؟٠١٢٣٤٥٦٧٨٩",
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
_LOWER: Final = 0.65
_UPPER: Final = 0.8
_WIDE: Final = 1.05
_ARABIC_LETTER: Final = re.compile("[\u0620-\u064a\u066e-\u06d3]")


def _by_letter(table: Mapping[float, str]) -> Mapping[str, float]:
    return MappingProxyType({letter: width for width, letters in table.items() for letter in letters})


_WIDTHS: Final = MappingProxyType({**_by_letter(_LATIN), **_by_letter(_JOINED)})
_LAST_WIDTHS: Final = _by_letter(_LAST)


@lru_cache(maxsize=32_768)
def width_of(word: str) -> float:
    """Give the width of a stretch of text; a letter of the Arabic script that joins nothing after it is wider."""
    width = 0.0
    for place, letter in enumerate(word):
        known = _WIDTHS.get(letter)
        if letter in _LAST_WIDTHS and not _ARABIC_LETTER.match(word, place + 1):
            known = _LAST_WIDTHS[letter]
        width += _other(letter) if known is None else known
    return width


@lru_cache(maxsize=4_096)
def _other(letter: str) -> float:
    """Give the width of a letter that no table has: accented ones by their base, marks none."""
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if letter.islower():
        return _LOWER
    return _UPPER if letter.isalpha() and unicodedata.east_asian_width(letter) in "NAH" else _WIDE
