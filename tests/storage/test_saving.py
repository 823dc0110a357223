"""The saving of a project: whole or not at all, never over what nobody has seen, and its outcome told truly."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from igfeditor.errors import ChangedOnDisk, SaveError
from igfeditor.files import Disk
from igfeditor.storage.mutex import Mutex
from igfeditor.storage.saving import NO_FILE, Outcome, digest_of, outcome_of, save_safely
from tests.disks import ERRORS, Recording, Tracing, crash_states
from tests.torture.saving import at_once, killed_while_saving

OLD, NEW, OTHER = b"what was opened", b"what shall be saved", b"what somebody else wrote"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "plenary.agenda.json"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def save(target: Path, disk: Disk | None = None) -> Outcome:
    try:
        save_safely(target, NEW, disk or Disk(), digest_of(OLD))
    except SaveError as error:
        return outcome_of(error)
    return outcome_of(None)


def test_what_was_opened_is_replaced_and_kept(target: Path) -> None:
    kept: list[bytes] = []
    save_safely(target, NEW, Disk(), digest_of(OLD), kept.append)
    assert target.read_bytes() == NEW
    assert kept == [OLD]
    assert names(target.parent) == [target.name]


def test_what_somebody_else_wrote_is_not_overwritten(target: Path) -> None:
    target.write_bytes(OTHER)
    with pytest.raises(ChangedOnDisk) as refusal:
        save_safely(target, NEW, Disk(), digest_of(OLD))
    assert outcome_of(refusal.value) is Outcome.CHANGED_ELSEWHERE
    assert target.read_bytes() == OTHER
    assert names(target.parent) == [target.name]


def test_a_file_that_came_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "new.json"
    save_safely(target, NEW, Disk(), NO_FILE)
    with pytest.raises(ChangedOnDisk):
        save_safely(target, OTHER, Disk(), NO_FILE)
    assert target.read_bytes() == NEW


def test_who_writes_while_it_is_saved_is_not_overwritten(target: Path) -> None:
    class Meanwhile(Disk):
        def write_beside(self, real: Path, data: bytes) -> Path:
            made = super().write_beside(real, data)
            real.write_bytes(OTHER)
            return made

    assert save(target, Meanwhile()) is Outcome.CHANGED_ELSEWHERE
    assert target.read_bytes() == OTHER
    assert names(target.parent) == [target.name]


def test_a_backup_that_fails_does_not_stop_the_saving(target: Path) -> None:
    def keep(data: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    save_safely(target, NEW, Disk(), digest_of(OLD), keep)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.__getitem__)
def test_each_call_may_fail_and_the_outcome_is_told_truly(target: Path, code: int) -> None:
    disk = Recording()
    assert save(target, disk) is Outcome.SAVED
    calls = disk.calls
    assert len(calls) > 20
    for failing in range(1, len(calls) + 1):
        target.write_bytes(OLD)
        outcome = save(target, Recording(failing, code))
        stands = target.read_bytes()
        expected = {Outcome.SAVED: NEW, Outcome.NOT_CONFIRMED: NEW, Outcome.NOT_SAVED: OLD}
        if outcome is Outcome.CHANGED_ELSEWHERE:
            # The system says that there is no file any more, and one has to believe it.
            assert (calls[failing - 1], code) == ("read", errno.ENOENT)
        else:
            assert stands == expected[outcome], (calls[failing - 1], outcome)
        assert names(target.parent) == [target.name], calls[failing - 1]


def test_no_crash_leaves_anything_but_the_old_or_the_new(target: Path) -> None:
    disk = Tracing()
    save_safely(target, NEW, disk, digest_of(OLD))
    states = list(crash_states(disk.acts, {target.name: OLD}))
    assert len(states) > 100
    assert {state.get(target.name) for state in states} == {OLD, NEW}


def test_a_crash_after_the_end_has_the_new(target: Path) -> None:
    disk = Tracing()
    save_safely(target, NEW, disk, digest_of(OLD))
    last = max(place for place, act in enumerate(disk.acts) if act.name == "sync-folder")
    done = disk.acts[: last + 1]
    assert {state[target.name] for state in crash_states(done, {target.name: OLD}) if state is not None} >= {NEW}
    *_, final = crash_states(done, {target.name: OLD})
    assert final[target.name] == NEW


def test_crashes_are_seen_where_nothing_is_synced(target: Path) -> None:
    class Hasty(Tracing):
        def sync(self, handle: int) -> None:
            Disk.sync(self, handle)

    disk = Hasty()
    save_safely(target, NEW, disk, digest_of(OLD))
    assert {state.get(target.name) for state in crash_states(disk.acts, {target.name: OLD})} > {OLD, NEW}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_killed_in_the_middle_of_saving_leaves_a_whole_file(tmp_path: Path) -> None:
    assert killed_while_saving(tmp_path, 300, random.Random(7)) == {"kills": 300, "lost or mixed": 0}


def test_four_processes_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    assert at_once(tmp_path, 100) == {"saves": 400, "edits lost": 0}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 1 MiB, which only root can make."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("size", range(300_000, 1_200_001, 50_000))
def test_a_full_disk_harms_nothing(small_disk: Path, size: int) -> None:
    target = small_disk / "plenary.agenda.json"
    target.write_bytes(OLD)
    (small_disk / "filler").write_bytes(b"x" * 200_000)
    try:
        save_safely(target, b"n" * size, Disk(), digest_of(OLD))
    except SaveError as error:
        assert outcome_of(error) is Outcome.NOT_SAVED  # noqa: PT017 - both ends are good
        assert target.read_bytes() == OLD
    else:
        assert target.read_bytes() == b"n" * size
    assert names(small_disk) == ["filler", target.name]


class TestMutex:
    def test_one_at_a_time(self, target: Path) -> None:
        first, second = Mutex(target, Disk()), Mutex(target, Recording())
        first.take()
        with pytest.raises(SaveError, match="does not finish"):
            second.take()
        first.release()
        second.take()
        assert second.is_mine
        second.release()
        assert names(target.parent) == [target.name]

    def test_a_dead_one_is_broken_at_once(self, target: Path) -> None:
        code = "import sys; from pathlib import Path; from igfeditor.files import Disk; from igfeditor.storage.mutex import Mutex; Mutex(Path(sys.argv[1]), Disk()).take()"
        subprocess.run([sys.executable, "-c", code, str(target)], check=True)
        assert len(names(target.parent)) == 2
        disk = Recording()
        assert save(target, disk) is Outcome.SAVED
        assert "wait" not in disk.calls
        assert names(target.parent) == [target.name]

    def test_an_old_one_of_another_machine_is_broken_by_the_time_of_the_share(self, target: Path) -> None:
        path = target.with_name(f".~{target.name}.saving")
        path.write_text('{"token": "x", "host": "elsewhere", "pid": 1, "start": "?"}')
        assert save(target, Recording()) is Outcome.NOT_SAVED
        old = time.time() - 200
        os.utime(path, (old, old))
        assert save(target) is Outcome.SAVED
        assert names(target.parent) == [target.name]

    def test_what_killed_savers_left_is_cleared_away_when_it_is_old(self, target: Path) -> None:
        fresh, old = (target.with_name(f".~{target.name}.{name}.tmp") for name in ("aaaa", "bbbb"))
        for path in (fresh, old):
            path.write_bytes(b"x")
        hours_ago = time.time() - 7200
        os.utime(old, (hours_ago, hours_ago))
        assert save(target) is Outcome.SAVED
        assert names(target.parent) == sorted([target.name, fresh.name])
