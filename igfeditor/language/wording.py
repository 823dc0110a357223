"""How numbers, letters, dates, times and lengths of time are said in a printed language.

One `Wording` speaks one language in one house style. What it gives is finished text; only time and date ranges
carry direction marks, for their shape is the house's rule (R32, R33, R35).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Final, Literal, Protocol

from babel.lists import format_list

from igfeditor.language.bidi import LRM, RLM, Direction, direction_of
from igfeditor.language.dates import ArabicMonths, month_name, weekday_name, zone_name
from igfeditor.language.words import counted_words, locale_of, words_of

NBSP: Final = "\u00a0"
DASH: Final = "\u2013"
_BETWEEN: Final = f"{NBSP}{DASH}{NBSP}"
_ARABIC_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ABJAD: Final = ("أ", "ب", "ج", "د", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ")
_LATIN: Final = tuple("abcdefghijklmnopqrstuvwxyz")
_NOTE_MARKS: Final = ("*", "**", "†", "††", "‡", "‡‡", "§", "§§")
_HOUR: Final = 60

RangeFlow = Literal["start-right", "start-left", "words"]


class HouseStyle(Protocol):
    """The house's choices that wording depends on; `model.agenda.Style` has them."""

    @property
    def range_flow(self) -> RangeFlow: ...
    @property
    def arabic_months(self) -> ArabicMonths: ...
    @property
    def digits(self) -> Literal["western", "arabic-indic"]: ...
    @property
    def letters(self) -> Literal["dot", "bracket"]: ...
    @property
    def clock(self) -> Literal["24h", "12h"]: ...


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language in one house style; made by `wording_for`."""

    language: str
    direction: Direction
    range_flow: RangeFlow
    arabic_months: ArabicMonths
    has_arabic_digits: bool
    has_bracketed_letters: bool
    has_twelve_hours: bool

    def phrase(self, key: str, **facts: object) -> str:
        """Give fixed printed words with facts in their places."""
        return words_of(self.language)[key].format(**facts)

    def digits(self, text: str) -> str:
        """Write the digits of derived text in the script of the house (R42)."""
        return text.translate(_ARABIC_DIGITS) if self.has_arabic_digits else text

    def number(self, number: int) -> str:
        """Write a number."""
        return self.digits(str(number))

    def item_number(self, number: int | str) -> str:
        """Write the number of an item, "1." or "3 bis."."""
        return self.digits(f"{number}.")

    def letter(self, index: int) -> str:
        """Write the letter of the sub-item at `index` from 0: "a." or, in abjad order, "هـ."; doubled after the last."""
        letters = _ABJAD if self.language == "ar" else _LATIN
        rounds, place = divmod(index, len(letters))
        label = letters[rounds - 1] + letters[place] if 0 < rounds <= len(letters) else letters[place]
        return f"({label})" if self.has_bracketed_letters else f"{label}."

    def note_mark(self, index: int) -> str:
        """Write the mark of the note at `index` from 0: *, **, †, ††, ‡, ‡‡, §, §§, then (9), (10) …."""
        return _NOTE_MARKS[index] if index < len(_NOTE_MARKS) else f"({self.number(index + 1)})"

    def day(self, number: int) -> str:
        """Write "Day 1"."""
        return self.phrase("day", number=self.number(number))

    def date(self, day: date, *, year: bool = True, weekday: bool = False) -> str:
        """Write a date with its month in words: "22 February 2021", "22 شباط/فبراير 2021"."""
        key = "date" if year else "date-without-year"
        month = month_name(self.language, day.month, self.arabic_months)
        words = self.digits(self.phrase(key, day=day.day, month=month, year=day.year))
        if not weekday:
            return words
        return self.phrase("weekday-and-date", weekday=weekday_name(self.language, day), date=words)

    def date_range(self, first: date, last: date) -> str:
        """Write the days of a meeting, naming month and year once where they are the same (R35)."""
        if first == last:
            return self.date(first)
        if first.replace(day=1) == last.replace(day=1):
            return self._days_of_month(first, last)
        start = self.date(first, year=first.year != last.year)
        return self._phrase_of_range("date-range", start, self.date(last))

    def _days_of_month(self, first: date, last: date) -> str:
        month = f"{month_name(self.language, first.month, self.arabic_months)} {self.number(first.year)}"
        return f"{self._numeric_range(self.number(first.day), self.number(last.day), 'date-range-words')} {month}"

    def _phrase_of_range(self, key: str, first: str, last: str) -> str:
        in_words = self.direction == "rtl" and self.range_flow == "words"
        return self.phrase(f"{key}-words" if in_words else key, first=first, last=last)

    def clock(self, moment: time) -> str:
        """Write a clock time: "09:00", or "9 a.m.", "9.30 a.m.", "noon" in a house of twelve hours."""
        if not self.has_twelve_hours:
            return self.digits(f"{moment:%H:%M}")
        if moment.minute == 0 and moment.hour in (0, 12):
            return self.digits(self.phrase("noon" if moment.hour else "midnight"))
        hour = (moment.hour - 1) % 12 + 1
        separator = ":" if self.direction == "rtl" else "."
        figure = f"{hour}{separator}{moment:%M}" if moment.minute else str(hour)
        return self.digits(self.phrase("after-noon" if moment.hour >= 12 else "before-noon", clock=figure))

    def time_range(self, start: time, end: time | None, *, start_shift: int = 0, end_shift: int = 0) -> str:
        """Write the times of a slot by the house's rule (R32, R33), with the days by which they pass the row's day."""
        first = self.clock(start)
        if end is None:
            return self._shifted(first, start_shift)
        later = end_shift if end_shift else start_shift
        if start_shift not in (0, end_shift):
            first = self._shifted(first, start_shift)
        return self._shifted(self._numeric_range(first, self.clock(end), "time-range-words"), later)

    def _numeric_range(self, first: str, last: str, words: str) -> str:
        if self.direction == "ltr":
            is_plain = words == "time-range-words" and not self.has_twelve_hours
            return f"{first}{_BETWEEN if is_plain else DASH}{last}"
        if self.range_flow == "words" or (self.range_flow == "start-left" and not _is_western(first + last)):
            return self.phrase(words, start=first, end=last, first=first, last=last)
        mark = RLM if self.range_flow == "start-right" else LRM
        return f"{mark}{first}{_BETWEEN}{last}{mark if mark == LRM else ''}"

    def _shifted(self, text: str, days: int) -> str:
        return f"{text}{NBSP}{self.day_shift(days)}" if days else text

    def day_shift(self, days: int) -> str:
        """Write by how many days another zone's clock, or an end after midnight, passes the day of the row."""
        if not days:
            return ""
        key = "later-days" if days > 0 else "earlier-days"
        return self.digits(counted_words(self.language, key, abs(days)).format(count=abs(days)))

    def minutes(self, count: int) -> str:
        """Write a number of minutes: "5 min", "5 دقائق", "دقيقتان"."""
        return self.digits(counted_words(self.language, "minutes", count).format(count=count))

    def hours(self, count: int) -> str:
        """Write a number of full hours: "7 h", "7 ساعات", "11 ساعة"."""
        return self.digits(counted_words(self.language, "hours", count).format(count=count))

    def duration(self, minutes: int) -> str:
        """Write a length of time: "7 h 00 min", "45 min"; in Arabic full hours have no minutes."""
        hours, rest = divmod(minutes, _HOUR)
        if not hours:
            return self.minutes(rest)
        if self.language == "ar":
            return self._hours_and(hours, self.minutes(rest)) if rest else self.hours(hours)
        return self._hours_and(hours, self.phrase("minutes", count=f"{rest:02d}"))

    def _hours_and(self, hours: int, minutes: str) -> str:
        return self.phrase("hours-and-minutes", hours=self.hours(hours), minutes=minutes)

    def allotted(self, minutes: int) -> str:
        """Write the time given to an item: "(5 min)", "(1 h)", "(1 h 30 min)", "(ساعة واحدة)"."""
        hours, rest = divmod(minutes, _HOUR)
        duration = self.duration(minutes) if rest or not hours else self.hours(hours)
        return self.phrase("allotted", duration=duration)

    def zone(self, name: str, on: date) -> str:
        """Write what a time zone is called on a day."""
        return self.digits(zone_name(self.language, name, on))

    def joined(self, parts: Sequence[str]) -> str:
        """Write a list: "a, b and c", "أ وب وج"."""
        return format_list(list(parts), locale=locale_of(self.language))


def _is_western(text: str) -> bool:
    return all(character in "0123456789:" for character in text)


def wording_for(language: str, style: HouseStyle) -> Wording:
    """Give the wording of a language in a house's style."""
    is_arabic = language == "ar"
    return Wording(
        language=language,
        direction=direction_of(language),
        range_flow=style.range_flow,
        arabic_months=style.arabic_months,
        has_arabic_digits=is_arabic and style.digits == "arabic-indic",
        has_bracketed_letters=style.letters == "bracket",
        has_twelve_hours=style.clock == "12h",
    )
