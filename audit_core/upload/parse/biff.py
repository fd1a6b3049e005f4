"""Old Office files (OLE): whether one is an XLS, is protected, and how far its sheets reach."""

import struct
from collections.abc import Iterator

from audit_core.upload.parse.bounds import BROKEN, PROTECTED, SAVE_AS
from audit_core.upload.parse.extent import MAX_FAILED, Extent
from audit_core.upload.parse.sheet import UnreadableError

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#WERT!", 23: "#BEZUG!", 29: "#NAME?", 36: "#ZAHL!", 42: "#NV"}
_FOREIGN = (
    ("WordDocument", "ein Textdokument (DOC)"),
    ("PowerPoint Document", "eine Präsentation (PPT)"),
    ("__properties_version1.0", "eine E-Mail (MSG)"),
)
_BOF, _BOUNDSHEET, _FILEPASS, _SST, _DIMENSIONS, _BOOLERR, _FORMULA = 0x809, 0x85, 0x2F, 0xFC, 0x200, 0x205, 0x06
_CELLS = frozenset({0x203, 0x27E, 0xFD, 0x204, _BOOLERR, _FORMULA, 0xD6})
_MULTIPLE_NUMBERS = 0xBD
_LAST = 0xFFFFFFFA
"""Sector numbers from here on end a chain."""


def inspected(data: bytes) -> tuple[str, tuple[Extent, ...]]:
    """The kind and the extent of each sheet; raises UnreadableError where it is no workbook that can be opened."""
    try:
        streams = dict(_directory(data))
        if "EncryptedPackage" in streams:
            raise UnreadableError(PROTECTED)
        for name, what in _FOREIGN:
            if name in streams:
                raise UnreadableError(f"Das ist {what}, keine Liste. {SAVE_AS}")
        start = streams.get("Workbook", streams.get("Book"))
        if start is None:
            raise UnreadableError(BROKEN)
        return "XLS", _extents(_stream(data, streams["Root Entry"], *start))
    except (struct.error, IndexError, KeyError, ValueError):
        raise UnreadableError(BROKEN) from None


def _sectors(data: bytes) -> tuple[int, list[int]]:
    """The size of a sector and the table that chains them."""
    size = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
    tables = list(struct.unpack_from("<109I", data, 76))
    more: int = struct.unpack_from("<I", data, 68)[0]
    for _ in range(len(data) // size + 1):
        if more >= _LAST:
            break
        *numbers, more = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        tables += numbers
    chain: list[int] = []
    for table in tables:
        if table < _LAST:
            chain += struct.unpack_from(f"<{size // 4}I", data, (table + 1) * size)
    return size, chain


def _chained(data: bytes, first: int, size: int, chain: list[int], offset: int) -> bytes:
    parts: list[bytes] = []
    while first < _LAST and len(parts) <= len(chain):
        at = offset + first * size
        parts.append(data[at : at + size])
        first = chain[first]
    return b"".join(parts)


def _directory(data: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """(Name, (first sector, bytes)) of each stream."""
    size, chain = _sectors(data)
    entries = _chained(data, struct.unpack_from("<I", data, 48)[0], size, chain, size)
    for at in range(0, len(entries) - 127, 128):
        length = struct.unpack_from("<H", entries, at + 64)[0]
        name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        if name:
            yield name, struct.unpack_from("<II", entries, at + 116)


def _stream(data: bytes, root: tuple[int, int], first: int, length: int) -> bytes:
    size, chain = _sectors(data)
    if length >= struct.unpack_from("<I", data, 56)[0]:
        return _chained(data, first, size, chain, size)[:length]
    small = _chained(data, root[0], size, chain, size)
    start: int = struct.unpack_from("<I", data, 60)[0]
    numbers = _chained(data, start, size, chain, size)
    return _chained(small, first, 64, list(struct.unpack(f"<{len(numbers) // 4}I", numbers)), 0)[:length]


def _extents(stream: bytes) -> tuple[Extent, ...]:
    """The extent of each sheet in the order of the workbook."""
    offsets: list[int] = []
    sheets: dict[int, tuple[int, int, dict[tuple[int, int], str]]] = {}
    current = at = rows = columns = 0
    failed: dict[tuple[int, int], str] = {}
    end = len(stream)
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", stream, at)
        body = at + 4
        if kind == _BOF:
            sheets[current] = rows, columns, failed
            current, rows, columns, failed = at, *sheets.get(at, (0, 0, {}))
        elif kind in _CELLS and length >= 6:
            row, column = struct.unpack_from("<HH", stream, body)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if kind in (_BOOLERR, _FORMULA) and len(failed) < MAX_FAILED:
                shown = _failed(kind, stream[body : body + min(length, 20)])
                if shown:
                    failed[row + 1, column] = shown
        elif kind == _MULTIPLE_NUMBERS and length >= 6:
            row, column = struct.unpack_from("<HH", stream, body)
            rows, columns = max(rows, row + 1), max(columns, column + (length - 6) // 6)
        elif kind == _FILEPASS:
            raise UnreadableError(PROTECTED)
        elif kind == _BOUNDSHEET:
            offsets.append(struct.unpack_from("<I", stream, body)[0])
        elif (kind == _SST and struct.unpack_from("<I", stream, body + 4)[0] > end) or (
            kind == _DIMENSIONS and length >= 12 and _is_absurd(*struct.unpack_from("<IIHH", stream, body))
        ):
            raise UnreadableError(BROKEN)
        at = body + length
    sheets[current] = rows, columns, failed
    return tuple(Extent(*sheets.get(offset, (0, 0, {}))) for offset in offsets)


def _failed(kind: int, body: bytes) -> str:
    """What stands in a cell whose value is an error, else nothing."""
    if kind == _BOOLERR and len(body) >= 8 and body[7]:
        return _ERRORS.get(body[6], "#FEHLER")
    if kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
        return _ERRORS.get(body[8], "#FEHLER")
    return ""


def _is_absurd(first_row: int, end_row: int, first_column: int, end_column: int) -> bool:
    """Whether the extent a sheet claims for itself is more than the format holds."""
    return max(first_row, end_row) > 65_536 or max(first_column, end_column) > 256
