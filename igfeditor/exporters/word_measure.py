"""How wide a text is in print, reckoned, for the faces of the reader's machine are not at hand.

The widths are those of the usual faces: a Latin book face of the Times kind, and for Arabic letters the widest of
the faces that office programs fall back to. So a text is hardly ever wider than reckoned, and often narrower.
All widths are twentieths of a point, but for those in the tables, which are hundredths of the size of the face.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import Paragraph, Role
from igfeditor.exporters.word_styles import LOOKS

_WIDTHS: Final[Mapping[str, int]] = MappingProxyType(
    {
        letter: width
        for width, letters in {
            25: "'|,. \u00a0",
            30: "/:;\\ijltأاإ",
            35: "!()-I[]`fr،؛آ",
            40: '"Js',
            45: "?^acez",
            50: "#$*0123456789_bdghknopquvxy{}–†‡§ء",
            55: "+<=>FPS~ةدذرزوؤه؟",
            60: "ELTZ•عغ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
            65: "BCRجحخچم−",
            75: "ADGHKNOQUVXYwلن",
            85: "&mM%قكيىئیظط",
            95: "@W",
            100: "بتثپ—",
            105: "ف",
            120: "کگ",
            125: "سشصض",
        }.items()
        for letter in letters
    }
)
_JOINED: Final[Mapping[str, int]] = MappingProxyType(
    {
        letter: width
        for width, letters in {
            30: "بتثپنييئىیـ",
            35: "ل",
            50: "غفق",
            55: "ه",
            60: "عم",
            65: "جحخچكکگ",
            80: "طظ",
            90: "سشصض",
        }.items()
        for letter in letters
    }
)
"""The widths of Arabic letters that are joined to the next one."""

_UNKNOWN: Final = 75
_NOTHING: Final = frozenset("\u200e\u200f\u200c\u200d\u200b\u2060\t\n")
_NEVER_ALONE: Final = frozenset({"Mn", "Me"})
_HEAVIER: Final[Mapping[bool, float]] = MappingProxyType({False: 1.08, True: 1.2})
_MARGIN_OF_ERROR: Final = 1.04
_MOST_REMEMBERED: Final = 1_000


def text_width(text: str, paragraph: Paragraph) -> int:
    """Give the width of a text in the look of its paragraph."""
    return width_in(text, paragraph.role, rtl=paragraph.direction == "rtl")


@lru_cache(maxsize=_MOST_REMEMBERED)
def width_in(text: str, role: Role | str, *, rtl: bool) -> int:
    """Give the width of a text in the look of a role."""
    looks = LOOKS[role]
    size = 10 * (looks.arabic if rtl else looks.latin)
    hundredths = sum(map(_width, text, (*text[1:], " ")))
    heavier = _HEAVIER[rtl] if looks.heavy else 1
    return int(hundredths * size * heavier * _MARGIN_OF_ERROR / 100)


def _width(letter: str, following: str) -> int:
    if letter in _JOINED and unicodedata.bidirectional(following) in {"AL", "NSM"}:
        return _JOINED[letter]
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    return 0 if letter in _NOTHING or unicodedata.category(letter) in _NEVER_ALONE else _UNKNOWN
