"""Agenda + Layout -> Document: the only place that makes numbers, times and labels.

`compose` is pure and total: any agenda that loads can be printed in any of its languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import (
    At,
    Block,
    Document,
    Footer,
    Occasion,
    Paragraph,
    Role,
    Section,
    SectionKind,
    Standing,
    Words,
)
from igfeditor.document.day_table import day_table
from igfeditor.document.front_matter import reference_line, summary_section, title_section
from igfeditor.document.layout import Layout, Missing
from igfeditor.document.numbering import BULLET, note_places
from igfeditor.document.plan import Plan, is_said, marks_of, plan_of
from igfeditor.document.slot_text import note_line
from igfeditor.document.voice import Voice, present
from igfeditor.errors import ExportError, counted, sentence
from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, Day, Status
from igfeditor.model.texts import TextAt, agenda_texts, day_texts, meeting_texts

_STANDINGS: Final[Mapping[Status, Standing]] = MappingProxyType(
    {"adopted": Standing.CONFIRMED, "final": Standing.CONFIRMED, "cancelled": Standing.CANCELLED}
)


def compose(agenda: Agenda, layout: Layout) -> Document:
    """Make the finished document of an agenda in a layout.

    Raises `ExportError` when the layout refuses missing translations and there are some.
    """
    plan = plan_of(agenda, layout)
    if layout.missing is Missing.REFUSE:
        _refuse_if_missing(plan)
    voice = plan.voices[0]
    return Document(
        name=layout.name,
        title=voice.plain(agenda.meeting.title) or voice.wording.phrase("agenda"),
        languages=tuple(one.language for one in plan.voices),
        direction=plan.direction,
        sections=tuple(_sections(plan)),
        footers=tuple(_footer(plan, voice) for voice in plan.voices),
        words=tuple(_words(voice) for voice in plan.voices),
        occasion=_occasion(plan, voice),
    )


def missing_texts(agenda: Agenda, layout: Layout) -> tuple[TextAt, ...]:
    """Give the texts that a layout prints and that lack one of its languages."""
    return _missing(plan_of(agenda, layout))


def _missing(plan: Plan) -> tuple[TextAt, ...]:
    printed = agenda_texts(plan.agenda) if not plan.layout.days else _texts_of_days(plan)
    return tuple(
        place
        for place in printed
        if place.text and any(not place.text.wording(voice.language) for voice in plan.voices)
    )


def _texts_of_days(plan: Plan) -> Iterator[TextAt]:
    yield from meeting_texts(plan.agenda.meeting)
    for _, day in plan.days:
        yield from day_texts(day)


def _refuse_if_missing(plan: Plan) -> None:
    missing = _missing(plan)
    if missing:
        raise ExportError(
            counted(
                len(missing),
                "{count} text of the layout {layout} is not translated, the first at {place}: {words}.",
                "{count} texts of the layout {layout} are not translated, the first at {place}: {words}.",
                layout=plan.layout.name,
                place=f"{missing[0].node} ({missing[0].field})",
                words=_excerpt(missing[0], plan),
            ),
            sentence("Translate them, or print a working copy with {option}.", option=f"--missing {Missing.MARK}"),
        )


def _excerpt(place: TextAt, plan: Plan) -> str:
    words = markup.plain(plan.voices[0].words(place.text))
    return words if len(words) <= 60 else f"{words[:59]}…"


def _sections(plan: Plan) -> Iterator[Section]:
    yield title_section(plan)
    if plan.days:
        yield summary_section(plan)
    status = plan.agenda.meeting.status
    yield Section(
        SectionKind.STATUS,
        plan.stacked(lambda voice: voice.line(Role.SECTION, voice.wording.phrase(f"status-{status}"))),
    )
    for number, day in plan.days:
        yield _day_section(plan, number, day)


def _day_section(plan: Plan, number: int, day: Day) -> Section:
    name = plan.voices[0].wording.day(number)
    return Section(SectionKind.DAY, tuple(_day_blocks(plan, number, day)), day.date, name)


def _day_blocks(plan: Plan, number: int, day: Day) -> Iterator[Block]:
    yield from plan.stacked(lambda voice: day_heading(voice, number, day))
    yield from plan.each(lambda voice: tuple(_above_table(voice, day)))
    if day.slots:
        yield day_table(plan, day, day_heading(plan.voices[0], number, day).text)
    places = note_places(day.notes, day_texts(day), plan.places)
    yield from plan.each(lambda voice: present(note_line(voice, note, marks_of(places, voice)) for note in day.notes))


def day_heading(voice: Voice, number: int, day: Day) -> Paragraph:
    """Print "Day 1: 22 February 2021 – Open Consultation (open to observers)" with what the day has of it."""
    wording = voice.wording
    heading = f"{wording.day(number)}: {wording.date(day.date)}"
    if is_said(day.heading, voice):
        heading = wording.phrase("heading-with-title", heading=heading, title=voice.plain(day.heading))
    if day.access is not None:
        heading = f"{heading} ({wording.phrase(f'access-{day.access}')})"
    return voice.line(Role.DAY, heading, of=(day.heading,), at=At(day.id, "heading"))


def _above_table(voice: Voice, day: Day) -> Iterator[Paragraph]:
    if is_said(day.room, voice):
        yield voice.labelled(Role.BODY, "room", day.room, at=At(day.id, "room"))
    outputs = present(
        voice.paragraph(Role.OUTPUT, output.text, marker=BULLET, at=At(output.id, "text")) for output in day.outputs
    )
    if outputs:
        yield voice.line(Role.LABEL, voice.wording.phrase("outputs"))
        yield from outputs


def _occasion(plan: Plan, voice: Voice) -> Occasion:
    meeting, dates = plan.agenda.meeting, [day.date for day in plan.agenda.days]
    return Occasion(
        key=plan.agenda.id,
        zone=meeting.time_zone,
        standing=_STANDINGS.get(meeting.status, Standing.TENTATIVE),
        revision=meeting.revision,
        first=min(dates, default=None),
        last=max(dates, default=None),
        venue=voice.plain(meeting.venue),
        host=voice.plain(meeting.host),
        category=voice.plain(meeting.category),
    )


def _footer(plan: Plan, voice: Voice) -> Footer:
    meeting = plan.agenda.meeting
    parts = (reference_line(voice, meeting), voice.wording.phrase(f"short-status-{meeting.status}"))
    return Footer(
        language=voice.language,
        direction=voice.direction,
        page=voice.wording.phrase("page"),
        of=voice.wording.phrase("of"),
        reference=" – ".join(part for part in parts if part),
    )


def _words(voice: Voice) -> Words:
    date, start, end = map(voice.wording.phrase, ("column-date", "from", "to"))
    return Words(voice.language, voice.direction, date, start, end)
