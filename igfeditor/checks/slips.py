"""Checks G06 and D10: words that look like slips for a word that the agenda or a term says.

Arabic inflects in the middle of its words too, so few differences count as slips: a letter with other dots, two
letters that changed places, a letter that no inflection adds. And the words beside it must have stood beside the
other word as well, or the source must say the term whose word it resembles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from igfeditor.checks.finding import Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.mentions import Entry
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import AgendaView, Context, TextView
from igfeditor.checks.vocabulary import counted_words, places_of
from igfeditor.checks.word_forms import Word, arabic_words, without_letters, words_of
from igfeditor.errors import sentence
from igfeditor.language.bidi import direction_of

_LEAST_LETTERS: Final = MappingProxyType({"rtl": 5, "ltr": 7})
_OFTEN: Final = 3
_CONTENT: Final = 4
# Letters that differ in their dots only, or sound alike.
_DOTS: Final = str.maketrans("تثنيئجخذزشضظغقةى", "بببببححدرسصطعفهب")
# Letters that no inflection of Arabic adds or drops.
_STRONG: Final = frozenset("ثجحخدذرزشصضطظعغق")
# Letters that change places in inflection: "عامل", "عمال".
_WEAK: Final = frozenset("اويىءأإآئؤ")
# Words that differ by a slip and are both right.
_BOTH_RIGHT: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "عربية غربية", "عربي غربي", "اختيار اختبار", "تحديد تجديد", "تشريع تسريع", "تفصيل تفضيل", "زيادة ريادة",
        "تحويل تخويل", "تعريف تعريق", "مشرف مشرق", "شرقية شرفية", "تحضير تخضير",
        "فرصة قرصة", "بذور بدور",
        "resolution revolution", "protection projection", "complement compliment", "national notional",
        "contact contract", "contacts contracts", "mediation meditation", "convention contention",
        "intention invention", "adoption adaption", "prescribe proscribe", "conversation conservation",
        "statute statue", "personal personnel",
    )
)  # fmt: skip


class _Slip(NamedTuple):
    """A word that may be a slip for another one, both bare."""

    word: str
    right: str


@check(
    "G06", Severity.WARNING, Scope.AGENDA, sentence("A word looks like a slip for another one"),
    hint=sentence("Please check whether it is the word that the agenda says elsewhere, or that the term has."),
)  # fmt: skip
def slips(view: AgendaView, context: Context) -> Iterator[Found]:
    """G06: a word that stands once, and is a letter away from one that stands often, or from that of a term."""
    for language in context.languages:
        counts = counted_words(view, language)
        is_rtl = direction_of(language) == "rtl"
        likely = (
            dict(_slips_for_terms(view, language, counts, context)) if is_rtl and language != context.source else {}
        )
        for text, word, right in likely.values():
            yield _found(text, language, word, right)
        pairs = {slip.word: slip.right for slip in _slips(counts, "rtl" if is_rtl else "ltr")}
        for text, place, word in tuple(places_of(view.spoken, language, frozenset(pairs))) if pairs else ():
            right = pairs[word.bare]
            if (text.node, text.field, word.start) not in likely and _is_alike_around(
                view, language, text, place, right
            ):
                yield _found(text, language, word, right)


def _found(text: TextView, language: str, word: Word, right: str) -> Found:
    said = text.said(language)
    was = said[word.bare_start : word.end]
    words = f"{said[word.start : word.bare_start]}{_cased(right, was)}"
    spot = text.spot(language, word.bare_start, word.end)
    edit = rewrite(spot, was, _cased(right, was), is_same_meaning=True)
    fix = Fix(sentence("Write “{words}”", words=words), edit, safe=False)
    message = sentence("“{said}” may be a slip for “{right}”.", said=said[word.start : word.end], right=words)
    return Found(text.spot(language, word.start, word.end), message, (fix,))


def _cased(right: str, was: str) -> str:
    return right[0].upper() + right[1:] if was[0].isupper() else right


# --- what a slip is ----------------------------------------------------------------------------------------


def _slips(counts: Counter[str], direction: str) -> Iterator[_Slip]:
    """Give the rare words that are a letter away from a frequent one."""
    least = _LEAST_LETTERS[direction]
    rare = {word for word, count in counts.items() if count == 1 and len(word) >= least}
    often = [word for word, count in counts.items() if count >= _OFTEN - (direction == "rtl") and len(word) >= least]
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for word in rare:
        for key in _keys(word, direction):
            by_key[key].append(word)
    for right in often:
        for key in _keys(right, direction):
            for word in by_key.get(key, ()):
                if _is_slip(word, right, direction) and not _is_word(word, counts):
                    yield _Slip(word, right)


@lru_cache(maxsize=65536)
def _keys(word: str, direction: str) -> tuple[str, ...]:
    """Give what a word has in common with its slips: the same dotless letters, the same letters, one letter less."""
    inner = range(1, len(word) - 1)
    keys = {"".join(sorted(word)), *(f"{word[:place]}{word[place + 1 :]}" for place in inner), word}
    if direction == "rtl":
        keys.add(f"#{word.translate(_DOTS)}")
    else:
        keys |= {f"{word[:place]}_{word[place + 1 :]}" for place in inner}
    return tuple(keys)


def _is_word(word: str, counts: Counter[str]) -> bool:
    """Tell whether a word is another one of the agenda with something before it."""
    return any(counts[rest] for rest in without_letters(word))


def _is_slip(word: str, right: str, direction: str) -> bool:
    if word == right or frozenset((word, right)) in _BOTH_RIGHT:
        return False
    place = next((n for n, (one, other) in enumerate(zip(word, right, strict=False)) if one != other), 0)
    if place == 0 or len(word) + len(right) == 0:
        return False
    is_arabic = direction == "rtl"
    if len(word) == len(right):
        return _is_swapped(word, right, place) or _is_other_letter(word, right, place, is_arabic=is_arabic)
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    if len(longer) != len(shorter) + 1 or f"{longer[:place]}{longer[place + 1 :]}" != shorter:
        return False
    letter = longer[place]
    is_doubled = letter == longer[place - 1]
    is_inner = place < len(longer) - (1 if is_arabic else 3)
    return is_inner and (letter in _STRONG or (is_doubled and letter not in "ويلن") if is_arabic else True)


def _is_swapped(word: str, right: str, place: int) -> bool:
    """Tell whether two different letters have changed places; weak ones do so in inflection."""
    if word[place : place + 2] != right[place : place + 2][::-1] or word[place + 2 :] != right[place + 2 :]:
        return False
    return word.isascii() or _WEAK.isdisjoint(word[place : place + 2])


def _is_other_letter(word: str, right: str, place: int, *, is_arabic: bool) -> bool:
    if word[place + 1 :] != right[place + 1 :]:
        return False
    one, other = word[place], right[place]
    if not is_arabic:
        return place < len(word) - 2 and {one, other} != {"s", "z"}
    weak = {"ي", "ى", "ئ", "ة"}
    return (
        one.translate(_DOTS) == other.translate(_DOTS)
        and not {one, other} <= {*weak, "ت", "ن"}
        and place < len(word) - 1
    )


# --- the words around it -----------------------------------------------------------------------------------


def _is_alike_around(view: AgendaView, language: str, text: TextView, place: int, right: str) -> bool:
    """Tell whether a word beside the slip stands beside the right word somewhere, on the same side."""
    here = _beside(text, language, place)
    return any(
        one == other and len(one) >= _CONTENT
        for where, number, _ in places_of(view.spoken, language, frozenset({right}))
        for one, other in zip(here, _beside(where, language, number), strict=True)
    )


def _beside(text: TextView, language: str, place: int) -> tuple[str, str]:
    words = words_of(language, text.said(language))
    before = words[place - 1].bare if place else ""
    return before, words[place + 1].bare if place + 1 < len(words) else ""


# --- words of terms ----------------------------------------------------------------------------------------

_LONG: Final = 6
_NISBA: Final = re.compile("(?<=.{4})ي(ين|ون)$")


def _slips_for_terms(
    view: AgendaView, language: str, counts: Counter[str], context: Context
) -> Iterator[tuple[tuple[str, str, int], tuple[TextView, Word, str]]]:
    """Give the rare words that resemble a word of a term which their source says, and their text does not."""
    words = _words_of_terms(context.terms.entries)
    near = {
        word: found
        for word, count in counts.items()
        if count < _OFTEN and len(word) >= _LONG and word not in words and (found := _near(word, context.terms.entries))
    }
    for text, _, word in places_of(view.spoken, language, frozenset(near)) if near else ():
        source = context.terms.lexicon.mentions(text.said(context.source))
        said = {one.bare for one in arabic_words(text.said(language))}
        for right in near[word.bare]:
            if right not in said and any(mention.entry in words[right] for mention in source):
                yield (text.node, text.field, word.start), (text, word, right)
                break


@lru_cache(maxsize=8)
def _words_of_terms(entries: tuple[Entry, ...]) -> Mapping[str, tuple[Entry, ...]]:
    words: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for rendering in entry.right:
            for word in arabic_words(rendering):
                words[word.bare].append(entry)
    return MappingProxyType({word: tuple(found) for word, found in words.items()})


@lru_cache(maxsize=8)
def _term_keys(entries: tuple[Entry, ...]) -> Mapping[str, tuple[str, ...]]:
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for word in _words_of_terms(entries):
        for key in (*_keys(word, "rtl"), _NISBA.sub(r"\1", word)) if len(word) >= _LONG else ():
            keys[key].append(word)
    return MappingProxyType({key: tuple(words) for key, words in keys.items()})


def _near(word: str, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    keys = _term_keys(entries)
    return tuple(
        right
        for right in dict.fromkeys(one for key in _keys(word, "rtl") for one in keys.get(key, ()))
        if _is_slip(word, right, "rtl") or _NISBA.sub(r"\1", right) == word
    )
