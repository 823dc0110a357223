"""One card of a merge: how both began, mine and theirs with the differing words lit, and the choice between them.

What was taken over is shown in the same place, as it was and as it is now; there is nothing to choose then.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from igfeditor.gui.pane_diff import Lit, changed_lines, changed_words, shared_lights
from igfeditor.gui.pane_shown import lit_look
from igfeditor.gui.panels.texts import TextLine
from igfeditor.gui.text_editor import Light, TextEditor
from igfeditor.gui.text_markup import OBJECT
from igfeditor.gui.theme import GRID, Icon, icon, text_font
from igfeditor.gui.translation import translate
from igfeditor.language.markup import Piece, write
from igfeditor.language.tongues import own_name
from igfeditor.translation.merge import Decision, Side

_EDITOR_LINES: Final = 5


class Shown(NamedTuple):
    """What is to be shown: texts as they are stored, or plain words; nothing where a side is not shown at all.

    `is_list` lights whole lines, as an order has them; `decision` is what is chosen.
    """

    place: str
    language: str
    base: str | None
    mine: str | None
    theirs: str | None
    is_text: bool = False
    is_list: bool = False
    is_choice: bool = True
    decision: Decision | None = None


class _Version(QWidget):
    """A heading over a text that is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.text = QLabel(), TextLine("en")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addStretch(1)

    def show_words(self, heading: str, words: str | None, language: str, lights: Iterable[Lit] = ()) -> None:
        """Show words in their language, some of them lit."""
        self.setVisible(words is not None)
        self.heading.setText(heading)
        self.text.setAccessibleName(f"{heading}: {own_name(language)}")
        if words is not None:
            self.text.set_language(language)
            self.text.setFont(text_font(language))
            self.text.light(Light.STALE, [])
            self.text.show_text(words)
            self.text.light(Light.STALE, _selections(self.text.document(), lights))


class _Editor(TextEditor):
    """The editor of other words: it scrolls, and has an undo of its own, for nothing is stored before the merge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("en", parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.viewport().setAutoFillBackground(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(GRID // 2)
        self.undo_requested.connect(self.undo)
        self.redo_requested.connect(self.redo)
        self.left.connect(self.focusNextPrevChild)

    def begin(self, words: str, language: str) -> None:
        """Begin with words that cannot be undone."""
        self.set_language(language)
        self.setFont(text_font(language))
        self.setUndoRedoEnabled(False)
        self.show_text(words)
        self.setUndoRedoEnabled(True)
        lines = _EDITOR_LINES if len(words) > 200 else 3
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * lines) + 2 * GRID)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll."""
        QTextEdit.wheelEvent(self, event)


class MergeCard(QWidget):
    """Shows a card or a change; `decided` carries a `Decision`, `next_requested` the wish to go on."""

    decided = Signal(object)
    next_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._shown = Shown("", "en", None, None, None)
        self.place = QLabel()
        self.base, self.mine, self.theirs = _Version(), _Version(), _Version()
        self.choices = {side: QRadioButton() for side in ("mine", "theirs", "edit")}
        self.next = QToolButton()
        self.editor = _Editor()
        self._group = QButtonGroup(self)
        self._bar = QWidget()
        self._build()

    def _build(self) -> None:
        self.place.setWordWrap(True)
        font = self.place.font()
        font.setBold(True)
        self.place.setFont(font)
        self._name_choices()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        for way, button in self.choices.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, way=way: self.choose(way))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.next)
        self.next.setAutoRaise(True)
        self.next.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.next.clicked.connect(self.next_requested)
        self.editor.edited.connect(lambda *_: self._tell_words())
        self.editor.entered.connect(lambda _: self.next_requested.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self.place, self._bar, self._versions(), self.editor):
            column.addWidget(part)

    def _name_choices(self) -> None:
        words = (
            ("mine", translate("Merge", "Take &mine"), "Ctrl+1"),
            ("theirs", translate("Merge", "Take &theirs"), "Ctrl+2"),
            ("edit", translate("Merge", "&Other words"), "Ctrl+3"),
        )
        for way, said, keys in words:
            self.choices[way].setText(said)
            self.choices[way].setToolTip(f"{said.replace('&', '')} ({keys})")
        self.editor.setAccessibleName(translate("Merge", "Other words"))
        self.next.setIcon(icon(Icon.DOWN))
        self.next.setAccessibleName(translate("Merge", "Next card that is not decided"))
        self.next.setToolTip(f"{self.next.accessibleName()} (Ctrl+Enter)")

    def _versions(self) -> QScrollArea:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        # A side that is not there leaves its room to the other.
        sides = QHBoxLayout()
        sides.setSpacing(2 * GRID)
        for side in (self.mine, self.theirs):
            sides.addWidget(side, 1)
        column.addWidget(self.base)
        column.addLayout(sides)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(ground)
        return self._area

    # --- showing -------------------------------------------------------------------------------------------

    def show_card(self, shown: Shown) -> None:
        """Show another card or change."""
        self._shown = shown
        self.place.setText(shown.place)
        self._show_versions(shown)
        self._bar.setVisible(shown.is_choice)
        self.choices["edit"].setVisible(shown.is_text)
        self._area.verticalScrollBar().setValue(0)
        self.show_decision(shown.decision)

    def _show_versions(self, shown: Shown) -> None:
        base, mine, theirs = (_stored(words, shown) for words in (shown.base, shown.mine, shown.theirs))
        if shown.is_choice:
            heads = translate("Merge", "Before, in both"), translate("Merge", "Mine"), translate("Merge", "Theirs")
        else:
            heads = "", translate("Merge", "Before"), translate("Merge", "Now")
        self.base.show_words(heads[0], base, shown.language)
        # Of what was taken over only the new words are lit, for the old ones are no choice any more.
        lights = _lit(shown, mine, (base, theirs)) if shown.is_choice else ()
        self.mine.show_words(heads[1], mine, shown.language, lights)
        self.theirs.show_words(heads[2], theirs, shown.language, _lit(shown, theirs, (base, mine)))

    def show_decision(self, decision: Decision | None) -> None:
        """Show what is chosen, or that nothing is."""
        way = None if decision is None else decision.side.value if decision.words is None else "edit"
        self._group.setExclusive(False)
        for name, button in self.choices.items():
            button.setChecked(name == way)
        self._group.setExclusive(True)
        words = None if decision is None else decision.words
        if words is not None and (words, self._shown.language) != (self.editor.stored, self.editor.language):
            self.editor.begin(words, self._shown.language)
        self.editor.setVisible(words is not None and self._shown.is_choice)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the mode."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "next"):
            self.next.setIcon(icon(Icon.DOWN))

    # --- choosing ------------------------------------------------------------------------------------------

    def choose(self, way: str) -> None:
        """Choose a side, or begin to edit what is chosen so far; only a text can be said in other words."""
        if not self._shown.is_choice or (way == "edit" and not self._shown.is_text):
            return
        if way != "edit":
            self._decide(Decision(Side(way)))
            return
        before = self._shown.decision
        side = Side.MINE if before is None else before.side
        words = before.words if before is not None and before.words is not None else None
        if words is None:
            words = (self._shown.mine if side is Side.MINE else self._shown.theirs) or ""
        self.editor.begin(words, self._shown.language)
        self._decide(Decision(side, words))
        self.editor.setFocus()

    def _tell_words(self) -> None:
        before = self._shown.decision
        self._decide(Decision(Side.MINE if before is None else before.side, self.editor.stored))

    def _decide(self, decision: Decision) -> None:
        self._shown = self._shown._replace(decision=decision)
        self.show_decision(decision)
        self.decided.emit(decision)

    def focus_choice(self) -> None:
        """Take the keyboard to the choice that is made, or to the first."""
        if self._shown.is_choice:
            chosen = self._group.checkedButton() or self.choices["mine"]
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)


def _stored(words: str | None, shown: Shown) -> str | None:
    """Give words as a stored text: plain ones hold no markup."""
    return words if words is None or shown.is_text else write([Piece(words)])


def _lit(shown: Shown, words: str | None, others: Iterable[str | None]) -> tuple[Lit, ...]:
    """Light what a side alone says: neither did it stand there before, nor does the other side say the same."""
    if words is None or not (shown.is_text or shown.is_list):
        return ()
    differs = changed_lines if shown.is_list else changed_words
    lights = [differs(other, words) for other in others if other]
    return shared_lights(*lights) if len(lights) > 1 else next(iter(lights), ())


def _selections(document: QTextDocument, lights: Iterable[Lit]) -> list[QTextEdit.ExtraSelection]:
    """Find the lit letters in a document in one walk: a long text may have hundreds of them."""
    letters = document.toRawText()
    # The document counts in UTF-16, and the lights count no note marks.
    units = [0, *accumulate(2 if letter > "\uffff" else 1 for letter in letters)]
    places = [place for place, letter in enumerate(letters) if letter != OBJECT]
    selections: list[QTextEdit.ExtraSelection] = []
    for lit in lights:
        if lit.start < lit.end <= len(places):
            cursor, selection = QTextCursor(document), QTextEdit.ExtraSelection()
            cursor.setPosition(units[places[lit.start]])
            cursor.setPosition(units[places[lit.end - 1] + 1], QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, lit_look(is_new=lit.is_new)  # pyright: ignore[reportAttributeAccessIssue]
            selections.append(selection)
    return selections
