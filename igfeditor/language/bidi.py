"""Which way text runs: the direction of a language, of every character, and of text stored the wrong way round.

`resolve` is the Unicode Bidirectional Algorithm (UAX #9: rules W1-W7, N0-N2 and L1) for text without explicit
embeddings, overrides and isolates, which this program neither stores nor writes (R28). A text becomes a string
of class letters, one a character, and each rule is one substitution in that string:

    L  left-to-right letter       E  European number     s  European separator   m  nonspacing mark
    R  right-to-left letter       A  Arabic number       t  European terminator  b  invisible, without effect
    a  Arabic letter              (  opening bracket     c  common separator     S  tab
    o  other neutral              )  closing bracket     w  white space          p  line or paragraph separator

The marks that output needs are in `igfeditor.language.marks`, text that was stored as it looks in
`igfeditor.language.visual_order`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

Direction = Literal["ltr", "rtl"]

RLM: Final = "\u200f"
LRM: Final = "\u200e"

# fmt: off
_RTL_LANGUAGES: Final = frozenset((
    "ar", "arc", "ary", "arz", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb",
    "prs", "ps", "sd", "syr", "ug", "ur", "yi",
))
# fmt: on
_RTL_SCRIPTS: Final = frozenset(
    ("adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa")
)


@cache
def direction_of(language: str) -> Direction:
    """Give the direction of a language code such as "ar", "fa-IR" or "az-Arab" (BCP 47); an unknown one is ltr.

    A field's language decides its direction, never its first letter (R39).
    """
    first, *rest = language.lower().replace("_", "-").split("-")
    script = next((subtag for subtag in rest if len(subtag) == 4 and subtag.isalpha()), None)
    rtl = first in _RTL_LANGUAGES if script is None else script in _RTL_SCRIPTS
    return "rtl" if rtl else "ltr"


def first_direction(text: str) -> Direction | None:
    """Give the direction of the first strong letter (P2), for words that have no language; none where none is strong.

    For boxes that take words of any language and store none of them; a field of the agenda has its own (R39).
    """
    first = next((letter for letter in bidi_classes(text) if letter in "LRa"), None)
    return None if first is None else "ltr" if first == "L" else "rtl"


# --- classes -----------------------------------------------------------------------------------------------

_OPENING: Final = (
    "([{\u0f3a\u0f3c\u169b\u2045\u207d\u208d\u2308\u230a\u2329\u2768\u276a\u276c\u276e\u2770\u2772\u2774"
    "\u27c5\u27e6\u27e8\u27ea\u27ec\u27ee\u2983\u2985\u2987\u2989\u298b\u298d\u298f\u2991\u2993\u2995\u2997"
    "\u29d8\u29da\u29fc\u2e22\u2e24\u2e26\u2e28\u2e55\u2e57\u2e59\u2e5b\u3008\u300a\u300c\u300e\u3010\u3014"
    "\u3016\u3018\u301a\ufe59\ufe5b\ufe5d\uff08\uff3b\uff5b\uff5f\uff62"
)
_CLOSING: Final = (
    ")]}\u0f3b\u0f3d\u169c\u2046\u207e\u208e\u2309\u230b\u232a\u2769\u276b\u276d\u276f\u2771\u2773\u2775"
    "\u27c6\u27e7\u27e9\u27eb\u27ed\u27ef\u2984\u2986\u2988\u298a\u298c\u2990\u298e\u2992\u2994\u2996\u2998"
    "\u29d9\u29db\u29fd\u2e23\u2e25\u2e27\u2e29\u2e56\u2e58\u2e5a\u2e5c\u3009\u300b\u300d\u300f\u3011\u3015"
    "\u3017\u3019\u301b\ufe5a\ufe5c\ufe5e\uff09\uff3d\uff5d\uff60\uff63"
)
_OTHER_MIRRORED: Final = "<>\u00ab\u00bb\u2039\u203a\u2264\u2265\u226a\u226b\u2266\u2267"

# BD16 pairs canonically equivalent brackets with each other: U+2329 with U+3009.
_CLOSING_OF: Final[Mapping[str, str]] = MappingProxyType(
    {opening: unicodedata.normalize("NFC", closing) for opening, closing in zip(_OPENING, _CLOSING, strict=True)}
)
_MIRROR: Final = str.maketrans(
    _OPENING + _CLOSING + _OTHER_MIRRORED,
    _CLOSING + _OPENING + "".join(b + a for a, b in zip(_OTHER_MIRRORED[::2], _OTHER_MIRRORED[1::2], strict=True)),
)
_LETTER_OF_CLASS: Final[Mapping[str, str]] = MappingProxyType(
    {"L": "L", "R": "R", "AL": "a", "EN": "E", "AN": "A", "ES": "s", "ET": "t", "CS": "c", "NSM": "m"}
    | {"WS": "w", "S": "S", "B": "p", "ON": "o", "": "L"}
    | dict.fromkeys(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"), "b")
)
_BRACKET_LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(_OPENING, "(") | dict.fromkeys(_CLOSING, ")")
)


def _class_letter(character: str) -> str:
    return _BRACKET_LETTERS.get(character) or _LETTER_OF_CLASS[unicodedata.bidirectional(character)]


# A string serves as the table of `str.translate`: it is indexed by code point, and leaves what lies beyond it.
_TABLE: Final = "".join(map(_class_letter, map(chr, range(0x2100))))
_BEYOND_THE_TABLE: Final = re.compile("[^\x00-\x7f]")
# A mark on a bracket or a space stays itself: N0 and L1 must still tell it from what bears it.
_MARKED: Final = re.compile("([^()mwSpb])(m+)")


def bidi_classes(text: str) -> str:
    """Give the class letter of every character, a nonspacing mark being of the class of its letter (W1)."""
    classes = text.translate(_TABLE)
    if not classes.isascii():
        classes = _BEYOND_THE_TABLE.sub(lambda found: _class_letter(found[0]), classes)
    return _MARKED.sub(lambda found: found[1] * len(found[0]), classes) if "m" in classes else classes


# --- resolving ---------------------------------------------------------------------------------------------

_OWN_LETTER: Final[Mapping[Direction, str]] = MappingProxyType({"ltr": "L", "rtl": "R"})
_MIXED: Final[Mapping[Direction, re.Pattern[str]]] = MappingProxyType(
    {"ltr": re.compile("[RaA]"), "rtl": re.compile("[LEA]")}
)
_AFTER_ARABIC_LETTER: Final = re.compile("a[^LR]*")
_BETWEEN_EUROPEAN: Final = re.compile("(?<=E)[sc](?=E)")
_BETWEEN_ARABIC: Final = re.compile("(?<=A)c(?=A)")
_BESIDE_EUROPEAN: Final = re.compile("(?<!t)t++(?=E)|(?<=E)t+")
_AFTER_L: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {"L": re.compile("(?:L|^)[^R]*"), "R": re.compile("L[^R]*")}
)
# N1 with N2: neutrals take the direction that is not the paragraph's only between two characters of it.
_BETWEEN_OTHERS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {"L": re.compile("(?<=[REA])[^LREA]+(?=[REA])"), "R": re.compile("(?<=L)[^LREA]+(?=L)")}
)
_NEUTRAL_TO: Final[Mapping[str, Mapping[int, str]]] = MappingProxyType(
    {own: str.maketrans(dict.fromkeys("stcmowSpb()", own)) for own in "LR"}
)
_DEEPEST_BRACKETS: Final = 63


def resolve(text: str, base: Direction) -> str:
    """Give the resolved direction of every character of a paragraph: L, R, E (European) or A (Arabic number).

    Tabs and the white space before them have the direction of the paragraph (L1), as has trailing white space;
    a line separator begins a new paragraph. E occurs only where a number stands in right-to-left context.
    """
    classes = bidi_classes(text)
    own = _OWN_LETTER[base]
    if not _MIXED[base].search(classes):
        return own * len(text)
    if "p" in classes:
        return "".join(
            own if classes[start] == "p" else resolve(text[start:end], base) for start, end in _lines(classes)
        )
    if "b" in classes:
        return _reset(_resolve_round_invisible(text, classes, base), classes, own)
    resolved = _resolve_weak(classes, own)
    if "(" in resolved and not (own == "R" and "L" not in resolved):
        resolved = _resolve_brackets(text, resolved, own)
    resolved = _resolve_neutral(resolved, own)
    return _reset(resolved, classes, own) if "S" in classes else resolved


def _lines(classes: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in re.finditer("p|[^p]+", classes))


def _resolve_round_invisible(text: str, classes: str, base: Direction) -> str:
    """Resolve as if the invisible characters were not there; each takes what stands before it (UAX #9, 5.2)."""
    seen = [index for index, letter in enumerate(classes) if letter != "b"]
    letters = iter(resolve("".join(text[index] for index in seen), base))
    resolved = [_OWN_LETTER[base]]
    for letter in classes:
        resolved.append(resolved[-1] if letter == "b" else next(letters))
    return "".join(resolved[1:])


def _resolve_weak(classes: str, own: str) -> str:
    """Rules W2 to W7; separators and terminators that joined no number stay, and count as neutral (W6)."""
    if "E" in classes:
        if "a" in classes:
            classes = _AFTER_ARABIC_LETTER.sub(lambda found: found[0].replace("E", "A"), classes)
        classes = _BETWEEN_EUROPEAN.sub("E", classes)
        if "t" in classes:
            classes = _BESIDE_EUROPEAN.sub(lambda found: "E" * len(found[0]), classes)
    if "A" in classes:
        classes = _BETWEEN_ARABIC.sub("A", classes)
    classes = classes.replace("a", "R")
    if "E" in classes:
        classes = _AFTER_L[own].sub(lambda found: found[0].replace("E", "L"), classes)
    return classes


def _resolve_brackets(text: str, classes: str, own: str) -> str:
    """Rule N0: a pair of brackets takes the direction of what it holds, the paragraph's first."""
    strong = classes.replace("E", "R").replace("A", "R")
    other = "L" if own == "R" else "R"
    for opening, closing in _bracket_pairs(text, classes):
        held = strong[opening + 1 : closing]
        if own in held:
            direction = own
        elif other in held:
            before = max(strong.rfind("L", 0, opening), strong.rfind("R", 0, opening))
            direction = own if before < 0 else strong[before]
        else:
            continue
        for place in (opening, closing):
            strong = f"{strong[:place]}{direction}{strong[place + 1 :]}"
            classes = _with_bracket(classes, place, direction)
    return classes


def _bracket_pairs(text: str, classes: str) -> list[tuple[int, int]]:
    """Find the pairs of BD16, ordered by their opening bracket."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for found in re.finditer("[()]", classes):
        place = found.start()
        if found[0] == "(":
            if len(waiting) == _DEEPEST_BRACKETS:
                return []
            waiting.append((_CLOSING_OF[text[place]], place))
            continue
        closing = unicodedata.normalize("NFC", text[place])
        depth = next((depth for depth in reversed(range(len(waiting))) if waiting[depth][0] == closing), None)
        if depth is not None:
            pairs.append((waiting[depth][1], place))
            del waiting[depth:]
    return sorted(pairs)


def _with_bracket(classes: str, place: int, direction: str) -> str:
    """Set a bracket, and the nonspacing marks on it."""
    after = classes[place + 1 :]
    rest = after.lstrip("m")
    return classes[:place] + direction * (1 + len(after) - len(rest)) + rest


def _resolve_neutral(classes: str, own: str) -> str:
    """Rules N1 and N2."""
    if own == "L" or "L" in classes:
        other = "L" if own == "R" else "R"
        classes = _BETWEEN_OTHERS[own].sub(lambda found: other * len(found[0]), classes)
    return classes.translate(_NEUTRAL_TO[own])


def _reset(resolved: str, classes: str, own: str) -> str:
    """Rule L1: tabs, and white space before a tab or at the end."""
    letters: list[str] = []
    place = 0
    for before_tab in classes.split("S"):
        visible = len(before_tab.rstrip("wb"))
        letters += (resolved[place : place + visible], own * (len(before_tab) - visible + 1))
        place += len(before_tab) + 1
    return "".join(letters)[: len(resolved)]


# --- what follows from it ----------------------------------------------------------------------------------

_LEVELS: Final[Mapping[Direction, Mapping[str, int]]] = MappingProxyType(
    {
        "ltr": MappingProxyType({"L": 0, "R": 1, "E": 2, "A": 2}),
        "rtl": MappingProxyType({"L": 2, "R": 1, "E": 2, "A": 2}),
    }
)
_ONE_WAY: Final = re.compile("L+|[^L]+")
_LEFT_TO_RIGHT_OR_NOT: Final = re.compile("R+|[^R]+")


def _without(letters: str) -> re.Pattern[str]:
    """Match a text all of whose characters are in the table, and of none of these classes."""
    stretches = (found.span() for found in re.finditer(f"[^{letters}]+", _TABLE))
    ranges = "".join(f"\\u{start:04x}-\\u{end - 1:04x}" for start, end in stretches)
    return re.compile(f"[{ranges}]*")


# Without a left-to-right letter nothing in a right-to-left paragraph is resolved L; without right-to-left letters
# and Arabic numbers everything in a left-to-right one is.
_OF_ONE_WAY: Final[Mapping[Direction, re.Pattern[str]]] = MappingProxyType(
    {"ltr": _without("RaA"), "rtl": _without("L")}
)


class Run(NamedTuple):
    """A stretch of text of one direction; `rtl` says that it carries w:rtl in WordprocessingML."""

    text: str
    rtl: bool


def levels(text: str, base: Direction) -> tuple[int, ...]:
    """Give the embedding level of every character (UAX #9, I1 and I2 after `resolve`): 0, 1 or 2."""
    return tuple(map(_LEVELS[base].__getitem__, resolve(text, base)))


def runs(text: str, base: Direction) -> tuple[Run, ...]:
    """Split a paragraph where its resolved direction changes (R2, ECMA-376 Part 1 Annex I.7).

    Right-to-left letters and all numbers that were resolved as such are in runs with `rtl`.
    """
    return runs_over((text,), base)[0]


def runs_over(pieces: Sequence[str], base: Direction) -> list[tuple[Run, ...]]:
    """Split each piece of one paragraph by direction; the paragraph is resolved as a whole.

    A piece is a formatted span. No run crosses a piece, and an empty piece has no runs.
    """
    text = "".join(pieces)
    if _OF_ONE_WAY[base].fullmatch(text):
        rtl = base == "rtl"
        return [(Run(piece, rtl),) if piece else () for piece in pieces]
    resolved = resolve(text, base)
    ends = list(accumulate(map(len, pieces)))
    return [_split(piece, resolved[end - len(piece) : end]) for piece, end in zip(pieces, ends, strict=True)]


def _split(text: str, resolved: str) -> tuple[Run, ...]:
    if "L" not in resolved:
        return (Run(text, rtl=True),) if text else ()
    return tuple(
        Run(text[found.start() : found.end()], rtl=found[0][0] != "L") for found in _ONE_WAY.finditer(resolved)
    )


def mirrored(text: str) -> str:
    """Exchange brackets, angle quotes and comparison signs with their mirror images (L4)."""
    return text.translate(_MIRROR)


def visual(text: str, base: Direction, *, mirror: bool = False) -> str:
    """Give the characters of each line as they stand from left to right on the page (UAX #9, L2).

    With `mirror` brackets, angle quotes and comparison signs in right-to-left text are exchanged (L4), for
    a terminal; without it the characters are what a PDF gives back.
    """
    resolved = resolve(text, base)
    parts: list[str] = []
    for start, end in _lines(bidi_classes(text)):
        line, letters = text[start:end], resolved[start:end]
        if base == "rtl":
            parts.append(_turned(line, letters, mirror=mirror))
            continue
        for found in _ONE_WAY.finditer(letters):
            stretch = line[found.start() : found.end()]
            parts.append(stretch if found[0][0] == "L" else _turned(stretch, found[0], mirror=mirror))
    return "".join(parts)


def _turned(text: str, letters: str, *, mirror: bool) -> str:
    """Turn a right-to-left stretch round; what is at level 2 keeps its order."""
    parts: list[str] = []
    for found in _LEFT_TO_RIGHT_OR_NOT.finditer(letters):
        part = text[found.start() : found.end()]
        if found[0][0] == "R":
            part = mirrored(part[::-1]) if mirror else part[::-1]
        parts.append(part)
    return "".join(reversed(parts))
