"""What the checks have found in the texts of the panes: where it is underlined, and what is said of it.

What was found is true of a text as it was read. A text that has changed since has nothing under it until it is read
again, for nobody knows which letters are meant.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QTextCharFormat

from igfeditor.checks.finding import Finding, Severity
from igfeditor.checks.gathered import by_text
from igfeditor.document.outline import OutlineLine
from igfeditor.errors import EditError
from igfeditor.gui.finding_words import message_words, severity_colour, severity_words
from igfeditor.model.tree import Tree

_NONE: Final[Mapping[tuple[str, str], tuple[Finding, ...]]] = MappingProxyType({})


class Flaw(NamedTuple):
    """Letters to be underlined, counted in the text without its markup."""

    start: int
    end: int
    severity: Severity


class Flaws:
    """What was found in an agenda, text by text."""

    def __init__(self, tree: Tree | None = None, findings: Iterable[Finding] = (), window_language: str = "en") -> None:
        """Keep the findings of the agenda of a tree, to be said in the window's language."""
        self._tree = tree
        self._found = _NONE if tree is None else by_text(findings)
        self._window_language = window_language

    def of(self, line: OutlineLine, language: str) -> tuple[Finding, ...]:
        """Give what was found in a text in a language; what concerns all languages is said at each."""
        found = self._found.get((line.node, line.field), ())
        if not found or not self._is_as_read(line):
            return ()
        return tuple(one for one in found if one.spot.language in {"", language})

    def _is_as_read(self, line: OutlineLine) -> bool:
        try:
            return self._tree is not None and self._tree.text(line.node, line.field) == line.text
        except EditError:
            return False

    def spots(self, line: OutlineLine, language: str) -> tuple[Flaw, ...]:
        """Give the letters to be underlined, the gravest last, so that it is what is seen."""
        found = sorted(self.of(line, language), key=lambda one: one.severity)
        return tuple(
            Flaw(one.spot.start, one.spot.end, one.severity)
            for one in found
            if one.spot.start is not None and one.spot.end is not None and one.spot.start < one.spot.end
        )

    def said(self, line: OutlineLine, language: str) -> tuple[str, ...]:
        """Say what was found in a text, the gravest first."""
        found = sorted(self.of(line, language), key=lambda one: -one.severity)
        return tuple(f"{severity_words(one.severity)}: {message_words(one, self._window_language)}" for one in found)

    def shown(self, line: OutlineLine, language: str) -> tuple[object, ...]:
        """Give all that is shown of what was found in a text."""
        return (*self.spots(line, language), *self.said(line, language))

    def tip(self, line: OutlineLine, language: str) -> str:
        """Give the tool tip of a text, empty where nothing was found in it."""
        direction = "rtl" if self._window_language == "ar" else "ltr"
        return "".join(f"<p dir='{direction}'>{html.escape(words)}</p>" for words in self.said(line, language))


NO_FLAWS: Final = Flaws()


def flaw_look(severity: Severity) -> QTextCharFormat:
    """Give the look of letters in which something was found."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(QColor(severity_colour(severity)))
    return look
