"""The dialog of a link: it shows what is there, refuses what is no address without losing it, and takes a link off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from igfeditor.gui.dialogs.link import LinkDialog
from igfeditor.gui.main_window import MainWindow
from igfeditor.services.session import Session
from tests.agendas import a_day, a_slot, an_agenda, an_item

OK = QDialogButtonBox.StandardButton.Ok


def removal(dialog: LinkDialog) -> QPushButton | None:
    return next((one for one in dialog.findChildren(QPushButton) if one.text() == "Remove the link"), None)


def test_what_is_no_address_is_refused_and_stays_to_be_mended(qtbot: QtBot) -> None:
    dialog = LinkDialog("")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.line, "ftp://a b")
    dialog.buttons.button(OK).click()
    assert dialog.isVisible()
    assert "https://" in dialog.refusal.text()
    assert dialog.line.text() == "ftp://a b"
    qtbot.keyClicks(dialog.line, "intgovforum.org")
    assert dialog.refusal.text() == ""
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.address == "https://intgovforum.org"


def test_link_that_is_there_is_shown_and_only_such_a_one_is_taken_off(qtbot: QtBot) -> None:
    present, absent = LinkDialog("https://a.org/"), LinkDialog("")
    for dialog in (present, absent):
        qtbot.addWidget(dialog)
    assert present.line.selectedText() == "https://a.org/"
    assert removal(absent) is None
    button = removal(present)
    assert button is not None
    button.click()
    assert present.result() == LinkDialog.DialogCode.Accepted
    assert present.address == ""


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (lambda dialog: dialog.accept(), "[here](https://a.org/) now"),
        (lambda dialog: (dialog.line.setText("b.org"), dialog.accept()), "[here](https://b.org) now"),
        (lambda dialog: removal(dialog).click(), "here now"),
        (lambda dialog: dialog.reject(), "[here](https://a.org/) now"),
    ],
)
def test_link_at_the_caret_is_changed_by_its_action(
    window: MainWindow, answer: Callable[[LinkDialog], object], expected: str
) -> None:
    item = an_item("[here](https://a.org/) now", name="i1")
    window.show_project(Session(an_agenda(a_day(a_slot(item, name="s1"), name="d1"))))
    window.bridge.select("i1")
    window.panes.edit_text("i1", "title")

    def answered() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LinkDialog)
        assert dialog.line.text() == "https://a.org/"
        answer(dialog)

    QTimer.singleShot(0, answered)
    window.actions_by_name["link"].trigger()
    assert window.bridge.tree.text("i1", "title").wording("en") == expected
