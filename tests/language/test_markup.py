"""The inline markup: what it means, what it leaves alone, and that its writer undoes its parser."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igfeditor.language.markup import Piece, escape, is_link, link_of, normalised, parse, plain, write


def strong(text: str) -> Piece:
    return Piece(text, strong=True)


def emphasis(text: str) -> Piece:
    return Piece(text, emphasis=True)


def link(text: str, address: str = "https://x.org") -> Piece:
    return Piece(text, link=address)


def note(mark: str) -> Piece:
    return Piece("", note=mark)


# --- what is markup ---


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", ()),
        ("الجلسة الأولى", (Piece("الجلسة الأولى"),)),
        ("**a**", (strong("a"),)),
        ("*a*", (emphasis("a"),)),
        ("***a***", (Piece("a", strong=True, emphasis=True),)),
        ("a **b** c", (Piece("a "), strong("b"), Piece(" c"))),
        ("و**الاسم**هنا", (Piece("و"), strong("الاسم"), Piece("هنا"))),
        ("**a *b* c**", (strong("a "), Piece("b", strong=True, emphasis=True), strong(" c"))),
        ("**a***b*", (strong("a"), emphasis("b"))),
        ("**a*b**c*", (strong("a"), Piece("b", strong=True, emphasis=True), emphasis("c"))),
        ("[الوصول هنا](https://x.org)", (link("الوصول هنا"),)),
        ("[a](HTTP://x)", (link("a", "HTTP://x"),)),
        ("[a](mailto:a@b.org)", (link("a", "mailto:a@b.org"),)),
        ("[a](https://x.org/b_(c))", (link("a", "https://x.org/b_(c)"),)),
        (r"[a](https://x.org/\(b\))", (link("a", "https://x.org/(b)"),)),
        (r"[a\]b](https://x.org)", (link("a]b"),)),
        ("[a\\\nb](https://x.org)", (link("a\\\nb"),)),
        ("**[a](https://x.org)**", (Piece("a", strong=True, link="https://x.org"),)),
        ("[**a** b](https://x.org)", (Piece("a", strong=True, link="https://x.org"), link(" b"))),
        ("**a [b** c](https://x.org)**", (strong("a "), Piece("b** c", strong=True, link="https://x.org"))),
        ("a[^n1]", (Piece("a"), note("n1"))),
        ("[^a][^a]", (note("a"), note("a"))),
        ("[a[^n]b](https://x.org)", (link("a"), note("n"), link("b"))),
        (r"\*a\* \[b\] \\ \^", (Piece(r"*a* [b] \ ^"),)),
    ],
)
def test_markup_is_read(text: str, pieces: tuple[Piece, ...]) -> None:
    assert parse(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "IGF 2026* and MAG*",
        "مجموعات * حول القضايا *",
        "* (انظر هنا)",
        "2 * 3 * 4",
        "**a",
        "a**",
        "** a **",
        "**a*",
        "****a****",
        "* *",
        "[a]",
        "[a](b)",
        "[a](javascript:alert)",
        "[a](ftp://x.org)",
        "[a](http\u017f://x.org)",
        "[a](https://)",
        "[a](https://x y)",
        "[a](https://x.org",
        "[](https://x.org)",
        "[a] (https://x.org)",
        "[^]",
        "[^a b]",
        "[^ملاحظة]",
        "<b>a</b> _a_ `a` # a ~~a~~ ![",
        "C:\\temp\\a",
        "\\",
    ],
)
def test_everything_else_is_literal(text: str) -> None:
    assert parse(text) == (Piece(text),)
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("***a**", (Piece("*"), strong("a"))),
        ("*a***", (emphasis("a"), Piece("**"))),
        ("**a***", (strong("a"), Piece("*"))),
        ("***a*", (Piece("**"), emphasis("a"))),
        ("*a *b*", (Piece("*a "), emphasis("b"))),
        ("*a**b*", (emphasis("a**b"),)),
        ("[[^n]](https://x.org)", (Piece("["), note("n"), Piece("](https://x.org)"))),
        ("[a [b](https://x.org)", (Piece("[a "), link("b"))),
        ("[^n](https://x.org)", (note("n"), Piece("(https://x.org)"))),
        (r"[a\](https://x.org)", (Piece("[a](https://x.org)"),)),
    ],
)
def test_half_a_mark_is_literal(text: str, pieces: tuple[Piece, ...]) -> None:
    assert parse(text) == pieces


# --- writing ---


@pytest.mark.parametrize(
    "text",
    [
        "**a *b* c** d",
        "**a** *b*",
        "***a** b*",
        "a[^n1] [b](https://x.org/c) **[d](mailto:a@b)**",
        "**a [^n] b**",
        r"1 \* 2 \[a\] C:\\temp",
        r"[\^a](https://x.org/\(b\))",
    ],
)
def test_written_text_is_the_shortest(text: str) -> None:
    assert write(parse(text)) == text


def test_plain_text_has_no_markup_and_no_note_marks() -> None:
    assert plain(r"**a** [b](https://x.org)[^n] \*c") == "a b *c"
    assert plain("a") == "a"


def test_escaped_text_means_itself() -> None:
    assert escape(r"*a* [b](https://x.org) \ ") == r"\*a\* \[b\](https://x.org) \\ "


# --- the normal form ---


@pytest.mark.parametrize(
    ("pieces", "normal"),
    [
        ((Piece("a"), Piece(""), Piece("b")), (Piece("ab"),)),
        ((strong("a "), strong("b")), (strong("a b"),)),
        ((strong(" a "), Piece("b")), (Piece(" "), strong("a"), Piece(" b"))),
        ((strong("a"), Piece(" "), strong("b")), (strong("a b"),)),
        ((strong("a"), note("n"), strong("b")), (strong("a"), Piece("", strong=True, note="n"), strong("b"))),
        ((Piece("", strong=True, note="n"), strong("b")), (note("n"), strong("b"))),
        ((strong("  "),), (Piece("  "),)),
        ((Piece("x", link="https://x.org", note="n"),), (note("n"),)),
        ((note("a b"), note("")), ()),
        ((link("a", "javascript:b"),), (Piece("a"),)),
        ((link(" a "), link("b")), (link(" a b"),)),
        ((Piece(" ", strong=True, link="https://x.org"),), (Piece(" ", strong=True, link="https://x.org"),)),
    ],
)
def test_pieces_have_one_normal_form(pieces: tuple[Piece, ...], normal: tuple[Piece, ...]) -> None:
    assert normalised(pieces) == normal


@pytest.mark.parametrize(
    "address", ["https://x", "http://x.org/?a=b#c", "HTTPS://X", "mailto:a@b.org", "https://منتدى.org/"]
)
def test_address_may_be_linked(address: str) -> None:
    assert is_link(address)


@pytest.mark.parametrize(
    "address", ["", "#", "x.org", "javascript:a", "file:///a", "https://", " https://x", "https://x\n", "https://x\x00"]
)
def test_address_may_not_be_linked(address: str) -> None:
    assert not is_link(address)


# --- round trips ---

HOSTILE = [
    "*",
    "**",
    "***",
    "****",
    "[",
    "]",
    "](https://x.org)",
    "(",
    ")",
    "[^n]",
    "^",
    "\\",
    " ",
    "\u00a0",
    "\n",
    "a",
    "ع",
]
hostile_texts = st.lists(st.sampled_from(HOSTILE), max_size=24).map("".join) | st.text()
pieces = st.builds(
    Piece,
    st.text(st.sampled_from("*\\[]()^a \nع"), max_size=5),
    strong=st.booleans(),
    emphasis=st.booleans(),
    link=st.none() | st.sampled_from(["https://x.y/(z)", "http://a\\b*[]", "mailto:a@b", "bad", "https://a b"]),
    note=st.none() | st.none() | st.sampled_from(["n1", "N_-", "n 2", ""]),
)


@settings(max_examples=2000, deadline=None)
@given(hostile_texts)
def test_any_text_is_read_and_written_back(text: str) -> None:
    parsed = parse(text)
    assert parse(write(parsed)) == parsed
    assert normalised(parsed) == parsed


@settings(max_examples=2000, deadline=None)
@given(st.lists(pieces, max_size=8))
def test_any_pieces_are_written_and_read_back(some: list[Piece]) -> None:
    assert parse(write(some)) == normalised(some)


@settings(deadline=None)
@given(hostile_texts)
def test_any_text_can_be_said_literally(text: str) -> None:
    assert plain(escape(text)) == text
    assert parse(escape(text)) == ((Piece(text),) if text else ())


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("www.intgovforum.org", "https://www.intgovforum.org"),
        (" intgovforum.org/en/filedepot?fid=1 ", "https://intgovforum.org/en/filedepot?fid=1"),
        ("secretariat@intgovforum.org", "mailto:secretariat@intgovforum.org"),
        ("http://intgovforum.org", "http://intgovforum.org"),
        ("javascript:alert(1.org)", "javascript:alert(1.org)"),
        ("ftp://intgovforum.org", "ftp://intgovforum.org"),
        ("see page 3.", "see page 3."),
        ("", ""),
    ],
)
def test_an_address_is_meant_as_it_is_usually_said(said: str, address: str) -> None:
    assert link_of(said) == address
