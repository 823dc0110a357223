"""List letters, note marks and digits by their places."""

import pytest

from igfeditor.language.numerals import abjad_letter, arabic_indic, latin_letter, note_mark, parted
from tests.language.styles import ARABIC, ENGLISH, INDIC, NBSP, RLM, arabic, english

ABJAD = "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ"


def test_arabic_letters_stand_in_abjad_order() -> None:
    assert " ".join(abjad_letter(index) for index in range(28)) == ABJAD


def test_letters_beyond_the_alphabet_are_doubled_as_drafters_do() -> None:
    assert [latin_letter(index) for index in (0, 25, 26, 27, 51, 52)] == ["a", "z", "aa", "bb", "zz", "aaa"]
    assert [abjad_letter(index) for index in (28, 29, 32, 55, 56)] == ["أأ", "بب", "ههـ", "غغ", "أأأ"]


def test_two_hundred_sub_items_have_letters_of_their_own() -> None:
    for letter in (latin_letter, abjad_letter):
        assert len({letter(index) for index in range(200)}) == 200


def test_letters_are_closed_as_the_house_wants() -> None:
    assert (ENGLISH.letter(0), english(letters="bracket").letter(0)) == ("a.", "(a)")
    assert (ARABIC.letter(4), arabic(letters="bracket").letter(4)) == ("هـ.", "(هـ)")


def test_first_six_notes_have_the_signs_of_tradition_and_no_sign_comes_twice() -> None:
    assert [note_mark(index) for index in range(8)] == ["*", "**", "†", "‡", "§", "¶", "††", "‡‡"]
    assert len({note_mark(index) for index in range(100)}) == 100


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (12, "12"), (1440, "1440")])
def test_numbers_are_european_unless_the_house_wants_others(number: int, text: str) -> None:
    assert (ENGLISH.number(number), ARABIC.number(number)) == (text, text)
    assert INDIC.number(number) == arabic_indic(text) != text


def test_arabic_indic_digits_are_those_of_arabic_not_of_persian() -> None:
    assert [ord(digit) for digit in INDIC.number(1234567890)] == [*range(0x661, 0x66A), 0x660]


def test_choice_of_digits_touches_arabic_only() -> None:
    assert english(digits="arabic-indic").item_number(12) == "12."


def test_item_number_ends_in_a_stop() -> None:
    assert (ENGLISH.item_number(3), ARABIC.item_number(3), INDIC.item_number(3)) == ("3.", "3.", "٣.")


def test_waw_is_kept_apart_from_an_arabic_indic_digit_only() -> None:
    assert [parted(text) for text in ("٩", f"{RLM}٩", "9", "ب", "")] == [f"{NBSP}٩", f"{NBSP}{RLM}٩", "9", "ب", ""]
