"""ZIP files: whether one is a workbook, what it unpacks to, and how far its sheets reach, read in small pieces."""

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from xml.parsers import expat

from audit_core.upload.parse.bounds import BROKEN, MAX_PARTS, MAX_RATIO, MAX_UNPACKED, PROTECTED, SAVE_AS, number
from audit_core.upload.parse.extent import FAILED, MAX_FAILED, Extent, place_of
from audit_core.upload.parse.ods import ods_extents
from audit_core.upload.parse.sheet import UnreadableError

START = b"PK\x03\x04"
_PIECE = 1 << 20
_LARGE = 5_000_000
_LONG_TEXT = 4_000
_KINDS = (
    ("xl/workbook.bin", "eine Arbeitsmappe im Format XLSB"),
    ("word/document.xml", "ein Textdokument (DOCX)"),
    ("ppt/presentation.xml", "eine Präsentation (PPTX)"),
)
_LETTERS = re.compile(rb"\br=[\"']([A-Za-z]+)\d+[\"'][^>]*(?<!/)>")
_LINES = re.compile(rb"\br=[\"'][A-Za-z]+(\d+)[\"'][^>]*(?<!/)>")
_TORN = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, NotImplementedError, EOFError, OSError, ValueError, KeyError,
)  # fmt: skip
_ERROR = re.compile(
    rb"<(?:\w+:)?c\b(?=[^>]*\bt=[\"']e[\"'])[^>]*?\br=[\"']([A-Za-z]{1,3})(\d+)[\"'][^>]*>"
    rb"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<",
    re.S,
)
_UNSAVED = re.compile(
    rb"<(?:\w+:)?c\b(?![^>]{0,99}\bt=[\"']str[\"'])[^>]{0,99}?\br=[\"']([A-Za-z]{1,3})(\d{1,7})[\"'][^>]{0,99}>\s*"
    rb"<(?:\w+:)?f\b(?:[^>]{0,299}/>|[^>]{0,299}>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula that a program wrote without working it out; a text that a formula left empty (t="str") is none."""
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def inspected(data: bytes) -> tuple[str, tuple[Extent, ...]]:
    """The kind of workbook and the extent of each sheet in its order; raises UnreadableError where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _refuse_bomb(packed)
            names = {info.filename.lstrip("/"): info.filename for info in packed.infolist()}
            kind = _kind(packed, names)
            return kind, _ods(packed, names) if kind == "ODS" else _xlsx(packed, names)
    except _TORN:
        raise UnreadableError(BROKEN) from None
    except RuntimeError:  # zipfile's word for a password
        raise UnreadableError(PROTECTED) from None


def _refuse_bomb(packed: zipfile.ZipFile) -> None:
    """Refuse by the sizes the parts declare; what they declare too small, `_pieces` finds."""
    parts = packed.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _bomb()
    if any(part.file_size > _LARGE and part.file_size > MAX_RATIO * max(1, part.compress_size) for part in parts):
        raise _bomb()


def _bomb() -> UnreadableError:
    return UnreadableError(
        f"Die Datei ist gepackt klein, ausgepackt aber größer als {number(MAX_UNPACKED // 1_000_000)} MB oder fast "
        f"leer. Sie wird nicht geöffnet. {SAVE_AS}"
    )


def _kind(packed: zipfile.ZipFile, names: dict[str, str]) -> str:
    if "xl/workbook.xml" in names:
        return "XLSX"
    for name, what in _KINDS:
        if name in names:
            raise UnreadableError(f"Das ist {what}, keine Liste. {SAVE_AS}")
    if "mimetype" in names and "content.xml" in names:
        mimetype = _start(packed, names["mimetype"], 200)
        if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return "ODS"
        raise UnreadableError(f"Das ist ein Dokument von LibreOffice, aber keine Tabelle. {SAVE_AS}")
    raise UnreadableError(f"Das ist ein gepackter Ordner (ZIP), keine Liste. {SAVE_AS}")


def _pieces(packed: zipfile.ZipFile, name: str, end: bytes) -> Iterator[bytes]:
    """A part in pieces of about a megabyte, each cut behind an `end` so that no cell is torn."""
    rest = b""
    with packed.open(name) as part:
        while piece := part.read(_PIECE):
            piece = rest + piece
            cut = piece.rfind(end)
            cut = cut + len(end) if cut >= 0 else (0 if len(piece) < 8 * _PIECE else len(piece))
            yield piece[:cut]
            rest = piece[cut:]
    yield rest


def _start(packed: zipfile.ZipFile, name: str, size: int) -> bytes:
    with packed.open(name) as part:
        return part.read(size)


def _xlsx(packed: zipfile.ZipFile, names: dict[str, str]) -> tuple[Extent, ...]:
    """The extent of each sheet the workbook names; of one whose part is not found: nothing."""
    relations = {}
    if "xl/_rels/workbook.xml.rels" in names:
        text = _start(packed, names["xl/_rels/workbook.xml.rels"], _LARGE)
        for tag in map(_attributes, _RELATION.findall(text)):
            target = tag.get("Target", "")
            relations[tag.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    sheets = [_attributes(tag) for tag in _SHEET.findall(_start(packed, names["xl/workbook.xml"], _LARGE))]
    wanted = [names.get(relations.get(tag.get("id", ""), ""), "") for tag in sheets]
    extents = {name: _sheet_extent(packed, name) for name in sorted({*wanted} - {""})}
    _refuse_strings(packed, names, extents)
    return tuple(
        replace(extents.get(part, Extent()), name=tag.get("name", "")) for part, tag in zip(wanted, sheets, strict=True)
    )


def _attributes(tag: bytes) -> dict[str, str]:
    """The attributes of a tag, without their name spaces."""
    return {
        name.decode().rsplit(":", 1)[-1]: html.unescape((double or single).decode("utf-8", "replace"))
        for name, double, single in _ATTRIBUTE.findall(tag)
    }


def _sheet_extent(packed: zipfile.ZipFile, name: str) -> Extent:
    rows = counted = 0
    letters: set[bytes] = set()
    failed: dict[tuple[int, int], str] = {}
    unsaved: list[tuple[int, int]] = []
    for piece in _pieces(packed, name, b"row>"):
        counted += piece.count(b"<row") + piece.count(b":row")
        letters.update(_LETTERS.findall(piece))
        rows = max(rows, max(map(int, _LINES.findall(piece)), default=0))
        if (b't="e"' in piece or b"t='e'" in piece) and len(failed) < MAX_FAILED:
            for column, row, text in _ERROR.findall(piece):
                shown = text.decode("utf-8", "replace")
                failed[int(row), place_of(column)] = FAILED.get(shown, shown)
        if (b"<f" in piece or b":f" in piece) and len(unsaved) < MAX_FAILED:
            unsaved += [(int(row), place_of(column)) for column, row in _UNSAVED.findall(piece)]
    columns = max(map(place_of, letters), default=-1) + 1
    return Extent(rows or counted, columns, failed, unsaved=unsaved)


def _refuse_strings(packed: zipfile.ZipFile, names: dict[str, str], extents: dict[str, Extent]) -> None:
    """Refuse a workbook whose cells repeat long shared texts until memory ends."""
    shared = names.get("xl/sharedStrings.xml", "")
    if not shared:
        return
    if max(map(len, _split(packed, shared)), default=0) < _LONG_TEXT:
        return
    lengths = [len(text) for text in _split(packed, shared)]
    total = 0
    for name in extents:
        for piece in _pieces(packed, name, b"row>"):
            for place in map(int, re.findall(rb"\bt=[\"']s[\"'][^>]*>\s*<(?:\w+:)?v>(\d{1,9})<", piece)):
                total += lengths[place] if place < len(lengths) else 0
    if total > 2 * MAX_UNPACKED:
        raise _bomb()


def _split(packed: zipfile.ZipFile, shared: str) -> Iterator[bytes]:
    for piece in _pieces(packed, shared, b"</si>"):
        yield from re.split(rb"<(?:\w+:)?si\b", piece)[1:]


def _ods(packed: zipfile.ZipFile, names: dict[str, str]) -> tuple[Extent, ...]:
    manifest = names.get("META-INF/manifest.xml", "")
    if manifest and b"encryption-data" in _start(packed, manifest, _LARGE):
        raise UnreadableError(PROTECTED)
    return ods_extents(_whole_pieces(packed, names["content.xml"]))


def _whole_pieces(packed: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The pieces of a part that is checked to be whole: on a torn one the reader of ODS never ends."""
    checker = expat.ParserCreate()
    for piece in _pieces(packed, name, b"table-row>"):
        checker.Parse(piece)
        yield piece
    checker.Parse(b"", True)
