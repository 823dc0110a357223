"""The dates of the whole meeting: they are those of its days, and move together."""

from __future__ import annotations

from datetime import date

from igfeditor.model.agenda import Agenda
from igfeditor.model.refusals import validated
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import tree_of


def first_date(agenda: Agenda) -> date | None:
    """Give the first date of the meeting, if it has days."""
    return min((day.date for day in agenda.days), default=None)


def last_date(agenda: Agenda) -> date | None:
    """Give the last date of the meeting, if it has days."""
    return max((day.date for day in agenda.days), default=None)


def move_to(agenda: Agenda, first: date) -> Agenda:
    """Let the meeting begin on another date; all days move by as much. Raises `EditError` beyond the calendar."""
    before = first_date(agenda)
    if before is None or first == before:
        return agenda
    # Counted in ordinals: the last days may leave even Python's calendar.
    shift = first.toordinal() - before.toordinal()
    days = (validated(day, {"date": _moved(day.date, shift)}) for day in agenda.days)
    return tree_of(agenda).with_rows(THE_MEETING, days)


def _moved(day: date, shift: int) -> date | str:
    try:
        return date.fromordinal(day.toordinal() + shift)
    except (ValueError, OverflowError):
        return f"{day.isoformat()} {shift:+}"
