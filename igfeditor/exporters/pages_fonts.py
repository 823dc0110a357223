"""The faces of printed pages, which travel with the program: no page needs a font of the machine.

Arabic is set in Amiri, whose text copies and searches (Noto's Arabic faces do not with this typesetter). Latin is set
in Libertinus Serif, which the typesetter brings along: like the Word export's face it is a book face with true bold
and italic, and it has Greek and Cyrillic. In Arabic lines figures and Latin words are Amiri's own, so that they stand
on one line and have one weight with what is around them; in others Libertinus comes first.

Letters that neither has (Chinese names, say) are taken from the machine's fonts. Where it has none either, a question
mark in a lozenge stands for each: it is seen that something is missing, and one odd letter does not stop an export.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

from igfeditor.language.bidi import Direction

if TYPE_CHECKING:
    from pathlib import Path

    import typst

ARABIC: Final = "Amiri"
LATIN: Final = "Libertinus Serif"

SCALE: Final[Mapping[Direction, float]] = MappingProxyType({"ltr": 1.05, "rtl": 1.08})
"""How much larger a face is set than the Word export's, so that its letters look the same size."""

_EDGES: Final[Mapping[Direction, tuple[float, float]]] = MappingProxyType({"ltr": (0.92, 0.26), "rtl": (0.86, 0.4)})
"""How far a line reaches above and below its foot, in parts of the size; lines stand close on each other."""

PITCH: Final[Mapping[Direction, float]] = MappingProxyType({one: sum(edges) for one, edges in _EDGES.items()})
"""The distance from line to line in parts of the size."""

OTHER_LETTERS: Final = re.compile(
    r"[^\n\t\u0020-\u007e\u00a0-\u024f\u02bb-\u02dd\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0327\u0328\u0384-\u03ce"
    r"\u0400-\u045f\u060c\u061b\u061f\u0621-\u063a\u0640-\u0655\u0660-\u066c\u0670\u0671\u067e\u0686\u0698\u06a9\u06af"
    r"\u06cc\u06f0-\u06f9\u1e00-\u1eff\u200b-\u200f\u2010-\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033"
    r"\u2039\u203a\u2060\u20ac\u2116\u2122\u2212\ufffd]"
)
"""The letters that the faces lack (a test holds the others against them)."""

UNKNOWN: Final = "\ufffd"
"""What is printed for a letter that no font at hand has."""


def scripts() -> dict[str, Any]:
    """Give, as data of the pages, how each direction is set."""
    return {
        direction: {
            "fonts": [ARABIC, LATIN] if direction == "rtl" else [LATIN, ARABIC],
            "top": top,
            "bottom": bottom,
            # Where Amiri sets ra apart from what follows, readers of the PDF see the end of a word.
            "features": {"kern": 0} if direction == "rtl" else {},
        }
        for direction, (top, bottom) in _EDGES.items()
    }


@cache
def fonts(*, of_the_machine: bool) -> typst.Fonts:
    """Load the faces, once a process; with those of the machine where a text needs them."""
    typesetter = importlib.import_module("typst")
    folder = cast("Path", importlib.import_module("fontpkg_amiri").ROOT) / "files"
    return typesetter.Fonts(include_system_fonts=of_the_machine, font_paths=[str(folder)])
