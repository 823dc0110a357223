"""What both front doors can do: names, plans of an export, and that an error changes nothing."""

from pathlib import Path

import pytest

from igfeditor.document.layout import Layout
from igfeditor.errors import ChangedOnDisk, EditError, ExportError, SaveError, SettingsError
from igfeditor.exporters.registry import FORMATS
from igfeditor.files import Disk
from igfeditor.services.operations import (
    ExportWish,
    export_project,
    is_there,
    new_agenda,
    open_project,
    open_sample,
    planned,
    project_path,
    stem_of,
    usual_formats,
    write_new,
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("plenary.agenda.json", "plenary"), ("plenary.AGENDA.JSON", "plenary"), ("plenary.json", "plenary"),
        ("plenary", "plenary"), (".agenda.json", ".agenda"), ("a.b.agenda.json", "a.b"), ("جلسة.agenda.json", "جلسة"),
    ],
)  # fmt: skip
def test_exports_carry_the_name_of_the_project_without_its_ending(name: str, stem: str) -> None:
    assert stem_of(Path(name)) == stem


@pytest.mark.parametrize(
    ("given", "made"), [("a", "a.agenda.json"), ("a.json", "a.json"), ("v1.2", "v1.2.agenda.json")]
)
def test_projects_get_their_ending_where_it_is_missing(given: str, made: str) -> None:
    assert project_path(Path(given)) == Path(made)


@pytest.mark.parametrize("name", ["", ".", "..", "/", "a/.."])
def test_a_folder_is_no_name_of_a_project(name: str) -> None:
    with pytest.raises(SettingsError, match="this is a folder"):
        project_path(Path(name))


@pytest.mark.parametrize("title", ["x" * 20_001, "a\x01b", "\ud800"], ids=["too long", "control", "surrogate"])
def test_a_title_that_no_file_can_hold_is_refused(title: str) -> None:
    with pytest.raises(EditError):
        new_agenda(title)


def test_a_project_is_not_made_where_there_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for folder in (tmp_path / "none", tmp_path / "file", tmp_path / ("n" * 300)):
        with pytest.raises(SaveError, match="there is no folder"):
            write_new(new_agenda("A"), folder / "a")
        with pytest.raises(SaveError):
            write_new(new_agenda("A"), folder / "a", over=True)
    with pytest.raises(SaveError, match="too long"):
        write_new(new_agenda("A"), tmp_path / ("n" * 300))
    assert names(tmp_path) == ["file"]


def test_new_agendas_have_ids_of_their_own() -> None:
    assert new_agenda("A").id != new_agenda("A").id
    assert new_agenda("A").meeting.title.wording("en") == "A"
    assert not new_agenda("").meeting.title
    assert not new_agenda("  ").meeting.title


def test_new_project_opens_again_as_it_was(tmp_path: Path) -> None:
    agenda = new_agenda("Assembly")
    path = write_new(agenda, tmp_path / "assembly")
    assert open_project(path).agenda == agenda


def test_project_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path = write_new(new_agenda("first"), tmp_path / "a")
    before = path.read_bytes()
    with pytest.raises(SaveError):
        write_new(new_agenda("second"), tmp_path / "a")
    assert path.read_bytes() == before
    write_new(new_agenda("second"), tmp_path / "a", over=True)
    assert path.read_bytes() != before


def test_project_that_came_up_after_the_look_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_new(new_agenda("first"), tmp_path / "a")
    before = path.read_bytes()
    monkeypatch.setattr("igfeditor.services.operations.refuse_replacing", lambda _: None)
    with pytest.raises(ChangedOnDisk):
        write_new(new_agenda("second"), path)
    assert path.read_bytes() == before


def test_all_layouts_and_formats_are_planned_where_none_is_named() -> None:
    jobs = planned(open_sample(), Path("out"), ExportWish())
    assert len(jobs) == 3 * len(usual_formats())
    assert {job.path.parent for job in jobs} == {Path("out")}


def test_target_with_the_ending_of_a_format_is_one_file(tmp_path: Path) -> None:
    (job,) = planned(open_sample(), tmp_path / "x.xlsx", ExportWish(layouts=("ar", "en")))
    assert [layout.name for layout in job.layouts] == ["ar", "en"]


def test_folder_with_the_ending_of_a_format_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "odd.docx").mkdir()
    (job,) = planned(open_sample(), tmp_path / "odd.docx", ExportWish(layouts=("en",), formats=("docx",)))
    assert job.path == tmp_path / "odd.docx" / "igf-2021-en.docx"


@pytest.mark.parametrize(
    "name", ["x.odt", "x.DOC", "plenary.agenda.json", "a b.rtf", "x.7z", "نسخة.odt", ".docx", ".XLSX"]
)
@pytest.mark.parametrize("wish", [ExportWish(), ExportWish(layouts=("en",), formats=("docx",))])
def test_an_ending_of_no_format_is_refused_with_the_endings_there_are(name: str, wish: ExportWish) -> None:
    with pytest.raises(SettingsError) as refused:
        planned(open_sample(), Path("out") / name, wish)
    assert str(Path("out") / name) in str(refused.value)
    assert ".docx" in str(refused.value.hint).lower() or ".xlsx" in str(refused.value.hint).lower()


@pytest.mark.parametrize("name", ["v1.2", "2026.02.24", "Dr. Smith", "المجلد.الجديد", "..", ".", "out", ".hidden out"])
def test_a_dot_alone_makes_no_ending(name: str) -> None:
    (job,) = planned(open_sample(), Path(name), ExportWish(layouts=("en",), formats=("docx",)))
    assert job.path == Path(name) / "igf-2021-en.docx"


@pytest.mark.parametrize("name", ["x.odt", "odd.agenda.json", ".docx", "x.xlsx"])
def test_a_folder_that_is_there_is_a_folder_whatever_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    (job,) = planned(open_sample(), tmp_path / name, ExportWish(layouts=("en",), formats=("docx",)))
    assert job.path == tmp_path / name / "igf-2021-en.docx"


def test_the_letters_of_an_ending_may_be_large(tmp_path: Path) -> None:
    (job,) = planned(open_sample(), tmp_path / "X.DOCX", ExportWish(layouts=("en",)))
    assert (job.path.name, job.format) == ("X.DOCX", FORMATS["docx"])


def test_the_letterhead_is_not_written_over(tmp_path: Path) -> None:
    letterhead = tmp_path / "igf-2021-en.docx"
    for target in (letterhead, tmp_path, tmp_path / "sub" / ".."):
        with pytest.raises(SettingsError, match="this is the template"):
            planned(open_sample(), target, ExportWish(layouts=("en",), formats=("docx",), template=letterhead))
    assert planned(open_sample(), tmp_path / "b.docx", ExportWish(layouts=("en",), template=letterhead))


def test_one_file_is_not_of_two_formats() -> None:
    with pytest.raises(SettingsError):
        planned(open_sample(), Path("x.docx"), ExportWish(layouts=("en",), formats=("docx", "xlsx")))


def test_days_are_counted_from_one() -> None:
    with pytest.raises(SettingsError):
        planned(open_sample(), Path("out"), ExportWish(pattern=Layout((), days=(0,))))


def test_every_finished_file_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    export_project(open_sample(), tmp_path, ExportWish(layouts=("en",)), told.append)
    assert told == ["igf-2021-en.docx", "igf-2021-en.xlsx", "igf-2021-en.pdf"]
    assert sorted(told) == names(tmp_path)


class FullDisk(Disk):
    """A disk that takes `room` files and no more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write_new(self, path: Path, data: bytes) -> None:
        self.room -= 1
        if self.room < 0:
            raise OSError(28, "No space left on device")
        super().write_new(path, data)


def test_full_disk_leaves_whole_files_and_no_others(tmp_path: Path) -> None:
    with pytest.raises(SaveError):
        export_project(open_sample(), tmp_path, ExportWish(layouts=("en",)), disk=FullDisk(1))
    assert names(tmp_path) == ["igf-2021-en.docx"]
    assert FORMATS["docx"].read_back((tmp_path / "igf-2021-en.docx").read_bytes())


def test_file_that_says_something_else_stops_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from igfeditor.exporters import excel

    real = excel.read_back
    monkeypatch.setattr(excel, "read_back", lambda data: [lines[:-1] for lines in real(data)])
    with pytest.raises(ExportError, match="does not say what the agenda says"):
        export_project(open_sample(), tmp_path / "out", ExportWish(layouts=("en",)))
    assert not (tmp_path / "out").exists()


def test_what_nobody_may_look_at_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refuse)
    assert not is_there(Path("shut") / "plenary.agenda.json")
