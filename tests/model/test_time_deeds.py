"""Deeds on times as the window asks for them: wishes that may touch others, shifts, splits and shared minutes."""

from __future__ import annotations

import pytest

from igfeditor.errors import EditError
from igfeditor.model.agenda import Agenda, Day, Slot
from igfeditor.model.edits import set_slot
from igfeditor.model.rows import remove
from igfeditor.model.time_deeds import (
    USUAL_BREAK,
    break_after,
    break_minutes,
    placed,
    resized,
    share_minutes,
    shift_day,
    split_slot,
)
from igfeditor.model.timing import Times, times_of
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, an_agenda, an_item


def a_morning(*slots: Slot) -> Agenda:
    """Give a morning with a break at 10:00 and an hour that nobody uses at noon."""
    usual = (
        a_slot(an_item("One"), an_item("Two"), an_item("Three"), start="09:00", end="10:00"),
        a_slot(start="10:00", end="10:15", kind="break"),
        a_slot(start="10:15", end="12:00"),
        a_slot(start="13:00", end="14:00"),
    )
    return an_agenda(a_day(*(slots or usual)))


def times(agenda: Agenda) -> list[str]:
    """Give the times of the first day as "s1 540-600"."""
    known = ((slot.id, times_of(slot) or Times(0)) for slot in agenda.days[0].slots)
    return [f"{name} {one.start}-{one.end}" for name, one in known]


class TestWishes:
    def test_a_wish_is_fulfilled_by_a_policy(self) -> None:
        agenda = a_morning()
        wish = resized("s1", end=610)
        assert wish.touches(agenda)
        assert times(wish.edit("ripple")(agenda)) == ["s1 540-610", "s2 610-625", "s3 625-730", "s4 790-850"]
        assert times(wish.edit("absorb")(agenda)) == ["s1 540-610", "s2 610-615", "s3 615-720", "s4 780-840"]
        assert times(wish.edit("gap")(agenda))[:2] == ["s1 540-610", "s2 600-615"]

    def test_a_slot_is_placed_with_its_length(self) -> None:
        agenda = a_morning()
        assert not placed("s4", 750).touches(agenda)
        assert times(placed("s4", 750).edit("gap")(agenda))[-1] == "s4 750-810"
        assert placed("s4", 700).touches(agenda)

    def test_a_wish_follows_what_was_changed_since(self) -> None:
        agenda = set_slot(a_morning(), "s4", start="13:30")
        assert times(resized("s3", end=730).edit("ripple")(agenda))[-1] == "s4 820-850"

    def test_a_wish_for_what_is_gone_is_refused(self) -> None:
        agenda = remove(a_morning(), ["s4"])
        for wish in (resized("s4", end=900), placed("s4", 800), break_after("s4", 15)):
            with pytest.raises(EditError):
                wish.touches(agenda)
            with pytest.raises(EditError):
                wish.edit("gap")(agenda)


class TestBreaks:
    def test_a_pause_becomes_the_break_and_touches_nobody(self) -> None:
        agenda = a_morning()
        wish = break_after("s3", break_minutes(agenda, "s3"))
        assert not wish.touches(agenda)
        assert times(wish.edit("gap")(agenda))[3] == "s5 720-735"

    def test_a_break_is_as_long_as_the_pause_where_that_is_short(self) -> None:
        agenda = set_slot(a_morning(), "s4", start="12:10")
        assert break_minutes(agenda, "s3") == 10

    def test_a_pause_too_short_for_a_break_does_not_shorten_it(self) -> None:
        agenda = set_slot(a_morning(), "s4", start="12:04")
        assert break_minutes(agenda, "s3") == 15

    def test_a_break_is_as_long_as_others_of_its_day_and_else_of_the_meeting(self) -> None:
        first = a_day(a_slot(start="09:00", end="10:00"), a_slot(start="10:00", end="10:20", kind="break"))
        second = a_day(a_slot(start="09:00", end="10:00"), a_slot(start="10:00", end="10:40", kind="break"))
        third = a_day(a_slot(start="09:00", end="10:00"))
        agenda = an_agenda(first, second, third)
        assert [break_minutes(agenda, slot) for slot in ("s1", "s3", "s5")] == [20, 40, 20]

    def test_without_any_break_it_has_the_usual_length(self) -> None:
        agenda = a_morning(a_slot(start="09:00", end="10:00"), a_slot(start="10:00", end="11:00"))
        assert break_minutes(agenda, "s1") == USUAL_BREAK
        wish = break_after("s1", USUAL_BREAK)
        assert wish.touches(agenda)
        assert times(wish.edit("ripple")(agenda)) == ["s1 540-600", "s3 600-630", "s2 630-690"]


class TestDeeds:
    def test_a_day_is_shifted_but_for_its_locked_slots(self) -> None:
        agenda = set_slot(a_morning(), "s4", locked=True)
        assert times(shift_day(agenda, "d1", -30)) == ["s1 510-570", "s2 570-585", "s3 585-690", "s4 780-840"]

    def test_only_a_day_is_shifted(self) -> None:
        with pytest.raises(EditError):
            shift_day(a_morning(), "s1", 5)

    def test_a_slot_is_split_among_its_items(self) -> None:
        agenda = split_slot(a_morning(), "s1")
        assert times(agenda)[:3] == ["s1 540-560", "s5 560-580", "s6 580-600"]
        assert [len(slot.items) for slot in agenda.days[0].slots[:3]] == [1, 1, 1]

    def test_a_slot_is_split_into_parts(self) -> None:
        assert times(split_slot(a_morning(), "s3", 2))[2:4] == ["s3 615-668", "s5 668-720"]

    def test_minutes_are_shared_among_the_items_and_no_time_changes(self) -> None:
        before = set_slot(a_morning(), "s1", end="10:02", locked=True)
        agenda = share_minutes(before, "s1")
        assert [item.minutes for item in agenda.days[0].slots[0].items] == [21, 21, 20]
        assert times(agenda) == times(before)
        assert agenda.days[0].slots[1:] == before.days[0].slots[1:]

    def test_a_single_item_has_nothing_to_share(self) -> None:
        with pytest.raises(EditError):
            share_minutes(a_morning(), "s3")

    def test_deeds_keep_the_other_days(self) -> None:
        agenda = an_agenda(a_day(a_slot(start="09:00", end="10:00")), a_day(a_slot(start="09:00", end="10:00")))
        shifted = shift_day(agenda, "d2", 60)
        assert shifted.days[0] is agenda.days[0]
        day = tree_of(shifted).node("d2")
        assert isinstance(day, Day)
        assert times_of(day.slots[0]) == Times(600, 660)
