"""Terms, and where texts say them: in English in any number and spelling, in Arabic with what is written onto them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from igfeditor.checks.word_forms import CARRIED, LETTERS, english_words

_WORD: Final = re.compile("[A-Za-z]+")
_ARTICLE: Final = "ال"
_HAS_CARRIED: Final = re.compile(f"[{CARRIED}]")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A term with its renderings: the right one, others that are right too, and those that are wrong.

    Entries are told apart by identity, for they are looked up in every text; `terms_of` makes each once.
    """

    en: str
    short: str
    ar: str
    ar_short: str = ""
    also: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    source: str = ""

    @property
    def right(self) -> tuple[str, ...]:
        """Give all renderings that are right."""
        return tuple(one for one in (self.ar, self.ar_short, *self.also) if one)


class Mention(NamedTuple):
    """A term that an English text says, with its place."""

    entry: Entry
    start: int
    end: int


class Lexicon:
    """Finds out which of some terms an English text says; of terms within each other the longest."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the terms that are looked for."""
        index: defaultdict[str, list[tuple[Entry, str, frozenset[str]]]] = defaultdict(list)
        for entry in entries:
            for name in filter(None, (entry.en, entry.short)):
                index[_anchor(name)].append((entry, name, _words(name)))
        self._index: Mapping[str, Sequence[tuple[Entry, str, frozenset[str]]]] = MappingProxyType(index)
        self._anchors = frozenset(index)
        self.mentions: Callable[[str], tuple[Mention, ...]] = lru_cache(maxsize=32768)(self._mentions)

    def _mentions(self, said: str) -> tuple[Mention, ...]:
        """Give the terms that a text says, in its order."""
        words = english_words(said)
        found = {
            Mention(entry, one.start(), one.end())
            for anchor in self._anchors & words
            for entry, name, needed in self._index[anchor]
            if needed <= words
            for one in _name_pattern(name).finditer(said)
        }
        if len(found) < 2:
            return tuple(found)
        ordered = sorted(found, key=lambda one: (one.start, -one.end))
        return tuple(one for one in ordered if not any(_is_better(said, other, one) for other in ordered))


def _is_better(said: str, other: Mention, one: Mention) -> bool:
    """Tell whether another mention takes the place of one: it is longer, or in the same number."""
    if not (other.start <= one.start and one.end <= other.end):
        return False
    is_longer = other.end - other.start > one.end - one.start
    return is_longer or (_says_itself(said, other) and not _says_itself(said, one))


def _says_itself(said: str, mention: Mention) -> bool:
    words = said[mention.start : mention.end]
    return words == mention.entry.short or words.casefold() == mention.entry.en.casefold()


def _words(name: str) -> frozenset[str]:
    """Give the words that a text must have to say a name, in the singular."""
    return frozenset(word.lower().removesuffix("s") for word in _WORD.findall(name))


def _anchor(name: str) -> str:
    """Give the one of these words that fewest other names have: the longest."""
    return max(sorted(_words(name)), key=len)


@cache
def _name_pattern(name: str) -> re.Pattern[str]:
    """Give what finds a name: with a hyphen or a space, in the plural; a short form with a year behind it."""
    if name.isupper() or (len(name) <= 5 and name[:2].isupper()):
        return re.compile(rf"(?<![A-Za-z]){re.escape(name)}s?(?![A-Za-z])")
    words = r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", name))
    return re.compile(rf"(?<![A-Za-z]){words}(?:s|['’]s)?(?![A-Za-z])", re.IGNORECASE)


# --- Arabic ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Give what finds an Arabic phrase, with what is written onto its first word as the group `front`."""
    first, *rest = phrase.split()
    if first.startswith(_ARTICLE) and len(first) > 4:
        opening = rf"(?P<front>[وف]?[بك]?{_ARTICLE}|[وف]?لل){_letters(first[2:])}"
    else:
        opening = rf"(?P<front>[وف]?[بكل]?){_letters(first)}"
    words = r"[\s\u00a0]+".join((opening, *map(_letters, rest)))
    return re.compile(rf"(?<![{LETTERS}{CARRIED}]){words}(?![{LETTERS}])")


def _letters(word: str) -> str:
    return "".join(f"{re.escape(letter)}[{CARRIED}]*" for letter in word)


def fronted(found: re.Match[str], phrase: str) -> str:
    """Write a phrase with what stood on the front of another one."""
    front = found["front"]
    is_definite = phrase.startswith(_ARTICLE)
    if front.endswith("لل"):
        return f"{front}{phrase[2:]}" if is_definite else f"{front[:-1]}{phrase}"
    letters = front.removesuffix(_ARTICLE)
    if letters.endswith("ل") and is_definite:
        return f"{letters}ل{phrase[2:]}"
    return f"{letters}{phrase}"


def is_definite(phrase: str) -> bool:
    """Tell whether a phrase begins with the article."""
    return phrase.startswith(_ARTICLE)


def is_part_of(said: str, phrases: Iterable[str], start: int, end: int) -> bool:
    """Tell whether some letters of an Arabic text are one of these phrases there, or a part of one."""
    return any(found.start() <= start and end <= found.end() for _, found in all_within(said, phrases))


def all_within(said: str, phrases: Iterable[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """Give where an Arabic text says some phrases."""
    is_bare = _HAS_CARRIED.search(said) is None
    for phrase in phrases:
        if not is_bare or phrase.split()[-1][2:] in said:
            yield from ((phrase, found) for found in phrase_pattern(phrase).finditer(said))
