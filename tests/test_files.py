"""The one safe replace: whatever breaks, the old file is whole and nothing lies about."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Final

import pytest

from igfeditor.errors import ChangedOnDisk, NotConfirmed, SaveError, sentence
from igfeditor.files import Disk, reason_of, resource, translation
from tests.disks import ERRORS, Recording
from tests.torture.failing import a_replacement, failing_to_write

OLD: Final = b"what stood there"
NEW: Final = b"what shall stand there"
AS_ROOT: Final = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "مؤتمر.agenda.json"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(target: Path, disk: Disk | None = None) -> SaveError:
    with pytest.raises(SaveError) as caught:
        (disk or Disk()).replace_safely(target, NEW)
    assert caught.value.path == target
    assert caught.value.hint is not None
    return caught.value


def test_calls_come_in_the_order_that_makes_them_safe(target: Path) -> None:
    disk = Recording()
    disk.replace_safely(target, NEW)
    order = [name for name in disk.calls if name not in {"stat", "remove"}]
    assert order == ["open_new", "write", "sync", "close", "read", "set_mode", "replace", "sync_folder", "read"]
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


def good_calls(target: Path) -> list[str]:
    disk = Recording()
    disk.replace_safely(target, NEW)
    target.write_bytes(OLD)
    return disk.calls


@pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.__getitem__)
def test_each_call_may_fail_and_the_outcome_is_told_truly(tmp_path: Path, code: int) -> None:
    found = failing_to_write(tmp_path, code, code, a_replacement)
    assert found.bad == []
    assert found.cases >= 2 * 12


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_failure_leaves_no_file_where_there_was_none(tmp_path: Path, code: int) -> None:
    for failing in range(1, 20):
        target = tmp_path / "new.json"
        try:
            Recording(failing, code).replace_safely(target, NEW)
        except NotConfirmed:
            assert names(tmp_path) == ["new.json"]
        except SaveError:
            assert names(tmp_path) == []
        target.unlink(missing_ok=True)


def test_failing_to_sync_the_folder_says_that_the_file_is_there(target: Path) -> None:
    place = good_calls(target).index("sync_folder") + 1
    with pytest.raises(NotConfirmed, match="written, but the disk did not confirm it"):
        Recording(place).replace_safely(target, NEW)
    assert target.read_bytes() == NEW


def test_failing_to_tidy_up_does_not_hide_the_first_error(target: Path) -> None:
    class Stuck(Recording):
        def remove(self, path: Path) -> None:
            raise OSError(errno.EBUSY, "busy")

    assert "no space left" in str(refused(target, Stuck(failing=good_calls(target).index("sync") + 1)))
    assert target.read_bytes() == OLD


def test_a_program_that_holds_the_file_on_windows_is_waited_for(target: Path) -> None:
    class Held(Recording):
        tries = 0

        def replace(self, source: Path, target: Path) -> None:
            self.tries += 1
            if self.tries < 4:
                error = PermissionError(errno.EACCES, "held")
                error.winerror = 32
                raise error
            Disk.replace(self, source, target)

    disk = Held()
    disk.replace_safely(target, NEW)
    assert disk.calls.count("wait") == 3
    assert target.read_bytes() == NEW


def test_something_else_in_its_place_is_not_called_saved(target: Path) -> None:
    class Overtaken(Disk):
        def sync_folder(self, folder: Path) -> None:
            super().sync_folder(folder)
            target.write_bytes(b"what somebody else wrote")

    with pytest.raises(ChangedOnDisk):
        Overtaken().replace_safely(target, NEW)
    assert names(target.parent) == [target.name]


def test_interrupt_leaves_the_old_file_and_no_other(target: Path) -> None:
    class Interrupted(Disk):
        def sync(self, handle: int) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Interrupted().replace_safely(target, NEW)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_disk_that_gives_back_other_bytes_is_not_believed(target: Path) -> None:
    class Forgetful(Disk):
        def read(self, path: Path, limit: int = -1) -> bytes:
            return super().read(path, limit)[:-1]

    assert "other bytes than were written" in str(refused(target, Forgetful()))
    assert target.read_bytes() == OLD


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:3]))
    Disk().replace_safely(tmp_path / "x", NEW)
    assert (tmp_path / "x").read_bytes() == NEW


def test_empty_file_can_be_written(tmp_path: Path) -> None:
    Disk().replace_safely(tmp_path / "x", b"")
    assert (tmp_path / "x").read_bytes() == b""


def test_write_new_opens_nothing_that_is_there(target: Path) -> None:
    with pytest.raises(FileExistsError):
        Disk().write_new(target, NEW)
    assert target.read_bytes() == OLD


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_write_new_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        Disk().write_new(tmp_path / "link", NEW)
    assert names(tmp_path) == ["link"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_link_stays_a_link_and_its_file_is_replaced(target: Path) -> None:
    folder = target.parent / "elsewhere"
    folder.mkdir()
    link = folder / "link.json"
    link.symlink_to(Path("..") / target.name)
    Disk().replace_safely(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert names(folder) == ["link.json"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_link_to_nothing_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    Disk().replace_safely(tmp_path / "link", NEW)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    refused(tmp_path / "a")
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o777])
def test_mode_of_the_old_file_is_kept(target: Path, mode: int) -> None:
    target.chmod(mode)
    Disk().replace_safely(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_a_read_only_file_is_not_replaced(target: Path) -> None:
    target.chmod(0o444)
    before = target.read_bytes()
    with pytest.raises(SaveError, match="the file is read-only"):
        Disk().replace_safely(target, b"new")
    assert target.read_bytes() == before
    assert [one.name for one in target.parent.iterdir()] == [target.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_mode_of_a_new_file_is_that_of_the_user(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        Disk().replace_safely(tmp_path / "x", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_folder_is_not_a_target(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert "cannot be written (is a directory)." in str(refused(folder))
    assert names(tmp_path) == ["folder"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_device_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "it is a device, not a file" in str(refused(pipe))
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("place", ["missing/x.json", "x" * 300 + ".json", "nul\0byte.json"])
def test_impossible_places_are_refused(tmp_path: Path, place: str) -> None:
    refused(tmp_path / place)
    assert names(tmp_path) == []


def test_place_below_a_file_is_refused(target: Path) -> None:
    refused(target / "x.json")
    assert target.read_bytes() == OLD


@pytest.mark.skipif(AS_ROOT or os.name == "nt", reason="root may write everywhere")
def test_folder_that_may_not_be_written_is_refused(target: Path) -> None:
    target.parent.chmod(0o555)
    try:
        assert "permission denied" in str(refused(target))
    finally:
        target.parent.chmod(0o755)
    assert target.read_bytes() == OLD


def test_longest_name_that_a_file_may_have_can_be_saved(tmp_path: Path) -> None:
    target = tmp_path / ("ص" * 122 + ".agenda.json"[:11])
    assert len(os.fsencode(target.name)) == 255
    Disk().replace_safely(target, NEW)
    assert names(tmp_path) == [target.name]


def test_remove_minds_no_missing_file(tmp_path: Path) -> None:
    Disk().remove(tmp_path / "gone")


def test_folders_are_made_with_their_parents(tmp_path: Path) -> None:
    for _ in range(2):
        Disk().make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_read_gives_no_more_than_asked(target: Path) -> None:
    assert Disk().read(target) == OLD
    assert Disk().read(target, 4) == OLD[:4]


def test_reasons_are_the_systems_words_without_number_and_path() -> None:
    assert str(reason_of(OSError(errno.ENOENT, "No such file or directory", "/x"))) == "no such file or directory"
    assert reason_of(OSError("Plain words.")) == "plain words"


@pytest.mark.parametrize("code", [errno.EACCES, errno.EDQUOT, errno.EIO, errno.ENAMETOOLONG, errno.ENOSPC, errno.EROFS])
def test_usual_reasons_are_sentences(code: int) -> None:
    reason = reason_of(OSError(code, os.strerror(code)))
    assert reason == sentence(os.strerror(code).lower())


def test_file_that_another_program_holds_on_windows_is_called_so() -> None:
    held = PermissionError(errno.EACCES, "The process cannot access the file")
    held.winerror = 32
    assert str(reason_of(held)) == "another program has the file open"


def test_name_that_no_file_can_have_is_called_so(tmp_path: Path) -> None:
    assert "(no file may have such a name)" in str(refused(tmp_path / "a\0b"))


def test_what_travels_with_the_program_is_found() -> None:
    assert resource("samples", "igf-2021.agenda.json").is_file()
    assert translation("igfeditor_ar.po").is_file()


def test_a_protected_file_is_known_before_it_is_written(target: Path) -> None:
    disk = Disk()
    assert disk.may_replace(target)
    assert disk.may_replace(target.with_name("not there yet.json"))
    target.chmod(0o444)
    assert not disk.may_replace(target)
    assert not disk.may_replace(target.parent / "no folder" / "a.json")
    assert not disk.may_replace(target / "below a file.json")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have calls of their own")
class TestSyncing:
    """What is durable is what the system was asked for."""

    @pytest.fixture
    def synced(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        asked: list[int] = []
        monkeypatch.setattr(os, "fsync", asked.append)
        return asked

    def test_a_file_is_synced_by_the_system(self, target: Path, synced: list[int]) -> None:
        handle = os.open(target, os.O_RDONLY)
        Disk().sync(handle)
        os.close(handle)
        assert synced == [handle]

    def test_so_is_a_folder(self, target: Path, synced: list[int]) -> None:
        Disk().sync_folder(target.parent)
        assert len(synced) == 1

    @pytest.mark.parametrize(("code", "is_told"), [(errno.EIO, True), (errno.EINVAL, False), (errno.ENOTSUP, False)])
    def test_only_a_share_without_such_a_call_is_forgiven(
        self, target: Path, monkeypatch: pytest.MonkeyPatch, code: int, is_told: bool
    ) -> None:
        def fail(handle: int) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(OSError, match=os.strerror(code)) if is_told else nullcontext():
            Disk().sync_folder(target.parent)


def test_what_is_written_on_follows_no_link(target: Path) -> None:
    link = target.with_name("link")
    link.symlink_to(target)
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        Disk().open_end(link)


def test_a_disk_that_takes_nothing_is_a_fault(target: Path) -> None:
    class Stuck(Disk):
        def write(self, handle: int, data: memoryview) -> int:
            return 0

    before = target.read_bytes()
    with pytest.raises(SaveError):
        Stuck().replace_safely(target, b"new")
    assert target.read_bytes() == before
    with pytest.raises(OSError, match="Input/output"):
        Stuck().write_new(target.with_name("new"), b"new")


def test_a_rename_that_failed_with_a_fault_of_the_medium_may_have_been_done(target: Path) -> None:
    class Broken(Disk):
        is_broken = False

        def replace(self, source: Path, target: Path) -> None:
            super().replace(source, target)
            self.is_broken = True
            raise OSError(errno.EIO, "Input/output error")

        def read(self, path: Path, limit: int = -1) -> bytes:
            if self.is_broken:
                raise OSError(errno.EIO, "Input/output error")
            return super().read(path, limit)

    with pytest.raises(NotConfirmed):
        Broken().replace_safely(target, b"new")
    assert target.read_bytes() == b"new"
