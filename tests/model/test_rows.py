"""Deeds on rows: they come, go, move and change their level, several at once, wholly or not at all."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.errors import EditError
from igfeditor.model.agenda import MAX_DAYS, Agenda, Item, Output, Person, SubItem
from igfeditor.model.edits import set_slot
from igfeditor.model.rows import (
    add_after,
    duplicate,
    indent,
    merge_slots,
    move,
    move_down,
    move_up,
    outdent,
    put_day,
    remove,
    reordered,
    top_rows,
)
from igfeditor.model.soundness import flaws
from igfeditor.model.tree import tree_of
from igfeditor.storage.project_file import project_bytes, read_project
from tests.agendas import (
    a_day,
    a_link,
    a_note,
    a_slot,
    a_sub_item,
    a_text,
    agendas,
    an_agenda,
    an_item,
    generated_agenda,
)
from tests.deeds import some_deeds


def outline(agenda: Agenda) -> str:
    """Write the rows as "d1(s1(i1(c1 c2)) s2) d2"."""

    def told(node_id: str) -> Iterator[str]:
        for row in tree_of(agenda).rows(node_id):
            inner = " ".join(told(row.id))
            yield f"{row.id}({inner})" if inner else row.id

    return " ".join(told("meeting"))


def children(*names: str) -> tuple[SubItem, ...]:
    return tuple(a_sub_item(name, name=name) for name in names)


@pytest.fixture
def agenda() -> Agenda:
    """Give d1(s1(i1(c1(c2) c3 c4) i2) s2(i3)) d2(s3 s4(i4))."""
    first = an_item("1", a_sub_item("c1", *children("c2"), name="c1"), *children("c3", "c4"), name="i1")
    made = an_agenda(
        a_day(a_slot(first, an_item("2", name="i2"), name="s1"), a_slot(an_item("3", name="i3"), name="s2"), name="d1"),
        a_day(a_slot(kind="break", name="s3"), a_slot(an_item("4", name="i4"), name="s4"), name="d2"),
    )
    assert outline(made) == "d1(s1(i1(c1(c2) c3 c4) i2) s2(i3)) d2(s3 s4(i4))"
    return made


def test_rows_are_removed_with_all_under_them(agenda: Agenda) -> None:
    assert outline(remove(agenda, ["i1"])) == "d1(s1(i2) s2(i3)) d2(s3 s4(i4))"
    assert outline(remove(agenda, ["c2", "s2", "c1", "d2"])) == "d1(s1(i1(c3 c4) i2))"
    assert remove(agenda, []) is agenda


@pytest.mark.parametrize("chosen", [["gone"], ["i1", "gone"], ["meeting"]])
def test_what_is_no_row_is_not_removed(agenda: Agenda, chosen: list[str]) -> None:
    with pytest.raises(EditError):
        remove(agenda, chosen)


def test_rows_of_a_choice_are_taken_in_the_order_of_the_page(agenda: Agenda) -> None:
    assert top_rows(tree_of(agenda), ["i4", "c3", "i1", "c1", "s2", "i1"]) == ("i1", "s2", "i4")


class TestMoving:
    @pytest.mark.parametrize(
        ("chosen", "holder", "position", "expected"),
        [
            (["i2"], "s1", 0, "d1(s1(i2 i1(c1(c2) c3 c4)) s2(i3)) d2(s3 s4(i4))"),
            (["i1"], "s4", None, "d1(s1(i2) s2(i3)) d2(s3 s4(i4 i1(c1(c2) c3 c4)))"),
            (["i1", "i3"], "s4", 0, "d1(s1(i2) s2) d2(s3 s4(i1(c1(c2) c3 c4) i3 i4))"),
            (["s2"], "d2", 1, "d1(s1(i1(c1(c2) c3 c4) i2)) d2(s3 s2(i3) s4(i4))"),
            (["s4", "s1"], "d1", 99, "d1(s2(i3) s1(i1(c1(c2) c3 c4) i2) s4(i4)) d2(s3)"),
            (["c3"], "c1", 0, "d1(s1(i1(c1(c3 c2) c4) i2) s2(i3)) d2(s3 s4(i4))"),
            (["c2"], "i4", None, "d1(s1(i1(c1 c3 c4) i2) s2(i3)) d2(s3 s4(i4(c2)))"),
            (["c1", "c2"], "i2", None, "d1(s1(i1(c3 c4) i2(c1(c2))) s2(i3)) d2(s3 s4(i4))"),
            (["d2"], "meeting", 0, "d2(s3 s4(i4)) d1(s1(i1(c1(c2) c3 c4) i2) s2(i3))"),
            (["c1"], "i1", 2, "d1(s1(i1(c3 c1(c2) c4) i2) s2(i3)) d2(s3 s4(i4))"),
        ],
    )
    def test_rows_go_where_they_are_put(
        self, agenda: Agenda, chosen: list[str], holder: str, position: int | None, expected: str
    ) -> None:
        moved = move(agenda, chosen, holder, position)
        assert outline(moved) == expected
        assert flaws(moved) == ()

    @pytest.mark.parametrize(("chosen", "position"), [(["c1"], 0), (["c1"], 1), (["c3", "c4"], 1), (["c4"], None)])
    def test_rows_put_where_they_are_have_not_moved(
        self, agenda: Agenda, chosen: list[str], position: int | None
    ) -> None:
        assert move(agenda, chosen, "i1", position) is agenda

    @pytest.mark.parametrize(
        ("chosen", "holder", "message"),
        [
            (["i1"], "d2", "cannot stand there"),
            (["i1"], "i4", "cannot stand there"),
            (["s1"], "s2", "cannot stand there"),
            (["s1", "i3"], "d2", "cannot stand there"),
            (["d1"], "d2", "cannot stand there"),
            (["c1"], "s1", "cannot stand there"),
            (["c1"], "c1", "under itself"),
            (["c1"], "c2", "under itself"),
            (["d1"], "s1", "under itself"),
            (["c1"], "gone", "no longer"),
        ],
    )
    def test_rows_that_cannot_stand_there_are_refused(
        self, agenda: Agenda, chosen: list[str], holder: str, message: str
    ) -> None:
        with pytest.raises(EditError, match=message) as caught:
            move(agenda, chosen, holder)
        assert str(caught.value.hint).endswith(".")

    def test_levels_are_three(self, agenda: Agenda) -> None:
        third = move(agenda, ["c3"], "c2")
        with pytest.raises(EditError, match="more than 3 levels"):
            move(third, ["c4"], "c3")
        with pytest.raises(EditError, match="more than 3 levels"):
            move(move(agenda, ["c3"], "c4"), ["c1"], "c3")

    @given(st.integers(0, 2**20))
    def test_there_and_back_is_where_it_was(self, seed: int) -> None:
        chance, agenda = random.Random(seed), generated_agenda(seed)
        tree = tree_of(agenda)
        chosen = [one for one in sorted(tree.ids()) if tree.kind(one) in {"day", "slot", "item", "sub_item"}]
        if not chosen:
            return
        one, holder = chance.choice(chosen), chance.choice(sorted(tree.ids()))
        home, place = tree.parent(one) or "", tree.position(one)
        try:
            moved = reordered(agenda, [one], holder, chance.randint(0, 3))
        except EditError:
            return
        back_before = place + (holder == home and tree_of(moved).position(one) < place)
        assert reordered(moved, [one], home, back_before) == agenda


class TestSteps:
    @pytest.mark.parametrize(
        ("chosen", "expected"),
        [
            (["c3"], "d1(s1(i1(c3 c1(c2) c4) i2) s2(i3)) d2(s3 s4(i4))"),
            (["c3", "c4"], "d1(s1(i1(c3 c4 c1(c2)) i2) s2(i3)) d2(s3 s4(i4))"),
            (["i3"], "d1(s1(i1(c1(c2) c3 c4) i2 i3) s2) d2(s3 s4(i4))"),
            (["i4"], "d1(s1(i1(c1(c2) c3 c4) i2) s2(i3 i4)) d2(s3 s4)"),
            (["s3"], "d1(s1(i1(c1(c2) c3 c4) i2) s2(i3) s3) d2(s4(i4))"),
            (["d2"], "d2(s3 s4(i4)) d1(s1(i1(c1(c2) c3 c4) i2) s2(i3))"),
        ],
    )
    def test_up_goes_over_the_row_before_or_the_edge(self, agenda: Agenda, chosen: list[str], expected: str) -> None:
        moved = move_up(agenda, chosen)
        assert outline(moved) == expected
        assert move_down(moved, chosen) == agenda

    def test_down_passes_by_what_has_no_items(self, agenda: Agenda) -> None:
        assert outline(move_down(agenda, ["i3"])) == "d1(s1(i1(c1(c2) c3 c4) i2) s2) d2(s3 s4(i3 i4))"

    def test_sub_items_stay_on_their_level(self, agenda: Agenda) -> None:
        agenda = move(agenda, ["c4"], "i4")
        assert outline(move_down(agenda, ["c2"])) == "d1(s1(i1(c1 c3(c2)) i2) s2(i3)) d2(s3 s4(i4(c4)))"
        assert outline(move_down(agenda, ["c3"])) == "d1(s1(i1(c1(c2)) i2(c3)) s2(i3)) d2(s3 s4(i4(c4)))"

    @pytest.mark.parametrize(("deed", "chosen"), [(move_up, "d1"), (move_up, "s1"), (move_up, "c2"), (move_down, "i4")])
    def test_at_the_edge_of_all_nothing_moves(
        self, agenda: Agenda, deed: Callable[[Agenda, list[str]], Agenda], chosen: str
    ) -> None:
        assert deed(agenda, [chosen]) is agenda
        assert deed(agenda, []) is agenda

    def test_rows_of_several_parents_do_not_step_together(self, agenda: Agenda) -> None:
        with pytest.raises(EditError, match="do not stand together"):
            move_up(agenda, ["i2", "i3"])


class TestLevels:
    @pytest.mark.parametrize(
        ("chosen", "expected"),
        [
            (["c3"], "d1(s1(i1(c1(c2 c3) c4) i2) s2(i3)) d2(s3 s4(i4))"),
            (["c3", "c4"], "d1(s1(i1(c1(c2 c3 c4)) i2) s2(i3)) d2(s3 s4(i4))"),
            (["i2"], "d1(s1(i1(c1(c2) c3 c4 i2)) s2(i3)) d2(s3 s4(i4))"),
        ],
    )
    def test_indented_row_stands_under_the_one_before(self, agenda: Agenda, chosen: list[str], expected: str) -> None:
        assert outline(indent(agenda, chosen)) == expected

    @pytest.mark.parametrize(
        ("chosen", "expected"),
        [
            (["c2"], "d1(s1(i1(c1 c2 c3 c4) i2) s2(i3)) d2(s3 s4(i4))"),
            (["c4"], "d1(s1(i1(c1(c2) c3) c4 i2) s2(i3)) d2(s3 s4(i4))"),
            (["c3"], "d1(s1(i1(c1(c2)) c3(c4) i2) s2(i3)) d2(s3 s4(i4))"),
            (["c3", "c4"], "d1(s1(i1(c1(c2)) c3 c4 i2) s2(i3)) d2(s3 s4(i4))"),
            (["c1"], "d1(s1(i1 c1(c2 c3 c4) i2) s2(i3)) d2(s3 s4(i4))"),
        ],
    )
    def test_outdented_row_takes_along_what_comes_after_it(
        self, agenda: Agenda, chosen: list[str], expected: str
    ) -> None:
        changed = outdent(agenda, chosen)
        assert outline(changed) == expected
        assert flaws(changed) == ()

    @given(agendas(), st.randoms(use_true_random=False))
    def test_order_of_the_page_stays(self, agenda: Agenda, chance: random.Random) -> None:
        def page(agenda: Agenda) -> list[str]:
            tree = tree_of(agenda)
            among = [one for one in tree.ids() if tree.kind(one) in {"item", "sub_item"}]
            return sorted(among, key=tree.place)

        if page(agenda):
            for deed in (indent, outdent):
                try:
                    changed = deed(agenda, [chance.choice(page(agenda))])
                except EditError:
                    continue
                assert page(changed) == page(agenda)

    def test_item_becomes_a_sub_item_and_an_item_again(self) -> None:
        second = an_item("second", *children("c9"), ar="ثان", number="none", minutes=5, name="i2")
        agenda = an_agenda(a_day(a_slot(an_item("first", name="i1"), second)))
        lower = indent(agenda, ["i2"])
        (row,) = lower.days[0].slots[0].items[0].children
        assert (row.text, row.minutes, row.marker, row.id) == (a_text("second", "ثان"), 5, "none", "i2")
        assert outdent(lower, ["i2"]) == agenda

    def test_it_is_marked_as_its_new_siblings(self) -> None:
        first = an_item("first", a_sub_item(marker="bullet"), name="i1")
        agenda = indent(an_agenda(a_day(a_slot(first, an_item(name="i2")))), ["i2"])
        assert [child.marker for child in agenda.days[0].slots[0].items[0].children] == ["bullet", "bullet"]

    @pytest.mark.parametrize(
        ("deed", "chosen", "message"),
        [
            (indent, "i1", "no row before it"),
            (indent, "c1", "no row before it"),
            (indent, "s2", "no other level"),
            (indent, "d2", "no other level"),
            (outdent, "i2", "no other level"),
            (outdent, "s1", "no other level"),
        ],
    )
    def test_rows_without_another_level_are_refused(
        self, agenda: Agenda, deed: Callable[[Agenda, list[str]], Agenda], chosen: str, message: str
    ) -> None:
        with pytest.raises(EditError, match=message):
            deed(agenda, [chosen])

    @pytest.mark.parametrize(
        "item",
        [
            an_item("x", people=(Person(name=a_text("A")),), name="i2"),
            an_item("x", body=(Output(id="o1", text=a_text("p")),), name="i2"),
        ],
    )
    def test_no_text_is_lost_on_the_way_down(self, item: Item) -> None:
        with pytest.raises(EditError, match="people or further paragraphs"):
            indent(an_agenda(a_day(a_slot(an_item(name="i1"), item))), ["i2"])

    def test_fourth_level_is_refused(self, agenda: Agenda) -> None:
        deep = move(move(agenda, ["c3"], "c2"), ["i2"], "s1", 0)
        assert outline(deep) == "d1(s1(i2 i1(c1(c2(c3)) c4)) s2(i3)) d2(s3 s4(i4))"
        with pytest.raises(EditError, match="more than 3 levels"):
            indent(deep, ["i1"])


class TestDuplicates:
    def test_copies_stand_after_the_last_of_their_group(self, agenda: Agenda) -> None:
        copied = duplicate(agenda, ["c1", "c3", "s4"])
        assert outline(copied) == "d1(s1(i1(c1(c2) c3 c5(c6) c7 c4) i2) s2(i3)) d2(s3 s4(i4) s5(i5))"
        assert flaws(copied) == ()

    def test_day_gets_the_next_free_date(self) -> None:
        agenda = an_agenda(days=2, slots=1)
        assert [day.date.day for day in duplicate(agenda, ["d1"]).days] == [9, 11, 10]
        assert [day.date.day for day in duplicate(agenda, ["d1", "d2"]).days] == [9, 10, 11, 12]

    def test_marks_follow_the_notes_that_are_copied_too(self) -> None:
        item = an_item("own[^n2], outer[^n1]")
        agenda = an_agenda(a_day(a_slot(item, notes=(a_note(name="n2"),))), notes=(a_note(name="n1"),))
        copy = duplicate(agenda, ["s1"]).days[0].slots[1]
        assert (copy.notes[0].id, copy.items[0].title.wording("en")) == ("n3", "own[^n3], outer[^n1]")
        alone = duplicate(agenda, ["i1"]).days[0].slots[0].items[1]
        assert alone.title == item.title


class TestMerging:
    def test_first_slot_takes_all(self) -> None:
        agenda = an_agenda(
            a_day(
                a_slot(an_item(name="i1"), end="10:00", name="s1", notes=(a_note(name="n1"),), room=a_text("A")),
                a_slot(an_item(name="i2"), start="10:00", end="10:30", name="s2", links=(a_link(),)),
                a_slot(an_item(name="i3"), start="11:00", end="11:30", name="s3"),
            )
        )
        merged = merge_slots(agenda, ["s2", "s1"])
        slot = merged.days[0].slots[0]
        assert outline(merged) == "d1(s1(i1 i2) s3(i3))"
        assert (slot.start, slot.end, slot.room.wording("en")) == (time(9), time(10, 30), "A")
        assert (len(slot.notes), len(slot.links)) == (1, 1)

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            ({"end": None}, {"start": "09:00", "end": None}, (time(9), None, False)),
            ({"end": None}, {"start": "10:00", "end": None}, (time(9), time(10), False)),
            (
                {"start": "22:00", "end": "23:00"},
                {"start": "23:00", "end": "01:00", "next_day_end": True},
                (time(22), time(1), True),
            ),
            (
                {"start": "22:00", "end": "23:00"},
                {"start": "23:00", "end": "00:00", "next_day_end": True},
                (time(22), time(0), True),
            ),
            ({"start": "11:00", "end": "12:00"}, {"start": "09:00", "end": "10:00"}, (time(9), time(12), False)),
        ],
    )
    def test_it_lasts_from_first_start_to_last_end(
        self, first: dict[str, str], second: dict[str, str], expected: tuple[time, time | None, bool]
    ) -> None:
        agenda = an_agenda(a_day(a_slot(**first), a_slot(**second)))  # type: ignore[arg-type]
        slot = merge_slots(agenda, ["s1", "s2"]).days[0].slots[0]
        assert (slot.start, slot.end, slot.next_day_end) == expected

    @pytest.mark.parametrize(
        "chosen", [[], ["s1"], ["s1", "s3"], ["s1", "i3"], ["s1", "s4"], ["s1", "s2"], ["d1", "d2"]]
    )
    def test_only_slots_of_one_day_and_kind_are_merged(self, agenda: Agenda, chosen: list[str]) -> None:
        agenda = set_slot(agenda, "s1", kind="ceremony") if chosen == ["s1", "s2"] else agenda
        with pytest.raises(EditError, match="one day and of one kind"):
            merge_slots(agenda, chosen)

    def test_no_text_is_lost(self) -> None:
        agenda = an_agenda(a_day(a_slot(room=a_text("A")), a_slot(room=a_text("B"))))
        with pytest.raises(EditError, match="different rooms"):
            merge_slots(agenda, ["s1", "s2"])

    def test_slot_holds_fifty_items(self) -> None:
        def two_slots(items: int) -> Agenda:
            full = [an_item(name=f"i{number}") for number in range(items)]
            return an_agenda(a_day(a_slot(*full[:25]), a_slot(*full[25:])))

        assert len(merge_slots(two_slots(50), ["s1", "s2"]).days[0].slots[0].items) == 50
        with pytest.raises(EditError, match="50 is the most"):
            merge_slots(two_slots(51), ["s1", "s2"])


class TestLimits:
    @pytest.mark.parametrize(
        ("agenda", "row"),
        [
            (an_agenda(*(a_day() for _ in range(MAX_DAYS)), days=MAX_DAYS), "d5"),
            (an_agenda(a_day(*(a_slot(name=f"s{number}") for number in range(2_000)))), "s5"),
            (an_agenda(a_day(a_slot(*(an_item(name=f"i{number}") for number in range(50))))), "i5"),
            (an_agenda(a_day(a_slot(an_item("x", *children(*(f"c{number}" for number in range(200))))))), "c5"),
            (
                an_agenda(
                    a_day(
                        a_slot(
                            an_item(
                                "x",
                                a_sub_item("y", *children(*(f"c{number}" for number in range(2, 101))), name="c1"),
                                *children(*(f"c{number}" for number in range(101, 201))),
                            )
                        )
                    )
                ),
                "c50",
            ),
        ],
    )
    def test_full_lists_take_no_more(self, agenda: Agenda, row: str) -> None:
        for deed in (add_after, lambda agenda, row: duplicate(agenda, [row])):
            with pytest.raises(EditError, match="is the most"):
                deed(agenda, row)

    def test_lists_can_be_filled(self) -> None:
        items = [an_item(name=f"i{number}") for number in range(1, 50)]
        full = an_item("x", a_sub_item("y", *children("c2"), name="c1"), *children(*(f"c{n}" for n in range(3, 200))))
        agenda = an_agenda(a_day(a_slot(*items, name="s1"), a_slot(full.model_copy(update={"id": "i99"}), name="s2")))
        assert len(add_after(agenda, "i1").days[0].slots[0].items) == 50
        assert len(add_after(agenda, "c3").days[0].slots[1].items[0].children) == 199
        with pytest.raises(EditError, match="200 is the most"):
            add_after(add_after(agenda, "c3"), "c3")


class TestDaysOfTheTimeEngine:
    def test_day_holds_two_thousand_slots(self, agenda: Agenda) -> None:
        slots = tuple(a_slot(name=f"s{number}") for number in range(2_001))
        with pytest.raises(EditError, match="2000 is the most"):
            put_day(agenda, agenda.days[1].model_copy(update={"slots": slots}))

    def test_day_is_put_in_its_place(self, agenda: Agenda) -> None:
        day = agenda.days[1].model_copy(update={"slots": agenda.days[1].slots[::-1]})
        assert outline(put_day(agenda, day)) == "d1(s1(i1(c1(c2) c3 c4) i2) s2(i3)) d2(s4(i4) s3)"
        assert put_day(agenda, agenda.days[1].model_copy()) is agenda

    def test_date_of_another_is_refused(self, agenda: Agenda) -> None:
        with pytest.raises(EditError, match="Day 1"):
            put_day(agenda, agenda.days[1].model_copy(update={"date": date(2026, 2, 9)}))


@pytest.mark.parametrize("seed", range(100))
def test_any_deeds_leave_an_agenda_that_a_file_can_hold(seed: int) -> None:
    before = generated_agenda(seed)
    for after in some_deeds(seed, before):
        assert flaws(after) == ()
        assert read_project(project_bytes(after), Path("x")) == after
        assert (after is before) is (after == before)
        before = after


@given(agendas(), st.randoms(use_true_random=False))
def test_what_is_done_to_a_copy_leaves_the_original(agenda: Agenda, chance: random.Random) -> None:
    data = project_bytes(agenda)
    for _ in some_deeds(chance.randint(0, 2**20), agenda):
        pass
    assert project_bytes(agenda) == data
