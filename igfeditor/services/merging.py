"""Three files of one agenda become one: what the command line and git do with `translation.merge`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple, cast

from igfeditor.checks.finding import Spot
from igfeditor.errors import Sentence, counted, sentence
from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import tree_of
from igfeditor.services.whereabouts import Whereabouts
from igfeditor.storage.project_file import load_project, save_project
from igfeditor.translation.merge import Card, Merged, merge
from igfeditor.translation.shape import Place

_NAMES: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "access": sentence("access"),
        "counts": sentence("belongs to the stated hours"),
        "date": sentence("date"),
        "end": sentence("end"),
        "kind": sentence("kind"),
        "locked": sentence("locked"),
        "minutes": sentence("minutes"),
        "number": sentence("number"),
        "numbering": sentence("numbering"),
        "people": sentence("number of people"),
        "place": sentence("place"),
        "revision": sentence("revision"),
        "start": sentence("start"),
        "status": sentence("status"),
        "symbol": sentence("symbol"),
        "time_zone": sentence("time zone"),
        "url": sentence("address"),
    }
)


class Dispute(NamedTuple):
    """What both changed, in words: where, and what each says; a side that has nothing says so."""

    place: Sentence
    mine: Sentence | str
    theirs: Sentence | str


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
    places, agenda = Whereabouts(merged.agenda), merged.agenda
    return tuple(
        Dispute(_place_of(card, places, agenda), _said(card.mine, places, agenda), _said(card.theirs, places, agenda))
        for card in merged.cards
    )


def told(merged: Merged) -> Sentence:
    """Say in one sentence what a merge took over, and how much is left to decide."""
    taken = counted(len(merged.taken), "{count} change taken over", "{count} changes taken over")
    left = counted(len(merged.cards), "{count} conflict left", "{count} conflicts left")
    return sentence("{above}, {here}", above=taken, here=left)


def _place_of(card: Card, places: Whereabouts, agenda: Agenda) -> Sentence:
    """Name the place of a card; one on a node that is away is about the meeting as a whole."""
    node, field, language = card.key
    place = places.of(Spot(node if node in tree_of(agenda) else THE_MEETING, field if language else "", language))
    if card.is_text:
        return place
    name = sentence("order of the rows") if card.is_order else _NAMES.get(field)
    return place if name is None else sentence("{above}, {here}", above=place, here=name)


def _said(value: object, places: Whereabouts, agenda: Agenda) -> Sentence | str:
    if value is None or value == "" or value == ():
        return sentence("nothing")
    if isinstance(value, Place):
        return places.of(Spot(value.holder)) if value.holder in tree_of(agenda) else sentence("elsewhere")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, bool):
        return sentence("yes") if value else sentence("no")
    if isinstance(value, tuple):
        return ", ".join(map(str, cast("tuple[object, ...]", value)))
    return str(value)
