"""The gate of a final agenda in the dialog of export: which errors are open, and the wish to print all the same."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from igfeditor.checks.finding import Finding, Severity
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.finding_words import SEVERITIES, message_words, severity_colour, where
from igfeditor.gui.pane_paint import tinted
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_words import TreeWords
from igfeditor.services.proofing import open_errors

_LINES_SEEN: Final = 4


class ExportGate(QFrame):
    """Says what keeps a final agenda from being exported; without that it is not seen. `answered` follows a choice."""

    answered = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Have asked nothing yet."""
        super().__init__(parent)
        self._bridge = bridge
        self._told, self.list, self.force = QLabel(), QListWidget(), QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for part in (self._told, self.list, self.force):
            column.addWidget(part)
        self._told.setWordWrap(True)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(translate("Export", "Open errors"))
        self.force.setText(translate("Export", "Export all the same"))
        self.force.toggled.connect(self.answered)
        self._errors: tuple[Finding, ...] = ()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Tell whether the agenda may be exported as things are."""
        return not self._errors or self.force.isChecked()

    @property
    def is_forced(self) -> bool:
        """Tell whether open errors were seen, and are to be printed."""
        return bool(self._errors) and self.force.isChecked()

    def ask(self, languages: Collection[str]) -> None:
        """Look for what keeps the agenda from being printed in some languages."""
        agenda, report = self._bridge.agenda, self._bridge.report_of_now
        self._errors = open_errors(agenda, languages, report) if languages else ()
        self.list.clear()
        words = TreeWords(self._bridge)
        for error in self._errors:
            self.list.addItem(self._line(words, error))
        count = len(self._errors)
        said = translate(
            "Export", "The agenda is final, and %n error(s) should be put right before it is exported:", "", count
        )
        self._told.setText(said)
        self.list.setFixedHeight((min(count, _LINES_SEEN) or 1) * 2 * self.list.fontMetrics().height() + GRID)
        self.setVisible(bool(self._errors))
        self.answered.emit()

    def _line(self, words: TreeWords, error: Finding) -> QListWidgetItem:
        message = message_words(error, self._bridge.language)
        picture = tinted(
            SEVERITIES[Severity.ERROR].icon, severity_colour(Severity.ERROR), 2 * GRID, self.devicePixelRatioF()
        )
        return QListWidgetItem(picture, f"{message}\n{where(words, error.spot)} ({error.check})")
