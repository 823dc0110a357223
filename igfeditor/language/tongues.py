"""The names of languages as facts of messages, said in the language of the message."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from igfeditor.errors import Sentence, sentence

_NAMES: Final[Mapping[str, Sentence]] = MappingProxyType(
    {"en": sentence("English"), "ar": sentence("Arabic"), "fr": sentence("French"), "es": sentence("Spanish"),
     "ru": sentence("Russian"), "zh": sentence("Chinese")}
)  # fmt: skip


def language_sentence(language: str) -> Sentence | str:
    """Give the name of a language, or its code where it has no name here."""
    return _NAMES.get(language, language)
