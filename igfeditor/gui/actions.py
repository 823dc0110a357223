"""All that the window can be told to do, as one table: menus, toolbar, keys page and tests read it.

Adding an action adds one line. A handler is a function of the window; what is enabled when is said beside it. Keys
are the usual ones of the platform where Qt knows them; a user may change all of them (settings).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence

from igfeditor.gui import file_deeds, merge_deeds, time_deeds, version_deeds, view_deeds
from igfeditor.gui.theme import Icon, icon
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow

Handler = Callable[["MainWindow"], object]
Test = Callable[["MainWindow"], bool]

MENUS: Final = (
    QT_TRANSLATE_NOOP("Actions", "&File"),
    QT_TRANSLATE_NOOP("Actions", "&Edit"),
    QT_TRANSLATE_NOOP("Actions", "&Agenda"),
    QT_TRANSLATE_NOOP("Actions", "&Translate"),
    QT_TRANSLATE_NOOP("Actions", "&View"),
    QT_TRANSLATE_NOOP("Actions", "&Help"),
)
_FILE, _EDIT, _AGENDA, _TRANSLATE, _VIEW, _HELP = MENUS


def _always(_: MainWindow) -> bool:
    return True


def _is_open(window: MainWindow) -> bool:
    return window.has_project


def _tree_can(deed: str) -> Test:
    """Ask the tree whether a deed of its can be done where one stands."""
    return lambda window: window.has_project and getattr(window.tree, f"can_{deed}")()


@dataclass(frozen=True, slots=True)
class Action:
    """One deed of the window: where it stands, what it is called, its key, its icon, and what it does.

    `enabled_when` is asked whenever the window's state changes. `checked_when` makes it a switch. `why_not` is said in
    the tool tip where there is something to say. `toolbar` puts it into the toolbar, `starts_group` draws a line above
    it in its menu, `starts_toolbar_group` before it there.
    """

    name: str
    menu: str
    text: str
    handler: Handler
    keys: str = ""
    icon: Icon | None = None
    enabled_when: Test = _is_open
    checked_when: Test | None = None
    toolbar: bool = False
    starts_group: bool = False
    starts_toolbar_group: bool = False
    why_not: Callable[[MainWindow], str] | None = None


ACTIONS: Final[tuple[Action, ...]] = (
    Action("new", _FILE, QT_TRANSLATE_NOOP("Actions", "&New agenda"), file_deeds.new, "Ctrl+N", Icon.NEW, _always),
    Action("renew", _FILE, QT_TRANSLATE_NOOP("Actions", "Ne&w from an earlier meeting…"), file_deeds.renew, "",
           Icon.DUPLICATE, _always),
    Action("open", _FILE, QT_TRANSLATE_NOOP("Actions", "&Open…"), file_deeds.choose, "Ctrl+O", Icon.OPEN, _always),
    Action("sample", _FILE, QT_TRANSLATE_NOOP("Actions", "Open the sa&mple"), file_deeds.sample, "", Icon.SAMPLE,
           _always),
    Action("save", _FILE, QT_TRANSLATE_NOOP("Actions", "&Save"), file_deeds.save, "Ctrl+S", Icon.SAVE,
           toolbar=True, starts_group=True),
    Action("save-as", _FILE, QT_TRANSLATE_NOOP("Actions", "Save &as…"), file_deeds.save_as, "Ctrl+Shift+S"),
    Action("revert", _FILE, QT_TRANSLATE_NOOP("Actions", "&Revert to the saved file"), file_deeds.revert, "", None,
           lambda window: window.has_project and window.bridge.session.is_dirty
           and window.bridge.session.path is not None),
    Action("merge", _FILE, QT_TRANSLATE_NOOP("Actions", "Mer&ge with another version…"), merge_deeds.ask, "",
           Icon.MERGE, merge_deeds.can_merge),
    Action("versions", _FILE, QT_TRANSLATE_NOOP("Actions", "Earlier &versions…"), file_deeds.show_versions, "",
           Icon.RECENT, version_deeds.can_show),
    Action("export", _FILE, QT_TRANSLATE_NOOP("Actions", "&Export…"), file_deeds.export, "Ctrl+E", Icon.EXPORT,
           toolbar=True, starts_group=True),
    Action("pack", _FILE, QT_TRANSLATE_NOOP("Actions", "Pac&k: all layouts and formats…"), file_deeds.pack, "",
           Icon.PACK),
    Action("findings-report", _FILE, QT_TRANSLATE_NOOP("Actions", "Report of f&indings…"), file_deeds.report_findings,
           "", Icon.REPORT),
    Action("quit", _FILE, QT_TRANSLATE_NOOP("Actions", "&Quit"), lambda window: window.close(), "Ctrl+Q", None,
           _always, starts_group=True),
    Action("undo", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Undo"), lambda window: window.bridge.undo(), "Ctrl+Z",
           Icon.UNDO, lambda window: window.has_project and window.bridge.session.history.undo_label is not None,
           toolbar=True, starts_toolbar_group=True),
    Action("redo", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Redo"), lambda window: window.bridge.redo(), "Ctrl+Y",
           Icon.REDO, lambda window: window.has_project and window.bridge.session.history.redo_label is not None,
           toolbar=True),
    Action("cut", _EDIT, QT_TRANSLATE_NOOP("Actions", "Cu&t rows"), lambda window: window.tree.cut(), "Ctrl+Shift+X",
           Icon.CUT, starts_group=True, enabled_when=_tree_can("cut")),
    Action("copy", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Copy rows"), lambda window: window.tree.copy(),
           "Ctrl+Shift+C", Icon.COPY, enabled_when=_tree_can("copy")),
    Action("paste", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Paste rows"), lambda window: window.tree.paste(),
           "Ctrl+Shift+V", Icon.PASTE),
    Action("delete", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Delete rows"), lambda window: window.tree.delete(),
           "Ctrl+Del", Icon.DELETE, enabled_when=_tree_can("delete")),
    Action("duplicate", _EDIT, QT_TRANSLATE_NOOP("Actions", "D&uplicate rows"),
           lambda window: window.tree.duplicate(), "Ctrl+D", Icon.DUPLICATE, enabled_when=_tree_can("duplicate")),
    Action("find", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Find…"), lambda window: window.find_side.open_find(),
           "Ctrl+F", Icon.FIND, starts_group=True),
    Action("find-next", _EDIT, QT_TRANSLATE_NOOP("Actions", "Find &next"),
           lambda window: window.find_side.find_next(), "F3"),
    Action("find-previous", _EDIT, QT_TRANSLATE_NOOP("Actions", "Find pre&vious"),
           lambda window: window.find_side.find_previous(), "Shift+F3"),
    Action("replace", _EDIT, QT_TRANSLATE_NOOP("Actions", "R&eplace…"),
           lambda window: window.find_side.open_replace(), "Ctrl+H", Icon.REPLACE),
    Action("bold", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Bold"), lambda window: window.panes.bold(), "Ctrl+B",
           Icon.BOLD, starts_group=True),
    Action("italic", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Italic"), lambda window: window.panes.italic(), "Ctrl+I",
           Icon.ITALIC),
    Action("link", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Link…"), view_deeds.ask_for_link, "Ctrl+K", Icon.LINK),
    Action("suggest", _EDIT, QT_TRANSLATE_NOOP("Actions", "Suggestions for the &word"),
           lambda window: window.spelling.suggest(), "Ctrl+F7", enabled_when=view_deeds.checks_spelling,
           starts_group=True),
    Action("add-day", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Add a &day"), lambda window: window.tree.add_day(),
           "Ctrl+Shift+D", Icon.DAY, toolbar=True, starts_toolbar_group=True),
    Action("add-slot", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Add a &slot"), lambda window: window.tree.add_slot(),
           "Ctrl+Shift+T", Icon.SLOT, toolbar=True, enabled_when=_tree_can("add_slot")),
    Action("add-item", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Add an &item"), lambda window: window.tree.add_item(),
           "Ctrl+Shift+I", Icon.ITEM, toolbar=True, enabled_when=_tree_can("add_item")),
    Action("add-sub-item", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Add a s&ub-item"),
           lambda window: window.tree.add_sub_item(), "Ctrl+Shift+U", Icon.SUB_ITEM, toolbar=True,
           enabled_when=_tree_can("add_sub_item")),
    Action("break-after", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Add a &break after"),
           lambda window: window.tree.break_after(), "Ctrl+Shift+B", Icon.BREAK, toolbar=True,
           enabled_when=_tree_can("break_after")),
    Action("move-up", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Move u&p"), lambda window: window.tree.move_up(),
           "Alt+Up", Icon.UP, starts_group=True, enabled_when=_tree_can("move_up")),
    Action("move-down", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Move do&wn"), lambda window: window.tree.move_down(),
           "Alt+Down", Icon.DOWN, enabled_when=_tree_can("move_down")),
    Action("indent", _AGENDA, QT_TRANSLATE_NOOP("Actions", "One level d&eeper"), lambda window: window.tree.indent(),
           "Alt+Right", enabled_when=_tree_can("indent")),
    Action("outdent", _AGENDA, QT_TRANSLATE_NOOP("Actions", "One level &higher"),
           lambda window: window.tree.outdent(), "Alt+Left", enabled_when=_tree_can("outdent")),
    Action("shift-day", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Shi&ft the whole day…"), time_deeds.shift_day, "",
           Icon.SHIFT, time_deeds.can_shift, starts_group=True),
    Action("duplicate-day", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Dupli&cate the day"), time_deeds.duplicate_day, "",
           Icon.DUPLICATE, time_deeds.has_day),
    Action("split-slot", _AGENDA, QT_TRANSLATE_NOOP("Actions", "Split the slot e&qually…"), time_deeds.split_slot, "",
           Icon.SPLIT, time_deeds.can_split),
    Action("lock-times", _AGENDA, QT_TRANSLATE_NOOP("Actions", "&Lock the times of the slot"), time_deeds.toggle_lock,
           "Ctrl+L", Icon.LOCKED, time_deeds.can_lock, time_deeds.is_locked),
    Action("style", _AGENDA, QT_TRANSLATE_NOOP("Actions", "House st&yle…"), view_deeds.show_style, "", Icon.STYLE,
           starts_group=True),
    Action("confirm", _TRANSLATE, QT_TRANSLATE_NOOP("Actions", "&Confirm and go to the next open text"),
           lambda window: window.panes.confirm_and_next(), "Ctrl+Return", Icon.CONFIRM, toolbar=True,
           starts_toolbar_group=True),
    Action("copy-source", _TRANSLATE, QT_TRANSLATE_NOOP("Actions", "Copy the &source"),
           lambda window: window.panes.copy_source(), "Ctrl+Ins"),
    Action("choose-state", _TRANSLATE, QT_TRANSLATE_NOOP("Actions", "Choose the s&tate of the translation"),
           lambda window: window.panes.choose_state(), "F4"),
    Action("next-text", _TRANSLATE, QT_TRANSLATE_NOOP("Actions", "&Next text"),
           lambda window: window.panes.next_text(), "Ctrl+Down", starts_group=True),
    Action("previous-text", _TRANSLATE, QT_TRANSLATE_NOOP("Actions", "&Previous text"),
           lambda window: window.panes.previous_text(), "Ctrl+Up"),
    Action("next-stale", _TRANSLATE, QT_TRANSLATE_NOOP("Actions", "Next s&tale text"),
           lambda window: window.panes.next_stale(), "Ctrl+Shift+Down", Icon.STALE),
    Action("next-finding", _VIEW, QT_TRANSLATE_NOOP("Actions", "Next &finding"),
           lambda window: window.side.step_finding(1), "F7", Icon.FINDINGS),
    Action("previous-finding", _VIEW, QT_TRANSLATE_NOOP("Actions", "Previous fi&nding"),
           lambda window: window.side.step_finding(-1), "Shift+F7"),
    Action("pages", _VIEW, QT_TRANSLATE_NOOP("Actions", "&Pages"), view_deeds.show_pages, "F9", Icon.PAGES),
    Action("marks", _VIEW, QT_TRANSLATE_NOOP("Actions", "Show direction &marks"), view_deeds.toggle_marks, "F8",
           Icon.MARKS, checked_when=lambda window: window.shows_marks),
    Action("spelling", _VIEW, QT_TRANSLATE_NOOP("Actions", "Check the &spelling"), view_deeds.toggle_spelling, "",
           Icon.SPELLING, view_deeds.can_spell, view_deeds.checks_spelling, why_not=view_deeds.why_no_spelling),
    Action("tree", _VIEW, QT_TRANSLATE_NOOP("Actions", "Show the &agenda tree"), view_deeds.toggle_tree, "Ctrl+Shift+A",
           checked_when=lambda window: window.shows_tree),
    Action("side", _VIEW, QT_TRANSLATE_NOOP("Actions", "Show the &panel at the side"), view_deeds.toggle_side,
           "Ctrl+Shift+P", checked_when=lambda window: window.shows_side),
    Action("next-part", _VIEW, QT_TRANSLATE_NOOP("Actions", "Go to the ne&xt part of the window"),
           view_deeds.next_part, "F6"),
    Action("previous-part", _VIEW, QT_TRANSLATE_NOOP("Actions", "Go to the previo&us part of the window"),
           view_deeds.previous_part, "Shift+F6"),
    Action("swap", _VIEW, QT_TRANSLATE_NOOP("Actions", "Arabic at the &left"), view_deeds.toggle_sides,
           checked_when=lambda window: window.settings.mirrored_panes),
    Action("english", _VIEW, QT_TRANSLATE_NOOP("Actions", "Window in &English"), view_deeds.speak_english, "", None,
           _always, lambda window: window.language == "en", starts_group=True),
    Action("arabic", _VIEW, QT_TRANSLATE_NOOP("Actions", "Window in A&rabic"), view_deeds.speak_arabic, "", None,
           _always, lambda window: window.language == "ar"),
    Action("system-mode", _VIEW, QT_TRANSLATE_NOOP("Actions", "Light or dark as the s&ystem"),
           lambda window: view_deeds.choose_mode(window, "system"), "", None, _always,
           lambda window: window.settings.mode == "system", starts_group=True),
    Action("light", _VIEW, QT_TRANSLATE_NOOP("Actions", "&Light"),
           lambda window: view_deeds.choose_mode(window, "light"), "", None, _always,
           lambda window: window.settings.mode == "light"),
    Action("dark", _VIEW, QT_TRANSLATE_NOOP("Actions", "&Dark"), lambda window: view_deeds.choose_mode(window, "dark"),
           "", None, _always, lambda window: window.settings.mode == "dark"),
    Action("keys", _HELP, QT_TRANSLATE_NOOP("Actions", "&Keys…"), view_deeds.show_keys, "F1", Icon.KEYS, _always),
    Action("about", _HELP, QT_TRANSLATE_NOOP("Actions", "&About igfeditor"), view_deeds.about, "", None, _always),
)  # fmt: skip


def made(window: MainWindow, changed_keys: Mapping[str, str]) -> dict[str, QAction]:
    """Make the actions of the table for a window; `changed_keys` are the user's own."""
    actions: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(window)
        action.setObjectName(row.name)
        action.setCheckable(row.checked_when is not None)
        keys = changed_keys.get(row.name, row.keys)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, handler=row.handler: handler(window))
        actions[row.name] = action
    return actions


def refresh(window: MainWindow, actions: Mapping[str, QAction]) -> None:
    """Say of each action whether it can be done now, and whether it is on."""
    for row in ACTIONS:
        action = actions[row.name]
        action.setEnabled(row.enabled_when(window))
        if row.checked_when is not None:
            action.setChecked(row.checked_when(window))
        if row.why_not is not None:
            action.setToolTip("\n".join(filter(None, (_tip(action), row.why_not(window)))))


def retranslate(actions: Mapping[str, QAction]) -> None:
    """Say the names of the actions in the window's language, and give them their icons in its mode."""
    for row in ACTIONS:
        action = actions[row.name]
        action.setText(translate("Actions", row.text))
        if row.icon is not None:
            action.setIcon(icon(row.icon))
        action.setToolTip(_tip(action))


def _tip(action: QAction) -> str:
    name = action.text().replace("&", "")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name} ({keys})" if keys else name
