"""The makers of test agendas: the same for the same seed, and of every shape that the format has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, get_args

import pytest

from igfeditor.model.agenda import Agenda, Node, Style, Text
from igfeditor.model.soundness import flaws
from igfeditor.model.texts import agenda_texts
from tests.agenda_words import HOSTILE, LONG, sentence
from tests.agendas import a_day, a_slot, an_agenda, an_item, generated_agenda, large_agenda, with_own_ids

SEEDS: Final = range(300)


def nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
        for inner in value.__dict__.values():
            yield from nodes(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from nodes(inner)


@pytest.fixture(scope="module")
def generated() -> list[Agenda]:
    return [generated_agenda(seed) for seed in SEEDS]


def test_same_seed_makes_the_same_agenda() -> None:
    assert all(generated_agenda(seed) == generated_agenda(seed) for seed in range(20))
    assert len({generated_agenda(seed) for seed in range(20)}) == 20


def test_every_choice_of_the_format_occurs(generated: list[Agenda]) -> None:
    seen: dict[tuple[str, str], set[object]] = {}
    for agenda in generated:
        for node in nodes(agenda):
            for name in type(node).model_fields:
                value: Any = getattr(node, name)
                if isinstance(value, str | bool | None):
                    seen.setdefault((type(node).__name__, name), set()).add(value)
    wanted = {
        ("Slot", "kind"), ("Slot", "counts"), ("Slot", "locked"), ("Slot", "next_day_end"), ("Day", "access"),
        ("Day", "numbering"), ("SubItem", "marker"), ("Meeting", "status"),
    } | {("Style", name) for name in Style.model_fields}  # fmt: skip
    for kind, name in wanted:
        field = next(node for node in Node.__subclasses__() if node.__name__ == kind).model_fields[name]
        assert set(choices(field.annotation)) <= seen[kind, name], (kind, name)


def choices(annotation: object) -> set[object]:
    if annotation is bool:
        return {True, False}
    if annotation is type(None):
        return {None}
    parts = get_args(annotation)
    return {part if isinstance(part, str) else choice for part in parts for choice in choices(part) or {part}}


def test_every_kind_of_text_occurs(generated: list[Agenda]) -> None:
    phrases = Counter[str]()
    texts = set[str]()
    for agenda in generated:
        for place in agenda_texts(agenda):
            missing = set(agenda.languages) - set(place.text.root)
            phrases["without source"] += agenda.source in missing and bool(place.text)
            phrases["untranslated"] += bool(missing - {agenda.source}) and bool(place.text.wording(agenda.source))
            phrases["without any text"] += not place.text
            for phrase in place.text.root.values():
                phrases["stale"] += phrase.is_stale
                phrases["with a mark"] += "[^n" in phrase.text
                texts.add(phrase.text.partition("[^n")[0])
    assert min(phrases.values()) > 50, phrases
    assert {text for text in HOSTILE if "[^n" not in text} <= texts
    assert set(LONG) & texts


def test_every_shape_occurs(generated: list[Agenda]) -> None:
    assert {len(agenda.days) for agenda in generated} == set(range(6))
    assert {agenda.languages for agenda in generated} == {("en", "ar"), ("ar", "en"), ("en",), ("ar",)}
    assert {len(agenda.meeting.extra_time_zones) for agenda in generated} == {0, 1, 3}
    slots = [slot for agenda in generated for day in agenda.days for slot in day.slots]
    items = [item for slot in slots for item in slot.items]
    assert any(slot.start is None for slot in slots)
    assert any(slot.start and slot.end is None for slot in slots)
    assert any(slot.start and slot.end and slot.end < slot.start and not slot.next_day_end for slot in slots)
    assert any(slot.notes and slot.links for slot in slots)
    assert {len(slot.items) for slot in slots} == {0, 1, 2, 3}
    assert any(item.people for item in items)
    assert any(item.minutes for item in items)
    assert any(item.body for item in items)
    assert any(grandchild.children for item in items for child in item.children for grandchild in child.children)
    assert {item.number for item in items} >= {"auto", "none", "3 bis"}


def test_large_agenda_has_the_size_that_it_promises() -> None:
    agenda = large_agenda(slots=50, sub_items=4)
    assert [len(day.slots) for day in agenda.days] == [20, 20, 10]
    texts = [place.text for place in agenda_texts(agenda) if place.field in {"title", "text"}]
    assert len(texts) - 1 == 250
    assert all(text.wording("en") and text.wording("ar") for text in texts)
    assert len({text.wording("ar") for text in texts}) >= 200


def test_sentences_differ_and_mix_directions_as_agendas_do() -> None:
    pairs = [sentence(number) for number in range(10_000)]
    english, arabic = zip(*pairs, strict=True)
    assert len(set(english)) == len(set(arabic)) == len(pairs)
    assert {len(text.split()) for text in (*english, *arabic)} <= set(range(5, 21))
    mixed = sum(re.search("[A-Za-z0-9]", text) is not None for text in arabic)
    assert 0.2 < mixed / len(arabic) < 0.3


def test_builders_read_like_speech() -> None:
    agenda = an_agenda(days=2, slots=3, revision=2)
    assert [len(day.slots) for day in agenda.days] == [3, 3]
    assert agenda.meeting.revision == 2
    assert [f"{slot.start:%H:%M}" for slot in agenda.days[0].slots] == ["08:00", "09:00", "10:00"]
    assert flaws(agenda) == ()


def test_builders_put_together_have_ids_and_days_of_their_own() -> None:
    day = a_day(a_slot(an_item("a")), a_slot(an_item("b"), start="10:00"))
    agenda = an_agenda(day, day)
    assert flaws(agenda) == ()
    assert [slot.id for day in agenda.days for slot in day.slots] == ["s1", "s2", "s3", "s4"]


def test_ids_that_differ_are_left_alone() -> None:
    agenda = an_agenda(a_day(a_slot(name="morning"), name="monday"))
    assert (agenda.days[0].id, agenda.days[0].slots[0].id) == ("monday", "morning")
    assert with_own_ids(agenda) == agenda


def test_empty_agenda_is_one() -> None:
    assert flaws(an_agenda(days=0, title=Text())) == ()
