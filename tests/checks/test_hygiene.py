"""Nothing is left over in texts: placeholders, remains of a web page, last year's name, lines that break a phrase."""

from __future__ import annotations

import pytest

from tests.agendas import a_text
from tests.checks.findings import ERROR, INFO, WARNING, findings, the_finding
from tests.checks.pairs import Pair, agenda_of, found, mended, said

LEFT: tuple[tuple[Pair, list[str]], ...] = (
    (("Keynote speaker [TBA]", "المتكلم الرئيسي [TBA]"), ["[TBA]", "[TBA]"]),
    (("Moderator: TBC", "مدير الجلسة: يؤكد لاحقاً"), ["TBC", "يؤكد لاحقاً"]),
    (("Venue (to be confirmed)", "المكان (يحدد فيما بعد)"), ["to be confirmed", "يحدد فيما بعد"]),
    (("Time to be confirmed", "يؤكد الوقت لاحقاً"), ["to be confirmed", "يؤكد الوقت لاحقاً"]),
    (("Meeting in Room XX", "اجتماع في القاعة XX"), ["XX", "XX"]),
    (("xx minutes", "دقائق"), ["xx"]),
    (("Speaker: ____", "المتكلم: ____"), ["____", "____"]),
    (("From XX:XX on", "من XX:XX"), ["XX:XX", "XX:XX"]),
    (("Lorem ipsum", "نص"), ["Lorem ipsum"]),
)
FILLED: tuple[Pair, ...] = (
    ("Room XX, second floor", "القاعة العشرون، الطابق الثاني"),
    ("The dates are to be confirmed by the Bureau", "على المكتب أن يؤكد التواريخ لاحقاً في جلسته"),
    ("Matters to be decided", "مسائل يجب البت فيها"),
    ("Foxx and Exxon", "فوكس"),
    ("Part XXI", "الجزء الحادي والعشرون"),
    ("[sic]", "[كذا]"),
    ("What?!", "ماذا؟!"),
)


class TestPlaceholders:
    @pytest.mark.parametrize(("pair", "words"), LEFT, ids=lambda one: one[0])
    def test_are_found(self, pair: Pair, words: list[str]) -> None:
        agenda = agenda_of(pair)
        assert sorted(found(agenda, "H01")) == sorted(words)
        assert {finding.severity for finding in findings(agenda, "H01")} == {ERROR}

    @pytest.mark.parametrize("pair", FILLED, ids=lambda pair: pair[0])
    def test_words_that_look_like_them_are_let_alone(self, pair: Pair) -> None:
        assert findings(agenda_of(pair), "H01") == ()


WEB = (
    ("<p>Opening of the meeting</p>", ["<p>", "</p>"], "Opening of the meeting"),
    ("Update from <u>the host</u>", ["<u>", "</u>"], "Update from the host"),
    ('<ul style="list-style-type: none"> Roles', ['<ul style="list-style-type: none">'], " Roles"),
    ("Questions &amp; answers", ["&amp;"], "Questions & answers"),
    ("Agenda (active tab)", [" (active tab)"], "Agenda"),
    ("Skip to main content", ["Skip to main content"], ""),
    ("One<br/>two", ["<br/>"], "Onetwo"),
)


class TestTheWeb:
    @pytest.mark.parametrize(("en", "words", "right"), WEB)
    def test_its_remains_are_found_and_taken_out(self, en: str, words: list[str], right: str) -> None:
        agenda = agenda_of(en)
        assert (found(agenda, "H02"), findings(agenda, "H02")[0].severity) == (words, WARNING)
        assert said(mended(agenda, "H02", only_safe=True), "en") == right

    def test_a_label_of_the_page_is_found_beside_a_translation(self) -> None:
        assert found(agenda_of(("Toggle navigation", "القائمة")), "H02") == ["Toggle navigation"]

    def test_those_of_arabic_too(self) -> None:
        agenda = agenda_of(("Agenda", "جدول الأعمال (علامة التبويب النشطة)"))
        assert said(mended(agenda, "H02")) == "جدول الأعمال"

    @pytest.mark.parametrize(
        "en", ["Groups < 10 and > 5", "AT&T; others", "R&D", "Questions & answers", "<speaker>", "The tab (active)"]
    )
    def test_signs_that_are_text_are_let_alone(self, en: str) -> None:
        assert findings(agenda_of(en), "H02") == ()


class TestLastYear:
    def test_a_name_that_others_say_with_this_year_is_told(self) -> None:
        agenda = agenda_of("Themes of IGF 2021", "Shaping the IGF 2020 programme")
        finding = the_finding(agenda, "H03")
        assert (finding.severity, finding.spot.node, found(agenda, "H03")) == (INFO, "p2", ["2020"])

    def test_in_the_title_it_is_a_warning(self) -> None:
        agenda = agenda_of("Opening", title=a_text("IGF 2020 First Open Consultations"))
        assert the_finding(agenda, "H03").severity is WARNING

    @pytest.mark.parametrize(
        "en",
        [
            "IGF 2020 stocktaking", "Recommendations of IGF 2020", "From IGF 2020 to IGF 2021", "Held in February 2020",
            "Shaping the IGF 2022 programme", "Agenda 2030", "Feedback on IGF 2020", "Programme of EuroDIG 2020",
        ],
    )  # fmt: skip
    def test_what_looks_back_or_has_another_name_is_let_alone(self, en: str) -> None:
        assert findings(agenda_of("Themes of IGF 2021", en), "H03") == ()


class TestBrokenLines:
    @pytest.mark.parametrize(
        ("pair", "language", "right"),
        [
            (("Online event supported by\nthe Platform", "فعالية"), "en", "Online event supported by the Platform"),
            (("Meeting of the\nAdvisory Group", "اجتماع"), "en", "Meeting of the Advisory Group"),
            (("Meeting of the group", "اجتماع الفريق\nالاستشاري"), "ar", "اجتماع الفريق الاستشاري"),
            (("Supported by Diplo", "فعالية مدعومة من \n مؤسسة ديبلو"), "ar", "فعالية مدعومة من مؤسسة ديبلو"),
        ],
    )
    def test_are_found_and_joined(self, pair: Pair, language: str, right: str) -> None:
        agenda = agenda_of(pair)
        assert the_finding(agenda, "H06").severity is WARNING
        assert said(mended(agenda, "H06"), language) == right

    def test_only_what_is_sure_is_safe(self) -> None:
        assert the_finding(agenda_of(("Supported by\nthe city", "")), "H06").safe_fix is not None
        assert the_finding(agenda_of(("The group", "الفريق\nالاستشاري")), "H06").safe_fix is None

    @pytest.mark.parametrize(
        "pair",
        [
            ("Opening\nClosing", "الافتتاح\nالاختتام"),
            ("Topics:\ndata", "مواضيع:\nالبيانات"),
            ("First part.\nSecond part", "الجزء الأول.\nالجزء الثاني"),
            ("Roles\n- chair\n- bureau", "الأدوار\n- الرئيس\n- المكتب"),
        ],
    )
    def test_lines_that_end_are_let_alone(self, pair: Pair) -> None:
        assert findings(agenda_of(pair), "H06") == ()
