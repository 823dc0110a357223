"""The kinds of values that a text says, each with its place: what `igfeditor.checks.values` reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Something with a value; `start` and `end` are its place in the text."""

    start: int
    end: int
    in_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Value):
    """A time of the day in minutes from midnight; 24:00 is 1,440."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRange(Value):
    """From one time to another, in the order in which they are stored."""

    first: Clock
    last: Clock

    @property
    def value(self) -> tuple[int, int]:
        """Give both ends."""
        return self.first.value, self.last.value


class CalendarDay(NamedTuple):
    """A day of a month of a year; what is not said is nothing."""

    day: int | None
    month: int
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Value):
    """A day, or a month when `value.day` is nothing."""

    value: CalendarDay


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange(Value):
    """From one day to another, in the order in which they are stored; each has the month and year that it shares."""

    first: Date
    last: Date

    @property
    def value(self) -> tuple[CalendarDay, CalendarDay]:
        """Give both ends."""
        return self.first.value, self.last.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday(Value):
    """A day of the week; Monday is 0."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Value):
    """A length of time in minutes."""

    value: float


NumberKind = Literal["number", "ordinal", "year", "percent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Value):
    """A number, a place in a row, a year or a per cent."""

    value: float
    kind: NumberKind = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol(Value):
    """An address, the symbol of a document, or a name with a number in it ("G20", "E/ESCWA/C.8/2026/3")."""

    value: str
