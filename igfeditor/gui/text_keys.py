"""Which keys a text keeps for itself; all others are the window's."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

# Of the keys with Control the text keeps those that every text has.
_OWN_KEYS: Final = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
_MOVES: Final = frozenset(
    (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
)


def is_of_text(event: QKeyEvent) -> bool:
    """Tell whether a text keeps a stroke."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        is_function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        return not (is_function_key or event.modifiers() & Qt.KeyboardModifier.AltModifier)
    if event.key() in _MOVES:
        return True
    is_plain_copy = event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_plain_copy or any(event.matches(key) for key in _OWN_KEYS)
