"""The circulated agenda of the first open consultations of IGF 2021 with its faults, as a project would have it."""

from __future__ import annotations

from typing import Final

from igfeditor.model.agenda import Agenda, Day, Link, Note, Output
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item

SCHEDULE: Final = (
    (
        "Day 1: 22 February, Open consultation, 09:00-11:15 and 11:45-13:45 and 14:00-16:00 - meeting duration 6 h 45 min including breaks",
        "اليوم 1: 22 شباط/ فبراير، مشاورات مفتوحة، 09:00 - 11:15 و 11:45-13:45 و 14:00 - 16:00- مدة الاجتماع 6 ساعات و 45 دقيقة بما في ذلك الاستراحة",
    ),
    (
        "Day 2: 23 February, MAG meeting, 10:30-12:30 and 13:00-15:00 - meeting duration 4 h 30 min including break",
        "اليوم 2: 23 شباط/ فبراير، اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين، -10:30 و 12:30 و 13:00 - 15:00- مدة الاجتماع 4 ساعات و 30 دقيقة بما في ذلك الاستراحة",
    ),
    (
        "Day 3: 24 February, MAG meeting, 09:00-11:15 and 12:15-14:30 - meeting duration 5h 30 min including break",
        "اليوم 3: 24 شباط/ فبراير، اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين، - 09:00 و 11:15 و 12:15-14:30- مدة الاجتماع 5 ساعات و 30 دقيقة بما في ذلك الاستراحة",
    ),
)
DATE_LINE: Final = (
    "Tuesday, 23 February, 2021 - 10:30 to 15:00 UTC",
    "الثلاثاء، 23 شباط/ فبراير، 2021 - 10:30 إلى 15:00 بالتوقيت العالمي",
)
DATES: Final = ("22 - 24 February 2021. To be held virtually.", "22 - 24 شباط/ فبراير 2021. سيعقد بشكل افتراضي.")
TITLE: Final = (
    "IGF 2021 First Open Consultations and MAG Meeting Day 2",
    "منتدى حوكمة الإنترنت 2021 أول مشاورات مفتوحة واجتماع اليوم الثاني للمجموعة الاستشارية لأصحاب المصلحة المتعددين",
)


def circulated() -> Agenda:
    """Give the agenda; the ids are those that the program would give, in the order of the page."""
    lines = (DATE_LINE, DATES, *SCHEDULE)
    notes = tuple(Note(id=f"n{place}", text=a_text(*pair)) for place, pair in enumerate(lines, start=1))
    platform = a_text("[Access the platform HERE](#)", "[الوصول إلى المنصة هنا](#)")
    link = Link(id="l1", label=platform, url="https://www.intgovforum.org/")
    return an_agenda(_first(), _second(), _third(), title=a_text(*TITLE), notes=notes, links=(link,))


def _first() -> Day:
    issues = an_item(
        "Issues and themes for IGF2021",
        a_sub_item("The idea of a more focused IGF", marker="bullet", ar="فكرة وجود منتدى حوكمة إنترنت أكثر تركيزاً"),
        a_sub_item(
            "Discussion in groups* on issues, themes and policy questions IGF2021 can focus on (1 hour)",
            ar="المناقشة في مجموعات * حول القضايا والموضوعات والأسئلة المتعلقة بالسياسات (ساعة واحدة)",
            marker="none",
        ),
        a_sub_item(
            "Reports from breakout groups* followed by discussion",
            ar="تقارير من مجموعات فرعية * تليها مناقشة",
            marker="none",
        ),
        ar="قضايا وموضوعات منتدى حوكمة الإنترنت 2021",
    )
    guidelines = Note(
        id="n9",
        text=a_text("*(See here guidelines for breakout groups)", "* (انظر هنا إرشادات المجموعات الفرعية)"),
    )
    stocktaking = an_item(
        "IGF 2020 stock taking and considerations for 2021",
        a_sub_item("Overview of the IGF2020 stock taking process", minutes=5),
        a_sub_item("Report on the 9th February Open Consultation on IGF 2020 stocktaking", minutes=10),
        a_sub_item("Feedback from the IGF community on IGF improvements"),
    )
    timeline = an_item(
        "The IGF 2021 process and timeline", a_sub_item("Annual meeting"), a_sub_item("Intersessional work")
    )
    opening = an_item(
        "Opening statements and adoption of the agenda",
        a_sub_item("Message from UN DESA"),
        a_sub_item("Welcome by MAG Chair"),
    )
    social = an_item(
        "Online social event hosted by the Government of Switzerland",
        a_sub_item("[Click here to access the platform]", ar="[انقر هنا للوصول إلى المنصة]", marker="none"),
        number="none",
    )
    return a_day(
        a_slot(opening, start="09:00", end="09:45"),
        a_slot(stocktaking, start="09:45", end="11:15"),
        a_slot(start="11:15", end="11:45", kind="break"),
        a_slot(issues, start="11:45", end="13:15", notes=(guidelines,)),
        a_slot(timeline, start="13:15", end="13:45"),
        a_slot(start="13:45", end="14:00", kind="break"),
        a_slot(an_item("Meet with Ms. Maria Francesca Spatolisano", number="none"), start="14:30", end="15:00"),
        a_slot(an_item("OPEN CONSULTATION (para 93(a) of the Roadmap)", number="none"), start="15:00", end="16:00"),
        a_slot(social, start="16:15", end="17:00", kind="social"),
        on="2021-02-22",
        heading=a_text(
            "Open Consultation and MAG Meeting", "مشاورات مفتوحة واجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين"
        ),
    )


def _second() -> Day:
    selection = a_sub_item(
        "Session proposal and selection criteria and process",
        ar=". اقتراح الجلسة ومعايير وعملية الاختيار",
        marker="none",
    )
    shaping = an_item(
        "Shaping the IGF2021 programme - discussions in groups",
        a_sub_item("Event format and flow", ar="شكل الفعالية ومخططها"),
        a_sub_item("Type and number of sessions", ar="نوع وعدد الجلسات"),
        selection,
    )
    outputs = (
        "IGF intersessional work in 2021: BPFs and Policy Networks",
        "Review and approve recommendations from MAG Working Groups 2020",
        "Overall programme structure and flow",
        "Types and Number of sessions",
    )
    return a_day(
        a_slot(
            an_item(
                "Opening of the MAG meeting", a_sub_item("Remarks from UN DESA"), a_sub_item("Remarks from MAG chair")
            ),
            start="10:30",
            end="11:00",
        ),
        a_slot(shaping, start="11:00", end="12:30"),
        a_slot(start="12:30", end="13:00", kind="break"),
        a_slot(
            an_item("Shaping the IGF2021 programme continued", a_sub_item("Reports from group discussions")),
            an_item(
                "*Other factors to consider",
                a_sub_item("Youth engagement"),
                a_sub_item("Engaging parliamentarians"),
                ar="* عوامل أخرى للنظر فيها",
            ),
            start="13:00",
            end="14:00",
        ),
        a_slot(
            an_item("Recap of input on issues/themes from the open consultation"),
            an_item("Recap of overall programme structure and flow"),
            start="14:00",
            end="15:00",
        ),
        on="2021-02-23",
        heading=a_text("23 February 2021 - MAG Meeting *(open to observers)*"),
        outputs=tuple(Output(id=f"o{place}", text=a_text(text)) for place, text in enumerate(outputs, start=1)),
    )


def _third() -> Day:
    policy = an_item(
        "BPFs and Policy Networks",
        a_sub_item("Final approval", marker="none"),
        a_sub_item("Strategic workplan including cooperation with other processes"),
        number="8",
    )
    working = an_item(
        "MAG Working Groups",
        a_sub_item("Reports and recommendations from 2020 MAG Working Groups", marker="none"),
        a_sub_item("Forming the IGF 2021 Working Groups"),
        number="11",
    )
    return a_day(
        a_slot(an_item("Review of the agenda and meeting goals", number="7"), start="09:00", end="09:10"),
        a_slot(
            policy,
            an_item("Annual workplan of DCs", number="9"),
            an_item("Collaboration with the NRIs in 2021", number="10"),
            start="09:15",
            end="11:15",
        ),
        a_slot(start="11:15", end="12:15", kind="break"),
        a_slot(working, start="12:15", end="14:15"),
        a_slot(an_item("Meeting closure and evaluation", number="12"), start="14:15", end="14:30"),
        on="2021-02-24",
        heading=a_text("24 February MAG Meeting (open to observers)"),
    )
