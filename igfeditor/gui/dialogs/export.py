"""The one dialog of export: layouts, formats, folder, letterhead, missing Arabic; then progress, and the folder.

A pack is an export of all layouts in all formats: the same dialog, in which all are ticked and stay so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

from PySide6.QtCore import QThread, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from igfeditor.document.layout import Layout, Missing, layout_names
from igfeditor.exporters.registry import FORMATS, ExportFormat
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.dialogs.gate import ExportGate
from igfeditor.gui.dialogs.printing import Printing
from igfeditor.gui.theme import GRID, without_icons
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import LRM
from igfeditor.language.messages import say
from igfeditor.language.tongues import own_name
from igfeditor.services.operations import ExportWish, export_project, planned
from igfeditor.services.pack import pack_wish, write_pack

_COLUMNS: Final = 3


class ExportDialog(QDialog):
    """Asks what to print and prints it off the window's thread; `folder` is where it went, empty if nowhere."""

    def __init__(self, bridge: Bridge, folder: str, parent: QWidget | None = None, *, is_pack: bool = False) -> None:
        """Offer all layouts and formats, or ask only where they shall go; and the folder of the last export."""
        super().__init__(parent)
        self.folder = ""
        self._is_pack = is_pack
        self._bridge = bridge
        self._printing: Printing | None = None
        name = translate("Export", "Pack") if is_pack else translate("Export", "Export")
        self.setWindowTitle(name)
        self.setMinimumWidth(64 * GRID)
        self._layouts = {name: QCheckBox(_name_of(name)) for name in layout_names(bridge.agenda.languages)}
        self._formats = {suffix: QCheckBox(_format_name(one, bridge.language)) for suffix, one in FORMATS.items()}
        self._folder = QLineEdit(folder or str(self._usual_folder()))
        self._template = QLineEdit()
        self._missing = QComboBox()
        self.gate = ExportGate(bridge)
        self._progress = QProgressBar()
        self._said = QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._start = QPushButton(translate("Export", "Make the pack") if is_pack else name)
        self._stop = QPushButton(translate("Export", "Cancel the export"))
        self._open = QPushButton(translate("Export", "Open folder"))
        self._lay_out()
        self._ask()
        self._show_state(running=False)

    def tick(self, layouts: Collection[str], formats: Collection[str]) -> None:
        """Tick these alone; where none is named, what is ticked stays."""
        for boxes, names in ((self._layouts, layouts), (self._formats, formats)):
            for name, box in boxes.items():
                box.setChecked(name in names if names else box.isChecked())

    # --- building ------------------------------------------------------------------------------------------

    def _usual_folder(self) -> Path:
        path = self._bridge.session.path
        return path.parent if path else Path.home()

    def _lay_out(self) -> None:
        self.gate.answered.connect(self._judge)
        for box in self._layouts.values():
            box.toggled.connect(self._ask)
        for box in self._layouts.values():
            box.setChecked(True)
        for suffix, box in self._formats.items():
            box.setChecked(self._is_pack or FORMATS[suffix].usual)
        for box in (*self._layouts.values(), *self._formats.values()):
            box.setEnabled(not self._is_pack)
            box.toggled.connect(self._judge)
        form = QFormLayout()
        form.addRow(translate("Export", "Layouts"), _row(*self._layouts.values()))
        form.addRow(translate("Export", "Formats"), _grid(*self._formats.values()))
        folder, letterhead = translate("Export", "Folder"), translate("Export", "Letterhead")
        form.addRow(folder, self._with_browser(self._folder, folder, self._choose_folder))
        form.addRow(letterhead, self._with_browser(self._template, letterhead, self._choose_template))
        form.addRow(translate("Export", "Where Arabic is missing"), self._missing)
        self._template.setPlaceholderText(translate("Export", "none; or a Word file (.docx)"))
        self._template.setToolTip(translate("Export", "A Word file (.docx) whose page and styles are used"))
        for policy, words in _policies():
            self._missing.addItem(words, policy)
        self._said.setWordWrap(True)
        self._progress.setTextVisible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID)
        layout.addLayout(form)
        layout.addWidget(self.gate)
        layout.addWidget(self._progress)
        layout.addWidget(self._said)
        layout.addWidget(self._buttons)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self._buttons.addButton(self._start, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self._stop, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self._open, QDialogButtonBox.ButtonRole.ActionRole)
        self._start.setDefault(True)
        self._start.clicked.connect(self.start)
        self._stop.clicked.connect(self.stop)
        self._open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder)))
        without_icons(self._buttons)
        self._buttons.rejected.connect(self.reject)

    def _with_browser(self, line: QLineEdit, name: str, choose: Callable[[], None]) -> QWidget:
        button = QPushButton(translate("Export", "Choose…"))
        button.setAccessibleName(f"{name}: {button.text()}")
        line.setAccessibleName(name)
        button.clicked.connect(choose)
        # A path is read from the left in any language.
        line.setLayoutDirection(self.layoutDirection().LeftToRight)
        return _row(line, button)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, translate("Export", "Folder"), self._folder.text())
        if name:
            self._folder.setText(name)

    def _choose_template(self) -> None:
        kinds = translate("Export", "Word files (*.docx)")
        name, _ = QFileDialog.getOpenFileName(self, translate("Export", "Letterhead"), self._folder.text(), kinds)
        if name:
            self._template.setText(name)

    # --- printing ------------------------------------------------------------------------------------------

    def wish(self) -> ExportWish:
        """Give what is asked for now."""
        return ExportWish(
            layouts=tuple(name for name, box in self._layouts.items() if box.isChecked()),
            formats=tuple(suffix for suffix, box in self._formats.items() if box.isChecked()),
            pattern=Layout((), missing=Missing(self._missing.currentData())),
            template=Path(self._template.text()) if self._template.text().strip() else None,
            force=self.gate.is_forced,
        )

    def start(self) -> None:
        """Begin to print; the agenda as it is now is printed, whatever happens to it meanwhile."""
        project, wish, folder = self._bridge.session.project, self.wish(), Path(self._folder.text())
        jobs = self._bridge.attempt(
            lambda: planned(project, folder, pack_wish(wish, folder) if self._is_pack else wish)
        )
        if jobs is None:
            return
        self._progress.setRange(0, len(jobs))
        self._progress.setValue(0)
        self._printing = Printing(write_pack if self._is_pack else export_project, project, folder, wish, self)
        self._printing.file_finished.connect(self._count)
        self._printing.finished.connect(self._finish)
        self._show_state(running=True)
        self._said.setText("")
        self._printing.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """Stop before the next file; nothing is written then."""
        if self._printing is not None:
            self._printing.cancel()

    def reject(self) -> None:
        """Close, but not while files are being made: stop first."""
        self.stop()
        if self._printing is not None:
            self._printing.wait()
        super().reject()

    def _count(self, name: str) -> None:
        self._progress.setValue(self._progress.value() + 1)
        self._said.setText(f"{LRM}{name}{LRM}")

    def _finish(self) -> None:
        printing, self._printing = self._printing, None
        if printing is None:
            return
        if printing.error is not None:
            self._said.setText(self._bridge.words_of(printing.error))
        elif printing.is_cancelled:
            self._said.setText(translate("Export", "Cancelled; nothing was written."))
        else:
            self.folder = str(printing.written[0].parent)
            count = len(printing.written)
            self._said.setText(translate("Export", "%n file(s) written.", "", count))
        self._show_state(running=False)

    def _show_state(self, *, running: bool) -> None:
        self._progress.setVisible(running)
        self._stop.setVisible(running)
        self._open.setVisible(bool(self.folder) and not running)
        self._start.setVisible(not running)
        self._judge()

    def _judge(self) -> None:
        chosen = [any(box.isChecked() for box in boxes.values()) for boxes in (self._layouts, self._formats)]
        self._start.setEnabled(all(chosen) and self.gate.is_open)

    def _ask(self) -> None:
        """Ask anew what keeps the languages that are printed now from being exported."""
        chosen = (name for name, box in self._layouts.items() if box.isChecked())
        self.gate.ask({language for name in chosen for language in name.split("-")})


def _policies() -> tuple[tuple[str, str], ...]:
    return (
        (Missing.MARK.value, translate("Export", "print the English in grey")),
        (Missing.SOURCE.value, translate("Export", "print the English")),
        (Missing.REFUSE.value, translate("Export", "do not export")),
    )


def _name_of(layout: str) -> str:
    return " + ".join(own_name(language) for language in layout.split("-"))


def _format_name(one: ExportFormat, language: str) -> str:
    name = one.name if isinstance(one.name, str) else say(one.name, language)
    return f"{name} ({LRM}.{one.suffix}{LRM})"


def _grid(*parts: QWidget) -> QWidget:
    """Set many things in columns, so that none is cut where names are long."""
    grid = QWidget()
    layout = QGridLayout(grid)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    for place, part in enumerate(parts):
        layout.addWidget(part, *divmod(place, _COLUMNS))
    layout.setColumnStretch(_COLUMNS, 1)
    return grid


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    for part in parts:
        layout.addWidget(part)
    if not any(isinstance(part, QLineEdit) for part in parts):
        layout.addStretch()
    return row
