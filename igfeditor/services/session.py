"""The open project: one agenda that deeds replace by others, its file, its history, and those who watch it.

    session = Session.open(path)
    session.subscribe(lambda changes, origin: …)
    session.apply(lambda agenda: set_text(agenda, "i7", "title", "en", "Opening"), label, ("i7", "title", "en"))

A window holds a session and no nodes: it calls down with a deed and hears of it once, with what has changed and who
did it. Whether there is something to be saved is a question of identity: the agenda is the saved one or it is not,
so undoing all that was done since the last save leaves nothing to be saved.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Hashable
from datetime import datetime
from pathlib import Path
from typing import Final

from igfeditor.errors import EditError, NotConfirmed, SaveError, Sentence, counted, sentence
from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda
from igfeditor.model.changes import Changes, changes
from igfeditor.services.history import LIMIT, Clock, History
from igfeditor.services.operations import Project, are_one, new_agenda, open_sample, project_path, stem_of
from igfeditor.services.versions import keeper, naming_newest_good, surely
from igfeditor.storage.backups import Backups, Reason
from igfeditor.storage.newer import Opened, open_for_reading
from igfeditor.storage.outside import Change, Watch
from igfeditor.storage.project_file import digest_of_file, project_bytes, save_project
from igfeditor.storage.saving import NO_FILE, Keep, Outcome, digest_of, keep_nothing, outcome_of

Edit = Callable[[Agenda], Agenda]
Listener = Callable[[Changes, object], None]

UNNAMED: Final = "agenda"


class Session:
    """An open project. Errors of deeds and files go to the caller, and leave everything as it was."""

    def __init__(
        self,
        agenda: Agenda,
        path: Path | None = None,
        *,
        stem: str = UNNAMED,
        read_only: bool = False,
        left_out: int = 0,
        digest: str | None = None,
        backups: Backups | None = None,
        disk: Disk | None = None,
        limit: int = LIMIT,
        clock: Clock = time.monotonic,
    ) -> None:
        """Begin with an agenda that counts as saved; `stem` names the exports of one without a file.

        `digest` is that of the file as it was opened: a save replaces nothing else. `backups` keep what is replaced.
        """
        self._path = path
        self._stem = stem
        self._is_newer = read_only
        self._is_reserved = False
        self._left_out = left_out
        self._saved_agenda = agenda
        self._saved_at: datetime | None = None
        self._is_missed = False
        self._tried: tuple[Agenda, Outcome] | None = None
        self._disk = disk or Disk()
        self._backups = backups
        self._digest = digest
        self._watch: Watch | None = None
        self._look_after()
        self._history = History(agenda, limit=limit, clock=clock)
        self._listeners: dict[object, Listener] = {}
        self._untold: deque[tuple[Changes, object]] = deque()
        self._is_telling = False

    @classmethod
    def open(cls, path: Path, backups: Backups | None = None) -> Session:
        """Open an agenda file, one of a newer version for reading only; raises `ProjectFileError` when it cannot be."""
        with naming_newest_good(path, backups):
            opened = open_for_reading(path)
        return cls(
            opened.agenda,
            path,
            read_only=opened.is_newer,
            left_out=opened.left_out,
            digest=opened.digest,
            backups=backups,
        )

    @classmethod
    def new(cls, title: str = "") -> Session:
        """Begin an empty agenda in English and Arabic, without a file."""
        return cls(new_agenda(title))

    @classmethod
    def sample(cls) -> Session:
        """Open the sample as an agenda without a file, so that it is saved under another name."""
        project = open_sample()
        return cls(project.agenda, stem=project.stem)

    @property
    def agenda(self) -> Agenda:
        """Give the agenda as it is now."""
        return self._history.agenda

    @property
    def saved_agenda(self) -> Agenda:
        """Give the agenda as it was opened or last saved: what a version of somebody else may have begun from."""
        return self._saved_agenda

    @property
    def saved_at(self) -> datetime | None:
        """Give when the file was last written by this session, in local time."""
        return self._saved_at

    @property
    def path(self) -> Path | None:
        """Give the file of the project; a new one has none."""
        return self._path

    @property
    def project(self) -> Project:
        """Give the agenda with the name that its exports carry."""
        return Project(self.agenda, self._stem if self._path is None else stem_of(self._path))

    @property
    def history(self) -> History:
        """Give the history, to be read: the names of what can be undone and redone."""
        return self._history

    @property
    def read_only(self) -> bool:
        """Tell whether deeds are refused, and the file is not written over."""
        return self._is_newer or self._is_reserved

    def reserve(self, *, for_somebody_else: bool) -> None:
        """Leave the file to somebody else who works at it, or take it up again."""
        self._is_reserved = for_somebody_else

    @property
    def outcome(self) -> Outcome | None:
        """Give what came of the last saving of the agenda as it is now; nothing where it was changed since."""
        return self._tried[1] if self._tried is not None and self._tried[0] is self.agenda else None

    @property
    def warning(self) -> Sentence | None:
        """Say what a person should know of an agenda that a newer version wrote, and nothing of any other."""
        if not self._is_newer:
            return None
        return counted(
            self._left_out,
            "A newer igfeditor wrote this file: it is open for reading only, and {count} entry is not shown.",
            "A newer igfeditor wrote this file: it is open for reading only, and {count} entries are not shown.",
        )

    @property
    def is_protected(self) -> bool:
        """Tell whether the file, or its folder, is write-protected: what is done must be saved elsewhere."""
        return self._path is not None and not self._disk.may_replace(self._path)

    @property
    def is_dirty(self) -> bool:
        """Tell whether the agenda is another than the saved one, or the file is known not to hold it any more."""
        return self.agenda is not self._saved_agenda or self._is_missed

    @property
    def is_missed(self) -> bool:
        """Tell whether the file is known to be gone or damaged, or to be replaced by the next save."""
        return self._is_missed

    # deeds

    def apply(self, edit: Edit, label: Sentence, merge_key: Hashable = None, origin: object = None) -> Changes:
        """Do a deed and tell all who listen; one that changes nothing is dropped.

        `label` names the deed in the history, `merge_key` the field whose strokes are one step, and `origin` who
        did it, so that a view knows its own deeds. Raises what the edit raises (`EditError`), and after the deed what
        listeners raise.
        """
        self._refuse_reading()
        return self._replace(edit(self.agenda), label, merge_key, origin)

    def _refuse_reading(self) -> None:
        if self.read_only:
            raise EditError(
                sentence("This agenda is open for reading only."), sentence("Save it under another name to edit it.")
            )

    def _replace(self, agenda: Agenda, label: Sentence, merge_key: Hashable, origin: object) -> Changes:
        found = changes(self.agenda, agenda)
        if not found.is_nothing:
            self._history.record(agenda, label, merge_key)
            self._tell(found, origin)
        return found

    def undo(self, origin: object = None) -> Changes:
        """Take the last step back and tell all who listen; without one nothing happens."""
        return self._go(self._history.undo, origin)

    def redo(self, origin: object = None) -> Changes:
        """Do the step again that was undone last."""
        return self._go(self._history.redo, origin)

    def _go(self, way: Callable[[], Agenda], origin: object) -> Changes:
        self._refuse_reading()
        old = self.agenda
        found = changes(old, way())
        if self.agenda is not old:
            self._tell(found, origin)
        return found

    # files

    def save(self, path: Path | None = None) -> Path:
        """Write the agenda to its file, or to another one that is its file from then on; gives the path.

        Raises `SaveError`; the project is then as unsaved as before, though a disk that only failed to confirm may
        hold it, and `ChangedOnDisk` where somebody else has written the file since it was opened. The name gets the
        ending of agenda files where it has none. What is read only is saved to other files only, and can be edited
        there.
        """
        target = self._path if path is None else project_path(path)
        if target is None:
            raise SaveError(Path(), sentence("The agenda has no file yet."), sentence("Save it under a name."))
        agenda = self.agenda
        try:
            self._write(agenda, target)
        except SaveError as error:
            self._tried = agenda, outcome_of(error)
            raise
        self._tried = agenda, Outcome.SAVED
        self._path, self._saved_agenda, self._left_out = target, agenda, 0
        self._is_newer = self._is_reserved = self._is_missed = False
        self._saved_at = datetime.now().astimezone()
        self._history.seal()
        self._look_after()
        return target

    def _write(self, agenda: Agenda, target: Path) -> None:
        is_own = self._path is not None and (target == self._path or are_one(target, self._path))
        if is_own and self.read_only:
            raise SaveError(
                target,
                sentence("{path}: this file is open for reading only.", path=target),
                sentence("Save it under another name."),
            )
        try:
            self._digest = save_project(
                agenda, target, self._disk, expected=self._digest if is_own else None, keep=self._keep(target)
            )
        except NotConfirmed:
            # It stands there all the same: the next save must not take it for somebody else's.
            if is_own:
                self._digest = digest_of(project_bytes(agenda))
                self._look_after()
            raise

    def _keep(self, target: Path) -> Keep:
        if self._backups is None:
            return keep_nothing
        keep = keeper(target, Reason.SAVED, self._backups)
        return surely(keep, target) if self._is_missed else keep

    def keep_version(self, reason: Reason) -> bool:
        """Keep the agenda as it is now among the backups of its file; tells whether that was done, and never raises."""
        if self._path is None or self._backups is None:
            return False
        try:
            self._backups.keep(self._path, project_bytes(self.agenda), reason)
        except (OSError, RuntimeError, ValueError):
            return False
        return True

    def _look_after(self) -> None:
        self._watch = None
        if self._path is not None and self._digest is not None:
            self._watch = Watch(self._path, self._disk, self._digest)

    @property
    def watch(self) -> Watch | None:
        """Give what looks after the file; after each save, and for each content that is known, it is another one."""
        return self._watch

    def outside(self) -> Change:
        """Tell whether somebody else has changed the file since this session opened or wrote it."""
        return Change.NONE if self._watch is None else self._watch.poll()

    def on_disk(self) -> Opened:
        """Read what the file holds now, and think no other of it; raises `ProjectFileError`."""
        if self._path is None:
            return Opened(self._saved_agenda, NO_FILE)
        with naming_newest_good(self._path, self._backups):
            return open_for_reading(self._path, self._disk)

    def acknowledge(self, opened: Opened) -> None:
        """Count what `on_disk` gave as known and saved: a save replaces it, and keeps it as a backup.

        What a newer version wrote meanwhile is for reading only from then on.
        """
        self._digest, self._is_missed = opened.digest, False
        self._is_newer, self._left_out = opened.is_newer, opened.left_out
        self._look_after()
        # What came of an earlier save is history.
        self._tried = None
        known = (self.agenda, self._saved_agenda)
        # What is equal to an agenda that is known is that one, so that identity tells the truth.
        self._saved_agenda = next((one for one in known if one == opened.agenda), opened.agenda)

    def miss(self) -> None:
        """Count the agenda as not saved, for its file is gone, or cannot be read as it is now.

        The next save replaces nothing: what stands there by then is found out about.
        """
        self._digest, self._is_missed = NO_FILE, True
        self._look_after()

    def overlook(self) -> None:
        """Let the next save replace whatever the file holds now, be it damaged or gone.

        The agenda counts as not saved from now on. What is replaced was perhaps seen by nobody here: a save that cannot
        keep it among the backups is refused. Raises `ProjectFileError` where the file cannot be read at all.
        """
        if self._path is not None:
            self._digest, self._is_missed = digest_of_file(self._path, self._disk), True
            self._look_after()

    def revert(self, origin: object = None) -> Changes:
        """Go back to the file as it is on the disk, or to the saved agenda where there is no file, as one step.

        Raises `ProjectFileError` when the file cannot be read (any more).
        """
        return self.take_over(self.on_disk(), origin)

    def take_over(self, opened: Opened, origin: object = None) -> Changes:
        """Show what `on_disk` gave, as one step."""
        self.acknowledge(opened)
        return self._replace(self._saved_agenda, sentence("Revert to the saved file"), None, origin)

    # listeners

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Let somebody hear of every deed, once, with what has changed and its origin; gives what ends that."""
        key = object()
        self._listeners[key] = listener

        def unsubscribe() -> None:
            self._listeners.pop(key, None)

        return unsubscribe

    def _tell(self, found: Changes, origin: object) -> None:
        """Tell all listeners, whatever some of them raise; what they do themselves is told when this is told."""
        self._untold.append((found, origin))
        if self._is_telling:
            return
        self._is_telling = True
        errors: list[Exception] = []
        try:
            while self._untold:
                self._tell_one(*self._untold.popleft(), errors)
        finally:
            self._is_telling = False
        if len(errors) == 1:
            raise errors[0]
        if errors:
            message = "several listeners failed"
            raise ExceptionGroup(message, errors)

    def _tell_one(self, found: Changes, origin: object, errors: list[Exception]) -> None:
        for key, listener in tuple(self._listeners.items()):
            if key in self._listeners:
                try:
                    listener(found, origin)
                except Exception as error:  # noqa: BLE001 - one view must not silence the others; raised at the end
                    errors.append(error)
