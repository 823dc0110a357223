"""The sample project against the agenda that was really circulated in February 2021.

Read with the plain `json` module on purpose: these are the truth values of the meeting, and they must hold
whatever the program's own reader thinks of the file.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, cast

import pytest

SAMPLE: Final = Path(__file__).parents[2] / "resources" / "samples" / "igf-2021.agenda.json"
RAW: Final = SAMPLE.read_bytes().decode("utf-8")
AGENDA: Final[dict[str, Any]] = json.loads(RAW)
DAYS: Final[list[dict[str, Any]]] = AGENDA["days"]

TIMES: Final = (
    ("09:00", "09:45"), ("09:45", "11:15"), ("11:15", "11:45"), ("11:45", "13:15"), ("13:15", "13:45"),
    ("13:45", "14:00"), ("14:30", "15:00"), ("15:00", "16:00"), ("16:15", "17:00"),
    ("10:30", "11:00"), ("11:00", "12:30"), ("12:30", "13:00"), ("13:00", "14:00"), ("14:00", "15:00"),
    ("09:00", "09:10"), ("09:15", "11:15"), ("11:15", "12:15"), ("12:15", "14:15"), ("14:15", "14:30"),
)  # fmt: skip
KINDS: Final = (
    ("session", "session", "break", "session", "session", "break", "session", "session", "social"),
    ("session", "session", "break", "session", "session"),
    ("session", "session", "break", "session", "session"),
)
LETTERED: Final = ((5, 4, 5, 2, 0, 0, 0), (3, 3, 1, 3, 2, 2), (0, 2, 0, 0, 3, 3))

WRONG_ARABIC: Final = (
    "البلدان النامية", "للبلدان النامية", "الدولة المضيفة", "المضيقة", "الانترنت", "البرلمانين", "فرانثيسكا",
    "المجموعات العاملة", "المجموعة العاملة", "مجموعات عمل", "مجموعات العمل", "الأمانة العامة", "إجماع",
    "الإجماع", "اعتماد", "بين الجلسات", "مشاورة", "استضافتها", "الموظف المسؤول", "رئيس اجتماع",
    "تحقيق الأهداف", "مناقشات المجموعة", "التركيز على", "اجتماع اليوم الثاني", "علامة التبويب", "هنا",
)  # fmt: skip
WRONG_ENGLISH: Final = (
    "stock taking", "host-country", "Host country", "9th", "para 93", "93(a)", "Finalise", "active tab",
    "MULTI", "Multi-stakeholder", "Working Groups", "MAG Chair", "Types and", "5h", "Day 2", "click here",
)  # fmt: skip

ARABIC_LETTER: Final = re.compile(r"[\u0621-\u064a]")
LATIN_LETTER: Final = re.compile(r"[A-Za-z]")
NOTE_MARK: Final = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")
LINK: Final = re.compile(r"(?<!\\)\[([^\]^][^\]]*)\]\((https://[^)\s]+)\)")
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


def is_text(node: dict[str, Any]) -> bool:
    return isinstance(node.get("en"), dict)


TEXTS: Final = tuple((place, node) for place, node in every_node(AGENDA) if is_text(node))
PAIRS: Final = tuple(pytest.param(node["en"]["text"], node["ar"]["text"], id=place) for place, node in TEXTS)


def slots() -> list[dict[str, Any]]:
    return [slot for day in DAYS for slot in day["slots"]]


def items(day: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for slot in day["slots"] for item in slot.get("items", [])]


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


def test_meeting_has_three_consecutive_days() -> None:
    assert [day["date"] for day in DAYS] == ["2021-02-22", "2021-02-23", "2021-02-24"]
    assert [day["access"] for day in DAYS] == ["open", "observers", "observers"]
    assert [day["heading"]["en"]["text"] for day in DAYS] == [
        "Open Consultation and MAG Meeting", "MAG Meeting", "MAG Meeting",
    ]  # fmt: skip


def test_meeting_is_a_draft_in_utc_without_a_day_in_its_title() -> None:
    meeting = AGENDA["meeting"]
    assert meeting["title"]["en"]["text"] == "IGF 2021 First Open Consultations and MAG Meeting"
    assert (meeting["time_zone"], meeting["status"], meeting["revision"]) == ("UTC", "draft", 0)
    assert not {"symbol", "extra_time_zones"} & set(meeting)


def test_slots_are_nine_and_five_and_five_with_four_breaks() -> None:
    assert tuple(tuple(slot["kind"] for slot in day["slots"]) for day in DAYS) == KINDS
    assert sum(slot["kind"] == "break" for slot in slots()) == 4
    assert [len(day["slots"]) for day in DAYS] == [9, 5, 5]


def test_all_nineteen_times_are_those_of_the_tables_start_first() -> None:
    assert tuple((slot["start"], slot["end"]) for slot in slots()) == TIMES
    assert all(slot["start"] < slot["end"] for slot in slots())


def test_break_has_neither_items_nor_a_typed_label() -> None:
    assert all(set(slot) == {"id", "start", "end", "kind"} for slot in slots() if slot["kind"] == "break")


def test_sixteen_entries_are_numbered_and_three_are_not() -> None:
    printed: list[list[int]] = []
    for day in DAYS:
        first = 1 if day["numbering"] == "restart" else printed[-1][-1] + 1
        count = sum(item["number"] == "auto" for item in items(day))
        printed.append(list(range(first, first + count)))
    assert [day["numbering"] for day in DAYS] == ["restart", "restart", "continue"]
    assert printed == [[1, 2, 3, 4], [1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]]
    assert [item["id"] for item in items(DAYS[0]) if item["number"] == "none"] == ["i5", "i6", "i7"]
    assert {item["number"] for day in DAYS for item in items(day)} == {"auto", "none"}


def test_shared_slots_hold_the_items_that_shared_them() -> None:
    held = [[len(slot.get("items", [])) for slot in day["slots"]] for day in DAYS]
    assert held == [[1, 1, 0, 1, 1, 0, 1, 1, 1], [1, 1, 0, 2, 2], [1, 3, 0, 1, 1]]


def test_letters_are_complete_in_every_list() -> None:
    counts = tuple(tuple(len(item.get("children", [])) for item in items(day)) for day in DAYS)
    assert counts == LETTERED
    children = [child for day in DAYS for item in items(day) for child in item.get("children", [])]
    assert {child["marker"] for child in children} == {"letter"}


def test_details_of_the_programme_are_bullets_under_their_letters() -> None:
    programme = items(DAYS[1])[1]["children"]
    assert [[child["marker"] for child in part["children"]] for part in programme] == [["bullet"]] * 3
    assert programme[0]["text"]["en"]["text"] == "Event format and flow"
    assert programme[1]["text"]["en"]["text"] == "Type and number of sessions"
    assert programme[2]["text"]["en"]["text"] == "Session proposal and selection criteria and process"


def test_lone_entry_keeps_the_letter_by_which_it_is_cited() -> None:
    (entry,) = items(DAYS[1])[2]["children"]
    assert (entry["marker"], entry["text"]["en"]["text"]) == ("letter", "Reports from breakout group discussions")


def test_five_outputs_belong_to_the_first_day_of_the_mag_meeting() -> None:
    assert [len(day.get("outputs", [])) for day in DAYS] == [0, 5, 0]


def test_allotted_minutes_are_data_and_have_left_the_texts() -> None:
    allotted = {node["id"]: node["minutes"] for _, node in every_node(DAYS) if "minutes" in node}
    assert allotted == {"c6": 5, "c7": 10, "c13": 60}
    assert not [place for place, node in TEXTS if re.search(r"\d+ ?min|\bhour|دقائق|دقيقة|ساعة", str(node))]


def test_every_text_has_both_languages_and_the_target_is_reviewed() -> None:
    assert len(TEXTS) == 82
    for place, node in TEXTS:
        assert list(node) == ["en", "ar"], place
        assert list(node["en"]) == ["text"], place
        assert list(node["ar"]) == ["text", "state"], place
        assert node["ar"]["state"] == "reviewed", place
        assert min(len(node[tongue]["text"].strip()) for tongue in ("en", "ar")) > 5, place


@pytest.mark.parametrize(("english", "arabic"), PAIRS)
def test_both_languages_have_the_same_numbers(english: str, arabic: str) -> None:
    assert numbers(english) == numbers(arabic)
    assert ("First " in english) == ("الأولى" in arabic)
    assert ("February" in english) == ("شباط/فبراير" in arabic)


@pytest.mark.parametrize(("english", "arabic"), PAIRS)
def test_both_languages_have_the_same_links_and_note_marks(english: str, arabic: str) -> None:
    assert NOTE_MARK.findall(english) == NOTE_MARK.findall(arabic)
    assert [url for _, url in LINK.findall(english)] == [url for _, url in LINK.findall(arabic)]
    assert not re.search(r"[*_<>]|\\", english + arabic)


@pytest.mark.parametrize(("english", "arabic"), PAIRS)
def test_each_language_is_written_in_its_own_script(english: str, arabic: str) -> None:
    assert not ARABIC_LETTER.search(english)
    assert not LATIN_LETTER.search(without_markup(arabic))
    assert ARABIC_LETTER.match(without_markup(arabic))


@pytest.mark.parametrize(("english", "arabic"), PAIRS)
def test_no_rendering_of_the_circulated_agenda_that_was_wrong(english: str, arabic: str) -> None:
    assert not [wrong for wrong in WRONG_ARABIC if re.search(rf"(?<!\w)[وبلكف]?{wrong}(?!\w)", arabic)]
    assert not [wrong for wrong in WRONG_ENGLISH if wrong in english]
    assert not re.search(r"IG[FP]\d|\d-\d| - |[.،؛:,;]$| $|^ |  ", english + "\n" + arabic, re.MULTILINE)


@pytest.mark.parametrize(("english", "arabic"), PAIRS)
def test_punctuation_belongs_to_its_language(english: str, arabic: str) -> None:
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
    for slot in slots():
        marks = set(NOTE_MARK.findall(json.dumps(slot)))
        assert marks <= {note["id"] for note in slot.get("notes", [])}, slot["id"]
    assert NOTE_MARK.findall(RAW) == ["n2"] * 4


def test_other_factors_have_no_star_without_a_note() -> None:
    assert items(DAYS[1])[3]["title"]["en"]["text"] == "Other factors to consider"


def test_every_link_has_a_real_target_and_a_label_that_says_where() -> None:
    links = [node for _, node in every_node(AGENDA) if "url" in node]
    labelled = [(node["label"][tongue]["text"], node["url"]) for node in links for tongue in ("en", "ar")]
    texts = [node[tongue]["text"] for _, node in TEXTS for tongue in ("en", "ar")]
    inline = [link for text in texts for link in LINK.findall(text)]
    assert (len(labelled), len(inline)) == (2 * 7, 2 * 3)
    for label, url in labelled + inline:
        assert url == "https://www.intgovforum.org/"
        assert not re.search(r"\b(?:here|click)\b|هنا|انقر", label, re.IGNORECASE)


def test_social_event_has_its_access_link_and_its_guidance() -> None:
    social = next(slot for slot in slots() if slot["kind"] == "social")
    assert social["links"][0]["label"]["en"]["text"] == "Access the platform"
    assert "Chrome and Firefox" in social["notes"][0]["text"]["en"]["text"]
    assert "كروم وفايرفوكس" in social["notes"][0]["text"]["ar"]["text"]
    assert social["items"][0]["title"]["ar"]["text"].endswith("بدعم من مؤسسة ديبلو ومنصة جنيف للإنترنت")


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
        ("BPFs", "Best Practice Forums"), ("PNs", "Policy Networks"),
        ("DCs", "Dynamic Coalitions"), ("NRIs", "National and Regional Initiatives"),
    ):  # fmt: skip
        assert f"{full} ({short})" in whole
        agenda_itself = whole[whole.index("Opening statements") :]
        assert short == "MAG" or agenda_itself.index(short) == agenda_itself.index(f"({short})") + 1
