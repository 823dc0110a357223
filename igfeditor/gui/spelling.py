"""Spell check of the live editors: misspelt words are marked, other words are offered for them, words are learned.

Only the texts of the current row are looked through, after a pause, off the window's thread. Whether there is a
dictionary is first looked up then; without one nothing is done and nothing is said.
"""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from igfeditor.errors import sentence
from igfeditor.gui import text_markup
from igfeditor.gui.errands import Errands
from igfeditor.gui.pane_pair import EditorPair
from igfeditor.gui.spell_marks import SpellMarks
from igfeditor.gui.text_editor import TextEditor
from igfeditor.gui.translation import translate
from igfeditor.services.spelling import Word, dictionary_of, has_dictionary, root

CORRECTING: Final = sentence("Correcting the spelling")


class _Verdict(NamedTuple):
    has_dictionary: bool
    misspelt: tuple[Word, ...] = ()


class _Place(NamedTuple):
    """A word of an editor, as it was written when it was asked about, and where its menu opens."""

    marks: SpellMarks
    word: Word
    written: str
    point: QPoint


class Spelling(QObject):
    """The spell check of a pair of editors.

    `found_out` follows when it is known for which languages there are dictionaries, `learned_changed` carries all
    learned words, `said` one sentence for the user.
    """

    found_out = Signal()
    learned_changed = Signal(tuple)
    said = Signal(str)

    def __init__(
        self, pair: EditorPair, learned: tuple[str, ...] = (), *, is_on: bool = True, parent: QObject | None = None
    ) -> None:
        """Check what a pair shows, if that is wanted."""
        super().__init__(parent)
        self.is_on = is_on
        self._pair = pair
        self._learned = learned
        self._has: dict[str, bool] = {}
        self._marks: dict[str, SpellMarks] = {}
        self._errands = Errands(self)
        pair.editors_made.connect(self._watch)
        self._watch()

    @property
    def is_possible(self) -> bool:
        """Tell whether there is a dictionary for one of the languages shown, as far as that is known."""
        return any(self._has.get(language, False) for language in self._marks)

    @property
    def is_missing(self) -> bool:
        """Tell whether it is known that there is none."""
        return bool(self._has) and not self.is_possible

    @property
    def is_busy(self) -> bool:
        """Tell whether an answer is waited for."""
        return self._errands.is_busy

    def set_on(self, is_on: bool) -> None:
        """Mark misspelt words from now on, or no longer."""
        self.is_on = is_on
        for marks in self._marks.values():
            marks.wait() if is_on else marks.clear()

    # --- marks ---------------------------------------------------------------------------------------------

    def _watch(self) -> None:
        self._marks = {language: self._marks_of(editor) for language, editor in self._pair.editors.items()}

    def _marks_of(self, editor: TextEditor) -> SpellMarks:
        marks = SpellMarks(editor, self._is_learned)
        marks.due.connect(lambda: self._look_through(marks))
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(lambda point: self._open_menu(marks, point))
        marks.wait()
        return marks

    def _is_current(self, marks: SpellMarks) -> bool:
        return marks in self._marks.values()

    def _look_through(self, marks: SpellMarks) -> None:
        if not self._is_current(marks):
            return
        text = marks.text
        if text.strip():
            work = partial(_judged, marks.editor.language, text, is_on=self.is_on)
            self._errands.send(work, lambda verdict: self._take(marks, text, verdict))

    def _take(self, marks: SpellMarks, text: str, verdict: _Verdict) -> None:
        if not self._is_current(marks):
            return
        language = marks.editor.language
        if self._has.get(language) is not verdict.has_dictionary:
            self._has[language] = verdict.has_dictionary
            self.found_out.emit()
        if self.is_on and marks.text == text:
            marks.show_words(verdict.misspelt)

    # --- other words ---------------------------------------------------------------------------------------

    def suggest(self) -> None:
        """Offer other words for the one at the caret, or say why there is nothing to offer."""
        if not self._pair.is_shown:
            return
        marks, editor = self._marks[self._pair.language], self._pair.focused
        point = editor.cursorRect().bottomLeft()
        if not self._ask(marks, editor.textCursor().position(), point, has_standard=False):
            self.said.emit(translate("Spelling", "No word that a dictionary could judge stands at the caret."))

    def _open_menu(self, marks: SpellMarks, point: QPoint) -> None:
        """Open the usual menu of a text, under what is offered for the word at a point."""
        if not self._ask(marks, marks.editor.cursorForPosition(point).position(), point, has_standard=True):
            _pop_up(marks.editor.createStandardContextMenu(point), marks.editor, point)

    def _ask(self, marks: SpellMarks, position: int, point: QPoint, *, has_standard: bool) -> bool:
        """Ask the dictionary for the word at a position, and open a menu then; tells whether there is one to ask."""
        language = marks.editor.language
        word = marks.word_at(position) if self.is_on and self._has.get(language, False) else None
        if word is None:
            return False
        place = _Place(marks, word, marks.text[word.start : word.end], point)
        self._errands.send(
            partial(_looked_up, language, word.letters),
            lambda offered: self._answer(place, offered, has_standard=has_standard),
        )
        return True

    def _answer(self, place: _Place, offered: tuple[str, ...] | None, *, has_standard: bool) -> None:
        """Open the menu for a word; `offered` is None where the word is known."""
        editor = place.marks.editor
        if not self._is_current(place.marks) or not editor.isVisible():
            return
        menu = editor.createStandardContextMenu(place.point) if has_standard else QMenu(editor)
        before = menu.actions()[0] if has_standard else None
        new = self._offers(menu, place, offered)
        if before is not None and new:
            menu.insertActions(before, new)
            menu.insertSeparator(before)
        elif new:
            menu.addActions(new)
        if menu.isEmpty():
            menu.deleteLater()
            self.said.emit(translate("Spelling", "The dictionary has the word “{word}”.").format(word=place.written))
            return
        if new and not has_standard:
            menu.setActiveAction(new[0])
        _pop_up(menu, editor, place.point)

    def _offers(self, menu: QMenu, place: _Place, offered: tuple[str, ...] | None) -> list[QAction]:
        """Make the actions that a word asks for: none where the dictionary has it."""
        if offered is None:
            return []
        shown = place.written.replace("&", "&&")
        if self._is_learned(place.word.letters):
            forget = QAction(translate("Spelling", "Forget the word “{word}”").format(word=shown), menu)
            forget.triggered.connect(lambda: self._forget(place.word.letters))
            return [forget]
        actions = [self._offer(menu, place, words) for words in offered]
        if not actions:
            actions = [QAction(translate("Spelling", "No suggestions"), menu)]
            actions[0].setEnabled(False)
        parting = QAction(menu)
        parting.setSeparator(True)
        learn = QAction(translate("Spelling", "Learn the word “{word}”").format(word=shown), menu)
        learn.triggered.connect(lambda: self._learn(place.word.letters))
        return [*actions, parting, learn]

    def _offer(self, menu: QMenu, place: _Place, words: str) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        font = menu.font()
        font.setBold(True)
        action.setFont(font)
        action.triggered.connect(lambda: _replace(place, words))
        return action

    # --- learned words -------------------------------------------------------------------------------------

    def _is_learned(self, letters: str) -> bool:
        return root(letters) in self._learned

    def _learn(self, letters: str) -> None:
        self._keep((*self._learned, root(letters)))

    def _forget(self, letters: str) -> None:
        self._keep(tuple(word for word in self._learned if word != root(letters)))

    def _keep(self, learned: tuple[str, ...]) -> None:
        self._learned = learned
        for marks in self._marks.values():
            marks.paint()
        self.learned_changed.emit(learned)


def _judged(language: str, text: str, *, is_on: bool) -> _Verdict:
    """Look a text through, off the window's thread; where no check is wanted no dictionary is read."""
    if not is_on:
        return _Verdict(has_dictionary(language))
    dictionary = dictionary_of(language)
    return _Verdict(False) if dictionary is None else _Verdict(True, dictionary.misspelt(text))


def _looked_up(language: str, word: str) -> tuple[str, ...] | None:
    """Give other words for a misspelt one, off the window's thread; None for a word that is known."""
    dictionary = dictionary_of(language)
    return None if dictionary is None or dictionary.knows(word) else dictionary.suggestions(word)


def _replace(place: _Place, words: str) -> None:
    """Write other words in the place of one, if it still stands there; that is one deed."""
    marks, word = place.marks, place.word
    if marks.text[word.start : word.end] != place.written:
        return
    cursor = text_markup.cursor_over(marks.editor.document(), word.start, word.end)
    marks.editor.replace(cursor, words.replace("'", "’") if "’" in place.written else words, CORRECTING)


def _pop_up(menu: QMenu, editor: TextEditor, point: QPoint) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(editor.viewport().mapToGlobal(point))
