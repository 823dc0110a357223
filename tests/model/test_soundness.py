"""Rules of the whole agenda: each broken alone is one flaw at its place, and a sound agenda has none."""

from __future__ import annotations

import pytest
from hypothesis import given

from igfeditor.model.agenda import Agenda, Kind, Link, Note, Output, Phrase, Slot, SubItem, Term, Text, Waiver
from igfeditor.model.soundness import Place, flaws, path_words
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
    clock,
    large_agenda,
)


def found(agenda: Agenda) -> list[tuple[Place, str]]:
    return [(flaw.place, str(flaw.rule)) for flaw in flaws(agenda)]


def with_slot(slot: Slot) -> Agenda:
    return an_agenda(a_day(slot))


def slot(start: str | None, end: str | None, kind: Kind = "session", next_day_end: bool = False) -> Slot:
    return Slot(id="s1", start=clock(start), end=clock(end), kind=kind, next_day_end=next_day_end)


@given(agendas())
def test_generated_agendas_are_sound(agenda: Agenda) -> None:
    assert flaws(agenda) == ()


def test_large_agenda_is_sound() -> None:
    assert flaws(large_agenda(slots=100)) == ()


HOLDERS = {
    "day": (a_day(name="x"), ("days", 0)),
    "slot": (a_day(a_slot(name="x")), ("days", 0, "slots", 0)),
    "item": (a_day(a_slot(an_item(name="x"))), ("days", 0, "slots", 0, "items", 0)),
    "sub-item": (
        a_day(a_slot(an_item("a", a_sub_item("b", a_sub_item("c", name="x"))))),
        ("days", 0, "slots", 0, "items", 0, "children", 0, "children", 0),
    ),
    "paragraph": (
        a_day(a_slot(an_item(body=(Output(id="x", text=a_text("p")),)))),
        ("days", 0, "slots", 0, "items", 0, "body", 0),
    ),
    "output": (a_day(outputs=(Output(id="x", text=a_text("p")),)), ("days", 0, "outputs", 0)),
    "note of the day": (a_day(notes=(a_note(name="x"),)), ("days", 0, "notes", 0)),
    "note of the slot": (a_day(a_slot(notes=(a_note(name="x"),))), ("days", 0, "slots", 0, "notes", 0)),
    "link of the slot": (a_day(a_slot(links=(a_link(name="x"),))), ("days", 0, "slots", 0, "links", 0)),
}


@pytest.mark.parametrize("holder", HOLDERS)
def test_id_occurs_once_in_the_whole_file(holder: str) -> None:
    day, place = HOLDERS[holder]
    agenda = an_agenda(day).model_copy(update={"terms": (Term(id="x", en="x", ar="x"),)})
    assert found(agenda) == [(("terms", 0, "id"), f"the id x is that of {path_words(place)} too")]


@pytest.mark.parametrize("field", ["notes", "links"])
def test_ids_of_the_meeting_are_among_them(field: str) -> None:
    node = {"notes": Note(id="d1", text=Text()), "links": Link(id="d1", label=Text(), url="https://x")}[field]
    agenda = an_agenda(days=1)
    changed = agenda.model_copy(update={"meeting": agenda.meeting.model_copy(update={field: (node,)})})
    assert found(changed) == [(("days", 0, "id"), f"the id d1 is that of meeting.{field}[0] too")]


def test_third_of_one_id_is_told_of_the_first() -> None:
    agenda = an_agenda(days=1).model_copy(update={"terms": (Term(id="d1", en="", ar=""), Term(id="d1", en="", ar=""))})
    assert [place for place, _ in found(agenda)] == [("terms", 0, "id"), ("terms", 1, "id")]
    assert {rule for _, rule in found(agenda)} == {"the id d1 is that of days[0] too"}


def test_id_of_the_agenda_itself_is_not_among_them() -> None:
    assert found(an_agenda(id="d1")) == []


def test_id_of_the_meeting_is_reserved() -> None:
    assert found(an_agenda(a_day(name="meeting"))) == [
        (("days", 0, "id"), "the id meeting belongs to the meeting itself")
    ]


def test_waiver_may_name_what_is_gone() -> None:
    assert found(an_agenda(waivers=(Waiver(check="T03", target="gone", reason="x"),))) == []


def test_dates_occur_once() -> None:
    agenda = an_agenda(days=3)
    days = tuple(day.model_copy(update={"date": agenda.days[1].date}) for day in agenda.days)
    assert found(agenda.model_copy(update={"days": days})) == [
        (("days", 1, "date"), "the date 2026-02-10 is that of days[0] too"),
        (("days", 2, "date"), "the date 2026-02-10 is that of days[0] too"),
    ]


def test_days_need_not_be_in_order() -> None:
    assert found(an_agenda(a_day(on="2026-02-10"), a_day(on="2026-02-09"))) == []


def test_languages_occur_once() -> None:
    assert found(an_agenda(languages=("en", "ar", "en"))) == [(("languages", 2), "the language en is there twice")]


def test_text_is_in_a_language_of_the_agenda() -> None:
    title = Text({"en": Phrase(text="x"), "fr": Phrase(text="y", state="final")})
    assert found(an_agenda(title=title)) == [(("meeting", "title", "fr"), "fr is not a language of this agenda")]
    assert found(an_agenda(days=0, title=title, languages=("en", "fr"))) == []


@pytest.mark.parametrize(
    ("phrase", "field"),
    [
        (Phrase(text="x", state="final"), "state"),
        (Phrase(text="x", translated_from="y"), "translated_from"),
        (Phrase(text="x", translated_from=""), "translated_from"),
        (Phrase(text="", state="final"), "state"),
    ],
)
def test_source_is_no_translation(phrase: Phrase, field: str) -> None:
    assert [place for place, _ in found(an_agenda(title=Text({"en": phrase})))] == [("meeting", "title", "en", field)]


def test_translation_has_a_state_as_soon_as_there_is_text() -> None:
    assert found(an_agenda(title=Text({"ar": Phrase(text="نص")}))) == [
        (("meeting", "title", "ar", "state"), "a translation has a state")
    ]
    assert found(an_agenda(title=Text({"ar": Phrase(text="")}))) == []


def test_texts_of_every_depth_are_looked_at() -> None:
    bad = Text({"ar": Phrase(text="نص")})
    child = SubItem(id="c1", text=bad)
    item = an_item("x", a_sub_item("y", child, name="c0"), people=()).model_copy(update={"title": bad})
    agenda = an_agenda(a_day(a_slot(item, track=bad, links=(Link(id="l", label=bad, url="https://x"),)), heading=bad))
    assert len(flaws(agenda)) == 5


@pytest.mark.parametrize(
    ("times", "fields"),
    [
        ((None, None, "note", False), []),
        (("09:00", None, "note", False), []),
        (("09:00", "10:00", "note", False), []),
        (("09:00", None, "session", False), []),
        (("10:00", "09:00", "session", False), []),
        (("23:00", "01:00", "social", True), []),
        ((None, None, "session", False), ["start"]),
        ((None, None, "break", False), ["start"]),
        ((None, "10:00", "note", False), ["end"]),
        ((None, "10:00", "session", False), ["start", "end"]),
        (("09:00", None, "session", True), ["next_day_end"]),
        ((None, None, "note", True), ["next_day_end"]),
        ((None, "10:00", "note", True), ["end"]),
    ],
)
def test_times_of_a_slot_stand_together(times: tuple[str | None, str | None, Kind, bool], fields: list[str]) -> None:
    places = [place for place, _ in found(with_slot(slot(*times)))]
    assert places == [("days", 0, "slots", 0, field) for field in fields]


def test_sub_items_stand_three_levels_deep_and_no_more() -> None:
    three = a_sub_item("1", a_sub_item("2", a_sub_item("3")))
    assert found(with_slot(a_slot(an_item("x", three)))) == []
    five = a_sub_item("-1", a_sub_item("0", three))
    place = ("days", 0, "slots", 0, "items", 0, *("children", 0) * 4)
    assert found(with_slot(a_slot(an_item("x", five)))) == [(place, "sub-items stand more than 3 levels deep")]


def test_item_has_two_hundred_sub_items_on_all_levels() -> None:
    def with_sub_items(count: int) -> Agenda:
        inner = [a_sub_item(str(number), name=f"in{number}") for number in range(150)]
        outer = [a_sub_item(str(number), name=f"out{number}") for number in range(count - 151)]
        return with_slot(a_slot(an_item("x", a_sub_item("first", *inner, name="first"), *outer)))

    assert found(with_sub_items(200)) == []
    assert found(with_sub_items(201)) == [
        (
            ("days", 0, "slots", 0, "items", 0, "children"),
            "an item has more than 200 sub-items on all its levels",
        )
    ]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((), ""),
        (("days", 2, "slots", 4, "start"), "days[2].slots[4].start"),
        (("meeting", "title", "ar"), "meeting.title.ar"),
        (("days", 0, "two words"), 'days[0]["two words"]'),
        (("a\n",), '["a\\n"]'),
        (("x" * 99,), f'["{"x" * 40}"]'),
    ],
)
def test_place_in_words(place: Place, words: str) -> None:
    assert path_words(place) == words
