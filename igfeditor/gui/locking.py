"""Who works at the open file: it is locked while it is open here, and left to others who had it first.

Somebody who comes second reads, may be told when the file is free, or edits anyway: nothing is overwritten unseen, for
each save is compared with what was opened.
"""

from __future__ import annotations

import getpass
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from igfeditor.files import Disk
from igfeditor.gui import outside
from igfeditor.gui.errands import Errands
from igfeditor.gui.notices import Matter, Notice
from igfeditor.gui.translation import isolated, translate
from igfeditor.services.session import Session
from igfeditor.storage.lock import BEAT_SECONDS, Holder, Lock, utc_now
from igfeditor.storage.processes import this_process

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow

_LOOK: Final = 5_000
"""How many milliseconds lie between two looks at the lock."""
_SILENCE: Final = 5 * BEAT_SECONDS
"""After how many seconds without a sign one says that nothing was heard of somebody."""


def name_to_show() -> str:
    """Give the name by which others shall know who has a file open; empty where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class Locking(QObject):
    """Holds the lock of the open file, or waits for it."""

    def __init__(self, window: MainWindow, disk: Disk | None = None, name: str | None = None) -> None:
        """Follow the project of a window."""
        super().__init__(window)
        self._window = window
        self._disk = disk or Disk()
        self._name = name_to_show() if name is None else name
        self._session: Session | None = None
        self._path: Path | None = None
        self._lock: Lock | None = None
        self._waits = False
        self._sharer = ""
        self._errands = Errands(self)
        self.timer = QTimer(self, interval=_LOOK)
        self.timer.timeout.connect(self._send)
        window.bridge.project_changed.connect(self._follow)

    @property
    def lock(self) -> Lock | None:
        """Give the lock of the open file, be it held or not."""
        return self._lock

    @property
    def is_looking(self) -> bool:
        """Tell whether a look at the lock is under way."""
        return self._errands.is_busy

    def _follow(self) -> None:
        """Take the lock of another project, or of the file that this one was saved as."""
        session = self._window.bridge.session
        if session is self._session and session.path == self._path:
            return
        is_known, self._session = session is self._session, session
        self._path = session.path
        self.end()
        if session.path is None or session.read_only:
            return
        self._lock = Lock(session.path, token_hex(8), self._name, self._disk)
        other = self._lock.take()
        self.timer.start()
        if other is None:
            return
        if is_known:
            # Saved over a file that somebody has open: what was chosen was chosen.
            self._share(other)
        else:
            session.reserve(for_somebody_else=True)
            self._leave_to(other)
            self._window.bridge.project_changed.emit()

    def end(self) -> None:
        """Give the lock back, and say nothing more of it."""
        self.timer.stop()
        self._waits, self._sharer = False, ""
        self._window.notices.take(Matter.LOCK)
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()

    # --- the other one -------------------------------------------------------------------------------------

    def _leave_to(self, other: Holder) -> None:
        offers = ((lambda: translate("Locking", "Edit anyway"), self.edit_anyway),)
        words = partial(_words_of, other, self._name)
        if self._waits:
            words = partial(_words_of_waiting, other)
        else:
            offers = ((lambda: translate("Locking", "Tell me when it is free"), partial(self._wait, other)), *offers)
        self._window.notices.put(Matter.LOCK, Notice(words, offers, can_close=False))

    def _wait(self, other: Holder) -> None:
        self._waits = True
        self._leave_to(other)

    def _share(self, other: Holder) -> None:
        if other.session == self._sharer:
            return
        self._sharer = other.session
        self._window.notices.put(Matter.LOCK, Notice(partial(_words_of_sharing, other)))

    def _send(self) -> None:
        """Look at the lock, off the window's thread: a share may take its time to answer."""
        lock = self._lock
        if lock is None or self._errands.is_busy:
            return
        if lock.is_held or self._sharer:
            self._errands.send(partial(_beaten, lock), partial(self._hear_of_mine, lock))
        elif self._waits:
            self._errands.send(lock.holder, partial(self._hear_of_theirs, lock))

    def _hear_of_mine(self, lock: Lock, other: Holder | None) -> None:
        if lock is not self._lock:
            return
        if other is not None:
            self._share(other)
        elif self._sharer:
            self._sharer = ""
            self._window.notices.take(Matter.LOCK)
            if not lock.is_held:
                lock.take()

    def _hear_of_theirs(self, lock: Lock, other: Holder | None) -> None:
        if lock is not self._lock or other is not None or not self._waits:
            return
        self._waits = False
        offers = ((lambda: translate("Locking", "Edit"), self._edit_free),)
        notice = Notice(lambda: translate("Locking", "This file is free now."), offers, can_close=False)
        self._window.notices.put(Matter.LOCK, notice)
        QApplication.alert(self._window)

    def _edit_free(self) -> None:
        """Edit the file that was told to be free, unless somebody was quicker."""
        other = None if self._lock is None else self._lock.take()
        if other is None:
            self.edit_anyway()
        else:
            self._leave_to(other)

    def edit_anyway(self) -> None:
        """Take the lock, whoever has it, and edit what the file holds now."""
        lock, session = self._lock, self._session
        if lock is None or session is None:
            return
        self._waits = False
        self._window.notices.take(Matter.LOCK)
        lock.take_anyway()
        session.reserve(for_somebody_else=False)
        self._window.bridge.project_changed.emit()
        outside.look(self._window)


def _beaten(lock: Lock) -> Holder | None:
    """Say that one is still there; gives who has taken the lock over."""
    lock.beat()
    return lock.holder()


def _who(other: Holder) -> str:
    name = other.name or translate("Locking", "Somebody")
    if other.process.host in {"?", this_process().host}:
        return isolated(name)
    return translate("Locking", "{name} (computer {host})").format(
        name=isolated(name), host=isolated(other.process.host)
    )


def _words_of(other: Holder, own_name: str) -> str:
    words = translate("Locking", "{name} has this file open. Here it is open for reading only.")
    if other.name == own_name and other.process.host == this_process().host:
        words = translate("Locking", "You have this file open in another window. Here it is open for reading only.")
    said = words.format(name=_who(other))
    if other.heartbeat is None or (utc_now() - other.heartbeat).total_seconds() < _SILENCE:
        return said
    silent = translate("Locking", "Nothing was heard of them since {time}.")
    time = f"{other.heartbeat.astimezone():%Y-%m-%d %H:%M}"
    return f"{said} {silent.format(time=isolated(time))}"


def _words_of_waiting(other: Holder) -> str:
    return translate("Locking", "You will be told when {name} has closed this file.").format(name=_who(other))


def _words_of_sharing(other: Holder) -> str:
    words = translate("Locking", "{name} works at this file too. Before each save the two versions are compared.")
    return words.format(name=_who(other))
