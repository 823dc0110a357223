"""Where every error of the command line ends: one sentence, one hint, one exit code, never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Final

from igfeditor.cli.app import app
from igfeditor.cli.speech import Speech
from igfeditor.errors import IgfError, sentence

DEBUG: Final = "IGFEDITOR_DEBUG"
FAULT: Final = 70
INTERRUPTED: Final = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code: 0 good, 2 usage, 3 unreadable project, 4 unwritable file.

    A fault of the program itself gives 70 (EX_SOFTWARE of BSD's sysexits); its traceback is shown only where
    the environment has IGFEDITOR_DEBUG.
    """
    try:
        app(args=list(arguments), prog_name="igfeditor")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except IgfError as error:
        return refuse(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has gone: not an error, but Python would report it when flushing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # noqa: BLE001 - the last door: a person gets a sentence, not a traceback
        return _fault(error)
    return 0


def refuse(error: IgfError) -> int:
    """Say what is wrong and what to do, and give the exit code for it."""
    Speech().refuse(error)
    return error.exit_code


def _fault(error: Exception) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    Speech().refuse(
        IgfError(
            sentence("The program made a mistake ({kind}: {error}).", kind=type(error).__name__, error=error),
            sentence("Please report it; set {variable}=1 and run the command again for the details.", variable=DEBUG),
        )
    )
    return FAULT
