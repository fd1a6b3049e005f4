"""Kennzahlen over the years: what is known up to a Stichtag, one series for each Kennzahl and unit, gaps as gaps."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from audit_core.agreement import County, KeyFigure, MeasureKey
from audit_core.dates import OfficeDate
from audit_core.tables.csv_text import Sheet
from audit_core.wording.fields import DECIMAL_PLACES, EARLIER_STATEMENT, sources_text

OF_COUNTY = ""
"""Instead of a Handlungsfeld: Kennzahlen of the Landkreis as a whole, which name neither a field nor a measure."""
HEADER = ("Kennzahl", "Datum", "Wert", "Einheit", "Bemerkung", "Quelle")


@dataclass(frozen=True, slots=True)
class KeyValue:
    """One value with the wording of its date, what was remarked with it, and its sources.

    `conflicting`: of the same date there is another value (both are shown, none is preferred). The same date means the
    same first and last day: „2020“ contradicts neither „Q4/2020“ nor „31.12.2020“, which are about less than the year.
    """

    day: OfficeDate
    value: Decimal
    remark: str
    sources: tuple[str, ...]
    conflicting: bool

    @property
    def year(self) -> int:
        return self.day.last.year

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day it is about."""
        return self.day.first, self.day.last


@dataclass(frozen=True, slots=True)
class KeyFigureSeries:
    """The values of a Kennzahl in one unit, the oldest first; `digits` are the decimals all of them are written with.

    The remark of a unit („Euro (ca.)“) stands at its value; a Kennzahl whose unit changes is two series.
    """

    name: str
    unit: str
    field_of_action: str
    digits: int
    values: tuple[KeyValue, ...]

    @property
    def newest(self) -> KeyValue:
        return self.values[-1]

    @property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """The years between two values that have none, as (first, last)."""
        years = sorted({value.year for value in self.values})
        return tuple((a + 1, b - 1) for a, b in pairwise(years) if b - a > 1)

    @property
    def conflicts(self) -> tuple[tuple[KeyValue, ...], ...]:
        """The values that contradict each other, date by date."""
        dates = dict.fromkeys(value.span for value in self.values if value.conflicting)
        return tuple(tuple(v for v in self.values if v.span == span) for span in dates)


def of(
    county: County, as_of: date, field: str | None = None, measure: MeasureKey | None = None
) -> tuple[KeyFigureSeries, ...]:
    """The Kennzahlen of a Handlungsfeld (Nr. or OF_COUNTY), of a measure they name, or all; in the order of entry.

    A value counts from the last day its date can mean on (R3).
    """
    grouped: dict[tuple[str, str, str], list[KeyFigure]] = {}
    for row in _chosen(county, field, measure):
        if row.day.last <= as_of:
            grouped.setdefault((row.field_of_action, _name(row), _unit(row)), []).append(row)
    return tuple(_series(*key, rows) for key, rows in grouped.items())


def of_county(county: County, as_of: date) -> tuple[KeyFigureSeries, ...]:
    """The Kennzahlen of the Landkreis as a whole; one that names a measure and no Handlungsfeld stays with it."""
    return of(county, as_of, OF_COUNTY)


def later(county: County, as_of: date, field: str | None = None, measure: MeasureKey | None = None) -> int:
    """How many values of the same choice a Stichtag leaves out."""
    return sum(row.day.last > as_of for row in _chosen(county, field, measure))


def sheet(shown: Iterable[KeyFigureSeries]) -> Sheet:
    """The values as a table, the unit without its remark; sources as they were given."""
    return Sheet(
        HEADER,
        tuple(
            (series.name, value.day.text, _cell(value.value, series.digits), series.unit or None, value.remark or None,
             sources_text(value.sources) or None)
            for series in shown
            for value in series.values
        ),
    )  # fmt: skip


def _chosen(county: County, field: str | None, measure: MeasureKey | None) -> Iterable[KeyFigure]:
    return (
        row
        for row in county.key_figures
        if (field is None or _stands_in(row, field)) and (measure is None or measure in row.measures)
    )


def _stands_in(row: KeyFigure, field: str) -> bool:
    return row.field_of_action == field and not (field == OF_COUNTY and row.measures)


def _series(field: str, name: str, unit: str, rows: Sequence[KeyFigure]) -> KeyFigureSeries:
    digits = min(DECIMAL_PLACES, max(_digits(row.value) for row in rows))
    return KeyFigureSeries(name, unit, field, digits, _values(rows))


def _values(rows: Sequence[KeyFigure]) -> tuple[KeyValue, ...]:
    """Equal values of one date are one value with all its sources; unequal ones contradict each other."""
    merged: dict[tuple[date, date, Decimal], list[KeyFigure]] = {}
    for row in rows:
        merged.setdefault((row.day.first, row.day.last, row.value), []).append(row)
    of_date = Counter((first, last) for first, last, _ in merged)
    found = [
        KeyValue(
            same[0].day, value, " · ".join(dict.fromkeys(filter(None, map(_remark, same)))),
            tuple(dict.fromkeys(part.strip() for row in same for part in row.source.split(" | ") if part.strip())),
            of_date[first, last] > 1,
        )
        for (first, last, value), same in merged.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda value: (value.day.last, value.day.first)))


def _name(row: KeyFigure) -> str:
    """The Kennzahl; „…, frühere Angabe“ is another statement about the same one."""
    return row.name.removesuffix(EARLIER_STATEMENT)


def _unit(row: KeyFigure) -> str:
    return row.unit.partition("(")[0].strip()


def _remark(row: KeyFigure) -> str:
    """What stands in brackets behind the unit, and whether the value is an earlier statement."""
    in_brackets = row.unit.partition("(")[2].strip().removesuffix(")").strip()
    earlier = EARLIER_STATEMENT.strip(", ") if row.name.endswith(EARLIER_STATEMENT) else ""
    return ", ".join(filter(None, (earlier, in_brackets)))


def _digits(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _cell(value: Decimal, digits: int) -> int | float:
    """A value as it was entered, not as it is rounded for the page."""
    return float(value) if digits else int(value)
