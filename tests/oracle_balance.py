"""The rules R11 and R12 and the comparison of two Stichtage, naively."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from oracle_items import (
    LEFT,
    World,
    counted,
    days_overdue,
    due,
    exists,
    exists_from,
    fulfilling_entry,
    measures,
    milestones,
    own_state,
    state,
    successor_exists,
)
from oracle_progress import progress

from audit_core.agreement import County, Measure, Milestone
from audit_core.dates import end_of_day

FAR = {"not_started": 0, "preparing": 1, "in_progress": 2, "partly": 3, "completed": 4, "ongoing": 4}
Change = dict[str, Any]


def balance(
    county: County, year: int, until: date | None, agreement: str, known_by: datetime | None = None
) -> dict[str, Any]:
    """`balance --json`; a running year ends at `until`."""
    start = World(county, date(year - 1, 12, 31), known_by)
    end = start._replace(day=min(until or date(year, 12, 31), date(year, 12, 31)))
    moves: list[tuple[str, str]] = []
    for row in measures(end):
        if agreement not in ("all", row.agreement) or not exists(end, row):
            continue
        before = state(start, row).status if exists(start, row) else "new"
        after = state(end, row).status
        if agreement == "all" and successor_exists(end, row.key.measure):
            if successor_exists(start, row.key.measure):
                continue
            after = "taken_over"
        moves.append((before, after))
    return {
        "from": start.day.isoformat(),
        "to": end.day.isoformat(),
        "transitions": [{"from": old, "to": new, "count": moves.count((old, new))} for old, new in sorted(set(moves))],
        "totals_from": tally([old for old, _ in moves if old != "new"]),
        "totals_to": tally([new for _, new in moves if new != "taken_over"]),
        "on_time": on_time(start, end, agreement),
    }


def tally(codes: list[str]) -> dict[str, int]:
    return {code: codes.count(code) for code in set(codes)}


def on_time(start: World, end: World, agreement: str) -> dict[str, int]:
    """R12."""
    result = {"on_time": 0, "late": 0, "open": 0}
    for row in counted(end, agreement):
        for part in milestones(end, row):
            first = exists_from(end, row)
            frist = due(start._replace(day=max(start.day, first or start.day)), part)
            status = own_state(end, part.key).status
            if frist is None or frist.year != start.day.year + 1:
                continue
            if status in LEFT or state(end, row).status in LEFT:
                continue
            since = fulfilling_entry(end, part.key)
            if since is None:
                result["open"] += 1
            elif since.stated.first <= frist:
                result["on_time"] += 1
            else:
                result["late"] += 1
    return result


def compare(county: County, d1: date, d2: date, agreement: str) -> dict[str, Any]:
    """`compare D1 D2 --json`."""
    old, new = World(county, d1), World(county, d2)
    then = old._replace(known_by=end_of_day(d1))
    changes: list[Change] = []
    for row in measures(new):
        if agreement not in ("all", row.agreement):
            continue
        was, stays = row in counted(old, agreement), row in counted(new, agreement)
        for part in [None, *milestones(new, row)]:
            if was and stays:
                changes += differences(old, new, row, part)
            elif stays:
                changes += appearance(new, row, part)
            elif was and part is None:
                changes.append(change(row, None, "status", state(old, row).status, "taken_over", "other"))
            if was or stays or row.key in [known.key for known in counted(then, agreement)]:
                changes += correction(old, row, part)
    return {"changes": changes}


def change(row: Measure, part: Milestone | None, what: str, old: Any, new: Any, way: str | None = None) -> Change:
    return {
        "agreement": row.agreement,
        "number": row.number,
        "milestone": part.milestone if part else None,
        "what": what,
        "old": old,
        "new": new,
        "direction": way,
    }


def code(world: World, row: Measure, part: Milestone | None) -> str:
    return own_state(world, part.key).status if part else state(world, row).status


def appearance(new: World, row: Measure, part: Milestone | None) -> list[Change]:
    found = [change(row, part, "new", None, code(new, row, part))]
    late = days_overdue(new, row, part)
    return [*found, change(row, part, "overdue", 0, late)] if late else found


def differences(old: World, new: World, row: Measure, part: Milestone | None) -> list[Change]:
    found = []
    before, after = code(old, row, part), code(new, row, part)
    if before != after:
        found.append(change(row, part, "status", before, after, direction(before, after)))
    frist_before, frist_after = due(old, part or row), due(new, part or row)
    if frist_before != frist_after:
        found.append(change(row, part, "due", iso(frist_before), iso(frist_after)))
    if part is None and progress(old, row) != progress(new, row):
        found.append(change(row, part, "progress", figure(progress(old, row)), figure(progress(new, row))))
    late_before, late_after = days_overdue(old, row, part), days_overdue(new, row, part)
    if (late_before > 0) != (late_after > 0):
        found.append(change(row, part, "overdue", late_before, late_after))
    return found


def correction(old: World, row: Measure, part: Milestone | None) -> list[Change]:
    """A row if something about a day up to D1 was recorded or revoked after D1, and it was there before or is now."""
    end = end_of_day(old.day)
    for entry in old.county.log:
        if entry.item != (part or row).key or entry.stated_on > old.day:
            continue
        if entry.recorded_at > end or (entry.revoked_at is not None and entry.revoked_at > end):
            then, now = status_if_there(old._replace(known_by=end), row, part), status_if_there(old, row, part)
            return [] if then is None and now is None else [change(row, part, "corrected", then, now)]
    return []


def status_if_there(world: World, row: Measure, part: Milestone | None) -> str | None:
    """The status of an item, None while it does not exist or is not known."""
    for known in measures(world):
        if known.key != row.key or not exists(world, known):
            continue
        if part is None or any(other.key == part.key for other in milestones(world, known)):
            return code(world, known, part)
    return None


def direction(old: str, new: str) -> str:
    """R11."""
    if old not in FAR or new not in FAR or FAR[old] == FAR[new]:
        return "other"
    return "forward" if FAR[new] > FAR[old] else "back"


def iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def figure(value: Fraction | None) -> float | None:
    return float(value) if value is not None else None
