"""How wide letters are reckoned to be; the true widths are those of the fonts that replace Arial and Times."""

from __future__ import annotations

import pytest

from igfeditor.exporters.letter_widths import Face, width_of


def test_latin_words_are_as_wide_as_in_arial() -> None:
    assert width_of("Agenda item") == pytest.approx(5.614, rel=0.02)
    assert width_of("MMM") > 3 * width_of("iii")


def test_an_arabic_letter_that_joins_nothing_after_it_is_wide() -> None:
    assert width_of("ب") > 2 * (width_of("با") - width_of("ا"))
    assert width_of("بب.") == pytest.approx(width_of("ب") + width_of("بب.") - width_of("ب"))
    assert width_of("كتاب،") - width_of("كتا") > 0.9


def test_marks_take_no_room_and_part_no_letters_and_accents_take_none_of_their_own() -> None:
    assert width_of("كَتَبَ\u200f") == pytest.approx(width_of("كتب"))
    assert width_of("é") == width_of("e\u0301") == width_of("e")


def test_a_hamza_on_the_line_is_joined_to_nothing() -> None:
    assert width_of("شيء") == pytest.approx(width_of("شي") + width_of("ء"))


def test_a_book_face_is_narrower_in_latin_and_lends_the_same_arabic() -> None:
    assert 5.137 <= width_of("Agenda item", Face.BOOK) < 5.137 * 1.04
    assert 2.331 <= width_of("“é…”", Face.BOOK) < 2.331 * 1.04
    assert width_of("جدول الأعمال", Face.BOOK) == pytest.approx(width_of("جدول الأعمال"), rel=0.01)


def test_letters_of_no_table_are_wide_enough() -> None:
    assert width_of("議") >= 1
    assert width_of("я") >= 0.55
    assert width_of("Ж") >= 0.8
