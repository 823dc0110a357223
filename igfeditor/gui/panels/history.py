"""The history in words: what was done, what can be done again, and a way to any step of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.pane_paint import tinted
from igfeditor.gui.theme import GRID, Icon, colours, icon
from igfeditor.gui.translation import translate
from igfeditor.language.messages import say

_SIGN: Final = 2 * GRID


class HistoryPanel(QListWidget):
    """Lists all steps, the oldest first; the current one is where the agenda stands, and any can be gone to."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow the bridge."""
        super().__init__(parent)
        self._bridge = bridge
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setViewportMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(_SIGN, _SIGN))
        blank = QPixmap(_SIGN, _SIGN)
        blank.fill(Qt.GlobalColor.transparent)
        self._no_sign = QIcon(blank)
        self.setAccessibleName(translate("History", "History"))
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)
        bridge.agenda_changed.connect(lambda *_: self._fill())
        bridge.project_changed.connect(self._fill)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say the steps anew when the window's language or mode changes."""
        super().changeEvent(event)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in kinds and hasattr(self, "_no_sign"):
            self._fill()

    def _fill(self) -> None:
        # A hidden list is filled when it is shown: it must cost nothing while somebody types.
        if not self.isVisible():
            return
        history = self._bridge.session.history
        self.clear()
        self._add(translate("History", "As it was opened"))
        for label in history.done:
            self._add(say(label, self._bridge.language))
        for label in history.undone:
            undone = self._add(say(label, self._bridge.language))
            undone.setIcon(icon(Icon.REDO))
            undone.setForeground(self.palette().placeholderText())
            undone.setToolTip(translate("History", "Undone; click to do it again"))
        self._mark(self.item(len(history.done)))

    def _add(self, words: str) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setToolTip(words)
        item.setSizeHint(QSize(0, self.fontMetrics().height() + GRID))
        # Without a sign of its own a step begins where the others do.
        item.setIcon(self._no_sign)
        self.addItem(item)
        return item

    def _mark(self, here: QListWidgetItem) -> None:
        """Mark the step at which the agenda stands by a sign and heavier letters, and say so to a screen reader."""
        chosen, ratio = colours(), self.devicePixelRatioF()
        sign = QIcon(tinted(Icon.HERE, chosen.accent, _SIGN, ratio))
        sign.addPixmap(tinted(Icon.HERE, chosen.on_accent, _SIGN, ratio), QIcon.Mode.Selected)
        here.setIcon(sign)
        font = self.font()
        font.setBold(True)
        here.setFont(font)
        said = translate("History", "{step}; the agenda stands here").format(step=here.text())
        here.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        here.setToolTip(said)
        self.setCurrentItem(here)
        self.scrollToItem(here)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the list up to date when it comes into view."""
        super().showEvent(event)
        self._fill()

    def _go(self, item: QListWidgetItem) -> None:
        steps = self.row(item) - len(self._bridge.session.history.done)
        step = self._bridge.redo if steps > 0 else self._bridge.undo
        for _ in range(abs(steps)):
            step()
