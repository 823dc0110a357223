"""What a translator does to the current text, as deeds with their names."""

from __future__ import annotations

from typing import Final

from igfeditor.errors import sentence
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.pane_lines import Place
from igfeditor.gui.pane_words import Standing
from igfeditor.model import edits
from igfeditor.model.agenda import State

CONFIRMING: Final = sentence("Confirming a translation")
COPYING: Final = sentence("Copying the source")
CLEARING: Final = sentence("Clearing a translation")
CHANGING_STATE: Final = sentence("Changing the state of a translation")


def confirm(bridge: Bridge, place: Place, origin: object) -> bool:
    """Say that a translation fits its source; it keeps its state. Tells whether there was one to confirm."""
    phrase = bridge.tree.text(*place).phrase(bridge.target)
    if phrase is None or not phrase.text or bridge.target == bridge.agenda.source:
        return False
    state, target = phrase.state or "translated", bridge.target
    bridge.apply(lambda agenda: edits.confirm(agenda, *place, target, state), CONFIRMING, origin=origin)
    return True


def copy_source(bridge: Bridge, place: Place, origin: object) -> None:
    """Write the source into the translation."""
    target = bridge.target
    bridge.apply(lambda agenda: edits.copy_source(agenda, *place, target), COPYING, origin=origin)


def set_state(bridge: Bridge, place: Place, state: str, origin: object) -> None:
    """Give a translation a state; "untranslated" takes it out."""
    target = bridge.target
    if state == Standing.UNTRANSLATED:
        bridge.apply(lambda agenda: edits.clear_translation(agenda, *place, target), CLEARING, origin=origin)
        return
    chosen = _state(state)
    bridge.apply(lambda agenda: edits.confirm(agenda, *place, target, chosen), CHANGING_STATE, origin=origin)


def _state(name: str) -> State:
    if name == "final":
        return "final"
    return "reviewed" if name == "reviewed" else "translated"
