"""A screen without a machine (Xvfb), and a watch over what programs draw on it.

Xvfb keeps its picture in a file, which is looked at every few milliseconds. So all programs are watched from
outside and in the same way, whatever they are made with.
"""

from __future__ import annotations

import mmap
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measuring import MS, Unmeasured

WIDTH, HEIGHT, BYTES = 1280, 800, 4
EVERY = 8
LOOK = 0.003
STILL = 2.0
LONGEST = 60.0
# A picture is compared by patches, this wide, of every eighth line: a badge or a word that comes later leaves what
# stands beside it as it was.
PATCH = 64
# A caret that blinks touches this many of the patches.
CARET = 8
MOST = 0.9
MB = 1024

Patches = tuple[int, ...]


@dataclass(frozen=True)
class Start:
    """What was seen of a start: times in milliseconds from the call of the program, memory in MB.

    `seen` is when nine tenths of the patches of its picture were drawn as they stay, `settled` when all were.
    """

    seen: float
    settled: float
    cpu: float
    memory: float


class Screen:
    """The picture of one Xvfb."""

    def __init__(self, number: str, picture: Path) -> None:
        """Open the picture that the server keeps."""
        self.environment = {"DISPLAY": f":{number}"}
        self._file = picture.open("rb")
        self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)

    def patches(self) -> Patches:
        """Give a sum of each patch; equal sums are equal patches."""
        row, wide = WIDTH * BYTES, PATCH * BYTES
        lines = range(len(self._map) - HEIGHT * row, len(self._map), EVERY * row)
        return tuple(zlib.crc32(self._map[at : at + wide]) for line in lines for at in range(line, line + row, wide))

    def close(self) -> None:
        """Let go of the picture."""
        self._map.close()
        self._file.close()


@contextmanager
def a_screen() -> Iterator[Screen]:
    """Give a black screen of its own."""
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [
                program("Xvfb"), "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x{BYTES * 6}",
                "-fbdir", folder, "-nolisten", "tcp",
            ],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            assert server.stdout is not None
            screen = Screen(server.stdout.readline().strip(), Path(folder) / "Xvfb_screen0")
            yield screen
            screen.close()
        finally:
            end(server)


def program(name: str) -> str:
    """Give the path of a program; raises `Unmeasured` where it is missing."""
    if not sys.platform.startswith("linux"):
        raise Unmeasured("windows are watched under Linux only")
    path = shutil.which(name)
    if path is None:
        raise Unmeasured(f"{name} is not on this machine")
    return path


def watched(command: Sequence[str], home: Path) -> Start:
    """Start a program on a new screen, with a home of its own, and watch until nothing moves any more."""
    with a_screen() as screen:
        empty = screen.patches()
        begin = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=environment(home) | screen.environment,
            cwd=Path(__file__).parents[2],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            pictures = [(at - begin, patches) for at, patches in changes(screen, process)]
            return Start(*moments(pictures, empty), cpu=cpu_of(process.pid), memory=memory_of(process.pid))
        finally:
            end(process)


def environment(home: Path) -> Mapping[str, str]:
    """Give what a program finds when a person starts it: an own home, and the languages of this machine's C locale."""
    return {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}


def changes(screen: Screen, process: subprocess.Popen[bytes]) -> Iterator[tuple[float, Patches]]:
    """Give each new picture with its time, until the last has stood still."""
    shown, moved, begin = screen.patches(), None, time.perf_counter()
    while moved is None or time.perf_counter() - moved < STILL:
        if process.poll() is not None or time.perf_counter() - begin > LONGEST:
            raise Unmeasured(f"{process.args} shows no window")
        time.sleep(LOOK)
        patches = screen.patches()
        if patches != shown:
            now = time.perf_counter()
            moved = now if moved is None or unlike(patches, shown) > CARET else moved
            shown = patches
            yield now, patches


def moments(pictures: Sequence[tuple[float, Patches]], empty: Patches) -> tuple[float, float]:
    """Give when the last picture was there for the most part, and when it was there but for a caret."""
    _, last = pictures[-1]
    most = (1 - MOST) * unlike(last, empty)
    return MS * from_which_on(pictures, last, most), MS * from_which_on(pictures, last, CARET)


def from_which_on(pictures: Sequence[tuple[float, Patches]], last: Patches, missing: float) -> float:
    """Give the time from which on at most so many patches are another than in the end."""
    since = pictures[-1][0]
    for at, patches in reversed(pictures):
        if unlike(patches, last) > missing:
            break
        since = at
    return since


def unlike(patches: Patches, others: Patches) -> int:
    """Count the patches that differ."""
    return sum(one != other for one, other in zip(patches, others, strict=True))


def cpu_of(process: int) -> float:
    """Give the milliseconds of processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * MS / os.sysconf("SC_CLK_TCK")


def memory_of(process: int) -> float:
    """Give the resident memory of a process and of those that it has started, in MB."""
    status = Path(f"/proc/{process}/status").read_text()
    own = int(status.partition("VmRSS:")[2].split()[0]) / MB
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return own + sum(memory_of(int(child)) for child in children)


def end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """End a process that was started here."""
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
