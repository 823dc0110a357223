"""The lines that the panes show: those of one day, or of what stands above the days, kept up with the agenda.

A key stroke changes one text, so it replaces one line; only what may move, number or mark other lines makes all of
them anew. Nodes are not kept, only lines with ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from igfeditor.document.outline import NO_WORDS, OutlineLine, Part, Words, day_lines, meeting_lines
from igfeditor.gui.pane_words import is_open
from igfeditor.model.agenda import Agenda, Text
from igfeditor.model.changes import Changes
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.texts import day_texts, meeting_texts
from igfeditor.model.tree import Tree, tree_of

Place = tuple[str, str]
_NO_MARKS: Final[Mapping[str, Words]] = MappingProxyType({})


class Lines:
    """The lines of one section of an agenda, with their places by node and field."""

    def __init__(self) -> None:
        """Begin with no lines."""
        self.section = THE_MEETING
        self.lines: list[OutlineLine] = []
        self.marks: Mapping[str, Words] = _NO_MARKS
        self._rows: Mapping[Place, int] = MappingProxyType({})

    def show(self, agenda: Agenda, section: str) -> None:
        """Take the lines of a section, made anew."""
        self.section = section
        self.lines = list(lines_of(agenda, section))
        self.marks = _marks_of(agenda, self.lines)
        self._rows = MappingProxyType({(line.node, line.field): row for row, line in enumerate(self.lines)})

    def update(self, agenda: Agenda, changes: Changes) -> Sequence[int] | None:
        """Take over changed texts and give their rows; None where the lines must be made anew."""
        if changes.attributes or changes.structure or changes.languages or changes.style:
            return None
        tree = tree_of(agenda)
        touched: list[int] = []
        for place in changes.texts:
            row = self._rows.get(place)
            text = tree.text(*place)
            if row is None:
                # A text that has no line may get one, or move the marks of notes.
                if section_of(tree, place[0]) == self.section or _refers(text):
                    return None
                continue
            if _refers(text) or _refers(self.lines[row].text):
                return None
            self.lines[row] = self.lines[row]._replace(text=text)
            touched.append(row)
        return sorted(touched)

    def row_of(self, node: str, field: str | None = None) -> int | None:
        """Give the row of a text, or the first of a node: one with a text, if the node has any."""
        if field is not None:
            return self._rows.get((node, field))
        rows = [row for row, line in enumerate(self.lines) if line.node == node]
        return next((row for row in rows if self.lines[row].field), rows[0] if rows else None)

    def next_text(self, row: int, step: int) -> int | None:
        """Give the next row with a text after (or, with -1, before) a row."""
        end = len(self.lines) if step > 0 else -1
        return next((place for place in range(row + step, end, step) if self.lines[place].field), None)


def lines_of(agenda: Agenda, section: str) -> tuple[OutlineLine, ...]:
    """Give the lines of a day, or of what stands above the days."""
    day = next((day for day in agenda.days if day.id == section), None)
    return meeting_lines(agenda) if day is None else day_lines(agenda, day)


def section_of(tree: Tree, node: str) -> str:
    """Give the section that shows a node: its day, or the meeting."""
    if node not in tree:
        return THE_MEETING
    first, *rest = tree.place(node)
    day = rest[0] if rest and first == "days" else None
    return tree.agenda.days[day].id if isinstance(day, int) else THE_MEETING


def sections(agenda: Agenda) -> tuple[str, ...]:
    """Give all sections in their order."""
    return (THE_MEETING, *(day.id for day in agenda.days))


def open_places(agenda: Agenda, start: Place, section: str, target: str, *, only_stale: bool) -> Iterator[Place]:
    """Give the texts that wait for their translator: those after a text, those of other sections, those before it."""
    names = sections(agenda)
    first = names.index(section) if section in names else 0
    order = [(line.node, line.field) for line in lines_of(agenda, names[first])]
    cut = order.index(start) + 1 if start in order else 0
    here = [place for place in _places(agenda, names[first], target, only_stale=only_stale) if place != start]
    behind = frozenset(order[cut:])
    yield from (place for place in here if place in behind)
    for name in (*names[first + 1 :], *names[:first]):
        if _has_open(agenda, name, target, only_stale=only_stale):
            yield from _places(agenda, name, target, only_stale=only_stale)
    yield from (place for place in here if place not in behind)


def _has_open(agenda: Agenda, section: str, target: str, *, only_stale: bool) -> bool:
    day = next((day for day in agenda.days if day.id == section), None)
    texts = meeting_texts(agenda.meeting) if day is None else day_texts(day)
    return any(_waits(place.text, agenda, target, only_stale=only_stale) for place in texts)


def _places(agenda: Agenda, section: str, target: str, *, only_stale: bool) -> Iterator[Place]:
    for line in lines_of(agenda, section):
        if line.field and _waits(line.text, agenda, target, only_stale=only_stale):
            yield line.node, line.field


def _waits(text: Text, agenda: Agenda, target: str, *, only_stale: bool) -> bool:
    phrase = text.phrase(target)
    return is_open(text, agenda.source, target) and (not only_stale or (phrase is not None and phrase.is_stale))


def _refers(text: Text) -> bool:
    return any("[^" in phrase.text for phrase in text.root.values())


def _marks_of(agenda: Agenda, lines: Iterable[OutlineLine]) -> Mapping[str, Words]:
    """Give the printed mark of each note that these lines may refer to."""
    above = meeting_lines(agenda) if agenda.meeting.notes else ()
    notes = [line for line in (*above, *lines) if line.part is Part.NOTE and line.chips is not NO_WORDS]
    return MappingProxyType({line.node: line.chips for line in notes})
