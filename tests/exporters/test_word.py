"""Word agendas as they are written: what is refused, where links lead, what a footer says."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from igfeditor.document.blocks import Document, Footer, Paragraph, Role, Span, Table
from igfeditor.errors import ExportError
from igfeditor.exporters.registry import FORMATS
from tests.document.printing import printed, sample
from tests.documents import a_document, a_document_saying, a_paragraph
from tests.exporters import word_judge
from tests.exporters.word_parts import everywhere, with_part

WORD = FORMATS["docx"]
LINKS = "word/_rels/document.xml.rels"
ADDRESSES = ("https://example.org/one", "https://example.org/two?a=1&b=2", "mailto:bureau@example.org")


def main_part(*documents: Document) -> str:
    with ZipFile(BytesIO(WORD.write(documents))) as package:
        return package.read("word/document.xml").decode("utf-8")


class TestLinks:
    def linked(self) -> Document:
        return a_document_saying(*(a_paragraph([Span("رابط", link=address)]) for address in ADDRESSES))

    def test_each_leads_to_its_own_address(self) -> None:
        document = self.linked()
        data = WORD.write([document])
        assert WORD.difference([document], data) == ""
        assert WORD.read_back(data) == [[(f"رابط <{address}>",) for address in ADDRESSES]]
        assert word_judge.faults(data, document) == []

    def test_wrong_address_is_a_difference(self) -> None:
        document = self.linked()
        wrong = with_part(WORD.write([document]), LINKS, everywhere("example.org/two", "example.org/one"))
        assert "example.org/two" in str(WORD.difference([document], wrong))
        assert "R21" in {fault.rule for fault in word_judge.faults(wrong, document)}

    def test_lost_link_is_a_difference(self) -> None:
        document = self.linked()
        lost = with_part(WORD.write([document]), "word/document.xml", everywhere("</?w:hyperlink[^>]*>", ""))
        assert "example.org/one" in str(WORD.difference([document], lost))

    def test_link_that_changes_its_look_is_one_link(self) -> None:
        said = [Span("See ", link=None), Span("the ", link=ADDRESSES[0]), Span("list", strong=True, link=ADDRESSES[0])]
        document = a_document_saying(a_paragraph(said, "en"), language="en")
        assert main_part(document).count("<w:hyperlink ") == 1
        assert WORD.read_back(WORD.write([document])) == [[(f"See the list <{ADDRESSES[0]}>",)]]


def test_two_languages_from_the_right_stand_from_the_right() -> None:
    document = replace(printed(sample().model_copy(update={"languages": ("en", "ar", "fa")}), "ar-fa"), footers=())
    data = WORD.write([document])
    # The judge knows no other language from the right than Arabic (R4).
    assert {fault.rule for fault in word_judge.faults(data, document)} == {"R4"}
    assert WORD.difference([document], data) == ""


class TestLinesOfARow:
    """What stands under a numbered item hangs with its text; what has nothing numbered above it begins at the edge."""

    def lines(self, *said: Paragraph) -> list[tuple[str, str]]:
        """Give the indent of each line of a row and the space above it that is not its style's."""
        document = a_document("en", days=1)
        *front, day = document.sections
        table = next(block for block in day.blocks if isinstance(block, Table))
        row = table.rows[0]
        cells = (row.cells[0], replace(row.cells[1], paragraphs=said))
        table = replace(table, rows=(replace(row, cells=cells),))
        file = word_judge.WordParts(WORD.write([replace(document, sections=(*front, replace(day, blocks=(table,))))]))
        (found,) = (one for _, one in file.agenda_tables())
        lines = found.findall("w:tr[2]/w:tc[2]/w:p", word_judge.NS)
        spaces = [line.find("w:pPr/w:spacing", word_judge.NS) for line in lines]
        above = ["" if space is None else space.get(f"{word_judge.W}before") for space in spaces]
        return list(zip([file.indent(line, "left") for line in lines], above, strict=True))

    def test_track_above_an_event_begins_at_the_edge(self) -> None:
        track, event = a_paragraph("Track 2", "en", Role.PEOPLE), a_paragraph("Side event", "en", Role.EVENT)
        assert [left for left, _ in self.lines(track, event)] == ["0", "0"]

    def test_people_stand_under_the_text_of_their_item(self) -> None:
        people = a_paragraph("Ms. Doe, Chair", "en", Role.PEOPLE)
        (numbered, under), (plain, beside) = (
            [left for left, _ in self.lines(a_paragraph("Opening", "en", Role.ITEM, marker), people)]
            for marker in ("1.", "")
        )
        assert numbered == under != "0"
        assert plain == beside == "0"

    def test_further_item_stands_apart_from_what_is_above_it(self) -> None:
        first, second = (a_paragraph("Item", "en", Role.ITEM, marker) for marker in ("1.", "2."))
        point = a_paragraph("Point", "en", Role.SUB_ITEM_1, "a.")
        above = [above for _, above in self.lines(first, point, second, point)]
        assert above[:2] == above[3:] * 2 == ["", ""]
        assert int(above[2]) > 60


class TestFooters:
    def test_words_and_fields_are_resolved_as_one_paragraph(self) -> None:
        """A number after an Arabic word is of its direction, also in an English line and beyond the border of a run."""
        document = replace(a_document("en"), footers=(Footer("en", "ltr", "صفحة", "of", "IGF – مشروع 2"),))
        assert word_judge.faults(WORD.write([document]), document) == []

    def test_number_after_a_latin_word_goes_with_it(self) -> None:
        footer = Footer("ar", "rtl", "صفحة", "من", "(IGF) 2021 – مشروع")
        document = replace(a_document("ar"), footers=(footer,))
        assert word_judge.faults(WORD.write([document]), document) == []


class TestRefusals:
    @pytest.mark.parametrize(
        "sign",
        [
            "\x00",
            "\x0b",
            "\x1b",
            "\x85",
            "\ud800",
            "\u202b",
            "\u202d",
            "\u202c",
            "\u2066",
            "\u2069",
            "\u061c",
            "\ufeb3",
            "\ufb50",
        ],
    )
    @pytest.mark.parametrize("place", ["text", "marker", "title", "footer", "page", "description"])
    def test_sign_that_no_file_may_hold_is_refused_by_name(self, sign: str, place: str) -> None:
        with pytest.raises(ExportError, match=rf"U\+{ord(sign):04X}"):
            WORD.write([_with(f"نص{sign}", place)])

    @pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u200c", "\u200d", "\u00a0", "\ufdfa", "\ufd3e", "\t", "\n"])
    def test_sign_that_output_needs_is_kept(self, sign: str) -> None:
        document = a_document_saying(a_paragraph(f"نص{sign}نص"))
        assert WORD.read_back(WORD.write([document])) == [[(f"نص{sign}نص",)]]


def _with(text: str, place: str) -> Document:
    whole = a_document()
    if place == "title":
        return replace(whole, title=text)
    if place == "footer":
        return replace(whole, footers=(replace(whole.footers[0], reference=text),))
    if place == "page":
        return replace(whole, footers=(replace(whole.footers[0], page=text),))
    if place == "marker":
        return a_document_saying(a_paragraph("نص", role=Role.ITEM, marker=text))
    if place == "description":
        *front, day = whole.sections
        blocks = tuple(replace(block, description=text) if isinstance(block, Table) else block for block in day.blocks)
        return replace(whole, sections=(*front, replace(day, blocks=blocks)))
    return a_document_saying(a_paragraph(text))
