"""What the program says to its user, in English and in Arabic.

The Arabic stands in `translations/igfeditor_ar.po`, each entry under its English template, and is read when the
first Arabic message is said. A message for which it has no entry is said in English.

A message is for a terminal or a window, not for a document. Facts such as paths, keys and numbers of days are put
between left-to-right marks in Arabic, so that "/tmp/agenda.json" keeps its slash and "2021-02-22" its order; marks
and not isolates, for terminals show isolates as boxes (as R28 says of Word). One thing marks cannot do: a path with
a folder named in Arabic is read from the right, folder by folder.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from igfeditor.errors import Sentence, Worded
from igfeditor.files import translation
from igfeditor.language.bidi import LRM, bidi_classes

ARABIC: Final = "ar"
CATALOGUE: Final = "igfeditor_ar.po"
REPLACEMENT: Final = "\ufffd"

_SPACES: Final = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")
_NOT_PRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def say(message: Sentence, language: str) -> str:
    """Say a message in "en" or "ar"; any other language is answered in English.

    Sentences among the facts are said in the same language. Facts are put on one line, and what could drive a
    terminal or cannot be printed (control characters, undecodable bytes of a file name) becomes U+FFFD.
    """
    template = _template(message, language)
    return template.format_map({name: _fact(value, language) for name, value in message.facts.items()})


def _template(message: Sentence, language: str) -> str:
    if language == ARABIC:
        forms = _arabic().get(message.template, ())
        if forms:
            return forms[arabic_form(message.count or 0) if len(forms) > 1 else 0]
    return message.template if message.plural is None or message.count == 1 else message.plural


def _fact(value: object, language: str) -> str:
    if isinstance(value, Sentence):
        return say(value, language)
    if isinstance(value, Worded):
        value = value.by_language.get(language, str(value))
    words = _NOT_PRINTABLE.sub(REPLACEMENT, _SPACES.sub(" ", str(value)))
    if language != ARABIC or isinstance(value, int):
        return words
    classes = bidi_classes(words)
    return f"{LRM}{words}{LRM}" if "L" in classes or "E" in classes else words


def arabic_form(count: int) -> int:
    """Give the place of the plural form for a number: zero, one, two, few, many, other (CLDR, Arabic cardinals)."""
    if count <= 2:
        return max(count, 0)
    if 3 <= count % 100 <= 10:
        return 3
    return 4 if count % 100 >= 11 else 5


@cache
def _arabic() -> Mapping[str, tuple[str, ...]]:
    """Give the Arabic of each English template: one form, or six where it hangs on a number."""
    path = translation(CATALOGUE)
    if not path.is_file():
        return MappingProxyType({})
    # Babel is imported here, for most runs of the program speak English and have no use for it.
    pofile = importlib.import_module("babel.messages.pofile")
    with path.open("rb") as stream:
        catalogue = pofile.read_po(stream, locale=ARABIC)
    return MappingProxyType({_singular(entry.id): _forms(entry.string) for entry in catalogue if entry.id})


def _singular(identifier: str | tuple[str, ...]) -> str:
    return identifier if isinstance(identifier, str) else identifier[0]


def _forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    forms = (string,) if isinstance(string, str) else tuple(string)
    return forms if all(forms) else ()
