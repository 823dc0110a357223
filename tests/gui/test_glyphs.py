"""Icons drawn from glyphs: each role has one, in the colours that are asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from igfeditor.gui.glyphs import glyph_icon
from igfeditor.gui.theme import Icon

INK, GREY = "#ff0000", "#808080"
CLEAR = 0


def shades(icon: QIcon, mode: QIcon.Mode, side: int = 32) -> set[tuple[int, ...]]:
    """Give the colours of an icon's picture, without how much of it each pixel has."""
    image = icon.pixmap(QSize(side, side), mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.getRgb()[:3] for pixel in pixels if pixel.alpha() > 200}


@pytest.mark.parametrize("role", Icon)
def test_every_role_has_a_glyph(qapp: QApplication, role: Icon) -> None:
    assert shades(glyph_icon(role.value, INK, GREY), QIcon.Mode.Normal)


def test_icon_has_the_ink_it_is_given_and_another_where_it_cannot_be_used(qapp: QApplication) -> None:
    icon = glyph_icon("mdi6.check", INK, GREY)
    assert shades(icon, QIcon.Mode.Normal) == {QColor(INK).getRgb()[:3]}
    assert shades(icon, QIcon.Mode.Active) == {QColor(INK).getRgb()[:3]}
    assert shades(icon, QIcon.Mode.Disabled) == {QColor(GREY).getRgb()[:3]}


def test_icon_keeps_to_the_middle_of_its_square(qapp: QApplication) -> None:
    image = glyph_icon("mdi6.circle-outline", INK, GREY).pixmap(QSize(64, 64)).toImage()
    inked = [(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() > CLEAR]
    for axis in (0, 1):
        places = [place[axis] for place in inked]
        assert abs(min(places) - (63 - max(places))) <= 3
        assert 4 <= min(places) <= 16


def test_glyph_that_is_not_there_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        glyph_icon("mdi6.no-such-glyph", INK, GREY)
