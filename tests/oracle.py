"""The naive oracle: `status`, `overdue`, `balance` and `compare` of the command line, from the rules alone."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from oracle_balance import balance, compare
from oracle_items import (
    FULFILLED,
    LEFT,
    OPEN,
    World,
    counted,
    days_overdue,
    due,
    first_due_and_shifts,
    is_due_soon,
    milestones,
    office,
    own_state,
    schedule,
    stale_days,
    state,
)
from oracle_progress import completion, expected, field_expected, field_progress, progress

from audit_core.agreement import County, FieldOfAction, Measure, Milestone, item_order

Own = tuple[Measure, Milestone | None]

__all__ = ["balance", "compare", "overdue", "status"]


def status(
    county: County, as_of: date, known_by: datetime | None, agreement: str, responsible: str | None
) -> dict[str, Any]:
    """`status --json`."""
    world = World(county, as_of, known_by)
    rows = sorted(view(world, agreement, responsible), key=lambda row: item_order(row.key))
    items = own_items(world, rows, responsible)
    return {
        "as_of": as_of.isoformat(),
        "known_by": known_by.isoformat() if known_by else None,
        "agreement": agreement,
        "completion": completion(world, rows),
        "milestones": milestone_counts(world, rows),
        "stale": {
            "n": len([row for row, part in items if part is None and stale_days(world, row) is not None]),
            "of": len([row for row, part in items if part is None and works(world, row)]),
        },
        "overdue": overdue_counts(world, items),
        "fields_of_action": [
            field_row(world, field, [row for row in rows if row.field_of_action == field.number], items)
            for field in newest_fields(world)
        ],
        "offices": office_rows(world, items),
        "measures": [measure_row(world, row) for row in rows],
    }


def overdue(
    county: County, as_of: date, known_by: datetime | None, agreement: str, responsible: str | None
) -> list[dict[str, Any]]:
    """`overdue --json`."""
    world = World(county, as_of, known_by)
    late = [
        (row, part)
        for row, part in own_items(world, view(world, agreement, responsible), responsible)
        if days_overdue(world, row, part) > 0
    ]
    late.sort(key=lambda item: (-days_overdue(world, *item), item_order((item[1] or item[0]).key)))
    return [overdue_row(world, row, part) for row, part in late]


def overdue_row(world: World, row: Measure, part: Milestone | None) -> dict[str, Any]:
    item = part or row
    frist = due(world, item)
    return {
        "agreement": row.agreement,
        "number": row.number,
        "milestone": part.milestone if part else None,
        "title": item.title,
        "responsible": office(row, part),
        "first_due": iso(first_due_and_shifts(world, item)[0]),
        "due": iso(frist),
        "days": days_overdue(world, row, part),
        "status": own_state(world, part.key).status if part else state(world, row).status,
    }


def view(world: World, agreement: str, responsible: str | None) -> list[Measure]:
    """The counted measures; of an office those it is responsible for or has a milestone in."""
    rows = counted(world, agreement)
    if responsible is None:
        return rows
    return [
        row
        for row in rows
        if office(row) == responsible or any(office(row, part) == responsible for part in milestones(world, row))
    ]


def own_items(world: World, rows: list[Measure], responsible: str | None) -> list[Own]:
    """All measures and milestones of a view, of an office only those it answers for itself (R5)."""
    items: list[Own] = []
    for row in rows:
        items.append((row, None))
        items += [(row, part) for part in milestones(world, row)]
    return [item for item in items if responsible is None or office(*item) == responsible]


def works(world: World, row: Measure) -> bool:
    code = state(world, row).status
    return code in OPEN and code != "postponed"


def overdue_counts(world: World, items: list[Own]) -> dict[str, int]:
    late = [part for row, part in items if days_overdue(world, row, part) > 0]
    return {
        "measures": len([part for part in late if part is None]),
        "milestones": len([part for part in late if part is not None]),
    }


def milestone_counts(world: World, rows: list[Measure]) -> dict[str, int]:
    """Of the milestones that have not left, nor their measure: fulfilled, all, open with an open measure."""
    pairs = [
        (own_state(world, part.key).status, state(world, row).status)
        for row in rows
        for part in milestones(world, row)
        if own_state(world, part.key).status not in LEFT and state(world, row).status not in LEFT
    ]
    return {
        "n": len([own for own, _ in pairs if own in FULFILLED]),
        "of": len(pairs),
        "open": len([own for own, above in pairs if own not in FULFILLED and above in OPEN]),
    }


def newest_fields(world: World) -> list[FieldOfAction]:
    newest: dict[str, FieldOfAction] = {}
    for row in world.county.fields_of_action:
        if world.known_by is None or row.recorded_at is None or row.recorded_at <= world.known_by:
            newest[row.number] = row
    return list(newest.values())


def field_row(world: World, field: FieldOfAction, rows: list[Measure], items: list[Own]) -> dict[str, Any]:
    plan, plan_of = field_expected(world, rows)
    codes = [state(world, row).status for row in rows]
    return {
        "number": field.number,
        "title": field.title,
        "completion": completion(world, rows),
        "progress": figure(field_progress(world, rows)),
        "expected": figure(plan),
        "expected_of": plan_of,
        "statuses": {code: codes.count(code) for code in set(codes)},
        "overdue": overdue_counts(world, [item for item in items if item[0].field_of_action == field.number]),
    }


def office_rows(world: World, items: list[Own]) -> list[dict[str, Any]]:
    found = []
    for name in {office(*item) for item in items}:
        own = [item for item in items if office(*item) == name]
        days = [days_overdue(world, *item) for item in own]
        row = {
            "responsible": name,
            "overdue": len([n for n in days if n > 0]),
            "due_soon": len([item for item in own if is_due_soon(world, *item)]),
            "stale": len([m for m, part in own if part is None and stale_days(world, m) is not None]),
            "longest_days": max(days),
        }
        if row["overdue"] or row["due_soon"] or row["stale"]:
            found.append(row)
    return found


def measure_row(world: World, row: Measure) -> dict[str, Any]:
    now = state(world, row)
    first, shifts = first_due_and_shifts(world, row)
    return {
        "agreement": row.agreement,
        "number": row.number,
        "status": now.status,
        "status_from": now.status_from,
        "stated_on": iso(now.stated_on),
        "progress": figure(progress(world, row)),
        "expected": figure(expected(world, row)),
        "first_due": iso(first),
        "due": iso(due(world, row)),
        "shifts": shifts,
        "schedule": schedule(world, row),
        "days_overdue": days_overdue(world, row),
        "stale_days": stale_days(world, row),
    }


def iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def figure(value: Fraction | None) -> float | None:
    return float(value) if value is not None else None
