"""Checks of the family N on what was typed before a text: remains of a marker, and numbers that are derived anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from igfeditor.checks.calendar import day_number, in_year_near
from igfeditor.checks.finding import Edit, Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.values import ClockRange, Date, Duration, Value, Weekday, values_of
from igfeditor.checks.views import Context, TextView
from igfeditor.errors import Sentence, sentence
from igfeditor.language.markup import plain
from igfeditor.model.agenda import Agenda, Item, SubItem
from igfeditor.model.edits import set_item, set_sub_item
from igfeditor.model.tree import tree_of

_FIELDS: Final = frozenset({"title", "text", "label", "heading"})
_UNMARKED: Final = frozenset({"", "none"})
_SIGNS: Final = frozenset(".)]:,،؛")
_OPENING: Final = re.compile(
    r"""\s*(?:
      (?P<sign>[.)\]:,،؛])\s+(?=\S)
    | (?P<bullet>[-–—•·●○▪■◦‣])\s+(?=\S)
    | (?P<letter>\(?[a-zA-Z]\)|[a-z]\.|\(?[ivx]{2,4}[.)])\s+(?![\s\d]|(?:and|or|to)\b)
    | (?P<arabic>\(?(?:ه\u0640|[أابجدهوزحطيكلمن])(?:\)|\s?[.\-–]))(?:\s+(?![\s\d]|و\()|(?=[\u0621-\u064a]{3}))
    | (?P<number>\(?\d{1,3}\s?(?:[.)]\s+(?![\s\d])|[-–]\s*(?=[\u0621-\u064a])))
    )""",
    re.VERBOSE,
)
# Short for doctor, engineer and professor before a name.
_TITLES: Final = frozenset({"د.", "م.", "أ.", "ا."})
_NEXT: Final = re.compile(r"[;؛,،:]\s+(?:and\s+|و\s?)?\((?:b|ب|ii|2|٢)\)")
_TAIL: Final = re.compile(r"\s*\(([^()]{2,40})\)\s*$")
_AFTER: Final = re.compile(r"[\s\u00a0]*[:،,.–—-]*[\s\u00a0]*")


def _opening(said: str) -> re.Match[str] | None:
    return None if said[:3].isalpha() and len(said) > 2 else _OPENING.match(said)


@check(
    "N06",
    Severity.ERROR,
    Scope.TEXT,
    sentence("Remains of a marker stand at the start of a text"),
    hint=sentence("Take them out; numbers and letters are printed by themselves."),
)
def marker_residue(text: TextView, _: Context) -> Iterator[Found]:
    """N06: a sign alone, or a marker that is typed where one is printed."""
    if text.field not in _FIELDS:
        return
    openings = _openings(text)
    for language, found in openings.items():
        said = text.said(language)
        is_sign = found["sign"] is not None
        is_let = text.marker in _UNMARKED or _may_be_a_title(found, openings) or _is_of_a_list(found)
        if not is_sign and is_let:
            continue
        was = found[0]
        spot = text.spot(language, 0, len(was.rstrip()))
        removed = rewrite(text.spot(language, 0, len(was)), said[: len(was)], "", is_same_meaning=True)
        is_sure = found["number"] is None and len(was) < len(said)
        message = sentence("“{residue}” stands before the text.", residue=was.strip())
        yield Found(spot, message, (Fix(sentence("Take it out"), removed, safe=is_sure),))


def _openings(text: TextView) -> Mapping[str, re.Match[str]]:
    return {language: found for language, said in text.plains.items() if (found := _opening(said))}


def _may_be_a_title(found: re.Match[str], openings: Mapping[str, re.Match[str]]) -> bool:
    """Tell whether an Arabic letter with a stop may be the title of a person: no other language has a marker there."""
    return (found["arabic"] or "").replace(" ", "") in _TITLES and len(openings) == 1


def _is_of_a_list(found: re.Match[str]) -> bool:
    """Tell whether a marker is the first of a list within the sentence: "(a) Opening; (b) Elections"."""
    return found[0].lstrip().startswith("(") and _NEXT.search(found.string, found.end()) is not None


@check(
    "N07",
    Severity.WARNING,
    Scope.TEXT,
    sentence("A number is typed that the program derives"),
    hint=sentence("Take it out, and let the number, the date or the minutes be printed by themselves."),
)
def typed_number(text: TextView, _: Context) -> Iterator[Found]:
    """N07: numbers before unmarked entries, days and dates before headings, times and minutes of an entry."""
    if text.field not in _FIELDS:
        return
    for language, said in text.plains.items():
        end = _derived_part(text, said)
        if end:
            removed = rewrite(text.spot(language, 0, end), said[:end], "", is_same_meaning=True)
            fix = Fix(sentence("Take it out"), removed, safe=False)
            yield Found(text.spot(language, 0, end), _typed(said[:end]), (fix,))
        if text.marker and (tail := _minutes(said)):
            yield Found(
                text.spot(language, *tail.span(1)),
                _typed(tail[1]),
                (Fix(sentence("Make them the minutes of the entry"), _allotting(text)),),
            )


def _typed(words: str) -> Sentence:
    return sentence("“{words}” is printed by itself.", words=words.strip(" :،,–—-\u00a0"))


def _derived_part(text: TextView, said: str) -> int:
    """Give how much of a text, from its start, says what is printed before it anyway."""
    if text.marker == "none":
        found = _opening(said)
        is_marker = found is not None and (found["number"] or found["letter"] or found["arabic"])
        if found is None or not is_marker or _may_be_a_title(found, _openings(text)):
            return 0
        return found.end()
    if text.field == "heading":
        return _dated_part(text, said)
    if text.field in {"title", "label"} and text.times is not None and said[:1].isdecimal():
        first = next(iter(values_of(said)), None)
        times = (text.times.start, text.times.end)
        if isinstance(first, ClockRange) and first.start == 0 and first.value in {times, times[::-1]}:
            return _after(said, first.end)
    return 0


def _dated_part(text: TextView, said: str) -> int:
    """Give the end of "Day 1: Monday, 22 February 2021 – " at the start of the heading of that day."""
    values = sorted(values_of(said), key=lambda value: value.start)
    end = 0
    if day_number(said, values) == text.day + 1:
        end = _after(said, values[0].end)
    for value in values:
        if value.start == end and (isinstance(value, Weekday) or _is_own_date(value, text)):
            end = _after(said, value.end)
    return end


def _is_own_date(value: Value, text: TextView) -> bool:
    return isinstance(value, Date) and text.date is not None and in_year_near(value.value, text.date) == text.date


def _after(said: str, end: int) -> int:
    found = _AFTER.match(said, end)
    return end if found is None else found.end()


# --- minutes -----------------------------------------------------------------------------------------------


def _minutes(said: str) -> re.Match[str] | None:
    """Give the duration in brackets that ends a text: "(5 min)"."""
    tail = _TAIL.search(said) if said.endswith((")", ") ")) else None
    return tail if tail is not None and _length(tail[1]) and tail.start() else None


def _length(words: str) -> int:
    values: Sequence[Value] = values_of(words.strip())
    if len(values) != 1 or not isinstance(values[0], Duration) or values[0].end - values[0].start < len(words.strip()):
        return 0
    return int(values[0].value)


def _allotting(text: TextView) -> Edit:
    """Set the minutes that all languages say, and take the words out; nothing where they disagree."""

    def edit(agenda: Agenda) -> Agenda:
        tree = tree_of(agenda)
        node = tree.node(text.node) if text.node in tree else None
        if not isinstance(node, Item | SubItem):
            return agenda
        said = {code: plain(phrase.text) for code, phrase in tree.text(text.node, text.field).root.items()}
        tails = {code: tail for code, words in said.items() if (tail := _minutes(words))}
        lengths = {_length(tail[1]) for tail in tails.values()}
        if node.minutes is not None:
            lengths.add(node.minutes)
        if len(lengths) != 1 or not 1 <= min(lengths) <= 1_440:
            return agenda
        for code, tail in tails.items():
            spot = text.spot(code, tail.start(), len(said[code]))
            agenda = rewrite(spot, said[code][tail.start() :], "", is_same_meaning=True)(agenda)
        setter = set_item if isinstance(node, Item) else set_sub_item
        return setter(agenda, node.id, minutes=min(lengths))

    return edit
