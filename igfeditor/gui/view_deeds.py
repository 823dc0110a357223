"""What the window can do to its own look: languages, modes, parts shown, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollArea, QWidget

from igfeditor import __version__
from igfeditor.gui import theme
from igfeditor.gui.dialogs.keys import KeysDialog
from igfeditor.gui.dialogs.link import LinkDialog
from igfeditor.gui.dialogs.style import StyleDialog
from igfeditor.gui.panels.findings import FindingsPanel
from igfeditor.gui.panels.pages import PagesPanel
from igfeditor.gui.translation import translate

if TYPE_CHECKING:
    from igfeditor.gui.main_window import MainWindow
    from igfeditor.services.settings import Mode

_TABBED: Final = Qt.FocusPolicy.TabFocus


def speak_english(window: MainWindow) -> None:
    """Say the window's words in English."""
    window.speak("en")


def speak_arabic(window: MainWindow) -> None:
    """Say the window's words in Arabic, and mirror it."""
    window.speak("ar")


def choose_mode(window: MainWindow, mode: Mode) -> None:
    """Draw the window light, dark, or as the system is."""
    window.choose(mode=mode)
    theme.choose_mode(mode)
    window.refresh()


def toggle_marks(window: MainWindow) -> None:
    """Show or hide what only a specialist wants to see: direction runs and marks."""
    window.shows_marks = not window.shows_marks
    window.panes.show_marks(window.shows_marks)
    window.refresh()


def toggle_tree(window: MainWindow) -> None:
    """Show or hide the tree."""
    window.tree_side.setVisible(not window.shows_tree)
    window.refresh()


def toggle_side(window: MainWindow) -> None:
    """Show or hide the panel at the side."""
    window.side.setVisible(not window.shows_side)
    window.refresh()


def next_part(window: MainWindow) -> None:
    """Take the keyboard to the next part: tree, panes, the bar under them, the panel at the side, and round again."""
    _go_to_part(window, 1)


def previous_part(window: MainWindow) -> None:
    """Take the keyboard to the part before."""
    _go_to_part(window, -1)


def _go_to_part(window: MainWindow, step: int) -> None:
    parts: list[tuple[QWidget, QWidget]] = [(window.tree_side, window.tree), (window.panes, window.panes)]
    parts.append((window.find_side.bar, window.find_side.bar.words))
    parts.append((window.side, window.side.currentWidget()))
    shown = [(part, target) for part, target in parts if not part.isHidden()]
    now = QApplication.focusWidget()
    places = [place for place, (part, _) in enumerate(shown) if now is not None and part.isAncestorOf(now)]
    _, target = shown[(places[0] + step if places else 0) % len(shown)]
    _first_control(target).setFocus(Qt.FocusReason.OtherFocusReason)


def _first_control(part: QWidget) -> QWidget:
    """Give what takes the keyboard in a part: itself, or the first control in a panel that only holds others."""
    inside = (one for one in part.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & _TABBED)
    return next(inside, part) if isinstance(part, QScrollArea) else part


def can_spell(window: MainWindow) -> bool:
    """Tell whether there is a dictionary for what is open."""
    return window.has_project and window.spelling.is_possible


def checks_spelling(window: MainWindow) -> bool:
    """Tell whether misspelt words are marked."""
    return can_spell(window) and window.spelling.is_on


def why_no_spelling(window: MainWindow) -> str:
    """Say why there is no spell check, where that is for want of a dictionary."""
    if window.has_project and window.spelling.is_missing:
        return translate("Actions", "This machine has no dictionary for the languages of the agenda.")
    return ""


def toggle_spelling(window: MainWindow) -> None:
    """Mark misspelt words, or no longer."""
    window.choose(spelling=not window.settings.spelling)
    window.spelling.set_on(window.settings.spelling)
    window.refresh()


def toggle_sides(window: MainWindow) -> None:
    """Put Arabic at the left, or back at the right."""
    window.choose(mirrored_panes=not window.settings.mirrored_panes)
    window.panes.set_mirrored(window.settings.mirrored_panes)
    window.refresh()


def ask_for_link(window: MainWindow) -> None:
    """Ask for the address of a link and put it on the marked words, or change the link where the caret stands."""
    dialog = LinkDialog(window.panes.address, window)
    if dialog.exec():
        window.panes.link(dialog.address)
    dialog.deleteLater()


def show_style(window: MainWindow) -> None:
    """Show the house style beside the window, which can be worked in meanwhile."""
    found = window.findChildren(StyleDialog)
    dialog = found[0] if found else StyleDialog(window.bridge, window)
    # Its keys are the window's, as the user has them.
    dialog.addActions([window.actions_by_name["undo"], window.actions_by_name["redo"]])
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def show_findings(window: MainWindow) -> None:
    """Bring the findings to the front, and the keyboard into them."""
    window.side.show_tab(FindingsPanel)
    _first_control(window.side.tab(FindingsPanel)).setFocus(Qt.FocusReason.OtherFocusReason)


def show_pages(window: MainWindow) -> None:
    """Bring the pages to the front, and the keyboard to them."""
    window.side.show_tab(PagesPanel)
    _first_control(window.side.tab(PagesPanel)).setFocus(Qt.FocusReason.OtherFocusReason)


def show_keys(window: MainWindow) -> None:
    """Show all keys, which may be changed."""
    dialog = KeysDialog(window.actions_by_name, window)
    if dialog.exec():
        window.change_keys(dialog.changed())


def about(window: MainWindow) -> None:
    """Say which program this is."""
    QMessageBox.about(
        window,
        translate("Dialogs", "About igfeditor"),
        translate("Dialogs", "igfeditor {version}: meeting agendas, drafted once, in English and Arabic.").format(
            version=__version__
        ),
    )
