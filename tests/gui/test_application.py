"""The start of the window, and what becomes of a fault of the program."""

import sys

import pytest

from igfeditor.gui import application
from igfeditor.gui.main_window import MainWindow


def test_a_fault_is_told_in_the_window_and_written_whole_for_whoever_mends_it(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    before = window.bridge.agenda
    error = ValueError("a slot too far")
    sys.excepthook(ValueError, error, None)
    said = window.statusBar().currentMessage()
    assert "ValueError: a slot too far" in said
    assert "changed nothing" in said
    assert "ValueError: a slot too far" in capsys.readouterr().err
    assert window.bridge.agenda is before


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_report_is_in_the_windows_language(window: MainWindow, language: str) -> None:
    window.speak(language)
    application._report(window, KeyError, KeyError("x"), None)
    assert ("خلل" in window.statusBar().currentMessage()) is (language == "ar")
