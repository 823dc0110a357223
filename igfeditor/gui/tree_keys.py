"""The keys of the tree that work while one stands in it, beside those of the window's table of actions.

They are here so that the tree can be worked by keyboard wherever it is shown. In a mirrored window the arrow that
points to the beginning of a line, the right one, leads a level higher.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_NONE: Final = Qt.KeyboardModifier.NoModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_Stroke = tuple[Qt.Key, Qt.KeyboardModifier]

_DEEDS: Final[Mapping[_Stroke, str]] = MappingProxyType(
    {
        (Qt.Key.Key_Return, _NONE): "add_after",
        (Qt.Key.Key_Enter, _NONE): "add_after",
        (Qt.Key.Key_F2, _NONE): "name_row",
        (Qt.Key.Key_Delete, _NONE): "delete",
        (Qt.Key.Key_D, _CTRL): "duplicate",
        (Qt.Key.Key_B, _CTRL | _SHIFT): "break_after",
        (Qt.Key.Key_Up, _ALT): "move_up",
        (Qt.Key.Key_Down, _ALT): "move_down",
        (Qt.Key.Key_Right, _ALT): "indent",
        (Qt.Key.Key_Left, _ALT): "outdent",
    }
)
_STANDARD: Final = (
    (QKeySequence.StandardKey.Copy, "copy"),
    (QKeySequence.StandardKey.Cut, "cut"),
    (QKeySequence.StandardKey.Paste, "paste"),
)
_MIRROR: Final[Mapping[str, str]] = MappingProxyType({"indent": "outdent", "outdent": "indent"})


def deed_of(event: QKeyEvent, *, mirrored: bool) -> str | None:
    """Give the name of the deed of a key stroke."""
    for standard, deed in _STANDARD:
        if event.matches(standard):
            return deed
    deed = _DEEDS.get((Qt.Key(event.key()), event.modifiers() & ~_KEYPAD))
    return _MIRROR.get(deed or "", deed) if mirrored else deed


def is_typing(event: QKeyEvent) -> bool:
    """Tell whether a stroke writes a letter, of whatever script; a space on a row is no beginning of a title."""
    keys = _CTRL | _ALT | Qt.KeyboardModifier.MetaModifier
    return event.text().strip() != "" and event.text().isprintable() and not event.modifiers() & keys


def is_mirrored_level(event: QKeyEvent) -> bool:
    """Tell whether a stroke means the other level in a mirrored window, whatever the table of actions says."""
    return deed_of(event, mirrored=False) in _MIRROR
