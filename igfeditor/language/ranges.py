"""From–to in print: which way an Arabic range runs, and the marks that make every renderer agree (R32–R35)."""

from __future__ import annotations

import re
from typing import Final, Literal

from igfeditor.language.bidi import LRM, RLM, Direction
from igfeditor.language.numerals import NBSP

RangeFlow = Literal["start-right", "start-left", "words"]

CLOSE_DASH: Final = "\u2013"
SPACED_DASH: Final = f"{NBSP}\u2013{NBSP}"
# A line may end after this one, never begin with it.
LOOSE_DASH: Final = f"{NBSP}\u2013 "

_DIGITS: Final = re.compile(r"[\d:]+")
_EUROPEAN: Final = re.compile(r"[0-9:]+")


def dashed(ends: tuple[str, str], dash: str, direction: Direction, flow: RangeFlow) -> str | None:
    """Join two ends by an en dash, the first one first in memory, with the marks that the house's flow needs.

    English has no marks. Arabic that starts at the right has an RLM before a range of digits. Arabic that starts
    at the left has an LRM on both sides, which holds for European digits only: letters and Arabic-Indic digits
    run from the right whatever stands around them. Gives nothing where a dash cannot say what the house wants:
    the range is then said in words, which no renderer inverts (R33).
    """
    joined = dash.join(ends)
    if direction == "ltr":
        return joined
    if flow == "start-right":
        return f"{RLM}{joined}" if all(map(_DIGITS.fullmatch, ends)) else joined
    if flow == "start-left" and all(map(_EUROPEAN.fullmatch, ends)):
        return f"{LRM}{joined}{LRM}"
    return None
