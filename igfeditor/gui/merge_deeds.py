"""What the window does to put another version of the agenda together with the open one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from igfeditor.errors import sentence
from igfeditor.gui.dialogs.merge import MergeDialog
from igfeditor.gui.dialogs.merge_ask import MergeAsk
from igfeditor.language.messages import say
from igfeditor.model.agenda import Agenda
from igfeditor.services.deciding import Deciding
from igfeditor.services.merging import told
from igfeditor.services.versions import versions_of
from igfeditor.storage.backups import Reason

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow


def can_merge(window: MainWindow) -> bool:
    """Tell whether there is an agenda that may be changed."""
    return window.has_project and not window.bridge.session.read_only


def ask(window: MainWindow) -> None:
    """Ask for another version and for the base, and merge."""
    path = window.bridge.session.path
    recent = window.settings.recent
    folder = str(path.parent) if path else str(Path(recent[0]).parent) if recent else ""
    versions = () if path is None or window.backups is None else versions_of(path, window.backups)
    question = MergeAsk(window.bridge, folder, window, versions=versions, backups=window.backups)
    deciding = question.deciding if question.exec() else None
    name = question.name
    question.deleteLater()
    if deciding is not None:
        _decide(window, deciding, name)


def merge_into(window: MainWindow, base: Agenda, theirs: Agenda, name: str) -> bool:
    """Merge another version into the open agenda, from a base that both began from; `name` is what it is called.

    Tells whether it was done: it is one step that can be undone. A refusal is told in the window, and cancelling
    changes nothing.
    """
    deciding = window.bridge.attempt(lambda: Deciding(base, window.bridge.agenda, theirs))
    return deciding is not None and _decide(window, deciding, name)


def _decide(window: MainWindow, deciding: Deciding, name: str) -> bool:
    dialog = MergeDialog(deciding, name, window.language, window)
    dialog.node_requested.connect(window.bridge.select)
    merged = dialog.merged if dialog.exec() else None
    dialog.deleteLater()
    if merged is None:
        return False
    window.bridge.session.keep_version(Reason.MERGE)
    done = window.bridge.apply(lambda _: merged.agenda, sentence("Merge with {name}", name=name))
    if done is not None:
        window.say(say(told(merged, deciding.open_count), window.language))
    return done is not None
