"""Clock times as people type them: "930", "9.30", "9h30", "09:30", "9", "٩:٣٠"; nothing for what is no time."""

from __future__ import annotations

import re
import unicodedata
from datetime import time
from typing import Final

_APART: Final = re.compile(r"(\d{1,2})\s*[:.,h\u066b ]\s*(\d{0,2})")
_TOGETHER: Final = re.compile(r"\d{1,4}")


def read_clock(text: str) -> time | None:
    """Read one clock time of a day with 24 hours; one or two digits alone are hours, three or four have minutes."""
    digits = "".join(_european(sign) for sign in text.strip().lower())
    apart = _APART.fullmatch(digits)
    if apart:
        return _clock(int(apart[1]), int(apart[2] or "0"))
    if _TOGETHER.fullmatch(digits) is None:
        return None
    return _clock(int(digits), 0) if len(digits) <= 2 else _clock(int(digits[:-2]), int(digits[-2:]))


def _european(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _clock(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None
