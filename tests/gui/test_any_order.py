"""Deeds of two people on one file in any order: what is said of the file is true, and nothing is overwritten unkept."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from igfeditor.files import Disk
from igfeditor.gui import file_deeds, merge_deeds, outside
from igfeditor.gui.keeping import Keeping
from igfeditor.gui.locking import Locking
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.notices import Matter
from igfeditor.model import edits
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.session import Session
from igfeditor.storage.backups import Backups
from igfeditor.storage.journal import read_journal
from igfeditor.storage.lock import Lock
from igfeditor.storage.outside import Change
from igfeditor.storage.project_file import project_bytes
from igfeditor.storage.saving import digest_of
from tests.agendas import an_agenda

STEPS = 80


class Two:
    """The window, and somebody else who writes into the same folder."""

    def __init__(self, window: MainWindow, folder: Path, chance: random.Random) -> None:
        self.window, self.folder, self.chance = window, folder, chance
        self.path = folder / "plenary.agenda.json"
        self.number = 0
        self.other = Lock(self.path, "another", "Omar", Disk())

    @property
    def session(self) -> Session:
        return self.window.bridge.session

    # what I do

    def types(self) -> None:
        self.number += 1
        node, field = self.chance.choice([(THE_MEETING, "title"), (THE_MEETING, "venue"), ("i1", "title")])
        self.window.bridge.set_text(node, field, "en", f"Mine {self.number}")

    def saves(self) -> None:
        file_deeds.save(self.window)

    def saves_as(self) -> None:
        file_deeds.save_as(self.window)

    def undoes(self) -> None:
        self.window.bridge.undo()

    def redoes(self) -> None:
        self.window.bridge.redo()

    def reverts(self) -> None:
        file_deeds.revert(self.window)

    def opens(self) -> None:
        file_deeds.open_path(self.window, self.path)

    def looks(self) -> None:
        outside.tell(self.window, self.session.outside())

    def presses(self) -> None:
        bars = self.window.notices.bars
        if bars:
            bar = bars[self.chance.choice(sorted(bars, key=lambda matter: matter.value))]
            closed = [] if bar.closed.isHidden() else [bar.closed]
            self.chance.choice([*bar.buttons, *closed]).click()

    # what the other does

    def writes(self) -> None:
        self.number += 1
        agenda = edits.set_text(
            an_agenda(slots=2), THE_MEETING, self.chance.choice(["title", "venue"]), "en", f"Theirs {self.number}"
        )
        self.path.write_bytes(project_bytes(agenda))

    def damages(self) -> None:
        self.number += 1
        self.path.write_bytes(b"{" * self.number)

    def deletes(self) -> None:
        self.path.unlink(missing_ok=True)

    def takes_the_lock(self) -> None:
        self.other.take_anyway()

    def gives_it_back(self) -> None:
        self.other.release()


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.glob("*.agenda.json")}


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_in_whatever_order(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    two = Two(window, tmp_path, chance)
    answers_at_random(monkeypatch, chance, tmp_path)
    two.path.write_bytes(project_bytes(an_agenda(slots=2)))
    window.backups = Backups(tmp_path / "backups", Disk())
    window.keeping = Keeping(window.bridge, window.notices, tmp_path / "journals")
    window.locking = Locking(window, name="Mona")
    file_deeds.open_path(window, two.path)
    mine: list[Callable[[], None]] = [
        two.types, two.types, two.types, two.saves, two.saves, two.looks, two.presses, two.undoes, two.redoes,
        two.reverts, two.opens, two.saves_as,
    ]  # fmt: skip
    theirs: list[Callable[[], None]] = [
        two.writes, two.writes, two.damages, two.deletes, two.takes_the_lock, two.gives_it_back,
    ]  # fmt: skip
    done: list[str] = []
    for _ in range(STEPS):
        is_mine = chance.random() < 0.75
        deed = chance.choice(mine if is_mine else theirs)
        done.append(deed.__name__)
        before = files(tmp_path)
        deed()
        if is_mine:
            assert_nothing_lost(two, before, done)
        assert_true(two, done)
    window.notices.clear()
    window.keeping.end()
    window.locking.end()


def assert_nothing_lost(two: Two, before: dict[Path, bytes], done: list[str]) -> None:
    """What my program replaced is among the backups; it deletes nothing."""
    after = files(two.folder)
    assert set(before) <= set(after), done
    for path, data in before.items():
        if after[path] != data:
            assert two.window.backups is not None
            assert digest_of(data) in {one.digest for one in two.window.backups.list(path)}, done


def assert_true(two: Two, done: list[str]) -> None:
    """What counts as saved is what the file holds, and what is not is in the journal."""
    session = two.session
    if session.path is not None and not session.is_dirty and session.outside() is Change.NONE:
        assert session.path.read_bytes() == project_bytes(session.agenda), done
    keeping = two.window.keeping
    if session.is_dirty and not session.is_missed and keeping is not None and keeping.journal is not None:
        found = read_journal(keeping.journal.path, keeping.journal.path.read_bytes())
        assert (session.saved_agenda if found is None else found.agenda) == session.agenda, done
    if session.read_only and "presses" not in done:
        assert Matter.LOCK in two.window.notices.bars, done


def answers_at_random(monkeypatch: pytest.MonkeyPatch, chance: random.Random, folder: Path) -> None:
    """Answer each question that the window asks by chance."""

    def execute(box: QMessageBox) -> None:
        chance.choice(box.buttons()).click()

    def merge(dialog: merge_deeds.MergeDialog) -> bool:
        if chance.random() < 0.3:
            return False
        dialog.accept()
        return dialog.merged is not None

    standard = QMessageBox.StandardButton
    monkeypatch.setattr(QMessageBox, "exec", execute)
    monkeypatch.setattr(QMessageBox, "open", lambda box: box.deleteLater())
    monkeypatch.setattr(
        QMessageBox, "question", lambda *_: chance.choice([standard.Save, standard.Discard, standard.Cancel])
    )
    monkeypatch.setattr(merge_deeds.MergeDialog, "exec", merge)
    names = ["plenary.agenda.json", "other.agenda.json", ""]
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(folder / name) if (name := chance.choice(names)) else "", "")
    )
