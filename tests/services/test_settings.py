"""Settings: kept, readable, and never a reason not to start."""

import json
from pathlib import Path

import pytest

from igfeditor.errors import SaveError
from igfeditor.services.settings import MAX_RECENT, Settings, load_settings, save_settings


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    chosen = Settings(window_language="ar", mode="dark", keys={"save": "Ctrl+S"})
    save_settings(chosen, path)
    assert load_settings(path) == chosen


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b'"text"', b"null"])
def test_damaged_settings_are_the_usual_ones(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert load_settings(path) == Settings()


def test_missing_settings_are_the_usual_ones(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings()


def test_one_wrong_choice_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"mode": "purple", "window_language": "ar", "later": 1}), encoding="utf-8")
    assert load_settings(path) == Settings(window_language="ar")


def test_last_project_stands_first_and_once(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(MAX_RECENT + 3):
        settings = settings.with_recent(tmp_path / f"{number}.agenda.json")
    settings = settings.with_recent(tmp_path / "5.agenda.json")
    assert len(settings.recent) == MAX_RECENT
    assert Path(settings.recent[0]).name == "5.agenda.json"
    assert len(set(settings.recent)) == MAX_RECENT


def test_every_choice_says_what_it_is_for() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_settings_that_cannot_be_written_are_an_error_with_a_place(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(SaveError):
        save_settings(Settings(), tmp_path / "settings.json")
