"""The way back from a page to the agenda, and what formats that are no pages are told of the meeting."""

from __future__ import annotations

from datetime import date

import pytest

from igfeditor.document.blocks import At, Document, Occasion, Role, Standing, Table, paragraphs_of
from igfeditor.document.compose import compose
from igfeditor.document.layout import Extra, Layout
from igfeditor.language.markup import plain
from igfeditor.model.agenda import Agenda
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, a_text, an_agenda, an_item, generated_agenda
from tests.document.printing import sample

ALL = tuple(Extra)


def table_rows(document: Document) -> list[tuple[str, str]]:
    blocks = (block for section in document.sections for block in section.blocks)
    return [(row.node, row.room) for block in blocks if isinstance(block, Table) for row in block.rows]


def lost(agenda: Agenda, document: Document) -> list[At]:
    """Give the places of paragraphs whose text in the agenda is not what the paragraph says."""
    tree = tree_of(agenda)
    found = []
    for paragraph in paragraphs_of(document):
        at = paragraph.at
        if at is None or not at.field or at.field.startswith("people"):
            continue
        said = plain(tree.text(at.node, at.field).wording(paragraph.language))
        if said.split()[:1] != [] and said.split()[0] not in paragraph.text.translate({0x200E: None, 0x200F: None}):
            found.append(at)
    return found


@pytest.mark.parametrize("name", ["en", "ar", "en-ar"])
def test_every_written_paragraph_of_the_sample_leads_to_its_text(name: str) -> None:
    agenda = sample()
    document = compose(agenda, Layout(tuple(name.split("-")), extras=ALL))
    assert lost(agenda, document) == []
    written = {Role.TITLE, Role.DAY, Role.ITEM, Role.BODY, Role.SUB_ITEM_1, Role.BREAK, Role.NOTE, Role.OUTPUT}
    assert [one.text for one in paragraphs_of(document) if one.role in written and one.at is None] == []


@pytest.mark.parametrize("seed", range(40))
def test_every_place_on_a_page_is_in_the_agenda(seed: int) -> None:
    agenda = generated_agenda(seed)
    tree = tree_of(agenda)
    document = compose(agenda, Layout((agenda.languages[0],), extras=ALL))
    for paragraph in paragraphs_of(document):
        if paragraph.at is not None and paragraph.at.field:
            tree.text(*paragraph.at)
    assert [node for node, _ in table_rows(document)] == [slot.id for day in agenda.days for slot in day.slots]


def test_a_place_is_no_part_of_what_a_paragraph_says() -> None:
    one, other = (an_agenda(a_day(a_slot(an_item(name=name)))) for name in ("i1", "i2"))
    layout = Layout(("en",))
    assert list(paragraphs_of(compose(one, layout))) == list(paragraphs_of(compose(other, layout)))


def test_a_row_takes_place_in_its_room_or_in_that_of_its_day() -> None:
    day = a_day(a_slot(name="s1"), a_slot(name="s2", room=a_text("Room 2", "القاعة 2")), room=a_text("Hall", "القاعة"))
    assert table_rows(compose(an_agenda(day), Layout(("en",)))) == [("s1", "Hall"), ("s2", "Room 2")]
    assert table_rows(compose(an_agenda(day), Layout(("ar",)))) == [("s1", "القاعة"), ("s2", "القاعة 2")]


def test_the_occasion_has_the_days_of_the_whole_meeting() -> None:
    agenda = sample()
    occasion = compose(agenda, Layout(("en",), days=(2,))).occasion
    assert occasion == Occasion(
        key=agenda.id,
        zone="UTC",
        standing=Standing.TENTATIVE,
        first=date(2021, 2, 22),
        last=date(2021, 2, 24),
        venue=plain(agenda.meeting.venue.wording("en")),
        host=plain(agenda.meeting.host.wording("en")),
        category=plain(agenda.meeting.category.wording("en")),
    )


@pytest.mark.parametrize(
    ("status", "standing"),
    [("draft", Standing.TENTATIVE), ("adopted", Standing.CONFIRMED), ("cancelled", Standing.CANCELLED)],
)
def test_a_status_says_how_firm_the_meeting_is(status: str, standing: Standing) -> None:
    agenda = an_agenda()
    meeting = agenda.meeting.model_copy(update={"status": status, "revision": 2})
    occasion = compose(agenda.model_copy(update={"meeting": meeting}), Layout(("en",))).occasion
    assert occasion is not None
    assert (occasion.standing, occasion.revision) == (standing, 2)
