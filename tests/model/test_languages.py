"""The languages of an agenda: another source, one more, one less."""

from __future__ import annotations

import pytest
from hypothesis import given

from igfeditor.errors import EditError
from igfeditor.model.agenda import Agenda, Phrase, Text
from igfeditor.model.languages import MOST, add_language, remove_language, set_source
from igfeditor.model.soundness import flaws
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_text, agendas, an_agenda, an_item


def with_title(text: Text) -> Agenda:
    return an_agenda(a_day(a_slot(an_item().model_copy(update={"title": text}))))


def title(agenda: Agenda) -> Text:
    return tree_of(agenda).text("i1", "title")


def written_in(agenda: Agenda, language: str) -> int:
    return sum(language in said for said in wordings(agenda))


def wordings(agenda: Agenda) -> list[dict[str, str]]:
    return [{code: phrase.text for code, phrase in at.text.root.items()} for at in agenda_texts(agenda)]


class TestSource:
    def test_old_source_becomes_a_translation_of_the_new_one(self) -> None:
        turned = set_source(with_title(a_text("Opening", "افتتاح", "final")), "ar")
        assert turned.languages == ("ar", "en")
        assert title(turned) == Text({"ar": Phrase(text="افتتاح"), "en": Phrase(text="Opening", state="translated")})

    def test_stale_text_is_confirmed_first(self) -> None:
        with pytest.raises(EditError) as refusal:
            set_source(with_title(a_text("Opening", "افتتاح", translated_from="Begin")), "ar")
        assert str(refusal.value).startswith("1 text is stale")

    def test_source_stays_the_source(self) -> None:
        agenda = an_agenda()
        assert set_source(agenda, "en") is agenda

    def test_language_that_is_not_there_cannot_be_the_source(self) -> None:
        with pytest.raises(EditError, match="no texts in the language fr"):
            set_source(an_agenda(), "fr")

    @given(agenda=agendas())
    def test_any_agenda_stays_sound_and_keeps_every_word(self, agenda: Agenda) -> None:
        for language in agenda.languages:
            try:
                turned = set_source(agenda, language)
            except EditError:
                assert any(phrase.is_stale for at in agenda_texts(agenda) for phrase in at.text.root.values())
                continue
            assert flaws(turned) == ()
            assert turned.source == language
            assert wordings(turned) == wordings(agenda)


class TestAddition:
    def test_language_is_added_after_the_others(self) -> None:
        assert add_language(an_agenda(), "fr").languages == ("en", "ar", "fr")

    def test_texts_are_shared(self) -> None:
        agenda = an_agenda()
        assert add_language(agenda, "fr").days is agenda.days

    @pytest.mark.parametrize("code", ["", "French", "f", "FR", "fr "])
    def test_what_is_no_code_is_refused(self, code: str) -> None:
        with pytest.raises(EditError, match="is not a language"):
            add_language(an_agenda(), code)

    def test_language_is_there_once(self) -> None:
        with pytest.raises(EditError, match="already"):
            add_language(an_agenda(), "ar")

    def test_there_is_a_most(self) -> None:
        agenda = an_agenda()
        for code in ("fr", "es", "ru", "zh", "de", "it"):
            agenda = add_language(agenda, code)
        assert len(agenda.languages) == MOST
        with pytest.raises(EditError, match=f"more than {MOST}"):
            add_language(agenda, "pt")


class TestRemoval:
    def test_all_that_is_written_in_it_goes(self) -> None:
        agenda = with_title(a_text("Opening", "افتتاح"))
        assert written_in(agenda, "ar") > 0
        without = remove_language(agenda, "ar")
        assert without.languages == ("en",)
        assert written_in(without, "ar") == 0
        assert written_in(without, "en") == written_in(agenda, "en")

    def test_source_stays(self) -> None:
        with pytest.raises(EditError, match="source language"):
            remove_language(an_agenda(), "en")

    @given(agenda=agendas())
    def test_any_agenda_stays_sound(self, agenda: Agenda) -> None:
        for language in agenda.languages[1:]:
            assert flaws(remove_language(agenda, language)) == ()
