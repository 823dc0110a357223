"""P05, P06: short forms have their Arabic, a phrase has one translation, and a role has its own."""

from __future__ import annotations

import pytest

from igfeditor.checks.finding import Finding
from igfeditor.checks.proof import ProofReader
from igfeditor.checks.registry import chosen_checks
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda, Person, Phrase, Text
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item


def an_agenda_of(*pairs: tuple[str, str]) -> Agenda:
    points = [a_sub_item(en, ar=ar, name=f"c{number}") for number, (en, ar) in enumerate(pairs, start=1)]
    return an_agenda(a_day(a_slot(an_item("Opening", *points, ar="افتتاح"))))


def an_agenda_with(*roles: tuple[str, str]) -> Agenda:
    people = tuple(
        Person(name=a_text(f"Name {number}", f"اسم {number}"), role=a_text(*role)) for number, role in enumerate(roles)
    )
    return an_agenda(a_day(a_slot(an_item("Opening", ar="افتتاح", people=people))))


def found(check: str, agenda: Agenda) -> tuple[Finding, ...]:
    return ProofReader(chosen_checks((check,))).read(agenda).findings


class TestShortForms:
    @pytest.mark.parametrize(
        ("en", "ar", "short"),
        [
            ("Annual workplan of DCs", "خطة العمل السنوية", "DCs"),
            ("Collaboration with the NRIs", "التعاون مع الشركاء", "NRIs"),
            ("Remarks from MAG members", "كلمات الأعضاء", "MAG"),
            ("Statement by UN DESA", "بيان الإدارة", "UN DESA"),
        ],
    )
    def test_one_that_is_not_rendered_is_found(self, en: str, ar: str, short: str) -> None:
        (finding,) = found("P05", an_agenda_of((en, ar)))
        assert finding.facts["short"] == short
        assert finding.spot.language == "ar"

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("Annual workplan of DCs", "خطة العمل السنوية للتحالفات الدينامية"),
            ("A DC and a BPF", "تحالف دينامي ومنتدى لأفضل الممارسات"),
            ("Work of NRIs", "عمل مبادرات وطنية وإقليمية"),
            ("MAG Chair", "رئيس المجموعة الاستشارية"),
            ("MAG Chair", "رئيس المجموعة MAG"),
            ("Statement by UN DESA", "بيان إدارة الشؤون الاقتصادية والاجتماعية"),
            ("WG on strategy", "الفريق العامل المعني بالاستراتيجية"),
            ("UNESCO statement", "بيان اليونسكو"),
            ("MAGIC and WHOLE", "سحر"),
            ("who is it", "من هو"),
        ],
    )
    def test_one_that_is_rendered_in_any_form_is_not(self, en: str, ar: str) -> None:
        assert found("P05", an_agenda_of((en, ar))) == ()

    def test_a_language_of_latin_letters_keeps_them(self) -> None:
        text = Text({"en": Phrase(text="MAG"), "fr": Phrase(text="Groupe", state="translated")})
        agenda = an_agenda(a_day(a_slot(an_item("Opening"))), languages=("en", "fr"))
        meeting = agenda.meeting.model_copy(update={"title": text})
        assert found("P05", agenda.model_copy(update={"meeting": meeting})) == ()


class TestOnePhrase:
    def test_the_rarer_of_two_translations_is_found(self) -> None:
        agenda = an_agenda_of(
            ("Next steps", "الخطوات التالية"), ("Next steps", "الخطوات المقبلة"), ("Next steps:", "الخطوات التالية")
        )
        (finding,) = found("P06", agenda)
        assert finding.spot.node == "c2"
        assert (finding.spot.start, finding.spot.end) == (0, len("الخطوات المقبلة"))
        assert finding.facts["usual"] == "الخطوات التالية"

    def test_of_two_the_later_one_is_found(self) -> None:
        (finding,) = found("P06", an_agenda_of(("Wrap-up", "خلاصة"), ("Wrap-up", "ختام")))
        assert finding.spot.node == "c2"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (("Chair", "الرئيس"), ("Chair", "الرئيسة")),
            (("Next steps", "الخطوات التالية"), ("Next steps", "خطوات تالية")),
            (("Break", "استراحة"), ("Break", "استراحـــة")),
            (("Opening", "افتتاح"), ("Closing", "افتتاح")),
            (("…", "قريباً"), ("?", "لاحقاً")),
            (("Break", "استراحة"), ("Break", "كلمة " * 50)),
        ],
    )
    def test_inflection_is_no_difference(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        assert found("P06", an_agenda_of(one, other)) == ()


class TestRoles:
    def test_two_roles_with_one_translation_are_found(self) -> None:
        (finding,) = found("P06", an_agenda_with(("Moderator", "مدير الجلسة"), ("Facilitator", "مديرة الجلسة")))
        assert say(finding.message, "en") == "“مديرة الجلسة” stands for “Facilitator” and for “Moderator”."

    def test_one_role_with_two_translations_is_found(self) -> None:
        assert len(found("P06", an_agenda_with(("Moderator", "مدير الجلسة"), ("Moderator", "ميسر")))) == 1

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("Remarks from host country Co-Chair", "كلمة من رئيس البلد المضيف"),
            ("Remarks by the Vice-Chair", "كلمة من الرئيس"),
            ("Remarks by the Chair", "كلمة من نائب الرئيس"),
            ("Remarks by the host country chair", "كلمة من الرئيس المشارك للبلد المضيف"),
        ],
    )
    def test_a_chair_is_no_co_chair(self, en: str, ar: str) -> None:
        assert len(found("P06", an_agenda_of((en, ar)))) == 1

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("Remarks by both Co-Chairs", "كلمتا الرئيسين المشاركين"),
            ("Remarks by the Vice-Chairs", "كلمات نواب الرئيس"),
            ("Remarks by the Chair and the participants", "كلمة الرئيس والمشاركين"),
            ("The Chair and Vice-Chair", "الرئيس ونائب الرئيس"),
            ("Armchair discussion", "نقاش مفتوح"),
        ],
    )
    def test_what_is_said_right_is_let_alone(self, en: str, ar: str) -> None:
        assert found("P06", an_agenda_of((en, ar))) == ()
