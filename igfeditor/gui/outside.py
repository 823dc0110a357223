"""What the window does where somebody else has changed the open file: reload, merge, or keep mine; nothing unseen.

It is looked at every few seconds, whenever the window comes to the front, and before each save.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from igfeditor.errors import IgfError, ProjectNotFound
from igfeditor.gui import merge_deeds
from igfeditor.gui.errands import Errands
from igfeditor.gui.notices import Matter, Notice, Words
from igfeditor.gui.translation import isolated, translate
from igfeditor.services.session import Session
from igfeditor.storage.backups import Reason
from igfeditor.storage.newer import Opened
from igfeditor.storage.outside import Change, Watch

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow

_LOOK: Final = 3_000
"""How many milliseconds lie between two looks at the file."""


class Lookout(QObject):
    """Looks at the open file every few seconds, off the window's thread: a share may take its time to answer."""

    def __init__(self, window: MainWindow) -> None:
        """Look after the project of a window."""
        super().__init__(window)
        self._window = window
        self._errands = Errands(self)
        self._was_gone = False
        self.timer = QTimer(self, interval=_LOOK)
        self.timer.timeout.connect(self.send)
        self.timer.start()

    @property
    def is_looking(self) -> bool:
        """Tell whether a look at the file is under way."""
        return self._errands.is_busy

    def send(self) -> None:
        """Look once; not while a dialog is open, for what it shows must not change under it."""
        if self._window.has_project and not self._errands.is_busy and QApplication.activeModalWidget() is None:
            watch = self._window.bridge.session.watch
            if watch is not None:
                self._errands.send(watch.poll, partial(self._hear, watch))

    def _hear(self, watch: Watch, change: Change) -> None:
        # What was found out before a save, or of another file, says nothing of what stands there now.
        if watch is not self._window.bridge.session.watch or QApplication.activeModalWidget() is not None:
            return
        # Programs that save by deleting and writing anew leave a moment without a file.
        was_gone, self._was_gone = self._was_gone, change is Change.GONE
        if change is not Change.GONE or was_gone:
            tell(self._window, change)


def look(window: MainWindow) -> None:
    """Look at once whether the file was changed, unless a dialog is open; that it is gone is told when it stays so."""
    if window.has_project and QApplication.activeModalWidget() is None:
        change = window.bridge.session.outside()
        if change is not Change.GONE:
            tell(window, change)


def tell(window: MainWindow, change: Change) -> None:
    """Say what has become of the file; without unsaved work it is reloaded, as one step that can be undone."""
    session = window.bridge.session
    match change:
        case Change.NONE:
            window.notices.take(Matter.OUTSIDE)
        case Change.GONE:
            _tell_gone(window, session)
        case Change.UNREADABLE:
            _put(
                window,
                Notice(
                    lambda: translate("Outside", "The file cannot be reached at present. What you do is kept here.")
                ),
            )
        case Change.CHANGED if session.is_dirty and not session.is_missed:
            _tell_changed(window)
        case Change.CHANGED:
            _read_again(window, session)


def _put(window: MainWindow, notice: Notice) -> None:
    """Say something, unless it is said already."""
    if window.notices.words(Matter.OUTSIDE) != notice.words():
        window.notices.put(Matter.OUTSIDE, notice)


def _tell_gone(window: MainWindow, session: Session) -> None:
    """Say that there is no file any more: what is open counts as not saved, and is kept as a version."""
    _miss(window, session)
    deeds = window.actions_by_name
    here = (lambda: translate("Outside", "Save it here again"), deeds["save"].trigger)
    elsewhere = (lambda: translate("Outside", "Save as…"), deeds["save-as"].trigger)
    offers = (elsewhere,) if session.read_only else (here, elsewhere)
    name = isolated("" if session.path is None else session.path.name)
    _put(window, Notice(partial(_words_of_gone, name), offers))


def _miss(window: MainWindow, session: Session) -> None:
    """Count what is open as not saved, and keep it as a version: the file does not hold it any more."""
    if not session.is_missed:
        session.keep_version(Reason.WORK)
        session.miss()
        window.bridge.project_changed.emit()


def _words_of_gone(name: str) -> str:
    words = translate("Outside", "The file {name} is no longer there: it was moved, renamed or deleted.")
    return words.format(name=name)


def _ways(window: MainWindow) -> tuple[tuple[Words, Callable[[], object]], ...]:
    return (
        (lambda: translate("Outside", "Compare and merge…"), partial(merge, window)),
        (lambda: translate("Outside", "Keep mine"), partial(keep_mine, window)),
    )


def _tell_changed(window: MainWindow) -> None:
    words = partial(translate, "Outside", "Somebody else has changed this file since you opened it.")
    _put(window, Notice(words, _ways(window)))


def _read_again(window: MainWindow, session: Session) -> None:
    """Show what somebody else wrote; where it cannot be read, say so, and offer to put mine in its place.

    What only came back as it was, or says the same in other bytes, is no change.
    """
    try:
        opened = session.on_disk()
    except ProjectNotFound:
        return
    except IgfError as error:
        _miss(window, session)
        _put(window, Notice(partial(window.bridge.words_of, error), () if session.read_only else _ways(window)[1:]))
        return
    is_new = opened.agenda != session.saved_agenda
    if is_new and session.is_dirty:
        _tell_changed(window)
        return
    if is_new:
        session.take_over(opened, window)
        window.say(_words_of_reloading(session))
    else:
        # What was typed meanwhile stays, and is the only thing that is not saved.
        session.acknowledge(opened)
    _is_settled(window)


def _words_of_reloading(session: Session) -> str:
    if session.read_only:
        return translate("Outside", "Somebody else has changed the file; what is new is shown.")
    return translate("Outside", "Somebody else has changed the file; what is new is shown, and can be undone.")


def merge(window: MainWindow) -> bool:
    """Merge what somebody else wrote; called off, it counts as never seen. Tells whether it was merged."""
    session = window.bridge.session
    opened = window.bridge.attempt(session.on_disk)
    if opened is None or not _merged(window, opened):
        return False
    session.acknowledge(opened)
    return _is_settled(window)


def keep_mine(window: MainWindow) -> bool:
    """Let what somebody else wrote be replaced by the next save, which keeps it among the backups."""
    return window.bridge.attempt(lambda: window.bridge.session.overlook() or True) is not None and _is_settled(window)


def _is_settled(window: MainWindow) -> bool:
    window.notices.take(Matter.OUTSIDE)
    window.bridge.project_changed.emit()
    return True


def may_save(window: MainWindow) -> bool:
    """Tell whether the file may be written now; asks what shall become of what somebody else wrote, where it was.

    Merged, both are in what is saved. Where mine is kept, theirs is replaced, and kept among the backups. A file that
    is gone is written anew.
    """
    session = window.bridge.session
    match session.outside():
        case Change.CHANGED:
            return _asked(window)
        case Change.GONE:
            session.miss()
            return True
        case _:
            return True


def _asked(window: MainWindow) -> bool:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Dialogs", "Save the agenda"))
    box.setText(translate("Outside", "Somebody else has changed this file since you opened it."))
    box.setInformativeText(translate("Outside", "Merge both versions, or keep yours alone?"))
    ours = box.addButton(translate("Outside", "Merge…"), QMessageBox.ButtonRole.AcceptRole)
    mine = box.addButton(translate("Outside", "Keep mine"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(ours)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    if chosen is ours:
        return merge(window)
    return chosen is mine and keep_mine(window)


def _merged(window: MainWindow, opened: Opened) -> bool:
    session = window.bridge.session
    name = "" if session.path is None else session.path.name
    return merge_deeds.merge_into(window, session.saved_agenda, opened.agenda, name)
