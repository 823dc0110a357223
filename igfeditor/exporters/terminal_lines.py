"""Lines of a terminal: glyphs in logical order, folded to a width, and only then put into visual order.

The order of the steps matters (UAX #9, section 3.4): levels are found for the whole paragraph, lines are broken
in logical order, and each line is reordered by itself. A glyph is a base character with the marks upon it, and
stays whole (rule L3).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from igfeditor.language.bidi import Direction, levels, mirrored

_NO_BREAK_SPACE: Final = "\u00a0"


class Glyph(NamedTuple):
    """A base character with its marks, its width in terminal cells, its look and its embedding level."""

    text: str
    width: int
    style: Style
    level: int


def glyphs_of(signs: Sequence[tuple[str, Style]], base: Direction | None) -> list[Glyph]:
    """Make glyphs of characters with looks; without a base direction none of them is to be reordered."""
    clusters: list[tuple[str, Style]] = []
    for sign, style in signs:
        if clusters and unicodedata.category(sign) in {"Mn", "Me"}:
            clusters[-1] = (clusters[-1][0] + sign, clusters[-1][1])
        else:
            clusters.append((sign, style))
    of_each = levels("".join(cluster for cluster, _ in clusters), base) if base else ()
    glyphs: list[Glyph] = []
    place = 0
    for cluster, style in clusters:
        glyphs.append(Glyph(cluster, cell_len(cluster), style, of_each[place] if base else 0))
        place += len(cluster)
    return glyphs


def folded(glyphs: Sequence[Glyph], width: int) -> list[list[Glyph]]:
    """Break glyphs into lines of a width in cells: at spaces, at no-break spaces where it must be, or anywhere."""
    lines: list[list[Glyph]] = [[]]
    for word in _words(glyphs):
        for part in _parts(word, width):
            if lines[-1] and _width(lines[-1]) + _width(_stripped(part)) > width:
                lines.append([])
            lines[-1].extend(part)
    return [_stripped(line) for line in lines]


def ordered(line: Sequence[Glyph]) -> list[Glyph]:
    """Put one line into visual order (L2) and exchange mirrored signs (L4)."""
    glyphs = [
        glyph._replace(text=mirrored(glyph.text)) if glyph.level % 2 else glyph for glyph in line
    ]
    for level in range(max((glyph.level for glyph in glyphs), default=0), 0, -1):
        glyphs = _turned(glyphs, level)
    return glyphs


def _turned(glyphs: Sequence[Glyph], level: int) -> list[Glyph]:
    turned: list[Glyph] = []
    stretch: list[Glyph] = []
    for glyph in glyphs:
        if glyph.level >= level:
            stretch.append(glyph)
        else:
            turned += reversed(stretch)
            turned.append(glyph)
            stretch = []
    return [*turned, *reversed(stretch)]


def text_of(line: Iterable[Glyph]) -> Text:
    """Make one line of text with its looks, without the signs that show nothing."""
    return Text.assemble(
        *((glyph.text, glyph.style) for glyph in line if unicodedata.category(glyph.text[0]) != "Cf"),
        no_wrap=True,
        overflow="ignore",
    )
