"""How often an agenda says its words, and where: what slips and variants are seen by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from igfeditor.checks.views import AgendaView, TextView
from igfeditor.checks.word_forms import Word, bare_words, words_of
from igfeditor.language.bidi import direction_of


def texts_by_day(view: AgendaView, language: str) -> Iterator[tuple[str, ...]]:
    """Give what is said in a language above the days, and on each day."""
    yield tuple([text.plains.get(language, "") for text in view.above])
    for day in view.days:
        yield tuple([text.plains.get(language, "") for text in day.texts])


def counted_words(view: AgendaView, language: str) -> Counter[str]:
    """Count the words of an agenda in a language; a day that has not changed is not counted again."""
    return _counted_in_all(tuple(texts_by_day(view, language)), language)


@lru_cache(maxsize=4)
def _counted_in_all(days: tuple[tuple[str, ...], ...], language: str) -> Counter[str]:
    chunks: Counter[str] = Counter()
    for texts in days:
        chunks.update(_counted(texts))
    # What stands between two spaces is cut once, however often it occurs.
    words: Counter[str] = Counter()
    for chunk, count in chunks.items():
        for word in words_of(language, chunk):
            words[word.bare] += count
    return words


@lru_cache(maxsize=1024)
def _counted(texts: tuple[str, ...]) -> Counter[str]:
    return Counter(" ".join(texts).split())


def places_of(texts: Iterable[TextView], language: str, bare: frozenset[str]) -> Iterator[tuple[TextView, int, Word]]:
    """Give where some words stand: the text, the number of the word in it, and the word."""
    is_rtl = direction_of(language) == "rtl"
    for text in texts:
        said = text.said(language)
        if said and not (is_rtl and bare.isdisjoint(bare_words(said))):
            yield from ((text, place, one) for place, one in enumerate(words_of(language, said)) if one.bare in bare)
