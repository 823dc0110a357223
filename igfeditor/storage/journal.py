"""The journal of unsaved work: what was opened, then each deed, written down as it is done.

    JOURNALS/<document>/<session>.journal       frames: length (4 bytes), CRC-32 of length and content (4), JSON

The first frame holds the agenda as it was opened or last saved, the present one beside it where that is another, and
whose journal it is; each further one holds the steps of one deed (`deltas`), or says that all before it was saved. A
frame is written at once and synced within two seconds by whoever has a clock (`sync`). A killed program loses no deed;
of a torn or damaged journal the longest true beginning counts. After 500 deeds the journal begins anew with the agenda
as it then is.

A journal is never deleted without a choice: what is discarded lies in a trash for 30 days.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, cast

from igfeditor.errors import ProjectFileError, Sentence
from igfeditor.files import Disk, reason_of
from igfeditor.model.agenda import Agenda
from igfeditor.storage.backups import document_key
from igfeditor.storage.damage import Damage
from igfeditor.storage.deltas import delta, replay
from igfeditor.storage.lock import Now, utc_now
from igfeditor.storage.processes import Process, this_process
from igfeditor.storage.project_file import project_bytes, read_project

COMPACT_AFTER: Final = 500
SYNC_SECONDS: Final = 2.0
TRASH_DAYS: Final = 30
_HEAD: Final = 8
_ENDING: Final = ".journal"
_TRASH: Final = "discarded"
_UNNAMED: Final = "unnamed"


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Work that a program left unsaved: of which document, since when, and how many deeds.

    `base` is the agenda as it was opened or last saved: from it a file that somebody else has changed since is merged.
    """

    path: Path
    document: Path | None
    stem: str
    at: datetime
    deeds: int
    process: Process
    agenda: Agenda
    base: Agenda


class Journal:
    """The journal of one session; that it cannot be written is told by `fault` and never stops the work."""

    def __init__(
        self, root: Path, document: Path | None, stem: str, session: str, disk: Disk, now: Now = utc_now
    ) -> None:
        """Name the folder of all journals, the document and the session; nothing is written yet."""
        self._root, self._document, self._stem, self._session = root, document, stem, session
        self._disk = disk
        self._now = now
        self._agenda: Agenda | None = None
        self._saved: Agenda | None = None
        self._told: tuple[Agenda, str] | None = None
        self._handle: int | None = None
        self._deeds = 0
        self._is_loose = False
        self.fault: Sentence | str = ""

    @property
    def path(self) -> Path:
        """Give the file of the journal."""
        folder = _UNNAMED if self._document is None else document_key(self._document)
        return self._root / folder / f"{self._session}{_ENDING}"

    def begin(self, agenda: Agenda) -> None:
        """Begin with an agenda as it was opened."""
        self._agenda = self._saved = agenda
        self._attempt(self._begin)

    def note(self, agenda: Agenda) -> None:
        """Write down the deed that led to an agenda; one that changes nothing leaves nothing."""
        before, self._agenda = self._agenda, agenda
        if before is None or self._handle is None:
            self._attempt(self._begin)
            return
        steps = delta(before, agenda)
        if steps:
            self._attempt(lambda: self._append({"at": self._stamp(), "steps": steps}))
            self._deeds += 1

    def note_saved(self, document: Path, stem: str) -> None:
        """Write down that the agenda as it is was saved, perhaps under another name."""
        self._saved = self._agenda
        if document != self._document:
            old, self._document, self._stem = self.path, document, stem
            if self._agenda is not None:
                self._attempt(self._begin)
                self._disk.clear_away(old)
            return
        self._attempt(lambda: self._append({"at": self._stamp(), "saved": True}))
        self.sync()

    def sync(self) -> None:
        """Make what was written durable; cheap where there is nothing new.

        After many deeds, or where one could not be written, the journal begins anew with the agenda as it is: here, and
        not in a deed that somebody waits for.
        """
        handle = self._handle
        if self._agenda is not None and (self._deeds >= COMPACT_AFTER or (handle is None and self.fault)):
            self._attempt(self._begin)
            return
        if self._is_loose and handle is not None:
            self._is_loose = False
            self._attempt(lambda: self._disk.sync(handle))

    def end(self) -> None:
        """Close the journal; it is gone where all was saved, and kept where it was not."""
        self.sync()
        self._close()
        if self._agenda is self._saved:
            self._disk.clear_away(self.path)

    def discard(self) -> None:
        """Close the journal because somebody chose to leave the work; it lies in the trash for 30 days."""
        self._close()
        discard(self._root, self.path, self._disk, self._now())

    def _begin(self) -> None:
        """Write the first frame anew: what is saved and what is not, and no deed."""
        self._close()
        self._deeds = 0
        agenda, saved = cast("Agenda", self._agenda), self._saved
        first = {
            "document": None if self._document is None else str(self._document),
            "stem": self._stem,
            "at": self._stamp(),
            **this_process()._asdict(),
            "saved": self._text_of_saved(agenda if saved is None else saved),
            "agenda": None if agenda is saved else _text_of(agenda),
        }
        self._disk.make_folder(self.path.parent)
        fresh = self.path.with_suffix(".new")
        self._disk.clear_away(fresh)
        self._disk.write_new(fresh, frame(first))
        self._disk.replace(fresh, self.path)
        self._disk.sync_folder(self.path.parent)
        self._handle = self._disk.open_end(self.path)

    def _text_of_saved(self, saved: Agenda) -> str:
        """Give the text of what is saved, which a journal that begins anew has given before."""
        if self._told is None or self._told[0] is not saved:
            self._told = saved, _text_of(saved)
        return self._told[1]

    def _append(self, said: dict[str, Any]) -> None:
        if self._handle is not None:
            self._disk.write_whole(self._handle, frame(said))
            self._is_loose = True

    def _attempt(self, work: Any) -> None:
        try:
            work()
        except (OSError, Damage) as error:
            # A frame may be half written: what would follow it could not be read. The next deed begins anew.
            self._close()
            self.fault = reason_of(error) or type(error).__name__
        else:
            self.fault = ""

    def _close(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                self._disk.close(handle)

    def _stamp(self) -> str:
        return self._now().isoformat()


def _text_of(agenda: Agenda) -> str:
    return project_bytes(agenda).decode()


def frame(said: dict[str, Any]) -> bytes:
    """Give a frame: the length of its content, the checksum of both, and the content in JSON."""
    # Letters as they are: escaped, Arabic would take three times the room. Half a pair, which no file may hold, passes.
    content = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    length = len(content).to_bytes(4, "big")
    return length + zlib.crc32(length + content).to_bytes(4, "big") + content


def frames(data: bytes) -> Iterator[dict[str, Any]]:
    """Give the content of the frames of a journal, up to the first that is torn, damaged, or was never ours."""
    place = 0
    while len(data) - place >= _HEAD:
        length = data[place : place + 4]
        end = place + _HEAD + int.from_bytes(length, "big")
        content = data[place + _HEAD : end]
        if end > len(data) or zlib.crc32(length + content).to_bytes(4, "big") != data[place + 4 : place + _HEAD]:
            return
        try:
            said: object = json.loads(content)
        except (ValueError, RecursionError):
            return
        if not isinstance(said, dict):
            return
        yield cast("dict[str, Any]", said)
        place = end


def read_journal(path: Path, data: bytes) -> Recoverable | None:
    """Do again what a journal holds; nothing where not even its beginning is whole, or where all was saved.

    Where a deed does not fit what came before, the deeds before it count.
    """
    said = [*frames(data)]
    if not said:
        return None
    first, *deeds = said
    for count in range(len(deeds), -1, -1):
        try:
            found = _replayed(path, first, deeds[:count])
        except (ProjectFileError, ValueError, KeyError, TypeError):
            continue
        return found if found.deeds else None
    return None


def _replayed(path: Path, first: dict[str, Any], said: Iterable[dict[str, Any]]) -> Recoverable:
    base, at, is_unsaved = str(first["saved"]), str(first["at"]), first["agenda"] is not None
    tree, deeds = cast("dict[str, Any]", json.loads(str(first["agenda"]) if is_unsaved else base)), int(is_unsaved)
    for one in said:
        at = str(one["at"])
        if "saved" in one:
            deeds, base = 0, json.dumps(tree)
        else:
            replay(tree, one["steps"])
            deeds += 1
    document = first["document"]
    return Recoverable(
        path,
        None if document is None else Path(document),
        str(first["stem"]),
        datetime.fromisoformat(at),
        deeds,
        _process_of(first),
        read_project(json.dumps(tree).encode(), path),
        read_project(base.encode(), path),
    )


def recoverable(root: Path, disk: Disk) -> tuple[Recoverable, ...]:
    """Give the unsaved work of programs that are no longer there, the newest first."""
    found = (_read_dead(path, disk) for path in _journals(root, disk))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.at, reverse=True))


def _journals(root: Path, disk: Disk) -> Iterator[Path]:
    for folder in disk.names(root):
        if folder != _TRASH:
            with suppress(OSError):
                for name in disk.names(root / folder):
                    if name.endswith(_ENDING):
                        yield root / folder / name


def _read_dead(path: Path, disk: Disk) -> Recoverable | None:
    """Read a journal whose program is no longer there; of one that works its deeds are not done again."""
    try:
        data = disk.read(path)
    except OSError:
        return None
    first = next(frames(data), None)
    try:
        is_dead = first is not None and _process_of(first).is_dead
    except (KeyError, ValueError):
        is_dead = False
    return read_journal(path, data) if is_dead else None


def _process_of(first: dict[str, Any]) -> Process:
    return Process(str(first["host"]), int(first["pid"]), str(first["start"]))


def discard(root: Path, path: Path, disk: Disk, now: datetime) -> None:
    """Put a journal into the trash, and delete what has lain there for 30 days; raises nothing."""
    trash = root / _TRASH
    with suppress(OSError):
        disk.make_folder(trash)
        disk.replace(path, trash / f"{now:%Y%m%d}-{path.name}")
    with suppress(OSError):
        _clear_trash(trash, disk, now)


def _clear_trash(trash: Path, disk: Disk, now: datetime) -> None:
    for name in disk.names(trash):
        day = name.partition("-")[0]
        with suppress(ValueError):
            if now.date() - date.fromisoformat(day) > timedelta(days=TRASH_DAYS):
                disk.clear_away(trash / name)
