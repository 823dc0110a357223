"""The form of one kind of row: its fields and lists, made once and then shown for whichever row is current.

Nothing is made anew when the agenda changes: each control takes the value that is stored now, so that focus, caret
and place stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from igfeditor.errors import Sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.field_row import FieldRow
from igfeditor.gui.panels.fields import FIELDS, Control, Field, with_value
from igfeditor.gui.panels.part_list import PartList
from igfeditor.gui.panels.parts import LISTINGS, said
from igfeditor.gui.panels.retime import Retime
from igfeditor.gui.panels.telling import heard
from igfeditor.gui.panels.texts import TextPair
from igfeditor.gui.theme import GRID, Icon, icon
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.model import edits, rooms
from igfeditor.model.agenda import Text
from igfeditor.model.rooms import Sort
from igfeditor.model.tree import NodeKind

TITLES: Final[Mapping[NodeKind, str]] = MappingProxyType(
    {
        "meeting": QT_TRANSLATE_NOOP("Properties", "Meeting"),
        "day": QT_TRANSLATE_NOOP("Properties", "Day"),
        "slot": QT_TRANSLATE_NOOP("Properties", "Slot"),
        "item": QT_TRANSLATE_NOOP("Properties", "Item"),
        "sub_item": QT_TRANSLATE_NOOP("Properties", "Sub-item"),
    }
)
_TIMES: Final = frozenset({"start", "end", "length"})


class Form(QWidget):
    """All that can be chosen of one node of a kind; its heading folds it."""

    text_requested = Signal(str, str)
    folded = Signal(str, bool)
    pasted = Signal(str)

    def __init__(self, bridge: Bridge, kind: NodeKind, parent: QWidget | None = None) -> None:
        """Make the fields and lists of a kind."""
        super().__init__(parent)
        self.kind: NodeKind = kind
        self.node = ""
        self._bridge = bridge
        self._retime = Retime(bridge) if kind == "slot" else None
        self.is_open = True
        self.head = QToolButton()
        self.body = QWidget()
        self._line = QWidget()
        self.rows = [self._row(field) for field in FIELDS[kind]]
        self.lists = [PartList(bridge, listing) for listing in LISTINGS[kind]]
        self._build()
        self.retranslate()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.head.setAutoRaise(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.head.font()
        font.setBold(True)
        self.head.setFont(font)
        self.head.clicked.connect(lambda: self._fold(not self.is_open))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID // 2)
        self._line.setFixedHeight(1)
        self._line.setBackgroundRole(QPalette.ColorRole.Mid)
        self._line.setAutoFillBackground(True)
        column.addWidget(self._line)
        column.addWidget(self.head)
        column.addWidget(self.body)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(GRID // 2, 0, GRID // 2, 0)
        inner.setSpacing(GRID)
        line = QHBoxLayout()
        for row in self.rows:
            if not row.field.is_beside:
                line = QHBoxLayout()
                line.setSpacing(GRID)
                inner.addLayout(line)
            line.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
            if row.field.name == "length" and self._retime is not None:
                line.addStretch()
                inner.addWidget(self._retime)
                # What was typed and not wanted after all gives way to what is stored.
                self._retime.closed.connect(self._put_back_times)
        for parts in self.lists:
            parts.text_requested.connect(self.text_requested)
            inner.addWidget(parts)

    def _row(self, field: Field) -> FieldRow:
        row = FieldRow(field, self._bridge)
        control: QWidget = row.control
        if isinstance(control, TextPair):
            control.chosen.connect(lambda language, words, deed: self._write(row, language, words, deed))
            control.pasted.connect(self.pasted)
            control.undo_requested.connect(self._bridge.undo)
            control.redo_requested.connect(self._bridge.redo)
        else:
            row.control.chosen.connect(lambda value: self._take(row, value))
        if row.tool is not None:
            menu = row.tool.menu()
            menu.aboutToShow.connect(lambda: self._offer_used(row, menu))
        return row

    # --- what is shown -------------------------------------------------------------------------------------

    def show_node(self, node: str) -> None:
        """Show what is stored of a node; a folded form does so when it is opened, and one that is gone is not shown."""
        if node not in self._bridge.tree:
            return
        if node != self.node:
            self.node = node
            for row in self.rows:
                row.refuse("")
        if self.is_open:
            self._refresh(node)

    def _refresh(self, node: str) -> None:
        if self._retime is not None:
            self._retime.close_offer()
        agenda = self._bridge.agenda
        for row in self.rows:
            row.show_value(agenda, node)
        for parts in self.lists:
            parts.show_node(node)

    def shows(self, node: str, field: str) -> bool:
        """Tell whether a text is among what the form shows: of its node, of a part of it, or the name of a room."""
        if self.kind == "meeting" and field in rooms.SORTS:
            return True
        if node == self.node:
            return field.startswith("people[") or any(row.field.name == field for row in self.rows)
        tree = self._bridge.tree
        return node in tree and tree.kind(node) not in FIELDS and tree.parent(node) == self.node

    def mark(self, part: str) -> None:
        """Choose a note, link, output or paragraph in its list."""
        for parts in self.lists:
            parts.mark(part)

    def open(self, is_open: bool) -> None:
        """Open or fold the form."""
        self.is_open = is_open
        self.body.setVisible(is_open)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        folded = Icon.FOLDED_RTL if is_rtl else Icon.FOLDED
        self.head.setIcon(icon(Icon.OPENED if is_open else folded))
        state = translate("Properties", "open") if is_open else translate("Properties", "folded")
        self.head.setAccessibleName(f"{self.head.text()}, {state}")

    def _fold(self, is_open: bool) -> None:
        self.open(is_open)
        self.show_node(self.node)
        self.folded.emit(self.kind, is_open)

    def retranslate(self) -> None:
        """Say all words in the window's language."""
        title = translate("Properties", TITLES[self.kind])
        self.head.setText(title)
        for row in self.rows:
            row.retranslate(self._bridge.language)
        for parts in self.lists:
            parts.retranslate()
        self.open(self.is_open)

    def stops(self) -> list[QWidget]:
        """Give what the Tab key goes to, in its order."""
        inside: list[QWidget] = []
        for part in (*self.rows, *self.lists):
            inside += part.stops()
            if self._retime is not None and part in self.rows and part.field.name == "length":
                inside += self._retime.stops()
        return [self.head, *inside]

    def commit(self) -> None:
        """Take over what is typed and not yet told."""
        for part in (*self.rows, *self.lists):
            part.commit()

    # --- what the user chooses -----------------------------------------------------------------------------

    def _put_back_times(self) -> None:
        for row in self.rows:
            if row.field.name in _TIMES:
                self._put_back(row)

    def _put_back(self, row: FieldRow) -> None:
        if self.node in self._bridge.tree:
            row.show_value(self._bridge.agenda, self.node)
            if hasattr(row.control, "put_back"):
                row.control.put_back()

    def _take(self, row: FieldRow, value: Any) -> None:
        field, node = row.field, self.node
        if field.name in _TIMES and not isinstance(value, str):
            work: Callable[[], Any] = lambda: self._ask(field, value)  # noqa: E731 - typed, and told below
        else:
            work = lambda: self._bridge.apply(  # noqa: E731
                lambda agenda: with_value(field, agenda, node, value), field.deed, (node, field.name), self
            )
        self._tell(row, work)

    def _tell(self, row: FieldRow, work: Callable[[], Any]) -> None:
        """Do something that a field asks for; where it is refused, say so there and show what is stored.

        What is typed and told when the focus leaves may come too late: its row has just been deleted.
        """
        if self.node not in self._bridge.tree:
            return
        _, refusal = heard(self._bridge, work)
        row.refuse(refusal)
        if refusal:
            self._put_back(row)

    def _ask(self, field: Field, value: time | int | None) -> None:
        """Let the time engine say what a new time touches."""
        if self._retime is None:
            return
        if field.name == "length":
            self._retime.ask_length(self.node, value if isinstance(value, int) else None)
        else:
            self._retime.ask(self.node, field.name, value if isinstance(value, time) else None)

    def _write(self, row: FieldRow, language: str, words: str, deed: Sentence | None) -> None:
        node, name = self.node, row.field.name
        is_typed = deed is None and row.field.control is Control.TEXT
        label = self._bridge.typing(node, name, language, words) if is_typed else deed or row.field.deed
        self._tell(
            row,
            lambda: self._bridge.apply(
                lambda agenda: edits.set_text(agenda, node, name, language, words),
                label,
                None if deed else (node, name, language),
                self,
            ),
        )

    def _offer_used(self, row: FieldRow, menu: QMenu) -> None:
        """Offer the rooms or tracks that are used elsewhere, each in all its languages at once."""
        menu.clear()
        sort: Sort = "track" if row.field.name == "track" else "room"
        agenda = self._bridge.agenda
        for name in rooms.used(agenda, sort):
            action = menu.addAction(said(name, agenda, self._bridge.language).replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: self._put(row, sort, name))
        if menu.isEmpty():
            menu.addAction(translate("Properties", "None is used yet")).setEnabled(False)

    def _put(self, row: FieldRow, sort: Sort, name: Text) -> None:
        node = self.node
        self._tell(
            row,
            lambda: self._bridge.apply(
                lambda agenda: rooms.put(agenda, node, sort, name), row.field.deed, origin=self
            ),
        )  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the mode of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.ApplicationPaletteChange) and self.layout():
            self.retranslate()
            self.show_node(self.node)
