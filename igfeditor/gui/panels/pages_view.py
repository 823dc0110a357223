"""The printed pages on their desk: one column a layout, scrolled together, the current paragraph marked.

The columns are scrolled by the place in the agenda: what stands in both stands at one height as far as the pages allow,
for one language takes more pages than the other. Nothing is drawn here but finished pictures; what is in view and has
none yet is asked for with `wanted`, and until it comes the picture that was there is shown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from igfeditor.document.blocks import At
from igfeditor.gui.panels.pages_desk import (
    GAP,
    Column,
    anchors_of,
    between,
    columns_of,
    height_of,
    runs_from_right,
    widest,
)
from igfeditor.gui.panels.pages_press import Drawn, Printed, Wanted
from igfeditor.gui.theme import GRID, colours

POINT: Final = 96 / 72
"""How many logical pixels a point has at 100 %."""
ZOOMS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_MOST_BYTES: Final = 96 * 1024 * 1024
_MARK: Final = 2
_MARK_GAP: Final = 2
_STEP: Final = 6 * GRID
_PALE: Final = 0.45


class PagesView(QAbstractScrollArea):
    """Shows the pages of one or two layouts; `chosen` carries the node and field of what was clicked on."""

    chosen = Signal(str, str)
    wanted = Signal(object)
    moved = Signal()
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have an empty desk."""
        super().__init__(parent)
        self._printed: tuple[Printed, ...] = ()
        self._columns: tuple[Column, ...] = ()
        self._leader = 0
        self._anchors: tuple[tuple[tuple[float, float], ...], ...] = ()
        self._pictures: OrderedDict[tuple[str, int], Drawn] = OrderedDict()
        self._asked: frozenset[tuple[int, str, int, float]] = frozenset()
        self._zoom = 0.0
        self._current = ("", "")
        self._is_pale = False
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        # The desk is that of paper: what runs from the left stands at the left, in any language of the window.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())

    # --- what lies on the desk -----------------------------------------------------------------------------

    @property
    def printed(self) -> tuple[Printed, ...]:
        """Give the layouts that are shown, from left to right."""
        return self._printed

    def show_printed(self, printed: Sequence[Printed]) -> None:
        """Show these layouts from left to right; what one looks at stays where it is."""
        before = self._height_in_view()
        self._printed = tuple(printed)
        self._is_pale = False
        self._forget_pictures()
        self._lay_out()
        if before is not None:
            after = self._height_of_current()
            if after is not None:
                self.verticalScrollBar().setValue(round(after - before))
        self.viewport().update()
        self.moved.emit()

    def turn_pale(self) -> None:
        """Show that the pages are not those of the agenda as it is now."""
        self._is_pale = True
        self.viewport().update()

    def take(self, drawn: Drawn) -> None:
        """Show a finished picture."""
        key = (drawn.wanted.printed.name, drawn.wanted.page)
        self._pictures[key] = drawn
        self._pictures.move_to_end(key)
        while sum(one.picture.sizeInBytes() for one in self._pictures.values()) > _MOST_BYTES and len(
            self._pictures
        ) > len(self._in_view()):
            self._pictures.popitem(last=False)
        self.viewport().update()

    def _forget_pictures(self) -> None:
        counts = {one.name: one.pages.count for one in self._printed}
        for name, page in [*self._pictures]:
            if page >= counts.get(name, 0):
                del self._pictures[name, page]

    # --- where it lies -------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Give how large the pages are, 1 for their real size."""
        return self._zoom or self._fitting()

    @property
    def fits_width(self) -> bool:
        """Tell whether the pages are as wide as the desk has room for."""
        return not self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the pages in another size, 0 for as wide as there is room; the middle of the desk stays."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        whole = max(1, bar.maximum() + height)
        middle = (bar.value() + height / 2) / whole
        self._zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1]) if zoom else 0.0
        self._lay_out()
        bar.setValue(round(middle * (bar.maximum() + height) - height / 2))
        self.viewport().update()
        self.zoom_changed.emit()

    def step_zoom(self, step: int) -> None:
        """Make the pages larger or smaller by a step of the usual sizes."""
        larger = [zoom for zoom in ZOOMS if zoom > self.zoom + 0.01]
        smaller = [zoom for zoom in ZOOMS if zoom < self.zoom - 0.01]
        among = larger[:1] if step > 0 else smaller[-1:]
        if among:
            self.set_zoom(among[0])

    def _fitting(self) -> float:
        widths = sum(widest(one) for one in self._printed)
        room = self.viewport().width() - GAP * (len(self._printed) + 1)
        return max(room / (widths * POINT), 0.1) if widths else 1.0

    def _lay_out(self) -> None:
        columns = self._columns = columns_of(self._printed, self.zoom * POINT)
        viewport = self.viewport()
        longest = max((column.height for column in columns), default=0.0)
        self._leader = next((place for place, column in enumerate(columns) if column.height == longest), 0)
        self._anchors = tuple(anchors_of(columns[self._leader], column) for column in columns)
        width = columns[-1].left + columns[-1].width + GAP if columns else 0.0
        self.verticalScrollBar().setPageStep(viewport.height())
        self.verticalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().setRange(0, max(0, round(longest) - viewport.height()))
        self.horizontalScrollBar().setPageStep(viewport.width())
        self.horizontalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setRange(0, max(0, round(width) - viewport.width()))

    def _offset(self, place: int) -> float:
        """Give how far a column is scrolled: what stands in both is level at the line where one reads.

        That line wanders from the top of the desk to its foot as one scrolls from the first page to the last, so that
        all columns begin and end together.
        """
        bar, room = self.verticalScrollBar(), self.viewport().height()
        value = float(bar.value())
        if place == self._leader:
            return value
        column, line = self._columns[place], room * value / max(1, bar.maximum())
        level = between(self._anchors[place], value + line) - line
        return min(max(level, 0.0), max(0.0, column.height - room))

    def _rectangle(self, place: int, page: int) -> QRectF:
        """Give where a page lies in the viewport."""
        column, scale = self._columns[place], self.zoom * POINT
        width, height = (length * scale for length in column.printed.sizes[page])
        left = column.left - self.horizontalScrollBar().value() + (column.width - width) / 2
        room = self.viewport().width()
        whole = self._columns[-1].left + self._columns[-1].width + GAP
        left += max(0.0, (room - whole) / 2)
        return QRectF(left, column.tops[page] - self._offset(place), width, height)

    def _in_view(self) -> list[tuple[int, int]]:
        """Give the columns and pages that are in view, those nearest to the top first."""
        found: list[tuple[int, int]] = []
        for place, column in enumerate(self._columns):
            top = self._offset(place)
            first = max(0, bisect_right(column.tops, top) - 1)
            for page in range(first, column.printed.pages.count):
                if column.tops[page] >= top + self.viewport().height():
                    break
                found.append((place, page))
        return sorted(found, key=lambda one: (one[1], one[0]))

    def pages_in_view(self) -> tuple[tuple[str, int, int], ...]:
        """Give for each layout its name, the page that fills most of the desk from 1, and how many there are."""
        middle = self.viewport().height() / 2
        return tuple(
            (
                column.printed.name,
                max(1, bisect_right(column.tops, self._offset(place) + middle)),
                column.printed.pages.count,
            )
            for place, column in enumerate(self._columns)
        )

    # --- the current paragraph -----------------------------------------------------------------------------

    def light(self, node: str, field: str = "", *, bring: bool = True) -> None:
        """Mark a node of the agenda, or a field of it, and bring it into view where it is not."""
        self._current = (node, field)
        height = self._height_of_current()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if bring and height is not None and not all(map(self._is_in_view, range(len(self._columns)))):
            bar.setValue(round(height * bar.maximum() / max(1, bar.maximum() + room)))
        self.viewport().update()

    def _is_in_view(self, place: int) -> bool:
        """Tell whether what is current can be seen in a column, or is not printed in it."""
        column = self._columns[place]
        spot = column.printed.pages.spot_of(*self._current)
        if spot is None:
            return True
        height = height_of(column, spot.page, spot.top) - self._offset(place)
        return GRID <= height <= self.viewport().height() - 6 * GRID

    def _height_of_current(self) -> float | None:
        """Give the height on the desk of what is current, in the longest column."""
        for column in self._columns[self._leader : self._leader + 1]:
            spot = column.printed.pages.spot_of(*self._current)
            if spot is not None:
                return height_of(column, spot.page, spot.top)
        return None

    def _height_in_view(self) -> float | None:
        height, value = self._height_of_current(), self.verticalScrollBar().value()
        if height is None or not value <= height <= value + self.viewport().height():
            return None
        return height - value

    # --- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in view, and ask for the pictures that are missing."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(colours().window))
        in_view = self._in_view()
        for place, page in in_view:
            self._paint_page(painter, place, page)
        painter.end()
        self._ask_for(in_view)

    def _paint_page(self, painter: QPainter, place: int, page: int) -> None:
        rectangle = self._rectangle(place, page)
        printed = self._columns[place].printed
        painter.fillRect(rectangle, QColor("#ffffff"))
        drawn = self._pictures.get((printed.name, page))
        if drawn is not None:
            painter.setOpacity(_PALE if self._is_pale else 1.0)
            _paint_sharp(painter, rectangle, drawn.picture, self.devicePixelRatioF())
            painter.setOpacity(1.0)
        painter.setPen(QColor(colours().line))
        painter.drawRect(rectangle)
        spot = printed.pages.spot_of(*self._current)
        if spot is not None and spot.page == page:
            scale = self.zoom * POINT
            top = rectangle.top() + (spot.top - 1) * scale
            left = rectangle.left() + spot.left * scale - _MARK_GAP - _MARK
            if runs_from_right(printed, spot):
                left = rectangle.left() + spot.right * scale + _MARK_GAP
            painter.fillRect(QRectF(left, top, _MARK, (spot.foot - spot.top + 4) * scale), QColor(colours().accent))

    def _ask_for(self, in_view: Sequence[tuple[int, int]]) -> None:
        scale = self.zoom * POINT * self.devicePixelRatioF()
        missing = [
            Wanted(self._columns[place].printed, page, scale)
            for place, page in in_view
            if not self._is_drawn(self._columns[place].printed, page, scale)
        ]
        asked = frozenset((id(one.printed), one.printed.name, one.page, one.scale) for one in missing)
        if asked != self._asked:
            self._asked = asked
            self.wanted.emit(missing)

    def _is_drawn(self, printed: Printed, page: int, scale: float) -> bool:
        drawn = self._pictures.get((printed.name, page))
        return drawn is not None and drawn.wanted.printed is printed and drawn.wanted.scale == scale

    # --- hands ---------------------------------------------------------------------------------------------

    def at(self, point: QPoint) -> At | None:
        """Give what is printed at a point of the viewport."""
        for place, page in self._in_view():
            rectangle = self._rectangle(place, page)
            if rectangle.contains(point.toPointF()):
                inside, scale = point.toPointF() - rectangle.topLeft(), self.zoom * POINT
                return self._columns[place].printed.pages.at(page, inside.x() / scale, inside.y() / scale)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what is printed here."""
        at = self.at(event.position().toPoint()) if event.button() is Qt.MouseButton.LeftButton else None
        if at is not None:
            self.chosen.emit(at.node, at.field)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where there is something to go to."""
        has_at = self.at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if has_at else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl make the pages larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the size by + and -, fit it by 0, and go to the ends by Home and End."""
        bar, key = self.verticalScrollBar(), event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.step_zoom(1 if key == Qt.Key.Key_Plus else -1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(0.0)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(0 if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out anew in the room that there is."""
        super().resizeEvent(event)
        self._lay_out()
        self.zoom_changed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint all anew: the columns are not scrolled by one distance."""
        self.viewport().update()


def _paint_sharp(painter: QPainter, rectangle: QRectF, picture: QImage, ratio: float) -> None:
    """Paint a picture of the right size on whole pixels of the screen, for between them it would be blurred."""
    if abs(picture.width() - rectangle.width() * ratio) <= 1.5:
        picture.setDevicePixelRatio(ratio)
        left, top = (round(length * ratio) / ratio for length in (rectangle.left(), rectangle.top()))
        painter.drawImage(QRectF(left, top, picture.width() / ratio, picture.height() / ratio), picture)
    else:
        painter.drawImage(rectangle, picture, QRectF(QRect(QPoint(0, 0), picture.size())))
