"""Word files with one part changed: the mutants that the judge and the reading back must catch."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

Mutant = Callable[[str], str]


def with_part(data: bytes, part: str, change: Mutant) -> bytes:
    """The same file with one part changed; a change that changes nothing is no mutant."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                mutated = change(text.decode("utf-8")).encode("utf-8")
                assert mutated != text
                text = mutated
            package.writestr(name, text)
    return target.getvalue()


def without(pattern: str) -> Mutant:
    """Take away the last piece that fits, for the first may stand in an unused place."""
    return lambda xml: _with_last(xml, pattern, "")


def swapped(pattern: str, replacement: str) -> Mutant:
    return lambda xml: _with_last(xml, pattern, replacement)


def everywhere(pattern: str, replacement: str) -> Mutant:
    return lambda xml: re.sub(pattern, replacement, xml)


def _with_last(xml: str, pattern: str, replacement: str) -> str:
    *_, last = re.finditer(pattern, xml)
    return xml[: last.start()] + last.expand(replacement) + xml[last.end() :]
