"""Stored texts and Qt documents are inverse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCursor, QTextDocument

from igfeditor.gui.text_markup import draw_note_marks, insert_text, marks_from, pieces_of, stored_text, typed_format
from igfeditor.language.markup import Piece, parse, write

LETTERS = st.one_of(
    st.characters(
        exclude_categories=["Cs"], exclude_characters=[chr(code) for code in range(32) if code not in (9, 10)]
    ),
    st.sampled_from(" *[]\\()^\n\u00a0\u2028\u2029\ufffc\ufdd0\u2423شة\U0001f600"),
)
PIECES = st.builds(
    Piece,
    st.text(LETTERS, max_size=8),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, None, "https://example.org/c_(d)", "mailto:a@b.org"]),
    st.sampled_from([None, None, None, "n1"]),
)


def document_of(stored: str) -> QTextDocument:
    document = QTextDocument()
    draw_note_marks(document)
    insert_text(QTextCursor(document), stored, marks_from({"n1": "**"}))
    return document


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=6))
def test_what_is_shown_reads_as_what_is_stored(qapp: object, pieces: list[Piece]) -> None:
    stored = write(pieces)
    assert stored_text(document_of(stored)) == stored


@pytest.mark.parametrize("stored", ["IGF 2026* and *", "**ب** *ج*", "a [b](https://x.org)[^n1]", "\U0001f600**x**", ""])
def test_a_written_text_comes_back_with_the_same_meaning(qapp: object, stored: str) -> None:
    assert parse(stored_text(document_of(stored))) == parse(stored)


def test_a_text_is_one_paragraph_whatever_it_holds(qapp: object) -> None:
    assert document_of("one\ntwo\u2029three").blockCount() == 1


def test_a_part_is_read_between_places_counted_in_utf_16(qapp: object) -> None:
    document = document_of("\U0001f600a **bold** c")
    assert pieces_of(document, 2, 6) == (Piece("a "), Piece("bo", strong=True))


def test_strong_is_bold_and_a_note_is_one_object(qapp: object) -> None:
    document = document_of("**a**[^n1]")
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    assert cursor.charFormat().fontWeight() == QFont.Weight.Bold
    assert document.characterCount() == 3


def test_what_is_typed_after_a_note_mark_is_plain(qapp: object) -> None:
    document = document_of("a[^n1]")
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    look = typed_format(cursor.charFormat(), at_end_of_link=True)
    assert look is not None
    cursor.insertText("b", look)
    assert stored_text(document) == "a[^n1]b"
