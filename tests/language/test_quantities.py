"""Minutes and hours, and the agreement of the Arabic noun with its number."""

import pytest

from tests.language.styles import ARABIC, ENGLISH, INDIC, NBSP, loosened

MINUTES = (
    (0, "0 min", "0 دقيقة"), (1, "1 min", "دقيقة واحدة"), (2, "2 min", "دقيقتان"), (3, "3 min", "3 دقائق"),
    (5, "5 min", "5 دقائق"), (10, "10 min", "10 دقائق"), (11, "11 min", "11 دقيقة"), (45, "45 min", "45 دقيقة"),
    (90, "90 min", "90 دقيقة"), (99, "99 min", "99 دقيقة"), (100, "100 min", "100 دقيقة"),
    (102, "102 min", "102 دقيقة"),
    (103, "103 min", "103 دقائق"), (110, "110 min", "110 دقائق"), (111, "111 min", "111 دقيقة"),
    (1440, "1440 min", "1440 دقيقة"),
)  # fmt: skip
ALLOTTED = (
    (1, "(1 min)", "(دقيقة واحدة)"), (2, "(2 min)", "(دقيقتان)"), (5, "(5 min)", "(5 دقائق)"),
    (11, "(11 min)", "(11 دقيقة)"), (60, "(1 h)", "(ساعة واحدة)"), (61, "(1 h 1 min)", "(ساعة ودقيقة واحدة)"),
    (90, "(1 h 30 min)", "(ساعة و30 دقيقة)"), (120, "(2 h)", "(ساعتان)"), (122, "(2 h 2 min)", "(ساعتان ودقيقتان)"),
    (180, "(3 h)", "(3 ساعات)"), (185, "(3 h 5 min)", "(3 ساعات و5 دقائق)"), (660, "(11 h)", "(11 ساعة)"),
)  # fmt: skip
DURATIONS = (
    (0, "0 min", "0 دقيقة"), (45, "45 min", "45 دقيقة"), (60, "1 h 00 min", "ساعة واحدة"),
    (65, "1 h 05 min", "ساعة و5 دقائق"),
    (120, "2 h 00 min", "ساعتان"), (270, "4 h 30 min", "4 ساعات و30 دقيقة"), (345, "5 h 45 min", "5 ساعات و45 دقيقة"),
    (420, "7 h 00 min", "7 ساعات"), (600, "10 h 00 min", "10 ساعات"), (660, "11 h 00 min", "11 ساعة"),
    (1440, "24 h 00 min", "24 ساعة"), (6000, "100 h 00 min", "100 ساعة"), (6180, "103 h 00 min", "103 ساعات"),
)  # fmt: skip


@pytest.mark.parametrize(("count", "english", "arabic"), MINUTES)
def test_minutes_agree_with_their_number(count: int, english: str, arabic: str) -> None:
    assert (loosened(ENGLISH.minutes(count)), loosened(ARABIC.minutes(count))) == (english, arabic)


@pytest.mark.parametrize(("minutes", "english", "arabic"), ALLOTTED)
def test_allotted_time_is_in_brackets_and_in_hours_from_sixty_minutes(minutes: int, english: str, arabic: str) -> None:
    assert (loosened(ENGLISH.allotted(minutes)), loosened(ARABIC.allotted(minutes))) == (english, arabic)


@pytest.mark.parametrize(("minutes", "english", "arabic"), DURATIONS)
def test_duration_of_a_day_in_hours_and_minutes(minutes: int, english: str, arabic: str) -> None:
    assert (loosened(ENGLISH.duration(minutes)), loosened(ARABIC.duration(minutes))) == (english, arabic)


def test_duals_stand_in_the_nominative_which_is_right_as_predicate() -> None:
    line = ARABIC.phrase("total-with-break", total=ARABIC.duration(122), net=ARABIC.duration(120))
    assert line == "مدة الاجتماع ساعتان ودقيقتان بما في ذلك الاستراحة (ساعتان من دونها)"


def test_one_break_and_several_are_said_differently() -> None:
    totals = {"total": ENGLISH.duration(420), "net": ENGLISH.duration(345)}
    assert (
        loosened(ENGLISH.phrase("total-with-break", **totals))
        == "meeting duration 7 h 00 min including break (5 h 45 min without)"
    )
    assert (
        loosened(ENGLISH.phrase("total-with-breaks", **totals))
        == "meeting duration 7 h 00 min including breaks (5 h 45 min without)"
    )
    totals = {"total": ARABIC.duration(420), "net": ARABIC.duration(345)}
    assert loosened(ARABIC.phrase("total-with-breaks", **totals)) == (
        "مدة الاجتماع 7 ساعات بما في ذلك فترات الاستراحة (5 ساعات و45 دقيقة من دونها)"
    )


def test_waw_is_not_glued_to_an_arabic_indic_digit_for_it_would_read_as_a_nine() -> None:
    assert INDIC.duration(345) == f"٥ ساعات و{NBSP}٤٥ دقيقة"
    assert INDIC.allotted(62) == "(ساعة ودقيقتان)"


def test_line_never_parts_a_number_from_its_symbol() -> None:
    assert ENGLISH.minutes(5) == f"5{NBSP}min"
    assert ENGLISH.allotted(90) == f"(1{NBSP}h{NBSP}30{NBSP}min)"
    assert ENGLISH.duration(420) == f"7{NBSP}h{NBSP}00{NBSP}min"
