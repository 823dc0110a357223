"""Words and lines that differ: beside one text, beside two, and where comparing all would take minutes."""

from __future__ import annotations

import pytest

from igfeditor.gui import pane_diff
from igfeditor.gui.pane_diff import Lit, changed_lines, changed_words, shared_lights


def said(text: str, lights: tuple[Lit, ...]) -> list[tuple[str, bool]]:
    return [(text[one.start : one.end], one.is_new) for one in lights]


def test_a_line_that_stands_elsewhere_is_lit_whole() -> None:
    before, after = "One day\nTwo days\nThree days", "Two days\nThree days\nOne day"
    assert said(after, changed_lines(before, after)) == [("One day", True)]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "lit"),
    [
        ("a b c", "a x c", "a y c", [("x", True)]),
        ("a b c", "a x c", "a b d", [("x", True)]),
        ("a b c", "a x c", "a x d", []),
        ("a b c", "p q r", "p q s", [("r", True)]),
        ("a b c", "a c", "a b c d", [("c", False)]),
    ],
)
def test_words_that_one_side_alone_says(base: str, mine: str, theirs: str, lit: list[tuple[str, bool]]) -> None:
    assert said(mine, shared_lights(changed_words(base, mine), changed_words(theirs, mine))) == lit


@pytest.fixture
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pane_diff, "_MOST_PAIRS", 0)


@pytest.mark.usefixtures("_hurried")
@pytest.mark.parametrize(
    ("before", "after", "lit"),
    [
        ("one of two", "one of two", []),
        ("one of a two", "one or b two", [("or b", True)]),
        ("one one", "one one one", [("one", True)]),
        ("first second last", "first last", [("last", False)]),
        ("gone left", "left", [("left", False)]),
    ],
)
def test_in_a_hurry_beginning_and_end_are_found(before: str, after: str, lit: list[tuple[str, bool]]) -> None:
    compared = pane_diff._changed(before, after, pane_diff._WORD)
    assert said(after, compared) == lit


def test_longest_texts_of_few_words_are_compared_at_once() -> None:
    before, after = "a b " * 5_000, "a c b " * 3_300
    assert len(changed_words(before, after)) == 1
