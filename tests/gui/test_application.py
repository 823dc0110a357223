"""The start of the window: what it loads, in which order, and what is there when it is first seen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from igfeditor.services.operations import sample_path

OF_THE_COMMAND_LINE_AND_THE_PRINTERS = ("typer", "rich", "qtawesome", "docx", "openpyxl", "lxml", "arabic_reshaper")
AS_IT_STARTS = """
import gc, sys
from PySide6.QtWidgets import QApplication, QMainWindow
from igfeditor import __main__

def stand():
    (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow)]
    print(window.isVisible(), window.has_project, gc.isenabled(), gc.get_freeze_count() > 0)
    return 0

QApplication.exec = staticmethod(stand)
__main__.main()
"""


def said_by(code: str, folder: Path, *arguments: str) -> str:
    """Run Python in a process of its own, with settings of its own, and give what it prints."""
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


@pytest.mark.parametrize("library", OF_THE_COMMAND_LINE_AND_THE_PRINTERS)
def test_the_window_starts_without(library: str, tmp_path: Path) -> None:
    code = f"import sys, igfeditor.__main__, igfeditor.gui.application; print({library!r} in sys.modules)"
    assert said_by(code, tmp_path) == "False"


def test_floors_below_are_loaded_before_qt(tmp_path: Path) -> None:
    code = "import sys, igfeditor.gui; print('PySide6' in sys.modules, 'igfeditor.services.session' in sys.modules)"
    assert said_by(code, tmp_path) == "False True"


def test_project_is_there_and_garbage_is_looked_for_when_the_window_stands(tmp_path: Path) -> None:
    assert said_by(AS_IT_STARTS, tmp_path, str(sample_path())) == "True True True True"


def test_file_that_cannot_be_read_leaves_the_page_of_beginnings(tmp_path: Path) -> None:
    assert said_by(AS_IT_STARTS, tmp_path, str(tmp_path / "none.agenda.json")) == "True False True True"
