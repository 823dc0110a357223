"""Pictures of the window in its states and languages, to be looked at: `python -m tests.screenshots [NAME …]`.

They go into `pictures/`, which git ignores; none is compared with another. Each is made in a process of its own, so
that sizes, languages and colours of one do not reach the next.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from igfeditor.errors import sentence
from igfeditor.files import Disk
from igfeditor.gui import file_deeds, main_window, merge_deeds, outside
from igfeditor.gui.application import make_application, make_window
from igfeditor.gui.dialogs.merge import MergeDialog
from igfeditor.gui.locking import Locking
from igfeditor.gui.main_window import MainWindow
from igfeditor.gui.notices import Matter, Notice
from igfeditor.gui.panels.history import HistoryPanel
from igfeditor.gui.panels.pages import PagesPanel
from igfeditor.gui.panels.timeline import TimePanel
from igfeditor.gui.translation import translate
from igfeditor.model import edits, rows
from igfeditor.model.agenda import Agenda
from igfeditor.services.session import Session
from igfeditor.services.settings import Mode, Settings
from igfeditor.storage.backups import Backups, Reason
from igfeditor.storage.lock import Lock
from igfeditor.storage.project_file import project_bytes, save_project
from tests.agenda_words import HOSTILE
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item, large_agenda

FOLDER: Final = Path(__file__).parents[1] / "pictures"
ONE: Final = "--one"
DONE: Final = 400
PRINTED: Final = 2_500
"""How many milliseconds the window is left to itself before its picture is taken."""

LONG_TITLE: Final = (
    "Follow-up to the recommendations of the independent expert panel on the modalities of the participation of "
    "stakeholders from developing countries in the preparatory process, including remote participation, "
    "interpretation and the accessibility of documents (continued)"
)
LONG_ARABIC: Final = (
    "متابعة توصيات فريق الخبراء المستقل بشأن طرائق مشاركة أصحاب المصلحة من البلدان النامية في العملية التحضيرية، بما "
    "في ذلك المشاركة عن بُعد والترجمة الشفوية وتيسير الاطلاع على الوثائق (تابع)"
)

Stage = Callable[[MainWindow], None]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is brought on the stage, in which language and mode, and how much enlarged."""

    stage: Stage
    language: str = "en"
    mode: Mode = "light"
    scale: float = 1.0


def beginnings(window: MainWindow) -> None:
    """Show the page of beginnings with files that were opened lately; files that are gone would be left out."""
    folder = Path(tempfile.mkdtemp())
    recent = [folder / name for name in ("plenary-2026.agenda.json", "open-consultations-february.agenda.json")]
    for path in recent:
        path.touch()
    window.start.set_recent([str(path) for path in recent])


def sample(window: MainWindow) -> None:
    """Show a slot of the sample."""
    window.show_project(Session.sample())
    window.bridge.select("s1")


def sub_item(window: MainWindow) -> None:
    """Show a point under an item, with the caret in its Arabic."""
    sample(window)
    window.bridge.select("c3")
    window.panes.pair.editors["ar"].setFocus()


def stale(window: MainWindow) -> None:
    """Show a text whose English was changed since it was translated, and one that has no Arabic."""
    sample(window)
    window.bridge.set_text("c2", "text", "en", "Welcome by the new Chair of the MAG and by the host country")
    window.bridge.set_text("c3", "text", "ar", "")
    window.bridge.select("c2")


def long_texts(window: MainWindow) -> None:
    """Show texts that are longer than their room, and hostile ones."""
    points = [a_sub_item(words, ar=words, name=f"c{place}") for place, words in enumerate(HOSTILE, 1)]
    first = an_item(LONG_TITLE, a_sub_item(LONG_TITLE, ar=LONG_ARABIC, name="c90"), *points, ar=LONG_ARABIC)
    day = a_day(
        a_slot(first, end="10:00", room=a_text(LONG_TITLE, LONG_ARABIC)),
        a_slot(start="10:00", end="10:15", kind="break", name="s2", label=a_text(LONG_TITLE, LONG_ARABIC)),
        heading=a_text(LONG_TITLE, LONG_ARABIC),
    )
    window.show_project(Session(an_agenda(day, title=a_text(LONG_TITLE, LONG_ARABIC))))
    window.bridge.select("i1")


def nothing(window: MainWindow) -> None:
    """Show a new agenda."""
    file_deeds.new(window)


def empty_day(window: MainWindow) -> None:
    """Show a day without a slot."""
    nothing(window)
    window.tree.add_day()
    time_line(window)


def ten_thousand(window: MainWindow) -> None:
    """Show the middle of the largest agenda."""
    window.show_project(Session(large_agenda(slots=2_000)))
    window.bridge.select("s1000")


def time_line(window: MainWindow) -> None:
    """Bring the day to scale to the front."""
    window.side.show_tab(TimePanel)


def times(window: MainWindow) -> None:
    """Show the sample's day to scale."""
    sample(window)
    time_line(window)


def pages(window: MainWindow) -> None:
    """Show the sample's pages, on the row of an item."""
    sample(window)
    window.side.show_tab(PagesPanel)
    QTimer.singleShot(DONE, lambda: window.bridge.select("i3"))


def history(window: MainWindow) -> None:
    """Show what was done."""
    sample(window)
    window.tree.duplicate()
    window.bridge.set_text("i1", "title", "en", "Opening")
    window.bridge.undo()
    window.side.show_tab(HistoryPanel)


def meeting(window: MainWindow) -> None:
    """Show the meeting itself."""
    window.show_project(Session.sample())


def finding(window: MainWindow) -> None:
    """Show what was found."""
    sample(window)
    window.actions_by_name["find"].trigger()
    window.find_side.bar.words.setText("session")


def replacing(window: MainWindow) -> None:
    """Show what would be replaced."""
    sample(window)
    window.actions_by_name["replace"].trigger()
    window.find_side.bar.words.setText("session")
    window.find_side.bar.new_words.setText("meeting")


def by_action(name: str, before: Callable[[MainWindow], object] = sample) -> Stage:
    """Show the dialog that an action opens, over the sample."""

    def stage(window: MainWindow) -> None:
        before(window)
        # It may wait for its answer: it is opened when all else is done, and its picture taken meanwhile.
        QTimer.singleShot(0, window.actions_by_name[name].trigger)

    return stage


def versions() -> tuple[Agenda, Agenda, Agenda]:
    """Give the sample with what two people made of it: all sorts of cards and changes."""
    base = mine = theirs = Session.sample().agenda
    mine = edits.set_text(mine, "c2", "text", "en", LONG_TITLE)
    mine = edits.set_text(mine, "i1", "title", "ar", LONG_ARABIC)
    mine = rows.move_up(edits.set_slot(mine, "s4", kind="ceremony"), ["c3"])
    theirs = edits.set_text(theirs, "c2", "text", "en", LONG_TITLE.replace("panel", "group").replace("remote ", ""))
    theirs = edits.set_text(theirs, "i1", "title", "ar", LONG_ARABIC.replace("الخبراء", "المختصين"))
    theirs = rows.move_down(edits.set_slot(theirs, "s4", kind="social"), ["c1"])
    theirs = rows.remove(edits.set_text(theirs, "c4", "text", "en", "Welcome by the host"), ["s3"])
    theirs = rows.duplicate(edits.set_meeting(theirs, status="revised"), ["s2"])
    return base, mine, theirs


def merging(choices: Sequence[str], taken: int | None = None) -> Stage:
    """Show a merge in which cards from the first are decided so, or one of the changes that are taken over."""

    def stage(window: MainWindow) -> None:
        base, mine, theirs = versions()
        sample(window)
        window.bridge.apply(lambda _: mine, sentence("Typing"))
        QTimer.singleShot(0, lambda: merge_deeds.merge_into(window, base, theirs, "comments.agenda.json"))
        QTimer.singleShot(50, decide)

    def decide() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MergeDialog))
        for row, choice in enumerate(choices):
            dialog.cards.stand_on(row)
            dialog.card.choose(choice)
        if taken is not None:
            dialog.taken.stand_on(taken)

    return stage


def nothing_disputed(window: MainWindow) -> None:
    """Show a merge without a card."""
    base, _, theirs = versions()
    sample(window)
    QTimer.singleShot(0, lambda: merge_deeds.merge_into(window, base, theirs, "comments.agenda.json"))


def kept(window: MainWindow) -> Path:
    """Open the sample as a file of which versions are kept, in a folder that is thrown away with the machine."""
    folder = Path(tempfile.mkdtemp())
    path = folder / "plenary-2026.agenda.json"
    save_project(Session.sample().agenda, path)
    now = datetime.now(UTC)
    moments = iter([now - timedelta(days=3, hours=2), now - timedelta(days=1, hours=1), now - timedelta(minutes=40)])
    window.backups = Backups(folder / "backups", Disk(), lambda: next(moments, now))
    for reason, agenda in zip((Reason.SAVED, Reason.MERGE, Reason.WORK), versions(), strict=True):
        window.backups.keep(path, project_bytes(agenda), reason)
    file_deeds.open_path(window, path)
    window.bridge.select("s1")
    return path


def locked(window: MainWindow) -> None:
    """Show a file that somebody else works at."""
    path = kept(window)
    Lock(path, "another", "Mona Haddad", Disk()).take()
    Locking(window, name="Omar")
    file_deeds.open_path(window, path)


def noticed(window: MainWindow) -> None:
    """Show all notices at once, over a file that could not be saved."""
    path = kept(window)
    lock = Lock(path, "another", "Mona Haddad", Disk())
    Locking(window, name="Omar")
    file_deeds.open_path(window, path)
    lock.take_anyway()
    window.locking = Locking(window, name="Omar")
    window.bridge.set_text("i1", "title", "en", "Opening")
    save_project(versions()[2], path)
    outside.look(window)
    window.bridge.attempt(window.bridge.session.save)
    window.bridge.project_changed.emit()
    fault = Notice(lambda: translate("Keeping", FAULT).format(reason="no space left on device"))
    window.notices.put(Matter.JOURNAL, fault)


FAULT: Final = "What is not saved cannot be kept safe at present ({reason}): save often."
PICTURES: Final[Mapping[str, Picture]] = MappingProxyType(
    {
        "start": Picture(beginnings),
        "start-ar": Picture(beginnings, "ar"),
        "main": Picture(sample),
        "main-ar": Picture(sample, "ar"),
        "dark": Picture(sub_item, mode="dark"),
        "dark-ar": Picture(sub_item, "ar", "dark"),
        "twice": Picture(sample, scale=2),
        "twice-ar": Picture(sample, "ar", scale=2),
        "meeting": Picture(meeting),
        "stale": Picture(stale),
        "pages": Picture(pages),
        "pages-ar": Picture(pages, "ar"),
        "pages-dark": Picture(pages, mode="dark"),
        "pages-twice": Picture(pages, scale=2),
        "time": Picture(times),
        "time-ar": Picture(times, "ar"),
        "time-dark": Picture(times, mode="dark"),
        "history": Picture(history),
        "history-ar": Picture(history, "ar", "dark"),
        "find": Picture(finding),
        "replace": Picture(replacing),
        "replace-ar": Picture(replacing, "ar"),
        "export": Picture(by_action("export")),
        "export-ar": Picture(by_action("export"), "ar"),
        "merge": Picture(merging(["theirs", "edit"])),
        "merge-ar": Picture(merging(["theirs", "edit"]), "ar"),
        "merge-dark": Picture(merging(["mine", "theirs", "mine"]), mode="dark"),
        "merge-dark-ar": Picture(merging([], taken=1), "ar", "dark"),
        "merge-twice-ar": Picture(merging(["edit"]), "ar", scale=2),
        "merge-taken": Picture(nothing_disputed),
        "merge-ask": Picture(by_action("merge", kept)),
        "merge-ask-ar": Picture(by_action("merge", kept), "ar"),
        "versions": Picture(by_action("versions", kept)),
        "versions-ar": Picture(by_action("versions", kept), "ar", "dark"),
        "locked": Picture(locked),
        "locked-ar": Picture(locked, "ar"),
        "notices": Picture(noticed),
        "notices-ar": Picture(noticed, "ar", "dark"),
        "notices-twice": Picture(noticed, scale=2),
        "keys": Picture(by_action("keys")),
        "keys-ar": Picture(by_action("keys"), "ar"),
        "style": Picture(by_action("style")),
        "style-ar": Picture(by_action("style"), "ar"),
        "long": Picture(long_texts),
        "long-ar": Picture(long_texts, "ar"),
        "empty": Picture(nothing),
        "empty-ar": Picture(nothing, "ar"),
        "empty-day": Picture(empty_day),
        "large": Picture(ten_thousand),
    }
)


def main() -> None:
    """Make all pictures, or those named."""
    match sys.argv[1:]:
        case [flag, name] if flag == ONE:
            take(name)
        case names:
            FOLDER.mkdir(exist_ok=True)
            for name in names or PICTURES:
                make(name)
                sys.stdout.write(f"{FOLDER / name}.png\n")


def make(name: str) -> None:
    """Make one picture in a process of its own."""
    environment = os.environ | {"QT_SCALE_FACTOR": str(PICTURES[name].scale)}
    subprocess.run([sys.executable, "-m", "tests.screenshots", ONE, name], env=environment, check=True)


def take(name: str) -> None:
    """Make one picture here and now; nothing of it is kept in the user's settings."""
    picture = PICTURES[name]
    main_window.save_settings = lambda settings: None  # type: ignore[assignment]
    application = make_application(["igfeditor"])
    window = make_window(
        application, Settings.model_validate({"window_language": picture.language, "mode": picture.mode})
    )
    window.show()
    # Carets and places of the keyboard are drawn in an active window only.
    window.activateWindow()
    picture.stage(window)
    QTimer.singleShot(PRINTED if picture.stage is pages else DONE, lambda: _take(window, FOLDER / f"{name}.png"))
    application.exec()


def _take(window: MainWindow, path: Path) -> None:
    dialogs = (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())
    shown: QWidget = next(dialogs, window)
    shown.grab().save(str(path))
    # A dialog that is open would keep the process waiting for its answer.
    os._exit(0)


if __name__ == "__main__":
    main()
