"""The tab of pages: it shows what will be printed, follows the typist, and leads back to the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from igfeditor.document.blocks import Document
from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters.pages_pictures import Pages
from igfeditor.exporters.pages_press import Press
from igfeditor.gui import file_deeds
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.panels import pages_press
from igfeditor.gui.panels.pages import PagesPanel
from igfeditor.gui.panels.pages_press import Drawn, Order, PressRoom
from igfeditor.gui.panels.pages_view import POINT
from igfeditor.gui.panels.properties import Properties
from igfeditor.gui.paper import print_on
from igfeditor.model import edits
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.texts import agenda_texts
from igfeditor.services.operations import open_sample
from igfeditor.services.session import Session

SOON = 20_000


@pytest.fixture
def tab(qtbot: QtBot, window: MainWindow) -> Iterator[PagesPanel]:
    """Give the tab in a window with the sample, when all is printed and drawn."""
    file_deeds.sample(window)
    window.side.show_tab(PagesPanel)
    made = window.side.tab(PagesPanel)
    assert isinstance(made, PagesPanel)
    settle(qtbot, made)
    yield made
    room = made._room
    window.hide()
    assert made._room is None
    if room is not None and isValid(room):
        room.stop()


def settle(qtbot: QtBot, tab: PagesPanel) -> None:
    qtbot.waitUntil(lambda: not tab.is_waiting and drawn(tab), timeout=SOON)


def drawn(tab: PagesPanel) -> bool:
    """Tell whether all that is in view has been drawn, and sharp."""
    view = tab.view
    scale = view.zoom * POINT * view.devicePixelRatioF()
    view.viewport().repaint()
    return all(view._is_drawn(view._columns[place].printed, page, scale) for place, page in view._in_view())


def names(tab: PagesPanel) -> list[str]:
    return [one.name for one in tab.view.printed]


def point_of(tab: PagesPanel, column: int, node: str, field: str) -> QPoint:
    view = tab.view
    spot = view.printed[column].pages.spot_of(node, field)
    assert spot is not None
    sheet = view._rectangle(column, spot.page)
    scale = view.zoom * POINT
    return QPoint(round(sheet.left() + (spot.left + 30) * scale), round(sheet.top() + (spot.top + 5) * scale))


def test_both_languages_stand_beside_each_other_english_at_the_left(tab: PagesPanel) -> None:
    assert names(tab) == ["en", "ar"]
    left, right = (tab.view._rectangle(column, 0) for column in (0, 1))
    assert left.right() < right.left()
    assert "English" in tab.told.text()
    assert tab.view.accessibleDescription() == tab.told.text()


def test_pages_are_those_that_are_exported(tab: PagesPanel) -> None:
    sample = open_sample().agenda
    for printed in tab.view.printed:
        press = Press()
        assert printed.pages.count == press.print(compose(sample, Layout((printed.name,)))).count
        press.close()


def test_what_is_typed_is_printed(qtbot: QtBot, window: MainWindow, tab: PagesPanel) -> None:
    before = tab.view.printed[0]
    window.bridge.set_text(THE_MEETING, "title", "en", "A quite different title")
    assert tab.is_waiting
    settle(qtbot, tab)
    assert tab.view.printed[0] is not before
    assert b"A quite different title" not in before.pages.data
    assert words_of(tab, 0).startswith("A quite different title")


def words_of(tab: PagesPanel, column: int) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(tab.view.printed[column].pages.data)
    words = document[0].get_textpage().get_text_range()
    document.close()
    return words


def test_the_latest_text_wins_and_the_window_goes_on_meanwhile(
    qtbot: QtBot, window: MainWindow, tab: PagesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, real, prints = Event(), Event(), Press.print, list[str]()

    def slow(press: Press, document: object) -> object:
        begun.set()
        assert go_on.wait(SOON / 1000)
        prints.append(document.title)  # type: ignore[attr-defined]
        return real(press, document)  # type: ignore[arg-type]

    monkeypatch.setattr(Press, "print", slow)
    window.bridge.set_text(THE_MEETING, "title", "en", "First")
    tab.print_now()
    assert begun.wait(SOON / 1000)
    for words in ("Second", "Third", "Fourth"):
        # The press stands still, and the window types on.
        window.bridge.set_text(THE_MEETING, "title", "en", words)
        tab.print_now()
        QTest.qWait(10)
        assert window.bridge.agenda.meeting.title.wording("en") == words
    go_on.set()
    settle(qtbot, tab)
    assert words_of(tab, 0).startswith("Fourth")
    assert "First" in prints
    assert not {"Second", "Third"} & set(prints)


def test_a_hidden_tab_prints_nothing(
    qtbot: QtBot, window: MainWindow, tab: PagesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.side.show_tab(Properties)
    orders: list[object] = []
    monkeypatch.setattr(PressRoom, "order", lambda room, order: orders.append(order))
    window.bridge.set_text(THE_MEETING, "title", "en", "Unseen")
    QTest.qWait(3 * tab._pause.interval())
    assert orders == []
    window.side.show_tab(PagesPanel)
    qtbot.waitUntil(lambda: len(orders) == 1, timeout=SOON)


@pytest.mark.parametrize("column", [0, 1])
def test_a_click_goes_to_the_field(qtbot: QtBot, window: MainWindow, tab: PagesPanel, column: int) -> None:
    day = window.bridge.agenda.days[0]
    item = day.slots[0].items[0]
    where = point_of(tab, column, item.id, "title")
    with qtbot.waitSignal(tab.text_requested) as asked:
        qtbot.mouseClick(tab.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [item.id, "title"]
    assert window.bridge.current == item.id


def test_a_click_on_a_time_goes_to_its_row(qtbot: QtBot, window: MainWindow, tab: PagesPanel) -> None:
    slot = window.bridge.agenda.days[0].slots[0]
    spot = tab.view.printed[0].pages.spot_of(slot.id)
    assert spot is not None
    tab.view.chosen.emit(slot.id, "")
    assert window.bridge.current == slot.id


def test_the_page_of_the_current_row_comes_into_view(window: MainWindow, tab: PagesPanel) -> None:
    last = window.bridge.agenda.days[-1].slots[-1]
    tab.view.set_zoom(1.0)
    window.bridge.select(last.id)
    for column, printed in enumerate(tab.view.printed):
        spot = printed.pages.spot_of(last.id)
        assert spot is not None
        sheet = tab.view._rectangle(column, spot.page)
        height = sheet.top() + spot.top * tab.view.zoom * POINT
        assert 0 <= height <= tab.view.viewport().height()


def test_columns_are_scrolled_by_the_place_in_the_agenda(window: MainWindow, tab: PagesPanel) -> None:
    tab.view.set_zoom(1.0)
    day = window.bridge.agenda.days[1]
    tab.view.light(day.id, "heading")
    heights = []
    for column, printed in enumerate(tab.view.printed):
        spot = printed.pages.spot_of(day.id, "heading")
        assert spot is not None
        heights.append(tab.view._rectangle(column, spot.page).top() + spot.top * tab.view.zoom * POINT)
    assert abs(heights[0] - heights[1]) <= 2


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_pictures_are_as_sharp_as_the_screen(qtbot: QtBot, tab: PagesPanel, zoom: float) -> None:
    tab.view.set_zoom(zoom)
    settle(qtbot, tab)
    (column, page), *_ = tab.view._in_view()
    printed = tab.view.printed[column]
    picture = tab.view._pictures[printed.name, page].picture
    ratio = tab.view.devicePixelRatioF()
    assert picture.width() == pytest.approx(printed.sizes[page][0] * zoom * POINT * ratio, abs=1.5)


def test_sizes_go_by_wheel_key_and_button(qtbot: QtBot, tab: PagesPanel) -> None:
    assert tab.view.fits_width
    tab.view.set_zoom(1.0)
    tab.larger.click()
    assert tab.percent.text() == "125 %"
    QTest.keyClick(tab.view, Qt.Key.Key_Minus)
    assert tab.percent.text() == "100 %"
    QTest.keyClick(tab.view, Qt.Key.Key_0)
    assert tab.view.fits_width
    assert tab.fit.isChecked()


def test_one_language_or_one_page_for_both_can_be_chosen(qtbot: QtBot, tab: PagesPanel) -> None:
    for place, expected in ((1, ["en"]), (2, ["ar"]), (3, ["en-ar"]), (0, ["en", "ar"])):
        tab.which.setCurrentIndex(place)
        settle(qtbot, tab)
        assert names(tab) == expected


def test_what_cannot_be_printed_is_said_and_the_old_pages_stay_pale(
    qtbot: QtBot, window: MainWindow, tab: PagesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Press.print

    def refuse(press: Press, document: object) -> object:
        raise ExportError(sentence("The pages cannot be set: {reason}.", reason="no ink"))

    monkeypatch.setattr(Press, "print", refuse)
    before = tab.view.printed
    window.bridge.set_text(THE_MEETING, "title", "en", "Refused")
    qtbot.waitUntil(tab.fault.isVisible, timeout=SOON)
    assert "no ink" in tab.fault.text()
    assert tab.view.printed == before
    assert tab.view._is_pale
    monkeypatch.setattr(Press, "print", real)
    window.bridge.set_text(THE_MEETING, "title", "en", "Printed")
    settle(qtbot, tab)
    assert not tab.fault.isVisible()
    assert not tab.view._is_pale


def test_an_agenda_without_words_says_what_will_stand_here(qtbot: QtBot, window: MainWindow, tab: PagesPanel) -> None:
    window.show_project(Session.new())
    assert not any(place.text for place in agenda_texts(window.bridge.agenda))
    qtbot.waitUntil(lambda: tab._stack.currentIndex() == 1, timeout=SOON)
    assert not tab.paper.isEnabled()
    window.bridge.set_text(THE_MEETING, "title", "en", "Something")
    settle(qtbot, tab)
    assert tab._stack.currentIndex() == 0


def test_a_window_that_is_closed_sends_the_press_home(qtbot: QtBot, window: MainWindow, tab: PagesPanel) -> None:
    room = tab._room
    assert room is not None
    window.hide()
    qtbot.waitUntil(lambda: not isValid(room) or room.isFinished(), timeout=SOON)


def test_keys_lead_to_the_desk(window: MainWindow, tab: PagesPanel) -> None:
    window.side.show_tab(Properties)
    window.actions_by_name["pages"].trigger()
    assert window.side.currentWidget() is tab
    assert window.focusWidget() is tab.view


def test_the_menus_offer_each_layout_for_paper_and_for_a_file(
    qtbot: QtBot, window: MainWindow, tab: PagesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(file_deeds, "export", lambda window, layouts, formats: asked.append((*layouts, *formats)))
    monkeypatch.setattr(file_deeds, "print_on_paper", lambda window, layout: asked.append((layout,)))
    for button in (tab.paper, tab.file):
        assert len(button.menu().actions()) == 3
        button.menu().actions()[2].trigger()
    assert asked == [("en-ar",), ("en-ar", "pdf")]


@pytest.mark.parametrize("name", ["ar", "en-ar"])
def test_paper_has_as_many_sheets_as_there_are_pages(tmp_path: object, name: str, qapp: QGuiApplication) -> None:
    import pypdfium2

    press = Press()
    pages = press.print(compose(open_sample().agenda, Layout(tuple(name.split("-")))))
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))  # type: ignore[operator]
    assert print_on(printer, pages) == pages.count
    document = pypdfium2.PdfDocument(tmp_path / "paper.pdf")  # type: ignore[operator]
    assert len(document) == pages.count
    width, height = document.get_page_size(0)
    assert (width > height) == (name == "en-ar")
    document.close()
    pages.close()
    press.close()


def test_in_a_large_agenda_the_page_that_is_typed_on_is_printed_first(
    qtbot: QtBot, window: MainWindow, tab: PagesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages_press, "SLOW", 0.0)
    near: list[str] = []
    real = Press.print_near

    def print_near(press: Press, document: Document, node: str) -> Pages:
        near.append(node)
        return real(press, document, node)

    monkeypatch.setattr(Press, "print_near", print_near)
    room = tab._room
    assert room is not None
    drawn: list[Drawn] = []
    room.drawn.connect(drawn.append)
    before = tab.view.printed
    window.bridge.set_text("i3", "title", "en", "Issues at length")
    settle(qtbot, tab)
    assert near == ["i3", "i3"]
    # The first pictures are of the touched page, shown among the pages that were there.
    is_old = [any(one.wanted.printed is old for old in before) for one in drawn]
    assert is_old == sorted(is_old, reverse=True)
    assert {one.wanted.printed.name for one, old in zip(drawn, is_old, strict=True) if old} == {"en", "ar"}
    assert tab.view.printed[0] is not before[0]


def test_what_is_changed_at_several_places_is_printed_as_a_whole(
    qtbot: QtBot, window: MainWindow, tab: PagesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages_press, "SLOW", 0.0)
    orders: list[Order] = []
    order = PressRoom.order
    monkeypatch.setattr(PressRoom, "order", lambda room, one: (orders.append(one), order(room, one)))
    window.bridge.set_text("i3", "title", "en", "One")
    window.bridge.set_text("i4", "title", "en", "Two")
    settle(qtbot, tab)
    window.bridge.apply(lambda agenda: edits.set_slot(agenda, "s1", kind="ceremony"), sentence("Kind"))
    settle(qtbot, tab)
    assert [one.node for one in orders] == ["", ""]
