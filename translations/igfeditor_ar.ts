<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>ت&amp;حرير</translation>
    </message>
    <message>
        <source>&amp;Agenda</source>
        <translation>&amp;جدول الأعمال</translation>
    </message>
    <message>
        <source>&amp;Translate</source>
        <translation>&amp;ترجمة</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;New agenda</source>
        <translation>جدول أعمال &amp;جديد</translation>
    </message>
    <message>
        <source>Ne&amp;w from an earlier meeting…</source>
        <translation>جديد من اجتماع &amp;سابق…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;فتح…</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple</source>
        <translation>فتح ال&amp;نموذج</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>حفظ &amp;باسم…</translation>
    </message>
    <message>
        <source>&amp;Revert to the saved file</source>
        <translation>ال&amp;رجوع إلى الملف المحفوظ</translation>
    </message>
    <message>
        <source>Mer&amp;ge with another version…</source>
        <translation>د&amp;مج مع إصدار آخر…</translation>
    </message>
    <message>
        <source>Earlier &amp;versions…</source>
        <translation>إ&amp;صدارات سابقة…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;تصدير…</translation>
    </message>
    <message>
        <source>Pac&amp;k: all layouts and formats…</source>
        <translation>ح&amp;زمة: كل التخطيطات والصيغ…</translation>
    </message>
    <message>
        <source>Report of f&amp;indings…</source>
        <translation>تقرير نتائج التد&amp;قيق…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;إنهاء</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;إعادة</translation>
    </message>
    <message>
        <source>Cu&amp;t rows</source>
        <translation>&amp;قص الصفوف</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;نسخ الصفوف</translation>
    </message>
    <message>
        <source>&amp;Paste rows</source>
        <translation>&amp;لصق الصفوف</translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation>&amp;حذف الصفوف</translation>
    </message>
    <message>
        <source>D&amp;uplicate rows</source>
        <translation>ت&amp;كرار الصفوف</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;بحث…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>البحث عن ال&amp;تالي</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>البحث عن الساب&amp;ق</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>استب&amp;دال…</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;عريض</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;مائل</translation>
    </message>
    <message>
        <source>&amp;Link…</source>
        <translation>&amp;رابط…</translation>
    </message>
    <message>
        <source>Suggestions for the &amp;word</source>
        <translation>&amp;اقتراحات للكلمة</translation>
    </message>
    <message>
        <source>Add a &amp;day</source>
        <translation>إضافة &amp;يوم</translation>
    </message>
    <message>
        <source>Add a &amp;slot</source>
        <translation>إضافة &amp;فترة</translation>
    </message>
    <message>
        <source>Add an &amp;item</source>
        <translation>إضافة &amp;بند</translation>
    </message>
    <message>
        <source>Add a s&amp;ub-item</source>
        <translation>إضافة بند ف&amp;رعي</translation>
    </message>
    <message>
        <source>Add a &amp;break after</source>
        <translation>إضافة استرا&amp;حة بعدها</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>نقل إلى أ&amp;على</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>نقل إلى أ&amp;سفل</translation>
    </message>
    <message>
        <source>One level d&amp;eeper</source>
        <translation>مستوى أ&amp;دنى</translation>
    </message>
    <message>
        <source>One level &amp;higher</source>
        <translation>مستوى أعلى</translation>
    </message>
    <message>
        <source>Shi&amp;ft the whole day…</source>
        <translation>إ&amp;زاحة اليوم كله…</translation>
    </message>
    <message>
        <source>Dupli&amp;cate the day</source>
        <translation>تكرار اليو&amp;م</translation>
    </message>
    <message>
        <source>Split the slot e&amp;qually…</source>
        <translation>تقسيم الفترة بالت&amp;ساوي…</translation>
    </message>
    <message>
        <source>&amp;Lock the times of the slot</source>
        <translation>قفل أ&amp;وقات الفترة</translation>
    </message>
    <message>
        <source>House st&amp;yle…</source>
        <translation>أسلوب ال&amp;طباعة…</translation>
    </message>
    <message>
        <source>&amp;Confirm and go to the next open text</source>
        <translation>&amp;تأكيد والانتقال إلى النص المفتوح التالي</translation>
    </message>
    <message>
        <source>Copy the &amp;source</source>
        <translation>نسخ ال&amp;أصل</translation>
    </message>
    <message>
        <source>Choose the s&amp;tate of the translation</source>
        <translation>اختيار &amp;حالة الترجمة</translation>
    </message>
    <message>
        <source>&amp;Next text</source>
        <translation>النص ال&amp;تالي</translation>
    </message>
    <message>
        <source>&amp;Previous text</source>
        <translation>النص ال&amp;سابق</translation>
    </message>
    <message>
        <source>Next s&amp;tale text</source>
        <translation>النص التالي الذي ت&amp;غير أصله</translation>
    </message>
    <message>
        <source>Next &amp;finding</source>
        <translation>النتيجة ال&amp;تالية</translation>
    </message>
    <message>
        <source>Previous fi&amp;nding</source>
        <translation>النتيجة ال&amp;سابقة</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>ال&amp;صفحات</translation>
    </message>
    <message>
        <source>Show direction &amp;marks</source>
        <translation>إظهار علامات الات&amp;جاه</translation>
    </message>
    <message>
        <source>Check the &amp;spelling</source>
        <translation>التد&amp;قيق الإملائي</translation>
    </message>
    <message>
        <source>Show the &amp;agenda tree</source>
        <translation>إظهار شجرة جدول الأ&amp;عمال</translation>
    </message>
    <message>
        <source>Show the &amp;panel at the side</source>
        <translation>إظهار اللوحة الجان&amp;بية</translation>
    </message>
    <message>
        <source>Go to the ne&amp;xt part of the window</source>
        <translation>الانتقال إلى الجزء التا&amp;لي من النافذة</translation>
    </message>
    <message>
        <source>Go to the previo&amp;us part of the window</source>
        <translation>الانتقال إلى الجزء السابق من ال&amp;نافذة</translation>
    </message>
    <message>
        <source>Arabic at the &amp;left</source>
        <translation>العربية إلى ال&amp;يسار</translation>
    </message>
    <message>
        <source>Window in &amp;English</source>
        <translation>النافذة بالإ&amp;نكليزية</translation>
    </message>
    <message>
        <source>Window in A&amp;rabic</source>
        <translation>النافذة بال&amp;عربية</translation>
    </message>
    <message>
        <source>Light or dark as the s&amp;ystem</source>
        <translation>فاتح أو داكن بحسب ال&amp;نظام</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;فاتح</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;داكن</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>م&amp;فاتيح الاختصار…</translation>
    </message>
    <message>
        <source>&amp;About igfeditor</source>
        <translation>&amp;حول igfeditor</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>فتح الأ&amp;خيرة</translation>
    </message>
    <message>
        <source>This machine has no dictionary for the languages of the agenda.</source>
        <translation>لا يوجد على هذا الجهاز قاموس للغات جدول الأعمال.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Keys</source>
        <translation>مفاتيح الاختصار</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>These keys are given twice: {keys}.</source>
        <translation>هذه المفاتيح مستخدمة مرتين: {keys}.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>رابط</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>إزالة الرابط</translation>
    </message>
    <message>
        <source>Address (https:// or mailto:):</source>
        <translation>العنوان (ويبدأ بكلمة https أو mailto):</translation>
    </message>
    <message>
        <source>A link leads to an address that begins with https://, http:// or mailto:.</source>
        <translation>يبدأ عنوان الرابط بإحدى الكلمات https أو http أو mailto تليها نقطتان.</translation>
    </message>
    <message>
        <source>Agendas (*{suffix});;All files (*)</source>
        <translation>جداول الأعمال (*{suffix});;جميع الملفات (*)</translation>
    </message>
    <message>
        <source>New from an earlier meeting</source>
        <translation>جدول جديد من اجتماع سابق</translation>
    </message>
    <message>
        <source>Earlier meeting</source>
        <translation>الاجتماع السابق</translation>
    </message>
    <message>
        <source>First day of the new one</source>
        <translation>اليوم الأول من الاجتماع الجديد</translation>
    </message>
    <message>
        <source>All days move together. The new agenda is a draft, and each translation waits to be confirmed again.</source>
        <translation>تنتقل الأيام كلها معاً. ويكون جدول الأعمال الجديد مسودة، وتنتظر كل ترجمة تأكيدها من جديد.</translation>
    </message>
    <message>
        <source>Move the years in texts as well (from {old} to {new})</source>
        <translation>نقل السنوات الواردة في النصوص أيضاً (من {old} إلى {new})</translation>
    </message>
    <message>
        <source>Choose the agenda of an earlier meeting</source>
        <translation>اختيار جدول أعمال اجتماع سابق</translation>
    </message>
    <message>
        <source>Open an agenda</source>
        <translation>فتح جدول أعمال</translation>
    </message>
    <message>
        <source>Save the agenda</source>
        <translation>حفظ جدول الأعمال</translation>
    </message>
    <message>
        <source>{name} is there already. Replace it?</source>
        <translation>الملف {name} موجود مسبقاً. هل تريد استبداله؟</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>إصدارات سابقة…</translation>
    </message>
    <message>
        <source>Save the report of findings</source>
        <translation>حفظ تقرير نتائج التدقيق</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>ملفات Word (*.docx)</translation>
    </message>
    <message>
        <source>The report was written to {path}.</source>
        <translation>كُتب التقرير في {path}.</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>تغييرات غير محفوظة</translation>
    </message>
    <message>
        <source>The agenda has changes that are not saved.</source>
        <translation>في جدول الأعمال تغييرات لم تُحفظ.</translation>
    </message>
    <message>
        <source>About igfeditor</source>
        <translation>حول igfeditor</translation>
    </message>
    <message>
        <source>igfeditor {version}: meeting agendas, drafted once, in English and Arabic.</source>
        <translation>igfeditor {version}: جداول أعمال الاجتماعات، تُصاغ مرة واحدة، بالإنكليزية والعربية.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Pack</source>
        <translation>حزمة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Make the pack</source>
        <translation>أنشئ الحزمة</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>إلغاء التصدير</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>التخطيطات</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>الصيغ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>قالب الترويسة</translation>
    </message>
    <message>
        <source>Where Arabic is missing</source>
        <translation>عند نقص النص العربي</translation>
    </message>
    <message>
        <source>none; or a Word file (.docx)</source>
        <translation>بدون؛ أو ملف Word (.docx)</translation>
    </message>
    <message>
        <source>A Word file (.docx) whose page and styles are used</source>
        <translation>ملف Word (.docx) تُستخدم صفحته وأنماطه</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>ملفات Word (*.docx)</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>أُلغي التصدير ولم يُكتب شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>لم يُكتب أي ملف.</numerusform>
            <numerusform>كُتب ملف واحد.</numerusform>
            <numerusform>كُتب ملفان.</numerusform>
            <numerusform>كُتبت %n ملفات.</numerusform>
            <numerusform>كُتب %n ملفاً.</numerusform>
            <numerusform>كُتب %n ملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>print the English in grey</source>
        <translation>طباعة النص الإنكليزي بالرمادي</translation>
    </message>
    <message>
        <source>print the English</source>
        <translation>طباعة النص الإنكليزي</translation>
    </message>
    <message>
        <source>do not export</source>
        <translation>عدم التصدير</translation>
    </message>
    <message>
        <source>Open errors</source>
        <translation>أخطاء لم تُصلح</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>صدِّر على أي حال</translation>
    </message>
    <message numerus="yes">
        <source>The agenda is final, and %n error(s) should be put right before it is exported:</source>
        <translation>
            <numerusform>جدول الأعمال نهائي، ولا أخطاء فيه:</numerusform>
            <numerusform>جدول الأعمال نهائي، وفيه خطأ واحد ينبغي إصلاحه قبل التصدير:</numerusform>
            <numerusform>جدول الأعمال نهائي، وفيه خطآن ينبغي إصلاحهما قبل التصدير:</numerusform>
            <numerusform>جدول الأعمال نهائي، وفيه %n أخطاء ينبغي إصلاحها قبل التصدير:</numerusform>
            <numerusform>جدول الأعمال نهائي، وفيه %n خطأ ينبغي إصلاحها قبل التصدير:</numerusform>
            <numerusform>جدول الأعمال نهائي، وفيه %n خطأ ينبغي إصلاحها قبل التصدير:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Both languages</source>
        <translation>اللغتان</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>كل اللغات</translation>
    </message>
    <message>
        <source>Write the words to look for. Tashkeel, hamza seats and the script of digits make no difference.</source>
        <translation>اكتب ما تبحث عنه. لا فرق في التشكيل وكرسي الهمزة وشكل الأرقام.</translation>
    </message>
    <message>
        <source>Not found. Look in all languages, regardless of case and parts of words.</source>
        <translation>لم يُعثر على شيء. ابحث في كل اللغات دون مراعاة حالة الأحرف وحدود الكلمات.</translation>
    </message>
    <message>
        <source>Not found. Try fewer words or letters.</source>
        <translation>لم يُعثر على شيء. جرّب كلمات أو أحرفاً أقل.</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n checked place(s)</source>
        <translation>
            <numerusform>عدم استبدال أي موضع</numerusform>
            <numerusform>استبدال موضع محدد واحد</numerusform>
            <numerusform>استبدال موضعين محددين</numerusform>
            <numerusform>استبدال %n مواضع محددة</numerusform>
            <numerusform>استبدال %n موضعاً محدداً</numerusform>
            <numerusform>استبدال %n موضع محدد</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace the checked places</source>
        <translation>استبدال المواضع المحددة</translation>
    </message>
    <message>
        <source>Languages to look in</source>
        <translation>لغات البحث</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>استب&amp;دال</translation>
    </message>
    <message>
        <source>A&amp;ll</source>
        <translation>ال&amp;كل</translation>
    </message>
    <message>
        <source>Check all places</source>
        <translation>تحديد كل المواضع</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>الموضع السابق (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>الموضع التالي (Enter)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>مطابقة حالة الأحرف</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>الكلمات الكاملة فقط</translation>
    </message>
    <message>
        <source>List all places</source>
        <translation>سرد كل المواضع</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>بح&amp;ث عن</translation>
    </message>
    <message>
        <source>Replace &amp;with</source>
        <translation>ال&amp;بديل</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعاً</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{place} of %n place(s)</source>
        <translation>
            <numerusform>{place} من لا شيء</numerusform>
            <numerusform>{place} من موضع واحد</numerusform>
            <numerusform>{place} من موضعين</numerusform>
            <numerusform>{place} من %n مواضع</numerusform>
            <numerusform>{place} من %n موضعاً</numerusform>
            <numerusform>{place} من %n موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>Where</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>{before} becomes {after}</source>
        <translation>{before} يصبح {after}</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>لم يُعثر على شيء.</translation>
    </message>
    <message>
        <source>Found in the properties of the row.</source>
        <translation>النص في خصائص الصف.</translation>
    </message>
    <message>
        <source>Places that were found</source>
        <translation>المواضع التي عُثر عليها</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>لا أخطاء</numerusform>
            <numerusform>خطأ واحد</numerusform>
            <numerusform>خطآن</numerusform>
            <numerusform>%n أخطاء</numerusform>
            <numerusform>%n خطأ</numerusform>
            <numerusform>%n خطأ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>لا تحذيرات</numerusform>
            <numerusform>تحذير واحد</numerusform>
            <numerusform>تحذيران</numerusform>
            <numerusform>%n تحذيرات</numerusform>
            <numerusform>%n تحذيراً</numerusform>
            <numerusform>%n تحذير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>لا ملاحظات</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%n ملاحظات</numerusform>
            <numerusform>%n ملاحظة</numerusform>
            <numerusform>%n ملاحظة</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason for letting it stand</source>
        <translation>سبب إبقائه كما هو</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>تغاضَ</translation>
    </message>
    <message numerus="yes">
        <source>Fix all %n of this kind</source>
        <translation>
            <numerusform>لا شيء من هذا النوع</numerusform>
            <numerusform>أصلح النتيجة الوحيدة من هذا النوع</numerusform>
            <numerusform>أصلح النتيجتين من هذا النوع</numerusform>
            <numerusform>أصلح كل ما هو من هذا النوع (%n)</numerusform>
            <numerusform>أصلح كل ما هو من هذا النوع (%n)</numerusform>
            <numerusform>أصلح كل ما هو من هذا النوع (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Waive with a reason…</source>
        <translation>تغاضَ مع ذكر السبب…</translation>
    </message>
    <message>
        <source>Take the waiver back</source>
        <translation>تراجع عن التغاضي</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>متغاضى عنه</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>نتائج التدقيق</translation>
    </message>
    <message>
        <source>All checks pass: nothing was found.</source>
        <translation>اجتاز جدول الأعمال كل الفحوص: لا نتائج.</translation>
    </message>
    <message>
        <source>The agenda is being read…</source>
        <translation>يجري تدقيق جدول الأعمال…</translation>
    </message>
    <message>
        <source>No finding fits the filter.</source>
        <translation>لا نتيجة توافق التصفية.</translation>
    </message>
    <message>
        <source>The agenda has changed since; it is read again.</source>
        <translation>تغيّر جدول الأعمال منذ ذلك الحين، ويُدقَّق من جديد.</translation>
    </message>
    <message>
        <source>Which kind of findings is shown</source>
        <translation>أي نوع من النتائج يُعرض</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>اعرض الكل</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>What the checks have found; click to see it</source>
        <translation>ما وجدته الفحوص؛ انقر لعرضه</translation>
    </message>
    <message>
        <source>Findings: {words}</source>
        <translation>نتائج التدقيق: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation>سجل التغييرات</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>كما فُتح</translation>
    </message>
    <message>
        <source>Undone; click to do it again</source>
        <translation>تم التراجع عنه؛ انقر لإعادته</translation>
    </message>
    <message>
        <source>{step}; the agenda stands here</source>
        <translation>{step}؛ جدول الأعمال هنا الآن</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>What is not saved cannot be kept safe at present ({reason}): save often.</source>
        <translation>لا يمكن الآن صون ما لم يُحفظ ({reason})، فاحفظ كثيراً.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>عمل غير محفوظ</translation>
    </message>
    <message>
        <source>The program ended before this was saved: {name}, {when}.</source>
        <translation>انتهى البرنامج قبل حفظ {name}، {when}.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) can be brought back.</source>
        <translation>
            <numerusform>لا تغيير تمكن استعادته.</numerusform>
            <numerusform>يمكن استعادة تغيير واحد.</numerusform>
            <numerusform>يمكن استعادة تغييرين.</numerusform>
            <numerusform>يمكن استعادة %n تغييرات.</numerusform>
            <numerusform>يمكن استعادة %n تغييراً.</numerusform>
            <numerusform>يمكن استعادة %n تغيير.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقاً</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>مقارنة…</translation>
    </message>
    <message>
        <source>The file is open elsewhere: your work is here as a copy without a file.</source>
        <translation>الملف مفتوح في مكان آخر، وعملك هنا نسخة بلا ملف.</translation>
    </message>
    <message>
        <source>The file {name} is no longer there: your work is here as a copy without a file.</source>
        <translation>لم يعد الملف {name} في مكانه، وعملك هنا نسخة بلا ملف.</translation>
    </message>
    <message>
        <source>The file {name} cannot be used: your work is here as a copy without a file.</source>
        <translation>يتعذر استعمال الملف {name}، وعملك هنا نسخة بلا ملف.</translation>
    </message>
    <message>
        <source>unsaved work</source>
        <translation>العمل غير المحفوظ</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Edit anyway</source>
        <translation>التحرير رغم ذلك</translation>
    </message>
    <message>
        <source>Tell me when it is free</source>
        <translation>أعلمني حين يُغلَق</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>This file is free now.</source>
        <translation>أُغلق الملف ويمكن تحريره الآن.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>شخص ما</translation>
    </message>
    <message>
        <source>{name} (computer {host})</source>
        <translation>{name} (الحاسوب {host})</translation>
    </message>
    <message>
        <source>{name} has this file open. Here it is open for reading only.</source>
        <translation>الملف مفتوح لدى {name}، وهو هنا للقراءة فقط.</translation>
    </message>
    <message>
        <source>You have this file open in another window. Here it is open for reading only.</source>
        <translation>الملف مفتوح لديك في نافذة أخرى، وهو هنا للقراءة فقط.</translation>
    </message>
    <message>
        <source>Nothing was heard of them since {time}.</source>
        <translation>ولا خبر عنه منذ {time}.</translation>
    </message>
    <message>
        <source>You will be told when {name} has closed this file.</source>
        <translation>ستُعلَم حين يُغلَق الملف لدى {name}.</translation>
    </message>
    <message>
        <source>{name} works at this file too. Before each save the two versions are compared.</source>
        <translation>يعمل {name} في هذا الملف أيضاً، ويُقارَن الإصداران قبل كل حفظ.</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>Merge with {name}</source>
        <translation>دمج مع {name}</translation>
    </message>
    <message>
        <source>What both changed</source>
        <translation>ما غيّره الطرفان</translation>
    </message>
    <message>
        <source>Ctrl+Up and Ctrl+Down lead to the card before and after, Ctrl+Enter to the next open.</source>
        <translation>Ctrl+Up وCtrl+Down للبطاقة السابقة والتالية، وCtrl+Enter للتالية دون قرار.</translation>
    </message>
    <message>
        <source>What is taken over</source>
        <translation>ما يؤخذ منهم</translation>
    </message>
    <message>
        <source>What is left: m&amp;ine</source>
        <translation>ما بقي: ما &amp;لدي</translation>
    </message>
    <message>
        <source>What is left: t&amp;heirs</source>
        <translation>ما بقي: ما لدي&amp;هم</translation>
    </message>
    <message>
        <source>Me&amp;rge</source>
        <translation>ا&amp;دمج</translation>
    </message>
    <message numerus="yes">
        <source>Taken over from the other version: %n change(s)</source>
        <translation>
            <numerusform>لا تغيير يؤخذ من الإصدار الآخر</numerusform>
            <numerusform>يؤخذ من الإصدار الآخر تغيير واحد</numerusform>
            <numerusform>يؤخذ من الإصدار الآخر تغييران</numerusform>
            <numerusform>تؤخذ من الإصدار الآخر %n تغييرات</numerusform>
            <numerusform>يؤخذ من الإصدار الآخر %n تغييراً</numerusform>
            <numerusform>يؤخذ من الإصدار الآخر %n تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed in both: {decided} of {total} decided</source>
        <translation>غيّره الطرفان: قُرّر {decided} من {total}</translation>
    </message>
    <message numerus="yes">
        <source>Not decided: %n card(s). What is not decided stays as mine.</source>
        <translation>
            <numerusform>لا بطاقة بقيت دون قرار.</numerusform>
            <numerusform>بقيت بطاقة واحدة دون قرار، ويبقى فيها ما لدي.</numerusform>
            <numerusform>بقيت بطاقتان دون قرار، ويبقى فيهما ما لدي.</numerusform>
            <numerusform>بقيت %n بطاقات دون قرار، ويبقى فيها ما لدي.</numerusform>
            <numerusform>بقيت %n بطاقة دون قرار، ويبقى فيها ما لدي.</numerusform>
            <numerusform>بقيت %n بطاقة دون قرار، ويبقى فيها ما لدي.</numerusform>
        </translation>
    </message>
    <message>
        <source>All is decided. The merge is one step that can be undone.</source>
        <translation>قُرّر كل شيء. والدمج خطوة واحدة يمكن التراجع عنها.</translation>
    </message>
    <message>
        <source>Nothing is in dispute: what is listed is taken over as one undoable step.</source>
        <translation>لا خلاف على شيء: يؤخذ ما في القائمة في خطوة واحدة يمكن التراجع عنها.</translation>
    </message>
    <message>
        <source>Nothing is in dispute, and the other version brings nothing new.</source>
        <translation>لا خلاف على شيء، ولا جديد في الإصدار الآخر.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختر…</translation>
    </message>
    <message>
        <source>The other version</source>
        <translation>الإصدار الآخر</translation>
    </message>
    <message>
        <source>The base</source>
        <translation>الأصل المشترك</translation>
    </message>
    <message>
        <source>Merge with another version</source>
        <translation>الدمج مع إصدار آخر</translation>
    </message>
    <message>
        <source>This agenda as it was &amp;opened or last saved</source>
        <translation>جدول الأعمال كما &amp;فُتح أو حُفظ آخر مرة</translation>
    </message>
    <message>
        <source>An earlier &amp;version that was kept here:</source>
        <translation>إ&amp;صدار سابق محفوظ هنا:</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>إصدارات سابقة</translation>
    </message>
    <message>
        <source>Another &amp;file, for example a copy of what was sent out:</source>
        <translation>&amp;ملف آخر، مثل نسخة مما أُرسل:</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;قارن</translation>
    </message>
    <message>
        <source>The other version of this agenda:</source>
        <translation>الإصدار الآخر من جدول الأعمال:</translation>
    </message>
    <message>
        <source>The base is the version from which both began: what differs from it tells who changed what.</source>
        <translation>الأصل المشترك هو الإصدار الذي بدأ منه الطرفان: ما يخالفه يبيّن مَن غيّر ماذا.</translation>
    </message>
    <message>
        <source>Nothing was changed here since this agenda was opened or saved, so as a base it lets all of theirs win.</source>
        <translation>ولم يتغير شيء هنا منذ فُتح جدول الأعمال أو حُفظ، فإن كان هو الأصل غلب كل ما لديهم.</translation>
    </message>
    <message>
        <source>Take &amp;mine</source>
        <translation>خذ ما &amp;لدي</translation>
    </message>
    <message>
        <source>Take &amp;theirs</source>
        <translation>خذ ما لدي&amp;هم</translation>
    </message>
    <message>
        <source>&amp;Other words</source>
        <translation>ألفاظ أ&amp;خرى</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>ألفاظ أخرى</translation>
    </message>
    <message>
        <source>Next card that is not decided</source>
        <translation>البطاقة التالية دون قرار</translation>
    </message>
    <message>
        <source>Before, in both</source>
        <translation>قبل التغيير، عند الطرفين</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>لدي</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>لديهم</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>من قبل</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>other words</source>
        <translation>ألفاظ أخرى</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>ما لدي</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>ما لديهم</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>لم يُقرَّر</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close this notice</source>
        <translation>إغلاق هذا التنبيه</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>The file cannot be reached at present. What you do is kept here.</source>
        <translation>لا يمكن الوصول إلى الملف الآن، وما تعمله مصون هنا.</translation>
    </message>
    <message>
        <source>Somebody else has changed this file since you opened it.</source>
        <translation>غيّر غيرك هذا الملف بعد أن فتحته.</translation>
    </message>
    <message>
        <source>Save it here again</source>
        <translation>احفظه هنا من جديد</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>The file {name} is no longer there: it was moved, renamed or deleted.</source>
        <translation>لم يعد الملف {name} في مكانه: نُقل أو أُعيدت تسميته أو حُذف.</translation>
    </message>
    <message>
        <source>Compare and merge…</source>
        <translation>مقارنة ودمج…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>الاحتفاظ بإصداري</translation>
    </message>
    <message>
        <source>Somebody else has changed the file; what is new is shown, and can be undone.</source>
        <translation>غيّر غيرك الملف، ويُعرض الجديد الآن ويمكن التراجع عنه.</translation>
    </message>
    <message>
        <source>Somebody else has changed the file; what is new is shown.</source>
        <translation>غيّر غيرك الملف، ويُعرض الجديد الآن.</translation>
    </message>
    <message>
        <source>Merge both versions, or keep yours alone?</source>
        <translation>أتريد دمج الإصدارين أم الاحتفاظ بإصدارك وحده؟</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>دمج…</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>{layout}: page {page} of {count}</source>
        <translation>{layout}: صفحة {page} من {count}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>بعرض المساحة المتاحة</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>تصدير بصيغة PDF</translation>
    </message>
    <message>
        <source>What will be printed stands here as soon as something is written.</source>
        <translation>يظهر هنا ما سيُطبع حالما يُكتب شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) printed</source>
        <translation>
            <numerusform>لم تُطبع أي صفحة</numerusform>
            <numerusform>طُبعت صفحة واحدة</numerusform>
            <numerusform>طُبعت صفحتان</numerusform>
            <numerusform>طُبعت %n صفحات</numerusform>
            <numerusform>طُبعت %n صفحة</numerusform>
            <numerusform>طُبعت %n صفحة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Texts in both languages</source>
        <translation>النصوص باللغتين</translation>
    </message>
    <message>
        <source>This was written before its source.</source>
        <translation>كُتبت هذه الترجمة قبل أصلها.</translation>
    </message>
    <message>
        <source>Translated from:</source>
        <translation>تُرجم عن:</translation>
    </message>
    <message>
        <source>The agenda has no days yet.</source>
        <translation>ليس في جدول الأعمال أيام بعد.</translation>
    </message>
    <message>
        <source>Add the first day</source>
        <translation>إضافة اليوم الأول</translation>
    </message>
    <message>
        <source>This day has no slots yet.</source>
        <translation>ليس في هذا اليوم فترات بعد.</translation>
    </message>
    <message>
        <source>Add the first slot</source>
        <translation>إضافة الفترة الأولى</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>عريض</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>مائل</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>رابط</translation>
    </message>
    <message>
        <source>Note mark</source>
        <translation>علامة حاشية</translation>
    </message>
    <message>
        <source>State of the translation</source>
        <translation>حالة الترجمة</translation>
    </message>
    <message>
        <source>The source has changed since this was translated</source>
        <translation>تغير الأصل منذ ترجمة هذا النص</translation>
    </message>
    <message>
        <source>Confirm, next</source>
        <translation>تأكيد، التالي</translation>
    </message>
    <message>
        <source>Confirm and go to the next open text</source>
        <translation>تأكيد والانتقال إلى النص المفتوح التالي</translation>
    </message>
    <message>
        <source>Copy the source</source>
        <translation>نسخ الأصل</translation>
    </message>
    <message>
        <source>No other text is stale.</source>
        <translation>لا يوجد نص آخر تغير أصله.</translation>
    </message>
    <message>
        <source>No other text waits for its translation.</source>
        <translation>لا يوجد نص آخر ينتظر ترجمته.</translation>
    </message>
    <message>
        <source>not translated</source>
        <translation>غير مترجم</translation>
    </message>
    <message>
        <source>translated</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>مراجَع</translation>
    </message>
    <message>
        <source>final</source>
        <translation>نهائي</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>تغير أصله</translation>
    </message>
    <message>
        <source>Title of the meeting</source>
        <translation>عنوان الاجتماع</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>تفصيل</translation>
    </message>
    <message>
        <source>Heading of the day</source>
        <translation>عنوان اليوم</translation>
    </message>
    <message>
        <source>Expected output</source>
        <translation>المخرج المتوقع</translation>
    </message>
    <message>
        <source>Label of the slot</source>
        <translation>تسمية الفترة</translation>
    </message>
    <message>
        <source>Name of the break</source>
        <translation>اسم الاستراحة</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>اسم الفعالية</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>فقرة</translation>
    </message>
    <message>
        <source>Person or role</source>
        <translation>الشخص أو الصفة</translation>
    </message>
    <message>
        <source>Sub-item</source>
        <translation>بند فرعي</translation>
    </message>
    <message>
        <source>Label of the link</source>
        <translation>نص الرابط</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>حاشية</translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message numerus="yes">
        <source>%n control character(s) taken out</source>
        <translation>
            <numerusform>لم يُحذف أي رمز تحكم</numerusform>
            <numerusform>حُذف رمز تحكم واحد</numerusform>
            <numerusform>حُذف رمزا تحكم</numerusform>
            <numerusform>حُذفت %n رموز تحكم</numerusform>
            <numerusform>حُذف %n رمز تحكم</numerusform>
            <numerusform>حُذف %n رمز تحكم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n presentation form(s) made letter(s)</source>
        <translation>
            <numerusform>لم يُحوّل أي شكل عرض</numerusform>
            <numerusform>حُوّل شكل عرض واحد إلى حرف</numerusform>
            <numerusform>حُوّل شكلا عرض إلى حرفين</numerusform>
            <numerusform>حُوّلت %n أشكال عرض إلى حروف</numerusform>
            <numerusform>حُوّل %n شكل عرض إلى حروف</numerusform>
            <numerusform>حُوّل %n شكل عرض إلى حروف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n direction mark(s) taken out</source>
        <translation>
            <numerusform>لم تُحذف أي علامة اتجاه</numerusform>
            <numerusform>حُذفت علامة اتجاه واحدة</numerusform>
            <numerusform>حُذفت علامتا اتجاه</numerusform>
            <numerusform>حُذفت %n علامات اتجاه</numerusform>
            <numerusform>حُذفت %n علامة اتجاه</numerusform>
            <numerusform>حُذفت %n علامة اتجاه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n space(s) tidied</source>
        <translation>
            <numerusform>لم تُضبط أي مسافة</numerusform>
            <numerusform>ضُبطت مسافة واحدة</numerusform>
            <numerusform>ضُبطت مسافتان</numerusform>
            <numerusform>ضُبطت %n مسافات</numerusform>
            <numerusform>ضُبطت %n مسافة</numerusform>
            <numerusform>ضُبطت %n مسافة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line end(s) made space(s)</source>
        <translation>
            <numerusform>لم تُحوّل أي نهاية سطر</numerusform>
            <numerusform>حُوّلت نهاية سطر واحدة إلى مسافة</numerusform>
            <numerusform>حُوّلت نهايتا سطرين إلى مسافتين</numerusform>
            <numerusform>حُوّلت %n نهايات أسطر إلى مسافات</numerusform>
            <numerusform>حُوّلت %n نهاية سطر إلى مسافات</numerusform>
            <numerusform>حُوّلت %n نهاية سطر إلى مسافات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) left out</source>
        <translation>
            <numerusform>لم تُستبعد أي صورة</numerusform>
            <numerusform>استُبعدت صورة واحدة</numerusform>
            <numerusform>استُبعدت صورتان</numerusform>
            <numerusform>استُبعدت %n صور</numerusform>
            <numerusform>استُبعدت %n صورة</numerusform>
            <numerusform>استُبعدت %n صورة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) worth a look left as they were</source>
        <translation>
            <numerusform>لا يوجد موضع يستحق المراجعة</numerusform>
            <numerusform>تُرك موضع واحد يستحق المراجعة على حاله</numerusform>
            <numerusform>تُرك موضعان يستحقان المراجعة على حالهما</numerusform>
            <numerusform>تُركت %n مواضع تستحق المراجعة على حالها</numerusform>
            <numerusform>تُرك %n موضعاً يستحق المراجعة على حاله</numerusform>
            <numerusform>تُرك %n موضع يستحق المراجعة على حاله</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted: {changes}.</source>
        <translation>تم اللصق: {changes}.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>start at the right</source>
        <translation>تبدأ من اليمين</translation>
    </message>
    <message>
        <source>start at the left</source>
        <translation>تبدأ من اليسار</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>بالكلمات</translation>
    </message>
    <message>
        <source>both (شباط/فبراير)</source>
        <translation>الاسمان معاً (شباط/فبراير)</translation>
    </message>
    <message>
        <source>Levantine (شباط)</source>
        <translation>الأسماء المشرقية (شباط)</translation>
    </message>
    <message>
        <source>common (فبراير)</source>
        <translation>الأسماء الشائعة (فبراير)</translation>
    </message>
    <message>
        <source>European (123)</source>
        <translation>أوروبية (123)</translation>
    </message>
    <message>
        <source>Arabic-Indic (١٢٣)</source>
        <translation>عربية هندية (١٢٣)</translation>
    </message>
    <message>
        <source>with a full stop</source>
        <translation>تتبعها نقطة</translation>
    </message>
    <message>
        <source>in brackets</source>
        <translation>بين قوسين</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 ساعة</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 ساعة</translation>
    </message>
    <message>
        <source>Choose one that is used elsewhere</source>
        <translation>اختيار مما يرد في موضع آخر</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>open to all</source>
        <translation>مفتوح للجميع</translation>
    </message>
    <message>
        <source>open to observers</source>
        <translation>مفتوح للمراقبين</translation>
    </message>
    <message>
        <source>members only</source>
        <translation>مقصور على الأعضاء</translation>
    </message>
    <message>
        <source>by invitation only</source>
        <translation>مقصور على المدعوين</translation>
    </message>
    <message>
        <source>session</source>
        <translation>جلسة</translation>
    </message>
    <message>
        <source>break</source>
        <translation>استراحة</translation>
    </message>
    <message>
        <source>lunch break</source>
        <translation>استراحة الغداء</translation>
    </message>
    <message>
        <source>social event</source>
        <translation>فعالية اجتماعية</translation>
    </message>
    <message>
        <source>side event</source>
        <translation>فعالية جانبية</translation>
    </message>
    <message>
        <source>ceremony</source>
        <translation>مراسم</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>note without a time</source>
        <translation>ملاحظة بلا وقت</translation>
    </message>
    <message>
        <source>as its kind does</source>
        <translation>بحسب النوع</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>أولي</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>مشروع</translation>
    </message>
    <message>
        <source>revised</source>
        <translation>منقح</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>معتمد</translation>
    </message>
    <message>
        <source>final</source>
        <translation>نهائي</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>begins at 1</source>
        <translation>يبدأ من 1</translation>
    </message>
    <message>
        <source>goes on from the day before</source>
        <translation>يُستأنف من اليوم السابق</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>none</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>حرف</translation>
    </message>
    <message>
        <source>number</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>bullet</source>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>القاعة</translation>
    </message>
    <message>
        <source>Minutes allotted</source>
        <translation>الدقائق المخصصة</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>التنقيح</translation>
    </message>
    <message>
        <source>First date (all days move)</source>
        <translation>أول يوم (تنتقل الأيام كلها)</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Source language</source>
        <translation>لغة الأصل</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>الحضور</translation>
    </message>
    <message>
        <source>Numbering</source>
        <translation>الترقيم</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>المدة بالدقائق</translation>
    </message>
    <message>
        <source>Ends on the next day</source>
        <translation>تنتهي في اليوم التالي</translation>
    </message>
    <message>
        <source>Times are fixed</source>
        <translation>الوقت ثابت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Counts as meeting time</source>
        <translation>تُحتسب ضمن مدة الاجتماع</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>الاجتماع</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Sub-item</source>
        <translation>البند الفرعي</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>مطوي</translation>
    </message>
    <message>
        <source>None is used yet</source>
        <translation>لم يرد أي منها بعد</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>تحريك إلى أعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>تحريك إلى أسفل</translation>
    </message>
    <message>
        <source>Go to the text</source>
        <translation>الانتقال إلى النص</translation>
    </message>
    <message>
        <source>nothing written yet</source>
        <translation>لم يُكتب شيء بعد</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Name, wherever it is used</source>
        <translation>الاسم حيثما ورد</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الحواشي</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>إضافة حاشية</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>الروابط</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>إضافة رابط</translation>
    </message>
    <message>
        <source>Expected outputs</source>
        <translation>المخرجات المتوقعة</translation>
    </message>
    <message>
        <source>Add an output</source>
        <translation>إضافة مخرج</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>الفقرات</translation>
    </message>
    <message>
        <source>Add a paragraph</source>
        <translation>إضافة فقرة</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>إضافة شخص</translation>
    </message>
    <message>
        <source>Further columns of times</source>
        <translation>أعمدة إضافية للأوقات</translation>
    </message>
    <message>
        <source>Add a time zone</source>
        <translation>إضافة منطقة زمنية</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>إضافة لغة</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>القاعات</translation>
    </message>
    <message>
        <source>A room named at a day or slot is listed here.</source>
        <translation>تظهر هنا كل قاعة تُذكر في يوم أو فترة.</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>المسارات</translation>
    </message>
    <message>
        <source>A track named at a slot is listed here.</source>
        <translation>يظهر هنا كل مسار يُذكر في فترة.</translation>
    </message>
    <message>
        <source>City or zone</source>
        <translation>مدينة أو منطقة زمنية</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>الخصائص</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>نتائج التدقيق</translation>
    </message>
    <message>
        <source>History</source>
        <translation>سجل التغييرات</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>اللوحة</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>No word that a dictionary could judge stands at the caret.</source>
        <translation>لا توجد عند المؤشر كلمة يمكن البحث عنها في القاموس.</translation>
    </message>
    <message>
        <source>The dictionary has the word “{word}”.</source>
        <translation>الكلمة «{word}» موجودة في القاموس.</translation>
    </message>
    <message>
        <source>Forget the word “{word}”</source>
        <translation>حذف الكلمة «{word}» من الكلمات المتعلَّمة</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>لا توجد اقتراحات</translation>
    </message>
    <message>
        <source>Learn the word “{word}”</source>
        <translation>تعلُّم الكلمة «{word}»</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Meeting agendas in English and Arabic</source>
        <translation>جداول أعمال الاجتماعات بالإنكليزية والعربية</translation>
    </message>
    <message>
        <source>Draft once, translate beside it, print both.</source>
        <translation>صُغ مرة واحدة، وترجم إلى جانب الأصل، واطبع اللغتين.</translation>
    </message>
    <message>
        <source>New agenda</source>
        <translation>جدول أعمال جديد</translation>
    </message>
    <message>
        <source>Begin from last year's meeting…</source>
        <translation>البدء من اجتماع العام الماضي…</translation>
    </message>
    <message>
        <source>Open an agenda…</source>
        <translation>فتح جدول أعمال…</translation>
    </message>
    <message>
        <source>Look at the sample: IGF 2021</source>
        <translation>الاطلاع على النموذج: IGF 2021</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>فُتحت مؤخراً</translation>
    </message>
</context>
<context>
    <name>Style</name>
    <message>
        <source>Ranges in Arabic</source>
        <translation>المديات بالعربية</translation>
    </message>
    <message>
        <source>Months in Arabic</source>
        <translation>الأشهر بالعربية</translation>
    </message>
    <message>
        <source>Digits in Arabic</source>
        <translation>الأرقام بالعربية</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>الحروف</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Time of a slot</source>
        <translation>وقت فترة</translation>
    </message>
    <message>
        <source>Dates of the meeting</source>
        <translation>تاريخا الاجتماع</translation>
    </message>
    <message>
        <source>Date of a day</source>
        <translation>تاريخ يوم</translation>
    </message>
    <message>
        <source>Point in time</source>
        <translation>لحظة</translation>
    </message>
    <message>
        <source>Day and number</source>
        <translation>اليوم والرقم</translation>
    </message>
    <message>
        <source>Letters of sub-items</source>
        <translation>حروف البنود الفرعية</translation>
    </message>
    <message>
        <source>Minutes allotted</source>
        <translation>الدقائق المخصصة</translation>
    </message>
    <message>
        <source>Length of a day</source>
        <translation>مدة يوم</translation>
    </message>
    <message>
        <source>House style</source>
        <translation>أسلوب الطباعة</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Move what follows</source>
        <translation>نقل ما يليها</translation>
    </message>
    <message>
        <source>Take it from the next break</source>
        <translation>الاقتطاع من الاستراحة التالية</translation>
    </message>
    <message>
        <source>Change this slot alone</source>
        <translation>تغيير هذه الفترة وحدها</translation>
    </message>
    <message numerus="yes">
        <source>%n other slot(s) changed</source>
        <translation>
            <numerusform>لم تتغيّر أي فترة أخرى</numerusform>
            <numerusform>تغيّرت فترة أخرى واحدة</numerusform>
            <numerusform>تغيّرت فترتان أخريان</numerusform>
            <numerusform>تغيّرت %n فترات أخرى</numerusform>
            <numerusform>تغيّرت %n فترة أخرى</numerusform>
            <numerusform>تغيّرت %n فترة أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>{deed}: “{slot}”. This touches other slots.</source>
        <translation>{deed}: «{slot}». يمسّ هذا فترات أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>%n other slot(s) would change</source>
        <translation>
            <numerusform>لن تتغير أي فترة أخرى</numerusform>
            <numerusform>ستتغير فترة أخرى واحدة</numerusform>
            <numerusform>ستتغير فترتان أخريان</numerusform>
            <numerusform>ستتغير %n فترات أخرى</numerusform>
            <numerusform>ستتغير %n فترة أخرى</numerusform>
            <numerusform>ستتغير %n فترة أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>لا غير</numerusform>
            <numerusform>وواحدة أخرى</numerusform>
            <numerusform>واثنتان أخريان</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else would move.</source>
        <translation>لن يتحرّك شيء آخر.</translation>
    </message>
    <message>
        <source>From now on, without asking</source>
        <translation>من الآن فصاعداً دون سؤال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s) would change</source>
        <translation>
            <numerusform>لن تتغيّر أي فترة</numerusform>
            <numerusform>ستتغيّر فترة واحدة</numerusform>
            <numerusform>ستتغيّر فترتان</numerusform>
            <numerusform>ستتغيّر %n فترات</numerusform>
            <numerusform>ستتغيّر %n فترة</numerusform>
            <numerusform>ستتغيّر %n فترة</numerusform>
        </translation>
    </message>
    <message>
        <source>The day starts at</source>
        <translation>يبدأ اليوم في</translation>
    </message>
    <message>
        <source>By minutes</source>
        <translation>بعدد الدقائق</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>إزاحة</translation>
    </message>
    <message>
        <source>A slot for each item</source>
        <translation>فترة لكل بند</translation>
    </message>
    <message>
        <source>Only minutes for each item</source>
        <translation>دقائق لكل بند فقط</translation>
    </message>
    <message>
        <source>Parts:</source>
        <translation>الأجزاء:</translation>
    </message>
    <message>
        <source>Number of parts</source>
        <translation>عدد الأجزاء</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>تقسيم</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>اليوم السابق</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>اليوم التالي</translation>
    </message>
    <message>
        <source>This day: {all}; without breaks {work}</source>
        <translation>هذا اليوم: {all}؛ دون الاستراحات: {work}</translation>
    </message>
    <message>
        <source>Meeting: {all}; without breaks {work}</source>
        <translation>الاجتماع: {all}؛ دون الاستراحات: {work}</translation>
    </message>
    <message>
        <source>Where new times touch others:</source>
        <translation>إذا مسّت الأوقات الجديدة غيرها:</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>السؤال كل مرة</translation>
    </message>
    <message>
        <source>Time line of the day</source>
        <translation>الخط الزمني لليوم</translation>
    </message>
    <message>
        <source>No slot is chosen.</source>
        <translation>لم تُختر أي فترة.</translation>
    </message>
    <message>
        <source>Up, Down: choose · Ctrl+Left, Right: move by 5 minutes · with Shift: move the end</source>
        <translation>أعلى وأسفل: الاختيار · Ctrl مع يمين أو يسار: التحريك 5 دقائق · ومع Shift: تحريك النهاية</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>جلسة</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>استراحة</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>استراحة الغداء</translation>
    </message>
    <message>
        <source>Social event</source>
        <translation>مناسبة اجتماعية</translation>
    </message>
    <message>
        <source>Side event</source>
        <translation>فعالية جانبية</translation>
    </message>
    <message>
        <source>Ceremony</source>
        <translation>مراسم</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>مقفلة</translation>
    </message>
    <message>
        <source>Overlaps “{slot}”: {duration}</source>
        <translation>تتداخل مع «{slot}»: {duration}</translation>
    </message>
    <message>
        <source>Free before it: {duration}</source>
        <translation>فراغ قبلها: {duration}</translation>
    </message>
    <message>
        <source>Free after it: {duration}</source>
        <translation>فراغ بعدها: {duration}</translation>
    </message>
    <message>
        <source>Free: {duration}</source>
        <translation>فراغ: {duration}</translation>
    </message>
    <message>
        <source>{old} → {new} {title}</source>
        <translation>{old} ← {new} {title}</translation>
    </message>
    <message>
        <source>Times in {zone}</source>
        <translation>الأوقات بحسب {zone}</translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>No days yet. Press Enter here to add one.</source>
        <translation>لا أيام بعد. اضغط Enter هنا لإضافة يوم.</translation>
    </message>
    <message>
        <source>No row fits the filter.</source>
        <translation>لا صف يوافق المرشح.</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>جدول الأعمال</translation>
    </message>
    <message>
        <source>Days, slots, items and sub-items of the meeting</source>
        <translation>أيام الاجتماع وفتراته وبنوده وبنوده الفرعية</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>كل الصفوف</translation>
    </message>
    <message>
        <source>Not translated</source>
        <translation>غير مترجم</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>تغير أصله</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>ذات نتائج</translation>
    </message>
    <message>
        <source>Without breaks</source>
        <translation>دون الاستراحات</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>ترشيح الصفوف</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>أي الصفوف تظهر</translation>
    </message>
    <message>
        <source>Stale: the source has changed since</source>
        <translation>تغير الأصل بعد ترجمته</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>مراجَع</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>نهائي</translation>
    </message>
    <message>
        <source>{words}, with errors</source>
        <translation>{words}، منها أخطاء</translation>
    </message>
    <message>
        <source>Translation: {state}</source>
        <translation>الترجمة: {state}</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>لا بنود</numerusform>
            <numerusform>بند واحد</numerusform>
            <numerusform>بندان</numerusform>
            <numerusform>%n بنود</numerusform>
            <numerusform>%n بنداً</numerusform>
            <numerusform>%n بند</numerusform>
        </translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>اجتماع بلا عنوان</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>الاجتماع</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Earlier versions</source>
        <translation>إصدارات سابقة</translation>
    </message>
    <message>
        <source>Versions kept of {name}:</source>
        <translation>ما حُفظ من إصدارات {name}:</translation>
    </message>
    <message>
        <source>&amp;Open as a copy</source>
        <translation>ا&amp;فتح نسخة منه</translation>
    </message>
    <message>
        <source>Co&amp;mpare with now…</source>
        <translation>&amp;قارنه بالحالي…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Why it was kept</source>
        <translation>لماذا حُفظ</translation>
    </message>
    <message>
        <source>No version is kept yet. One is kept at each save, and every half hour of work.</source>
        <translation>لا إصدار محفوظ بعد. يُحفظ إصدار عند كل حفظ وكل نصف ساعة من العمل.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>اليوم، {time}</translation>
    </message>
    <message>
        <source>Yesterday, {time}</source>
        <translation>أمس، {time}</translation>
    </message>
    <message>
        <source>It is what is open now.</source>
        <translation>لا يختلف عن المفتوح الآن.</translation>
    </message>
    <message numerus="yes">
        <source>Different from now: %n text(s).</source>
        <translation>
            <numerusform>لا نص يخالف الحالي.</numerusform>
            <numerusform>يخالف الحاليَ نص واحد.</numerusform>
            <numerusform>يخالف الحاليَ نصان.</numerusform>
            <numerusform>تخالف الحاليَ %n نصوص.</numerusform>
            <numerusform>يخالف الحاليَ %n نصاً.</numerusform>
            <numerusform>يخالف الحاليَ %n نص.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only in this version: %n row(s).</source>
        <translation>
            <numerusform>لا صف في هذا الإصدار وحده.</numerusform>
            <numerusform>في هذا الإصدار وحده صف واحد.</numerusform>
            <numerusform>في هذا الإصدار وحده صفان.</numerusform>
            <numerusform>في هذا الإصدار وحده %n صفوف.</numerusform>
            <numerusform>في هذا الإصدار وحده %n صفاً.</numerusform>
            <numerusform>في هذا الإصدار وحده %n صف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in this version: %n row(s).</source>
        <translation>
            <numerusform>لا صف ينقص هذا الإصدار.</numerusform>
            <numerusform>ينقص هذا الإصدارَ صف واحد.</numerusform>
            <numerusform>ينقص هذا الإصدارَ صفان.</numerusform>
            <numerusform>تنقص هذا الإصدارَ %n صفوف.</numerusform>
            <numerusform>ينقص هذا الإصدارَ %n صفاً.</numerusform>
            <numerusform>ينقص هذا الإصدارَ %n صف.</numerusform>
        </translation>
    </message>
    <message>
        <source>Times, places or other details differ from now.</source>
        <translation>تخالف الحاليَ أوقاتٌ أو أماكن أو تفاصيل أخرى.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>A fault of the program, which has changed nothing in the agenda ({fault}).</source>
        <translation>خلل في البرنامج لم يغير شيئاً في جدول الأعمال ({fault}).</translation>
    </message>
    <message>
        <source>This file is write-protected. Save your changes under another name.</source>
        <translation>هذا الملف محمي من الكتابة. احفظ تغييراتك باسم آخر.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>شريط الأدوات</translation>
    </message>
    <message>
        <source>Arabic: {there} of {all} texts, {words} of {all_words} words</source>
        <translation>العربية: {there} من {all} من النصوص، {words} من {all_words} من الكلمات</translation>
    </message>
    <message>
        <source>English: {there} of {all} texts, {words} of {all_words} words</source>
        <translation>الإنكليزية: {there} من {all} من النصوص، {words} من {all_words} من الكلمات</translation>
    </message>
    <message>
        <source>No texts yet</source>
        <translation>لا نصوص بعد</translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>لا نص تغير أصله</numerusform>
            <numerusform>نص واحد تغير أصله</numerusform>
            <numerusform>نصان تغير أصلهما</numerusform>
            <numerusform>%n نصوص تغير أصلها</numerusform>
            <numerusform>%n نصاً تغير أصلها</numerusform>
            <numerusform>%n نص تغير أصلها</numerusform>
        </translation>
    </message>
    <message>
        <source>Time zone of the meeting</source>
        <translation>المنطقة الزمنية للاجتماع</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>لم يُحفظ في ملف بعد</translation>
    </message>
    <message>
        <source>For reading only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>غير محفوظ</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>حُفظ في {time}</translation>
    </message>
</context>
</TS>
