"""Web pages as a browser shows them: sides, order of signs, contrast in light and dark, telephones, paper."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree

from igfeditor.document.blocks import Document, Paragraph, paragraphs_of
from igfeditor.document.layout import Extra
from igfeditor.exporters.registry import FORMATS
from igfeditor.language.bidi import LRM, RLM, Direction, visual
from tests.agenda_words import HOSTILE
from tests.document.printing import agenda, day, item, printed, sample, slot, sub_item, text
from tests.documents import (
    PROBES,
    a_document,
    a_document_saying,
    a_half_translated_document,
    a_long_document,
    a_paragraph,
)
from tests.exporters.browser import Frame, pdf_of, seen
from tests.exporters.pages import Page, pages_of

pytestmark = pytest.mark.tool("chromium")

PAGE: Final = FORMATS["html"]
LANGUAGES: Final = ("en", "ar")
WIDTHS: Final = (320, 1280)


def page(document: Document) -> bytes:
    return PAGE.write([document])


def everything(language: str) -> Document:
    meeting = sample().meeting.model_copy(update={"extra_time_zones": ("Asia/Beirut", "America/New_York")})
    return printed(sample().model_copy(update={"meeting": meeting}), language, extras=tuple(Extra))


def of_long_texts(language: str) -> Document:
    word, words = "x" * 300, "عبارةطويلةجدا" * 30
    long = (
        text(word, words),
        text(f"https://example.org/{word}", f"https://example.org/{word}"),
        text("many " * 200, "كلمة " * 200),
    )
    slots = [
        slot(f"{9 + place:02}:00", f"{10 + place:02}:00", item(title=one, children=[sub_item(text=one)]), room=one)
        for place, one in enumerate(long)
    ]
    return printed(agenda(day("2021-02-22", *slots), title=long[0]), language, extras=tuple(Extra))


PAGES: Final = {
    **{f"sample {language}": printed(sample(), language) for language in LANGUAGES},
    **{f"by hand {language}": a_document(language) for language in LANGUAGES},
    **{f"all columns {language}": everything(language) for language in LANGUAGES},
    **{f"long {language}": of_long_texts(language) for language in LANGUAGES},
    "half translated": a_half_translated_document(),
    "hostile": a_document_saying(
        *(a_paragraph(one, language) for one in HOSTILE if one.strip() for language in LANGUAGES)
    ),
    "start at the left": printed(
        agenda(day("2021-02-22", slot(), slot("11:00", "12:00")), style={"range_flow": "start-left"}), "ar"
    ),
    "probes": a_document_saying(*PROBES),
}
Sight = dict[tuple[str, int, bool], dict[str, Any]]


@pytest.fixture(scope="module")
def sights(tmp_path_factory: pytest.TempPathFactory) -> Sight:
    """See every page once on a telephone and on a screen, in light and dark."""
    wanted = [(name, width, dark) for name in PAGES for width in WIDTHS for dark in (False, True)]
    files = {name: page(document) for name, document in PAGES.items()}
    frames = [Frame(files[name], width, dark) for name, width, dark in wanted]
    return dict(zip(wanted, seen(frames, tmp_path_factory.mktemp("browser")), strict=True))


def test_browser_mends_nothing_and_loads_nothing(sights: Sight) -> None:
    for (name, _, _), sight in sights.items():
        ours, theirs = (
            [(one.tag, dict(one.attrib)) for one in etree.fromstring(data, etree.HTMLParser(encoding="utf-8")).iter()]
            for data in (page(PAGES[name]), sight["structure"].encode("utf-8"))
        )
        assert ours == theirs
        assert sight["resources"] == []


def test_every_text_can_be_told_from_its_ground_in_light_and_dark(sights: Sight) -> None:
    for seen_as, sight in sights.items():
        assert sight["faint"] == [], seen_as
        assert sight["texts"] > 5
        assert sight["ground"] == ("rgb(20, 23, 28)" if seen_as[2] else "rgb(255, 255, 255)")


def test_no_page_must_be_moved_sideways(sights: Sight) -> None:
    assert {key: sight["scroll"] for key, sight in sights.items() if sight["scroll"] > key[1]} == {}
    assert {sight["width"] for sight in sights.values()} == set(WIDTHS)


@pytest.mark.parametrize("name", ["sample", "by hand"])
def test_time_stands_where_the_language_begins(sights: Sight, name: str) -> None:
    for row in sights[f"{name} en", 1280, False]["rows"]:
        assert row["time"]["right"] <= row["agenda"]["left"]
    for row in sights[f"{name} ar", 1280, False]["rows"]:
        assert row["time"]["left"] >= row["agenda"]["right"]


@pytest.mark.parametrize("name", ["sample", "all columns"])
def test_on_a_telephone_the_time_stands_above_its_items_and_begins_where_they_do(sights: Sight, name: str) -> None:
    for language, side in (("en", "left"), ("ar", "right")):
        rows = [one for one in sights[f"{name} {language}", 320, False]["rows"] if one["kind"] != "break"]
        for row in rows:
            assert row["time"]["bottom"] <= row["agenda"]["top"]
            assert abs(row["ends"][0][side] - row["agenda"][side]) < 5
            assert row["agenda"]["right"] - row["agenda"]["left"] > 260


@pytest.mark.parametrize("width", WIDTHS)
def test_range_runs_as_the_house_has_it_and_is_never_broken(sights: Sight, width: int) -> None:
    for name, starts_left in (("sample en", True), ("sample ar", False), ("start at the left", True)):
        rows = sights[name, width, False]["rows"]
        assert rows
        for row in rows:
            start, end = row["ends"]
            assert (start["right"] <= end["left"], start["left"] >= end["right"]) == (starts_left, not starts_left)
            assert row["height"] < 40


@pytest.mark.parametrize("width", WIDTHS)
def test_markers_hang_before_their_texts(sights: Sight, width: int) -> None:
    for row in sights["sample en", width, False]["rows"]:
        assert all(row["agenda"]["left"] <= one["left"] for one in row["markers"])
        assert all(one["right"] - one["left"] < 38 for one in row["markers"])
    for row in sights["sample ar", width, False]["rows"]:
        assert all(one["right"] <= row["agenda"]["right"] for one in row["markers"])


def test_links_to_days_lead_there_and_are_large_enough_for_a_finger(sights: Sight) -> None:
    for language in LANGUAGES:
        links = sights[f"sample {language}", 320, False]["links"]
        assert len(links) == 3
        assert all(one["leads"] and one["bottom"] - one["top"] >= 24 for one in links)


def in_order(paragraph: Paragraph, direction: Direction) -> str:
    shown = "".join(letter for letter in visual(paragraph.text, direction))
    return "".join(
        one for one in shown if not (one.isspace() or one in (LRM, RLM) or unicodedata.category(one) == "Mn")
    )


@pytest.mark.parametrize("name", ["probes", "sample ar", "by hand ar", "sample en"])
def test_lines_are_drawn_as_the_resolver_says(sights: Sight, name: str) -> None:
    """R61 for browsers; where a text needs several lines, only its signs can be held against it."""
    said = list(paragraphs_of(PAGES[name]))
    drawn = [one for one in sights[name, 1280, False]["paragraphs"] if one][-len(said) :]
    assert len(drawn) == len(said)
    alone = 0
    for lines, paragraph in zip(drawn, said, strict=True):
        wanted = in_order(paragraph, paragraph.direction)
        assert sorted("".join(lines)) == sorted(unmirrored(wanted)) or sorted("".join(lines)) == sorted(wanted)
        if len(lines) == 1:
            assert unmirrored(lines[0]) == unmirrored(wanted)
            alone += 1
    assert alone >= len(PROBES)


def unmirrored(said: str) -> str:
    """Take brackets for one sign: the page holds the stored one, and the resolver gives the one that is drawn."""
    return said.translate(str.maketrans("()[]{}<>«»", "(([[{{<<««"))


@pytest.mark.tool("pdftotext")
@pytest.mark.parametrize(("language", "heading"), [("en", "Agenda"), ("ar", "بند")])
def test_on_paper_each_page_of_a_table_has_its_header_row_and_no_row_is_cut(
    language: str, heading: str, tmp_path: Path
) -> None:
    document = a_long_document(language, rows=45)
    sheets = list(pages_of(pdf_of(page(document), tmp_path)))
    assert len(sheets) > 3
    for number, sheet in enumerate(sheets[:-1], start=1):  # the last one may hold the notes alone
        said = [one.text for one in sheet]
        assert heading in said or heading[::-1] in said
        assert {str(number), str(len(sheets))} <= set(said)
    # The first line of a row has its time: a page that began inside of a row would show none beside its first line.
    for sheet in sheets[1:-1]:
        below = sorted((one.middle, one.text) for one in sheet if one.middle > header_end(sheet, heading))
        first = [said for middle, said in below if middle - below[0][0] < 8]
        assert any(":" in one for one in first), first


def header_end(sheet: Page, heading: str) -> float:
    return next(one.middle for one in sheet if one.text in (heading, heading[::-1])) + 8
