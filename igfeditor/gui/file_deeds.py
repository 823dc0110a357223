"""What the window does with files: new, open, save, revert, export; and the one question before work is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from igfeditor.gui.dialogs.export import ExportDialog
from igfeditor.gui.dialogs.renewal import RenewalDialog
from igfeditor.gui.translation import translate
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.operations import PROJECT_SUFFIX, open_project, project_path
from igfeditor.services.session import Session

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow


def new(window: MainWindow) -> None:
    """Begin an empty agenda."""
    if may_leave(window):
        window.show_project(Session.new())
        window.panes.edit_text(THE_MEETING, "title")


def renew(window: MainWindow) -> None:
    """Begin a new agenda from that of an earlier meeting."""
    name = _asked_for_project(window, translate("Dialogs", "Choose the agenda of an earlier meeting"))
    project = window.bridge.attempt(lambda: open_project(Path(name))) if name else None
    if project is None:
        return
    dialog = RenewalDialog(project.agenda, window)
    agenda = window.bridge.attempt(dialog.agenda) if dialog.exec() else None
    dialog.deleteLater()
    if agenda is not None and may_leave(window):
        window.show_project(Session(agenda))


def sample(window: MainWindow) -> None:
    """Open the sample as a new agenda, so that nothing can happen to it."""
    if may_leave(window):
        window.show_project(Session.sample())


def choose(window: MainWindow) -> None:
    """Ask for a project and open it."""
    name = _asked_for_project(window, translate("Dialogs", "Open an agenda"))
    if name:
        open_path(window, Path(name))


def _asked_for_project(window: MainWindow, title: str) -> str:
    """Ask for an agenda file, where the last one was; gives its path, or nothing."""
    folder = str(Path(window.settings.recent[0]).parent) if window.settings.recent else ""
    name, _ = QFileDialog.getOpenFileName(window, title, folder, _kinds())
    return name


def open_path(window: MainWindow, path: Path) -> None:
    """Open a project; one that cannot be read leaves the window as it is and says why."""
    if not may_leave(window):
        return
    session = window.bridge.attempt(lambda: Session.open(path))
    if session is not None:
        window.remember(path)
        window.show_project(session)


def save(window: MainWindow) -> bool:
    """Save where the project is, or ask where it shall be; tells whether it is saved."""
    if window.bridge.session.path is None:
        return save_as(window)
    return window.bridge.save()


def save_as(window: MainWindow) -> bool:
    """Ask for a name and save under it."""
    title = translate("Dialogs", "Save the agenda")
    name, _ = QFileDialog.getSaveFileName(window, title, str(window.bridge.session.path or ""), _kinds())
    if not name:
        return False
    path = project_path(Path(name))
    saved = window.bridge.save(path)
    if saved:
        window.remember(path)
    return saved


def revert(window: MainWindow) -> None:
    """Go back to the saved file, which can be undone."""
    window.bridge.attempt(window.bridge.session.revert)


def export(window: MainWindow) -> None:
    """Ask what to print, and print it."""
    dialog = ExportDialog(window.bridge, window.settings.export_folder, window)
    dialog.exec()
    if dialog.folder:
        window.choose(export_folder=dialog.folder)


def may_leave(window: MainWindow) -> bool:
    """Ask once about work that is not saved; tells whether the window may go on without it."""
    if not window.has_project or not window.bridge.session.is_dirty:
        return True
    buttons = QMessageBox.StandardButton
    answer = QMessageBox.question(
        window,
        translate("Dialogs", "Unsaved changes"),
        translate("Dialogs", "The agenda has changes that are not saved."),
        buttons.Save | buttons.Discard | buttons.Cancel,
        buttons.Save,
    )
    return answer == buttons.Discard or (answer == buttons.Save and save(window))


def _kinds() -> str:
    return translate("Dialogs", "Agendas (*{suffix});;All files (*)").format(suffix=PROJECT_SUFFIX)
