"""Checks of the family T on time zones: those that a text names, and their clock changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from igfeditor.checks.finding import Found, Severity, Spot
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import Context, DayView, TextView
from igfeditor.errors import sentence
from igfeditor.language.dates import ARABIC
from igfeditor.language.zones import zones_by_city
from igfeditor.model.scalars import zone_info, zone_names
from igfeditor.model.sequence import name_of
from igfeditor.model.timing import Times

_SOME_DAY: Final = date(2000, 1, 1)
# A zone is meant where a clock time stands before the letters; UTC and GMT mean nothing else.
_NAMED: Final = re.compile(
    r"""
      \b(?:UTC|GMT)(?:\s?(?P<sign>[+\-−–])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\b)?(?![\w/])
    | (?<![\d:.])(?:\d{1,2}[:.]\d{2}|\d{4}\s?h(?:ou)?rs|\d{1,2}\s?(?:h|h(?:ou)?rs|[ap]\.?m\.?))\s*\(?
      (?P<letters>CES?T|EES?T|WES?T|BST|IST|MSK|EAT|WAT|CAT|SAST|JST|SGT|[ECMP][SD]T)\b
    | \b(?P<city>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s[Tt]ime\b
    | بالتوقيت\s+العالمي(?:\s+المنسق)? | توقيت\s+(?:غرينتش|غرينيتش|جرينتش|جرينيتش|غرينوتش)
    | توقيت\s+(?:مدينة\s+)?(?P<town>[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?)
    """,
    re.VERBOSE,
)
_LETTERS_AFTER_TIME: Final = re.compile(r"\d\s*(?:hours|hrs|h|[ap]\.?m\.?)?\s*\(?[A-Z]{2}")


@check(
    "T15",
    Severity.ERROR,
    Scope.TEXT,
    sentence("A text names a time zone that is not the meeting's"),
    hint=sentence("Write the times in the meeting's zone, or show the other zone beside it."),
)
def other_zone(text: TextView, context: Context) -> Iterator[Found]:
    """T15: zones are compared by their offset on the day, and by the letters that they have in its year."""
    for language, said in text.plains.items():
        if not _may_name_zone(said):
            continue
        for found in _NAMED.finditer(said):
            if not _is_shown(found, (context.time_zone, *context.extra_time_zones), text.date or _SOME_DAY):
                start, end = found.span("letters" if found["letters"] else 0)
                message = sentence(
                    "{name} is named, but the times are those of {zone}.", name=said[start:end], zone=context.time_zone
                )
                yield Found(text.spot(language, start, end), message)


def _may_name_zone(said: str) -> bool:
    is_named = "UTC" in said or "GMT" in said or " time" in said or " Time" in said or "توقيت" in said
    return is_named or _LETTERS_AFTER_TIME.search(said) is not None


def _is_shown(found: re.Match[str], shown: Sequence[str], on: date) -> bool:
    """Tell whether a zone that is named is one of those that are shown; what is no zone at all counts as shown."""
    if found["letters"]:
        return any(found["letters"] in _letters(zone, on.year) for zone in shown)
    city = found["city"] or found["town"]
    wanted = {_offset(zone, on) for zone in _zones_of(city)} if city else {_signed(found)}
    return not wanted or not wanted.isdisjoint(_offset(zone, on) for zone in shown)


def _signed(found: re.Match[str]) -> timedelta:
    offset = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    return offset if found["sign"] in {None, "+"} else -offset


def _zones_of(city: str) -> frozenset[str]:
    """Give the zones of a city; in Arabic the words after its name may belong to the sentence."""
    words, known = city.split(), zones_by_city(ARABIC)
    zones = (known.get(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next(filter(None, zones), frozenset[str]()) & zone_names()


@lru_cache(maxsize=256)
def _letters(zone: str, year: int) -> frozenset[str]:
    return frozenset(datetime(year, month, 1, 12, tzinfo=zone_info(zone)).tzname() or "" for month in (1, 7))


@lru_cache(maxsize=1024)
def _offset(zone: str, on: date) -> timedelta:
    return datetime.combine(on, time(12), zone_info(zone)).utcoffset() or timedelta()


# --- clock changes -----------------------------------------------------------------------------------------


@check(
    "T16",
    Severity.WARNING,
    Scope.DAY,
    sentence("A slot crosses a change of the clocks"),
    hint=sentence("Move the slot, or say in a note what the clocks will show."),
)
def clock_change(day: DayView, context: Context) -> Iterator[Found]:
    """T16: in the meeting's zone and in those that are shown beside it."""
    on = day.day.date
    for zone in dict.fromkeys((context.time_zone, *context.extra_time_zones)):
        if _has_change(zone, on):
            for slot in day.slots:
                if slot.times is not None and _crosses(slot.times, on, context.time_zone, zone):
                    yield Found(
                        Spot(slot.slot.id, "start"),
                        sentence("The clocks of {zone} change during “{slot}”.", zone=zone, slot=name_of(slot.slot)),
                    )


@lru_cache(maxsize=1024)
def _has_change(zone: str, on: date) -> bool:
    """Tell whether the clocks of a zone change on a day, or on the one before or after."""
    return len({_offset(zone, on + timedelta(days)) for days in (-1, 0, 1, 2)}) > 1


def _crosses(times: Times, on: date, home: str, zone: str) -> bool:
    midnight = datetime.combine(on, time())
    instants = (
        (midnight + timedelta(minutes=minutes)).replace(tzinfo=zone_info(home)).astimezone(UTC)
        for minutes in (times.start, times.finish)
    )
    first, last = ((instant.astimezone(zone_info(zone))).utcoffset() for instant in instants)
    return first != last
