"""Spell check in the live editors: what is marked and when, other words as one deed, learned words, doing without."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from igfeditor.gui import spelling, theme, view_deeds
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.text_editor import Light, TextEditor
from igfeditor.model.agenda import Agenda
from igfeditor.services.session import Session
from igfeditor.services.spelling import Dictionary
from tests.agendas import a_day, a_slot, an_agenda, an_item

KNOWN = frozenset(["a", "the", "good", "opening", "of", "sessions", "session", "word", "other", "ترحيب", "كلمة"])
OFFERS = {"wrod": ["word", "other"], "ترحيبب": ["ترحيب"], "wrod's": ["word's"]}


class Lexicon:
    """A dictionary of few words."""

    def check(self, word: str) -> bool:
        return word in KNOWN

    def suggest(self, word: str) -> list[str]:
        return OFFERS.get(word, [])


def the_agenda(en: str = "the wrod", ar: str = "ترحيبب كلمة") -> Agenda:
    item = an_item(en, ar=ar, name="i1")
    return an_agenda(a_day(a_slot(item, end="10:00", name="s1"), name="d1"))


@pytest.fixture(autouse=True)
def small_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a small dictionary of each language in place of the machine's."""
    known = {language: Dictionary(language, Lexicon()) for language in ("en", "ar")}
    monkeypatch.setattr(spelling, "dictionary_of", known.get)
    monkeypatch.setattr(spelling, "has_dictionary", known.__contains__)


@pytest.fixture
def no_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "dictionary_of", lambda language: None)
    monkeypatch.setattr(spelling, "has_dictionary", lambda language: False)


def open_in(window: MainWindow, qtbot: QtBot, agenda: Agenda | None = None) -> None:
    window.choose(spelling=True)
    window.spelling.set_on(True)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_project(Session(agenda or the_agenda()))
    window.bridge.select("i1")
    settle(window, qtbot)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until every text is looked through."""
    marks = window.spelling._marks.values()
    qtbot.waitUntil(lambda: not window.spelling.is_busy and not any(one._pause.isActive() for one in marks))
    qtbot.waitUntil(lambda: not window._soon.isActive())


def editor_of(window: MainWindow, language: str = "en") -> TextEditor:
    editor = window.panes.pair.editors[language]
    editor.setFocus()
    return editor


def marked(editor: TextEditor) -> list[str]:
    return [one.cursor.selectedText() for one in editor._lights.get(Light.MISSPELT, [])]  # type: ignore[attr-defined]


def at_end(editor: TextEditor) -> TextEditor:
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    return editor


def type_letters(editor: TextEditor, letters: str) -> None:
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(editor, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter))


def menu_of(editor: TextEditor, qtbot: QtBot) -> QMenu:
    def menus() -> list[QMenu]:
        return [menu for menu in editor.findChildren(QMenu) if menu.isVisible()]

    qtbot.waitUntil(lambda: len(menus()) == 1)
    return menus()[0]


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def ask_at(window: MainWindow, qtbot: QtBot, editor: TextEditor, letters: str) -> QMenu:
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().toRawText().index(letters) + 1)
    editor.setTextCursor(cursor)
    window.actions_by_name["suggest"].trigger()
    return menu_of(editor, qtbot)


def choose(qtbot: QtBot, menu: QMenu, words: str) -> None:
    action = next(action for action in menu.actions() if words in action.text())
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


# marks


def test_misspelt_words_of_both_languages_are_marked(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    assert marked(editor_of(window, "en")) == ["wrod"]
    assert marked(editor_of(window, "ar")) == ["ترحيبب"]


def test_letters_beyond_the_first_plane_and_note_marks_do_not_move_the_marks(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("\U0001f600 good[^n1] **wr**od"))
    assert marked(editor_of(window)) == ["wrod"]


def test_the_word_that_is_being_typed_is_marked_when_the_caret_leaves_it(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("the good"))
    editor = at_end(editor_of(window))
    qtbot.keyClicks(editor, " frist")
    settle(window, qtbot)
    assert marked(editor) == []
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    assert marked(editor) == ["frist"]
    at_end(editor)
    assert marked(editor) == ["frist"]


def test_marks_of_other_words_stay_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("wrod a"))
    editor = at_end(editor_of(window))
    qtbot.keyClicks(editor, " x")
    assert marked(editor) == ["wrod"]


def test_letters_written_behind_a_word_are_not_marked_with_it(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("the wrod"))
    editor = at_end(editor_of(window))
    qtbot.keyClicks(editor, " ")
    assert marked(editor) == ["wrod"]


def test_marks_follow_undo(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("the good"))
    editor = at_end(editor_of(window))
    qtbot.keyClicks(editor, " frist ")
    settle(window, qtbot)
    assert marked(editor) == ["frist"]
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert marked(editor) == []
    settle(window, qtbot)
    assert marked(editor) == []


def test_marks_are_those_of_the_row_that_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    first, second = an_item("wrod", name="i1"), an_item("good frist", name="i2")
    slots = (a_slot(first, end="10:00", name="s1"), a_slot(second, start="10:00", end="11:00", name="s2"))
    open_in(window, qtbot, an_agenda(a_day(*slots, name="d1")))
    window.bridge.select("i2")
    assert marked(editor_of(window)) == []
    settle(window, qtbot)
    assert marked(editor_of(window)) == ["frist"]


def test_marks_lie_over_the_lights_of_a_stale_source(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    editor = at_end(editor_of(window))
    qtbot.keyClicks(editor, " sessions ")
    settle(window, qtbot)
    assert marked(editor) == ["wrod"]
    assert len(editor.extraSelections()) == len(editor._lights[Light.STALE]) + 1
    assert editor._lights[Light.STALE]
    last = editor.extraSelections()[-1]
    look = last.format  # type: ignore[attr-defined]
    assert look.underlineStyle() is QTextCharFormat.UnderlineStyle.SpellCheckUnderline


def test_what_an_input_method_has_written_is_looked_through(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("good "))
    editor = at_end(editor_of(window))
    QApplication.sendEvent(editor, QInputMethodEvent("fri", []))
    settle(window, qtbot)
    assert marked(editor) == []
    event = QInputMethodEvent("", [])
    event.setCommitString("frist ")
    QApplication.sendEvent(editor, event)
    settle(window, qtbot)
    assert marked(editor) == ["frist"]


def test_an_answer_about_a_text_that_is_gone_marks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    window.spelling._marks["en"].due.emit()
    window.bridge.set_text("i1", "title", "en", "a good opening of sessions")
    qtbot.waitUntil(lambda: not window.spelling.is_busy)
    assert marked(editor_of(window)) == []


def test_an_answer_for_an_editor_that_is_gone_is_dropped(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    editor_of(window).moveCursor(editor_of(window).textCursor().MoveOperation.End)
    window.actions_by_name["suggest"].trigger()
    window.spelling._marks["en"].due.emit()
    window.panes.pair.set_languages("ar", "en")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not window.spelling.is_busy)
    assert marked(window.panes.pair.editors["en"]) == []


def test_marks_follow_the_mode(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    editor = editor_of(window)
    colours: set[str] = set()
    for mode in ("dark", "light"):
        theme.choose_mode(mode)
        QApplication.processEvents()
        look = editor._lights[Light.MISSPELT][0].format  # type: ignore[attr-defined]
        assert look.underlineColor().name() == theme.colours().misspelt
        colours.add(look.underlineColor().name())
    assert len(colours) == 2


def test_new_languages_have_marks_too(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    window.panes.pair.set_languages("ar", "en")
    window.panes.pair.editors["en"].show_text("the frist")
    settle(window, qtbot)
    assert marked(window.panes.pair.editors["en"]) == ["frist"]


# other words


@pytest.mark.parametrize(("language", "letters", "new"), [("en", "wrod", "word"), ("ar", "ترحيبب", "ترحيب")])
def test_another_word_is_written_as_one_deed(
    window: MainWindow, qtbot: QtBot, language: str, letters: str, new: str
) -> None:
    open_in(window, qtbot)
    before = window.bridge.agenda
    editor = editor_of(window, language)
    menu = ask_at(window, qtbot, editor, letters)
    assert words_of(menu)[0] == new
    assert menu.activeAction() is menu.actions()[0]
    choose(qtbot, menu, new)
    kept = window.bridge.tree.text("i1", "title").wording(language)
    assert kept == the_agenda().days[0].slots[0].items[0].title.wording(language).replace(letters, new)
    assert window.bridge.session.history.undo_label == spelling.CORRECTING
    window.bridge.undo()
    assert window.bridge.agenda == before


def test_another_word_keeps_the_look_of_the_first_letter(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("the **wrod**, good"))
    choose(qtbot, ask_at(window, qtbot, editor_of(window), "wrod"), "word")
    assert window.bridge.tree.text("i1", "title").wording("en") == "the **word**, good"


def test_another_word_has_the_apostrophe_of_the_first(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("the wrod’s"))
    choose(qtbot, ask_at(window, qtbot, editor_of(window), "wrod"), "word's")
    assert window.bridge.tree.text("i1", "title").wording("en") == "the word’s"


def test_menu_key_opens_suggestions_over_the_usual_menu(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    editor = at_end(editor_of(window))
    place = editor.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), event)
    menu = menu_of(editor, qtbot)
    assert words_of(menu)[:4] == ["word", "other", "", "Learn the word “wrod”"]
    assert any("Paste" in text for text in words_of(menu))
    menu.close()


def test_usual_menu_opens_where_there_is_no_misspelt_word(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    editor = editor_of(window)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 4), editor.viewport().mapToGlobal(QPoint(4, 4)))
    QApplication.sendEvent(editor.viewport(), event)
    menu = menu_of(editor, qtbot)
    assert not any("Learn" in text for text in words_of(menu))
    assert any("Paste" in text for text in words_of(menu))
    menu.close()


def test_no_menu_but_a_sentence_where_nothing_is_to_be_offered(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("the 2021"))
    editor = editor_of(window)
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    window.actions_by_name["suggest"].trigger()
    qtbot.waitUntil(lambda: "has the word “the”" in window.statusBar().currentMessage())
    at_end(editor)
    window.actions_by_name["suggest"].trigger()
    assert "at the caret" in window.statusBar().currentMessage()


def test_a_word_without_suggestions_can_be_learned_all_the_same(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("a frist"))
    menu = ask_at(window, qtbot, editor_of(window), "frist")
    assert not menu.actions()[0].isEnabled()
    assert words_of(menu) == ["No suggestions", "", "Learn the word “frist”"]
    menu.close()


def test_a_word_that_changed_meanwhile_is_left_alone(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    menu = ask_at(window, qtbot, editor_of(window), "wrod")
    window.bridge.set_text("i1", "title", "en", "a good opening")
    choose(qtbot, menu, "word")
    assert window.bridge.tree.text("i1", "title").wording("en") == "a good opening"


# learned words


def test_a_learned_word_is_marked_no_more_until_it_is_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot, the_agenda("Frist of frist’s"))
    editor = editor_of(window)
    choose(qtbot, ask_at(window, qtbot, editor, "Frist"), "Learn")
    assert window.settings.learned_words == ("frist",)
    assert marked(editor) == []
    choose(qtbot, ask_at(window, qtbot, editor, "Frist"), "Forget")
    assert window.settings.learned_words == ()
    assert marked(editor) == ["Frist", "frist’s"]


# on, off, and without


def test_check_is_switched_off_and_on_and_that_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    open_in(window, qtbot)
    action, editor = window.actions_by_name["spelling"], editor_of(window)
    assert action.isEnabled()
    assert action.isChecked()
    action.trigger()
    assert not window.settings.spelling
    assert marked(editor) == []
    assert not action.isChecked()
    assert not window.actions_by_name["suggest"].isEnabled()
    action.trigger()
    settle(window, qtbot)
    assert window.settings.spelling
    assert marked(editor) == ["wrod"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_a_dictionary_the_tool_tip_says_so_and_nothing_else(
    window: MainWindow, qtbot: QtBot, no_dictionaries: None, language: str
) -> None:
    window.speak(language)
    open_in(window, qtbot)
    action = window.actions_by_name["spelling"]
    assert marked(editor_of(window)) == []
    assert not action.isEnabled()
    assert not action.isChecked()
    assert action.toolTip().splitlines()[1] == view_deeds.why_no_spelling(window)
    assert ("قاموس" in action.toolTip()) is (language == "ar")
    assert window.statusBar().currentMessage() == ""


def test_the_menu_shows_that_tool_tip_and_none_that_only_says_a_name_again(
    window: MainWindow, qtbot: QtBot, no_dictionaries: None
) -> None:
    open_in(window, qtbot)
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.title() == "&View")
    menu.popup(QPoint(0, 0))
    for name, shown in (("marks", False), ("spelling", True)):
        place = menu.actionGeometry(window.actions_by_name[name]).center()
        QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, place, menu.mapToGlobal(place)))
        assert ("no dictionary" in QToolTip.text()) is shown
    QToolTip.hideText()
    menu.close()


def test_nothing_is_looked_up_before_a_text_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.wait(2 * 300)
    assert window.spelling._errands._thread is None


def test_switched_off_no_dictionary_is_read(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "dictionary_of", lambda language: pytest.fail("a dictionary was read"))
    window.spelling.set_on(False)
    window.show_project(Session(the_agenda()))
    window.bridge.select("i1")
    settle(window, qtbot)
    assert window.spelling.is_possible
