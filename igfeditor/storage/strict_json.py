"""One strict reading of JSON bytes, before anything else looks at them.

RFC 8259 leaves to the reader what a key given twice, a lone surrogate or a number without bound means, and
Python's `json` takes NaN besides. Here each of them is refused with its line, for two programs must not read one
file in two ways. The reading itself is done by the C code of `json`; where it finds something wrong, the slow walk
of `json_places` says where.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, NoReturn, cast

from igfeditor.errors import Sentence, sentence
from igfeditor.gate.kinds import OTHER_FILES
from igfeditor.storage.damage import Damage, line_of
from igfeditor.storage.json_places import Found, walk

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_DEPTH: Final = 60
MAX_PARTS: Final = 3_000_000
MAX_KEYS: Final = 64
MAX_DIGITS: Final = 18

_BOM: Final = b"\xef\xbb\xbf"
_SUSPECT: Final = re.compile(rb"\\(?:[bfr]|u(?:00[01]|[dD][89a-fA-F]))")
# Everything up to the first escape of a control character (tab and new line are allowed) or of half a surrogate pair.
_SOUND: Final = re.compile(
    r"""(?:
          [^\\]++
        | \\["\\/nt]
        | \\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}
        | \\u(?:0009|000[aA])
        | \\u(?!00[01]|[dD][89a-fA-F])[0-9a-fA-F]{4}
    )*+""",
    re.VERBOSE,
)
_AS_UTF8: Final = sentence("Save it as UTF-8 in a text editor, or open a backup of the file; nothing was changed.")
_SYNTAX: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "Expecting value": sentence("a value is missing, or is not written as JSON"),
        "Expecting property name": sentence("a key in quotation marks is missing"),
        "Expecting ':'": sentence("a colon is missing after a key"),
        "Expecting ','": sentence("a comma or a closing bracket is missing"),
        "Illegal trailing comma": sentence("a comma has nothing after it"),
        "Unterminated string": sentence("a text begins here and has no closing quotation mark"),
        "Invalid control character": sentence("a text holds a line break, a tab or a control character as such"),
        "Invalid \\": sentence("a backslash begins nothing that JSON knows"),
        "Extra data": sentence("something follows the end of the agenda"),
    }
)
_NOT_JSON: Final = sentence("this is not JSON")
_CONTAINERS: Final = frozenset({dict, list})


class Reading(NamedTuple):
    """What was read: the tree of dicts and lists, and the text that it came from."""

    tree: object
    text: str


class _NotStrict(ValueError):
    """The C reader met something that JSON allows and we do not."""


def read(data: bytes) -> Reading:
    """Read JSON strictly; raises `Damage` with the line of the first fault.

    Refused are: more than 64 MiB, other encodings than UTF-8, syntax errors, a key given twice in an object, NaN and
    infinity, numbers of more than 18 digits, control characters and lone surrogates (as escapes too), more than 60
    levels, and more than 3,000,000 parts or 64 keys in one object, which no agenda has.
    """
    _refuse_other_files(data)
    _refuse_bulk(data)
    text = _decoded(data.removeprefix(_BOM))
    tree = _parsed(text)
    if _SUSPECT.search(data):
        _refuse_escapes(text)
    if _is_too_deep(tree):
        raise _first(text, _depth_fault)
    return Reading(tree, text)


def _refuse_other_files(data: bytes) -> None:
    if data.startswith(OTHER_FILES):
        raise Damage(
            sentence("it is a Word, Excel, PDF or packed file and not an agenda project"),
            sentence("Open the project itself, a text file with a name such as plenary.agenda.json."),
        )


def _refuse_bulk(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise Damage(
            sentence("it is larger than {limit} MiB", limit=MAX_BYTES >> 20),
            sentence("Divide the meeting into several agendas; nothing was changed."),
        )
    if sum(map(data.count, (b"{", b"[", b","))) > MAX_PARTS:
        raise Damage(
            sentence("it has more than {limit} parts, which no agenda has", limit=f"{MAX_PARTS:,}"),
            sentence("Open another file; nothing was changed."),
        )


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Damage(sentence("this line is not UTF-8 text"), _AS_UTF8, line=1)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise Damage(sentence("this line holds a NUL, as a file does that was not written whole"), line=line)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Damage(sentence("this line is not UTF-8 text"), _AS_UTF8, line=line) from error


def _parsed(text: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=_whole_number,
            parse_float=_fraction,
        )
    except json.JSONDecodeError as error:
        raise _syntax_damage(text, error) from error
    except RecursionError:
        raise _first(text, _depth_fault) from None
    except _NotStrict:
        raise _first(text, _looseness) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs) or len(made) > MAX_KEYS:
        raise _NotStrict
    return made


def _constant(_: str) -> NoReturn:
    raise _NotStrict


def _whole_number(digits: str) -> int:
    if len(digits.lstrip("-")) > MAX_DIGITS:
        raise _NotStrict
    return int(digits)


def _fraction(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _NotStrict
    return number


def _refuse_escapes(text: str) -> None:
    sound = _SOUND.match(text)
    end = sound.end() if sound else 0
    if end < len(text):
        escape = text[end : end + (6 if text[end + 1] == "u" else 2)]
        raise Damage(
            sentence("the escape {escape} stands for a character that no text may hold", escape=escape),
            sentence("Delete it in a text editor; a line break in a text is written as {escape}.", escape="\\n"),
            line=line_of(text, end),
        )


def _is_too_deep(tree: object) -> bool:
    level = cast("list[dict[str, Any] | list[Any]]", [tree] if type(tree) in _CONTAINERS else [])
    for _ in range(MAX_DEPTH):
        level = [
            part
            for whole in level
            for part in (whole.values() if isinstance(whole, dict) else whole)
            if type(part) in _CONTAINERS
        ]
    return bool(level)


def _syntax_damage(text: str, error: json.JSONDecodeError) -> Damage:
    line = line_of(text, error.pos)
    if not text.strip():
        return Damage(sentence("it is empty"), sentence("Open a backup of the file; nothing was changed."))
    if error.pos >= len(text.rstrip()):
        return Damage(sentence("it ends in the middle, as a file does that was not written whole"), line=line)
    fault = next((fault for start, fault in _SYNTAX.items() if error.msg.startswith(start)), _NOT_JSON)
    return Damage(fault, line=line)


def _first(text: str, fault_of: Callable[[Found], Sentence | None]) -> Damage:
    """Give the first fault of a text that the fast way has refused."""
    for found in walk(text):
        fault = fault_of(found)
        if fault is not None:
            return Damage(fault, line=line_of(text, found.offset))
    return Damage(_NOT_JSON)


def _depth_fault(found: Found) -> Sentence | None:
    if found.is_key or len(found.place) < MAX_DEPTH or found.sign not in {"{", "["}:
        return None
    return sentence("brackets stand in one another more than {limit} deep", limit=MAX_DEPTH)


def _looseness(found: Found) -> Sentence | None:
    if found.twice:
        return sentence("the key {key} is there twice", key=found.sign)
    if found.keys > MAX_KEYS:
        return sentence("an object has more than {limit} keys", limit=MAX_KEYS)
    if found.is_key or found.sign[0] in '"[{':
        return None
    if found.sign in {"NaN", "Infinity", "-Infinity"}:
        return sentence("{value} is not a number that JSON knows", value=found.sign)
    if _is_beyond(found.sign):
        return sentence(
            "a number of this size ({length} characters) is more than any agenda has", length=len(found.sign)
        )
    return None


def _is_beyond(sign: str) -> bool:
    read_number = _whole_number if sign.lstrip("-").isdigit() else _fraction
    try:
        read_number(sign)
    except _NotStrict:
        return True
    except ValueError:
        return False
    return False
