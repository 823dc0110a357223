"""A file of a newer version is read as far as it is known, and stays as it is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from igfeditor.errors import ProjectDamaged, ProjectTooNew
from igfeditor.services.operations import open_sample, sample_path
from igfeditor.storage.newer import open_for_reading
from igfeditor.storage.saving import digest_of

Change = Callable[[dict[str, Any]], object]


def newer(folder: Path, *changes: Change) -> Path:
    """Write the sample as version 2, with changes."""
    tree = json.loads(sample_path().read_text(encoding="utf-8"))
    tree["version"] = 2
    for change in changes:
        change(tree)
    path = folder / "newer.agenda.json"
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    return path


def in_every_slot(tree: dict[str, Any]) -> None:
    for day in tree["days"]:
        for slot in day["slots"]:
            slot["interpreters"] = ["en", "ar"]


def test_known_keys_are_read_and_unknown_ones_counted(tmp_path: Path) -> None:
    path = newer(tmp_path, in_every_slot, lambda tree: tree["meeting"].update(budget={"usd": 5}))
    before = path.read_bytes()
    opened = open_for_reading(path)
    assert opened.agenda == open_sample().agenda
    assert (opened.is_newer, opened.left_out) == (True, 19 + 1)
    assert path.read_bytes() == before


def test_newer_file_without_anything_new_is_newer_all_the_same(tmp_path: Path) -> None:
    opened = open_for_reading(newer(tmp_path))
    assert (opened.is_newer, opened.left_out) == (True, 0)


def test_file_of_this_version_is_not_newer() -> None:
    opened = open_for_reading(sample_path())
    assert (opened.agenda, opened.is_newer, opened.left_out) == (open_sample().agenda, False, 0)
    assert opened.digest == digest_of(sample_path().read_bytes())


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: tree["days"][0]["slots"][0].update(kind="hackathon"),
        lambda tree: tree.pop("meeting"),
        lambda tree: tree["days"][1].update(id="d1"),
        lambda tree: tree["days"][0].update({f"new{place}": 1 for place in range(9)}, date="soon"),
    ],
    ids=["unknown kind", "no meeting", "id twice", "wrong date"],
)
def test_what_would_be_misread_is_not_read(tmp_path: Path, change: Change) -> None:
    with pytest.raises(ProjectTooNew):
        open_for_reading(newer(tmp_path, change))


def test_damaged_file_of_this_version_is_damaged(tmp_path: Path) -> None:
    path = newer(tmp_path, lambda tree: tree.update(version=1, surplus=1))
    with pytest.raises(ProjectDamaged):
        open_for_reading(path)
