"""Where files are, and the one way in which this program writes any.

Resources lie beside the package: in a checkout as the folders `resources/` and `translations/` of the top
level, in an installed wheel inside the package. `Disk` is the only class that touches a file to write it, so
that tests can record its calls and make any of them fail.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

import platformdirs

from igfeditor.errors import SaveError, Sentence, sentence

_PACKAGE: Final = Path(__file__).resolve().parent
# ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, which Python gives as EACCES.
_HELD_ON_WINDOWS: Final = frozenset({32, 33})
_WRITABLE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_IN_A_CIRCLE: Final = sentence("too many levels of symbolic links")
_REASONS: Final[Mapping[int, Sentence]] = MappingProxyType(
    {
        errno.EACCES: sentence("permission denied"),
        errno.EBUSY: sentence("device or resource busy"),
        errno.EDQUOT: sentence("disk quota exceeded"),
        errno.EEXIST: sentence("file exists"),
        errno.EFBIG: sentence("file too large"),
        errno.EIO: sentence("input/output error"),
        errno.EISDIR: sentence("is a directory"),
        errno.ELOOP: _IN_A_CIRCLE,
        errno.EMFILE: sentence("too many open files"),
        errno.ENAMETOOLONG: sentence("file name too long"),
        errno.ENOENT: sentence("no such file or directory"),
        errno.ENOSPC: sentence("no space left on device"),
        errno.ENOTDIR: sentence("not a directory"),
        errno.EPERM: sentence("operation not permitted"),
        errno.EROFS: sentence("read-only file system"),
    }
)


def resource(*parts: str) -> Path:
    """Give the path of a file or folder under `resources/`, in a checkout and in an installed wheel alike."""
    return _shipped("resources").joinpath(*parts)


def translation(*parts: str) -> Path:
    """Give the path of a file under `translations/`, found as `resource` finds its own."""
    return _shipped("translations").joinpath(*parts)


def settings_file() -> Path:
    """Give the place of the user's settings, as the platform has it."""
    return platformdirs.user_config_path("igfeditor", appauthor=False) / "settings.json"


def _shipped(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


class Disk:
    """The few calls that reading and the safe replace need, each a method that a test can break.

    Paths are `pathlib.Path`; every method raises `OSError` as the operating system does, but `replace_safely`,
    which turns it into a `SaveError` with a remedy.
    """

    def read(self, path: Path, limit: int = -1) -> bytes:
        """Read a whole file, or its first `limit` bytes."""
        with path.open("rb") as stream:
            return stream.read(limit)

    def write_new(self, path: Path, data: bytes) -> None:
        """Create `path` (never opening an existing one or following a link), write `data`, sync, close."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags, 0o666)
        try:
            self._write_all(handle, data)
            self.sync(handle)
        finally:
            os.close(handle)

    def _write_all(self, handle: int, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]

    def sync(self, handle: int) -> None:
        """Make an open file's content durable (POSIX fsync)."""
        os.fsync(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Rename `source` over `target` in one step (POSIX rename)."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Make a rename durable; Windows has no such call and needs none."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            self.sync(handle)
        finally:
            os.close(handle)

    def make_folder(self, folder: Path) -> None:
        """Create a folder and its parents where they are missing."""
        folder.mkdir(parents=True, exist_ok=True)

    def remove(self, path: Path) -> None:
        """Delete a file that may be gone already."""
        path.unlink(missing_ok=True)

    def replace_safely(self, target: Path, data: bytes) -> None:
        """Put `data` at `target` whole or not at all.

        A temporary file beside the target is written, synced, read back and compared, then renamed over it, and
        the folder is synced. A target that is a link keeps being one: the file that it names is replaced.
        Raises `SaveError` with the operating system's reason; the target is then as it was, unless the very
        last call (sync of the folder) failed, which the message says.
        """
        try:
            real = target.resolve()
            self._replace(real, data)
        except (OSError, RuntimeError, ValueError) as error:
            raise SaveError(
                target,
                sentence("{path}: cannot be written ({reason}).", path=target, reason=reason_of(error)),
                sentence(
                    "Choose another folder, or close the file in other programs, and try again; nothing was changed."
                ),
            ) from error
        try:
            self.sync_folder(real.parent)
        except OSError as error:
            raise SaveError(
                target,
                sentence(
                    "{path}: written, but the disk did not confirm it ({reason}).", path=target, reason=reason_of(error)
                ),
                sentence("Save once more, here or elsewhere, before you rely on the file."),
            ) from error

    def _replace(self, target: Path, data: bytes) -> None:
        if target.is_dir():
            raise IsADirectoryError(21, "Is a directory")
        if target.exists() and not target.is_file():
            raise OSError(sentence("it is a device, not a file"))
        # A rename asks for the folder's leave only: it would go over a file that somebody has locked by its mode.
        if target.exists() and not target.stat().st_mode & _WRITABLE:
            raise OSError(sentence("the file is read-only"))
        # 60 characters of 4 bytes, and the rest, are the 255 bytes that file systems allow a name.
        temporary = target.with_name(f".~{target.name[:60]}.{secrets.token_hex(4)}.tmp")
        try:
            self.write_new(temporary, data)
            if self.read(temporary) != data:
                raise OSError(sentence("the disk gave back other bytes than were written"))
            self._keep_mode(target, temporary)
            self.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                self.remove(temporary)
            raise

    def _keep_mode(self, target: Path, temporary: Path) -> None:
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o7777)


def reason_of(error: Exception) -> Sentence | str:
    """Give the reason of an error without its number and path, in the system's own words where it is an odd one."""
    match error:
        case OSError(args=(Sentence() as reason,)):
            return reason
        case OSError(winerror=int(code)) if code in _HELD_ON_WINDOWS:
            return sentence("another program has the file open")
        case OSError(errno=int(code)) if code in _REASONS:
            return _REASONS[code]
        case ValueError():
            return sentence("no file may have such a name")
        case RuntimeError():
            return _IN_A_CIRCLE
        case _:
            words = error.strerror if isinstance(error, OSError) else None
            return (words or str(error)).rstrip(".").lower()
