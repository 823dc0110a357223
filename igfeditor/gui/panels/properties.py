"""The properties of the current row and of what it stands in, each taken over as soon as it is chosen.

The row's own form comes first, then those of the rows around it: whoever stands on a sub-item still wants the times
of its slot. A slot that is one row of the tree with its only item shows both. A slot's time that touches others asks
once, in the panel itself, who shall pay for it: nothing modal, and the row keeps its old time until somebody answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.fields import FIELDS
from igfeditor.gui.panels.form import Form
from igfeditor.gui.theme import GRID
from igfeditor.gui.tree_shape import only_item
from igfeditor.model.changes import Changes
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import NodeKind, Tree

_FOLDED: Final = frozenset[NodeKind]({"day", "meeting"})
"""What is folded where one stands deeper, until the user opens it."""


class Properties(QScrollArea):
    """The forms of the current row; `text_requested` carries the node and field of a text that the user goes to."""

    text_requested = Signal(str, str)
    pasted = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow the bridge."""
        super().__init__(parent)
        self._bridge = bridge
        self._forms: dict[NodeKind, Form] = {}
        self._plan: tuple[tuple[NodeKind, str], ...] = ()
        self._open: dict[NodeKind, bool] = {}
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(GRID, GRID, GRID, GRID)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bridge.current_changed.connect(lambda *_: self._go())
        bridge.project_changed.connect(self._go)
        bridge.agenda_changed.connect(self._follow)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._keep_in_sight)
        # Lists and sentences that come or go must not push away what the user is at.
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._keep_in_sight(None, QApplication.focusWidget()))
        self._show()

    # --- what is shown -------------------------------------------------------------------------------------

    def _go(self) -> None:
        """Show another row; what was typed for the one before is taken over first.

        A hidden panel waits until it is shown: it must cost nothing while somebody works elsewhere.
        """
        if not self.isVisible():
            return
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            for kind, node in self._plan:
                if node in self._bridge.tree and self._forms[kind].isAncestorOf(focus):
                    self._forms[kind].commit()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the forms up to date when they come into view."""
        super().showEvent(event)
        self._show()

    def _follow(self, changes: Changes, origin: object) -> None:
        if not self.isVisible():
            return
        if changes.languages or changes.structure or changes.attributes or changes.added or changes.removed:
            self._show()
            return
        # A key stroke in a text costs something only where that text is shown.
        for kind, node in self._plan:
            if any(self._forms[kind].shows(*text) for text in changes.texts):
                self._forms[kind].show_node(node)

    def _show(self) -> None:
        tree, current = self._bridge.tree, self._bridge.current
        current = current if current in tree else THE_MEETING
        plan = tuple(_plan(tree, current))
        if plan != self._plan:
            self._arrange(plan)
        for kind, node in plan:
            self._forms[kind].show_node(node)
            self._forms[kind].mark(current)

    def _arrange(self, plan: tuple[tuple[NodeKind, str], ...]) -> None:
        kinds: list[NodeKind] = [kind for kind, _ in plan]
        is_same_order = kinds == [kind for kind, _ in self._plan]
        self._plan = plan
        for place, kind in enumerate(kinds):
            form = self._forms.get(kind) or self._make(kind)
            form.open(self._is_open(kind, place))
            if not is_same_order:
                self._column.removeWidget(form)
                self._column.insertWidget(place, form)
        for kind, form in self._forms.items():
            form.setVisible(kind in kinds)
        if not is_same_order:
            self.verticalScrollBar().setValue(0)
        self.updateGeometry()

    def _is_open(self, kind: NodeKind, place: int) -> bool:
        return place == 0 or self._open.get(kind, kind not in _FOLDED)

    def _make(self, kind: NodeKind) -> Form:
        form = Form(self._bridge, kind, self._page)
        form.text_requested.connect(self.text_requested)
        form.pasted.connect(self.pasted)
        form.folded.connect(lambda kind, is_open: self._open.update({kind: is_open}))
        self._forms[kind] = form
        return form

    def form(self, kind: NodeKind) -> Form | None:
        """Give the form of a kind of row, if it is shown."""
        return self._forms.get(kind) if any(shown == kind for shown, _ in self._plan) else None

    def minimumSizeHint(self) -> QSize:
        """Ask for the room that the forms need beside a scroll bar: nothing is cut off, whatever the font."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._page.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    # --- the keyboard --------------------------------------------------------------------------------------

    def stops(self) -> list[QWidget]:
        """Give what the Tab key goes to now, in the order in which it is seen."""
        return [stop for kind, _ in self._plan for stop in self._forms[kind].stops() if _takes_tab(stop)]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go down or up the panel by what is seen, whatever was made first, and leave it at its ends."""
        focus, stops = QApplication.focusWidget(), self.stops()
        place = next((place for place, stop in enumerate(stops) if _holds(stop, focus)), None)
        if place is None or focus is None:
            return super().focusNextPrevChild(forward)
        to = place + (1 if forward else -1)
        other = stops[to] if 0 <= to < len(stops) else self._outside(focus, forward=forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        if other is not None:
            other.setFocus(reason)
        return other is not None

    def _outside(self, start: QWidget, *, forward: bool) -> QWidget | None:
        """Give the next widget of the window that is not in the panel."""
        other = _step(start, forward=forward)
        while other is not None and other is not start:
            if other is not self and not self.isAncestorOf(other) and _takes_tab(other):
                return other
            other = _step(other, forward=forward)
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the first control, or to the last where one comes from behind."""
        super().focusInEvent(event)
        stops = self.stops()
        if stops:
            stops[-1 if event.reason() is Qt.FocusReason.BacktabFocusReason else 0].setFocus(event.reason())

    def _keep_in_sight(self, _: QWidget | None, now: QWidget | None) -> None:
        """Scroll to where the focus goes."""
        if now is not None and self._page.isAncestorOf(now):
            QTimer.singleShot(0, self, lambda: self._scroll_to(now))

    def _scroll_to(self, widget: QWidget) -> None:
        if self._page.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, 0, min(6 * GRID, self.viewport().height() // 4))


def _takes_tab(widget: QWidget) -> bool:
    is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return is_stop and widget.isVisible() and widget.isEnabled() and not widget.isWindow()


def _step(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _holds(stop: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (stop is focus or stop.isAncestorOf(focus))


def _plan(tree: Tree, current: str) -> Iterator[tuple[NodeKind, str]]:
    """Give the forms that are shown for a node, its own first; that of the only item comes after its slot."""
    rows = [node for node in (current, *tree.ancestors(current)) if tree.kind(node) in FIELDS]
    slot = next((row for row in rows if tree.kind(row) == "slot"), None)
    item = None if slot is None else only_item(tree, slot)
    if slot is not None and item is not None and rows[0] in (slot, item.id):
        rows = [slot, item.id, *rows[rows.index(slot) + 1 :]]
    for row in rows:
        kind: NodeKind = tree.kind(row)
        yield kind, row
