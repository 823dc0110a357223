"""What the window can do to times: shift or duplicate the day, split the slot, lock it; and where it can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from igfeditor.errors import sentence
from igfeditor.gui.panels.timeline import TimePanel
from igfeditor.gui.tree_deeds import nearest
from igfeditor.model.agenda import Day, Slot
from igfeditor.model.edits import set_slot
from igfeditor.model.rows import duplicate
from igfeditor.model.timing import stretch_of

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow


_MENU: Final = ("break-after", "split-slot", "lock-times", "shift-day", "duplicate-day")


def put_menu(window: MainWindow) -> None:
    """Give the time line a menu of its own, with the deeds that are about times."""
    panel = window.side.tab(TimePanel)
    assert isinstance(panel, TimePanel)  # noqa: S101 - it was asked for
    panel.view.addActions([window.actions_by_name[name] for name in _MENU])


def shift_day(window: MainWindow) -> None:
    """Open the form that shifts the whole day."""
    day = _day(window)
    if day is not None:
        panel = _panel(window)
        panel.open_form(panel.shift, day.id)


def split_slot(window: MainWindow) -> None:
    """Open the form that splits the slot equally."""
    slot = _slot(window)
    if slot is not None:
        panel = _panel(window)
        panel.open_form(panel.split, slot.id)


def duplicate_day(window: MainWindow) -> None:
    """Copy the day to the next free date, and go there."""
    day = _day(window)
    if day is None:
        return
    changes = window.bridge.apply(lambda agenda: duplicate(agenda, [day.id]), sentence("Duplicate the day"))
    tree = window.bridge.tree
    for node in () if changes is None else changes.added:
        if isinstance(tree.node(node), Day):
            window.bridge.select(node)


def toggle_lock(window: MainWindow) -> None:
    """Lock the times of the slot, or unlock them."""
    slot = _slot(window)
    if slot is not None:
        label = sentence("Unlock the times of a slot") if slot.locked else sentence("Lock the times of a slot")
        window.bridge.apply(lambda agenda: set_slot(agenda, slot.id, locked=not slot.locked), label)


def has_day(window: MainWindow) -> bool:
    """Tell whether one stands in a day."""
    return window.has_project and _day(window) is not None


def can_shift(window: MainWindow) -> bool:
    """Tell whether one stands in a day that has times."""
    day = _day(window) if window.has_project else None
    return day is not None and any(slot.start is not None for slot in day.slots)


def can_split(window: MainWindow) -> bool:
    """Tell whether one stands in a slot that has a length and is not locked."""
    slot = _slot(window) if window.has_project else None
    return slot is not None and not slot.locked and stretch_of(slot) is not None


def can_lock(window: MainWindow) -> bool:
    """Tell whether one stands in a slot that has a time."""
    slot = _slot(window) if window.has_project else None
    return slot is not None and slot.start is not None


def is_locked(window: MainWindow) -> bool:
    """Tell whether the slot that one stands in is locked."""
    slot = _slot(window) if window.has_project else None
    return slot is not None and slot.locked


def _panel(window: MainWindow) -> TimePanel:
    window.side.show_tab(TimePanel)
    panel = window.side.tab(TimePanel)
    assert isinstance(panel, TimePanel)  # noqa: S101 - it was asked for
    return panel


def _day(window: MainWindow) -> Day | None:
    tree = window.bridge.tree
    name = nearest(tree, window.bridge.current, Day)
    node = None if name is None else tree.node(name)
    return node if isinstance(node, Day) else None


def _slot(window: MainWindow) -> Slot | None:
    tree = window.bridge.tree
    name = nearest(tree, window.bridge.current, Slot)
    node = None if name is None else tree.node(name)
    return node if isinstance(node, Slot) else None
