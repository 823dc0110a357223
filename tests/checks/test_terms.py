"""Terms have the rendering that they should have, and one only."""

from __future__ import annotations

import pytest

from igfeditor.model.agenda import Term
from tests.checks.findings import ERROR, WARNING, findings, the_finding
from tests.checks.pairs import Pair, agenda_of, found, mended, said

# What is sent round, what is wrong in it, and what the first fix makes of it.
WRONG = (
    ("Annual workplan of DCs", "خطة العمل السنوية للبلدان النامية", "للبلدان النامية", "خطة العمل السنوية للتحالفات الدينامية"),
    (
        "Opening statements and adoption of the agenda", "البيانات الافتتاحية واعتماد جدول الأعمال",
        "واعتماد جدول الأعمال", "البيانات الافتتاحية وإقرار جدول الأعمال",
    ),
    ("Intersessional work", "العمل بين الجلسات", "العمل بين الجلسات", "العمل بين الدورات"),
    ("MAG Working Groups", "المجموعات العاملة التابعة للفريق", "المجموعات العاملة", "الأفرقة العاملة التابعة للفريق"),
    ("Reports from WGs", "تقارير من مجموعات عمل", "مجموعات عمل", "تقارير من أفرقة عاملة"),
    (
        "Closing remarks from host-country chair", "الكلمة الختامية لرئيس الدولة المضيفة",
        "لرئيس الدولة المضيفة", "الكلمة الختامية للرئيس المشارك للبلد المضيف",
    ),
    ("Capturing consensus if possible", "الحصول على الإجماع إن أمكن", "الإجماع", "الحصول على توافق الآراء إن أمكن"),
    ("All times are in UTC", "الأوقات كلها بالتوقيت العالمي", "بالتوقيت العالمي", "الأوقات كلها بالتوقيت العالمي المنسق"),
    (
        "IGF Secretariat's summary of inputs", "ملخص الأمانة العامة لمنتدى حوكمة الإنترنت بشأن المدخلات",
        "الأمانة العامة لمنتدى حوكمة الإنترنت", "ملخص أمانة منتدى حوكمة الإنترنت بشأن المدخلات",
    ),
    ("Review of the agenda and meeting goals", "مراجعة جدول الأعمال وتحقيق الأهداف", "وتحقيق الأهداف", "مراجعة جدول الأعمال وأهداف الاجتماع"),
)  # fmt: skip
RIGHT: tuple[Pair, ...] = (
    ("Annual workplan of DCs", "خطة العمل السنوية للتحالفات الدينامية"),
    ("Support for developing countries", "دعم البلدان النامية"),
    ("DCs and developing countries", "التحالفات الدينامية والبلدان النامية"),
    ("All times are in UTC", "الأوقات كلها بالتوقيت العالمي المنسق"),
    ("Adoption of the report", "اعتماد التقرير"),
    ("Programme of work of the group", "برنامج عمل المجموعة العاملة"),
    ("Consensus", "توافق الآراء"),
    ("A unanimous vote", "تصويت بالإجماع"),
    ("Working Groups", ""),
)


class TestWrongRenderings:
    @pytest.mark.parametrize(("en", "ar", "words", "right"), WRONG)
    def test_are_found_with_the_words_and_put_right(self, en: str, ar: str, words: str, right: str) -> None:
        agenda = agenda_of((en, ar))
        finding = the_finding(agenda, "G01")
        assert (finding.severity, finding.spot.language, found(agenda, "G01")) == (ERROR, "ar", [words])
        assert said(mended(agenda, "G01")) == right
        assert finding.safe_fix is None

    @pytest.mark.parametrize("pair", RIGHT, ids=lambda pair: pair[0])
    def test_what_is_right_for_a_term_that_is_said_is_let_alone(self, pair: Pair) -> None:
        assert findings(agenda_of(pair), "G01") == ()

    def test_a_term_of_the_project_has_its_own(self) -> None:
        term = Term(id="t1", en="town hall", ar="لقاء مفتوح", forbidden=("قاعة البلدية",))
        agenda = agenda_of(("Town Hall on AI", "قاعة البلدية بشأن الذكاء الاصطناعي"), terms=(term,))
        assert found(agenda, "G01") == ["قاعة البلدية"]
        assert said(mended(agenda, "G01")) == "لقاء مفتوح بشأن الذكاء الاصطناعي"

    def test_vowel_marks_make_no_difference(self) -> None:
        assert found(agenda_of(("Consensus", "تسجيل الإجْماعِ")), "G01") == ["الإجْماعِ"]

    def test_markup_stays(self) -> None:
        agenda = agenda_of(("By **consensus**", "الحصول على **الإجماع** إن أمكن"))
        (finding,) = findings(agenda, "G01")
        changed = finding.fixes[0].edit(agenda)
        assert "**توافق الآراء**" in changed.model_dump_json()


class TestSeveralRenderings:
    def test_the_rarer_one_is_found(self) -> None:
        agenda = agenda_of(
            ("Workshops on data", "حلقات العمل بشأن البيانات"),
            ("Proposals for workshops", "مقترحات لحلقات عمل"),
            ("Selection of workshops", "اختيار ورش العمل"),
        )
        finding = the_finding(agenda, "G02")
        assert (finding.severity, finding.spot.node, found(agenda, "G02")) == (WARNING, "p3", ["ورش العمل"])
        assert finding.facts == {"term": "workshops", "usual": "حلقات العمل", "said": "ورش العمل"}

    def test_of_two_the_listed_one_holds(self) -> None:
        agenda = agenda_of(("Cybersecurity", "الأمن الإلكتروني"), ("Cybersecurity today", "الأمن السيبراني اليوم"))
        assert found(agenda, "G02") == ["الأمن الإلكتروني"]

    @pytest.mark.parametrize(
        "pairs",
        [
            (("The Chair opens", "يفتتح الرئيس الجلسة"), ("Remarks by the Chair", "كلمة رئيسة اللجنة")),
            (("Open forums", "المنتديات المفتوحة"), ("Two open forums", "منتديات مفتوحة")),
            (("UN DESA", "إدارة الشؤون الاقتصادية والاجتماعية"), ("UN DESA", "إدارة الشؤون الاقتصادية والاجتماعية التابعة للأمم المتحدة")),
            (("Workshops", "حلقات العمل"), ("Training", "ورش عمل")),
        ],
    )  # fmt: skip
    def test_inflection_and_shortening_are_no_difference(self, pairs: tuple[Pair, ...]) -> None:
        assert findings(agenda_of(*pairs), "G02") == ()
