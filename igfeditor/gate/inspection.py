"""One look at a foreign file: what it is by its bytes, and whether it keeps the rules of its kind."""

from __future__ import annotations

import csv
from collections.abc import Collection
from io import StringIO

from igfeditor.gate import limits
from igfeditor.gate.faults import Fault, Refused
from igfeditor.gate.kinds import Kind, kind_of
from igfeditor.gate.markup import Tally, read_by_lxml, scan, scan_page
from igfeditor.gate.office import inspect_package


def inspect(data: bytes, wanted: Collection[Kind]) -> Kind:
    """Give the kind of a file that is sound and of a kind that is wanted; raises `Refused`."""
    if len(data) > limits.LARGEST_FILE:
        raise Refused(Fault.TOO_LARGE)
    kind = kind_of(data)
    if kind is None:
        kind = inspect_package(data)
        _refuse_others(kind, wanted)
        return kind
    _refuse_others(kind, wanted)
    if kind is Kind.CSV:
        _inspect_table(data)
    elif kind is Kind.HTML:
        scan_page(data)
    else:
        scan((data,), "", Tally(), bare_dtd=kind is Kind.TMX)
        read_by_lxml(data, "")
    return kind


def _refuse_others(kind: Kind, wanted: Collection[Kind]) -> None:
    if kind not in wanted:
        raise Refused(Fault.OTHER_KIND)


def _inspect_table(data: bytes) -> None:
    """Hold lines of values below what a sheet may hold."""
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(Fault.ENCODING) from error
    if "\0" in text:
        raise Refused(Fault.ENCODING)
    csv.field_size_limit(limits.LONGEST_TEXT)
    cells = 0
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline="")), 1):
            if number > limits.MOST_ROWS or len(row) > limits.MOST_COLUMNS:
                raise Refused(Fault.TOO_WIDE)
            cells += len(row)
            if cells > limits.MOST_CELLS:
                raise Refused(Fault.TOO_MANY_CELLS)
    except csv.Error as error:
        raise Refused(Fault.TEXT_TOO_LONG) from error
