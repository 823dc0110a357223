"""The house style beside the window: each choice is a deed, and its specimen follows at once in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from igfeditor.errors import sentence
from igfeditor.gui import file_deeds
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.dialogs.style import CHOICES, StyleDialog
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.translation import WindowLanguage
from igfeditor.language.messages import say
from igfeditor.model.agenda import Style
from igfeditor.model.edits import set_style
from igfeditor.services.session import Session

TYPING = sentence("Typing")


@pytest.fixture
def bridge(qapp: object) -> Bridge:
    return Bridge(Session.sample(), "en")


@pytest.fixture
def dialog(qtbot: QtBot, bridge: Bridge) -> StyleDialog:
    dialog = StyleDialog(bridge)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_every_choice_of_the_style_is_offered() -> None:
    for name, field in Style.model_fields.items():
        offered = [value for value, _ in CHOICES[name][1]]
        assert set(offered) == set(field.annotation.__args__)  # type: ignore[union-attr]
    assert set(CHOICES) == set(Style.model_fields)


def test_choice_by_keyboard_is_seen_at_once_and_undone(qtbot: QtBot, bridge: Bridge, dialog: StyleDialog) -> None:
    box = dialog.boxes["digits"]
    assert "13:15" in dialog.words("times", "ar")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert bridge.agenda.style.digits == "arabic-indic"
    assert "١٣:١٥" in dialog.words("times", "ar")
    assert "13:15" in dialog.words("times", "en")
    assert QApplication.focusWidget() is box
    bridge.undo()
    assert box.currentData() == "western"
    assert "13:15" in dialog.words("times", "ar")


@pytest.mark.parametrize(("language", "words"), [("en", "Change of the house style"), ("ar", "تغيير أسلوب الطباعة")])
def test_deed_is_named(qtbot: QtBot, bridge: Bridge, dialog: StyleDialog, language: str, words: str) -> None:
    qtbot.keyClick(dialog.boxes["clock"], Qt.Key.Key_Down)
    label = bridge.session.history.undo_label
    assert label is not None
    assert say(label, language) == words


def test_change_made_elsewhere_is_followed(bridge: Bridge, dialog: StyleDialog) -> None:
    bridge.session.apply(lambda agenda: set_style(agenda, letters="bracket"), TYPING)
    assert dialog.boxes["letters"].currentData() == "bracket"
    assert dialog.words("letters", "en") == "(a) (b) (c)"
    bridge.open(Session.new())
    assert dialog.words("letters", "en") == "a. b. c."


def test_refusal_is_said_in_the_dialog(qtbot: QtBot, bridge: Bridge) -> None:
    dialog = StyleDialog(Bridge(Session(bridge.agenda, read_only=True), "en"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.boxes["clock"], Qt.Key.Key_Down)
    assert any("reading only" in label.text() for label in dialog.findChildren(QLabel))
    assert dialog.boxes["clock"].currentData() == "24h"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_english_stands_left_of_arabic_in_any_window(qtbot: QtBot, qapp: QApplication, language: str) -> None:
    speech = WindowLanguage(qapp, language)
    dialog = StyleDialog(Bridge(Session.sample(), language))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    english, arabic = (dialog._words["clock", one] for one in ("en", "ar"))
    assert english.mapTo(dialog, QPoint()).x() < arabic.mapTo(dialog, QPoint()).x()
    assert arabic.alignment() & Qt.AlignmentFlag.AlignRight
    assert dialog.windowTitle() == ("House style" if language == "en" else "أسلوب الطباعة")
    speech.change("en")


def test_window_shows_one_dialog_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    file_deeds.sample(window)
    window.actions_by_name["style"].trigger()
    window.actions_by_name["style"].trigger()
    (dialog,) = window.findChildren(StyleDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    qtbot.waitExposed(dialog)
    box = dialog.boxes["digits"]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert window.bridge.agenda.style.digits == "arabic-indic"
    window.refresh()
    for key, digits in ((Qt.Key.Key_Z, "western"), (Qt.Key.Key_Y, "arabic-indic")):
        qtbot.keyClick(box, key, Qt.KeyboardModifier.ControlModifier)
        window.refresh()
        assert window.bridge.agenda.style.digits == digits
    dialog.close()
