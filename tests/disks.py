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
    """A disk that notes each call, and fails in the one whose turn it is; it never really waits."""

    def __init__(self, failing: int = 0, code: int = errno.ENOSPC) -> None:
        self.calls: list[str] = []
        self.failing = failing
        self.error = OSError(code, os.strerror(code))

    def turn(self, name: str, call: Callable[[], Any]) -> Any:
        self.calls.append(name)
        if len(self.calls) == self.failing:
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
    """One change that a file system was asked for: what, which names, which bytes."""

    name: str
    path: str
    other: str = ""
    data: bytes = b""


class Tracing(Disk):
    """A disk that keeps in order what it changes, so that a crash can be imagined at every moment."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self._open: dict[int, str] = {}

    def open_new(self, path: Path) -> int:
        handle = super().open_new(path)
        self._open[handle] = path.name
        self.acts.append(Act("create", path.name))
        return handle

    def write(self, handle: int, data: memoryview) -> int:
        # A few bytes at a time, so that there is a crash between them.
        count = super().write(handle, data[: max(1, len(data) // 2)])
        self.acts.append(Act("write", self._open[handle], data=bytes(data[:count])))
        return count

    def sync(self, handle: int) -> None:
        super().sync(handle)
        self.acts.append(Act("sync", self._open[handle]))

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.acts.append(Act("rename", source.name, target.name))

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.acts.append(Act("remove", path.name))

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        self.acts.append(Act("sync-folder", folder.name))


def crash_states(acts: list[Act], before: dict[str, bytes]) -> Iterator[dict[str, bytes]]:
    """Give what may be in a folder after a crash at any moment: each change not synced is there, cut, or lost.

    Bytes that are not synced may be lost from any point on; changes of names that the folder was not synced for may
    be lost one by one, the earlier or the later (POSIX promises no order).
    """
    for moment in range(len(acts) + 1):
        done = acts[:moment]
        yield from _states(done, before)


def _states(done: list[Act], before: dict[str, bytes]) -> Iterator[dict[str, bytes]]:
    last = max((place for place, act in enumerate(done) if act.name == "sync-folder"), default=-1)
    loose = [place for place, act in enumerate(done) if place > last and act.name in {"create", "rename", "remove"}]
    for kept in range(2 ** len(loose)):
        lost = {place for bit, place in enumerate(loose) if not kept >> bit & 1}
        for cut in (0.0, 0.5, 1.0):
            yield _after(done, before, lost, cut)


def _after(done: list[Act], before: dict[str, bytes], lost: set[int], cut: float) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    synced: dict[str, bytes] = {}
    names = {name: ("old", name) for name in before}
    for place, act in enumerate(done):
        if act.name == "create":
            contents[act.path] = b""
            if place not in lost:
                names[act.path] = ("new", act.path)
        elif act.name == "write":
            contents[act.path] += act.data
        elif act.name == "sync":
            synced[act.path] = contents[act.path]
        elif act.name == "rename" and place not in lost:
            names.pop(act.path, None)
            names[act.other] = ("new", act.path)
        elif act.name == "remove" and place not in lost:
            names.pop(act.path, None)
    state = {}
    for name, (kind, source) in names.items():
        if kind == "old":
            state[name] = before[source]
        else:
            sure = synced.get(source, b"")
            loose = contents[source][len(sure) :]
            state[name] = sure + loose[: int(len(loose) * cut)]
    return state
