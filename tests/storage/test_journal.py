"""The journal: a killed program loses no deed, and what is damaged gives no garbage."""

from __future__ import annotations

import errno
import os
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from igfeditor.files import Disk
from igfeditor.model import edits
from igfeditor.model.agenda import Agenda
from igfeditor.model.soundness import THE_MEETING
from igfeditor.storage import journal as journal_module
from igfeditor.storage.journal import COMPACT_AFTER, Journal, discard, frame, frames, read_journal, recoverable
from igfeditor.storage.processes import Process
from tests.agendas import an_agenda, generated_agenda
from tests.deeds import some_deeds
from tests.disks import ERRORS, Recording
from tests.torture.crashes import crashed_journal
from tests.torture.damage import cut_journal, flipped_journal
from tests.torture.failing import failing_journal
from tests.torture.killing import killed_while_typing

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "journals"


def journal(
    root: Path, session: str = "one", document: str | None = "plenary.agenda.json", disk: Disk | None = None
) -> Journal:
    return Journal(
        root, None if document is None else root.parent / document, "plenary", session, disk or Disk(), lambda: NOW
    )


def titled(agenda: Agenda, words: str) -> Agenda:
    return edits.set_text(agenda, THE_MEETING, "title", "en", words)


def strokes(count: int) -> list[Agenda]:
    agendas = [an_agenda(slots=2)]
    for number in range(count):
        agendas.append(titled(agendas[-1], f"Title {number}"))
    return agendas


def written(root: Path, agendas: list[Agenda]) -> Path:
    one = journal(root)
    one.begin(agendas[0])
    for agenda in agendas[1:]:
        one.note(agenda)
    one.sync()
    assert one.fault == ""
    return one.path


@pytest.mark.parametrize("seed", range(60))
def test_all_deeds_come_back(root: Path, seed: int) -> None:
    agenda = generated_agenda(seed)
    agendas = [agenda, *some_deeds(seed, agenda, 10)]
    path = written(root, agendas)
    found = read_journal(path, path.read_bytes())
    if len(agendas) == 1:
        assert found is None
    else:
        assert found is not None
        assert found.agenda == agendas[-1]
        assert found.document == root.parent / "plenary.agenda.json"


def test_a_journal_cut_at_any_byte_gives_its_longest_true_beginning(root: Path) -> None:
    found = cut_journal(root, seed=1)
    assert found.bad == []
    assert found.cases > 2_000


def parts(data: bytes) -> list[bytes]:
    return [frame(one) for one in frames(data)]


def test_a_journal_flipped_at_any_bit_gives_no_garbage(root: Path) -> None:
    found = flipped_journal(root, seed=1)
    assert found.bad == []
    assert found.cases > 8 * 1_500


@pytest.mark.parametrize("seed", range(6))
def test_no_crash_takes_what_was_synced(root: Path, seed: int) -> None:
    found = crashed_journal(root, seed)
    assert found.bad == []
    assert found.cases > 20


def test_what_was_saved_is_not_offered(root: Path) -> None:
    one = journal(root)
    agendas = strokes(3)
    one.begin(agendas[0])
    one.note(agendas[1])
    one.note_saved(root.parent / "plenary.agenda.json", "plenary")
    assert read_journal(one.path, one.path.read_bytes()) is None
    one.note(agendas[2])
    found = read_journal(one.path, one.path.read_bytes())
    assert found is not None
    assert (found.agenda, found.deeds) == (agendas[2], 1)


def test_a_session_that_ends_with_all_saved_leaves_nothing(root: Path) -> None:
    one = journal(root)
    one.begin(an_agenda())
    assert one.path.exists()
    one.end()
    assert not one.path.exists()


def test_a_session_that_ends_with_unsaved_work_leaves_it(root: Path) -> None:
    one = journal(root)
    agendas = strokes(1)
    one.begin(agendas[0])
    one.note(agendas[1])
    one.end()
    assert one.path.exists()


def test_saved_under_another_name_it_is_the_journal_of_that(root: Path) -> None:
    one = journal(root, document=None)
    agendas = strokes(2)
    one.begin(agendas[0])
    one.note(agendas[1])
    old = one.path
    one.note_saved(root.parent / "other.agenda.json", "other")
    assert not old.exists()
    one.note(agendas[2])
    found = read_journal(one.path, one.path.read_bytes())
    assert found is not None
    assert (found.document, found.stem, found.agenda) == (root.parent / "other.agenda.json", "other", agendas[2])


def test_it_begins_anew_after_five_hundred_deeds(root: Path) -> None:
    agendas = strokes(COMPACT_AFTER + 5)
    path = written(root, agendas)
    assert len(parts(path.read_bytes())) == 1
    found = read_journal(path, path.read_bytes())
    assert found is not None
    assert found.agenda == agendas[-1]
    assert found.base == agendas[0]


def test_what_was_saved_last_is_kept_beside_what_was_not(root: Path) -> None:
    agendas = strokes(4)
    one = journal(root)
    one.begin(agendas[0])
    one.note(agendas[1])
    one.note(agendas[2])
    one.note_saved(root.parent / "plenary.agenda.json", "plenary")
    for agenda in agendas[3:]:
        one.note(agenda)
    found = read_journal(one.path, one.path.read_bytes())
    assert found is not None
    assert (found.base, found.agenda, found.deeds) == (agendas[2], agendas[4], 2)


def test_a_deed_that_does_not_fit_ends_what_counts(root: Path) -> None:
    agendas = strokes(3)
    path = written(root, agendas)
    wrong = frame({"at": NOW.isoformat(), "steps": [["set", ["days", 99, "date"], "x"]]})
    found = read_journal(path, path.read_bytes() + wrong)
    assert found is not None
    assert found.agenda == agendas[-1]


def test_what_could_not_be_written_is_written_by_the_next_sync(root: Path) -> None:
    agendas = strokes(2)
    good = Recording()
    one = journal(root, "good", disk=good)
    one.begin(agendas[0])
    disk = Recording(len(good.calls) + 1)
    one = journal(root, "bad", disk=disk)
    one.begin(agendas[0])
    one.note(agendas[1])
    assert one.fault
    one.sync()
    assert not one.fault
    found = read_journal(one.path, one.path.read_bytes())
    assert found is not None
    assert found.agenda == agendas[1]


def test_only_the_work_of_dead_programs_is_offered(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(root, strokes(2))
    assert recoverable(root, Disk()) == ()
    monkeypatch.setattr(Process, "is_dead", True)
    (found,) = recoverable(root, Disk())
    assert found.deeds == 2
    assert recoverable(root / "nowhere", Disk()) == ()


def test_what_is_discarded_lies_in_the_trash_for_thirty_days(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Process, "is_dead", True)
    path = written(root, strokes(2))
    discard(root, path, Disk(), NOW)
    assert recoverable(root, Disk()) == ()
    trash = root / "discarded"
    assert len(list(trash.iterdir())) == 1
    discard(root, path, Disk(), NOW + timedelta(days=30))
    assert len(list(trash.iterdir())) == 1
    discard(root, path, Disk(), NOW + timedelta(days=31))
    assert list(trash.iterdir()) == []


@pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.__getitem__)
def test_a_disk_that_fails_never_stops_the_work_and_later_deeds_are_kept(tmp_path: Path, code: int) -> None:
    found = failing_journal(tmp_path, code, seed=code)
    assert found.bad == []
    assert found.cases > 2 * 12


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_typist_who_is_killed_loses_no_completed_deed(root: Path) -> None:
    found = killed_while_typing(root, 50, seed=1)
    assert (found.cases, found.bad) == (50, [])


@pytest.mark.parametrize("words", ["افتتاح", "half a pair \ud800", "😀", 'quoted " and \\ and \n'])
def test_whatever_was_typed_comes_back_from_a_frame(words: str) -> None:
    assert [*frames(frame({"steps": [words]}))] == [{"steps": [words]}]


def test_arabic_takes_no_more_room_than_in_a_file() -> None:
    assert len(frame({"a": "ا" * 1_000})) < 2_100


def test_the_deeds_of_a_program_that_works_are_not_done_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(root, strokes(2))
    monkeypatch.setattr(journal_module, "read_journal", lambda *_: pytest.fail("read for nothing"))
    assert recoverable(root, Disk()) == ()


@pytest.mark.parametrize("content", [b"no JSON", b"[1]", b"\xff", b"[" * 100_000])
def test_a_whole_frame_that_is_not_ours_ends_what_counts(content: bytes) -> None:
    length = len(content).to_bytes(4, "big")
    strange = length + zlib.crc32(length + content).to_bytes(4, "big") + content
    assert [*frames(frame({"a": 1}) + strange + frame({"b": 2}))] == [{"a": 1}]
