"""Text that was stored as it looks: found, and turned round."""

import arabic_reshaper
import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from igfeditor.language.bidi import visual
from igfeditor.language.visual_order import OrderEvidence, from_visual, looks_visual, order_evidence, without_forms

# Lines of a real circulated agenda.
AGENDA = (
    "منتدى حوكمة الإنترنت 2021 أول مشاورات مفتوحة واجتماع اليوم الثاني للمجموعة الاستشارية",
    "الثلاثاء، 23 شباط/ فبراير، 2021 - 10:30 إلى 15:00 بالتوقيت العالمي",
    "اجتماع أول مشاورات مفتوحة واجتماعات المجموعة الاستشارية لأصحاب المصلحة المتعددين (MAG)",
    "اليوم 1: 22 شباط/ فبراير، مشاورات مفتوحة، 09:00 - 11:15 و 11:45-13:45 و 14:00 - 16:00",
    "أ. نظرة عامة على عملية تقييم منتدى حوكمة الإنترنت 2020 (5 دقائق)",
    "مشاورة مفتوحة حول الهيئة رفيعة المستوى - (الفقرة 93 (أ) من خارطة طريق الأمين العام)",
    "عرض تقديمي من IGF والدولة المضيفة حول القضايا المطروحة",
)


def as_pasted(text: str) -> str:
    """Give a text as it comes out of a PDF: shaped and in the order of the page."""
    return get_display(arabic_reshaper.reshape(text), base_dir="R")


@pytest.mark.parametrize("line", AGENDA)
def test_text_pasted_from_a_pdf_is_found_and_turned_round(line: str) -> None:
    assert looks_visual(as_pasted(line))
    assert from_visual(as_pasted(line)) == line


@pytest.mark.parametrize("line", AGENDA)
def test_reversed_text_without_forms_is_found_and_turned_round(line: str) -> None:
    assert looks_visual(visual(line, "rtl"))
    assert from_visual(visual(line, "rtl")) == line


@pytest.mark.parametrize("line", AGENDA)
def test_mirrored_brackets_are_turned_back(line: str) -> None:
    assert from_visual(visual(line, "rtl", mirror=True)) == line


@pytest.mark.parametrize("line", AGENDA)
def test_logical_text_is_left_in_peace(line: str) -> None:
    assert not looks_visual(line)
    assert not looks_visual(arabic_reshaper.reshape(line))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Opening statements (5 min)",
        "09:00 – 09:45",
        "أولا",
        "مثلا وفضلا وأهلا وسهلا",
        "على مدى",
        "لا إلا",
        "שלום לכולם",
    ],
)
def test_innocent_text_is_not_suspected(text: str) -> None:
    assert not looks_visual(text)


def test_one_sign_alone_is_no_proof() -> None:
    assert order_evidence(visual("الاجتماع", "rtl")) == OrderEvidence(logical=0, visual=1)
    assert not looks_visual(visual("الاجتماع", "rtl"))


def test_forms_tell_the_order_by_how_they_join() -> None:
    initial, medial, final = "\ufe91", "\ufe92", "\ufe90"
    assert order_evidence(f"{initial}{medial}{final}") == OrderEvidence(logical=2, visual=0)
    assert order_evidence(f"{final}{medial}{initial}") == OrderEvidence(logical=0, visual=2)
    assert order_evidence(f"{initial}\u064b{final}") == OrderEvidence(logical=1, visual=0)


def test_words_tell_the_order_by_their_ends() -> None:
    assert order_evidence("الدورة والأولى") == OrderEvidence(logical=6, visual=0)
    assert order_evidence("ةرودلا ىلوألاو") == OrderEvidence(logical=0, visual=6)


def test_lines_are_turned_one_by_one() -> None:
    assert from_visual(f"{as_pasted(AGENDA[0])}\n\n{as_pasted(AGENDA[4])}\n") == f"{AGENDA[0]}\n\n{AGENDA[4]}\n"


def test_list_number_with_a_bracket_is_not_mirrored() -> None:
    assert from_visual(visual("1) المكتب (أ)", "rtl")) == "1) المكتب (أ)"


def test_forms_become_letters() -> None:
    assert without_forms(arabic_reshaper.reshape("لا إله الأولى")) == "لا إله الأولى"
    assert without_forms("\ufe71\ufe77\ufe7c") == "\u064b\u064e\u0651"
    assert without_forms("ﷺ \ufd3eأ\ufd3f ½ ﬁ\u00a0") == "ﷺ \ufd3eأ\ufd3f ½ ﬁ\u00a0"


@settings(deadline=None)
@given(st.text(st.sampled_from("ابجدعمنةىلا ")))
def test_shaping_is_undone(text: str) -> None:
    assert without_forms(arabic_reshaper.reshape(text)) == text
