"""Small forms in the time tab: shift a whole day, split a slot equally; what they would do is shown first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QRadioButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from igfeditor.errors import IgfError, sentence
from igfeditor.gui.bridge import Bridge, Edit
from igfeditor.gui.panels.timeline_words import times_text, wording_of
from igfeditor.gui.theme import GRID, without_icons
from igfeditor.gui.translation import translate
from igfeditor.language.messages import say
from igfeditor.model.agenda import Day, Slot
from igfeditor.model.retiming import Proposal
from igfeditor.model.time_deeds import share_minutes, shift_day, shifted_day, slot_in_parts, split_slot
from igfeditor.model.timing import clock_of, times_of

_LAST_MINUTE = 24 * 60 - 1
_SHOWN_PARTS = 6
_MOST_PARTS = 50


class TimeForm(QFrame):
    """A form that proposes something, shows it, and does it or not; Enter does it, and Escape does not."""

    previewed = Signal(object)
    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Stand ready, hidden."""
        super().__init__(parent)
        self.bridge = bridge
        self.node = ""
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        without_icons(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.close_form)
        self._before: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(self.form)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.hide()
        bridge.agenda_changed.connect(lambda *_: self._renew())
        bridge.project_changed.connect(self.close_form)

    def open_for(self, node: str) -> None:
        """Propose something for a day or slot."""
        self._before = QApplication.focusWidget()
        self.node = node
        self.begin()
        self.show()
        self.propose()

    def begin(self) -> None:
        """Show what is now."""

    def edit(self) -> Edit | None:
        """Give the deed that is asked for; nothing where it would change nothing."""
        return None

    def propose(self) -> None:
        """Show what the deed would do, or say why it cannot be done."""

    def accept(self) -> None:
        """Do it."""

    def _renew(self) -> None:
        if not self.isHidden() and self.node not in self.bridge.tree:
            self.close_form()
        elif not self.isHidden():
            self.propose()

    def show_proposal(self, proposal: Proposal | None, words: str) -> None:
        """Show a proposal with its words; without one they say why there is none."""
        self.told.setText(words)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(proposal is not None)
        self.previewed.emit(proposal)

    def close_form(self) -> None:
        """Leave all as it is, and give the keyboard back."""
        if self.isHidden():
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.hide()
        self.previewed.emit(None)
        if had_focus and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do it, and Escape leave it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._renew()

    def retranslate(self) -> None:
        """Say all in the window's language."""


class ShiftForm(TimeForm):
    """Shifts a whole day: by so many minutes, or to another start; either field follows the other."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Make the two fields."""
        super().__init__(bridge, parent)
        self._first = 0
        self.start, self.minutes = QTimeEdit(), QSpinBox()
        self.start.setDisplayFormat("HH:mm")
        # In a mirrored window Qt would show the minutes first.
        self.start.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.minutes.setRange(-_LAST_MINUTE, _LAST_MINUTE)
        self.minutes.setSingleStep(5)
        self._labels = (QLabel(), QLabel())
        for label, field in zip(self._labels, (self.start, self.minutes), strict=True):
            label.setBuddy(field)
            self.form.addRow(label, field)
        self.start.timeChanged.connect(self._follow_start)
        self.minutes.valueChanged.connect(self._follow_minutes)
        self.retranslate()

    def begin(self) -> None:
        """Begin at the present start of the day."""
        day = self.bridge.tree.node(self.node)
        slots = day.slots if isinstance(day, Day) else ()
        self._first = min((times.start for slot in slots if (times := times_of(slot))), default=0)
        self.minutes.setValue(0)
        self._follow_minutes()
        self.start.setFocus()

    def _follow_start(self) -> None:
        moment = self.start.time()
        self.minutes.setValue(moment.hour() * 60 + moment.minute() - self._first)

    def _follow_minutes(self) -> None:
        minute = max(0, min(self._first + self.minutes.value(), _LAST_MINUTE))
        clock = clock_of(minute)
        self.start.blockSignals(True)
        self.start.setTime(QTime(clock.hour, clock.minute))
        self.start.blockSignals(False)
        if not self.isHidden():
            self.propose()

    def propose(self) -> None:
        """Show the day as it would be."""
        try:
            proposal = shifted_day(self.bridge.agenda, self.node, self.minutes.value())
        except IgfError as error:
            self.show_proposal(None, self.bridge.words_of(error))
            return
        count = len(proposal.moves)
        words = translate("Time", "%n slot(s) would change", "", count)
        if proposal.remark is not None:
            words = f"{words} · {say(proposal.remark, self.bridge.language)}"
        self.show_proposal(proposal, words)

    def accept(self) -> None:
        """Shift the day."""
        node, minutes = self.node, self.minutes.value()
        self.close_form()
        self.bridge.apply(lambda agenda: shift_day(agenda, node, minutes), sentence("Shift of a whole day"))

    def retranslate(self) -> None:
        """Say all in the window's language."""
        names = (translate("Time", "The day starts at"), translate("Time", "By minutes"))
        for label, field, name in zip(self._labels, (self.start, self.minutes), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("Time", "Shift"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("Time", "Cancel"))


class SplitForm(TimeForm):
    """Splits a slot equally: each item a slot of its own, so many parts, or the minutes among its items alone."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Make the choices."""
        super().__init__(bridge, parent)
        self.by_items, self.by_parts, self.by_minutes = QRadioButton(), QRadioButton(), QRadioButton()
        self.parts = QSpinBox()
        self.parts.setRange(2, _MOST_PARTS)
        self.form.addRow(self.by_items)
        self.form.addRow(self.by_minutes)
        self.form.addRow(self.by_parts, self.parts)
        for choice in (self.by_items, self.by_parts, self.by_minutes):
            choice.toggled.connect(self._choose)
        self.parts.valueChanged.connect(self._choose)
        self.retranslate()

    def begin(self) -> None:
        """Offer a slot for each item where there are several, and else two parts."""
        slot = self.bridge.tree.node(self.node)
        count = len(slot.items) if isinstance(slot, Slot) else 0
        for choice in (self.by_items, self.by_minutes):
            choice.setEnabled(count > 1)
        self.parts.setValue(max(2, count))
        first = self.by_items if count > 1 else self.by_parts
        first.setChecked(True)
        (first if count > 1 else self.parts).setFocus()

    def _choose(self) -> None:
        self.parts.setEnabled(self.by_parts.isChecked())
        if not self.isHidden():
            self.propose()

    @property
    def _count(self) -> int | None:
        return self.parts.value() if self.by_parts.isChecked() else None

    def propose(self) -> None:
        """Show the parts."""
        try:
            proposal = slot_in_parts(self.bridge.agenda, self.node, self._count)
        except IgfError as error:
            self.show_proposal(None, self.bridge.words_of(error))
            return
        wording = wording_of(self.bridge)
        parts = [move.new for move in proposal.moves]
        if self.by_minutes.isChecked():
            lines = [wording.duration(part.finish - part.start) for part in parts]
            proposal = Proposal(proposal.day)
        else:
            lines = [times_text(wording, part) for part in parts]
        more = len(lines) - _SHOWN_PARTS
        shown = lines[:_SHOWN_PARTS] + ([translate("Time", "and %n more", "", more)] if more > 0 else [])
        self.show_proposal(proposal, "\n".join(shown))

    def accept(self) -> None:
        """Split the slot."""
        node, count, is_sharing = self.node, self._count, self.by_minutes.isChecked()
        self.close_form()
        if is_sharing:
            label = sentence("Equal minutes for the items of a slot")
            self.bridge.apply(lambda agenda: share_minutes(agenda, node), label)
        else:
            self.bridge.apply(lambda agenda: split_slot(agenda, node, count), sentence("Equal split of a slot"))

    def retranslate(self) -> None:
        """Say all in the window's language."""
        self.by_items.setText(translate("Time", "A slot for each item"))
        self.by_minutes.setText(translate("Time", "Only minutes for each item"))
        self.by_parts.setText(translate("Time", "Parts:"))
        self.parts.setAccessibleName(translate("Time", "Number of parts"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("Time", "Split"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("Time", "Cancel"))
