"""Text from outside: nothing that no text may hold comes in, and nothing that hides itself stays hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.language.foreign_text import received, received_link
from igfeditor.language.markup import plain

RLO, LRO, PDF, RLE, RLI, PDI = "\u202e", "\u202d", "\u202c", "\u202b", "\u2067", "\u2069"


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_text_may_hold_is_removed_and_counted(sign: str) -> None:
    assert received(f"بند{sign} 1{sign}") == ("بند 1", 2, 0)


def test_tabs_and_line_ends_stay() -> None:
    assert received("a\tb\r\nc") == ("a\tb\r\nc", 0, 0)


@pytest.mark.parametrize(
    ("text", "meant", "removed"),
    [
        ("a_x000A_b", "a\nb", 0),
        ("_x005F_x000A_", "_x000A_", 0),
        ("a_x0000_b", "ab", 1),
        ("a_xD800_b", "ab", 1),
        ("a_xFFFF_b", "ab", 1),
        ("_x12_", "_x12_", 0),
    ],
)
def test_escapes_of_a_sheet_are_decoded_before_anything_is_removed(text: str, meant: str, removed: int) -> None:
    assert received(text, escaped=True) == (meant, removed, 0)
    assert received(text) == (text, 0, 0)


def test_override_is_shown_with_its_end() -> None:
    assert received(f"agenda{RLO}txt.exe{PDF}") == ("agenda[U+202E]txt.exe[U+202C]", 0, 2)
    assert received(f"{LRO}a") == ("[U+202D]a", 0, 1)
    assert received("a_x202E_b", escaped=True) == ("a[U+202E]b", 0, 1)


@pytest.mark.parametrize("text", [f"{RLI}a", f"a{PDI}", f"{RLE}a", f"a{PDF}", f"{RLI}a\nb"])
def test_control_without_its_other_half_is_shown(text: str) -> None:
    assert received(text).shown == 1
    assert "[U+20" in received(text).text


def test_halves_of_two_lines_are_no_pair() -> None:
    assert received(f"{RLI}a\nb{PDI}").shown == 2


def test_balanced_isolates_and_embeddings_stay() -> None:
    text = f"{RLI}بند {RLE}a{PDF}{PDI}"
    assert received(text) == (text, 0, 0)


@given(st.lists(st.sampled_from([RLO, LRO, PDF, RLE, RLI, PDI, "a", "\n", "\0", "ب", "_x202E_"])).map("".join))
def test_whatever_comes_is_at_rest_after_it_was_taken_over(text: str) -> None:
    once = received(text, escaped=True)
    assert RLO not in once.text
    assert received(once.text) == (once.text, 0, 0)


@pytest.mark.parametrize("address", ["http://a.org", "https://a.org/?q=1", "mailto:a@b.org"])
def test_links_that_are_meant_stay(address: str) -> None:
    link = received_link("the *paper*", address)
    assert link.kept
    assert plain(link.text) == "the *paper*"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.org", "\\\\host\\a", "ms-word:ofe|u|a", "data:a"]
)
def test_other_links_become_text_with_their_address(address: str) -> None:
    link = received_link("paper", address)
    assert not link.kept
    assert plain(link.text) == f"paper ({address})"
    assert received_link("paper", "").text == "paper"
