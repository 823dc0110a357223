"""Findings as somebody goes through them: by day and slot, by text, counted up to the day."""

from __future__ import annotations

from igfeditor.checks.finding import Finding, Fix, Severity, Spot
from igfeditor.checks.gathered import Tally, by_text, fixable, grouped, stand_of, tallies
from igfeditor.errors import sentence
from igfeditor.model.agenda import Agenda
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_link, a_note, a_slot, a_sub_item, an_agenda, an_item

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def small() -> Agenda:
    first = an_item("Opening", a_sub_item("Welcome", name="c1"), name="i1")
    noted = a_slot(first, name="s1", notes=(a_note("Online", name="n1"),))
    days = (a_day(noted, a_slot(name="s2"), name="d1"), a_day(name="d2", on="2026-02-10"))
    return an_agenda(*days, links=(a_link("Agenda", name="l1"),))


def found(
    node: str, severity: Severity = WARNING, *, check: str = "H01", field: str = "text", safe: bool = False
) -> Finding:
    fixes = (Fix(sentence("Do it"), lambda agenda: agenda, safe=safe),)
    return Finding(check, severity, Spot(node, field, "en"), sentence("Something"), fixes)


def test_findings_stand_in_their_slot_their_day_or_above_the_days() -> None:
    tree = tree_of(small())
    stands = {node: stand_of(tree, node) for node in ("c1", "n1", "i1", "s2", "d2", "l1", "meeting", "gone")}
    in_first = ("d1", "s1")
    nowhere = ("", "")
    assert stands == {
        "c1": in_first, "n1": in_first, "i1": in_first, "s2": ("d1", "s2"), "d2": ("d2", ""), "l1": nowhere,
        "meeting": nowhere, "gone": nowhere,
    }  # fmt: skip


def test_groups_keep_the_order_of_their_first_finding() -> None:
    findings = [found("meeting"), found("i1"), found("s2"), found("c1"), found("l1")]
    groups = grouped(small(), findings)
    assert [(group.day, group.slot, [one.spot.node for one in group.findings]) for group in groups] == [
        ("", "", ["meeting", "l1"]),
        ("d1", "s1", ["i1", "c1"]),
        ("d1", "s2", ["s2"]),
    ]


def test_each_row_counts_what_was_found_under_it_but_the_meeting_only_its_own() -> None:
    counted = tallies(small(), [found("c1", ERROR), found("n1", INFO), found("s1"), found("l1", INFO)])
    assert counted == {
        "c1": Tally(1, ERROR), "i1": Tally(1, ERROR), "n1": Tally(1, INFO), "s1": Tally(3, ERROR),
        "d1": Tally(3, ERROR), "l1": Tally(1, INFO), "meeting": Tally(1, INFO),
    }  # fmt: skip


def test_what_is_found_at_a_node_that_is_gone_counts_for_itself_alone() -> None:
    assert tallies(small(), [found("gone")]) == {"gone": Tally(1, WARNING)}


def test_findings_are_put_together_by_text() -> None:
    one, other, third = found("i1", field="title"), found("i1", ERROR, field="title"), found("i1", field="minutes")
    assert by_text([one, third, other]) == {("i1", "title"): (one, other), ("i1", "minutes"): (third,)}


def test_only_what_is_safe_and_of_the_check_is_fixed_without_a_look() -> None:
    safe = found("i1", safe=True)
    assert fixable([found("c1"), safe, found("s1", check="D05", safe=True)], "H01") == (safe,)
