"""The properties panel: every attribute within reach, by keyboard, with the focus kept and refusals said in place."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from igfeditor.gui import file_deeds
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.panels.controls import ClockEdit
from igfeditor.gui.panels.field_row import FieldRow
from igfeditor.gui.panels.fields import FIELDS, SETTERS
from igfeditor.gui.panels.form import Form
from igfeditor.gui.panels.offer import Offer
from igfeditor.gui.panels.part_list import PartList
from igfeditor.gui.panels.parts import LISTINGS
from igfeditor.gui.panels.properties import Properties
from igfeditor.gui.panels.texts import TextPair
from igfeditor.gui.translation import WindowLanguage
from igfeditor.language.messages import say
from igfeditor.model import edits, rows
from igfeditor.model.agenda import Agenda, Day, Item, Meeting, Slot, SubItem
from igfeditor.model.tree import NodeKind
from igfeditor.services.session import Session


@pytest.fixture
def bridge(qapp: object) -> Bridge:
    return Bridge(Session.sample(), "en")


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge) -> Properties:
    panel = Properties(bridge)
    qtbot.addWidget(panel)
    panel.resize(256, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def form(panel: Properties, kind: NodeKind) -> Form:
    made = panel.form(kind)
    assert made is not None
    return made


def row(panel: Properties, kind: NodeKind, name: str) -> FieldRow:
    return next(row for row in form(panel, kind).rows if row.field.name == name)


def parts(panel: Properties, kind: NodeKind, name: str) -> PartList:
    return next(one for one in form(panel, kind).lists if one.listing.name == name)


def node(bridge: Bridge, name: str) -> Any:
    return bridge.tree.node(name)


def write(control: QWidget, words: str) -> None:
    """Type letters of any script, which keyClicks cannot."""
    for letter in words:
        QApplication.sendEvent(control, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def typed(qtbot: QtBot, control: QWidget, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    control.setFocus()
    control.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClick(control, Qt.Key.Key_Delete)
    write(control, words)
    qtbot.keyClick(control, key)


def pick(qtbot: QtBot, control: QWidget, steps: int) -> None:
    control.setFocus()
    for _ in range(steps):
        qtbot.keyClick(control, Qt.Key.Key_Down)


class TestWhatIsShown:
    @pytest.mark.parametrize(
        ("current", "kinds"),
        [
            ("meeting", ["meeting"]),
            ("d1", ["day", "meeting"]),
            ("s1", ["slot", "item", "day", "meeting"]),
            ("i1", ["slot", "item", "day", "meeting"]),
            ("c1", ["sub_item", "item", "slot", "day", "meeting"]),
            ("l1", ["meeting"]),
        ],
    )
    def test_own_form_comes_first_and_those_around_it_follow(
        self, bridge: Bridge, panel: Properties, current: str, kinds: list[NodeKind]
    ) -> None:
        bridge.select(current)
        heads = [(one.mapTo(panel, QPoint()).y(), one.kind) for one in panel.findChildren(Form) if one.isVisible()]
        assert [kind for _, kind in sorted(heads)] == kinds

    def test_item_among_several_comes_before_its_slot(self, bridge: Bridge, panel: Properties) -> None:
        slot = next(one.id for day in bridge.agenda.days for one in day.slots if len(one.items) > 1)
        item = node(bridge, slot).items[1].id
        bridge.select(item)
        assert form(panel, "item").y() < form(panel, "slot").y()
        assert form(panel, "item").node == item

    def test_day_and_meeting_are_folded_until_they_are_opened(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties
    ) -> None:
        bridge.select("c1")
        assert form(panel, "slot").body.isVisible()
        assert not form(panel, "day").body.isVisible()
        qtbot.keyClick(form(panel, "day").head, Qt.Key.Key_Space)
        assert row(panel, "day", "date").control.date().toPython() == date(2021, 2, 22)
        bridge.select("c2")
        assert form(panel, "day").body.isVisible()
        assert "open" in form(panel, "day").head.accessibleName()

    def test_every_attribute_of_the_agenda_file_is_within_reach(self) -> None:
        reached = {
            kind: {field.name for field in FIELDS[kind]} | {listing.name for listing in LISTINGS[kind]}
            for kind in FIELDS
        }
        in_panes = {"title", "host", "venue", "category", "text", "children", "id", "slots", "items"}
        models: dict[NodeKind, type[Any]] = {
            "meeting": Meeting, "day": Day, "slot": Slot, "item": Item, "sub_item": SubItem
        }  # fmt: skip
        for kind, model in models.items():
            assert set(model.model_fields) - in_panes - reached[kind] == set()
        assert set(Agenda.model_fields) & reached["meeting"] == {"languages"}
        assert set(FIELDS) == set(SETTERS) == set(LISTINGS)

    def test_part_is_chosen_in_its_list(self, bridge: Bridge, panel: Properties) -> None:
        link = bridge.agenda.meeting.links[2].id
        bridge.select(link)
        assert parts(panel, "meeting", "links").rows.currentRow() == 2

    def test_nothing_is_wider_than_the_panel(self, bridge: Bridge, panel: Properties) -> None:
        for current in ("meeting", "d1", "s1", "c1"):
            bridge.select(current)
            QApplication.processEvents()
            assert panel.widget().minimumSizeHint().width() <= panel.viewport().width()

    def test_larger_font_is_followed_and_nothing_is_cut_off(
        self, qapp: QApplication, bridge: Bridge, panel: Properties
    ) -> None:
        bridge.select("s1")
        before = QFont(QApplication.font())
        room: TextPair = row(panel, "slot", "room").control
        was = {language: line.font().pointSizeF() for language, line in room.lines.items()}
        larger = QFont(before)
        larger.setPointSizeF(before.pointSizeF() * 2)
        QApplication.setFont(larger)
        try:
            QApplication.processEvents()
            assert {language: line.font().pointSizeF() / 2 for language, line in room.lines.items()} == was
            bar = panel.verticalScrollBar().sizeHint().width()
            assert panel.minimumSizeHint().width() >= panel.widget().minimumSizeHint().width() + bar
        finally:
            QApplication.setFont(before)

    def test_project_without_days_shows_its_meeting(self, qtbot: QtBot, qapp: object) -> None:
        panel = Properties(Bridge(Session.new(), "en"))
        qtbot.addWidget(panel)
        panel.show()
        first = row(panel, "meeting", "first_date").control
        assert not first.isEnabled()
        assert first.text() == "–"
        panel._bridge.session.apply(lambda agenda: rows.add_child(agenda, "meeting", on=date(2026, 2, 9)), row_label())
        assert first.isEnabled()
        assert first.text() == "Mon 9 Feb 2026"


class TestTimes:
    def test_time_is_typed_without_a_colon(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        typed(qtbot, row(panel, "slot", "start").control, "0915")
        assert node(bridge, "s1").start == time(9, 15)

    def test_what_is_no_time_is_put_back_with_a_sentence(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        start = row(panel, "slot", "start")
        typed(qtbot, start.control, "noon")
        assert start.control.text() == "09:00"
        assert start.telling.isVisible()
        assert "“noon” is not a time of the day." in start.telling.text()
        assert not bridge.session.is_dirty
        typed(qtbot, start.control, "0915")
        assert not start.telling.isVisible()

    def test_other_spelling_of_the_same_time_is_no_deed(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        start = row(panel, "slot", "start").control
        typed(qtbot, start, "9")
        assert start.text() == "09:00"
        assert not bridge.session.is_dirty

    def test_escape_puts_back_what_was_there(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        start = row(panel, "slot", "start").control
        typed(qtbot, start, "11", Qt.Key.Key_Escape)
        assert start.text() == "09:00"
        qtbot.keyClick(start, Qt.Key.Key_Return)
        assert not bridge.session.is_dirty

    def test_start_cannot_go(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        start = row(panel, "slot", "start")
        typed(qtbot, start.control, "")
        assert start.telling.text().startswith("A slot needs a start.")
        assert start.control.text() == "09:00"

    def test_time_that_touches_others_asks_in_the_panel(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        typed(qtbot, row(panel, "slot", "end").control, "1000")
        assert not bridge.session.is_dirty
        ways = [button for button in panel.findChildren(QPushButton) if button.isVisible() and button.isEnabled()]
        ripple = next(button for button in ways if button.text().startswith("Move what follows"))
        qtbot.mouseClick(ripple, Qt.MouseButton.LeftButton)
        assert node(bridge, "s1").end == time(10)
        assert node(bridge, "s2").start == time(10)

    def test_minutes_of_a_slot_set_its_end(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        day = bridge.agenda.days[-1]
        last = max((slot for slot in day.slots if slot.end), key=lambda slot: slot.end or time())
        bridge.select(last.id)
        minutes = row(panel, "slot", "length").control
        assert last.start is not None
        assert last.end is not None
        before = (last.end.hour - last.start.hour) * 60 + last.end.minute - last.start.minute
        assert minutes.value() == before
        typed(qtbot, minutes, str(before + 5))
        end = node(bridge, last.id).end
        assert end.hour * 60 + end.minute == last.end.hour * 60 + last.end.minute + 5

    def test_slot_without_an_end_gets_one_past_midnight_by_its_minutes(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties
    ) -> None:
        bridge.session.apply(lambda agenda: edits.set_slot(agenda, "s1", end=None), row_label())
        bridge.select("s1")
        minutes = row(panel, "slot", "length").control
        assert minutes.text() == "–"
        typed(qtbot, minutes, "960")
        assert (node(bridge, "s1").end, node(bridge, "s1").next_day_end) == (time(1), True)
        typed(qtbot, minutes, "0")
        assert node(bridge, "s1").end is None

    def test_what_is_typed_is_kept_when_another_row_becomes_current(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties
    ) -> None:
        bridge.select("s1")
        start = row(panel, "slot", "start").control
        start.setFocus()
        start.selectAll()
        qtbot.keyClicks(start, "0910")
        bridge.select("s2")
        assert node(bridge, "s1").start == time(9, 10)
        assert start.text() == "09:45"


def row_label() -> Any:
    return FIELDS["slot"][0].deed


class TestChoices:
    def test_choice_by_keyboard_keeps_focus_and_place(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        panel.resize(256, 120)
        bridge.select("s1")
        kind = row(panel, "slot", "kind").control
        kind.setFocus()
        qtbot.waitUntil(lambda: panel.viewport().rect().contains(kind.mapTo(panel.viewport(), QPoint(2, 2))))
        place = panel.verticalScrollBar().value()
        assert place > 0
        qtbot.keyClick(kind, Qt.Key.Key_Down)
        assert node(bridge, "s1").kind == "break"
        assert QApplication.focusWidget() is kind
        assert panel.verticalScrollBar().value() == place
        qtbot.keyClick(kind, Qt.Key.Key_Down)
        assert node(bridge, "s1").kind == "lunch"

    def test_undo_and_redo_are_seen_in_the_same_control(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("d1")
        access = row(panel, "day", "access").control
        pick(qtbot, access, 2)
        assert bridge.agenda.days[0].access == "members"
        bridge.undo()
        assert bridge.agenda.days[0].access == "open"
        assert access.currentText() == "open to all"
        bridge.redo()
        assert access.currentText() == "members only"
        assert QApplication.focusWidget() is access

    @pytest.mark.parametrize(("language", "words"), [("en", "Change of the access"), ("ar", "تغيير الحضور")])
    def test_deed_is_named_in_the_history(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties, language: str, words: str
    ) -> None:
        bridge.select("d1")
        pick(qtbot, row(panel, "day", "access").control, 1)
        label = bridge.session.history.undo_label
        assert label is not None
        assert say(label, language) == words

    def test_every_deed_of_the_table_has_its_own_arabic(self) -> None:
        deeds = [field.deed for fields in FIELDS.values() for field in fields]
        for listings in LISTINGS.values():
            for one in listings:
                deeds += [deed for deed in (one.added, one.removed, one.moved, one.changed) if deed is not None]
        assert [str(deed) for deed in deeds if say(deed, "ar") == str(deed)] == []

    def test_wheel_over_a_control_without_the_focus_changes_nothing(self, bridge: Bridge, panel: Properties) -> None:
        bridge.select("d1")
        for name in ("access", "date"):
            control = row(panel, "day", name).control
            control.clearFocus()
            turn = QWheelEvent(
                QPointF(5, 5), control.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(control, turn)
        assert not bridge.session.is_dirty

    def test_switch_is_turned_by_the_space_bar(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        qtbot.keyClick(row(panel, "slot", "locked").control, Qt.Key.Key_Space)
        assert node(bridge, "s1").locked

    def test_switch_that_is_refused_is_put_back(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.session.apply(lambda agenda: edits.set_slot(agenda, "s1", end=None), row_label())
        bridge.select("s1")
        over = row(panel, "slot", "next_day_end")
        qtbot.keyClick(over.control, Qt.Key.Key_Space)
        assert not over.control.isChecked()
        assert over.telling.text().startswith("There is no end")

    def test_date_that_another_day_has_is_refused(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("d1")
        day = row(panel, "day", "date")
        day.control.setFocus()
        day.control.setDate(bridge.agenda.days[1].date)
        assert day.telling.text().startswith("Day 2 has the date")
        assert day.control.date().toPython() == date(2021, 2, 22)

    @pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
    def test_calendar_is_opened_by_the_key_of_a_list(
        self, qtbot: QtBot, panel: Properties, direction: Qt.LayoutDirection
    ) -> None:
        panel.setLayoutDirection(direction)
        first = row(panel, "meeting", "first_date").control
        first.setFocus()
        qtbot.keyClick(first, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert first.calendarWidget().isVisible()
        qtbot.keyClick(first.calendarWidget(), Qt.Key.Key_Escape)
        assert not first.calendarWidget().isVisible()

    def test_arabic_date_names_no_month_that_the_paper_may_not_have(self, panel: Properties) -> None:
        first = row(panel, "meeting", "first_date").control
        first.retranslate("ar")
        assert first.text() == "الاثنين 22/2/2021"

    def test_first_date_moves_all_days(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        first = row(panel, "meeting", "first_date").control
        before = [day.date for day in bridge.agenda.days]
        first.setDate(date(2021, 3, 1))
        assert [day.date - old for day, old in zip(bridge.agenda.days, before, strict=True)] == [
            date(2021, 3, 1) - before[0]
        ] * len(before)

    def test_no_minutes_are_none(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("c1")
        minutes = row(panel, "sub_item", "minutes").control
        typed(qtbot, minutes, "5")
        assert node(bridge, "c1").minutes == 5
        typed(qtbot, minutes, "0")
        assert node(bridge, "c1").minutes is None

    def test_number_of_an_item_is_written_or_chosen(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("i1")
        number = row(panel, "item", "number")
        assert number.control.currentText() == "automatic"
        typed(qtbot, number.control.line, "3 bis")
        assert node(bridge, "i1").number == "3 bis"
        typed(qtbot, number.control.line, "none")
        assert node(bridge, "i1").number == "none"
        typed(qtbot, number.control.line, "x" * 21)
        assert number.telling.text()
        assert number.control.currentText() == "none"

    def test_read_only_project_says_so_beside_the_control(self, qtbot: QtBot, bridge: Bridge) -> None:
        bridge = Bridge(Session(bridge.agenda, read_only=True), "en")
        panel = Properties(bridge)
        qtbot.addWidget(panel)
        panel.show()
        status = row(panel, "meeting", "status")
        pick(qtbot, status.control, 1)
        assert status.telling.text().startswith("This agenda is open for reading only.")
        assert status.control.currentText() == "draft"


class TestZones:
    @pytest.mark.parametrize("words", ["zurich", "Europe/Zurich", "Zurich (UTC+1)", "ZURICH"])
    def test_zone_is_found_by_its_city(self, qtbot: QtBot, bridge: Bridge, panel: Properties, words: str) -> None:
        typed(qtbot, row(panel, "meeting", "time_zone").control.line, words)
        assert bridge.agenda.meeting.time_zone == "Europe/Zurich"

    def test_whole_name_of_a_city_is_meant_before_a_part_of_others(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties
    ) -> None:
        typed(qtbot, row(panel, "meeting", "time_zone").control.line, "bahia")
        assert bridge.agenda.meeting.time_zone == "America/Bahia"

    def test_zone_is_found_in_arabic(self, qtbot: QtBot, qapp: QApplication) -> None:
        speech = WindowLanguage(qapp, "ar")
        bridge = Bridge(Session.sample(), "ar")
        panel = Properties(bridge)
        qtbot.addWidget(panel)
        panel.show()
        zone = row(panel, "meeting", "time_zone").control
        typed(qtbot, zone.line, "زيورخ")
        assert bridge.agenda.meeting.time_zone == "Europe/Zurich"
        assert "زيورخ" in zone.currentText()
        speech.change("en")

    def test_what_is_no_zone_is_put_back_with_a_sentence(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        zone = row(panel, "meeting", "time_zone")
        typed(qtbot, zone.control.line, "Mars")
        assert zone.telling.text().startswith("“Mars” is not a time zone.")
        assert "UTC" in zone.control.currentText()
        assert not bridge.session.is_dirty

    def test_columns_of_times_come_go_and_move(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        zones = parts(panel, "meeting", "extra_time_zones")
        before = bridge.agenda.meeting.extra_time_zones
        for city in ("beirut", "geneva", "zurich"):
            typed(qtbot, zones.adder.line, city)  # type: ignore[union-attr]
        assert bridge.agenda.meeting.extra_time_zones == (*before, "Asia/Beirut", "Europe/Zurich")
        assert "geneva" in zones.telling.text() or zones.telling.text() == ""
        zones.rows.setFocus()
        zones.rows.setCurrentRow(len(before) + 1)
        qtbot.keyClick(zones.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert bridge.agenda.meeting.extra_time_zones == (*before, "Europe/Zurich", "Asia/Beirut")
        assert zones.rows.currentRow() == len(before)
        qtbot.keyClick(zones.rows, Qt.Key.Key_Delete)
        assert bridge.agenda.meeting.extra_time_zones == (*before, "Asia/Beirut")
        bridge.undo()
        assert bridge.agenda.meeting.extra_time_zones == (*before, "Europe/Zurich", "Asia/Beirut")

    def test_down_opens_the_list_and_chooses_nothing_unseen(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties
    ) -> None:
        zone = row(panel, "meeting", "time_zone").control
        zone.setFocus()
        qtbot.keyClick(zone, Qt.Key.Key_Down)
        assert zone.view().isVisible()
        zone.hidePopup()
        assert not bridge.session.is_dirty


class TestLists:
    def test_note_is_added_and_gone_to(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        notes = parts(panel, "slot", "notes")
        with qtbot.waitSignal(panel.text_requested) as asked:
            qtbot.keyClick(notes.adder, Qt.Key.Key_Space)
        (note,) = node(bridge, "s1").notes
        assert asked.args == [note.id, "text"]
        assert notes.rows.item(0).text() == "nothing written yet"
        bridge.set_text(note.id, "text", "en", "Hybrid")
        assert "Hybrid" in notes.rows.item(0).text()

    def test_words_are_in_the_language_of_the_window(self, qtbot: QtBot, qapp: QApplication) -> None:
        speech = WindowLanguage(qapp, "en")
        bridge = Bridge(Session.sample(), "en")
        panel = Properties(bridge)
        qtbot.addWidget(panel)
        panel.show()
        links = parts(panel, "meeting", "links")
        assert "Access the platform" in links.rows.item(0).text()
        bridge.language = "ar"
        speech.change("ar")
        QApplication.processEvents()
        assert "الوصول إلى المنصة" in links.rows.item(0).text()
        assert links.listing.title == "Links"
        assert any(label.text() == "الروابط" for label in links.findChildren(QLabel))
        speech.change("en")

    def test_focus_in_a_list_is_on_an_entry_that_is_seen(self, bridge: Bridge, panel: Properties) -> None:
        links = parts(panel, "meeting", "links")
        links.rows.setFocus()
        assert [links.rows.row(item) for item in links.rows.selectedItems()] == [0]

    def test_enter_goes_to_the_text(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        links = parts(panel, "meeting", "links")
        links.rows.setFocus()
        qtbot.keyClick(links.rows, Qt.Key.Key_Down)
        with qtbot.waitSignal(panel.text_requested) as asked:
            qtbot.keyClick(links.rows, Qt.Key.Key_Return)
        assert asked.args == [bridge.agenda.meeting.links[1].id, "label"]

    def test_address_is_checked_beside_the_field(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("l1")
        links = parts(panel, "meeting", "links")
        assert links.detail is not None
        assert links.detail.isVisible()
        before = bridge.agenda.meeting.links[0].url
        typed(qtbot, links.detail, "javascript:alert(1)")
        assert links.telling.text().startswith("“javascript:alert(1)” is not an address.")
        assert links.detail.text() == before  # type: ignore[union-attr]
        assert not bridge.session.is_dirty
        typed(qtbot, links.detail, "https://example.com/a")
        assert bridge.agenda.meeting.links[0].url == "https://example.com/a"
        assert not links.telling.isVisible()

    def test_new_link_waits_for_its_address(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s2")
        links = parts(panel, "slot", "links")
        qtbot.keyClick(links.adder, Qt.Key.Key_Space)
        focus = QApplication.focusWidget()
        assert focus is links.detail
        qtbot.keyClicks(focus, "mailto:igf@un.org")
        qtbot.keyClick(focus, Qt.Key.Key_Return)
        assert [link.url for link in node(bridge, "s2").links] == ["mailto:igf@un.org"]

    def test_moved_and_removed_entries_keep_the_focus_in_the_list(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties
    ) -> None:
        links = parts(panel, "meeting", "links")
        before = [link.id for link in bridge.agenda.meeting.links]
        links.rows.setFocus()
        qtbot.keyClick(links.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert [link.id for link in bridge.agenda.meeting.links] == [before[1], before[0], *before[2:]]
        assert links.rows.currentRow() == 1
        qtbot.keyClick(links.rows, Qt.Key.Key_Delete)
        assert [link.id for link in bridge.agenda.meeting.links] == [before[1], *before[2:]]
        assert QApplication.focusWidget() is links.rows
        assert links.rows.currentRow() == 1
        bridge.undo()
        bridge.undo()
        assert [link.id for link in bridge.agenda.meeting.links] == before

    def test_last_entry_leaves_the_focus_at_what_adds_one(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties
    ) -> None:
        bridge.select("s1")
        people = parts(panel, "item", "people")
        qtbot.keyClick(people.adder, Qt.Key.Key_Space)
        people.rows.setFocus()
        qtbot.keyClick(people.rows, Qt.Key.Key_Delete)
        assert not people.rows.isVisible()
        assert QApplication.focusWidget() is people.adder

    def test_people_have_name_and_role_in_words(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("i1")
        people = parts(panel, "item", "people")
        with qtbot.waitSignal(panel.text_requested) as asked:
            qtbot.keyClick(people.adder, Qt.Key.Key_Space)
        assert asked.args == ["i1", "people[0].name"]
        bridge.set_text("i1", "people[0].name", "en", "A. Person")
        bridge.set_text("i1", "people[0].role", "en", "Chair")
        assert [word in people.rows.item(0).text() for word in ("A. Person", "Chair")] == [True, True]

    @pytest.mark.parametrize(("kind", "name"), [("day", "outputs"), ("day", "notes"), ("item", "body")])
    def test_other_lists_add_too(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties, kind: NodeKind, name: str
    ) -> None:
        bridge.select("d1" if kind == "day" else "i1")
        one = parts(panel, kind, name)
        before = one.rows.count()
        qtbot.keyClick(one.adder, Qt.Key.Key_Space)
        assert one.rows.count() == before + 1

    def test_keys_of_a_list_are_kept_from_the_window(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        """A window's own Alt+Up moves rows of the tree."""
        rows = parts(panel, "meeting", "links").rows
        alt, none = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
        for key, modifier, is_kept in (
            (Qt.Key.Key_Up, alt, True),
            (Qt.Key.Key_Down, alt, True),
            (Qt.Key.Key_Delete, none, True),
            (Qt.Key.Key_F2, none, True),
            (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier, False),
            (Qt.Key.Key_F3, none, False),
        ):
            asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
            asked.ignore()
            QApplication.sendEvent(rows, asked)
            assert asked.isAccepted() == is_kept


class TestTexts:
    def test_room_is_written_in_both_languages(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        room: TextPair = row(panel, "slot", "room").control
        room.lines["en"].setFocus()
        qtbot.keyClicks(room.lines["en"], "Hall")
        qtbot.keyClick(room.lines["en"], Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is room.lines["ar"]
        write(room.lines["ar"], "قاعة")
        text = node(bridge, "s1").room
        assert (text.wording("en"), text.wording("ar")) == ("Hall", "قاعة")
        assert bridge.current == "s1"

    def test_history_says_what_is_written_into_a_line(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        label: TextPair = row(panel, "slot", "label").control
        label.lines["en"].setFocus()
        qtbot.keyClicks(label.lines["en"], "Plenary")
        assert str(bridge.session.history.undo_label) == "Typing: \u2068Plenary\u2069"

    def test_arabic_line_runs_from_the_right_when_empty(self, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        room: TextPair = row(panel, "slot", "room").control
        assert room.lines["ar"].document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
        assert room.lines["en"].document().defaultTextOption().textDirection() is Qt.LayoutDirection.LeftToRight

    def test_room_that_is_used_elsewhere_is_chosen_in_all_languages(self, bridge: Bridge, panel: Properties) -> None:
        bridge.set_text("s1", "room", "en", "Hall")
        bridge.set_text("s1", "room", "ar", "قاعة")
        bridge.select("s2")
        room = row(panel, "slot", "room")
        assert room.tool is not None
        menu = room.tool.menu()
        menu.aboutToShow.emit()
        (offered,) = menu.actions()
        assert "Hall" in offered.text()
        offered.trigger()
        assert node(bridge, "s2").room == node(bridge, "s1").room

    def test_room_is_renamed_wherever_it_is_used(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        for slot in ("s1", "s2"):
            bridge.set_text(slot, "room", "en", "Hall")
        rooms = parts(panel, "meeting", "rooms")
        rooms.rows.setFocus()
        qtbot.keyClick(rooms.rows, Qt.Key.Key_Return)
        english = QApplication.focusWidget()
        assert english is rooms.detail.lines["en"]  # type: ignore[union-attr]
        qtbot.keyClicks(english, " 2")
        assert node(bridge, "s1").room.wording("en") == "Hall"
        qtbot.keyClick(english, Qt.Key.Key_Return)
        assert [node(bridge, slot).room.wording("en") for slot in ("s1", "s2")] != ["Hall", "Hall"]
        assert node(bridge, "s1").room == node(bridge, "s2").room
        bridge.undo()
        assert node(bridge, "s1").room.wording("en") == "Hall"

    def test_undo_in_a_line_is_the_sessions(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("d1")
        line = row(panel, "day", "heading").control.lines["en"]
        before = line.stored
        line.setFocus()
        qtbot.keyClicks(line, "x")
        assert bridge.agenda.days[0].heading.wording("en") != before
        qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert line.stored == before


class TestLanguages:
    def test_source_is_turned_round(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        pick(qtbot, row(panel, "meeting", "source").control, 1)
        assert bridge.agenda.languages == ("ar", "en")
        assert row(panel, "meeting", "source").control.currentText() == "العربية"
        bridge.undo()
        assert bridge.agenda.languages == ("en", "ar")

    def test_stale_text_stands_in_the_way(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.set_text("i1", "title", "en", "Another title")
        source = row(panel, "meeting", "source")
        pick(qtbot, source.control, 1)
        assert source.telling.text().startswith("1 text is stale")
        assert source.control.currentText() == "English"

    def test_language_is_added_and_taken_out_with_undo(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        languages = parts(panel, "meeting", "languages")
        assert isinstance(languages.adder, QToolButton)
        menu = languages.adder.menu()
        menu.aboutToShow.emit()
        french = next(action for action in menu.actions() if "fran" in action.text().casefold())
        french.trigger()
        assert bridge.agenda.languages == ("en", "ar", "fr")
        languages.rows.setCurrentRow(1)
        qtbot.keyClick(languages.rows, Qt.Key.Key_Delete)
        assert bridge.agenda.languages == ("en", "fr")
        bridge.undo()
        assert bridge.agenda.meeting.title.wording("ar")

    def test_source_cannot_be_taken_out(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        languages = parts(panel, "meeting", "languages")
        languages.rows.setCurrentRow(0)
        qtbot.keyClick(languages.rows, Qt.Key.Key_Delete)
        assert languages.telling.text().startswith("The source language cannot be taken out.")


class TestFocus:
    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_tab_goes_down_the_panel(self, qtbot: QtBot, qapp: QApplication, language: str) -> None:
        speech = WindowLanguage(qapp, language)
        bridge = Bridge(Session.sample(), language)
        panel = Properties(bridge)
        qtbot.addWidget(panel)
        panel.resize(256, 2_000)
        panel.show()
        for current in ("meeting", "c1", "s1", "d1"):
            bridge.select(current)
            QApplication.processEvents()
            first = panel.findChildren(Form)
            top = min((one for one in first if one.isVisible()), key=lambda one: one.y())
            top.head.setFocus()
            places: list[tuple[int, str]] = []
            while True:
                focus = QApplication.focusWidget()
                assert focus is not None
                corner = focus.mapTo(panel.widget(), QPoint())
                places.append((corner.y() // 8, focus.accessibleName()))
                if focus is panel.stops()[-1]:
                    break
                qtbot.keyClick(focus, Qt.Key.Key_Tab)
            lines = [line for line, _ in places]
            assert lines == sorted(lines), places
            assert len(places) > 8
        speech.change("en")

    def test_labels_lead_to_their_controls(self, bridge: Bridge, panel: Properties) -> None:
        bridge.select("c1")
        for label in panel.findChildren(QLabel):
            if label.buddy() is not None and label.isVisible():
                assert label.text() == label.buddy().accessibleName()

    def test_hidden_panel_waits_until_it_is_shown(self, qapp: QApplication, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        panel.hide()
        bridge.select("s2")
        bridge.session.apply(lambda agenda: edits.set_slot(agenda, "s2", kind="social"), row_label())
        assert form(panel, "slot").node == "s1"
        panel.show()
        assert form(panel, "slot").node == "s2"
        assert row(panel, "slot", "kind").control.currentData() == "social"

    def test_hidden_panel_outlives_its_project(self, qapp: QApplication, bridge: Bridge, panel: Properties) -> None:
        speech = WindowLanguage(qapp, "en")
        bridge.select("s1")
        panel.hide()
        bridge.open(Session.new())
        bridge.language = "ar"
        speech.change("ar")
        QApplication.processEvents()
        panel.show()
        assert form(panel, "meeting").head.text() == "الاجتماع"
        speech.change("en")

    def test_slot_that_goes_while_it_is_asked_about_leaves_its_day(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties
    ) -> None:
        bridge.select("s1")
        typed(qtbot, row(panel, "slot", "end").control, "1000")
        assert row(panel, "slot", "end").control.text() == "10:00"
        bridge.session.apply(lambda agenda: rows.remove(agenda, ["s1"]), row_label())
        assert panel.form("slot") is None
        bridge.undo()
        bridge.select("s1")
        assert row(panel, "slot", "end").control.text() == "09:45"

    def test_what_is_typed_for_a_slot_that_goes_goes_with_it(
        self, qtbot: QtBot, bridge: Bridge, panel: Properties
    ) -> None:
        bridge.select("s1")
        start = row(panel, "slot", "start").control
        start.setFocus()
        start.selectAll()
        qtbot.keyClicks(start, "0910")
        bridge.session.apply(lambda agenda: rows.remove(agenda, ["s1"]), row_label())
        start.clearFocus()
        assert panel.form("slot") is None
        assert bridge.session.history.undo_label == row_label()

    def test_escape_from_the_question_shows_the_old_time(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        end = row(panel, "slot", "end").control
        typed(qtbot, end, "1000")
        offer = form(panel, "slot").findChild(Offer)
        assert offer is not None
        assert offer.is_open
        qtbot.keyClick(offer, Qt.Key.Key_Escape)
        assert not offer.isVisible()
        assert end.text() == "09:45"

    def test_tab_leads_from_the_time_to_the_question(self, qtbot: QtBot, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        end = row(panel, "slot", "end").control
        typed(qtbot, end, "1000")
        offer = form(panel, "slot").findChild(Offer)
        assert offer is not None
        qtbot.keyClick(end, Qt.Key.Key_Tab)
        minutes = QApplication.focusWidget()
        assert minutes is row(panel, "slot", "length").control
        qtbot.keyClick(minutes, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is offer.buttons["ripple"]
        qtbot.keyClick(offer.buttons["ripple"], Qt.Key.Key_Space)
        assert (node(bridge, "s1").end, node(bridge, "s2").start) == (time(10), time(10))

    def test_panel_knows_no_other_session(self, bridge: Bridge, panel: Properties) -> None:
        bridge.select("s1")
        bridge.open(Session.new())
        assert panel.form("slot") is None
        assert json.loads(bridge.agenda.model_dump_json())["days"] == []
        assert panel.form("meeting") is not None


def test_clock_says_what_it_is_not(qtbot: QtBot) -> None:
    edit = ClockEdit()
    qtbot.addWidget(edit)
    told: list[object] = []
    edit.chosen.connect(told.append)
    for words in ("930", "noon", ""):
        edit.show_value(time(8))
        edit.setText(words)
        edit.commit()
    assert told == [time(9, 30), "noon", None]


def test_time_is_told_once_while_somebody_is_asked_about_it(qtbot: QtBot) -> None:
    edit = ClockEdit()
    qtbot.addWidget(edit)
    told: list[object] = []
    edit.chosen.connect(told.append)
    edit.show_value(time(8))
    for _ in range(2):
        edit.setText("930")
        edit.commit()
    assert told == [time(9, 30)]
    edit.put_back()
    assert edit.text() == "08:00"
    edit.setText("930")
    edit.commit()
    assert told == [time(9, 30), time(9, 30)]


class TestInTheWindow:
    def properties(self, window: MainWindow) -> Properties:
        panel = window.side.tab(Properties)
        assert isinstance(panel, Properties)
        return panel

    def test_alt_down_opens_a_list_of_choices_and_moves_no_row(self, window: MainWindow, qtbot: QtBot) -> None:
        file_deeds.sample(window)
        window.bridge.select("s1")
        QApplication.processEvents()
        kind = row(self.properties(window), "slot", "kind").control
        kind.setFocus()
        window.refresh()
        qtbot.keyClick(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert kind.view().isVisible()
        kind.hidePopup()
        assert not window.bridge.session.is_dirty

    def test_new_note_is_typed_into_at_once(self, window: MainWindow, qtbot: QtBot) -> None:
        file_deeds.sample(window)
        window.bridge.select("s1")
        QApplication.processEvents()
        panel = self.properties(window)
        qtbot.keyClick(parts(panel, "slot", "notes").adder, Qt.Key.Key_Space)
        editor = QApplication.focusWidget()
        assert editor is window.panes.pair.editors["en"]
        qtbot.keyClicks(editor, "Hybrid")
        (note,) = node(window.bridge, "s1").notes
        assert note.text.wording("en") == "Hybrid"
        assert panel.form("slot") is not None
        assert parts(panel, "slot", "notes").rows.currentRow() == 0

    def test_person_is_gone_to_by_name(self, window: MainWindow, qtbot: QtBot) -> None:
        file_deeds.sample(window)
        window.bridge.select("i1")
        QApplication.processEvents()
        panel = self.properties(window)
        qtbot.keyClick(parts(panel, "item", "people").adder, Qt.Key.Key_Space)
        assert window.panes.current == ("i1", "people[0].name")
        qtbot.keyClicks(QApplication.focusWidget(), "A. Person")
        assert node(window.bridge, "i1").people[0].name.wording("en") == "A. Person"

    def test_other_source_and_one_language_alone_are_shown_everywhere(self, window: MainWindow, qtbot: QtBot) -> None:
        file_deeds.sample(window)
        panel = self.properties(window)
        pick(qtbot, row(panel, "meeting", "source").control, 1)
        assert set(window.panes.pair.editors) == {"en", "ar"}
        assert window.bridge.target == "en"
        languages = parts(panel, "meeting", "languages")
        languages.rows.setFocus()
        languages.rows.setCurrentRow(1)
        qtbot.keyClick(languages.rows, Qt.Key.Key_Delete)
        QApplication.processEvents()
        assert window.bridge.agenda.languages == ("ar",)
        window.bridge.select("s2")
        assert list(row(panel, "slot", "room").control.lines) == ["ar"]
        window.bridge.undo()
        window.bridge.undo()
        QApplication.processEvents()
        assert window.bridge.agenda.languages == ("en", "ar")
        assert not window.bridge.session.is_dirty

    def test_alt_arrows_in_a_list_move_its_entries_and_no_row_of_the_tree(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        file_deeds.sample(window)
        links = parts(self.properties(window), "meeting", "links")
        before = [link.id for link in window.bridge.agenda.meeting.links]
        days = window.bridge.agenda.days
        links.rows.setFocus()
        qtbot.keyClick(links.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert [link.id for link in window.bridge.agenda.meeting.links] == [before[1], before[0], *before[2:]]
        assert window.bridge.agenda.days is days

    @pytest.mark.parametrize(
        ("name", "words", "value"),
        [("symbol", "A/76/1", "A/76/1"), ("revision", "3", 3), ("time_zone", "zurich", "Europe/Zurich")],
    )
    def test_undo_in_a_control_is_the_windows(
        self, window: MainWindow, qtbot: QtBot, name: str, words: str, value: object
    ) -> None:
        file_deeds.sample(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        control = row(self.properties(window), "meeting", name).control
        before = getattr(window.bridge.agenda.meeting, name)
        shown = control.text() if hasattr(control, "text") else control.currentText()
        typed(qtbot, control.line if name == "time_zone" else control, words)
        assert getattr(window.bridge.agenda.meeting, name) == value
        control.setFocus()
        window.refresh()
        qtbot.keyClick(control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert getattr(window.bridge.agenda.meeting, name) == before
        assert (control.text() if hasattr(control, "text") else control.currentText()) == shown
        assert not window.bridge.session.is_dirty

    def test_undo_of_letters_that_are_not_told_is_the_lines(self, window: MainWindow, qtbot: QtBot) -> None:
        file_deeds.sample(window)
        window.bridge.set_text("i1", "title", "en", "Another")
        symbol = row(self.properties(window), "meeting", "symbol").control
        symbol.setFocus()
        qtbot.keyClicks(symbol, "A")
        window.refresh()
        qtbot.keyClick(symbol, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert symbol.text() == ""
        assert window.bridge.session.is_dirty
