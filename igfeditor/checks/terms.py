"""Checks G01 and G02: renderings of terms, those that are wrong and those that change."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from igfeditor.checks.finding import Fix, Found, Severity, Spot
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.mentions import Entry, all_within, fronted, is_definite, is_part_of
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.renderings import root_of
from igfeditor.checks.value_words import folded
from igfeditor.checks.views import AgendaView, Context, TextView
from igfeditor.checks.word_forms import bare_form
from igfeditor.errors import sentence
from igfeditor.language.bidi import direction_of

_CHOICES: Final = 3
_CONTENT: Final = 3


@check(
    "G01", Severity.ERROR, Scope.TEXT, sentence("A term has a rendering that is wrong"),
    hint=sentence("Write the listed term, and look at the words around it."),
)  # fmt: skip
def forbidden_rendering(text: TextView, context: Context) -> Iterator[Found]:
    """G01: what is wrong for one term may be right for another one that the source says as well."""
    source = text.said(context.source)
    mentions = context.terms.lexicon.mentions(source) if source else ()
    if not mentions:
        return
    for language in context.targets:
        if text.said(language) and direction_of(language) == "rtl":
            for entry in dict.fromkeys(one.entry for one in mentions if one.entry.forbidden):
                yield from _forbidden(text, language, entry, context)


def _forbidden(text: TextView, language: str, entry: Entry, context: Context) -> Iterator[Found]:
    said, done = text.said(language), 0
    found_now = sorted(all_within(said, entry.forbidden), key=lambda one: (one[1].start(), -one[1].end()))
    for phrase, found in found_now:
        start, end = found.span()
        if start < done or _is_right_for_another(text, language, start, end, context):
            continue
        done = end
        spot = text.spot(language, start, end)
        message = sentence(
            "“{said}” does not stand for “{term}”, which is “{right}”.", said=found[0], term=entry.en, right=entry.ar
        )
        yield Found(spot, message, tuple(_righted(spot, entry, phrase, found)))


def _righted(spot: Spot, entry: Entry, phrase: str, found: re.Match[str]) -> Iterator[Fix]:
    """Give the right renderings, those first that have an article as the wrong one has.

    The words around a term agree with it in number and gender, so somebody has to look.
    """
    renderings = sorted((entry.ar, *entry.also), key=lambda one: is_definite(one) != is_definite(phrase))
    for words in dict.fromkeys(fronted(found, one) for one in renderings[:_CHOICES]):
        yield Fix(sentence("Write “{words}”", words=words), rewrite(spot, found[0], words), safe=False)


def _is_right_for_another(text: TextView, language: str, start: int, end: int, context: Context) -> bool:
    """Tell whether words are a right rendering, or a part of one, of any term that the source says."""
    entries = dict.fromkeys(one.entry for one in context.terms.lexicon.mentions(text.said(context.source)))
    return any(is_part_of(text.said(language), entry.right, start, end) for entry in entries)


# --- G02: one way -----------------------------------------------------------------------------------------


class _Use(NamedTuple):
    """A text that says a term, and the way in which its translation renders it, with its place."""

    text: TextView
    way: str
    start: int
    end: int


@check(
    "G02", Severity.WARNING, Scope.AGENDA, sentence("A term is rendered in more than one way"),
    hint=sentence("Choose one rendering for the whole agenda; it helps to list it among the terms."),
)  # fmt: skip
def rendered_in_several_ways(view: AgendaView, context: Context) -> Iterator[Found]:
    """G02: of the renderings that are right, the one that is used most holds, and of two the listed one."""
    lexicon, changing = context.terms.lexicon, _changing(context.terms.entries)
    for language in context.targets:
        if direction_of(language) != "rtl":
            continue
        uses: defaultdict[Entry, list[_Use]] = defaultdict(list)
        for text in view.spoken:
            said = text.said(language)
            mentions = lexicon.mentions(text.said(context.source)) if said else ()
            for entry in dict.fromkeys(one.entry for one in mentions if one.entry in changing):
                uses[entry] += _uses(text, said, entry)
        for entry, found in uses.items():
            yield from _unlike(entry, found, language)


@lru_cache(maxsize=8)
def _changing(entries: tuple[Entry, ...]) -> frozenset[Entry]:
    """Give the terms that may be rendered in several ways."""
    return frozenset(entry for entry in entries if len(set(_ways(entry).values())) > 1)


@lru_cache(maxsize=1024)
def _ways(entry: Entry) -> Mapping[str, str]:
    """Give for each right rendering the first one that says it in the same words, inflected or in part."""
    ways: dict[str, str] = {}
    for rendering in (entry.ar, *entry.also):
        roots = _roots(rendering)
        same = (one for one, way in ways.items() if one == way and (_roots(one) <= roots or roots <= _roots(one)))
        ways[rendering] = next(same, rendering)
    return MappingProxyType(ways)


def _roots(rendering: str) -> frozenset[str]:
    words = (folded(bare_form(word)) for word in rendering.split())
    return frozenset(root_of(word) for word in words if len(word) >= _CONTENT)


def _uses(text: TextView, said: str, entry: Entry) -> Iterator[_Use]:
    return (_Use(text, *way) for way in _ways_in(said, entry))


@lru_cache(maxsize=16384)
def _ways_in(said: str, entry: Entry) -> tuple[tuple[str, int, int], ...]:
    """Give the ways in which a text renders a term, with their places."""
    ways = _ways(entry)
    return tuple((ways[phrase], *one.span()) for phrase, one in all_within(said, ways))


def _unlike(entry: Entry, uses: list[_Use], language: str) -> Iterator[Found]:
    counts = Counter(use.way for use in uses)
    usual = max(counts, key=lambda way: (counts[way], way == entry.ar), default="")
    for use in uses:
        if use.way != usual:
            said = use.text.said(language)[use.start : use.end]
            message = sentence(
                "“{term}” is “{usual}” elsewhere, and “{said}” here.", term=entry.en, usual=usual, said=said
            )
            yield Found(use.text.spot(language, use.start, use.end), message)
