"""What tests of checks say: the findings of one check in an agenda, where they are, and what their fixes make."""

from __future__ import annotations

from igfeditor.checks.finding import Finding, Fix, Severity
from igfeditor.checks.proof import ProofReader
from igfeditor.checks.registry import chosen_checks
from igfeditor.language.markup import plain
from igfeditor.model.agenda import Agenda
from igfeditor.model.soundness import flaws
from igfeditor.model.tree import tree_of


def findings(agenda: Agenda, *ids: str) -> tuple[Finding, ...]:
    """Give what some checks, or families of them, find."""
    return ProofReader(chosen_checks(ids)).read(agenda).findings


def the_finding(agenda: Agenda, check: str) -> Finding:
    """Give the one finding of a check."""
    (finding,) = findings(agenda, check)
    return finding


def places(agenda: Agenda, check: str) -> list[str]:
    """Give the nodes at which a check finds something."""
    return [finding.spot.node for finding in findings(agenda, check)]


def words_at(agenda: Agenda, finding: Finding) -> str:
    """Give the letters of the text that a finding is about."""
    spot = finding.spot
    return plain(tree_of(agenda).text(spot.node, spot.field).wording(spot.language))[spot.start : spot.end]


def fix_named(finding: Finding, label: str) -> Fix:
    """Give the fix of a label."""
    labels = [str(fix.label) for fix in finding.fixes]
    assert label in labels, labels
    return finding.fixes[labels.index(label)]


def fixed(agenda: Agenda, check: str, label: str = "") -> Agenda:
    """Apply the one fix of the one finding, or that of a label; the agenda is sound, and the finding gone."""
    (finding,) = findings(agenda, check)
    (fix,) = (fix_named(finding, label),) if label else finding.fixes
    changed = fix.edit(agenda)
    assert flaws(changed) == ()
    assert findings(changed, check) == ()
    return changed


def facts(finding: Finding) -> dict[str, object]:
    """Give the facts of a finding."""
    return dict(finding.facts)


INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
