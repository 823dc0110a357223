"""How much a foreign file may hold, and what looking at it may take."""

from __future__ import annotations

from typing import Final

MIB: Final = 2**20

LARGEST_FILE: Final = 50 * MIB

MOST_ENTRIES: Final = 2_000
LARGEST_ENTRY: Final = 64 * MIB
LARGEST_WHOLE: Final = 200 * MIB
LARGEST_RATIO: Final = 200
"""Bytes that one packed byte may stand for; asked for entries of more than `RATIO_FREE` bytes only."""
RATIO_FREE: Final = MIB

DEEPEST: Final = 100
MOST_ELEMENTS: Final = 3_000_000
LONGEST_TEXT: Final = MIB
"""Bytes of UTF-8 in one text, or in the attributes of one element."""

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200
MOST_CELLS: Final = 400_000
LARGEST_MERGED: Final = 200_000
"""Cells that all the merged areas and linked areas of a file may cover together."""
MOST_PARAGRAPHS: Final = 50_000

MEMORY: Final = 1_024 * MIB
SECONDS: Final = 30
"""Time by the clock and of the processor that looking at one file may take."""
