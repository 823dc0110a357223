"""The press room: a thread beside the window's in which pages are set and drawn.

The newest order counts: one that comes while another is printed waits alone, and what was to be printed before it is
left out. So nobody who types waits for the pages, and the pages are never more than one print behind. Pictures are
drawn in the same thread, for the library that draws serves one at a time; the window only paints finished ones.

Where a whole print takes long, the page that somebody types on is printed and drawn first, by itself, and the whole
when no other order waits.

    room = PressRoom(); room.start()
    room.order(Order(1, agenda, layouts))      then `printed` for each layout, or `failed`
    room.want([Wanted(...), ...])              then `drawn` for each of them that nobody has overtaken
    room.retire()                              ends by itself, and waits for nothing
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Condition
from time import perf_counter
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QThread, Signal
from PySide6.QtGui import QImage

from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout
from igfeditor.errors import IgfError
from igfeditor.exporters.pages_pictures import Pages
from igfeditor.exporters.pages_press import Press
from igfeditor.model.agenda import Agenda

SLOW: Final = 0.1
"""How many seconds a whole print may take before the touched page is printed by itself."""


class Order(NamedTuple):
    """One agenda to be printed in some layouts; a later order has a higher number.

    `node` is the only one whose texts changed since the order before, empty where more did.
    """

    number: int
    agenda: Agenda
    layouts: tuple[Layout, ...]
    node: str = ""


class Printed(NamedTuple):
    """One layout as it was printed: its pages with their sizes in points, and how many seconds it took."""

    number: int
    name: str
    pages: Pages
    sizes: tuple[tuple[float, float], ...]
    seconds: float


class Wanted(NamedTuple):
    """A page of a layout that is in view, and how many pixels a point shall have."""

    printed: Printed
    page: int
    scale: float


class Drawn(NamedTuple):
    """The picture of a page that somebody wanted."""

    wanted: Wanted
    picture: QImage


class PressRoom(QThread):
    """Prints the newest order and draws what is in view, until it is retired."""

    printed = Signal(object)
    failed = Signal(int, object)
    drawn = Signal(object)

    def __init__(self) -> None:
        """Belong to the application, so that a thread at its last page outlives the panel that is gone."""
        super().__init__(QCoreApplication.instance())
        self._changed: Final = Condition()
        self._order: Order | None = None
        self._wanted: list[Wanted] = []
        self._is_retired = False
        self.finished.connect(self.deleteLater)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    def order(self, order: Order) -> None:
        """Print this next, and nothing that was ordered before."""
        with self._changed:
            self._order = order
            self._changed.notify()

    def want(self, wanted: Iterable[Wanted]) -> None:
        """Draw these, the first one first, and nothing that was wanted before."""
        with self._changed:
            self._wanted = list(wanted)
            self._changed.notify()

    def retire(self) -> None:
        """End after what is under way, without waiting for it; what was ordered is left."""
        with self._changed:
            self._is_retired = True
            self._changed.notify()

    def stop(self) -> None:
        """End, and wait until it is so."""
        self.retire()
        self.wait()

    def run(self) -> None:
        """Work; Qt calls this in the new thread."""
        desk = _Desk()
        try:
            while (task := self._next()) is not None:
                if isinstance(task, Order):
                    self._print(task, desk)
                elif desk.has(task.printed):
                    self.drawn.emit(desk.drawn(task))
        finally:
            desk.clear()

    def _next(self) -> Order | Wanted | None:
        """Wait for something to do; an order comes before pictures of what it will replace."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_retired or self._order is not None or bool(self._wanted))
            if self._is_retired:
                return None
            if self._order is not None:
                order, self._order = self._order, None
                return order
            return self._wanted.pop(0)

    def _print(self, order: Order, desk: _Desk) -> None:
        try:
            slow = [layout for layout in order.layouts if order.node and desk.is_slow(layout)]
            for layout in slow:
                drawn = desk.retouched(order, layout)
                if drawn is not None:
                    self.drawn.emit(drawn)
            for layout in order.layouts:
                if self._is_retired or (slow and self._is_overtaken()):
                    return
                self.printed.emit(desk.printed(order, layout))
        except IgfError as error:
            self.failed.emit(order.number, error)

    def _is_overtaken(self) -> bool:
        with self._changed:
            return self._order is not None


class _Desk:
    """What lies in the press room: a press for each layout, and the newest pages of each."""

    def __init__(self) -> None:
        self._presses: dict[str, Press] = {}
        self._newest: dict[str, Printed] = {}
        self._scales: dict[str, float] = {}

    def is_slow(self, layout: Layout) -> bool:
        """Tell whether somebody who types would notice how long the last whole print took."""
        newest = self._newest.get(layout.name)
        return newest is not None and newest.seconds > SLOW

    def retouched(self, order: Order, layout: Layout) -> Drawn | None:
        """Print the page that was typed on by itself, and draw it as large as its fellows."""
        newest, scale = self._newest[layout.name], self._scales.get(layout.name)
        pages = self._presses[layout.name].print_near(compose(order.agenda, layout), order.node)
        spot = pages.spot_of(order.node)
        made = None
        if spot is not None and scale is not None and spot.page in pages.pages and spot.page < newest.pages.count:
            made = Drawn(Wanted(newest, spot.page, scale), _image_of(pages, spot.page, scale))
        pages.close()
        return made

    def drawn(self, wanted: Wanted) -> Drawn:
        self._scales[wanted.printed.name] = wanted.scale
        return Drawn(wanted, _image_of(wanted.printed.pages, wanted.page, wanted.scale))

    def has(self, printed: Printed) -> bool:
        """Tell whether pages are the newest of their layout; older ones are closed."""
        return self._newest.get(printed.name) is printed

    def printed(self, order: Order, layout: Layout) -> Printed:
        start = perf_counter()
        name = layout.name
        if name not in self._presses:
            self._presses[name] = Press()
        pages = self._presses[name].print(compose(order.agenda, layout))
        sizes = tuple(map(pages.size, range(pages.count)))
        made = Printed(order.number, name, pages, sizes, perf_counter() - start)
        # Closed here and not when they are forgotten: that may be in a thread that must not wait for a drawing.
        old = self._newest.get(name)
        self._newest[name] = made
        if old is not None:
            old.pages.close()
        return made

    def clear(self) -> None:
        for press in self._presses.values():
            press.close()
        for printed in self._newest.values():
            printed.pages.close()


def _image_of(pages: Pages, page: int, scale: float) -> QImage:
    picture = pages.picture(page, scale)
    image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    # The bytes are Python's, and go with the picture.
    return image.copy()
