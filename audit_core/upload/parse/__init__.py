"""Bytes of an exchange file → its rows as text: encoding or workbook, header, rows. Nothing is guessed about types."""

from collections.abc import Sequence

from audit_core.columns import FILES, ExchangeFile
from audit_core.errors import Problem
from audit_core.upload.parse.bounds import refuse_foreign, refuse_size
from audit_core.upload.parse.encoding import decoded
from audit_core.upload.parse.header import Fit, best_fit, expected_kind, recognised_fit, with_rivals
from audit_core.upload.parse.records import tables as text_tables
from audit_core.upload.parse.rows import sheet_of
from audit_core.upload.parse.sheet import Row, Sheet, UnreadableError
from audit_core.upload.parse.table import Table
from audit_core.upload.parse.workbook import is_workbook
from audit_core.upload.parse.workbook import tables as workbook_tables

__all__ = ["Row", "Sheet", "UnreadableError", "parse", "recognise", "refuse_size"]


def parse(data: bytes, file: ExchangeFile, file_name: str = "") -> Sheet:
    """Read the bytes as one kind of exchange file; what stands in the way is told in the errors of the sheet."""
    try:
        tables, warnings = _tables(data)
        return _read(best_fit(tables, file), tables, file, file_name, warnings)
    except UnreadableError as trouble:
        return Sheet(file, file_name, errors=(Problem(0, "", "", str(trouble), file_name),))


def recognise(data: bytes, file_name: str = "", files: Sequence[ExchangeFile] = FILES) -> Sheet:
    """Find out which kind of exchange file the bytes are, and read them as that; the bytes are read once.

    The kind whose required columns are all there and that explains most of the header wins. The file's name breaks
    ties, and wins where its kind fits too. Where no kind fits, the sheet says so in one error.
    """
    expected = expected_kind(file_name, files)
    try:
        tables, warnings = _tables(data)
        return _read(recognised_fit(tables, files, file_name), tables, expected, file_name, warnings)
    except UnreadableError as trouble:
        return Sheet(expected, file_name, errors=(Problem(0, "", "", str(trouble), file_name),))


def _tables(data: bytes) -> tuple[list[Table], list[str]]:
    """The ways to read the bytes, whatever the file is called, and what to say about them."""
    refuse_size(len(data))
    refuse_foreign(data)
    if is_workbook(data):
        return workbook_tables(data), []
    found = decoded(data)
    warnings = []
    if found.patched:
        warnings.append("Einige Zeichen sind anders gespeichert als der Rest der Datei. Bitte die Umlaute prüfen.")
    return text_tables(found.text, found.encoding), warnings


def _read(
    fit: Fit | None, tables: Sequence[Table], expected: ExchangeFile, file_name: str, warnings: Sequence[str]
) -> Sheet:
    if fit is None:
        required = ", ".join(column.header for column in expected.columns if column.required)
        message = f"Keine Kopfzeile für {expected.title} gefunden. Erwartet werden mindestens die Spalten {required}."
        return Sheet(expected, file_name, errors=(Problem(0, "", "", message, file_name),))
    return sheet_of(
        with_rivals(fit, tables), file_name, [Problem(0, "", "", message, file_name) for message in warnings]
    )
