"""Rows copied and pasted: their texts stay, their ids are new, and their notes come along."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.errors import EditError
from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, Phrase, Text
from igfeditor.model.clipboard import Rows, copy_rows, paste_rows, rows_from_json
from igfeditor.model.rows import remove
from igfeditor.model.soundness import flaws
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_note, a_slot, a_sub_item, a_text, agendas, an_agenda, an_item, generated_agenda
from tests.model.test_rows import outline


def carried(agenda: Agenda, *row_ids: str) -> Rows:
    """Copy rows as a clipboard carries them: as text."""
    return rows_from_json(copy_rows(agenda, row_ids).to_json())


@pytest.fixture
def agenda() -> Agenda:
    first = an_item("1", a_sub_item("c1", a_sub_item("c2", name="c2"), name="c1"), name="i1")
    return an_agenda(
        a_day(a_slot(first, name="s1"), a_slot(an_item("2", name="i2"), name="s2"), name="d1"), a_day(name="d2")
    )


@pytest.mark.parametrize(
    ("chosen", "target", "expected"),
    [
        ("i1", "i2", "d1(s1(i1(c1(c2))) s2(i2 i3(c3(c4)))) d2"),
        ("i1", "s2", "d1(s1(i1(c1(c2))) s2(i2 i3(c3(c4)))) d2"),
        ("i1", "c2", "d1(s1(i1(c1(c2)) i3(c3(c4))) s2(i2)) d2"),
        ("c2", "c1", "d1(s1(i1(c1(c2) c3)) s2(i2)) d2"),
        ("c2", "i2", "d1(s1(i1(c1(c2))) s2(i2(c3))) d2"),
        ("c2", "c2", "d1(s1(i1(c1(c2 c3))) s2(i2)) d2"),
        ("s2", "d2", "d1(s1(i1(c1(c2))) s2(i2)) d2(s3(i3))"),
        ("s2", "c2", "d1(s1(i1(c1(c2))) s3(i3) s2(i2)) d2"),
        ("d1", "i2", "d1(s1(i1(c1(c2))) s2(i2)) d3(s3(i3(c3(c4))) s4(i4)) d2"),
        ("d1", "meeting", "d1(s1(i1(c1(c2))) s2(i2)) d2 d3(s3(i3(c3(c4))) s4(i4))"),
    ],
)
def test_rows_are_pasted_at_the_nearest_place(agenda: Agenda, chosen: str, target: str, expected: str) -> None:
    pasted = paste_rows(agenda, carried(agenda, chosen), target)
    assert outline(pasted) == expected
    assert flaws(pasted) == ()


@pytest.mark.parametrize(("chosen", "target"), [("i1", "d1"), ("i1", "meeting"), ("s1", "meeting"), ("c1", "s1")])
def test_rows_are_not_pasted_where_they_cannot_stand(agenda: Agenda, chosen: str, target: str) -> None:
    with pytest.raises(EditError, match="cannot stand there"):
        paste_rows(agenda, carried(agenda, chosen), target)


def test_several_rows_keep_their_order(agenda: Agenda) -> None:
    assert outline(paste_rows(agenda, carried(agenda, "s2", "s1"), "d2")).endswith("d2(s3(i3(c3(c4))) s4(i4))")


def test_rows_of_different_kinds_are_not_copied(agenda: Agenda) -> None:
    with pytest.raises(EditError, match="different kinds"):
        copy_rows(agenda, ["s1", "i2"])
    with pytest.raises(EditError, match="no rows"):
        copy_rows(agenda, [])
    assert [row.id for row in copy_rows(agenda, ["s1", "i1"]).rows] == ["s1"]


def test_rows_that_were_cut_can_be_pasted(agenda: Agenda) -> None:
    cut = carried(agenda, "i1")
    assert outline(paste_rows(remove(agenda, ["i1"]), cut, "s2")) == "d1(s1 s2(i2 i3(c1(c2)))) d2"


def test_days_get_dates_of_their_own(agenda: Agenda) -> None:
    assert [day.date.day for day in paste_rows(agenda, carried(agenda, "d1", "d2"), "d1").days] == [9, 11, 12, 10]


@given(st.integers(0, 2**20), st.integers(0, 2**20), st.randoms(use_true_random=False))
def test_texts_stay_as_they_are(one: int, other: int, chance: random.Random) -> None:
    source, target = generated_agenda(one), generated_agenda(other)
    if not source.days:
        return
    chosen = chance.sample([day.id for day in source.days], chance.randint(1, len(source.days)))
    if set(source.languages).isdisjoint(target.languages):
        with pytest.raises(EditError, match="other languages"):
            paste_rows(target, carried(source, *chosen), "meeting")
        return
    pasted = paste_rows(target, carried(source, *chosen), "meeting")
    assert flaws(pasted) == ()
    if source.languages != target.languages:
        return
    copies = pasted.model_copy(update={"days": pasted.days[len(target.days) :]})
    originals = source.model_copy(update={"days": tuple(day for day in source.days if day.id in chosen)})
    assert below(copies) == below(originals)


def below(agenda: Agenda) -> list[tuple[str, dict[str, tuple[str, Any, bool]]]]:
    """Give what the texts of all days say."""
    return [
        (
            place.field,
            {
                code: (markup.plain(phrase.text), phrase.state, phrase.is_stale)
                for code, phrase in place.text.root.items()
            },
        )
        for place in agenda_texts(agenda)
        if place.node not in {"meeting", *(part.id for part in (*agenda.meeting.notes, *agenda.meeting.links))}
    ]


@given(agendas())
def test_json_gives_the_rows_back(agenda: Agenda) -> None:
    if agenda.days:
        rows = copy_rows(agenda, [day.id for day in agenda.days])
        assert rows_from_json(rows.to_json()) == rows


# --- notes -------------------------------------------------------------------------------------------------


class TestNotes:
    @pytest.fixture
    def marked(self) -> Agenda:
        return an_agenda(
            a_day(
                a_slot(an_item("x[^n1][^n2][^n3]", name="i1"), name="s1", notes=(a_note("slot", name="n3"),)),
                a_slot(name="s2"),
                notes=(a_note("day", name="n2"),),
                name="d1",
            ),
            a_day(a_slot(name="s3"), name="d2"),
            notes=(a_note("meeting", name="n1"),),
        )

    def title(self, agenda: Agenda, node_id: str) -> str:
        return tree_of(agenda).text(node_id, "title").wording("en")

    def notes(self, agenda: Agenda, node_id: str) -> list[tuple[str, str]]:
        notes = tree_of(agenda).node(node_id).__dict__["notes"]
        return [(note.id, note.text.wording("en")) for note in notes]

    def test_note_of_the_same_place_is_referred_to_as_before(self, marked: Agenda) -> None:
        pasted = paste_rows(marked, carried(marked, "i1"), "s1")
        assert self.title(pasted, "i2") == "x[^n1][^n2][^n3]"
        assert self.notes(pasted, "s1") == [("n3", "slot")]

    def test_note_that_the_place_does_not_have_comes_along(self, marked: Agenda) -> None:
        pasted = paste_rows(marked, carried(marked, "i1"), "s2")
        assert self.title(pasted, "i2") == "x[^n1][^n2][^n4]"
        assert self.notes(pasted, "s2") == [("n4", "slot")]
        other_day = paste_rows(marked, carried(marked, "i1"), "s3")
        assert self.title(other_day, "i2") == "x[^n1][^n4][^n5]"
        assert self.notes(other_day, "s3") == [("n4", "day"), ("n5", "slot")]

    def test_notes_come_along_to_another_agenda(self, marked: Agenda) -> None:
        other = an_agenda(a_day(a_slot(name="s1")), notes=(a_note("another", name="n1"),))
        pasted = paste_rows(other, carried(marked, "s1"), "d1")
        assert self.notes(pasted, "meeting") == [("n1", "another")]
        assert [text for _, text in self.notes(pasted, "d1")] == ["meeting", "day"]
        assert [text for _, text in self.notes(pasted, "s2")] == ["slot"]
        (one, _), (two, _) = self.notes(pasted, "d1")
        ((three, _),) = self.notes(pasted, "s2")
        assert self.title(pasted, "i1") == f"x[^{one}][^{two}][^{three}]"
        assert "n1" not in {one, two, three}

    def test_mark_of_no_note_never_comes_to_refer_to_one(self) -> None:
        source = an_agenda(a_day(a_slot(an_item("x[^n1][^n2] y[^n3]", name="i1"), notes=(a_note(name="n3"),))))
        other = an_agenda(a_day(a_slot()), notes=(a_note("another", name="n1"),))
        pasted = paste_rows(other, carried(source, "i1"), "s1")
        title = self.title(pasted, "i1")
        ((note, _),) = self.notes(pasted, "s1")
        marks = [piece.note for piece in markup.parse(title) if piece.note]
        assert marks[1:] == ["n2", note]
        assert marks[0] not in {"n1", "n2", note}

    def test_marks_in_a_translation_and_in_its_old_source_follow(self) -> None:
        title = a_text("x[^n1]", "س[^n1]", translated_from="w[^n1]")
        item = an_item().model_copy(update={"title": title})
        source = an_agenda(a_day(a_slot(item, notes=(a_note(name="n1"),))))
        pasted = paste_rows(source, carried(source, "s1"), "d1")
        assert tree_of(pasted).text("i2", "title") == a_text("x[^n2]", "س[^n2]", translated_from="w[^n2]")


# --- languages ---------------------------------------------------------------------------------------------


class TestLanguages:
    def pasted(self, title: Text, *languages: str) -> Text:
        item = an_item().model_copy(update={"title": title})
        rows = carried(an_agenda(a_day(a_slot(item, name="s1"), name="d1")), "s1")
        agenda = an_agenda(a_day(), languages=languages, title=Text())
        changed = paste_rows(agenda, rows, "d1")
        assert flaws(changed) == ()
        return tree_of(changed).text("i1", "title")

    def test_those_that_the_agenda_has_not_are_left_out(self) -> None:
        assert self.pasted(a_text("x", "س"), "en") == a_text("x")

    def test_translation_becomes_a_source_and_source_a_translation(self) -> None:
        assert self.pasted(a_text("x", "س", translated_from="w"), "ar", "en") == Text(
            {"ar": Phrase(text="س"), "en": Phrase(text="x", state="translated")}
        )

    def test_stale_stays_stale_with_the_same_source(self) -> None:
        stale = a_text("x", "س", translated_from="w")
        assert self.pasted(stale, "en", "fr", "ar") == stale

    def test_rows_in_other_languages_are_refused(self) -> None:
        with pytest.raises(EditError, match="other languages"):
            self.pasted(a_text("x"), "fr")


# --- what comes from outside -------------------------------------------------------------------------------


def a_copy(**changes: Any) -> str:
    slot: dict[str, Any] = {"id": "s1", "start": "09:00", "kind": "session", **changes.pop("slot", {})}
    return json.dumps({"format": "igfeditor-rows", "version": 1, "languages": ["en"], "slots": [slot], **changes})


def test_copy_made_by_hand_is_read() -> None:
    assert [slot.id for slot in rows_from_json(a_copy()).slots] == ["s1"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Opening of the meeting",
        "{}",
        "[" * 10_000,
        a_copy(format="igfeditor-agenda"),
        a_copy(version=2),
        a_copy(colour="red"),
        a_copy(languages=[]),
        a_copy(languages=["en", "en"]),
        a_copy(slot={"start": None}),
        a_copy(slot={"id": "meeting"}),
        a_copy(slot={"room": {"ar": {"text": "x", "state": "final"}}}),
        a_copy(slot={"room": {"en": {"text": "a\0b"}}}),
        a_copy(slot={"items": [{"id": "i1", "number": "1\x1b"}]}),
        a_copy(slot={"items": [{"id": "s1"}]}),
        a_copy(items=[{"id": "i1"}]),
        a_copy(days=[{"id": "d1", "date": "2026-02-09"}, {"id": "d2", "date": "2026-02-09"}], slots=[]),
        a_copy(notes=[{"id": "s1", "text": {}}]),
    ],
)
def test_what_is_no_sound_copy_is_refused(text: str) -> None:
    with pytest.raises(EditError, match="There are no rows of an agenda to paste"):
        rows_from_json(text)


def test_empty_copy_is_not_pasted() -> None:
    with pytest.raises(EditError, match="no rows"):
        paste_rows(an_agenda(), rows_from_json(a_copy(slots=[])), "d1")


def test_unsound_copy_is_refused_on_pasting_too() -> None:
    rows = rows_from_json(a_copy())
    bad = rows.model_copy(update={"slots": (rows.slots[0].model_copy(update={"start": None}),)})
    with pytest.raises(EditError, match="no rows"):
        paste_rows(an_agenda(), bad, "d1")


def test_ids_may_be_as_long_as_the_format_allows() -> None:
    names = [f"{'x' * 63}{letter}" for letter in "abc"]
    agenda = an_agenda(a_day(a_slot(an_item("1", *(a_sub_item(name=name) for name in names)))))
    assert len(carried(agenda, *names).sub_items) == 3


def test_more_rows_than_one_slot_holds_can_be_copied() -> None:
    def items(first: int) -> list[Any]:
        return [an_item(name=f"i{number}") for number in range(first, first + 40)]

    agenda = an_agenda(a_day(a_slot(*items(0)), a_slot(*items(40))))
    rows = carried(agenda, *(f"i{number}" for number in range(80)))
    assert len(rows.items) == 80
    with pytest.raises(EditError, match="50 is the most"):
        paste_rows(agenda, rows, "s1")
