"""The time engine: ripple, absorb, gap; days shifted, slots split, breaks put in; locked slots never move."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from igfeditor.errors import EditError
from igfeditor.model.agenda import MAX_SLOTS, Day, Item, Kind, Note, Slot, Text
from igfeditor.model.retiming import (
    Move,
    Policy,
    Proposal,
    insert_break_after,
    place,
    resize,
    shift_day,
    sorted_day,
    split_equally,
    touches_others,
)
from igfeditor.model.timing import Times, clock_of, overlaps_of, stretch_of, times_of
from igfeditor.services.operations import open_sample
from tests.agendas import a_note, a_text, agendas, an_item, clock

POLICIES: tuple[Policy, ...] = ("ripple", "absorb", "gap")
every_policy = pytest.mark.parametrize("policy", POLICIES)


def at(text: str) -> int:
    """Give the minute that "9:45" says; "25:00" is one o'clock of the next night."""
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)


def row(words: str, **more: Any) -> Slot:
    """Give a slot of "id 09:00-10:00 kind"; "-25:00" ends in the night, "id" alone is a note without time."""
    name, times, kind = [*words.split(" "), "", ""][:3]
    start, _, end = times.partition("-")
    kind = kind or ("session" if times else "note")
    night = {"next_day_end": True} if end and at(end) >= 1440 else {}
    given = {"start": clock(start) if start else None, "end": clock_of(at(end)) if end else None}
    return Slot.model_validate({"id": name, "kind": kind, **given, **night, **more})


def locked(words: str, **more: Any) -> Slot:
    return row(words, locked=True, **more)


def on(track: str, words: str, **more: Any) -> Slot:
    return row(words, track=a_text(track), **more)


def a_day(*rows: Slot | str, **more: Any) -> Day:
    slots = [one if isinstance(one, Slot) else row(one) for one in rows]
    return Day.model_validate({"id": "d1", "date": "2021-02-22", "slots": tuple(slots), **more})


def written(times: Times | None) -> str:
    if times is None:
        return ""
    ends = [times.start] if times.end is None else [times.start, times.end]
    return "-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in ends)


def rows_of(day: Day) -> list[str]:
    return [f"{slot.id} {written(times_of(slot))}".strip() for slot in day.slots]


def moved(proposal: Proposal) -> list[str]:
    return [f"{move.slot} {written(move.new)}" for move in proposal.moves]


def refusal(deed: Callable[[], object]) -> str:
    with pytest.raises(EditError) as caught:
        deed()
    assert caught.value.hint is not None
    return str(caught.value)


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new{next(numbers)}"


def remark(proposal: Proposal) -> str:
    return str(proposal.remark or "")


MORNING = a_day("a 09:00-09:45", "b 09:45-11:15", "c 11:15-11:45 break", "d 11:45-13:15", "e 13:30-14:00")


class TestRipple:
    def test_moves_everything_after_it_and_keeps_pauses(self) -> None:
        proposal = resize(MORNING, "b", end=at("11:30"), policy="ripple")
        assert moved(proposal) == ["b 09:45-11:30", "c 11:30-12:00", "d 12:00-13:30", "e 13:45-14:15"]
        assert rows_of(proposal.day) == ["a 09:00-09:45", *moved(proposal)]

    def test_says_what_would_move_from_when_to_when(self) -> None:
        proposal = resize(MORNING, "d", end=at("13:00"), policy="ripple")
        assert proposal.moves[1] == Move("e", Times(at("13:30"), at("14:00")), Times(at("13:15"), at("13:45")))
        assert [move.minutes for move in proposal.moves] == [0, -15]

    def test_shorter_slot_pulls_what_follows(self) -> None:
        assert moved(resize(MORNING, "a", end=at("09:30"), policy="ripple")) == [
            "a 09:00-09:30", "b 09:30-11:00", "c 11:00-11:30", "d 11:30-13:00", "e 13:15-13:45"
        ]  # fmt: skip

    def test_points_in_time_move_and_notes_stay_untouched(self) -> None:
        day = a_day("a 09:00-10:00", "n", "p 10:30", "z 18:00 note")
        proposal = resize(day, "a", end=at("10:15"), policy="ripple")
        assert rows_of(proposal.day) == ["a 09:00-10:15", "n", "p 10:45", "z 18:15"]
        assert proposal.day.slots[1] is day.slots[1]

    def test_a_point_within_the_slot_stays(self) -> None:
        assert moved(resize(a_day("a 09:00-10:00", "p 09:30"), "a", end=at("10:15"), policy="ripple")) == [
            "a 09:00-10:15"
        ]

    def test_what_overlapped_before_stays(self) -> None:
        day = a_day("a 09:00-10:00", "b 09:00-10:00", "c 10:00-11:00")
        assert moved(resize(day, "a", end=at("10:15"), policy="ripple")) == ["a 09:00-10:15", "c 10:15-11:15"]

    def test_what_overlapped_each_other_before_may_move_on(self) -> None:
        day = a_day("a 09:00-10:00", "b 09:30-10:30", "c 10:15-11:00")
        assert moved(resize(day, "a", end=at("09:45"), policy="ripple")) == ["a 09:00-09:45", "c 10:00-10:45"]

    def test_stops_at_a_locked_slot_and_says_so(self) -> None:
        day = a_day("a 09:00-10:00", "b 10:00-10:30", locked("k 11:00-12:00"), "c 12:00-13:00")
        proposal = resize(day, "a", end=at("10:30"), policy="ripple")
        assert moved(proposal) == ["a 09:00-10:30", "b 10:30-11:00"]
        assert remark(proposal) == "“11:00” is locked and stays, as does what follows it."

    def test_running_into_a_locked_slot_is_refused_by_name(self) -> None:
        day = a_day(
            "a 09:00-10:00",
            row("b 10:00-10:30", label=a_text("Opening")),
            locked("k 11:00-12:00", items=(an_item("Vote"),)),
        )
        message = refusal(lambda: resize(day, "a", end=at("10:31"), policy="ripple"))
        assert message == "“10:00 Opening” would run into “11:00 Vote”, which is locked."

    def test_running_over_a_locked_point_is_refused(self) -> None:
        day = a_day("a 09:00-10:00", locked("k 10:00"), "b 10:00-11:00")
        assert "which is locked" in refusal(lambda: resize(day, "a", end=at("10:30"), policy="ripple"))

    def test_a_slot_before_a_locked_one_leaves_a_gap_when_it_shrinks(self) -> None:
        day = a_day("a 09:00-10:00", "b 10:00-11:00", locked("k 11:00-12:00"), "c 12:00-13:00")
        assert moved(resize(day, "a", end=at("09:45"), policy="ripple")) == ["a 09:00-09:45", "b 09:45-10:45"]

    def test_another_start_moves_nothing(self) -> None:
        assert moved(resize(MORNING, "d", start=at("12:00"), policy="ripple")) == ["d 12:00-13:15"]

    def test_a_start_within_the_slot_before_is_refused(self) -> None:
        message = refusal(lambda: resize(MORNING, "b", start=at("09:30"), policy="ripple"))
        assert message == "“09:45” would run into “09:00”, which stays where it is."

    def test_a_point_that_gets_an_end_pushes_only_what_it_runs_into(self) -> None:
        day = a_day("p 09:00", "a 10:00-11:00", "b 11:30-12:00")
        assert moved(resize(day, "p", end=at("09:45"), policy="ripple")) == ["p 09:00-09:45"]
        assert moved(resize(day, "p", end=at("10:15"), policy="ripple")) == [
            "p 09:00-10:15",
            "a 10:15-11:15",
            "b 11:45-12:15",
        ]

    def test_a_point_within_a_slot_cannot_get_an_end_there_but_alone(self) -> None:
        day = a_day("a 09:00-10:00", "p 09:30")
        assert "“09:00”, which stays" in refusal(lambda: resize(day, "p", end=at("09:45"), policy="ripple"))
        assert remark(resize(day, "p", end=at("09:45"))) == "“09:30” would overlap “09:00” by 15 minutes."

    def test_a_point_that_gets_an_end_pushes_what_starts_with_it(self) -> None:
        day = a_day("a 09:00-10:00", "p 09:00")
        assert rows_of(resize(day, "p", end=at("09:10"), policy="ripple").day) == ["p 09:00-09:10", "a 09:10-10:10"]

    def test_an_end_before_its_start_moves_as_it_is(self) -> None:
        assert moved(resize(a_day("a 09:00-10:00", "x 11:00-10:00"), "a", end=at("10:15"), policy="ripple")) == [
            "a 09:00-10:15", "x 11:15-10:15"
        ]  # fmt: skip


class TestTracks:
    DAY = a_day(
        on("A", "a1 09:00-10:00"), on("B", "b1 09:00-10:30"), on("A", "a2 10:00-11:00"), on("B", "b2 10:30-11:00"),
        "all 11:00-12:00", "s 11:00-13:00 side_event", on("A", "a3 12:00-13:00"), on("B", "b3 12:00-13:00"),
    )  # fmt: skip

    def test_parallel_slots_stay_until_a_common_one_has_to_move(self) -> None:
        proposal = resize(self.DAY, "a1", end=at("10:15"), policy="ripple")
        assert sorted(moved(proposal)) == [
            "a1 09:00-10:15", "a2 10:15-11:15", "a3 12:15-13:15", "all 11:15-12:15", "b3 12:15-13:15"
        ]  # fmt: skip

    def test_a_common_slot_waits_for_the_other_track(self) -> None:
        proposal = resize(self.DAY, "a1", end=at("09:45"), policy="ripple")
        assert moved(proposal) == ["a1 09:00-09:45", "a2 09:45-10:45"]
        assert remark(proposal) == "“11:00” stays, as does what follows it, for “10:30” ends no earlier."

    def test_tracks_wait_for_none_but_themselves(self) -> None:
        day = a_day(on("A", "a1 09:00-10:00"), on("B", "b1 09:00-10:00"), on("A", "a2 10:00-11:00"))
        assert moved(resize(day, "a1", end=at("09:45"), policy="ripple")) == ["a1 09:00-09:45", "a2 09:45-10:45"]

    def test_the_break_of_another_track_pays_for_nothing(self) -> None:
        day = a_day(on("B", "c 10:00-10:30 break"), on("A", "a 10:30-11:00"))
        assert moved(resize(day, "a", start=at("10:40"), policy="absorb")) == ["a 10:40-11:00"]

    def test_a_lock_in_one_track_does_not_stop_the_other(self) -> None:
        day = a_day(
            "x 09:00-10:00", locked("k 10:15-11:00", track=a_text("A")), on("B", "b 10:15-11:00"), "z 11:00-12:00"
        )
        assert moved(resize(day, "x", end=at("10:10"), policy="ripple")) == [
            "x 09:00-10:10",
            "b 10:25-11:10",
            "z 11:10-12:10",
        ]

    def test_a_break_of_each_track_pays_for_it(self) -> None:
        day = a_day(
            "x 09:00-10:00",
            on("A", "a 10:00-10:20 break"),
            on("B", "b 10:00-11:00"),
            on("B", "c 11:00-11:30 lunch"),
            "z 11:30-12:00",
        )
        assert moved(resize(day, "x", end=at("10:10"), policy="absorb")) == [
            "x 09:00-10:10", "a 10:10-10:20", "b 10:10-11:10", "c 11:10-11:30"
        ]  # fmt: skip

    def test_a_break_that_paid_is_not_run_into_from_another_track(self) -> None:
        day = a_day("x 09:00-10:00", on("A", "a 10:00-11:00 break"), on("B", "b 10:00-11:00"), "z 11:00-12:00")
        assert moved(resize(day, "x", end=at("09:45"), policy="absorb")) == [
            "x 09:00-09:45",
            "a 09:45-11:00",
            "b 09:45-10:45",
        ]

    def test_a_side_event_concerns_nobody(self) -> None:
        assert moved(resize(self.DAY, "s", start=at("09:00"), end=at("14:00"), policy="ripple")) == ["s 09:00-14:00"]
        assert not touches_others(self.DAY, "s", start=at("09:00"), end=at("14:00"))

    def test_rows_stay_in_order_of_time(self) -> None:
        day = resize(self.DAY, "a1", end=at("10:45"), policy="ripple").day
        assert sorted_day(day) is day

    def test_rows_that_were_out_of_order_are_let_alone(self) -> None:
        day = a_day("b 10:00-11:00", "a 09:00-10:00", "c 11:00-12:00")
        assert rows_of(resize(day, "a", end=at("10:15"), policy="ripple").day) == [
            "b 10:15-11:15",
            "a 09:00-10:15",
            "c 11:15-12:15",
        ]


class TestAbsorb:
    def test_next_break_pays_and_what_is_between_moves(self) -> None:
        assert moved(resize(MORNING, "a", end=at("10:00"), policy="absorb")) == [
            "a 09:00-10:00",
            "b 10:00-11:30",
            "c 11:30-11:45",
        ]

    def test_shorter_slot_lengthens_the_next_break(self) -> None:
        assert moved(resize(MORNING, "b", end=at("11:00"), policy="absorb")) == ["b 09:45-11:00", "c 11:00-11:45"]

    def test_a_break_keeps_five_minutes(self) -> None:
        assert moved(resize(MORNING, "b", end=at("11:40"), policy="absorb")) == ["b 09:45-11:40", "c 11:40-11:45"]
        assert (
            refusal(lambda: resize(MORNING, "b", end=at("11:41"), policy="absorb"))
            == "“11:15” can give 25 minutes only."
        )

    def test_a_break_of_six_minutes_can_give_one_minute_only(self) -> None:
        day = a_day("a 09:00-10:00", "c 10:00-10:06 lunch")
        assert refusal(lambda: resize(day, "a", end=at("10:02"), policy="absorb")) == "“10:00” can give 1 minute only."

    def test_a_break_that_is_short_already_gives_nothing_but_takes(self) -> None:
        day = a_day("a 09:00-10:00", "c 10:00-10:03 break")
        assert "can give 0 minutes" in refusal(lambda: resize(day, "a", end=at("10:01"), policy="absorb"))
        assert moved(resize(day, "a", end=at("09:59"), policy="absorb")) == ["a 09:00-09:59", "c 09:59-10:03"]

    def test_without_a_break_it_is_refused(self) -> None:
        assert refusal(lambda: resize(MORNING, "d", end=at("13:25"), policy="absorb")) == (
            "No break that follows could take the difference."
        )

    def test_the_last_slot_needs_no_break(self) -> None:
        assert moved(resize(MORNING, "e", end=at("14:30"), policy="absorb")) == ["e 13:30-14:30"]

    @pytest.mark.parametrize("end", ["09:30", "10:10"])
    def test_a_locked_slot_before_the_break_is_named(self, end: str) -> None:
        day = a_day("a 09:00-10:00", "b 10:00-10:30", locked("k 11:00-11:30"), "c 11:30-12:00 break")
        message = refusal(lambda: resize(day, "a", end=at(end), policy="absorb"))
        assert message == "“11:00” is locked, so that no break from there on can take the difference."

    def test_a_locked_break_does_not_pay(self) -> None:
        day = a_day("a 09:00-10:00", locked("k 10:00-10:30 break"), "c 11:30-12:00 break")
        assert "“10:00” is locked" in refusal(lambda: resize(day, "a", end=at("10:10"), policy="absorb"))

    def test_a_break_without_an_end_does_not_pay(self) -> None:
        day = a_day("a 09:00-10:00", "p 10:00 break", "c 10:30-11:00 lunch")
        assert moved(resize(day, "a", end=at("10:10"), policy="absorb")) == [
            "a 09:00-10:10",
            "p 10:10",
            "c 10:40-11:00",
        ]

    @pytest.mark.parametrize(("start", "pause"), [("11:30", "c 11:15-11:30"), ("12:00", "c 11:15-12:00")])
    def test_the_break_right_before_pays_for_the_start(self, start: str, pause: str) -> None:
        assert moved(resize(MORNING, "d", start=at(start), policy="absorb")) == [pause, f"d {start}-13:15"]

    def test_the_break_before_keeps_five_minutes_too(self) -> None:
        assert "can give 25 minutes" in refusal(lambda: resize(MORNING, "d", start=at("11:16"), policy="absorb"))
        assert "can give 25 minutes" in refusal(lambda: resize(MORNING, "d", start=at("11:00"), policy="absorb"))

    def test_a_locked_break_before_stays(self) -> None:
        day = a_day(locked("k 10:00-10:30 break"), "a 10:30-11:00")
        assert moved(resize(day, "a", start=at("10:40"), policy="absorb")) == ["a 10:40-11:00"]
        assert "which is locked" in refusal(lambda: resize(day, "a", start=at("10:20"), policy="absorb"))

    def test_a_break_that_is_not_next_to_it_stays(self) -> None:
        day = a_day("c 10:00-10:30 break", "a 11:00-12:00")
        assert moved(resize(day, "a", start=at("10:45"), policy="absorb")) == ["a 10:45-12:00"]
        assert moved(resize(day, "a", start=at("10:20"), policy="absorb")) == ["c 10:00-10:20", "a 10:20-12:00"]


class TestGap:
    def test_only_the_slot_changes(self) -> None:
        proposal = resize(MORNING, "a", end=at("09:30"), policy="gap")
        assert (moved(proposal), proposal.remark) == (["a 09:00-09:30"], None)

    def test_an_overlap_is_said(self) -> None:
        proposal = resize(MORNING, "b", end=at("11:16"), policy="gap")
        assert (moved(proposal), remark(proposal)) == (["b 09:45-11:16"], "“09:45” would overlap “11:15” by 1 minute.")
        assert (
            remark(resize(MORNING, "b", end=at("11:20"), policy="gap")) == "“09:45” would overlap “11:15” by 5 minutes."
        )

    def test_an_overlap_that_was_there_before_is_no_news(self) -> None:
        day = a_day("a 09:00-10:00", "b 09:30-10:30", "p 10:02")
        assert resize(day, "a", end=at("10:05")).remark is None

    def test_even_a_locked_neighbour_may_be_overlapped(self) -> None:
        day = a_day("a 09:00-10:00", locked("k 10:00-11:00"))
        assert moved(resize(day, "a", end=at("10:10"), policy="gap")) == ["a 09:00-10:10"]


class TestPlace:
    def test_later_takes_what_follows_along(self) -> None:
        assert moved(place(MORNING, "d", at("12:00"), "ripple")) == ["d 12:00-13:30", "e 13:45-14:15"]

    def test_earlier_into_a_pause_takes_what_follows_along(self) -> None:
        day = a_day("a 09:00-10:00", "b 10:30-11:00", "c 11:00-12:00")
        assert moved(place(day, "b", at("10:15"), "ripple")) == ["b 10:15-10:45", "c 10:45-11:45"]

    def test_breaks_on_both_sides_pay(self) -> None:
        day = a_day("c 10:00-10:30 break", "a 10:30-11:00", "b 11:00-12:00", "l 12:00-13:00 lunch")
        assert moved(place(day, "a", at("10:20"), "absorb")) == [
            "c 10:00-10:20",
            "a 10:20-10:50",
            "b 10:50-11:50",
            "l 11:50-13:00",
        ]

    def test_alone_it_leaves_a_gap(self) -> None:
        assert moved(place(MORNING, "e", at("15:00"), "gap")) == ["e 15:00-15:30"]

    def test_halfway_into_a_neighbour_is_refused(self) -> None:
        assert "“09:00”, which stays" in refusal(lambda: place(MORNING, "b", at("09:30"), "ripple"))

    @pytest.mark.parametrize("policy", ["ripple", "absorb"])
    def test_past_a_neighbour_its_old_place_is_filled(self, policy: Policy) -> None:
        proposal = place(MORNING, "d", at("09:45"), policy)
        assert rows_of(proposal.day) == [
            "a 09:00-09:45",
            "d 09:45-11:15",
            "b 11:15-12:45",
            "c 12:45-13:15",
            "e 13:30-14:00",
        ]

    def test_past_later_ones_only_those_in_its_way_move(self) -> None:
        proposal = place(MORNING, "a", at("13:15"), "ripple")
        assert rows_of(proposal.day) == [
            "b 09:45-11:15",
            "c 11:15-11:45",
            "d 11:45-13:15",
            "a 13:15-14:00",
            "e 14:00-14:30",
        ]

    def test_past_later_ones_the_next_break_pays(self) -> None:
        day = a_day("a 09:00-09:15", "b 09:15-10:00", "d 10:00-11:00", "c 11:00-11:30 break", "e 11:30-12:00")
        assert moved(place(day, "a", at("10:00"), "absorb")) == ["a 10:00-10:15", "d 10:15-11:15", "c 11:15-11:30"]

    def test_two_neighbours_change_places(self) -> None:
        assert moved(place(MORNING, "b", at("09:00"), "ripple")) == ["b 09:00-10:30", "a 10:30-11:15"]

    def test_where_a_break_begins_that_break_pays(self) -> None:
        day = a_day("a 09:00-09:10", "b 09:10-10:00", "c 10:00-10:30 break", "d 10:30-11:00")
        assert moved(place(day, "a", at("10:00"), "absorb")) == ["a 10:00-10:10", "c 10:10-10:30"]

    def test_past_a_point_in_time_that_comes_along(self) -> None:
        day = a_day("a 09:00-10:00", "p 10:00", "b 11:00-12:00")
        assert moved(place(day, "a", at("10:15"), "ripple")) == ["a 10:15-11:15", "p 11:15", "b 12:15-13:15"]

    def test_a_point_may_be_put_within_a_slot(self) -> None:
        day = a_day("a 09:00-10:00", "b 10:00-11:00", "p 11:30")
        assert moved(place(day, "p", at("09:30"), "ripple")) == ["p 09:30"]

    def test_past_a_locked_neighbour_it_may_go(self) -> None:
        day = a_day("a 09:00-10:00", locked("k 10:00-11:00"), "b 11:00-12:00")
        assert moved(place(day, "a", at("11:00"), "ripple")) == ["a 11:00-12:00", "b 12:00-13:00"]
        assert "which is locked" in refusal(lambda: place(day, "b", at("10:00"), "ripple"))

    def test_into_the_middle_of_another_is_refused_but_alone(self) -> None:
        assert "“11:45”, which stays" in refusal(lambda: place(MORNING, "a", at("12:00"), "ripple"))
        assert "“09:45”, which stays" in refusal(lambda: place(MORNING, "e", at("10:00"), "absorb"))
        assert "overlap" in remark(place(MORNING, "a", at("12:00"), "gap"))

    def test_a_row_without_time_gets_one_and_room(self) -> None:
        day = a_day("a 09:00-10:00", "n", "b 10:00-11:00", "c 12:00-13:00")
        assert moved(place(day, "n", at("10:00"), "ripple")) == ["n 10:00"]
        assert moved(resize(day, "n", start=at("10:00"), end=at("10:30"), policy="ripple")) == [
            "n 10:00-10:30", "b 10:30-11:30", "c 12:30-13:30"
        ]  # fmt: skip

    def test_a_point_runs_into_nothing_alone(self) -> None:
        assert remark(place(a_day("a 09:00-10:00", "p 10:30"), "p", at("09:30"))) == ""

    @every_policy
    def test_to_where_it_is_nothing_happens(self, policy: Policy) -> None:
        assert place(MORNING, "d", at("11:45"), policy) == Proposal(MORNING)
        assert place(MORNING, "d", at("11:45"), policy).day is MORNING


class TestMidnight:
    def test_an_end_past_midnight_is_on_the_next_day(self) -> None:
        slot = resize(a_day("a 22:00-23:30"), "a", end=at("24:30")).day.slots[0]
        assert (slot.end, slot.next_day_end) == (clock("00:30"), True)

    def test_midnight_itself_is_on_the_next_day(self) -> None:
        slot = resize(a_day("a 22:00-23:30"), "a", end=1440).day.slots[0]
        assert (slot.end, slot.next_day_end) == (clock("00:00"), True)

    def test_an_end_comes_back_over_midnight(self) -> None:
        slot = place(a_day("a 23:00-24:30"), "a", at("22:00")).day.slots[0]
        assert (slot.end, slot.next_day_end) == (clock("23:30"), False)

    @every_policy
    def test_no_start_passes_midnight(self, policy: Policy) -> None:
        day = a_day("a 22:00-23:00", "b 23:30-23:50")
        assert refusal(lambda: place(day, "b", 1440, policy)) == "“23:30” would start on another day."
        assert refusal(lambda: place(day, "a", -1, policy)) == "“22:00” would start on another day."

    def test_what_follows_does_not_pass_midnight_either(self) -> None:
        day = a_day("a 22:00-23:00", "b 23:30-23:50")
        assert (
            refusal(lambda: resize(day, "a", end=at("23:30"), policy="ripple")) == "“23:30” would start on another day."
        )

    def test_no_end_passes_the_next_midnight(self) -> None:
        day = a_day("a 22:00-23:00")
        assert resize(day, "a", end=2879).day.slots[0].next_day_end
        assert "neither its own nor the next" in refusal(lambda: resize(day, "a", end=2880))

    def test_an_unsound_end_does_not_pass_the_midnight_before(self) -> None:
        assert "neither its own" in refusal(lambda: shift_day(a_day("x 10:00-00:05"), -15))


class TestRefusals:
    @pytest.mark.parametrize("end", ["09:00", "08:00"])
    def test_a_slot_ends_after_it_starts(self, end: str) -> None:
        assert refusal(lambda: resize(MORNING, "a", end=at(end))) == "“09:00” has to end after it starts."
        assert "has to end after" in refusal(lambda: resize(MORNING, "a", start=at("09:45")))

    @every_policy
    def test_a_locked_slot_keeps_its_times(self, policy: Policy) -> None:
        day = a_day(locked("k 09:00-10:00", items=(an_item(), an_item(name="i2"))))
        assert (
            refusal(lambda: resize(day, "k", end=at("10:15"), policy=policy))
            == "“09:00 Opening of the meeting” is locked."
        )
        assert "is locked" in refusal(lambda: place(day, "k", at("10:15"), policy))
        assert "is locked" in refusal(lambda: split_equally(day, "k", new_ids()))

    def test_a_slot_that_is_gone_is_no_surprise(self) -> None:
        for deed in (
            lambda: resize(MORNING, "zz"),
            lambda: touches_others(MORNING, "zz"),
            lambda: place(MORNING, "zz", 0),
        ):
            assert "no longer in the agenda (zz)" in refusal(deed)

    def test_an_end_needs_a_start(self) -> None:
        assert refusal(lambda: resize(a_day("n"), "n", end=600)) == "“n” has no start."

    def test_long_names_are_cut_and_markup_is_not_said(self) -> None:
        slot = locked("k 09:00-10:00", label=a_text("**Many**  words" + " and more" * 20))
        message = refusal(lambda: resize(a_day(slot), "k", end=at("10:15")))
        assert message == "“09:00 Many words and more and more and more and more and more and…” is locked."


class TestQuestion:
    @pytest.mark.parametrize(
        ("slot", "start", "end", "asks"),
        [
            ("b", None, "11:30", True),  # runs into the break
            ("b", None, "11:00", True),  # leaves the break
            ("d", None, "13:25", False),  # into the pause
            ("d", None, "13:30", False),  # up to the next
            ("d", None, "13:31", True),
            ("d", None, "13:00", False),  # there was a pause anyway
            ("d", "12:00", None, True),  # a break could take it
            ("b", "10:00", None, False),  # the slot before is no break
            ("b", "09:30", None, True),
            ("e", None, "15:00", False),
            ("e", "14:00", "14:30", False),
            ("e", "13:00", "13:30", True),
            ("a", "14:00", "14:45", False),  # dropped where nothing is
            ("a", "13:45", "14:30", True),
            ("a", None, None, False),
        ],
    )
    def test_somebody_has_to_choose(self, slot: str, start: str | None, end: str | None, asks: bool) -> None:
        assert touches_others(MORNING, slot, start and at(start), end and at(end)) is asks  # type: ignore[arg-type]

    def test_a_locked_neighbour_does_not_come_along(self) -> None:
        day = a_day("a 09:00-10:00", locked("k 10:00-11:00"))
        assert (touches_others(day, "a", end=at("09:45")), touches_others(day, "a", end=at("10:15"))) == (False, True)

    def test_what_it_jumps_away_from_has_no_choice(self) -> None:
        day = a_day("a 09:00-10:00", "b 11:00-12:00", "c 12:00-13:00")
        assert not touches_others(day, "b", start=at("08:00"), end=at("09:00"))

    def test_an_overlap_that_is_there_already_is_no_question(self) -> None:
        assert not touches_others(a_day("a 09:00-10:00", "b 09:30-11:00"), "a", end=at("10:15"))

    def test_a_point_in_time_runs_into_nothing(self) -> None:
        assert not touches_others(a_day("a 09:00-10:00", "p 10:30"), "p", start=at("09:30"))
        assert touches_others(a_day("a 09:00-10:00", "p 09:30"), "p", end=at("09:45"))

    def test_a_row_without_time_may_be_put_anywhere_free(self) -> None:
        day = a_day("a 09:00-10:00", "n")
        assert not touches_others(day, "n", start=at("10:00"), end=at("11:00"))
        assert touches_others(day, "n", start=at("09:30"), end=at("11:00"))


class TestShift:
    def test_moves_all_but_locked_slots(self) -> None:
        day = a_day(
            "a 09:00-10:00",
            "n",
            "s 09:00-10:00 side_event",
            "p 10:30",
            locked("k 12:00-13:00"),
            on("A", "z 13:00-14:00"),
        )
        proposal = shift_day(day, 15)
        assert moved(proposal) == ["a 09:15-10:15", "s 09:15-10:15", "p 10:45", "z 13:15-14:15"]
        assert remark(proposal) == "Locked slots stay where they are."

    def test_says_nothing_of_locks_where_there_are_none(self) -> None:
        assert shift_day(MORNING, -30).remark is None

    @pytest.mark.parametrize("minutes", [15, -15])
    def test_running_into_a_locked_slot_is_refused(self, minutes: int) -> None:
        day = a_day("a 09:00-10:00", locked("k 10:00-11:00"), "b 11:00-12:00")
        assert "which is locked" in refusal(lambda: shift_day(day, minutes))

    def test_a_point_at_the_same_minute_as_a_lock_may_move(self) -> None:
        assert moved(shift_day(a_day("p 10:00", locked("k 10:00-11:00")), 15)) == ["p 10:15"]

    def test_jumping_over_a_locked_slot_is_refused(self) -> None:
        assert "which is locked" in refusal(lambda: shift_day(a_day("a 09:00-09:10", locked("k 10:00-10:05")), 120))

    def test_a_parallel_lock_is_in_nobodys_way(self) -> None:
        day = a_day(
            on("A", "a 09:00-10:00"), locked("k 10:00-11:00", track=a_text("B")), locked("s 10:00-11:00 side_event")
        )
        assert moved(shift_day(day, 15)) == ["a 09:15-10:15"]

    @pytest.mark.parametrize("minutes", [-541, 630])
    def test_the_day_does_not_leave_its_date(self, minutes: int) -> None:
        assert "on another day" in refusal(lambda: shift_day(MORNING, minutes))

    def test_by_nothing_it_is_the_same_day(self) -> None:
        assert shift_day(MORNING, 0) == Proposal(MORNING)
        assert shift_day(a_day(locked("k 09:00-10:00")), 10).moves == ()


def items(number: int, **more: Any) -> tuple[Item, ...]:
    return tuple(an_item(f"Item {place}", name=f"i{place}", **more) for place in range(1, number + 1))


class TestSplit:
    def test_each_item_becomes_a_slot_and_the_first_are_longer(self) -> None:
        slot = row("a 09:00-10:50", items=items(3), track=a_text("A"), room=a_text("Hall"), label=a_text("Part one"))
        proposal = split_equally(a_day(slot, "n", "b 11:00-12:00"), "a", new_ids())
        assert rows_of(proposal.day) == ["a 09:00-09:37", "new1 09:37-10:14", "new2 10:14-10:50", "n", "b 11:00-12:00"]
        first, second, *_ = proposal.day.slots
        assert [one.items for one in proposal.day.slots[:3]] == [(item,) for item in slot.items]
        assert (second.track, second.room, second.kind, second.label) == (slot.track, slot.room, "session", Text())
        assert first.label == slot.label

    def test_says_which_slots_are_new(self) -> None:
        proposal = split_equally(a_day(row("a 09:00-10:00", items=items(2))), "a", new_ids())
        assert [(move.slot, move.old is None, move.minutes) for move in proposal.moves] == [
            ("a", False, 0),
            ("new1", True, 0),
        ]

    def test_items_are_dealt_out_over_parts(self) -> None:
        proposal = split_equally(a_day(row("a 09:00-10:00", items=items(5))), "a", new_ids(), parts=3)
        assert [[item.id for item in slot.items] for slot in proposal.day.slots] == [["i1", "i2"], ["i3", "i4"], ["i5"]]

    def test_more_parts_than_items_leave_some_empty(self) -> None:
        proposal = split_equally(a_day(row("a 09:00-10:00", items=items(1))), "a", new_ids(), parts=4)
        assert [len(slot.items) for slot in proposal.day.slots] == [1, 0, 0, 0]

    def test_parts_past_midnight_are_refused(self) -> None:
        day = a_day("a 23:00-24:30")
        assert rows_of(split_equally(a_day("a 23:00-24:30"), "a", new_ids(), parts=2).day)[1] == "new1 23:45-24:30"
        assert "on another day" in refusal(lambda: split_equally(day, "a", new_ids(), parts=3))

    @pytest.mark.parametrize(
        ("slot", "parts", "words"),
        [
            (row("a 09:00-10:00", items=items(1)), None, "has no two items"),
            (row("a 09:00-10:00", items=items(2)), 1, "Fewer than two parts"),
            (row("a 09:00-10:00", items=items(2)), 0, "Fewer than two parts"),
            (row("a 09:00-09:01", items=items(2)), None, "lasts 1 minute, which is less"),
            (row("a 09:00-09:03"), 4, "lasts 3 minutes, which is less"),
            (row("a 09:00", items=items(2)), None, "has no length"),
            (row("a 09:00-08:00", items=items(2)), None, "has no length"),
            (row("a"), 2, "has no length"),
        ],
    )
    def test_what_cannot_be_split_is_refused(self, slot: Slot, parts: int | None, words: str) -> None:
        assert words in refusal(lambda: split_equally(a_day(slot), "a", new_ids(), parts))

    def test_a_note_goes_where_it_is_referred_to(self) -> None:
        marked = (an_item("One", name="i1"), an_item("Two[^n1]", name="i2"), an_item("Three[^n2]", name="i3"))
        notes = tuple(a_note(name=f"n{number}") for number in range(1, 4))
        proposal = split_equally(a_day(row("a 09:00-10:00", items=marked, notes=notes)), "a", new_ids())
        assert [[note.id for note in slot.notes] for slot in proposal.day.slots] == [["n3"], ["n1"], ["n2"]]

    def test_a_note_of_several_parts_goes_to_the_day(self) -> None:
        marked = (an_item("One[^n1]", name="i1"), an_item("Two[^n1]", name="i2"))
        notes = (a_note(name="n1"), Note(id="n2", text=a_text("See[^n3]")), a_note(name="n3"))
        proposal = split_equally(
            a_day(row("a 09:00-10:00", items=marked, notes=notes), notes=(a_note(name="n0"),)), "a", new_ids()
        )
        assert [note.id for note in proposal.day.notes] == ["n0", "n1", "n3"]
        assert [[note.id for note in slot.notes] for slot in proposal.day.slots] == [["n2"], []]

    @given(st.integers(2, 12), st.integers(0, 300))
    def test_no_minute_is_lost(self, parts: int, more: int) -> None:
        proposal = split_equally(a_day(f"a 09:00-{written(Times(540 + parts + more))}"), "a", new_ids(), parts)
        lengths = [stretch.length for slot in proposal.day.slots if (stretch := stretch_of(slot))]
        assert (len(lengths), sum(lengths)) == (parts, parts + more)
        assert lengths == sorted(lengths, reverse=True)
        assert lengths[0] - lengths[-1] <= 1
        spans = [stretch_of(slot) for slot in proposal.day.slots]
        assert all(one and other and one.end == other.start for one, other in pairwise(spans))


class TestBreakAfter:
    def test_pushes_what_follows(self) -> None:
        proposal = insert_break_after(MORNING, "a", 15, new_ids())
        assert rows_of(proposal.day)[:3] == ["a 09:00-09:45", "new1 09:45-10:00", "b 10:00-11:30"]
        assert proposal.moves[0] == Move("new1", None, Times(at("09:45"), at("10:00")))
        assert (len(proposal.moves), proposal.day.slots[1].kind) == (5, "break")

    def test_uses_a_pause_first(self) -> None:
        assert moved(insert_break_after(MORNING, "d", 15, new_ids())) == ["new1 13:15-13:30"]
        assert moved(insert_break_after(MORNING, "d", 20, new_ids())) == ["new1 13:15-13:35", "e 13:35-14:05"]

    def test_the_next_break_may_pay(self) -> None:
        assert moved(insert_break_after(MORNING, "a", 10, new_ids(), "absorb")) == [
            "new1 09:45-09:55",
            "b 09:55-11:25",
            "c 11:25-11:45",
        ]

    def test_alone_it_overlaps(self) -> None:
        proposal = insert_break_after(MORNING, "a", 10, new_ids(), "gap")
        assert (moved(proposal), remark(proposal)) == (
            ["new1 09:45-09:55"],
            "“09:45” would overlap “09:45” by 10 minutes.",
        )

    def test_comes_after_the_notes_of_its_slot(self) -> None:
        assert (
            rows_of(insert_break_after(a_day("a 09:00-10:00", "n", "m"), "a", 10, new_ids()).day)[-1]
            == "new1 10:00-10:10"
        )

    def test_stays_in_its_track(self) -> None:
        day = a_day(on("A", "a 09:00-10:00"), on("B", "b 10:00-11:00"), on("A", "c 10:00-11:00"))
        assert moved(insert_break_after(day, "a", 15, new_ids())) == ["new1 10:00-10:15", "c 10:15-11:15"]

    def test_may_stand_after_a_locked_slot_but_not_push_one(self) -> None:
        day = a_day(locked("k 09:00-10:00"), "b 10:00-11:00", locked("m 11:05-12:00"))
        assert moved(insert_break_after(day, "k", 5, new_ids())) == ["new1 10:00-10:05", "b 10:05-11:05"]
        assert "which is locked" in refusal(lambda: insert_break_after(day, "k", 6, new_ids()))
        assert "which is locked" in refusal(lambda: insert_break_after(day, "b", 6, new_ids()))

    @pytest.mark.parametrize(
        ("day", "minutes", "words"),
        [
            (a_day("a 09:00"), 10, "has no length"),
            (a_day("a"), 10, "has no length"),
            (a_day("a 09:00-10:00"), 0, "has to end after it starts"),
            (a_day("a 09:00-10:00"), -5, "has to end after it starts"),
            (a_day("a 23:00-24:00"), 10, "“00:00” would start on another day"),
            (a_day("a 09:00-10:00"), 3000, "would end on a day"),
        ],
    )
    def test_where_it_cannot_stand_it_is_refused(self, day: Day, minutes: int, words: str) -> None:
        assert words in refusal(lambda: insert_break_after(day, "a", minutes, new_ids()))

    def test_a_full_day_has_no_room(self) -> None:
        day = a_day("a 09:00-10:00", *(f"n{number}" for number in range(MAX_SLOTS - 1)))
        assert "more slots than a day may have" in refusal(lambda: insert_break_after(day, "a", 10, new_ids()))
        assert "more slots than a day may have" in refusal(lambda: split_equally(day, "a", new_ids(), parts=2))


class TestOrder:
    def test_rows_come_in_order_and_notes_stay_with_the_row_before(self) -> None:
        day = a_day("top", "b 10:00-11:00", "n", "m", "a 09:00-10:00", "x 10:00")
        assert rows_of(sorted_day(day)) == ["top", "a 09:00-10:00", "b 10:00-11:00", "n", "m", "x 10:00"]

    def test_midnight_is_a_time(self) -> None:
        assert rows_of(sorted_day(a_day("a 00:00-01:00", "b 00:00"))) == ["a 00:00-01:00", "b 00:00"]
        assert rows_of(sorted_day(a_day("top", "b 01:00", "a 00:00"))) == ["top", "a 00:00", "b 01:00"]

    def test_a_day_in_order_is_the_same_day(self) -> None:
        assert sorted_day(MORNING) is MORNING


class TestTheFirstDayOfTheSample:
    @pytest.fixture
    def day(self) -> Day:
        return open_sample().agenda.days[0]

    def test_a_longer_opening_moves_the_whole_day(self, day: Day) -> None:
        assert moved(resize(day, "s1", end=at("10:00"), policy="ripple")) == [
            "s1 09:00-10:00", "s2 10:00-11:30", "s3 11:30-12:00", "s4 12:00-13:30", "s5 13:30-14:00", "s6 14:00-14:15",
            "s7 14:45-15:15", "s8 15:15-16:15", "s9 16:30-17:15",
        ]  # fmt: skip

    def test_the_coffee_break_pays_for_it(self, day: Day) -> None:
        assert moved(resize(day, "s1", end=at("10:00"), policy="absorb")) == [
            "s1 09:00-10:00",
            "s2 10:00-11:30",
            "s3 11:30-11:45",
        ]

    def test_the_short_break_can_give_ten_minutes(self, day: Day) -> None:
        assert (
            refusal(lambda: resize(day, "s5", end=at("14:00"), policy="absorb")) == "“13:45” can give 10 minutes only."
        )

    def test_untouched_slots_are_shared(self, day: Day) -> None:
        proposal = resize(day, "s4", end=at("13:10"), policy="absorb")
        assert [new is old for new, old in zip(proposal.day.slots, day.slots, strict=True)] == [
            True, True, True, False, False, False, True, True, True
        ]  # fmt: skip
        assert proposal.day.slots[3].items[0] is day.slots[3].items[0]

    def test_two_items_of_the_second_day_part_the_hour(self) -> None:
        proposal = split_equally(open_sample().agenda.days[1], "s13", new_ids())
        assert moved(proposal) == ["s13 13:00-13:30", "new1 13:30-14:00"]


# --- what always holds -------------------------------------------------------------------------------------

KINDS: tuple[Kind, ...] = ("session", "session", "break", "lunch", "social")


@st.composite
def sequences(draw: st.DrawFn, locks: bool = False) -> Day:
    """Give a day of slots one after the other, with or without pauses."""
    parts = draw(
        st.lists(
            st.tuples(st.sampled_from((0, 0, 5, 30)), st.integers(5, 90), st.sampled_from(KINDS), st.booleans()),
            min_size=1,
            max_size=8,
        )
    )
    rows: list[Slot] = []
    minute = 8 * 60
    for number, (pause, length, kind, is_locked) in enumerate(parts):
        start = minute + pause
        minute = start + length
        rows.append(row(f"s{number} {written(Times(start, minute))} {kind}", locked=locks and is_locked))
    return a_day(*rows)


@st.composite
def tangles(draw: st.DrawFn) -> Day:
    """Give a day of slots anyhow: parallel, overlapping, locked, points in time, rows without time."""
    times = st.one_of(
        st.none(),
        st.tuples(st.integers(30, 60), st.none()),
        st.tuples(st.integers(30, 60), st.integers(1, 12)),
    )
    rows: list[Slot] = []
    for number, one in enumerate(draw(st.lists(times, min_size=1, max_size=9))):
        words = "" if one is None else written(Times(one[0] * 15, None if one[1] is None else (one[0] + one[1]) * 15))
        kind = draw(st.sampled_from((*KINDS, "side_event"))) if words else "note"
        track = draw(st.sampled_from(("", "", "A", "B")))
        rows.append(
            row(f"s{number} {words} {kind}", locked=draw(st.booleans()) and draw(st.booleans()), track=a_text(track))
        )
    return sorted_day(a_day(*rows)) if draw(st.booleans()) else a_day(*rows)


def chosen(day: Day, number: int) -> Slot:
    return day.slots[number % len(day.slots)]


def times(day: Day) -> dict[str, Times | None]:
    return {slot.id: times_of(slot) for slot in day.slots}


def pauses(day: Day) -> list[int]:
    spans = [stretch for slot in day.slots if (stretch := stretch_of(slot))]
    return [after.start - before.end for before, after in pairwise(spans)]


def lengths_without(left_out: Slot, day: Day) -> dict[str, int]:
    spans = {slot.id: stretch_of(slot) for slot in day.slots if slot.id != left_out.id}
    return {name: span.length for name, span in spans.items() if span}


def locked_slots(day: Day) -> dict[str, Slot]:
    return {slot.id: slot for slot in day.slots if slot.locked}


def every_deed(day: Day, slot: Slot, minutes: int, policy: Policy) -> Iterator[Proposal]:
    """Do all deeds with a slot, and give what is not refused."""
    old = times_of(slot) or Times(600, 660)
    start, end = old.start + minutes, old.finish + minutes
    deeds: tuple[Callable[[], Proposal], ...] = (
        lambda: resize(day, slot.id, end=end, policy=policy),
        lambda: resize(day, slot.id, start=start, policy=policy),
        lambda: resize(day, slot.id, start=start, end=end + 15, policy=policy),
        lambda: place(day, slot.id, start, policy),
        lambda: shift_day(day, minutes),
        lambda: split_equally(day, slot.id, new_ids(), parts=3),
        lambda: insert_break_after(day, slot.id, abs(minutes), new_ids(), policy),
    )
    for deed in deeds:
        with suppress(EditError):
            yield deed()


minutes = st.integers(-12, 12).map(lambda quarters: quarters * 15)
places = st.integers(0, 20)
policies = st.sampled_from(POLICIES)


class TestAlways:
    @given(sequences(), places, st.integers(-80, 80))
    def test_ripple_keeps_lengths_and_pauses(self, day: Day, number: int, more: int) -> None:
        slot = chosen(day, number)
        old = stretch_of(slot)
        assert old
        assume(old.length + more > 0)
        new = resize(day, slot.id, end=old.end + more, policy="ripple").day
        assert pauses(new) == pauses(day)
        assert lengths_without(slot, new) == lengths_without(slot, day)

    @given(sequences(), places, st.integers(-80, 80))
    def test_absorb_keeps_everything_after_the_break_in_place(self, day: Day, number: int, more: int) -> None:
        slot = chosen(day, number)
        assume(more != 0)
        try:
            new = resize(day, slot.id, end=(times_of(slot) or Times(0)).finish + more, policy="absorb").day
        except EditError:
            return
        after = day.slots[day.slots.index(slot) + 1 :]
        payer = next((one for one in after if one.is_break), None)
        if payer is None:
            assert not after
            return
        rest = after[after.index(payer) + 1 :]
        assert [times(new)[one.id] for one in rest] == [times_of(one) for one in rest]
        before, now = times_of(payer), times(new)[payer.id]
        assert before is not None
        assert now is not None
        assert (now.end, now.start - before.start) == (before.end, more)
        assert now.finish - now.start >= 5

    @given(sequences(locks=True), places, st.integers(-80, 80), policies)
    def test_there_and_back_is_the_same_day(self, day: Day, number: int, more: int, policy: Policy) -> None:
        slot = chosen(day, number)
        end = (times_of(slot) or Times(0)).finish
        try:
            there = resize(day, slot.id, end=end + more, policy=policy).day
        except EditError:
            return
        assert resize(there, slot.id, end=end, policy=policy).day == day

    @given(tangles(), places, minutes, policies)
    def test_locked_slots_never_move(self, day: Day, number: int, more: int, policy: Policy) -> None:
        kept = locked_slots(day)
        for proposal in every_deed(day, chosen(day, number), more, policy):
            assert locked_slots(proposal.day) == kept
            assert kept.keys().isdisjoint(move.slot for move in proposal.moves)

    @given(tangles(), places, minutes, st.sampled_from(("ripple", "absorb")))
    def test_nothing_overlaps_that_did_not_before(self, day: Day, number: int, more: int, policy: Policy) -> None:
        known = {frozenset((one.first, one.second)) for one in overlaps_of(day)}
        slot = chosen(day, number)
        for proposal in every_deed(day, slot, more, policy):
            pairs = {frozenset((one.first, one.second)) for one in overlaps_of(proposal.day)}
            # A part of a slot overlaps what the slot overlapped.
            if not any(move.old is None for move in proposal.moves):
                assert pairs <= known

    @given(tangles(), places, minutes, policies)
    def test_the_moves_say_all_that_changes(self, day: Day, number: int, more: int, policy: Policy) -> None:
        for proposal in every_deed(day, chosen(day, number), more, policy):
            before, after = times(day), times(proposal.day)
            changed = {name: (before.get(name), new) for name, new in after.items() if before.get(name) != new}
            assert {move.slot: (move.old, move.new) for move in proposal.moves} == changed
            assert len(proposal.moves) == len(changed)

    @given(tangles(), places, minutes, policies)
    def test_the_new_day_is_valid_and_the_old_one_as_it_was(
        self, day: Day, number: int, more: int, policy: Policy
    ) -> None:
        before = day.model_dump_json()
        for proposal in every_deed(day, chosen(day, number), more, policy):
            assert Day.model_validate_json(proposal.day.model_dump_json()) == proposal.day
            untouched = {id(slot) for slot in day.slots} & {id(slot) for slot in proposal.day.slots}
            assert len(untouched) >= len(day.slots) - len(proposal.moves)
        assert day.model_dump_json() == before

    @given(tangles(), places, minutes)
    def test_what_touches_no_other_needs_no_other(self, day: Day, number: int, more: int) -> None:
        slot = chosen(day, number)
        old = times_of(slot)
        if old is None or old.stretch is None or touches_others(day, slot.id, end=old.finish + more):
            return
        with suppress(EditError):
            assert resize(day, slot.id, end=old.finish + more, policy="gap").remark is None

    @given(agendas(), places, minutes, policies)
    def test_any_agenda_will_do(self, agenda: Any, number: int, more: int, policy: Policy) -> None:
        for day in agenda.days:
            for proposal in every_deed(day, chosen(day, number), more, policy) if day.slots else ():
                assert locked_slots(proposal.day) == locked_slots(day)
                assert Day.model_validate_json(proposal.day.model_dump_json()) == proposal.day
