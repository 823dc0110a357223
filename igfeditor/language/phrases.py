"""The printed words of `resources/words`, read once, and the CLDR locale that stands behind each language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, cast

from babel import Locale, UnknownLocaleError

from igfeditor.files import resource

FALLBACK: Final = "en"
_PLURAL_RULES: Final = "other"
# UN English writes the day before the month and no comma before "and", as CLDR has it for en-GB.
_HOUSE_LOCALES: Final[Mapping[str, str]] = MappingProxyType({FALLBACK: "en_GB"})

Forms = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language file: for each key its plural forms, of which "other" is always there."""

    locale: Locale
    forms: Mapping[str, Forms]

    def phrase(self, key: str, facts: Mapping[str, object]) -> str:
        """Fill a phrase with its facts; a fact `count` chooses the plural form (CLDR plural rules).

        Raises `KeyError` for a key or a fact that does not exist: that is a bug of the caller.
        """
        forms = self.forms[key]
        count = facts.get("count")
        category = self.locale.plural_form(count) if isinstance(count, int) else _PLURAL_RULES
        return forms.get(category, forms[_PLURAL_RULES]).format_map(facts)


@cache
def phrases_for(language: str) -> Phrases:
    """Give the words of a language, or the English ones where it has none of its own."""
    path = resource("words", f"{language}.toml")
    if not (language.isalpha() and path.is_file()):
        return phrases_for(FALLBACK)
    groups = tomllib.loads(path.read_text(encoding="utf-8"))
    return Phrases(locale_of(language), MappingProxyType(dict(_flattened(groups))))


def _flattened(groups: Mapping[str, object]) -> Iterator[tuple[str, Forms]]:
    for group in groups.values():
        for key, value in cast("Mapping[str, str | dict[str, str]]", group).items():
            yield key, MappingProxyType({_PLURAL_RULES: value} if isinstance(value, str) else value)


@cache
def locale_of(language: str) -> Locale:
    """Give the CLDR locale of a language code, that of English where CLDR does not know it."""
    try:
        return Locale.parse(_HOUSE_LOCALES.get(language, language), sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return locale_of(FALLBACK)
