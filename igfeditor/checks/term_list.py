"""The terms that checks know: those of the house in `resources/terms`, and those of the project, which come first.

The table has one term a line, in columns that its first line names: `en`, `short`, `ar`, `ar_short`, `forbidden` and
`also` (renderings, parted by |), `kind` ("term" or "keep": a Latin word that stays Latin in Arabic) and `source`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import Final

from igfeditor.checks.mentions import Entry, Lexicon
from igfeditor.files import resource
from igfeditor.model.agenda import Term

_TABLE: Final = "igf.tsv"


@dataclass(frozen=True)
class Terms:
    """All terms that hold for an agenda, and the Latin words that stay as they are in Arabic."""

    entries: tuple[Entry, ...]
    keep: frozenset[str]

    @cached_property
    def kept(self) -> re.Pattern[str] | None:
        """Give what finds the words that stay Latin, also in the plural or with a number behind."""
        names = "|".join(re.escape(name) for name in sorted(self.keep, key=len, reverse=True))
        return re.compile(rf"(?<![A-Za-z])(?:{names})s?(?![A-Za-z])") if names else None

    @cached_property
    def lexicon(self) -> Lexicon:
        """Give what finds the terms that an English text says."""
        return Lexicon(self.entries)

    @cached_property
    def shorts(self) -> Mapping[str, Entry]:
        """Give the terms by their short forms, such as "MAG"."""
        return MappingProxyType({entry.short: entry for entry in reversed(self.entries) if entry.short})

    @cached_property
    def short(self) -> re.Pattern[str] | None:
        """Give what finds a short form as group 1, also in the plural ("DCs") or with a year behind ("IGF2021")."""
        names = "|".join(re.escape(name) for name in sorted(self.shorts, key=len, reverse=True))
        return re.compile(rf"(?<![A-Za-z])({names})s?(?![A-Za-z])") if names else None


@cache
def house_terms() -> Terms:
    """Read the table of the house."""
    lines = resource("terms", _TABLE).read_text(encoding="utf-8").splitlines()
    rows = tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    entries = tuple(_entry(row) for row in rows if row["kind"] == "term")
    return Terms(entries, frozenset(row["en"] for row in rows if row["kind"] == "keep"))


@lru_cache(maxsize=8)
def terms_of(own: tuple[Term, ...]) -> Terms:
    """Give the terms of a project, its own before those of the house that say the same English."""
    mine = tuple(Entry(term.en, term.short, term.ar, forbidden=tuple(term.forbidden), source="project") for term in own)
    taken = {entry.en.casefold() for entry in mine}
    house = house_terms()
    return Terms((*mine, *(entry for entry in house.entries if entry.en.casefold() not in taken)), house.keep)


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        row["en"], row["short"], row["ar"], row["ar_short"], tuple(_parts(row["also"])),
        tuple(_parts(row["forbidden"])), row["source"],
    )  # fmt: skip


def _parts(cell: str) -> Iterator[str]:
    return (part.strip() for part in cell.split("|") if part.strip())
