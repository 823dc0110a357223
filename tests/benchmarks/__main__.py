"""Print the benchmarks: all of them, or those named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rich.console import Console
from rich.table import Table

from tests.benchmarks import excel, files, word
from tests.benchmarks.measuring import Comparison, Outcome, Work, compare, growth

Cases = Callable[[], Iterator[Comparison]]
Growing = Callable[[int], Work]

BENCHMARKS: Final[Mapping[str, tuple[Cases, Growing]]] = MappingProxyType(
    {
        "B1": (word.comparisons, word.work),
        "B2": (excel.comparisons, excel.work),
        "B9": (files.comparisons, files.work),
    }
)
WIDTH: Final = 110


def main() -> None:
    """Measure and print; leave with 1 where a bound is broken."""
    names = sys.argv[1:] or list(BENCHMARKS)
    table = Table("id", "ours / theirs", "ours", "theirs", "ratio", "bound", box=None)
    held = True
    for name in names:
        comparisons, work = BENCHMARKS[name]
        for comparison in (*comparisons(), growth(work)):
            outcome = compare(comparison)
            held = held and outcome.holds
            table.add_row(name, comparison.title, *figures(outcome))
    Console(width=WIDTH).print(table)
    sys.exit(not held)


def figures(outcome: Outcome) -> Iterator[str]:
    """Print the figures of one line."""
    bound = outcome.comparison.bound
    yield f"{outcome.ours * 1000:.0f} ms"
    yield f"{outcome.theirs * 1000:.0f} ms"
    yield f"{outcome.ratio:.2f}"
    yield "–" if bound is None else f"≤ {bound}" if outcome.holds else f"≤ {bound} BROKEN"


if __name__ == "__main__":
    main()
