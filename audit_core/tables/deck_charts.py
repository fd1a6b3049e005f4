"""The charts of a deck as values: the same counts as the situation's and the years' (R15)."""

from collections.abc import Mapping, Sequence

from audit_core.dates import MONTHS
from audit_core.overdue import Office
from audit_core.tables.coming import Month
from audit_core.tables.deck_parts import Chart, Series
from audit_core.tables.lines import FieldBar
from audit_core.tables.years import YearRow
from audit_core.terms import NO_OFFICE, SHOWN_ORDER, STATUS
from audit_core.wording import deck as wording
from audit_core.wording.numbers import count, day, n_of
from audit_core.wording.years import chart_head, running, status_alt

OVERDUE, COMING = "overdue", "coming"
"""What a series shows that no status is: drawn in the colour of what is overdue, or in the accent."""


def field_name(field: FieldBar) -> str:
    """A Handlungsfeld with its number."""
    return f"{field.number} {field.title}".strip()


def status_chart(heading: str, fields: Sequence[FieldBar]) -> Chart:
    """The status bars of Handlungsfelder, one series per status that one of them has."""
    found = [dict(field.counts) for field in fields]
    parts = []
    for field in fields:
        of = wording.counts([(STATUS[code].label, n) for code, n in field.counts])
        parts.append(f"{field_name(field)}: {of or 'keine Maßnahme'}")
    alt = f"Balken nach Status, {count(len(fields), 'Handlungsfeld', 'Handlungsfelder')}. {'; '.join(parts)}."
    return Chart(heading, tuple(field_name(field) for field in fields), _series(found), alt)


def year_chart(rows: Sequence[YearRow]) -> Chart:
    """Columns per year, stacked by status; under each its year and `n von N`."""
    names = tuple(
        f"{day(row.day) if running(row.day) else row.year}\n{n_of(row.completion.n, row.completion.of)}" for row in rows
    )
    alt = status_alt([row.day for row in rows], [row.statuses for row in rows], [row.completion for row in rows])
    return Chart(chart_head(rows[-1].day), names, _series([row.statuses for row in rows]), alt, standing=True)


def office_chart(offices: Sequence[Office]) -> Chart:
    """Bars of what is overdue per office."""
    names = tuple(office.responsible or NO_OFFICE for office in offices)
    values = tuple(office.overdue for office in offices)
    parts = "; ".join(f"{name} {n}" for name, n in zip(names, values, strict=True))
    alt = f"Balken: Überfälliges je Stelle. {parts}."
    return Chart("Überfällig je Stelle", names, (Series(OVERDUE, "überfällig", values),), alt)


def month_chart(months: Sequence[Month]) -> Chart:
    """Columns of the Fristen per month."""
    names = tuple(_month_name(place, month) for place, month in enumerate(months))
    parts = "; ".join(f"{month.name} {month.fristen}" for month in months if month.fristen)
    alt = f"Säulen: Fristen je Monat. {parts or 'In diesen Monaten läuft keine Frist ab'}."
    values = tuple(month.fristen for month in months)
    return Chart("Fristen je Monat", names, (Series(COMING, "Fristen", values),), alt, standing=True)


def _month_name(place: int, month: Month) -> str:
    """The year stands under the first month and each January, the last day under a month that is cut."""
    year = str(month.first.year) if not place or month.first.month == 1 else ""
    below = f"bis {month.until:%d.}" if month.until else year
    return "\n".join(filter(None, (MONTHS[month.first.month - 1][:3], below)))


def _series(found: Sequence[Mapping[str, int]]) -> tuple[Series, ...]:
    codes = [code for code in SHOWN_ORDER if any(one.get(code) for one in found)]
    return tuple(Series(code, STATUS[code].label, tuple(one.get(code, 0) for one in found)) for code in codes)
