"""The prefilled list as a workbook that an office fills in and sends back, one or all of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from audit_core.agreement import ItemKey
from audit_core.columns import MELDUNGEN, SHOWN_COLUMNS
from audit_core.documents import explanation, xlsx
from audit_core.documents.archive import zipped
from audit_core.documents.explanation import Part
from audit_core.documents.naming import file_word
from audit_core.tables.csv_text import Cell
from audit_core.tables.prefilled import FILLED_COLUMNS, HEADER, KEY_COLUMNS, PrefilledList
from audit_core.terms import STATUSES

Filled = Mapping[ItemKey, Mapping[str, Cell]]
"""What stands in the cells to fill, by item and header."""
ASK = "Bitte nur die weißen Felder ausfüllen. Zeilen, in denen nichts eingetragen ist, ändern nichts."
HEADER_ROW = 3
"""Where the header stands, counted from 0: under the title, what is open, and what is asked for."""
_WIDTHS: Mapping[str, int] = {
    "Zielvereinbarung": 18, "Nr.": 9, "Meilenstein": 13, "Maßnahme oder Meilenstein": 40, "bisher Status": 20,
    "bisher Stand": 13, "bisher Frist": 13, "bisher Fortschritt": 13, "bisher Sachstand": 36,
    "Stand": 13, "Status": 21, "Fortschritt": 13, "Neue Frist": 13, "Sachstand": 40, "Grund": 28, "Gemeldet von": 22,
}  # fmt: skip
_SPARE_CHANGES = {"format_cells": True, "format_columns": True, "format_rows": True}
_LABELS = [status.label for status in STATUSES]
_HINTS: Mapping[str, dict[str, Any]] = {
    "Stand": {
        "validate": "any", "input_title": "Stand",
        "input_message": "Tag, von dem die Meldung spricht, zum Beispiel 31.12.2021. Auch 12.2021 oder Q4/2021 geht.",
    },
    "Status": {
        "validate": "list", "source": _LABELS, "error_title": "Kein Status",
        "error_message": "Bitte ein Wort aus der Auswahl nehmen; was sie bedeuten, steht auf dem Blatt „Erklärung“.",
    },
    "Fortschritt": {
        "validate": "integer", "criteria": "between", "minimum": 0, "maximum": 100, "input_title": "Fortschritt",
        "input_message": "In Prozent, nur die Zahl: 75", "error_title": "Keine Prozentzahl",
        "error_message": "Bitte eine ganze Zahl von 0 bis 100 eintragen, ohne das Zeichen %.",
    },
    "Neue Frist": {
        "validate": "any", "input_title": "Neue Frist",
        "input_message": "Nur wenn sich die Frist ändert, mit Grund. Ein Tag, oder ein Zeitraum wie Q4/2026 oder 2026.",
    },
}  # fmt: skip


def office_list(found: PrefilledList) -> bytes:
    """The list of an office as XLSX: grey what is in force, white what is to be filled in, a sheet that explains."""
    return filled_list(found, {})


def office_csv(found: PrefilledList) -> bytes:
    """The same rows as CSV."""
    return found.sheet.csv


def all_offices(lists: Iterable[PrefilledList]) -> bytes:
    """A ZIP with one workbook per list."""
    lists = tuple(lists)
    return zipped({name: office_list(found) for name, found in zip(file_names(lists), lists, strict=True)})


def file_names(lists: Iterable[PrefilledList], ending: str = "xlsx") -> tuple[str, ...]:
    """A name for the file of each list, safe on every system and no two alike."""
    taken: set[str] = set()
    names = []
    for found in lists:
        word, number = file_word(found.name), 1
        while (name := word if number == 1 else f"{word}_{number}") in taken:
            number += 1
        taken.add(name)
        names.append(f"meldungen_{name}_{found.as_of.isoformat()}.{ending}")
    return tuple(names)


def filled_list(found: PrefilledList, filled: Filled) -> bytes:
    """The same with something in the cells to fill, as an office would send it back."""

    def build(book: Workbook) -> None:
        _add_list(book, found, filled)
        explanation.add(book, "So füllen Sie die Liste aus", _PARTS, (22, 19, 21, 60))

    return xlsx.workbook(found.title, build, found.as_of)


def _add_list(book: Workbook, found: PrefilledList, filled: Filled) -> None:
    sheet = book.add_worksheet("Meldungen")
    sheet.hide_gridlines(2)
    for place, header in enumerate(HEADER):
        sheet.set_column(place, place, _WIDTHS[header])
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, xlsx.shown(found.title), xlsx.look(book, xlsx.TITLE))
    sheet.set_row(2, 20)
    sheet.write_string(1, 0, xlsx.shown(found.counts), xlsx.look(book, xlsx.SUBTITLE))
    sheet.write_string(2, 0, ASK, xlsx.look(book, xlsx.SUBTITLE, valign="top"))
    sheet.set_row(HEADER_ROW, 34)
    for place, header in enumerate(HEADER):
        strong = xlsx.STRONG_HEADER if header in FILLED_COLUMNS else xlsx.HEADER
        align = "right" if header.endswith("Fortschritt") else "left"
        sheet.write_string(HEADER_ROW, place, header, xlsx.look(book, strong, align=align))
    _add_rows(book, sheet, found, filled)
    last = HEADER_ROW + max(1, len(found.items))
    for header, rule in _HINTS.items():
        place = HEADER.index(header)
        sheet.data_validation(HEADER_ROW + 1, place, last, place, rule)
    whole = f"A{HEADER_ROW + 2}:{chr(ord('A') + len(HEADER) - 1)}{last + 1}"
    sheet.ignore_errors({"number_stored_as_text": whole, "two_digit_text_year": whole})
    sheet.freeze_panes(HEADER_ROW + 1, len(KEY_COLUMNS) + 1)
    sheet.protect("", _SPARE_CHANGES)
    if found.items:
        sheet.set_selection(HEADER_ROW + 1, HEADER.index(FILLED_COLUMNS[0]), HEADER_ROW + 1, HEADER.index("Stand"))
    xlsx.printed(sheet, HEADER_ROW)


def _add_rows(book: Workbook, sheet: Worksheet, found: PrefilledList, filled: Filled) -> None:
    """The rows. Stand and Neue Frist are text: in a cell for dates a spreadsheet makes „2026“ a day of 1905."""
    key = xlsx.look(book, xlsx.QUIET, num_format=xlsx.AS_TEXT)
    quiet = xlsx.look(book, xlsx.QUIET)
    shown_day = xlsx.look(book, xlsx.QUIET, num_format=xlsx.DAY_FORMAT, align="left")
    shown_right = xlsx.look(book, xlsx.QUIET, align="right")
    measure = xlsx.look(book, xlsx.QUIET, bold=True)
    milestone = xlsx.look(book, xlsx.QUIET, indent=2)
    text = xlsx.look(book, xlsx.BODY, locked=False)
    written = xlsx.look(book, xlsx.BODY, locked=False, num_format=xlsx.AS_TEXT)
    percent = xlsx.look(book, xlsx.BODY, locked=False, num_format="0", align="right")
    day = xlsx.look(book, xlsx.BODY, locked=False, num_format=xlsx.DAY_FORMAT, align="left")
    of_shown = {"bisher Stand": shown_day, "bisher Frist": shown_day, "bisher Fortschritt": shown_right}
    of_filled = {"Stand": written, "Neue Frist": written, "Fortschritt": percent}
    for row, item in enumerate(found.items, HEADER_ROW + 1):
        texts = [(cell, _WIDTHS[HEADER[place]]) for place, cell in enumerate(item.cells) if isinstance(cell, str)]
        sheet.set_row(row, xlsx.height(texts, least=2))
        for place, cell in enumerate(item.cells):
            header = HEADER[place]
            form = key if header in KEY_COLUMNS else of_shown.get(header, quiet)
            if header == SHOWN_COLUMNS[0]:
                form = measure if item.key.milestone is None else milestone
            xlsx.write(sheet, row, place, cell, form)
        for place, header in enumerate(FILLED_COLUMNS, len(item.cells)):
            value = filled.get(item.key, {}).get(header)
            form = of_filled.get(header, text)
            xlsx.write(sheet, row, place, value, form if value is None or isinstance(value, str | int) else day)


_PARTS = (
    Part(
        "Was auszufüllen ist",
        (
            "Auf dem Blatt „Meldungen“ sind die weißen Felder für Sie. Die grauen zeigen, worum es geht und was bisher "
            "gilt. Füllen Sie nur Zeilen aus, zu denen es etwas zu melden gibt; die anderen ändern nichts.",
        ),
        (
            ("Feld", "muss da stehen", "Schreibweise", "Was hineingehört"),
            *(
                (column.header, "ja" if column.required else "", column.kind.value, column.help)
                for column in MELDUNGEN.columns
                if column.header in FILLED_COLUMNS
            ),
        ),
    ),
    explanation.STATUS_WORDS,
    explanation.HOW_DATES_ARE_WRITTEN,
    Part(
        "Wohin die Liste zurückgeht",
        (
            "Speichern Sie die Datei als Excel-Arbeitsmappe und senden Sie sie an die Stelle zurück, von der Sie sie "
            "erhalten haben (Koordination des Audits). Dort wird sie geprüft, ehe etwas übernommen wird.",
        ),
    ),
    Part(
        "Wenn das Blatt sich sperrt",
        (
            "Gesperrt sind nur die grauen Felder, ohne Kennwort. Zeilenhöhe, Spaltenbreite und Schrift können Sie "
            "ändern. Für eine weitere Zeile heben Sie unter „Überprüfen“ den Blattschutz auf und kopieren eine Zeile.",
        ),
    ),
)
