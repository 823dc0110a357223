"""How wide a text is in print, in twentieths of a point, by estimate: a little more than `letter_widths` has it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import Paragraph, Role
from igfeditor.exporters.letter_widths import Face, width_of
from igfeditor.exporters.word_styles import LOOKS

_HEAVIER: Final[Mapping[bool, float]] = MappingProxyType({False: 1.08, True: 1.2})
_MARGIN_OF_ERROR: Final = 1.04
_TWENTIETHS: Final = 10
"""How many twentieths of a point there are in the half points in which the size of a look is given."""
_MOST_REMEMBERED: Final = 1_000


def text_width(text: str, paragraph: Paragraph) -> int:
    """Give the width of a text in the look of its paragraph."""
    return width_in(text, paragraph.role, rtl=paragraph.direction == "rtl")


@lru_cache(maxsize=_MOST_REMEMBERED)
def width_in(text: str, role: Role | str, *, rtl: bool) -> int:
    """Give the width of a text in the look of a role."""
    looks = LOOKS[role]
    size = _TWENTIETHS * (looks.arabic if rtl else looks.latin)
    heavier = _HEAVIER[rtl] if looks.heavy else 1
    return int(width_of(text, Face.BOOK) * size * heavier * _MARGIN_OF_ERROR)
