"""The seven steps of cleaning, each alone and all together, and what must never be touched."""

import re
import unicodedata

import pytest
from arabic_reshaper import ArabicReshaper
from hypothesis import example, given, settings
from hypothesis import strategies as st

from igfeditor.language.cleaning import Change, Doubt, Remark, Step, clean, presentation_forms

AGENDA_LINES = (
    "مشروع جدول الأعمال",
    "1. البيانات الافتتاحية وإقرار جدول الأعمال",
    "أ. رسالة من إدارة الشؤون الاقتصادية والاجتماعية التابعة للأمم المتحدة",
    "هـ. إقرار جدول الأعمال",
    "استخلاص حصيلة منتدى حوكمة الإنترنت 2020 (10 دقائق)",
    "الفقرة 93 (أ) من خريطة طريق الأمين العام",
    "كيف يمكن للمنتدى الاحتفاظ بطابعه المفتوح، مع زيادة التركيز؟",
    "لا إله إلا الله؛ الآن والأولى لأن الإلمام",
    "الوثيقة E/ESCWA/C.8/2026/3 والموقع https://www.intgovforum.org/?a=1,2",
)
RESHAPER = ArabicReshaper(configuration={"delete_harakat": False, "support_ligatures": True})


def cleaned(text: str, language: str = "ar") -> str:
    """Give the text with its safe steps applied."""
    return clean(text, language).text


def improved(text: str, language: str = "ar") -> str:
    """Give the text with the suggestions applied too."""
    return clean(text, language, suggestions=True).text


def counts(changes: tuple[Change, ...]) -> dict[str, int]:
    return {change.step.value: change.count for change in changes}


class TestControls:
    @pytest.mark.parametrize(
        "sign", ["\x00", "\x07", "\x1f", "\x7f", "\x9f", "\ufeff", "\u00ad", "\u200b", "\u2060", "\ud800"]
    )
    def test_characters_that_no_text_needs_are_dropped(self, sign: str) -> None:
        assert cleaned(f"{sign}جدول{sign} الأعمال", "ar") == "جدول الأعمال"
        assert cleaned(f"agen{sign}da", "en") == "agenda"

    @pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
    def test_there_is_one_kind_of_line_end(self, end: str) -> None:
        assert cleaned(f"one{end}two", "en") == "one\ntwo"

    def test_letters_and_their_marks_are_composed(self) -> None:
        assert cleaned("ا\u0653لا\u0654") == "آلأ"
        assert cleaned("Zu\u0308rich", "en") == "Zürich"

    @pytest.mark.parametrize("text", ["… ½ ﬁ x² № ™ Ａ", "10 ㎏"])
    def test_compatibility_characters_of_the_writer_stay(self, text: str) -> None:
        assert cleaned(text, "en") == text
        assert cleaned(text, "ar") == text


class TestForms:
    @pytest.mark.parametrize("line", AGENDA_LINES)
    def test_reshaped_text_comes_back_as_it_was(self, line: str) -> None:
        reshaped = RESHAPER.reshape(line)
        assert presentation_forms(reshaped)
        result = clean(reshaped, "ar")
        assert result.text == line
        assert list(counts(result.changes)) == ["forms"]

    @given(st.text(alphabet="ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ", max_size=60))
    def test_any_arabic_words_come_back(self, text: str) -> None:
        assert cleaned(RESHAPER.reshape(text)) == cleaned(text)

    def test_vowel_marks_survive(self) -> None:
        assert cleaned(RESHAPER.reshape("مُحَمَّدٌ")) == "مُحَمَّدٌ"

    @pytest.mark.parametrize(
        ("form", "letters"),
        [
            ("\ufe8f\ufe70", "ب\u064b"),
            ("\ufe91\ufe77\ufe92", "ب\u064eب"),
            ("\ufe8f\ufc60", "ب\u064e\u0651"),
            ("\ufdf2", "الله"),
        ],
    )
    def test_spacing_vowel_marks_lose_the_carrier_that_decomposition_adds(self, form: str, letters: str) -> None:
        assert cleaned(form) == unicodedata.normalize("NFC", letters)

    @pytest.mark.parametrize("text", ["محمد ﷺ", "﷽", "﴿إقرأ﴾", "100 ﷼"])
    def test_honorifics_and_ornate_brackets_are_text(self, text: str) -> None:
        assert cleaned(text) == text
        assert not presentation_forms(text)

    @pytest.mark.parametrize(("text", "held"), [("ﺟﺪﻭﻝ", True), ("جدول", False), ("", False), ("Agenda – ½", False)])
    def test_exporters_can_tell_whether_forms_are_left(self, text: str, held: bool) -> None:
        assert presentation_forms(text) is held

    def test_every_form_that_stands_for_letters_goes(self) -> None:
        ranges = ((0xFB50, 0xFDCF), (0xFDF0, 0xFDF9), (0xFE70, 0xFEFC))
        forms = [chr(code) for first, last in ranges for code in range(first, last + 1)]
        standing_for_letters = [form for form in forms if unicodedata.decomposition(form)]
        assert len(standing_for_letters) > 700
        assert all(
            presentation_forms(form) and not presentation_forms(cleaned(f"ب{form}")) for form in standing_for_letters
        )


class TestDirections:
    @pytest.mark.parametrize("sign", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    def test_every_direction_mark_goes_in_both_languages(self, sign: str) -> None:
        assert cleaned(f"{sign}09:00{sign} – 09:45{sign}", "ar") == "09:00 – 09:45"
        assert cleaned(f"Day{sign} 1", "en") == "Day 1"

    def test_joiners_stay_inside_words_and_are_remarked_on(self) -> None:
        result = clean("می\u200cخواهم و\u200dه", "ar")
        assert result.text == "می\u200cخواهم و\u200dه"
        assert Remark(Doubt.JOINER, 2) in result.remarks

    def test_joiners_elsewhere_go(self) -> None:
        assert cleaned("\u200cجدول \u200d الأعمال\u200c, \u200c\u200d") == "جدول الأعمال,"
        assert cleaned("ب\u200c\u200c\u200dب") == "ب\u200cب"

    def test_joiners_inside_a_picture_stay_and_are_no_doubt(self) -> None:
        family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
        assert clean(family, "ar").text == family
        assert clean(family, "ar").remarks == ()

    def test_heh_that_a_joiner_holds_open_is_the_list_letter(self) -> None:
        assert cleaned("ه\u200d. إقرار") == "هـ. إقرار"
        assert cleaned("1442ه\u200d") == "1442هـ"
        assert cleaned("هه\u200c ه\u200dـ") == "هه ه\u200dـ"


class TestTatweel:
    def test_tatweel_between_letters_is_a_suggestion(self) -> None:
        result = clean("جــدول الأعمــال", "ar")
        assert result.text == "جــدول الأعمــال"
        assert counts(result.suggestions) == {"tatweel": 2}
        assert improved("جــدول الأعمــال") == "جدول الأعمال"
        assert improved("بـَـب") == "بَب"

    @pytest.mark.parametrize(
        "text", ["هـ. إقرار", "(هـ)", "1442هـ", "بـ: كذا", "لـ IGF", "الـ17", "كلمةـ", "1ـ البند", "ـة", "ــــ"]
    )
    def test_tatweel_that_has_a_task_stays(self, text: str) -> None:
        assert improved(text) == text

    def test_one_tatweel_is_enough_at_the_end(self) -> None:
        assert improved("1442هــــ") == "1442هـ"


class TestLetters:
    @pytest.mark.parametrize(
        ("pasted", "arabic"),
        [
            ("کتاب", "كتاب"), ("یوم", "يوم"), ("ھذا ہذا ەذا", "هذا هذا هذا"), ("۱۴۰۰", "1400"),
            ("منتدی حوکمة الإنترنت", "منتدى حوكمة الإنترنت"),
            ("علی المستوی الکبری وبالمنتدی", "على المستوى الكبرى وبالمنتدى"),
            ("العلمی", "العلمي"), ("علیه", "عليه"), ("فی", "في"),
        ],
    )  # fmt: skip
    def test_persian_letters_become_arabic_ones_on_request(self, pasted: str, arabic: str) -> None:
        assert cleaned(pasted) == pasted
        assert improved(pasted) == arabic

    def test_letters_that_arabic_has_not_are_reported_and_stay(self) -> None:
        result = clean("پاریس چین ژنو گروه", "ar", suggestions=True)
        assert result.text == "پاريس چين ژنو گروه"
        assert Remark(Doubt.PERSIAN, 4) in result.remarks

    def test_final_yeh_is_a_question(self) -> None:
        assert clean("علمی وعلی یوم", "ar").remarks == (Remark(Doubt.FINAL_YEH, 2),)

    def test_arabic_indic_digits_are_a_choice_of_the_writer(self) -> None:
        assert improved("٠٩:٠٠") == "٠٩:٠٠"

    def test_persian_is_not_corrected_in_persian(self) -> None:
        assert clean("کتاب ۱۲", "fa", suggestions=True) == clean("کتاب ۱۲", "fa")
        assert improved("کتاب ۱۲", "fa") == "کتاب ۱۲"


class TestPunctuation:
    @pytest.mark.parametrize(
        ("typed", "arabic"),
        [
            ("بيروت, عمان; القاهرة", "بيروت، عمان؛ القاهرة"), ("كيف يمكن?", "كيف يمكن؟"), ("كيف?!", "كيف؟!"),
            ("قال: «نعم», ثم", "قال: «نعم»، ثم"),
            ("الاثنين, 22 شباط", "الاثنين، 22 شباط"), ("البنود 5, 6 و7", "البنود 5، 6 و7"),
            ("سطر,\nسطر?", "سطر،\nسطر؟"), ("[رابط](https://a.org/?b,c), كلمة", "[رابط](https://a.org/?b,c)، كلمة"),
            ("كلمة[^n1], كلمة", "كلمة[^n1]، كلمة"), ("هـ, و", "هـ، و"),
        ],
    )  # fmt: skip
    def test_signs_between_arabic_words_become_arabic_on_request(self, typed: str, arabic: str) -> None:
        assert cleaned(typed) == typed
        assert improved(typed) == arabic

    @pytest.mark.parametrize(
        "text",
        [
            "من IGF, MAG; UN DESA", "قال: hello, world", "1,000 نسخة", "12;30 دقيقة", "https://موقع.org/?س=ص,ع",
            "IGF, المنتدى",
            "المنتدى, IGF", "ب\\, ج", "(أ) [ب] {ج}", "كتب a@b.org,c", "22", ",",
        ],
    )  # fmt: skip
    def test_islands_addresses_numbers_and_brackets_are_left_alone(self, text: str) -> None:
        assert improved(text) == text


class TestSpaces:
    @pytest.mark.parametrize(
        ("typed", "tidy"),
        [
            ("  جدول   الأعمال \t", "جدول الأعمال"), ("نعم ، لا ؛ كيف ؟", "نعم، لا؛ كيف؟"),
            ("البند 1 : كذا .", "البند 1: كذا."),
            ("(كذا .)", "(كذا.)"), ("أول \n ثان\n", "أول\nثان"),
            ("جدول\u00a0الأعمال\u2009\u202fكله", "جدول الأعمال كله"),
        ],
    )  # fmt: skip
    def test_spaces_are_tidied_at_once(self, typed: str, tidy: str) -> None:
        assert cleaned(typed) == tidy

    def test_no_break_spaces_stay_round_the_dash_of_a_range_only(self) -> None:
        assert cleaned("09:00\u00a0–\u00a009:45") == "09:00\u00a0–\u00a009:45"
        assert cleaned("كذا\u00a0–\u00a0كذا", "ar") == "كذا – كذا"

    def test_stop_that_begins_a_word_keeps_its_space(self) -> None:
        assert cleaned("see .docx and :30", "en") == "see .docx and :30"


class TestTheWhole:
    MESS = "\ufeffﺟﺪﻭﻝ\u200f  ﺍﻷﻋﻤــﺎﻝ , یوم ."

    def test_steps_run_in_their_order_and_say_what_they_did(self) -> None:
        result = clean(self.MESS, "ar", suggestions=True)
        assert result.text == "جدول الأعمال، يوم."
        assert [change.step for change in result.changes] == list(Step)
        assert all(one.after == two.before for one, two in zip(result.changes, result.changes[1:], strict=False))
        assert (result.changes[0].before, result.changes[-1].after) == (self.MESS, result.text)

    def test_what_is_not_safe_is_offered_and_not_done(self) -> None:
        result = clean(self.MESS, "ar")
        assert result.text == "جدول الأعمــال , يوم.".replace("يوم", "یوم")
        assert [change.step for change in result.changes if not change.safe] == []
        assert counts(result.suggestions) == {"tatweel": 1, "letters": 1, "punctuation": 1}
        assert result.suggestions[-1].after == "جدول الأعمال ، يوم."

    def test_only_three_steps_need_a_question(self) -> None:
        assert [step.value for step in Step if not step.is_safe] == ["tatweel", "letters", "punctuation"]

    def test_clean_text_has_nothing_to_report(self) -> None:
        for line in AGENDA_LINES:
            result = clean(line, "ar", suggestions=True)
            assert (result.text, result.changes, result.suggestions, result.remarks) == (line, (), (), ())

    def test_address_ends_before_arabic_punctuation(self) -> None:
        assert improved("https://a.org، کتاب, کذا") == "https://a.org، كتاب، كذا"

    def test_suggestions_pass_addresses_by(self) -> None:
        text = "انظر https://fa.wikipedia.org/wiki/کتاب_جــدول و a@ک.ir"
        assert improved(text) == text

    def test_english_is_offered_no_suggestion(self) -> None:
        result = clean("Agenda, جــدول ، ک", "en", suggestions=True)
        assert result.text == "Agenda, جــدول، ک"
        assert result.suggestions == result.remarks == ()


ODD = "\u0640\u064b\u0651\u0653\u0654\u0655\u200c\u200d\u200b\u200e\u202e\u2066\u00ad\ufeff\u00a0"
ODD += "\u2009\t\n\r\x0b\x85 \u0301"
LETTERS = "ابهكلوىيیکھپ\u0627\u06d5ۀ۴٤7ﺟﻋﹱﱠﷲﷺ\ufe70\ufc5e\ufb1d가각\u1100\u1161AeZ"
SIGNS = ',;?،؛؟.:()[]^\\@/–-!«»"*'
mess = st.one_of(st.text(max_size=40), st.text(alphabet=ODD + LETTERS + SIGNS + "https://w.", max_size=40))


@settings(max_examples=600)
@given(mess, st.sampled_from(["ar", "en", "fa"]), st.booleans())
@example("ه\u200d\u0640ب", "ar", True)
@example("ا\u0640\u0653", "ar", True)
@example(" .\u00a0.", "en", False)
@example("\ud800a\u0301", "en", False)
def test_cleaning_twice_is_cleaning_once(text: str, language: str, suggestions: bool) -> None:
    once = clean(text, language, suggestions=suggestions)
    twice = clean(once.text, language, suggestions=suggestions)
    assert twice.text == once.text
    assert twice.changes == ()


@settings(max_examples=400)
@given(mess, st.booleans())
def test_clean_text_is_fit_to_be_stored(text: str, suggestions: bool) -> None:
    result = clean(text, "ar", suggestions=suggestions).text
    assert unicodedata.is_normalized("NFC", result)
    assert not presentation_forms(result)
    assert not set(result) & set("\x00\r\x0b\u00ad\u200b\u200e\u200f\u202e\u2066\ufeff\u061c")
    assert result == result.strip()
    assert "  " not in result
    result.encode()


@settings(max_examples=400)
@given(mess.filter(lambda text: not re.search("@|//|www|mailto", text)))
def test_suggestions_taken_later_give_the_same_text(text: str) -> None:
    later = improved(cleaned(text))
    assert later == improved(text)
