"""The year as a workbook (XLSX): overview, measures, milestones, Meldungen, Jahresbilanz; and its tables as CSV."""

from audit_core.tables.asked import Asked


def workbook(asked: Asked) -> bytes:
    """The workbook of a year; the same request gives the same bytes."""
    raise NotImplementedError(asked.title)


def csv_archive(asked: Asked) -> bytes:
    """Its tables as CSV files in one ZIP."""
    raise NotImplementedError(asked.title)


def measures_csv(asked: Asked) -> bytes:
    """The measures alone, as CSV."""
    raise NotImplementedError(asked.title)
