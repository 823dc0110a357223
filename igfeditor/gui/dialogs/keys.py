"""The page of keys: every action of the table with its keys, which can be changed on the spot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from igfeditor.gui.theme import GRID, without_icons
from igfeditor.gui.translation import translate


class KeysDialog(QDialog):
    """Shows the keys of actions by name, and tells which of them were changed."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """List the actions in the order of the table."""
        super().__init__(parent)
        self._actions = actions
        self._edits: dict[str, QKeySequenceEdit] = {}
        self.setWindowTitle(translate("Dialogs", "Keys"))
        self.resize(72 * GRID, 72 * GRID)
        self._warning = QLabel()
        self._warning.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        without_icons(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self._table(), self._warning, self._buttons):
            layout.addWidget(part)
        self._judge()

    def changed(self) -> dict[str, str]:
        """Give the new keys of the actions whose keys were changed, empty where an action lost them."""
        return {
            name: edit.keySequence().toString()
            for name, edit in self._edits.items()
            if edit.keySequence() != self._actions[name].shortcut()
        }

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self._actions), 2, self)
        table.setAccessibleName(translate("Dialogs", "Keys"))
        table.setHorizontalHeaderLabels([translate("Dialogs", "What it does"), translate("Dialogs", "Keys")])
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        for row, (name, action) in enumerate(self._actions.items()):
            label = QTableWidgetItem(action.text().replace("&", "").rstrip("…"))
            label.setFlags(Qt.ItemFlag.ItemIsEnabled)
            table.setItem(row, 0, label)
            edit = QKeySequenceEdit(action.shortcut())
            edit.setAccessibleName(label.text())
            edit.setMaximumSequenceLength(1)
            edit.keySequenceChanged.connect(self._judge)
            table.setCellWidget(row, 1, edit)
            self._edits[name] = edit
        table.resizeColumnToContents(1)
        return table

    def _judge(self) -> None:
        """Say which keys stand twice; such a choice cannot be taken over."""
        used = Counter(edit.keySequence().toString() for edit in self._edits.values())
        twice = [keys for keys, times in used.items() if keys and times > 1]
        shown = ", ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in twice)
        words = translate("Dialogs", "These keys are given twice: {keys}.").format(keys=shown)
        self._warning.setText(words if twice else "")
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not twice)
