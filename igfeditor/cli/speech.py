"""How the command line speaks: results on standard output, sentences on standard error, in the user's language."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from igfeditor.errors import IgfError, Sentence
from igfeditor.exporters.terminal import visual_line
from igfeditor.language.bidi import direction_of
from igfeditor.language.messages import say

LANGUAGE: Final = "IGFEDITOR_LANGUAGE"
RAW: Final = "IGFEDITOR_RAW"
_NARROWEST: Final = 20
_LOCALES: Final = (LANGUAGE, "LC_ALL", "LC_MESSAGES", "LANG")


def language_of_the_user() -> str:
    """Give "ar" where the environment asks for Arabic, in IGFEDITOR_LANGUAGE or the POSIX locale, else "en"."""
    wish = next((os.environ[name] for name in _LOCALES if os.environ.get(name)), "")
    return "ar" if wish.lower().startswith("ar") else "en"


def let_every_letter_through() -> None:
    """Write files and pipes in UTF-8, whatever the system's code page; a terminal shows what it lacks as "?"."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper) or stream.encoding.lower().startswith("utf"):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")


class Speech:
    """Both streams of a terminal, and the language that messages are said in."""

    def __init__(self, *, quiet: bool = False, language: str = "") -> None:
        """Speak in the user's language, or in another; a quiet one says nothing but refusals."""
        self.quiet = quiet
        self.language = language or language_of_the_user()
        self.out = Console(highlight=False, soft_wrap=True, emoji=False)
        self.err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)

    def tell(self, message: Sentence) -> None:
        """Say what was done."""
        if not self.quiet:
            self.out.print(self.text(message))

    def refuse(self, error: IgfError) -> None:
        """Say what is wrong, and below it what to do."""
        self.err.print(self.text(error.message), style="bold red")
        if error.hint is not None:
            self.err.print(self.text(error.hint))

    def put(self, message: Sentence | str, style: str = "", *, indent: int = 0, language: str = "") -> None:
        """Print a message, or a text in some language, as one paragraph of a page.

        On a terminal long ones are folded at its width, and Arabic is joined, ordered and set from the right; what goes
        to a file or another program, or to a terminal that does so itself, stays one line in logical order.
        """
        words = message if isinstance(message, str) else say(message, self.language)
        direction = direction_of(language or self.language)
        if not self.out.is_terminal or os.environ.get(RAW):
            self.out.print(Text(" " * indent + words, style))
            return
        width = max(self.out.width - indent, _NARROWEST)
        for line in visual_line(words, direction, width).split("\n"):
            filled = max(0, width - cell_len(line)) if direction == "rtl" else indent
            self.out.print(Text(" " * filled + line, style))

    def text(self, message: Sentence) -> Text:
        """Give a message in the user's language, joined and ordered for a terminal unless IGFEDITOR_RAW is set."""
        words = say(message, self.language)
        shaped = self.err.is_terminal and not os.environ.get(RAW)
        return Text(visual_line(words, direction_of(self.language)) if shaped else words)
