"""The press and its pages: printed again and again, drawn at any size, leading back to the agenda."""

import threading
from collections.abc import Iterator

import pytest

from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout
from igfeditor.exporters.pages_press import Press
from tests.agendas import large_agenda
from tests.benchmarks.pages import typed
from tests.document.printing import printed, sample

LAYOUTS = ("en", "ar", "en-ar")


@pytest.fixture
def press() -> Iterator[Press]:
    press = Press()
    yield press
    press.close()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_click_on_a_paragraph_leads_to_it(layout: str, press: Press) -> None:
    pages = press.print(printed(sample(), layout))
    assert len(pages.spots) > 50
    for spot in pages.spots:
        middle = (spot.left + spot.right) / 2
        assert pages.at(spot.page, middle, spot.foot - 2) == spot.at


def test_click_beside_the_text_leads_to_what_is_near(press: Press) -> None:
    pages = press.print(printed(sample(), "en"))
    first, last = pages.spots[0], [spot for spot in pages.spots if spot.page == 0][-1]
    assert pages.at(0, 5, 5) == first.at
    assert pages.at(0, (last.left + last.right) / 2, 5_000) == last.at
    assert pages.at(99, 5, 5) is None


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nodes_are_found_on_their_pages(layout: str, press: Press) -> None:
    pages = press.print(printed(sample(), layout))
    nodes = {spot.at.node for spot in pages.spots}
    assert {"meeting", *(day.id for day in sample().days)} <= nodes
    assert all(pages.spot_of(node) for node in nodes)
    assert pages.spot_of("nobody") is None


def test_picture_is_as_sharp_as_is_asked_for(press: Press) -> None:
    pages = press.print(printed(sample(), "ar"))
    width, height = pages.size(0)
    for scale in (0.5, 1.0, 3.25):
        picture = pages.picture(0, scale)
        assert abs(picture.width - width * scale) <= 1
        assert abs(picture.height - height * scale) <= 1
        assert len(picture.data) == picture.stride * picture.height
        assert set(picture.data) > {0xFF}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_was_typed_is_printed_as_if_it_had_always_been_there(layout: str, press: Press) -> None:
    agenda = large_agenda(slots=160, sub_items=1)
    press.print(printed(agenda, layout))
    after, node = typed(agenda, 1)
    near = press.print_near(printed(after, layout), node)
    whole = press.print(printed(after, layout))
    assert whole.spot_of(node) == near.spot_of(node)
    assert near.spot_of(node).page in near.pages  # type: ignore[union-attr]
    assert near.count < whole.count
    there = [spot for spot in near.spots if spot.page in near.pages]
    assert there == [spot for spot in whole.spots if spot.page in near.pages]


def test_new_node_prints_all(press: Press) -> None:
    pages = press.print_near(printed(sample(), "en"), "meeting")
    assert pages.pages == range(pages.count)
    again = press.print_near(printed(sample(), "en"), "not printed yet")
    assert again.pages == range(pages.count)


def test_part_that_comes_or_goes_prints_all(press: Press) -> None:
    agenda = large_agenda(slots=60, sub_items=1)
    press.print(printed(agenda, "en"))
    fewer = compose(agenda, Layout(("en",), days=(1, 2)))
    assert press.print_near(fewer, "s1").pages.start == 0
    assert [spot for spot in press.print(fewer).spots if spot.at.node == "s60"] == []


def test_other_threads_run_while_pages_are_set(press: Press) -> None:
    document = printed(large_agenda(slots=200, sub_items=4), "ar")
    turns, done = 0, threading.Event()

    def set_it() -> None:
        press.print(document)
        done.set()

    worker = threading.Thread(target=set_it)
    worker.start()
    while not done.wait(0.001):
        turns += 1
    worker.join()
    assert turns > 20


def test_nothing_is_left_behind() -> None:
    press = Press()
    press.print(printed(sample(), "en"))
    folder = press._scratch.path
    assert folder.is_dir()
    assert folder.stat().st_mode & 0o077 == 0
    press.close()
    assert not folder.exists()
