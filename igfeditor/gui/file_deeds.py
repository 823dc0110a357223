"""What the window does with files: new, open, save, revert, export; and the one question before work is left."""

from __future__ import annotations

import re
from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from igfeditor.gui import outside, version_deeds
from igfeditor.gui.dialogs.export import ExportDialog
from igfeditor.gui.dialogs.renewal import RenewalDialog
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import LRM
from igfeditor.language.markup import plain
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.findings_report import write_report
from igfeditor.services.operations import PROJECT_SUFFIX, is_there, open_project, project_path
from igfeditor.services.proofing import check_project
from igfeditor.services.session import UNNAMED, Session
from igfeditor.services.versions import versions_of

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow

_LONGEST_NAME: Final = 80


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
    session = window.bridge.attempt(lambda: Session.open(path, window.backups))
    if session is None:
        _show_refusal(window, path)
        return
    window.remember(path)
    window.show_project(session)


def save(window: MainWindow) -> bool:
    """Save where the project is, or ask where it shall be; tells whether it is saved."""
    if window.bridge.session.path is None:
        return save_as(window)
    if not outside.may_save(window):
        return False
    return _save_to(window, None)


def save_as(window: MainWindow) -> bool:
    """Ask for a name and save under it."""
    title = translate("Dialogs", "Save the agenda")
    start = window.bridge.session.path or _suggested(window)
    name, _ = QFileDialog.getSaveFileName(window, title, str(start), _kinds())
    path = window.bridge.attempt(lambda: project_path(Path(name))) if name else None
    if path is None or (path.name != Path(name).name and is_there(path) and not _may_replace(window, path)):
        return False
    saved = _save_to(window, path)
    if saved:
        window.remember(path)
    return saved


def _save_to(window: MainWindow, path: Path | None) -> bool:
    """Save; a refusal is shown over the window, and no older message is left beside a file that is saved."""
    if window.keeping is not None:
        window.keeping.settle()
    saved = window.bridge.save(path)
    if saved:
        window.statusBar().clearMessage()
    else:
        _show_refusal(window)
    return saved


def _suggested(window: MainWindow) -> Path:
    """Give a place and a name for an agenda without a file: where the last one is, called as its origin or meeting."""
    recent = window.settings.recent
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(recent[0]).parent if recent else Path(documents)
    agenda = window.bridge.agenda
    title = plain(agenda.meeting.title.wording(agenda.source))
    stem = window.bridge.session.project.stem
    if stem != UNNAMED:
        title = stem
    # What no file system takes in a name is left out; the length leaves room for the endings of printed files.
    name = re.sub(r'[\\/:*?"<>|\s\x00-\x1f\x7f]+', " ", title)[:_LONGEST_NAME].strip(" .")
    return folder / name if name else folder


def _may_replace(window: MainWindow, path: Path) -> bool:
    """Ask before a file is replaced that the dialog could not ask about, for its ending was not typed."""
    question = translate("Dialogs", "{name} is there already. Replace it?").format(name=path.name)
    buttons = QMessageBox.StandardButton
    answer = QMessageBox.question(window, translate("Dialogs", "Save the agenda"), question, buttons.Yes | buttons.No)
    return answer == buttons.Yes


def _show_refusal(window: MainWindow, path: Path | None = None) -> None:
    """Show whole, until it is read, why a file was not read or written: the status bar is short and forgets.

    Of a file that was not read, `path`, the earlier versions are offered where there are any.
    """
    words = window.statusBar().currentMessage()
    buttons = QMessageBox.StandardButton
    box = QMessageBox(QMessageBox.Icon.Warning, "igfeditor", words, buttons.Ok, window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if path is not None and window.backups is not None and versions_of(path, window.backups):
        earlier = box.addButton(translate("Dialogs", "Earlier versions…"), QMessageBox.ButtonRole.ActionRole)
        earlier.clicked.connect(lambda: show_versions(window, path))
    box.open()


def show_versions(window: MainWindow, path: Path | None = None) -> None:
    """Show the earlier versions of the open file, or of one that cannot be read; one is opened as a copy."""
    document = window.bridge.session.path if path is None else path
    copy = None if document is None else version_deeds.ask(window, document)
    if copy is not None and may_leave(window):
        window.show_project(copy)


def revert(window: MainWindow) -> None:
    """Go back to the saved file, which can be undone."""
    window.bridge.attempt(window.bridge.session.revert)
    window.bridge.project_changed.emit()


def export(window: MainWindow, layouts: Collection[str] = (), formats: Collection[str] = ()) -> None:
    """Ask what to print, and print it; what is named is ticked alone."""
    dialog = ExportDialog(window.bridge, window.settings.export_folder, window)
    dialog.tick(layouts, formats)
    _printed(window, dialog)


def print_on_paper(window: MainWindow, layout: str) -> None:
    """Ask for a printer, and print the pages of a layout there."""
    # Loaded here: few print on paper, and a window that opens waits for nothing.
    paper = import_module("igfeditor.gui.paper")
    paper.print_pages(window, layout)


def pack(window: MainWindow) -> None:
    """Ask where to print all layouts in all formats, and print them."""
    _printed(window, ExportDialog(window.bridge, window.settings.export_folder, window, is_pack=True))


def _printed(window: MainWindow, dialog: ExportDialog) -> None:
    dialog.exec()
    if dialog.folder:
        window.choose(export_folder=dialog.folder)


def report_findings(window: MainWindow) -> None:
    """Ask where the report of findings shall be, and write it for whoever works without the program."""
    title, kinds = translate("Dialogs", "Save the report of findings"), translate("Dialogs", "Word files (*.docx)")
    project = window.bridge.session.project
    folder = Path(window.settings.export_folder or (window.bridge.session.path or Path()).parent)
    name, _ = QFileDialog.getSaveFileName(window, title, str(folder / f"{project.stem}-findings.docx"), kinds)
    if not name:
        return
    agenda, language = project.agenda, window.language
    report = window.bridge.report_of_now or check_project(agenda)
    path = window.bridge.attempt(lambda: write_report(agenda, report, Path(name), language))
    if path is not None:
        window.say(translate("Dialogs", "The report was written to {path}.").format(path=f"{LRM}{path}{LRM}"))


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
