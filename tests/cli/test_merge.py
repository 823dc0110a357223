"""Two versions of a project put together from the command line, and by git."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from igfeditor.cli.door import run
from igfeditor.cli.speech import LANGUAGE
from igfeditor.errors import ChangedOnDisk, SaveError
from igfeditor.model import edits, rows
from igfeditor.model.agenda import Agenda
from igfeditor.model.tree import tree_of
from igfeditor.services import merging
from igfeditor.storage.project_file import load_project, save_project
from igfeditor.translation.merge import Merged
from tests.agendas import a_day, a_slot, an_agenda, an_item

Captured = pytest.CaptureFixture[str]
GOOD, DISPUTED, USAGE, UNREADABLE, UNWRITABLE = 0, 1, 2, 3, 4


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, "en")


def start() -> Agenda:
    return an_agenda(
        a_day(
            a_slot(an_item("Opening", ar="افتتاح", name="i1"), an_item("Agenda", name="i2"), name="s1"),
            a_slot(an_item("Report", name="i3"), start="10:00", name="s2"),
        )
    )


def title(words: str, node: str = "i1") -> Callable[[Agenda], Agenda]:
    return lambda agenda: edits.set_text(agenda, node, "title", "en", words)


def versions(folder: Path, mine: Callable[[Agenda], Agenda], theirs: Callable[[Agenda], Agenda]) -> list[str]:
    paths = [folder / f"{name}.agenda.json" for name in ("base", "mine", "theirs")]
    for path, change in zip(paths, (lambda agenda: agenda, mine, theirs), strict=True):
        save_project(change(start()), path)
    return [str(path) for path in paths]


def said(path: Path, node: str = "i1") -> str:
    return tree_of(load_project(path)).text(node, "title").wording("en")


def test_two_versions_become_one(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.agenda.json"
    assert run(["merge", *versions(tmp_path, title("Welcome"), title("Adoption", "i2")), "--to", str(out)]) == GOOD
    assert (said(out), said(out, "i2")) == ("Welcome", "Adoption")
    assert capsys.readouterr().out == "1 change taken over, 0 conflicts left\n"


def test_what_both_changed_is_told_with_its_place_and_leaves_with_one(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.agenda.json"
    assert run(["merge", *versions(tmp_path, title("Welcome"), title("Start")), "--to", str(out)]) == DISPUTED
    assert said(out) == "Welcome"
    assert capsys.readouterr().out.splitlines() == [
        "Day 1, 09:00, item 1 (English)",
        "  mine: Welcome",
        "  theirs: Start",
        "0 changes taken over, 1 conflict left",
    ]


def test_times_places_and_orders_are_told_in_words(tmp_path: Path, capsys: Captured) -> None:
    def mine(agenda: Agenda) -> Agenda:
        return rows.move(edits.set_slot(agenda, "s2", kind="social", locked=True), ["i2"], "s1", 0)

    def theirs(agenda: Agenda) -> Agenda:
        return rows.move(edits.set_slot(agenda, "s2", kind="ceremony"), ["i2"], "s2", 0)

    out = tmp_path / "out.agenda.json"
    assert run(["merge", *versions(tmp_path, mine, theirs), "--to", str(out)]) == DISPUTED
    told = capsys.readouterr().out
    assert "Day 1, 10:00, kind\n  mine: social\n  theirs: ceremony" in told


def test_messages_come_in_arabic(tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, "ar")
    out = tmp_path / "out.agenda.json"
    assert run(["merge", *versions(tmp_path, title("Welcome"), title("Start")), "--to", str(out)]) == DISPUTED
    told = capsys.readouterr().out
    assert "لدي: " in told
    assert "بقي خلاف واحد" in told


def test_a_file_that_cannot_be_read_writes_nothing(tmp_path: Path, capsys: Captured) -> None:
    base, mine, theirs = versions(tmp_path, title("Welcome"), title("Start"))
    Path(theirs).write_text("{", encoding="utf-8")
    out = tmp_path / "out.agenda.json"
    assert run(["merge", base, mine, theirs, "--to", str(out)]) == UNREADABLE
    assert not out.exists()
    assert "theirs.agenda.json" in capsys.readouterr().err


def test_versions_of_two_agendas_are_refused(tmp_path: Path, capsys: Captured) -> None:
    base, mine, theirs = versions(tmp_path, title("Welcome"), title("Start"))
    save_project(start().model_copy(update={"id": "another"}), Path(theirs))
    assert run(["merge", base, mine, theirs, "--to", mine]) == UNWRITABLE
    assert "different agendas" in capsys.readouterr().err
    assert said(Path(mine)) == "Welcome"


def test_a_file_that_is_none_of_the_three_is_replaced_only_on_demand(tmp_path: Path, capsys: Captured) -> None:
    files = versions(tmp_path, title("Welcome"), title("Adoption", "i2"))
    out = tmp_path / "out.agenda.json"
    out.write_bytes(b"another work")
    assert run(["merge", *files, "--to", str(out)]) == UNWRITABLE
    assert out.read_bytes() == b"another work"
    assert "--force" in capsys.readouterr().err
    assert run(["merge", *files, "--to", str(out), "--force"]) == GOOD
    assert said(out) == "Welcome"


@pytest.mark.parametrize("over", [False, True])
def test_a_version_that_changed_while_it_was_merged_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, over: bool
) -> None:
    base, mine, theirs = map(Path, versions(tmp_path, title("Welcome"), title("Adoption", "i2")))
    merge = merging.merge

    def meanwhile(*agendas: Agenda) -> Merged:
        save_project(title("Somebody else")(start()), mine)
        return merge(*agendas)

    monkeypatch.setattr(merging, "merge", meanwhile)
    with pytest.raises(ChangedOnDisk):
        merging.merge_files(base, mine, theirs, mine, over=over)
    assert said(mine) == "Somebody else"


def test_a_file_that_came_up_while_it_was_merged_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, mine, theirs = map(Path, versions(tmp_path, title("Welcome"), title("Adoption", "i2")))
    merge, out = merging.merge, tmp_path / "out.agenda.json"

    def meanwhile(*agendas: Agenda) -> Merged:
        out.write_bytes(b"another work")
        return merge(*agendas)

    monkeypatch.setattr(merging, "merge", meanwhile)
    with pytest.raises(SaveError):
        merging.merge_files(base, mine, theirs, out)
    monkeypatch.setattr(merging, "refuse_replacing", lambda _: None)
    with pytest.raises(ChangedOnDisk):
        merging.merge_files(base, mine, theirs, out)
    assert out.read_bytes() == b"another work"


@pytest.mark.tool("git")
def test_git_merges_branches_with_it(tmp_path: Path) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(tmp_path)}

    def git(*arguments: str) -> int:
        name = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
        command = ["git", *name, *arguments]
        return subprocess.run(command, check=False, cwd=tmp_path, env=environment, capture_output=True).returncode

    path = tmp_path / "plenary.agenda.json"
    git("init")
    git("config", "merge.igfeditor.driver", f'"{sys.executable}" -m igfeditor merge %O %A %B --to %A --quiet')
    (tmp_path / ".gitattributes").write_text("*.agenda.json merge=igfeditor\n", encoding="utf-8")
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    save_project(start(), path)
    git("add", ".")
    git("commit", "-m", "start")
    git("checkout", "-b", "translator")
    save_project(edits.set_text(start(), "i1", "title", "ar", "بدء"), path)
    git("commit", "-am", "translated")
    git("checkout", "main")
    save_project(title("Welcome")(start()), path)
    git("commit", "-am", "reworded")
    assert git("merge", "translator") == 0
    merged = tree_of(load_project(path)).text("i1", "title")
    assert (merged.wording("en"), merged.wording("ar")) == ("Welcome", "بدء")
    assert merged.root["ar"].translated_from == "Opening"
