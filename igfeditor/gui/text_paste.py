"""What comes from the clipboard made fit for one field, and what goes to it.

Of formatted text bold, italic and links to http, https and mailto stay. The HTML is read by Python's parser, which
knows nothing of pictures, styles and scripts: nothing is ever loaded. Several lines become one, for a field is one
paragraph.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtCore import QMimeData

from igfeditor.gui.text_markup import Marks
from igfeditor.gui.translation import QT_TRANSLATE_NOOP, translate
from igfeditor.language import markup
from igfeditor.language.cleaning import Step, clean
from igfeditor.language.markup import Piece

OWN_FORMAT: Final = "application/x-igfeditor-text"

_WORDS: Final[Mapping[Step, str]] = MappingProxyType(
    {
        Step.CONTROLS: QT_TRANSLATE_NOOP("Paste", "%n control character(s) taken out"),
        Step.FORMS: QT_TRANSLATE_NOOP("Paste", "%n presentation form(s) made letter(s)"),
        Step.DIRECTIONS: QT_TRANSLATE_NOOP("Paste", "%n direction mark(s) taken out"),
        Step.SPACES: QT_TRANSLATE_NOOP("Paste", "%n space(s) tidied"),
    }
)
_LINES: Final = QT_TRANSLATE_NOOP("Paste", "%n line end(s) made space(s)")
_PICTURES: Final = QT_TRANSLATE_NOOP("Paste", "%n picture(s) left out")
_SUGGESTIONS: Final = QT_TRANSLATE_NOOP("Paste", "%n place(s) worth a look left as they were")

_LINE_ENDS: Final = re.compile("[^\\S\n\u2028\u2029\x85\u00a0]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])\\s*")
_NOT_TEXT: Final = re.compile("[\ufffc\ufdd0\ufdd1]")
_SILENT: Final = frozenset(("head", "style", "script", "title", "template", "noscript"))
_BLOCKS: Final = frozenset(
    ("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "br", "section")
)
_VOID: Final = frozenset(("br", "img", "hr", "meta", "link", "input", "wbr", "col", "base", "source", "area"))
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)


class Paste(NamedTuple):
    """What is pasted, and one line that says what was changed, empty where nothing was."""

    pieces: tuple[Piece, ...]
    words: str


def read(source: QMimeData, language: str) -> Paste:
    """Read what the clipboard offers as text of a language."""
    if source.hasFormat(OWN_FORMAT):
        stored = bytes(source.data(OWN_FORMAT).data()).decode("utf-8", "replace")
        return Paste(markup.parse(stored), "")
    pictures = 0
    if source.hasHtml():
        reader = _Html()
        reader.feed(source.html())
        reader.close()
        stored, pictures = markup.write(_trimmed(reader.pieces)), reader.pictures
    else:
        stored = markup.escape(source.text())
    return _cleaned(stored, language, pictures)


def _cleaned(stored: str, language: str, pictures: int) -> Paste:
    core = _NOT_TEXT.sub("", stored).strip()
    if not core:
        return Paste((), "")
    one_line, ends = _LINE_ENDS.subn(" ", core)
    cleaned = clean(one_line.replace("\t", " "), language)
    said = [translate("Paste", _WORDS[change.step], None, change.count) for change in cleaned.changes]
    suggested = sum(change.count for change in cleaned.suggestions)
    for words, count in ((_LINES, ends), (_PICTURES, pictures), (_SUGGESTIONS, suggested)):
        if count:
            said.append(translate("Paste", words, None, count))
    # A space at either end parts the pasted words from those beside them.
    before = " " if stored[:1] == " " else ""
    after = " " if stored[-1:] == " " else ""
    pieces = markup.parse(cleaned.text)
    framed = (Piece(before), *pieces, Piece(after)) if before or after else pieces
    words = translate("Paste", "Pasted: {changes}.").format(changes=translate("Paste", ", ").join(said)) if said else ""
    return Paste(tuple(piece for piece in framed if piece.text or piece.note), words)


def written(pieces: Iterable[Piece], mark_of: Marks) -> QMimeData:
    """Give pieces to the clipboard: as plain text, as simple HTML, and as they are stored."""
    kept = tuple(pieces)
    data = QMimeData()
    data.setText("".join(mark_of(piece.note) if piece.note else piece.text for piece in kept))
    data.setHtml("".join(_html(piece, mark_of) for piece in kept))
    data.setData(OWN_FORMAT, markup.write(kept).encode())
    return data


def _html(piece: Piece, mark_of: Marks) -> str:
    text = f"<sup>{html.escape(mark_of(piece.note))}</sup>" if piece.note else html.escape(piece.text)
    if piece.strong:
        text = f"<b>{text}</b>"
    if piece.emphasis:
        text = f"<i>{text}</i>"
    return text if piece.link is None else f'<a href="{html.escape(piece.link)}">{text}</a>'


class _Look(NamedTuple):
    tag: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    is_silent: bool = False


class _Html(HTMLParser):
    """Reads HTML into pieces: looks are inherited, white space counts once, blocks end lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.pictures = 0
        self._looks = [_Look("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "img":
            self.pictures += 1
        if tag in _BLOCKS:
            self._end_line()
        if tag in _VOID:
            return
        above, style = self._looks[-1], values.get("style", "")
        strong = above.strong or tag in {"b", "strong"} or _BOLD.search(style) is not None
        if _NOT_BOLD.search(style):
            strong = False
        emphasis = above.emphasis or tag in {"i", "em"} or _ITALIC.search(style) is not None
        address = values.get("href", "").strip() if tag == "a" else ""
        link = address if markup.is_link(address) else above.link
        self._looks.append(_Look(tag, strong, emphasis, link, above.is_silent or tag in _SILENT))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_line()
        place = next((place for place in range(len(self._looks) - 1, 0, -1) if self._looks[place].tag == tag), None)
        if place is not None:
            del self._looks[place:]

    def handle_data(self, data: str) -> None:
        look = self._looks[-1]
        if not look.is_silent:
            text = re.sub(r"[ \t\r\n\f]+", " ", data)
            self.pieces.append(Piece(text, look.strong, look.emphasis, look.link))

    def _end_line(self) -> None:
        # The first line has none before it.
        if any(piece.text.strip() for piece in self.pieces) and self.pieces[-1].text != "\n":
            self.pieces.append(Piece("\n"))


def _trimmed(pieces: Iterable[Piece]) -> list[Piece]:
    """Give pieces without the line end that the last block left."""
    kept = list(pieces)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return kept
