"""The run of all checks over an agenda, and again over the next one, where only what has changed is looked at.

    reader = ProofReader()
    report = reader.read(agenda)      all checks
    report = reader.read(changed)     the checks of the touched texts, slots and days, and those of the whole

Nodes are immutable and shared from one agenda to the next: what is the same object has the same view, and what has
the same view has the same findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from igfeditor.checks.finding import Finding, Severity, Spot
from igfeditor.checks.registry import Check, Scope, all_checks
from igfeditor.checks.views import AgendaView, Context, DayView, TextView, Views, context_of
from igfeditor.model.agenda import Agenda, Waiver
from igfeditor.model.collector import no_collection
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import Tree, tree_of

_NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})
_FIRST: Final = frozenset({"", "title", "heading", "text", "label"})
_Key = tuple[Scope, str, str]
_Looks = dict[_Key, tuple[object, tuple[Finding, ...]]]


@dataclass(slots=True)
class _Part:
    """What is remembered of a day, or of what stands above the days: each view that was looked at, with its findings.

    Where all of the day was looked at, its view tells at once that nothing of it has changed.
    """

    day: DayView | None = None
    found: tuple[Finding, ...] = ()
    looks: _Looks = field(default_factory=_Looks)


_Memory = dict[str, _Part]


@dataclass(frozen=True)
class Report:
    """What was found in an agenda, in the order of the page: what is open, and what somebody has waived."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Count the open findings of one severity."""
        return sum(one.severity is severity for one in self.findings)

    @cached_property
    def worst(self) -> Severity | None:
        """Give the gravest severity that is open."""
        return max((one.severity for one in self.findings), default=None)


class ProofReader:
    """Reads one agenda after the other; it remembers what it has read last."""

    def __init__(self, checks: Iterable[Check] | None = None) -> None:
        """Read with some checks, or with all of them."""
        chosen = tuple(all_checks().values() if checks is None else checks)
        self._checks = {scope: tuple(one for one in chosen if one.scope is scope) for scope in Scope}
        self._of_empty = self._checks[Scope.FIELD]
        self._checks[Scope.TEXT] += self._of_empty
        self._views = Views()
        self._context: Context | None = None
        self._memory: _Memory = {}

    def read(self, agenda: Agenda) -> Report:
        """Look at an agenda and report."""
        with no_collection():
            return next(report for report in self.reading(agenda) if report is not None)

    def reading(self, agenda: Agenda) -> Iterator[Report | None]:
        """Look at one more view at each step; the last step gives the report.

        Who has no time for the rest may leave it: what was looked at is remembered for the next agenda.
        """
        context = context_of(agenda)
        if context != self._context:
            self._context, self._memory = context, {}
        view = self._views.of(agenda)
        memory: _Memory = {}
        found: list[Finding] = []
        try:
            for some in self._found(view, context, memory):
                found += some
                yield None
        except GeneratorExit:
            for name, part in memory.items():
                known = self._memory.get(name, part)
                self._memory[name] = _Part(part.day, part.found, known.looks | part.looks)
            raise
        self._memory = memory
        yield _report(agenda, found)

    def _found(self, view: AgendaView, context: Context, memory: _Memory) -> Iterator[tuple[Finding, ...]]:
        part = memory[""] = _Part()
        for text in view.above:
            yield self._look((Scope.TEXT, text.node, text.field), text, context, "", part)
        for day in view.days:
            yield from self._found_in_day(day, context, memory)
        for check in self._checks[Scope.AGENDA]:
            yield tuple(check(view, context))

    def _found_in_day(self, day: DayView, context: Context, memory: _Memory) -> Iterator[tuple[Finding, ...]]:
        name = day.day.id
        known = self._memory.get(name)
        if known is not None and known.day is day:
            memory[name] = known
            yield known.found
            return
        part = memory[name] = _Part()
        views: list[tuple[_Key, object]] = [((Scope.TEXT, text.node, text.field), text) for text in day.texts]
        views += [((Scope.SLOT, slot.slot.id, ""), slot) for slot in day.slots]
        for key, view in (*views, ((Scope.DAY, name, ""), day)):
            yield self._look(key, view, context, name, part)
        part.day, part.found = day, tuple(one for _, found in part.looks.values() for one in found)

    def _look(self, key: _Key, view: object, context: Context, name: str, part: _Part) -> tuple[Finding, ...]:
        """Give the findings of a view: those that are remembered of it, or what its checks see."""
        before = self._memory.get(name)
        known = None if before is None else before.looks.get(key)
        if known is None or known[0] is not view:
            # Most checks of most views find nothing: no more is done for these than to ask.
            found = [check.finding(one) for check in self._asked(key[0], view) for one in check.look(view, context)]
            known = view, tuple(found)
        part.looks[key] = known
        return known[1]

    def _asked(self, scope: Scope, view: object) -> tuple[Check, ...]:
        """Give the checks of a view: of a text that says nothing only those that look at empty ones."""
        return self._of_empty if isinstance(view, TextView) and not view.plains else self._checks[scope]


def _report(agenda: Agenda, found: Iterable[Finding]) -> Report:
    """Put findings in the order of the page, and apart what is waived."""
    tree = tree_of(agenda)
    waived = {(waiver.check, waiver.target) for waiver in agenda.waivers}
    ordered = sorted(found, key=lambda one: (page_order(tree, one.spot.node), *_order(agenda, one.spot), one.check))
    is_waived = [(one.check, one.spot.node) in waived for one in ordered]
    return Report(
        tuple(one for one, off in zip(ordered, is_waived, strict=True) if not off),
        tuple(one for one, off in zip(ordered, is_waived, strict=True) if off),
    )


def page_order(tree: Tree, node: str) -> list[tuple[int, str]]:
    """Give what a node is sorted by: the meeting first with all in it, then the days with all in them."""
    place = tree.place(node)
    steps = [(step, "") if isinstance(step, int) else (0, step) for step in place]
    return [(-1, ""), *steps] if place[0] == THE_MEETING else steps


def _order(agenda: Agenda, spot: Spot) -> tuple[bool, str, int, int]:
    """Give what findings of one node are sorted by: what it says first, then by language and letter."""
    number = agenda.languages.index(spot.language) if spot.language in agenda.languages else -1
    return spot.field not in _FIRST, "" if spot.field in _FIRST else spot.field, number, spot.start or 0


def waive(agenda: Agenda, finding: Finding, reason: str) -> Agenda:
    """Let a finding stand, with the reason; all findings of this check at this node are waived with it."""
    waiver = Waiver(check=finding.check, target=finding.spot.node, reason=reason)
    others = tuple(one for one in agenda.waivers if (one.check, one.target) != (waiver.check, waiver.target))
    return agenda.model_copy(update={"waivers": (*others, waiver)})


def unwaive(agenda: Agenda, check: str, target: str) -> Agenda:
    """Take a waiver back."""
    return agenda.model_copy(
        update={"waivers": tuple(one for one in agenda.waivers if (one.check, one.target) != (check, target))}
    )
