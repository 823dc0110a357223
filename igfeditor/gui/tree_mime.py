"""Rows on their way by clipboard or mouse: in our own form, as text, and as a page for a word processor."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QMimeData

from igfeditor.errors import EditError, Sentence, counted
from igfeditor.gui.tree_shape import TOP, holder_of_rows
from igfeditor.gui.tree_words import Sort
from igfeditor.language.bidi import direction_of
from igfeditor.model import rows as row_deeds
from igfeditor.model.agenda import Agenda
from igfeditor.model.clipboard import MIME_TYPE, Rows, copy_rows, paste_rows, rows_from_json
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import ROW_KINDS, Tree, tree_of

if TYPE_CHECKING:
    from igfeditor.gui.tree_model import TreeModel

DRAGGED: Final = "application/x-igfeditor-dragged+json"
"""Which rows of which open agenda are being dragged, and of what kind they are."""

_STEP_IN_POINTS: Final = 18


@dataclass(frozen=True, slots=True)
class Landing:
    """Where dropped rows come to stand: under a node, before the row at a position, or at the end."""

    holder: str
    position: int | None


@dataclass(frozen=True, slots=True)
class Deed:
    """An edit and its name."""

    edit: Callable[[Agenda], Agenda]
    label: Sentence


# --- out ---------------------------------------------------------------------------------------------------


def mime_of(model: TreeModel, ids: Iterable[str]) -> QMimeData:
    """Give rows with all that stands under them; rows of different kinds go as text only."""
    mime = QMimeData()
    tree = model.words.tree
    chosen = row_deeds.top_rows(tree, (row for row in ids if row != THE_MEETING and row in tree))
    if not chosen:
        return mime
    mime.setText(_as_text(model, chosen))
    mime.setHtml(_as_page(model, chosen))
    try:
        copied = copy_rows(tree.agenda, chosen)
    except EditError:
        return mime
    mime.setData(MIME_TYPE, copied.to_json().encode())
    dragged = {"model": str(id(model)), "rows": chosen, "kind": type(tree.row(chosen[0])).__name__}
    mime.setData(DRAGGED, json.dumps(dragged).encode())
    return mime


def _lines(model: TreeModel, ids: Iterable[str], depth: int = 0) -> Iterable[tuple[int, str, str]]:
    """Give depth, words and language of each row of a choice and of what stands under it."""
    for row in ids:
        words = model.words.of(row)
        when = "" if words.sort is Sort.MEETING else words.when
        parts = (when, words.whole) if words.sort is not Sort.DAY else (f"{when}: {words.whole}",)
        yield depth, "\t".join(part for part in parts if part), words.language
        yield from _lines(model, model.shape.rows(row), depth + 1)


def _as_text(model: TreeModel, ids: Iterable[str]) -> str:
    return "\n".join("\t" * depth + said for depth, said, _ in _lines(model, ids))


def _as_page(model: TreeModel, ids: Iterable[str]) -> str:
    paragraphs: list[str] = []
    for depth, said, language in _lines(model, ids):
        direction = direction_of(language)
        side = "left" if direction == "ltr" else "right"
        look = f'dir="{direction}" lang="{language}" style="margin-{side}:{depth * _STEP_IN_POINTS}pt"'
        paragraphs.append(f"<p {look}>{escape(said).replace(chr(9), '&emsp;')}</p>")
    return "".join(paragraphs)


# --- in ----------------------------------------------------------------------------------------------------


def copied_rows(mime: QMimeData | None) -> bool:
    """Tell whether rows of ours are in a clipboard."""
    return mime is not None and mime.hasFormat(MIME_TYPE)


def rows_in(mime: QMimeData) -> Rows:
    """Read rows of ours; raises `EditError` for anything else."""
    return rows_from_json(bytes(mime.data(MIME_TYPE).data()).decode("utf-8", "replace"))


def landing(model: TreeModel, mime: QMimeData, place: int, row: str) -> Landing | None:
    """Find where rows can stand that are dropped on a row (`place` -1) or before a place under it.

    Where their kind does not fit, they may stand after the row itself or after what is around it.
    """
    dragged = _dragged(mime)
    if dragged is None:
        return None
    tree = model.words.tree
    moving: frozenset[str] = frozenset(dragged["rows"]) if _is_ours(model, dragged) else frozenset()
    while True:
        for holder in _holders(tree, row, place):
            if _kind_under(tree, holder) == dragged["kind"]:
                goes_in_itself = holder in moving or not moving.isdisjoint(tree.ancestors(holder))
                before = place - 1 if row == TOP else place
                return None if goes_in_itself else Landing(holder, max(before, 0) if place >= 0 else None)
        if row == TOP or 0 <= place < len(model.shape.rows(row)):
            return None
        row, place = model.shape.above(row), model.shape.place(row) + 1


def _holders(tree: Tree, row: str, place: int) -> tuple[str, ...]:
    """Give the nodes that may take what is dropped: of a slot that is one row with its item, both may."""
    if row == TOP:
        return (THE_MEETING,)
    inner = holder_of_rows(tree, row)
    return (inner,) if place >= 0 else (inner, row)


def _kind_under(tree: Tree, holder: str) -> str:
    kind = ROW_KINDS.get(type(tree.node(holder)))
    return "" if kind is None else kind.__name__


def drop_of(model: TreeModel, mime: QMimeData, place: Landing, *, moves: bool) -> Deed:
    """Give the deed of a drop; raises `EditError` where what is dropped is no sound copy of rows."""
    dragged = _dragged(mime)
    if moves and dragged is not None and _is_ours(model, dragged):
        ids: list[str] = dragged["rows"]
        label = counted(len(ids), "Move {count} row", "Move {count} rows")
        return Deed(lambda agenda: row_deeds.move(agenda, ids, place.holder, place.position), label)
    rows = rows_in(mime)
    label = counted(len(rows.rows), "Copy {count} row here", "Copy {count} rows here")
    return Deed(lambda agenda: _pasted_at(agenda, rows, place), label)


def _pasted_at(agenda: Agenda, rows: Rows, place: Landing) -> Agenda:
    before = {row.id for row in tree_of(agenda).rows(place.holder)}
    pasted = paste_rows(agenda, rows, place.holder)
    new = [row.id for row in tree_of(pasted).rows(place.holder) if row.id not in before]
    return (
        pasted if place.position is None or not new else row_deeds.reordered(pasted, new, place.holder, place.position)
    )


def _dragged(mime: QMimeData) -> dict[str, Any] | None:
    """Read what is being dragged; anybody can write such a thing, so every part of it is looked at."""
    if not mime.hasFormat(DRAGGED):
        return None
    try:
        found = json.loads(bytes(mime.data(DRAGGED).data()))
    except ValueError:
        return None
    if not isinstance(found, dict) or not {"model", "rows", "kind"} <= found.keys():
        return None
    rows = found["rows"]
    return found if isinstance(rows, list) and all(isinstance(row, str) for row in rows) else None


def _is_ours(model: TreeModel, dragged: dict[str, Any]) -> bool:
    return dragged["model"] == str(id(model)) and all(row in model.shape for row in dragged["rows"])
