"""Markdown as a parser of CommonMark reads it: whatever texts hold, they print as themselves."""

from __future__ import annotations

import re
from itertools import product

import pytest
from lxml import html
from markdown_it import MarkdownIt

from igfeditor.document.blocks import Document, Role, Span
from igfeditor.exporters.registry import FORMATS
from tests.document.printing import agenda, day, item, printed, sample, slot, sub_item, text
from tests.documents import a_document_saying, a_paragraph, missing

MD = FORMATS["md"]
PAGE = "https://example.org/a_b*c?x=1&copy=2|3"
HOSTILE = (
    "# no heading", "## no ##", "1. one", "12) two", "- dash", "+ plus", "* star", "> quote", "---", "===", "***", "___",
    "    code", "`code`", "```", "~~~", "~~gone~~", "**bold**", "__bold__", "*it*", "_it_", "a_b_c", "[link](http://x)",
    "[ref]: http://x", "![pic](x)", "<b>bold</b>", "<script>alert(1)</script>", "<!-- gone -->", "&amp; &lt; &#65;",
    "a | b", "|---|---|", "\\", "\\\\", "\\|", "|\\", "a\\", "$x$ and $$y$$", "<https://x>", "C:\\*\\_", "#", "1.", "-",
    "=", "a  ", "\ta", "[x]", "[^1]", "<br>", "&emsp;", "!", "{{ x }}", "{% x %}", "<", "a\u2003b", "\u00a0a\u00a0",
)  # fmt: skip


def page(document: Document) -> str:
    return MarkdownIt("commonmark").enable("table").render(MD.write([document]).decode())


def read(markup: str) -> str:
    """Give the words that a reader sees, without white space at the ends."""
    return re.sub(r"\s+", " ", str(html.fromstring(f"<div>{markup}</div>").text_content())).strip()


def said(words: str, role: Role = Role.DETAIL, marker: str = "") -> str:
    return page(a_document_saying(a_paragraph(words, "en", role, marker), language="en"))


def flat(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


@pytest.mark.parametrize(("words", "role"), [*product(HOSTILE, (Role.DETAIL, Role.TITLE, Role.DAY))])
def test_hostile_paragraphs_print_as_themselves(words: str, role: Role) -> None:
    markup = said(words, role)
    assert read(markup) == flat(words)
    assert re.findall(r"<(?!/)(\w+)", markup) == [
        "p" if role is Role.DETAIL else {Role.TITLE: "h1", Role.DAY: "h2"}[role]
    ]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    "span",
    [
        Span("", strong=True),
        Span("", emphasis=True),
        Span("", strong=True, emphasis=True),
        Span("", raised=True),
        Span("", link=PAGE),
    ],
)
def test_hostile_looks_print_as_themselves(words: str, span: Span) -> None:
    one = Span(words, span.strong, span.emphasis, span.raised, span.link)
    for spans in ([one], [Span("a"), one, Span("b")], [Span("See "), one, Span(" now")], [one, one]):
        markup = page(a_document_saying(a_paragraph(spans, "en"), language="en"))
        assert read(markup) == flat("".join(each.text for each in spans))
        assert "*" not in html.fromstring(markup).text_content().replace(words, "")
        assert ("<strong>" in markup, "<em>" in markup, "<sup>" in markup) == (one.strong, one.emphasis, one.raised)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_cells_print_as_themselves(words: str) -> None:
    document = printed(
        agenda(
            day(
                "2021-02-22",
                slot("09:00", "10:00", item("x", children=[sub_item(words)], number="none"), label=text("y")),
            ),
            title=text("t"),
        ),
        "en",
    )
    assert MD.difference([document], MD.write([document])) == ""
    (table,) = html.fromstring(f"<div>{page(document)}</div>").iter("table")
    (row,) = table.xpath(".//tbody/tr")
    assert len(row) == 2


def test_tables_have_a_row_a_slot_and_a_line_a_paragraph() -> None:
    document = printed(
        agenda(day("2021-02-22", slot("09:00", "10:00", item("Opening", children=[sub_item("Welcome")])))), "en"
    )
    assert "| 09:00\u00a0–\u00a010:00 | 1. Opening<br>&emsp;a. Welcome |" in MD.write([document]).decode().split("\n")


def test_links_lead_where_they_should() -> None:
    markup = page(a_document_saying(a_paragraph([Span("See "), Span("[x]", link=PAGE)], "en"), language="en"))
    (link,) = html.fromstring(markup).iter("a")
    assert (link.get("href"), link.text) == (PAGE.replace("|", "%7C"), "[x]")
    assert MD.read_back(MD.write([a_document_saying(a_paragraph([Span("x", link=PAGE)]))])) == [[(f"x <{PAGE}>",)]]


@pytest.mark.parametrize(
    "address", ["https://example.org/a|b", "https://example.org/<a>", "https://example.org/a\\b&amp;c"]
)
def test_an_address_of_any_letters_is_kept_in_a_cell(address: str) -> None:
    link = {"id": "l1", "url": address, "label": text("See")}
    document = printed(agenda(day("2021-02-22", slot("09:00", "10:00", item(), links=[link]))), "en")
    assert MD.difference([document], MD.write([document])) == ""
    (row,) = (line for line in MD.read_back(MD.write([document]))[0] if line[0].startswith("09:00"))
    assert row[1].endswith(f"See <{address}>")


def test_an_arabic_agenda_runs_from_the_right() -> None:
    markup = page(printed(sample(), "ar"))
    (wrapper,) = html.fromstring(f"<body>{markup}</body>").xpath("//div[@dir='rtl']")
    assert len(wrapper.xpath(".//table")) == 3
    assert wrapper.get("lang") == "ar"
    assert "dir=" not in page(printed(sample(), "en"))


def test_what_runs_the_other_way_says_so() -> None:
    markup = page(a_document_saying(missing("Only in English", marker="1.")))
    assert '<span dir="ltr" lang="en">1. Only in English</span>' in markup
    document = printed(sample(), "en-ar")
    first = html.fromstring(f"<body>{page(document)}</body>").xpath("(//tbody)[1]/tr[1]/td")
    assert [[one.get("dir") for one in cell.iter("span")][:1] for cell in first] == [[], [], ["rtl"], ["rtl"]]


@pytest.mark.parametrize(
    ("words", "wrong"), [("09:00", "09:10"), ("BREAK", ""), ("intgovforum", "example"), ("a. ", ""), ("| ", "|| ")]
)
def test_what_is_changed_in_a_file_is_found(words: str, wrong: str) -> None:
    document = printed(sample(), "en-ar")
    data = MD.write([document])
    assert MD.difference([document], data) == ""
    assert MD.difference([document], data.decode().replace(words, wrong, 1).encode()) != ""
