"""P11: a line that says "including break" has one, and one that says "breaks" has more."""

from __future__ import annotations

import pytest

from igfeditor.checks.finding import Finding
from igfeditor.checks.proof import ProofReader
from igfeditor.checks.registry import chosen_checks
from igfeditor.model.agenda import Agenda, Slot
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_note, a_slot, an_agenda, an_item

EN = "Day 1: 22 February, 09:00-11:15 and 11:45-13:45 - meeting duration 6 h 45 min including "
AR = "اليوم 1: 22 شباط/ فبراير، 09:00 - 11:15 و 11:45-13:45- مدة الاجتماع 6 ساعات و 45 دقيقة بما في ذلك "


def a_day_with(breaks: int) -> list[Slot]:
    """Give the slots of a day: sessions of an hour with as many breaks between them."""
    slots = [a_slot(an_item("Session", ar="جلسة"), start="09:00", end="10:00")]
    for number in range(breaks):
        slots.append(a_slot(start=f"{10 + number}:00", end=f"{10 + number}:15", kind="break"))
        slots.append(a_slot(an_item("Session", ar="جلسة"), start=f"{10 + number}:15", end=f"{11 + number}:00"))
    return slots


def an_agenda_with(breaks: int, en: str, ar: str, *, of_day: bool = False) -> Agenda:
    note = a_note(en, ar)
    day = a_day(*a_day_with(breaks), notes=(note,) if of_day else ())
    return an_agenda(day, notes=() if of_day else (note,))


def found(agenda: Agenda) -> tuple[Finding, ...]:
    return ProofReader(chosen_checks(("P11",))).read(agenda).findings


@pytest.mark.parametrize(
    ("breaks", "en", "ar", "wrong"),
    [
        (1, "break", "الاستراحة", []),
        (2, "breaks", "فترات الاستراحة", []),
        (2, "breaks", "الاستراحتين", []),
        (3, "breaks", "الاستراحات", []),
        (2, "breaks", "الاستراحة", ["ar"]),
        (1, "breaks", "الاستراحة", ["en"]),
        (2, "break", "الاستراحة", ["en", "ar"]),
        (1, "break", "فترات الاستراحة", ["ar"]),
        (3, "breaks", "الاستراحتين", ["ar"]),
        (1, "break", "الاستراحتين", ["ar"]),
        (0, "break", "الاستراحة", []),
    ],
)
@pytest.mark.parametrize("of_day", [False, True])
def test_breaks_are_counted(breaks: int, en: str, ar: str, wrong: list[str], of_day: bool) -> None:
    agenda = an_agenda_with(breaks, EN + en, AR + ar, of_day=of_day)
    findings = found(agenda)
    assert [one.spot.language for one in findings] == wrong
    for one in findings:
        said = tree_of(agenda).text(one.spot.node, "text").wording(one.spot.language)
        assert said[one.spot.start : one.spot.end] == (en if one.spot.language == "en" else ar)
        (fix,) = one.fixes
        agenda = fix.edit(agenda)
    assert found(agenda) == ()


@pytest.mark.parametrize(
    ("breaks", "said", "right"),
    [
        (2, "بما في ذلك الاستراحة", "بما في ذلك فترات الاستراحة"),
        (2, "شاملة استراحة", "شاملة فترات استراحة"),
        (1, "بما في ذلك فترات الاستراحة", "بما في ذلك الاستراحة"),
        (1, "دون الاستراحات", "دون الاستراحة"),
    ],
)
def test_the_right_number_is_written_as_the_program_prints_it(breaks: int, said: str, right: str) -> None:
    agenda = an_agenda_with(breaks, "", f"المدة 4 ساعات {said}", of_day=True)
    (finding,) = found(agenda)
    (fix,) = finding.fixes
    assert fix.safe
    assert tree_of(fix.edit(agenda)).text("n1", "text").wording("ar") == f"المدة 4 ساعات {right}"


def test_capitals_stay() -> None:
    agenda = an_agenda_with(2, "4 H INCLUDING BREAK", "", of_day=True)
    (fix,) = found(agenda)[0].fixes
    assert tree_of(fix.edit(agenda)).text("n1", "text").wording("en") == "4 H INCLUDING BREAKS"


@pytest.mark.parametrize(
    ("en", "ar"),
    [
        ("Please take a break", "خذوا استراحة"),
        ("Meeting duration including breaks", "مدة الاجتماع بما في ذلك فترات الاستراحة"),
        ("Day 7: 4 h including breaks", "اليوم 7: 4 ساعات بما في ذلك الاستراحات"),
    ],
)
def test_what_is_about_no_day_is_let_alone(en: str, ar: str) -> None:
    assert found(an_agenda_with(1, en, ar)) == ()


def test_a_line_about_the_second_day_is_held_against_that_day() -> None:
    note = a_note("Day 2: 4 h including break", "اليوم الثاني: 4 ساعات بما في ذلك الاستراحة")
    agenda = an_agenda(a_day(*a_day_with(1)), a_day(*a_day_with(2)), notes=(note,))
    assert [one.spot.language for one in found(agenda)] == ["en", "ar"]
    assert found(agenda)[0].facts["count"] == 2
