"""The look: colours that can be read, fields that can be seen, icons that exist, and fonts of one size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QListWidget, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from igfeditor.gui import theme
from igfeditor.gui.theme import ARABIC_SCALE, MODES, Colours, Icon

TEXTS = ("text", "quiet", "accent", "warning", "error", "good")
GROUNDS = ("window", "ground", "band", "break_band", "selection", "chip",
           "session", "ceremony", "social", "side_event", "registration")  # fmt: skip
READABLE = 4.5
SEEN = 1.4
MARKED = 3.0


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour (WCAG 2.1)."""
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (WCAG 2.1), from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(mode: str, text: str, ground: str) -> None:
    colours = asdict(MODES[mode])
    assert contrast(colours[text], colours[ground]) >= READABLE


@pytest.mark.parametrize("mode", MODES)
def test_text_on_the_accent_and_on_stale_words_can_be_read(mode: str) -> None:
    colours: Colours = MODES[mode]
    assert contrast(colours.on_accent, colours.accent) >= READABLE
    assert contrast(colours.text, colours.stale) >= READABLE


@pytest.mark.parametrize("mode", MODES)
def test_marks_of_misspelt_words_are_seen_on_all_that_they_stand_on(mode: str) -> None:
    colours: Colours = MODES[mode]
    assert min(contrast(colours.misspelt, one) for one in (colours.ground, colours.stale)) >= MARKED


def _written_box() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    return box


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", [QLineEdit, QCheckBox, QTextEdit, QComboBox, _written_box, QListWidget])
def test_fields_have_an_outline_that_is_seen(
    qtbot: QtBot, qapp: QApplication, mode: str, kind: Callable[[], QWidget]
) -> None:
    theme.choose_mode(mode)
    field = kind()
    qtbot.addWidget(field)
    field.resize(100, 30)
    image = field.grab().toImage()
    middle = image.height() // 2
    ground = theme.colours().window
    best = max(contrast(image.pixelColor(x, middle).name(), ground) for x in range(12))
    theme.choose_mode("light")
    assert best >= SEEN


@pytest.mark.parametrize("role", Icon)
def test_every_icon_is_drawn(qapp: QApplication, role: Icon) -> None:
    image = theme.icon(role).pixmap(24, 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_icons_follow_the_mode(qapp: QApplication) -> None:
    def ink() -> int:
        image = theme.icon(Icon.SAVE).pixmap(24, 24).toImage()
        colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
        return next(colour.lightness() for colour in colours if colour.alpha() == 255)

    theme.choose_mode("dark")
    light_ink = ink()
    theme.choose_mode("light")
    assert ink() < 128 < light_ink


def test_arabic_is_drawn_larger_in_a_naskh_with_latin_behind_it(qapp: QApplication) -> None:
    english, arabic = theme.text_font("en"), theme.text_font("ar")
    assert arabic.pointSizeF() == pytest.approx(english.pointSizeF() * ARABIC_SCALE, rel=0.05)
    assert "Amiri" in arabic.families()
    assert arabic.families()[-1] == english.family()
