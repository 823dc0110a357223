"""Two orders of one list put together: the order is that of the side that moved something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Order(NamedTuple):
    """The members in their merged order; `is_disputed` where both sides moved them, and mine was kept."""

    members: tuple[str, ...]
    is_disputed: bool = False


def merged_order(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], members: Iterable[str], *, prefer: str = "mine"
) -> Order:
    """Order `members`, each of which stands in at least one of the two lists.

    A member that only one side has follows the one that it follows there, mine before theirs. Where both sides moved
    what they share, the preferred one decides.
    """
    kept = frozenset(members)
    ours, others = ([name for name in side if name in kept] for side in (mine, theirs))
    shared = frozenset(ours) & frozenset(others)
    before, first, second = ([name for name in side if name in shared] for side in (base, ours, others))
    moved = (_is_moved(first, before), _is_moved(second, before))
    is_disputed = all(moved) and first != second
    leads = moved[0] or not moved[1]
    if is_disputed:
        leads = prefer == "mine"
    spine, other = (ours, others) if leads else (others, ours)
    return Order(_woven(spine, other, mine_first=leads), is_disputed)


def _is_moved(side: Sequence[str], base: Sequence[str]) -> bool:
    """Tell whether what stood in the base stands in another order."""
    known = frozenset(base)
    return [name for name in side if name in known] != list(base)


def _woven(spine: Sequence[str], other: Sequence[str], *, mine_first: bool) -> tuple[str, ...]:
    """Put what only the other list has behind the member that it follows there."""
    woven, theirs = list(spine), frozenset(other)
    known = set(spine)
    at = 0
    for name in other:
        if name in known:
            at = woven.index(name) + 1
            continue
        # Of two new members at one place mine comes first.
        while mine_first and at < len(woven) and woven[at] not in theirs:
            at += 1
        woven.insert(at, name)
        known.add(name)
        at += 1
    return tuple(woven)
