"""One Handlungsfeld with the pictures of its Kennzahlen."""

from dataclasses import dataclass

from audit_core.figures.key_figures import DrawnKeyFigures, drawn
from audit_core.tables.fields import FieldPage, Whole, field_page
from audit_core.tables.key_figures import KeyFigureSeries

CHARTS_SHOWN, VALUES_SHOWN, LEAST_VALUES = 3, 5, 2


@dataclass(frozen=True, slots=True)
class DrawnField:
    """A Handlungsfeld with its first Kennzahlen, and with all of them where the first ones are not all."""

    table: FieldPage
    first: DrawnKeyFigures
    every: DrawnKeyFigures


def drawn_field(view: Whole, field: str) -> DrawnField:
    """One Handlungsfeld of a view, ready to be shown."""
    table = field_page(view, field)
    shown = first_ones(table.key_figures)
    first = drawn(shown)
    return DrawnField(table, first, first if shown == table.key_figures else drawn(table.key_figures))


def first_ones(series: tuple[KeyFigureSeries, ...]) -> tuple[KeyFigureSeries, ...]:
    """The Kennzahlen that stand on the page at first: a few with a course, a few single values, in their order."""
    courses = [one for one in series if len(one.values) > 1][:CHARTS_SHOWN]
    singles = [one for one in series if len(one.values) == 1]
    kept = courses + singles[: max(LEAST_VALUES, VALUES_SHOWN - len(courses))]
    return tuple(one for one in series if one in kept)
