"""Draws the time line of a day: hours with hairlines, slots as soft blocks, breaks as bands, overlaps, gaps, ghosts.

Only what stands in the part that is drawn anew is drawn. Text runs in the direction of its language, and begins at
the side where lines of the window begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from igfeditor.gui import theme
from igfeditor.gui.panels.timeline_scale import Scale
from igfeditor.gui.panels.timeline_words import SlotWords, Title, free_text, times_text
from igfeditor.gui.theme import GRID, Icon
from igfeditor.language.bidi import direction_of
from igfeditor.language.marks import with_marks
from igfeditor.model.agenda import Kind
from igfeditor.model.bars import Bar
from igfeditor.model.timing import Overlap, Stretch, clock_of

_GROUNDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "session": "session",
        "break": "break_band",
        "lunch": "break_band",
        "social": "social",
        "side_event": "side_event",
        "ceremony": "ceremony",
        "registration": "registration",
        "note": "band",
    }
)
_RADIUS: Final = 3.0
_BAR: Final = 3.0
_PAD: Final = GRID * 0.75
_FAINT: Final = 0.35
_HATCH: Final = 0.5
_VEIL: Final = 0.92
"""How much a ghost covers what is under it."""
_ONE_LINE: Final = 0.8
"""What share of a line a block must have to show its words."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn of a day; `ghosts` are slots where they would be, and `moving` the ids of those."""

    scale: Scale
    words: SlotWords
    bars: tuple[Bar, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    gaps: tuple[Stretch, ...] = ()
    current: str = ""
    has_focus: bool = False
    ghosts: tuple[Bar, ...] = ()
    moving: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pen:
    """The fonts of the time line."""

    fonts: Mapping[str, QFont]
    figures: QFont

    @classmethod
    def of(cls, language: str) -> Pen:
        """Make the fonts for a window that speaks a language; figures have one width."""
        fonts = {direction_of(one): theme.text_font(one) for one in ("en", "ar")}
        figures = QFont(fonts[direction_of(language)])
        figures.setFeature(QFont.Tag("tnum"), 1)
        return cls(MappingProxyType(fonts), figures)

    @property
    def line(self) -> float:
        """Give the height of a line."""
        # A Naskh has much room above and below its letters, which a single line does not need.
        return max(QFontMetricsF(self.fonts["ltr"]).height(), 0.8 * QFontMetricsF(self.fonts["rtl"]).height()) + 1

    def gutter(self, words: SlotWords) -> float:
        """Give the width of the hours at the side."""
        return QFontMetricsF(self.figures).horizontalAdvance(words.wording.clock(clock_of(13 * 60))) + 2 * GRID


def paint(painter: QPainter, scene: Scene, pen: Pen, clip: QRectF) -> None:
    """Draw what stands in a part of the ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(clip, _colour("ground"))
    _paint_hours(painter, scene, pen, clip)
    seen = [bar for bar in scene.bars if scene.scale.room(bar).intersects(clip)]
    for gap in scene.gaps:
        _paint_gap(painter, scene, pen, gap)
    for bar in seen:
        _paint_block(painter, scene, bar)
    _paint_overlaps(painter, scene, seen)
    for bar in seen:
        if bar.slot.id not in scene.moving:
            _paint_words(painter, scene, pen, bar)
    for bar in scene.ghosts:
        if scene.scale.room(bar).intersects(clip):
            _paint_ghost(painter, scene, pen, bar)


# --- the ground --------------------------------------------------------------------------------------------


def _paint_hours(painter: QPainter, scene: Scene, pen: Pen, clip: QRectF) -> None:
    scale, line = scene.scale, pen.line
    beside = 0.0 if scale.is_mirrored else scale.gutter
    for minute in scale.hours():
        y = round(scale.y(minute)) + 0.5
        if not clip.top() - line <= y <= clip.bottom() + line:
            continue
        painter.setPen(QPen(_colour("line"), 1))
        painter.drawLine(round(beside), int(y), round(beside + scale.width - scale.gutter), int(y))
        left = scale.width - scale.gutter if scale.is_mirrored else 0.0
        room = QRectF(left, y - line / 2, scale.gutter, line).adjusted(GRID / 2, 0, -GRID / 2, 0)
        painter.setPen(_colour("quiet"))
        clock = scene.words.wording.clock(clock_of(minute))
        # The figures stand at the line, on the far side of the gutter.
        _words(painter, room, clock, pen.figures, scene.words.wording.language, at_right=not scale.is_mirrored)


def _paint_gap(painter: QPainter, scene: Scene, pen: Pen, gap: Stretch) -> None:
    room = scene.scale.band(gap).adjusted(0.5, 1.5, -GRID - 2, -1.5)
    if scene.scale.is_mirrored:
        room.translate(GRID + 1, 0)
    painter.setPen(QPen(_colour("quiet"), 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room, _RADIUS, _RADIUS)
    if room.height() >= _ONE_LINE * pen.line:
        wording = scene.words.wording
        inner = room.adjusted(_PAD, 0, -_PAD, 0)
        font = pen.fonts[wording.direction]
        _words(painter, inner, free_text(wording, gap.length), font, wording.language, at_right=scene.scale.is_mirrored)


# --- slots -------------------------------------------------------------------------------------------------


def _paint_block(painter: QPainter, scene: Scene, bar: Bar) -> None:
    room = scene.scale.room(bar)
    is_current = bar.slot.id == scene.current
    ground = _colour("selection" if is_current else _GROUNDS[bar.slot.kind])
    painter.setOpacity(_FAINT if bar.slot.id in scene.moving else 1.0)
    painter.setPen(QPen(_colour("accent"), 1.5) if is_current and scene.has_focus else QPen(_colour("line"), 1))
    painter.setBrush(ground)
    if bar.slot.is_break and bar.lanes == 1:
        painter.drawRect(room)
    else:
        painter.drawRoundedRect(room, _RADIUS, _RADIUS)
    if is_current:
        side = room.right() - _BAR if scene.scale.is_mirrored else room.left()
        painter.fillRect(QRectF(side, room.top(), _BAR, room.height()), _colour("accent"))
    painter.setOpacity(1.0)


def _paint_words(painter: QPainter, scene: Scene, pen: Pen, bar: Bar) -> None:
    """Write time and title, on one line or on several, as there is room; the lock stands at the far end."""
    line, scale, room = pen.line, scene.scale, scene.scale.room(bar)
    inner = room.adjusted(_PAD, 0, -_PAD, 0)
    if room.height() < _ONE_LINE * line or inner.width() < line:
        return
    if bar.slot.locked:
        inner = _paint_lock(painter, inner, line, is_mirrored=scale.is_mirrored)
    title, wording = scene.words.title(bar.slot), scene.words.wording
    many = int((room.height() + GRID / 4) // line)
    time = times_text(wording, bar.times)
    if many < 2 or QFontMetricsF(pen.figures).horizontalAdvance(time) > inner.width():
        time = wording.clock(clock_of(bar.start))
    top = inner.top() + min(GRID / 4, (room.height() - many * line) / 2) if many > 1 else inner.center().y() - line / 2
    first = QRectF(inner.left(), top, inner.width(), line)
    is_right = scale.is_mirrored
    painter.setPen(_colour("quiet"))
    _words(painter, first, time, pen.figures, wording.language, at_right=is_right)
    painter.setPen(_colour("quiet" if title.is_faint or bar.slot.is_break else "text"))
    if many > 1:
        _paint_title(painter, first.translated(0, line), title, pen, many - 1, at_right=is_right)
        return
    used = QFontMetricsF(pen.figures).horizontalAdvance(time) + _PAD
    rest = first.adjusted(0, 0, -used, 0) if is_right else first.adjusted(used, 0, 0, 0)
    _paint_title(painter, rest, title, pen, 1, at_right=is_right)


def _paint_lock(painter: QPainter, inner: QRectF, line: float, *, is_mirrored: bool) -> QRectF:
    """Draw the lock, and give the room that is left."""
    size = line * 0.8
    left = inner.left() if is_mirrored else inner.right() - size
    place = QRectF(left, inner.top() + min(GRID / 4, (inner.height() - size) / 2), size, size)
    theme.icon(Icon.LOCKED).paint(painter, place.toRect())
    return inner.adjusted(size + 2, 0, 0, 0) if is_mirrored else inner.adjusted(0, 0, -size - 2, 0)


def _paint_title(painter: QPainter, room: QRectF, title: Title, pen: Pen, lines: int, *, at_right: bool) -> None:
    direction = direction_of(title.language)
    font = pen.fonts[direction]
    for place, words in enumerate(_wrapped(with_marks(title.words, direction), font, room.width(), lines)):
        _line(painter, room.translated(0, place * room.height()), words, font, title.language, at_right=at_right)


def _paint_overlaps(painter: QPainter, scene: Scene, seen: Iterable[Bar]) -> None:
    """Hatch the common minutes in both bars."""
    bars = {bar.slot.id: bar for bar in seen}
    hatch = _colour("warning")
    hatch.setAlphaF(_HATCH)
    brush = QBrush(hatch, Qt.BrushStyle.BDiagPattern)
    for overlap in scene.overlaps:
        for bar in (bars.get(overlap.first), bars.get(overlap.second)):
            if bar is None or bar.slot.id in scene.moving:
                continue
            room = scene.scale.room(bar)
            top, foot = scene.scale.y(overlap.common.start), scene.scale.y(overlap.common.end)
            painter.setPen(QPen(_colour("warning"), 1))
            painter.setBrush(brush)
            painter.drawRect(QRectF(room.left(), top + 0.5, room.width(), foot - top - 1))


def _paint_ghost(painter: QPainter, scene: Scene, pen: Pen, bar: Bar) -> None:
    """Draw a slot where it would be, with its new times."""
    room = scene.scale.room(bar)
    ground = _colour("selection")
    ground.setAlphaF(_VEIL)
    painter.setPen(QPen(_colour("accent"), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(ground)
    painter.drawRoundedRect(room, _RADIUS, _RADIUS)
    painter.setPen(_colour("text"))
    wording, line = scene.words.wording, pen.line
    tall = max(room.height(), line)
    inner = QRectF(room.left() + _PAD, room.top(), room.width() - 2 * _PAD, min(tall, line + GRID / 2))
    times, is_right = times_text(wording, bar.times), scene.scale.is_mirrored
    _words(painter, inner, times, pen.figures, wording.language, at_right=is_right)
    if room.height() >= 2 * line + GRID / 2:
        below = QRectF(inner.left(), room.top() + line + GRID / 4, inner.width(), line)
        _paint_title(painter, below, scene.words.title(bar.slot), pen, 1, at_right=is_right)


# --- text --------------------------------------------------------------------------------------------------


def _wrapped(text: str, font: QFont, width: float, lines: int) -> Iterator[str]:
    """Break a text into so many lines at most; the last one says by "…" that there is more."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    start = 0
    for place in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        is_last = place == lines - 1
        yield text[start:] if is_last else text[start : start + line.textLength()]
        start += line.textLength()
    layout.endLayout()


def _words(painter: QPainter, room: QRectF, text: str, font: QFont, language: str, *, at_right: bool) -> None:
    """Draw one line that has no marks of direction yet."""
    _line(painter, room, with_marks(text, direction_of(language)), font, language, at_right=at_right)


def _line(painter: QPainter, room: QRectF, text: str, font: QFont, language: str, *, at_right: bool) -> None:
    """Draw one line at a side of its room, in the direction of its language."""
    if not text or room.width() <= 0:
        return
    rtl = direction_of(language) == "rtl"
    painter.setFont(font)
    said = QFontMetricsF(font).elidedText(text.strip(), Qt.TextElideMode.ElideRight, room.width())
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(room, int(flags), said)


def _colour(role: str) -> QColor:
    return QColor(getattr(theme.colours(), role))
