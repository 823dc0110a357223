"""Print the benchmarks: all of them, or those named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rich.console import Console
from rich.table import Table

from tests.benchmarks import checks, excel, files, pages, strokes, windows, word
from tests.benchmarks.measuring import Outcome, Unmeasured, outcomes

BENCHMARKS: Final[Mapping[str, Callable[[], Iterator[Outcome]]]] = MappingProxyType(
    {
        "B1": lambda: outcomes(word.comparisons(), word.work),
        "B2": lambda: outcomes(excel.comparisons(), excel.work),
        "B3": pages.prints,
        "B4": windows.start,
        "B5": windows.opening,
        "B6": strokes.strokes,
        "B7": pages.strokes,
        "B8": lambda: outcomes(checks.comparisons(), checks.work),
        "B9": lambda: outcomes(files.comparisons(), files.work),
    }
)
WIDTH: Final = 120


def main() -> None:
    """Measure and print; leave with 1 where a bound is broken."""
    table = Table("id", "ours / theirs", "ours", "theirs", "ratio", "bound", box=None)
    held = True
    for name in sys.argv[1:] or BENCHMARKS:
        try:
            for outcome in BENCHMARKS[name]():
                held = held and outcome.holds
                table.add_row(name, outcome.title, *figures(outcome))
        except Unmeasured as reason:
            table.add_row(name, f"not measured: {reason}")
    Console(width=WIDTH).print(table)
    sys.exit(not held)


def figures(outcome: Outcome) -> Iterator[str]:
    """Print the figures of one line."""
    digits = 1 if max(outcome.ours, outcome.theirs) < 100 else 0
    yield f"{outcome.ours:.{digits}f} {outcome.unit}"
    yield f"{outcome.theirs:.{digits}f} {outcome.unit}"
    yield f"{outcome.ratio:.2f}"
    yield "–" if outcome.bound is None else f"≤ {outcome.bound}" if outcome.holds else f"≤ {outcome.bound} BROKEN"


if __name__ == "__main__":
    main()
