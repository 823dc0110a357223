"""P03: numbers, times and dates are compared by value, between the languages and with the slot."""

from __future__ import annotations

import pytest

from igfeditor.checks.finding import Finding, Severity
from igfeditor.checks.proof import ProofReader
from igfeditor.checks.registry import chosen_checks
from igfeditor.checks.tokens import digest_of
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda, Phrase, Text
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_sub_item, an_agenda, an_item


def an_agenda_of(en: str, ar: str, *, title: bool = False) -> Agenda:
    """Give an agenda with one text in a slot from 09:30 to 12:00, in its title or in a point of it."""
    item = an_item(en, ar=ar) if title else an_item("Opening", a_sub_item(en, ar=ar), ar="افتتاح")
    return an_agenda(a_day(a_slot(item, start="09:30", end="12:00")))


def found(agenda: Agenda) -> tuple[Finding, ...]:
    return ProofReader(chosen_checks(("P03",))).read(agenda).findings


def marked(agenda: Agenda, finding: Finding) -> str:
    spot = finding.spot
    stored = tree_of(agenda).text(spot.node, spot.field).wording(spot.language)
    return f"{spot.language}: {stored[spot.start : spot.end]}"


def differences(en: str, ar: str, *, title: bool = False) -> list[str]:
    agenda = an_agenda_of(en, ar, title=title)
    return [marked(agenda, one) for one in found(agenda)]


@pytest.mark.parametrize(
    ("en", "ar", "wanted"),
    [
        ("IGF 2021 issues", "قضايا المنتدى 2020", "ar: 2020"),
        ("on 9 February", "في 19 شباط/فبراير", "ar: 19 شباط/فبراير"),
        ("on 9 February", "في 9 آذار/مارس", "ar: 9 آذار/مارس"),
        ("on 26 May 2021", "في 26 أيار/مايو 2020", "ar: 26 أيار/مايو 2020"),
        ("on 22–24 February", "في 22–25 شباط", "ar: 25 شباط"),
        ("at 3 p.m.", "في الساعة 13:00", "ar: الساعة 13:00"),
        ("at 3 p.m.", "الساعة الثالثة صباحاً", "ar: الساعة الثالثة صباحاً"),
        ("at noon", "في 14:00", "ar: 14:00"),
        ("on Tuesday", "يوم الأربعاء", "ar: الأربعاء"),
        ("90 minutes", "ساعة وربع", "ar: ساعة وربع"),
        ("a two-hour talk", "كلمة مدتها ثلاث ساعات", "ar: ثلاث ساعات"),
        ("40 per cent", "٤٥٪", "ar: ٤٥٪"),
        ("the sixteenth meeting", "الاجتماع الخامس عشر", "ar: الخامس عشر"),
        ("the 16th meeting", "الاجتماع الخامس عشر", "ar: الخامس عشر"),
        ("twelve sessions", "خمس عشرة جلسة", "ar: خمس عشرة"),
        ("3 sessions in Room 4", "4 جلسات في القاعة 5", "ar: 5"),
        ("Interventions (3 each)", "مداخلات", "en: 3"),
        ("Feedback", "تعليقات عام 2020", "ar: 2020"),
        ("until 3 June", "حتى 3 حزيران/يوليو", "ar: يوليو"),
    ],
)
def test_what_differs_is_marked(en: str, ar: str, wanted: str) -> None:
    assert wanted in differences(en, ar)
    assert len(differences(en, ar)) <= 2


@pytest.mark.parametrize(
    ("en", "ar"),
    [
        ("at 3 p.m.", "في الساعة ١٥:٠٠"),
        ("at 3", "في الساعة 3"),
        ("2 meetings", "اجتماعان"),
        ("2 tables", "طاولتان"),
        ("2 reports of both", "تقريرا الفريقين"),
        ("22–24 February 2021", "من 22 شباط/فبراير 2021 إلى 24 شباط/فبراير 2021"),
        ("first, second and third", "أولاً وثانياً وثالثاً"),
        ("the first of many", "واحدة من كثير"),
        ("one of us", "أحدنا"),
        ("two of them", "بعضهم"),
        ("the G20", "مجموعة العشرين"),
        ("ICANN71 in June", "الاجتماع 71 في حزيران"),
        ("1,000 people", "ألف شخص"),
        ("2021, then 2020", "2020 ثم 2021"),
        ("1 hour", "ساعة"),
        ("E/2021/5", "وثيقة"),
        ("2021-22", "2021-2022"),
        ("10h30 to 12h00", "10:30 إلى 12:00"),
        ("2,500 people of 120 countries", "2 500 شخص من 120 بلداً"),
        ("2,500 people", "500 2 شخص"),
        ("until 1 p.m.", "حتى الواحدة بعد الظهر"),
    ],
)
def test_the_same_in_other_words_is_the_same(en: str, ar: str) -> None:
    assert differences(en, ar) == []


def test_a_figure_that_is_only_there_is_told_once() -> None:
    (finding,) = found(an_agenda_of("Feedback on IGF", "تعليقات 2020 على منتدى 2020"))
    assert say(finding.message, "en") == "“2020” stands 2 times in Arabic, and not in English."
    assert finding.spot.start == len("تعليقات ")


@pytest.mark.parametrize(
    ("en", "ar", "number"),
    [
        ("Feedback of 9 February", "تعليقات", 1),
        ("Feedback of 9 February 2021", "تعليقات", 2),
        ("at 3", "في الساعة 16:00", 2),
        ("3 groups and 5 rooms", "أربع مجموعات و6 قاعات", 2),
        ("at 3 with 2", "في الساعة 15:00", 1),
        ("2,500 people", "2 من المشاركين و500", 2),
        ("USD 20,000", "020 20 دولار", 2),
        ("10h30", "10:45", 2),
    ],
)
def test_each_is_told_once(en: str, ar: str, number: int) -> None:
    assert len(differences(en, ar)) == number


def test_one_figure_more_is_a_warning_and_a_new_one_an_error() -> None:
    (more,) = found(an_agenda_of("IGF 2021", "منتدى 2021 لعام 2021"))
    (new,) = found(an_agenda_of("IGF", "منتدى 2021"))
    assert (more.severity, new.severity) == (Severity.WARNING, Severity.ERROR)
    assert more.facts["times"] == 2
    assert more.facts["others"] == 1


def test_a_language_whose_months_are_not_known_is_not_compared() -> None:
    text = Text({"en": Phrase(text="on 22 February"), "fr": Phrase(text="le 22 février", state="translated")})
    agenda = an_agenda(a_day(a_slot(an_item("Opening"))), languages=("en", "fr"))
    title = agenda.meeting.model_copy(update={"title": text})
    assert found(agenda.model_copy(update={"meeting": title})) == ()


def test_the_message_names_both() -> None:
    (finding,) = found(an_agenda_of("at 09:00", "في 09:30"))
    assert say(finding.message, "en") == "Arabic has “09:30” where English has “09:00”."


@pytest.mark.parametrize(
    ("en", "ar", "wanted"),
    [
        ("Room 4", "القاعة 3", "القاعة 4"),
        ("Room 4", "القاعة ٣", "القاعة ٤"),
        ("at 09:00 sharp", "في 09:30 تماماً", "في 09:00 تماماً"),
        ("**IGF** 2021", "**منتدى** 2020", "**منتدى** 2021"),
    ],
)
def test_digits_can_be_written_over(en: str, ar: str, wanted: str) -> None:
    agenda = an_agenda_of(en, ar)
    (finding,) = found(agenda)
    (fix,) = finding.fixes
    assert not fix.safe
    changed = fix.edit(agenda)
    assert tree_of(changed).text("c1", "text").wording("ar") == wanted
    assert found(changed) == ()


@pytest.mark.parametrize(
    ("en", "ar"), [("the second", "الثالث"), ("at 09:00", "في الساعة 09:30"), ("at 3 p.m.", "في 14:00")]
)
def test_words_are_not_written_over(en: str, ar: str) -> None:
    (finding,) = found(an_agenda_of(en, ar))
    assert finding.fixes == ()


@pytest.mark.parametrize(
    ("said", "in_a_title", "severity"),
    [
        ("(09:30–12:00)", True, None),
        ("(10:00–11:00)", False, None),
        ("(09:00–10:00)", False, Severity.ERROR),
        ("(11:00–12:30)", True, Severity.ERROR),
        ("(08:00–18:00)", False, None),
        ("(08:00–18:00)", True, Severity.WARNING),
        ("(15:00–16:00)", False, None),
        ("(15:00–16:00)", True, Severity.WARNING),
        ("(10:00–13:00 and 15:00–18:00)", True, None),
        ("(11:00–13:00 CET)", True, None),
        ("(11:00–13:00) on 24 February", True, None),
        ("(Tuesday 11:00–13:00)", True, None),
    ],
)
def test_typed_hours_are_those_of_the_slot(said: str, in_a_title: bool, severity: Severity | None) -> None:
    agenda = an_agenda_of(f"Session {said}", "", title=in_a_title)
    assert [one.severity for one in found(agenda)] == ([] if severity is None else [severity])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IGF 2021 (COVID-19)", "COVID-19 في عام ٢٠٢١"),
        ("Opening", "افتتاح"),
        ("items 3 and 2", "البنود 2 و3"),
    ],
)
def test_plain_figures_that_are_the_same_need_no_reading(one: str, other: str) -> None:
    assert digest_of(one) == digest_of(other) is not None


@pytest.mark.parametrize(
    "said", ["9 a.m.", "22 February", "first", "40%", "40 per cent", "3–5", "2 hours", "1.5", "9th"]
)
def test_what_says_more_than_a_plain_figure_is_read(said: str) -> None:
    assert digest_of(said) is None
