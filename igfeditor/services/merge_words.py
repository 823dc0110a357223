"""What a merge is about, in words: where its cards stand, what each side says there, and what was taken over.

words = MergeWords(merged, mine)
words.place(card.key)                 "Day 2, 10:00, item 4 (Arabic)"
words.value(card.key, card.theirs)    what they say there
words.taken(one)                      "added: Day 2, 10:00, item 4"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import time
from types import MappingProxyType
from typing import Final, NamedTuple, cast

from igfeditor.checks.finding import Spot
from igfeditor.document.slot_text import kind_phrase
from igfeditor.errors import EditError, Sentence, Worded, sentence
from igfeditor.language.markup import plain
from igfeditor.language.tongues import SAID_IN
from igfeditor.language.wording import wording_for
from igfeditor.model.agenda import Agenda, Day, Item, Meeting, Slot, SubItem, Term, Text
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import Tree, TreeNode, tree_of
from igfeditor.services.whereabouts import Whereabouts
from igfeditor.translation.merge import Deed, Key, Merged, Taken
from igfeditor.translation.shape import Place

Said = Sentence | Worded | str

_NAMES: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "access": sentence("access"),
        "counts": sentence("belongs to the stated hours"),
        "date": sentence("date"),
        "end": sentence("end"),
        "extra_time_zones": sentence("time zone"),
        "kind": sentence("kind"),
        "locked": sentence("locked"),
        "marker": sentence("marker"),
        "minutes": sentence("minutes"),
        "next_day_end": sentence("end"),
        "number": sentence("number"),
        "numbering": sentence("numbering"),
        "people": sentence("number of people"),
        "place": sentence("place"),
        "revision": sentence("revision"),
        "start": sentence("start"),
        "status": sentence("status"),
        "symbol": sentence("symbol"),
        "time_zone": sentence("time zone"),
        "url": sentence("address"),
    }
)
_STYLE: Final = "style."
_TITLES: Final = ("title", "text", "heading", "label")
_MOST_LINES: Final = 200
"""How many lines are said of what was added: a whole day may have thousands."""


class Sight(NamedTuple):
    """What was there and what is there now, in words; nothing where one of the two is not there at all."""

    before: Said | None
    after: Said | None
    language: str = ""


class MergeWords:
    """Finds words for one merge."""

    def __init__(self, merged: Merged, mine: Agenda) -> None:
        """Look into what came of a merge, and into what was there before."""
        self._now, self._before = tree_of(merged.agenda), tree_of(mine)
        self._places, self._former = Whereabouts(merged.agenda), Whereabouts(mine)

    # places

    def place(self, key: Key) -> Sentence:
        """Name the place of a card or change; one on a node that is away is about the meeting as a whole."""
        node, field, language = key
        spot = Spot(node, field if language else "", language)
        if node in self._now or node not in self._before:
            place = self._places.of(spot if node in self._now else Spot(THE_MEETING))
        else:
            place = self._former.of(spot)
        name = None if language else sentence("order of the rows") if key.is_order else _name_of(field)
        return place if name is None else sentence("{above}, {here}", above=place, here=name)

    def taken(self, taken: Taken) -> Sentence:
        """Say what was taken over: the deed, and the place."""
        place = self.place(Key(taken.node, taken.field, taken.language))
        return {
            Deed.CHANGED: sentence("changed: {place}", place=place),
            Deed.ADDED: sentence("added: {place}", place=place),
            Deed.REMOVED: sentence("removed: {place}", place=place),
            Deed.MOVED: sentence("moved: {place}", place=place),
            Deed.KEPT: sentence("kept: {place}", place=place),
        }[taken.deed]

    # values

    def value(self, key: Key, value: object, between: str = "; ") -> Said:
        """Say what a side has; `between` stands between the rows of an order."""
        if key.language and isinstance(value, str) and value:
            return value
        if key.is_order:
            return self._rows(cast("tuple[str, ...]", value), between)
        if isinstance(value, Place):
            return self._place_of(value)
        return _said(value)

    def sight(self, taken: Taken, between: str = "\n") -> Sight:
        """Say what was there before something was taken over, and what is there now."""
        node, _, language = key = Key(taken.node, taken.field, taken.language)
        if taken.deed is Deed.CHANGED:
            before, after = (_value_at(tree, key) for tree in (self._before, self._now))
            return Sight(self.value(key, before, between), self.value(key, after, between), language)
        if taken.deed is Deed.MOVED:
            return Sight(_parent(self._former, self._before, node), _parent(self._places, self._now, node))
        if taken.deed is Deed.REMOVED:
            return Sight(_outline(self._before, node, between), None)
        return Sight(None, _outline(self._now, node, between))

    def title(self, taken: Taken) -> Worded:
        """Give the first words of what was taken over."""
        return _titled(self._now if taken.node in self._now else self._before, taken.node)

    def _rows(self, names: Iterable[str], between: str) -> Worded:
        trees = [(name, self._now if name in self._now else self._before) for name in names]
        rows = [_titled(tree, name) for name, tree in trees if name in tree]
        return _joined(rows, between)

    def _place_of(self, place: Place) -> Sentence:
        return self._places.of(Spot(place.holder)) if place.holder in self._now else sentence("elsewhere")


def _name_of(field: str) -> Sentence | None:
    return sentence("house style") if field.startswith(_STYLE) else _NAMES.get(field)


def _said(value: object) -> Said:
    if value is None or value == "" or value == ():
        return sentence("nothing")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, bool):
        return sentence("yes") if value else sentence("no")
    if isinstance(value, tuple):
        return ", ".join(map(str, cast("tuple[object, ...]", value)))
    return str(value)


def _value_at(tree: Tree, key: Key) -> object:
    """Give what an agenda has in a field; nothing where it has no such node or field."""
    node, field, language = key
    if node not in tree:
        return None
    if language:
        try:
            return tree.text(node, field).wording(language)
        except EditError:
            # People come and go, and a row may be of another kind now.
            return None
    if field.startswith(_STYLE):
        return getattr(tree.agenda.style, field.removeprefix(_STYLE))
    value = getattr(tree.node(node), field, None)
    return len(cast("tuple[object, ...]", value)) if field == "people" and value is not None else value


def _parent(places: Whereabouts, tree: Tree, node: str) -> Sentence:
    return places.of(Spot(tree.parent(node) or THE_MEETING)) if node in tree else sentence("elsewhere")


def _outline(tree: Tree, node: str, between: str) -> Worded:
    """Give the titles of a node and of all rows under it."""
    lines = [line for line, _ in zip(_walk(tree, node), range(_MOST_LINES + 1), strict=False)]
    more = [_alike("…")] if len(lines) > _MOST_LINES else []
    return _joined([*lines[:_MOST_LINES], *more], between)


def _walk(tree: Tree, node: str) -> Iterator[Worded]:
    yield _titled(tree, node)
    whole = tree.node(node)
    # A slot is called by its items; what stands under them is not said yet.
    holders = [item.id for item in whole.items] if isinstance(whole, Slot) else [node]
    for holder in holders if isinstance(whole, Meeting | Day | Slot | Item | SubItem) else ():
        for row in tree.rows(holder):
            yield from _walk(tree, row.id)


def _titled(tree: Tree, name: str) -> Worded:
    """Give the words by which people know a node, in each language that messages are said in."""
    said = {language: _title(tree.node(name), language, tree.agenda) for language in SAID_IN}
    return Worded(MappingProxyType(said))


def _title(node: TreeNode, language: str, agenda: Agenda) -> str:
    if isinstance(node, Term):
        return node.en
    texts = (getattr(node, field, None) for field in _TITLES)
    words = next((_wording(text, language, agenda.source) for text in texts if isinstance(text, Text) and text), "")
    if isinstance(node, Day):
        return " ".join(filter(None, (f"{node.date:%Y-%m-%d}", words)))
    if isinstance(node, Slot):
        titles = [words or _kind(node, language, agenda), *(_title(item, language, agenda) for item in node.items)]
        start = "" if node.start is None else f"{node.start:%H:%M}"
        return " ".join(filter(None, (start, ", ".join(filter(None, titles)))))
    return words or "…"


def _kind(slot: Slot, language: str, agenda: Agenda) -> str:
    """Give the name that is printed for a row without words of its own."""
    if slot.items or slot.kind in {"session", "note"}:
        return ""
    return wording_for(language, agenda.style).phrase(kind_phrase(slot.kind))


def _wording(text: Text, language: str, source: str) -> str:
    return plain(text.wording(language) or text.wording(source) or next(iter(text.root.values())).text)


def _joined(lines: Iterable[Worded], between: str) -> Worded:
    rows = tuple(lines)
    return Worded(MappingProxyType({one: between.join(row.by_language[one] for row in rows) for one in SAID_IN}))


def _alike(words: str) -> Worded:
    return Worded(MappingProxyType(dict.fromkeys(SAID_IN, words)))
