"""Readers of values: what each rule of the grammar makes of the tokens that it has found.

A reader gets the tokens and their letters, and gives the values in their order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType
from typing import Final

from igfeditor.checks.tokens import Token
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
from igfeditor.checks.value_words import NIGHT, NOON, PM


def _days(tokens: Sequence[Token], parts: str) -> Iterator[Value]:
    months = [one for one in tokens if one.part in "Mm"]
    year = next((int(one.number) for one in tokens if one.part == "Y"), None)
    month = int(months[0].number)
    days = [(int(one.number), one) for one in tokens if one.part in "do"] or [_ordinal_of(tokens)]
    if any(not 1 <= day <= 31 for day, _ in days):
        yield from _one_by_one(tokens)
        return
    written = tokens[0].part in "Mm"
    ends = [tokens[-1].end if place + 1 == len(days) else day.end for place, (_, day) in enumerate(days)]
    starts = [tokens[0].start if written and not place else day.start for place, (_, day) in enumerate(days)]
    dates = [
        Date(value=CalendarDay(day, month, year), start=start, end=end)
        for (day, _), start, end in zip(days, starts, ends, strict=True)
    ]
    if len(dates) == 2 and re.search(r"[do]_?[-T]", parts):
        yield DateRange(first=dates[0], last=dates[1], start=dates[0].start, end=dates[1].end)
    else:
        yield from dates
    yield from (_named(one) for one in tokens if one.part in "Kw")
    yield from _other_month(months)


def _ordinal_of(tokens: Sequence[Token]) -> tuple[int, Token]:
    """Give the day that is said in words: "the twenty-second of …"."""
    said = [one for one in tokens if one.part in "ON"]
    return int(sum(one.number for one in said)), Token("O", 0, said[0].start, said[-1].end)


def _other_month(months: Sequence[Token]) -> Iterator[Value]:
    """Give the second name of a month when it is that of another one: "شباط/مارس"."""
    if len(months) > 1 and months[0].number != months[1].number:
        other = months[1]
        yield Date(value=CalendarDay(None, int(other.number), None), start=other.start, end=other.end)


def _month(tokens: Sequence[Token], parts: str) -> Iterator[Value]:
    months = [one for one in tokens if one.part in "Mm"]
    year = next((int(one.number) for one in tokens if one.part == "Y"), None)
    value = CalendarDay(None, int(months[0].number), year)
    yield Date(value=value, start=tokens[0].start, end=tokens[-1].end, in_words="Y" not in parts)
    yield from _other_month(months)


def _iso(tokens: Sequence[Token], _: str) -> Iterator[Value]:
    (one,) = tokens
    day, month, year = one.day
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield Date(value=CalendarDay(day, month, year), start=one.start, end=one.end)
    else:
        yield Symbol(value=one.written, start=one.start, end=one.end)


def _hours(tokens: Sequence[Token], parts: str) -> Iterator[Value]:
    joint = re.search(r"[CdFPNOWketq]_?([-T])", parts)
    middle = joint.start(1) if joint else 0
    halves = _trimmed(tokens[:middle]), _trimmed(tokens[middle + 1 :])
    last = _clock(halves[1])
    first = _clock(halves[0])
    if first and last and "P" not in parts[:middle] and "P" in parts[middle:]:
        first = _with_half_of(first, halves[1], last)
    if first is None or last is None:
        yield from _one_by_one(tokens)
        return
    yield ClockRange(first=first, last=last, start=first.start, end=last.end, in_words=first.in_words or last.in_words)


def _with_half_of(first: Clock, said: Sequence[Token], last: Clock) -> Clock:
    """Give the start of "2–3.30 p.m." its half of the day, unless that would put it behind the end."""
    half = next(int(one.number) for one in said if one.part == "P")
    moved = _in_half(first.value, half)
    return Clock(value=moved if moved < last.value else first.value, start=first.start, end=first.end)


def _trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    begin = 1 if tokens and tokens[0].part == "_" else 0
    return tokens[begin : len(tokens) - (1 if tokens and tokens[-1].part == "_" else 0)]


def _clock(tokens: Sequence[Token]) -> Clock | None:
    """Read one time: of a clock, an hour alone, or an hour in words with its quarters."""
    minutes = 0.0
    half: int | None = None
    unit, sign = 60, 1
    for one in tokens:
        match one.part:
            case "C" | "W":
                minutes = one.number
            case "d" | "D" | "N" | "O":
                minutes += sign * one.number * unit
            case "F":
                hour, _, rest = one.written.partition(".")
                minutes = int(hour) * 60 + int(rest) if len(rest) == 2 and int(rest) < 60 else -1
            case "&":
                unit = 1
            case "l":
                unit, sign = 1, -1
            case "e" | "q" | "t":
                minutes += sign * _FRACTIONS[one.part]
            case "P":
                half = int(one.number)
            case _:
                pass
    if not 0 <= minutes <= 1440 or (half is not None and minutes == 0 and tokens[0].part == "P"):
        return None
    value = int(minutes) if half is None else _in_half(int(minutes), half)
    return Clock(
        value=value, start=tokens[0].start, end=tokens[-1].end, in_words=any(one.part in "NOW" for one in tokens)
    )


def _in_half(minutes: int, half: int) -> int:
    """Give the minutes of a time that is said on a clock of twelve hours; a later hour is what it is."""
    if not 60 <= minutes < 780:
        return minutes
    hour, minute = minutes // 60 % 12, minutes % 60
    is_late = half == PM or (half == NOON and hour < 4) or (half == NIGHT and hour >= 6)
    return (hour + (12 if is_late else 0)) * 60 + minute


def _point(tokens: Sequence[Token], parts: str) -> Iterator[Value]:
    if parts == "P":
        if tokens[0].number == NOON:
            yield Clock(value=720, start=tokens[0].start, end=tokens[0].end, in_words=True)
        return
    if parts.endswith("W") and len(tokens) > 1:
        tokens = tokens if tokens[0].number == 12 else tokens[-1:]
        clock = Clock(value=int(tokens[-1].number), start=tokens[0].start, end=tokens[-1].end)
    else:
        clock = _clock(tokens)
    if clock is None:
        yield from _one_by_one(tokens)
    else:
        yield clock


def _numbered(tokens: Sequence[Token], _: str) -> Iterator[Value]:
    yield _named(tokens[-1])


_FRACTIONS: Final = MappingProxyType({"e": 30, "q": 15, "t": 20})
_UNITS: Final = MappingProxyType({"g": 60, "h": 60, "i": 1})


def _length(tokens: Sequence[Token], parts: str) -> Iterator[Value]:
    total, count, fraction = 0.0, 0.0, 0.0
    has_count = False
    for one in tokens:
        match one.part:
            case "d" | "D" | "F" | "N" | "u":
                count, has_count = count + one.number, True
            case "e" | "q" | "t":
                fraction += _FRACTIONS[one.part]
            case "g" | "h" | "i":
                bare = 0 if fraction and one.part == "h" and not total else 1
                total += (count if has_count else bare) * _UNITS[one.part]
                count, has_count = 0, False
            case "H" | "I":
                total += 120 if one.part == "H" else 2
            case _:
                pass
    # "one hour" in Arabic has its number behind; "6 h 45" has minutes without their unit.
    total += count if not re.fullmatch("[hi]_N", parts) else 0
    is_certain = any(one.part in "dDF" for one in tokens)
    yield Duration(value=total + fraction, start=tokens[0].start, end=tokens[-1].end, in_words=not is_certain)


def _percent(tokens: Sequence[Token], parts: str) -> Iterator[Value]:
    """Read a percentage; "2,5 %" has a decimal comma."""
    numbers = [one for one in tokens if one.part in "dDFYNu"]
    value = _with_comma(numbers) if "d,d" in parts else sum(one.number for one in numbers)
    yield Number(value=value, kind="percent", start=tokens[0].start, end=tokens[-1].end)


def _with_comma(numbers: Sequence[Token]) -> float:
    whole, fraction = numbers
    return float(f"{whole.written}.{fraction.written}")


def _weekday(tokens: Sequence[Token], _: str) -> Iterator[Value]:
    yield _named(tokens[0])


def _ordinal(tokens: Sequence[Token], _: str) -> Iterator[Value]:
    """Read an ordinal of one or two words: "first", "twenty-first", "السادس عشر", "الخامسة والعشرون"."""
    said = [one for one in tokens if one.part in "ONo"]
    if len(said) == 2 and _are_one(*said):
        yield Number(value=_sum(said), kind="ordinal", start=said[0].start, end=said[1].end, in_words=True)
    else:
        yield from _one_by_one(tokens)


def _scaled(tokens: Sequence[Token], parts: str) -> Iterator[Value]:
    """Read "1.5 million", "5 to 7 million", "half a million", "مليون ونصف"."""
    scale = next(one.number for one in tokens if one.part == "G")
    counts = _counts(tokens, parts)
    for (count, one), end in zip(counts, [*(one.end for _, one in counts[:-1]), tokens[-1].end], strict=True):
        yield Number(value=round(count * scale), start=one.start, end=end, in_words=one.part not in "dDF")


def _counts(tokens: Sequence[Token], parts: str) -> Sequence[tuple[float, Token]]:
    """Give how many millions are said, one or two numbers of them, each with its first token."""
    said = [one for one in tokens if one.part in "dDFNu"]
    if "d,d" in parts:
        return ((_with_comma(said), said[0]),)
    if said and said[0].part in "Nu":
        is_one = len(said) == 2 and _are_one(*said)
        return ((_sum(said), said[0]),) if is_one else ((said[-1].number, said[-1]),)
    share = sum(_SHARES[one.part] for one in tokens if one.part in _SHARES)
    # With no number beside it, "مليونا" is two of them, in the form it has before a noun.
    whole = 0 if parts[0] in _SHARES else 2 if parts == "G" and tokens[0].written.endswith("ا") else 1
    return [(one.number, one) for one in said] or [(whole + share, tokens[0])]


def _number(tokens: Sequence[Token], _: str) -> Iterator[Value]:
    said = [one for one in tokens if one.part in "Nu"]
    if len(said) == 2 and _are_one(*said):
        yield Number(value=_sum(said), start=said[0].start, end=said[1].end, in_words=True)
    else:
        yield from _one_by_one(tokens)


_SHARES: Final = MappingProxyType({"e": 0.5, "q": 0.25})
_TIMES: Final = frozenset({100, 1000})


def _are_one(one: Token, other: Token) -> bool:
    """Tell whether two numerals are one number: units with ten or tens in Arabic, tens with units in English."""
    if one.written.isascii():
        return (20 <= one.number <= 90 and other.number < 10) or (one.number < 20 and other.number in _TIMES)
    if other.number == 1000:
        return 3 <= one.number <= 10
    return one.number < 10 and (other.number == 10 or 20 <= other.number <= 90)


def _sum(said: Sequence[Token]) -> float:
    one, other = said
    return one.number * other.number if other.number in _TIMES else one.number + other.number


def _years(tokens: Sequence[Token], _: str) -> Iterator[Value]:
    """Read "2021-22" as two years."""
    first, last = tokens[0], tokens[-1]
    yield _named(first)
    if last.number == (first.number + 1) % 100:
        yield Number(value=first.number + 1, kind="year", start=last.start, end=last.end)
    else:
        yield _named(last)


def _one_by_one(tokens: Sequence[Token]) -> Iterator[Value]:
    return (_named(one) for one in tokens if one.part in "NOEYDdFoKCS")


def _symbol(tokens: Sequence[Token], _: str) -> Iterator[Value]:
    yield _named(tokens[0])


_KINDS: Final = MappingProxyType[str, NumberKind]({"O": "ordinal", "o": "ordinal", "Y": "year"})


def _named(one: Token) -> Value:
    """Give the value of one token by itself."""
    match one.part:
        case "K" | "w":
            return Weekday(value=int(one.number), start=one.start, end=one.end)
        case "C":
            return Clock(value=int(one.number), start=one.start, end=one.end)
        case "S":
            return Symbol(value=one.written, start=one.start, end=one.end)
        case part:
            kind = _KINDS.get(part, "number")
            return Number(value=one.number, kind=kind, start=one.start, end=one.end, in_words=part in "NOE")


Reader = Callable[[Sequence[Token], str], Iterator[Value]]
READERS: Final = MappingProxyType[str, Reader](
    {
        "days": _days,
        "month": _month,
        "iso": _iso,
        "numbered": _numbered,
        "hours": _hours,
        "length": _length,
        "percent": _percent,
        "point": _point,
        "weekday": _weekday,
        "ordinal": _ordinal,
        "scaled": _scaled,
        "years": _years,
        "number": _number,
        "symbol": _symbol,
    }
)
