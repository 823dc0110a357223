"""What each format says, read with a reader that is none of the program's own and told in the same terms.

A reading has the words of the whole file in their order, and its rows: their time, as printed or as a pair of clocks,
and their words. Words are compared without white space and direction marks, in which formats may differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cache, lru_cache
from io import BytesIO
from itertools import accumulate
from typing import Any, Final
from zoneinfo import ZoneInfo

import docx
from docx.table import Table
from icalendar import Calendar
from lxml import html
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from igfeditor.language.bidi import LRM, RLM

Clocks = tuple[time, time | None]
_RTL: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_BRACKETS: Final = frozenset("()[]{}<>«»")
_LOST: Final = frozenset("\u2060\u200c\u200d\u00ad")
_NUMBER: Final = re.compile(r"\d+")
# What Excel itself reads as one character (ECMA-376 Part 1, 22.9.2.19).
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class Row:
    """A row that has a time."""

    when: str | Clocks
    words: str


@dataclass(frozen=True)
class Reading:
    """All that a file says without the headings of its tables, and its rows."""

    words: str
    rows: tuple[Row, ...]
    title: str = ""
    addresses: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    """Its paragraphs and rows, in their order."""
    headings: tuple[str, ...] = ()
    foot: str = ""

    def without(self, addresses: Iterable[str]) -> Reading:
        """Take out the addresses that formats without links write in brackets after their words."""
        ways = (f"{begin}{one}{end}" for one in addresses for begin, end in ("<>", "()"))
        brackets = re.compile("|".join(map(re.escape, sorted(ways, key=len, reverse=True))) or "(?!)")
        rows = tuple(Row(row.when, brackets.sub("", row.words)) for row in self.rows)
        return replace(self, words=brackets.sub("", self.words), rows=rows)


def bare(text: str) -> str:
    """Give the words of a text without white space and marks."""
    return re.sub(rf"[\s\x1c-\x1f\x7f\ufffd{RLM}{LRM}]+", "", text)


def tells(printed: str, clocks: Clocks) -> bool:
    """Tell whether a printed time says these clocks, in whatever digits and on a dial of 24 hours or of 12."""
    numbers = [int("".join(str(unicodedata.digit(one)) for one in found)) for found in _NUMBER.findall(printed)]
    for clock in filter(None, clocks):
        hours = {clock.hour, clock.hour % 12 or 12}
        if not numbers or numbers.pop(0) not in hours:
            return False
        says_minutes = clock.minute or (numbers and numbers[0] == 0)
        if says_minutes and (not numbers or numbers.pop(0) != clock.minute):
            return False
    return True


# --- readers -----------------------------------------------------------------------------------------------


def word(data: bytes) -> Reading:
    parts: list[str] = []
    headings: list[str] = []
    rows: list[Row] = []
    title = ""
    document = docx.Document(BytesIO(data))
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            headings.append("".join(bare(cell.text) for cell in block.rows[0].cells))
            for row in block.rows[1:]:
                when, words = (bare(cell.text) for cell in row.cells)
                parts.append(when + words)
                rows.append(Row(when, words))
        else:
            parts.append(bare(block.text))
            if block.style is not None and str(block.style.name).startswith("Agenda Title"):
                title = bare(block.text)
    addresses = frozenset(_addresses(document))
    foot = bare("".join(document.sections[0].footer._element.xpath(".//w:t/text()")))
    return Reading("".join(parts), _timed(rows), title, addresses, tuple(parts), tuple(headings), foot)


def _addresses(document: Any) -> Iterator[str]:
    relations = document.part.rels.values()
    return (one.target_ref for one in relations if one.is_external)


def excel(data: bytes) -> Reading:
    (sheet,) = load_workbook(BytesIO(data)).worksheets
    repeated = [int(number) for number in _NUMBER.findall(sheet.print_title_rows or "")]
    headings = range(repeated[0], repeated[-1] + 1) if repeated else range(0)
    said: list[str] = []
    rows: list[tuple[Clocks | None, str]] = []
    for number, line in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number in headings:
            continue
        words = "".join(_ESCAPED.sub(_sign, value) for value in line if isinstance(value, str))
        said.append(words)
        clocks = [value for value in line if isinstance(value, time)]
        if sheet.row_dimensions[number].outlineLevel and rows:
            rows[-1] = rows[-1][0], rows[-1][1] + words
        else:
            rows.append(((clocks[0], clocks[1] if len(clocks) > 1 else None) if clocks else None, words))
    return Reading(bare("".join(said)), tuple(Row(when, bare(words)) for when, words in rows if when))


def _sign(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def calendar(data: bytes) -> Reading:
    read: Any = Calendar.from_ical(data)
    zone = ZoneInfo(str(read["X-WR-TIMEZONE"]))
    said = [_unescaped(read.get("DESCRIPTION", ""))]
    rows: list[Row] = []
    for event in read.walk("VEVENT"):
        words = str(event.get("DESCRIPTION", ""))
        start = event["DTSTART"].dt
        if not isinstance(start, datetime):
            said += (str(event["SUMMARY"]), words)
            continue
        end = event["DTEND"].dt.astimezone(zone).time() if "DTEND" in event else None
        rows.append(Row((start.astimezone(zone).time(), end), bare(words)))
    return Reading(bare("".join(said)), tuple(rows), bare(_unescaped(read["NAME"])))


def _unescaped(value: Any) -> str:
    text = str(value)
    if type(value).__name__ != "vText":
        text = re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)
    return text


def text(data: bytes) -> Reading:
    blocks = data.decode().split("\n\n")
    parts = [block.partition("\n") for block in blocks]
    return Reading(bare("".join(blocks)), tuple(Row(bare(first), bare(rest)) for first, _, rest in parts))


def pages(data: bytes) -> Reading:
    """Read the text of pages, line by line."""
    with PdfDocument(data) as file:
        said = tuple(page.get_textpage().get_text_range() for page in file)
    return Reading(_unfolded("".join(said)), (), parts=said)


def _unfolded(text: str) -> str:
    """Leave out what pages do not keep: word joiners, which bracket of a pair, letters beyond the first plane."""
    return "".join(
        "(" if sign in _BRACKETS else sign for sign in bare(text) if sign not in _LOST and sign < "\U00010000"
    )


def markdown(data: bytes) -> Reading:
    return _of_html(f"<html><body>{MarkdownIt('commonmark').enable('table').render(data.decode())}</body></html>")


def web_page(data: bytes) -> Reading:
    """Read a page but for what says again where one is: the links to its days, names of its tables, its foot."""
    page = html.document_fromstring(data.decode())
    for again in page.xpath("//nav|//caption|//footer|//head"):
        again.drop_tree()
    title = "".join(bare(heading.text_content()) for heading in page.xpath("//h1"))
    return replace(_of_html(html.tostring(page, encoding="unicode")), title=title)


def _of_html(markup: str) -> Reading:
    body = html.document_fromstring(markup).xpath("//body")[0]
    rows = [
        Row(*(bare(cell.text_content()) for cell in row.xpath("./td|./th")))
        for row in body.xpath(".//tbody/tr")
        if len(row.xpath("./td|./th")) == 2
    ]
    for heading in body.xpath(".//thead"):
        heading.drop_tree()
    return Reading(bare(body.text_content()), _timed(rows))


def _timed(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.when)


# --- readers by format -------------------------------------------------------------------------------------

READERS: Final[Mapping[str, Callable[[bytes], Reading]]] = {
    "docx": word, "xlsx": excel, "ics": calendar, "txt": text, "md": markdown, "pdf": pages, "html": web_page,
}  # fmt: skip


# --- comparison --------------------------------------------------------------------------------------------


def differences(readings: Mapping[str, Reading]) -> Iterator[str]:
    """Say in which formats a reading differs from that of Word."""
    addresses = readings["docx"].addresses
    told = {suffix: reading.without(addresses) for suffix, reading in readings.items()}
    for suffix, theirs in told.items():
        yield from (f"{suffix}: {fault}" for fault in _FAULTS[suffix](told["docx"], theirs))


def _same(ours: Reading, theirs: Reading) -> Iterator[str]:
    if ours.words != theirs.words:
        yield "words"
    if ours.rows != theirs.rows:
        yield "rows"


def _on_web(ours: Reading, theirs: Reading) -> Iterator[str]:
    """A web page has a title even where an agenda has none."""
    if theirs.words not in {ours.words, theirs.title + ours.words if not ours.title else ours.words}:
        yield "words"
    if ours.rows != theirs.rows:
        yield "rows"


def _in_blocks(ours: Reading, theirs: Reading) -> Iterator[str]:
    """In plain text all that stands between empty lines may be a row: each of ours is one, in our order."""
    if ours.words != theirs.words:
        yield "words"
    blocks = iter(theirs.rows)
    if not all(row in blocks for row in ours.rows):
        yield "rows"


def _with_clocks(ours: Reading, theirs: Reading) -> Iterator[str]:
    """A sheet tells the details of the meeting after its table, in which times are data."""
    if sorted(_without_times(ours)) != sorted(theirs.words):
        yield "words"
    yield from _rows_with_clocks(ours, theirs)


def _without_times(reading: Reading) -> str:
    rest, said = reading.words, ""
    for row in reading.rows:
        before, _, rest = rest.partition(f"{row.when}{row.words}")
        said += before + row.words
    return said + rest


def _loose(ours: Reading, theirs: Reading) -> Iterator[str]:
    """A calendar says what is no row in an order of its own, and the title in its name."""
    words = _without_times(ours)
    for row in ours.rows:
        words = words.replace(row.words, "", 1)
    if sorted(words.replace(ours.title, "", 1)) != sorted(theirs.words):
        yield "words"
    yield from _rows_with_clocks(ours, theirs)


def _on_pages(ours: Reading, theirs: Reading) -> Iterator[str]:
    """Find each of our paragraphs and rows on the pages, in our order, and nothing else but the headings of tables.

    A reader of pages gives the letters of a line in an order of its own where it has both directions. In a file with
    Arabic letters therefore the letters and digits of a part are counted; in any other all signs stand in their order.
    """
    is_mixed = _RTL.search(theirs.words) is not None
    kept, find = (_alphanumeric, _of_the_same_letters) if is_mixed else (_unfolded, str.find)
    headings = [*filter(None, map(kept, ours.headings))]
    bodies = (kept(_without_foot(page, ours.foot)) for page in theirs.parts)
    said = "".join(_without_heading(body, headings, find) for body in bodies)
    place, left = 0, ""
    for part in filter(None, map(kept, ours.parts)):
        found = find(said, part, place)
        if found < 0:
            yield f"words: {part[:60]}"
            return
        left += said[place:found]
        place = found + len(part)
    left += said[place:]
    while left and (shorter := _without_heading(left, headings, find)) != left:
        left = shorter
    if left:
        yield f"more: {left[:80]}"


def _without_foot(page: str, foot: str) -> str:
    """Take off the last line of a page, and those before it while they do not say the whole foot."""
    lines, letters = page.splitlines(), Counter(filter(str.isalpha, _unfolded(foot)))
    while lines and letters.total():
        said = Counter(filter(str.isalpha, _unfolded(lines[-1])))
        # A reader may give a letter twice that carries a vowel.
        if (said & letters).total() * 5 < said.total() * 4:
            break
        letters -= said
        lines.pop()
    return "\n".join(lines)


def _without_heading(text: str, headings: Iterable[str], find: Callable[[str, str, int], int]) -> str:
    """Take off the heading of a table with which a page begins."""
    return next((text[len(one) :] for one in headings if find(text[: len(one)], one, 0) == 0), text)


def _alphanumeric(text: str) -> str:
    return "".join(filter(str.isalnum, _unfolded(text)))


def _of_the_same_letters(said: str, part: str, place: int) -> int:
    """Find a stretch of as many and the same letters."""
    totals = _totals(said)
    wanted, length = sum(map(_weight, part)), len(part)
    places = range(place, len(totals) - length)
    return next((start for start in places if totals[start + length] - totals[start] == wanted), -1)


@lru_cache(maxsize=2)
def _totals(said: str) -> Sequence[int]:
    return (0, *accumulate(map(_weight, said)))


@cache
def _weight(sign: str) -> int:
    """Give a number to a letter, so that equal sums are equal letters."""
    return hash((sign, "weight"))


def _rows_with_clocks(ours: Reading, theirs: Reading) -> Iterator[str]:
    if [row.words for row in ours.rows] != [row.words for row in theirs.rows]:
        yield "rows"
        return
    for mine, other in zip(ours.rows, theirs.rows, strict=True):
        if isinstance(mine.when, str) and not isinstance(other.when, str) and not tells(mine.when, other.when):
            yield f"times: {mine.when} is {other.when}"


_FAULTS: Final[Mapping[str, Callable[[Reading, Reading], Iterator[str]]]] = {
    "docx": _same, "md": _same, "txt": _in_blocks, "xlsx": _with_clocks, "ics": _loose, "pdf": _on_pages, "html": _on_web,
}  # fmt: skip
