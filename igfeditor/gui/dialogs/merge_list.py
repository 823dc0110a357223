"""The two lists of a merge: what both changed, and what is taken over; only lines that are seen are said."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from igfeditor.gui.pane_paint import tinted
from igfeditor.gui.theme import GRID, Icon, colours, text_font
from igfeditor.language.bidi import direction_of
from igfeditor.language.marks import with_marks

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `Line` itself, from which the delegate draws."""

_NOWHERE: Final = QModelIndex()
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOL_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_ICON: Final = 2 * GRID
_SMALL: Final = 0.9
_MOST_LETTERS: Final = 200
_NASKH_SHARE: Final = 0.8
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(NamedTuple):
    """What a row says: above where it is, below what is with it; `is_open` where somebody has to choose.

    `language` is that of what stands below, where it is another than the window's.
    """

    head: str
    tail: str
    icon: Icon
    is_open: bool = False
    language: str = ""


class MergeModel(QAbstractListModel):
    """Rows that say their line when somebody looks."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        """Have no rows; `language` is that of the window."""
        super().__init__(parent)
        self.language = language
        self._count = 0
        self._line_of: Callable[[int], Line] | None = None
        self._lines: dict[int, Line] = {}

    def show_lines(self, count: int, line_of: Callable[[int], Line]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._count, self._line_of, self._lines = count, line_of, {}
        self.endResetModel()

    def tell(self, row: int | None = None) -> None:
        """Say a row anew, or all."""
        if row is None:
            self._lines.clear()
        else:
            self._lines.pop(row, None)
        if self._count:
            first, last = (0, self._count - 1) if row is None else (row, row)
            self.dataChanged.emit(self.index(first), self.index(last))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Give what a row says: to the eye, to the ear, to the delegate."""
        if not index.isValid() or role not in {LINE_ROLE, _DISPLAY, _SPOKEN, _TOOL_TIP}:
            return None
        line = self._line(index.row())
        if role == LINE_ROLE:
            return line
        if role == _DISPLAY:
            return with_marks(line.head, direction_of(self.language))
        return ("\n" if role == _TOOL_TIP else ". ").join(filter(None, (line.head, line.tail)))

    def _line(self, row: int) -> Line:
        if row not in self._lines and self._line_of is not None:
            self._lines[row] = self._line_of(row)
        return self._lines[row]


class MergeDelegate(QStyledItemDelegate):
    """Draws a row on two lines, in the direction of the window."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        """Draw in a language of the window."""
        super().__init__(parent)
        self._language = language
        self._is_rtl = direction_of(language) == "rtl"

    def _height(self, *, small: bool = False) -> int:
        return ceil(QFontMetrics(_font(self._language, small=small)).height() * (_NASKH_SHARE if self._is_rtl else 1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give all rows two lines."""
        return QSize(0, self._height() + self._height(small=True) + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the icon and both lines; a bar marks where one stands."""
        line: Line = index.data(LINE_ROLE)
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - stubs lack the fields of options
        chosen = colours()
        painter.save()
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(chosen.selection))
            bar = QRect(area.right() - 2 if self._is_rtl else area.left(), area.top(), 3, area.height())
            painter.fillRect(bar, QColor(chosen.accent if state & QStyle.StateFlag.State_HasFocus else chosen.line))
        inner = area.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        colour = chosen.warning if line.is_open else chosen.good
        place = QRect(inner.left(), inner.top() + (self._height() - _ICON) // 2, _ICON, _ICON)
        if self._is_rtl:
            place.moveRight(inner.right())
        painter.drawPixmap(place.topLeft(), tinted(line.icon, colour, _ICON, painter.device().devicePixelRatioF()))
        room = _ICON + GRID
        inner = inner.adjusted(0, 0, -room, 0) if self._is_rtl else inner.adjusted(room, 0, 0, 0)
        painter.setPen(QColor(chosen.text))
        head = QRect(inner.left(), inner.top(), inner.width(), self._height())
        # The end of a place says most of it.
        self._write(painter, head, line.head, self._language, elide=Qt.TextElideMode.ElideMiddle)
        painter.setPen(QColor(colour if line.is_open else chosen.quiet))
        tail = inner.adjusted(0, self._height(), 0, 0)
        self._write(painter, tail, line.tail, line.language or self._language, small=True)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        language: str,
        *,
        small: bool = False,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        """Write one line in the direction of its language, at the side where lines of the window begin."""
        font = _font(language, small=small)
        painter.setFont(font)
        # Of a long text no more is looked at than a line can show.
        words = with_marks(" ".join(text[:_MOST_LETTERS].split()), direction_of(language))
        said = QFontMetrics(font).elidedText(words, elide, area.width())
        is_rtl = direction_of(language) == "rtl"
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if self._is_rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area, int(flags), said)


def _font(language: str, *, small: bool = False) -> QFont:
    font = text_font(language)
    if small:
        font.setPointSizeF(font.pointSizeF() * _SMALL)
    return font


class MergeList(QListView):
    """One of the lists; `stood_on` tells of the row that somebody went to, `entered` of Enter on it."""

    stood_on = Signal(int)
    entered = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """Have no rows."""
        super().__init__(parent)
        self.rows = MergeModel(language, self)
        self.setModel(self.rows)
        self.setItemDelegate(MergeDelegate(language, self))
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(lambda index: self.stood_on.emit(index.row()))
        self._is_quiet = False

    @property
    def row(self) -> int:
        """Give the row that one stands on, -1 where that is none."""
        return self.currentIndex().row()

    def stand_on(self, row: int) -> None:
        """Stand on a row, and tell of it."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.rows.index(row)
        self._is_quiet = True
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self._is_quiet = False
        self.scrollTo(index)
        self.stood_on.emit(row)

    def leave(self) -> None:
        """Mark no row: what is shown is one of the other list."""
        self._is_quiet = True
        self.selectionModel().clear()
        self._is_quiet = False

    def _tell(self, current: Index) -> None:
        if current.isValid() and not self._is_quiet:
            self.stood_on.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to what can be done with the row by Enter."""
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
