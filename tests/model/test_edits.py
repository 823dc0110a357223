"""Deeds on texts and attributes: what they do, what they refuse, and that nothing done is nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.errors import EditError
from igfeditor.model import edits
from igfeditor.model.agenda import Agenda, Output, Person, Phrase, Text
from igfeditor.model.edits import clear_translation, confirm, copy_source, set_text
from igfeditor.model.scalars import MAX_TEXT
from igfeditor.model.soundness import flaws
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_link, a_note, a_slot, a_sub_item, a_text, agendas, an_agenda, an_item

ENGLISH, ARABIC = "Opening", "افتتاح"


def with_title(title: Text) -> Agenda:
    return an_agenda(a_day(a_slot(an_item().model_copy(update={"title": title}))))


def typed(agenda: Agenda, language: str, *texts: str) -> Agenda:
    """Type one text after another into the title of the item."""
    for text in texts:
        agenda = set_text(agenda, "i1", "title", language, text)
    return agenda


def title(agenda: Agenda) -> Text:
    return tree_of(agenda).text("i1", "title")


def arabic(agenda: Agenda) -> Phrase:
    phrase = title(agenda).phrase("ar")
    assert phrase is not None
    return phrase


@pytest.fixture
def translated() -> Agenda:
    return with_title(a_text(ENGLISH, ARABIC, "final"))


# --- texts -------------------------------------------------------------------------------------------------


class TestSource:
    def test_text_that_is_typed_is_there(self) -> None:
        assert title(typed(with_title(Text()), "en", "O", "Op")).wording("en") == "Op"

    def test_source_has_no_state(self, translated: Agenda) -> None:
        assert title(typed(translated, "en", "new")).phrase("en") == Phrase(text="new")

    def test_new_source_makes_its_translation_stale(self, translated: Agenda) -> None:
        assert arabic(typed(translated, "en", "new")) == Phrase(text=ARABIC, state="final", translated_from=ENGLISH)

    def test_stale_translation_keeps_the_source_that_it_was_made_from(self, translated: Agenda) -> None:
        assert arabic(typed(translated, "en", "a", "b", "c")).translated_from == ENGLISH

    def test_source_that_comes_back_ends_it(self, translated: Agenda) -> None:
        assert typed(translated, "en", "a", "b", ENGLISH) == translated

    def test_source_that_is_deleted_makes_stale_too(self, translated: Agenda) -> None:
        gone = typed(translated, "en", "")
        assert title(gone).phrase("en") is None
        assert arabic(gone).translated_from == ENGLISH
        assert typed(gone, "en", ENGLISH) == translated

    def test_translation_from_before_its_source_must_be_confirmed(self) -> None:
        first = with_title(a_text(ar=ARABIC))
        assert arabic(typed(first, "en", "O", "Op")).translated_from == ""
        assert typed(first, "en", "O", "") == first

    def test_nothing_becomes_stale_where_nothing_is_translated(self) -> None:
        empty = with_title(Text({"en": Phrase(text="x"), "ar": Phrase(text="")}))
        assert arabic(typed(empty, "en", "new")) == Phrase(text="")

    def test_source_is_the_first_language_and_not_english(self) -> None:
        turned = with_title(Text({"ar": Phrase(text=ARABIC), "en": Phrase(text=ENGLISH, state="reviewed")}))
        turned = turned.model_copy(update={"languages": ("ar", "en")})
        assert title(typed(turned, "ar", "نص")).phrase("en") == Phrase(
            text=ENGLISH, state="reviewed", translated_from=ARABIC
        )


class TestTranslation:
    def test_first_stroke_makes_it_translated(self) -> None:
        assert arabic(typed(with_title(a_text(ENGLISH)), "ar", "ا")) == Phrase(text="ا", state="translated")

    def test_stroke_ends_review(self, translated: Agenda) -> None:
        assert arabic(typed(translated, "ar", "نص")).state == "translated"

    def test_stroke_does_not_end_staleness(self, translated: Agenda) -> None:
        assert arabic(typed(typed(translated, "en", "new"), "ar", "نص")).translated_from == ENGLISH

    def test_empty_text_takes_the_phrase_out(self, translated: Agenda) -> None:
        assert title(typed(translated, "ar", "")) == a_text(ENGLISH)
        assert title(clear_translation(translated, "i1", "title", "ar")) == a_text(ENGLISH)

    def test_what_is_written_anew_is_not_stale(self, translated: Agenda) -> None:
        assert arabic(typed(typed(translated, "en", "new"), "ar", "", "نص")) == Phrase(text="نص", state="translated")

    def test_confirming_sets_the_state_and_ends_staleness(self, translated: Agenda) -> None:
        stale = typed(translated, "en", "new")
        assert arabic(confirm(stale, "i1", "title", "ar", "reviewed")) == Phrase(text=ARABIC, state="reviewed")

    def test_copied_source_is_a_translation_of_it_as_it_is_now(self, translated: Agenda) -> None:
        copied = copy_source(typed(translated, "en", "new"), "i1", "title", "ar")
        assert arabic(copied) == Phrase(text="new", state="translated")

    def test_languages_stand_in_the_order_of_the_agenda(self) -> None:
        assert list(title(typed(with_title(a_text(ar=ARABIC)), "en", "x")).root) == ["en", "ar"]


@pytest.mark.parametrize(
    ("deed", "message"),
    [
        (lambda agenda: set_text(agenda, "i1", "title", "fr", "x"), "no texts in the language fr"),
        (lambda agenda: set_text(agenda, "i1", "title", "en", "x" * (MAX_TEXT + 1)), "too long: 20001 characters"),
        (lambda agenda: set_text(agenda, "i1", "title", "ar", "a\0"), "U\\+0000"),
        (lambda agenda: set_text(agenda, "i1", "title", "en", "\ud800"), "U\\+D800"),
        (lambda agenda: set_text(agenda, "gone", "title", "en", "x"), "no longer"),
        (lambda agenda: set_text(agenda, "i1", "people[0].name", "en", "x"), "no longer"),
        (lambda agenda: confirm(agenda, "i1", "title", "en"), "no translation"),
        (lambda agenda: confirm(agenda, "i1", "title", "ar", "done"), "cannot stand"),
        (lambda agenda: confirm(agenda, "s1", "label", "ar"), "no translation to confirm"),
        (lambda agenda: copy_source(agenda, "s1", "label", "ar"), "no source text"),
        (lambda agenda: copy_source(agenda, "i1", "title", "en"), "no translation"),
        (lambda agenda: clear_translation(agenda, "i1", "title", "en"), "no translation"),
        (lambda agenda: confirm(agenda, "i1", "title", "fr"), "no texts in the language fr"),
        (lambda agenda: copy_source(agenda, "i1", "title", "fr"), "no texts in the language fr"),
        (lambda agenda: edits.add_person(agenda, "s1"), "no longer"),
    ],
)
def test_deeds_that_cannot_be_are_refused_in_words(
    translated: Agenda, deed: Callable[[Agenda], Agenda], message: str
) -> None:
    with pytest.raises(EditError, match=message) as caught:
        deed(translated)
    assert str(caught.value.hint).endswith(".")


@pytest.mark.parametrize(
    "deed",
    [
        lambda agenda: set_text(agenda, "i1", "title", "en", ENGLISH),
        lambda agenda: set_text(agenda, "i1", "title", "ar", ARABIC),
        lambda agenda: set_text(agenda, "s1", "label", "ar", ""),
        lambda agenda: confirm(agenda, "i1", "title", "ar", "final"),
        lambda agenda: clear_translation(agenda, "s1", "label", "ar"),
        lambda agenda: edits.set_slot(agenda, "s1", start="09:00", kind="session", end=None),
        lambda agenda: edits.set_day(agenda, "d1", date=agenda.days[0].date),
        lambda agenda: edits.set_item(agenda, "i1", number="auto"),
        lambda agenda: edits.set_meeting(agenda, status="draft", extra_time_zones=()),
        lambda agenda: edits.set_style(agenda, digits="western"),
    ],
)
def test_what_changes_nothing_gives_the_same_agenda(translated: Agenda, deed: Callable[[Agenda], Agenda]) -> None:
    assert deed(translated) is translated


@given(agendas(), st.randoms(use_true_random=False), st.lists(st.sampled_from(("", "a", "ب", "a b")), max_size=4))
def test_source_may_wander_and_comes_home(agenda: Agenda, chance: object, way: list[str]) -> None:
    place = chance.choice(list(agenda_texts(agenda)))  # type: ignore[attr-defined]
    stale = {code: phrase.translated_from for code, phrase in place.text.root.items() if phrase.is_stale}
    wandered = agenda
    for text in (*way, place.text.wording(agenda.source)):
        wandered = set_text(wandered, place.node, place.field, agenda.source, text)
    home = tree_of(wandered).text(place.node, place.field)
    assert flaws(wandered) == ()
    assert {code: phrase.text for code, phrase in home.root.items() if phrase.text} == {
        code: phrase.text for code, phrase in place.text.root.items() if phrase.text
    }
    now = {code: phrase.translated_from for code, phrase in home.root.items() if phrase.is_stale}
    assert now.items() <= stale.items()


# --- attributes --------------------------------------------------------------------------------------------


def test_attributes_take_what_a_file_may_hold(translated: Agenda) -> None:
    agenda = edits.set_slot(translated, "s1", start="10:00", end=time(11, 30), kind="ceremony", locked=True)
    slot = agenda.days[0].slots[0]
    assert (slot.start, slot.end, slot.kind, slot.locked) == (time(10), time(11, 30), "ceremony", True)
    agenda = edits.set_day(agenda, "d1", date="2027-01-31", access="members", numbering="continue")
    assert agenda.days[0].date == date(2027, 1, 31)
    agenda = edits.set_item(agenda, "i1", number="3 bis", minutes=5)
    assert (agenda.days[0].slots[0].items[0].number, agenda.days[0].slots[0].items[0].minutes) == ("3 bis", 5)
    agenda = edits.set_meeting(agenda, time_zone="Europe/Zurich", revision=2)
    assert (agenda.meeting.time_zone, agenda.meeting.revision) == ("Europe/Zurich", 2)
    assert edits.set_style(agenda, letters="bracket").style.letters == "bracket"
    assert flaws(agenda) == ()


def test_sub_items_and_links_too() -> None:
    agenda = an_agenda(a_day(a_slot(an_item("x", a_sub_item()), links=(a_link(),))))
    agenda = edits.set_sub_item(agenda, "c1", marker="bullet", minutes=3)
    agenda = edits.set_link(agenda, "l1", "mailto:a@example.org")
    slot = agenda.days[0].slots[0]
    assert (slot.items[0].children[0].marker, slot.links[0].url) == ("bullet", "mailto:a@example.org")


def test_end_that_goes_takes_the_next_day_with_it() -> None:
    agenda = an_agenda(a_day(a_slot(start="23:00", end="01:00", next_day_end=True)))
    slot = edits.set_slot(agenda, "s1", end=None).days[0].slots[0]
    assert (slot.end, slot.next_day_end) == (None, False)


@pytest.mark.parametrize(
    ("deed", "message"),
    [
        (lambda agenda: edits.set_slot(agenda, "s1", start="9:30"), "“9:30” is not a time"),
        (lambda agenda: edits.set_slot(agenda, "s1", start="24:00"), "not a time"),
        (lambda agenda: edits.set_slot(agenda, "s1", start=None), "needs a start"),
        (lambda agenda: edits.set_slot(agenda, "s1", kind="note", start=None, end="10:00"), "An end needs a start"),
        (lambda agenda: edits.set_slot(agenda, "s1", end=None, next_day_end=True), "no end"),
        (lambda agenda: edits.set_slot(agenda, "s1", kind="party"), "“party” cannot stand"),
        (lambda agenda: edits.set_slot(agenda, "d1", locked=True), "no longer"),
        (lambda agenda: edits.set_day(agenda, "d1", date="2026-02-10"), "Day 2 has the date 2026-02-10 already"),
        (lambda agenda: edits.set_day(agenda, "d1", date="2026-02-30"), "not a date"),
        (lambda agenda: edits.set_day(agenda, "d1", date="31 January"), "not a date"),
        (lambda agenda: edits.set_day(agenda, "d1", date="1066-10-14"), "not a date"),
        (lambda agenda: edits.set_item(agenda, "i1", minutes=0), "“0” cannot stand"),
        (lambda agenda: edits.set_item(agenda, "i1", minutes=1441), "“1441” cannot stand"),
        (lambda agenda: edits.set_item(agenda, "i1", number=""), "cannot stand"),
        (lambda agenda: edits.set_item(agenda, "i1", number="a\0b"), "U\\+0000"),
        (lambda agenda: edits.set_meeting(agenda, time_zone="Mars"), "not a time zone"),
        (lambda agenda: edits.set_meeting(agenda, symbol="x" * 501), "cannot stand"),
        (lambda agenda: edits.set_style(agenda, digits="roman"), "cannot stand"),
        (lambda agenda: edits.add_link(agenda, "s1", "example.org"), "not an address"),
    ],
)
def test_values_that_cannot_be_are_refused_in_words(deed: Callable[[Agenda], Agenda], message: str) -> None:
    with pytest.raises(EditError, match=message) as caught:
        deed(an_agenda(days=2))
    assert str(caught.value.hint).endswith(".")


def test_longest_text_is_taken() -> None:
    text = "x" * MAX_TEXT
    assert title(typed(with_title(Text()), "en", text)).wording("en") == text


@pytest.mark.parametrize(("length", "told"), [(38, f"“{'x' * 38}”"), (39, f"“{'x' * 37}…”")])
def test_long_values_are_told_in_part(length: int, told: str) -> None:
    with pytest.raises(EditError) as caught:
        edits.set_style(an_agenda(), digits="x" * length)
    assert str(caught.value) == f"{told} cannot stand there."
    assert len(told) == 40


def test_choices_are_named() -> None:
    with pytest.raises(EditError) as caught:
        edits.set_style(an_agenda(), digits="roman")
    assert str(caught.value.hint) == "Choose one of these: western, arabic-indic."


@pytest.mark.parametrize("values", [{"id": "s9"}, {"items": ()}, {"room": Text()}, {"colour": "red"}])
def test_attributes_are_no_way_round_other_deeds(values: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="no attribute"):
        edits.set_slot(an_agenda(), "s1", **values)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="no attribute"):
        edits.set_style(an_agenda(), **values)  # type: ignore[arg-type]


# --- parts -------------------------------------------------------------------------------------------------


class TestParts:
    def test_each_is_added_at_the_end_of_its_own(self) -> None:
        agenda = an_agenda(a_day(a_slot(an_item(body=(Output(id="o1", text=a_text("p")),)), notes=(a_note(),))))
        agenda = edits.add_note(edits.add_note(edits.add_note(agenda, "meeting"), "d1"), "s1")
        agenda = edits.add_link(edits.add_link(agenda, "meeting", "https://a.b/"), "s1", "https://c.d/")
        agenda = edits.add_paragraph(edits.add_output(agenda, "d1"), "i1")
        day = agenda.days[0]
        assert [note.id for note in (*agenda.meeting.notes, *day.notes, *day.slots[0].notes)] == [
            "n2",
            "n3",
            "n1",
            "n4",
        ]
        assert [link.url for link in (*agenda.meeting.links, *day.slots[0].links)] == ["https://a.b/", "https://c.d/"]
        assert [one.id for one in (*day.outputs, *day.slots[0].items[0].body)] == ["o2", "o1", "o3"]

    @pytest.mark.parametrize(
        "deed",
        [
            lambda agenda: edits.add_note(agenda, "i1"),
            lambda agenda: edits.add_link(agenda, "d1", "https://a.b/"),
            lambda agenda: edits.add_output(agenda, "s1"),
            lambda agenda: edits.add_paragraph(agenda, "s1"),
        ],
    )
    def test_none_stands_where_it_has_no_place(self, deed: Callable[[Agenda], Agenda]) -> None:
        with pytest.raises(EditError, match="cannot stand there"):
            deed(an_agenda())

    def test_they_are_moved_among_their_own(self) -> None:
        agenda = an_agenda(a_day(notes=tuple(a_note(name=f"n{number}") for number in (1, 2, 3))))
        moved = edits.move_part(agenda, "n1", 2)
        assert [note.id for note in moved.days[0].notes] == ["n2", "n3", "n1"]
        assert edits.move_part(moved, "n1", 0) == agenda
        assert edits.move_part(agenda, "n3", 99) is agenda

    def test_they_are_removed(self) -> None:
        agenda = an_agenda(links=tuple(a_link(name=f"l{number}") for number in (1, 2, 3)))
        assert [link.id for link in edits.remove_part(agenda, "l1").meeting.links] == ["l2", "l3"]
        assert [link.id for link in edits.remove_part(agenda, "l2").meeting.links] == ["l1", "l3"]

    @pytest.mark.parametrize("node_id", ["meeting", "d1", "i1", "gone"])
    def test_rows_are_no_parts(self, node_id: str) -> None:
        with pytest.raises(EditError):
            edits.remove_part(an_agenda(), node_id)


class TestPeople:
    def names(self, agenda: Agenda) -> list[str]:
        return [one.name.wording("en") for one in agenda.days[0].slots[0].items[0].people]

    @pytest.fixture
    def agenda(self) -> Agenda:
        return an_agenda(a_day(a_slot(an_item(people=tuple(Person(name=a_text(name)) for name in "ABC")))))

    def test_they_come_and_go(self, agenda: Agenda) -> None:
        assert self.names(edits.add_person(agenda, "i1")) == ["A", "B", "C", ""]
        assert self.names(edits.remove_person(agenda, "i1", 1)) == ["A", "C"]

    def test_they_are_moved(self, agenda: Agenda) -> None:
        assert self.names(edits.move_person(agenda, "i1", 0, 2)) == ["B", "C", "A"]
        assert edits.move_person(agenda, "i1", 1, 1) is agenda

    @pytest.mark.parametrize("place", [-1, 3])
    def test_nobody_is_not_removed(self, agenda: Agenda, place: int) -> None:
        with pytest.raises(EditError):
            edits.remove_person(agenda, "i1", place)
