"""Row: a small disk that is full at every size from 300 kB to 1.2 MB; only root can make one."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from igfeditor.errors import SaveError
from igfeditor.files import Disk
from igfeditor.storage.backups import Backups, Reason
from igfeditor.storage.saving import Outcome, digest_of, outcome_of, save_safely
from tests.torture.counting import Count

SIZES: Final = range(300_000, 1_200_001, 1_000)
"""Bytes of the new file: the disk gives room by 4,096 of them, so that each number of its pieces is met four times."""


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Lay a disk of 1 MiB over a folder; tells whether it is there."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    is_there = os.name != "nt" and not subprocess.run(mount, check=False, capture_output=True).returncode
    try:
        yield is_there
    finally:
        if is_there:
            subprocess.run(["umount", str(folder)], check=True)


def full_disk(folder: Path, seed: int) -> Count:
    """Save a file of every size on a disk that is partly full: the old one is whole, or the new one is."""
    chance, found, reached = random.Random(seed), Count(), set[Outcome]()
    with small_disk(folder) as is_there:
        if not is_there:
            return Count(skipped="only root can make a small disk")
        for size in SIZES:
            outcome, is_good = _saved(folder, size, chance)
            reached.add(outcome)
            found.see(is_good, f"full disk of seed {seed}, size {size}: {outcome.name}")
        found.see(reached == {Outcome.SAVED, Outcome.NOT_SAVED}, f"full disk of seed {seed}: {reached}")
    return found


def _saved(folder: Path, size: int, chance: random.Random) -> tuple[Outcome, bool]:
    target, filler = folder / "plenary.agenda.json", folder / "filler"
    old, new = chance.randbytes(chance.choice((1, 5_000, 90_000))), chance.randbytes(size)
    target.write_bytes(old)
    filler.write_bytes(bytes(chance.choice((0, 200_000, 400_000))))
    backups = Backups(folder / "backups", Disk())
    keeps = chance.random() < 0.3
    outcome = outcome_of(None)
    try:
        keep = (lambda data: backups.keep(target, data, Reason.SAVED)) if keeps else (lambda _: None)
        save_safely(target, new, Disk(), digest_of(old), keep)
    except SaveError as error:
        outcome = outcome_of(error)
    stands = target.read_bytes()
    versions = [backups.read(version) for version in backups.list(target)]
    is_good = stands == {Outcome.SAVED: new, Outcome.NOT_SAVED: old}.get(outcome) and set(versions) <= {old}
    is_tidy = {path.name for path in folder.iterdir()} <= {target.name, filler.name, "backups"}
    for left in (path for path in folder.rglob("*") if path.is_file()):
        left.unlink()
    return outcome, is_good and is_tidy
