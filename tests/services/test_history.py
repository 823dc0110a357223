"""Undo and redo: snapshots by identity, and strokes that follow each other within a second as one step."""

from __future__ import annotations

import pytest

from igfeditor.errors import sentence
from igfeditor.model.agenda import Agenda
from igfeditor.model.edits import set_text
from igfeditor.services.history import History
from tests.agendas import an_agenda

FIRST = an_agenda()


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def history(clock: Clock) -> History:
    return History(FIRST, clock=clock)


def title(text: str) -> Agenda:
    return set_text(FIRST, "meeting", "title", "en", text)


def type_in(history: History, text: str, key: str | None = "title") -> Agenda:
    agenda = set_text(history.agenda, "meeting", "title", "en", text)
    history.record(agenda, sentence(f"Type {text}"), key)
    return agenda


def labels(history: History) -> tuple[list[str], list[str]]:
    return list(map(str, history.done)), list(map(str, history.undone))


def test_new_history_has_nothing_to_undo_or_redo(history: History) -> None:
    assert (history.undo(), history.redo()) == (FIRST, FIRST)
    assert (history.undo_label, history.redo_label) == (None, None)


def test_undo_gives_the_very_agenda_that_was_there(history: History) -> None:
    one = type_in(history, "1", None)
    two = type_in(history, "2", None)
    assert history.undo() is one
    assert history.undo() is FIRST
    assert history.redo() is one
    assert history.redo() is two
    assert history.redo() is two


def test_steps_have_their_names(history: History) -> None:
    for text in "123":
        type_in(history, text, None)
    history.undo()
    assert (str(history.undo_label), str(history.redo_label)) == ("Type 2", "Type 3")
    history.undo()
    assert labels(history) == (["Type 1"], ["Type 2", "Type 3"])


def test_new_deed_ends_what_could_be_redone(history: History) -> None:
    type_in(history, "1", None)
    history.undo()
    type_in(history, "2", None)
    assert labels(history) == (["Type 2"], [])


def test_strokes_within_a_second_are_one_step(history: History, clock: Clock) -> None:
    for text in ("a", "ab", "abc"):
        type_in(history, text)
        clock.now += 1.0
    assert labels(history) == (["Type abc"], [])
    assert history.undo() is FIRST
    assert history.redo().meeting.title.wording("en") == "abc"


def test_a_pause_begins_another_step(history: History, clock: Clock) -> None:
    type_in(history, "a")
    clock.now += 1.1
    type_in(history, "ab")
    assert len(history.done) == 2


@pytest.mark.parametrize(("key", "other"), [("title", "host"), (None, None), ("title", None), (None, "title")])
def test_other_keys_begin_another_step(history: History, key: str | None, other: str | None) -> None:
    type_in(history, "a", key)
    type_in(history, "ab", other)
    assert len(history.done) == 2


def test_strokes_after_undo_or_a_seal_begin_another_step(history: History) -> None:
    type_in(history, "a")
    type_in(history, "b", "other")
    history.undo()
    type_in(history, "c")
    assert len(history.done) == 2
    history.seal()
    type_in(history, "d")
    assert len(history.done) == 3


def test_strokes_that_take_each_other_back_leave_no_step(history: History) -> None:
    type_in(history, "a")
    type_in(history, FIRST.meeting.title.wording("en"))
    assert history.agenda is FIRST
    assert labels(history) == ([], [])
    type_in(history, "b")
    assert len(history.done) == 1


def test_strokes_after_such_do_not_run_into_an_older_step(history: History, clock: Clock) -> None:
    type_in(history, "a")
    clock.now += 5
    type_in(history, "b")
    type_in(history, "a")
    type_in(history, "c")
    assert len(history.done) == 2


def test_oldest_steps_are_forgotten_beyond_the_limit(clock: Clock) -> None:
    history = History(FIRST, limit=3, clock=clock)
    made = [type_in(history, text, None) for text in "12345"]
    assert labels(history)[0] == ["Type 3", "Type 4", "Type 5"]
    for _ in range(9):
        history.undo()
    assert history.agenda is made[1]
