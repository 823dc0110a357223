"""An agenda counted: what is there, what is missing, and the hours."""

from igfeditor.model.agenda import Agenda
from igfeditor.services.census import census_of
from tests.document.printing import agenda, day, item, sample, slot, sub_item, text


def test_the_sample_is_counted_as_the_circulated_agenda_was() -> None:
    census = census_of(sample())
    assert (census.days, census.slots, census.breaks, census.items) == (3, 19, 4, 19)
    assert census.sub_items == 41
    assert [(one.minutes_with_breaks, one.minutes_without_breaks) for one in census.hours] == [
        (420, 345), (270, 240), (330, 265),
    ]  # fmt: skip


def test_totals_are_the_sums_of_the_days() -> None:
    census = census_of(sample())
    assert census.minutes_with_breaks == sum(one.minutes_with_breaks for one in census.hours)
    assert census.minutes_without_breaks == sum(one.minutes_without_breaks for one in census.hours)


def with_states(*states: str | None, stale: bool = False) -> Agenda:
    points = [
        {**sub_item("Point"), "text": {"en": {"text": "Point"}, **arabic(state, stale=stale)}} for state in states
    ]
    return agenda(day("2021-02-22", slot("09:00", "10:00", item(children=points))))


def arabic(state: str | None, *, stale: bool) -> dict[str, object]:
    if state is None:
        return {}
    return {"ar": {"text": "نقطة", "state": state, **({"translated_from": "Old"} if stale else {})}}


def test_every_translation_counts_under_its_state() -> None:
    coverage = census_of(with_states("translated", "reviewed", "reviewed", "final", None)).coverage["ar"]
    # The meeting's title and the item's are translated too.
    assert (coverage.translated, coverage.reviewed, coverage.final) == (3, 2, 1)
    assert (coverage.texts, coverage.missing) == (6, 1)
    assert coverage.percent == 85


def test_stale_translation_counts_as_stale_alone() -> None:
    coverage = census_of(with_states("final", stale=True)).coverage["ar"]
    assert (coverage.stale, coverage.final) == (1, 0)


def test_markup_is_not_counted_as_words() -> None:
    one = agenda(day("2021-02-22", heading=text("**Two** words[^n1]")))
    assert census_of(one).coverage["en"].words == 1 + 2


def test_empty_agenda_is_whole() -> None:
    census = census_of(agenda(title={}))
    assert census.texts == 0
    assert {one.percent for one in census.coverage.values()} == {100}
