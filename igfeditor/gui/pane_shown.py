"""What of a text is shown in a painted row: its letters, its formats, and on demand its direction marks and runs.

Painted texts get the marks that output would give them, so that a number after a Latin name stands where the page
will have it. With F8 each mark and each run against the direction of the text has a labelled pill; pills stand in
isolates, so that they show the order of the letters and do not change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from igfeditor.document.outline import OutlineLine, Words
from igfeditor.gui.pane_diff import changed_words
from igfeditor.gui.pane_flaws import Flaw, flaw_look
from igfeditor.gui.pane_words import Standing, part_words, standing_words
from igfeditor.gui.theme import colours
from igfeditor.language.bidi import LRM, RLM, direction_of, resolve
from igfeditor.language.marks import with_marks_over
from igfeditor.language.markup import Piece, parse

_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"
_MARK_NAMES: Final[Mapping[str, str]] = MappingProxyType({RLM: "RLM", LRM: "LRM"})
_RUN_NAMES: Final[Mapping[str, str]] = MappingProxyType({"L": "LTR", "R": "RTL", "E": "EN", "A": "AN"})


class Shown(NamedTuple):
    """A text with its formats; `is_rtl` is its direction where that is not the column's. Hints are `quiet`."""

    text: str
    formats: tuple[QTextLayout.FormatRange, ...] = ()
    is_quiet: bool = False
    is_rtl: bool | None = None


class Look(NamedTuple):
    """Letters that are lit, counted in the text without its markup."""

    start: int
    end: int
    look: QTextCharFormat


class _Stretch(NamedTuple):
    text: str
    look: QTextCharFormat | None = None
    is_lettering: bool = True


def shown_text(
    line: OutlineLine, language: str, marks: Mapping[str, Words], *, shows_marks: bool, flaws: Sequence[Flaw] = ()
) -> Shown:
    """Give a text as it is painted, empty where there is none."""
    stored = line.text.wording(language)
    if not stored:
        return Shown("")
    pieces = parse(stored)
    words = [marks.get(piece.note, {}).get(language, "*") if piece.note else piece.text for piece in pieces]
    direction = direction_of(language)
    marked = with_marks_over([word.replace("\n", "\u2028") for word in words], direction)
    looks = [_look(piece) for piece in pieces]
    if shows_marks:
        stretches = list(_with_pills(marked, looks, language))
    else:
        stretches = [
            _Stretch(text, look, piece.note is None) for text, look, piece in zip(marked, looks, pieces, strict=True)
        ]
    lit = _lit_formats(line, language, flaws, pieces, stretches)
    return Shown("".join(stretch.text for stretch in stretches), (*_formats(stretches), *lit))


def shown_hint(line: OutlineLine, language: str, source: str, *, is_target: bool) -> Shown:
    """Give what stands where a text is missing: the derived word, or what is to be written there."""
    hint = line.hints.get(language, "")
    if hint:
        return Shown(hint, is_quiet=True)
    # A translation is missed where there is something to translate; before that, both say what is to be written.
    is_missed = is_target and bool(line.text.wording(source))
    words = standing_words(Standing.UNTRANSLATED) if is_missed else part_words(line.part)
    return Shown(words, is_quiet=True, is_rtl=direction_of(_window_language()) == "rtl")


def _window_language() -> str:
    # The words themselves tell: a window that has no Arabic for them speaks English.
    return "ar" if standing_words(Standing.UNTRANSLATED)[:1] > "\u0590" else "en"


def _look(piece: Piece) -> QTextCharFormat | None:
    if piece == Piece(piece.text):
        return None
    look = QTextCharFormat()
    if piece.strong:
        look.setFontWeight(QFont.Weight.Bold)
    if piece.emphasis:
        look.setFontItalic(True)
    if piece.link is not None:
        look.setForeground(QColor(colours().accent))
        look.setFontUnderline(True)
    if piece.note is not None:
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        look.setForeground(QColor(colours().accent))
    return look


def _formats(stretches: list[_Stretch]) -> Iterator[QTextLayout.FormatRange]:
    place = 0
    for stretch in stretches:
        length = _length(stretch.text)
        if stretch.look is not None:
            yield _range(place, length, stretch.look)
        place += length


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made


def _length(text: str) -> int:
    """Count as Qt does, in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


# --- changed words -----------------------------------------------------------------------------------------


def stale_source(line: OutlineLine) -> str | None:
    """Give the source that a stale translation of a line was made from, if one is stale."""
    froms = (phrase.translated_from for phrase in line.text.root.values() if phrase.text)
    return next((old for old in froms if old is not None), None)


def lit_look(*, is_new: bool) -> QTextCharFormat:
    """Give the look of a changed word: lit, or underlined where others beside it were taken out."""
    look = QTextCharFormat()
    if is_new:
        look.setBackground(QColor(colours().stale))
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(QColor(colours().warning))
    return look


def changed_looks(line: OutlineLine, language: str) -> Iterator[Look]:
    """Give the words of a source that have changed since it was translated, each with its look."""
    old = stale_source(line)
    phrase = line.text.phrase(language)
    if old is not None and phrase is not None and phrase.state is None:
        for lit in changed_words(old, phrase.text):
            yield Look(lit.start, lit.end, lit_look(is_new=lit.is_new))


def flaw_looks(flaws: Iterable[Flaw]) -> Iterator[Look]:
    """Give the letters in which something was found, each with its look."""
    return (Look(flaw.start, flaw.end, flaw_look(flaw.severity)) for flaw in flaws)


def _lit_formats(
    line: OutlineLine, language: str, flaws: Sequence[Flaw], pieces: tuple[Piece, ...], stretches: list[_Stretch]
) -> Iterator[QTextLayout.FormatRange]:
    looks = (*changed_looks(line, language), *flaw_looks(flaws))
    # Places count letters of the text itself; what was put between them is passed over.
    places = list(_places(pieces, stretches)) if looks else []
    for look in looks:
        if look.start < look.end <= len(places):
            start, end = places[look.start], places[look.end - 1] + 1
            yield _range(start, end - start, look.look)


def _places(pieces: tuple[Piece, ...], stretches: list[_Stretch]) -> Iterator[int]:
    """Give the place in the shown text of each letter of the text without its markup."""
    letters = iter("".join(piece.text for piece in pieces).replace("\n", "\u2028"))
    wanted = next(letters, None)
    place = 0
    for stretch in stretches:
        for character in stretch.text:
            if stretch.is_lettering and character == wanted:
                yield place
                wanted = next(letters, None)
            place += 2 if character > "\uffff" else 1


# --- marks and runs ----------------------------------------------------------------------------------------


def _with_pills(texts: list[str], looks: list[QTextCharFormat | None], language: str) -> Iterator[_Stretch]:
    joined = "".join(texts)
    base = direction_of(language)
    own = "R" if base == "rtl" else "L"
    resolved = iter(resolve(joined, base))
    last = own
    for text, look in zip(texts, looks, strict=True):
        pairs = [(character, next(resolved)) for character in text]
        for (is_mark, run), group in groupby(pairs, key=lambda pair: (pair[0] in _MARK_NAMES, pair[1])):
            letters = "".join(character for character, _ in group)
            if is_mark:
                for letter in letters:
                    yield from _pill(_MARK_NAMES[letter], letter)
                continue
            if run not in (last, own):
                yield from _pill(_RUN_NAMES[run])
            last = run
            yield _Stretch(letters, look)


def _pill(label: str, mark: str = "") -> Iterator[_Stretch]:
    """Give a label with air around it, in an isolate; a mark itself stands outside, where it works."""
    look = QTextCharFormat()
    look.setBackground(QColor(colours().selection))
    look.setForeground(QColor(colours().accent))
    look.setFontWeight(QFont.Weight.Bold)
    yield _Stretch(f"{mark}{_ISOLATE}\u2009", is_lettering=False)
    yield _Stretch(f"\u2009{label}\u2009", look, is_lettering=False)
    yield _Stretch(f"\u2009{_END}", is_lettering=False)
