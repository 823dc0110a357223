"""The list of findings as it is drawn and gone through: groups on one line, each finding on two."""

from __future__ import annotations

from collections.abc import Hashable
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from igfeditor.gui.finding_words import SEVERITIES, severity_colour, severity_words
from igfeditor.gui.pane_paint import tinted
from igfeditor.gui.panels.finding_rows import ROW_ROLE, FindingModel, FindingRow, Index, Sort
from igfeditor.gui.theme import GRID, Icon, colours, text_font
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import direction_of
from igfeditor.language.marks import with_marks

_ICON: Final = 2 * GRID
_SMALL: Final = 0.9
_NASKH_SHARE: Final = 0.8


class FindingDelegate(QStyledItemDelegate):
    """Draws the rows in the direction of the window."""

    language = "en"

    def _font(self, *, strong: bool = False, small: bool = False) -> QFont:
        font = text_font(self.language)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        if small:
            font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font

    def _line(self, *, small: bool = False) -> int:
        share = _NASKH_SHARE if direction_of(self.language) == "rtl" else 1
        return ceil(QFontMetrics(self._font(small=small)).height() * share)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give groups one line and findings two."""
        row: FindingRow = index.data(ROW_ROLE)
        lines = self._line() if row.is_group else self._line() + max(self._line(small=True), _ICON)
        return QSize(0, lines + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row: its ground is the view's."""
        row: FindingRow = index.data(ROW_ROLE)
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - stubs lack the fields of options
        painter.save()
        if row.is_group:
            self._paint_group(painter, area.adjusted(GRID // 2, 0, -GRID, 0), row)
        else:
            self._paint_finding(painter, area.adjusted(GRID // 2, GRID // 2, -GRID // 2, -GRID // 2), row)
        painter.restore()

    def _paint_group(self, painter: QPainter, area: QRect, row: FindingRow) -> None:
        chosen = colours()
        painter.setPen(QColor(chosen.quiet))
        taken = self._write(painter, area, str(row.count), self._font(small=True), at_end=True)
        painter.setPen(QColor(chosen.text))
        font = self._font(strong=row.sort is not Sort.SLOT)
        self._write(painter, self._without_end(area, taken + GRID), row.title, font)

    def _paint_finding(self, painter: QPainter, area: QRect, row: FindingRow) -> None:
        head = QRect(area.left(), area.top(), area.width(), max(self._line(small=True), _ICON))
        icon, words, colour = Icon.WAIVE, translate("Findings", "Waived"), colours().quiet
        if row.finding is not None:
            severity = row.finding.severity
            icon, words, colour = SEVERITIES[severity].icon, severity_words(severity), severity_colour(severity)
        place = QRect(head.left(), head.top() + (head.height() - _ICON) // 2, _ICON, _ICON)
        if self._is_rtl:
            place.moveRight(head.right())
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(place.topLeft(), tinted(icon, colour, _ICON, ratio))
        rest = self._without_start(head, _ICON + GRID // 2)
        painter.setPen(QColor(colour))
        taken = self._write(painter, rest, words, self._font(strong=True, small=True))
        painter.setPen(QColor(colours().quiet))
        self._write(painter, self._without_start(rest, taken + GRID), row.place, self._font(small=True))
        painter.setPen(QColor(colours().text))
        body = area.adjusted(0, head.height(), 0, 0)
        self._write(painter, body, row.title, self._font())

    # --- one line -------------------------------------------------------------------------------------------

    @property
    def _is_rtl(self) -> bool:
        return direction_of(self.language) == "rtl"

    def _without_start(self, area: QRect, room: int) -> QRect:
        return area.adjusted(0, 0, -room, 0) if self._is_rtl else area.adjusted(room, 0, 0, 0)

    def _without_end(self, area: QRect, room: int) -> QRect:
        return area.adjusted(room, 0, 0, 0) if self._is_rtl else area.adjusted(0, 0, -room, 0)

    def _write(self, painter: QPainter, area: QRect, text: str, font: QFont, *, at_end: bool = False) -> int:
        """Write one line in the direction of the window, cut off where it is too long; gives its width."""
        if not text or area.width() <= 0:
            return 0
        painter.setFont(font)
        metrics = QFontMetrics(font)
        said = metrics.elidedText(
            with_marks(text, direction_of(self.language)), Qt.TextElideMode.ElideRight, area.width()
        )
        direction = Qt.LayoutDirection.RightToLeft if self._is_rtl else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(direction)
        side = Qt.AlignmentFlag.AlignRight if self._is_rtl != at_end else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area, int(flags), said)
        return metrics.horizontalAdvance(said)


class FindingList(QTreeView):
    """The list; `chosen` carries the row that the user went to, and whether into its text."""

    chosen = Signal(object, bool)

    def __init__(self, model: FindingModel, parent: QWidget | None = None) -> None:
        """Show a model, with all of it open."""
        super().__init__(parent)
        self.rows = model
        self._pen = FindingDelegate(self)
        self._closed: set[Hashable] = {"waived"}
        self._is_quiet = False
        self.setModel(model)
        self.setItemDelegate(self._pen)
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(2 * GRID)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.collapsed.connect(lambda index: self._closed.add(model.row_of(index).key))
        self.expanded.connect(lambda index: self._closed.discard(model.row_of(index).key))
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.chosen.emit(model.row_of(index), True))
        self.retranslate()

    @property
    def current(self) -> FindingRow | None:
        """Give the row that one stands on."""
        index = self.currentIndex()
        return self.rows.row_of(index) if index.isValid() else None

    def open_rows(self) -> None:
        """Open what was open, after other rows are shown, and draw them in their language."""
        self._pen.language = self.rows.language
        self.blockSignals(True)
        self.expandAll()
        for row in self.rows.top.rows:
            for one in (row, *row.rows):
                if one.is_group and one.key in self._closed:
                    self.collapse(self.rows.index_of(one))
        self.blockSignals(False)

    def stand_on(self, row: FindingRow | None) -> None:
        """Stand on a row without telling anybody."""
        self._is_quiet = True
        if row is None:
            self.setCurrentIndex(self.rows.index_of(self.rows.top))
            self.clearSelection()
        else:
            index = self.rows.index_of(row)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        self._is_quiet = False

    def _tell(self, current: Index) -> None:
        if current.isValid() and not self._is_quiet:
            self.chosen.emit(self.rows.row_of(current), False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the text of a finding by Enter."""
        row = self.current
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(row, True)
        else:
            super().keyPressEvent(event)

    # --- looks ----------------------------------------------------------------------------------------------

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row: its ground, its arrow and its words; the style would draw frames and gradients."""
        place: QRect = options.rect  # pyright: ignore[reportAttributeAccessIssue]
        row, chosen = self.rows.row_of(index), colours()
        ground = chosen.band if row.sort in {Sort.DAY, Sort.WAIVED} else None
        ground = chosen.selection if self.selectionModel().isSelected(index) else ground
        if ground is not None:
            painter.fillRect(place, QColor(ground))
        cell = self.visualRect(index)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = cell  # pyright: ignore[reportAttributeAccessIssue]
        self._pen.paint(painter, option, index)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        twig = QRect(cell.right() + 1, place.top(), place.right() - cell.right(), place.height())
        twig = twig if is_rtl else QRect(place.left(), place.top(), cell.left() - place.left(), place.height())
        self.drawBranches(painter, twig, index)
        if index == self.currentIndex():
            left = place.right() - 2 if is_rtl else place.left()
            bar = chosen.accent if self.hasFocus() else chosen.line
            painter.fillRect(QRect(left, place.top(), 3, place.height()), QColor(bar))

    def retranslate(self) -> None:
        """Say all in the window's language, and follow its mode."""
        self.setAccessibleName(translate("Findings", "Findings"))
        palette, chosen = QPalette(), colours()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(chosen.selection))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(chosen.text))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_pen"):
            self.scheduleDelayedItemsLayout()
