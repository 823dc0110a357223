"""The smallest values of the agenda file, each strict: one spelling in the file, one value in memory."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import cache
from typing import Annotated, Final
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

MAX_TEXT: Final = 20_000
# A day in another zone may be the one before or after; both must still be dates.
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2999
ID_PATTERN: Final = "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"
LANGUAGE_PATTERN: Final = "^[a-z]{2,3}$"
_CLOCK: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_URL: Final = re.compile(r"(?:https?://[^\s/?#]+[^\s]*|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\S(?:.{0,18}\S)?")


def _clock(value: object) -> time:
    if isinstance(value, time) and value == time(value.hour, value.minute):
        return value
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        return time.fromisoformat(value)
    raise PydanticCustomError("clock_time", 'a time is written as "HH:MM" from "00:00" to "23:59"')


def _clock_text(value: time) -> str:
    return value.isoformat("minutes")


def _iso_date(value: object) -> date:
    day = value if isinstance(value, date) and not isinstance(value, datetime) else _read_date(value)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PydanticCustomError("year", "a date lies in the years 1900 to 2999")
    return day


def _read_date(value: object) -> date:
    if not isinstance(value, str) or _DATE.fullmatch(value) is None:
        raise PydanticCustomError("iso_date", 'a date is written as "YYYY-MM-DD"')
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("no_such_day", "there is no such day in the calendar") from error


def _url(value: str) -> str:
    if _URL.fullmatch(value) is None:
        raise PydanticCustomError("url", "an address starts with https://, http:// or mailto:, without spaces")
    return value


def _number(value: str) -> str:
    if _NUMBER.fullmatch(value) is None:
        raise PydanticCustomError("item_number", 'a number is "auto", "none" or 1 to 20 characters such as "3 bis"')
    return value


@cache
def zone_names() -> frozenset[str]:
    """Give the names of all zones of the tz database on this machine."""
    return frozenset(available_timezones())


def _zone(value: str) -> str:
    # The default is known everywhere; to read the whole database takes longer than to load a small agenda.
    if value != "UTC" and value not in zone_names():
        raise PydanticCustomError("zone", 'a zone is a name of the tz database such as "UTC" or "Europe/Zurich"')
    return value


def zone_info(name: str) -> ZoneInfo:
    """Give the clock rules of a zone that a loaded agenda names (IANA tz database)."""
    return ZoneInfo(name)


NodeId = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
TextString = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
ShortText = Annotated[str, StringConstraints(max_length=500)]
ClockTime = Annotated[time, BeforeValidator(_clock), PlainSerializer(_clock_text, return_type=str)]
IsoDate = Annotated[date, BeforeValidator(_iso_date), PlainSerializer(date.isoformat, return_type=str)]
Url = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_url)]
ItemNumber = Annotated[str, AfterValidator(_number)]
ZoneName = Annotated[str, AfterValidator(_zone)]
