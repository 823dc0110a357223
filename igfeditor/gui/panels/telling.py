"""A refusal beside the control that it is about, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.theme import colours

_T = TypeVar("_T")


def heard(bridge: Bridge, work: Callable[[], _T]) -> tuple[_T, str]:
    """Do something through the bridge, and give the sentence with which it was refused, empty where it was not."""
    said: list[str] = []

    def hear(words: str) -> None:
        said.append(words)

    bridge.refused.connect(hear)
    try:
        return work(), " ".join(said)
    finally:
        bridge.refused.disconnect(hear)


class Telling(QLabel):
    """The place of the sentence; it takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setWordWrap(True)
        self.hide()
        self._paint()

    def say(self, words: str) -> None:
        """Say a sentence, or nothing any more."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the mode."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            self._paint()

    def _paint(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colours().warning))
        self.setPalette(palette)
