"""The names of languages: as each calls itself, and as facts of messages, said in the language of the message."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from babel import Locale, UnknownLocaleError

from igfeditor.errors import Sentence, Worded, sentence

# The official languages of the United Nations are spelt as it spells them, which in Arabic is not what CLDR has.
_NAMES: Final[Mapping[str, Sentence]] = MappingProxyType(
    {"en": sentence("English"), "ar": sentence("Arabic"), "fr": sentence("French"), "es": sentence("Spanish"),
     "ru": sentence("Russian"), "zh": sentence("Chinese")}
)  # fmt: skip
SAID_IN: Final = ("en", "ar")
"""The languages that messages are said in."""


@cache
def own_name(language: str) -> str:
    """Give the name of a language in itself, with a capital where its script has them; a code that CLDR lacks stays."""
    name = _name(language, language)
    return name if name == language else name[:1].upper() + name[1:]


def language_sentence(language: str) -> Sentence | Worded:
    """Give the name of a language for a message, or its code where nobody has named it."""
    known = _NAMES.get(language)
    return known or Worded(MappingProxyType({said_in: _name(language, said_in) for said_in in SAID_IN}))


def _name(language: str, said_in: str) -> str:
    try:
        return Locale.parse(language).get_language_name(said_in) or language
    except (UnknownLocaleError, ValueError):
        return language
