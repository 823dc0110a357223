"""Lines of a terminal: glyphs in logical order, broken at a width, and only then put into visual order.

The order of the steps matters (UAX #9, section 3.4): levels are found for the whole paragraph, lines are broken in
logical order, and each line is reordered by itself. A glyph is a base character with the marks upon it, and stays
whole (rule L3). The levels are those of `language.bidi`: python-bidi gives a reordered string without levels, so that
looks are lost, and mirrors no brackets (R59); the tests hold the one against the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from igfeditor.language.bidi import Direction, levels, mirrored

_SPACE: Final = " "
_NO_BREAK_SPACE: Final = "\u00a0"
_MARKS: Final = frozenset({"Mn", "Me"})

Sign = tuple[str, Style]
"""A character with its look."""


class Glyph(NamedTuple):
    """A base character with its marks, its width in terminal cells, its look and its embedding level."""

    text: str
    width: int
    style: Style
    level: int


Glyphs = Sequence[Glyph]


def glyphs_of(signs: Sequence[Sign], base: Direction | None) -> list[Glyph]:
    """Make glyphs of the characters of one paragraph; without a base direction they are not to be reordered."""
    clusters: list[Sign] = []
    for sign, style in signs:
        if clusters and unicodedata.category(sign) in _MARKS:
            clusters[-1] = (clusters[-1][0] + sign, clusters[-1][1])
        else:
            clusters.append((sign, style))
    all_levels = levels("".join(text for text, _ in clusters), base) if base else ()
    glyphs: list[Glyph] = []
    place = 0
    for text, style in clusters:
        glyphs.append(Glyph(text, cell_len(text), style, all_levels[place] if base else 0))
        place += len(text)
    return glyphs


def width_of(glyphs: Iterable[Glyph]) -> int:
    """Give the width of glyphs in terminal cells."""
    return sum(glyph.width for glyph in glyphs)


def folded(glyphs: Glyphs, width: int) -> list[list[Glyph]]:
    """Break glyphs into lines of a width in cells.

    A line ends at a space. A word that is wider than a line is broken at no-break spaces, and where it has none
    between any two glyphs.
    """
    lines: list[list[Glyph]] = [[]]
    for word in _split(glyphs, _SPACE):
        for part in _fitting(word, width):
            if lines[-1] and width_of(lines[-1]) + width_of(_trimmed(part)) > width:
                lines.append([])
            lines[-1].extend(part)
    return [_trimmed(line) for line in lines]


def _split(glyphs: Glyphs, at: str) -> Iterator[list[Glyph]]:
    """Split after each of a kind of space, which stays with the word before it."""
    word: list[Glyph] = []
    for glyph in glyphs:
        word.append(glyph)
        if glyph.text == at:
            yield word
            word = []
    if word:
        yield word


def _fitting(word: list[Glyph], width: int) -> Iterator[list[Glyph]]:
    if width_of(_trimmed(word)) <= width:
        yield word
        return
    for part in _split(word, _NO_BREAK_SPACE):
        rest = part
        while width_of(_trimmed(rest)) > width:
            end = _end_within(rest, width)
            yield rest[:end]
            rest = rest[end:]
        yield rest


def _end_within(glyphs: Glyphs, width: int) -> int:
    used = 0
    for place, glyph in enumerate(glyphs):
        used += glyph.width
        if used > width:
            return max(1, place)
    return len(glyphs)


def _trimmed(line: list[Glyph]) -> list[Glyph]:
    end = len(line)
    while end and line[end - 1].text in {_SPACE, _NO_BREAK_SPACE}:
        end -= 1
    return line[:end]


def ordered(line: Glyphs) -> list[Glyph]:
    """Put one line into visual order (L2) and exchange its mirrored signs (L4)."""
    glyphs = [glyph._replace(text=mirrored(glyph.text)) if glyph.level % 2 else glyph for glyph in line]
    for level in range(max((glyph.level for glyph in glyphs), default=0), 0, -1):
        glyphs = _turned(glyphs, level)
    return glyphs


def _turned(glyphs: Glyphs, level: int) -> list[Glyph]:
    turned: list[Glyph] = []
    stretch: list[Glyph] = []
    for glyph in glyphs:
        if glyph.level >= level:
            stretch.append(glyph)
        else:
            turned += (*reversed(stretch), glyph)
            stretch = []
    return [*turned, *reversed(stretch)]


def drawn(line: Iterable[Glyph], *, with_marks: bool = False) -> Text:
    """Draw glyphs as they stand, as a rule without the invisible marks that only steer them."""
    text = Text()
    seen = (one for one in line if with_marks or unicodedata.category(one.text[0]) != "Cf")
    for style, glyphs in groupby(seen, key=lambda glyph: glyph.style):
        text.append("".join(glyph.text for glyph in glyphs), style)
    return text
