"""The limits are those of the specification, in its own numbers."""

from __future__ import annotations

import pytest

from igfeditor.gate import limits

MIB = 1_048_576


PROMISED = {
    "LARGEST_FILE": 50 * MIB,
    "MOST_ENTRIES": 2_000,
    "LARGEST_ENTRY": 64 * MIB,
    "LARGEST_WHOLE": 200 * MIB,
    "LARGEST_RATIO": 200,
    "RATIO_FREE": MIB,
    "DEEPEST": 100,
    "MOST_ELEMENTS": 3_000_000,
    "LONGEST_TEXT": MIB,
    "MOST_ROWS": 20_000,
    "MOST_COLUMNS": 200,
    "MOST_CELLS": 400_000,
    "LARGEST_MERGED": 200_000,
    "MOST_PARAGRAPHS": 50_000,
    "MEMORY": 1_024 * MIB,
    "SECONDS": 30,
}


@pytest.mark.parametrize(("name", "value"), PROMISED.items())
def test_each_is_the_promised_one(name: str, value: int) -> None:
    assert getattr(limits, name) == value


def test_none_is_forgotten() -> None:
    assert {name for name in vars(limits) if name.isupper()} - {"MIB"} == set(PROMISED)
