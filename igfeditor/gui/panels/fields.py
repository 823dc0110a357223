"""What can be chosen of each kind of row, as a table: the form of the properties panel is made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, Final

from igfeditor.gui.translation import QT_TRANSLATE_NOOP
from igfeditor.model import edits
from igfeditor.model.agenda import Agenda
from igfeditor.model.tree import NodeKind


class Control(Enum):
    """How a value is chosen."""

    CHOICE = auto()
    CLOCK = auto()
    DATE = auto()
    ZONE = auto()
    NUMBER = auto()
    WORDS = auto()
    SWITCH = auto()
    TEXT = auto()


Choices = tuple[tuple[Any, str], ...]
Set = Callable[[Agenda, str, str, Any], Agenda]


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form: the attribute, its name for people, its control and, for a choice, what there is.

    `least` and `most` bound a number; a number of 0 stands for none where `least` is 0.
    """

    name: str
    label: str
    control: Control
    choices: Choices = ()
    least: int = 0
    most: int = 1440


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
_MARKERS: Final[Choices] = (
    ("letter", QT_TRANSLATE_NOOP("Properties", "letter")),
    ("number", QT_TRANSLATE_NOOP("Properties", "number")),
    ("bullet", QT_TRANSLATE_NOOP("Properties", "bullet")),
    ("none", QT_TRANSLATE_NOOP("Properties", "none")),
)
_MINUTES: Final = Field("minutes", QT_TRANSLATE_NOOP("Properties", "Minutes allotted"), Control.NUMBER)

FIELDS: Final[Mapping[NodeKind, tuple[Field, ...]]] = MappingProxyType(
    {
        "meeting": (
            Field("symbol", QT_TRANSLATE_NOOP("Properties", "Symbol"), Control.WORDS),
            Field("status", QT_TRANSLATE_NOOP("Properties", "Status"), Control.CHOICE, _STATUS),
            Field("revision", QT_TRANSLATE_NOOP("Properties", "Revision"), Control.NUMBER, most=9_999),
            Field("time_zone", QT_TRANSLATE_NOOP("Properties", "Time zone"), Control.ZONE),
        ),
        "day": (
            Field("date", QT_TRANSLATE_NOOP("Properties", "Date"), Control.DATE),
            Field("access", QT_TRANSLATE_NOOP("Properties", "Access"), Control.CHOICE, _ACCESS),
            Field("numbering", QT_TRANSLATE_NOOP("Properties", "Numbering"), Control.CHOICE, _NUMBERING),
        ),
        "slot": (
            Field("start", QT_TRANSLATE_NOOP("Properties", "Start"), Control.CLOCK),
            Field("end", QT_TRANSLATE_NOOP("Properties", "End"), Control.CLOCK),
            Field("kind", QT_TRANSLATE_NOOP("Properties", "Kind"), Control.CHOICE, _KINDS),
            Field("counts", QT_TRANSLATE_NOOP("Properties", "Counts as meeting time"), Control.CHOICE, _COUNTS),
            Field("locked", QT_TRANSLATE_NOOP("Properties", "Times are fixed"), Control.SWITCH),
        ),
        "item": (
            Field("number", QT_TRANSLATE_NOOP("Properties", "Number"), Control.WORDS),
            _MINUTES,
        ),
        "sub_item": (
            Field("marker", QT_TRANSLATE_NOOP("Properties", "Marker"), Control.CHOICE, _MARKERS),
            _MINUTES,
        ),
        "link": (Field("url", QT_TRANSLATE_NOOP("Properties", "Address"), Control.WORDS),),
    }
)  # fmt: skip

SETTERS: Final[Mapping[NodeKind, Set]] = MappingProxyType(
    {
        "meeting": lambda agenda, _, name, value: edits.set_meeting(agenda, **{name: value}),
        "day": lambda agenda, node, name, value: edits.set_day(agenda, node, **{name: value}),
        "slot": lambda agenda, node, name, value: edits.set_slot(agenda, node, **{name: value}),
        "item": lambda agenda, node, name, value: edits.set_item(agenda, node, **{name: value}),
        "sub_item": lambda agenda, node, name, value: edits.set_sub_item(agenda, node, **{name: value}),
        "link": lambda agenda, node, _, value: edits.set_link(agenda, node, value),
    }
)

Add = Callable[[Agenda, str], Agenda]

ADDITIONS: Final[Mapping[NodeKind, tuple[tuple[str, Add], ...]]] = MappingProxyType(
    {
        "meeting": (
            (QT_TRANSLATE_NOOP("Properties", "Add a note"), edits.add_note),
            (QT_TRANSLATE_NOOP("Properties", "Add a link"), lambda agenda, node: edits.add_link(agenda, node, HOME)),
        ),
        "day": (
            (QT_TRANSLATE_NOOP("Properties", "Add an output"), edits.add_output),
            (QT_TRANSLATE_NOOP("Properties", "Add a note"), edits.add_note),
        ),
        "slot": (
            (QT_TRANSLATE_NOOP("Properties", "Add a note"), edits.add_note),
            (QT_TRANSLATE_NOOP("Properties", "Add a link"), lambda agenda, node: edits.add_link(agenda, node, HOME)),
        ),
        "item": (
            (QT_TRANSLATE_NOOP("Properties", "Add a paragraph"), edits.add_paragraph),
            (QT_TRANSLATE_NOOP("Properties", "Add a person"), edits.add_person),
        ),
    }
)
HOME: Final = "https://example.org/"
"""What a new link leads to until somebody writes its address: a name kept for examples (RFC 2606)."""
