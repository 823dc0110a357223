"""Printed words, digits, dates, times and durations of one language in the house's style: the front of its rooms.

`wording_for` gives a `Wording`; whoever prints asks it and nobody else. The words are in `phrases`, the rest in
`numerals`, `dates`, `ranges`, `quantities` and `zones`. All texts are finished, in logical order, with direction
marks only where R32, R33 and R35 put them; `igfeditor.language.marks` leaves those as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Literal, Protocol

from babel.lists import format_list

from igfeditor.language import dates, numerals, quantities, ranges, zones
from igfeditor.language.bidi import Direction, direction_of
from igfeditor.language.dates import ARABIC, ArabicMonths
from igfeditor.language.numerals import NBSP
from igfeditor.language.phrases import locale_of, phrases_for
from igfeditor.language.ranges import RangeFlow

Digits = Literal["western", "arabic-indic"]
Letters = Literal["dot", "bracket"]
Clock = Literal["24h", "12h"]


class HouseStyle(Protocol):
    """The house's choices. `range_flow`, `arabic_months` and `digits` touch Arabic only."""

    @property
    def range_flow(self) -> RangeFlow:
        """Say which way ranges run in Arabic (R32, R33)."""
        ...

    @property
    def arabic_months(self) -> ArabicMonths:
        """Say which month names Arabic prints (R36)."""
        ...

    @property
    def digits(self) -> Digits:
        """Say which digits Arabic prints (R42)."""
        ...

    @property
    def letters(self) -> Letters:
        """Say how list letters are closed: "a." or "(a)"."""
        ...

    @property
    def clock(self) -> Clock:
        """Say whether the clock has 24 hours or 12."""
        ...


def wording_for(language: str, style: HouseStyle) -> Wording:
    """Give the wording of a language code; a language without words of its own prints the English ones.

    Equal choices give the same object.
    """
    return _wording(language, style.range_flow, style.arabic_months, style.digits, style.letters, style.clock)


@cache
def _wording(
    language: str, flow: RangeFlow, months: ArabicMonths, digits: Digits, letters: Letters, clock: Clock
) -> Wording:
    return Wording(language, direction_of(language), flow, months, digits, letters, clock)


@dataclass(frozen=True, slots=True)
class Wording:
    """One printed language in one house style; made by `wording_for`."""

    language: str
    direction: Direction
    range_flow: RangeFlow
    arabic_months: ArabicMonths
    digits: Digits
    letters: Letters
    clock_hours: Clock

    def phrase(self, key: str, /, **facts: object) -> str:
        """Give the words of `resources/words` under a key, filled with facts; a whole number `count` agrees.

        Facts are printed as they are. Raises `KeyError` for a key that no language has.
        """
        return phrases_for(self.language).phrase(key, facts)

    def joined(self, parts: Sequence[str]) -> str:
        """Join parts as a sentence does: "a, b and c", "أ وب وج" (CLDR list patterns)."""
        return format_list([*parts[:1], *map(numerals.parted, parts[1:])], locale=locale_of(self.language))

    # numbers, letters and marks

    def number(self, number: int) -> str:
        """Give a whole number in the house's digits, without separators."""
        return self._in_digits(str(number))

    def item_number(self, number: int | str) -> str:
        """Give the printed number of an item, derived or literal: "1.", "3 bis."."""
        return f"{self._in_digits(str(number))}."

    def letter(self, index: int) -> str:
        """Give the printed letter of a sub-item from its place, from 0: "a.", "(a)", "أ.", "هـ."."""
        arabic = self.language == ARABIC
        letter = numerals.abjad_letter(index) if arabic else numerals.latin_letter(index)
        return f"({letter})" if self.letters == "bracket" else f"{letter}."

    def note_mark(self, index: int) -> str:
        """Give the printed mark of a note from its place, from 0: *, **, †, ‡, §, ¶, ††."""
        return numerals.note_mark(index)

    def _in_digits(self, text: str) -> str:
        wants_indic = self.language == ARABIC and self.digits == "arabic-indic"
        return numerals.arabic_indic(text) if wants_indic else text

    # days and dates

    def day(self, number: int) -> str:
        """Give the name of a day by its place in the meeting, from 1: "Day 1", "اليوم 1"."""
        return self.phrase("day", number=self.number(number))

    def weekday(self, day: date) -> str:
        """Give the name of a date's weekday."""
        return dates.weekday_name(day, self.language)

    def date(self, day: date, *, year: bool = True, weekday: bool = False) -> str:
        """Give a date: "22 February 2021", "Monday, 22 February", "22 شباط/فبراير 2021"."""
        text = self._in_digits(dates.date_text(day, self.language, self.arabic_months, year=year))
        return self.phrase("list-comma").join((self.weekday(day), text)) if weekday else text

    def date_range(self, first: date, last: date) -> str:
        """Give the dates of a meeting, one date alone when it has one day (R35).

        "22–24 February 2021", "28 February – 2 March 2021", "30 December 2021 – 2 January 2022"; in Arabic by the
        house's range flow. What has words in it runs from the right, so that "start at the left" says it in words.
        """
        if first == last:
            return self.date(first)
        start, end, shared = map(self._in_digits, dates.range_ends(first, last, self.language, self.arabic_months))
        close = ranges.CLOSE_DASH if self.direction == "ltr" else ranges.SPACED_DASH
        dash = close if start.isdecimal() else ranges.LOOSE_DASH
        return f"{self._range(start, end, dash)}{shared}"

    # times

    def clock(self, moment: time) -> str:
        """Give a clock time: "09:00", "9 a.m.", "12 noon", "9:00 ص"."""
        if self.clock_hours == "24h":
            return self._in_digits(moment.isoformat("minutes"))
        hour = str(moment.hour % 12 or 12)
        bare = self.direction == "ltr" and not moment.minute
        clock = self._in_digits(hour if bare else f"{hour}:{moment:%M}")
        return self.phrase(_part_of_day(moment), clock=clock).replace(" ", NBSP)

    def time_range(self, start: time, end: time | None, *, start_shift: int = 0, end_shift: int = 0) -> str:
        """Give the time of a row (R32, R33): a range, or one clock time when it has no end.

        The shifts are the days by which either clock differs from the row's day. A shift of the end follows the
        range; one that both share stands before it; where only the start or each differently is shifted, each
        clock has its own, and Arabic then says the range in words.
        """
        first = self.clock(start)
        if end is None:
            return _noted(first, self.day_shift(start_shift))
        last = self.clock(end)
        before, after = self.day_shift(start_shift), self.day_shift(end_shift)
        if before and before == after:
            return f"{before} {self._range(first, last, self._clock_dash)}"
        if not before:
            return _noted(self._range(first, last, self._clock_dash), after)
        ends = (_noted(first, before), _noted(last, after))
        return ranges.SPACED_DASH.join(ends) if self.direction == "ltr" else self._range_in_words(*ends)

    def day_shift(self, days: int) -> str:
        """Give the note on a clock of another day: "", "(+1 day)", "(−1 day)", "(اليوم التالي)", "(بعد يومين)"."""
        if not days:
            return ""
        key = "days-later" if days > 0 else "days-earlier"
        return self._in_digits(f"({self.phrase(key, count=abs(days))})")

    def zone(self, name: str, on: date) -> str:
        """Give the printed name of a time zone on a day: "UTC", "Zurich (UTC+1)"; an unknown one is its id."""
        return zones.zone_text(name, on, self.language)

    @property
    def _clock_dash(self) -> str:
        english_words = self.clock_hours == "12h" and self.direction == "ltr"
        return ranges.CLOSE_DASH if english_words else ranges.SPACED_DASH

    def _range(self, first: str, last: str, dash: str) -> str:
        joined = ranges.dashed((first, last), dash, self.direction, self.range_flow)
        return self._range_in_words(first, last) if joined is None else joined

    def _range_in_words(self, first: str, last: str) -> str:
        return self.phrase("range-in-words", first=first, last=last)

    # durations

    def minutes(self, count: int) -> str:
        """Give a number of minutes: "5 min", "دقيقتان", "5 دقائق", "11 دقيقة"."""
        return self._in_digits(quantities.minutes_text(count, self.language))

    def allotted(self, minutes: int) -> str:
        """Give the time allotted to an item: "(5 min)", "(1 h 30 min)", "(ساعة واحدة)", "(ساعة و30 دقيقة)"."""
        return f"({self._hours(quantities.hours_parts(minutes, self.language))})"

    def duration(self, minutes: int) -> str:
        """Give the length of a day's work: "7 h 00 min", "45 min", "7 ساعات", "5 ساعات و45 دقيقة"."""
        return self._hours(quantities.hours_parts(minutes, self.language, padded=True))

    def _hours(self, parts: Sequence[str]) -> str:
        printed = [self._in_digits(part) for part in parts]
        return self.joined(printed) if self.language == ARABIC else NBSP.join(printed)


def _noted(clock: str, note: str) -> str:
    return f"{clock} {note}" if note else clock


def _part_of_day(moment: time) -> str:
    if moment.minute == 0 and moment.hour % 12 == 0:
        return "noon" if moment.hour else "midnight"
    return "before-noon" if moment.hour < 12 else "after-noon"
