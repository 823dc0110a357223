"""The earlier versions of a file: when and why each was kept, and how it differs from what is open.

A version is opened as a copy, or compared with what is open and taken over from there; nothing is replaced by looking.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final, NamedTuple, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from igfeditor.errors import IgfError
from igfeditor.gui.errands import Errands
from igfeditor.gui.theme import GRID, without_icons
from igfeditor.gui.translation import isolated, translate
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda
from igfeditor.model.changes import Changes, changes
from igfeditor.services.versions import open_version
from igfeditor.storage.backups import Backup, Backups

_CLOSE: Final = QDialogButtonBox.StandardButton.Close
_ROLE: Final = QDialogButtonBox.ButtonRole.ActionRole
_LINES: Final = 3


class _Looked(NamedTuple):
    """What was found in a version: its agenda and how it differs from the present one, or why it cannot be read."""

    agenda: Agenda | None
    differences: Changes | None = None
    fault: IgfError | None = None


class VersionsDialog(QDialog):
    """Lists the versions of a file, the newest first.

    `now` is the agenda that is open, nothing where the file itself could not be opened. Closed by a choice, `chosen` is
    the version, `agenda` what it holds, and `compares` tells that it shall be compared and not opened.
    """

    def __init__(
        self,
        name: str,
        versions: Sequence[Backup],
        backups: Backups,
        now: Agenda | None,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show the versions of the file of a name, in the language of the window."""
        super().__init__(parent)
        self._versions, self._backups, self._now = tuple(versions), backups, now
        self._language = language
        self.chosen: Backup | None = None
        self.agenda: Agenda | None = None
        self.compares = False
        self._looked: dict[int, _Looked] = {}
        self._errands = Errands(self)
        self.list, self.told = QTreeWidget(), QLabel()
        self.copy, self.compare = QPushButton(), QPushButton()
        self._build(name)
        self._fill()
        self._show()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self, name: str) -> None:
        self.setWindowTitle(translate("Versions", "Earlier versions"))
        self.resize(76 * GRID, 60 * GRID)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        head = QLabel(translate("Versions", "Versions kept of {name}:").format(name=isolated(name)))
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.copy.setText(translate("Versions", "&Open as a copy"))
        self.compare.setText(translate("Versions", "Co&mpare with now…"))
        self.copy.clicked.connect(lambda: self._choose(compares=False))
        self.compare.clicked.connect(lambda: self._choose(compares=True))
        self.compare.setVisible(self._now is not None)
        buttons = QDialogButtonBox(_CLOSE)
        for button in (self.copy, self.compare):
            buttons.addButton(button, _ROLE)
        without_icons(buttons)
        # Enter on a version opens it, and on one that cannot be opened it does nothing.
        for button in buttons.buttons():
            cast("QPushButton", button).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        for part in (head, self.list, self.told, buttons):
            column.addWidget(part)

    def _fill(self) -> None:
        table = self.list
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAccessibleName(translate("Versions", "Earlier versions"))
        table.setHeaderLabels([translate("Versions", "When"), translate("Versions", "Why it was kept")])
        table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for version in self._versions:
            words = say(version.reason.words, self._language)
            item = QTreeWidgetItem([when(version.at), f"{words[:1].upper()}{words[1:]}"])
            item.setSizeHint(1, QSize(0, self.fontMetrics().height() + GRID))
            table.addTopLevelItem(item)
        table.resizeColumnToContents(0)
        table.setColumnWidth(0, table.columnWidth(0) + 3 * GRID)
        table.currentItemChanged.connect(lambda *_: self._show())
        table.itemActivated.connect(lambda *_: self._choose(compares=False))
        table.setCurrentIndex(table.model().index(0, 0))

    # --- looking -------------------------------------------------------------------------------------------

    @property
    def row(self) -> int:
        """Give the place of the version that one stands on, -1 where there is none."""
        item: QTreeWidgetItem | None = self.list.currentItem()
        return -1 if item is None else self.list.indexOfTopLevelItem(item)

    def _show(self) -> None:
        """Say how the version differs from what is open, once it has been read elsewhere."""
        row = self.row
        looked = self._looked.get(row)
        self.told.setText(self._words(row, looked))
        is_whole = looked is not None and looked.agenda is not None
        self.copy.setEnabled(is_whole)
        differences = None if looked is None else looked.differences
        self.compare.setEnabled(differences is not None and not differences.is_nothing)
        if row >= 0 and looked is None:
            look = partial(_look, self._versions[row], self._backups, self._now)
            self._errands.send(look, partial(self._take, row))

    def _take(self, row: int, looked: _Looked) -> None:
        self._looked[row] = looked
        if row == self.row:
            self._show()

    def _words(self, row: int, looked: _Looked | None) -> str:
        if row < 0:
            return translate(
                "Versions", "No version is kept yet. One is kept at each save, and every half hour of work."
            )
        if looked is None:
            return translate("Versions", "Reading…")
        if looked.fault is not None:
            parts = (looked.fault.message, looked.fault.hint)
            return " ".join(say(part, self._language) for part in parts if part is not None)
        return "" if looked.differences is None else words_of(looked.differences)

    def _choose(self, *, compares: bool) -> None:
        looked = self._looked.get(self.row)
        if looked is not None and looked.agenda is not None:
            self.chosen, self.agenda, self.compares = self._versions[self.row], looked.agenda, compares
            self.accept()


def _look(version: Backup, backups: Backups, now: Agenda | None) -> _Looked:
    try:
        agenda = open_version(version, backups)
    except IgfError as error:
        return _Looked(None, fault=error)
    return _Looked(agenda, None if now is None else changes(now, agenda))


def when(at: datetime) -> str:
    """Say a moment of the past in local time: the time, and the day where it is not today."""
    local, today = at.astimezone(), datetime.now().astimezone().date()
    time = isolated(f"{local:%H:%M}")
    if local.date() == today:
        return translate("Versions", "Today, {time}").format(time=time)
    if local.date() == today - timedelta(days=1):
        return translate("Versions", "Yesterday, {time}").format(time=time)
    return isolated(f"{local:%Y-%m-%d %H:%M}")


def words_of(differences: Changes) -> str:
    """Say how a version differs from the present agenda."""
    if differences.is_nothing:
        return translate("Versions", "It is what is open now.")
    texts, only_there, only_now = len(differences.texts), len(differences.added), len(differences.removed)
    said = [
        translate("Versions", "Different from now: %n text(s).", "", texts) if texts else "",
        translate("Versions", "Only in this version: %n row(s).", "", only_there) if only_there else "",
        translate("Versions", "Not in this version: %n row(s).", "", only_now) if only_now else "",
    ]
    rest = translate("Versions", "Times, places or other details differ from now.")
    return " ".join(filter(None, said)) or rest
