"""What the window does where somebody else has changed the open file: reload, merge, or keep mine; nothing unseen.

It is looked at whenever the window comes to the front, and before each save.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from igfeditor.gui import merge_deeds
from igfeditor.gui.translation import translate
from igfeditor.storage.newer import Opened
from igfeditor.storage.outside import Change

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow


def look(window: MainWindow) -> None:
    """Look whether the file was changed; without unsaved work it is reloaded, as one step that can be undone."""
    session = window.bridge.session
    if not window.has_project or session.outside() is not Change.CHANGED:
        return
    if session.is_dirty:
        window.say(
            translate("Outside", "Somebody else has changed the file; before you save, both versions can be merged.")
        )
    elif window.bridge.attempt(lambda: session.revert(window)) is not None:
        window.say(translate("Outside", "Somebody else has changed the file; what is new is shown, and can be undone."))


def may_save(window: MainWindow) -> bool:
    """Ask what shall become of what somebody else wrote; tells whether the file may be written now.

    Merged, both are in what is saved. Where mine is kept, theirs is replaced, and kept among the backups.
    """
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Dialogs", "Save the agenda"))
    box.setText(translate("Outside", "Somebody else has changed this file since you opened it."))
    box.setInformativeText(translate("Outside", "Merge both versions, or keep yours alone?"))
    merge = box.addButton(translate("Outside", "Merge…"), QMessageBox.ButtonRole.AcceptRole)
    mine = box.addButton(translate("Outside", "Keep mine"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(merge)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    if chosen is not merge and chosen is not mine:
        return False
    session, opened = window.bridge.session, window.bridge.attempt(window.bridge.session.on_disk)
    if opened is None or (chosen is merge and not _merged(window, opened)):
        return False
    session.acknowledge(opened)
    return True


def _merged(window: MainWindow, opened: Opened) -> bool:
    """Merge what somebody else wrote, from what both began with; cancelled, it counts as never seen."""
    session = window.bridge.session
    name = "" if session.path is None else session.path.name
    return merge_deeds.merge_into(window, session.saved_agenda, opened.agenda, name)
