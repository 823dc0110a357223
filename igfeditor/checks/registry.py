"""All checks by id: a function becomes one by `@check`, and everything else finds it here.

    @check("T01", Severity.ERROR, Scope.SLOT, sentence("A slot ends before it begins"), hint=sentence("…"))
    def end_not_after_start(slot: SlotView, context: Context) -> Iterator[Found]: …

The scope says what a check looks at, and with it how often it has to look: the checks of a text look at one text in
all its languages (and may read its slot's times), those of a slot at one slot, those of a day at one day, and those
of the agenda at everything. A check looks at nothing else but the context, so what has not changed need not be
checked again.

An id is a family's letter with a number that is never used again. Adding a check adds one function in the module of
its family, with one failing and one passing sample in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

from igfeditor.checks.finding import Finding, Found, Severity
from igfeditor.errors import Sentence, SettingsError, sentence

FAMILIES: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "T": sentence("Time"),
        "N": sentence("Numbering"),
        "S": sentence("Structure"),
        "R": sentence("References"),
        "P": sentence("Parity of the languages"),
        "G": sentence("Terms"),
        "D": sentence("Direction and typography"),
        "L": sentence("Layout of imports"),
        "H": sentence("Hygiene"),
    }
)
"""The families of checks by the letter of their ids, in the order in which they are shown."""

_MODULES: Final = (
    "time", "hours", "allotments", "schedule", "calendar", "zones", "numbering", "residue", "structure", "outputs",
    "references", "note_marks", "parity", "figures", "renderings", "breaks", "terms", "spelling", "slips",
    "typed_ranges", "direction", "hamzas", "hygiene", "siblings",
)  # fmt: skip


class Scope(Enum):
    """What a check looks at."""

    TEXT = auto()
    SLOT = auto()
    DAY = auto()
    AGENDA = auto()


Look = Callable[[Any, Any], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Check:
    """One entry of the registry: what the check is called, how grave its findings are, and what to do about them."""

    id: str
    severity: Severity
    scope: Scope
    title: Sentence
    hint: Sentence
    look: Look

    @property
    def family(self) -> str:
        """Give the letter of the family."""
        return self.id[0]

    def __call__(self, view: Any, context: Any) -> Iterator[Finding]:
        """Look at one view (text, slot, day or agenda) and give what was found."""
        return map(self.finding, self.look(view, context))

    def finding(self, found: Found) -> Finding:
        """Put the id and the severity to what was found."""
        return Finding(self.id, found.severity or self.severity, found.spot, found.message, found.fixes)


def check(id_: str, severity: Severity, scope: Scope, title: Sentence, *, hint: Sentence) -> Callable[[Look], Check]:
    """Make a check of a function; the registry finds it in the module of its family."""
    return lambda look: Check(id_, severity, scope, title, hint, look)


@cache
def all_checks() -> Mapping[str, Check]:
    """Give all checks by id, in the order of the families and their numbers."""
    modules = (import_module(f"igfeditor.checks.{name}") for name in _MODULES)
    found = [one for module in modules for one in vars(module).values() if isinstance(one, Check)]
    order = {letter: place for place, letter in enumerate(FAMILIES)}
    checks = {one.id: one for one in sorted(found, key=lambda one: (order[one.family], one.id))}
    if len(checks) != len(found):
        message = "an id of a check is given twice"
        raise ValueError(message)
    return MappingProxyType(checks)


def chosen_checks(wishes: Iterable[str] = ()) -> tuple[Check, ...]:
    """Give the checks of some ids and families ("P03", "T"); without a wish all. Raises `SettingsError`."""
    checks = all_checks()
    wanted = {wish.strip().upper() for wish in wishes if wish.strip()}
    unknown = sorted(wish for wish in wanted if wish not in checks and wish not in FAMILIES)
    if unknown:
        raise SettingsError(
            sentence("There is no check {name}.", name=unknown[0]),
            sentence("Name checks such as T03 or families such as T; {option} shows all.", option="check --list"),
        )
    return tuple(one for one in checks.values() if not wanted or one.id in wanted or one.family in wanted)
