"""The saving of a project: whole or not at all, never over what nobody has seen, and its outcome told truly."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from igfeditor.errors import ChangedOnDisk, SaveError
from igfeditor.files import Disk
from igfeditor.storage.mutex import Mutex
from igfeditor.storage.saving import NO_FILE, Outcome, digest_of, outcome_of, save_safely
from tests.disks import ERRORS, Recording, Tracing
from tests.torture.at_once import at_once
from tests.torture.crashes import crashed_save
from tests.torture.failing import failing_to_write
from tests.torture.full_disk import SIZES, full_disk
from tests.torture.killing import killed_while_saving

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
def test_each_call_may_fail_and_the_outcome_is_told_truly(tmp_path: Path, code: int) -> None:
    found = failing_to_write(tmp_path, code, seed=code)
    assert found.bad == []
    assert found.cases > 2 * 20


@pytest.mark.parametrize("seed", range(12))
def test_no_crash_leaves_anything_but_the_old_or_the_new(tmp_path: Path, seed: int) -> None:
    found = crashed_save(tmp_path, seed)
    assert found.bad == []
    assert found.cases > 100


def test_crashes_are_seen_where_nothing_is_synced(tmp_path: Path) -> None:
    class Hasty(Tracing):
        def sync(self, handle: int) -> None:
            Disk.sync(self, handle)

    assert crashed_save(tmp_path, 1, Hasty(tmp_path)).bad


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_killed_in_the_middle_of_saving_leaves_a_whole_file(tmp_path: Path) -> None:
    found = killed_while_saving(tmp_path, 300, seed=1)
    assert (found.cases, found.bad) == (300, [])


def test_four_processes_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    found = at_once(tmp_path, 100, seed=1)
    assert (found.cases, found.bad) == (400, [])


def test_a_full_disk_harms_nothing(tmp_path: Path) -> None:
    found = full_disk(tmp_path, seed=1)
    if found.skipped:
        pytest.skip(found.skipped)
    assert found.bad == []
    assert found.cases > len(SIZES)


def test_a_link_stays_a_link_and_its_file_is_replaced(target: Path) -> None:
    link = target.with_name("link.agenda.json")
    link.symlink_to(target)
    save_safely(link, NEW, Disk(), digest_of(OLD))
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_who_lost_the_right_to_save_meanwhile_does_not(target: Path) -> None:
    class Robbed(Disk):
        def write_beside(self, real: Path, data: bytes) -> Path:
            made = super().write_beside(real, data)
            real.with_name(f".~{real.name}.saving").write_bytes(b"another's")
            return made

    assert save(target, Robbed()) is Outcome.NOT_SAVED
    assert target.read_bytes() == OLD
    # The right of the other one is left to them.
    assert names(target.parent) == [f".~{target.name}.saving", target.name]


def test_somebody_elses_content_after_a_failed_rename_is_told(target: Path) -> None:
    class Raced(Disk):
        def replace(self, source: Path, into: Path) -> None:
            if into == target:
                target.write_bytes(OTHER)
                raise OSError(errno.EBUSY, "busy")
            super().replace(source, into)

    assert save(target, Raced()) is Outcome.CHANGED_ELSEWHERE
    assert target.read_bytes() == OTHER


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

    @pytest.mark.parametrize(("age", "outcome"), [(110, Outcome.NOT_SAVED), (130, Outcome.SAVED)])
    def test_one_of_another_machine_is_old_after_two_minutes(self, target: Path, age: int, outcome: Outcome) -> None:
        path = target.with_name(f".~{target.name}.saving")
        path.write_text('{"token": "x", "host": "elsewhere", "pid": 1, "start": "?"}')
        then = time.time() - age
        os.utime(path, (then, then))
        assert save(target, Recording()) is outcome

    def test_the_clock_is_that_of_the_share(self, target: Path) -> None:
        class Late(Recording):
            """A share whose clock goes an hour behind this machine."""

            def stat(self, path: Path) -> os.stat_result:
                found = super().stat(path)
                return os.stat_result((*found[:7], found.st_atime, found.st_mtime - 3600, found.st_ctime))

        path = target.with_name(f".~{target.name}.saving")
        path.write_text('{"token": "x", "host": "elsewhere", "pid": 1, "start": "?"}')
        assert save(target, Late()) is Outcome.NOT_SAVED
        assert path.exists()

    def test_one_that_was_made_meanwhile_is_given_back(self, target: Path) -> None:
        path = target.with_name(f".~{target.name}.saving")
        path.write_text('{"token": "x", "host": "elsewhere", "pid": 1, "start": "?"}')
        old = time.time() - 200
        os.utime(path, (old, old))

        class Raced(Recording):
            def replace(self, source: Path, into: Path) -> None:
                if source == path:
                    source.write_bytes(b"made meanwhile")
                super().replace(source, into)

        assert save(target, Raced()) is Outcome.NOT_SAVED
        assert path.read_bytes() == b"made meanwhile"

    def test_two_of_one_process_are_two(self, target: Path) -> None:
        first, second = Mutex(target, Disk()), Mutex(target, Disk())
        first.take()
        assert not second.is_mine
        second.release()
        assert first.is_mine
        first.release()

    def test_litter_of_other_files_is_left(self, target: Path) -> None:
        other = target.with_name(".~other.agenda.json.aaaa.tmp")
        other.write_bytes(b"x")
        hours_ago = time.time() - 7200
        os.utime(other, (hours_ago, hours_ago))
        assert save(target) is Outcome.SAVED
        assert other.exists()
