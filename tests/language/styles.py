"""House styles for tests: the usual one, and how to differ from it."""

from dataclasses import dataclass

from igfeditor.language.dates import ArabicMonths
from igfeditor.language.ranges import RangeFlow
from igfeditor.language.wording import Clock, Digits, Letters, Wording, wording_for

RLM, LRM, NBSP = "\u200f", "\u200e", "\u00a0"


@dataclass(frozen=True)
class HouseStyleForTests:
    range_flow: RangeFlow = "start-right"
    arabic_months: ArabicMonths = "levantine-and-common"
    digits: Digits = "western"
    letters: Letters = "dot"
    clock: Clock = "24h"


USUAL = HouseStyleForTests()
ENGLISH: Wording = wording_for("en", USUAL)
ARABIC: Wording = wording_for("ar", USUAL)
INDIC: Wording = wording_for("ar", HouseStyleForTests(digits="arabic-indic"))


def arabic(**choices: str) -> Wording:
    """Give Arabic in a house style that differs from the usual one."""
    return wording_for("ar", HouseStyleForTests(**choices))  # pyright: ignore[reportArgumentType]


def english(**choices: str) -> Wording:
    """Give English in a house style that differs from the usual one."""
    return wording_for("en", HouseStyleForTests(**choices))  # pyright: ignore[reportArgumentType]


def spelled(text: str) -> str:
    """Spell out what cannot be seen: {R}, {L}, and _ for the no-break space."""
    return text.replace(RLM, "{R}").replace(LRM, "{L}").replace(NBSP, "_")


def loosened(text: str) -> str:
    """Give a text with ordinary spaces, for tests that are not about what a line may part."""
    return text.replace(NBSP, " ")
