"""One list of a row (notes, links, people, zones …): its entries in words, and what can be done with them by keyboard.

Enter or F2 goes to the text of an entry, which is edited in the panes; Delete takes it out; Alt+Up and Alt+Down move
it. What has no text there (an address, the name of a room) is changed under the list.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from igfeditor.errors import Sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.controls import WordsEdit
from igfeditor.gui.panels.parts import Entry, Listing
from igfeditor.gui.panels.telling import Telling, heard
from igfeditor.gui.panels.texts import TextPair
from igfeditor.gui.panels.zones import ZoneBox, zone_day
from igfeditor.gui.theme import GRID, Icon, colours, icon
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.language.tongues import own_name
from igfeditor.model.agenda import Agenda

_MOST_SHOWN: Final = 6
_OFFERED: Final = ("en", "ar", "fr", "es", "ru", "zh")
"""The languages that can be added: the six of the United Nations."""

_REMOVE: Final = QT_TRANSLATE_NOOP("Properties", "Remove")
_UP: Final = QT_TRANSLATE_NOOP("Properties", "Move up")
_DOWN: Final = QT_TRANSLATE_NOOP("Properties", "Move down")
_GO: Final = QT_TRANSLATE_NOOP("Properties", "Go to the text")


class _Rows(QListWidget):
    """The entries; keys that are deeds on them are kept from the window."""

    remove_requested = Signal()
    go_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemDoubleClicked.connect(lambda _: self.go_requested.emit())

    def add(self, words: str) -> QListWidgetItem:
        item = QListWidgetItem(words, self)
        item.setSizeHint(QSize(0, max(self.fontMetrics().height() + GRID // 2, 3 * GRID)))
        return item

    def fit(self) -> None:
        rows = min(self.count(), _MOST_SHOWN)
        # A list that shows all it has needs no bar, not even while it grows.
        needs_bar = self.count() > rows
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needs_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(rows * max(0, self.sizeHintForRow(0)) + 2 * self.frameWidth())
        self.setVisible(bool(rows))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._deed_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._deed_of(event)
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt makes the first entry current without choosing it, which nobody could see.
        if not self.selectedItems():
            self.setCurrentRow(max(0, self.currentRow()), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _deed_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, with_alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if with_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return lambda: self.move_requested.emit(-1 if key == Qt.Key.Key_Up else 1)
        if plain and key == Qt.Key.Key_Delete:
            return self.remove_requested.emit
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            return self.go_requested.emit
        return None


class PartList(QWidget):
    """One listing of one node; `text_requested` carries the node and field whose text is to be edited."""

    text_requested = Signal(str, str)

    def __init__(self, bridge: Bridge, listing: Listing, parent: QWidget | None = None) -> None:
        """Begin without a node."""
        super().__init__(parent)
        self.listing = listing
        self._bridge = bridge
        self._node = ""
        self._entries: tuple[Entry, ...] = ()
        self._title = QLabel()
        self.rows = _Rows()
        self._empty = QLabel()
        self.detail: WordsEdit | TextPair | None = self._make_detail()
        self._detail_name = QLabel()
        self.adder: QWidget | None = self._make_adder()
        self.buttons = {role: QToolButton() for role in self._roles()}
        self.telling = Telling()
        self._build()
        self._connect()

    # --- building ------------------------------------------------------------------------------------------

    def _roles(self) -> tuple[str, ...]:
        goes = self.listing.name in {"notes", "links", "outputs", "body", "people"}
        moves = self.listing.move is not None
        return (*((_GO,) if goes else ()), *((_UP, _DOWN) if moves else ()), _REMOVE)

    def _make_detail(self) -> WordsEdit | TextPair | None:
        if self.listing.change is None:
            return None
        return WordsEdit() if self.listing.name == "links" else TextPair(is_live=False)

    def _make_adder(self) -> QWidget | None:
        if self.listing.add_chosen is not None and self.listing.name != "languages":
            return ZoneBox(lambda: zone_day(self._bridge.agenda))
        if self.listing.added is None:
            return None
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        if self.listing.add_chosen is not None:
            menu = QMenu(button)
            menu.aboutToShow.connect(lambda: self._offer(menu))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _offer(self, menu: QMenu) -> None:
        menu.clear()
        for language in _OFFERED:
            if language not in self._bridge.agenda.languages:
                action: QAction = menu.addAction(own_name(language))
                action.triggered.connect(lambda _=False, chosen=language: self._add_chosen(chosen))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self._title.setBuddy(self.rows)
        self._empty.setWordWrap(True)
        self._empty.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        for part in (self._title, self.rows, self._empty, self._detail_name, self.detail, self.telling):
            if part is not None:
                column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        if self.adder is not None:
            self.adder.setMinimumHeight(3 * GRID)
            foot.addWidget(self.adder, 1 if isinstance(self.adder, ZoneBox) else 0)
        foot.addStretch()
        for button in self.buttons.values():
            button.setAutoRaise(True)
            button.setIconSize(QSize(2 * GRID, 2 * GRID))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            foot.addWidget(button)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.rows.currentRowChanged.connect(lambda _: self._follow())
        self.rows.remove_requested.connect(self.remove)
        self.rows.go_requested.connect(self.go)
        self.rows.move_requested.connect(self.move_by)
        handlers: dict[str, Callable[[], None]] = {
            _REMOVE: self.remove,
            _GO: self.go,
            _UP: lambda: self.move_by(-1),
            _DOWN: lambda: self.move_by(1),
        }
        for role, button in self.buttons.items():
            button.clicked.connect(handlers[role])
        if isinstance(self.adder, ZoneBox):
            self.adder.chosen.connect(self._add_chosen)
        elif isinstance(self.adder, QToolButton) and self.listing.add is not None:
            self.adder.clicked.connect(self.add)
        if isinstance(self.detail, TextPair):
            self.detail.chosen.connect(lambda language, words, _: self._change((language, words)))
            self.detail.undo_requested.connect(self._bridge.undo)
            self.detail.redo_requested.connect(self._bridge.redo)
        elif self.detail is not None:
            self.detail.chosen.connect(self._change)

    # --- what is shown -------------------------------------------------------------------------------------

    def show_node(self, node: str) -> None:
        """Show the list of a node; the chosen entry and the focus stay where they are."""
        if node != self._node:
            self.telling.say("")
            self.rows.clear()
            self._entries = ()
        self._node = node
        entries = self.listing.entries(self._bridge.agenda, node, self._bridge.language)
        if isinstance(self.detail, TextPair):
            self.detail.set_languages(self._bridge.agenda.languages)
        if entries != self._entries or not self.rows.count():
            self._fill(entries)

    def mark(self, part: str) -> None:
        """Choose the entry of a node, if it is here."""
        for place, entry in enumerate(self._entries):
            if entry.node == part and part != self._node:
                self.rows.setCurrentRow(place)

    def _fill(self, entries: tuple[Entry, ...]) -> None:
        row = self.rows.currentRow()
        self._entries = entries
        blocked = self.rows.blockSignals(True)
        self.rows.clear()
        for entry in entries:
            item = self.rows.add(entry.words or translate("Properties", "nothing written yet"))
            item.setToolTip(entry.words)
            if not entry.words:
                item.setForeground(QColor(colours().quiet))
        self.rows.setCurrentRow(min(row, len(entries) - 1))
        self.rows.blockSignals(blocked)
        self.rows.fit()
        self._empty.setVisible(bool(self.listing.empty) and not entries)
        # The button that adds the first entry says what the list is.
        self._title.setVisible(bool(entries) or not isinstance(self.adder, QToolButton))
        self._follow()

    def _follow(self) -> None:
        """Show what can be done with the chosen entry, and its detail."""
        place, last = self.rows.currentRow(), len(self._entries) - 1
        entry = self._entries[place] if 0 <= place <= last else None
        for role, button in self.buttons.items():
            button.setVisible(bool(self._entries))
            button.setEnabled(entry is not None and {_UP: place > 0, _DOWN: place < last}.get(role, True))
        has_detail = self.detail is not None and entry is not None and entry.detail is not None
        self._detail_name.setVisible(has_detail)
        if self.detail is not None:
            self.detail.setVisible(has_detail)
            if has_detail and entry is not None:
                self.detail.show_value(entry.detail)

    def retranslate(self) -> None:
        """Say all words in the window's language, and take the icons of its mode."""
        title = translate("Properties", self.listing.title)
        self._title.setText(title)
        self.rows.setAccessibleName(title)
        self._empty.setText(translate("Properties", self.listing.empty) if self.listing.empty else "")
        icons = {_REMOVE: Icon.DELETE, _GO: Icon.EDIT, _UP: Icon.UP, _DOWN: Icon.DOWN}
        keys = {_REMOVE: "Del", _GO: "Enter", _UP: "Alt+↑", _DOWN: "Alt+↓"}
        for role, button in self.buttons.items():
            button.setIcon(icon(icons[role]))
            button.setToolTip(f"{translate('Properties', role)} ({keys[role]})")
            button.setAccessibleName(f"{title}: {translate('Properties', role)}")
        self._name_adder()
        if self.detail is not None:
            is_address = isinstance(self.detail, WordsEdit)
            self._detail_name.setText(translate("Properties", "Address") if is_address else self._name_words())
            self._detail_name.setBuddy(self.detail)
            self.detail.setAccessibleName(self._detail_name.text())
        self._entries = ()

    def _name_words(self) -> str:
        return translate("Properties", "Name, wherever it is used")

    def _name_adder(self) -> None:
        if self.adder is None:
            return
        words = translate("Properties", self.listing.add_words)
        self.adder.setAccessibleName(words)
        if isinstance(self.adder, ZoneBox):
            self.adder.retranslate(self._bridge.language)
            self.adder.line.setPlaceholderText(words)
        elif isinstance(self.adder, QToolButton):
            self.adder.setText(words)
            self.adder.setIcon(icon(Icon.ADD))

    def stops(self) -> list[QWidget]:
        """Give what the Tab key goes to, in its order."""
        detail = list(self.detail.lines.values()) if isinstance(self.detail, TextPair) else [self.detail]
        return [one for one in (self.rows, *detail, self.adder, *self.buttons.values()) if one is not None]

    def commit(self) -> None:
        """Take over what is typed and not yet told."""
        if self.detail is not None and self.detail.isVisible():
            self.detail.commit()

    # --- deeds ---------------------------------------------------------------------------------------------

    def _do(self, edit: Callable[[Agenda], Agenda], label: Sentence | None, merge_key: Any = None) -> bool:
        assert label is not None  # noqa: S101 - every deed of the table has its name
        done, refusal = heard(self._bridge, lambda: self._bridge.apply(edit, label, merge_key, origin=self))
        self.telling.say(refusal)
        return done is not None

    def add(self) -> None:
        """Add an entry, and go to what is written first."""
        add, node = self.listing.add, self._node
        if add is None or not self._do(lambda agenda: add(agenda, node), self.listing.added):
            return
        self.rows.setCurrentRow(self.rows.count() - 1)
        if isinstance(self.detail, WordsEdit):
            self.detail.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go()

    def _add_chosen(self, chosen: object) -> None:
        add, node = self.listing.add_chosen, self._node
        if add is None:
            return
        if self._do(lambda agenda: add(agenda, node, chosen), self.listing.added):
            self.rows.setCurrentRow(self.rows.count() - 1)
        if isinstance(self.adder, ZoneBox):
            self.adder.show_value("")

    def remove(self) -> None:
        """Take the chosen entry out; the next one is then chosen."""
        place, node = self.rows.currentRow(), self._node
        if place >= 0:
            self._do(lambda agenda: self.listing.remove(agenda, node, place), self.listing.removed)

    def move_by(self, step: int) -> None:
        """Move the chosen entry up or down, and stay on it."""
        move, place, node = self.listing.move, self.rows.currentRow(), self._node
        to = place + step
        if move is None or place < 0 or not 0 <= to < self.rows.count():
            return
        if self._do(lambda agenda: move(agenda, node, place, to), self.listing.moved):
            self.rows.setCurrentRow(to)

    def go(self) -> None:
        """Go to where the chosen entry is edited."""
        place = self.rows.currentRow()
        entry = self._entries[place] if 0 <= place < len(self._entries) else None
        if entry is not None and entry.node:
            self.text_requested.emit(entry.node, entry.field)
        elif self.detail is not None and self.detail.isVisible():
            self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, detail: object) -> None:
        change, place, node = self.listing.change, self.rows.currentRow(), self._node
        if change is None or place < 0 or self.detail is None:
            return
        if not self._do(lambda agenda: change(agenda, node, place, detail), self.listing.changed):
            self.detail.put_back()
