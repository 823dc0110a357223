"""What a deed changed, written down and done again: it gives the very same agenda."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from igfeditor.model import edits
from igfeditor.model.agenda import Agenda
from igfeditor.storage.deltas import delta, replay
from igfeditor.storage.project_file import project_bytes, read_project
from tests.agendas import generated_agenda, large_agenda
from tests.deeds import some_deeds


def tree(agenda: Agenda) -> dict[str, object]:
    return json.loads(project_bytes(agenda))


@pytest.mark.parametrize("seed", range(200))
def test_deeds_done_again_give_the_same_agenda(seed: int) -> None:
    agenda = generated_agenda(seed)
    state = tree(agenda)
    for after in some_deeds(seed, agenda, 12):
        steps = json.loads(json.dumps(delta(agenda, after), ensure_ascii=False))
        replay(state, steps)
        agenda = after
        assert read_project(json.dumps(state, ensure_ascii=False).encode(), Path("x")) == after


def test_a_key_stroke_is_one_small_step_however_large_the_agenda() -> None:
    before = large_agenda(500, 4)
    item = before.days[0].slots[0].items[0]
    after = edits.set_text(before, item.id, "title", "en", "Another title")
    (step,) = delta(before, after)
    assert step[0] == "set"
    assert step[1] == ["days", 0, "slots", 0, "items", 0, "title"]
    assert len(json.dumps(step)) < 1_000


def test_equal_agendas_have_no_steps() -> None:
    agenda = generated_agenda(3)
    assert delta(agenda, agenda) == []
    assert delta(agenda, generated_agenda(3)) == []


@pytest.mark.parametrize(
    "step",
    [
        ["set"],
        ["set", ["days", 99, "date"], "x"],
        ["splice", ["days"], "a", 1, []],
        ["jump", ["days"]],
        ["unset", []],
        7,
    ],
)
def test_steps_that_do_not_fit_are_refused(step: object) -> None:
    with pytest.raises(ValueError, match=r"do not fit|unpack"):
        replay(tree(generated_agenda(1)), [step])  # type: ignore[list-item]
