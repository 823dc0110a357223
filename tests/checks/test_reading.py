"""The proof-reader step by step: it can be left at any step, and need not read again what it has read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from igfeditor.checks.finding import Found, Severity
from igfeditor.checks.proof import ProofReader
from igfeditor.checks.registry import Scope, check
from igfeditor.errors import sentence
from igfeditor.model.edits import set_text
from tests.agendas import an_agenda

NAMED = sentence("Something")


def a_reader() -> tuple[ProofReader, list[str]]:
    looked: list[str] = []

    @check("H99", Severity.INFO, Scope.TEXT, NAMED, hint=NAMED)
    def look(text: Any, context: Any) -> Iterator[Found]:
        looked.append(text.node)
        yield Found(text.spot(), NAMED)

    return ProofReader([look]), looked


def test_the_last_step_gives_the_report() -> None:
    reader, _ = a_reader()
    agenda = an_agenda(days=1, slots=2)
    *steps, report = reader.reading(agenda)
    assert report is not None
    assert not any(steps)
    assert report.findings == ProofReader([*reader._checks[Scope.TEXT]]).read(agenda).findings


def test_what_was_read_before_it_was_left_is_not_read_again() -> None:
    reader, looked = a_reader()
    agenda = an_agenda(days=2, slots=3)
    reading = reader.reading(agenda)
    list(islice(reading, 5))
    reading.close()
    before = len(looked)
    report = reader.read(agenda)
    whole = len({(finding.spot.node, finding.spot.field) for finding in report.findings})
    assert before
    assert len(looked) == whole


def test_a_text_that_changed_after_it_was_left_is_read_again() -> None:
    reader, looked = a_reader()
    agenda = an_agenda(days=1, slots=2)
    node = agenda.days[0].slots[0].items[0].id
    reading = reader.reading(agenda)
    while node not in looked:
        next(reading)
    reading.close()
    del looked[:]
    reader.read(set_text(agenda, node, "title", "en", "Another"))
    assert node in looked


def test_what_was_known_before_it_was_left_is_not_read_again() -> None:
    reader, looked = a_reader()
    agenda = an_agenda(days=2, slots=3)
    reader.read(agenda)
    node = agenda.days[0].slots[0].items[0].id
    changed = set_text(agenda, node, "title", "en", "Another")
    del looked[:]
    reading = reader.reading(changed)
    while node not in looked:
        next(reading)
    reading.close()
    reader.read(changed)
    assert looked == [node]


def test_a_day_that_did_not_change_is_one_step() -> None:
    reader, _ = a_reader()
    agenda = an_agenda(days=3, slots=4)
    many, again = (len(list(reader.reading(agenda))) for _ in range(2))
    assert many - again > 3 * 4
