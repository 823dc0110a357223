"""Icons drawn from the glyphs that QtAwesome carries, without what its import costs.

Importing QtAwesome loads a layer over all Qt bindings and a dozen fonts, which takes longer than everything else
that the first window needs. One of its fonts and the list of that font's glyphs are enough.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

# Material Design icons, Apache License 2.0; the version in the files' names grows with QtAwesome.
_FONT: Final = "materialdesignicons6-webfont-[0-9]*.ttf"
_NAMES: Final = "materialdesignicons6-webfont-charmap-*.json"
# The glyphs stand in a square of this share of the icon's height, which leaves them a margin.
_SHARE: Final = 0.875


class GlyphEngine(QIconEngine):
    """Draws one glyph at whatever size is asked for, in one colour where it can be used and another where not."""

    def __init__(self, glyph: str, colour: str, disabled: str) -> None:
        """Take the glyph itself, and both colours as #rrggbb."""
        super().__init__()
        self._glyph = glyph
        self._colours = {QIcon.Mode.Disabled: QColor(disabled)}
        self._colour = QColor(colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into a rectangle, centred."""
        font = QFont(_family())
        font.setPixelSize(max(1, round(_SHARE * rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(self._colours.get(mode, self._colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw a picture of its own, in pixels of the screen."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


def glyph_icon(name: str, colour: str, disabled: str) -> QIcon:
    """Make the icon of a glyph, named as QtAwesome does ("mdi6.check"); raises `KeyError` where there is none."""
    return QIcon(GlyphEngine(chr(int(_codes()[name.partition(".")[2]], 16)), colour, disabled))


@cache
def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name="qtawesome")
    return Path(spec.origin).parent / "fonts"


@cache
def _codes() -> Mapping[str, str]:
    return json.loads(next(_folder().glob(_NAMES)).read_bytes())


@cache
def _family() -> str:
    font = QFontDatabase.addApplicationFont(str(next(_folder().glob(_FONT))))
    return QFontDatabase.applicationFontFamilies(font)[0]
