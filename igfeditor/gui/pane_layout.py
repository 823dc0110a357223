"""Where everything of a line stands in the panes: columns, chips, wrapped texts. Computed once a line and width.

    sides_of(width, …)              the two columns, source first
    RowMaker(sides, …).make(line)   the layout of one line in both, on a common first base line

Nothing here is a widget and nothing is painted here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from igfeditor.document.outline import OutlineLine, Part, Words
from igfeditor.gui.pane_flaws import NO_FLAWS
from igfeditor.gui.pane_shown import Shown, shown_hint, shown_text
from igfeditor.gui.pane_words import Standing, standing_of, standing_words
from igfeditor.gui.theme import GRID, text_font
from igfeditor.language.bidi import direction_of

MARGIN: Final = 2 * GRID
HEAD_ROOM: Final = GRID // 2
ICON: Final = 2 * GRID
_SMALL: Final = 0.9
_LARGE: Final = 1.25
_BOLD_PARTS: Final = frozenset((Part.TITLE, Part.DAY, Part.ITEM))
_SMALL_PARTS: Final = frozenset((Part.NOTE, Part.OUTPUT, Part.LINK))
_ROOMY_PARTS: Final = frozenset((Part.TIME, Part.EVENT, Part.BREAK, Part.DAY, Part.TITLE))
_CROWDED: Final = 0.36
"""The share of its column from which a chip has a line of its own: beside it a text would be a narrow ribbon."""
# What begins with its chip as with a label, not under it.
_LABELLED: Final = frozenset((Part.TITLE, Part.DAY, Part.TIME, Part.BREAK, Part.EVENT, Part.DETAIL))


@dataclass(frozen=True, slots=True)
class Side:
    """One column: a language and its room."""

    language: str
    left: float
    width: float
    is_rtl: bool
    is_target: bool

    def room(self, start: float, end: float) -> tuple[float, float]:
        """Give left edge and width of what is left after insets from where the language begins and ends."""
        left = self.left + (end if self.is_rtl else start)
        return left, max(self.width - start - end, 4 * GRID)


def sides_of(width: float, source: str, target: str, *, is_mirrored: bool) -> tuple[Side, ...]:
    """Give the columns, the source's first; the language that runs from the left is at the left, unless mirrored."""
    rtl = {language: direction_of(language) == "rtl" for language in (source, target)}
    if source == target:
        return (Side(source, MARGIN, width - 2 * MARGIN, rtl[source], is_target=False),)
    half = width / 2
    source_is_left = (not rtl[source] or rtl[target]) != is_mirrored
    room = half - 1.5 * MARGIN
    lefts = (float(MARGIN), half + MARGIN / 2)
    return (
        Side(source, lefts[not source_is_left], room, rtl[source], is_target=False),
        Side(target, lefts[source_is_left], room, rtl[target], is_target=True),
    )


def part_font(part: Part, language: str) -> QFont:
    """Give the font of a part's texts in a language."""
    font = text_font(language)
    scale = _LARGE if part is Part.TITLE else _SMALL if part in _SMALL_PARTS else 1.0
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(part in _BOLD_PARTS)
    return font


def badge_font() -> QFont:
    """Give the font of the words that are the window's own."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    return font


@dataclass(slots=True)
class Chip:
    """Derived words beside a text, which cannot be typed, and where they stand."""

    words: str
    rect: QRectF
    font: QFont


@dataclass(slots=True)
class SideRow:
    """One line in one column."""

    side: Side
    chip: Chip
    font: QFont
    text: QTextLayout | None
    area: QRectF
    shown: Shown
    standing: Standing
    badge: QRectF
    tail: Chip
    ascent: float = 0.0


@dataclass(slots=True)
class Row:
    """One line in both columns, with the height that both need."""

    line: OutlineLine
    sides: tuple[SideRow, ...]
    height: float
    before: float
    fields: Mapping[str, SideRow] = field(init=False)

    def __post_init__(self) -> None:
        """Find columns by language."""
        self.fields = {side.side.language: side for side in self.sides}


class RowMaker:
    """Lays lines out for one pair of columns."""

    def __init__(self, sides: tuple[Side, ...], marks: Mapping[str, Words], *, shows_marks: bool) -> None:
        """Keep what all lines have in common."""
        self.sides = sides
        self.flaws = NO_FLAWS
        # One step of indent is on the grid, and as wide as the font wants it.
        self.step = max(4, math.ceil(QFontMetricsF(QApplication.font()).height() * 1.6 / GRID)) * GRID
        self._marks = marks
        self._shows_marks = shows_marks
        self._badge_metrics = QFontMetricsF(badge_font())
        self._fonts = {(part, side.language): part_font(part, side.language) for part in Part for side in sides}

    def make(self, line: OutlineLine) -> Row:
        """Lay a line out."""
        under = self._under_chips(line)
        sides = tuple(self._side(line, side, is_under=under > 0) for side in self.sides)
        before = GRID if line.part in _ROOMY_PARTS else HEAD_ROOM
        ascent = max(side.ascent for side in sides)
        for side in sides:
            shift = before + ascent - side.ascent
            side.area.translate(0, shift + under)
            side.chip.rect.translate(0, shift)
            side.tail.rect.translate(0, shift + under)
            side.badge.moveTop(side.area.top() + (side.ascent - ICON) / 2 + 2)
        bottom = max(side.area.bottom() for side in sides)
        after = GRID if line.part in {Part.DAY, Part.BREAK} else HEAD_ROOM
        # Heights are whole steps of half the grid.
        height = math.ceil((bottom + after) / HEAD_ROOM) * HEAD_ROOM
        return Row(line, sides, float(height), float(before))

    def _under_chips(self, line: OutlineLine) -> float:
        """Give how far the texts of a line stand below its chips: not at all, unless one of these is too wide."""
        if line.part not in _LABELLED or not line.field:
            return 0.0
        metrics = [(side, QFontMetricsF(self._fonts[line.part, side.language])) for side in self.sides]
        wide = any(
            self._chip_width(line, line.chips.get(side.language, ""), of_side) > side.width * _CROWDED
            for side, of_side in metrics
        )
        # One distance for all columns keeps the first base lines of their texts at one height.
        return max(of_side.height() for _, of_side in metrics) + HEAD_ROOM if wide else 0.0

    def estimate(self, line: OutlineLine) -> float:
        """Guess the height of a line that nobody looks at yet."""
        width = max(self.sides[0].width - line.depth * self.step, self.step)
        letters = max((len(line.text.wording(side.language)) for side in self.sides), default=0)
        rows = 1 + int(letters * self.step / 4.5 / width)
        return math.ceil((rows * self.step * 0.8 + GRID) / HEAD_ROOM) * HEAD_ROOM

    def _side(self, line: OutlineLine, side: Side, *, is_under: bool) -> SideRow:
        font = self._fonts[line.part, side.language]
        metrics = QFontMetricsF(font)
        chip, indent = line.chips.get(side.language, ""), line.depth * self.step
        chip_width = self._chip_width(line, chip, metrics)
        standing = standing_of(line.text.phrase(side.language)) if side.is_target else Standing.FINAL
        badge_width = self._badge_width(standing, side, line)
        start = indent + (max(chip_width + GRID, self.step) if chip and not is_under else 0)
        left, width = side.room(start, badge_width + (GRID if badge_width else 0))
        flaws = self.flaws.spots(line, side.language)
        shown = shown_text(line, side.language, self._marks, shows_marks=self._shows_marks, flaws=flaws)
        if not shown.text and line.field:
            shown = shown_hint(line, side.language, self.sides[0].language, is_target=side.is_target)
        text = None
        height, ascent = metrics.height(), metrics.ascent()
        if shown.text:
            text, height = wrapped(shown, font, side, width)
            ascent = text.lineAt(0).ascent()
        area = QRectF(left, 0, width, height)
        tail = self._tail(line.tails.get(side.language, ""), side, text, area)
        chip_left, _ = side.room(indent, side.width - indent - chip_width)
        chip_rect = QRectF(chip_left, ascent - metrics.ascent(), chip_width, metrics.height())
        badge_left, _ = side.room(side.width - badge_width, 0)
        badge = QRectF(badge_left, 0, badge_width, ICON)
        return SideRow(
            side, Chip(chip, chip_rect if chip else QRectF(), font), font, text, area.united(tail.rect), shown,
            standing, badge, tail, ascent,
        )  # fmt: skip

    def _tail(self, words: str, side: Side, text: QTextLayout | None, area: QRectF) -> Chip:
        """Put derived words where their text ends, or on a line of their own where they do not fit beside it."""
        font = self._fonts[Part.NOTE, side.language]
        if not words or text is None:
            return Chip("", QRectF(), font)
        metrics, last = QFontMetricsF(font), text.lineAt(text.lineCount() - 1)
        width, before = metrics.horizontalAdvance(words) + GRID, last.naturalTextWidth() + GRID
        top = last.y() + last.ascent() - metrics.ascent()
        if before + width > area.width():
            before, top = 0.0, area.bottom() + HEAD_ROOM / 2
        left = area.right() - before - width if side.is_rtl else area.left() + before
        return Chip(words, QRectF(left, top, width, metrics.height()), font)

    def _chip_width(self, line: OutlineLine, chip: str, metrics: QFontMetricsF) -> float:
        if not chip:
            return 0
        wide = metrics.horizontalAdvance(chip) + GRID
        return math.ceil(wide if line.part in _LABELLED else max(wide, self.step - GRID))

    def _badge_width(self, standing: Standing, side: Side, line: OutlineLine) -> float:
        """Give the room of the state at the end of a translation: an icon, and for stale ones the word."""
        if not side.is_target or not line.field:
            return 0
        if standing is not Standing.STALE:
            return ICON
        return math.ceil(self._badge_metrics.horizontalAdvance(standing_words(standing)) + ICON + GRID)


def text_option(is_rtl: bool) -> QTextOption:
    """Give the option that a text of a direction is laid out with, whatever its first letter is (R39)."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def wrapped(shown: Shown, font: QFont, side: Side, width: float) -> tuple[QTextLayout, float]:
    """Break a text into lines; gives it with its height."""
    layout = QTextLayout(shown.text, font)
    is_rtl = shown.is_rtl if shown.is_rtl is not None else side.is_rtl
    option = text_option(is_rtl)
    # A bare layout takes left and right as they are said, unlike documents and painters.
    option.setAlignment(Qt.AlignmentFlag.AlignRight if side.is_rtl else Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    layout.setFormats(list(shown.formats))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height
