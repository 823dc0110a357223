"""The registry: every check has its id, its words and its place, and is found by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from igfeditor.checks.finding import Found, Severity, Spot
from igfeditor.checks.registry import FAMILIES, Check, Scope, all_checks, check, chosen_checks
from igfeditor.errors import SettingsError, sentence

EVERY_CHECK = pytest.mark.parametrize("one", all_checks().values(), ids=lambda one: one.id)
TIME = [f"T{number:02}" for number in range(1, 18)]
NUMBERING = [f"N{number:02}" for number in range(1, 8)]
STRUCTURE = ["S01", "S02", "S03", "S04", "S05", "S07"]
REFERENCES = [f"R{number:02}" for number in range(1, 8)]


@EVERY_CHECK
def test_a_check_is_called_by_its_family_and_a_number(one: Check) -> None:
    assert re.fullmatch(r"[A-Z]\d\d", one.id)
    assert one.family in FAMILIES


@EVERY_CHECK
def test_a_check_has_a_title_and_a_hint(one: Check) -> None:
    assert str(one.title)[0].isupper()
    assert not str(one.title).endswith(".")
    assert str(one.hint).endswith(".")


def test_all_checks_of_the_families_are_there() -> None:
    assert {*TIME, *NUMBERING, *STRUCTURE, *REFERENCES} <= set(all_checks())


def test_checks_stand_in_the_order_of_the_families() -> None:
    order = list(FAMILIES)
    ids = list(all_checks())
    assert ids == sorted(ids, key=lambda name: (order.index(name[0]), name))


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("T01", Severity.ERROR), ("T02", Severity.ERROR), ("T03", Severity.WARNING), ("T04", Severity.WARNING),
        ("T05", Severity.ERROR), ("T06", Severity.ERROR), ("T07", Severity.ERROR), ("T08", Severity.WARNING),
        ("T09", Severity.ERROR), ("T10", Severity.WARNING), ("T11", Severity.WARNING), ("T12", Severity.ERROR),
        ("T13", Severity.WARNING), ("T14", Severity.WARNING), ("T15", Severity.ERROR), ("T16", Severity.WARNING),
        ("T17", Severity.INFO), ("N01", Severity.ERROR), ("N02", Severity.WARNING), ("N03", Severity.ERROR),
        ("N04", Severity.WARNING), ("N05", Severity.WARNING), ("N06", Severity.ERROR), ("N07", Severity.WARNING),
        ("S01", Severity.ERROR), ("S02", Severity.WARNING), ("S03", Severity.WARNING), ("S04", Severity.ERROR),
        ("S05", Severity.WARNING), ("S07", Severity.INFO), ("R01", Severity.ERROR), ("R02", Severity.WARNING),
        ("R03", Severity.ERROR), ("R04", Severity.WARNING), ("R05", Severity.WARNING), ("R06", Severity.ERROR),
        ("R07", Severity.INFO),
    ],
)  # fmt: skip
def test_a_check_is_as_grave_as_the_house_says(name: str, severity: Severity) -> None:
    assert all_checks()[name].severity is severity


def test_a_wish_for_nothing_is_a_wish_for_all() -> None:
    assert chosen_checks() == tuple(all_checks().values())
    assert chosen_checks(["", " "]) == chosen_checks()


def test_checks_are_chosen_by_id_and_by_family_in_any_case() -> None:
    assert [one.id for one in chosen_checks(["t03", "N"])] == ["T03", *NUMBERING]


@pytest.mark.parametrize("wish", ["T99", "X", "T3", "time"])
def test_a_check_that_does_not_exist_is_refused(wish: str) -> None:
    with pytest.raises(SettingsError, match=wish.upper()):
        chosen_checks(["T", wish])


def test_a_finding_is_as_grave_as_its_check_unless_it_says_otherwise() -> None:
    @check("T98", Severity.ERROR, Scope.AGENDA, sentence("A trial"), hint=sentence("Try."))
    def trial(_view: object, _context: object) -> Iterator[Found]:
        yield Found(Spot("a"), sentence("First."))
        yield Found(Spot("b"), sentence("Second."), severity=Severity.INFO)

    assert [(one.check, one.severity) for one in trial(None, None)] == [
        ("T98", Severity.ERROR),
        ("T98", Severity.INFO),
    ]
