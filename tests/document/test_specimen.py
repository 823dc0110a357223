"""The specimen of the house style shows what each choice changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from igfeditor.document.specimen import SAMPLES, Sample, specimen
from igfeditor.model.agenda import Style
from igfeditor.model.edits import set_style
from tests.agendas import a_day, a_slot, an_agenda


def words(language: str, **style: Any) -> dict[Sample, str]:
    return dict(specimen(set_style(an_agenda(), **style), language))


def test_every_sample_says_something_in_both_languages() -> None:
    for language in ("en", "ar"):
        said = words(language)
        assert tuple(said) == SAMPLES
        assert all(said.values())


@pytest.mark.parametrize(
    ("style", "samples"),
    [
        ({"range_flow": "words"}, {"times", "dates"}),
        ({"range_flow": "start-left"}, {"times", "dates"}),
        ({"arabic_months": "common"}, {"dates", "weekday"}),
        ({"digits": "arabic-indic"}, {"times", "dates", "weekday", "clock", "numbers", "allotted", "duration"}),
        ({"letters": "bracket"}, {"letters"}),
        ({"clock": "12h"}, {"times", "clock"}),
    ],
)
def test_each_choice_is_seen_in_arabic(style: dict[str, Any], samples: set[Sample]) -> None:
    usual, other = words("ar"), words("ar", **style)
    assert {sample for sample in SAMPLES if usual[sample] != other[sample]} <= samples
    assert usual != other


def test_every_field_of_the_style_changes_the_specimen() -> None:
    for name, field in Style.model_fields.items():
        choices = field.annotation.__args__  # type: ignore[union-attr]
        said = [tuple(words(language, **{name: choice}).items()) for choice in choices for language in ("en", "ar")]
        assert len(set(said)) > 2, name


def test_dates_are_those_of_the_agenda() -> None:
    agenda = an_agenda(a_day(a_slot(), on=date(2026, 6, 1)))
    assert dict(specimen(agenda, "en"))["weekday"] == "Monday, 1 June 2026"


def test_agenda_without_days_has_a_specimen() -> None:
    empty = an_agenda().model_copy(update={"days": ()})
    assert dict(specimen(empty, "en"))["dates"].startswith("22 February")
