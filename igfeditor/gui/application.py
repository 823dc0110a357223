"""The start of the window: the application, its look and language, and what becomes of faults."""

from __future__ import annotations

import gc
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import cast

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from igfeditor.files import Disk, backups_folder, journals_folder
from igfeditor.gui import file_deeds, outside, theme
from igfeditor.gui.keeping import Keeping, offer
from igfeditor.gui.locking import Locking
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.translation import WINDOW_LANGUAGES, WindowLanguage, translate
from igfeditor.services.operations import is_there
from igfeditor.services.settings import Settings, load_settings
from igfeditor.storage.backups import Backups


def run(path: Path | None) -> int:
    """Open the window, on a project where one is named, and give the exit code when it is closed."""
    application = make_application(sys.argv[:1])
    window = make_window(application, load_settings())
    look_after(window)
    # Opened before it is shown: the page of beginnings need not be drawn for a moment.
    if path is not None:
        file_deeds.open_path(window, path)
    elif window.settings.reopen_last and window.settings.recent and is_there(Path(window.settings.recent[0])):
        file_deeds.open_path(window, Path(window.settings.recent[0]))
    window.show()
    # What is there now stays to the end: it need not be looked through while somebody types.
    gc.freeze()
    gc.enable()
    QTimer.singleShot(0, lambda: offer(window, journals_folder()))
    return application.exec()


def look_after(window: MainWindow) -> None:
    """Have the files of a window looked after: versions kept, deeds written down, the file locked and watched."""
    window.backups = Backups(backups_folder(), Disk())
    window.keeping = Keeping(window.bridge, window.notices, journals_folder())
    window.locking = Locking(window)
    outside.Lookout(window)


def make_application(arguments: list[str]) -> QApplication:
    """Make the one application of the process, dressed."""
    application = QApplication(arguments)
    application.setApplicationName("igfeditor")
    application.setDesktopFileName("igfeditor")
    theme.dress(application)
    return application


def make_window(application: QApplication, settings: Settings) -> MainWindow:
    """Make the window as the settings want it, with no project yet."""
    theme.choose_mode(settings.mode)
    window = MainWindow(settings, WindowLanguage(application, language_of(settings)))
    sys.excepthook = lambda kind, error, trace: _report(window, kind, error, trace)
    return window


def language_of(settings: Settings) -> str:
    """Give the language that the window shall speak: the chosen one, or the system's where it has words."""
    system = QLocale.system().name().partition("_")[0]
    wanted = system if settings.window_language == "system" else settings.window_language
    return wanted if wanted in WINDOW_LANGUAGES else WINDOW_LANGUAGES[0]


def _report(window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of a fault of the program and go on: the agenda is untouched, for deeds are whole or not at all.

    The whole report goes to the standard error, for whoever mends it.
    """
    traceback.print_exception(kind, error, trace)
    fault = f"{kind.__name__}: {cast('object', error)}"
    words = translate("Window", "A fault of the program, which has changed nothing in the agenda ({fault}).")
    window.say(words.format(fault=fault))
