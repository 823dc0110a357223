"""The mistakes of a tired person: each gets one sentence with the place, one remedy, and changes nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from igfeditor.cli.door import run
from igfeditor.cli.speech import LANGUAGE
from tests.cli.test_commands import BAD_PROJECTS

GOOD, USAGE, UNREADABLE, UNWRITABLE = 0, 2, 3, 4
LONG = "n" * 300

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a project, a plain file, and a folder of an odd name."""
    monkeypatch.setenv(LANGUAGE, "en")
    monkeypatch.chdir(tmp_path)
    assert run(["new", "mine", "--quiet"]) == GOOD
    Path("file").write_text("precious", encoding="utf-8")
    Path("odd.odt").mkdir()
    Path("a.docx").mkdir()
    return tmp_path


def everything(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


MISTAKES: tuple[tuple[list[str], int, str], ...] = (
    (["new", LONG], UNWRITABLE, "too long"),
    (["new", f"{LONG}/a"], UNWRITABLE, "there is no folder"),
    (["new", "none/a"], UNWRITABLE, "none/a.agenda.json: there is no folder none."),
    (["new", "file/a"], UNWRITABLE, "file/a.agenda.json: there is no folder file."),
    (["new", "."], USAGE, "this is a folder"),
    (["new", ""], USAGE, "this is a folder"),
    (["new", "mine"], UNWRITABLE, "mine.agenda.json: there is a file of this name already."),
    (["new", "b", "--title", "x" * 20_001], UNWRITABLE, "The text is too long: 20001 characters."),
    (["new", "b", "--title", "a\x01b"], UNWRITABLE, "U+0001"),
    (["sample", "none/a"], UNWRITABLE, "there is no folder"),
    (["sample", ".."], USAGE, "this is a folder"),
    (["show", LONG], UNREADABLE, "too long"),
    (["show", "none"], UNREADABLE, "none: there is no such file."),
    (["show", "odd.odt"], UNREADABLE, "odd.odt: this is a folder"),
    (["show", "file"], UNREADABLE, "file"),
    (["show", "mine.agenda.json", "--days", "1"], USAGE, "There is no Day 1"),
    (["show", "--sample", "--days", "9"], USAGE, "There is no Day 9"),
    (["show", "--sample", "--language", "fr"], USAGE, "There is no layout fr"),
    (["info", "none"], UNREADABLE, "none: there is no such file."),
    (["info"], USAGE, "Name one project file"),
    (["export", "none"], UNREADABLE, "none: there is no such file."),
    (["export", "--sample", "--to", "x.odt"], USAGE, "x.odt: there is no format with this ending."),
    (["export", "--sample", "--to", "mine.agenda.json"], USAGE, "mine.agenda.json: there is no format"),
    (["export", "--sample", "--to", "x.docx"], USAGE, "x.docx can hold one layout only."),
    (["export", "--sample", "--to", ".xlsx"], USAGE, ".xlsx: this is an ending without a name."),
    (["export", "--sample", "--to", "x.docx", "--format", "xlsx"], USAGE, "x.docx is a file of one format"),
    (["export", "--sample", "--to", "x.xlsx", "--template", "t.docx"], USAGE, "takes a template"),
    (["export", "--sample", "--to", "t.docx", "--layout", "en", "--template", "t.docx"], USAGE, "this is the template"),
    (["export", "--sample", "--to", LONG], UNWRITABLE, "too long"),
    (["export", "--sample", "--to", f"{LONG}.xlsx"], UNWRITABLE, "too long"),
    (["export", "--sample", "--to", "file"], UNWRITABLE, "file: the folder cannot be made"),
    (["export", "--sample", "--to", "file/x.xlsx"], UNWRITABLE, "file: the folder cannot be made"),
    (["export", "--sample", "--template", "none.docx"], UNWRITABLE, "none.docx: the template cannot be read"),
)


@pytest.mark.parametrize(("arguments", "exit_code", "said"), MISTAKES, ids=lambda value: str(value)[:50])
def test_a_mistake_gets_a_sentence_and_a_remedy_and_changes_nothing(
    arguments: list[str], exit_code: int, said: str, folder: Path, capsys: Captured
) -> None:
    before = everything(folder)
    assert run(arguments) == exit_code
    told = capsys.readouterr()
    sentence, remedy = told.err.splitlines()
    assert said in sentence
    assert remedy.endswith(".") or ":" in remedy
    assert told.out == ""
    assert everything(folder) == before


@pytest.mark.parametrize("target", ["odd.odt", "a.docx", "v1.2", "مجلد جديد", "two words/deep", "Dr. Smith"])
def test_a_folder_of_any_name_gets_the_files(target: str) -> None:
    assert run(["export", "--sample", "--to", target, "--layout", "ar", "--format", "xlsx", "--quiet"]) == GOOD
    assert [path.name for path in Path(target).iterdir()] == ["igf-2021-ar.xlsx"]


def test_names_may_be_arabic_and_have_spaces(capsys: Captured) -> None:
    assert run(["new", "جلسة عامة", "--title", "اجتماع"]) == GOOD
    assert run(["export", "جلسة عامة.agenda.json", "--to", "ملف واحد.docx", "--layout", "ar"]) == GOOD
    assert run(["info", "جلسة عامة.agenda.json"]) == GOOD
    assert Path("ملف واحد.docx").is_file()


def test_an_export_replaces_its_own_earlier_files_whole() -> None:
    for _ in range(2):
        assert run(["export", "--sample", "--to", "out", "--layout", "en", "--quiet"]) == GOOD
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "igf-2021-en.docx",
        "igf-2021-en.pdf",
        "igf-2021-en.xlsx",
    ]


@pytest.mark.parametrize("command", [["show"], ["info"], ["export", "--to", "out"]], ids=lambda value: value[0])
def test_an_empty_agenda_can_be_shown_counted_and_exported(command: list[str]) -> None:
    assert run([command[0], "mine.agenda.json", *command[1:]]) == GOOD


@pytest.mark.parametrize("data", BAD_PROJECTS.values(), ids=BAD_PROJECTS)
def test_the_program_itself_refuses_a_bad_project(data: bytes, folder: Path) -> None:
    path = folder / "bad.agenda.json"
    path.write_bytes(data)
    command = [sys.executable, "-m", "igfeditor", "export", str(path), "--to", "out"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    sentence, remedy = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (UNREADABLE, "")
    assert str(path) in sentence
    assert remedy.endswith(".")
    assert path.read_bytes() == data
    assert not Path("out").exists()
