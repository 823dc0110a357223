"""Print the benchmarks: all of them, or those named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rich.console import Console
from rich.table import Table

from tests.benchmarks import files, word
from tests.benchmarks.measuring import Comparison, Work, compare, median

Cases = Callable[[], Iterator[Comparison]]
Growth = Callable[[int], Work]

BENCHMARKS: Final[Mapping[str, tuple[Cases, Growth]]] = MappingProxyType(
    {
        "B1": (word.comparisons, word.work),
        "B9": (files.comparisons, files.work),
    }
)


def main() -> None:
    """Measure and print; leave with 1 where a bound is broken."""
    names = sys.argv[1:] or list(BENCHMARKS)
    console = Console()
    table = Table("id", "ours beside theirs", "ours", "theirs", "ratio", "bound", box=None)
    held = True
    for name in names:
        comparisons, work = BENCHMARKS[name]
        for comparison in comparisons():
            outcome = compare(comparison)
            held = held and outcome.holds
            bound = "–" if comparison.bound is None else f"≤ {comparison.bound}"
            table.add_row(
                name,
                comparison.title,
                milliseconds(outcome.ours),
                milliseconds(outcome.theirs),
                f"{outcome.ratio:.2f}",
                bound if outcome.holds else f"{bound} BROKEN",
            )
        once, twice = median(work(1)), median(work(2))
        table.add_row(
            name, "growth: twice the work", milliseconds(twice), milliseconds(once), f"{twice / once:.2f}", "≤ 2"
        )
    console.print(table)
    sys.exit(not held)


def milliseconds(seconds: float) -> str:
    """Print seconds as milliseconds."""
    return f"{seconds * 1000:.0f} ms"


main()
