"""Words that look like slips: a letter away from a word that the agenda or a term says, or without their hamza."""

from __future__ import annotations

import pytest

from tests.checks.findings import WARNING, findings, the_finding
from tests.checks.pairs import Pair, agenda_of, found, mended, said

HOST: tuple[Pair, ...] = (
    ("Presentation by the host", "عرض الدولة المضيفة"), ("Closing by the host", "كلمة الدولة المضيفة"),
)  # fmt: skip


class TestSlips:
    @pytest.mark.parametrize(
        ("pairs", "words", "right"),
        [
            ((("Remarks", "كلمة رئيس الدولة المضيقة"), *HOST), "المضيقة", "كلمة رئيس الدولة المضيفة"),
            (
                (("A", "أصحاب المصلحة المتعدين"), ("B", "أصحاب المصلحة المتعددين"), ("C", "مع المصلحة المتعددين"), ("D", "لأصحاب المصلحة المتعددين")),
                "المتعدين",
                "أصحاب المصلحة المتعددين",
            ),
            (
                (("A", "اختيار المقرتحات"), ("B", "اختيار المقترحات"), ("C", "اختيار المقترحات"), ("D", "عرض المقترحات")),
                "المقرتحات",
                "اختيار المقترحات",
            ),
            (
                (("A", "اختيار الجلسسات"), ("B", "اختيار الجلسات"), ("C", "اختيار الجلسات"), ("D", "عرض الجلسات")),
                "الجلسسات",
                "اختيار الجلسات",
            ),
            ((("Engaging parliamentarians", "إشراك البرلمانين"),), "البرلمانين", "إشراك البرلمانيين"),
            ((("Work of DCs", "عمل التخالفات الدينامية"),), "التخالفات", "عمل التحالفات الدينامية"),
        ],
    )  # fmt: skip
    def test_of_arabic_are_found(self, pairs: tuple[Pair, ...], words: str, right: str) -> None:
        agenda = agenda_of(*pairs)
        finding = the_finding(agenda, "G06")
        assert (finding.severity, finding.spot.node, found(agenda, "G06")) == (WARNING, "p1", [words])
        assert finding.safe_fix is None
        assert said(mended(agenda, "G06")) == right

    @pytest.mark.parametrize(
        ("slip", "right"),
        [
            ("Open conusltation", "Open consultation"),
            ("Open consltation", "Open consultation"),
            ("Open consulltation", "Open consultation"),
        ],
    )
    def test_of_english_are_found(self, slip: str, right: str) -> None:
        agenda = agenda_of(slip, "Open consultation of 2021", "First open consultation", "Open consultation today")
        assert said(mended(agenda, "G06"), "en") == right

    def test_another_letter_and_a_capital_are_seen_through(self) -> None:
        agenda = agenda_of("Consultotion today", "Open consultation today", "First consultation", "The consultation")
        assert said(mended(agenda, "G06"), "en") == "Consultation today"

    ALONE: tuple[tuple[Pair, ...], ...] = (
        # other words with other dots
        (("A", "الدول الغربية"), ("B", "الدول العربية"), ("C", "الدول العربية"), ("D", "جامعة الدول العربية")),
        (("A", "اختبار الجلسات"), ("B", "اختيار الجلسات"), ("C", "اختيار الجلسات"), ("D", "اختيار الجلسات")),
        (("A", "تجديد العضوية"), ("B", "تحديد العضوية"), ("C", "تحديد العضوية"), ("D", "تحديد العضوية")),
        # inflection
        (("A", "الاجتماع السنوي"), ("B", "الاجتماعات السنوية"), ("C", "الاجتماعات السنوية"), ("D", "الاجتماعات السنوية")),
        (("A", "مشارك في العمل"), ("B", "مشترك في العمل"), ("C", "مشترك في العمل"), ("D", "مشترك في العمل")),
        (("A", "والمناقشة العامة"), ("B", "المناقشة العامة"), ("C", "مناقشة عامة"), ("D", "للمناقشة العامة")),
        (("A", "اجتماع العاملين"), ("B", "اجتماع العمالين"), ("C", "اجتماع العمالين"), ("D", "اجتماع العمالين")),
        (("A", "حوار السياسين"), ("B", "حوار السياسيين"), ("C", "حوار السياسيين"), ("D", "حوار السياسيين")),
        (("A", "مكاتب الأمانة"), ("B", "مكتب الأمانة"), ("C", "مكتب الأمانة"), ("D", "مكتب الأمانة")),
        (("A", "فالأمانة تعرض"), ("B", "الأمانة تعرض"), ("C", "الأمانة تعرض"), ("D", "الأمانة تعرض")),
        # another word of the agenda with a preposition
        (("A", "بحوار اللجنة"), ("B", "بجوار اللجنة"), ("C", "بجوار اللجنة"), ("D", "بجوار اللجنة"), ("E", "حوار عام")),
        # nothing alike around
        (("A", "سماء المضيقة"), *HOST),
        # the term itself, and its other forms
        (("MAG", "الفريق الاستشاري"), ("Engaging parliamentarians", "إشراك البرلمانيين")),
        (("Two parliaments", "البرلمانين"),),
        # English inflection, and words that differ by a letter
        (("Open consultations", ""), ("Open consultation", ""), ("Open consultation", ""), ("Open consultation", "")),
        (("new adviser", ""), ("new advisor", ""), ("new advisor", ""), ("new advisor", "")),
        (("data projection", ""), ("data protection", ""), ("data protection", ""), ("data protection", "")),
        (("to finalise themes", ""), ("to finalize themes", ""), ("to finalize themes", ""), ("to finalize themes", "")),
    )  # fmt: skip

    @pytest.mark.parametrize("pairs", ALONE, ids=lambda pairs: pairs[0][1] or pairs[0][0])
    def test_other_words_are_let_alone(self, pairs: tuple[Pair, ...]) -> None:
        assert findings(agenda_of(*pairs), "G06") == ()

    def test_a_word_that_stands_often_is_no_slip(self) -> None:
        pairs = [(f"A{place}", "كلمة الدولة المضيقة") for place in range(3)]
        assert findings(agenda_of(*pairs, *HOST), "G06") == ()


class TestHamzas:
    @pytest.mark.parametrize(
        ("texts", "words", "right"),
        [
            (("حوكمة الانترنت", "حوكمة الإنترنت"), "الانترنت", "حوكمة الإنترنت"),
            (("برنامج للانترنت",), "للانترنت", "برنامج للإنترنت"),
            (("الإجتماع الثالث", "الاجتماع الأول", "الاجتماع الثاني"), "الإجتماع", "الاجتماع الثالث"),
            (("اجراءات الاختيار", "إجراءات الاختيار", "الإجراءات"), "اجراءات", "إجراءات الاختيار"),
            (("شئون المرأة", "شؤون المرأة", "الشؤون الاجتماعية"), "شئون", "شؤون المرأة"),
        ],
    )
    def test_the_wrong_form_is_found_and_put_right(self, texts: tuple[str, ...], words: str, right: str) -> None:
        agenda = agenda_of(*((f"Text {place}", ar) for place, ar in enumerate(texts)))
        finding = the_finding(agenda, "D10")
        assert (finding.severity, finding.spot.node, found(agenda, "D10")) == (WARNING, "p1", [words])
        assert said(mended(agenda, "D10")) == right

    @pytest.mark.parametrize(("wrong", "right"), [("إختبار النظام", "اختبار النظام"), ("اضافة بند", "إضافة بند")])
    def test_of_two_the_pattern_of_the_word_tells(self, wrong: str, right: str) -> None:
        agenda = agenda_of(("One", right), ("Two", wrong))
        assert [finding.spot.node for finding in findings(agenda, "D10")] == ["p2"]

    def test_a_term_knows_it_for_sure(self) -> None:
        assert the_finding(agenda_of(("The Internet", "الانترنت")), "D10").safe_fix is not None

    @pytest.mark.parametrize(
        "texts",
        [
            ("إعداد التقارير", "أعداد المشاركين"),
            ("أعمال الدورة", "إعمال الحقوق"),
            ("إطلاع الأعضاء", "اطلاع الأعضاء"),
            ("أمام اللجنة", "إمام المسجد"),
            ("أعضاؤه", "أعضائه"),
            ("آخر الأخبار", "أخر الموعد"),
        ],
    )
    def test_other_words_are_let_alone(self, texts: tuple[str, ...]) -> None:
        assert findings(agenda_of(*((f"Text {place}", ar) for place, ar in enumerate(texts))), "D10") == ()
