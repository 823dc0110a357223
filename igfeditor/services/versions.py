"""The earlier versions of agenda files, for the window and the command line: found, opened, and named in refusals."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from igfeditor.errors import IgfError, ProjectDamaged, SaveError, Sentence, SettingsError, counted, sentence
from igfeditor.files import Disk, backups_folder, reason_of
from igfeditor.model.agenda import Agenda
from igfeditor.storage.backups import Backup, Backups, Reason
from igfeditor.storage.migrations import is_older
from igfeditor.storage.project_file import read_project
from igfeditor.storage.saving import Keep

_OF_GIT: Final = ".merge_file_"
"""How git names what it hands to a merge."""

NONE_KEPT: Final = sentence("No earlier version of this file is kept.")


def users_backups(disk: Disk | None = None) -> Backups:
    """Give the backups of whoever runs the program."""
    return Backups(backups_folder(), disk or Disk())


def versions_of(document: Path, backups: Backups) -> tuple[Backup, ...]:
    """Give the versions that are kept of a file, the newest first; none where they cannot be reached."""
    with suppress(OSError, RuntimeError, ValueError):
        return backups.list(document)
    return ()


def numbered(versions: Sequence[Backup], number: int) -> Backup:
    """Give a version by its number in the list, from 1; raises `SettingsError` where there is none."""
    if 1 <= number <= len(versions):
        return versions[number - 1]
    raise SettingsError(
        sentence("There is no version {number}.", number=number),
        counted(len(versions), "There is {count} version.", "There are {count} versions.") if versions else NONE_KEPT,
    )


def open_version(version: Backup, backups: Backups) -> Agenda:
    """Give the agenda of a version; raises `ProjectFileError` where it is gone, damaged or of a newer format."""
    name = Path(moment(version.at))
    data = backups.read(version)
    if data is None:
        raise ProjectDamaged(
            version.path,
            sentence("{path}: this version was damaged on the disk, or is gone.", path=name),
            sentence("Choose another version."),
        )
    return read_project(data, name)


def size_of(version: Backup, backups: Backups) -> Sentence:
    """Say how large the content of a version is, in thousands of bytes, or that it was damaged on the disk."""
    data = backups.read(version)
    return sentence("damaged") if data is None else sentence("{count} kB", count=-(-len(data) // 1000))


def newest_good(document: Path, backups: Backups) -> Backup | None:
    """Give the newest version of a file that can be opened."""
    for version in versions_of(document, backups):
        with suppress(IgfError):
            open_version(version, backups)
            return version
    return None


def keeper(document: Path, reason: Reason, backups: Backups | None = None) -> Keep:
    """Give what keeps the content that a command is about to replace among the backups of a file.

    What git hands to a merge is nobody's file, and is kept by git.
    """
    kept_by = backups or users_backups()

    def keep(replaced: bytes) -> None:
        if not document.name.startswith(_OF_GIT):
            kept_by.keep(document, replaced, Reason.MIGRATION if is_older(replaced) else reason)

    return keep


def surely(keep: Keep, target: Path) -> Keep:
    """Give a keeper without which nothing is replaced: it raises `SaveError` where a version cannot be kept."""

    def kept(replaced: bytes) -> None:
        try:
            keep(replaced)
        except OSError as error:
            message = sentence(
                "{path}: what stands there cannot be kept among the earlier versions ({reason}).",
                path=target,
                reason=reason_of(error),
            )
            hint = sentence("Save under another name, or make room on the disk; nothing was replaced.")
            raise SaveError(target, message, hint) from error

    return kept


def moment(at: datetime) -> str:
    """Give the moment of a version in local time, as lists and messages have it: "2026-11-25 09:30"."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


@contextmanager
def naming_newest_good(document: Path, backups: Backups | None) -> Generator[None]:
    """Let a refusal of a damaged file say which version can be had instead, where one is kept."""
    try:
        yield
    except ProjectDamaged as damaged:
        newest = None if backups is None else newest_good(document, backups)
        if newest is None:
            raise
        hint = sentence(
            "{hint} The newest good version that is kept is of {time}: see {place}, or {command}.",
            hint=damaged.hint or "",
            time=moment(newest.at),
            place=sentence("File, Earlier versions"),
            command=f"igfeditor backups {document}",
        )
        raise ProjectDamaged(damaged.path, damaged.message, hint) from damaged
