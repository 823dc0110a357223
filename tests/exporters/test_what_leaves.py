"""What leaves the program: nothing that runs, nothing of this computer or its user, nothing that is fetched."""

from __future__ import annotations

import getpass
import io
import os
import re
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import etree

from igfeditor.errors import ExportError
from igfeditor.exporters.registry import FORMATS
from igfeditor.gate.entrance import admit
from igfeditor.gate.kinds import Kind
from igfeditor.model.agenda import Phrase, SubItem, Text
from igfeditor.services.operations import ExportWish, export_project, open_sample, sample_path
from igfeditor.storage.project_file import load_project, project_bytes
from tests.document.printing import printed, sample

PACKAGES = ("docx", "xlsx")
ALL = tuple(FORMATS)
HOST = "host-of-somebody"
USER = "somebody-at-home"
STRANGE_ZONE = "Pacific/Kiritimati"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://a.org")', "=cmd|' /C calc'!A0")
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@cache
def made(name: str) -> bytes:
    return FORMATS[name].write([printed(sample(), "en")], None)


def opened(name: str, data: bytes) -> dict[str, bytes]:
    """Give the parts of a file; a file of one part is its own."""
    if name not in PACKAGES:
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {part: package.read(part) for part in package.namelist()}


def exported_elsewhere(folder: Path, name: str, **environment: str) -> bytes:
    """Export the sample in a process of its own, as another user of another computer at another time of day."""
    target = folder / USER / f"out.{name}"
    code = (
        "import sys, socket, platform, pathlib; socket.gethostname = platform.node = lambda: sys.argv[2]; "
        "from igfeditor.services.operations import *; "
        "export_project(open_sample(), pathlib.Path(sys.argv[1]), ExportWish(('en',)))"
    )
    said = {"USER": USER, "LOGNAME": USER, "USERNAME": USER, "HOSTNAME": HOST, "HOME": str(folder / USER)}
    subprocess.run(
        [sys.executable, "-c", code, target, HOST], env={**os.environ, **said, **environment}, cwd=folder, check=True
    )
    return target.read_bytes()


@pytest.mark.parametrize("name", PACKAGES)
def test_no_macro_and_nothing_from_outside_but_hyperlinks(name: str) -> None:
    assert admit(made(name), Path("a"), [Kind.DOCX, Kind.XLSX]) is Kind(name)
    external = []
    for part, data in opened(name, made(name)).items():
        assert not re.search("vba|macro|activex|embeddings", part, re.IGNORECASE)
        assert not re.search(rb"macroEnabled|vbaProject|oleObject", data)
        if part.endswith(".rels"):
            external += [line for line in etree.fromstring(data) if line.get("TargetMode") == "External"]
    assert external
    assert {line.get("Type") for line in external} == {HYPERLINK}
    assert all(line.get("Target", "").startswith(("https://", "http://", "mailto:")) for line in external)


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_pages_run_and_fetch_nothing(name: str) -> None:
    if name not in FORMATS:
        pytest.skip(f"there is no format {name} yet")
    text = made(name).decode("utf-8").lower()
    assert "<script" not in text
    assert not re.search(r"""(?:\bsrc|<link[^>]*href|@import|url\()\s*=?\s*["'(]?(?:https?:)?//""", text)


def test_pdf_runs_and_opens_nothing() -> None:
    assert not re.search(rb"/JavaScript|/JS\b|/Launch|/EmbeddedFile|/OpenAction|/RichMedia|/SubmitForm", made("pdf"))


@pytest.mark.parametrize("name", ALL)
def test_nobody_and_no_computer_is_named_and_equal_content_gives_equal_bytes(name: str, tmp_path: Path) -> None:
    here = exported_elsewhere(tmp_path, name)
    there = exported_elsewhere(tmp_path, name, TZ=STRANGE_ZONE)
    assert here == there
    for part, data in opened(name, here).items():
        for word in (USER, HOST, getpass.getuser() + "@", str(tmp_path), str(Path.home()) + "/"):
            assert word.encode() not in data, part


@pytest.mark.parametrize("name", PACKAGES)
def test_zip_times_are_fixed(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(name))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.extra + info.comment for info in package.infolist()} == {b""}


@pytest.mark.parametrize("name", ALL)
def test_time_of_the_machine_is_nowhere(name: str) -> None:
    today = time.strftime("%Y-%m-%d|%Y%m%d|%d/%m/%Y").split("|")
    for part, data in opened(name, made(name)).items():
        assert not any(day.encode() in data for day in today), part


def test_project_names_nobody_and_no_time() -> None:
    data = project_bytes(load_project(sample_path()))
    for word in (USER, HOST, os.sep + "home", str(Path.home()) + "/", time.strftime("%Y-%m-%d")):
        assert word.encode() not in data
    assert data == project_bytes(load_project(sample_path()))


def exported_with(title: str, name: str, folder: Path) -> Path:
    """Export the sample with another title of its meeting, label of its first slot, and texts of its first item."""
    project = open_sample()
    day, *days = project.agenda.days
    slot, *slots = day.slots
    item, *items = slot.items
    said = Text({"en": Phrase(text=title)})
    item = item.model_copy(
        update={"title": said, "children": (SubItem(id="s9", text=said), SubItem(id="s8", text=said))}
    )
    slot = slot.model_copy(update={"items": (item, *items), "label": said})
    day = day.model_copy(update={"slots": (slot, *slots)})
    meeting = project.agenda.meeting.model_copy(update={"title": said})
    agenda = project.agenda.model_copy(update={"days": (day, *days), "meeting": meeting})
    (path,) = export_project(replace(project, agenda=agenda), folder / f"out.{name}", ExportWish(("en",)))
    return path


@pytest.mark.parametrize("text", FORMULAS)
def test_text_never_becomes_a_formula(text: str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(exported_with(text, "xlsx", tmp_path), rich_text=True)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    ours = [cell for cell in cells if text.strip() in str(cell.value)]
    assert ours
    assert all(cell.quotePrefix for cell in ours if str(cell.value)[0] in "=+-@\t")
    parts = opened("xlsx", (tmp_path / "out.xlsx").read_bytes())
    assert not any(re.search(rb"<f[ >/]", data) for part, data in parts.items() if "worksheets/" in part)


@pytest.mark.parametrize("text", FORMULAS[:4])
def test_text_never_becomes_a_field_of_word(text: str, tmp_path: Path) -> None:
    path = exported_with(text, "docx", tmp_path)
    assert any(text.strip() in cell.text for table in docx.Document(str(path)).tables for cell in table._cells)
    xml = opened("docx", path.read_bytes())["word/document.xml"].decode()
    assert "w:fldSimple" not in xml
    assert text.strip() not in "".join(re.findall(r"<w:instrText[^>]*>([^<]*)", xml))


def test_text_longer_than_a_cell_is_refused_with_a_message(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"32,?767"):
        exported_with("a" * 20_000, "xlsx", tmp_path)
    assert not (tmp_path / "out.xlsx").exists()
