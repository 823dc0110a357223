"""Row: a journal that is cut at every byte, and one of which any one bit is flipped, give their longest true beginning."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from igfeditor.files import Disk
from igfeditor.model import edits
from igfeditor.model.agenda import Agenda
from igfeditor.storage.journal import Journal, frame, frames, read_journal
from tests.agendas import an_agenda
from tests.deeds import some_deeds
from tests.torture.counting import Count


class Written:
    """A journal of a few deeds, where its frames end, and the unsaved work after each of them."""

    def __init__(self, folder: Path, seed: int, deeds: int) -> None:
        self.chance = random.Random(seed)
        self._journal = Journal(folder, folder / "a.agenda.json", "a", str(seed), Disk())
        agenda = saved = an_agenda(slots=2)
        self._journal.begin(agenda)
        self.states: list[Agenda | None] = [None]
        for after in self._deeds(agenda, seed, deeds):
            if after != agenda:
                self._journal.note(after)
                agenda = after
                self.states.append(agenda)
            if self.chance.random() < 0.15 and agenda != saved:
                self._journal.note_saved(folder / "a.agenda.json", "a")
                saved = agenda
                self.states.append(None)
        self._journal.sync()
        self.path = self._journal.path
        self.data = self.path.read_bytes()
        self.ends = list(accumulate(len(frame(one)) for one in frames(self.data)))
        assert len(self.ends) == len(self.states)
        assert self.ends[-1] == len(self.data)
        self._journal.end()

    def _deeds(self, agenda: Agenda, seed: int, deeds: int) -> Iterator[Agenda]:
        for number in range(deeds):
            if self.chance.random() < 0.5:
                agenda = edits.set_text(agenda, "meeting", "title", "en", f"Title {number}")
            else:
                agenda = next(some_deeds(seed + number, agenda), agenda)
            yield agenda

    def gives(self, data: bytes, frames_whole: int) -> bool:
        """Tell whether some bytes give the work as it was after so many frames."""
        found = read_journal(self.path, data)
        wanted = self.states[frames_whole - 1] if frames_whole else None
        return (None if found is None else found.agenda) == wanted


def cut_journal(folder: Path, seed: int, deeds: int = 12) -> Count:
    """Cut a journal at every byte."""
    written, found = Written(folder, seed, deeds), Count()
    for cut in range(len(written.data) + 1):
        whole = sum(end <= cut for end in written.ends)
        found.see(written.gives(written.data[:cut], whole), f"journal of seed {seed}, cut at {cut}")
    return found


def flipped_journal(folder: Path, seed: int, deeds: int = 3) -> Count:
    """Flip every bit of a journal, one at a time."""
    written, found = Written(folder, seed, deeds), Count()
    for place in range(len(written.data)):
        whole = sum(end <= place for end in written.ends)
        for bit in range(8):
            damaged = bytearray(written.data)
            damaged[place] ^= 1 << bit
            found.see(written.gives(bytes(damaged), whole), f"journal of seed {seed}, bit {bit} of byte {place}")
    return found
