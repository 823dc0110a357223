"""A date in a form: typed, or chosen in a calendar."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from igfeditor.gui.panels.controls import LOCALES, WindowUndo, quieten
from igfeditor.gui.theme import GRID
from igfeditor.model.scalars import FIRST_YEAR, LAST_YEAR

_ARROW: Final = GRID
"""How far the middle of the arrow is from the edge."""


class DateBox(QDateEdit):
    """A date, typed or chosen in a calendar, which Alt+Down opens."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Bound the date by what agenda files may hold."""
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        self.retranslate("en")
        self.dateChanged.connect(lambda day: self.chosen.emit(day.toPython()))
        WindowUndo(self, self.lineEdit())
        quieten(self)

    def retranslate(self, language: str) -> None:
        """Write day and month as the window's language does."""
        self.setLocale(LOCALES.get(language, LOCALES["en"]))
        # Arabic months have two sets of names, and which are printed is the house style's: figures belong to both.
        self.setDisplayFormat("ddd d/M/yyyy" if language == "ar" else "ddd d MMM yyyy")

    def show_calendar(self) -> None:
        """Open the calendar as the mouse does, which is the only way that there is."""
        arrow = QPointF(_ARROW if self.isRightToLeft() else self.width() - _ARROW, self.height() / 2)
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        press = QMouseEvent(QEvent.Type.MouseButtonPress, arrow, self.mapToGlobal(arrow), button, button, keys)
        QCoreApplication.sendEvent(self, press)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar by the key that opens a list."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_calendar()
        else:
            super().keyPressEvent(event)

    def show_value(self, value: Any) -> None:
        """Show the date that is stored; where there is none, none can be chosen."""
        is_date = isinstance(value, date)
        self.setEnabled(is_date)
        with QSignalBlocker(self):
            # Qt shows this in the place of its first date.
            self.setSpecialValueText("" if is_date else "–")
            self.setDate(QDate(value.year, value.month, value.day) if is_date else self.minimumDate())

    def commit(self) -> None:
        """Tell of what is typed."""
        self.interpretText()
