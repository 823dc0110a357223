"""The panel at the far side of the window: one tab for each view of the agenda beside tree and panes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.findings import FindingsPanel
from igfeditor.gui.panels.history import HistoryPanel
from igfeditor.gui.panels.pages import PagesPanel
from igfeditor.gui.panels.properties import Properties
from igfeditor.gui.panels.timeline import TimePanel
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.model.time_deeds import Wish

TABS: Final[tuple[tuple[str, Callable[[Bridge], QWidget]], ...]] = (
    (QT_TRANSLATE_NOOP("Side", "Pages"), PagesPanel),
    (QT_TRANSLATE_NOOP("Side", "Properties"), Properties),
    (QT_TRANSLATE_NOOP("Side", "Time"), TimePanel),
    (QT_TRANSLATE_NOOP("Side", "Findings"), FindingsPanel),
    (QT_TRANSLATE_NOOP("Side", "History"), HistoryPanel),
)
"""The tabs in their order: what each is called, and what makes it. A new tab is one line here."""


class Side(QTabWidget):
    """The tabs of the table; each follows the bridge by itself.

    `text_requested` carries the node and field of a text that the user wants to edit, `spot_requested` the letters of
    one that the user wants to see, and whether to go into them; `pasted` says what a paste changed. `paper_requested`
    and `pdf_requested` carry the name of a layout to be printed.
    """

    text_requested = Signal(str, str)
    spot_requested = Signal(object, bool)
    pasted = Signal(str)
    paper_requested = Signal(str)
    pdf_requested = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Make all tabs."""
        super().__init__(parent)
        self.setDocumentMode(True)
        self._tabs = tuple(make(bridge) for _, make in TABS)
        for tab in self._tabs:
            self.addTab(tab, "")
            if isinstance(tab, Properties):
                tab.text_requested.connect(self.text_requested)
                tab.pasted.connect(self.pasted)
            if isinstance(tab, FindingsPanel):
                tab.spot_requested.connect(self.spot_requested)
            if isinstance(tab, PagesPanel):
                tab.text_requested.connect(self.text_requested)
                tab.paper_requested.connect(self.paper_requested)
                tab.pdf_requested.connect(self.pdf_requested)
            if isinstance(tab, TimePanel):
                bridge.retiming_requested.connect(partial(self._fulfil, tab))
        # The pages are the first, but one begins to write, and what nobody looks at is not printed.
        self.setCurrentWidget(self.tab(Properties))
        self._retranslate()

    def tab(self, kind: type[QWidget]) -> QWidget:
        """Give the tab of a kind."""
        return next(tab for tab in self._tabs if isinstance(tab, kind))

    def show_tab(self, kind: type[QWidget]) -> None:
        """Bring a tab to the front, also where the whole panel was hidden."""
        self.setVisible(True)
        self.setCurrentWidget(self.tab(kind))

    @property
    def shows_pages(self) -> bool:
        """Tell whether the pages are in front."""
        return isinstance(self.currentWidget(), PagesPanel)

    def step_finding(self, step: int) -> None:
        """Go to the next finding, or with -1 to the one before; its tab comes to the front of a panel that is shown."""
        tab = self.tab(FindingsPanel)
        if not self.isHidden():
            self.setCurrentWidget(tab)
        if isinstance(tab, FindingsPanel):
            tab.step(step)

    def _fulfil(self, tab: TimePanel, wish: Wish) -> None:
        """Do what somebody wishes for; where that has to be asked about, the time line comes to the front."""
        if tab.fulfil(wish):
            self.show_tab(TimePanel)
            tab.offer.take_focus()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Side", "Panel"))
        for tab, (name, _) in zip(self._tabs, TABS, strict=True):
            self.setTabText(self.indexOf(tab), translate("Side", name))
            tab.setAccessibleName(translate("Side", name))

    def changeEvent(self, event: QEvent) -> None:
        """Say the names of the tabs anew when the window's language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
