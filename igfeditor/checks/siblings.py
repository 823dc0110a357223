"""Checks H04 and H05: texts of one list that are not written alike, in capitals or in the sign at their end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from igfeditor.checks.finding import Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import Context, DayView, TextView
from igfeditor.errors import Sentence, sentence
from igfeditor.language.bidi import direction_of
from igfeditor.model.agenda import Item, SubItem

_FEW: Final = 3
_MANY: Final = 4


def _lists(day: DayView) -> Iterator[Sequence[TextView]]:
    """Give the texts of each list of a day: the titles, the points of each entry, the outputs."""
    by_node = {text.node: text for text in day.texts if text.field in {"title", "text"}}
    items = [item for slot in day.slots for item in slot.slot.items]
    yield [by_node[item.id] for item in items if item.id in by_node]
    yield [by_node[output.id] for output in day.day.outputs if output.id in by_node]
    for item in items:
        yield from _points(item, by_node)


def _points(parent: Item | SubItem, by_node: dict[str, TextView]) -> Iterator[Sequence[TextView]]:
    if parent.children:
        yield [by_node[child.id] for child in parent.children if child.id in by_node]
        for child in parent.children:
            yield from _points(child, by_node)


# --- H04: capitals -----------------------------------------------------------------------------------------

_WORD: Final = re.compile(r"[A-Za-z]+")
_LONG_WORD: Final = 5
_LONGER_WORD: Final = 8
_SHOUT: Final = re.compile("[A-Z]{5}")
_SHOUTED: Final = "shouted"
_SMALL: Final = "small"
_USUAL: Final = "usual"


@check(
    "H04", Severity.WARNING, Scope.DAY, sentence("Capitals differ from those of the other lines"),
    hint=sentence("Write all lines of a list with a capital first letter and small ones behind it."),
)  # fmt: skip
def capitals_differ(day: DayView, context: Context) -> Iterator[Found]:
    """H04: all capitals, or a small first letter, where the other lines of the list have neither."""
    for language in context.languages:
        if direction_of(language) == "ltr" and any(_is_odd(text.plains.get(language, "")) for text in day.texts):
            for texts in _lists(day):
                yield from _capitals_found(texts, language)


def _is_odd(said: str) -> bool:
    return said[:1].islower() or (said[1:2].isupper() and _SHOUT.search(said) is not None)


def _capitals_found(texts: Sequence[TextView], language: str) -> Iterator[Found]:
    told = [(text, manner) for text in texts if (manner := _manner(text.said(language)))]
    usual = sum(manner == _USUAL for _, manner in told)
    for text, manner in told:
        said = text.said(language)
        if manner == _USUAL or usual < _FEW - 1 or 2 * usual <= len(told):
            continue
        if manner == _SHOUTED:
            yield Found(text.spot(language, 0, len(said)), sentence("This line has capitals only, unlike the others."))
        else:
            first = text.spot(language, 0, 1)
            edit = rewrite(first, said[0], said[0].upper(), is_same_meaning=True)
            fix = Fix(sentence("Write “{words}”", words=said[0].upper()), edit, safe=False)
            yield Found(first, sentence("This line begins with a small letter, unlike the others."), (fix,))


@lru_cache(maxsize=32768)
def _manner(said: str) -> str:
    """Tell how a line is written: all in capitals, with a small first letter, or as usual; nothing if it has none."""
    if not (said[:1].isascii() and said[:1].isalpha()):
        return ""
    words = _WORD.findall(said)
    if said.isupper():
        return _SHOUTED if len(words) > 1 and any(len(word) >= _LONG_WORD for word in words) else ""
    # Short forms are shorter: UNESCO, COVID.
    if sum(word.isupper() for word in words if len(word) >= _LONGER_WORD) > 1:
        return _SHOUTED
    if said[0].islower():
        first = said.split()[0]
        return _SMALL if first.islower() and first.isalpha() else ""
    return _USUAL


# --- H05: ends ---------------------------------------------------------------------------------------------

_ENDS: Final = frozenset(".;,؛،")
_GOING_ON: Final = frozenset(";,؛،")
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:etc|Inc|Ltd|Co|Jr|Sr|St|No|al|Rev|Add|Corr|para|vs)|\b[A-Za-z]|\.\w|\.\.)\.$"
)
_AND: Final = re.compile(r"([;,؛،])\s+(?:and|or|و|أو)$")
_INNER_STOP: Final = re.compile(r"[.?!؟]\s")


@check(
    "H05", Severity.WARNING, Scope.DAY, sentence("The sign at the end differs from that of the other lines"),
    hint=sentence("End all lines of a list alike; titles and short points have no full stop."),
)  # fmt: skip
def ends_differ(day: DayView, context: Context) -> Iterator[Found]:
    """H05: lists of three or more by themselves; the points of shorter ones beside all points of the day."""
    signed = [text for text in day.texts if not _ENDS.isdisjoint(text.signs)]
    lists = [list(texts) for texts in _lists(day)] if signed else []
    for language in context.languages:
        if not any(text.said(language).rstrip()[-1:] in _ENDS for text in signed):
            continue
        short: list[TextView] = []
        points: list[TextView] = []
        for place, texts in enumerate(lists):
            points += texts if place > 1 else ()
            if sum(_end(text.said(language)) is not None for text in texts) >= _FEW:
                yield from _ends_found(texts, texts, language)
            elif place > 1:
                short += texts
        if len(points) >= _MANY and short:
            yield from _ends_found(points, short, language)


def _ends_found(texts: Iterable[TextView], among: Iterable[TextView], language: str) -> Iterator[Found]:
    told = [text for text in texts if _end(text.said(language)) is not None]
    ends = [_end(text.said(language)) or "" for text in told]
    counts = Counter(ends)
    if len(counts) < 2 or _is_one_sentence(ends):
        return
    usual, many = counts.most_common(1)[0]
    if 3 * many < 2 * len(ends):
        return
    for text in among:
        said = text.said(language)
        end = _end(said)
        if usual in _GOING_ON and end == "." and text is told[-1]:
            continue
        if end is not None and end != usual and (not end or said.rstrip().endswith(end)):
            yield _end_found(text, language, end, usual)


def _end_found(text: TextView, language: str, end: str, usual: str) -> Found:
    said = text.said(language).rstrip()
    place = len(said) - 1
    spot = text.spot(language, place, place + 1)
    words = f"{said[place] if not end else ''}{usual}"
    fix = Fix(_label(usual), rewrite(spot, said[place], words, is_same_meaning=True))
    message = (
        sentence("This line ends with “{sign}”, unlike the others.", sign=end)
        if end
        else sentence("This line ends without “{sign}”, unlike the others.", sign=usual)
    )
    return Found(spot, message, (fix,))


def _label(usual: str) -> Sentence:
    return sentence("End it with “{sign}”", sign=usual) if usual else sentence("Take it out")


@lru_cache(maxsize=32768)
def _end(said: str) -> str | None:
    """Give the sign that ends a line, or nothing if it has none; None where the sign has its own reason."""
    said = said.rstrip()
    if not said or said[-1] in '?!؟:…)]»”"' or _INNER_STOP.search(said[:-1]) or "\n" in said:
        return None
    if said[-1] not in _ENDS:
        linked = _AND.search(said)
        return linked[1] if linked else ""
    return None if said[-1] == "." and _ABBREVIATED.search(said) else said[-1]


def _is_one_sentence(ends: Sequence[str]) -> bool:
    """Tell whether the lines of a list make one sentence: all end with a comma or semicolon, the last with a stop."""
    return len(set(ends[:-1])) == 1 and ends[0] in _GOING_ON and ends[-1] in {".", ""}
