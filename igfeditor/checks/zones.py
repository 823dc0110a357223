"""Checks of the family T on time zones: those that a text names, and their clock changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

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
# A dash between spaces or before a time is that of a range: "10:00 UTC – 12:30 UTC".
_OFFSET: Final = (
    r"(?:(?P<sign>\s?\+\s?|[-−]|–(?!\d\d?[:.]))(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\b"
    r"(?![:.]\d|\s?(?:UTC|GMT)))?"
)
_UNIVERSAL: Final = re.compile(rf"\b(?:UTC|GMT){_OFFSET}(?![\w/])")
_CITY: Final = re.compile(r"\b(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s[Tt]ime\b")
_ARABIC: Final = re.compile(
    rf"""
      (?:بالتوقيت\s+العالمي(?:\s+المنسق)? | توقيت\s+(?:غرينتش|غرينيتش|جرينتش|جرينيتش|غرينوتش)){_OFFSET}
    | توقيت\s+(?:مدينة\s+)?(?P<place>[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?)
    """,
    re.VERBOSE,
)
_CODE: Final = re.compile(r"[A-Z]{2,3}[TK]\b")
# Seats of meetings whose clocks bear the name of another city.
_SEATS: Final = MappingProxyType(
    {
        city: frozenset({zone})
        for zone, cities in (
            ("Europe/Zurich", "Geneva Bern جنيف برن"),
            ("Europe/Berlin", "Bonn بون"),
            ("Europe/Warsaw", "Katowice كاتوفيتسه"),
            ("America/New_York", "Washington واشنطن"),
            ("America/Toronto", "Montreal مونتريال"),
            ("Africa/Casablanca", "Rabat الرباط"),
            ("Asia/Riyadh", "Mecca Makkah Jeddah مكة جدة"),
            ("Asia/Qatar", "Doha الدوحة"),
            ("Asia/Shanghai", "Beijing بيجين بكين"),
        )
        for city in cities.split()
    }
)
# Letters are those of a zone where a clock time stands before them, or words that say so.
_LETTERS: Final = re.compile(
    r"""
      (?:(?<![\d:.])(?:\d{1,2}[:.]\d{2}|\d{4}\s?h(?:ou)?rs|\d{1,2}\s?(?:h|h(?:ou)?rs|[ap]\.?m\.?))\s*\(?
        |\b[Tt]imes?\s(?:\w+\s){0,5}in\s(?=[A-Z]+\s*(?:$|[.,;:()/]))|توقيت\s)
      (?P<letters>CES?T|EES?T|WES?T|BST|IST|MSK|EAT|WAT|CAT|SAST|JST|SGT|[ECMP][SD]T)\b
    """,
    re.VERBOSE,
)


class _Zone(NamedTuple):
    """A zone that a text names: where it stands, and the offsets or the letters that tell which it is."""

    start: int
    end: int
    offsets: frozenset[timedelta]
    letters: str = ""


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
        for zone in _zones_named(said, text.date or _SOME_DAY):
            if not _is_shown(zone, (context.time_zone, *context.extra_time_zones), text.date or _SOME_DAY):
                name = said[zone.start : zone.end]
                message = sentence(
                    "{name} is named, but the times are those of {zone}.", name=name, zone=context.time_zone
                )
                yield Found(text.spot(language, zone.start, zone.end), message)


def _zones_named(said: str, on: date) -> Iterator[_Zone]:
    if "UTC" in said or "GMT" in said:
        yield from (_Zone(*found.span(), frozenset({_signed(found)})) for found in _UNIVERSAL.finditer(said))
    if "توقيت" in said:
        yield from (_placed(found, on) for found in _ARABIC.finditer(said))
    if " time" in said or " Time" in said:
        yield from (_placed(found, on) for found in _CITY.finditer(said))
    if _CODE.search(said) is not None:
        found_letters = ((found.span("letters"), found["letters"]) for found in _LETTERS.finditer(said))
        yield from (_Zone(*span, frozenset(), letters) for span, letters in found_letters)


def _is_shown(named: _Zone, shown: Sequence[str], on: date) -> bool:
    """Tell whether a zone that is named is one of those that are shown; what is no zone at all counts as shown."""
    if named.letters:
        return any(named.letters in _letters(zone, on.year) for zone in shown)
    return not named.offsets or not named.offsets.isdisjoint(_offset(zone, on) for zone in shown)


def _signed(found: re.Match[str]) -> timedelta:
    offset = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    return offset if "+" in (found["sign"] or "+") else -offset


def _placed(found: re.Match[str], on: date) -> _Zone:
    """Give the zone of a city; in Arabic the word after its name may belong to the sentence."""
    place, known = found["place"], _zones_by_name()
    if place is None:
        return _Zone(*found.span(), frozenset({_signed(found)}))
    end = found.end()
    if place not in known and found.end("place") == end:
        place = place.split()[0]
        end = found.start("place") + len(place)
    return _Zone(
        found.start(), end, frozenset(_offset(zone, on) for zone in known.get(place, ()) if zone in zone_names())
    )


@cache
def _zones_by_name() -> Mapping[str, frozenset[str]]:
    return MappingProxyType({**zones_by_city(ARABIC), **_SEATS})


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
