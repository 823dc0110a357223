"""The pack: everything from one snapshot, with a list that holds; and all of it or nothing."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from igfeditor.document.blocks import Document
from igfeditor.document.layout import Layout, layout_names
from igfeditor.errors import ExportError, SaveError, SettingsError
from igfeditor.exporters.registry import FORMATS, ExportFormat
from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda
from igfeditor.model.edits import set_meeting
from igfeditor.services import operations
from igfeditor.services.operations import ExportWish, Project, export_project
from igfeditor.services.pack import write_pack
from tests.agendas import a_day, a_slot, a_text, an_agenda, an_item


def a_project(**more: Any) -> Project:
    item = an_item("Opening", ar="افتتاح", name="i1")
    return Project(an_agenda(a_day(a_slot(item)), title=a_text("Plenary", "الجلسة العامة"), **more), "plenary")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def manifest_of(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "plenary-manifest.json").read_text(encoding="utf-8"))


def test_every_layout_is_there_in_every_format_that_can_hold_it(tmp_path: Path) -> None:
    project = a_project()
    written = write_pack(project, tmp_path / "pack", ExportWish())
    wanted = {
        f"plenary-{layout}.{suffix}"
        for layout in layout_names(project.agenda.languages)
        for suffix, one in FORMATS.items()
        if one.bilingual or "-" not in layout
    }
    assert names(tmp_path / "pack") == wanted | {"plenary-manifest.json"}
    assert {path.name for path in written} == names(tmp_path / "pack")
    assert written[-1].name == "plenary-manifest.json"


def test_the_list_names_each_file_as_it_is(tmp_path: Path) -> None:
    project = a_project(symbol="E/2021/7", revision=2)
    write_pack(project, tmp_path, ExportWish())
    said = manifest_of(tmp_path)
    assert {one["name"] for one in said["files"]} == names(tmp_path) - {"plenary-manifest.json"}
    for one in said["files"]:
        data = (tmp_path / one["name"]).read_bytes()
        assert (one["bytes"], one["sha256"]) == (len(data), sha256(data).hexdigest())
        assert one["name"] == f"plenary-{one['layout']}.{one['format']}"
    assert (said["agenda"], said["symbol"], said["revision"], said["status"]) == ("a1", "E/2021/7", 2, "draft")
    assert said["title"] == {"en": "Plenary", "ar": "الجلسة العامة"}


def test_equal_agendas_give_equal_packs(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_pack(a_project(), tmp_path / folder, ExportWish())
    assert names(tmp_path / "one") == names(tmp_path / "two")
    for name in names(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_files_are_those_of_an_export(tmp_path: Path) -> None:
    write_pack(a_project(), tmp_path / "pack", ExportWish())
    for path in export_project(a_project(), tmp_path / "export", ExportWish(formats=tuple(FORMATS))):
        assert path.read_bytes() == (tmp_path / "pack" / path.name).read_bytes()


def test_all_files_are_made_from_one_document_a_layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[str] = []
    compose = operations.compose

    def counted(agenda: Agenda, layout: Layout) -> Document:
        composed.append(layout.name)
        return compose(agenda, layout)

    monkeypatch.setattr(operations, "compose", counted)
    write_pack(a_project(), tmp_path, ExportWish())
    assert sorted(composed) == ["ar", "en", "en-ar"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_one_difference_stops_everything(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    difference = ExportFormat.difference

    def judged(self: ExportFormat, documents: Any, data: bytes) -> object:
        return "a line is gone" if self.suffix == suffix else difference(self, documents, data)

    monkeypatch.setattr(ExportFormat, "difference", judged)
    with pytest.raises(ExportError, match="a line is gone"):
        write_pack(a_project(), tmp_path / "pack", ExportWish())
    assert not (tmp_path / "pack").exists()


def test_a_final_agenda_with_errors_is_packed_only_by_force(tmp_path: Path) -> None:
    agenda = an_agenda(a_day(a_slot(an_item("Opening", ar="افتتاح [TBA]"), end="10:00")))
    project = Project(set_meeting(agenda, status="final"), "plenary")
    with pytest.raises(ExportError):
        write_pack(project, tmp_path / "pack", ExportWish())
    assert not (tmp_path / "pack").exists()
    assert write_pack(project, tmp_path / "pack", ExportWish(force=True))


@pytest.mark.parametrize("name", ["x.docx", "x.ics", "x.odt"])
def test_a_file_is_no_place_for_a_pack(name: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        write_pack(a_project(), tmp_path / name, ExportWish())
    assert refused.value.hint is not None
    assert not (tmp_path / name).exists()


def test_the_list_is_written_last(tmp_path: Path) -> None:
    class FullDisk(Disk):
        def replace_safely(self, target: Path, data: bytes) -> None:
            if target.suffix == ".md":
                raise SaveError(target, operations.sentence("full"))
            super().replace_safely(target, data)

    with pytest.raises(SaveError):
        write_pack(a_project(), tmp_path, ExportWish(), disk=FullDisk())
    assert "plenary-manifest.json" not in names(tmp_path)
