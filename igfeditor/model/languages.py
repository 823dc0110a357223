"""Deeds on the languages of an agenda: which there are, and which of them is the source.

The source has no state, and every translation has one. So a new source loses its states, and what was the source
becomes a translation of it. What is stale cannot be turned round: nobody knows which words of the new source the old
one belongs to, and staleness is never guessed; such texts are confirmed first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar, cast

from igfeditor.errors import EditError, Sentence, counted, sentence
from igfeditor.model.agenda import Agenda, Node, Phrase, Text
from igfeditor.model.scalars import LANGUAGE_PATTERN
from igfeditor.model.texts import agenda_texts

MOST: Final = 8
_N = TypeVar("_N", bound=Node)


def set_source(agenda: Agenda, language: str) -> Agenda:
    """Make one of the languages the source; raises `EditError` while any of its translations is stale."""
    _refuse_unknown(agenda, language)
    if language == agenda.source:
        return agenda
    stale = sum(any(phrase.is_stale for phrase in at.text.root.values()) for at in agenda_texts(agenda))
    if stale:
        raise EditError(
            counted(
                stale,
                "{count} text is stale; nobody could tell what its translation belongs to.",
                "{count} texts are stale; nobody could tell what their translations belong to.",
            ),
            sentence("Confirm stale texts first, then change the source."),
        )
    order = (language, *(one for one in agenda.languages if one != language))
    return with_texts(agenda, lambda text: _turned(text, order)).model_copy(update={"languages": order})


def add_language(agenda: Agenda, language: str) -> Agenda:
    """Add a language that nothing is written in yet, after the others."""
    if re.fullmatch(LANGUAGE_PATTERN, language) is None:
        raise EditError(
            sentence("{value} is not a language.", value=f"“{language}”"),
            sentence("Write its code of two or three small letters, for example {example}.", example="fr"),
        )
    if language in agenda.languages:
        raise _refused(agenda, sentence("The agenda has the language {language} already.", language=language))
    if len(agenda.languages) >= MOST:
        raise _refused(agenda, sentence("An agenda cannot have more than {limit} languages.", limit=MOST))
    return agenda.model_copy(update={"languages": (*agenda.languages, language)})


def remove_language(agenda: Agenda, language: str) -> Agenda:
    """Take a language out with all that is written in it; the source stays."""
    _refuse_unknown(agenda, language)
    if language == agenda.source:
        raise EditError(
            sentence("The source language cannot be taken out."), sentence("Make another language the source first.")
        )
    order = tuple(one for one in agenda.languages if one != language)
    return with_texts(agenda, lambda text: _without(text, language)).model_copy(update={"languages": order})


def with_texts(node: _N, change: Callable[[Text], Text]) -> _N:
    """Give a node in which each text, its own and all under it, is changed; what stays the same is shared."""
    changes = {name: new for name, old in node.__dict__.items() if (new := _changed(old, change)) is not old}
    return node.model_copy(update=changes) if changes else node


def _changed(value: Any, change: Callable[[Text], Text]) -> object:
    if type(value) is Text:
        return change(value)
    if isinstance(value, Node):
        return with_texts(value, change)
    members = cast("tuple[Any, ...]", value) if type(value) is tuple else ()
    changed = tuple(_changed(one, change) for one in members)
    return cast("object", value) if all(new is old for new, old in zip(changed, members, strict=True)) else changed


def _turned(text: Text, order: Iterable[str]) -> Text:
    phrases = {language: text.root[language] for language in order if language in text.root}
    source = next(iter(order))
    turned = {
        language: Phrase(text=phrase.text, state=_state_of(phrase, is_source=language == source))
        for language, phrase in phrases.items()
    }
    return Text(turned) if turned != text.root else text


def _state_of(phrase: Phrase, *, is_source: bool) -> Any:
    return None if is_source else phrase.state or ("translated" if phrase.text else None)


def _without(text: Text, language: str) -> Text:
    if language not in text.root:
        return text
    return Text({one: phrase for one, phrase in text.root.items() if one != language})


def _refuse_unknown(agenda: Agenda, language: str) -> None:
    if language not in agenda.languages:
        raise _refused(agenda, sentence("The agenda has no texts in the language {language}.", language=language))


def _refused(agenda: Agenda, message: Sentence) -> EditError:
    return EditError(message, sentence("Its languages are {languages}.", languages=", ".join(agenda.languages)))
