"""Bars on the time line: parallel slots side by side, each track in its own lane, points that can be seen."""

from __future__ import annotations

from hypothesis import given

from igfeditor.model.agenda import Agenda, Day
from igfeditor.model.bars import POINT, Bar, bars_of, reach_of
from igfeditor.model.timing import Stretch
from tests.agendas import agendas
from tests.model.test_retiming import a_day, at, on


def lanes(day: Day) -> dict[str, tuple[int, int]]:
    """Give the lane of each slot among how many."""
    return {bar.slot.id: (bar.lane, bar.lanes) for bar in bars_of(day)}


def test_slots_one_after_the_other_have_the_whole_width() -> None:
    assert lanes(a_day("a 09:00-10:00", "b 10:00-11:00")) == {"a": (0, 1), "b": (0, 1)}


def test_overlapping_slots_stand_side_by_side_and_others_do_not() -> None:
    day = a_day("a 09:00-10:00", "b 09:30-10:30", "c 10:30-11:00")
    assert lanes(day) == {"a": (0, 2), "b": (1, 2), "c": (0, 1)}


def test_lanes_of_slots_that_start_together_are_in_the_order_of_the_rows() -> None:
    assert lanes(a_day("a 09:00-09:30", "b 09:00-11:00", "c 09:00-10:00")) == {"a": (0, 3), "b": (1, 3), "c": (2, 3)}


def test_a_lane_that_is_free_again_is_used_again() -> None:
    day = a_day("long 09:00-12:00", "a 09:00-10:00", "b 10:00-11:00")
    assert lanes(day) == {"long": (0, 2), "a": (1, 2), "b": (1, 2)}


def test_a_track_keeps_its_lane() -> None:
    day = a_day(
        on("Red", "r1 09:00-10:00"),
        on("Blue", "b1 09:00-10:30"),
        on("Red", "r2 10:15-11:00"),
        on("Blue", "b2 10:30-11:00"),
    )
    placed = lanes(day)
    assert placed["r1"] == placed["r2"] != placed["b1"] == placed["b2"]


def test_a_new_track_does_not_take_the_lane_of_another_that_pauses() -> None:
    day = a_day(
        on("Red", "r1 09:00-10:00"),
        on("Blue", "b1 09:00-11:00"),
        on("Green", "g1 10:00-10:45"),
        on("Red", "r2 10:30-11:00"),
    )
    assert lanes(day) == {"r1": (0, 3), "b1": (1, 3), "g1": (2, 3), "r2": (0, 3)}


def test_a_slot_without_a_track_does_not_take_the_lane_of_one_that_goes_on() -> None:
    day = a_day(on("Red", "r1 09:00-10:00"), on("Blue", "b1 09:00-11:00"), on("Red", "r2 10:00-11:00"), "x 10:30-10:45")
    assert lanes(day)["x"] == (2, 3)


def test_a_point_in_time_is_seen_and_a_note_without_time_is_not() -> None:
    (bar,) = bars_of(a_day("a 09:00", "n"))
    assert (bar.start, bar.foot) == (at("09:00"), at("09:00") + POINT)


def test_reach_is_from_the_first_start_to_the_last_end() -> None:
    assert reach_of(bars_of(a_day("b 10:00-12:00", "a 09:00-11:30", "c 11:00-25:00"))) == Stretch(540, 1500)
    assert reach_of(()) is None


@given(agendas())
def test_no_two_bars_cover_each_other(agenda: Agenda) -> None:
    def covers(one: Bar, other: Bar) -> bool:
        return one.lane == other.lane and one.start < other.foot and other.start < one.foot

    for day in agenda.days:
        bars = bars_of(day)
        assert len(bars) == sum(slot.start is not None for slot in day.slots)
        for place, bar in enumerate(bars):
            assert bar.lane < bar.lanes
            assert not any(covers(bar, other) for other in bars[place + 1 :])
