"""How tall a text stands in a column, by estimate: a sheet prints no line that its row has no room for (R49).

A row gets the height that suits both kinds of machine: one that has Arial, where Arabic is narrow and lines are
tall (Excel rounds them up to whole points of the screen), and one that has it not, where Arabic is wide and lines
are low.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from igfeditor.exporters.letter_widths import width_of
from igfeditor.language.bidi import Direction

NORMAL_SIZE: Final = 10
POINTS_PER_UNIT: Final = 5.25
"""The width of one unit of a column (ECMA-376 18.3.1.13) in points, for a Normal style of Arial 10."""
TALLEST_ROW: Final = 409.0
"""The greatest height of a row in points that Excel knows."""
LOWEST_ROW: Final = 15.0
_CELL_PADDING: Final = 5.0
_CAUTION: Final = 0.97
"""The part of a width that is reckoned with: some signs come from yet other faces."""
_ROW_PADDING: Final = 3.0
_HEAVY: Final[Mapping[Direction, float]] = MappingProxyType({"ltr": 1.08, "rtl": 1.18})
_MEAN_LETTER: Final = 0.5
_LONGEST_LABEL: Final = 30
_SPACE: Final = width_of(" ")
_PARTS: Final = re.compile(r"[^ ]*?[^\W\d_]-(?=[^\W\d_])|[^ ]* ")
"""A word with the space after it, or a part of it up to a hyphen between letters."""


@dataclass(frozen=True, slots=True)
class _Face:
    """How wide the letters of a machine are beside those of `letter_widths`, and how far its lines are apart."""

    letters: float
    line: float


_FACES: Final[Mapping[Direction, tuple[_Face, ...]]] = MappingProxyType(
    {"ltr": (_Face(1.0, 1.28),), "rtl": (_Face(1.0, 1.19), _Face(0.88, 1.28))}
)


@dataclass(frozen=True, slots=True)
class Room:
    """The place that a text has: the width of its columns in units, the size of its letters in points."""

    width: float
    size: float
    direction: Direction
    bold: bool = False

    @property
    def ems(self) -> float:
        """Give the width in sizes of a letter, as for letters that are not heavy."""
        heavy = _HEAVY[self.direction] if self.bold else 1.0
        return max(1.0, _CAUTION * (self.width * POINTS_PER_UNIT - _CELL_PADDING) / (self.size * heavy))

    def with_heavy(self, letters: int) -> Room:
        """Give the room of a text so many letters of which are heavy: a label takes room, more makes all heavy."""
        if self.bold or not letters:
            return self
        if letters > _LONGEST_LABEL:
            return replace(self, bold=True)
        more = letters * _MEAN_LETTER * (_HEAVY[self.direction] - 1) * self.size / POINTS_PER_UNIT
        return replace(self, width=self.width - more)


def height(text: str, room: Room) -> float:
    """Give the height in points that a row needs for a text, at least that of one line."""
    faces = _FACES[room.direction]
    counts = line_counts(text, [room.ems / face.letters for face in faces])
    tallest = max(face.line * count for face, count in zip(faces, counts, strict=True))
    return max(LOWEST_ROW, _ROW_PADDING + room.size * tallest)


def cuts(text: str, room: Room) -> tuple[int, ...]:
    """Give the places where a text must be cut so that no part is taller than Excel's tallest row.

    A cut stands after a space or a line break wherever there is one, so the parts joined are the text again.
    """
    tallest = max(face.line for face in _FACES[room.direction])
    limit = int((TALLEST_ROW - _ROW_PADDING) / (room.size * tallest))
    return tuple([*_line_starts(text, room.ems)][limit::limit])


def line_counts(text: str, widths: Sequence[float]) -> list[int]:
    """Give how many lines a text fills in each of several widths."""
    counts = [0] * len(widths)
    for paragraph in text.split("\n"):
        words = _words(paragraph)
        whole = sum(map(width_of, words)) - _SPACE
        for place, ems in enumerate(widths):
            counts[place] += 1 if whole <= ems else 1 + sum(1 for _ in _breaks(words, ems))
    return counts


def _line_starts(text: str, ems: float) -> Iterator[int]:
    """Give where each line begins: after a line break, or after the last word that fits."""
    place = 0
    for paragraph in text.split("\n"):
        yield place
        yield from (place + start for start in _breaks(_words(paragraph), ems))
        place += len(paragraph) + 1


def _words(paragraph: str) -> list[str]:
    """Divide a paragraph where a line may end: after spaces, each of which stays with its word, and some hyphens."""
    return _PARTS.findall(f"{paragraph} ") if "-" in paragraph else [f"{word} " for word in paragraph.split(" ")]


def _breaks(words: Iterable[str], ems: float) -> Iterator[int]:
    """Give where the lines of a paragraph begin that are not its first; a space at the end of a line hangs over."""
    place, used = 0, 0.0
    for word in words:
        width = width_of(word)
        bare = word.rstrip(" ")
        seen = width if bare == word else width - _SPACE
        # What is nothing but space hangs over too, also where a part of a divided text ends with it.
        if used and seen and used + seen > ems:
            yield place
            used = 0.0
        if seen > ems:
            inner = [*_breaks_within(bare, ems)]
            yield from (place + start for start in inner)
            width = width_of(word[inner[-1] :]) if inner else width
        used += width
        place += len(word)


def _breaks_within(word: str, ems: float) -> Iterator[int]:
    """Give where a word that is wider than a line is broken, no vowel sign parted from its letter."""
    used = 0.0
    for place, letter in enumerate(word):
        width = width_of(letter)
        if used and used + width > ems and not unicodedata.combining(letter):
            yield place
            used = 0.0
        used += width
