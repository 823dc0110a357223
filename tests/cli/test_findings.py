"""Checks and fixes on the command line, as a person and as a program use them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import igfeditor
from igfeditor.checks.examples import EXAMPLES
from igfeditor.checks.registry import all_checks
from igfeditor.cli.door import run
from igfeditor.cli.speech import LANGUAGE, RAW
from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda, Waiver
from igfeditor.storage.project_file import load_project, save_project
from tests.agendas import a_day, a_slot, an_agenda, an_item
from tests.checks.as_circulated import as_circulated

GOOD, FOUND, USAGE, UNREADABLE, UNWRITABLE = 0, 1, 2, 3, 4
HOUSE = Path(igfeditor.__file__).parent.parent
KEYS = ["check", "severity", "path", "language", "start", "end", "message", "facts", "fix"]

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _plain_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, "en")
    monkeypatch.setenv("COLUMNS", "80")
    for name in (RAW, "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


def saved(agenda: Agenda, folder: Path) -> Path:
    path = folder / "plenary.agenda.json"
    save_project(agenda, path)
    return path


def slashes(**more: Any) -> Agenda:
    item = an_item("Report of **22 February**", ar="تقرير **22 شباط/ فبراير**")
    return an_agenda(a_day(a_slot(item, end="10:00"), on="2021-02-22"), **more)


@pytest.fixture
def circulated(tmp_path: Path) -> Path:
    return saved(as_circulated(), tmp_path)


class TestCheck:
    def test_the_sample_has_warnings_and_no_error(self, capsys: Captured) -> None:
        assert run(["check", "--sample"]) == GOOD
        assert capsys.readouterr().out.endswith("0 errors, 8 warnings, 4 remarks.\n")

    def test_a_page_says_where_what_and_what_to_do(self, tmp_path: Path, capsys: Captured) -> None:
        assert run(["check", str(saved(slashes(), tmp_path)), "--only", "D06"]) == GOOD
        hint = str(all_checks()["D06"].hint)
        assert capsys.readouterr().out.splitlines() == [
            "Day 1: 22 February 2021, 09:00 to 10:00",
            "  ▲ warning D06 Day 1, 09:00, item 1 (Arabic)",
            "    “شباط/ فبراير” has a space on one side of its slash.",
            f"    {hint}",
            "",
            "0 errors, 1 warning, 0 remarks.",
        ]

    def test_the_hint_of_a_check_is_given_once(self, circulated: Path, capsys: Captured) -> None:
        run(["check", str(circulated), "--only", "D06"])
        out = capsys.readouterr().out
        assert out.count("▲ warning D06") == 8
        assert out.count(str(all_checks()["D06"].hint)) == 1

    def test_days_stand_in_their_order_below_what_is_above_them(self, circulated: Path, capsys: Captured) -> None:
        run(["check", str(circulated)])
        heads = [line for line in capsys.readouterr().out.splitlines() if line and not line.startswith(" ")]
        assert heads[0] == "The meeting"
        assert len(heads) == len(set(heads))
        assert [head[:5] for head in heads[1:-1]] == sorted(head[:5] for head in heads[1:-1])

    def test_nothing_found_is_said(self, tmp_path: Path, capsys: Captured) -> None:
        assert run(["check", str(saved(slashes(), tmp_path)), "--only", "D01"]) == GOOD
        assert capsys.readouterr().out == "Nothing was found.\n"

    def test_what_is_waived_is_counted_and_not_shown(self, tmp_path: Path, capsys: Captured) -> None:
        waiver = Waiver(check="D06", target="i1", reason="As in the letter")
        path = saved(slashes(waivers=(waiver,)), tmp_path)
        assert run(["check", str(path), "--only", "D06", "--fail-on", "info"]) == GOOD
        assert capsys.readouterr().out == "Nothing was found. 1 finding is waived.\n"

    @pytest.mark.parametrize(
        ("only", "fail_on", "code"),
        [
            ("T05", "error", FOUND), ("T05", "warning", FOUND), ("T05", "info", FOUND),
            ("D06", "error", GOOD), ("D06", "warning", FOUND), ("D06", "info", FOUND),
            ("S07", "error", GOOD), ("S07", "warning", GOOD), ("S07", "info", FOUND),
            ("D01", "info", GOOD),
        ],
    )  # fmt: skip
    def test_it_fails_at_the_severity_that_is_asked_for(
        self, only: str, fail_on: str, code: int, circulated: Path
    ) -> None:
        assert run(["check", str(circulated), "--only", only, "--fail-on", fail_on]) == code

    def test_it_fails_on_errors_where_nothing_is_asked(self, circulated: Path) -> None:
        assert run(["check", str(circulated)]) == FOUND
        assert run(["check", str(circulated), "--only", "D06,S07"]) == GOOD

    def test_families_and_checks_are_chosen_in_any_case(self, circulated: Path, capsys: Captured) -> None:
        run(["check", str(circulated), "--only", "d06, n", "--json"])
        found = {one["check"] for one in json.loads(capsys.readouterr().out)["findings"]}
        assert found == {"D06", "N02", "N03", "N04", "N05", "N06", "N07"}

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [(["--sample", "--only", "X9"], "There is no check X9"), (["--explain", "T99"], "There is no check T99"),
         (["--explain", "T"], "There is no check T"), ([], "Name one project file"), (["--list", "--only", "Q"], "no check Q")],
    )  # fmt: skip
    def test_choices_that_do_not_exist(self, arguments: list[str], said: str, capsys: Captured) -> None:
        assert run(["check", *arguments]) == USAGE
        assert said in capsys.readouterr().err

    @pytest.mark.parametrize("option", [["--fail-on", "fatal"], ["--language", "fr"]])
    def test_values_that_do_not_exist(self, option: list[str]) -> None:
        assert run(["check", "--sample", *option]) == USAGE

    def test_a_damaged_file(self, tmp_path: Path, capsys: Captured) -> None:
        (tmp_path / "bad.agenda.json").write_text("{", encoding="utf-8")
        for command in ("check", "fix"):
            assert run([command, str(tmp_path / "bad.agenda.json")]) == UNREADABLE
            assert capsys.readouterr().out == ""


class TestJson:
    def findings(self, path: Path, capsys: Captured, *more: str) -> list[dict[str, Any]]:
        run(["check", str(path), "--json", *more])
        return json.loads(capsys.readouterr().out)["findings"]

    def test_a_finding_has_its_keys_and_its_place(self, tmp_path: Path, capsys: Captured) -> None:
        (finding,) = self.findings(saved(slashes(), tmp_path), capsys, "--only", "D06")
        assert finding == {
            "check": "D06",
            "severity": "warning",
            "path": "days[0].slots[0].items[0].title",
            "language": "ar",
            "start": 13,
            "end": 15,
            "message": "“شباط/ فبراير” has a space on one side of its slash.",
            "facts": finding["facts"],
            "fix": {"label": finding["fix"]["label"], "safe": True},
        }
        assert list(finding) == KEYS

    def test_every_finding_has_all_keys_and_facts_that_are_values(self, circulated: Path, capsys: Captured) -> None:
        for finding in self.findings(circulated, capsys):
            assert list(finding) == KEYS
            assert all(isinstance(fact, str | int | float | None) for fact in finding["facts"].values())

    def test_a_finding_of_no_text_has_no_span(self, circulated: Path, capsys: Captured) -> None:
        (first, _) = self.findings(circulated, capsys, "--only", "T03")
        assert (first["path"], first["language"], first["start"]) == ("days[0].slots[5].end", None, None)

    def test_messages_are_in_the_language_that_is_asked_for(self, circulated: Path, capsys: Captured) -> None:
        (finding,) = self.findings(circulated, capsys, "--only", "N06", "--language", "ar")
        assert "النص" in finding["message"]

    def test_what_is_waived_stands_apart(self, tmp_path: Path, capsys: Captured) -> None:
        path = saved(slashes(waivers=(Waiver(check="D06", target="i1", reason="So"),)), tmp_path)
        assert self.findings(path, capsys, "--only", "D06") == []
        run(["check", str(path), "--only", "D06", "--json"])
        assert [one["check"] for one in json.loads(capsys.readouterr().out)["waived"]] == ["D06"]

    def test_contributing_names_every_key(self) -> None:
        page = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
        assert [key for key in KEYS if f"| `{key}` |" not in page] == []


class TestArabic:
    def test_a_file_gets_logical_order(self, tmp_path: Path, capsys: Captured) -> None:
        run(["check", str(saved(slashes(), tmp_path)), "--only", "D06", "--language", "ar"])
        lines = capsys.readouterr().out.replace("\u200e", "").splitlines()
        assert lines[0] == "اليوم 1: 22 شباط/فبراير 2021، من 09:00 إلى 10:00"
        assert lines[1] == "  ▲ تحذير D06 اليوم 1، 09:00، البند 1 (العربية)"
        assert lines[-1] == "لا أخطاء، تحذير واحد، لا ملاحظات."

    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_a_terminal_gets_joined_letters_that_fit(
        self, language: str, circulated: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("NO_COLOR", "1")
        run(["check", str(circulated), "--language", language])
        shown = capsys.readouterr().out.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
        assert "\ufe8e" in shown
        assert not any("\u0621" <= letter <= "\u063a" for letter in shown)
        assert "\u200e" not in shown
        assert max(cell_len(line) for line in shown.splitlines()) <= 80

    def test_arabic_pages_begin_at_the_right(
        self, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        run(["check", str(saved(slashes(), tmp_path)), "--only", "D06", "--language", "ar"])
        assert "▲\x1b[0m" in capsys.readouterr().out


class TestTheChecks:
    @pytest.mark.parametrize("name", [*all_checks()])
    def test_each_is_explained_with_an_example(self, name: str, capsys: Captured) -> None:
        assert run(["check", "--explain", name.lower()]) == GOOD
        check, (wrong, right) = all_checks()[name], EXAMPLES[name]
        assert wrong != right
        word = {"info": "remark"}.get(check.severity.word, check.severity.word)
        assert capsys.readouterr().out.splitlines() == [
            f"{name} {word}: {check.title}", str(check.hint), f"  − {wrong}", f"  + {right}",
        ]  # fmt: skip

    def test_examples_are_of_checks_that_exist(self) -> None:
        assert list(EXAMPLES) == list(all_checks())

    def test_all_are_listed(self, capsys: Captured) -> None:
        assert run(["check", "--list"]) == GOOD
        listed = capsys.readouterr().out
        assert all(f"  {one.id} " in listed and str(one.hint) in listed for one in all_checks().values())

    def test_one_family_is_listed(self, capsys: Captured) -> None:
        run(["check", "--list", "--only", "S"])
        listed = capsys.readouterr().out
        assert listed.startswith("Structure\n")
        assert "  T01 " not in listed

    def test_the_reference_page_is_that_of_the_registry(self, capsys: Captured) -> None:
        run(["check", "--list"])
        page = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
        assert f"```text\n{capsys.readouterr().out.rstrip()}\n```" in page


class TestFix:
    def test_it_shows_what_changed_and_writes_it(self, tmp_path: Path, capsys: Captured) -> None:
        path = saved(slashes(), tmp_path)
        assert run(["fix", str(path), "--only", "D06"]) == GOOD
        assert capsys.readouterr().out.splitlines() == [
            "Day 1, 09:00, item 1 (Arabic)",
            "  − تقرير **22 شباط/ فبراير**",
            "  + تقرير **22 شباط/فبراير**",
            "1 finding is put right.",
            f"Wrote {path}",
        ]
        assert run(["check", str(path), "--only", "D06", "--fail-on", "info"]) == GOOD

    def test_a_trial_writes_nothing(self, tmp_path: Path, capsys: Captured) -> None:
        path = saved(slashes(), tmp_path)
        before = path.read_bytes()
        assert run(["fix", str(path), "--dry-run"]) == GOOD
        assert path.read_bytes() == before
        assert capsys.readouterr().out.endswith("Nothing was written.\n")

    def test_nothing_to_fix_is_said_and_nothing_is_written(self, tmp_path: Path, capsys: Captured) -> None:
        path = saved(slashes(), tmp_path)
        stamp = path.stat().st_mtime_ns
        assert run(["fix", str(path), "--only", "D01"]) == GOOD
        assert capsys.readouterr().out == "There is nothing to fix.\n"
        assert path.stat().st_mtime_ns == stamp

    def test_quiet_says_nothing(self, tmp_path: Path, capsys: Captured) -> None:
        path = saved(slashes(), tmp_path)
        assert run(["fix", str(path), "--quiet"]) == GOOD
        assert capsys.readouterr() == ("", "")
        assert load_project(path) != slashes()

    def test_a_fix_that_changes_no_words_is_named(self, circulated: Path, capsys: Captured) -> None:
        run(["fix", str(circulated), "--only", "N02", "--dry-run"])
        assert capsys.readouterr().out.splitlines()[:2] == ["Day 3, 09:00, item 7", "  Declare it for the day"]

    def test_a_file_that_may_not_be_written(
        self, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        path = saved(slashes(), tmp_path)
        before = path.read_bytes()
        monkeypatch.setattr(Disk, "write_new", refuse)
        assert run(["fix", str(path)]) == UNWRITABLE
        assert "permission denied" in capsys.readouterr().err
        assert path.read_bytes() == before

    def test_an_unknown_check_is_refused_before_the_file_is_touched(self, tmp_path: Path) -> None:
        path = saved(slashes(), tmp_path)
        before = path.read_bytes()
        assert run(["fix", str(path), "--only", "D06,Q1"]) == USAGE
        assert path.read_bytes() == before


class TestTheGate:
    @pytest.fixture
    def final(self, tmp_path: Path) -> Path:
        return saved(an_agenda(a_day(a_slot(an_item("[TBA]", ar="كلمة"))), status="final"), tmp_path)

    def test_a_final_agenda_with_errors_is_refused(self, final: Path, capsys: Captured) -> None:
        assert run(["export", str(final), "--to", str(final.parent / "out")]) == UNWRITABLE
        message, hint = capsys.readouterr().err.splitlines()
        assert "final and 1 error is open: H01 Day 1, 09:00, item 1 (English): “[TBA]”" in message
        assert "--force" in hint
        assert not (final.parent / "out").exists()

    def test_it_is_exported_with_force(self, final: Path) -> None:
        assert run(["export", str(final), "--to", str(final.parent / "out"), "--force", "--quiet"]) == GOOD
        assert len([*(final.parent / "out").iterdir()]) == 9

    def test_it_is_refused_in_arabic(self, final: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(LANGUAGE, "ar")
        assert run(["export", str(final), "--to", str(final.parent / "out")]) == UNWRITABLE
        assert "جدول الأعمال نهائي" in capsys.readouterr().err


class TestTheProgram:
    def test_commands_run_as_programs(self, circulated: Path) -> None:
        def call(*command: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [sys.executable, "-m", "igfeditor", *command],
                capture_output=True, text=True, encoding="utf-8", check=False,
            )  # fmt: skip

        checked = call("check", str(circulated), "--json")
        assert (checked.returncode, checked.stderr) == (FOUND, "")
        before = len(json.loads(checked.stdout)["findings"])
        fixed = call("fix", str(circulated))
        assert (fixed.returncode, fixed.stderr) == (GOOD, "")
        assert len(json.loads(call("check", str(circulated), "--json").stdout)["findings"]) < before
        assert call("fix", str(circulated)).stdout == "There is nothing to fix.\n"


class TestTheReport:
    def test_it_is_written_beside_what_is_said(self, circulated: Path, tmp_path: Path, capsys: Captured) -> None:
        target = tmp_path / "findings"
        assert run(["check", str(circulated), "--report", str(target), "--language", "ar"]) == 1
        written = target.with_name("findings.docx")
        assert written.read_bytes()[:2] == b"PK"
        assert "findings.docx" in capsys.readouterr().out

    def test_json_stays_json(self, circulated: Path, tmp_path: Path, capsys: Captured) -> None:
        run(["check", str(circulated), "--json", "--report", str(tmp_path / "findings.docx")])
        assert json.loads(capsys.readouterr().out)["findings"]
        assert (tmp_path / "findings.docx").is_file()

    def test_a_folder_that_is_a_file_is_told(self, circulated: Path, tmp_path: Path, capsys: Captured) -> None:
        (tmp_path / "file").write_text("")
        assert run(["check", str(circulated), "--report", str(tmp_path / "file" / "findings")]) == 4
        assert capsys.readouterr().err
