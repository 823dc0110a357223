"""Find and replace as a person reads: signs that make no difference are passed over, markup is never touched."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.errors import EditError
from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, Phrase, Text
from igfeditor.model.edits import set_text
from igfeditor.model.scalars import MAX_TEXT
from igfeditor.model.search import Context, Match, Query, find, finding, in_context, previews, replace_all, replacing
from igfeditor.model.soundness import flaws
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_note, a_slot, a_sub_item, a_text, agendas, an_agenda, an_item

HERE = "\ue00f"
ESCAPE = re.compile(r"\\([\\*\[\]()^])")


def saying(en: str = "", ar: str = "") -> Agenda:
    return an_agenda(title=a_text(en, ar), days=0)


def runs(query: str, en: str = "", ar: str = "") -> list[str]:
    return [match.found for match in find(saying(en, ar), query)]


def replaced(text: str, query: str, by: str) -> str:
    agenda = saying(text)
    return replace_all(agenda, find(agenda, query), by).meeting.title.wording("en")


# --- what makes no difference ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("العام", "الأمين العامّ للدورة", "العامّ"),
        ("العامّ", "الأمين العام", "العام"),
        ("الامين", "الأمين العام", "الأمين"),
        ("الأمين", "الامين العام", "الامين"),
        ("اسلام", "إسلام", "إسلام"),
        ("ادم", "آدم", "آدم"),
        ("الله", "ٱلله", "ٱلله"),
        ("مومن", "مؤمن", "مؤمن"),
        ("بيه", "بئة", "بئة"),
        ("على", "علي", "علي"),
        ("منتدي", "منتدى", "منتدى"),
        ("دوره", "الدورة الأولى", "دورة"),
        ("الدورة", "الدوره", "الدوره"),
        ("محمد", "مُحَمَّدٌ رئيس", "مُحَمَّدٌ"),
        ("جدول", "جـــدول", "جـــدول"),
        ("ج ـ", "ج ـ", "ج ـ"),
        ("2026", "عام ٢٠٢٦ م", "٢٠٢٦"),
        ("٢٠٢٦", "عام 2026", "2026"),
        ("2026", "عام ۲۰۲۶", "۲۰۲۶"),
        ("کلی", "كلي", "كلي"),
        ("إجتماع", "الاجتماع", "اجتماع"),
    ],
)
def test_arabic_is_found_as_it_is_read(query: str, text: str, found: str) -> None:
    assert runs(query, ar=text) == [found]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("opening", "OPENING of the meeting", ["OPENING"]),
        ("ÉCOLE", "école, Ecole", ["école"]),
        ("e\u0301cole", "école", ["école"]),
        ("12", "12 and 1212", ["12", "12", "12"]),
        ("aa", "aaa", ["aa"]),
        ("open meeting", "open\u00a0meeting", ["open\u00a0meeting"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("[a-z]", "x [a-z] y", ["[a-z]"]),
        ("open\u200f", "open", ["open"]),
        ("straße", "STRASSE Straße", ["Straße"]),
        ("x", "", []),
        ("", "x", []),
        ("ـً", "x", []),
    ],
)
def test_latin_is_found_as_it_is_read(query: str, text: str, found: list[str]) -> None:
    assert runs(query, text) == found


def test_matches_have_their_place_in_the_stored_text() -> None:
    agenda = an_agenda(a_day(a_slot(an_item("x", a_sub_item("b the", ar="ال")), notes=(a_note("The end"),))))
    assert find(agenda, "the") == (
        Match("c1", "text", "en", 2, 5, "the"),
        Match("n1", "text", "en", 0, 3, "The"),
    )
    assert find(agenda, "the", languages=["ar"]) == ()
    assert [match.node for match in find(agenda, "ال", languages=["ar"])][-1:] == ["c1"]


# --- markup ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("bold", "a **bold** word", ["bold"]),
        ("bold word", "a **bold** word", []),
        ("list", "see the [list](https://list.org/list) here", ["list"]),
        ("https", "see the [list](https://list.org/) here", []),
        ("https", "see https://list.org/ here", ["https"]),
        ("n1", "note[^n1] n1", ["n1"]),
        ("[^n1]", "note[^n1]", []),
        ("]", "note[^n1]]", ["]"]),
        ("*", "**bold** and \\* and *", ["\\*", "*"]),
        ("2026*", "IGF 2026* and *", ["2026*"]),
        ("a*b", "a\\*b", ["a\\*b"]),
        ("[x]", "\\[x\\] [x]", ["\\[x\\]", "[x]"]),
        ("\\", "a\\\\b", ["\\\\"]),
        (" ", "**a b** c", [" ", " "]),
        (" a", "x * a*", [" a"]),
        ("list (", "[list](https://a.b/) list (", ["list ("]),
        ("is", "[this *is* it](https://is.is/)", ["is", "is"]),
    ],
)
def test_markup_is_never_found(query: str, text: str, found: list[str]) -> None:
    assert runs(query, text) == found


@given(agendas(), st.randoms(use_true_random=False))
def test_whatever_stands_in_a_text_is_found_there(agenda: Agenda, chance: random.Random) -> None:
    filled = [
        (place, language)
        for place in agenda_texts(agenda)
        for language, phrase in place.text.root.items()
        if phrase.text.isalnum() or set(" ").issuperset(set(phrase.text) - set("abcdefghijklmnopqrstuvwxyz "))
        if phrase.text
    ]
    if filled:
        place, language = chance.choice(filled)
        stored = place.text.wording(language)
        start = chance.randrange(len(stored))
        query = stored[start : start + 8]
        hits = {match[:3] for match in find(agenda, query)}
        assert (place.node, place.field, language) in hits or not query.strip("\u0640\u064b")


@given(agendas(), st.sampled_from(("a", "ا", "[", "*", "(", "1", "n", " ", "\\", "ي ")))
def test_found_runs_are_plain_text(agenda: Agenda, query: str) -> None:
    for match in find(agenda, query):
        stored = tree_of(agenda).text(match.node, match.field).wording(match.language)
        assert stored[match.start : match.end] == match.found
        without = markup.plain(stored[: match.start] + "\ue000" + stored[match.end :])
        assert query.isspace() or without.count("\ue000") == 1 + stored.count("\ue000")


# --- what the user asks for, and what is read ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Open OPEN open", Query("open"), ["Open", "OPEN", "open"]),
        ("Open OPEN open", Query("OPEN", match_case=True), ["OPEN"]),
        ("الأمين 2026 ٢٠٢٦", Query("2026", match_case=True), ["2026", "٢٠٢٦"]),
        ("reopen open opening", Query("open", whole_words=True), ["open"]),
        ("**open**ing (open) open.", Query("open", whole_words=True), ["open", "open"]),
        ("the open(ed) a", Query("open(", whole_words=True), ["open("]),
        ("دورة الدورة دورتان دورةٌ", Query("دوره", whole_words=True), ["دورة", "دورةٌ"]),
        ("دُور دُ\u200fر", Query("د", whole_words=True), []),
        ("a b a-b", Query("a", whole_words=True), ["a", "a"]),
    ],
)
def test_case_and_whole_words_count_where_the_user_says_so(text: str, query: Query, found: list[str]) -> None:
    assert [match.found for one in finding(saying(text), query) for match in one.matches] == found


def test_every_text_is_told_while_it_is_searched() -> None:
    agenda = an_agenda(a_day(a_slot(an_item("x"))))
    told = [(found.node, found.field) for found in finding(agenda, Query(""))]
    assert told == [(place.node, place.field) for place in agenda_texts(agenda)]


@pytest.mark.parametrize(
    ("stored", "found", "context"),
    [
        ("the cat sat", "cat", Context("the ", "cat", " sat")),
        ("a **bold** [word](https://a.b/) c", "word", Context("a bold ", "word", " c")),
        ("a\\*b[^n1] c", "\\*", Context("a", "*", "b c")),
    ],
)
def test_match_is_read_without_its_markup(stored: str, found: str, context: Context) -> None:
    start = stored.index(found)
    assert in_context(stored, start, start + len(found)) == context


@pytest.mark.parametrize(("start", "end"), [(0, 3), (3, 20), (2, 2)])
def test_what_is_not_plain_text_has_no_context(start: int, end: int) -> None:
    assert in_context("**bold** word", start, end) is None


# --- replacing ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "query", "by", "expected"),
    [
        ("the cat and the dog", "the", "a", "a cat and a dog"),
        ("the cat", "the ", "", "cat"),
        ("a **bold** word", "bold", "strong", "a **strong** word"),
        ("a **bold** word", "bold", "", "a  word"),
        ("a **bold** word", "bold", " x ", "a  **x**  word"),
        ("[list](https://list.org/) list", "list", "table", "[table](https://list.org/) table"),
        ("[list](https://a.b/)", "list", "^n1", "[\\^n1](https://a.b/)"),
        ("see note[^n1] 1", "1", "2", "see note[^n1] 2"),
        ("a b", "b", "*b* [c](https://d.e/)", "a \\*b\\* \\[c\\](https://d.e/)"),
        ("a\\*b", "*", "x", "axb"),
        ("[docs](https://a.b/)", "docs", "]", "[\\]](https://a.b/)"),
        ("**a** b", "a", "b", "**b** b"),
        ("a ] b", "b", "c", "a ] c"),
        ("**a b** c", " ", "_", "**a_b**_c"),
        ("aXbXc", "x", "XX", "aXXbXXc"),
    ],
)
def test_replacing_leaves_everything_else(text: str, query: str, by: str, expected: str) -> None:
    assert replaced(text, query, by) == expected


@given(
    agendas(),
    st.sampled_from(("e", "ا", "[", "*", "1", " ", "the", "\\")),
    st.sampled_from(("", "x", "*", "[^n9]", " ", "](https://a.b/)", "\\", "نص", "^")),
)
def test_plain_text_is_replaced_and_marks_stay(agenda: Agenda, query: str, by: str) -> None:
    matches = find(agenda, query)
    shown = {(one.node, one.field, one.language): one.after for one in previews(agenda, matches, by)}
    for one in previews(agenda, matches, HERE):
        place = (one.node, one.field, one.language)
        before, after = markup.parse(one.before), markup.parse(shown.get(place, one.before))
        mine = sorted(match for match in matches if match[:3] == place)
        first, *rest = said(markup.parse(one.after)).split(HERE)
        parts = list(zip((ESCAPE.sub(r"\1", match.found) for match in mine), rest, strict=True))
        assert said(before) == first + "".join(found + part for found, part in parts)
        assert said(after) == first + "".join(by + part for _, part in parts)
        assert [piece.note for piece in before if piece.note] == [piece.note for piece in after if piece.note]
        assert {piece.link for piece in after} <= {piece.link for piece in before}


def said(pieces: tuple[markup.Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def test_preview_shows_each_text_once() -> None:
    agenda = saying("the cat and the dog", "the قط")
    shown = [(one.language, one.before, one.after) for one in previews(agenda, find(agenda, "the"), "a")]
    assert shown == [("en", "the cat and the dog", "a cat and a dog"), ("ar", "the قط", "a قط")]


def test_some_matches_can_be_left_out() -> None:
    agenda = saying("one one one")
    first, _, third = find(agenda, "one")
    assert replace_all(agenda, [third, first, third], "two").meeting.title.wording("en") == "two one two"


def test_replacing_is_as_good_as_typing() -> None:
    agenda = replace_all(saying("old", "قديم"), find(saying("old", "قديم"), "old"), "new")
    assert agenda.meeting.title == Text(
        {"en": Phrase(text="new"), "ar": Phrase(text="قديم", state="reviewed", translated_from="old")}
    )


def test_replacing_text_by_text_comes_to_the_same() -> None:
    agenda = an_agenda(a_day(a_slot(an_item("the cat", a_sub_item("the dog")))))
    first, last = replacing(agenda, find(agenda, "the"), "a")
    assert [tree_of(step).text("c1", "text").wording("en") for step in (first, last)] == ["the dog", "a dog"]
    assert last == replace_all(agenda, find(agenda, "the"), "a")


def test_replacing_by_itself_changes_nothing() -> None:
    agenda = saying("the the")
    assert replace_all(agenda, find(agenda, "the"), "the") is agenda
    assert replace_all(agenda, (), "x") is agenda


@pytest.mark.parametrize("later", ["a the", "th", ""])
def test_text_that_has_changed_since_is_not_touched(later: str) -> None:
    agenda = saying("the cat")
    matches = find(agenda, "the")
    with pytest.raises(EditError, match="changed since it was searched"):
        replace_all(set_text(agenda, "meeting", "title", "en", later), matches, "a")


def test_overlapping_matches_are_refused() -> None:
    agenda = saying("aaa")
    matches = (Match("meeting", "title", "en", 0, 2, "aa"), Match("meeting", "title", "en", 1, 3, "aa"))
    with pytest.raises(EditError):
        replace_all(agenda, matches, "b")


def test_text_that_grows_too_long_is_refused() -> None:
    agenda = saying("x" * MAX_TEXT)
    with pytest.raises(EditError, match="too long"):
        replace_all(agenda, find(agenda, "x"), "xx")


@given(agendas(), st.sampled_from(("a", "ا", "*", "[")), st.sampled_from(("", "b[^n1]", "**")))
def test_agenda_stays_sound(agenda: Agenda, query: str, by: str) -> None:
    assert flaws(replace_all(agenda, find(agenda, query), by)) == ()
