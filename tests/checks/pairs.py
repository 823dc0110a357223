"""Agendas of one point with its translation, and what a check finds there."""

from __future__ import annotations

from igfeditor.checks.finding import Edit, Finding
from igfeditor.language.markup import plain
from igfeditor.model.agenda import Agenda
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_sub_item, an_agenda, an_item
from tests.checks.findings import findings, words_at

Pair = tuple[str, str]


def agenda_of(*pairs: Pair | str, **more: object) -> Agenda:
    """Give an agenda of points p1, p2 …, each with its English and its Arabic."""
    told = ((pair, "") if isinstance(pair, str) else pair for pair in pairs)
    points = [a_sub_item(en, ar=ar, name=f"p{place}") for place, (en, ar) in enumerate(told, start=1)]
    item = an_item("Programme", *points, ar="البرنامج", name="top")
    return an_agenda(a_day(a_slot(item, start="09:30", end="12:00"), on="2021-02-22"), **more)


def found(agenda: Agenda, check: str) -> list[str]:
    """Give the letters that each finding of a check is about."""
    return [words_at(agenda, finding) for finding in findings(agenda, check)]


def said(agenda: Agenda, language: str = "ar", node: str = "p1") -> str:
    """Give what a point says."""
    return plain(tree_of(agenda).text(node, "text").wording(language))


def mended(agenda: Agenda, check: str, *, only_safe: bool = False) -> Agenda:
    """Apply the first fix of each finding of a check, the last place first; nothing is then left to find."""
    for finding in reversed(findings(agenda, check)):
        agenda = _first_fix(finding, only_safe=only_safe)(agenda)
    assert findings(agenda, check) == ()
    return agenda


def _first_fix(finding: Finding, *, only_safe: bool) -> Edit:
    fix = finding.safe_fix if only_safe else finding.fixes[0]
    assert fix is not None, finding
    return fix.edit
