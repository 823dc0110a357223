"""The invisible marks that output needs: one idempotent function from text to text (R43).

Stored text has none of them. Where the Unicode Bidirectional Algorithm would misplace a time range, a number
after a Latin name or the last sign of a Latin token, a right-to-left mark (RLM) or left-to-right mark (LRM)
is put beside it. The rules, all decided on the text without its marks:

    rule  what                                          in      marks
    R32   a range of clock times, anywhere              Arabic  RLM before it
    R33   a range written LRM, times or days, LRM       Arabic  kept as it is
    R35   a range of numbers that opens a line          Arabic  RLM before it
    R35   days of a month that a Latin word would take  Arabic  RLM before them
    R35   a range of numbers that has an RLM before it  Arabic  kept as it is
    R37   an island of the other direction, separated   both    RLM (in English LRM) after the island
          by punctuation from a number that follows
    R38   a Latin token that ends in a sign of its own  Arabic  LRM after it
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate
from types import MappingProxyType
from typing import Final, NamedTuple

from igfeditor.language.bidi import LRM, RLM, Direction, bidi_classes

_DASH: Final = "[ \u00a0]?\u2013[ \u00a0]?"
_CLOCK: Final = r"\d{1,2}:\d\d"
_CLOCK_RANGE: Final = re.compile(rf"(?<![\dA-Za-z:.])({_CLOCK}{_DASH}{_CLOCK})(?![\d:])")
_NUMBERS: Final = rf"\d{{1,4}}{_DASH}\d{{1,4}}(?![\d:])"
_OPENING_RANGE: Final = re.compile(rf"^[ \t\u00a0]*+({_NUMBERS})", re.MULTILINE)
_NUMBER_RANGE: Final = re.compile(rf"(?<![\d:\u2013])(?<!\u2013[ \u00a0]){_NUMBERS}")
_DAYS_OF_MONTH: Final = re.compile(rf"\d{{1,2}}{_DASH}\d{{1,2}}[ \u00a0]+[\u0621-\u064a]")
_KEPT_RANGE: Final = re.compile(rf"{LRM}(\d[\d:. \u00a0]*\u2013[\d:. \u00a0]*\d){LRM}")

_ADDRESS: Final = re.compile(r"(?:https?://|www\.|(?<![A-Za-z0-9.-])[A-Za-z0-9-]++\.[A-Za-z0-9.-]++(?=/))[!-~]*+(?!\d)")
_SENTENCE_SIGNS: Final = "].,;:!)}'\"*"
_OWN_SIGN: Final = re.compile(
    r"""
    (?: [A-Za-z](?:\+\+|\#)                                          # C++, C#, Notepad++
      | (?<![A-Za-z])(?:Inc|Ltd|Corp|Co|Jr|Sr|No|etc)\.
      | (?<![A-Za-z.])(?:[A-Za-z]\.){2,}+                             # U.N.
    )(?![A-Za-z\d])
    """,
    re.VERBOSE,
)
_MAY_END_IN_SIGN: Final = re.compile(r"[A-Za-z][+#:]|[A-Za-z0-9-]\.")
_SYMBOL: Final = re.compile(r"[A-Za-z]\([^()\s]+\)")
_LATIN_GOES_ON: Final = re.compile("[ \u00a0]*[A-Za-z]")

# Punctuation glued to both its neighbours belongs to a symbol: COVID-19, COM(2021), 27001:2022. The Arabic
# semicolon and question mark are Arabic letters to the algorithm and part everything by themselves.
_SEPARATOR: Final = re.compile(r"[،\u2013\u2014\t]|-\s")
_SEPARATOR_WITH_SPACE: Final = re.compile(r"[][(){},;:«»\u201c\u201d\"]")
_SPACE: Final = re.compile(r"\s")
_CLOSING: Final = ')]}»\u201d"'
_DASHES: Final = frozenset("-\u2010\u2011\u2012\u2013\u2014")
_OWN_SEPARATION: Final[Mapping[Direction, re.Pattern[str]]] = MappingProxyType(
    {"rtl": re.compile("[،\t]"), "ltr": re.compile("[,;\t]")}
)
_NUMBER_IN_A_PHRASE: Final = re.compile("E+(?:w*[^LREAw]w*E+){0,3}w+L")

_GAP_BEFORE_NUMBER: Final = re.compile("(?<=[LEA])[^LREA]+(?=E)")
_OTHERS_AS_L: Final[Mapping[Direction, Mapping[int, str]]] = MappingProxyType(
    {"rtl": str.maketrans({"a": "R", "p": "R"}), "ltr": str.maketrans({"L": "R", "R": "L", "a": "L", "p": "R"})}
)
_OWN_MARK: Final[Mapping[Direction, str]] = MappingProxyType({"rtl": RLM, "ltr": LRM})
_RTL_LETTERS: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
# Neither figures nor Latin letters, among the characters that Arabic texts are made of.
_ARABIC_WORDS: Final = "\x00-/:-@\\[-`{-\u065f\u066a-\u06ef\u06fa-\u07bf\u2000-\u206f"
_NOTHING_TO_MARK: Final[Mapping[Direction, re.Pattern[str]]] = MappingProxyType(
    {"rtl": re.compile(f"[{_ARABIC_WORDS}]*"), "ltr": re.compile(f"[^{_RTL_LETTERS}]*")}
)

_AFTER_TOKEN: Final = 0
_AFTER_ISLAND: Final = 1
_BEFORE: Final = 2

Stretch = tuple[int, int]


class _Mark(NamedTuple):
    """A mark at a place between two characters; marks at one place stand in the order of `rank`.

    One that stands `_BEFORE` something belongs to the character after it, any other to the one before it.
    """

    place: int
    rank: int
    sign: str


def without_marks(text: str) -> str:
    """Take every RLM and LRM out of a text."""
    return text.replace(RLM, "").replace(LRM, "")


def with_marks(text: str, direction: Direction) -> str:
    """Put the marks that a finished text needs into it, and take out those that it does not need.

    `direction` is that of the text's language. Idempotent, and nothing but marks is changed; English text
    without right-to-left letters has none.
    """
    return with_marks_over((text,), direction)[0]


def with_marks_over(pieces: Sequence[str], direction: Direction) -> list[str]:
    """Do as `with_marks` for a paragraph in formatted pieces; as many pieces come back.

    The paragraph is judged as a whole. A mark stands in the piece of the character that it follows or precedes.
    """
    joined = "".join(pieces)
    text = without_marks(joined)
    plain = pieces if len(text) == len(joined) else [without_marks(piece) for piece in pieces]
    if _NOTHING_TO_MARK[direction].fullmatch(text):
        return list(plain)
    marks = _marks(text, direction) if len(text) == len(joined) else _marks_again(joined, text, direction)
    return _placed(plain, sorted(set(marks)))


def _marks_again(marked: str, text: str, direction: Direction) -> Iterator[_Mark]:
    """Find the marks for a text that has some, those of its ranges respected."""
    before_rlm = accumulate(len(part.replace(LRM, "")) for part in marked.split(RLM))
    begun = frozenset(place for place in before_rlm if _NUMBER_RANGE.match(text, place))
    return _marks(text, direction, tuple(_kept_ranges(marked)), begun)


def _kept_ranges(marked: str) -> Iterator[Stretch]:
    """Find the ranges that are written to run from left to right, as stretches of the text without marks."""
    for found in _KEPT_RANGE.finditer(marked):
        start = len(without_marks(marked[: found.start()]))
        yield start, start + len(found[1])


def _marks(
    text: str, direction: Direction, kept: Sequence[Stretch] = (), begun: Set[int] = frozenset()
) -> Iterator[_Mark]:
    """Find what a text needs; `kept` are its ranges between two LRMs, `begun` the places of those after an RLM."""
    classes = bidi_classes(text)
    if direction == "ltr":
        yield from _after_islands(text, classes, direction)
        return
    settled = {place for start, end in kept for place in range(start, end)}
    rules = (_CLOCK_RANGE, _OPENING_RANGE) if "\u2013" in text else ()
    found_ranges = (found.start(1) for rule in rules for found in rule.finditer(text))
    ranges = {*found_ranges, *begun} - settled
    for start, end in kept:
        yield _Mark(start, _BEFORE, LRM)
        yield _Mark(end, _AFTER_TOKEN, LRM)
    for start in ranges:
        yield _Mark(start, _BEFORE, RLM)
    if "L" not in classes:
        return
    tokens = list(_tokens_ending_in_sign(text)) if _MAY_END_IN_SIGN.search(text) else []
    for _, end in tokens:
        if not _LATIN_GOES_ON.match(text, end):
            yield _Mark(end, _AFTER_TOKEN, LRM)
    symbols = [found.span() for found in _SYMBOL.finditer(text)]
    yield from _after_islands(text, _with_tokens(classes, (*tokens, *symbols)), direction, ranges, settled)


def _tokens_ending_in_sign(text: str) -> Iterator[Stretch]:
    """Find the addresses and names whose last sign is their own, not the sentence's (R21, R38)."""
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_SENTENCE_SIGNS)
        if not address[-1].isalnum():
            yield found.start(), found.start() + len(address)
    yield from (found.span() for found in _OWN_SIGN.finditer(text))


def _with_tokens(classes: str, tokens: Iterable[Stretch]) -> str:
    for start, end in tokens:
        classes = classes[:start] + "L" * (end - start) + classes[end:]
    return classes


def _after_islands(
    text: str,
    classes: str,
    direction: Direction,
    marked: Collection[int] = (),
    settled: Set[int] = frozenset(),
) -> Iterator[_Mark]:
    """Find where an island of the other direction would take a number that follows it (UAX #9, W7 and N1).

    `marked` holds the places of numbers that have a mark of their own, `settled` those that must get none. An
    island that was closed by a mark takes nothing more.
    """
    if "E" not in classes:
        return
    others = classes.translate(_OTHERS_AS_L[direction])
    closed = 0
    for gap in _GAP_BEFORE_NUMBER.finditer(others):
        start, number = gap.span()
        island = others.rfind("L", 0, start)
        if island < max(closed, others.rfind("R", 0, start)) or {start - 1, start} <= settled:
            continue
        if number in marked:
            closed = number
        elif _separates(text, others, gap.span(), direction):
            closed = _after_closing(text, start)
            yield _Mark(closed, _AFTER_ISLAND, _OWN_MARK[direction])
        elif direction == "rtl" and _takes_days(text, number) and number not in settled:
            closed = number
            yield _Mark(number, _BEFORE, RLM)


def _separates(text: str, others: str, gap: Stretch, direction: Direction) -> bool:
    """Tell whether what stands between an island and a number parts them.

    A sign before the number and the dash of a range never do (R34). Punctuation of the island's own language
    does not when the number is part of its phrase, as in "Geneva, 14 February".
    """
    start, number = gap
    between = text[start:number]
    if between.endswith("+") or (text[start - 1].isdigit() and between.strip() in _DASHES):
        return False
    if not (_SEPARATOR.search(between) or (_SEPARATOR_WITH_SPACE.search(between) and _SPACE.search(between))):
        return False
    return bool(_OWN_SEPARATION[direction].search(between)) or not _NUMBER_IN_A_PHRASE.match(others, number)


def _after_closing(text: str, place: int) -> int:
    """Pass the brackets and quotation marks that close right behind an island: they belong to it."""
    while text[place] in _CLOSING:
        place += 1
    return place


def _takes_days(text: str, number: int) -> bool:
    return text[number - 1].isspace() and _DAYS_OF_MONTH.match(text, number) is not None


def _placed(pieces: Sequence[str], marks: Sequence[_Mark]) -> list[str]:
    """Insert sorted marks, whose places count from the start of the first piece."""
    placed: list[str] = []
    waiting = deque(marks)
    begin = 0
    for piece in pieces:
        end = begin + len(piece)
        parts: list[str] = []
        done = begin
        while waiting and (waiting[0].place < end or (waiting[0].place == end and waiting[0].rank < _BEFORE)):
            mark = waiting.popleft()
            parts += (piece[done - begin : mark.place - begin], mark.sign)
            done = mark.place
        placed.append("".join((*parts, piece[done - begin :])))
        begin = end
    return placed
