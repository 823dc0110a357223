"""Text that comes from outside: what no text may hold is taken out and counted, what hides itself is shown.

This is done once, when a text is taken over from a foreign file, and before `cleaning`, which would take bidi controls
out without a word: an override can make "exe.txt" of "txt.exe", and whoever takes the text over has to see it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from igfeditor.language.markup import escape, is_link

# NUL and C0 without tab and line ends, surrogates, and the two code points that are no characters.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069\n]")
_OVERRIDES: Final = "\u202d\u202e"
_EMBEDDINGS: Final = "\u202a\u202b"
_ISOLATES: Final = "\u2066\u2067\u2068"
_POP_EMBEDDING: Final = "\u202c"
_POP_ISOLATE: Final = "\u2069"


class Received(NamedTuple):
    """A text as it was taken over, with the number of characters that were removed, and of controls shown."""

    text: str
    removed: int
    shown: int


class ReceivedLink(NamedTuple):
    """Stored text that stands for a foreign link; `kept` tells whether it is one still."""

    text: str
    kept: bool


def received(text: str, *, escaped: bool = False) -> Received:
    """Take over a text; with `escaped` it is a sheet's, where `_x000A_` stands for a line end (ECMA-376 22.4.2.4)."""
    if escaped:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    plain, removed = _FORBIDDEN.subn("", text)
    hidden = _hidden(plain)
    shown = "".join(f"[U+{ord(sign):04X}]" if place in hidden else sign for place, sign in enumerate(plain))
    return Received(shown, removed, len(hidden))


def received_link(label: str, address: str) -> ReceivedLink:
    """Make stored text of a foreign link: http, https and mailto stay links, of others the words and address stay."""
    address = address.strip()
    if is_link(address):
        return ReceivedLink(f"[{escape(label)}]({address})", kept=True)
    return ReceivedLink(escape(f"{label} ({address})" if address else label), kept=False)


def _hidden(text: str) -> frozenset[int]:
    """Give the places of overrides with what ends them, and of other controls that nothing ends or begins."""
    found: set[int] = set()
    still_open: list[int] = []
    for match in _BIDI.finditer(text):
        place, sign = match.start(), match[0]
        if sign == "\n":
            found.update(still_open)
            still_open.clear()
        elif sign in (_POP_EMBEDDING, _POP_ISOLATE):
            openers = _ISOLATES if sign == _POP_ISOLATE else _EMBEDDINGS + _OVERRIDES
            if still_open and text[still_open[-1]] in openers:
                begun = still_open.pop()
                found.update((begun, place) if text[begun] in _OVERRIDES else ())
            else:
                found.add(place)
        else:
            still_open.append(place)
    return frozenset(found.union(still_open))
