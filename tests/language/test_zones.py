"""Names of time zones as column headings have them."""

from datetime import date
from zoneinfo import available_timezones

import pytest

from igfeditor.language.marks import with_marks
from igfeditor.language.wording import wording_for
from tests.language.styles import ARABIC, ENGLISH, USUAL

WINTER, SUMMER = date(2021, 2, 22), date(2021, 7, 22)
ZONES = (
    ("UTC", "UTC", "التوقيت العالمي المنسق"),
    ("Etc/UTC", "UTC", "التوقيت العالمي المنسق"),
    ("Zulu", "UTC", "التوقيت العالمي المنسق"),
    ("GMT", "Greenwich Mean Time", "توقيت غرينتش"),
    ("Europe/Zurich", "Zurich (UTC+1)", "توقيت زيورخ (UTC+1)"),
    ("America/New_York", "New York (UTC−5)", "توقيت نيويورك (UTC−5)"),
    ("America/Argentina/Buenos_Aires", "Buenos Aires (UTC−3)", "توقيت بوينوس أيرس (UTC−3)"),
    ("Asia/Kolkata", "Kolkata (UTC+5:30)", "توقيت كالكتا (UTC+5:30)"),
    ("Asia/Calcutta", "Kolkata (UTC+5:30)", "توقيت كالكتا (UTC+5:30)"),
    ("Europe/Kyiv", "Kyiv (UTC+2)", "توقيت كييف (UTC+2)"),
    ("Europe/London", "London (UTC)", "توقيت لندن (UTC)"),
    ("Africa/Addis_Ababa", "Addis Ababa (UTC+3)", "توقيت أديس أبابا (UTC+3)"),
    ("Etc/GMT+5", "UTC−5", "توقيت UTC−5"),
    ("Etc/GMT-14", "UTC+14", "توقيت UTC+14"),
)


@pytest.mark.parametrize(("zone", "english", "arabic"), ZONES)
def test_zone_is_named_as_a_secretariat_prints_it(zone: str, english: str, arabic: str) -> None:
    assert (ENGLISH.zone(zone, WINTER), ARABIC.zone(zone, WINTER)) == (english, arabic)


def test_offset_is_that_of_the_day() -> None:
    assert ENGLISH.zone("Europe/Zurich", SUMMER) == "Zurich (UTC+2)"
    assert ENGLISH.zone("Europe/London", SUMMER) == "London (UTC+1)"
    assert ENGLISH.zone("America/St_Johns", SUMMER) == "St John’s (UTC−2:30)"


def test_heading_reads_in_both_languages() -> None:
    assert ENGLISH.phrase("time-in", zone=ENGLISH.zone("UTC", WINTER)) == "Time in UTC"
    assert ARABIC.phrase("time-in", zone=ARABIC.zone("UTC", WINTER)) == "الوقت وفق التوقيت العالمي المنسق"
    assert ARABIC.phrase("time-in", zone=ARABIC.zone("Europe/Zurich", WINTER)) == "الوقت وفق توقيت زيورخ (UTC+1)"


@pytest.mark.parametrize("zone", ["Nowhere/Else", "../../etc/passwd", "", "Europe", "Factory", "/abs", "a\x00b"])
def test_unknown_zone_prints_its_id(zone: str) -> None:
    assert (ENGLISH.zone(zone, WINTER), ARABIC.zone(zone, WINTER)) == (zone, zone)


@pytest.mark.parametrize("language", ["en", "ar", "fr", "fa", "xx"])
def test_every_zone_of_the_machine_has_a_name_without_underscores_and_needs_no_mark(language: str) -> None:
    wording = wording_for(language, USUAL)
    for zone in sorted(available_timezones() - {"localtime"}):
        name = wording.zone(zone, WINTER)
        assert name
        assert "_" not in name
        heading = wording.phrase("time-in", zone=name)
        assert with_marks(heading, wording.direction) == heading
