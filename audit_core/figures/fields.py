"""One Handlungsfeld with the pictures of its Kennzahlen, and the Kennzahlen of the Landkreis beside every field."""

from dataclasses import dataclass
from datetime import date

from audit_core.agreement import County
from audit_core.figures.key_figures import DrawnKeyFigures, drawn
from audit_core.tables import key_figures
from audit_core.tables.fields import FieldPage, Whole, field_page
from audit_core.tables.key_figures import OF_COUNTY, KeyFigureSeries
from audit_core.wording.fields import later_values

CHARTS_SHOWN, VALUES_SHOWN, LEAST_VALUES = 3, 5, 2


@dataclass(frozen=True, slots=True)
class KeyFigureList:
    """Kennzahlen with the pictures of the first ones, and of all of them where the first ones are not all."""

    series: tuple[KeyFigureSeries, ...]
    first: DrawnKeyFigures
    every: DrawnKeyFigures
    later_values: str


@dataclass(frozen=True, slots=True)
class DrawnField:
    """A Handlungsfeld with its Kennzahlen."""

    table: FieldPage
    key_figures: KeyFigureList


def drawn_field(view: Whole, field: str) -> DrawnField:
    """One Handlungsfeld of a view, ready to be shown."""
    table = field_page(view, field)
    return DrawnField(table, _list(table.key_figures, table.later_values))


def of_county(county: County, as_of: date) -> KeyFigureList:
    """The Kennzahlen of the Landkreis as a whole, the same beside every Handlungsfeld."""
    plan = county.plan_known_by(None)
    later = later_values(key_figures.later(plan, as_of, OF_COUNTY), as_of)
    return _list(key_figures.of_county(plan, as_of), later)


def _list(series: tuple[KeyFigureSeries, ...], later: str) -> KeyFigureList:
    shown = first_ones(series)
    first = drawn(shown)
    return KeyFigureList(series, first, first if shown == series else drawn(series), later)


def first_ones(series: tuple[KeyFigureSeries, ...]) -> tuple[KeyFigureSeries, ...]:
    """The Kennzahlen that stand on the page at first: a few with a course, a few single values, in their order."""
    courses = [one for one in series if len(one.values) > 1][:CHARTS_SHOWN]
    singles = [one for one in series if len(one.values) == 1]
    kept = courses + singles[: max(LEAST_VALUES, VALUES_SHOWN - len(courses))]
    return tuple(one for one in series if one in kept)
