"""Texts cut into tokens for the grammar of values: one letter a token, with its number and its place.

Digits of all scripts are one. What nobody sees (direction marks, tashkeel, tatweel) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from igfeditor.checks.value_words import AM, BARE_DAYS, PM, Sense, folded, senses_of

_UNSEEN: Final = "\u0640\u0610-\u061a\u064b-\u065f\u0670\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_HAS_UNSEEN: Final = re.compile(f"[{_UNSEEN}]")
_IS_CARRIED: Final = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670]")
_SIGNS: Final = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪،‐‑‒–—―−\u00a0\u202f\u2009\t\n’", "01234567890123456789.,%,-------     '"
)
_ARABIC: Final = "\u0620-\u064a\u066e-\u06d3"
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100

# The first three are nearly all of a text, and are tried first.
_TOKEN: Final = re.compile(
    rf"""
      (?P<arabic>[{_ARABIC}]+)
    | (?P<latin>[A-Za-z]+)(?=[,;)]|:(?![/\w])|$)
    | (?P<sign>24/7(?![\d/.])|[,:;()&"'?!])
    | (?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?![:\d]))
    | (?P<iso>\d{{4}}-\d\d-\d\d(?!\d))
    | (?P<numeric>\d{{1,2}}(?P<mark>[/.])\d{{1,2}}(?P=mark)\d{{4}}(?!\d))
    | (?P<nth>\d+(?:st|nd|rd|th)(?![A-Za-z]))
    | (?P<dotted>\d+(?:\.\d+){{2,}}(?!\.?\d|/))
    | (?P<decade>\d{{3}}0s(?![A-Za-z]))
    | (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?)
    | (?P<half>[AaPp]\.[Mm](?![A-Za-z])\.?)
    | (?P<symbol>
          (?:https?://|www\.|mailto:)[^\s{_ARABIC}]*[^\s{_ARABIC}.,;:!?)\]»”'\"]
        | [A-Za-z][\w.+-]*@[\w-]+\.[\w.]*\w
        | (?<![\w/])[A-Z]+(?:\(\d+\))?/(?=[^\s,;]*\d)(?:[\w./-]|\(\w+\))*(?:\w|\(\w+\))
        | (?<![A-Za-z0-9.])(?:Add|Conf|Corr|CRP|INF|L|PV|Rev|SR|WP)\.\d+(?!\w)
        | (?<![\w.])[A-Za-z]+(?!\d{{4}}(?!\w))\d+[A-Za-z0-9]*)
    | (?P<word>[A-Za-z]+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PHRASE: Final = re.compile("b_[rP]|c_[nj]|v_O|z_[UNu]")
_FRACTIONS: Final = MappingProxyType({"½": "e", "¼": "q", "%": "%"})
_WORDS: Final = frozenset({"arabic", "latin", "word"})
_SIGN_KINDS: Final = frozenset({"sign", "other"})
_PLAIN_FIGURE: Final = re.compile(r"[وبلكف]?(?:ال)?(\d+)|([A-Za-z]+-?\d[A-Za-z0-9-]*)")
_CUT: Final = re.compile(rf"[A-Za-z]+|[{_ARABIC}]+|\d|%")


class Token(NamedTuple):
    """A word, number or sign, with its letter in the grammar, its number, and its place in the text."""

    part: str
    number: float = 0
    start: int = 0
    end: int = 0
    written: str = ""
    day: tuple[int, int, int] = (0, 0, 0)


_BLANKS: Final = MappingProxyType({part: Token(part) for part in "_x-/,.:()&"})
"""What stands between the values; nobody asks for its place."""
_NOTHING: Final = (_BLANKS["x"],)


def may_hold_values(text: str) -> bool:
    """Tell quickly whether there is anything in a text that could be a value."""
    return any(map(_is_promising, text.split()))


_BARE: Final = frozenset("&faTylepqtksbrcnjvzZ")
"""The parts of speech that say no value without another word."""


@lru_cache(maxsize=16384)
def _is_promising(word: str) -> bool:
    """Tell whether a word, with what is written onto it, holds a number, a sense or a sign of one."""
    seen = _HAS_UNSEEN.sub("", word)
    if "://" in seen or "@" in seen or ".m" in seen or ".M" in seen:
        return True
    found = [one[0] for one in _CUT.finditer(seen)]
    if any(one.isdigit() or one == "%" for one in found):
        return True
    return any(sense.part not in _BARE for one in found for _, sense in senses_of(one))


_NO_FIGURES: Final = frozenset({""})


def digest_of(text: str) -> list[str] | None:
    """Give the plain numbers and names with numbers of a text, sorted; nothing where it says more than those.

    Two texts with the same digest say the same figures, and need not be read.
    """
    words = text.split()
    found = set(map(_plain_figure, words))
    if None in found:
        return None
    return sorted([figure for word in words if (figure := _plain_figure(word))]) if not found <= _NO_FIGURES else []


@lru_cache(maxsize=16384)
def _plain_figure(word: str) -> str | None:
    """Give the figure of a word that says no other: "" where it says none, nothing where it says anything else."""
    if not _is_promising(word):
        return ""
    said = _HAS_UNSEEN.sub("", word).translate(_SIGNS).strip("()[]\"'.,;:!?«»“”…")
    found = _PLAIN_FIGURE.fullmatch(said)
    return (found[1] or found[2]) if found else None


def tokens_of(text: str) -> tuple[Sequence[Token], str]:
    """Cut a text: give its tokens, which have their places in it as it is written, and all their letters."""
    if text.isascii() and "\n" not in text:
        return _tokens(text)
    if not _HAS_UNSEEN.search(text):
        return _tokens(text.translate(_SIGNS))
    places = [place for place, sign in enumerate(text) if not _HAS_UNSEEN.match(sign)]
    ends = _ends(text)
    tokens, parts = _tokens("".join([text[place] for place in places]).translate(_SIGNS))
    moved = [one._replace(start=places[one.start], end=ends[places[one.end - 1]]) if one.end else one for one in tokens]
    return moved, parts


def _ends(text: str) -> list[int]:
    """Give where each letter ends: behind the tashkeel and tatweel that it carries."""
    ends = list(range(1, len(text) + 1))
    for place in range(len(text) - 2, -1, -1):
        if _IS_CARRIED.match(text, place + 1):
            ends[place] = ends[place + 1]
    return ends


def _tokens(said: str) -> tuple[list[Token], str]:
    """Cut a text that has its signs as the grammar knows them; a run of words that say nothing is one of them."""
    tokens: list[Token] = []
    place = 0
    space = _BLANKS["_"]
    cut = ()
    for chunk in said.split(" "):
        before, cut = cut, _cut(chunk) if chunk else cut
        if chunk and not (cut is _NOTHING and before is _NOTHING):
            if tokens:
                tokens.append(space)
            tokens += [
                Token(part, number, start + place, end + place, written, day) if end else _BLANKS[part]
                for part, number, start, end, written, day in cut
            ]
        place += len(chunk) + 1
    parts = "".join([one.part for one in tokens])
    if not _PHRASE.search(parts):
        return tokens, parts
    tokens = _with_phrases(tokens, parts)
    return tokens, "".join([one.part for one in tokens])


def _with_phrases(tokens: Sequence[Token], parts: str) -> list[Token]:
    """Make one token of two words that are one: "بعد الظهر", "منتصف الليل", "تشرين الثاني", "يوم خميس"."""
    joined: list[Token] = []
    done = 0
    for found in _PHRASE.finditer(parts):
        first, last = tokens[found.start()], tokens[found.end() - 1]
        sense = _sense_of_both(first, last)
        if sense is not None:
            one = Token(sense.part, sense.number, first.start, last.end, f"{first.written} {last.written}")
            joined += (*tokens[done : found.start()], one)
            done = found.end()
    return [*joined, *tokens[done:]]


def _sense_of_both(first: Token, last: Token) -> Sense | None:
    """Give what two words stand for together, if they belong together."""
    match first.part:
        case "b":
            return Sense("P", int(first.number))
        case "c":
            return Sense("W", int(last.number))
        case "z":
            day = BARE_DAYS.get(folded(last.written))
            return None if day is None else Sense("K", day)
        case _:
            return Sense("M", int(first.number + last.number - 2) % 12 + 1) if last.number <= 2 else None


@lru_cache(maxsize=16384)
def _cut(chunk: str) -> tuple[Token, ...]:
    """Cut what stands between two spaces; the places are those in it."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(chunk):
        kind, written, start = found.lastgroup or "", found[0], found.start()
        if kind in _WORDS:
            _add_words(tokens, written, start)
        elif kind in _SIGN_KINDS:
            tokens.append(_sign(written, start))
        else:
            tokens.append(_number(kind, written, start, found.end()))
    return _NOTHING if len(tokens) == 1 and tokens[0] is _NOTHING[0] else tuple(tokens)


def _add_words(tokens: list[Token], written: str, start: int) -> None:
    """Add what a word stands for: nothing, a value, or "and" with one."""
    senses = senses_of(written)
    if not senses:
        tokens.append(_BLANKS["x"])
    elif len(senses) == 1:
        begin, sense = senses[0]
        tokens.append(Token(sense.part, sense.number, start + begin, start + len(written), written))
    else:
        begin, sense = senses[1]
        tokens += (_BLANKS["&"], Token(sense.part, sense.number, start + begin, start + len(written), written))


def _sign(written: str, start: int) -> Token:
    if written in _FRACTIONS:
        return Token(_FRACTIONS[written], 0, start, start + 1, written)
    return _BLANKS.get(written, _BLANKS["x"])


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
        case "decade":
            return Token("S", 0, start, end, written[:-1])
        case "symbol" | "dotted":
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
