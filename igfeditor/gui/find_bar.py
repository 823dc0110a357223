"""The bar under the panes that asks what to look for and what to write instead, with the list of places below.

It knows no agenda and finds nothing: it tells what the user wants and shows what it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from igfeditor.gui.find_list import FindModel
from igfeditor.gui.find_view import FindView
from igfeditor.gui.theme import GRID, Icon, icon
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import first_direction
from igfeditor.language.tongues import own_name
from igfeditor.model.search import Query

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BOX_LETTERS: Final = 18
_ROWS_SHOWN: Final = 7
_PAIR: Final = 2


class FindBar(QWidget):
    """What the user looks for. `asked` follows every change of it; `left` says that the user is done."""

    asked = Signal()
    step_requested = Signal(int)
    replace_requested = Signal()
    replace_all_requested = Signal()
    hit_chosen = Signal(int, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask for words; the box for other words is hidden."""
        super().__init__(parent)
        self.hits = FindModel(self)
        self.places = FindView(self.hits)
        self.words, self.new_words = QLineEdit(), QLineEdit()
        self._labels = QLabel(), QLabel()
        self.count, self.hint = QLabel(), QLabel()
        self.languages = QComboBox()
        self.previous, self.next = QToolButton(), QToolButton()
        self.match_case, self.whole_words, self.lists = QToolButton(), QToolButton(), QToolButton()
        self.close_button = QToolButton()
        self.replace, self.replace_all = QPushButton(), QPushButton()
        self.all = QCheckBox()
        self._offered: tuple[str, ...] = ()
        self._at: int | None = None
        self._is_busy = False
        self._has_replaced = False
        self._is_replacing = False
        self._build()
        self._connect()
        self.languages.addItem("")
        self.retranslate()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for button in (self.match_case, self.whole_words, self.lists):
            button.setCheckable(True)
        for button in (self.previous, self.next, self.match_case, self.whole_words, self.lists, self.close_button):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for box, label in zip((self.words, self.new_words), self._labels, strict=True):
            box.setClearButtonEnabled(True)
            box.setMinimumWidth(_BOX_LETTERS * self.fontMetrics().averageCharWidth())
            box.installEventFilter(self)
            label.setBuddy(box)
        self.all.setTristate(True)
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        for row, (label, box) in enumerate(zip(self._labels, (self.words, self.new_words), strict=True)):
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.addLayout(_row(self.previous, self.next, self.count, None, self.match_case, self.whole_words,
                            self.languages, self.lists, self.close_button), 0, 2)  # fmt: skip
        grid.addLayout(_row(self.replace, self.replace_all, self.all, None), 1, 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(grid)
        column.addWidget(self.hint)
        column.addWidget(self.places, 1)
        self._order()

    def _order(self) -> None:
        """From what is looked for one goes on to what comes instead, then to what can be done."""
        order: Sequence[QWidget] = (
            self.words, self.new_words, self.previous, self.next, self.match_case, self.whole_words, self.languages,
            self.lists, self.replace, self.replace_all, self.all, self.places, self.close_button,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for box in (self.words, self.new_words):
            box.textChanged.connect(lambda words, box=box: self._take_words(box, words))
        self.words.textChanged.connect(self._ask)
        self.new_words.textChanged.connect(lambda _: self._show_new())
        self.match_case.toggled.connect(self._ask)
        self.whole_words.toggled.connect(self._ask)
        self.languages.activated.connect(self._ask)
        self.previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self.next.clicked.connect(lambda: self.step_requested.emit(1))
        self.replace.clicked.connect(self.replace_requested)
        self.replace_all.clicked.connect(self.replace_all_requested)
        self.close_button.clicked.connect(self.left)
        self.lists.toggled.connect(lambda _: self._show_parts())
        self.all.clicked.connect(lambda: self.hits.choose_all(self.all.checkState() is not Qt.CheckState.Unchecked))
        self.places.chosen.connect(self.hit_chosen)
        self.hits.choice_changed.connect(self._show_choice)

    def _take_words(self, box: QLineEdit, words: str) -> None:
        self._has_replaced = False
        _turn(box, words)

    def _ask(self, *_: object) -> None:
        self.asked.emit()

    # --- what is wanted ------------------------------------------------------------------------------------

    @property
    def query(self) -> Query:
        """Give what is looked for."""
        language = self.languages.currentData()
        among = None if language is None else (language,)
        return Query(self.words.text(), among, self.match_case.isChecked(), self.whole_words.isChecked())

    def open(self, *, replacing: bool) -> None:
        """Show the boxes, for finding alone or for replacing too."""
        self._is_replacing = replacing
        self.show()
        self._show_parts()
        self._show_new()

    def set_languages(self, languages: Sequence[str]) -> None:
        """Offer the languages of an agenda; what was chosen stays chosen."""
        if tuple(languages) == self._offered:
            return
        self._offered = tuple(languages)
        chosen = self.languages.currentData()
        self.languages.clear()
        self.languages.addItem("")
        for language in languages:
            self.languages.addItem(own_name(language), language)
        self.languages.setCurrentIndex(max(self.languages.findData(chosen), 0))
        self._name_all()

    def _name_all(self) -> None:
        is_pair = len(self._offered) == _PAIR
        words = translate("Find", "Both languages") if is_pair else translate("Find", "All languages")
        self.languages.setItemText(0, words)

    # --- what is shown -------------------------------------------------------------------------------------

    def show_state(self, at: int | None, *, is_searching: bool) -> None:
        """Say how many places there are, and which of them is shown, or that more may come."""
        count = len(self.hits.matches)
        self._at = at
        has_words = bool(self.words.text())
        self.count.setText("" if not has_words else "…" if is_searching else _count_words(at, count))
        self.words.setAccessibleDescription(self.count.text() or self.hint.text())
        self._hint(is_searching=is_searching)
        for button in (self.previous, self.next):
            button.setEnabled(has_words and (is_searching or bool(count)))
        if at is not None:
            self.places.show_current(at)
        self._show_parts()
        self._show_choice()

    def _hint(self, *, is_searching: bool) -> None:
        query = self.query
        if not query.words:
            words = translate(
                "Find",
                "Write the words to look for. Tashkeel, hamza seats and the script of digits make no difference.",
            )
        elif is_searching or self.hits.matches:
            words = ""
        elif query.languages or query.match_case or query.whole_words:
            words = translate("Find", "Not found. Look in all languages, regardless of case and parts of words.")
        else:
            words = translate("Find", "Not found. Try fewer words or letters.")
        self.hint.setText(words)

    def set_busy(self, is_busy: bool) -> None:
        """Let nothing be replaced while something is."""
        self._is_busy = is_busy
        self._show_choice()

    def set_replaced(self) -> None:
        """Leave the next undo to the window: what was done last is a deed, and nothing that was written here."""
        self._has_replaced = True

    def _show_parts(self) -> None:
        for part in (self._labels[1], self.new_words, self.replace, self.replace_all, self.all):
            part.setVisible(self._is_replacing)
        self.lists.setVisible(not self._is_replacing)
        has_list = bool(self.hits.matches) and (self._is_replacing or self.lists.isChecked())
        self.places.setMinimumHeight(_ROWS_SHOWN * self.places.verticalHeader().defaultSectionSize())
        self.places.setVisible(has_list)
        self.hint.setVisible(bool(self.hint.text()))

    def _show_new(self) -> None:
        self.hits.show_new(self.new_words.text() if self._is_replacing else None)

    def _show_choice(self) -> None:
        count, all_there = len(self.hits.matches) - len(self.hits.left_out), len(self.hits.matches)
        state = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if count == all_there and count else state)
        self.all.setEnabled(bool(all_there))
        self.replace.setEnabled(bool(all_there) and not self._is_busy)
        self.replace_all.setEnabled(bool(count) and not self._is_busy)
        words = translate("Find", "Replace %n checked place(s)", "", count)
        self.replace_all.setText(words if count else translate("Find", "Replace the checked places"))

    def retranslate(self) -> None:
        """Say all in the window's language, and draw the icons in its mode."""
        for label, words in zip(self._labels, _labels(), strict=True):
            label.setText(words)
        self._name_all()
        self.languages.setAccessibleName(translate("Find", "Languages to look in"))
        self.replace.setText(translate("Find", "&Replace"))
        self.all.setText(translate("Find", "A&ll"))
        self.all.setAccessibleName(translate("Find", "Check all places"))
        for button, role, words in self._buttons():
            button.setIcon(icon(role))
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.places.retranslate()
        self.hits.retranslate()
        self.show_state(self._at, is_searching=self.count.text() == "…")

    def _buttons(self) -> tuple[tuple[QToolButton, Icon, str], ...]:
        return (
            (self.previous, Icon.UP, translate("Find", "Previous place (Shift+Enter)")),
            (self.next, Icon.DOWN, translate("Find", "Next place (Enter)")),
            (self.match_case, Icon.MATCH_CASE, translate("Find", "Match case")),
            (self.whole_words, Icon.WHOLE_WORDS, translate("Find", "Whole words only")),
            (self.lists, Icon.PLACES, translate("Find", "List all places")),
            (self.close_button, Icon.CLOSE, translate("Find", "Close (Esc)")),
        )

    # --- keys ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step by Enter, and lead from a box into the list by the arrow."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_undo(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            deed = self._deed_of(watched, event)
            if deed is not None:
                deed()
                return True
        return super().eventFilter(watched, event)

    def _is_undo(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        return self._has_replaced and (event.matches(keys.Undo) or event.matches(keys.Redo))

    def _deed_of(self, box: QObject, event: QKeyEvent) -> Callable[[], object] | None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if box is self.new_words:
                return self.replace_requested.emit if self.replace.isEnabled() else lambda: None
            step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            return lambda: self.step_requested.emit(step)
        if event.key() == Qt.Key.Key_Down and self.places.isVisible():
            return self.places.setFocus
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape, wherever in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and mode."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_is_replacing"):
            self.retranslate()


def _labels() -> tuple[str, str]:
    return translate("Find", "Fin&d"), translate("Find", "Replace &with")


def _count_words(at: int | None, count: int) -> str:
    if at is None or not count:
        return translate("Find", "%n place(s)", "", count)
    return translate("Find", "{place} of %n place(s)", "", count).format(place=at + 1)


def _turn(box: QLineEdit, words: str) -> None:
    """Let a box run as the first letter of its words; an empty one as the window."""
    direction = first_direction(words)
    if direction is None:
        box.unsetLayoutDirection()
        return
    wanted = Qt.LayoutDirection.RightToLeft if direction == "rtl" else Qt.LayoutDirection.LeftToRight
    if box.layoutDirection() != wanted or not box.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection):
        box.setLayoutDirection(wanted)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Put widgets side by side; None is the room between them."""
    row = QHBoxLayout()
    row.setSpacing(GRID // 2)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
