"""How a row of the tree is drawn: quiet and dense, its time in the gutter, its title in the direction of its language.

All is drawn from the `RowWords` of the row; nothing is drawn by the style but the editor in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from math import ceil
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from igfeditor.checks.gathered import Tally
from igfeditor.gui import theme
from igfeditor.gui.finding_words import SEVERITIES, severity_colour
from igfeditor.gui.pane_paint import draw_icon
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_model import LANGUAGE_ROLE, WORDS_ROLE, Column
from igfeditor.gui.tree_words import STATES, RowWords, ShownState, Sort
from igfeditor.language.bidi import direction_of
from igfeditor.language.marks import with_marks

if TYPE_CHECKING:
    from igfeditor.language.wording import Wording

# Which of the theme's colours a state has; what asks for work stands out, what is done is quiet.
_TINTS: Final[Mapping[ShownState, str]] = MappingProxyType(
    {"untranslated": "accent", "stale": "warning", "translated": "quiet", "reviewed": "good", "final": "good"}
)
Index = QModelIndex | QPersistentModelIndex

_GAP: Final = theme.GRID // 2
_MOST_COUNTED: Final = 99
_WIDEST: Final = (time(0, 0), time(22, 50))
# A Naskh has room above and below that a row of a list does not need.
_NASKH_SHARE: Final = 0.78


@dataclass(frozen=True, slots=True)
class _Fonts:
    """The fonts of rows, made once for the font of the window."""

    plain: Mapping[str, QFont]
    strong: Mapping[str, QFont]
    figures: QFont

    def of(self, words: RowWords, language: str) -> QFont:
        fonts = self.strong if words.sort in (Sort.DAY, Sort.MEETING) else self.plain
        return fonts[direction_of(language)]


class TreeDelegate(QStyledItemDelegate):
    """Draws the rows, and edits a title in place."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        """Draw for a window that speaks a language."""
        super().__init__(parent)
        self.language = language
        self._fonts = self._made_fonts()

    def refresh(self, language: str) -> None:
        """Follow the language and the font of the window."""
        self.language = language
        self._fonts = self._made_fonts()

    def _made_fonts(self) -> _Fonts:
        plain = {"ltr": theme.text_font("en"), "rtl": theme.text_font("ar")}
        strong = {direction: QFont(font) for direction, font in plain.items()}
        for font in strong.values():
            font.setWeight(QFont.Weight.DemiBold)
        # Figures of one width keep the times of all rows under each other.
        figures = QFont(plain[direction_of(self.language)])
        figures.setFeature(QFont.Tag("tnum"), 1)
        return _Fonts(plain, strong, figures)

    # --- sizes ---------------------------------------------------------------------------------------------

    @property
    def row_height(self) -> int:
        """Give the height of every row, for the larger of both fonts."""
        latin, naskh = (QFontMetrics(self._fonts.strong[direction]).height() for direction in ("ltr", "rtl"))
        return max(latin, ceil(naskh * _NASKH_SHARE)) + theme.GRID

    def time_width(self, wording: Wording) -> int:
        """Give the width of the gutter: that of the widest time of the house's clock."""
        return QFontMetrics(self._fonts.figures).horizontalAdvance(wording.time_range(*_WIDEST)) + 2 * theme.GRID

    @property
    def state_width(self) -> int:
        """Give the width of the column of icons."""
        return self._icon_size + 2 * theme.GRID

    @property
    def findings_width(self) -> int:
        """Give the width of the column of counts: an icon, and a number of two figures."""
        return self._icon_size + QFontMetrics(self._fonts.figures).horizontalAdvance("00") + theme.GRID

    @property
    def _icon_size(self) -> int:
        return QFontMetrics(self._fonts.plain["ltr"]).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give all rows one height."""
        return QSize(0, self.row_height)

    # --- drawing -------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell; the ground of the row is the view's."""
        words: RowWords | None = index.data(WORDS_ROLE)
        if words is None:
            return
        painter.save()
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft  # pyright: ignore[reportAttributeAccessIssue] - stubs lack the fields of options
        cell: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        if index.column() == Column.TIME:
            self._paint_time(painter, cell, words, mirrored)
        elif index.column() == Column.TITLE:
            self._paint_title(painter, cell, words, mirrored)
        elif index.column() == Column.FINDINGS:
            if words.found is not None:
                self._paint_found(painter, cell, words.found, mirrored)
        elif words.state is not None:
            self._paint_state(painter, cell, words.state)
        painter.restore()

    def _paint_time(self, painter: QPainter, cell: QRect, words: RowWords, mirrored: bool) -> None:
        colours = theme.colours()
        is_head = words.sort in (Sort.DAY, Sort.MEETING)
        painter.setPen(QColor(colours.text if words.sort is Sort.DAY else colours.quiet))
        font = self._fonts.of(words, self.language) if is_head else self._fonts.figures
        room = cell.adjusted(theme.GRID, 0, -_GAP, 0) if not mirrored else cell.adjusted(_GAP, 0, -theme.GRID, 0)
        _draw(painter, room, words.when, font, self.language, mirrored)

    def _paint_title(self, painter: QPainter, cell: QRect, words: RowWords, mirrored: bool) -> None:
        colours = theme.colours()
        if words.marker:
            painter.setPen(QColor(colours.text if words.sort is Sort.DAY else colours.quiet))
            room = cell.adjusted(_GAP, 0, -_GAP, 0)
            _draw(painter, room, words.marker, self._fonts.of(words, self.language), self.language, mirrored)
        is_quiet = words.is_faint or words.sort is Sort.BREAK
        painter.setPen(QColor(colours.quiet if is_quiet else colours.text))
        room = self._title_room(cell, words, mirrored)
        _draw(painter, room, words.title, self._title_font(words), words.language, mirrored)

    def _title_room(self, cell: QRect, words: RowWords, mirrored: bool) -> QRect:
        """Give where the title stands: behind the number, the letter or the date."""
        room = cell.adjusted(_GAP, 0, -_GAP, 0)
        if not words.marker:
            return room
        font = self._fonts.of(words, self.language)
        width = QFontMetrics(font).horizontalAdvance(with_marks(words.marker, direction_of(self.language)))
        width = min(width + (theme.GRID if words.sort is Sort.DAY else _GAP), room.width())
        return room.adjusted(0, 0, -width, 0) if mirrored else room.adjusted(width, 0, 0, 0)

    def _title_font(self, words: RowWords) -> QFont:
        """Give the font of a title; of a day the date is strong and its heading is not."""
        if words.sort is Sort.DAY:
            return self._fonts.plain[direction_of(words.language)]
        return self._fonts.of(words, words.language)

    def _paint_state(self, painter: QPainter, cell: QRect, state: ShownState) -> None:
        size = self._icon_size
        place = QRect(0, 0, size, size)
        place.moveCenter(cell.center())
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(place, _tinted(state, size, ratio, getattr(theme.colours(), _TINTS[state])))

    def _paint_found(self, painter: QPainter, cell: QRect, found: Tally, mirrored: bool) -> None:
        """Draw the icon and the colour of the worst that was found in a row and under it, and how much it was."""
        size, colour = self._icon_size, severity_colour(found.worst)
        place = QRect(0, 0, size, size)
        place.moveCenter(cell.center())
        (place.moveRight if mirrored else place.moveLeft)(cell.right() if mirrored else cell.left())
        draw_icon(painter, SEVERITIES[found.worst].icon, QRectF(place), colour)
        painter.setPen(QColor(colour))
        room = cell.adjusted(0, 0, -size - _GAP, 0) if mirrored else cell.adjusted(size + _GAP, 0, 0, 0)
        said = str(found.count) if found.count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
        _draw(painter, room, said, self._fonts.figures, self.language, mirrored)

    # --- editing in place ----------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a line that runs as the language of its text does, whatever is typed first."""
        editor = QLineEdit(parent)
        words: RowWords = index.data(WORDS_ROLE)
        language: str = index.data(LANGUAGE_ROLE)
        rtl = direction_of(language) == "rtl"
        editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        # A line follows its first letter whatever its layout is; what fixes it is the key that Windows has for it.
        key = Qt.Key.Key_Direction_R if rtl else Qt.Key.Key_Direction_L
        stroke = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(editor, stroke)
        editor.setFont(theme.text_font(language))
        editor.setFrame(False)
        editor.setTextMargins(0, 0, 0, 0)
        editor.setAccessibleName(translate("Tree", "Title"))
        if not index.data(Qt.ItemDataRole.EditRole):
            editor.setPlaceholderText(words.title)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the title as it is stored; what has been typed is not written over by a deed elsewhere."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the title over."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the line over the title, behind the number or letter."""
        cell: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft  # pyright: ignore[reportAttributeAccessIssue]
        editor.setGeometry(self._title_room(cell, index.data(WORDS_ROLE), mirrored).adjusted(-2, 1, 2, -1))


@lru_cache(maxsize=64)
def _tinted(state: ShownState, size: int, ratio: float, colour: str) -> QPixmap:
    """Give the icon of a state in a colour of its own."""
    pixmap = theme.icon(STATES[state].icon).pixmap(QSize(size, size), ratio)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    return pixmap


def _draw(painter: QPainter, room: QRect, text: str, font: QFont, language: str, mirrored: bool) -> None:
    """Draw one line at the side where rows begin, in the direction of its language."""
    if not text or room.width() <= 0:
        return
    direction = direction_of(language)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    marked = with_marks(text, direction)
    said = metrics.elidedText(marked, Qt.TextElideMode.ElideRight, room.width())
    rtl = direction == "rtl"
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(room, int(flags), said)
