"""The look of the window: colours for light and dark, icons by role, fonts of both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from igfeditor.gui.glyphs import glyph_icon
from igfeditor.language.bidi import direction_of

GRID: Final = 8
"""Distances in the window are whole multiples of this many pixels, or half of it."""

ARABIC_SCALE: Final = 1.15
"""How much larger Arabic is drawn, so that both languages look one size on a line."""

# A Naskh with good hinting comes before Amiri, which travels with the program.
_NASKH_FAMILIES: Final = ("Sakkal Majalla", "Geeza Pro", "Al Nile", "Noto Naskh Arabic UI", "Amiri")


class Icon(StrEnum):
    """What an icon means; each is drawn by one glyph of the Material Design icons."""

    NEW = "mdi6.file-plus-outline"
    OPEN = "mdi6.folder-open-outline"
    SAVE = "mdi6.content-save-outline"
    RECENT = "mdi6.history"
    MERGE = "mdi6.call-merge"
    SAMPLE = "mdi6.file-star-outline"
    EXPORT = "mdi6.export-variant"
    PACK = "mdi6.package-variant"
    PAGES = "mdi6.file-eye-outline"
    PRINT = "mdi6.printer-outline"
    PDF = "mdi6.file-pdf-box"
    LARGER = "mdi6.magnify-plus-outline"
    SMALLER = "mdi6.magnify-minus-outline"
    FIT = "mdi6.arrow-expand-horizontal"
    UNDO = "mdi6.undo"
    REDO = "mdi6.redo"
    HERE = "mdi6.map-marker"
    CUT = "mdi6.content-cut"
    COPY = "mdi6.content-copy"
    PASTE = "mdi6.content-paste"
    DELETE = "mdi6.trash-can-outline"
    DUPLICATE = "mdi6.content-duplicate"
    DAY = "mdi6.calendar-plus"
    SLOT = "mdi6.clock-plus-outline"
    ITEM = "mdi6.format-list-numbered"
    SUB_ITEM = "mdi6.format-list-bulleted"
    BREAK = "mdi6.coffee-outline"
    UP = "mdi6.arrow-up"
    DOWN = "mdi6.arrow-down"
    FIND = "mdi6.magnify"
    REPLACE = "mdi6.find-replace"
    MATCH_CASE = "mdi6.format-letter-case"
    WHOLE_WORDS = "mdi6.format-letter-matches"
    PLACES = "mdi6.view-list-outline"
    CLOSE = "mdi6.close"
    BOLD = "mdi6.format-bold"
    ITALIC = "mdi6.format-italic"
    LINK = "mdi6.link-variant"
    NOTE = "mdi6.asterisk"
    SPELLING = "mdi6.spellcheck"
    MARKS = "mdi6.format-pilcrow"
    TIME = "mdi6.timeline-clock-outline"
    PROPERTIES = "mdi6.tune-variant"
    STYLE = "mdi6.format-text-variant-outline"
    ADD = "mdi6.plus"
    EDIT = "mdi6.pencil-outline"
    OPENED = "mdi6.chevron-down"
    FOLDED = "mdi6.chevron-right"
    FOLDED_RTL = "mdi6.chevron-left"
    SETTINGS = "mdi6.cog-outline"
    KEYS = "mdi6.keyboard-outline"
    LANGUAGE = "mdi6.translate"
    CONFIRM = "mdi6.check"
    NEXT = "mdi6.arrow-right"
    UNTRANSLATED = "mdi6.circle-outline"
    TRANSLATED = "mdi6.circle-half-full"
    REVIEWED = "mdi6.check-circle-outline"
    FINAL = "mdi6.check-decagram"
    STALE = "mdi6.sync-alert"
    LOCKED = "mdi6.lock-outline"
    DAY_BEFORE = "mdi6.chevron-left"
    DAY_AFTER = "mdi6.chevron-right"
    SHIFT = "mdi6.clock-edit-outline"
    SPLIT = "mdi6.format-page-break"
    WARNING = "mdi6.alert-outline"
    ERROR = "mdi6.alert-circle-outline"
    INFO = "mdi6.information-outline"
    FINDINGS = "mdi6.text-box-check-outline"
    FIX = "mdi6.auto-fix"
    FIX_ALL = "mdi6.check-all"
    WAIVE = "mdi6.eye-off-outline"
    REPORT = "mdi6.file-document-outline"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one mode, as #rrggbb; text on its ground has a contrast of 4.5 at least (WCAG 2.1, 1.4.3)."""

    window: str
    ground: str
    band: str
    break_band: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    selection: str
    chip: str
    warning: str
    error: str
    stale: str
    good: str
    misspelt: str
    outline: str
    session: str
    ceremony: str
    social: str
    side_event: str
    registration: str


LIGHT: Final = Colours(
    window="#f4f5f7", ground="#ffffff", band="#eef2f8", break_band="#f4f3ef", line="#d8dce3", text="#1c2430",
    quiet="#5b6675", accent="#1f5fae", on_accent="#ffffff", selection="#d9e6f7", chip="#e6eaf0", warning="#8f5400",
    error="#b3261e", stale="#ffe9b8", good="#1d6b3a", misspelt="#c02418", outline="#c3c8d1",
    session="#e3edf9", ceremony="#f0e6f6", social="#fbe8ed", side_event="#e1f3ed", registration="#eff1dc",
)  # fmt: skip
DARK: Final = Colours(
    window="#1e2227", ground="#16191d", band="#222a35", break_band="#26261f", line="#3a414b", text="#e6e9ee",
    quiet="#aab4c0", accent="#7db2f5", on_accent="#0d1622", selection="#2b4263", chip="#2c333d", warning="#f0b458",
    error="#ff9a8f", stale="#5a4512", good="#7fd19b", misspelt="#ff8f85", outline="#98a2b0",
    session="#22324a", ceremony="#372a42", social="#402938", side_event="#1d3a34", registration="#363822",
)  # fmt: skip


MODES: Final[Mapping[str, Colours]] = MappingProxyType({"light": LIGHT, "dark": DARK})
_MODE: Final = "igfeditor-mode"
_FIELDS: Final = ("QLineEdit", "QAbstractSpinBox", "QCheckBox", "QRadioButton", "QTextEdit", "QListWidget",
                  "QComboBox")  # fmt: skip


def is_dark() -> bool:
    """Tell whether the user's own choice, or else the system, asks for dark."""
    application = QApplication.instance()
    chosen = None if application is None else application.property(_MODE)
    return chosen == "dark" if chosen in MODES else QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def colours() -> Colours:
    """Give the colours of the present mode."""
    return DARK if is_dark() else LIGHT


def dress(application: QApplication) -> None:
    """Give the application its style and palette, now and whenever the system changes its mode."""
    application.setStyle("Fusion")
    _bring_amiri()
    _paint(application)
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda: _paint(application))


def choose_mode(mode: str) -> None:
    """Ask for "light", "dark" or the "system" mode."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    application = cast("QApplication", QApplication.instance())
    # Kept beside the hint, which some platforms ignore.
    application.setProperty(_MODE, mode)
    QGuiApplication.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
    _paint(application)


def _paint(application: QApplication) -> None:
    icon.cache_clear()
    palette = palette_of(colours())
    application.setPalette(palette)
    # The style draws the outline of a field darker than its window, which is not to be seen on a dark one. These
    # have no ground of the window's colour, so it can be the one that gives a visible outline.
    palette.setColor(QPalette.ColorRole.Window, QColor(colours().outline))
    for field in _FIELDS:
        # The stubs want bytes here, which the program itself refuses.
        application.setPalette(palette, field)  # pyright: ignore[reportArgumentType]


def palette_of(chosen: Colours) -> QPalette:
    """Make the palette of a mode."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: chosen.window,
        QPalette.ColorRole.WindowText: chosen.text,
        QPalette.ColorRole.Base: chosen.ground,
        QPalette.ColorRole.AlternateBase: chosen.band,
        QPalette.ColorRole.Text: chosen.text,
        QPalette.ColorRole.PlaceholderText: chosen.quiet,
        QPalette.ColorRole.Button: chosen.window,
        QPalette.ColorRole.ButtonText: chosen.text,
        QPalette.ColorRole.Light: chosen.ground,
        QPalette.ColorRole.Midlight: chosen.band,
        QPalette.ColorRole.Mid: chosen.line,
        QPalette.ColorRole.Dark: chosen.line,
        QPalette.ColorRole.ToolTipBase: chosen.band,
        QPalette.ColorRole.ToolTipText: chosen.text,
        QPalette.ColorRole.Highlight: chosen.accent,
        QPalette.ColorRole.HighlightedText: chosen.on_accent,
        QPalette.ColorRole.Link: chosen.accent,
        QPalette.ColorRole.Accent: chosen.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.quiet))
    return palette


@cache
def icon(role: Icon) -> QIcon:
    """Give the icon of a role in the colours of the present mode."""
    return glyph_icon(role.value, colours().text, colours().line)


def without_icons(buttons: QDialogButtonBox) -> None:
    """Leave only words on the buttons of a dialog: some systems bring pictures of their own, black ones on dark too."""
    for button in buttons.buttons():
        button.setIcon(QIcon())


# --- fonts -------------------------------------------------------------------------------------------------


def text_font(language: str) -> QFont:
    """Give the font that texts of a language are edited in: the system's, or a Naskh about 15 % larger."""
    font = QFont(QApplication.font())
    if direction_of(language) == "ltr":
        return font
    font.setFamilies([*_naskh(), font.family()])
    font.setPointSizeF(font.pointSizeF() * ARABIC_SCALE)
    return font


@cache
def _naskh() -> tuple[str, ...]:
    there = frozenset(QFontDatabase.families(QFontDatabase.WritingSystem.Arabic))
    return tuple(family for family in _NASKH_FAMILIES if family in there)


def _bring_amiri() -> None:
    """Make Amiri known to Qt from the package that carries it (SIL Open Font License)."""
    package = import_module("fontpkg_amiri")
    for file in sorted(Path(cast("str", package.ROOT)).glob("files/*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    _naskh.cache_clear()
