"""Arabic text that was stored as it looks: how to recognise it, and how to turn it round (R55).

Text copied out of a PDF often has its characters in the order in which they stand on the page, and often as
presentation forms. It looks right in a program without Arabic support and is wrong everywhere else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from igfeditor.language.bidi import mirrored, visual

_FORM: Final = re.compile("[\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]")
_SHAPES: Final[Mapping[str, str]] = MappingProxyType({"<initial>": "i", "<medial>": "m", "<final>": "f"})
_MARK: Final = re.compile("[\u064b-\u065f\u0670\u0640]")

_JOINED_AS_READ: Final = re.compile("(?=[im][mf])")
_JOINED_AS_SEEN: Final = re.compile("(?=[mf][im])")

_WORD: Final = re.compile("[\u0621-\u064a]{3,}")
_ARTICLE_FIRST: Final = re.compile("[وفبك]?ال.{3}")
# Short words may end so by nature: "أولا", "وفضلا".
_ARTICLE_LAST: Final = re.compile(".{4,}لا[وفبك]?")
_ENDS_ONLY: Final = "ةى"

_WELL_BRACKETED: Final = re.compile(r"[(\[{«][^][(){}«»]*[])}»]")
_SWAPPED: Final = re.compile(r"[])}»][^][(){}«»]*[(\[{«]")


@dataclass(frozen=True, slots=True)
class OrderEvidence:
    """How many signs of logical and of visual order a text shows."""

    logical: int
    visual: int


def order_evidence(text: str) -> OrderEvidence:
    """Count the signs of either order.

    Presentation forms tell most: read forwards, an initial or medial form goes before a medial or final one.
    Without them the words tell: they begin with the article, and never with ta marbuta or alif maqsura, which
    therefore count double.
    """
    letters = _MARK.sub("", text)
    shapes = "".join(map(_shape, letters)) if _FORM.search(letters) else ""
    forms = OrderEvidence(len(_JOINED_AS_READ.findall(shapes)), len(_JOINED_AS_SEEN.findall(shapes)))
    return forms if forms.logical or forms.visual else _evidence_of_words(_WORD.findall(without_forms(letters)))


def _shape(character: str) -> str:
    if not _FORM.match(character):
        return " "
    return _SHAPES.get(unicodedata.decomposition(character).partition(" ")[0], " ")


def _evidence_of_words(words: list[str]) -> OrderEvidence:
    as_read = sum(_ARTICLE_FIRST.match(word) is not None for word in words)
    as_seen = sum(_ARTICLE_LAST.fullmatch(word) is not None for word in words)
    return OrderEvidence(
        logical=as_read + 2 * sum(word[-1] in _ENDS_ONLY for word in words),
        visual=as_seen + 2 * sum(word[0] in _ENDS_ONLY for word in words),
    )


def looks_visual(text: str) -> bool:
    """Tell whether a text seems to be stored as it looks.

    It takes two signs at least, and twice as many as for the other order; the user is always asked (R55).
    """
    evidence = order_evidence(text)
    return evidence.visual >= 2 and evidence.visual > 2 * evidence.logical


def from_visual(text: str) -> str:
    """Turn text that was stored as it looks into logical order and plain letters, line by line.

    Brackets come out right whether they were stored mirrored or not. Vowel marks that were lost stay lost.
    """
    return "".join(map(_line_from_visual, text.splitlines(keepends=True)))


def _line_from_visual(line: str) -> str:
    turned = visual(line, "rtl")
    if len(_SWAPPED.findall(turned)) > len(_WELL_BRACKETED.findall(turned)):
        turned = mirrored(turned)
    return without_forms(turned)


def without_forms(text: str) -> str:
    """Replace Arabic presentation forms by their letters (R53 step 2), honorific ligatures kept.

    A vowel mark that a form carries on a space or tatweel comes back without that carrier.
    """
    return _FORM.sub(lambda found: _letters(found[0]), text)


def _letters(form: str) -> str:
    letters = unicodedata.normalize("NFKC", form)
    return letters.lstrip(" \u0640") or letters
