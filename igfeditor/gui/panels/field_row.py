"""One line of a form: the name of a field, its control, and the place where a refusal is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.controls import ChoiceBox, ClockEdit, NumberBox, NumberEdit, Switch, WordsEdit
from igfeditor.gui.panels.date_box import DateBox
from igfeditor.gui.panels.fields import Control, Field, value_of
from igfeditor.gui.panels.telling import Telling
from igfeditor.gui.panels.texts import TextPair
from igfeditor.gui.panels.zones import ZoneBox, zone_day
from igfeditor.gui.theme import GRID, Icon, icon
from igfeditor.gui.translation import translate
from igfeditor.language.tongues import own_name
from igfeditor.model.agenda import Agenda


class FieldRow(QWidget):
    """One line of a form: the name, the control under it, and under that the sentence of a refusal."""

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Put the control of a field under its name."""
        super().__init__(parent)
        self.field = field
        control = _control(field, bridge)
        self.control: Any = control
        self.telling = Telling()
        self._label = QLabel(self)
        self.tool: QToolButton | None = _used_button() if field.control is Control.ROOM else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        # A switch says its name itself.
        self._label.setVisible(not isinstance(control, Switch))
        if not isinstance(control, Switch):
            self._label.setBuddy(control)
            head = QHBoxLayout()
            head.addWidget(self._label, 1)
            if self.tool is not None:
                head.addWidget(self.tool)
            column.addLayout(head)
        column.addWidget(control)
        column.addWidget(self.telling)

    def retranslate(self, language: str) -> None:
        """Say the name, and what the control says itself, in the window's language."""
        words = translate("Properties", self.field.label)
        self._label.setText(words)
        self.control.setAccessibleName(words)
        if hasattr(self.control, "retranslate"):
            self.control.retranslate(language)
        if isinstance(self.control, Switch):
            self.control.setText(words)
        if self.tool is not None:
            self.tool.setIcon(icon(Icon.OPENED))
            self.tool.setToolTip(translate("Properties", "Choose one that is used elsewhere"))
            self.tool.setAccessibleName(f"{words}: {self.tool.toolTip()}")

    def show_value(self, agenda: Agenda, node: str) -> None:
        """Show what is stored of a node, in the languages that the agenda has now."""
        if isinstance(self.control, TextPair):
            self.control.set_languages(agenda.languages)
        elif self.field.control is Control.LANGUAGE:
            _offer_languages(self.control, agenda.languages)
        self.control.show_value(value_of(self.field, agenda, node))

    def refuse(self, words: str) -> None:
        """Say why a value cannot be."""
        self.telling.say(words)

    def stops(self) -> list[QWidget]:
        """Give what the Tab key goes to, in its order."""
        lines = list(self.control.lines.values()) if isinstance(self.control, TextPair) else [self.control]
        return [*([self.tool] if self.tool else []), *lines]

    def commit(self) -> None:
        """Take over what is typed and not yet told."""
        if hasattr(self.control, "commit"):
            self.control.commit()


def _used_button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
    return button


def _control(field: Field, bridge: Bridge) -> QWidget:
    make: Mapping[Control, Callable[[], QWidget]] = {
        Control.CHOICE: lambda: ChoiceBox(field.choices),
        Control.LANGUAGE: ChoiceBox,
        Control.ITEM_NUMBER: lambda: NumberEdit(field.choices),
        Control.ZONE: lambda: ZoneBox(lambda: zone_day(bridge.agenda)),
        Control.CLOCK: ClockEdit,
        Control.DATE: DateBox,
        Control.NUMBER: lambda: NumberBox(0, field.most, is_optional=False),
        Control.MINUTES: lambda: NumberBox(0, field.most, is_optional=True),
        Control.SWITCH: Switch,
        Control.WORDS: WordsEdit,
        Control.TEXT: TextPair,
        Control.ROOM: TextPair,
    }
    return make[field.control]()


def _offer_languages(box: ChoiceBox, languages: tuple[str, ...]) -> None:
    if [box.itemData(place) for place in range(box.count())] != list(languages):
        box.clear()
        for language in languages:
            box.addItem(own_name(language), language)
