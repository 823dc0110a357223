"""Check P03: numbers, times, dates and lengths of time, compared by value between the languages and with the slot.

Each text is a bag of figures, whatever their order. What one language says in digits, the other has to say too, in
digits or words; what it says in words ("first", "two", "half an hour") binds only where the other says another one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from igfeditor.checks.finding import Fix, Found, Severity, Spot
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.tokens import digest_of
from igfeditor.checks.values import (
    Clock,
    ClockRange,
    Date,
    DateRange,
    Duration,
    Number,
    NumberKind,
    Symbol,
    Value,
    Weekday,
    is_read,
    values_of,
    values_of_kind,
)
from igfeditor.checks.views import Context, TextView
from igfeditor.errors import counted, sentence
from igfeditor.language.tongues import language_sentence
from igfeditor.model.timing import MINUTES_A_DAY, Stretch, Times, clock_of

Kind = Literal["time", "date", "month", "weekday", "length", "percent", "number", "ordinal"]


class Sureness(IntEnum):
    """How sure it is that a figure is one: digits in a name may be no number, words may be none, digits are."""

    IN_A_NAME = 0
    WORDS = 1
    DIGITS = 2


class Figure(NamedTuple):
    """One thing to compare, with the place where it is said."""

    kind: Kind
    value: float | tuple[int, int]
    start: int
    end: int
    sureness: Sureness


_KINDS: Final = MappingProxyType[NumberKind, Kind](
    {"number": "number", "year": "number", "ordinal": "ordinal", "percent": "percent"}
)
_DIGITS_AT_END: Final = re.compile(r"\d+$")
_DUAL: Final = re.compile("[\u0621-\u064a]{3,}(?:ان|ين|تا|تي)(?![\u0621-\u064a])")
_ZONE: Final = re.compile(r"\b(?:[A-Z]{2,4}T|UTC|GMT|time)\b|توقيت")
_TITLES: Final = frozenset({"title", "label"})
_THOUSAND: Final = 1000
_QUOTED: Final = frozenset({("'", "'"), ("‘", "’")})
_BARE: Final = re.compile(r"\d+(?::\d\d)?")
_EASTERN: Final = re.compile("[\u0660-\u0669]")
_TO_EASTERN: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TO_WESTERN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@check(
    "P03", Severity.ERROR, Scope.TEXT, sentence("Numbers, times or dates differ"),
    hint=sentence("Compare the texts, and correct the one that is wrong."),
)  # fmt: skip
def figures_differ(text: TextView, context: Context) -> Iterator[Found]:
    """P03."""
    digests = {language: digest_of(said) for language, said in text.plains.items()}
    source = text.said(context.source) if is_read(context.source) else ""
    for language in context.targets:
        target = text.said(language)
        if source and target and is_read(language):
            digest = digests[context.source]
            if digest is None or digest != digests[language]:
                yield from _compared(text, (context.source, source), (language, target))
    if text.times is not None:
        for language, said in text.plains.items():
            if digests[language] is None:
                yield from _beside_the_slot(text, language, said, text.times)


# --- languages ---------------------------------------------------------------------------------------------

_Said = tuple[str, str]


def _compared(text: TextView, source: _Said, target: _Said) -> Iterator[Found]:
    ours, theirs = figures_of(source[1]), figures_of(target[1])
    if not ours and not theirs:
        return
    ours, theirs = _left_over(ours, theirs)
    if not ours and not theirs:
        return
    ours, theirs = _told_as_times(_forgiven(ours, target[1]), _forgiven(theirs, source[1]))
    ours, theirs = _without_names(*_without_pieces(ours, theirs))
    pairs = tuple(_pairs(ours, theirs))
    for one, other in pairs:
        yield _pair_found(text, source, target, one, other)
    paired = {id(figure) for pair in pairs for figure in pair}
    for here, there, figures in ((source, target, ours), (target, source, theirs)):
        single = [one for one in figures if one.sureness is Sureness.DIGITS and id(one) not in paired]
        for figure in {_key(one): one for one in reversed(single)}.values():
            yield _single_found(text, here, there, figure)


def _left_over(ours: Iterable[Figure], theirs: Iterable[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Give what is left of both when what is the same has been crossed out, the surest first."""
    crossed: set[int] = set()
    open_: defaultdict[tuple[str, object], list[Figure]] = defaultdict(list)
    for one in sorted(theirs, key=_by_sureness):
        open_[_key(one)].append(one)
    left: list[Figure] = []
    for one in sorted(ours, key=_by_sureness):
        same = open_[_key(one)]
        if same:
            crossed.add(id(same.pop(0)))
        else:
            left.append(one)
    return left, [one for one in theirs if id(one) not in crossed]


def _key(figure: Figure) -> tuple[str, object]:
    return "number" if figure.kind == "ordinal" else figure.kind, figure.value


def _by_sureness(figure: Figure) -> tuple[int, int]:
    return -figure.sureness, figure.start


def _forgiven(figures: list[Figure], other: str) -> list[Figure]:
    """Leave out a 2 where the other language may say it by a dual."""
    if any(figure.kind == "number" and figure.value == 2 for figure in figures) and _DUAL.search(other):
        return [figure for figure in figures if figure.kind != "number" or figure.value != 2]
    return figures


def _told_as_times(ours: list[Figure], theirs: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Leave out what is a time in one language and a number or a length in the other: "at 3", "10h30"."""
    ours, theirs = list(ours), list(theirs)
    for one, other in ((ours, theirs), (theirs, ours)):
        for figure in [figure for figure in one if figure.kind in {"number", "length"}]:
            value = figure.value if isinstance(figure.value, float | int) else -1
            times = (value * 60, value * 60 + 720) if figure.kind == "number" else (value,)
            same = next((at for at in other if at.kind == "time" and at.value in times), None)
            if same is not None:
                one.remove(figure)
                other.remove(same)
    return ours, theirs


def _without_pieces(ours: list[Figure], theirs: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Leave out what is one number in one language and two in the other.

    Arabic papers of the United Nations have "2 500" and "500 2" for "2,500", "16-10" and "3,7" for "16.10" and "3.7".
    """
    for one, other in ((ours, theirs), (theirs, ours)):
        for whole in [figure for figure in one if figure.kind == "number"]:
            numbers = sorted((figure for figure in other if figure.kind == "number"), key=lambda piece: piece.start)
            for pieces in pairwise(numbers):
                if pieces[1].start - pieces[0].end <= 1 and _is_made_of(whole.value, pieces[0].value, pieces[1].value):
                    one.remove(whole)
                    other[:] = [figure for figure in other if figure not in pieces]
                    break
    return ours, theirs


def _is_made_of(whole: object, first: object, second: object) -> bool:
    """Tell whether two numbers beside each other are the two parts of a whole one."""
    if not (isinstance(whole, float | int) and isinstance(first, float | int) and isinstance(second, float | int)):
        return False
    if whole == int(whole):
        return whole >= _THOUSAND and sorted((first, second)) == sorted(divmod(whole, _THOUSAND))
    return f"{whole:g}" == f"{first:g}.{second:g}".rstrip("0")


def _without_names(ours: list[Figure], theirs: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    kept = ([figure for figure in side if figure.sureness is not Sureness.IN_A_NAME] for side in (ours, theirs))
    return next(kept), next(kept)


def _pairs(ours: list[Figure], theirs: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Give what stands in one language for another thing of its kind in the other, in the order of the texts.

    Words stand for words only where each language has one such word: "first" for "الثاني".
    """
    kinds = sorted({figure.kind for figure in ours} & {figure.kind for figure in theirs})
    for kind in kinds:
        mine = sorted((one for one in ours if one.kind == kind), key=lambda one: one.start)
        other = sorted((one for one in theirs if one.kind == kind), key=lambda one: one.start)
        is_one_each = len(mine) == len(other) == 1
        for pair in zip(mine, other, strict=False):
            is_in_words = all(one.sureness is Sureness.WORDS for one in pair)
            if not is_in_words or (is_one_each and all(one.kind != "number" or one.value != 1 for one in pair)):
                yield pair


def _pair_found(text: TextView, source: _Said, target: _Said, one: Figure, other: Figure) -> Found:
    wanted, said = source[1][one.start : one.end], target[1][other.start : other.end]
    spot = text.spot(target[0], other.start, other.end)
    message = sentence(
        "{language} has “{said}” where {source} has “{wanted}”.",
        language=language_sentence(target[0]), said=said, source=language_sentence(source[0]), wanted=wanted,
    )  # fmt: skip
    return Found(spot, message, tuple(_written(spot, said, wanted)))


def _written(spot: Spot, said: str, wanted: str) -> Iterator[Fix]:
    """Offer to write the figure of the source where both are digits alone; a person has to know which one is right."""
    western = wanted.translate(_TO_WESTERN)
    if _BARE.fullmatch(western) and _BARE.fullmatch(said.translate(_TO_WESTERN)):
        words = western.translate(_TO_EASTERN) if _EASTERN.search(said) else western
        yield Fix(sentence("Write “{words}”", words=words), rewrite(spot, said, words), safe=False)


def _single_found(text: TextView, here: _Said, there: _Said, figure: Figure) -> Found:
    """Tell what the other language lacks; where it has it too, and less often, that is a warning."""
    said = here[1][figure.start : figure.end]
    spot = text.spot(here[0], figure.start, figure.end)
    times, others = (sum(_key(one) == _key(figure) for one in figures_of(side[1])) for side in (here, there))
    if not others:
        message = counted(
            times,
            "“{said}” stands {count} time in {language}, and not in {other}.",
            "“{said}” stands {count} times in {language}, and not in {other}.",
            said=said, language=language_sentence(here[0]), other=language_sentence(there[0]),
        )  # fmt: skip
        return Found(spot, message)
    message = sentence(
        "“{said}” stands more often in {language} ({times}) than in {other} ({others}).",
        said=said, language=language_sentence(here[0]), times=times, other=language_sentence(there[0]), others=others,
    )  # fmt: skip
    return Found(spot, message, severity=Severity.WARNING)


# --- figures -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def figures_of(said: str) -> tuple[Figure, ...]:
    """Give the figures of a text; a year that several dates share is one."""
    values = values_of(said)
    if not values:
        return ()
    years: set[int] = set()
    figures = (figure for value in values for figure in _figures(value, years))
    return tuple(_as_marker(figure) if _is_quoted(said, figure) else figure for figure in figures)


def _is_quoted(said: str, figure: Figure) -> bool:
    """Tell whether a number is a marker, as Arabic papers of the United Nations have '1' for (i)."""
    return (said[figure.start - 1 : figure.start], said[figure.end : figure.end + 1]) in _QUOTED


def _as_marker(figure: Figure) -> Figure:
    return figure._replace(sureness=Sureness.IN_A_NAME)


def _figures(value: Value, years: set[int]) -> Iterator[Figure]:
    sureness = Sureness.WORDS if value.in_words else Sureness.DIGITS
    match value:
        case Clock():
            yield Figure("time", value.value % MINUTES_A_DAY, value.start, value.end, sureness)
        case Weekday():
            yield Figure("weekday", value.value, value.start, value.end, sureness)
        case Duration():
            yield Figure("length", value.value, value.start, value.end, sureness)
        case Number():
            yield Figure(_KINDS[value.kind], value.value, value.start, value.end, sureness)
        case Date():
            yield from _date(value, years, sureness)
        case ClockRange() | DateRange():
            yield from _figures(value.first, years)
            yield from _figures(value.last, years)
        case Symbol():
            digits = _DIGITS_AT_END.search(value.value)
            if digits and "/" not in value.value:
                yield Figure("number", int(digits[0]), value.start, value.end, Sureness.IN_A_NAME)
        case _:
            pass


def _date(date: Date, years: set[int], sureness: Sureness) -> Iterator[Figure]:
    day, month, year = date.value
    if day is None:
        yield Figure("month", month, date.start, date.end, sureness)
    else:
        yield Figure("date", (month, day), date.start, date.end, sureness)
    if year is not None and year not in years:
        years.add(year)
        yield Figure("number", year, date.start, date.end, sureness)


# --- the slot ----------------------------------------------------------------------------------------------


def _beside_the_slot(text: TextView, language: str, said: str, times: Times) -> Iterator[Found]:
    """Find hours typed in a slot that are not within it; those of another day or another zone may be anything.

    Hours that the slot lies within, or that it has no minute of, may be those of something else ("helpdesk open from
    08:00 to 18:00"), unless they stand in its title; several hours are a schedule of their own.
    """
    if not values_of(said) or _ZONE.search(said):
        return
    ranges = tuple(values_of_kind(said, ClockRange))
    stretch = times.stretch
    if len(ranges) != 1 or stretch is None:
        return
    if any(isinstance(value, Date | DateRange | Weekday) for value in values_of(said)):
        return
    for hours in ranges:
        first, last = sorted(hours.value)
        severity = _severity_beside(stretch, first, last, is_title=text.field in _TITLES)
        if severity is not None:
            message = sentence(
                "“{said}” is not within {start}–{end}, the hours of the slot.",
                said=said[hours.start : hours.end],
                start=f"{clock_of(stretch.start):%H:%M}",
                end=f"{clock_of(stretch.end):%H:%M}",
            )
            yield Found(text.spot(language, hours.start, hours.end), message, severity=severity)


def _severity_beside(slot: Stretch, first: int, last: int, *, is_title: bool) -> Severity | None:
    if slot.start <= first and last <= slot.end:
        return None
    may_be_another = last <= slot.start or first >= slot.end or (first <= slot.start and slot.end <= last)
    if may_be_another:
        return Severity.WARNING if is_title else None
    return Severity.ERROR
