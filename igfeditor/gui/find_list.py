"""The places where words were found, as a list: where, in which language, and the words among those beside them.

Where words are to be replaced, each place shows what becomes of it, the old words struck out and the new ones lit,
and a box says whether it is to be replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from igfeditor.gui.place_words import place_words
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.gui.tree_words import TreeWords
from igfeditor.language.tongues import own_name
from igfeditor.model.hits import Hits
from igfeditor.model.search import Match

PREVIEW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_BESIDE: Final = 24
_NOWHERE: Final = QModelIndex()
_HEADS: Final = (
    QT_TRANSLATE_NOOP("Find", "Where"),
    QT_TRANSLATE_NOOP("Find", "Language"),
    QT_TRANSLATE_NOOP("Find", "Words"),
)

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the list."""

    WHERE = 0
    LANGUAGE = 1
    WORDS = 2


class Preview(NamedTuple):
    """A place as it is shown: the words `found` between those beside them; `new` is None where none come."""

    language: str
    before: str
    found: str
    new: str | None
    after: str


class FindModel(QAbstractTableModel):
    """The matches of a query, which may be left out one by one."""

    choice_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Have found nothing."""
        super().__init__(parent)
        self._hits: Hits | None = None
        self._words: TreeWords | None = None
        self._new: str | None = None
        self._left_out: frozenset[Match] = frozenset()

    def show_hits(self, hits: Hits | None, words: TreeWords | None, left_out: frozenset[Match] = frozenset()) -> None:
        """Show what was found, in the words of the window."""
        self.beginResetModel()
        self._hits, self._words, self._left_out = hits, words, left_out
        self.endResetModel()
        self.choice_changed.emit()

    def show_new(self, words: str | None) -> None:
        """Show what comes in the place of each match; None where nothing is to be replaced."""
        if words != self._new:
            self._new = words
            self._tell_all()

    def retranslate(self) -> None:
        """Say all in the window's language."""
        if self._words is not None:
            self._words.renew()
        self._tell_all()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_HEADS) - 1)

    # --- which are chosen ----------------------------------------------------------------------------------

    @property
    def matches(self) -> Sequence[Match]:
        """Give all matches."""
        return () if self._hits is None else self._hits.matches

    @property
    def left_out(self) -> frozenset[Match]:
        """Give the matches that are not to be replaced."""
        return self._left_out

    @property
    def chosen(self) -> list[Match]:
        """Give the matches that are to be replaced."""
        left = self._left_out
        return [match for match in self.matches if match not in left] if left else list(self.matches)

    def choose_all(self, chosen: bool) -> None:
        """Choose all matches, or none."""
        self._left_out = frozenset() if chosen else frozenset(self.matches)
        self._tell_all()
        self.choice_changed.emit()

    def turn(self, row: int) -> None:
        """Choose a match, or leave it out."""
        self._left_out ^= {self.matches[row]}
        where = self.index(row, Column.WHERE)
        self.dataChanged.emit(where, where, [Qt.ItemDataRole.CheckStateRole])
        self.choice_changed.emit()

    def _tell_all(self) -> None:
        if self.matches:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.matches) - 1, len(_HEADS) - 1))

    # --- Qt ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the matches."""
        return 0 if parent.isValid() else len(self.matches)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Find", _HEADS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell that a row can be gone to, and checked where words are to be replaced."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and index.column() == Column.WHERE and self._new is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows."""
        if not index.isValid():
            return None
        match = self.matches[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            if index.column() != Column.WHERE or self._new is None:
                return None
            return Qt.CheckState.Unchecked if match in self._left_out else Qt.CheckState.Checked
        if role == PREVIEW_ROLE and index.column() == Column.WORDS:
            return self._preview(match)
        return self._said(match, Column(index.column())) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose a match or leave it out."""
        if role != Qt.ItemDataRole.CheckStateRole or self.data(index, role) is None:
            return False
        if Qt.CheckState(value) != self.data(index, role):
            self.turn(index.row())
        return True

    # --- words ---------------------------------------------------------------------------------------------

    def _said(self, match: Match, column: Column) -> str:
        if column is Column.LANGUAGE:
            return own_name(match.language)
        if column is Column.WHERE:
            return "" if self._words is None else place_words(self._words, match)
        shown = self._preview(match)
        before = f"{shown.before}{shown.found}{shown.after}"
        if shown.new is None:
            return before
        after = f"{shown.before}{shown.new}{shown.after}"
        return translate("Find", "{before} becomes {after}").format(before=before, after=after)

    def _preview(self, match: Match) -> Preview:
        said = self._hits.context(match) if self._hits is not None else ("", match.found, "")
        before, found, after = (part.replace("\n", " ") for part in said)
        return Preview(match.language, _nearest(before), found, self._new, after)


def _nearest(before: str) -> str:
    """Give the last words before a match, so that the match itself is seen."""
    if len(before) <= _BESIDE:
        return before
    _, space, rest = before[-_BESIDE:].partition(" ")
    return f"…{rest}" if space and rest else f"…{before[-_BESIDE:]}"
