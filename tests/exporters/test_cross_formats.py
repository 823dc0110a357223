"""The same rows, numbers, times and texts in every format, each read with a reader of its own kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import pytest

from igfeditor.document.blocks import Document
from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout
from igfeditor.exporters.registry import FORMATS
from igfeditor.model.agenda import Agenda, Day, Item, Phrase, Slot, Text
from tests.agendas import clock, generated_agenda
from tests.document.printing import sample
from tests.exporters.readings import READERS, Reading, differences, tells

AGENDAS = 200
BATCH = 20
SAID = tuple(suffix for suffix in READERS if suffix in FORMATS)

Change = Callable[[Agenda], Agenda]


def printed(agenda: Agenda, language: str) -> Document:
    return compose(agenda, Layout((language,), extras=()))


def readings_of(document: Document) -> dict[str, Reading]:
    return {suffix: READERS[suffix](FORMATS[suffix].write([document])) for suffix in SAID}


@cache
def readings_of_the_sample() -> Mapping[str, Reading]:
    return readings_of(printed(sample(), "en"))


def test_every_format_has_a_reader() -> None:
    assert {*FORMATS} - {*READERS} == set()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_sample_says_the_same_in_every_format(language: str) -> None:
    readings = readings_of(printed(sample(), language))
    assert [*differences(readings)] == []
    assert len(readings["docx"].rows) == 19
    assert len(readings["docx"].words) > 3_000


@pytest.mark.parametrize("first", range(0, AGENDAS, BATCH))
def test_agendas_of_every_shape_say_the_same_in_every_format(first: int) -> None:
    for seed in range(first, first + BATCH):
        agenda = generated_agenda(seed)
        document = printed(agenda, agenda.languages[seed % len(agenda.languages)])
        assert [*differences(readings_of(document))] == [], seed


# --- what must be seen -------------------------------------------------------------------------------------


def in_day(change: Callable[[Day], Day]) -> Change:
    return lambda agenda: agenda.model_copy(update={"days": (change(agenda.days[0]), *agenda.days[1:])})


def in_slots(change: Callable[[tuple[Slot, ...]], tuple[Slot, ...]]) -> Change:
    return in_day(lambda day: day.model_copy(update={"slots": change(day.slots)}))


def in_item(change: Callable[[Item], Item]) -> Change:
    def changed(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        first, *others = slots
        return first.model_copy(update={"items": (change(first.items[0]), *first.items[1:])}), *others

    return in_slots(changed)


def moved(slots: tuple[Slot, ...], **times: str) -> tuple[Slot, ...]:
    read = {name: clock(text) for name, text in times.items()}
    return slots[0].model_copy(update=read), *slots[1:]


def other_letters(item: Item) -> Item:
    """Exchange two letters of a title: as many of each as before, in another order."""
    said = item.title.wording("en")
    title = Text({**item.title.root, "en": Phrase(text=said[1] + said[0] + said[2:])})
    return item.model_copy(update={"title": title})


CHANGES: dict[str, Change] = {
    "a row begins later": in_slots(lambda slots: moved(slots, start="09:05")),
    "a row ends earlier": in_slots(lambda slots: moved(slots, end="09:40")),
    "a row is twelve hours off": in_slots(lambda slots: moved(slots, start="21:00", end="21:45")),
    "a row is lost": in_slots(lambda slots: slots[1:]),
    "rows have changed places": in_slots(lambda slots: (slots[1], slots[0], *slots[2:])),
    "a number is another": in_item(lambda item: item.model_copy(update={"number": "9"})),
    "letters have changed places": in_item(other_letters),
    "a sub-item is lost": in_item(lambda item: item.model_copy(update={"children": item.children[1:]})),
    "sub-items have changed places": in_item(lambda item: item.model_copy(update={"children": item.children[::-1]})),
    "a heading is lost": in_day(lambda day: day.model_copy(update={"heading": type(day.heading)()})),
    "an output is lost": lambda agenda: agenda.model_copy(
        update={
            "days": (
                agenda.days[0],
                agenda.days[1].model_copy(update={"outputs": agenda.days[1].outputs[1:]}),
                agenda.days[2],
            )
        }
    ),
    "a day is lost": lambda agenda: agenda.model_copy(update={"days": agenda.days[:-1]}),
}


@pytest.mark.parametrize("suffix", SAID)
@pytest.mark.parametrize("change", CHANGES)
def test_what_one_format_says_otherwise_is_seen(change: str, suffix: str) -> None:
    readings = dict(readings_of_the_sample())
    readings[suffix] = READERS[suffix](FORMATS[suffix].write([printed(CHANGES[change](sample()), "en")]))
    seen = {fault.split(":")[0] for fault in differences(readings)}
    assert seen == {suffix} if suffix != "docx" else seen == {*SAID} - {"docx"}


@pytest.mark.parametrize(
    ("said", "start", "end", "told"),
    [
        ("09:00–09:45", "09:00", "09:45", True), ("٠٩:٠٠–٠٩:٤٥", "09:00", "09:45", True), ("9a.m.–1:30p.m.", "09:00", "13:30", True),
        ("09:00", "09:00", None, True), ("23:00–01:00(+1day)", "23:00", "01:00", True), ("09:00–09:45", "09:00", "09:40", False),
        ("09:00–09:45", "09:45", "09:00", False), ("9a.m.–1:30p.m.", "09:30", "13:30", False), ("", "09:00", None, False),
    ],
)  # fmt: skip
def test_a_printed_time_is_told_by_its_digits(said: str, start: str, end: str | None, told: bool) -> None:
    begin = clock(start)
    assert begin is not None
    assert tells(said, (begin, clock(end))) is told
