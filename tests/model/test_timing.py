"""Hours of a day: blocks between breaks and pauses, and totals that add up."""

from datetime import date, time

import pytest

from igfeditor.model.agenda import Day, Kind, Slot, Text
from igfeditor.model.timing import (
    Hours,
    Overlap,
    Stretch,
    Times,
    are_parallel,
    clock_of,
    gaps_of,
    hours_of,
    minutes_of,
    overlaps_of,
    source_of,
    stretch_of,
    times_of,
    totals_of,
    track_of,
)
from igfeditor.services.operations import open_sample
from tests.agendas import a_text


def slot(times: str, kind: Kind = "session", **more: object) -> Slot:
    start, _, end = times.partition("-")
    return Slot.model_validate({"id": "s1", "start": start, "kind": kind, **({"end": end} if end else {}), **more})


def a_day(*slots: Slot) -> Day:
    return Day(id="d1", date=date(2021, 2, 22), slots=slots)


def gaps(*slots: Slot) -> list[str]:
    return [f"{clock_of(gap.start):%H:%M}-{clock_of(gap.end):%H:%M}" for gap in gaps_of(a_day(*slots))]


def overlaps(*slots: Slot) -> list[tuple[str, str, int]]:
    return [(one.first, one.second, one.common.length) for one in overlaps_of(a_day(*slots))]


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


class TestTimes:
    def test_a_row_without_a_start_has_none(self) -> None:
        assert times_of(Slot(id="s1", kind="note")) is None

    def test_an_end_before_the_start_stays_as_it_is_written(self) -> None:
        times = times_of(slot("10:00-09:00"))
        assert (times, times and times.stretch, times and times.finish) == (Times(600, 540), None, 600)

    def test_a_point_in_time_ends_when_it_starts(self) -> None:
        assert Times(600).finish == 600

    def test_both_times_move(self) -> None:
        assert (Times(600, 660).moved(15), Times(600).moved(-15)) == (Times(615, 675), Times(585))


class TestTracks:
    def test_a_track_is_known_by_its_source_text(self) -> None:
        one = slot("09:00-10:00", track=a_text("Track A", "المسار الأول"))
        same = slot("09:00-10:00", track=a_text(" **track**  A", "المسار أ"))
        other = slot("09:00-10:00", track=a_text("Track B", "المسار الأول"))
        assert track_of(one) == track_of(same) == "track a"
        assert (are_parallel(one, same), are_parallel(one, other)) == (False, True)

    def test_without_a_source_text_any_wording_tells(self) -> None:
        assert source_of(a_text(ar="المسار الأول")) == "المسار الأول"
        assert source_of(Text()) == ""

    def test_a_slot_without_a_track_is_parallel_to_none(self) -> None:
        assert not are_parallel(slot("09:00-10:00"), slot("09:00-10:00", track=a_text("A")))
        assert not are_parallel(slot("09:00-10:00"), slot("09:00-10:00"))

    def test_a_side_event_is_parallel_to_everything(self) -> None:
        assert are_parallel(slot("09:00-10:00"), slot("09:00-10:00", "side_event"))


class TestGaps:
    def test_what_nobody_planned_is_a_gap(self, first_day_of_the_igf: Day) -> None:
        assert gaps(*first_day_of_the_igf.slots) == ["14:00-14:30", "16:00-16:15"]

    def test_the_real_meeting_has_the_gaps_of_its_circulated_agenda(self) -> None:
        found = [[(gap.start, gap.end) for gap in gaps_of(day)] for day in open_sample().agenda.days]
        assert found == [[(840, 870), (960, 975)], [], [(550, 555)]]

    def test_another_track_fills_a_gap(self) -> None:
        a, b = {"track": a_text("A")}, {"track": a_text("B")}
        assert gaps(slot("09:00-10:00", **a), slot("09:00-11:00", **b), slot("11:00-12:00", **a)) == []

    def test_a_side_event_neither_makes_nor_fills_one(self) -> None:
        side = slot("10:00-10:30", "side_event")
        assert gaps(slot("09:00-10:00"), side, slot("11:00-12:00"), slot("13:00-14:00", "side_event")) == [
            "10:00-11:00"
        ]

    def test_a_point_in_time_lasts_until_the_next_slot(self) -> None:
        assert gaps(slot("09:00-10:00"), slot("10:15"), slot("11:00-12:00")) == ["10:00-10:15"]
        assert gaps(slot("08:30"), slot("09:00-10:00"), slot("10:00"), slot("11:00-12:00")) == []

    def test_a_point_within_a_slot_fills_nothing_after_it(self) -> None:
        assert gaps(slot("09:00-10:00"), slot("09:30"), slot("11:00-12:00")) == ["10:00-11:00"]

    def test_a_point_at_the_end_ends_the_day(self) -> None:
        assert gaps(slot("09:00-10:00"), slot("11:00")) == ["10:00-11:00"]

    def test_an_empty_day_has_none(self) -> None:
        assert gaps() == gaps(Slot(id="s1", kind="note")) == gaps(slot("09:00")) == []


class TestOverlaps:
    def test_two_slots_at_once_overlap(self) -> None:
        day = a_day(slot("09:30-10:30", id="s2"), slot("09:00-10:00", id="s1"))
        assert overlaps_of(day) == (Overlap("s1", "s2", Stretch(570, 600)),)

    def test_slots_that_meet_do_not(self) -> None:
        assert overlaps(slot("09:00-10:00"), slot("10:00-11:00")) == []

    def test_parallel_ones_may(self) -> None:
        a, b = {"track": a_text("A")}, {"track": a_text("B")}
        assert overlaps(slot("09:00-10:00", **a), slot("09:00-10:00", **b), slot("09:00-10:00", "side_event")) == []
        assert overlaps(slot("09:00-10:00", **a, id="s1"), slot("09:00-10:00", id="s2")) == [("s1", "s2", 60)]

    def test_each_pair_is_named_once(self) -> None:
        long = slot("09:00-12:00", id="s1")
        assert overlaps(
            long, slot("09:30-10:30", id="s2"), slot("10:00-11:00", id="s3"), slot("11:30-13:00", id="s4")
        ) == [
            ("s1", "s2", 60),
            ("s1", "s3", 60),
            ("s2", "s3", 30),
            ("s1", "s4", 30),
        ]

    def test_points_in_time_overlap_nothing(self) -> None:
        assert overlaps(slot("09:00-10:00"), slot("09:30"), slot("09:45-09:30")) == []


class TestTotals:
    def test_the_first_day_of_the_igf_adds_up(self) -> None:
        totals = totals_of(open_sample().agenda.days[0])
        assert (totals.with_breaks, totals.without_breaks, totals.break_minutes, totals.unplanned) == (420, 345, 45, 30)

    def test_a_break_beside_work_is_none(self) -> None:
        totals = totals_of(a_day(slot("09:00-11:00"), slot("10:00-11:30", "break"), slot("12:00-13:00")))
        assert (totals.break_minutes, totals.unplanned) == (30, 30)

    def test_a_break_that_does_not_count_is_a_pause_that_nobody_planned(self) -> None:
        totals = totals_of(a_day(slot("09:00-10:00"), slot("10:00-10:30", "break", counts=False), slot("10:30-11:00")))
        assert (totals.break_minutes, totals.unplanned) == (0, 30)

    def test_breaks_that_overlap_count_once(self) -> None:
        both = slot("10:00-10:30", "break"), slot("10:00-10:45", "lunch")
        assert totals_of(a_day(slot("09:00-10:00"), *both, slot("11:00-12:00"))).break_minutes == 45

    def test_a_day_without_work_has_none(self) -> None:
        totals = totals_of(a_day(slot("10:00-10:30", "break")))
        assert (totals.with_breaks, totals.without_breaks, totals.break_minutes, totals.unplanned) == (0, 0, 0, 0)


def test_break_beside_a_session_that_goes_on_interrupts_nothing() -> None:
    session = Slot(id="s1", start=time(9), end=time(12))
    pause = Slot(id="s2", start=time(10), end=time(10, 30), kind="break")
    hours = hours_of(Day(id="d1", date=date(2026, 2, 14), slots=(session, pause)))
    assert (hours.breaks, hours.with_breaks, hours.without_breaks) == (0, 180, 180)
