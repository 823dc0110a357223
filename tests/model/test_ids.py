"""New ids: short, unique in the file, and not those of what a file may still speak of."""

from __future__ import annotations

import pytest

from igfeditor.model.agenda import Agenda, Day, Item, Note, Slot, SubItem, Term, Waiver
from igfeditor.model.ids import NewIds, marks_in, marks_under, renewed, with_marks
from igfeditor.model.rows import remove
from tests.agendas import a_day, a_note, a_slot, a_sub_item, a_text, an_agenda, an_item


def test_ids_go_on_from_the_highest_of_their_letter() -> None:
    ids = NewIds(an_agenda(a_day(a_slot(name="s2"), a_slot(name="s10"))))
    assert [ids.new(Slot), ids.new(Slot), ids.new(Day), ids.new(Item)] == ["s11", "s12", "d2", "i1"]


def test_gaps_are_not_filled() -> None:
    agenda = an_agenda(days=1, slots=3)
    assert NewIds(remove(agenda, ["s1"])).new(Slot) == "s4"


def test_ids_of_other_makes_do_not_count() -> None:
    names = ("morning", "s", "s1x", "s01", "S7", "s12345678901", "slot9")
    assert NewIds(an_agenda(a_day(*(a_slot(name=name) for name in names)))).new(Slot) == "s2"


def test_letter_of_another_kind_is_taken_all_the_same() -> None:
    assert NewIds(an_agenda(a_day(a_slot(name="d2"), name="d1"))).new(Day) == "d3"


@pytest.mark.parametrize(
    ("agenda", "kind", "new"),
    [
        (an_agenda(waivers=(Waiver(check="T03", target="s40", reason="x"),)), Slot, "s41"),
        (an_agenda(terms=(Term(id="t3", en="x", ar="x"),)), Term, "t4"),
        (an_agenda(terms=(Term(id="i7", en="x", ar="x"),)), Item, "i8"),
        (an_agenda(a_day(a_slot(an_item("see [^n5] and [^x]")))), Note, "n6"),
        (an_agenda(a_day(a_slot(an_item("x", ar="y", name="i1")))), SubItem, "c1"),
    ],
)
def test_what_is_named_anywhere_is_not_given_again(agenda: Agenda, kind: type[Slot], new: str) -> None:
    assert NewIds(agenda).new(kind) == new


def test_marks_of_the_wording_before_are_named_too() -> None:
    agenda = an_agenda(title=a_text("x", "y", translated_from="old [^n8]"))
    assert NewIds(agenda).new(Note) == "n9"


def test_reserved_ids_are_not_given() -> None:
    ids = NewIds(an_agenda(), ("n1", "n3"))
    assert [ids.new(Note), ids.new(Note)] == ["n4", "n5"]


def test_copy_has_new_ids_everywhere() -> None:
    agenda = an_agenda(a_day(a_slot(an_item("x", a_sub_item("y", a_sub_item("z"))), notes=(a_note(),))))
    copy = renewed(agenda.days[0], NewIds(agenda), {})
    slot = copy.slots[0]
    child = slot.items[0].children[0]
    assert (copy.id, slot.id, slot.items[0].id, child.id, child.children[0].id, slot.notes[0].id) == (
        "d2",
        "s2",
        "i2",
        "c3",
        "c4",
        "n2",
    )


def test_marks_in_a_copy_follow_the_notes_in_it() -> None:
    item = an_item("a[^n1] b[^n9] \\[^n1] [c[^n1]](https://example.org/[^n1])")
    agenda = an_agenda(a_day(a_slot(item, notes=(a_note(name="n1"),))))
    copy = renewed(agenda.days[0].slots[0], NewIds(agenda), {})
    assert copy.items[0].title.wording("en") == "a[^n10] b[^n9] \\[^n1\\] [c](https://example.org/[^n1])[^n10]"


def test_stale_wording_is_renamed_with_its_text() -> None:
    text = with_marks(a_text("a[^n1]", "ب[^n1]", translated_from="old[^n1]"), {"n1": "n2"})
    assert text == a_text("a[^n2]", "ب[^n2]", translated_from="old[^n2]")


def test_text_without_such_marks_is_kept_as_it_is() -> None:
    text = a_text("a * b[^n3]", "ب")
    assert with_marks(text, {"n1": "n2"}) is text
    half = with_marks(a_text("a * b", "ب[^n1]"), {"n1": "n2"})
    assert (half.wording("en"), half.wording("ar")) == ("a * b", "ب[^n2]")


def test_marks_are_found_in_all_that_stands_under_a_node() -> None:
    item = an_item("x[^n1]", a_sub_item("y", a_sub_item("z[^n2]", ar="ز[^n3]")))
    assert set(marks_under(a_day(a_slot(item), heading=a_text("h[^n4]")))) == {"n1", "n2", "n3", "n4"}
    assert list(marks_in(a_text("nothing"))) == []
