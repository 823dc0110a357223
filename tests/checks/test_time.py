"""Times of slots: what ends too early, overlaps, leaves a gap, stands in the wrong place or lies outside the hours."""

from __future__ import annotations

from typing import Any

import pytest

from igfeditor.model.agenda import Agenda, Item, Slot
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item
from tests.checks.findings import ERROR, INFO, WARNING, facts, findings, fixed, places, the_finding

BREAK: dict[str, Any] = {"kind": "break"}


def row(times: str, *items: Item, **more: Any) -> Slot:
    """Give a slot: "09:00-10:00", or "09:00" for one without an end, "" for one without a time."""
    start, _, end = times.partition("-")
    given = items or (
        () if more.get("kind", "session") in {"break", "lunch", "note", "social"} else (an_item("Report"),)
    )
    return a_slot(*given, start=start or None, end=end or None, **more)


def of_rows(*rows: Slot, **more: Any) -> Agenda:
    return an_agenda(a_day(*rows), **more)


def times(agenda: Agenda) -> list[str]:
    """Give the times of the slots of the first day, in the order of the rows."""
    return [
        "-".join(clock.isoformat("minutes") for clock in (slot.start, slot.end) if clock)
        for slot in agenda.days[0].slots
    ]


FIRST_DAY = of_rows(
    row("09:00-09:45"), row("09:45-11:15"), row("11:15-11:45", **BREAK), row("11:45-13:15"), row("13:15-13:45"),
    row("13:45-14:00", **BREAK), row("14:30-15:00"), row("15:00-16:00"), row("16:15-17:00", kind="social"),
)  # fmt: skip
"""The first day of the circulated agenda."""
QUIET = of_rows(
    row("09:00-10:30"),
    row("10:30-11:00", **BREAK),
    row("11:00-12:30"),
    row("12:30-14:00", kind="lunch"),
    row("14:00-15:30"),
)
"""A day at which nobody could take offence."""


@pytest.mark.parametrize("check", ["T"])
def test_a_quiet_day_has_no_finding(check: str) -> None:
    assert findings(QUIET, check) == ()


class TestT01:
    @pytest.mark.parametrize("given", ["10:00-09:00", "10:00-10:00", "23:00-01:00"])
    def test_an_end_that_is_not_after_the_start(self, given: str) -> None:
        found = the_finding(of_rows(row(given)), "T01")
        assert (found.severity, found.spot.node, found.spot.field) == (ERROR, "s1", "end")
        assert facts(found) == dict(zip(("start", "end"), given.split("-"), strict=True))

    @pytest.mark.parametrize(
        "slot", [row("09:00-09:01"), row("09:00"), row("23:00-01:00", next_day_end=True), row("", kind="note")]
    )
    def test_is_not_one_that_is_later_unknown_or_on_the_next_day(self, slot: Slot) -> None:
        assert findings(of_rows(slot), "T01") == ()

    def test_start_and_end_are_exchanged(self) -> None:
        assert times(fixed(of_rows(row("10:00-09:00")), "T01", "Exchange start and end")) == ["09:00-10:00"]

    def test_equal_ones_cannot_be_exchanged(self) -> None:
        assert the_finding(of_rows(row("10:00-10:00")), "T01").fixes == ()

    def test_an_evening_may_end_on_the_next_day(self) -> None:
        changed = fixed(of_rows(row("23:00-01:00")), "T01", "Let it end on the next day")
        assert changed.days[0].slots[0].next_day_end

    def test_a_morning_may_not(self) -> None:
        assert len(the_finding(of_rows(row("10:00-09:00")), "T01").fixes) == 1


class TestT02:
    def test_slots_that_share_minutes(self) -> None:
        found = the_finding(of_rows(row("09:00-10:00", an_item("One")), row("09:45-10:30", an_item("Two"))), "T02")
        assert (found.severity, found.spot.node) == (ERROR, "s2")
        assert facts(found) == {
            "count": 15, "start": "09:45", "end": "10:00", "slot": "09:45 Two", "other": "09:00 One",
        }  # fmt: skip

    @pytest.mark.parametrize(
        "rows",
        [
            (row("09:00-10:00"), row("10:00-11:00")),
            (row("09:00-10:00", track=a_text("Track A")), row("09:00-10:00", track=a_text("Track B"))),
            (row("09:00-12:00"), row("10:00-11:00", kind="side_event")),
            (row("09:00-10:00"), row("09:30")),
        ],
    )
    def test_is_not_what_is_parallel_or_a_point_in_time(self, rows: tuple[Slot, ...]) -> None:
        assert findings(of_rows(*rows), "T02") == ()

    def test_one_track_overlaps_itself(self) -> None:
        rows = (row("09:00-10:00", track=a_text("Track A")), row("09:30-10:30", track=a_text("track  a")))
        assert places(of_rows(*rows), "T02") == ["s2"]

    @pytest.mark.parametrize(
        ("label", "after"),
        [
            ("End “09:00 Report” at 09:45", ["09:00-09:45", "09:45-10:30", "10:30-11:00"]),
            ("Start “09:45 Report” at 10:00", ["09:00-10:00", "10:00-10:45", "10:45-11:15"]),
        ],
    )
    def test_either_may_give_way(self, label: str, after: list[str]) -> None:
        agenda = of_rows(row("09:00-10:00"), row("09:45-10:30"), row("10:30-11:00"))
        assert times(fixed(agenda, "T02", label)) == after


class TestT03:
    def test_the_gap_of_the_circulated_agenda(self) -> None:
        found = the_finding(FIRST_DAY, "T03")
        assert (found.severity, found.spot.node, found.spot.field) == (WARNING, "s6", "end")
        assert facts(found) == {"count": 30, "start": "14:00", "end": "14:30", "slot": "13:45"}

    def test_a_gap_before_a_social_event_is_none(self) -> None:
        assert places(of_rows(row("09:00-10:00"), row("10:15-11:00", kind="social")), "T03") == []

    @pytest.mark.parametrize(
        "rows",
        [
            (row("09:00-10:00"), row("10:00-11:00")),
            (row("09:00-10:00"), row("10:00-10:30", **BREAK), row("10:30-11:00")),
            (row("09:00-10:00"), row("10:00", kind="ceremony"), row("10:30-11:00")),
            (row("09:00-10:00"),),
            (),
        ],
    )
    def test_is_not_where_something_is_planned(self, rows: tuple[Slot, ...]) -> None:
        assert findings(of_rows(*rows), "T03") == ()

    def test_the_break_is_extended(self) -> None:
        assert times(fixed(FIRST_DAY, "T03", "Extend the break to 14:30"))[5] == "13:45-14:30"

    def test_what_follows_moves(self) -> None:
        assert times(fixed(FIRST_DAY, "T03", "Let what follows start at 14:00"))[6:] == [
            "14:00-14:30", "14:30-15:30", "15:45-16:30",
        ]  # fmt: skip

    def test_a_break_is_put_between_sessions(self) -> None:
        changed = fixed(of_rows(row("09:00-10:00"), row("10:20-11:00")), "T03", "Put a break there")
        assert times(changed) == ["09:00-10:00", "10:00-10:20", "10:20-11:00"]
        assert changed.days[0].slots[1].kind == "break"

    def test_what_is_locked_is_left(self) -> None:
        rows = (row("09:00-10:00"), row("10:00-10:15", kind="break", locked=True), row("10:30-11:00", locked=True))
        assert the_finding(of_rows(*rows), "T03").fixes == ()


class TestT04:
    def test_a_slot_after_a_later_one(self) -> None:
        found = the_finding(of_rows(row("10:00-11:00"), row("09:00-10:00"), row("11:00-12:00")), "T04")
        assert (found.severity, found.spot.node) == (WARNING, "s2")
        assert facts(found) == {"slot": "09:00 Report", "other": "10:00 Report"}

    def test_a_note_row_has_no_place_in_time(self) -> None:
        assert findings(of_rows(row("09:00-10:00"), row("", kind="note"), row("10:00-11:00")), "T04") == ()

    def test_tracks_may_stand_one_after_the_other(self) -> None:
        one, other = a_text("A"), a_text("B")
        rows = (
            row("09:00-10:00", track=one), row("10:00-11:00", track=one), row("09:00-10:00", track=other),
            row("10:00-11:00", track=other), row("11:00-12:00"),
        )  # fmt: skip
        assert findings(of_rows(*rows), "T04") == ()

    def test_what_is_in_all_tracks_comes_after_each(self) -> None:
        rows = (row("09:00-10:00", track=a_text("A")), row("10:00-11:00", track=a_text("B")), row("08:00-09:00"))
        assert places(of_rows(*rows), "T04") == ["s3"]

    def test_the_day_is_sorted(self) -> None:
        agenda = of_rows(row("11:00-12:00"), row("09:00-10:00"))
        assert times(fixed(agenda, "T04")) == ["09:00-10:00", "11:00-12:00"]

    def test_sorting_is_safe_but_where_there_are_tracks(self) -> None:
        plain = of_rows(row("11:00-12:00"), row("09:00-10:00"))
        tracks = of_rows(row("11:00-12:00", track=a_text("A")), row("09:00-10:00", track=a_text("A")))
        assert the_finding(plain, "T04").safe_fix is not None
        assert the_finding(tracks, "T04").safe_fix is None


class TestT08:
    def test_a_social_event_that_counts(self) -> None:
        agenda = of_rows(row("09:00-16:00"), row("16:15-17:00", kind="social", counts=True))
        found = the_finding(agenda, "T08")
        assert (found.severity, found.spot.node) == (WARNING, "s2")
        assert facts(found) == {"slot": "16:15", "start": "09:00", "end": "16:00"}
        assert not fixed(agenda, "T08", "Do not count it").days[0].slots[1].is_counted

    @pytest.mark.parametrize("times_of_lunch", ["08:00-09:00", "16:00-17:00"])
    def test_a_lunch_at_the_edge_is_only_mentioned(self, times_of_lunch: str) -> None:
        agenda = of_rows(row("09:00-16:00"), row(times_of_lunch, kind="lunch"))
        assert the_finding(agenda, "T08").severity is INFO
        fixed(agenda, "T08")

    @pytest.mark.parametrize(
        "extra",
        [
            row("16:15-17:00", kind="social"),
            row("12:00-12:30", kind="social", counts=True),
            row("16:15-17:00", kind="ceremony"),
        ],
    )
    def test_is_not_what_does_not_count_or_lies_within(self, extra: Slot) -> None:
        assert findings(of_rows(row("09:00-16:00"), extra), "T08") == ()


class TestT12:
    def test_the_second_item_of_the_circulated_agenda_uses_fifteen_of_ninety_minutes(self) -> None:
        points = (a_sub_item("Overview", minutes=5), a_sub_item("Report", minutes=10), a_sub_item("Feedback"))
        found = the_finding(of_rows(row("09:45-11:15", an_item("Stocktaking", *points))), "T12")
        assert (found.severity, found.spot.node) == (INFO, "s1")
        assert facts(found) == {"allotted": 15, "length": 90}

    def test_items_that_have_more_than_the_slot(self) -> None:
        found = the_finding(of_rows(row("09:00-10:00", an_item("One", minutes=40), an_item("Two", minutes=30))), "T12")
        assert (found.severity, found.spot.node) == (ERROR, "s1")
        assert facts(found) == {"count": 10, "allotted": 70, "length": 60}

    def test_points_that_have_more_than_their_item(self) -> None:
        item = an_item("One", a_sub_item("a", minutes=20), a_sub_item("b", minutes=20), minutes=30)
        found = the_finding(of_rows(row("09:00-10:00", item)), "T12")
        assert (found.severity, found.spot.node, facts(found)["count"]) == (ERROR, "i1", 10)

    def test_deeper_points_that_have_more_than_theirs(self) -> None:
        point = a_sub_item("a", a_sub_item("deep", minutes=25, name="c2"), minutes=20)
        assert places(of_rows(row("09:00-09:30", an_item("One", point))), "T12") == ["c1"]

    @pytest.mark.parametrize("minutes", [(30,), (60,), (30, 30), ()])
    def test_half_or_all_of_the_time_is_right(self, minutes: tuple[int, ...]) -> None:
        items = [an_item("One", minutes=each) for each in minutes] or [an_item("One")]
        assert findings(of_rows(row("09:00-10:00", *items)), "T12") == ()


class TestT13:
    ITEMS = (an_item("One", number="5"), an_item("Two", number="6"))

    def test_the_afternoon_of_the_second_day(self) -> None:
        found = the_finding(of_rows(row("14:00-15:00", *self.ITEMS)), "T13")
        assert (found.severity, found.spot.node) == (WARNING, "s1")
        assert facts(found) == {"count": 2, "length": 60}

    @pytest.mark.parametrize(
        "slot",
        [
            row("14:00-15:00", an_item("One")),
            row("14:00-15:00", an_item("One", minutes=30), an_item("Two")),
            row("14:00-15:00", an_item("One", a_sub_item("a", minutes=5)), an_item("Two")),
            row("14:00-15:00", an_item("One"), an_item("A remark", number="none")),
            row("14:00", an_item("One"), an_item("Two")),
        ],
    )
    def test_is_not_one_item_or_one_with_minutes(self, slot: Slot) -> None:
        assert findings(of_rows(slot), "T13") == ()

    def test_the_slot_is_split(self) -> None:
        assert times(fixed(of_rows(row("14:00-15:00", *self.ITEMS)), "T13", "Split the slot equally")) == [
            "14:00-14:30", "14:30-15:00",
        ]  # fmt: skip

    def test_the_minutes_are_shared(self) -> None:
        items = (an_item("One"), an_item("Remark", number="none"), an_item("Two"))
        changed = fixed(of_rows(row("14:00-14:45", *items)), "T13", "Allot equal minutes")
        assert [item.minutes for item in changed.days[0].slots[0].items] == [23, None, 22]


class TestT14:
    @pytest.mark.parametrize(("given", "minutes"), [("10:00-10:04", 4), ("10:00-12:01", 121)])
    def test_a_break_that_is_too_short_or_too_long(self, given: str, minutes: int) -> None:
        end = given[6:]
        agenda = of_rows(row("09:00-10:00"), row(given, **BREAK), row(f"{end}-12:30"))
        found = the_finding(agenda, "T14")
        assert (found.spot.node, facts(found)["count"]) == ("s2", minutes)

    @pytest.mark.parametrize("given", ["10:00-10:05", "10:00-12:00"])
    def test_a_break_within_bounds(self, given: str) -> None:
        assert findings(of_rows(row("09:00-10:00"), row(given, **BREAK), row(f"{given[6:]}-12:30")), "T14") == ()

    def test_long_work(self) -> None:
        agenda = of_rows(row("09:00-10:00"), row("10:00-11:00"), row("11:00-11:31"))
        found = the_finding(agenda, "T14")
        assert (found.severity, found.spot.node) == (WARNING, "s1")
        assert facts(found) == {"count": 151, "start": "09:00", "end": "11:31"}
        assert times(fixed(agenda, "T14")) == ["09:00-10:00", "10:00-10:15", "10:15-11:15", "11:15-11:46"]

    def test_two_and_a_half_hours_are_not_long(self) -> None:
        assert findings(of_rows(row("09:00-10:00"), row("10:00-11:30")), "T14") == ()

    def test_what_all_tracks_share_is_work_of_each(self) -> None:
        one, other = {"track": a_text("A")}, {"track": a_text("B")}
        rows = (
            row("09:00-11:00", **one), row("09:00-10:00", **other), row("10:00-11:00", kind="break", **other),
            row("11:00-12:00"),
        )  # fmt: skip
        found = the_finding(of_rows(*rows), "T14")
        assert (found.spot.node, facts(found)) == ("s1", {"count": 180, "start": "09:00", "end": "12:00"})

    def test_each_track_has_its_own_breaks(self) -> None:
        one, other = {"track": a_text("A")}, {"track": a_text("B")}
        rows = (
            row("09:00-11:00", **one), row("11:00-11:30", kind="break", **one), row("11:30-13:00", **one),
            row("09:00-10:00", **other), row("10:00-10:30", kind="break", **other), row("10:30-13:00", **other),
        )  # fmt: skip
        assert findings(of_rows(*rows), "T14") == ()

    def test_two_breaks_in_a_row(self) -> None:
        rows = (row("09:00-10:00"), row("10:00-10:15", **BREAK), row("10:20-11:00", kind="lunch"), row("11:00-12:00"))
        found = the_finding(of_rows(*rows), "T14")
        assert found.spot.node == "s3"


class TestT17:
    def test_a_slot_without_an_end(self) -> None:
        found = the_finding(of_rows(row("09:00")), "T17")
        assert (found.severity, found.spot.node, found.spot.field) == (INFO, "s1", "end")

    def test_numbered_items_without_a_time(self) -> None:
        found = the_finding(of_rows(row("", an_item("Report"), kind="note")), "T17")
        assert (found.spot.node, found.spot.field) == ("s1", "start")

    def test_a_note_row_needs_no_time(self) -> None:
        remark = an_item("See below", number="none")
        assert (
            findings(of_rows(row("", kind="note"), row("", remark, kind="note"), row("09:00", kind="note")), "T17")
            == ()
        )


def test_fixes_of_what_is_gone_change_nothing() -> None:
    for agenda in (
        FIRST_DAY,
        of_rows(row("10:00-09:00"), row("14:00-15:00", *TestT13.ITEMS)),
        of_rows(row("23:00-01:00")),
    ):
        empty = tree_of(agenda).with_rows("meeting", ())
        for finding in findings(agenda, "T"):
            assert [fix.edit(empty) for fix in finding.fixes] == [empty] * len(finding.fixes)
