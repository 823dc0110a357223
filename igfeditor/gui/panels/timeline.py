"""The time tab: the current day to scale, with its date above and its totals below, and what is asked about times.

The tab follows the current row: the slot that it is in is lit, the day that it is in is shown. While the tab is not
seen it does no work; when it comes into view it is brought up to date.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from igfeditor.gui import tree_deeds
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.pane_head import PaneInvitation
from igfeditor.gui.panels.offer import Offer
from igfeditor.gui.panels.time_forms import ShiftForm, SplitForm, TimeForm
from igfeditor.gui.panels.timeline_foot import Foot
from igfeditor.gui.panels.timeline_view import DayView
from igfeditor.gui.panels.timeline_words import day_heading, zone_text
from igfeditor.gui.theme import GRID, Icon, icon
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_deeds import nearest
from igfeditor.model.agenda import Day, Slot
from igfeditor.model.changes import Changes
from igfeditor.model.time_deeds import Wish

_PAUSE = 150
"""How many milliseconds nothing is typed before new words are shown."""


class TimePanel(QWidget):
    """The tab; `view` is the time line itself, `offer` the question about what new times touch."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow a bridge."""
        super().__init__(parent)
        self._bridge = bridge
        self._day = ""
        self._is_stale = True
        self.before, self.after = QToolButton(), QToolButton()
        self.heading, self.zone = QLabel(), QLabel()
        self.view = DayView(bridge)
        self.invitation = PaneInvitation(self)
        self.offer = Offer(bridge)
        self.shift, self.split = ShiftForm(bridge), SplitForm(bridge)
        self.foot = Foot(bridge)
        self._pages = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()
        self._retranslate()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.heading, self.zone):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            words.addWidget(label)
        self.zone.setForegroundRole(self.zone.foregroundRole().PlaceholderText)
        for button in (self.before, self.after):
            button.setAutoRaise(True)
            button.setFixedSize(QSize(4 * GRID, 4 * GRID))
        head.addWidget(self.before)
        head.addLayout(words, 1)
        head.addWidget(self.after)
        empty = QWidget()
        place = QVBoxLayout(empty)
        place.addStretch(1)
        place.addWidget(self.invitation)
        place.addStretch(2)
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        for part in (self.offer, self.shift, self.split, self.foot):
            column.addWidget(part)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.go_to_day(-1))
        self.after.clicked.connect(lambda: self.go_to_day(1))
        self.view.chosen.connect(self._choose)
        self.view.wished.connect(self._take_wish)
        self.view.day_requested.connect(self.go_to_day)
        self.invitation.clicked.connect(self._begin)
        for part in (self.offer, self.shift, self.split):
            part.previewed.connect(self.view.preview)
            part.closed.connect(self._show_foot)
        self._pause.timeout.connect(self._refresh)
        self._bridge.agenda_changed.connect(self._follow)
        self._bridge.current_changed.connect(lambda *_: self._follow_current())
        self._bridge.project_changed.connect(self._refresh)

    # --- following -----------------------------------------------------------------------------------------

    @property
    def slot(self) -> str:
        """Give the id of the slot that one stands in, empty where there is none."""
        return nearest(self._bridge.tree, self._bridge.current, Slot) or ""

    @property
    def day(self) -> Day | None:
        """Give the day that one stands in, else the one that is shown, else the first."""
        tree = self._bridge.tree
        name = nearest(tree, self._bridge.current, Day)
        if name is None and self._day in tree:
            name = self._day
        node = None if name is None else tree.node(name)
        return node if isinstance(node, Day) else next(iter(self._bridge.agenda.days), None)

    def _follow(self, changes: Changes, _: object) -> None:
        if not self.isVisible():
            self._is_stale = True
        elif changes.attributes or changes.structure or changes.style or changes.languages:
            self._refresh()
        else:
            self._pause.start()

    def _follow_current(self) -> None:
        day = self.day
        if not self.isVisible() or self._is_stale or day is None or day.id != self._day:
            self._refresh()
        elif self.slot != self.view.scene.current:
            self.view.light(self.slot)

    def _refresh(self) -> None:
        """Show the day as it is now; a hidden tab does so when it is seen."""
        self._pause.stop()
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        day = self.day
        self._day = "" if day is None else day.id
        self.view.show_day(day, self.slot)
        is_empty = not self.view.scene.bars
        self._pages.setCurrentIndex(int(is_empty))
        self.invitation.setVisible(is_empty)
        self.invitation.invite(at_meeting=day is None)
        self.heading.setText("" if day is None else day_heading(self._bridge, day))
        self.zone.setText("" if day is None else zone_text(self._bridge, day))
        place = -1 if day is None else self._bridge.tree.position(day.id)
        self.before.setVisible(day is not None)
        self.after.setVisible(day is not None)
        self.before.setEnabled(place > 0)
        self.after.setEnabled(0 <= place < len(self._bridge.agenda.days) - 1)
        self.foot.show_day(day)
        self._show_foot()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring all up to date when the tab comes into view."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    # --- doing ---------------------------------------------------------------------------------------------

    def _choose(self, slot: str) -> None:
        # What is chosen within the slot stays so: whoever clicks on it means the slot that one is in already.
        if slot != self.slot:
            self._bridge.select(slot, self)

    def go_to_day(self, step: int) -> None:
        """Go to another day."""
        day, days = self.day, self._bridge.agenda.days
        place = -1 if day is None else self._bridge.tree.position(day.id) + step
        if 0 <= place < len(days):
            self._bridge.select(days[place].id, self)

    def _take_wish(self, wish: Wish, is_stroke: bool) -> None:
        """Fulfil a wish of the time line; strokes on one slot that follow each other at once are one deed.

        Where a stroke has to be asked about, the keyboard stays in the time line, so that more strokes can follow.
        """
        self.fulfil(wish, merge_key=("times", wish.slot) if is_stroke else None)
        if self.offer.is_open and not is_stroke:
            self.offer.take_focus()

    def fulfil(self, wish: Wish, merge_key: object = None) -> bool:
        """Do what a wish asks for, or ask how; tells whether it asks."""
        self._close_others(self.offer)
        is_asking = self.offer.fulfil(wish, merge_key)
        if is_asking:
            self.foot.hide()
        return is_asking

    def open_form(self, form: TimeForm, node: str) -> None:
        """Open one of the forms for a day or slot."""
        self._close_others(form)
        self.foot.hide()
        form.open_for(node)

    def _close_others(self, kept: QWidget) -> None:
        if kept is not self.offer:
            self.offer.close_offer()
        for form in (self.shift, self.split):
            if kept is not form:
                form.close_form()

    def _show_foot(self) -> None:
        is_asking = any(not part.isHidden() for part in (self.offer, self.shift, self.split))
        self.foot.setVisible(not is_asking and self.day is not None)

    def _begin(self) -> None:
        """Add the first day, or the first slot of the day."""
        tree, day = self._bridge.tree, self.day
        deed = tree_deeds.add_day(tree, self._bridge.current) if day is None else tree_deeds.add_slot(tree, day.id)
        changes = None if deed is None else self._bridge.apply(deed.edit, deed.label)
        for node in () if changes is None else changes.added[:1]:
            self._bridge.select(node, self)

    # --- Qt ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from the time line into the open question by Enter, and close it by Escape."""
        if self.offer.is_open and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.offer.take_focus()
        elif self.offer.is_open and event.key() == Qt.Key.Key_Escape:
            self.offer.close_offer()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icons = (Icon.DAY_BEFORE, Icon.DAY_AFTER)
        names = (translate("Time", "Previous day"), translate("Time", "Next day"))
        for button, role, name in zip(
            (self.before, self.after), icons[::-1] if mirrored else icons, names, strict=True
        ):
            button.setIcon(icon(role))
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, the mode and the font of the window."""
        super().changeEvent(event)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in (*kinds, QEvent.Type.LayoutDirectionChange) and hasattr(self, "_pause"):
            self._retranslate()
