"""Pasted text made clean, in seven steps that always run in this order (R52–R55).

    step         what                                                                        applied
    controls     control characters, soft hyphens, zero-width spaces; one kind of line end   at once
    forms        presentation forms back to letters                                          at once
    directions   embeddings, isolates, direction marks; stray joiners                        at once
    tatweel      tatweel between letters                                                     suggested
    letters      Persian letters and digits that stand for Arabic ones                       suggested
    punctuation  , ; ? between Arabic words                                                  suggested
    spaces       doubled, leading and trailing spaces, and those before punctuation          at once

Suggestions touch Arabic text only and never what is written in Latin letters, addresses or numbers; names and
quotations may have reasons to differ, so a person decides (R54). Text stored as it looks is another matter: see
`igfeditor.language.visual_order`, and ask for it before cleaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from igfeditor.language.visual_order import without_forms

Work = Callable[[str], tuple[str, int]]


class Step(StrEnum):
    """The steps of cleaning, in their order."""

    CONTROLS = "controls"
    FORMS = "forms"
    DIRECTIONS = "directions"
    TATWEEL = "tatweel"
    LETTERS = "letters"
    PUNCTUATION = "punctuation"
    SPACES = "spaces"

    @property
    def is_safe(self) -> bool:
        """Tell whether the step is applied without asking (R54)."""
        return self not in _SUGGESTED


_SUGGESTED: Final = (Step.TATWEEL, Step.LETTERS, Step.PUNCTUATION)


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did, or would do: the whole text before and after it, and in how many places."""

    step: Step
    before: str
    after: str
    count: int

    @property
    def safe(self) -> bool:
        """Tell whether the step needs no question."""
        return self.step.is_safe


class Doubt(StrEnum):
    """What stays in the text and deserves a look.

    JOINER: a zero-width joiner or non-joiner inside an Arabic word. PERSIAN: a letter that Arabic does not
    have (پ چ ژ گ). FINAL_YEH: a Persian yeh at the end of a word, which may stand for ي or for ى.
    """

    JOINER = "joiner"
    PERSIAN = "persian"
    FINAL_YEH = "final-yeh"


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt with the number of its places in the text as it came, after its safe steps."""

    doubt: Doubt
    count: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text: what was changed, what is suggested and not done, and what stays in doubt."""

    text: str
    changes: tuple[Change, ...]
    suggestions: tuple[Change, ...]
    remarks: tuple[Remark, ...]


def clean(text: str, language: str, *, suggestions: bool = False) -> Cleaned:
    """Clean a text of a language; with `suggestions` the suggested steps are applied too.

    Idempotent, and never raises. Steps that found nothing are left out of the result.
    """
    steps = [step for step in Step if step.is_safe or (suggestions and language == _ARABIC)]
    changes = tuple(_run(text, steps))
    cleaned = changes[-1].after if changes else text
    rest = _SUGGESTED if language == _ARABIC and not suggestions else ()
    safe = next((change.before for change in changes if not change.safe), cleaned)
    remarks = tuple(_remarks(safe)) if language == _ARABIC else ()
    return Cleaned(cleaned, changes, tuple(_run(cleaned, rest)), remarks)


def presentation_forms(text: str) -> bool:
    """Tell whether a text holds presentation forms that stand for letters: no exporter may write them (R52).

    Honorific ligatures (U+FDFA–FDFD) and ornate brackets (U+FD3E, U+FD3F) are text, not forms.
    """
    return without_forms(text) != text


def latin_signs(text: str) -> tuple[tuple[int, str], ...]:
    """Give the places of , ; ? that stand between Arabic words, each with the sign that Arabic has."""
    masked = _ADDRESS.sub(lambda found: _MASK * len(found[0]), text)
    return tuple((place, _ARABIC_SIGN[text[place]]) for place in _signs_between_arabic(masked))


def tatweel(text: str) -> tuple[tuple[int, int], ...]:
    """Give the runs of tatweel that only stretch words, each with its start and end."""
    return tuple(
        (found.start() + keep, found.end())
        for pattern, keep in ((_INNER_TATWEEL, 0), (_FINAL_TATWEEL, 1))
        for found in pattern.finditer(text)
    )


def _run(text: str, steps: Iterable[Step]) -> Iterator[Change]:
    for step in steps:
        after, count = _STEPS[step](text)
        if after != text:
            yield Change(step, text, after, max(count, 1))
            text = after


# --- 1 to 3: what no text needs -----------------------------------------------------------------------------

_ARABIC: Final = "ar"
# Beside C0 and C1: soft hyphen, zero-width space, word joiner (R15), BOM, and surrogates, which no file can hold.
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff]")
_LINE_END: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DIRECTIONS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_JOINERS: Final = re.compile("[\u200c\u200d]+")
# Neighbours of a joiner that does something: parts of a word, or two pictures that make a third.
_JOINED: Final = re.compile("[LMN]{2}|[SM]S")


def _without_controls(text: str) -> tuple[str, int]:
    kept, dropped = _CONTROLS.subn("", text)
    lines, ends = _LINE_END.subn("\n", kept)
    composed, marks = _composed(lines)
    return composed, dropped + ends + marks


def _letters_for_forms(text: str) -> tuple[str, int]:
    return _composed(without_forms(text))[0], sum(without_forms(character) != character for character in text)


def _without_directions(text: str) -> tuple[str, int]:
    plain, directions = _DIRECTIONS.subn("", text)
    joined = _JOINERS.sub(_joiner, plain)
    return _composed(joined)[0], directions + len(plain) - len(joined)


def _joiner(found: re.Match[str]) -> str:
    """Keep one joiner between what it joins; one that holds a last heh open is the tatweel of the letter هـ."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    categories = "".join(unicodedata.category(neighbour)[0] for neighbour in (before, after) if neighbour)
    if _JOINED.fullmatch(categories):
        return found[0][0]
    return "\u0640" if before == "\u0647" and "\u200d" in found[0] else ""


def _composed(text: str) -> tuple[str, int]:
    """Give a text in NFC (never NFKC: … ½ ﬁ are the writer's), and 1 when that changed it."""
    composed = unicodedata.normalize("NFC", text)
    return composed, int(composed != text)


# --- 4: tatweel ---------------------------------------------------------------------------------------------

# An address, also one in a link, and the id of a note mark belong to no language: suggestions pass them by.
_ADDRESS: Final = re.compile(
    r"(\]\([^()\s]*\)|\[\^[\w-]{1,64}\]|(?:https?://|mailto:|www\.)[^\s،؛؟]+|[^\s@]{1,64}@[^\s،؛؟]+)"
)

_LETTER: Final = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
_VOWEL: Final = "\u0610-\u061a\u064b-\u065f\u0670"
_INNER_TATWEEL: Final = re.compile(f"(?<=[{_LETTER}{_VOWEL}])\u0640++(?=[\u0640{_VOWEL}]*+[{_LETTER}])")
# At the end of a word one is kept: it is the form of هـ, of 1442هـ, of بـ before a colon and of الـ before a number.
_FINAL_TATWEEL: Final = re.compile(f"(?<=[{_LETTER}{_VOWEL}\\d])\u0640{{2,}}+(?![\u0640{_VOWEL}]*+[{_LETTER}])")


def _without_tatweel(text: str) -> tuple[str, int]:
    runs = tatweel(text)
    places = {place for start, end in runs for place in range(start, end)}
    plain = "".join(letter for place, letter in enumerate(text) if place not in places) if places else text
    return _composed(plain)[0], len(runs)


def _outside_addresses(work: Work) -> Work:
    """Give a step that leaves addresses alone."""

    def careful(text: str) -> tuple[str, int]:
        pieces = _ADDRESS.split(text)
        done = [(piece, 0) if place % 2 else work(piece) for place, piece in enumerate(pieces)]
        return "".join(piece for piece, _ in done), sum(count for _, count in done)

    return careful


# --- 5: Persian letters -------------------------------------------------------------------------------------

_YEH: Final = "\u06cc"
_FOR_PERSIAN: Final[Mapping[str, str]] = MappingProxyType(
    {_YEH: "\u064a", "\u06a9": "\u0643", "\u06c1": "\u0647", "\u06be": "\u0647", "\u06d5": "\u0647"}
    | {chr(0x06F0 + digit): str(digit) for digit in range(10)}
)
_PERSIAN: Final = re.compile(f"[{''.join(_FOR_PERSIAN)}]")
_FOREIGN: Final = re.compile("[\u067e\u0686\u0698\u06af]")
_FINAL_YEH: Final = re.compile(f"{_YEH}(?=[{_VOWEL}]*(?![{_LETTER}{_VOWEL}\u0640\u200c\u200d]))")
# Words of agendas that end in ى beyond doubt; any other final yeh becomes ي, and is remarked on.
_IN_ALEF_MAKSURA: Final = (
    "على إلى حتى لدى متى سوى مدى أخرى إحدى كبرى صغرى وسطى قصوى منتدى مستوى محتوى جدوى مبنى معنى مقتضى ملتقى"
)
_STEMS: Final = "|".join(word[:-1].replace("ك", "[ك\u06a9]") for word in _IN_ALEF_MAKSURA.split())
_KNOWN_FINAL: Final = re.compile(
    f"(?<![{_LETTER}{_VOWEL}])[وف]?[بكل]?(?:ال|لل)?(?:{_STEMS}){_YEH}(?![{_LETTER}{_VOWEL}\u0640\u200c\u200d])"
)


def _arabic_letters(text: str) -> tuple[str, int]:
    plain, known = _KNOWN_FINAL.subn(lambda found: f"{found[0][:-1]}\u0649", text)
    plain, others = _PERSIAN.subn(lambda found: _FOR_PERSIAN[found[0]], plain)
    return _composed(plain)[0], known + others


# --- 6: punctuation -----------------------------------------------------------------------------------------

_ARABIC_SIGN: Final[Mapping[str, str]] = MappingProxyType({",": "\u060c", ";": "\u061b", "?": "\u061f"})
_MASK: Final = "\u0001"
_TOKEN: Final = re.compile(
    rf"(?P<arabic>[{_LETTER}\u0640\ufdf0-\ufdfd])|(?P<other>[^\W\d_])|(?P<end>\n)"
    r"|(?P<sign>(?<!\\)(?:(?<!\d)[,;?]|[,;?](?!\d)))"
)


def _arabic_punctuation(text: str) -> tuple[str, int]:
    signs = dict(latin_signs(text))
    return ("".join(signs.get(place, letter) for place, letter in enumerate(text)), len(signs)) if signs else (text, 0)


def _signs_between_arabic(text: str) -> Iterator[int]:
    """Find the signs whose nearest letters on the line are Arabic: one before, and one or none after."""
    waiting: list[int] = []
    before = "end"
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "end"
        if kind == "sign":
            waiting += [found.start()] if before == "arabic" else []
            continue
        if kind != "other":
            yield from waiting
        waiting.clear()
        before = kind
    yield from waiting


# --- 7: spaces ----------------------------------------------------------------------------------------------

_SPACES: Final = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_RANGE_DASH: Final = "\u00a0\u2013\u00a0"
_SPACING: Final = re.compile(rf"(?<=\d){_RANGE_DASH}(?=\d)|[{_SPACES}]+")
_EDGE: Final = re.compile("^ | $", re.MULTILINE)
# A stop or colon that begins a word (".org", ":30") keeps its space.
_BEFORE_SIGN: Final = re.compile(" (?=[\u060c\u061b\u061f]|[.:]+(?:[\\s\u060c\u061b\u061f)\\]}»\"'\u201d\u2019]|\\Z))")


def _tidy_spaces(text: str) -> tuple[str, int]:
    plain = _SPACING.sub(lambda found: found[0] if found[0] == _RANGE_DASH else " ", text)
    odd = sum(found[0] not in (" ", _RANGE_DASH) for found in _SPACING.finditer(text))
    plain, edges = _EDGE.subn("", plain.strip(" \n"))
    plain, signs = _BEFORE_SIGN.subn("", plain)
    return _composed(plain)[0], odd + edges + signs


_STEPS: Final[Mapping[Step, Work]] = MappingProxyType(
    {
        Step.CONTROLS: _without_controls,
        Step.FORMS: _letters_for_forms,
        Step.DIRECTIONS: _without_directions,
        Step.TATWEEL: _outside_addresses(_without_tatweel),
        Step.LETTERS: _outside_addresses(_arabic_letters),
        Step.PUNCTUATION: _arabic_punctuation,
        Step.SPACES: _tidy_spaces,
    }
)


# --- what stays in doubt ------------------------------------------------------------------------------------

_JOINER_IN_ARABIC: Final = re.compile(f"(?<=[{_LETTER}{_VOWEL}])[\u200c\u200d](?=[{_LETTER}])")
_DOUBTS: Final = (
    (Doubt.JOINER, _JOINER_IN_ARABIC),
    (Doubt.PERSIAN, _FOREIGN),
    (Doubt.FINAL_YEH, _FINAL_YEH),
)


def _remarks(text: str) -> Iterator[Remark]:
    for doubt, pattern in _DOUBTS:
        count = len(pattern.findall(text))
        if count:
            yield Remark(doubt, count)
