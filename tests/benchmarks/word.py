"""B1: the Word export of 500 slots, Arabic, from agenda to bytes, beside what else makes such a file.

docxtpl prints into a template that is our own file with loops in the place of its days: the same page, styles,
tables and properties of paragraphs and runs. What it cannot do is to part a text where its direction changes.
"""

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
from typing import Any, NamedTuple

from docxtpl import DocxTemplate
from lxml import etree

from igfeditor.document.blocks import Document, Paragraph, Row, Section, SectionKind, Table
from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout
from igfeditor.exporters.registry import FORMATS
from igfeditor.model.agenda import Agenda
from igfeditor.storage.project_file import save_project
from tests.agendas import large_agenda
from tests.benchmarks.measuring import Comparison, Work

SLOTS = 500
SUB_ITEMS = 4
ARABIC = Layout(("ar",))
WORD = FORMATS["docx"]
MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Element = Any


def comparisons() -> Iterator[Comparison]:
    """Give B1 on size L."""
    document = compose(agenda(), ARABIC)
    printed = WORD.write([document])
    xml = main_part(printed)
    yield Comparison("Word export of L / docxtpl", work(1), docxtpl_work(document, printed), 1.0)
    yield Comparison(
        f"Word export of L / deflate of its {len(xml) / 1e6:.1f} MB", work(1), lambda: zlib.compress(xml, 6), 10
    )
    yield from process_comparisons(document)


@cache
def agenda(times: int = 1) -> Agenda:
    """Give the agenda of size L or a multiple of it."""
    return large_agenda(slots=SLOTS * times, sub_items=SUB_ITEMS)


def work(times: int) -> Work:
    """Give the work from agenda to bytes."""
    large = agenda(times)
    return lambda: WORD.write([compose(large, ARABIC)])


def main_part(file: bytes) -> bytes:
    """Give the XML of the main part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.read(MAIN)


# --- docxtpl -----------------------------------------------------------------------------------------------


class Line(NamedTuple):
    """A text with its marker."""

    marker: str
    text: str


class Slot(NamedTuple):
    """What a template needs to know of a row."""

    time: str
    item: Line
    lines: tuple[Line, ...]


class TemplateDay(NamedTuple):
    """What a template needs to know of a day."""

    heading: str
    slots: tuple[Slot, ...]


def docxtpl_work(document: Document, printed: bytes) -> Work:
    """Give the same work done by docxtpl; raises where its file would hold other texts than ours."""
    template, days = template_of(printed), days_of(document)
    difference = WORD.difference([document], filled(template, days))
    if difference:
        raise AssertionError(difference)
    return lambda: filled(template, days)


def filled(template: bytes, days: tuple[TemplateDay, ...]) -> bytes:
    """Let docxtpl print."""
    stream = io.BytesIO()
    document = DocxTemplate(io.BytesIO(template))
    document.render({"days": days}, autoescape=True)
    document.save(stream)
    return stream.getvalue()


def days_of(document: Document) -> tuple[TemplateDay, ...]:
    """Give the days of a document as plain data."""
    return tuple(template_day(section) for section in document.sections if section.kind is SectionKind.DAY)


def template_day(section: Section) -> TemplateDay:
    """Give one day: its heading and its table."""
    heading, table = section.blocks
    if not isinstance(heading, Paragraph) or not isinstance(table, Table):
        raise TypeError(section)
    return TemplateDay(heading.text, tuple(slot_of(row) for row in table.rows))


def slot_of(row: Row) -> Slot:
    """Give one row: its time, its item and what stands under the item."""
    (time,), (item, *lines) = ([Line(one.marker, one.text) for one in cell.paragraphs] for cell in row.cells)
    return Slot(time.text, item, tuple(lines))


def template_of(printed: bytes) -> bytes:
    """Make the template out of our own file, with loops over days, rows and lines."""
    root = etree.fromstring(main_part(printed))
    put_loops(root.find(f"{W}body"))
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(printed)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            package.writestr(name, etree.tostring(root) if name == MAIN else source.read(name))
    return target.getvalue()


def put_loops(body: Element) -> None:
    """Keep the heading and the table of the first day, and make them say what each day says."""
    tables = body.findall(f"{W}tbl")
    heading, table, gap = tables[0].getprevious(), tables[0], tables[0].getnext()
    for block in body[body.index(gap) + 1 : body.index(tables[-1].getnext()) + 1]:
        body.remove(block)
    say(heading, "{{ day.heading }}")
    for name in ("tblCaption", "tblDescription"):
        table.find(f"{W}tblPr/{W}{name}").set(f"{W}val", "{{ day.heading }}")
    put_row_loop(table)
    heading.addprevious(paragraph_of("{%p for day in days %}"))
    gap.addnext(paragraph_of("{%p endfor %}"))


def put_row_loop(table: Element) -> None:
    """Keep the header row and one other, whose item and first line are all Arabic."""
    _, *rows = table.findall(f"{W}tr")
    model = next(row for row in rows if all(len(one.findall(f"{W}r")) == 2 for one in lines_of(row)[:2]))
    item, line, *others = lines_of(model)
    for other in (*others, *(row for row in rows if row is not model)):
        other.getparent().remove(other)
    say(model.find(f".//{W}p"), "{{ slot.time }}")
    say(item, "{{ slot.item.marker }}", "{{ slot.item.text }}")
    say(line, "{{ line.marker }}", "{{ line.text }}")
    line.addprevious(paragraph_of("{%p for line in slot.lines %}"))
    line.addnext(paragraph_of("{%p endfor %}"))
    model.addprevious(row_of("{%tr for slot in day.slots %}"))
    model.addnext(row_of("{%tr endfor %}"))


def lines_of(row: Element) -> list[Element]:
    """Give the paragraphs of the agenda cell."""
    return row.findall(f"{W}tc")[1].findall(f"{W}p")


def say(paragraph: Element, *words: str) -> None:
    """Change the texts of a paragraph."""
    for text, word in zip(paragraph.iter(f"{W}t"), words, strict=True):
        text.text = word


def paragraph_of(text: str) -> Element:
    """Make a paragraph for a command of the template, which takes its place."""
    return etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>{text}</w:t></w:r></w:p>')


def row_of(text: str) -> Element:
    """Make a row for a command of the template, which takes its place."""
    row = etree.fromstring(f'<w:tr xmlns:w="{W[1:-1]}"><w:tc/></w:tr>')
    row[0].append(paragraph_of(text))
    return row


# --- whole programs ----------------------------------------------------------------------------------------


def process_comparisons(document: Document) -> Iterator[Comparison]:
    """Give the comparisons of whole processes, for the programs that are there.

    Theirs read the same text from a page and write a Word file. The bound holds our work, from agenda to bytes,
    against theirs; beside it stands our whole command, which starts Python, reads the project, prints it, and
    holds the file against the document before it is moved into place.
    """
    folder = Path(tempfile.mkdtemp())
    project, page = folder / "large.agenda.json", folder / "large.html"
    save_project(agenda(), project)
    page.write_text(html_of(document), encoding="utf-8")
    to = str(folder / "ours.docx")
    ours = program(sys.executable, "-m", "igfeditor", "export", str(project), "--layout", "ar", "--to", to)
    if shutil.which("pandoc"):
        pandoc = program("pandoc", str(page), "-o", str(folder / "pandoc.docx"))
        yield Comparison("Word export of L / pandoc", work(1), pandoc, 0.3)
        yield Comparison("whole export command / pandoc", ours, pandoc)
    if shutil.which("soffice"):
        into = ("--convert-to", "docx:Office Open XML Text", "--outdir", str(folder))
        soffice = program("soffice", "--headless", *into, str(page))
        yield Comparison("Word export of L / LibreOffice", work(1), soffice)
        yield Comparison("whole export command / LibreOffice", ours, soffice)


def program(*command: str) -> Work:
    """Give the work of running a program to its end."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def html_of(document: Document) -> str:
    """Give the same text as a page for pandoc and LibreOffice."""
    return "".join(
        (
            '<html lang="ar" dir="rtl"><meta charset="utf-8"><title>L</title>',
            *(f"<h1>{escape(day.heading)}</h1><table>{html_rows(day)}</table>" for day in days_of(document)),
            "</html>",
        )
    )


def html_rows(day: TemplateDay) -> str:
    """Give the rows of a day."""
    return "".join(
        f"<tr><td>{escape(slot.time)}</td><td>"
        + "".join(f"<p>{escape(line.marker)} {escape(line.text)}</p>" for line in (slot.item, *slot.lines))
        + "</td></tr>"
        for slot in day.slots
    )
