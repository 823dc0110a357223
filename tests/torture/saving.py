"""Rows: programs killed while they save and while somebody types, and four that save one file at once."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Final

from igfeditor.errors import ChangedOnDisk, NotConfirmed
from igfeditor.files import Disk
from igfeditor.storage.journal import read_journal
from igfeditor.storage.saving import digest_of, save_safely

HOUSE: Final = Path(__file__).parents[2]
STOPS: Final = 30
"""How often one saving process is stopped and looked at before it is killed: starting one takes longer than all else."""
SAVER: Final = """
import sys
from pathlib import Path
from igfeditor.files import Disk
from igfeditor.storage.saving import save_safely
target = Path(sys.argv[1])
print("ready", flush=True)
number = 0
while True:
    number += 1
    save_safely(target, (b"%08d" % number) * 20_000, Disk())
"""
TYPIST: Final = """
import sys
from pathlib import Path
from igfeditor.files import Disk
from igfeditor.model import edits
from igfeditor.storage.journal import Journal
from tests.agendas import an_agenda
root = Path(sys.argv[1])
agenda = an_agenda(slots=2)
journal = Journal(root, root / "a.agenda.json", "a", sys.argv[2], Disk())
journal.begin(agenda)
number = 0
while True:
    number += 1
    agenda = edits.set_text(agenda, "meeting", "title", "en", f"Title {number}")
    journal.note(agenda)
    print(number, flush=True)
"""


def started(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a program, and wait for the first line that it says."""
    environment = {**os.environ, "PYTHONPATH": str(HOUSE)}
    program = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, env=environment)
    assert program.stdout is not None
    program.stdout.readline()
    return program


def killed_while_saving(folder: Path, kills: int, chance: random.Random) -> dict[str, int]:
    """Stop and kill saving processes at moments of chance; what stands there is one of their whole contents."""
    target = folder / "plenary.agenda.json"
    done = bad = 0
    while done < kills:
        saver = started(SAVER, str(target))
        for _ in range(min(STOPS, kills - done)):
            time.sleep(chance.uniform(0.0005, 0.012))
            os.kill(saver.pid, signal.SIGSTOP)
            bad += not is_whole(target)
            done += 1
            os.kill(saver.pid, signal.SIGCONT)
        saver.kill()
        saver.communicate()
        bad += not is_whole(target)
    return {"kills": done, "lost or mixed": bad}


def is_whole(target: Path) -> bool:
    """Tell whether a file is one that a saver wrote."""
    try:
        data = target.read_bytes()
    except FileNotFoundError:
        return True
    return len(data) == 160_000 and data == data[:8] * 20_000


def killed_while_typing(root: Path, kills: int, chance: random.Random) -> dict[str, int]:
    """Kill typing processes; what they told to be done is in their journals."""
    root.mkdir(exist_ok=True)
    lost = 0
    for number in range(kills):
        name = f"{number}-{chance.randrange(10**9)}"
        typist = started(TYPIST, str(root), name)
        time.sleep(chance.uniform(0, 0.02))
        typist.kill()
        told = typist.communicate()[0].split()
        (path,) = root.glob(f"*/{name}.journal")
        found = read_journal(path, path.read_bytes())
        last = int(told[-1]) if told else 1
        done = 0 if found is None else int(found.agenda.meeting.title.wording("en").removeprefix("Title "))
        lost += max(0, last - done)
        path.unlink()
    return {"kills": kills, "deeds lost": lost}


def at_once(folder: Path, each: int) -> dict[str, int]:
    """Let four processes add lines to one file at once, each rereading what changed meanwhile."""
    path = folder / "shared.txt"
    path.write_bytes(b"")
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add, args=(path, name, each)) for name in "abcd"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    there = Counter(path.read_text().split())
    wanted = [f"{name}{number}" for name in "abcd" for number in range(each)]
    return {"saves": there.total(), "edits lost": sum(there[one] != 1 for one in wanted)}


def _add(path: Path, name: str, count: int) -> None:
    done = 0
    while done < count:
        before = path.read_bytes()
        try:
            save_safely(path, before + f"{name}{done}\n".encode(), Disk(), digest_of(before))
        except ChangedOnDisk:
            continue
        except NotConfirmed:
            pass
        done += 1


def run(minutes: float) -> dict[str, int]:
    """Do all three again and again, at least once each, and add the figures up."""
    end, chance, counts = time.monotonic() + minutes * 60, random.Random(), Counter[str]()
    while not counts or time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            counts.update(
                {f"saving: {key}": count for key, count in killed_while_saving(Path(folder), 600, chance).items()}
            )
            counts.update(
                {f"typing: {key}": count for key, count in killed_while_typing(Path(folder) / "j", 20, chance).items()}
            )
            counts.update({f"at once: {key}": count for key, count in at_once(Path(folder), 200).items()})
    return dict(counts)
