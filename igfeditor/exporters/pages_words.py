"""Texts as they are given to the typesetter: what it must not break stays whole, and what is too wide may be broken."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from igfeditor.document.blocks import Paragraph
from igfeditor.exporters.ooxml import refuse_forbidden
from igfeditor.exporters.pages_fonts import SCALE
from igfeditor.exporters.word_measure import text_width
from igfeditor.language.bidi import RLM

_WIDEST_LETTER: Final = 1.1
"""The width of the widest letter in parts of its size."""
_POINT: Final = 20
_BREAK: Final = "\x1f"
"""Where the template lets a word break that is wider than its column; no document may hold the sign itself."""
_PIECE: Final = re.compile(
    r"\d[\d.,:/%+-]*|[\u0620-\u06ff\u200c\u200d]{1,12}|[a-z]{1,2}|.[\u0300-\u036f\u200b-\u200f\u2060]*", re.DOTALL
)
"""What is not broken: a number, a stretch of joined letters, a letter with its marks.

Letters do not stand alone, for readers of the PDF take the second of two equal ones for a shadow of the first.
"""
_LONG_NUMBER: Final = re.compile(r"\d{24,}")
_IN_A_NUMBER: Final = re.compile(r"(?<=\d)(?=\d)")
_ZERO_WIDTH_SPACE: Final = "\u200b"
"""What lets a number break and does not turn its parts round, as a break of the template would in an Arabic line."""
_BROKEN_RANGE: Final = re.compile(r"(?<=[\u2013\u2014])(?=\u00a0)")
_WORD_JOINER: Final = "\u2060"
"""What keeps a line from ending behind the dash of a range, where the standard has leave to break it (R15)."""
_BEFORE_A_MARK: Final = re.compile(r"(?<=[\u0620-\u0652\u0670])(?=[\u064b-\u0652\u0670])")
"""Where a letter and its vowel mark must be told apart: the PDF would else say of each that it is both of them."""


def clean(text: str) -> str:
    """Give a text that may be printed: a tab, which no face has, is a space.

    Raises `ExportError` for a text that no document may hold.
    """
    refuse_forbidden(text)
    return text.replace("\t", " ")


def as_set(text: str, paragraph: Paragraph, size: float, room: float) -> str:
    """Give a text of a paragraph as it is set, in letters of a size and lines of `room`, both in points.

    A word that is wider than its line may be broken anywhere, lest its end be lost beside the page. Raises
    `ExportError` for a text that no document may hold.
    """
    width = max(size, room)

    def broken(word: re.Match[str]) -> str:
        if text_width(word[0], paragraph) / _POINT * SCALE[paragraph.direction] <= width:
            return word[0]
        pieces = _BREAK.join(piece[0] for piece in _PIECE.finditer(word[0]))
        return _LONG_NUMBER.sub(lambda number: _IN_A_NUMBER.sub(_ZERO_WIDTH_SPACE, number[0]), pieces)

    made = _words_of(int(width / size / _WIDEST_LETTER)).sub(broken, clean(text))
    return _BEFORE_A_MARK.sub(RLM, _BROKEN_RANGE.sub(_WORD_JOINER, made))


@cache
def _words_of(letters: int) -> re.Pattern[str]:
    """Give what finds words of more than so many letters."""
    return re.compile(rf"\S{{{letters + 1},}}")
