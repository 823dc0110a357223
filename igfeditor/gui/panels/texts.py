"""A short text in all languages of the agenda, one line each, with the direction of its language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from igfeditor.gui.text_editor import TextEditor
from igfeditor.gui.theme import GRID, text_font
from igfeditor.language.tongues import own_name
from igfeditor.model.agenda import EMPTY_TEXT, Text

_AIR: Final = GRID // 2


class TextLine(TextEditor):
    """The one text widget as a line of a form: framed, and as high as its text."""

    finished = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """Begin with nothing."""
        super().__init__(language, parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(True)
        self.setFont(text_font(language))
        self.document().setDocumentMargin(_AIR)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with the next control by Enter or Tab."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.focusNextPrevChild(True)
        elif event.key() == Qt.Key.Key_Backtab:
            self.focusNextPrevChild(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that nobody types here any more."""
        super().focusOutEvent(event)
        self.finished.emit()


class TextPair(QWidget):
    """The lines of one text; `chosen` carries language, text and deed (nothing for plain typing).

    A live one tells of each stroke, any other of the whole text when the focus leaves its line.
    """

    chosen = Signal(str, str, object)
    pasted = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, *, is_live: bool = True, parent: QWidget | None = None) -> None:
        """Begin without languages."""
        self.lines: dict[str, TextLine] = {}
        super().__init__(parent)
        self._is_live = is_live
        self._text = EMPTY_TEXT
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_AIR)

    def set_languages(self, languages: Sequence[str]) -> None:
        """Have a line for each language, in their order."""
        if tuple(self.lines) == tuple(languages):
            return
        for line in self.lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {language: self._line(language) for language in languages}
        for line in self.lines.values():
            self._column.addWidget(line)
            line.show()
        self.setFocusProxy(next(iter(self.lines.values())))
        self._name()

    def _line(self, language: str) -> TextLine:
        line = TextLine(language, self)
        line.placeholder = own_name(language)
        line.pasted.connect(self.pasted)
        line.undo_requested.connect(self.undo_requested)
        line.redo_requested.connect(self.redo_requested)
        if self._is_live:
            line.edited.connect(lambda text, deed: self.chosen.emit(language, text, deed))
        else:
            line.finished.connect(lambda: self._finish(language))
        return line

    def show_value(self, value: Any) -> None:
        """Show a stored text."""
        self._text = value if isinstance(value, Text) else EMPTY_TEXT
        for language, line in self.lines.items():
            line.show_text(self._text.wording(language))

    def put_back(self) -> None:
        """Show what is stored again."""
        self.show_value(self._text)

    def commit(self) -> None:
        """Tell of what is typed and not yet told."""
        if not self._is_live:
            for language in tuple(self.lines):
                self._finish(language)

    def _finish(self, language: str) -> None:
        words = self.lines[language].stored
        if words != self._text.wording(language):
            self.chosen.emit(language, words, None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's font, each line in that of its language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            for language, line in self.lines.items():
                line.setFont(text_font(language))

    def setAccessibleName(self, name: str) -> None:
        """Name the lines by what they say, and in which language."""
        super().setAccessibleName(name)
        self._name()

    def _name(self) -> None:
        for language, line in self.lines.items():
            line.setAccessibleName(f"{self.accessibleName()}: {own_name(language)}")
