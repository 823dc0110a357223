"""The menu bar and the toolbar, made from the table of actions; recent projects and the languages of the window."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolBar, QToolButton, QToolTip, QWidget

from igfeditor.gui import actions, file_deeds
from igfeditor.gui.theme import GRID, Icon, icon
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import LRM
from igfeditor.services.operations import is_there

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow

LANGUAGES: Final = (("english", "EN"), ("arabic", "ع"))
"""The actions that change the window's language, with the sign that each is known by."""

_ON_ROWS: Final = (
    ("add-slot", "add-item", "add-sub-item", "break-after"),
    ("cut", "copy", "paste", "duplicate", "delete"),
    ("move-up", "move-down", "outdent", "indent"),
)


class _Menu(QMenu):
    """A menu that shows a tool tip only where it says more than the name: why a thing cannot be done."""

    def event(self, event: QEvent) -> bool:
        """Show such a tool tip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            action = self.actionAt(event.pos())
            if action is not None and "\n" in action.toolTip():  # pyright: ignore[reportUnnecessaryComparison] - there is none between two
                QToolTip.showText(event.globalPos(), action.toolTip(), self)
                return True
        return super().event(event)


def fill(window: MainWindow, toolbar: QToolBar) -> None:
    """Fill both bars anew, in the window's present language."""
    bar = window.menuBar()
    bar.clear()
    toolbar.clear()
    menus: dict[str, QMenu] = {name: _Menu(translate("Actions", name), bar) for name in actions.MENUS}
    for menu in menus.values():
        bar.addMenu(menu)
    for row in actions.ACTIONS:
        menu, action = menus[row.menu], window.actions_by_name[row.name]
        if row.starts_group:
            menu.addSeparator()
        menu.addAction(action)
        if row.name == "open":
            menu.addMenu(_recent(window, menu))
        if row.toolbar:
            _into_toolbar(toolbar, action, new_group=row.starts_toolbar_group)
    toolbar.setWindowTitle(translate("Window", "Toolbar"))


def offer_on_rows(window: MainWindow) -> None:
    """Offer the deeds of a row at the row, by the other button of the mouse or the key for it."""
    tree = window.tree
    for names in _ON_ROWS:
        if tree.actions():
            line = QAction(tree)
            line.setSeparator(True)
            tree.addAction(line)
        tree.addActions([window.actions_by_name[name] for name in names])
    tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def _into_toolbar(toolbar: QToolBar, action: QAction, *, new_group: bool) -> None:
    if new_group:
        toolbar.addSeparator()
    toolbar.addAction(action)


def _recent(window: MainWindow, parent: QMenu) -> QMenu:
    """Make the menu of recent projects, which looks for them when it is opened."""
    menu = QMenu(translate("Actions", "Open &recent"), parent)
    menu.setIcon(icon(Icon.RECENT))
    menu.aboutToShow.connect(lambda: _fill_recent(window, menu))
    menu.menuAction().setEnabled(bool(window.settings.recent))
    return menu


def _fill_recent(window: MainWindow, menu: QMenu) -> None:
    menu.clear()
    for name in window.settings.recent:
        path = Path(name)
        # A path is read from the left, and an & in it is no key.
        shown = f"{path.name}  {LRM}({path.parent})".replace("&", "&&")
        action = menu.addAction(shown, lambda path=path: file_deeds.open_path(window, path))
        action.setEnabled(is_there(path))


class LanguageSwitch(QWidget):
    """The window's languages as two buttons beside the menus, each doing what its action does."""

    def __init__(self, actions_by_name: Mapping[str, QAction], parent: QWidget) -> None:
        """Make a button for each language."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GRID // 2, 0)
        row.setSpacing(0)
        self._buttons: list[tuple[QToolButton, QAction]] = []
        for name, sign in LANGUAGES:
            action, button = actions_by_name[name], QToolButton()
            button.setText(sign)
            button.setAutoRaise(True)
            button.setCheckable(True)
            button.clicked.connect(action.trigger)
            action.changed.connect(self._refresh)
            row.addWidget(button)
            self._buttons.append((button, action))

    def _refresh(self) -> None:
        for button, action in self._buttons:
            button.setChecked(action.isChecked())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.toolTip())
