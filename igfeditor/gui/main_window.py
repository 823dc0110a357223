"""The main window: tree, panes and status bar around one open project, or the page of beginnings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from igfeditor.errors import Sentence
from igfeditor.gui import actions, file_deeds, menus, outside, time_deeds, view_deeds
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.find_side import FindSide
from igfeditor.gui.keeping import Keeping
from igfeditor.gui.locking import Locking
from igfeditor.gui.notices import Matter, Notice, Notices
from igfeditor.gui.pane_view import Panes
from igfeditor.gui.proofing import Proofing
from igfeditor.gui.side import Side
from igfeditor.gui.spelling import Spelling
from igfeditor.gui.start_page import StartPage
from igfeditor.gui.status import Status
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, WindowLanguage, translate
from igfeditor.gui.tree_side import TreeSide
from igfeditor.gui.tree_view import TreeView
from igfeditor.language.messages import say
from igfeditor.model.agenda import Day
from igfeditor.model.soundness import THE_MEETING
from igfeditor.services.session import Session
from igfeditor.services.settings import Settings, save_settings
from igfeditor.storage.backups import Backups

_SIZE = (1280, 800)
_PROTECTED = QT_TRANSLATE_NOOP("Window", "This file is write-protected. Save your changes under another name.")
_SHARES = (10, 19, 13)
_SHARES_WITH_PAGES = (10, 15, 17)
"""Two pages beside each other want more room than a form."""


class MainWindow(QMainWindow):
    """The one window; it owns the bridge, and its parts meet through that alone."""

    def __init__(self, settings: Settings, speech: WindowLanguage) -> None:
        """Open on the page of beginnings."""
        super().__init__()
        self.settings = settings
        self.has_project = False
        self._warned_of: tuple[Path | None, Sentence | None] | None = None
        self.backups: Backups | None = None
        self.keeping: Keeping | None = None
        self.locking: Locking | None = None
        self.notices = Notices()
        self.shows_marks = False
        self._speech = speech
        # Several deeds of one moment, and the many changes of a choice of rows, are shown once.
        self._has_room_for_pages = False
        self._other_sizes: list[int] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._activated = QTimer(self, singleShot=True, interval=0)
        self.bridge = Bridge(Session.new(), speech.language, self)
        self.bridge.policy = settings.resize_policy
        self.tree = TreeView(self.bridge)
        self.panes = Panes(self.bridge)
        self.find_side = FindSide(self.bridge, self.panes)
        self.spelling = Spelling(self.panes.pair, settings.learned_words, is_on=settings.spelling, parent=self)
        self.tree_side = TreeSide(self.tree)
        self.side = Side(self.bridge)
        self.proofing = Proofing(self.bridge, self)
        self.start = StartPage()
        self.actions_by_name = actions.made(self, settings.keys)
        self._build()
        self._connect()
        time_deeds.put_menu(self)
        self.retranslate()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self._toolbar = QToolBar()
        self._toolbar.setMovable(False)
        self._toolbar.setObjectName("toolbar")
        self.addToolBar(self._toolbar)
        # On the page of beginnings none of its deeds can be done.
        self._toolbar.hide()
        self.menuBar().setCornerWidget(menus.LanguageSwitch(self.actions_by_name, self.menuBar()))
        menus.offer_on_rows(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.tree_side)
        self._splitter.addWidget(self.find_side)
        self._splitter.addWidget(self.side)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for place, share in enumerate(_SHARES):
            self._splitter.setStretchFactor(place, share)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self._splitter)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.status = Status(self.bridge)
        self.status.findings_requested.connect(lambda: view_deeds.show_findings(self))
        self.statusBar().addPermanentWidget(self.status)
        self._restore()

    def _restore(self) -> None:
        kept = self.settings.layout
        if "window" in kept:
            self.restoreGeometry(QByteArray.fromBase64(kept["window"].encode()))
        if "parts" in kept:
            self._splitter.restoreState(QByteArray.fromBase64(kept["parts"].encode()))
        else:
            self._splitter.setSizes(_shared(_SIZE[0], _SHARES))

    def _connect(self) -> None:
        self.bridge.agenda_changed.connect(lambda *_: self._soon.start())
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._soon.start())
        self._soon.timeout.connect(self.refresh)
        self._activated.timeout.connect(lambda: outside.look(self))
        self.bridge.project_changed.connect(self.refresh)
        self.bridge.refused.connect(self.say)
        self.bridge.done.connect(self.say)
        self.bridge.policy_chosen.connect(lambda policy: self.choose(resize_policy=policy))
        self.bridge.current_changed.connect(lambda *_: self._soon.start())
        self.panes.pasted.connect(self.say)
        self.spelling.said.connect(self.say)
        self.spelling.found_out.connect(self._soon.start)
        self.spelling.learned_changed.connect(lambda words: self.choose(learned_words=words))
        self.side.currentChanged.connect(lambda _: self._give_room())
        self.side.pasted.connect(self.say)
        self.side.text_requested.connect(self.panes.edit_text)
        self.side.paper_requested.connect(lambda layout: file_deeds.print_on_paper(self, layout))
        self.side.pdf_requested.connect(lambda layout: file_deeds.export(self, (layout,), ("pdf",)))
        self.side.spot_requested.connect(lambda spot, into: self.panes.show_spot(spot, takes_focus=into))
        self.panes.link_requested.connect(lambda: view_deeds.ask_for_link(self))
        self.panes.row_after_requested.connect(self._go_on)
        self.tree.other_language_requested.connect(self.panes.edit_other)
        self.panes.first_row_requested.connect(self._begin)
        self.start.new_requested.connect(lambda: file_deeds.new(self))
        self.start.renewal_requested.connect(lambda: file_deeds.renew(self))
        self.start.open_requested.connect(lambda: file_deeds.choose(self))
        self.start.sample_requested.connect(lambda: file_deeds.sample(self))
        self.start.path_requested.connect(lambda path: file_deeds.open_path(self, path))
        self.start.set_recent(self.settings.recent)

    def _begin(self, node: str) -> None:
        """Make the first day of an agenda, or the first slot of a day."""
        if node == THE_MEETING:
            self.tree.add_day()
        else:
            self.tree.add_slot()

    def _go_on(self, row: str) -> None:
        """Add what is typed after a row: the first slot of a day that has none, else a row of the same sort."""
        node = self.bridge.tree.row(row)
        if isinstance(node, Day) and not node.slots:
            self.tree.add_slot()
        else:
            self.tree.add_after()

    # --- the project ---------------------------------------------------------------------------------------

    def show_project(self, session: Session) -> None:
        """Show another project, or the first."""
        self.has_project = True
        self.notices.clear()
        self._warned_of = None
        self.bridge.open(session)
        self._toolbar.show()
        self._stack.setCurrentWidget(self._splitter)
        self.tree.setFocus()
        self.refresh()

    def _warn(self, session: Session) -> None:
        """Say once of a file that it cannot be written over: a newer program wrote it, or it is protected."""
        about = session.path, session.warning
        if about == self._warned_of:
            return
        self._warned_of = about
        self.notices.take(Matter.READING)
        offers = ((lambda: translate("Window", "Save as…"), self.actions_by_name["save-as"].trigger),)
        if session.warning is not None:
            self.notices.put(Matter.READING, Notice(partial(self._said, session.warning), offers))
        elif session.is_protected:
            self.notices.put(Matter.READING, Notice(partial(translate, "Window", _PROTECTED), offers))

    def refresh(self) -> None:
        """Bring the title and the actions up to date."""
        session = self.bridge.session
        self._warn(session)
        name = session.path.name if session.path else translate("Window", "Untitled")
        self.setWindowTitle(f"{name}[*] – igfeditor" if self.has_project else "igfeditor")
        self.setWindowModified(self.has_project and session.is_dirty)
        self.status.setVisible(self.has_project)
        actions.refresh(self, self.actions_by_name)

    def _said(self, sentence: Sentence) -> str:
        return say(sentence, self.language)

    def say(self, words: str) -> None:
        """Say one sentence in the status bar, and to a screen reader."""
        self.statusBar().showMessage(words, 15_000)
        self.setAccessibleDescription(words)

    # --- choices -------------------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """Give the language that the window speaks."""
        return self._speech.language

    @property
    def shows_tree(self) -> bool:
        """Tell whether the tree is shown."""
        return not self.tree_side.isHidden()

    @property
    def shows_side(self) -> bool:
        """Tell whether the panel at the side is shown."""
        return not self.side.isHidden()

    def speak(self, language: str) -> None:
        """Speak another language, without a restart."""
        self.choose(window_language=language)
        self.bridge.language = language
        self._speech.change(language)

    def choose(self, **choices: Any) -> None:
        """Keep choices in the settings."""
        self.settings = self.settings.model_copy(update=choices)
        self.bridge.attempt(lambda: save_settings(self.settings))

    def remember(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        self.choose(recent=self.settings.with_recent(path).recent)
        self.start.set_recent(self.settings.recent)

    def change_keys(self, keys: dict[str, str]) -> None:
        """Take over changed keys."""
        for name, sequence in keys.items():
            self.actions_by_name[name].setShortcut(sequence)
        self.choose(keys={**self.settings.keys, **keys})
        actions.retranslate(self.actions_by_name)

    def retranslate(self) -> None:
        """Say all words of the window in its present language."""
        actions.retranslate(self.actions_by_name)
        menus.fill(self, self._toolbar)
        self.refresh()

    # --- Qt ------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the mode."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_toolbar"):
            self.retranslate()
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            # Not at once: whoever closes a dialog goes on first with what it has given.
            self._activated.start()

    def _give_room(self) -> None:
        """Give the pages the room that they need, and take it back where another tab is looked at."""
        shows_pages = self.side.shows_pages
        if shows_pages == self._has_room_for_pages:
            return
        self._has_room_for_pages = shows_pages
        sizes = self._splitter.sizes()
        self._splitter.setSizes(self._other_sizes or _shared(sum(sizes), _SHARES_WITH_PAGES))
        self._other_sizes = sizes

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once about unsaved work, and remember the sizes of the parts."""
        if not file_deeds.may_leave(self):
            event.ignore()
            return
        if self._has_room_for_pages:
            # The next time begins with a form at the side.
            self._splitter.setSizes(self._other_sizes)
        sizes = {"window": self.saveGeometry(), "parts": self._splitter.saveState()}
        self.choose(layout={name: bytes(size.toBase64().data()).decode() for name, size in sizes.items()})
        for keeper in (self.keeping, self.locking):
            if keeper is not None:
                keeper.end()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that is dragged in."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        file_deeds.open_path(self, Path(event.mimeData().urls()[0].toLocalFile()))


def _shared(width: int, shares: Sequence[int]) -> list[int]:
    """Divide a width by shares."""
    return [width * share // sum(shares) for share in shares]
