"""What checks look at: an agenda cut into texts, slots and days, each with what it may read besides.

Texts are read without their markup; `plain` is made once a phrase. Views hold nodes and are thrown away after a run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from string import ascii_letters
from types import MappingProxyType
from typing import Final

from igfeditor.checks.finding import Spot
from igfeditor.checks.term_list import Terms, terms_of
from igfeditor.language.markup import is_plain, plain
from igfeditor.model.agenda import Agenda, Day, Slot, Style, SubItem, Text
from igfeditor.model.texts import TextAt, day_texts, meeting_texts, slot_texts
from igfeditor.model.timing import Times, times_of

_MARKED: Final = frozenset({"title", "text"})
_USUAL: Final = frozenset(f" {ascii_letters}").union(map(chr, range(0x621, 0x63B)), map(chr, range(0x641, 0x64B)))
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
DIGITS: Final = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
"""The signs of numbers in all scripts, for a look at the signs of a text."""
NOWHERE: Final = -1
"""The place of the day of a text that stands above the days."""


@dataclass(frozen=True, slots=True)
class TextView:
    """One text in all its languages, with the day and the times of the slot that it stands in.

    `plains` holds what is read in each language that has text, the source first. `marker` says what is printed
    before the text: the number of an item as it is stored ("auto", "none", "3 bis"), the marker of a sub-item, or
    "bullet" for an output. `date` is that of the day, or of the first day where the text stands above the days.
    `marked` names the languages whose stored text may hold markup: a link, a note mark, emphasis. `signs` is all that
    stands in any language besides letters of English and Arabic, and spaces: most texts have none, or very few.
    """

    node: str
    field: str
    text: Text
    plains: Mapping[str, str]
    day: int = NOWHERE
    slot: str = ""
    times: Times | None = None
    marker: str = ""
    date: date | None = None
    marked: tuple[str, ...] = ()
    signs: frozenset[str] = frozenset()

    def spot(self, language: str = "", start: int | None = None, end: int | None = None) -> Spot:
        """Give a place in this text."""
        return Spot(self.node, self.field, language, start, end)

    @property
    def place(self) -> tuple[int, str, Times | None, str, date | None]:
        """Give all that the view says besides the text."""
        return self.day, self.slot, self.times, self.marker, self.date

    def said(self, language: str) -> str:
        """Give what is read in a language, empty where there is nothing."""
        return self.plains.get(language, "")


@dataclass(frozen=True, slots=True)
class SlotView:
    """One slot with the place of its day and all its texts."""

    slot: Slot
    day: int
    times: Times | None
    texts: tuple[TextView, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """One day with its place among the days, its slots, and all its texts: its own, then those of the slots."""

    day: Day
    place: int
    slots: tuple[SlotView, ...]
    texts: tuple[TextView, ...]


@dataclass(frozen=True, slots=True)
class AgendaView:
    """The whole agenda: its days, its texts above the days, all its texts, and those of them that say something."""

    agenda: Agenda
    days: tuple[DayView, ...]
    above: tuple[TextView, ...]
    texts: tuple[TextView, ...]
    spoken: tuple[TextView, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What every check may read besides: all that stands above the days, but the texts of the meeting.

    A check must not read days, slots or texts from here, for then it would have to look again at each change.
    """

    languages: tuple[str, ...]
    style: Style
    terms: Terms
    time_zone: str
    extra_time_zones: tuple[str, ...]
    status: str

    @property
    def source(self) -> str:
        """Give the language that the agenda is drafted in."""
        return self.languages[0]

    @property
    def targets(self) -> tuple[str, ...]:
        """Give the languages that are translated into."""
        return self.languages[1:]


def context_of(agenda: Agenda) -> Context:
    """Take the context out of an agenda; two agendas that differ in rows and texts only have equal contexts."""
    meeting = agenda.meeting
    return Context(
        agenda.languages, agenda.style, terms_of(agenda.terms), meeting.time_zone, meeting.extra_time_zones,
        meeting.status,
    )  # fmt: skip


# --- cutting -----------------------------------------------------------------------------------------------


class Views:
    """Cuts agendas into views; what did not change since the last one keeps its very view."""

    def __init__(self) -> None:
        """Begin with nothing to keep."""
        self._days: dict[str, DayView] = {}
        self._above: Mapping[tuple[str, str], TextView] = MappingProxyType({})

    def of(self, agenda: Agenda) -> AgendaView:
        """Cut an agenda."""
        days = tuple(_day_view(day, place, self._days.get(day.id)) for place, day in enumerate(agenda.days))
        stand = _Stand(NOWHERE, min((day.date for day in agenda.days), default=None))
        above = tuple(_text_view(at, stand, self._above) for at in meeting_texts(agenda.meeting))
        self._days = {view.day.id: view for view in days}
        self._above = _by_place(above)
        texts = (*above, *(text for day in days for text in day.texts))
        return AgendaView(agenda, days, above, texts, tuple([text for text in texts if text.plains]))


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where texts stand: the place and date of their day, their slot with its times, and what marks each node."""

    day: int
    date: date | None
    slot: str = ""
    times: Times | None = None
    markers: Mapping[str, str] = field(default_factory=dict[str, str])


def _day_view(day: Day, place: int, known: DayView | None) -> DayView:
    if known is not None and known.day is day and known.place == place:
        return known
    is_same_day = known is not None and known.place == place and known.day.date == day.date
    before = {view.slot.id: view for view in known.slots} if known is not None and is_same_day else {}
    slots = tuple(_slot_view(slot, place, day.date, before.get(slot.id)) for slot in day.slots)
    kept = _by_place(known.texts if known is not None else ())
    stand = _Stand(place, day.date, markers={output.id: "bullet" for output in day.outputs})
    own = (_text_view(at, stand, kept) for at in _own_texts(day))
    return DayView(day, place, slots, (*own, *(text for slot in slots for text in slot.texts)))


def _slot_view(slot: Slot, day: int, on: date, known: SlotView | None) -> SlotView:
    if known is not None and known.slot is slot:
        return known
    stand = _Stand(day, on, slot.id, times_of(slot), dict(_markers(slot)))
    kept = _by_place(known.texts if known is not None else ())
    return SlotView(slot, day, stand.times, tuple(_text_view(at, stand, kept) for at in slot_texts(slot)))


def _markers(slot: Slot) -> Iterator[tuple[str, str]]:
    for item in slot.items:
        yield item.id, item.number
        yield from _sub_markers(item.children)


def _sub_markers(children: Iterable[SubItem]) -> Iterator[tuple[str, str]]:
    for child in children:
        yield child.id, child.marker
        yield from _sub_markers(child.children)


def _text_view(at: TextAt, stand: _Stand, kept: Mapping[tuple[str, str], TextView]) -> TextView:
    known = kept.get((at.node, at.field))
    marker = stand.markers.get(at.node, "") if at.field in _MARKED else ""
    place = (stand.day, stand.slot, stand.times, marker, stand.date)
    if known is not None and known.text is at.text and known.place == place:
        return known
    if not at.text.root:
        return TextView(at.node, at.field, at.text, _NOTHING, *place)
    plains = {language: plain(phrase.text) for language, phrase in at.text.root.items() if phrase.text}
    marked = tuple([language for language, phrase in at.text.root.items() if not is_plain(phrase.text)])
    signs = frozenset("".join(plains.values())) - _USUAL
    return TextView(at.node, at.field, at.text, MappingProxyType(plains), *place, marked, signs)


def _own_texts(day: Day) -> Iterator[TextAt]:
    """Give the texts of a day without those of its slots."""
    return day_texts(day.model_copy(update={"slots": ()}))


def _by_place(texts: Iterable[TextView]) -> Mapping[tuple[str, str], TextView]:
    return {(text.node, text.field): text for text in texts}
