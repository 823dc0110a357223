"""The proof-reader of the window: after a pause, in slices, and never a report of another agenda."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from igfeditor.checks.proof import ProofReader
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.proofing import Proofing
from igfeditor.services.session import Session
from tests.agendas import a_day, a_slot, an_agenda, an_item


@pytest.fixture
def bridge() -> Bridge:
    agenda = an_agenda(a_day(a_slot(an_item("Opening [TBA]", ar="افتتاح", name="i1"), name="s1"), name="d1"))
    made = Bridge(Session(agenda), "en")
    made.setProperty("proofing", Proofing(made, made))
    return made


def ids(bridge: Bridge) -> list[str]:
    return [] if bridge.report is None else [one.check for one in bridge.report.findings]


def test_an_opened_agenda_is_read(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.report_changed):
        bridge.reading_requested.emit()
    assert "H01" in ids(bridge)
    assert bridge.report_of_now is bridge.report


def test_typing_is_read_after_a_pause_and_once(bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    reading = ProofReader.reading
    monkeypatch.setattr(ProofReader, "reading", lambda self, agenda: (read.append(agenda), reading(self, agenda))[1])
    with qtbot.waitSignal(bridge.report_changed):
        for length in range(1, 8):
            bridge.set_text("i1", "title", "en", "Opening"[:length])
        assert read == []
    assert read == [bridge.agenda]
    assert "H01" not in ids(bridge)


def test_a_report_is_one_of_now_until_something_changes(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.report_changed):
        bridge.reading_requested.emit()
    bridge.set_text("i1", "title", "en", "Opening [TBA] again")
    assert bridge.report is not None
    assert bridge.report_of_now is None


def test_what_changes_while_it_is_read_is_read_anew(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.reading_requested.emit()
    with qtbot.waitSignal(bridge.report_changed):
        bridge.set_text("i1", "title", "en", "Opening")
    assert bridge.report_of_now is bridge.report
    assert "H01" not in ids(bridge)


def test_another_project_has_no_findings_before_it_is_read(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.report_changed):
        bridge.reading_requested.emit()
    bridge.open(Session(an_agenda(days=1)))
    assert bridge.report is None
    with qtbot.waitSignal(bridge.report_changed):
        pass
    assert bridge.report is not None


def test_a_report_stays_when_the_project_is_only_saved(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.report_changed):
        bridge.reading_requested.emit()
    before = bridge.report
    bridge.project_changed.emit()
    assert bridge.report is before


def test_in_a_new_agenda_nothing_is_wrong_until_something_is_written(qapp: object, qtbot: QtBot) -> None:
    made = Bridge(Session.new(), "en")
    made.setProperty("proofing", Proofing(made, made))
    with qtbot.waitSignal(made.report_changed):
        made.reading_requested.emit()
    assert (ids(made), made.report is None) == ([], False)
    with qtbot.waitSignal(made.report_changed):
        made.set_text("meeting", "venue", "en", "Geneva")
    assert "S04" in ids(made)
