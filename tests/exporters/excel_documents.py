"""Small documents for the tests of the spreadsheet and of the terminal, as the composer would finish them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
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
from igfeditor.language.bidi import RLM, direction_of

Pair = tuple[str, str]

WORDS: Final = {
    "en": Words("en", "ltr", "Date", "From", "To"),
    "ar": Words("ar", "rtl", "التاريخ", "من", "إلى"),
}
HEADINGS: Final[dict[ColumnKind, Pair]] = {
    ColumnKind.TIME: ("Time in UTC", "الوقت وفق التوقيت العالمي المنسق"),
    ColumnKind.ZONE_TIME: ("Time in Tokyo", "الوقت في طوكيو"),
    ColumnKind.AGENDA: ("Agenda item", "بند جدول الأعمال"),
    ColumnKind.ROOM: ("Room", "القاعة"),
    ColumnKind.MINUTES: ("Minutes", "الدقائق"),
    ColumnKind.SPEAKER: ("Speaker", "المتكلم"),
    ColumnKind.STATE: ("State", "الحالة"),
}
TITLE: Final = (
    "IGF 2021 First Open Consultations and MAG Meeting",
    "منتدى حوكمة الإنترنت 2021: أول مشاورات مفتوحة واجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين",
)


def paragraph(
    role: Role, text: str | Sequence[Span], language: str = "en", marker: str = "", *, missing: bool = False
) -> Paragraph:
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    return Paragraph(role, language, direction_of(language), spans, marker, missing)


@dataclass(frozen=True)
class Slot:
    """A row before it is printed: texts are pairs of English and Arabic."""

    start: time | None
    end: time | None
    lines: tuple[tuple[Role, Pair, Pair], ...]
    kind: RowKind = RowKind.SLOT
    zone: Times | None = None
    minutes: int | None = None


def clock(text: str) -> time:
    return time.fromisoformat(text)


def slot(start: str, end: str, *lines: tuple[Role, Pair, Pair], kind: RowKind = RowKind.SLOT, **more: object) -> Slot:
    return Slot(clock(start), clock(end) if end else None, lines, kind, **more)  # type: ignore[arg-type]


def item(number: int, english: str, arabic: str) -> tuple[Role, Pair, Pair]:
    return Role.ITEM, (f"{number}.", f"{number}."), (english, arabic)


def child(letters: Pair, english: str, arabic: str) -> tuple[Role, Pair, Pair]:
    return Role.SUB_ITEM_1, letters, (english, arabic)


def break_(start: str, end: str) -> Slot:
    return slot(start, end, (Role.BREAK, ("", ""), ("BREAK", "استراحة")), kind=RowKind.BREAK)


DAY_1: Final = (
    slot(
        "09:00",
        "09:45",
        item(1, "Opening statements and adoption of the agenda", "البيانات الافتتاحية وإقرار جدول الأعمال"),
        child(
            ("a.", "أ."),
            "Message from UN DESA",
            "رسالة من إدارة الشؤون الاقتصادية والاجتماعية التابعة للأمم المتحدة",
        ),
        child(("b.", "ب."), "Welcome by MAG chair", "ترحيب من رئيس المجموعة الاستشارية لأصحاب المصلحة المتعددين"),
        child(
            ("c.", "ج."),
            "Presentation and update from the IGF 2021 host country",
            "عرض تقديمي وتحديث من البلد المضيف لمنتدى حوكمة الإنترنت 2021",
        ),
    ),
    slot(
        "09:45",
        "11:15",
        item(
            2,
            "IGF 2020 stocktaking and considerations for 2021",
            "تقييم منتدى حوكمة الإنترنت 2020 واعتباراته لعام 2021",
        ),
        child(
            ("a.", "أ."),
            "Overview of the IGF 2020 stocktaking process (5 min)",
            "نظرة عامة على عملية تقييم منتدى حوكمة الإنترنت 2020 (5 دقائق)",
        ),
        minutes=15,
    ),
    break_("11:15", "11:45"),
    slot(
        "15:00",
        "16:00",
        (Role.EVENT, ("", ""), (
            "Open consultation on the proposed multistakeholder high-level body (para. 93 (a) of the Roadmap)",
            "مشاورة مفتوحة بشأن الهيئة الرفيعة المستوى المقترحة لأصحاب المصلحة المتعددين "
            "(الفقرة 93 (أ) من خارطة الطريق)",
        )),
        kind=RowKind.EVENT,
    ),
)  # fmt: skip
DAY_2: Final = (
    slot(
        "10:30",
        "11:00",
        item(1, "Opening of the MAG meeting", "افتتاح اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين"),
    ),
    slot(
        "11:00",
        "12:30",
        item(2, "Shaping the IGF 2021 programme: C++, HTML/CSS & <tags>", "تشكيل برنامج منتدى حوكمة الإنترنت 2021"),
        (Role.SUB_ITEM_2, ("•", "•"), (
            "How can the IGF retain its open character?",
            "كيف يمكن للمنتدى الاحتفاظ بطابعه المفتوح؟",
        )),
        item(3, "=1+1", "+مرفق"),
    ),
    slot("12:30", "12:45", (Role.ITEM, ("", ""), ("=HYPERLINK(A1)", "=HYPERLINK(A1) رابط"))),
)  # fmt: skip
OUTPUTS: Final[tuple[Pair, ...]] = (
    (
        "IGF intersessional work in 2021: BPFs and Policy Networks",
        "عمل منتدى حوكمة الإنترنت فيما بين الدورات في عام 2021",
    ),
    ("Types and number of sessions", "أنواع الجلسات وعددها"),
)


def range_text(one: Slot, language: str) -> str:
    if one.end is None:
        return f"{one.start:%H:%M}"
    return f"{RLM if language == 'ar' else ''}{one.start:%H:%M}\u00a0–\u00a0{one.end:%H:%M}"


def side(language: str) -> int:
    return 0 if language == "en" else 1


def cell(one: Slot, kind: ColumnKind, language: str) -> Cell:
    which = side(language)
    if kind in (ColumnKind.TIME, ColumnKind.ZONE_TIME):
        times = one.zone if kind is ColumnKind.ZONE_TIME else Times(one.start, one.end) if one.start else None
        if times is None:
            return Cell()
        return Cell((paragraph(Role.TIME, range_text(one, language), language),), times=times)
    if kind is ColumnKind.AGENDA:
        return Cell(tuple(paragraph(role, text[which], language, marker[which]) for role, marker, text in one.lines))
    if kind is ColumnKind.MINUTES:
        if one.minutes is None:
            return Cell()
        return Cell((paragraph(Role.BODY, str(one.minutes), language),), minutes=one.minutes)
    if kind is ColumnKind.ROOM:
        return Cell((paragraph(Role.BODY, ("Room XX", "القاعة XX")[which], language),))
    return Cell((paragraph(Role.PEOPLE, ("Ms. Spatolisano, UN DESA", "السيدة سباتوليسانو، UN DESA")[which], language),))


def columns(languages: Sequence[str], extras: Sequence[ColumnKind] = ()) -> list[tuple[ColumnKind, str]]:
    zone = [one for one in extras if one is ColumnKind.ZONE_TIME]
    others = [one for one in extras if one is not ColumnKind.ZONE_TIME]
    kinds = [ColumnKind.TIME, *zone, ColumnKind.AGENDA, *others]
    first = [(kind, languages[0]) for kind in kinds]
    return first + [(kind, language) for language in languages[1:] for kind in reversed(kinds)]


def table(slots: Iterable[Slot], languages: Sequence[str], extras: Sequence[ColumnKind] = ()) -> Table:
    fields = columns(languages, extras)
    return Table(
        columns=tuple(
            Column(kind, paragraph(Role.HEADER, HEADINGS[kind][side(language)], language))
            for kind, language in fields
        ),
        rows=tuple(Row(one.kind, tuple(cell(one, kind, language) for kind, language in fields)) for one in slots),
        direction="ltr" if len(languages) > 1 else direction_of(languages[0]),
        description="Day 1",
    )  # fmt: skip


def each(languages: Sequence[str], make: Callable[[str], Sequence[Paragraph]]) -> tuple[Block, ...]:
    sides = [tuple(make(language)) for language in languages]
    return sides[0] if len(sides) == 1 else (SideBySide(*sides),)


def day(
    number: int, on: date, slots: Iterable[Slot], languages: Sequence[str], extras: Sequence[ColumnKind] = ()
) -> Section:
    slots = tuple(slots)
    blocks: list[Block] = [paragraph(Role.DAY, day_heading(number, on, language), language) for language in languages]
    if number == 2:
        blocks += each(
            languages,
            lambda language: [
                paragraph(Role.LABEL, ("Meeting outputs:", "مخرجات الاجتماع:")[side(language)], language),
                *(paragraph(Role.OUTPUT, output[side(language)], language, "•") for output in OUTPUTS),
            ],
        )
    if slots:
        blocks.append(table(slots, languages, extras))
    return Section(SectionKind.DAY, tuple(blocks), on, f"Day {number}")


def day_heading(number: int, on: date, language: str) -> str:
    english = f"Day {number}: {on.day} February {on.year} – Open Consultation and MAG Meeting (open to observers)"
    arabic = (
        f"اليوم {number}: {on.day} شباط/فبراير {on.year} – مشاورات مفتوحة واجتماع المجموعة الاستشارية (مفتوح للمراقبين)"
    )
    return english if language == "en" else arabic


def title(language: str) -> list[Paragraph]:
    date_ = ("Date:", " 22–24 February 2021"), ("التاريخ:", " 22–24 شباط/فبراير 2021")
    host = "Hosted by the IGF Secretariat", "تستضيفه أمانة منتدى حوكمة الإنترنت"
    platform = "Access the platform", "الوصول إلى المنصة"
    which = side(language)
    label, days = date_[which]
    return [
        paragraph(Role.TITLE, TITLE[which], language),
        paragraph(Role.DETAIL, [Span(label, strong=True), Span(days)], language),
        paragraph(Role.DETAIL, host[which], language),
        paragraph(Role.DETAIL, [Span(platform[which], link="https://www.intgovforum.org/")], language),
    ]


def schedule(language: str, days: int) -> list[Paragraph]:
    heading = paragraph(Role.SECTION, ("Schedule", "الجدول الزمني")[side(language)], language)
    lines = [schedule_line(number)[side(language)] for number in range(1, days + 1)]
    return [heading, *(paragraph(Role.SUMMARY, line, language) for line in lines)]


def schedule_line(number: int) -> Pair:
    return (
        f"Day {number}: {21 + number} February, 09:00–11:15 and 11:45–13:45 – meeting duration 4 h 45 min "
        "including breaks (4 h 15 min without)",
        f"اليوم {number}: {21 + number} شباط/فبراير، {RLM}09:00\u00a0–\u00a011:15 و{RLM}11:45\u00a0–\u00a013:45 – "
        "مدة الاجتماع 4 ساعات و45 دقيقة بما في ذلك الاستراحات",
    )


def footer(language: str) -> Footer:
    page, of = (("page", "of"), ("صفحة", "من"))[side(language)]
    return Footer(language, direction_of(language), page, of, "DRAFT")


def document(
    *languages: str, days: Sequence[Sequence[Slot]] = (DAY_1, DAY_2), extras: Sequence[ColumnKind] = ()
) -> Document:
    """A whole agenda in one language, or in two side by side."""
    languages = languages or ("en",)
    status = each(
        languages,
        lambda language: [paragraph(Role.SECTION, ("DRAFT AGENDA", "مشروع جدول الأعمال")[side(language)], language)],
    )
    return Document(
        name="-".join(languages),
        title=TITLE[side(languages[0])],
        languages=languages,
        direction="ltr" if len(languages) > 1 else direction_of(languages[0]),
        sections=(
            Section(SectionKind.TITLE, each(languages, title)),
            Section(SectionKind.SUMMARY, each(languages, lambda language: schedule(language, len(days)))),
            Section(SectionKind.STATUS, status),
            *(
                day(number, date(2021, 2, 21 + number), slots, languages, extras)
                for number, slots in enumerate(days, start=1)
            ),
        ),
        footers=tuple(footer(language) for language in languages),
        words=tuple(WORDS[language] for language in languages),
    )


def document_with(*paragraphs: Paragraph, language: str = "en") -> Document:
    """A document of one row, whose agenda cell holds the paragraphs."""
    plain = document(language, days=((),))
    base = table([slot("09:00", "10:00")], (language,))
    row = Row(RowKind.SLOT, (base.rows[0].cells[0], Cell(paragraphs)))
    with_row = Table(base.columns, (row,), base.direction, base.description)
    section = Section(SectionKind.DAY, (with_row,), date(2021, 2, 22), "Day 1")
    return Document(plain.name, plain.title, plain.languages, plain.direction, (section,), plain.footers, plain.words)


def long_document(language: str = "ar", slots: int = 500) -> Document:
    """The size of work of the benchmarks: so many slots with an item and four sub-items each."""
    rows = [long_document_slot(number) for number in range(1, slots + 1)]
    per_day = max(1, slots // 5)
    return document(language, days=[rows[place : place + per_day] for place in range(0, slots, per_day)])


def long_document_slot(number: int) -> Slot:
    english = f"Message from the Department of Economic and Social Affairs {number}"
    arabic = f"رسالة من إدارة الشؤون الاقتصادية والاجتماعية التابعة للأمم المتحدة {number}"
    letters = ("a.", "أ."), ("b.", "ب."), ("c.", "ج."), ("d.", "د.")
    opening = item(
        number,
        f"Opening statements and adoption of the agenda {number}",
        f"البيانات الافتتاحية واعتماد جدول الأعمال {number}",
    )
    return Slot(
        time(9 + number % 8, number % 60),
        time(10 + number % 8, number % 60),
        (opening, *(child(letter, english, arabic) for letter in letters)),
    )


def long_slot() -> Slot:
    """A slot of so many sub-items that its row is taller than Excel allows."""
    letters = [child((f"{n}.", f"{n}."), f"Message {n} of the Department", f"رسالة {n} من الإدارة") for n in range(90)]
    return slot("09:00", "10:00", item(1, "Opening", "افتتاح"), *letters, minutes=5)
