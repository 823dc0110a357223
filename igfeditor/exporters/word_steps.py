"""How far the markers of a document hang: the step of each level fits the widest marker that stands on it (R16)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import Document, Paragraph, Role, paragraphs_of
from igfeditor.exporters.word_measure import text_width
from igfeditor.exporters.word_styles import LOOKS, STEP, Looks

_LEVELS: Final = (
    frozenset({Role.ITEM, Role.BODY, Role.PEOPLE, Role.NOTE}),
    frozenset({Role.SUB_ITEM_1}),
    frozenset({Role.SUB_ITEM_2}),
    frozenset({Role.SUB_ITEM_3}),
)
"""The levels of a day's table, each of which hangs on the one before; a note stands under the text of its item."""

_AFTER_A_MARKER: Final = 70
_WIDEST_STEP: Final = 5 * STEP


def looks_for(document: Document) -> Mapping[str, Looks]:
    """Give the look of each role in a document: the usual one, with its text where no marker reaches it.

    A marker of more than about a word, which no step can fit, pushes its own first line on and no other.
    """
    widest: dict[Role, int] = {}
    for paragraph in paragraphs_of(document):
        if paragraph.marker:
            widest[paragraph.role] = max(widest.get(paragraph.role, 0), _room_for(paragraph))
    looks = dict(LOOKS)
    hang = 0
    for level in _LEVELS:
        step = _step(widest, level)
        hang += step
        looks |= {role: replace(LOOKS[role], hang=hang, marker=step if LOOKS[role].marker else 0) for role in level}
    step = _step(widest, [Role.OUTPUT])
    looks[Role.OUTPUT] = replace(LOOKS[Role.OUTPUT], hang=step, marker=step)
    return MappingProxyType(looks)


def _room_for(paragraph: Paragraph) -> int:
    return text_width(paragraph.marker, paragraph) + _AFTER_A_MARKER


def _step(widest: Mapping[Role, int], level: Iterable[Role]) -> int:
    return min(_WIDEST_STEP, max(STEP, *(widest.get(role, 0) for role in level)))
