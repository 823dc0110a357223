"""Three versions of one agenda put together: nothing that either side did is lost, and nothing is made up."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from igfeditor.errors import EditError
from igfeditor.model import edits, languages, rows
from igfeditor.model.agenda import Agenda, Waiver
from igfeditor.model.soundness import THE_MEETING, flaws
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of
from igfeditor.translation.merge import Card, Decision, Deed, Key, Merged, Side, Taken, merge
from tests.agendas import (
    a_day,
    a_note,
    a_slot,
    a_sub_item,
    an_agenda,
    an_item,
    generated_agenda,
)
from tests.deeds import any_deed, some_deeds


@pytest.fixture
def base() -> Agenda:
    """One day of two slots: the first with two items, the second with one that has two sub-items."""
    points = (a_sub_item("Point one", ar="نقطة أولى", name="c1"), a_sub_item("Point two", ar="نقطة ثانية", name="c2"))
    return an_agenda(
        a_day(
            a_slot(an_item("Opening", ar="افتتاح", name="i1"), an_item("Agenda", ar="جدول", name="i2"), name="s1"),
            a_slot(an_item("Report", *points, ar="تقرير", name="i3"), start="10:00", name="s2"),
            name="d1",
        )
    )


def said(agenda: Agenda, node: str, field: str = "title", language: str = "en") -> str:
    return tree_of(agenda).text(node, field).wording(language)


def order(agenda: Agenda, holder: str) -> list[str]:
    return [row.id for row in tree_of(agenda).rows(holder)]


def written(agenda: Agenda, node: str, words: str, language: str = "en", field: str = "title") -> Agenda:
    return edits.set_text(agenda, node, field, language, words)


class TestValues:
    def test_a_side_that_did_not_change_yields(self, base: Agenda) -> None:
        merged = merge(base, written(base, "i1", "Opening statements"), written(base, "i2", "Adoption"))
        assert [said(merged.agenda, name) for name in ("i1", "i2")] == ["Opening statements", "Adoption"]
        assert merged.cards == ()
        assert Taken(Deed.CHANGED, "i2", "title", "en") in merged.taken

    def test_both_changed_is_a_card_with_both_and_mine_stands_until_it_is_decided(self, base: Agenda) -> None:
        mine, theirs = written(base, "i1", "Welcome"), written(base, "i1", "Start")
        merged = merge(base, mine, theirs)
        key = Key("i1", "title", "en")
        assert merged.cards == (Card(key, "Opening", "Welcome", "Start"),)
        assert said(merged.agenda, "i1") == "Welcome"
        chosen = merge(base, mine, theirs, {key: Decision(Side.THEIRS)})
        assert said(chosen.agenda, "i1") == "Start"
        edited = merge(base, mine, theirs, {key: Decision(Side.MINE, "Welcome and start")})
        assert said(edited.agenda, "i1") == "Welcome and start"

    def test_the_same_change_on_both_sides_is_no_card(self, base: Agenda) -> None:
        changed = written(base, "i1", "Welcome")
        assert merge(base, changed, changed) == Merged(changed, (), ())

    def test_two_languages_of_one_text_are_two_values(self, base: Agenda) -> None:
        theirs = written(base, "i1", "بدء", "ar")
        merged = merge(base, edits.confirm(base, "i2", "title", "ar", "final"), theirs)
        assert said(merged.agenda, "i1", language="ar") == "بدء"
        assert merged.cards == ()

    def test_a_translation_of_another_source_than_the_merged_one_is_stale(self, base: Agenda) -> None:
        mine, theirs = written(base, "i1", "Welcome"), written(base, "i1", "بدء", "ar")
        for one, other in ((mine, theirs), (theirs, mine)):
            phrase = tree_of(merge(base, one, other).agenda).text("i1", "title").phrase("ar")
            assert phrase is not None
            assert (phrase.text, phrase.translated_from) == ("بدء", "Opening")

    def test_a_translation_that_was_confirmed_against_the_new_source_is_not_stale(self, base: Agenda) -> None:
        theirs = edits.confirm(written(base, "i1", "Welcome"), "i1", "title", "ar", "final")
        mine = edits.confirm(base, "i1", "title", "ar", "final")
        phrase = tree_of(merge(base, mine, theirs).agenda).text("i1", "title").phrase("ar")
        assert phrase is not None
        assert (phrase.state, phrase.is_stale) == ("final", False)

    def test_of_two_states_of_the_same_words_the_lower_is_kept(self, base: Agenda) -> None:
        one, other = (edits.confirm(base, "i1", "title", "ar", state) for state in ("final", "translated"))
        for merged in (merge(base, one, other), merge(base, other, one)):
            phrase = tree_of(merged.agenda).text("i1", "title").phrase("ar")
            assert phrase is not None
            assert phrase.state == "translated"
            assert merged.cards == ()

    def test_a_state_that_one_side_gave_yields_to_new_words_of_the_other(self, base: Agenda) -> None:
        stated, reworded = edits.confirm(base, "i1", "title", "ar", "final"), written(base, "i1", "بدء", "ar")
        for merged in (merge(base, stated, reworded), merge(base, reworded, stated)):
            assert merged.cards == ()
            assert merged.agenda == reworded

    def test_a_text_that_is_emptied_is_a_change(self, base: Agenda) -> None:
        emptied = edits.clear_translation(base, "i1", "title", "ar")
        assert said(merge(base, base, emptied).agenda, "i1", language="ar") == ""
        merged = merge(base, emptied, written(base, "i1", "بدء", "ar"))
        assert [(card.mine, card.theirs) for card in merged.cards] == [(None, "بدء")]

    def test_times_and_other_values_are_merged_each_by_itself(self, base: Agenda) -> None:
        mine = edits.set_slot(base, "s2", end=None, kind="social")
        theirs = edits.set_slot(base, "s2", locked=True)
        slot = tree_of(merge(base, mine, theirs).agenda).node("s2")
        assert (slot.kind, slot.locked) == ("social", True)  # type: ignore[union-attr]

    def test_a_value_that_is_taken_away_is_away(self, base: Agenda) -> None:
        with_minutes = edits.set_item(base, "i1", minutes=5)
        theirs = edits.set_item(with_minutes, "i1", minutes=None)
        assert merge(with_minutes, with_minutes, theirs).agenda == base
        mine = edits.set_item(with_minutes, "i1", number="none")
        assert merge(with_minutes, mine, theirs).agenda == edits.set_item(base, "i1", number="none")

    def test_styles_meeting_and_languages_are_merged_too(self, base: Agenda) -> None:
        mine = edits.set_style(edits.set_meeting(base, revision=2), digits="arabic-indic")
        theirs = languages.add_language(edits.set_style(edits.set_meeting(base, status="revised"), clock="12h"), "fr")
        merged = merge(base, mine, theirs).agenda
        assert (merged.meeting.revision, merged.meeting.status) == (2, "revised")
        assert (merged.style.digits, merged.style.clock) == ("arabic-indic", "12h")
        assert merged.languages == ("en", "ar", "fr")

    def test_a_language_that_one_side_removed_is_removed_from_what_the_other_added(self, base: Agenda) -> None:
        mine = written(rows.duplicate(base, ["i2"]), "i2", "جدول الأعمال", "ar")
        merged = merge(base, mine, languages.remove_language(base, "ar")).agenda
        assert merged.languages == ("en",)
        assert flaws(merged) == ()

    def test_people_are_merged_name_by_name(self, base: Agenda) -> None:
        with_people = edits.set_text(edits.add_person(base, "i1"), "i1", "people[0].name", "en", "Ms Diallo")
        mine = edits.set_text(with_people, "i1", "people[0].role", "en", "Chair")
        theirs = edits.set_text(with_people, "i1", "people[0].name", "ar", "السيدة ديالو")
        merged = merge(with_people, mine, theirs).agenda
        assert said(merged, "i1", "people[0].role") == "Chair"
        assert said(merged, "i1", "people[0].name", "ar") == "السيدة ديالو"

    def test_waivers_of_both_are_kept_and_taken_back_ones_go(self, base: Agenda) -> None:
        old, mine, theirs = (Waiver(check=check, target="s1", reason="so agreed") for check in ("T03", "T04", "T05"))
        started = base.model_copy(update={"waivers": (old,)})
        merged = merge(
            started,
            started.model_copy(update={"waivers": (old, mine)}),
            started.model_copy(update={"waivers": (theirs,)}),
        )
        assert merged.agenda.waivers == (mine, theirs)


class TestRows:
    def test_deleted_and_not_touched_is_deleted(self, base: Agenda) -> None:
        merged = merge(base, base, rows.remove(base, ["i2"]))
        assert order(merged.agenda, "s1") == ["i1"]
        assert merged.taken == (Taken(Deed.REMOVED, "i2"),)

    @pytest.mark.parametrize("turned", [False, True])
    def test_deleted_and_edited_is_kept_whole(self, base: Agenda, turned: bool) -> None:
        edited, deleted = written(base, "c1", "Point 1", field="text"), rows.remove(base, ["s2"])
        merged = merge(base, *((deleted, edited) if turned else (edited, deleted)))
        assert order(merged.agenda, "d1") == ["s1", "s2"]
        assert order(merged.agenda, "i3") == ["c1", "c2"]
        assert said(merged.agenda, "c1", "text") == "Point 1"
        assert merged.taken == (Taken(Deed.KEPT, "s2"),)

    def test_both_added_under_one_id_keeps_both(self, base: Agenda) -> None:
        mine, theirs = (
            written(edits.add_paragraph(base, "i1"), "o1", words, field="text") for words in ("Mine", "Theirs")
        )
        item = tree_of(merge(base, mine, theirs).agenda).node("i1")
        assert [one.text.wording("en") for one in item.body] == ["Mine", "Theirs"]  # type: ignore[union-attr]
        assert [one.id for one in item.body] == ["o1", "o2"]  # type: ignore[union-attr]

    def test_marks_follow_notes_that_get_another_id(self, base: Agenda) -> None:
        mine, theirs = (
            written(edits.set_text(edits.add_note(base, "s1"), "n1", "text", "en", note), "i1", title)
            for note, title in (("My note", "Opening"), ("Their note", "Opening [^n1]"))
        )
        merged = merge(base, mine, theirs).agenda
        assert said(merged, "i1") == "Opening [^n2]"
        assert said(merged, "n2", "text") == "Their note"

    def test_what_one_took_from_the_other_before_is_there_once(self, base: Agenda) -> None:
        theirs = written(edits.add_paragraph(base, "i1"), "o1", "Theirs", field="text")
        assert merge(base, theirs, written(theirs, "i2", "Adoption")).agenda == written(theirs, "i2", "Adoption")

    def test_a_day_that_both_added_is_one_day(self, base: Agenda) -> None:
        def added(words: str, name: str) -> Agenda:
            day = a_day(a_slot(an_item(words, name=f"i{name}"), name=f"s{name}"), on="2026-05-01", name=f"d{name}")
            return base.model_copy(update={"days": (*base.days, day)})

        merged = merge(base, added("Mine", "7"), added("Theirs", "8")).agenda
        assert order(merged, "d7") == ["s7", "s8"]

    def test_the_side_that_moved_gives_the_order(self, base: Agenda) -> None:
        moved = rows.move(base, ["i2"], "s1", 0)
        edited = written(base, "i1", "Welcome")
        for merged in (merge(base, moved, edited), merge(base, edited, moved)):
            assert order(merged.agenda, "s1") == ["i2", "i1"]
            assert said(merged.agenda, "i1") == "Welcome"

    def test_moved_to_another_row_and_edited_is_there_with_the_edit(self, base: Agenda) -> None:
        merged = merge(base, written(base, "i2", "Adoption"), rows.move(base, ["i2"], "s2", 0))
        assert order(merged.agenda, "s2") == ["i2", "i3"]
        assert said(merged.agenda, "i2") == "Adoption"
        assert Taken(Deed.MOVED, "i2") in merged.taken

    def test_moved_to_two_places_is_a_card(self, base: Agenda) -> None:
        start = an_agenda(a_day(*(a_slot(an_item(name=f"i{n}"), name=f"s{n}") for n in (1, 2, 3))))
        merged = merge(start, rows.move(start, ["i1"], "s2", 0), rows.move(start, ["i1"], "s3", 0))
        assert [card.key for card in merged.cards] == [Key("i1", "place")]
        assert order(merged.agenda, "s2") == ["i1", "i2"]
        chosen = merge(
            start,
            rows.move(start, ["i1"], "s2", 0),
            rows.move(start, ["i1"], "s3", 0),
            {Key("i1", "place"): Decision(Side.THEIRS)},
        )
        assert order(chosen.agenda, "s3") == ["i1", "i3"]

    def test_points_that_would_stand_in_each_other_stand_where_i_have_them(self) -> None:
        start = an_agenda(a_day(a_slot(an_item("I", a_sub_item("A", name="c1"), a_sub_item("B", name="c2")))))
        mine, theirs = rows.move(start, ["c1"], "c2", 0), rows.move(start, ["c2"], "c1", 0)
        assert merge(start, mine, theirs).agenda == mine

    def test_both_made_another_order_is_a_card(self) -> None:
        start = an_agenda(a_day(a_slot(*(an_item(letter, name=f"i{n}") for n, letter in enumerate("ABC", 1)))))
        mine, theirs = rows.move(start, ["i3"], "s1", 0), rows.move(start, ["i2"], "s1", 0)
        merged = merge(start, mine, theirs)
        assert [card.key for card in merged.cards] == [Key("s1", "order of items")]
        assert order(merged.agenda, "s1") == ["i3", "i1", "i2"]
        chosen = merge(start, mine, theirs, {Key("s1", "order of items"): Decision(Side.THEIRS)})
        assert order(chosen.agenda, "s1") == ["i2", "i1", "i3"]

    def test_an_item_that_became_a_point_keeps_what_the_other_side_wrote(self, base: Agenda) -> None:
        demoted = rows.indent(base, ["i2"])
        merged = merge(base, written(base, "i2", "Adoption"), demoted).agenda
        assert "Adoption" in {place.text.wording("en") for place in agenda_texts(merged)}


class TestRefusals:
    def test_other_agendas_are_refused(self, base: Agenda) -> None:
        with pytest.raises(EditError, match="different agendas"):
            merge(base, base, base.model_copy(update={"id": "another"}))

    def test_other_sources_are_refused(self, base: Agenda) -> None:
        with pytest.raises(EditError, match="different source languages"):
            merge(base, base, languages.set_source(base, "ar"))

    def test_what_would_break_a_rule_together_is_refused_with_the_rule(self) -> None:
        start = an_agenda(a_day(name="d1"), a_day(on="2026-02-20", name="d2"))
        mine, theirs = (edits.set_day(start, day, date=start.days[0].date.replace(day=27)) for day in ("d1", "d2"))
        with pytest.raises(EditError, match="cannot be put together") as refusal:
            merge(start, mine, theirs)
        assert refusal.value.hint is not None


def two_sides(seed: int, deeds: int) -> tuple[Agenda, Agenda, Agenda]:
    base = generated_agenda(seed)
    sides = [list(some_deeds(seed * 2 + side, base, deeds)) for side in (0, 1)]
    return (base, *(side[-1] if side else base for side in sides))  # type: ignore[return-value]


def wordings(agenda: Agenda) -> Iterator[str]:
    for place in agenda_texts(agenda):
        for phrase in place.text.root.values():
            if phrase.text:
                yield phrase.text


@pytest.mark.parametrize("seed", range(150))
def test_one_side_alone_gives_that_side(seed: int) -> None:
    base, mine, theirs = two_sides(seed, 6)
    for one in (mine, theirs):
        if one.source != base.source:
            continue
        for merged in (merge(base, one, base), merge(base, base, one), merge(base, one, one)):
            assert merged.agenda == one
            assert merged.cards == ()


@pytest.mark.parametrize("seed", range(300))
def test_nothing_that_either_side_wrote_is_lost(seed: int) -> None:
    base, mine, theirs = two_sides(seed, 1 + seed % 8)
    try:
        merged = merge(base, mine, theirs)
    except EditError:
        return
    assert flaws(merged.agenda) == ()
    old, there = set(wordings(base)), set(wordings(merged.agenda))
    there |= {one for card in merged.cards for one in (card.mine, card.theirs) if isinstance(one, str)}
    kept = merged.agenda.languages
    for side in (mine, theirs):
        if side.languages == base.languages == kept:
            lost = {words for words in wordings(side) if "[^" not in words} - old - there
            assert lost == set(), seed


@pytest.mark.parametrize("seed", range(60))
def test_decisions_for_theirs_are_carried_out(seed: int) -> None:
    base, mine, theirs = two_sides(seed, 5)
    try:
        merged = merge(base, mine, theirs)
        decided = merge(base, mine, theirs, {card.key: Decision(Side.THEIRS) for card in merged.cards})
    except EditError:
        return
    tree = tree_of(decided.agenda)
    for card in merged.cards:
        if card.is_text and card.key.node in tree and isinstance(card.theirs, str):
            assert tree.text(card.key.node, card.key.field).wording(card.key.language) == card.theirs


def test_far_apart_deeds_meet_without_a_card() -> None:
    base = generated_agenda(5)
    chance = random.Random(1)
    assert any_deed(chance, base) is not None
    mine = edits.set_text(base, THE_MEETING, "title", "en", "Annual meeting of the forum")
    theirs = edits.set_meeting(base, revision=3)
    merged = merge(base, mine, theirs)
    assert merged.cards == ()
    assert merged.agenda == edits.set_meeting(mine, revision=3)


def test_a_note_that_both_have_keeps_its_id() -> None:
    base = an_agenda(a_day(a_slot(an_item("See [^n1]")), notes=(a_note(name="n1"),)))
    theirs = edits.set_text(base, "n1", "text", "en", "Another note")
    assert merge(base, base, theirs).agenda == theirs
