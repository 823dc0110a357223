"""Paper: the pages of a layout on a printer that the system's dialog chooses, off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QMarginsF, QThread, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout
from igfeditor.errors import IgfError
from igfeditor.exporters.pages_pictures import Pages
from igfeditor.exporters.pages_press import Press
from igfeditor.gui.translation import translate
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow

_FINEST: Final = 300
"""Dots an inch: finer pictures of letters take much memory, and look no better."""
_INCH: Final = 72


def print_pages(window: MainWindow, layout: str) -> None:
    """Ask for a printer and print a layout of the agenda as it is now; the status bar says what became of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(window.bridge.session.project.stem)
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    if not dialog.exec():
        return
    printing = PaperPrinting(printer, window.bridge.agenda, layout)
    printing.told.connect(lambda count: window.say(translate("Pages", "%n page(s) printed", "", count)))
    printing.refused.connect(lambda error: window.say(say(error.message, window.language)))
    printing.start()
    dialog.deleteLater()


class PaperPrinting(QThread):
    """One agenda on its way to a printer."""

    told = Signal(int)
    refused = Signal(object)

    def __init__(self, printer: QPrinter, agenda: Agenda, layout: str) -> None:
        """Keep what is to be printed; it goes on where the window is closed, and the program waits for it."""
        application = QCoreApplication.instance()
        super().__init__(application)
        self._printer: Final = printer
        self._agenda: Final = agenda
        self._layout: Final = Layout(tuple(layout.split("-")))
        self.finished.connect(self.deleteLater)
        if application is not None:
            application.aboutToQuit.connect(self.wait)

    def run(self) -> None:
        """Print; Qt calls this in the new thread."""
        press = Press()
        try:
            pages = press.print(compose(self._agenda, self._layout))
            self.told.emit(print_on(self._printer, pages))
            pages.close()
        except IgfError as error:
            self.refused.emit(error)
        finally:
            press.close()


def print_on(printer: QPrinter, pages: Pages) -> int:
    """Print pages, those that were chosen or all, on the whole of each sheet; gives how many sheets there were."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages.count
    chosen = range(first - 1, min(last, pages.count))
    width, height = pages.size(0)
    turned = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turned, QMarginsF()))
    printer.setFullPage(True)
    painter = QPainter(printer)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    for place, page in enumerate(chosen):
        if place:
            printer.newPage()
        picture = pages.picture(page, min(printer.resolution(), _FINEST) / _INCH)
        image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        painter.drawImage(sheet, image)
    painter.end()
    return len(chosen)
