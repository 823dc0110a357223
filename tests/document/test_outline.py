"""The agenda as it is edited: what stands beside each text, and that no text is left out."""

import pytest

from igfeditor.document.outline import OutlineLine, Part, day_lines, meeting_lines
from igfeditor.model.agenda import Agenda
from igfeditor.model.texts import TextAt, agenda_texts
from tests.agendas import generated_agenda
from tests.document.printing import agenda, day, item, note, sample, slot, sub_item, text
from tests.language.styles import loosened


def lines(one: Agenda) -> list[OutlineLine]:
    return [*meeting_lines(one), *(line for each in one.days for line in day_lines(one, each))]


def chips(found: list[OutlineLine], language: str = "en") -> list[str]:
    return [loosened(line.chips.get(language, "")) for line in found]


@pytest.mark.parametrize("seed", range(40))
def test_every_text_has_a_line_and_no_line_comes_twice(seed: int) -> None:
    one = generated_agenda(seed)
    found = [TextAt(line.node, line.field, line.text) for line in lines(one) if line.field and line.text]
    # A day's own room is a property of the day, not a line of its table.
    wanted = [at for at in agenda_texts(one) if at.text and not is_room_of_a_day(at, one)]
    assert sorted(found) == sorted(wanted)
    places = [(line.node, line.field) for line in lines(one)]
    assert len(set(places)) == len(places)


def is_room_of_a_day(at: TextAt, one: Agenda) -> bool:
    return at.field == "room" and at.node in {each.id for each in one.days}


def test_numbers_letters_and_times_stand_beside_the_texts_in_both_languages() -> None:
    found = lines(agenda(day("2021-02-22", slot("09:00", "09:45", item(children=[sub_item(), sub_item()])))))
    shown = [line for line in found if line.part in {Part.DAY, Part.TIME, Part.ITEM, Part.SUB_ITEM}]
    assert chips(shown) == ["Day 1: 22 February 2021", "09:00 – 09:45", "1.", "a.", "b."]
    assert chips(shown, "ar")[3:] == ["أ.", "ب."]
    assert [line.depth for line in shown] == [0, 0, 1, 2, 2]


def test_allotted_minutes_stand_after_their_texts_as_they_are_printed() -> None:
    found = lines(agenda(day("2021-02-22", slot("09:00", "09:45", item(children=[sub_item(minutes=5)], minutes=90)))))
    tails = [{code: loosened(words) for code, words in line.tails.items()} for line in found if line.tails]
    assert tails == [{"en": "(1 h 30 min)", "ar": "(ساعة و30 دقيقة)"}, {"en": "(5 min)", "ar": "(5 دقائق)"}]


def test_time_of_a_session_with_items_has_no_text_of_its_own() -> None:
    found = lines(agenda(day("2021-02-22", slot("09:00", "09:45", item()), slot("09:45", "10:00"))))
    assert [line.field for line in found if line.part is Part.TIME] == ["", "label"]


def test_break_says_what_will_be_printed_while_it_has_no_label() -> None:
    (line,) = [one for one in lines(agenda(day("2021-02-22", slot(kind="break")))) if one.part is Part.BREAK]
    assert dict(line.hints) == {"en": "BREAK", "ar": "استراحة"}
    assert not line.text


def test_label_in_one_language_is_missing_in_the_other_as_on_paper() -> None:
    link = {"id": "l1", "label": text("Programme"), "url": "https://example.org/"}
    named = slot(kind="break", label=text("Coffee"), links=[link])
    found = [one for one in lines(agenda(day("2021-02-22", named))) if one.part in {Part.BREAK, Part.LINK}]
    assert [(line.part, dict(line.hints)) for line in found] == [(Part.BREAK, {}), (Part.LINK, {})]


def test_note_shows_the_mark_that_its_row_prints() -> None:
    found = lines(
        agenda(day("2021-02-22", slot("09:00", "10:00", item("A[^n7]"), notes=[note("n7"), note("n8", "unused")])))
    )
    assert chips([line for line in found if line.part is Part.NOTE]) == ["*", ""]


def test_items_go_on_where_the_day_before_ended() -> None:
    first, second = day("2021-02-22", slot("09:00", "10:00", item())), day("2021-02-23", slot("09:00", "10:00", item()))
    found = lines(agenda(first, {**second, "numbering": "continue"}))
    assert chips([line for line in found if line.part is Part.ITEM]) == ["1.", "2."]


def test_room_of_a_slot_stands_under_its_time() -> None:
    found = lines(agenda(day("2021-02-22", slot(room=text("Room XX")))))
    assert [(line.field, line.depth) for line in found if line.part is Part.DETAIL][-1] == ("room", 1)


def test_the_sample_has_a_line_for_each_of_its_texts() -> None:
    assert sum(bool(line.text) for line in lines(sample())) == 82
