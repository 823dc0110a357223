"""Earlier versions of each file, kept by time and named by content.

    BACKUPS/<document>/20261124T093000.123456Z.saved.<sha256>.z

Kept are all of two days, then one of each of 12 days, 10 weeks and 9 months, and never fewer than five. Because
the name holds the digest of the content, a merge finds the version that both sides came from, and a content that was
damaged on the disk is never given out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from igfeditor.errors import Sentence, sentence
from igfeditor.files import Disk
from igfeditor.storage.lock import Now, utc_now
from igfeditor.storage.saving import digest_of

EVERY: Final = timedelta(minutes=30)
ALL_OF: Final = timedelta(days=2)
FEWEST: Final = 5
_STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
_NAME: Final = re.compile(r"(\d{8}T\d{6}\.\d{6}Z)\.([a-z]+)\.([0-9a-f]{64})\.z")
_FAST: Final = 1


class Reason(StrEnum):
    """Why a version was kept."""

    SAVED = "saved"
    WORK = "work"
    IMPORT = "import"
    MERGE = "merge"
    REPLACE = "replace"
    MIGRATION = "migration"

    @property
    def words(self) -> Sentence:
        """Say it to a person."""
        return _WORDS[list(Reason).index(self)]


_WORDS: Final = (
    sentence("before a save"),
    sentence("kept while working"),
    sentence("before an import"),
    sentence("before a merge"),
    sentence("before replacing all"),
    sentence("before a change of format"),
)


class Backup(NamedTuple):
    """One version that is kept: when, why, and the digest of its content."""

    path: Path
    at: datetime
    reason: Reason
    digest: str


class Backups:
    """The earlier versions of all files; every method raises `OSError` where the disk refuses."""

    def __init__(self, root: Path, disk: Disk, now: Now = utc_now) -> None:
        """Name the folder of all backups; it is made when the first one is kept."""
        self._root = root
        self._disk = disk
        self._now = now

    def keep(self, document: Path, data: bytes, reason: Reason) -> Backup:
        """Keep a version of a document, and let go of those that are old enough; gives the one that is kept."""
        folder, now = self._folder(document), self._now()
        digest = digest_of(data)
        self._disk.make_folder(folder)
        path = folder / f"{now.astimezone(UTC):{_STAMP}}.{reason}.{digest}.z"
        if path.name not in self._disk.names(folder):
            self._write(path, data)
        self._thin(folder, now)
        return Backup(path, now, reason, digest)

    def list(self, document: Path) -> tuple[Backup, ...]:
        """Give the versions of a document that are kept, the newest first."""
        return tuple(sorted(self._in(self._folder(document)), key=lambda backup: backup.at, reverse=True))

    def read(self, backup: Backup) -> bytes | None:
        """Give the content of a version; nothing where it is damaged or gone."""
        try:
            data = zlib.decompress(self._disk.read(backup.path))
        except (OSError, zlib.error):
            return None
        return data if digest_of(data) == backup.digest else None

    def find(self, digest: str) -> bytes | None:
        """Give the content of this digest, of whatever document, if any version has it."""
        for name in self._disk.names(self._root):
            for backup in self._in(self._root / name):
                data = self.read(backup) if backup.digest == digest else None
                if data is not None:
                    return data
        return None

    def _folder(self, document: Path) -> Path:
        return self._root / document_key(document)

    def _in(self, folder: Path) -> Iterator[Backup]:
        for name in self._disk.names(folder):
            found = _NAME.fullmatch(name)
            if found:
                # A reason or a moment that there is not makes it no version of ours.
                with suppress(ValueError):
                    at = datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)
                    yield Backup(folder / name, at, Reason(found[2]), found[3])

    def _write(self, path: Path, data: bytes) -> None:
        """Write a version under a name that it only gets when it is whole; one that is kept already is linked."""
        for other in self._in(path.parent):
            if path.name.endswith(f".{other.digest}.z") and self.read(other) == data:
                with suppress(OSError):
                    self._disk.link(other.path, path)
                    return
        temporary = path.with_suffix(".tmp")
        try:
            self._disk.write_new(temporary, zlib.compress(data, _FAST))
            self._disk.replace(temporary, path)
            self._disk.sync_folder(path.parent)
        except BaseException:
            self._disk.clear_away(temporary)
            raise

    def _thin(self, folder: Path, now: datetime) -> None:
        backups = list(self._in(folder))
        kept = to_keep((backup.at for backup in backups), now)
        for backup in backups:
            if backup.at not in kept:
                self._disk.clear_away(backup.path)


def document_key(document: Path) -> str:
    """Give the name of the folder that stands for a document: readable, and told apart by the whole path."""
    whole = str(document.resolve())
    readable = re.sub(r"[^A-Za-z0-9]+", "-", document.name.partition(".")[0])[:40].strip("-")
    return f"{readable or 'agenda'}-{sha256(whole.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def to_keep(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Choose among the times of versions: all of two days, 12 daily, 10 weekly, 9 monthly; five at least."""
    newest_first = sorted(set(times), reverse=True)
    kept = {at for at in newest_first if now - at <= ALL_OF} | set(newest_first[:FEWEST])
    older = [at for at in newest_first if now - at > ALL_OF]
    for count, period in ((12, _day), (10, _week), (9, _month)):
        kept |= set(_newest_of_each(older, period, count))
    return frozenset(kept)


def _newest_of_each(
    newest_first: Iterable[datetime], period: Callable[[datetime], Hashable], count: int
) -> Iterator[datetime]:
    seen: set[Hashable] = set()
    for at in newest_first:
        key = period(at)
        if key not in seen and len(seen) < count:
            seen.add(key)
            yield at


def _day(at: datetime) -> Hashable:
    return at.astimezone(UTC).date()


def _week(at: datetime) -> Hashable:
    return at.astimezone(UTC).isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    when = at.astimezone(UTC)
    return when.year, when.month
