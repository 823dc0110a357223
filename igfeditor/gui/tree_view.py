"""The agenda tree: all rows of the meeting, to be named, moved, added and deleted, by keyboard and mouse.

Each deed has a function of its name here, and a `can_` that tells whether it can be done where one stands; all of
them go through the bridge.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from igfeditor.gui import tree_deeds, tree_keys, tree_mime
from igfeditor.gui.tree_mime import Deed
from igfeditor.gui.tree_model import Column
from igfeditor.gui.tree_rows import RowsView
from igfeditor.gui.tree_words import title_place


class TreeView(RowsView):
    """The tree of the open agenda.

    `other_language_requested` carries a node, a field and the language it was written in: the other one is wanted.
    """

    other_language_requested = Signal(str, str, str)

    # --- deeds: rows come ----------------------------------------------------------------------------------

    def _do(self, deed: Deed | None, *, names: bool = False) -> None:
        """Do a deed; a row that came by keyboard or menu is named at once, if one works in the tree."""
        if deed is None:
            return
        if self.state() == self.State.EditingState:
            # An open editor takes its text over when it loses the focus.
            self.setFocus()
        changes = self.bridge.apply(deed.edit, deed.label, origin=self)
        if changes is not None and changes.added and names and self.hasFocus():
            self.name_row()

    def _can(self, make: tree_deeds.Maker) -> bool:
        return make(self.rows.words.tree, self.current_row) is not None

    def _add(self, make: tree_deeds.Maker) -> None:
        self._do(make(self.rows.words.tree, self.current_row), names=True)

    def add_day(self) -> None:
        """Add a day after the present one."""
        self._add(tree_deeds.add_day)

    def add_slot(self) -> None:
        """Add a slot after the present one."""
        self._add(tree_deeds.add_slot)

    def add_item(self) -> None:
        """Add an item after the present one."""
        self._add(tree_deeds.add_item)

    def add_sub_item(self) -> None:
        """Add a sub-item to the present item, or after the present one."""
        self._add(tree_deeds.add_sub_item)

    def add_after(self) -> None:
        """Add a row of the same sort after the present one."""
        self._add(tree_deeds.add_after)

    def break_after(self) -> None:
        """Add a break after the present slot; where it touches what follows, somebody is asked first what gives way."""
        tree = self.rows.words.tree
        wish = tree_deeds.break_that_touches(tree, self.current_row)
        if wish is None:
            self._do(tree_deeds.break_after(tree, self.current_row))
        else:
            self.bridge.retiming_requested.emit(wish)

    def can_add_slot(self) -> bool:
        """Tell whether there is a day for a slot, or for a break."""
        return self._can(tree_deeds.add_slot)

    can_break_after = can_add_slot

    def can_add_item(self) -> bool:
        """Tell whether one stands in a slot that takes items."""
        return self._can(tree_deeds.add_item)

    def can_add_sub_item(self) -> bool:
        """Tell whether one stands on an item or sub-item."""
        return self._can(tree_deeds.add_sub_item)

    def name_row(self) -> None:
        """Edit the title of the present row in place."""
        index = self.currentIndex().siblingAtColumn(Column.TITLE)
        if index.isValid():
            self.scrollTo(index)
            self.edit(index)

    # --- deeds: rows go and move ---------------------------------------------------------------------------

    def _can_rows(self, make: tree_deeds.RowsMaker) -> bool:
        return make(self.rows.words.tree, self.chosen_rows) is not None

    def _do_rows(self, make: tree_deeds.RowsMaker) -> None:
        self._do(make(self.rows.words.tree, self.chosen_rows))
        self.scrollTo(self.currentIndex())

    def delete(self) -> None:
        """Delete the chosen rows."""
        self._do_rows(tree_deeds.delete)

    def duplicate(self) -> None:
        """Copy the chosen rows beside themselves."""
        self._do_rows(tree_deeds.duplicate)

    def move_up(self) -> None:
        """Move the chosen rows up."""
        self._do_rows(tree_deeds.move_up)

    def move_down(self) -> None:
        """Move the chosen rows down."""
        self._do_rows(tree_deeds.move_down)

    def indent(self) -> None:
        """Put the chosen rows one level deeper."""
        self._do_rows(tree_deeds.indent)

    def outdent(self) -> None:
        """Put the chosen rows one level higher."""
        self._do_rows(tree_deeds.outdent)

    def can_delete(self) -> bool:
        """Tell whether rows are chosen that can be deleted, cut, copied or duplicated."""
        return bool(self.chosen_rows)

    can_duplicate = can_cut = can_copy = can_delete

    def can_move_up(self) -> bool:
        """Tell whether there is a place above."""
        return self._can_rows(tree_deeds.move_up)

    def can_move_down(self) -> bool:
        """Tell whether there is a place below."""
        return self._can_rows(tree_deeds.move_down)

    def can_indent(self) -> bool:
        """Tell whether the chosen rows can go deeper."""
        return self._can_rows(tree_deeds.indent)

    def can_outdent(self) -> bool:
        """Tell whether the chosen rows can go higher."""
        return self._can_rows(tree_deeds.outdent)

    # --- deeds: clipboard ----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the chosen rows, as rows and as text."""
        if self.chosen_rows:
            QGuiApplication.clipboard().setMimeData(tree_mime.mime_of(self.rows, self.chosen_rows))

    def cut(self) -> None:
        """Copy the chosen rows and delete them."""
        self.copy()
        self._do_rows(tree_deeds.cut)

    def paste(self) -> None:
        """Paste copied rows after the present one, or into it."""
        mime = QGuiApplication.clipboard().mimeData()
        rows = self.bridge.attempt(lambda: tree_mime.rows_in(mime))
        if rows is not None:
            self._do(tree_deeds.paste(self.rows.words.tree, self.current_row, rows))

    def can_paste(self) -> bool:
        """Tell whether rows are in the clipboard."""
        return tree_mime.copied_rows(QGuiApplication.clipboard().mimeData())

    # --- keys ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the deed of a key; all others move about as in any tree."""
        # A line that is edited leaves the Enter key that ends it to those around it.
        is_editing = self.state() == self.State.EditingState
        deed = None if is_editing else tree_keys.deed_of(event, mirrored=self.is_mirrored)
        if deed is None and not is_editing and tree_keys.is_typing(event):
            self._type(event)
        elif deed is None:
            super().keyPressEvent(event)
        else:
            getattr(self, deed)()

    def _type(self, event: QKeyEvent) -> None:
        """Write the title anew with the letter that is typed on a row, as in any table; Escape brings it back."""
        self.name_row()
        editor = self.focusWidget() if self.state() == self.State.EditingState else None
        if editor is not None and editor is not self:
            QCoreApplication.sendEvent(editor, event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go from a title by Tab to the other language, as in the panes; never into the next title."""
        hints = QAbstractItemDelegate.EndEditHint
        is_step = hint in (hints.EditNextItem, hints.EditPreviousItem)
        super().closeEditor(editor, hints.NoHint if is_step else hint)
        if hint is hints.EditNextItem:
            place = title_place(self.rows.words.tree, self.current_row)
            self.other_language_requested.emit(place.node, place.field, self.rows.words.language)

    def event(self, event: QEvent) -> bool:
        """Keep the arrows that change the level from the window's actions while these mean the other way."""
        is_asking = event.type() == QEvent.Type.ShortcutOverride and self.is_mirrored
        if is_asking and isinstance(event, QKeyEvent) and tree_keys.is_mirrored_level(event):
            event.accept()
            return True
        return super().event(event)
