"""The history in words: what was done, what can be done again, and a way to any step of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.translation import translate
from igfeditor.language.messages import say


class HistoryPanel(QListWidget):
    """Lists all steps, the oldest first; the current one is where the agenda stands, and any can be gone to."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow the bridge."""
        super().__init__(parent)
        self._bridge = bridge
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setAccessibleName(translate("History", "History"))
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)
        bridge.agenda_changed.connect(lambda *_: self._fill())
        bridge.project_changed.connect(self._fill)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say the steps anew when the window's language changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        # A hidden list is filled when it is shown: it must cost nothing while somebody types.
        if not self.isVisible():
            return
        history = self._bridge.session.history
        self.clear()
        self.addItem(translate("History", "As it was opened"))
        for label in history.done:
            self.addItem(say(label, self._bridge.language))
        for label in history.undone:
            undone = QListWidgetItem(say(label, self._bridge.language))
            undone.setForeground(self.palette().placeholderText())
            undone.setToolTip(translate("History", "Undone; click to do it again"))
            self.addItem(undone)
        self.setCurrentRow(len(history.done))
        self.scrollToItem(self.currentItem())

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the list up to date when it comes into view."""
        super().showEvent(event)
        self._fill()

    def _go(self, item: QListWidgetItem) -> None:
        steps = self.row(item) - len(self._bridge.session.history.done)
        step = self._bridge.redo if steps > 0 else self._bridge.undo
        for _ in range(abs(steps)):
            step()
