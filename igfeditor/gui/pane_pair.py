"""The live editors over the current row: one a language, with their bars below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QTextEdit, QWidget

from igfeditor.document.outline import OutlineLine, Words
from igfeditor.errors import Sentence
from igfeditor.gui import text_markup
from igfeditor.gui.pane_flaws import NO_FLAWS
from igfeditor.gui.pane_layout import Row, SideRow
from igfeditor.gui.pane_shown import Look, changed_looks, flaw_looks
from igfeditor.gui.pane_state import BAR_HEIGHT, FormatBar, StateBar
from igfeditor.gui.pane_words import part_words, standing_of, standing_words
from igfeditor.gui.text_editor import CARET_ROOM, Light, TextEditor
from igfeditor.gui.theme import GRID
from igfeditor.language.bidi import direction_of
from igfeditor.language.tongues import own_name

ROOM: Final = BAR_HEIGHT + GRID // 2


class EditorPair(QObject):
    """Two editors and two bars on one widget; they know the line that they show, and no agenda."""

    editors_made = Signal()
    edited = Signal(str, str, object)
    pasted = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    entered = Signal(bool)
    left = Signal(bool)
    focus_moved = Signal()
    grown = Signal()
    caret_moved = Signal()

    def __init__(self, ground: QWidget) -> None:
        """Prepare the bars; editors are made for the languages of an agenda."""
        super().__init__(ground)
        self._ground = ground
        self._marks: Mapping[str, Words] = {}
        self.editors: dict[str, TextEditor] = {}
        self.formats = FormatBar(ground)
        self.states = StateBar(ground)
        self.language = ""
        self.flaws = NO_FLAWS
        self._place = ("", "")
        self._has_state = False
        self.formats.bold_requested.connect(self._bold)
        self.formats.italic_requested.connect(self._italic)
        self.formats.note_requested.connect(self._note)

    def set_languages(self, source: str, target: str) -> None:
        """Make an editor for each language."""
        if list(self.editors) == list(dict.fromkeys((source, target))):
            return
        for old in self.editors.values():
            old.hide()
            old.deleteLater()
        self.editors = {language: self._editor(language) for language in dict.fromkeys((source, target))}
        self.language = target
        # Buttons stand where the text begins that they are about.
        is_rtl = direction_of(source) == "rtl"
        self.formats.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        self.editors_made.emit()

    def _editor(self, language: str) -> TextEditor:
        editor = TextEditor(language, self._ground)
        editor.hide()
        editor.edited.connect(lambda text, deed: self._tell(language, text, deed))
        editor.pasted.connect(self.pasted)
        editor.undo_requested.connect(self.undo_requested)
        editor.redo_requested.connect(self.redo_requested)
        editor.entered.connect(self.entered)
        editor.left.connect(self.left)
        editor.focused.connect(lambda: self._follow(language))
        editor.cursorPositionChanged.connect(lambda: self.caret_moved.emit() if editor.hasFocus() else None)
        editor.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        return editor

    @property
    def focused(self) -> TextEditor:
        """Give the editor that has the focus, or had it last."""
        return self.editors[self.language]

    @property
    def is_shown(self) -> bool:
        """Tell whether the pair stands over a row."""
        return any(not editor.isHidden() for editor in self.editors.values())

    @property
    def has_focus(self) -> bool:
        """Tell whether the user is in one of the texts."""
        return any(editor.hasFocus() for editor in self.editors.values())

    def _bold(self) -> None:
        self.focused.bold()

    def _italic(self) -> None:
        self.focused.italic()

    def _note(self, note: str) -> None:
        self.focused.note(note)

    def _tell(self, language: str, text: str, deed: Sentence | None) -> None:
        self.edited.emit(language, text, deed)

    def _follow(self, language: str) -> None:
        self.language = language
        self.focus_moved.emit()

    def _grow(self) -> None:
        if self.is_shown:
            self.grown.emit()

    def height_over(self, row: Row) -> float:
        """Give how much more room the editors want than the row has: while an input method composes."""
        wanted = (
            self.editors[side.side.language].document().size().height() - side.area.height() for side in row.sides
        )
        return max(0.0, *wanted) if any(editor.is_composing for editor in self.editors.values()) else 0.0

    def show_line(self, line: OutlineLine, marks: Mapping[str, Words]) -> None:
        """Show the texts of a line, the caret kept where a text only changed."""
        self._marks = marks
        is_other = (line.node, line.field) != self._place
        self._place = (line.node, line.field)
        # Where nobody has written anything there is nothing to translate, and no state to choose.
        self._has_state = bool(line.text)
        for language, editor in self.editors.items():
            words = {note: mark.get(language, "") for note, mark in marks.items()}
            editor.set_marks(text_markup.marks_from(words))
            editor.show_text(line.text.wording(language))
            if is_other:
                editor.unmark()
            self._name(editor, line)
            self._light(editor, line)
        target = list(self.editors)[-1]
        phrase = line.text.phrase(target)
        self.states.show_state(standing_of(phrase), None if phrase is None else phrase.state)

    def _name(self, editor: TextEditor, line: OutlineLine) -> None:
        """Say to a screen reader what the text is, its chips and its state, and what was found in it."""
        part, language = part_words(line.part), own_name(editor.language)
        editor.setAccessibleName(f"{language}: {part}")
        said = [words.get(editor.language, "") for words in (line.chips, line.tails)]
        if self._has_state and editor.language != next(iter(self.editors)):
            said.append(standing_words(standing_of(line.text.phrase(editor.language))))
        said += self.flaws.said(line, editor.language)
        editor.setAccessibleDescription(", ".join(filter(None, said)))

    def _light(self, editor: TextEditor, line: OutlineLine) -> None:
        """Light the words of the source that have changed since it was translated, and all in which something is."""
        editor.light(Light.STALE, _selections(editor, changed_looks(line, editor.language)))
        editor.light(Light.FOUND, _selections(editor, flaw_looks(self.flaws.spots(line, editor.language))))
        editor.setToolTip(self.flaws.tip(line, editor.language))

    def place(self, row: Row, top: float, more: float = 0.0) -> None:
        """Put the pair over a row that begins at a height of the ground; texts that grow have `more` room."""
        for side in row.sides:
            self._place_editor(self.editors[side.side.language], side, top)
        source, target = row.sides[0], row.sides[-1]
        below = int(max(side.area.bottom() for side in row.sides) + top + more) + GRID // 2
        self._place_bar(self.formats, source, below)
        self.formats.show()
        if source is not target:
            self._place_bar(self.states, target, below)
        self.states.setVisible(source is not target and self._has_state)

    def _place_bar(self, bar: QWidget, side: SideRow, top: int) -> None:
        """Put a bar under a text; where that is too narrow for it, under its chip as well."""
        width = max(int(side.area.width()), bar.minimumSizeHint().width())
        is_rtl = direction_of(side.side.language) == "rtl"
        left = side.area.left() if is_rtl else side.area.right() - width
        bar.setGeometry(QRectF(left, top, width, BAR_HEIGHT).toRect())

    def _place_editor(self, editor: TextEditor, side: SideRow, top: float) -> None:
        if editor.font() != side.font:
            editor.setFont(side.font)
        placeholder = side.shown.text if side.shown.is_quiet else ""
        if editor.placeholder != placeholder:
            editor.placeholder = placeholder
            editor.viewport().update()
        height = max(side.area.height(), editor.document().size().height())
        width = side.area.width() + CARET_ROOM
        wanted = QRectF(side.area.left(), side.area.top() + top, width, height + 1).toRect()
        if editor.geometry() != wanted:
            editor.setGeometry(wanted)
        if editor.isHidden():
            editor.show()

    def hide(self) -> None:
        """Take the pair away."""
        for widget in (*self.editors.values(), self.formats, self.states):
            widget.hide()

    def mark(self, language: str, start: int, end: int) -> None:
        """Mark letters of a text, counted without its markup."""
        editor = self.editors[language]
        cursor = text_markup.marked_letters(editor.document(), start, end)
        if cursor is not None:
            editor.setTextCursor(cursor)

    @property
    def marked(self) -> tuple[int, int]:
        """Give where the marked letters of the focused text begin and end, or twice where the caret stands."""
        cursor, document = self.focused.textCursor(), self.focused.document()
        start, end = (
            text_markup.letters_before(document, at) for at in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return start, end

    @property
    def marked_words(self) -> str:
        """Give the marked letters of the focused text, without markup."""
        cursor = self.focused.textCursor()
        pieces = text_markup.pieces_of(self.focused.document(), cursor.selectionStart(), cursor.selectionEnd())
        return "".join(piece.text for piece in pieces) if cursor.hasSelection() else ""

    def set_notes(self, notes: Mapping[str, str]) -> None:
        """Offer notes by id and words."""
        self.formats.set_notes(notes.items())


def _selections(editor: TextEditor, looks: Iterable[Look]) -> list[QTextEdit.ExtraSelection]:
    """Find the letters that are lit in the document of an editor."""
    selections: list[QTextEdit.ExtraSelection] = []
    for look in looks:
        cursor = text_markup.marked_letters(editor.document(), look.start, look.end)
        if cursor is not None:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, look.look  # pyright: ignore[reportAttributeAccessIssue]
            selections.append(selection)
    return selections
