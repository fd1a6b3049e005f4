"""The draft of the next agreement as files: CSV one by one, all of them as a ZIP, and one workbook to read."""

from xlsxwriter import Workbook

from audit_core.columns import SOURCE, ExchangeFile
from audit_core.documents import xlsx
from audit_core.documents.archive import zipped
from audit_core.documents.naming import file_word
from audit_core.tables.csv_text import Sheet
from audit_core.workshop.draft import Draft
from audit_core.workshop.draft_files import draft_sheets

_WIDTHS = {
    "Maßnahme": 44, "Bezeichnung": 44, "Beschreibung": 44, "Ziel": 32, "Titel": 36, "Sachstand": 36, "Grund": 32,
    "Verantwortlich": 26, "Beteiligte": 26, "Gemeldet von": 24, "Nr.": 9, "Frist": 14, "Beginn": 14, "Gewicht": 10,
    "Meilenstein": 13, "Handlungsfeld": 15, "Zielvereinbarung": 17, "Daueraufgabe": 14, "Vorgänger": 12,
}  # fmt: skip
_WIDTH = 16


def files(draft: Draft) -> dict[str, bytes]:
    """The exchange files by name, in the order in which they are uploaded; those without a row are left out."""
    return {f"{file.name}.csv": sheet.csv for file, sheet in draft_sheets(draft).items()}


def archive(draft: Draft) -> bytes:
    """The same as one ZIP."""
    return zipped(files(draft))


def workbook(draft: Draft, warning: str = "") -> bytes:
    """The same as one workbook to read and to discuss: a sheet for each file, without the columns that say nothing.

    `warning` says of an invented county that it is, above each of them.
    """

    def build(book: Workbook) -> None:
        for file, sheet in draft_sheets(draft).items():
            _add(book, file, _filled(sheet), warning)

    return xlsx.workbook(draft.agreement.title, build, draft.agreement.begin.first)


def file_name(draft: Draft, ending: str) -> str:
    """The name of a file about the draft, safe on every system."""
    return f"entwurf_{file_word(draft.agreement.code)}.{ending}"


def _filled(sheet: Sheet) -> Sheet:
    """A table without empty columns, and without the one that says the same in every row."""
    kept = [
        place for place, name in enumerate(sheet.header)
        if name != SOURCE.header and any(row[place] is not None for row in sheet.rows)
    ]  # fmt: skip
    return Sheet(
        tuple(sheet.header[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in sheet.rows)
    )


def _add(book: Workbook, file: ExchangeFile, found: Sheet, warning: str) -> None:
    sheet = book.add_worksheet(file.title)
    header, body = xlsx.look(book, xlsx.STRONG_HEADER), xlsx.look(book, xlsx.BODY, num_format=xlsx.AS_TEXT)
    widths = [_WIDTHS.get(name, _WIDTH) for name in found.header]
    top = 1 if warning else 0
    if warning:
        sheet.write_string(0, 0, xlsx.shown(warning), xlsx.look(book, xlsx.SUBTITLE))
    for place, name in enumerate(found.header):
        sheet.set_column(place, place, widths[place])
        sheet.write_string(top, place, name, header)
    for row, cells in enumerate(found.rows, top + 1):
        texts = [(cell, width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str)]
        sheet.set_row(row, xlsx.height(texts))
        for place, cell in enumerate(cells):
            xlsx.write(sheet, row, place, cell, body)
    sheet.freeze_panes(top + 1, 1)
    xlsx.printed(sheet, top)
