"""The time line of one day: slots to scale, to be chosen, dragged and stretched, by mouse and by keyboard.

It shows a day and says what the user wants: `chosen` carries a slot, `wished` a wish for new times (and whether it
came by keyboard), `day_requested` a step to another day. Nothing is computed while it is hidden.

Keys: Up and Down choose the slot before and after, Home and End the first and the last, Page Up and Page Down another
day. With Ctrl the arrows that point to the beginning and the end of a line move a slot by five minutes, and with
Shift besides they move its end. In a mirrored window the beginning of a line is at the right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from igfeditor.errors import IgfError
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.timeline_drag import FINE_STEP, STEP, Drag, Grip, stepped, wish_for
from igfeditor.gui.panels.timeline_paint import Pen, Scene, paint
from igfeditor.gui.panels.timeline_scale import scale_for
from igfeditor.gui.panels.timeline_words import SlotWords
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import translate
from igfeditor.model.agenda import Day, Slot
from igfeditor.model.bars import Bar, bars_of
from igfeditor.model.retiming import Proposal
from igfeditor.model.timing import Times, gaps_of, overlaps_of

_EDGE: Final = 5.0
"""How many pixels at the ends of a block stretch it."""
_CHOICES: Final[Mapping[Qt.Key, int]] = MappingProxyType({Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1})
_STEPS: Final[Mapping[Qt.Key, int]] = MappingProxyType({Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP})


class DayView(QAbstractScrollArea):
    """Paints one day, and takes hold of its slots."""

    chosen = Signal(str)
    wished = Signal(object, bool)
    day_requested = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show no day yet."""
        super().__init__(parent)
        self._bridge = bridge
        self._day: Day | None = None
        self._drag: Drag | None = None
        self._held: Times | None = None
        self._pressed = QPointF()
        self._pen = Pen.of(bridge.language)
        words = SlotWords(bridge)
        self.scene = Scene(scale_for((), 1, 1, 1, is_mirrored=False), words)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.viewport().setMouseTracking(True)

    # --- what is shown -------------------------------------------------------------------------------------

    def show_day(self, day: Day | None, current: str) -> None:
        """Show a day as it is now, and light its current slot."""
        is_other = day is None or self._day is None or day.id != self._day.id
        self._day = day
        self._drag = None
        self._pen = Pen.of(self._bridge.language)
        bars = () if day is None else bars_of(day)
        overlaps, gaps = ((), ()) if day is None else (overlaps_of(day), gaps_of(day))
        self.scene = replace(
            self.scene,
            words=SlotWords(self._bridge),
            bars=bars,
            overlaps=overlaps,
            gaps=gaps,
            ghosts=(),
            moving=frozenset(),
            current=current,
        )
        self._rescale()
        if is_other:
            self.verticalScrollBar().setValue(0)
        self._tell_current()
        self._bring_into_view()

    def light(self, current: str) -> None:
        """Make another slot the current one."""
        self.scene = replace(self.scene, current=current)
        self._tell_current()
        self._bring_into_view()
        self.viewport().update()

    def preview(self, proposal: Proposal | None) -> None:
        """Show where a proposal would put slots, or nothing of the kind any more."""
        ghosts: tuple[Bar, ...] = ()
        if proposal is not None:
            moved = {move.slot for move in proposal.moves}
            ghosts = tuple(bar for bar in bars_of(proposal.day) if bar.slot.id in moved)
        self.scene = replace(self.scene, ghosts=ghosts, moving=frozenset(ghost.slot.id for ghost in ghosts))
        self.viewport().update()

    def _rescale(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        gutter = self._pen.gutter(self.scene.words)
        scale = scale_for(self.scene.bars, self._pen.line, gutter, self.viewport().width(), is_mirrored=mirrored)
        self.scene = replace(self.scene, scale=scale)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(int(self._pen.line))
        bar.setRange(0, max(0, int(scale.height) + GRID - self.viewport().height()))
        self.viewport().update()

    def _bring_into_view(self) -> None:
        bar = self._current_bar()
        if bar is None:
            return
        room, scroll = self.scene.scale.room(bar), self.verticalScrollBar()
        height = self.viewport().height()
        if room.top() < scroll.value() or room.height() > height:
            scroll.setValue(int(room.top()) - GRID)
        elif room.bottom() > scroll.value() + height:
            scroll.setValue(int(room.bottom() - height) + GRID)

    def _current_bar(self) -> Bar | None:
        return next((bar for bar in self.scene.bars if bar.slot.id == self.scene.current), None)

    # --- words ---------------------------------------------------------------------------------------------

    def words_of(self, slot: Slot) -> str:
        """Say all that is shown of a slot."""
        slots = {bar.slot.id: bar.slot for bar in self.scene.bars}
        return self.scene.words.spoken(slot, self.scene.overlaps, self.scene.gaps, slots)

    def _tell_current(self) -> None:
        """Tell a screen reader which slot is the current one."""
        bar = self._current_bar()
        self.setAccessibleName(translate("Time", "Time line of the day"))
        self.setWhatsThis(self._keys_in_words())
        words = translate("Time", "No slot is chosen.") if bar is None else self.words_of(bar.slot)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _keys_in_words(self) -> str:
        return translate("Time", "Up, Down: choose · Ctrl+Left, Right: move by 5 minutes · with Shift: move the end")

    def viewportEvent(self, event: QEvent) -> bool:
        """Say on hover what has no room in a block, and which keys there are."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._bar_at(QPointF(event.pos()))
            words = self._keys_in_words() if bar is None else self.words_of(bar.slot)
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    # --- mouse ---------------------------------------------------------------------------------------------

    def _on_ground(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.verticalScrollBar().value())

    def _bar_at(self, point: QPointF) -> Bar | None:
        return self.scene.scale.bar_at(self.scene.bars, self._on_ground(point))

    def _grip_at(self, point: QPointF) -> Grip | None:
        """Give what of a slot is under the hand; nothing of a locked one."""
        bar = self._bar_at(point)
        if bar is None or bar.slot.locked:
            return None
        room, y = self.scene.scale.room(bar), self._on_ground(point).y()
        edge = min(_EDGE, room.height() / 4)
        if y >= room.bottom() - edge:
            return Grip.END
        return Grip.START if y <= room.top() + edge else Grip.BODY

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the slot under the hand, and take hold of it."""
        bar = self._bar_at(event.position())
        if bar is not None and event.button() == Qt.MouseButton.RightButton:
            self.chosen.emit(bar.slot.id)
        if bar is None or event.button() != Qt.MouseButton.LeftButton:
            return
        grip = self._grip_at(event.position())
        self._pressed = event.position()
        taken = self.scene.scale.minute(self._on_ground(event.position()).y())
        self.chosen.emit(bar.slot.id)
        self._drag = None if grip is None else Drag(bar.slot.id, grip, bar.times, taken)
        self._held = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held, or show what can be done here."""
        if self._drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            grip = self._grip_at(event.position())
            shape = Qt.CursorShape.ArrowCursor if grip is None else Qt.CursorShape.SizeVerCursor
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if grip is Grip.BODY else shape)
            return
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._held is None and not far:
            return
        self._scroll_along(event.position().y())
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        minute = self.scene.scale.minute(self._on_ground(event.position()).y())
        self._hold(self._drag.times(minute, FINE_STEP if is_fine else STEP))

    def _scroll_along(self, y: float) -> None:
        scroll = self.verticalScrollBar()
        beyond = min(0.0, y) + max(0.0, y - self.viewport().height())
        scroll.setValue(scroll.value() + int(beyond))

    def _hold(self, times: Times) -> None:
        """Show the slot at new times, and the others where they would be if the way is already chosen."""
        drag = self._drag
        if drag is None or times == self._held:
            return
        self._held = times
        policy = self._bridge.policy
        wish = wish_for(drag.slot, drag.old, times)
        try:
            proposal = wish.proposal(self._bridge.agenda, "gap" if policy == "ask" else policy)
        except IgfError:
            # The ghost stays where it could be last; what refuses is said on release.
            return
        self.preview(proposal)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: wish for the times that are shown."""
        drag, held = self._drag, self._held
        self.let_go()
        if drag is not None and held is not None and held != drag.old:
            self.wished.emit(wish_for(drag.slot, drag.old, held), False)

    def let_go(self) -> None:
        """Hold nothing any more, and leave all as it is."""
        if self._drag is not None:
            self._drag = self._held = None
            self.preview(None)

    # --- keys ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, move and stretch."""
        key, keys = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        held = keys & ~Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self.let_go()
        elif keys == Qt.KeyboardModifier.NoModifier and key in _CHOICES:
            self._choose_beside(_CHOICES[key])
        elif keys == Qt.KeyboardModifier.NoModifier and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose_at(0 if key == Qt.Key.Key_Home else -1)
        elif keys == Qt.KeyboardModifier.NoModifier and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.day_requested.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif held == Qt.KeyboardModifier.ControlModifier and key in _STEPS:
            minutes = -_STEPS[key] if self.scene.scale.is_mirrored else _STEPS[key]
            self._step(minutes, Grip.END if keys & Qt.KeyboardModifier.ShiftModifier else Grip.BODY)
        else:
            event.ignore()

    def _choose_beside(self, step: int) -> None:
        places = [place for place, bar in enumerate(self.scene.bars) if bar.slot.id == self.scene.current]
        last = len(self.scene.bars) - 1
        self._choose_at(max(0, min(places[0] + step, last)) if places else 0 if step > 0 else last)

    def _choose_at(self, place: int) -> None:
        if self.scene.bars:
            self.chosen.emit(self.scene.bars[place].slot.id)

    def _step(self, minutes: int, grip: Grip) -> None:
        """Wish for times some minutes away from the present ones, or from those that are asked about just now."""
        bar = self._current_bar()
        if bar is not None:
            asked = (ghost.times for ghost in self.scene.ghosts if ghost.slot.id == bar.slot.id)
            times = stepped(next(asked, bar.times), minutes, grip)
            self.wished.emit(wish_for(bar.slot.id, bar.times, times), True)

    # --- Qt ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part of the day that is seen."""
        scrolled = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(0, -scrolled)
        clip = QRectF(event.rect().translated(0, scrolled))
        paint(painter, replace(self.scene, has_focus=self.hasFocus()), self._pen, clip)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._rescale()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()
