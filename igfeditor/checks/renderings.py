"""Checks P05 and P06: short forms whose Arabic is missing, and roles and phrases that are not always the same ones.

Arabic words are compared by the letters that stay when they are inflected: "المبادرات" and "مبادرة" are one word, and
so are "فريق" and "أفرقة".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from igfeditor.checks.finding import Found, Severity
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.term_list import Entry
from igfeditor.checks.value_words import folded
from igfeditor.checks.views import AgendaView, Context, TextView
from igfeditor.errors import sentence
from igfeditor.language.bidi import direction_of

_ARABIC_WORD: Final = re.compile("[\u0620-\u064a\u066e-\u06d3]+")
_CARRIED: Final = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670]")
_CAPITALS: Final = re.compile("[A-Z]{2}")
_WEAK_LETTERS: Final = str.maketrans("", "", "اويهتءئؤ")
_ENDS: Final = ("ين", "ون", "ان", "نا")
_PARTICLES: Final = frozenset({"من", "في", "علي", "الي", "عن", "مع", "بين", "ما", "او"})
_ENOUGH_WORDS: Final = 2


@lru_cache(maxsize=16384)
def _roots(word: str) -> tuple[str, ...]:
    """Give what stays of a word when it is inflected, with and without what may be a preposition before it."""
    stem = folded(word)
    stem = stem[1:] if stem[0] in "وف" and len(stem) > 4 else stem
    forms = [stem, stem[1:]] if stem[0] in "بلكف" and len(stem) > 3 else [stem]
    return tuple(dict.fromkeys(root for form in forms if (root := root_of(form))))


def root_of(stem: str) -> str:
    """Give the letters of a word, as `folded` writes it, that stay when it is inflected."""
    if stem.startswith(("ال", "لل")) and len(stem) > 4:
        stem = stem[2:]
    if stem.endswith(_ENDS) and len(stem) > 4:
        stem = stem[:-2]
    return stem.translate(_WEAK_LETTERS) or stem


@lru_cache(maxsize=4096)
def _roots_of(said: str) -> frozenset[str]:
    words = _ARABIC_WORD.findall(_CARRIED.sub("", said))
    return frozenset(root for word in words for root in _roots(word))


@lru_cache(maxsize=4096)
def _needed(rendering: str) -> frozenset[str]:
    words = _ARABIC_WORD.findall(_CARRIED.sub("", rendering))
    return frozenset(_roots(word)[0] for word in words if folded(word) not in _PARTICLES and _roots(word))


def says(said: str, entry: Entry) -> bool:
    """Tell whether an Arabic text says a term in any of its renderings, or enough of one to know it."""
    roots = _roots_of(said)
    renderings = (entry.ar, entry.ar_short, *entry.also, *entry.forbidden)
    return any(
        len(roots & needed) >= min(_ENOUGH_WORDS, len(needed)) for one in renderings if one and (needed := _needed(one))
    )


@check(
    "P05", Severity.WARNING, Scope.TEXT, sentence("A short form has no Arabic beside it"),
    hint=sentence("Write the Arabic term in full; Arabic seldom has short forms of its own."),
)  # fmt: skip
def short_form_not_rendered(text: TextView, context: Context) -> Iterator[Found]:
    """P05; a short form that stands in the Arabic text in Latin letters is P08's."""
    source, short = text.said(context.source), context.terms.short
    if short is None or not _CAPITALS.search(source):
        return
    for language in context.targets:
        said = text.said(language)
        if not said or direction_of(language) != "rtl":
            continue
        for name in dict.fromkeys(found[1] for found in short.finditer(source)):
            entry = context.terms.shorts[name]
            if name not in said and not says(said, entry):
                message = sentence("“{short}” is not rendered: “{term}”.", short=name, term=entry.ar)
                yield Found(text.spot(language), message)


# --- P06: one for one --------------------------------------------------------------------------------------

_LONGEST: Final = 100
_WORD: Final = re.compile(r"\w+")
_ROLES: Final = (
    (re.compile(r"\bco-?chair", re.IGNORECASE), re.compile("مشارك|مشترك|مناوب|شارك|متشارك")),
    (re.compile(r"\b(?:vice|deputy)[-\s]?(?:chair|president)", re.IGNORECASE), re.compile("نائب|نواب|نائبة")),
)
_ROLE_IN_ARABIC: Final = re.compile(
    "(?:رئيس|الرئيس)(?:ة|ان|ين|ا|ي|تان|تين)?(?: المجموعة| الفريق)? (?:ال)?مشارك(?:ة|ان|ين|ون)?"
    "|(?:نائب|نواب)ة? (?:ال)?رئيس"
)
_ROLE_WORD: Final = re.compile(r"chair", re.IGNORECASE)
_ROLE_MORE: Final = re.compile(r"\b(?:co|vice|deputy)\b|\bcochair", re.IGNORECASE)


class _Pair(NamedTuple):
    """A short text with its translation, as they are compared."""

    source: str
    target: tuple[str, ...]


@check(
    "P06", Severity.WARNING, Scope.AGENDA, sentence("One phrase has several translations, or two roles have one"),
    hint=sentence("Use one rendering for one role or phrase, and another one for another."),
)  # fmt: skip
def rendered_unlike(view: AgendaView, context: Context) -> Iterator[Found]:
    """P06: short texts that are the same in the source, and the roles of people."""
    for language in context.targets:
        if direction_of(language) == "rtl":
            yield from _rendered_unlike(view, context.source, language)


def _rendered_unlike(view: AgendaView, source: str, language: str) -> Iterator[Found]:
    same: defaultdict[str, list[tuple[_Pair, TextView]]] = defaultdict(list)
    roles: dict[tuple[str, ...], tuple[_Pair, TextView]] = {}
    for text in view.spoken:
        said, told = text.said(source), text.said(language)
        if not told or not 0 < len(said) <= _LONGEST or len(told) > 2 * _LONGEST:
            continue
        pair = _pair(said, told)
        if not pair.source:
            continue
        same[pair.source].append((pair, text))
        if text.field.endswith("role"):
            first = roles.setdefault(pair.target, (pair, text))
            if first[0].source != pair.source:
                yield _two_as_one(text, language, said, first[1].said(source))
        if "hair" in said or "resident" in said:
            yield from _other_role(text, language, said, told)
    for group in same.values():
        if len(group) > 1:
            yield from _one_as_two(group, language)


@lru_cache(maxsize=32768)
def _pair(said: str, told: str) -> _Pair:
    words = _ARABIC_WORD.findall(_CARRIED.sub("", told)) or told.split()
    source = " ".join(_WORD.findall(said)).casefold()
    return _Pair(source, tuple(_roots(word)[-1] if _roots(word) else word for word in words))


def _one_as_two(group: list[tuple[_Pair, TextView]], language: str) -> Iterator[Found]:
    """Find what is not rendered as it is most of the time; of two renderings the first one is taken for right."""
    counts = Counter(pair.target for pair, _ in group)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda one: counts[one])
    model = next(text for pair, text in group if pair.target == usual)
    for pair, text in group:
        if pair.target != usual:
            said = text.said(language)
            message = sentence(
                "The same source is rendered “{usual}” elsewhere, and “{said}” here.",
                usual=model.said(language),
                said=said,
            )
            yield Found(text.spot(language, 0, len(said)), message)


def _two_as_one(text: TextView, language: str, said: str, other: str) -> Found:
    told = text.said(language)
    message = sentence("“{told}” stands for “{said}” and for “{other}”.", told=told, said=said, other=other)
    return Found(text.spot(language, 0, len(told)), message)


def _other_role(text: TextView, language: str, said: str, told: str) -> Iterator[Found]:
    """Find a co-chair or a vice-chair who is only the chair in Arabic, and a chair who is more than that."""
    for role, arabic in _ROLES:
        found = role.search(said)
        if found and not arabic.search(told):
            message = sentence(
                "The Arabic says the chair where the source says “{role}”.", role=_whole_word(said, found)
            )
            yield Found(text.spot(language), message)
    found = _ROLE_IN_ARABIC.search(told)
    if found and _ROLE_WORD.search(said) and not _ROLE_MORE.search(said):
        message = sentence("“{told}” stands where the source says the chair.", told=found[0])
        yield Found(text.spot(language, found.start(), found.end()), message)


def _whole_word(said: str, found: re.Match[str]) -> str:
    end = found.end()
    while end < len(said) and said[end].isalpha():
        end += 1
    return said[found.start() : end]
