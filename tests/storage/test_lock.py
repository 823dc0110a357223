"""Who works at a file: told to others, never in the way of work."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from igfeditor.files import Disk
from igfeditor.storage.lock import BEAT_SECONDS, Lock
from igfeditor.storage.outside import Change, Watch
from igfeditor.storage.processes import Process, start_of, this_process
from igfeditor.storage.saving import digest_of
from tests.disks import ERRORS, Recording
from tests.torture.failing import failing_lock


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "plenary.agenda.json"
    path.write_bytes(b"one")
    return path


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def go(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


def lock(target: Path, session: str, clock: Clock | None = None, disk: Disk | None = None) -> Lock:
    return Lock(target, session, f"Ms {session}", disk or Disk(), clock or Clock())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestLock:
    def test_the_second_learns_who_has_it(self, target: Path) -> None:
        first, second = lock(target, "one"), lock(target, "two")
        assert first.take() is None
        holder = second.take()
        assert holder is not None
        assert (holder.name, holder.session) == ("Ms one", "one")
        assert first.is_held
        assert not second.is_held

    def test_it_is_gone_when_it_is_given_back(self, target: Path) -> None:
        first = lock(target, "one")
        first.take()
        assert names(target.parent) == [".~lock.plenary.agenda.json#", target.name]
        first.release()
        assert names(target.parent) == [target.name]
        assert lock(target, "two").take() is None

    def test_others_do_not_give_it_back(self, target: Path) -> None:
        first, second = lock(target, "one"), lock(target, "two")
        first.take()
        second.release()
        assert second.holder() is not None

    def test_that_of_a_dead_process_is_taken_over_silently(self, target: Path) -> None:
        code = (
            "import sys; from pathlib import Path; from igfeditor.files import Disk; from igfeditor.storage.lock import Lock;"
            "Lock(Path(sys.argv[1]), 'dead', 'Mr Dead', Disk()).take()"
        )
        subprocess.run([sys.executable, "-c", code, str(target)], check=True)
        assert len(names(target.parent)) == 2
        assert lock(target, "two").take() is None

    def test_that_of_another_machine_is_respected(self, target: Path) -> None:
        first = lock(target, "one")
        first.take()
        path = target.with_name(f".~lock.{target.name}#")
        path.write_text(json.dumps(json.loads(path.read_text()) | {"host": "elsewhere", "session": "far"}))
        assert lock(target, "two").take() is not None

    @pytest.mark.parametrize("content", [b"", b"{}", b"[[[[", b"\xff\xfe", b'{"session": 1}', b"[" * 90_000])
    def test_one_that_cannot_be_read_is_somebodys(self, target: Path, content: bytes) -> None:
        target.with_name(f".~lock.{target.name}#").write_bytes(content)
        assert lock(target, "two").take() is not None

    def test_it_can_be_taken_anyway_and_the_other_learns_it(self, target: Path) -> None:
        clock = Clock()
        first, second = lock(target, "one", clock), lock(target, "two", clock)
        first.take()
        second.take_anyway()
        clock.go(BEAT_SECONDS)
        first.beat()
        assert not first.is_held
        assert second.holder() is None

    def test_it_beats_once_a_minute(self, target: Path) -> None:
        clock, disk = Clock(), Recording()
        first = lock(target, "one", clock, disk)
        first.take()
        before = len(disk.calls)
        first.beat()
        assert len(disk.calls) == before
        clock.go(BEAT_SECONDS)
        first.beat()
        holder = lock(target, "two", clock).holder()
        assert holder is not None
        assert holder.heartbeat == clock.at

    def test_a_folder_that_may_not_be_written_is_no_reason_not_to_work(self, target: Path) -> None:
        class Closed(Disk):
            def open_new(self, path: Path) -> int:
                raise OSError(errno.EROFS, "read-only")

        first = lock(target, "one", disk=Closed())
        assert first.take() is None
        assert not first.is_held
        first.release()
        assert names(target.parent) == [target.name]

    @pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.__getitem__)
    def test_a_disk_that_fails_is_never_in_the_way(self, tmp_path: Path, code: int) -> None:
        found = failing_lock(tmp_path, code)
        assert found.bad == []
        assert found.cases > 10


class TestProcesses:
    def test_this_one_lives(self) -> None:
        assert not this_process().is_dead
        assert this_process().pid == os.getpid()

    def test_one_that_has_ended_is_dead(self) -> None:
        ended = subprocess.Popen([sys.executable, "-c", "pass"])
        ended.wait()
        assert Process(this_process().host, ended.pid, "1").is_dead

    def test_another_with_the_same_number_is_another(self) -> None:
        assert this_process()._replace(start="long ago").is_dead

    def test_of_another_machine_nothing_is_known(self) -> None:
        assert not Process("elsewhere", 1, "?").is_dead

    def test_no_number_is_no_process(self) -> None:
        assert start_of(0) is None
        assert start_of(-1) is None


class TestOutsideChange:
    def test_what_is_known_is_no_change(self, target: Path) -> None:
        watch = Watch(target, Disk(), digest_of(b"one"))
        assert watch.poll() is Change.NONE

    def test_other_content_is_a_change_until_it_is_known(self, target: Path) -> None:
        watch = Watch(target, Disk(), digest_of(b"one"))
        assert watch.poll() is Change.NONE
        target.write_bytes(b"two")
        assert watch.poll() is Change.CHANGED
        assert watch.poll() is Change.CHANGED
        watch.know(digest_of(b"two"))
        assert watch.poll() is Change.NONE

    def test_the_same_content_written_again_is_none(self, target: Path) -> None:
        watch = Watch(target, Disk(), digest_of(b"one"))
        watch.poll()
        other = target.with_name("other")
        other.write_bytes(b"one")
        other.replace(target)
        assert watch.poll() is Change.NONE

    def test_a_change_of_the_same_size_and_time_in_another_file_is_seen(self, target: Path) -> None:
        watch = Watch(target, Disk(), digest_of(b"one"))
        watch.poll()
        times = target.stat()
        other = target.with_name("other")
        other.write_bytes(b"two")
        os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
        other.replace(target)
        assert watch.poll() is Change.CHANGED

    def test_content_is_read_only_where_something_moved(self, target: Path) -> None:
        disk = Recording()
        watch = Watch(target, disk, digest_of(b"one"))
        watch.poll()
        before = disk.calls.count("read")
        for _ in range(5):
            watch.poll()
        assert disk.calls.count("read") == before

    def test_gone_and_unreadable_are_told_apart(self, target: Path) -> None:
        watch = Watch(target, Disk(), digest_of(b"one"))
        target.unlink()
        assert watch.poll() is Change.GONE
        assert Watch(target, Recording(1, errno.EIO), "").poll() is Change.UNREADABLE


def test_a_beat_under_way_does_not_take_back_what_is_given_back(target: Path) -> None:
    clock, slow = Clock(), Event()

    class Slow(Disk):
        def write_new(self, path: Path, data: bytes) -> None:
            if slow.is_set():
                time.sleep(0.2)
            super().write_new(path, data)

    one = lock(target, "one", clock, Slow())
    one.take()
    clock.go(BEAT_SECONDS)
    slow.set()
    beat = Thread(target=one.beat)
    beat.start()
    time.sleep(0.05)
    one.release()
    beat.join()
    assert names(target.parent) == [target.name]


def test_nothing_is_left_of_a_lock_that_could_not_be_put_in_its_place(target: Path) -> None:
    class Stuck(Disk):
        def replace(self, source: Path, target: Path) -> None:
            raise OSError(errno.EACCES, "Permission denied")

    lock(target, "one", disk=Stuck()).take()
    assert names(target.parent) == [target.name]


def test_a_start_that_is_not_known_is_no_proof_of_death() -> None:
    assert not this_process()._replace(start="?").is_dead


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep no ended processes")
def test_a_process_that_has_ended_and_was_not_asked_for_is_dead() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.read()
    child.stdout.close()
    deadline = time.monotonic() + 30
    while start_of(child.pid) is not None:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    child.wait()


class TestLook:
    def test_another_size_at_the_same_time_is_looked_at(self, target: Path) -> None:
        watch = Watch(target, Disk(), digest_of(target.read_bytes()))
        assert watch.poll() is Change.NONE
        before = target.stat()
        target.write_bytes(b"longer than before")
        os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert watch.poll() is Change.CHANGED

    def test_what_is_written_while_it_is_read_is_looked_at_again(self, target: Path) -> None:
        class Raced(Disk):
            is_first = True

            def read(self, path: Path, limit: int = -1) -> bytes:
                content = super().read(path, limit)
                if self.is_first:
                    self.is_first = False
                    path.write_bytes(b"written meanwhile")
                return content

        watch = Watch(target, Raced(), digest_of(target.read_bytes()))
        assert watch.poll() is Change.NONE
        assert watch.poll() is Change.CHANGED
