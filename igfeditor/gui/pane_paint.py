"""How a line of the panes is drawn: bands, chips, texts, states. No state of its own but tinted icons."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from igfeditor.document.outline import Part
from igfeditor.gui.pane_layout import ICON, Chip, Row, SideRow, badge_font, text_option
from igfeditor.gui.pane_words import ICONS, Standing, standing_words
from igfeditor.gui.theme import Colours, Icon, icon

_RADIUS = 4
_BANDS = frozenset((Part.DAY, Part.TITLE))
_OVERLINED = frozenset((Part.TIME, Part.EVENT))
_STRONG_CHIPS = frozenset((Part.DAY, Part.TIME, Part.EVENT))


def paint_ground(painter: QPainter, row: Row, area: QRectF, chosen: Colours, *, is_current: bool) -> None:
    """Draw what lies under a line: its band, its hairline, and the bar of the current one."""
    if row.line.part in _BANDS:
        painter.fillRect(area, QColor(chosen.band))
    elif row.line.part is Part.BREAK:
        painter.fillRect(area, QColor(chosen.break_band))
    elif row.line.part in _OVERLINED:
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), QColor(chosen.line))
    if is_current:
        painter.fillRect(area, mixed(chosen.selection, chosen.ground))
        painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(chosen.accent))
        painter.fillRect(QRectF(area.right() - 3, area.top(), 3, area.height()), QColor(chosen.accent))


@lru_cache(maxsize=16)
def mixed(one: str, other: str) -> QColor:
    """Give the colour between two: opaque, for blending costs more than all else that is drawn."""
    first, second = QColor(one), QColor(other)
    return QColor(
        (first.red() + second.red()) // 2,
        (first.green() + second.green()) // 2,
        (first.blue() + second.blue()) // 2,
    )


def paint_row(painter: QPainter, row: Row, top: float, chosen: Colours, edited: Container[str]) -> None:
    """Draw a line's chips, states, and texts but those of the languages that an editor shows."""
    for side in row.sides:
        if side.chip.words:
            is_strong = row.line.part in _STRONG_CHIPS
            _paint_chip(painter, side.chip, side, top, chosen, is_strong=is_strong)
        if side.tail.words:
            _paint_chip(painter, side.tail, side, top, chosen)
        if side.text is not None and side.side.language not in edited:
            painter.setPen(QColor(chosen.quiet if side.shown.is_quiet or row.line.part is Part.NOTE else chosen.text))
            side.text.draw(painter, QPointF(side.area.left(), side.area.top() + top))
        if side.badge.width() and (row.line.text or side.standing is not Standing.UNTRANSLATED):
            _paint_badge(painter, side, top, chosen)


def _paint_chip(
    painter: QPainter, chip: Chip, side: SideRow, top: float, chosen: Colours, *, is_strong: bool = False
) -> None:
    rect = chip.rect.translated(0, top)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(chosen.chip))
    painter.drawRoundedRect(_chip_ground(rect, chip.font), _RADIUS, _RADIUS)
    painter.setPen(QColor(chosen.text if is_strong else chosen.quiet))
    painter.setFont(chip.font)
    option = text_option(side.side.is_rtl)
    option.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(option.WrapMode.NoWrap)
    painter.drawText(rect, chip.words, option)


def _chip_ground(rect: QRectF, font: QFont) -> QRectF:
    """Give the ground of a chip: one height in both languages, about the middle of its figures."""
    figures = QFontMetricsF(badge_font()).ascent()
    middle = rect.top() + QFontMetricsF(font).ascent() - figures * 0.42
    return QRectF(rect.left(), round(middle - figures * 0.85), rect.width(), round(figures * 1.7))


def _paint_badge(painter: QPainter, side: SideRow, top: float, chosen: Colours) -> None:
    """Draw the state of a translation: a quiet icon; a stale one has its word too, and a ground."""
    rect = side.badge.translated(0, top)
    if side.standing is not Standing.STALE:
        colour = {Standing.FINAL: chosen.good, Standing.REVIEWED: chosen.good}.get(side.standing, chosen.quiet)
        draw_icon(painter, ICONS[side.standing], rect, colour)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(chosen.stale))
    painter.drawRoundedRect(rect.adjusted(0, -2, 0, 2), _RADIUS, _RADIUS)
    words_are_left = side.side.is_rtl
    icon_rect = QRectF(rect.right() - ICON if words_are_left else rect.left(), rect.top(), ICON, ICON)
    draw_icon(painter, ICONS[Standing.STALE], icon_rect.adjusted(1, 1, -1, -1), chosen.text)
    painter.setPen(QColor(chosen.text))
    painter.setFont(badge_font())
    words = rect.adjusted(0, 0, -ICON, 0) if words_are_left else rect.adjusted(ICON, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, standing_words(Standing.STALE))


def draw_icon(painter: QPainter, role: Icon, rect: QRectF, colour: str) -> None:
    """Draw an icon in a colour."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(rect.topLeft(), tinted(role, colour, int(rect.width()), ratio))


@lru_cache(maxsize=64)
def tinted(role: Icon, colour: str, size: int, ratio: float) -> QPixmap:
    """Give an icon in one colour and size."""
    picture = icon(role).pixmap(QSize(size, size), ratio)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), QColor(colour))
    painter.end()
    return picture
