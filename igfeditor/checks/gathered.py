"""Findings as somebody goes through them: by day and slot, by text, by check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from igfeditor.checks.finding import Finding, Severity
from igfeditor.model.agenda import Agenda
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import Tree, tree_of

_SLOT_STEPS = 4


class Group(NamedTuple):
    """What was found in one slot; in a day but in none of its slots; or, with neither, above the days."""

    day: str
    slot: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was found, and how grave the worst of it is."""

    count: int
    worst: Severity

    def with_one(self, severity: Severity) -> Tally:
        """Count one more."""
        return Tally(self.count + 1, max(self.worst, severity))


def grouped(agenda: Agenda, findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Put findings together by day and slot; groups and findings stay in the order in which they come."""
    tree = tree_of(agenda)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(stand_of(tree, finding.spot.node), []).append(finding)
    return tuple(Group(*stand, tuple(members)) for stand, members in groups.items())


def stand_of(tree: Tree, node: str) -> tuple[str, str]:
    """Give the ids of the day and the slot that a node stands in, empty where it stands in none."""
    place = tree.place(node) if node in tree else ()
    if len(place) < 2 or place[0] != "days" or not isinstance(place[1], int):
        return "", ""
    day = tree.agenda.days[place[1]]
    if len(place) < _SLOT_STEPS or place[2] != "slots" or not isinstance(place[3], int):
        return day.id, ""
    return day.id, day.slots[place[3]].id


def by_text(findings: Iterable[Finding]) -> Mapping[tuple[str, str], tuple[Finding, ...]]:
    """Put findings together that are about one field of one node."""
    places: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        places.setdefault((finding.spot.node, finding.spot.field), []).append(finding)
    return MappingProxyType({place: tuple(members) for place, members in places.items()})


def tallies(agenda: Agenda, findings: Iterable[Finding]) -> Mapping[str, Tally]:
    """Count for each node what was found in it and in all under it; what is found in days is not the meeting's."""
    tree = tree_of(agenda)
    ways: dict[str, tuple[str, ...]] = {}
    counted: dict[str, Tally] = {}
    for finding in findings:
        for node in _way(tree, finding.spot.node, ways):
            tally = counted.get(node)
            counted[node] = Tally(1, finding.severity) if tally is None else tally.with_one(finding.severity)
    return MappingProxyType(counted)


def _way(tree: Tree, node: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give a node and all above it, up to its day or else to the meeting; ways are asked for again and again."""
    way = known.get(node)
    if way is None:
        above = tree.parent(node) if node in tree else None
        is_last = above is None or (above == THE_MEETING and tree.place(node)[0] == "days")
        way = known[node] = (node,) if is_last or above is None else (node, *_way(tree, above, known))
    return way


def fixable(findings: Iterable[Finding], check: str) -> tuple[Finding, ...]:
    """Give the findings of a check that may be fixed without a look at each."""
    return tuple(one for one in findings if one.check == check and one.safe_fix is not None)
