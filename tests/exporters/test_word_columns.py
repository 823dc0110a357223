"""Which paper an agenda lies on, how its columns share it, and how far its markers hang."""

from __future__ import annotations

import pytest

from igfeditor.document.blocks import Document, Role
from igfeditor.exporters.word_columns import needs_of, page_for
from igfeditor.exporters.word_steps import looks_for
from igfeditor.exporters.word_styles import STEP
from tests.document.printing import agenda, day, item, printed, slot
from tests.documents import a_document_saying, a_paragraph

ZONES = ("Europe/Zurich", "America/New_York", "Asia/Tokyo")
IN_WORDS = {"clock": "12h", "range_flow": "words"}


def timed(layout: str, zones: tuple[str, ...] = (), style: dict[str, str] | None = None) -> Document:
    """A day with the longest ranges there are by the clock of a house."""
    return printed(
        agenda(day("2021-02-22", slot("12:00", "12:45", item())), style=style, extra_time_zones=zones), layout
    )


def paper(document: Document) -> tuple[int, int]:
    """Width and height in millimetres."""
    page = page_for(needs_of(document))
    return round(page.width * 25.4 / 1440), round(page.height * 25.4 / 1440)


class TestPaper:
    @pytest.mark.parametrize(
        ("layout", "zones", "style", "size"),
        [
            ("en", (), None, (210, 297)),
            ("ar", (), IN_WORDS, (210, 297)),
            ("en-ar", (), None, (297, 210)),
            ("en", ZONES, IN_WORDS, (297, 210)),
            ("en-ar", ZONES[:2], IN_WORDS, (297, 210)),
            ("en-ar", ZONES, None, (420, 297)),
        ],
    )
    def test_sheet_is_the_smallest_that_leaves_room(
        self, layout: str, zones: tuple[str, ...], style: dict[str, str] | None, size: tuple[int, int]
    ) -> None:
        assert paper(timed(layout, zones, style)) == size

    def test_long_ranges_are_broken_before_a_sheet_is_taken_that_few_printers_have(self) -> None:
        needs = needs_of(timed("en-ar", ZONES[:2], IN_WORDS))
        (table,) = needs
        shares = table.shares(page_for(needs).text_width)
        assert shares[-1] == table.tight[-1] < table.roomy[-1]

    @pytest.mark.parametrize("total", [3000, 9638, 14910, 21883])
    @pytest.mark.parametrize("zones", [(), ZONES], ids=len)
    @pytest.mark.parametrize("layout", ["en", "ar", "en-ar"])
    def test_shares_add_up_to_the_whole(self, layout: str, zones: tuple[str, ...], total: int) -> None:
        (table,) = needs_of(timed(layout, zones, IN_WORDS))
        shares = table.shares(total)
        assert sum(shares) == total
        assert min(shares) > 0


class TestSteps:
    def hang(self, said: Role, marker: str, asked: Role) -> int:
        return looks_for(a_document_saying(a_paragraph("Text", "en", said, marker), language="en"))[asked].hang

    @pytest.mark.parametrize("role", [Role.ITEM, Role.NOTE, Role.OUTPUT, Role.SUB_ITEM_1, Role.SUB_ITEM_3])
    def test_usual_marker_has_the_usual_step(self, role: Role) -> None:
        assert looks_for(a_document_saying())[role].marker == self.hang(role, "•", Role.ITEM) == STEP

    @pytest.mark.parametrize("role", [Role.ITEM, Role.NOTE, Role.OUTPUT, Role.SUB_ITEM_1, Role.SUB_ITEM_3])
    def test_wide_marker_widens_its_own_level(self, role: Role) -> None:
        assert self.hang(role, "XVIII.", role) > looks_for(a_document_saying())[role].hang

    @pytest.mark.parametrize("under", [Role.BODY, Role.PEOPLE, Role.NOTE, Role.SUB_ITEM_1, Role.SUB_ITEM_3])
    def test_what_stands_under_an_item_goes_along(self, under: Role) -> None:
        wider = self.hang(Role.ITEM, "XVIII.", Role.ITEM) - STEP
        assert self.hang(Role.ITEM, "XVIII.", under) == looks_for(a_document_saying())[under].hang + wider

    def test_level_does_not_move_the_one_above(self) -> None:
        assert self.hang(Role.SUB_ITEM_1, "XVIII.", Role.ITEM) == STEP

    def test_marker_of_many_words_leaves_room_for_the_text(self) -> None:
        assert self.hang(Role.ITEM, "Item of the second part, continued", Role.ITEM) == 5 * STEP
