"""The agenda of the first open consultations of IGF 2021 as it was circulated: both halves, word for word.

The times of the rows are data, so what was wrong with their order in the Arabic tables (D01), with their dashes and
with the columns (L) is not in here; it is gone as soon as somebody reads the tables. All other faults stand as they
were. What is printed bold or slanted is marked up; a lost address is "#".
"""

from __future__ import annotations

from typing import Final

from igfeditor.model.agenda import Agenda, Day, Item, Note, Output, Slot, SubItem
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item

Line = tuple[str, str]

TITLE: Final = (
    "IGF 2021 First Open Consultations and MAG Meeting Day 2",
    "منتدى حوكمة الإنترنت 2021 أول مشاورات مفتوحة واجتماع اليوم الثاني للمجموعة الاستشارية لأصحاب المصلحة المتعددين",
)
ABOVE: Final[tuple[Line, ...]] = (
    (
        "Tuesday, 23 February, 2021 - 10:30 to 15:00 UTC",
        "الثلاثاء، 23 شباط/ فبراير، 2021 - 10:30 إلى 15:00 بالتوقيت العالمي",
    ),
    ("[Access the platform HERE](#)", "[الوصول إلى المنصة هنا](#)"),
    ("[Agenda(active tab)](#)", "جدول الأعمال (علامة التبويب النشطة)"),
    ("[Meeting Materials](#)", "مواد الاجتماع"),
    ("[Transcripts](#)", "النصوص"),
    ("[Participants List](#)", "قائمة المشاركين"),
    (
        "First Open Consultations and Multistakeholder Advisory Group Meeting ([MAG](#))",
        "اجتماع أول مشاورات مفتوحة واجتماعات المجموعة الاستشارية لأصحاب المصلحة المتعددين (MAG)",
    ),
    ("22 - 24 February 2021. To be held virtually.", "22 - 24 شباط/ فبراير 2021. سيعقد بشكل افتراضي."),
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
OUTPUTS: Final[tuple[Line, ...]] = (
    (
        "IGF intersessional work in 2021: BPFs and Policy Networks",
        "عمل منتدى حوكمة الإنترنت بين الجلسات في عام 2021: منتديات أفضل الممارسات وشبكات السياسات",
    ),
    (
        "Review and approve recommendations from MAG Working Groups 2020 and approve activity plans for 2021 MAG Working Groups",
        "مراجعة واعتماد التوصيات من المجموعات العاملة للمجموعة الاستشارية لأصحاب المصلحة المتعددين 2020 والموافقة على خطط الأنشطة للمجموعات العاملة للمجموعة الاستشارية لأصحاب المصلحة المتعددين 2021",
    ),
    ("Finalise IGF2021 focus and theme", "الانتهاء من التركيز على وموضوع منتدى حوكمة الإنترنت 2021"),
    ("Overall programme structure and flow", "الهيكل العام للبرنامج ومخططه"),
    ("Types and Number of sessions", "أنواع وعدد الجلسات"),
)


def as_circulated() -> Agenda:
    """Give the agenda; ids are given in the order of the page: days d1-d3, slots s1-s19, items i1-i19."""
    notes = tuple(Note(id=f"n{place}", text=a_text(*pair)) for place, pair in enumerate(ABOVE, start=1))
    category = a_text(
        "[MAG & WG Meetings](#)", "اجتماعات المجموعة الاستشارية لأصحاب المصلحة المتعددين والمجموعة العاملة"
    )
    return an_agenda(
        _first(), _second(), _third(),
        title=a_text(*TITLE),
        host=a_text("IGF Secretariat", "أمانة منتدى حوكمة الإنترنت"),
        venue=a_text("Virtual", "افتراضي"),
        category=category,
        notes=notes,
    )  # fmt: skip


def _points(*lines: Line, markers: str) -> tuple[SubItem, ...]:
    """Give points with a letter (a), a bullet (•) or nothing (-) before each."""
    names = {"a": "letter", "•": "bullet", "-": "none"}
    return tuple(a_sub_item(en, ar=ar, marker=names[sign]) for (en, ar), sign in zip(lines, markers, strict=True))


def _item(en: str, ar: str, *lines: Line, markers: str = "", number: str = "auto") -> Item:
    return an_item(en, *_points(*lines, markers=markers), ar=ar, number=number)


def _row(hours: str, *items: Item, **more: object) -> Slot:
    start, _, end = hours.partition("-")
    return a_slot(*items, start=start, end=end, **more)


def _first() -> Day:
    guidelines = Note(
        id="n99", text=a_text("*(See here guidelines for breakout groups)", "* (انظر هنا إرشادات المجموعات الفرعية)")
    )
    return a_day(
        _row("09:00-09:45", _opening()),
        _row("09:45-11:15", _taking_stock()),
        _row("11:15-11:45", kind="break"),
        _row("11:45-13:15", _issues(), notes=(guidelines,)),
        _row("13:15-13:45", _item(
            "The IGF 2021 process and timeline", "عملية منتدى حوكمة الإنترنت 2021 والجدول الزمني",
            ("Annual meeting", "الاجتماع السنوي"), ("Intersessional work", "العمل بين الجلسات"), markers="aa",
        )),
        _row("13:45-14:00", kind="break"),
        _row("14:30-15:00", _item(
            "Meet with Ms. Maria Francesca Spatolisano, the Assistant Secretary-General for Policy Coordination and Inter-Agency Affairs and Officer in Charge of the Office of the Secretary-General's Envoy on Technology",
            "الاجتماع مع السيدة ماريا فرانثيسكا سباتوليسانو، مساعدة الأمين العام لتنسيق السياسات والشؤون المشتركة بين الوكالات والموظف المسؤول عن مكتب مبعوث الأمين العام المعني بالتكنولوجيا",
            number="none",
        )),
        _row("15:00-16:00", _item(
            "*OPEN CONSULTATION ON THE PROPOSED MULTI-STAKEHOLDER HIGH-LEVEL BODY - (para 93(a) of the Secretary-General's Roadmap for Digital Cooperation)*",
            "مشاورة مفتوحة حول الهيئة رفيعة المستوى المقترحة لأصحاب المصلحة المتعددين- (الفقرة 93 (أ) من خارطة طريق الأمين العام للتعاون الرقمي)",
            number="none",
        )),
        _row("16:15-17:00", _social_event(), kind="social"),
        on="2021-02-22",
        heading=a_text(
            "Open Consultation and MAG Meeting", "مشاورات مفتوحة واجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين"
        ),
    )  # fmt: skip


def _opening() -> Item:
    return _item(
        "Opening statements and adoption of the agenda", "البيانات الافتتاحية واعتماد جدول الأعمال",
        ("Message from UN DESA", "رسالة من إدارة الشؤون الاقتصادية والاجتماعية التابعة للأمم المتحدة"),
        ("Welcome by MAG Chair", "ترحيب من قبل رئيس المجموعة الاستشارية لأصحاب المصلحة المتعددين"),
        (
            "Welcome by MAG Host country Co-chair 2021",
            "ترحيب من الرئيس المشارك للبلد المضيف للمجموعة الاستشارية لأصحاب المصلحة المتعددين 2021",
        ),
        (
            "Presentation and update from IGF 2021 host country",
            "عرض تقديمي وتحديث من الدولة المضيفة منتدى حوكمة الإنترنت 2021",
        ),
        ("Adoption of the agenda", "إقرار جدول الأعمال"),
        markers="aaaaa",
    )  # fmt: skip


def _taking_stock() -> Item:
    return _item(
        "IGF 2020 stock taking and considerations for 2021", "تقييم منتدى حوكمة الإنترنت 2020 واعتباراته لعام 2021",
        (
            "Overview of the IGF2020 stock taking process (5 min)",
            "نظرة عامة على عملية تقييم منتدى حوكمة الإنترنت 2020 (5 دقائق)",
        ),
        (
            "Report on the 9th February Open Consultation on IGF 2020 stocktaking and presentation of key points to consider in 2021 (10 min)",
            "تقرير عن المشاورة المفتوحة في 9 شباط/ فبراير حول تقييم منتدى حوكمة الإنترنت 2020 وعرض النقاط الرئيسية التي يجب مراعاتها في عام 2021 (10 دقائق)",
        ),
        (
            "Feedback from the IGF community on IGF improvements",
            "تعليقات من مجتمع منتدى حوكمة الإنترنت 2020 على تحسينات منتدى حوكمة الإنترنت 2020",
        ),
        (
            "Discussion on the IGF 2021 process, annual meeting and intersessional work",
            "مناقشة عملية منتدى حوكمة الإنترنت 2021 والاجتماع السنوي والعمل فيما بين الجلسات",
        ),
        markers="aaaa",
    )  # fmt: skip


def _issues() -> Item:
    return _item(
        "Issues and themes for IGF2021", "قضايا وموضوعات منتدى حوكمة الإنترنت 2021",
        ("The idea of a more focused IGF", "فكرة وجود منتدى حوكمة إنترنت أكثر تركيزاً"),
        (
            "IGF Secretariat's summary of inputs received to the open call for issues",
            "ملخص الأمانة العامة لمنتدى حوكمة الإنترنت بشأن المدخلات الواردة في الدعوة المفتوحة لتقديم القضايا",
        ),
        (
            "A multi-year approach to IGF issues and themes",
            "نهج متعدد السنوات لقضايا وموضوعات منتدى حوكمة الإنترنت",
        ),
        (
            "Discussion in groups* on issues, themes and policy questions IGF2021 can focus on (1 hour)",
            "المناقشة في مجموعات * حول القضايا والموضوعات والأسئلة المتعلقة بالسياسات يمكن أن يركز عليها منتدى حوكمة الإنترنت 2021 (ساعة واحدة)",
        ),
        ("Reports from breakout groups* followed by discussion", "تقارير من مجموعات فرعية * تليها مناقشة"),
        markers="•••--",
    )  # fmt: skip


def _social_event() -> Item:
    return _item(
        "*Online social event hosted by the Government of Switzerland and the IGF 2021 MAG Working Group on Hybrid Meetings, supported by DiploFoundation and Geneva Internet Platform*",
        "فعالية اجتماعية عبر الإنترنت استضافتها حكومة سويسرا والمجموعة العاملة للمجموعة الاستشارية لأصحاب المصلحة المتعددين لمنتدى حوكمة الإنترنت 2021 حول الاجتماعات الهجينة المدعومة من\nمؤسسة ديبلو ومنصة جنيف للإنترنت",
        (r"\[Click here to access the platform\]", r"[\[انقر هنا للوصول إلى المنصة\]](#)"),
        (
            "*See also guidelines on how to navigate the platform via Chrome and Firefox.*",
            'راجع أيضاً إرشادات حول كيفية التنقل في المنصة عبر "كروم" و "فايرفوكس".',
        ),
        markers="--",
        number="none",
    )  # fmt: skip


def _second() -> Day:
    return a_day(
        _row("10:30-11:00", _item(
            "Opening of the MAG meeting", "افتتاح اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين",
            ("Remarks from UN DESA", "كلمة من إدارة الشؤون الاقتصادية والاجتماعية التابعة للأمم المتحدة"),
            ("Remarks from host-country chair", "كلمة من رئيس الدولة المضيقة"),
            (
                "Remarks from MAG chair and review of the agenda and meeting goals",
                "كلمة من رئيس اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين ومراجعة جدول الأعمال وأهداف الاجتماع",
            ),
            markers="aaa",
        )),
        _row("11:00-12:30", _shaping()),
        _row("12:30-13:00", kind="break"),
        _row("13:00-14:00", *_continued()),
        _row("14:00-15:00", *_recaps()),
        on="2021-02-23",
        heading=a_text("23 February 2021 - MAG Meeting *(open to observers)*"),
        outputs=tuple(Output(id=f"o{place}", text=a_text(*pair)) for place, pair in enumerate(OUTPUTS, start=1)),
    )  # fmt: skip


def _shaping() -> Item:
    how = a_sub_item(
        "*How can the IGF retain its open and bottom-up character while also being more focused?*",
        ar="كيف يمكن لمنتدى حوكمة الإنترنت الاحتفاظ بشخصيته المفتوحة والتصاعدية مع التركيز بشكل أكبر في نفس الوقت؟",
        marker="bullet",
    )
    types = a_sub_item(
        "*How to approach types of sessions, e.g. intro/closing sessions, workshops and open forums, main sessions and what could be the total number of sessions?*",
        ar="كيفية التعامل مع أنواع الجلسات، على سبيل المثال الجلسات التمهيديّة/ الختامية وورش العمل والمنتديات المفتوحة والجلسات الرئيسية وكم يمكن أن يكون العدد الإجمالي للجلسات؟",
        marker="none",
    )
    timetable = a_sub_item(
        "*Timetable and process for calling for proposals and how to approach selection of sessions.*",
        ar="الجدول الزمني وعملية الدعوة لتقديم مقترحات وكيفية التعامل مع اختيار الجلسات.",
        marker="bullet",
    )
    return an_item(
        "Shaping the IGF2021 programme - discussions in groups",
        a_sub_item("Event format and flow", how, ar="شكل الفعالية ومخططها"),
        a_sub_item("*Type and number of sessions*", types, ar="نوع وعدد الجلسات"),
        a_sub_item(
            "Session proposal and selection criteria and process",
            timetable,
            ar=". اقتراح الجلسة ومعايير وعملية الاختيار",
            marker="none",
        ),
        ar="تشكيل برنامج منتدى حوكمة الإنترنت 2021- مناقشات في مجموعات",
    )


def _continued() -> tuple[Item, Item]:
    return (
        _item(
            "Shaping the IGF2021 programme continued", "استمرار تشكيل برنامج منتدى حوكمة الانترنت 2021",
            ("Reports from group discussions", "تقارير من مناقشات المجموعة"), markers="a",
        ),
        _item(
            "*Other factors to consider", "* عوامل أخرى للنظر فيها",
            ("Youth engagement", "مشاركة الشباب"),
            ("Engaging parliamentarians", "إشراك البرلمانين"),
            (
                "Strategies for collaboration and complementarity across intersessional work",
                "استراتيجيات للتعاون والتكامل عبر العمل بين الجلسات",
            ),
            markers="aaa",
        ),
    )  # fmt: skip


def _recaps() -> tuple[Item, Item]:
    return (
        _item(
            "Recap of input on issues/themes from the open consultation",
            "خلاصة المدخلات حول القضايا/ الموضوعات من المشاورة المفتوحة",
            (
                "Capturing consensus if possible on IGF2021 main issues and themes",
                "الحصول على إجماع إن أمكن حول القضايا والموضوعات الرئيسية لمنتدى حوكمة الانترنت 2021",
            ),
            ("Next steps", "الخطوات التالية"),
            markers="aa",
        ),
        _item(
            "Recap of overall programme structure and flow", "خلاصة الهيكل العام للبرنامج ومخططه",
            ("Capturing consensus if possible", "الحصول على الإجماع إن أمكن"), ("Next steps", "الخطوات التالية"),
            markers="aa",
        ),
    )  # fmt: skip


def _third() -> Day:
    return a_day(
        _row("09:00-09:10", _item(
            "Review of the agenda and meeting goals", "مراجعة جدول الأعمال وتحقيق الأهداف", number="7",
        )),
        _row("09:15-11:15", *_programme()),
        _row("11:15-12:15", kind="break"),
        _row("12:15-14:15", _item(
            "MAG Working Groups", "مجموعات عمل المجموعة الاستشارية لأصحاب المصلحة المتعددين",
            (
                "Reports and recommendations from 2020 MAG Working Groups",
                "تقارير وتوصيات من المجموعات العاملة للمجموعة الاستشارية لأصحاب المصلحة المتعددين لعام 2020",
            ),
            ("Forming the IGF 2021 Working Groups", "تشكيل المجموعات العاملة لمنتدى حوكمة الإنترنت 2021"),
            ("Discussion and next steps", "المناقشة والخطوات التالية"),
            markers="-aa", number="11",
        )),
        _row("14:15-14:30", _item(
            "Meeting closure and evaluation", "اختتام الاجتماع وتقييمه",
            ("Closing remarks from host-country chair", "الكلمة الختامية لرئيس الدولة المضيفة"),
            ("Closing remarks from MAG chair", "كلمة ختامية من رئيس المجموعة الاستشارية لأصحاب المصلحة المتعددين"),
            ("Evaluation (online poll)", "التقييم (استطلاع عبر الإنترنت)"),
            markers="-aa", number="12",
        )),
        on="2021-02-24",
        heading=a_text("24 February MAG Meeting (open to observers)"),
    )  # fmt: skip


def _programme() -> tuple[Item, ...]:
    return (
        _item(
            "BPFs and Policy Networks", "منتديات أفضل الممارسات وشبكات السياسات",
            ("Final approval", "الموافقة النهائية"),
            (
                "Strategic workplan including cooperation with other processes",
                "خطة العمل الاستراتيجية بما في ذلك التعاون مع العمليات الأخرى",
            ),
            markers="-a", number="8",
        ),
        _item("Annual workplan of DCs", "خطة العمل السنوية للبلدان النامية", number="9"),
        _item("Collaboration with the NRIs in 2021", "التعاون مع المبادرات الوطنية والإقليمية في عام 2021", number="10"),
    )  # fmt: skip
