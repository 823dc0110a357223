"""Find and replace as a person uses it: by keys, with the focus where it belongs, and never more than was checked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from igfeditor.errors import sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.find_list import Column, FindModel, Preview
from igfeditor.gui.find_side import FindSide
from igfeditor.gui.find_view import layout_of
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.pane_view import Panes
from igfeditor.gui.translation import WindowLanguage
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda, Text
from igfeditor.model.edits import set_text
from igfeditor.model.hits import Hits, Spot
from igfeditor.model.search import Query
from igfeditor.services.session import Session
from tests.agendas import a_day, a_link, a_note, a_slot, a_sub_item, a_text, an_agenda, an_item

Make = Callable[..., FindSide]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def small_agenda() -> Agenda:
    first = an_item(
        "Opening of the **IGF** meeting", a_sub_item("Remarks by IGF", ar="كلمة", name="c1"), ar="افتتاح", name="i1"
    )
    noted = a_slot(first, end="10:00", name="s1", notes=(a_note("All igf rooms", name="n1"),))
    other = a_day(a_slot(an_item("Closing", ar="ختام مُنتدى", name="i2"), name="s2"), on="2026-02-10", name="d2")
    title = a_text("IGF 2026", "منتدى ٢٠٢٦")
    return an_agenda(a_day(noted, name="d1", room=a_text("Room Q")), other, title=title)


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(agenda: Agenda | None = None, node: str = "meeting", *, replacing: bool = False) -> FindSide:
        bridge = Bridge(Session(agenda or small_agenda()), "en")
        side = FindSide(bridge, Panes(bridge))
        bridge.setParent(side)
        qtbot.addWidget(side)
        side.resize(900, 700)
        with qtbot.waitActive(side):
            side.show()
            side.activateWindow()
        bridge.select(node)
        side.panes.pair.editors["en"].setFocus()
        (side.open_replace if replacing else side.open_find)()
        return side

    return made


def write(qtbot: QtBot, side: FindSide, words: str) -> None:
    """Write what to look for, and wait as a person does."""
    side.bar.words.setFocus()
    side.bar.words.clear()
    if words.isascii():
        qtbot.keyClicks(side.bar.words, words)
    else:
        side.bar.words.setText(words)
    settle(qtbot, side)


def settle(qtbot: QtBot, side: FindSide) -> None:
    def is_done() -> bool:
        return not (side._pause.isActive() or side._searching.is_running or side._replacing.is_running)

    qtbot.waitUntil(is_done)
    QApplication.processEvents()


def bridge_of(side: FindSide) -> Bridge:
    return side._bridge


def marked(side: FindSide) -> tuple[str, str, str]:
    spot = side.panes.spot
    assert spot is not None
    return spot.node, spot.language, side.panes.pair.marked_words


def text_of(side: FindSide, node: str, field: str) -> Text:
    return bridge_of(side).tree.text(node, field)


def rows(model: FindModel, column: Column) -> list[str]:
    texts = (str(model.index(row, column).data()) for row in range(model.rowCount()))
    return [text.translate({0x2066: None, 0x2067: None, 0x2069: None, 0xA0: " "}) for text in texts]


# finding


def test_first_place_is_shown_while_the_words_are_written(qtbot: QtBot, make: Make) -> None:
    side = make(node="i1")
    write(qtbot, side, "igf")
    assert marked(side) == ("i1", "en", "IGF")
    assert side.bar.count.text() == "2 of 4 places"
    assert side.bar.words.hasFocus()


def test_enter_goes_on_and_shift_enter_goes_back_round_the_end(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "igf")
    seen = [marked(side)[0]]
    for _ in range(4):
        qtbot.keyClick(side.bar.words, Qt.Key.Key_Return)
        seen.append(marked(side)[0])
    assert seen == ["meeting", "i1", "c1", "n1", "meeting"]
    qtbot.keyClick(side.bar.words, Qt.Key.Key_Return, SHIFT)
    assert marked(side) == ("n1", "en", "igf")
    assert side.bar.words.hasFocus()


def test_one_goes_on_from_where_the_caret_was_set_meanwhile(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "igf")
    side.panes.show_spot(Spot("c1", "text", "en", 14, 14), takes_focus=True)
    side.find_next()
    assert marked(side)[0] == "n1"
    assert side.panes.pair.editors["en"].hasFocus()
    side.panes.show_spot(Spot("c1", "text", "en", 2, 2))
    side.find_previous()
    assert marked(side)[0] == "i1"


def test_more_letters_of_the_same_words_stay_at_their_place(qtbot: QtBot, make: Make) -> None:
    side = make()
    for letter in "igf":
        qtbot.keyClicks(side.bar.words, letter)
        settle(qtbot, side)
    assert marked(side) == ("meeting", "en", "IGF")
    assert side.bar.count.text() == "1 of 4 places"


def test_who_is_in_the_texts_is_taken_along_to_the_other_language(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "2026")
    side.panes.pair.editors["en"].setFocus()
    side.find_next()
    assert marked(side) == ("meeting", "ar", "٢٠٢٦")
    assert side.panes.pair.editors["ar"].hasFocus()


def test_arabic_is_found_whatever_its_signs_and_of_other_days(qtbot: QtBot, make: Make) -> None:
    side = make(node="c1")
    write(qtbot, side, "منتدي")
    assert marked(side) == ("i2", "ar", "مُنتدى")
    assert side.bar.count.text() == "2 of 2 places"
    write(qtbot, side, "2026")
    assert side.bar.count.text().endswith("of 2 places")


def test_one_place_is_one_place(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "closing")
    assert side.bar.count.text() == "1 of 1 place"


def test_case_parts_of_words_and_languages_can_be_chosen(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "igf")
    qtbot.mouseClick(side.bar.match_case, Qt.MouseButton.LeftButton)
    settle(qtbot, side)
    assert side.bar.count.text() == "1 of 1 place"
    side.bar.match_case.setChecked(False)
    write(qtbot, side, "room")
    side.bar.whole_words.setChecked(True)
    settle(qtbot, side)
    assert side.bar.count.text() == "1 of 1 place"
    side.bar.languages.setCurrentIndex(side.bar.languages.findData("ar"))
    side.bar.languages.activated.emit(side.bar.languages.currentIndex())
    settle(qtbot, side)
    assert side.bar.count.text() == "0 places"
    assert "all languages" in side.bar.hint.text()


def test_empty_states_say_what_to_do(qtbot: QtBot, make: Make) -> None:
    side = make()
    assert side.bar.hint.isVisible()
    assert "Write the words" in side.bar.hint.text()
    write(qtbot, side, "zzz")
    assert side.bar.hint.text() == "Not found. Try fewer words or letters."
    assert not side.bar.next.isEnabled()
    write(qtbot, side, "igf")
    assert not side.bar.hint.isVisible()


def test_marked_words_of_the_editor_are_taken(qtbot: QtBot, make: Make) -> None:
    side = make()
    side.close_bar()
    side.panes.show_spot(Spot("i1", "title", "en", 0, 7), takes_focus=True)
    side.open_find()
    settle(qtbot, side)
    assert side.bar.words.selectedText() == "Opening"
    assert marked(side) == ("i1", "en", "Opening")


def test_escape_gives_the_focus_back(qtbot: QtBot, make: Make) -> None:
    side = make(node="i1")
    qtbot.keyClick(side.bar.words, Qt.Key.Key_Escape)
    assert not side.bar.isVisible()
    assert side.panes.pair.editors["en"].hasFocus()
    outside = QWidget(side, focusPolicy=Qt.FocusPolicy.StrongFocus)
    outside.show()
    outside.setFocus()
    side.open_find()
    qtbot.keyClick(side.bar.words, Qt.Key.Key_Escape)
    assert outside.hasFocus()
    side.open_find()
    write(qtbot, side, "closing")
    qtbot.keyClick(side.bar.words, Qt.Key.Key_Escape)
    assert side.panes.pair.editors["en"].hasFocus()
    assert side.panes.pair.marked_words == "Closing"


def test_closed_bar_still_goes_on(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "igf")
    side.close_bar()
    bridge_of(side).set_text("c1", "text", "en", "Remarks", origin=side)
    side.find_next()
    settle(qtbot, side)
    assert marked(side)[0] == "i1"
    side.find_next()
    assert marked(side)[0] == "n1"
    assert not side.bar.isVisible()


def test_without_words_the_next_place_is_asked_for(make: Make) -> None:
    side = make()
    side.close_bar()
    side.find_next()
    assert side.bar.words.hasFocus()


def test_words_that_stand_in_properties_lead_to_their_row(qtbot: QtBot, make: Make) -> None:
    side = make()
    said: list[str] = []
    bridge_of(side).done.connect(said.append)
    write(qtbot, side, "room")
    assert bridge_of(side).current == "d1"
    assert said == ["Found in the properties of the row."]
    qtbot.keyClick(side.bar.words, Qt.Key.Key_Return)
    assert marked(side) == ("n1", "en", "room")


def test_changes_made_elsewhere_are_followed(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "igf")
    bridge_of(side).set_text("i2", "title", "en", "IGF IGF", origin=side)
    settle(qtbot, side)
    assert side.bar.count.text() == "1 of 6 places"
    bridge_of(side).undo()
    settle(qtbot, side)
    assert side.bar.count.text().endswith("4 places")
    bridge_of(side).open(Session(an_agenda(title=a_text("IGF"))))
    settle(qtbot, side)
    assert side.bar.count.text() == "1 place"


@pytest.mark.parametrize(
    ("words", "direction"),
    [("12 منتدى", Qt.LayoutDirection.RightToLeft), ("IGF منتدى", Qt.LayoutDirection.LeftToRight)],
)
def test_boxes_run_as_their_first_letter(make: Make, words: str, direction: Qt.LayoutDirection) -> None:
    side = make(replacing=True)
    for box in (side.bar.words, side.bar.new_words):
        box.setText(words)
        assert box.layoutDirection() is direction
        box.setText("")
        assert box.layoutDirection() is side.layoutDirection()


def test_a_line_that_is_searched_does_not_wait_for_the_rest(qtbot: QtBot, make: Make) -> None:
    side = make()
    side.bar.words.setText("igf")
    side._search()
    assert side._searching.is_running
    assert side.bar.hits.rowCount() == 0
    settle(qtbot, side)
    assert side.bar.hits.rowCount() == 4


# the list


def test_model_of_the_list_is_sound(qtbot: QtBot, make: Make) -> None:
    side = make(replacing=True)
    QAbstractItemModelTester(side.bar.hits, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for words in ("igf", "zzz", "منتدى"):
        write(qtbot, side, words)
    side.bar.hits.choose_all(False)
    side.bar.new_words.setText("x")


def test_list_says_where_each_place_is(qtbot: QtBot, make: Make) -> None:
    people = an_agenda(
        a_day(a_slot(an_item("x", name="i1"), name="s1", links=(a_link("IGF", "", name="l1"),)), name="d1")
    )
    side = make()
    write(qtbot, side, "igf")
    assert rows(side.bar.hits, Column.WHERE) == [
        "Meeting",
        "Day 1 · 09:00 – 10:00 · 1.",
        "Day 1 · 09:00 – 10:00 · 1. · a.",
        "Day 1 · 09:00 – 10:00 · Note",
    ]
    assert rows(side.bar.hits, Column.LANGUAGE) == ["English"] * 4
    bridge_of(side).open(Session(people))
    settle(qtbot, side)
    assert rows(side.bar.hits, Column.WHERE) == ["Day 1 · 09:00 · Label of the link"]


def test_places_are_gone_to_by_arrow_and_into_by_enter(qtbot: QtBot, make: Make) -> None:
    side = make()
    side.bar.lists.setChecked(True)
    write(qtbot, side, "igf")
    qtbot.keyClick(side.bar.words, Qt.Key.Key_Down)
    assert side.bar.places.hasFocus()
    qtbot.keyClick(side.bar.places, Qt.Key.Key_Down)
    assert marked(side)[0] == "i1"
    assert side.bar.places.hasFocus()
    assert side.bar.count.text() == "2 of 4 places"
    qtbot.keyClick(side.bar.places, Qt.Key.Key_Return)
    assert side.panes.pair.editors["en"].hasFocus()
    assert side.panes.pair.marked_words == "IGF"


def test_found_words_are_lit_in_their_place(qtbot: QtBot, make: Make) -> None:
    side = make(an_agenda(a_day(a_slot(an_item("\U0001f600 the **IGF** of 2026"))), title=a_text("")), replacing=True)
    write(qtbot, side, "igf")
    side.bar.new_words.setText("Forum")
    shown = side.bar.hits._preview(side.bar.hits.matches[0])
    assert (shown.before, shown.found, shown.new, shown.after) == ("\U0001f600 the ", "IGF", "Forum", " of 2026")
    layout = layout_of(shown, 500)
    coded = layout.text().encode("utf-16-le")
    lit = [coded[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le") for one in layout.formats()]
    assert lit[0] == "IGF"
    assert layout.formats()[0].format.fontStrikeOut()
    assert "Forum" in lit[1]
    assert not layout.formats()[1].format.fontStrikeOut()


def test_long_texts_are_cut_but_what_was_found_is_seen() -> None:
    model = FindModel()
    assert model.rowCount() == 0
    agenda = an_agenda(title=a_text("word " * 200 + "IGF" + " word" * 200), days=0)
    from_list = list_of(agenda, "IGF")
    shown = from_list._preview(from_list.matches[0])
    assert shown.before.startswith("…")
    assert len(shown.before) < 30
    assert layout_of(shown, 300).text().endswith("…")


@pytest.mark.parametrize(("language", "is_right"), [("en", False), ("ar", True)])
def test_place_begins_where_its_language_does(language: str, is_right: bool) -> None:
    layout = layout_of(Preview(language, "", "2026", None, ""), 300)
    area = layout.lineAt(0).naturalTextRect()
    assert (area.right() == pytest.approx(300, abs=1)) is is_right
    assert (area.left() == pytest.approx(0, abs=1)) is not is_right


def list_of(agenda: Agenda, words: str) -> FindModel:
    hits = Hits(agenda, Query(words))
    for _ in hits.steps():
        pass
    model = FindModel()
    model.show_hits(hits, None)
    return model


# replacing


def test_all_checked_places_are_replaced_as_one_step_and_said(qtbot: QtBot, make: Make) -> None:
    side = make(replacing=True)
    said: list[str] = []
    bridge_of(side).done.connect(said.append)
    before = bridge_of(side).agenda
    write(qtbot, side, "igf")
    qtbot.keyClicks(side.bar.new_words, "Forum")
    assert side.bar.replace_all.text() == "Replace 4 checked places"
    side.bar.places.selectRow(3)
    qtbot.keyClick(side.bar.places, Qt.Key.Key_Space)
    assert side.bar.replace_all.text() == "Replace 3 checked places"
    assert side.bar.all.checkState() is Qt.CheckState.PartiallyChecked
    qtbot.mouseClick(side.bar.replace_all, Qt.MouseButton.LeftButton)
    settle(qtbot, side)
    assert text_of(side, "i1", "title").wording("en") == "Opening of the **Forum** meeting"
    assert text_of(side, "c1", "text").phrase("ar").is_stale  # pyright: ignore[reportOptionalMemberAccess]
    assert text_of(side, "n1", "text").wording("en") == "All igf rooms"
    assert said == ["3 places were replaced; undo takes them back at once."]
    history = bridge_of(side).session.history
    assert history.undo_label is not None
    assert say(history.undo_label, "en") == "Replace in 3 places"
    bridge_of(side).undo()
    assert bridge_of(side).agenda is before


def test_what_was_left_out_is_not_checked_again(qtbot: QtBot, make: Make) -> None:
    side = make(an_agenda(title=a_text("IGF IGF IGF"), days=0), replacing=True)
    write(qtbot, side, "igf")
    side.bar.new_words.setText("the IGF")
    side.bar.hits.turn(1)
    qtbot.keyClick(side.bar.new_words, Qt.Key.Key_Return)
    settle(qtbot, side)
    assert text_of(side, "meeting", "title").wording("en") == "the IGF IGF IGF"
    assert side.bar.hits.chosen == []
    assert not side.bar.replace_all.isEnabled()


def test_replacing_words_by_words_that_hold_them_ends(qtbot: QtBot, make: Make) -> None:
    side = make(an_agenda(title=a_text("IGF and IGF"), days=0), replacing=True)
    write(qtbot, side, "igf")
    side.bar.new_words.setText("the IGF")
    side.replace_checked()
    settle(qtbot, side)
    assert text_of(side, "meeting", "title").wording("en") == "the IGF and the IGF"
    side.replace_checked()
    settle(qtbot, side)
    assert text_of(side, "meeting", "title").wording("en") == "the IGF and the IGF"


def test_places_are_replaced_one_by_one_by_enter(qtbot: QtBot, make: Make) -> None:
    side = make(replacing=True)
    write(qtbot, side, "igf")
    side.bar.new_words.setFocus()
    qtbot.keyClicks(side.bar.new_words, "IGF*")
    qtbot.keyClick(side.bar.new_words, Qt.Key.Key_Return)
    settle(qtbot, side)
    assert text_of(side, "meeting", "title").wording("en") == "IGF\\* 2026"
    assert marked(side) == ("i1", "en", "IGF")
    qtbot.keyClick(side.bar.new_words, Qt.Key.Key_Return)
    settle(qtbot, side)
    assert text_of(side, "i1", "title").wording("en") == "Opening of the **IGF\\*** meeting"
    assert marked(side)[0] == "c1"
    assert side.bar.new_words.hasFocus()


def test_replacing_goes_to_the_place_first_if_one_has_gone_elsewhere(qtbot: QtBot, make: Make) -> None:
    side = make(replacing=True)
    write(qtbot, side, "igf")
    side.panes.show_spot(Spot("i1", "title", "en", 0, 0), takes_focus=True)
    before = bridge_of(side).agenda
    side.replace_one()
    assert bridge_of(side).agenda is before
    assert marked(side) == ("i1", "en", "IGF")


def test_change_in_the_middle_of_replacing_is_not_lost(qtbot: QtBot, make: Make) -> None:
    side = make(replacing=True)
    write(qtbot, side, "igf")
    side.bar.new_words.setText("Forum")
    side.replace_checked()
    assert not side.bar.replace_all.isEnabled()
    bridge_of(side).set_text("i2", "title", "en", "The end")
    settle(qtbot, side)
    assert text_of(side, "i2", "title").wording("en") == "The end"
    assert text_of(side, "n1", "text").wording("en") == "All Forum rooms"


def test_text_that_has_changed_since_refuses_all_and_says_so(qtbot: QtBot, make: Make) -> None:
    side = make(replacing=True)
    said: list[str] = []
    bridge_of(side).refused.connect(said.append)
    write(qtbot, side, "igf")
    side.replace_checked()
    bridge_of(side).set_text("n1", "text", "en", "None")
    settle(qtbot, side)
    assert said == ["A text has changed since it was searched. Search again, then replace."]
    assert text_of(side, "meeting", "title").wording("en") == "IGF 2026"
    assert side.bar.replace_all.isEnabled()


def test_words_that_make_a_text_too_long_are_refused_and_one_can_go_on(qtbot: QtBot, make: Make) -> None:
    side = make(an_agenda(title=a_text("a" * 9000), days=0), replacing=True)
    said: list[str] = []
    bridge_of(side).refused.connect(said.append)
    write(qtbot, side, "a")
    side.bar.new_words.setText("bbb")
    side.replace_checked()
    settle(qtbot, side)
    assert len(said) == 1
    assert text_of(side, "meeting", "title").wording("en") == "a" * 9000
    assert side.bar.replace_all.isEnabled()


def test_all_can_be_checked_and_none(qtbot: QtBot, make: Make) -> None:
    side = make(replacing=True)
    write(qtbot, side, "igf")
    side.bar.all.click()
    assert side.bar.hits.chosen == []
    assert side.bar.replace_all.text() == "Replace the checked places"
    side.bar.all.click()
    assert len(side.bar.hits.chosen) == 4
    box = side.bar.hits.index(0, Column.WHERE)
    assert side.bar.hits.setData(box, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert box.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked


def test_only_replacing_has_boxes(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "igf")
    box = side.bar.hits.index(0, Column.WHERE)
    assert box.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not box.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not side.bar.new_words.isVisible()
    side.open_replace()
    assert box.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    assert side.bar.places.isVisible()
    assert side.bar.new_words.hasFocus()


# the window


def test_keys_of_the_window_find_and_replace(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_project(Session(small_agenda()))
    side = window.find_side
    qtbot.keyClick(window.tree, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert side.bar.words.hasFocus()
    write(qtbot, side, "igf")
    qtbot.keyClick(side.bar.words, Qt.Key.Key_F3)
    assert marked(side)[0] == "i1"
    qtbot.keyClick(side.bar.words, Qt.Key.Key_F3, SHIFT)
    assert marked(side)[0] == "meeting"
    qtbot.keyClick(side.bar.words, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert side.bar.new_words.hasFocus()
    qtbot.keyClicks(side.bar.new_words, "Forum")
    side.replace_checked()
    settle(qtbot, side)
    assert window.statusBar().currentMessage().startswith("4 places were replaced")


def test_undo_in_a_box_takes_back_what_was_done_last(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    agenda = small_agenda()
    window.show_project(Session(agenda))
    side = window.find_side
    side.open_replace()
    write(qtbot, side, "igf")
    side.bar.new_words.setFocus()
    qtbot.keyClicks(side.bar.new_words, "Forum")
    side.replace_checked()
    settle(qtbot, side)
    undo = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(side.bar.new_words, *undo)
    assert window.bridge.agenda is agenda
    assert side.bar.new_words.text() == "Forum"
    QApplication.processEvents()
    qtbot.keyClick(side.bar.new_words, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.bridge.agenda is not agenda
    changed = window.bridge.agenda
    QApplication.processEvents()
    qtbot.keyClicks(side.bar.new_words, "s")
    qtbot.keyClick(side.bar.new_words, *undo)
    assert window.bridge.agenda is changed
    assert side.bar.new_words.text() != "Forums"


def test_bar_is_a_part_of_the_window_that_one_goes_round_to(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_project(Session(small_agenda()))
    window.find_side.open_find()
    window.panes.setFocus()
    qtbot.keyClick(window.panes, Qt.Key.Key_F6)
    assert window.find_side.bar.words.hasFocus()


def test_bar_speaks_arabic_at_once(qtbot: QtBot, qapp: QApplication, make: Make) -> None:
    side = make(replacing=True)
    write(qtbot, side, "igf")
    speech = WindowLanguage(qapp, "en")
    speech.change("ar")
    bridge_of(side).language = "ar"
    QApplication.processEvents()
    said = side.bar.count.text(), side.bar.languages.itemText(0), side.bar.replace_all.text()
    where = rows(side.bar.hits, Column.WHERE)
    speech.change("en")
    assert said == ("1 من 4 مواضع", "اللغتان", "استبدال 4 مواضع محددة")
    assert where[0] == "الاجتماع"


def test_languages_of_the_agenda_are_offered(qtbot: QtBot, make: Make) -> None:
    side = make()

    def offered() -> list[str]:
        return [side.bar.languages.itemText(place) for place in range(side.bar.languages.count())]

    assert offered() == ["Both languages", "English", "العربية"]
    side.bar.languages.setCurrentIndex(1)
    french = small_agenda().model_copy(update={"languages": ("en", "ar", "fr")})
    bridge_of(side).open(Session(french))
    assert offered() == ["All languages", "English", "العربية", "Français"]
    assert side.bar.query.languages == ("en",)


def test_what_was_found_in_another_project_is_forgotten(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "igf")
    side.close_bar()
    bridge_of(side).open(Session(an_agenda(title=a_text("The IGF"), days=0)))
    assert side.bar.hits.rowCount() == 0
    side.find_next()
    settle(qtbot, side)
    assert marked(side) == ("meeting", "en", "IGF")


def test_every_control_is_named(make: Make) -> None:
    side = make(replacing=True)
    bar = side.bar
    for button in (bar.previous, bar.next, bar.match_case, bar.whole_words, bar.lists, bar.close_button):
        assert button.accessibleName()
        assert not button.icon().isNull()
    assert bar.languages.accessibleName()
    assert bar.places.accessibleName()
    assert [label.buddy() for label in bar._labels] == [bar.words, bar.new_words]


def test_found_text_is_what_the_agenda_holds_after_every_deed(qtbot: QtBot, make: Make) -> None:
    side = make()
    write(qtbot, side, "igf")
    bridge = bridge_of(side)
    bridge.apply(lambda agenda: set_text(agenda, "i1", "title", "en", "x [IGF](https://igf.org/)"), sentence("Typing"))
    settle(qtbot, side)
    qtbot.keyClick(side.bar.words, Qt.Key.Key_Return)
    assert marked(side) == ("i1", "en", "IGF")
    assert side.panes.spot == Spot("i1", "title", "en", 2, 5)
