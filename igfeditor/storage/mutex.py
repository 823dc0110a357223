"""One saves at a time: a file beside the target that only one program can make.

It holds who made it. One whose maker has died on this machine is broken at once; any other after two minutes, which
the file server's own clock counts: its time on a file just made there, and not the time of this machine.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, cast

from igfeditor.errors import SaveError, sentence
from igfeditor.files import Disk, beside
from igfeditor.storage.processes import Process, this_process

STALE_SECONDS: Final = 120
_PAUSE: Final = 0.02
_TRIES: Final = 600
"""Twelve seconds of patience for others who save the same file."""
_LOOK_EVERY: Final = 25
_LITTER_SECONDS: Final = 3600
_ENDING: Final = ".tmp"
_LONGEST: Final = 10_000


class Mutex:
    """The right to save one file, while it is held."""

    def __init__(self, target: Path, disk: Disk) -> None:
        """Name the file to be saved; nothing is taken yet."""
        self._target = target
        self._disk = disk
        self._path = beside(target, ".~", ".saving")
        self._token = json.dumps({"token": secrets.token_hex(8), **this_process()._asdict()}).encode()

    def take(self) -> None:
        """Wait for the right to save; raises `SaveError` where others keep it, `OSError` where it cannot be made."""
        for turn in range(_TRIES):
            if self._is_made():
                self._clear_litter()
                return
            if turn % _LOOK_EVERY == 0 and self._break_stale():
                continue
            self._disk.wait(_PAUSE)
        raise SaveError(
            self._target,
            sentence("{path}: another program is saving this file and does not finish.", path=self._target),
            sentence("Try again in a minute; nothing was changed."),
        )

    def release(self) -> None:
        """Give the right back, unless others have taken it for dead meanwhile."""
        if self.is_mine:
            self._disk.clear_away(self._path)

    @property
    def is_mine(self) -> bool:
        """Tell whether the right is still held."""
        return self._content() == self._token

    def _is_made(self) -> bool:
        try:
            handle = self._disk.open_new(self._path)
        except FileExistsError:
            return False
        try:
            try:
                self._disk.write_whole(handle, self._token)
            finally:
                self._disk.close(handle)
        except BaseException:
            self._disk.clear_away(self._path)
            raise
        return True

    def _content(self) -> bytes | None:
        for _ in range(2):
            with suppress(OSError):
                return self._disk.read(self._path, _LONGEST)
        return None

    def _break_stale(self) -> bool:
        """Take a dead right away; tells whether there is one less."""
        content = self._content()
        if content is None or not (_maker_is_dead(content) or self._is_old()):
            return False
        aside = beside(self._target, ".~", f".{secrets.token_hex(4)}{_ENDING}")
        try:
            self._disk.replace(self._path, aside)
            # Others may have broken it and made their own between the two looks: that is given back.
            if self._disk.read(aside, _LONGEST) != content:
                with suppress(OSError):
                    self._disk.link(aside, self._path)
        except OSError:
            return False
        finally:
            self._disk.clear_away(aside)
        return True

    def _is_old(self) -> bool:
        try:
            made = self._disk.stat(self._path).st_mtime
        except OSError:
            return False
        return self._now_there() - made > STALE_SECONDS

    def _now_there(self) -> float:
        """Give the time as the file server has it."""
        probe = beside(self._target, ".~", f".{secrets.token_hex(4)}{_ENDING}")
        try:
            self._disk.close(self._disk.open_new(probe))
            return self._disk.stat(probe).st_mtime
        except OSError:
            return float("-inf")
        finally:
            self._disk.clear_away(probe)

    def _clear_litter(self) -> None:
        """Delete what savers of this file left behind when they were killed: nobody else saves it now."""
        with suppress(OSError):
            prefix = beside(self._target, ".~", ".").name
            now = self._disk.stat(self._path).st_mtime
            for name in self._disk.names(self._target.parent):
                if name.startswith(prefix) and name.endswith(_ENDING):
                    path = self._target.with_name(name)
                    if now - self._disk.stat(path).st_mtime > _LITTER_SECONDS:
                        self._disk.clear_away(path)


@contextmanager
def mutex(target: Path, disk: Disk) -> Generator[Mutex]:
    """Hold the right to save a file; raises what `Mutex.take` raises."""
    held = Mutex(target, disk)
    held.take()
    try:
        yield held
    finally:
        held.release()


def _maker_is_dead(content: bytes) -> bool:
    try:
        tree = cast("dict[str, Any]", json.loads(content))
        return Process(tree["host"], tree["pid"], tree["start"]).is_dead
    except (ValueError, TypeError, KeyError, RecursionError):
        return False
