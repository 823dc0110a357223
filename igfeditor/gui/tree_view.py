"""The agenda tree: the model in a view, and the deeds on rows that menus and keys call."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from igfeditor.errors import Sentence, counted, sentence
from igfeditor.gui.bridge import Bridge, Edit
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_mime import copied_rows, mime_of, rows_in
from igfeditor.gui.tree_model import Column, TreeModel
from igfeditor.model import rows
from igfeditor.model.agenda import Agenda, Kind
from igfeditor.model.clipboard import paste_rows
from igfeditor.model.soundness import THE_MEETING

RowDeed = Callable[[Agenda, Iterable[str]], Agenda]


class TreeView(QTreeView):
    """Shows the rows of the agenda; what is current here is current everywhere."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow a bridge."""
        super().__init__(parent)
        self._bridge = bridge
        self.rows = TreeModel(bridge, self)
        self.setModel(self.rows)
        self._look()
        bridge.current_changed.connect(self._follow)
        bridge.project_changed.connect(self._open)
        self.selectionModel().currentChanged.connect(self._select)

    def _look(self) -> None:
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTreePosition(Column.TIME)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(Column.TIME, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Fixed)
        self.header().setMinimumSectionSize(GRID)
        self.header().resizeSection(Column.STATE, 4 * GRID)
        self.setIndentation(GRID + GRID // 2)
        self.setStyleSheet(f"QTreeView::item {{ padding: {GRID // 2 - 1}px 0; }}")
        self.setAccessibleName(translate("Tree", "Agenda tree"))

    # --- what is current -----------------------------------------------------------------------------------

    def _open(self) -> None:
        self.expandToDepth(1)
        self._follow(self._bridge.current, None)

    def _follow(self, node: str, origin: object) -> None:
        if origin is self:
            return
        index = self.rows.index_of(self.rows.row_of(node))
        if index.isValid() and index != self.currentIndex():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def _select(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.isValid() and not self.rows.is_changing:
            self._bridge.select(self.rows.id_of(index), self)

    def chosen(self) -> tuple[str, ...]:
        """Give the ids of the marked rows but the meeting."""
        ids = (self.rows.id_of(index) for index in self.selectionModel().selectedRows(Column.TITLE))
        return tuple(row for row in ids if row and row != THE_MEETING)

    # --- deeds ---------------------------------------------------------------------------------------------

    def _do(self, edit: Edit, label: Sentence) -> None:
        """Do a deed and go to what it added; to the item of a new slot, for there is nothing to write in the slot."""
        changes = self._bridge.apply(edit, label, origin=self)
        if changes is not None and changes.added:
            first, *others = changes.added
            is_slot_of_one = len(others) == 1 and self._bridge.tree.kind(first) == "slot"
            self._bridge.select(others[0] if is_slot_of_one else first)

    def _on_chosen(self, deed: RowDeed, label: Callable[[int], Sentence]) -> None:
        ids = self.chosen()
        if ids:
            self._do(lambda agenda: deed(agenda, ids), label(len(ids)))

    def add_day(self) -> None:
        """Add a day at the end of the meeting."""
        self._do(lambda agenda: rows.add_child(agenda, THE_MEETING), sentence("New day"))

    def add_slot(self) -> None:
        """Add a slot after the current one, or at the end of its day."""
        self._add("slot", sentence("New slot"))

    def add_item(self) -> None:
        """Add an item after the current one, or at the end of its slot."""
        self._add("item", sentence("New item"))

    def add_sub_item(self) -> None:
        """Add a sub-item after the current one, or at the end of its item."""
        self._add("sub_item", sentence("New sub-item"))

    def break_after(self) -> None:
        """Add a break after the current slot."""
        self._add("slot", sentence("New break"), "break")

    def _add(self, wanted: str, label: Sentence, kind: Kind = "session") -> None:
        """Add a row of a kind: after the nearest one of that kind, else under the nearest row that holds such."""
        tree, holder = self._bridge.tree, _HOLDERS[wanted]
        path = [self._bridge.current, *tree.ancestors(self._bridge.current)]
        kinds = {tree.kind(node): node for node in reversed(path)}
        if wanted in kinds:
            self._do(lambda agenda: rows.add_after(agenda, kinds[wanted], kind=kind), label)
        elif holder in kinds:
            self._do(lambda agenda: rows.add_child(agenda, kinds[holder], kind=kind), label)
        else:
            last = self._last(holder)
            if last is not None:
                self._do(lambda agenda: rows.add_child(agenda, last, kind=kind), label)

    def _last(self, kind: str) -> str | None:
        tree = self._bridge.tree
        return next((node for node in reversed([*tree.ids()]) if tree.kind(node) == kind), None)

    def add_after(self) -> None:
        """Add a row of the same kind after the current one."""
        node = self.rows.id_of(self.currentIndex()) or self._bridge.current
        if node == THE_MEETING:
            self.add_day()
        elif node in self._bridge.tree:
            self._do(lambda agenda: rows.add_after(agenda, node), sentence("New row"))

    def delete(self) -> None:
        """Delete the marked rows; undo brings them back."""
        self._on_chosen(rows.remove, lambda count: counted(count, "Delete {count} row", "Delete {count} rows"))

    def duplicate(self) -> None:
        """Copy the marked rows behind themselves."""
        self._on_chosen(rows.duplicate, lambda count: counted(count, "Duplicate {count} row", "Duplicate {count} rows"))

    def move_up(self) -> None:
        """Move the marked rows up."""
        self._on_chosen(rows.move_up, lambda count: counted(count, "Move {count} row up", "Move {count} rows up"))

    def move_down(self) -> None:
        """Move the marked rows down."""
        self._on_chosen(rows.move_down, lambda count: counted(count, "Move {count} row down", "Move {count} rows down"))

    def indent(self) -> None:
        """Put the marked rows one level deeper."""
        self._on_chosen(rows.indent, lambda count: counted(count, "Indent {count} row", "Indent {count} rows"))

    def outdent(self) -> None:
        """Put the marked rows one level higher."""
        self._on_chosen(rows.outdent, lambda count: counted(count, "Outdent {count} row", "Outdent {count} rows"))

    def copy(self) -> None:
        """Put the marked rows on the clipboard, as rows and as text."""
        if self.chosen():
            QGuiApplication.clipboard().setMimeData(mime_of(self.rows, self.chosen()))

    def cut(self) -> None:
        """Take the marked rows away to the clipboard."""
        self.copy()
        self.delete()

    def paste(self) -> None:
        """Put the rows of the clipboard after the current one."""
        mime, target = QGuiApplication.clipboard().mimeData(), self._bridge.current
        if copied_rows(mime):
            self._do(lambda agenda: paste_rows(agenda, rows_in(mime), target), sentence("Paste rows"))

    # --- Qt ------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Say all words anew when the window's language changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.rows.retranslate()
            self.setAccessibleName(translate("Tree", "Agenda tree"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds a row after, Delete deletes; all else is the tree's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.add_after()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete()
        else:
            super().keyPressEvent(event)


_HOLDERS = MappingProxyType({"slot": "day", "item": "slot", "sub_item": "item"})
