"""The models: frozen, strict, one spelling in the file for one value in memory."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from igfeditor.model.agenda import (
    Agenda,
    Day,
    Item,
    Kind,
    Link,
    Meeting,
    Node,
    Note,
    Output,
    Phrase,
    Slot,
    Style,
    SubItem,
    Term,
    Text,
)
from tests.agendas import a_day, a_link, a_slot, a_sub_item, a_text, agendas, an_agenda, an_item


def written(node: Node) -> dict[str, Any]:
    return json.loads(node.model_dump_json())


@pytest.mark.parametrize("node", [an_agenda(), a_day(), a_slot(), an_item(), a_link(), Style(), Phrase(text="x")])
def test_nodes_are_frozen(node: Node) -> None:
    for field in type(node).model_fields:
        with pytest.raises(ValidationError):
            setattr(node, field, None)


def test_text_is_frozen() -> None:
    text = a_text("x")
    with pytest.raises(TypeError):
        text.root["en"] = Phrase(text="y")  # type: ignore[index]


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError, match="strat"):
        Slot.model_validate({"id": "s1", "strat": "09:00"})


@pytest.mark.parametrize("clock", ["9:00", "09:00:00", "24:00", "09.00", "٠٩:٠٠", " 09:00", "09:00\n", 900, 9.0, True])
def test_time_has_one_spelling(clock: object) -> None:
    with pytest.raises(ValidationError, match="HH:MM"):
        Slot.model_validate({"id": "s1", "start": clock})


@pytest.mark.parametrize("clock", [time(9, 0, 1), time(9, 0, 0, 1), time(9, tzinfo=UTC)])
def test_time_in_memory_has_no_more_than_the_file_can_say(clock: time) -> None:
    with pytest.raises(ValidationError, match="HH:MM"):
        Slot(id="s1", start=clock)


@pytest.mark.parametrize("day", ["2026-2-9", "20260209", "2026-W07-1", "٢٠٢٦-٠٢-٠٩", "09/02/2026", 20260209])
def test_date_has_one_spelling(day: object) -> None:
    with pytest.raises(ValidationError, match="YYYY-MM-DD"):
        Day.model_validate({"id": "d1", "date": day})


def test_moment_is_no_date() -> None:
    with pytest.raises(ValidationError, match="YYYY-MM-DD"):
        Day(id="d1", date=datetime(2026, 2, 9, tzinfo=UTC))


@pytest.mark.parametrize("day", ["1899-12-31", "3000-01-01", "0001-01-01", "9999-12-31"])
def test_date_lies_in_years_that_every_zone_can_shift(day: str) -> None:
    with pytest.raises(ValidationError, match="1900 to 2999"):
        Day.model_validate({"id": "d1", "date": day})


@pytest.mark.parametrize("day", ["1900-01-01", "2024-02-29", "2999-12-31"])
def test_date_is_read(day: str) -> None:
    assert Day.model_validate({"id": "d1", "date": day}).date == date.fromisoformat(day)


@pytest.mark.parametrize("name", ["", "-a", "_a", "a b", "a.b", "é", "بند", "a" * 65, "a\n", "a/b"])
def test_id_that_could_not_stand_in_a_note_mark_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        Note(id=name, text=a_text("x"))


@pytest.mark.parametrize("code", ["", "e", "EN", "en-GB", "engl", "ع"])
def test_language_is_a_short_code(code: str) -> None:
    with pytest.raises(ValidationError):
        Text({code: Phrase(text="x")})


@pytest.mark.parametrize(
    "url",
    ["", "example.org", "ftp://x", "https://", "https:///x", "javascript:alert(1)", "https://a b", "mailto:x",
     "file:///etc/passwd", "data:text/html,x", " https://x", "https://x\n"],
)  # fmt: skip
def test_address_leads_to_the_web_or_to_mail(url: str) -> None:
    with pytest.raises(ValidationError):
        Link(id="l1", label=Text(), url=url)


@pytest.mark.parametrize(
    "url", ["https://example.org", "HTTP://x/?q=(a)[b]#c", "mailto:a@b.org", "https://مثال.إختبار/"]
)
def test_address_is_kept_as_it_is(url: str) -> None:
    assert Link(id="l1", label=Text(), url=url).url == url


@pytest.mark.parametrize("number", ["", " ", " 3", "3 ", "x" * 21, "3\n"])
def test_item_number_is_short_and_visible(number: str) -> None:
    with pytest.raises(ValidationError):
        Item(id="i1", number=number)


@pytest.mark.parametrize(
    "zone", ["", "Mars", "europe/zurich", "Europe", "../etc/passwd", "posix/Europe/Zurich", "+02:00"]
)
def test_zone_is_a_name_of_the_database(zone: str) -> None:
    with pytest.raises(ValidationError, match="tz database"):
        Meeting(title=Text(), time_zone=zone)


@pytest.mark.parametrize("minutes", [0, -5, 1441, 5.0, "5", True])
def test_minutes_are_a_whole_number_within_a_day(minutes: object) -> None:
    with pytest.raises(ValidationError):
        Item.model_validate({"id": "i1", "minutes": minutes})


def test_text_may_have_20_000_characters_and_no_more() -> None:
    assert Phrase(text="ص" * 20_000)
    with pytest.raises(ValidationError):
        Phrase(text="ص" * 20_001)


@pytest.mark.parametrize(
    ("field", "most", "entry"),
    [("days", 366, {"id": "d1", "date": "2026-02-09"}), ("languages", 8, "en"), ("languages", 8, "ar")],
)
def test_lists_of_an_agenda_are_bounded(field: str, most: int, entry: object) -> None:
    tree = {"id": "a1", "languages": ["en"], "meeting": {"title": {}}}
    assert Agenda.model_validate_json(json.dumps(tree | {field: [entry] * most}))
    with pytest.raises(ValidationError, match="at most"):
        Agenda.model_validate_json(json.dumps(tree | {field: [entry] * (most + 1)}))


@pytest.mark.parametrize(
    ("node", "field", "most"), [("Day", "slots", 2_000), ("Slot", "items", 50), ("Item", "children", 200)]
)
def test_lists_of_nodes_are_bounded(node: str, field: str, most: int) -> None:
    model = {"Day": Day, "Slot": Slot, "Item": Item}[node]
    entry = {"slots": {"id": "s1"}, "items": {"id": "i1"}, "children": {"id": "c1", "text": {}}}[field]
    tree: dict[str, Any] = {"id": "x", "date": "2026-02-09"} if model is Day else {"id": "x"}
    assert model.model_validate_json(json.dumps(tree | {field: [entry] * most}))
    with pytest.raises(ValidationError, match="at most"):
        model.model_validate_json(json.dumps(tree | {field: [entry] * (most + 1)}))


def test_empty_fields_are_left_out_of_the_file() -> None:
    assert written(a_slot()) == {"id": "s1", "start": "09:00", "kind": "session"}
    assert written(SubItem(id="c1", text=Text())) == {"id": "c1", "marker": "letter", "text": {}}
    assert written(Item(id="i1")) == {"id": "i1", "number": "auto"}
    assert written(Meeting(title=Text())) == {"title": {}, "time_zone": "UTC", "status": "draft", "revision": 0}


def test_counts_is_written_where_it_is_said_even_as_false() -> None:
    assert written(a_slot(counts=False))["counts"] is False
    assert written(a_slot(counts=True))["counts"] is True
    assert "counts" not in written(a_slot())


def test_empty_source_of_a_stale_text_is_written() -> None:
    assert written(Phrase(text="x", state="final", translated_from="")) == {
        "text": "x", "state": "final", "translated_from": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "counted"),
    [("session", True), ("break", True), ("lunch", True), ("ceremony", True), ("registration", True),
     ("social", False), ("side_event", False), ("note", False)],
)  # fmt: skip
def test_kind_decides_what_counts_unless_the_file_does(kind: Kind, counted: bool) -> None:
    assert a_slot(kind=kind).is_counted is counted
    assert a_slot(kind=kind, counts=not counted).is_counted is not counted


@pytest.mark.parametrize(
    ("kind", "is_break"), [("break", True), ("lunch", True), ("session", False), ("social", False)]
)
def test_breaks_are_breaks_and_lunches(kind: Kind, is_break: bool) -> None:
    assert a_slot(kind=kind).is_break is is_break


def test_text_tells_whether_it_says_anything() -> None:
    assert not Text()
    assert not Text({"en": Phrase(text="")})
    assert Text({"en": Phrase(text=""), "ar": Phrase(text="نص", state="final")})
    assert a_text("x").wording("en") == "x"
    assert a_text("x").wording("ar") == ""
    assert a_text("x").phrase("ar") is None


def test_first_language_is_the_source() -> None:
    assert an_agenda(languages=("ar", "en")).source == "ar"


@given(agendas())
@settings(max_examples=30)
def test_equal_agendas_hash_alike_and_survive_copy_and_pickle(agenda: Agenda) -> None:
    for twin in (copy.deepcopy(agenda), pickle.loads(pickle.dumps(agenda)), agenda.model_copy()):
        assert twin == agenda
        assert hash(twin) == hash(agenda)


def test_equal_are_nodes_of_one_kind_and_content() -> None:
    assert Note(id="x", text=a_text("a")) == Note(id="x", text=a_text("a"))
    assert Note(id="x", text=a_text("a")) != Note(id="x", text=a_text("b"))
    assert Note(id="x", text=a_text("a")) != Output(id="x", text=a_text("a"))
    assert a_text("a") == a_text("a")
    assert a_text("a") != a_text("a", "ا")
    assert a_text("a") != {"en": Phrase(text="a")}


def test_list_of_nodes_becomes_a_tuple() -> None:
    listed = Slot.model_validate({"id": "s1", "items": [an_item()]})
    assert listed == Slot(id="s1", items=(an_item(),))
    assert type(listed.items) is tuple


def test_copy_shares_what_it_does_not_change() -> None:
    agenda = an_agenda(days=2)
    changed = agenda.model_copy(update={"id": "b"})
    assert changed.days is agenda.days
    assert changed != agenda


def test_sub_items_may_stand_in_sub_items() -> None:
    child = a_sub_item("a", a_sub_item("b", a_sub_item("c")))
    assert child.children[0].children[0].text.wording("en") == "c"


def test_term_keeps_its_forbidden_renderings() -> None:
    term = Term(id="t1", en="host country", ar="البلد المضيف", forbidden=("الدولة المضيفة",))
    assert Term.model_validate_json(term.model_dump_json()) == term
