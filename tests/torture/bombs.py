"""Row: the corpus of bombs, each given to the gate as a whole, with its child process, and the hostile projects."""

from __future__ import annotations

from pathlib import Path

from igfeditor.errors import ImportRefused, ProjectFileError
from igfeditor.gate.entrance import admit
from igfeditor.gate.kinds import Kind
from igfeditor.storage.project_file import read_project
from tests.bombs import BOMBS, HOSTILE_PROJECTS
from tests.torture.counting import Count


def all_bombs() -> Count:
    """Give each bomb to the gate, and each hostile project to the reader."""
    found = Count()
    for bomb in BOMBS:
        try:
            kind = admit(bomb.make(), Path("bomb"), list(Kind))
        except ImportRefused:
            found.see(True, "")
        else:
            found.see(False, f"bomb {bomb.name}: admitted as {kind}")
    for name, data in HOSTILE_PROJECTS.items():
        try:
            read_project(data, Path("bomb"))
        except ProjectFileError:
            found.see(True, "")
        else:
            found.see(False, f"hostile project {name}: read")
    return found
