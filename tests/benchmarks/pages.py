"""B3: the PDF of an agenda beside LibreOffice converting our Word file; B7: the touched page after a key stroke.

The typesetter remembers what it has set before. So that B3 measures printing and not remembering, each run prints
texts that were never printed. B7 is measured as the window works: compose, set what is near, draw the touched page,
all off its thread.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

from igfeditor.document.blocks import Cell, Document, Paragraph, Row, Section, Span, Table
from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout
from igfeditor.exporters.pages_press import Press
from igfeditor.exporters.registry import FORMATS
from igfeditor.model.agenda import Agenda, Phrase, Text
from igfeditor.services.operations import open_sample
from tests.agendas import large_agenda
from tests.benchmarks.measuring import MS, ROUNDS, Comparison, Outcome, Unmeasured, Work, compare
from tests.benchmarks.word import program

SLOTS, SUB_ITEMS = 500, 4
BOUND, GROWTH = 0.05, 2
NOTICE = {"S": 100.0, "L": 250.0}
SCALE = 1.5
LAYOUTS = ("en", "ar", "en-ar")
_NEW = count(1)


@cache
def agenda(size: str) -> Agenda:
    """Give the agenda of size S, L or 2L."""
    if size == "S":
        return open_sample().agenda
    return large_agenda(slots=SLOTS * (2 if size == "2L" else 1), sub_items=SUB_ITEMS)


# --- B3 ----------------------------------------------------------------------------------------------------


def prints() -> Iterator[Outcome]:
    """Give B3."""
    if not shutil.which("soffice"):
        raise Unmeasured("soffice is not on this machine")
    for size in ("S", "L"):
        yield compare(Comparison(f"PDF of {size}, Arabic / LibreOffice", work(size), converting(size), BOUND))
    yield compare(Comparison("growth: twice the work / once", work("2L"), work("L"), GROWTH))


def work(size: str) -> Work:
    """Give the work of printing texts that are new each time, prepared before."""
    document = compose(agenda(size), Layout(("ar",)))
    new = iter([renewed(document, next(_NEW)) for _ in range(2 * ROUNDS + 2)])
    return lambda: FORMATS["pdf"].write([next(new)])


def converting(size: str) -> Work:
    """Give the work of LibreOffice, with our Word file."""
    folder = Path(tempfile.mkdtemp())
    file = folder / "agenda.docx"
    file.write_bytes(FORMATS["docx"].write([compose(agenda(size), Layout(("ar",)))]))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return program("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(file))


def renewed(document: Document, number: int) -> Document:
    """Give a document of the same size with other texts in its tables."""

    def paragraph(one: Paragraph) -> Paragraph:
        return replace(one, spans=(*one.spans, Span(f" {number}")))

    def row(one: Row) -> Row:
        return replace(one, cells=tuple(Cell(tuple(map(paragraph, cell.paragraphs))) for cell in one.cells))

    def section(one: Section) -> Section:
        blocks = (replace(it, rows=tuple(map(row, it.rows))) if isinstance(it, Table) else it for it in one.blocks)
        return replace(one, blocks=tuple(blocks))

    return replace(document, sections=tuple(map(section, document.sections)))


# --- B7 ----------------------------------------------------------------------------------------------------


def strokes() -> Iterator[Outcome]:
    """Give B7, for each layout at both sizes."""
    for size, bound in NOTICE.items():
        for name in LAYOUTS:
            layout, press = Layout(tuple(name.split("-"))), Press()
            press.print(compose(agenda(size), layout))
            typing = [stroke(size, layout, press, number) for number in range(ROUNDS + 1)][1:]
            yield Outcome(f"touched page of {name} at {size} / notice", statistics.median(typing) * MS, bound, 1.0)
            press.close()


def stroke(size: str, layout: Layout, press: Press, number: int) -> float:
    """Type, and give the seconds until the touched page is drawn."""
    touched, node = typed(agenda(size), number)
    start = time.perf_counter()
    pages = press.print_near(compose(touched, layout), node)
    spot = pages.spot_of(node)
    if spot is None:
        raise AssertionError(node)
    pages.picture(spot.page, SCALE)
    taken = time.perf_counter() - start
    pages.close()
    return taken


def typed(before: Agenda, number: int) -> tuple[Agenda, str]:
    """Give the agenda with another title of an item in its middle, and the item's id."""
    day = before.days[len(before.days) // 2]
    slot = next(slot for slot in day.slots if slot.items)
    item = slot.items[0]
    title = Text({language: Phrase(text=f"{language} {next(_NEW)} {number}") for language in before.languages})
    item = item.model_copy(update={"title": title})
    slot_after = slot.model_copy(update={"items": (item, *slot.items[1:])})
    slots = tuple(slot_after if one is slot else one for one in day.slots)
    day_after = day.model_copy(update={"slots": slots})
    days = tuple(day_after if one is day else one for one in before.days)
    return before.model_copy(update={"days": days}), item.id
