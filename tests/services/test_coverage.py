"""Coverage counted again: the same as counted anew, at the price of what has changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.model import edits
from igfeditor.model.agenda import Agenda
from igfeditor.services import coverage
from igfeditor.services.coverage import Tally
from tests.agendas import agendas, an_agenda
from tests.deeds import some_deeds


@given(agendas(), st.integers(0, 2**20))
def test_counting_again_gives_what_counting_anew_gives(agenda: Agenda, seed: int) -> None:
    tally = Tally()
    for one in (agenda, *some_deeds(seed, agenda)):
        assert tally.coverage(one) == Tally().coverage(one)


@given(agendas(), agendas())
def test_another_agenda_is_counted_for_itself(one: Agenda, other: Agenda) -> None:
    tally = Tally()
    tally.coverage(one)
    assert tally.coverage(other) == Tally().coverage(other)


def test_another_source_is_counted_in_its_own_words() -> None:
    tally, agenda = Tally(), an_agenda(days=1, slots=3)
    english = tally.coverage(agenda)["ar"].source_words
    arabic = tally.coverage(agenda.model_copy(update={"languages": ("ar", "en")}))["ar"]
    assert arabic.source_words == arabic.words != english


def test_only_the_day_that_was_touched_is_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tally, agenda = Tally(), an_agenda(days=3, slots=4)
    tally.coverage(agenda)
    counted: list[str] = []
    monkeypatch.setattr(coverage, "meeting_texts", lambda _: counted.append("meeting") or ())
    monkeypatch.setattr(coverage, "day_texts", lambda day: counted.append(day.id) or ())
    day = agenda.days[1]
    tally.coverage(edits.set_text(agenda, day.slots[0].items[0].id, "title", "en", "Another opening"))
    assert counted == [day.id]
