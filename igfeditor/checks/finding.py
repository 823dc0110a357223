"""What a check finds: where, how grave, which facts, and perhaps an edit that puts it right.

Findings are values, not errors: nothing is raised, and an agenda with findings is a sound agenda.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from igfeditor.errors import Sentence, counted, sentence
from igfeditor.model.agenda import Agenda
from igfeditor.model.soundness import THE_MEETING

Edit = Callable[[Agenda], Agenda]


class Severity(IntEnum):
    """How grave a finding is: an error stops the export of a final agenda, a warning should be looked at."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """Give the name that the command line and its JSON use."""
        return self.name.lower()

    @property
    def said(self) -> Sentence:
        """Give the word for people."""
        return _SAID[self]

    def in_number(self, count: int) -> Sentence:
        """Say how many findings of this severity there are."""
        if self is Severity.ERROR:
            return counted(count, "{count} error", "{count} errors")
        if self is Severity.WARNING:
            return counted(count, "{count} warning", "{count} warnings")
        return counted(count, "{count} remark", "{count} remarks")


_SAID: Final[Mapping[Severity, Sentence]] = MappingProxyType(
    {Severity.ERROR: sentence("error"), Severity.WARNING: sentence("warning"), Severity.INFO: sentence("remark")}
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something was found: a node, or a field of it in one language, or some letters of that.

    `start` and `end` count characters of the text as it is read, without its markup.
    """

    node: str = THE_MEETING
    field: str = ""
    language: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that puts a finding right; one that is `safe` may be applied without looking at each."""

    label: Sentence
    edit: Edit
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """What a check gives: where and what; its severity where it is not the check's own."""

    spot: Spot
    message: Sentence
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that somebody should look at, with the id of the check that found it."""

    check: str
    severity: Severity
    spot: Spot
    message: Sentence
    fixes: tuple[Fix, ...] = ()

    @property
    def facts(self) -> Mapping[str, object]:
        """Give what was found, by name: the facts of the message."""
        return self.message.facts

    @property
    def safe_fix(self) -> Fix | None:
        """Give the first fix that may be applied without a look, if there is one."""
        return next((fix for fix in self.fixes if fix.safe), None)
