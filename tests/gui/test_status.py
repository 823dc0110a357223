"""The sentences of the status bar: counted after a pause, and true of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from igfeditor.gui import status
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.status import Status
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.operations import sample_path
from igfeditor.services.session import Session

Make = Callable[[], Status]


@pytest.fixture
def shown(qtbot: QtBot) -> Status:
    bridge = Bridge(Session.sample(), "en")
    made = Status(bridge)
    bridge.setParent(made)
    qtbot.addWidget(made)
    made.refresh()
    return made


def bridge_of(shown: Status) -> Bridge:
    return shown._bridge


def test_coverage_is_counted_in_texts_and_words_of_the_source(shown: Status) -> None:
    before = shown.coverage.text()
    assert before.startswith("Arabic: 82 of 82 texts, ")
    there, all_words = (word for word in before.split(", ")[1].split() if word.isdigit())
    assert there == all_words
    bridge_of(shown).set_text("i1", "title", "ar", "")
    shown.count()
    assert shown.coverage.text().startswith("Arabic: 81 of 82 texts, ")
    assert f"{int(all_words) - 7} of {all_words} words" in shown.coverage.text()


def test_an_agenda_without_texts_says_so(shown: Status) -> None:
    bridge_of(shown).open(Session.new())
    assert shown.coverage.text() == "No texts yet"
    bridge_of(shown).set_text(THE_MEETING, "title", "en", "Plenary")
    shown.count()
    assert shown.coverage.text() == "Arabic: 0 of 1 texts, 0 of 1 words"


def test_typing_is_counted_after_a_pause(shown: Status, qtbot: QtBot) -> None:
    bridge_of(shown).set_text("i1", "title", "en", "Another opening")
    assert "stale" not in shown.coverage.text()
    qtbot.waitUntil(lambda: "1 stale" in shown.coverage.text())


def test_counting_is_not_done_for_each_stroke(shown: Status, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[object] = []
    monkeypatch.setattr(status.Tally, "coverage", lambda _, agenda: counted.append(agenda))
    for length in range(1, 10):
        bridge_of(shown).set_text("i1", "title", "en", "x" * length)
    assert counted == []


def test_it_says_whether_the_file_holds_what_is_seen(shown: Status, tmp_path: Path) -> None:
    assert shown.saved.text() == "No file yet"
    bridge = bridge_of(shown)
    bridge.save(tmp_path / "a.agenda.json")
    saved_at = bridge.session.saved_at
    assert saved_at is not None
    assert shown.saved.text() == f"Saved {saved_at:%H:%M}"
    bridge.set_text("i1", "title", "en", "Another")
    assert shown.saved.text() == "Not saved"
    bridge.undo()
    assert shown.saved.text() == f"Saved {saved_at:%H:%M}"
    bridge.open(Session.open(tmp_path / "a.agenda.json"))
    assert shown.saved.text() == "Saved"


def test_a_file_of_a_newer_version_is_for_reading_only(shown: Status, tmp_path: Path) -> None:
    path = tmp_path / "newer.agenda.json"
    path.write_text(sample_path().read_text(encoding="utf-8").replace('"version": 1', '"version": 2'), encoding="utf-8")
    bridge_of(shown).open(Session.open(path))
    assert shown.saved.text() == "For reading only"
