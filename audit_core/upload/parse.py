"""Bytes of an exchange file → its rows as text: encoding, separator, header row. Nothing is guessed about types."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from audit_core.columns import Column, ExchangeFile
from audit_core.errors import Problem
from audit_core.terms import folded

SEPARATORS = (";", ",", "\t", "|")
HEADER_WITHIN = 40
"""In how many of the first lines the header is looked for."""
_END = "\u0003end of file\u0003"
_PLAIN = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\ufeff": None, "\u200b": None, "\x00": None})
_SEPARATOR_LINE = re.compile(r"\A\"?sep=.\"?[ \t]*(\r\n|\r|\n)", re.I)
"""Excel's own first line, which it neither shows nor counts."""
csv.field_size_limit(10_000_000)
_TOTALS = frozenset({"summe", "gesamt", "insgesamt", "anzahl", "gesamtsumme", "summegesamt"})
_REMARK = re.compile(r"\*|\d\)|(summe|gesamt|insgesamt|anzahl|anmerkung|hinweis|stand|quelle|legende|erstellt)\b", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line as Excel shows it and the text of each known column (empty ones left out)."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as read: its rows, the headers it has, and what reading found."""

    file: ExchangeFile
    file_name: str = ""
    headers: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the header is and which column each of its cells means."""

    index: int
    cells: tuple[str, ...]
    columns: tuple[Column | None, ...]

    @property
    def known(self) -> int:
        return len({column.header for column in self.columns if column})


def parse(data: bytes, file: ExchangeFile, file_name: str = "") -> Sheet:
    """Read the bytes of one exchange file; what stands in the way is told in the errors of the sheet."""
    text, trouble = _text(data)
    if trouble:
        return Sheet(file, file_name, errors=(Problem(0, "", "", trouble, file_name),))
    body = _SEPARATOR_LINE.sub("", text, count=1)
    best: tuple[_Header, str] | None = None
    for separator in SEPARATORS:
        header = _header(_records(body, separator, HEADER_WITHIN), file)
        if header and (best is None or header.known > best[0].known):
            best = header, separator
    if best is None:
        expected = ", ".join(column.header for column in file.columns if column.required)
        message = f"Keine Kopfzeile für {file.title} gefunden. Erwartet werden mindestens die Spalten {expected}."
        return Sheet(file, file_name, errors=(Problem(0, "", "", message, file_name),))
    header, separator = best
    return _sheet(file, file_name, header, _records(body, separator))


def _text(data: bytes) -> tuple[str, str]:
    """The decoded text, or a sentence that says why there is none."""
    if not data.strip():
        return "", "Die Datei ist leer."
    if data.startswith(b"PK\x03\x04"):
        return "", "Die Datei ist eine Arbeitsmappe (XLSX oder ODS). Bitte als CSV speichern und noch einmal versuchen."
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding).translate(_PLAIN), ""
        except UnicodeDecodeError:
            continue
    return "", "Die Datei ist keine lesbare Textdatei. Bitte als CSV (UTF-8 oder Windows) speichern."


def _records(text: str, separator: str, limit: int | None = None) -> list[list[str]]:
    """The (first) records of the text; the last one of all marks the end."""
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=separator)
    try:
        return list(islice(reader, limit))
    except csv.Error:  # a cell beyond all measure
        return [[]]


def _clean(cell: str) -> str:
    return (cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell).strip()


def _header(records: Sequence[Sequence[str]], file: ExchangeFile) -> _Header | None:
    """The line that fits the declared columns best: all required ones, or at least two."""
    best: _Header | None = None
    required = {column.header for column in file.columns if column.required}
    for index, record in enumerate(records):
        cells = tuple(_clean(cell) for cell in record)
        header = _Header(index, cells, _columns(cells, file))
        found = {column.header for column in header.columns if column}
        if (len(found) >= 2 or (found and found >= required)) and (best is None or header.known > best.known):
            best = header
    return best


def _columns(cells: Sequence[str], file: ExchangeFile) -> tuple[Column | None, ...]:
    columns = [file.column_of_header(cell) for cell in cells]
    for position, cell in enumerate(cells):
        stand_in = file.stand_in_of_header(cell) if columns[position] is None else None
        if stand_in is not None and stand_in not in columns:
            columns[position] = stand_in
    return tuple(columns)


def _sheet(file: ExchangeFile, file_name: str, header: _Header, records: list[list[str]]) -> Sheet:
    header_line = header.index + 1
    errors, warnings = _header_problems(file, file_name, header, header_line)
    if records[-1] != [_END]:
        message = (
            "Ein Anführungszeichen am Anfang einer Zelle wird nicht geschlossen. "
            "Von hier an ist die Datei nicht lesbar."
        )
        errors.append(Problem(len(records), "", "", message, file_name))
    lines = [
        (number, [_clean(cell) for cell in record])
        for number, record in enumerate(records[:-1], 1)
        if number > header.index + 1
    ]
    kept, remarks = _without_remarks(lines, header)
    for line, text in remarks:
        message = f"‚{text}‘ sieht nach einer Summe oder Fußnote aus und wurde übergangen."
        warnings.append(Problem(line, "", text, message, file_name))
    rows = []
    for line, cells in kept:
        extra = next((cell for cell in cells[len(header.cells) :] if cell), "")
        if extra:
            message = (
                f"Die Zeile hat mehr Zellen als die Kopfzeile (‚{extra}‘). "
                "Enthält ein Text das Trennzeichen, muss er in Anführungszeichen stehen."
            )
            errors.append(Problem(line, "", extra, message, file_name))
        named = zip(header.columns, cells, strict=False)
        rows.append(Row(line, {column.header: cell for column, cell in named if column and cell}))
    headers = tuple(column.header for column in header.columns if column)
    return Sheet(file, file_name, headers, tuple(rows), tuple(errors), tuple(warnings))


def _header_problems(
    file: ExchangeFile, file_name: str, header: _Header, line: int
) -> tuple[list[Problem], list[Problem]]:
    """Columns that are missing or doubled (errors) and columns nobody knows (warnings)."""
    errors: list[Problem] = []
    warnings: list[Problem] = []
    present = [column for column in header.columns if column]
    for column in file.columns:
        if column.required and column not in present:
            message = f"Die Spalte ‚{column.header}‘ fehlt. Bitte ergänzen: {column.help}"
            errors.append(Problem(line, column.header, "", message, file_name))
        if present.count(column) > 1:
            named = zip(header.cells, header.columns, strict=True)
            names = ", ".join(f"‚{cell}‘" for cell, known in named if known is column)
            message = f"Die Spalte ‚{column.header}‘ kommt mehrfach vor ({names}). Bitte nur eine behalten."
            errors.append(Problem(line, column.header, "", message, file_name))
    unknown = [cell for cell, column in zip(header.cells, header.columns, strict=True) if cell and not column]
    for cell in unknown:
        message = f"Die Spalte ‚{cell}‘ ist nicht bekannt und wurde nicht gelesen."
        warnings.append(Problem(line, cell, "", message, file_name))
    return errors, warnings


def _without_remarks(
    lines: Sequence[tuple[int, list[str]]], header: _Header
) -> tuple[list[tuple[int, list[str]]], list[tuple[int, str]]]:
    """The rows that say something, and (line, text) of the totals and footnotes under them."""
    kept = list(lines)
    remarks: list[tuple[int, str]] = []
    while kept:
        line, cells = kept[-1]
        after_gap = len(kept) > 1 and not any(kept[-2][1])
        if any(cells):
            if not _is_remark(cells, header, after_gap):
                break
            remarks.append((line, next(filter(None, cells))))
        kept.pop()
    return [(line, cells) for line, cells in kept if any(cells)], remarks[::-1]


def _is_remark(cells: Sequence[str], header: _Header, after_gap: bool) -> bool:
    filled = [cell for cell in cells if cell]
    named = zip(header.columns, cells, strict=False)
    complete = {c.header for c, cell in named if c and c.required and cell} >= {
        c.header for c in header.columns if c and c.required
    }
    if complete:
        return False
    if len(filled) == 1:
        return bool(_REMARK.match(filled[0])) or (after_gap and not re.match(r"\d", filled[0]))
    return folded(filled[0]) in _TOTALS
