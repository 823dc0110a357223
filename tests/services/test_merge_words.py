"""A merge in words: places, values, and what was taken over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest

from igfeditor.errors import Sentence, Worded
from igfeditor.language.messages import say
from igfeditor.model import edits, rows
from igfeditor.model.agenda import Agenda
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import tree_of
from igfeditor.services.merge_words import MergeWords, Said
from igfeditor.translation.merge import Deed, Key, Merged, Taken, merge
from igfeditor.translation.shape import Place
from tests.agendas import a_day, a_slot, a_sub_item, an_agenda, an_item

Change = Callable[[Agenda], Agenda]


def base() -> Agenda:
    """Three slots: two sub-items under the first item, a lunch at the end."""
    points = (a_sub_item("First **point**", ar="نقطة أولى", name="c1"), a_sub_item("Second point", name="c2"))
    return an_agenda(
        a_day(
            a_slot(an_item("Opening", *points, ar="افتتاح", name="i1"), name="s1"),
            a_slot(an_item("Report", name="i2"), start="10:00", name="s2"),
            a_slot(start="13:00", kind="lunch", name="s3"),
        )
    )


def title(node: str, words: str) -> Change:
    return lambda agenda: edits.set_text(agenda, node, "title", "en", words)


def taken(theirs: Change, mine: Change = lambda agenda: agenda) -> tuple[MergeWords, Merged]:
    merged = merge(base(), mine(base()), theirs(base()))
    return MergeWords(merged, mine(base())), merged


def words(said: Said | None, language: str = "en") -> str | None:
    if isinstance(said, Sentence):
        return say(said, language)
    return said.by_language[language] if isinstance(said, Worded) else said


def only(theirs: Change, mine: Change = lambda agenda: agenda) -> tuple[str, str | None, str | None]:
    """Give the one thing that was taken over: what is said of it, and what was there before and is now."""
    said, merged = taken(theirs, mine)
    (one,) = merged.taken
    sight = said.sight(one)
    return say(said.taken(one), "en"), words(sight.before), words(sight.after)


def test_a_changed_text_says_both_wordings() -> None:
    assert only(title("i2", "Reports")) == ("changed: Day 1, 10:00, item 2 (English)", "Report", "Reports")


def test_a_changed_value_names_its_field() -> None:
    told, before, after = only(lambda agenda: edits.set_slot(agenda, "s2", end=time(10, 30)))
    assert (told, before, after) == ("changed: Day 1, 10:00, end", "nothing", "10:30")


def test_the_house_style_is_named() -> None:
    told, before, after = only(lambda agenda: edits.set_style(agenda, digits="arabic-indic"))
    assert (told, before, after) == ("changed: Meeting, house style", "western", "arabic-indic")


def test_what_is_removed_is_named_by_where_it_stood() -> None:
    told, before, after = only(lambda agenda: rows.remove(agenda, ["i1"]))
    assert told == "removed: Day 1, 09:00, item 1"
    assert before == "Opening\nFirst point\nSecond point"
    assert after is None


def test_a_row_without_words_is_called_what_is_printed() -> None:
    told, before, _ = only(lambda agenda: rows.remove(agenda, ["s3"]))
    assert told == "removed: Day 1, 13:00"
    assert before is not None
    assert before.startswith("13:00 ")
    assert len(before) > len("13:00 ")


def test_what_is_added_is_said_with_all_under_it() -> None:
    told, before, after = only(lambda agenda: rows.duplicate(agenda, ["i1"]))
    assert told == "added: Day 1, 09:00, item 2"
    assert before is None
    assert after == "Opening\nFirst point\nSecond point"


def test_an_added_slot_is_said_by_its_items_and_what_stands_under_them() -> None:
    _, _, after = only(lambda agenda: rows.duplicate(agenda, ["s1"]))
    assert after == "09:00 Opening\nFirst point\nSecond point"


def test_what_is_moved_says_from_where_to_where() -> None:
    assert only(lambda agenda: rows.move(agenda, ["c2"], "i2")) == (
        "moved: Day 1, 10:00, item 2, a.",
        "Day 1, 09:00, item 1",
        "Day 1, 10:00, item 2",
    )


def test_what_they_edited_and_i_deleted_is_kept() -> None:
    told, before, after = only(title("i2", "Reports"), lambda agenda: rows.remove(agenda, ["i2"]))
    assert (told, before, after) == ("kept: Day 1, 10:00, item 2", None, "Reports")


def test_an_order_is_said_by_titles_in_both_languages() -> None:
    said, _ = taken(lambda agenda: agenda)
    order = said.value(Key("i1", "order of children"), ("c2", "c1", "gone"), "\n")
    assert words(order) == "Second point\nFirst point"
    assert words(order, "ar") == "Second point\nنقطة أولى"


def test_a_place_is_said_as_one() -> None:
    said, _ = taken(lambda agenda: agenda)
    key = Key("c1", "place")
    assert words(said.value(key, Place("i2", "children"))) == "Day 1, 10:00, item 2"
    assert words(said.value(key, Place("gone", "children"))) == "elsewhere"


@pytest.mark.parametrize(("value", "expected"), [(True, "yes"), (None, "nothing"), (("a", "b"), "a, b"), (3, "3")])
def test_values_are_said(value: object, expected: str) -> None:
    said, _ = taken(lambda agenda: agenda)
    assert words(said.value(Key("s1", "locked"), value)) == expected


def test_a_whole_day_is_not_said_to_its_last_line() -> None:
    many = an_agenda(a_day(*(a_slot(an_item(f"Item {number}")) for number in range(300))))
    merged = merge(many, many, many)
    after = MergeWords(merged, many).sight(Taken(Deed.ADDED, many.days[0].id)).after
    assert str(after).endswith("\n…")
    assert len(str(after).splitlines()) == 201


def test_people_who_are_gone_say_nothing() -> None:
    said, merged = taken(lambda agenda: agenda)
    assert "i1" in tree_of(merged.agenda)
    sight = said.sight(Taken(Deed.CHANGED, "i1", "people[3].name", "en"))
    assert (words(sight.before), words(sight.after)) == ("nothing", "nothing")
    assert say(said.place(Key(THE_MEETING, "people")), "en") == "Meeting, number of people"
