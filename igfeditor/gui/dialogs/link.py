"""Asks for the address of a link; what is no address is refused here, and stays to be mended."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from igfeditor.gui.theme import GRID, colours, without_icons
from igfeditor.gui.translation import translate
from igfeditor.language.markup import is_link, link_of


class LinkDialog(QDialog):
    """Shows the address that is there; `address` is the chosen one, and empty where the link is to go."""

    def __init__(self, present: str, parent: QWidget | None = None) -> None:
        """Begin with the address of the link that is there, or with nothing."""
        super().__init__(parent)
        self.line, self.refusal = QLineEdit(present), QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.setWindowTitle(translate("Dialogs", "Link"))
        self.setMinimumWidth(56 * GRID)
        if present:
            words = translate("Dialogs", "Remove the link")
            button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.DestructiveRole)
            button.clicked.connect(self._remove)
        self._build()

    def _build(self) -> None:
        label = QLabel(translate("Dialogs", "Address (https:// or mailto:):"))
        label.setBuddy(self.line)
        # An address is read from the left in any language.
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setAccessibleName(label.text())
        self.line.selectAll()
        self.line.textEdited.connect(lambda _: self.refusal.clear())
        self.refusal.setWordWrap(True)
        palette = self.refusal.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colours().error)
        self.refusal.setPalette(palette)
        # Two lines are kept free, so that nothing jumps when something is refused.
        self.refusal.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        without_icons(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        for part in (label, self.line, self.refusal, self.buttons):
            column.addWidget(part)

    @property
    def address(self) -> str:
        """Give the address as it is meant: a host without a scheme is on the web."""
        return link_of(self.line.text())

    def _remove(self) -> None:
        self.line.clear()
        super().accept()

    def accept(self) -> None:
        """Close where there is an address; say otherwise what one looks like."""
        if is_link(self.address):
            super().accept()
            return
        self.refusal.setText(
            translate("Dialogs", "A link leads to an address that begins with https://, http:// or mailto:.")
        )
        self.line.setFocus()
        self.line.selectAll()
