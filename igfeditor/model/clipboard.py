"""Rows on their way: copied out of an agenda, carried as JSON, and pasted into the same or another one.

A copy holds rows of one kind with all that stands under them, and the notes from above them that their texts refer
to. Pasted rows have new ids and follow the languages of their new agenda: phrases in languages that it does not have
are left out, and what was a translation and is now the source loses its state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from igfeditor.errors import EditError
from igfeditor.model.agenda import EMPTY_TEXT, Agenda, Day, Item, Meeting, Node, Note, Phrase, Slot, SubItem, Text
from igfeditor.model.ids import NewIds, marks_under, notes_in, renewed, with_marks
from igfeditor.model.languages import with_texts
from igfeditor.model.new_rows import free_date, redated
from igfeditor.model.refusals import misplaced, not_alike, not_rows, other_languages, storable
from igfeditor.model.rows import inserted, top_rows
from igfeditor.model.scalars import FIRST_YEAR, LanguageCode
from igfeditor.model.soundness import flaws
from igfeditor.model.tree import ROW_KINDS, Row, Tree, tree_of

ROWS_FORMAT: Final = "igfeditor-rows"
MIME_TYPE: Final = "application/x-igfeditor-rows+json"
_FIELDS: Final = ("days", "slots", "items", "sub_items")


class Rows(BaseModel):
    """Copied rows: days, slots, items or sub-items, in the languages of their agenda, the source first."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: Literal["igfeditor-rows"] = ROWS_FORMAT
    version: Literal[1] = 1
    languages: tuple[LanguageCode, ...]
    days: tuple[Day, ...] = ()
    slots: tuple[Slot, ...] = ()
    items: tuple[Item, ...] = ()
    sub_items: tuple[SubItem, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Give the rows, of whichever kind they are."""
        return (*self.days, *self.slots, *self.items, *self.sub_items)

    def to_json(self) -> str:
        """Give the text that stands for the rows in a clipboard; `rows_from_json` is its inverse."""
        return self.model_dump_json()


def rows_from_json(text: str) -> Rows:
    """Read copied rows; raises `EditError` for a text that is none, or of another version of the program."""
    try:
        return _sound(Rows.model_validate_json(text))
    except (ValidationError, ValueError) as error:
        raise not_rows() from error


def copy_rows(agenda: Agenda, row_ids: Iterable[str]) -> Rows:
    """Copy rows of one kind, with the notes from above that their texts refer to."""
    tree = tree_of(agenda)
    chosen = top_rows(tree, row_ids)
    rows = tuple(map(tree.row, chosen))
    if len({type(row) for row in rows}) != 1:
        raise not_alike() if rows else not_rows()
    above = {note.id: note for row_id in chosen for note in _notes_above(tree, tree.ancestors(row_id))}
    used = [mark for row in rows for mark in marks_under(row)]
    notes = tuple(above[mark] for mark in dict.fromkeys(used) if mark in above)
    field = _FIELDS[[Day, Slot, Item, SubItem].index(type(rows[0]))]
    return Rows.model_validate({"languages": agenda.languages, field: rows, "notes": notes})


def paste_rows(agenda: Agenda, rows: Rows, target_id: str) -> Agenda:
    """Paste rows after the target, or at the end of those under it where they are of the kind that it holds.

    The target may also stand deeper than the rows can: a slot pasted on an item goes after the slot of that item.
    Notes that the texts refer to come along where the place has not the same ones; days take the next free dates.
    """
    _sound(rows)
    pasted = rows.rows
    if not pasted:
        raise not_rows()
    if not set(rows.languages) & set(agenda.languages):
        raise other_languages(", ".join(rows.languages))
    tree = tree_of(agenda)
    holder_id, position = _landing(tree, type(pasted[0]), target_id)
    ids = NewIds(agenda, (mark for node in (*pasted, *rows.notes) for mark in marks_under(node)))
    change = _translator(rows.languages, agenda.languages)
    notes = [with_texts(note, change) for note in rows.notes]
    marks, added = _marks(tree, holder_id, pasted, notes, ids)
    made: list[Any] = [renewed(with_texts(row, change), ids, marks) for row in pasted]
    if type(pasted[0]) is Day:
        made = list(redated(made, (day.date for day in agenda.days)))
    return inserted(_with_notes(agenda, holder_id, added), holder_id, position, made)


def _landing(tree: Tree, kind: type[Node], target_id: str) -> tuple[str, int]:
    if ROW_KINDS.get(type(tree.node(target_id))) is kind and type(tree.node(target_id)) is not kind:
        return target_id, len(tree.rows(target_id))
    for row_id in (target_id, *tree.ancestors(target_id)):
        holder = tree.parent(row_id)
        if type(tree.node(row_id)) is kind and holder is not None:
            return holder, tree.position(row_id) + 1
    raise misplaced()


# --- notes -------------------------------------------------------------------------------------------------


def _notes_above(tree: Tree, holder_ids: Iterable[str]) -> Iterator[Note]:
    for holder_id in holder_ids:
        yield from tree.node(holder_id).__dict__.get("notes", ())


def _marks(
    tree: Tree, holder_id: str, rows: Sequence[Node], notes: Sequence[Note], ids: NewIds
) -> tuple[Mapping[str, str], tuple[Note, ...]]:
    """Give the new names of note marks, and the notes that must come along.

    Marks of notes in the rows themselves are left to `renewed`. A mark that refers to no note gets a new name where
    its old one would now refer to something.
    """
    scope = {note.id: note for note in _notes_above(tree, (holder_id, *tree.ancestors(holder_id)))}
    marks: dict[str, str] = {}
    added: list[Note] = []
    carried = {note.id: note for note in notes}
    own = {note.id for row in rows for note in notes_in(row)}
    used = dict.fromkeys(mark for node in (*rows, *notes) for mark in marks_under(node))
    for mark in (mark for mark in used if mark not in own):
        note = carried.get(mark)
        if note is None and mark in tree:
            marks[mark] = ids.new(Note)
        elif note is not None and scope.get(mark) != note:
            marks[mark] = ids.new(Note)
            added.append(note)
    renamed = tuple(Note(id=marks[note.id], text=with_marks(note.text, marks)) for note in added)
    return marks, renamed


def _with_notes(agenda: Agenda, holder_id: str, notes: Iterable[Note]) -> Agenda:
    """Add notes to the nearest node around a place that has any."""
    tree = tree_of(agenda)
    nearest = next(one for one in (holder_id, *tree.ancestors(holder_id)) if "notes" in tree.node(one).__dict__)
    added = tuple(notes)
    return tree.with_list(nearest, "notes", (*tree.node(nearest).__dict__["notes"], *added)) if added else agenda


# --- languages ---------------------------------------------------------------------------------------------


def _translator(old: tuple[str, ...], new: tuple[str, ...]) -> Callable[[Text], Text]:
    """Give what makes a text of one agenda a text of another."""

    def change(text: Text) -> Text:
        phrases: dict[str, Phrase] = {}
        for language in new:
            phrase = text.phrase(language)
            if phrase is not None:
                phrases[language] = Phrase(text=phrase.text, **_state(phrase, language))
        return Text(phrases)

    def _state(phrase: Phrase, language: str) -> dict[str, Any]:
        if language == new[0]:
            return {}
        origin = phrase.translated_from if old[0] == new[0] else None
        return {"state": phrase.state or ("translated" if phrase.text else None), "translated_from": origin}

    return (lambda text: text) if old == new else change


# --- what comes from outside -------------------------------------------------------------------------------


def _sound(rows: Rows) -> Rows:
    """Give rows back that may stand in an agenda, for anybody can write to a clipboard."""
    if len({type(row) for row in rows.rows}) > 1:
        raise not_rows()
    try:
        meeting = Meeting(title=EMPTY_TEXT, notes=rows.notes)
        agenda = Agenda(id="rows", languages=rows.languages, meeting=meeting)
        for row in (*rows.rows, *rows.notes):
            for text in _strings(row):
                storable(text)
    except (ValidationError, EditError) as error:
        raise not_rows() from error
    # No limit of lists is looked at here: rows of several nodes may be more than one can hold.
    if flaws(agenda.model_copy(update={"days": (*rows.days, _scaffold(rows))})):
        raise not_rows()
    return rows


def _scaffold(rows: Rows) -> Day:
    """Put rows that are no days into one of a date of its own."""
    frame = Day(id="rows-day", date=free_date({day.date for day in rows.days}, date(FIRST_YEAR, 1, 1)))
    items = (*rows.items, *(Item(id=f"rows-{n}", children=(child,)) for n, child in enumerate(rows.sub_items)))
    slot = Slot(id="rows-slot", kind="note").model_copy(update={"items": items})
    return frame.model_copy(update={"slots": (*rows.slots, slot)})


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        for phrase in value.root.values():
            yield from _strings(phrase)
    elif isinstance(value, Node):
        for inner in value.__dict__.values():
            yield from _strings(inner)
    elif isinstance(value, tuple):
        for inner in cast("tuple[object, ...]", value):
            yield from _strings(inner)
