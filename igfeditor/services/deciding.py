"""A merge while a person decides it: what both changed, what is chosen so far, and what comes of it.

deciding = Deciding(base, mine, theirs)
deciding.decide(card.key, Decision(Side.THEIRS))
deciding.open_count, deciding.next_open(card.key)
deciding.result().agenda
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from igfeditor.model.agenda import Agenda
from igfeditor.model.refusals import storable
from igfeditor.translation.merge import Card, Decision, Key, Merged, Side, Taken, merge


class Deciding:
    """Keeps the decisions of one merge; what is not decided stays mine."""

    def __init__(self, base: Agenda, mine: Agenda, theirs: Agenda) -> None:
        """Put the versions together without a decision; raises `EditError` where they do not go together."""
        self._versions = (base, mine, theirs)
        self._decisions: dict[Key, Decision] = {}
        self.merged: Merged = merge(base, mine, theirs)

    @property
    def mine(self) -> Agenda:
        """Give my version."""
        return self._versions[1]

    @property
    def cards(self) -> tuple[Card, ...]:
        """Give what both changed."""
        return self.merged.cards

    @property
    def taken(self) -> tuple[Taken, ...]:
        """Give what is taken over from them."""
        return self.merged.taken

    @property
    def decisions(self) -> Mapping[Key, Decision]:
        """Give what is decided."""
        return MappingProxyType(self._decisions)

    @property
    def open_count(self) -> int:
        """Count what is not decided."""
        return sum(card.key not in self._decisions for card in self.cards)

    def decide(self, key: Key, decision: Decision) -> bool:
        """Choose for a card; tells whether there are other cards now, which only a place or an order can bring.

        Raises `EditError` for words that no file can hold, and where the versions do not go together so; what was
        decided before stays.
        """
        if decision.words is not None:
            storable(decision.words)
        return self._take({key: decision}, moves=not key.language)

    def decide_rest(self, side: Side) -> bool:
        """Choose one side for all that is open; tells whether there are other cards now."""
        left = {card.key: Decision(side) for card in self.cards if card.key not in self._decisions}
        return self._take(left, moves=any(not key.language for key in left))

    def next_open(self, after: Key | None = None) -> Key | None:
        """Give the next card that is not decided, round the end; nothing where all are decided."""
        keys = [card.key for card in self.cards]
        start = keys.index(after) + 1 if after is not None and after in keys else 0
        return next((key for key in keys[start:] + keys[:start] if key not in self._decisions), None)

    def result(self) -> Merged:
        """Put the versions together as it was decided; raises `EditError` where that breaks a rule."""
        self.merged = merge(*self._versions, self._decisions)
        return self.merged

    def _take(self, new: Mapping[Key, Decision], *, moves: bool) -> bool:
        before, cards = dict(self._decisions), self.cards
        self._decisions.update(new)
        if not moves:
            return False
        # Where a node stands decides which orders there are to be disputed: only then all is put together anew.
        try:
            self.result()
        except Exception:
            self._decisions = before
            raise
        return [card.key for card in cards] != [card.key for card in self.cards]
