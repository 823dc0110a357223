"""What can be chosen of each kind of row, as a table: the forms of the properties panel are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, Final

from igfeditor.errors import Sentence, sentence
from igfeditor.gui.translation import QT_TRANSLATE_NOOP
from igfeditor.model import dates, edits, languages
from igfeditor.model.agenda import Agenda
from igfeditor.model.timing import stretch_of
from igfeditor.model.tree import NodeKind, tree_of


class Control(Enum):
    """How a value is chosen."""

    CHOICE = auto()
    CLOCK = auto()
    DATE = auto()
    ZONE = auto()
    NUMBER = auto()
    MINUTES = auto()
    ITEM_NUMBER = auto()
    LANGUAGE = auto()
    WORDS = auto()
    SWITCH = auto()
    TEXT = auto()
    ROOM = auto()


Choices = tuple[tuple[Any, str], ...]
Set = Callable[[Agenda, str, str, Any], Agenda]


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form: the attribute, its name for people, its control, and what the history calls its change.

    `read` and `write` are given where it is no attribute of the node. `most` bounds a number. Where it `is_beside`,
    it stands on the line of the one before it.
    """

    name: str
    label: str
    control: Control
    deed: Sentence
    choices: Choices = ()
    most: int = 1440
    read: Callable[[Agenda, str], Any] | None = None
    write: Callable[[Agenda, str, Any], Agenda] | None = None
    is_beside: bool = False


_ACCESS: Final[Choices] = (
    (None, QT_TRANSLATE_NOOP("Properties", "not said")),
    ("open", QT_TRANSLATE_NOOP("Properties", "open to all")),
    ("observers", QT_TRANSLATE_NOOP("Properties", "open to observers")),
    ("members", QT_TRANSLATE_NOOP("Properties", "members only")),
    ("invitation", QT_TRANSLATE_NOOP("Properties", "by invitation only")),
)
_KINDS: Final[Choices] = (
    ("session", QT_TRANSLATE_NOOP("Properties", "session")),
    ("break", QT_TRANSLATE_NOOP("Properties", "break")),
    ("lunch", QT_TRANSLATE_NOOP("Properties", "lunch break")),
    ("social", QT_TRANSLATE_NOOP("Properties", "social event")),
    ("side_event", QT_TRANSLATE_NOOP("Properties", "side event")),
    ("ceremony", QT_TRANSLATE_NOOP("Properties", "ceremony")),
    ("registration", QT_TRANSLATE_NOOP("Properties", "registration")),
    ("note", QT_TRANSLATE_NOOP("Properties", "note without a time")),
)
_COUNTS: Final[Choices] = (
    (None, QT_TRANSLATE_NOOP("Properties", "as its kind does")),
    (True, QT_TRANSLATE_NOOP("Properties", "yes")),
    (False, QT_TRANSLATE_NOOP("Properties", "no")),
)
_STATUS: Final[Choices] = (
    ("preliminary", QT_TRANSLATE_NOOP("Properties", "preliminary")),
    ("draft", QT_TRANSLATE_NOOP("Properties", "draft")),
    ("revised", QT_TRANSLATE_NOOP("Properties", "revised")),
    ("adopted", QT_TRANSLATE_NOOP("Properties", "adopted")),
    ("final", QT_TRANSLATE_NOOP("Properties", "final")),
    ("cancelled", QT_TRANSLATE_NOOP("Properties", "cancelled")),
)
_NUMBERING: Final[Choices] = (
    ("restart", QT_TRANSLATE_NOOP("Properties", "begins at 1")),
    ("continue", QT_TRANSLATE_NOOP("Properties", "goes on from the day before")),
)
_NUMBERS: Final[Choices] = (
    ("auto", QT_TRANSLATE_NOOP("Properties", "automatic")),
    ("none", QT_TRANSLATE_NOOP("Properties", "none")),
)
_MARKERS: Final[Choices] = (
    ("letter", QT_TRANSLATE_NOOP("Properties", "letter")),
    ("number", QT_TRANSLATE_NOOP("Properties", "number")),
    ("bullet", QT_TRANSLATE_NOOP("Properties", "bullet")),
    ("none", QT_TRANSLATE_NOOP("Properties", "none")),
)


def _length(agenda: Agenda, slot_id: str) -> int | None:
    node: Any = tree_of(agenda).node(slot_id)
    stretch = stretch_of(node)
    return None if stretch is None else stretch.length


_ROOM: Final = Field("room", QT_TRANSLATE_NOOP("Properties", "Room"), Control.ROOM, sentence("Change of the room"))
_MINUTES: Final = Field(
    "minutes", QT_TRANSLATE_NOOP("Properties", "Minutes allotted"), Control.MINUTES,
    sentence("Change of the minutes allotted"), is_beside=True,
)  # fmt: skip

_MEETING: Final = (
    Field("symbol", QT_TRANSLATE_NOOP("Properties", "Symbol"), Control.WORDS, sentence("Change of the symbol")),
    Field("status", QT_TRANSLATE_NOOP("Properties", "Status"), Control.CHOICE, sentence("Change of the status"),
          _STATUS),
    Field("revision", QT_TRANSLATE_NOOP("Properties", "Revision"), Control.NUMBER, sentence("Change of the revision"),
          most=9_999, is_beside=True),
    Field("first_date", QT_TRANSLATE_NOOP("Properties", "First date (all days move)"), Control.DATE,
          sentence("Move of all days"), read=lambda agenda, _: dates.first_date(agenda),
          write=lambda agenda, _, value: dates.move_to(agenda, value)),
    Field("time_zone", QT_TRANSLATE_NOOP("Properties", "Time zone"), Control.ZONE,
          sentence("Change of the time zone")),
    Field("source", QT_TRANSLATE_NOOP("Properties", "Source language"), Control.LANGUAGE,
          sentence("Change of the source language"), read=lambda agenda, _: agenda.source,
          write=lambda agenda, _, value: languages.set_source(agenda, value)),
)  # fmt: skip
_DAY: Final = (
    Field("date", QT_TRANSLATE_NOOP("Properties", "Date"), Control.DATE, sentence("Change of a date")),
    Field("access", QT_TRANSLATE_NOOP("Properties", "Access"), Control.CHOICE, sentence("Change of the access"),
          _ACCESS),
    Field("numbering", QT_TRANSLATE_NOOP("Properties", "Numbering"), Control.CHOICE,
          sentence("Change of the numbering"), _NUMBERING),
    Field("heading", QT_TRANSLATE_NOOP("Properties", "Heading"), Control.TEXT, sentence("Typing")),
    _ROOM,
)  # fmt: skip
_SLOT: Final = (
    Field("start", QT_TRANSLATE_NOOP("Properties", "Start"), Control.CLOCK,
          sentence("Change of a slot's time")),
    Field("end", QT_TRANSLATE_NOOP("Properties", "End"), Control.CLOCK, sentence("Change of a slot's time"),
          is_beside=True),
    Field("length", QT_TRANSLATE_NOOP("Properties", "Minutes"), Control.MINUTES, sentence("Change of a slot's time"),
          read=_length, is_beside=True),
    Field("next_day_end", QT_TRANSLATE_NOOP("Properties", "Ends on the next day"), Control.SWITCH,
          sentence("Change of a slot's time")),
    Field("locked", QT_TRANSLATE_NOOP("Properties", "Times are fixed"), Control.SWITCH,
          sentence("Fixing of times")),
    Field("kind", QT_TRANSLATE_NOOP("Properties", "Kind"), Control.CHOICE, sentence("Change of a slot's kind"),
          _KINDS),
    Field("counts", QT_TRANSLATE_NOOP("Properties", "Counts as meeting time"), Control.CHOICE,
          sentence("Change of what counts as meeting time"), _COUNTS),
    Field("label", QT_TRANSLATE_NOOP("Properties", "Label"), Control.TEXT, sentence("Typing")),
    _ROOM,
    Field("track", QT_TRANSLATE_NOOP("Properties", "Track"), Control.ROOM, sentence("Change of the track")),
)  # fmt: skip
_ITEM: Final = (
    Field("number", QT_TRANSLATE_NOOP("Properties", "Number"), Control.ITEM_NUMBER, sentence("Change of a number"),
          _NUMBERS),
    _MINUTES,
)  # fmt: skip
_SUB_ITEM: Final = (
    Field("marker", QT_TRANSLATE_NOOP("Properties", "Marker"), Control.CHOICE, sentence("Change of the marker"),
          _MARKERS),
    _MINUTES,
)  # fmt: skip

FIELDS: Final[Mapping[NodeKind, tuple[Field, ...]]] = MappingProxyType(
    {"meeting": _MEETING, "day": _DAY, "slot": _SLOT, "item": _ITEM, "sub_item": _SUB_ITEM}
)

SETTERS: Final[Mapping[NodeKind, Set]] = MappingProxyType(
    {
        "meeting": lambda agenda, _, name, value: edits.set_meeting(agenda, **{name: value}),
        "day": lambda agenda, node, name, value: edits.set_day(agenda, node, **{name: value}),
        "slot": lambda agenda, node, name, value: edits.set_slot(agenda, node, **{name: value}),
        "item": lambda agenda, node, name, value: edits.set_item(agenda, node, **{name: value}),
        "sub_item": lambda agenda, node, name, value: edits.set_sub_item(agenda, node, **{name: value}),
    }
)


def value_of(field: Field, agenda: Agenda, node_id: str) -> Any:
    """Give what a field of a node holds."""
    return field.read(agenda, node_id) if field.read else getattr(tree_of(agenda).node(node_id), field.name)


def with_value(field: Field, agenda: Agenda, node_id: str, value: Any) -> Agenda:
    """Give the agenda with another value in a field of a node."""
    if field.write:
        return field.write(agenda, node_id, value)
    return SETTERS[tree_of(agenda).kind(node_id)](agenda, node_id, field.name, value)
