"""The marks under misspelt words of one editor: they wait for a pause, and never stand under the word being typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from igfeditor.gui import text_markup
from igfeditor.gui.text_editor import Light, TextEditor
from igfeditor.gui.theme import colours
from igfeditor.services.spelling import Word, words

PAUSE: Final = 300
"""After how many milliseconds without a change a text is looked through."""


class SpellMarks(QObject):
    """What is marked in an editor; `due` asks to look its text through, and `show_words` takes what was found."""

    due = Signal()

    def __init__(self, editor: TextEditor, is_learned: Callable[[str], bool]) -> None:
        """Follow an editor, and go with it; learned words are not marked."""
        super().__init__(editor)
        self.editor = editor
        self._is_learned = is_learned
        self._found: list[tuple[QTextCursor, str]] = []
        self._typed_at: int | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.due)
        editor.textChanged.connect(self._follow_text)
        editor.cursorPositionChanged.connect(self._follow_caret)
        editor.installEventFilter(self)

    @property
    def text(self) -> str:
        """Give what the editor shows; its letters are counted as words are."""
        return self.editor.document().toRawText()

    def word_at(self, position: int) -> Word | None:
        """Give the word at a position of the document, or that ends there."""
        place = text_markup.raw_place(self.editor.document(), position)
        return next((word for word in words(self.text, self.editor.language) if word.start <= place <= word.end), None)

    def wait(self) -> None:
        """Look the text through after a pause."""
        self._pause.start()

    def show_words(self, misspelt: Iterable[Word]) -> None:
        """Mark these words of the present text."""
        self._found = [(self._cursor(word), word.letters) for word in misspelt]
        self.paint()

    def clear(self) -> None:
        """Mark nothing."""
        self._pause.stop()
        self._found = []
        self.paint()

    def _cursor(self, word: Word) -> QTextCursor:
        cursor = text_markup.cursor_over(self.editor.document(), word.start, word.end)
        # Letters that are written after a word are none of its own.
        cursor.setKeepPositionOnInsert(True)
        return cursor

    def paint(self) -> None:
        """Draw the marks, in the colours of the present mode."""
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(QColor(colours().misspelt))
        marks: list[QTextEdit.ExtraSelection] = []
        for cursor, letters in self._found:
            if cursor.hasSelection() and not self._is_being_typed(cursor) and not self._is_learned(letters):
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look  # pyright: ignore[reportAttributeAccessIssue]
                marks.append(mark)
        self.editor.light(Light.MISSPELT, marks)

    def _is_being_typed(self, cursor: QTextCursor) -> bool:
        place = self.editor.textCursor().position()
        return self._typed_at is not None and cursor.selectionStart() <= place <= cursor.selectionEnd()

    def _follow_text(self) -> None:
        if self.editor.is_filling:
            # All letters are other ones: what was found in the old ones stands nowhere.
            self._typed_at = None
            self.clear()
        else:
            self._typed_at = self._start_at_caret()
            self.paint()
        self.wait()

    def _follow_caret(self) -> None:
        """Mark a word that was typed as soon as the caret has left it."""
        if self._typed_at is not None and self._start_at_caret() != self._typed_at:
            self._typed_at = None
            self.paint()

    def _start_at_caret(self) -> int:
        """Give where the letters begin that the caret stands in or behind."""
        place, document = self.editor.textCursor().position(), self.editor.document()
        while place > 0 and not str(document.characterAt(place - 1)).isspace():
            place -= 1
        return place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mode."""
        if event.type() is QEvent.Type.PaletteChange:
            self.paint()
        return False
