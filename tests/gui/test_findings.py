"""The findings as a person works with them: listed, gone through by F7, put right, let stand; in words at every place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from igfeditor.checks.finding import Finding, Severity
from igfeditor.checks.gathered import Tally
from igfeditor.checks.proof import ProofReader
from igfeditor.errors import sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.panels.finding_rows import FindingModel, FindingRow, Sort
from igfeditor.gui.panels.findings import FindingsPanel
from igfeditor.gui.tree_filter import Filter
from igfeditor.gui.tree_model import Column
from igfeditor.gui.tree_words import TreeWords
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda, Waiver
from igfeditor.model.edits import confirm
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.session import Session
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def faulty() -> Agenda:
    """Two days: a placeholder, three Latin commas between Arabic words, and a text that is not translated."""
    first = an_item(
        "Opening [TBA]",
        a_sub_item("Message", ar="رسالة, وكلمة", name="c1"),
        a_sub_item("Word", ar="كلمة"),
        ar="افتتاح [TBA]",
        name="i1",
    )
    second = an_item(
        "Reports",
        a_sub_item("Budget", ar="ميزانية, وتقرير", name="c2"),
        a_sub_item("Work", ar="عمل"),
        ar="تقارير, وأعمال",
        name="i2",
    )
    day = a_day(
        a_slot(first, name="s1", start="09:00", end="10:00"), a_slot(second, name="s2", start="10:00", end="11:00"),
        name="d1", heading=a_text("Consultation", "مشاورات"),
    )  # fmt: skip
    closing = a_slot(an_item("Closing", name="i3"), name="s3", start="09:00", end="10:00")
    other = a_day(closing, name="d2", on="2026-02-10", heading=a_text("Meeting", "اجتماع"))
    return an_agenda(day, other, title=a_text("The plenary", "الجلسة العامة"))


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.show_project(Session(faulty()))
    window.side.show_tab(FindingsPanel)
    window.bridge.reading_requested.emit()
    qtbot.waitUntil(lambda: window.bridge.report is not None)
    return window


def panel(window: MainWindow) -> FindingsPanel:
    found = window.side.tab(FindingsPanel)
    assert isinstance(found, FindingsPanel)
    return found


def checks(window: MainWindow) -> list[str]:
    report = window.bridge.report_of_now
    return [] if report is None else [one.check for one in report.findings]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.bridge.report_of_now is not None and not window.proofing.is_waiting)


def rows(tab: FindingsPanel, sort: Sort = Sort.FINDING) -> list[FindingRow]:
    return [row for row in tab.model.rows if row.sort is sort]


def stand_on(tab: FindingsPanel, check: str) -> Finding:
    row = next(row for row in rows(tab) if row.finding is not None and row.finding.check == check)
    tab.list.setCurrentIndex(tab.model.index_of(row))
    assert row.finding is not None
    return row.finding


def fixes_of(tab: FindingsPanel) -> list[str]:
    return [button.text() for button in tab.detail.fixes]


# --- the list ------------------------------------------------------------------------------------------------


def test_findings_stand_under_their_slot_and_day(shown: MainWindow) -> None:
    tab = panel(shown)
    days = [row.title for row in rows(tab, Sort.DAY)]
    assert days == ["Day 1 · Mon 9 Feb", "Day 2 · Tue 10 Feb"]
    slots = [row.title.replace("\xa0", " ") for row in rows(tab, Sort.SLOT)]
    assert slots == ["09:00 – 10:00  1. Opening [TBA]", "10:00 – 11:00  2. Reports", "09:00 – 10:00  1. Closing"]
    assert len(rows(tab)) == len(tab.found) == rows(tab, Sort.DAY)[0].count + rows(tab, Sort.DAY)[1].count


def test_a_finding_is_heard_with_its_severity_and_its_place(shown: MainWindow) -> None:
    tab = panel(shown)
    index = tab.model.index_of(next(row for row in rows(tab) if row.finding and row.finding.check == "P01"))
    said = index.data(SPOKEN)
    assert said.startswith("Error. ")
    assert "العربية" in said
    assert tab.model.index_of(rows(tab, Sort.DAY)[0]).data(SPOKEN).endswith(" findings")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_rows_are_rows_that_qt_can_trust(language: str) -> None:
    agenda = faulty().model_copy(update={"waivers": (Waiver(check="T03", target="s1", reason="So it is"),)})
    bridge = Bridge(Session(agenda), language)
    model = FindingModel(bridge, bridge)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    report = ProofReader().read(agenda)
    for findings in (report.findings, (), report.findings[:1]):
        model.show(TreeWords(bridge), language, findings, agenda.waivers)
        assert model.rowCount() > 0
    last = model.index(model.rowCount() - 1, 0)
    assert model.index(0, 0, last).parent() == last
    assert not model.parent(last).isValid()
    assert not model.index(0, 1, QModelIndex()).isValid()


def test_severities_and_kinds_can_be_filtered(shown: MainWindow, qtbot: QtBot) -> None:
    tab = panel(shown)
    qtbot.mouseClick(tab.severities[Severity.ERROR], Qt.MouseButton.LeftButton)
    assert {row.finding.severity for row in rows(tab) if row.finding} == {Severity.WARNING, Severity.INFO} & {
        one.severity for one in tab.found
    }
    tab.show_all()
    tab.family.setCurrentIndex(tab.family.findData("D"))
    assert {row.finding.check[0] for row in rows(tab) if row.finding} == {"D"}
    tab.family.setCurrentIndex(tab.family.findData("N"))
    assert rows(tab) == []
    assert tab._told.isVisible()
    assert tab._told.text() == "No finding fits the filter."
    qtbot.mouseClick(tab._all, Qt.MouseButton.LeftButton)
    assert len(rows(tab)) == len(tab.found)


def test_a_sound_agenda_says_so_in_words(window: MainWindow, qtbot: QtBot) -> None:
    window.show_project(Session(an_agenda(title=a_text("The plenary", "الجلسة العامة"))))
    window.side.show_tab(FindingsPanel)
    assert panel(window)._told.text() == "The agenda is being read…"
    settle(window, qtbot)
    assert panel(window)._told.text() == "All checks pass: nothing was found."
    assert window.status.findings.text() == "No findings"


def test_next_finding_is_gone_to_as_soon_as_the_agenda_is_read(window: MainWindow, qtbot: QtBot) -> None:
    window.show_project(Session(faulty()))
    window.actions_by_name["next-finding"].trigger()
    assert window.bridge.report is None
    settle(window, qtbot)
    assert panel(window).list.current is not None
    assert window.bridge.current != THE_MEETING
    assert "being read" not in window.statusBar().currentMessage()


def test_who_writes_on_is_not_led_to_a_finding_that_comes_late(window: MainWindow, qtbot: QtBot) -> None:
    window.show_project(Session(faulty()))
    window.actions_by_name["next-finding"].trigger()
    window.bridge.set_text("i3", "title", "ar", "ختام")
    settle(window, qtbot)
    assert window.bridge.current == "i3"


def test_one_stays_at_a_finding_when_another_report_comes(shown: MainWindow, qtbot: QtBot) -> None:
    tab = panel(shown)
    stand_on(tab, "P01")
    shown.bridge.set_text("i1", "title", "en", "Opening")
    settle(shown, qtbot)
    current = tab.list.current
    assert current is not None
    assert current.finding is not None
    assert current.finding.check == "P01"


def test_of_two_alike_one_stays_at_the_same(shown: MainWindow, qtbot: QtBot) -> None:
    tab = panel(shown)
    shown.bridge.set_text("c1", "text", "ar", "رسالة, وكلمة, وأخرى")
    settle(shown, qtbot)
    alike = [row for row in rows(tab) if row.finding and row.finding.spot.node == "c1" and row.finding.check == "D05"]
    assert len({row.key for row in alike}) == 1
    assert len(alike) == 2
    tab.list.setCurrentIndex(tab.model.index_of(alike[1]))
    wanted = alike[1].finding
    shown.bridge.set_text("i3", "title", "en", "The end")
    settle(shown, qtbot)
    current = tab.list.current
    assert current is not None
    assert current.finding is not None
    assert wanted is not None
    assert current.finding.spot == wanted.spot


def test_closed_groups_stay_closed(shown: MainWindow, qtbot: QtBot) -> None:
    tab = panel(shown)
    tab.list.collapse(tab.model.index_of(rows(tab, Sort.DAY)[0]))
    shown.bridge.set_text("i1", "title", "en", "Opening")
    settle(shown, qtbot)
    first, second = (tab.model.index_of(row) for row in rows(tab, Sort.DAY)[:2])
    assert not tab.list.isExpanded(first)
    assert tab.list.isExpanded(second)


# --- going ---------------------------------------------------------------------------------------------------


def test_f7_goes_to_the_very_letters_and_on(shown: MainWindow, qtbot: QtBot) -> None:
    shown.activateWindow()
    QTest.keyClick(shown, Qt.Key.Key_F7)
    places: list[tuple[str, str, str]] = []
    for _ in rows(panel(shown)):
        spot = shown.panes.spot
        current = panel(shown).list.current
        assert current is not None
        assert current.finding is not None
        wanted = current.finding.spot
        if spot is not None and wanted.start is not None:
            assert (spot.node, spot.field, spot.language) == (wanted.node, wanted.field, wanted.language)
            assert (spot.start, spot.end) == (wanted.start, wanted.end)
            assert shown.panes.pair.has_focus
        places.append((current.finding.check, wanted.node, wanted.language))
        QTest.keyClick(QApplication.focusWidget() or shown, Qt.Key.Key_F7)
    assert places == [(one.check, one.spot.node, one.spot.language) for one in panel(shown).found]
    first = panel(shown).list.current
    assert first is not None
    assert first.finding is panel(shown).found[0]


def test_shift_f7_goes_back_round_the_end(shown: MainWindow) -> None:
    QTest.keyClick(shown, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    current = panel(shown).list.current
    assert current is not None
    assert current.finding is panel(shown).found[-1]


def test_the_next_finding_is_that_after_where_one_is(shown: MainWindow) -> None:
    shown.bridge.select("s3")
    QTest.keyClick(shown, Qt.Key.Key_F7)
    current = panel(shown).list.current
    assert current is not None
    assert current.finding is not None
    assert current.finding.spot.node in {"s3", "i3"}


def test_f7_says_what_was_found(shown: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.bridge.done) as said:
        QTest.keyClick(shown, Qt.Key.Key_F7)
    finding = panel(shown).found[0]
    assert said.args is not None
    assert say(finding.message, "en") in said.args[0]


def test_f7_works_while_the_panel_is_hidden(shown: MainWindow) -> None:
    shown.side.hide()
    QTest.keyClick(shown, Qt.Key.Key_F7)
    assert shown.side.isHidden()
    assert panel(shown).list.current is not None


def test_the_list_shows_a_text_and_enter_goes_into_it(shown: MainWindow) -> None:
    tab = panel(shown)
    tab.list.setFocus()
    finding = stand_on(tab, "D05")
    assert shown.panes.current == (finding.spot.node, finding.spot.field)
    assert not shown.panes.pair.has_focus
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    assert shown.panes.pair.has_focus


# --- putting right -------------------------------------------------------------------------------------------


def test_a_click_puts_one_finding_right(shown: MainWindow, qtbot: QtBot) -> None:
    tab, before = panel(shown), checks(shown)
    finding = stand_on(tab, "D05")
    with qtbot.waitSignal(shown.bridge.reading_requested):
        qtbot.mouseClick(tab.detail.fixes[0], Qt.MouseButton.LeftButton)
    assert not shown.proofing._pause.isActive()
    settle(shown, qtbot)
    assert checks(shown).count("D05") == before.count("D05") - 1
    assert "،" in shown.bridge.tree.text(finding.spot.node, finding.spot.field).wording("ar")
    assert tab.list.hasFocus()


def test_all_of_a_kind_are_put_right_in_one_step(shown: MainWindow, qtbot: QtBot) -> None:
    tab, before = panel(shown), shown.bridge.agenda
    stand_on(tab, "D05")
    assert tab.detail.fix_all.text() == "Fix all 3 of this kind"
    qtbot.mouseClick(tab.detail.fix_all, Qt.MouseButton.LeftButton)
    settle(shown, qtbot)
    assert "D05" not in checks(shown)
    shown.bridge.undo()
    assert shown.bridge.agenda is before


def test_what_is_alone_of_its_kind_has_no_such_button(shown: MainWindow) -> None:
    tab = panel(shown)
    stand_on(tab, "P01")
    assert not tab.detail.fix_all.isVisible()
    assert fixes_of(tab) == []


def test_a_fix_that_comes_too_late_changes_nothing(shown: MainWindow, qtbot: QtBot) -> None:
    tab = panel(shown)
    finding = stand_on(tab, "D05")
    shown.bridge.set_text(finding.spot.node, finding.spot.field, "ar", "كلام آخر")
    before = shown.bridge.agenda
    with qtbot.waitSignal(shown.bridge.done) as said:
        tab.fix(0)
    assert said.args == ["The agenda has changed since; it is read again."]
    assert shown.bridge.agenda is before


# --- letting stand -------------------------------------------------------------------------------------------


def test_a_finding_is_waived_with_a_reason_and_taken_back(shown: MainWindow, qtbot: QtBot) -> None:
    tab = panel(shown)
    finding = stand_on(tab, "P01")
    qtbot.mouseClick(tab.detail.waive, Qt.MouseButton.LeftButton)
    form = tab.detail.form
    assert form.reason.hasFocus()
    assert not form.done.isEnabled()
    qtbot.keyClicks(form.reason, "It is a name")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    settle(shown, qtbot)
    assert "P01" not in checks(shown)
    assert shown.bridge.agenda.waivers == (Waiver(check="P01", target=finding.spot.node, reason="It is a name"),)
    waiver = rows(tab, Sort.WAIVER)[0]
    tab.list.setCurrentIndex(tab.model.index_of(waiver))
    assert tab.detail._message.text().strip("\u200e") == "It is a name"
    qtbot.mouseClick(tab.detail.revoke, Qt.MouseButton.LeftButton)
    settle(shown, qtbot)
    assert shown.bridge.agenda.waivers == ()
    assert "P01" in checks(shown)


def test_escape_leaves_the_form(shown: MainWindow, qtbot: QtBot) -> None:
    tab = panel(shown)
    stand_on(tab, "P01")
    qtbot.mouseClick(tab.detail.waive, Qt.MouseButton.LeftButton)
    QTest.keyClick(tab.detail.form.reason, Qt.Key.Key_Escape)
    assert not tab.detail.form.isVisible()
    assert tab.list.hasFocus()
    assert shown.bridge.agenda.waivers == ()


# --- the rest of the window ----------------------------------------------------------------------------------


def test_the_status_bar_counts_in_words_that_agree_and_leads_to_the_tab(shown: MainWindow, qtbot: QtBot) -> None:
    report = shown.bridge.report
    assert report is not None
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    assert shown.status.findings.text() == f"{errors} errors · {warnings} warnings"
    shown.side.setCurrentIndex(0)
    qtbot.mouseClick(shown.status.findings, Qt.MouseButton.LeftButton)
    assert shown.side.currentWidget() is panel(shown)


def test_one_error_is_one_error(shown: MainWindow, qtbot: QtBot) -> None:
    shown.bridge.set_text("i1", "title", "en", "Opening")
    shown.bridge.set_text("i1", "title", "ar", "افتتاح")
    shown.bridge.apply(lambda agenda: confirm(agenda, "i1", "title", "ar"), sentence("Confirm"))
    settle(shown, qtbot)
    assert checks(shown).count("P01") == 1
    assert shown.status.findings.text().startswith("1 error · ")


def test_rows_of_the_tree_have_badges(shown: MainWindow) -> None:
    model = shown.tree.rows
    report = shown.bridge.report
    assert report is not None
    found = {row: model.words.of(row).found for row in ("meeting", "d1", "d2", "s3", "c1")}
    assert found["meeting"] is None
    assert found["d1"] is not None
    assert found["d2"] is not None
    assert found["d1"].count + found["d2"].count == len(report.findings)
    assert found["d1"].worst is Severity.ERROR
    assert found["c1"] == Tally(1, Severity.WARNING)
    cell = model.index_of("c1", Column.FINDINGS)
    assert cell.data() == ""
    assert cell.data(SPOKEN) == "1 finding"
    assert model.index_of("d1", Column.FINDINGS).data(SPOKEN).endswith(" findings, with errors")
    assert shown.tree.columnWidth(Column.FINDINGS) > 0


def test_badges_go_when_all_is_right(shown: MainWindow, qtbot: QtBot) -> None:
    stand_on(panel(shown), "D05")
    panel(shown).fix_all()
    settle(shown, qtbot)
    assert shown.tree.rows.words.of("c1").found is None


def test_rows_with_findings_can_be_shown_alone(shown: MainWindow, qtbot: QtBot) -> None:
    shown.bridge.set_text("c1", "text", "ar", "رسالة")
    settle(shown, qtbot)
    words = [row for row in shown.tree.rows.shape.walk() if shown.tree.rows.words.of(row).title in {"Word", "Work"}]
    shown.tree.filter(Filter.WITH_FINDINGS)
    hidden = [row for row in shown.tree.rows.shape.walk() if not shown.tree._index_of(row).isValid()]
    assert hidden == ["meeting", "c1", *words]


@pytest.fixture
def arabic(shown: MainWindow) -> MainWindow:
    shown.speak("ar")
    QApplication.processEvents()
    return shown


def test_all_is_said_in_arabic(arabic: MainWindow) -> None:
    tab = panel(arabic)
    finding = stand_on(tab, "P01")
    title = tab.model.row_of(tab.list.currentIndex()).title
    assert title == say(finding.message, "ar")
    assert tab.detail._head.text().strip("\u200f").startswith("خطأ")
    assert "تحذير" in arabic.status.findings.text()
    assert tab.list._pen.language == "ar"
