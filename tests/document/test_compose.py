"""What is printed of an agenda: derived numbers, letters, times and totals, in both languages."""

from datetime import date

import pytest

from igfeditor.document.blocks import ColumnKind, Role, RowKind, SectionKind, SideBySide, Times
from igfeditor.document.layout import Extra, Missing
from igfeditor.errors import ExportError
from igfeditor.language.bidi import RLM
from tests.document.printing import (
    agenda,
    agenda_cells,
    column_cells,
    day,
    item,
    note,
    paragraphs,
    printed,
    rows,
    said,
    sample,
    slot,
    sub_item,
    tables,
    text,
)
from tests.language.styles import loosened

NBSP = "\u00a0"


def cell_lines(document: object) -> list[list[str]]:
    return [[paragraph.line for paragraph in cell.paragraphs] for cell in agenda_cells(document)]  # type: ignore[arg-type]


class TestNumbers:
    def test_items_are_numbered_through_a_day(self) -> None:
        document = printed(
            agenda(day("2021-02-22", slot("09:00", "10:00", item("A"), item("B")), slot("10:00", "11:00", item("C"))))
        )
        assert said(document, Role.ITEM) == ["1.\tA", "2.\tB", "3.\tC"]

    def test_a_day_restarts_or_goes_on(self) -> None:
        document = printed(
            agenda(
                day("2021-02-22", slot("09:00", "10:00", item("A"), item("B"))),
                day("2021-02-23", slot("09:00", "10:00", item("C"))),
                day("2021-02-24", slot("09:00", "10:00", item("D")), numbering="continue"),
            )
        )
        assert said(document, Role.ITEM) == ["1.\tA", "2.\tB", "1.\tC", "2.\tD"]

    def test_numbers_of_a_chosen_day_are_those_of_the_whole(self) -> None:
        assert said(printed(sample(), days=(3,)), Role.ITEM)[0].startswith("7.\t")

    def test_literal_and_missing_numbers_do_not_count(self) -> None:
        document = printed(
            agenda(
                day(
                    "2021-02-22",
                    slot("09:00", "10:00", item("A"), item("B", number="1 bis"), item("C", number="none"), item("D")),
                )
            )
        )
        assert said(document, Role.ITEM) == ["1.\tA", "1 bis.\tB", "C", "2.\tD"]

    def test_letters_follow_the_abjad_and_the_fifth_has_its_tail(self) -> None:
        points = [sub_item() for _ in range(8)]
        one = agenda(day("2021-02-22", slot("09:00", "10:00", item(children=points))))
        assert "".join(line.partition("\t")[0] for line in said(printed(one), Role.SUB_ITEM_1)) == "a.b.c.d.e.f.g.h."
        assert [line.partition("\t")[0] for line in said(printed(one, "ar"), Role.SUB_ITEM_1)] == [
            "أ.", "ب.", "ج.", "د.", "هـ.", "و.", "ز.", "ح.",
        ]  # fmt: skip

    def test_markers_count_their_own_kind(self) -> None:
        kinds = ["letter", "bullet", "number", "none", "letter", "number"]
        points = [sub_item(kind, marker=kind) for kind in kinds]
        document = printed(agenda(day("2021-02-22", slot("09:00", "10:00", item(children=points)))))
        markers = [line.rpartition("\t")[0] for line in said(document, Role.SUB_ITEM_1)]
        assert markers == ["a.", "•", "1.", "", "b.", "2."]

    def test_sub_items_are_three_deep(self) -> None:
        deepest = sub_item("third", marker="bullet")
        points = [sub_item("first", children=[sub_item("second", marker="number", children=[deepest])])]
        document = printed(agenda(day("2021-02-22", slot("09:00", "10:00", item(children=points)))))
        assert [said(document, role) for role in (Role.SUB_ITEM_1, Role.SUB_ITEM_2, Role.SUB_ITEM_3)] == [
            ["a.\tfirst"], ["1.\tsecond"], ["•\tthird"],
        ]  # fmt: skip


class TestSlots:
    def test_break_has_no_number_and_its_own_words(self) -> None:
        one = agenda(day("2021-02-22", slot("11:00", "11:30", kind="break"), slot("12:00", "13:00", kind="lunch")))
        assert said(printed(one), Role.BREAK) == ["BREAK", "LUNCH BREAK"]
        assert said(printed(one, "ar"), Role.BREAK) == ["استراحة", "استراحة الغداء"]
        assert {row.kind for row in rows(printed(one))} == {RowKind.BREAK}

    def test_a_label_takes_the_place_of_derived_words(self) -> None:
        one = agenda(day("2021-02-22", slot("11:00", "11:30", kind="break", label=text("COFFEE", "قهوة"))))
        assert said(printed(one), Role.BREAK) == ["COFFEE"]

    def test_events_have_their_own_look(self) -> None:
        one = agenda(
            day("2021-02-22", slot("18:00", "20:00", kind="social"), slot("20:00", "21:00", kind="side_event"))
        )
        assert said(printed(one), Role.EVENT) == ["SOCIAL EVENT", "SIDE EVENT"]
        assert {row.kind for row in rows(printed(one))} == {RowKind.EVENT}

    def test_note_row_has_no_time(self) -> None:
        document = printed(agenda(day("2021-02-22", slot("", "", kind="note", label=text("Bring papers", "أوراق")))))
        assert [(row.kind, [cell.line for cell in row.cells]) for row in rows(document)] == [
            (RowKind.NOTE, ["", "Bring papers"])
        ]

    def test_allotted_minutes_agree_with_their_number(self) -> None:
        points = [sub_item("P", "ن", minutes=minutes) for minutes in (1, 2, 5, 11, 60, 90, 103)]
        one = agenda(day("2021-02-22", slot("09:00", "10:00", item(children=points))))
        assert [loosened(line).partition("P ")[2] for line in said(printed(one), Role.SUB_ITEM_1)] == [
            "(1 min)", "(2 min)", "(5 min)", "(11 min)", "(1 h)", "(1 h 30 min)", "(1 h 43 min)",
        ]  # fmt: skip
        assert [loosened(line).partition("ن ")[2] for line in said(printed(one, "ar"), Role.SUB_ITEM_1)] == [
            "(دقيقة واحدة)", "(دقيقتان)", "(5 دقائق)", "(11 دقيقة)", "(ساعة واحدة)",
            "(ساعة و30 دقيقة)", "(ساعة و43 دقيقة)",
        ]  # fmt: skip

    def test_a_point_in_time_and_a_night_past_midnight(self) -> None:
        document = printed(agenda(day("2021-02-22", slot("09:00", ""), slot("22:00", "01:00", next_day_end=True))))
        assert said(document, Role.TIME) == ["09:00", f"22:00{NBSP}–{NBSP}01:00 (+1 day)"]

    def test_room_and_people_are_printed_with_the_item(self) -> None:
        chair = {"name": text("Ms. A", "السيدة أ"), "role": text("Chair", "رئيسة")}
        other = {"name": text("Mr. B", "السيد ب")}
        one = agenda(
            day("2021-02-22", slot("09:00", "10:00", item(people=[chair, other]), room=text("Room XX", "القاعة 20")))
        )
        assert said(printed(one), Role.PEOPLE) == ["Room: Room XX", "Ms. A, Chair; Mr. B"]
        assert said(printed(one, "ar"), Role.PEOPLE)[1] == "السيدة أ، رئيسة؛ السيد ب"


class TestNotes:
    def test_marks_follow_the_order_of_the_notes_that_are_used(self) -> None:
        notes = [note("n8", "unused"), note("n9", "second"), note("n7", "first")]
        one = agenda(day("2021-02-22", slot("09:00", "10:00", item("A[^n7] B[^n9]"), notes=notes)))
        assert cell_lines(printed(one)) == [["1.\tA** B*", "unused", "*\tsecond", "**\tfirst"]]

    def test_the_mark_is_raised(self) -> None:
        one = agenda(day("2021-02-22", slot("09:00", "10:00", item("A[^n7]"), notes=[note("n7")])))
        spans = agenda_cells(printed(one))[0].paragraphs[0].spans
        assert [(span.text, span.raised) for span in spans] == [("A", False), ("*", True)]

    def test_one_mark_never_means_two_things_on_a_row(self) -> None:
        one = agenda(
            day(
                "2021-02-22",
                slot("09:00", "10:00", item("A[^n1] B[^n2] C[^n3]"), notes=[note("n1", "slot's")]),
                notes=[note("n2", "day's")],
            ),
            notes=[note("n3", "meeting's")],
        )
        document = printed(one)
        assert cell_lines(document) == [["1.\tA† B** C*", "†\tslot's"]]
        assert said(document, Role.NOTE) == ["*\tmeeting's", "†\tslot's", "**\tday's"]

    def test_a_mark_without_a_note_prints_nothing(self) -> None:
        document = printed(agenda(day("2021-02-22", slot("09:00", "10:00", item("A[^n7]")))))
        assert cell_lines(document) == [["1.\tA"]]


class TestSummary:
    def test_english_summary_is_derived(self) -> None:
        lines = said(printed(sample()), Role.SUMMARY)
        assert loosened(lines[0]) == (
            "Day 1: 22 February, Open Consultation and MAG Meeting, 09:00 – 11:15, 11:45 – 13:45 and 14:30 – 16:00"
            " – meeting duration 7 h 00 min including breaks (5 h 45 min without)"
        )

    def test_arabic_summary_says_the_same(self) -> None:
        lines = said(printed(sample(), "ar"), Role.SUMMARY)
        assert loosened(lines[0]).endswith(
            "مدة الاجتماع 7 ساعات بما في ذلك فترات الاستراحة (5 ساعات و45 دقيقة من دونها)"
        )
        assert f"{RLM}14:30{NBSP}–{NBSP}16:00" in lines[0]
        assert "بما في ذلك الاستراحة" in lines[1]

    def test_a_day_without_breaks_has_one_total(self) -> None:
        (line,) = said(printed(agenda(day("2021-02-22", slot("09:00", "10:00")))), Role.SUMMARY)
        assert loosened(line) == "Day 1: 22 February, 09:00 – 10:00 – meeting duration 1 h 00 min"

    def test_an_empty_day_has_only_its_date(self) -> None:
        assert said(printed(agenda(day("2021-02-22"))), Role.SUMMARY) == ["Day 1: 22 February"]


class TestDays:
    def test_heading_has_number_date_title_and_access(self) -> None:
        assert said(printed(sample()), Role.DAY)[1] == "Day 2: 23 February 2021 – MAG Meeting (open to observers)"

    def test_arabic_headings_are_all_there(self) -> None:
        headings = said(printed(sample(), "ar"), Role.DAY)
        assert [heading.partition(":")[0] for heading in headings] == ["اليوم 1", "اليوم 2", "اليوم 3"]
        assert headings[2].endswith("(مفتوح للمراقبين)")

    def test_outputs_are_bulleted(self) -> None:
        outputs = said(printed(sample()), Role.OUTPUT)
        assert len(outputs) == 5
        assert all(line.startswith("•\t") for line in outputs)

    def test_an_empty_agenda_has_a_title_and_a_status(self) -> None:
        document = printed(agenda())
        assert [section.kind for section in document.sections] == [SectionKind.TITLE, SectionKind.STATUS]

    def test_an_agenda_without_a_title_is_called_agenda(self) -> None:
        assert printed(agenda(title={})).title == "Agenda"

    def test_symbol_and_revision_stand_in_the_title_and_the_footer(self) -> None:
        document = printed(agenda(symbol="E/2021/7", revision=2, status="revised"))
        assert "E/2021/7/Rev.2" in said(document, Role.DETAIL)
        assert document.footers[0].reference == "E/2021/7/Rev.2 – Revised"


class TestLayouts:
    def test_arabic_table_runs_from_the_right_and_english_from_the_left(self) -> None:
        assert [tables(printed(sample(), name))[0].direction for name in ("en", "ar", "en-ar")] == ["ltr", "rtl", "ltr"]

    def test_bilingual_table_has_a_time_at_each_edge(self) -> None:
        table = tables(printed(sample(), "en-ar"))[0]
        assert [(column.kind, column.language) for column in table.columns] == [
            (ColumnKind.TIME, "en"), (ColumnKind.AGENDA, "en"), (ColumnKind.AGENDA, "ar"), (ColumnKind.TIME, "ar"),
        ]  # fmt: skip

    def test_both_times_say_the_same_each_in_its_way(self) -> None:
        row = rows(printed(sample(), "en-ar"))[0]
        assert row.cells[0].line == f"09:00{NBSP}–{NBSP}09:45"
        assert row.cells[3].line == f"{RLM}09:00{NBSP}–{NBSP}09:45"
        assert row.cells[0].times == row.cells[3].times

    def test_headings_are_stacked_and_summaries_stand_side_by_side(self) -> None:
        document = printed(sample(), "en-ar")
        assert len(said(document, Role.DAY)) == 6
        summary = next(section for section in document.sections if section.kind is SectionKind.SUMMARY)
        assert [type(block) for block in summary.blocks] == [SideBySide] * 4

    def test_the_same_paragraph_of_both_languages_shares_a_row(self) -> None:
        title = printed(sample(), "en-ar").sections[0]
        pairs = [block for block in title.blocks if isinstance(block, SideBySide)]
        assert [(pair.first[0].role, pair.second[0].role) for pair in pairs[:2]] == [
            (Role.TITLE, Role.TITLE),
            (Role.DETAIL, Role.DETAIL),
        ]
        assert all(len(pair.first) == len(pair.second) == 1 for pair in pairs)

    @pytest.mark.parametrize("source", ["en", "ar"])
    @pytest.mark.parametrize("name", ["en-ar", "ar-en"])
    def test_arabic_stands_at_the_right_whatever_is_the_source(self, source: str, name: str) -> None:
        one = sample()
        languages = (source, *(language for language in one.languages if language != source))
        document = printed(one.model_copy(update={"languages": languages}), name)
        pairs = [block for section in document.sections for block in section.blocks if isinstance(block, SideBySide)]
        orders = {tuple(line.language for side in (pair.first, pair.second) for line in side) for pair in pairs}
        assert orders == {("en", "ar")}
        assert [column.language for column in tables(document)[0].columns] == ["en", "en", "ar", "ar"]
        for listed in (
            document.languages,
            *([one.language for one in every] for every in (document.footers, document.words)),
        ):
            assert list(listed) == ["en", "ar"]
        assert (document.name, document.direction) == (name, "ltr")

    def test_two_languages_of_one_direction_stand_in_the_order_of_the_layout(self) -> None:
        one = sample().model_copy(update={"languages": ("en", "ar", "fa", "fr")})
        persian, french = printed(one, "ar-fa"), printed(one, "fr-en")
        assert (persian.languages, persian.direction) == (("ar", "fa"), "rtl")
        assert {table.direction for table in tables(persian)} == {"rtl"}
        assert (french.languages, french.direction) == (("fr", "en"), "ltr")

    def test_chosen_days_alone_are_printed(self) -> None:
        document = printed(sample(), days=(2,))
        assert [section.date for section in document.sections if section.date] == [date(2021, 2, 23)]
        assert len(said(document, Role.SUMMARY)) == 1


class TestExtraColumns:
    def test_zone_times_pass_midnight_forward_and_back(self) -> None:
        one = agenda(day("2021-02-22", slot("20:00", "23:30")), extra_time_zones=("Asia/Tokyo", "America/New_York"))
        cells = column_cells(printed(one), ColumnKind.ZONE_TIME)
        assert [cell.line.replace(NBSP, " ") for cell in cells] == ["(+1 day) 05:00 – 08:30", "15:00 – 18:30"]
        assert cells[0].times is not None
        assert (cells[0].times.start_shift, cells[0].times.end_shift) == (1, 1)

    def test_only_the_end_may_pass_midnight(self) -> None:
        one = agenda(day("2021-02-22", slot("22:30", "23:30")), extra_time_zones=("Europe/Zurich",))
        (cell,) = column_cells(printed(one), ColumnKind.ZONE_TIME)
        assert loosened(cell.line) == "23:30 – 00:30 (+1 day)"

    def test_a_start_on_the_day_before_says_so(self) -> None:
        one = agenda(day("2021-02-22", slot("02:00", "06:00")), extra_time_zones=("America/New_York",))
        (cell,) = column_cells(printed(one), ColumnKind.ZONE_TIME)
        assert loosened(cell.line) == "21:00 (−1 day) – 01:00"

    def test_daylight_saving_is_that_of_the_day(self) -> None:
        summer = agenda(day("2021-07-05", slot("09:00", "10:00")), extra_time_zones=("Europe/Zurich",))
        (cell,) = column_cells(printed(summer), ColumnKind.ZONE_TIME)
        assert isinstance(cell.times, Times)
        assert cell.times.start.hour == 11

    def test_zone_headings_name_city_or_utc_with_the_offset_below(self) -> None:
        one = agenda(day("2021-02-22", slot()), extra_time_zones=("Europe/Zurich",))
        assert said(printed(one), Role.HEADER) == ["Time in UTC", "Time in Zurich\n(UTC+1)", "Agenda item"]
        assert said(printed(one, "ar"), Role.HEADER) == [
            "الوقت وفق التوقيت العالمي المنسق", "الوقت وفق توقيت زيورخ\n(UTC+1)", "بند جدول الأعمال",
        ]  # fmt: skip

    def test_zones_can_be_left_out(self) -> None:
        one = agenda(day("2021-02-22", slot()), extra_time_zones=("Europe/Zurich",))
        assert column_cells(printed(one, extras=()), ColumnKind.ZONE_TIME) == []

    def test_room_speaker_and_minutes_move_into_their_columns(self) -> None:
        speaker = [{"name": text("Ms. A", "السيدة أ")}]
        one = agenda(
            day("2021-02-22", slot("09:00", "10:00", item("A", minutes=20, people=speaker), room=text("XX", "20")))
        )
        document = printed(one, extras=(Extra.ROOM, Extra.SPEAKER, Extra.MINUTES))
        cells = rows(document)[0].cells[1:]
        assert [cell.line for cell in cells] == ["1.\tA", "XX", "Ms. A", "20"]
        assert [cell.paragraphs[0].role for cell in cells] == [Role.ITEM, Role.BODY, Role.BODY, Role.BODY]

    def test_state_of_translation_is_that_of_the_worst_text(self) -> None:
        stale = {"en": {"text": "B"}, "ar": {"text": "ب", "state": "final", "translated_from": "A"}}
        one = agenda(
            day(
                "2021-02-22",
                slot("09:00", "10:00", item("A"), {"id": "i0", "title": stale}),
                slot("10:00", "11:00", item("C", "")),
            )
        )
        cells = column_cells(printed(one, "en-ar", extras=(Extra.STATE,)), ColumnKind.STATE)
        assert [cell.line for cell in cells] == ["تغير الأصل", "غير مترجم"]


class TestMissingTranslations:
    @pytest.fixture
    def half(self) -> object:
        return agenda(day("2021-02-22", slot("09:00", "10:00", item("Only English", ""), item("Both", "كلاهما"))))

    def test_marked_source_stands_in_its_own_direction(self, half: object) -> None:
        first, second = agenda_cells(printed(half, "ar"))[0].paragraphs  # type: ignore[arg-type]
        assert (first.text, first.direction, first.missing) == ("Only English", "ltr", True)
        assert (second.text, second.direction, second.missing) == ("كلاهما", "rtl", False)

    def test_source_can_stand_unmarked(self, half: object) -> None:
        document = printed(half, "ar", missing=Missing.SOURCE)  # type: ignore[arg-type]
        assert not any(paragraph.missing for paragraph in paragraphs(document))
        assert agenda_cells(document)[0].paragraphs[0].text == "Only English"

    def test_refusal_counts_and_names_the_first(self, half: object) -> None:
        with pytest.raises(ExportError, match=r"1 text of the layout ar .* i\d+ \(title\): Only English"):
            printed(half, "ar", missing=Missing.REFUSE)  # type: ignore[arg-type]

    def test_refusal_asks_only_for_the_days_that_are_printed(self) -> None:
        one = agenda(day("2021-02-22", slot("09:00", "10:00", item("A", ""))), day("2021-02-23", slot()))
        assert printed(one, "ar", days=(2,), missing=Missing.REFUSE).title == "اجتماع"

    def test_complete_agenda_is_not_refused(self) -> None:
        assert printed(sample(), "en-ar", missing=Missing.REFUSE).name == "en-ar"


class TestHouseStyle:
    def arabic_time(self, **style: str) -> str:
        return said(printed(agenda(day("2021-02-22", slot("09:00", "13:30")), style=style), "ar"), Role.TIME)[0]

    def test_range_may_start_at_the_left_or_be_said_in_words(self) -> None:
        assert self.arabic_time(range_flow="start-left") == f"\u200e09:00{NBSP}–{NBSP}13:30\u200e"
        assert self.arabic_time(range_flow="words") == "من 09:00 إلى 13:30"

    def test_digits_may_be_arabic_indic_throughout(self) -> None:
        document = printed(
            agenda(day("2021-02-22", slot("09:00", "10:00", item())), style={"digits": "arabic-indic"}), "ar"
        )
        assert said(document, Role.TIME) == [f"{RLM}٠٩:٠٠{NBSP}–{NBSP}١٠:٠٠"]
        assert said(document, Role.DAY) == ["اليوم ١: ٢٢ شباط/فبراير ٢٠٢١"]
        assert said(document, Role.ITEM) == ["١.\tبند"]

    def test_english_keeps_its_digits(self) -> None:
        document = printed(agenda(day("2021-02-22", slot()), style={"digits": "arabic-indic"}))
        assert said(document, Role.TIME) == [f"09:00{NBSP}–{NBSP}10:00"]

    def test_clock_of_twelve_hours(self) -> None:
        document = printed(agenda(day("2021-02-22", slot("10:00", "13:30")), style={"clock": "12h"}))
        assert said(document, Role.TIME) == [f"10{NBSP}a.m.–1:30{NBSP}p.m."]

    def test_letters_in_brackets(self) -> None:
        one = agenda(
            day("2021-02-22", slot("09:00", "10:00", item(children=[sub_item("P")]))), style={"letters": "bracket"}
        )
        assert said(printed(one), Role.SUB_ITEM_1) == ["(a)\tP"]


class TestText:
    def test_markup_becomes_spans(self) -> None:
        one = agenda(day("2021-02-22", slot("09:00", "10:00", item("A **b** *c* [d](https://e.org/)"))))
        spans = agenda_cells(printed(one))[0].paragraphs[0].spans
        assert [(span.text, span.strong, span.emphasis, span.link) for span in spans if span.text.strip()] == [
            ("A ", False, False, None), ("b", True, False, None), ("c", False, True, None), ("d", False, False, "https://e.org/"),
        ]  # fmt: skip

    def test_arabic_gets_its_marks_and_english_none(self) -> None:
        one = agenda(day("2021-02-22", slot("09:00", "10:00", item("At UN DESA, 14–18", "في UN DESA، 14–18 شباط"))))
        assert said(printed(one), Role.ITEM) == ["1.\tAt UN DESA, 14–18"]
        assert said(printed(one, "ar"), Role.ITEM)[0].startswith(f"1.\tفي UN DESA{RLM}، ")

    def test_a_link_without_a_label_prints_its_address(self) -> None:
        one = agenda(
            day("2021-02-22", slot("09:00", "10:00", links=[{"id": "l1", "label": {}, "url": "https://e.org/x"}]))
        )
        assert cell_lines(printed(one)) == [["https://e.org/x"]]


def test_minutes_that_the_column_cannot_show_stay_in_the_text() -> None:
    two = slot("09:00", "10:00", item("A", minutes=10), item("B", minutes=20, children=[sub_item("C", minutes=5)]))
    one = slot("10:00", "11:00", item("D", minutes=30))
    document = printed(agenda(day("2021-02-22", two, one)), extras=(Extra.MINUTES,))
    assert [[loosened(line) for line in lines] for lines in cell_lines(document)] == [
        ["1.\tA (10 min)", "2.\tB (20 min)", "a.\tC (5 min)"],
        ["3.\tD"],
    ]
