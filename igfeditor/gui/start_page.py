"""What a window without a project shows: the few ways to begin, and the projects opened lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from igfeditor.gui.theme import GRID, Icon, icon
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import LRM

_WIDTH = 56 * GRID
_SHOWN = 6


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
        recent = tuple(path for path in paths if Path(path).is_file())[:_SHOWN]
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
            self._offer(layout, Icon.RECENT, Path(path).name, lambda path=path: self.path_requested.emit(path), path)
        around = QVBoxLayout(page)
        around.addStretch(2)
        around.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)
        self.setWidget(page)

    def _offer(self, layout: QVBoxLayout, role: Icon, words: str, wish: Callable[[], object], path: str = "") -> None:
        button = QPushButton(icon(role), words.replace("&", "&&"))
        button.setMinimumHeight(5 * GRID)
        # Qt mirrors this where the window runs from the right.
        button.setStyleSheet(f"text-align: left; padding: 0 {GRID}px;")
        button.setToolTip(f"{LRM}{path}" if path else "")
        button.clicked.connect(lambda _=False: wish())
        layout.addWidget(button)


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
