"""Rows that are moved keep order and times together: pauses first, then places, and locked slots never."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.errors import EditError
from igfeditor.model.agenda import Agenda, Slot
from igfeditor.model.retiming import sorted_day
from igfeditor.model.rows import move, move_down, move_up
from igfeditor.model.timing import clock_of, overlaps_of
from tests.agendas import a_day, a_slot, a_text, an_agenda


def slot(name: str, times: str, **more: Any) -> Slot:
    """Give a slot with times as "09:00-09:45", or without an end or any time."""
    start, _, end = times.partition("-")
    return a_slot(name=name, start=start or None, end=end or None, **more)


def agenda(*slots: Slot, other: tuple[Slot, ...] = ()) -> Agenda:
    return an_agenda(a_day(*slots, name="d1"), a_day(*other, on="2026-02-10", name="d2"))


def told(one: Agenda, day: int = 0) -> str:
    """Write the rows of a day as "a 09:00-09:45, b"."""

    def row(part: Slot) -> str:
        clocks = [clock.isoformat("minutes") for clock in (part.start, part.end) if clock]
        return f"{part.id} {'-'.join(clocks)}".strip()

    return ", ".join(map(row, one.days[day].slots))


def test_neighbours_change_their_places_and_what_follows_stays() -> None:
    one = agenda(slot("a", "09:00-10:00"), slot("b", "10:00-10:15", kind="break"), slot("c", "10:15-11:00"))
    assert told(move_up(one, ["b"])) == "b 09:00-09:15, a 09:15-10:15, c 10:15-11:00"
    assert told(move_down(one, ["b"])) == "a 09:00-10:00, c 10:00-10:45, b 10:45-11:00"
    assert move_down(move_up(one, ["b"]), ["b"]) == one


def test_a_slot_moves_over_a_pause_before_it_moves_over_its_neighbour() -> None:
    one = agenda(slot("a", "09:00-10:00"), slot("b", "11:00-11:30"), slot("c", "12:00-12:30"))
    closer = move_up(one, ["b"])
    assert told(closer) == "a 09:00-10:00, b 10:00-10:30, c 12:00-12:30"
    assert told(move_up(closer, ["b"])) == "b 09:00-09:30, a 09:30-10:30, c 12:00-12:30"
    assert told(move_down(one, ["b"])) == "a 09:00-10:00, b 11:30-12:00, c 12:00-12:30"
    assert told(move_down(one, ["a", "b"])) == "a 09:30-10:30, b 11:30-12:00, c 12:00-12:30"


def test_a_row_that_is_dropped_far_away_moves_only_what_it_passes_and_pauses_stay() -> None:
    one = agenda(slot("a", "09:00-10:00"), slot("b", "10:00-10:15", kind="break"), slot("c", "11:00-12:00"),
                 slot("d", "12:00-12:30"), slot("e", "12:30-13:00"))  # fmt: skip
    moved = move(one, ["b"], "d1", 4)
    assert told(moved) == "a 09:00-10:00, c 10:00-11:00, d 11:45-12:15, b 12:15-12:30, e 12:30-13:00"


def test_a_row_without_a_time_is_passed_without_a_change() -> None:
    one = agenda(slot("a", "09:00-10:00"), slot("n", "", kind="note"), slot("b", "10:00-10:30"))
    assert told(move_up(one, ["b"])) == "a 09:00-10:00, b 10:00-10:30, n"


@pytest.mark.parametrize("locked", ["a", "b"])
def test_locked_slots_neither_move_nor_make_room(locked: str) -> None:
    slots = (slot(name, times, locked=name == locked) for name, times in (("a", "09:00-10:00"), ("b", "10:00-10:30")))
    with pytest.raises(EditError, match="is locked"):
        move_up(agenda(*slots), ["b"])


def test_parallel_slots_change_places_and_keep_their_times() -> None:
    one = agenda(slot("a", "09:00-10:00", track=a_text("A")), slot("b", "09:00-10:00", track=a_text("B")))
    assert told(move_up(one, ["b"])) == "b 09:00-10:00, a 09:00-10:00"


def test_a_day_that_was_in_disorder_keeps_its_times() -> None:
    one = agenda(slot("a", "10:00-11:00"), slot("b", "09:00-09:30"), slot("c", "09:30-10:00"))
    assert told(move_up(one, ["b"])) == "b 09:00-09:30, a 10:00-11:00, c 09:30-10:00"


def test_a_slot_from_another_day_begins_where_it_is_put() -> None:
    one = agenda(slot("a", "14:00-14:30"), other=(slot("b", "09:00-10:00"), slot("c", "11:00-12:00")))
    assert told(move(one, ["a"], "d2", 1), 1) == "b 09:00-10:00, a 10:00-10:30, c 11:00-12:00"
    assert told(move(one, ["a"], "d2", 0), 1) == "a 08:30-09:00, b 09:00-10:00, c 11:00-12:00"
    assert told(move(one, ["a"], "d2"), 1) == "b 09:00-10:00, c 11:00-12:00, a 12:00-12:30"
    assert told(move_up(one, ["b"]), 0) == "a 14:00-14:30, b 14:30-15:30"
    assert told(move_down(one, ["a"]), 1) == "a 08:30-09:00, b 09:00-10:00, c 11:00-12:00"


def test_a_slot_that_comes_to_an_empty_day_or_is_locked_keeps_its_time() -> None:
    assert told(move(agenda(slot("a", "14:00-14:30")), ["a"], "d2"), 1) == "a 14:00-14:30"
    one = agenda(slot("a", "14:00-14:30", locked=True), other=(slot("b", "09:00-10:00"),))
    assert told(move(one, ["a"], "d2"), 1) == "b 09:00-10:00, a 14:00-14:30"


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(5, 60)), min_size=2, max_size=8), st.data())
def test_a_day_in_order_stays_in_order_without_overlaps_and_as_long(parts: list[tuple[int, int]], data: Any) -> None:
    slots: list[Slot] = []
    minute = 8 * 60
    for number, (pause, length) in enumerate(parts):
        start = minute + pause
        minute = start + length
        slots.append(a_slot(name=f"s{number}", start=clock_of(start).isoformat(), end=clock_of(minute).isoformat()))
    one = agenda(*slots)
    chosen = data.draw(st.lists(st.sampled_from([part.id for part in slots]), min_size=1, unique=True))
    day = move(one, chosen, "d1", data.draw(st.integers(0, len(slots)))).days[0]
    assert sorted_day(day) is day
    assert not overlaps_of(day)
    assert (day.slots[0].start, day.slots[-1].end) == (slots[0].start, slots[-1].end)
