"""What stands above the panes, the names of their languages, and what an empty day says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from igfeditor.gui.pane_layout import Side, badge_font
from igfeditor.gui.theme import GRID, Icon, colours, icon, text_font
from igfeditor.gui.translation import translate
from igfeditor.language.tongues import own_name

_ROOM: Final = 12 * GRID


class PaneHead(QWidget):
    """The names of the languages, each where its texts begin."""

    def __init__(self, parent: QWidget) -> None:
        """Name no language yet."""
        super().__init__(parent)
        self._sides: Sequence[Side] = ()

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Name the languages of columns."""
        self._sides = sides
        self.setAccessibleName(", ".join(own_name(side.language) for side in sides))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names and a hairline."""
        painter, chosen = QPainter(self), colours()
        painter.fillRect(self.rect(), QColor(chosen.window))
        painter.setPen(QColor(chosen.quiet))
        for side in self._sides:
            font = text_font(side.language) if side.is_rtl else badge_font()
            font.setBold(True)
            painter.setFont(font)
            at = Qt.AlignmentFlag.AlignRight if side.is_rtl else Qt.AlignmentFlag.AlignLeft
            area = QRectF(side.left, 0, side.width, self.height())
            painter.drawText(area, at | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter,
                             own_name(side.language))  # fmt: skip
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(chosen.line))


class PaneInvitation(QWidget):
    """What to do next where nothing is yet: one line and one button."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Invite to nothing yet."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        self._words = QLabel(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.clicked)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    @property
    def room(self) -> int:
        """Give the height that the invitation takes."""
        return 0 if self.isHidden() else _ROOM

    def invite(self, *, at_meeting: bool) -> None:
        """Say what to do first, in the meeting or in a day."""
        if at_meeting:
            self._words.setText(translate("Panes", "The agenda has no days yet."))
            self._button.setText(translate("Panes", "Add the first day"))
            self._button.setIcon(icon(Icon.DAY))
        else:
            self._words.setText(translate("Panes", "This day has no slots yet."))
            self._button.setText(translate("Panes", "Add the first slot"))
            self._button.setIcon(icon(Icon.SLOT))

    def put(self, top: int, width: int) -> None:
        """Stand under the rows."""
        self.setGeometry(0, top, width, _ROOM - GRID)
