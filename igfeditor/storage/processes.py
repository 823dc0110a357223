"""Which process is which, and whether it is still there: a number alone is given to others again.

A process is known by its number and by when it began, in whatever words the system has for that.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

_UNKNOWN: Final = "?"
_START: Final = 19
"""Where the start of a process stands in what Linux tells after its name (field 22 of proc(5))."""
_ENDED: Final = frozenset("ZX")

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MAY_ASK: Final = 0x1000
    _STILL_ACTIVE: Final = 259


class Process(NamedTuple):
    """One process of one machine."""

    host: str
    pid: int
    start: str

    @property
    def is_dead(self) -> bool:
        """Tell whether it is known to have ended; of one of another machine nothing is known."""
        if self.host != platform.node():
            return False
        start = start_of(self.pid)
        return start is None or (_UNKNOWN not in {start, self.start} and start != self.start)


def this_process() -> Process:
    """Give the process that asks; one that was forked asks for itself."""
    return process_of(os.getpid())


@lru_cache(maxsize=4)
def process_of(pid: int) -> Process:
    """Give a process of this machine by its number."""
    return Process(platform.node(), pid, start_of(pid) or _UNKNOWN)


def start_of(pid: int) -> str | None:
    """Give when a process of this machine began, `?` where the system does not tell, nothing where it has ended."""
    if pid <= 0:
        return None
    if sys.platform == "win32":
        return _start_on_windows(pid)
    if Path("/proc/self/stat").exists():
        return _start_on_linux(pid)
    return _start_elsewhere(pid)


def _start_on_linux(pid: int) -> str | None:
    try:
        # The name stands in brackets and may hold anything; what follows the last bracket has no spaces.
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in _ENDED else fields[_START]


def _start_elsewhere(pid: int) -> str | None:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except OSError:
        return _UNKNOWN
    try:
        told = subprocess.run(  # noqa: S603 - a fixed program and a number
            ["/bin/ps", "-o", "lstart=", "-p", str(pid)],
            capture_output=True,
            text=True,
            check=False,
            timeout=5,
        )
    except (OSError, subprocess.SubprocessError):
        return _UNKNOWN
    return told.stdout.strip() or _UNKNOWN


def _start_on_windows(pid: int) -> str | None:
    if sys.platform != "win32":
        return _UNKNOWN
    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(_MAY_ASK, False, pid)
    if not handle:
        return None
    try:
        code = wintypes.DWORD()
        if kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != _STILL_ACTIVE:
            return None
        times = [wintypes.FILETIME() for _ in range(4)]
        if not kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
            return _UNKNOWN
        return str((times[0].dwHighDateTime << 32) | times[0].dwLowDateTime)
    finally:
        kernel.CloseHandle(handle)
