"""The house style: how times, months, digits and letters are printed, with a specimen that follows each choice.

The window beside it stays open to work in; every choice is a deed like any other. Whoever opens it gives it the
window's own undo and redo.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from igfeditor.document.specimen import SAMPLES, Sample, specimen
from igfeditor.errors import sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.controls import ChoiceBox, Choices
from igfeditor.gui.panels.telling import Telling, heard
from igfeditor.gui.theme import GRID, text_font, without_icons
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.language.bidi import direction_of
from igfeditor.language.tongues import own_name
from igfeditor.model import edits

# The base direction is the language's, also where a text begins with digits (R39).
_ISOLATES: Final[Mapping[bool, str]] = MappingProxyType({False: "\u2066{}\u2069", True: "\u2067{}\u2069"})
_DEED: Final = sentence("Change of the house style")

CHOICES: Final[Mapping[str, tuple[str, Choices]]] = MappingProxyType(
    {
        "range_flow": (
            QT_TRANSLATE_NOOP("Style", "Ranges in Arabic"),
            (
                ("start-right", QT_TRANSLATE_NOOP("Properties", "start at the right")),
                ("start-left", QT_TRANSLATE_NOOP("Properties", "start at the left")),
                ("words", QT_TRANSLATE_NOOP("Properties", "in words")),
            ),
        ),
        "arabic_months": (
            QT_TRANSLATE_NOOP("Style", "Months in Arabic"),
            (
                ("levantine-and-common", QT_TRANSLATE_NOOP("Properties", "both (شباط/فبراير)")),
                ("levantine", QT_TRANSLATE_NOOP("Properties", "Levantine (شباط)")),
                ("common", QT_TRANSLATE_NOOP("Properties", "common (فبراير)")),
            ),
        ),
        "digits": (
            QT_TRANSLATE_NOOP("Style", "Digits in Arabic"),
            (
                ("western", QT_TRANSLATE_NOOP("Properties", "European (123)")),
                ("arabic-indic", QT_TRANSLATE_NOOP("Properties", "Arabic-Indic (١٢٣)")),
            ),
        ),
        "letters": (
            QT_TRANSLATE_NOOP("Style", "Letters"),
            (
                ("dot", QT_TRANSLATE_NOOP("Properties", "with a full stop")),
                ("bracket", QT_TRANSLATE_NOOP("Properties", "in brackets")),
            ),
        ),
        "clock": (
            QT_TRANSLATE_NOOP("Style", "Clock"),
            (
                ("24h", QT_TRANSLATE_NOOP("Properties", "24 hours")),
                ("12h", QT_TRANSLATE_NOOP("Properties", "12 hours")),
            ),
        ),
    }
)
"""Each attribute of the style with its name and its choices, in the order of the form."""

_SAMPLES: Final[Mapping[Sample, str]] = MappingProxyType(
    {
        "times": QT_TRANSLATE_NOOP("Style", "Time of a slot"),
        "dates": QT_TRANSLATE_NOOP("Style", "Dates of the meeting"),
        "weekday": QT_TRANSLATE_NOOP("Style", "Date of a day"),
        "clock": QT_TRANSLATE_NOOP("Style", "Point in time"),
        "numbers": QT_TRANSLATE_NOOP("Style", "Day and number"),
        "letters": QT_TRANSLATE_NOOP("Style", "Letters of sub-items"),
        "allotted": QT_TRANSLATE_NOOP("Style", "Minutes allotted"),
        "duration": QT_TRANSLATE_NOOP("Style", "Length of a day"),
    }
)


class StyleDialog(QDialog):
    """The form of the house style, and its specimen in the languages of the agenda."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow the bridge."""
        super().__init__(parent)
        self._bridge = bridge
        self.boxes = {name: ChoiceBox(choices) for name, (_, choices) in CHOICES.items()}
        self._labels = {name: QLabel() for name in CHOICES}
        self._telling = Telling()
        self._grid = QGridLayout()
        self._words: dict[tuple[Sample, str], QLabel] = {}
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._build()
        bridge.agenda_changed.connect(lambda *_: self._show())
        bridge.project_changed.connect(self._show)
        self._retranslate()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        for name, box in self.boxes.items():
            box.chosen.connect(lambda value, name=name: self._choose(name, value))
            self._labels[name].setBuddy(box)
            form.addRow(self._labels[name], box)
        line = QWidget()
        line.setFixedHeight(1)
        line.setBackgroundRole(QPalette.ColorRole.Mid)
        line.setAutoFillBackground(True)
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        without_icons(self._buttons)
        self._buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(form)
        column.addWidget(self._telling)
        column.addWidget(line)
        column.addLayout(self._grid)
        column.addStretch()
        column.addWidget(self._buttons)

    def _fill_grid(self) -> None:
        """Make a column for each language: those from the left stand at the left, in any window, as in the panes."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._words = {}
        languages = sorted(self._bridge.agenda.languages, key=_is_rtl)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            languages.reverse()
        for column, language in enumerate(languages, 1):
            self._grid.addWidget(_said(language, own_name(language), is_quiet=True), 0, column)
            self._grid.setColumnStretch(column, 1)
            for row, sample in enumerate(SAMPLES, 1):
                self._words[sample, language] = _said(language, "")
                self._grid.addWidget(self._words[sample, language], row, column)
        for row, sample in enumerate(SAMPLES, 1):
            name = QLabel(translate("Style", _SAMPLES[sample]))
            name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            self._grid.addWidget(name, row, 0)

    # --- what is shown and chosen --------------------------------------------------------------------------

    def _show(self) -> None:
        agenda = self._bridge.agenda
        for name, box in self.boxes.items():
            box.show_value(getattr(agenda.style, name))
        if {language for _, language in self._words} != set(agenda.languages):
            self._fill_grid()
        for language in agenda.languages:
            for sample, words in specimen(agenda, language):
                label = self._words[sample, language]
                label.setText(_ISOLATES[_is_rtl(language)].format(words))
                label.setAccessibleName(f"{translate('Style', _SAMPLES[sample])}, {own_name(language)}: {words}")

    def words(self, sample: Sample, language: str) -> str:
        """Give what the specimen says."""
        return self._words[sample, language].text()[1:-1]

    def _choose(self, name: str, value: Any) -> None:
        _, refusal = heard(
            self._bridge,
            lambda: self._bridge.apply(
                lambda agenda: edits.set_style(agenda, **{name: value}), _DEED, (_DEED.template, name), self
            ),
        )
        self._telling.say(refusal)
        self._show()

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("Style", "House style"))
        for name, (words, _) in CHOICES.items():
            self._labels[name].setText(translate("Style", words))
            self.boxes[name].setAccessibleName(self._labels[name].text())
            self.boxes[name].retranslate(self._bridge.language)
        self._fill_grid()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew when the window's language changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def _is_rtl(language: str) -> bool:
    return direction_of(language) == "rtl"


def _said(language: str, words: str, *, is_quiet: bool = False) -> QLabel:
    label = QLabel(words)
    side = Qt.AlignmentFlag.AlignRight if _is_rtl(language) else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft if _is_rtl(language) else Qt.LayoutDirection.LeftToRight)
    label.setFont(text_font(language))
    if is_quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
