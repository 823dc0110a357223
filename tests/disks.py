"""Disks that note what is asked of them, fail where a test wants them to, and crash at every moment."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from igfeditor.files import Disk

CALLS: Final = (
    "open_new", "open_end", "write", "sync", "close", "read", "replace", "link", "remove", "remove_folder", "stat",
    "names", "make_folder", "sync_folder", "set_mode",
)  # fmt: skip
ERRORS: Final = (
    errno.EACCES, errno.EBUSY, errno.EDQUOT, errno.EFBIG, errno.EINTR, errno.EIO, errno.EMFILE, errno.ENOENT,
    errno.ENOSPC, errno.EPERM, errno.EROFS, errno.ESTALE,
)  # fmt: skip


class Recording(Disk):
    """A disk that notes each call, and fails in the one whose turn it is, or from then on; it never really waits."""

    def __init__(self, failing: int = 0, code: int = errno.ENOSPC, *, for_good: bool = False) -> None:
        self.calls: list[str] = []
        self.failing = failing
        self.for_good = for_good
        self.error = OSError(code, os.strerror(code))

    def turn(self, name: str, call: Callable[[], Any]) -> Any:
        self.calls.append(name)
        if len(self.calls) == self.failing or (self.for_good and 0 < self.failing < len(self.calls)):
            if name == "close":
                call()
            raise self.error
        return call()

    def wait(self, seconds: float) -> None:
        self.calls.append("wait")


def _recorded(name: str) -> Callable[..., Any]:
    def method(self: Recording, *arguments: Any) -> Any:
        return self.turn(name, lambda: getattr(Disk, name)(self, *arguments))

    return method


for _name in CALLS:
    setattr(Recording, _name, _recorded(_name))


class Act(NamedTuple):
    """One change that a file system was asked for: what, which name or which file behind it, which bytes."""

    name: str
    path: str
    other: str = ""
    file: str = ""
    data: bytes = b""


class Tracing(Disk):
    """A disk that keeps in order what it changes in one folder, so that a crash can be imagined at every moment."""

    def __init__(self, folder: Path) -> None:
        self.before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        self.acts: list[Act] = []
        self._folder = folder
        self._files = {name: name for name in self.before}
        self._open: dict[int, str] = {}

    def open_new(self, path: Path) -> int:
        handle = super().open_new(path)
        if path.parent == self._folder:
            self._open[handle] = self._files[path.name] = f"{path.name} {len(self.acts)}"
            self.acts.append(Act("create", path.name, file=self._open[handle]))
        return handle

    def open_end(self, path: Path) -> int:
        handle = super().open_end(path)
        if path.parent == self._folder:
            self._open[handle] = self._files[path.name]
        return handle

    def write(self, handle: int, data: memoryview) -> int:
        # A few bytes at a time, so that there is a crash between them.
        count = super().write(handle, data[: max(1, len(data) // 2)])
        if handle in self._open:
            self.acts.append(Act("write", "", file=self._open[handle], data=bytes(data[:count])))
        return count

    def sync(self, handle: int) -> None:
        super().sync(handle)
        if handle in self._open:
            self.acts.append(Act("sync", "", file=self._open[handle]))

    def close(self, handle: int) -> None:
        super().close(handle)
        self._open.pop(handle, None)

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        if source.parent == self._folder:
            self._files[target.name] = self._files.pop(source.name)
            self.acts.append(Act("rename", source.name, target.name, self._files[target.name]))

    def remove(self, path: Path) -> None:
        super().remove(path)
        if path.parent == self._folder:
            self._files.pop(path.name, None)
            self.acts.append(Act("remove", path.name))

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        if folder == self._folder:
            self.acts.append(Act("sync-folder", folder.name))


def crash_states(disk: Tracing) -> Iterator[tuple[list[Act], dict[str, bytes]]]:
    """Give what may be in a folder after a crash at any moment, and what was done till then.

    Bytes that are not synced may be lost from any point on; changes of names that the folder was not synced for may
    be lost one by one, the earlier or the later (POSIX promises no order).
    """
    for moment in range(len(disk.acts) + 1):
        done = disk.acts[:moment]
        for state in _states(done, disk.before):
            yield done, state


def _states(done: list[Act], before: dict[str, bytes]) -> Iterator[dict[str, bytes]]:
    last = max((place for place, act in enumerate(done) if act.name == "sync-folder"), default=-1)
    loose = [place for place, act in enumerate(done) if place > last and act.name in {"create", "rename", "remove"}]
    for kept in range(2 ** len(loose)):
        lost = {place for bit, place in enumerate(loose) if not kept >> bit & 1}
        for cut in (0.0, 0.5, 1.0):
            yield _after(done, before, lost, cut)


def _after(done: list[Act], before: dict[str, bytes], lost: set[int], cut: float) -> dict[str, bytes]:
    contents, synced, names = dict(before), dict(before), {name: name for name in before}
    for place, act in enumerate(done):
        match act.name:
            case "create":
                contents[act.file] = b""
                if place not in lost:
                    names[act.path] = act.file
            case "write":
                contents[act.file] += act.data
            case "sync":
                synced[act.file] = contents[act.file]
            case "rename" if place not in lost:
                names.pop(act.path, None)
                names[act.other] = act.file
            case "remove" if place not in lost:
                names.pop(act.path, None)
    state: dict[str, bytes] = {}
    for name, file in names.items():
        sure = synced.get(file, b"")
        loose = contents[file][len(sure) :]
        state[name] = sure + loose[: int(len(loose) * cut)]
    return state
