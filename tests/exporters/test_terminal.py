"""Agendas on a terminal: joined, ordered, mirrored, and nothing lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from io import StringIO

import pytest
from arabic_reshaper import ArabicReshaper
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from igfeditor.document.blocks import ColumnKind, Document, Role, Span
from igfeditor.exporters.terminal import render, visual_line
from igfeditor.language.bidi import LRM, RLM, Direction
from tests.document.printing import paragraphs
from tests.exporters.excel_documents import document, document_with, long_document, paragraph

LAYOUTS = (("en",), ("ar",), ("en", "ar"))
ALL = (ColumnKind.ZONE_TIME, ColumnKind.ROOM, ColumnKind.SPEAKER, ColumnKind.MINUTES)


def shown(one: Document, width: int = 80, *, raw: bool = False, colour: bool = False) -> str:
    console = Console(
        width=width,
        file=StringIO(),
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        legacy_windows=False,
    )
    console.print(render(one, width=width, raw=raw))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def plain(forms: str) -> str:
    """Letters again instead of their forms."""
    return unicodedata.normalize("NFKC", forms)


def letters(text: str) -> Counter[str]:
    return Counter(sign for sign in unicodedata.normalize("NFKD", text) if sign.isalnum())


# --- one line -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("الفقرة 93 (أ)", "(أ) 93 ةرقفلا"),
        ("IGF 2026: الاجتماع", "عامتجلاا :IGF 2026"),
        (f"{RLM}09:00\u00a0–\u00a009:45", "09:45 – 09:00"),
        ("22–24 شباط/فبراير", "رياربف/طابش 24–22"),
        ("«منتدى» [هنا]", "[انه] «ىدتنم»"),
        ("لغة C++" + LRM + "، هنا", "انه ،C++ ةغل"),
        ("نسبة 50%", "%50 ةبسن"),
    ],
)
def test_an_arabic_line_is_read_from_the_right(text: str, seen: str) -> None:
    """Letters here as letters: in the terminal each has its form, and lam with alef is one sign."""
    assert plain(visual_line(text, "rtl")) == seen


def test_brackets_are_mirrored() -> None:
    assert visual_line("(أ)", "rtl") == "(\ufe83)"
    assert visual_line("(أ", "rtl") == "\ufe83)"


def test_letters_have_the_forms_of_their_places() -> None:
    assert visual_line("بيت", "rtl") == "\ufe96\ufef4\ufe91"


def test_lam_and_alef_are_one_sign() -> None:
    assert visual_line("الإلا", "rtl") == "\ufefb\ufef9\ufe8d"
    assert visual_line("سلا", "rtl") == "\ufefc\ufeb3"


def test_vowel_signs_stay_on_their_letters() -> None:
    assert visual_line("كَتَبٌ", "rtl") == "\ufe90\u064c\ufe98\u064e\ufedb\u064e"
    assert visual_line("لَا", "rtl") == "\ufefb\u064e"
    assert visual_line("e\u0301 x", "ltr") == "e\u0301 x"


def test_joiners_have_their_say_and_are_not_sent() -> None:
    assert visual_line("ه\u200d", "rtl") == "\ufeeb"
    assert visual_line("ن\u200cص", "rtl") == "\ufeb9\ufee5"


def test_tatweel_stays_and_marks_go() -> None:
    assert visual_line(f"هـ. {RLM}1{LRM}", "rtl") == "1 .\u0640\ufeeb"


def test_an_english_line_stays_as_it_is() -> None:
    assert visual_line("Wrote agenda/igf.docx (3 pages).", "ltr") == "Wrote agenda/igf.docx (3 pages)."


def test_arabic_in_an_english_line_is_turned_in_its_place() -> None:
    assert plain(visual_line("file (منتدى 2) read", "ltr")) == "file (2 ىدتنم) read"


def test_a_long_message_is_broken_before_it_is_turned() -> None:
    first, second = visual_line("أول الكلام وآخر الكلام", "rtl", width=12).split("\n")

    assert (plain(first), plain(second)) == (
        plain(visual_line("أول الكلام", "rtl")),
        plain(visual_line("وآخر الكلام", "rtl")),
    )


def test_a_message_of_two_lines_stays_two_lines() -> None:
    assert visual_line("one\n\ntwo", "ltr") == "one\n\ntwo"


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\x9b", "\r", "\u202e", "\u2067"])
def test_nothing_steers_the_terminal(sign: str) -> None:
    assert visual_line(f"a{sign}[31mb", "ltr") == "a\ufffd[31mb"
    one = document_with(paragraph(Role.BODY, [Span(f"a{sign}b", link=f"https://a.org/{sign}")]))
    for raw in (True, False):
        assert f"a{sign}b" not in shown(one, raw=raw, colour=True)
        assert sign == "\x1b" or sign not in shown(one, raw=raw, colour=True)


RESHAPER = ArabicReshaper(configuration={"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})
BRACKETS = str.maketrans("()[]{}<>«»", "||||||||||")
SIGNS = "ابتلاأإآهىية IGF aZ 0159 ٠٩ ,.:;،؛؟!-–/+%()[]«»*"


@given(st.text(SIGNS, min_size=1, max_size=60), st.sampled_from(["rtl", "ltr"]))
def test_the_order_is_that_of_another_implementation(text: str, direction: Direction) -> None:
    """python-bidi does not mirror, so brackets are compared as one sign; spaces at the ends are not compared."""
    text = " ".join(text.split())
    ours = visual_line(text, direction)

    theirs = get_display(RESHAPER.reshape(text), base_dir="R" if direction == "rtl" else "L")

    assert ours.translate(BRACKETS) == theirs.translate(BRACKETS)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=40), st.integers(1, 30))
def test_no_letter_is_lost(text: str, width: int) -> None:
    for direction in ("rtl", "ltr"):
        assert letters(visual_line(text, direction, width)) == letters(text)


# --- whole documents ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(languages: Sequence[str], width: int) -> None:
    for extras in (), ALL if width >= 120 else ():
        lines_ = shown(document(*languages, extras=extras), width).split("\n")

        assert max(map(cell_len, lines_)) <= width


@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("raw", [False, True], ids=["ordered", "raw"])
def test_everything_is_shown(languages: Sequence[str], width: int, raw: bool) -> None:
    one = document(*languages)
    said = letters("".join(paragraph.line for paragraph in paragraphs(one)))

    assert letters(shown(one, width, raw=raw)) == said


@pytest.mark.parametrize("languages", LAYOUTS, ids="-".join)
def test_without_colour_there_are_no_escapes(languages: Sequence[str]) -> None:
    assert "\x1b" not in shown(document(*languages))
    assert "\x1b[1" in shown(document(*languages), colour=True)


def test_the_first_column_of_an_arabic_table_stands_at_the_right() -> None:
    row = next(line for line in shown(document("ar")).split("\n") if "09:45 – 09:00" in line.replace("\u00a0", " "))

    assert row.endswith("09:45\u00a0–\u00a009:00")
    assert "تانايبلا .1  09:45" in plain(row).replace("\u00a0", " ").replace("ةيحاتتفلاا ", "")


def test_a_bilingual_table_runs_from_the_left_with_a_time_at_each_edge() -> None:
    row = next(line for line in shown(document("en", "ar"), 120).split("\n") if "1. Opening statements" in line)

    assert row.startswith("09:00\u00a0–\u00a009:45  1. Opening")
    assert row.endswith(".1  09:45\u00a0–\u00a009:00")


def test_arabic_lines_end_at_the_right_edge() -> None:
    first = shown(document("ar"), 100).split("\n")[1]

    assert cell_len(first) == 100
    assert plain(first).endswith("ىدتنم")


def test_a_wrapped_arabic_paragraph_begins_on_its_first_line() -> None:
    first, second = shown(document("ar"), 60).split("\n")[1:3]

    assert plain(first).endswith("ىدتنم")
    assert "ةحلصملا" in plain(second)


def test_markers_hang() -> None:
    text = "word " * 30
    english = shown(document_with(paragraph(Role.ITEM, text, "en", "1."), paragraph(Role.SUB_ITEM_1, text, "en", "a.")))
    arabic = shown(document_with(paragraph(Role.ITEM, "كلمة " * 30, "ar", "1."), language="ar"))

    assert re.search(r"\u00a0–\u00a010:00  1\. word.*\n {18}word", english)
    assert re.search(r"\n {17}a\. word.*\n {20}word", english)
    assert re.search(r"ﺔﻤﻠﻛ \.1  10:00.*\n.*ﺔﻤﻠﻛ\n", arabic)
    assert cell_len(arabic.split("\n")[-3]) == 80 - len("10:00 – 09:00  1. ")


def test_only_what_belongs_to_an_item_is_moved_in() -> None:
    said = (Role.PEOPLE, "Track"), (Role.BODY, "Room"), (Role.ITEM, "Item"), (Role.BODY, "Body")
    one = document_with(*(paragraph(role, text) for role, text in said))

    assert re.search(r"10:00  Track\n {15}Room\n {15}Item\n {17}Body", shown(one))


def test_a_stand_in_is_dim() -> None:
    one = document_with(paragraph(Role.BODY, "Welcome", missing=True))

    assert "\x1b[2mWelcome" in shown(one, colour=True)


def test_a_raw_terminal_gets_logical_text_with_its_marks() -> None:
    text = shown(document("ar"), raw=True)

    assert f"\n{RLM}09:00\u00a0–\u00a009:45  1. البيانات الافتتاحية" in text
    assert not re.search("[\ufb50-\ufdff\ufe70-\ufeff]", text)


def test_joining_goes_on_where_the_look_changes() -> None:
    one = document_with(paragraph(Role.BODY, [Span("با"), Span("لمنتدى", strong=True)], "ar"), language="ar")

    assert "\ufeef\ufeaa\ufe98\ufee8\ufee4\ufedf\ufe8e\ufe91" in shown(one)
    assert "ﻯﺪﺘﻨﻤﻟ" in re.sub(r"\x1b\[[\d;]*m", "", shown(one, colour=True))


def test_a_link_is_a_link() -> None:
    one = document_with(paragraph(Role.NOTE, [Span("here", link="https://example.org/a")]))

    assert "https://example.org/a" in shown(one, colour=True)
    assert "https://example.org/a" not in shown(one)


def test_a_long_agenda_is_shown_whole() -> None:
    assert shown(long_document("ar", 100), 100).count("─" * 100) == 100
