"""The words of a merge in the language of the window: rows of the two lists, and what is shown of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from igfeditor.errors import Sentence, Worded
from igfeditor.gui.dialogs.merge_card import Shown
from igfeditor.gui.dialogs.merge_list import Line
from igfeditor.gui.dialogs.style import CHOICES
from igfeditor.gui.panels.fields import FIELDS
from igfeditor.gui.theme import Icon
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.language.markup import plain
from igfeditor.language.messages import say
from igfeditor.services.deciding import Deciding
from igfeditor.services.merge_words import MergeWords, Said
from igfeditor.translation.merge import Card, Decision, Deed, Key, Side, Taken

_ICONS: Final[Mapping[Deed, Icon]] = MappingProxyType(
    {
        Deed.CHANGED: Icon.EDIT,
        Deed.ADDED: Icon.ADD,
        Deed.REMOVED: Icon.DELETE,
        Deed.MOVED: Icon.PLACES,
        Deed.KEPT: Icon.CONFIRM,
    }
)
_OTHER: Final = QT_TRANSLATE_NOOP("Merge", "other words")
_CHOSEN: Final[Mapping[Side, str]] = MappingProxyType(
    {Side.MINE: QT_TRANSLATE_NOOP("Merge", "mine"), Side.THEIRS: QT_TRANSLATE_NOOP("Merge", "theirs")}
)


class DialogWords:
    """Says the cards and changes of one merge as it stands now."""

    def __init__(self, deciding: Deciding, language: str) -> None:
        """Speak a language of the window."""
        self._deciding, self._language = deciding, language
        self._words = MergeWords(deciding.merged, deciding.mine)

    def card_line(self, row: int) -> Line:
        """Say a card as a row: where it is, and what is chosen."""
        card = self._deciding.cards[row]
        decision = self._deciding.decisions.get(card.key)
        icon = Icon.UNTRANSLATED if decision is None else Icon.CONFIRM if decision.words is None else Icon.EDIT
        return Line(self._say(self._words.place(card.key)), _chosen_words(decision), icon, decision is None)

    def taken_line(self, row: int) -> Line:
        """Say a change as a row: what was done where, and its words."""
        taken = self._deciding.taken[row]
        shown = self.taken(taken)
        words = shown.theirs if taken.deed is Deed.CHANGED else self._say(self._words.title(taken))
        words = plain(words) if words and shown.is_text else words
        return Line(shown.place, words or "", _ICONS[taken.deed], language=shown.language)

    def card(self, card: Card) -> Shown:
        """Say all of a card."""
        base, mine, theirs = (self._value(card.key, value) for value in (card.base, card.mine, card.theirs))
        return Shown(
            place=self._say(self._words.place(card.key)),
            language=card.key.language or self._language,
            base=base,
            mine=mine,
            theirs=theirs,
            is_text=card.is_text,
            is_list=card.is_order,
            decision=self._deciding.decisions.get(card.key),
        )

    def taken(self, taken: Taken) -> Shown:
        """Say all of a change."""
        sight = self._words.sight(taken)
        key = Key(taken.node, taken.field, taken.language)
        before, after = (None if said is None else self._named(key, said) for said in (sight.before, sight.after))
        is_whole = taken.deed in {Deed.ADDED, Deed.KEPT, Deed.REMOVED}
        return Shown(
            place=self._say(self._words.taken(taken)),
            language=sight.language or self._language,
            base=None,
            mine=_listed(before) if is_whole and before else before,
            theirs=_listed(after) if is_whole and after else after,
            is_text=bool(sight.language),
            is_choice=False,
        )

    def _value(self, key: Key, value: object) -> str:
        if key.language:
            # A text that a side has not is shown as an empty one, to be edited.
            return str(value or "")
        said = self._named(key, self._words.value(key, value, "\n"), value)
        return _listed(said) if key.is_order else said

    def _named(self, key: Key, said: Said, value: object = None) -> str:
        """Say a value by the name that the window's forms give it."""
        wanted = said if value is None else value
        name = next((words for one, words in _names(key.field) if one == wanted), None)
        return self._say(said) if name is None else translate("Properties", name)

    def _say(self, said: Said) -> str:
        if isinstance(said, Sentence):
            return say(said, self._language)
        if isinstance(said, Worded):
            return said.by_language.get(self._language, str(said))
        return said


def _listed(lines: str) -> str:
    """Mark where each of several lines begins, for they are broken where they are long."""
    rows = lines.splitlines()
    return "\n".join(f"• {row}" for row in rows) if len(rows) > 1 else lines


def _names(field: str) -> Iterator[tuple[Any, str]]:
    """Give the choices of a field, or of an attribute of the house style, with their English words."""
    _, style = CHOICES.get(field.removeprefix("style."), ("", ()))
    yield from style
    for fields in FIELDS.values():
        for one in fields:
            if one.name == field:
                yield from one.choices


def _chosen_words(decision: Decision | None) -> str:
    if decision is None:
        return translate("Merge", "not decided")
    return translate("Merge", _OTHER if decision.words is not None else _CHOSEN[decision.side])
