"""Earlier versions: listed, opened or refused in a sentence, and named where the file itself is damaged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from igfeditor.errors import ProjectDamaged, ProjectNotFound, ProjectTooNew, SettingsError, sentence
from igfeditor.files import Disk
from igfeditor.language.messages import say
from igfeditor.model.edits import set_text
from igfeditor.services.operations import open_project
from igfeditor.services.session import Session
from igfeditor.services.versions import (
    keeper,
    moment,
    newest_good,
    numbered,
    open_version,
    users_backups,
    versions_of,
)
from igfeditor.storage import migrations, project_file
from igfeditor.storage.backups import Backups, Reason
from igfeditor.storage.migrations import Tree
from igfeditor.storage.project_file import project_bytes, save_project
from igfeditor.storage.saving import digest_of
from tests.agendas import an_agenda

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
GOOD = project_bytes(an_agenda())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plenary.agenda.json"


@pytest.fixture
def backups(tmp_path: Path, path: Path) -> Backups:
    """Give the backups of a file: a good one, then one of a newer program, then one that is damaged."""
    moments = iter(NOW + timedelta(minutes=minutes) for minutes in range(3))
    made = Backups(tmp_path / "backups", Disk(), lambda: next(moments))
    for data in (GOOD, GOOD.replace(b'"version": 1', b'"version": 9'), b"{"):
        made.keep(path, data, Reason.SAVED)
    return made


def test_a_version_is_opened(backups: Backups, path: Path) -> None:
    assert open_version(versions_of(path, backups)[2], backups) == an_agenda()


def test_what_cannot_be_opened_is_refused_by_its_moment(backups: Backups, path: Path) -> None:
    damaged, newer, good = versions_of(path, backups)
    with pytest.raises(ProjectDamaged, match=moment(NOW + timedelta(minutes=2))):
        open_version(damaged, backups)
    with pytest.raises(ProjectTooNew):
        open_version(newer, backups)
    good.path.write_bytes(b"flipped")
    with pytest.raises(ProjectDamaged, match="damaged on the disk"):
        open_version(good, backups)


def test_the_newest_good_one_is_the_newest_that_can_be_opened(backups: Backups, path: Path) -> None:
    found = newest_good(path, backups)
    assert found is not None
    assert found.at == NOW
    found.path.unlink()
    assert newest_good(path, backups) is None


def test_of_two_good_ones_the_newer_is_the_newest(tmp_path: Path, path: Path) -> None:
    moments = iter((NOW, NOW + timedelta(minutes=5)))
    backups = Backups(tmp_path / "backups", Disk(), lambda: next(moments))
    backups.keep(path, GOOD, Reason.SAVED)
    newer = backups.keep(path, GOOD + b"\n", Reason.SAVED)
    assert newest_good(path, backups) == newer


def test_a_moment_is_told_by_the_clock_of_the_place() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=13)))
    assert moment(elsewhere) == f"{NOW.astimezone():%Y-%m-%d %H:%M}"


def test_backups_that_cannot_be_reached_are_none(path: Path) -> None:
    class Shut(Disk):
        def names(self, folder: Path) -> list[str]:
            raise PermissionError(13, "Permission denied")

    assert versions_of(path, Backups(path.parent, Shut())) == ()


class TestRefusal:
    def test_of_a_damaged_file_names_the_newest_good_version(self, backups: Backups, path: Path) -> None:
        path.write_bytes(b"[")
        with pytest.raises(ProjectDamaged) as refusal:
            Session.open(path, backups)
        with pytest.raises(ProjectDamaged) as plain:
            Session.open(path)
        assert (str(refusal.value), refusal.value.path) == (str(plain.value), path)
        assert refusal.value.hint is not None
        said = say(refusal.value.hint, "en")
        assert "Correct it in a text editor" in said
        assert said.endswith(
            f"The newest good version that is kept is of {moment(NOW)}: "
            f"see File, Earlier versions, or igfeditor backups {path}."
        )
        assert f"{moment(NOW)}" in say(refusal.value.hint, "ar")

    def test_without_a_version_it_is_as_before(self, tmp_path: Path, path: Path) -> None:
        path.write_bytes(b"[")
        for backups in (None, Backups(tmp_path / "none", Disk())):
            with pytest.raises(ProjectDamaged) as refusal:
                Session.open(path, backups)
            assert "version" not in str(refusal.value.hint)

    def test_of_a_file_that_is_gone_is_as_before(self, backups: Backups, path: Path) -> None:
        with pytest.raises(ProjectNotFound):
            Session.open(path, backups)

    def test_of_an_open_file_that_was_damaged_meanwhile_names_it_too(self, backups: Backups, path: Path) -> None:
        path.write_bytes(GOOD)
        session = Session.open(path, backups)
        path.write_bytes(b"[")
        with pytest.raises(ProjectDamaged) as refusal:
            session.on_disk()
        assert f"The newest good version that is kept is of {moment(NOW)}" in str(refusal.value.hint)

    def test_of_the_command_line_knows_the_users_backups(
        self, tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        users_backups().keep(path, GOOD, Reason.SAVED)
        path.write_bytes(b"[")
        with pytest.raises(ProjectDamaged) as refusal:
            open_project(path)
        assert "newest good version" in str(refusal.value.hint)


class TestKeeping:
    def test_what_is_open_is_kept_with_its_reason(self, tmp_path: Path, path: Path) -> None:
        save_project(an_agenda(), path)
        backups = Backups(tmp_path / "backups", Disk())
        session = Session.open(path, backups)
        session.apply(lambda agenda: set_text(agenda, "meeting", "title", "en", "Not saved yet"), sentence("Title"))
        assert session.keep_version(Reason.MERGE)
        (kept,) = versions_of(path, backups)
        assert kept.reason is Reason.MERGE
        assert open_version(kept, backups) == session.agenda

    def test_where_it_cannot_be_it_says_so(self, path: Path) -> None:
        class Full(Disk):
            def open_new(self, path: Path) -> int:
                raise OSError(28, "No space left on device")

        assert not Session(an_agenda(), path, backups=Backups(path.parent / "b", Full())).keep_version(Reason.MERGE)
        assert not Session(an_agenda(), path).keep_version(Reason.MERGE)
        assert not Session(an_agenda(), backups=Backups(path.parent / "b", Disk())).keep_version(Reason.MERGE)

    def test_nor_does_a_path_or_a_text_that_cannot_be_make_it_raise(self, tmp_path: Path, path: Path) -> None:
        backups = Backups(tmp_path / "backups", Disk())
        half = an_agenda().model_copy(update={"id": "\ud800"})
        assert not Session(half, path, backups=backups).keep_version(Reason.WORK)
        assert not Session(an_agenda(), Path("nul\0byte"), backups=backups).keep_version(Reason.WORK)


class TestReplacing:
    """What a command replaces is kept."""

    @pytest.mark.parametrize(
        ("data", "reason"), [(GOOD, Reason.SAVED), (GOOD.replace(b'"version": 1', b'"version": 0'), Reason.MIGRATION)]
    )
    def test_the_reason_tells_a_change_of_format(self, tmp_path: Path, path: Path, data: bytes, reason: Reason) -> None:
        backups = Backups(tmp_path / "backups", Disk())
        keeper(path, Reason.SAVED, backups)(data)
        (kept,) = versions_of(path, backups)
        assert (kept.reason, backups.read(kept)) == (reason, data)

    def test_a_session_keeps_what_it_replaces_whatever_its_name(self, tmp_path: Path) -> None:
        path, backups = tmp_path / "plenary.txt", Backups(tmp_path / "backups", Disk())
        save_project(an_agenda(), path)
        Session.open(path, backups).save()
        assert [kept.reason for kept in versions_of(path, backups)] == [Reason.SAVED]

    def test_a_session_keeps_a_file_of_an_older_format_as_one(self, tmp_path: Path, path: Path) -> None:
        backups = Backups(tmp_path / "backups", Disk())
        path.write_bytes(GOOD.replace(b'"version": 1', b'"version": 0'))
        session = Session(an_agenda(), path, digest=digest_of(path.read_bytes()), backups=backups)
        session.save()
        assert [kept.reason for kept in versions_of(path, backups)] == [Reason.MIGRATION]

    def test_an_older_file_is_written_by_a_save_only_and_kept_before(
        self, tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def brought_up(tree: Tree, found: int) -> Tree:
            return {**tree, "version": found}

        save_project(an_agenda(), path)
        before, backups = path.read_bytes(), Backups(tmp_path / "backups", Disk())
        # As if this program knew a version 2, which differs from version 1 in nothing.
        for module in (project_file, migrations):
            monkeypatch.setattr(module, "VERSION", 2)
        monkeypatch.setattr(project_file, "migrate", brought_up)
        session = Session.open(path, backups)
        assert (session.agenda, session.is_dirty, session.read_only) == (an_agenda(), False, False)
        assert (list(path.parent.iterdir()), path.read_bytes()) == ([path], before)
        session.apply(lambda agenda: set_text(agenda, "meeting", "title", "en", "New"), sentence("Title"))
        session.save()
        (kept,) = versions_of(path, backups)
        assert (kept.reason, backups.read(kept)) == (Reason.MIGRATION, before)

    def test_what_git_hands_to_a_merge_is_not_kept(self, tmp_path: Path) -> None:
        backups = Backups(tmp_path / "backups", Disk())
        keeper(tmp_path / ".merge_file_a1B2c3", Reason.MERGE, backups)(GOOD)
        assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize(
    ("count", "number", "words"),
    [
        (0, 1, "No earlier version of this file is kept."),
        (1, 2, "There is 1 version."),
        (3, 0, "There are 3 versions."),
    ],
)
def test_a_number_that_is_not_in_the_list_is_refused(
    backups: Backups, path: Path, count: int, number: int, words: str
) -> None:
    with pytest.raises(SettingsError) as refusal:
        numbered(versions_of(path, backups)[:count], number)
    assert str(refusal.value.hint) == words
