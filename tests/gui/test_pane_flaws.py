"""What was found is underlined at its very letters, in painted rows and in live editors, until the text changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCharFormat, QTextLayout
from pytestqt.qtbot import QtBot

from igfeditor.checks.finding import Severity
from igfeditor.checks.proof import ProofReader
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.finding_words import severity_colour
from igfeditor.gui.pane_view import Panes
from igfeditor.gui.text_editor import TextEditor
from igfeditor.services.session import Session
from tests.agendas import a_day, a_note, a_slot, an_agenda, an_item

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
STORED = "افتتاح **مهم**[^n1], وكلمة 𝄞 [TBA]"


@pytest.fixture
def panes(qtbot: QtBot) -> Panes:
    opening = an_item("Opening **TBC**", ar=STORED, name="i1")
    other = an_item("Closing [TBA]", ar="ختام", name="i2")
    slots = a_slot(opening, name="s1", notes=(a_note("Online", "عن بعد", name="n1"),)), a_slot(other, name="s2")
    bridge = Bridge(Session(an_agenda(a_day(*slots, name="d1"))), "en")
    made = Panes(bridge)
    bridge.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    read(made)
    return made


def bridge_of(panes: Panes) -> Bridge:
    return panes._bridge


def read(panes: Panes) -> None:
    bridge = bridge_of(panes)
    bridge.take_report(ProofReader().read(bridge.agenda))


def painted(panes: Panes, node: str, language: str, field: str = "title") -> list[str]:
    """Give the underlined words of a painted row."""
    row = panes.lines.row_of(node, field)
    assert row is not None
    layout = panes._stack.row(row).fields[language].text
    assert layout is not None
    return [_words(layout, one) for one in layout.formats() if one.format.underlineStyle() is WAVE]  # pyright: ignore[reportAttributeAccessIssue]


def _words(layout: QTextLayout, one: QTextLayout.FormatRange) -> str:
    coded = layout.text().encode("utf-16-le")
    return coded[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")


def edited(editor: TextEditor) -> list[str]:
    """Give the underlined words of an editor."""
    lit = (one for one in editor.extraSelections() if one.format.underlineStyle() is WAVE)  # pyright: ignore[reportAttributeAccessIssue]
    return [one.cursor.selectedText() for one in lit]  # pyright: ignore[reportAttributeAccessIssue]


def test_painted_letters_are_those_that_were_found(panes: Panes) -> None:
    bridge_of(panes).select("i1")
    assert painted(panes, "i2", "en") == ["[TBA]"]
    bridge_of(panes).select("i2")
    assert painted(panes, "i1", "en") == ["TBC"]
    assert [words.strip("\u200f\u200e") for words in painted(panes, "i1", "ar")][-1] == "[TBA]"
    assert "," in painted(panes, "i1", "ar")


def test_letters_of_an_editor_are_those_that_were_found(panes: Panes) -> None:
    bridge_of(panes).select("i1")
    assert edited(panes.pair.editors["en"]) == ["TBC"]
    arabic = edited(panes.pair.editors["ar"])
    assert arabic[-1] == "[TBA]"
    assert "," in arabic


def test_the_colour_is_that_of_the_severity(panes: Panes) -> None:
    bridge_of(panes).select("i1")
    lit = panes.pair.editors["en"].extraSelections()
    assert [one.format.underlineColor().name() for one in lit] == [severity_colour(Severity.ERROR)]  # pyright: ignore[reportAttributeAccessIssue]


def test_a_text_that_changed_has_nothing_under_it_until_it_is_read(panes: Panes) -> None:
    bridge_of(panes).select("i1")
    bridge_of(panes).set_text("i2", "title", "en", "Now closing [TBA]")
    assert painted(panes, "i2", "en") == []
    read(panes)
    assert painted(panes, "i2", "en") == ["[TBA]"]


def test_what_was_put_right_is_underlined_no_more(panes: Panes) -> None:
    bridge_of(panes).select("i1")
    bridge_of(panes).set_text("i1", "title", "en", "Opening")
    bridge_of(panes).set_text("i2", "title", "en", "Closing")
    read(panes)
    assert edited(panes.pair.editors["en"]) == []
    assert painted(panes, "i2", "en") == []


def test_only_rows_with_other_findings_are_laid_out_again(panes: Panes, monkeypatch: pytest.MonkeyPatch) -> None:
    bridge_of(panes).select("i1")
    renewed: list[str] = []
    monkeypatch.setattr(panes, "renew", lambda row: renewed.append(panes.lines.lines[row].node))
    read(panes)
    assert renewed == []
    bridge_of(panes).take_report(None)
    assert renewed == ["i1", "i2"]


def test_the_pointer_is_told_what_was_found(panes: Panes) -> None:
    bridge_of(panes).select("i1")
    row = panes.lines.row_of("i2", "title")
    assert row is not None
    area = panes._area(row)
    left, right = (QPoint(x, area.center().y()) for x in (40, panes.viewport().width() - 40))
    assert "Error: “[TBA]” is still to be filled in." in panes.tip_at(left)
    assert "[TBA]" not in panes.tip_at(right)
    assert "still to be filled in" in panes.pair.editors["en"].toolTip()


def test_a_screen_reader_hears_what_was_found(panes: Panes) -> None:
    bridge_of(panes).select("i1")
    assert "Error: “TBC” is still to be filled in." in panes.pair.editors["en"].accessibleDescription()
