"""The slots of one day in order of time, lane by lane, and what moves in them when the times of one slot change.

A lane is a track. A slot without a track fills all lanes, and a side event none; slots without a common lane never
touch each other. What a deed changes is collected in `changes` and checked; `igfeditor.model.retiming` has the deeds.

A lane moves until something stops it: a locked slot, a break that pays, or (earlier only) a slot of another lane
that a common slot has to wait for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from igfeditor.errors import EditError, Sentence, counted, sentence
from igfeditor.model.agenda import Day, Slot
from igfeditor.model.timing import MINUTES_A_DAY, Times, clock_of, source_of, times_of, track_of

Policy = Literal["ripple", "absorb", "gap"]

SHORTEST_BREAK: Final = 5
LONGEST_NAME: Final = 60
UNLOCK: Final = sentence("Unlock it, or choose other times.")


@dataclass(frozen=True, slots=True)
class Row:
    """A slot with its times, and the lanes (tracks) that it fills; a side event fills none."""

    slot: Slot
    times: Times
    lanes: frozenset[str]

    @property
    def start(self) -> int:
        """Give the minute at which it starts."""
        return self.times.start

    @property
    def finish(self) -> int:
        """Give the minute at which it ends, or starts where it has no sound end."""
        return self.times.finish

    @property
    def is_flexible(self) -> bool:
        """Tell whether it is a break whose length may pay for something."""
        return self.slot.is_break and not self.slot.locked and self.times.stretch is not None


class Plan:
    """The slots of a day that have times, in order of time, with the new times as far as they are known."""

    def __init__(self, day: Day) -> None:
        """Put the slots in order; nothing is changed yet."""
        self.day = day
        self.changes: dict[str, Times] = {}
        self.remark: Sentence | None = None
        self._lanes = frozenset(track for slot in day.slots if (track := track_of(slot))) or frozenset({""})
        timed = ((slot, times) for slot in day.slots if (times := times_of(slot)))
        self.rows = sorted((Row(*one, self.lanes_of(one[0])) for one in timed), key=lambda row: row.start)

    def lanes_of(self, slot: Slot) -> frozenset[str]:
        """Give the lanes that a slot fills: its track, or all of them."""
        if slot.kind == "side_event":
            return frozenset()
        track = track_of(slot)
        return frozenset({track}) if track else self._lanes

    def follow(self, slot: Slot, old: Times, new: Times, policy: Policy) -> None:
        """Let the others make up for new times of a slot that keeps its place among them."""
        mine = self.lanes_of(slot)
        own = next(place for place, row in enumerate(self.rows) if row.slot is slot)
        after = [row for row in self.rows[own + 1 :] if row.start >= old.finish]
        if policy == "absorb":
            before = [row for row in self.rows if row.slot is not slot and row.finish <= old.start]
            self._end_breaks((row for row in before if row.finish == old.start or row.finish > new.start), mine, new)
        self._push(after, mine, new.finish - old.finish, policy)
        self.check_order()

    def make_room(self, slot: Slot, old: Times | None, new: Times, policy: Policy) -> None:
        """Let others make room for a slot that comes in among them; those before its old place fill that."""
        mine = self.lanes_of(slot)
        others = [row for row in self.rows if row.slot is not slot]
        hole = old.start if old is not None and new.start < old.start else None
        after = [row for row in others if row.start >= new.start and (hole is None or row.start < hole)]
        if policy == "absorb":
            self._end_breaks((row for row in others if row.start < new.start < row.finish), mine, new)
        minutes = max((new.finish - row.start for row in after if row.lanes & mine), default=0)
        self._push(after, mine, max(0, minutes), policy if hole is None else "ripple")
        self.check_order(but=slot)
        if new.stretch is not None:
            resting = (row for row in others if row.slot.id not in self.changes and row.lanes & mine)
            _refuse_any(slot, (row for row in resting if collide(row.times, new)))

    def check_order(self, but: Slot | None = None) -> None:
        """Refuse that a slot with new times runs into one that stays and was before or after it."""
        resting = [row for row in self.rows if row.slot.id not in self.changes]
        starts = [row.start for row in resting]
        by_finish = sorted(resting, key=lambda row: row.finish)
        finishes = [row.finish for row in by_finish]
        for row in self.rows:
            new = self.changes.get(row.slot.id)
            if new is None or row.slot is but:
                continue
            ahead = resting[bisect_left(starts, row.finish) : bisect_left(starts, new.finish)]
            behind = by_finish[bisect_right(finishes, new.start) : bisect_right(finishes, row.start)]
            in_lane = (one for one in (*ahead, *behind) if one.lanes & row.lanes)
            _refuse_any(row.slot, (one for one in in_lane if one.start != row.start or row.times.stretch))

    def remark_overlap(self, slot: Slot, old: Times | None, new: Times) -> None:
        """Say whether new times make the slot overlap another that it did not overlap before."""
        mine = self.lanes_of(slot)
        for row in self.rows:
            common = min(row.finish, new.finish) - max(row.start, new.start)
            if row.slot is not slot and row.lanes & mine and common > 0 and not met_before(row.times, old):
                self.remark = counted(
                    common,
                    "“{slot}” would overlap “{other}” by {count} minute.",
                    "“{slot}” would overlap “{other}” by {count} minutes.",
                    slot=name_of(slot),
                    other=name_of(row.slot),
                )
                return

    def _end_breaks(self, rows: Iterable[Row], mine: frozenset[str], new: Times) -> None:
        for row in rows:
            if row.is_flexible and row.lanes & mine:
                self._change_break(row, Times(row.start, new.start))

    def _change_break(self, row: Row, new: Times) -> None:
        length, left = row.finish - row.start, (new.end or 0) - new.start
        if left < min(length, SHORTEST_BREAK):
            raise _break_too_short(row.slot, max(0, length - SHORTEST_BREAK))
        self.changes[row.slot.id] = new

    def _push(self, after: Sequence[Row], mine: frozenset[str], minutes: int, policy: Policy) -> None:
        """Move what comes after, lane by lane, until a lock, a break that pays, or a slot in the way stops the lane."""
        moving = mine if minutes else frozenset[str]()
        has_moved = has_ended = False
        for row in after:
            if moving.isdisjoint(row.lanes):
                continue
            new = row.times.moved(minutes)
            if self._stays(row, new, must_pay=policy == "absorb"):
                moving -= row.lanes
            elif policy == "absorb" and row.is_flexible:
                self._change_break(row, Times(new.start, row.times.end))
                moving, has_ended = moving - row.lanes, True
            else:
                self.changes[row.slot.id] = new
                moving, has_moved = moving | row.lanes, True
        if policy == "absorb" and has_moved and not has_ended:
            raise EditError(
                sentence("No break that follows could take the difference."),
                sentence("Let the rest of the day move, or change this slot alone."),
            )

    def _stays(self, row: Row, new: Times, *, must_pay: bool) -> bool:
        """Tell whether a slot cannot move, being locked or kept back by one before it; say so in a remark."""
        remark = None
        if row.slot.locked and must_pay:
            raise EditError(
                sentence(
                    "“{slot}” is locked, so that no break from there on can take the difference.",
                    slot=name_of(row.slot),
                ),
                UNLOCK,
            )
        if row.slot.locked:
            remark = sentence("“{slot}” is locked and stays, as does what follows it.", slot=name_of(row.slot))
        elif keeper := self._keeper(row, new):
            remark = sentence(
                "“{slot}” stays, as does what follows it, for “{other}” ends no earlier.",
                slot=name_of(row.slot),
                other=name_of(keeper.slot),
            )
        self.remark = self.remark or remark
        return remark is not None

    def _keeper(self, row: Row, new: Times) -> Row | None:
        """Give a slot that ends before this one starts, but would no longer do so."""
        for one in self.rows if new.start < row.start else ():
            if one is row:
                return None
            finish = self.changes.get(one.slot.id, one.times).finish
            if one.finish <= row.start and new.start < finish and one.lanes & row.lanes:
                return one
        return None


def collide(one: Times, other: Times) -> bool:
    """Tell whether two slots have minutes in common, or one is a point in time within the other."""
    return one.start < other.finish and other.start < one.finish


def met_before(one: Times, old: Times | None) -> bool:
    """Tell whether a slot that has new times had minutes in common with another already; a point has no minutes."""
    return old is not None and old.stretch is not None and collide(one, old)


def clocks_of(times: Times) -> dict[str, Any]:
    """Give the fields of a slot that say its times."""
    return {
        "start": clock_of(times.start),
        "end": None if times.end is None else clock_of(times.end),
        "next_day_end": times.end is not None and times.end >= MINUTES_A_DAY,
    }


def with_times(slot: Slot, times: Times) -> Slot:
    """Give the slot with other times, validated anew; all that is in it is shared."""
    if times == times_of(slot):
        return slot
    check_bounds(slot, times)
    return Slot.model_validate({**slot.__dict__, **clocks_of(times)})


def check_bounds(slot: Slot, times: Times) -> None:
    """Refuse a start on another day, and an end beyond the next one."""
    if not 0 <= times.start < MINUTES_A_DAY:
        raise EditError(
            sentence("“{slot}” would start on another day.", slot=name_of(slot)),
            sentence("A slot starts between 00:00 and 23:59 of its day; only its end may be later."),
        )
    if not 0 <= (times.end or 0) < 2 * MINUTES_A_DAY:
        raise EditError(
            sentence("“{slot}” would end on a day that is neither its own nor the next.", slot=name_of(slot)),
            sentence("A slot ends on its day or on the next one."),
        )


def name_of(slot: Slot) -> str:
    """Name a slot as it is known in the tree: by its start and its first words."""
    titles = (source_of(text) for text in (slot.label, *(item.title for item in slot.items)))
    words = " ".join(next(filter(None, titles), "").split())
    if len(words) > LONGEST_NAME:
        words = words[: LONGEST_NAME - 1].rstrip() + "…"
    return f"{'' if slot.start is None else slot.start.isoformat('minutes')} {words}".strip() or slot.id


def _refuse_any(slot: Slot, others: Iterable[Row]) -> None:
    for row in others:
        if row.slot.locked:
            raise EditError(
                sentence(
                    "“{slot}” would run into “{other}”, which is locked.", slot=name_of(slot), other=name_of(row.slot)
                ),
                UNLOCK,
            )
        raise EditError(
            sentence(
                "“{slot}” would run into “{other}”, which stays where it is.",
                slot=name_of(slot),
                other=name_of(row.slot),
            ),
            sentence("Choose other times, or change this slot alone."),
        )


def _break_too_short(slot: Slot, spare: int) -> EditError:
    return EditError(
        counted(
            spare,
            "“{slot}” can give {count} minute only.",
            "“{slot}” can give {count} minutes only.",
            slot=name_of(slot),
        ),
        counted(
            SHORTEST_BREAK,
            "A break keeps {count} minute; let the rest of the day move, or change this slot alone.",
            "A break keeps {count} minutes; let the rest of the day move, or change this slot alone.",
        ),
    )
