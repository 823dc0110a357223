"""The printed words of each language, as they stand in `resources/words/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from babel import Locale, UnknownLocaleError

from igfeditor.files import resource

FALLBACK: Final = "en"
_SPELLING: Final[Mapping[str, str]] = MappingProxyType({"en": "en_GB", "ar": "ar"})


@cache
def words_of(language: str) -> Mapping[str, str]:
    """Give the printed words of a language by key; a language without words of its own speaks English."""
    path = resource("words", f"{language}.toml")
    if not path.is_file():
        return words_of(FALLBACK)
    return MappingProxyType(dict(_flat(tomllib.loads(path.read_text(encoding="utf-8")))))


def _flat(table: Mapping[str, Any]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        pairs.extend(_flat(value) if isinstance(value, dict) else [(key, value)])
    return pairs


@cache
def locale_of(language: str) -> Locale:
    """Give the CLDR locale that a language is printed by; United Nations English is spelt as in Britain."""
    try:
        return Locale.parse(_SPELLING.get(language, language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_SPELLING[FALLBACK])


@cache
def levantine() -> Locale:
    """Give the locale of the month names that are used from Beirut to Baghdad (شباط, آذار)."""
    return Locale.parse("ar_LB")


def counted_words(language: str, key: str, count: int) -> str:
    """Give the words that agree with a number, by the plural rules of CLDR, with the number in its place."""
    words = words_of(language)
    own = language if words is not words_of(FALLBACK) else FALLBACK
    form = locale_of(own).plural_form(count)
    return words.get(f"{key}-{form}") or words.get(f"{key}-other") or words[key]
