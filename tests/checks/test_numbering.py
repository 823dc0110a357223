"""Numbers and markers: gaps, restarts, lists of several kinds, and what was typed before a text."""

from __future__ import annotations

from typing import Any

import pytest

from igfeditor.model.agenda import Agenda, Item, SubItem
from igfeditor.model.edits import confirm
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item
from tests.checks.circulated import circulated
from tests.checks.findings import ERROR, WARNING, facts, findings, fix_named, fixed, places, the_finding, words_at


def numbered(*numbers: str, **more: Any) -> Agenda:
    """Give a day with an item of each number, each in its slot."""
    slots = (
        a_slot(an_item("Report", number=number), start=f"{9 + place:02}:00", end=f"{10 + place:02}:00")
        for place, number in enumerate(numbers)
    )
    return an_agenda(a_day(*slots, **more))


def with_items(*items: Item) -> Agenda:
    slots = (a_slot(item, start=f"{9 + place:02}:00", end=f"{10 + place:02}:00") for place, item in enumerate(items))
    return an_agenda(a_day(*slots))


def listed(*markers: str, name: str = "Report") -> Item:
    """Give an item with a point of each marker."""
    return an_item(name, *(a_sub_item(f"Point {place}", marker=marker) for place, marker in enumerate(markers)))


def pointing(en: str = "", ar: str = "", marker: str = "letter", **more: Any) -> Agenda:
    """Give an item with two points, of which the first says something."""
    return with_items(
        an_item("Report", a_sub_item(en, ar=ar, marker=marker, **more), a_sub_item("Next steps", marker=marker))
    )


def titled(en: str = "", ar: str = "", number: str = "auto") -> Agenda:
    return with_items(an_item(en, ar=ar, number=number))


def text_of(agenda: Agenda, node: str, field: str = "text") -> dict[str, str]:
    return {code: phrase.text for code, phrase in tree_of(agenda).text(node, field).root.items()}


class TestN01:
    @pytest.mark.parametrize(
        ("numbers", "node", "said"),
        [
            (("1", "2", "4"), "i3", {"number": "4", "before": 2}),
            (("7", "9"), "i2", {"number": "9", "before": 7}),
            (("٧", "٩"), "i2", {"number": "٩", "before": 7}),
            (("2", "1"), "i2", {"number": "1", "before": 2}),
            (("1", "2", "2"), "i3", {"number": "2"}),
            (("3 bis", "3 bis"), "i2", {"number": "3 bis"}),
            (("auto", "auto", "2"), "i3", {"number": "2"}),
        ],
    )
    def test_a_gap_or_a_number_that_is_there_twice(
        self, numbers: tuple[str, ...], node: str, said: dict[str, object]
    ) -> None:
        found = the_finding(numbered(*numbers), "N01")
        assert (found.severity, found.spot.node, found.spot.field, facts(found)) == (ERROR, node, "number", said)

    @pytest.mark.parametrize(
        "numbers",
        [
            ("1", "2", "3"), ("7", "8", "9"), ("1", "2", "none", "3"), ("3", "3 bis", "4"), ("3", "3 bis", "3 ter", "4"),
            ("auto", "auto"), ("auto", "1 bis", "auto"), ("A", "B"), ("none", "none"), ("١", "2", "۳"),
        ],
    )  # fmt: skip
    def test_numbers_that_follow_each_other_are_right(self, numbers: tuple[str, ...]) -> None:
        assert findings(numbered(*numbers), "N01") == ()

    def test_the_items_are_numbered_automatically(self) -> None:
        changed = fixed(numbered("1", "3", "3 bis"), "N01")
        assert [item.number for slot in changed.days[0].slots for item in slot.items] == ["auto", "auto", "3 bis"]


class TestN02:
    @staticmethod
    def days(*given: tuple[str, str, tuple[str, ...]]) -> Agenda:
        """Give days: heading, numbering, numbers."""
        made = (
            a_day(
                *numbered(*numbers).days[0].slots,
                heading=a_text(heading),
                numbering=numbering,
                on=f"2026-02-{10 + place}",
            )
            for place, (heading, numbering, numbers) in enumerate(given)
        )
        return an_agenda(*made)

    def test_the_third_day_of_the_circulated_agenda(self) -> None:
        agenda = circulated()
        found = the_finding(agenda, "N02")
        assert (found.severity, found.spot.node, facts(found)) == (WARNING, "i14", {"number": "7"})
        assert fixed(agenda, "N02").days[2].numbering == "continue"

    def test_a_day_that_begins_at_one_though_it_continues(self) -> None:
        agenda = self.days(("MAG", "restart", ("1", "2")), ("MAG", "continue", ("1", "2")))
        assert fixed(agenda, "N02").days[1].numbering == "restart"

    @pytest.mark.parametrize(
        ("second", "third", "label"),
        [("continue", "restart", "Continue the numbers"), ("restart", "continue", "Begin at 1")],
    )
    def test_a_day_that_does_otherwise_than_its_part(self, second: str, third: str, label: str) -> None:
        auto = ("auto", "auto")
        agenda = self.days(("MAG", "restart", auto), ("mag", second, auto), ("MAG", third, auto))
        found = the_finding(agenda, "N02")
        assert (found.spot.node, found.spot.field, facts(found)) == ("d3", "numbering", {"day": 3})
        assert fixed(agenda, "N02", label).days[2].numbering == second

    @pytest.mark.parametrize(
        "days",
        [
            (("A", "restart", ("auto",)), ("B", "restart", ("auto",)), ("B", "continue", ("auto",))),
            (("A", "restart", ("1", "2")), ("A", "continue", ("3", "4")), ("A", "continue", ("5",))),
            (("A", "restart", ("auto", "auto")), ("A", "continue", ("3",)), ("A", "continue", ("auto",))),
            (
                ("A", "restart", ("1",)),
                ("A", "restart", ("none",)),
                ("A", "continue", ("2",)),
                ("A", "continue", ("3",)),
            ),
        ],
    )
    def test_parts_that_agree_are_right(self, days: tuple[tuple[str, str, tuple[str, ...]], ...]) -> None:
        assert findings(self.days(*days), "N02") == ()


class TestN03:
    def test_the_missing_markers_of_the_circulated_agenda(self) -> None:
        found = findings(circulated(), "N03")
        assert [one.spot.node for one in found] == ["c7", "c16", "c20", "c22"]
        assert {one.severity for one in found} == {ERROR}

    @pytest.mark.parametrize(
        ("markers", "bare", "after"),
        [(("none", "letter", "letter"), "c1", "letter"), (("bullet", "none"), "c2", "bullet")],
    )
    def test_some_points_have_none(self, markers: tuple[str, ...], bare: str, after: str) -> None:
        agenda = with_items(listed(*markers))
        found = the_finding(agenda, "N03")
        assert (found.spot.node, facts(found)) == (bare, {"count": 1, "all": len(markers)})
        points = fixed(agenda, "N03").days[0].slots[0].items[0].children
        assert {point.marker for point in points} == {after}

    @pytest.mark.parametrize("markers", [("letter", "letter"), ("none", "none"), ("none",), ("letter", "bullet"), ()])
    def test_all_or_none_is_right(self, markers: tuple[str, ...]) -> None:
        assert findings(with_items(listed(*markers)), "N03") == ()

    def test_an_item_without_a_number_beside_numbered_ones(self) -> None:
        agenda = an_agenda(a_day(a_slot(an_item("One"), an_item("Two", number="none"))))
        found = the_finding(agenda, "N03")
        assert (found.severity, found.spot.node, found.spot.field) == (WARNING, "i2", "number")
        fixed(agenda, "N03", "Number all")


class TestN04:
    def test_the_third_item_of_the_second_day(self) -> None:
        assert places(circulated(), "N04") == ["c17"]

    @pytest.mark.parametrize("marker", ["letter", "number"])
    def test_a_single_point(self, marker: str) -> None:
        agenda = with_items(listed(marker))
        found = the_finding(agenda, "N04")
        assert (found.severity, found.spot.node, found.spot.field) == (WARNING, "c1", "marker")
        assert tree_of(fixed(agenda, "N04")).row("c1") == a_sub_item("Point 0", marker="none", name="c1")

    @pytest.mark.parametrize("markers", [("bullet",), ("none",), ("letter", "letter")])
    def test_a_remark_or_a_list_is_right(self, markers: tuple[str, ...]) -> None:
        assert findings(with_items(listed(*markers)), "N04") == ()


class TestN05:
    def test_the_bullets_of_the_third_item(self) -> None:
        found = the_finding(circulated(), "N05")
        assert (found.severity, found.spot.node) == (WARNING, "c6")

    def test_the_list_is_marked_like_its_siblings(self) -> None:
        letters, bullets = ("letter", "letter"), ("bullet", "bullet", "none")
        agenda = with_items(listed(*letters), listed(*bullets), listed(*letters))
        changed = fixed(agenda, "N05").days[0].slots[1].items[0].children
        assert [point.marker for point in changed] == ["letter", "letter", "none"]

    def test_lists_below_the_points_of_one_list(self) -> None:
        def point(marker: str) -> SubItem:
            return a_sub_item("Point", a_sub_item("x", marker=marker), a_sub_item("y", marker=marker))

        agenda = with_items(an_item("Report", point("bullet"), point("letter"), point("bullet")))
        found = the_finding(agenda, "N05")
        assert tree_of(agenda).parent(found.spot.node) == tree_of(agenda).rows("i1")[1].id

    @pytest.mark.parametrize(
        "lists",
        [
            (("letter",), ("bullet",)),
            (("letter",), ("bullet",), ("number",)),
            (("letter",), ("letter",), ("letter", "none")),
            (("letter",), ("letter",), ("bullet",), ("bullet",)),
        ],
    )
    def test_where_nothing_is_usual_nothing_is_wrong(self, lists: tuple[tuple[str, ...], ...]) -> None:
        assert findings(with_items(*(listed(*markers) for markers in lists)), "N05") == ()


class TestN06:
    @pytest.mark.parametrize(
        ("en", "ar", "residue", "after"),
        [
            ("", ". اقتراح الجلسة", ".", "اقتراح الجلسة"),
            (". Session proposal", "", ".", "Session proposal"),
            (") Session proposal", "", ")", "Session proposal"),
            ("c) Session proposal", "", "c)", "Session proposal"),
            ("(c) Session proposal", "", "(c)", "Session proposal"),
            ("a. Message from UN DESA", "", "a.", "Message from UN DESA"),
            ("iv. Message", "", "iv.", "Message"),
            ("• Message", "", "•", "Message"),
            ("", "ج. اقتراح الجلسة", "ج.", "اقتراح الجلسة"),
            ("", "هـ. إقرار جدول الأعمال", "هـ.", "إقرار جدول الأعمال"),
            ("", "أ) رسالة", "أ)", "رسالة"),
            ("", "ب- ترحيب", "ب-", "ترحيب"),
            ("", "● كيفية الاحتفاظ بالطابع", "●", "كيفية الاحتفاظ بالطابع"),
        ],
    )
    def test_remains_of_a_marker(self, en: str, ar: str, residue: str, after: str) -> None:
        agenda = pointing(en, ar)
        found = the_finding(agenda, "N06")
        assert (found.severity, found.spot.node, words_at(agenda, found)) == (ERROR, "c1", residue)
        assert facts(found) == {"residue": residue}
        assert found.safe_fix is not None
        assert list(text_of(fixed(agenda, "N06"), "c1").values()) == [after]

    @pytest.mark.parametrize(
        ("en", "residue"), [("3. Issues and themes", "3."), ("12) Closure", "12)"), ("٣. قضايا", "٣.")]
    )
    def test_a_number_before_a_numbered_item_is_not_taken_out_unseen(self, en: str, residue: str) -> None:
        agenda = titled(en)
        found = the_finding(agenda, "N06")
        assert words_at(agenda, found) == residue
        assert found.safe_fix is None
        fixed(agenda, "N06")

    @pytest.mark.parametrize(
        ("en", "ar"),
        [
            ("Session proposal", "اقتراح الجلسة"),
            ("e.g. workshops", "على سبيل المثال"),
            ("U.N. reform", "أ.د. سمير حداد"),
            ("A. Guterres, opening", "د. ليلى منصور"),
            ("I. Newton, remarks", "م. كمال"),
            (".org and .int domains", "ج.م.ع"),
            ("22-24 February", "22 – 24 شباط"),
            ("2030 Agenda", "3 أسئلة"),
            ("… and more", "وماذا بعد؟"),
            ("-5 degrees", "و ICANN"),
            ("*Other factors", "* عوامل أخرى"),
            ("v. 2.0 of the draft", "10. 02. 2021"),
            ("(a) and (b) of the plan", "(أ) و(ب) من الخطة"),
        ],
    )
    def test_words_that_only_look_so_are_right(self, en: str, ar: str) -> None:
        assert findings(pointing(en, ar), "N06") == ()

    def test_an_arabic_letter_is_a_marker_where_the_other_language_has_one(self) -> None:
        assert len(findings(pointing("a. Message", "أ. رسالة"), "N06")) == 2

    def test_a_typed_letter_where_none_is_printed_is_none_of_its_business(self) -> None:
        assert findings(pointing("(a) Message", "(أ) رسالة", marker="none"), "N06") == ()

    def test_a_translation_does_not_grow_stale_by_it(self) -> None:
        agenda = confirm(pointing("a. Message", "رسالة"), "c1", "text", "ar", "final")
        phrase = tree_of(fixed(agenda, "N06")).text("c1", "text").phrase("ar")
        assert phrase is not None
        assert (phrase.state, phrase.is_stale) == ("final", False)

    def test_markup_stays(self) -> None:
        agenda = pointing("a. **Message** from [UN DESA](https://example.org/)")
        assert text_of(fixed(agenda, "N06"), "c1")["en"] == "**Message** from [UN DESA](https://example.org/)"


class TestN07:
    @pytest.mark.parametrize(
        ("en", "ar", "words"),
        [("(a) Message", "", "(a) "), ("1. Message", "", "1. "), ("", "1- رسالة", "1- "), ("", "ب. رسالة", "ب. ")],
    )
    def test_a_marker_typed_before_an_unmarked_point(self, en: str, ar: str, words: str) -> None:
        agenda = pointing(en, ar, marker="none")
        found = the_finding(agenda, "N07")
        assert (found.severity, words_at(agenda, found)) == (WARNING, words)
        fixed(agenda, "N07")

    @pytest.mark.parametrize(
        ("heading", "after"),
        [
            ("Day 1: Consultation", "Consultation"),
            ("Day 1: Monday, 9 February 2026 – Consultation", "Consultation"),
            ("9 February 2026 - Consultation", "Consultation"),
            ("9 February Consultation", "Consultation"),
            ("اليوم الأول: 9 شباط/فبراير 2026، مشاورات", "مشاورات"),
        ],
    )
    def test_the_day_and_its_date_before_a_heading(self, heading: str, after: str) -> None:
        agenda = an_agenda(a_day(heading=a_text(heading), on="2026-02-09"))
        assert fixed(agenda, "N07").days[0].heading.wording("en") == after

    @pytest.mark.parametrize(
        "heading", ["Consultation", "Day 2: Consultation", "Follow-up to 9 February 2026", "2026 Forum", "Day of Youth"]
    )
    def test_other_headings_are_right(self, heading: str) -> None:
        assert findings(an_agenda(a_day(heading=a_text(heading), on="2026-02-09")), "N07") == ()

    def test_the_time_before_a_title(self) -> None:
        agenda = titled("09:00–10:00 Opening")
        assert text_of(fixed(agenda, "N07"), "i1", "title") == {"en": "Opening"}
        assert findings(titled("09:00–11:00 Opening"), "N07") == ()

    def test_minutes_in_brackets_become_those_of_the_entry(self) -> None:
        agenda = pointing("Overview of the process (5 min)", "نظرة عامة على العملية (5 دقائق)")
        found = findings(agenda, "N07")
        assert [words_at(agenda, one) for one in found] == ["5 min", "5 دقائق"]
        changed = fix_named(found[0], "Make them the minutes of the entry").edit(agenda)
        assert text_of(changed, "c1") == {"en": "Overview of the process", "ar": "نظرة عامة على العملية"}
        assert tree_of(changed).row("c1").__dict__["minutes"] == 5
        assert findings(changed, "N07") == ()

    @pytest.mark.parametrize(
        "agenda",
        [
            pointing("Overview (5 min)", "نظرة عامة (10 دقائق)"),
            pointing("Overview (5 min)", minutes=10),
        ],
    )
    def test_minutes_that_contradict_each_other_are_left_to_a_person(self, agenda: Agenda) -> None:
        found = findings(agenda, "N07")[0]
        assert fix_named(found, "Make them the minutes of the entry").edit(agenda) == agenda

    @pytest.mark.parametrize(
        "en", ["Overview (2 speakers)", "(5 min)", "Overview (5 min each)", "Roadmap, para. 93 (a)", "A 5 min film"]
    )
    def test_other_brackets_are_right(self, en: str) -> None:
        assert findings(pointing(en), "N07") == ()

    def test_the_hour_of_the_circulated_agenda(self) -> None:
        agenda = circulated()
        found = [one for one in findings(agenda, "N07") if one.spot.node == "c7"]
        assert {words_at(agenda, one) for one in found} == {"1 hour", "ساعة واحدة"}
