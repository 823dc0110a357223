"""A specimen of the house style: what an agenda prints in one language, for somebody who chooses a style."""

from __future__ import annotations

from datetime import date, time
from typing import Final, Literal, NamedTuple

from igfeditor.language.wording import wording_for
from igfeditor.model.agenda import Agenda
from igfeditor.model.dates import first_date, last_date

Sample = Literal["times", "dates", "weekday", "numbers", "letters", "allotted", "duration", "clock"]
SAMPLES: Final[tuple[Sample, ...]] = (
    "times", "dates", "weekday", "clock", "numbers", "letters", "allotted", "duration"
)  # fmt: skip

# Days of two months, so that a range of dates names both; an afternoon, so that both clocks differ.
_FIRST: Final = date(2021, 2, 22)
_LAST: Final = date(2021, 3, 2)
_START: Final = time(13, 15)
_END: Final = time(14, 45)
_LETTERS: Final = 3


class Specimen(NamedTuple):
    """One line: what it is a sample of, and the finished words with their direction marks."""

    sample: Sample
    words: str


def specimen(agenda: Agenda, language: str) -> tuple[Specimen, ...]:
    """Give the samples in a language, with the dates of the agenda where it has days."""
    wording = wording_for(language, agenda.style)
    first, last = first_date(agenda) or _FIRST, last_date(agenda) or _LAST
    words: dict[Sample, str] = {
        "times": wording.time_range(_START, _END),
        "dates": wording.date_range(first, last),
        "weekday": wording.date(first, weekday=True),
        "clock": wording.clock(_END),
        "numbers": wording.phrase("list-comma").join((wording.day(1), wording.item_number(12))),
        "letters": " ".join(wording.letter(index) for index in range(_LETTERS)),
        "allotted": wording.allotted(45),
        "duration": wording.duration(450),
    }
    return tuple(Specimen(sample, words[sample]) for sample in SAMPLES)
