"""New times that are typed into the form of a slot: wishes for the time engine, asked about in the form itself."""

from __future__ import annotations

from datetime import time
from typing import Final

from igfeditor.errors import sentence
from igfeditor.gui.panels.fields import SETTERS
from igfeditor.gui.panels.offer import Offer
from igfeditor.model.agenda import Slot
from igfeditor.model.edits import set_slot
from igfeditor.model.time_deeds import resized
from igfeditor.model.timing import MINUTES_A_DAY, clock_of, minutes_of

_LABEL: Final = sentence("Change of a slot's time")


class Retime(Offer):
    """Takes new times over; where they touch other slots, it opens under the times and asks."""

    def ask(self, slot_id: str, name: str, value: time | None) -> None:
        """Take over a new start or end."""
        slot = self._slot(slot_id)
        if value is None or slot.start is None or (name == "end" and slot.end is None):
            self.bridge.apply(lambda agenda: SETTERS["slot"](agenda, slot_id, name, value), _LABEL)
            return
        moment = _moment(slot, name, value)
        self.fulfil(resized(slot_id, start=moment) if name == "start" else resized(slot_id, end=moment))

    def ask_length(self, slot_id: str, minutes: int | None) -> None:
        """Let a slot last so many minutes from its start, or have no end."""
        slot = self._slot(slot_id)
        if minutes is not None and slot.start is not None and slot.end is not None:
            self.fulfil(resized(slot_id, end=minutes_of(slot.start) + minutes))
            return
        moment = None if minutes is None else minutes_of(slot.start or time()) + minutes
        end = None if moment is None else clock_of(moment)
        is_night = moment is not None and moment >= MINUTES_A_DAY
        self.bridge.apply(lambda agenda: set_slot(agenda, slot_id, end=end, next_day_end=is_night), _LABEL)

    def _slot(self, slot_id: str) -> Slot:
        slot = self.bridge.tree.node(slot_id)
        assert isinstance(slot, Slot)  # noqa: S101 - the form is that of a slot
        return slot


def _moment(slot: Slot, name: str, value: time) -> int:
    """Give a new time as minutes from the day's midnight; an end before the start is meant for the next day."""
    moment = minutes_of(value)
    if name == "end" and slot.start is not None and slot.next_day_end and moment <= minutes_of(slot.start):
        return moment + MINUTES_A_DAY
    return moment
