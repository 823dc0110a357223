"""The entries of a zip file, each unpacked with a limit: no header is believed before it is held against the bytes.

Python's own reader finds the directory of the file; all else is done here. The entries must lie one behind the other
from the first byte to the directory, so that there is one way of reading the file, and nothing beside it.
"""

from __future__ import annotations

import re
import stat
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from igfeditor.gate import limits
from igfeditor.gate.faults import Fault, Refused

ZIP: Final = b"PK\x03\x04"
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_END: Final = struct.Struct("<4s4H2LH")
_END_SIGN: Final = b"PK\x05\x06"
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_UTF8: Final = 0x800
_DESCRIBED_BEHIND: Final = 0x8
_LONGEST_DESCRIPTOR: Final = 24
_UNIX: Final = 3
_CHUNK: Final = 64 * 1024
# Absolute, of a drive, with a step up, and with characters that some system reads as another name.
_UNSAFE: Final = re.compile(r'(?:\A|/)(?:\.{1,2}(?:/|\Z)|/)|\A\Z|[\x00-\x1f\x7f\\:*?"<>|]|[. ](?:/|\Z)')


class Entry(NamedTuple):
    """One packed file: its name, and where its packed bytes lie."""

    name: str
    start: int
    end: int
    size: int
    check: int
    deflated: bool


class Package:
    """A zip file whose directory is sound; entries are unpacked on demand, their sum is counted over all."""

    def __init__(self, data: bytes) -> None:
        """Read the directory and hold it against the file; raises `Refused`."""
        self._data = data
        self._unpacked = 0
        self.entries: Final = {entry.name: entry for entry in _entries_of(data)}

    def chunks(self, entry: Entry) -> Iterator[bytes]:
        """Unpack an entry piece by piece; raises `Refused` as soon as it is more than it says, or than it may be."""
        size, check = 0, 0
        for chunk in self._inflated(entry) if entry.deflated else self._stored(entry):
            size += len(chunk)
            self._unpacked += len(chunk)
            self._refuse_bulk(entry, size)
            check = zlib.crc32(chunk, check)
            yield chunk
        if size != entry.size or check != entry.check:
            raise Refused(Fault.UNTRUE_SIZE, entry.name)

    def read(self, entry: Entry) -> bytes:
        """Unpack a whole entry."""
        return b"".join(self.chunks(entry))

    def _refuse_bulk(self, entry: Entry, size: int) -> None:
        if self._unpacked > limits.LARGEST_WHOLE:
            raise Refused(Fault.WHOLE_TOO_LARGE)
        if size > limits.RATIO_FREE and size > limits.LARGEST_RATIO * (entry.end - entry.start):
            raise Refused(Fault.BOMB, entry.name)
        if size > entry.size:
            raise Refused(Fault.UNTRUE_SIZE, entry.name)

    def _stored(self, entry: Entry) -> Iterator[bytes]:
        for start in range(entry.start, entry.end, _CHUNK):
            yield self._data[start : min(start + _CHUNK, entry.end)]

    def _inflated(self, entry: Entry) -> Iterator[bytes]:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        rest = self._data[entry.start : entry.end]
        try:
            while not unpacker.eof:
                chunk = unpacker.decompress(rest, _CHUNK)
                rest = unpacker.unconsumed_tail
                if not chunk and not rest and not unpacker.eof:
                    raise Refused(Fault.DAMAGED, entry.name)
                yield chunk
        except zlib.error as error:
            raise Refused(Fault.DAMAGED, entry.name) from error
        if unpacker.unused_data or rest:
            raise Refused(Fault.HIDDEN, entry.name)


def _entries_of(data: bytes) -> list[Entry]:
    # Counted before they are read: a million of them would take seconds and half the memory.
    if data.count(_DIRECTORY_ENTRY) > limits.MOST_ENTRIES:
        raise Refused(Fault.TOO_MANY_ENTRIES)
    directory, number = _directory_of(data)
    try:
        with ZipFile(BytesIO(data)) as package:
            infos = package.infolist()
            # What Python found: other readers, which go by the end record, must find the same.
            if package.start_dir != directory or len(infos) != number:
                raise Refused(Fault.UNTRUE_SIZE)
    except (BadZipFile, struct.error, ValueError, NotImplementedError, EOFError) as error:
        raise Refused(Fault.DAMAGED) from error
    _refuse_names(infos)
    entries = [_entry(data, info) for info in infos]
    _refuse_layout(sorted(zip(infos, entries, strict=True), key=lambda pair: pair[0].header_offset), directory)
    return entries


def _directory_of(data: bytes) -> tuple[int, int]:
    """Give the place of the directory and the number of its entries.

    Raises `Refused` unless the file ends with its one end record, of the plain kind (no file here needs zip64).
    """
    start = len(data) - _END.size
    if start < 0 or data[start : start + len(_END_SIGN)] != _END_SIGN:
        raise Refused(Fault.HIDDEN if _END_SIGN in data else Fault.DAMAGED)
    _, disk, first_disk, here, entries, size, offset, comment = _END.unpack_from(data, start)
    if disk or first_disk or here != entries or comment or offset + size != start:
        raise Refused(Fault.UNTRUE_SIZE)
    return offset, entries


def _refuse_names(infos: list[ZipInfo]) -> None:
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        if _UNSAFE.search(name.removesuffix("/")) or _is_link(info):
            raise Refused(Fault.NAME, name)
        if name.casefold() in seen:
            raise Refused(Fault.TWICE, name)
        seen.add(name.casefold())


def _is_link(info: ZipInfo) -> bool:
    """Tell whether an entry is to become a link or a device, and no file."""
    mode = info.external_attr >> 16
    return info.create_system == _UNIX and stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}


def _entry(data: bytes, info: ZipInfo) -> Entry:
    """Hold the directory's word on an entry against that of the entry's own head."""
    name = info.orig_filename
    if info.flag_bits & _ENCRYPTED:
        raise Refused(Fault.PASSWORD, name)
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise Refused(Fault.PACKING, name)
    if info.file_size > limits.LARGEST_ENTRY:
        raise Refused(Fault.ENTRY_TOO_LARGE, name)
    head = info.header_offset
    if head < 0 or data[head : head + len(ZIP)] != ZIP or head + _LOCAL.size > len(data):
        raise Refused(Fault.OVERLAP, name)
    _, _, flags, method, _, _, check, packed, size, name_length, extra_length = _LOCAL.unpack_from(data, head)
    start = head + _LOCAL.size + name_length + extra_length
    own_name = data[head + _LOCAL.size : head + _LOCAL.size + name_length]
    if own_name != name.encode("utf-8" if info.flag_bits & _UTF8 else "cp437", "replace"):
        raise Refused(Fault.UNTRUE_SIZE, name)
    told = (check, packed, size)
    known = (info.CRC, info.compress_size, info.file_size)
    behind = bool(flags & _DESCRIBED_BEHIND) and not any(told)
    if flags != info.flag_bits or method != info.compress_type or (told != known and not behind):
        raise Refused(Fault.UNTRUE_SIZE, name)
    deflated = info.compress_type == ZIP_DEFLATED
    return Entry(name, start, start + info.compress_size, info.file_size, info.CRC, deflated)


def _refuse_layout(pairs: list[tuple[ZipInfo, Entry]], directory: int) -> None:
    """Refuse a file whose entries do not lie one behind the other from its first byte to its directory."""
    end, room = 0, 0
    for info, entry in pairs:
        if info.header_offset < end:
            raise Refused(Fault.OVERLAP, entry.name)
        if info.header_offset > end + room:
            raise Refused(Fault.HIDDEN, entry.name)
        end = entry.end
        room = _LONGEST_DESCRIPTOR if info.flag_bits & _DESCRIBED_BEHIND else 0
    if end > directory:
        raise Refused(Fault.OVERLAP)
    if directory > end + room:
        raise Refused(Fault.HIDDEN)
