"""One printed language of a layout: how a stored text becomes a finished paragraph in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import At, Paragraph, Role, Span
from igfeditor.document.layout import Missing
from igfeditor.language import markup
from igfeditor.language.bidi import Direction, direction_of
from igfeditor.language.marks import with_marks_over
from igfeditor.language.wording import Wording
from igfeditor.model.agenda import Text

Marks = Mapping[str, str]
NO_MARKS: Final[Marks] = MappingProxyType({})
_MOST_REMEMBERED: Final = 1_000


@dataclass(frozen=True, slots=True)
class Voice:
    """A printed language with its words, and what to print where a translation is missing.

    `order` holds the languages of the agenda in the order in which they stand in for a missing text.
    """

    wording: Wording
    order: tuple[str, ...]
    missing: Missing

    @property
    def language(self) -> str:
        """Give the code of the printed language."""
        return self.wording.language

    @property
    def direction(self) -> Direction:
        """Give the direction of the printed language."""
        return self.wording.direction

    def has(self, text: Text) -> bool:
        """Tell whether the text exists in this language."""
        return bool(text.wording(self.language))

    def standing_in(self, text: Text) -> str:
        """Give the language that a text is printed in: this one, or the first that has it."""
        if self.has(text):
            return self.language
        return next((language for language in self.order if text.wording(language)), self.language)

    def words(self, text: Text) -> str:
        """Give a text with its markup, from the language that stands in where it is missing."""
        return text.wording(self.standing_in(text))

    def plain(self, text: Text) -> str:
        """Give a text without markup, as one line inside another sentence."""
        return markup.plain(self.words(text))

    def paragraph(
        self,
        role: Role,
        text: Text,
        *,
        marker: str = "",
        tail: str = "",
        marks: Marks = NO_MARKS,
        at: At | None = None,
    ) -> Paragraph:
        """Print a stored text as a paragraph, with derived words (`tail`) after it.

        A missing text is printed from its source, in the source's own direction, and marked when the layout
        asks for a working copy. `marks` gives the printed mark of each note id.
        """
        language = self.standing_in(text)
        spans = spans_of(text.wording(language), marks)
        if tail:
            spans = (*spans, Span(f" {tail}"))
        direction = direction_of(language)
        missing = language != self.language and self.missing is Missing.MARK
        return Paragraph(role, language, direction, marked(spans, direction), marker, missing, at)

    def line(
        self,
        role: Role,
        words: str | Sequence[Span],
        *,
        marker: str = "",
        of: Sequence[Text] = (),
        at: At | None = None,
    ) -> Paragraph:
        """Print derived words; `of` names the stored texts among them, which may be missing."""
        spans = _derived(words, self.direction) if isinstance(words, str) else marked(words, self.direction)
        missing = any(self._is_missing(text) for text in of)
        return Paragraph(role, self.language, self.direction, spans, marker, missing, at)

    def labelled(self, role: Role, key: str, text: Text, marks: Marks = NO_MARKS, at: At | None = None) -> Paragraph:
        """Print a stored text after its label, such as "Venue: Virtual"."""
        label = Span(self.wording.phrase(key), strong=True)
        return self.line(role, (label, Span(" "), *spans_of(self.words(text), marks)), of=(text,), at=at)

    def _is_missing(self, text: Text) -> bool:
        return self.missing is Missing.MARK and bool(text) and not self.has(text)


def spans_of(text: str, marks: Marks = NO_MARKS) -> tuple[Span, ...]:
    """Turn inline markup into spans; a mark of a note that `marks` does not know prints nothing."""
    if markup.is_plain(text):
        return (Span(text),) if text else ()
    return tuple(
        Span(marks.get(piece.note, ""), raised=True)
        if piece.note
        else Span(piece.text, piece.strong, piece.emphasis, link=piece.link)
        for piece in markup.parse(text)
        if not piece.note or piece.note in marks
    )


def marked(spans: Sequence[Span], direction: Direction) -> tuple[Span, ...]:
    """Put the direction marks into finished spans (R43): the only place where documents get them."""
    said = [span.text for span in spans]
    texts = with_marks_over(said, direction)
    if texts == said:
        return tuple(spans)
    return tuple(
        span if span.text == text else replace(span, text=text) for span, text in zip(spans, texts, strict=True)
    )


@lru_cache(maxsize=_MOST_REMEMBERED)
def _derived(words: str, direction: Direction) -> tuple[Span, ...]:
    """Finish derived words, of which an agenda says the same again and again: times, labels, headings."""
    return marked((Span(words),), direction)


def present(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Keep the paragraphs that say something."""
    return tuple(paragraph for paragraph in paragraphs if paragraph.text.strip())
