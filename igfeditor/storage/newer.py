"""Files of a newer version: what of them this program knows, to be read and never to be written over.

A newer format may have keys that this one does not know. They are left out, and counted, so that whoever reads knows
that there is more; the file itself is untouched. A value that this program would misread (a kind of slot that it
does not know) makes the file unreadable, as any wrong value does.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from pydantic import ValidationError

from igfeditor.errors import ProjectTooNew
from igfeditor.files import Disk
from igfeditor.model.agenda import VERSION, Agenda
from igfeditor.model.soundness import Place, flaws
from igfeditor.storage import strict_json, validation
from igfeditor.storage.project_file import project_data, read_project
from igfeditor.storage.saving import digest_of

_UNKNOWN: Final = "extra_forbidden"
_MOST_KEYS: Final = 100
"""How many unknown keys, counted once a kind of place, a newer format may have to be read at all."""


class Opened(NamedTuple):
    """An agenda as it was opened, with the digest of its file.

    `left_out` counts what a newer version wrote and this one does not know.
    """

    agenda: Agenda
    digest: str
    is_newer: bool = False
    left_out: int = 0


def open_for_reading(path: Path, disk: Disk | None = None) -> Opened:
    """Open an agenda file, also one of a newer version as far as it is known; raises `ProjectFileError`."""
    data = project_data(path, disk or Disk())
    try:
        return Opened(read_project(data, path), digest_of(data))
    except ProjectTooNew:
        tree, _ = strict_json.read(data)
        known = _as_far_as_known(cast("dict[str, Any]", tree), digest_of(data))
        if known is None:
            raise
        return known


def _as_far_as_known(newer: dict[str, Any], digest: str) -> Opened | None:
    """Read a tree without the keys that are not known; nothing where it cannot be read even so."""
    tree = {**copy.deepcopy(newer), "version": VERSION}
    left_out = 0
    for _ in range(_MOST_KEYS):
        try:
            agenda = Agenda.model_validate(tree)
        except ValidationError as refusal:
            errors = refusal.errors(include_url=False, include_context=False, include_input=False)
            if any(error["type"] != _UNKNOWN for error in errors):
                return None
            left_out += sum(_without(tree, validation.place_of(error)) for error in errors)
        else:
            return None if flaws(agenda) else Opened(agenda, digest, is_newer=True, left_out=left_out)
    return None


def _without(tree: object, place: Place) -> int:
    """Take a key out wherever the same one stands in lists of the same kind; gives how many there were."""
    *way, key = place
    holders = [holder for holder in _holders(tree, way) if key in holder]
    for holder in holders:
        del holder[key]
    return len(holders)


def _holders(node: object, way: list[str | int]) -> Iterator[dict[Any, Any]]:
    if not way:
        if isinstance(node, dict):
            yield cast("dict[Any, Any]", node)
    elif isinstance(node, list):
        for member in cast("list[object]", node):
            yield from _holders(member, way[1:])
    elif isinstance(node, dict):
        yield from _holders(cast("dict[Any, object]", node).get(way[0]), way[1:])
