"""Ranges begin with their start, have both ends, and are all written alike."""

from __future__ import annotations

import pytest

from tests.checks.circulated import circulated
from tests.checks.findings import ERROR, WARNING, findings, the_finding
from tests.checks.pairs import Pair, agenda_of, found, mended, said

# What is written, what is found in it, and what becomes of it.
END_FIRST = (
    ("الافتتاح 09:45 – 09:00", "09:45 – 09:00", "الافتتاح 09:00 – 09:45"),
    ("الافتتاح (٠٩:٤٥–٠٩:٠٠)", "٠٩:٤٥–٠٩:٠٠", "الافتتاح (٠٩:٠٠–٠٩:٤٥)"),
    ("استراحة من 10:30 إلى 10:15", "10:30 إلى 10:15", "استراحة من 10:15 إلى 10:30"),
    ("المكتب: 6 مساءً - 8 صباحاً", "6 مساءً - 8 صباحاً", "المكتب: 8 صباحاً - 6 مساءً"),
    ("اجتماع 24–22 شباط/فبراير 2021", "24–22 شباط/فبراير 2021", "اجتماع 22–24 شباط/فبراير 2021"),
    ("من 2 تموز/يوليو إلى 28 حزيران/يونيو 2021", "2 تموز/يوليو إلى 28 حزيران/يونيو 2021", "من 28 حزيران/يونيو إلى 2 تموز/يوليو 2021"),
)  # fmt: skip
IN_ORDER: tuple[Pair, ...] = (
    ("Opening (09:00–09:45)", "الافتتاح (09:00–09:45)"),
    ("Meeting of 28 December – 2 January", "اجتماع 28 كانون الأول/ديسمبر – 2 كانون الثاني/يناير"),
    ("Meeting of 28 December 2020 – 2 January 2021", "اجتماع 28 كانون الأول/ديسمبر 2020 – 2 كانون الثاني/يناير 2021"),
    ("Night shift, 22:00–02:00", "المناوبة الليلية 22:00–02:00"),
    ("Proposals 3–5", "المقترحات 3–5"),
    ("Report for 2020–2021", "تقرير الفترة 2020–2021"),
    ("A result of 5–3", "نتيجة 5–3"),
    ("Phone 917-234", "هاتف 917-234"),
)


class TestEndFirst:
    @pytest.mark.parametrize(("ar", "words", "right"), END_FIRST)
    def test_is_found_and_turned_round(self, ar: str, words: str, right: str) -> None:
        agenda = agenda_of(("Some text", ar))
        finding = the_finding(agenda, "D01")
        assert (finding.severity, finding.spot.language, found(agenda, "D01")) == (ERROR, "ar", [words])
        assert said(mended(agenda, "D01", only_safe=True)) == right

    def test_is_found_in_english_too(self) -> None:
        agenda = agenda_of(("Break, 10:30–10:15", "استراحة"))
        assert said(mended(agenda, "D01"), "en") == "Break, 10:15–10:30"

    def test_numbers_are_held_against_the_other_language(self) -> None:
        agenda = agenda_of(("Proposals 3–5", "المقترحات 5–3"))
        assert found(agenda, "D01") == ["5–3"]
        assert said(mended(agenda, "D01")) == "المقترحات 3–5"

    def test_years_are_numbers_too(self) -> None:
        agenda = agenda_of(("Report for 2020–2021", "تقرير الفترة 2021–2020"))
        assert said(mended(agenda, "D01")) == "تقرير الفترة 2020–2021"

    def test_a_night_that_the_other_language_has_in_order_is_turned(self) -> None:
        assert found(agenda_of(("02:00–22:00", "22:00–02:00")), "D01") == ["22:00–02:00"]

    @pytest.mark.parametrize("pair", IN_ORDER, ids=lambda pair: pair[0])
    def test_ranges_in_order_are_let_alone(self, pair: Pair) -> None:
        assert findings(agenda_of(pair), "D01") == ()

    def test_turning_the_source_makes_no_translation_stale(self) -> None:
        changed = mended(agenda_of(("Break, 10:30–10:15", "استراحة")), "D01")
        assert findings(changed, "P02") == ()


HALVES = (
    ("الاجتماع، -10:30 و 12:30 و 13:00 - 15:00", ["-10:30 و 12:30"]),
    ("الاجتماع، - 09:00 و 11:15 و 12:15-14:30", ["- 09:00 و 11:15"]),
    ("الاجتماع (-10:30)", ["-10:30"]),
    ("الاجتماع، 10:30–، ثم الاستراحة", ["10:30–"]),
    ("الاجتماع 10:30 -", ["10:30 -"]),
)
WHOLE = (
    "الاجتماع، 10:30–12:30 و 13:00 - 15:00",
    "23 شباط/فبراير 2021 - 10:30 إلى 15:00",
    "09:00 - 11:15 و 14:00 - 16:00- مدة الاجتماع 6 ساعات",
    "الافتتاح - 09:00",
    "بين 10:30 و 12:30",
    "كوفيد-19: 10:30",
)


class TestHalfARange:
    @pytest.mark.parametrize(("ar", "words"), HALVES)
    def test_is_found(self, ar: str, words: list[str]) -> None:
        agenda = agenda_of(("Some text", ar))
        assert found(agenda, "D02") == words
        assert the_finding(agenda, "D02").severity is ERROR

    @pytest.mark.parametrize("ar", WHOLE)
    def test_whole_ranges_and_single_times_are_let_alone(self, ar: str) -> None:
        assert findings(agenda_of(("Some text", ar)), "D02") == ()

    def test_is_mended_for_sure_where_the_source_has_it(self) -> None:
        agenda = agenda_of(("Meeting, 10:30-12:30 and 13:00-15:00", "الاجتماع، -10:30 و 12:30 و 13:00 - 15:00"))
        assert said(mended(agenda, "D02", only_safe=True)) == "الاجتماع، 10:30–12:30 و 13:00 - 15:00"

    def test_is_only_proposed_where_nothing_says_so(self) -> None:
        finding = the_finding(agenda_of(("Meeting", "الاجتماع، -10:30 و 12:30")), "D02")
        assert finding.safe_fix is None
        assert str(finding.fixes[0].label) == "Write “10:30–12:30”"

    def test_both_of_the_circulated_schedule_are_found(self) -> None:
        assert found(circulated(), "D02") == ["-10:30 و 12:30", "- 09:00 و 11:15"]

    def test_mending_the_source_makes_no_translation_stale(self) -> None:
        changed = mended(agenda_of(("Meeting, -10:30 and 12:30", "الاجتماع، 10:30–12:30")), "D02")
        assert (said(changed, "en"), findings(changed, "P02")) == ("Meeting, 10:30–12:30", ())


class TestMixedDashes:
    def test_what_most_have_is_right(self) -> None:
        agenda = agenda_of("Open 09:00–10:00", "Closed 11:00–12:00", "Lunch 12:00 - 13:00", "Days 3-4")
        assert found(agenda, "D03") == ["12:00 - 13:00", "3-4"]
        assert {finding.severity for finding in findings(agenda, "D03")} == {WARNING}
        changed = mended(agenda, "D03", only_safe=True)
        assert [said(changed, "en", node) for node in ("p3", "p4")] == ["Lunch 12:00–13:00", "Days 3–4"]

    def test_where_it_is_even_an_en_dash_is(self) -> None:
        assert found(agenda_of("Open 09:00-10:00", "Closed 11:00–12:00"), "D03") == ["09:00-10:00"]

    def test_small_numbers_that_rise_are_a_range(self) -> None:
        assert found(agenda_of("Open 09:00–10:00", "Days 3 - 4", "Hours 09:00–11:00"), "D03") == ["3 - 4"]
        assert findings(agenda_of("Open 09:00–10:00", "Item 5 - 3 minutes"), "D03") == ()

    def test_years_are_ranges_also_in_short(self) -> None:
        assert found(agenda_of("Report for 2020-21", "Plan for 2021–2022", "Outlook 2022–23"), "D03") == ["2020-21"]
        assert findings(agenda_of("Open 09:00–10:00", "IGF 2021 - 16 sessions"), "D03") == ()

    def test_languages_are_not_compared(self) -> None:
        assert findings(agenda_of(("Open 09:00–10:00", "مفتوح 09:00 – 10:00")), "D03") == ()

    @pytest.mark.parametrize(
        "other",
        [
            "From 9 to 11 a.m.",
            "28 June – 2 July 2021",
            "E/ESCWA/2021-3",
            "2021-02-22",
            "COVID-19",
            "+41 22 917-1234",
        ],
    )
    def test_what_is_no_plain_range_is_not_compared(self, other: str) -> None:
        assert findings(agenda_of("Open 09:00–10:00", other), "D03") == ()
