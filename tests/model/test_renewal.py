"""Last year's meeting as the start of this year's."""

from datetime import date

import pytest
from hypothesis import given

from igfeditor.errors import EditError
from igfeditor.model.agenda import Agenda
from igfeditor.model.renewal import proposed_date, renewed_meeting
from igfeditor.model.soundness import flaws
from igfeditor.model.texts import agenda_texts
from igfeditor.services.operations import open_sample
from tests.agendas import a_day, a_slot, a_text, agendas, an_agenda, an_item

FIRST = date(2022, 2, 21)


def meeting(en: str, ar: str = "", **more: object) -> Agenda:
    return an_agenda(a_day(a_slot(an_item("x", name="i1")), on="2021-02-22"), title=a_text(en, ar), **more)


def title(agenda: Agenda, language: str = "en") -> str:
    return agenda.meeting.title.wording(language)


def test_days_keep_their_distance_and_their_times() -> None:
    old = open_sample().agenda
    new = renewed_meeting(old, FIRST)
    assert [day.date for day in new.days] == [date(2022, 2, 21), date(2022, 2, 22), date(2022, 2, 23)]
    assert [[slot.start for slot in day.slots] for day in new.days] == [
        [slot.start for slot in day.slots] for day in old.days
    ]


def test_the_same_day_of_the_week_is_proposed() -> None:
    old = open_sample().agenda
    assert proposed_date(old) == FIRST
    assert FIRST.weekday() == old.days[0].date.weekday()
    assert proposed_date(an_agenda().model_copy(update={"days": ()})) is None


def test_it_is_another_agenda_and_a_draft() -> None:
    old = open_sample().agenda
    new = renewed_meeting(old, FIRST)
    assert new.id != old.id
    assert (new.meeting.status, new.meeting.revision) == ("draft", 0)
    assert flaws(new) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("IGF 2021", "IGF 2022"),
        ("IGF 2020 stocktaking and considerations for 2021.", "IGF 2021 stocktaking and considerations for 2022."),
        ("**2021**: [2021 page](https://example.org/2021/)", "**2022**: [2022 page](https://example.org/2021/)"),
        ("the 2030 Agenda", "the 2030 Agenda"),
        ("A/RES/75/2021 and 2021/5", "A/RES/75/2021 and 2021/5"),
        ("12021 participants, 2021.5 hours", "12021 participants, 2021.5 hours"),
        ("(2021) 2021, 2021", "(2022) 2022, 2022"),
    ],
)
def test_years_beside_the_meetings_own_move(before: str, after: str) -> None:
    assert title(renewed_meeting(meeting(before), FIRST)) == after
    assert title(renewed_meeting(meeting(before), FIRST, years=False)) == before


def test_years_move_in_both_languages_in_their_own_digits() -> None:
    new = renewed_meeting(meeting("IGF 2021", "منتدى ٢٠٢١"), FIRST)
    assert title(new, "ar") == "منتدى ٢٠٢٢"


def test_every_translation_is_to_be_looked_at_again_but_none_is_stale_for_its_year() -> None:
    old = open_sample().agenda
    new = renewed_meeting(old, FIRST)
    phrases = [place.text.phrase("ar") for place in agenda_texts(new)]
    assert {phrase.state for phrase in phrases if phrase is not None and phrase.text} == {"translated"}
    assert not any(phrase.is_stale for phrase in phrases if phrase is not None)


def test_what_was_stale_stays_stale_against_the_moved_source() -> None:
    old = meeting("IGF 2021 opens", "الافتتاح")
    stale = old.meeting.model_copy(update={"title": a_text("IGF 2021 opens", "الافتتاح", translated_from="IGF 2021")})
    phrase = renewed_meeting(old.model_copy(update={"meeting": stale}), FIRST).meeting.title.phrase("ar")
    assert phrase is not None
    assert phrase.translated_from == "IGF 2022"


def test_a_date_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(EditError):
        renewed_meeting(meeting("x"), date(9999, 1, 1))


@given(agendas())
def test_any_agenda_is_renewed_into_a_sound_one_and_back(agenda: Agenda) -> None:
    first = proposed_date(agenda)
    new = renewed_meeting(agenda, first, years=False)
    assert flaws(new) == ()
    back = renewed_meeting(new, min((day.date for day in agenda.days), default=None), years=False)
    assert [day.date for day in back.days] == [day.date for day in agenda.days]
