"""The journal of the window: what is done is kept as it is done, and is offered after a crash."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from igfeditor.files import Disk
from igfeditor.gui import file_deeds, keeping, merge_deeds
from igfeditor.gui.keeping import Keeping, offer
from igfeditor.gui.locking import Locking
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.notices import Matter
from igfeditor.model import edits
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.session import Session
from igfeditor.storage.backups import Backups, Reason
from igfeditor.storage.journal import Journal, read_journal, recoverable
from igfeditor.storage.lock import Lock
from igfeditor.storage.processes import Process
from igfeditor.storage.project_file import load_project, project_bytes, save_project
from tests.agendas import an_agenda


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "journals"


@pytest.fixture
def keeper(window: MainWindow, root: Path, path: Path) -> Iterator[Keeping]:
    made = window.keeping = Keeping(window.bridge, window.notices, root)
    file_deeds.open_path(window, path)
    yield made
    made.end()


def by_me(window: MainWindow, words: str) -> None:
    window.bridge.set_text(THE_MEETING, "title", "en", words)


def journals(root: Path) -> list[Path]:
    return sorted(path for path in root.glob("*/*.journal") if path.parent.name != "discarded")


def test_each_deed_is_in_the_journal_at_once(window: MainWindow, root: Path, keeper: Keeping) -> None:
    for words in ("One", "Two", "Three"):
        by_me(window, words)
        (journal,) = journals(root)
        found = read_journal(journal, journal.read_bytes())
        assert found is not None
        assert found.agenda == window.bridge.agenda
    window.bridge.undo()
    found = read_journal(journal, journal.read_bytes())
    assert found is not None or window.bridge.session.is_dirty is False


def test_it_begins_by_itself_and_is_synced_soon(
    qtbot: QtBot, window: MainWindow, root: Path, keeper: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: len(journals(root)) == 1, timeout=5_000)
    synced: list[object] = []

    def sync(journal: Journal) -> None:
        synced.append(journal)

    monkeypatch.setattr(Journal, "sync", sync)
    by_me(window, "One")
    assert keeper._sync.interval() < 2_000
    qtbot.waitUntil(lambda: len(synced) == 1, timeout=5_000)


def test_who_types_without_a_pause_does_not_put_the_sync_off(
    qtbot: QtBot, window: MainWindow, keeper: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_me(window, "One")
    qtbot.wait(100)
    before = keeper._sync.remainingTime()
    by_me(window, "Two")
    assert 0 < keeper._sync.remainingTime() <= before < keeper._sync.interval()


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


def test_a_version_is_kept_after_half_an_hour_of_work(window: MainWindow, root: Path, path: Path) -> None:
    clock = Clock()
    window.backups = Backups(root.parent / "backups", Disk())
    keeper = Keeping(window.bridge, window.notices, root, now=clock)
    file_deeds.open_path(window, path)
    for minutes, versions in ((0, 0), (29, 0), (2, 1), (20, 1), (11, 2)):
        clock.time += timedelta(minutes=minutes)
        by_me(window, f"After {minutes}")
        keeper.settle()
        assert len(window.backups.list(path)) == versions, minutes
    newest = window.backups.list(path)[0]
    assert (newest.reason, window.backups.read(newest)) == (Reason.WORK, project_bytes(window.bridge.agenda))
    keeper.end()


def test_a_journal_that_cannot_be_written_is_told_until_it_can(window: MainWindow, root: Path, path: Path) -> None:
    class Full(Disk):
        is_full = True

        def write(self, handle: int, data: memoryview) -> int:
            if self.is_full:
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().write(handle, data)

    disk = Full()
    keeper = Keeping(window.bridge, window.notices, root, disk)
    file_deeds.open_path(window, path)
    by_me(window, "One")
    keeper.settle()
    assert "cannot be kept safe" in window.notices.words(Matter.JOURNAL)
    window.speak("ar")
    assert "مساحة" in window.notices.words(Matter.JOURNAL)
    window.speak("en")
    bar = window.notices.bars[Matter.JOURNAL]
    keeper.settle()
    assert window.notices.bars[Matter.JOURNAL] is bar
    disk.is_full = False
    keeper.settle()
    assert not window.notices.bars
    (journal,) = journals(root)
    found = read_journal(journal, journal.read_bytes())
    assert found is not None
    assert found.agenda == window.bridge.agenda
    keeper.end()


def test_saved_work_is_not_offered_and_leaves_nothing(window: MainWindow, root: Path, keeper: Keeping) -> None:
    by_me(window, "One")
    assert file_deeds.save(window)
    (journal,) = journals(root)
    assert read_journal(journal, journal.read_bytes()) is None
    keeper.end()
    assert journals(root) == []


def test_work_that_somebody_chose_to_leave_lies_in_the_trash(window: MainWindow, root: Path, keeper: Keeping) -> None:
    by_me(window, "One")
    keeper.end()
    assert journals(root) == []
    assert len(list((root / "discarded").iterdir())) == 1


def test_another_project_has_another_journal(window: MainWindow, root: Path, keeper: Keeping) -> None:
    by_me(window, "One")
    assert file_deeds.save(window)
    window.show_project(Session.sample())
    by_me(window, "Two")
    (journal,) = journals(root)
    assert journal.parent.name == "unnamed"


@pytest.fixture
def left(root: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the journal that a program left when it was killed with an unsaved title."""
    agenda = load_project(path)
    journal = Journal(root, path, "plenary", "dead", Disk())
    journal.begin(agenda)
    journal.note(edits.set_text(agenda, THE_MEETING, "title", "en", "Not saved"))
    journal.sync()
    monkeypatch.setattr(Process, "is_dead", True)
    return journal.path


def choose(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    asked: list[str] = []

    def execute(box: QMessageBox) -> None:
        asked.append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if button.text().startswith(words)).click()

    monkeypatch.setattr(QMessageBox, "exec", execute)
    return asked


def test_recovered_work_is_one_step_over_the_saved_file(
    window: MainWindow, root: Path, path: Path, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = choose(monkeypatch, "Recover")
    offer(window, root)
    assert "plenary.agenda.json" in asked[0]
    assert "1 change can be brought back" in asked[0]
    assert window.bridge.agenda.meeting.title.wording("en") == "Not saved"
    assert window.bridge.session.path == path
    assert window.bridge.session.is_dirty
    assert not left.exists()
    assert len(list((root / "discarded").iterdir())) == 1
    window.bridge.undo()
    assert window.bridge.agenda == load_project(path)


def test_recovered_work_is_merged_with_what_somebody_else_saved_meanwhile(
    window: MainWindow, root: Path, path: Path, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_project(edits.set_text(load_project(path), THE_MEETING, "venue", "en", "Geneva"), path)
    choose(monkeypatch, "Recover")
    monkeypatch.setattr(merge_deeds.MergeDialog, "exec", lambda dialog: dialog.accept() is None)
    offer(window, root)
    meeting = window.bridge.agenda.meeting
    assert (meeting.title.wording("en"), meeting.venue.wording("en")) == ("Not saved", "Geneva")


def test_recovered_work_of_a_file_that_somebody_has_open_is_a_copy(
    window: MainWindow, root: Path, path: Path, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "Recover")
    monkeypatch.setattr(Process, "is_dead", True)
    found = recoverable(root, Disk())
    monkeypatch.setattr(Process, "is_dead", False)
    monkeypatch.setattr(keeping, "recoverable", lambda *_: found)
    Lock(path, "another", "Omar", Disk()).take()
    window.locking = Locking(window, name="Mona")
    offer(window, root)
    session = window.bridge.session
    assert (session.path, session.is_dirty) == (None, True)
    assert session.agenda.meeting.title.wording("en") == "Not saved"
    assert "as a copy" in window.statusBar().currentMessage()
    assert file_deeds._suggested(window).name.startswith("plenary")
    assert not left.exists()


NEWER = project_bytes(an_agenda()).replace(b'"version": 1', b'"version": 2')


@pytest.mark.parametrize(
    ("content", "words"), [(None, "no longer there"), (b"{", "cannot be used"), (NEWER, "cannot be used")]
)
def test_recovered_work_of_a_file_that_cannot_be_used_is_a_copy(
    window: MainWindow,
    root: Path,
    path: Path,
    left: Path,
    content: bytes | None,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    choose(monkeypatch, "Recover")
    offer(window, root)
    session = window.bridge.session
    assert (session.path, session.is_dirty) == (None, True)
    assert session.agenda.meeting.title.wording("en") == "Not saved"
    assert words in window.statusBar().currentMessage()
    assert file_deeds._suggested(window).name.startswith("plenary")
    assert not left.exists()
    window.bridge.undo()
    assert session.is_dirty


def test_a_journal_stays_until_the_recovered_work_is_in_another(
    window: MainWindow, root: Path, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(Disk):
        def open_new(self, path: Path) -> int:
            raise OSError(28, "No space left on device")

    choose(monkeypatch, "Recover")
    window.keeping = Keeping(window.bridge, window.notices, root, Full())
    offer(window, root)
    assert window.bridge.agenda.meeting.title.wording("en") == "Not saved"
    assert left.exists()


def test_later_leaves_all_as_it_is(window: MainWindow, root: Path, left: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "Later")
    offer(window, root)
    assert not window.has_project
    assert left.exists()


def test_discarded_work_goes_to_the_trash(
    window: MainWindow, root: Path, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "Discard")
    offer(window, root)
    assert not left.exists()
    assert len(list((root / "discarded").iterdir())) == 1


def test_compared_work_is_taken_over_change_by_change(
    window: MainWindow, root: Path, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "Compare")
    monkeypatch.setattr(merge_deeds.MergeDialog, "exec", lambda dialog: dialog.accept() is None)
    offer(window, root)
    assert window.bridge.agenda.meeting.title.wording("en") == "Not saved"
    assert not left.exists()


def test_a_comparison_that_is_called_off_keeps_the_journal(
    window: MainWindow, root: Path, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "Compare")
    monkeypatch.setattr(merge_deeds.MergeDialog, "exec", lambda dialog: False)
    offer(window, root)
    assert left.exists()


def test_nothing_is_offered_where_nothing_was_left(
    window: MainWindow, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = choose(monkeypatch, "Later")
    offer(window, root)
    assert asked == []


KILLED = """
import sys
from pathlib import Path
from igfeditor.gui import file_deeds
from igfeditor.gui.application import make_application, make_window
from igfeditor.gui.keeping import Keeping
from igfeditor.services.settings import Settings
application = make_application(["x"])
window = make_window(application, Settings(spelling=False))
window.keeping = Keeping(window.bridge, window.notices, Path(sys.argv[1]))
file_deeds.open_path(window, Path(sys.argv[2]))
window.show()
window.bridge.set_text("meeting", "title", "en", "Typed and never saved")
print("typed", flush=True)
application.exec()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_window_that_is_killed_loses_nothing(root: Path, path: Path) -> None:
    """Kill a real window in a process of its own; what was typed is offered to the next one."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(keeping.__file__).parents[2])}
    command = [sys.executable, "-c", KILLED, str(root), str(path)]
    typist = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    assert typist.stdout is not None
    assert typist.stdout.readline() == b"typed\n"
    typist.send_signal(signal.SIGKILL)
    typist.wait()
    typist.stdout.close()
    (found,) = recoverable(root, Disk())
    assert found.agenda.meeting.title.wording("en") == "Typed and never saved"
    assert found.document == path
