"""All that a query finds in an agenda, gathered text by text, and the way from one find to the next.

    hits = Hits(agenda, Query("IGF"))
    for _ in hits.steps(): …            as many at a time as the caller has time for
    hits.next_to(Spot("i7", "title", "en", 4, 4), 1)      the first one after a caret; after the last comes the first

It is about one agenda, and stays so when that is replaced by another: who watches makes new hits then.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, overload

from igfeditor.model.agenda import Agenda
from igfeditor.model.search import Context, Match, Query, finding, in_context
from igfeditor.model.tree import tree_of

_BEYOND: Final = 1 << 30


class Spot(NamedTuple):
    """Marked letters of a text, or a caret where `start` is `end`, counted in the text without its markup."""

    node: str
    field: str
    language: str
    start: int = 0
    end: int = 0


class Matches(Sequence[Match]):
    """Matches, kept as plain tuples: the collector of cycles passes over those, and halts nobody who types."""

    def __init__(self) -> None:
        """Hold none."""
        self._kept: list[tuple[str, str, str, int, int, str]] = []

    def add(self, matches: Iterable[Match]) -> None:
        """Put matches at the end."""
        self._kept += (match[:] for match in matches)

    def __len__(self) -> int:
        """Count the matches."""
        return len(self._kept)

    @overload
    def __getitem__(self, at: int) -> Match: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Match]: ...
    def __getitem__(self, at: int | slice) -> Match | Sequence[Match]:
        """Give the match at a place."""
        return Match(*self._kept[at]) if isinstance(at, int) else [Match(*one) for one in self._kept[at]]


class Hits:
    """The matches of one query in one agenda, complete when `steps` has come to its end."""

    def __init__(self, agenda: Agenda, query: Query) -> None:
        """Know what to look for; nothing is found yet."""
        self.agenda = agenda
        self.query = query
        self.matches = Matches()
        self.is_complete = False
        self._order: dict[tuple[str, str], int] = {}
        self._nodes: dict[str, int] = {}

    def steps(self) -> Iterator[None]:
        """Look through one more text at each step."""
        for number, found in enumerate(finding(self.agenda, self.query)):
            self._order[found.node, found.field] = number
            self._nodes.setdefault(found.node, number)
            self.matches.add(found.matches)
            yield
        self.is_complete = True

    def context(self, match: Match) -> Context:
        """Give a match as it is read."""
        said = in_context(self._stored(match), match.start, match.end)
        return said or Context("", match.found, "")

    def spot(self, match: Match) -> Spot:
        """Give a match as marked letters."""
        said = self.context(match)
        return Spot(match.node, match.field, match.language, len(said.before), len(said.before) + len(said.found))

    def next_to(self, spot: Spot, step: int) -> int | None:
        """Give the place of the first match behind a spot, or with -1 of the last one before it, around the end."""
        if not self.matches:
            return None
        here = self._key(spot)
        first, last = (cut(self.matches, here, key=self._key) for cut in (bisect_left, bisect_right))
        if step > 0:
            inside = (place for place in range(first, last) if self.spot(self.matches[place]).start >= spot.end)
            return next(inside, last) % len(self.matches)
        inside = (place for place in reversed(range(first, last)) if self.spot(self.matches[place]).end <= spot.start)
        return next(inside, first - 1) % len(self.matches)

    def left_out(self, old: Hits, left: Collection[Match]) -> frozenset[Match]:
        """Give the matches that stay left out, of those that were so among older hits of the same query.

        Where a text has changed nobody knows which is which: all of it stays left out then.
        """
        texts = {match[:3] for match in left}
        changed = {match[:3] for match in left if self._wording(match) != old._wording(match)}
        among = (match for match in self.matches if match[:3] in texts)
        return frozenset(match for match in among if match in left or match[:3] in changed)

    def _key(self, at: Spot | Match) -> tuple[int, int]:
        """Give the place of a text among all; what is not among them stands at the end."""
        place = self._order.get((at.node, at.field), self._nodes.get(at.node, _BEYOND))
        languages = self.agenda.languages
        return place, languages.index(at.language) if at.language in languages else 0

    def _stored(self, match: Match) -> str:
        return tree_of(self.agenda).text(match.node, match.field).wording(match.language)

    def _wording(self, match: Match) -> str | None:
        return self._stored(match) if (match.node, match.field) in self._order else None
