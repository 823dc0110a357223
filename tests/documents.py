"""Finished documents for the tests of exporters, made by hand from blocks as the composer would finish them.

The texts are those of the IGF 2021 open consultations, in both languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final

from igfeditor.document.blocks import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Footer,
    Paragraph,
    Role,
    Row,
    RowKind,
    Section,
    SectionKind,
    SideBySide,
    Span,
    Table,
    Times,
    Words,
)
from igfeditor.language.bidi import LRM, RLM, Direction, direction_of

Said = str | Sequence[Span]
Pair = tuple[Said, Said]
LineOf = tuple[Role, tuple[str, str], Pair]

FIRST_DAY: Final = date(2021, 2, 22)
PLATFORM: Final = "https://www.intgovforum.org/"
TITLE: Final = (
    "IGF 2021 First Open Consultations and MAG Meeting",
    "منتدى حوكمة الإنترنت 2021: المشاورات المفتوحة الأولى واجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين (MAG)",
)
FOOTERS: Final = {
    "en": Footer("en", "ltr", "Page", "of", "IGF/MAG/2021/1/Rev.2 – Draft"),
    "ar": Footer("ar", "rtl", "صفحة", "من", "IGF/MAG/2021/1/Rev.2 – مشروع"),
}
WORDS: Final = {"en": Words("en", "ltr", "Date", "From", "To"), "ar": Words("ar", "rtl", "التاريخ", "من", "إلى")}
TIME_HEADINGS: Final = ("Time in UTC", "الوقت وفق التوقيت العالمي المنسق")
AGENDA_HEADINGS: Final = ("Agenda item", "بند جدول الأعمال")


# --- paragraphs --------------------------------------------------------------------------------------------


def a_paragraph(said: Said, language: str = "ar", role: Role = Role.BODY, marker: str = "") -> Paragraph:
    spans = (Span(said),) if isinstance(said, str) else tuple(said)
    return Paragraph(role, language, direction_of(language), spans, marker)


def missing(said: str, language: str = "en", role: Role = Role.ITEM, marker: str = "") -> Paragraph:
    """A source text that stands in for its translation."""
    return replace(a_paragraph(said, language, role, marker), missing=True)


def place(language: str) -> int:
    return ("en", "ar").index(language)


def in_language(language: str, line: LineOf) -> Paragraph:
    role, markers, said = line
    return a_paragraph(said[place(language)], language, role, markers[place(language)])


def a_range(start: str, end: str, language: str) -> str:
    return f"{RLM if language == 'ar' else ''}{start}\u00a0–\u00a0{end}"


# --- lines in both languages -------------------------------------------------------------------------------


def an_item(number: int, english: Said, arabic: Said) -> LineOf:
    return Role.ITEM, (f"{number}.", f"{number}."), (english, arabic)


def letters(*texts: Pair) -> tuple[LineOf, ...]:
    marks = zip(("a.", "b.", "c.", "d.", "e."), ("أ.", "ب.", "ج.", "د.", "هـ."), strict=True)
    return tuple((Role.SUB_ITEM_1, mark, text) for mark, text in zip(marks, texts, strict=False))


def plain(role: Role, english: Said, arabic: Said) -> LineOf:
    return role, ("", ""), (english, arabic)


def a_bullet(role: Role, english: Said, arabic: Said) -> LineOf:
    return role, ("•", "•"), (english, arabic)


TITLE_BLOCK: Final[tuple[LineOf, ...]] = (
    plain(Role.TITLE, *TITLE),
    plain(Role.DETAIL, "IGF/MAG/2021/1/Rev.2", "IGF/MAG/2021/1/Rev.2"),
    plain(
        Role.DETAIL,
        [Span("Date:", strong=True), Span(" 22–24 February 2021")],
        [Span("التاريخ:", strong=True), Span(f" {RLM}22 – 24 شباط/فبراير 2021")],
    ),
    plain(
        Role.DETAIL,
        [Span("Hosted by:", strong=True), Span(" IGF Secretariat")],
        [Span("الجهة المضيفة:", strong=True), Span(" أمانة منتدى حوكمة الإنترنت")],
    ),
    plain(Role.DETAIL, [Span("Access the platform", link=PLATFORM)], [Span("الوصول إلى المنصة", link=PLATFORM)]),
    plain(Role.DETAIL, [Span(PLATFORM, link=PLATFORM)], [Span(f"{PLATFORM}{LRM}", link=PLATFORM)]),
)
SUMMARY: Final[tuple[LineOf, ...]] = (
    plain(Role.SECTION, "Schedule", "الجدول الزمني"),
    plain(
        Role.SUMMARY,
        [Span("Day 1:", strong=True), Span(" 22 February, Open Consultation, 09:00–11:15, 11:45–13:45 and 14:30–16:00"
              " – meeting duration 7 h 00 min including breaks (5 h 45 min without)")],
        [Span("اليوم 1:", strong=True), Span(f" 22 شباط/فبراير، مشاورات مفتوحة، {RLM}09:00 – 11:15 و{RLM}11:45 – 13:45 و{RLM}14:30"
              " – 16:00 – مدة الاجتماع 7 ساعات بما في ذلك الاستراحات (5 ساعات و45 دقيقة من دونها)")],
    ),
    plain(
        Role.SUMMARY,
        [Span("Day 2:", strong=True), Span(" 23 February, MAG Meeting, 10:30–12:30 and 13:00–15:00"
              " – meeting duration 4 h 30 min including a break (4 h 00 min without)")],
        [Span("اليوم 2:", strong=True), Span(f" 23 شباط/فبراير، اجتماع المجموعة الاستشارية، {RLM}10:30 – 12:30 و{RLM}13:00 – 15:00"
              " – مدة الاجتماع 4 ساعات و30 دقيقة بما في ذلك الاستراحة (4 ساعات من دونها)")],
    ),
)  # fmt: skip
STATUS: Final[tuple[LineOf, ...]] = (plain(Role.SECTION, "DRAFT AGENDA", "مشروع جدول الأعمال"),)
OUTPUTS: Final[tuple[LineOf, ...]] = (
    plain(Role.LABEL, "Meeting outputs:", "مخرجات الاجتماع:"),
    a_bullet(
        Role.OUTPUT,
        "IGF intersessional work in 2021: BPFs and Policy Networks",
        "عمل منتدى حوكمة الإنترنت فيما بين الدورات في عام 2021: منتديات أفضل الممارسات وشبكات السياسات",
    ),
    a_bullet(Role.OUTPUT, "Types and number of sessions", "أنواع الجلسات وعددها"),
)
DAY_HEADINGS: Final = (
    ("Open Consultation and MAG Meeting", "مشاورات مفتوحة واجتماع المجموعة الاستشارية"),
    ("MAG Meeting (open to observers)", "اجتماع المجموعة الاستشارية (مفتوح للمراقبين)"),
)
DAY_NOTE: Final = (
    Role.NOTE, ("*", "*"),
    ("See the guidelines for breakout groups.", "انظر المبادئ التوجيهية للأفرقة الفرعية."),
)  # fmt: skip

SLOT_LINES: Final[tuple[tuple[str, str, RowKind, tuple[LineOf, ...]], ...]] = (
    ("09:00", "09:45", RowKind.SLOT, (
        an_item(1, "Opening statements and adoption of the agenda", "البيانات الافتتاحية وإقرار جدول الأعمال"),
        plain(Role.PEOPLE, "Ms. Anriette Esterhuysen, MAG Chair; Mr. Liu Zhenmin, UN DESA",
              "السيدة أنريت إسترهويسن، رئيسة المجموعة الاستشارية؛ السيد ليو جنمين، UN DESA"),
        *letters(
            ("Message from UN DESA", "رسالة من إدارة الشؤون الاقتصادية والاجتماعية التابعة للأمم المتحدة"),
            ("Welcome by MAG Chair", "ترحيب من رئيسة المجموعة الاستشارية لأصحاب المصلحة المتعددين"),
            ("Presentation and update from the IGF 2021 host country", "عرض تقديمي وتحديث من البلد المضيف لمنتدى حوكمة الإنترنت 2021"),
            ("Adoption of the agenda (E/2021/7/Rev.1)", "إقرار جدول الأعمال (E/2021/7/Rev.1)"),
        ),
    )),
    ("09:45", "11:15", RowKind.SLOT, (
        an_item(2, "IGF 2020 stocktaking and considerations for 2021", "تقييم منتدى حوكمة الإنترنت 2020 واعتباراته لعام 2021"),
        plain(Role.BODY, "The written inputs are summarized in a synthesis paper.", "ترد خلاصة المدخلات المكتوبة في ورقة تجميعية."),
        *letters(
            ("Overview of the IGF 2020 stocktaking process (5 min)", "نظرة عامة على عملية تقييم منتدى حوكمة الإنترنت 2020 (5 دقائق)"),
            ("Report on the Open Consultation of 9 February on stocktaking, and key points to consider in 2021 (10 min)",
             "تقرير عن المشاورة المفتوحة المعقودة في 9 شباط/فبراير بشأن التقييم والنقاط الرئيسية التي يجب مراعاتها في عام 2021 (10 دقائق)"),
        ),
        a_bullet(Role.SUB_ITEM_2, "Annual meeting", "الاجتماع السنوي"),
        a_bullet(Role.SUB_ITEM_2, "Intersessional work, among it what the Best Practice Forums and the Policy Networks have asked for",
                 "العمل فيما بين الدورات، بما في ذلك ما طلبته منتديات أفضل الممارسات وشبكات السياسات"),
        (Role.SUB_ITEM_3, ("1.", "1."), ("Best Practice Forum on Gender and Digital Rights", "منتدى أفضل الممارسات بشأن المسائل الجنسانية والحقوق الرقمية")),
        plain(Role.SUB_ITEM_3, "Policy Network on Environment", "شبكة السياسات المعنية بالبيئة"),
    )),
    ("11:15", "11:45", RowKind.BREAK, (plain(Role.BREAK, "BREAK", "استراحة"),)),
    ("11:45", "13:15", RowKind.SLOT, (
        an_item(3, "Issues and themes for IGF 2021", "قضايا ومواضيع منتدى حوكمة الإنترنت 2021"),
        a_bullet(Role.SUB_ITEM_1, [Span("Discussion in groups"), Span("*", raised=True), Span(" on issues, themes and "),
                 Span("policy questions", emphasis=True), Span(" (1 hour)")],
                 [Span("مناقشة في أفرقة"), Span("*", raised=True), Span(" بشأن القضايا والمواضيع و"),
                  Span("الأسئلة المتعلقة بالسياسات", emphasis=True), Span(" (ساعة واحدة)")]),
        a_bullet(Role.SUB_ITEM_1, [Span("Reports", strong=True), Span(" of "), Span("the groups", strong=True, emphasis=True)],
                 [Span("تقارير", strong=True), Span(" من "), Span("الأفرقة", strong=True, emphasis=True)]),
        (Role.NOTE, ("*", "*"), ([Span("See here the "), Span("guidelines", link=f"{PLATFORM}guide?a=1&b=2"), Span(" (C++ & <HTML>)")],
                                 [Span("انظر "), Span("المبادئ التوجيهية", link=f"{PLATFORM}guide?a=1&b=2"), Span(" (C++ & <HTML>)")])),
    )),
    ("15:00", "16:00", RowKind.SLOT, (
        plain(Role.ITEM, "Open consultation on the proposed multistakeholder high-level body (para. 93 (a) of the Road Map)",
              "مشاورة مفتوحة بشأن الهيئة الرفيعة المستوى المقترحة لأصحاب المصلحة المتعددين (الفقرة 93 (أ) من خارطة الطريق)"),
    )),
    ("15:45", "", RowKind.NOTE, (plain(Role.NOTE, "Interpretation ends at 16:00.", f"تنتهي الترجمة الشفوية في {RLM}16:00."),)),
    ("16:15", "17:00", RowKind.EVENT, (
        plain(Role.EVENT, "Online social event hosted by the Government of Switzerland and the MAG Working Group on Hybrid Meetings",
              "مناسبة اجتماعية عبر الإنترنت تستضيفها حكومة سويسرا والفريق العامل المعني بالاجتماعات الهجينة التابع للمجموعة الاستشارية"),
        plain(Role.NOTE, [Span("Access the platform", link=PLATFORM)], [Span("الوصول إلى المنصة", link=PLATFORM)]),
    )),
)  # fmt: skip


# --- tables ------------------------------------------------------------------------------------------------


def a_time_cell(start: str, end: str, language: str) -> Cell:
    if not end:
        return Cell((a_paragraph(start, language, Role.TIME),), Times(time.fromisoformat(start)))
    times = Times(time.fromisoformat(start), time.fromisoformat(end))
    return Cell((a_paragraph(a_range(start, end, language), language, Role.TIME),), times)


def columns(languages: Sequence[str]) -> tuple[tuple[ColumnKind, str], ...]:
    first, *others = languages
    mirrored = [pair for other in others for pair in ((ColumnKind.AGENDA, other), (ColumnKind.TIME, other))]
    return ((ColumnKind.TIME, first), (ColumnKind.AGENDA, first), *mirrored)


def a_column(kind: ColumnKind, language: str) -> Column:
    headings = TIME_HEADINGS if kind is ColumnKind.TIME else AGENDA_HEADINGS
    return Column(kind, a_paragraph(headings[place(language)], language, Role.HEADER))


def direction_for(languages: Sequence[str]) -> Direction:
    return "ltr" if len(languages) > 1 else direction_of(languages[0])


def a_table(rows: int | None = None, languages: Sequence[str] = ("ar",)) -> Table:
    """The table of a day: its own rows, or as many of them over and over as `rows` says."""
    count = len(SLOT_LINES) if rows is None else rows
    printed = []
    for number in range(count):
        start, end, kind, said = SLOT_LINES[number % len(SLOT_LINES)]
        cells = (
            a_time_cell(start, end, language)
            if column is ColumnKind.TIME
            else Cell(tuple(in_language(language, line) for line in said))
            for column, language in columns(languages)
        )
        printed.append(Row(kind, tuple(cells)))
    return Table(
        tuple(a_column(*column) for column in columns(languages)),
        tuple(printed),
        direction_for(languages),
        ("Day 1: 22 February 2021", "اليوم 1: 22 شباط/فبراير 2021")[place(languages[0])],
    )


# --- documents ---------------------------------------------------------------------------------------------


def each(languages: Sequence[str], said: Iterable[LineOf]) -> tuple[Block, ...]:
    said = tuple(said)
    sides = [tuple(in_language(language, line) for line in said) for language in languages]
    return sides[0] if len(sides) == 1 else (SideBySide(*sides),)


def a_day_heading(number: int, language: str) -> Paragraph:
    on = FIRST_DAY + timedelta(days=number - 1)
    heading = DAY_HEADINGS[(number - 1) % len(DAY_HEADINGS)][place(language)]
    words = (f"Day {number}: {on.day} February {on.year}", f"اليوم {number}: {on.day} شباط/فبراير {on.year}")
    return a_paragraph(f"{words[place(language)]} – {heading}", language, Role.DAY)


def a_day(number: int, languages: Sequence[str], table: Table) -> Section:
    blocks: list[Block] = [a_day_heading(number, language) for language in languages]
    blocks += each(languages, OUTPUTS) if number == 2 else ()
    blocks += [table, *each(languages, [DAY_NOTE])]
    name = (f"Day {number}", f"اليوم {number}")[place(languages[0])]
    return Section(SectionKind.DAY, tuple(blocks), FIRST_DAY + timedelta(days=number - 1), name)


def a_document_of(sections: Sequence[Section], languages: Sequence[str] = ("ar",)) -> Document:
    return Document(
        name="-".join(languages),
        title=TITLE[place(languages[0])],
        languages=tuple(languages),
        direction=direction_for(languages),
        sections=tuple(sections),
        footers=tuple(FOOTERS[language] for language in languages),
        words=tuple(WORDS[language] for language in languages),
    )


def with_front_matter(languages: Sequence[str], days: Sequence[Section]) -> Document:
    front = (
        Section(SectionKind.TITLE, each(languages, TITLE_BLOCK)),
        Section(SectionKind.SUMMARY, each(languages, SUMMARY)),
        Section(SectionKind.STATUS, each(languages, STATUS)),
    )
    return a_document_of((*front, *days), languages)


def a_document(language: str = "ar", days: int = 2) -> Document:
    """A whole agenda in one language."""
    return with_front_matter(
        [language], [a_day(number, [language], a_table(languages=[language])) for number in range(1, days + 1)]
    )


def a_bilingual_document(days: int = 2) -> Document:
    """A whole agenda, English at the left and Arabic at the right."""
    both = ("en", "ar")
    return with_front_matter(both, [a_day(number, both, a_table(languages=both)) for number in range(1, days + 1)])


def a_half_translated_document() -> Document:
    """An Arabic agenda in some of whose lines the English source stands in."""
    lines = (
        missing("Only in English", marker="1."),
        a_paragraph("بالعربية", role=Role.ITEM, marker="2."),
        missing("Not yet, see the list", role=Role.SUB_ITEM_1, marker="أ."),
        missing("Nor this", role=Role.BODY),
    )
    row = Row(RowKind.SLOT, (a_time_cell("09:00", "09:45", "ar"), Cell(lines)))
    table = Table(a_table(0).columns, (row,), "rtl", "اليوم 1")
    return a_document_of([a_day(1, ["ar"], table)])


def a_long_document(language: str = "ar", rows: int = 500) -> Document:
    """One day with very many rows."""
    return a_document_of([a_day(1, [language], a_table(rows, [language]))], [language])


def a_document_saying(*paragraphs: Paragraph, language: str = "ar") -> Document:
    """A document of nothing but these paragraphs."""
    return a_document_of([Section(SectionKind.TITLE, paragraphs)], [language])


PROBES: Final = (
    a_paragraph("الاجتماع للفريق MAG التابع للأمم المتحدة"),
    a_paragraph("الجلسة 1: IGF 2026* (UN DESA)"),
    a_paragraph("البند 93 (أ)، والوثيقة E/ESCWA/C.8/2026/3"),
    a_paragraph("IGF (MAG) عربي."),
    a_paragraph(f"{RLM}09:00\u00a0–\u00a009:45"),
    a_paragraph(f"UN DESA،{RLM} 14–18 شباط/فبراير 2026"),
    a_paragraph(f"https://www.intgovforum.org/{LRM}"),
    a_paragraph("رسالة من الإدارة (5 دقائق)", role=Role.SUB_ITEM_1, marker="أ."),
    a_paragraph("1 Meeting of the IGF (MAG), 09:00.", "en"),
    a_paragraph("The chair (رئيس المجموعة) speaks, 93 (أ).", "en", Role.SUB_ITEM_1, "b."),
)
"""Lines of both directions with what goes wrong in them, each on one line of a page."""
