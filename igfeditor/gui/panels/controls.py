"""The controls of a form: each shows one value, tells of a chosen one once, and takes no part in what becomes of it.

    control.show_value(value)       what is stored, said without telling of it
    control.chosen                  what the user has made of it; a text that is no value comes as it was written
    control.commit()                tells of what is typed and not yet told
    control.retranslate(language)   its own words, in the language of the window

A wheel that turns over a control without the focus scrolls the form and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import translate
from igfeditor.language.clocks import read_clock

Choices = Sequence[tuple[Any, str]]
# Both write European digits, as the rest of the window does.
LOCALES: Final[Mapping[str, QLocale]] = MappingProxyType({"en": QLocale("en_GB"), "ar": QLocale("ar_001")})
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
_NARROW: Final = 6
"""How many letters a list of choices asks room for; it takes what the panel has."""


class _Manners(QObject):
    """Leaves the wheel to the form unless the control has the focus, and keeps what opens a list from the window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                event.accept()
                return True
        if isinstance(event, QWheelEvent) and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class WindowUndo(QObject):
    """Leaves undo and redo to the window, but for letters that are typed and not yet told."""

    def __init__(self, control: QWidget, line: QLineEdit) -> None:
        """Watch the line of a control."""
        super().__init__(control)
        self._line = line
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of undo pass to the window."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        is_undo, is_redo = (event.matches(key) for key in (_UNDO, _REDO))
        is_own = (is_undo and self._line.isUndoAvailable()) or (is_redo and self._line.isRedoAvailable())
        if is_own or not (is_undo or is_redo):
            return False
        event.ignore()
        return True


def quieten(control: QWidget) -> None:
    """Give a control the manners of all: no wheel without the focus, and the keys of its list are its own."""
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.installEventFilter(_Manners(control))


class WordsEdit(QLineEdit):
    """A short text that is read from the left in any language: a symbol, a code, an address."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self._value = ""
        self._told: str | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        WindowUndo(self, self)
        self.editingFinished.connect(self.commit)

    def show_value(self, value: Any) -> None:
        """Show what is stored; where that has not changed, what is being typed stays."""
        stored = self._words_of(value)
        if stored != self._value or not self.hasFocus():
            self._value, self._told = stored, None
            self.setText(stored)

    def put_back(self) -> None:
        """Show what is stored again."""
        self._told = None
        self.setText(self._value)
        self.selectAll()

    def commit(self) -> None:
        """Tell of what is typed, once: somebody may have been asked about it, and not have answered yet."""
        words = self.text().strip()
        if words not in (self._value, self._told):
            self._told = words
            self.chosen.emit(self._read(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape put back what was there."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._value:
            self.put_back()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let what is typed next replace what is there, where one comes by keyboard."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _words_of(self, value: Any) -> str:
        return value or ""

    def _read(self, words: str) -> Any:
        return words


class ClockEdit(WordsEdit):
    """A time typed by keyboard: "930" is 09:30, and nothing is no time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a time."""
        super().__init__(parent)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("00:00") + 5 * GRID)

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as a time in the font of the system."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _words_of(self, value: Any) -> str:
        return f"{value:%H:%M}" if isinstance(value, time) else ""

    def _read(self, words: str) -> Any:
        return (read_clock(words) or words) if words else None

    def commit(self) -> None:
        """Tell of what is typed, unless it is the same time in another spelling."""
        words = self._words_of(self._read(self.text().strip()))
        if words:
            self.setText(words)
        super().commit()


class ChoiceBox(QComboBox):
    """A list of choices, as wide as the panel lets it be."""

    chosen = Signal(object)

    def __init__(self, choices: Choices = (), parent: QWidget | None = None) -> None:
        """Offer choices: values with their English words."""
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_NARROW)
        self._choices = tuple(choices)
        for value, words in self._choices:
            self.addItem(translate("Properties", words), value)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))
        quieten(self)

    def show_value(self, value: Any) -> None:
        """Show the choice that is stored."""
        with QSignalBlocker(self):
            # Not findData: Qt finds None nowhere.
            values = [self.itemData(place) for place in range(self.count())]
            self.setCurrentIndex(values.index(value) if value in values else -1)

    def retranslate(self, language: str) -> None:
        """Say the choices in the window's language."""
        for place, (_, words) in enumerate(self._choices):
            self.setItemText(place, translate("Properties", words))


class WrittenBox(ChoiceBox):
    """A list of choices in which one can also write; the first letter replaces what is there."""

    def __init__(self, choices: Choices = (), parent: QWidget | None = None) -> None:
        """Offer the choices, and a place to write."""
        super().__init__(choices, parent)
        self._value = ""
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line.editingFinished.connect(self.commit)
        WindowUndo(self, self.line)

    def put_back(self) -> None:
        """Show what is stored again."""
        self.show_value(self._value)

    def commit(self) -> None:
        """Tell of what is typed."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the first letter replace what is there."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choices by Up and Down, which would else choose unseen; put back what was there by Escape."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_back()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()


class NumberEdit(WrittenBox):
    """The number of an item: made by the program, none, or written by hand as "3 bis"."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        """Offer the choices, and a place to write."""
        super().__init__(choices, parent)
        # What is offered is short enough to be seen whole; a number must not become "none" by its first letter.
        self.line.setCompleter(None)  # pyright: ignore[reportArgumentType] - Qt takes none

    def show_value(self, value: Any) -> None:
        """Show what is stored."""
        self._value = value
        super().show_value(value)
        if self.currentIndex() < 0:
            self.setEditText(value)

    def retranslate(self, language: str) -> None:
        """Say the choices in the window's language."""
        super().retranslate(language)
        self.show_value(self._value)

    def commit(self) -> None:
        """Tell of what is typed."""
        words = self.currentText().strip()
        place = self.findText(words)
        value = self.itemData(place) if place >= 0 else words
        if value != self._value:
            self.chosen.emit(value)


class NumberBox(QSpinBox):
    """A number; 0 of an optional one stands for none."""

    chosen = Signal(object)

    def __init__(self, least: int, most: int, *, is_optional: bool, parent: QWidget | None = None) -> None:
        """Bound the number."""
        super().__init__(parent)
        self._is_optional = is_optional
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self._fit()
        if is_optional:
            self.setSpecialValueText("–")
        self.valueChanged.connect(self._tell)
        WindowUndo(self, self.lineEdit())
        quieten(self)

    def retranslate(self, language: str) -> None:
        """Write the number as the window's language does."""
        self.setLocale(LOCALES.get(language, LOCALES["en"]))

    def _fit(self) -> None:
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("0000") + 7 * GRID)

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as a number in the font of the system."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _tell(self, number: int) -> None:
        self.chosen.emit(None if self._is_optional and not number else number)

    def show_value(self, value: Any) -> None:
        """Show the number that is stored."""
        if (value or 0) != self.value():
            with QSignalBlocker(self):
                self.setValue(value or 0)

    def commit(self) -> None:
        """Tell of what is typed."""
        self.interpretText()


class Switch(QCheckBox):
    """Something that is so or not; its name stands beside it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with what is not so."""
        super().__init__(parent)
        self.clicked.connect(self._tell)

    def _tell(self, on: bool) -> None:
        self.chosen.emit(on)

    def show_value(self, value: Any) -> None:
        """Show what is stored."""
        self.setChecked(bool(value))
