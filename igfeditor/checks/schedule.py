"""Checks of the family T on hours that somebody typed: lines of a schedule, and durations in words, against the slots.

A line of the schedule is a note or a heading that begins with a day ("Day 1: 22 February, 09:00–11:15 …"). The program
prints such lines itself; one that is typed grows old when the slots move.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from igfeditor.checks.calendar import day_number, in_year_near
from igfeditor.checks.finding import Fix, Found, Severity, Spot
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.time import clock_text
from igfeditor.checks.values import Clock, ClockRange, Date, Duration, Value, values_of
from igfeditor.checks.views import NOWHERE, AgendaView, Context, DayView, TextView
from igfeditor.errors import Sentence, sentence
from igfeditor.language.wording import wording_for
from igfeditor.model.agenda import Day, Style
from igfeditor.model.timing import Stretch, Totals, gaps_of, hours_of, stretch_of, totals_of

_NET: Final = re.compile(r"\b(?:without|excluding|net)\b|دون|عدا|باستثناء", re.IGNORECASE)
_NEAR: Final = 24
# Pauses that a typed line may pass over: nobody writes a change of interpreters into a schedule.
_SHORT_PAUSE: Final = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A typed line of the schedule in one language, with its values and the day that it is about."""

    text: TextView
    language: str
    day: DayView
    values: tuple[Value, ...]

    @property
    def said(self) -> str:
        """Give the line as it is read."""
        return self.text.said(self.language)

    @property
    def ranges(self) -> tuple[ClockRange, ...]:
        """Give the ranges of times."""
        return tuple(value for value in self.values if isinstance(value, ClockRange))

    @property
    def durations(self) -> tuple[Duration, ...]:
        """Give the durations."""
        return tuple(value for value in self.values if isinstance(value, Duration))

    def spot(self, value: Value) -> Spot:
        """Give the place of a value."""
        return self.text.spot(self.language, value.start, value.end)

    def words(self, value: Value) -> str:
        """Give the words of a value."""
        return self.said[value.start : value.end]


def lines_of(view: AgendaView) -> Iterator[Line]:
    """Give the typed lines of the schedule, from the notes of the meeting, and from headings and notes of the days."""
    for text in (text for text in view.spoken if not text.slot and text.field in {"text", "heading"}):
        for language, said in text.plains.items():
            values = values_of(said)
            day = _day_named(view, text, said, values)
            if day is not None and any(isinstance(value, ClockRange | Duration) for value in values):
                yield Line(text, language, day, values)


def _day_named(view: AgendaView, text: TextView, said: str, values: Sequence[Value]) -> DayView | None:
    number = day_number(said, values)
    if number is not None:
        return view.days[number - 1] if 0 < number <= len(view.days) else None
    if text.day != NOWHERE and text.field == "heading":
        return view.days[text.day]
    first = values[0] if values else None
    if not isinstance(first, Date) or first.start > 1 or text.date is None:
        return None
    when = in_year_near(first.value, text.date)
    return next((day for day in view.days if day.day.date == when), None)


# --- blocks ------------------------------------------------------------------------------------------------


@check(
    "T06",
    Severity.ERROR,
    Scope.AGENDA,
    sentence("A typed schedule differs from the slots"),
    hint=sentence("Write the times of the slots, or take the line out: the schedule is printed from the slots anyway."),
)
def typed_schedule(view: AgendaView, _: Context) -> Iterator[Found]:
    """T06: a line with a bare time is a broken range, and the business of D02."""
    for line in lines_of(view):
        blocks = hours_of(line.day.day).blocks
        if line.ranges and blocks and not any(isinstance(value, Clock) for value in line.values):
            yield from _differing(line, blocks)


def _differing(line: Line, blocks: Sequence[Stretch]) -> Iterator[Found]:
    typed = [tuple(sorted(one.value)) for one in line.ranges]
    whole = [(blocks[0].start, blocks[-1].end)]
    choices = [[(block.start, block.end) for block in some] for some in (blocks, _joined(line.day.day, blocks))]
    if typed in (*choices, whole):
        return
    if len(typed) == 1 and len(blocks) > 1 and not line.durations and day_number(line.said, line.values) is None:
        # One range beside a date may be the hours of a desk or of a meal.
        return
    alike = next((choice for choice in choices if len(choice) == len(typed)), None)
    if alike is None:
        yield Found(
            line.spot(line.ranges[0]),
            sentence(
                "The blocks of day {day} are {blocks}, which is not what the line says.",
                day=line.day.place + 1,
                blocks="; ".join(f"{clock_text(start)}–{clock_text(end)}" for start, end in choices[0]),
            ),
        )
        return
    for place, (one, (start, end)) in enumerate(zip(line.ranges, alike, strict=True), start=1):
        if tuple(sorted(one.value)) != (start, end):
            yield _other_block(line, place, one, Stretch(start, end))


def _other_block(line: Line, place: int, one: ClockRange, block: Stretch) -> Found:
    fixes = (
        Fix(sentence("Write {time}", time=clock_text(wanted)), rewrite(line.spot(clock), line.words(clock), said))
        for clock, wanted in zip(sorted((one.first, one.last), key=_value), (block.start, block.end), strict=True)
        if clock.value != wanted and (said := clock_text(wanted))
    )
    return Found(
        line.spot(one),
        sentence(
            "Block {place} of day {day} is from {start} to {end}.",
            place=place,
            day=line.day.place + 1,
            start=clock_text(block.start),
            end=clock_text(block.end),
        ),
        tuple(Fix(fix.label, fix.edit, safe=False) for fix in fixes),
    )


def _value(clock: Clock) -> int:
    return clock.value


def _joined(day: Day, blocks: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Give the blocks without the short pauses that are no breaks."""
    breaks = {span.start for slot in day.slots if slot.is_break and (span := stretch_of(slot))}
    joined = list(blocks[:1])
    for block in blocks[1:]:
        last = joined[-1]
        if block.start - last.end <= _SHORT_PAUSE and last.end not in breaks:
            joined[-1] = Stretch(last.start, block.end)
        else:
            joined.append(block)
    return tuple(joined)


# --- durations ---------------------------------------------------------------------------------------------


@check(
    "T05",
    Severity.ERROR,
    Scope.AGENDA,
    sentence("A typed duration differs from the computed one"),
    hint=sentence("Write the computed duration, or correct the slots."),
)
def typed_duration(view: AgendaView, context: Context) -> Iterator[Found]:
    """T05: in lines of the schedule, and in the labels of slots."""
    for line in lines_of(view):
        totals = totals_of(line.day.day)
        for one in line.durations if totals.with_breaks else ():
            is_net = _NET.search(line.said, max(0, one.start - _NEAR), one.end + _NEAR) is not None
            computed = totals.without_breaks if is_net else totals.with_breaks
            if one.value != computed:
                message = _stated(line.day.day, totals, int(one.value), computed)
                spot = line.spot(one)
                yield Found(spot, message, (_written(spot, line.words(one), computed, context.style),))
    for slot in (slot for day in view.days for slot in day.slots if slot.slot.label):
        if slot.times is not None and slot.times.stretch is not None:
            yield from _label_found(slot.texts, slot.times.stretch.length, context.style)


def _label_found(texts: Sequence[TextView], length: int, style: Style) -> Iterator[Found]:
    label = next((text for text in texts if text.field == "label"), None)
    for language, said in label.plains.items() if label else ():
        durations = [value for value in values_of(said) if isinstance(value, Duration)]
        if label is None or len(durations) != 1 or durations[0].value == length:
            continue
        one = durations[0]
        if said[one.start - 1 : one.start] != "(" or said[one.end : one.end + 1] != ")":
            continue
        spot = label.spot(language, one.start, one.end)
        message = sentence(
            "It says {stated} h, computed {computed} h.",
            stated=_hours(int(one.value)),
            computed=_hours(length),
        )
        yield Found(spot, message, (_written(spot, said[one.start : one.end], length, style),))


def _written(spot: Spot, was: str, minutes: int, style: Style) -> Fix:
    words = wording_for(spot.language, style).duration(minutes).replace("\u00a0", " ")
    return Fix(sentence("Write “{words}”", words=words), rewrite(spot, was, words), safe=False)


def _stated(day: Day, totals: Totals, stated: int, computed: int) -> Sentence:
    """Say what is wrong, and why it may be: what lasts as long as the difference was left out."""
    missing = computed - stated
    facts = {"stated": _hours(stated), "computed": _hours(computed)}
    left_out = next(
        (span for slot in day.slots if slot.is_break if (span := stretch_of(slot)) and span.length == missing), None
    )
    if left_out is not None:
        return sentence(
            "It says {stated} h, computed {computed} h. The break from {start} to {end} seems to be left out.",
            stated=facts["stated"], computed=facts["computed"],
            start=clock_text(left_out.start), end=clock_text(left_out.end),
        )  # fmt: skip
    gap = next((gap for gap in gaps_of(day) if gap.length == missing), None)
    if gap is not None:
        return sentence(
            "It says {stated} h, computed {computed} h. The gap from {start} to {end} seems to be left out.",
            stated=facts["stated"], computed=facts["computed"], start=clock_text(gap.start), end=clock_text(gap.end),
        )  # fmt: skip
    if missing and missing in {totals.break_minutes, totals.with_breaks - totals.without_breaks}:
        return sentence(
            "It says {stated} h, computed {computed} h. The breaks seem to be left out.",
            stated=facts["stated"], computed=facts["computed"],
        )  # fmt: skip
    return sentence(
        "It says {stated} h, computed {computed} h.",
        stated=facts["stated"], computed=facts["computed"],
    )  # fmt: skip


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
