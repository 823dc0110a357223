"""What the window does with the earlier versions of a file: one is opened as a copy, or compared with what is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from igfeditor.gui import merge_deeds
from igfeditor.gui.dialogs.versions import VersionsDialog, when
from igfeditor.services.operations import stem_of
from igfeditor.services.session import Session
from igfeditor.services.versions import versions_of

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow


def can_show(window: MainWindow) -> bool:
    """Tell whether there is a file of which versions can have been kept."""
    return window.has_project and window.backups is not None and window.bridge.session.path is not None


def ask(window: MainWindow, document: Path) -> Session | None:
    """Show the versions of a file, open or damaged; gives the copy that was asked for, as an agenda without a file.

    A version that shall be compared is merged into what is open, and nothing is given.
    """
    if window.backups is None:
        return None
    now = window.bridge.agenda if window.has_project and window.bridge.session.path == document else None
    versions = versions_of(document, window.backups)
    dialog = VersionsDialog(document.name, versions, window.backups, now, window.language, window)
    dialog.exec()
    dialog.deleteLater()
    chosen, agenda = dialog.chosen, dialog.agenda
    if chosen is None or agenda is None:
        return None
    if dialog.compares:
        merge_deeds.merge_into(window, window.bridge.agenda, agenda, when(chosen.at))
        return None
    return Session(agenda, stem=f"{stem_of(document)} {chosen.at.astimezone():%Y-%m-%d %H.%M}", backups=window.backups)
