"""What differs between two agendas: told by id, once, and at a cost that grows with the change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.model import edits, rows
from igfeditor.model.agenda import Agenda, Person, Term, Text, Waiver
from igfeditor.model.changes import Changes, changes
from igfeditor.model.edits import set_text
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of
from tests.agendas import (
    a_day,
    a_note,
    a_slot,
    a_sub_item,
    a_text,
    agendas,
    an_agenda,
    an_item,
    generated_agenda,
    large_agenda,
)
from tests.deeds import some_deeds

AGENDA = an_agenda(
    a_day(
        a_slot(
            an_item("x", a_sub_item("a", name="c1"), a_sub_item("b", name="c2"), name="i1"),
            an_item("y", name="i2", people=(Person(name=a_text("A")),)),
            name="s1",
        ),
        a_slot(an_item("z", name="i3"), name="s2", start="10:00"),
        notes=(a_note(),),
    ),
    a_day(name="d2", on="2026-02-10"),
    terms=(Term(id="t1", en="x", ar="x"),),
)


def facts(found: Changes) -> dict[str, object]:
    """Give only what is there."""
    return {
        name: set(value) if isinstance(value, frozenset | tuple) else value
        for name, value in vars(found).items()
        if value and name != "ids"
    }


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        (lambda agenda: set_text(agenda, "c1", "text", "en", "new"), {"texts": {("c1", "text")}}),
        (lambda agenda: set_text(agenda, "meeting", "host", "ar", "نص"), {"texts": {("meeting", "host")}}),
        (lambda agenda: set_text(agenda, "i2", "people[0].name", "en", "B"), {"texts": {("i2", "people[0].name")}}),
        (lambda agenda: edits.set_slot(agenda, "s1", start="08:00"), {"attributes": {"s1"}}),
        (lambda agenda: edits.set_meeting(agenda, revision=1), {"attributes": {"meeting"}}),
        (lambda agenda: edits.set_style(agenda, clock="12h"), {"style": True}),
        (lambda agenda: edits.add_note(agenda, "s1"), {"structure": {"s1"}, "added": {"n2"}}),
        (lambda agenda: edits.remove_part(agenda, "n1"), {"structure": {"d1"}, "removed": {"n1"}}),
        (
            lambda agenda: edits.add_person(agenda, "i2"),
            {"attributes": {"i2"}, "texts": {("i2", "people[1].name"), ("i2", "people[1].role")}},
        ),
        (lambda agenda: rows.remove(agenda, ["i1"]), {"structure": {"s1"}, "removed": {"i1", "c1", "c2"}}),
        (lambda agenda: rows.remove(agenda, ["d2"]), {"structure": {"meeting"}, "removed": {"d2"}}),
        (lambda agenda: rows.move_down(agenda, ["i1"]), {"structure": {"s1"}}),
        (lambda agenda: rows.move(agenda, ["i1"], "s2"), {"structure": {"s1", "s2"}}),
        (lambda agenda: rows.move(agenda, ["s1"], "d2"), {"structure": {"d1", "d2"}}),
        (lambda agenda: rows.move_up(agenda, ["d2"]), {"structure": {"meeting"}}),
        (lambda agenda: rows.indent(agenda, ["c2"]), {"structure": {"i1", "c1"}}),
        (lambda agenda: rows.outdent(agenda, ["c2"]), {"structure": {"i1", "s1"}, "added": {"c2"}, "removed": {"c2"}}),
        (lambda agenda: agenda.model_copy(update={"id": "a2"}), {"attributes": {"meeting"}}),
        (lambda agenda: agenda.model_copy(update={"languages": ("en", "ar", "fr")}), {"languages": True}),
        (
            lambda agenda: agenda.model_copy(update={"waivers": (Waiver(check="x", target="s1", reason="y"),)}),
            {"waivers": True},
        ),
        (
            lambda agenda: agenda.model_copy(update={"terms": (Term(id="t1", en="y", ar="x"),)}),
            {"terms": True, "attributes": {"t1"}},
        ),
    ],
)
def test_each_deed_is_told_by_what_it_touches(deed: Callable[[Agenda], Agenda], expected: dict[str, object]) -> None:
    assert facts(changes(AGENDA, deed(AGENDA))) == expected


def test_what_moved_and_changed_is_told_by_its_change() -> None:
    moved = set_text(rows.move(AGENDA, ["i1"], "s2"), "c1", "text", "en", "new")
    assert facts(changes(AGENDA, moved)) == {"structure": {"s1", "s2"}, "texts": {("c1", "text")}}


def test_what_came_out_of_a_removed_row_has_moved() -> None:
    moved = rows.remove(rows.move(AGENDA, ["i1"], "s2"), ["s1"])
    assert facts(changes(AGENDA, moved)) == {"structure": {"d1", "s2"}, "removed": {"s1", "i2"}}
    assert facts(changes(moved, AGENDA)) == {"structure": {"d1", "s2"}, "added": {"s1", "i2"}}


def test_added_rows_stand_before_those_under_them() -> None:
    copied = rows.duplicate(AGENDA, ["d1"])
    added = changes(AGENDA, copied).added
    assert added[0] == "d3"
    tree = tree_of(copied)
    assert all(
        added.index(one) > added.index(above) for one in added for above in tree.ancestors(one) if above in added
    )


@given(agendas())
def test_an_agenda_differs_in_nothing_from_itself_and_from_its_equal(agenda: Agenda) -> None:
    equal = Agenda.model_validate_json(agenda.model_dump_json())
    assert changes(agenda, agenda).is_nothing
    assert changes(agenda, equal).is_nothing


@given(st.integers(0, 2**20), st.integers(0, 2**20))
def test_agendas_that_share_nothing_differ_in_nothing_only_if_they_are_equal(one: int, other: int) -> None:
    first, second = generated_agenda(one), generated_agenda(other)
    assert changes(first, second).is_nothing is (first == second)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_is_forgotten_after_any_deed(seed: int) -> None:
    before = first = generated_agenda(seed)
    for after in some_deeds(seed, before):
        for old in (before, first):
            is_told_in_full(old, after, changes(old, after))
            is_told_in_full(after, old, changes(after, old))
        before = after


def is_told_in_full(old: Agenda, new: Agenda, found: Changes) -> None:
    """Hold changes against a slow comparison of all nodes."""
    assert found.is_nothing is (old == new)
    before, after = tree_of(old), tree_of(new)
    both = [one for one in after.ids() if one in before and type(before.node(one)) is type(after.node(one))]
    assert set(found.added) == set(after.ids()) - set(both)
    assert set(found.removed) == set(before.ids()) - set(both)
    assert {one for one in both if lists(before.node(one)) != lists(after.node(one))} | days(old, new) == (
        found.structure - set(found.added)
    )
    texts = {(place.node, place.field): place.text for place in agenda_texts(old) if place.node in both}
    others = {(place.node, place.field): place.text for place in agenda_texts(new) if place.node in both}
    assert {key for key in texts | others if texts.get(key) != others.get(key)} == found.texts


def lists(node: object) -> list[list[str]]:
    return [
        [one.id for one in value if hasattr(one, "id")] for value in vars(node).values() if isinstance(value, tuple)
    ]


def days(old: Agenda, new: Agenda) -> set[str]:
    return set() if [day.id for day in old.days] == [day.id for day in new.days] else {"meeting"}


def test_concerns_names_nodes_and_not_those_above_them() -> None:
    found = changes(AGENDA, set_text(AGENDA, "c1", "text", "en", "new"))
    assert found.concerns("c1")
    assert not any(map(found.concerns, ("i1", "s1", "d1", "meeting", "c2")))
    assert not found.meeting
    assert changes(AGENDA, set_text(AGENDA, "meeting", "title", "en", "new")).meeting


def test_shared_nodes_are_never_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    agenda = large_agenda(slots=200)
    changed = set_text(agenda, "c401", "text", "en", "new")
    compared: list[object] = []
    monkeypatch.setattr(Text, "__eq__", lambda one, other: compared.append(one) or one is other)
    assert changes(agenda, changed).texts == {("c401", "text")}
    assert len(compared) <= 2
