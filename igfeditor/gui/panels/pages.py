"""The tab of pages: what will be printed, as it is typed, in both languages or side by side.

The pages follow the agenda in a thread of their own (`pages_press`), printed at most as often as a print takes, so that
typing waits for nothing. While the tab is not seen nothing is printed, and after a while the press rests.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from igfeditor.document.layout import Layout
from igfeditor.errors import IgfError
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.panels.pages_press import Order, PressRoom, Printed
from igfeditor.gui.panels.pages_view import PagesView
from igfeditor.gui.theme import GRID, Icon, icon
from igfeditor.gui.translation import translate
from igfeditor.language.bidi import direction_of
from igfeditor.language.messages import say
from igfeditor.language.tongues import own_name
from igfeditor.model.agenda import Agenda
from igfeditor.model.changes import Changes
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.texts import agenda_texts

SHORTEST: Final = 40
LONGEST: Final = 150
"""The least and the most milliseconds between two prints."""
REST: Final = 60_000
"""How many milliseconds a hidden tab keeps its press."""
_MOST_PERCENT: Final = 100
_FSI, _PDI = "\u2068", "\u2069"


class PagesPanel(QWidget):
    """The tab; `view` is the desk. `text_requested` carries the node and field of what was clicked on.

    `paper_requested` and `pdf_requested` carry the name of the layout to be printed on paper or written to a file.
    """

    text_requested = Signal(str, str)
    paper_requested = Signal(str)
    pdf_requested = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow a bridge."""
        super().__init__(parent)
        self._bridge = bridge
        self._room: PressRoom | None = None
        self._number = 0
        self._ordered: tuple[Agenda, tuple[str, ...]] | None = None
        self._newest: dict[str, Printed] = {}
        self._touched: frozenset[str] = frozenset()
        self._layouts: tuple[tuple[str, ...], ...] = ()
        self.view = PagesView()
        self.which = QComboBox()
        self.smaller, self.larger, self.fit = QToolButton(), QToolButton(), QToolButton()
        self.paper, self.file = QToolButton(), QToolButton()
        self.percent, self.told, self.fault, self._empty = QLabel(), QLabel(), QLabel(), QLabel()
        self._stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=SHORTEST)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        # Whoever comes to the tab by a key comes to the desk.
        self.setFocusProxy(self.view)
        self._build()
        self._connect()
        self._retranslate()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID, GRID, GRID, 0)
        bar.setSpacing(GRID // 2)
        bar.addWidget(self.which, 1)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(8)
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("100 %"))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self.smaller, self.percent, self.larger, self.fit, self.paper, self.file):
            if isinstance(part, QToolButton):
                part.setAutoRaise(True)
            bar.addWidget(part)
        self.fit.setCheckable(True)
        for button in (self.paper, self.file):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(QMenu(button))
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(4 * GRID)
        self.fault.setWordWrap(True)
        self.fault.setContentsMargins(GRID, 0, GRID, 0)
        self.fault.hide()
        self.told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.told.setContentsMargins(GRID, 0, GRID, GRID // 2)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(bar)
        column.addWidget(self.fault)
        column.addWidget(self._stack, 1)
        column.addWidget(self.told)

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(lambda _: self._choose())
        self.smaller.clicked.connect(lambda: self.view.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.view.step_zoom(1))
        self.fit.clicked.connect(lambda: self.view.set_zoom(0.0 if self.fit.isChecked() else self.view.zoom))
        self.view.zoom_changed.connect(self._tell_zoom)
        self.view.moved.connect(self._tell_pages)
        self.view.chosen.connect(self._go_to)
        self.view.wanted.connect(self._want)
        self._pause.timeout.connect(self.print_now)
        self._rest.timeout.connect(self._retire)
        self._bridge.agenda_changed.connect(self._note)
        self._bridge.project_changed.connect(self._open)
        self._bridge.current_changed.connect(lambda *_: self._light())

    # --- following -----------------------------------------------------------------------------------------

    @property
    def is_waiting(self) -> bool:
        """Tell whether the pages are not yet those of the agenda."""
        if not self.isVisible() or self._is_empty():
            return False
        is_printed = all(name in self._newest and self._newest[name].number == self._number for name in self.chosen)
        return self._pause.isActive() or self._ordered != self._wish() or not is_printed

    def _wish(self) -> tuple[Agenda, tuple[str, ...]]:
        return self._bridge.agenda, self.chosen

    @property
    def chosen(self) -> tuple[str, ...]:
        """Give the names of the layouts that are to be shown, from left to right."""
        place = self.which.currentIndex()
        return self._layouts[place] if 0 <= place < len(self._layouts) else ()

    def _note(self, changes: Changes, _: object) -> None:
        """Remember where somebody types, as long as it is at one place only."""
        nodes = {node for node, _ in changes.texts}
        is_elsewhere = changes.ids != nodes or changes.style or changes.languages
        self._touched |= {"", *nodes} if is_elsewhere else nodes
        self._follow()

    def _follow(self) -> None:
        # Not begun anew by each stroke: who writes without a pause sees the pages grow all the same.
        if self.isVisible() and not self._pause.isActive():
            self._pause.start()

    def _open(self) -> None:
        self._touched = frozenset({""})
        self._offer_layouts()
        self._follow()

    def print_now(self) -> None:
        """Have the agenda printed as it is now, unless nobody would see it."""
        self._pause.stop()
        if not self.isVisible():
            return
        is_empty = self._is_empty()
        self._stack.setCurrentIndex(int(is_empty))
        for part in (self.paper, self.file, self.told):
            part.setEnabled(not is_empty)
        if is_empty or self._ordered == self._wish():
            return
        agenda, names = self._ordered = self._wish()
        self._number += 1
        layouts = tuple(Layout(tuple(name.split("-"))) for name in names)
        touched, self._touched = self._touched, frozenset()
        self._press().order(Order(self._number, agenda, layouts, next(iter(touched)) if len(touched) == 1 else ""))

    def _is_empty(self) -> bool:
        return not any(place.text for place in agenda_texts(self._bridge.agenda))

    def _press(self) -> PressRoom:
        if self._room is None:
            room = self._room = PressRoom()
            room.printed.connect(self._take)
            room.failed.connect(self._refuse)
            room.drawn.connect(self.view.take)
            room.start()
        return self._room

    def _retire(self) -> None:
        """Send the press home; what was printed stays on the desk."""
        if self._room is not None:
            room, self._room = self._room, None
            for signal in (room.printed, room.failed, room.drawn):
                signal.disconnect()
            room.retire()
            self._ordered = None

    # --- what the press says -------------------------------------------------------------------------------

    def _take(self, printed: Printed) -> None:
        if printed.number != self._number:
            return
        self._newest = {name: one for name, one in self._newest.items() if name in self.chosen}
        self._newest[printed.name] = printed
        self.fault.hide()
        if all(name in self._newest for name in self.chosen):
            self.view.show_printed([self._newest[name] for name in self.chosen])
            self._light(bring=False)
        taken = round(1000 * printed.seconds * len(self.chosen))
        self._pause.setInterval(min(max(SHORTEST, taken), LONGEST))

    def _refuse(self, number: int, error: IgfError) -> None:
        if number == self._number:
            words = [say(one, self._bridge.language) for one in (error.message, error.hint) if one is not None]
            self.fault.setText(" ".join(words))
            self.fault.show()
            self.view.turn_pale()

    def _want(self, wanted: object) -> None:
        if self._room is not None:
            self._room.want(wanted)  # pyright: ignore[reportArgumentType] - a signal carries any object

    # --- what the user does --------------------------------------------------------------------------------

    def _offer_layouts(self) -> None:
        """Offer both languages, each alone, and the source beside each other one."""
        source, *others = self._bridge.agenda.languages
        pairs = [tuple(sorted((source, other), key=lambda one: direction_of(one) == "rtl")) for other in others]
        layouts = (*pairs, *((one,) for one in (source, *others)), *((f"{source}-{other}",) for other in others))
        if layouts == self._layouts:
            return
        self._layouts = layouts
        self.which.blockSignals(True)
        self.which.clear()
        for names in layouts:
            self.which.addItem(_layout_words(names))
        self.which.setCurrentIndex(0)
        self.which.blockSignals(False)
        self._fill_menus()

    def _choose(self) -> None:
        self.print_now()

    def _fill_menus(self) -> None:
        languages = self._bridge.agenda.languages
        names = (*languages, *(f"{languages[0]}-{other}" for other in languages[1:]))
        for button, signal in ((self.paper, self.paper_requested), (self.file, self.pdf_requested)):
            menu = button.menu()
            menu.clear()
            for name in names:
                action = menu.addAction(_layout_words((name,)))
                action.triggered.connect(partial(self._ask_for, signal, name))

    def _ask_for(self, signal: SignalInstance, name: str) -> None:
        signal.emit(name)

    def _go_to(self, node: str, field: str) -> None:
        if field:
            self.text_requested.emit(node, field)
        else:
            self._bridge.select(node, self)

    def _light(self, *, bring: bool = True) -> None:
        node = self._bridge.current
        self.view.light(node, "title" if node == THE_MEETING else "", bring=bring)

    # --- words ---------------------------------------------------------------------------------------------

    def _tell_zoom(self) -> None:
        self.percent.setText(f"{round(_MOST_PERCENT * self.view.zoom)} %")
        self.fit.setChecked(self.view.fits_width)

    def _tell_pages(self) -> None:
        said = [
            translate("Pages", "{layout}: page {page} of {count}").format(
                layout=f"{_FSI}{_layout_words((name,))}{_PDI}", page=page, count=count
            )
            for name, page, count in self.view.pages_in_view()
        ]
        self.told.setText(" · ".join(said))
        self.view.setAccessibleDescription(self.told.text())

    def _retranslate(self) -> None:
        self.view.setAccessibleName(translate("Pages", "Pages"))
        self.which.setAccessibleName(translate("Pages", "What is shown"))
        self.which.setToolTip(translate("Pages", "What is shown"))
        for button, role, words in (
            (self.smaller, Icon.SMALLER, translate("Pages", "Smaller")),
            (self.larger, Icon.LARGER, translate("Pages", "Larger")),
            (self.fit, Icon.FIT, translate("Pages", "As wide as there is room")),
            (self.paper, Icon.PRINT, translate("Pages", "Print")),
            (self.file, Icon.PDF, translate("Pages", "Export as PDF")),
        ):
            button.setIcon(icon(role))
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._empty.setText(translate("Pages", "What will be printed stands here as soon as something is written."))
        self._offer_layouts()
        self._tell_zoom()
        self._tell_pages()

    def changeEvent(self, event: QEvent) -> None:
        """Say all anew in another language, and take icons for another mode."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_rest"):
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Print what has changed meanwhile, once what is shown with this is painted."""
        super().showEvent(event)
        self._rest.stop()
        self._offer_layouts()
        self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the press rest after a while, and at once where the whole window is gone."""
        super().hideEvent(event)
        self._pause.stop()
        if self.window().isVisible():
            self._rest.start()
        elif not event.spontaneous():
            self._retire()


def _layout_words(names: tuple[str, ...]) -> str:
    """Name layouts: "English · العربية" stand beside each other, "English + العربية" on one page."""
    return " · ".join(" + ".join(own_name(language) for language in name.split("-")) for name in names)
