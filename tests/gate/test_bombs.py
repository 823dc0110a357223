"""Every bomb of the corpus is refused, with one sentence in both languages, within memory and time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from igfeditor.errors import ImportRefused, ProjectDamaged
from igfeditor.gate import limits
from igfeditor.gate.entrance import admit
from igfeditor.gate.faults import FAULTS, Fault
from igfeditor.gate.kinds import Kind
from igfeditor.language.messages import say
from igfeditor.storage.project_file import read_project
from tests.bombs import BOMBS, HOSTILE_PROJECTS, Bomb, letter, related, sheet

WHERE = Path("mail/letter.docx")


def sentence_of(refused: ImportRefused, language: str) -> str:
    told = say(refused.message, language)
    assert "\n" not in told
    assert told.endswith(".")
    assert refused.hint is not None
    assert say(refused.hint, language)
    return told


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.name)
def test_bomb_is_refused_in_one_sentence(bomb: Bomb) -> None:
    with pytest.raises(ImportRefused) as caught:
        admit(bomb.make(), WHERE, list(Kind))
    assert str(FAULTS[bomb.fault][0]) in sentence_of(caught.value, "en")
    assert say(FAULTS[bomb.fault][0], "ar") in sentence_of(caught.value, "ar")


HEAVIEST = (Fault.TOO_MANY_ELEMENTS, Fault.TOO_MANY_CELLS, Fault.TOO_MANY_PARAGRAPHS, Fault.ENTRY_TOO_LARGE)
MEASURED = """
import resource, sys
from pathlib import Path
from igfeditor.errors import ImportRefused
from igfeditor.gate.entrance import admit
from igfeditor.gate.kinds import Kind
from tests.bombs import BOMBS
for bomb in BOMBS:
    if bomb.fault in sys.argv[1:]:
        try:
            admit(bomb.make(), Path("bomb"), list(Kind))
        except ImportRefused:
            pass
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_no_child_took_more_memory_than_it_may() -> None:
    """Measure in a process of its own, for this one may have had other children."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *HEAVIEST], check=True, capture_output=True, text=True, env=environment
    )
    # Kilobytes of the largest child; the limit itself is on addresses, of which there are more.
    assert 0 < int(done.stdout) * 1024 <= limits.MEMORY


def test_the_corpus_is_large_and_meets_nearly_every_fault() -> None:
    assert len(BOMBS) >= 50
    assert len({bomb.name for bomb in BOMBS}) == len(BOMBS)
    assert set(Fault) - {bomb.fault for bomb in BOMBS} == {Fault.MEMORY, Fault.TIME, Fault.LOST}


@pytest.mark.parametrize("data", HOSTILE_PROJECTS.values(), ids=HOSTILE_PROJECTS.keys())
def test_hostile_project_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(ProjectDamaged) as caught:
        read_project(data, WHERE)
    for language in ("en", "ar"):
        assert "\n" not in say(caught.value.message, language)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (letter(), Kind.DOCX),
        (sheet(), Kind.XLSX),
        (related("word/_rels/document.xml.rels", "hyperlink", "https://example.org"), Kind.DOCX),
        (related("word/_rels/settings.xml.rels", "attachedTemplate", "file:///C:\\Office\\a.dotx"), Kind.DOCX),
        (b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"/>', Kind.TMX),
        (b'<xliff version="1.2"/>', Kind.XLIFF),
        (b'<martif type="TBX"/>', Kind.TBX),
        ("<!doctype html><p>بند".encode(), Kind.HTML),
        ("العنوان,Title\nبند,Item\n".encode("utf-8-sig"), Kind.CSV),
        ("العنوان,Title\n".encode("utf-16"), Kind.CSV),
    ],
)
def test_sound_file_is_admitted_by_its_bytes(data: bytes, kind: Kind) -> None:
    assert admit(data, Path("any.name"), list(Kind)) is kind
    with pytest.raises(ImportRefused, match="not a file of the kind"):
        admit(data, Path("any.name"), [other for other in Kind if other is not kind])
