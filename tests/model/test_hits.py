"""The way from one find to the next, from wherever the caret stands, and what stays left out of replacing."""

from __future__ import annotations

import pytest

from igfeditor.model.agenda import Agenda
from igfeditor.model.edits import set_text
from igfeditor.model.hits import Hits, Spot
from igfeditor.model.search import Match, Query, find, replace_all
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item

AGENDA = an_agenda(
    a_day(a_slot(an_item("one **one** two", a_sub_item("two", ar="one"), ar="one"))), title=a_text("two", "")
)


def hits_of(agenda: Agenda = AGENDA, words: str = "one") -> Hits:
    hits = Hits(agenda, Query(words))
    for _ in hits.steps():
        pass
    return hits


def place(match: Match) -> tuple[str, str, int]:
    return match.node, match.language, match.start


def test_all_is_found_at_the_end_and_each_text_is_a_step() -> None:
    hits = Hits(AGENDA, Query("one"))
    steps = hits.steps()
    next(steps)
    assert not hits.is_complete
    assert sum(1 for _ in steps) > 5
    assert hits.is_complete
    assert tuple(hits.matches) == find(AGENDA, "one")
    assert list(map(place, hits.matches)) == [("i1", "en", 0), ("i1", "en", 6), ("i1", "ar", 0), ("c1", "ar", 0)]


@pytest.mark.parametrize(
    ("spot", "after", "before"),
    [
        (Spot("meeting", "title", "en", 0, 0), 0, 3),
        (Spot("i1", "title", "en", 0, 0), 0, 3),
        (Spot("i1", "title", "en", 0, 3), 1, 3),
        (Spot("i1", "title", "en", 2, 2), 1, 3),
        (Spot("i1", "title", "en", 4, 4), 1, 0),
        (Spot("i1", "title", "en", 5, 5), 2, 0),
        (Spot("i1", "title", "en", 11, 11), 2, 1),
        (Spot("i1", "title", "ar", 3, 3), 3, 2),
        (Spot("c1", "text", "en", 0, 0), 3, 2),
        (Spot("c1", "text", "ar", 3, 3), 0, 3),
        (Spot("s1", "", "en", 0, 0), 0, 3),
        (Spot("gone", "text", "en", 0, 0), 0, 3),
    ],
)
def test_next_and_previous_go_on_from_the_caret_and_round_the_end(spot: Spot, after: int, before: int) -> None:
    hits = hits_of()
    assert (hits.next_to(spot, 1), hits.next_to(spot, -1)) == (after, before)


def test_where_nothing_is_found_there_is_no_next() -> None:
    assert hits_of(words="three").next_to(Spot("i1", "title", "en"), 1) is None


def test_match_is_marked_letters_without_its_markup() -> None:
    hits = hits_of()
    assert hits.spot(hits.matches[1]) == Spot("i1", "title", "en", 4, 7)
    assert hits.context(hits.matches[1]) == ("one ", "one", " two")


def test_what_was_left_out_stays_so_where_its_text_is_the_same() -> None:
    hits = hits_of()
    left = frozenset(hits.matches[1:2])
    later = hits_of(set_text(AGENDA, "c1", "text", "ar", "one one"))
    assert later.left_out(hits, left) == left


def test_all_of_a_changed_text_stays_left_out() -> None:
    hits = hits_of()
    later = hits_of(replace_all(AGENDA, hits.matches[:1], "one one"))
    left = later.left_out(hits, frozenset(hits.matches[1:2]))
    assert list(map(place, sorted(left))) == [("i1", "en", 0), ("i1", "en", 4), ("i1", "en", 10)]


def test_what_is_gone_is_not_left_out() -> None:
    hits = hits_of()
    gone = hits_of(AGENDA.model_copy(update={"days": ()}))
    assert gone.left_out(hits, frozenset(hits.matches)) == frozenset()
