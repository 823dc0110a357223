"""Where every error of the command line ends: one sentence, one hint, one exit code, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Final, TypeGuard

from igfeditor.cli.app import app
from igfeditor.cli.speech import Speech, let_every_letter_through
from igfeditor.errors import IgfError, sentence
from igfeditor.files import reason_of

DEBUG: Final = "IGFEDITOR_DEBUG"
FAULT: Final = 70
INTERRUPTED: Final = 130
_UNWRITABLE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code: 0 good, 2 usage, 3 unreadable project, 4 unwritable file or output.

    A fault of the program itself gives 70 (EX_SOFTWARE of BSD's sysexits); its traceback is shown only where
    the environment has IGFEDITOR_DEBUG.
    """
    let_every_letter_through()
    try:
        return _called(arguments)
    except IgfError as error:
        return refuse(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _turn_output_away()
        return 0
    except Exception as error:  # noqa: BLE001 - the last door: a person gets a sentence, not a traceback
        return _unwritable(error) if _is_of_a_stream(error) else _fault(error)


def _called(arguments: Sequence[str]) -> int:
    """Call the command; where the reader of a pipe has gone, both libraries give up with the code of findings."""
    try:
        app(args=list(arguments), prog_name="igfeditor")
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        return end.code if isinstance(end.code, int) else 0
    return 0


def _is_of_a_stream(error: Exception) -> TypeGuard[OSError]:
    """Tell whether a write failed on what was open from the start: the system then names no file."""
    return isinstance(error, OSError) and error.errno in _UNWRITABLE and error.filename is None


def _unwritable(error: OSError) -> int:
    _turn_output_away()
    return refuse(
        IgfError(
            sentence("The output cannot be written ({reason}).", reason=reason_of(error)),
            sentence("Make room, or send the output elsewhere, and run the command again."),
        )
    )


def _turn_output_away() -> None:
    """Send nowhere what is still to be written, or Python would try once more at its end and report that."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refuse(error: IgfError) -> int:
    """Say what is wrong and what to do, and give the exit code for it, which is all where nothing can be said."""
    with suppress(OSError):
        Speech().refuse(error)
    return error.exit_code


def _fault(error: Exception) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    refuse(
        IgfError(
            sentence("The program made a mistake ({kind}: {error}).", kind=type(error).__name__, error=error),
            sentence("Please report it; set {variable}=1 and run the command again for the details.", variable=DEBUG),
        )
    )
    return FAULT
