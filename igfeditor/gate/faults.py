"""All that can be wrong with a foreign file, each with what is said of it and what a person can do."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from igfeditor.errors import Sentence, sentence
from igfeditor.gate import limits

SOUND: Final = "sound"
"""What the child process says of a file that has no fault."""


class Fault(StrEnum):
    """What is wrong, by a name that travels from the child process to the program."""

    TOO_LARGE = "too-large"
    EMPTY = "empty"
    OLD_OFFICE = "old-office"
    PASSWORD = "password"  # noqa: S105 - the file has one
    MACROS = "macros"
    OTHER_KIND = "other-kind"
    DAMAGED = "damaged"
    TOO_MANY_ENTRIES = "too-many-entries"
    ENTRY_TOO_LARGE = "entry-too-large"
    WHOLE_TOO_LARGE = "whole-too-large"
    BOMB = "bomb"
    PACKING = "packing"
    NAME = "name"
    TWICE = "twice"
    OVERLAP = "overlap"
    UNTRUE_SIZE = "untrue-size"
    HIDDEN = "hidden"
    DTD = "dtd"
    ENCODING = "encoding"
    MARKUP = "markup"
    TOO_DEEP = "too-deep"
    TOO_MANY_ELEMENTS = "too-many-elements"
    TEXT_TOO_LONG = "text-too-long"
    TOO_WIDE = "too-wide"
    TOO_MANY_CELLS = "too-many-cells"
    MERGED = "merged"
    TOO_MANY_PARAGRAPHS = "too-many-paragraphs"
    OUTSIDE = "outside"
    MEMORY = "memory"
    TIME = "time"
    LOST = "lost"


class Refused(Exception):
    """A file is refused: its fault, and the name of the part that has it, empty where the whole file has."""

    def __init__(self, fault: Fault, part: str = "") -> None:
        """Keep both; `part` comes from the file and is shown as a fact only."""
        super().__init__(fault, part)
        self.fault = fault
        self.part = part


_NOT_OURS: Final = sentence("Do not trust this file: ask the person who sent it how it was made.")
_SAVE_AGAIN: Final = sentence("Open it in the program that made it, save it under a new name, and take the new file.")
_SMALLER: Final = sentence("Take out what is not needed, or divide it into several files.")
_AS_DOCX: Final = sentence("Open it in Word or Excel and save it as {docx} or {xlsx}.", docx=".docx", xlsx=".xlsx")
_TAKE_ANOTHER: Final = sentence("Take another file; nothing was changed.")

FAULTS: Final[Mapping[Fault, tuple[Sentence, Sentence]]] = MappingProxyType(
    {
        Fault.TOO_LARGE: (
            sentence("it is larger than {limit} MiB", limit=limits.LARGEST_FILE // limits.MIB),
            sentence("Take the pictures out, or make them smaller."),
        ),
        Fault.EMPTY: (sentence("it is empty"), _TAKE_ANOTHER),
        Fault.OLD_OFFICE: (sentence("it is of an old kind of Word or Excel file"), _AS_DOCX),
        Fault.PASSWORD: (
            sentence("it is protected by a password"),
            sentence("Open it, take the password off, and save it as {docx} or {xlsx}.", docx=".docx", xlsx=".xlsx"),
        ),
        Fault.MACROS: (sentence("it holds macros"), _AS_DOCX),
        Fault.OTHER_KIND: (sentence("it is not a file of the kind that is wanted here"), _TAKE_ANOTHER),
        Fault.DAMAGED: (sentence("it is damaged"), _SAVE_AGAIN),
        Fault.TOO_MANY_ENTRIES: (
            sentence("it is packed from more than {limit} files", limit=f"{limits.MOST_ENTRIES:,}"),
            _NOT_OURS,
        ),
        Fault.ENTRY_TOO_LARGE: (
            sentence("one of its parts is larger than {limit} MiB", limit=limits.LARGEST_ENTRY // limits.MIB),
            _SMALLER,
        ),
        Fault.WHOLE_TOO_LARGE: (
            sentence("unpacked it is larger than {limit} MiB", limit=limits.LARGEST_WHOLE // limits.MIB),
            _SMALLER,
        ),
        Fault.BOMB: (sentence("it unpacks to far more than any document"), _NOT_OURS),
        Fault.PACKING: (sentence("it is packed in a way that no document is"), _SAVE_AGAIN),
        Fault.NAME: (sentence("one of its parts has a name that could harm"), _NOT_OURS),
        Fault.TWICE: (sentence("two of its parts have one name"), _NOT_OURS),
        Fault.OVERLAP: (sentence("its parts lie over one another"), _NOT_OURS),
        Fault.UNTRUE_SIZE: (sentence("it says of a part what is not true of it"), _NOT_OURS),
        Fault.HIDDEN: (sentence("it holds something beside its parts"), _NOT_OURS),
        Fault.DTD: (sentence("it declares entities or a document type, which may harm"), _NOT_OURS),
        Fault.ENCODING: (
            sentence("its letters are stored in an unusual way"),
            sentence("Save it as UTF-8 in the program that made it."),
        ),
        Fault.MARKUP: (sentence("its markup is damaged"), _SAVE_AGAIN),
        Fault.TOO_DEEP: (
            sentence("its elements stand in one another more than {limit} deep", limit=limits.DEEPEST),
            _NOT_OURS,
        ),
        Fault.TOO_MANY_ELEMENTS: (
            sentence("it has more than {limit} elements", limit=f"{limits.MOST_ELEMENTS:,}"),
            _SMALLER,
        ),
        Fault.TEXT_TOO_LONG: (
            sentence("one of its texts is longer than {limit} MiB", limit=limits.LONGEST_TEXT // limits.MIB),
            _SMALLER,
        ),
        Fault.TOO_WIDE: (
            sentence(
                "its table reaches beyond row {rows} or column {columns}",
                rows=f"{limits.MOST_ROWS:,}",
                columns=limits.MOST_COLUMNS,
            ),
            sentence("Copy what is needed to a new file."),
        ),
        Fault.TOO_MANY_CELLS: (sentence("it has more than {limit} cells", limit=f"{limits.MOST_CELLS:,}"), _SMALLER),
        Fault.MERGED: (
            sentence("its merged or linked areas cover more than {limit} cells", limit=f"{limits.LARGEST_MERGED:,}"),
            sentence("Copy what is needed to a new file."),
        ),
        Fault.TOO_MANY_PARAGRAPHS: (
            sentence("it has more than {limit} paragraphs", limit=f"{limits.MOST_PARAGRAPHS:,}"),
            _SMALLER,
        ),
        Fault.OUTSIDE: (
            sentence("it takes something from outside the file"),
            sentence("Embed it in Word (Edit Links to Files, Break Link), save, and try again."),
        ),
        Fault.MEMORY: (
            sentence("looking at it takes more than {limit} MiB of memory", limit=limits.MEMORY // limits.MIB),
            _SMALLER,
        ),
        Fault.TIME: (sentence("looking at it takes more than {limit} seconds", limit=limits.SECONDS), _SMALLER),
        Fault.LOST: (
            sentence("the process that looks at it came to grief"),
            sentence("Try once more; if it happens again, do not trust this file."),
        ),
    }
)
