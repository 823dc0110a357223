"""The workbooks that the program writes: what they say, how they are set up, and that nothing is lost."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import ooxml_integrity
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from igfeditor.document.blocks import (
    Cell,
    Column,
    ColumnKind,
    Document,
    Paragraph,
    Role,
    SideBySide,
    Span,
    Table,
    Times,
    first_difference,
    lines,
)
from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout
from igfeditor.errors import ExportError
from igfeditor.exporters import excel
from igfeditor.language.bidi import LRM, RLM
from igfeditor.language.marks import without_marks
from igfeditor.services.operations import open_sample
from tests.exporters.excel_documents import (
    DAY_1,
    DAY_2,
    Slot,
    clock,
    document,
    document_with,
    item,
    long_document,
    long_slot,
    paragraph,
    slot,
)
from tests.exporters.excel_judge import MUTANTS, SHEET, STRINGS, Mutant, faults, without
from tests.exporters.excel_judge import MUTANTS_OF_A_TALL_TITLE_BLOCK as TALL

ALL = (ColumnKind.ZONE_TIME, ColumnKind.ROOM, ColumnKind.SPEAKER, ColumnKind.MINUTES)
LAYOUTS = (("en",), ("ar",), ("en", "ar"))


def sheet_of(*documents: Document, number: int = 0) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(excel.write(documents))).worksheets[number]


def cell_saying(sheet: Worksheet, words: str) -> openpyxl.cell.Cell:
    return next(cell for row in sheet.iter_rows() for cell in row if words in str(cell.value or ""))


def with_details(one: Document, count: int) -> Document:
    """A document whose title block has so many more lines."""
    title = one.sections[0]
    word = {"en": "detail", "ar": "تفصيل"}
    details = [[paragraph(Role.DETAIL, f"{n} {word[said]}", said) for said in one.languages] for n in range(count)]
    blocks = [line[0] if len(line) == 1 else SideBySide((line[0],), (line[1],)) for line in details]
    return replace(one, sections=(replace(title, blocks=(*title.blocks, *blocks)), *one.sections[1:]))


def header_of(sheet: Worksheet) -> tuple[list[object], ...]:
    first, last = map(int, re.findall(r"\d+", str(sheet.print_title_rows)))
    return tuple([cell.value for cell in row] for row in sheet.iter_rows(first, last))


def differs(one: Document, data: bytes) -> bool:
    return first_difference(excel.expected(one), excel.read_back(data)[0]) is not None


def texts(one: Document) -> Iterator[str]:
    for line in lines(one):
        for cell in line:
            yield from (part for paragraph in cell.split("\n") for part in paragraph.split("\t"))


# --- what it says -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
@pytest.mark.parametrize("extras", [(), ALL], ids=["plain", "all columns"])
def test_a_workbook_says_what_its_document_says(languages: Sequence[str], extras: Sequence[ColumnKind]) -> None:
    one = document(*languages, extras=extras)

    assert excel.read_back(excel.write([one])) == [excel.expected(one)]


@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
def test_every_text_of_the_document_is_expected(languages: Sequence[str]) -> None:
    """Times apart, which a sheet holds as data."""
    one = document(*languages, extras=ALL)
    said = without_marks("\n".join(cell for line in excel.expected(one) for cell in line))

    missing = [text for text in map(without_marks, texts(one)) if text not in said and "–" not in text]

    assert missing == []


def test_each_slot_is_one_row_with_its_date_and_times() -> None:
    sheet = sheet_of(document("en"))

    rows = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[1], time)]

    assert [row[:3] for row in rows] == [
        (datetime.combine(on, time()), one.start, one.end)
        for on, slots in ((date(2021, 2, 22), DAY_1), (date(2021, 2, 23), DAY_2))
        for one in slots
    ]
    assert rows[0][3] == (
        "1. Opening statements and adoption of the agenda\n    a. Message from UN DESA\n"
        "    b. Welcome by MAG chair\n    c. Presentation and update from the IGF 2021 host country"
    )


def test_day_headings_outputs_and_the_schedule_stand_in_the_agenda_column_with_their_dates() -> None:
    sheet = sheet_of(document("en"))

    texts_of = {str(row[3]): row[0] for row in sheet.iter_rows(values_only=True, min_row=7) if row[1] is None}

    second = datetime(2021, 2, 23)
    assert texts_of["• Types and number of sessions"] == second
    assert next(on for text, on in texts_of.items() if text.startswith("Day 2: 23 February 2021")) == second
    assert next(on for text, on in texts_of.items() if text.startswith("Day 2: 23 February,")) == second
    assert texts_of["DRAFT AGENDA"] is None


def test_all_days_are_in_one_table_that_is_filtered_and_has_no_merged_cells() -> None:
    sheet = sheet_of(document("ar"))

    assert sheet.auto_filter.ref == f"A6:D{sheet.max_row - 2}"
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$5:$6"
    rows = {merged.min_row for merged in sheet.merged_cells.ranges}
    assert max(row for row in rows if row < sheet.max_row - 1) == 5


def test_the_two_columns_of_a_time_have_one_heading_above_them() -> None:
    sheet = sheet_of(document("en", extras=ALL))

    above, below = header_of(sheet)

    assert above == [None, "Time in UTC", None, "Time in Tokyo", None, None, None, None, None]
    assert below == ["Date", "From", "To", "From", "To", "Agenda item", "Room", "Speaker", "Minutes"]


def test_the_arabic_half_of_a_bilingual_sheet_is_read_from_the_right() -> None:
    sheet = sheet_of(document("en", "ar"))

    _, headings = header_of(sheet)
    assert headings == ["Date", "From", "To", "Agenda item", "بند جدول الأعمال", "إلى", "من"]
    times = next(row for row in sheet.iter_rows(values_only=True) if isinstance(row[1], time))
    assert (times[1], times[2], times[5], times[6]) == (time(9), time(9, 45), time(9, 45), time(9))


def test_headings_of_two_languages_share_a_row() -> None:
    sheet = sheet_of(document("en", "ar"))

    row = cell_saying(sheet, "Day 1: 22 February 2021").row

    assert str(sheet.cell(row, 5).value).startswith("اليوم 1: 22")


def test_a_clock_of_another_day_says_so() -> None:
    late = slot("16:00", "17:00", item(1, "Late", "متأخر"), zone=Times(time(23), time(0, 30), 0, 1))
    one = document("en", days=[(late,)], extras=[ColumnKind.ZONE_TIME])
    sheet = sheet_of(one)

    cell = sheet.cell(cell_saying(sheet, "1. Late").row, 5)

    assert (cell.value, cell.number_format) == (time(0, 30), 'hh:mm" +1"')
    assert ("2021-02-22", "16:00", "17:00", "23:00", "00:30+1", "1. Late") in excel.expected(one)


def test_a_point_in_time_has_no_end_and_a_row_without_time_none_at_all() -> None:
    point = slot("16:00", "", item(1, "Closure", "اختتام"))
    open_ = Slot(None, None, (item(2, "Any other business", "ما يستجد من أعمال"),))
    one = document("en", days=[(point, open_)])

    assert excel.expected(one)[-3:-1] == [
        ("2021-02-22", "16:00", "", "1. Closure"),
        ("2021-02-22", "", "", "2. Any other business"),
    ]
    assert excel.read_back(excel.write([one])) == [excel.expected(one)]


def test_minutes_are_numbers() -> None:
    sheet = sheet_of(document("en", extras=[ColumnKind.MINUTES]))

    assert sheet.cell(cell_saying(sheet, "2. IGF 2020 stocktaking").row, 5).value == 15


def test_a_zone_whose_name_changes_has_a_column_for_each_name() -> None:
    one = document("en", extras=[ColumnKind.ZONE_TIME])
    *front, first, second = one.sections
    table = second.blocks[-1]
    assert isinstance(table, Table)
    renamed = tuple(
        Column(column.kind, paragraph(Role.HEADER, "Time in Tokyo (summer)"))
        if column.kind is ColumnKind.ZONE_TIME
        else column
        for column in table.columns
    )
    second = replace(second, blocks=(*second.blocks[:-1], replace(table, columns=renamed)))
    one = replace(one, sections=(*front, first, second))

    headings = next(line for line in excel.expected(one) if "Time in UTC" in line)

    assert headings == ("", "Time in UTC", "Time in Tokyo", "Time in Tokyo (summer)", "")
    assert excel.read_back(excel.write([one])) == [excel.expected(one)]


def test_two_zones_of_one_name_keep_their_own_times() -> None:
    one = document("en", days=[DAY_1[:1]])
    *front, only = one.sections
    table = only.blocks[-1]
    assert isinstance(table, Table)
    zone = Column(ColumnKind.ZONE_TIME, paragraph(Role.HEADER, "Central European Time"))
    cells = [Cell(times=Times(clock("10:00"), clock("10:45"))), Cell(times=Times(clock("11:00"), clock("11:45")))]
    row = table.rows[0]
    row = replace(row, cells=(row.cells[0], *cells, row.cells[1]))
    wide = replace(table, columns=(table.columns[0], zone, zone, table.columns[1]), rows=(row,))
    one = replace(one, sections=(*front, replace(only, blocks=(*only.blocks[:-1], wide))))

    assert excel.read_back(excel.write([one]))[0][-2][1:7] == ("09:00", "09:45", "10:00", "10:45", "11:00", "11:45")


def test_an_agenda_without_any_slot_is_a_sheet_without_header() -> None:
    for languages in LAYOUTS:
        one = document(*languages, days=((), ()))
        sheet = sheet_of(one)

        assert sheet.auto_filter.ref is None
        assert excel.read_back(excel.write([one])) == [excel.expected(one)]
        assert "Day 2: 23 February 2021" in str(excel.expected(document("en", days=((), ()))))


def test_an_empty_day_keeps_its_heading() -> None:
    one = document("en", days=(DAY_1, (), DAY_2))

    assert any("Day 2: 23 February 2021" in line[-1] for line in excel.read_back(excel.write([one]))[0])


@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
@pytest.mark.parametrize("details", [0, 40])
def test_title_and_first_details_stand_above_the_header_and_the_rest_follows(
    languages: Sequence[str], details: int
) -> None:
    one = with_details(document(*languages), details)
    alone = excel.expected(replace(one, sections=one.sections[:1]))
    above = [line for line in alone[:3] if "<https://" not in str(line)]
    below = [line for line in alone if line not in above]

    said = excel.expected(one)

    assert said[: len(above)] == above
    assert said[len(above) + 1][0] == one.words[0].date
    assert said[-len(below) :] == below
    assert excel.read_back(excel.write([one])) == [said]


def test_header_of_the_sample_is_frozen_and_its_links_follow_the_table() -> None:
    """What is frozen cannot be scrolled: a tall title block would leave nothing to read in."""
    for languages in LAYOUTS:
        one = compose(open_sample().agenda, Layout(tuple(languages)))
        sheet = sheet_of(one)
        links = [cell.row for row in sheet.iter_rows() for cell in row if cell.hyperlink]
        end = int(re.findall(r"\d+", str(sheet.auto_filter.ref))[-1])
        assert sheet.sheet_view.pane.state == "frozen"
        assert len([row for row in links if row > end]) >= 5
        assert min(links) > int(re.findall(r"\d+", str(sheet.auto_filter.ref))[0])
        assert sheet.cell(end + 1, 1).value is None
        assert excel.read_back(excel.write([one])) == [excel.expected(one)]


@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
def test_a_free_row_parts_the_title_block_from_the_table(languages: Sequence[str]) -> None:
    sheet = sheet_of(document(*languages))
    first, _ = map(int, re.findall(r"\d+", str(sheet.print_title_rows)))

    assert [cell.value for cell in sheet[first - 1] if cell.value] == []
    assert sheet.cell(first - 2, 1).value


def test_a_low_title_block_is_frozen_with_the_header() -> None:
    sheet = sheet_of(document("en"))

    assert (sheet.sheet_view.pane.state, sheet.freeze_panes) == ("frozen", "A7")
    assert sheet.sheet_view.topLeftCell is None


def test_under_a_very_long_title_the_header_has_a_pane_to_itself_and_all_can_be_scrolled() -> None:
    one = with_title(document("en"), "A very long title of a meeting. " * 60)
    sheet = sheet_of(one)
    first, last = map(int, re.findall(r"\d+", str(sheet.print_title_rows)))
    header = sum(sheet.row_dimensions[row].height or 0 for row in (first, last))

    assert (sheet.sheet_view.pane.state, sheet.sheet_view.pane.topLeftCell) == ("split", "A1")
    assert sheet.sheet_view.topLeftCell == f"A{first}"
    assert sheet.sheet_view.pane.ySplit == pytest.approx((header + 15) * 20, abs=1)
    assert faults(excel.write([one]), ["ltr"]) == []


def with_title(one: Document, words: str) -> Document:
    title = one.sections[0]
    blocks = (paragraph(Role.TITLE, words, one.language), *title.blocks[1:])
    return replace(one, sections=(replace(title, blocks=blocks), *one.sections[1:]))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "#N/A", "#REF!", "1E5", "TRUE", "a & b < c > d",
     "_x000D_x0041_", "x005F_", "_x005F_x005F_", "__x0078_", "'quoted'", " spaces ", "two  spaces",
     "09:45", "2021-02-22", "لا إله إلا الله", "ﷺ", "e\u0301"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_text_stays_the_text_that_it_is(text: str, language: str) -> None:
    one = document_with(paragraph(Role.BODY, text, language), language=language)

    assert excel.read_back(excel.write([one]))[0][-1][-1] == text


def test_what_looks_like_an_escape_is_escaped() -> None:
    """Excel takes _x000D_ for a carriage return and _x0078_ for the letter x (ECMA-376 22.9.2.19)."""
    data = excel.write([document_with(paragraph(Role.BODY, "a_x000D_x0041_b _x_ _xyz"))])

    with ZipFile(BytesIO(data)) as package:
        assert "a__x0078_000D__x0078_0041_b _x_ _xyz" in package.read(STRINGS).decode()


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters=("\u061c", "\ufeff"))),
    st.sampled_from(["en", "ar"]),
    st.booleans(),
)
def test_any_text_comes_back(text: str, language: str, strong: bool) -> None:
    one = document_with(paragraph(Role.BODY, [Span(text, strong=strong), Span(" end")], language), language=language)
    if re.search("[\u202a-\u202e\u2066-\u2069\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdf9\ufdfe\ufdff\ufe70-\ufefc]", text):
        with pytest.raises(ExportError):
            excel.write([one])
    else:
        assert excel.read_back(excel.write([one])) == [excel.expected(one)]


def test_a_text_that_excel_would_reckon_is_quoted() -> None:
    sheet = sheet_of(document("en"))

    assert cell_saying(sheet, "=HYPERLINK").quotePrefix
    assert cell_saying(sheet, "=HYPERLINK").data_type == "s"
    assert not cell_saying(sheet, "BREAK").quotePrefix


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_a_text_that_begins_like_a_formula_is_quoted_and_stays_text(sign: str) -> None:
    sheet = sheet_of(document_with(paragraph(Role.BODY, f"{sign}41 22 917", "en")))

    assert cell_saying(sheet, f"{sign}41 22").quotePrefix
    assert cell_saying(sheet, f"{sign}41 22").data_type == "s"


@pytest.mark.parametrize(
    "sign", ["\x00", "\x0b", "\x1b", "\x85", "\u061c", "\u202b", "\u2067", "\ufeb3", "\ufdf2", "\ud800"]
)
def test_a_text_that_no_file_may_hold_is_refused_by_name(sign: str) -> None:
    one = document_with(paragraph(Role.BODY, f"مرحبا{sign}", "ar"), language="ar")

    with pytest.raises(ExportError, match=f"العربية 2021-02-22 09:00: .*مرحبا.*U\\+{ord(sign):04X}"):
        excel.write([one])


def test_the_marks_that_output_needs_and_the_signs_that_cleaning_keeps_are_not_refused() -> None:
    text = f"{RLM}09:00\u00a0–\u00a009:45 C++{LRM} ﷺ ﴿نص﴾ \u200cنص"
    one = document_with(paragraph(Role.BODY, text, "ar"), language="ar")

    assert excel.read_back(excel.write([one]))[0][-1][-1] == text


def test_a_text_too_long_for_a_cell_is_refused_with_its_row() -> None:
    with pytest.raises(ExportError, match=r"English 2021-02-22 09:00: .*40000 characters.*32767"):
        excel.write([document_with(paragraph(Role.BODY, "word " * 8000))])


def test_sub_items_are_moved_in_under_their_item_only() -> None:
    one = document_with(
        paragraph(Role.PEOPLE, "Track A"),
        paragraph(Role.BODY, "Room XX"),
        paragraph(Role.ITEM, "Item", marker="1."),
        paragraph(Role.SUB_ITEM_1, "First", marker="a."),
        paragraph(Role.SUB_ITEM_2, "Second", marker="•"),
        paragraph(Role.NOTE, "See here", marker="*"),
    )

    assert excel.expected(one)[-1][-1] == "Track A\nRoom XX\n1. Item\n    a. First\n        • Second\n* See here"


def test_a_stand_in_in_the_other_language_is_held_together_by_marks() -> None:
    mixed = document_with(
        paragraph(Role.ITEM, "افتتاح", "ar", "1."),
        paragraph(Role.ITEM, "Welcome (UN DESA).", "en", "2.", missing=True),
        language="ar",
    )

    assert excel.expected(mixed)[-1][-1] == f"1. افتتاح\n{LRM}2. Welcome (UN DESA).{LRM}"


def test_a_cell_of_stand_ins_alone_runs_as_they_do() -> None:
    one = document_with(paragraph(Role.ITEM, "Welcome (UN DESA).", "en", "2.", missing=True), language="ar")
    cell = cell_saying(sheet_of(one), "Welcome")

    assert cell.value == "2. Welcome (UN DESA)."
    assert (cell.alignment.readingOrder, cell.alignment.horizontal) == (1, "left")
    assert cell.font.color is not None
    assert cell.font.color.rgb == "008A8A8A"


@pytest.mark.parametrize(
    ("text", "written"),
    [("أنواع", f"{RLM}• أنواع"), ("“أنواع”", f"{RLM}• “أنواع”{RLM}"), ("أنواع (2)", f"{RLM}• أنواع (2)")],
)
def test_a_sign_at_the_edge_of_an_arabic_text_is_held_by_a_mark(text: str, written: str) -> None:
    one = document_with(paragraph(Role.OUTPUT, text, "ar", "•"), language="ar")

    assert excel.expected(one)[-1][-1] == written


def test_emphasis_is_rich_text_and_plain_cells_are_plain() -> None:
    one = document_with(paragraph(Role.BODY, [Span("plain "), Span("strong", strong=True), Span("*", raised=True)]))
    book = openpyxl.load_workbook(BytesIO(excel.write([one, document("en")])), rich_text=True)

    rich = book.worksheets[0].cell(book.worksheets[0].max_row, 4).value

    assert [(str(block), bool(block.font.b), block.font.vertAlign) for block in rich] == [  # type: ignore[union-attr]
        ("plain ", False, None),
        ("strong", True, None),
        ("*", False, "superscript"),
    ]
    assert isinstance(cell_saying(book.worksheets[1], "1. Opening").value, str)


def test_the_link_of_a_short_line_is_the_link_of_its_cell() -> None:
    one = document_with(paragraph(Role.NOTE, [Span("See "), Span("here", link="https://example.org/a")]))
    cell = cell_saying(sheet_of(one), "See here")

    assert cell.value == "See here"
    assert cell.hyperlink is not None
    assert cell.hyperlink.target == "https://example.org/a"


def test_of_several_links_every_address_can_be_read() -> None:
    guide, manual = Span("إرشادات", link="https://example.org/a/"), Span("دليل", link="https://b.org")
    links = [
        paragraph(Role.NOTE, [guide, Span(" و"), manual], "ar"),
        paragraph(Role.NOTE, [Span("https://c.org", link="https://c.org")], "ar"),
    ]
    cell = cell_saying(sheet_of(document_with(*links, language="ar")), "إرشادات")

    assert without_marks(str(cell.value)) == "إرشادات (https://example.org/a/) ودليل (https://b.org)\nhttps://c.org"
    assert f"https://example.org/a/{LRM})" in str(cell.value)
    assert cell.hyperlink is None


@pytest.mark.parametrize(
    "paragraphs",
    [
        [paragraph(Role.ITEM, "Opening"), paragraph(Role.NOTE, [Span("here", link="https://a.org")])],
        [paragraph(Role.NOTE, [Span("A line that could not stand in one, "), Span("here", link="https://a.org")])],
    ],
    ids=["two lines", "long line"],
)
def test_a_link_among_other_text_is_an_address_in_brackets(paragraphs: Sequence[Paragraph]) -> None:
    cell = cell_saying(sheet_of(document_with(*paragraphs)), "here")

    assert str(cell.value).endswith("here (https://a.org)")
    assert cell.hyperlink is None


def test_an_address_too_long_for_a_link_is_left_to_the_text() -> None:
    address = f"https://example.org/{'a' * 2100}"
    data = excel.write([document_with(paragraph(Role.NOTE, [Span("here", link=address)]))])

    assert excel.read_back(data)[0][-1][-1] == f"here ({address})"
    assert b"hyperlink" not in ZipFile(BytesIO(data)).read(SHEET)


# --- long rows ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
def test_a_row_taller_than_excel_allows_is_divided_and_read_as_one(languages: Sequence[str]) -> None:
    one = document(*languages, days=[(long_slot(),)], extras=[ColumnKind.MINUTES])
    data = excel.write([one])
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]

    rests = [number for number, row in sheet.row_dimensions.items() if row.outlineLevel]

    assert rests
    assert max(row.height or 0 for row in sheet.row_dimensions.values()) <= 409.5
    assert all(sheet.cell(number, 2).value == time(9) for number in rests)
    assert [cell.value for row in sheet.iter_rows() for cell in row].count(5) == len(languages)
    assert excel.read_back(data) == [excel.expected(one)]
    assert faults(data, ["rtl" if languages == ("ar",) else "ltr"]) == []


@pytest.mark.parametrize("text", ["word " * 4000, "x" * 20_000, "ك\u064eت\u064eب\u064e" * 3000, "line\n" * 500])
def test_a_long_paragraph_is_divided_without_losing_a_sign(text: str) -> None:
    one = document_with(paragraph(Role.BODY, text))
    data = excel.write([one])
    parts = [row[3] for row in openpyxl.load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True)]

    assert excel.read_back(data) == [excel.expected(one)]
    assert not any(unicodedata.combining(str(part or " ")[0]) for part in parts)


def test_a_long_title_is_divided_too() -> None:
    one = document("ar")
    title = replace(one.sections[0], blocks=(paragraph(Role.TITLE, "منتدى " * 200, "ar"),))
    one = replace(one, sections=(title, *one.sections[1:]))

    assert excel.read_back(excel.write([one])) == [excel.expected(one)]


# --- read back ----------------------------------------------------------------------------------------------


MUTATIONS: tuple[tuple[str, Mutant], ...] = (
    ("another text", without(STRINGS, "Opening statements", "Opening statement")),
    ("a mark lost", without(STRINGS, "2021 – Open", "2021 - Open")),
    ("another time", without(SHEET, "<v>0.375</v>", "<v>0.3764</v>")),
    ("a time of another day", without("xl/styles.xml", 'formatCode="hh:mm"', 'formatCode="hh:mm&quot; +1&quot;"')),
    ("another date", without(SHEET, "<v>44249</v>", "<v>44250</v>")),
    ("a row lost", without(SHEET, '<row r="14".*?</row>')),
    ("a cell lost", without(SHEET, ' t="s"><v>9</v></c>', "/>")),
    ("two texts changed about", without(SHEET, r'(<v>)8(</v></c>.*<v>)9(</v>)', r"\g<1>9\g<2>8\g<3>")),
    ("another address", without("xl/worksheets/_rels/sheet1.xml.rels", "intgovforum", "example")),
    ("another number", without(SHEET, "<v>15</v>", "<v>16</v>")),
    ("a cell more", without(SHEET, "</row></sheetData>", '<c r="Z30"><v>1</v></c></row></sheetData>')),
)  # fmt: skip


@pytest.mark.parametrize(("name", "mutant"), MUTATIONS, ids=[name for name, _ in MUTATIONS])
def test_a_changed_file_is_noticed(name: str, mutant: Mutant) -> None:
    one = document("en", extras=[ColumnKind.MINUTES])
    data = excel.write([one])

    assert not differs(one, data)
    assert differs(one, mutant(data))


def test_a_changed_rest_of_a_divided_row_is_noticed() -> None:
    one = document("en", days=[(long_slot(),)])
    data = excel.write([one])

    assert differs(one, without(SHEET, r'(outlineLevel="1">.*?)<v>0.375</v>', r"\g<1><v>0.5</v>")(data))
    assert differs(one, without(SHEET, '<row[^>]*outlineLevel="1">.*?</row>')(data))


@given(st.times().map(lambda one: one.replace(second=0, microsecond=0)), st.integers(-2, 2))
def test_any_minute_comes_back(clock_: time, shift: int) -> None:
    only = slot("09:00", "10:00", item(1, "x", "x"), zone=Times(clock_, clock_, shift, shift))
    one = document("en", days=[(only,)], extras=[ColumnKind.ZONE_TIME])

    assert excel.read_back(excel.write([one])) == [excel.expected(one)]


# --- the workbook -------------------------------------------------------------------------------------------


def test_each_document_has_a_sheet_named_in_its_own_language() -> None:
    data = excel.write([document(*languages) for languages in (("ar",), ("en",), ("en", "ar"), ("ar",))])
    book = openpyxl.load_workbook(BytesIO(data))

    assert book.sheetnames == ["العربية", "English", "English – العربية", "العربية 2"]
    assert [sheet.sheet_view.rightToLeft for sheet in book.worksheets] == [True, False, False, True]
    assert len(excel.read_back(data)) == 4


def test_properties_give_title_and_language_and_nothing_of_the_machine() -> None:
    data = excel.write([document("ar")])
    properties = openpyxl.load_workbook(BytesIO(data)).properties

    assert properties.title.startswith("منتدى حوكمة الإنترنت")
    assert properties.language == "ar-SA"
    with ZipFile(BytesIO(data)) as package:
        core = package.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not re.search("creator|created|modified|lastModifiedBy", core)


def test_equal_documents_give_equal_bytes_in_another_process() -> None:
    script = (
        "import hashlib; from igfeditor.exporters import excel; from tests.exporters.excel_documents import document;"
        "print(hashlib.sha256(excel.write([document('en', 'ar'), document('ar')])).hexdigest())"
    )
    root = Path(__file__).parents[2]
    digests = {
        subprocess.run(
            [os.sys.executable, "-c", script],  # type: ignore[attr-defined]
            cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip

    assert len(digests) == 1


def test_an_upright_page_for_few_columns_and_a_lying_one_for_many() -> None:
    assert sheet_of(document("en")).page_setup.orientation == "portrait"
    assert sheet_of(document("en", extras=ALL)).page_setup.orientation == "landscape"
    assert sheet_of(document("en", "ar")).page_setup.orientation == "landscape"


def test_no_workbook_of_nothing_and_none_from_a_template() -> None:
    with pytest.raises(ExportError):
        excel.write([])
    with pytest.raises(ExportError):
        excel.write([document("en")], b"template")


def test_arabic_letters_are_somewhat_larger_and_of_the_same_family() -> None:
    sheet = sheet_of(document("en", "ar"))
    fonts = [cell_saying(sheet, words).font for words in ("1. Opening of", "1. افتتاح")]

    assert [(font.name, font.sz) for font in fonts] == [("Arial", 10), ("Arial", 11.5)]


def test_styles_are_shared() -> None:
    few = excel.write([long_document("ar", 10)])
    many = excel.write([long_document("ar", 200)])

    with ZipFile(BytesIO(few)) as one, ZipFile(BytesIO(many)) as other:
        assert one.read("xl/styles.xml") == other.read("xl/styles.xml")


# --- judges -------------------------------------------------------------------------------------------------


def all_in_one() -> bytes:
    return excel.write([document("ar"), document("en"), document("en", "ar"), document("ar", extras=ALL)])


def test_the_judge_finds_nothing() -> None:
    assert faults(all_in_one(), ["rtl", "ltr", "ltr", "rtl"]) == []
    assert faults(excel.write([long_document("ar"), long_document("en")]), ["rtl", "ltr"]) == []


@pytest.mark.parametrize(("rule", "name", "mutant"), MUTANTS, ids=[name for _, name, _ in MUTANTS])
def test_the_judge_finds_each_mutant(rule: str, name: str, mutant: Mutant) -> None:
    found = faults(mutant(excel.write([document("ar")])), ["rtl"])

    assert any(fault.startswith(rule) for fault in found), found


@pytest.mark.parametrize(("rule", "name", "mutant"), TALL, ids=[name for _, name, _ in TALL])
def test_the_judge_finds_each_mutant_of_a_very_long_title(rule: str, name: str, mutant: Mutant) -> None:
    found = faults(mutant(excel.write([with_title(document("ar"), "عنوان طويل جداً. " * 200)])), ["rtl"])

    assert any(fault.startswith(rule) for fault in found), found


def test_openxml_audit_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "agenda.xlsx"
    path.write_bytes(all_in_one())

    result = OpenXmlValidator().validate(path)

    assert [(error.part_uri, error.description) for error in result.errors] == []


def test_ooxml_integrity_finds_nothing_but_that_it_is_no_word_file(tmp_path: Path) -> None:
    path = tmp_path / "agenda.xlsx"
    path.write_bytes(all_in_one())

    found = {finding.code for finding in ooxml_integrity.check(path) if finding.severity is not ooxml_integrity.INFO}

    assert found == {"PKG006"}
