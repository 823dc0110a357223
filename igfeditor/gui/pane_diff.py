"""The words of a text, or the lines of a list, that are new beside an older one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from igfeditor.language.markup import plain

_WORD: Final = re.compile(r"\S+")
_LINE: Final = re.compile(r"[^\n]+")
_MOST_PAIRS: Final = 1_500_000
"""How many pairs of equal words two texts may have to be compared word by word: about half a second."""


class Lit(NamedTuple):
    """A stretch of the present text; `is_new` unless it only stands beside words that were taken out."""

    start: int
    end: int
    is_new: bool


@lru_cache(maxsize=256)
def changed_words(before: str, after: str) -> tuple[Lit, ...]:
    """Give the words of a stored text that are new beside an older one, as places in it without its markup."""
    return _changed(before, after, _WORD)


@lru_cache(maxsize=64)
def changed_lines(before: str, after: str) -> tuple[Lit, ...]:
    """Give the lines of a list that are new, or stand elsewhere, beside an older one."""
    # Where a line was is no news: it stands elsewhere.
    return tuple(lit for lit in _changed(before, after, _LINE) if lit.is_new)


def _changed(before: str, after: str, part: re.Pattern[str]) -> tuple[Lit, ...]:
    old = part.findall(plain(before))
    found = list(part.finditer(plain(after)))
    lit: list[Lit] = []
    for tag, start, end in _steps(old, [match[0] for match in found]):
        if tag == "equal" or not found:
            continue
        if tag == "delete":
            beside = found[min(start, len(found) - 1)]
            lit.append(Lit(beside.start(), beside.end(), is_new=False))
        else:
            lit.append(Lit(found[start].start(), found[end - 1].end(), is_new=True))
    return tuple(lit)


def _steps(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int]]:
    """Give what was done to some parts, and where among the new ones.

    Where few words are said again and again, comparing them takes minutes: then only what both begin and end with is
    found.
    """
    counts = Counter(old)
    if sum(counts[part] for part in new) <= _MOST_PAIRS:
        for tag, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield tag, start, end
        return
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    if old != new:
        yield ("replace" if head < len(new) - tail else "delete"), head, len(new) - tail


def _shared(one: list[str], other: list[str]) -> int:
    """Count the parts that two texts have in common from their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def shared_lights(one: tuple[Lit, ...], other: tuple[Lit, ...]) -> tuple[Lit, ...]:
    """Give the stretches of one text that are lit beside both of two others."""
    found: list[Lit] = []
    first, second = 0, 0
    while first < len(one) and second < len(other):
        left, right = one[first], other[second]
        start, end = max(left.start, right.start), min(left.end, right.end)
        if start < end:
            found.append(Lit(start, end, left.is_new and right.is_new))
        if left.end <= right.end:
            first += 1
        if right.end <= left.end:
            second += 1
    return tuple(found)
