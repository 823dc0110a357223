"""How tall a text stands in a column, by estimate: a sheet prints no line that its row has no room for (R49).

The program measures no fonts, for it does not know which ones the reader has. It reckons with the mean width of a
letter and the height of a line, in parts of the letters' size. Arabic falls back on a wide font with low lines
or on a narrow one with tall lines; a row gets the height that suits both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from igfeditor.language.bidi import Direction

NORMAL_SIZE: Final = 10
POINTS_PER_UNIT: Final = 5.25
"""The width of one unit of a column (ECMA-376 18.3.1.13) in points, for a Normal style of Arial 10."""
TALLEST_ROW: Final = 409.0
"""The greatest height of a row in points that Excel knows."""
_CELL_PADDING: Final = 5.0
_ROW_PADDING: Final = 3.0
_CAPITALS: Final = 0.76


@dataclass(frozen=True, slots=True)
class _Font:
    letter: float
    bold_letter: float
    line: float


_FONTS: Final[Mapping[Direction, tuple[_Font, ...]]] = MappingProxyType(
    {
        "ltr": (_Font(0.51, 0.55, 1.43),),
        "rtl": (_Font(0.50, 0.58, 1.36), _Font(0.41, 0.44, 1.68)),
    }
)


@dataclass(frozen=True, slots=True)
class Room:
    """The place that a text has: the width of its columns in units, the size of its letters in points."""

    width: float
    size: float
    direction: Direction
    bold: bool = False

    def letters(self, font: _Font, *, capitals: bool = False) -> int:
        """Give how many letters stand on one line; capitals are wider."""
        letter = self.size * (font.bold_letter if self.bold else font.letter) / (_CAPITALS if capitals else 1)
        return max(1, int((self.width * POINTS_PER_UNIT - _CELL_PADDING) / letter))


def height(text: str, room: Room) -> float:
    """Give the height in points that a row needs for a text, at least that of one line."""
    capitals = room.direction == "ltr" and text.isupper()
    return _ROW_PADDING + room.size * max(
        font.line * line_count(text, room.letters(font, capitals=capitals)) for font in _FONTS[room.direction]
    )


def cuts(text: str, room: Room) -> tuple[int, ...]:
    """Give the places where a text must be cut so that no part is taller than Excel's tallest row.

    A cut stands after a space or a line break wherever there is one, so the parts joined are the text again. All
    is reckoned as capitals, for a part may be in capitals where the whole is not.
    """
    fonts = _FONTS[room.direction]
    lines = _lines_of(min(room.letters(font, capitals=True) for font in fonts))
    limit = int((TALLEST_ROW - _ROW_PADDING) / (room.size * max(font.line for font in fonts)))
    starts = [_clear_of_marks(text, line.start()) for line in lines.finditer(text)]
    return tuple(starts[limit::limit])


def line_count(text: str, letters: int) -> int:
    """Give how many lines a text fills where so many letters stand on one."""
    return max(1, len(_lines_of(letters).findall(text)))


@cache
def _lines_of(letters: int) -> re.Pattern[str]:
    """Match one line: up to a line break, up to the last space that fits, or as many letters as fit."""
    return re.compile(rf".{{1,{letters}}}(?:[ \n]|\Z)|\n|.{{1,{letters}}}")


def _clear_of_marks(text: str, place: int) -> int:
    """Move a place in the middle of a word back, so that no vowel sign is parted from its letter."""
    while place and unicodedata.combining(text[place]):
        place -= 1
    return place
