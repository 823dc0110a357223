"""The sample project against the agenda that was really circulated in February 2021, line by line.

`CIRCULATED` is that agenda in both languages. Left out are only what the web page repeats, tags, page breaks, and the
lines that the program derives; columns that swap sides (L01) stand time first. `PUT_RIGHT` is everything that was
changed in it, each with its check or its reason. The one with the other's changes must give the sample, to the letter:
a line dropped, invented or altered without being listed here fails. Read with the plain `json` module on purpose.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, Final, cast

import pytest

SAMPLE: Final = Path(__file__).parents[2] / "resources" / "samples" / "igf-2021.agenda.json"
RAW: Final = SAMPLE.read_bytes().decode("utf-8")
AGENDA: Final[dict[str, Any]] = json.loads(RAW)
MEETING: Final[dict[str, Any]] = AGENDA["meeting"]
DAYS: Final[list[dict[str, Any]]] = AGENDA["days"]

SCHEDULE: Final = """
Day 1: 22 February, Open consultation, 09:00-11:15 and 11:45-13:45 and 14:00-16:00 - meeting duration 6 h 45 min including breaks
Day 2: 23 February, MAG meeting, 10:30-12:30 and 13:00-15:00 - meeting duration 4 h 30 min including break
Day 3: 24 February, MAG meeting, 09:00-11:15 and 12:15-14:30 - meeting duration 5h 30 min including break
"""
CIRCULATED: Final = {
    "en": """
IGF 2021 First Open Consultations and MAG Meeting Day 2
Hosted by IGF Secretariat
Virtual
Category: MAG & WG Meetings
Access the platform HERE
Agenda(active tab)
Meeting Materials
Transcripts
Participants List
First Open Consultations and Multistakeholder Advisory Group Meeting (MAG) 22 - 24 February 2021. To be held virtually.
Day 1: 22 February 2021 - Open Consultation and MAG Meeting
09:00 - 09:45 | 1. Opening statements and adoption of the agenda a. Message from UN DESA b. Welcome by MAG Chair c. Welcome by MAG Host country Co-chair 2021 d. Presentation and update from IGF 2021 host country e. Adoption of the agenda
09:45 - 11:15 | 2. IGF 2020 stock taking and considerations for 2021 a. Overview of the IGF2020 stock taking process (5 min) b. Report on the 9th February Open Consultation on IGF 2020 stocktaking and presentation of key points to consider in 2021 (10 min) c. Feedback from the IGF community on IGF improvements d. Discussion on the IGF 2021 process, annual meeting and intersessional work
11:15-11:45 | BREAK
11:45-13:15 | 3. Issues and themes for IGF2021 · The idea of a more focused IGF · IGF Secretariat's summary of inputs received to the open call for issues · A multi-year approach to IGF issues and themes Discussion in groups* on issues, themes and policy questions IGF2021 can focus on (1 hour) Reports from breakout groups* followed by discussion *(See here guidelines for breakout groups)
13:15-13:45 | 4. The IGF 2021 process and timeline a. Annual meeting b. Intersessional work
13:45-14:00 | BREAK
14:30-15:00 | Meet with Ms. Maria Francesca Spatolisano, the Assistant Secretary-General for Policy Coordination and Inter-Agency Affairs and Officer in Charge of the Office of the Secretary-General's Envoy on Technology
15:00-16:00 | OPEN CONSULTATION ON THE PROPOSED MULTI-STAKEHOLDER HIGH-LEVEL BODY - (para 93(a) of the Secretary-General's Roadmap for Digital Cooperation)
16:15-17:00 | Online social event hosted by the Government of Switzerland and the IGF 2021 MAG Working Group on Hybrid Meetings, supported by DiploFoundation and Geneva Internet Platform [Click here to access the platform] See also guidelines on how to navigate the platform via Chrome and Firefox.
Day 2: 23 February 2021 - MAG Meeting (open to observers)
- IGF intersessional work in 2021: BPFs and Policy Networks
- Review and approve recommendations from MAG Working Groups 2020 and approve activity plans for 2021 MAG Working Groups
- Finalise IGF2021 focus and theme
- Overall programme structure and flow
- Types and Number of sessions
10:30-11:00 | 1. Opening of the MAG meeting a. Remarks from UN DESA b. Remarks from host-country chair c. Remarks from MAG chair and review of the agenda and meeting goals
11:00-12:30 | 2. Shaping the IGF2021 programme - discussions in groups a. Event format and flow ▪ How can the IGF retain its open and bottom-up character while also being more focused? b. Type and number of sessions How to approach types of sessions, e.g. intro/closing sessions, workshops and open forums, main sessions and what could be the total number of sessions? Session proposal and selection criteria and process ▪ Timetable and process for calling for proposals and how to approach selection of sessions.
12:30 - 13:00 | BREAK
13:00-14:00 | 3. Shaping the IGF2021 programme continued a. Reports from group discussions 4. *Other factors to consider a. Youth engagement b. Engaging parliamentarians c. Strategies for collaboration and complementarity across intersessional work
14:00-15:00 | 5. Recap of input on issues/themes from the open consultation a. Capturing consensus if possible on IGF2021 main issues and themes b. Next steps 6. Recap of overall programme structure and flow a. Capturing consensus if possible b. Next steps
Day 3: 24 February MAG Meeting (open to observers)
09:00 - 09:10 | 7. Review of the agenda and meeting goals
09:15 - 11:15 | 8. BPFs and Policy Networks Final approval b. Strategic workplan including cooperation with other processes 9. Annual workplan of DCs 10. Collaboration with the NRIs in 2021
11:15 - 12:15 | BREAK
12:15-14:15 | 11. MAG Working Groups Reports and recommendations from 2020 MAG Working Groups b. Forming the IGF 2021 Working Groups c. Discussion and next steps
14:15-14:30 | 12. Meeting closure and evaluation Closing remarks from host-country chair b. Closing remarks from MAG chair c. Evaluation (online poll)
""",
    "ar": """
منتدى حوكمة الإنترنت 2021 أول مشاورات مفتوحة واجتماع اليوم الثاني للمجموعة الاستشارية لأصحاب المصلحة المتعددين
تستضيفه أمانة منتدى حوكمة الإنترنت
افتراضي
التصنيف: اجتماعات المجموعة الاستشارية لأصحاب المصلحة المتعددين والمجموعة العاملة
الوصول إلى المنصة هنا
جدول الأعمال (علامة التبويب النشطة)
مواد الاجتماع
النصوص
قائمة المشاركين
اجتماع أول مشاورات مفتوحة واجتماعات المجموعة الاستشارية لأصحاب المصلحة المتعددين (MAG) 22 - 24 شباط/ فبراير 2021. سيعقد بشكل افتراضي.
اليوم 1: 22 شباط/ فبراير 2021، مشاورات مفتوحة واجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين
09:45 – 09:00 | 1. البيانات الافتتاحية واعتماد جدول الأعمال أ. رسالة من إدارة الشؤون الاقتصادية والاجتماعية التابعة للأمم المتحدة ب. ترحيب من قبل رئيس المجموعة الاستشارية لأصحاب المصلحة المتعددين ج. ترحيب من الرئيس المشارك للبلد المضيف للمجموعة الاستشارية لأصحاب المصلحة المتعددين 2021 د. عرض تقديمي وتحديث من الدولة المضيفة منتدى حوكمة الإنترنت 2021 هـ. إقرار جدول الأعمال
11:15 – 09:45 | 2. تقييم منتدى حوكمة الإنترنت 2020 واعتباراته لعام 2021 أ. نظرة عامة على عملية تقييم منتدى حوكمة الإنترنت 2020 (5 دقائق) ب. تقرير عن المشاورة المفتوحة في 9 شباط/ فبراير حول تقييم منتدى حوكمة الإنترنت 2020 وعرض النقاط الرئيسية التي يجب مراعاتها في عام 2021 (10 دقائق) ج. تعليقات من مجتمع منتدى حوكمة الإنترنت 2020 على تحسينات منتدى حوكمة الإنترنت 2020 د. مناقشة عملية منتدى حوكمة الإنترنت 2021 والاجتماع السنوي والعمل فيما بين الجلسات
11:45 – 11:15 | استراحة
13:15 – 11:45 | 3. قضايا وموضوعات منتدى حوكمة الإنترنت 2021 • فكرة وجود منتدى حوكمة إنترنت أكثر تركيزاً • ملخص الأمانة العامة لمنتدى حوكمة الإنترنت بشأن المدخلات الواردة في الدعوة المفتوحة لتقديم القضايا • نهج متعدد السنوات لقضايا وموضوعات منتدى حوكمة الإنترنت • المناقشة في مجموعات * حول القضايا والموضوعات والأسئلة المتعلقة بالسياسات يمكن أن يركز عليها منتدى حوكمة الإنترنت 2021 (ساعة واحدة) • تقارير من مجموعات فرعية * تليها مناقشة * (انظر هنا إرشادات المجموعات الفرعية)
13:45 – 13:15 | 4. عملية منتدى حوكمة الإنترنت 2021 والجدول الزمني أ. الاجتماع السنوي ب. العمل بين الجلسات
14:00 – 13:45 | استراحة
15:00 – 14:30 | الاجتماع مع السيدة ماريا فرانثيسكا سباتوليسانو، مساعدة الأمين العام لتنسيق السياسات والشؤون المشتركة بين الوكالات والموظف المسؤول عن مكتب مبعوث الأمين العام المعني بالتكنولوجيا
16:00 – 15:00 | مشاورة مفتوحة حول الهيئة رفيعة المستوى المقترحة لأصحاب المصلحة المتعددين- (الفقرة 93 (أ) من خارطة طريق الأمين العام للتعاون الرقمي)
17:00 – 16:15 | فعالية اجتماعية عبر الإنترنت استضافتها حكومة سويسرا والمجموعة العاملة للمجموعة الاستشارية لأصحاب المصلحة المتعددين لمنتدى حوكمة الإنترنت 2021 حول الاجتماعات الهجينة المدعومة من مؤسسة ديبلو ومنصة جنيف للإنترنت [انقر هنا للوصول إلى المنصة] راجع أيضاً إرشادات حول كيفية التنقل في المنصة عبر "كروم" و "فايرفوكس".
- عمل منتدى حوكمة الإنترنت بين الجلسات في عام 2021: منتديات أفضل الممارسات وشبكات السياسات
- مراجعة واعتماد التوصيات من المجموعات العاملة للمجموعة الاستشارية لأصحاب المصلحة المتعددين 2020 والموافقة على خطط الأنشطة للمجموعات العاملة للمجموعة الاستشارية لأصحاب المصلحة المتعددين 2021
- الانتهاء من التركيز على وموضوع منتدى حوكمة الإنترنت 2021
- الهيكل العام للبرنامج ومخططه
- أنواع وعدد الجلسات
11:00 – 10:30 | 1. افتتاح اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين أ. كلمة من إدارة الشؤون الاقتصادية والاجتماعية التابعة للأمم المتحدة ب. كلمة من رئيس الدولة المضيقة ج. كلمة من رئيس اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين ومراجعة جدول الأعمال وأهداف الاجتماع
12:30 – 11:00 | 2. تشكيل برنامج منتدى حوكمة الإنترنت 2021- مناقشات في مجموعات أ. شكل الفعالية ومخططها ● كيف يمكن لمنتدى حوكمة الإنترنت الاحتفاظ بشخصيته المفتوحة والتصاعدية مع التركيز بشكل أكبر في نفس الوقت؟ ب. نوع وعدد الجلسات كيفية التعامل مع أنواع الجلسات، على سبيل المثال الجلسات التمهيديّة/ الختامية وورش العمل والمنتديات المفتوحة والجلسات الرئيسية وكم يمكن أن يكون العدد الإجمالي للجلسات؟ . اقتراح الجلسة ومعايير وعملية الاختيار • الجدول الزمني وعملية الدعوة لتقديم مقترحات وكيفية التعامل مع اختيار الجلسات.
13:00 – 12:30 | استراحة
14:00 – 13:00 | 3. استمرار تشكيل برنامج منتدى حوكمة الانترنت 2021 أ. تقارير من مناقشات المجموعة 4. * عوامل أخرى للنظر فيها أ. مشاركة الشباب ب. إشراك البرلمانين ج. استراتيجيات للتعاون والتكامل عبر العمل بين الجلسات
15:00 – 14:00 | 5. خلاصة المدخلات حول القضايا/ الموضوعات من المشاورة المفتوحة أ. الحصول على إجماع إن أمكن حول القضايا والموضوعات الرئيسية لمنتدى حوكمة الانترنت 2021 ب. الخطوات التالية 6. خلاصة الهيكل العام للبرنامج ومخططه أ. الحصول على الإجماع إن أمكن ب. الخطوات التالية
09:10 – 09:00 | 7. مراجعة جدول الأعمال وتحقيق الأهداف
11:15 – 09:15 | 8. منتديات أفضل الممارسات وشبكات السياسات أ. الموافقة النهائية ب. خطة العمل الاستراتيجية بما في ذلك التعاون مع العمليات الأخرى 9. خطة العمل السنوية للبلدان النامية 10. التعاون مع المبادرات الوطنية والإقليمية في عام 2021
12:15 – 11:15 | استراحة
14:15 – 12:15 | 11. مجموعات عمل المجموعة الاستشارية لأصحاب المصلحة المتعددين أ. تقارير وتوصيات من المجموعات العاملة للمجموعة الاستشارية لأصحاب المصلحة المتعددين لعام 2020 ب. تشكيل المجموعات العاملة لمنتدى حوكمة الإنترنت 2021 ج. المناقشة والخطوات التالية
14:30 – 14:15 | 12. اختتام الاجتماع وتقييمه أ. الكلمة الختامية لرئيس الدولة المضيفة ب. كلمة ختامية من رئيس المجموعة الاستشارية لأصحاب المصلحة المتعددين ج. التقييم (استطلاع عبر الإنترنت)
""",
}
PUT_RIGHT: Final = {
    "en": """
T07 MAG Meeting Day 2 → MAG Meeting
R04 Access the platform HERE → Access the platform
H02 Agenda(active tab) → Agenda
H04 Meeting Materials → Meeting materials
H04 Participants List → Participants list
T07 Group Meeting (MAG) 22 - 24 February 2021. To be held virtually. → Group (MAG) Meeting, to be held virtually
S02 2021 - → 2021 –
S02 24 February MAG → 24 February 2021 – MAG
S03 2021 – Open Consultation and MAG Meeting → 2021 – Open Consultation and MAG Meeting (open to all)
P05 Message from UN DESA → Message from the United Nations Department of Economic and Social Affairs (UN DESA)
G04 MAG Host country Co-chair 2021 → 2021 MAG host country Co-Chair
G04 host-country chair → host country Co-Chair
G04 MAG chair → MAG Chair
G03 IGF2020 → IGF 2020
G03 IGF2021 → IGF 2021
G03 stock taking → stocktaking
G03 9th February Open Consultation → 9 February open consultation
N05 · The idea → a. The idea
N05 · IGF Secretariat's → b. IGF Secretariat's
N05 · A multi-year → c. A multi-year
N03 themes Discussion → themes d. Discussion
N03 (1 hour) Reports → (1 hour) e. Reports
G04 in groups → in breakout groups
G04 from group discussions → from breakout group discussions
R04 See here guidelines → See the guidelines
H04 OPEN CONSULTATION ON THE PROPOSED MULTI-STAKEHOLDER HIGH-LEVEL BODY - → Open consultation on the proposed multistakeholder high-level body
G05 para 93(a) → para. 93 (a)
R04 [Click here to access → [Access
H05 Firefox. → Firefox
P05 2021: BPFs → 2021: Best Practice Forums (BPFs)
G04 MAG Working Groups 2020 → 2020 MAG Working Groups
G05 Finalise → Finalize
G03 Types and Number → Type and number
D03 programme - discussions → programme – discussions
D04 ▪ → •
N03 sessions How to → sessions • How to
N03 sessions? Session → sessions? c. Session
H05 selection of sessions. → selection of sessions
R01 *Other → Other
N03 Networks Final → Networks a. Final
P05 of DCs → of Dynamic Coalitions (DCs)
P05 the NRIs → the National and Regional Initiatives (NRIs)
N03 Groups Reports → Groups a. Reports
G04 the IGF 2021 Working Groups → the 2021 MAG Working Groups
N03 evaluation Closing → evaluation a. Closing
""",
    "ar": """
T07 منتدى حوكمة الإنترنت 2021 أول مشاورات مفتوحة واجتماع اليوم الثاني للمجموعة الاستشارية لأصحاب المصلحة المتعددين → المشاورات المفتوحة الأولى واجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين لمنتدى حوكمة الإنترنت 2021
R04 المنصة هنا → المنصة
H02 الأعمال (علامة التبويب النشطة) → الأعمال
transcripts ⏎النصوص⏎ → ⏎النصوص الحرفية⏎
P12 اجتماع أول مشاورات مفتوحة واجتماعات المجموعة → المشاورات المفتوحة الأولى واجتماع المجموعة
T07 المتعددين (MAG) 22 - 24 شباط/ فبراير 2021. سيعقد بشكل افتراضي. → المتعددين، المقرر عقدهما افتراضياً
D06 شباط/ فبراير → شباط/فبراير
D06 القضايا/ الموضوعات → القضايا/الموضوعات
D09 التمهيديّة/ الختامية → التمهيدية/الختامية
S02 2021، مشاورات مفتوحة واجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين → 2021 – المشاورات المفتوحة واجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين (مفتوح للجميع)
S01 ⏎- عمل منتدى → ⏎اليوم 2: 23 شباط/فبراير 2021 – اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين (مفتوح للمراقبين)⏎- عمل منتدى
S01 ⏎09:10 – 09:00 | → ⏎اليوم 3: 24 شباط/فبراير 2021 – اجتماع المجموعة الاستشارية لأصحاب المصلحة المتعددين (مفتوح للمراقبين)⏎09:10 – 09:00 |
D10 الانترنت → الإنترنت
G06 المضيقة → المضيفة
P10 المجموعة العاملة للمجموعة الاستشارية لأصحاب المصلحة المتعددين لمنتدى حوكمة الإنترنت 2021 حول الاجتماعات الهجينة المدعومة من → الفريق العامل المعني بالاجتماعات الهجينة التابع للمجموعة الاستشارية لأصحاب المصلحة المتعددين لمنتدى حوكمة الإنترنت 2021، بدعم من
G02 والمجموعة العاملة⏎ → والأفرقة العاملة⏎
G04 المجموعات العاملة لمنتدى حوكمة الإنترنت 2021 → الأفرقة العاملة التابعة للمجموعة الاستشارية لأصحاب المصلحة المتعددين لعام 2021
G02 المجموعات العاملة للمجموعة → الأفرقة العاملة التابعة للمجموعة
G02 للمجموعات العاملة للمجموعة → للأفرقة العاملة التابعة للمجموعة
G02 مجموعات عمل المجموعة → الأفرقة العاملة التابعة للمجموعة
G02 واعتماد جدول الأعمال → وإقرار جدول الأعمال
G02 من قبل رئيس → من رئيس
P06 للبلد المضيف للمجموعة الاستشارية لأصحاب المصلحة المتعددين 2021 → للبلد المضيف في المجموعة الاستشارية لأصحاب المصلحة المتعددين لعام 2021
update تقديمي وتحديث من الدولة المضيفة منتدى → تقديمي ومعلومات محدثة من البلد المضيف لمنتدى
P06 كلمة من رئيس الدولة المضيفة → كلمة من الرئيس المشارك للبلد المضيف
P06 الكلمة الختامية لرئيس الدولة المضيفة → كلمة ختامية من الرئيس المشارك للبلد المضيف
G02 رئيس اجتماع المجموعة → رئيس المجموعة
G02 تقييم منتدى → استخلاص حصيلة منتدى
P12 2020 واعتباراته لعام 2021 → 2020 والاعتبارات المتعلقة بعام 2021
G02 عن المشاورة المفتوحة في 9 → عن المشاورات المفتوحة المعقودة في 9
G02 من المشاورة المفتوحة → من المشاورات المفتوحة
G02 مشاورة مفتوحة → مشاورات مفتوحة
G02 حول → بشأن
should 2020 وعرض النقاط الرئيسية التي يجب → 2020، وعرض النقاط الرئيسية التي ينبغي
P03 مجتمع منتدى حوكمة الإنترنت 2020 على تحسينات منتدى حوكمة الإنترنت 2020 → مجتمع منتدى حوكمة الإنترنت على تحسينات منتدى حوكمة الإنترنت
misread مناقشة عملية → مناقشة بشأن عملية
G02 فيما بين الجلسات → بين الجلسات
G02 العمل بين الجلسات → العمل بين الدورات
G02 عمل منتدى حوكمة الإنترنت بين الجلسات → العمل بين الدورات لمنتدى حوكمة الإنترنت
style قضايا وموضوعات منتدى حوكمة الإنترنت 2021 → قضايا منتدى حوكمة الإنترنت 2021 وموضوعاته
style لقضايا وموضوعات منتدى حوكمة الإنترنت → لقضايا منتدى حوكمة الإنترنت وموضوعاته
N05 • فكرة وجود منتدى حوكمة إنترنت → أ. فكرة جعل منتدى حوكمة الإنترنت
N05 • ملخص الأمانة العامة لمنتدى → ب. ملخص أمانة منتدى
meaning الواردة في الدعوة → الواردة في إطار الدعوة
grammar لتقديم → إلى تقديم
N05 • نهج → ج. نهج
N05 • المناقشة في مجموعات * → د. مناقشة في مجموعات فرعية*
G06 بالسياسات يمكن → بالسياسات التي يمكن
N05 • تقارير من مجموعات فرعية * → هـ. تقارير من مجموعات فرعية*
R04 * (انظر هنا → *(انظر
G02 فرانثيسكا → فرانشيسكا
title مساعدة الأمين العام → الأمينة العامة المساعدة
P10 والموظف المسؤول → والموظفة المسؤولة
style الهيئة رفيعة المستوى → الهيئة الرفيعة المستوى
D03 المتعددين- (الفقرة → المتعددين (الفقرة
P10 استضافتها → تستضيفها
R04 [انقر هنا للوصول → [الوصول
see راجع أيضاً → انظر أيضاً
D05 "كروم" و "فايرفوكس". → كروم وفايرفوكس
G02 مراجعة واعتماد التوصيات من → استعراض التوصيات الصادرة عن
years لأصحاب المصلحة المتعددين 2020 والموافقة على → لأصحاب المصلحة المتعددين لعام 2020 والموافقة عليها، والموافقة على
years لأصحاب المصلحة المتعددين 2021⏎ → لأصحاب المصلحة المتعددين لعام 2021⏎
G06 الانتهاء من التركيز على وموضوع منتدى حوكمة الإنترنت 2021 → وضع الصيغة النهائية لمحور تركيز منتدى حوكمة الإنترنت 2021 وموضوعه
flow ومخطط → وتسلسل
G03 أنواع وعدد الجلسات → نوع الجلسات وعددها
G03 نوع وعدد الجلسات → نوع الجلسات وعددها •
review ومراجعة جدول → واستعراض جدول
G02 مراجعة جدول الأعمال وتحقيق الأهداف → استعراض جدول الأعمال وأهداف الاجتماع
P06 استمرار تشكيل برنامج → مواصلة بلورة برنامج
P06 تشكيل برنامج → بلورة برنامج
G04 2021- مناقشات في مجموعات → 2021 – مناقشات في مجموعات فرعية
D04 ● → •
meaning بشخصيته المفتوحة والتصاعدية مع التركيز بشكل أكبر في نفس الوقت → بطابعه المفتوح والتصاعدي مع كونه أكثر تركيزاً في الوقت نفسه
grammar كيفية التعامل مع أنواع → كيف يمكن التعامل مع أنواع
G02 وورش العمل → وحلقات العمل
grammar الرئيسية وكم يمكن أن يكون → الرئيسية، وكم يمكن أن يبلغ
N06 ؟ . اقتراح الجلسة ومعايير وعملية الاختيار → ؟ ج. اقتراح الجلسات ومعايير اختيارها وعملية الاختيار
H05 اختيار الجلسات. → اختيار الجلسات
P10 مناقشات المجموعة → مناقشات المجموعات الفرعية
R01 * عوامل → عوامل
G06 البرلمانين → البرلمانيين
across عبر العمل → على نطاق العمل
order المدخلات بشأن القضايا/الموضوعات من المشاورات المفتوحة → المدخلات الواردة من المشاورات المفتوحة بشأن القضايا/الموضوعات
G02 الحصول على إجماع → تسجيل توافق الآراء
G02 الحصول على الإجماع → تسجيل توافق الآراء
G01 للبلدان النامية → للتحالفات الدينامية
""",
}
WORDS: Final[dict[str, dict[Any, Any]]] = {
    "en": {"hosted": "Hosted by", "category": "Category:", "day": "Day", "month": "February", "break": "BREAK",
           "letters": "abcde", "open": "open to all", "observers": "open to observers",
           5: "(5 min)", 10: "(10 min)", 60: "(1 hour)"},
    "ar": {"hosted": "تستضيفه", "category": "التصنيف:", "day": "اليوم", "month": "شباط/فبراير", "break": "استراحة",
           "letters": ("أ", "ب", "ج", "د", "هـ"), "open": "مفتوح للجميع", "observers": "مفتوح للمراقبين",
           5: "(5 دقائق)", 10: "(10 دقائق)", 60: "(ساعة واحدة)"},
}  # fmt: skip

ARABIC_LETTER: Final = re.compile(r"[\u0621-\u064a]")
LATIN_LETTER: Final = re.compile(r"[A-Za-z]")
NOTE_MARK: Final = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")
LINK: Final = re.compile(r"(?<!\\)\[([^\]^][^\]]*)\]\((https://[^)\s]+)\)")
RANGE: Final = re.compile(r"(\d\d:\d\d) ?[-–] ?(\d\d:\d\d)")
PRESENTATION_OR_CONTROL: Final = re.compile(
    "[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufb50-\ufdff\ufe70-\ufefc]"
)
TATWEEL_OUTSIDE_LETTER_HEH: Final = re.compile("(?<!\u0647)\u0640|(?<=[\u0621-\u064a]\u0647)\u0640")
HARAKAT_BUT_FATHATAN: Final = re.compile("[\u0610-\u061a\u064c-\u065f\u0670]")


def every_node(value: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every object of the file with a readable place."""
    if isinstance(value, dict):
        node = cast("dict[str, Any]", value)
        yield f"{place}[{node['id']}]" if "id" in node else place, node
        for key, child in node.items():
            yield from every_node(child, f"{place}.{key}")
    elif isinstance(value, list):
        for index, child in enumerate(cast("list[Any]", value)):
            yield from every_node(child, f"{place}.{index}")


TEXTS: Final = tuple((place, node) for place, node in every_node(AGENDA) if isinstance(node.get("en"), dict))
PAIRS: Final = tuple(pytest.param(node["en"]["text"], node["ar"]["text"], id=place) for place, node in TEXTS)
SLOTS: Final[tuple[dict[str, Any], ...]] = tuple(slot for day in DAYS for slot in day["slots"])
each_pair: Final = pytest.mark.parametrize(("english", "arabic"), PAIRS)
each_language: Final = pytest.mark.parametrize("language", ["en", "ar"])


def put_right(language: str) -> list[str]:
    """Give the circulated lines with every listed change made, each of which must find what it changes."""
    text = CIRCULATED[language]
    for line in PUT_RIGHT[language].strip().splitlines():
        wrong, right = line.partition(" ")[2].replace("⏎", "\n").split(" → ")
        assert wrong in text, f"there is nothing to put right: {wrong}"
        text = text.replace(wrong, right)
    return [RANGE.sub(lambda times: "–".join(sorted(times.groups())), line) for line in text.strip().splitlines()]


def sample_lines(language: str) -> Iterator[str]:
    """Give the sample as the lines of a circulated agenda, with the numbers, letters and words that are derived."""
    words = WORDS[language]
    yield from (said(MEETING["title"], language), f"{words['hosted']} {said(MEETING['host'], language)}")
    yield from (said(MEETING["venue"], language), f"{words['category']} {said(MEETING['category'], language)}")
    yield from (said(link["label"], language) for link in MEETING["links"][:-1])
    yield from (said(note["text"], language) for note in MEETING["notes"])
    number = 0
    for place, day in enumerate(DAYS, 1):
        dated = f"{words['day']} {place}: {int(day['date'][-2:])} {words['month']} {day['date'][:4]}"
        yield f"{dated} – {said(day['heading'], language)} ({words[day['access']]})"
        yield from (f"- {said(output['text'], language)}" for output in day.get("outputs", []))
        number = 0 if day["numbering"] == "restart" else number
        for slot in day["slots"]:
            pieces: list[str] = []
            for item in slot.get("items", []):
                number += item["number"] == "auto"
                pieces += [f"{number}."] if item["number"] == "auto" else []
                pieces += [said(item["title"], language), *points(item.get("children", []), language)]
            pieces += [f"[{said(link['label'], language)}]" for link in slot.get("links", [])]
            starred = NOTE_MARK.findall(json.dumps(slot))
            pieces += ["*" * (note["id"] in starred) + said(note["text"], language) for note in slot.get("notes", [])]
            yield f"{slot['start']}–{slot['end']} | {' '.join(pieces) or words['break']}"


def points(children: list[dict[str, Any]], language: str) -> Iterator[str]:
    for child, letter in zip(children, WORDS[language]["letters"], strict=False):
        yield {"letter": f"{letter}.", "bullet": "•"}[child["marker"]]
        yield said(child["text"], language)
        yield from (WORDS[language][minutes] for key, minutes in child.items() if key == "minutes")
        yield from points(child.get("children", []), language)


def said(text: dict[str, Any], language: str) -> str:
    return LINK.sub(r"\1", NOTE_MARK.sub("*", text[language]["text"]))


def minutes_of(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def without_markup(text: str) -> str:
    return NOTE_MARK.sub("", LINK.sub(r"\1", text))


def numbers(text: str) -> Counter[int]:
    """Count the numbers of a text by value; years, days and paragraphs alike."""
    return Counter(int(digits) for digits in re.findall(r"\d+", without_markup(text)))


def bare_words(text: str) -> list[str]:
    """Give Arabic words without the article and the particles that are written onto it."""
    words = re.findall(r"[\u0621-\u0652/]+", text)
    return [re.sub(r"^[وبكف]?(?:ال|لل)", "", word) for word in words]


def says(arabic: str, term: str) -> bool:
    """Tell whether a text has a term, with whatever article or particle is attached to its words."""
    words, wanted = bare_words(arabic), bare_words(term)
    starts = range(len(words) - len(wanted) + 1)
    return any(
        all(re.fullmatch(f"[وبلكف]?{want}", words[start + place]) for place, want in enumerate(wanted))
        for start in starts
    )


def mentions(english: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", english, re.IGNORECASE) is not None


@each_language
def test_sample_is_the_circulated_agenda_put_right_line_by_line(language: str) -> None:
    assert list(sample_lines(language)) == put_right(language)


@each_language
def test_no_text_of_the_sample_stands_outside_those_lines(language: str) -> None:
    lines = "\n".join(put_right(language))
    assert [place for place, node in TEXTS if said(node, language) not in lines] == []
    assert said(MEETING["links"][-1]["label"], language) == said(MEETING["category"], language)


def test_nineteen_times_are_those_of_both_tables_of_which_the_arabic_had_its_ends_first() -> None:
    english, arabic = (RANGE.findall(CIRCULATED[language].replace("|", "\n")) for language in ("en", "ar"))
    assert english == [times[::-1] for times in arabic] == [(slot["start"], slot["end"]) for slot in SLOTS]
    assert len(english) == 19


def test_circulated_schedule_follows_from_the_slots_but_for_its_two_wrong_figures() -> None:
    assert "14:00-16:00 - meeting duration 6 h 45 min" in SCHEDULE
    right = SCHEDULE.replace("14:00-16:00", "14:30-16:00").replace("6 h 45", "7 h 00").replace("5h", "5 h")
    for day, line in zip(DAYS, right.strip().splitlines(), strict=True):
        counting = [slot for slot in day["slots"] if slot["kind"] != "social"]
        blocks = [list(block) for rest, block in groupby(counting, lambda slot: slot["kind"] == "break") if not rest]
        assert [(block[0]["start"], block[-1]["end"]) for block in blocks] == RANGE.findall(line)
        hours, minutes = divmod(minutes_of(counting[-1]["end"]) - minutes_of(counting[0]["start"]), 60)
        assert f"meeting duration {hours} h {minutes:02} min including break" in line


def test_page_of_day_2_gave_the_weekday_and_the_hours_of_that_day_alone() -> None:
    circulated = "Tuesday, 23 February, 2021 - 10:30 to 15:00 UTC"
    day = date.fromisoformat(DAYS[1]["date"])
    hours = f"{DAYS[1]['slots'][0]['start']} to {DAYS[1]['slots'][-1]['end']}"
    assert f"{day:%A}, {day.day} {day:%B}, {day.year} - {hours} {MEETING['time_zone']}" == circulated


def test_file_is_written_in_the_house_form() -> None:
    assert json.dumps(AGENDA, ensure_ascii=False, indent=2) + "\n" == RAW
    assert (AGENDA["format"], AGENDA["version"], AGENDA["languages"]) == ("igfeditor-agenda", 1, ["en", "ar"])


def test_keys_stand_in_the_order_of_the_format() -> None:
    orders = (
        "format version id languages meeting days style terms waivers",
        "title host venue category symbol time_zone extra_time_zones status revision notes links",
        "id date heading access numbering room outputs notes slots",
        "id start end next_day_end kind counts locked room track label items notes links",
        "id number title body minutes people children",
        "id marker text minutes children",
        "id en short ar forbidden",
        "id label url",
        "en ar",
        "text state",
        "range_flow arabic_months digits",
    )
    for place, node in every_node(AGENDA):
        keys = list(node)
        assert any(keys == [key for key in order.split() if key in node] for order in orders), place


def test_ids_are_unique_and_numbered_through_the_file() -> None:
    ids = [node["id"] for _, node in every_node(AGENDA) if "id" in node and node is not AGENDA]
    assert len(ids) == len(set(ids))
    for letter, count in Counter(name[0] for name in ids).items():
        assert {name for name in ids if name[0] == letter} == {f"{letter}{n}" for n in range(1, count + 1)}


def test_meeting_is_a_draft_in_utc_of_three_days() -> None:
    assert (MEETING["time_zone"], MEETING["status"], MEETING["revision"]) == ("UTC", "draft", 0)
    assert not {"symbol", "extra_time_zones"} & set(MEETING)
    assert [day["date"] for day in DAYS] == ["2021-02-22", "2021-02-23", "2021-02-24"]
    assert [day["numbering"] for day in DAYS] == ["restart", "restart", "continue"]
    assert {item["number"] for slot in SLOTS for item in slot.get("items", [])} == {"auto", "none"}


def test_social_event_does_not_count_and_four_breaks_are_bare() -> None:
    kinds = [[slot["kind"][:2] for slot in day["slots"]] for day in DAYS]
    assert [" ".join(day) for day in kinds] == ["se se br se se br se se so", *["se se br se se"] * 2]
    assert all(set(slot) == {"id", "start", "end", "kind"} for slot in SLOTS if slot["kind"] == "break")
    assert not [slot for slot in SLOTS if "counts" in slot]


def test_numbers_letters_and_minutes_are_never_typed() -> None:
    assert not [place for place, node in TEXTS if re.search(r"\d+ ?min|\bhour|دقائق|دقيقة|ساعة", str(node))]
    assert not [place for place, node in TEXTS if re.search(r"'(?:\w{1,2}[.)]|[*•·▪●.–-]) ?", str(node))]
    assert {node["id"]: node["minutes"] for _, node in every_node(DAYS) if "minutes" in node} == {
        "c6": 5, "c7": 10, "c13": 60,
    }  # fmt: skip


def test_every_text_has_both_languages_and_the_target_is_reviewed() -> None:
    assert len(TEXTS) == 82
    for place, node in TEXTS:
        assert list(node) == ["en", "ar"], place
        assert list(node["en"]) == ["text"], place
        assert list(node["ar"]) == ["text", "state"], place
        assert node["ar"]["state"] == "reviewed", place
        assert min(len(node[language]["text"].strip()) for language in ("en", "ar")) > 5, place


@each_pair
def test_both_languages_have_the_same_numbers(english: str, arabic: str) -> None:
    assert numbers(english) == numbers(arabic)
    assert ("First " in english) == ("الأولى" in arabic)
    assert ("February" in english) == ("شباط/فبراير" in arabic)


@each_pair
def test_both_languages_have_the_same_links_and_note_marks(english: str, arabic: str) -> None:
    assert NOTE_MARK.findall(english) == NOTE_MARK.findall(arabic)
    assert [url for _, url in LINK.findall(english)] == [url for _, url in LINK.findall(arabic)]
    assert not re.search(r"[*_<>]|\\", english + arabic)


@each_pair
def test_each_language_is_written_in_its_own_script(english: str, arabic: str) -> None:
    assert not ARABIC_LETTER.search(english)
    assert not LATIN_LETTER.search(without_markup(arabic))
    assert ARABIC_LETTER.match(without_markup(arabic).removeprefix("("))


@each_pair
def test_punctuation_belongs_to_its_language(english: str, arabic: str) -> None:
    assert not re.search(r"IG[FP]\d|\d-\d| - |[.،؛:,;]$| $|^ |  ", english + "\n" + arabic, re.MULTILINE)
    assert not re.search(r"[,;?'\"]", without_markup(arabic))
    assert not re.search(r"\s[،؛؟:.)/]|[(/]\s|\s/", without_markup(arabic))
    assert english.endswith("?") == arabic.endswith("؟")


def test_text_is_stored_clean() -> None:
    assert unicodedata.is_normalized("NFC", RAW)
    assert not PRESENTATION_OR_CONTROL.search(RAW)
    assert not TATWEEL_OUTSIDE_LETTER_HEH.search(RAW)
    assert not HARAKAT_BUT_FATHATAN.search(RAW)
    assert not re.search("\u064b(?!\\W)|(?<!\u0627)\u064b|[\u0660-\u0669\u06f0-\u06f9\u06a9\u06cc]", RAW)
    assert not re.search(r"\\u|\xa0|\t|\r", RAW)


def test_every_note_mark_has_its_note_in_the_same_slot() -> None:
    for slot in SLOTS:
        marks = set(NOTE_MARK.findall(json.dumps(slot)))
        assert marks <= {note["id"] for note in slot.get("notes", [])}, slot["id"]
    assert NOTE_MARK.findall(RAW) == ["n2"] * 4


def test_every_link_has_a_real_target_and_a_label_that_says_where() -> None:
    links = [node for _, node in every_node(AGENDA) if "url" in node]
    labelled = [(node["label"][language]["text"], node["url"]) for node in links for language in ("en", "ar")]
    texts = [node[language]["text"] for _, node in TEXTS for language in ("en", "ar")]
    inline = [link for text in texts for link in LINK.findall(text)]
    assert (len(labelled), len(inline)) == (2 * 7, 2 * 3)
    for label, url in labelled + inline:
        assert url == "https://www.intgovforum.org/"
        assert not re.search(r"\b(?:here|click)\b|هنا|انقر", label, re.IGNORECASE)


def test_at_least_fifteen_terms_of_the_house_are_listed() -> None:
    assert len(AGENDA["terms"]) >= 15
    coalition = next(term for term in AGENDA["terms"] if term.get("short") == "DCs")
    assert "البلدان النامية" in coalition["forbidden"]
    for term in AGENDA["terms"]:
        assert not [wrong for wrong in term.get("forbidden", ()) if wrong in term["ar"]], term["en"]


@pytest.mark.parametrize("term", AGENDA["terms"], ids=[term["en"] for term in AGENDA["terms"]])
def test_term_is_always_rendered_as_listed(term: dict[str, Any]) -> None:
    uses = 0
    for place, node in TEXTS:
        english, arabic = without_markup(node["en"]["text"]), without_markup(node["ar"]["text"])
        names = [name for name in (term["en"], term.get("short")) if name]
        if any(mentions(english, name) for name in names):
            uses += 1
            assert says(arabic, term["ar"]), place
        assert not [wrong for wrong in term.get("forbidden", ()) if says(arabic, wrong)], place
    assert uses or term["short"] == "UTC"


def test_every_acronym_is_written_out_where_it_first_stands() -> None:
    whole = "\n".join(without_markup(node["en"]["text"]) for _, node in TEXTS)
    for short, full in (
        ("MAG", "Multistakeholder Advisory Group"),
        ("UN DESA", "United Nations Department of Economic and Social Affairs"),
        ("BPFs", "Best Practice Forums"), ("DCs", "Dynamic Coalitions"), ("NRIs", "National and Regional Initiatives"),
    ):  # fmt: skip
        assert f"{full} ({short})" in whole
        agenda_itself = whole[whole.index("Opening statements") :]
        assert short == "MAG" or agenda_itself.index(short) == agenda_itself.index(f"({short})") + 1
