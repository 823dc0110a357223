"""A merge that a person decides card by card."""

from __future__ import annotations

import pytest

from igfeditor.errors import EditError
from igfeditor.model import edits, rows
from igfeditor.model.agenda import Agenda
from igfeditor.model.scalars import MAX_TEXT
from igfeditor.model.tree import tree_of
from igfeditor.services.deciding import Deciding
from igfeditor.translation.merge import Decision, Key, Side
from tests.agendas import a_day, a_slot, an_agenda, an_item

MINE, THEIRS = Decision(Side.MINE), Decision(Side.THEIRS)
FIRST, SECOND, THIRD = (Key(name, "title", "en") for name in ("i1", "i2", "i3"))


def base() -> Agenda:
    """Three items, the first two in one slot."""
    return an_agenda(
        a_day(
            a_slot(an_item("Opening", name="i1"), an_item("Agenda", name="i2"), name="s1"),
            a_slot(an_item("Report", name="i3"), start="10:00", name="s2"),
            a_slot(an_item("Closing", name="i4"), start="11:00", name="s3"),
        )
    )


def named(agenda: Agenda, by: str) -> Agenda:
    for key in (FIRST, SECOND, THIRD):
        agenda = edits.set_text(agenda, key.node, "title", "en", f"{by} {key.node}")
    return agenda


@pytest.fixture
def deciding() -> Deciding:
    return Deciding(base(), named(base(), "Mine"), named(base(), "Theirs"))


def titles(agenda: Agenda) -> list[str]:
    return [tree_of(agenda).text(key.node, "title").wording("en") for key in (FIRST, SECOND, THIRD)]


def test_what_is_not_decided_stays_mine(deciding: Deciding) -> None:
    assert deciding.open_count == 3
    assert titles(deciding.result().agenda) == ["Mine i1", "Mine i2", "Mine i3"]


def test_each_card_goes_as_it_was_decided(deciding: Deciding) -> None:
    deciding.decide(FIRST, THEIRS)
    deciding.decide(SECOND, Decision(Side.MINE, "Both"))
    assert deciding.open_count == 1
    assert titles(deciding.result().agenda) == ["Theirs i1", "Both", "Mine i3"]


def test_the_rest_is_decided_at_once_and_leaves_what_was_decided(deciding: Deciding) -> None:
    deciding.decide(FIRST, MINE)
    assert not deciding.decide_rest(Side.THEIRS)
    assert deciding.open_count == 0
    assert titles(deciding.result().agenda) == ["Mine i1", "Theirs i2", "Theirs i3"]


def test_the_next_open_card_is_found_round_the_end(deciding: Deciding) -> None:
    assert deciding.next_open() == FIRST
    deciding.decide(SECOND, MINE)
    assert deciding.next_open(FIRST) == THIRD
    assert deciding.next_open(THIRD) == FIRST
    deciding.decide_rest(Side.MINE)
    assert deciding.next_open(FIRST) is None


@pytest.mark.parametrize("words", ["a" * (MAX_TEXT + 1), "bell\x07"])
def test_words_that_no_file_holds_are_refused(deciding: Deciding, words: str) -> None:
    with pytest.raises(EditError):
        deciding.decide(FIRST, Decision(Side.MINE, words))
    assert deciding.open_count == 3


def test_a_place_that_is_decided_brings_the_orders_that_hang_on_it() -> None:
    start = base()
    mine = rows.move(start, ["i1"], "s2", 0)
    theirs = rows.move(start, ["i1"], "s3", 0)
    deciding = Deciding(start, mine, theirs)
    place = Key("i1", "place")
    assert [card.key for card in deciding.cards] == [place]
    deciding.decide(place, THEIRS)
    assert tree_of(deciding.merged.agenda).parent("i1") == "s3"
    deciding.decide(place, MINE)
    assert tree_of(deciding.merged.agenda).parent("i1") == "s2"


def test_a_decision_that_breaks_a_rule_is_refused_and_the_one_before_stays() -> None:
    start = an_agenda(days=2)
    first, second = (day.id for day in start.days)
    later, latest = "2026-03-01", "2026-03-02"

    def dated(agenda: Agenda, day: str, on: str) -> Agenda:
        return edits.set_day(agenda, day, date=type(start.days[0].date).fromisoformat(on))

    mine = dated(dated(start, first, later), second, latest)
    theirs = dated(start, first, latest)
    deciding = Deciding(start, mine, theirs)
    with pytest.raises(EditError):
        deciding.decide(Key(first, "date"), THEIRS)
    assert deciding.open_count == 1
    assert deciding.result().agenda.days[0].date.isoformat() == later


def test_versions_of_different_agendas_are_refused() -> None:
    with pytest.raises(EditError):
        Deciding(base(), base(), base().model_copy(update={"id": "another"}))
