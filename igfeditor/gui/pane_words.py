"""The words of the panes: names of fields and states, and what stands where a text is missing."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from igfeditor.document.outline import Part
from igfeditor.gui.theme import Icon
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.model.agenda import Phrase, Text


class Standing(StrEnum):
    """How far a translation is; staleness is beside the state, but it is what one has to know first."""

    UNTRANSLATED = "untranslated"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"
    STALE = "stale"


CHOICES: Final = (Standing.UNTRANSLATED, Standing.TRANSLATED, Standing.REVIEWED, Standing.FINAL)
ICONS: Final[Mapping[Standing, Icon]] = MappingProxyType(
    {
        Standing.UNTRANSLATED: Icon.UNTRANSLATED,
        Standing.TRANSLATED: Icon.TRANSLATED,
        Standing.REVIEWED: Icon.REVIEWED,
        Standing.FINAL: Icon.FINAL,
        Standing.STALE: Icon.STALE,
    }
)
_STANDINGS: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.UNTRANSLATED: QT_TRANSLATE_NOOP("Panes", "not translated"),
        Standing.TRANSLATED: QT_TRANSLATE_NOOP("Panes", "translated"),
        Standing.REVIEWED: QT_TRANSLATE_NOOP("Panes", "reviewed"),
        Standing.FINAL: QT_TRANSLATE_NOOP("Panes", "final"),
        Standing.STALE: QT_TRANSLATE_NOOP("Panes", "stale"),
    }
)
_PARTS: Final[Mapping[Part, str]] = MappingProxyType(
    {
        Part.TITLE: QT_TRANSLATE_NOOP("Panes", "Title of the meeting"),
        Part.DETAIL: QT_TRANSLATE_NOOP("Panes", "Detail"),
        Part.DAY: QT_TRANSLATE_NOOP("Panes", "Heading of the day"),
        Part.OUTPUT: QT_TRANSLATE_NOOP("Panes", "Expected output"),
        Part.TIME: QT_TRANSLATE_NOOP("Panes", "Label of the slot"),
        Part.BREAK: QT_TRANSLATE_NOOP("Panes", "Name of the break"),
        Part.EVENT: QT_TRANSLATE_NOOP("Panes", "Name of the event"),
        Part.ITEM: QT_TRANSLATE_NOOP("Panes", "Item"),
        Part.BODY: QT_TRANSLATE_NOOP("Panes", "Paragraph"),
        Part.PERSON: QT_TRANSLATE_NOOP("Panes", "Person or role"),
        Part.SUB_ITEM: QT_TRANSLATE_NOOP("Panes", "Sub-item"),
        Part.LINK: QT_TRANSLATE_NOOP("Panes", "Label of the link"),
        Part.NOTE: QT_TRANSLATE_NOOP("Panes", "Note"),
    }
)


def standing_of(phrase: Phrase | None) -> Standing:
    """Tell how far a translation is."""
    if phrase is None or not phrase.text:
        return Standing.UNTRANSLATED
    return Standing.STALE if phrase.is_stale else Standing(phrase.state or Standing.TRANSLATED)


def is_open(text: Text, source: str, target: str) -> bool:
    """Tell whether a text waits for its translator: there is a source, and its translation is missing or stale."""
    if source == target or not text.wording(source):
        return False
    return standing_of(text.phrase(target)) in {Standing.UNTRANSLATED, Standing.STALE}


def standing_words(standing: Standing) -> str:
    """Say how far a translation is."""
    return translate("Panes", _STANDINGS[standing])


def part_words(part: Part) -> str:
    """Say what a text is."""
    return translate("Panes", _PARTS[part])
