"""The one function that puts direction marks into finished text, rule by rule and as a whole."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from igfeditor.language.bidi import Direction, Run, runs, visual
from igfeditor.language.marks import with_marks, with_marks_over, without_marks

RLM, LRM, NBSP = "\u200f", "\u200e", "\u00a0"
DIRECTIONS: tuple[Direction, ...] = ("rtl", "ltr")
IN_WORDS = {"{R}": RLM, "{L}": LRM, "_": NBSP}


def spelled(text: str) -> str:
    """Read {R} and {L} as the marks and _ as the no-break space."""
    for word, sign in IN_WORDS.items():
        text = text.replace(word, sign)
    return text


def marked(text: str, direction: Direction = "rtl") -> str:
    """Give the text with its marks spelled out."""
    text = with_marks(spelled(text), direction)
    for word, sign in IN_WORDS.items():
        text = text.replace(sign, word)
    return text


def seen(text: str, direction: Direction = "rtl") -> str:
    """Give what a reader sees, from left to right, of the text with its marks."""
    return without_marks(visual(with_marks(spelled(text), direction), direction))


# --- R32 to R35: ranges ---


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("09:00_–_09:45", "{R}09:00_–_09:45"),
        ("09:00 – 09:45", "{R}09:00 – 09:45"),
        ("9:00–9:45", "{R}9:00–9:45"),
        ("٠٩:٠٠_–_٠٩:٤٥", "{R}٠٩:٠٠_–_٠٩:٤٥"),
        ("الجلسة الأولى، 09:00_–_09:45", "الجلسة الأولى، {R}09:00_–_09:45"),
        ("09:00_–_11:15 و11:45_–_13:45", "{R}09:00_–_11:15 و{R}11:45_–_13:45"),
        ("MAG 09:00_–_09:45", "MAG {R}09:00_–_09:45"),
        ("14–18 شباط/ فبراير 2026", "{R}14–18 شباط/ فبراير 2026"),
        ("22 – 24 شباط/فبراير 2021", "{R}22 – 24 شباط/فبراير 2021"),
        ("2021–2025", "{R}2021–2025"),
        ("المكان\n14–18 شباط", "المكان\n{R}14–18 شباط"),
        ("من 14–18 شباط", "من 14–18 شباط"),
        ("IGF 14–18 شباط", "IGF {R}14–18 شباط"),
        ("IGF 2026 – 14–18 شباط", "IGF 2026 – {R}14–18 شباط"),
        ("COVID-19 – 20 شباط", "COVID-19 – 20 شباط"),
        ("من 09:00 إلى 09:45", "من 09:00 إلى 09:45"),
        ("28 شباط – 3 آذار", "28 شباط – 3 آذار"),
        ("01:02:03–04:05", "01:02:03–04:05"),
        ("01:02–03:04:05", "01:02–03:04:05"),
        ("ISO8:15–8:30", "ISO8:15–8:30"),
    ],
)
def test_range_in_arabic_has_its_mark(stored: str, expected: str) -> None:
    assert marked(stored) == expected


@pytest.mark.parametrize("before", ["", "من ", "MAG ", "UN DESA، ", "C++ "])
def test_range_of_times_is_read_from_the_right_wherever_it_stands(before: str) -> None:
    assert "09:45 – 09:00" in seen(f"{before}09:00_–_09:45").replace(NBSP, " ")


@pytest.mark.parametrize(
    "kept", ["{L}09:00_–_09:45{L}", "{L}09:00–09:45{L}", "{L}14–18{L} شباط", "{L}٠٩:٠٠_–_٠٩:٤٥{L}"]
)
@pytest.mark.parametrize("before", ["", "الجلسة: ", "MAG "])
def test_range_written_from_left_to_right_survives(kept: str, before: str) -> None:
    assert marked(before + kept) == before + kept


@pytest.mark.parametrize(
    "text", ["في الفترة {R}14–18 شباط", "UN DESA، {R}14–18 شباط", "IGF {R}2021_–_2025", "{L}1–2{L} و{R}3–4"]
)
def test_range_of_numbers_keeps_the_mark_that_it_came_with(text: str) -> None:
    assert marked(text) == text


@pytest.mark.parametrize(
    "text", ["في {R}14 شباط", "من 3–{R}14–18", "من 3 – {R}{R}14–18", "من {R}14–18:30", "من 1{R}4–18"]
)
def test_other_marks_before_numbers_are_taken_out(text: str) -> None:
    assert marked(text) == text.replace("{R}", "")


def test_several_ranges_written_from_left_to_right_survive() -> None:
    text = "{L}09:00_–_09:45{L} ثم {L}14–18{L} ثم {L}10:00–11:00{L}"
    assert marked(text) == text


def test_range_written_from_left_to_right_is_one_plain_run() -> None:
    text = spelled("{L}09:00_–_09:45{L}")
    assert runs(with_marks(text, "rtl"), "rtl") == (Run(text, rtl=False),)


def test_range_kept_after_a_latin_name_is_parted_from_it() -> None:
    assert marked("MAG، {L}09:00_–_09:45{L}") == "MAG{R}، {L}09:00_–_09:45{L}"


@pytest.mark.parametrize(
    "loose", ["{L}09:00 – 09:45", "09:00 {R}–{R} 09:45", "{R}{R}09:00 – 09:45{L}", "{L}{R}09:00 – 09:45{L}"]
)
def test_loose_marks_in_a_range_are_put_right(loose: str) -> None:
    assert marked(loose) == "{R}09:00 – 09:45"


# --- R37: islands ---


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("UN DESA، 14–18 شباط", "UN DESA{R}، 14–18 شباط"),
        ("Jane Doe، 10:00 صباحا", "Jane Doe{R}، 10:00 صباحا"),
        ("Jane Doe، 10:00–11:00", "Jane Doe، {R}10:00–11:00"),
        ("MAG: 3 أعضاء", "MAG{R}: 3 أعضاء"),
        ("MAG, 3 أعضاء", "MAG{R}, 3 أعضاء"),
        ("MAG; 3 أعضاء", "MAG{R}; 3 أعضاء"),
        ("MAG - 3 أعضاء", "MAG{R} - 3 أعضاء"),
        ("MAG – 3 أعضاء", "MAG{R} – 3 أعضاء"),
        ("MAG–3 أعضاء", "MAG{R}–3 أعضاء"),
        ("MAG (3 أعضاء)", "MAG{R} (3 أعضاء)"),
        ("(MAG) 3 أعضاء", "(MAG){R} 3 أعضاء"),
        ("«MAG» 3 أعضاء", "«MAG»{R} 3 أعضاء"),
        ("MAG\t3 أعضاء", "MAG{R}\t3 أعضاء"),
        ("Jane Doe (UNDP)، 14 شباط", "Jane Doe (UNDP){R}، 14 شباط"),
        ("IGF 2026 (14–18 شباط)", "IGF 2026{R} (14–18 شباط)"),
        ("MAG، 3، 4، 5", "MAG{R}، 3، 4، 5"),
        ("ITU، 10:00 Jane Doe، 10:30", "ITU{R}، 10:00 Jane Doe{R}، 10:30"),
        ("IGF 2026، 14 شباط، 3 أيام", "IGF 2026{R}، 14 شباط، 3 أيام"),
        ("ITU، 3 أعضاء؛ UNDP، 4 أعضاء", "ITU{R}، 3 أعضاء؛ UNDP{R}، 4 أعضاء"),
        ("cafe\u0301، 3 أعضاء", "cafe\u0301{R}، 3 أعضاء"),
    ],
)
def test_island_is_closed_before_a_number_that_it_would_take(stored: str, expected: str) -> None:
    assert marked(stored) == expected


@pytest.mark.parametrize(
    "stored",
    [
        "IGF 2026",
        "IGF 2026: الاجتماع",
        "الوثيقة E/ESCWA/C.8/2026/3",
        "COVID-19 في المنطقة",
        "COM(2021) 118",
        "ISO 27001:2022",
        "IPv4، IPv6",
        "UNDP 1,000 دولار",
        "GMT -5",
        "ITU: +41 22 730 5111",
        "Geneva, 14 February 2026",
        "IGF 2021–2025",
        "MAG، ثم 14 شباط",
        "MAG، ٣ أعضاء",
        "MAG ثم 3، 4",
        "MAG:\n14 شباط",
    ],
)
def test_what_belongs_to_the_island_stays_with_it(stored: str) -> None:
    assert marked(stored) == stored


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("UN DESA، 14–18 شباط", "طابش 18–14 ،UN DESA"),
        ("Jane Doe، 10:00–11:00", "11:00–10:00 ،Jane Doe"),
        ("Jane Doe (UNDP)، 14 شباط", "طابش 14 ،Jane Doe (UNDP)"),
        ("قال «IGF» 2026 هنا", "انه 2026 »IGF« لاق"),
        ("IGF 2026 (14–18 شباط)", ")طابش 18–14( IGF 2026"),
    ],
)
def test_island_and_number_are_read_in_their_order(stored: str, shown: str) -> None:
    assert seen(stored) == shown


@pytest.mark.parametrize("text", ["MAG؛ 3–4 أعضاء", "MAG؟ 3–4 أعضاء"])
def test_arabic_semicolon_and_question_mark_close_an_island_themselves(text: str) -> None:
    assert marked(text) == text
    assert seen(text).startswith("ءاضعأ 4–3 ")


def test_arabic_island_in_english_is_closed_alike() -> None:
    assert marked("The forum (منتدى), 14–18 February", "ltr") == "The forum (منتدى){L}, 14–18 February"
    assert seen("منتدى, 14–18 February", "ltr") == "ىدتنم, 14–18 February"
    assert marked("منتدى, 14 شباط", "ltr") == "منتدى{L}, 14 شباط"


@pytest.mark.parametrize("text", ["منتدى 2026 and 1,000", "منتدى، 14 شباط", "منتدى:\n14 February"])
def test_what_belongs_to_an_arabic_island_stays_with_it(text: str) -> None:
    assert marked(text, "ltr") == text


# --- R21, R38: tokens ---


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("لغة C++", "لغة C++{L}"),
        ("برنامج Notepad++", "برنامج Notepad++{L}"),
        ("لغة C#، وغيرها", "لغة C#{L}، وغيرها"),
        ("(C++)", "(C++{L})"),
        ("لغة C++، 14 عضوا", "لغة C++{L}{R}، 14 عضوا"),
        ("شركة Acme Inc. اليوم", "شركة Acme Inc.{L} اليوم"),
        ("في U.N. اليوم", "في U.N.{L} اليوم"),
        ("https://www.intgovforum.org/", "https://www.intgovforum.org/{L}"),
        ("انظر https://example.org/a?b=.", "انظر https://example.org/a?b={L}."),
        ("انظر (https://example.org/؟)", "انظر (https://example.org/{L}؟)"),
        ("www.example.org/؛ ثم", "www.example.org/{L}؛ ثم"),
        ("زر intgovforum.org/ الآن", "زر intgovforum.org/{L} الآن"),
        ("https://x.org/C++", "https://x.org/C++{L}"),
        ("وC++ وhttps://example.org/", "وC++{L} وhttps://example.org/{L}"),
    ],
)
def test_token_keeps_its_last_sign(stored: str, expected: str) -> None:
    assert marked(stored) == expected


@pytest.mark.parametrize(
    "stored",
    [
        "في IGF.",
        "في IGF!",
        "https://example.org/a",
        "https://example.org.",
        "C++ Builder",
        "شركة PetroCorp.",
        "في org.u.n.",
        "Acme Inc. International",
        "A+ وB-",
        "شباط/ فبراير",
        "IGF 2026*",
    ],
)
def test_sentence_punctuation_after_a_token_is_left_to_fall(stored: str) -> None:
    assert marked(stored) == stored


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("لغة C++.", ".C++ ةغل"),
        ("انظر https://example.org/.", ".https://example.org/ رظنا"),
        ("شركة Acme Inc. اليوم", "مويلا Acme Inc. ةكرش"),
    ],
)
def test_token_is_seen_whole(stored: str, shown: str) -> None:
    assert seen(stored) == shown


# --- English, pieces, and the whole ---


@pytest.mark.parametrize("text", ["", "09:00 – 09:45", "Day 1: UN DESA, 14–18 February (C++) https://example.org/"])
def test_english_text_stays_untouched(text: str) -> None:
    assert with_marks(text, "ltr") == text


def test_stray_marks_in_english_are_taken_out() -> None:
    assert marked("{R}09:00 – {L}09:45", "ltr") == "09:00 – 09:45"


def test_without_marks_takes_only_the_two_marks() -> None:
    assert without_marks(f"{RLM}a{LRM}\u200db{NBSP}{RLM}") == f"a\u200db{NBSP}"


def test_mark_stands_in_the_piece_of_its_character() -> None:
    assert with_marks_over(["UN ", "DESA", "، ", "", "14–18", " شباط: 09:", "00–10:00"], "rtl") == [
        "UN ",
        f"DESA{RLM}",
        "، ",
        "",
        "14–18",
        f" شباط: {RLM}09:",
        "00–10:00",
    ]
    assert with_marks_over(["انظر ", "https://x.org/", " الآن"], "rtl")[1] == f"https://x.org/{LRM}"
    assert with_marks_over(["", f"{LRM}14", f"–18{LRM}", " شباط"], "rtl") == ["", f"{LRM}14", f"–18{LRM}", " شباط"]


# fmt: off
WORDS = [
    "09:00", "14", "2026", "1", "٣", "١٤–١٨", "–", " – ", f"{NBSP}–{NBSP}", "-", ":", ", ", "، ", "+", "*", "=",
    "(", ")", "[", "]", "«", "»", "IGF", "UN DESA", "C++", "C#", "Inc.", "e.g.", "é", "a", "https://x.org/", "www.",
    "شباط", "من ", "و", " ", NBSP, "\n", "\t", "\u064b", "\u200d", RLM, LRM, "/", "?",
]
# fmt: on
texts = st.lists(st.sampled_from(WORDS), max_size=12).map("".join) | st.text(max_size=20)


@settings(max_examples=1500, deadline=None)
@given(texts, st.sampled_from(DIRECTIONS))
@example(f"https://x.org/١٤–١٨{LRM}1–2{LRM}", "rtl")
@example(f"C++09:00–10:00{LRM}11:00–12:00{LRM}", "rtl")
@example(f"{LRM}1–2{LRM}3–4{LRM}", "rtl")
@example(f"MAG {LRM}1: 2–3{LRM}", "rtl")
def test_marking_twice_is_marking_once(text: str, direction: Direction) -> None:
    once = with_marks(text, direction)
    assert with_marks(once, direction) == once
    assert without_marks(once) == without_marks(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(texts, max_size=5), st.sampled_from(DIRECTIONS))
def test_pieces_are_marked_like_their_whole(pieces: list[str], direction: Direction) -> None:
    done = with_marks_over(pieces, direction)
    assert "".join(done) == with_marks("".join(pieces), direction)
    assert [without_marks(piece) for piece in done] == [without_marks(piece) for piece in pieces]


@settings(max_examples=600, deadline=None)
@given(texts.map(without_marks), st.sampled_from(DIRECTIONS))
def test_no_mark_stands_beside_the_dash_of_a_range(text: str, direction: Direction) -> None:
    beside = rf"\d[ {NBSP}]?[{RLM}{LRM}]+[ {NBSP}]?–[ {NBSP}]?\d|\d[ {NBSP}]?–[ {NBSP}]?[{RLM}{LRM}]+[ {NBSP}]?\d"
    assert not re.search(beside, with_marks(text, direction))
