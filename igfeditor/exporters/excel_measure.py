"""How many lines a text fills in a column, by estimate: a sheet prints no line that its row has no room for (R49).

The program measures no fonts, for it does not know which the reader has. Widths are mean widths of letters,
taken wide enough that an estimate errs towards a line too many.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from igfeditor.language.bidi import Direction

POINTS_PER_CHARACTER: Final = 5.25
"""The width of one unit of a column (ECMA-376 18.3.1.13) in points, for a Normal style of Arial 10."""
TALLEST_ROW: Final = 409.0
"""The greatest height of a row in points that Excel knows."""
_CELL_PADDING: Final = 5.0
_EM: Final[Mapping[Direction, float]] = MappingProxyType({"ltr": 0.55, "rtl": 0.57})
_LEADING: Final[Mapping[Direction, float]] = MappingProxyType({"ltr": 1.5, "rtl": 1.74})
_CAPITALS: Final = 0.76


def line_height(size: float, direction: Direction) -> float:
    """Give the height of a line in points: 15 for English of 10 points, 20 for Arabic of 11.5."""
    return size * _LEADING[direction]


def capacity(width: float, size: float, direction: Direction) -> int:
    """Give how many letters of a size in points stand on one line of a column, its width in column units."""
    return max(1, int((width * POINTS_PER_CHARACTER - _CELL_PADDING) / (size * _EM[direction])))


def most_lines(size: float, direction: Direction) -> int:
    """Give how many lines a row can show at most, one kept free for a line break that ends a part."""
    return int(TALLEST_ROW / line_height(size, direction)) - 2


def line_count(text: str, letters: int) -> int:
    """Give how many lines a text fills when a line holds so many letters."""
    return sum(1 if len(line) <= letters * _CAPITALS else _folded(line, letters) for line in text.split("\n"))


def cuts(text: str, letters: int, limit: int) -> tuple[int, ...]:
    """Give the places where a text must be cut so that no part fills more than `limit` lines.

    A cut stands after a space or a line break wherever there is one, so the parts joined are the text again.
    """
    return tuple(_line_starts(text, letters))[limit::limit]


def _folded(line: str, letters: int) -> int:
    return sum(1 for _ in _folds(line, _true_capacity(line, letters))) + 1


def _true_capacity(line: str, letters: int) -> int:
    return max(1, int(letters * _CAPITALS)) if line.isupper() else letters


def _line_starts(text: str, letters: int) -> Iterator[int]:
    place = 0
    for line in text.split("\n"):
        yield place
        for fold in _folds(line, _true_capacity(line, letters)):
            yield place + fold
        place += len(line) + 1


def _folds(line: str, letters: int) -> Iterator[int]:
    """Give the places in one line where it goes on below: between words, or within one that is too long."""
    begin = place = 0
    for word in line.split(" "):
        end = place + len(word)
        if end - begin > letters and place > begin:
            begin = place
            yield begin
        while end - begin > letters:
            begin = _clear_of_marks(line, begin, begin + letters)
            yield begin
        place = end + 1


def _clear_of_marks(line: str, begin: int, place: int) -> int:
    back = place
    while back > begin + 1 and unicodedata.combining(line[back]):
        back -= 1
    return back if back > begin + 1 else place
