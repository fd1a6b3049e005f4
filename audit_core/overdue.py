"""Who is late with what (R5–R7): the overdue list, the offices, and the load of coming Fristen."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from audit_core.agreement import ItemKey, item_order
from audit_core.standing import MeasureState, own_items


@dataclass(frozen=True, slots=True)
class DueItem:
    """A measure or milestone with a Frist in force, as lists show it; `days` are days overdue, else 0."""

    item: ItemKey
    title: str
    responsible: str | None
    first_due: date
    due: date
    shifts: int
    days: int
    status: str
    measure_title: str
    field_of_action: str


@dataclass(frozen=True, slots=True)
class Office:
    """What an office answers for itself: counts of its own items, and the longest delay in days (R5)."""

    responsible: str | None
    overdue: int
    due_soon: int
    stale: int
    longest_days: int


def overdue_items(measures: Iterable[MeasureState], responsible: str | None = None) -> tuple[DueItem, ...]:
    """All overdue items, the longest overdue first, then by number and milestone."""
    return _due_items(measures, responsible, {"overdue"})


def due_soon_items(measures: Iterable[MeasureState], responsible: str | None = None) -> tuple[DueItem, ...]:
    """All items due in 0–30 days, the next Frist first."""
    return _due_items(measures, responsible, {"due_soon"})


def coming_items(measures: Iterable[MeasureState], responsible: str | None = None) -> tuple[DueItem, ...]:
    """All open items whose Frist is still to come, the next first."""
    return _due_items(measures, responsible, {"due_soon", "on_plan"})


def stale_measures(measures: Iterable[MeasureState], responsible: str | None = None) -> tuple[MeasureState, ...]:
    """Measures without a recent Meldung (R7), the longest silent first."""
    silent = [m for m in measures if m.stale_days is not None and (responsible is None or m.responsible == responsible)]
    return tuple(sorted(silent, key=lambda m: (-(m.stale_days or 0), item_order(m.key))))


def offices(measures: Iterable[MeasureState]) -> tuple[Office, ...]:
    """Every office with something overdue, due soon or stale; the most overdue first, then the longest."""
    counts: dict[str | None, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for measure, item in own_items(measures):
        row = counts[item.responsible]
        row[0] += item.item.schedule == "overdue"
        row[1] += item.item.schedule == "due_soon"
        row[2] += item is measure and measure.stale_days is not None
        row[3] = max(row[3], item.item.days_overdue)
    found = [Office(responsible, *row) for responsible, row in counts.items() if any(row)]
    return tuple(sorted(found, key=lambda o: (-o.overdue, -o.longest_days, -o.due_soon, -o.stale, o.responsible or "")))


def _due_items(measures: Iterable[MeasureState], responsible: str | None, schedules: set[str]) -> tuple[DueItem, ...]:
    found = []
    for measure, item in own_items(measures, responsible):
        state = item.item
        if state.schedule not in schedules or state.due is None or state.first_due is None:
            continue
        found.append(
            DueItem(
                item.key, item.title, item.responsible, state.first_due, state.due, state.shifts, state.days_overdue,
                state.status, measure.title, measure.measure.field_of_action,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda i: (-i.days, i.due if not i.days else date.min, item_order(i.item))))


