"""Minutes and hours in print, with the agreement of noun and number that Arabic asks for.

Arabic counts in words from CLDR: دقيقة واحدة، دقيقتان، 3 دقائق، 11 دقيقة، 100 دقيقة، 103 دقائق. They stand in the
nominative, which is right by themselves ("(دقيقتان)"), as the predicate of "مدة الاجتماع" and in what is joined to
it by و; the printed phrases use them in no other place. Every other language prints the symbols h and min, which
are the same in all languages (SI Brochure, table 8). A number and
its symbol are not parted by the end of a line. In Arabic they may be: LibreOffice 7.4 breaks a line before a number
that a no-break space follows, and so leaves a bracket or a و behind.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from babel.units import format_unit

from igfeditor.language.dates import ARABIC
from igfeditor.language.numerals import NBSP
from igfeditor.language.phrases import locale_of, phrases_for

Unit = Literal["hour", "minute"]

MINUTES_AN_HOUR: Final = 60


def minutes_text(count: int, language: str) -> str:
    """Give a number of minutes as minutes alone: "90 min", "90 دقيقة"."""
    return _counted(count, "minute") if language == ARABIC else f"{count}{NBSP}min"


def hours_parts(minutes: int, language: str, *, padded: bool = False) -> tuple[str, ...]:
    """Give a number of minutes as hours and minutes, to be joined as the language joins them.

    ("7 h",), ("5 h", "45 min"), ("45 min",), ("5 ساعات", "45 دقيقة"). With `padded` the symbols always show two
    digits of minutes after hours: ("7 h", "00 min").
    """
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    if not hours:
        return (minutes_text(rest, language),)
    if language == ARABIC:
        return (_noun(hours, "hour"), _counted(rest, "minute")) if rest else (_counted(hours, "hour"),)
    if padded:
        return f"{hours}{NBSP}h", f"{rest:02}{NBSP}min"
    return (f"{hours}{NBSP}h", f"{rest}{NBSP}min") if rest else (f"{hours}{NBSP}h",)


def _counted(count: int, unit: Unit) -> str:
    """Give a quantity that ends a phrase: one of a thing is said as "ساعة واحدة"."""
    noun = _noun(count, unit)
    return phrases_for(ARABIC).phrase("exactly-one", {"unit": noun}) if count == 1 else noun


@cache
def _noun(count: int, unit: Unit) -> str:
    return format_unit(count, f"duration-{unit}", "long", "0", locale_of(ARABIC))
