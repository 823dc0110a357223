"""Asks when the new meeting begins that is made from an earlier one, and what moves with its dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from igfeditor.gui.theme import GRID, without_icons
from igfeditor.gui.translation import translate
from igfeditor.language.markup import plain
from igfeditor.model.agenda import Agenda
from igfeditor.model.dates import first_date
from igfeditor.model.renewal import proposed_date, renewed_meeting


class RenewalDialog(QDialog):
    """Offers the same days 52 weeks later; `agenda` makes the new agenda from what was chosen."""

    def __init__(self, earlier: Agenda, parent: QWidget | None = None) -> None:
        """Ask about an earlier meeting."""
        super().__init__(parent)
        self._earlier = earlier
        self._before = first_date(earlier)
        self.day = QDateEdit(_qdate(proposed_date(earlier) or date.today()))
        self.years = QCheckBox()
        self._build()
        self._show_years()

    def _build(self) -> None:
        self.setWindowTitle(translate("Dialogs", "New from an earlier meeting"))
        self.setMinimumWidth(56 * GRID)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dddd d MMMM yyyy")
        self.day.setEnabled(self._before is not None)
        self.day.dateChanged.connect(self._show_years)
        self.years.setChecked(True)
        title = QLabel(plain(self._earlier.meeting.title.wording(self._earlier.source)))
        title.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(GRID)
        form.addRow(translate("Dialogs", "Earlier meeting"), title)
        form.addRow(translate("Dialogs", "First day of the new one"), self.day)
        form.addRow("", self.years)
        told = QLabel(
            translate(
                "Dialogs",
                "All days move together. The new agenda is a draft, and each translation waits to be confirmed again.",
            )
        )
        told.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        without_icons(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID)
        layout.addLayout(form)
        layout.addWidget(told)
        layout.addWidget(buttons)

    def _show_years(self) -> None:
        """Say which years would move, if any would."""
        old = None if self._before is None else self._before.year
        new = self.day.date().year()
        self.years.setEnabled(old is not None and old != new)
        words = translate("Dialogs", "Move the years in texts as well (from {old} to {new})")
        self.years.setText(words.format(old=old if old is not None else new, new=new))

    def agenda(self) -> Agenda:
        """Make the new agenda; raises `EditError` where a date would leave the calendar."""
        chosen = self.day.date()
        first = None if self._before is None else date(chosen.year(), chosen.month(), chosen.day())
        return renewed_meeting(self._earlier, first, years=self.years.isChecked())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
