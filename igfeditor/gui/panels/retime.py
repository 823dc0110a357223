"""The one question about a slot's new time that touches others: who pays for it, with what would move shown first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial
from typing import Final

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from igfeditor.errors import IgfError, sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.fields import SETTERS
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.model import retiming
from igfeditor.model.agenda import Day, Slot
from igfeditor.model.edits import set_slot
from igfeditor.model.retiming import Proposal
from igfeditor.model.rows import put_day
from igfeditor.model.sequence import Policy
from igfeditor.model.timing import MINUTES_A_DAY, clock_of, minutes_of

_LABEL: Final = sentence("Change of a slot's time")
_WAYS: Final[tuple[tuple[Policy, str], ...]] = (
    ("ripple", QT_TRANSLATE_NOOP("Properties", "Move what follows")),
    ("absorb", QT_TRANSLATE_NOOP("Properties", "Take it from the next break")),
    ("gap", QT_TRANSLATE_NOOP("Properties", "Change this slot alone")),
)


class Retime:
    """Takes new times over, and asks where they touch other slots."""

    def __init__(self, bridge: Bridge) -> None:
        """Ask nothing yet."""
        self._bridge = bridge
        self._strip: QWidget | None = None
        self._ways = QVBoxLayout()

    def drop(self) -> None:
        """Forget an open question."""
        self._strip = None

    def strip(self) -> QWidget:
        """Give the place where the question will stand: under the times, empty until there is one."""
        self._strip = QFrame()
        self._ways = QVBoxLayout(self._strip)
        self._strip.hide()
        return self._strip

    def ask(self, slot_id: str, name: str, value: time | None, refuse: Callable[[], object]) -> None:
        """Take a new start or end over at once where it touches nobody, or offer the ways to do it.

        `refuse` shows the old time again, where the new one cannot be.
        """
        day, slot = self._day_of(slot_id)
        if value is None or slot.start is None or (name == "end" and slot.end is None):
            if self._bridge.apply(lambda agenda: SETTERS["slot"](agenda, slot_id, name, value), _LABEL) is None:
                refuse()
            return
        if not self._wish(day, slot_id, {name: _moment(slot, name, value)}):
            refuse()

    def ask_length(self, slot_id: str, minutes: int | None) -> None:
        """Let a slot last so many minutes from its start, or have no end."""
        day, slot = self._day_of(slot_id)
        if minutes is None or slot.start is None or slot.end is None:
            moment = None if minutes is None else minutes_of(slot.start or time()) + minutes
            values = {
                "end": None if moment is None else clock_of(moment),
                "next_day_end": moment is not None and moment >= MINUTES_A_DAY,
            }
            self._bridge.apply(lambda agenda: set_slot(agenda, slot_id, **values), _LABEL)
        else:
            self._wish(day, slot_id, {"end": minutes_of(slot.start) + minutes})

    def _wish(self, day: Day, slot_id: str, wish: dict[str, int]) -> bool:
        """Do what touches nobody, or offer the ways to do it; tells whether either can be."""
        if retiming.touches_others(day, slot_id, **wish):
            self._offer(day, slot_id, wish)
            return True
        return self._do(day, slot_id, wish, "gap") is not None

    def _day_of(self, slot_id: str) -> tuple[Day, Slot]:
        tree = self._bridge.tree
        day, slot = tree.node(str(tree.parent(slot_id))), tree.node(slot_id)
        assert isinstance(day, Day) and isinstance(slot, Slot)  # noqa: PT018, S101 - slots stand in days
        return day, slot

    def _do(self, day: Day, slot_id: str, wish: dict[str, int], policy: Policy, *_: object) -> Proposal | None:
        proposal = self._bridge.attempt(lambda: retiming.resize(day, slot_id, **wish, policy=policy))
        if proposal is not None:
            self._bridge.apply(lambda agenda: put_day(agenda, proposal.day), _LABEL)
        return proposal

    def _offer(self, day: Day, slot_id: str, wish: dict[str, int]) -> None:
        if self._strip is None:
            return
        while (old := self._ways.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        question = QLabel(translate("Properties", "This touches other slots."))
        question.setWordWrap(True)
        self._ways.addWidget(question)
        for policy, words in _WAYS:
            button = QPushButton(translate("Properties", words))
            button.setMinimumHeight(4 * GRID)
            self._describe(button, day, slot_id, wish, policy)
            button.clicked.connect(partial(self._do, day, slot_id, wish, policy))
            self._ways.addWidget(button)
        self._strip.show()

    def _describe(self, button: QPushButton, day: Day, slot_id: str, wish: dict[str, int], policy: Policy) -> None:
        """Say on a way what it would move, or why it cannot be gone."""
        try:
            proposal = retiming.resize(day, slot_id, **wish, policy=policy)
        except IgfError as error:
            button.setEnabled(False)
            button.setToolTip(self._bridge.words_of(error))
            return
        others = sum(move.slot != slot_id for move in proposal.moves)
        if others:
            words = translate("Properties", "%n other slot(s) would change", "", others)
            button.setText(f"{button.text()} · {words}")


def _moment(slot: Slot, name: str, value: time) -> int:
    """Give a new time as minutes from the day's midnight; an end before the start is meant for the next day."""
    moment = minutes_of(value)
    if name == "end" and slot.start is not None and slot.next_day_end and moment <= minutes_of(slot.start):
        return moment + MINUTES_A_DAY
    return moment
