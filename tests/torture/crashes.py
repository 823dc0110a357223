"""Row: what a crash of the machine leaves of a save, and of a journal, at every moment and with changes lost or reordered."""

from __future__ import annotations

import random
from pathlib import Path

from igfeditor.model.agenda import Agenda
from igfeditor.storage.journal import Journal, read_journal
from igfeditor.storage.saving import NO_FILE, digest_of, save_safely
from tests.agendas import generated_agenda
from tests.deeds import some_deeds
from tests.disks import Tracing, crash_states
from tests.torture.counting import Count


def crashed_save(folder: Path, seed: int, disk: Tracing | None = None) -> Count:
    """Save once, and look at what any crash leaves: the old or the new whole, and the new once the folder is synced."""
    chance, target = random.Random(seed), folder / "plenary.agenda.json"
    old = chance.choice((None, b"", chance.randbytes(chance.randrange(1, 400))))
    new = chance.randbytes(chance.randrange(1, 400))
    if old is not None:
        target.write_bytes(old)
    if chance.random() < 0.5:
        (folder / f".~{target.name}.0000.tmp").write_bytes(b"left by a killed saver")
    disk = disk or Tracing(folder)
    save_safely(target, new, disk, NO_FILE if old is None else digest_of(old))
    renamed = next(place for place, act in enumerate(disk.acts) if act.other == target.name)
    sure = next((at for at, act in enumerate(disk.acts) if act.name == "sync-folder" and at > renamed), len(disk.acts))
    found = Count()
    for done, state in crash_states(disk):
        allowed = (new,) if len(done) > sure else (old, new)
        found.see(state.get(target.name) in allowed, f"save of seed {seed}, crash after {len(done)} acts")
    found.see(sure < len(disk.acts), f"save of seed {seed}: its end is not synced")
    return found


def crashed_journal(folder: Path, seed: int) -> Count:
    """Type, save and sync, and look at what any crash leaves: never less than was synced, and never a mixture."""
    folder = folder / "unnamed"
    folder.mkdir(parents=True, exist_ok=True)
    disk, chance, agenda = Tracing(folder), random.Random(seed), generated_agenda(seed)
    written = Journal(folder.parent, None, "a", "one", disk)
    written.begin(agenda)
    states: list[Agenda | None] = [None]
    sure = [(len(disk.acts), 0)]
    for after in some_deeds(seed, agenda, 8):
        if after == agenda:
            continue
        agenda = after
        written.note(agenda)
        states.append(agenda)
        if chance.random() < 0.3:
            if chance.random() < 0.5:
                # As after a deed that could not be written: the journal begins anew.
                written._close()
                written.fault = "full"
            written.sync()
            sure.append((len(disk.acts), len(states) - 1))
    found = Count()
    read: dict[bytes, Agenda | None] = {}
    for done, state in crash_states(disk):
        data = state.get("one.journal", b"")
        if data not in read:
            recovered = read_journal(folder / "one.journal", data)
            read[data] = None if recovered is None else recovered.agenda
        least = max((place for acts, place in sure if acts <= len(done)), default=0)
        found.see(read[data] in states[least:], f"journal of seed {seed}, crash after {len(done)} acts")
    written.end()
    return found
