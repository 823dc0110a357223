"""Which rows the tree shows and where: the meeting and its days, and under these slots, items and sub-items.

A slot that holds one item and has no label of its own is one row with it; what stands under that item then stands
under the slot. `Shape` holds the rows that a view knows, by id. A deed takes it from one agenda to the next in
single steps (rows come, go, move), each of which is announced before it is done: so a view keeps what it has chosen
and opened.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from igfeditor.model.agenda import Day, Item, Node, Slot, SubItem
from igfeditor.model.changes import Changes
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import Row, Tree

TOP: Final = ""
"""The id of what all rows stand under, which is no row itself."""


@dataclass(frozen=True, slots=True)
class Come:
    """Rows that the view has not are put under a row, with all that stands under them."""

    holder: str
    place: int
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Go:
    """Rows leave, with all that stands under them."""

    holder: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Move:
    """A row goes elsewhere with all that stands under it; `to` is counted before it has left its old place."""

    old: str
    place: int
    new: str
    to: int


Step = Come | Go | Move


class Unreachable(Exception):
    """A row would have to go under itself: the shape has to be built anew."""


def only_item(tree: Tree, row: str) -> Item | None:
    """Give the one item that is shown in the row of its slot, if the row is such a slot."""
    return None if row == TOP else _only_item(tree.node(row))


def _only_item(slot: Node) -> Item | None:
    return slot.items[0] if isinstance(slot, Slot) and len(slot.items) == 1 and not slot.label else None


def holder_of_rows(tree: Tree, row: str) -> str:
    """Give the node that holds what is shown under a row: the slot itself, or the item that is shown in it."""
    item = only_item(tree, row)
    return row if item is None else item.id


def rows_under(tree: Tree, row: str) -> list[str]:
    """Give the ids of the rows that are shown under a row, or of the first rows."""
    if row == TOP:
        return [THE_MEETING, *(day.id for day in tree.agenda.days)]
    return [below.id for below in _nodes_under(tree.node(row))]


def _nodes_under(node: Node) -> tuple[Row, ...]:
    match node:
        case Day():
            return node.slots
        case Slot():
            item = _only_item(node)
            return node.items if item is None else item.children
        case Item() | SubItem():
            return node.children
        case _:
            return ()


def row_of(tree: Tree, node: str) -> str:
    """Give the row that a node is shown in: its own, or that of the nearest node above it."""
    for one in (node, *tree.ancestors(node)):
        if _is_row(tree, one):
            return one
    return THE_MEETING


def _is_row(tree: Tree, row: str) -> bool:
    if row not in tree:
        return False
    node = tree.node(row)
    if isinstance(node, Item):
        slot = tree.parent(row)
        return slot is None or only_item(tree, slot) is None
    return row == THE_MEETING or isinstance(node, Day | Slot | SubItem)


class Shape:
    """The rows as a view knows them: what stands under each, above each, and at which place."""

    def __init__(self, tree: Tree) -> None:
        """Build the rows of an agenda."""
        self._rows: dict[str, list[str]] = {}
        self._above: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._rows[TOP] = rows_under(tree, TOP)
        self._above |= dict.fromkeys(self._rows[TOP], TOP)
        self._number(TOP)
        for day in tree.agenda.days:
            self._adopt(day.id, day.slots)

    def __contains__(self, row: object) -> bool:
        """Tell whether there is a row of this id."""
        return row in self._above

    def rows(self, row: str) -> Sequence[str]:
        """Give the rows under a row."""
        return self._rows.get(row, ())

    def above(self, row: str) -> str:
        """Give what a row stands under, `TOP` for the first rows."""
        return self._above[row]

    def place(self, row: str) -> int:
        """Give the place of a row among its siblings."""
        return self._places[row]

    def walk(self, row: str = TOP) -> Iterator[str]:
        """Give all rows under a row in the order of the page."""
        for below in self._rows.get(row, ()):
            yield below
            yield from self.walk(below)

    # --- from one agenda to the next -----------------------------------------------------------------------

    def steps(self, tree: Tree, changes: Changes) -> Iterator[Step]:
        """Give the steps to the rows of another agenda; each must be done (`do`) before the next is asked for.

        Raises `Unreachable` where single steps do not lead there.
        """
        wanted = {row: rows_under(tree, row) for row in self._touched(tree, changes)}
        for holder in self._holders_of_dead(tree, changes):
            yield from self._going(holder, lambda row: not self._lives_on(tree, row))
        for holder in sorted(wanted, key=lambda row: 0 if row == TOP else len(tree.place(row))):
            yield from self._arriving(tree, holder, wanted[holder])
        for holder, rows in wanted.items():
            if len(self._rows[holder]) > len(rows):
                kept = frozenset(rows)
                yield from self._going(holder, lambda row, kept=kept: row not in kept)

    def do(self, tree: Tree, step: Step) -> None:
        """Take a step."""
        if isinstance(step, Come):
            self._rows.setdefault(step.holder, [])[step.place : step.place] = step.rows
            for row in step.rows:
                self._above[row] = step.holder
                self._adopt(row, _nodes_under(tree.node(row)))
            self._number(step.holder)
        elif isinstance(step, Go):
            for row in self._rows[step.holder][step.first : step.last + 1]:
                self._forget(row)
            del self._rows[step.holder][step.first : step.last + 1]
            self._number(step.holder)
        else:
            row = self._rows[step.old].pop(step.place)
            to = step.to - (step.old == step.new and step.to > step.place)
            self._rows.setdefault(step.new, []).insert(to, row)
            self._above[row] = step.new
            self._number(step.old)
            self._number(step.new)

    def _touched(self, tree: Tree, changes: Changes) -> set[str]:
        """Give the rows of the next agenda under which other rows may stand than now."""
        relabelled = (node for node, field in changes.texts if field == "label")
        touched: set[str] = set()
        for node in (*changes.structure, *changes.added, *relabelled):
            if node == THE_MEETING:
                touched.add(TOP)
            elif node in tree:
                slot = tree.parent(node) if isinstance(tree.node(node), Item) else node
                touched.update(one for one in (node, slot) if one is not None)
                found = tree.node(slot or node)
                if isinstance(found, Slot):
                    touched.update(item.id for item in found.items)
        return {row for row in touched if row == TOP or _is_row(tree, row)}

    def _holders_of_dead(self, tree: Tree, changes: Changes) -> list[str]:
        """Give the living rows under which some have died out."""
        dead = {row for row in changes.removed if row in self and not self._lives_on(tree, row)}
        return [holder for holder in dict.fromkeys(self._above[row] for row in dead) if holder not in dead]

    def _lives_on(self, tree: Tree, row: str) -> bool:
        return _is_row(tree, row) or any(_is_row(tree, below) for below in self.walk(row))

    def _going(self, holder: str, leaves: Callable[[str], bool]) -> Iterator[Step]:
        """Take rows out from the end, neighbours at once."""
        rows = self._rows.get(holder, [])
        last = len(rows) - 1
        while last >= 0:
            if not leaves(rows[last]):
                last -= 1
                continue
            first = last
            while first and leaves(rows[first - 1]):
                first -= 1
            yield Go(holder, first, last)
            last = first - 1

    def _arriving(self, tree: Tree, holder: str, wanted: Sequence[str]) -> Iterator[Step]:
        """Put each row of a list behind the one before it; as many as possible stay where they are."""
        here = {row: place for place, row in enumerate(self._rows.get(holder, ()))}
        if list(here) == wanted:
            return
        staying = _rising([row for row in wanted if row in here], here)
        place = 0
        number = 0
        while number < len(wanted):
            row = wanted[number]
            if row in staying:
                place = self._places[row] + 1
                number += 1
            elif row in self._above:
                if (self._above[row], self._places[row]) != (holder, place):
                    yield self._move(row, holder, place)
                place = self._places[row] + 1
                number += 1
            else:
                new = self._new_ones(tree, wanted[number:])
                yield Come(holder, place, new)
                place += len(new)
                number += len(new)

    def _new_ones(self, tree: Tree, rows: Sequence[str]) -> tuple[str, ...]:
        """Give the rows at the head of a list that no view knows."""
        known = next((place for place, row in enumerate(rows) if row in self._above), len(rows))
        return tuple(rows[:known])

    def _move(self, row: str, holder: str, place: int) -> Move:
        above = holder
        while above != TOP:
            if above == row:
                raise Unreachable
            above = self._above[above]
        return Move(self._above[row], self._places[row], holder, place)

    def count_moves(self, tree: Tree, changes: Changes) -> int:
        """Count the rows that would go elsewhere on the way to another agenda."""
        moves = 0
        for holder in self._touched(tree, changes):
            wanted = rows_under(tree, holder)
            here = {row: place for place, row in enumerate(self._rows.get(holder, ()))}
            staying = _rising([row for row in wanted if row in here], here)
            moves += sum(row in self._above and row not in staying for row in wanted)
        return moves

    # --- bookkeeping ---------------------------------------------------------------------------------------

    def _adopt(self, row: str, nodes: Iterable[Row]) -> None:
        """Take in what stands under a new row, but for what stands elsewhere until it is moved here."""
        below = {node.id: node for node in nodes if node.id not in self._above}
        self._rows[row] = list(below)
        for place, one in enumerate(below):
            self._above[one] = row
            self._places[one] = place
        for one, node in below.items():
            self._adopt(one, _nodes_under(node))

    def _forget(self, row: str) -> None:
        for below in self._rows.pop(row, ()):
            self._forget(below)
        self._above.pop(row, None)
        self._places.pop(row, None)

    def _number(self, holder: str) -> None:
        for place, row in enumerate(self._rows[holder]):
            self._places[row] = place


def _rising(rows: Sequence[str], places: Mapping[str, int]) -> frozenset[str]:
    """Give the longest choice of rows whose old places rise: these need not move."""
    ends: list[int] = []
    chains: list[tuple[str, int]] = []
    before: list[int] = []
    for row in rows:
        at = bisect_left(ends, places[row])
        ends[at : at + 1] = [places[row]]
        before[at : at + 1] = [len(chains)]
        chains.append((row, before[at - 1] if at else -1))
    staying: list[str] = []
    link = before[-1] if before else -1
    while link >= 0:
        row, link = chains[link]
        staying.append(row)
    return frozenset(staying)
