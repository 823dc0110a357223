"""What the models refuse, in words for a person: place, value, rule and the nearest word that would be right."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, cast, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from igfeditor.errors import Sentence, sentence
from igfeditor.model.agenda import Agenda, Node, Phrase, Text
from igfeditor.model.scalars import ID_PATTERN, LANGUAGE_PATTERN, zone_names
from igfeditor.model.soundness import Place, path_words
from igfeditor.storage.damage import REMEDY

LONGEST_VALUE: Final = 40
_KEY_ITSELF: Final = "[key]"
_QUOTED: Final = re.compile("'([^']*)'")
_NODES: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "days": sentence("day"),
        "slots": sentence("slot"),
        "items": sentence("item"),
        "children": sentence("sub-item"),
        "body": sentence("paragraph"),
        "outputs": sentence("output"),
        "notes": sentence("note"),
        "links": sentence("link"),
        "terms": sentence("term"),
    }
)
_PATTERNS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        ID_PATTERN: sentence("an id has 1 to 64 Latin letters, digits, - and _, and begins with a letter or digit"),
        LANGUAGE_PATTERN: sentence('a language is a code of two or three lower-case letters such as "ar"'),
    }
)
_RULES: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "string_type": sentence("a text in quotation marks belongs there"),
        "int_type": sentence("a whole number belongs there"),
        "int_from_float": sentence("a whole number belongs there"),
        "bool_type": sentence("true or false belongs there"),
        "dict_type": sentence("an object in braces belongs there"),
        "model_type": sentence("an object in braces belongs there"),
        "tuple_type": sentence("a list in square brackets belongs there"),
        "clock_time": sentence('a time is written as "HH:MM" from "00:00" to "23:59"'),
        "iso_date": sentence('a date is written as "YYYY-MM-DD"'),
        "year": sentence("a date lies in the years 1900 to 2999"),
        "no_such_day": sentence("the calendar has no such day"),
        "url": sentence(
            "an address begins with {first}, {second} or {third} and has no spaces",
            first="https://",
            second="http://",
            third="mailto:",
        ),
        "item_number": sentence(
            'a number is "auto", "none" or 1 to 20 characters such as {example}', example='"3 bis"'
        ),
        "zone": sentence('a zone is a name of the tz database such as "UTC" or "Europe/Zurich"'),
    }
)
_NOT_ALLOWED: Final = sentence("the format of agenda files does not allow this")


def fault_of(error: ErrorDetails, tree: object) -> Sentence:
    """Say what is wrong, and where in the tree; without capital and full stop."""
    place = named_place(place_of(error), tree)
    match error["type"]:
        case "missing":
            return sentence("{place} is missing", place=place)
        case "extra_forbidden":
            return sentence("{place} is a key that agenda files do not have", place=place)
        case "too_long" | "too_short":
            return sentence("{place}: {rule}", place=place, rule=_rule(error))
        case _:
            value = _value_words(error["input"])
            return sentence("{place} is {value}: {rule}", place=place, value=value, rule=_rule(error))


def hint_of(error: ErrorDetails) -> Sentence:
    """Say what to do: the nearest right word where there is one."""
    known = _known_words(error)
    written = str(error["loc"][-1]) if error["type"] == "extra_forbidden" else str(error["input"])
    nearest = difflib.get_close_matches(written[:100], known, n=1)
    if nearest:
        return sentence("Perhaps {word} was meant; nothing was changed.", word=_quoted(nearest[0]))
    if error["type"] == "extra_forbidden" and known:
        return sentence("The keys there are {keys}; nothing was changed.", keys=", ".join(known))
    return REMEDY


def place_of(error: ErrorDetails) -> Place:
    """Give the place of an error in the tree; for a wrong key, that of the key."""
    place = error["loc"]
    return place[:-1] if place[-1:] == (_KEY_ITSELF,) else place


def named_place(place: Place, tree: object) -> Sentence | str:
    """Write a place as `days[2].slots[4].start (slot "s9")`, with the id of the nearest node around it."""
    if not place:
        return sentence("the whole file")
    words = path_words(place)
    for length in range(len(place) - 1, 0, -1):
        node, step = _at(tree, place[:length]), place[length - 1]
        name = cast("dict[str, object]", node).get("id") if isinstance(node, dict) else None
        kind = _NODES.get(str(place[length - 2])) if isinstance(step, int) and length > 1 else None
        if kind is not None and isinstance(name, str):
            return sentence("{place} ({kind} {id})", place=words, kind=kind, id=_value_words(name))
    return words


def first_of(error: ValidationError) -> tuple[ErrorDetails, int]:
    """Give the first error and the number of the others; a misspelt key comes before the key that it leaves missing."""
    errors = error.errors(include_url=False)
    first = errors[0]
    if first["type"] == "missing":
        beside = (one for one in errors if one["type"] == "extra_forbidden" and one["loc"][:-1] == first["loc"][:-1])
        first = next(beside, first)
    return first, len(errors) - 1


def _at(tree: object, place: Sequence[str | int]) -> object:
    for step in place:
        try:
            tree = cast("Any", tree)[step]
        except (LookupError, TypeError):
            return None
    return tree


def _value_words(value: object) -> str | Sentence:
    if isinstance(value, dict):
        return sentence("an object")
    if isinstance(value, list | tuple):
        return sentence("a list")
    return _quoted(value)


def _quoted(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False, default=str)
    return words if len(words) <= LONGEST_VALUE else f'{words[: LONGEST_VALUE - 2]}…"'


def _rule(error: ErrorDetails) -> Sentence:
    context: Mapping[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "string_pattern_mismatch":
            return _PATTERNS.get(str(context["pattern"]), _NOT_ALLOWED)
        case "string_too_long":
            return sentence("a text there has at most {limit} characters", limit=context["max_length"])
        case "literal_error":
            return sentence("one of these belongs there: {words}", words=", ".join(_words_allowed(error)))
        case "greater_than_equal":
            return sentence("the least number allowed is {limit}", limit=context["ge"])
        case "less_than_equal":
            return sentence("the greatest number allowed is {limit}", limit=context["le"])
        case "too_long":
            return sentence("the list has more than {limit} entries", limit=context["max_length"])
        case "too_short":
            return sentence("the list is empty")
        case other:
            return _RULES.get(other, _NOT_ALLOWED)


def _words_allowed(error: ErrorDetails) -> list[str]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    return _QUOTED.findall(expected) or [expected]


def _known_words(error: ErrorDetails) -> list[str]:
    match error["type"]:
        case "extra_forbidden":
            node = _node_class(error["loc"][:-1])
            return [] if node is None else list(node.model_fields)
        case "literal_error":
            return _words_allowed(error)
        case "zone":
            return sorted(zone_names())
        case _:
            return []


def _node_class(place: Iterable[str | int]) -> type[Node] | None:
    """Give the model of the node at a place, by the annotations on the way there."""
    node: type[Node] | None = Agenda
    for step in place:
        field = node.model_fields.get(step) if node is not None and isinstance(step, str) else None
        # A step without a field is a place in a list or the language of a text: the model is known already.
        node = node if field is None else _node_in(field.annotation)
    return node


def _node_in(annotation: object) -> type[Node] | None:
    if annotation is Text:
        return Phrase
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return annotation
    return next((node for part in get_args(annotation) if (node := _node_in(part)) is not None), None)
