"""Check P11: "including break" or "including breaks" against the number of breaks that the day has.

A line about a day names it ("Day 2: …", "اليوم 2: …") or stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from igfeditor.checks.finding import Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.values import Number, values_of_kind
from igfeditor.checks.views import NOWHERE, AgendaView, Context, DayView, TextView
from igfeditor.errors import counted, sentence
from igfeditor.model.timing import hours_of

_ENGLISH: Final = re.compile(
    r"\b(?:including|with|without|excluding)(?: the| lunch| coffee| all)* (breaks?)\b", re.IGNORECASE
)
_ARABIC: Final = re.compile(
    "(?:بما في ذلك|بما فيها|شامل(?:ة|اً)?|متضمن(?:ة|اً)?|باستثناء|دون) "
    "((?:فترات |فترة |فترتا |فترتي |أوقات )?((?:ال)?استراح(?:ات|تان|تين|ة)))"
)
_DAY: Final = re.compile(r"\bday\b|اليوم", re.IGNORECASE)
_PERIODS: Final = re.compile("فترات|أوقات")
_TWO_PERIODS: Final = re.compile("فترتا|فترتي")


class _Said(NamedTuple):
    """The word for breaks in a text, with the least and the greatest number that it can stand for."""

    start: int
    end: int
    least: int
    most: int


@check(
    "P11", Severity.WARNING, Scope.AGENDA, sentence("The number of breaks is not that of the day"),
    hint=sentence("Say “break” for one and “breaks” for more."),
)  # fmt: skip
def breaks_miscounted(view: AgendaView, _: Context) -> Iterator[Found]:
    """P11."""
    for text in view.spoken:
        for language, said in text.plains.items():
            found = _said(said)
            if found is None:
                continue
            day = _day_of(text, said, view.days)
            number = hours_of(day.day).breaks if day is not None else 0
            if day is not None and number and not found.least <= number <= found.most:
                yield _found(text, language, found, number)


@lru_cache(maxsize=32768)
def _said(said: str) -> _Said | None:
    """Read what a text says of breaks; mostly nothing."""
    if "reak" in said or "BREAK" in said:
        found = _ENGLISH.search(said)
        many = found is not None and found[1].casefold().endswith("s")
    elif "استراح" in said:
        found = _ARABIC.search(said)
        many = found is not None and (found[2].endswith("ات") or _PERIODS.search(found[0]) is not None)
        if found and (found[2].endswith(("ان", "ين")) or _TWO_PERIODS.search(found[0])):
            return _Said(*found.span(1), 2, 2)
    else:
        return None
    if found is None:
        return None
    return _Said(*found.span(1), 2, 1_000) if many else _Said(*found.span(1), 1, 1)


def _day_of(text: TextView, said: str, days: Sequence[DayView]) -> DayView | None:
    """Give the day that a text is about: its own, or the one that its line names."""
    if text.day != NOWHERE:
        return days[text.day]
    named = _DAY.search(said)
    number = next(values_of_kind(said[named.start() :], Number), None) if named else None
    place = int(number.value) - 1 if number is not None and number.start < 12 else NOWHERE
    return days[place] if 0 <= place < len(days) else None


def _found(text: TextView, language: str, said: _Said, number: int) -> Found:
    word = text.said(language)[said.start : said.end]
    spot = text.spot(language, said.start, said.end)
    message = counted(
        number,
        "“{word}” stands here, and the day has {count} break.",
        "“{word}” stands here, and the day has {count} breaks.",
        word=word,
    )
    right = _right(word, number)
    return Found(spot, message, (Fix(sentence("Write “{words}”", words=right), rewrite(spot, word, right)),))


def _right(word: str, number: int) -> str:
    """Give the word in its right number, in the case of its letters, or in Arabic with its article."""
    if not word.isascii():
        one = "الاستراحة" if "الا" in word else "استراحة"
        return one if number == 1 else f"فترات {one}"
    right = "break" if number == 1 else "breaks"
    return right.upper() if word.isupper() else right
