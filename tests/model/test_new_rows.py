"""New rows: where the one before ends, as long as that, and of the look of their siblings."""

from __future__ import annotations

from datetime import date

import pytest

from igfeditor.errors import EditError
from igfeditor.model.agenda import Agenda, Kind, Slot
from igfeditor.model.new_rows import free_date, redated
from igfeditor.model.rows import add_after, add_before, add_child
from igfeditor.model.soundness import flaws
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_sub_item, an_agenda, an_item


def a_morning(*times: str) -> Agenda:
    """Give a day of slots; "-" is a note without time, and "23:00-01:00+" ends on the next day."""
    slots: list[Slot] = []
    for one in times:
        start, _, end = one.rstrip("+").partition("-")
        kind: Kind = "session" if start else "note"
        slots.append(a_slot(start=start or None, end=end or None, kind=kind, next_day_end=one.endswith("+")))
    return an_agenda(a_day(*slots))


def told(agenda: Agenda, place: int) -> str:
    slot = agenda.days[0].slots[place]
    if slot.start is None:
        return "-"
    end = f"-{slot.end:%H:%M}" if slot.end else ""
    return f"{slot.start:%H:%M}{end}{'+' if slot.next_day_end else ''}"


@pytest.mark.parametrize(
    ("times", "after", "new"),
    [
        (("09:00-09:45",), "s1", "09:45-10:30"),
        (("09:00-10:00", "12:00-13:00"), "s1", "10:00-11:00"),
        (("09:00-10:00", "10:20-13:00"), "s1", "10:00-10:20"),
        (("09:00-10:00", "10:00-13:00"), "s1", "10:00"),
        (("09:00-10:00", "09:30-13:00"), "s1", "10:00"),
        (("09:00",), "s1", "09:00-10:00"),
        (("10:00-09:00",), "s1", "10:00-11:00"),
        (("22:30-23:30",), "s1", "23:30-00:30+"),
        (("22:00-23:00",), "s1", "23:00-00:00+"),
        (("23:00-01:00+",), "s1", "23:00-01:00+"),
        (("23:00-00:00+",), "s1", "23:00-00:00+"),
        (("09:00-10:00", "-"), "s2", "10:00-11:00"),
        (("-",), "s1", "09:00-10:00"),
        (("-", "14:00-15:30"), "s1", "12:30-14:00"),
        (("-", "00:30-01:30"), "s1", "00:00-00:30"),
    ],
)
def test_slot_goes_on_where_the_one_before_ends(times: tuple[str, ...], after: str, new: str) -> None:
    agenda = add_after(a_morning(*times), after)
    assert told(agenda, int(after[1:])) == new
    assert flaws(agenda) == ()


@pytest.mark.parametrize(
    ("times", "new"),
    [
        (("09:00-10:00",), "08:00-09:00"),
        (("00:00-01:00",), "00:00"),
        (("08:00-08:30", "10:00-11:00"), "08:30-09:00"),
    ],
)
def test_slot_before_another_fills_the_time_before_it(times: tuple[str, ...], new: str) -> None:
    agenda = a_morning(*times)
    assert told(add_before(agenda, f"s{len(times)}"), len(times) - 1) == new


def test_first_slot_of_a_day_starts_at_nine() -> None:
    agenda = add_child(an_agenda(a_day()), "d1")
    assert told(agenda, 0) == "09:00-10:00"


@pytest.mark.parametrize(("kind", "items"), [("session", 1), ("break", 0), ("lunch", 0), ("social", 0), ("note", 0)])
def test_session_has_its_first_item(kind: Kind, items: int) -> None:
    slot = add_child(an_agenda(a_day()), "d1", kind=kind).days[0].slots[0]
    assert (slot.kind, len(slot.items)) == (kind, items)


def test_note_has_no_time() -> None:
    assert told(add_after(a_morning("09:00-10:00"), "s1", kind="note"), 1) == "-"


class TestDays:
    def dates(self, agenda: Agenda) -> list[str]:
        return [f"{day.date:%d}" for day in agenda.days]

    @pytest.fixture
    def agenda(self) -> Agenda:
        return an_agenda(a_day(on="2026-02-09"), a_day(on="2026-02-10"), a_day(on="2026-02-12", numbering="continue"))

    def test_day_takes_the_next_free_date(self, agenda: Agenda) -> None:
        assert self.dates(add_after(agenda, "d1")) == ["09", "11", "10", "12"]
        assert self.dates(add_after(agenda, "d3")) == ["09", "10", "12", "13"]

    def test_day_before_all_takes_the_date_before(self, agenda: Agenda) -> None:
        assert self.dates(add_before(agenda, "d1")) == ["08", "09", "10", "12"]

    def test_day_goes_on_numbering_as_its_neighbour(self, agenda: Agenda) -> None:
        assert add_child(agenda, "meeting").days[-1].numbering == "continue"
        assert add_after(agenda, "d1").days[1].numbering == "restart"

    def test_date_can_be_chosen(self, agenda: Agenda) -> None:
        assert add_child(agenda, "meeting", on=date(2026, 3, 1)).days[-1].date == date(2026, 3, 1)
        with pytest.raises(EditError, match="Day 2 has the date 2026-02-10 already"):
            add_child(agenda, "meeting", on=date(2026, 2, 10))

    def test_first_day_of_all_is_today(self) -> None:
        before = date.today()
        assert before <= add_child(an_agenda(days=0), "meeting").days[0].date <= date.today()

    def test_calendar_has_an_end(self) -> None:
        last = an_agenda(a_day(on="2999-12-31"))
        with pytest.raises(EditError, match="No date is left"):
            add_after(last, "d1")
        with pytest.raises(EditError, match="No date is left"):
            add_before(an_agenda(a_day(on="1900-01-01")), "d1")

    def test_free_dates_pass_by_taken_ones(self) -> None:
        taken = {date(2026, 2, 9), date(2026, 2, 10)}
        assert free_date(taken, date(2026, 2, 9)) == date(2026, 2, 11)
        assert free_date(taken, date(2026, 2, 10), -1) == date(2026, 2, 8)

    def test_several_days_get_dates_of_their_own(self, agenda: Agenda) -> None:
        new = redated(agenda.days, [day.date for day in agenda.days])
        assert [f"{day.date:%d}" for day in new] == ["11", "13", "14"]


@pytest.mark.parametrize(("number", "new"), [("auto", "auto"), ("none", "none"), ("3 bis", "auto")])
def test_item_is_numbered_as_its_sibling(number: str, new: str) -> None:
    agenda = add_after(an_agenda(a_day(a_slot(an_item(number=number)))), "i1")
    assert agenda.days[0].slots[0].items[1].number == new


def test_sub_item_is_marked_as_its_sibling() -> None:
    agenda = an_agenda(a_day(a_slot(an_item("x", a_sub_item("y", marker="number")))))
    for deed in (add_after, add_before):
        children = deed(agenda, "c1").days[0].slots[0].items[0].children
        assert [child.marker for child in children] == ["number", "number"]


def test_first_sub_items_have_letters_and_then_bullets() -> None:
    agenda = add_child(an_agenda(a_day(a_slot(an_item()))), "i1")
    agenda = add_child(agenda, "c1")
    child = agenda.days[0].slots[0].items[0].children[0]
    assert (child.marker, child.children[0].marker) == ("letter", "bullet")


def test_rows_stand_under_rows_only() -> None:
    with pytest.raises(EditError):
        add_child(an_agenda(a_day(a_slot(an_item("x", a_sub_item("1", a_sub_item("2", a_sub_item("3"))))))), "c3")
    with pytest.raises(EditError):
        add_after(an_agenda(), "meeting")
    assert tree_of(add_child(an_agenda(), "s1")).kind("i3") == "item"
