"""The words that made-up agendas are made of: realistic pairs in English and Arabic, and hostile texts."""

from __future__ import annotations

from typing import Final

TITLES: Final = (
    ("Opening of the meeting and adoption of the agenda", "افتتاح الاجتماع وإقرار جدول الأعمال"),
    ("Stocktaking of the annual meeting", "تقييم الاجتماع السنوي"),
    ("Updates on intersessional work", "مستجدات العمل الجاري في ما بين الدورات"),
    ("Statements by Member States", "بيانات الدول الأعضاء"),
    ("Report of the working group on strategy", "تقرير الفريق العامل المعني بالاستراتيجية"),
    ("Programme framework and timeline", "إطار البرنامج والجدول الزمني"),
    ("Dialogue with the host country", "حوار مع البلد المضيف"),
    ("Cooperation with regional commissions", "التعاون مع اللجان الإقليمية"),
    ("Capacity development and outreach", "تنمية القدرات والتوعية"),
    ("Review of the implementation of decisions", "استعراض تنفيذ المقررات"),
    ("Financial situation of the trust fund", "الوضع المالي للصندوق الاستئماني"),
    ("Any other business and closing of the session", "ما يستجد من أعمال واختتام الدورة"),
)
POINTS: Final = (
    ("Message from the Under-Secretary-General", "رسالة من وكيل الأمين العام"),
    ("Welcome by the Chair", "كلمة ترحيب من الرئيس"),
    ("Presentation by the secretariat", "عرض تقدمه الأمانة"),
    ("Questions and answers", "أسئلة وأجوبة"),
    ("Comments from the floor", "تعليقات المشاركين"),
    ("Summary by the facilitator", "موجز يقدمه الميسّر"),
    ("Type and number of sessions", "نوع الجلسات وعددها"),
    ("Next steps and responsibilities", "الخطوات التالية والمسؤوليات"),
)
HEADINGS: Final = (
    ("Open consultation", "مشاورات مفتوحة"),
    ("Meeting of the advisory group", "اجتماع الفريق الاستشاري"),
    ("High-level segment", "الجزء الرفيع المستوى"),
    ("Technical committees", "اللجان الفنية"),
)
ROOMS: Final = (
    ("Conference Room 4", "قاعة المؤتمرات 4"),
    ("Salle XX", "القاعة العشرون"),
    ("Virtual", "افتراضي"),
    ("Assembly Hall, 2nd floor", "قاعة الجمعية العامة، الطابق الثاني"),
)
LABELS: Final = (
    ("Coffee break", "استراحة قهوة"),
    ("Reception hosted by the city", "حفل استقبال تقيمه المدينة"),
    ("Group photograph", "صورة جماعية"),
    ("Registration and badges", "التسجيل وتوزيع البطاقات"),
)
NAMES: Final = (
    ("Ms. Amal Haddad", "السيدة أمل حداد"),
    ("Mr. John Smith", "السيد جون سميث"),
    ("H.E. Dr. Leïla Mansour", "سعادة الدكتورة ليلى منصور"),
    ("Anriette Esterhuysen", "أنرييت إسترهويزن"),
)
ROLES: Final = (("Chair", "الرئيسة"), ("Rapporteur", "المقرر"), ("Moderator, UN DESA", "مديرة الجلسة، UN DESA"))
REMARKS: Final = (
    (
        "See the [list of documents](https://example.org/docs?lang=en&n=1).",
        "انظر [قائمة الوثائق](https://example.org/docs).",
    ),
    ("Interpretation in the *six* official languages", "تتوافر الترجمة الفورية باللغات الرسمية *الست*"),
    ("**Closed** meeting", "جلسة **مغلقة**"),
    ("Time to be confirmed", "يؤكد الوقت لاحقاً"),
)

HOSTILE: Final = (
    "",
    " ",
    "0",
    "1234567890",
    "٠١٢٣٤٥٦٧٨٩",
    "=1+1",
    "+41 22 917 12 34",
    "-1",
    "@SUM(A1:A9)",
    "#N/A",
    "_x000D_",
    "'",
    '"quoted"',
    "\tafter a tab",
    "two\nlines",
    "  spaces at both ends  ",
    "no\u00a0break",
    "(((",
    "93 (أ)",
    "البند 93 (أ)، والوثيقة E/ESCWA/C.8/2026/3 (MAG)",
    "[not a link]",
    "[",
    "]]>",
    "<w:p/> & &lt;b&gt;",
    "{0} %s ${x}",
    "\\",
    "\\*",
    "*",
    "**",
    "a*b*c",
    "[^",
    "[^nowhere]",
    "IGF 2026* and *",
    "IGF 2026: الاجتماع",
    "الاجتماع: IGF 2026",
    "UN DESA، 14–18 شباط",
    "09:00–09:45",
    "C++ و C#",
    "https://example.org/مسار/?q=(x)",
    "عربي English عربي 12:30 English",
    "مُحَمَّدٌ",
    "هـ",
    "می\u200cخواهم",
    "e\u0301te\u0301",
    "\U0001d518\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1e8\U0001f1ed",
    "العربيةEnglish123",
    "؟!",
    "Pneumonoultramicroscopicsilicovolcanoconiosis" * 6,
    "استقسقاء" * 40,
)
LONG: Final = ("word " * 1_000, "كلمة " * 1_000)
