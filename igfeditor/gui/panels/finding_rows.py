"""The rows of the findings: days, their slots, what was found in each, and at the end what somebody has waived.

    model.show(bridge, findings, waivers)

The rows are made for one report and replaced by those of the next; a row has a key that says the same thing in both,
so that a view can stand where it stood.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from igfeditor.checks.finding import Finding, Spot
from igfeditor.checks.gathered import Group, grouped
from igfeditor.gui.finding_words import message_words, severity_words, title_words, where
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_words import TreeWords
from igfeditor.language.bidi import direction_of
from igfeditor.language.marks import with_marks
from igfeditor.model.agenda import Waiver
from igfeditor.model.soundness import THE_MEETING

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `FindingRow` itself, from which the delegate draws."""

_NOWHERE: Final = QModelIndex()
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)


class Sort(StrEnum):
    """What a row is."""

    DAY = "day"
    SLOT = "slot"
    FINDING = "finding"
    WAIVED = "waived"
    WAIVER = "waiver"


@dataclass(slots=True, eq=False)
class FindingRow:
    """One row: its words, what it stands for, and the rows under it."""

    sort: Sort
    key: Hashable
    title: str
    place: str = ""
    finding: Finding | None = None
    waiver: Waiver | None = None
    above: FindingRow | None = None
    at: int = 0
    rows: list[FindingRow] = field(default_factory=list["FindingRow"])

    @property
    def is_group(self) -> bool:
        """Tell whether the row only holds others."""
        return self.sort in {Sort.DAY, Sort.SLOT, Sort.WAIVED}

    @property
    def count(self) -> int:
        """Count the findings or waivers in and under the row."""
        return sum(row.count for row in self.rows) if self.is_group else 1

    def put(self, row: FindingRow) -> FindingRow:
        """Put a row under this one."""
        row.above, row.at = self, len(self.rows)
        self.rows.append(row)
        return row

    def walk(self) -> Iterator[FindingRow]:
        """Give all rows under this one, in the order of the page."""
        for row in self.rows:
            yield row
            yield from row.walk()


class FindingModel(QAbstractItemModel):
    """Days, slots, findings and waivers as Qt wants them: one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.top = _top()
        self._all: list[FindingRow] = []
        self._numbers: dict[int, int] = {}
        self.language = "en"

    def show(self, words: TreeWords, language: str, findings: Sequence[Finding], waivers: Sequence[Waiver]) -> None:
        """Show other findings, said in a language of the window."""
        self.beginResetModel()
        self.language = language
        self.top = _made(words, language, findings, waivers)
        self._all = [self.top, *self.top.walk()]
        self._numbers = {id(row): number for number, row in enumerate(self._all)}
        self.endResetModel()

    @property
    def rows(self) -> Sequence[FindingRow]:
        """Give all rows in the order of the page."""
        return self._all[1:]

    def row_of(self, index: Index) -> FindingRow:
        """Give the row of an index, the top for none."""
        return self._all[index.internalId()] if index.isValid() else self.top

    def index_of(self, row: FindingRow) -> QModelIndex:
        """Give the index of a row."""
        return _NOWHERE if row is self.top else self.createIndex(row.at, 0, self._numbers[id(row)])

    # --- Qt ------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Give the index of a place under a row."""
        rows = self.row_of(parent).rows
        return self.index_of(rows[row]) if column == 0 and 0 <= row < len(rows) else QModelIndex()

    def parent(self, child: Index | None = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt has two of this name
        """Give the index of what a row stands under (or, without a row, the model's own parent)."""
        if child is None:
            return super().parent()
        above = self.row_of(child).above if child.isValid() else None
        return _NOWHERE if above is None else self.index_of(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows under a row."""
        return len(self.row_of(parent).rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Say that there is one column."""
        return 1

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Give what a row says: to the eye, to the ear, to the delegate."""
        if not index.isValid():
            return None
        row = self.row_of(index)
        if role == ROW_ROLE:
            return row
        if role == _DISPLAY:
            return with_marks(row.title, direction_of(self.language))
        if role == _SPOKEN:
            return _spoken(row)
        return _tip(row) if role == _TOOL_TIP else None


def _spoken(row: FindingRow) -> str:
    """Give all that a row says, for those who hear it."""
    if row.is_group:
        count = row.count
        return f"{row.title}. {translate('Findings', '%n finding(s)', '', count)}"
    said = severity_words(row.finding.severity) if row.finding is not None else translate("Findings", "Waived")
    return ". ".join(part for part in (said, row.title, row.place) if part)


def _tip(row: FindingRow) -> str:
    return row.title if row.is_group else "\n".join(filter(None, (row.title, row.place)))


# --- making --------------------------------------------------------------------------------------------------


def _top() -> FindingRow:
    return FindingRow(Sort.DAY, None, "")


def _made(words: TreeWords, language: str, findings: Sequence[Finding], waivers: Sequence[Waiver]) -> FindingRow:
    top = _top()
    for group in grouped(words.tree.agenda, findings):
        holder = _holder(top, words, group)
        for finding in group.findings:
            title = message_words(finding, language)
            place = where(words, finding.spot, in_slot=bool(group.slot))
            holder.put(FindingRow(Sort.FINDING, _key(finding), title, place, finding))
    if waivers:
        waived = top.put(FindingRow(Sort.WAIVED, "waived", translate("Findings", "Waived")))
        for waiver in waivers:
            title = f"{title_words(waiver.check, language)} ({waiver.check})"
            place = where(words, Spot(waiver.target))
            key = ("waiver", waiver.check, waiver.target)
            waived.put(FindingRow(Sort.WAIVER, key, title, place, waiver=waiver))
    return top


def _key(finding: Finding) -> Hashable:
    spot = finding.spot
    return finding.check, spot.node, spot.field, spot.language, finding.message.template


def _holder(top: FindingRow, words: TreeWords, group: Group) -> FindingRow:
    """Give the row that findings are put under: that of their slot, or of their day, made where it is new."""
    day = group.day or THE_MEETING
    holder = top.rows[-1] if top.rows and top.rows[-1].key == day else None
    if holder is None:
        said = words.of(day)
        title = said.when if day == THE_MEETING else f"{said.when} · {said.marker}"
        holder = top.put(FindingRow(Sort.DAY, day, title))
    if not group.slot:
        return holder
    slot = words.of(group.slot)
    return holder.put(FindingRow(Sort.SLOT, group.slot, "  ".join(filter(None, (slot.when, slot.whole)))))
