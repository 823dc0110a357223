"""The one text widget of the window: one text in one language, formatted, with the direction of its language.

It shows a stored text and tells what the user made of it (`edited`); it stores nothing, and its own undo is off, for
undo is the session's. A text that comes from elsewhere is written into it piece by piece and the caret is kept; while
an input method composes, such a text waits.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from igfeditor.errors import Sentence, sentence
from igfeditor.gui import text_markup, text_paste
from igfeditor.gui.text_keys import is_of_text
from igfeditor.gui.theme import colours
from igfeditor.language.bidi import direction_of
from igfeditor.language.markup import Piece, parse

Letters = memoryview
"""The letters of a document as it counts them, in UTF-16."""

CARET_ROOM: Final = 3
"""What an editor is wider than its text, so that a caret at the right end is seen whole."""

FORMATTING: Final = sentence("Formatting")
PASTING: Final = sentence("Pasting")

# Direction is the language's business: controls that a keyboard or an input method may send are not text (R43).
_CONTROLS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DIRECTION_KEYS: Final = frozenset((Qt.Key.Key_Direction_L, Qt.Key.Key_Direction_R))
_ENTER_KEYS: Final = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class Light(IntEnum):
    """What letters are lit for; a later one lies over those before."""

    STALE = 0
    FOUND = 1
    MISSPELT = 2


class TextEditor(QTextEdit):
    """An editor of one paragraph; `edited` carries the stored text and the deed, None for plain typing."""

    edited = Signal(str, object)
    pasted = Signal(str)
    focused = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    entered = Signal(bool)
    left = Signal(bool)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """Make an empty editor for a language."""
        super().__init__(parent)
        self.language = language
        self.placeholder = ""
        self._is_filling = False
        self._is_composing = False
        self._deed: Sentence | None = None
        self._stored = ""
        self._loaded = ("", parse(""))
        self._waiting: str | None = None
        self._mark_of: text_markup.Marks = text_markup.marks_from({})
        self._lights: dict[Light, list[QTextEdit.ExtraSelection]] = {}
        self._dress()
        self.textChanged.connect(self._tell)

    def _dress(self) -> None:
        self.setFrameStyle(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        frame = self.document().rootFrame().frameFormat()
        frame.setRightMargin(CARET_ROOM)
        self.document().rootFrame().setFrameFormat(frame)
        self.setCursorWidth(2)
        text_markup.draw_note_marks(self.document())
        self.set_language(self.language)

    def set_language(self, language: str) -> None:
        """Take the direction of a language: of the whole document, so that an empty text has it too (R39, R44)."""
        self.language = language
        is_rtl = direction_of(language) == "rtl"
        direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(direction)
        option = self.document().defaultTextOption()
        option.setTextDirection(direction)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)

    # --- the text ------------------------------------------------------------------------------------------

    @property
    def stored(self) -> str:
        """Give the text as it is stored."""
        return self._stored

    @property
    def is_composing(self) -> bool:
        """Tell whether an input method is at work on a word."""
        return self._is_composing

    @property
    def is_filling(self) -> bool:
        """Tell whether the letters that change are not the user's doing."""
        return self._is_filling

    def set_marks(self, mark_of: text_markup.Marks) -> None:
        """Say which mark each note has."""
        self._mark_of = mark_of

    def show_text(self, stored: str) -> None:
        """Show a stored text that comes from elsewhere; the caret stays at its letter."""
        if stored == self._stored:
            self._waiting = None
            return
        if self._is_composing:
            self._waiting = stored
            return
        self._stored = stored
        self._loaded = (stored, parse(stored))
        self._fill(stored)

    def unmark(self) -> None:
        """Mark no letters any more, for the text is another one."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def _fill(self, stored: str) -> None:
        before, caret = self._letters(), self.textCursor()
        places = (caret.anchor(), caret.position())
        self._is_filling = True
        writer = QTextCursor(self.document())
        writer.beginEditBlock()
        writer.select(QTextCursor.SelectionType.Document)
        writer.removeSelectedText()
        writer.setCharFormat(QTextCharFormat())
        text_markup.insert_text(writer, stored, self._mark_of)
        writer.endEditBlock()
        self._is_filling = False
        after = self._letters()
        anchor, position = (_same_place(before, after, place) for place in places)
        caret.setPosition(anchor)
        caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(caret)

    def _letters(self) -> Letters:
        return memoryview(self.document().toRawText().encode("utf-16-le", "surrogatepass")).cast("H")

    def _tell(self) -> None:
        """Tell what the user made of the text; a look that says the same as what was loaded is what was loaded."""
        if self._is_filling:
            return
        self._drop_controls()
        pieces = text_markup.pieces_of(self.document())
        loaded, loaded_pieces = self._loaded
        stored = loaded if pieces == loaded_pieces else text_markup.write(pieces)
        if stored != self._stored:
            self._stored = stored
            self._waiting = None
            self.edited.emit(stored, self._deed)

    def _drop_controls(self) -> None:
        letters = self.document().toRawText()
        found = [match.start() for match in _CONTROLS.finditer(letters)]
        if not found and "\u2029" not in letters:
            return
        self._is_filling = True
        cursor = QTextCursor(self.document())
        for place in reversed(found):
            # The document counts in UTF-16.
            cursor.setPosition(len(letters[:place].encode("utf-16-le")) // 2)
            cursor.deleteChar()
        while self.document().blockCount() > 1:
            cursor.setPosition(self.document().begin().next().position())
            cursor.deletePreviousChar()
            cursor.insertText(" ")
        self._is_filling = False

    # --- formatting ----------------------------------------------------------------------------------------

    def bold(self) -> None:
        """Make the marked words strong, or no longer."""
        is_strong = self.currentCharFormat().fontWeight() > QFont.Weight.Medium
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Normal if is_strong else QFont.Weight.Bold)
        self._format(look)

    def italic(self) -> None:
        """Emphasise the marked words, or no longer."""
        look = QTextCharFormat()
        look.setFontItalic(not self.currentCharFormat().fontItalic())
        self._format(look)

    @property
    def address(self) -> str:
        """Give the address of the link where the caret stands or marked words begin, or nothing."""
        return text_markup.address_of(text_markup.link_around(self.textCursor()))

    def link(self, address: str) -> None:
        """Make the marked words a link; where none are marked, change the link there, or write the address as one.

        Without an address a link is taken off, and its words stay.
        """
        cursor = self.textCursor()
        there = cursor if cursor.hasSelection() else text_markup.link_around(cursor)
        with self._with(FORMATTING):
            if there is not None:
                text_markup.relink(there, address, self._mark_of)
            elif address:
                text_markup.insert_pieces(cursor, [Piece(address, link=address)], self._mark_of)

    def note(self, note_id: str) -> None:
        """Set the mark of a note where the caret stands."""
        with self._with(FORMATTING):
            cursor = self.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            text_markup.insert_pieces(cursor, [Piece("", note=note_id)], self._mark_of)

    def replace(self, cursor: QTextCursor, words: str, deed: Sentence) -> None:
        """Write other words in the place of marked ones, in the look of their first letter."""
        first = QTextCursor(self.document())
        first.setPosition(cursor.selectionStart() + 1)
        with self._with(deed):
            cursor.insertText(words, first.charFormat())

    def _format(self, look: QTextCharFormat) -> None:
        with self._with(FORMATTING):
            self.mergeCurrentCharFormat(look)

    def _with(self, deed: Sentence) -> _Deed:
        return _Deed(self, deed)

    def set_deed(self, deed: Sentence | None) -> None:
        """Name the deed that the next changes belong to; None is typing."""
        self._deed = deed

    # --- keys ----------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave to the window all keys with Control that are not those of every text."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not is_of_text(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys as every text does, but for undo, Enter and Tab."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_requested.emit()
        elif event.key() in _ENTER_KEYS:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.left.emit(event.key() == Qt.Key.Key_Tab)
        elif event.key() not in _DIRECTION_KEYS:
            self._leave_special_look(event)
            super().keyPressEvent(event)

    def _leave_special_look(self, event: QKeyEvent) -> None:
        """Give typed letters no look that belongs to a note mark, or to a link that ended before them."""
        cursor = self.textCursor()
        if not event.text() or cursor.hasSelection():
            return
        ahead = QTextCursor(cursor)
        ahead.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        at_end = not ahead.hasSelection() or ahead.charFormat().anchorHref() != cursor.charFormat().anchorHref()
        look = text_markup.typed_format(cursor.charFormat(), at_end_of_link=at_end)
        if look is not None:
            self.setCurrentCharFormat(look)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose; what came from elsewhere meanwhile is shown afterwards."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._is_composing and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.show_text(waiting)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this is now the text that deeds are about."""
        super().focusInEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the list that holds the editor scroll."""
        event.ignore()

    # --- pasting -------------------------------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text in any form, and nothing else."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what is text, cleaned, and tell what was changed; nothing is loaded from anywhere."""
        paste = text_paste.read(source, self.language)
        if not paste.pieces:
            return
        with self._with(PASTING):
            cursor = self.textCursor()
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            text_markup.insert_pieces(cursor, paste.pieces, self._mark_of)
            cursor.endEditBlock()
            self.setTextCursor(cursor)
        if paste.words:
            self.pasted.emit(paste.words)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the marked words as text and as simple HTML."""
        cursor = self.textCursor()
        pieces = text_markup.pieces_of(self.document(), cursor.selectionStart(), cursor.selectionEnd())
        return text_paste.written(pieces, self._mark_of)

    # --- looks ---------------------------------------------------------------------------------------------

    def light(self, what: Light, lights: list[QTextEdit.ExtraSelection]) -> None:
        """Give letters a further look that is no part of the text."""
        if lights or self._lights.get(what):
            self._lights[what] = lights
            self.setExtraSelections([one for layer in sorted(self._lights) for one in self._lights[layer]])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, or what an empty one waits for."""
        if self.placeholder and self.document().isEmpty() and not self._is_composing:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(colours().quiet))
            painter.setFont(self.font())
            option = QTextOption(self.document().defaultTextOption())
            air = self.document().documentMargin()
            place = QRectF(self.viewport().rect()).adjusted(air, air, -air, -air)
            painter.drawText(place, self.placeholder, option)
            painter.end()
        super().paintEvent(event)


class _Deed:
    """The time in which an editor's changes are one deed."""

    def __init__(self, editor: TextEditor, deed: Sentence) -> None:
        self._editor = editor
        self._named = deed

    def __enter__(self) -> None:
        self._editor.set_deed(self._named)

    def __exit__(self, *_: object) -> None:
        self._editor.set_deed(None)


def _same_place(before: Letters, after: Letters, place: int) -> int:
    """Give where a caret stands in a changed text: at the letter that it stood at, counted from the nearer end."""
    shared = 0
    most = min(len(before), len(after))
    while shared < most and before[shared] == after[shared]:
        shared += 1
    if place <= shared:
        return place
    return max(shared, len(after) - (len(before) - place))
