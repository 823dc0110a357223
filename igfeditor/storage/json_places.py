"""The slow way through a JSON text, taken only when something is wrong: it knows where everything stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

Step = str | int
Place = tuple[Step, ...]

_SIGN: Final = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s"{}\[\],:]+', re.DOTALL)


class Found(NamedTuple):
    """A key or the beginning of a value: its offset, how it is written, and its place in the tree.

    A key has the place of its value. `twice` says that the object has this key already, and `keys` how many keys
    it has so far.
    """

    offset: int
    sign: str
    place: Place
    is_key: bool = False
    twice: bool = False
    keys: int = 0


@dataclass(slots=True)
class _Container:
    step: Step
    keys: set[str] | None
    awaits_key: bool = False
    place: Place = field(default=())


def walk(text: str) -> Iterator[Found]:
    """Give every key and every value of a JSON text in their order.

    The text must be JSON up to the place that is looked for; what comes after a fault of syntax is meaningless.
    """
    containers: list[_Container] = []
    for match in _SIGN.finditer(text):
        sign = match[0]
        inner = containers[-1] if containers else None
        if sign in "]}":
            if containers:
                containers.pop()
        elif sign == ",":
            _next_member(inner)
        elif sign == ":":
            continue
        elif inner is not None and inner.keys is not None and inner.awaits_key:
            yield _key(match.start(), sign, inner)
        else:
            place = () if inner is None else (*inner.place, inner.step)
            yield Found(match.start(), sign, place)
            if sign in "[{":
                is_object = sign == "{"
                containers.append(_Container(0, set() if is_object else None, is_object, place))


def _next_member(inner: _Container | None) -> None:
    if inner is None:
        return
    if inner.keys is not None:
        inner.awaits_key = True
    elif isinstance(inner.step, int):
        inner.step += 1


def _key(offset: int, sign: str, inner: _Container) -> Found:
    name = _name(sign)
    keys = inner.keys if inner.keys is not None else set[str]()
    twice = name in keys
    keys.add(name)
    inner.step = name
    inner.awaits_key = False
    return Found(offset, sign, (*inner.place, name), is_key=True, twice=twice, keys=len(keys))


def _name(sign: str) -> str:
    try:
        return str(json.loads(sign, strict=False))
    except ValueError:
        return sign


def offset_of(text: str, place: Sequence[Step]) -> int:
    """Give where a place of the tree begins: its key, an entry's value, or else the nearest place around it."""
    wanted = tuple(place)
    nearest, depth = 0, -1
    for found in walk(text):
        if len(found.place) > depth and found.place == wanted[: len(found.place)]:
            nearest, depth = found.offset, len(found.place)
            if depth == len(wanted):
                break
    return nearest
