"""Between the open project and its views: calls go down through here, one signal comes up.

Every deed of the window goes through `Bridge.apply`, which is one of the two places that catch refusals: they come
out as the signal `refused`, said in the window's language, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from igfeditor.checks.proof import Report
from igfeditor.errors import IgfError, Sentence, sentence
from igfeditor.language.markup import plain
from igfeditor.language.messages import say
from igfeditor.model import edits
from igfeditor.model.agenda import Agenda
from igfeditor.model.changes import Changes
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import Tree, tree_of
from igfeditor.services.session import Session
from igfeditor.services.settings import Policy

Edit = Callable[[Agenda], Agenda]
_T = TypeVar("_T")
_SHOWN_LETTERS: Final = 40


class Bridge(QObject):
    """The open project as the views see it.

    `agenda_changed(changes, origin)` follows every deed; a view asks whether the change concerns it and whether it
    was the origin itself. `project_changed` says that another project is open, or that somebody tried to save it.
    `current` is the id of the node that the user works at, which all views follow. `retiming_requested` brings a wish
    for new times to the time line, and `policy` says what is done where such a wish touches others: what was chosen, or
    to ask.
    `report` is what was last found in the agenda, nothing while it has not been read; `reading_requested` asks for
    another one without a pause.
    """

    agenda_changed = Signal(object, object)
    project_changed = Signal()
    current_changed = Signal(str, object)
    refused = Signal(str)
    done = Signal(str)
    retiming_requested = Signal(object)
    policy_chosen = Signal(str)
    report_changed = Signal()
    reading_requested = Signal()

    def __init__(self, session: Session, language: str, parent: QObject | None = None) -> None:
        """Watch a session; `language` is what the window speaks, for messages."""
        super().__init__(parent)
        self.language = language
        self.policy: Policy = "ask"
        self.current: str = THE_MEETING
        self.report: Report | None = None
        self._read = session.agenda
        self._stop: Callable[[], None] = lambda: None
        self.session = session
        self.open(session)

    # --- what is open --------------------------------------------------------------------------------------

    def open(self, session: Session) -> None:
        """Show another project from now on."""
        self._stop()
        self.session: Session = session
        self._stop = session.subscribe(self._tell)
        self.current = THE_MEETING
        self.project_changed.emit()

    @property
    def agenda(self) -> Agenda:
        """Give the agenda as it is now."""
        return self.session.agenda

    @property
    def tree(self) -> Tree:
        """Give the places of the agenda's nodes."""
        return tree_of(self.session.agenda)

    @property
    def target(self) -> str:
        """Give the language that is translated into: the first that is not the source (or the source itself)."""
        source = self.agenda.source
        return next((language for language in self.agenda.languages if language != source), source)

    def select(self, node: str, origin: object = None) -> None:
        """Make a node the current one; an id that is gone leaves all as it is."""
        if node != self.current and (node == THE_MEETING or node in self.tree):
            self.current = node
            self.current_changed.emit(node, origin)

    @property
    def report_of_now(self) -> Report | None:
        """Give the report, where it is one of the agenda as it is now."""
        return self.report if self._read is self.agenda else None

    def take_report(self, report: Report | None) -> None:
        """Tell all views what was found in the agenda as it is now."""
        self.report, self._read = report, self.agenda
        self.report_changed.emit()

    def choose_policy(self, policy: Policy) -> None:
        """Say what is done from now on where new times touch other slots."""
        if policy != self.policy:
            self.policy = policy
            self.policy_chosen.emit(policy)

    # --- deeds ---------------------------------------------------------------------------------------------

    def apply(
        self, edit: Edit, label: Sentence, merge_key: Hashable | None = None, origin: object = None
    ) -> Changes | None:
        """Do a deed; gives what it changed, or nothing where it was refused, which is then told."""
        return self.attempt(lambda: self.session.apply(edit, label, merge_key, origin))

    def set_text(self, node: str, field: str, language: str, text: str, origin: object = None) -> None:
        """Take over what was typed into a text; strokes of one field within a second are one deed."""
        self.apply(
            lambda agenda: edits.set_text(agenda, node, field, language, text),
            self.typing(node, field, language, text),
            merge_key=(node, field, language),
            origin=origin,
        )

    def typing(self, node: str, field: str, language: str, text: str) -> Sentence:
        """Name what is typed by its first words; what is emptied by those that stood there."""
        if not text and node in self.tree:
            text = self.tree.text(node, field).wording(language)
        return sentence("Typing: {words}", words=_FirstWords(text)) if text else sentence("Typing")

    def undo(self) -> None:
        """Take the last deed back."""
        self.attempt(self.session.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.attempt(self.session.redo)

    def save(self, path: Path | None = None) -> bool:
        """Save the project, under another name where a path is given; tells whether it went well."""
        saved = self.attempt(lambda: self.session.save(path))
        self.project_changed.emit()
        return saved is not None

    def attempt(self, work: Callable[[], _T]) -> _T | None:
        """Do something that may be refused; a refusal is told in the window's language."""
        try:
            return work()
        except IgfError as error:
            self.refused.emit(self.words_of(error))
            return None

    def words_of(self, error: IgfError) -> str:
        """Say a refusal and its remedy in the window's language."""
        parts = [error.message] if error.hint is None else [error.message, error.hint]
        return " ".join(say(part, self.language) for part in parts)

    def _tell(self, changes: Changes, origin: object) -> None:
        self.agenda_changed.emit(changes, origin)


@dataclass(frozen=True, slots=True)
class _FirstWords:
    """The first words of a text, found when somebody looks: markup is not read for each key stroke."""

    text: str

    def __str__(self) -> str:
        return _first_words(self.text)


# The list of what was done is said anew at each deed; most of it has been said before.
@lru_cache(maxsize=1_000)
def _first_words(text: str) -> str:
    words = " ".join(plain(text).split())
    if len(words) > _SHOWN_LETTERS:
        words = f"{words[:_SHOWN_LETTERS].rsplit(' ', 1)[0]}…"
    # The words keep their direction in a sentence of the other language.
    return f"\u2068{words}\u2069"
