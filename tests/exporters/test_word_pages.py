"""Word agendas on the page: what LibreOffice draws is what the resolver says (R61)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from igfeditor.document.blocks import (
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    RowKind,
    Section,
    SectionKind,
    Table,
    paragraphs_of,
)
from igfeditor.exporters import word
from igfeditor.language.bidi import Direction, direction_of
from tests.document.printing import agenda, day, item, new_id, printed, sample, slot, sub_item, text
from tests.documents import (
    AGENDA_HEADINGS,
    PROBES,
    a_bilingual_document,
    a_day,
    a_document_of,
    a_document_saying,
    a_paragraph,
    a_table,
    a_time_cell,
)
from tests.exporters.pages import Page, Word, as_drawn, drawn, lines_of, place_of

pytestmark = pytest.mark.tool("soffice", "pdftotext")

NUMBERS: Final = range(101, 161)


def a_row(number: int) -> Row:
    said = a_paragraph(f"البند الرقم {number}", role=Role.ITEM, marker="•")
    return Row(RowKind.SLOT, (a_time_cell("09:00", "09:45", "ar"), Cell((said,))))


def a_document_over_pages() -> Document:
    columns = a_table(0).columns
    table = Table(columns, tuple(map(a_row, NUMBERS)), "rtl", "اليوم 1")
    return a_document_of([a_day(1, ["ar"], table)])


def a_document_with_an_endless_row() -> Document:
    words = " ".join(f"كلمة {number}" for number in range(1500))
    cells = (a_time_cell("09:00", "09:45", "ar"), Cell((a_paragraph(words),)))
    table = Table(a_table(0).columns, (Row(RowKind.SLOT, cells),), "rtl", "اليوم 1")
    return a_document_of([Section(SectionKind.DAY, (table,))])


ZONES: Final = ("Europe/Zurich", "America/New_York", "Asia/Tokyo")
CLOCKS: Final[dict[str, dict[str, str]]] = {
    "plain": {},
    "twelve": {"clock": "12h"},
    "words": {"range_flow": "words"},
    "indic": {"digits": "arabic-indic"},
    "all": {"clock": "12h", "range_flow": "words", "digits": "arabic-indic"},
}
HOURS: Final = (("08:30", "10:00"), ("10:00", "12:30"), ("12:00", "13:45"), ("20:15", "22:45"))


def timed(style: dict[str, str], layout: str, zones: tuple[str, ...] = ()) -> Document:
    """An agenda of one day by the clocks of a house, with the times of further zones."""
    slots = [slot(start, end, item("Opening", "افتتاح")) for start, end in HOURS]
    return printed(agenda(day("2021-02-22", *slots), style=style, extra_time_zones=zones), layout)


CLOCKED: Final = {
    f"{clock}-{layout}-{len(zones)}": timed(style, layout, zones)
    for clock, style in CLOCKS.items()
    for layout in ("en", "ar", "en-ar")
    for zones in ((), ZONES)
}

BETWEEN_CLOCKS: Final = re.compile(r"(?<=–)(?=\d)| (?![^(]*\))")
NOWHERE: Final = re.compile(r"(?!)")
MARKERS: Final = ("1", "XVIII", "3 bis", "107")


def marked(layout: str) -> Document:
    """Items and sub-items whose markers are of very different widths, and texts without any among them."""
    points = [
        sub_item("Point", "نقطة", marker="letter", children=[sub_item("Under", "تحتها", marker="bullet")])
        for _ in range(12)
    ]
    items = [
        item("Title", "عنوان", number=number, body=[{"id": new_id("b"), "text": text("Body", "متن")}])
        for number in MARKERS
    ]
    items.append(item("Title", "عنوان", number="9", children=points))
    return printed(agenda(day("2021-02-22", slot("09:00", "10:00", *items)), style={"letters": "bracket"}), layout)


def from_arabic() -> Document:
    """The sample as if it were written in Arabic, beside its English translation."""
    return printed(sample().model_copy(update={"languages": ("ar", "en")}), "ar-en")


def without_bidi(data: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            package.writestr(name, source.read(name).replace(b"<w:bidi/>", b""))
    return target.getvalue()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    probes = word.write([a_document_saying(*PROBES)])
    files = {
        "probes": probes,
        "broken": without_bidi(probes),
        "over": word.write([a_document_over_pages()]),
        "endless": word.write([a_document_with_an_endless_row()]),
        "bilingual": word.write([a_bilingual_document()]),
        "from-arabic": word.write([from_arabic()]),
        **{f"marked-{layout}": word.write([marked(layout)]) for layout in ("en", "ar")},
        **{name: word.write([document]) for name, document in CLOCKED.items()},
    }
    return drawn(files, tmp_path_factory.mktemp("pages"))


def wanted(paragraph: Paragraph) -> str:
    return as_drawn(paragraph.line, paragraph.direction)


def test_each_line_is_drawn_as_resolved(pages: dict[str, list[Page]]) -> None:
    (page,) = pages["probes"]
    assert lines_of(page)[: len(PROBES)] == [wanted(paragraph) for paragraph in PROBES]


def test_lines_without_bidi_are_not(pages: dict[str, list[Page]]) -> None:
    (page,) = pages["broken"]
    differing = [one for one, line in zip(PROBES, lines_of(page), strict=False) if wanted(one) != line]
    assert len(differing) >= 4


def test_arabic_lines_begin_at_the_right_margin(pages: dict[str, list[Page]]) -> None:
    (page,) = pages["probes"]
    firsts = [place_of(page, as_drawn(text, "rtl")) for text in ("الاجتماع", "الجلسة", "البند")]
    assert {round(one.right) for one in firsts} == {round(place_of(page, "09:00").right)}
    assert place_of(page, "Meeting").left < min(one.left for one in firsts)


def test_marker_hangs_before_its_text(pages: dict[str, list[Page]]) -> None:
    (page,) = pages["probes"]
    assert place_of(page, ".أ").left > place_of(page, as_drawn("رسالة", "rtl")).right + 5
    assert place_of(page, "b.").right + 5 < place_of(page, "The").left


def test_arabic_table_is_mirrored_and_its_header_repeated(pages: dict[str, list[Page]]) -> None:
    over = pages["over"]
    assert len(over) >= 2
    for page in over:
        heading = place_of(page, as_drawn("بند", "rtl"))
        assert as_drawn(AGENDA_HEADINGS[1], "rtl") in "".join(lines_of(page)[:4])
        assert place_of(page, as_drawn("الوقت", "rtl")).left > heading.right


def test_every_row_is_printed_once_and_whole(pages: dict[str, list[Page]]) -> None:
    said = [one.text for page in pages["over"] for one in page]
    assert [said.count(str(number)) for number in NUMBERS] == [1] * len(NUMBERS)
    assert said.count("09:00") == said.count("09:45") == len(NUMBERS)


def test_row_longer_than_a_page_is_printed_whole(pages: dict[str, list[Page]]) -> None:
    endless = pages["endless"]
    said = {one.text for page in endless for one in page}
    assert len(endless) >= 2
    assert {str(number) for number in range(1500)} <= said


def test_arabic_range_begins_at_the_right_and_english_at_the_left(pages: dict[str, list[Page]]) -> None:
    page = next(page for page in pages["bilingual"] if any(one.text == "BREAK" for one in page))
    starts, ends = ([one for one in page if one.text == time] for time in ("11:15", "11:45"))
    line = place_of(page, "BREAK").middle
    start, end = ([one.left for one in times if abs(one.middle - line) < 3] for times in (starts, ends))
    assert min(start) < min(end) < max(end) < max(start)


def test_arabic_stands_at_the_right_where_it_is_the_source(pages: dict[str, list[Page]]) -> None:
    for page in pages["from-arabic"]:
        *body, english, arabic = sorted(page, key=lambda one: one.middle)[:-6], "Page", as_drawn("صفحة", "rtl")
        middle = (min(one.left for one in body[0]) + max(one.right for one in body[0])) / 2
        assert place_of(page, english).right < middle < place_of(page, arabic).left
    first, second = pages["from-arabic"][:2]
    assert place_of(first, "Date:").right < place_of(first, as_drawn("التاريخ:", "rtl")).left
    heads = [
        place_of(second, word).left for word in ("Time", "Agenda", *(as_drawn(one, "rtl") for one in ("بند", "الوقت")))
    ]
    assert heads == sorted(heads)


@pytest.mark.parametrize("name", CLOCKED)
def test_no_range_is_broken_and_beside_many_others_no_clock_or_day(pages: dict[str, list[Page]], name: str) -> None:
    lines = [line for page in pages[name] for line in lines_of(page)]
    times = [one for one in paragraphs_of(CLOCKED[name]) if one.role is Role.TIME]
    may_break = BETWEEN_CLOCKS if name.endswith(str(len(ZONES))) else NOWHERE
    pieces = {as_drawn(piece, one.direction) for one in times for piece in may_break.split(one.line)}
    assert {piece for piece in pieces if not any(piece in line for line in lines)} == set()


@pytest.mark.parametrize("name", CLOCKED)
def test_no_heading_is_broken_after_a_bracket(pages: dict[str, list[Page]], name: str) -> None:
    said = " ".join(lines_of(pages[name][0])).replace("TimeinUTC", "")
    assert said.count("UTC") == len(re.findall(r"[()]UTC[+−]\d+[()]", said))


@pytest.mark.parametrize("layout", ["en", "ar"])
def test_texts_of_a_level_stand_under_each_other_whatever_their_markers(
    pages: dict[str, list[Page]], layout: str
) -> None:
    words = {"en": ("Title", "Body", "Point", "Under"), "ar": ("عنوان", "متن", "نقطة", "تحتها")}[layout]
    page = [one for page in pages[f"marked-{layout}"] for one in page]
    edges = [_edges(page, as_drawn(word, direction_of(layout)), direction_of(layout)) for word in words]
    assert [len(level) for level in edges] == [1, 1, 1, 1]
    title, body, point, under = (level.pop() for level in edges)
    assert title == body < point < under


def _edges(page: Sequence[Word], text: str, direction: Direction) -> set[int]:
    """How far from the side where lines begin a word stands, each time it does."""
    return {round(-one.right if direction == "rtl" else one.left) for one in page if one.text == text}


def test_pages_are_counted_in_both_languages(pages: dict[str, list[Page]]) -> None:
    bilingual = pages["bilingual"]
    for number, page in enumerate(bilingual, start=1):
        foot = lines_of(page)[-1]
        assert f"Page{number}of{len(bilingual)}" in foot
        assert as_drawn(f"صفحة {number} من {len(bilingual)}", "rtl") in foot
