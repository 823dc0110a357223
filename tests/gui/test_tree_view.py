"""The tree under the hands of a user: real key strokes, what stays chosen and open, and what it looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from igfeditor.errors import sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.tree_filter import Filter
from igfeditor.gui.tree_model import Column
from igfeditor.gui.tree_side import TreeSide
from igfeditor.gui.tree_view import TreeView
from igfeditor.model import rows
from igfeditor.model.agenda import Agenda
from igfeditor.services.operations import new_agenda, open_sample
from igfeditor.services.session import Session
from tests.agendas import a_day, a_slot, a_sub_item, an_agenda, an_item, large_agenda

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Make = Callable[..., TreeView]


@pytest.fixture
def tree(qtbot: QtBot) -> Make:
    def make(agenda: Agenda, language: str = "en") -> TreeView:
        view = TreeView(Bridge(Session(agenda), language))
        view.bridge.setParent(view)
        QAbstractItemModelTester(view.shown, QAbstractItemModelTester.FailureReportingMode.Warning, view)
        qtbot.addWidget(view)
        view.resize(360, 600)
        view.show()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        return view

    return make


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def an_outline() -> Agenda:
    first = an_item("Opening", a_sub_item("Message", ar="رسالة"), a_sub_item("Welcome"), ar="افتتاح")
    return an_agenda(
        a_day(
            a_slot(first, start="09:00", end="09:45"),
            a_slot(start="09:45", end="10:00", kind="break"),
            a_slot(an_item("Reports", ar="تقارير"), an_item("Budget"), start="10:00", end="11:00"),
        ),
        a_day(a_slot(an_item("Closing"), start="09:00")),
    )


def visible(view: TreeView) -> list[str]:
    """Give the ids of the rows that a user sees, from the top."""
    ids: list[str] = []
    index = view.shown.index(0, 0)
    while index.isValid():
        ids.append(view.rows.id_of(view.shown.mapToSource(index)))
        index = view.indexBelow(index)
    return ids


def stand_on(view: TreeView, first: str, *others: str) -> None:
    view.bridge.select(first)
    for row in others:
        flags = view.selectionModel().SelectionFlag
        view.selectionModel().select(view._index_of(row), flags.Select | flags.Rows)


def editor_of(view: TreeView) -> QLineEdit:
    editors = [one for one in view.viewport().findChildren(QLineEdit) if one.isVisible()]
    assert len(editors) == 1
    return editors[0]


def titles(view: TreeView, row: str) -> list[str]:
    return [view.rows.index_of(one).data() for one in view.rows.shape.rows(row)]


# --- keys --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", ["W", "?", "\u0645"])
def test_a_letter_on_a_row_begins_its_title_anew_and_escape_leaves_it(tree: Make, qtbot: QtBot, letter: str) -> None:
    view = tree(an_agenda(a_day(a_slot(an_item("Opening", name="i1"), name="s1"), name="d1")))
    stand_on(view, "s1")
    for _ in range(2):
        QCoreApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, NONE, letter))
        assert editor_of(view).text() == letter
        qtbot.keyClick(editor_of(view), Key.Key_Escape)
        qtbot.waitUntil(view.hasFocus)
        assert titles(view, "d1") == ["1. Opening"]
    QCoreApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, NONE, letter))
    qtbot.keyClick(editor_of(view), Key.Key_Return)
    qtbot.waitUntil(view.hasFocus)
    assert titles(view, "d1") == [f"1. {letter}"]


def test_a_space_and_keys_with_control_are_no_title(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_agenda(a_day(a_slot(an_item("Opening", name="i1"), name="s1"), name="d1")))
    stand_on(view, "s1")
    qtbot.keyClick(view, Key.Key_Space)
    qtbot.keyClick(view, Key.Key_G, CTRL)
    assert view.state() != view.State.EditingState


def test_an_agenda_of_two_days_is_typed_from_nothing(tree: Make, qtbot: QtBot) -> None:
    view = tree(new_agenda(""))

    def typed(words: str) -> None:
        qtbot.keyClicks(editor_of(view), words)
        qtbot.keyClick(editor_of(view), Key.Key_Return)
        qtbot.waitUntil(view.hasFocus)

    qtbot.keyClick(view, Key.Key_Return)
    typed("Open consultation")
    view.add_slot()
    typed("Opening")
    view.add_sub_item()
    typed("Message")
    qtbot.keyClick(view, Key.Key_Return)
    typed("Welcome")
    view.add_item()
    typed("Adoption of the agenda")
    view.add_slot()
    typed("Reports")
    qtbot.keyClick(view, Key.Key_B, CTRL | SHIFT)
    view.add_day()
    typed("Advisory group")
    agenda = view.bridge.agenda
    assert titles(view, "d1") == ["2 items", "3. Reports", "BREAK"]
    assert titles(view, "s1") == ["1. Opening", "2. Adoption of the agenda"]
    assert titles(view, "i1") == ["a. Message", "b. Welcome"]
    for _ in range(30):
        view.bridge.undo()
    assert view.bridge.agenda == new_agenda("").model_copy(update={"id": agenda.id})
    for _ in range(30):
        view.bridge.redo()
    assert view.bridge.agenda == agenda


def test_a_break_without_room_is_asked_about_first(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline())
    stand_on(view, "c1")
    with qtbot.waitSignal(view.bridge.retiming_requested) as wished:
        qtbot.keyClick(view, Key.Key_B, CTRL | SHIFT)
    assert not view.bridge.session.is_dirty
    (wish,) = wished.args or ()
    view.bridge.apply(wish.edit("ripple"), wish.label, origin=view)
    assert list(view.rows.shape.rows("d1")) == ["s1", "s5", "s2", "s3"]
    assert [str(slot.start) for slot in view.bridge.agenda.days[0].slots][1:] == ["09:45:00", "10:00:00", "10:15:00"]


def test_f2_edits_and_escape_leaves_all_as_it_was(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline())
    stand_on(view, "s1")
    qtbot.keyClick(view, Key.Key_F2)
    assert editor_of(view).text() == "Opening"
    qtbot.keyClicks(editor_of(view), "Something")
    qtbot.keyClick(editor_of(view), Key.Key_Escape)
    assert titles(view, "d1")[0] == "1. Opening"
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClicks(editor_of(view), "Welcome")
    qtbot.keyClick(editor_of(view), Key.Key_Return)
    qtbot.waitUntil(view.hasFocus)
    assert titles(view, "d1")[0] == "1. Welcome"


def test_a_deed_while_a_title_is_edited_keeps_what_was_typed(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline())
    stand_on(view, "s4")
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClicks(editor_of(view), "Farewell")
    view.add_slot()
    qtbot.keyClicks(editor_of(view), "Reception")
    view.move_up()
    assert titles(view, "d2") == ["1. Reception", "2. Farewell"]


@pytest.mark.parametrize(
    ("row", "key", "modifier", "holder", "after"),
    [
        ("s1", Key.Key_Down, ALT, "d1", ["s2", "s1", "s3"]),
        ("s3", Key.Key_Up, ALT, "d1", ["s1", "s3", "s2"]),
        ("s3", Key.Key_Down, ALT, "d2", ["s3", "s4"]),
        ("c2", Key.Key_Right, ALT, "c1", ["c2"]),
        ("c2", Key.Key_Left, ALT, "s1", ["i1", "c2"]),
        ("s2", Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "d1", ["s1", "s3"]),
        ("s2", Key.Key_D, CTRL, "d1", ["s1", "s2", "s5", "s3"]),
        ("i3", Key.Key_B, CTRL | SHIFT, "d1", ["s1", "s2", "s3", "s5"]),
    ],
)
def test_keys(
    tree: Make, qtbot: QtBot, row: str, key: Qt.Key, modifier: Qt.KeyboardModifier, holder: str, after: list[str]
) -> None:
    view = tree(an_outline())
    stand_on(view, row)
    before = visible(view)
    qtbot.keyClick(view, key, modifier)
    assert list(view.rows.shape.rows(holder)) == after
    view.bridge.undo()
    assert visible(view) == before
    view.bridge.redo()
    assert list(view.rows.shape.rows(holder)) == after


@pytest.mark.usefixtures("mirrored")
def test_in_a_mirrored_window_the_right_arrow_leads_higher(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline(), "ar")
    stand_on(view, "c2")
    qtbot.keyClick(view, Key.Key_Left, ALT)
    assert list(view.rows.shape.rows("c1")) == ["c2"]
    qtbot.keyClick(view, Key.Key_Right, ALT)
    assert list(view.rows.shape.rows("s1")) == ["c1", "c2"]


def test_rows_are_cut_copied_and_pasted(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline())
    stand_on(view, "s1")
    qtbot.keyClick(view, Key.Key_C, CTRL)
    assert "1. Opening" in QGuiApplication.clipboard().text()
    stand_on(view, "s4")
    qtbot.keyClick(view, Key.Key_V, CTRL)
    assert titles(view, "d2") == ["1. Closing", "2. Opening"]
    assert view.chosen_rows == ("s5",)
    stand_on(view, "s2")
    qtbot.keyClick(view, Key.Key_X, CTRL)
    assert titles(view, "d1") == ["1. Opening", "2 items"]
    other = tree(an_agenda(slots=1))
    assert other.can_paste()
    stand_on(other, "d1")
    other.paste()
    assert titles(other, "d1")[1] == "BREAK"


def test_pasting_anything_else_is_refused_in_words(tree: Make) -> None:
    view = tree(an_outline())
    QGuiApplication.clipboard().setText("Opening")
    said: list[str] = []
    view.bridge.refused.connect(said.append)
    assert not view.can_paste()
    view.paste()
    assert said != []


# --- what can be done --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "can"),
    [
        ("meeting", {"add_slot", "break_after"}),
        ("d1", {"add_slot", "break_after", "delete", "duplicate", "move_down"}),
        ("s2", {"add_slot", "break_after", "delete", "duplicate", "move_up", "move_down"}),
        ("i3", {"add_slot", "break_after", "add_item", "add_sub_item", "delete", "duplicate"}
         | {"move_up", "move_down", "indent"}),
        ("c2", {"add_slot", "break_after", "add_item", "add_sub_item", "delete", "duplicate"}
         | {"move_up", "move_down", "indent", "outdent"}),
    ],
)  # fmt: skip
def test_what_can_be_done(tree: Make, row: str, can: set[str]) -> None:
    view = tree(an_outline())
    stand_on(view, row)
    names = {"add_slot", "break_after", "add_item", "add_sub_item", "delete", "duplicate"} | {
        "move_up", "move_down", "indent", "outdent",
    }  # fmt: skip
    assert {name for name in names if getattr(view, f"can_{name}")()} == can


def test_nothing_can_be_added_but_a_day_to_an_empty_agenda(tree: Make) -> None:
    view = tree(new_agenda(""))
    assert not view.can_add_slot()
    assert "No days yet" in view._hint()
    view.add_slot()
    view.delete()
    view.indent()
    assert not view.bridge.session.history.done


# --- what is chosen and open -------------------------------------------------------------------------------


def test_where_one_stands_is_told_and_followed(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline())
    told: list[tuple[str, object]] = []
    view.bridge.current_changed.connect(lambda node, origin: told.append((node, origin)))
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Down)
    assert told == [("d1", view), ("i1", view)]
    assert view.current_row == "s1"
    view.bridge.select("s2")
    assert view.current_row == "s2"
    view.bridge.select("i1", origin=None)
    assert view.current_row == "s1"
    assert view.bridge.current == "i1"


def test_what_is_open_and_chosen_stays_so(tree: Make) -> None:
    view = tree(an_outline())
    view.collapse(view._index_of("s3").siblingAtColumn(0))
    stand_on(view, "s1", "s3")
    before = visible(view)
    view.move_down()
    assert view.chosen_rows == ("s1", "s3")
    view.bridge.undo()
    assert view.chosen_rows == ("s1", "s3")
    assert visible(view) == before
    view.delete()
    view.bridge.undo()
    assert visible(view) == before
    assert view.chosen_rows == ("s1", "s3")


def test_after_deleting_one_stands_on_a_neighbour(tree: Make) -> None:
    view = tree(an_outline())
    stand_on(view, "s2")
    view.delete()
    assert view.current_row in {"s1", "s3", "c2"}
    assert view.rows.row_of(view.bridge.current) == view.current_row


def test_several_rows_move_together(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_agenda(slots=5))
    stand_on(view, "s2")
    qtbot.keyClick(view, Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Key.Key_Up, ALT)
    assert list(view.rows.shape.rows("d1")) == ["s2", "s3", "s1", "s4", "s5"]
    assert view.chosen_rows == ("s2", "s3")


def test_many_rows_that_move_at_once_stay_open_and_chosen(tree: Make) -> None:
    view = tree(an_agenda(days=2, slots=12))
    slots = ["s1", "s3", "s5", "s7", "s9"]
    stand_on(view, *slots)
    view.bridge.apply(lambda agenda: rows.move(agenda, slots, "d2", 1), sentence("Move"))
    assert list(view.rows.shape.rows("d2"))[1:6] == slots
    assert view.chosen_rows == tuple(slots)
    assert len(visible(view)) == 27
    view.bridge.undo()
    assert view.chosen_rows == tuple(slots)


def test_all_rows_of_one_sort_are_chosen_together(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline())
    stand_on(view, "s2")
    qtbot.keyClick(view, Key.Key_A, CTRL)
    assert view.chosen_rows == ("s1", "s2", "s3")


def test_another_project_begins_anew(tree: Make) -> None:
    view = tree(an_outline())
    view.bridge.open(Session(an_agenda(days=2, slots=1)))
    assert visible(view) == ["meeting", "d1", "s1", "d2", "s2"]
    assert view.current_row == "meeting"


def test_a_click_on_the_chosen_row_edits_it(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline())
    stand_on(view, "s1")
    place = view.visualRect(view._index_of("s1")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    qtbot.waitUntil(lambda: bool(view.viewport().findChildren(QLineEdit)))
    assert editor_of(view).text() == "Opening"


# --- direction and looks -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("typed", ["", "2021", "IGF 2021", "افتتاح"])
def test_an_arabic_title_is_edited_from_the_right(tree: Make, qtbot: QtBot, typed: str) -> None:
    view = tree(an_outline(), "ar")
    stand_on(view, "s4")
    qtbot.keyClick(view, Key.Key_F2)
    editor = editor_of(view)
    assert editor.placeholderText() == "Closing"
    editor.setText(typed)
    editor.setCursorPosition(0)
    editor.insert("ا")
    editor.setCursorPosition(0)
    editor.grab()  # a line finds its place when it is painted
    assert editor.cursorRect().center().x() > editor.width() * 0.8


def test_an_english_title_is_edited_from_the_left(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline(), "en")
    stand_on(view, "s4")
    qtbot.keyClick(view, Key.Key_F2)
    editor_of(view).setText("افتتاح")
    editor_of(view).setCursorPosition(6)
    editor_of(view).grab()
    assert editor_of(view).cursorRect().center().x() < 40


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_row_has_one_height_and_no_widget(tree: Make, language: str) -> None:
    view = tree(open_sample().agenda, language)
    heights = {view.visualRect(view._index_of(row)).height() for row in visible(view)}
    assert len(heights) == 1
    assert not view.grab().isNull()
    assert view.header().sectionSize(Column.TIME) < view.width() / 2


def test_the_view_has_a_name(tree: Make) -> None:
    assert tree(an_outline()).accessibleName() == "Agenda"


# --- filters -----------------------------------------------------------------------------------------------


def test_a_filter_opens_what_fits_and_gives_back_what_was_open(tree: Make) -> None:
    view = tree(an_outline())
    view.collapse(view._index_of("s3").siblingAtColumn(0))
    before = visible(view)
    widths = [view.columnWidth(column) for column in Column]
    view.filter(Filter.ALL, "budget")
    assert visible(view) == ["d1", "s3", "i3"]
    assert [view.columnWidth(column) for column in Column] == widths
    view.filter(Filter.ALL)
    assert visible(view) == before
    view.filter(Filter.STALE)
    assert visible(view) == []
    assert view._hint() == "No row fits the filter."


def test_a_filter_does_not_change_where_one_stands(tree: Make) -> None:
    view = tree(an_outline())
    stand_on(view, "c1")
    view.filter(Filter.ALL, "budget")
    assert view.bridge.current == "c1"
    view.filter(Filter.ALL)
    assert view.current_row == "c1"
    view.filter(Filter.ALL, "budget")
    view.bridge.select("c2")
    assert view.current_row == "c2"


def test_the_filter_box(tree: Make, qtbot: QtBot) -> None:
    view = tree(an_outline())
    side = TreeSide(view)
    qtbot.addWidget(side)
    side.show()
    qtbot.keyClicks(side.words, "budget")
    qtbot.waitUntil(lambda: visible(view) == ["d1", "s3", "i3"])
    qtbot.keyClick(side.words, Key.Key_Escape)
    qtbot.waitUntil(lambda: len(visible(view)) == 11)
    side.choice.setCurrentIndex(1)
    assert "c1" not in visible(view)
    qtbot.keyClick(side.words, Key.Key_Down)
    assert view.current_row in visible(view)
    view.bridge.open(Session(an_agenda()))
    assert side.choice.currentIndex() == 0
    assert visible(view)[0] == "meeting"


def test_a_large_agenda_opens_with_its_first_day(tree: Make) -> None:
    view = tree(large_agenda(slots=200, sub_items=4))
    assert visible(view)[:3] == ["meeting", "d1", "s1"]
    assert len(visible(view)) == 1 + 10 + 20
    view.expandAll()
    view.bridge.set_text("i1", "title", "en", "Another title")
    assert view.rows.index_of("s1").data() == "1. Another title"
