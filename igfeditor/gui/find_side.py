"""Find and replace: the panes with the bar under them, and between the two what was found.

Texts are searched in slices between the events of the window (`igfeditor.gui.slices`), anew where the question or the
agenda has changed, and only while the bar is open. Each find is about one agenda: nothing is replaced in another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from shiboken6 import isValid

from igfeditor.errors import Sentence, counted
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.find_bar import FindBar
from igfeditor.gui.pane_view import Panes
from igfeditor.gui.slices import Slices
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_words import TreeWords
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda
from igfeditor.model.hits import Hits, Spot
from igfeditor.model.search import Match, replace_all, replacing
from igfeditor.storage.backups import Reason

_PAUSE: Final = 150
"""How many milliseconds one stops typing before texts are looked through."""


class FindSide(QSplitter):
    """The panes, with the bar under them where it is asked for."""

    def __init__(self, bridge: Bridge, panes: Panes, parent: QWidget | None = None) -> None:
        """Show the panes alone."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.panes = panes
        self.bar = FindBar()
        self._bridge = bridge
        self._hits: Hits | None = None
        self._at: int | None = None
        self._shown: Spot | None = None
        # Where one goes when the search is done: a spot to go on from, and the step.
        self._aim: tuple[Spot, int] | None = None
        self._keeps_none = False
        self._came_from: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._searching = Slices(bridge.attempt, self)
        self._replacing = Slices(bridge.attempt, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.addWidget(self.panes)
        self.addWidget(self.bar)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.bar.hide()

    def _connect(self) -> None:
        bar = self.bar
        bar.asked.connect(self._ask)
        bar.step_requested.connect(self.step)
        bar.replace_requested.connect(self.replace_one)
        bar.replace_all_requested.connect(self.replace_checked)
        bar.hit_chosen.connect(self._choose)
        bar.left.connect(self.close_bar)
        self._pause.timeout.connect(self._search)
        self._bridge.agenda_changed.connect(lambda *_: self._follow())
        self._bridge.project_changed.connect(self._change_project)

    # --- opening and closing -------------------------------------------------------------------------------

    def open_find(self) -> None:
        """Ask for words; those that are marked in a text are taken."""
        self._open(replacing=False)

    def open_replace(self) -> None:
        """Ask for words and for others in their place."""
        goes_on = self.bar.words.hasFocus() and bool(self.bar.words.text())
        self._open(replacing=True)
        if goes_on:
            self.bar.new_words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, *, replacing: bool) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and not self.bar.isAncestorOf(focused):
            self._came_from = focused
        words = " ".join(self.panes.pair.marked_words.split()) if self.panes.pair.has_focus else ""
        self.bar.set_languages(self._bridge.agenda.languages)
        self.bar.open(replacing=replacing)
        if words:
            self.bar.words.setText(words)
        self.bar.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.words.selectAll()
        if not self._is_current:
            self._ask()
        self._say()

    def close_bar(self) -> None:
        """Go back to where one was, or into the text that was found."""
        self._pause.stop()
        self._searching.stop()
        self._aim = None
        self.bar.hide()
        back = self._came_from
        has_gone = self._shown is not None and self.panes.spot == self._shown
        if back is None or has_gone or not isValid(back) or not back.isVisible():
            back = self.panes
        self._came_from = None
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- searching -----------------------------------------------------------------------------------------

    @property
    def _is_current(self) -> bool:
        """Tell whether what was found is what would be found now."""
        hits = self._hits
        return hits is not None and hits.agenda is self._bridge.agenda and hits.query == self.bar.query

    def _ask(self) -> None:
        """Look for other words, from where the user is."""
        if self._aim is None:
            spot = self._spot
            self._aim = (spot._replace(end=spot.start), 1)
        self._look()

    @property
    def _spot(self) -> Spot:
        """Give where the user is: at a caret that was set or shown, or before all texts of a row."""
        spot, source = self.panes.spot, self._bridge.agenda.source
        if spot is None:
            return Spot(self._bridge.current, "", source)
        came_from = self._came_from
        has_caret = self.panes.pair.has_focus or spot == self._shown or came_from in self.panes.pair.editors.values()
        return spot if has_caret else Spot(spot.node, spot.field, source)

    def _follow(self) -> None:
        """Look again in an agenda that has changed; the caret stays where it is."""
        if self.bar.isVisible() and not self._is_current:
            self.bar.set_languages(self._bridge.agenda.languages)
            self._look()

    def _change_project(self) -> None:
        """Forget what was found in another project; one that was only saved is the same."""
        if self._hits is not None and self._hits.agenda is not self._bridge.agenda:
            self._hits = self._at = self._shown = None
            self._replacing.stop()
            self.bar.set_busy(False)
            self.bar.hits.show_hits(None, None)
        self._follow()

    def _look(self) -> None:
        self._searching.stop()
        self._pause.start()
        self._at = None
        self._say()

    def _search(self) -> None:
        self._pause.stop()
        hits = Hits(self._bridge.agenda, self.bar.query)
        self._searching.run(hits.steps() if hits.query.words else (), partial(self._take, hits))

    def _take(self, hits: Hits, is_done: bool) -> None:
        old, self._hits = self._hits, hits
        left: frozenset[Match] = frozenset()
        if self._keeps_none:
            left = frozenset(hits.matches)
        elif old is not None and old.query == hits.query:
            left = hits.left_out(old, self.bar.hits.left_out)
        self._keeps_none = False
        self.bar.hits.show_hits(hits, TreeWords(self._bridge), left)
        aim, self._aim = self._aim, None
        if aim is not None:
            self._show(hits.next_to(*aim))
        else:
            self._at = self._where(hits)
        self._say()

    def _where(self, hits: Hits) -> int | None:
        """Give the match at which the user still stands."""
        spot = self.panes.spot
        if spot is None or spot != self._shown:
            return None
        at = hits.next_to(spot._replace(end=spot.start), 1)
        return at if at is not None and hits.spot(hits.matches[at]) == spot else None

    def _say(self) -> None:
        is_searching = self._pause.isActive() or self._searching.is_running
        self.bar.show_state(self._at, is_searching=is_searching)

    # --- going ---------------------------------------------------------------------------------------------

    def find_next(self) -> None:
        """Go to the next place, with the bar open or not."""
        self.step(1)

    def find_previous(self) -> None:
        """Go to the previous place."""
        self.step(-1)

    def step(self, step: int) -> None:
        """Go on by a place; what is not found yet is looked for first."""
        if not self.bar.words.text():
            self.open_find()
            return
        spot = self._spot
        if not self._is_current or self._searching.is_running:
            is_new = self._aim is not None
            self._aim = self._aim if is_new else (spot, step)
            self._search()
            return
        hits = self._hits
        if hits is None or not hits.matches:
            self._bridge.done.emit(translate("Find", "Not found."))
            return
        if self._at is not None and self.panes.spot == self._shown:
            at: int | None = (self._at + step) % len(hits.matches)
        else:
            at = hits.next_to(spot, step)
        self._show(at)
        self._say()

    def _choose(self, at: int, into_text: bool) -> None:
        """Go to the place that was chosen in the list."""
        self._show(at, takes_focus=into_text)
        self._say()

    def _show(self, at: int | None, *, takes_focus: bool = False) -> None:
        self._at = at
        if at is None or self._hits is None:
            return
        spot = self._hits.spot(self._hits.matches[at])
        is_there = self.panes.show_spot(spot, takes_focus=takes_focus or self.panes.pair.has_focus)
        self._shown = self.panes.spot
        if not is_there:
            self._bridge.done.emit(translate("Find", "Found in the properties of the row."))

    # --- replacing -----------------------------------------------------------------------------------------

    def replace_one(self) -> None:
        """Replace the place that is shown and go to the next; where none is shown, go to the first."""
        hits, at, words = self._hits, self._at, self.bar.new_words.text()
        if hits is None or at is None or not self._is_current or self.panes.spot != self._shown:
            self.step(1)
            return
        match = hits.matches[at]
        spot = hits.spot(match)
        behind = spot.start + len(words)
        self._aim = (spot._replace(start=behind, end=behind), 1)
        if self._bridge.apply(lambda agenda: replace_all(agenda, [match], words), _deed(1), origin=self) is None:
            self._aim = None
        else:
            self.bar.set_replaced()
        self._search()

    def replace_checked(self) -> None:
        """Replace all that is checked, as one step that can be undone."""
        hits, words = self._hits, self.bar.new_words.text()
        chosen = self.bar.hits.chosen
        if hits is None or not chosen or not self._is_current:
            self._look()
            return
        made = [hits.agenda]
        self.bar.set_busy(True)
        steps = _last_into(made, replacing(hits.agenda, chosen, words))
        self._replacing.run(steps, partial(self._finish, hits.agenda, made, chosen, words))

    def _finish(self, start: Agenda, made: list[Agenda], chosen: list[Match], words: str, is_done: bool) -> None:
        self.bar.set_busy(False)
        if not is_done:
            return

        def edit(agenda: Agenda) -> Agenda:
            return made[-1] if agenda is start else replace_all(agenda, chosen, words)

        self._keeps_none = True
        self._bridge.session.keep_version(Reason.REPLACE)
        changes = self._bridge.apply(edit, _deed(len(chosen)), origin=self)
        if changes is None or changes.is_nothing:
            self._keeps_none = False
            return
        self._search()
        self.bar.set_replaced()
        self._bridge.done.emit(say(_told(len(chosen)), self._bridge.language))


def _last_into(made: list[Agenda], steps: Iterator[Agenda]) -> Iterator[None]:
    for agenda in steps:
        made[0] = agenda
        yield


def _deed(count: int) -> Sentence:
    return counted(count, "Replace in {count} place", "Replace in {count} places")


def _told(count: int) -> Sentence:
    return counted(
        count,
        "{count} place was replaced; undo takes it back.",
        "{count} places were replaced; undo takes them back at once.",
    )
