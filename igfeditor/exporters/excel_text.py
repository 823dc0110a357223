"""What stands in one cell of a sheet: paragraphs joined to lines, in pieces of one look each.

A cell of a sheet has one base direction and no hanging indents. So markers stand before their text with a
space, sub-items are moved in by spaces, and a paragraph of the other direction is held together by marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import Paragraph, Role, Span
from igfeditor.errors import ExportError, sentence
from igfeditor.language.bidi import LRM, RLM, Direction
from igfeditor.language.marks import with_marks_over

LONGEST_TEXT: Final = 32_767
LONGEST_ADDRESS: Final = 2_079
LONGEST_LINK_TEXT: Final = 30
ESCAPED_X: Final = "_x0078_"
"""The letter x as Excel reads it in a place where "x" itself would begin an escape.

The low line before it is usually escaped instead, as _x005F_; but openpyxl drops "x005F_" from whatever it reads.
"""
_STEP: Final = "    "
_INDENTS: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.BODY: _STEP,
        Role.PEOPLE: _STEP,
        Role.SUB_ITEM_1: _STEP,
        Role.SUB_ITEM_2: _STEP * 2,
        Role.SUB_ITEM_3: _STEP * 3,
    }
)
_EDGE_SIGN: Final = re.compile("[\u2010-\u2027]")
_HOLDING: Final[Mapping[Direction, str]] = MappingProxyType({"ltr": LRM, "rtl": RLM})
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdf9\ufdfe\ufdff\ufe70-\ufefc]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cell's text with one look; `faint` is a stand-in for a missing translation."""

    text: str
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    linked: bool = False
    faint: bool = False

    @property
    def is_plain(self) -> bool:
        """Tell whether the piece looks as its cell does."""
        return not (self.strong or self.emphasis or self.raised or self.linked or self.faint)


def direction_of(paragraphs: Sequence[Paragraph], usual: Direction) -> Direction:
    """Give the base direction of a cell: its column's, unless none of its paragraphs has that (R39, R46)."""
    if not paragraphs or any(paragraph.direction == usual for paragraph in paragraphs):
        return usual
    return paragraphs[0].direction


def text_of(paragraphs: Sequence[Paragraph], usual: Direction) -> str:
    """Give the whole text of a cell, as it is written and as it must be read back."""
    return "".join(piece.text for piece in pieces_of(paragraphs, usual))


def pieces_of(paragraphs: Sequence[Paragraph], usual: Direction) -> tuple[Piece, ...]:
    """Give the text of a cell in pieces; a cell of one look has one piece, an empty one has none.

    A link that cannot be the cell's own has its address in brackets after its label, so that none is lost.
    """
    base = direction_of(paragraphs, usual)
    if _is_plain(paragraphs):
        text = _edged("\n".join(_plain_lines(paragraphs, base)), base)
        return (Piece(text, faint=is_faint(paragraphs)),) if text else ()
    addressed = not address_of(paragraphs)
    pieces: list[Piece] = []
    for paragraph, indent in zip(paragraphs, _indents(paragraphs), strict=True):
        if pieces:
            pieces.append(Piece("\n", faint=pieces[-1].faint))
        pieces.extend(_line(paragraph, indent, base, addressed=addressed))
    return tuple(piece for piece in pieces if piece.text)


def _edged(text: str, base: Direction) -> str:
    """Hold a bullet, dash or quotation mark at the edge of an Arabic text by RLM.

    LibreOffice 7.4 draws a cell of Arabic letters alone, without digits, Latin or a second line, as though such
    a sign at its edge stood in English text, whatever the reading order of the cell.
    """
    if base == "ltr" or not text:
        return text
    start = RLM if _EDGE_SIGN.match(text) else ""
    return f"{start}{text}{RLM}" if _EDGE_SIGN.match(text[-1]) else start + text


def is_faint(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether all of a cell stands in for missing translations."""
    return bool(paragraphs) and all(paragraph.missing for paragraph in paragraphs)


def address_of(paragraphs: Sequence[Paragraph]) -> str:
    """Give the address that a cell itself leads to, empty where it leads nowhere.

    Only a short line with one link does. LibreOffice 7.4 makes one unbreakable line of all that stands in a cell
    with a hyperlink, so that a longer text would be cut off.
    """
    addresses = {span.link for paragraph in paragraphs for span in paragraph.spans if span.link}
    if len(addresses) != 1 or len(paragraphs) != 1 or len(paragraphs[0].line) > LONGEST_LINK_TEXT:
        return ""
    (address,) = addresses
    return address if len(address) <= LONGEST_ADDRESS else ""


def is_refused(text: str) -> bool:
    """Tell whether a sheet must not or cannot hold a text."""
    return len(text) > LONGEST_TEXT or _FORBIDDEN.search(text) is not None


def refusal(text: str, place: str) -> ExportError:
    """Say why a sheet must not or cannot hold a text; `place` names its row.

    Refused are control characters, direction controls other than RLM and LRM, presentation forms (R27, R28,
    R52), and more than 32,767 characters, which Excel would cut off.
    """
    found = _FORBIDDEN.search(text)
    if found:
        return ExportError(
            sentence(
                "{place}: the text “{words}” holds the character U+{code}, which no printed agenda may hold.",
                place=place,
                words=_excerpt(_FORBIDDEN.sub("\ufffd", text)),
                code=f"{ord(found.group()):04X}",
            ),
            sentence("Paste the text again through the cleaner, or type it anew."),
        )
    return ExportError(
        sentence(
            "{place}: the text “{words}” has {count} characters; a cell of Excel holds {limit}.",
            place=place,
            words=_excerpt(text),
            count=len(text),
            limit=LONGEST_TEXT,
        ),
        sentence("Divide the row into several, or export to Word."),
    )


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def _is_plain(paragraphs: Sequence[Paragraph]) -> bool:
    return not any(
        span.strong or span.emphasis or span.raised or span.link for paragraph in paragraphs for span in paragraph.spans
    ) and (is_faint(paragraphs) or not any(paragraph.missing for paragraph in paragraphs))


def _plain_lines(paragraphs: Sequence[Paragraph], base: Direction) -> Iterator[str]:
    for paragraph, indent in zip(paragraphs, _indents(paragraphs), strict=True):
        start, end = _frame(paragraph, indent, base)
        yield f"{start}{paragraph.text}{end}"


def _line(paragraph: Paragraph, indent: str, base: Direction, *, addressed: bool) -> Iterator[Piece]:
    start, end = _frame(paragraph, indent, base)
    faint = paragraph.missing
    yield Piece(start, faint=faint)
    for span in _with_addresses(paragraph) if addressed else paragraph.spans:
        linked = span.link is not None and not addressed
        yield Piece(span.text, span.strong, span.emphasis, span.raised, linked, faint)
    yield Piece(end, faint=faint)


def _frame(paragraph: Paragraph, indent: str, base: Direction) -> tuple[str, str]:
    holding = "" if paragraph.direction == base else _HOLDING[paragraph.direction]
    marker = f"{paragraph.marker} " if paragraph.marker else ""
    return f"{indent}{holding}{marker}", holding


def _indents(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    under_item = False
    for paragraph in paragraphs:
        yield _INDENTS.get(paragraph.role, "") if under_item else ""
        under_item = under_item or paragraph.role is Role.ITEM


def _with_addresses(paragraph: Paragraph) -> Iterator[Span]:
    spans = [span for group in _links(paragraph.spans) for span in group]
    texts = with_marks_over([span.text for span in spans], paragraph.direction)
    return (replace(span, text=text) for span, text in zip(spans, texts, strict=True))


def _links(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    for address, group in groupby(spans, key=lambda span: span.link):
        label = tuple(group)
        if address and address not in "".join(span.text for span in label):
            yield (*label, Span(f" ({address})"))
        else:
            yield label
