"""Values are the same whatever they are said in: times, dates, durations and numbers of both languages."""

from __future__ import annotations

import pytest

from igfeditor.checks.values import (
    Clock,
    ClockRange,
    Date,
    DateRange,
    Duration,
    Number,
    Symbol,
    Value,
    Weekday,
    values_of,
    values_of_kind,
)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def day(value: tuple[int | None, int, int | None]) -> str:
    return ".".join(str(part or "?") for part in value)


def told(value: Value) -> str:
    """Give a value in short: "09:00-09:45", "22.2.2021", "90 min", "ordinal 16"; with ~ when it is said in words."""
    match value:
        case Clock():
            short = clock(value.value)
        case ClockRange():
            short = f"{clock(value.first.value)}-{clock(value.last.value)}"
        case Date():
            short = day(value.value)
        case DateRange():
            short = f"{day(value.first.value)}-{day(value.last.value)}"
        case Weekday():
            short = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[value.value]
        case Duration():
            short = f"{value.value:g} min"
        case Number():
            short = f"{value.value:g}" if value.kind == "number" else f"{value.kind} {value.value:g}"
        case Symbol():
            short = f"<{value.value}>"
        case _:
            raise TypeError(value)
    return f"{short}~" if value.in_words else short


def read(text: str) -> list[str]:
    return [f"{told(value)} = {text[value.start : value.end]}" for value in values_of(text)]


SAID = (
    # times
    ("at 15:00", "15:00 = 15:00"),
    ("at 3 p.m.", "15:00 = 3 p.m."),
    ("at 9.30 a.m.", "09:30 = 9.30 a.m."),
    ("at 12 noon", "12:00 = 12 noon"),
    ("until midnight", "00:00~ = midnight"),
    ("at 3 o'clock", "03:00 = 3 o'clock"),
    ("I am the chair", ),
    ("في ٠٩:٠٠", "09:00 = ٠٩:٠٠"),
    ("الساعة 3 مساءً", "15:00 = الساعة 3 مساءً"),
    ("3:15 م", "15:15 = 3:15 م"),
    ("9 ص", "09:00 = 9 ص"),
    ("في الساعة الثالثة والنصف بعد الظهر", "15:30~ = الساعة الثالثة والنصف بعد الظهر"),
    ("الساعة التاسعة إلا ربعاً صباحاً", "08:45~ = الساعة التاسعة إلا ربعاً صباحاً"),
    ("الساعة الثانية عشرة ظهراً", "12:00~ = الساعة الثانية عشرة ظهراً"),
    ("12 ظهراً", "12:00 = 12 ظهراً"),
    ("في الثالثة بعد الظهر", "15:00~ = الثالثة بعد الظهر"),
    ("من التاسعة صباحاً إلى الخامسة مساءً", "09:00-17:00~ = التاسعة صباحاً إلى الخامسة مساءً"),
    ("الجلسة الثالثة صباح اليوم", "ordinal 3~ = الثالثة"),
    ("11 ليلاً", "23:00 = 11 ليلاً"),
    ("2 ليلاً", "02:00 = 2 ليلاً"),
    ("6 ليلاً", "18:00 = 6 ليلاً"),
    ("1 ظهراً", "13:00 = 1 ظهراً"),
    ("11 ظهراً", "11:00 = 11 ظهراً"),
    ("12 a.m., 12 p.m., 12:30 a.m.", "00:00 = 12 a.m.", "12:00 = 12 p.m.", "00:30 = 12:30 a.m."),
    ("13:00 م", "13:00 = 13:00 م"),
    ("24:00, 24:30 and 12:75", "24:00 = 24:00", "<24:30> = 24:30", "<12:75> = 12:75"),
    ("بعد ظهر الثلاثاء", "Tue = الثلاثاء"),
    # ranges of times
    ("09:00–09:45", "09:00-09:45 = 09:00–09:45"),
    ("10:30 to 15:00 UTC", "10:30-15:00 = 10:30 to 15:00"),
    ("11:15 – 09:45", "11:15-09:45 = 11:15 – 09:45"),
    ("2:00–3:30 p.m.", "14:00-15:30 = 2:00–3:30 p.m."),
    ("9.30-11 a.m.", "09:30-11:00 = 9.30-11 a.m."),
    ("11–1 p.m.", "11:00-13:00 = 11–1 p.m."),
    ("noon to 3 p.m.", "12:00-15:00 = noon to 3 p.m."),
    ("من ٠٩:٠٠ إلى ٠٩:٤٥", "09:00-09:45 = ٠٩:٠٠ إلى ٠٩:٤٥"),
    ("من الساعة 09:00 حتى الساعة 10:00", "09:00-10:00 = الساعة 09:00 حتى الساعة 10:00"),
    ("من 9 إلى 11 صباحاً", "09:00-11:00 = 9 إلى 11 صباحاً"),
    ("من الساعة التاسعة صباحاً حتى الخامسة", "09:00~ = الساعة التاسعة صباحاً", "ordinal 5~ = الخامسة"),
    ("\u200f09:00\u200f–\u200f09:45", "09:00-09:45 = 09:00\u200f–\u200f09:45"),
    ("-10:30 و 12:30 و 13:00 - 15:00-", "10:30 = 10:30", "12:30 = 12:30", "13:00-15:00 = 13:00 - 15:00"),
    # dates
    ("9th February", "9.2.? = 9th February"),
    ("23 February, 2021", "23.2.2021 = 23 February, 2021"),
    ("February 22–24, 2021", "22.2.2021-24.2.2021 = February 22–24, 2021"),
    ("22 - 24 February 2021", "22.2.2021-24.2.2021 = 22 - 24 February 2021"),
    ("28 February – 2 March 2021", "28.2.2021-2.3.2021 = 28 February – 2 March 2021"),
    ("22 and 24 Feb", "22.2.? = 22", "24.2.? = 24 Feb"),
    ("Mon 22 to Wed 24 May", "Mon = Mon", "22.5.?-24.5.? = 22 to Wed 24 May", "Wed = Wed"),
    ("2021-02-22", "22.2.2021 = 2021-02-22"),
    ("22/02/2021", "22.2.2021 = 22/02/2021"),
    ("on Feb. 22", "22.2.? = Feb. 22"),
    ("on 24 Feb.", "24.2.? = 24 Feb"),
    ("in 120 May sessions", "120 = 120"),
    ("22 من شهر شباط 2021", "22.2.2021 = 22 من شهر شباط 2021"),
    ("في الثاني من شهر شباط", "2.2.? = الثاني من شهر شباط"),
    ("البندان الاثنان", "2~ = البندان", "2~ = الاثنان"),
    ("in May 2021", "?.5.2021 = May 2021"),
    ("in January", "?.1.?~ = January"),
    ("you may, on the march, see the sun", ),
    ("23 شباط/ فبراير، 2021", "23.2.2021 = 23 شباط/ فبراير، 2021"),
    ("23 فبراير", "23.2.? = 23 فبراير"),
    ("٢٣ شباط", "23.2.? = ٢٣ شباط"),
    ("٢٢–٢٤ شباط/فبراير", "22.2.?-24.2.? = ٢٢–٢٤ شباط/فبراير"),
    ("24 - 22 فبراير", "24.2.?-22.2.? = 24 - 22 فبراير"),
    ("من 28 شباط إلى 2 آذار/مارس 2021", "28.2.2021-2.3.2021 = 28 شباط إلى 2 آذار/مارس 2021"),
    ("22 و23 نيسان/أبريل", "22.4.? = 22", "23.4.? = 23 نيسان/أبريل"),
    ("9 شباط/مارس", "9.2.? = 9 شباط/مارس", "?.3.? = مارس"),
    ("1 تشرين الثاني/نوفمبر", "1.11.? = 1 تشرين الثاني/نوفمبر"),
    ("كانون الأول 2021", "?.12.2021 = كانون الأول 2021"),
    ("في الثاني والعشرين من أيار", "22.5.? = الثاني والعشرين من أيار"),
    ("Day 1, 22 February", "1 = 1", "22.2.? = 22 February"),
    ("البند 7 إلى 3 آذار", "7 = 7", "3.3.? = 3 آذار"),
    ("اليوم 2 - 23 شباط", "2 = 2", "23.2.? = 23 شباط"),
    # weekdays and years
    ("Tuesday, the sun has sat", "Tue = Tuesday"),
    ("يوم الأحد", "Sun = الأحد"),
    ("IGF2021 and IGF 2020", "year 2021 = 2021", "year 2020 = 2020"),
    ("2021م", "year 2021 = 2021"),
    ("2021-22", "year 2021 = 2021", "year 2022 = 22"),
    ("لعام ٢٠٢١", "year 2021 = ٢٠٢١"),
    # durations
    ("6 h 45 min", "405 min = 6 h 45 min"),
    ("5h 30", "330 min = 5h 30"),
    ("15-minute break", "15 min = 15-minute"),
    ("1.5 hours", "90 min = 1.5 hours"),
    ("an hour and a half", "90 min~ = an hour and a half"),
    ("two and a half hours", "150 min~ = two and a half hours"),
    ("half an hour", "30 min~ = half an hour"),
    ("٦ ساعات و٤٥ دقيقة", "405 min = ٦ ساعات و٤٥ دقيقة"),
    ("4 ساعات و 30 دقيقة", "270 min = 4 ساعات و 30 دقيقة"),
    ("ساعة ونصف", "90 min~ = ساعة ونصف"),
    ("ساعة واحدة", "60 min~ = ساعة واحدة"),
    ("ساعتان وربع", "135 min~ = ساعتان وربع"),
    ("نصف ساعة", "30 min~ = نصف ساعة"),
    ("دقيقتان", "2 min~ = دقيقتان"),
    ("خمس عشرة دقيقة", "15 min~ = خمس عشرة دقيقة"),
    # ordinals and numbers
    ("the sixteenth and the 21st", "ordinal 16~ = sixteenth", "ordinal 21 = 21st"),
    ("twenty-first session", "ordinal 21~ = twenty-first"),
    ("the twentieth and the thirtieth", "ordinal 20~ = twentieth", "ordinal 30~ = thirtieth"),
    ("مائتا ومائتان، مئتين", "200~ = مائتان", "200~ = مئتين"),
    ("first ten sessions", "ordinal 1~ = first", "10~ = ten"),
    ("one two three", "1~ = one", "2~ = two", "3~ = three"),
    ("no 32 February", "32 = 32"),
    ("two hundred, two thousand", "200~ = two hundred", "2000~ = two thousand"),
    ("الدورة السادسة عشرة", "ordinal 16~ = السادسة عشرة"),
    ("الدورة الخامسة والعشرون", "ordinal 25~ = الخامسة والعشرون"),
    ("المشاورات الأولى", "ordinal 1~ = الأولى"),
    ("للجلسة الثانية", "ordinal 2~ = الثانية"),
    ("إحدى عشرة جلسة", "11~ = إحدى عشرة"),
    ("خمسة وعشرون مشاركاً", "25~ = خمسة وعشرون"),
    ("وخمسة أعضاء، لثلاثة", "5~ = خمسة", "3~ = ثلاثة"),
    ("يومان أو ثلاثة", "2~ = يومان", "3~ = ثلاثة"),
    ("أحد المشاركين", ),
    ("2,500 and ٢٬٥٠٠ and 2.5 and ٢٫٥", "2500 = 2,500", "2500 = ٢٬٥٠٠", "2.5 = 2.5", "2.5 = ٢٫٥"),
    ("1,5 مليون and 2,5 million, 3,4", "1.5e+06 = 1,5 مليون", "2.5e+06 = 2,5 million", "3 = 3", "4 = 4"),
    ("5 to 7 million and half a billion", "5e+06 = 5", "7e+06 = 7 million", "5e+08~ = half a billion"),
    ("من مليون ونصف إلى مليونين", "1.5e+06~ = مليون ونصف", "2e+06~ = مليونين"),
    ("twenty-five million, a million", "2.5e+07~ = twenty-five million", "1e+06~ = million"),
    ("مليونا شخص، 20 مليوناً", "2e+06~ = مليونا", "2e+07 = 20 مليوناً"),
    ("خمسة ملايين، ربع مليون", "5e+06~ = خمسة ملايين", "250000~ = ربع مليون"),
    ("the 1980s, L.5 and CRP.12", "<1980> = 1980s", "<L.5> = L.5", "<CRP.12> = CRP.12"),
    ("كل يوم خميس ويوم أحد، يوم واحد", "Thu = يوم خميس", "Sun = يوم أحد", "1~ = واحد"),
    ("خميس الأمين، جمعة المشاركين",),
    ("يا معشر القراء، مخمس ومسبت",),
    ("الفقرة 93 (أ)", "93 = 93"),
    ("ب\u0640 14 قراراً", "14 = 14"),
    ("50 per cent, 50%", "percent 50 = 50 per cent", "percent 50 = 50%"),
    ("25 في المائة، ٥٠٪، ٪٥٠", "percent 25 = 25 في المائة", "percent 50 = ٥٠٪", "percent 50 = ٪٥٠"),
    # what is no number
    ("E/ESCWA/C.8/2026/3 (MAG)", "<E/ESCWA/C.8/2026/3> = E/ESCWA/C.8/2026/3"),
    ("A/RES/70/125، الفقرة 3", "<A/RES/70/125> = A/RES/70/125", "3 = 3"),
    ("see https://a.org/2021/2 or me2@a.org", "<https://a.org/2021/2> = https://a.org/2021/2", "<me2@a.org> = me2@a.org"),
    ("(A/67/65), (IGF/MAG(2026)/1)", "<A/67/65> = A/67/65", "<IGF/MAG(2026)/1> = IGF/MAG(2026)/1"),
    ("(see https://a.org/2021).", "<https://a.org/2021> = https://a.org/2021"),
    ("growth of 2,5 في المائة", "percent 2.5 = 2,5 في المائة"),
    ("IPv6, G20 and ICANN71", "<IPv6> = IPv6", "<G20> = G20", "<ICANN71> = ICANN71"),
    ("write to me@a.org", "<me@a.org> = me@a.org"),
    ("version 3.2.1", "<3.2.1> = 3.2.1"),
    ("Opening of the meeting", ),
    ("افتتاح الاجتماع وإقرار جدول الأعمال", ),
)  # fmt: skip


@pytest.mark.parametrize("case", SAID, ids=lambda case: case[0])
def test_a_text_says(case: tuple[str, ...]) -> None:
    text, *wanted = case
    assert read(text) == wanted


def test_a_schedule_line_is_read_whole() -> None:
    line = "Day 3: 24 February, MAG meeting, 09:00-11:15 and 12:15-14:30 - meeting duration 5h 30 min including break"
    arabic = (
        "اليوم 3: 24 شباط/ فبراير، 09:00 - 11:15 و 12:15-14:30- مدة الاجتماع 5 ساعات و 30 دقيقة بما في ذلك الاستراحة"
    )
    wanted = ["3", "24.2.?", "09:00-11:15", "12:15-14:30", "330 min"]
    assert [told(value) for value in values_of(line)] == wanted
    assert [told(value) for value in values_of(arabic)] == wanted


def test_one_kind_can_be_asked_for() -> None:
    text = "23 February, 10:30 to 15:00, then 16:00"
    assert [told(value) for value in values_of_kind(text, ClockRange)] == ["10:30-15:00"]


def test_ends_of_a_range_have_their_places() -> None:
    (hours,) = values_of_kind("من الساعة 11:15 إلى 09:45", ClockRange)
    assert ((hours.first.start, hours.first.end), (hours.last.start, hours.last.end)) == ((3, 15), (20, 25))
