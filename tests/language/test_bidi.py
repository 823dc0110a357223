"""The resolver against the table of UAX #9 results, the splits that Word needs, and an independent oracle."""

import random
import unicodedata

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from igfeditor.language.bidi import (
    Direction,
    Run,
    bidi_classes,
    direction_of,
    first_direction,
    levels,
    mirrored,
    resolve,
    runs,
    runs_over,
    visual,
)

RLM, LRM, ALM, NBSP = "\u200f", "\u200e", "\u061c", "\u00a0"
BASES: tuple[Direction, ...] = ("rtl", "ltr")


def seen(text: str, base: Direction) -> str:
    """What a reader sees, from left to right: the visual order without the marks."""
    return visual(text, base).translate(dict.fromkeys(map(ord, RLM + LRM + ALM)))


def as_shown(parts: tuple[Run, ...]) -> str:
    return " | ".join(part.text + ("" if part.rtl else "[L]") for part in parts)


# --- languages ---


@pytest.mark.parametrize(
    "language", ["ar", "ar-SA", "AR_eg", "he", "fa-IR", "ur", "ps", "ckb", "dv", "az-Arab", "pa-Arab-PK", "yi"]
)
def test_language_runs_from_right_to_left(language: str) -> None:
    assert direction_of(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "en-US", "fr", "ru", "zh-Hans", "ar-Latn", "ku", "tr", "", "xx"])
def test_language_runs_from_left_to_right(language: str) -> None:
    assert direction_of(language) == "ltr"


@pytest.mark.parametrize(
    ("words", "direction"),
    [("12 (شباط) IGF", "rtl"), ("IGF 2026 شباط", "ltr"), ("עברית", "rtl"), ("12 – 3", None), ("", None)],
)
def test_words_without_a_language_run_as_their_first_letter(words: str, direction: Direction | None) -> None:
    assert first_direction(words) == direction


# --- the table of time ranges ---


@pytest.mark.parametrize(
    ("stored", "alone", "after_arabic", "in_english"),
    [
        ("09:00-09:45", "09:00-09:45", "09:45-09:00", "09:00-09:45"),
        ("09:00 - 09:45", "09:45 - 09:00", "09:45 - 09:00", "09:00 - 09:45"),
        ("09:00–09:45", "09:45–09:00", "09:45–09:00", "09:00–09:45"),
        ("09:00 – 09:45", "09:45 – 09:00", "09:45 – 09:00", "09:00 – 09:45"),
        ("09:00\u221209:45", "09:00\u221209:45", "09:45\u221209:00", "09:00\u221209:45"),
        ("09:00\u201109:45", "09:45\u201109:00", "09:45\u201109:00", "09:00\u201109:45"),
        (f"{RLM}09:00 – 09:45", "09:45 – 09:00", "09:45 – 09:00", "09:45 – 09:00"),
        (f"{RLM}09:00-09:45", "09:00-09:45", "09:00-09:45", "09:00-09:45"),
        (f"09:00{RLM}-{RLM}09:45", "09:45-09:00", "09:45-09:00", "09:0009:45-"),
        (f"{LRM}09:00 – 09:45{LRM}", "09:00 – 09:45", "09:00 – 09:45", "09:00 – 09:45"),
        (f"{ALM}09:00-09:45", "09:45-09:00", "09:45-09:00", "09:45-09:00"),
        ("٠٩:٠٠-٠٩:٤٥", "٠٩:٤٥-٠٩:٠٠", "٠٩:٤٥-٠٩:٠٠", "٠٩:٤٥-٠٩:٠٠"),
    ],
)
def test_time_range_is_seen_as_the_table_says(stored: str, alone: str, after_arabic: str, in_english: str) -> None:
    assert seen(stored, "rtl") == alone
    assert seen(f"من {stored}", "rtl") == f"{after_arabic} نم"
    assert seen(stored, "ltr") == in_english


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("14–18", "18–14"),
        ("14-18", "14-18"),
        ("من 14-18", "18-14 نم"),
        ("14/02/2026", "14/02/2026"),
        ("من 14/02/2026", "14/02/2026 نم"),
        ("من 2026-02-14", "14-02-2026 نم"),
        ("50%", "50%"),
        ("من 50%", "%50 نم"),
        ("UN DESA، 14–18 شباط", "طابش UN DESA، 14–18"),
        ("IGF 2026: الاجتماع", "عامتجالا :IGF 2026"),
        ("IGF 2026*", "*IGF 2026"),
    ],
)
def test_mixed_text_is_seen_as_found_in_writer_and_qt(stored: str, shown: str) -> None:
    assert seen(stored, "rtl") == shown


# --- runs ---


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("الاجتماع للفريق MAG التابع له", "الاجتماع للفريق  | MAG[L] |  التابع له"),
        ("البند 93 (أ)، والوثيقة E/ESCWA/C.8/2026/3", "البند 93 (أ)، والوثيقة  | E/ESCWA/C.8/2026/3[L]"),
        ("الجلسة 1: IGF 2026* (UN DESA)", "الجلسة 1:  | IGF 2026* (UN DESA)[L]"),
        ("IGF (MAG) عربي", "IGF (MAG)[L] |  عربي"),
        ("93 (أ)", "93 (أ)"),
        (f"{RLM}09:00{NBSP}–{NBSP}09:45", f"{RLM}09:00{NBSP}–{NBSP}09:45"),
        (f"{LRM}09:00{NBSP}–{NBSP}09:45{LRM}", f"{LRM}09:00{NBSP}–{NBSP}09:45{LRM}[L]"),
        ("IGF 2026*", "IGF 2026[L] | *"),
    ],
)
def test_arabic_paragraph_is_split_by_resolved_direction(text: str, split: str) -> None:
    assert as_shown(runs(text, "rtl")) == split


def test_english_paragraph_is_split_by_resolved_direction() -> None:
    assert as_shown(runs("See item 93 (أ) 5, page 2.", "ltr")) == "See item 93 ([L] | أ | ) [L] | 5 | , page 2.[L]"


def test_numbers_after_arabic_in_english_run_with_it() -> None:
    assert runs("The word شباط 2026 here", "ltr")[1] == Run("شباط 2026", rtl=True)


def test_empty_text_has_no_runs() -> None:
    assert runs("", "rtl") == ()
    assert runs("", "ltr") == ()


def test_pieces_are_resolved_together_and_split_apart() -> None:
    assert runs_over(["البند ", "", "IGF", " 20", "26 شباط"], "rtl") == [
        (Run("البند ", rtl=True),),
        (),
        (Run("IGF", rtl=False),),
        (Run(" 20", rtl=False),),
        (Run("26", rtl=False), Run(" شباط", rtl=True)),
    ]


def test_a_bracket_closed_in_another_piece_is_still_paired() -> None:
    assert runs_over(["IGF (", "MAG", ") عربي"], "rtl")[2] == (Run(")", rtl=False), Run(" عربي", rtl=True))


# --- single rules ---


def test_letters_of_resolution_tell_numbers_apart() -> None:
    assert resolve("12 א 34 ب 56 ٧", "rtl") == "EERRREERRRAARA"
    assert resolve("12 a 34", "ltr") == "LLLLLLL"


def test_canonically_equivalent_brackets_pair() -> None:
    assert resolve("a\u2329b\u3009 ع", "rtl") == "LLLLRR"
    assert resolve("a\u2329b) ع", "rtl") == "LLLRRR"


def test_marks_on_a_bracket_follow_it() -> None:
    assert resolve("a(b)\u0301\u0301 ع", "rtl") == "LLLLLLRR"


def test_invisible_characters_change_nothing() -> None:
    assert resolve("a\u200d(\u200cb\u200b) 1\u200d2 ع", "rtl") == "LLLLLLLLLLLRR"


def test_lines_are_resolved_apart() -> None:
    assert resolve("IGF\n2026 ع\n14", "rtl") == "LLL" + "R" + "EEEERR" + "R" + "EE"


def test_tab_and_the_space_before_it_run_with_the_paragraph() -> None:
    assert resolve("ع \tع", "ltr") == "RLLR"
    assert resolve("a \tb", "rtl") == "LRRL"


def test_trailing_space_runs_with_the_paragraph() -> None:
    assert resolve("ع \u200d", "ltr") == "RLL"


def test_levels_are_those_of_the_paragraph() -> None:
    assert levels("a 1 ب 2", "ltr") == (0, 0, 0, 0, 1, 1, 2)
    assert levels("a 1 ب 2", "rtl") == (2, 2, 2, 1, 1, 1, 2)


def test_every_paired_bracket_is_known() -> None:
    every = map(chr, range(0x110000))
    paired = [sign for sign in every if unicodedata.category(sign) in ("Ps", "Pe") and unicodedata.mirrored(sign)]
    assert {bidi_classes(sign) for sign in paired if unicodedata.category(sign) == "Ps"} == {"("}
    assert {bidi_classes(sign) for sign in paired if unicodedata.category(sign) == "Pe"} == {")"}
    assert bidi_classes("\ufd3e\ufd3f\u201a") == "ooo"


@pytest.mark.parametrize("pair", ["()", "[]", "{}", "<>", "«»", "‹›", "≤≥", "\u2329\u232a", "\u298d\u2990"])
def test_mirror_images_exchange(pair: str) -> None:
    assert mirrored(pair) == pair[::-1]


def test_only_right_to_left_text_is_mirrored() -> None:
    text = "البند 93 (أ) IGF (UN) «ب»"
    assert visual(text, "rtl") == "»ب« IGF (UN) )أ( 93 دنبلا"
    assert visual(text, "rtl", mirror=True) == "«ب» IGF (UN) (أ) 93 دنبلا"
    assert visual("a (b) (א<ב)", "ltr", mirror=True) == "a (b) (ב>א)"


# --- the oracle ---

LETTERS = "ابجدعمنةىلا" + "אבש" + "abcXYZé"
DIGITS = "0123456789" + "٠١٢٣٩" + "۴"
SIGNS = "()[]{}<>«»\u2329\u232a\u3008\u3009" + "+-\u2212$%#€°/:,.،" + "؛–—*!\"'"
SPACES = f"   {NBSP}\t"
MARKS = f"{RLM}{LRM}{ALM}\u064b\u0651\u0301"
INVISIBLE = "\u200b\u200c\u200d"
ALPHABET = LETTERS + DIGITS + SIGNS + SPACES + MARKS + INVISIBLE


def mixed_texts(seed: int, count: int) -> list[str]:
    """Random texts; one with a tab or an invisible character has an Arabic letter first.

    The oracle leaves a line without right-to-left characters alone, although its tabs run with the paragraph.
    """
    source = random.Random(seed)
    drawn = ("".join(source.choices(ALPHABET, k=source.randint(1, 28))) for _ in range(count))
    return [f"ع{text}" if {"\t", *INVISIBLE} & set(text) else text for text in drawn]


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("seed", range(10))
def test_random_texts_are_seen_as_the_oracle_shows_them(seed: int, base: Direction) -> None:
    wrong = [
        text for text in mixed_texts(seed, 6000) if visual(text, base) != get_display(text, base_dir=base[0].upper())
    ]
    assert wrong == []


@settings(deadline=None)
@given(st.text(st.sampled_from(ALPHABET + "\n")), st.sampled_from(BASES))
def test_resolving_neither_loses_nor_invents(text: str, base: Direction) -> None:
    resolved = resolve(text, base)
    assert len(resolved) == len(text)
    assert set(resolved) <= set("LREA")
    assert "".join(run.text for run in runs(text, base)) == text
    assert sorted(visual(text, base)) == sorted(text)


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from(ALPHABET), max_size=8)), st.sampled_from(BASES))
def test_runs_over_pieces_agree_with_the_whole(pieces: list[str], base: Direction) -> None:
    letters = ["R" if run.rtl else "L" for split in runs_over(pieces, base) for run in split for _ in run.text]
    assert "".join(letters) == resolve("".join(pieces), base).replace("E", "R").replace("A", "R")
