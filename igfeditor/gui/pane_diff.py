"""The words of a source text that changed since it was translated."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from igfeditor.language.markup import plain

_WORD: Final = re.compile(r"\S+")


class Lit(NamedTuple):
    """A stretch of the present text; `is_new` unless it only stands beside words that were taken out."""

    start: int
    end: int
    is_new: bool


@lru_cache(maxsize=256)
def changed_words(before: str, after: str) -> tuple[Lit, ...]:
    """Give the words of a stored text that are new beside an older one, as places in it without its markup."""
    old = _WORD.findall(plain(before))
    found = list(_WORD.finditer(plain(after)))
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
