"""What stands under the time line: the hours of the day and of the meeting, and what is done about touched slots."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.offer import WAYS
from igfeditor.gui.panels.timeline_words import TotalWords
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import translate
from igfeditor.model.agenda import Day

_HEADS = ((0, 1), (0, 2), (1, 0), (2, 0))


class Foot(QWidget):
    """The totals, in words, and the choice that the offer remembers."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show no day yet."""
        super().__init__(parent)
        self._bridge = bridge
        self._day: Day | None = None
        self._totals = TotalWords()
        self._heads = [QLabel() for _ in _HEADS]
        self.totals = [[QLabel(), QLabel()], [QLabel(), QLabel()]]
        self._policy_name = QLabel()
        self.policy = QComboBox()
        self._build()
        self.retranslate()
        self.policy.activated.connect(lambda place: bridge.choose_policy(self.policy.itemData(place)))
        bridge.policy_chosen.connect(self._show_policy)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID, 0, GRID, GRID)
        grid.setVerticalSpacing(GRID // 2)
        for label, (row, column) in zip(self._heads, _HEADS, strict=True):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            grid.addWidget(label, row, column)
        for row, labels in enumerate(self.totals, 1):
            for column, label in enumerate(labels, 1):
                label.setWordWrap(True)
                grid.addWidget(label, row, column)
        self._policy_name.setBuddy(self.policy)
        self._policy_name.setWordWrap(True)
        self._policy_name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.policy.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.policy.setMinimumContentsLength(10)
        grid.addWidget(self._policy_name, 3, 0, 1, 3)
        grid.addWidget(self.policy, 4, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)

    def show_day(self, day: Day | None) -> None:
        """Show the totals of a day beside those of the meeting."""
        self._day = day
        if day is not None:
            for labels, words in zip(self.totals, self._totals.of(self._bridge, day), strict=True):
                for label, said in zip(labels, words, strict=True):
                    label.setText(said)

    def _show_policy(self) -> None:
        self.policy.setCurrentIndex(self.policy.findData(self._bridge.policy))

    def retranslate(self) -> None:
        """Say all in the window's language."""
        heads = (
            translate("Time", "This day"),
            translate("Time", "Meeting"),
            translate("Time", "With breaks"),
            translate("Time", "Without breaks"),
        )
        for label, words in zip(self._heads, heads, strict=True):
            label.setText(words)
        self._policy_name.setText(translate("Time", "Where new times touch others:"))
        self.policy.setAccessibleName(self._policy_name.text())
        self.policy.clear()
        self.policy.addItem(translate("Time", "Ask each time"), "ask")
        for policy, words in WAYS:
            self.policy.addItem(translate("Time", words), policy)
        self._show_policy()
        self.show_day(self._day if self._day is not None and self._day.id in self._bridge.tree else None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
