"""How the places that were found are drawn and gone through: one line each, in the direction of its language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from igfeditor.gui.find_list import PREVIEW_ROLE, Column, FindModel, Index, Preview
from igfeditor.gui.theme import GRID, colours, text_font
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import direction_of
from igfeditor.language.marks import with_marks_over

_WIDEST_SHARE: Final = 0.4
_MEASURED: Final = 40
_PART: Final = "\u200a"


class FindDelegate(QStyledItemDelegate):
    """Draws the words of a place; what was found is lit, and struck out where it is to go."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        shown = index.data(PREVIEW_ROLE)
        if not isinstance(shown, Preview):
            super().paint(painter, option, index)
            self._frame_box(painter, option, index)
            return
        look = QStyleOptionViewItem(option)
        self.initStyleOption(look, index)
        look.text = ""  # pyright: ignore[reportAttributeAccessIssue] - options are plain fields
        widget: QWidget = look.widget  # pyright: ignore[reportAttributeAccessIssue]
        area: QRect = look.rect  # pyright: ignore[reportAttributeAccessIssue]
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, look, painter, widget)
        painter.save()
        painter.setClipRect(area)
        painter.setPen(QColor(colours().text))
        layout = layout_of(shown, area.width() - 2 * GRID)
        top = area.top() + (area.height() - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(area.left() + GRID, top))
        painter.restore()

    def _frame_box(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line round the box of a row, which the style draws in the colour of the dark ground."""
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return
        look = QStyleOptionViewItem(option)
        self.initStyleOption(look, index)
        widget: QWidget = look.widget  # pyright: ignore[reportAttributeAccessIssue]
        box = widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, look, widget)
        painter.setPen(QColor(colours().quiet))
        painter.drawRect(box.adjusted(0, 0, -1, -1))


def layout_of(shown: Preview, width: float) -> QTextLayout:
    """Lay a place out on one line of a width; what follows the found words is cut off where it is too long."""
    font, direction = text_font(shown.language), direction_of(shown.language)
    new = shown.new or ""
    metrics = QFontMetricsF(font)
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    taken = QFontMetricsF(strong).horizontalAdvance(shown.found + _PART + new)
    room = width - taken - metrics.horizontalAdvance(shown.before)
    after = metrics.elidedText(shown.after, Qt.TextElideMode.ElideRight, max(room, metrics.averageCharWidth() * 2))
    before, found, after = with_marks_over([shown.before, shown.found, after], direction)
    new = f"{_PART}\u2068{new}\u2069" if new else ""
    layout = QTextLayout(before + found + new + after, font)
    option = QTextOption()
    is_rtl = direction == "rtl"
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    # A layout takes this for the sides of the screen: only documents turn it with the direction.
    option.setAlignment(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    starts = (_units(before), _units(before + found))
    old = _lit(is_old=shown.new is not None)
    layout.setFormats([_range(starts[0], _units(found), old), _range(starts[1], _units(new), _lit(is_old=False))])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _lit(*, is_old: bool) -> QTextCharFormat:
    """Give the look of words that were found, or that come; old ones go."""
    chosen, look = colours(), QTextCharFormat()
    look.setForeground(QColor(chosen.quiet if is_old else chosen.text))
    look.setFontStrikeOut(is_old)
    if not is_old:
        look.setBackground(QColor(chosen.stale))
        look.setFontWeight(QFont.Weight.DemiBold)
    return look


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class FindView(QTableView):
    """The list of places; `chosen` carries the row that the user went to, and whether into its text."""

    chosen = Signal(int, bool)

    def __init__(self, model: FindModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self._places = model
        self.setModel(model)
        self.setItemDelegate(FindDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._is_following = False
        model.modelReset.connect(self.fit)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row(), True))
        self.fit()
        self.retranslate()

    def retranslate(self) -> None:
        """Say all in the window's language; a soft ground marks a row, so that what is lit in it is seen."""
        self.setAccessibleName(translate("Find", "Places that were found"))
        palette, chosen = QPalette(), colours()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(chosen.selection))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(chosen.text))
        self.setPalette(palette)

    def fit(self) -> None:
        """Give rows and columns the size of their words."""
        height = max(QFontMetricsF(text_font(language)).height() for language in ("en", "ar"))
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setDefaultSectionSize(int(height) + GRID // 2)
        widest = int(self.viewport().width() * _WIDEST_SHARE)
        for column in (Column.WHERE, Column.LANGUAGE):
            self.horizontalHeader().resizeSection(column, min(widest, self._width_of(column)))

    def _width_of(self, column: Column) -> int:
        """Give the width that the first rows of a column want: all of them would be too many to ask."""
        cells = (self.model().index(row, column) for row in range(min(_MEASURED, self.model().rowCount())))
        widths = [self.itemDelegate().sizeHint(self._option, cell).width() for cell in cells]
        return max(widths, default=0) + 2 * GRID

    @property
    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def show_current(self, row: int) -> None:
        """Mark a row as the one where the user is, without going there."""
        self._is_following = True
        where = self.model().index(row, Column.WHERE)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(where, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(where)
        self._is_following = False

    def _tell(self, current: Index) -> None:
        if current.isValid() and not self._is_following:
            self.chosen.emit(current.row(), False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into a text by Enter, and choose it or leave it out by Space."""
        where = self.currentIndex().siblingAtColumn(Column.WHERE)
        if where.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(where.row(), True)
        elif where.isValid() and event.key() == Qt.Key.Key_Space and where.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self._places.turn(where.row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_is_following"):
            self.fit()
