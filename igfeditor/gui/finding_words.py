"""How findings are said and shown in the window: severities, families, places, messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from igfeditor.checks.finding import Finding, Severity, Spot
from igfeditor.checks.registry import FAMILIES, Check, all_checks
from igfeditor.errors import EditError
from igfeditor.gui.place_words import IN_A_SLOT, place_words
from igfeditor.gui.theme import Icon, colours
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.gui.tree_words import TreeWords
from igfeditor.language.markup import plain
from igfeditor.language.messages import say
from igfeditor.language.tongues import own_name
from igfeditor.model import hits
from igfeditor.model.tree import Tree


@dataclass(frozen=True, slots=True)
class SeverityLook:
    """A severity as it is shown: its icon, its word, and the name of its colour in the theme."""

    icon: Icon
    words: str
    colour: str


SEVERITIES: Final[Mapping[Severity, SeverityLook]] = MappingProxyType(
    {
        Severity.ERROR: SeverityLook(Icon.ERROR, QT_TRANSLATE_NOOP("Findings", "Error"), "error"),
        Severity.WARNING: SeverityLook(Icon.WARNING, QT_TRANSLATE_NOOP("Findings", "Warning"), "warning"),
        Severity.INFO: SeverityLook(Icon.INFO, QT_TRANSLATE_NOOP("Findings", "Remark"), "accent"),
    }
)
"""The severities, the gravest first."""


def severity_words(severity: Severity) -> str:
    """Say how grave a finding is."""
    return translate("Findings", SEVERITIES[severity].words)


def severity_colour(severity: Severity) -> str:
    """Give the colour of a severity in the present mode."""
    return getattr(colours(), SEVERITIES[severity].colour)


def count_words(severity: Severity, count: int) -> str:
    """Say how many findings there are of a severity."""
    if severity is Severity.ERROR:
        return translate("Findings", "%n error(s)", "", count)
    if severity is Severity.WARNING:
        return translate("Findings", "%n warning(s)", "", count)
    return translate("Findings", "%n remark(s)", "", count)


def family_words(family: str, language: str) -> str:
    """Say what a family of checks is about."""
    return say(FAMILIES[family], language)


def check_of(id_: str) -> Check | None:
    """Give a check by its id; one that a waiver names may be gone."""
    return all_checks().get(id_)


def title_words(id_: str, language: str) -> str:
    """Say what a check is called."""
    check = check_of(id_)
    return id_ if check is None else say(check.title, language)


def message_words(finding: Finding, language: str) -> str:
    """Say what was found."""
    return say(finding.message, language)


def where(words: TreeWords, spot: Spot, *, in_slot: bool = False) -> str:
    """Say where something was found and in which language; `in_slot` leaves the day and the slot unsaid."""
    languages = words.tree.agenda.languages
    language = own_name(spot.language) if spot.language in languages and len(languages) > 1 else ""
    places = place_words(words, spot, IN_A_SLOT) if in_slot else place_words(words, spot)
    return " · ".join(part for part in (places, language) if part)


def shown_spot(tree: Tree, spot: Spot) -> hits.Spot:
    """Give the letters that the panes mark for a finding: its own, or all of its text."""
    language = spot.language or tree.agenda.source
    text = _plain(tree, spot, language)
    start, end = (0, len(text)) if spot.start is None else (spot.start, spot.start if spot.end is None else spot.end)
    return hits.Spot(spot.node, spot.field, language, min(start, len(text)), min(end, len(text)))


def _plain(tree: Tree, spot: Spot, language: str) -> str:
    """Give the text of a spot as it is read, empty where it is about no text."""
    try:
        return plain(tree.text(spot.node, spot.field).wording(language))
    except EditError:
        return ""
