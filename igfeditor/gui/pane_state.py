"""The two narrow bars under the current line: formatting at the source, the state of the translation at the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from igfeditor.gui.pane_paint import tinted
from igfeditor.gui.pane_words import CHOICES, ICONS, Standing, standing_words
from igfeditor.gui.theme import GRID, Icon, colours, icon
from igfeditor.gui.translation import translate

BAR_HEIGHT: Final = 4 * GRID
_ICON: Final = 2 * GRID


class _Bar(QWidget):
    """A row of quiet controls that say themselves anew when language or mode change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GRID // 2)
        self.hide()

    def button(self) -> QToolButton:
        """Add a flat button."""
        made = QToolButton(self)
        made.setAutoRaise(True)
        made.setIconSize(QSize(_ICON, _ICON))
        made.setFixedHeight(3 * GRID + GRID // 2)
        # The caret stays in the text, whose words the button is about; keys reach the deed through the menus.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.row.addWidget(made)
        return made

    def retranslate(self) -> None:
        """Say all words in the window's language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and mode."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()


class FormatBar(_Bar):
    """Bold, italic, link and note mark."""

    bold_requested = Signal()
    italic_requested = Signal()
    link_requested = Signal()
    note_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Make the buttons."""
        super().__init__(parent)
        self._bold, self._italic, self._link, self._note = (self.button() for _ in range(4))
        self._bold.clicked.connect(self.bold_requested)
        self._italic.clicked.connect(self.italic_requested)
        self._link.clicked.connect(self.link_requested)
        self._note.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._notes = QMenu(self._note)
        self._note.setMenu(self._notes)
        self.row.addStretch(1)
        self.retranslate()

    def set_notes(self, notes: Iterable[tuple[str, str]]) -> None:
        """Offer the notes that a text can refer to, each with its id and its first words."""
        self._notes.clear()
        for note, words in notes:
            self._notes.addAction(words).triggered.connect(lambda _=False, note=note: self.note_requested.emit(note))
        self._note.setVisible(not self._notes.isEmpty())

    def retranslate(self) -> None:
        """Say all words in the window's language."""
        for button, role, words in (
            (self._bold, Icon.BOLD, translate("Panes", "Bold")),
            (self._italic, Icon.ITALIC, translate("Panes", "Italic")),
            (self._link, Icon.LINK, translate("Panes", "Link")),
            (self._note, Icon.NOTE, translate("Panes", "Note mark")),
        ):
            button.setIcon(icon(role))
            button.setToolTip(words)
            button.setAccessibleName(words)


class StateBar(_Bar):
    """The state of a translation in words, the choice of another, and confirm-and-next."""

    state_chosen = Signal(str)
    confirm_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make the controls."""
        super().__init__(parent)
        self._standing = Standing.UNTRANSLATED
        self._state: str | None = None
        self._picture = QLabel(self)
        self.row.addWidget(self._picture)
        self.choice = QComboBox(self)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # A state that cannot be read is no state: the choice is never narrower than its words.
        self.choice.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choice.activated.connect(lambda place: self.state_chosen.emit(CHOICES[place].value))
        self.row.addWidget(self.choice)
        self._copy = self.button()
        self._copy.clicked.connect(self.copy_requested)
        self.row.addStretch(1)
        self.confirm = self.button()
        self.confirm.clicked.connect(self.confirm_requested)
        self.retranslate()

    def show_state(self, standing: Standing, state: str | None) -> None:
        """Show how far a translation is; `state` is the one that it has in the file, stale or not."""
        self._standing, self._state = standing, state
        is_stale = standing is Standing.STALE
        chosen = Standing(state) if is_stale and state else Standing.TRANSLATED if is_stale else standing
        self.choice.setCurrentIndex(CHOICES.index(chosen))
        # The choice has the icon of its state; only staleness, which cannot be chosen, needs one of its own.
        self._picture.setVisible(is_stale)
        self._picture.setPixmap(tinted(Icon.STALE, colours().warning, _ICON, self.devicePixelRatioF()))
        self._copy.setVisible(standing is Standing.UNTRANSLATED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the button out where there is no room for them: its tool tip has them."""
        super().resizeEvent(event)
        words = self.fontMetrics().horizontalAdvance(self.confirm.text()) + 6 * GRID
        is_roomy = self.width() >= self.choice.sizeHint().width() + words + 7 * GRID
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if is_roomy else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.confirm.setToolButtonStyle(style)

    def retranslate(self) -> None:
        """Say all words in the window's language."""
        place = self.choice.currentIndex()
        self.choice.clear()
        for standing in CHOICES:
            self.choice.addItem(icon(ICONS[standing]), standing_words(standing))
        self.choice.setCurrentIndex(max(place, 0))
        name = translate("Panes", "State of the translation")
        self.choice.setAccessibleName(name)
        self.choice.setToolTip(name)
        self._picture.setToolTip(translate("Panes", "The source has changed since this was translated"))
        self.confirm.setText(translate("Panes", "Confirm, next"))
        self.confirm.setIcon(icon(Icon.CONFIRM))
        self.confirm.setToolTip(translate("Panes", "Confirm and go to the next open text"))
        self._copy.setIcon(icon(Icon.COPY))
        copy = translate("Panes", "Copy the source")
        self._copy.setToolTip(copy)
        self._copy.setAccessibleName(copy)
        self.show_state(self._standing, self._state)
