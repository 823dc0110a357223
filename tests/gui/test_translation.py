"""The window's own words: every one has its Arabic, and the window changes its language while it is open."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from igfeditor.files import translation
from igfeditor.gui.translation import CATALOGUE, WindowLanguage, arabic_words, translate

HOUSE = Path(__file__).parents[2]
WINDOW = HOUSE / "igfeditor" / "gui"
FORMS = 6


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Give every context and text that Qt's own tool finds in the code."""
    target = tmp_path_factory.mktemp("words") / "found.ts"
    files = sorted(str(path) for path in WINDOW.rglob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([str(tool), *files, "-ts", str(target)], check=True, capture_output=True)
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(target).getroot().iter("context")
        for message in context.iter("message")
    }


def in_the_code() -> set[tuple[str, str]]:
    """Give the words of every call by reading the code, for Qt's tool passes over calls that it cannot parse."""
    calls = (
        call
        for path in WINDOW.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"translate", "QT_TRANSLATE_NOOP"}
    )
    words = ([part.value for part in call.args[:2] if isinstance(part, ast.Constant)] for call in calls)
    return {(str(both[0]), str(both[1])) for both in words if len(both) == 2}


def test_tool_of_qt_finds_every_word(said: set[tuple[str, str]]) -> None:
    assert in_the_code() == said


def entries() -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((source, forms) for (_, source), forms in arabic_words().items())


def test_every_word_of_the_window_has_its_arabic(said: set[tuple[str, str]]) -> None:
    assert said - set(arabic_words()) == set()


def test_no_arabic_is_left_over(said: set[tuple[str, str]]) -> None:
    assert set(arabic_words()) - said == set()


def test_nothing_is_unfinished() -> None:
    assert 'type="unfinished"' not in translation(CATALOGUE).read_text(encoding="utf-8")
    assert all(all(forms) for _, forms in entries())


def test_words_that_hang_on_a_number_have_all_six_forms() -> None:
    counted = {source: len(forms) for source, forms in entries() if "%n" in source}
    assert set(counted.values()) <= {FORMS}
    assert {len(forms) for source, forms in entries() if "%n" not in source} == {1}


def test_places_to_fill_are_the_same_in_both_languages() -> None:
    for source, forms in entries():
        assert all(set(re.findall(r"\{\w+\}", form)) == set(re.findall(r"\{\w+\}", source)) for form in forms), source


def test_arabic_is_plain_text_without_marks_and_latin_signs() -> None:
    for source, forms in entries():
        for form in forms:
            assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufe70-\ufefc\u0640]", form), source
            assert not re.search("[\u0621-\u064a][,;?]", form), source


@pytest.fixture
def language(qapp: QApplication) -> Iterator[WindowLanguage]:
    speech = WindowLanguage(qapp, "en")
    yield speech
    speech.change("en")


def test_language_changes_without_a_restart_and_mirrors_the_window(
    language: WindowLanguage, qapp: QApplication
) -> None:
    assert translate("Start", "New agenda") == "New agenda"
    language.change("ar")
    assert translate("Start", "New agenda") == "جدول أعمال جديد"
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    language.change("en")
    assert translate("Start", "New agenda") == "New agenda"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_numbers_agree_in_both_languages(language: WindowLanguage) -> None:
    def files(count: int) -> str:
        return translate("Export", "%n file(s) written.", "", count)

    assert [files(count) for count in (1, 2)] == ["1 file written.", "2 files written."]
    language.change("ar")
    assert [files(count) for count in (1, 2, 3, 11, 100)] == [
        "كُتب ملف واحد.", "كُتب ملفان.", "كُتبت 3 ملفات.", "كُتب 11 ملفاً.", "كُتب 100 ملف.",
    ]  # fmt: skip


def test_words_of_qt_itself_are_arabic_too(language: WindowLanguage) -> None:
    language.change("ar")
    assert translate("QPlatformTheme", "Cancel") != "Cancel"
