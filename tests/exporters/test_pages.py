"""Printed pages: what is in the file, how it looks to readers of it, and that its faults are found."""

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pypdfium2
import pytest

from igfeditor.document.blocks import Cell, Document, Paragraph, Role, Row, RowKind, Section, Span, Table, paragraphs_of
from igfeditor.errors import ExportError
from igfeditor.exporters.pages import expected, read_back, write
from igfeditor.exporters.pages_fonts import LATIN, OTHER_LETTERS, fonts
from igfeditor.exporters.registry import FORMATS
from tests.document.printing import printed, sample
from tests.documents import (
    PLATFORM,
    a_bilingual_document,
    a_day,
    a_document,
    a_document_of,
    a_document_saying,
    a_half_translated_document,
    a_long_document,
    a_paragraph,
    a_table,
    a_time_cell,
)
from tests.exporters.pages import pages_of, place_of

HOSTILE = (
    "#let x = 1 * _emphasis_ @label <label> $x^2$ [a] {b} \\ \\n ` ``` // no comment /* nor this */ ~ - -- --- ... ' \" = + /",
    '#panic("no") #sys.inputs #read("/etc/passwd") \\u{41} &amp; <b>bold</b> </script> %PDF %%EOF endobj',
    "'single' \"double\" -- dash fi ffi ... (c) 1/2 https://example.org/a?b=c#d",
)
LAYOUTS = ("en", "ar", "en-ar")
UNSEEN = re.compile("[\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069]")


def file_of(*said: str, language: str = "en") -> bytes:
    return write([a_document_saying(*(a_paragraph(one, language) for one in said), language=language)])


def with_row(*paragraphs: Paragraph, language: str = "en", kind: RowKind = RowKind.SLOT) -> Document:
    """A document whose one row says these paragraphs."""
    row = Row(kind, (a_time_cell("09:00", "09:45", language), Cell(paragraphs)))
    table = replace(a_table(0, [language]), rows=(row,))
    return a_document_of([a_day(1, [language], table)], [language])


def said_by_pdfium(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def said_by_poppler(data: bytes, folder: Path) -> str:
    (folder / "one.pdf").write_bytes(data)
    return subprocess.run(["pdftotext", folder / "one.pdf", "-"], check=True, capture_output=True, text=True).stdout


def as_searched(text: str) -> str:
    """Give a text as a search sees it: no marks of direction; a vowel mark stands at its letter."""
    known = UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+(?=[\u064b-\u0652])", "", known)


def words_of(document: Document) -> set[str]:
    said = as_searched(" ".join(paragraph.line for paragraph in paragraphs_of(document)))
    return {*re.findall(r"(?:[^\W\d_][\u064b-\u0652]*)+", said)}


def objects_of(data: bytes) -> bytes:
    """Give the objects of a file that are not packed, and those that are, unpacked."""
    import zlib

    streams = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    unpacked = []
    for stream in streams:
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return data + b"\n".join(unpacked)


# --- what the file holds -----------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_sample_is_read_back_whole(layout: str) -> None:
    document = printed(sample(), layout)
    data = write([document])
    assert read_back(data) == [expected(document)]
    assert FORMATS["pdf"].difference([document], data) == ""


@pytest.mark.parametrize(
    "document",
    [a_document(), a_document("en"), a_bilingual_document(), a_half_translated_document(), a_long_document(rows=60)],
    ids=["arabic", "english", "bilingual", "half-translated", "long"],
)
def test_documents_are_read_back_whole(document: Document) -> None:
    assert read_back(write([document])) == [expected(document)]


def test_empty_document_has_a_page() -> None:
    data = write([a_document_of([])])
    assert len(pypdfium2.PdfDocument(data)) == 1
    assert read_back(data) == [[]]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_equal_documents_give_equal_bytes(layout: str) -> None:
    assert write([printed(sample(), layout)]) == write([printed(sample(), layout)])


@pytest.mark.parametrize("count", [0, 2])
def test_a_file_holds_one_document(count: int) -> None:
    with pytest.raises(ExportError, match="A PDF holds one agenda"):
        write([a_document()] * count)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pdfium_finds_every_word(layout: str) -> None:
    document = printed(sample(), layout)
    found = as_searched(said_by_pdfium(write([document])))
    assert {word for word in words_of(document) if word not in found} == set()


@pytest.mark.tool("pdftotext")
@pytest.mark.parametrize("layout", LAYOUTS)
def test_poppler_finds_every_word(layout: str, tmp_path: Path) -> None:
    document = printed(sample(), layout)
    found = as_searched(said_by_poppler(write([document]), tmp_path))
    assert {word for word in words_of(document) if word not in found} == set()


# --- what it is to readers of screens ----------------------------------------------------------------------


@pytest.mark.parametrize(("layout", "language"), [("en", b"en"), ("ar", b"ar"), ("en-ar", b"en")])
def test_file_is_tagged_and_says_what_it_is(layout: str, language: bytes) -> None:
    document = printed(sample(), layout)
    data = write([document])
    objects = objects_of(data)
    assert re.search(rb"/MarkInfo\s*<<[^>]*/Marked true", objects)
    assert b"/StructTreeRoot" in objects
    assert re.search(rb"/Lang\s*\(" + language + rb"\b", objects)
    assert b"/DisplayDocTitle true" in objects
    assert b"<pdfuaid:part>1</pdfuaid:part>" in objects
    assert pypdfium2.PdfDocument(data).get_metadata_value("Title") == document.title


@pytest.mark.parametrize("layout", ["en", "ar"])
def test_outline_has_the_headings(layout: str) -> None:
    document = printed(sample(), layout)
    headings = [
        UNSEEN.sub("", one.text) for one in paragraphs_of(document) if one.role in {Role.TITLE, Role.SECTION, Role.DAY}
    ]
    outline = [*pypdfium2.PdfDocument(write([document])).get_toc()]
    assert [UNSEEN.sub("", one.get_title()) for one in outline] == headings
    assert [one.level for one in outline] == [0] + [1] * (len(headings) - 1)


def test_first_heading_is_of_the_first_level() -> None:
    outline = pypdfium2.PdfDocument(write([printed(sample(), "en", days=(2,))])).get_toc()
    assert next(iter(outline)).level == 0
    assert read_back(write([a_document_of([a_day(1, ["en"], a_table(3, ["en"]))], ["en"])]))


def test_links_lead_where_their_text_does() -> None:
    document = a_document_saying(
        a_paragraph(
            [Span("See "), Span("this", link=PLATFORM), Span(" and "), Span("that", link="https://example.org/b")], "en"
        ),
        language="en",
    )
    ((line,),) = read_back(write([document]))[0]
    assert f"this <{PLATFORM}>" in line
    assert "that <https://example.org/b>" in line


def test_link_that_leads_nowhere_is_none() -> None:
    document = a_document_saying(a_paragraph([Span("See", link="")], "en"), language="en")
    assert read_back(write([document])) == [[("See",)]]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_faces_travel_with_the_program(language: str) -> None:
    names = {
        name.split(b"+")[1]
        for name in re.findall(rb"/FontName\s*/([\w+-]+)", objects_of(write([a_document(language)])))
    }
    assert names
    assert all(name.startswith((b"Amiri-", b"LibertinusSerif-")) for name in names)


def test_letters_that_are_said_to_be_there_are() -> None:
    from fontTools.ttLib import TTFont

    families = {one.family for one in fonts(of_the_machine=False).fonts()}
    assert {"Amiri", LATIN} <= families
    letters = [
        chr(code) for code in chain(range(0x20, 0x7F), range(0xA0, 0x2700)) if not OTHER_LETTERS.search(chr(code))
    ]
    printable = [one for one in letters if unicodedata.category(one) not in {"Cf", "Mn", "Cn", "Zs"}]
    import fontpkg_amiri

    arabic = TTFont(str(fontpkg_amiri.ROOT / "files" / "Amiri-Regular.ttf")).getBestCmap()
    data = file_of(" ".join(one for one in printable if ord(one) not in arabic))
    assert b"Libertinus" in objects_of(data)


# --- texts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("look", [{}, {"strong": True}, {"link": PLATFORM}], ids=["plain", "strong", "link"])
def test_hostile_text_prints_as_itself(text: str, look: dict[str, bool]) -> None:
    document = with_row(a_paragraph([Span(text, **look)], "en", Role.ITEM, "#1*"))  # type: ignore[arg-type]
    data = write([document])
    assert read_back(data) == [expected(document)]
    spaced = "".join(said_by_pdfium(data).replace("\ufffe", "-").replace("\x02", "-").split())
    assert "".join(text.split()) in spaced


def test_hostile_title_is_the_title() -> None:
    document = replace(a_document("en"), title='#panic("x") *a* <b>')
    assert pypdfium2.PdfDocument(write([document])).get_metadata_value("Title") == document.title


@pytest.mark.parametrize("letter", ["\u202e", "\ufedf", "\x0b", "\x1f"])
def test_letter_that_no_document_may_hold_is_refused(letter: str) -> None:
    with pytest.raises(ExportError, match="U\\+"):
        file_of(f"a{letter}b")


def test_letters_without_a_face_stop_nothing() -> None:
    document = a_document_saying(a_paragraph("Mr. \U0001fabf\U0001f9ff Smith", "en"), language="en")
    data = write([document])
    assert read_back(data) == [expected(document)]
    assert "Smith" in said_by_pdfium(data)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_row_taller_than_a_page_loses_nothing(language: str) -> None:
    text = " ".join(f"word{number}" for number in range(2_500))
    document = with_row(a_paragraph(text, language, Role.ITEM, "1."), language=language)
    data = write([document])
    assert len(pypdfium2.PdfDocument(data)) > 2
    assert read_back(data) == [expected(document)]
    assert below_the_margin(data) == []


def test_word_wider_than_its_column_loses_nothing() -> None:
    document = with_row(a_paragraph("Sesquipedalian" * 200 + "1234567890" * 30, "en", Role.ITEM))
    data = write([document])
    assert read_back(data) == [expected(document)]
    assert below_the_margin(data) == []


def below_the_margin(data: bytes) -> list[str]:
    """Give the letters that stand outside the margins of their page."""
    outside = []
    for page in pypdfium2.PdfDocument(data):
        text, (width, _) = page.get_textpage(), page.get_size()
        for place in range(text.count_chars()):
            left, bottom, right, _ = text.get_charbox(place)
            if left < 50 or right > width - 50 or bottom < 25:
                outside.append(text.get_text_range(place, 1))
    return [one for one in outside if one.strip()]


# --- the look ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("layout", "size"), [("en", (595, 842)), ("ar", (595, 842)), ("en-ar", (842, 595))])
def test_two_languages_lie_across(layout: str, size: tuple[int, int]) -> None:
    (page, *_) = pypdfium2.PdfDocument(write([printed(sample(), layout)]))
    assert tuple(map(round, page.get_size())) == size


@pytest.mark.tool("pdftotext")
@pytest.mark.parametrize(("language", "mirrored"), [("en", False), ("ar", True)])
def test_times_stand_where_lines_begin_and_run_the_same_way(language: str, mirrored: bool, tmp_path: Path) -> None:
    day = a_day(1, [language], a_table(1, [language]))
    (tmp_path / "one.pdf").write_bytes(write([a_document_of([day], [language])]))
    ((*words,),) = pages_of(tmp_path / "one.pdf")
    start, end = place_of(words, "09:00"), place_of(words, "09:45")
    item = next(one for one in words if abs(one.middle - start.middle) < 4 and one.text.strip(".") == "1")
    assert (start.left > end.left) is mirrored
    assert (start.left > item.left) is mirrored


@pytest.mark.tool("pdftotext")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_page_says_which_it_is_of_how_many(language: str, tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(write([a_long_document(language, 40)]))
    pages = [*pages_of(tmp_path / "one.pdf")]
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        lowest = max(word.middle for word in page)
        foot = [word.text for word in page if lowest - word.middle < 6]
        assert [one for one in foot if one.isdigit()].count(str(number)) >= 1
        assert str(len(pages)) in foot


@pytest.mark.tool("pdftotext")
def test_header_row_is_on_each_page(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(write([a_long_document("en", 40)]))
    assert all(place_of(page, "UTC") for page in pages_of(tmp_path / "one.pdf"))


# --- faults are found --------------------------------------------------------------------------------------


def changed(document: Document, change: Callable[[Row], Row | None]) -> Document:
    """Give a document whose second row of the first table is another or none."""

    def of(section: Section) -> Section:
        return replace(
            section, blocks=tuple(in_table(block) if isinstance(block, Table) else block for block in section.blocks)
        )

    def in_table(table: Table) -> Table:
        rows: Iterable[Row | None] = (change(row) if place == 1 else row for place, row in enumerate(table.rows))
        return replace(table, rows=tuple(row for row in rows if row))

    return replace(document, sections=tuple(map(of, document.sections)))


def with_paragraph(row: Row, cell: int, place: int, change: Callable[[Paragraph], Paragraph]) -> Row:
    paragraphs = [*row.cells[cell].paragraphs]
    paragraphs[place] = change(paragraphs[place])
    cells = [*row.cells]
    cells[cell] = replace(cells[cell], paragraphs=tuple(paragraphs))
    return replace(row, cells=tuple(cells))


def saying(change: Callable[[str], str]) -> Callable[[Paragraph], Paragraph]:
    return lambda one: replace(one, spans=(Span(change(one.text)),))


def turned(row: Row) -> Row:
    (time,) = row.cells[0].paragraphs
    start, end = (part.strip("\u200f\u00a0") for part in time.text.split("–"))
    return with_paragraph(row, 0, 0, saying(lambda _: f"{end}\u00a0–\u00a0{start}"))


def swapped(row: Row) -> Row:
    time, cell = row.cells
    first, second, *others = cell.paragraphs
    spans = first.spans, second.spans
    return replace(row, cells=(time, Cell((replace(first, spans=spans[1]), replace(second, spans=spans[0]), *others))))


FAULTS: dict[str, Callable[[Row], Row | None]] = {
    "lost row": lambda row: None,
    "lost paragraph": lambda row: replace(row, cells=(row.cells[0], Cell(row.cells[1].paragraphs[:-1]))),
    "turned time": turned,
    "changed figure": lambda row: with_paragraph(row, 1, 0, saying(lambda text: text.replace("2020", "2002"))),
    "changed marker": lambda row: with_paragraph(row, 1, 0, lambda one: replace(one, marker="3.")),
    "swapped texts": swapped,
    "swapped cells": lambda row: replace(row, cells=row.cells[::-1]),
    "other letter": lambda row: with_paragraph(row, 1, 1, saying(lambda text: text[:-2] + "م" + text[-1:])),
    "new link": lambda row: with_paragraph(row, 1, 1, lambda one: replace(one, spans=(Span(one.text, link=PLATFORM),))),
}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_fault_is_found(fault: Callable[[Row], Row | None], language: str) -> None:
    document = a_document(language)
    assert FORMATS["pdf"].difference([document], write([changed(document, fault)]))


def test_link_to_another_place_is_found() -> None:
    def leading(to: str) -> Document:
        return a_document_saying(a_paragraph([Span("here", link=to)], "en"), language="en")

    assert FORMATS["pdf"].difference([leading(PLATFORM)], write([leading("https://example.org/")]))
