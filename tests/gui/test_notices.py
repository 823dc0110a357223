"""Bars above the panes: one of a matter, in order, said anew in another language, gone when closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.notices import Matter, Notice
from igfeditor.gui.translation import translate


def notice(words: str, deeds: list[str] | None = None) -> Notice:
    done = [] if deeds is None else deeds
    return Notice(lambda: words, ((lambda: "Do it", lambda: done.append(words)),))


def test_they_take_no_room_while_there_is_nothing_to_say(window: MainWindow) -> None:
    assert not window.notices.isVisible()
    window.notices.put(Matter.LOCK, notice("One"))
    assert window.notices.isVisible()
    window.notices.take(Matter.LOCK)
    assert not window.notices.isVisible()


def test_each_matter_has_one_bar_and_its_place(window: MainWindow) -> None:
    window.notices.put(Matter.JOURNAL, notice("Journal"))
    window.notices.put(Matter.READING, notice("Reading"))
    window.notices.put(Matter.OUTSIDE, notice("Outside"))
    window.notices.put(Matter.OUTSIDE, notice("Outside again"))
    bars = sorted(window.notices.bars.values(), key=lambda bar: window.notices.layout().indexOf(bar))
    assert [bar.label.text() for bar in bars] == ["Reading", "Outside again", "Journal"]
    assert [bar.accessibleName() for bar in bars] == ["Reading", "Outside again", "Journal"]


def test_a_button_does_its_deed_and_the_cross_closes_the_bar(qtbot: QtBot, window: MainWindow) -> None:
    done: list[str] = []
    window.notices.put(Matter.LOCK, notice("One", done))
    bar = window.notices.bars[Matter.LOCK]
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["One"]
    qtbot.mouseClick(bar.closed, Qt.MouseButton.LeftButton)
    assert window.notices.words(Matter.LOCK) == ""
    assert not window.notices.isVisible()


def test_they_are_said_anew_in_another_language(qtbot: QtBot, window: MainWindow) -> None:
    window.notices.put(Matter.LOCK, Notice(lambda: translate("Locking", "This file is free now.")))
    window.speak("ar")
    bar = window.notices.bars[Matter.LOCK]
    qtbot.waitUntil(lambda: bar.label.text() == "أُغلق الملف ويمكن تحريره الآن.", timeout=5_000)
    assert bar.closed.accessibleName() == "إغلاق هذا التنبيه"


def test_another_project_begins_without_them(window: MainWindow) -> None:
    window.actions_by_name["sample"].trigger()
    window.notices.put(Matter.OUTSIDE, notice("Outside"))
    window.actions_by_name["sample"].trigger()
    assert not window.notices.bars


def test_what_was_closed_is_said_again_of_another_project(window: MainWindow) -> None:
    window.notices.put(Matter.LOCK, notice("Omar has it"))
    window.notices.bars[Matter.LOCK].closed.click()
    window.notices.put(Matter.LOCK, notice("Omar has it"))
    assert not window.notices.bars
    window.notices.clear()
    window.notices.put(Matter.LOCK, notice("Omar has it"))
    assert window.notices.words(Matter.LOCK) == "Omar has it"
