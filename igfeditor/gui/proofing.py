"""The proof-reader of the window: it reads the open agenda after each pause in typing, and the bridge tells the views.

It works in slices between the events of the window (`igfeditor.gui.slices`); what changes meanwhile makes it begin
anew, and what it has read by then it need not read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

from igfeditor.checks.proof import ProofReader, Report
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.slices import Slices
from igfeditor.model.agenda import Agenda
from igfeditor.model.texts import agenda_texts

PAUSE: Final = 400
"""How many milliseconds nothing is changed before the agenda is read."""


class Proofing(QObject):
    """Keeps the findings of a bridge up to date."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Follow a bridge, and read nothing before it has changed or opened something."""
        super().__init__(parent)
        self._bridge = bridge
        # Made when there is something to read: the checks are many, and a window that opens waits for none of them.
        self._reader: ProofReader | None = None
        self._read: Agenda | None = None
        self._reading = Slices(bridge.attempt, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.read)
        bridge.agenda_changed.connect(lambda *_: self._follow())
        bridge.project_changed.connect(self._open)
        bridge.reading_requested.connect(self.read)

    @property
    def is_waiting(self) -> bool:
        """Tell whether there is something that was not read yet."""
        return self._pause.isActive() or self._reading.is_running

    def _follow(self) -> None:
        self._reading.stop()
        self._pause.start()

    def _open(self) -> None:
        """Forget what was found in another project, and read this one when it is shown."""
        if self._bridge.agenda is not self._read:
            self._bridge.take_report(None)
            self._follow()

    def read(self) -> None:
        """Read the agenda as it is now."""
        self._pause.stop()
        agenda = self._bridge.agenda
        if agenda is self._read and self._bridge.report is not None:
            return
        if not any(place.text for place in agenda_texts(agenda)):
            # Nobody wants to begin with an error: what nobody has written yet has no faults.
            self._take(agenda, [Report((), ())], is_done=True)
            return
        made: list[Report] = []
        self._reader = self._reader or ProofReader()
        self._reading.run(_last_into(made, self._reader.reading(agenda)), partial(self._take, agenda, made))

    def _take(self, agenda: Agenda, made: list[Report], is_done: bool) -> None:
        if is_done and made:
            self._read = agenda
            self._bridge.take_report(made[0])


def _last_into(made: list[Report], steps: Iterator[Report | None]) -> Iterator[None]:
    for report in steps:
        if report is not None:
            made.append(report)
        yield
