"""The agenda as it was circulated gives every finding that a program can be sure of, each at its very place."""

from __future__ import annotations

from functools import cache

import pytest

from igfeditor.checks.finding import Finding, Severity
from igfeditor.checks.registry import all_checks
from igfeditor.language.markup import plain
from igfeditor.model.agenda import Agenda
from igfeditor.model.soundness import flaws
from igfeditor.model.tree import tree_of
from igfeditor.services.operations import open_sample
from igfeditor.services.proofing import check_project, fix_project
from igfeditor.services.whereabouts import Whereabouts
from tests.checks.as_circulated import as_circulated

FAULTS = (
    "T05 | Meeting, note 9 | en | 6 h 45 min",
    "T05 | Meeting, note 9 | ar | 6 ساعات و 45 دقيقة",
    "T03 | Day 1, 13:45 | |",
    "T06 | Meeting, note 9 | en | 14:00-16:00",
    "T06 | Meeting, note 9 | ar | 14:00 - 16:00",
    "T03 | Day 3, 09:00 | |",
    "T07 | Meeting, title | en | Day 2",
    "T07 | Meeting, title | ar | اليوم الثاني",
    "T07 | Meeting, note 1 | en | 23 February, 2021",
    "T07 | Meeting, note 1 | ar | 23 شباط/ فبراير، 2021",
    "N02 | Day 3, 09:00, item 7 | |",
    "T13 | Day 2, 13:00 | |",
    "T13 | Day 2, 14:00 | |",
    "T13 | Day 3, 09:15 | |",
    "R01 | Day 2, 13:00, item 4 | en | *",
    "R01 | Day 2, 13:00, item 4 | ar | *",
    "R03 | Meeting, category | en | [MAG & WG Meetings](#)",
    "R03 | Meeting, note 2 | en | [Access the platform HERE](#)",
    "R03 | Meeting, note 2 | ar | [الوصول إلى المنصة هنا](#)",
    "R03 | Meeting, note 7 | en | [MAG](#)",
    "R03 | Day 1, 16:15, entry 1, line 1 | en | [Click here to access the platform]",
    "R03 | Day 1, 16:15, entry 1, line 1 | ar | [انقر هنا للوصول إلى المنصة]",
    "S05 | Day 2, output 1 | |",
    "S05 | Day 2, output 2 | |",
    "N04 | Day 2, 13:00, item 3, a. | |",
    "N05 | Day 1, 11:45, item 3, bullet 1 | |",
    "H02 | Meeting, note 3 | en | (active tab)",
    "H02 | Meeting, note 3 | ar | (علامة التبويب النشطة)",
    "N03 | Day 1, 11:45, item 3, line 4 | |",
    "N03 | Day 2, 11:00, item 2, line 3 | |",
    "N03 | Day 3, 09:15, item 8, line 1 | |",
    "N03 | Day 3, 12:15, item 11, line 1 | |",
    "N03 | Day 3, 14:15, item 12, line 1 | |",
    "S02 | Day 3, heading | en |",
    "T10 | Day 3, heading | en | 24 February",
    "D03 | Meeting, note 8 | en | 22 - 24",
    "D03 | Meeting, note 9 | ar | 11:45-13:45",
    "G03 | Day 1, 09:45, item 2, a. | en | IGF2020",
    "G03 | Day 1, 11:45, item 3 | en | IGF2021",
    "G03 | Day 1, 09:45, item 2 | en | stock taking",
    "G03 | Day 1, 15:00, entry 1 | en | MULTI-STAKEHOLDER",
    "H04 | Day 1, 15:00, entry 1 | en | OPEN CONSULTATION ON THE PROPOSED MULTI-STAKEHOLDER HIGH-LEVEL BODY - (para 93(a) of the Secretary-General's Roadmap for Digital Cooperation)",
    "P09 | Day 2, 11:00, item 2, b. | ar |",
    "G05 | Day 2, output 3 | en | Finalise",
    "G05 | Day 1, 15:00, entry 1 | en | para",
    "S01 | Day 2, heading | ar |",
    "S01 | Day 3, heading | ar |",
    "P01 | Day 2, heading | ar |",
    "P01 | Day 3, heading | ar |",
    "S03 | Day 2, heading | en | (open to observers)",
    "S03 | Day 3, heading | en | (open to observers)",
    "D02 | Meeting, note 10 | ar | -10:30 و 12:30",
    "D02 | Meeting, note 11 | ar | - 09:00 و 11:15",
    "H06 | Day 1, 16:15, entry 1 | ar | \n",
    "N06 | Day 2, 11:00, item 2, line 3 | ar | .",
    "G01 | Day 3, 09:15, item 9 | ar | للبلدان النامية",
    "G01 | Day 3, 09:00, item 7 | ar | وتحقيق الأهداف",
    "G01 | Day 3, 14:15, item 12, line 1 | ar | لرئيس الدولة المضيفة",
    "G06 | Day 2, 10:30, item 1, b. | ar | المضيقة",
    "G06 | Day 2, 13:00, item 4, b. | ar | البرلمانين",
    "D10 | Day 2, 13:00, item 3 | ar | الانترنت",
    "D10 | Day 2, 14:00, item 5, a. | ar | الانترنت",
    "G01 | Day 2, 13:00, item 3, a. | ar | مناقشات المجموعة",
    "P03 | Day 1, 09:45, item 2, c. | ar | 2020",
    "P11 | Meeting, note 9 | ar | الاستراحة",
    "G01 | Day 1, 11:45, item 3, bullet 2 | ar | الأمانة العامة لمنتدى حوكمة الإنترنت",
    "G01 | Day 2, output 2 | ar | المجموعات العاملة",
    "G01 | Day 3, 12:15, item 11 | ar | مجموعات عمل",
    "G01 | Day 1, 13:15, item 4, b. | ar | العمل بين الجلسات",
    "G01 | Day 2, 10:30, item 1, c. | ar | رئيس اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين",
    "G01 | Day 2, 14:00, item 5, a. | ar | إجماع",
    "G01 | Day 2, 14:00, item 6, a. | ar | الإجماع",
    "G01 | Meeting, note 1 | ar | بالتوقيت العالمي",
    "P08 | Meeting, note 7 | ar | MAG",
    "D06 | Meeting, note 1 | ar | / ",
    "D06 | Meeting, note 8 | ar | / ",
    "D06 | Meeting, note 9 | ar | / ",
    "D06 | Meeting, note 10 | ar | / ",
    "D06 | Meeting, note 11 | ar | / ",
    "D06 | Day 1, 09:45, item 2, b. | ar | / ",
    "D06 | Day 2, 11:00, item 2, b., line 1 | ar | / ",
    "D06 | Day 2, 14:00, item 5 | ar | / ",
    "D05 | Day 1, 11:45, item 3, line 4 | ar | *",
    "D05 | Day 2, 13:00, item 4 | ar | *",
    "H05 | Day 1, 16:15, entry 1, line 2 | en | .",
    "N07 | Day 1, 09:45, item 2, a. | en | 5 min",
    "N07 | Day 1, 09:45, item 2, b. | ar | 10 دقائق",
    "N07 | Day 1, 11:45, item 3, line 4 | en | 1 hour",
)
"""The check, the place, the language and the words of each fault of the list that does not hang on a human ear."""

LEFT = {
    ("T03", "Day 1, 13:45"): "the break was meant to be longer, or the visitor comes late: only the host knows",
    ("S05", "Day 2, output 1"): "best practice forums are on the third day, and so should be their output",
    ("S05", "Day 2, output 2"): "the working groups are on the third day too",
    ("T13", "Day 2, 13:00"): "two items have one hour between them: the Chair needs to know how much each gets",
    ("N04", "Day 2, 13:00, item 3, a."): "a lone a. has no b.",
    ("T13", "Day 2, 14:00"): "two recaps share an hour",
    ("T03", "Day 3, 09:00"): "nothing is planned from 09:10 to 09:15",
    ("T13", "Day 3, 09:15"): "three items share two hours",
}
"""The warnings that the corrected agenda keeps, and why a secretariat would agree: each is for people to decide."""


@cache
def circulated() -> Agenda:
    return as_circulated()


def described(agenda: Agenda, finding: Finding) -> str:
    spot = finding.spot
    place = Whereabouts(agenda).without_language(spot)
    words = ""
    if spot.start is not None:
        words = plain(tree_of(agenda).text(spot.node, spot.field).wording(spot.language))[spot.start : spot.end]
    return f"{finding.check} | {place} | {spot.language} | {words}"


@cache
def found() -> tuple[str, ...]:
    return tuple(described(circulated(), one) for one in check_project(circulated()).findings)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_where_it_is(fault: str) -> None:
    said = [part.strip(" ") for part in fault.split("|")]
    assert said in [[part.strip(" ") for part in one.split("|")] for one in found()]


def test_the_circulated_agenda_is_sound_all_the_same() -> None:
    assert flaws(circulated()) == ()


def test_its_errors_are_many_and_its_corrected_self_has_none() -> None:
    assert check_project(circulated()).count(Severity.ERROR) > 40
    assert check_project(open_sample().agenda).count(Severity.ERROR) == 0


def test_what_is_left_in_the_corrected_agenda_is_for_a_secretariat_to_decide() -> None:
    sample = open_sample().agenda
    places = Whereabouts(sample)
    warnings = [one for one in check_project(sample).findings if one.severity is Severity.WARNING]
    assert [(one.check, str(places.of(one.spot))) for one in warnings] == list(LEFT)


def test_fixes_bring_it_nearer_to_the_corrected_one_and_do_no_harm() -> None:
    fixed = fix_project(circulated())
    assert flaws(fixed.agenda) == ()
    left = check_project(fixed.agenda).findings
    assert {one.check for one in fixed.findings} >= {"D02", "D05", "D06", "N02", "N06", "G03"}
    assert not {one.check for one in left} & {"D02", "D05", "D06", "N02", "N06"}
    assert fix_project(fixed.agenda).findings == ()


def test_every_severity_of_the_registry_is_seen_in_it() -> None:
    assert {all_checks()[one.split(" ")[0]].severity for one in found()} == set(Severity)
