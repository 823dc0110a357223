"""What stands before the days: the title block, and the schedule summary with its derived blocks and totals."""

from __future__ import annotations

from collections.abc import Iterator

from igfeditor.document.blocks import At, Paragraph, Role, Section, SectionKind, Span
from igfeditor.document.plan import Plan, is_said, marks_of
from igfeditor.document.slot_text import link_line, note_line
from igfeditor.document.voice import Voice, present
from igfeditor.language.wording import Wording
from igfeditor.model.agenda import Day, Meeting
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.timing import Hours, clock_of, hours_of


def title_section(plan: Plan) -> Section:
    """Make the title block: title, symbol, dates, host, venue, category, notes, links."""
    return Section(SectionKind.TITLE, plan.each(lambda voice: present(_title_block(plan, voice))))


def _title_block(plan: Plan, voice: Voice) -> Iterator[Paragraph]:
    meeting = plan.agenda.meeting
    marks = marks_of(plan.places, voice)
    yield voice.paragraph(Role.TITLE, meeting.title, marks=marks, at=At(THE_MEETING, "title"))
    yield voice.line(Role.DETAIL, reference_line(voice, meeting), at=At(THE_MEETING))
    if plan.agenda.days:
        dates = [day.date for day in plan.agenda.days]
        yield voice.line(Role.DETAIL, _fact(voice.wording, "date", voice.wording.date_range(min(dates), max(dates))))
    for key, text in (("host", meeting.host), ("venue", meeting.venue), ("category", meeting.category)):
        if is_said(text, voice):
            yield voice.labelled(Role.DETAIL, key, text, marks, At(THE_MEETING, key))
    for note in meeting.notes:
        yield note_line(voice, note, marks)
    for link in meeting.links:
        yield link_line(voice, link, Role.DETAIL)


def _fact(wording: Wording, key: str, words: str) -> tuple[Span, ...]:
    return (Span(wording.phrase(key), strong=True), Span(f" {words}"))


def reference_line(voice: Voice, meeting: Meeting) -> str:
    """Give the meeting's symbol with its revision, "E/2021/7/Rev.1"; empty where there is neither."""
    revision = voice.wording.phrase("revision", number=meeting.revision) if meeting.revision else ""
    return "/".join(part for part in (meeting.symbol, revision) if part)


def summary_section(plan: Plan) -> Section:
    """Make the schedule: one line a day, with the blocks of the slots that count and their totals."""
    return Section(SectionKind.SUMMARY, plan.each(lambda voice: tuple(_summary(plan, voice))))


def _summary(plan: Plan, voice: Voice) -> Iterator[Paragraph]:
    yield voice.line(Role.SECTION, voice.wording.phrase("schedule"))
    for number, day in plan.days:
        yield voice.line(Role.SUMMARY, _summary_line(voice, number, day), of=(day.heading,), at=At(day.id))


def _summary_line(voice: Voice, number: int, day: Day) -> tuple[Span, ...]:
    wording = voice.wording
    facts = [wording.date(day.date, year=False)]
    if is_said(day.heading, voice):
        facts.append(voice.plain(day.heading))
    hours = hours_of(day)
    if hours.blocks:
        facts.append(wording.joined([_block_range(wording, hours, place) for place in range(len(hours.blocks))]))
    line = wording.phrase("list-comma").join(facts)
    if hours.blocks:
        line = wording.phrase("line-with-total", line=line, total=_total(wording, hours))
    return (Span(f"{wording.day(number)}:", strong=True), Span(f" {line}"))


def _block_range(wording: Wording, hours: Hours, place: int) -> str:
    block = hours.blocks[place]
    return wording.time_range(clock_of(block.start), clock_of(block.end), end_shift=block.end // (24 * 60))


def _total(wording: Wording, hours: Hours) -> str:
    total = wording.duration(hours.with_breaks)
    if not hours.breaks:
        return wording.phrase("total", total=total)
    key = "total-with-break" if hours.breaks == 1 else "total-with-breaks"
    return wording.phrase(key, total=total, net=wording.duration(hours.without_breaks))
