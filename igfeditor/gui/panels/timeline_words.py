"""What the time line says, in the window's language: times, titles and lengths of slots, days, totals of hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from igfeditor.gui.bridge import Bridge
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.gui.tree_words import TreeWords
from igfeditor.language.wording import Wording, wording_for
from igfeditor.model.agenda import Day, Kind, Node, Slot
from igfeditor.model.retiming import Move
from igfeditor.model.timing import Overlap, Stretch, Times, Totals, clock_of, stretch_of, times_of, totals_of

KINDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "session": QT_TRANSLATE_NOOP("Time", "Session"),
        "break": QT_TRANSLATE_NOOP("Time", "Break"),
        "lunch": QT_TRANSLATE_NOOP("Time", "Lunch"),
        "social": QT_TRANSLATE_NOOP("Time", "Social event"),
        "side_event": QT_TRANSLATE_NOOP("Time", "Side event"),
        "ceremony": QT_TRANSLATE_NOOP("Time", "Ceremony"),
        "registration": QT_TRANSLATE_NOOP("Time", "Registration"),
        "note": QT_TRANSLATE_NOOP("Time", "Note"),
    }
)
_APART: Final = ". "
_NAME, _LINE = 40, 24
"""How many letters of a title name it in a sentence, and on a short line."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a slot, and the language that it runs in; faint where it stands in for one that is missing."""

    words: str
    language: str
    is_faint: bool


def wording_of(bridge: Bridge) -> Wording:
    """Give the printed words in the window's language and the house's style."""
    return wording_for(bridge.language, bridge.agenda.style)


def times_text(wording: Wording, times: Times) -> str:
    """Give times as they are printed: a range, or one clock time."""
    return wording.time_range(clock_of(times.start), None if times.end is None else clock_of(times.end))


class SlotWords:
    """The words of the slots of the open agenda; made anew when it changes."""

    def __init__(self, bridge: Bridge) -> None:
        """Speak of the agenda as it is now."""
        self.wording = wording_of(bridge)
        self._rows = TreeWords(bridge)
        self._titles: dict[str, Title] = {}

    def title(self, slot: Slot) -> Title:
        """Give the title of a slot, or those of its items one after the other."""
        title = self._titles.get(slot.id)
        if title is None:
            title = self._titles[slot.id] = self._made(slot)
        return title

    def _made(self, slot: Slot) -> Title:
        if slot.id not in self._rows.tree:
            return Title(translate("Time", KINDS[slot.kind]), self.wording.language, is_faint=False)
        own = self._rows.of(slot.id)
        if slot.label or len(slot.items) < 2:
            return Title(own.whole, own.language, own.is_faint)
        rows = [self._rows.of(item.id) for item in slot.items]
        joint = "؛ " if own.language == "ar" else "; "
        return Title(joint.join(row.whole for row in rows), rows[0].language, rows[0].is_faint)

    def lengthy(self, slot: Slot, times: Times) -> str:
        """Give times with the length."""
        said = times_text(self.wording, times)
        return said if times.stretch is None else f"{said} · {self.wording.duration(times.stretch.length)}"

    def spoken(
        self, slot: Slot, overlaps: Iterable[Overlap], gaps: Iterable[Stretch], slots: Mapping[str, Slot]
    ) -> str:
        """Say all that the time line shows of a slot: time, length, title, kind, lock, overlaps and gaps."""
        times = times_of(slot)
        parts = [] if times is None else [self.lengthy(slot, times)]
        parts += [self.title(slot).words, translate("Time", KINDS[slot.kind])]
        if slot.locked:
            parts.append(translate("Time", "Locked"))
        for overlap in overlaps:
            if slot.id in (overlap.first, overlap.second):
                other = slots[overlap.second if slot.id == overlap.first else overlap.first]
                words = translate("Time", "Overlaps “{slot}”: {duration}")
                parts.append(
                    words.format(slot=self.named(other), duration=self.wording.duration(overlap.common.length))
                )
        parts += self._gaps(slot, gaps)
        return _APART.join(part for part in parts if part)

    def named(self, slot: Slot) -> str:
        """Name a slot by its start and its title."""
        start = "" if slot.start is None else self.wording.clock(slot.start)
        return f"{start} {self.title(slot).words}".strip()

    def _gaps(self, slot: Slot, gaps: Iterable[Stretch]) -> Iterable[str]:
        stretch = stretch_of(slot)
        for gap in gaps if stretch is not None else ():
            duration = self.wording.duration(gap.length)
            if stretch is not None and gap.end == stretch.start:
                yield translate("Time", "Free before it: {duration}").format(duration=duration)
            if stretch is not None and gap.start == stretch.end:
                yield translate("Time", "Free after it: {duration}").format(duration=duration)


def free_text(wording: Wording, minutes: int) -> str:
    """Say how long a gap is."""
    return translate("Time", "Free: {duration}").format(duration=wording.duration(minutes))


def short_name(bridge: Bridge, node: Node) -> str:
    """Name a slot in a sentence."""
    return _cut(SlotWords(bridge).named(node), _NAME) if isinstance(node, Slot) else ""


def move_words(words: SlotWords, day: Day, move: Move) -> str:
    """Say of a slot from when to when it would move; its end as well where it would be shorter or longer."""
    slot = next((slot for slot in day.slots if slot.id == move.slot), None)
    title = "" if slot is None else _cut(words.title(slot).words, _LINE)
    if move.old is None:
        return f"{times_text(words.wording, move.new)} {title}"
    old, new = move.old, move.new
    if move.old.finish - move.old.start == move.new.finish - move.new.start:
        old, new = Times(old.start), Times(new.start)
    said = (times_text(words.wording, times) for times in (old, new))
    return translate("Time", "{old} → {new} {title}").format(old=next(said), new=next(said), title=title)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def day_heading(bridge: Bridge, day: Day) -> str:
    """Give the number and the date of a day."""
    wording = wording_of(bridge)
    return f"{wording.day(bridge.tree.position(day.id) + 1)} · {wording.date(day.date, year=False, weekday=True)}"


def zone_text(bridge: Bridge, day: Day) -> str:
    """Say in which zone the hours are."""
    zone = wording_of(bridge).zone(bridge.agenda.meeting.time_zone, day.date)
    return translate("Time", "Times in {zone}").format(zone=zone)


def _hours(bridge: Bridge, days: Iterable[Totals]) -> dict[str, str]:
    say, counted = wording_of(bridge).duration, tuple(days)
    return {
        "all": say(sum(one.with_breaks for one in counted)),
        "work": say(sum(one.without_breaks for one in counted)),
    }


class TotalWords:
    """The hours of a day and of the meeting; days that did not change are not counted again."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[str, tuple[Day, Totals]] = {}

    def of(self, bridge: Bridge, day: Day) -> tuple[dict[str, str], dict[str, str]]:
        """Give the hours of a day and those of all days, in words: `all` with breaks, `work` without them."""
        self._known = {one.id: self._counted(one) for one in bridge.agenda.days}
        days = [totals for _, totals in self._known.values()]
        return _hours(bridge, [self._known[day.id][1]]), _hours(bridge, days)

    def _counted(self, day: Day) -> tuple[Day, Totals]:
        known = self._known.get(day.id)
        return known if known is not None and known[0] is day else (day, totals_of(day))
