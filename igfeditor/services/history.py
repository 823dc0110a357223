"""Undo and redo as snapshots: each step keeps the agenda before and after it, and these share what did not change.

Nothing is ever done backwards, so no deed has to say how it is undone, and undoing gives the very agenda that was
there. Strokes of one field that follow each other within a second are one step.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Final

from igfeditor.errors import Sentence
from igfeditor.model.agenda import Agenda

LIMIT: Final = 1_000
MERGE_SECONDS: Final = 1.0

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Step:
    """One deed, or several strokes that are one: what was there, what came of it, and its name for a person."""

    before: Agenda
    after: Agenda
    label: Sentence
    merge_key: Hashable = None


class History:
    """The steps that led to an agenda, and those that were undone and may be done again."""

    def __init__(self, agenda: Agenda, *, limit: int = LIMIT, clock: Clock = time.monotonic) -> None:
        """Begin with an agenda; `limit` is the number of steps that are kept, and `clock` counts seconds."""
        self._agenda = agenda
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._limit = limit
        self._clock = clock
        self._last_stroke: float | None = None

    @property
    def agenda(self) -> Agenda:
        """Give the agenda as it is now."""
        return self._agenda

    @property
    def undo_label(self) -> Sentence | None:
        """Give the name of the step that undo would take back, if there is one."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> Sentence | None:
        """Give the name of the step that redo would do again, if there is one."""
        return self._undone[-1].label if self._undone else None

    @property
    def done(self) -> tuple[Sentence, ...]:
        """Give the names of all steps that can be undone, the oldest first."""
        return tuple(step.label for step in self._done)

    @property
    def undone(self) -> tuple[Sentence, ...]:
        """Give the names of all steps that can be done again, the next first."""
        return tuple(step.label for step in reversed(self._undone))

    def record(self, agenda: Agenda, label: Sentence, merge_key: Hashable = None) -> None:
        """Go on to another agenda; what was undone before cannot be done again.

        A stroke with a key goes into the last step if that has the same key and got its last stroke within a
        second; the step takes its name. Strokes that take each other back leave no step, and the agenda is the one
        from before them.
        """
        now = self._clock()
        if self._merges(merge_key, now):
            step = replace(self._done.pop(), after=agenda, label=label)
            if agenda == step.before:
                self._agenda = step.before
                self.seal()
                return
            self._done.append(step)
        else:
            self._done.append(Step(self._agenda, agenda, label, merge_key))
            del self._done[: -self._limit]
        self._undone.clear()
        self._agenda = agenda
        self._last_stroke = now

    def undo(self) -> Agenda:
        """Go back one step and give the agenda that was there before it; without a step nothing happens."""
        return self._go(self._done, self._undone)

    def redo(self) -> Agenda:
        """Go forward one step that was undone."""
        return self._go(self._undone, self._done)

    def seal(self) -> None:
        """Let the next stroke begin a step of its own, so that the agenda as it is now can be come back to."""
        self._last_stroke = None

    def _merges(self, merge_key: Hashable, now: float) -> bool:
        last = self._last_stroke
        if merge_key is None or last is None or not self._done or now - last > MERGE_SECONDS:
            return False
        return self._done[-1].merge_key == merge_key

    def _go(self, steps: list[Step], others: list[Step]) -> Agenda:
        self.seal()
        if steps:
            step = steps.pop()
            others.append(step)
            self._agenda = step.before if steps is self._done else step.after
        return self._agenda
