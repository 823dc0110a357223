"""Stored texts with their markup, shown in a Qt document and read back from it: the two are inverse.

A paragraph of the document is one text. What is strong, emphasised or a link is so by its character format; a note
mark is one object in the text, drawn raised, so that a caret stands before or behind it and never within. Characters
that a Qt document takes for its own structure are held by others and come back as what they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from igfeditor.gui.theme import colours
from igfeditor.language.markup import Piece, normalised, parse, write

MARK_SCALE: Final = 0.8
OBJECT: Final = "\ufffc"
LINE: Final = "\u2028"

_NOTE: Final = QTextFormat.Property.UserProperty + 1
_MARK: Final = QTextFormat.Property.UserProperty + 2
_HELD: Final = QTextFormat.Property.UserProperty + 3
_NOTE_OBJECT: Final = QTextFormat.ObjectTypes.UserObject + 1
_HOLDER: Final = "\u2423"
# Ends of lines, paragraphs and frames, and the object character, mean something to Qt; a line feed is U+2028 there.
_STRUCTURE: Final = frozenset("\r\u2028\u2029\ufdd0\ufdd1\ufffc")

Marks = Callable[[str], str]
"""Gives the printed mark of a note by its id."""


class NoteMarks(QPyTextObject):
    """Draws note marks in a document, smaller and raised."""

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, N803 - Qt's names
        """Say how much room a mark takes on its line."""
        metrics = QFontMetricsF(_mark_font(format))
        return QSizeF(metrics.horizontalAdvance(_mark_of(format)), metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's signature
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        """Draw a mark."""
        painter.setFont(_mark_font(format))
        painter.setPen(QColor(colours().accent))
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, _mark_of(format))


def draw_note_marks(document: QTextDocument) -> None:
    """Teach a document to draw note marks; the drawer belongs to the document."""
    document.documentLayout().registerHandler(_NOTE_OBJECT, NoteMarks(document))


def _mark_font(look: QTextFormat) -> QFont:
    font = QFont(look.toCharFormat().font())
    font.setPointSizeF(max(font.pointSizeF(), 1.0) * MARK_SCALE)
    return font


def _mark_of(look: QTextFormat) -> str:
    return str(look.property(_MARK) or "*")


# --- from stored to shown ----------------------------------------------------------------------------------


def insert_text(cursor: QTextCursor, stored: str, mark_of: Marks) -> None:
    """Insert a stored text, formatted, where a cursor stands."""
    insert_pieces(cursor, parse(stored), mark_of)


def insert_pieces(cursor: QTextCursor, pieces: Iterable[Piece], mark_of: Marks) -> None:
    """Insert pieces of text where a cursor stands."""
    for piece in pieces:
        look = char_format(piece)
        if piece.note is not None:
            cursor.insertText(OBJECT, note_format(piece, mark_of, cursor.document().defaultFont()))
            continue
        for text, held in _held_apart(piece.text):
            if held:
                special = QTextCharFormat(look)
                special.setProperty(_HELD, held)
                cursor.insertText(_HOLDER, special)
            else:
                cursor.insertText(text.replace("\n", LINE), look)


def char_format(piece: Piece) -> QTextCharFormat:
    """Give the look of a piece of text."""
    look = QTextCharFormat()
    if piece.strong:
        look.setFontWeight(QFont.Weight.Bold)
    if piece.emphasis:
        look.setFontItalic(True)
    if piece.link is not None:
        set_link(look, piece.link)
    return look


def set_link(look: QTextCharFormat, address: str) -> None:
    """Make a look that of a link."""
    look.setAnchor(True)
    look.setAnchorHref(address)
    look.setForeground(QColor(colours().accent))
    look.setFontUnderline(True)


def link_around(cursor: QTextCursor) -> QTextCursor | None:
    """Mark the whole of the link in which a caret stands or marked words begin, at its edges too."""
    place, found = cursor.selectionStart(), QTextCursor(cursor.document())
    step, end, address = cursor.document().findBlock(place).begin(), -1, ""
    while not step.atEnd():
        fragment = step.fragment()
        look = fragment.charFormat()
        here = look.anchorHref() if look.isAnchor() else ""
        if here != address or fragment.position() != end:
            if address and found.position() <= place <= end:
                break
            found.setPosition(fragment.position())
            address = here
        end = fragment.position() + fragment.length()
        step += 1
    if not address or not found.position() <= place <= end:
        return None
    found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return found


def address_of(link: QTextCursor | None) -> str:
    """Give the address of a marked link."""
    return "" if link is None else link.charFormat().anchorHref()


def relink(cursor: QTextCursor, address: str, mark_of: Marks) -> None:
    """Give marked words an address, or none; they are marked afterwards as before."""
    pieces = pieces_of(cursor.document(), cursor.selectionStart(), cursor.selectionEnd())
    linked = [piece if piece.note else replace(piece, link=address or None) for piece in pieces]
    insert_pieces(cursor, linked, mark_of)


def note_format(piece: Piece, mark_of: Marks, font: QFont) -> QTextCharFormat:
    """Give the look of a note mark."""
    look = char_format(Piece("", strong=piece.strong, emphasis=piece.emphasis))
    # An object has no text whose font Qt would look up: it is told.
    look.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
    if piece.strong:
        look.setFontWeight(QFont.Weight.Bold)
    look.setObjectType(_NOTE_OBJECT)
    look.setProperty(_NOTE, piece.note)
    look.setProperty(_MARK, mark_of(piece.note or ""))
    return look


def _held_apart(text: str) -> Iterator[tuple[str, str]]:
    """Part the characters that Qt would take for structure from the others: (text, "") or ("", character)."""
    begin = 0
    for place, character in enumerate(text):
        if character in _STRUCTURE:
            if begin < place:
                yield text[begin:place], ""
            yield "", character
            begin = place + 1
    if begin < len(text):
        yield text[begin:], ""


# --- from shown to stored ----------------------------------------------------------------------------------


def stored_text(document: QTextDocument) -> str:
    """Give what a document says as a stored text."""
    return write(pieces_of(document))


def pieces_of(document: QTextDocument, start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """Give what a document says, or the part between two positions, as pieces in normal form."""
    return normalised(_pieces(document, start, document.characterCount() if end is None else end))


def _pieces(document: QTextDocument, start: int, end: int) -> Iterator[Piece]:
    block = document.begin()
    while block.isValid():
        if start < block.position() < end:
            yield Piece("\n")
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            first = max(start - fragment.position(), 0)
            text = _between(fragment.text(), first, end - fragment.position())
            if text:
                yield from _fragment_pieces(text, fragment.charFormat())
            step += 1
        block = block.next()


def _between(text: str, start: int, end: int) -> str:
    """Give a part of a text whose places are counted as Qt does, in UTF-16."""
    if start <= 0 and end >= 2 * len(text):
        return text
    coded = text.encode("utf-16-le", "surrogatepass")
    return coded[2 * max(start, 0) : 2 * max(end, 0)].decode("utf-16-le", "replace")


def _fragment_pieces(text: str, look: QTextCharFormat) -> Iterator[Piece]:
    strong = look.fontWeight() > QFont.Weight.Medium
    emphasis = look.fontItalic()
    note = look.property(_NOTE)
    link = (look.anchorHref() or None) if look.isAnchor() else None
    if note and OBJECT in text:
        for character in text:
            yield Piece("", strong, emphasis, note=str(note)) if character == OBJECT else Piece(character, strong)
        return
    held = look.property(_HELD)
    text = text.replace(_HOLDER, str(held)) if held else text.replace(LINE, "\n").replace(OBJECT, "")
    yield Piece(text, strong, emphasis, link)


def marked_letters(document: QTextDocument, start: int, end: int) -> QTextCursor | None:
    """Mark letters of what a document says, counted without note marks; nothing where it has not so many."""
    letters = document.toRawText()
    places = [place for place, letter in enumerate(letters) if letter != OBJECT]
    if not 0 <= start <= end <= len(places):
        return None
    last = places[end - 1] + 1 if start < end else places[start] if start < len(places) else len(letters)
    return cursor_over(document, places[start] if start < end else last, last)


def cursor_over(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Mark letters of a document, counted as in its raw text, note marks and all."""
    letters, cursor = document.toRawText(), QTextCursor(document)
    cursor.setPosition(_units(letters[:start]))
    cursor.setPosition(_units(letters[:end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def raw_place(document: QTextDocument, position: int) -> int:
    """Count the letters of the raw text before a position of a document."""
    letters = document.toRawText().encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(letters.decode("utf-16-le", "replace"))


def letters_before(document: QTextDocument, position: int) -> int:
    """Count the letters before a position of a document, without note marks."""
    letters = document.toRawText().encode("utf-16-le", "surrogatepass")[: 2 * position]
    return sum(letter != OBJECT for letter in letters.decode("utf-16-le", "replace"))


def _units(text: str) -> int:
    """Count as a document does, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def typed_format(look: QTextCharFormat, *, at_end_of_link: bool) -> QTextCharFormat | None:
    """Give the look that a typed letter has after text of a look, where it is another: no mark, no longer a link."""
    special = look.hasProperty(_NOTE) or look.hasProperty(_HELD)
    if not special and not (at_end_of_link and look.isAnchor()):
        return None
    plain = char_format(Piece("", strong=look.fontWeight() > QFont.Weight.Medium, emphasis=look.fontItalic()))
    if look.isAnchor() and not at_end_of_link:
        set_link(plain, look.anchorHref())
    return plain


def marks_from(words: Mapping[str, str]) -> Marks:
    """Give the marks that a map of note ids knows, and an asterisk for any other."""
    return lambda note: words.get(note, "") or "*"
