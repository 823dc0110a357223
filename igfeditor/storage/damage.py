"""What is wrong with a file, before it is known which file it is."""

from __future__ import annotations

from typing import Final

from igfeditor.errors import Sentence, counted, sentence

REMEDY: Final = sentence("Correct it in a text editor, or open a backup of the file; nothing was changed.")


class Damage(ValueError):
    """One fault of a file that is being read, or of an agenda that is being written.

    `fault` has neither a capital nor a full stop, for it becomes a part of a sentence that names the file;
    `hint` is a sentence of its own. `line` counts from 1 and is missing where a fault has no line; `more` is the
    number of further faults that were seen.
    """

    def __init__(self, fault: Sentence, hint: Sentence = REMEDY, *, line: int | None = None, more: int = 0) -> None:
        """Keep the parts of the message."""
        super().__init__(str(fault))
        self.fault = fault
        self.hint = hint
        self.line = line
        self.more = more

    def told(self, where: object) -> Sentence:
        """Give the whole sentence about the file `where`."""
        place = where if self.line is None else sentence("{path}, line {line}", path=where, line=self.line)
        if not self.more:
            return sentence("{place}: {fault}.", place=place, fault=self.fault)
        return counted(
            self.more,
            "{place}: {fault}, and there is at least {count} more fault.",
            "{place}: {fault}, and there are at least {count} more faults.",
            place=place,
            fault=self.fault,
        )


def line_of(text: str, offset: int) -> int:
    """Give the line, from 1, of a place in a text, as editors count it."""
    return text.count("\n", 0, offset) + 1
