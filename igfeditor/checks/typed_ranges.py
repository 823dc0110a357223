"""Checks D01 to D03: ranges that somebody typed, stored end first, by half, or each in another way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from igfeditor.checks.finding import Fix, Found, Severity, Spot
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.tokens import FIRST_YEAR, LAST_YEAR
from igfeditor.checks.values import ClockRange, DateRange, values_of, values_of_kind
from igfeditor.checks.views import DIGITS, AgendaView, Context, TextView
from igfeditor.errors import sentence

_DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_SPACE: Final = "[ \u00a0\u202f]"
_CLOCK: Final = r"\d{1,2}:\d\d"
_BEFORE: Final = rf"(?<![\d/.:,+A-Za-z{_DASHES}])(?<![{_DASHES}]{_SPACE})"
_AFTER: Final = rf"(?![\d/:A-Za-z{_DASHES}]|[.,]\d)"
_DASHED: Final = re.compile(
    rf"{_BEFORE}(?:(?P<clock>{_CLOCK})|(?P<number>\d{{1,4}}))(?P<dash>{_SPACE}*[{_DASHES}]{_SPACE}*)"
    rf"(?(clock){_CLOCK}|\d{{1,4}}){_AFTER}"
)
_MAY_BE_DASHED: Final = re.compile(rf"\d{_SPACE}?[{_DASHES}]")
_MAY_BE_RANGE: Final = re.compile(rf"\d.*?(?:[{_DASHES}]|\b(?:to|until|till|through|إلى|الى|حتى)\b)")
_DASH_SIGNS: Final = frozenset(_DASHES)
_EVENING: Final = 18 * 60
_MORNING: Final = 6 * 60


class Dashed(NamedTuple):
    """A range of two plain numbers or times: its ends, the dash with its spaces, and its place."""

    first: str
    dash: str
    last: str
    start: int
    end: int

    @property
    def dash_start(self) -> int:
        """Give the place of the dash with its spaces."""
        return self.start + len(self.first)

    @property
    def may_be_a_number(self) -> bool:
        """Tell whether it falls, as Arabic papers of the United Nations write target 16.10: "الغاية 16-10"."""
        return self.first.isdecimal() and len(self.first) < 4 and int(self.last) < int(self.first)


@lru_cache(maxsize=32768)
def dashed_ranges(said: str) -> tuple[Dashed, ...]:
    """Give the ranges of plain numbers and times that have a dash."""
    return tuple(_dashed(said)) if _MAY_BE_DASHED.search(said) else ()


def _dashed(said: str) -> Iterator[Dashed]:
    for found in _DASHED.finditer(said):
        first = found["clock"] or found["number"]
        dash = found["dash"]
        one = Dashed(first, dash, found[0][len(first) + len(dash) :], *found.span())
        if found["clock"] or _is_range(one):
            yield one


def _is_range(one: Dashed) -> bool:
    """Tell whether two numbers with a dash are a range: years, or small ones that rise; "3 - 5 minutes" may be two."""
    first, last = int(one.first), int(one.last)
    is_closed = one.dash.strip() == one.dash
    if len(one.first) == 4:
        is_short = len(one.last) == 2 and is_closed
        return FIRST_YEAR <= first <= LAST_YEAR and (is_short or FIRST_YEAR <= last <= LAST_YEAR)
    return len(one.last) < 4 and (first < last or is_closed)


# --- D01 ---------------------------------------------------------------------------------------------------


class _Turned(NamedTuple):
    """A range that is stored end first, and how it has to be."""

    start: int
    end: int
    words: str


@check(
    "D01", Severity.ERROR, Scope.TEXT, sentence("A range is stored end first"),
    hint=sentence("Write the start first, also in Arabic: where it is printed follows from the direction of the text."),
)  # fmt: skip
def end_first(text: TextView, _: Context) -> Iterator[Found]:
    """D01: times, dates and numbers; a range over midnight that all languages have is none."""
    if DIGITS.isdisjoint(text.signs):
        return
    for language, said in text.plains.items():
        if not _MAY_BE_RANGE.search(said):
            continue
        for one in (*_turned_values(text, language, said), *_turned_numbers(text, language, said)):
            was = said[one.start : one.end]
            spot = text.spot(language, one.start, one.end)
            fixes = (
                (
                    Fix(
                        sentence("Write “{words}”", words=one.words),
                        rewrite(spot, was, one.words, is_same_meaning=True),
                    ),
                )
                if one.words
                else ()
            )
            yield Found(spot, sentence("“{range}” begins with its end.", range=was), fixes)


def _turned_values(text: TextView, language: str, said: str) -> Iterator[_Turned]:
    for value in values_of(said):
        if isinstance(value, ClockRange):
            is_turned = value.value[0] > value.value[1] and not _is_over_midnight(value, text, language)
        elif isinstance(value, DateRange):
            is_turned = _is_turned(value)
        else:
            continue
        if is_turned:
            yield _Turned(value.start, value.end, _as_it_should_be(said, value))


def _is_over_midnight(value: ClockRange, text: TextView, language: str) -> bool:
    first, last = value.value
    others = [code for code in text.plains if code != language]
    said_elsewhere = (one.value for code in others for one in values_of_kind(text.said(code), ClockRange))
    return first >= _EVENING and last <= _MORNING and (last, first) not in set(said_elsewhere)


def _is_turned(value: DateRange) -> bool:
    """Tell whether a range of dates ends before it starts; one that says no year may end in the next one."""
    first, last = value.value
    if first.day is None or last.day is None:
        return False
    if first.year is None or last.year is None or first.year == last.year:
        is_same_month = first.month == last.month
        has_own_year = last.year is None and not is_same_month
        return not has_own_year and (first.month, first.day) > (last.month, last.day)
    return first.year > last.year


_LEADING: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?!\d)")
_YEAR: Final = re.compile(r",?\s*\d{4}$")


def _as_it_should_be(said: str, value: ClockRange | DateRange) -> str:
    """Write a range the other way round; nothing where that does not read as it should."""
    first, last = said[value.first.start : value.first.end], said[value.last.start : value.last.end]
    between = said[value.first.end : value.last.start]
    rest = ""
    if isinstance(value, DateRange) and _LEADING.fullmatch(first) and (day := _LEADING.match(last)):
        last, rest = day[0], last[day.end() :]
    elif isinstance(value, DateRange) and (year := _YEAR.search(last)) and not _YEAR.search(first):
        last, rest = last[: year.start()], year[0]
    turned = f"{last}{between}{first}{rest}"
    read = [one for one in values_of(turned) if isinstance(one, ClockRange | DateRange)]
    return turned if len(read) == 1 and read[0].value == value.value[::-1] else ""


def _turned_numbers(text: TextView, language: str, said: str) -> Iterator[_Turned]:
    """Find numbers that another language has the other way round, and none has this way."""
    ranges = [one for one in dashed_ranges(said) if ":" not in one.first and int(one.first) > int(one.last)]
    if not ranges:
        return
    taken = [(one.start, one.end) for one in values_of(said) if isinstance(one, DateRange | ClockRange)]
    others = {
        (int(one.first), int(one.last))
        for code, words in text.plains.items()
        if code != language
        for one in dashed_ranges(words)
    }
    for one in ranges:
        is_value = any(start < one.end and one.start < end for start, end in taken)
        if not is_value and (int(one.last), int(one.first)) in others:
            yield _Turned(one.start, one.end, f"{one.last}{one.dash}{one.first}")


# --- D02 ---------------------------------------------------------------------------------------------------

_AND: Final = rf"(?:{_SPACE}*(?:و|and){_SPACE}*)"
_HALVES: Final = re.compile(
    rf"""(?<!\S)(?P<lead>[{_DASHES}]{_SPACE}?(?P<first>{_CLOCK}){_AND}(?P<last>{_CLOCK}))(?![\d:]|{_SPACE}*[{_DASHES}])
      | (?:(?<=[(،,؛;:])|(?<=[،,؛;:]{_SPACE})|^)(?P<open>[{_DASHES}]{_CLOCK})(?![\d:]|{_SPACE}*[{_DASHES}])
      | {_BEFORE}(?P<close>{_CLOCK}{_SPACE}?[{_DASHES}])(?={_SPACE}*(?:$|[،,؛;)\]]|{_AND}{_CLOCK}|و\d))""",
    re.VERBOSE,
)


@check(
    "D02", Severity.ERROR, Scope.TEXT, sentence("A range has lost one of its ends"),
    hint=sentence("Write both times, the start first, with a dash between them."),
)  # fmt: skip
def half_a_range(text: TextView, _: Context) -> Iterator[Found]:
    """D02: a dash with a time on one side only; "-10:30 و 12:30" has lost its dash to an "and"."""
    if ":" not in text.signs or _DASH_SIGNS.isdisjoint(text.signs):
        return
    for language, said in text.plains.items():
        for found in _HALVES.finditer(said):
            start, end = found.span(found.lastgroup or 0) if not found["lead"] else found.span("lead")
            spot = text.spot(language, start, end)
            yield Found(
                spot, sentence("“{said}” is not a range.", said=said[start:end]), tuple(_mended(text, spot, found))
            )


def _mended(text: TextView, spot: Spot, found: re.Match[str]) -> Iterator[Fix]:
    """Give the range that both times make; it is sure where another language says it."""
    if not found["lead"]:
        return
    words = f"{found['first']}\u2013{found['last']}"
    mended = next(values_of_kind(words, ClockRange), None)
    if mended is None or mended.value[0] >= mended.value[1]:
        return
    elsewhere = {
        one.value
        for code, said in text.plains.items()
        if code != spot.language
        for one in values_of_kind(said, ClockRange)
    }
    yield Fix(
        sentence("Write “{words}”", words=words),
        rewrite(spot, found["lead"], words, is_same_meaning=True),
        safe=mended.value in elsewhere,
    )


# --- D03 ---------------------------------------------------------------------------------------------------

_HOUSE_DASHES: Final = ("\u2013", "\u00a0\u2013\u00a0", " \u2013 ")


class _Stand(NamedTuple):
    """A range of a text."""

    text: TextView
    range: Dashed


@check(
    "D03", Severity.WARNING, Scope.AGENDA, sentence("Ranges are written in different ways"),
    hint=sentence("Write all ranges with the same dash, and with spaces round it or without."),
)  # fmt: skip
def mixed_dashes(view: AgendaView, context: Context) -> Iterator[Found]:
    """D03: what most ranges of a language have is right; where that is even, an en dash without spaces."""
    dashed = [text for text in view.spoken if not _DASH_SIGNS.isdisjoint(text.signs)]
    for language in context.languages:
        stands = [
            _Stand(text, one)
            for text in dashed
            for one in dashed_ranges(text.said(language))
            if not one.may_be_a_number
        ]
        counts = Counter(_plain(stand.range.dash) for stand in stands)
        if len(counts) < 2:
            continue
        usual = max(counts, key=lambda dash: (counts[dash], dash in _HOUSE_DASHES, len(dash) == 1))
        for text, one in (stand for stand in stands if _plain(stand.range.dash) != usual):
            start = one.dash_start
            spot = text.spot(language, start, start + len(one.dash))
            words = f"{one.first}{usual}{one.last}"
            fix = Fix(sentence("Write “{words}”", words=words), rewrite(spot, one.dash, usual, is_same_meaning=True))
            message = sentence("Most ranges are written like “{words}”.", words=words)
            yield Found(text.spot(language, one.start, one.end), message, (fix,))


def _plain(dash: str) -> str:
    """Write a dash with plain spaces."""
    return re.sub(f"{_SPACE}+", " ", dash)
