"""The rows that a person asked to see: saved filters, and words looked for in all texts.

What does not fit is hidden when the filter is chosen. A deed never hides a row: one that is translated while only
untranslated ones are shown stays under the hand of its translator until the filter is chosen again, and rows that
come are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QIdentityProxyModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from igfeditor.gui.tree_model import TreeModel
from igfeditor.gui.tree_shape import TOP
from igfeditor.gui.tree_words import RowWords, Sort
from igfeditor.model import search


class Filter(StrEnum):
    """A saved filter."""

    ALL = "all"
    UNTRANSLATED = "untranslated"
    STALE = "stale"
    WITH_FINDINGS = "with findings"
    WITHOUT_BREAKS = "without breaks"


_FITS: Final[Mapping[Filter, Callable[[RowWords], bool]]] = MappingProxyType(
    {
        Filter.ALL: lambda _: True,
        Filter.UNTRANSLATED: lambda words: words.state == "untranslated",
        Filter.STALE: lambda words: words.state == "stale",
        Filter.WITH_FINDINGS: lambda words: words.found is not None,
        Filter.WITHOUT_BREAKS: lambda words: words.sort is not Sort.BREAK,
    }
)


class TreeFilter(QSortFilterProxyModel):
    """The rows of a `TreeModel` that fit a filter, and those that they stand under."""

    def __init__(self, model: TreeModel, parent: QObject | None = None) -> None:
        """Show all rows of a model."""
        super().__init__(parent)
        self._rows = model
        self._nothing = QIdentityProxyModel(self)
        self._hidden: frozenset[str] = frozenset()
        self.chosen = Filter.ALL
        self.query = ""
        self.setSourceModel(model)
        model.modelAboutToBeReset.connect(self._forget)

    @property
    def is_active(self) -> bool:
        """Tell whether some rows may be hidden."""
        return self.chosen is not Filter.ALL or bool(self.query)

    def choose(self, chosen: Filter, query: str = "") -> None:
        """Show the rows that fit a saved filter, and hold the words of a query if there is one.

        A view has to open its rows again after that: so many rows at once are faster shown anew than taken out.
        """
        self.chosen, self.query = chosen, query.strip()
        hidden = self._not_fitting() if self.is_active else frozenset()
        self._hide(hidden)

    def reveal(self, row: str) -> bool:
        """Show a row that is hidden, and what it stands under, for somebody works at it; tells whether it was so."""
        rest = self._hidden.difference(self._way(row))
        was_hidden = rest != self._hidden
        self._hide(rest)
        return was_hidden

    def _hide(self, rows: frozenset[str]) -> None:
        if rows != self._hidden:
            self._hidden = rows
            self.setSourceModel(self._nothing)
            self.setSourceModel(self._rows)

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether a row is shown."""
        if not self._hidden:
            return True
        holder = self._rows.id_of(source_parent)
        return self._rows.shape.rows(holder)[source_row] not in self._hidden

    def _forget(self) -> None:
        self._hidden = frozenset()
        self.chosen, self.query = Filter.ALL, ""

    def _not_fitting(self) -> frozenset[str]:
        fits = _FITS[self.chosen]
        found = self._found() if self.query else None
        shown: set[str] = set()
        for row in self._rows.shape.walk():
            if row not in shown and fits(self._rows.words.of(row)) and (found is None or row in found):
                way = tuple(self._way(row))
                if self.chosen is not Filter.WITHOUT_BREAKS or all(fits(self._rows.words.of(one)) for one in way):
                    shown.update(way)
        return frozenset(row for row in self._rows.shape.walk() if row not in shown)

    def _found(self) -> frozenset[str]:
        agenda = self._rows.words.tree.agenda
        return frozenset(self._rows.row_of(match.node) for match in search.find(agenda, self.query))

    def _way(self, row: str) -> Iterator[str]:
        """Give a row and all that it stands under."""
        while row != TOP and row in self._rows.shape:
            yield row
            row = self._rows.shape.above(row)
