"""Find and replace in all texts of all languages, as a person reads them and not as they are stored.

Case, tashkeel, tatweel, hamza seats, alef maqsura and ya, ta marbuta and ha, and the script of digits make no
difference, unless a `Query` says that case does. Markup is not looked at and never matched: a match is a run of the
stored text that is wholly plain text of one look, and "[the agenda](https://…)" is found by "agenda" and not by
"https". Its place is that in the stored text; replacing it leaves all other text and every mark as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

from igfeditor.errors import EditError, sentence
from igfeditor.language import markup
from igfeditor.model.agenda import Agenda
from igfeditor.model.edits import set_text
from igfeditor.model.refusals import storable
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of


class Match(NamedTuple):
    """One place where a wording was found: the text, and the run `start` to `end` of it that was `found` there."""

    node: str
    field: str
    language: str
    start: int
    end: int
    found: str


class Query(NamedTuple):
    """What is looked for: `words` in some languages or in all, with the user's own idea of what is alike."""

    words: str = ""
    languages: Collection[str] | None = None
    match_case: bool = False
    whole_words: bool = False


class Found(NamedTuple):
    """What one text holds: nothing, for most of them."""

    node: str
    field: str
    matches: tuple[Match, ...]


class Context(NamedTuple):
    """A match as it is read: the plain text `before` it, the words `found`, and the plain text `after` them."""

    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """What replacing would make of one text."""

    node: str
    field: str
    language: str
    before: str
    after: str


def find(agenda: Agenda, query: str, languages: Collection[str] | None = None) -> tuple[Match, ...]:
    """Find a wording in all texts, in the order of the page, then of the languages; matches do not overlap."""
    return tuple(chain.from_iterable(found.matches for found in finding(agenda, Query(query, languages))))


def finding(agenda: Agenda, query: Query) -> Iterator[Found]:
    """Find like `find`, a text at each step, for those who cannot wait for all at once; every text is told."""
    pattern = _pattern(query)
    among = [language for language in agenda.languages if query.languages is None or language in query.languages]
    for place in agenda_texts(agenda):
        matches = (
            Match(place.node, place.field, language, start, end, stored[start:end])
            for language in among
            if pattern is not None and (stored := place.text.wording(language))
            for start, end in _runs(stored, pattern, whole_words=query.whole_words)
        )
        yield Found(place.node, place.field, tuple(matches))


def in_context(stored: str, start: int, end: int) -> Context | None:
    """Give a run of a stored text as it is read; nothing where the run is not plain text alone."""
    place = _plain_place(stored, start, end) if start < end <= len(stored) else None
    if place is None:
        return None
    plain, found = markup.plain(stored), _unescaped(stored[start:end]) if _has_signs(stored) else stored[start:end]
    return Context(plain[:place], found, plain[place + len(found) :])


def previews(agenda: Agenda, matches: Iterable[Match], replacement: str) -> tuple[Replacement, ...]:
    """Give what replacing the matches by a literal text would make of each text.

    Raises `EditError` where a text is not what it was when the matches were found.
    """
    return tuple(_previews(agenda, matches, replacement))


def _previews(agenda: Agenda, matches: Iterable[Match], replacement: str) -> Iterator[Replacement]:
    tree, words = tree_of(agenda), storable(replacement)
    for (node, field, language), group in _by_text(matches).items():
        before = tree.text(node, field).wording(language)
        after = _replaced(before, sorted(group), words)
        if after != before:
            yield Replacement(node, field, language, before, storable(after))


def _by_text(matches: Iterable[Match]) -> Mapping[tuple[str, str, str], set[Match]]:
    groups: dict[tuple[str, str, str], set[Match]] = {}
    for match in matches:
        groups.setdefault((match.node, match.field, match.language), set()).add(match)
    return groups


def replace_all(agenda: Agenda, matches: Iterable[Match], replacement: str) -> Agenda:
    """Replace matches by a literal text, as if it were typed: translations of a changed source become stale."""
    for changed in replacing(agenda, matches, replacement):
        agenda = changed
    return agenda


def replacing(agenda: Agenda, matches: Iterable[Match], replacement: str) -> Iterator[Agenda]:
    """Replace like `replace_all`, a text at each step: the last agenda is the wanted one."""
    changed = agenda
    for one in _previews(agenda, matches, replacement):
        changed = set_text(changed, one.node, one.field, one.language, one.after)
        yield changed


# --- finding -----------------------------------------------------------------------------------------------

_ALIKE: Final = ("اأإآٱ", "وؤ", "يئىی", "هةہە", "كک", " \u00a0\u202f\t\n")
_DIGITS: Final = tuple(f"{digit}{chr(0x0660 + digit)}{chr(0x06F0 + digit)}" for digit in range(10))
# Tashkeel and tatweel, and what nobody sees: both belong to the letter before them and go with it.
_PASSED_OVER: Final = (
    "\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
_NO_DIFFERENCE: Final = re.compile(f"[{_PASSED_OVER}]+")
_CLASSES: Final = MappingProxyType({letter: alike for alike in (*_ALIKE, *_DIGITS) for letter in alike})
_SIGNS: Final = r"\*[]()^"
_ESCAPE: Final = re.compile(r"\\([\\*\[\]()^])")
_MASK: Final = "\ue000"


def _pattern(query: Query) -> re.Pattern[str] | None:
    """Give what finds a query in stored texts; a query that makes no difference finds nothing."""
    letters = _NO_DIFFERENCE.sub("", unicodedata.normalize("NFC", query.words))
    parts = (_letter_pattern(letter, match_case=query.match_case) for letter in letters)
    return re.compile("".join(parts)) if letters else None


def _letter_pattern(letter: str, *, match_case: bool) -> str:
    alike = _CLASSES.get(letter, letter)
    forms = alike if match_case else (form for one in alike for form in (one, one.lower(), one.upper()))
    cases = {form for form in forms if len(form) == 1}
    escape = r"\\?" if letter in _SIGNS else ""
    return f"{escape}[{''.join(map(re.escape, sorted(cases)))}][{_PASSED_OVER}]*"


def _runs(stored: str, pattern: re.Pattern[str], *, whole_words: bool) -> Iterator[tuple[int, int]]:
    done = 0
    while found := pattern.search(stored, done):
        start, end = found.span()
        is_match = _plain_place(stored, start, end) is not None
        if is_match and whole_words:
            is_match = _is_whole(stored, start, end)
        if is_match:
            yield start, end
        done = end if is_match else start + 1


def _is_whole(stored: str, start: int, end: int) -> bool:
    """Tell whether a run begins and ends with a word; what is passed over is no letter of one."""
    said = in_context(stored, start, end)
    before, found, after = (_NO_DIFFERENCE.sub("", part) for part in said or ("", "", ""))
    begins, ends = (before[-1:], found[:1]), (found[-1:], after[:1])
    return not any(one.isalnum() and other.isalnum() for one, other in (begins, ends))


def _plain_place(stored: str, start: int, end: int) -> int | None:
    """Give where a run of a stored text stands in its plain text, or nothing where it is not plain text alone.

    The parser itself tells: the run is masked, and only it may then differ in the plain text.
    """
    if not _has_signs(stored):
        return start
    said = _unescaped(stored[start:end])
    masked = "".join(letter if letter.isspace() else _MASK for letter in said)
    before, after = markup.plain(stored), markup.plain(stored[:start] + masked + stored[end:])
    if not said.strip():
        return _place_of_space(stored, before, start)
    place = next((n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    place -= len(said) - len(said.lstrip())
    is_plain = place >= 0 and before[place : place + len(said)] == said
    return place if is_plain and after == before[:place] + masked + before[place + len(said) :] else None


def _place_of_space(stored: str, plain: str, start: int) -> int:
    """Give the place of white space, which is never markup, by counting it."""
    number = sum(letter.isspace() for letter in stored[:start])
    return [place for place, letter in enumerate(plain) if letter.isspace()][number]


def _unescaped(stored: str) -> str:
    return _ESCAPE.sub(r"\1", stored)


def _has_signs(stored: str) -> bool:
    return "*" in stored or "[" in stored or "\\" in stored


# --- replacing ---------------------------------------------------------------------------------------------


def rewritten(stored: str, start: int, end: int, words: str) -> str:
    """Give a stored text that says other words in a run, not empty, of its plain text; all its marks stay."""
    return _with_words(stored, ((start, end - start),), words)


def _replaced(stored: str, matches: Iterable[Match], replacement: str) -> str:
    spans: list[tuple[int, int]] = []
    for match in matches:
        place = _plain_place(stored, match.start, match.end) if stored[match.start : match.end] == match.found else None
        if place is None or (spans and place < sum(spans[-1])):
            raise EditError(
                sentence("A text has changed since it was searched."), sentence("Search again, then replace.")
            )
        spans.append((place, len(_unescaped(match.found))))
    return _with_words(stored, spans, replacement)


def _with_words(stored: str, spans: Sequence[tuple[int, int]], words: str) -> str:
    """Give a stored text with other words in places of its plain text, each with its length."""
    if not _has_signs(stored):
        return _spliced(stored, spans, markup.escape(words))
    return markup.write(_pieces(stored, spans, words))


def _spliced(text: str, spans: Iterable[tuple[int, int]], replacement: str) -> str:
    done, parts = 0, [""]
    for place, length in spans:
        parts += (text[done:place], replacement)
        done = place + length
    return "".join((*parts, text[done:]))


def _pieces(stored: str, spans: Sequence[tuple[int, int]], replacement: str) -> Iterator[markup.Piece]:
    """Give the pieces of a text with other words in places of its plain text."""
    begin = 0
    for piece in markup.parse(stored):
        end = begin + len(piece.text)
        words: list[str] = []
        done = begin
        for place, length in spans:
            if place < end and begin < place + length:
                words += (piece.text[done - begin : max(place - begin, 0)], replacement if place >= begin else "")
                done = min(place + length, end)
        words.append(piece.text[done - begin :])
        yield piece if piece.note else replace(piece, text="".join(words))
        begin = end
