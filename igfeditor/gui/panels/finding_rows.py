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
from igfeditor.gui.bridge import Bridge
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
    """One row: what it stands for, and the rows under it; it says its words when somebody looks."""

    speaker: RowSpeaker
    sort: Sort
    key: Hashable
    node: str = ""
    finding: Finding | None = None
    waiver: Waiver | None = None
    above: FindingRow | None = None
    at: int = 0
    rows: list[FindingRow] = field(default_factory=list["FindingRow"])

    @property
    def title(self) -> str:
        """Say what the row is, or what was found."""
        return self.speaker.title(self)

    @property
    def place(self) -> str:
        """Say where in its group something was found, empty for a group."""
        return self.speaker.place(self)

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


class RowSpeaker:
    """Says rows in a language of the window: of thousands of findings only those are put into words that are seen."""

    def __init__(self, words: TreeWords, language: str) -> None:
        """Speak of the agenda of some words."""
        self._words = words
        self._language = language

    def title(self, row: FindingRow) -> str:
        """Say what a row is, or what was found."""
        if row.finding is not None:
            return message_words(row.finding, self._language)
        if row.waiver is not None:
            return f"{title_words(row.waiver.check, self._language)} ({row.waiver.check})"
        return translate("Findings", "Waived") if row.sort is Sort.WAIVED else self._group(row)

    def _group(self, row: FindingRow) -> str:
        said = self._words.of(row.node)
        if row.sort is Sort.SLOT:
            return "  ".join(filter(None, (said.when, said.whole)))
        return said.when if row.node == THE_MEETING else f"{said.when} · {said.marker}"

    def place(self, row: FindingRow) -> str:
        """Say where a finding or waiver stands."""
        if row.finding is not None:
            in_slot = row.above is not None and row.above.sort is Sort.SLOT
            return where(self._words, row.finding.spot, in_slot=in_slot)
        return where(self._words, Spot(row.waiver.target)) if row.waiver is not None else ""


class FindingModel(QAbstractItemModel):
    """Days, slots, findings and waivers as Qt wants them: one column."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Show nothing of what a bridge has open."""
        super().__init__(parent)
        self.top = FindingRow(RowSpeaker(TreeWords(bridge), bridge.language), Sort.DAY, None)
        self._all: list[FindingRow] = []
        self._numbers: dict[int, int] = {}
        self.language = "en"

    def show(self, words: TreeWords, language: str, findings: Sequence[Finding], waivers: Sequence[Waiver]) -> None:
        """Show other findings, said in a language of the window."""
        self.beginResetModel()
        self.language = language
        self.top = _made(words, RowSpeaker(words, language), findings, waivers)
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


def _made(words: TreeWords, speaker: RowSpeaker, findings: Sequence[Finding], waivers: Sequence[Waiver]) -> FindingRow:
    top = FindingRow(speaker, Sort.DAY, None)
    for group in grouped(words.tree.agenda, findings):
        holder = _holder(top, group)
        for finding in group.findings:
            holder.put(FindingRow(speaker, Sort.FINDING, _key(finding), finding=finding))
    if waivers:
        waived = top.put(FindingRow(speaker, Sort.WAIVED, "waived"))
        for waiver in waivers:
            waived.put(FindingRow(speaker, Sort.WAIVER, ("waiver", waiver.check, waiver.target), waiver=waiver))
    return top


def _key(finding: Finding) -> Hashable:
    spot = finding.spot
    return finding.check, spot.node, spot.field, spot.language, finding.message.template


def _holder(top: FindingRow, group: Group) -> FindingRow:
    """Give the row that findings are put under: that of their slot, or of their day, made where it is new."""
    day = group.day or THE_MEETING
    holder = top.rows[-1] if top.rows and top.rows[-1].key == day else None
    if holder is None:
        holder = top.put(FindingRow(top.speaker, Sort.DAY, day, day))
    return holder.put(FindingRow(top.speaker, Sort.SLOT, group.slot, group.slot)) if group.slot else holder
