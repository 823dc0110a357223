"""Plain text as a mail program takes it: short lines, nothing that mail changes, the right direction line by line."""

from __future__ import annotations

import pytest

from igfeditor.document.blocks import Document, Role, Span
from igfeditor.exporters.registry import FORMATS
from igfeditor.exporters.text import WIDTH, columns_of
from igfeditor.language.bidi import LRM, RLM, first_direction
from tests.document.printing import agenda, day, item, note, printed, sample, slot, sub_item, text
from tests.documents import a_document, a_document_saying, a_paragraph, missing

TXT = FORMATS["txt"]
LONG_ADDRESS = "https://example.org/" + "a" * 90


def lines_of(document: Document) -> list[str]:
    return TXT.write([document]).decode().removesuffix("\n").split("\n")


def said(words: str, language: str = "en", marker: str = "") -> list[str]:
    return lines_of(a_document_saying(a_paragraph(words, language, Role.DETAIL, marker), language=language))


def test_a_row_is_its_time_then_its_texts_under_it() -> None:
    children = [sub_item("Welcome", "ترحيب", children=[sub_item("By the Chair", marker="bullet")])]
    made = agenda(
        day(
            "2021-02-22",
            slot("09:00", "10:00", item("Opening", children=children, minutes=5), notes=[note("n1", "See the list")]),
        )
    )
    lines = lines_of(printed(made, "en"))
    place = lines.index("09:00\u00a0–\u00a010:00")
    assert lines[place - 1] == ""
    assert lines[place + 1 : place + 5] == [
        "   1. Opening (5\u00a0min)", "      a. Welcome", "         • By the Chair", "   See the list",
    ]  # fmt: skip


def test_wrapped_lines_hang_under_the_text_of_a_marker() -> None:
    lines = said("word " * 30, marker="12.")
    assert lines[0].startswith("12. word")
    assert {line[:4] for line in lines[1:]} == {"    "}
    assert all(line[4] != " " for line in lines)


@pytest.mark.parametrize("layout", ["en", "ar"])
def test_lines_of_the_sample_are_short_and_end_in_no_space(layout: str) -> None:
    lines = lines_of(printed(sample(), layout))
    assert 72 - 8 < max(map(columns_of, lines)) <= WIDTH == 72
    assert [line for line in lines if line != line.rstrip(" \t") or "\t" in line or "\r" in line] == []


def test_columns_are_those_of_a_terminal() -> None:
    assert columns_of("محمّدٌ") == 4
    assert columns_of(f"{RLM}09:00{LRM}") == 5
    assert columns_of("会議") == 4
    assert columns_of("e\u0301") == 1


def test_an_address_is_not_cut_and_a_word_is() -> None:
    linked = a_paragraph([Span("Documents", link=LONG_ADDRESS), Span(" and more")], "en")
    assert lines_of(a_document_saying(linked, language="en")) == ["Documents", f"<{LONG_ADDRESS}>", "and more"]
    assert said(LONG_ADDRESS) == [LONG_ADDRESS]
    lines = said("x" * 200)
    assert max(map(len, lines)) <= WIDTH
    assert "".join(lines).replace(" ", "") == "x" * 200


def test_an_address_stays_whole_among_arabic_words() -> None:
    linked = a_paragraph([Span("الوثائق", link="https://example.org/"), Span(" هنا")])
    assert lines_of(a_document_saying(linked)) == [f"الوثائق {LRM}<https://example.org/>{LRM} هنا"]


def test_a_long_marker_leaves_room_for_words() -> None:
    lines = said("word " * 30, marker="Agenda item XXXVIII bis " * 4)
    assert max(map(columns_of, lines)) <= 72
    assert lines[1].startswith(("Agenda", "item", "XXX", "bis", "word"))


def test_an_address_that_is_its_own_text_is_said_once() -> None:
    link = Span(f"https://example.org/{LRM}", link="https://example.org/")
    assert lines_of(a_document_saying(a_paragraph([Span("انظر "), link]))) == [f"انظر https://example.org/{LRM}"]


@pytest.mark.parametrize("words", ["From here on", ".", "..", ". hidden", "> quoted", ">From"])
def test_no_line_begins_with_what_mail_takes_for_its_own(words: str) -> None:
    (line,) = said(words)
    assert line == f"{LRM}{words}"
    wrapped = said(f"{'y' * 40} {'z' * 30} {words}")
    assert [one for one in wrapped if one.startswith(("From ", ".", ">"))] == []


def test_each_line_finds_its_direction_by_its_first_letter() -> None:
    document = printed(sample(), "ar")
    assert {first_direction(line) for line in lines_of(document) if line} == {"rtl"}
    assert said("2021", "ar") == [f"{RLM}2021"]
    assert said("IGF 2021: اجتماع", "ar") == [f"{RLM}IGF 2021: اجتماع"]
    assert said("اجتماع", "en") == [f"{LRM}اجتماع"]
    assert said("2021", "en") == ["2021"]
    assert said(". اجتماع", "ar") == [f"{RLM}. اجتماع"]


def test_a_text_that_stands_in_keeps_its_own_direction() -> None:
    assert lines_of(a_document_saying(missing("Only in English", marker="1."))) == ["1. Only in English"]


def test_days_and_headings_stand_alone() -> None:
    lines = lines_of(printed(sample(), "en"))
    for heading in (line for line in lines if line.startswith(("DRAFT AGENDA", "SCHEDULE"))):
        place = lines.index(heading)
        assert (lines[place - 1], lines[place + 1]) == ("", "")


def test_an_agenda_without_a_word_is_a_file_all_the_same() -> None:
    document = printed(agenda(title=text()), "en")
    assert TXT.difference([document], TXT.write([document])) == ""


@pytest.mark.parametrize(
    ("words", "wrong"), [("09:00", "09:10"), ("1. ", "2. "), ("BREAK", ""), ("\n\n", "\n"), ("intgovforum", "example")]
)
def test_what_is_changed_in_a_file_is_found(words: str, wrong: str) -> None:
    document = printed(sample(), "en")
    data = TXT.write([document])
    assert TXT.difference([document], data) == ""
    assert TXT.difference([document], data.decode().replace(words, wrong, 1).encode()) != ""


def test_white_space_of_every_kind_is_a_space() -> None:
    assert said("one\ttwo\nthree\u2028four\x0bfive\x7f") == ["one two three four five\ufffd"]
    assert TXT.write([a_document("ar")]) == TXT.write([a_document("ar")])
