"""Files changed by chance: bytes flipped and cut, elements swapped, parts of packages, and values of agendas."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

from igfeditor.exporters.registry import FORMATS
from igfeditor.services.operations import sample_path
from igfeditor.storage.project_file import project_bytes
from tests.agendas import an_agenda, generated_agenda
from tests.bombs import Member, letter, parts_of, sheet, zipped
from tests.document.printing import printed

EXCHANGE: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header creationtool="x" '
    b'segtype="block" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body><tu tuid="1"><note>n</note>'
    b'<tuv xml:lang="en"><seg>Opening</seg></tuv><tuv xml:lang="ar"><seg>\xd8\xa7\xd9\x81\xd8\xaa</seg></tuv></tu></body></tmx>',
    b'<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" '
    b'source-language="en" target-language="ar" datatype="plaintext"><body><trans-unit id="1" approved="yes"><source>Item '
    b'<g id="1">one</g></source><target state="translated">\xd8\xa8\xd9\x86\xd8\xaf</target></trans-unit></body></file></xliff>',
    b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ar"><file id="f"><unit id="u">'
    b'<segment id="s" state="final"><source>Item</source><target>x</target></segment></unit></file></xliff>',
    b'<?xml version="1.0"?><martif type="TBX" xml:lang="en"><martifHeader><fileDesc/></martifHeader><text><body>'
    b'<termEntry id="1"><langSet xml:lang="en"><tig><term>agenda</term></tig></langSet></termEntry></body></text></martif>',
    b"<!doctype html><html lang='ar' dir=rtl><head><meta charset=utf-8><title>a</title><style>p{color:red}</style></head><body>"
    b"<table><tr><td colspan=2>Item<td>09:00</table><a href='http://a.org'>a</a><ul><li>1<li>2</ul><p>x<br>&nbsp;&amp;</p></html>",
    "العنوان,Title\r\nبند,\"Item, \"\"one\"\"\"\r\n,,\r\n'=1+1,09:00\n".encode(),
    "العنوان\tTitle\nبند\tItem\n".encode("utf-16"),
)  # fmt: skip
SPICES: Final = (
    b"\0", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b"&", b"&#0;", b"&#xD800;", b"&a;", b"]]>", b"<![CDATA[",
    b"<!DOCTYPE a [", b"<!ENTITY a 'b'>", b"<a>" * 200, b"<?xml version='1.0' encoding='utf-16'?>", b'"', b"'", b"\r", b"\n",
    b"9" * 30, b"-1", b"1e999", b"NaN", b"\\u0000", b"\\ud800", b"[" * 200, b"{", b"}", b"PK\3\4", b"PK\1\2", b"PK\5\6",
    b"xmlns:w='b'", b"x" * 5_000, "\u202e".encode(), "\ufffe".encode(), b"," * 300,
)  # fmt: skip
VALUES: Final = (
    None, True, False, 0, 1, -1, 7, 10**17, 1e-9, "", " ", "x", "en", "ar", "n1", "s1", "24:00", "09:00", "2026-02-30", "9999-12-31",
    "\u202e", "\u0000", "\n", "**", "[^n1]", "[a](javascript:x)", "x" * 40_000, "🏳️‍🌈", [], {}, [[]], [None], {"en": {"text": "x"}},
    {"en": {"text": "x"}, "ar": {"text": "س", "state": "stale"}}, {"id": "x"}, [{"id": "x"}], "Asia/Riyadh", "#ff0000",
)  # fmt: skip
_TAG: Final = re.compile(rb"<[^<>]{1,300}>")
_VALUE: Final = re.compile(rb'="[^"<>]{0,200}"')


def bent(data: bytes, chance: random.Random) -> bytes:
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


def bent_markup(data: bytes, chance: random.Random) -> bytes:
    """Change markup so that it may still be markup: tags dropped, doubled and swapped, values of attributes spiced."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        found = list((_VALUE if chance.random() < 0.5 else _TAG).finditer(data))
        if not found:
            return bent(data, chance)
        one, other = sorted(chance.choices(found, k=2), key=lambda match: match.start())
        match chance.randrange(4):
            case 0:
                data = data[: one.start()] + data[one.end() :]
            case 1:
                data = data[: one.end()] + one[0] * chance.choice((1, 1, 300)) + data[one.end() :]
            case 2 if one.end() <= other.start():
                data = data[: one.start()] + other[0] + data[one.end() : other.start()] + one[0] + data[other.end() :]
            case _ if one[0].startswith(b"="):
                said = chance.choice(
                    (b"", b"-1", b"9" * 14, b"A1:XFD1048576", b"http://a", b"\\\\a\\b", b"&#9;", b"true")
                )
                data = data[: one.start()] + b'="' + said + b'"' + data[one.end() :]
            case _:
                data = data[: one.start()] + chance.choice(SPICES) + data[one.start() :]
    return data


def bent_package(data: bytes, chance: random.Random) -> bytes:
    """Change one part of a package and pack it truly, so that the change is met behind the gate's zip rules."""
    parts = dict(_parts(data))
    chosen = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    bend = chance.choice((bent, bent_markup, bent_markup))
    parts[chosen] = bend(parts[chosen], chance)
    if chance.random() < 0.1:
        parts[chance.choice(("word/a.xml", "a.vml", "docProps/core.xml", "[trash]/0.dat"))] = chance.choice(EXCHANGE)
    return zipped(Member(name.encode(), content, deflate=False) for name, content in parts.items())


@cache
def _parts(data: bytes) -> dict[str, bytes]:
    return parts_of(data)


def bent_tree(data: bytes, chance: random.Random) -> bytes:
    """Change values of an agenda file so that it is JSON still: other values, keys dropped, renamed and added, members doubled."""
    tree = copy.deepcopy(_tree(data))
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        places = list(_places(tree))
        holder, key = chance.choice(places)
        match chance.randrange(9):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[chance.choice(("id", "title", "text", "x", "en", "style", "start", key.upper()))] = holder.pop(
                    key
                )
            case 2 if isinstance(holder, list):
                holder.insert(chance.randrange(len(holder) + 1), copy.deepcopy(holder[key]))
            case 3:
                other, other_key = chance.choice(places)
                holder[key] = copy.deepcopy(other[other_key])
            case 4 | 5 if isinstance(holder, dict):
                # What stands under the same key elsewhere: of the right kind, in the wrong place.
                other = chance.choice([other for other, other_key in places if other_key == key])
                holder[key] = copy.deepcopy(other[key])
            case 6 if isinstance(holder[key], str):
                holder[key] = chance.choice([value for value in VALUES if isinstance(value, str)])
            case _:
                # A copy: what a later change puts into it must neither stay in VALUES nor come to hold itself.
                holder[key] = copy.deepcopy(chance.choice(VALUES))
    return json.dumps(tree, ensure_ascii=chance.random() < 0.5).encode()


@cache
def _tree(data: bytes) -> Any:
    return json.loads(data)


def _places(whole: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(whole, dict | list):
        for key, part in list(whole.items() if isinstance(whole, dict) else enumerate(whole)):
            yield whole, key
            yield from _places(part)


@cache
def projects() -> tuple[bytes, ...]:
    """Give sound agenda files: small ones of every shape."""
    return tuple(project_bytes(agenda) for agenda in (an_agenda(slots=2), *map(generated_agenda, range(40))))


@cache
def sample_project() -> bytes:
    """Give the real agenda."""
    return sample_path().read_bytes()


@cache
def packages() -> tuple[bytes, ...]:
    """Give sound Word and Excel files: slight ones, and what the program itself prints."""
    document = printed(an_agenda(slots=2), "en-ar")
    made = (FORMATS[name].write([document], None) for name in ("docx", "xlsx"))
    return (_slight(letter()), _slight(sheet()), *(bytes(one) for one in made))


@cache
def _slight(data: bytes) -> bytes:
    """Leave out what is long and says little: the looks of Word's own templates."""
    long = ("theme", "thumbnail", "styles", "stylesWithEffects", "webSettings", "fontTable", "customXml")
    kept = {name: content for name, content in parts_of(data).items() if not any(word in name for word in long)}
    return zipped(Member(name.encode(), content) for name, content in kept.items())


Bend = Callable[[bytes, random.Random], bytes]
