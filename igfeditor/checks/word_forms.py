"""The words of texts, each with its place.

Arabic words are bare: without what is written onto their front where that is certain (the article, and what stands
before it), without tashkeel and tatweel. "والاجتماع", "للاجتماع" and "اجتماع" are one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from igfeditor.language.bidi import direction_of

LETTERS: Final = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3"
CARRIED: Final = "\u0640\u0610-\u061a\u064b-\u065f\u0670"
_ARABIC: Final = re.compile(f"[{LETTERS}][{LETTERS}{CARRIED}]*")
_CARRIED: Final = re.compile(f"[{CARRIED}]")
_FRONT: Final = re.compile("[وف]?(?:[بك]?ال|لل)(?=.{3})")
_LATIN: Final = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_LETTERS: Final = re.compile("[A-Za-z]+")
_NONE: Final[frozenset[str]] = frozenset()
_LETTER_FRONTS: Final = "وفبكل"


class Word(NamedTuple):
    """A word of a text: as it is compared, where its bare form begins, and where it stands."""

    bare: str
    bare_start: int
    start: int
    end: int


@lru_cache(maxsize=32768)
def arabic_words(said: str) -> tuple[Word, ...]:
    """Give the Arabic words of a text."""
    return tuple(
        Word(bare, found.end() - len(_bare_written(found[0])), found.start(), found.end())
        for found in _ARABIC.finditer(said)
        if (bare := bare_form(found[0]))
    )


@lru_cache(maxsize=32768)
def latin_words(said: str) -> tuple[Word, ...]:
    """Give the Latin words of a text in small letters; what is all capitals is a name, and left out."""
    return tuple(
        Word(found[0].lower(), found.start(), found.start(), found.end())
        for found in _LATIN.finditer(said)
        if not found[0].isupper()
    )


@lru_cache(maxsize=16384)
def bare_form(word: str) -> str:
    """Give a word without what is written onto its front."""
    seen = _CARRIED.sub("", word)
    front = _FRONT.match(seen)
    return seen[front.end() :] if front else seen


def _bare_written(word: str) -> str:
    """Give the bare form with the tashkeel that it carries; where the front has some, all of the word."""
    front = _FRONT.match(word)
    return word[front.end() :] if front else word


def without_letters(word: str) -> Iterator[str]:
    """Give what a word may be without a conjunction and a preposition that look like a part of it."""
    for _ in range(2):
        if word[:1] not in _LETTER_FRONTS or len(word) < 4:
            return
        word = word[1:]
        yield word


def bare_words(said: str) -> frozenset[str]:
    """Give the bare Arabic words of a text."""
    return _NONE.union(*map(_bare_words_in, said.split()))


@lru_cache(maxsize=16384)
def _bare_words_in(chunk: str) -> frozenset[str]:
    return frozenset(word.bare for word in arabic_words(chunk))


@lru_cache(maxsize=32768)
def english_words(said: str) -> frozenset[str]:
    """Give the Latin words of a text in small letters, names too, and each also without an s at its end."""
    return _NONE.union(*map(_english_words_in, said.split()))


@lru_cache(maxsize=16384)
def _english_words_in(chunk: str) -> frozenset[str]:
    words = {part.lower() for part in _LETTERS.findall(chunk)}
    return frozenset(words | {word[:-1] for word in words if word.endswith("s")})


def words_of(language: str, said: str) -> tuple[Word, ...]:
    """Give the words of a text in the script of its language."""
    return arabic_words(said) if direction_of(language) == "rtl" else latin_words(said)
