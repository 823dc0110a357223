"""Spell check: which words are looked at, which the dictionary has, and doing without one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.services import spelling
from igfeditor.services.spelling import MOST_SUGGESTIONS, Dictionary, dictionary_of, has_dictionary, words


class Lexicon:
    """A dictionary of few words, which counts what it is asked."""

    def __init__(self, *known: str, offers: tuple[str, ...] = ()) -> None:
        self.known, self.offers, self.asked = known, offers, 0

    def check(self, word: str) -> bool:
        self.asked += 1
        return word in self.known

    def suggest(self, word: str) -> list[str]:
        return list(self.offers)


def letters(text: str, language: str = "en") -> list[str]:
    return [word.letters for word in words(text, language)]


@pytest.fixture
def anew() -> Iterator[None]:
    """Have libraries and dictionaries looked for anew, before and after."""
    cached = (spelling._broker, spelling.dictionary_of)
    for one in cached:
        one.cache_clear()
    yield
    for one in cached:
        one.cache_clear()


# which words


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Opening, closing – and/or both.", "en", ["Opening", "closing", "and", "or", "both"]),
        ("the MAG’s don't", "en", ["the", "don't"]),
        ("multi-stakeholder", "en", ["multi", "stakeholder"]),
        ("3 2021 10:30 ٣٠", "en", []),
        ("see https://intgovforum.org/en or www.un.org", "en", ["see", "or"]),
        ("write to info@example.org, #IGF2021 @person", "en", ["write", "to"]),
        ("UNESCO NGOs MAG's U.N. e.g. 10.30am", "en", []),
        ("mp3 1st covid19 snake_case", "en", []),
        ("a. b) ii. xiv. I", "en", []),
        ("ترحيب IGF Opening", "en", ["Opening"]),
        ("ترحيب Opening", "ar", ["ترحيب"]),
        ("أ. ب) هـ. ٣ دقائق", "ar", ["دقائق"]),
        ("مُجتَمَع المـــنتدى", "ar", ["مجتمع", "المنتدى"]),
        ("aбв", "en", []),
        ("", "en", []),
        ("nai\u0308ve", "en", ["na\u00efve"]),
        ("Word\ufffcother", "en", ["Word", "other"]),
        ("Привет Hello", "ru", ["Привет"]),
    ],
)
def test_only_words_of_the_language_are_looked_at(text: str, language: str, expected: list[str]) -> None:
    assert letters(text, language) == expected


@given(st.text(), st.sampled_from(["en", "ar", "he"]))
def test_words_stand_where_they_are_said_to_stand(text: str, language: str) -> None:
    end = 0
    for word in words(text, language):
        assert end <= word.start < word.end <= len(text)
        assert spelling.bare(text[word.start : word.end]) == word.letters
        end = word.end


# what a dictionary says


def test_words_that_are_not_in_the_dictionary_are_misspelt() -> None:
    text = "a good wrod, wrod"
    found = Dictionary("en", Lexicon("good")).misspelt(text)
    assert [(text[word.start : word.end], word.start) for word in found] == [("wrod", 7), ("wrod", 13)]


def test_a_word_is_looked_up_once() -> None:
    lexicon = Lexicon("good")
    dictionary = Dictionary("en", lexicon)
    for _ in range(3):
        dictionary.misspelt("good good")
    assert lexicon.asked == 1


def test_a_possessive_is_known_where_its_owner_is() -> None:
    dictionary = Dictionary("en", Lexicon("forum"))
    assert dictionary.knows("forum's")
    assert not dictionary.knows("forums")
    assert not dictionary.knows("frum's")


def test_suggestions_are_few_and_each_is_another_word() -> None:
    offers = ("word", "wrod", "word", *(f"word{letter}" for letter in "abcdefgh"))
    offered = Dictionary("en", Lexicon(offers=offers)).suggestions("wrod")
    assert offered[:2] == ("word", "worda")
    assert len(offered) == MOST_SUGGESTIONS
    assert len(set(offered)) == MOST_SUGGESTIONS


# which dictionary


@pytest.mark.parametrize(
    ("language", "tags", "expected"),
    [
        ("en", ["en_AU", "en_US", "en_GB"], "en_GB"),
        ("en", ["en_AU", "en_US"], "en_US"),
        ("en", ["en_ZA", "en_AU", "ar"], "en_AU"),
        ("ar", ["ar_AE", "ar", "en_US"], "ar"),
        ("ar", ["ar_SY", "ar_EG"], "ar_EG"),
        ("fr-CA", ["fr_CA", "fr_FR"], "fr_CA"),
        ("en", ["enm", "ar"], None),
        ("en", [], None),
    ],
)
def test_dictionary_of_a_language_is_its_own_or_that_of_a_region(
    language: str, tags: list[str], expected: str | None
) -> None:
    assert spelling.chosen(language, tags) == expected


def test_nothing_is_imported_before_a_dictionary_is_asked_for() -> None:
    code = "import sys, igfeditor.services.spelling; sys.exit('enchant' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("fault", [ImportError, OSError])
def test_without_the_library_there_is_no_dictionary(
    anew: None, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def missing(name: str) -> None:
        raise fault(name)

    monkeypatch.setattr(spelling, "import_module", missing)
    assert not has_dictionary("en")
    assert dictionary_of("en") is None


class _Unreadable(Exception):
    pass


class _Broker:
    def list_languages(self) -> list[str]:
        return ["en_GB"]

    def request_dict(self, tag: str) -> Lexicon:
        raise _Unreadable(tag)


def test_a_dictionary_that_cannot_be_read_is_none(anew: None, monkeypatch: pytest.MonkeyPatch) -> None:
    library = SimpleNamespace(Broker=_Broker, errors=SimpleNamespace(Error=_Unreadable))
    monkeypatch.setattr(spelling, "import_module", lambda name: library)
    assert has_dictionary("en")
    assert not has_dictionary("ar")
    assert dictionary_of("en") is None
    assert dictionary_of("ar") is None


@pytest.mark.dictionary("en")
def test_english_of_the_machine() -> None:
    dictionary = dictionary_of("en")
    assert dictionary is not None
    assert [word.letters for word in dictionary.misspelt("The comittee’s opening, don’t worry")] == ["comittee's"]
    assert "committee" in dictionary.suggestions("comittee")


@pytest.mark.dictionary("ar")
def test_arabic_of_the_machine_with_clitics_tashkeel_and_tatweel() -> None:
    dictionary = dictionary_of("ar")
    assert dictionary is not None
    found = dictionary.misspelt("وبالاجتماع للبيانات مُجتَمَع المـــنتدى الاجتماعع")
    assert [word.letters for word in found] == ["الاجتماعع"]
    assert "الاجتماع" in dictionary.suggestions("الاجتماعع")
