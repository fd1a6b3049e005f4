"""The year as a workbook (XLSX): overview, measures, milestones, Meldungen, Jahresbilanz; and its tables as CSV."""

from xlsxwriter import Workbook

from audit_core.agreement import collector_at_rest
from audit_core.documents import explanation, xlsx
from audit_core.documents.archive import zipped
from audit_core.documents.explanation import Part
from audit_core.documents.workbook.looks import Looks
from audit_core.documents.workbook.sheets import add_sheet
from audit_core.tables.asked import Asked
from audit_core.tables.workbook import measure_table, year_book
from audit_core.wording import workbook as wording

_EXPLANATION_WIDTHS = (30, 104)


def workbook(asked: Asked) -> bytes:
    """The workbook of a year; the same request gives the same bytes."""
    found = year_book(asked)

    def build(book: Workbook) -> None:
        looks = Looks(book)
        for sheet in found.sheets:
            add_sheet(book, looks, sheet, found)
        explanation.add(book, "Was in dieser Mappe steht", _parts(found.warning), _EXPLANATION_WIDTHS)

    with collector_at_rest():
        return xlsx.workbook(found.title, build, asked.until)


def csv_archive(asked: Asked) -> bytes:
    """Its tables as CSV files in one ZIP."""
    return zipped({f"{table.file}.csv": table.sheet.csv for table in year_book(asked).tables})


def measures_csv(asked: Asked) -> bytes:
    """The measures alone, as CSV."""
    return measure_table(asked).sheet.csv


def _parts(warning: str) -> list[Part]:
    parts = [Part(warning)] if warning else []
    return [
        *parts,
        Part("Die Blätter", (), (("Blatt", "zeigt"), *wording.SHEETS)),
        Part("Was die Spalten bedeuten", (), (("Spalte", "Bedeutung"), *wording.DEFINITIONS)),
        Part("Was die Statuswörter bedeuten", (), (("Status", "Bedeutung"), *wording.STATUS_MEANINGS)),
        Part("Was die Terminlage bedeutet", (), (("Terminlage", "Bedeutung"), *wording.SCHEDULES)),
        Part("Drucken", (wording.PRINTED,)),
        Part("Wieder hochladen", (wording.UPLOAD_AGAIN,)),
    ]
