"""The command line as a person uses it: files, sentences and exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

import igfeditor
from igfeditor.cli.door import FAULT, run
from igfeditor.cli.speech import LANGUAGE
from igfeditor.exporters.registry import FORMATS
from igfeditor.files import Disk
from igfeditor.services import operations

NINE = [f"igf-2021-{layout}.{suffix}" for layout in ("ar", "en", "en-ar") for suffix in ("docx", "pdf", "xlsx")]
GOOD, USAGE, UNREADABLE, UNWRITABLE = 0, 2, 3, 4

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, "en")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("IGFEDITOR_RAW", raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "plenary.agenda.json"
    assert run(["sample", str(path), "--quiet"]) == GOOD
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestExport:
    def test_sample_becomes_nine_files(self, tmp_path: Path, capsys: Captured) -> None:
        assert run(["export", "--sample", "--to", str(tmp_path / "agenda")]) == GOOD
        assert names(tmp_path / "agenda") == sorted(NINE)
        assert capsys.readouterr().out.count("Wrote ") == 9

    def test_quiet_says_nothing(self, tmp_path: Path, capsys: Captured) -> None:
        assert run(["export", "--sample", "--to", str(tmp_path / "agenda"), "--quiet"]) == GOOD
        assert capsys.readouterr() == ("", "")

    def test_names_come_from_the_project(self, project: Path) -> None:
        assert (
            run(["export", str(project), "--to", str(project.parent / "out"), "--format", "docx", "--layout", "ar"])
            == GOOD
        )
        assert names(project.parent / "out") == ["plenary-ar.docx"]

    def test_one_workbook_holds_several_layouts(self, project: Path) -> None:
        target = project.parent / "all.xlsx"
        assert run(["export", str(project), "--to", str(target), "--layout", "en,ar"]) == GOOD
        assert len(FORMATS["xlsx"].read_back(target.read_bytes())) == 2

    def test_one_word_file_holds_one_layout(self, project: Path, capsys: Captured) -> None:
        assert run(["export", str(project), "--to", str(project.parent / "all.docx")]) == USAGE
        assert "--layout en" in capsys.readouterr().err

    def test_equal_exports_are_equal_bytes(self, tmp_path: Path) -> None:
        for folder in ("one", "two"):
            assert run(["export", "--sample", "--to", str(tmp_path / folder), "--quiet"]) == GOOD
        assert [(tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in NINE] == [
            True
        ] * 9

    def test_chosen_days_and_columns(self, tmp_path: Path) -> None:
        arguments = [
            "--to",
            str(tmp_path),
            "--days",
            "2",
            "--columns",
            "minutes,room",
            "--layout",
            "en",
            "--format",
            "docx",
        ]
        assert run(["export", "--sample", *arguments]) == GOOD
        (lines,) = FORMATS["docx"].read_back((tmp_path / "igf-2021-en.docx").read_bytes())
        assert ("Time in UTC", "Agenda item", "Room", "Minutes") in lines
        assert not any("Day 1" in cell for line in lines for cell in line)

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--layout", "fr"], "There is no layout fr"),
            (["--layout", "en-ar-en"], "There is no layout en-ar-en"),
            (["--format", "pdf2"], "There is no format pdf2"),
            (["--days", "4"], "There is no Day 4"),
            (["--days", "two"], "two is not the number of a day"),
            (["--columns", "colour"], "There is no column colour"),
            (["--format", "xlsx", "--template", "t.docx"], "None of the formats asked for takes a template"),
        ],
    )
    def test_choices_that_do_not_exist(self, arguments: list[str], said: str, tmp_path: Path, capsys: Captured) -> None:
        assert run(["export", "--sample", "--to", str(tmp_path / "agenda"), *arguments]) == USAGE
        assert said in capsys.readouterr().err
        assert not (tmp_path / "agenda").exists()

    @pytest.mark.parametrize("arguments", [[], ["--sample", "plenary.agenda.json"]])
    def test_one_project_is_named(self, arguments: list[str], capsys: Captured) -> None:
        assert run(["export", *arguments]) == USAGE
        assert "Name one project file, or --sample" in capsys.readouterr().err

    def test_missing_translation_is_refused_by_name(self, project: Path, capsys: Captured) -> None:
        data = json.loads(project.read_text(encoding="utf-8"))
        del data["days"][0]["heading"]["ar"]
        project.write_text(json.dumps(data), encoding="utf-8")
        target = project.parent / "out"
        assert run(["export", str(project), "--to", str(target), "--missing", "refuse"]) == UNWRITABLE
        assert "d1 (heading): Open Consultation and MAG Meeting" in capsys.readouterr().err
        assert not target.exists()

    def test_a_folder_that_cannot_be_made(self, project: Path, capsys: Captured) -> None:
        assert run(["export", str(project), "--to", str(project / "inside")]) == UNWRITABLE
        assert "cannot be" in capsys.readouterr().err

    def test_a_template_that_is_none(self, project: Path, capsys: Captured) -> None:
        target = project.parent / "out"
        arguments = ["export", str(project), "--to", str(target), "--format", "docx"]
        assert run([*arguments, "--template", str(project)]) == UNWRITABLE
        assert run([*arguments, "--template", str(project.parent / "none.docx")]) == UNWRITABLE
        assert not target.exists()
        assert len(capsys.readouterr().err.splitlines()) == 4

    def test_a_file_that_does_not_say_what_it_should_is_not_written(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.setattr(operations.ExportFormat, "difference", lambda *_: "line 3 is gone")
        target = project.parent / "out"
        assert run(["export", str(project), "--to", str(target)]) == UNWRITABLE
        assert "does not say what the agenda says: line 3 is gone" in capsys.readouterr().err
        assert not target.exists()

    def test_nothing_is_written_when_the_last_file_fails(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: list[str] = []

        def full_disk(_: Disk, target: Path, data: bytes) -> None:
            seen.append(target.name)

        monkeypatch.setattr(Disk, "replace_safely", full_disk)
        monkeypatch.setattr(operations, "compose", _refuse_third(operations.compose))
        assert run(["export", str(project), "--to", str(project.parent / "out")]) == FAULT
        assert seen == []


class TestPack:
    def test_everything_is_written_with_a_list(self, project: Path, capsys: Captured) -> None:
        target = project.parent / "pack"
        assert run(["pack", str(project), "--to", str(target)]) == GOOD
        said = json.loads((target / "plenary-manifest.json").read_text(encoding="utf-8"))
        assert names(target) == sorted([*(one["name"] for one in said["files"]), "plenary-manifest.json"])
        assert {one["format"] for one in said["files"]} == {*FORMATS}
        assert capsys.readouterr().out.count("Wrote ") == len(said["files"]) + 1

    def test_a_file_is_refused(self, project: Path, capsys: Captured) -> None:
        assert run(["pack", str(project), "--to", str(project.parent / "x.ics")]) == USAGE
        assert "a pack is a folder" in capsys.readouterr().err

    def test_a_difference_stops_it(self, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
        monkeypatch.setattr(operations.ExportFormat, "difference", lambda *_: "line 3 is gone")
        assert run(["pack", str(project), "--to", str(project.parent / "pack")]) == UNWRITABLE
        assert "line 3 is gone" in capsys.readouterr().err
        assert not (project.parent / "pack").exists()


def _refuse_third(compose):  # type: ignore[no-untyped-def]
    calls = iter(range(10))

    def composed(*arguments: object) -> object:
        if next(calls) == 2:
            raise RuntimeError("third layout")
        return compose(*arguments)

    return composed


BAD_PROJECTS = {
    "not JSON": b"Agenda of the meeting",
    "cut off": b'{"format": "igfeditor-agenda", "version": 1, "id": "a1"',
    "a list": b"[]",
    "another format": b'{"format": "other", "version": 1}',
    "a newer version": b'{"format": "igfeditor-agenda", "version": 2}',
    "not UTF-8": b'{"format": "igfeditor-agenda\xff"}',
    "a duplicate key": b'{"format": "igfeditor-agenda",\n "version": 1,\n "version": 1}',
    "not a number": b'{"format": "igfeditor-agenda", "version": NaN}',
    "a NUL": b'{"format": "igfeditor-agenda\\u0000", "version": 1}',
    "a lone surrogate": b'{"format": "igfeditor-agenda", "version": 1, "id": "\\ud800"}',
    "too deep": b'{"format": "igfeditor-agenda", "version": 1, "id": ' + b"[" * 100 + b"]" * 100 + b"}",
    "empty": b"",
}

BAD_CHANGES = {
    "an unknown key": ('"kind"', '"knid"', '"kind"'),
    "an impossible time": ('"09:45"', '"9.45"', "HH:MM"),
    "an impossible date": ('"2021-02-22"', '"2021-02-30"', "2021-02-30"),
    "an unknown kind": ('"break"', '"braek"', "braek"),
    "an id used twice": ('"id": "s2"', '"id": "s1"', "s1"),
    "a state nobody knows": ('"reviewed"', '"revised"', "revised"),
    "an address without a scheme": ('"https://www.intgovforum.org/"', '"www.intgovforum.org"', "https"),
    "a day twice": ('"2021-02-23"', '"2021-02-22"', "2021-02-22"),
    "a zone of no map": ('"UTC"', '"Genf"', "Genf"),
}


class TestBadProjects:
    def refusal(self, path: Path, capsys: Captured) -> list[str]:
        before = path.read_bytes()
        assert run(["export", str(path), "--to", str(path.parent / "out")]) == UNREADABLE
        assert path.read_bytes() == before
        assert not (path.parent / "out").exists()
        captured = capsys.readouterr()
        assert captured.out == ""
        assert "Traceback" not in captured.err
        return captured.err.splitlines()

    @pytest.mark.parametrize("data", BAD_PROJECTS.values(), ids=BAD_PROJECTS)
    def test_damaged_file_gets_one_sentence_and_a_remedy(self, data: bytes, tmp_path: Path, capsys: Captured) -> None:
        path = tmp_path / "bad.agenda.json"
        path.write_bytes(data)
        sentence, hint = self.refusal(path, capsys)
        assert str(path) in sentence
        assert hint

    @pytest.mark.parametrize(("good", "bad", "named"), BAD_CHANGES.values(), ids=BAD_CHANGES)
    def test_wrong_value_is_named_with_its_place(
        self, good: str, bad: str, named: str, project: Path, capsys: Captured
    ) -> None:
        text = project.read_text(encoding="utf-8")
        assert good in text
        project.write_text(text.replace(good, bad, 1), encoding="utf-8")
        refusal = self.refusal(project, capsys)
        assert len(refusal) == 2
        assert str(project) in refusal[0]
        assert named in " ".join(refusal)

    def test_missing_file(self, tmp_path: Path, capsys: Captured) -> None:
        assert run(["info", str(tmp_path / "none.agenda.json")]) == UNREADABLE
        assert len(capsys.readouterr().err.splitlines()) == 2

    def test_a_folder_is_no_project(self, tmp_path: Path) -> None:
        assert run(["show", str(tmp_path)]) == UNREADABLE

    def test_refusal_speaks_arabic_where_the_system_does(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.setenv(LANGUAGE, "ar_LB.UTF-8")
        assert run(["info", str(tmp_path / "none.agenda.json")]) == UNREADABLE
        assert any("\u0600" <= character <= "\u06ff" for character in capsys.readouterr().err)


class TestNewAndSample:
    def test_new_project_can_be_exported_as_it_is(self, tmp_path: Path) -> None:
        assert run(["new", str(tmp_path / "empty"), "--title", "Assembly"]) == GOOD
        assert run(["export", str(tmp_path / "empty.agenda.json"), "--to", str(tmp_path / "out")]) == GOOD
        assert len(names(tmp_path / "out")) == 9

    @pytest.mark.parametrize("command", ["new", "sample"])
    def test_nothing_is_written_over_unasked(self, command: str, tmp_path: Path, capsys: Captured) -> None:
        path = tmp_path / "mine.agenda.json"
        path.write_text("precious", encoding="utf-8")
        assert run([command, str(path)]) == UNWRITABLE
        assert path.read_text(encoding="utf-8") == "precious"
        assert "--force" in capsys.readouterr().err
        assert run([command, str(path), "--force"]) == GOOD

    def test_sample_is_the_file_that_travels_with_the_program(self, project: Path) -> None:
        assert project.read_bytes() == operations.sample_path().read_bytes()


class TestInfoAndShow:
    def test_info_counts(self, capsys: Captured) -> None:
        assert run(["info", "--sample", "--json"]) == GOOD
        counts = json.loads(capsys.readouterr().out)
        assert [counts[key] for key in ("days", "slots", "breaks", "items")] == [3, 19, 4, 19]
        assert counts["coverage"]["ar"]["percent"] == 100
        assert [day["minutes_with_breaks"] for day in counts["hours"]] == [420, 270, 330]

    def test_info_for_people(self, capsys: Captured) -> None:
        assert run(["info", "--sample"]) == GOOD
        assert "17\u00a0h\u00a000\u00a0min" in capsys.readouterr().out

    def test_show_puts_arabic_into_the_order_of_the_screen(self, capsys: Captured) -> None:
        assert run(["show", "--sample", "--language", "ar"]) == GOOD
        shown = capsys.readouterr().out
        assert "09:45 – 09:00" in shown.replace("\u00a0", " ")
        assert "\ufe8e" in shown
        assert "\u200f" not in shown

    def test_show_raw_leaves_the_text_as_it_is(self, capsys: Captured) -> None:
        assert run(["show", "--sample", "--language", "ar", "--raw"]) == GOOD
        shown = capsys.readouterr().out
        assert "\u200f09:00" in shown
        assert "استراحة" in shown

    def test_show_fits_the_terminal(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "60")
        assert run(["show", "--sample", "--language", "en-ar"]) == GOOD
        assert max(cell_len(line) for line in capsys.readouterr().out.splitlines()) <= 60


class TestTheProgram:
    def call(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, *command], capture_output=True, text=True, encoding="utf-8", check=False)

    def test_version(self, capsys: Captured) -> None:
        assert run(["--version"]) == GOOD
        assert capsys.readouterr().out == f"igfeditor {igfeditor.__version__}\n"

    def test_main_py_does_the_same(self) -> None:
        house = Path(igfeditor.__file__).parent.parent
        assert self.call(str(house / "main.py"), "--version").stdout == self.call("-m", "igfeditor", "--version").stdout

    def test_unknown_command_is_a_matter_of_usage(self) -> None:
        assert run(["exprot"]) == USAGE

    def test_a_closed_pipe_is_no_error(self) -> None:
        command = f"{sys.executable} -m igfeditor show --sample --language ar | head -1"
        result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
        assert result.stderr == ""

    def test_fault_of_the_program_is_a_sentence(self, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
        monkeypatch.setattr("igfeditor.cli.app.census_of", lambda _: 1 / 0)
        assert run(["info", "--sample"]) == FAULT
        assert "ZeroDivisionError" in capsys.readouterr().err

    def test_read_only_folder(self, project: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Disk, "write_new", refuse)
        assert run(["export", str(project), "--to", str(project.parent)]) == UNWRITABLE
        assert "permission denied" in capsys.readouterr().err
