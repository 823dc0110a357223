"""Earlier versions of a file: listed with time and reason, told apart from now, opened as a copy, taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from igfeditor.files import Disk
from igfeditor.gui import file_deeds, merge_deeds, version_deeds
from igfeditor.gui.dialogs.merge_ask import MergeAsk
from igfeditor.gui.dialogs.versions import VersionsDialog, when, words_of
from igfeditor.gui.main_window import MainWindow
from igfeditor.model import edits, rows
from igfeditor.model.agenda import Agenda
from igfeditor.model.changes import changes
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.session import Session
from igfeditor.storage.backups import Backups, Reason
from igfeditor.storage.project_file import project_bytes, save_project
from tests.gui.test_accessibility import nameless

NOW = datetime.now(UTC)


def titled(words: str) -> Agenda:
    return edits.set_text(Session.sample().agenda, THE_MEETING, "title", "en", words)


@pytest.fixture
def path(window: MainWindow, tmp_path: Path) -> Path:
    """Give the file of an open project with two sound versions and, between them, a damaged one."""
    made = tmp_path / "plenary.agenda.json"
    save_project(titled("Now"), made)
    moments = iter([NOW - timedelta(days=5), NOW - timedelta(hours=30), NOW])
    window.backups = Backups(tmp_path / "backups", Disk(), lambda: next(moments, NOW))
    window.backups.keep(made, project_bytes(titled("First")), Reason.SAVED)
    window.backups.keep(made, b"{", Reason.MERGE)
    window.backups.keep(made, project_bytes(titled("Last")), Reason.WORK)
    file_deeds.open_path(window, made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, path: Path) -> Iterator[VersionsDialog]:
    assert window.backups is not None
    made = VersionsDialog(path.name, window.backups.list(path), window.backups, window.bridge.agenda, "en", window)
    made.show()
    qtbot.waitUntil(made.copy.isEnabled, timeout=5_000)
    yield made
    made.close()
    made.deleteLater()


def test_they_are_listed_with_time_and_reason_the_newest_first(dialog: VersionsDialog) -> None:
    items = [dialog.list.topLevelItem(row) for row in range(3)]
    assert [item.text(1) for item in items if item] == ["Kept while working", "Before a merge", "Before a save"]
    assert [item.text(0) for item in items if item] == [
        when(NOW), when(NOW - timedelta(hours=30)), when(NOW - timedelta(days=5)),
    ]  # fmt: skip
    assert dialog.told.text() == "Different from now: 1 text."
    # The moments can be read whole.
    widest = max(dialog.fontMetrics().horizontalAdvance(item.text(0)) for item in items if item)
    assert dialog.list.columnWidth(0) > widest


def test_a_damaged_version_is_said_to_be_and_cannot_be_opened(qtbot: QtBot, dialog: VersionsDialog) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "damaged" in dialog.told.text() or "ends" in dialog.told.text(), timeout=5_000)
    assert not dialog.copy.isEnabled()
    assert not dialog.compare.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_every_control_is_named(window: MainWindow, dialog: VersionsDialog) -> None:
    assert nameless(dialog) == []


def test_without_versions_it_says_when_one_is_kept(window: MainWindow, path: Path) -> None:
    assert window.backups is not None
    made = VersionsDialog("new.agenda.json", (), window.backups, window.bridge.agenda, "en", window)
    assert made.told.text().startswith("No version is kept yet.")
    assert not made.copy.isEnabled()
    made.deleteLater()


def chosen(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, row: int, button: str) -> None:
    def execute(dialog: VersionsDialog) -> int:
        dialog.list.setCurrentItem(dialog.list.topLevelItem(row))
        qtbot.waitUntil(dialog.copy.isEnabled, timeout=5_000)
        getattr(dialog, button).click()
        return dialog.result()

    monkeypatch.setattr(VersionsDialog, "exec", execute)


def test_a_version_is_opened_as_a_copy_without_a_file(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    chosen(monkeypatch, qtbot, 2, "copy")
    window.actions_by_name["versions"].trigger()
    assert window.bridge.agenda == titled("First")
    assert window.bridge.session.path is None
    assert window.bridge.session.project.stem.startswith("plenary 20")
    assert file_deeds._suggested(window).name.startswith("plenary 20")
    assert path.read_bytes() == before


def test_unsaved_work_is_asked_about_before_a_copy_takes_its_place(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.bridge.set_text(THE_MEETING, "title", "en", "Not saved")
    chosen(monkeypatch, qtbot, 2, "copy")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Cancel)
    window.actions_by_name["versions"].trigger()
    assert window.bridge.agenda.meeting.title.wording("en") == "Not saved"


def test_a_version_is_compared_and_taken_over_as_one_step(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, qtbot, 0, "compare")
    monkeypatch.setattr(merge_deeds.MergeDialog, "exec", lambda dialog: dialog.accept() is None)
    window.actions_by_name["versions"].trigger()
    assert window.bridge.agenda == titled("Last")
    assert window.bridge.session.path == path
    window.bridge.undo()
    assert window.bridge.agenda == titled("Now")


def test_a_version_is_kept_before_a_merge(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.backups is not None
    window.backups = Backups(path.parent / "others", Disk())
    file_deeds.open_path(window, path)
    monkeypatch.setattr(merge_deeds.MergeDialog, "exec", lambda dialog: dialog.accept() is None)
    assert merge_deeds.merge_into(window, titled("Now"), titled("Theirs"), "theirs")
    (kept,) = window.backups.list(path)
    assert (kept.reason, window.backups.read(kept)) == (Reason.MERGE, project_bytes(titled("Now")))


def test_a_version_is_kept_before_all_is_replaced(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    assert window.backups is not None
    window.backups = Backups(path.parent / "others", Disk())
    file_deeds.open_path(window, path)
    window.actions_by_name["replace"].trigger()
    bar = window.find_side.bar
    bar.words.setText("session")
    bar.new_words.setText("meeting")
    qtbot.waitUntil(lambda: bool(bar.hits.chosen), timeout=5_000)
    window.find_side.replace_checked()
    qtbot.waitUntil(lambda: window.bridge.session.is_dirty, timeout=5_000)
    (kept,) = window.backups.list(path)
    assert (kept.reason, window.backups.read(kept)) == (Reason.REPLACE, project_bytes(titled("Now")))


class TestDamagedFile:
    @pytest.fixture
    def box(self, window: MainWindow, path: Path) -> Iterator[QMessageBox]:
        window.show_project(Session.new())
        path.write_bytes(b"{")
        file_deeds.open_path(window, path)
        (made,) = window.findChildren(QMessageBox)
        yield made
        for one in window.findChildren(QMessageBox):
            one.close()

    def test_its_refusal_names_the_newest_good_version(self, box: QMessageBox) -> None:
        assert f"{NOW.astimezone():%Y-%m-%d %H:%M}" in box.text()

    def test_its_versions_are_offered_at_once(
        self, qtbot: QtBot, window: MainWindow, box: QMessageBox, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        chosen(monkeypatch, qtbot, 0, "copy")
        # The damaged file is also the open one, and may be missed by now: what is open counts as not saved then.
        monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
        next(button for button in box.buttons() if button.text() == "Earlier versions…").click()
        assert window.bridge.agenda == titled("Last")
        assert window.bridge.session.path is None

    def test_where_there_is_none_none_is_offered(self, window: MainWindow, tmp_path: Path) -> None:
        other = tmp_path / "other.agenda.json"
        other.write_bytes(b"{")
        file_deeds.open_path(window, other)
        (box,) = window.findChildren(QMessageBox)
        assert [button.text() for button in box.buttons()] == ["OK"]
        box.close()


def test_an_earlier_version_may_be_the_base_of_a_merge(window: MainWindow, path: Path) -> None:
    theirs = path.with_name("theirs.agenda.json")
    save_project(edits.set_text(titled("First"), THE_MEETING, "venue", "en", "Geneva"), theirs)
    assert window.backups is not None
    dialog = MergeAsk(window.bridge, "", window, versions=window.backups.list(path), backups=window.backups)
    dialog.theirs.line.setText(str(theirs))
    dialog.as_version.click()
    dialog.version.setCurrentIndex(2)
    dialog.accept()
    assert dialog.deciding is not None
    assert dialog.deciding.cards == ()
    assert dialog.deciding.result().agenda.meeting.title.wording("en") == "Now"
    assert dialog.deciding.result().agenda.meeting.venue.wording("en") == "Geneva"
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda agenda: agenda, "It is what is open now."),
        (lambda agenda: edits.set_slot(agenda, "s1", kind="social"), "Times, places or other details differ from now."),
        (lambda agenda: rows.remove(agenda, ["c3", "c4"]), "Not in this version: 2 rows."),
        (lambda agenda: rows.duplicate(agenda, ["c3"]), "Only in this version: 1 row."),
    ],
)
def test_the_difference_is_said_in_words(window: MainWindow, change: Callable[[Agenda], Agenda], words: str) -> None:
    agenda = Session.sample().agenda
    assert words_of(changes(agenda, change(agenda))) == words


def test_without_a_file_there_are_no_versions(window: MainWindow, path: Path) -> None:
    assert version_deeds.can_show(window)
    window.show_project(Session.sample())
    assert not window.actions_by_name["versions"].isEnabled()
    file_deeds.show_versions(window)
