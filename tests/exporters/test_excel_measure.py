"""How tall texts are reckoned to be; what LibreOffice makes of it is tested with the pages."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.exporters.excel_measure import TALLEST_ROW, Room, cuts, height, line_counts
from igfeditor.exporters.letter_widths import width_of
from igfeditor.language.bidi import Direction

ENGLISH = Room(40, 10, "ltr")
ARABIC = Room(40, 11.5, "rtl")


def line_count(text: str, ems: float) -> int:
    return line_counts(text, [ems])[0]


def test_a_line_ends_at_a_space_which_may_hang_over_or_at_a_hyphen_between_letters() -> None:
    assert line_count("aaaa bbbb", width_of("aaaa")) == 2
    assert line_count("aaaa bbbb", width_of("aaaa bbbb")) == 1
    assert line_count("high-level body", width_of("high-")) == 3
    assert line_count("aa 14-18 bb", width_of("aa 14-")) == 3
    assert line_count("one\n\nthree", 100) == 3
    assert line_count("x" * 30, width_of("x" * 10)) == 3
    assert line_count("no\u00a0break here", width_of("no\u00a0break")) == 2


def test_heavy_letters_take_more_room() -> None:
    text = "word " * 40
    label = "Day 1: " + text

    assert ENGLISH.with_heavy(len(text)) == Room(40, 10, "ltr", bold=True)
    assert ENGLISH.with_heavy(0) == ENGLISH
    assert height(label, ENGLISH) <= height(label, ENGLISH.with_heavy(6)) <= height(label, ENGLISH.with_heavy(60))
    assert ENGLISH.with_heavy(6).ems < ENGLISH.ems


def test_many_short_arabic_lines_have_the_room_that_excel_gives_them() -> None:
    assert height("سطر\n" * 9 + "سطر", ARABIC) >= 10 * 11.5 * 1.275


@given(st.text("ab ُكتٌ-\n", max_size=3_000), st.sampled_from([ENGLISH, ARABIC, Room(3, 18, "rtl", bold=True)]))
def test_parts_are_never_too_tall_and_part_no_vowel_sign_from_its_letter(text: str, room: Room) -> None:
    places = cuts(text, room)
    parts = [text[start:end] for start, end in zip((0, *places), (*places, None), strict=True)]

    assert "".join(parts) == text
    assert all(height(part.removesuffix("\n"), room) <= TALLEST_ROW + 1 for part in parts)
    assert not any(unicodedata.combining(text[place]) and text[place - 1].isalpha() for place in places)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_space_after_a_full_line_hangs_over_and_makes_no_other(direction: Direction) -> None:
    room = Room(width=20, size=10, direction=direction)
    line = next("a" * count for count in range(200, 0, -1) if height("a" * count, room) == height("a", room))
    assert height(f"{line} ", room) == height(line, room)
    assert height(f"{line}  ", room) == height(line, room)
