"""The two files of printed words: the same keys, the same fields, clean text, and what CLDR has left to CLDR."""

import re
import tomllib
import unicodedata
from collections import Counter
from string import Formatter

import pytest
from babel.dates import get_day_names, get_month_names

from igfeditor.files import resource
from igfeditor.language.bidi import direction_of
from igfeditor.language.cleaning import clean
from igfeditor.language.marks import with_marks
from igfeditor.language.phrases import locale_of, phrases_for

LANGUAGES = ("en", "ar")
KEYS = sorted(phrases_for("en").forms)
BIDI_OR_ODD_SPACE = re.compile("[\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufb50-\ufdff\ufe70-\ufeff]")


def fields(template: str) -> Counter[str]:
    return Counter(field for _, field, _, _ in Formatter().parse(template) if field is not None)


def texts(language: str) -> list[str]:
    return [text for forms in phrases_for(language).forms.values() for text in forms.values()]


def test_both_files_have_the_same_keys_in_the_same_tables() -> None:
    english, arabic = (
        tomllib.loads(resource("words", f"{language}.toml").read_text("utf-8")) for language in LANGUAGES
    )
    assert [(name, list(table)) for name, table in english.items()] == [
        (name, list(table)) for name, table in arabic.items()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_stands_once_in_a_file(language: str) -> None:
    tables = tomllib.loads(resource("words", f"{language}.toml").read_text("utf-8")).values()
    assert sum(len(table) for table in tables) == len(phrases_for(language).forms)


@pytest.mark.parametrize("key", KEYS)
def test_a_phrase_has_the_same_fields_in_both_languages(key: str) -> None:
    english, arabic = (phrases_for(language).forms[key]["other"] for language in LANGUAGES)
    assert fields(english) == fields(arabic)


@pytest.mark.parametrize("key", KEYS)
def test_keys_are_kebab_case_and_phrases_say_something(key: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", key)
    assert all(text.strip() for language in LANGUAGES for text in phrases_for(language).forms[key].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    known = locale_of(language).plural_form.tags | {"other"}
    assert {category for forms in phrases_for(language).forms.values() for category in forms} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_stored_clean_and_without_marks(language: str) -> None:
    for text in texts(language):
        assert unicodedata.is_normalized("NFC", text)
        assert not BIDI_OR_ODD_SPACE.search(text), text
        core = text.strip(" ،؛,;")
        assert clean(core, language, suggestions=True).text == core, text
        assert with_marks(text, direction_of(language)) == text


def test_english_has_no_arabic_and_arabic_no_latin_but_in_a_symbol() -> None:
    assert not [text for text in texts("en") if re.search("[\u0600-\u06ff]", text)]
    latin = [text for text in texts("ar") if re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", text))]
    assert latin == ["Rev.{number}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_that_cldr_has_are_not_in_the_files(language: str) -> None:
    locale = locale_of(language)
    words = {word for text in texts(language) for word in re.findall(r"\w+", text)}
    from_cldr = {*get_month_names(locale=locale).values(), *get_day_names(locale=locale).values()}
    assert not words & from_cldr


@pytest.mark.parametrize("status", ["preliminary", "draft", "revised", "adopted", "final", "cancelled"])
def test_every_status_has_a_heading_and_a_short_word(status: str) -> None:
    assert "AGENDA" in phrases_for("en").phrase(f"status-{status}", {})
    assert "جدول الأعمال" in phrases_for("ar").phrase(f"status-{status}", {})
    assert phrases_for("en").phrase(f"short-status-{status}", {}) == status.capitalize()


def test_plural_form_agrees_with_its_count() -> None:
    said = [phrases_for("ar").phrase("days-later", {"count": count}) for count in (1, 2, 3, 10, 11, 99, 100, 103)]
    assert said == [
        "اليوم التالي", "بعد يومين", "بعد 3 أيام", "بعد 10 أيام",
        "بعد 11 يوماً", "بعد 99 يوماً", "بعد 100 يوم", "بعد 103 أيام",
    ]  # fmt: skip


def test_facts_with_braces_are_printed_as_they_are() -> None:
    assert phrases_for("en").phrase("total", {"total": "{x} {0}"}) == "meeting duration {x} {0}"


def test_unknown_key_is_a_bug_of_the_caller() -> None:
    with pytest.raises(KeyError):
        phrases_for("ar").phrase("no-such-words", {})


@pytest.mark.parametrize("language", ["fr", "xx", "", "../words/en", "en/../ar", "a.b"])
def test_language_without_words_prints_the_english_ones(language: str) -> None:
    assert phrases_for(language).phrase("break", {}) == "BREAK"


@pytest.mark.parametrize(
    ("language", "locale"), [("en", "en_GB"), ("ar", "ar"), ("fr", "fr"), ("xx", "en_GB"), ("", "en_GB")]
)
def test_locale_of_an_unknown_language_is_that_of_english(language: str, locale: str) -> None:
    assert str(locale_of(language)) == locale
