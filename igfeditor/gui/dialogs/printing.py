"""An export off the window's thread: it tells of each finished file, and can be cancelled before any is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QThread, Signal

from igfeditor.errors import IgfError
from igfeditor.services.operations import ExportWish, Progress, Project

Deed = Callable[[Project, Path, ExportWish, Progress], tuple[Path, ...]]
"""An export, or a pack, which is one of everything."""


class _Cancelled(Exception):
    pass


class Printing(QThread):
    """One export of one agenda; after `finished` it has written files, an error, or was cancelled."""

    file_finished = Signal(str)

    def __init__(
        self, deed: Deed, project: Project, folder: Path, wish: ExportWish, parent: QObject | None = None
    ) -> None:
        """Keep what is to be printed: an agenda never changes, so that the thread needs no lock."""
        super().__init__(parent)
        self._deed: Final = deed
        self._what: Final = (project, folder, wish)
        self.written: tuple[Path, ...] = ()
        self.error: IgfError | None = None
        self.is_cancelled = False

    def cancel(self) -> None:
        """Stop before the next file."""
        self.requestInterruption()

    def run(self) -> None:
        """Print; Qt calls this in the new thread."""
        try:
            self.written = self._deed(*self._what, self._tell)
        except IgfError as error:
            self.error = error
        except _Cancelled:
            self.is_cancelled = True

    def _tell(self, name: str) -> None:
        if self.isInterruptionRequested():
            raise _Cancelled
        self.file_finished.emit(name)
