"""Rooms and tracks: which are used, and one renamed wherever it is."""

from __future__ import annotations

import pytest

from igfeditor.errors import EditError
from igfeditor.model import rooms
from igfeditor.model.agenda import EMPTY_TEXT, Agenda
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_text, an_agenda, with_own_ids

HALL, ROOM_2 = a_text("Great Hall", "القاعة الكبرى"), a_text("Room 2", "القاعة 2")


@pytest.fixture
def agenda() -> Agenda:
    def at(room: object, track: object = EMPTY_TEXT) -> object:
        return a_slot().model_copy(update={"room": room, "track": track})

    days = (a_day(at(HALL), at(ROOM_2, HALL), on="2026-02-09"), a_day(at(HALL), at(EMPTY_TEXT), on="2026-02-10"))  # type: ignore[arg-type]
    return with_own_ids(an_agenda(*days))


def rooms_of(agenda: Agenda) -> list[str]:
    return [slot.room.wording("en") for day in agenda.days for slot in day.slots]


def test_each_room_is_met_once(agenda: Agenda) -> None:
    assert rooms.used(agenda, "room") == (HALL, ROOM_2)
    assert rooms.used(agenda, "track") == (HALL,)


def test_room_is_renamed_wherever_it_is_used(agenda: Agenda) -> None:
    renamed = rooms.rename(agenda, "room", HALL, a_text("Plenary Hall"))
    assert rooms_of(renamed) == ["Plenary Hall", "Room 2", "Plenary Hall", ""]
    assert rooms.used(renamed, "track") == (HALL,)


def test_room_of_a_day_is_one_of_them() -> None:
    agenda = an_agenda(a_day(a_slot()).model_copy(update={"room": HALL}))
    assert rooms.used(agenda, "room") == (HALL,)
    assert rooms.rename(agenda, "room", HALL, ROOM_2).days[0].room == ROOM_2


def test_days_that_do_not_use_it_are_shared(agenda: Agenda) -> None:
    renamed = rooms.rename(agenda, "room", ROOM_2, a_text("Room 3"))
    assert renamed.days[1] is agenda.days[1]
    assert renamed.days[0].slots[0] is agenda.days[0].slots[0]


def test_two_rooms_never_get_one_name(agenda: Agenda) -> None:
    with pytest.raises(EditError, match="already"):
        rooms.rename(agenda, "room", HALL, ROOM_2)


def test_same_name_is_no_deed(agenda: Agenda) -> None:
    assert rooms.rename(agenda, "room", HALL, HALL) is agenda
    assert rooms.rename(agenda, "room", a_text("nowhere"), a_text("somewhere")) is agenda


def test_room_is_written_in_one_language_as_any_text_is(agenda: Agenda) -> None:
    (renamed, _) = rooms.used(rooms.reword(agenda, "room", HALL, "en", "Plenary Hall"), "room")
    assert renamed.wording("en") == "Plenary Hall"
    arabic = renamed.phrase("ar")
    assert arabic is not None
    assert arabic.translated_from == "Great Hall"
    assert rooms.reword(agenda, "room", a_text("nowhere"), "en", "x") is agenda


def test_removed_room_is_used_nowhere(agenda: Agenda) -> None:
    assert rooms_of(rooms.remove(agenda, "room", HALL)) == ["", "Room 2", "", ""]


def test_room_used_elsewhere_is_put_in_all_languages(agenda: Agenda) -> None:
    last = agenda.days[1].slots[1].id
    assert tree_of(rooms.put(agenda, last, "room", HALL)).text(last, "room") == HALL
    first = agenda.days[0].slots[0].id
    assert rooms.put(agenda, first, "room", HALL) is agenda
