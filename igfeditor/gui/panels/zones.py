"""The choice of a time zone: the whole tz database, searched by city or name in the language of the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final, cast

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QWidget

from igfeditor.gui.panels.controls import WrittenBox
from igfeditor.gui.theme import GRID
from igfeditor.gui.translation import translate
from igfeditor.language.zones import zone_text
from igfeditor.model.agenda import Agenda
from igfeditor.model.dates import first_date
from igfeditor.model.scalars import zone_names

_ISOLATE: Final = "\u2066{}\u2069"
_SHOWN: Final = 12
_WIDTH: Final = 44 * GRID


class ZoneBox(WrittenBox):
    """A zone that is written or picked; part of its name finds it: "zurich", "زيورخ", "UTC+3"."""

    def __init__(self, when: Callable[[], date], parent: QWidget | None = None) -> None:
        """Offer all zones; `when` gives the day whose clocks they are named by."""
        super().__init__((), parent)
        self._when = when
        self._language = "en"
        self.setMaxVisibleItems(_SHOWN)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        # The panel is narrow, and names of zones are long.
        self.view().setMinimumWidth(_WIDTH)
        cast("QWidget", completer.popup()).setMinimumWidth(_WIDTH)

    def show_value(self, value: Any) -> None:
        """Show the zone that is stored, or an empty box."""
        self._value = value or ""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(self._value) if self._value else -1)
            self.setEditText(zone_words(self._value, self._when(), self._language) if self._value else "")

    def retranslate(self, language: str) -> None:
        """Name the zones in the window's language, when they are next asked for."""
        self._language = language
        with QSignalBlocker(self):
            self.clear()
        self.line.setPlaceholderText(translate("Properties", "City or zone"))
        self.show_value(self._value)

    def commit(self) -> None:
        """Tell of what is typed: the zone that is meant, or the words where there is none or more than one."""
        words = self.currentText().strip()
        if words in {"", zone_words(self._value, self._when(), self._language) if self._value else ""}:
            self.put_back()
            return
        self._load()
        zone = self._meant(words)
        if zone != self._value:
            self.chosen.emit(zone)
        else:
            self.put_back()

    def _meant(self, words: str) -> str:
        exact = self.findText(words)
        if exact >= 0:
            return self.itemData(exact)
        low = words.casefold().replace(" ", "_")
        names = [name for name in zone_names() if low in (name.casefold(), name.casefold().rpartition("/")[2])]
        found = names or [self.itemData(place) for place in self._places_with(words)]
        return found[0] if len(found) == 1 else words

    def _places_with(self, words: str) -> list[int]:
        low = words.casefold()
        return [place for place in range(self.count()) if low in self.itemText(place).casefold()]

    def _load(self) -> None:
        """Name all zones; none is named before somebody comes to choose one."""
        if self.count():
            return
        with QSignalBlocker(self):
            words, day = self.currentText(), self._when()
            for name in sorted(zone_names()):
                self.addItem(zone_words(name, day, self._language), name)
            self.setCurrentIndex(self.findData(self._value) if self._value else -1)
            self.setEditText(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the zones ready."""
        self._load()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        """Have the zones ready."""
        self._load()
        super().showPopup()


def zone_words(zone: str, day: date, language: str) -> str:
    """Name a zone for people, with the name that the file has for it."""
    words = zone_text(zone, day, language)
    return words if words == zone else f"{words} · {_ISOLATE.format(zone)}"


def zone_day(agenda: Agenda) -> date:
    """Give the day whose clocks zones are named by: the first of the meeting."""
    return first_date(agenda) or date.today()
