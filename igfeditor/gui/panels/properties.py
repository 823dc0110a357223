"""The properties of the current row: date, times, kind and the like, each taken over as soon as it is chosen.

A slot's time that touches others asks once, in the panel itself, who shall pay for it: nothing modal, and the row
keeps its old time until somebody answers.
"""

from __future__ import annotations

from datetime import time
from typing import Any, Final

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from igfeditor.errors import sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.fields import ADDITIONS, FIELDS, SETTERS, Control, Field
from igfeditor.gui.panels.retime import Retime
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import translate
from igfeditor.language.clocks import read_clock
from igfeditor.model.changes import Changes
from igfeditor.model.scalars import zone_names

_CHANGE: Final = sentence("Change of a property")
_ADDITION: Final = sentence("Addition to a row")


class ClockEdit(QLineEdit):
    """A time typed by keyboard: "930" is 09:30; what is no time is put back."""

    chosen = Signal(object)

    def __init__(self, value: time | None) -> None:
        """Show a time, or nothing."""
        super().__init__(f"{value:%H:%M}" if value else "")
        self._value = value
        self.setMaximumWidth(10 * GRID)
        self.setPlaceholderText("09:30")
        self.editingFinished.connect(self._take)

    def _take(self) -> None:
        text = self.text().strip()
        value = read_clock(text)
        if text and value is None:
            value = self._value
        self.setText(f"{value:%H:%M}" if value else "")
        if value != self._value:
            self._value = value
            self.chosen.emit(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the first digit replace what is there."""
        super().focusInEvent(event)
        self.selectAll()


class Properties(QScrollArea):
    """A form for the current row, made anew when another row becomes current or its attributes change."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow the bridge."""
        super().__init__(parent)
        self._bridge = bridge
        self._retime = Retime(bridge)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        bridge.current_changed.connect(lambda *_: self._build())
        bridge.project_changed.connect(self._build)
        bridge.agenda_changed.connect(self._follow)
        self._build()

    def _follow(self, changes: Changes, origin: object) -> None:
        if self._bridge.current in changes.attributes | changes.structure or self._bridge.current in changes.removed:
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew when the window's language changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._build()

    # --- the form ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        node_id, page = self._bridge.current, QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._retime.drop()
        if node_id in self._bridge.tree:
            self._fill(layout, node_id)
        layout.addStretch()
        self.setWidget(page)

    def _fill(self, layout: QVBoxLayout, node_id: str) -> None:
        tree = self._bridge.tree
        kind, node = tree.kind(node_id), tree.node(node_id)
        form = QFormLayout()
        form.setVerticalSpacing(GRID)
        # Labels above their controls: the panel is narrow, and words are long in either language.
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for field in FIELDS.get(kind, ()):
            label = QLabel(translate("Properties", field.label))
            control = self._control(field, getattr(node, field.name), node_id)
            control.setAccessibleName(label.text())
            label.setBuddy(control)
            form.addRow(label, control)
        layout.addLayout(form)
        layout.addWidget(self._retime.strip())
        for words, add in ADDITIONS.get(kind, ()):
            button = QPushButton(translate("Properties", words))
            button.clicked.connect(
                lambda _=False, add=add: self._bridge.apply(lambda agenda: add(agenda, node_id), _ADDITION)
            )
            layout.addWidget(button)
        if not FIELDS.get(kind) and not ADDITIONS.get(kind):
            layout.addWidget(QLabel(translate("Properties", "Nothing to choose here.")))

    def _control(self, field: Field, value: Any, node_id: str) -> QWidget:
        make = {
            Control.CHOICE: self._choice,
            Control.ZONE: self._zone,
            Control.CLOCK: self._clock,
            Control.DATE: self._date,
            Control.NUMBER: self._number,
            Control.SWITCH: self._switch,
        }.get(field.control, self._words)
        return make(field, value, node_id)

    def _set(self, node_id: str, name: str, value: Any) -> None:
        kind = self._bridge.tree.kind(node_id)
        if self._bridge.apply(lambda agenda: SETTERS[kind](agenda, node_id, name, value), _CHANGE) is None:
            self._build()

    def _choice(self, field: Field, value: Any, node_id: str) -> QWidget:
        box = _narrow_box()
        for one, words in field.choices:
            box.addItem(translate("Properties", words), one)
        box.setCurrentIndex([one for one, _ in field.choices].index(value))
        box.activated.connect(lambda place: self._set(node_id, field.name, field.choices[place][0]))
        return box

    def _zone(self, field: Field, value: str, node_id: str) -> QWidget:
        box = _narrow_box()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(sorted(zone_names()))
        box.setCurrentText(value)
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        box.textActivated.connect(lambda zone: self._set(node_id, field.name, zone))
        return box

    def _clock(self, field: Field, value: time | None, node_id: str) -> QWidget:
        edit = ClockEdit(value)
        edit.chosen.connect(lambda chosen: self._retime.ask(node_id, field.name, chosen, self._build))
        return edit

    def _date(self, field: Field, value: Any, node_id: str) -> QWidget:
        edit = QDateEdit(QDate(value.year, value.month, value.day))
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("d MMMM yyyy")
        edit.setKeyboardTracking(False)
        edit.dateChanged.connect(lambda date: self._set(node_id, field.name, date.toPython()))
        return edit

    def _number(self, field: Field, value: int | None, node_id: str) -> QWidget:
        box = QSpinBox()
        box.setRange(field.least, field.most)
        box.setValue(value or 0)
        box.setKeyboardTracking(False)
        is_optional = value is None or field.name == "minutes"
        if is_optional:
            box.setSpecialValueText("–")
        box.valueChanged.connect(
            lambda number: self._set(node_id, field.name, (number or None) if is_optional else number)
        )
        return box

    def _switch(self, field: Field, value: bool, node_id: str) -> QWidget:
        box = QCheckBox()
        box.setChecked(value)
        box.toggled.connect(lambda on: self._set(node_id, field.name, on))
        return box

    def _words(self, field: Field, value: str, node_id: str) -> QWidget:
        edit = QLineEdit(value)
        # Symbols, numbers and addresses are read from the left in any language.
        edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        edit.editingFinished.connect(
            lambda: edit.text() != value and self._set(node_id, field.name, edit.text().strip())
        )
        return edit


def _narrow_box() -> QComboBox:
    """Make a list of choices that is as wide as the panel, whatever its longest choice is."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    return box
