"""The one question about new times that touch other slots: who pays for them, with what would move shown first.

A wish that touches nobody, or for which the user chose a way once and for all, is done at once. Otherwise the offer
opens: a button for each way, and under them what the way would move. It is never modal: Escape, or any deed that
makes the wish impossible, closes it.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from igfeditor.errors import IgfError
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.timeline_words import SlotWords, move_words, short_name
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.language.messages import say
from igfeditor.model.retiming import Proposal
from igfeditor.model.sequence import Policy
from igfeditor.model.time_deeds import Wish

WAYS: Final[tuple[tuple[Policy, str], ...]] = (
    ("ripple", QT_TRANSLATE_NOOP("Time", "Move what follows")),
    ("absorb", QT_TRANSLATE_NOOP("Time", "Take it from the next break")),
    ("gap", QT_TRANSLATE_NOOP("Time", "Change this slot alone")),
)
_SHOWN_MOVES: Final = 4


class Offer(QFrame):
    """Fulfils wishes; `previewed` carries what the way under the hand would make of the day, or nothing."""

    previewed = Signal(object)
    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self.bridge = bridge
        self._wish: Wish | None = None
        self._proposals: dict[Policy, Proposal | str] = {}
        self._before: QWidget | None = None
        self._question, self._told = QLabel(), QLabel()
        self.buttons: dict[Policy, QPushButton] = {policy: QPushButton() for policy, _ in WAYS}
        self.always = QCheckBox()
        self._cancel = QPushButton()
        self._build()
        self.retranslate()
        self.hide()
        bridge.agenda_changed.connect(lambda *_: self._renew())
        bridge.project_changed.connect(self.close_offer)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self._question)
        for policy, button in self.buttons.items():
            button.setAutoDefault(True)
            button.setMinimumHeight(4 * GRID)
            # As wide as the panel, whatever its words are; what does not fit is in the tool tip.
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._choose, policy))
            button.installEventFilter(self)
            column.addWidget(button)
        for label in (self._question, self._told):
            label.setWordWrap(True)
        self._cancel.setAutoDefault(True)
        self._cancel.clicked.connect(self.close_offer)
        column.addWidget(self._told)
        column.addWidget(self.always)
        column.addWidget(self._cancel)

    # --- asking --------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Tell whether somebody has to choose."""
        return self._wish is not None

    def fulfil(self, wish: Wish, merge_key: Hashable = None) -> bool:
        """Do what a wish asks for, or ask how; tells whether it asks."""
        self.close_offer()
        touches = self.bridge.attempt(lambda: wish.touches(self.bridge.agenda))
        if touches is None:
            return False
        policy = self.bridge.policy
        if not touches:
            self._do(wish, "gap", merge_key)
        elif policy != "ask" and isinstance(self._proposed(wish, policy), Proposal):
            self._do(wish, policy, merge_key)
        else:
            self._open(wish)
        return self.is_open

    def _open(self, wish: Wish) -> None:
        self._wish = wish
        self._before = QApplication.focusWidget()
        self.always.setChecked(False)
        self._renew()
        self.show()
        # The keyboard may stay elsewhere, so a screen reader is told that there is a question.
        self.setAccessibleName(self._question.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def stops(self) -> list[QWidget]:
        """Give what the Tab key goes to, in its order."""
        return [*self.buttons.values(), self.always, self._cancel]

    def take_focus(self) -> None:
        """Take the keyboard to the first way that can be gone."""
        first = next((button for button in self.buttons.values() if button.isEnabled()), self._cancel)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_offer(self) -> None:
        """Leave all as it is, and give the keyboard back."""
        if self._wish is None:
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._wish = None
        self.previewed.emit(None)
        self.hide()
        if had_focus and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def _renew(self) -> None:
        """Propose anew after a deed; a wish that cannot be fulfilled any more is forgotten."""
        wish = self._wish
        if wish is None:
            return
        if wish.slot not in self.bridge.tree:
            self.close_offer()
            return
        self._proposals = {policy: self._proposed(wish, policy) for policy, _ in WAYS}
        self._say()

    def _proposed(self, wish: Wish, policy: Policy) -> Proposal | str:
        """Give what a way would make, or why it cannot be gone."""
        try:
            return wish.proposal(self.bridge.agenda, policy)
        except IgfError as error:
            return self.bridge.words_of(error)

    # --- doing ---------------------------------------------------------------------------------------------

    def _choose(self, policy: Policy) -> None:
        wish = self._wish
        if wish is None:
            return
        if self.always.isChecked():
            self.bridge.choose_policy(policy)
        self.close_offer()
        self._do(wish, policy)

    def _do(self, wish: Wish, policy: Policy, merge_key: Hashable = None) -> None:
        proposal = self._proposed(wish, policy)
        changes = self.bridge.apply(wish.edit(policy), wish.label, merge_key, self)
        if changes is None or not isinstance(proposal, Proposal):
            return
        for node in changes.added[:1]:
            self.bridge.select(node, self)
        words = self._words_of_moves(proposal, wish.slot)
        if words:
            self.bridge.done.emit(words)

    def _words_of_moves(self, proposal: Proposal, slot: str) -> str:
        """Say how many others move, and what should be said besides."""
        others = sum(move.slot != slot and move.old is not None for move in proposal.moves)
        words = [translate("Time", "%n other slot(s) changed", "", others)] if others else []
        if proposal.remark is not None:
            words.append(say(proposal.remark, self.bridge.language))
        return " · ".join(words)

    # --- words ---------------------------------------------------------------------------------------------

    def _say(self) -> None:
        wish = self._wish
        if wish is None:
            return
        tree = self.bridge.tree
        question = translate("Time", "{deed}: “{slot}”. This touches other slots.")
        deed, slot = say(wish.label, self.bridge.language), short_name(self.bridge, tree.node(wish.slot))
        self._question.setText(question.format(deed=deed, slot=slot))
        for policy, words in WAYS:
            self._say_way(policy, translate("Time", words))
        for policy in sorted(self.buttons, key=lambda one: not self.buttons[one].hasFocus()):
            if self.buttons[policy].isEnabled():
                self._preview(policy)
                return

    def _say_way(self, policy: Policy, words: str) -> None:
        button, proposal = self.buttons[policy], self._proposals[policy]
        button.setEnabled(isinstance(proposal, Proposal))
        tip = proposal if isinstance(proposal, str) else ""
        if isinstance(proposal, Proposal) and self._wish is not None:
            others = sum(move.slot != self._wish.slot and move.old is not None for move in proposal.moves)
            tip = translate("Time", "%n other slot(s) would change", "", others) if others else ""
        button.setText(words)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)

    def _preview(self, policy: Policy) -> None:
        """Show what a way would move: on the time line, and in words under the ways."""
        proposal = self._proposals.get(policy)
        if self._wish is None or not isinstance(proposal, Proposal):
            return
        others = [move for move in proposal.moves if move.slot != self._wish.slot]
        names = SlotWords(self.bridge)
        lines = [move_words(names, proposal.day, move) for move in others[:_SHOWN_MOVES]]
        more = len(others) - _SHOWN_MOVES
        if more > 0:
            lines.append(translate("Time", "and %n more", "", more))
        if proposal.remark is not None:
            lines.append(say(proposal.remark, self.bridge.language))
        self._told.setText("\n".join(lines) or translate("Time", "Nothing else would move."))
        self.previewed.emit(proposal)

    def retranslate(self) -> None:
        """Say all in the window's language."""
        self.always.setText(translate("Time", "From now on, without asking"))
        self._cancel.setText(translate("Time", "Cancel"))
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    # --- Qt ------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what a way would do as soon as the hand or the keyboard is on it."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            for policy, button in self.buttons.items():
                if button is watched:
                    self._preview(policy)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave all as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_offer()
        else:
            super().keyPressEvent(event)
