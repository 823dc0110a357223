"""Three files of one agenda become one: what the command line and git do with `translation.merge`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from igfeditor.errors import Sentence, counted, sentence
from igfeditor.files import Disk
from igfeditor.services.merge_words import MergeWords, Said
from igfeditor.storage.project_file import load_project, save_project
from igfeditor.translation.merge import Merged, merge


class Dispute(NamedTuple):
    """What both changed, in words: where, and what each says; a side that has nothing says so."""

    place: Sentence
    mine: Said
    theirs: Said


def merge_files(base: Path, mine: Path, theirs: Path, target: Path, disk: Disk | None = None) -> Merged:
    """Put two files together that came of a third, and write what comes of it, with mine where both differ.

    Raises `ProjectFileError` for a file that cannot be read, `EditError` where the two do not go together, and
    `SaveError`; nothing is written then. `target` may be one of the three.
    """
    one, other, third = (load_project(path, disk) for path in (base, mine, theirs))
    merged = merge(one, other, third)
    save_project(merged.agenda, target, disk)
    return merged


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
