"""Checks of the family N on numbers and markers: gaps, what continues and what restarts, lists of several kinds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from igfeditor.checks.finding import Edit, Fix, Found, Severity, Spot
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import AgendaView, Context, DayView, SlotView
from igfeditor.errors import counted, sentence
from igfeditor.model.agenda import Agenda, Day, Item, Marker, Numbering, SubItem
from igfeditor.model.edits import set_day, set_item, set_sub_item
from igfeditor.model.timing import source_of
from igfeditor.model.tree import tree_of

_NUMBER: Final = re.compile(r"(\d+)")
_COUNTED: Final[frozenset[Marker]] = frozenset({"letter", "number"})
_ENOUGH: Final = 2


def _numbered(day: Day) -> list[Item]:
    return [item for slot in day.slots for item in slot.items if item.number != "none"]


def _literal(item: Item) -> int | None:
    """Give the number that a literal such as "3 bis" begins with, in any script of digits."""
    found = None if item.number in {"auto", "none"} else _NUMBER.match(item.number.strip())
    return None if found is None else int(found[1])


# --- numbers of items --------------------------------------------------------------------------------------


@check(
    "N01",
    Severity.ERROR,
    Scope.DAY,
    sentence("Written numbers leave a gap or are there twice"),
    hint=sentence("Correct the number, or let the items be numbered automatically."),
)
def literal_numbers(day: DayView, _: Context) -> Iterator[Found]:
    """N01: "3 bis" after "3" is no gap; among automatic numbers only what is there twice is wrong."""
    items = _numbered(day.day)
    literal = [item for item in items if item.number != "auto"]
    if not literal:
        return
    fix = Fix(sentence("Number automatically"), _automatic([item.id for item in literal if _is_bare(item)]), safe=False)
    seen = {str(place) for place in _derived(day.day, items)}
    last: int | None = None
    for item in literal:
        number = _literal(item)
        name = str(number) if _is_bare(item) else item.number.casefold()
        if name in seen:
            message = sentence("The number {number} is there twice.", number=item.number)
            yield Found(Spot(item.id, "number"), message, (fix,))
        elif number is not None and last is not None and len(literal) == len(items) and number not in {last, last + 1}:
            message = sentence("{number} comes after {before}.", number=item.number, before=last)
            yield Found(Spot(item.id, "number"), message, (fix,))
        seen.add(name)
        last = last if number is None else number


def _is_bare(item: Item) -> bool:
    return item.number.strip().isdecimal()


def _derived(day: Day, items: Sequence[Item]) -> range:
    """Give the numbers that are derived on a day, as far as it can tell."""
    return range(1, 1 + sum(item.number == "auto" for item in items) if day.numbering == "restart" else 1)


def _automatic(item_ids: Iterable[str]) -> Edit:
    names = tuple(item_ids)

    def edit(agenda: Agenda) -> Agenda:
        for name in names:
            agenda = set_item(agenda, name, number="auto") if name in tree_of(agenda) else agenda
        return agenda

    return edit


@check(
    "N02",
    Severity.WARNING,
    Scope.AGENDA,
    sentence("Numbering restarts or continues against the other days of its part"),
    hint=sentence("Let all days of one part go on, or let each begin at 1."),
)
def numbering_of_parts(view: AgendaView, _: Context) -> Iterator[Found]:
    """N02: days with one heading are one part; its first day is free, and the others agree with the second."""
    last = 0
    for _part, group in groupby(view.days, key=lambda day: source_of(day.day.heading).casefold()):
        wanted: Numbering | None = None
        for place, day in enumerate(group):
            items = _numbered(day.day)
            if not items:
                continue
            mode = _mode(day.day, items[0], last)
            if mode != day.day.numbering:
                yield _against(day.day, items[0], mode)
            if place:
                wanted = wanted or mode
                if mode != wanted:
                    yield _unlike(day, wanted)
            last = _last_number(items, 0 if mode == "restart" else last)


def _mode(day: Day, first: Item, last: int) -> Numbering:
    """Tell whether the numbers of a day really restart or continue."""
    number = _literal(first)
    if number is None or number not in {1, last + 1} or last == 0:
        return day.numbering
    return "restart" if number == 1 else "continue"


def _last_number(items: Sequence[Item], last: int) -> int:
    for item in items:
        number = last + 1 if item.number == "auto" else _literal(item)
        last = last if number is None else number
    return last


def _against(day: Day, first: Item, mode: Numbering) -> Found:
    fix = Fix(sentence("Declare it for the day"), _numbering(day.id, mode))
    spot = Spot(first.id, "number")
    if mode == "continue":
        message = sentence("{number} continues the day before, but this day is said to restart.", number=first.number)
    else:
        message = sentence("{number} restarts, but this day is said to continue the day before.", number=first.number)
    return Found(spot, message, (fix,))


def _unlike(day: DayView, wanted: Numbering) -> Found:
    spot = Spot(day.day.id, "numbering")
    edit = _numbering(day.day.id, wanted)
    if wanted == "continue":
        message = sentence("Day {day} restarts, but the days before it with this heading continue.", day=day.place + 1)
        return Found(spot, message, (Fix(sentence("Continue the numbers"), edit, safe=False),))
    message = sentence("Day {day} continues, but the days before it with this heading restart.", day=day.place + 1)
    return Found(spot, message, (Fix(sentence("Begin at 1"), edit, safe=False),))


def _numbering(day_id: str, mode: Numbering) -> Edit:
    return lambda agenda: set_day(agenda, day_id, numbering=mode) if day_id in tree_of(agenda) else agenda


# --- markers of sub-items ----------------------------------------------------------------------------------


def _lists(rows: Iterable[Item | SubItem]) -> Iterator[tuple[Item | SubItem, tuple[SubItem, ...]]]:
    """Give each list of sub-items with what it stands under."""
    for row in rows:
        if row.children:
            yield row, row.children
            yield from _lists(row.children)


def _style(children: Sequence[SubItem]) -> Marker | None:
    """Give the marker that most of a list have, of those that have any."""
    markers = Counter[Marker](child.marker for child in children if child.marker != "none")
    return max(markers, key=lambda marker: markers[marker]) if markers else None


def _marked(children: Iterable[SubItem], marker: Marker) -> Edit:
    names = tuple(child.id for child in children)

    def edit(agenda: Agenda) -> Agenda:
        for name in names:
            agenda = set_sub_item(agenda, name, marker=marker) if name in tree_of(agenda) else agenda
        return agenda

    return edit


@check(
    "N03",
    Severity.ERROR,
    Scope.SLOT,
    sentence("Some siblings have a marker and some have none"),
    hint=sentence("Give all of them a marker, or none."),
)
def unmarked_siblings(slot: SlotView, _: Context) -> Iterator[Found]:
    """N03: an unnumbered item beside numbered ones of its slot may be a remark, and is a warning."""
    for _above, children in _lists(slot.slot.items):
        bare = [child for child in children if child.marker == "none"]
        style = _style(children)
        if bare and style is not None:
            fix = Fix(sentence("Mark all alike"), _marked(bare, style), safe=False)
            yield Found(
                Spot(bare[0].id, "marker"),
                counted(
                    len(bare),
                    "{count} of {all} siblings has no marker.",
                    "{count} of {all} siblings have no marker.",
                    all=len(children),
                ),
                (fix,),
            )
    items = slot.slot.items
    without = [item for item in items if item.number == "none" and item.title]
    if 0 < len(without) < len(items):
        yield Found(
            Spot(without[0].id, "number"),
            counted(
                len(without),
                "{count} of {all} items of the slot has no number.",
                "{count} of {all} items of the slot have no number.",
                all=len(items),
            ),
            (Fix(sentence("Number all"), _automatic(item.id for item in without), safe=False),),
            Severity.WARNING,
        )


@check(
    "N04",
    Severity.WARNING,
    Scope.SLOT,
    sentence("A list has a single point"),
    hint=sentence("Take its letter away, or join it to what it stands under."),
)
def lone_point(slot: SlotView, _: Context) -> Iterator[Found]:
    """N04: a lone bullet is a remark, and no list."""
    for _above, children in _lists(slot.slot.items):
        if len(children) == 1 and children[0].marker in _COUNTED:
            fix = Fix(sentence("Take the marker away"), _marked(children, "none"), safe=False)
            yield Found(Spot(children[0].id, "marker"), sentence("It stands alone in its list."), (fix,))


@check(
    "N05",
    Severity.WARNING,
    Scope.DAY,
    sentence("The markers of a list differ from those of its sibling lists"),
    hint=sentence("Use letters, numbers or bullets for all lists of one level."),
)
def other_markers(day: DayView, _: Context) -> Iterator[Found]:
    """N05: the lists of a day's items are siblings, and so are those under the points of one list."""
    items = [item for view in day.slots for item in view.slot.items if item.children]
    yield from _unlike_lists(items)
    for _above, children in _lists(items):
        yield from _unlike_lists([child for child in children if child.children])


def _unlike_lists(rows: Sequence[Item | SubItem]) -> Iterator[Found]:
    styles: list[tuple[Item | SubItem, Marker]] = [(row, style) for row in rows if (style := _style(row.children))]
    if len(styles) <= _ENOUGH:
        return
    counts: Counter[Marker] = Counter(marker for _row, marker in styles)
    usual, number = counts.most_common(1)[0]
    if number * 2 <= len(styles):
        return
    for row, style in styles:
        if style != usual:
            marked = [child for child in row.children if child.marker not in {usual, "none"}]
            yield Found(
                Spot(marked[0].id, "marker"),
                counted(
                    number,
                    "{count} sibling list has other markers.",
                    "{count} sibling lists have other markers.",
                ),
                (Fix(sentence("Mark it as they are"), _marked(marked, usual), safe=False),),
            )
