"""The saving of a project: nothing unseen is overwritten, nothing is half written, and the outcome is told truly.

1.-2. the caller has the bytes, read again and compared, and its journal has them
3.    one saves at a time (`mutex`); what stands there must be what was opened
4.    a temporary file beside the target, synced and read back (`Disk.write_beside`)
5.    what is replaced is kept by the caller's `keep`; then the rename and the sync of the folder
6.    what stands there is read again, and the outcome is one of four (`Disk.put_in_place`)
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Final

from igfeditor.errors import ChangedOnDisk, NotConfirmed, SaveError, Sentence, sentence
from igfeditor.files import Disk, changed_on_disk, not_saved
from igfeditor.storage.mutex import Mutex, mutex

NO_FILE: Final = ""
"""What is expected where no file stood: the digest of nothing."""

Keep = Callable[[bytes], object]
"""Keeps the bytes that are about to be replaced; an `OSError` of it does not stop the saving."""


def keep_nothing(_: bytes) -> None:
    """Keep nothing of what is replaced."""


class Outcome(Enum):
    """What came of a saving: one of four, and each in words for the status bar."""

    SAVED = sentence("Saved")
    NOT_CONFIRMED = sentence("Saved, not confirmed by the disk")
    NOT_SAVED = sentence("Not saved; the previous version is intact")
    CHANGED_ELSEWHERE = sentence("Not saved: changed by someone else")

    @property
    def words(self) -> Sentence:
        """Say it to a person."""
        return self.value


def outcome_of(error: SaveError | None) -> Outcome:
    """Give the outcome that an error of saving stands for, and that of none."""
    match error:
        case None:
            return Outcome.SAVED
        case NotConfirmed():
            return Outcome.NOT_CONFIRMED
        case ChangedOnDisk():
            return Outcome.CHANGED_ELSEWHERE
        case _:
            return Outcome.NOT_SAVED


def digest_of(data: bytes) -> str:
    """Give the name of some content: it is the same for the same bytes only (SHA-256, 64 digits)."""
    return sha256(data).hexdigest()


def save_safely(target: Path, data: bytes, disk: Disk, expected: str | None = None, keep: Keep = keep_nothing) -> None:
    """Put a project's bytes at `target` whole or not at all, if what stands there is what is expected.

    `expected` is the digest of the content that was opened, `NO_FILE`, or nothing where anything may be replaced.
    `keep` is given what is replaced, before it is. Raises `ChangedOnDisk`, `NotConfirmed`, or another `SaveError`
    after which the target is as it was.
    """
    try:
        real = target.resolve()
        with mutex(real, disk) as held:
            _save(target, real, data, disk, expected, keep, held)
    except (OSError, RuntimeError, ValueError) as error:
        raise not_saved(target, error) from error


def _save(target: Path, real: Path, data: bytes, disk: Disk, expected: str | None, keep: Keep, held: Mutex) -> None:
    before = _content(real, disk)
    if expected is not None and _digest(before) != expected:
        raise changed_on_disk(target)
    temporary = disk.write_beside(real, data)
    try:
        if before is not None:
            with suppress(OSError):
                keep(before)
        # Writing takes a while on a slow share, and programs that know no mutex may have written meanwhile.
        if expected is not None and _content(real, disk) != before:
            raise changed_on_disk(target)
        if not held.is_mine:
            raise OSError(sentence("another program has taken over the saving of this file"))
    except BaseException:
        disk.clear_away(temporary)
        raise
    try:
        disk.put_in_place(temporary, real, data, target)
    except (NotConfirmed, ChangedOnDisk):
        raise
    except SaveError as error:
        if _content(real, disk) != before:
            raise changed_on_disk(target) from error
        raise


def _content(path: Path, disk: Disk) -> bytes | None:
    try:
        return disk.read(path)
    except FileNotFoundError:
        return None


def _digest(data: bytes | None) -> str:
    return NO_FILE if data is None else digest_of(data)
