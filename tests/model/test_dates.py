"""The dates of the meeting: the first, the last, and all of them moved."""

from __future__ import annotations

from datetime import date

import pytest

from igfeditor.errors import EditError
from igfeditor.model.agenda import Agenda
from igfeditor.model.dates import first_date, last_date, move_to
from igfeditor.model.soundness import flaws
from tests.agendas import a_day, a_slot, an_agenda


@pytest.fixture
def agenda() -> Agenda:
    return an_agenda(*(a_day(a_slot(), on=on) for on in ("2026-02-11", "2026-02-09", "2026-03-02")))


def test_dates_are_those_of_the_days_in_any_order(agenda: Agenda) -> None:
    assert (first_date(agenda), last_date(agenda)) == (date(2026, 2, 9), date(2026, 3, 2))


def test_meeting_without_days_has_none() -> None:
    empty = an_agenda().model_copy(update={"days": ()})
    assert first_date(empty) is None
    assert last_date(empty) is None
    assert move_to(empty, date(2026, 1, 1)) is empty


def test_all_days_move_by_as_much(agenda: Agenda) -> None:
    moved = move_to(agenda, date(2026, 2, 10))
    assert [day.date for day in moved.days] == [date(2026, 2, 12), date(2026, 2, 10), date(2026, 3, 3)]
    assert flaws(moved) == ()


def test_same_first_date_is_no_deed(agenda: Agenda) -> None:
    assert move_to(agenda, date(2026, 2, 9)) is agenda


@pytest.mark.parametrize("first", [date(1899, 12, 31), date(2999, 12, 25), date(9999, 12, 25)])
def test_days_beyond_the_calendar_are_refused(agenda: Agenda, first: date) -> None:
    with pytest.raises(EditError, match="is not a date"):
        move_to(agenda, first)
