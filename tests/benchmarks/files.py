"""B9: loading and saving the largest agenda, beside the json module doing the same bytes."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from igfeditor.storage.project_file import load_project, project_bytes, save_project
from tests.agendas import large_agenda
from tests.benchmarks.measuring import Comparison, Work

SLOTS = 2_000
SUB_ITEMS = 4


def comparisons() -> Iterator[Comparison]:
    """Give B9 on size XL."""
    folder = Path(tempfile.mkdtemp())
    ours, theirs = folder / "ours.agenda.json", folder / "theirs.json"
    agenda = large_agenda(slots=SLOTS, sub_items=SUB_ITEMS)
    ours.write_bytes(project_bytes(agenda))
    theirs.write_bytes(project_bytes(agenda))
    size = ours.stat().st_size / 1e6
    yield Comparison(
        f"load and save of XL ({size:.1f} MB) / json + fsync", lambda: _ours(ours), lambda: _theirs(theirs), 4
    )


def work(times: int) -> Work:
    """Give the load and save of XL or of a multiple of it."""
    path = Path(tempfile.mkdtemp()) / "work.agenda.json"
    path.write_bytes(project_bytes(large_agenda(slots=SLOTS // 2 * times, sub_items=SUB_ITEMS)))
    return lambda: _ours(path)


def _ours(path: Path) -> None:
    save_project(load_project(path), path)


def _theirs(path: Path) -> None:
    data = json.loads(path.read_bytes())
    text = json.dumps(data, ensure_ascii=False, indent=2)
    with path.open("wb") as stream:
        stream.write(text.encode())
        stream.flush()
        os.fsync(stream.fileno())
