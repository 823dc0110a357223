"""What stands under the time line: the hours of the day and of the meeting, and what is done about touched slots."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.offer import WAYS
from igfeditor.gui.panels.timeline_words import TotalWords
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import translate
from igfeditor.model.agenda import Day


class Foot(QWidget):
    """The totals, in words, and the choice that the offer remembers."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show no day yet."""
        super().__init__(parent)
        self._bridge = bridge
        self._day: Day | None = None
        self._totals = TotalWords()
        self.of_day, self.of_meeting, self._policy_name = QLabel(), QLabel(), QLabel()
        self.policy = QComboBox()
        self._build()
        self.retranslate()
        self.policy.activated.connect(lambda place: bridge.choose_policy(self.policy.itemData(place)))
        bridge.policy_chosen.connect(self._show_policy)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, GRID, GRID)
        column.setSpacing(GRID // 2)
        for label in (self.of_day, self.of_meeting, self._policy_name):
            label.setWordWrap(True)
            column.addWidget(label)
        self._policy_name.setBuddy(self.policy)
        self._policy_name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.policy.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.policy.setMinimumContentsLength(10)
        column.addWidget(self.policy)

    def show_day(self, day: Day | None) -> None:
        """Show the totals of a day and those of the meeting."""
        self._day = day
        if day is None:
            return
        of_day, of_meeting = self._totals.of(self._bridge, day)
        self.of_day.setText(translate("Time", "This day: {all}; without breaks {work}").format(**of_day))
        self.of_meeting.setText(translate("Time", "Meeting: {all}; without breaks {work}").format(**of_meeting))

    def _show_policy(self) -> None:
        self.policy.setCurrentIndex(self.policy.findData(self._bridge.policy))

    def retranslate(self) -> None:
        """Say all in the window's language."""
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
