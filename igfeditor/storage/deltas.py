"""What a deed changed, in a form that can be written down and done again: steps on the tree of the agenda file.

    steps = delta(old, new)
    replay(tree, steps)      tree of `old` -> tree of `new`

Two agendas share what no deed has touched, and what is shared is passed by at a glance, so that the steps of a key
stroke are found in a time that hardly grows with the agenda. A step is a list of JSON values:

    ["set", ["days", 0, "heading"], {"en": {"text": "…"}}]       a field has another value
    ["unset", ["days", 0, "room"]]                               a field is as if it had never been written
    ["splice", ["days", 0, "slots"], 3, 1, [{…}, {…}]]           from 3 on, one member is replaced by two
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from igfeditor.model.agenda import Agenda, Node
from igfeditor.model.changes import shared_ends

Step = list[Any]
Way = tuple[str | int, ...]


def delta(old: Agenda, new: Agenda) -> list[Step]:
    """Give the steps from one agenda to another; none where they are equal."""
    steps: list[Step] = []
    _nodes(old, new, (), steps)
    return steps


def replay(tree: dict[str, Any], steps: Iterable[Step]) -> None:
    """Do the steps of `delta` on the tree of an agenda file, in place.

    Raises `ValueError` where they do not fit; the tree is then good for nothing.
    """
    try:
        for step in steps:
            _do(tree, step)
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        message = "the steps do not fit the agenda"
        raise ValueError(message) from error


def _do(tree: dict[str, Any], step: Step) -> None:
    name, (*way, field), *values = step
    holder: Any = tree
    for part in way:
        holder = holder[part]
    match name, values:
        case "set", [value]:
            holder[field] = value
        case "unset", []:
            holder.pop(field, None)
        case "splice", [int(start), int(count), members] if isinstance(members, list):
            holder.setdefault(field, [])[start : start + count] = cast("list[Any]", members)
        case _:
            raise TypeError(name)


def _nodes(old: Node, new: Node, way: Way, steps: list[Step]) -> None:
    """Compare two nodes field by field."""
    for field, before in old.__dict__.items():
        after = new.__dict__[field]
        if before is after:
            continue
        if isinstance(after, Node) and type(before) is type(after):
            _nodes(before, after, (*way, field), steps)
        elif _holds_nodes(before) or _holds_nodes(after):
            _lists(before, cast("tuple[Node, ...]", after), (*way, field), steps)
        elif before != after:
            # Asked of the node, so that a field is left out where the file leaves it out.
            written = new.model_dump(mode="json", include={field}, warnings=False)
            steps.append(["set", [*way, field], written[field]] if field in written else ["unset", [*way, field]])


def _lists(old: tuple[Node, ...], new: tuple[Node, ...], way: Way, steps: list[Step]) -> None:
    """Compare two lists: what both share at their ends is passed by, and what lies between is replaced or compared."""
    first, last = shared_ends(old, new)
    before, after = old[first : len(old) - last], new[first : len(new) - last]
    if len(before) == len(after) and all(map(_is_same_one, before, after)):
        for place, (one, other) in enumerate(zip(before, after, strict=True), first):
            if one is not other:
                _nodes(one, other, (*way, place), steps)
        return
    members = [node.model_dump(mode="json", warnings=False) for node in after]
    steps.append(["splice", list(way), first, len(before), members])


def _holds_nodes(value: object) -> bool:
    return isinstance(value, tuple) and isinstance(next(iter(cast("tuple[object, ...]", value)), None), Node)


def _is_same_one(old: Node, new: Node) -> bool:
    return old is new or (type(old) is type(new) and old.__dict__.get("id") == new.__dict__.get("id"))
