"""Row: every call of the file system fails with every error, once and from then on, while something is written."""

from __future__ import annotations

import errno
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from igfeditor.errors import SaveError
from igfeditor.files import Disk
from igfeditor.storage.backups import Backups, Reason
from igfeditor.storage.journal import Journal, read_journal
from igfeditor.storage.lock import Lock
from igfeditor.storage.saving import Outcome, digest_of, outcome_of, save_safely
from tests.agendas import generated_agenda
from tests.deeds import some_deeds
from tests.disks import Recording
from tests.torture.counting import Count


class Failure(NamedTuple):
    """One way to fail: which call, with which error, and whether all later ones fail too."""

    disk: Recording
    words: str
    call: str


def failures(work: Callable[[Recording], object], code: int) -> Iterator[Failure]:
    """Give each call that some work makes when all goes well as one that fails; the work is done once for that."""
    good = Recording()
    work(good)
    for number, call in enumerate(good.calls, 1):
        for for_good in (False, True):
            words = f"{call} ({number}) fails with {errno.errorcode[code]}{' for good' if for_good else ''}"
            yield Failure(Recording(number, code, for_good=for_good), words, call)


Write = Callable[[Path, bytes, Disk, bytes], object]


def a_save(target: Path, data: bytes, disk: Disk, old: bytes) -> None:
    """Save a project over what was opened."""
    save_safely(target, data, disk, digest_of(old))


def a_replacement(target: Path, data: bytes, disk: Disk, old: bytes) -> None:
    """Write an export, or settings."""
    disk.replace_safely(target, data)


def failing_to_write(folder: Path, code: int, seed: int, write: Write = a_save) -> Count:
    """Write again and again, and see each time that what stands there is what the outcome says, and nothing else."""
    chance, target, found = random.Random(seed), folder / "plenary.agenda.json", Count()
    old, new = (chance.randbytes(chance.randrange(1, 3000)) for _ in range(2))
    target.write_bytes(old)
    stands_after = {Outcome.SAVED: new, Outcome.NOT_CONFIRMED: new, Outcome.NOT_SAVED: old}
    for failure in failures(lambda disk: write(target, new, disk, old), code):
        target.write_bytes(old)
        outcome = outcome_of(None)
        try:
            write(target, new, failure.disk, old)
        except SaveError as error:
            outcome = outcome_of(error)
        stands = target.read_bytes()
        is_true = stands == stands_after.get(outcome) or (stands in (old, new) and outcome in _misled(failure, code))
        is_tidy = failure.disk.for_good or [path.name for path in folder.iterdir()] == [target.name]
        found.see(is_true and is_tidy, f"{write.__name__} of seed {seed}: {failure.words}: {outcome.name}")
        for left in folder.glob(".~*"):
            left.unlink()
    return found


def _misled(failure: Failure, code: int) -> tuple[Outcome, ...]:
    """Give the outcomes that one has to believe in because the system says what is not so."""
    if code == errno.ENOENT and (failure.disk.for_good or failure.call == "read"):
        # There is no file any more.
        return (Outcome.CHANGED_ELSEWHERE,)
    if code == errno.EIO and failure.disk.for_good and failure.call == "replace":
        # After this one nobody knows whether it was done (POSIX), and what stands there cannot be read.
        return (Outcome.NOT_CONFIRMED,)
    return ()


def failing_journal(folder: Path, code: int, seed: int) -> Count:
    """Type on a disk that fails once: nothing is raised, and the work is there again at the next sync or deed."""
    agenda, found, document = generated_agenda(seed), Count(), folder / "a.agenda.json"
    deeds = (after for number in count(seed) for after in some_deeds(number, agenda))
    first, second, last = islice(deeds, 3)
    open_ones: list[Journal] = []

    def type_all(disk: Disk) -> Journal:
        while open_ones:
            open_ones.pop().end()
        shutil.rmtree(folder / "journals", ignore_errors=True)
        one = Journal(folder / "journals", document, "a", "one", disk)
        one.begin(agenda)
        one.note(first)
        one.note_saved(document, "a")
        one.note(second)
        one.note(last)
        one.sync()
        open_ones.append(one)
        return one

    for failure in failures(type_all, code):
        one = type_all(failure.disk)
        told = one.fault
        failure.disk.failing = 0
        one.sync()
        recovered = read_journal(one.path, one.path.read_bytes()) if one.path.exists() else None
        # What is equal to what was saved needs no bringing back.
        is_there = last == (first if recovered is None else recovered.agenda)
        is_told = bool(told) or not failure.disk.for_good or failure.call in {"remove", "close"}
        found.see(is_there and is_told and not one.fault, f"journal of seed {seed}: {failure.words}")
    while open_ones:
        open_ones.pop().end()
    return found


def failing_backup(folder: Path, code: int, seed: int) -> Count:
    """Keep a version: whatever fails, the earlier ones are there, and what is listed can be read."""
    document, found = folder / "a.json", Count()
    old, new = (random.Random(f"{seed}/{number}").randbytes(300) for number in range(2))

    def keep(disk: Disk) -> None:
        shutil.rmtree(folder / "backups", ignore_errors=True)
        Backups(folder / "backups", Disk()).keep(document, old, Reason.SAVED)
        with suppress(OSError):
            Backups(folder / "backups", disk).keep(document, new, Reason.WORK)

    for failure in failures(keep, code):
        keep(failure.disk)
        backups = Backups(folder / "backups", Disk())
        read = [backups.read(version) for version in backups.list(document)]
        found.see(read in ([old], [new, old]), f"backup of seed {seed}: {failure.words}")
    return found


def failing_lock(folder: Path, code: int) -> Count:
    """Take, beat and give back a lock: nothing of it is ever in the way of work."""
    found = Count()

    def work(disk: Disk) -> None:
        one = Lock(folder / "a.json", "one", "Ms One", disk)
        one.take()
        one.beat()
        one.release()

    for failure in failures(work, code):
        try:
            work(failure.disk)
        except OSError:
            found.see(False, f"lock: {failure.words}")
        else:
            found.see(True, "")
        for left in folder.glob("*.tmp"):
            left.unlink()
    return found
