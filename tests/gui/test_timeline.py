"""The time tab as a person uses it: slots chosen, dragged and stretched, what is asked, forms, totals, both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from igfeditor.errors import sentence
from igfeditor.gui import file_deeds
from igfeditor.gui.application import make_window
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.panels.timeline import TimePanel
from igfeditor.gui.panels.timeline_drag import Drag, Grip
from igfeditor.gui.panels.timeline_scale import scale_for
from igfeditor.gui.panels.timeline_view import DayView
from igfeditor.model.agenda import Agenda, Slot
from igfeditor.model.bars import Bar
from igfeditor.model.edits import set_slot
from igfeditor.model.rows import add_child, remove
from igfeditor.model.timing import Times, times_of
from igfeditor.services.session import Session

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
Key = Qt.Key


@pytest.fixture
def panel(window: MainWindow) -> TimePanel:
    """Give the time tab of the window, with the sample, on its first slot."""
    file_deeds.sample(window)
    window.side.show_tab(TimePanel)
    window.bridge.select("s1")
    QApplication.processEvents()
    made = window.side.tab(TimePanel)
    assert isinstance(made, TimePanel)
    return made


def change(window: MainWindow, edit: Callable[[Agenda], Agenda]) -> None:
    window.bridge.apply(edit, sentence("Typing"))


def times(window: MainWindow, slot: str) -> tuple[int, int | None]:
    node = window.bridge.tree.node(slot)
    assert isinstance(node, Slot)
    known = times_of(node)
    assert known is not None
    return known.start, known.end


def bar_of(view: DayView, slot: str) -> Bar:
    return next(bar for bar in view.scene.bars if bar.slot.id == slot)


def place(view: DayView, slot: str, share: float = 0.5) -> QPointF:
    """Give a place within a slot, from its top to its bottom, after it is brought into view."""
    room = view.scene.scale.room(bar_of(view, slot))
    view.verticalScrollBar().setValue(int(room.top()) - 40)
    return QPointF(room.center().x(), room.top() + share * room.height() - view.verticalScrollBar().value())


def mouse(view: DayView, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier = NONE) -> None:
    held = NO_BUTTON if kind is QEvent.Type.MouseButtonRelease else LEFT
    button = NO_BUTTON if kind is QEvent.Type.MouseMove else LEFT
    where = QPointF(view.viewport().mapToGlobal(at.toPoint()))
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, at, where, button, held, keys))


def drag(
    view: DayView, slot: str, minutes: float, share: float = 0.5, keys: Qt.KeyboardModifier = NONE, *, drop: bool = True
) -> None:
    """Take a slot at a place and move the hand by so many minutes."""
    start = place(view, slot, share)
    end = start + QPointF(0, minutes * view.scene.scale.per_minute)
    mouse(view, QEvent.Type.MouseButtonPress, start)
    mouse(view, QEvent.Type.MouseMove, start + QPointF(0, 30))
    mouse(view, QEvent.Type.MouseMove, end, keys)
    if drop:
        mouse(view, QEvent.Type.MouseButtonRelease, end, keys)


class TestWhatIsShown:
    def test_the_day_of_the_current_row_with_its_date_and_totals(self, window: MainWindow, panel: TimePanel) -> None:
        assert panel.heading.text() == "Day 1 · Monday, 22 February"
        assert panel.zone.text() == "Times in UTC"
        said = panel.foot.of_day.text().replace("\u00a0", " ")
        assert said == "This day: 7 h 00 min; without breaks 5 h 45 min"
        assert panel.foot.of_meeting.text().replace("\u00a0", " ").startswith("Meeting: 17 h 00 min")
        window.bridge.select("i1")
        assert panel.view.scene.current == "s1"

    def test_totals_agree_with_their_numbers_in_arabic(self, window: MainWindow, panel: TimePanel) -> None:
        window.speak("ar")
        QApplication.processEvents()
        assert panel.heading.text() == "اليوم 1 · الاثنين، 22 شباط/فبراير"
        assert panel.foot.of_day.text() == "هذا اليوم: 7 ساعات؛ دون الاستراحات: 5 ساعات و45 دقيقة"
        change(window, lambda agenda: remove(agenda, [slot.id for slot in agenda.days[0].slots[1:]]))
        change(window, lambda agenda: set_slot(agenda, "s1", end="11:02"))
        assert panel.foot.of_day.text() == "هذا اليوم: ساعتان ودقيقتان؛ دون الاستراحات: ساعتان ودقيقتان"

    def test_days_are_gone_through_by_buttons_and_keys(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        assert not panel.before.isEnabled()
        qtbot.mouseClick(panel.after, LEFT)
        assert window.bridge.current == "d2"
        assert panel.heading.text().startswith("Day 2 ·")
        qtbot.keyClick(panel.view, Key.Key_PageDown)
        qtbot.keyClick(panel.view, Key.Key_PageDown)
        assert window.bridge.current == window.bridge.agenda.days[-1].id
        assert not panel.after.isEnabled()
        qtbot.keyClick(panel.view, Key.Key_PageUp)
        assert window.bridge.current == window.bridge.agenda.days[-2].id

    def test_a_hidden_tab_does_nothing_and_is_right_when_it_is_seen(
        self, window: MainWindow, panel: TimePanel, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shown: list[object] = []
        show_day = panel.view.show_day
        monkeypatch.setattr(panel.view, "show_day", lambda *what: (shown.append(what), show_day(*what)))
        window.side.setCurrentIndex(0)
        change(window, lambda agenda: set_slot(agenda, "s1", end="09:30"))
        window.bridge.set_text("s1", "label", "en", "Something")
        window.bridge.select("d2")
        window.speak("ar")
        assert shown == []
        window.side.show_tab(TimePanel)
        assert len(shown) == 1
        assert panel.heading.text().startswith("اليوم 2")

    def test_an_empty_meeting_invites_to_a_day_and_an_empty_day_to_a_slot(
        self, window: MainWindow, panel: TimePanel
    ) -> None:
        window.bridge.open(Session.new())
        assert panel.invitation.isVisible()
        assert not panel.view.isVisible()
        assert not panel.foot.isVisible()
        panel.invitation.clicked.emit()
        (day,) = window.bridge.agenda.days
        assert window.bridge.current == day.id
        assert panel.invitation.isVisible()
        panel.invitation.clicked.emit()
        assert panel.view.isVisible()
        assert not panel.invitation.isVisible()
        assert [bar.slot.id for bar in panel.view.scene.bars] == [window.bridge.agenda.days[0].slots[0].id]

    def test_the_current_slot_is_told_in_words(self, window: MainWindow, panel: TimePanel) -> None:
        change(window, lambda agenda: set_slot(agenda, "s2", start="09:30", end="11:00", locked=True))
        window.bridge.select("s2")
        said = panel.view.accessibleDescription().replace("\u00a0", " ")
        assert said == (
            "09:30 – 11:00 · 1 h 30 min. 2. IGF 2020 stocktaking and considerations for 2021. Session. Locked. "
            "Overlaps “09:00 1. Opening statements and adoption of the agenda”: 15 min. Free after it: 15 min"
        )
        window.bridge.select("s9")
        assert (
            panel.view.accessibleDescription().replace("\u00a0", " ").endswith("Social event. Free before it: 15 min")
        )
        window.bridge.select("d1")
        assert panel.view.accessibleDescription() == "No slot is chosen."

    def test_a_screen_reader_hears_of_another_slot(
        self, window: MainWindow, panel: TimePanel, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        heard: list[tuple[object, object]] = []
        monkeypatch.setattr(
            QAccessible, "updateAccessibility", lambda event: heard.append((event.object(), event.type()))
        )
        window.bridge.select("s2")
        window.bridge.select("c8")
        assert heard[0] == (panel.view, QAccessible.Event.DescriptionChanged)

    def test_a_screen_reader_hears_of_a_question(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        heard: list[object] = []
        monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.type()))
        qtbot.keyClick(panel.view, Key.Key_Right, CTRL | SHIFT)
        assert QAccessible.Event.Alert in heard
        assert panel.offer.accessibleName().startswith("Change of a slot's time: “09:00 1. Opening statements")

    def test_gaps_are_drawn_with_their_length(self, window: MainWindow, panel: TimePanel) -> None:
        window.bridge.select("s7")
        view = panel.view
        (first, *_) = view.scene.gaps
        assert (first.start, first.end) == (840, 870)
        room = view.scene.scale.band(first)
        view.verticalScrollBar().setValue(int(room.top()) - 40)
        image = view.viewport().grab().toImage()
        top = int(room.top()) - view.verticalScrollBar().value()
        inside = {image.pixelColor(int(room.left()) + x, top + y).name() for x in range(80) for y in range(6, 20)}
        assert len(inside) > 2

    def test_overlaps_are_hatched_in_the_warning_colour(self, window: MainWindow, panel: TimePanel) -> None:
        def warned() -> bool:
            image = panel.view.viewport().grab().toImage()
            found = (image.pixelColor(x, y) for x in range(image.width()) for y in range(140))
            return any(colour.red() - colour.blue() > 60 for colour in found)

        panel.view.verticalScrollBar().setValue(0)
        assert not warned()
        change(window, lambda agenda: set_slot(agenda, "s2", start="09:30"))
        panel.view.verticalScrollBar().setValue(0)
        assert warned()

    def test_only_what_is_seen_is_named(self, window: MainWindow, panel: TimePanel) -> None:
        panel.resize(300, 400)
        panel.view.show_day(window.bridge.agenda.days[0], "s1")
        panel.view.viewport().grab()
        last = panel.view.scene.bars[-1].slot.id
        assert last not in panel.view.scene.words._titles
        assert "s1" in panel.view.scene.words._titles


class TestChoosing:
    def test_click_chooses(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        qtbot.mouseClick(panel.view.viewport(), LEFT, pos=place(panel.view, "s3").toPoint())
        assert window.bridge.current == "s3"
        assert not window.bridge.session.is_dirty

    def test_click_on_the_slot_that_one_works_in_keeps_the_row(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        window.bridge.select("c1")
        qtbot.mouseClick(panel.view.viewport(), LEFT, pos=place(panel.view, "s1").toPoint())
        assert window.bridge.current == "c1"

    def test_arrows_choose_in_order_of_time(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        panel.view.setFocus()
        for key, expected in ((Key.Key_Down, "s2"), (Key.Key_Down, "s3"), (Key.Key_Up, "s2"), (Key.Key_End, "s9")):
            qtbot.keyClick(panel.view, key)
            assert panel.slot == expected
        qtbot.keyClick(panel.view, Key.Key_Down)
        assert panel.slot == "s9"
        qtbot.keyClick(panel.view, Key.Key_Home)
        qtbot.keyClick(panel.view, Key.Key_Up)
        assert panel.slot == "s1"

    def test_from_the_day_one_goes_to_its_first_slot(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        window.bridge.select("d1")
        qtbot.keyClick(panel.view, Key.Key_Down)
        assert panel.slot == "s1"


class TestDragging:
    def test_a_slot_with_room_is_moved_at_once_in_steps_of_five(self, window: MainWindow, panel: TimePanel) -> None:
        change(window, lambda agenda: remove(agenda, ["s8"]))
        drag(panel.view, "s7", 17)
        assert times(window, "s7") == (14 * 60 + 45, 15 * 60 + 15)
        assert not panel.offer.is_open
        assert window.bridge.current == "i7" or panel.slot == "s7"

    def test_with_shift_minutes_count(self, window: MainWindow, panel: TimePanel) -> None:
        drag(panel.view, "s9", 17, keys=SHIFT)
        assert times(window, "s9") == (16 * 60 + 32, 17 * 60 + 17)

    @pytest.mark.parametrize(("share", "expected"), [(0.99, (975, 1040)), (0.01, (995, 1020)), (0.5, (995, 1040))])
    def test_edges_stretch(self, window: MainWindow, panel: TimePanel, share: float, expected: tuple[int, int]) -> None:
        drag(panel.view, "s9", 20, share)
        assert times(window, "s9") == expected

    def test_while_it_is_held_a_ghost_shows_the_new_times(self, window: MainWindow, panel: TimePanel) -> None:
        drag(panel.view, "s9", 20, drop=False)
        (ghost,) = panel.view.scene.ghosts
        assert (ghost.times.start, ghost.times.end) == (995, 1040)
        assert not window.bridge.session.is_dirty

    def test_escape_lets_go(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        drag(panel.view, "s9", 20, drop=False)
        qtbot.keyClick(panel.view, Key.Key_Escape)
        assert panel.view.scene.ghosts == ()
        mouse(panel.view, QEvent.Type.MouseButtonRelease, QPointF(100, 100))
        assert not window.bridge.session.is_dirty

    def test_a_locked_slot_stays(self, window: MainWindow, panel: TimePanel) -> None:
        change(window, lambda agenda: set_slot(agenda, "s9", locked=True))
        for share in (0.01, 0.5, 0.99):
            drag(panel.view, "s9", 20, share)
        assert times(window, "s9") == (975, 1020)
        assert not panel.offer.is_open

    def test_a_trembling_hand_moves_nothing(self, window: MainWindow, panel: TimePanel) -> None:
        at = place(panel.view, "s9")
        mouse(panel.view, QEvent.Type.MouseButtonPress, at)
        mouse(panel.view, QEvent.Type.MouseMove, at + QPointF(0, 8))
        mouse(panel.view, QEvent.Type.MouseButtonRelease, at + QPointF(0, 8))
        assert not window.bridge.session.is_dirty

    def test_the_hand_shows_what_it_can_do(self, window: MainWindow, panel: TimePanel) -> None:
        change(window, lambda agenda: set_slot(agenda, "s9", locked=True))
        shapes = Qt.CursorShape
        for slot, share, shape in (
            ("s8", 0.01, shapes.SizeVerCursor),
            ("s8", 0.5, shapes.OpenHandCursor),
            ("s8", 0.99, shapes.SizeVerCursor),
            ("s9", 0.5, shapes.ArrowCursor),
        ):
            at = place(panel.view, slot, share)
            where = QPointF(panel.view.viewport().mapToGlobal(at.toPoint()))
            event = QMouseEvent(QEvent.Type.MouseMove, at, where, NO_BUTTON, NO_BUTTON, NONE)
            QApplication.sendEvent(panel.view.viewport(), event)
            assert panel.view.viewport().cursor().shape() == shape


class TestOffer:
    def test_what_would_move_is_shown_first_and_the_way_is_chosen(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        drag(panel.view, "s1", 20, 0.99)
        assert panel.offer.isVisible()
        assert not panel.foot.isVisible()
        assert not window.bridge.session.is_dirty
        assert {"s1", "s2", "s3"} <= panel.view.scene.moving
        assert panel.offer.buttons["ripple"].hasFocus()
        panel.offer.buttons["absorb"].setFocus()
        assert {"s1", "s2"} <= panel.view.scene.moving
        assert "s4" not in panel.view.scene.moving
        assert "09:45 → 10:05 2. IGF 2020" in panel.offer._told.text()
        qtbot.keyClick(panel.offer.buttons["absorb"], Key.Key_Return)
        assert (times(window, "s1"), times(window, "s2")) == ((540, 605), (605, 695))
        assert times(window, "s4") == (705, 795)
        assert not panel.offer.isVisible()
        assert panel.foot.isVisible()
        assert panel.view.scene.ghosts == ()
        window.bridge.undo()
        assert times(window, "s2") == (585, 675)

    def test_escape_leaves_all_and_gives_the_keyboard_back(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        panel.view.setFocus()
        drag(panel.view, "s1", 10, 0.99)
        qtbot.keyClick(panel.offer.buttons["ripple"], Key.Key_Escape)
        assert not panel.offer.is_open
        assert panel.view.hasFocus()
        assert panel.view.scene.ghosts == ()
        assert not window.bridge.session.is_dirty

    def test_a_way_that_cannot_be_gone_is_grey_and_says_why(self, window: MainWindow, panel: TimePanel) -> None:
        change(window, lambda agenda: set_slot(agenda, "s2", locked=True))
        drag(panel.view, "s1", 10, 0.99)
        assert [panel.offer.buttons[way].isEnabled() for way in ("ripple", "absorb", "gap")] == [False, False, True]
        assert "locked" in panel.offer.buttons["ripple"].toolTip()
        assert "would overlap" in panel.offer._told.text()

    def test_a_way_chosen_for_good_is_kept_and_can_be_taken_back(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        drag(panel.view, "s1", 10, 0.99)
        panel.offer.always.setChecked(True)
        qtbot.mouseClick(panel.offer.buttons["ripple"], LEFT)
        assert window.settings.resize_policy == "ripple"
        assert panel.foot.policy.currentData() == "ripple"
        drag(panel.view, "s1", 10, 0.99)
        assert not panel.offer.is_open
        assert times(window, "s2") == (605, 695)
        assert "other slots changed" in window.statusBar().currentMessage()
        drag(panel.view, "s1", 5, 0.99, drop=False)
        assert "s4" in panel.view.scene.moving
        panel.view.let_go()
        panel.foot.policy.setCurrentIndex(0)
        panel.foot.policy.activated.emit(0)
        assert window.settings.resize_policy == "ask"

    def test_a_way_chosen_for_good_is_known_at_the_next_start(self, window: MainWindow, qapp: QApplication) -> None:
        made = make_window(qapp, window.settings.model_copy(update={"resize_policy": "absorb"}))
        assert made.bridge.policy == "absorb"
        made.deleteLater()

    def test_a_way_chosen_for_good_that_cannot_be_gone_is_asked_about(
        self, window: MainWindow, panel: TimePanel
    ) -> None:
        window.bridge.choose_policy("absorb")
        change(window, lambda agenda: set_slot(agenda, "s3", locked=True))
        drag(panel.view, "s1", 10, 0.99)
        assert panel.offer.is_open

    def test_an_offer_for_a_slot_that_goes_is_forgotten(self, window: MainWindow, panel: TimePanel) -> None:
        drag(panel.view, "s1", 10, 0.99)
        change(window, lambda agenda: remove(agenda, ["s1"]))
        assert not panel.offer.is_open
        assert panel.foot.isVisible()

    def test_words_typed_meanwhile_are_kept(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        drag(panel.view, "s1", 10, 0.99)
        window.bridge.set_text("i2", "title", "en", "Typed meanwhile")
        assert panel.offer.is_open
        qtbot.mouseClick(panel.offer.buttons["ripple"], LEFT)
        assert times(window, "s2") == (595, 685)
        assert window.bridge.tree.text("i2", "title").wording("en") == "Typed meanwhile"

    def test_a_break_without_room_is_asked_about_in_the_tab(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        window.side.setCurrentIndex(0)
        window.tree.setFocus()
        window.actions_by_name["break-after"].trigger()
        assert window.side.currentWidget() is panel
        assert panel.offer.buttons["ripple"].hasFocus()
        qtbot.keyClick(panel.offer.buttons["ripple"], Key.Key_Return)
        slots = window.bridge.agenda.days[0].slots
        assert (slots[1].kind, times(window, slots[1].id)) == ("break", (585, 615))
        assert times(window, "s2") == (615, 705)
        assert window.bridge.current == slots[1].id

    def test_a_break_in_a_pause_is_asked_about_nowhere(self, window: MainWindow, panel: TimePanel) -> None:
        window.side.setCurrentIndex(0)
        window.bridge.select("s8")
        window.actions_by_name["break-after"].trigger()
        assert window.side.currentWidget() is not panel
        assert times(window, window.bridge.agenda.days[0].slots[8].id) == (960, 975)


class TestKeys:
    @pytest.mark.parametrize(
        ("language", "key", "keys", "expected"),
        [
            ("en", Key.Key_Right, CTRL, (980, 1025)),
            ("en", Key.Key_Left, CTRL, (970, 1015)),
            ("en", Key.Key_Right, CTRL | SHIFT, (975, 1025)),
            ("en", Key.Key_Left, CTRL | SHIFT, (975, 1015)),
            ("ar", Key.Key_Left, CTRL, (980, 1025)),
            ("ar", Key.Key_Right, CTRL, (970, 1015)),
            ("ar", Key.Key_Left, CTRL | SHIFT, (975, 1025)),
        ],
    )
    def test_arrows_move_and_stretch(
        self,
        window: MainWindow,
        panel: TimePanel,
        qtbot: QtBot,
        language: str,
        key: Qt.Key,
        keys: Qt.KeyboardModifier,
        expected: tuple[int, int],
    ) -> None:
        window.speak(language)
        window.bridge.select("s9")
        panel.view.setFocus()
        qtbot.keyClick(panel.view, key, keys)
        assert times(window, "s9") == expected

    def test_strokes_that_follow_each_other_are_one_step(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        window.bridge.select("s9")
        for _ in range(3):
            qtbot.keyClick(panel.view, Key.Key_Right, CTRL)
        assert times(window, "s9") == (990, 1035)
        window.bridge.undo()
        assert times(window, "s9") == (975, 1020)

    def test_strokes_go_on_while_it_is_asked_and_enter_leads_to_the_answer(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        panel.view.setFocus()
        for keys in (CTRL | SHIFT, CTRL | SHIFT, CTRL):
            qtbot.keyClick(panel.view, Key.Key_Right, keys)
        assert panel.offer.is_open
        assert panel.view.hasFocus()
        (ghost,) = (one for one in panel.view.scene.ghosts if one.slot.id == "s1")
        assert (ghost.times.start, ghost.times.end) == (545, 600)
        assert not window.bridge.session.is_dirty
        qtbot.keyClick(panel.view, Key.Key_Return)
        assert panel.offer.buttons["ripple"].hasFocus()
        qtbot.keyClick(panel.offer.buttons["ripple"], Key.Key_Return)
        assert (times(window, "s1"), times(window, "s2")) == ((545, 600), (600, 690))
        assert panel.view.hasFocus()

    def test_escape_in_the_time_line_drops_the_question(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        panel.view.setFocus()
        qtbot.keyClick(panel.view, Key.Key_Right, CTRL | SHIFT)
        assert panel.offer.is_open
        qtbot.keyClick(panel.view, Key.Key_Escape)
        assert not panel.offer.is_open
        assert panel.view.scene.ghosts == ()

    def test_strokes_back_to_the_old_times_leave_no_question(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        panel.view.setFocus()
        qtbot.keyClick(panel.view, Key.Key_Right, CTRL | SHIFT)
        qtbot.keyClick(panel.view, Key.Key_Left, CTRL | SHIFT)
        assert not panel.offer.is_open
        assert not window.bridge.session.is_dirty

    def test_keys_of_the_window_stay_those_of_the_window(self, window: MainWindow) -> None:
        taken = {action.shortcut().toString() for action in window.actions_by_name.values()}
        assert taken.isdisjoint({"Ctrl+Left", "Ctrl+Right", "Ctrl+Shift+Left", "Ctrl+Shift+Right", "PgUp", "PgDown"})

    def test_a_locked_slot_says_that_it_is_locked(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        change(window, lambda agenda: set_slot(agenda, "s9", locked=True))
        window.bridge.select("s9")
        qtbot.keyClick(panel.view, Key.Key_Right, CTRL)
        assert times(window, "s9") == (975, 1020)
        assert "is locked" in window.statusBar().currentMessage()


class TestDeeds:
    def test_the_day_is_shifted_to_another_start(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        window.actions_by_name["shift-day"].trigger()
        form = panel.shift
        assert form.start.hasFocus()
        qtbot.keyClicks(form.start, "0930")
        assert form.minutes.value() == 30
        assert {"s1", "s9"} <= panel.view.scene.moving
        qtbot.keyClick(form.start, Key.Key_Return)
        assert (times(window, "s1"), times(window, "s9")) == ((570, 615), (1005, 1050))
        assert not form.isVisible()
        assert panel.view.scene.ghosts == ()

    def test_a_time_is_read_from_the_left_in_a_mirrored_window(self, window: MainWindow, panel: TimePanel) -> None:
        window.speak("ar")
        assert panel.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert panel.shift.start.layoutDirection() is Qt.LayoutDirection.LeftToRight

    def test_a_shift_beyond_the_day_says_why_it_cannot_be(self, window: MainWindow, panel: TimePanel) -> None:
        window.actions_by_name["shift-day"].trigger()
        panel.shift.minutes.setValue(-600)
        assert "another day" in panel.shift.told.text()
        panel.shift.accept()
        assert times(window, "s1") == (540, 585)

    def test_escape_leaves_a_form(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        panel.view.setFocus()
        window.actions_by_name["shift-day"].trigger()
        panel.shift.minutes.setValue(30)
        qtbot.keyClick(panel.shift.minutes, Key.Key_Escape)
        assert not panel.shift.isVisible()
        assert panel.view.hasFocus()
        assert not window.bridge.session.is_dirty

    def test_the_day_is_duplicated_and_gone_to(self, window: MainWindow, panel: TimePanel) -> None:
        days = len(window.bridge.agenda.days)
        window.actions_by_name["duplicate-day"].trigger()
        assert len(window.bridge.agenda.days) == days + 1
        copy = window.bridge.agenda.days[1]
        assert window.bridge.current == copy.id
        assert len(copy.slots) == len(window.bridge.agenda.days[0].slots)

    def test_a_slot_is_split_into_parts(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        window.bridge.select("s2")
        window.actions_by_name["split-slot"].trigger()
        panel.split.parts.setValue(3)
        assert panel.split.told.text().count("\n") == 2
        qtbot.keyClick(panel.split.parts, Key.Key_Return)
        slots = window.bridge.agenda.days[0].slots[1:4]
        assert [times(window, slot.id) for slot in slots] == [(585, 615), (615, 645), (645, 675)]

    def test_items_share_the_minutes_of_their_slot(self, window: MainWindow, panel: TimePanel, qtbot: QtBot) -> None:
        window.bridge.select("i1")
        window.actions_by_name["split-slot"].trigger()
        assert not panel.split.by_minutes.isEnabled()
        change(window, lambda agenda: add_child(agenda, "s1"))
        window.actions_by_name["split-slot"].trigger()
        assert panel.split.by_items.isChecked()
        panel.split.by_minutes.setChecked(True)
        assert panel.split.told.text().replace("\u00a0", " ") == "23 min\n22 min"
        assert panel.view.scene.ghosts == ()
        panel.split.accept()
        assert [item.minutes for item in window.bridge.agenda.days[0].slots[0].items] == [23, 22]
        assert times(window, "s1") == (540, 585)

    def test_times_are_locked_and_unlocked(self, window: MainWindow, panel: TimePanel) -> None:
        action = window.actions_by_name["lock-times"]
        action.trigger()
        QApplication.processEvents()
        assert bar_of(panel.view, "s1").slot.locked
        assert action.isChecked()
        action.trigger()
        QApplication.processEvents()
        assert not bar_of(panel.view, "s1").slot.locked
        assert not action.isChecked()

    def test_the_time_line_has_a_menu_for_the_slot_under_the_hand(
        self, window: MainWindow, panel: TimePanel, qtbot: QtBot
    ) -> None:
        qtbot.mousePress(panel.view.viewport(), Qt.MouseButton.RightButton, pos=place(panel.view, "s2").toPoint())
        assert panel.slot == "s2"
        assert panel.view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
        names = [action.objectName() for action in panel.view.actions()]
        assert names == ["break-after", "split-slot", "lock-times", "shift-day", "duplicate-day"]

    def test_deeds_are_grey_where_they_cannot_be_done(self, window: MainWindow, panel: TimePanel) -> None:
        names = ("shift-day", "duplicate-day", "split-slot", "lock-times")

        def able() -> list[bool]:
            QApplication.processEvents()
            return [window.actions_by_name[name].isEnabled() for name in names]

        assert able() == [True] * 4
        window.bridge.select("d1")
        assert able() == [True, True, False, False]
        window.bridge.select("meeting")
        assert able() == [False] * 4
        window.bridge.select("s1")
        assert able() == [True] * 4
        window.actions_by_name["lock-times"].trigger()
        assert able() == [True, True, False, True]


def lengths(*minutes: int) -> tuple[Bar, ...]:
    """Give bars of some lengths one after the other, from 9:00."""
    ends = [540 + sum(minutes[: place + 1]) for place in range(len(minutes))]
    spans = [Times(end - length, end) for end, length in zip(ends, minutes, strict=True)]
    return tuple(Bar(Slot(id=f"s{place}"), span, span.end or 0, 0, 1) for place, span in enumerate(spans))


class TestScale:
    """How much room minutes have, without a window."""

    @pytest.mark.parametrize(
        ("minutes", "a_line"), [((60, 60), 15), ((10,) * 8, 10), ((3,) * 9, 6), ((5, 60, 60, 60, 60), 15), ((), 15)]
    )
    def test_short_slots_ask_for_room_unless_they_are_few(self, minutes: tuple[int, ...], a_line: int) -> None:
        scale = scale_for(lengths(*minutes), 30.0, 50.0, 200.0, is_mirrored=False)
        assert scale.per_minute == 30.0 / a_line

    def test_there_is_half_an_hour_around_the_slots(self) -> None:
        scale = scale_for(lengths(60, 50), 15.0, 50.0, 200.0, is_mirrored=False)
        assert (scale.reach.start, scale.reach.end) == (510, 690)
        assert list(scale.hours()) == [540, 600, 660]
        assert scale.minute(scale.y(601)) == 601

    def test_a_mirrored_ground_has_its_first_lane_at_the_right(self) -> None:
        bars = tuple(Bar(Slot(id=f"s{lane}"), Times(540, 600), 600, lane, 2) for lane in (0, 1))
        for is_mirrored in (False, True):
            scale = scale_for(bars, 15.0, 50.0, 200.0, is_mirrored=is_mirrored)
            first, second = (scale.room(bar) for bar in bars)
            assert (first.center().x() > second.center().x()) is is_mirrored
            assert not first.intersects(second)
            assert (first.right() <= 150) if is_mirrored else (first.left() >= 50)


class TestDrag:
    """Where a drag leads, without a window."""

    @pytest.mark.parametrize(
        ("grip", "minute", "step", "expected"),
        [
            (Grip.BODY, 612.0, 5, Times(550, 610)),
            (Grip.BODY, 612.0, 1, Times(552, 612)),
            (Grip.BODY, -500.0, 5, Times(0, 60)),
            (Grip.BODY, 5000.0, 5, Times(1439, 1499)),
            (Grip.START, 570.0, 5, Times(510, 600)),
            (Grip.START, 900.0, 5, Times(595, 600)),
            (Grip.END, 622.0, 5, Times(540, 620)),
            (Grip.END, 100.0, 5, Times(540, 545)),
            (Grip.END, 9000.0, 5, Times(540, 2879)),
        ],
    )
    def test_times_stay_on_steps_and_within_the_day(
        self, grip: Grip, minute: float, step: int, expected: Times
    ) -> None:
        assert Drag("s1", grip, Times(540, 600), 600.0).times(minute, step) == expected

    def test_a_point_in_time_is_moved_and_gets_an_end(self) -> None:
        assert Drag("s1", Grip.BODY, Times(540), 540.0).times(560.0) == Times(560)
        assert Drag("s1", Grip.END, Times(540), 550.0).times(580.0) == Times(540, 570)
