"""Dates in words, by CLDR through Babel; no date is ever printed in figures alone (R36)."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final, Literal
from zoneinfo import ZoneInfo

from babel.dates import get_day_names, get_month_names, get_timezone_location, get_timezone_name

from igfeditor.language.words import levantine, locale_of, words_of

ArabicMonths = Literal["levantine", "common", "levantine-and-common"]
_UTC: Final = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"})
_NOON: Final = time(12)


def month_name(language: str, month: int, style: ArabicMonths) -> str:
    """Give the name of a month from 1; in Arabic by the house's style: شباط, فبراير or شباط/فبراير."""
    common = str(get_month_names("wide", "format", locale_of(language))[month])
    if language != "ar" or style == "common":
        return common
    eastern = str(get_month_names("wide", "format", levantine())[month])
    return eastern if style == "levantine" else f"{eastern}/{common}"


def weekday_name(language: str, day: date) -> str:
    """Give the name of a date's weekday."""
    return str(get_day_names("wide", "format", locale_of(language))[day.weekday()])


def zone_name(language: str, zone: str, on: date) -> str:
    """Give what a zone is called on a day: UTC by its name, others by their city, nameless ones by their offset."""
    if zone in _UTC:
        return _name_of(language, "UTC", on) if language != "en" else "UTC"
    if "/" not in zone or zone.startswith("Etc/"):
        return _name_of(language, zone, on)
    city = get_timezone_location(ZoneInfo(zone), locale=locale_of(language), return_city=True)
    return words_of(language)["zone-city"].format(city=city)


def _name_of(language: str, zone: str, on: date) -> str:
    return get_timezone_name(datetime.combine(on, _NOON, ZoneInfo(zone)), locale=locale_of(language))
