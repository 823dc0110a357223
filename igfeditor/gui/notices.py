"""Bars above the panes that say what one should know of the open file, each with what can be done about it.

They are no questions: nothing waits for an answer, and one may go on working under them. There is one bar of a kind at
most, and it goes when what it says is no longer true.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from igfeditor.gui.theme import GRID, Icon, colours, icon
from igfeditor.gui.translation import translate

Words = Callable[[], str]
"""Says something in the window's present language."""


class Matter(Enum):
    """What a bar is about; the order is that from top to bottom."""

    READING = auto()
    LOCK = auto()
    OUTSIDE = auto()
    JOURNAL = auto()


@dataclass(frozen=True, slots=True)
class Notice:
    """What one bar says, and its buttons from the first to the last: the words on each and its deed.

    One that holds the only way on cannot be closed.
    """

    words: Words
    offers: tuple[tuple[Words, Callable[[], object]], ...] = ()
    icon: Icon = Icon.WARNING
    can_close: bool = True


class Notices(QWidget):
    """The place of the bars; it takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._shown: dict[Matter, Notice] = {}
        self._closed: dict[Matter, str] = {}
        self.bars: dict[Matter, Bar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    def put(self, matter: Matter, notice: Notice) -> None:
        """Say something about a matter, in place of what was said of it; a screen reader is told.

        What somebody has closed is not said again, until nothing or something else is to be said of the matter.
        """
        if self._closed.get(matter) == notice.words():
            return
        self.take(matter)
        self._shown[matter] = notice
        self.bars[matter] = bar = Bar(notice, self)
        bar.closed.clicked.connect(lambda: self._close(matter))
        place = sum(other.value < matter.value for other in self.bars)
        self._column.insertWidget(place, bar)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(bar, QAccessible.Event.Alert))

    def take(self, matter: Matter) -> None:
        """Say nothing any more of a matter; of one that nothing is said of it changes nothing."""
        self._closed.pop(matter, None)
        self._shown.pop(matter, None)
        bar = self.bars.pop(matter, None)
        if bar is not None:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.setVisible(bool(self.bars))

    def _close(self, matter: Matter) -> None:
        words = self.words(matter)
        self.take(matter)
        self._closed[matter] = words

    def clear(self) -> None:
        """Say nothing any more."""
        self._closed.clear()
        for matter in tuple(self.bars):
            self.take(matter)

    def words(self, matter: Matter) -> str:
        """Give what is said of a matter, empty where nothing is."""
        notice = self._shown.get(matter)
        return "" if notice is None else notice.words()

    def changeEvent(self, event: QEvent) -> None:
        """Say all anew when the window's language or mode changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            for bar in self.bars.values():
                bar.retranslate()


class Bar(QFrame):
    """One bar: a sign, the words, a button for each offer, and one that closes the bar."""

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        """Show a notice."""
        super().__init__(parent)
        self._notice = notice
        self._sign, self.label, self.closed = QLabel(), QLabel(), QToolButton()
        self.buttons = [QPushButton() for _ in notice.offers]
        # Names and reasons come from elsewhere: none of their letters is markup.
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.closed.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self.label, 1)
        for button, (_, deed) in zip(self.buttons, notice.offers, strict=True):
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, deed=deed: deed())
            row.addWidget(button)
        row.addWidget(self.closed)
        self.closed.setVisible(notice.can_close)
        self.setAutoFillBackground(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the window's language, in the colours of its mode."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours().stale))
        self.setPalette(palette)
        side = 2 * GRID
        self._sign.setPixmap(icon(self._notice.icon).pixmap(QSize(side, side), self.devicePixelRatioF()))
        words = self._notice.words()
        self.label.setText(words)
        self.setAccessibleName(words)
        for button, (said, _) in zip(self.buttons, self._notice.offers, strict=True):
            button.setText(said())
        self.closed.setIcon(icon(Icon.CLOSE))
        self.closed.setToolTip(translate("Notices", "Close this notice"))
        self.closed.setAccessibleName(self.closed.toolTip())
