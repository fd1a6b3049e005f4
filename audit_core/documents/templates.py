"""An empty workbook for each exchange file: its header, what belongs into each column, and nothing to guess."""

from typing import Any

from xlsxwriter import Workbook

from audit_core.columns import FILES, MELDUNGEN, RECORDED_AT, Column, ExchangeFile, Kind
from audit_core.documents import explanation, xlsx
from audit_core.documents.archive import zipped
from audit_core.documents.explanation import Part
from audit_core.terms import STATUSES

ROWS = 10_000
"""For how many rows the cells help."""
REQUIRED_SIGN = " *"
_LISTS: dict[Kind, list[str]] = {
    Kind.YES_NO: ["ja", "nein"],
    Kind.STATUS: [status.label for status in STATUSES],
}
_WIDE, _NARROW = frozenset({"title", "text", "description", "subject", "goal", "note", "reason", "partners"}), 12


def template(file: ExchangeFile) -> bytes:
    """An empty exchange file as XLSX; columns that must be filled carry a *, a second sheet explains all of them."""

    def build(book: Workbook) -> None:
        _add_table(book, file)
        explanation.add(book, f"So füllen Sie die Vorlage {file.title} aus", _parts(file), (26, 20, 30, 62, 46))

    return xlsx.workbook(f"{file.title}: Vorlage", build)


def templates() -> bytes:
    """All of them as a ZIP, numbered in the order in which they are uploaded."""
    return zipped({f"{place}_{file.name}.xlsx": template(file) for place, file in enumerate(FILES, 1)})


def _columns(file: ExchangeFile) -> list[Column]:
    """The columns that people fill; when a row was recorded, an upload says itself."""
    return [column for column in file.columns if column is not RECORDED_AT]


def _add_table(book: Workbook, file: ExchangeFile) -> None:
    sheet = book.add_worksheet(file.title)
    required, optional = xlsx.look(book, xlsx.STRONG_HEADER), xlsx.look(book, xlsx.HEADER)
    as_text = xlsx.look(book, num_format=xlsx.AS_TEXT)
    columns = _columns(file)
    sheet.set_row(0, 34)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _width(column), as_text)
        header = column.header + REQUIRED_SIGN if column.required else column.header
        sheet.write_string(0, place, header, required if column.required else optional)
        sheet.data_validation(1, place, ROWS, place, _hint(column))
    whole = f"A2:{chr(ord('A') + len(columns) - 1)}{ROWS + 1}"
    sheet.ignore_errors({"number_stored_as_text": whole, "two_digit_text_year": whole})
    sheet.freeze_panes(1, 0)
    xlsx.printed(sheet, 0)


def _width(column: Column) -> int:
    if column.attribute in _WIDE:
        return 44
    return max(_NARROW, len(column.header) + 6, 24 if column.kind in (Kind.TEXT, Kind.STATUS) else 0)


def _hint(column: Column) -> dict[str, Any]:
    """What is said when a cell of the column is chosen; a closed list can be chosen from."""
    if column.kind not in _LISTS:
        return {"validate": "any", "input_title": column.header, "input_message": column.help}
    words = _LISTS[column.kind]
    return {
        "validate": "list", "source": words, "input_title": column.header, "input_message": column.help,
        "error_title": f"{column.header}: nicht in der Liste", "error_message": f"Möglich sind: {', '.join(words)}.",
    }  # fmt: skip


def _parts(file: ExchangeFile) -> list[Part]:
    intro = (
        f"{file.help} Spalten mit * müssen ausgefüllt sein, die Reihenfolge der Spalten ist gleich. Nr. und Daten sind "
        "als Text vorbereitet: „1.10“ bleibt „1.10“.",
    )
    # With its letter and after „auch“ no name of a column stands alone: this sheet must not look like the list itself.
    rows = tuple(
        (f"{chr(ord('A') + place)}: {column.header}", _need(column), column.kind.value, column.help, _also(column))
        for place, column in enumerate(_columns(file))
    )
    header = ("Spalte", "muss da stehen", "Schreibweise", "Bedeutung", "andere Überschriften")
    parts = [Part("Was in welche Spalte gehört", intro, (header, *rows))]
    if file is MELDUNGEN:
        parts.append(explanation.STATUS_WORDS)
    if any(column.kind is Kind.DATE for column in file.columns):
        parts.append(explanation.HOW_DATES_ARE_WRITTEN)
    return parts


def _also(column: Column) -> str:
    names = (*column.synonyms, *column.stand_ins)
    return f"auch {', '.join(names)}" if names else ""


def _need(column: Column) -> str:
    if column.required:
        return "ja"
    if column.default:
        return f"nein, leer heißt {column.default}"
    return "nein"
