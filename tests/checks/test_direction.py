"""Bullets, punctuation, slashes, digits and unseen signs are those that Arabic is printed rightly with."""

from __future__ import annotations

import pytest

from igfeditor.model.agenda import Style
from tests.agendas import a_day, a_note, a_slot, an_agenda, an_item
from tests.checks.circulated import circulated
from tests.checks.findings import ERROR, WARNING, findings, the_finding, words_at
from tests.checks.pairs import Pair, agenda_of, found, mended, said

SOME = "Some text"


class TestBullets:
    def test_what_most_lines_have_is_right(self) -> None:
        agenda = agenda_of(("Topics:\n• data\n• access", "مواضيع:\n• البيانات\n● النفاذ\n• أخرى"))
        assert (found(agenda, "D04"), the_finding(agenda, "D04").severity) == (["●"], WARNING)
        assert said(mended(agenda, "D04", only_safe=True)) == "مواضيع:\n• البيانات\n• النفاذ\n• أخرى"

    def test_they_are_compared_over_the_whole_agenda(self) -> None:
        assert found(agenda_of("▪ Roles", "· Tasks", "▪ Dates"), "D04") == ["·"]

    @pytest.mark.parametrize("texts", [("• Roles", "• Tasks"), ("Roles · tasks", "• Dates"), ("- Roles", "• Tasks")])
    def test_one_kind_and_signs_within_a_line_are_let_alone(self, texts: tuple[str, str]) -> None:
        assert findings(agenda_of(*texts), "D04") == ()


PUNCTUATION = (
    ("المناقشة, والتعليقات", [","], "المناقشة، والتعليقات"),
    ("الأدوار; والمسؤوليات", [";"], "الأدوار؛ والمسؤوليات"),
    ("ما الخطوة التالية?", ["?"], "ما الخطوة التالية؟"),
    ("أهلاً ، وشكراً", [" ،"], "أهلاً، وشكراً"),
    ("المواعيد : غداً", [" :"], "المواعيد: غداً"),
    ("مناقشة في مجموعات * حول القضايا", [" *"], "مناقشة في مجموعات* حول القضايا"),
    ("* عوامل أخرى للنظر فيها", ["* "], "*عوامل أخرى للنظر فيها"),
)
PUNCTUATED = (
    "مفتوحة حقاً؟!", "الأدوار؛ والمسؤوليات", "التقارير، والتوصيات", "دور ICANN, IETF", "1,500 مشارك", "من المتكلم التالي ...؟",
    "انظر https://example.org/?a=1,2;b", "الحساب .org", "جلسة *مغلقة*", "مجموعات* فرعية", "الساعة 10:30",
)  # fmt: skip


class TestPunctuation:
    @pytest.mark.parametrize(("ar", "words", "right"), PUNCTUATION)
    def test_latin_and_detached_signs_are_found_and_put_right(self, ar: str, words: list[str], right: str) -> None:
        agenda = agenda_of((SOME, ar))
        assert found(agenda, "D05") == words
        assert {finding.severity for finding in findings(agenda, "D05")} == {WARNING}
        assert said(mended(agenda, "D05", only_safe=True)) == right

    @pytest.mark.parametrize("ar", PUNCTUATED)
    def test_what_is_right_is_let_alone(self, ar: str) -> None:
        assert findings(agenda_of((SOME, ar)), "D05") == ()

    def test_a_detached_sign_of_english_is_found(self) -> None:
        assert found(agenda_of("Welcome , and thanks"), "D05") == [" ,"]

    def test_french_has_spaces_before_its_signs(self) -> None:
        agenda = an_agenda(a_day(a_slot(an_item())), languages=("fr", "ar"))
        item = agenda.days[0].slots[0].items[0]
        french = item.model_copy(update={"title": type(item.title).model_validate({"fr": {"text": "Qui parle ?"}})})
        slot = agenda.days[0].slots[0].model_copy(update={"items": (french,)})
        day = agenda.days[0].model_copy(update={"slots": (slot,)})
        assert findings(agenda.model_copy(update={"days": (day,)}), "D05") == ()

    def test_a_note_may_begin_with_its_star(self) -> None:
        agenda = an_agenda(a_day(a_slot(an_item("Groups*"), notes=(a_note("* See the guidelines"),))))
        assert findings(agenda, "D05") == ()

    def test_the_stars_of_the_circulated_agenda_are_found(self) -> None:
        assert found(circulated(), "D05") == [" *", " *", "* "]


SLASHES = (
    ("القضايا/ الموضوعات", "/ ", "القضايا/الموضوعات"),
    ("القضايا /الموضوعات", " /", "القضايا/الموضوعات"),
    ("22 شباط/ فبراير 2021", "/ ", "22 شباط/فبراير 2021"),
)


class TestSlashes:
    @pytest.mark.parametrize(("ar", "words", "right"), SLASHES)
    def test_a_space_on_one_side_is_found_and_taken_out(self, ar: str, words: str, right: str) -> None:
        agenda = agenda_of((SOME, ar))
        assert (found(agenda, "D06"), the_finding(agenda, "D06").severity) == ([words], WARNING)
        assert said(mended(agenda, "D06", only_safe=True)) == right

    @pytest.mark.parametrize(
        "ar", ["القضايا/الموضوعات", "القضايا / الموضوعات", "انظر https://example.org/ ثم", "A/RES/70/125 و"]
    )
    def test_none_or_both_are_let_alone(self, ar: str) -> None:
        assert findings(agenda_of((SOME, ar)), "D06") == ()


class TestDigits:
    @pytest.mark.parametrize(
        ("ar", "words", "right"),
        [
            ("المقترحات 3 و٤ و5", ["٤"], "المقترحات 3 و4 و5"),
            ("من ١٠:٠٠ إلى 11:30", ["١٠:٠٠"], "من 10:00 إلى 11:30"),
            ("زيادة ٢٫٥ من 10", ["٢٫٥"], "زيادة 2.5 من 10"),
            ("۴ من 5", ["۴"], "4 من 5"),
        ],
    )
    def test_of_two_scripts_are_found_and_made_those_of_the_house(self, ar: str, words: list[str], right: str) -> None:
        agenda = agenda_of((SOME, ar))
        assert (found(agenda, "D07"), findings(agenda, "D07")[0].severity) == (words, WARNING)
        assert said(mended(agenda, "D07", only_safe=True)) == right

    def test_the_house_may_print_others(self) -> None:
        agenda = agenda_of((SOME, "من ١٠:٠٠ إلى 11:30"), style=Style(digits="arabic-indic"))
        assert said(mended(agenda, "D07")) == "من ١٠:٠٠ إلى ١١:٣٠"

    @pytest.mark.parametrize(
        "ar", ["١ تشرين الأول ٢٠٢١", "10 و11", "الوثيقة A/RES/70/125 في ٥ صفحات", "IPv6 و٣ أسئلة", "COVID-19 و٣ أسئلة"]
    )
    def test_one_script_and_latin_names_are_let_alone(self, ar: str) -> None:
        assert findings(agenda_of((SOME, ar)), "D07") == ()


UNSEEN = (
    ("افتتاح \u202eالاجتماع", "\u202e", "افتتاح الاجتماع"),
    ("افتتاح\u200f الاجتماع", "\u200f", "افتتاح الاجتماع"),
    ("اف\u00adتتاح", "\u00ad", "افتتاح"),
    ("\u2067افتتاح", "\u2067", "افتتاح"),
    ("ﻣﺸﺎﺭﻛﺔ الشباب", "ﻣﺸﺎﺭﻛﺔ", "مشاركة الشباب"),
)


class TestUnseenSigns:
    @pytest.mark.parametrize(("ar", "words", "right"), UNSEEN)
    def test_are_found_and_taken_out(self, ar: str, words: str, right: str) -> None:
        agenda = agenda_of((SOME, ar))
        finding = the_finding(agenda, "D08")
        assert (finding.severity, words_at(agenda, finding)) == (ERROR, words)
        assert said(mended(agenda, "D08", only_safe=True)) == right

    def test_the_sign_is_named(self) -> None:
        finding = the_finding(agenda_of((SOME, "افتتاح \u202eالاجتماع")), "D08")
        assert str(finding.message) == "An unseen sign stands here: U+202E."

    def test_forms_in_the_order_of_the_page_are_not_turned_without_a_look(self) -> None:
        agenda = agenda_of((SOME, "ﺏﺎﺒﺸﻟﺍ ﺔﻛﺭﺎﺸﻣ"))
        assert the_finding(agenda, "D08").safe_fix is None
        assert said(mended(agenda, "D08", only_safe=False)) == "مشاركة الشباب"

    @pytest.mark.parametrize("ar", ["محمد ﷺ", "من\u00a0إلى", "سطر\nآخر", "می\u200cخواهم"])
    def test_letters_and_spaces_are_let_alone(self, ar: str) -> None:
        assert findings(agenda_of((SOME, ar)), "D08") == ()


class TestStretchedWords:
    @pytest.mark.parametrize(
        ("ar", "words", "right"),
        [
            ("اختتام الاجتمـــاع", "ـــ", "اختتام الاجتماع"),
            ("الخطوات ّ التالية", "ّ", "الخطوات التالية"),
            ("ُالافتتاح", "ُ", "الافتتاح"),
            ("الخطوات ّالتالية", "ّ", "الخطوات التالية"),
        ],
    )
    def test_are_found_and_put_right(self, ar: str, words: str, right: str) -> None:
        agenda = agenda_of((SOME, ar))
        assert (found(agenda, "D09"), the_finding(agenda, "D09").severity) == ([words], WARNING)
        assert said(mended(agenda, "D09")) == right

    def test_a_person_decides_on_a_stretched_name(self) -> None:
        assert the_finding(agenda_of((SOME, "مؤسسة محـمد")), "D09").safe_fix is None

    RIGHT: tuple[Pair, ...] = (
        ("List (e)", "القائمة (هـ)"), ("Relations with ICANN", "العلاقات بـ ICANN"), ("By: invitation", "بـ: دعوة"),
        ("Year 1442", "عام 1442هـ"), ("Introductory", "التمهيديّة"), ("Hello", "أهلاً"), ("It resumes", "تُستأنف"),
    )  # fmt: skip

    @pytest.mark.parametrize("pair", RIGHT, ids=lambda pair: pair[0])
    def test_forms_of_letters_and_vowel_marks_on_letters_are_let_alone(self, pair: Pair) -> None:
        assert findings(agenda_of(pair), "D09") == ()
