"""Where a drag on the time line leads: from the minutes under the hand to the times of the slot, whole steps only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from igfeditor.model.time_deeds import Wish, placed, resized
from igfeditor.model.timing import MINUTES_A_DAY, Times

STEP: Final = 5
FINE_STEP: Final = 1


class Grip(Enum):
    """What of a slot is held: all of it, its start or its end."""

    BODY = auto()
    START = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Drag:
    """A slot in the hand: its times before, and the minute at which it was taken."""

    slot: str
    grip: Grip
    old: Times
    taken: float

    def times(self, minute: float, step: int = STEP) -> Times:
        """Give the times that the slot would have with the hand at a minute: on whole steps, and within the day."""
        if self.grip is Grip.BODY:
            start = _bounded(_stepped(self.old.start + minute - self.taken, step), 0, MINUTES_A_DAY - 1)
            return self.old.moved(start - self.old.start)
        if self.grip is Grip.START:
            last = self.old.finish - (step if self.old.stretch else 0)
            start = _bounded(_stepped(self.old.start + minute - self.taken, step), 0, min(last, MINUTES_A_DAY - 1))
            return Times(start, self.old.end)
        end = _stepped(self.old.finish + minute - self.taken, step)
        return Times(self.old.start, _bounded(end, self.old.start + step, 2 * MINUTES_A_DAY - 1))


def stepped(old: Times, minutes: int, grip: Grip) -> Times:
    """Give the times of a slot that is moved, or whose end is, by so many minutes; never beyond the day."""
    return Drag("", grip, old, 0.0).times(float(minutes), FINE_STEP)


def wish_for(slot: str, old: Times, new: Times) -> Wish:
    """Give the wish that takes a slot from old times to new ones: moved as it is, or with another start or end."""
    if new.start == old.start:
        return resized(slot, end=new.end)
    if old.moved(new.start - old.start) == new:
        return placed(slot, new.start)
    return resized(slot, start=new.start, end=None if new.end == old.end else new.end)


def _stepped(minute: float, step: int) -> int:
    return round(minute / step) * step


def _bounded(minute: int, least: int, most: int) -> int:
    return max(least, min(minute, most))
