"""Three files of one agenda become one: what the command line and git do with `translation.merge`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from igfeditor.errors import Sentence, counted, sentence
from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda
from igfeditor.services.merge_words import MergeWords, Said
from igfeditor.services.operations import are_one, refuse_replacing
from igfeditor.services.versions import keeper, naming_newest_good, users_backups
from igfeditor.storage.backups import Reason
from igfeditor.storage.project_file import project_data, read_project, save_project
from igfeditor.storage.saving import NO_FILE, digest_of
from igfeditor.translation.merge import Merged, merge


class Dispute(NamedTuple):
    """What both changed, in words: where, and what each says; a side that has nothing says so."""

    place: Sentence
    mine: Said
    theirs: Said


def merge_files(
    base: Path, mine: Path, theirs: Path, target: Path, *, over: bool = False, disk: Disk | None = None
) -> Merged:
    """Put two files together that came of a third, and write what comes of it, with mine where both differ.

    `target` may be one of the three; it is replaced if it still holds what was read, and kept among the backups.
    Another file is replaced only where `over` says so. Raises `ProjectFileError` for a file that cannot be read,
    `EditError` where the two do not go together, and `SaveError`; nothing is written then.
    """
    disk = disk or Disk()
    one, other, third = (_read(path, disk) for path in (base, mine, theirs))
    merged = merge(one.agenda, other.agenda, third.agenda)
    own = next((found.digest for found in (one, other, third) if are_one(found.path, target)), None)
    if own is None and not over:
        refuse_replacing(target)
    elsewhere = None if over else NO_FILE
    expected = elsewhere if own is None else own
    save_project(merged.agenda, target, disk, expected=expected, keep=keeper(target, Reason.MERGE))
    return merged


class _Read(NamedTuple):
    path: Path
    agenda: Agenda
    digest: str


def _read(path: Path, disk: Disk) -> _Read:
    with naming_newest_good(path, users_backups()):
        data = project_data(path, disk)
        return _Read(path, read_project(data, path), digest_of(data))


def disputes(merged: Merged) -> tuple[Dispute, ...]:
    """Give in words what both changed."""
    words = MergeWords(merged, merged.agenda)
    return tuple(
        Dispute(words.place(card.key), words.value(card.key, card.mine), words.value(card.key, card.theirs))
        for card in merged.cards
    )


def told(merged: Merged, open_count: int | None = None) -> Sentence:
    """Say in one sentence what a merge took over, and how much is left to decide: all cards, or so many of them."""
    taken = counted(len(merged.taken), "{count} change taken over", "{count} changes taken over")
    left = counted(
        len(merged.cards) if open_count is None else open_count, "{count} conflict left", "{count} conflicts left"
    )
    return sentence("{above}, {here}", above=taken, here=left)
