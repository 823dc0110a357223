"""Two people and one file: who comes second reads, waits or edits anyway; the lock goes with the window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from igfeditor.errors import sentence
from igfeditor.files import Disk
from igfeditor.gui import file_deeds
from igfeditor.gui.locking import Locking
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.notices import Matter
from igfeditor.model import edits
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.session import Session
from igfeditor.storage.lock import Lock
from igfeditor.storage.project_file import load_project, save_project


@pytest.fixture
def locking(window: MainWindow) -> Iterator[Locking]:
    made = window.locking = Locking(window, name="Mona")
    yield made
    made.end()


def lock_file(path: Path) -> Path:
    return path.with_name(f".~lock.{path.name}#")


def taken_by(path: Path, name: str = "Omar") -> Lock:
    lock = Lock(path, "another session", name, Disk())
    assert lock.take() is None
    return lock


def by_me(window: MainWindow, words: str) -> bool:
    deed = window.bridge.apply(
        lambda agenda: edits.set_text(agenda, THE_MEETING, "title", "en", words), sentence("Typing")
    )
    return deed is not None


def press(window: MainWindow, words: str) -> None:
    buttons: list[QPushButton] = window.notices.bars[Matter.LOCK].buttons
    next(button for button in buttons if button.text() == words).click()


def test_an_open_file_is_locked_in_ones_name_until_it_is_closed(
    window: MainWindow, locking: Locking, path: Path
) -> None:
    file_deeds.open_path(window, path)
    assert json.loads(lock_file(path).read_bytes())["name"] == "Mona"
    assert not window.notices.bars
    window.close()
    assert not lock_file(path).exists()


def test_another_project_gives_the_lock_back(window: MainWindow, locking: Locking, path: Path) -> None:
    file_deeds.open_path(window, path)
    window.show_project(Session.sample())
    assert not lock_file(path).exists()


def test_saved_under_another_name_it_is_that_which_is_locked(window: MainWindow, locking: Locking, path: Path) -> None:
    file_deeds.open_path(window, path)
    other = path.with_name("other.agenda.json")
    assert window.bridge.save(other)
    assert lock_file(other).exists()
    assert not lock_file(path).exists()


def test_who_comes_second_reads_and_is_told_who_edits(window: MainWindow, locking: Locking, path: Path) -> None:
    taken_by(path)
    file_deeds.open_path(window, path)
    assert "\u2068Omar\u2069 has this file open" in window.notices.words(Matter.LOCK)
    # Closed by mistake, it would leave no way to edit.
    assert window.notices.bars[Matter.LOCK].closed.isHidden()
    assert not by_me(window, "Mine")
    assert window.status.saved.text() == "For reading only"
    window.close()
    assert json.loads(lock_file(path).read_bytes())["name"] == "Omar"


def test_ones_own_other_window_is_called_so(window: MainWindow, locking: Locking, path: Path) -> None:
    taken_by(path, "Mona")
    file_deeds.open_path(window, path)
    assert window.notices.words(Matter.LOCK).startswith("You have this file open in another window.")


def test_edited_anyway_the_file_is_mine_and_theirs(window: MainWindow, locking: Locking, path: Path) -> None:
    taken_by(path)
    file_deeds.open_path(window, path)
    press(window, "Edit anyway")
    assert not window.notices.bars
    assert by_me(window, "Mine")
    assert json.loads(lock_file(path).read_bytes())["name"] == "Mona"
    assert window.status.saved.text() == "Not saved"


def test_who_waits_is_told_when_the_file_is_free_and_edits_what_it_holds_then(
    qtbot: QtBot, window: MainWindow, locking: Locking, path: Path
) -> None:
    other = taken_by(path)
    file_deeds.open_path(window, path)
    press(window, "Tell me when it is free")
    locking.timer.timeout.emit()
    qtbot.waitUntil(lambda: not locking.is_looking, timeout=5_000)
    assert window.notices.words(Matter.LOCK).startswith("You will be told")
    save_project(edits.set_text(load_project(path), THE_MEETING, "title", "en", "Theirs"), path)
    other.release()
    locking.timer.timeout.emit()
    qtbot.waitUntil(lambda: window.notices.words(Matter.LOCK) == "This file is free now.", timeout=5_000)
    assert not by_me(window, "Too early")
    press(window, "Edit")
    assert window.bridge.agenda.meeting.title.wording("en") == "Theirs"
    assert by_me(window, "Mine")


def test_who_has_the_file_hears_of_one_who_edits_anyway(
    qtbot: QtBot, window: MainWindow, locking: Locking, path: Path
) -> None:
    file_deeds.open_path(window, path)
    Lock(path, "another session", "Omar", Disk()).take_anyway()
    locking.timer.timeout.emit()
    qtbot.waitUntil(
        lambda: "\u2068Omar\u2069 works at this file too" in window.notices.words(Matter.LOCK), timeout=5_000
    )
    assert by_me(window, "Mine")
    window.notices.take(Matter.LOCK)
    locking.timer.timeout.emit()
    qtbot.waitUntil(lambda: not locking.is_looking, timeout=5_000)
    assert not window.notices.bars


def test_the_file_is_ones_own_again_when_the_other_has_left(
    qtbot: QtBot, window: MainWindow, locking: Locking, path: Path
) -> None:
    file_deeds.open_path(window, path)
    other = Lock(path, "another session", "Omar", Disk())
    other.take_anyway()
    locking.timer.timeout.emit()
    qtbot.waitUntil(lambda: Matter.LOCK in window.notices.bars, timeout=5_000)
    assert locking.lock is not None
    locking.lock._beaten = datetime(2020, 1, 1, tzinfo=UTC)
    locking.timer.timeout.emit()
    qtbot.waitUntil(lambda: not locking.is_looking, timeout=5_000)
    assert not locking.lock.is_held
    other.release()
    locking.timer.timeout.emit()
    qtbot.waitUntil(lambda: not window.notices.bars, timeout=5_000)
    assert json.loads(lock_file(path).read_bytes())["name"] == "Mona"


@pytest.mark.parametrize(
    "odd",
    [
        {"heartbeat": "2026-01-02T03:04:05"},
        {"heartbeat": "0001-01-01T00:00:00+14:00"},
        {"pid": 1e999},
        {"pid": "9" * 5000},
        {"name": "<b>Omar</b>\u202e\n" + "x" * 5000},
    ],
)
def test_an_odd_lock_is_somebodys_and_does_no_harm(
    window: MainWindow, locking: Locking, path: Path, odd: dict[str, object]
) -> None:
    taken_by(path)
    facts = json.loads(lock_file(path).read_bytes())
    lock_file(path).write_text(json.dumps(facts | odd))
    file_deeds.open_path(window, path)
    label = window.notices.bars[Matter.LOCK].label
    assert "open for reading only" in label.text()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert len(label.text()) < 200
    assert not set(label.text()) & {"\u202e", "\n"}


def test_a_lock_that_cannot_be_written_stops_nobody(window: MainWindow, path: Path) -> None:
    class Shut(Disk):
        def open_new(self, path: Path) -> int:
            raise PermissionError(13, "Permission denied")

    window.locking = Locking(window, Shut(), "Mona")
    file_deeds.open_path(window, path)
    assert by_me(window, "Mine")
    assert not window.notices.bars
    window.locking.end()


def test_somebody_who_was_silent_for_long_is_said_to_be(window: MainWindow, locking: Locking, path: Path) -> None:
    taken_by(path)
    facts = json.loads(lock_file(path).read_bytes())
    facts |= {"host": "elsewhere", "heartbeat": "2026-01-02T03:04:05+00:00"}
    lock_file(path).write_text(json.dumps(facts))
    file_deeds.open_path(window, path)
    words = window.notices.words(Matter.LOCK)
    assert "(computer \u2068elsewhere\u2069)" in words
    assert "Nothing was heard of them since \u20682026-01-0" in words
