"""Texts cut into tokens for the grammar of values: one letter a token, with its number and its place.

Digits of all scripts are one. What nobody sees (direction marks, tashkeel, tatweel) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from igfeditor.checks.value_words import AM, PM, senses_of

_UNSEEN: Final = "\u0640\u0610-\u061a\u064b-\u065f\u0670\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_HAS_UNSEEN: Final = re.compile(f"[{_UNSEEN}]")
_IS_CARRIED: Final = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670]")
_SIGNS: Final = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪،‐‑‒–—―−\u00a0\u202f\u2009\t\n’", "01234567890123456789.,%,-------     '"
)
_ARABIC: Final = "\u0620-\u064a\u066e-\u06d3"
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100

_TOKEN: Final = re.compile(
    rf"""
      (?P<symbol>
          (?:https?://|www\.|mailto:)[^\s{_ARABIC}]+
        | [\w.+-]+@[\w-]+\.[\w.-]*\w
        | (?<![\w/])[A-Z]+(?:\(\d+\))?/(?=[^\s,;]*\d)[A-Z0-9(][\w./()-]*\w\)?
        | (?<![\w.])[A-Za-z]+(?!\d{{4}}(?!\w))\d+[A-Za-z0-9]*
        | (?<![\d.])\d+(?:\.\d+){{2,}}(?!\.?\d|/))
    | (?P<iso>(?<!\d)\d{{4}}-\d\d-\d\d(?!\d))
    | (?P<numeric>(?<![\d./])\d{{1,2}}(?P<mark>[/.])\d{{1,2}}(?P=mark)\d{{4}}(?!\d))
    | (?P<clock>(?<![\d:])\d{{1,2}}:\d\d(?::\d\d)?(?![:\d]))
    | (?P<nth>\d+(?:st|nd|rd|th)(?![A-Za-z]))
    | (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?)
    | (?P<half>[AaPp]\.\s?[Mm](?![A-Za-z])\.?)
    | (?P<percent>%|per\ cent(?![a-z])|(?:في\ ال|بال)م(?:ا?ئ)[ةه])
    | (?P<phrase>(?:بعد|قبل)\ (?:ال)?ظهر|منتصف\ (?:الليل|النهار)|(?:تشرين|كانون)\ ال(?:[أا]ول|ثاني)(?![{_ARABIC}])
        |o'clock)
    | (?P<word>[A-Za-z]+|[{_ARABIC}]+)
    | (?P<space>\s+)
    | (?P<sign>[^\s])
    """,
    re.VERBOSE,
)
_PHRASES: Final = (
    ("بعد", "P", PM), ("قبل", "P", AM), ("منتصف الليل", "W", 0), ("منتصف", "W", 720),
    ("تشرين الث", "M", 11), ("تشرين", "M", 10), ("كانون الث", "M", 1), ("كانون", "M", 12), ("o'", "k", 0),
)  # fmt: skip
_FRACTIONS: Final = MappingProxyType({"½": "e", "¼": "q"})
_MARKS: Final = "-/,.:()&"
_CUT: Final = re.compile(rf"[A-Za-z]+|[{_ARABIC}]+|\d|%")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign, with its letter in the grammar, its number, and its place in the text."""

    part: str
    number: float
    start: int
    end: int
    written: str = ""
    day: tuple[int, int, int] = (0, 0, 0)


def may_hold_values(text: str) -> bool:
    """Tell quickly whether there is anything in a text that could be a value."""
    return any(map(_is_promising, text.split()))


@lru_cache(maxsize=16384)
def _is_promising(word: str) -> bool:
    """Tell whether a word, with what is written onto it, holds a number, a sense or a sign of one."""
    if word.isascii() and word.isalpha() and word.islower() and word in {"a", "an", "and", "of", "to", "from"}:
        return False
    seen = _HAS_UNSEEN.sub("", word)
    if "://" in seen or "@" in seen:
        return True
    found = [one[0] for one in _CUT.finditer(seen)]
    if any(one.isdigit() or one == "%" for one in found):
        return True
    return any(sense.part not in "&faTyle" for one in found for _, sense in senses_of(one))


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text; tokens have their places in it as it is written."""
    if not _HAS_UNSEEN.search(text):
        return tuple(_tokens(text.translate(_SIGNS)))
    ends = _ends(text)
    places = [place for place, sign in enumerate(text) if not _HAS_UNSEEN.match(sign)]
    said = "".join(text[place] for place in places).translate(_SIGNS)
    return tuple(
        Token(one.part, one.number, places[one.start], ends[places[one.end - 1]], one.written, one.day)
        for one in _tokens(said)
    )


def _ends(text: str) -> list[int]:
    """Give where each letter ends: behind the tashkeel and tatweel that it carries."""
    ends = list(range(1, len(text) + 1))
    for place in range(len(text) - 2, -1, -1):
        if _IS_CARRIED.match(text, place + 1):
            ends[place] = ends[place + 1]
    return ends


def _tokens(said: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(said):
        start, end = found.span()
        kind, written = found.lastgroup, found[0]
        match kind:
            case "space":
                yield Token("_", 0, start, end)
            case "word":
                yield from _words(written, start, end)
            case "sign":
                yield Token(_FRACTIONS.get(written, written if written in _MARKS else "x"), 0, start, end, written)
            case "phrase":
                part, number = next((part, number) for begin, part, number in _PHRASES if written.startswith(begin))
                yield Token(part, number, start, end, written)
            case _:
                yield _number(kind or "", written, start, end)


def _words(written: str, start: int, end: int) -> Iterator[Token]:
    senses = senses_of(written)
    if not senses:
        yield Token("x", 0, start, end, written)
    for place, (begin, sense) in enumerate(senses):
        stop = senses[place + 1][0] + start if place + 1 < len(senses) else end
        yield Token(sense.part, sense.number, start + begin, stop, written)


def _number(kind: str, written: str, start: int, end: int) -> Token:
    match kind:
        case "iso":
            year, month, day = map(int, written.split("-"))
            return Token("B", 0, start, end, written, (day, month, year))
        case "numeric" | "mark":
            one, other, year = map(int, written.replace(".", "/").split("/"))
            day, month = (other, one) if other > 12 else (one, other)
            return Token("B", 0, start, end, written, (day, month, year))
        case "clock":
            hour, minute = map(int, written.split(":")[:2])
            is_sound = minute < 60 and (hour < 24 or (hour, minute) == (24, 0))
            return Token("C" if is_sound else "S", hour * 60 + minute, start, end, written)
        case "nth":
            return Token("o", int(written[:-2]), start, end, written)
        case "half":
            return Token("P", AM if written[0] in "Aa" else PM, start, end, written)
        case "percent":
            return Token("%", 0, start, end, written)
        case "symbol":
            return Token("S", 0, start, end, written)
        case _:
            return _plain_number(written, start, end)


def _plain_number(written: str, start: int, end: int) -> Token:
    digits = written.replace(",", "")
    if "." in digits:
        return Token("F", float(digits), start, end, written)
    number = int(digits)
    is_year = len(written) == 4 and FIRST_YEAR <= number <= LAST_YEAR
    return Token("d" if len(written) <= 2 else "Y" if is_year else "D", number, start, end, written)
