"""Who works at a file: a courtesy between people, a file `.~lock.NAME#` beside it.

It is taken over silently only where its holder is known to have died on this machine. What protects the work is not
the lock but the comparison before each save (`saving`): one who edits anyway loses nothing and overwrites nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Final, cast

from igfeditor.files import Disk, beside
from igfeditor.storage.processes import Process, this_process

BEAT_SECONDS: Final = 60
_LONGEST: Final = 100_000
_LONGEST_NAME: Final = 60
_NOBODY: Final = Process("", 0, "")

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """Give the time in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works at a file: the session, the name to show, the process, and when it was last heard of."""

    session: str
    name: str
    process: Process
    heartbeat: datetime | None = None


class Lock:
    """The lock of one file for one session; that it cannot be written is no reason not to work."""

    def __init__(self, target: Path, session: str, name: str, disk: Disk, now: Now = utc_now) -> None:
        """Name the file, the session and whom others shall be shown; nothing is written yet."""
        self._path = beside(target, ".~lock.", "#")
        self._session = session
        self._name = name
        self._disk = disk
        self._now = now
        self._beaten: datetime | None = None
        # It beats off the window's thread: what is given back must not be taken once more by a beat under way.
        self._turn = RLock()

    def holder(self) -> Holder | None:
        """Give who else works at the file; nobody where the lock is one's own, is gone, or its holder has died."""
        try:
            content = self._disk.read(self._path, _LONGEST)
        except OSError:
            return None
        found = _holder_of(content)
        return None if found.session == self._session or found.process.is_dead else found

    @property
    def is_held(self) -> bool:
        """Tell whether the lock is this session's, as far as this session knows."""
        return self._beaten is not None

    def take(self) -> Holder | None:
        """Take the lock, and give nobody; or give who has it, and leave it."""
        other = self.holder()
        if other is None:
            self.take_anyway()
        return other

    def take_anyway(self) -> None:
        """Take the lock, whoever has it."""
        aside = beside(self._path, "", f".{self._session[:8]}.tmp")
        try:
            self._disk.write_new(aside, self._content())
            self._disk.replace(aside, self._path)
            self._beaten = self._now()
        except OSError:
            self._disk.clear_away(aside)

    def beat(self) -> None:
        """Say that one is still there, once a minute; a lock that others have taken over stays theirs."""
        with self._turn:
            if self._beaten is None or (self._now() - self._beaten).total_seconds() < BEAT_SECONDS:
                return
            if self.holder() is None:
                self.take_anyway()
            else:
                self._beaten = None

    def release(self) -> None:
        """Give the lock back, where it is this session's."""
        with self._turn:
            with suppress(OSError):
                if _holder_of(self._disk.read(self._path, _LONGEST)).session == self._session:
                    self._disk.clear_away(self._path)
            self._beaten = None

    def _content(self) -> bytes:
        facts = {
            "session": self._session,
            "name": self._name,
            **this_process()._asdict(),
            "heartbeat": self._now().isoformat(timespec="seconds"),
        }
        return json.dumps(facts, ensure_ascii=False, indent=2).encode() + b"\n"


def _holder_of(content: bytes) -> Holder:
    """Read a lock; one that cannot be read is somebody's, of whom nothing is known."""
    try:
        facts = cast("dict[str, Any]", json.loads(content))
        process = Process(_to_show(facts["host"]), int(facts["pid"]), str(facts["start"]))
        return Holder(str(facts["session"]), _to_show(facts["name"]), process, _moment(facts["heartbeat"]))
    except (ArithmeticError, ValueError, TypeError, KeyError, RecursionError):
        return Holder("", "", _NOBODY._replace(host="?"))


def _to_show(name: object) -> str:
    """Give a name that somebody else wrote as one that can be shown: short, and without what moves other words."""
    return "".join(filter(str.isprintable, str(name)))[:_LONGEST_NAME]


def _moment(said: object) -> datetime:
    """Read a moment; one of no zone is taken for UTC, and one that no calendar has raises `ValueError`."""
    at = datetime.fromisoformat(str(said))
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
