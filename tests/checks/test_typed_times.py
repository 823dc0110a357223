"""Hours, dates, weekdays and zones that somebody typed, held against the slots, the days and the meeting's zone."""

from __future__ import annotations

from datetime import date

import pytest

from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda, Link, Note, Output
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_text, an_agenda, an_item
from tests.checks.circulated import circulated
from tests.checks.findings import (
    ERROR,
    WARNING,
    facts,
    findings,
    fix_named,
    fixed,
    places,
    the_finding,
    words_at,
)

HOURS = (
    a_slot(an_item("Opening"), start="09:00", end="11:15"),
    a_slot(start="11:15", end="11:45", kind="break"),
    a_slot(an_item("Report"), start="11:45", end="13:45"),
    a_slot(start="13:45", end="14:00", kind="break"),
    a_slot(an_item("Closing"), start="14:00", end="16:00"),
)


def noted(en: str = "", ar: str = "", days: int = 3) -> Agenda:
    """Give a meeting from Monday, 22 to Wednesday, 24 February 2021 with a note; each day has the same hours."""
    made = (a_day(*HOURS, on=date(2021, 2, 22 + place), heading=a_text(f"Part {place}")) for place in range(days))
    return an_agenda(*made, days=days, title=a_text("Annual meeting"), notes=(Note(id="n1", text=a_text(en, ar)),))


def titled(en: str, ar: str = "", days: int = 3) -> Agenda:
    made = (a_day(*HOURS, on=date(2021, 2, 22 + place)) for place in range(days))
    return an_agenda(*made, title=a_text(en, ar))


def headed(*headings: str, ar: bool = False) -> Agenda:
    """Give a meeting of days with these headings."""
    made = (
        a_day(*HOURS, on=date(2021, 2, 22 + place), heading=a_text("" if ar else words, words if ar else ""))
        for place, words in enumerate(headings)
    )
    return an_agenda(*made)


def saying(en: str = "", ar: str = "", zone: str = "UTC", on: str = "2021-02-22", **more: object) -> Agenda:
    """Give a meeting whose one item says something."""
    return an_agenda(a_day(a_slot(an_item(en, ar=ar), start="09:00", end="10:00"), on=on), time_zone=zone, **more)


class TestT05:
    @pytest.mark.parametrize(
        ("en", "ar", "words", "after"),
        [
            ("Day 1: 09:00–16:00 – meeting duration 6 h 45 min including breaks", "", "6 h 45 min", "7 h 00 min"),
            ("Day 1: 09:00–16:00 – 405 minutes", "", "405 minutes", "7 h 00 min"),
            ("", "اليوم 1: مدة الاجتماع 6 ساعات و45 دقيقة بما في ذلك الاستراحة", "6 ساعات و45 دقيقة", "7 ساعات"),
            ("", "اليوم الأول: المدة ٦ ساعات و٤٥ دقيقة", "٦ ساعات و٤٥ دقيقة", "7 ساعات"),
        ],
    )
    def test_a_break_was_left_out(self, en: str, ar: str, words: str, after: str) -> None:
        agenda = noted(en, ar)
        found = the_finding(agenda, "T05")
        assert (found.severity, found.spot.node, words_at(agenda, found)) == (ERROR, "n1", words)
        assert facts(found) == {"stated": "6:45", "computed": "7:00", "start": "13:45", "end": "14:00"}
        note = fixed(agenda, "T05").meeting.notes[0].text
        assert note.wording("en" if en else "ar") == (en or ar).replace(words, after)

    def test_all_breaks_were_left_out(self) -> None:
        found = the_finding(noted("Day 2: meeting duration 6 h 15 min including breaks"), "T05")
        assert "The breaks seem to be left out" in str(found.message)

    def test_a_gap_was_left_out(self) -> None:
        rows = (HOURS[0], a_slot(an_item("Report"), start="12:00", end="13:00"))
        agenda = an_agenda(a_day(*rows, on="2021-02-22"), notes=(Note(id="n1", text=a_text("Day 1: 3 h 15 min")),))
        assert "The gap from 11:15 to 12:00" in str(the_finding(agenda, "T05").message)

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("Day 1: 09:00–16:00 – meeting duration 7 h 00 min including breaks (6 h 15 min without)", ""),
            ("Day 1: 7 hours including breaks, 6 h 15 min net", ""),
            ("", "اليوم 1: مدة الاجتماع 7 ساعات بما في ذلك فترات الاستراحة (6 ساعات و15 دقيقة من دونها)"),
            ("", "اليوم 1: سبع ساعات"),
            ("Speakers have 5 minutes each", "لكل متكلم 5 دقائق"),
            ("Day 9: 5 minutes", ""),
        ],
    )
    def test_a_right_duration_is_let_alone(self, en: str, ar: str) -> None:
        assert findings(noted(en, ar), "T05") == ()

    def test_the_label_of_a_slot(self) -> None:
        lunch = a_slot(start="12:00", end="13:30", kind="lunch", label=a_text("Lunch (1 hour)", "الغداء (ساعة ونصف)"))
        agenda = an_agenda(a_day(lunch))
        found = the_finding(agenda, "T05")
        assert (found.spot.language, words_at(agenda, found)) == ("en", "1 hour")
        assert fixed(agenda, "T05").days[0].slots[0].label.wording("en") == "Lunch (1 h 30 min)"

    def test_minutes_in_a_label_that_are_not_its_own(self) -> None:
        film = a_slot(start="12:00", end="13:30", kind="social", label=a_text("Screening of a 20-minute film"))
        assert findings(an_agenda(a_day(film)), "T05") == ()


class TestT06:
    def test_the_third_block_of_the_circulated_agenda(self) -> None:
        agenda = circulated()
        found = findings(agenda, "T06")
        assert [(one.spot.node, words_at(agenda, one)) for one in found] == [
            ("n3", "14:00-16:00"), ("n3", "14:00 - 16:00"),
        ]  # fmt: skip
        assert facts(found[0]) == {"place": 3, "day": 1, "start": "14:30", "end": "16:00"}
        changed = fix_named(found[0], "Write 14:30").edit(agenda)
        assert "and 14:30-16:00 -" in tree_of(changed).text("n3", "text").wording("en")
        assert [one.spot.language for one in findings(changed, "T06")] == ["ar"]

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("Day 1: 22 February, 09:00–11:15, 11:45–13:45 and 14:00–16:00", ""),
            ("Day 1: 9 a.m.–11:15 a.m., 11:45 a.m.–1:45 p.m., 2–4 p.m.", ""),
            ("", "اليوم 1: 09:00 – 11:15 و11:45 – 13:45 و14:00 – 16:00"),
            ("", "اليوم الأول: من ٠٩:٠٠ إلى ١١:١٥ ومن ١١:٤٥ إلى ١٣:٤٥ ومن ١٤:٠٠ إلى ١٦:٠٠"),
            ("", "اليوم 1: 11:15 – 09:00 و13:45 – 11:45 و16:00 – 14:00"),
            ("22 February: 09:00–16:00", ""),
            ("23 February: the registration desk is open 08:00–18:00", ""),
            ("Lunch is served 12:00–14:00", "يُقدم الغداء 12:00 – 14:00"),
            ("", "اليوم 2: -10:30 و 12:30 و 13:00 - 15:00"),
        ],
    )
    def test_right_lines_and_other_hours_are_let_alone(self, en: str, ar: str) -> None:
        assert findings(noted(en, ar), "T06") == ()

    def test_a_short_pause_may_be_passed_over(self) -> None:
        rows = (a_slot(an_item("One"), start="09:00", end="09:10"), a_slot(an_item("Two"), start="09:15", end="11:15"))
        line = a_text("Day 1: 24 February, 09:00-11:15, 2 h 15 min")
        agenda = an_agenda(a_day(*rows, on="2021-02-24"), notes=(Note(id="n1", text=line),))
        assert findings(agenda, "T05", "T06") == ()

    @pytest.mark.parametrize(
        ("begins", "kind", "is_found"), [("09:20", "", False), ("09:21", "", True), ("09:20", "break", True)]
    )
    def test_a_break_and_a_longer_pause_may_not(self, begins: str, kind: str, *, is_found: bool) -> None:
        pause = (a_slot(start="09:10", end="09:20", kind="break"),) if kind else ()
        rows = (
            a_slot(an_item("One"), start="09:00", end="09:10"),
            *pause,
            a_slot(an_item("Two"), start=begins, end="11:00"),
        )
        line = a_text("Day 1: 09:00-11:00")
        agenda = an_agenda(a_day(*rows), notes=(Note(id="n1", text=line),))
        blocks = an_agenda(
            a_day(*rows, a_slot(an_item("Three"), start="12:00", end="13:00")),
            notes=(Note(id="n1", text=a_text("Day 1: 09:00-11:00 and 12:00-13:00")),),
        )
        assert findings(agenda, "T06") == ()
        assert bool(findings(blocks, "T06")) is is_found

    def test_a_block_that_is_missing(self) -> None:
        found = the_finding(noted("Day 2: 09:00–11:15 and 11:45–13:45"), "T06")
        assert facts(found) == {"day": 2, "blocks": "09:00–11:15; 11:45–13:45; 14:00–16:00"}


class TestT07:
    @pytest.mark.parametrize(
        ("agenda", "words"),
        [
            (noted("22–25 February 2021. To be held virtually."), "22–25 February 2021"),
            (noted("The meeting is held from 21 to 24 February."), "21 to 24 February"),
            (noted("", "22 - 25 شباط/ فبراير 2021. سيعقد بشكل افتراضي."), "22 - 25 شباط/ فبراير 2021"),
            (noted("Tuesday, 23 February, 2021 - 10:30 to 15:00 UTC"), "23 February, 2021"),
            (noted("Day 1: 23 February, 09:00–16:00"), "23 February"),
            (titled("Annual meeting, 1–3 March 2021"), "1–3 March 2021"),
            (titled("Annual meeting, 1 March 2021"), "1 March 2021"),
            (titled("IGF 2021 First Open Consultations and MAG Meeting Day 2"), " Day 2"),
            (titled("Meeting", "اجتماع اليوم الثاني للمجموعة"), " اليوم الثاني"),
            (headed("22 February 2021 – Opening", "24 February 2021 – Closing"), "24 February 2021"),
            (headed("Day 2: 22 February", "Day 2: 24 February"), "24 February"),
            (headed("اليوم 1: 23 شباط/فبراير 2021", ar=True), "23 شباط/فبراير 2021"),
        ],
    )
    def test_dates_that_are_not_those_of_the_days(self, agenda: Agenda, words: str) -> None:
        found = the_finding(agenda, "T07")
        assert (found.severity, words_at(agenda, found)) == (ERROR, words)
        fixed(agenda, "T07")

    @pytest.mark.parametrize(
        "agenda",
        [
            noted("22 - 24 February 2021. To be held virtually."),
            noted("", "22 – 24 شباط/فبراير 2021"),
            noted("", "24 - 22 فبراير 2021"),
            noted("The annual meeting is held from 6 to 10 December 2021."),
            noted("Report on the 9 February consultation"),
            noted("Registration closes on 20 February 2021 at 18:00"),
            noted("Day 2: 23 February, 09:00–16:00"),
            titled("Meeting of 23 February 2021"),
            titled("Open day", days=1),
            titled("Meeting Day 1", days=1),
            titled("Follow-up to the 2030 Agenda", "متابعة خطة عام 2030 في اليوم"),
            headed("Follow-up to the consultation of 9 February", "MAG Meeting"),
            noted("23 February 2021 - 10:30 to 15:00", days=0),
            noted("22 February 2021 - 09:00 to 16:00", days=1),
        ],
    )
    def test_right_dates_and_those_of_something_else_are_let_alone(self, agenda: Agenda) -> None:
        assert findings(agenda, "T07") == ()

    @pytest.mark.parametrize(
        ("en", "ar", "after"),
        [
            ("22–25 February 2021.", "", "22–24 February 2021."),
            ("", "22 - 25 شباط/ فبراير 2021.", "22 – 24 شباط/فبراير 2021."),
        ],
    )
    def test_the_dates_of_the_days_are_written(self, en: str, ar: str, after: str) -> None:
        changed = fixed(noted(en, ar), "T07")
        assert changed.meeting.notes[0].text.wording("en" if en else "ar") == after


class TestT09:
    @pytest.mark.parametrize(
        ("en", "ar", "words", "day", "after"),
        [
            ("Dinner on Monday, 23 February 2021", "", "Monday", "2021-02-23", "Dinner on Tuesday, 23 February 2021"),
            ("Dinner on Wed. 23 February", "", "Wed", "2021-02-23", "Dinner on Tuesday. 23 February"),
            ("Dinner on 23 February (Friday)", "", "Friday", "2021-02-23", "Dinner on 23 February (Tuesday)"),
            (
                "From Monday 22 to Thursday 24 February 2021",
                "",
                "Thursday",
                "2021-02-24",
                "From Monday 22 to Wednesday 24 February 2021",
            ),
            (
                "",
                "العشاء يوم الاثنين 23 شباط/فبراير 2021",
                "الاثنين",
                "2021-02-23",
                "العشاء يوم الثلاثاء 23 شباط/فبراير 2021",
            ),
            ("", "الخميس، ٢٣ فبراير", "الخميس", "2021-02-23", "الثلاثاء، ٢٣ فبراير"),
        ],
    )
    def test_a_weekday_that_is_not_that_of_its_date(self, en: str, ar: str, words: str, day: str, after: str) -> None:
        agenda = saying(en, ar)
        found = the_finding(agenda, "T09")
        assert (found.severity, words_at(agenda, found), facts(found)["date"]) == (ERROR, words, day)
        assert tree_of(fixed(agenda, "T09")).text("i1", "title").wording("en" if en else "ar") == after

    def test_a_weekday_is_named_in_the_language_of_the_message(self) -> None:
        found = the_finding(saying("", "العشاء يوم الاثنين 23 شباط/فبراير 2021"), "T09")
        assert say(found.message, "en") == "2021-02-23 is a Tuesday."
        assert "الثلاثاء" in say(found.message, "ar")

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("Tuesday, 23 February 2021", "الثلاثاء، 23 شباط/ فبراير، 2021"),
            ("Tuesday 23 and Wednesday 24 February 2021", "الثلاثاء 23 والأربعاء 24 فبراير 2021"),
            ("Monday's report of 23 February 2021", ""),
            ("Every Monday; the next report is due on 23 February 2021", ""),
            ("Friday, 32 February 2021", ""),
        ],
    )
    def test_right_weekdays_and_those_by_themselves_are_let_alone(self, en: str, ar: str) -> None:
        assert findings(saying(en, ar), "T09") == ()

    def test_the_year_is_the_nearest(self) -> None:
        assert findings(saying("Wednesday, 31 December", on="2026-01-02"), "T09") == ()
        assert findings(saying("Friday, 2 January", on="2025-12-31"), "T09") == ()
        assert len(findings(saying("Thursday, 31 December", on="2026-01-02"), "T09")) == 1

    def test_a_far_date_without_a_year_is_a_warning(self) -> None:
        assert the_finding(saying("Monday, 23 June"), "T09").severity is WARNING


class TestT10:
    def test_a_heading_without_the_year_of_the_others(self) -> None:
        agenda = headed("22 February 2021 – Consultation", "23 February 2021 – MAG Meeting", "24 February MAG Meeting")
        found = the_finding(agenda, "T10")
        assert (found.severity, found.spot.node, words_at(agenda, found)) == (WARNING, "d3", "24 February")

    def test_outputs_of_one_day(self) -> None:
        texts = ("Report by 1 March 2021", "Plan by 5 April")
        outputs = tuple(Output(id=f"o{place}", text=a_text(words)) for place, words in enumerate(texts))
        assert places(an_agenda(a_day(outputs=outputs)), "T10") == ["o1"]

    @pytest.mark.parametrize(
        "headings",
        [("22 February", "23 February"), ("22 February 2021", "23 February 2021"), ("Opening", "23 February 2021")],
    )
    def test_all_with_or_all_without_are_right(self, headings: tuple[str, ...]) -> None:
        assert findings(headed(*headings), "T10") == ()


class TestT11:
    @pytest.mark.parametrize(
        ("first", "second"), [("2021-02-22", "2021-02-24"), ("2021-02-24", "2021-02-22"), ("2021-02-26", "2021-03-02")]
    )
    def test_days_that_do_not_follow_each_other(self, first: str, second: str) -> None:
        agenda = an_agenda(a_day(on=first), a_day(on=second))
        found = the_finding(agenda, "T11")
        assert (found.severity, found.spot.node, found.spot.field) == (WARNING, "d2", "date")
        assert fixed(agenda, "T11").days[1].date.toordinal() == date.fromisoformat(first).toordinal() + 1

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("2021-02-22", "2021-02-23"),
            ("2021-02-26", "2021-03-01"),
            ("2021-02-25", "2021-02-28"),
            ("2021-02-27", "2021-03-01"),
        ],
    )
    def test_a_weekend_may_lie_between(self, first: str, second: str) -> None:
        assert findings(an_agenda(a_day(on=first), a_day(on=second)), "T11") == ()


class TestT15:
    @pytest.mark.parametrize(
        ("en", "ar", "zone", "words"),
        [
            ("The call begins at 10:30 UTC", "", "Europe/Zurich", "UTC"),
            ("The call begins at 10:30 (UTC+3)", "", "Europe/Zurich", "UTC+3"),
            ("At 10:30 EST", "", "Europe/Zurich", "EST"),
            ("At 10 a.m. CET", "", "UTC", "CET"),
            ("At 1030 hrs EAT", "", "UTC", "EAT"),
            ("At 10:30 Beirut time", "", "UTC", "Beirut time"),
            ("", "في الساعة 10:30 بالتوقيت العالمي المنسق", "Asia/Beirut", "بالتوقيت العالمي المنسق"),
            ("", "في الساعة 10:30 بتوقيت غرينتش", "Asia/Beirut", "توقيت غرينتش"),
            ("", "في الساعة 10:30 بتوقيت بيروت من كل يوم", "UTC", "توقيت بيروت"),
        ],
    )
    def test_a_zone_that_is_not_the_meetings(self, en: str, ar: str, zone: str, words: str) -> None:
        agenda = saying(en, ar, zone)
        found = the_finding(agenda, "T15")
        assert (found.severity, words_at(agenda, found)) == (ERROR, words)
        assert facts(found) == {"name": words, "zone": zone}

    @pytest.mark.parametrize(
        ("en", "ar", "zone"),
        [
            ("At 10:30 UTC", "في الساعة 10:30 بالتوقيت العالمي المنسق", "UTC"),
            ("At 10:30 GMT", "بتوقيت غرينتش", "Europe/London"),
            ("At 10:30 CET (UTC+1)", "بتوقيت زيورخ", "Europe/Zurich"),
            ("At 10:30 CEST", "", "Europe/Zurich"),
            ("At 10:30 Paris time", "", "Europe/Zurich"),
            ("Lunch time, local time, Swiss time", "في الوقت نفسه وتوقيت الجلسات", "Asia/Beirut"),
            ("The EST of 2021, 2021 IST, item 5 (EAT), GMT/5 and TEST", "", "Asia/Beirut"),
        ],
    )
    def test_the_meetings_own_zone_is_right(self, en: str, ar: str, zone: str) -> None:
        assert findings(saying(en, ar, zone), "T15") == ()

    def test_a_zone_that_is_shown_beside_is_right(self) -> None:
        agenda = saying("At 10:30 CET", zone="UTC", extra_time_zones=("Europe/Zurich",))
        assert findings(agenda, "T15") == ()

    def test_the_offset_is_that_of_the_day(self) -> None:
        assert findings(saying("At 10:30 UTC+2", zone="Europe/Zurich", on="2021-07-01"), "T15") == ()
        assert len(findings(saying("At 10:30 UTC+1", zone="Europe/Zurich", on="2021-07-01"), "T15")) == 1


class TestT16:
    NIGHT = a_slot(an_item("Night watch"), start="00:30", end="04:00")

    def test_a_slot_in_which_the_clocks_change(self) -> None:
        agenda = an_agenda(a_day(self.NIGHT, on="2021-03-28"), time_zone="Europe/Zurich")
        found = the_finding(agenda, "T16")
        assert (found.severity, found.spot.node, facts(found)["zone"]) == (WARNING, "s1", "Europe/Zurich")

    def test_a_zone_that_is_shown_beside_counts_too(self) -> None:
        agenda = an_agenda(a_day(self.NIGHT, on="2021-03-28"), extra_time_zones=("Europe/Zurich", "Asia/Tokyo"))
        found = the_finding(agenda, "T16")
        assert facts(found)["zone"] == "Europe/Zurich"

    @pytest.mark.parametrize(
        ("times", "on", "zone"),
        [
            (("09:00", "17:00"), "2021-03-28", "Europe/Zurich"),
            (("01:00", "04:00"), "2021-03-27", "Europe/Zurich"),
            (("01:00", "04:00"), "2021-03-28", "UTC"),
        ],
    )
    def test_other_hours_other_nights_and_other_zones_are_let_alone(
        self, times: tuple[str, str], on: str, zone: str
    ) -> None:
        slot = a_slot(an_item("Session"), start=times[0], end=times[1])
        assert findings(an_agenda(a_day(slot, on=on), time_zone=zone), "T16") == ()


def test_labels_of_links_are_no_lines_of_a_schedule() -> None:
    link = Link(id="l1", label=a_text("Day 1: 09:00–10:00, 3 h"), url="https://example.org/")
    assert findings(an_agenda(a_day(*HOURS), links=(link,)), "T05", "T06") == ()
