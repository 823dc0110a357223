"""The rows of the agenda as Qt wants them: three columns, made from the agenda when they are shown.

The model keeps ids and no nodes. A deed comes in as `Changes`; rows come, go and move in single steps, so that what
is chosen and opened in a view stays so. An index carries a number that stands for the id of its row for as long as
the model lives, wherever the row moves and even if it goes and comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from igfeditor.errors import IgfError
from igfeditor.gui import tree_mime
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_shape import TOP, Come, Go, Shape, Step, Unreachable, row_of
from igfeditor.gui.tree_words import RowWords, TreeWords, title_place
from igfeditor.model.changes import Changes
from igfeditor.model.soundness import THE_MEETING

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands in a column of the tree."""

    TIME = 0
    TITLE = 1
    STATE = 2
    FINDINGS = 3


ID_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The id of the row."""

WORDS_ROLE: Final = ID_ROLE + 1
"""The `RowWords` of the row, from which the delegate draws."""

LANGUAGE_ROLE: Final = ID_ROLE + 2
"""The language that a title is edited in."""

# A view lays out all that is open after each move, so that many are made at once.
_MANY_MOVES: Final = 3
_COLUMNS: Final = len(Column)
_NOWHERE: Final = QModelIndex()
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_EDIT: Final = int(Qt.ItemDataRole.EditRole)
_TOOL_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_CELL_OF_MEETING: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
_CELL: Final = _CELL_OF_MEETING | Qt.ItemFlag.ItemIsDragEnabled
_TITLE_OF_MEETING: Final = _CELL_OF_MEETING | Qt.ItemFlag.ItemIsEditable
_TITLE: Final = _CELL | Qt.ItemFlag.ItemIsEditable


class TreeModel(QAbstractItemModel):
    """The meeting, its days, slots, items and sub-items.

    `settled(changes, origin)` follows every deed when all rows stand where they belong.
    """

    settled = Signal(object, object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Show what a bridge has open, and follow its deeds."""
        super().__init__(parent)
        self.is_changing = False
        self._bridge = bridge
        self._session = bridge.session
        self._ids: list[str] = [TOP]
        self._numbers: dict[str, int] = {TOP: 0}
        # Views ask for what a row stands under without end; it is found once between two steps.
        self._above: dict[int, QModelIndex] = {}
        self.words = TreeWords(bridge)
        self.shape = Shape(self.words.tree)
        bridge.agenda_changed.connect(self._follow)
        bridge.project_changed.connect(self._open)
        bridge.report_changed.connect(self._take_report)

    # --- rows and indexes ----------------------------------------------------------------------------------

    def id_of(self, index: Index) -> str:
        """Give the id of the row of an index, `TOP` for none."""
        return self._ids[index.internalId()] if index.isValid() else TOP

    def index_of(self, row: str, column: int = Column.TITLE) -> QModelIndex:
        """Give the index of a row; an invalid one for `TOP` and for what is no row."""
        return (
            self.createIndex(self.shape.place(row), column, self._number(row)) if row in self.shape else QModelIndex()
        )

    def row_of(self, node: str) -> str:
        """Give the row that shows a node: its own, or the nearest one above it."""
        tree = self.words.tree
        return row_of(tree, node) if node in tree else THE_MEETING

    def _number(self, row: str) -> int:
        number = self._numbers.get(row)
        if number is None:
            number = self._numbers[row] = len(self._ids)
            self._ids.append(row)
        return number

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Give the index of a place under a row."""
        rows = self.shape.rows(self._ids[parent.internalId()] if parent.isValid() else TOP)
        is_there = 0 <= row < len(rows) and 0 <= column < _COLUMNS and parent.column() <= 0
        return self.createIndex(row, column, self._number(rows[row])) if is_there else QModelIndex()

    def parent(self, child: Index | None = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt has two of this name
        """Give the index of what a row stands under (or, without a row, the model's own parent)."""
        if child is None:
            return super().parent()
        if not child.isValid():
            return _NOWHERE
        number = child.internalId()
        above = self._above.get(number)
        if above is None:
            row = self._ids[number]
            above = self.index_of(self.shape.above(row), Column.TIME) if row in self.shape else _NOWHERE
            self._above[number] = above
        return above

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows under a row; they stand under its first column, as Qt wants it."""
        return len(self.shape.rows(self.id_of(parent))) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return _COLUMNS

    # --- what is shown -------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Give what a cell says: to the eye, to the ear, to the delegate, to an editor."""
        if not index.isValid():
            return None
        words = self.words.of(self.id_of(index))
        if role == WORDS_ROLE:
            return words
        if role == ID_ROLE:
            return words.row
        if role == LANGUAGE_ROLE:
            return self.words.language
        if role == _EDIT:
            return self._stored(words, index.column())
        if role in (_DISPLAY, _TOOL_TIP, _SPOKEN):
            return _said(words, Column(index.column()), role)
        return None

    def _stored(self, words: RowWords, column: int) -> str:
        """Give the title as it is stored, without the letter or number before it."""
        if column != Column.TITLE or words.row not in self.words.tree:
            return ""
        return self.words.stored_title(words.row, self.words.language)

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Take over a title that was typed."""
        if role != _EDIT or not index.isValid() or index.column() != Column.TITLE:
            return False
        row = self.id_of(index)
        if row in self.words.tree and value != self._stored(self.words.of(row), Column.TITLE):
            node, field = title_place(self.words.tree, row)
            self._bridge.set_text(node, field, self.words.language, str(value), origin=self)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Name the columns; nobody sees it, but a screen reader says it."""
        if orientation != Qt.Orientation.Horizontal or role != _DISPLAY or not 0 <= section < len(Column):
            return None
        return (translate("Tree", "Time"), translate("Tree", "Title"), translate("Tree", "Translation"),
                translate("Findings", "Findings"))[section]  # fmt: skip

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be done with a cell: every row but the meeting can be dragged, and rows dropped on all."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        is_meeting = self.id_of(index) == THE_MEETING
        if index.column() == Column.TITLE:
            return _TITLE_OF_MEETING if is_meeting else _TITLE
        return _CELL_OF_MEETING if is_meeting else _CELL

    def retranslate(self) -> None:
        """Say everything in the language that the window speaks now."""
        self.words.renew()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._tell_rows(self.shape.walk())

    # --- deeds ---------------------------------------------------------------------------------------------

    def _take_report(self) -> None:
        """Show other counts of what was found, where they differ."""
        changed = self.words.take_report()
        self._tell_rows({self.row_of(node) for node in changed if node in self.words.tree})

    def _open(self) -> None:
        """Show another project; a project that was only saved is the same."""
        if self._bridge.session is not self._session:
            self._session = self._bridge.session
            self._reset()

    def _reset(self) -> None:
        self.beginResetModel()
        self.words.renew()
        self.shape = Shape(self.words.tree)
        self._above.clear()
        self.endResetModel()

    def _follow(self, changes: Changes, origin: object) -> None:
        self.is_changing = True
        try:
            if changes.languages:
                self._reset()
            else:
                self._take_over(changes)
        finally:
            self.is_changing = False
        self.settled.emit(changes, origin)

    def _take_over(self, changes: Changes) -> None:
        renumbered = self.words.follow(changes)
        tree = self.words.tree
        if changes.style:
            self.retranslate()
        # What is told anew must be forgotten before rows move, for a view may ask in between.
        said = {self.row_of(node) for node in (*changes.ids, *renumbered) if node in tree}
        self.words.forget((*said, *changes.removed))
        try:
            if self.shape.count_moves(tree, changes) > _MANY_MOVES:
                self._lay_out()
            for step in self.shape.steps(tree, changes):
                self._take(step)
        except Unreachable:
            self._reset()
            return
        beside = {row for node in (*changes.structure, *changes.added) for row in self._rows_beside(node)}
        lettered = {row for node in changes.attributes if node in tree for row in self._siblings(self.row_of(node))}
        self._tell_rows(said | beside | lettered)

    def _rows_beside(self, holder: str) -> Sequence[str]:
        """Give the rows whose number or letter hangs on the rows under a node."""
        if holder not in self.words.tree:
            return ()
        return self.shape.rows(TOP if holder == THE_MEETING else self.row_of(holder))

    def _siblings(self, row: str) -> Sequence[str]:
        return self.shape.rows(self.shape.above(row)) if row in self.shape else ()

    def _take(self, step: Step) -> None:
        """Announce a step, take it, and say that it is done."""
        if isinstance(step, Come):
            self.beginInsertRows(self._holder(step.holder), step.place, step.place + len(step.rows) - 1)
            self._change(step)
            self.endInsertRows()
        elif isinstance(step, Go):
            self.beginRemoveRows(self._holder(step.holder), step.first, step.last)
            self._change(step)
            self.endRemoveRows()
        else:
            old, new = self._holder(step.old), self._holder(step.new)
            self.beginMoveRows(old, step.place, step.place, new, step.to)
            self._change(step)
            self.endMoveRows()

    def _lay_out(self) -> None:
        """Put all rows where they belong at once; indexes follow the ids of their rows."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        rows = [(self.id_of(index), index.column()) for index in old]
        self.shape = Shape(self.words.tree)
        self._above.clear()
        self.changePersistentIndexList(old, [self.index_of(row, column) for row, column in rows])
        self.layoutChanged.emit()

    def _change(self, step: Step) -> None:
        self.shape.do(self.words.tree, step)
        self._above.clear()

    def _holder(self, row: str) -> QModelIndex:
        return self.index_of(row, Column.TIME)

    def _tell_rows(self, rows: Iterable[str]) -> None:
        """Tell that rows say something else, neighbours at once."""
        places: dict[str, list[int]] = {}
        for row in rows:
            if row in self.shape:
                self.words.forget((row,))
                places.setdefault(self.shape.above(row), []).append(self.shape.place(row))
        for holder, there in places.items():
            there.sort()
            breaks = [place for place, (one, other) in enumerate(pairwise(there), 1) if other > one + 1]
            parent = self._holder(holder)
            for first, last in pairwise((0, *breaks, len(there))):
                start = self.index(there[first], Column.TIME, parent)
                self.dataChanged.emit(start, self.index(there[last - 1], Column.FINDINGS, parent))

    # --- drag and drop -------------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, or copied with the usual key."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Name what can be dropped here."""
        return [tree_mime.DRAGGED, tree_mime.MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Give rows in our own form, and as text for other programs."""
        return tree_mime.mime_of(self, dict.fromkeys(map(self.id_of, indexes)))

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell whether the rows that are dragged can stand at a place."""
        return tree_mime.landing(self, data, row, self.id_of(parent)) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Move the rows that were dragged here, or paste those of another project: one deed."""
        place = tree_mime.landing(self, data, row, self.id_of(parent))
        if place is None:
            return False
        try:
            deed = tree_mime.drop_of(self, data, place, moves=action == Qt.DropAction.MoveAction)
        except IgfError as error:
            self._bridge.refused.emit(self._bridge.words_of(error))
            return False
        return self._bridge.apply(deed.edit, deed.label, origin=self) is not None


def _said(words: RowWords, column: Column, role: int) -> str:
    if column is Column.TIME:
        return words.when
    if column is Column.STATE:
        # The eye sees an icon, so the words are for the ear and the tool tip.
        return "" if role == _DISPLAY else words.state_words
    if column is Column.FINDINGS:
        return "" if role == _DISPLAY else words.found_words
    return words.spoken if role == _SPOKEN else words.whole
