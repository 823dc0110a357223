"""The one way in for a foreign file: it is admitted, or refused in one sentence, and the program lives on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from igfeditor.errors import ImportRefused, sentence
from igfeditor.files import Disk
from igfeditor.gate import limits
from igfeditor.gate.faults import FAULTS, SOUND, Fault, Refused
from igfeditor.gate.kinds import Kind

CHILD_FLAG: Final = "--look-at-foreign-file"
"""What a packaged program, which has no interpreter beside it, is started with to be the child process."""

_PACKAGE: Final = Path(__file__).resolve().parents[2]
_LONGEST_ANSWER: Final = 4_096


def read_foreign(path: Path, wanted: Collection[Kind], disk: Disk | None = None) -> bytes:
    """Read a foreign file that the gate admits; raises `ImportRefused`, and `OSError` as the system does."""
    data = (disk or Disk()).read(path, limits.LARGEST_FILE + 1)
    admit(data, path, wanted)
    return data


def admit(data: bytes, path: Path, wanted: Collection[Kind]) -> Kind:
    """Give the kind of a foreign file that may be read; `path` is only for the message.

    Raises `ImportRefused` with one sentence, whatever the file does to the process that looks at it.
    """
    try:
        return _seen(data, sorted(wanted))
    except Refused as refused:
        fault, hint = FAULTS[refused.fault]
        if refused.part:
            message = sentence("{path}: {fault} ({part}).", path=path, fault=fault, part=refused.part)
        else:
            message = sentence("{path}: {fault}.", path=path, fault=fault)
        raise ImportRefused(path, message, hint) from refused


def _seen(data: bytes, wanted: Sequence[Kind]) -> Kind:
    if len(data) > limits.LARGEST_FILE:
        raise Refused(Fault.TOO_LARGE)
    try:
        child = subprocess.run(  # noqa: S603 - ourselves, and no word of the file is among the arguments
            [*command(), *wanted],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.SECONDS,
            check=False,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(Fault.TIME) from error
    except (OSError, ValueError) as error:
        raise Refused(Fault.LOST) from error
    return _understood(child.stdout, wanted)


def _understood(answer: bytes, wanted: Collection[Kind]) -> Kind:
    """Read the answer of the child, which may be anything where it came to grief."""
    try:
        words: object = json.loads(answer[:_LONGEST_ANSWER])
        match words:
            case [str(verdict), str(word)]:
                pass
            case _:
                raise Refused(Fault.LOST)
        if verdict == SOUND and word in wanted:
            return Kind(word)
        raise Refused(Fault(verdict), word)
    except (ValueError, RecursionError) as error:
        raise Refused(Fault.LOST) from error


def command() -> list[str]:
    """Give the words that start the child process: the interpreter, or the packaged program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_FLAG]
    # -P: what lies in the folder where somebody stands is never taken for a module.
    return [sys.executable, "-P", "-m", "igfeditor.gate"]


def _environment() -> dict[str, str]:
    """Give the environment of the child: it finds the package where this process did."""
    paths = (str(_PACKAGE), os.environ.get("PYTHONPATH"))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
