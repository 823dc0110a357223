"""Where files are, and the one way in which this program writes any.

Resources lie beside the package: in a checkout as the folders `resources/` and `translations/` of the top
level, in an installed wheel inside the package. `Disk` is the only class that touches a file to write it, so
that tests can record its calls and make any of them fail; `Scratch` is for what is no file of anybody.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final

import platformdirs

from igfeditor.errors import ChangedOnDisk, NotConfirmed, SaveError, Sentence, sentence

if sys.platform == "darwin":
    import fcntl

_PACKAGE: Final = Path(__file__).resolve().parent
# ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, which Python gives as EACCES.
_HELD_ON_WINDOWS: Final = frozenset({32, 33})
_BUSY_ON_WINDOWS: Final = frozenset({5, *_HELD_ON_WINDOWS})
_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.85)
"""How long is waited for another program that holds a file, in seconds: 1.6 in all."""
_NO_SUCH_CALL: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_END: Final = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_LONGEST_NAME: Final = 200
"""Bytes of a name that leave room for what stands around it: file systems allow 255."""
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


def journals_folder() -> Path:
    """Give the place of the journals of unsaved work, as the platform has it."""
    return platformdirs.user_state_path("igfeditor", appauthor=False) / "journals"


def backups_folder() -> Path:
    """Give the place of the backups, as the platform has it."""
    return platformdirs.user_data_path("igfeditor", appauthor=False) / "backups"


def beside(target: Path, before: str, after: str) -> Path:
    """Give a file beside another that is named for it; a name too long for that is shortened and told apart."""
    name = target.name
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f"{name[:40]}~{sha256(os.fsencode(name)).hexdigest()[:8]}"
    return target.with_name(f"{before}{name}{after}")


def _shipped(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


class Disk:
    """All file work of the program: small calls, each a method that a test can record and break.

    Paths are `pathlib.Path`; every method raises `OSError` as the operating system does, but `replace_safely` and
    `put_in_place`, which turn it into a `SaveError` with a remedy.
    """

    # --- one call of the system each -----------------------------------------------------------------------

    def open_new(self, path: Path) -> int:
        """Create a file for writing, never opening an existing one or following a link; gives its handle."""
        return os.open(path, _NEW, 0o666)

    def open_end(self, path: Path) -> int:
        """Open a file that is there, to write at its end."""
        return os.open(path, _END)

    def write(self, handle: int, data: memoryview) -> int:
        """Write what the system takes of some bytes, and give how many those were."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Make an open file's content durable (POSIX fsync, and on macOS what reaches the medium itself)."""
        if sys.platform == "darwin":
            try:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            except OSError as error:
                if error.errno not in _NO_SUCH_CALL:
                    raise
            else:
                return
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close an open file."""
        os.close(handle)

    def read(self, path: Path, limit: int = -1) -> bytes:
        """Read a whole file, or its first `limit` bytes."""
        with path.open("rb") as stream:
            return stream.read(limit)

    def replace(self, source: Path, target: Path) -> None:
        """Rename `source` over `target` in one step (POSIX rename)."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, which no file may have yet."""
        target.hardlink_to(source)

    def remove(self, path: Path) -> None:
        """Delete a file that may be gone already."""
        path.unlink(missing_ok=True)

    def remove_folder(self, folder: Path) -> None:
        """Delete an empty folder."""
        folder.rmdir()

    def stat(self, path: Path) -> os.stat_result:
        """Give size, times and identity of a file."""
        return path.stat()

    def names(self, folder: Path) -> list[str]:
        """Give the names in a folder, sorted; none where there is no such folder."""
        try:
            return sorted(os.listdir(folder))  # noqa: PTH208 - names are asked for, not paths
        except FileNotFoundError:
            return []

    def make_folder(self, folder: Path) -> None:
        """Create a folder and its parents where they are missing."""
        folder.mkdir(parents=True, exist_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Make a rename durable; Windows and some shares have no such call and need none."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _NO_SUCH_CALL:
                raise
        finally:
            os.close(handle)

    def set_mode(self, path: Path, mode: int) -> None:
        """Set who may do what with a file."""
        path.chmod(mode)

    def wait(self, seconds: float) -> None:
        """Let some time pass for another program to finish."""
        time.sleep(seconds)

    # --- made of them --------------------------------------------------------------------------------------

    def write_whole(self, handle: int, data: bytes) -> None:
        """Write all bytes, however few the system takes at once."""
        rest = memoryview(data)
        while rest:
            written = self.write(handle, rest)
            if not written:
                raise OSError(errno.EIO, "Input/output error")
            rest = rest[written:]

    def write_new(self, path: Path, data: bytes) -> None:
        """Create `path` (never opening an existing one or following a link), write `data`, sync, close."""
        handle = self.open_new(path)
        try:
            self.write_whole(handle, data)
            self.sync(handle)
        finally:
            self.close(handle)

    def write_beside(self, target: Path, data: bytes) -> Path:
        """Write a temporary file beside the target, synced and read back; it is gone again where that fails."""
        self._refuse_odd(target)
        temporary = beside(target, ".~", f".{secrets.token_hex(4)}.tmp")
        try:
            self.write_new(temporary, data)
            if self.read(temporary) != data:
                raise OSError(sentence("the disk gave back other bytes than were written"))
            self._keep_mode(target, temporary)
        except BaseException:
            self.clear_away(temporary)
            raise
        return temporary

    def clear_away(self, path: Path) -> None:
        """Delete a file of ours; what cannot be deleted, even at a second try, is left to the next save."""
        for _ in range(2):
            with suppress(OSError):
                self.remove(path)
                return

    def put_in_place(self, temporary: Path, target: Path, data: bytes, shown: Path) -> None:
        """Rename the temporary file over the target, sync the folder, and read again what then stands there.

        Raises `SaveError` where the target is as it was, `NotConfirmed` where it is new but the disk does not say
        so, and `ChangedOnDisk` where something else stands there. `shown` is the path that messages name.
        """
        fault: OSError | None = None
        is_renamed = False
        try:
            self._replace_patiently(temporary, target)
            is_renamed = True
            self.sync_folder(target.parent)
        except OSError as error:
            fault = error
        finally:
            self.clear_away(temporary)
        undone = None if is_renamed else fault
        try:
            stands = self.read(target)
        except FileNotFoundError:
            stands = None
        except OSError as error:
            # A rename that fails has changed nothing (POSIX), but for EIO, after which nobody knows.
            if undone is not None and undone.errno != errno.EIO:
                raise not_saved(shown, undone) from undone
            raise _not_confirmed(shown, fault or error) from error
        if stands == data and fault is None:
            return
        if stands == data:
            raise _not_confirmed(shown, fault) from fault
        raise changed_on_disk(shown) if undone is None else not_saved(shown, undone) from fault

    def replace_safely(self, target: Path, data: bytes) -> None:
        """Put `data` at `target` whole or not at all.

        A temporary file beside the target is written, synced, read back and compared, then renamed over it, and
        the folder is synced. A target that is a link keeps being one: the file that it names is replaced.
        Raises `SaveError` with the operating system's reason; the target is then as it was, unless it is a
        `NotConfirmed` or a `ChangedOnDisk`, as `put_in_place` tells them apart.
        """
        try:
            real = target.resolve()
            temporary = self.write_beside(real, data)
        except (OSError, RuntimeError, ValueError) as error:
            raise not_saved(target, error) from error
        self.put_in_place(temporary, real, data, target)

    def _replace_patiently(self, source: Path, target: Path) -> None:
        """Rename, and try again while another program has the file open, as happens on Windows."""
        for pause in _PAUSES:
            try:
                self.replace(source, target)
            except OSError as error:
                if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS:
                    raise
                self.wait(pause)
            else:
                return
        self.replace(source, target)

    def _refuse_odd(self, target: Path) -> None:
        mode = self.mode_of(target)
        if mode is None:
            return
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "Is a directory")
        if not stat.S_ISREG(mode):
            raise OSError(sentence("it is a device, not a file"))
        # A rename asks for the folder's leave only: it would go over a file that somebody has locked by its mode.
        if not mode & _WRITABLE:
            raise OSError(sentence("the file is read-only"))

    def _keep_mode(self, target: Path, temporary: Path) -> None:
        mode = self.mode_of(target)
        if mode is not None:
            self.set_mode(temporary, mode & 0o7777)

    def may_replace(self, path: Path) -> bool:
        """Tell whether a file can probably be written over: neither it nor its folder is protected."""
        try:
            mode = self.mode_of(path)
        except OSError:
            return False
        is_open = mode is None or (mode & _WRITABLE and os.access(path, os.W_OK))
        return bool(is_open) and os.access(path.parent, os.W_OK | os.X_OK)

    def mode_of(self, path: Path) -> int | None:
        """Give the kind and the rights of a file; nothing where there is none."""
        try:
            return self.stat(path).st_mode
        except FileNotFoundError:
            return None


class Scratch:
    """A folder of data for a library that reads files only; nobody's work is in it, and nothing in it is made durable.

    Only this user can read it. It is gone when it is closed or forgotten, or the program ends.
    """

    def __init__(self) -> None:
        """Make the folder where the system has room for such."""
        self._folder = tempfile.TemporaryDirectory(prefix="igfeditor-", ignore_cleanup_errors=True)
        self.path: Final = Path(self._folder.name)

    def put(self, name: str, text: str) -> None:
        """Write a file of the folder, or write it anew."""
        (self.path / name).write_bytes(text.encode("utf-8"))

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        self._folder.cleanup()


def not_saved(path: Path, error: Exception) -> SaveError:
    """Say that a file is as it was, and why."""
    return SaveError(
        path,
        sentence("{path}: cannot be written ({reason}).", path=path, reason=reason_of(error)),
        sentence("Choose another folder, or close the file in other programs, and try again; nothing was changed."),
    )


def changed_on_disk(path: Path) -> ChangedOnDisk:
    """Say that a file holds what somebody else wrote."""
    return ChangedOnDisk(
        path,
        sentence("{path}: another program has changed this file in the meantime.", path=path),
        sentence("Compare the two, merge them, or save under another name; nothing of either is lost."),
    )


def _not_confirmed(path: Path, error: Exception | None) -> NotConfirmed:
    reason = reason_of(error or OSError(sentence("the file cannot be read again")))
    return NotConfirmed(
        path,
        sentence("{path}: written, but the disk did not confirm it ({reason}).", path=path, reason=reason),
        sentence("Save once more, here or elsewhere, before you rely on the file."),
    )


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
