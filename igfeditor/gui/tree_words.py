"""What each row of the tree says: its time or day, its number or letter, its title, the state of its translation.

`TreeWords` makes them in the window's language when a row is first shown, and keeps them until a deed changes them.
A title that is empty in the window's language is shown in another one, faintly; a row without any says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, cast

from PySide6.QtCore import QDate, QLocale

from igfeditor.checks.finding import Severity
from igfeditor.checks.gathered import Tally, tallies
from igfeditor.document.numbering import item_marker, item_numbers, sub_item_markers
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.theme import Icon
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.gui.tree_shape import only_item
from igfeditor.language import markup
from igfeditor.language.wording import Wording, wording_for
from igfeditor.model.agenda import Day, Item, Meeting, Node, Slot, State, SubItem, Text
from igfeditor.model.changes import Changes
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import ROW_FIELDS, Tree

ShownState = Literal["untranslated", "stale"] | State


class Sort(StrEnum):
    """What a row is; each sort has one look."""

    MEETING = "meeting"
    DAY = "day"
    SLOT = "slot"
    BREAK = "break"
    ITEM = "item"
    SUB_ITEM = "sub-item"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class StateLook:
    """A state of a translation as it is shown: its icon and its words."""

    icon: Icon
    words: str


# From the worst to the best: a row with several texts shows the worst of them.
STATES: Final[Mapping[ShownState, StateLook]] = MappingProxyType(
    {
        "untranslated": StateLook(Icon.UNTRANSLATED, QT_TRANSLATE_NOOP("Tree", "Not translated")),
        "stale": StateLook(Icon.STALE, QT_TRANSLATE_NOOP("Tree", "Stale: the source has changed since")),
        "translated": StateLook(Icon.TRANSLATED, QT_TRANSLATE_NOOP("Tree", "Translated")),
        "reviewed": StateLook(Icon.REVIEWED, QT_TRANSLATE_NOOP("Tree", "Reviewed")),
        "final": StateLook(Icon.FINAL, QT_TRANSLATE_NOOP("Tree", "Final")),
    }
)
_WORST_FIRST: Final = tuple(STATES)


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says; `language` is that of the title, which is faint where it stands in for another one."""

    row: str
    sort: Sort
    when: str = ""
    marker: str = ""
    title: str = ""
    language: str = "en"
    is_faint: bool = False
    state: ShownState | None = None
    found: Tally | None = None

    @property
    def found_words(self) -> str:
        """Give in words what was found in the row and under it, empty where nothing was."""
        if self.found is None:
            return ""
        count = self.found.count
        words = translate("Findings", "%n finding(s)", "", count)
        return (
            words
            if self.found.worst is not Severity.ERROR
            else translate("Tree", "{words}, with errors").format(words=words)
        )

    @property
    def state_words(self) -> str:
        """Give the state in words, empty for a row that has none."""
        return "" if self.state is None else translate("Tree", STATES[self.state].words)

    @property
    def whole(self) -> str:
        """Give the number or letter with the title."""
        return f"{self.marker} {self.title}".strip()

    @property
    def spoken(self) -> str:
        """Give all that the row says, for those who hear it."""
        state = translate("Tree", "Translation: {state}").format(state=self.state_words) if self.state else ""
        return ". ".join(part for part in (self.when, self.whole, state, self.found_words) if part)


class TitlePlace(NamedTuple):
    """Where the title of a row is stored."""

    node: str
    field: str


def title_place(tree: Tree, row: str) -> TitlePlace:
    """Give the text that is edited in a row: of a slot that is one row with its item, the title of the item."""
    item = only_item(tree, row)
    if item is not None:
        return TitlePlace(item.id, "title")
    match tree.node(row):
        case Day():
            return TitlePlace(row, "heading")
        case Slot():
            return TitlePlace(row, "label")
        case SubItem():
            return TitlePlace(row, "text")
        case _:
            return TitlePlace(row, "title")


def own_texts(tree: Tree, row: str) -> Iterator[Text]:
    """Give the texts that are shown in a row and in no other."""
    yield from _texts_in(tree.node(row))
    item = only_item(tree, row)
    if item is not None:
        yield from _texts_in(item)


def _texts_in(node: Node) -> Iterator[Text]:
    rows = ROW_FIELDS.get(type(node))
    for field, value in node.__dict__.items():
        if type(value) is Text:
            yield value
        elif type(value) is tuple and field != rows:
            for member in cast("tuple[Any, ...]", value):
                if isinstance(member, Node):
                    yield from _texts_in(member)


def worst_state(texts: Iterable[Text], language: str) -> ShownState | None:
    """Give the worst state in a language among texts that say something; none where none does."""
    states = {_state(text, language) for text in texts if text}
    return cast("ShownState | None", min(states, key=_WORST_FIRST.index, default=None))


def _state(text: Text, language: str) -> ShownState:
    phrase = text.phrase(language)
    if phrase is None or not phrase.text or phrase.state is None:
        return "untranslated"
    return "stale" if phrase.is_stale else phrase.state


class TreeWords:
    """The words of all rows of the open agenda."""

    def __init__(self, bridge: Bridge) -> None:
        """Speak of what a bridge has open, in its language."""
        self._bridge = bridge
        self._tree = bridge.tree
        self._kept: dict[str, RowWords] = {}
        self._letters: dict[str, str] = {}
        self._numbers: Mapping[str, int] = MappingProxyType({})
        self._found: Mapping[str, Tally] = MappingProxyType({})
        self.renew()

    @property
    def tree(self) -> Tree:
        """Give the places in the agenda that is spoken of."""
        return self._tree

    @property
    def language(self) -> str:
        """Give the language that titles are shown and edited in: the window's, if the agenda has it."""
        languages = self._tree.agenda.languages
        return self._bridge.language if self._bridge.language in languages else languages[0]

    @property
    def wording(self) -> Wording:
        """Give the printed words in the window's language and the house's style."""
        return wording_for(self._bridge.language, self._tree.agenda.style)

    def renew(self) -> None:
        """Forget all words, for another agenda or language."""
        self._tree = self._bridge.tree
        self._kept.clear()
        self._letters.clear()
        self._numbers = item_numbers(self._tree.agenda)

    def follow(self, changes: Changes) -> frozenset[str]:
        """Go on to the agenda after a deed; gives the ids of items whose number is another one."""
        self._tree = self._bridge.tree
        if not (changes.structure or changes.attributes or changes.style or changes.languages):
            return frozenset()
        self._letters.clear()
        before, self._numbers = self._numbers, item_numbers(self._tree.agenda)
        return frozenset(item for item, _ in before.items() ^ self._numbers.items())

    @property
    def has_findings(self) -> bool:
        """Tell whether anything was found."""
        return bool(self._found)

    def take_report(self) -> frozenset[str]:
        """Count what was found last; gives the ids of the nodes that have another count."""
        report, before = self._bridge.report, self._found
        self._found = tallies(self._tree.agenda, () if report is None else report.findings)
        return frozenset(node for node, _ in before.items() ^ self._found.items())

    def forget(self, rows: Iterable[str]) -> None:
        """Forget the words of some rows."""
        for row in rows:
            self._kept.pop(row, None)

    def of(self, row: str) -> RowWords:
        """Give the words of a row; one that has just left says nothing."""
        words = self._kept.get(row)
        if words is None:
            words = self._kept[row] = self._made(row) if row in self._tree else RowWords(row, Sort.GONE)
        return words

    def stored_title(self, row: str, language: str) -> str:
        """Give the title of a row as it is stored, with its markup."""
        return self._tree.text(*title_place(self._tree, row)).wording(language)

    # --- making --------------------------------------------------------------------------------------------

    def _made(self, row: str) -> RowWords:
        tree, node = self._tree, self._tree.node(row)
        place = title_place(tree, row)
        title, language, is_faint = self._title(tree.text(*place), node)
        item = node if isinstance(node, Item) else only_item(tree, row)
        marker = self._marker(row, node) if item is None else item_marker(item, self._numbers, self.wording)
        when = self._when(row, node)
        found = self._found.get(row)
        return RowWords(row, _sort(node), when, marker, title, language, is_faint, self._worst(row), found)

    def _worst(self, row: str) -> ShownState | None:
        target = self._bridge.target
        return None if target == self._tree.agenda.source else worst_state(own_texts(self._tree, row), target)

    def _title(self, text: Text, node: Node) -> tuple[str, str, bool]:
        """Give the title, its language, and whether it only stands in for a missing one."""
        for language in dict.fromkeys((self.language, *self._tree.agenda.languages)):
            if wording := text.wording(language):
                return markup.plain(wording), language, language != self.language
        return self._instead(node), self._bridge.language, not (isinstance(node, Slot) and not node.items)

    def _instead(self, node: Node) -> str:
        """Say what a row is that has no title; a break or lunch is printed like this too."""
        if isinstance(node, Slot) and node.kind not in {"session", "note"} and not node.items:
            return self.wording.phrase(node.kind.replace("_", "-"))
        if isinstance(node, Slot) and len(node.items) > 1:
            count = len(node.items)
            return translate("Tree", "%n item(s)", "", count)
        if isinstance(node, Meeting):
            return translate("Tree", "Meeting without a title")
        return "" if isinstance(node, Day) else translate("Tree", "No title")

    def _when(self, row: str, node: Node) -> str:
        if isinstance(node, Meeting):
            return translate("Tree", "Meeting")
        if isinstance(node, Day):
            return self.wording.day(self._tree.position(row) + 1)
        if isinstance(node, Slot) and node.start is not None:
            return self.wording.time_range(node.start, node.end)
        return ""

    def _marker(self, row: str, node: Node) -> str:
        if isinstance(node, Day):
            return self._date(node)
        return self._letter(row) if isinstance(node, SubItem) else ""

    def _date(self, day: Day) -> str:
        """Give the date as briefly as the language allows."""
        if self._bridge.language == "en":
            return QLocale.c().toString(QDate(day.date.year, day.date.month, day.date.day), "ddd d MMM")
        return self.wording.date(day.date, year=False, weekday=True)

    def _letter(self, row: str) -> str:
        if row not in self._letters:
            siblings = cast("tuple[SubItem, ...]", self._tree.rows(self._tree.parent(row) or THE_MEETING))
            markers = sub_item_markers(siblings, self.wording)
            self._letters |= {one.id: marker for one, marker in zip(siblings, markers, strict=True)}
        return self._letters[row]


def _sort(node: Node) -> Sort:
    match node:
        case Meeting():
            return Sort.MEETING
        case Day():
            return Sort.DAY
        case Slot():
            return Sort.BREAK if node.is_break else Sort.SLOT
        case Item():
            return Sort.ITEM
        case _:
            return Sort.SUB_ITEM
