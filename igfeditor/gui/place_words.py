"""Where a text stands, in words: its day, time, number and letter, and what it is if it is no title."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from igfeditor.document.outline import Part
from igfeditor.gui.pane_words import part_words
from igfeditor.gui.tree_words import TreeWords
from igfeditor.language.bidi import Direction, direction_of
from igfeditor.model.soundness import THE_MEETING

_ROWS: Final = frozenset(("meeting", "day", "slot", "item", "sub_item"))
_PARTS: Final = (("note", Part.NOTE), ("output", Part.OUTPUT), ("paragraph", Part.BODY), ("link", Part.LINK))
_PRINTED: Final = ("host", "venue", "category", "room")
_ISOLATES: Final[Mapping[Direction, str]] = MappingProxyType({"ltr": "\u2066", "rtl": "\u2067"})
_END: Final = "\u2069"
IN_A_SLOT: Final = frozenset(("item", "sub_item"))
"""The rows that are named where day and slot are known."""


class Placed(Protocol):
    """What is about a text: a match, or the spot of a finding."""

    @property
    def node(self) -> str:
        """Give the id of the node."""
        ...

    @property
    def field(self) -> str:
        """Give the name of the field."""
        ...


def place_words(words: TreeWords, at: Placed, kinds: Collection[str] = _ROWS) -> str:
    """Say where a text stands, by the rows of some kinds."""
    tree, node = words.tree, at.node
    if node not in tree:
        return ""
    rows = [one for one in (node, *tree.ancestors(node)) if tree.kind(one) in kinds]
    said = [_row_words(words, row) for row in reversed(rows) if row != THE_MEETING or len(rows) == 1]
    said.append(_part_words(words, at))
    isolate = _ISOLATES[direction_of(words.wording.language)]
    return " · ".join(f"{isolate}{part}{_END}" for part in said if part)


def _row_words(words: TreeWords, row: str) -> str:
    said = words.of(row)
    return said.when if words.tree.kind(row) in {"meeting", "day", "slot"} else said.marker


def _part_words(words: TreeWords, at: Placed) -> str:
    kind, field = words.tree.kind(at.node), at.field
    part = dict(_PARTS).get(kind)
    if part is not None:
        return part_words(part)
    if field.startswith("people"):
        return part_words(Part.PERSON)
    if field in _PRINTED:
        return words.wording.phrase(field).rstrip(":")
    return part_words(Part.DETAIL) if field == "track" else ""
