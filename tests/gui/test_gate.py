"""The gate of a final agenda in the dialog of export, and the report of findings as the window writes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from igfeditor.exporters.registry import FORMATS
from igfeditor.gui.dialogs.export import ExportDialog
from igfeditor.gui.main_window import MainWindow
from igfeditor.model.agenda import Status
from igfeditor.model.edits import set_meeting
from igfeditor.services.session import Session
from tests.agendas import a_day, a_slot, a_text, an_agenda, an_item


def dialog(window: MainWindow, qtbot: QtBot, folder: Path, status: Status = "final") -> ExportDialog:
    item = an_item("Opening", ar="افتتاح [TBA]", name="i1")
    agenda = an_agenda(a_day(a_slot(item, start="09:00", end="10:00")), title=a_text("The plenary", "الجلسة العامة"))
    window.show_project(Session(set_meeting(agenda, status=status)))
    made = ExportDialog(window.bridge, str(folder), window)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_final_agenda_with_errors_is_not_exported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(window, qtbot, tmp_path)
    assert made.gate.isVisible()
    assert "1 error " in made.gate._told.text()
    assert "[TBA]" in made.gate.list.item(0).text()
    assert "H01" in made.gate.list.item(0).text()
    assert not made._start.isEnabled()


def test_it_is_exported_all_the_same_where_somebody_says_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(window, qtbot, tmp_path)
    made.gate.force.click()
    assert made.wish().force
    made._start.click()
    qtbot.waitUntil(lambda: made._printing is None, timeout=30_000)
    assert made._said.text().endswith("written.")
    assert list(tmp_path.iterdir())


def test_errors_of_a_language_that_is_not_printed_do_not_matter(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    made = dialog(window, qtbot, tmp_path)
    for name in ("ar", "en-ar"):
        made._layouts[name].click()
    assert not made.gate.isVisible()
    assert made._start.isEnabled()
    assert not made.wish().force
    made._layouts["ar"].click()
    assert not made._start.isEnabled()


def test_an_agenda_that_is_no_final_one_has_no_gate(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(window, qtbot, tmp_path, "draft")
    assert not made.gate.isVisible()
    assert made._start.isEnabled()


def test_usual_formats_are_ticked_and_named_in_the_language_of_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    made = dialog(window, qtbot, tmp_path, "draft")
    ticked = {suffix: box.isChecked() for suffix, box in made._formats.items()}
    assert ticked == {suffix: one.usual for suffix, one in FORMATS.items()}
    assert made._formats["ics"].text().startswith("Calendar (")
    window.bridge.language = "ar"
    arabic = ExportDialog(window.bridge, str(tmp_path), window)
    qtbot.addWidget(arabic)
    assert arabic._formats["ics"].text().startswith("تقويم (")
    assert arabic._formats["docx"].text().startswith("Word (")


def test_no_name_of_a_format_is_cut(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(window, qtbot, tmp_path, "draft")
    for box in (*made._formats.values(), *made._layouts.values()):
        assert box.width() >= box.sizeHint().width(), box.text()


def test_a_pack_is_an_export_of_everything(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog(window, qtbot, tmp_path, "draft").close()
    made = ExportDialog(window.bridge, str(tmp_path / "pack"), window, is_pack=True)
    qtbot.addWidget(made)
    boxes = (*made._layouts.values(), *made._formats.values())
    assert {(box.isChecked(), box.isEnabled()) for box in boxes} == {(True, False)}
    made._start.click()
    qtbot.waitUntil(lambda: made._printing is None, timeout=60_000)
    names = {path.suffix for path in (tmp_path / "pack").iterdir()}
    assert names == {f".{suffix}" for suffix in FORMATS} | {".json"}
    assert made.folder == str(tmp_path / "pack")


def test_a_pack_into_a_file_is_refused(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog(window, qtbot, tmp_path, "draft").close()
    made = ExportDialog(window.bridge, str(tmp_path / "x.md"), window, is_pack=True)
    qtbot.addWidget(made)
    made._start.click()
    assert made._printing is None
    assert "a pack is a folder" in window.statusBar().currentMessage()


def test_the_window_has_a_deed_for_the_pack(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog(window, qtbot, tmp_path, "draft").close()
    asked: list[bool] = []
    monkeypatch.setattr(ExportDialog, "exec", lambda made: asked.append(made._is_pack))
    window.actions_by_name["pack"].trigger()
    window.actions_by_name["export"].trigger()
    assert asked == [True, False]


def test_findings_are_written_as_a_report(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog(window, qtbot, tmp_path).close()
    target = tmp_path / "for the translator"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_by_name["findings-report"].trigger()
    written = target.with_name("for the translator.docx")
    assert written.read_bytes()[:2] == b"PK"
    assert str(written) in window.statusBar().currentMessage()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.actions_by_name["findings-report"].trigger()
    assert [path.name for path in tmp_path.iterdir()] == [written.name]
