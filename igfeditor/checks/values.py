"""The values that a text says, whatever it says them in: clock times, dates, durations, numbers, with their places.

    values_of("من ٠٩:٠٠ إلى 3 p.m.")        (ClockRange(first=Clock(540), last=Clock(900), …),)
    values_of("22–24 شباط/فبراير 2021")     (DateRange(first=Date(22, 2, 2021), last=Date(24, 2, 2021), …),)

Both languages and all scripts of digits are read in any text. A value is the same in "9 a.m.", "09:00" and
"الساعة التاسعة صباحاً", in "90 minutes" and "ساعة ونصف". What is said in words (`in_words`) is less sure than digits:
"first" or "one" may be no number at all. Addresses and symbols of documents are `Symbol`s, and no numbers.

The grammar is a list of rules over the letters that `igfeditor.checks.tokens` gives the words: what is read there is
"d_?M" for a day and a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeVar

from igfeditor.checks.tokens import Token, may_hold_values, tokens_of
from igfeditor.checks.value_kinds import (
    CalendarDay,
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
)
from igfeditor.checks.value_readers import READERS

__all__ = [
    "CalendarDay", "Clock", "ClockRange", "Date", "DateRange", "Duration", "Number", "NumberKind", "Symbol", "Value",
    "Weekday", "is_read", "values_of", "values_of_kind",
]  # fmt: skip

_V = TypeVar("_V", bound=Value)
_READ: Final = frozenset({"en", "ar"})


@lru_cache(maxsize=4096)
def values_of(text: str) -> tuple[Value, ...]:
    """Read all values of a text as it is read, in its order; the ends of a range are within it."""
    if not may_hold_values(text):
        return ()
    tokens, parts = tokens_of(text)
    read = [
        value
        for found in _RULES.finditer(parts)
        for value in READERS[found.lastgroup or ""](tokens[found.start() : found.end()], found[0])
    ]
    return tuple(_ranged(read, tokens, parts))


def is_read(language: str) -> bool:
    """Tell whether the words of a language are known; of any other only digits and times of a clock are read."""
    return language.partition("-")[0] in _READ


def values_of_kind(text: str, kind: type[_V]) -> Iterator[_V]:
    """Read the values of one kind: `values_of_kind(text, ClockRange)`."""
    return (value for value in values_of(text) if isinstance(value, kind))


# --- the grammar -------------------------------------------------------------------------------------------

_NUM: Final = r"(?:[Nu](?:_?&_?N|_?-_?N|_N)?)"
_COUNT: Final = rf"(?:[dDF]|{_NUM})"
_AFTER_HOURS: Final = rf"(?:_?,?_?&_?(?:[eqt]|I|{_COUNT}_?i)|_?,?_?{_COUNT}_?i)?"
_MONTH: Final = r"[Mm](?:_?/_?[Mm])?"
_SURE_MONTH: Final = r"(?:M(?:_?/_?[Mm])?|m_?/_?[Mm])"
_HALF: Final = r"(?:_?(?:f_)?P)?"
_SAID_HOUR: Final = rf"[NO](?:_N)?(?:_?&_?(?:[eqt]|{_COUNT}_i)|_l_(?:[qt]|{_COUNT}_i))?"
_POINT: Final = (
    rf"(?:(?:s_?)?C{_HALF}|(?:s_?)?[dF]_?P|s_[dF](?!_?[%ghiMm])|s_{_SAID_HOUR}{_HALF}"
    rf"|(?<=[pfT]_){_SAID_HOUR}_(?:f_)?P|d_?W|d_(?:xx)?k|W)"
)
_JOINT: Final = r"_?[-T]_?"

_RULES: Final = re.compile(
    rf"""(?=[^_x,&.()/:fTlpbrcnjvzZU-])(?:
      (?P<days>[do](?:(?:_?-_?|_?T_?|_?,_?|_?,?_?&_?)(?:[Kw],?_)?[do])*(?:_f)?(?:_Z)?_?{_MONTH}(?:,?_?(?:f_)?Y)?
        | (?:O|O_?&_?[NO]|O_N|N_?-?_?O)_f_(?:Z_)?{_MONTH}(?:,?_?Y)?
        | {_MONTH}\.?_[do](?:_?[-T]_?[do])?(?:,?_Y|(?=_?[.,)T-]|$)))
    | (?P<month>{_MONTH},?_?(?:f_)?Y|{_SURE_MONTH})
    | (?P<iso>B)
    | (?P<numbered>y_?[dD](?=_?[,T-]))
    | (?P<hours>{_POINT}{_JOINT}{_POINT}|(?:s_?)?[dF]{_JOINT}(?:s_?)?(?:C|[dF])_?P)
    | (?P<length>[dDF]_?g_?d(?:_?i)?(?!_?[gh:])|{_COUNT}_?-?_?[gh]{_AFTER_HOURS}|{_COUNT}_&_a_e_h
        |h_?&_?(?:[eqt]|I|{_COUNT}_?i)|H{_AFTER_HOURS}|h_N|a_h(?:_&_a_e)?|[eqt](?:_f)?(?:_a)?[_-]h
        |d_?e_h|{_COUNT}_?-?_?i|I|i_N|h|i)
    | (?P<percent>(?:d,d|[dDFY]|{_NUM})_?(?:p_)?%|%_?[dDF])
    | (?P<point>{_POINT}|P)
    | (?P<weekday>K|w(?=\.?,?_?[doMm]))
    | (?P<ordinal>O_N|O_?&_?[NO](?!_N)|N_?-?_?O|O|o)
    | (?P<years>Y_?-_?d)
    | (?P<scaled>(?:(?:[dDF]_?[-T]_?)?[dDF]|d,d|{_NUM})_?G|[eq]_(?:a_)?G|G(?:_&_?[eq])?)
    | (?P<number>{_NUM}|[EYDdF])
    | (?P<symbol>S))
    """,
    re.VERBOSE,
)


# --- ranges of dates ---------------------------------------------------------------------------------------

_BETWEEN: Final = re.compile(r",?_?[-T]_?(?:[Kw],?_)?")


def _ranged(values: Sequence[Value], tokens: Sequence[Token], parts: str) -> Iterator[Value]:
    """Join two dates with a dash between them: "28 February – 2 March 2021"."""
    dates = [value for value in values if isinstance(value, Date) and value.value.day]
    if len(dates) < 2:
        yield from values
        return
    places = {token.start: place for place, token in enumerate(tokens) if token.end}
    ends = {token.end: place + 1 for place, token in enumerate(tokens) if token.end}
    joined: dict[int, DateRange | None] = {}
    for one, other in pairwise(dates):
        if one.start not in joined and _BETWEEN.fullmatch(parts[ends[one.end] : places[other.start]]):
            year = one.value.year if one.value.year is not None else other.value.year
            first = Date(value=one.value._replace(year=year), start=one.start, end=one.end)
            joined[one.start] = DateRange(first=first, last=other, start=one.start, end=other.end)
            joined[other.start] = None
    for value in values:
        if not isinstance(value, Date) or value.start not in joined:
            yield value
        elif (whole := joined[value.start]) is not None:
            yield whole
