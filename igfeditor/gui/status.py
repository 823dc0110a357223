"""What stands at the right of the status bar: how much is translated, whether it is saved, and the time zone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from igfeditor.checks.finding import Severity
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.finding_words import SEVERITIES, count_words, severity_colour
from igfeditor.gui.pane_paint import tinted
from igfeditor.gui.theme import GRID, Icon, colours
from igfeditor.gui.translation import translate
from igfeditor.language.messages import say
from igfeditor.services.coverage import Tally
from igfeditor.storage.saving import Outcome

_FAILED: Final[Mapping[Outcome, Icon]] = MappingProxyType(
    {
        Outcome.NOT_CONFIRMED: Icon.WARNING,
        Outcome.NOT_SAVED: Icon.ERROR,
        Outcome.CHANGED_ELSEWHERE: Icon.ERROR,
    }
)
_PAUSE: Final = 200
"""How many milliseconds nothing is typed before all texts are counted again."""


class Status(QWidget):
    """Short sentences about the open project, brought up to date after a pause in typing.

    `findings_requested` follows a click on what the checks have found.
    """

    findings_requested = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow a bridge."""
        super().__init__(parent)
        self._bridge = bridge
        self._tally = Tally()
        self.coverage, self.sign, self.saved, self.zone = QLabel(), QLabel(), QLabel(), QLabel()
        self.findings = QToolButton()
        self.findings.setAutoRaise(True)
        self.findings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.findings.setIconSize(QSize(2 * GRID, 2 * GRID))
        self.findings.clicked.connect(self.findings_requested)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.count)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(2 * GRID)
        for part in (self.coverage, self.findings, self.sign, self.saved, self.zone):
            row.addWidget(part)
        bridge.agenda_changed.connect(lambda *_: self._follow())
        bridge.project_changed.connect(self.refresh)
        bridge.report_changed.connect(self._say_findings)
        self._say_findings()

    def _follow(self) -> None:
        self._say_saved()
        self._pause.start()

    def refresh(self) -> None:
        """Bring all up to date at once."""
        self._say_saved()
        self._say_findings()
        self.count()

    def count(self) -> None:
        """Count the texts, and say how much of them is translated."""
        self._pause.stop()
        coverage = self._tally.coverage(self._bridge.agenda)
        target, source = (coverage[name] for name in (self._bridge.target, self._bridge.agenda.source))
        words = translate("Window", "Arabic: {there} of {all} texts, {words} of {all_words} words")
        if self._bridge.target == "en":
            words = translate("Window", "English: {there} of {all} texts, {words} of {all_words} words")
        said = words.format(
            there=target.texts,
            all=target.texts + target.missing,
            words=target.source_words,
            all_words=source.source_words,
        )
        if not target.texts + target.missing:
            said = translate("Window", "No texts yet")
        count = target.stale
        stale = translate("Window", "%n stale", "", count)
        self.coverage.setText(f"{said} · {stale}" if count else said)
        self.zone.setText(self._bridge.agenda.meeting.time_zone)
        self.zone.setToolTip(translate("Window", "Time zone of the meeting"))

    def _say_findings(self) -> None:
        """Say how many errors and warnings are open; remarks are worth a word only where there is nothing else."""
        report = self._bridge.report
        self.findings.setVisible(report is not None)
        if report is None:
            return
        counts = {severity: report.count(severity) for severity in SEVERITIES}
        grave = [one for one in (Severity.ERROR, Severity.WARNING) if counts[one]]
        said = grave or [one for one in SEVERITIES if counts[one]]
        words = " · ".join(count_words(one, counts[one]) for one in said) or translate("Findings", "No findings")
        self.findings.setText(words)
        role, colour = Icon.CONFIRM, colours().good
        if report.worst is not None:
            role, colour = SEVERITIES[report.worst].icon, severity_colour(report.worst)
        self.findings.setIcon(tinted(role, colour, 2 * GRID, self.devicePixelRatioF()))
        self.findings.setToolTip(translate("Findings", "What the checks have found; click to see it"))
        self.findings.setAccessibleName(translate("Findings", "Findings: {words}").format(words=words))

    def _say_saved(self) -> None:
        """Say what came of the last save, and whether the file holds what is seen; what is amiss has its sign."""
        words, role = self._words_of_saving()
        self.saved.setText(words)
        self.sign.setVisible(role is not None)
        if role is not None:
            colour = colours().error if role is Icon.ERROR else colours().warning
            self.sign.setPixmap(tinted(role, colour, 2 * GRID, self.devicePixelRatioF()))

    def _words_of_saving(self) -> tuple[str, Icon | None]:
        session = self._bridge.session
        outcome = session.outcome
        if outcome is not None and outcome in _FAILED:
            return say(outcome.words, self._bridge.language), _FAILED[outcome]
        if session.path is None:
            return translate("Window", "No file yet"), None
        if session.read_only:
            return translate("Window", "For reading only"), Icon.LOCKED
        if session.is_dirty:
            return translate("Window", "Not saved"), None
        if session.saved_at is None:
            return translate("Window", "Saved"), None
        return translate("Window", "Saved {time}").format(time=f"{session.saved_at:%H:%M}"), None

    def changeEvent(self, event: QEvent) -> None:
        """Say all anew when the window's language or mode changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "findings"):
            self._say_findings()
