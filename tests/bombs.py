"""A corpus of hostile files, made by code: each with the fault that the gate must find in it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from io import BytesIO
from struct import pack
from typing import Final, NamedTuple
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import docx
import openpyxl

from igfeditor.gate import limits
from igfeditor.gate.faults import Fault

MIB = 2**20
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "[Content_Types].xml"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Bomb(NamedTuple):
    name: str
    make: Callable[[], bytes]
    fault: Fault


@dataclass(frozen=True)
class Member:
    """One entry, with what its heads say; what is None is said truly."""

    name: bytes
    data: bytes = b"x"
    deflate: bool = True
    flags: int = 0
    method: int | None = None
    size: int | None = None
    packed_size: int | None = None
    check: int | None = None
    local_name: bytes | None = None
    local_size: int | None = None
    mode: int = 0
    extra: bytes = b""
    offset: int | None = None
    packed: bytes | None = field(default=None, repr=False)


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def zipped(members: Iterable[Member], before: bytes = b"", gap: bytes = b"", after: bytes = b"", count: int | None = None, start: int | None = None) -> bytes:  # fmt: skip
    """Write a zip file that says of itself whatever it is told to."""
    body, directory, number = bytearray(before), bytearray(), 0
    for one in members:
        packed = one.packed if one.packed is not None else deflated(one.data) if one.deflate else one.data
        method = one.method if one.method is not None else 8 if one.deflate else 0
        check = zlib.crc32(one.data) if one.check is None else one.check
        size = len(one.data) if one.size is None else one.size
        packed_size = len(packed) if one.packed_size is None else one.packed_size
        offset = len(body) if one.offset is None else one.offset
        local = one.name if one.local_name is None else one.local_name
        said = size if one.local_size is None else one.local_size
        if one.offset is None:
            body += pack("<4s5H3L2H", b"PK\3\4", 20, one.flags, method, 0, 33, check, packed_size, said, len(local), 0)
            body += local + packed + gap
        directory += pack("<4s6H3L5H2L", b"PK\1\2", 0x314, 20, one.flags, method, 0, 33, check, packed_size, size, len(one.name), len(one.extra), 0, 0, 0, one.mode << 16, offset)  # fmt: skip
        directory += one.name + one.extra
        number += 1
    told = min(number, 0xFFFF) if count is None else count
    end = pack("<4s4H2LH", b"PK\5\6", 0, 0, told, told, len(directory), len(body) if start is None else start, 0)
    return bytes(body + directory + end + after)


@cache
def letter() -> bytes:
    """A sound Word file."""
    made = BytesIO()
    word = docx.Document()
    word.add_paragraph("UNITED NATIONS جدول الأعمال")
    word.save(made)
    return made.getvalue()


@cache
def sheet() -> bytes:
    """A sound Excel file."""
    made = BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = "بند"
    book.save(made)
    return made.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(data: bytes, name: str, change: bytes | Callable[[bytes], bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Write a package anew with one part changed or added."""
    parts = parts_of(data)
    parts[name] = change if isinstance(change, bytes) else change(parts[name])
    made = BytesIO()
    with ZipFile(made, "w", method) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return made.getvalue()


def members(data: bytes | None = None) -> list[Member]:
    return [Member(name.encode(), content) for name, content in parts_of(data or letter()).items()]


def plus(*more: Member, **lies: object) -> bytes:
    return zipped([*members(), *more], **lies)  # type: ignore[arg-type]


def with_first(**lies: object) -> bytes:
    first, *rest = members()
    return zipped([replace(first, **lies), *rest])  # type: ignore[arg-type]


def with_last(**lies: object) -> bytes:
    *rest, last = members()
    return zipped([*rest, replace(last, **lies)])  # type: ignore[arg-type]


def end_says(place: int, value: int) -> bytes:
    """Change a number of the end record, which is the last of the file."""
    data = bytearray(letter())
    data[len(data) - 22 + place : len(data) - 20 + place] = pack("<H", value)
    return bytes(data)


def document(body: str, head: str = "") -> bytes:
    xml = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return changed(letter(), "word/document.xml", xml.encode(), ZIP_STORED)


def rows(inner: str) -> bytes:
    xml = f'<worksheet xmlns="{S}" xmlns:r="{RELATION}">{inner}</worksheet>'
    return changed(sheet(), "xl/worksheets/sheet1.xml", xml.encode(), ZIP_STORED)


def raw_document(data: bytes) -> bytes:
    return changed(letter(), "word/document.xml", data)


def related(part: str, kind: str, target: str) -> bytes:
    line = f'<Relationship Id="rIdX" Type="{RELATION}/{kind}" Target="{target}" TargetMode="External"/>'
    empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    old = parts_of(letter()).get(part, empty.encode()).decode()
    return changed(letter(), part, old.replace("</Relationships>", f"{line}</Relationships>").encode())


def typed(old: str, new: str) -> bytes:
    return changed(letter(), TYPES, lambda xml: xml.replace(old.encode(), new.encode()))


def laughs() -> str:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{lines}]>'


def overlapping() -> bytes:
    kernel = Member(b"0", bytes(MIB))
    return zipped([kernel, *(replace(kernel, name=b"%d" % n, offset=0, local_name=b"0") for n in range(1, 20))])


def nested() -> bytes:
    inner = bytes(8 * MIB)
    for _ in range(4):
        inner = zipped([Member(b"a.zip", inner), Member(b"b.zip", inner)])
    return plus(Member(b"word/media/inner.zip", bytes(32 * MIB)), Member(b"word/media/a.zip", inner, deflate=False))


def many_entries(number: int, count: int | None = None) -> bytes:
    return zipped((Member(b"%d" % n, b"", deflate=False) for n in range(number)), count=count)


def ole(name: str) -> bytes:
    return OLE2 + bytes(504) + name.encode("utf-16-le") + bytes(2000)


def whole(piece: int = 60) -> bytes:
    # Of a ratio below 200, so that the sum alone is too much.
    block = bytes(range(256)) * 2 + bytes(99_488)
    noise = b"".join(pack("<QQ", n * 2654435761 % 2**64, n) for n in range(200))
    one = (block + noise) * (piece * MIB // (len(block) + len(noise)))
    packed = deflated(one)
    named = (Member(b"word/media/%d.bin" % n, one, packed=packed) for n in range(4))
    return plus(*named)


TEXT = "a" * (limits.LONGEST_TEXT + 1)
DEEP = 100_000
ONE_WORD = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"
SPANS = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
MERGE, SMALL = '<mergeCell ref="A1:GR1000"/>', '<mergeCell ref="A1:B1"/>'
MAIN = "wordprocessingml.document.main+xml"
PLAIN_TMX = '<tmx version="1.4"><header/><body/></tmx>'

BOMBS: Final = (
    Bomb("larger than 50 MiB", lambda: b"PK\3\4" + bytes(limits.LARGEST_FILE), Fault.TOO_LARGE),
    Bomb("nothing", lambda: b"", Fault.EMPTY),
    Bomb("old .doc", lambda: ole("WordDocument"), Fault.OLD_OFFICE),
    Bomb("old .xls", lambda: ole("Workbook"), Fault.OLD_OFFICE),
    Bomb("password-protected", lambda: ole("EncryptedPackage"), Fault.PASSWORD),
    Bomb("encrypted entry", lambda: with_first(flags=1), Fault.PASSWORD),
    Bomb("macros by their part", lambda: changed(letter(), "word/vbaProject.bin", b"x"), Fault.MACROS),
    Bomb("macros by a type", lambda: typed(f"application/vnd.openxmlformats-officedocument.{MAIN}", "application/vnd.ms-word.document.macroEnabled.main+xml"), Fault.MACROS),
    Bomb("macros by another name", lambda: typed("<Override", '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override'), Fault.MACROS),
    Bomb("control with code", lambda: changed(letter(), "word/activeX/activeX1.xml", b"<a/>"), Fault.MACROS),
    Bomb("flat zip bomb", lambda: plus(Member(b"word/media/a.png", bytes(40 * MIB))), Fault.BOMB),
    Bomb("nested zip bomb", nested, Fault.BOMB),
    Bomb("flat markup bomb", lambda: raw_document(b"<a>" + b" " * (30 * MIB) + b"</a>"), Fault.BOMB),
    Bomb("overlapping entries", overlapping, Fault.UNTRUE_SIZE),
    Bomb("entry twice under two names", lambda: plus(Member(b"z", b"", offset=0, local_name=b"z")), Fault.UNTRUE_SIZE),
    Bomb("entries one over another", lambda: with_first(packed_size=5_000), Fault.OVERLAP),
    Bomb("too small a size quoted", lambda: with_first(size=3), Fault.UNTRUE_SIZE),
    Bomb("too large a size quoted", lambda: with_first(size=1_000_000), Fault.UNTRUE_SIZE),
    Bomb("two sizes quoted", lambda: with_first(local_size=7), Fault.UNTRUE_SIZE),
    Bomb("bomb that quotes a small size", lambda: plus(Member(b"a.bin", bytes(30 * MIB), size=10)), Fault.UNTRUE_SIZE),
    Bomb("entry larger than 64 MiB", lambda: plus(Member(b"a.bin", b"x", size=65 * MIB)), Fault.ENTRY_TOO_LARGE),
    Bomb("4 GiB quoted", lambda: plus(Member(b"a.bin", b"x", size=0xFFFFFFFE)), Fault.ENTRY_TOO_LARGE),
    Bomb("larger than 200 MiB in all", whole, Fault.WHOLE_TOO_LARGE),
    Bomb("wrong checksum", lambda: with_first(check=1), Fault.UNTRUE_SIZE),
    Bomb("name in two spellings", lambda: with_first(local_name=b"[Content_Types].xmL"), Fault.UNTRUE_SIZE),
    Bomb("one name twice", lambda: plus(Member(b"word/document.xml")), Fault.TWICE),
    Bomb("one name in two cases", lambda: plus(Member(b"Word/Document.XML")), Fault.TWICE),
    Bomb("step up", lambda: plus(Member(b"word/../../evil")), Fault.NAME),
    Bomb("absolute name", lambda: plus(Member(b"/etc/passwd")), Fault.NAME),
    Bomb("name of a drive", lambda: plus(Member(b"C:/evil")), Fault.NAME),
    Bomb("backslash", lambda: plus(Member(b"..\\evil")), Fault.NAME),
    Bomb("NUL in a name", lambda: plus(Member(b"word/a.xml\0.png")), Fault.NAME),
    Bomb("link as an entry", lambda: plus(Member(b"word/a", b"/etc/passwd", mode=0o120777)), Fault.NAME),
    Bomb("device as an entry", lambda: plus(Member(b"word/a", mode=0o020666)), Fault.NAME),
    Bomb("million entries", lambda: zipped(Member(b"", offset=0) for _ in range(1_000_000)), Fault.TOO_MANY_ENTRIES),
    Bomb("2,001 entries", lambda: many_entries(2_001), Fault.TOO_MANY_ENTRIES),
    Bomb("more entries than counted", lambda: many_entries(50, count=2), Fault.UNTRUE_SIZE),
    Bomb("packed with bzip2", lambda: changed(letter(), "word/a", b"x", ZIP_BZIP2), Fault.PACKING),
    Bomb("packed with LZMA", lambda: changed(letter(), "word/a", b"x", ZIP_LZMA), Fault.PACKING),
    Bomb("packed in an unknown way", lambda: with_first(method=97), Fault.PACKING),
    Bomb("cut in the middle", lambda: letter()[: len(letter()) // 2], Fault.DAMAGED),
    Bomb("cut at its end", lambda: letter()[:-5], Fault.HIDDEN),
    Bomb("cut to its first bytes", lambda: b"PK\3\4", Fault.DAMAGED),
    Bomb("packed bytes that are none", lambda: with_first(packed=b"\xff" * 40), Fault.DAMAGED),
    Bomb("more behind packed bytes", lambda: plus(Member(b"a.bin", b"x", packed=deflated(b"x") + b"evil")), Fault.HIDDEN),
    Bomb("program before the zip", lambda: b"MZ" + letter(), Fault.OTHER_KIND),
    Bomb("PDF before the zip", lambda: b"%PDF-1.7\n" + letter(), Fault.OTHER_KIND),
    Bomb("second zip before the zip", lambda: zipped(members(sheet())) + letter(), Fault.UNTRUE_SIZE),
    Bomb("something behind the zip", lambda: letter() + b"<script>alert(1)</script>", Fault.HIDDEN),
    Bomb("something between the entries", lambda: plus(gap=b"%PDF-1.7"), Fault.HIDDEN),
    Bomb("something before the first entry", lambda: zipped(members(), before=b"PK\3\4%PDF-1.7"), Fault.HIDDEN),
    Bomb("zip64 that says a size", lambda: plus(Member(b"a", size=0xFFFFFFFF, extra=pack("<HHQ", 1, 8, 2**60))), Fault.ENTRY_TOO_LARGE),
    Bomb("zip64 that is cut", lambda: plus(Member(b"a", size=0xFFFFFFFF, extra=pack("<HHL", 1, 4, 9))), Fault.DAMAGED),
    Bomb("directory elsewhere", lambda: plus(start=5), Fault.UNTRUE_SIZE),
    Bomb("comment that is not there", lambda: end_says(20, 5), Fault.UNTRUE_SIZE),
    Bomb("second of two disks", lambda: end_says(4, 1), Fault.UNTRUE_SIZE),
    Bomb("place that no entry begins at", lambda: plus(Member(b"z", offset=5, local_name=b"z")), Fault.OVERLAP),
    Bomb("entry that reaches into the directory", lambda: with_last(packed_size=5_000), Fault.OVERLAP),
    Bomb("something before the directory", lambda: plus(Member(b"z", deflate=False, packed=b"xevil", packed_size=1)), Fault.HIDDEN),
    Bomb("packed bytes that end too soon", lambda: plus(Member(b"z", bytes(range(256)), packed=deflated(bytes(range(256)))[:-9])), Fault.DAMAGED),
    Bomb("plain zip", lambda: zipped([Member(b"a.txt")]), Fault.OTHER_KIND),
    Bomb("billion laughs", lambda: document("&l9;", laughs()), Fault.DTD),
    Bomb("quadratic blowup", lambda: document("&a;" * 10_000, f'<!DOCTYPE a [<!ENTITY a "{"a" * 50_000}">]>'), Fault.DTD),
    Bomb("file of this computer", lambda: document("&a;", '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), Fault.DTD),
    Bomb("address as an entity", lambda: document("&a;", '<!DOCTYPE a [<!ENTITY a SYSTEM "http://localhost/a">]>'), Fault.DTD),
    Bomb("parameter entity", lambda: document("", '<!DOCTYPE a [<!ENTITY % a SYSTEM "http://localhost/a">%a;]>'), Fault.DTD),
    Bomb("document type from outside", lambda: document("", '<!DOCTYPE a SYSTEM "http://localhost/a.dtd">'), Fault.DTD),
    Bomb("entities in the list of types", lambda: changed(letter(), TYPES, lambda xml: xml.replace(b"<Types", b'<!DOCTYPE a [<!ENTITY a "b">]><Types', 1)), Fault.DTD),
    Bomb("entities in a part of another name", lambda: changed(typed("<Override", '<Override PartName="/word/a.bin" ContentType="a/b+xml"/><Override'), "word/a.bin", b'<!DOCTYPE a [<!ENTITY a "b">]><a/>'), Fault.DTD),
    Bomb("entities in UTF-16", lambda: raw_document('<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>'.encode("utf-16")), Fault.DTD),
    Bomb("UTF-16 without its mark", lambda: raw_document("<a/>".encode("utf-16-le")), Fault.ENCODING),
    Bomb("UTF-7", lambda: raw_document(b'<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-'), Fault.ENCODING),
    Bomb("UTF-32", lambda: raw_document("<a/>".encode("utf-32")), Fault.ENCODING),
    Bomb("EBCDIC", lambda: raw_document('<?xml version="1.0" encoding="cp037"?><a/>'.encode("ascii")), Fault.ENCODING),
    Bomb("old code page", lambda: raw_document(b'<?xml version="1.0" encoding="windows-1256"?><a>\xc8</a>'), Fault.ENCODING),
    Bomb("huge name of an element", lambda: raw_document(b"<" + b"a" * 60_000 + b"/>"), Fault.MARKUP),
    Bomb("NUL in markup", lambda: raw_document(b"<a>\0</a>"), Fault.MARKUP),
    Bomb("half a surrogate pair", lambda: raw_document(b"<a>\xed\xa0\x80</a>"), Fault.MARKUP),
    Bomb("unknown entity", lambda: document("&nobody;"), Fault.MARKUP),
    Bomb("markup that is not closed", lambda: raw_document(b"<a><b></a>"), Fault.MARKUP),
    Bomb("deep nesting", lambda: document("<w:p>" * DEEP), Fault.TOO_DEEP),
    Bomb("huge text", lambda: document(ONE_WORD), Fault.TEXT_TOO_LONG),
    Bomb("huge attribute", lambda: document(f'<w:p w:a="{TEXT}"/>'), Fault.TEXT_TOO_LONG),
    Bomb("huge comment", lambda: document(f"<!--{TEXT}-->"), Fault.TEXT_TOO_LONG),
    Bomb("million paragraphs", lambda: document("<w:p/>" * 1_000_000), Fault.TOO_MANY_PARAGRAPHS),
    Bomb("three million elements", lambda: raw_document(b"<a>" + (b"<bcdefghijk/>" * 3 + b"<l/>") * 760_000 + b"</a>"), Fault.BOMB),
    Bomb("three million elements that differ", lambda: changed(letter(), "word/a.xml", ("<a>" + "".join(f"<b{n * 7919 % 99991}/>" for n in range(3_000_001)) + "</a>").encode()), Fault.TOO_MANY_ELEMENTS),
    Bomb("cell of a hundred million columns", lambda: document(SPANS), Fault.TOO_WIDE),
    Bomb("sheet of all cells", lambda: rows('<dimension ref="A1:XFD1048576"/><sheetData/>'), Fault.TOO_WIDE),
    Bomb("cell at the far end", lambda: rows('<sheetData><row><c r="XFD1048576"/></row></sheetData>'), Fault.TOO_WIDE),
    Bomb("row far down", lambda: rows('<sheetData><row r="1048576"/></sheetData>'), Fault.TOO_WIDE),
    Bomb("rows without numbers", lambda: rows(f"<sheetData>{'<row/>' * 20_001}</sheetData>"), Fault.TOO_WIDE),
    Bomb("sheet of 400,001 cells", lambda: rows(f"<sheetData><row>{'<c/>' * 400_001}</row></sheetData>"), Fault.TOO_MANY_CELLS),
    Bomb("million merged cells", lambda: rows(f"<mergeCells>{MERGE * 2}</mergeCells>"), Fault.MERGED),
    Bomb("many small merges", lambda: rows(f"<mergeCells>{SMALL * 100_001}</mergeCells>"), Fault.MERGED),
    Bomb("link over all cells", lambda: rows('<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>'), Fault.TOO_WIDE),
    Bomb("two kinds in one", lambda: typed("<Override", '<Override PartName="/xl/a.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override'), Fault.OTHER_KIND),
    Bomb("template on the web", lambda: related("word/_rels/settings.xml.rels", "attachedTemplate", "http://localhost/a.dotm"), Fault.OUTSIDE),
    Bomb("template on a share", lambda: related("word/_rels/settings.xml.rels", "attachedTemplate", "\\\\host\\a.dotm"), Fault.OUTSIDE),
    Bomb("template on a share as a file", lambda: related("word/_rels/settings.xml.rels", "attachedTemplate", "file://host/a.dotm"), Fault.OUTSIDE),
    Bomb("picture on the web", lambda: related("word/_rels/document.xml.rels", "image", "http://localhost/a.png"), Fault.OUTSIDE),
    Bomb("picture of somebody's disk", lambda: related("word/_rels/header1.xml.rels", "image", "file:///home/a.png"), Fault.OUTSIDE),
    Bomb("object on the web", lambda: related("word/_rels/document.xml.rels", "oleObject", "http://localhost/a"), Fault.OUTSIDE),
    Bomb("entities in TMX", f'<!DOCTYPE tmx [<!ENTITY a "b">]>{PLAIN_TMX}'.encode, Fault.DTD),
    Bomb("elements declared in TMX", f"<!DOCTYPE tmx [<!ELEMENT a ANY>]>{PLAIN_TMX}".encode, Fault.DTD),
    Bomb("document type in XLIFF", lambda: b'<!DOCTYPE xliff SYSTEM "a.dtd"><xliff/>', Fault.DTD),
    Bomb("deep TBX", lambda: b"<martif>" + b"<a>" * DEEP, Fault.TOO_DEEP),
    Bomb("deep page", lambda: b"<!doctype html>" + b"<div>" * DEEP, Fault.TOO_DEEP),
    Bomb("huge text of a page", f"<html><p>{TEXT}".encode, Fault.TEXT_TOO_LONG),
    Bomb("NUL in a page", lambda: b"<html>\0</html>", Fault.ENCODING),
    Bomb("entity of a document type elsewhere", lambda: b'<!DOCTYPE tmx SYSTEM "a.dtd"><tmx version="1.4">&a;</tmx>', Fault.DTD),
    Bomb("other markup", lambda: b'<?xml version="1.0"?><svg/>', Fault.OTHER_KIND),
    Bomb("instructions without end", lambda: b'<?xml version="1.0"?>' * 190, Fault.OTHER_KIND),
    Bomb("document types without end", lambda: b"<?xml?>" + b"<!DOCTYPE a [ ] >" * 230, Fault.OTHER_KIND),
    Bomb("comments without end", lambda: b"<?xml?>" + b"<!---->" * 580, Fault.OTHER_KIND),
    Bomb("table of many lines", lambda: b"a\n" * 20_001, Fault.TOO_WIDE),
    Bomb("table in an old code page", lambda: "العنوان,بند".encode("cp1256"), Fault.ENCODING),
    Bomb("table of many columns", lambda: b"," * 201, Fault.TOO_WIDE),
    Bomb("table of many cells", lambda: (b"," * 199 + b"\n") * 2_001, Fault.TOO_MANY_CELLS),
    Bomb("NUL in a table", lambda: b"a,\0b", Fault.ENCODING),
    Bomb("huge text in a table", f'"{TEXT}"'.encode, Fault.TEXT_TOO_LONG),
    Bomb("program", lambda: b"\x7fELF" + bytes(100), Fault.OTHER_KIND),
)  # fmt: skip

HOSTILE_PROJECTS: Final = {
    "depth": b"[" * 100_000,
    "depth in objects": b'{"a":' * 100_000,
    "digits": b'{"version": ' + b"9" * 5_000_000 + b"}",
    "exponent": b'{"version": 1e999999999}',
    "duplicate keys": b'{"format": "a", "format": "igfeditor-agenda"}',
    "not a number": b'{"version": NaN}',
    "NUL": b'{"a": "\0"}',
    "escaped NUL": b'{"a": "\\u0000"}',
    "half a surrogate pair": b'{"a": "\\ud800"}',
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "parts": b"[" + b"0," * 4_000_000 + b"0]",
    "keys": json.dumps({str(n): n for n in range(100_000)}).encode(),
    "package": letter(),
}
