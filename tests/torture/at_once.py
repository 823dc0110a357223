"""Row: four processes save one file at once, each rereading what the others wrote meanwhile."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections import Counter
from pathlib import Path

from igfeditor.errors import ChangedOnDisk, NotConfirmed
from igfeditor.files import Disk
from igfeditor.storage.saving import digest_of, save_safely
from tests.torture.counting import Count


def at_once(folder: Path, each: int, seed: int) -> Count:
    """Let four processes add so many lines to one file; all of them are there, once each."""
    path = folder / "shared.txt"
    path.write_bytes(b"")
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add, args=(path, name, each, seed)) for name in "abcd"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    there, found = Counter(path.read_text().split()), Count()
    for line in (f"{name}{number}" for name in "abcd" for number in range(each)):
        found.see(there.pop(line, 0) == 1, f"at once, seed {seed}: {line} is lost, or there twice")
    if there or any(worker.exitcode for worker in workers):
        found.bad.append(f"at once, seed {seed}: {dict(there)} is more than was written, or a process failed")
    return found


def _add(path: Path, name: str, count: int, seed: int) -> None:
    chance, done = random.Random(f"{seed}/{name}"), 0
    while done < count:
        before = path.read_bytes()
        if chance.random() < 0.1:
            time.sleep(chance.uniform(0, 0.005))
        try:
            save_safely(path, before + f"{name}{done}\n".encode(), Disk(), digest_of(before))
        except ChangedOnDisk:
            continue
        except NotConfirmed:
            pass
        done += 1
