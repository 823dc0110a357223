"""P01, P02, P07, P08, P09, P12: translations are there, are of today, are as long, and have the same signs."""

from __future__ import annotations

import pytest

from igfeditor.checks.finding import Finding, Severity
from igfeditor.checks.proof import ProofReader
from igfeditor.checks.registry import chosen_checks
from igfeditor.language.markup import plain
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda, Person, Text
from igfeditor.model.edits import set_text
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_note, a_slot, a_sub_item, a_text, an_agenda, an_item


def an_agenda_of(en: str, ar: str, **more: object) -> Agenda:
    point = a_sub_item("Opening", name="c1").model_copy(update={"text": a_text(en, ar) if en else arabic(ar)})
    slot = a_slot(an_item("Opening", point, ar="افتتاح"), notes=(a_note("A note", "حاشية"),))
    return an_agenda(a_day(slot), **more)


def arabic(ar: str) -> Text:
    return Text({code: phrase for code, phrase in a_text("x", ar).root.items() if code == "ar"})


def found(check: str, agenda: Agenda) -> tuple[Finding, ...]:
    return ProofReader(chosen_checks((check,))).read(agenda).findings


def messages(check: str, en: str, ar: str) -> list[str]:
    return [say(one.message, "en") for one in found(check, an_agenda_of(en, ar))]


def marked(check: str, en: str, ar: str) -> list[str]:
    agenda = an_agenda_of(en, ar)
    spots = [one.spot for one in found(check, agenda)]
    tree = tree_of(agenda)
    return [plain(tree.text(at.node, at.field).wording(at.language))[at.start : at.end] for at in spots]


class TestUntranslated:
    def test_a_missing_translation_is_an_error(self) -> None:
        (finding,) = found("P01", an_agenda_of("Adoption of the agenda", ""))
        assert (finding.severity, finding.spot.node, finding.spot.language) == (Severity.ERROR, "c1", "ar")

    def test_so_is_one_of_spaces(self) -> None:
        assert len(found("P01", an_agenda_of("Adoption of the agenda", " "))) == 1

    def test_a_translation_without_its_source_is_one_too(self) -> None:
        (finding,) = found("P01", an_agenda_of("", "إقرار جدول الأعمال"))
        assert finding.spot.language == "en"

    @pytest.mark.parametrize("en", ["4", "2021–2022", "ICANN", "Zoom", "https://example.org/a", "E/2021/5", "…"])
    def test_what_is_the_same_everywhere_needs_none(self, en: str) -> None:
        assert found("P01", an_agenda_of(en, "")) == ()

    @pytest.mark.parametrize("en", ["ICANN meeting", "Room 4"])
    def test_but_words_beside_it_do(self, en: str) -> None:
        assert len(found("P01", an_agenda_of(en, ""))) == 1

    @pytest.mark.parametrize(
        ("status", "severity"),
        [
            ("preliminary", Severity.WARNING),
            ("draft", Severity.ERROR),
            ("final", Severity.ERROR),
            ("cancelled", Severity.INFO),
        ],
    )
    def test_it_is_as_grave_as_the_agenda_is_ripe(self, status: str, severity: Severity) -> None:
        (finding,) = found("P01", an_agenda_of("Adoption of the agenda", "", status=status))
        assert finding.severity is severity

    def test_names_of_people_may_wait(self) -> None:
        people = (Person(name=a_text("Amal Haddad"), role=a_text("Chair")),)
        agenda = an_agenda(a_day(a_slot(an_item("Opening", ar="افتتاح", people=people))))
        assert [one.severity for one in found("P01", agenda)] == [Severity.WARNING, Severity.ERROR]

    def test_nothing_at_all_is_not_missing(self) -> None:
        assert found("P01", an_agenda_of("Opening", "افتتاح")) == ()


class TestStale:
    def stale(self) -> Agenda:
        return set_text(an_agenda_of("Opening", "افتتاح"), "c1", "text", "en", "Opening and welcome")

    def test_a_translation_of_an_older_source_is_an_error(self) -> None:
        (finding,) = found("P02", self.stale())
        assert (finding.severity, finding.spot.language) == (Severity.ERROR, "ar")

    def test_it_can_be_confirmed(self) -> None:
        agenda = self.stale()
        (fix,) = found("P02", agenda)[0].fixes
        assert not fix.safe
        assert found("P02", fix.edit(agenda)) == ()

    def test_one_of_the_present_source_is_none(self) -> None:
        assert found("P02", an_agenda_of("Opening", "افتتاح")) == ()


LONG = "Review and approve recommendations of the working groups, and approve their activity plans for the year"


class TestLength:
    def test_half_of_a_long_text_is_too_short(self) -> None:
        assert messages("P07", LONG, "استعراض التوصيات") == ["The Arabic text is 16 percent as long as its source."]

    def test_twice_its_length_is_too_long(self) -> None:
        assert len(messages("P07", "Structure and flow of sessions, and events", LONG + LONG)) == 1
        assert messages("P07", "Structure and flow of sessions, and events", LONG) == []

    def test_short_texts_may_be_anything(self) -> None:
        assert messages("P07", "Recap of overall programme structure and flow", "خلاصة") == []

    def test_short_forms_count_in_full(self) -> None:
        arabic = "كلمة من رئيس المجموعة الاستشارية لأصحاب المصلحة المتعددين لمنتدى حوكمة الإنترنت"
        assert messages("P07", "Remarks from IGF MAG Chair, in short", arabic) == []


class TestForeignWords:
    @pytest.mark.parametrize(
        ("en", "ar", "wanted"),
        [
            ("Sandbox project", "مشروع Sandbox", "Sandbox"),
            ("Advisory group", "الفريق الاستشاري (MAG)", "MAG"),
            ("Host country", "إحاطة من host country اليوم", "host country"),
            ("Results of the استطلاع today", "نتائج", "استطلاع"),
            ("IGF2021", "منتدى IGF2021", "IGF2021"),
            ("Virtual", "Virtual", "Virtual"),
            ("ICANN and Sandbox", "ICANN وSandbox", "Sandbox"),
        ],
    )
    def test_they_are_marked(self, en: str, ar: str, wanted: str) -> None:
        assert marked("P08", en, ar) == [wanted]

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("Zoom and ICANN", "برنامج Zoom وICANN"),
            ("See https://example.org/path", "انظر https://example.org/path"),
            ("Document A/RES/70/125", "الوثيقة A/RES/70/125"),
            ("Write to info@example.org", "راسلوا info@example.org"),
            ("Annex II, part B", "المرفق II، الجزء B"),
            ("IPv6", "IPv6"),
            ("Café, 2nd floor", "المقهى، الطابق الثاني"),
        ],
    )
    def test_names_symbols_and_addresses_may_stay(self, en: str, ar: str) -> None:
        assert marked("P08", en, ar) == []

    def test_a_term_can_be_written_in_their_place(self) -> None:
        agenda = an_agenda_of("Advisory group", "الفريق MAG")
        (fix,) = found("P08", agenda)[0].fixes
        assert not fix.safe
        assert found("P08", fix.edit(agenda)) == ()


class TestMarks:
    @pytest.mark.parametrize(
        ("en", "ar", "what"),
        [
            ("*Closed* meeting", "جلسة مغلقة", "emphasis"),
            ("Closed meeting", "جلسة **مغلقة**", "emphasis"),
            ("See [this](https://a.org/)", "انظر [هذا](https://b.org/)", "links"),
            ("[A](https://a.org/) and [B](https://b.org/)", "[أ](https://a.org/) و[ب](https://a.org/)", "links"),
            ("Groups[^n1]", "مجموعات", "note marks"),
        ],
    )
    def test_what_differs_is_named(self, en: str, ar: str, what: str) -> None:
        assert messages("P09", en, ar) == [f"{what} in Arabic are not those of English."]

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("*Closed* meeting", "جلسة *مغلقة*"),
            ("[Site](https://a.org/en)", "[الموقع](https://a.org/ar)"),
            ("Groups[^n1] and *more*", "*مزيد* ومجموعات[^n1]"),
            ("[A](https://a.org/) and [B](https://b.org/)", "[ب](https://b.org/) و[أ](https://a.org/)"),
            ("**All *of* it**", "**هذا كله *هنا***"),
            ("[Site](https://a.org/)", "الموقع"),
            ("[This](https://a.org/) and [that](https://b.org/)", "[هذا](https://a.org/)"),
        ],
    )
    def test_what_is_the_same_in_another_order_is_not(self, en: str, ar: str) -> None:
        assert messages("P09", en, ar) == []


class TestTokens:
    @pytest.mark.parametrize(
        ("en", "ar", "wanted"),
        [
            ("How can it be?", "كيف يمكن ذلك", "?"),
            ("How it can be", "كيف يمكن ذلك؟", "؟"),
            ("Report (A/67/65)", "تقرير", "A/67/65"),
            ("Report", "تقرير (A/67/65)", "A/67/65"),
            ("Write to info@example.org", "راسلوا الأمانة", "info@example.org"),
            ("At https://example.org/x", "على الموقع", "https://example.org/x"),
            ("A/1/2 and A/1/2", "A/1/2", "A/1/2"),
        ],
    )
    def test_what_is_lacking_is_marked(self, en: str, ar: str, wanted: str) -> None:
        assert marked("P12", en, ar) == [wanted]

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("How can it be?", "كيف يمكن ذلك؟"),
            ("Really?!", "حقاً؟!"),
            ("What? Yes", "ماذا؟ نعم"),
            ("Report (A/67/65)", "التقرير A/67/65"),
            ("At https://www.example.org/en", "على https://example.org/ar"),
            ("and/or", "و"),
        ],
    )
    def test_what_stands_in_both_is_not(self, en: str, ar: str) -> None:
        assert marked("P12", en, ar) == []
