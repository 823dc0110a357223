"""The structure of an agenda: headings, access, empty titles, and whether the items lead to the outputs."""

from __future__ import annotations

import pytest

from igfeditor.language.tongues import language_sentence
from igfeditor.model.agenda import Access, Agenda, Output, Text
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item
from tests.checks.circulated import circulated
from tests.checks.findings import ERROR, INFO, WARNING, facts, findings, fixed, places, the_finding, words_at

MAG = ("MAG Meeting", "اجتماع المجموعة")


def headed(*headings: tuple[str, str], access: tuple[Access | None, ...] = ()) -> Agenda:
    chosen = access or (None,) * len(headings)
    return an_agenda(*(a_day(heading=a_text(*pair), access=one) for pair, one in zip(headings, chosen, strict=True)))


class TestS01:
    def test_the_headings_that_the_arabic_dropped(self) -> None:
        found = findings(circulated(), "S01")
        assert [(one.spot.node, one.spot.field, one.spot.language) for one in found] == [
            ("d2", "heading", "ar"), ("d3", "heading", "ar"),
        ]  # fmt: skip
        assert {one.severity for one in found} == {ERROR}

    def test_the_translation_of_the_same_heading_is_copied(self) -> None:
        agenda = headed(MAG, ("MAG Meeting", ""))
        found = the_finding(agenda, "S01")
        assert facts(found) == {"day": 2, "language": language_sentence("ar")}
        assert found.safe_fix is not None
        assert fixed(agenda, "S01").days[1].heading.wording("ar") == MAG[1]

    def test_two_translations_are_not_chosen_from_unseen(self) -> None:
        found = the_finding(headed(MAG, ("MAG Meeting", "اجتماع الفريق"), ("MAG Meeting", "")), "S01")
        assert found.safe_fix is None

    def test_the_translation_of_another_heading_is_not_copied(self) -> None:
        assert the_finding(headed(MAG, ("Open consultations", "")), "S01").fixes == ()

    def test_a_stale_translation_is_not_copied(self) -> None:
        stale = a_text(*MAG, translated_from="Meeting")
        agenda = an_agenda(a_day(heading=stale), a_day(heading=a_text("MAG Meeting")))
        assert the_finding(agenda, "S01").fixes == ()

    def test_a_day_without_any_heading_beside_one_that_has(self) -> None:
        found = findings(headed(MAG, ("", "")), "S01")
        assert [one.spot.language for one in found] == ["en", "ar"]

    @pytest.mark.parametrize("agenda", [headed(MAG, MAG), headed(("", ""), ("", "")), an_agenda(days=0)])
    def test_all_or_none_is_right(self, agenda: Agenda) -> None:
        assert findings(agenda, "S01") == ()


class TestS02:
    @pytest.mark.parametrize(
        ("usual", "other", "words"),
        [
            ("Day 1: Opening", "Closing", "lacks the number of the day"),
            ("Opening", "Day 3: Closing", "has the number of the day"),
            ("10 February 2026 – Opening", "Closing", "lacks the date"),
            ("Opening", "12 شباط Closing", "has a date"),
            ("Opening", "Closing *(open)*", "has bold or italic"),
            ("**Opening**", "Closing", "lacks bold or italic"),
        ],
    )
    def test_a_heading_of_another_pattern(self, usual: str, other: str, words: str) -> None:
        found = the_finding(headed((usual, ""), (usual, ""), (other, "")), "S02")
        assert (found.severity, found.spot.node, found.spot.language) == (WARNING, "d3", "en")
        assert words in str(found.message)

    def test_what_most_of_the_headings_do_is_usual(self) -> None:
        headings = ("Day 1: Opening", "Report", "Closing")
        assert places(headed(*((heading, "") for heading in headings)), "S02") == ["d1"]

    def test_the_third_heading_of_the_circulated_agenda(self) -> None:
        assert "d3" in places(circulated(), "S02")

    @pytest.mark.parametrize(
        "headings",
        [
            ("Opening", "Closing"),
            ("Day 1: Opening", "Day 2: Closing"),
            ("*Opening*", "**Closing**"),
            ("Opening", ""),
            ("Opening",),
        ],
    )
    def test_headings_of_one_pattern_are_right(self, headings: tuple[str, ...]) -> None:
        assert findings(headed(*((heading, "") for heading in headings)), "S02") == ()


class TestS03:
    def test_a_day_that_does_not_say_who_has_access(self) -> None:
        found = the_finding(headed(MAG, MAG, access=("observers", None)), "S03")
        assert (found.severity, found.spot.node, found.spot.field, facts(found)) == (
            WARNING,
            "d2",
            "access",
            {"day": 2},
        )

    @pytest.mark.parametrize(
        ("en", "ar", "words", "access"),
        [
            ("MAG Meeting (open to observers)", "اجتماع المجموعة", "(open to observers)", "observers"),
            ("MAG Meeting", "اجتماع المجموعة (مفتوح للمراقبين)", "(مفتوح للمراقبين)", "observers"),
            ("MAG Meeting, members only", "اجتماع المجموعة", "members only", "members"),
            ("Consultation (Open to all)", "مشاورات", "(Open to all)", "open"),
        ],
    )
    def test_access_that_is_typed_in_one_language(self, en: str, ar: str, words: str, access: Access) -> None:
        agenda = headed((en, ar))
        found = the_finding(agenda, "S03")
        assert words_at(agenda, found) == words
        day = fixed(agenda, "S03").days[0]
        assert day.access == access
        assert words not in day.heading.wording("en") + day.heading.wording("ar")

    @pytest.mark.parametrize(
        "agenda",
        [
            headed(MAG, MAG),
            headed(MAG, MAG, access=("open", "observers")),
            headed(("MAG (open to observers)", "المجموعة (مفتوح للمراقبين)")),
            headed(("Open Consultation", "مشاورات مفتوحة"), MAG),
        ],
    )
    def test_all_or_none_is_right(self, agenda: Agenda) -> None:
        assert findings(agenda, "S03") == ()


class TestS04:
    @pytest.mark.parametrize(
        ("agenda", "node", "field"),
        [
            (an_agenda(a_day(a_slot(an_item("")))), "i1", "title"),
            (an_agenda(a_day(a_slot(an_item("", ar="تقرير")))), "i1", "title"),
            (an_agenda(a_day(a_slot(an_item("  ")))), "i1", "title"),
            (an_agenda(a_day(a_slot(an_item("One", a_sub_item("a"), a_sub_item(""))))), "c2", "text"),
            (an_agenda(title=Text()), "meeting", "title"),
        ],
    )
    def test_nothing_in_the_source_language(self, agenda: Agenda, node: str, field: str) -> None:
        found = the_finding(agenda, "S04")
        assert (found.severity, found.spot.node, found.spot.field, found.spot.language) == (ERROR, node, field, "en")

    def test_an_entry_that_is_empty_altogether_is_deleted(self) -> None:
        agenda = an_agenda(a_day(a_slot(an_item("One", a_sub_item("a"), a_sub_item("")))))
        assert "c2" not in tree_of(fixed(agenda, "S04"))

    @pytest.mark.parametrize(
        "item", [an_item("", a_sub_item("a")), an_item("", body=(Output(id="o1", text=a_text("More")),))]
    )
    def test_an_entry_that_holds_something_is_kept(self, item: object) -> None:
        agenda = an_agenda(a_day(a_slot(item)))  # type: ignore[arg-type]
        (fix,) = the_finding(agenda, "S04").fixes
        assert fix.edit(agenda) is agenda

    def test_a_point_that_holds_points_is_kept(self) -> None:
        agenda = an_agenda(a_day(a_slot(an_item("One", a_sub_item("", a_sub_item("deep"))))))
        (fix,) = the_finding(agenda, "S04").fixes
        assert fix.edit(agenda) is agenda

    def test_empty_notes_and_labels_are_no_titles(self) -> None:
        day = a_day(a_slot(an_item("One"), label=Text()), outputs=(Output(id="o1", text=Text()),))
        assert findings(an_agenda(day), "S04") == ()


class TestS05:
    def test_the_outputs_of_the_circulated_agenda(self) -> None:
        agenda = circulated()
        found = findings(agenda, "S05")
        assert [(one.spot.node, facts(one)["day"]) for one in found] == [("o1", 3), ("o2", 3)]
        assert str(found[0].fixes[0].label) == "Move it to day 3"
        changed = found[0].fixes[0].edit(agenda)
        assert [output.id for output in changed.days[1].outputs] == ["o2", "o3", "o4"]
        assert [output.id for output in changed.days[2].outputs] == ["o1"]
        assert places(changed, "S05") == ["o2"]

    @pytest.mark.parametrize(
        ("output", "is_found"),
        [
            ("Adopted programme structure", False),
            ("Structures of programmes", False),
            ("List of nominated experts", True),
        ],
    )
    def test_an_output_that_no_item_names(self, output: str, is_found: bool) -> None:
        items = (
            an_item("Programme structure"),
            an_item("Nomination"),
            an_item("List of speakers"),
            an_item("Expert groups"),
        )
        named = a_day(*(a_slot(item) for item in items), outputs=(Output(id="o1", text=a_text("Programme structure")),))
        other = a_day(a_slot(an_item("Programme structure")), outputs=(Output(id="o2", text=a_text(output)),))
        assert ("o2" in places(an_agenda(named, other), "S05")) is is_found

    def test_one_common_word_elsewhere_is_not_enough(self) -> None:
        output = Output(id="o1", text=a_text("Programme budget"))
        days = (a_day(a_slot(an_item("Programme")), outputs=(output,)), a_day(a_slot(an_item("Budget"))))
        assert findings(an_agenda(*days), "S05") == ()

    def test_a_day_without_items_is_not_judged(self) -> None:
        output = Output(id="o1", text=a_text("Programme budget"))
        days = (a_day(outputs=(output,)), a_day(a_slot(an_item("Programme budget"))))
        assert findings(an_agenda(*days), "S05") == ()

    def test_arabic_words_are_known_with_their_article(self) -> None:
        item = an_item("", ar="استعراض البرنامج السنوي")
        output = Output(id="o1", text=Text({"ar": {"text": "برنامج سنوي"}}))  # type: ignore[dict-item]
        agenda = an_agenda(a_day(a_slot(item), outputs=(output,)), a_day(a_slot(an_item("", ar="الختام"))))
        assert findings(agenda.model_copy(update={"languages": ("ar", "en")}), "S05") == ()

    def test_a_meeting_without_outputs_is_right(self) -> None:
        assert findings(an_agenda(days=2), "S05") == ()


class TestS07:
    def test_days_without_outputs_beside_one_that_has(self) -> None:
        outputs = (Output(id="o1", text=a_text("Plan")),)
        agenda = an_agenda(a_day(), a_day(outputs=outputs), a_day())
        found = findings(agenda, "S07")
        assert [(one.severity, one.spot.node, facts(one)) for one in found] == [
            (INFO, "d1", {"day": 1}), (INFO, "d3", {"day": 3}),
        ]  # fmt: skip

    def test_a_meeting_without_outputs_is_right(self) -> None:
        assert findings(an_agenda(days=3), "S07") == ()
