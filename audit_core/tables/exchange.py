"""What is stored of a county as exchange files (DESIGN §4): every version, worded so that it is read as it is."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from audit_core import dates
from audit_core.agreement import County, MeasureKey, ReportEntry
from audit_core.columns import Column, ExchangeFile, Kind
from audit_core.dates import BERLIN, OfficeDate
from audit_core.tables.csv_text import Cell, Sheet
from audit_core.terms import NO_AGREEMENT, STATUS
from audit_core.wording.row_texts import decimal_text, reference, value_of

_ROWS: Mapping[str, Callable[[County], Iterable[Any]]] = {
    "landkreis": lambda county: _versions(county.names, lambda _: ""),
    "handlungsfelder": lambda county: _versions(county.fields_of_action, lambda row: row.number),
    "zielvereinbarungen": lambda county: _versions(county.agreements, lambda row: row.code),
    "massnahmen": lambda county: _versions(county.measures, lambda row: row.key),
    "meilensteine": lambda county: _versions(county.milestones, lambda row: row.key),
    "meldungen": lambda county: (entry for entry in county.log if entry.revoked_at is None),
    "beschluesse": lambda county: (row for row in county.consultations if row.revoked_at is None),
    "ereignisse": lambda county: (row for row in county.events if row.revoked_at is None),
    "kennzahlen": lambda county: (row for row in county.key_figures if row.revoked_at is None),
}
_FIRST_DAY_COUNTS = frozenset({"begin", "included"})
_DIGITS_OF_A_SPREADSHEET = 15


def exchange_sheet(county: County, file: ExchangeFile) -> Sheet:
    """One exchange file: all that has not been taken back, in the order of recording, a row for each version.

    Loaded into an empty database the nine of them give the same county. Nothing stands in `Erfasst am` of what was
    always known (R2).
    """
    return Sheet(
        tuple(column.header for column in file.columns),
        tuple(tuple(_cell(row, column) for column in file.columns) for row in _ROWS[file.name](county)),
    )


def _versions(rows: Iterable[Any], key: Callable[[Any], object]) -> Iterable[Any]:
    """The versions of plan rows that count; of several that one moment recorded, the last is the only one that does."""
    return {(key(row), row.recorded_at): row for row in rows if row.revoked_at is None}.values()


def _cell(row: Any, column: Column) -> Cell:
    """What stands in a cell, by the kind of its column."""
    if isinstance(row, ReportEntry) and column.attribute == "stated":
        return _stand_text(row)
    value = value_of(row, column.attribute)
    if value is None:
        return NO_AGREEMENT if column.kind is Kind.AGREEMENT else None
    if column.kind is Kind.DATE:
        return _date_text(value, column.attribute)
    cell = _CELLS.get(column.kind)
    return cell(value) if cell else value or None


def _date_text(when: OfficeDate, attribute: str) -> str:
    """A date in its own words, or the day that is computed with where these say something else."""
    if _means(when):
        return when.text
    return f"{when.first if attribute in _FIRST_DAY_COUNTS else when.last:%d.%m.%Y}"


def _means(when: OfficeDate) -> bool:
    """Whether the wording of a date, read again, gives its days."""
    try:
        return dates.parse(when.text) == when
    except dates.DateError:
        return False


def _stand_text(entry: ReportEntry) -> str:
    """A Stand in its own words; where these and the day of recording give another day (R3), that stands beside them."""
    if not _means(entry.stated):
        return f"{entry.stated_on:%d.%m.%Y}"
    _, stated_on = dates.stand(entry.stated.text, entry.recorded_at.astimezone(BERLIN).date())
    if stated_on == entry.stated_on:
        return entry.stated.text
    return f"{entry.stated.text} ({entry.stated_on:%d.%m.%Y})"


def _reference(measure: MeasureKey) -> str:
    """`Kürzel/Nr.`; a Nr. that has a slash itself is only found without the Kürzel."""
    return measure[1] if "/" in measure[1] else reference(measure)


def number_cell(value: Decimal) -> Cell:
    """A number for a cell: as such where a spreadsheet keeps all its digits, else as German text.

    >>> number_cell(Decimal("67.50")), number_cell(Decimal("3E+2")), number_cell(Decimal("0.00000001"))
    (67.5, 300, '0,00000001')
    """
    plain = value.normalize()
    if len(plain.as_tuple().digits) > _DIGITS_OF_A_SPREADSHEET:
        return decimal_text(plain)
    if plain == plain.to_integral_value():
        return int(plain)
    found = float(plain)
    return decimal_text(plain) if "e" in repr(found) else found


def _percentage(value: Decimal) -> Cell:
    """A percentage; what is below 1 carries its sign, or it would be read as a fraction."""
    return f"{decimal_text(value.normalize())} %" if 0 < value < 1 else number_cell(value)


_CELLS: Mapping[Kind, Callable[[Any], Cell]] = {
    Kind.MOMENT: lambda at: at.astimezone(BERLIN).isoformat(),
    Kind.PERCENTAGE: _percentage,
    Kind.DECIMAL: number_cell,
    Kind.WEIGHT: number_cell,
    Kind.COUNT: int,
    Kind.YES_NO: lambda value: "ja" if value else "nein",
    Kind.STATUS: lambda code: STATUS[code].label,
    Kind.NUMBERS: lambda keys: " | ".join(map(_reference, keys)),
    Kind.PREDECESSOR: _reference,
}
