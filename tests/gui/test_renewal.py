"""A new agenda from that of an earlier meeting, by the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from igfeditor.errors import EditError
from igfeditor.gui import file_deeds
from igfeditor.gui.dialogs.renewal import RenewalDialog
from igfeditor.gui.main_window import MainWindow
from igfeditor.services.operations import open_sample, sample_path
from tests.agendas import an_agenda


@pytest.fixture
def dialog(qtbot: QtBot) -> RenewalDialog:
    made = RenewalDialog(open_sample().agenda)
    qtbot.addWidget(made)
    return made


def test_the_same_days_a_year_later_are_offered(dialog: RenewalDialog) -> None:
    assert dialog.day.date() == QDate(2022, 2, 21)
    assert "2021" in dialog.years.text()
    assert "2022" in dialog.years.text()
    new = dialog.agenda()
    assert new.days[0].date == date(2022, 2, 21)
    assert "2022" in new.meeting.title.wording("en")


def test_years_stay_where_the_year_does(dialog: RenewalDialog) -> None:
    dialog.day.setDate(QDate(2021, 5, 3))
    assert not dialog.years.isEnabled()
    assert "2021" in dialog.agenda().meeting.title.wording("en")


def test_years_stay_where_it_is_wished(dialog: RenewalDialog) -> None:
    dialog.years.setChecked(False)
    assert "2021" in dialog.agenda().meeting.title.wording("en")


def test_a_meeting_without_days_has_no_date_to_choose(qtbot: QtBot) -> None:
    made = RenewalDialog(an_agenda().model_copy(update={"days": ()}))
    qtbot.addWidget(made)
    assert not made.day.isEnabled()
    assert not made.years.isEnabled()
    assert made.agenda().days == ()


def test_dates_beyond_the_calendar_are_refused(dialog: RenewalDialog) -> None:
    dialog.day.setDate(QDate(9999, 12, 31))
    with pytest.raises(EditError):
        dialog.agenda()


class TestTheWindow:
    def test_an_earlier_meeting_becomes_a_new_agenda_without_a_file(
        self, window: MainWindow, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(file_deeds.QFileDialog, "getOpenFileName", lambda *_: (str(sample_path()), ""))
        monkeypatch.setattr(RenewalDialog, "exec", lambda _: 1)
        window.actions_by_name["renew"].trigger()
        assert window.bridge.agenda.days[0].date == date(2022, 2, 21)
        assert window.bridge.session.path is None

    def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
        self, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bad = tmp_path / "bad.agenda.json"
        bad.write_text("[]")
        monkeypatch.setattr(file_deeds.QFileDialog, "getOpenFileName", lambda *_: (str(bad), ""))
        window.actions_by_name["renew"].trigger()
        assert "bad.agenda.json" in window.statusBar().currentMessage()
        assert not window.has_project
