r"""The inline markup of stored texts: one parser, one writer, and they are inverse.

    **strong**   *emphasis*   [label](https://example.org)   [^id] note mark   \* a literal sign

Nothing else is markup. A star opens only before and closes only after something visible, so that a star set by
hand ("IGF 2026* and *") stays a star. What does not match is literal text: no text is refused. Links lead to
http, https and mailto addresses only.

Pieces have one normal form (`normalised`), the one that `parse` gives: `parse(write(pieces))` is
`normalised(pieces)` for any pieces, and `parse(write(parse(text)))` is `parse(text)` for any text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look and at most one link; a note mark is a piece with `note` and without text."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    note: str | None = None


_ID: Final = "[A-Za-z0-9_-]+"
_SCHEME: Final = "(?ai:https?://|mailto:)"
_ADDRESS_SIGN: Final = r"[^\s()\\\x00-\x1f\x7f]"
_ADDRESS: Final = rf"{_SCHEME}(?:{_ADDRESS_SIGN}|\\[()\\]|\({_ADDRESS_SIGN}*\))+"
_LABEL: Final = rf"(?:[^\[\]\\]|\\.|\[\^{_ID}\])+"
_SIGN: Final = re.compile(
    rf"""
      \\(?P<literal>[\\*\[\]()^])
    | \[\^(?P<note>{_ID})\]
    | \[(?P<label>{_LABEL})\]\((?P<link>{_ADDRESS})\)
    | (?P<stars>\*+)
    """,
    re.DOTALL | re.VERBOSE,
)
_LINK: Final = re.compile(rf"{_SCHEME}[^\s\x00-\x1f\x7f]+")
_HOST: Final = re.compile(r"^(?:[^\s@/:]+@)?(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#]\S*)?$")
_NOTE: Final = re.compile(_ID)
_LITERAL_IN_TEXT: Final = re.compile(r"[\\*\[\]]")
_LITERAL_IN_ADDRESS: Final = re.compile(r"[\\()]")
_ESCAPED_IN_ADDRESS: Final = re.compile(r"\\([\\()])")
_ESCAPED: Final = r"\\\g<0>"
_STRONG: Final = frozenset({2, 3})
_EMPHASIS: Final = frozenset({1, 3})


def parse(text: str) -> tuple[Piece, ...]:
    """Turn a stored text into pieces in normal form; an empty text has none."""
    if is_plain(text):
        return (Piece(text),) if text else ()
    return normalised(_pieces(text))


def write(pieces: Iterable[Piece]) -> str:
    """Turn pieces into a stored text that gives them back, with the fewest marks."""
    written: list[str] = []
    strong = emphasis = False
    for piece in normalised(pieces):
        written += ("*" * (2 * (piece.strong != strong) + (piece.emphasis != emphasis)), _atom(piece))
        strong, emphasis = piece.strong, piece.emphasis
    written.append("*" * (2 * strong + emphasis))
    return "".join(written)


def plain(text: str) -> str:
    """Give a stored text without its markup; note marks leave nothing."""
    return text if is_plain(text) else "".join(piece.text for piece in parse(text))


def escape(text: str) -> str:
    """Make a stored text that says `text` literally: `plain` is its inverse."""
    return _LITERAL_IN_TEXT.sub(_ESCAPED, text)


def is_link(address: str) -> bool:
    """Tell whether an address may stand in a link: http, https or mailto, without white space."""
    return _LINK.fullmatch(address) is not None


def link_of(said: str) -> str:
    """Give the address that somebody means: a host without a scheme is on the web, a name at a host takes mail."""
    said = said.strip()
    if is_link(said) or not _HOST.search(said):
        return said
    return f"mailto:{said}" if "@" in said else f"https://{said}"


def is_plain(text: str) -> bool:
    """Tell whether a stored text holds no sign that could be markup: it then says what it says."""
    return "*" not in text and "[" not in text and "\\" not in text


def _atom(piece: Piece) -> str:
    if piece.note is not None:
        return f"[^{piece.note}]"
    if piece.link is not None:
        # A label that began with a caret would be read as a note mark.
        caret = "\\" if piece.text.startswith("^") else ""
        return f"[{caret}{escape(piece.text)}]({_LITERAL_IN_ADDRESS.sub(_ESCAPED, piece.link)})"
    return escape(piece.text)


# --- parsing -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stars:
    """A run of stars, and whether it stands where marks open or close."""

    count: int
    opens: bool
    closes: bool


def _pieces(text: str) -> list[Piece]:
    """Parse without regard to the normal form."""
    atoms = list(_atoms(text))
    runs = [atom for atom in atoms if isinstance(atom, _Stars)]
    strong_runs, emphasis_runs = _paired(runs, _STRONG), _paired(runs, _EMPHASIS)
    pieces: list[Piece] = []
    strong = emphasis = False
    number = 0
    for atom in atoms:
        if isinstance(atom, Piece):
            pieces.append(replace(atom, strong=atom.strong or strong, emphasis=atom.emphasis or emphasis))
            continue
        turned = (strong != (number in strong_runs), emphasis != (number in emphasis_runs))
        left = atom.count - 2 * (number in strong_runs) - (number in emphasis_runs)
        if left:
            # Stars that mark nothing stay outside what the others mark.
            pieces.append(Piece("*" * left, strong and turned[0], emphasis and turned[1]))
        strong, emphasis = turned
        number += 1
    return pieces


def _paired(runs: Sequence[_Stars], counts: Collection[int]) -> frozenset[int]:
    """Give the places of the runs that open and close one kind of mark; the nearest opener counts."""
    paired: list[int] = []
    opener: int | None = None
    for place, run in enumerate(runs):
        if run.count not in counts:
            continue
        if opener is not None and run.closes:
            paired += (opener, place)
            opener = None
        elif run.opens:
            opener = place
    return frozenset(paired)


def _atoms(text: str) -> Iterator[Piece | _Stars]:
    """Split a text into literal text, note marks, links and runs of stars."""
    done = position = 0
    while found := _SIGN.search(text, position):
        position = found.end()
        label = _pieces(found["label"]) if found["label"] else []
        if found["label"] and not any(piece.text for piece in label):
            position = found.start() + 1
            continue
        if done < found.start():
            yield Piece(text[done : found.start()])
        yield from _linked(label, found["link"]) if label else (_mark(found),)
        done = position
    if done < len(text):
        yield Piece(text[done:])


def _mark(found: re.Match[str]) -> Piece | _Stars:
    if found["stars"]:
        before, after = found.string[: found.start()][-1:], found.string[found.end() : found.end() + 1]
        return _Stars(len(found["stars"]), opens=_is_visible(after), closes=_is_visible(before))
    return Piece(found["literal"]) if found["literal"] else Piece("", note=found["note"])


def _is_visible(character: str) -> bool:
    # Beyond either end there is nothing, and nothing that a mark there could open or close.
    return not character.isspace()


def _linked(label: Iterable[Piece], link: str) -> Iterator[Piece]:
    address = _ESCAPED_IN_ADDRESS.sub(r"\1", link)
    return (replace(piece, link=address) for piece in label)


# --- the normal form ---------------------------------------------------------------------------------------


def normalised(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Give pieces the form that can be written.

    Empty pieces, bad note ids and bad addresses are gone; white space and note marks are strong or emphasised
    only where the text on both sides is; neighbours of one look are one piece.
    """
    tidy = [kept for piece in pieces for kept in _tidied(piece)]
    if any(piece.strong or piece.emphasis for piece in tidy):
        tidy = _with_looks_of_neighbours([part for piece in tidy for part in _parted(piece)])
    return tuple(_merged(tidy))


def _tidied(piece: Piece) -> Iterator[Piece]:
    if piece.note is not None:
        if _NOTE.fullmatch(piece.note):
            yield replace(piece, text="", link=None)
    elif piece.text:
        yield piece if piece.link is None or is_link(piece.link) else replace(piece, link=None)


def _parted(piece: Piece) -> Iterator[Piece]:
    """Part the white space at the ends of a text from it."""
    core = piece.text.strip()
    if not core or core == piece.text:
        yield piece
        return
    before, _, after = piece.text.partition(core)
    yield from (replace(piece, text=text) for text in (before, core, after) if text)


def _with_looks_of_neighbours(pieces: Sequence[Piece]) -> list[Piece]:
    before = _looks_so_far(pieces)
    after = list(reversed(_looks_so_far(list(reversed(pieces)))))
    return [
        replace(piece, strong=left.strong and right.strong, emphasis=left.emphasis and right.emphasis)
        for piece, left, right in zip(pieces, before, after, strict=True)
    ]


def _looks_so_far(pieces: Iterable[Piece]) -> list[Piece]:
    """Give for each piece the last one up to it that has a look of its own."""
    last = Piece("")
    return [last := piece if _has_look(piece) else last for piece in pieces]


def _has_look(piece: Piece) -> bool:
    return piece.link is not None or not (piece.note or piece.text.isspace())


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for (_, _, _, is_note), group in groupby(pieces, key=_look):
        same = list(group)
        if is_note or len(same) == 1:
            yield from same
        else:
            yield replace(same[0], text="".join(piece.text for piece in same))


def _look(piece: Piece) -> tuple[bool, bool, str | None, bool]:
    return piece.strong, piece.emphasis, piece.link, piece.note is not None
