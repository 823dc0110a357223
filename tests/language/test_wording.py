"""What is printed around the texts of an agenda: dates, times, ranges and lists in every house style."""

import re
from datetime import date, time
from itertools import product
from typing import get_args

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.language.bidi import visual
from igfeditor.language.dates import ArabicMonths
from igfeditor.language.marks import with_marks, without_marks
from igfeditor.language.ranges import RangeFlow
from igfeditor.language.wording import Clock, Digits, Letters, Wording, wording_for
from igfeditor.model.agenda import Style
from tests.language.styles import (
    ARABIC,
    ENGLISH,
    INDIC,
    LRM,
    NBSP,
    RLM,
    USUAL,
    HouseStyleForTests,
    arabic,
    english,
    spelled,
)  # fmt: skip

FIRST, LAST = date(2021, 2, 22), date(2021, 2, 24)
EVERY_STYLE = [
    HouseStyleForTests(*choices)
    for choices in product(*(get_args(kind) for kind in (RangeFlow, ArabicMonths, Digits, Letters, Clock)))
]


def seen(text: str) -> str:
    """Give what a reader of an Arabic page sees, from left to right."""
    return without_marks(visual(text, "rtl")).replace(NBSP, " ")


class TestWordings:
    def test_equal_choices_give_the_same_wording(self) -> None:
        assert wording_for("ar", HouseStyleForTests()) is wording_for("ar", Style())

    def test_direction_is_that_of_the_language(self) -> None:
        assert [wording_for(code, USUAL).direction for code in ("en", "ar", "fr")] == ["ltr", "rtl", "ltr"]

    def test_language_without_words_prints_english_ones_and_its_own_dates(self) -> None:
        french = wording_for("fr", USUAL)
        assert (french.language, french.phrase("lunch"), french.day(2)) == ("fr", "LUNCH BREAK", "Day 2")
        assert french.date(FIRST) == "22 février 2021"
        assert french.date_range(FIRST, LAST) == f"22 février 2021{NBSP}– 24 février 2021"
        assert french.joined(["a", "b", "c"]) == "a, b et c"

    def test_days_have_their_numbers(self) -> None:
        assert [one.day(1) for one in (ENGLISH, ARABIC, INDIC)] == ["Day 1", "اليوم 1", "اليوم ١"]


class TestDates:
    MONTHS = (
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو", "تموز/يوليو",
        "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
    )  # fmt: skip

    @pytest.mark.parametrize(("month", "names"), list(enumerate(MONTHS, start=1)))
    def test_arabic_months_of_both_traditions(self, month: int, names: str) -> None:
        levantine, common = names.split("/")
        day = date(2021, month, 9)
        assert ARABIC.date(day) == f"9 {names} 2021"
        assert arabic(arabic_months="levantine").date(day) == f"9 {levantine} 2021"
        assert arabic(arabic_months="common").date(day) == f"9 {common} 2021"

    def test_weekday_and_year_are_printed_on_request(self) -> None:
        assert ENGLISH.date(FIRST) == "22 February 2021"
        assert ENGLISH.date(FIRST, year=False) == "22 February"
        assert ENGLISH.date(FIRST, weekday=True) == "Monday, 22 February 2021"
        assert ARABIC.date(FIRST, weekday=True) == "الاثنين، 22 شباط/فبراير 2021"
        assert INDIC.date(FIRST, year=False) == "٢٢ شباط/فبراير"
        assert (ENGLISH.weekday(LAST), ARABIC.weekday(LAST)) == ("Wednesday", "الأربعاء")

    @pytest.mark.parametrize(
        ("first", "last", "in_english", "in_arabic"),
        [
            (FIRST, FIRST, "22 February 2021", "22 شباط/فبراير 2021"),
            (FIRST, LAST, "22–24 February 2021", "{R}22_–_24 شباط/فبراير 2021"),
            (date(2021, 2, 28), date(2021, 3, 2), "28 February_– 2 March 2021", "28 شباط/فبراير_– 2 آذار/مارس 2021"),
            (
                date(2021, 12, 30), date(2022, 1, 2), "30 December 2021_– 2 January 2022",
                "30 كانون الأول/ديسمبر 2021_– 2 كانون الثاني/يناير 2022",
            ),
            (
                date(2021, 2, 3), date(2022, 2, 4), "3 February 2021_– 4 February 2022",
                "3 شباط/فبراير 2021_– 4 شباط/فبراير 2022",
            ),
        ],
    )  # fmt: skip
    def test_range_shares_what_both_ends_have(self, first: date, last: date, in_english: str, in_arabic: str) -> None:
        assert spelled(ENGLISH.date_range(first, last)) == in_english
        assert spelled(ARABIC.date_range(first, last)) == in_arabic

    def test_range_flows_as_the_house_wants(self) -> None:
        flows = [spelled(arabic(range_flow=flow).date_range(FIRST, LAST)) for flow in get_args(RangeFlow)]
        assert flows == [
            "{R}22_–_24 شباط/فبراير 2021",
            "{L}22_–_24{L} شباط/فبراير 2021",
            "من 22 إلى 24 شباط/فبراير 2021",
        ]

    def test_range_with_month_names_cannot_start_at_the_left_and_is_said_in_words(self) -> None:
        left = arabic(range_flow="start-left")
        assert left.date_range(date(2021, 2, 28), date(2021, 3, 2)) == "من 28 شباط/فبراير إلى 2 آذار/مارس 2021"
        indic = arabic(range_flow="start-left", digits="arabic-indic")
        assert indic.date_range(FIRST, LAST) == "من ٢٢ إلى ٢٤ شباط/فبراير ٢٠٢١"

    @given(st.dates(), st.dates())
    def test_no_date_is_numeric(self, one: date, other: date) -> None:
        for wording in (ENGLISH, ARABIC, INDIC):
            text = wording.date_range(min(one, other), max(one, other))
            assert not re.search(r"\d[/.\-]\d", text)


class TestTimes:
    def test_clock_of_twenty_four_hours(self) -> None:
        assert [one.clock(time(9, 5)) for one in (ENGLISH, ARABIC, INDIC)] == ["09:05", "09:05", "٠٩:٠٥"]

    @pytest.mark.parametrize(
        ("moment", "in_english", "in_arabic"),
        [
            (time(0), "12_midnight", "12:00_ليلاً"), (time(0, 30), "12:30_a.m.", "12:30_ص"),
            (time(9), "9_a.m.", "9:00_ص"),
            (time(11, 59), "11:59_a.m.", "11:59_ص"), (time(12), "12_noon", "12:00_ظهراً"),
            (time(12, 1), "12:01_p.m.", "12:01_م"),
            (time(13), "1_p.m.", "1:00_م"), (time(23, 45), "11:45_p.m.", "11:45_م"),
        ],
    )  # fmt: skip
    def test_clock_of_twelve_hours(self, moment: time, in_english: str, in_arabic: str) -> None:
        assert spelled(english(clock="12h").clock(moment)) == in_english
        assert spelled(arabic(clock="12h").clock(moment)) == in_arabic

    @pytest.mark.parametrize(
        ("flow", "digits", "clock", "text", "on_the_page"),
        [
            ("start-right", "western", "24h", "{R}09:00_–_13:45", "13:45 – 09:00"),
            ("start-right", "arabic-indic", "24h", "{R}٠٩:٠٠_–_١٣:٤٥", "١٣:٤٥ – ٠٩:٠٠"),
            ("start-right", "western", "12h", "9:00_ص_–_1:45_م", "م 1:45 – ص 9:00"),
            ("start-left", "western", "24h", "{L}09:00_–_13:45{L}", "09:00 – 13:45"),
            ("start-left", "arabic-indic", "24h", "من ٠٩:٠٠ إلى ١٣:٤٥", "١٣:٤٥ ىلإ ٠٩:٠٠ نم"),
            ("start-left", "western", "12h", "من 9:00_ص إلى 1:45_م", "م 1:45 ىلإ ص 9:00 نم"),
            ("words", "western", "24h", "من 09:00 إلى 13:45", "13:45 ىلإ 09:00 نم"),
        ],
    )
    def test_arabic_range_flows_as_the_house_wants(
        self, flow: str, digits: str, clock: str, text: str, on_the_page: str
    ) -> None:
        range_text = arabic(range_flow=flow, digits=digits, clock=clock).time_range(time(9), time(13, 45))
        assert spelled(range_text) == text
        assert seen(range_text) == on_the_page

    def test_english_range_has_no_marks_whatever_the_flow(self) -> None:
        ranges = {english(range_flow=flow).time_range(time(9), time(9, 45)) for flow in get_args(RangeFlow)}
        assert ranges == {f"09:00{NBSP}–{NBSP}09:45"}
        assert spelled(english(clock="12h").time_range(time(10), time(13))) == "10_a.m.–1_p.m."

    def test_point_in_time_is_one_clock_time(self) -> None:
        assert (ENGLISH.time_range(time(9), None), ARABIC.time_range(time(9), None)) == ("09:00", "09:00")
        assert ENGLISH.time_range(time(1), None, start_shift=1) == "01:00 (+1 day)"
        assert ARABIC.time_range(time(1), None, start_shift=-1) == "01:00 (اليوم السابق)"

    @pytest.mark.parametrize(
        ("shifts", "in_english", "in_arabic"),
        [
            ((0, 1), "23:00_–_01:00 (+1 day)", "{R}23:00_–_01:00 (اليوم التالي)"),
            ((1, 1), "(+1 day) 23:00_–_01:00", "(اليوم التالي) {R}23:00_–_01:00"),
            ((-1, 0), "23:00 (−1 day)_–_01:00", "من 23:00 (اليوم السابق) إلى 01:00"),
            ((-1, 1), "23:00 (−1 day)_–_01:00 (+1 day)", "من 23:00 (اليوم السابق) إلى 01:00 (اليوم التالي)"),
            ((1, 2), "23:00 (+1 day)_–_01:00 (+2 days)", "من 23:00 (اليوم التالي) إلى 01:00 (بعد يومين)"),
        ],
    )
    def test_clock_of_another_day_says_so(self, shifts: tuple[int, int], in_english: str, in_arabic: str) -> None:
        start, end = shifts
        for wording, expected in ((ENGLISH, in_english), (ARABIC, in_arabic)):
            assert spelled(wording.time_range(time(23), time(1), start_shift=start, end_shift=end)) == expected

    def test_shift_that_follows_a_range_is_that_of_its_end_alone(self) -> None:
        nights = {
            ENGLISH.time_range(time(9), time(10), start_shift=a, end_shift=b) for a, b in ((0, 1), (1, 1), (1, 0))
        }
        assert len(nights) == 3

    def test_shift_agrees_with_its_number(self) -> None:
        assert [ENGLISH.day_shift(days) for days in (-2, -1, 0, 1, 2)] == [
            "(−2 days)",
            "(−1 day)",
            "",
            "(+1 day)",
            "(+2 days)",
        ]
        assert [ARABIC.day_shift(days) for days in (-2, 0, 3)] == ["(قبل يومين)", "", "(بعد 3 أيام)"]
        assert INDIC.day_shift(3) == "(بعد ٣ أيام)"


class TestLists:
    def test_parts_are_joined_as_a_sentence_joins_them(self) -> None:
        assert [ENGLISH.joined(list("abc")[:count]) for count in range(4)] == ["", "a", "a and b", "a, b and c"]
        assert [ARABIC.joined(["أ", "ب", "ج"][:count]) for count in range(4)] == ["", "أ", "أ وب", "أ وب وج"]

    @pytest.mark.parametrize(
        ("wording", "text", "on_the_page"),
        [
            (ARABIC, "{R}09:00_–_11:15 و{R}11:45_–_13:45", "13:45 – 11:45و 11:15 – 09:00"),
            (
                arabic(range_flow="start-left"),
                "{L}09:00_–_11:15{L} و{L}11:45_–_13:45{L}",
                "11:45 – 13:45و 09:00 – 11:15",
            ),
            (
                arabic(range_flow="words"),
                "من 09:00 إلى 11:15 ومن 11:45 إلى 13:45",
                "13:45 ىلإ 11:45 نمو 11:15 ىلإ 09:00 نم",
            ),
            (INDIC, "{R}٠٩:٠٠_–_١١:١٥ و_{R}١١:٤٥_–_١٣:٤٥", "١٣:٤٥ – ١١:٤٥ و ١١:١٥ – ٠٩:٠٠"),
        ],
    )
    def test_blocks_of_a_day_read_from_the_right(self, wording: Wording, text: str, on_the_page: str) -> None:
        blocks = [wording.time_range(time(9), time(11, 15)), wording.time_range(time(11, 45), time(13, 45))]
        assert spelled(wording.joined(blocks)) == text
        assert seen(wording.joined(blocks)) == on_the_page


@pytest.mark.parametrize("style", EVERY_STYLE, ids=lambda style: "-".join(vars(style).values()))
def test_marks_are_where_the_house_of_marks_would_put_them(style: HouseStyleForTests) -> None:
    for language in ("en", "ar"):
        wording = wording_for(language, style)
        times = [
            wording.time_range(time(9, 5), time(hour), start_shift=start, end_shift=end)
            for hour, start, end in product((0, 12, 17), (-1, 0, 1), (-1, 0, 1))
        ]
        days = [wording.date_range(date(2021, 2, 2), date(2021, month, 9)) for month in (2, 3)]
        for text in (*times, *days, wording.joined(times[:3]), wording.duration(95), wording.day_shift(-1)):
            assert with_marks(text, wording.direction) == text
            if RLM not in text and LRM not in text:
                assert visual(text, wording.direction) == get_display(text, base_dir=wording.direction[0].upper())


@given(
    st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
    st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
    st.sampled_from(EVERY_STYLE),
)
def test_reader_of_arabic_meets_the_start_first(start: time, end: time, style: HouseStyleForTests) -> None:
    wording = wording_for("ar", style)
    text = wording.time_range(start, end)
    digits = [re.sub(r"\D", "", part) for part in re.split("–|إلى", without_marks(text))]
    ranges = [re.sub(r"\D", "", part) for part in re.split("–|ىلإ", seen(text))]
    assert ranges == (digits if LRM in text else digits[::-1])
    assert (LRM in text) == (style.range_flow == "start-left" and style.digits == "western" and style.clock == "24h")
