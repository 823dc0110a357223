"""Rows: programs killed (kill -9) while they save, and while somebody types.

The programs are forked from a small process of their own, for starting a Python takes longer than all else:

    python -m tests.torture.killing saving|typing FOLDER KILLS SEED
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda
from igfeditor.storage import journal
from igfeditor.storage.backups import Backups, Reason
from igfeditor.storage.journal import Journal, read_journal
from igfeditor.storage.saving import NO_FILE, digest_of, save_safely
from tests.agendas import generated_agenda
from tests.deeds import some_deeds
from tests.torture.counting import Count, counted_by

Tell = Callable[[], object]


def killed_while_saving(folder: Path, kills: int, seed: int) -> Count:
    """Kill savers at moments of chance: what stands there is what the last one told of, or what it was about to write."""
    return _by_a_process("saving", folder, kills, seed)


def killed_while_typing(folder: Path, kills: int, seed: int) -> Count:
    """Kill typists at moments of chance: all that they told to be done is in their journals."""
    return _by_a_process("typing", folder, kills, seed)


def _by_a_process(row: str, folder: Path, kills: int, seed: int) -> Count:
    if os.name == "nt":
        return Count(skipped="Windows has no such signal")
    folder.mkdir(exist_ok=True)
    return counted_by("killing", row, folder, kills, seed)


def _told_until_killed(work: Callable[[Tell], None], seconds: float) -> int:
    """Let a forked process work for a while, kill it, and give how many things it told to be done."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            work(lambda: os.write(writer, b"."))
        except BaseException:  # noqa: BLE001 - it is told, and the process ends
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        message = "the program ended before it was killed"
        raise RuntimeError(message)
    with os.fdopen(reader, "rb") as stream:
        return len(stream.read())


# --- saving ------------------------------------------------------------------------------------------------


def _saving(folder: Path, kills: int, seed: int) -> Count:
    target, found, chance = folder / "plenary.agenda.json", Count(), random.Random(seed)
    for number in range(kills):
        one = f"{seed}/{number}"
        before = target.read_bytes() if target.exists() else None
        kept = folder / "kept" if chance.random() < 0.3 else None

        def work(told: Tell, one: str = one, before: bytes | None = before, kept: Path | None = kept) -> None:
            _save_on(target, one, before, kept, told)

        told = _told_until_killed(work, chance.uniform(0.0005, 0.03))
        stands = target.read_bytes() if target.exists() else None
        allowed = (_content(one, told) if told else before, _content(one, told + 1))
        found.see(stands in allowed, f"saving, kill {number} of seed {seed}: lost or mixed")
        if kept is not None and kept.exists():
            backups = Backups(kept, Disk())
            if any(backups.read(version) is None for version in backups.list(target)):
                found.bad.append(f"saving, kill {number} of seed {seed}: a backup is damaged")
            shutil.rmtree(kept)
    # What killed savers left beside it stays for an hour: who looks at a few of them only need not wait for that.
    for path in folder.glob(".~*"):
        path.unlink()
    return found


def _save_on(target: Path, one: str, before: bytes | None, kept: Path | None, told: Tell) -> None:
    expected = NO_FILE if before is None else digest_of(before)
    backups = None if kept is None else Backups(kept, Disk())
    for number in count(1):
        data = _content(one, number)
        keep = (lambda _: None) if backups is None else (lambda old: backups.keep(target, old, Reason.SAVED))
        save_safely(target, data, Disk(), expected, keep)
        told()
        expected = digest_of(data)


def _content(one: str, number: int) -> bytes:
    """Give what a saver writes as its so many-eth: of any size and content, the same for the same seed."""
    chance = random.Random(f"{one}/{number}")
    return chance.randbytes(chance.choice((1, 700, 20_000, 160_000, 160_000, 900_000)))


# --- typing ------------------------------------------------------------------------------------------------


def _typing(folder: Path, kills: int, seed: int) -> Count:
    found, chance = Count(), random.Random(seed)
    for number in range(kills):
        one = chance.randrange(2**32)
        told = _told_until_killed(lambda told, one=one: _type_on(folder, one, told), chance.uniform(0.002, 0.06))
        found.see(_recovered(folder) in _states(one, told), f"typing, kill {number} of seed {seed} ({one}): deeds lost")
        shutil.rmtree(folder)
        folder.mkdir()
    return found


def _recovered(folder: Path) -> Agenda | None:
    """Give the work that the one journal there offers."""
    path = next(folder.glob("*/*.journal"), None)
    recovered = None if path is None else read_journal(path, path.read_bytes())
    return None if recovered is None else recovered.agenda


def _type_on(folder: Path, one: int, told: Tell) -> None:
    chance = random.Random(one)
    journal.COMPACT_AFTER = chance.choice((2, 9, 500))
    path = folder / "a.agenda.json"
    acts = _acts(one)
    _, agenda = next(acts)
    written = Journal(folder, path, "a", "one", Disk())
    written.begin(agenda)
    told()
    for act, agenda in acts:
        match act:
            case "type":
                written.note(agenda)
            case "save":
                written.note_saved(path, "a")
            case _:
                written.sync()
        if written.fault:
            raise RuntimeError(written.fault)
        told()


def _acts(one: int) -> Iterator[tuple[str, Agenda]]:
    """Give what a typist does one after the other, without end, and the agenda that is open then."""
    agenda, chance = generated_agenda(one), random.Random(one)
    yield "open", agenda
    for seed in count(one):
        for after in some_deeds(seed, agenda, 20):
            if after != agenda:
                agenda = after
                yield "type", agenda
            if chance.random() < 0.2:
                yield chance.choice(("save", "sync", "sync", "sync")), agenda


def _states(one: int, told: int) -> list[Agenda | None]:
    """Give the work that is unsaved when so many acts were told, and when one more was done; none where all is saved."""
    states: list[Agenda | None] = [None]
    saved, acts = None, _acts(one)
    while len(states) < told + 2:
        act, agenda = next(acts)
        if act in {"open", "save"}:
            saved = agenda
        states.append(None if agenda is saved else agenda)
    return states[-2:]


if __name__ == "__main__":
    row, folder, kills, seed = sys.argv[1:]
    run = {"saving": _saving, "typing": _typing}[row]
    sys.stdout.write(run(Path(folder), int(kills), int(seed)).as_json)
