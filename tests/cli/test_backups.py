"""Earlier versions on the command line: kept by what replaces a file, listed, and written as new files."""

from __future__ import annotations

from pathlib import Path

import pytest

from igfeditor.cli.door import run
from igfeditor.cli.speech import LANGUAGE
from igfeditor.model import edits
from igfeditor.services.operations import open_sample
from igfeditor.services.versions import moment, users_backups, versions_of
from igfeditor.storage.backups import Reason
from igfeditor.storage.project_file import load_project, project_bytes, save_project

Captured = pytest.CaptureFixture[str]
GOOD, USAGE, UNREADABLE, UNWRITABLE = 0, 2, 3, 4


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, "en")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project of which two versions are kept."""
    path = tmp_path / "plenary.agenda.json"
    save_project(open_sample().agenda, path)
    users_backups().keep(path, project_bytes(open_sample().agenda), Reason.SAVED)
    users_backups().keep(path, b"{", Reason.MERGE)
    return path


def kept(path: Path) -> list[tuple[Reason, bytes | None]]:
    return [(one.reason, users_backups().read(one)) for one in versions_of(path, users_backups())]


def cells(line: str) -> list[str]:
    """Part a line of a table, whose columns stand two spaces apart at least."""
    return [cell for cell in (part.strip() for part in line.split("  ")) if cell]


def test_they_are_listed_the_newest_first(project: Path, capsys: Captured) -> None:
    assert run(["backups", str(project)]) == GOOD
    head, first, second = capsys.readouterr().out.splitlines()
    newest, oldest = versions_of(project, users_backups())
    assert head.split() == ["Number", "When", "Why", "Size"]
    assert cells(first) == ["1", moment(newest.at), "before a merge", "1 kB"]
    size = -(-len(project_bytes(open_sample().agenda)) // 1000)
    assert cells(second) == ["2", moment(oldest.at), "before a save", f"{size} kB"]


def test_one_that_was_damaged_on_the_disk_is_listed_as_such(project: Path, capsys: Captured) -> None:
    versions_of(project, users_backups())[1].path.write_bytes(b"flipped")
    assert run(["backups", str(project)]) == GOOD
    _, first, second = capsys.readouterr().out.splitlines()
    assert (cells(first)[3], cells(second)[3]) == ("1 kB", "damaged")


def test_they_are_listed_in_arabic_and_of_a_file_that_is_gone(
    project: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LANGUAGE, "ar")
    project.unlink()
    assert run(["backups", str(project)]) == GOOD
    head, first, _ = capsys.readouterr().out.splitlines()
    assert head.split() == ["الرقم", "متى", "السبب", "الحجم"]
    assert "قبل الدمج" in first
    assert "1 كيلوبايت" in first


def test_where_none_is_kept_it_says_so(tmp_path: Path, capsys: Captured) -> None:
    assert run(["backups", str(tmp_path / "never.agenda.json")]) == GOOD
    assert capsys.readouterr().out == "No earlier version of this file is kept.\n"


def test_one_is_written_as_a_new_file(project: Path, tmp_path: Path, capsys: Captured) -> None:
    copy = tmp_path / "copy.agenda.json"
    project.write_bytes(b"damaged")
    assert run(["backups", str(project), "--restore", "2", "--to", str(copy)]) == GOOD
    assert load_project(copy) == open_sample().agenda
    assert project.read_bytes() == b"damaged"
    assert run(["backups", str(project), "--restore", "2", "--to", str(project)]) == UNWRITABLE
    assert project.read_bytes() == b"damaged"
    assert "already" in capsys.readouterr().err


def test_where_the_file_is_gone_one_can_take_its_place(project: Path) -> None:
    project.unlink()
    assert run(["backups", str(project), "--restore", "2", "--to", str(project), "--quiet"]) == GOOD
    assert load_project(project) == open_sample().agenda


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--restore", "2"], USAGE, "--restore and --to go together"),
        (["--to", "x"], USAGE, "--restore and --to go together"),
        (["--restore", "3", "--to", "x"], USAGE, "There is no version 3."),
        (["--restore", "1", "--to", "x"], UNREADABLE, "it ends in the middle"),
    ],
)
def test_mistakes_are_told_in_a_sentence(
    project: Path, capsys: Captured, arguments: list[str], code: int, words: str
) -> None:
    assert run(["backups", str(project), *arguments]) == code
    assert words in capsys.readouterr().err


def test_a_damaged_file_is_refused_with_the_newest_good_version(project: Path, capsys: Captured) -> None:
    project.write_bytes(b"{")
    for command in (["info"], ["fix"], ["merge", str(project), str(project), "--to", str(project)]):
        name, *rest = command
        assert run([name, str(project), *rest]) == UNREADABLE
        told = capsys.readouterr().err
        assert f"igfeditor backups {project}" in told
        assert "newest good version" in told


class TestWhatIsReplaced:
    def test_by_a_new_project_is_kept(self, project: Path) -> None:
        before = project.read_bytes()
        assert run(["new", str(project), "--force", "--quiet"]) == GOOD
        assert kept(project)[0] == (Reason.SAVED, before)

    def test_by_fixes_is_kept(self, project: Path) -> None:
        save_project(edits.set_text(open_sample().agenda, "i1", "title", "ar", "تقرير 22 شباط/ فبراير"), project)
        before = project.read_bytes()
        assert run(["fix", str(project), "--quiet"]) == GOOD
        assert project.read_bytes() != before
        assert kept(project)[0] == (Reason.SAVED, before)

    def test_under_any_name_is_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "plenary.txt"
        save_project(edits.set_text(open_sample().agenda, "i1", "title", "ar", "تقرير 22 شباط/ فبراير"), path)
        before = path.read_bytes()
        assert run(["fix", str(path), "--quiet"]) == GOOD
        assert kept(path) == [(Reason.SAVED, before)]

    def test_by_a_merge_is_kept(self, project: Path, tmp_path: Path) -> None:
        base = tmp_path / "base.agenda.json"
        save_project(open_sample().agenda, base)
        theirs = tmp_path / "theirs.agenda.json"
        save_project(edits.set_text(open_sample().agenda, "i1", "title", "en", "Theirs"), theirs)
        before = project.read_bytes()
        assert run(["merge", str(base), str(project), str(theirs), "--to", str(project), "--quiet"]) == GOOD
        assert load_project(project) == load_project(theirs)
        assert kept(project)[0] == (Reason.MERGE, before)
