"""The ground of the edit panes: rows in two columns, painted where they are seen, with live editors over one of them.

It knows lines and rows, and no agenda: `igfeditor.gui.pane_view` gives it the lines and takes what the user does.
"""

from __future__ import annotations

import html
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from igfeditor.gui.pane_flaws import NO_FLAWS, Flaws
from igfeditor.gui.pane_head import PaneHead, PaneInvitation
from igfeditor.gui.pane_layout import RowMaker, SideRow, sides_of
from igfeditor.gui.pane_lines import Lines
from igfeditor.gui.pane_paint import paint_ground, paint_row
from igfeditor.gui.pane_pair import ROOM, EditorPair
from igfeditor.gui.pane_shown import stale_source
from igfeditor.gui.pane_stack import RowStack
from igfeditor.gui.theme import GRID, colours
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import direction_of
from igfeditor.language.markup import plain

HEAD: Final = 4 * GRID
_AROUND: Final = 3 * GRID
"""How much is seen above and below a row that is brought into view, so that one knows where one is."""


class PaneCanvas(QAbstractScrollArea):
    """Lines in two languages; `row_clicked` carries row, language of the column, and the place on the ground."""

    row_clicked = Signal(int, str, QPoint)

    def __init__(self) -> None:
        """Make an empty canvas."""
        super().__init__()
        self.lines = Lines()
        self.row: int | None = None
        self.languages = ("en", "ar")
        self.is_mirrored = False
        self.shows_marks = False
        self.flaws = NO_FLAWS
        self._build()

    def _build(self) -> None:
        self.setFrameStyle(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(0, HEAD, 0, 0)
        self.viewport().setMouseTracking(True)
        self._head = PaneHead(self)
        self.invitation = PaneInvitation(self.viewport())
        self.pair = EditorPair(self.viewport())
        self.pair.grown.connect(self._place_pair)
        # The row grows after the caret has moved in it.
        self._caret_soon = QTimer(self, singleShot=True, interval=0)
        self._caret_soon.timeout.connect(self.bring_caret_into_view)
        self.pair.caret_moved.connect(self._caret_soon.start)
        self.pair.focus_moved.connect(self.viewport().update)
        self._make_columns()
        self._stack = RowStack(self._maker)

    # --- rows ----------------------------------------------------------------------------------------------

    def restack(self, *, is_new: bool = False) -> None:
        """Stack the lines as they are now; with `is_new` the columns too are made anew."""
        if is_new:
            self._make_columns()
        self._stack.reset(self.lines.lines, self._maker)
        self.show_pair()

    def _make_columns(self) -> None:
        source, target = self.languages
        sides = sides_of(self.viewport().width(), source, target, is_mirrored=self.is_mirrored)
        self._maker = RowMaker(sides, self.lines.marks, shows_marks=self.shows_marks)
        self._maker.flaws = self.flaws
        self.pair.set_languages(source, target)
        self._head.show_sides(sides)

    def relayout(self) -> None:
        """Lay all out anew; the row at the top stays there."""
        scrolled = self.scrolled
        top = self._stack.at(scrolled)
        within = 0.0 if top is None else scrolled - self._stack.top(top)
        self.restack(is_new=True)
        if top is not None and scrolled:
            self.verticalScrollBar().setValue(int(self._stack.top(top) + within))

    def renew(self, row: int) -> None:
        """Draw a row anew whose line has changed, and those under it if it grew or shrank."""
        has_moved = self._stack.renew(row)
        if row == self.row:
            self.pair.show_line(self.lines.lines[row], self.lines.marks)
        if has_moved or row == self.row:
            self._place_pair()
        ground = self.viewport().rect()
        area = self._area(row)
        self.viewport().update(ground.adjusted(0, area.top(), 0, 0) if has_moved else area)

    def take_flaws(self, flaws: Flaws) -> None:
        """Underline what was found, in the rows where it is another thing than before."""
        before, self.flaws = self.flaws, flaws
        self._maker.flaws = self.pair.flaws = flaws
        for row, line in enumerate(self.lines.lines):
            if any(before.shown(line, language) != flaws.shown(line, language) for language in self.languages):
                self.renew(row)

    def make_current(self, row: int | None) -> None:
        """Open a row for editing, and bring it into view."""
        self.row = row
        self.show_pair()
        if row is not None:
            self._bring_into_view(row)
        if self.hasFocus():
            self._pass_focus(Qt.FocusReason.OtherFocusReason)

    def show_pair(self) -> None:
        """Put the editors over the current row, or away where it has no text."""
        line = None if self.row is None else self.lines.lines[self.row]
        if line is not None and line.field:
            self._stack.open(self.row, ROOM)
            self.pair.show_line(line, self.lines.marks)
        else:
            self._stack.open(None, 0.0)
            self.pair.hide()
        self._place_pair()
        self.viewport().update()

    def _place_pair(self) -> None:
        row = self.row
        if row is not None and self.lines.lines[row].field:
            made = self._stack.row(row)
            more = self.pair.height_over(made)
            self._stack.open(row, ROOM + more)
            self.pair.place(made, self._stack.top(row) - self.scrolled, more)
        self.set_range()

    # --- scrolling -----------------------------------------------------------------------------------------

    @property
    def scrolled(self) -> int:
        """Give how far the rows are scrolled."""
        return self.verticalScrollBar().value()

    def set_range(self) -> None:
        """Say to the scroll bar how high all is."""
        height = self.viewport().height()
        total = int(self._stack.total) + 2 * GRID + self.invitation.room
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(3 * GRID)
        bar.setRange(0, max(0, total - height))
        self.invitation.put(int(self._stack.total) - self.scrolled + 2 * GRID, self.viewport().width())

    def _bring_into_view(self, row: int) -> None:
        height = self.viewport().height()
        self._stack.lay_out(self._stack.top(row) - height, self._stack.bottom(row))
        self.set_range()
        bar, top, bottom = self.verticalScrollBar(), int(self._stack.top(row)), int(self._stack.bottom(row))
        if top - _AROUND < bar.value():
            bar.setValue(top - _AROUND)
        elif bottom + _AROUND > bar.value() + height:
            bar.setValue(min(bottom + _AROUND - height, top - _AROUND))
        self._place_pair()

    def bring_caret_into_view(self) -> None:
        """Scroll to the caret of the focused text, where its row is higher than the window."""
        editor = self.pair.focused
        caret = editor.cursorRect().translated(editor.pos())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if caret.top() < 0:
            bar.setValue(bar.value() + caret.top() - GRID)
        elif caret.bottom() > height:
            bar.setValue(bar.value() + caret.bottom() - height + GRID)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the rows, and the editors with them."""
        self._place_pair()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the columns anew where the width is another."""
        super().resizeEvent(event)
        ground = self.viewport().geometry()
        self._head.setGeometry(ground.left(), ground.top() - HEAD, ground.width(), HEAD)
        seen = self.scrolled + event.oldSize().height()
        was_seen = self.row is not None and self.scrolled <= self._stack.top(self.row) < seen
        is_other_width = event.size().width() != event.oldSize().width()
        if is_other_width:
            self.relayout()
        self.set_range()
        if self.row is not None and was_seen and (is_other_width or event.size().height() < event.oldSize().height()):
            # Rows above it are of other heights, or what stands below has taken the room: the row that is edited
            # stays in view.
            self._bring_into_view(self.row)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, mode and font."""
        super().changeEvent(event)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in kinds and hasattr(self, "_stack"):
            self.retranslate()
            self.relayout()

    def retranslate(self) -> None:
        """Say all words in the window's language."""
        self.setAccessibleName(translate("Panes", "Texts in both languages"))

    # --- drawing -------------------------------------------------------------------------------------------

    def _area(self, row: int) -> QRect:
        top, bottom = self._stack.top(row), self._stack.bottom(row)
        return QRectF(0, top - self.scrolled, self.viewport().width(), bottom - top).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are seen."""
        moved = self._stack.lay_out(self.scrolled, self.scrolled + self.viewport().height())
        if moved:
            # Rows above were guessed wrong: what is seen stays where it is.
            self.set_range()
            self.verticalScrollBar().setValue(self.scrolled + int(moved))
        self._place_pair()
        chosen, dirty = colours(), event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(dirty, QColor(chosen.ground))
        row = self._stack.at(self.scrolled + dirty.top())
        while row is not None and row < len(self._stack) and self._area(row).top() <= dirty.bottom():
            self._paint(painter, row)
            row += 1
        if len(self._maker.sides) > 1:
            # The line between the columns ends where an invitation stands across both.
            end = int(self._stack.total) - self.scrolled if self.invitation.room else dirty.bottom() + 1
            middle = QRect(self.viewport().width() // 2, dirty.top(), 1, end - dirty.top())
            painter.fillRect(middle, QColor(chosen.line))

    def _paint(self, painter: QPainter, row: int) -> None:
        made, area, chosen = self._stack.row(row), QRectF(self._area(row)), colours()
        is_current = row == self.row
        paint_ground(painter, made, area, chosen, is_current=is_current)
        edited = frozenset(self.pair.editors) if is_current and made.line.field else frozenset[str]()
        for side in made.sides if edited else ():
            self._paint_field(painter, side, area.top())
        paint_row(painter, made, self._stack.top(row) - self.scrolled, chosen, edited)

    def _paint_field(self, painter: QPainter, side: SideRow, top: float) -> None:
        """Draw the ground of a text that is being edited, and a line under the one with the caret."""
        editor = self.pair.editors[side.side.language]
        chosen = colours()
        field = QRectF(editor.geometry()).adjusted(-GRID / 2, -2, GRID / 2, 3)
        painter.fillRect(field, QColor(chosen.ground))
        has_caret = editor.hasFocus()
        under = QRectF(field.left(), field.bottom() - (2 if has_caret else 1), field.width(), 2 if has_caret else 1)
        painter.fillRect(under, QColor(chosen.accent if has_caret else chosen.line))

    # --- the mouse -----------------------------------------------------------------------------------------

    def _row_at(self, place: QPoint) -> int | None:
        return self._stack.at(place.y() + self.scrolled)

    def _side_at(self, row: int, place: QPoint) -> SideRow:
        sides = self._stack.row(row).sides
        half = self.viewport().width() / 2
        return next((side for side in sides if (side.side.left > half) == (place.x() > half)), sides[0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which row is clicked."""
        place = event.position().toPoint()
        row = self._row_at(place)
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.row_clicked.emit(row, self._side_at(row, place).side.language, place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the release of the click that was taken."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be written in."""
        row = self._row_at(event.position().toPoint())
        has_text = row is not None and bool(self.lines.lines[row].field)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if has_text else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what was found in a text where the pointer rests, and what a stale translation was made from."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPoint) -> str:
        """Give the tool tip of a place: what was found in the text there, and what a translation was made from."""
        row = self._row_at(place)
        if row is None:
            return ""
        found = self.flaws.tip(self.lines.lines[row], self._side_at(row, place).side.language)
        return f"{found}{self.old_wording_at(place)}"

    def old_wording_at(self, place: QPoint) -> str:
        """Give the tool tip of a place: the source that a stale translation was made from, or nothing."""
        row = self._row_at(place)
        old = None if row is None else stale_source(self.lines.lines[row])
        if old is None:
            return ""
        if not old:
            told = html.escape(translate("Panes", "This was written before its source."))
            return f"<p>{told}</p>"
        direction = direction_of(self.languages[0])
        label = html.escape(translate("Panes", "Translated from:"))
        return f"<p>{label}</p><p dir='{direction}'>{html.escape(plain(old))}</p>"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus to the current text: to the language one was in last, but to the source where it is empty."""
        super().focusInEvent(event)
        self._pass_focus(event.reason())

    def _pass_focus(self, reason: Qt.FocusReason) -> None:
        if self.pair.is_shown and self.row is not None:
            source = self.languages[0]
            is_empty = not self.lines.lines[self.row].text.wording(source)
            (self.pair.editors[source] if is_empty else self.pair.focused).setFocus(reason)
