"""A small county as exchange files, and shorthands to check what is written into them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypeVar

from audit_core.agreement import County, Measure, MeasureKey
from audit_core.columns import FILES, MELDUNGEN, ExchangeFile
from audit_core.upload.check import (
    CheckedEntries,
    CheckedFolder,
    CheckedSheet,
    Clock,
    Lined,
    check_entries,
    check_folder,
    check_plan,
    check_sheet,
)
from audit_core.upload.parse import parse

Row = TypeVar("Row")

NOW = datetime(2021, 3, 1, 12, 0, tzinfo=UTC)
FIELDS = "Nr.;Handlungsfeld\n1;Steuerung\n2;Bildung und Erziehung\n"
AGREEMENTS = "Kürzel;Beginn;Ende\nZV1;01.06.2015;\nZV2;2020;2022\n"
MEASURES = """Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Verantwortlich;Daueraufgabe
1.1;ZV1;1;Audit;Amt;nein
1.1;ZV2;1;Audit wiederholen;Amt;nein
1.10;ZV2;Bildung und Erziehung;Schulnetz;;ja
"""
MILESTONES = "Zielvereinbarung;Nr.;Meilenstein;Bezeichnung;Frist\n;1.10;1;Konzept;2020\nZV2;1.10;2;Beschluss;\n"
PLAN = {
    "handlungsfelder": FIELDS, "zielvereinbarungen": AGREEMENTS, "massnahmen": MEASURES, "meilensteine": MILESTONES,
}  # fmt: skip


def checked(**files: str) -> CheckedFolder:
    """Check files of a folder; what is not given is the small plan above."""
    texts = PLAN | files
    sheets = {file.name: parse(texts[file.name].encode(), file) for file in FILES if file.name in texts}
    return check_folder(sheets, "Musterkreis", Clock(NOW, reads_recorded_at=True))


def county() -> County:
    sheets = {file.name: parse(PLAN[file.name].encode(), file) for file in FILES if file.name in PLAN}
    return check_plan(sheets, County("Musterkreis"), Clock(NOW)).county


def sent(*rows: str, file: ExchangeFile, known: County | None = None) -> CheckedSheet:
    """Check one file as an upload does, its header first, against the small county or the one that is known."""
    sheet = parse("\n".join(rows).encode(), file)
    return check_sheet(sheet, county() if known is None else known, Clock(NOW))


def good_measures(found: CheckedSheet) -> dict[MeasureKey, MeasureKey | None]:
    """The good measures of a file with their Vorgänger."""
    return {row.key.measure: row.predecessor for row in rows_of(found.rows, Measure)}


def reported(
    *rows: str, header: str = "Zielvereinbarung;Nr.;Meilenstein;Stand;Status;Fortschritt;Neue Frist;Grund"
) -> CheckedEntries:
    """Check Meldungen as an upload does; the first row is line 2."""
    return check_entries(parse("\n".join((header, *rows)).encode(), MELDUNGEN), county(), Clock(NOW))


def rows_of(rows: Iterable[Lined[object]], row_type: type[Row]) -> list[Row]:
    """The values of one type, in their order."""
    return [row.value for row in rows if isinstance(row.value, row_type)]


def errors(found: CheckedEntries | CheckedFolder | CheckedSheet) -> list[str]:
    return [problem.sentence() for problem in found.errors]


def warnings(found: CheckedEntries | CheckedFolder | CheckedSheet) -> list[str]:
    return [problem.sentence() for problem in found.warnings]
