"""How a comparison is measured: in turn, in one run, medians of five after a warm-up."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

ROUNDS = 5
MS = 1000

Work = Callable[[], object]


class Unmeasured(Exception):
    """Says why a benchmark cannot be run on this machine."""


@dataclass(frozen=True)
class Comparison:
    """Our work beside a peer's; `bound` is the largest ratio allowed (ours / theirs), None where none is set."""

    title: str
    ours: Work
    theirs: Work
    bound: float | None = None


@dataclass(frozen=True)
class Outcome:
    """The medians of a comparison, in `unit`."""

    title: str
    ours: float
    theirs: float
    bound: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Give ours / theirs."""
        return self.ours / self.theirs

    @property
    def holds(self) -> bool:
        """Tell whether the bound is kept."""
        return self.bound is None or self.ratio <= self.bound


def outcomes(comparisons: Iterator[Comparison], work: Callable[[int], Work]) -> Iterator[Outcome]:
    """Measure comparisons, and how the work grows."""
    for comparison in comparisons:
        yield compare(comparison)
    yield compare(growth(work))


def compare(comparison: Comparison) -> Outcome:
    """Run both sides in turn and give their medians."""
    comparison.ours()
    comparison.theirs()
    pairs = [(seconds(comparison.ours), seconds(comparison.theirs)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(side) * MS for side in zip(*pairs, strict=True))
    return Outcome(comparison.title, ours, theirs, comparison.bound)


def growth(work: Callable[[int], Work]) -> Comparison:
    """Hold twice the work against the work: it may take twice the time."""
    return Comparison("growth: twice the work / once", work(2), work(1), 2)


def seconds(work: Work) -> float:
    """Time one run, with the garbage of earlier ones gone."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
