"""Whether somebody else has changed a file: size, time and identity are looked at first, and the content only then."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from igfeditor.files import Disk
from igfeditor.storage.saving import digest_of

_Look = tuple[int, int, int]


class Change(Enum):
    """What has become of a file since it was last known."""

    NONE = "none"
    CHANGED = "changed"
    GONE = "gone"
    UNREADABLE = "unreadable"


class Watch:
    """Looks after one file; `poll` is cheap enough for once a second and for each time that a window is activated."""

    def __init__(self, path: Path, disk: Disk, digest: str) -> None:
        """Begin with the content that is known, by its digest."""
        self._path = path
        self._disk = disk
        self._digest = digest
        self._seen: _Look | None = None

    def know(self, digest: str) -> None:
        """Take over another content as known: one that was read, saved, or is to be overwritten."""
        self._digest = digest
        self._seen = None

    def poll(self) -> Change:
        """Tell what has become of the file."""
        try:
            look = self._look()
            if look == self._seen:
                return Change.NONE
            if digest_of(self._disk.read(self._path)) != self._digest:
                return Change.CHANGED
        except FileNotFoundError:
            return Change.GONE
        except OSError:
            return Change.UNREADABLE
        # Seen is what stood there before the content was read: what is written while it is read is looked at again.
        self._seen = look
        return Change.NONE

    def _look(self) -> _Look:
        found = self._disk.stat(self._path)
        return found.st_size, found.st_mtime_ns, found.st_ino
