"""Composing is pure and total: any agenda that loads can be printed in any of its languages."""

import pytest
from hypothesis import given, settings

from igfeditor.document.blocks import Table, lines
from igfeditor.document.compose import compose, missing_texts
from igfeditor.document.layout import Extra, Layout, Missing, layout_names
from igfeditor.errors import ExportError
from igfeditor.language.marks import with_marks_over
from igfeditor.model.agenda import Agenda
from tests.agendas import agendas
from tests.document.printing import paragraphs

ALL_EXTRAS = tuple(Extra)
FORBIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")


def layouts_of(agenda: Agenda, **more: object) -> list[Layout]:
    return [Layout(tuple(name.split("-")), **more) for name in layout_names(agenda.languages)]  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(agendas())
def test_every_layout_of_every_agenda_can_be_made_and_twice_alike(agenda: Agenda) -> None:
    for layout in layouts_of(agenda, extras=ALL_EXTRAS):
        assert compose(agenda, layout) == compose(agenda, layout)


@settings(max_examples=40, deadline=None)
@given(agendas())
def test_tables_are_rectangular(agenda: Agenda) -> None:
    for layout in layouts_of(agenda, extras=ALL_EXTRAS):
        for section in compose(agenda, layout).sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    assert {len(row.cells) for row in block.rows} == {len(block.columns)}


@settings(max_examples=40, deadline=None)
@given(agendas())
def test_marks_are_complete_and_nothing_forbidden_is_printed(agenda: Agenda) -> None:
    for layout in layouts_of(agenda):
        document = compose(agenda, layout)
        assert FORBIDDEN.isdisjoint("".join(cell for line in lines(document) for cell in line))
        for paragraph in paragraphs(document):
            texts = [span.text for span in paragraph.spans]
            assert with_marks_over(texts, paragraph.direction) == texts


@settings(max_examples=40, deadline=None)
@given(agendas())
def test_both_languages_have_the_same_rows_and_times(agenda: Agenda) -> None:
    document = compose(agenda, Layout(("en", "ar")))
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    assert row.cells[0].times == row.cells[-1].times


@settings(max_examples=40, deadline=None)
@given(agendas())
def test_refusal_and_list_of_missing_texts_agree(agenda: Agenda) -> None:
    for layout in layouts_of(agenda, missing=Missing.REFUSE):
        if missing_texts(agenda, layout):
            with pytest.raises(ExportError):
                compose(agenda, layout)
        else:
            assert not any(paragraph.missing for paragraph in paragraphs(compose(agenda, layout)))
