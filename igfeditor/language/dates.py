"""Dates in print: names of months and weekdays from CLDR, never a numeric date (R36)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final, Literal

from babel.dates import format_date, format_skeleton, get_day_names, get_month_names

from igfeditor.language.phrases import FALLBACK, locale_of

ArabicMonths = Literal["levantine", "common", "levantine-and-common"]

ARABIC: Final = "ar"
# CLDR's `ar` has the names of Cairo, `ar_LB` those of Beirut and Damascus.
_LEVANT: Final = "ar_LB"


def weekday_name(day: date, language: str) -> str:
    """Give the name of a day's weekday."""
    return str(get_day_names("wide", context="format", locale=locale_of(language))[day.weekday()])


def month_name(month: int, language: str, arabic: ArabicMonths) -> str:
    """Give the name of a month, 1 to 12; in Arabic of one tradition, or of both as "شباط/فبراير" (R36)."""
    common = _month(month, language)
    if language != ARABIC or arabic == "common":
        return common
    levantine = _month(month, _LEVANT)
    return levantine if arabic == "levantine" else f"{levantine}/{common}"


@cache
def _month(month: int, language: str) -> str:
    return str(get_month_names("wide", context="format", locale=locale_of(language))[month])


def date_text(day: date, language: str, arabic: ArabicMonths, *, year: bool = True) -> str:
    """Write a date with European digits: "22 February 2021", "22 شباط/فبراير 2021", or without its year.

    A language other than English and Arabic has its own order of day and month, as in CLDR.
    """
    if language in (ARABIC, FALLBACK):
        words = f"{day.day} {month_name(day.month, language, arabic)}"
        return f"{words} {day.year}" if year else words
    locale = locale_of(language)
    return format_date(day, "long", locale) if year else format_skeleton("MMMMd", day, locale=locale)


def range_ends(first: date, last: date, language: str, arabic: ArabicMonths) -> tuple[str, str, str]:
    """Give what stands before the dash of a range of dates, what after it, and what they share at the end.

    "22", "24", " February 2021"; "28 February", "2 March", " 2021". Only English and Arabic share anything.
    """
    if language not in (ARABIC, FALLBACK) or first.year != last.year:
        return date_text(first, language, arabic), date_text(last, language, arabic), ""
    if first.month != last.month:
        start, end = (date_text(day, language, arabic, year=False) for day in (first, last))
        return start, end, f" {last.year}"
    return str(first.day), str(last.day), f" {month_name(last.month, language, arabic)} {last.year}"
