"""Pairs of an agenda: what is right is let alone by all families, and what is wrong is found by the right check."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from igfeditor.checks.finding import Finding
from igfeditor.checks.proof import ProofReader
from igfeditor.checks.registry import all_checks
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda
from tests.agendas import a_day, a_note, a_slot, a_sub_item, an_agenda, an_item

TABLE = Path(__file__).with_name("agenda_pairs.tsv")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
NODE = "tested"


class Pair(NamedTuple):
    """A line of the table."""

    check: str
    en: str
    ar: str


def pairs() -> list[Pair]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    return [Pair(*(spoken(cell) for cell in line.split("\t"))) for line in lines[1:]]


def spoken(cell: str) -> str:
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), cell.replace("\\n", "\n"))


PAIRS = pairs()
RIGHT = [pair for pair in PAIRS if not pair.check]
WRONG = [pair for pair in PAIRS if pair.check]


def agenda_with(pair: Pair) -> Agenda:
    """Give an agenda of one slot with one point that is tested, between two that are right."""
    return an_agenda(
        a_day(
            a_slot(
                an_item(
                    "Programme of the meeting",
                    a_sub_item("Opening of the meeting", ar="افتتاح الاجتماع", name="first"),
                    a_sub_item(pair.en, ar=pair.ar, name=NODE),
                    a_sub_item("Summary by the facilitator", ar="موجز يقدمه الميسر", name="last"),
                    ar="برنامج الاجتماع",
                ),
                start="09:30",
                end="12:00",
                notes=(a_note("For members of the group", "لأعضاء المجموعة"),),
            ),
            on="2021-02-22",
        )
    )


@cache
def found_in(pair: Pair) -> tuple[Finding, ...]:
    return tuple(one for one in ProofReader().read(agenda_with(pair)).findings if one.spot.node == NODE)


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.check} {one.spot.language} {say(one.message, 'en')}" for one in findings]


def test_the_table_is_as_large_as_it_should_be() -> None:
    assert len(RIGHT) >= 200
    assert len(WRONG) >= 100
    assert len(set(PAIRS)) == len(PAIRS)


def test_every_check_that_is_named_is_there() -> None:
    assert {pair.check for pair in WRONG} <= set(all_checks())


def test_right_pairs_are_right_together() -> None:
    """Words of one text may be held against those of another: here all stand in one agenda."""
    points = [a_sub_item(pair.en, ar=pair.ar, name=f"right{number}") for number, pair in enumerate(RIGHT)]
    items = [
        an_item("Programme of the meeting", *points[first : first + 20], ar="برنامج الاجتماع")
        for first in range(0, len(points), 20)
    ]
    slot = a_slot(*items, start="09:30", end="12:00")
    findings = ProofReader().read(an_agenda(a_day(slot, on="2021-02-22"))).findings
    assert told(tuple(one for one in findings if one.spot.node.startswith("right"))) == []


@pytest.mark.parametrize("pair", RIGHT, ids=lambda pair: pair.en)
def test_a_right_pair_has_no_finding(pair: Pair) -> None:
    assert told(found_in(pair)) == []


@pytest.mark.parametrize("pair", WRONG, ids=lambda pair: f"{pair.check}: {pair.en} | {pair.ar}")
def test_a_fault_is_found_by_the_right_check(pair: Pair) -> None:
    assert pair.check in {one.check for one in found_in(pair)}, told(found_in(pair))


def test_all_are_hits_and_none_is_a_false_alarm(capsys: pytest.CaptureFixture[str]) -> None:
    hits = sum(pair.check in {one.check for one in found_in(pair)} for pair in WRONG)
    alarms = sum(bool(found_in(pair)) for pair in RIGHT)
    with capsys.disabled():
        sys.stdout.write(f"\nfaults found: {hits} of {len(WRONG)}; false alarms: {alarms} of {len(RIGHT)}\n")
    assert (hits, alarms) == (len(WRONG), 0)
