"""The edit panes: the chosen day in both languages, with live editors over the current row.

Nothing a row is a widget. Lines come from `igfeditor.document.outline`, are laid out when they are first seen and
kept until their text, the width or the look changes; so a key stroke costs one line. Each key stroke goes through
the bridge, and comes back as a change like any other.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal

from igfeditor.errors import Sentence
from igfeditor.gui import pane_deeds
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.pane_canvas import PaneCanvas
from igfeditor.gui.pane_flaws import Flaws
from igfeditor.gui.pane_lines import Place, open_places, section_of, sections
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_shape import only_item
from igfeditor.language.markup import plain
from igfeditor.model import edits
from igfeditor.model.changes import Changes
from igfeditor.model.hits import Spot
from igfeditor.model.soundness import THE_MEETING

_NOTE_WORDS: Final = 40
_ROWS: Final = frozenset(("day", "slot", "item", "sub_item"))


class Panes(PaneCanvas):
    """Both languages of one day side by side; it follows the bridge and edits through it alone.

    `row_after_requested` carries the row after which the user wants one, `first_row_requested` the empty day, or
    "meeting" where there is no day; `pasted` says in one line what a paste has changed.
    """

    pasted = Signal(str)
    row_after_requested = Signal(str)
    first_row_requested = Signal(str)
    link_requested = Signal()

    def __init__(self, bridge: Bridge) -> None:
        """Show what is current in a bridge."""
        super().__init__()
        self._bridge = bridge
        self._session = bridge.session
        self._connect()
        self.retranslate()
        self._show_section(section_of(bridge.tree, bridge.current))
        self.follow(bridge.current)

    def _connect(self) -> None:
        self._bridge.agenda_changed.connect(self._take)
        self._bridge.current_changed.connect(lambda node, origin: None if origin is self else self.follow(node))
        self._bridge.project_changed.connect(self._take_project)
        self._bridge.report_changed.connect(self._take_report)
        self.row_clicked.connect(self._click)
        self.invitation.clicked.connect(lambda: self.first_row_requested.emit(self.lines.section))
        pair = self.pair
        pair.edited.connect(self._write)
        pair.pasted.connect(self.pasted)
        pair.undo_requested.connect(self._bridge.undo)
        pair.redo_requested.connect(self._bridge.redo)
        pair.entered.connect(self._enter)
        pair.left.connect(self._tab)
        pair.formats.link_requested.connect(self.link_requested)
        pair.states.confirm_requested.connect(self.confirm_and_next)
        pair.states.copy_requested.connect(self.copy_source)
        pair.states.state_chosen.connect(self.set_state)

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def current(self) -> Place | None:
        """Give the node and field of the current row, if there is one."""
        if self.row is None:
            return None
        line = self.lines.lines[self.row]
        return line.node, line.field

    def follow(self, node: str) -> None:
        """Make the first text of a node current, of whatever day; the focus stays where it is."""
        section = section_of(self._bridge.tree, node)
        if section != self.lines.section:
            self._show_section(section)
        place = self.current
        # A slot that is one row with its item is worked at in the item's title.
        item = only_item(self._bridge.tree, node) if node in self._bridge.tree else None
        wanted = node if item is None else item.id
        if place is None or place[0] not in (node, wanted):
            self.make_current(self.lines.row_of(wanted))

    def _show_section(self, section: str) -> None:
        self.lines.show(self._bridge.agenda, section)
        self.languages = (self._bridge.agenda.source, self._bridge.target)
        self.row = None
        self._refill(is_new=True)
        self.verticalScrollBar().setValue(0)

    def _refill(self, *, is_new: bool) -> None:
        agenda = self._bridge.agenda
        day = next((day for day in agenda.days if day.id == self.lines.section), None)
        in_day = () if day is None else (*day.notes, *(note for slot in day.slots for note in slot.notes))
        self.pair.set_notes(
            {
                note.id: plain(note.text.wording(agenda.source))[:_NOTE_WORDS] or note.id
                for note in (*agenda.meeting.notes, *in_day)
            }
        )
        is_empty = not agenda.days if day is None else not day.slots
        self.invitation.setVisible(is_empty)
        if is_empty:
            self.invitation.invite(at_meeting=day is None)
        self.restack(is_new=is_new)

    # --- what the agenda says ------------------------------------------------------------------------------

    def _take(self, changes: Changes, origin: object) -> None:
        """Take over a change of the agenda: the lines of changed texts, or all of them."""
        rows = self.lines.update(self._bridge.agenda, changes)
        if rows is None:
            self._remake(new_columns=changes.languages)
            if origin is not None and self._bridge.current in changes.added:
                self._begin_at_source()
            return
        for row in rows:
            self.renew(row)
        if origin is None and len(changes.texts) == 1 and self.current not in changes.texts:
            # What was undone elsewhere is shown.
            self._go(next(iter(changes.texts)), takes_focus=False)

    def _remake(self, *, new_columns: bool) -> None:
        place, marks, section = self.current, self.lines.marks, self.lines.section
        if section not in sections(self._bridge.agenda):
            section = section_of(self._bridge.tree, self._bridge.current)
        self.lines.show(self._bridge.agenda, section)
        self.languages = (self._bridge.agenda.source, self._bridge.target)
        self.row = None
        if place is not None:
            row = self.lines.row_of(*place)
            self.row = self.lines.row_of(place[0]) if row is None else row
        self._refill(is_new=new_columns or marks != self.lines.marks)
        # Whoever adds rows may stand on one before the panes have heard of it.
        if self.current is None or self.current[0] != self._bridge.current:
            self.follow(self._bridge.current)

    def _begin_at_source(self) -> None:
        """Let a row that was added empty be written in the source first, wherever the caret was before."""
        source, place = self._bridge.agenda.source, self.current
        if place is not None and place[1] and not self._bridge.tree.text(*place).wording(source):
            has_caret = self.pair.focused.hasFocus()
            self.pair.language = source
            if has_caret:
                self.pair.focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_project(self) -> None:
        if self._session is not self._bridge.session:
            self._session = self._bridge.session
            self._show_section(section_of(self._bridge.tree, self._bridge.current))
            self.follow(self._bridge.current)

    def _take_report(self) -> None:
        report = self._bridge.report
        found = () if report is None else report.findings
        self.take_flaws(Flaws(self._bridge.tree, found, self._bridge.language))

    # --- what the user does --------------------------------------------------------------------------------

    def _click(self, row: int, language: str, place: QPoint) -> None:
        """Put the caret where the user has clicked."""
        before = self._area(row).top()
        self._choose(row, language)
        if self.pair.is_shown:
            editor = self.pair.focused
            # The row may have moved when another closed above it, or to come wholly into view.
            clicked = place + QPoint(0, self._area(row).top() - before)
            editor.setTextCursor(editor.cursorForPosition(editor.viewport().mapFrom(self.viewport(), clicked)))

    def _write(self, language: str, text: str, deed: Sentence | None) -> None:
        place = self.current
        if place is None:
            return
        if deed is None:
            self._bridge.set_text(*place, language, text, origin=self)
        else:
            node, field = place
            self._bridge.apply(lambda agenda: edits.set_text(agenda, node, field, language, text), deed, origin=self)
        kept = self._bridge.tree.text(*place).wording(language)
        if kept != text:
            # It was refused: what is shown is what is kept.
            self.pair.editors[language].show_text(kept)

    def _enter(self, wants_row: bool) -> None:
        """Go on with the next text of the day; ask for a row after the last one, or where one is wanted."""
        row = None if self.row is None else self.lines.next_text(self.row, 1)
        if row is None or wants_row:
            self._ask_for_row()
        else:
            self._choose(row)

    def _ask_for_row(self) -> None:
        place, tree = self.current, self._bridge.tree
        if place is not None:
            above = (place[0], *tree.ancestors(place[0]))
            row = next((node for node in above if tree.kind(node) in _ROWS), None)
            if row is not None:
                self.row_after_requested.emit(row)
            elif not self._step(1):
                # Below the lines of the meeting there is no row to stand after: the first day is next.
                self.first_row_requested.emit(THE_MEETING)

    def _tab(self, forward: bool) -> None:
        """Go to the other language of the row, then to the next row."""
        languages = list(self.pair.editors)
        place = languages.index(self.pair.language) + (1 if forward else -1)
        if 0 <= place < len(languages):
            self.pair.editors[languages[place]].setFocus(Qt.FocusReason.TabFocusReason)
        elif not self._step(1 if forward else -1, languages[0 if forward else -1]):
            self.focusNextPrevChild(forward)

    def _step(self, step: int, language: str | None = None) -> bool:
        """Go to the next or previous text, of the next day if need be; tells whether there is one."""
        row = self.lines.next_text(-1 if self.row is None else self.row, step)
        if row is None:
            names = sections(self._bridge.agenda)
            place = names.index(self.lines.section) + step
            if not 0 <= place < len(names):
                return False
            self._show_section(names[place])
            row = self.lines.next_text(-1 if step > 0 else len(self.lines.lines), step)
        if row is not None:
            self._choose(row, language)
        return row is not None

    def _choose(self, row: int, language: str | None = None, *, takes_focus: bool = True) -> None:
        """Make a row current for all views, and put the caret into it."""
        self.pair.language = language or self.pair.language
        self.make_current(row)
        self._bridge.select(self.lines.lines[row].node, origin=self)
        if takes_focus and self.pair.is_shown:
            self.pair.focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, place: Place, language: str | None = None, *, takes_focus: bool = True) -> None:
        section = section_of(self._bridge.tree, place[0])
        if section != self.lines.section:
            self._show_section(section)
        row = self.lines.row_of(*place)
        if row is not None:
            self._choose(row, language, takes_focus=takes_focus)

    @property
    def spot(self) -> Spot | None:
        """Give the marked letters of the focused text, or its caret; nothing where no text is open."""
        if self.row is None or not self.pair.is_shown:
            return None
        line = self.lines.lines[self.row]
        return Spot(line.node, line.field, self.pair.language, *self.pair.marked)

    def show_spot(self, spot: Spot, *, takes_focus: bool = False) -> bool:
        """Go to letters of a text, of whatever day, and mark them; tells whether the panes have that text."""
        if spot.language in self.languages:
            self._go((spot.node, spot.field), spot.language, takes_focus=takes_focus)
        if self.pair.language != spot.language or self.current != (spot.node, spot.field) or not self.pair.is_shown:
            self._bridge.select(spot.node)
            return False
        self.pair.mark(spot.language, spot.start, spot.end)
        self.bring_caret_into_view()
        return True

    def edit_text(self, node: str, field: str) -> None:
        """Put the caret into the source of a text, of whatever day."""
        self._go((node, field), self._bridge.agenda.source)

    def edit_other(self, node: str, field: str, language: str) -> None:
        """Put the caret into a text, of whatever day, in that of the two languages which is not the one given."""
        self._go((node, field), next((other for other in self.languages if other != language), language))

    def next_text(self) -> None:
        """Go to the next text in the same language."""
        self._step(1)

    def previous_text(self) -> None:
        """Go to the previous text in the same language."""
        self._step(-1)

    def confirm_and_next(self) -> None:
        """Confirm the translation of the current text, if it has one, and go to the next that waits for one."""
        if self.current is not None and self.current[1]:
            pane_deeds.confirm(self._bridge, self.current, self)
        self._go_to_open(only_stale=False)

    def next_stale(self) -> None:
        """Go to the next text whose source has changed since it was translated."""
        self._go_to_open(only_stale=True)

    def _go_to_open(self, *, only_stale: bool) -> None:
        start, target = self.current or ("", ""), self._bridge.target
        found = open_places(self._bridge.agenda, start, self.lines.section, target, only_stale=only_stale)
        place = next(found, None)
        if place is not None:
            self._go(place, target)
        elif only_stale:
            self._bridge.done.emit(translate("Panes", "No other text is stale."))
        else:
            self._bridge.done.emit(translate("Panes", "No other text waits for its translation."))

    def copy_source(self) -> None:
        """Write the source of the current text into its translation, as a start."""
        if self.current is not None and self.current[1]:
            pane_deeds.copy_source(self._bridge, self.current, self)

    def set_state(self, state: str) -> None:
        """Give the current translation a state: untranslated, translated, reviewed or final."""
        if self.current is not None and self.current[1]:
            pane_deeds.set_state(self._bridge, self.current, state, self)
            self.show_pair()

    def choose_state(self) -> None:
        """Open the list of states at the current translation, for those who use no mouse."""
        if self.pair.is_shown and self.pair.states.isVisible():
            self.pair.states.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.pair.states.choice.showPopup()

    def bold(self) -> None:
        """Make the marked words bold, or no longer."""
        if self.pair.is_shown:
            self.pair.focused.bold()

    def italic(self) -> None:
        """Make the marked words italic, or no longer."""
        if self.pair.is_shown:
            self.pair.focused.italic()

    @property
    def address(self) -> str:
        """Give the address of the link where the caret stands, or nothing."""
        return self.pair.focused.address if self.pair.is_shown else ""

    def link(self, address: str) -> None:
        """Make the marked words a link, change the one where the caret stands, or with no address take it off."""
        if self.pair.is_shown:
            self.pair.focused.link(address)

    def note(self, note: str) -> None:
        """Set the mark of a note where the caret stands."""
        if self.pair.is_shown:
            self.pair.focused.note(note)

    def show_marks(self, shown: bool) -> None:
        """Show direction marks and runs as pills in the painted rows, or no longer."""
        self.shows_marks = shown
        self.relayout()

    def set_mirrored(self, mirrored: bool) -> None:
        """Put the languages on the other sides."""
        self.is_mirrored = mirrored
        self.relayout()
