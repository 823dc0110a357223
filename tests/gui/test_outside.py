"""Somebody else changes the open file: nothing unseen is overwritten, and nobody is asked without need."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from igfeditor.files import Disk
from igfeditor.gui import file_deeds, merge_deeds, outside
from igfeditor.gui.keeping import Keeping
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.notices import Matter
from igfeditor.model import edits
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.session import Session
from igfeditor.storage.backups import Backups, Reason
from igfeditor.storage.outside import Change
from igfeditor.storage.project_file import load_project, project_bytes, save_project


@pytest.fixture
def path(window: MainWindow, tmp_path: Path) -> Path:
    """Give the file of a project that is open in the window, with backups."""
    made = tmp_path / "plenary.agenda.json"
    save_project(Session.sample().agenda, made)
    window.backups = Backups(tmp_path / "backups", Disk())
    file_deeds.open_path(window, made)
    return made


def title(path: Path) -> str:
    return load_project(path).meeting.title.wording("en")


def by_somebody_else(path: Path, words: str = "Theirs", field: str = "title") -> None:
    save_project(edits.set_text(load_project(path), THE_MEETING, field, "en", words), path)


def by_me(window: MainWindow, words: str = "Mine", field: str = "title") -> None:
    window.bridge.set_text(THE_MEETING, field, "en", words)


def answer(monkeypatch: pytest.MonkeyPatch, place: int | None) -> list[str]:
    """Choose the button at a place when it is asked, or cancel; gives what was asked."""
    asked: list[str] = []

    def execute(box: QMessageBox) -> None:
        asked.append(box.text())
        buttons = box.buttons()
        cancel = box.button(QMessageBox.StandardButton.Cancel)
        chosen = cancel if place is None else [one for one in buttons if one is not cancel][place]
        chosen.click()

    monkeypatch.setattr(QMessageBox, "exec", execute)
    return asked


def test_without_unsaved_work_it_is_reloaded_and_can_be_undone(window: MainWindow, path: Path) -> None:
    before = window.bridge.agenda
    by_somebody_else(path)
    outside.look(window)
    assert window.bridge.agenda.meeting.title.wording("en") == "Theirs"
    assert not window.bridge.session.is_dirty
    assert "Somebody else" in window.statusBar().currentMessage()
    window.bridge.undo()
    assert window.bridge.agenda == before


def test_with_unsaved_work_it_is_said_and_nothing_is_changed(window: MainWindow, path: Path) -> None:
    by_me(window)
    by_somebody_else(path)
    outside.look(window)
    assert window.bridge.agenda.meeting.title.wording("en") == "Mine"
    assert window.notices.words(Matter.OUTSIDE) == "Somebody else has changed this file since you opened it."
    bar = window.notices.bars[Matter.OUTSIDE]
    outside.look(window)
    assert window.notices.bars[Matter.OUTSIDE] is bar


def press(window: MainWindow, words: str) -> None:
    buttons: list[QPushButton] = window.notices.bars[Matter.OUTSIDE].buttons
    next(button for button in buttons if button.text() == words).click()


def test_both_can_be_merged_from_the_bar(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_me(window)
    by_somebody_else(path, "Geneva", "venue")
    outside.look(window)
    monkeypatch.setattr(merge_deeds.MergeDialog, "exec", lambda dialog: dialog.accept() is None)
    press(window, "Compare and merge…")
    assert not window.notices.bars
    assert window.bridge.session.is_dirty
    assert file_deeds.save(window)
    merged = load_project(path).meeting
    assert (merged.title.wording("en"), merged.venue.wording("en")) == ("Mine", "Geneva")


def test_mine_can_be_kept_from_the_bar_and_the_next_save_asks_no_more(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_me(window)
    by_somebody_else(path)
    outside.look(window)
    press(window, "Keep mine")
    assert not window.notices.bars
    outside.look(window)
    assert not window.notices.bars
    asked = answer(monkeypatch, None)
    assert file_deeds.save(window)
    assert asked == []
    assert title(path) == "Mine"


def test_what_cannot_be_read_is_said_once_and_can_be_replaced_by_mine(window: MainWindow, path: Path) -> None:
    path.write_bytes(b"{")
    refused: list[str] = []
    window.bridge.refused.connect(refused.append)
    before = window.bridge.agenda
    outside.look(window)
    outside.look(window)
    assert refused == []
    assert window.notices.words(Matter.OUTSIDE).startswith(str(path))
    press(window, "Keep mine")
    assert window.bridge.session.is_dirty
    assert file_deeds.save(window)
    assert load_project(path) == before
    assert window.backups is not None
    assert b"{" in [window.backups.read(one) for one in window.backups.list(path)]


def test_a_damaged_file_holds_the_work_no_more_until_it_is_whole_again(window: MainWindow, path: Path) -> None:
    whole, before = path.read_bytes(), window.bridge.agenda
    path.write_bytes(whole[:100])
    outside.look(window)
    assert window.status.saved.text() == "Not saved"
    assert window.backups is not None
    assert whole in [window.backups.read(one) for one in window.backups.list(path)]
    path.write_bytes(whole)
    outside.look(window)
    assert window.status.saved.text() == "Saved"
    assert window.bridge.agenda is before
    assert not window.notices.bars
    assert window.statusBar().currentMessage() == ""


def test_theirs_is_not_replaced_where_it_cannot_be_kept(
    window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_me(window)
    by_somebody_else(path)
    answer(monkeypatch, 1)
    (tmp_path / "backups").write_bytes(b"no folder can be made here")
    assert not file_deeds.save(window)
    assert "cannot be kept among the earlier versions" in window.statusBar().currentMessage()
    assert title(path) == "Theirs"


def test_who_closes_a_dialog_goes_on_with_what_it_gave_before_anything_is_reloaded(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = window.bridge.agenda
    by_somebody_else(path)
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window.bridge.agenda is before
    QApplication.processEvents()
    assert window.bridge.agenda.meeting.title.wording("en") == "Theirs"


def test_nothing_is_reloaded_under_a_dialog(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    before = window.bridge.agenda
    by_somebody_else(path)
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    dialog.open()
    outside.look(window)
    assert window.bridge.agenda is before
    dialog.close()


def test_an_answer_that_is_older_than_a_save_is_not_believed(window: MainWindow, path: Path) -> None:
    watch = window.bridge.session.watch
    assert watch is not None
    by_me(window)
    assert file_deeds.save(window)
    by_me(window, "More")
    lookout = outside.Lookout(window)
    lookout._hear(watch, Change.CHANGED)
    assert not window.notices.bars
    lookout.timer.stop()


def test_what_came_after_the_look_in_the_place_of_a_lost_file_is_not_overwritten(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_me(window)
    by_somebody_else(path)
    monkeypatch.setattr(Session, "outside", lambda _: Change.GONE)
    assert not file_deeds.save(window)
    assert title(path) == "Theirs"


def test_a_file_that_went_after_the_look_is_told_by_the_next_one(window: MainWindow, path: Path) -> None:
    path.unlink()
    outside.tell(window, Change.CHANGED)
    assert not window.notices.bars
    assert not window.bridge.session.is_dirty


def test_who_reads_only_is_not_told_that_a_change_can_be_undone(window: MainWindow, path: Path) -> None:
    window.bridge.session.reserve(for_somebody_else=True)
    by_somebody_else(path)
    outside.look(window)
    assert window.bridge.agenda.meeting.title.wording("en") == "Theirs"
    assert window.statusBar().currentMessage() == "Somebody else has changed the file; what is new is shown."


def test_a_bar_that_was_closed_stays_closed_until_there_is_something_else_to_say(
    window: MainWindow, path: Path
) -> None:
    by_me(window)
    by_somebody_else(path)
    outside.look(window)
    window.notices.bars[Matter.OUTSIDE].closed.click()
    outside.look(window)
    assert not window.notices.bars
    outside.keep_mine(window)
    by_somebody_else(path, "Once more")
    outside.look(window)
    assert Matter.OUTSIDE in window.notices.bars


def test_reverted_work_is_not_offered_at_the_next_start(window: MainWindow, path: Path, tmp_path: Path) -> None:
    keeper = window.keeping = Keeping(window.bridge, window.notices, tmp_path / "journals")
    window.bridge.project_changed.emit()
    by_me(window)
    assert list((tmp_path / "journals").rglob("*.journal"))
    by_somebody_else(path)
    file_deeds.revert(window)
    assert title(path) == window.bridge.agenda.meeting.title.wording("en")
    keeper.end()
    assert not list((tmp_path / "journals").rglob("*.journal"))


class TestGone:
    @pytest.fixture
    def gone(self, window: MainWindow, path: Path) -> Path:
        path.unlink()
        outside.tell(window, window.bridge.session.outside())
        return path

    def test_it_counts_as_not_saved_and_a_version_is_kept(self, window: MainWindow, gone: Path) -> None:
        assert "plenary.agenda.json\u2069 is no longer there" in window.notices.words(Matter.OUTSIDE)
        assert window.bridge.session.is_dirty
        assert window.status.saved.text() == "Not saved"
        assert window.backups is not None
        (kept,) = window.backups.list(gone)
        assert (kept.reason, window.backups.read(kept)) == (Reason.WORK, project_bytes(window.bridge.agenda))

    def test_come_back_as_it_was_it_counts_as_saved(self, window: MainWindow, gone: Path) -> None:
        before = window.bridge.agenda
        save_project(before, gone)
        outside.look(window)
        assert not window.notices.bars
        assert not window.bridge.session.is_dirty
        assert window.bridge.agenda is before

    def test_who_reads_only_is_not_offered_to_write_it(self, window: MainWindow, gone: Path) -> None:
        window.notices.clear()
        window.bridge.session.reserve(for_somebody_else=True)
        outside.tell(window, Change.GONE)
        assert [button.text() for button in window.notices.bars[Matter.OUTSIDE].buttons] == ["Save as…"]

    def test_it_is_saved_again_in_its_place(self, window: MainWindow, gone: Path) -> None:
        press(window, "Save it here again")
        assert load_project(gone) == window.bridge.agenda
        assert not window.bridge.session.is_dirty
        outside.look(window)
        assert not window.notices.bars

    def test_what_has_come_in_its_place_meanwhile_is_not_overwritten(
        self, window: MainWindow, gone: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        save_project(Session.new("Another").agenda, gone)
        asked = answer(monkeypatch, None)
        press(window, "Save it here again")
        assert len(asked) == 1
        assert title(gone) == "Another"

    def test_saved_by_the_usual_key_it_is_written_anew(self, window: MainWindow, path: Path) -> None:
        by_me(window)
        path.unlink()
        assert file_deeds.save(window)
        assert title(path) == "Mine"


def test_a_file_that_comes_back_as_it_was_does_not_undo_what_was_typed_meanwhile(
    window: MainWindow, path: Path
) -> None:
    before = path.read_bytes()
    path.unlink()
    outside.tell(window, window.bridge.session.outside())
    by_me(window)
    path.write_bytes(before)
    outside.look(window)
    assert window.bridge.agenda.meeting.title.wording("en") == "Mine"
    assert window.bridge.session.is_dirty
    assert not window.notices.bars
    assert file_deeds.save(window)
    assert title(path) == "Mine"


class TestLookout:
    @pytest.fixture
    def lookout(self, window: MainWindow, path: Path) -> outside.Lookout:
        made = outside.Lookout(window)
        made.timer.stop()
        return made

    def look(self, qtbot: QtBot, lookout: outside.Lookout) -> None:
        lookout.timer.timeout.emit()
        qtbot.waitUntil(lambda: not lookout.is_looking, timeout=5_000)

    def test_it_finds_out_by_itself(
        self, qtbot: QtBot, window: MainWindow, path: Path, lookout: outside.Lookout
    ) -> None:
        by_somebody_else(path)
        self.look(qtbot, lookout)
        assert window.bridge.agenda.meeting.title.wording("en") == "Theirs"

    def test_a_moment_without_a_file_is_not_told(
        self, qtbot: QtBot, window: MainWindow, path: Path, lookout: outside.Lookout
    ) -> None:
        data = path.read_bytes()
        path.unlink()
        self.look(qtbot, lookout)
        assert not window.notices.bars
        path.write_bytes(data)
        self.look(qtbot, lookout)
        path.unlink()
        self.look(qtbot, lookout)
        assert not window.notices.bars
        self.look(qtbot, lookout)
        assert Matter.OUTSIDE in window.notices.bars

    def test_an_answer_from_before_a_save_is_not_believed(
        self, qtbot: QtBot, window: MainWindow, path: Path, lookout: outside.Lookout, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        session = window.bridge.session
        answers = iter([Change.CHANGED])
        monkeypatch.setattr(session, "outside", lambda: next(answers, Change.NONE))
        by_me(window)
        self.look(qtbot, lookout)
        assert not window.notices.bars

    def test_nothing_changes_under_a_dialog(
        self, qtbot: QtBot, window: MainWindow, path: Path, lookout: outside.Lookout
    ) -> None:
        by_somebody_else(path)
        dialog = QDialog(window)
        dialog.setModal(True)
        dialog.show()
        self.look(qtbot, lookout)
        assert window.bridge.agenda.meeting.title.wording("en") != "Theirs"
        dialog.close()
        self.look(qtbot, lookout)
        assert window.bridge.agenda.meeting.title.wording("en") == "Theirs"
        dialog.deleteLater()

    def test_a_share_that_cannot_be_reached_is_said_until_it_can(
        self, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        outside.tell(window, Change.UNREADABLE)
        assert "cannot be reached" in window.notices.words(Matter.OUTSIDE)
        outside.tell(window, Change.NONE)
        assert not window.notices.bars


def test_nothing_is_said_where_nothing_changed(window: MainWindow, path: Path) -> None:
    window.statusBar().clearMessage()
    by_me(window)
    outside.look(window)
    assert file_deeds.save(window)
    outside.look(window)
    assert window.statusBar().currentMessage() == ""


def test_a_save_that_is_called_off_leaves_both(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_me(window)
    by_somebody_else(path)
    asked = answer(monkeypatch, None)
    assert not file_deeds.save(window)
    assert asked == ["Somebody else has changed this file since you opened it."]
    assert title(path) == "Theirs"
    assert window.bridge.session.is_dirty


def test_mine_is_kept_and_theirs_is_among_the_backups(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_me(window)
    by_somebody_else(path)
    theirs = path.read_bytes()
    answer(monkeypatch, 1)
    assert file_deeds.save(window)
    assert title(path) == "Mine"
    assert window.backups is not None
    assert [window.backups.read(one) for one in window.backups.list(path)] == [theirs]


def test_both_are_merged_and_saved(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_me(window)
    by_somebody_else(path, "Geneva", "venue")
    answer(monkeypatch, 0)
    monkeypatch.setattr(merge_deeds.MergeDialog, "exec", lambda dialog: dialog.accept() is None)
    assert file_deeds.save(window)
    merged = load_project(path).meeting
    assert (merged.title.wording("en"), merged.venue.wording("en")) == ("Mine", "Geneva")
    assert not window.bridge.session.is_dirty


def test_a_merge_that_is_called_off_leaves_both(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_me(window)
    by_somebody_else(path, "Geneva", "venue")
    answer(monkeypatch, 0)
    monkeypatch.setattr(merge_deeds.MergeDialog, "exec", lambda dialog: False)
    assert not file_deeds.save(window)
    assert title(path) != "Mine"
    # It counts as never seen: the next save asks again.
    asked = answer(monkeypatch, None)
    assert not file_deeds.save(window)
    assert len(asked) == 1


def test_who_writes_between_the_look_and_the_save_is_not_overwritten(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_me(window)
    monkeypatch.setattr(outside, "may_save", lambda _: True)
    by_somebody_else(path)
    monkeypatch.setattr(QMessageBox, "open", lambda box: box.deleteLater())
    assert not file_deeds.save(window)
    assert title(path) == "Theirs"
    assert "another program has changed this file" in window.statusBar().currentMessage()


def test_saved_as_another_file_it_is_that_which_is_looked_after(window: MainWindow, path: Path) -> None:
    by_me(window)
    other = path.with_name("other.agenda.json")
    assert window.bridge.save(other)
    by_somebody_else(path)
    by_me(window, "More")
    assert file_deeds.save(window)
    assert title(other) == "More"
    assert title(path) == "Theirs"
