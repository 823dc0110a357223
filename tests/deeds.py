"""Any deed on any agenda, by chance: what a person at the window could do next, sensible or not."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, get_args

from igfeditor.errors import EditError
from igfeditor.model import clipboard, edits, rows, search
from igfeditor.model.agenda import Access, Agenda, Kind, Marker, State, Status
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import NodeKind, tree_of
from tests.agenda_words import HOSTILE

Edit = Callable[[Agenda], Agenda]

WORDS: Final = ("", "Opening", "افتتاح الدورة", "See [^n1] and [^n2]", "**bold** and *more*", "x", *HOSTILE)
ROWS: Final[tuple[NodeKind, ...]] = ("day", "slot", "item", "sub_item")
PARTS: Final[tuple[NodeKind, ...]] = ("note", "link", "output", "paragraph")


def some_deeds(seed: int, agenda: Agenda, count: int = 12) -> Iterator[Agenda]:
    """Give the agendas that follow on one another when `count` deeds are tried; refused ones are passed over."""
    chance = random.Random(seed)
    for _ in range(count):
        try:
            agenda = any_deed(chance, agenda)(agenda)
        except EditError:
            continue
        yield agenda


def any_deed(chance: random.Random, agenda: Agenda) -> Edit:
    """Give a deed on one of the nodes of an agenda; it may be refused with `EditError`."""
    return chance.choice(_DEEDS)(chance, agenda)


def _ids(agenda: Agenda, *kinds: NodeKind) -> list[str]:
    tree = tree_of(agenda)
    return sorted(one for one in tree.ids() if not kinds or tree.kind(one) in kinds) or ["gone"]


def _several(chance: random.Random, agenda: Agenda) -> list[str]:
    among = _ids(agenda, *((chance.choice(ROWS),) if chance.random() < 0.8 else ROWS))
    return chance.sample(among, min(len(among), chance.choice((1, 1, 1, 2, 3))))


def _text(chance: random.Random, agenda: Agenda) -> Edit:
    place = chance.choice(list(agenda_texts(agenda)))
    language = chance.choice(agenda.languages)
    word = chance.choice((*WORDS, *(phrase.text for phrase in place.text.root.values())))
    where = (place.node, place.field, language)
    return chance.choice(
        (
            lambda agenda: edits.set_text(agenda, *where, word),
            lambda agenda: edits.set_text(agenda, *where, word),
            lambda agenda: edits.confirm(agenda, *where, chance.choice(get_args(State))),
            lambda agenda: edits.copy_source(agenda, *where),
            lambda agenda: edits.clear_translation(agenda, *where),
        )
    )


def _attribute(chance: random.Random, agenda: Agenda) -> Edit:
    day, slot, item, child = (chance.choice(_ids(agenda, kind)) for kind in ROWS)
    when = date(2026, 2, 9) + timedelta(chance.randint(-3, 3))
    clock = f"{chance.randint(0, 23):02}:{chance.choice((0, 15, 59)):02}"
    kind = chance.choice(get_args(Kind))
    return chance.choice(
        (
            lambda agenda: edits.set_meeting(agenda, status=chance.choice(get_args(Status)), revision=chance.randint(-1, 3)),
            lambda agenda: edits.set_day(agenda, day, date=when, access=chance.choice(get_args(Access))),
            lambda agenda: edits.set_slot(agenda, slot, start=chance.choice((clock, None)), kind=kind),
            lambda agenda: edits.set_slot(agenda, slot, end=chance.choice((clock, None))),
            lambda agenda: edits.set_slot(agenda, slot, next_day_end=True, locked=True, counts=None),
            lambda agenda: edits.set_item(agenda, item, number=chance.choice(("auto", "none", "7 bis", " ")), minutes=5),
            lambda agenda: edits.set_sub_item(agenda, child, marker=chance.choice(get_args(Marker)), minutes=None),
            lambda agenda: edits.set_style(agenda, digits=chance.choice(("western", "arabic-indic", "roman"))),
        )
    )  # fmt: skip


def _part(chance: random.Random, agenda: Agenda) -> Edit:
    holder, item, part = (
        chance.choice(_ids(agenda)),
        chance.choice(_ids(agenda, "item")),
        chance.choice(_ids(agenda, *PARTS)),
    )
    place = chance.randint(-1, 3)
    return chance.choice(
        (
            lambda agenda: edits.add_note(agenda, holder),
            lambda agenda: edits.add_link(agenda, holder, chance.choice(("https://example.org/", "nowhere"))),
            lambda agenda: edits.add_output(agenda, holder),
            lambda agenda: edits.add_paragraph(agenda, item),
            lambda agenda: edits.add_person(agenda, item),
            lambda agenda: edits.remove_person(agenda, item, place),
            lambda agenda: edits.move_person(agenda, item, place, chance.randint(-1, 3)),
            lambda agenda: edits.remove_part(agenda, part),
            lambda agenda: edits.move_part(agenda, part, place),
            lambda agenda: edits.set_link(agenda, part, "mailto:x@example.org"),
        )
    )


def _row(chance: random.Random, agenda: Agenda) -> Edit:
    chosen, one, holder = _several(chance, agenda), chance.choice(_ids(agenda, *ROWS)), chance.choice(_ids(agenda))
    kind = chance.choice(get_args(Kind))
    position = chance.choice((None, 0, 1, 99))
    return chance.choice(
        (
            lambda agenda: rows.add_after(agenda, one, kind=kind),
            lambda agenda: rows.add_before(agenda, one, kind=kind),
            lambda agenda: rows.add_child(agenda, holder, kind=kind, on=date(2026, 5, 1)),
            lambda agenda: rows.remove(agenda, chosen),
            lambda agenda: rows.move(agenda, chosen, holder, position),
            lambda agenda: rows.move(agenda, chosen, tree_of(agenda).parent(one) or "meeting", position),
            lambda agenda: rows.move_up(agenda, chosen),
            lambda agenda: rows.move_down(agenda, chosen),
            lambda agenda: rows.indent(agenda, chosen),
            lambda agenda: rows.outdent(agenda, chosen),
            lambda agenda: rows.duplicate(agenda, chosen),
            lambda agenda: rows.merge_slots(agenda, chosen),
        )
    )


def _clipboard(chance: random.Random, agenda: Agenda) -> Edit:
    chosen, target = _several(chance, agenda), chance.choice(_ids(agenda))

    def paste(agenda: Agenda) -> Agenda:
        carried = clipboard.copy_rows(agenda, chosen).to_json()
        return clipboard.paste_rows(agenda, clipboard.rows_from_json(carried), target)

    return paste


def _replace(chance: random.Random, agenda: Agenda) -> Edit:
    query = chance.choice(("e", "ال", "[", "n1", "the", "1", "*"))

    def replace(agenda: Agenda) -> Agenda:
        return search.replace_all(agenda, search.find(agenda, query), chance.choice(("", "E", "*", "نص ")))

    return replace


_DEEDS: Final[tuple[Callable[[random.Random, Agenda], Edit], ...]] = (
    _text,
    _text,
    _attribute,
    _part,
    _row,
    _row,
    _clipboard,
    _replace,
)
