"""The front door: the command line (the window opens here once it is built)."""

from __future__ import annotations

import sys

from igfeditor.cli.door import run


def main() -> None:
    """Run the program with the arguments of the process and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
