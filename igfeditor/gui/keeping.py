"""The journal of the window: each deed is written down as it is done, and what a crash left is offered at the start.

The journal begins a moment after a project is shown, so that nothing waits for it, or with the first deed; it is synced
within two seconds of a deed. A program that is killed loses nothing that was done. After half an hour of work a version
is kept among the backups.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox

from igfeditor.errors import Sentence, sentence
from igfeditor.files import Disk
from igfeditor.gui import merge_deeds
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.notices import Matter, Notice, Notices
from igfeditor.gui.translation import isolated, translate
from igfeditor.language.messages import say
from igfeditor.services.operations import is_there
from igfeditor.services.session import Session
from igfeditor.storage.backups import EVERY, Reason
from igfeditor.storage.journal import SYNC_SECONDS, Journal, Recoverable, discard, recoverable
from igfeditor.storage.lock import Now, utc_now

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow

_SOON: Final = 500
"""How many milliseconds after a project is shown its journal begins."""


class Keeping(QObject):
    """Keeps the journal of whatever project is open; `root` is the folder of all journals."""

    def __init__(
        self, bridge: Bridge, notices: Notices, root: Path, disk: Disk | None = None, now: Now = utc_now
    ) -> None:
        """Follow a bridge; that the journal cannot be written is said among the notices."""
        super().__init__(notices)
        self._bridge = bridge
        self._notices = notices
        self._root = root
        self._disk = disk or Disk()
        self._now = now
        self._session: Session | None = None
        self._kept: datetime | None = None
        self.journal: Journal | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._sync = QTimer(self, singleShot=True, interval=round(900 * SYNC_SECONDS))
        self._soon.timeout.connect(self._begin)
        self._sync.timeout.connect(self.settle)
        bridge.agenda_changed.connect(lambda *_: self._note())
        bridge.project_changed.connect(self._follow)

    def _follow(self) -> None:
        """Begin the journal of another project, or write down that this one was saved."""
        session = self._bridge.session
        if session is not self._session:
            self.end()
            self._session = session
            self._soon.start()
        elif self.journal is not None and session.path is not None and not session.is_dirty:
            self.journal.note_saved(session.path, session.project.stem)

    def _begin(self) -> None:
        self._soon.stop()
        session = self._session
        if session is not None and self.journal is None and not session.read_only:
            self.journal = Journal(self._root, session.path, session.project.stem, token_hex(8), self._disk)
            self.journal.begin(session.saved_agenda)
            self._tell()

    def _note(self) -> None:
        if self.journal is None:
            self._begin()
        if self.journal is not None:
            self.journal.note(self._bridge.agenda)
            self._kept = self._kept or self._now()
            if not self._sync.isActive():
                # Not begun anew by each stroke: who types without a pause would put it off for ever.
                self._sync.start()

    def settle(self) -> None:
        """Make durable what was written down; before each save, so that from then on no failure costs work."""
        if self.journal is not None:
            self.journal.sync()
            self._tell()
            if self._kept is not None and self._now() - self._kept >= EVERY:
                self._kept = self._now()
                self._bridge.session.keep_version(Reason.WORK)
            if self.journal.fault:
                # Tried again: a disk that was full may have room by now.
                self._sync.start()

    def _tell(self) -> None:
        """Say that the journal cannot be written, as long as that is so."""
        fault = "" if self.journal is None else self.journal.fault
        notice = Notice(partial(self._words_of_fault, fault))
        if not fault:
            self._notices.take(Matter.JOURNAL)
        elif self._notices.words(Matter.JOURNAL) != notice.words():
            self._notices.put(Matter.JOURNAL, notice)

    def _words_of_fault(self, fault: Sentence | str) -> str:
        words = translate("Keeping", "What is not saved cannot be kept safe at present ({reason}): save often.")
        reason = say(fault, self._bridge.language) if isinstance(fault, Sentence) else fault
        return words.format(reason=isolated(reason))

    def end(self) -> None:
        """Close the journal: gone where all is saved, in the trash where somebody chose to leave what is not."""
        self._soon.stop()
        self._sync.stop()
        self._notices.take(Matter.JOURNAL)
        journal, session = self.journal, self._session
        self.journal = self._session = self._kept = None
        if journal is not None and session is not None:
            if session.is_dirty:
                journal.discard()
            else:
                journal.end()


def offer(window: MainWindow, root: Path, disk: Disk | None = None) -> None:
    """Offer the unsaved work that programs left when they were killed, the newest first, until somebody waits."""
    disk = disk or Disk()
    for found in recoverable(root, disk):
        chosen = _choice(window, found)
        if chosen == "later":
            return
        is_back = chosen != "discard" and _recovered(window, found, compares=chosen == "compare")
        if chosen == "discard" or (is_back and _is_kept_again(window)):
            discard(root, found.path, disk, utc_now())
        if chosen != "discard":
            return


def _choice(window: MainWindow, found: Recoverable) -> str:
    name = found.stem if found.document is None else found.document.name
    # Each keeps its own direction; together they would be one run, and the date stand before the name.
    name, when = isolated(name), isolated(f"{found.at.astimezone():%Y-%m-%d %H:%M}")
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Keeping", "Unsaved work"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        translate("Keeping", "The program ended before this was saved: {name}, {when}.").format(name=name, when=when)
    )
    count = found.deeds
    box.setInformativeText(translate("Keeping", "%n change(s) can be brought back.", "", count))
    roles = QMessageBox.ButtonRole
    buttons = {
        box.addButton(translate("Keeping", "Recover"), roles.AcceptRole): "recover",
        box.addButton(translate("Keeping", "Later"), roles.RejectRole): "later",
        box.addButton(translate("Keeping", "Discard"), roles.DestructiveRole): "discard",
    }
    if found.document is not None and is_there(found.document):
        buttons[box.addButton(translate("Keeping", "Compare…"), roles.ActionRole)] = "compare"
    box.setDefaultButton(next(iter(buttons)))
    box.setEscapeButton(next(button for button, name in buttons.items() if name == "later"))
    box.exec()
    chosen = next((name for button, name in buttons.items() if button is box.clickedButton()), "later")
    box.deleteLater()
    return chosen


def _recovered(window: MainWindow, found: Recoverable, *, compares: bool) -> bool:
    """Bring work back as one step over the saved file, so that undoing it gives what is saved.

    Where somebody else has changed the file meanwhile the two are merged, for laid over it the work would hide theirs.
    """
    document, backups = found.document, window.backups
    if document is None:
        return _as_copy(window, found)
    if not is_there(document):
        words = translate("Keeping", "The file {name} is no longer there: your work is here as a copy without a file.")
        return _as_copy(window, found, words.format(name=isolated(document.name)))
    session = window.bridge.attempt(lambda: Session.open(document, backups))
    if session is None or session.warning is not None:
        words = translate("Keeping", "The file {name} cannot be used: your work is here as a copy without a file.")
        return _as_copy(window, found, words.format(name=isolated(document.name)))
    window.show_project(session)
    if session.read_only:
        # Somebody works at the file: the work comes back beside it.
        words = translate("Keeping", "The file is open elsewhere: your work is here as a copy without a file.")
        return _as_copy(window, found, words)
    is_changed = session.agenda != found.base
    if compares or is_changed:
        base = found.base if is_changed else session.agenda
        return merge_deeds.merge_into(window, base, found.agenda, translate("Keeping", "unsaved work"))
    return _laid_over(window, found)


def _as_copy(window: MainWindow, found: Recoverable, words: str = "") -> bool:
    """Bring work back as an agenda without a file, which is not saved, also where its last deeds are undone."""
    session = Session(found.base, stem=found.stem, backups=window.backups)
    session.miss()
    window.show_project(session)
    is_done = _laid_over(window, found)
    window.say(words)
    return is_done


def _is_kept_again(window: MainWindow) -> bool:
    """Tell whether the work that was brought back is in the journal of this window: only then the old one may go."""
    if window.keeping is None or not window.bridge.session.is_dirty:
        return True
    window.keeping.settle()
    journal = window.keeping.journal
    return journal is not None and not journal.fault


def _laid_over(window: MainWindow, found: Recoverable) -> bool:
    return window.bridge.apply(lambda _: found.agenda, sentence("Recover unsaved work")) is not None
