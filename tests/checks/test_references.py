"""What a text points to: notes by their marks, links by their labels, items by their numbers."""

from __future__ import annotations

from typing import Any

import pytest

from igfeditor.model.agenda import Agenda, Note
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_link, a_slot, a_sub_item, a_text, an_agenda, an_item
from tests.checks.circulated import circulated
from tests.checks.findings import ERROR, INFO, WARNING, facts, findings, fixed, places, the_finding, words_at

SITE = "https://www.intgovforum.org/"


def saying(en: str = "", ar: str = "", *notes: tuple[str, str], number: str = "auto", **more: Any) -> Agenda:
    """Give one item that says something, in a slot with notes of ids n1, n2 …"""
    made = tuple(Note(id=f"n{place}", text=a_text(*pair)) for place, pair in enumerate(notes, start=1))
    return an_agenda(a_day(a_slot(an_item(en, ar=ar, number=number), notes=made)), **more)


def title_of(agenda: Agenda, language: str = "en") -> str:
    return tree_of(agenda).text("i1", "title").wording(language)


class TestR01:
    def test_the_star_of_the_second_day(self) -> None:
        agenda = circulated()
        found = findings(agenda, "R01")
        assert [(one.severity, one.spot.node, one.spot.language, words_at(agenda, one)) for one in found] == [
            (ERROR, "i11", "en", "*"), (ERROR, "i11", "ar", "*"),
        ]  # fmt: skip

    def test_a_mark_of_a_note_that_is_gone(self) -> None:
        agenda = saying("Discussion in **breakout** groups[^n9] on issues")
        found = the_finding(agenda, "R01")
        assert (words_at(agenda, found), facts(found)) == ("groups", {"id": "n9"})
        assert title_of(fixed(agenda, "R01")) == "Discussion in **breakout** groups on issues"

    def test_notes_reach_what_stands_below_them(self) -> None:
        of_day, of_slot, above = (Note(id=name, text=a_text("See")) for name in ("n2", "n3", "n1"))
        slots = (a_slot(an_item("x[^n1][^n2][^n3]"), notes=(of_slot,)), a_slot(an_item("y[^n1][^n2]")))
        agenda = an_agenda(a_day(*slots, notes=(of_day,)), notes=(above,))
        assert findings(agenda, "R01") == ()

    def test_a_note_of_another_slot_or_day_is_out_of_reach(self) -> None:
        note = Note(id="n1", text=a_text("See"))
        elsewhere = an_agenda(a_day(a_slot(an_item("x[^n1]"), notes=(note,)), a_slot(an_item("y[^n1]"))))
        other_day = an_agenda(a_day(notes=(note,)), a_day(a_slot(an_item("y[^n1]"))))
        assert places(elsewhere, "R01") == ["i2"]
        assert places(other_day, "R01") == ["i1"]

    @pytest.mark.parametrize(
        ("en", "ar", "mark", "after"),
        [
            ("*Other factors to consider", "", "*", "Other factors to consider"),
            ("Discussion in groups* on issues", "", "*", "Discussion in groups on issues"),
            ("Discussion in groups *", "", "*", "Discussion in groups"),
            ("4. *Other factors", "", "*", "4. Other factors"),
            ("Closing remarks**", "", "**", "Closing remarks"),
            ("Report on IGF 2021*", "", "*", "Report on IGF 2021"),
            ("IGF 2021* in 12 rooms", "", "*", "IGF 2021 in 12 rooms"),
            ("Closing remarks†", "", "†", "Closing remarks"),
            ("", "* عوامل أخرى", "*", "عوامل أخرى"),
            ("", "مناقشة في مجموعات * حول القضايا", "*", "مناقشة في مجموعات حول القضايا"),
        ],
    )
    def test_a_typed_star_without_a_note(self, en: str, ar: str, mark: str, after: str) -> None:
        agenda = saying(en, ar)
        found = the_finding(agenda, "R01")
        assert (words_at(agenda, found), facts(found)) == (mark, {"mark": mark})
        assert title_of(fixed(agenda, "R01", "Take the mark away"), "en" if en else "ar") == after

    def test_a_note_is_written_for_it(self) -> None:
        changed = fixed(saying("Discussion in **groups*** on issues"), "R01", "Write a note for it")
        assert title_of(changed) == "Discussion in **groups**[^n1] on issues"
        assert [note.id for note in changed.days[0].slots[0].notes] == ["n1"]

    @pytest.mark.parametrize(
        "agenda",
        [
            saying("Discussion in groups* on issues", "", ("*(See the guidelines)", "")),
            saying("Discussion in groups* on issues", "مناقشة في مجموعات * حول", ("* See the guidelines", "* انظر")),
            saying("5 * 3, a*b, 2*x and ****", "٥ * ٣"),
            saying("The Netherlands* (*to be confirmed)"),
            saying("Rooms 12 * 40 and 12* 40"),
            saying("Hotels of 5* and 4 *", "فنادق 5*"),
            saying("**Strong** and *emphasis*", "**غليظ** و*مائل*"),
            saying("", "", ("*See", "* انظر")),
        ],
    )
    def test_a_star_with_its_note_and_one_that_is_no_mark_are_right(self, agenda: Agenda) -> None:
        assert findings(agenda, "R01") == ()

    def test_a_note_of_the_day_or_the_meeting_is_meant_too(self) -> None:
        note = Note(id="n1", text=a_text("* See the guidelines"))
        slots = (a_slot(an_item("In groups*")), a_slot(an_item("In plenary*")))
        assert findings(an_agenda(a_day(*slots, notes=(note,))), "R01") == ()
        assert findings(an_agenda(a_day(*slots), notes=(note,)), "R01") == ()
        assert places(an_agenda(a_day(slots[0], notes=(note,)), a_day(slots[1])), "R01") == ["i2"]

    def test_a_paragraph_in_brackets_is_a_note(self) -> None:
        item = an_item("Discussion in groups*", a_sub_item("*(See here guidelines)", marker="none"))
        assert findings(an_agenda(a_day(a_slot(item))), "R01") == ()


class TestR02:
    @pytest.mark.parametrize(
        ("note", "mark", "after"),
        [
            ("* See the guidelines", "*", "See the guidelines"),
            ("**See [more](https://x.org/)", "**", "See [more](https://x.org/)"),
        ],
    )
    def test_a_star_that_stands_in_no_text(self, note: str, mark: str, after: str) -> None:
        agenda = saying("Discussion in groups", "", (note, ""))
        found = the_finding(agenda, "R02")
        assert (found.severity, found.spot.node, words_at(agenda, found)) == (WARNING, "n1", mark)
        assert tree_of(fixed(agenda, "R02")).text("n1", "text").wording("en") == after

    def test_the_one_of_two_notes_that_has_no_mark(self) -> None:
        found = the_finding(saying("In groups[^n1]", "", ("One", ""), ("Two", "")), "R02")
        assert found.spot.node == "n2"

    @pytest.mark.parametrize(
        "agenda",
        [
            saying("In groups", "", ("See also the guidelines", "")),
            saying("In groups", "", ("One", ""), ("Two", "")),
            saying("In groups[^n1] and plenary[^n2]", "", ("One", ""), ("Two", "")),
            saying("In groups*", "", ("* See the guidelines", "")),
            circulated(),
        ],
    )
    def test_a_note_with_its_mark_and_one_that_needs_none_are_right(self, agenda: Agenda) -> None:
        assert findings(agenda, "R02") == ()


class TestR03:
    @pytest.mark.parametrize(
        ("en", "ar", "words", "after"),
        [
            ("[Access the platform HERE](#)", "", "[Access the platform HERE](#)", "Access the platform HERE"),
            ("See the [guidelines]() below", "", "[guidelines]()", "See the guidelines below"),
            ("See the [guidelines](https://)", "", "[guidelines](https://)", "See the guidelines"),
            ("", "[الوصول إلى المنصة هنا](#)", "[الوصول إلى المنصة هنا](#)", "الوصول إلى المنصة هنا"),
        ],
    )
    def test_a_link_without_an_address(self, en: str, ar: str, words: str, after: str) -> None:
        agenda = saying(en, ar)
        found = the_finding(agenda, "R03")
        assert (found.severity, words_at(agenda, found)) == (ERROR, words)
        assert title_of(fixed(agenda, "R03"), "en" if en else "ar") == after

    @pytest.mark.parametrize("words", ["[Click here to access the platform]", "[انقر هنا للوصول إلى المنصة]"])
    def test_a_call_to_click_that_is_no_link(self, words: str) -> None:
        agenda = saying(words)
        assert words_at(agenda, the_finding(agenda, "R03")) == words

    def test_an_address_without_a_host(self) -> None:
        agenda = saying("See the [guidelines](https://TBA/) below")
        found = the_finding(agenda, "R03")
        assert (words_at(agenda, found), facts(found)) == ("guidelines", {"url": "https://TBA/"})

    @pytest.mark.parametrize(
        "words",
        [
            f"See the [guidelines]({SITE})",
            "[TBC]",
            "Item [1] (a)",
            "a[1](2)",
            "[mail](mailto:igf@un.org)",
            "[local](https://[::1]/)",
        ],
    )
    def test_links_and_brackets_are_right(self, words: str) -> None:
        assert findings(saying(words), "R03") == ()


class TestR04:
    @pytest.mark.parametrize(
        "label",
        [
            "here",
            "HERE",
            "Click here",
            "click here to access the platform",
            "this link",
            "Read more",
            "هنا",
            "انقر هنا",
            "اضغط هنا للتسجيل",
            "للتسجيل هنا",
        ],
    )
    def test_a_label_that_says_nothing(self, label: str) -> None:
        agenda = saying(f"See ([{label}]({SITE})) for guidelines")
        found = the_finding(agenda, "R04")
        assert (found.severity, words_at(agenda, found), found.spot.start) == (WARNING, label, 5)

    def test_the_label_of_a_link_of_its_own(self) -> None:
        agenda = an_agenda(a_day(a_slot(an_item("Report"), links=(a_link("Click here", "انقر هنا"),))))
        assert [one.spot.language for one in findings(agenda, "R04")] == ["en", "ar"]

    @pytest.mark.parametrize(
        "label",
        ["Access the platform", "guidelines", "Where we stand", "الوصول إلى المنصة", "More on the IGF", "Linked data"],
    )
    def test_a_label_that_names_its_target_is_right(self, label: str) -> None:
        agenda = saying(f"See [{label}]({SITE})", links=(a_link(label, ""),))
        assert findings(agenda, "R04") == ()

    def test_words_outside_of_links_are_right(self) -> None:
        slot = a_slot(start="10:00", kind="break", label=a_text("Coffee is served here"))
        assert findings(an_agenda(a_day(slot, a_slot(an_item("See here")))), "R04") == ()


class TestR05:
    def test_a_link_in_english_alone(self) -> None:
        found = the_finding(saying(f"First [MAG]({SITE}) meeting", "اجتماع المجموعة الأول"), "R05")
        assert (found.severity, found.spot.language, facts(found)) == (WARNING, "ar", {"count": 1, "label": "MAG"})

    def test_one_of_two_links_is_missing(self) -> None:
        found = the_finding(saying(f"[One]({SITE}a)", f"[واحد]({SITE}a) و[اثنان]({SITE}b)"), "R05")
        assert (found.spot.language, facts(found)["label"]) == ("en", "اثنان")

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            (f"[MAG]({SITE}en)", f"[المجموعة]({SITE}ar)"),
            (f"[MAG]({SITE})", ""),
            ("MAG", "المجموعة"),
            (f"[**the** MAG]({SITE})", f"[المجموعة]({SITE})"),
        ],
    )
    def test_a_link_in_both_or_without_a_translation_is_right(self, en: str, ar: str) -> None:
        assert findings(saying(en, ar), "R05") == ()


class TestR06:
    @pytest.mark.parametrize(
        ("en", "ar", "words"),
        [
            ("Follow-up (see item 14)", "", "14"),
            ("Discussion under agenda item 14 (b)", "", "14"),
            ("Summary (item 14)", "", "14"),
            ("", "متابعة (انظر البند 14)", "14"),
            ("", "المناقشة في إطار البند ١٤", "١٤"),
        ],
    )
    def test_an_item_that_does_not_exist(self, en: str, ar: str, words: str) -> None:
        agenda = saying(en, ar)
        found = the_finding(agenda, "R06")
        assert (found.severity, words_at(agenda, found), facts(found)) == (ERROR, words, {"number": 14})

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("Follow-up (see item 1)", "متابعة (انظر البند 1)"),
            ("Report under item 93 of the General Assembly", "بموجب البند 93 من جدول أعمال الجمعية العامة"),
            ("(Item 93 (a) of the agenda of the Assembly)", "البند 93 (أ) من جدول الأعمال المؤقت"),
            ("A system 14 and 14 items", "14 بنداً"),
        ],
    )
    def test_items_that_exist_and_those_of_others_are_right(self, en: str, ar: str) -> None:
        assert findings(saying(en, ar), "R06") == ()

    def test_written_numbers_exist_too(self) -> None:
        assert findings(saying("Follow-up to item 14", number="14 bis"), "R06") == ()


class TestR07:
    def test_one_address_under_two_labels(self) -> None:
        agenda = saying(
            f"See the [guidelines]({SITE}a)", links=(a_link("Rules", url=f"{SITE}a"), a_link("Site", url=SITE))
        )
        found = the_finding(agenda, "R07")
        assert (found.severity, found.spot.node, words_at(agenda, found)) == (INFO, "i1", "guidelines")
        assert facts(found) == {"url": f"{SITE}a", "count": 2, "label": "Rules"}

    def test_one_label_each_is_right(self) -> None:
        links = (a_link("Rules", url=f"{SITE}a"), a_link("rules", url=f"{SITE}a"), a_link("Site", url=SITE))
        assert findings(saying("Report", links=links), "R07") == ()
