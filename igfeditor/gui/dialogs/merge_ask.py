"""Asks which version is to be merged with, and from which both began; refuses here what does not go together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from igfeditor.errors import IgfError, ProjectFileError, sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.dialogs.versions import when
from igfeditor.gui.panels.telling import Telling
from igfeditor.gui.theme import GRID, without_icons
from igfeditor.gui.translation import translate
from igfeditor.model.agenda import Agenda
from igfeditor.services.deciding import Deciding
from igfeditor.services.operations import PROJECT_SUFFIX, open_project
from igfeditor.services.versions import open_version
from igfeditor.storage.backups import Backup, Backups

_OK: Final = QDialogButtonBox.StandardButton.Ok


class FileLine(QWidget):
    """The path of an agenda file, typed or chosen."""

    changed = Signal()

    def __init__(self, name: str, folder: str, parent: QWidget | None = None) -> None:
        """Begin without a file; `name` is what it is for, `folder` where one looks first."""
        super().__init__(parent)
        self.line, self.button = QLineEdit(), QPushButton(translate("Merge", "Choose…"))
        self._name, self._folder = name, folder
        # A path is read from the left in any language.
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.button.setAccessibleName(f"{name}: {self.button.text()}")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    @property
    def path(self) -> Path | None:
        """Give the file, or nothing."""
        words = self.line.text().strip()
        return Path(words) if words else None

    def _choose(self) -> None:
        kinds = translate("Dialogs", "Agendas (*{suffix});;All files (*)").format(suffix=PROJECT_SUFFIX)
        folder = self._folder if self.path is None else str(self.path.parent)
        name, _ = QFileDialog.getOpenFileName(self, self._name, folder, kinds)
        if name:
            self.line.setText(name)


class MergeAsk(QDialog):
    """Asks for two files; `deciding` is the merge that comes of them, and `name` that of the other version."""

    def __init__(
        self,
        bridge: Bridge,
        folder: str,
        parent: QWidget | None = None,
        *,
        versions: Sequence[Backup] = (),
        backups: Backups | None = None,
    ) -> None:
        """Offer as the base the agenda as it was opened or last saved, an earlier version of its file, or any file."""
        super().__init__(parent)
        self._bridge = bridge
        self._versions, self._backups = tuple(versions), backups
        self.deciding: Deciding | None = None
        self.theirs = FileLine(translate("Merge", "The other version"), folder)
        self.base = FileLine(translate("Merge", "The base"), folder)
        self.as_saved, self.as_version, self.as_file = QRadioButton(), QRadioButton(), QRadioButton()
        self.version = QComboBox()
        self.telling = Telling()
        self.buttons = QDialogButtonBox(_OK | QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        self.setWindowTitle(translate("Merge", "Merge with another version"))
        self.setMinimumWidth(72 * GRID)
        self.as_saved.setText(translate("Merge", "This agenda as it was &opened or last saved"))
        self.as_version.setText(translate("Merge", "An earlier &version that was kept here:"))
        self.version.setAccessibleName(translate("Merge", "Earlier versions"))
        self.version.addItems([when(version.at) for version in self._versions])
        for part in (self.as_version, self.version):
            part.setVisible(bool(self._versions))
        self.as_file.setText(translate("Merge", "Another &file, for example a copy of what was sent out:"))
        self.as_saved.setChecked(True)
        self.buttons.button(_OK).setText(translate("Merge", "&Compare"))
        without_icons(self.buttons)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addWidget(QLabel(translate("Merge", "The other version of this agenda:")))
        column.addWidget(self.theirs)
        column.addSpacing(GRID)
        column.addWidget(_told(self._words_of_base()))
        for part in (self.as_saved, self.as_version, self.version, self.as_file, self.base, self.telling):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _words_of_base(self) -> str:
        words = translate(
            "Merge", "The base is the version from which both began: what differs from it tells who changed what."
        )
        if self._bridge.session.is_dirty:
            return words
        more = translate(
            "Merge",
            "Nothing was changed here since this agenda was opened or saved, so as a base it lets all of theirs win.",
        )
        return f"{words} {more}"

    def _connect(self) -> None:
        for part in (self.theirs, self.base):
            part.changed.connect(self._refresh)
        for choice in (self.as_saved, self.as_version):
            choice.toggled.connect(self._refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _refresh(self) -> None:
        """Say which can be gone on with; an older refusal is about other files."""
        self.base.setEnabled(self.as_file.isChecked())
        self.version.setEnabled(self.as_version.isChecked())
        is_whole = self.theirs.path is not None and (not self.as_file.isChecked() or self.base.path is not None)
        self.buttons.button(_OK).setEnabled(is_whole)
        self.telling.say("")

    @property
    def name(self) -> str:
        """Give the name of the other version's file."""
        return "" if self.theirs.path is None else self.theirs.path.name

    def accept(self) -> None:
        """Read both files and close; what cannot be read or does not go together is said, and stays to be mended."""
        try:
            self.deciding = Deciding(self._base(), self._bridge.agenda, _read(self.theirs.path))
        except IgfError as error:
            self.telling.say(self._bridge.words_of(error))
        else:
            super().accept()

    def _base(self) -> Agenda:
        if self.as_saved.isChecked():
            return self._bridge.session.saved_agenda
        if self.as_version.isChecked() and self._backups is not None:
            return open_version(self._versions[self.version.currentIndex()], self._backups)
        return _read(self.base.path)


def _read(path: Path | None) -> Agenda:
    if path is None:
        raise ProjectFileError(Path(), sentence("The agenda has no file yet."))
    return open_project(path).agenda


def _told(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label
