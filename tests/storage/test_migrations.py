"""Old files brought up to date: an invented chain of steps, for the real table is still empty."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, Final

import pytest

from igfeditor.model.agenda import VERSION
from igfeditor.storage.damage import Damage
from igfeditor.storage.migrations import MIGRATIONS, Tree, is_older, migrate
from igfeditor.storage.project_file import load_project


def one_speaker_becomes_people(tree: Tree) -> Tree:
    """Version 2 has several people where version 1 had one speaker."""
    for slot in tree["slots"]:
        slot["people"] = [slot.pop("speaker")]
    return tree


def slots_move_into_a_day(tree: Tree) -> Tree:
    """Version 3 has days."""
    return {"format": tree["format"], "days": [{"slots": tree["slots"]}]}


CHAIN: Final = {1: one_speaker_becomes_people, 2: slots_move_into_a_day}


def old_file() -> dict[str, Any]:
    return {"format": "igfeditor-agenda", "version": 1, "slots": [{"speaker": "Ada"}]}


def test_chain_is_walked_step_by_step() -> None:
    assert migrate(old_file(), 1, CHAIN, to=3) == {
        "format": "igfeditor-agenda", "version": 3, "days": [{"slots": [{"people": ["Ada"]}]}],
    }  # fmt: skip


def test_chain_is_entered_in_the_middle() -> None:
    tree = {"format": "igfeditor-agenda", "version": 2, "slots": []}
    assert migrate(tree, 2, CHAIN, to=3) == {"format": "igfeditor-agenda", "version": 3, "days": [{"slots": []}]}


def test_present_version_is_given_back_as_it_is() -> None:
    assert migrate(old_file(), VERSION) == old_file()


def test_what_was_read_is_not_changed() -> None:
    tree = old_file()
    before = copy.deepcopy(tree)
    migrate(tree, 1, CHAIN, to=3)
    assert tree == before


@pytest.mark.parametrize("slots", [None, [None], [{}], [1], {"a": 1}])
def test_file_that_breaks_its_own_format_is_refused(slots: object) -> None:
    with pytest.raises(Damage, match="not a sound file of version 1"):
        migrate({"format": "igfeditor-agenda", "slots": slots}, 1, CHAIN, to=3)


def test_step_that_is_missing_is_refused() -> None:
    with pytest.raises(Damage, match="there never was a version 3"):
        migrate(old_file(), 1, CHAIN, to=4)


def test_table_leads_from_every_older_version_to_this_one() -> None:
    assert set(MIGRATIONS) == set(range(1, VERSION))
    assert all(step.__doc__ for step in MIGRATIONS.values())


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_sample_of_every_version_stays_and_opens(version: int) -> None:
    path = Path(__file__).parents[1] / "samples" / f"version-{version}.agenda.json"
    assert json.loads(path.read_bytes())["version"] == version
    before = path.read_bytes()
    assert load_project(path).days
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "older"),
    [
        (b'{"format": "igf-agenda", "version": 0, "id": "a"}', True),
        (b'{"format":"igf-agenda","version":1,"revision":0}', False),
        (b'{"version": 2}', False),
        (b'{"title": "a \\"version\\": 0 of it", "version": 1}', False),
        (b"no file of ours", False),
        (b"", False),
    ],
)
def test_an_older_file_is_known_by_its_first_version(data: bytes, older: bool) -> None:
    assert is_older(data) is older
