"""A table and its header → the sheet: its rows, and what is odd about them."""

from collections.abc import Iterable, Sequence
from itertools import compress

from audit_core.columns import Column
from audit_core.errors import Problem
from audit_core.upload.parse.bounds import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    number,
    too_many_columns,
    too_many_rows,
    width,
)
from audit_core.upload.parse.header import Fit
from audit_core.upload.parse.remarks import Line, without_remarks
from audit_core.upload.parse.sheet import Row, Sheet
from audit_core.upload.parse.table import Record, Whole

_SHOWN = 80
"""Characters of a long cell that a problem shows."""
_SHOWN_ROW = 300


def sheet_of(fit: Fit, file_name: str, warnings: Sequence[Problem]) -> Sheet:
    """Read all rows of a table; raises UnreadableError where it has too many rows or columns."""
    table, header, file = fit.table, fit.header, fit.file
    whole = table.whole()
    records, widest = _bounded(whole.records)
    header_cells = records[header.index] if header.index < len(records) else table.head[header.index]
    if widest > MAX_COLUMNS:
        raise too_many_columns(widest, table.sheet_name)
    columns = header.columns[: len(header_cells)]
    kept, remarks = without_remarks(records, header.index + 2, columns)
    if len(kept) > MAX_ROWS:
        raise too_many_rows(table.sheet_name)
    names = [column.header if column else "" for column in columns]
    found = _Findings(file_name, header.index + 1, list(warnings))
    found.missing_and_doubled(fit, header_cells, columns)
    found.unknown(fit, header_cells, columns, kept)
    found.rivals(fit)
    for line, filled in remarks:
        row = _short("; ".join(filled), _SHOWN_ROW)
        message = f"‚{row}‘ sieht nach einer Summe oder Fußnote aus und wurde übergangen."
        found.warn(line, "", _short(filled[0]), message)
    if whole.has_long:
        kept = found.shortened(kept, names)
    found.cells(whole, kept, names)
    if whole.unclosed:
        found.error(whole.unclosed, "", "", "Ein Anführungszeichen am Anfang einer Zelle wird nicht geschlossen. "
                    "Von hier an ist die Datei nicht lesbar.")  # fmt: skip
    return Sheet(
        file, file_name, tuple(filter(None, names)), _rows(kept, names), tuple(found.errors), tuple(found.warnings),
        encoding=table.encoding, separator=table.separator, header_line=header.index + 1, sheet_name=table.sheet_name,
        header_cells=header_cells, grid=tuple(kept),
    )  # fmt: skip


def _rows(lines: Sequence[Line], names: Sequence[str]) -> tuple[Row, ...]:
    """The cells of each line by the header of their column; most files know every column, which is quicker."""
    if all(names):
        return tuple([Row(line, dict(compress(zip(names, cells, strict=False), cells))) for line, cells in lines])
    return tuple(
        Row(line, {name: cell for name, cell in zip(names, cells, strict=False) if cell and name})
        for line, cells in lines
    )


def _bounded(records: list[Record]) -> tuple[list[Record], int]:
    """The records without empty cells far out, and how many columns are filled of the widest that has too many."""
    if max(map(len, records), default=0) <= MAX_COLUMNS:
        return records, 0
    widest = max(map(width, records))
    return [record[:MAX_COLUMNS] for record in records], widest


class _Findings:
    """What is found in one table: errors keep rows out, warnings do not."""

    def __init__(self, file_name: str, header_line: int, warnings: list[Problem]) -> None:
        self.errors: list[Problem] = []
        self.warnings = warnings
        self._file_name = file_name
        self._header_line = header_line

    def error(self, line: int, column: str, value: str, message: str) -> None:
        self.errors.append(Problem(line, column, value, message, self._file_name))

    def warn(self, line: int, column: str, value: str, message: str) -> None:
        self.warnings.append(Problem(line, column, value, message, self._file_name))

    def missing_and_doubled(self, fit: Fit, cells: Sequence[str], columns: Sequence[Column | None]) -> None:
        """Required columns that are missing, known ones that are doubled."""
        for column in fit.file.columns:
            meant = [cell for cell, known in zip(cells, columns, strict=False) if known is column]
            if column.required and not meant:
                message = f"Die Spalte ‚{column.header}‘ fehlt. Bitte ergänzen: {column.help}"
                self.error(self._header_line, column.header, "", message)
            if len(meant) > 1:
                named = ", ".join(f"‚{cell}‘" for cell in meant)
                message = f"Die Spalte ‚{column.header}‘ kommt mehrfach vor ({named}). Bitte nur eine behalten."
                self.error(self._header_line, column.header, "", message)

    def unknown(self, fit: Fit, cells: Sequence[str], columns: Sequence[Column | None], lines: Iterable[Line]) -> None:
        """Columns nobody knows, and columns without a header that hold something."""
        nameless = [place for place, cell in enumerate(cells) if not cell]
        for cell, column in zip(cells, columns, strict=False):
            if cell and column is None and not fit.file.is_shown_only(cell):
                message = f"Die Spalte ‚{_short(cell)}‘ ist nicht bekannt und wurde nicht gelesen."
                self.warn(self._header_line, _short(cell), "", message)
        for place in nameless:
            line, text = next(((n, c[place]) for n, c in lines if place < len(c) and c[place]), (0, ""))
            if text:
                message = (
                    f"Die {place + 1}. Spalte hat keine Überschrift und wurde nicht gelesen (zum Beispiel "
                    f"‚{_short(text)}‘ in Zeile {line})."
                )
                self.warn(self._header_line, "", "", message)

    def rivals(self, fit: Fit) -> None:
        """Other sheets with rows, of the same kind or another."""
        if fit.rivals:
            *others, last = (f"‚{name}‘" for name in fit.rivals)
            named = f"{', '.join(others)} und {last}" if others else last
            unread = "passen und wurden" if others else "passt und wurde"
            message = f"Gelesen wurde das Blatt ‚{fit.table.sheet_name}‘. Auch {named} {unread} nicht gelesen."
            self.warn(0, "", "", f"{message} Bitte einzeln hochladen.")

    def cells(self, whole: Whole, lines: Iterable[Line], names: Sequence[str]) -> None:
        """Cells beyond the header, formulas without a result."""
        columns = len(names)
        for line, cells in lines:
            if len(cells) > columns and any(cells[columns:]):
                extra = next(filter(None, cells[columns:]))
                self.error(line, "", extra, f"Die Zeile hat mehr Zellen als die Kopfzeile (‚{_short(extra)}‘). "
                           "Enthält ein Text das Trennzeichen, muss er in Anführungszeichen stehen.")  # fmt: skip
        for (line, place), text in whole.failed.items():
            name = names[place] if place < columns else ""
            if line > self._header_line and name:
                self.error(line, name, text, f"Die Formel in dieser Zelle ergibt {text}. Bitte den Wert eintragen.")
        last = max((line for line, _ in lines), default=0)
        unsaved = [(line, place) for line, place in whole.unsaved if self._header_line < line <= last]
        line, place = next(((line, place) for line, place in unsaved if place < columns and names[place]), (0, 0))
        if line:
            self.warn(line, names[place], "", "Das Ergebnis der Formel ist in der Datei nicht gespeichert, die Zelle "
                      "wurde als leer gelesen. Bitte die Datei in Excel oder LibreOffice öffnen, speichern und noch "
                      "einmal hochladen.")  # fmt: skip

    def shortened(self, lines: Sequence[Line], names: Sequence[str]) -> list[Line]:
        """The lines with cells as long as a cell may be; what is longer is an error."""
        for line, cells in lines:
            for place, cell in enumerate(cells):
                if len(cell) > MAX_CELL:
                    name = names[place] if place < len(names) else ""
                    message = (
                        f"Der Text hat {number(len(cell))} Zeichen, möglich sind {number(MAX_CELL)}. Bitte kürzen."
                    )
                    self.error(line, name, _short(cell), message)
        return [(line, tuple(cell[:MAX_CELL] for cell in cells)) for line, cells in lines]


def _short(text: str, most: int = _SHOWN) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"
