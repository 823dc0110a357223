"""B8: all checks over the largest agenda, beside pofilter of translate-toolkit over the same pairs.

pofilter reads one unit after the other, each for itself; ours hold the texts against each other, the slots and the
days besides. Both begin with what is loaded. What our checks remember of texts is forgotten before every run, for a
person who opens an agenda has checked nothing yet.
"""

from __future__ import annotations

import functools
import gc
from argparse import Namespace
from collections.abc import Iterator
from functools import cache
from typing import Any

from translate.filters import checks
from translate.filters.pofilter import pocheckfilter
from translate.storage import pypo

from igfeditor.checks.proof import ProofReader
from igfeditor.model.agenda import Agenda
from igfeditor.model.texts import agenda_texts
from tests.agendas import large_agenda
from tests.benchmarks.measuring import Comparison, Work

SLOTS = 2_000
SUB_ITEMS = 4
FEW = 200
"""A cache with fewer entries remembers words of the house, not texts of an agenda."""


def comparisons() -> Iterator[Comparison]:
    """Give B8 on size XL."""
    store = store_of(agenda(2))
    title = f"all checks over XL, {len(store.units):,} pairs / pofilter"
    yield Comparison(title, work(2), lambda: with_pofilter(store), 0.5)


@cache
def agenda(times: int) -> Agenda:
    """Give half of size XL, or a multiple of it."""
    return large_agenda(slots=SLOTS // 2 * times, sub_items=SUB_ITEMS)


def work(times: int) -> Work:
    """Give the reading of half of XL, or of a multiple of it, by a reader who has forgotten all texts."""
    large = agenda(times)
    ProofReader().read(large)
    memories = [one for one in gc.get_objects() if is_memory_of_texts(one)]

    def read() -> None:
        for memory in memories:
            memory.cache_clear()
        ProofReader().read(large)

    return read


def is_memory_of_texts(thing: Any) -> bool:
    """Tell whether something is a cache of our own that holds what was found in texts."""
    if not isinstance(thing, functools._lru_cache_wrapper):
        return False
    return thing.__module__.startswith("igfeditor.checks") and thing.cache_info().currsize > FEW


def store_of(large: Agenda) -> Any:
    """Give the pairs of an agenda as a store of units, as pofilter has loaded a file."""
    store = pypo.pofile()
    for at in agenda_texts(large):
        if at.text.wording("en"):
            unit = store.addsourceunit(at.text.wording("en"))
            unit.target = at.text.wording("ar")
    return store


def with_pofilter(store: Any) -> int:
    """Run all filters over all units, for Arabic, and count the failures."""
    options = Namespace(
        excludefilters={}, limitfilters=None, includefuzzy=True, includereview=True, autocorrect=False, addnotes=False
    )
    checker = pocheckfilter(options, None, checks.CheckerConfig(targetlanguage="ar"))
    return sum(len(checker.filterunit(unit)) for unit in store.units)
