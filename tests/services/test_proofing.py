"""Proof-reading without a window: the gate of a final agenda, and safe fixes until nothing more is safe."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from igfeditor.checks.finding import Spot
from igfeditor.checks.proof import waive
from igfeditor.errors import ChangedOnDisk, ExportError, ProjectFileError, SaveError, SettingsError
from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda
from igfeditor.model.soundness import flaws
from igfeditor.model.tree import tree_of
from igfeditor.services.operations import ExportWish, Project, export_project
from igfeditor.services.proofing import check_project, fix_file, fix_project, open_errors
from igfeditor.storage.project_file import load_project, save_project
from tests.agendas import a_day, a_slot, a_text, agendas, an_agenda, an_item

PLACEHOLDER = ("Opening by XX", "افتتاح بكلمة XX")


def final(*titles: tuple[str, str], status: str = "final") -> Agenda:
    items = [an_item(en, ar=ar) for en, ar in titles]
    return an_agenda(a_day(a_slot(*items, end="10:00"), heading=a_text("Opening", "افتتاح")), status=status)


def with_an_error(status: str = "final") -> Agenda:
    return final(("[TBA]", "كلمة"), status=status)


def exported(agenda: Agenda, folder: Path, **wish: object) -> list[str]:
    export_project(Project(agenda, "x"), folder, ExportWish(formats=("docx",), **wish))
    return sorted(path.name for path in folder.iterdir())


class TestTheGate:
    def test_a_final_agenda_with_an_error_is_not_exported(self, tmp_path: Path) -> None:
        with pytest.raises(ExportError, match=r"1 error is open: H01 Day 1, 09:00, item 1 \(English\): ") as refusal:
            exported(with_an_error(), tmp_path / "out")
        assert "--force" in str(refusal.value.hint)
        assert refusal.value.exit_code == 4
        assert not (tmp_path / "out").exists()

    def test_it_is_when_forced(self, tmp_path: Path) -> None:
        assert exported(with_an_error(), tmp_path, force=True) == ["x-ar.docx", "x-en-ar.docx", "x-en.docx"]

    @pytest.mark.parametrize("status", ["draft", "preliminary", "cancelled"])
    def test_what_is_not_final_is_exported_with_its_errors(self, status: str, tmp_path: Path) -> None:
        assert open_errors(with_an_error(status)) == ()
        assert len(exported(with_an_error(status), tmp_path)) == 3

    def test_an_error_of_a_language_that_is_not_printed_stands_in_no_way(self, tmp_path: Path) -> None:
        assert exported(with_an_error(), tmp_path, layouts=("ar",)) == ["x-ar.docx"]
        with pytest.raises(ExportError):
            exported(with_an_error(), tmp_path, layouts=("en",))

    def test_a_waived_error_stands_in_no_way(self) -> None:
        agenda = with_an_error()
        (error,) = open_errors(agenda)
        assert open_errors(waive(agenda, error, "They will tell us")) == ()

    def test_warnings_stand_in_no_way(self, tmp_path: Path) -> None:
        agenda = final(("Opening", "افتتاح"), ("Closing", "اختتام"))
        assert "T13" in {one.check for one in check_project(agenda).findings}
        assert len(exported(agenda, tmp_path)) == 3

    def test_three_errors_are_named_and_all_are_counted(self, tmp_path: Path) -> None:
        agenda = final(*[("[TBA]", "كلمة")] * 5)
        with pytest.raises(ExportError, match="5 errors are open, the first") as refusal:
            exported(agenda, tmp_path)
        assert str(refusal.value).count("H01") == 3


def slashes(count: int = 1) -> Agenda:
    return an_agenda(a_day(a_slot(an_item("Dates", ar=" و ".join(["شباط/ فبراير"] * count)))))


class TestFixes:
    def test_all_faults_of_one_text_are_put_right(self) -> None:
        fixed = fix_project(slashes(3), ["D06"])
        (change,) = fixed.texts
        assert change.spot == Spot("i1", "title", "ar")
        assert change.before == tree_of(slashes(3)).text("i1", "title").wording("ar")
        assert change.after == "شباط/فبراير و شباط/فبراير و شباط/فبراير"
        assert [one.check for one in fixed.findings] == ["D06"] * 3

    def test_only_what_is_asked_for_is_touched(self) -> None:
        assert fix_project(slashes(), ["D01", "N"]).agenda == slashes()
        with pytest.raises(SettingsError):
            fix_project(slashes(), ["D99"])

    def test_what_needs_a_look_is_left(self) -> None:
        agenda = final(("Opening", "افتتاح"), ("Closing", "اختتام"))
        assert all(one.safe_fix is None for one in check_project(agenda, ["T13"]).findings)
        assert fix_project(agenda, ["T13"]).findings == ()

    def test_what_is_waived_is_left(self) -> None:
        agenda = slashes()
        waived = waive(agenda, check_project(agenda, ["D06"]).findings[0], "As in the letter")
        assert fix_project(waived, ["D06"]).findings == ()

    @given(agendas())
    @settings(max_examples=25, deadline=None)
    def test_any_agenda_is_sound_after_it_and_needs_no_more(self, agenda: Agenda) -> None:
        fixed = fix_project(agenda)
        assert flaws(fixed.agenda) == ()
        assert fix_project(fixed.agenda).findings == ()


class CountingDisk(Disk):
    def __init__(self) -> None:
        self.written: list[Path] = []

    def put_in_place(self, temporary: Path, target: Path, data: bytes, shown: Path) -> None:
        self.written.append(target)
        super().put_in_place(temporary, target, data, shown)


class FullDisk(Disk):
    def write_new(self, path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")


class TestFixingAFile:
    def test_what_somebody_else_writes_meanwhile_is_not_overwritten(self, path: Path) -> None:
        class Meanwhile(Disk):
            def write_beside(self, target: Path, data: bytes) -> Path:
                made = super().write_beside(target, data)
                target.write_bytes(b"theirs")
                return made

        with pytest.raises(ChangedOnDisk):
            fix_file(path, ["D06"], disk=Meanwhile())
        assert path.read_bytes() == b"theirs"

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        save_project(slashes(3), tmp_path / "a.agenda.json")
        return tmp_path / "a.agenda.json"

    def test_it_is_written_once(self, path: Path) -> None:
        disk = CountingDisk()
        fixed = fix_file(path, ["D06"], disk=disk)
        assert disk.written == [path]
        assert load_project(path) == fixed.agenda

    @pytest.mark.parametrize(("wishes", "is_trial"), [(["D06"], True), (["D01"], False)])
    def test_nothing_is_written_on_trial_or_where_nothing_is_to_fix(
        self, path: Path, wishes: list[str], is_trial: bool
    ) -> None:
        disk, before = CountingDisk(), path.read_bytes()
        fix_file(path, wishes, is_trial=is_trial, disk=disk)
        assert disk.written == []
        assert path.read_bytes() == before

    def test_a_file_that_cannot_be_written_stays_as_it_was(self, path: Path) -> None:
        before = path.read_bytes()
        with pytest.raises(SaveError):
            fix_file(path, ["D06"], disk=FullDisk())
        assert path.read_bytes() == before

    def test_a_damaged_file_is_refused(self, path: Path) -> None:
        path.write_text("{", encoding="utf-8")
        with pytest.raises(ProjectFileError):
            fix_file(path)
        assert path.read_text(encoding="utf-8") == "{"
