"""Where a finding stands, for people and for programs."""

from __future__ import annotations

import pytest

from igfeditor.checks.finding import Spot
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda, Output, Person, Term
from igfeditor.services.whereabouts import Whereabouts, path_of
from tests.agendas import a_day, a_link, a_note, a_slot, a_sub_item, a_text, an_agenda, an_item


def an_agenda_of_all() -> Agenda:
    deep = a_sub_item("Deep", marker="number", name="c4")
    points = (
        a_sub_item("First", deep, name="c1"),
        a_sub_item("Dot", marker="bullet", name="c2"),
        a_sub_item("Bare", marker="none", name="c3"),
        a_sub_item("Second", name="c5"),
    )
    people = (Person(name=a_text("A. Chair")), Person(name=a_text("B. Host")))
    body = (Output(id="b1", text=a_text("More")),)
    first = a_slot(
        an_item("One", *points, name="i1", people=people, body=body),
        an_item("Visit", name="i2", number="none"),
        an_item("Late", name="i3", number="3 bis"),
        name="s1", end="10:00", notes=(a_note(name="n2"),), links=(a_link(name="l2"),),
    )  # fmt: skip
    second = a_slot(name="s2", start=None, kind="note", label=a_text("Remark"))
    day = a_day(first, second, name="d1", outputs=(Output(id="o1", text=a_text("Output")),))
    return an_agenda(
        day, notes=(a_note(name="n1"),), links=(a_link(name="l1"),), terms=(Term(id="t1", en="forum", ar="منتدى"),)
    )


PLACES = {
    Spot(): ("Meeting", "meeting"),
    Spot("meeting", "title", "en"): ("Meeting, title (English)", "meeting.title"),
    Spot("meeting", "venue"): ("Meeting, venue", "meeting.venue"),
    Spot("n1", "text"): ("Meeting, note 1", "meeting.notes[0].text"),
    Spot("l1", "label"): ("Meeting, link 1", "meeting.links[0].label"),
    Spot("t1"): ("Meeting, term 1", "terms[0]"),
    Spot("d1", "heading", "ar"): ("Day 1, heading (Arabic)", "days[0].heading"),
    Spot("o1", "text"): ("Day 1, output 1", "days[0].outputs[0].text"),
    Spot("s1", "end"): ("Day 1, 09:00", "days[0].slots[0].end"),
    Spot("s1", "room"): ("Day 1, 09:00, room", "days[0].slots[0].room"),
    Spot("s2", "label"): ("Day 1, row 2", "days[0].slots[1].label"),
    Spot("n2", "text"): ("Day 1, 09:00, note 1", "days[0].slots[0].notes[0].text"),
    Spot("l2", "label"): ("Day 1, 09:00, link 1", "days[0].slots[0].links[0].label"),
    Spot("i1", "title", "fr"): ("Day 1, 09:00, item 1 (French)", "days[0].slots[0].items[0].title"),
    Spot("i1", "title", "sw"): ("Day 1, 09:00, item 1 (Swahili)", "days[0].slots[0].items[0].title"),
    Spot("i1", "people[1].name"): ("Day 1, 09:00, item 1, person 2", "days[0].slots[0].items[0].people[1].name"),
    Spot("b1", "text"): ("Day 1, 09:00, item 1, paragraph 1", "days[0].slots[0].items[0].body[0].text"),
    Spot("i2", "title"): ("Day 1, 09:00, entry 2", "days[0].slots[0].items[1].title"),
    Spot("i3", "number"): ("Day 1, 09:00, item 3 bis", "days[0].slots[0].items[2].number"),
    Spot("c1", "text"): ("Day 1, 09:00, item 1, a.", "days[0].slots[0].items[0].children[0].text"),
    Spot("c4", "text"): ("Day 1, 09:00, item 1, a., 1.", "days[0].slots[0].items[0].children[0].children[0].text"),
    Spot("c2", "text"): ("Day 1, 09:00, item 1, bullet 2", "days[0].slots[0].items[0].children[1].text"),
    Spot("c3", "text"): ("Day 1, 09:00, item 1, line 3", "days[0].slots[0].items[0].children[2].text"),
    Spot("c5", "text"): ("Day 1, 09:00, item 1, b.", "days[0].slots[0].items[0].children[3].text"),
}


@pytest.mark.parametrize(("spot", "said"), PLACES.items(), ids=[said[0] for said in PLACES.values()])
def test_a_place_is_said_in_words_and_as_a_path(spot: Spot, said: tuple[str, str]) -> None:
    agenda = an_agenda_of_all()
    assert (str(Whereabouts(agenda).of(spot)), path_of(agenda, spot)) == said


def test_a_place_is_said_in_arabic_with_arabic_letters() -> None:
    said = say(Whereabouts(an_agenda_of_all()).of(Spot("c5", "text", "ar")), "ar").replace("\u200e", "")
    assert said == "اليوم 1، 09:00، البند 1، ب. (العربية)"


def test_slots_that_start_together_are_told_apart_by_their_rows() -> None:
    rows = [a_slot(name=name, start="10:00", end=end) for name, end in (("s1", "11:00"), ("s2", "11:30"))]
    agenda = an_agenda(
        a_day(*rows, a_slot(name="s3", start="11:30", end="12:00")), a_day(a_slot(name="s4", start="10:00"))
    )
    said = [str(Whereabouts(agenda).of(Spot(name))) for name in ("s1", "s2", "s3", "s4")]
    assert said == ["Day 1, 10:00, row 1", "Day 1, 10:00, row 2", "Day 1, 11:30", "Day 2, 10:00"]
