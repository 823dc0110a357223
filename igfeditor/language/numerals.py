"""Digits, list letters and note marks: what a place in a row is printed as."""

from __future__ import annotations

from typing import Final

from igfeditor.language.bidi import LRM, RLM

NBSP: Final = "\u00a0"
HEH: Final = "\u0647"
TATWEEL: Final = "\u0640"

_ARABIC_INDIC: Final = str.maketrans("0123456789", "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669")
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ABJAD: Final = "أبجد\u0647وزحطيكلمنسعفصقرشتثخذضظغ"
_SINGLE_MARKS: Final = ("*", "**", "†", "‡", "§", "¶")
_REPEATED_MARKS: Final = _SINGLE_MARKS[2:]


def arabic_indic(text: str) -> str:
    """Write the European digits of a text as Arabic-Indic ones, U+0660 to U+0669 (R42)."""
    return text.translate(_ARABIC_INDIC)


def latin_letter(index: int) -> str:
    """Give the list letter of a place, from 0: a … z, then aa, bb …, as drafters and Word go on."""
    return _repeated(_LATIN, index)


def abjad_letter(index: int) -> str:
    """Give the Arabic list letter of a place, from 0, in abjad order: أ ب ج د هـ … غ, then أأ، بب ….

    A heh keeps its tatweel, so that it has the form in which official lists print it (R16).
    """
    letters = _repeated(_ABJAD, index)
    return letters + TATWEEL if letters.endswith(HEH) else letters


def _repeated(letters: str, index: int) -> str:
    rounds, place = divmod(index, len(letters))
    return letters[place] * (rounds + 1)


def note_mark(index: int) -> str:
    """Give the mark of a note's place, from 0: *, **, †, ‡, §, ¶, then ††, ‡‡, §§, ¶¶, †††, never one twice."""
    if index < len(_SINGLE_MARKS):
        return _SINGLE_MARKS[index]
    rounds, place = divmod(index - len(_SINGLE_MARKS), len(_REPEATED_MARKS))
    return _REPEATED_MARKS[place] * (rounds + 2)


def parted(text: str) -> str:
    """Put a no-break space before a text that begins with an Arabic-Indic digit.

    The conjunction و is written onto the next word; before ١٢ it would read as the digit ٩.
    """
    opening = text.lstrip(RLM + LRM)[:1]
    return NBSP + text if "\u0660" <= opening <= "\u0669" else text
