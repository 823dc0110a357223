"""Paragraphs of a Word agenda as XML text: style, direction, runs by direction, links, page numbers.

What is the same for all paragraphs of a role and direction is made once and kept; a paragraph then costs little
more than the resolving of its direction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from igfeditor.document.blocks import Footer, Paragraph, Role, Span
from igfeditor.exporters import word_styles
from igfeditor.exporters.ooxml import (
    PLAIN,
    Look,
    field,
    ordered,
    refuse_forbidden,
    run,
    run_language,
    run_properties,
    tag,
)
from igfeditor.language.bidi import Direction, runs_over

Relate = Callable[[str], str]

_AT_THE_EDGE_UNMARKED: Final = frozenset({Role.ITEM, Role.NOTE})
_UNDER_AN_ITEM: Final = frozenset({Role.BODY, Role.PEOPLE})


@dataclass(frozen=True, slots=True)
class FileStyles:
    """The styles of the file: of each role (and the footer) in each direction, and the others by id."""

    paragraphs: Mapping[tuple[str, Direction], word_styles.FileStyle]
    link: str
    missing: str
    table: str
    gap: word_styles.FileStyle


class _Shape(NamedTuple):
    """All that the properties of a paragraph hang on."""

    role: Role | str
    direction: Direction
    language: str
    marked: bool = True
    keep: bool = False
    before: int | None = None
    far_end: bool = False
    flush: bool = False


class ParagraphWriter:
    """Writes paragraphs in the styles of one file.

    `relate` makes an address known to the package and gives its relationship id. Methods raise `ExportError`
    for a text that no document may hold.
    """

    def __init__(self, styles: FileStyles, relate: Relate) -> None:
        """Keep what the file has."""
        self.styles: Final = styles
        direction = word_styles.bidi(styles.gap.direction, styles.gap.direction)
        self.gap: Final = tag("p", ordered("pPr", tag("pStyle", val=styles.gap.id), direction))
        self._relate = relate
        self._properties = cache(self._properties_of)

    def paragraph(
        self, paragraph: Paragraph, *, keep: bool = False, before: int | None = None, flush: bool = True
    ) -> str:
        """Write a paragraph.

        `keep` holds it with the next one, `before` is the space before it in twentieths of a point where that is
        not its style's, and `flush` says that it does not stand under the marker of an item, so that what has no
        marker begins at the edge.
        """
        properties = self._properties(
            _Shape(
                paragraph.role,
                paragraph.direction,
                paragraph.language,
                bool(paragraph.marker),
                keep,
                before,
                flush=flush,
            )
        )
        return f"<w:p>{properties}{self._runs(paragraph)}</w:p>"

    def empty(self, role: Role, direction: Direction, language: str = "en") -> str:
        """Write a paragraph without text, for a cell must have one."""
        return tag("p", self._properties(_Shape(role, direction, language)))

    # --- properties ----------------------------------------------------------------------------------------

    def _properties_of(self, shape: _Shape) -> str:
        style = self.styles.paragraphs[shape.role, shape.direction]
        rtl = shape.direction == "rtl"
        return ordered(
            "pPr",
            tag("pStyle", val=style.id),
            "<w:keepNext/>" if shape.keep else "",
            word_styles.bidi(shape.direction, style.direction),
            "" if shape.before is None else tag("spacing", before=shape.before),
            _indent(shape),
            tag("jc", val="right") if shape.far_end else "",
            # What is typed after the end in Word goes on in the same direction (R23).
            ordered("rPr", "<w:rtl/>", run_language(shape.language, shape.direction, rtl=True)) if rtl else "",
        )

    # --- runs ----------------------------------------------------------------------------------------------

    def _runs(self, paragraph: Paragraph) -> str:
        spans = (Span(f"{paragraph.marker}\t"), *paragraph.spans) if paragraph.marker else paragraph.spans
        texts = [span.text for span in spans]
        refuse_forbidden("".join(texts))
        language, direction = paragraph.language, paragraph.direction
        looks = [self._look(span, missing=paragraph.missing) for span in spans]
        made = [
            "".join([run(text, run_properties(look, language, direction, rtl)) for text, rtl in parts])
            for look, parts in zip(looks, runs_over(texts, direction), strict=True)
        ]
        if all(span.link is None for span in spans):
            return "".join(made)
        # Spans that lead to one address are one link.
        links = groupby(zip(spans, made, strict=True), key=lambda one: one[0].link)
        return "".join(self._linked(address, "".join([runs for _, runs in group])) for address, group in links)

    def _look(self, span: Span, *, missing: bool) -> Look:
        if not (span.strong or span.emphasis or span.raised or span.link or missing):
            return PLAIN
        style = self.styles.link if span.link else self.styles.missing if missing else ""
        return Look(span.strong, span.emphasis, span.raised, style)

    def _linked(self, address: str | None, runs: str) -> str:
        if not address or not runs:
            return runs
        return f'<w:hyperlink r:id="{self._relate(address)}" w:history="1">{runs}</w:hyperlink>'

    # --- page furniture ------------------------------------------------------------------------------------

    def page_words(self, footer: Footer, *, far_end: bool = False) -> str:
        """Write "page x of y" with fields (R20); at the far end of the line, or where the line begins.

        In a right-to-left paragraph nothing is aligned to the far end, for Word and the standard differ on what
        that is called (R8): there the cell is just wide enough.
        """
        words = (f"{footer.page} ", "1", f" {footer.of} ", "1")
        refuse_forbidden("".join(words))
        parts = zip(words, ("", "PAGE", "", "NUMPAGES"), runs_over(words, footer.direction), strict=True)
        said = "".join(
            field(instruction, word, self._of_footer(footer, rtl=runs[0].rtl))
            if instruction
            else "".join(run(one.text, self._of_footer(footer, rtl=one.rtl)) for one in runs)
            for word, instruction, runs in parts
        )
        return self._footer_line(footer, said, far_end=far_end and footer.direction == "ltr")

    def reference(self, footer: Footer) -> str:
        """Write what stands at the other end of the footer's line."""
        refuse_forbidden(footer.reference)
        (runs,) = runs_over([footer.reference], footer.direction)
        said = "".join(run(one.text, self._of_footer(footer, rtl=one.rtl)) for one in runs)
        return self._footer_line(footer, said, far_end=False)

    def _of_footer(self, footer: Footer, *, rtl: bool) -> str:
        return run_properties(PLAIN, footer.language, footer.direction, rtl)

    def _footer_line(self, footer: Footer, said: str, *, far_end: bool) -> str:
        shape = _Shape(word_styles.FOOTER, footer.direction, footer.language, far_end=far_end)
        return tag("p", self._properties(shape) + said)


def _indent(shape: _Shape) -> str:
    """Take back the indent of a style where nothing hangs before the text, or where there is nothing above it."""
    looks = word_styles.LOOKS[shape.role]
    if not looks.hang or (looks.marker and shape.marked):
        return ""
    if shape.role in _AT_THE_EDGE_UNMARKED or (shape.flush and shape.role in _UNDER_AN_ITEM):
        return tag("ind", left=0, hanging=0)
    return tag("ind", hanging=0) if looks.marker else ""
