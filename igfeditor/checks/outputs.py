"""Checks of the family S on the outputs of days: whether the items of the day lead to them.

Words are compared by their stems, and pairs of words that follow each other count as words of their own. A word says
the more the fewer items have it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import Final

from igfeditor.checks.finding import Edit, Fix, Found, Severity, Spot
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import AgendaView, Context, DayView
from igfeditor.errors import sentence
from igfeditor.language.markup import plain
from igfeditor.model.agenda import Agenda, Day, Item, Output, SubItem
from igfeditor.model.tree import tree_of

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LITTLE: Final = frozenset(
    _WORD.findall("the of and on in to for from with an by at as or be is are its their")
    + _WORD.findall("في من على إلى عن مع أو أن التي الذي بشأن")
)
_ENGLISH_ENDING: Final = re.compile(r"(?<=\w{3})(?:ies|ing|ed|es|(?<![su])s|y|e)$")
_ARABIC_OPENING: Final = re.compile(r"^(?:[وف]?(?:ال|[بك]ال|لل)|و(?=\w{4}))")
_ARABIC_ENDING: Final = re.compile(r"(?<=\w{3})(?:ات|ين|ون|ة|ها|ه)$")
_LONGEST_STEM: Final = 8
_NAMED_ELSEWHERE: Final = 0.35
_NOT_NAMED: Final = 0.15

Stems = frozenset[str]


@check(
    "S05",
    Severity.WARNING,
    Scope.AGENDA,
    sentence("No item of the day names an output"),
    hint=sentence("Move the output to the day that works on it, or reword it."),
)
def unnamed_output(view: AgendaView, context: Context) -> Iterator[Found]:
    """S05: what the items of the day do not name, one item of another day may."""
    if not any(day.day.outputs for day in view.days):
        return
    items = {item.id: _stems_of(item, context.source) for day in view.days for item in _items(day)}
    weights = _weights(items.values())
    for day in view.days:
        own = frozenset[str]().union(*(items[item.id] for item in _items(day)))
        for output in day.day.outputs:
            stems = _stems(plain(output.text.wording(context.source)))
            whole = _weight(stems, weights)
            if whole and own:
                yield from _unnamed(view, day, output, stems - own, whole, items, weights)


def _unnamed(
    view: AgendaView, day: DayView, output: Output, missing: Stems, whole: float,
    items: Mapping[str, Stems], weights: Mapping[str, float],
) -> Iterator[Found]:  # fmt: skip
    others = [(item, other) for other in view.days if other is not day for item in _items(other)]
    best, its_day = max(others, key=lambda one: _weight(items[one[0].id] & missing, weights), default=(None, day))
    common = frozenset[str]() if best is None else items[best.id] & missing
    if len(common) > 1 and _weight(common, weights) >= _NAMED_ELSEWHERE * whole:
        moved = Fix(
            sentence("Move it to day {day}", day=its_day.place + 1), _moved(output.id, its_day.day.id), safe=False
        )
        message = sentence("The item that names it most is on day {day}.", day=its_day.place + 1)
        yield Found(Spot(output.id, "text"), message, (moved,))
    elif _weight(missing, weights) >= (1 - _NOT_NAMED) * whole:
        yield Found(Spot(output.id, "text"), sentence("No item of day {day} names it.", day=day.place + 1))


def _items(day: DayView) -> Iterator[Item]:
    return (item for slot in day.slots for item in slot.slot.items)


def _stems_of(row: Item | SubItem, language: str) -> Stems:
    text = row.title if isinstance(row, Item) else row.text
    own = _stems(plain(text.wording(language)))
    return own.union(*(_stems_of(child, language) for child in row.children))


@lru_cache(maxsize=20_000)
def _stems(said: str) -> Stems:
    words = [_stem(word) for word in _WORD.findall(said.casefold()) if word not in _LITTLE]
    return frozenset(words).union(f"{one} {other}" for one, other in pairwise(words))


def _stem(word: str) -> str:
    if word.isascii():
        return _ENGLISH_ENDING.sub("", word)[:_LONGEST_STEM]
    return _ARABIC_ENDING.sub("", _ARABIC_OPENING.sub("", word))[:_LONGEST_STEM]


def _weights(bags: Collection[Stems]) -> Mapping[str, float]:
    """Give what each stem of the items weighs; what no item has weighs nothing."""
    counts = Counter(stem for bag in bags for stem in bag)
    return {stem: log((len(bags) + 1) / count) for stem, count in counts.items()}


def _weight(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(stem, 0.0) for stem in stems)


def _moved(output_id: str, day_id: str) -> Edit:
    def edit(agenda: Agenda) -> Agenda:
        tree = tree_of(agenda)
        if output_id not in tree or day_id not in tree:
            return agenda
        output, holder = tree.node(output_id), tree.node(tree.parent(output_id) or "")
        target = tree.node(day_id)
        if not isinstance(output, Output) or not isinstance(holder, Day) or not isinstance(target, Day):
            return agenda
        rest = tree.with_list(holder.id, "outputs", (one for one in holder.outputs if one is not output))
        return tree_of(rest).with_list(day_id, "outputs", (*target.outputs, output))

    return edit


@check(
    "S07",
    Severity.INFO,
    Scope.AGENDA,
    sentence("A day has no outputs, but other days have"),
    hint=sentence("Add the outputs of the day, if it is to have any."),
)
def without_outputs(view: AgendaView, _: Context) -> Iterator[Found]:
    """S07."""
    if any(day.day.outputs for day in view.days):
        for day in view.days:
            if not day.day.outputs:
                yield Found(Spot(day.day.id, "outputs"), sentence("Day {day} has no outputs.", day=day.place + 1))
