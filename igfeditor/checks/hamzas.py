"""Check D10: words without their hamza, or with one too many, that an agenda or a term writes rightly elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from igfeditor.checks.finding import Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.mentions import Entry
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import AgendaView, Context
from igfeditor.checks.vocabulary import counted_words, places_of
from igfeditor.checks.word_forms import arabic_words
from igfeditor.errors import sentence
from igfeditor.language.bidi import direction_of

_BARE: Final = "ا"
_CARRIERS: Final = str.maketrans("أإآ", "ااا")
_SEATS: Final = re.compile("[ئ](?=و.)")
_LEAST_LETTERS: Final = 4
_SURE: Final = 3
# Both are right: "being informed" and "informing"; "from him" and "a thousand" are too short to ask.
_BOTH_RIGHT: Final = frozenset({"اطلاع", "الاطلاع"})
# The alef of افتعال, انفعال and استفعال has no hamza.
_WITHOUT_HAMZA: Final = re.compile("[اأإ](?:ست|.[تطد]|ن[^ترج])")


@check(
    "D10", Severity.WARNING, Scope.AGENDA, sentence("A word is written with and without its hamza"),
    hint=sentence("Write the word as it is written elsewhere in the agenda, or in its term."),
)  # fmt: skip
def hamza_variants(view: AgendaView, context: Context) -> Iterator[Found]:
    """D10: أ and إ make different words and are never compared with each other."""
    for language in context.languages:
        if direction_of(language) != "rtl":
            continue
        counts = counted_words(view, language)
        known = _words_of(context.terms.entries)
        right = _right_forms(counts, known)
        for text, _, word in places_of(view.spoken, language, frozenset(right)) if right else ():
            said, proper = text.said(language), right[word.bare]
            was = said[word.bare_start : word.end]
            spot = text.spot(language, word.bare_start, word.end)
            is_sure = proper in known or counts[proper] >= _SURE * counts[word.bare]
            edit = rewrite(spot, was, proper, is_same_meaning=True)
            words = f"{said[word.start : word.bare_start]}{proper}"
            message = sentence("“{said}” is “{usual}” elsewhere.", said=said[word.start : word.end], usual=words)
            fix = Fix(sentence("Write “{words}”", words=words), edit, safe=is_sure)
            yield Found(text.spot(language, word.start, word.end), message, (fix,))


def _right_forms(counts: Counter[str], known: frozenset[str]) -> dict[str, str]:
    """Give the right form of each word that is written in another way."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for word in counts:
        if len(word) >= _LEAST_LETTERS and word not in _BOTH_RIGHT and (key := _key(word)) is not None:
            forms[key].add(word)
    for word in known & _keys_with_forms(forms, known):
        forms[_key(word) or ""].add(word)
    return {word: right for words in forms.values() if len(words) > 1 for word, right in _pairs(words, counts, known)}


def _keys_with_forms(forms: defaultdict[str, set[str]], known: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in known if (key := _key(word)) is not None and key in forms)


@lru_cache(maxsize=65536)
def _key(word: str) -> str | None:
    """Give a word without hamzas; nothing where it has no letter that could bear or lack one."""
    key = _SEATS.sub("ؤ", word.translate(_CARRIERS))
    return key if _BARE in key or "ؤو" in key else None


def _pairs(words: set[str], counts: Counter[str], known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Pair each form with the right one: that of a term, else that which is used most, else by its pattern."""
    right = max(sorted(words), key=lambda word: (word in known, counts[word], _is_by_pattern(word)))
    for word in words - {right}:
        if _is_variant(word, right) and word not in known:
            yield word, right


def _is_by_pattern(word: str) -> bool:
    return (word[0] == _BARE) == (_WITHOUT_HAMZA.match(word) is not None)


def _is_variant(word: str, right: str) -> bool:
    """Tell whether one of two forms lacks a hamza that the other has: أ for إ is another word."""
    different = [(one, other) for one, other in zip(word, right, strict=True) if one != other]
    return all(_BARE in pair or set(pair) == {"ئ", "ؤ"} for pair in different)


@lru_cache(maxsize=8)
def _words_of(entries: tuple[Entry, ...]) -> frozenset[str]:
    return frozenset(word.bare for entry in entries for rendering in entry.right for word in arabic_words(rendering))
