"""An agenda counted: what it holds, its hours, and how much of each language is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, SubItem, Text
from igfeditor.model.texts import agenda_texts
from igfeditor.model.timing import hours_of


class Coverage(BaseModel):
    """How much of a language is there.

    `texts` and `words` are those that exist; `source_words` are the words of the source that these texts stand for,
    so that languages of unlike length can be compared; `percent` is of the source's texts.
    """

    model_config = ConfigDict(frozen=True)

    texts: int
    words: int
    source_words: int
    missing: int
    translated: int
    reviewed: int
    final: int
    stale: int
    percent: int


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
    texts = [place.text for place in agenda_texts(agenda) if place.text]
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
        texts=len(texts),
        coverage={language: _coverage(texts, language, agenda.source) for language in agenda.languages},
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


def _coverage(texts: Sequence[Text], language: str, source: str) -> Coverage:
    phrases = [text.phrase(language) for text in texts]
    there = [phrase for phrase in phrases if phrase is not None and phrase.text]
    states = Counter(phrase.state for phrase in there if not phrase.is_stale)
    return Coverage(
        texts=len(there),
        words=sum(_words(phrase.text) for phrase in there),
        source_words=sum(_words(text.wording(source)) for text in texts if text.wording(language)),
        missing=len(phrases) - len(there),
        translated=states["translated"],
        reviewed=states["reviewed"],
        final=states["final"],
        stale=sum(phrase.is_stale for phrase in there),
        percent=100 * len(there) // len(phrases) if phrases else 100,
    )


def _words(text: str) -> int:
    return len(markup.plain(text).split())
