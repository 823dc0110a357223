"""Two programs on one file, each a process with a window of its own: nobody overwrites anybody, and a death loses nothing.

What a program does and sees is asked for line by line; its clocks run as they do for a person.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from igfeditor.storage.project_file import load_project

HOUSE = Path(__file__).parents[2]
PATIENCE = 60.0
PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QSocketNotifier
from igfeditor.errors import sentence
from igfeditor.files import Disk, journals_folder
from igfeditor.gui import file_deeds, keeping, merge_deeds, outside
from igfeditor.gui.application import look_after, make_application, make_window
from igfeditor.gui.notices import Matter
from igfeditor.model import edits
from igfeditor.services.settings import Settings
from igfeditor.storage.journal import recoverable
application = make_application(["x"])
window = make_window(application, Settings(window_language="en", spelling=False))
window.choose = lambda **_: None
look_after(window)
file_deeds.open_path(window, Path(sys.argv[1]))
window.show()

def title(): return window.bridge.agenda.meeting.title.wording("en")
def venue(): return window.bridge.agenda.meeting.venue.wording("en")
def type_in(words, field="title"):
    edit = lambda agenda: edits.set_text(agenda, "meeting", field, "en", words)
    return window.bridge.apply(edit, sentence("Typing")) is not None
def said(matter): return window.notices.words(Matter[matter])
def press(matter, words):
    next(one for one in window.notices.bars[Matter[matter]].buttons if one.text() == words).click()
def agree(): merge_deeds.MergeDialog.exec = lambda dialog: dialog.accept() is None

def answer():
    line = sys.stdin.readline()
    if not line: application.quit()
    else: print(json.dumps(eval(line)), flush=True)

notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(answer)
print(json.dumps("ready"), flush=True)
application.exec()
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows watches no pipe")
Start = Callable[[], "Program"]


class Program:
    """One running program, asked by expressions."""

    def __init__(self, path: Path, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment,
        )  # fmt: skip
        assert self._answer() == "ready"

    def _answer(self) -> Any:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def __call__(self, expression: str) -> Any:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{expression}\n")
        self.process.stdin.flush()
        return self._answer()

    def wait_for(self, expression: str) -> None:
        end = time.monotonic() + PATIENCE
        while not self(expression):
            assert time.monotonic() < end, f"waited in vain for {expression}"
            time.sleep(0.1)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def start(path: Path, tmp_path: Path) -> Iterator[Start]:
    """Give what starts a program on the file; all are of one user, with one place for journals and backups."""
    places = {name: str(tmp_path / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HOUSE)}
    running: list[Program] = []

    def begin() -> Program:
        running.append(Program(path, environment))
        return running[-1]

    yield begin
    for program in running:
        program.kill()


def title(path: Path) -> str:
    return load_project(path).meeting.title.wording("en")


def test_who_comes_second_reads_what_the_first_saves_and_edits_when_the_first_has_died(
    start: Start, path: Path
) -> None:
    first = start()
    second = start()
    assert "have this file open in another window" in second('said("LOCK")')
    assert second('type_in("From the second")') is False
    assert first('type_in("From the first")') is True
    assert first("file_deeds.save(window)") is True
    second.wait_for('title() == "From the first"')
    second('press("LOCK", "Tell me when it is free")')
    assert first('type_in("Never saved")') is True
    first.kill()
    second.wait_for('said("LOCK") == "This file is free now."')
    second('press("LOCK", "Edit")')
    assert second('type_in("Geneva", "venue")') is True
    assert second("file_deeds.save(window)") is True
    assert (title(path), load_project(path).meeting.venue.wording("en")) == ("From the first", "Geneva")
    # What the first had not saved is there, with what it began from.
    third = start()
    (found,) = third(
        "[[one.agenda.meeting.title.wording('en'), one.deeds] for one in recoverable(journals_folder(), Disk())]"
    )
    assert found == ["Never saved", 1]


def test_two_who_edit_at_once_lose_nothing(start: Start, path: Path) -> None:
    first, second = start(), start()
    second('press("LOCK", "Edit anyway")')
    first.wait_for('"works at this file too" in said("LOCK")')
    assert first('type_in("From the first")')
    assert second('type_in("Geneva", "venue")')
    assert first("file_deeds.save(window)") is True
    second.wait_for('"Somebody else has changed this file" in said("OUTSIDE")')
    assert second("venue()") == "Geneva"
    second("agree()")
    second('press("OUTSIDE", "Compare and merge…")')
    assert second("[title(), venue()]") == ["From the first", "Geneva"]
    assert second("file_deeds.save(window)") is True
    first.wait_for('[title(), venue()] == ["From the first", "Geneva"]')
    assert first("window.bridge.session.is_dirty") is False
