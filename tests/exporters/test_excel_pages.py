"""Workbooks as LibreOffice draws them: every line is printed, and no row is much taller than its text."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from igfeditor.document.blocks import ColumnKind, Document
from igfeditor.exporters import excel
from igfeditor.language.marks import without_marks
from tests.document import printing
from tests.exporters.excel_documents import DAY_1, DAY_2, document, long_slot
from tests.exporters.excel_judge import SHEET, without
from tests.exporters.pages import pages_of
from tests.exporters.test_every_agenda import documents_of

ALL = (ColumnKind.ZONE_TIME, ColumnKind.ROOM, ColumnKind.SPEAKER, ColumnKind.MINUTES)
LAYOUTS = (("en",), ("ar",), ("en", "ar"))


def office(folder: Path, suffix: str, *paths: Path) -> None:
    """Let LibreOffice write files in another format into a folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = ["soffice", "--headless", profile, "--convert-to", suffix, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(call, check=True, capture_output=True, timeout=300)


def converted(data: bytes, folder: Path, suffix: str) -> Path:
    path = folder / "agenda.xlsx"
    path.write_bytes(data)
    office(folder, suffix, path)
    return path.with_suffix(f".{suffix}")


def printed(data: bytes, folder: Path) -> str:
    pdf = ["pdftotext", "-raw", str(converted(data, folder, "pdf")), "-"]
    return subprocess.run(pdf, check=True, capture_output=True, text=True, timeout=60).stdout


def words(text: str) -> Counter[str]:
    """Words of letters, each in alphabetical order, for a PDF gives the two letters of lam-alef either way round."""
    folded = unicodedata.normalize("NFKC", without_marks(text))
    return Counter("".join(sorted(word)) for word in re.findall(r"[^\W\d_]{3,}", folded))


@pytest.mark.tool("soffice", "pdftotext")
@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
def test_every_line_is_printed(languages: Sequence[str], tmp_path: Path) -> None:
    """A PDF of LibreOffice names a glyph of its fallback fonts wrongly now and then, so two words may be missing."""
    one = document(*languages, days=(DAY_1, (long_slot(), *DAY_2)), extras=ALL)
    said = "\n".join(cell for line in excel.expected(one) for cell in line)
    said = re.sub("<https[^>]*>", "", said)

    lost = words(said) - words(printed(excel.write([one]), tmp_path))

    assert lost.total() <= 2, lost


def letters(text: str) -> Counter[str]:
    return Counter(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalpha())


def bands(data: bytes, folder: Path) -> list[Counter[str]]:
    """The letters printed between the height of each date and that of the next."""
    pdf = ["pdftotext", "-bbox", str(converted(data, folder, "pdf")), "-"]
    pages = subprocess.run(pdf, check=True, capture_output=True, text=True, timeout=60).stdout.split("<page ")[1:]
    found: list[Counter[str]] = []
    for page in pages:
        words_ = [(float(y), word) for y, word in re.findall(r'yMin="([\d.]+)"[^>]*>([^<]*)</word>', page)]
        tops = sorted(y - 4 for y, word in words_ if re.fullmatch(r"\d{4}-\d\d-\d\d", word))
        for top, end in pairwise((*tops, 1e6)):
            found.append(sum((letters(word) for y, word in words_ if top <= y < end), Counter()))
    return found


@pytest.mark.tool("soffice", "pdftotext")
@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
def test_each_row_has_room_for_its_lines(languages: Sequence[str], tmp_path: Path) -> None:
    """A line that its row has no room for would stand at the height of the next row."""
    one = document(*languages, days=(DAY_1, (long_slot(), *DAY_2)), extras=ALL)
    one = replace(one, sections=tuple(section for section in one.sections if section.date))
    data = excel.write([one])
    rows = openpyxl.load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True)
    said = [
        letters("".join(one for one in row if isinstance(one, str))) for row in rows if isinstance(row[0], datetime)
    ]

    shown = bands(data, tmp_path)

    assert len(shown) == len(said) > 10
    misplaced = [(ours - theirs).total() for ours, theirs in zip(said, shown, strict=True)]
    assert max(misplaced) <= 3


# --- heights ------------------------------------------------------------------------------------------------


def heights(path: Path) -> list[float]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [float(sheet.row_dimensions[row].height or 12.75) for row in range(1, sheet.max_row + 1)]


def as_needed(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Let LibreOffice reckon the heights of rows: it does so only for what another program wrote without any."""
    bare = [folder / path.name for path in paths]
    for path, free in zip(paths, bare, strict=True):
        free.write_bytes(without(SHEET, r' ht="[\d.]+" customHeight="1"', "", 0)(path.read_bytes()))
    office(folder, "fods", *bare)
    open_documents = [path.with_suffix(".fods") for path in bare]
    for path in open_documents:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("<meta:generator>[^<]*", "<meta:generator>another", text), encoding="utf-8")
    office(folder, "xlsx", *open_documents)
    return bare


def sample(layout: str) -> Document:
    return printing.printed(printing.sample(), layout)


@pytest.mark.tool("soffice")
def test_every_row_is_as_tall_as_its_text_and_little_taller(tmp_path: Path) -> None:
    """Excel sets Latin lines an eighth farther apart than LibreOffice does, and needs the more."""
    documents = [*map(sample, ("en", "ar", "en-ar")), *(documents_of(seed)[-1] for seed in range(0, 500, 50))]
    paths = [tmp_path / f"{number}.xlsx" for number in range(len(documents))]
    for path, one in zip(paths, documents, strict=True):
        path.write_bytes(excel.write([one]))
    (tmp_path / "bare").mkdir()
    needs = as_needed(paths, tmp_path / "bare")

    for name, (ours, theirs) in enumerate(zip(map(heights, paths), map(heights, needs), strict=True)):
        low = [row for row, (own, need) in enumerate(zip(ours, theirs, strict=True), start=1) if own < need]
        assert (name, low) == (name, [])
        assert sum(ours) < 1.27 * sum(theirs), name


@pytest.mark.tool("soffice", "pdftotext")
@pytest.mark.parametrize(("layout", "most"), [("en", 3), ("ar", 4), ("en-ar", 7)])
def test_the_sample_takes_few_pages(layout: str, most: int, tmp_path: Path) -> None:
    pdf = converted(excel.write([sample(layout)]), tmp_path, "pdf")

    assert len([*pages_of(pdf)]) <= most
