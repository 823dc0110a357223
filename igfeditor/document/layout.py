"""What to print: languages, days, extra columns, and what to do where a translation is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from igfeditor.errors import SettingsError, sentence


class Missing(StrEnum):
    """What is printed where a translation is missing.

    MARK prints the source, marked as not translated (a working copy); SOURCE prints the source alone;
    REFUSE refuses the export and says what is missing.
    """

    MARK = "mark"
    SOURCE = "source"
    REFUSE = "refuse"


class Extra(StrEnum):
    """The columns that a layout can have beside time and text."""

    ZONES = "zones"
    ROOM = "room"
    MINUTES = "minutes"
    SPEAKER = "speaker"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to print an agenda.

    `languages`: one language, or two that stand side by side. `days`: positions of the days to print, from 1;
    none means all. `extras`: further columns; the zones that the agenda itself names are printed unless this
    says otherwise.
    """

    languages: tuple[str, ...]
    days: tuple[int, ...] = ()
    extras: tuple[Extra, ...] = (Extra.ZONES,)
    missing: Missing = Missing.MARK

    @property
    def name(self) -> str:
        """Give the short name that files carry, such as "en" or "en-ar"."""
        return "-".join(self.languages)


def layout_languages(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Read a layout's name, "en" or "en-ar", against the languages of an agenda.

    Raises `SettingsError` for a language that the agenda has not, a repeated one, or more than two.
    """
    languages = tuple(name.split("-"))
    if len(languages) > 2 or len(set(languages)) != len(languages) or not set(languages) <= set(known):
        raise SettingsError(
            sentence("There is no layout {name} for this agenda.", name=name),
            sentence("Its layouts are {layouts}.", layouts=", ".join(layout_names(known))),
        )
    return languages


def layout_names(known: Sequence[str]) -> tuple[str, ...]:
    """Give the names of all usual layouts: each language alone, then the source beside each other one."""
    return (*known, *(f"{known[0]}-{other}" for other in known[1:]))
