"""B4 and B5: the start of the window and the opening of the largest agenda, beside Poedit with as many texts.

Both run as whole programs, each on a screen of its own, with the same texts, and are watched from outside. Poedit's
spelling is switched off: our window has none, and whether Poedit loads a dictionary, or slides in a bar that says
there is none, hangs on what else is installed and would move its start by a third.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from igfeditor.language.markup import plain
from igfeditor.model.agenda import Agenda
from igfeditor.model.texts import agenda_texts
from igfeditor.services.operations import open_sample
from igfeditor.storage.project_file import project_bytes
from tests.agendas import large_agenda
from tests.benchmarks.files import SLOTS, SUB_ITEMS
from tests.benchmarks.measuring import ROUNDS, Outcome
from tests.benchmarks.screens import Start, program, watched

WITHOUT_SPELLING = "enable_spellchecking=0\n"
HOUSE = Path(__file__).parents[2]
HEAD = """msgid ""
msgstr ""
"Language: ar\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;\\n"
"""


class Medians(NamedTuple):
    """The medians of several starts."""

    seen: float
    settled: float
    cpu: float
    memory: float


def start() -> Iterator[Outcome]:
    """Give B4: from the call of the program to its first window, with the sample."""
    agenda = open_sample().agenda
    ours, theirs = side_by_side(agenda)
    name = f"start with S ({texts_of(agenda)} texts)"
    yield Outcome(f"{name} to where the texts are seen / Poedit", ours.seen, theirs.seen, 1.0)
    yield Outcome("the same to the picture that stays / Poedit", ours.settled, theirs.settled)
    yield Outcome("the same, processor time / Poedit", ours.cpu, theirs.cpu)
    yield Outcome("the same, resident memory / Poedit", ours.memory, theirs.memory, unit="MB")


def opening() -> Iterator[Outcome]:
    """Give B5: the same with the largest agenda, and how it grows."""
    agenda = large_agenda(slots=SLOTS, sub_items=SUB_ITEMS)
    ours, theirs = side_by_side(agenda)
    name = f"opening XL ({texts_of(agenda)} texts)"
    yield Outcome(f"{name} to where the texts are seen / Poedit", ours.seen, theirs.seen, 1.0)
    yield Outcome("the same to the picture that stays / Poedit", ours.settled, theirs.settled, 1.0)
    yield Outcome("the same, processor time / Poedit", ours.cpu, theirs.cpu)
    yield Outcome("the same, resident memory / Poedit", ours.memory, theirs.memory, 1.0, unit="MB")
    half, _ = side_by_side(large_agenda(slots=SLOTS // 2, sub_items=SUB_ITEMS), beside_poedit=False)
    yield Outcome("growth: twice the work / once", ours.settled, half.settled, 2)


def side_by_side(agenda: Agenda, *, beside_poedit: bool = True) -> tuple[Medians, Medians]:
    """Start both programs in turn, and give the medians of ours and of Poedit's."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        project, catalogue = home / "work.agenda.json", home / "work.po"
        project.write_bytes(project_bytes(agenda))
        catalogue.write_text(catalogue_of(agenda), encoding="utf-8")
        choices = home / ".config" / "poedit" / "config"
        choices.parent.mkdir(parents=True)
        choices.write_text(WITHOUT_SPELLING)
        ours = [sys.executable, str(HOUSE / "main.py"), str(project)]
        theirs = [program("poedit"), str(catalogue)] if beside_poedit else ours
        pairs = [(watched(ours, home), watched(theirs, home)) for _ in range(ROUNDS + 1)]
        # The first pair is the warm-up.
        return medians([one for one, _ in pairs[1:]]), medians([one for _, one in pairs[1:]])


def medians(starts: list[Start]) -> Medians:
    """Give the median of each figure."""
    return Medians(
        *(statistics.median(getattr(one, name) for one in starts) for name in Medians._fields),
    )


def texts_of(agenda: Agenda) -> int:
    """Count the texts that have words."""
    return len(pairs_of(agenda))


def pairs_of(agenda: Agenda) -> list[tuple[str, str]]:
    """Give the words of all texts in both languages."""
    source, target = agenda.languages
    pairs = ((one.text.wording(source), one.text.wording(target)) for one in agenda_texts(agenda))
    return [(plain(en), plain(ar)) for en, ar in pairs if en]


def catalogue_of(agenda: Agenda) -> str:
    """Give the texts as a catalogue of gettext; a text that comes again has a context, as gettext wants it."""
    known: set[str] = set()
    parts = [HEAD]
    for number, (en, ar) in enumerate(pairs_of(agenda)):
        context = f'msgctxt "{number}"\n' if en in known else ""
        known.add(en)
        parts.append(f"{context}msgid {quoted(en)}\nmsgstr {quoted(ar)}\n")
    return "\n".join(parts)


def quoted(text: str) -> str:
    """Quote a text as gettext does."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
