"""Names of time zones in print: what a secretariat writes at the head of a column of times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final, cast
from zoneinfo import ZoneInfo

from babel.core import get_global

from igfeditor.language.bidi import direction_of
from igfeditor.language.phrases import locale_of, phrases_for

_UNIVERSAL: Final = "Etc/UTC"
_GREENWICH: Final = "Etc/GMT"
_PLACELESS: Final = "Etc/GMT"
_UNKNOWN: Final = "Etc/Unknown"
_UTC: Final = "UTC"

ZoneNames = Mapping[str, Mapping[str, str]]


@cache
def zone_text(zone: str, on: date, language: str) -> str:
    """Give the printed name of an IANA zone on a day: "UTC", "Zurich (UTC+1)", "توقيت زيورخ (UTC+1)".

    A place is named by its city (CLDR) with the offset that its clocks have at noon of that day, for the city
    alone tells nobody when summer time is. A zone without a place is its offset. The sign of a zone such as
    `Etc/GMT+5` is turned, as POSIX means it: "UTC−5". An unknown zone prints its id; nothing is raised.
    """
    canonical = _canonical(zone)
    if canonical in (_UNIVERSAL, _GREENWICH):
        return _standard_name(canonical, language)
    offset = _offset(zone, on)
    if offset is None or canonical == _UNKNOWN:
        return zone
    words = phrases_for(language)
    if canonical.startswith(_PLACELESS):
        return words.phrase("zone-offset", {"offset": offset})
    city = _city(zone, canonical, language)
    return words.phrase("zone-city", {"city": city, "offset": offset}) if city else zone


@cache
def zones_by_city(language: str) -> Mapping[str, frozenset[str]]:
    """Give the ids of the zones that CLDR knows by the name of their city in a language, and in Latin letters."""
    places = cast("Mapping[str, Mapping[str, str]]", locale_of(language).time_zones)
    zones: dict[str, frozenset[str]] = {}
    for name in (name for name in {*places, *_aliases(), *_aliases().values()} if "/" in name):
        for city in {places.get(name, {}).get("city"), name.rpartition("/")[2].replace("_", " ")} - {None}:
            zones[str(city)] = zones.get(str(city), frozenset()) | {name}
    return MappingProxyType(zones)


def _aliases() -> Mapping[str, str]:
    return cast("Mapping[str, str]", get_global("zone_aliases"))


def _canonical(zone: str) -> str:
    return _UNIVERSAL if zone == _UTC else _aliases().get(zone, zone)


def _standard_name(canonical: str, language: str) -> str:
    """Name a clock that is no place's: "UTC" where letters run left to right, else in words."""
    if canonical == _UNIVERSAL and direction_of(language) == "ltr":
        return _UTC
    locale = locale_of(language)
    zones, meta_zones = (cast("Mapping[str, ZoneNames]", names) for names in (locale.time_zones, locale.meta_zones))
    names = meta_zones.get("GMT", {}) if canonical == _GREENWICH else zones.get(canonical, {})
    return names.get("long", {}).get("standard") or canonical.rpartition("/")[2]


def _offset(zone: str, on: date) -> str | None:
    """Give "UTC+5:30" or nothing for a zone that the machine does not know."""
    try:
        offset = datetime.combine(on, time(12), ZoneInfo(zone)).utcoffset()
    except (KeyError, ValueError, OSError):
        return None
    return _UTC if not offset else f"{_UTC}{_signed(offset)}"


def _signed(offset: timedelta) -> str:
    hours, minutes = divmod(round(abs(offset) / timedelta(minutes=1)), 60)
    clock = f"{hours}:{minutes:02}" if minutes else str(hours)
    return f"{'+' if offset > timedelta() else '−'}{clock}"


def _city(zone: str, canonical: str, language: str) -> str:
    """Give the city of a zone in a language, or in Latin letters as the zone's own name has it."""
    places = cast("Mapping[str, Mapping[str, str]]", locale_of(language).time_zones)
    cities = (places[name].get("city") for name in _names(zone, canonical) if name in places)
    city = next(filter(None, cities), None)
    if city is not None:
        return city
    return canonical.rpartition("/")[2].replace("_", " ") if "/" in canonical else ""


def _names(zone: str, canonical: str) -> Iterator[str]:
    """Give all names of a zone: CLDR files a city under one of them, often an old one."""
    yield zone
    yield canonical
    yield from (alias for alias, target in _aliases().items() if target == canonical)
