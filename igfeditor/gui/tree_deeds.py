"""The deeds of the tree: for a place in it, what is done to the agenda and what the deed is called.

Each function gives a `Deed`, or nothing where the deed cannot be done; so the same function tells whether its action
is enabled. `rows` are what is chosen, in the order of the page and without the meeting; `row` is where one works.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from igfeditor.errors import Sentence, counted, sentence
from igfeditor.gui.tree_mime import Deed
from igfeditor.gui.tree_shape import only_item
from igfeditor.model import rows as row_deeds
from igfeditor.model import time_deeds
from igfeditor.model.agenda import MAX_LEVELS, Agenda, Day, Item, Kind, Node, Slot, SubItem
from igfeditor.model.clipboard import Rows, paste_rows
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.time_deeds import Wish
from igfeditor.model.timing import stretch_of
from igfeditor.model.tree import Tree

Maker = Callable[[Tree, str], Deed | None]
RowsMaker = Callable[[Tree, Sequence[str]], Deed | None]


# --- rows come ---------------------------------------------------------------------------------------------


def add_day(tree: Tree, row: str) -> Deed:
    """Add a day after the one that is worked at, or at the end."""
    label = sentence("Add a day")
    day = nearest(tree, row, Day)
    return _under(THE_MEETING, label) if day is None else _after(day, label)


def add_slot(tree: Tree, row: str) -> Deed | None:
    """Add a slot after the one that is worked at, or at the end of the day."""
    return _slot(tree, row, "session")


def break_after(tree: Tree, row: str) -> Deed | None:
    """Add a break after the slot that is worked at, or at the end of the day; what follows it stays."""
    wish = _break_wish(tree, row)
    return _slot(tree, row, "break") if wish is None else Deed(wish.edit("gap"), wish.label)


def break_that_touches(tree: Tree, row: str) -> Wish | None:
    """Give the wish for a break that has no room before what follows, so that somebody has to choose what gives way."""
    wish = _break_wish(tree, row)
    return wish if wish is not None and wish.touches(tree.agenda) else None


def _break_wish(tree: Tree, row: str) -> Wish | None:
    name = nearest(tree, row, Slot)
    slot = None if name is None else tree.node(name)
    if name is None or not isinstance(slot, Slot) or stretch_of(slot) is None:
        return None
    return time_deeds.break_after(name, time_deeds.break_minutes(tree.agenda, name))


def add_item(tree: Tree, row: str) -> Deed | None:
    """Add an item after the one that is worked at, or at the end of the slot."""
    label = sentence("Add an item")
    item = nearest(tree, row, Item)
    if item is not None:
        return _after(item, label)
    slot = nearest(tree, row, Slot)
    node = None if slot is None else tree.node(slot)
    return _under(slot, label) if slot and isinstance(node, Slot) and not node.is_break else None


def add_sub_item(tree: Tree, row: str) -> Deed | None:
    """Add a sub-item under an item, or after a sub-item."""
    label = sentence("Add a sub-item")
    item = only_item(tree, row)
    if item is not None:
        return _under(item.id, label)
    node = tree.node(row)
    if isinstance(node, Item):
        return _under(row, label)
    return _after(row, label) if isinstance(node, SubItem) else None


def add_after(tree: Tree, row: str) -> Deed | None:
    """Add a row of the same sort after a row; after the meeting, a day."""
    match tree.node(row):
        case Slot():
            return add_slot(tree, row)
        case Item():
            return _after(row, sentence("Add an item"))
        case SubItem():
            return _after(row, sentence("Add a sub-item"))
        case _:
            return add_day(tree, row)


def paste(tree: Tree, row: str, rows: Rows) -> Deed:
    """Paste copied rows after a row, or into it."""
    label = counted(len(rows.rows), "Paste {count} row", "Paste {count} rows")
    return Deed(lambda agenda: paste_rows(agenda, rows, row), label)


def _slot(tree: Tree, row: str, kind: Kind) -> Deed | None:
    label = sentence("Add a break") if kind == "break" else sentence("Add a slot")
    slot = nearest(tree, row, Slot)
    if slot is not None:
        return _after(slot, label, kind)
    day = nearest(tree, row, Day) or next((day.id for day in reversed(tree.agenda.days)), None)
    return None if day is None else _under(day, label, kind)


def _after(row: str, label: Sentence, kind: Kind = "session") -> Deed:
    return Deed(lambda agenda: row_deeds.add_after(agenda, row, kind=kind), label)


def _under(row: str, label: Sentence, kind: Kind = "session") -> Deed:
    return Deed(lambda agenda: row_deeds.add_child(agenda, row, kind=kind), label)


# --- rows go and change their place ------------------------------------------------------------------------


def delete(tree: Tree, rows: Sequence[str]) -> Deed | None:
    """Delete rows."""
    label = counted(len(rows), "Delete {count} row", "Delete {count} rows")
    return _to_rows(row_deeds.remove, rows, label)


def cut(tree: Tree, rows: Sequence[str]) -> Deed | None:
    """Delete rows that are in the clipboard now."""
    return _to_rows(row_deeds.remove, rows, counted(len(rows), "Cut {count} row", "Cut {count} rows"))


def duplicate(tree: Tree, rows: Sequence[str]) -> Deed | None:
    """Copy rows beside themselves."""
    return _to_rows(row_deeds.duplicate, rows, counted(len(rows), "Duplicate {count} row", "Duplicate {count} rows"))


def move_up(tree: Tree, rows: Sequence[str]) -> Deed | None:
    """Move rows over the one before them; the first of all has none."""
    can = bool(rows) and any(isinstance(step, int) and step for step in tree.place(rows[0]))
    label = counted(len(rows), "Move {count} row up", "Move {count} rows up")
    return _to_rows(row_deeds.move_up, rows, label) if can else None


def move_down(tree: Tree, rows: Sequence[str]) -> Deed | None:
    """Move rows over the one after them; the last of all has none."""
    can = bool(rows) and any(_has_next(tree, one) for one in (rows[-1], *tree.ancestors(rows[-1])))
    label = counted(len(rows), "Move {count} row down", "Move {count} rows down")
    return _to_rows(row_deeds.move_down, rows, label) if can else None


def indent(tree: Tree, rows: Sequence[str]) -> Deed | None:
    """Put items and sub-items under the row before them."""
    can = bool(rows) and all(isinstance(tree.node(row), Item | SubItem) for row in rows)
    can = can and tree.position(rows[0]) > 0 and all(_depth(tree, row) < MAX_LEVELS for row in rows)
    label = counted(len(rows), "Put {count} row one level deeper", "Put {count} rows one level deeper")
    return _to_rows(row_deeds.indent, rows, label) if can else None


def outdent(tree: Tree, rows: Sequence[str]) -> Deed | None:
    """Put sub-items one level higher."""
    can = bool(rows) and all(isinstance(tree.node(row), SubItem) for row in rows)
    label = counted(len(rows), "Put {count} row one level higher", "Put {count} rows one level higher")
    return _to_rows(row_deeds.outdent, rows, label) if can else None


def _to_rows(edit: Callable[[Agenda, Sequence[str]], Agenda], rows: Sequence[str], label: Sentence) -> Deed | None:
    return Deed(lambda agenda: edit(agenda, rows), label) if rows else None


def _has_next(tree: Tree, row: str) -> bool:
    holder = tree.parent(row)
    return holder is not None and tree.position(row) + 1 < len(tree.rows(holder))


def _depth(tree: Tree, row: str) -> int:
    """Give how many sub-items stand on the way to a row, itself included."""
    return sum(isinstance(tree.node(one), SubItem) for one in (row, *tree.ancestors(row)))


def nearest(tree: Tree, row: str, kind: type[Node]) -> str | None:
    """Give the row itself or the nearest above it that is of a kind."""
    return next((one for one in (row, *tree.ancestors(row)) if isinstance(tree.node(one), kind)), None)
