"""Zones as papers of meetings name them: seats, letters without a clock, offsets in both languages, and ranges of two."""

from __future__ import annotations

import pytest

from tests.checks.findings import findings
from tests.checks.pairs import agenda_of, found


@pytest.mark.parametrize(
    ("en", "ar", "words"),
    [
        ("All times are Geneva time", "", "Geneva time"),
        ("", "جميع الأوقات بتوقيت جنيف", "توقيت جنيف"),
        ("Broadcast at 10:00 Beijing time", "", "Beijing time"),
        ("", "البث في الساعة 10:00 بتوقيت مكة", "توقيت مكة"),
        ("All times are in CET", "", "CET"),
        ("Times shown below are in EST", "", "EST"),
        ("", "جميع الأوقات بتوقيت CET", "CET"),
        ("At 10:00 GMT +2", "", "GMT +2"),
        ("", "في الساعة 10:00 بتوقيت غرينتش+2", "توقيت غرينتش+2"),
        ("", "في الساعة 10:00 بالتوقيت العالمي المنسق +3", "بالتوقيت العالمي المنسق +3"),
        ("At 10:00 UTC-5", "", "UTC-5"),
        ("At 10:00 UTC–5", "", "UTC–5"),
        ("At 10:00 UTC-05:00", "", "UTC-05:00"),
    ],
)
def test_another_zone_is_found_however_it_is_named(en: str, ar: str, words: str) -> None:
    assert found(agenda_of((en, ar), time_zone="UTC"), "T15") == [words]


@pytest.mark.parametrize(
    "said",
    [
        "From 10:00 UTC - 12:00 UTC",
        "10:00 UTC–12:00",
        "10:00 UTC-12:00 UTC",
        "10.00 UTC – 12.30 UTC",
        "Registration opens at 10:00 UTC - 2 rooms",
        "من 10:00 بالتوقيت العالمي المنسق – 12:00",
        "The first time in CAT history",
    ],
)
def test_a_range_between_two_times_is_no_offset(said: str) -> None:
    pair = (said, "") if said.isascii() or "UTC" in said else ("", said)
    agenda = agenda_of(pair, time_zone="UTC")
    assert findings(agenda, "T15") == ()


@pytest.mark.parametrize(("said", "zone"), [("Geneva time", "Europe/Zurich"), ("Katowice time", "Europe/Warsaw")])
def test_the_seat_of_the_meeting_is_its_zone(said: str, zone: str) -> None:
    assert findings(agenda_of((f"All times are {said}", ""), time_zone=zone), "T15") == ()
