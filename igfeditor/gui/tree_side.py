"""The tree with its filter box above it: words to look for, and the saved filters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from igfeditor.gui import theme
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_filter import Filter
from igfeditor.gui.tree_view import TreeView

_PAUSE: Final = 150
"""How many milliseconds one stops typing before rows are looked for."""

_FILTERS: Final = (
    (Filter.ALL, QT_TRANSLATE_NOOP("Tree", "All rows")),
    (Filter.UNTRANSLATED, QT_TRANSLATE_NOOP("Tree", "Not translated")),
    (Filter.STALE, QT_TRANSLATE_NOOP("Tree", "Stale")),
    (Filter.WITH_FINDINGS, QT_TRANSLATE_NOOP("Tree", "With findings")),
    (Filter.WITHOUT_BREAKS, QT_TRANSLATE_NOOP("Tree", "Without breaks")),
)


class TreeSide(QWidget):
    """The left side of the window."""

    def __init__(self, tree: TreeView, parent: QWidget | None = None) -> None:
        """Put a filter box above a tree."""
        super().__init__(parent)
        self.tree = tree
        self.words = QLineEdit()
        self.choice = QComboBox()
        self._glass = QAction(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.words.setClearButtonEnabled(True)
        self.words.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.words.installEventFilter(self)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for chosen, _ in _FILTERS:
            self.choice.addItem("", chosen)
        box = QHBoxLayout()
        box.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        box.setSpacing(theme.GRID // 2)
        box.addWidget(self.words, 1)
        box.addWidget(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(box)
        column.addWidget(self.tree, 1)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._filter)
        self.choice.currentIndexChanged.connect(self._filter)
        self.tree.rows.modelReset.connect(self._clear)

    def _filter(self) -> None:
        self._pause.stop()
        self.tree.filter(_FILTERS[self.choice.currentIndex()][0], self.words.text())

    def _clear(self) -> None:
        """Show all rows of another project."""
        for widget in (self.words, self.choice):
            widget.blockSignals(True)
        self.words.clear()
        self.choice.setCurrentIndex(0)
        for widget in (self.words, self.choice):
            widget.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the box into the tree by arrow and Enter, and clear it by Escape."""
        if watched is self.words and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._filter()
                self.tree.stand_somewhere()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.words.clear()
                return True
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        self.words.setPlaceholderText(translate("Tree", "Filter rows"))
        self.words.setAccessibleName(translate("Tree", "Filter rows"))
        self.choice.setAccessibleName(translate("Tree", "Which rows are shown"))
        self._glass.setIcon(theme.icon(theme.Icon.FIND))
        for place, (_, words) in enumerate(_FILTERS):
            self.choice.setItemText(place, translate("Tree", str(words)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the mode of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_pause"):
            self._retranslate()
