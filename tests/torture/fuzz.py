"""Row: changed projects, packages and exchange files, of which none may end in a traceback, over 1 GiB, or over 30 s.

They are read by a process that may take no more, many by each one, for starting 20,000 would take an hour; the gate's
child does the same with each file by itself. Every answer must be an admission or a refusal. What is admitted must be
of use: an agenda is written, read and printed again, a letterhead is printed on, or refused in one sentence.

    python -m tests.torture.fuzz SEED FIRST COUNT      say of each file what became of it, one line each
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from igfeditor.errors import ExportError, IgfError
from igfeditor.exporters.registry import FORMATS
from igfeditor.gate import limits
from igfeditor.gate.faults import Refused
from igfeditor.gate.inspection import inspect
from igfeditor.gate.kinds import Kind
from igfeditor.storage.project_file import project_bytes, read_project
from tests.agendas import an_agenda
from tests.document.printing import printed
from tests.torture import bending
from tests.torture.counting import HOUSE, Count

BAD: Final = "bad: "


def _gate(data: bytes) -> str:
    try:
        return f"admitted: {inspect(data, list(Kind))}"
    except Refused as refused:
        return f"refused: {refused.fault}"


def _template(data: bytes) -> str:
    found = _gate(data)
    if found != "admitted: docx":
        return found
    try:
        FORMATS["docx"].write([printed(an_agenda(slots=1), "ar")], data)
    except ExportError:
        return "refused: no letterhead"
    return "admitted: letterhead"


def _project(data: bytes) -> str:
    try:
        agenda = read_project(data, Path("a.agenda.json"))
    except IgfError:
        return "refused: project"
    if read_project(project_bytes(agenda), Path("a.agenda.json")) != agenda:
        return f"{BAD}what is written is not what was read"
    for language in agenda.languages:
        FORMATS["txt"].write([printed(agenda, language)], None)
    return "admitted: project"


def made(seed: int, number: int) -> tuple[Callable[[bytes], str], bytes]:
    """Give one changed file, and what reads it; the same for the same seed and number."""
    chance = random.Random(f"{seed}/{number}")
    lot = number % 20
    if lot < 7:
        bend = chance.choice((bending.bent_tree, bending.bent_tree, bending.bent))
        return _project, bend(chance.choice(bending.projects()), chance)
    if lot == 7 and number % 100 == 7:
        bend = chance.choice((bending.bent_tree, bending.bent))
        return _project, bend(bending.sample_project(), chance)
    if lot < 14:
        bend = chance.choice((bending.bent_package, bending.bent_package, bending.bent))
        return _gate, bend(chance.choice(bending.packages()), chance)
    if lot < 15:
        return _template, bending.bent_package(bending.packages()[0], chance)
    bend = chance.choice((bending.bent, bending.bent_markup))
    return _gate, bend(chance.choice(bending.EXCHANGE), chance)


def _answer(seed: int, number: int) -> str:
    read, data = made(seed, number)
    try:
        return read(data)
    except MemoryError:
        return f"{BAD}over 1 GiB"
    except Exception as error:  # noqa: BLE001 - any is a finding
        return f"{BAD}{type(error).__name__}: {str(error)[:200]!r}"


def _bounded() -> None:
    """Take no more memory than the gate's child may; the clock is set for each file."""
    if os.name == "nt":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(seed: int, first: int, count: int) -> None:
    """Say of each file what became of it; one that takes too long ends the process."""
    _bounded()
    for number in range(first, first + count):
        if os.name != "nt":
            signal.setitimer(signal.ITIMER_REAL, limits.SECONDS)
        sys.stdout.write(json.dumps(_answer(seed, number)) + "\n")
        sys.stdout.flush()


def fuzzed(seed: int, count: int, processes: int = 1) -> tuple[Count, Counter[str]]:
    """Try so many changed files, shared among some processes; gives the figures, and how many of each answer there were."""
    shares = [
        range(start, min(start + -(-count // processes), count)) for start in range(0, count, -(-count // processes))
    ]
    running = [(share, _started(seed, share)) for share in shares]
    found, answers = Count(), Counter[str]()
    for share, process in running:
        told = [json.loads(line) for line in process.communicate()[0].splitlines()]
        if len(told) < len(share):
            told.append(f"{BAD}the process ended ({process.returncode}): it crashed, or took over 30 s")
        for number, answer in zip(share, told, strict=False):
            found.see(not answer.startswith(BAD), f"fuzz, seed {seed}, file {number}: {answer}")
            answers[answer.removeprefix(BAD)] += 1
    return found, answers


def _started(seed: int, share: range) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.torture.fuzz", *map(str, (seed, share.start, len(share)))],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        cwd=HOUSE,
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
