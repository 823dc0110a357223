"""Calendars as a participant's program reads them: times in UTC, texts as they are, the same bytes for the same agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from igfeditor.document.blocks import Document, Standing
from igfeditor.errors import ExportError
from igfeditor.exporters.registry import FORMATS
from igfeditor.language.bidi import RLM
from igfeditor.language.marks import without_marks
from igfeditor.language.markup import plain
from igfeditor.model.agenda import Agenda
from tests.document.printing import agenda, day, item, note, printed, sample, slot, sub_item, text
from tests.documents import a_document

ICS = FORMATS["ics"]
HOSTILE = ("C:\\New\\names; a, b", 'BEGIN:VEVENT "x"', "\\n \\N \\\\ \\; \\,", "=cmd()", "ط" * 200, "e\u0301" * 60)


def calendar_of(document: Document) -> Any:
    return Calendar.from_ical(ICS.write([document]))


def events_of(document: Document) -> list[Any]:
    """Give the events of rows, without those of whole days."""
    return [one for one in calendar_of(document).walk("VEVENT") if one["CATEGORIES"].cats != ["DAY"]]


def days_of(document: Document) -> list[Any]:
    return [one for one in calendar_of(document).walk("VEVENT") if one["CATEGORIES"].cats == ["DAY"]]


def moments(event: Any) -> tuple[str, str]:
    ends = event["DTEND"].dt.isoformat() if "DTEND" in event else ""
    return event["DTSTART"].dt.isoformat(), ends


def at(zone: str, on: str, start: str, end: str, **more: Any) -> tuple[str, str]:
    (event,) = events_of(printed(agenda(day(on, slot(start, end, item(), **more)), time_zone=zone), "en"))
    return moments(event)


@pytest.mark.parametrize(
    ("zone", "on", "times", "utc"),
    [
        ("UTC", "2021-02-22", ("09:00", "09:45"), ("2021-02-22T09:00", "2021-02-22T09:45")),
        ("Asia/Beirut", "2021-02-22", ("09:00", "09:45"), ("2021-02-22T07:00", "2021-02-22T07:45")),
        ("Asia/Beirut", "2021-07-22", ("09:00", "09:45"), ("2021-07-22T06:00", "2021-07-22T06:45")),
        ("Asia/Tokyo", "2021-02-22", ("02:00", "10:00"), ("2021-02-21T17:00", "2021-02-22T01:00")),
        ("America/New_York", "2021-02-22", ("20:00", "21:30"), ("2021-02-23T01:00", "2021-02-23T02:30")),
        # The night in which clocks go forward has an hour less, the one in which they go back an hour more.
        ("Europe/Zurich", "2021-03-28", ("01:00", "04:00"), ("2021-03-28T00:00", "2021-03-28T02:00")),
        ("Europe/Zurich", "2021-10-31", ("01:00", "04:00"), ("2021-10-30T23:00", "2021-10-31T03:00")),
    ],
)  # fmt: skip
def test_times_are_utc(zone: str, on: str, times: tuple[str, str], utc: tuple[str, str]) -> None:
    assert at(zone, on, *times) == tuple(f"{moment}:00+00:00" for moment in utc)


def test_a_row_across_midnight_ends_the_next_day() -> None:
    utc = at("UTC", "2021-02-22", "22:30", "00:30", next_day_end=True)
    assert utc == ("2021-02-22T22:30:00+00:00", "2021-02-23T00:30:00+00:00")


def test_a_row_without_an_end_is_a_point_in_time() -> None:
    (event,) = events_of(printed(agenda(day("2021-02-22", slot("09:00", "", item()))), "en"))
    assert moments(event) == ("2021-02-22T09:00:00+00:00", "")
    assert event["TRANSP"] == "TRANSPARENT"


def test_an_end_that_is_not_after_the_start_is_left_out() -> None:
    assert at("UTC", "2021-02-22", "09:00", "08:00")[1] == ""
    # In the hour that clocks leap over in spring a row may end before it begins.
    assert at("Europe/Zurich", "2021-03-28", "02:45", "03:15") == ("2021-03-28T01:45:00+00:00", "")


def test_a_row_without_a_start_is_told_with_its_day() -> None:
    made = agenda(day("2021-02-22", slot("09:00", "10:00", item("First")), slot("", "", item("At some time"))))
    document = printed(made, "en")
    assert [event["SUMMARY"] for event in events_of(document)] == ["1. First"]
    (whole,) = days_of(document)
    assert "2. At some time" in whole["DESCRIPTION"].split("\n")


def test_every_day_is_an_event_even_without_slots() -> None:
    made = agenda(
        day("2021-02-22", slot()),
        day("2021-02-24", heading=text("Visits", "زيارات"), notes=[note("n1", "Bring a badge")]),
    )
    first, second = days_of(printed(made, "en"))
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2021, 2, 22), date(2021, 2, 23))
    assert str(second["SUMMARY"]).endswith("Visits")
    assert second["DESCRIPTION"] == "Bring a badge"
    assert second["TRANSP"] == "TRANSPARENT"


def test_the_summary_has_numbers_and_titles_and_the_description_all_lines() -> None:
    made = agenda(
        day(
            "2021-02-22",
            slot(
                "09:00", "10:00",
                item("Opening", "IGF افتتاح IGF", children=[sub_item("Welcome", "ترحيب")]), item("Adoption", "إقرار"),
            ),
        )
    )  # fmt: skip
    (english,), (arabic,) = events_of(printed(made, "en")), events_of(printed(made, "ar"))
    assert english["SUMMARY"] == "1. Opening · 2. Adoption"
    assert english["DESCRIPTION"] == "1. Opening\na. Welcome\n2. Adoption"
    assert str(arabic["SUMMARY"]) == f"{RLM}1. IGF افتتاح IGF · {RLM}2. إقرار"
    assert arabic["SUMMARY"].params == {"LANGUAGE": "ar"}


def test_a_break_does_not_fill_the_time() -> None:
    opening, pause = events_of(
        printed(agenda(day("2021-02-22", slot("09:00", "10:00", item()), slot("10:00", "10:30", kind="break"))), "en")
    )
    assert (opening["TRANSP"], pause["TRANSP"]) == ("OPAQUE", "TRANSPARENT")
    assert (pause["SUMMARY"], pause["CATEGORIES"].cats) == ("BREAK", ["BREAK"])
    assert opening["COLOR"] != pause["COLOR"]


def test_place_is_the_room_in_the_venue() -> None:
    made = agenda(
        day("2021-02-22", slot("09:00", "10:00", item(), room=text("Room XI", "القاعة 11"))),
        venue=text("Palais", "القصر"),
    )
    assert events_of(printed(made, "en"))[0]["LOCATION"] == "Room XI, Palais"
    assert events_of(printed(made, "ar"))[0]["LOCATION"] == "القاعة 11، القصر"


@pytest.mark.parametrize("standing", [*Standing])
def test_the_standing_of_the_meeting_is_that_of_its_events(standing: Standing) -> None:
    document = printed(sample(), "en")
    assert document.occasion is not None
    document = replace(document, occasion=replace(document.occasion, standing=standing, revision=3))
    assert {str(one["STATUS"]) for one in events_of(document)} == {standing.value.upper()}
    assert {one["SEQUENCE"] for one in events_of(document)} == {3}


def test_names_are_those_of_rfc_7986() -> None:
    data = ICS.write([printed(sample(), "ar")]).decode()
    unfolded = data.replace("\r\n ", "")
    for name in ("NAME;LANGUAGE=ar:", "DESCRIPTION;LANGUAGE=ar:", "UID:", "COLOR:"):
        assert f"\r\n{name}" in unfolded.split("BEGIN:VEVENT")[0]


def test_uids_hang_on_agenda_and_slot_alone() -> None:
    whole: Agenda = sample()
    other = whole.model_copy(update={"id": "another"})
    english, arabic, others = (
        [str(one["UID"]) for one in events_of(printed(made, name))]
        for made, name in ((whole, "en"), (whole, "ar"), (other, "en"))
    )
    assert english == arabic
    assert len({*english}) == len(english)
    assert {*english}.isdisjoint(others)


def test_equal_documents_are_equal_bytes() -> None:
    document = printed(sample(), "ar")
    assert ICS.write([document]) == ICS.write([printed(sample(), "ar")])
    assert {one["DTSTAMP"].dt for one in calendar_of(document).walk("VEVENT")} == {datetime(1970, 1, 1, tzinfo=UTC)}


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    data = ICS.write([printed(agenda(day("2021-02-22", slot("09:00", "10:00", *map(item, HOSTILE)))), "en")])
    assert data.count(b"\n") == data.count(b"\r\n")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_second_reader_sees_the_same(words: str) -> None:
    document = printed(
        agenda(day("2021-02-22", slot("09:00", "10:00", item(words, number="none"))), title=text(words)), "en"
    )
    data = ICS.write([document])
    assert ICS.difference([document], data) == ""
    read = vobject.readOne(data.decode())
    (event,) = (one for one in read.vevent_list if one.categories.value != ["DAY"])
    assert without_marks(event.summary.value) == plain(words)
    assert event.dtstart.value == datetime(2021, 2, 22, 9, tzinfo=UTC)
    assert event.dtend.value == datetime(2021, 2, 22, 10, tzinfo=UTC)
    assert calendar_of(document).walk("VEVENT")[1]["SUMMARY"] == event.summary.value


@pytest.mark.parametrize(
    ("said", "wrong"), [(b"T090000Z", b"T080000Z"), (b"Opening", b"Closing"), (b"SEQUENCE:0", b"SEQUENCE:1")]
)
def test_what_is_changed_in_a_file_is_found(said: bytes, wrong: bytes) -> None:
    document = printed(sample(), "en")
    data = ICS.write([document])
    assert ICS.difference([document], data) == ""
    assert ICS.difference([document], data.replace(said, wrong, 1)) != ""


def test_a_document_that_is_no_meeting_is_refused() -> None:
    with pytest.raises(ExportError, match="this document has none"):
        ICS.write([a_document("en")])
