"""The corrected agenda of IGF 2021: what is left to say about it is what a secretariat would agree with."""

from __future__ import annotations

import pytest

from igfeditor.checks.finding import Severity
from igfeditor.checks.registry import all_checks
from igfeditor.language.messages import say
from igfeditor.services.operations import open_sample
from tests.agendas import large_agenda
from tests.checks.circulated import circulated
from tests.checks.findings import findings

FAMILIES = ("T", "N", "S", "R")


def test_the_corrected_agenda_has_no_error() -> None:
    assert [one for one in findings(open_sample().agenda, *FAMILIES) if one.severity is Severity.ERROR] == []


def test_its_warnings_are_those_of_a_secretariat() -> None:
    warnings = [
        (one.check, one.spot.node)
        for one in findings(open_sample().agenda, *FAMILIES)
        if one.severity is Severity.WARNING
    ]
    assert warnings == [
        ("T03", "s6"),  # 14:00 to 14:30: the break was meant to be longer, or the visitor comes late
        ("S05", "o1"),  # best practice forums are on the third day
        ("S05", "o2"),  # and so are the working groups
        ("T13", "s13"),  # two items in one hour
        ("N04", "c41"),  # a lone "a."
        ("T13", "s14"),
        ("T03", "s15"),  # 09:10 to 09:15
        ("T13", "s16"),
    ]


def test_the_circulated_agenda_has_the_faults_that_are_certain() -> None:
    found = {one.check for one in findings(circulated(), *FAMILIES)}
    assert {
        "T03", "T05", "T06", "T07", "T10", "T12", "T13", "N02", "N03", "N04", "N05", "N06", "S01", "S02", "S03", "S05",
        "R01", "R03", "R04",
    } <= found  # fmt: skip


def test_a_large_plain_agenda_lacks_breaks_and_nothing_else() -> None:
    assert {one.check for one in findings(large_agenda(60), *FAMILIES)} == {"T14"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_finding_is_said_in_both_languages(language: str) -> None:
    for finding in findings(circulated(), *FAMILIES):
        sentences = [finding.message, *(fix.label for fix in finding.fixes), all_checks()[finding.check].hint]
        for said in (say(one, language) for one in sentences):
            assert "{" not in said
            assert any("\u0600" <= letter <= "\u06ff" for letter in said) or language == "en"
