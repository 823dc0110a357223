"""The table of one day: its columns, and one row a slot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from igfeditor.document.blocks import At, Cell, Column, ColumnKind, Paragraph, Role, Row, Table, Times
from igfeditor.document.layout import Extra
from igfeditor.document.numbering import note_places
from igfeditor.document.plan import Plan, marks_of
from igfeditor.document.slot_text import SlotWriter, row_kind
from igfeditor.document.voice import Voice, present
from igfeditor.model.agenda import Day, Slot, State, Text
from igfeditor.model.scalars import zone_info
from igfeditor.model.texts import day_texts, slot_texts

_EXTRA_KINDS: Final = (
    (Extra.ROOM, ColumnKind.ROOM),
    (Extra.SPEAKER, ColumnKind.SPEAKER),
    (Extra.MINUTES, ColumnKind.MINUTES),
    (Extra.STATE, ColumnKind.STATE),
)
_STATES: Final[tuple[State, ...]] = ("translated", "reviewed", "final")


@dataclass(frozen=True, slots=True)
class _Field:
    """One column of one voice, before it has a heading: what it holds, and for times the zone."""

    kind: ColumnKind
    voice: Voice
    zone: str = ""


def day_table(plan: Plan, day: Day, name: str) -> Table:
    """Make the table of a day; `name` is its alternative text.

    Alone, a language has its time at the start of the row. Side by side, the languages run from the two edges to
    the middle, each with its own time at its own edge (R29).
    """
    return _DayTable(plan, day).table(name)


class _DayTable:
    def __init__(self, plan: Plan, day: Day) -> None:
        self._plan = plan
        self._day = day
        self._zone = plan.agenda.meeting.time_zone
        self._extras = frozenset(plan.layout.extras)
        self._places = note_places(day.notes, day_texts(day), plan.places)
        self._fields = tuple(self._layout())
        self._writers = {voice.language: SlotWriter(voice, plan.numbers, self._extras) for voice in plan.voices}

    def table(self, name: str) -> Table:
        columns = tuple(Column(field.kind, self._heading(field)) for field in self._fields)
        return Table(columns, tuple(self._row(slot) for slot in self._day.slots), self._plan.direction, name)

    def _layout(self) -> Iterator[_Field]:
        sides = [tuple(self._side(voice)) for voice in self._plan.voices]
        yield from sides[0]
        for side in sides[1:]:
            yield from reversed(side)

    def _side(self, voice: Voice) -> Iterator[_Field]:
        yield _Field(ColumnKind.TIME, voice, self._zone)
        if Extra.ZONES in self._extras:
            for zone in self._plan.agenda.meeting.extra_time_zones:
                yield _Field(ColumnKind.ZONE_TIME, voice, zone)
        yield _Field(ColumnKind.AGENDA, voice)
        for extra, kind in _EXTRA_KINDS:
            if extra in self._extras and not (extra is Extra.STATE and voice.language == self._plan.agenda.source):
                yield _Field(kind, voice)

    def _heading(self, field: _Field) -> Paragraph:
        wording = field.voice.wording
        if field.zone:
            heading = wording.phrase("time-in", zone=wording.zone(field.zone, self._day.date))
            # A column of times is narrow: the offset stands below its city, and is never broken after its bracket.
            return field.voice.line(Role.HEADER, heading.replace(" (", "\n("))
        return field.voice.line(Role.HEADER, wording.phrase(f"column-{field.kind}"))

    def _row(self, slot: Slot) -> Row:
        places = note_places(slot.notes, slot_texts(slot), self._places)
        cells = tuple(self._cell(field, slot, places) for field in self._fields)
        return Row(row_kind(slot), cells, slot.id, self._plan.voices[0].plain(slot.room or self._day.room))

    def _cell(self, field: _Field, slot: Slot, places: Mapping[str, int]) -> Cell:
        voice = field.voice
        if field.zone:
            return self._time_cell(slot, field)
        if field.kind is ColumnKind.AGENDA:
            return Cell(self._writers[voice.language].paragraphs(slot, marks_of(places, voice)))
        if field.kind is ColumnKind.ROOM:
            at = At(slot.id, "room") if slot.room else At(self._day.id, "room")
            return Cell(present([voice.paragraph(Role.BODY, slot.room or self._day.room, at=at)]))
        if field.kind is ColumnKind.SPEAKER:
            return self._speaker_cell(slot, voice)
        if field.kind is ColumnKind.MINUTES:
            return self._minutes_cell(slot, voice)
        state = voice.wording.phrase(f"state-{_worst_state(slot, voice.language)}")
        return Cell((voice.line(Role.BODY, state, at=At(slot.id)),))

    def _time_cell(self, slot: Slot, field: _Field) -> Cell:
        times = times_in_zone(slot, self._day.date, self._zone, field.zone)
        if times is None:
            return Cell()
        words = field.voice.wording.time_range(
            times.start, times.end, start_shift=times.start_shift, end_shift=times.end_shift
        )
        return Cell((field.voice.line(Role.TIME, words, at=At(slot.id)),), times=times)

    def _speaker_cell(self, slot: Slot, voice: Voice) -> Cell:
        writer = self._writers[voice.language]
        return Cell(tuple(writer.people(item, Role.BODY) for item in slot.items if item.people))

    def _minutes_cell(self, slot: Slot, voice: Voice) -> Cell:
        total = sum(item.minutes or 0 for item in slot.items)
        if not total:
            return Cell()
        return Cell((voice.line(Role.BODY, voice.wording.number(total), at=At(slot.id)),), minutes=total)


def times_in_zone(slot: Slot, day: date, home: str, zone: str) -> Times | None:
    """Give the start and end of a slot on the clocks of a zone, with the days by which they differ from `day`."""
    if slot.start is None:
        return None
    start, start_shift = _moved(day, slot.start, 0, home, zone)
    if slot.end is None:
        return Times(start, None, start_shift)
    end, end_shift = _moved(day, slot.end, int(slot.next_day_end), home, zone)
    return Times(start, end, start_shift, end_shift)


def _moved(day: date, clock: time, later: int, home: str, zone: str) -> tuple[time, int]:
    if home == zone:
        return clock, later
    moment = datetime.combine(day + timedelta(days=later), clock, zone_info(home))
    there = moment.astimezone(zone_info(zone))
    return there.time(), (there.date() - day).days


def _worst_state(slot: Slot, language: str) -> str:
    states = [_state(place.text, language) for place in slot_texts(slot) if place.text]
    order = ("untranslated", "stale", *_STATES)
    return min(states, key=order.index, default="final")


def _state(text: Text, language: str) -> str:
    phrase = text.phrase(language)
    if phrase is None or not phrase.text or phrase.state is None:
        return "untranslated"
    return "stale" if phrase.is_stale else phrase.state
