"""Agendas for tests: builders that read like speech, a generator of every shape, and large ones of real words.

an_agenda(days=2, slots=3)                        a plain one, with ids of its own
an_agenda(a_day(a_slot(start="14:00", kind="break")))
generated_agenda(seed)                            any shape at all, the same for the same seed
agendas()                                         a hypothesis strategy of the latter
large_agenda(slots=500, sub_items=4)              size L; 2,000 slots are size XL
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from itertools import cycle, islice
from typing import Any, Final, TypeVar, cast, get_args

from hypothesis import strategies as st

from igfeditor.model.agenda import (
    MAX_LEVELS,
    Access,
    Agenda,
    Day,
    Item,
    Kind,
    Link,
    Marker,
    Meeting,
    Node,
    Note,
    Numbering,
    Output,
    Person,
    Phrase,
    Slot,
    State,
    Status,
    Style,
    SubItem,
    Term,
    Text,
    Waiver,
)
from tests import agenda_words as words

Pair = tuple[str, str]
_N = TypeVar("_N", bound=Node)
_T = TypeVar("_T")

FIRST_DAY: Final = date(2026, 2, 9)
_LETTERS: Final[dict[type[Node], str]] = {
    Day: "d", Slot: "s", Item: "i", SubItem: "c", Output: "o", Note: "n", Link: "l", Term: "t",
}  # fmt: skip


# --- builders ----------------------------------------------------------------------------------------------


def a_text(en: str = "", ar: str = "", state: State = "reviewed", translated_from: str | None = None) -> Text:
    """Give a text whose source is English; an empty language is not there."""
    phrases: dict[str, Phrase] = {}
    if en:
        phrases["en"] = Phrase(text=en)
    if ar:
        phrases["ar"] = Phrase(text=ar, state=state, translated_from=translated_from)
    return Text(phrases)


def a_pair(pair: Pair) -> Text:
    """Give a text of both languages."""
    return a_text(*pair)


def a_note(en: str = "See the list of documents", ar: str = "", name: str = "n1") -> Note:
    """Give a note; `name` is its id."""
    return Note(id=name, text=a_text(en, ar))


def a_link(en: str = "Documents", ar: str = "الوثائق", url: str = "https://example.org/", name: str = "l1") -> Link:
    """Give a labelled address."""
    return Link(id=name, label=a_text(en, ar), url=url)


def a_sub_item(
    en: str = "Welcome by the Chair", *children: SubItem, ar: str = "", marker: Marker = "letter", **more: Any
) -> SubItem:
    """Give a point under an item."""
    return SubItem(id=more.pop("name", "c1"), marker=marker, text=a_text(en, ar), children=children, **more)


def an_item(
    en: str = "Opening of the meeting", *children: SubItem, ar: str = "", number: str = "auto", **more: Any
) -> Item:
    """Give a numbered entry."""
    return Item(id=more.pop("name", "i1"), number=number, title=a_text(en, ar), children=children, **more)


def a_slot(
    *items: Item, start: str | None = "09:00", end: str | None = None, kind: Kind = "session", **more: Any
) -> Slot:
    """Give a row of the table; without `end` it is a point in time."""
    return Slot(id=more.pop("name", "s1"), start=clock(start), end=clock(end), kind=kind, items=items, **more)


def a_day(*slots: Slot, on: date | str = FIRST_DAY, **more: Any) -> Day:
    """Give a day with its slots."""
    when = date.fromisoformat(on) if isinstance(on, str) else on
    return Day(id=more.pop("name", "d1"), date=when, slots=slots, **more)


def an_agenda(*given: Day, days: int = 1, slots: int = 2, **more: Any) -> Agenda:
    """Give an agenda of the given days, or of `days` plain ones with `slots` slots of an hour each.

    Ids that occur twice are made new, and days of one date follow each other, so that builders can be put together
    without a thought for either; `title`, `style` and the fields of the meeting are taken as they are.
    """
    chosen = given or tuple(_plain_day(number, slots) for number in range(days))
    top = {name: more.pop(name) for name in tuple(more) if name in Agenda.model_fields}
    meeting = Meeting(title=more.pop("title", a_pair(("Annual meeting", "الاجتماع السنوي"))), **more)
    agenda = Agenda(**{"id": "a1", "languages": ("en", "ar"), "meeting": meeting, "days": _dated(chosen), **top})
    return with_own_ids(agenda)


def _plain_day(number: int, slots: int) -> Day:
    titles = islice(cycle(words.TITLES), number, None)
    rows = [
        a_slot(an_item(en, ar=ar), start=f"{8 + place % 15:02}:00", end=f"{9 + place % 15:02}:00")
        for place, (en, ar) in zip(range(slots), titles, strict=False)
    ]
    return a_day(*rows, on=FIRST_DAY + timedelta(number))


def _dated(days: Iterable[Day]) -> tuple[Day, ...]:
    taken: set[date] = set()
    dated: list[Day] = []
    for day in days:
        when = day.date
        while when in taken:
            when += timedelta(1)
        taken.add(when)
        dated.append(day if when == day.date else day.model_copy(update={"date": when}))
    return tuple(dated)


def clock(text: str | None) -> time | None:
    """Give the time that "09:45" says."""
    return None if text is None else time.fromisoformat(text)


def with_own_ids(node: _N, taken: set[str] | None = None) -> _N:
    """Give the node with new ids wherever one occurs a second time."""
    taken = set() if taken is None else taken
    changes: dict[str, Any] = {}
    letter = _LETTERS.get(type(node))
    if letter is not None:
        own = cast("Any", node).id
        changes["id"] = (
            own
            if own not in taken
            else next(name for number in range(1, len(taken) + 2) if (name := f"{letter}{number}") not in taken)
        )
        taken.add(changes["id"])
    for name, value in node.__dict__.items():
        if isinstance(value, Node):
            changes[name] = with_own_ids(value, taken)
        elif isinstance(value, tuple):
            members = cast("tuple[object, ...]", value)
            changes[name] = tuple(with_own_ids(one, taken) if isinstance(one, Node) else one for one in members)
    return node.model_copy(update=changes)


# --- large ones --------------------------------------------------------------------------------------------


def large_agenda(slots: int = 500, sub_items: int = 4) -> Agenda:
    """Give a fully translated agenda of `slots` slots, 20 a day, each one item with `sub_items` sub-items.

    It has `slots * (1 + sub_items)` texts a language besides headings, no two alike; 500 slots are size L, 2,000
    are XL.
    """
    days = tuple(
        Day(
            id=f"d{first // 20 + 1}",
            date=FIRST_DAY + timedelta(first // 20),
            heading=a_pair(words.HEADINGS[first // 20 % len(words.HEADINGS)]),
            numbering="continue",
            slots=tuple(_large_slot(number, sub_items) for number in range(first, min(first + 20, slots))),
        )
        for first in range(0, slots, 20)
    )
    title = a_pair(("Meeting of many sessions", "اجتماع متعدد الجلسات"))
    return Agenda(id="large", languages=("en", "ar"), meeting=Meeting(title=title), days=days)


def _large_slot(number: int, sub_items: int) -> Slot:
    minutes = 8 * 60 + number % 20 * 40
    texts = [a_pair(words.sentence(number * (1 + sub_items) + place)) for place in range(1 + sub_items)]
    return Slot(
        id=f"s{number + 1}",
        start=time(minutes // 60, minutes % 60),
        end=time((minutes + 40) // 60, (minutes + 40) % 60),
        items=(
            Item(
                id=f"i{number + 1}",
                title=texts[0],
                children=tuple(
                    SubItem(id=f"c{number * sub_items + place}", text=text)
                    for place, text in enumerate(texts[1:], start=1)
                ),
            ),
        ),
    )


# --- every shape -------------------------------------------------------------------------------------------


def agendas() -> st.SearchStrategy[Agenda]:
    """Give agendas of every shape; a failing one is named by its seed."""
    return st.integers(0, 2**20).map(generated_agenda)


def generated_agenda(seed: int) -> Agenda:
    """Give a sound agenda of any shape, the same for the same seed: hostile texts, odd times, missing translations."""
    return _Maker(random.Random(seed)).agenda()


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.languages = chance.choice((("en", "ar"),) * 6 + (("ar", "en"), ("en",), ("ar",)))
        self.hostility = chance.choice((0, 0, 0.2, 0.7))
        self.numbers: dict[str, int] = {}
        self.marks: list[str] = []
        self.long_text_due = chance.random() < 0.1

    def some(self, chance: float) -> bool:
        return self.chance.random() < chance

    def one(self, choices: Sequence[_T]) -> _T:
        return self.chance.choice(choices)

    def upto(self, most: int) -> range:
        return range(self.chance.randint(0, most))

    def name(self, kind: type[Node]) -> str:
        letter = _LETTERS[kind]
        self.numbers[letter] = self.numbers.get(letter, 0) + 1
        return f"{letter}{self.numbers[letter]}"

    # texts

    def text(self, pairs: Sequence[Pair], there: float = 1.0) -> Text:
        if not self.some(there):
            return Text() if self.some(0.9) else Text({self.languages[0]: Phrase(text="")})
        pair = dict(zip(("en", "ar"), self.one(pairs), strict=True))
        phrases: dict[str, Phrase] = {}
        for language in self.languages:
            if not self.some(0.04 if language == self.languages[0] else 0.15):
                phrases[language] = self.phrase(language, pair[language])
        return Text(phrases)

    def phrase(self, language: str, plain: str) -> Phrase:
        wording = self.wording(language, plain)
        if language == self.languages[0]:
            return Phrase(text=wording)
        state = self.one(get_args(State)) if wording or self.some(0.5) else None
        stale = self.one(("Another wording", "صياغة أخرى", "")) if wording and self.some(0.15) else None
        return Phrase(text=wording, state=state, translated_from=stale)

    def wording(self, language: str, plain: str) -> str:
        if self.long_text_due and self.some(0.05):
            self.long_text_due = False
            return words.LONG[language == "ar"]
        wording = self.one(words.HOSTILE) if self.some(self.hostility) else plain
        return f"{wording}[^{self.one(self.marks)}]" if self.marks and self.some(0.15) else wording

    # nodes

    def notes(self, most: int = 2) -> tuple[Note, ...]:
        """Make notes, which the texts made after them may refer to."""
        made = tuple(Note(id=self.name(Note), text=self.text(words.REMARKS)) for _ in self.upto(most))
        self.marks += [note.id for note in made]
        return made

    def links(self) -> tuple[Link, ...]:
        urls = ("https://example.org/", "http://example.org/a(b)?q=1&r=[x]", "mailto:info@example.org")
        return tuple(
            Link(id=self.name(Link), label=self.text(words.LABELS, 0.9), url=self.one(urls)) for _ in self.upto(2)
        )

    def minutes(self) -> int | None:
        return self.one((1, 2, 3, 5, 10, 11, 45, 60, 90, 100, 1440)) if self.some(0.3) else None

    def people(self) -> tuple[Person, ...]:
        return tuple(Person(name=self.text(words.NAMES), role=self.text(words.ROLES, 0.6)) for _ in self.upto(2))

    def children(self, level: int = 1) -> tuple[SubItem, ...]:
        if level > MAX_LEVELS or self.some(0.5):
            return ()
        marker: Marker = self.one(get_args(Marker))
        return tuple(
            SubItem(
                id=self.name(SubItem),
                marker=marker if self.some(0.9) else self.one(get_args(Marker)),
                text=self.text(words.POINTS),
                minutes=self.minutes(),
                children=self.children(level + 1),
            )
            for _ in self.upto(12 if self.some(0.1) else 4)
        )

    def outputs(self) -> tuple[Output, ...]:
        return tuple(Output(id=self.name(Output), text=self.text(words.REMARKS)) for _ in self.upto(2))

    def item(self) -> Item:
        return Item(
            id=self.name(Item),
            number=self.one(("auto", "auto", "auto", "none", "3 bis", "7", "XII")),
            title=self.text(words.TITLES, 0.95),
            body=self.outputs() if self.some(0.2) else (),
            minutes=self.minutes(),
            people=self.people() if self.some(0.3) else (),
            children=self.children(),
        )

    def times(self, start: int, kind: Kind) -> dict[str, Any]:
        """Make a point in time, a plain slot, one that passes midnight, or one whose end is before its start."""
        if kind == "note" and self.some(0.7):
            return {}
        begins = time(start // 60, start % 60)
        if self.some(0.1):
            return {"start": begins}
        end = start + self.one((1, 10, 30, 45, 90, 120)) if self.some(0.95) else start - 30
        return {"start": begins, "end": time(end // 60 % 24, end % 60), "next_day_end": end >= 1440 or self.some(0.02)}

    def slot(self, start: int) -> Slot:
        kind: Kind = "session" if self.some(0.5) else self.one(get_args(Kind))
        local = len(self.marks)
        notes = self.notes() if self.some(0.2) else ()
        slot = Slot(
            id=self.name(Slot),
            **self.times(start, kind),
            kind=kind,
            counts=self.one((True, False)) if self.some(0.1) else None,
            locked=self.some(0.1),
            room=self.text(words.ROOMS, 0.2),
            track=self.text(words.HEADINGS, 0.1),
            label=self.text(words.LABELS, 0.3 if kind == "session" else 0.7),
            items=() if kind in {"break", "lunch", "note"} else tuple(self.item() for _ in self.upto(3)),
            notes=notes,
            links=self.links() if self.some(0.1) else (),
        )
        del self.marks[local:]
        return slot

    def day(self, when: date) -> Day:
        local = len(self.marks)
        notes = self.notes() if self.some(0.4) else ()
        starts = sorted(self.chance.choices(range(0, 1440, 5), k=self.chance.randint(0, 7)))
        day = Day(
            id=self.name(Day),
            date=when,
            heading=self.text(words.HEADINGS, 0.8),
            access=self.one((None, *get_args(Access))),
            numbering=self.one(get_args(Numbering)),
            room=self.text(words.ROOMS, 0.2),
            outputs=self.outputs(),
            notes=notes,
            slots=tuple(map(self.slot, starts)),
        )
        del self.marks[local:]
        return day

    def dates(self) -> list[date]:
        first = self.one((FIRST_DAY, date(2023, 12, 30), date(2024, 2, 28), date(1945, 10, 24), date(2026, 11, 30)))
        gaps = [self.one((1, 1, 1, 2, 40)) for _ in self.upto(5)]
        dates = [first + timedelta(sum(gaps[:place])) for place in range(len(gaps))]
        if self.some(0.1):
            self.chance.shuffle(dates)
        return dates

    def style(self) -> Style:
        fields = Style.model_fields
        return Style(**{name: self.one(get_args(field.annotation)) for name, field in fields.items()})

    def meeting(self) -> Meeting:
        zones = ("UTC", "Europe/Zurich", "America/New_York", "Asia/Kathmandu", "Pacific/Apia")
        return Meeting(
            notes=self.notes(),
            title=self.text(words.TITLES, 0.95),
            host=self.text(words.NAMES, 0.5),
            venue=self.text(words.ROOMS, 0.5),
            category=self.text(words.HEADINGS, 0.3),
            symbol=self.one(("", "E/ESCWA/C.8/2026/3", "IGF/MAG(2026)/1", "=1")),
            time_zone=self.one(zones),
            extra_time_zones=tuple(self.chance.sample(zones, self.one((0, 0, 0, 1, 3)))),
            status=self.one(get_args(Status)),
            revision=self.one((0, 0, 1, 2, 11, 9_999)),
            links=self.links(),
        )

    def term(self) -> Term:
        return Term(
            id=self.name(Term), en="Dynamic Coalition", short=self.one(("", "DC")), ar="تحالف دينامي",
            forbidden=self.one(((), ("البلدان النامية",))),
        )  # fmt: skip

    def agenda(self) -> Agenda:
        return Agenda(
            id=self.one(("a1", "5c2f7d1a-93be-4e07-8a46-d0f1b6c92e38")),
            languages=self.languages,
            meeting=self.meeting(),
            days=tuple(map(self.day, self.dates())),
            style=self.style(),
            terms=tuple(self.term() for _ in self.upto(2)),
            waivers=tuple(Waiver(check="T03", target="s4", reason="change-over") for _ in self.upto(1)),
        )
