"""The text widget: direction by language, typing, formatting, composing, pasting."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from igfeditor.gui.text_editor import FORMATTING, PASTING, TextEditor

MakeEditor = Callable[..., TextEditor]


@pytest.fixture
def an_editor(qtbot: QtBot) -> MakeEditor:
    def make(language: str = "en", stored: str = "") -> TextEditor:
        editor = TextEditor(language)
        qtbot.addWidget(editor)
        editor.resize(300, 60)
        editor.show_text(stored)
        editor.show()
        editor.setFocus()
        return editor

    return make


def edits_of(editor: TextEditor) -> list[tuple[str, object]]:
    edits: list[tuple[str, object]] = []
    editor.edited.connect(lambda text, deed: edits.append((text, deed)))
    return edits


def select(editor: TextEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


# direction: rules R39 and R44 of the house


@pytest.mark.parametrize("stored", ["", "2026 سنة", "IGF 2026: الاجتماع", "IGF", "(2)", "مرحبا"])
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_arabic_begins_at_the_right_whatever_is_first(an_editor: MakeEditor, stored: str, is_mirrored: bool) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
    try:
        editor = an_editor("ar", stored)
        assert editor.document().begin().textDirection() is Qt.LayoutDirection.RightToLeft
        cursor = editor.textCursor()
        cursor.setPosition(0)
        line = editor.document().begin().layout().lineAt(0)
        assert line.naturalTextRect().right() == pytest.approx(line.rect().right(), abs=1)
        if not stored:
            assert editor.cursorRect(cursor).x() > editor.viewport().width() * 0.9
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("stored", ["", "2026", "مرحبا hello"])
def test_english_begins_at_the_left_whatever_is_first(an_editor: MakeEditor, stored: str) -> None:
    editor = an_editor("en", stored)
    line = editor.document().begin().layout().lineAt(0)
    assert editor.document().begin().textDirection() is Qt.LayoutDirection.LeftToRight
    assert line.naturalTextRect().left() == pytest.approx(0, abs=1)


def test_direction_stays_after_typing_and_emptying(an_editor: MakeEditor, qtbot: QtBot) -> None:
    editor = an_editor("ar")
    qtbot.keyClicks(editor, "IGF")
    for _ in range(3):
        qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.cursorRect().x() > editor.viewport().width() * 0.9


@pytest.mark.parametrize("key", [Qt.Key.Key_Direction_L, Qt.Key.Key_Direction_R])
def test_direction_keys_change_nothing(an_editor: MakeEditor, qtbot: QtBot, key: Qt.Key) -> None:
    editor = an_editor("ar", "مرحبا")
    qtbot.keyClick(editor, key)
    assert editor.document().begin().textDirection() is Qt.LayoutDirection.RightToLeft


# typing


def test_typing_tells_the_stored_text(an_editor: MakeEditor, qtbot: QtBot) -> None:
    editor = an_editor()
    edits = edits_of(editor)
    qtbot.keyClicks(editor, "a*")
    assert edits == [("a", None), ("a\\*", None)]


def test_loading_and_moving_tells_nothing(an_editor: MakeEditor, qtbot: QtBot) -> None:
    editor = an_editor("en", "IGF 2026* and *")
    edits = edits_of(editor)
    qtbot.keyClick(editor, Qt.Key.Key_End)
    editor.show_text("other")
    assert edits == []


def test_a_text_typed_back_is_the_stored_one_with_its_own_spelling(an_editor: MakeEditor, qtbot: QtBot) -> None:
    editor = an_editor("en", "IGF 2026*")
    edits = edits_of(editor)
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert [text for text, _ in edits] == ["IGF 2026\\*x", "IGF 2026*"]


def test_direction_controls_are_never_typed(an_editor: MakeEditor) -> None:
    editor = an_editor("ar", "\U0001f600 من")
    event = QInputMethodEvent()
    event.setCommitString("\u200fا\u2067ب\u061c")
    editor.inputMethodEvent(event)
    assert editor.stored == "اب\U0001f600 من"


def test_enter_and_tab_are_told_and_not_typed(an_editor: MakeEditor, qtbot: QtBot) -> None:
    editor = an_editor("en", "a")
    with qtbot.waitSignal(editor.entered):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(editor.left):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.stored == "a"


def test_undo_is_asked_for_and_not_done(an_editor: MakeEditor, qtbot: QtBot) -> None:
    editor = an_editor()
    qtbot.keyClicks(editor, "ab")
    with qtbot.waitSignal(editor.undo_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.stored == "ab"


def test_a_text_from_elsewhere_keeps_the_caret_at_its_letter(an_editor: MakeEditor) -> None:
    editor = an_editor("en", "\U0001f600 one two")
    select(editor, 8, 8)
    editor.show_text("\U0001f600 one and two")
    assert editor.textCursor().position() == 12
    editor.show_text("\U0001f600 one and two three")
    assert editor.textCursor().position() == 12


# composing


def test_a_text_from_elsewhere_waits_while_an_input_method_composes(an_editor: MakeEditor) -> None:
    editor = an_editor("ar", "من")
    editor.inputMethodEvent(QInputMethodEvent("ك", []))
    editor.show_text("إلى")
    assert editor.is_composing
    assert editor.toPlainText() == "من"
    editor.inputMethodEvent(QInputMethodEvent("", []))
    assert editor.toPlainText() == "إلى"


def test_what_was_composed_wins_over_what_waited(an_editor: MakeEditor) -> None:
    editor = an_editor("ar", "من")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.inputMethodEvent(QInputMethodEvent("ك", []))
    editor.show_text("إلى")
    commit = QInputMethodEvent("", [])
    commit.setCommitString("ك")
    editor.inputMethodEvent(commit)
    assert editor.stored == "منك"


# formatting


def test_bold_and_italic_are_one_deed_each(an_editor: MakeEditor) -> None:
    editor = an_editor("en", "one two")
    edits = edits_of(editor)
    select(editor, 4, 7)
    editor.bold()
    editor.italic()
    assert edits == [("one **two**", FORMATTING), ("one ***two***", FORMATTING)]
    editor.bold()
    assert editor.stored == "one *two*"


def test_bold_without_a_selection_is_for_what_is_typed_next(an_editor: MakeEditor, qtbot: QtBot) -> None:
    editor = an_editor("en", "a ")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.bold()
    qtbot.keyClicks(editor, "b")
    assert editor.stored == "a **b**"


def test_a_link_ends_where_it_ends(an_editor: MakeEditor, qtbot: QtBot) -> None:
    editor = an_editor("en", "see here")
    select(editor, 4, 8)
    editor.link("https://example.org/")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "!")
    assert editor.stored == "see [here](https://example.org/)!"


LINKED = "see [the **whole** list](https://a.org/) and [more](https://b.org/)"


@pytest.mark.parametrize(
    ("caret", "address"),
    [(0, ""), (4, "https://a.org/"), (9, "https://a.org/"), (18, "https://a.org/"), (20, ""), (25, "https://b.org/")],
)
def test_the_link_at_the_caret_is_known_at_its_edges_too(an_editor: MakeEditor, caret: int, address: str) -> None:
    editor = an_editor("en", LINKED)
    select(editor, caret, caret)
    assert editor.address == address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "https://new.org/",
            "see [the ](https://new.org/)**[whole](https://new.org/)**[ list](https://new.org/) and [more](https://b.org/)",
        ),
        ("", "see the **whole** list and [more](https://b.org/)"),
    ],
)
def test_the_whole_link_at_the_caret_is_changed_or_taken_off(
    an_editor: MakeEditor, address: str, expected: str
) -> None:
    editor = an_editor("en", LINKED)
    select(editor, 10, 10)
    editor.link(address)
    assert editor.stored == expected


def test_a_link_is_taken_off_marked_words_only(an_editor: MakeEditor) -> None:
    editor = an_editor("en", LINKED)
    select(editor, 4, 8)
    editor.link("")
    assert editor.stored == "see the **[whole](https://a.org/)**[ list](https://a.org/) and [more](https://b.org/)"


def test_no_address_without_a_link_changes_nothing(an_editor: MakeEditor) -> None:
    editor = an_editor("en", "plain")
    editor.link("")
    assert editor.stored == "plain"


def test_a_note_mark_is_set_at_the_caret_and_typing_goes_on_plain(an_editor: MakeEditor, qtbot: QtBot) -> None:
    editor = an_editor("en", "a")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.note("n1")
    qtbot.keyClicks(editor, "b")
    assert editor.stored == "a[^n1]b"


# pasting


def pasted_from(editor: TextEditor, *, text: str = "", html: str = "") -> tuple[str, list[str]]:
    said: list[str] = []
    editor.pasted.connect(said.append)
    data = QMimeData()
    if html:
        data.setHtml(html)
    else:
        data.setText(text)
    editor.insertFromMimeData(data)
    return editor.stored, said


def test_pasted_text_is_cleaned_and_told_in_one_line(an_editor: MakeEditor) -> None:
    stored, said = pasted_from(an_editor("ar"), text="\u202bمن\u202c\nإلى")
    assert stored == "من إلى"
    assert said == ["Pasted: 2 direction marks taken out, 1 line end made space."]


def test_a_clean_paste_says_nothing_and_is_one_deed(an_editor: MakeEditor) -> None:
    editor = an_editor("en", "a")
    edits = edits_of(editor)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    _, said = pasted_from(editor, text=" *b* ")
    assert said == []
    assert edits == [("a \\*b\\* ", PASTING)]


def test_rich_text_keeps_bold_italic_and_good_links_only(an_editor: MakeEditor) -> None:
    html = (
        "<html><head><style>p{color:red}</style><title>t</title></head><body><p style='color:red'>one <b>two</b> "
        "<span style='font-style: italic'>three</span></p><script>alert(1)</script><img src='http://x.org/a.png'>"
        "<a href='https://x.org/'>four</a> <a href='javascript:x'>five</a> <a href='file:///etc'>six</a></body></html>"
    )
    stored, said = pasted_from(an_editor("en"), html=html)
    assert stored == "one **two** *three* [four](https://x.org/) five six"
    assert said == ["Pasted: 1 line end made space, 1 picture left out."]


def test_rich_paste_loads_nothing(an_editor: MakeEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    editor = an_editor("en")
    monkeypatch.setattr(editor, "loadResource", lambda *what: asked.append(what))
    pasted_from(editor, html="<img src='file:///etc/passwd'>a<link rel=stylesheet href='http://x.org'>")
    editor.grab()
    assert asked == []
    assert editor.stored == "a"


def test_copies_carry_text_html_and_their_own_form(an_editor: MakeEditor) -> None:
    editor = an_editor("en", "a **b** [c](https://x.org/)[^n1]")
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.text() == "a b c*"
    assert data.html() == 'a <b>b</b> <a href="https://x.org/">c</a><sup>*</sup>'
    other = an_editor("en")
    other.insertFromMimeData(data)
    assert other.stored == editor.stored
