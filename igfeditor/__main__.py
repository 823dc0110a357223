"""The two front doors: the command line, and the window where nothing or a project alone is named.

igfeditor                     the window
igfeditor plenary.agenda.json the window, with that project
igfeditor export …            the command line
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from igfeditor.errors import SettingsError, sentence

_LOOK_AT_FOREIGN_FILE: Final = "--look-at-foreign-file"
_DISPLAYS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> None:
    """Run the program with the arguments of the process and leave with its exit code."""
    # Else pydantic reads the metadata of every package there is, for plugins that may see all we load.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    arguments = sys.argv[1:]
    if arguments[:1] == [_LOOK_AT_FOREIGN_FILE]:
        sys.exit(_look_at_foreign_file(arguments[1:]))
    sys.exit(_open_window(arguments) if _wants_window(arguments) else _run_command(arguments))


def _look_at_foreign_file(kinds: Sequence[str]) -> int:
    # A packaged program is its own child process: there is no interpreter beside it.
    from igfeditor.gate.__main__ import main as look

    look(kinds)
    return 0


def _wants_window(arguments: Sequence[str]) -> bool:
    """Tell whether nothing is asked for but the window; a mistyped command is none of its projects."""
    if not arguments:
        return True
    (name, *others) = arguments
    return not others and not name.startswith("-") and (name.lower().endswith(".json") or Path(name).is_file())


def _run_command(arguments: Sequence[str]) -> int:
    # The window starts without what the command line needs.
    from igfeditor.cli.door import run

    return run(arguments)


def _open_window(arguments: Sequence[str]) -> int:
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _DISPLAYS):
        from igfeditor.cli.door import refuse

        return refuse(
            SettingsError(
                sentence("There is no display to open the window on."),
                sentence(
                    "The commands need none: igfeditor export, check, fix, show, info, new, sample; "
                    "igfeditor --help has all."
                ),
            )
        )
    # Nothing that is made until the window stands is ever garbage; `run` switches the search for it on again.
    gc.disable()
    # Qt is loaded here and not above: the command line starts without it.
    from igfeditor.gui.application import run as open_window

    return open_window(Path(arguments[0]) if arguments else None)


if __name__ == "__main__":
    main()
