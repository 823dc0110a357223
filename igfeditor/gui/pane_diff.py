"""The words of a text, or the lines of a list, that are new beside an older one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from igfeditor.language.markup import plain

_WORD: Final = re.compile(r"\S+")
_LINE: Final = re.compile(r"[^\n]+")


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
    return _changed(before, after, _LINE)


def _changed(before: str, after: str, part: re.Pattern[str]) -> tuple[Lit, ...]:
    old = part.findall(plain(before))
    found = list(part.finditer(plain(after)))
    lit: list[Lit] = []
    matcher = SequenceMatcher(None, old, [match[0] for match in found], autojunk=False)
    for tag, _, _, start, end in matcher.get_opcodes():
        if tag == "equal" or not found:
            continue
        if tag == "delete":
            beside = found[min(start, len(found) - 1)]
            lit.append(Lit(beside.start(), beside.end(), is_new=False))
        else:
            lit.append(Lit(found[start].start(), found[end - 1].end(), is_new=True))
    return tuple(lit)


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
