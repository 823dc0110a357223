"""What stands where on the printed page: LibreOffice draws a file, poppler reads the words back (R61)."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from re import Pattern
from re import compile as pattern
from typing import Final, NamedTuple

from igfeditor.language.bidi import LRM, RLM, Direction, visual

WORD: Final[Pattern[str]] = pattern(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
SAME_LINE: Final = 4.0
# A lam with an alef is one glyph, which is read back as two letters in their logical order.
LIGATURES: Final = {"لا": "\ufefb", "لأ": "\ufef7", "لإ": "\ufef9", "لآ": "\ufef5"}


class Word(NamedTuple):
    """A word as it is drawn: its letters from left to right, and its place in points from the top left."""

    text: str
    left: float
    right: float
    middle: float


Page = tuple[Word, ...]


def drawn(files: Mapping[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """Draw Word files and give the words of their pages, by the names of the files (without suffix)."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf",
         "--outdir", str(folder), *(str(folder / f"{name}.docx") for name in files)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {name: [*pages_of(folder / f"{name}.pdf")] for name in files}


def pages_of(pdf: Path) -> Iterator[Page]:
    said = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    for page in said.split("<page ")[1:]:
        yield tuple(
            Word(unescape(text), float(left), float(right), (float(top) + float(bottom)) / 2)
            for left, top, right, bottom, text in WORD.findall(page)
        )


def lines_of(page: Iterable[Word]) -> list[str]:
    """Give the lines of a page from top to bottom, each from left to right and without spaces."""
    lines: list[list[Word]] = []
    for word in sorted(page, key=lambda word: word.middle):
        if lines and word.middle - lines[-1][0].middle < SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return ["".join(word.text for word in sorted(line, key=lambda word: word.left)) for line in lines]


def as_drawn(text: str, direction: Direction) -> str:
    """Give a line as it must stand on the page from left to right, without spaces and marks."""
    for pair, ligature in LIGATURES.items():
        text = text.replace(pair, ligature)
    said = visual(text, direction)
    for pair, ligature in LIGATURES.items():
        said = said.replace(ligature, pair)
    return "".join(letter for letter in said if letter not in f" \t\u00a0{RLM}{LRM}")


def place_of(page: Iterable[Word], text: str) -> Word:
    """Give the first word of a page that reads so."""
    return next(word for word in page if word.text == text)
