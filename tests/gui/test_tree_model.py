"""The rows of the tree: what they say, and that they follow every deed in steps that Qt can trust."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from igfeditor.errors import sentence
from igfeditor.gui import tree_mime
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.tree_filter import Filter, TreeFilter
from igfeditor.gui.tree_model import Column, TreeModel
from igfeditor.gui.tree_shape import Shape, rows_under
from igfeditor.model import edits, rows
from igfeditor.model.agenda import Agenda
from igfeditor.services.session import Session
from tests.agendas import (
    a_day,
    a_slot,
    a_sub_item,
    a_text,
    an_agenda,
    an_item,
    generated_agenda,
    large_agenda,
)

DEED = sentence("A deed")
MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


def a_model(agenda: Agenda, language: str = "en") -> tuple[Bridge, TreeModel]:
    bridge = Bridge(Session(agenda), language)
    model = TreeModel(bridge, bridge)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    return bridge, model


def an_outline() -> Agenda:
    first = an_item("Opening", a_sub_item("Message", ar="رسالة"), a_sub_item("Welcome"), ar="افتتاح")
    return an_agenda(
        a_day(
            a_slot(first, start="09:00", end="09:45"),
            a_slot(start="09:45", end="10:00", kind="break"),
            a_slot(an_item("Reports", ar="تقارير"), an_item("Budget"), start="10:00", end="11:00"),
            heading=a_text("Consultation", "مشاورات"),
        ),
        a_day(a_slot(an_item("Closing"), start="09:00")),
    )


def shown(model: TreeModel, row: str = "", column: Column = Column.TITLE) -> list[str]:
    return [model.index_of(one, column).data() for one in model.shape.rows(row)]


def changed(model: TreeModel) -> list[str]:
    """Collect the ids of rows that the model says have changed."""
    ids: list[str] = []

    def listen(first: QModelIndex, last: QModelIndex) -> None:
        ids.extend(model.shape.rows(model.id_of(first.parent()))[first.row() : last.row() + 1])

    model.dataChanged.connect(listen)
    return ids


# --- what rows say -----------------------------------------------------------------------------------------


def test_the_meeting_stands_on_top_and_the_days_beside_it() -> None:
    _, model = a_model(an_outline())
    assert shown(model) == ["Annual meeting", "Mon 9 Feb Consultation", "Tue 10 Feb"]
    assert shown(model, column=Column.TIME) == ["Meeting", "Day 1", "Day 2"]
    assert shown(model, "meeting") == []


def test_a_slot_with_one_item_is_one_row_with_it() -> None:
    _, model = a_model(an_outline())
    assert shown(model, "d1") == ["1. Opening", "BREAK", "2 items"]
    assert shown(model, "d1", Column.TIME)[0].replace("\u00a0", " ") == "09:00 – 09:45"
    assert shown(model, "s1") == ["a. Message", "b. Welcome"]
    assert shown(model, "s3") == ["2. Reports", "3. Budget"]


def test_a_slot_with_a_label_keeps_its_item_apart() -> None:
    _, model = a_model(an_agenda(a_day(a_slot(an_item(), label=a_text("Reception")))))
    assert shown(model, "d1") == ["Reception"]
    assert shown(model, "s1") == ["1. Opening of the meeting"]


def test_a_title_is_shown_in_the_language_of_the_window_or_faintly_in_another() -> None:
    _, model = a_model(an_outline(), "ar")
    assert shown(model, "d1") == ["1. افتتاح", "استراحة", "2 items"]
    letters = model.words.of("c1"), model.words.of("c2")
    assert [words.whole for words in letters] == ["أ. رسالة", "ب. Welcome"]
    assert [words.is_faint for words in letters] == [False, True]
    assert [words.language for words in letters] == ["ar", "en"]


def test_markup_is_not_shown_but_edited() -> None:
    _, model = a_model(an_agenda(a_day(a_slot(an_item("The **new** plan")))))
    index = model.index_of("s1")
    assert index.data() == "1. The new plan"
    assert index.data(Qt.ItemDataRole.EditRole) == "The **new** plan"


@pytest.mark.parametrize(
    ("item", "state"),
    [
        (an_item("Opening"), "untranslated"),
        (an_item("Opening", ar="افتتاح"), "reviewed"),
        (an_item(""), None),
    ],
)
def test_the_state_is_that_of_the_translation(item: object, state: str | None) -> None:
    _, model = a_model(an_agenda(a_day(a_slot(item))))
    assert model.words.of("s1").state == state


def test_the_worst_state_of_several_texts_is_shown() -> None:
    slot = a_slot(an_item("Opening", ar="افتتاح"), room=a_text("Room 4", "قاعة 4", translated_from="Room 3"))
    bridge, model = a_model(an_agenda(a_day(slot)))
    assert model.words.of("s1").state == "stale"
    assert model.index_of("s1", Column.STATE).data() == ""
    assert "Stale" in model.index_of("s1", Column.STATE).data(Qt.ItemDataRole.ToolTipRole)
    bridge.apply(lambda agenda: edits.clear_translation(agenda, "i1", "title", "ar"), DEED)
    assert model.words.of("s1").state == "untranslated"


def test_a_row_is_said_in_words() -> None:
    _, model = a_model(an_outline())
    spoken = model.index_of("s1").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.replace("\u00a0", " ") == "09:00 – 09:45. 1. Opening. Translation: Reviewed"


def test_an_agenda_of_one_language_has_no_states() -> None:
    _, model = a_model(an_outline().model_copy(update={"languages": ("en",)}))
    assert model.words.of("s1").state is None


# --- deeds -------------------------------------------------------------------------------------------------


def test_a_typed_title_goes_through_the_bridge() -> None:
    bridge, model = a_model(an_outline())
    assert model.setData(model.index_of("s1"), "Welcome to all")
    assert bridge.agenda.days[0].slots[0].items[0].title.wording("en") == "Welcome to all"
    assert model.setData(model.index_of("d2"), "Advisory group")
    assert bridge.agenda.days[1].heading.wording("en") == "Advisory group"
    assert not model.setData(model.index_of("s1", Column.TIME), "10:00")


def test_a_key_stroke_touches_one_row() -> None:
    bridge, model = a_model(an_outline())
    ids = changed(model)
    bridge.set_text("c1", "text", "en", "A message")
    assert ids == ["c1"]


def test_a_new_item_changes_the_numbers_after_it() -> None:
    bridge, model = a_model(an_outline())
    ids = changed(model)
    bridge.apply(lambda agenda: rows.add_after(agenda, "i2"), DEED)
    assert shown(model, "s3") == ["2. Reports", "3. No title", "4. Budget"]
    assert "i3" in ids
    assert "s1" not in ids


def test_a_second_item_parts_the_row_and_undo_joins_it() -> None:
    bridge, model = a_model(an_outline())
    kept = QPersistentModelIndex(model.index_of("c2"))
    bridge.apply(lambda agenda: rows.add_child(agenda, "s1"), DEED)
    assert shown(model, "s1") == ["1. Opening", "2. No title"]
    assert model.id_of(kept) == "c2"
    assert model.id_of(kept.parent()) == "i1"
    bridge.undo()
    assert shown(model, "s1") == ["a. Message", "b. Welcome"]
    assert model.id_of(kept) == "c2"


def test_a_label_parts_the_row_too() -> None:
    bridge, model = a_model(an_outline())
    bridge.set_text("s1", "label", "en", "Reception")
    assert shown(model, "s1") == ["1. Opening"]
    assert shown(model, "i1") == ["a. Message", "b. Welcome"]


def test_a_day_moves_in_one_step() -> None:
    bridge, model = a_model(an_agenda(days=9))
    moves: list[int] = []
    model.rowsMoved.connect(lambda *_: moves.append(1))
    bridge.apply(lambda agenda: rows.move(agenda, ("d1",), "meeting"), DEED)
    assert model.shape.rows("")[-1] == "d1"
    assert moves == [1]
    assert shown(model, column=Column.TIME)[-1] == "Day 9"


def test_another_style_is_seen_everywhere() -> None:
    bridge, model = a_model(an_outline())
    bridge.apply(lambda agenda: edits.set_style(agenda, letters="bracket", clock="12h"), DEED)
    assert shown(model, "s1") == ["(a) Message", "(b) Welcome"]


def test_another_project_is_shown_and_a_saved_one_stays(tmp_path: Path) -> None:
    bridge, model = a_model(an_outline())
    kept = QPersistentModelIndex(model.index_of("s1"))
    assert bridge.save(tmp_path / "one.agenda.json")
    assert kept.isValid()
    bridge.open(Session(an_agenda(title=a_text("Another"))))
    assert shown(model)[0] == "Another"
    assert not kept.isValid()


def _deed(chance: random.Random, model: TreeModel) -> Callable[[Agenda], Agenda]:
    there = [row for row in model.shape.walk() if row != "meeting"]
    if not there:
        return lambda agenda: rows.add_child(agenda, "meeting")
    one, some = chance.choice(there), chance.sample(there, min(len(there), chance.randint(1, 4)))
    node = chance.choice([name for name in model.words.tree.ids() if name[0] in "dsic"])
    deeds: tuple[Callable[[Agenda], Agenda], ...] = (
        lambda agenda: rows.add_after(agenda, one),
        lambda agenda: rows.add_child(agenda, node),
        lambda agenda: rows.remove(agenda, some),
        lambda agenda: rows.move(agenda, some, node, chance.randint(0, 4)),
        lambda agenda: rows.move_up(agenda, (one,)),
        lambda agenda: rows.move_down(agenda, (one,)),
        lambda agenda: rows.indent(agenda, some),
        lambda agenda: rows.outdent(agenda, some),
        lambda agenda: rows.duplicate(agenda, some),
        lambda agenda: rows.merge_slots(agenda, some),
        lambda agenda: edits.set_text(agenda, one, "label", agenda.source, chance.choice(("", "Label"))),
    )
    return chance.choice(deeds)


def _as_built(model: TreeModel) -> Iterator[tuple[str, list[str], list[str]]]:
    tree = model.words.tree
    fresh = Shape(tree)
    for row in ("", *fresh.walk()):
        yield row, list(model.shape.rows(row)), rows_under(tree, row)


@pytest.mark.parametrize("seed", range(20))
def test_random_deeds_end_where_a_new_model_begins(seed: int) -> None:
    bridge, model = a_model(generated_agenda(seed), "ar" if seed % 2 else "en")
    shown_rows = TreeFilter(model, model)
    QAbstractItemModelTester(shown_rows, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    if seed % 3 == 0:
        shown_rows.choose(Filter.WITHOUT_BREAKS)
    chance = random.Random(seed)
    for _ in range(20):
        kept = {row: QPersistentModelIndex(model.index_of(row)) for row in model.shape.walk()}
        way = chance.random()
        if way < 0.25:
            bridge.undo()
        elif way < 0.35:
            bridge.redo()
        else:
            bridge.apply(_deed(chance, model), DEED)
        for row, there, wanted in _as_built(model):
            assert (row, there) == (row, wanted)
        lost = [row for row, index in kept.items() if row in model.shape and model.id_of(index) != row]
        assert lost == []


def test_what_is_said_after_a_deed_is_what_a_new_model_says() -> None:
    for seed in range(20):
        bridge, model = a_model(generated_agenda(seed))
        chance = random.Random(seed)
        for _ in range(10):
            for row in model.shape.walk():
                model.words.of(row)
            bridge.apply(_deed(chance, model), DEED)
            fresh = TreeModel(bridge)
            assert [model.words.of(row) for row in model.shape.walk()] == [
                fresh.words.of(row) for row in fresh.shape.walk()
            ]
            fresh.deleteLater()
            bridge.agenda_changed.disconnect(fresh._follow)


def test_all_rows_of_a_large_agenda_are_there() -> None:
    _, model = a_model(large_agenda(slots=2_000, sub_items=4))
    assert sum(1 for _ in model.shape.walk()) == 1 + 100 + 2_000 * 5


# --- drag and drop -----------------------------------------------------------------------------------------


def dragged(model: TreeModel, *ids: str) -> QMimeData:
    return model.mimeData([model.index_of(row, column) for row in ids for column in Column])


def drop(model: TreeModel, mime: QMimeData, under: str, place: int, action: Qt.DropAction = MOVE) -> bool:
    parent = model.index_of(under, Column.TIME)
    can = model.canDropMimeData(mime, action, place, 0, parent)
    assert model.dropMimeData(mime, action, place, 0, parent) == can
    return can


def test_slots_are_dropped_on_another_day() -> None:
    bridge, model = a_model(an_outline())
    assert drop(model, dragged(model, "s1", "s3"), "d2", 0)
    assert list(model.shape.rows("d2")) == ["s1", "s3", "s4"]
    assert str(bridge.session.history.done[-1]) == "Move 2 rows"
    bridge.undo()
    assert list(model.shape.rows("d1")) == ["s1", "s2", "s3"]


def test_rows_are_dropped_only_where_their_kind_fits() -> None:
    _, model = a_model(an_outline())
    assert not drop(model, dragged(model, "d1"), "s1", 0)
    assert not drop(model, dragged(model, "c1"), "d1", 1)
    assert not drop(model, dragged(model, "c1"), "c1", -1)
    assert not drop(model, dragged(model, "s1", "d2"), "d1", 0)
    assert not drop(model, QMimeData(), "d1", 0)


def test_what_is_dropped_on_a_row_of_its_kind_goes_after_it() -> None:
    _, model = a_model(an_outline())
    assert drop(model, dragged(model, "s1"), "s3", -1)
    assert list(model.shape.rows("d1")) == ["s2", "s3", "s1"]


def test_an_item_dropped_on_a_row_of_one_item_stands_beside_that() -> None:
    _, model = a_model(an_outline())
    assert drop(model, dragged(model, "i3"), "s4", -1)
    assert list(model.shape.rows("s4")) == ["i4", "i3"]


def test_a_day_is_dropped_between_days() -> None:
    _, model = a_model(an_outline())
    assert drop(model, dragged(model, "d2"), "", 1)
    assert list(model.shape.rows("")) == ["meeting", "d2", "d1"]


def test_rows_are_copied_with_the_key_and_from_another_window() -> None:
    _, model = a_model(an_outline())
    assert drop(model, dragged(model, "c1"), "s1", 0, COPY)
    assert shown(model, "s1") == ["a. Message", "b. Message", "c. Welcome"]
    _, other = a_model(an_agenda())
    assert drop(model, dragged(other, "s1"), "d2", 0, MOVE)
    assert shown(model, "d2") == ["1. Opening of the meeting and adoption of the agenda", "2. Closing"]
    assert other.shape.rows("d1") == ["s1", "s2"]


def test_rows_leave_as_a_numbered_outline() -> None:
    _, model = a_model(an_outline(), "ar")
    mime = dragged(model, "s1")
    assert (
        mime.text().replace("\u00a0", " ").replace("\u200f", "") == "09:00 – 09:45\t1. افتتاح\n\tأ. رسالة\n\tب. Welcome"
    )
    assert '<p dir="rtl" lang="ar"' in mime.html()
    assert mime.hasFormat(tree_mime.MIME_TYPE)


@pytest.mark.parametrize(
    "forged",
    [b"", b"{", b"[]", b'{"model": 1, "rows": 7, "kind": "Slot"}', b'{"rows": [1], "model": "", "kind": "Slot"}'],
)
def test_a_forged_drag_is_refused(forged: bytes) -> None:
    _, model = a_model(an_outline())
    mime = QMimeData()
    mime.setData(tree_mime.DRAGGED, forged)
    assert not drop(model, mime, "d1", 0)


def test_a_drag_with_damaged_rows_is_refused_in_words() -> None:
    bridge, model = a_model(an_outline())
    said: list[str] = []
    bridge.refused.connect(said.append)
    mime = QMimeData()
    mime.setData(tree_mime.DRAGGED, json.dumps({"model": "", "rows": ["s9"], "kind": "Slot"}).encode())
    mime.setData(tree_mime.MIME_TYPE, b"\xff{")
    assert not model.dropMimeData(mime, COPY, 0, 0, model.index_of("d1", Column.TIME))
    assert len(said) == 1


# --- filters -----------------------------------------------------------------------------------------------


def filtered(agenda: Agenda, chosen: Filter, query: str = "") -> list[str]:
    _, model = a_model(agenda)
    shown_rows = TreeFilter(model, model)
    shown_rows.choose(chosen, query)
    found: list[str] = []

    def walk(parent: QModelIndex) -> None:
        for row in range(shown_rows.rowCount(parent)):
            index = shown_rows.index(row, 0, parent)
            found.append(model.id_of(shown_rows.mapToSource(index)))
            walk(index)

    walk(QModelIndex())
    return found


@pytest.mark.parametrize(
    ("chosen", "query", "ids"),
    [
        (Filter.UNTRANSLATED, "", ["d1", "s1", "c2", "s3", "i3", "d2", "s4"]),
        (Filter.WITHOUT_BREAKS, "", ["meeting", "d1", "s1", "c1", "c2", "s3", "i2", "i3", "d2", "s4"]),
        (Filter.STALE, "", []),
        (Filter.ALL, "welcome", ["d1", "s1", "c2"]),
        (Filter.ALL, "إفتتاح", ["d1", "s1"]),
        (Filter.UNTRANSLATED, "budget", ["d1", "s3", "i3"]),
    ],
)
def test_filters(chosen: Filter, query: str, ids: list[str]) -> None:
    assert filtered(an_outline(), chosen, query) == ids


def test_a_filter_does_not_take_a_row_from_under_the_hand() -> None:
    bridge, model = a_model(an_outline())
    shown_rows = TreeFilter(model, model)
    shown_rows.choose(Filter.UNTRANSLATED)
    bridge.set_text("i3", "title", "ar", "الميزانية")
    assert shown_rows.mapFromSource(model.index_of("i3")).isValid()
    shown_rows.choose(Filter.UNTRANSLATED)
    assert not shown_rows.mapFromSource(model.index_of("i3")).isValid()
