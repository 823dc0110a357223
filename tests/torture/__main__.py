"""python -m tests.torture --minutes N [ROW ...]: break things on purpose for as long as that, and print the table of figures.

What is of chance differs in each round, so that more minutes are more cases; a bad case says its seed. What is all
there is (the bombs) is tried once. The program ends with 1 where any case was bad.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from tests.disks import ERRORS
from tests.torture import at_once, bombs, crashes, damage, failing, full_disk, fuzz, killing
from tests.torture.counting import Count

Round = Callable[[Path, int], Count]
_SHOWN: Final = 20


class Row(NamedTuple):
    """One row of the table: what is done, what of it counts as bad, and one round of it in an empty folder."""

    words: str
    bad: str
    round: Round
    is_finite: bool = False


def _errors(folder: Path, seed: int) -> Count:
    """Let every call fail with every error: of a save, of an export, of the journal, of a backup, and of the lock."""
    found = Count()
    for code in ERRORS:
        for number, one in enumerate(
            (_save_fails, _replacement_fails, failing.failing_journal, failing.failing_backup)
        ):
            own = folder / f"{code}-{number}"
            own.mkdir()
            found.add(one(own, code, seed))
        found.add(failing.failing_lock(folder, code))
    return found


def _save_fails(folder: Path, code: int, seed: int) -> Count:
    return failing.failing_to_write(folder, code, seed, failing.a_save)


def _replacement_fails(folder: Path, code: int, seed: int) -> Count:
    return failing.failing_to_write(folder, code, seed, failing.a_replacement)


def _crashes(folder: Path, seed: int) -> Count:
    found = Count()
    for number in range(20):
        own = folder / str(number)
        own.mkdir()
        found.add(crashes.crashed_save(own, seed + number))
    found.add(crashes.crashed_journal(folder / "journals", seed))
    return found


def _damage(folder: Path, seed: int) -> Count:
    found = damage.cut_journal(folder / "cut", seed, deeds=random.Random(seed).randrange(2, 20))
    found.add(damage.flipped_journal(folder / "flipped", seed, deeds=random.Random(seed).randrange(1, 6)))
    return found


ROWS: Final = {
    "bombs": Row("bombs of the corpus", "not refused", lambda *_: bombs.all_bombs(), is_finite=True),
    "saving": Row(
        "kill -9 in the middle of saving", "lost or mixed", lambda folder, seed: killing.killed_while_saving(folder, 300, seed)
    ),
    "typing": Row(
        "kill -9 while typing", "completed deeds lost", lambda folder, seed: killing.killed_while_typing(folder, 50, seed)
    ),
    "crashes": Row("crash states of a save and of a journal", "neither old nor new", _crashes),
    "errors": Row("every call x every errno", "mixed or misreported", _errors),
    "full": Row("disk full at every size", "old file harmed", full_disk.full_disk),
    "at-once": Row("edits of four who save at once", "lost", lambda folder, seed: at_once.at_once(folder, 100, seed)),
    "journal": Row("journal cut at bytes, flipped at bits", "garbage accepted", _damage),
    "fuzz": Row(
        "fuzzed projects, packages, exchange", "traceback, > 1 GiB, > 30 s", lambda _, seed: fuzz.fuzzed(seed, 4_000, os.cpu_count() or 1)[0]
    ),
}  # fmt: skip


def tried(row: Row, end: float) -> Count:
    """Do rounds of a row until a time on the monotonic clock, one at least."""
    found = Count()
    while not found.skipped and (not found.cases or (time.monotonic() < end and not row.is_finite)):
        with tempfile.TemporaryDirectory() as folder:
            found.add(row.round(Path(folder), random.randrange(2**32)))
    return found


def main() -> None:
    """Run each row for its share of the time that is left."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    wish = parser.parse_args()
    chosen = [ROWS[name] for name in wish.rows or ROWS]
    end, bad = time.monotonic() + wish.minutes * 60, list[str]()
    sys.stdout.write(f"{'':<42} {'cases':>12} {'bad':>6}\n")
    for place, row in enumerate(chosen):
        now = time.monotonic()
        found = tried(row, now + max(0.0, end - now) / (len(chosen) - place))
        bad += found.bad
        words = f"skipped: {found.skipped}" if found.skipped else f"{row.bad}"
        sys.stdout.write(f"{row.words:<42} {found.cases:>12,} {len(found.bad):>6,}  {words}\n")
        sys.stdout.flush()
    for one in bad[:_SHOWN]:
        sys.stdout.write(f"bad: {one}\n")
    if len(bad) > _SHOWN:
        sys.stdout.write(f"and {len(bad) - _SHOWN:,} more\n")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
