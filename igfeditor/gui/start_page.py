"""What a window without a project shows: the few ways to begin, and the projects opened lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from igfeditor.gui.theme import GRID, Icon, icon
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import LRM
from igfeditor.services.operations import is_there

_WIDTH = 56 * GRID
_SHOWN = 6
_LEAST_ROOM = 6 * GRID
"""The width below which nothing of a folder is worth showing."""


class StartPage(QScrollArea):
    """The page of beginnings; it only says what is wished."""

    new_requested = Signal()
    renewal_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    path_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no recent projects yet."""
        super().__init__(parent)
        self._recent: tuple[str, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._build()

    def set_recent(self, paths: Sequence[str]) -> None:
        """Offer these projects, but those that are gone."""
        recent = tuple(path for path in paths if is_there(Path(path)))[:_SHOWN]
        if recent != self._recent:
            self._recent = recent
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew when the window's language or mode changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._build()

    def _build(self) -> None:
        self.setAccessibleName(translate("Start", "Meeting agendas in English and Arabic"))
        page, column = QWidget(), QWidget()
        layout = QVBoxLayout(column)
        layout.setSpacing(GRID)
        column.setFixedWidth(_WIDTH)
        layout.addWidget(_heading(translate("Start", "Meeting agendas in English and Arabic"), 1.4))
        layout.addWidget(_quiet(translate("Start", "Draft once, translate beside it, print both.")))
        layout.addSpacing(2 * GRID)
        self._offer(layout, Icon.NEW, translate("Start", "New agenda"), self.new_requested.emit)
        words = translate("Start", "Begin from last year's meeting…")
        self._offer(layout, Icon.DUPLICATE, words, self.renewal_requested.emit)
        self._offer(layout, Icon.OPEN, translate("Start", "Open an agenda…"), self.open_requested.emit)
        self._offer(layout, Icon.SAMPLE, translate("Start", "Look at the sample: IGF 2021"), self.sample_requested.emit)
        if self._recent:
            layout.addSpacing(2 * GRID)
            layout.addWidget(_heading(translate("Start", "Opened lately"), 1.15))
        for path in self._recent:
            button = _RecentButton(Path(path))
            button.clicked.connect(lambda _=False, path=path: self.path_requested.emit(path))
            layout.addWidget(button)
        around = QVBoxLayout(page)
        around.addStretch(2)
        around.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)
        self.setWidget(page)

    def _offer(self, layout: QVBoxLayout, role: Icon, words: str, wish: Callable[[], object]) -> None:
        button = _Button(role, words)
        button.clicked.connect(lambda _=False: wish())
        layout.addWidget(button)


class _Button(QPushButton):
    """A beginning: a wide button whose words begin where the page does."""

    def __init__(self, role: Icon, words: str) -> None:
        super().__init__(icon(role), words.replace("&", "&&"))
        self.setMinimumHeight(5 * GRID)
        # Qt mirrors this where the window runs from the right.
        self.setStyleSheet(f"text-align: left; padding: 0 {GRID}px;")


class _RecentButton(_Button):
    """A project opened lately: its name, and its folder in quiet letters where there is room for it."""

    def __init__(self, path: Path) -> None:
        super().__init__(Icon.RECENT, path.name)
        self._name, self.folder = path.name, str(path.parent)
        self.setToolTip(f"{LRM}{path}")
        self.setAccessibleDescription(self.folder)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the folder at the other end from the name."""
        super().paintEvent(event)
        metrics = self.fontMetrics()
        taken = self.iconSize().width() + metrics.horizontalAdvance(self._name) + 4 * GRID
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        room = self.rect().adjusted(GRID, 0, -taken, 0) if is_rtl else self.rect().adjusted(taken, 0, -GRID, 0)
        if room.width() < _LEAST_ROOM:
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        # A path is read from the left in any language.
        shown = metrics.elidedText(f"{LRM}{self.folder}", Qt.TextElideMode.ElideMiddle, room.width())
        side = Qt.AlignmentFlag.AlignLeft if is_rtl else Qt.AlignmentFlag.AlignRight
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)


def _heading(words: str, scale: float) -> QLabel:
    label = QLabel(words)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(True)
    label.setFont(font)
    label.setWordWrap(True)
    return label


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label
