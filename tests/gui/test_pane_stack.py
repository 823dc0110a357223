"""Rows under one another, their places, and the words that changed: without a window."""

import pytest
from PySide6.QtGui import QFontMetricsF

from igfeditor.document.outline import OutlineLine, Part, day_lines
from igfeditor.gui.pane_diff import changed_words
from igfeditor.gui.pane_layout import RowMaker, sides_of
from igfeditor.gui.pane_lines import Lines, open_places
from igfeditor.gui.pane_stack import RowStack
from igfeditor.gui.theme import GRID
from igfeditor.model.changes import changes
from igfeditor.model.edits import set_text
from tests.agendas import a_day, a_slot, a_text, an_agenda, an_item, large_agenda


def lines(*texts: str) -> list[OutlineLine]:
    return [OutlineLine(f"i{place}", "title", Part.ITEM, a_text(text)) for place, text in enumerate(texts)]


@pytest.fixture
def maker(qapp: object) -> RowMaker:
    return RowMaker(sides_of(800, "en", "ar", is_mirrored=False), {}, shows_marks=False)


@pytest.mark.parametrize(("source", "target"), [("en", "ar"), ("ar", "en")])
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_sides_lie_by_direction_and_not_by_role(source: str, target: str, is_mirrored: bool) -> None:
    sides = {side.language: side for side in sides_of(800, source, target, is_mirrored=is_mirrored)}
    assert (sides["en"].left < sides["ar"].left) is not is_mirrored
    assert sides[source].is_target is False


def test_one_language_has_the_whole_width() -> None:
    (side,) = sides_of(800, "ar", "ar", is_mirrored=False)
    assert side.width > 700


def test_rows_follow_each_other_and_are_found_by_height(maker: RowMaker) -> None:
    stack = RowStack(maker)
    stack.reset(lines("a", "b " * 300, "c"), maker)
    stack.lay_out(0, 5_000)
    assert stack.at(stack.top(2) + 1) == 2
    assert stack.at(stack.top(2) - 1) == 1
    assert stack.at(stack.total) is None
    assert all(stack.top(place) % (GRID / 2) == 0 for place in range(3))


def test_an_opened_row_has_more_room_and_gives_it_back(maker: RowMaker) -> None:
    stack = RowStack(maker)
    stack.reset(lines("a", "b"), maker)
    stack.lay_out(0, 500)
    before = stack.total
    stack.open(0, 40)
    stack.open(1, 40)
    assert stack.total == before + 40
    assert stack.bottom(0) == stack.top(1) < stack.bottom(1) - 40
    stack.open(None, 0)
    assert stack.total == before


def test_rows_that_stay_are_not_laid_out_again(maker: RowMaker) -> None:
    stack = RowStack(maker)
    stack.reset(lines("a", "b"), maker)
    first = stack.row(0)
    stack.reset(lines("a", "other"), maker)
    assert stack.row(0) is first


def test_arabic_is_drawn_larger(maker: RowMaker) -> None:
    english, arabic = maker.make(OutlineLine("i", "title", Part.ITEM, a_text("a", "ب"))).sides
    assert QFontMetricsF(arabic.font).height() > QFontMetricsF(english.font).height()


@pytest.mark.parametrize(("width", "is_under"), [(640, True), (1600, False)])
def test_a_wide_chip_has_a_line_of_its_own_above_its_text_in_both_languages(width: int, is_under: bool) -> None:
    maker = RowMaker(sides_of(width, "en", "ar", is_mirrored=False), {}, shows_marks=False)
    chips = {"en": "Day 1: 22 September 2026", "ar": "اليوم 1: 22"}
    row = maker.make(OutlineLine("d1", "heading", Part.DAY, a_text("word " * 40, "كلمة " * 40), 0, chips))
    english, arabic = row.sides
    for side in row.sides:
        assert (side.chip.rect.bottom() <= side.area.top()) is is_under
        assert (side.area.width() > side.side.width - 5 * GRID) is is_under
        assert side.area.top() <= side.badge.center().y() < side.area.top() + 5 * GRID
    assert english.area.top() + english.ascent == pytest.approx(arabic.area.top() + arabic.ascent)
    assert row.height >= max(side.area.bottom() for side in row.sides)


def test_the_number_of_an_item_stands_beside_its_title_however_narrow_the_column_is() -> None:
    maker = RowMaker(sides_of(200, "en", "ar", is_mirrored=False), {}, shows_marks=False)
    row = maker.make(OutlineLine("i1", "title", Part.ITEM, a_text("word"), 0, {"en": "1000 bis."}))
    assert row.sides[0].chip.rect.right() <= row.sides[0].area.left()


def test_a_text_replaces_one_line_and_rows_replace_all() -> None:
    agenda = large_agenda(slots=40)
    shown = Lines()
    shown.show(agenda, "d1")
    typed = set_text(agenda, "i2", "title", "en", "Other")
    row = shown.row_of("i2")
    assert row is not None
    assert shown.update(typed, changes(agenda, typed)) == [row]
    assert shown.lines == list(day_lines(typed, typed.days[0]))
    elsewhere = set_text(typed, "i22", "title", "en", "Other")
    assert shown.update(elsewhere, changes(typed, elsewhere)) == []
    marked = set_text(typed, "i2", "title", "en", "Other[^n1]")
    assert shown.update(marked, changes(typed, marked)) is None


def test_open_texts_come_in_order_and_then_from_the_beginning() -> None:
    items = [an_item(word, name=name) for word, name in (("a", "i1"), ("b", "i2"), ("c", "i3"))]
    agenda = an_agenda(a_day(a_slot(*items, name="s1"), name="d1"), a_day(a_slot(an_item("d", name="i4")), name="d2"))
    found = open_places(agenda, ("i2", "title"), "d1", "ar", only_stale=False)
    assert [node for node, _ in found] == ["i3", "i4", "i1"]


@pytest.mark.parametrize(
    ("before", "after", "lit"),
    [
        ("one two", "one two", []),
        ("one two", "one three two", [("three", True)]),
        ("one two three", "one three", [("three", False)]),
        ("one two", "one", [("one", False)]),
        ("**one** two", "one *five*", [("five", True)]),
        ("one", "", []),
    ],
)
def test_changed_words_are_lit(before: str, after: str, lit: list[tuple[str, bool]]) -> None:
    plain = after.replace("*", "")
    assert [(plain[one.start : one.end], one.is_new) for one in changed_words(before, after)] == lit
