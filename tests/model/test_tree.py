"""Nodes by id, and agendas in which one node is another: all that is not on the way to it is shared."""

from __future__ import annotations

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.errors import EditError
from igfeditor.model import tree as trees
from igfeditor.model.agenda import Output, Person, Phrase, Text
from igfeditor.model.edits import set_slot, set_text
from igfeditor.model.rows import put_day, remove
from igfeditor.model.soundness import Place
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import Tree, node_at, tree_of
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
    large_agenda,
)
from tests.deeds import some_deeds

AGENDA = an_agenda(
    a_day(
        a_slot(),
        a_slot(
            an_item("x", a_sub_item("y", a_sub_item("z", name="c2"), name="c1"), body=(Output(id="o2", text=Text()),)),
            name="s2",
            notes=(a_note(name="n2"),),
        ),
        outputs=(Output(id="o1", text=a_text("o")),),
    ),
    notes=(a_note(name="n1"),),
    links=(a_link(name="l1"),),
)


@pytest.mark.parametrize(
    ("node_id", "kind", "parent", "place"),
    [
        ("meeting", "meeting", None, ("meeting",)),
        ("n1", "note", "meeting", ("meeting", "notes", 0)),
        ("l1", "link", "meeting", ("meeting", "links", 0)),
        ("d1", "day", "meeting", ("days", 0)),
        ("o1", "output", "d1", ("days", 0, "outputs", 0)),
        ("s2", "slot", "d1", ("days", 0, "slots", 1)),
        ("n2", "note", "s2", ("days", 0, "slots", 1, "notes", 0)),
        ("i1", "item", "s2", ("days", 0, "slots", 1, "items", 0)),
        ("o2", "paragraph", "i1", ("days", 0, "slots", 1, "items", 0, "body", 0)),
        ("c1", "sub_item", "i1", ("days", 0, "slots", 1, "items", 0, "children", 0)),
        ("c2", "sub_item", "c1", ("days", 0, "slots", 1, "items", 0, "children", 0, "children", 0)),
    ],
)
def test_every_node_has_its_place(node_id: str, kind: str, parent: str | None, place: Place) -> None:
    tree = tree_of(AGENDA)
    assert (tree.kind(node_id), tree.parent(node_id), tree.place(node_id)) == (kind, parent, place)
    assert tree.node(node_id) is node_at(AGENDA, place)
    assert tree.position(node_id) == (place[-1] if place[-1] != "meeting" else 0)


def test_ids_are_in_the_tree_or_not() -> None:
    tree = tree_of(AGENDA)
    assert [one in tree for one in ("meeting", "c2", "n2", "c9", "", None)] == [True, True, True, False, False, False]


def test_notes_have_no_rows_to_be_replaced() -> None:
    with pytest.raises(EditError, match="cannot stand there"):
        tree_of(AGENDA).with_rows("n1", ())


def test_meeting_can_be_replaced_with_all_its_notes() -> None:
    meeting = AGENDA.meeting.model_copy(update={"notes": (a_note(name="n8"), a_note(name="n9"))})
    tree = tree_of(tree_of(AGENDA).with_node("meeting", meeting))
    assert (tree.place("n9"), "n1" in tree) == (("meeting", "notes", 1), False)
    assert tree.node("meeting") is meeting


def test_ancestors_are_told_from_the_nearest_up() -> None:
    assert list(tree_of(AGENDA).ancestors("c2")) == ["c1", "i1", "s2", "d1", "meeting"]


def test_rows_are_those_of_the_tree_and_nothing_else() -> None:
    tree = tree_of(AGENDA)
    assert [row.id for row in tree.rows("meeting")] == ["d1"]
    assert [row.id for row in tree.rows("d1")] == ["s1", "s2"]
    assert [row.id for row in tree.rows("i1")] == ["c1"]
    assert tree.rows("n1") == ()


@pytest.mark.parametrize("name", ["node", "place", "parent", "kind", "rows", "position"])
def test_what_is_gone_is_refused(name: str) -> None:
    with pytest.raises(EditError, match="no longer in the agenda \\(d9\\)"):
        getattr(tree_of(AGENDA), name)("d9")


@pytest.mark.parametrize(
    ("node_id", "field"), [("i1", "name"), ("i1", "id"), ("i1", "people[0].name"), ("d1", "people[0].name")]
)
def test_fields_without_a_text_are_refused(node_id: str, field: str) -> None:
    with pytest.raises(EditError):
        tree_of(AGENDA).text(node_id, field)


@given(agendas())
def test_texts_have_the_names_that_the_walk_gives_them(agenda: object) -> None:
    tree = tree_of(agenda)  # type: ignore[arg-type]
    assert all(tree.text(place.node, place.field) is place.text for place in agenda_texts(tree.agenda))


@given(agendas(), st.randoms(use_true_random=False))
def test_another_text_leaves_all_other_texts(agenda: object, chance: object) -> None:
    tree = tree_of(agenda)  # type: ignore[arg-type]
    places = list(agenda_texts(tree.agenda))
    chosen = chance.choice(places)  # type: ignore[attr-defined]
    changed = tree.with_text(chosen.node, chosen.field, Text({"en": Phrase(text="new")}))
    for before, after in zip(places, agenda_texts(changed), strict=True):
        is_it = (before.node, before.field) == (chosen.node, chosen.field)
        assert after.text.wording("en") == "new" if is_it else after.text is before.text


def test_all_that_is_not_on_the_way_is_shared() -> None:
    agenda = an_agenda(days=3, slots=3)
    changed = set_text(agenda, "i5", "title", "en", "new")
    assert changed.meeting is agenda.meeting
    assert [day is old for day, old in zip(changed.days, agenda.days, strict=True)] == [True, False, True]
    assert [slot is old for slot, old in zip(changed.days[1].slots, agenda.days[1].slots, strict=True)] == [
        True,
        False,
        True,
    ]
    assert agenda.days[1].slots[1].items[0].title.wording("en") != "new"


def test_people_have_texts_too() -> None:
    item = an_item(people=(Person(name=a_text("A")), Person(name=a_text("B"))))
    agenda = tree_of(an_agenda(a_day(a_slot(item)))).with_text("i1", "people[1].role", a_text("Chair"))
    assert [one.role.wording("en") for one in agenda.days[0].slots[0].items[0].people] == ["", "Chair"]


@pytest.mark.parametrize("seed", range(40))
def test_places_are_right_after_any_deed(seed: int) -> None:
    for agenda in some_deeds(seed, generated_agenda(seed)):
        tree, walked = tree_of(agenda), Tree(agenda)
        assert {one: tree.place(one) for one in tree.ids()} == {one: walked.place(one) for one in walked.ids()}


def test_a_key_stroke_does_not_walk_the_agenda(monkeypatch: pytest.MonkeyPatch) -> None:
    agenda = large_agenda(slots=40)
    tree_of(agenda)
    monkeypatch.setattr(trees, "_places_of", None)
    for number in range(60):
        agenda = set_text(agenda, f"c{number + 1}", "text", "en", f"typed {number}")
    agenda = set_slot(remove(agenda, ["s40"]), "s1", locked=True)
    agenda = put_day(agenda, agenda.days[0].model_copy(update={"slots": agenda.days[0].slots[::-1]}))
    assert tree_of(agenda).text("c60", "text").wording("en") == "typed 59"


def test_agenda_that_is_in_use_is_not_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    agenda = large_agenda(slots=2)
    tree_of(agenda)
    monkeypatch.setattr(trees, "_places_of", None)
    kept = [set_text(agenda, "c1", "text", "en", f"typed {number}") for number in range(60)]
    assert len(kept) == 60


def test_places_keep_no_agenda_alive() -> None:
    agenda = large_agenda(slots=2)
    changed = set_text(agenda, "c1", "text", "en", "typed")
    watched = weakref.ref(agenda), weakref.ref(changed)
    del agenda, changed
    gc.collect()
    assert [one() for one in watched] == [None, None]
