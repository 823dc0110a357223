"""Spell check where the machine has a dictionary: which words of a text it does not know, and what it offers for them.

Dictionaries are the system's, reached through Enchant. The library is imported when a dictionary is first asked for,
and where it or a dictionary is missing there is just no check. Reading a dictionary takes up to a second: ask for it
off the window's thread. Any thread may ask; one at a time is answered.

Only words are looked at: no numbers, addresses, acronyms in capitals, letters of lists, nor words of another script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from threading import Lock
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Protocol, cast

MOST_SUGGESTIONS: Final = 6

# British spelling is the one of international meetings.
_PREFERRED: Final = ("en_GB", "en_US")
_SCRIPTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "ps": "ARABIC", "ku": "LATIN", "he": "HEBREW", "yi": "HEBREW",
        "ru": "CYRILLIC", "uk": "CYRILLIC", "bg": "CYRILLIC", "sr": "CYRILLIC", "mk": "CYRILLIC", "be": "CYRILLIC",
        "el": "GREEK", "hy": "ARMENIAN", "ka": "GEORGIAN", "hi": "DEVANAGARI", "bn": "BENGALI", "th": "THAI",
    }
)  # fmt: skip
# Tashkeel and tatweel are how a word is written out, not which word it is.
_DRESS: Final = "\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
_LETTERS: Final = rf"[\w\u0300-\u036f{_DRESS}]"
_TOKEN: Final = re.compile(r"\S+")
_WORD: Final = re.compile(rf"{_LETTERS}+(?:['’]{_LETTERS}+)*")
_ADDRESS: Final = re.compile(r"://|@|^\W*#|[A-Za-z0-9]\.[A-Za-z0-9]")
_UNDRESSED: Final = re.compile(f"[{_DRESS}]")
_ENDING: Final = re.compile(r"(?:'s|s)$")
_ROMAN: Final = re.compile(r"[ivx]+")


class Word(NamedTuple):
    """A word of a text: where it begins and ends there, and its letters as a dictionary has them."""

    start: int
    end: int
    letters: str


class Lexicon(Protocol):
    """What Enchant's dictionaries do."""

    def check(self, word: str) -> bool:
        """Tell whether a word is known."""
        ...

    def suggest(self, word: str) -> list[str]:
        """Give words that may have been meant, the likeliest first."""
        ...


# --- words -------------------------------------------------------------------------------------------------


def words(text: str, language: str) -> Iterator[Word]:
    """Give the words of a text that a dictionary of a language can judge."""
    script = _SCRIPTS.get(language.partition("-")[0], "LATIN")
    for token in _TOKEN.finditer(text):
        if _ADDRESS.search(token[0]):
            continue
        for match in _WORD.finditer(token[0]):
            letters = bare(match[0])
            if _is_word(letters, script):
                yield Word(token.start() + match.start(), token.start() + match.end(), letters)


def bare(word: str) -> str:
    """Give a word as dictionaries have it: composed, with a plain apostrophe, without tashkeel and tatweel."""
    return unicodedata.normalize("NFC", _UNDRESSED.sub("", word)).replace("’", "'")


def root(word: str) -> str:
    """Give what a word, as `bare` gives it, is learned as: without a possessive ending, whatever its case."""
    return word.removesuffix("'s").casefold()


def _is_word(letters: str, script: str) -> bool:
    if len(letters) < 2 or _ROMAN.fullmatch(letters):
        return False
    name = _ENDING.sub("", letters)
    if len(name) > 1 and name.isupper():
        return False
    return all(letter == "'" or _is_of(letter, script) for letter in letters)


@cache
def _is_of(letter: str, script: str) -> bool:
    """Tell whether a letter is one of a script; digits and the low line are of none."""
    return letter.isalpha() and unicodedata.name(letter, "").startswith(script)


# --- dictionaries ------------------------------------------------------------------------------------------


class Dictionary:
    """The dictionary of a language; what it says of a word is kept."""

    def __init__(self, language: str, lexicon: Lexicon) -> None:
        """Look words up in a lexicon."""
        self.language = language
        self._lexicon = lexicon
        self._lock = Lock()
        self._known: dict[str, bool] = {}

    def misspelt(self, text: str) -> tuple[Word, ...]:
        """Give the words of a text that are not in the dictionary."""
        return tuple(word for word in words(text, self.language) if not self.knows(word.letters))

    def knows(self, word: str) -> bool:
        """Tell whether a word, as `bare` gives it, is in the dictionary; a possessive is where its owner is."""
        with self._lock:
            if word not in self._known:
                owner = word.removesuffix("'s")
                self._known[word] = self._lexicon.check(word) or (len(owner) > 1 and self._lexicon.check(owner))
            return self._known[word]

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Give words that may have been meant, the likeliest first; they take up to a tenth of a second."""
        with self._lock:
            offered = self._lexicon.suggest(word)
        return tuple(dict.fromkeys(one for one in offered if one != word))[:MOST_SUGGESTIONS]


def has_dictionary(language: str) -> bool:
    """Tell whether the machine has a dictionary of a language, without reading it."""
    return _tag(language) is not None


@cache
def dictionary_of(language: str) -> Dictionary | None:
    """Read the dictionary of a language, once; nothing where there is none or it cannot be read."""
    broker, tag = _broker(), _tag(language)
    if broker is None or tag is None:
        return None
    try:
        return Dictionary(language, cast("Lexicon", broker.request_dict(tag)))
    except _enchant_error():
        return None


def chosen(language: str, tags: list[str]) -> str | None:
    """Choose among the names of dictionaries the one for a language: its own, a preferred region, any region."""
    wanted = language.replace("-", "_")
    if wanted in tags:
        return wanted
    base = wanted.partition("_")[0]
    regions = sorted(tag for tag in tags if tag.partition("_")[0] == base)
    return next((tag for tag in _PREFERRED if tag in regions), next(iter(regions), None))


def _tag(language: str) -> str | None:
    broker = _broker()
    return None if broker is None else chosen(language, cast("list[str]", broker.list_languages()))


@cache
def _broker() -> Any:
    """Give Enchant's giver of dictionaries, or nothing where the machine lacks the library."""
    try:
        make = cast("Callable[[], Any]", import_module("enchant").Broker)
    except (ImportError, OSError):
        return None
    return make()


def _enchant_error() -> type[Exception]:
    return cast("type[Exception]", import_module("enchant").errors.Error)
