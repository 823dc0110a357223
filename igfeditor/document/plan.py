"""What every part of the composer needs to know: the agenda, the layout, its voices, numbers and note marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from igfeditor.document.blocks import Block, Paragraph, SideBySide
from igfeditor.document.layout import Layout
from igfeditor.document.numbering import item_numbers, note_places
from igfeditor.document.voice import Marks, Voice
from igfeditor.language.bidi import Direction
from igfeditor.language.wording import wording_for
from igfeditor.model.agenda import Agenda, Day, Text
from igfeditor.model.texts import agenda_texts


@dataclass(frozen=True, slots=True)
class Plan:
    """One agenda to be printed in one layout.

    `voices` stand in the order of the page, from where its lines begin (R29). `days` holds the days to print with
    their numbers, from 1, in the whole meeting. `places` holds the place of the mark of each of the meeting's own
    notes.
    """

    agenda: Agenda
    layout: Layout
    voices: tuple[Voice, ...]
    days: tuple[tuple[int, Day], ...]
    numbers: Mapping[str, int]
    places: Mapping[str, int]

    @property
    def direction(self) -> Direction:
        """Give the way in which the whole page runs: from the right only where all its languages do (R11, R29)."""
        return "rtl" if all(voice.direction == "rtl" for voice in self.voices) else "ltr"

    def each(self, make: Callable[[Voice], Sequence[Paragraph]]) -> tuple[Block, ...]:
        """Make the same paragraphs in each voice: alone, or two languages side by side, paragraph by paragraph."""
        made = [tuple(make(voice)) for voice in self.voices]
        if len(made) == 1:
            return made[0]
        pairs = zip_longest(*([(paragraph,) for paragraph in side] for side in made), fillvalue=())
        return tuple(SideBySide(first, second) for first, second in pairs)

    def stacked(self, make: Callable[[Voice], Paragraph]) -> tuple[Block, ...]:
        """Make one paragraph in each voice, one below the other, as headings stand that Word is to list."""
        return tuple(make(voice) for voice in self.voices)


def plan_of(agenda: Agenda, layout: Layout) -> Plan:
    """Prepare an agenda for a layout."""
    days = tuple(enumerate(agenda.days, start=1))
    return Plan(
        agenda=agenda,
        layout=layout,
        voices=_side_by_side(voice_of(agenda, layout, language) for language in layout.languages),
        days=tuple(day for day in days if not layout.days or day[0] in layout.days),
        numbers=item_numbers(agenda),
        places=note_places(agenda.meeting.notes, agenda_texts(agenda)),
    )


def _side_by_side(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Put what runs from the left at the left and what runs from the right at the right, whatever is the source."""
    return tuple(sorted(voices, key=lambda voice: voice.direction == "rtl"))


def voice_of(agenda: Agenda, layout: Layout, language: str) -> Voice:
    """Give the voice of one printed language."""
    return Voice(wording_for(language, agenda.style), agenda.languages, layout.missing)


def marks_of(places: Mapping[str, int], voice: Voice) -> Marks:
    """Turn places of note marks into the printed marks of a language."""
    return {identifier: voice.wording.note_mark(place) for identifier, place in places.items()}


def is_said(text: Text, voice: Voice) -> bool:
    """Tell whether a text would print anything in a voice."""
    return bool(voice.words(text).strip())
