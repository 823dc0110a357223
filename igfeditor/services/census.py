"""An agenda counted: what it holds, its hours, and how much of each language is there."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, SubItem
from igfeditor.model.timing import hours_of
from igfeditor.services.coverage import Coverage, Tally


class DayHours(BaseModel):
    """The hours of one day in minutes, from the slots that count."""

    model_config = ConfigDict(frozen=True)

    date: str
    slots: int
    minutes_with_breaks: int
    minutes_without_breaks: int


class Census(BaseModel):
    """All counts of an agenda; `texts` is the number of fields that hold text in any language."""

    model_config = ConfigDict(frozen=True)

    title: str
    languages: tuple[str, ...]
    status: str
    revision: int
    time_zone: str
    days: int
    slots: int
    breaks: int
    items: int
    sub_items: int
    texts: int
    coverage: dict[str, Coverage]
    hours: tuple[DayHours, ...]
    minutes_with_breaks: int
    minutes_without_breaks: int


def census_of(agenda: Agenda) -> Census:
    """Count an agenda."""
    slots = [slot for day in agenda.days for slot in day.slots]
    items = [item for slot in slots for item in slot.items]
    coverage = Tally().coverage(agenda)
    of_the_source = coverage[agenda.source]
    hours = tuple(_day_hours(agenda))
    meeting = agenda.meeting
    return Census(
        title=markup.plain(meeting.title.wording(agenda.source)),
        languages=agenda.languages,
        status=meeting.status,
        revision=meeting.revision,
        time_zone=meeting.time_zone,
        days=len(agenda.days),
        slots=len(slots),
        breaks=sum(slot.is_break for slot in slots),
        items=len(items),
        sub_items=sum(_count(item.children) for item in items),
        texts=of_the_source.texts + of_the_source.missing,
        coverage=coverage,
        hours=hours,
        minutes_with_breaks=sum(day.minutes_with_breaks for day in hours),
        minutes_without_breaks=sum(day.minutes_without_breaks for day in hours),
    )


def _count(children: Iterable[SubItem]) -> int:
    return sum(1 + _count(child.children) for child in children)


def _day_hours(agenda: Agenda) -> Iterable[DayHours]:
    for day in agenda.days:
        hours = hours_of(day)
        yield DayHours(
            date=day.date.isoformat(),
            slots=len(day.slots),
            minutes_with_breaks=hours.with_breaks,
            minutes_without_breaks=hours.without_breaks,
        )
