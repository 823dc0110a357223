"""Hours of a day: blocks between breaks and pauses, and totals that add up."""

from datetime import date, time

import pytest

from igfeditor.model.agenda import Day, Kind, Slot
from igfeditor.model.timing import Hours, Stretch, clock_of, hours_of, minutes_of, stretch_of


def slot(times: str, kind: Kind = "session", **more: object) -> Slot:
    start, _, end = times.partition("-")
    return Slot.model_validate({"id": "s1", "start": start, "kind": kind, **({"end": end} if end else {}), **more})


def a_day(*slots: Slot) -> Day:
    return Day(id="d1", date=date(2021, 2, 22), slots=slots)


def clocks(hours: Hours) -> list[str]:
    return [f"{clock_of(block.start):%H:%M}-{clock_of(block.end):%H:%M}" for block in hours.blocks]


@pytest.fixture
def first_day_of_the_igf() -> Day:
    return a_day(
        slot("09:00-09:45"),
        slot("09:45-11:15"),
        slot("11:15-11:45", "break"),
        slot("11:45-13:15"),
        slot("13:15-13:45"),
        slot("13:45-14:00", "break"),
        slot("14:30-15:00"),
        slot("15:00-16:00"),
        slot("16:15-17:00", "social"),
    )


def test_blocks_end_at_breaks_and_pauses(first_day_of_the_igf: Day) -> None:
    assert clocks(hours_of(first_day_of_the_igf)) == ["09:00-11:15", "11:45-13:45", "14:30-16:00"]


def test_the_first_day_lasts_seven_hours_and_not_six_and_three_quarters(first_day_of_the_igf: Day) -> None:
    hours = hours_of(first_day_of_the_igf)
    assert (hours.with_breaks, hours.without_breaks, hours.breaks) == (7 * 60, 5 * 60 + 45, 2)


def test_social_event_is_outside_the_hours_unless_it_counts() -> None:
    evening = slot("18:00-20:00", "social")
    counted = slot("18:00-20:00", "social", counts=True)
    assert hours_of(a_day(slot("09:00-10:00"), evening)).with_breaks == 60
    assert hours_of(a_day(slot("09:00-10:00"), counted)).with_breaks == 11 * 60


def test_a_short_pause_is_a_pause() -> None:
    assert clocks(hours_of(a_day(slot("09:00-09:10"), slot("09:15-11:15")))) == ["09:00-09:10", "09:15-11:15"]


def test_parallel_slots_make_one_block() -> None:
    hours = hours_of(a_day(slot("09:00-11:00"), slot("09:30-10:00"), slot("10:00-12:00")))
    assert (clocks(hours), hours.without_breaks) == (["09:00-12:00"], 180)


def test_order_of_the_rows_does_not_matter() -> None:
    assert clocks(hours_of(a_day(slot("11:00-12:00"), slot("09:00-10:00")))) == ["09:00-10:00", "11:00-12:00"]


def test_breaks_at_the_edges_are_not_hours() -> None:
    hours = hours_of(a_day(slot("08:30-09:00", "break"), slot("09:00-10:00"), slot("10:00-11:00", "lunch")))
    assert (hours.with_breaks, hours.breaks) == (60, 0)


def test_a_pause_counts_as_a_break_where_no_break_is_written() -> None:
    assert hours_of(a_day(slot("09:00-10:00"), slot("11:00-12:00"))).breaks == 1


def test_one_break_is_one_though_there_is_another_pause() -> None:
    day = a_day(slot("09:00-09:10"), slot("09:15-11:15"), slot("11:15-12:15", "break"), slot("12:15-14:30"))
    assert hours_of(day).breaks == 1


def test_a_slot_past_midnight_has_its_length() -> None:
    assert stretch_of(slot("23:00-01:30", next_day_end=True)) == Stretch(23 * 60, 25 * 60 + 30)


@pytest.mark.parametrize("times", ["09:00", "09:00-09:00", "10:00-09:00"])
def test_a_slot_without_a_sound_end_has_no_length(times: str) -> None:
    assert stretch_of(slot(times)) is None
    assert hours_of(a_day(slot(times))) == Hours((), 0)


@pytest.mark.parametrize("clock", [time(0), time(9, 45), time(23, 59)])
def test_minutes_and_clocks_are_inverse(clock: time) -> None:
    assert clock_of(minutes_of(clock)) == clock
