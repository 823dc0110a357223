"""The merge view: what both changed, card by card, and what is taken over from the other version.

Nothing is changed before the dialog is accepted; what is not decided stays mine, and the dialog says how much that is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from igfeditor.errors import IgfError
from igfeditor.gui.dialogs.merge_card import MergeCard
from igfeditor.gui.dialogs.merge_list import MergeList
from igfeditor.gui.dialogs.merge_words import DialogWords
from igfeditor.gui.panels.telling import Telling
from igfeditor.gui.theme import GRID, without_icons
from igfeditor.gui.translation import translate
from igfeditor.language.messages import say
from igfeditor.services.deciding import Deciding
from igfeditor.translation.merge import Decision, Key, Merged, Side

_SIZE: Final = (128 * GRID, 80 * GRID)
_SHARES: Final = (5, 8)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MergeDialog(QDialog):
    """Decides a merge; `merged` is what came of it once it is accepted. `node_requested` shows a node in the window."""

    node_requested = Signal(str)

    def __init__(self, deciding: Deciding, name: str, language: str, parent: QWidget | None = None) -> None:
        """Begin at the first card; `name` is that of the other version, `language` that of the window."""
        super().__init__(parent)
        self._deciding, self._name, self._language = deciding, name, language
        self.merged: Merged | None = None
        self.cards, self.taken = MergeList(language), MergeList(language)
        self.card = MergeCard()
        self.counter, self.taken_head, self.left, self.telling = QLabel(), QLabel(), QLabel(), Telling()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.all_mine, self.all_theirs = QPushButton(), QPushButton()
        self._build()
        self._connect()
        self._refill()
        self._begin()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(translate("Merge", "Merge with {name}").format(name=f"\u2068{self._name}\u2069"))
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 4 * GRID), min(_SIZE[1], room.height() - 8 * GRID))
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(2 * GRID)
        self._parts.addWidget(self._lists())
        self._parts.addWidget(self.card)
        for place, share in enumerate(_SHARES):
            self._parts.setStretchFactor(place, share)
        self._parts.setSizes([_SIZE[0] * share // sum(_SHARES) for share in _SHARES])
        self.left.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addWidget(self._parts, 1)
        column.addWidget(self.telling)
        column.addWidget(self.left)
        column.addLayout(self._foot())

    def _lists(self) -> QSplitter:
        lists = QSplitter(Qt.Orientation.Vertical)
        lists.setChildrenCollapsible(False)
        lists.setHandleWidth(GRID)
        self.cards.setAccessibleName(translate("Merge", "What both changed"))
        # The keys are the panes' own: they go from text to text.
        keys = translate(
            "Merge", "Ctrl+Up and Ctrl+Down lead to the card before and after, Ctrl+Enter to the next open."
        )
        self.counter.setToolTip(keys)
        self.cards.setAccessibleDescription(keys)
        self.taken.setAccessibleName(translate("Merge", "What is taken over"))
        self._upper, self._lower = _under(self.counter, self.cards), _under(self.taken_head, self.taken)
        lists.addWidget(self._upper)
        lists.addWidget(self._lower)
        return lists

    def _foot(self) -> QHBoxLayout:
        self.all_mine.setText(translate("Merge", "What is left: m&ine"))
        self.all_theirs.setText(translate("Merge", "What is left: t&heirs"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("Merge", "Me&rge"))
        without_icons(self.buttons)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in (self.all_mine, self.all_theirs):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.buttons)
        return row

    def _connect(self) -> None:
        self.cards.stood_on.connect(self._show_card)
        self.taken.stood_on.connect(self._show_taken)
        self.cards.entered.connect(self.card.focus_choice)
        self.card.decided.connect(self._decide)
        self.card.next_requested.connect(self.go_to_next_open)
        self.all_mine.clicked.connect(lambda: self._decide_rest(Side.MINE))
        self.all_theirs.clicked.connect(lambda: self._decide_rest(Side.THEIRS))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        keys = {
            "Ctrl+Down": lambda: self._step(1),
            "Ctrl+Up": lambda: self._step(-1),
            "Ctrl+Return": self.go_to_next_open,
            "Ctrl+Enter": self.go_to_next_open,
            "Ctrl+1": lambda: self.card.choose("mine"),
            "Ctrl+2": lambda: self.card.choose("theirs"),
            "Ctrl+3": lambda: self.card.choose("edit"),
            "Ctrl+B": self.card.editor.bold,
            "Ctrl+I": self.card.editor.italic,
        }
        for sequence, deed in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(deed)

    def _begin(self) -> None:
        if self._deciding.cards:
            self.cards.stand_on(0)
            self.cards.setFocus()
        elif self._deciding.taken:
            self.taken.stand_on(0)
            self.taken.setFocus()

    # --- showing -------------------------------------------------------------------------------------------

    def _refill(self) -> None:
        """Show the cards and changes there are now."""
        self._words = DialogWords(self._deciding, self._language)
        cards, taken = self._deciding.cards, self._deciding.taken
        self.cards.rows.show_lines(len(cards), self._words.card_line)
        self.taken.rows.show_lines(len(taken), self._words.taken_line)
        for part, rows in ((self._upper, cards), (self._lower, taken)):
            part.setVisible(bool(rows))
        self.card.setVisible(bool(cards or taken))
        count = len(taken)
        self.taken_head.setText(translate("Merge", "Taken over from the other version: %n change(s)", "", count))
        self._count()

    def _count(self) -> None:
        total, left = len(self._deciding.cards), self._deciding.open_count
        words = translate("Merge", "Changed in both: {decided} of {total} decided")
        self.counter.setText(words.format(decided=total - left, total=total))
        said = translate("Merge", "Not decided: %n card(s). What is not decided stays as mine.", "", left)
        if not left:
            said = translate("Merge", "All is decided. The merge is one step that can be undone.")
        self.left.setText(said if total else self._words_of_peace())
        for button in (self.all_mine, self.all_theirs):
            button.setVisible(total > 0)
            button.setEnabled(left > 0)

    def _words_of_peace(self) -> str:
        """Say that nobody has to choose."""
        if self._deciding.taken:
            return translate("Merge", "Nothing is in dispute: what is listed is taken over as one undoable step.")
        return translate("Merge", "Nothing is in dispute, and the other version brings nothing new.")

    def _show_card(self, row: int) -> None:
        if 0 <= row < len(self._deciding.cards):
            self.taken.leave()
            self.card.show_card(self._words.card(self._deciding.cards[row]))

    def _show_taken(self, row: int) -> None:
        if 0 <= row < len(self._deciding.taken):
            self.cards.leave()
            taken = self._deciding.taken[row]
            self.card.show_card(self._words.taken(taken))
            self.node_requested.emit(taken.node)

    # --- deciding ------------------------------------------------------------------------------------------

    @property
    def key(self) -> Key | None:
        """Give the card that one stands on, or nothing."""
        row = self.cards.row
        return self._deciding.cards[row].key if 0 <= row < len(self._deciding.cards) else None

    def go_to_next_open(self) -> None:
        """Go to the next card that is not decided; where there is none, to the button that merges."""
        key = self._deciding.next_open(self.key)
        if key is None:
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._stand_on(key)
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        """Go to the next or previous card, round the end."""
        count = len(self._deciding.cards)
        if count:
            row = self.cards.row
            self.cards.stand_on((row + step) % count if row >= 0 else 0)

    def _stand_on(self, key: Key | None) -> None:
        keys = [card.key for card in self._deciding.cards]
        if keys:
            self.cards.stand_on(keys.index(key) if key is not None and key in keys else 0)

    def _decide(self, decision: Decision) -> None:
        key = self.key
        if key is not None:
            row = self.cards.row
            is_other = self._tried(lambda: self._deciding.decide(key, decision))
            self.cards.rows.tell(row)
            self._after(key, is_other=is_other)

    def _decide_rest(self, side: Side) -> None:
        key = self.key
        is_other = self._tried(lambda: self._deciding.decide_rest(side))
        self.cards.rows.tell()
        self._after(key, is_other=is_other)
        if not is_other:
            self._stand_on(key)

    def _after(self, key: Key | None, *, is_other: bool) -> None:
        if is_other:
            self._refill()
            self._stand_on(key)
        else:
            self._count()

    def _tried(self, work: Callable[[], bool]) -> bool:
        """Decide; tells whether there are other cards now. What is refused is said."""
        self.telling.say("")
        try:
            return work()
        except IgfError as error:
            self._refuse(error)
            return False

    def _refuse(self, error: IgfError) -> None:
        parts = [error.message] if error.hint is None else [error.message, error.hint]
        self.telling.say(" ".join(say(part, self._language) for part in parts))

    def accept(self) -> None:
        """Close with what came of the decisions; what cannot be put together so is said, and stays to be decided."""
        try:
            self.merged = self._deciding.result()
        except IgfError as error:
            self._refuse(error)
        else:
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next open card by Enter: no key that is struck once too often may merge."""
        focus = QApplication.focusWidget()
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif isinstance(focus, QPushButton):
            focus.click()
        else:
            self.go_to_next_open()


def _under(head: QLabel, view: MergeList) -> QWidget:
    """Put a list under its heading."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID // 2)
    head.setWordWrap(True)
    column.addWidget(head)
    column.addWidget(view)
    return part
