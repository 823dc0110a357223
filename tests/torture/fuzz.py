"""Row: changed projects, packages and exchange files, of which none may end in a traceback.

The functions of the child process are called in this process, for starting 20,000 processes would take an hour. A
limit of the system is seen by `tests/gate/test_bounds.py`; here every answer must be an admission or a refusal, and
what is admitted must be printable on, or be refused by the exporter in one sentence.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from igfeditor.errors import ExportError, IgfError
from igfeditor.exporters.registry import FORMATS
from igfeditor.gate.faults import Refused
from igfeditor.gate.inspection import inspect
from igfeditor.gate.kinds import Kind
from igfeditor.services.operations import sample_path
from igfeditor.storage.project_file import read_project
from tests.bombs import Member, letter, parts_of, sheet, zipped
from tests.document.printing import printed, sample

SLOWEST: Final = 30.0
EXCHANGE: Final = (
    b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><body><tu><tuv/></tu></body></tmx>',
    b'<xliff version="1.2"><file><body><trans-unit id="1"><source>Item</source></trans-unit></body></file></xliff>',
    b"<!doctype html><html><body><table><tr><td>Item<td>09:00</table><a href='http://a.org'>a</a>",
    "العنوان,Title\nبند,Item\n".encode(),
)
SPICES: Final = (
    b"\0", b"\xff", b"\xfe\xff", b"<", b"&", b"&#0;", b"&#xD800;", b"]]>", b"<!DOCTYPE a [", b"<!ENTITY a 'b'>", b"<a>" * 200,
    b'"', b"9" * 30, b"-1", b"1e999", b"NaN", b"\\u0000", b"[" * 200, b"{", b"}", b"PK\3\4", b"PK\1\2", b"PK\5\6", b"xmlns:w='b'",
)  # fmt: skip


def _bent(data: bytes, chance: random.Random) -> bytes:
    """Change a few places of some bytes: flipped, cut, doubled, or spiced."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        place = chance.randrange(len(made) + 1)
        match chance.randrange(5):
            case 0 if made:
                made[place % len(made)] ^= 1 << chance.randrange(8)
            case 1:
                del made[place : place + chance.choice((1, 4, 60))]
            case 2:
                made[place:place] = made[place : place + chance.choice((4, 60, 400))]
            case 3:
                made[place:place] = chance.choice(SPICES)
            case _:
                made[place : place + 4] = chance.randbytes(4)
    return bytes(made)


@cache
def _parts(data: bytes) -> dict[str, bytes]:
    return parts_of(data)


def _bent_package(data: bytes, chance: random.Random) -> bytes:
    """Change one part of a package and pack it truly, so that the change is met behind the gate's zip rules."""
    parts = dict(_parts(data))
    chosen = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    parts[chosen] = _bent(parts[chosen], chance)
    return zipped(Member(name.encode(), content, deflate=False) for name, content in parts.items())


def _gate(data: bytes) -> str:
    try:
        inspect(data, list(Kind))
    except Refused as refused:
        return f"refused: {refused.fault}"
    return "admitted"


def _template(data: bytes) -> str:
    found = _gate(data)
    if found != "admitted":
        return found
    try:
        FORMATS["docx"].write([printed(sample(), "ar")], data)
    except ExportError:
        return "refused: no letterhead"
    return found


def _project(data: bytes) -> str:
    try:
        read_project(data, Path("a.agenda.json"))
    except IgfError:
        return "refused: project"
    return "admitted"


def _subjects(chance: random.Random) -> Iterator[tuple[Callable[[bytes], str], bytes]]:
    project = sample_path().read_bytes()
    while True:
        yield _gate, _bent_package(letter(), chance)
        yield _gate, _bent(letter(), chance)
        yield _gate, _bent_package(sheet(), chance)
        yield _gate, _bent(chance.choice(EXCHANGE), chance)
        if chance.random() < 0.01:
            yield _project, _bent(project, chance)
            yield _template, _bent_package(letter(), chance)


def some(number: int, seed: int, until: float | None = None) -> Counter[str]:
    """Try so many changed files, or fewer where the time `until` comes first; raises what no file may raise."""
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    for _, (try_out, data) in zip(range(number), _subjects(chance), strict=False):
        if until is not None and time.monotonic() > until:
            break
        begun = time.monotonic()
        try:
            counts[try_out(data)] += 1
        except Exception as error:
            error.add_note(f"seed {seed}, {try_out.__name__}, file {sum(counts.values())}: {data[:200]!r}")
            raise
        if time.monotonic() - begun > SLOWEST:
            counts["over 30 s"] += 1
    return counts


def run(minutes: float, seed: int | None = None) -> dict[str, int]:
    """Give the number of files that were tried, and how many of each answer there were."""
    counts = some(10_000_000, random.randrange(2**32) if seed is None else seed, time.monotonic() + minutes * 60)
    return {"tried": counts.total(), "over 30 s": 0, **counts}
