"""What the checks have found: filtered, grouped, gone through, put right, or let stand with a reason.

The panel shows the report of the bridge, and makes its rows when somebody sees them or asks for the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from igfeditor.checks.finding import Finding
from igfeditor.checks.gathered import fixable
from igfeditor.checks.proof import page_order, unwaive, waive
from igfeditor.checks.registry import FAMILIES
from igfeditor.errors import Sentence, counted, sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.finding_words import (
    SEVERITIES,
    count_words,
    family_words,
    message_words,
    severity_colour,
    severity_words,
    shown_spot,
    where,
)
from igfeditor.gui.pane_paint import tinted
from igfeditor.gui.panels.finding_detail import FindingDetail
from igfeditor.gui.panels.finding_list import FindingList
from igfeditor.gui.panels.finding_rows import FindingModel, FindingRow, Sort
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_words import TreeWords
from igfeditor.model.agenda import Agenda, Waiver
from igfeditor.services.proofing import fix_project

_ICON: Final = 2 * GRID


class FindingsPanel(QWidget):
    """The tab; `spot_requested` carries the letters that the panes are to mark, and whether to go into them."""

    spot_requested = Signal(object, bool)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show the report of a bridge."""
        super().__init__(parent)
        self.bridge = bridge
        self.model = FindingModel(bridge, self)
        self.list = FindingList(self.model)
        self.detail = FindingDetail()
        self.severities = {severity: QToolButton() for severity in SEVERITIES}
        self.family = QComboBox()
        self._pages, self._told, self._all = QStackedWidget(), QLabel(), QPushButton()
        self._words = TreeWords(bridge)
        self._is_new = True
        self._wanted_step = 0
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID, GRID, GRID, 0)
        bar.setSpacing(GRID // 2)
        for button in self.severities.values():
            button.setCheckable(True)
            button.setChecked(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(_ICON, _ICON))
            bar.addWidget(button)
        self.family.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.family.setMinimumContentsLength(6)
        self.family.addItem("", "")
        for family in FAMILIES:
            self.family.addItem("", family)
        bar.addWidget(self.family, 1)
        self._told.setWordWrap(True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        empty = QWidget()
        place = QVBoxLayout(empty)
        place.setContentsMargins(2 * GRID, 4 * GRID, 2 * GRID, GRID)
        place.addWidget(self._told)
        place.addWidget(self._all, 0, Qt.AlignmentFlag.AlignHCenter)
        place.addStretch(1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.detail)

    def _connect(self) -> None:
        for button in self.severities.values():
            button.toggled.connect(lambda _: self.refresh())
        self.family.currentIndexChanged.connect(lambda _: self.refresh())
        self._all.clicked.connect(self.show_all)
        self.list.chosen.connect(self._choose)
        self.detail.fix_requested.connect(self.fix)
        self.detail.fix_all_requested.connect(self.fix_all)
        self.detail.waiver_requested.connect(self.waive)
        self.detail.revocation_requested.connect(self.revoke)
        self.detail.left.connect(self.list.setFocus)
        self.bridge.report_changed.connect(self._follow)
        # Who has gone on writing is not led away by an answer that comes late.
        self.bridge.agenda_changed.connect(lambda *_: self._want(0))

    # --- what is shown -------------------------------------------------------------------------------------

    def _follow(self) -> None:
        self._is_new = True
        if self.isVisible():
            self.refresh()
        if self._wanted_step and self.bridge.report is not None:
            self.step(self._wanted_step)

    def _want(self, step: int) -> None:
        self._wanted_step = step

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the rows up to date when they come into view."""
        super().showEvent(event)
        if self._is_new:
            self.refresh()

    @property
    def found(self) -> Sequence[Finding]:
        """Give all open findings."""
        return () if self.bridge.report is None else self.bridge.report.findings

    def refresh(self) -> None:
        """Show what fits the filter; one stays at the finding where one stood, or goes to the one that came next."""
        self._is_new = False
        old = self.list.current
        at = None if old is None or old.is_group else self._leaves.index(old)
        self._words.renew()
        waivers = () if self.bridge.report is None else self.bridge.agenda.waivers
        self.model.show(self._words, self.bridge.language, self._fitting(), waivers)
        self.list.open_rows()
        self.list.stand_on(self._same(old, at))
        self._show_detail(self.list.current)
        self._say_counts()
        self._say_nothing()

    def _fitting(self) -> list[Finding]:
        family = self.family.currentData()
        shown = {severity for severity, button in self.severities.items() if button.isChecked()}
        return [one for one in self.found if one.severity in shown and (not family or one.check[0] == family)]

    @property
    def _leaves(self) -> list[FindingRow]:
        return [row for row in self.model.rows if not row.is_group]

    def _same(self, old: FindingRow | None, at: int | None) -> FindingRow | None:
        """Give the row that says what an old one said, or stands where it stood."""
        if old is None:
            return None
        same = [row for row in self.model.rows if row.key == old.key]
        leaves = self._leaves
        if same and at is not None:
            return min(same, key=lambda row: abs(leaves.index(row) - at))
        if same or at is None:
            return same[0] if same else None
        return leaves[min(at, len(leaves) - 1)] if leaves else None

    def show_all(self) -> None:
        """Take the filter away."""
        for button in self.severities.values():
            button.setChecked(True)
        self.family.setCurrentIndex(0)

    def _say_counts(self) -> None:
        report = self.bridge.report
        for severity, button in self.severities.items():
            count = 0 if report is None else report.count(severity)
            words = count_words(severity, count)
            button.setText(str(count))
            button.setToolTip(words)
            button.setAccessibleName(words)
            ratio = self.devicePixelRatioF()
            button.setIcon(tinted(SEVERITIES[severity].icon, severity_colour(severity), _ICON, ratio))

    def _say_nothing(self) -> None:
        """Say in words why there is no row, and what to do."""
        is_empty = not self.model.rows
        self._pages.setCurrentIndex(int(is_empty))
        is_filtered = bool(self.found)
        words = translate("Findings", "All checks pass: nothing was found.")
        if self.bridge.report is None:
            words = translate("Findings", "The agenda is being read…")
        elif is_filtered:
            words = translate("Findings", "No finding fits the filter.")
        self._told.setText(words)
        self._all.setVisible(is_filtered)

    def _show_detail(self, row: FindingRow | None) -> None:
        if row is not None and row.finding is not None:
            count = len(fixable(self.found, row.finding.check))
            self.detail.show_finding(row.finding, where(self._words, row.finding.spot), count)
        elif row is not None and row.waiver is not None:
            self.detail.show_waiver(row.waiver, row.place)
        else:
            self.detail.clear()

    # --- going ---------------------------------------------------------------------------------------------

    def _choose(self, row: FindingRow, into_text: bool) -> None:
        self._show_detail(row)
        if row.finding is not None:
            self.spot_requested.emit(shown_spot(self.bridge.tree, row.finding.spot), into_text)
        elif row.waiver is not None:
            self.bridge.select(row.waiver.target)

    def step(self, step: int) -> None:
        """Go to the next finding, or with -1 to the one before, from where the user is; round at the end.

        Where the agenda is still being read, one goes as soon as that is done.
        """
        self._want(step if self.bridge.report is None else 0)
        if self._wanted_step:
            self.bridge.reading_requested.emit()
        if self._is_new:
            self.refresh()
        rows = [row for row in self.model.rows if row.sort is Sort.FINDING]
        if not rows:
            self.bridge.done.emit(self._told.text())
            return
        row = rows[self._next(rows, step)]
        self.list.stand_on(row)
        self._choose(row, True)
        if row.finding is not None:
            severity = severity_words(row.finding.severity)
            self.bridge.done.emit(f"{severity}: {message_words(row.finding, self.bridge.language)}")

    def _next(self, rows: Sequence[FindingRow], step: int) -> int:
        current = self.list.current
        if current is not None and current in rows and self._is_near(current):
            return (rows.index(current) + step) % len(rows)
        order = {node: at for at, node in enumerate(self._order())}
        here = order.get(self.bridge.current, -1)
        behind = [at for at, row in enumerate(rows) if row.finding and order.get(row.finding.spot.node, -1) >= here]
        return (behind[0] if behind else 0) if step > 0 else (behind[0] if behind else 0) - 1

    def _is_near(self, row: FindingRow) -> bool:
        """Tell whether the user still is where a finding was shown."""
        node = "" if row.finding is None else row.finding.spot.node
        tree, current = self.bridge.tree, self.bridge.current
        return (
            node == current
            or (current in tree and node in tree.ancestors(current))
            or (node in tree and current in tree.ancestors(node))
        )

    def _order(self) -> list[str]:
        """Give all nodes in the order of the page."""
        tree = self.bridge.tree
        keys = {node: page_order(tree, node) for node in tree.ids()}
        return sorted(keys, key=lambda node: keys[node])

    # --- deeds ---------------------------------------------------------------------------------------------

    def fix(self, at: int) -> None:
        """Put the chosen finding right in one of the ways that it offers."""
        finding = self._chosen_finding()
        if finding is not None and at < len(finding.fixes):
            fix = finding.fixes[at]
            self._do(fix.edit, fix.label)

    def fix_all(self) -> None:
        """Put all findings of the chosen one's check right that need no look, as one step."""
        finding = self._chosen_finding()
        if finding is None:
            return
        count = len(fixable(self.found, finding.check))
        label = counted(count, "Fix {count} finding ({check})", "Fix {count} findings ({check})", check=finding.check)
        self._do(lambda agenda: fix_project(agenda, (finding.check,)).agenda, label)

    def waive(self, reason: str) -> None:
        """Let the chosen finding stand."""
        finding = self._chosen_finding()
        if finding is not None:
            self._do(lambda agenda: waive(agenda, finding, reason), sentence("Waive {check}", check=finding.check))

    def revoke(self) -> None:
        """Take the chosen waiver back."""
        row = self.list.current
        waiver: Waiver | None = None if row is None else row.waiver
        if waiver is not None:
            label = sentence("Take back the waiver of {check}", check=waiver.check)
            self._do(lambda agenda: unwaive(agenda, waiver.check, waiver.target), label)

    def _chosen_finding(self) -> Finding | None:
        row = self.list.current
        return None if row is None else row.finding

    def _do(self, edit: Callable[[Agenda], Agenda], label: Sentence) -> None:
        """Do a deed, and read at once what has become of it."""
        changes = self.bridge.apply(edit, label, origin=self)
        if changes is None:
            return
        if changes.is_nothing:
            self.bridge.done.emit(translate("Findings", "The agenda has changed since; it is read again."))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bridge.reading_requested.emit()

    # --- words ---------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say all in the window's language, and draw it in its mode."""
        self.family.setAccessibleName(translate("Findings", "Which kind of findings is shown"))
        self.family.setItemText(0, translate("Findings", "All kinds"))
        for at in range(1, self.family.count()):
            self.family.setItemText(at, family_words(self.family.itemData(at), self.bridge.language))
        self._all.setText(translate("Findings", "Show all"))
        self.detail.retranslate(self.bridge.language)
        if self.isVisible():
            self.refresh()
        else:
            self._is_new = True
        self.list.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the mode of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_words"):
            self.retranslate()
