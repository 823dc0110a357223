"""B1: the Word export of 500 slots, Arabic, from agenda to bytes, beside what else makes such a file."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

import docx
from docxtpl import DocxTemplate

from igfeditor.document.blocks import Document, Table
from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout
from igfeditor.exporters.registry import FORMATS
from igfeditor.model.agenda import Agenda
from igfeditor.storage.project_file import save_project
from tests.agendas import large_agenda
from tests.benchmarks.measuring import Comparison, Work


class TimedLines(NamedTuple):
    """What a template needs to know of a row."""

    time: str
    lines: tuple[str, ...]


SLOTS = 500
SUB_ITEMS = 4
ARABIC = Layout(("ar",))


def comparisons() -> Iterator[Comparison]:
    """Give B1 on size L."""
    folder = Path(tempfile.mkdtemp())
    document = compose(agenda(), ARABIC)
    xml = zipfile.ZipFile(io.BytesIO(FORMATS["docx"].write([document]))).read("word/document.xml")
    template, rows = template_of(folder), rows_of(document)
    yield Comparison("Word export of L / docxtpl", work(1), lambda: printed(template, rows), 1.0)
    yield Comparison(
        f"Word export of L / deflate of its {len(xml) / 1e6:.1f} MB", work(1), lambda: zlib.compress(xml), 10
    )
    yield from process_comparisons(folder, document)


def process_comparisons(folder: Path, document: Document) -> Iterator[Comparison]:
    """Give the comparisons of whole processes, for the programs that are there."""
    project, page = folder / "large.agenda.json", folder / "large.html"
    save_project(agenda(), project)
    page.write_text(html_of(document), encoding="utf-8")
    ours = [
        sys.executable,
        "-m",
        "igfeditor",
        "export",
        str(project),
        "--layout",
        "ar",
        "--to",
        str(folder / "ours.docx"),
    ]
    peers = {
        "pandoc": (["pandoc", str(page), "-o", str(folder / "pandoc.docx")], 0.3),
        "soffice": (
            ["soffice", "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir", str(folder), str(page)],
            None,
        ),
    }
    for name, (command, bound) in peers.items():
        if shutil.which(name):
            yield Comparison(
                f"Word export of L / {name}, as a process", work(1), lambda command=command: run(command), bound
            )
            yield Comparison(
                f"whole command, checks included / {name}", lambda: run(ours), lambda command=command: run(command)
            )


def run(command: list[str]) -> None:
    """Run a program to its end."""
    subprocess.run(command, check=True, capture_output=True)


@cache
def agenda(times: int = 1) -> Agenda:
    """Give the agenda of size L or a multiple of it."""
    return large_agenda(slots=SLOTS * times, sub_items=SUB_ITEMS)


def work(times: int) -> Work:
    """Give the work from agenda to bytes."""
    large, word = agenda(times), FORMATS["docx"]
    return lambda: word.write([compose(large, ARABIC)])


def rows_of(document: Document) -> list[TimedLines]:
    """Give the same texts as plain data for a template."""
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    return [
        TimedLines(row.cells[0].line, tuple(paragraph.line for paragraph in row.cells[1].paragraphs))
        for table in tables
        for row in table.rows
    ]


def template_of(folder: Path) -> Path:
    """Make the template that docxtpl prints into: one table, one row a slot, one paragraph a line."""
    template = docx.Document()
    table = template.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    table.cell(1, 0).text = "{{ row.time }}"
    cell = table.cell(1, 1)
    cell.text = "{%p for line in row.lines %}"
    cell.add_paragraph("{{ line }}")
    cell.add_paragraph("{%p endfor %}")
    table.cell(2, 0).text = "{%tr endfor %}"
    template.save(str(folder / "template.docx"))
    return folder / "template.docx"


def printed(template: Path, rows: list[TimedLines]) -> bytes:
    """Let docxtpl print."""
    stream = io.BytesIO()
    document = DocxTemplate(str(template))
    document.render({"rows": rows}, autoescape=True)
    document.save(stream)
    return stream.getvalue()


def html_of(document: Document) -> str:
    """Give the same table as a page for pandoc and LibreOffice."""
    rows = "".join(
        f"<tr><td>{escape(row.time)}</td><td>{''.join(f'<p>{escape(line)}</p>' for line in row.lines)}</td></tr>"
        for row in rows_of(document)
    )
    return f'<html lang="ar" dir="rtl"><meta charset="utf-8"><title>L</title><table>{rows}</table></html>'
