"""The child process: it bounds itself, looks at one file, says one word, and ends.

    standard input    the bytes of the file
    arguments         the kinds that are wanted
    standard output   ["sound", kind] or [fault, part] as JSON

It writes no file (a limit of the system sees to that), opens no connection, and knows neither the name nor the place
of what it looks at.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from typing import Final

from igfeditor.gate import limits

_RESERVE: Final = 100 * 1024
"""Bytes to be given back when there is no memory left, so that this can be said."""


def main(kinds: Sequence[str]) -> None:
    """Look at the file on the standard input, which may be of these kinds."""
    _bound()
    answer = _answer(sys.stdin.buffer.read(limits.LARGEST_FILE + 1), kinds)
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()


def _bound() -> None:
    """Take limits that the system enforces where it has them (POSIX): memory, time, no files, no core."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, limits.SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))


def _answer(data: bytes, kinds: Sequence[str]) -> tuple[str, str]:
    # Loaded under the limits, for lxml is foreign code too.
    from igfeditor.gate.faults import SOUND, Fault, Refused
    from igfeditor.gate.inspection import inspect
    from igfeditor.gate.kinds import Kind

    reserve = bytearray(_RESERVE)
    gc.disable()
    try:
        return SOUND, inspect(data, [Kind(name) for name in kinds])
    except Refused as refused:
        return refused.fault, refused.part[:200]
    except MemoryError:
        del reserve
        return Fault.MEMORY, ""


if __name__ == "__main__":
    main(sys.argv[1:])
