"""Checks of the family T on dates: those of the days, and those that somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from igfeditor.checks.finding import Edit, Fix, Found, Severity, Spot
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.values import CalendarDay, ClockRange, Date, DateRange, Number, Value, Weekday, values_of
from igfeditor.checks.views import DIGITS, NOWHERE, AgendaView, Context, DayView, TextView
from igfeditor.errors import Worded, counted, sentence
from igfeditor.language.tongues import SAID_IN
from igfeditor.language.wording import wording_for
from igfeditor.model.agenda import Agenda, Style
from igfeditor.model.edits import set_day
from igfeditor.model.tree import tree_of

_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6
_WEEKENDS: Final = (frozenset({_SATURDAY, _SUNDAY}), frozenset({_FRIDAY, _SATURDAY}))
_SOON: Final = 60
_WEEKDAY: Final = re.compile(
    r"""
      \b(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b
    | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | (?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY
    | (?:ال|لل)(?:[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت|[أا]حد)(?![\u0621-\u064a])
    """,
    re.VERBOSE,
)
_DAY: Final = re.compile(r"\s*\b(?:day|اليوم)\s+", re.IGNORECASE)


def day_number(said: str, values: Iterable[Value]) -> int | None:
    """Give the number of the day that a text begins with: "Day 1", "اليوم الأول"."""
    opening = _DAY.match(said)
    if opening is None:
        return None
    numbers = (value for value in values if isinstance(value, Number) and value.start == opening.end())
    return next((int(value.value) for value in numbers), None)


def in_year_near(day: CalendarDay, near: date) -> date | None:
    """Give the date of a day whose year is not said: that which is nearest to another date."""
    if day.day is None:
        return None
    years = (near.year, near.year - 1, near.year + 1) if day.year is None else (day.year,)
    dates = [when for year in years if (when := _date(year, day.month, day.day))]
    return min(dates, key=lambda when: abs(when - near), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- the days ----------------------------------------------------------------------------------------------


@check(
    "T11",
    Severity.WARNING,
    Scope.AGENDA,
    sentence("Days do not follow each other"),
    hint=sentence("Correct the date, or waive the finding if the meeting has a pause."),
)
def days_apart(view: AgendaView, _: Context) -> Iterator[Found]:
    """T11: a weekend between two days is no gap."""
    for before, after in pairwise(view.days):
        one, other = before.day.date, after.day.date
        missing = [one + timedelta(number) for number in range(1, min((other - one).days, 4))]
        if other > one and any(_within(missing, weekend) for weekend in _WEEKENDS):
            continue
        next_day = one + timedelta(1)
        fix = Fix(
            sentence("Set the date to {date}", date=next_day.isoformat()), _dated(after.day.id, next_day), safe=False
        )
        message = sentence("{date} does not follow {other}.", date=other.isoformat(), other=one.isoformat())
        yield Found(Spot(after.day.id, "date"), message, (fix,))


def _within(days: Iterable[date], weekend: frozenset[int]) -> bool:
    return all(day.weekday() in weekend for day in days)


def _dated(day_id: str, when: date) -> Edit:
    def edit(agenda: Agenda) -> Agenda:
        return set_day(agenda, day_id, date=when) if day_id in tree_of(agenda) else agenda

    return edit


# --- dates that are typed ----------------------------------------------------------------------------------


@check(
    "T07",
    Severity.ERROR,
    Scope.AGENDA,
    sentence("Typed dates differ from the days of the meeting"),
    hint=sentence("Write the dates of the days, or take them out: the dates of the meeting are printed anyway."),
)
def typed_dates(view: AgendaView, context: Context) -> Iterator[Found]:
    """T07: in the title and in notes of the meeting."""
    dates = [day.day.date for day in view.days]
    if not dates:
        return
    for text in (text for text in view.spoken if text.day == NOWHERE and text.field in {"title", "text"}):
        for language, said in text.plains.items():
            values = values_of(said)
            number = day_number(said, values)
            if number is not None:
                yield from _of_one_day(text, language, view.days[number - 1 : number], context.style)
                continue
            for value in values:
                if _is_other(value, values, dates, is_title=text.field == "title"):
                    yield _other_dates(text, language, value, dates, context.style)
            if text.field == "title" and len(dates) > 1:
                yield from _day_in_title(text, language, len(dates))
    for day in view.days:
        for text in (text for text in day.texts if text.field == "heading"):
            for language in text.plains:
                yield from _of_one_day(text, language, (day,), context.style)


def _of_one_day(text: TextView, language: str, days: Sequence[DayView], style: Style) -> Iterator[Found]:
    """Hold the date that a heading or a line begins with against that of its day."""
    said = text.said(language)
    values = values_of(said)
    first = next((value for value in values if isinstance(value, Date)), None)
    if first is None or not days or (first.start > 1 and day_number(said, values) is None):
        return
    when = days[0].day.date
    if in_year_near(first.value, when) not in {None, when}:
        yield _other_dates(text, language, first, [when], style)


def _day_in_title(text: TextView, language: str, days: int) -> Iterator[Found]:
    said = text.said(language)
    for word in _DAY.finditer(said):
        for value in values_of(said):
            if isinstance(value, Number) and value.start == word.end():
                spot = text.spot(language, word.start(), value.end)
                message = counted(
                    days,
                    "The title names day {day}, but the meeting has {count} day.",
                    "The title names day {day}, but the meeting has {count} days.",
                    day=int(value.value),
                )
                removed = rewrite(spot, said[word.start() : value.end], "")
                yield Found(spot, message, (Fix(sentence("Take it out"), removed, safe=False),))


def _is_other(value: Value, values: Sequence[Value], dates: Sequence[date], *, is_title: bool) -> bool:
    """Tell whether a value means the dates of the meeting and is not equal to them."""
    first, last = min(dates), max(dates)
    if isinstance(value, DateRange):
        ends = tuple(in_year_near(end, first) for end in value.value)
        if None in ends or ends in ((first, last), (last, first)):
            return False
        return is_title or value.start <= 1 or first in ends or last in ends
    if not isinstance(value, Date) or value.value.day is None:
        return False
    when = in_year_near(value.value, first)
    if is_title:
        return when not in dates
    # A date with hours beside it, and nothing else, is the date of a whole meeting.
    is_line = not any(isinstance(one, Number) for one in values) and sum(isinstance(one, Date) for one in values) == 1
    has_hours = sum(isinstance(one, ClockRange) for one in values) == 1
    return is_line and has_hours and _opens(value, values) and (first != last or when != first)


def _opens(value: Value, values: Sequence[Value]) -> bool:
    before = [one for one in values if one.start < value.start]
    return value.start <= 1 or (len(before) == 1 and isinstance(before[0], Weekday) and before[0].start <= 1)


def _other_dates(text: TextView, language: str, value: Value, dates: Sequence[date], style: Style) -> Found:
    first, last = min(dates), max(dates)
    spot = text.spot(language, value.start, value.end)
    words = wording_for(language, style).date_range(first, last).translate(_BARE)
    was = text.said(language)[value.start : value.end]
    fix = Fix(sentence("Write “{words}”", words=words), rewrite(spot, was, words), safe=False)
    if first == last:
        return Found(spot, sentence("The date is {date}.", date=first.isoformat()), (fix,))
    return Found(
        spot, sentence("The days are from {first} to {last}.", first=first.isoformat(), last=last.isoformat()), (fix,)
    )


_BARE: Final = str.maketrans("\u00a0", " ", "\u200e\u200f")


@check(
    "T09",
    Severity.ERROR,
    Scope.TEXT,
    sentence("A weekday is not that of the date beside it"),
    hint=sentence("Correct the weekday or the date."),
)
def wrong_weekday(text: TextView, context: Context) -> Iterator[Found]:
    """T09: a warning where the year is not said, and the date is not near that of the meeting."""
    for language, said in text.plains.items() if not DIGITS.isdisjoint(text.signs) else ():
        values = values_of(said) if _WEEKDAY.search(said) is not None else ()
        for weekday in (value for value in values if isinstance(value, Weekday)):
            day = _beside(weekday, said, values)
            near = text.date or (date(day.year, 1, 1) if day is not None and day.year is not None else None)
            when = in_year_near(day, near) if day is not None and near is not None else None
            if day is None or near is None or when is None or when.weekday() == weekday.value:
                continue
            spot = text.spot(language, weekday.start, weekday.end)
            words = wording_for(language, context.style).weekday(when)
            right = rewrite(spot, said[weekday.start : weekday.end], words)
            is_sure = day.year is not None or abs((when - near).days) <= _SOON
            yield Found(
                spot,
                sentence("{date} is a {weekday}.", date=when.isoformat(), weekday=_named_in_all(when, context.style)),
                (Fix(sentence("Write “{words}”", words=words), right, safe=False),),
                None if is_sure else Severity.WARNING,
            )


def _named_in_all(when: date, style: Style) -> Worded:
    """Give the weekday as a fact of a message, which is said in the language of that."""
    return Worded(MappingProxyType({code: wording_for(code, style).weekday(when) for code in SAID_IN}))


def _beside(weekday: Weekday, said: str, values: Iterable[Value]) -> CalendarDay | None:
    """Give the day of the date right after a weekday, or before it in brackets."""
    for one in _points(values):
        if weekday.end <= one.start and not said[weekday.end : one.start].strip(" ,،.\u00a0"):
            return one.value
        if one.end <= weekday.start and not said[one.end : weekday.start].strip(" (,،\u00a0"):
            return one.value
    return None


def _points(values: Iterable[Value]) -> Iterator[Date]:
    for value in values:
        if isinstance(value, Date):
            yield value
        elif isinstance(value, DateRange):
            yield from (value.first, value.last)


@check(
    "T10",
    Severity.WARNING,
    Scope.AGENDA,
    sentence("A date lacks the year that its siblings have"),
    hint=sentence("Write the year, or leave it out everywhere."),
)
def missing_year(view: AgendaView, _: Context) -> Iterator[Found]:
    """T10: among the headings of the days, and among the outputs of one day."""
    yield from _yearless([text for day in view.days for text in day.texts if text.field == "heading"])
    for day in view.days:
        yield from _yearless([text for text in day.texts if text.marker == "bullet" and not text.slot])


def _yearless(texts: Sequence[TextView]) -> Iterator[Found]:
    languages = dict.fromkeys(language for text in texts for language in text.plains)
    for language in languages:
        dated = [
            (text, value)
            for text in texts
            for value in values_of(text.said(language))
            if isinstance(value, Date) and value.value.day is not None
        ]
        with_year = [value.value.year for _, value in dated if value.value.year is not None]
        without = [(text, value) for text, value in dated if value.value.year is None]
        if without and len(with_year) >= len(without):
            for text, value in without:
                yield Found(
                    text.spot(language, value.start, value.end),
                    counted(
                        len(with_year),
                        "{count} other date has its year, such as {year}.",
                        "{count} other dates have their year, such as {year}.",
                        year=with_year[0],
                    ),
                )
