"""The foot of the findings: the chosen one in full, what puts it right, and the form in which it is let stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from igfeditor.checks.finding import Finding
from igfeditor.errors import Sentence
from igfeditor.gui.finding_words import (
    SEVERITIES,
    check_of,
    message_words,
    severity_colour,
    severity_words,
    title_words,
)
from igfeditor.gui.pane_paint import tinted
from igfeditor.gui.theme import GRID, Icon, colours, icon
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import LRM, RLM, direction_of
from igfeditor.language.marks import with_marks
from igfeditor.language.messages import say
from igfeditor.model.agenda import Waiver

_ICON: Final = 2 * GRID
_MOST_LETTERS: Final = 500
"""As many letters as the agenda file keeps of a reason."""


class WaiverForm(QWidget):
    """One line for the reason; `given` carries it, `left` follows Escape."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty form."""
        super().__init__(parent)
        self.reason, self.done = QLineEdit(), QPushButton()
        self.reason.setMaxLength(_MOST_LETTERS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.reason, 1)
        row.addWidget(self.done)
        self.reason.textChanged.connect(lambda _: self._judge())
        self.reason.returnPressed.connect(self._give)
        self.done.clicked.connect(self._give)
        self._judge()
        self.hide()

    def ask(self) -> None:
        """Ask for a reason."""
        self.reason.clear()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        self.done.setEnabled(bool(self.reason.text().strip()))

    def _give(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.hide()
            self.given.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the form by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say all in the window's language."""
        self.reason.setPlaceholderText(translate("Findings", "Reason for letting it stand"))
        self.reason.setAccessibleName(translate("Findings", "Reason for letting it stand"))
        self.done.setText(translate("Findings", "Waive"))


class FindingDetail(QFrame):
    """Shows one finding or waiver; what the user wants is told, and done elsewhere."""

    fix_requested = Signal(int)
    fix_all_requested = Signal()
    waiver_requested = Signal(str)
    revocation_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._picture, self._head, self._place = QLabel(), QLabel(), QLabel()
        self._message, self._hint = QLabel(), QLabel()
        self.fixes: list[QPushButton] = []
        self.fix_all, self.waive, self.revoke = QPushButton(), QPushButton(), QPushButton()
        self.form = WaiverForm()
        self._shown: Callable[[], None] = self.clear
        self.language = "en"
        self._build()
        self.clear()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID // 2)
        head.addWidget(self._picture)
        head.addWidget(self._head, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, GRID)
        self._column.setSpacing(GRID // 2)
        self._column.addLayout(head)
        for label in (self._place, self._message, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(label)
        self._place.setForegroundRole(self._place.foregroundRole().PlaceholderText)
        self._hint.setForegroundRole(self._hint.foregroundRole().PlaceholderText)
        self._head.setWordWrap(True)
        self._fixes = QVBoxLayout()
        self._fixes.setSpacing(GRID // 2)
        self._column.addLayout(self._fixes)
        for button, told in (
            (self.fix_all, self.fix_all_requested), (self.waive, None), (self.revoke, self.revocation_requested)
        ):  # fmt: skip
            self._column.addWidget(_wide(button))
            if told is not None:
                button.clicked.connect(told)
        self.waive.clicked.connect(self.form.ask)
        self._column.addWidget(self.form)
        self.form.given.connect(self.waiver_requested)
        self.form.left.connect(self.left)

    # --- what is shown -------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Show nothing."""
        self._shown = self.clear
        self.hide()

    def show_finding(self, finding: Finding, place: str, of_kind: int) -> None:
        """Show a finding; `of_kind` counts those of its check that can be fixed at once."""
        self._shown = partial(self.show_finding, finding, place, of_kind)
        check = check_of(finding.check)
        colour = severity_colour(finding.severity)
        title = title_words(finding.check, self.language)
        self._say_head(SEVERITIES[finding.severity].icon, colour, f"{severity_words(finding.severity)}: {title}")
        hint = "" if check is None else say(check.hint, self.language)
        self._say(place, message_words(finding, self.language), f"{hint} ({finding.check})")
        self._offer([fix.label for fix in finding.fixes])
        self.fix_all.setVisible(of_kind > 1)
        self.fix_all.setText(translate("Findings", "Fix all %n of this kind", "", of_kind))
        self.waive.show()
        self.revoke.hide()
        self._settle()

    def show_waiver(self, waiver: Waiver, place: str) -> None:
        """Show what somebody has waived, with the reason."""
        self._shown = partial(self.show_waiver, waiver, place)
        title = title_words(waiver.check, self.language)
        self._say_head(Icon.WAIVE, colours().quiet, f"{translate('Findings', 'Waived')}: {title}")
        self._say(place, waiver.reason, f"({waiver.check})")
        self._offer([])
        for widget in (self.fix_all, self.waive):
            widget.hide()
        self.revoke.show()
        self._settle()

    def _settle(self) -> None:
        self.form.hide()
        self.show()

    def _say_head(self, role: Icon, colour: str, words: str) -> None:
        self._picture.setPixmap(tinted(role, colour, _ICON, self.devicePixelRatioF()))
        self._head.setText(self._marked(words))
        self._head.setStyleSheet(f"font-weight: 600; color: {colour}")

    def _say(self, place: str, message: str, hint: str) -> None:
        for label, words in ((self._place, place), (self._message, message), (self._hint, hint.strip())):
            label.setText(self._marked(words))
            label.setVisible(bool(words))
        self.setAccessibleName(f"{self._head.text()}. {message}")

    def _marked(self, words: str) -> str:
        # A label follows its first letter; a mark says what the window's direction is.
        direction = direction_of(self.language)
        return f"{LRM if direction == 'ltr' else RLM}{with_marks(words, direction)}" if words else ""

    def _offer(self, labels: list[Sentence]) -> None:
        """Offer a button for each fix."""
        for old in self.fixes:
            self._fixes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fixes = [self._fix_button(at, say(label, self.language)) for at, label in enumerate(labels)]

    def _fix_button(self, at: int, words: str) -> QPushButton:
        button = _wide(QPushButton(self._marked(words).replace("&", "&&")))
        button.setIcon(icon(Icon.FIX))
        button.setToolTip(words)
        button.clicked.connect(lambda: self.fix_requested.emit(at))
        self._fixes.addWidget(button)
        return button

    def stops(self) -> list[QWidget]:
        """Give what the Tab key goes to, in its order."""
        return [*self.fixes, self.fix_all, self.waive, self.revoke, self.form.reason, self.form.done]

    def retranslate(self, language: str) -> None:
        """Say all in the window's language, and draw it in its mode."""
        self.language = language
        self.waive.setText(translate("Findings", "Waive with a reason…"))
        self.revoke.setText(translate("Findings", "Take the waiver back"))
        self.fix_all.setIcon(icon(Icon.FIX_ALL))
        self.waive.setIcon(icon(Icon.WAIVE))
        self.revoke.setIcon(icon(Icon.UNDO))
        self.form.retranslate()
        self._shown()


def _wide(button: QPushButton) -> QPushButton:
    """Let a button be as wide as the panel, whatever its words are; what does not fit is in its tool tip."""
    button.setMinimumHeight(4 * GRID)
    button.setIconSize(QSize(_ICON, _ICON))
    button.setAutoDefault(False)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return button
