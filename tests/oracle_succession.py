"""R13 naively: what became of every measure of an agreement in the next one, from the rule alone."""

from datetime import date, datetime
from typing import Any

from oracle_items import FULFILLED, World, exists, measures, state

from audit_core.agreement import Agreement, County, Measure

OUTCOMES = ("done", "taken_over", "replaced", "cancelled", "still_open")


def successions(
    county: County, as_of: date, known_by: datetime | None = None, agreement: str = "all"
) -> list[dict[str, Any]]:
    """`successions` of `balance --json`, in no order of its own."""
    world = World(county, as_of, known_by)
    found = []
    for old in begun(world):
        for following in begun(world):
            if not follows(world, old, following) or agreement not in ("all", old.code, following.code):
                continue
            rows = [row for row in measures(world) if row.agreement == old.code and exists(world, row)]
            came = [row for row in measures(world) if row.agreement == following.code and exists(world, row)]
            outcomes = [outcome(world, row) for row in rows]
            found.append(
                {
                    "from": old.code,
                    "to": following.code,
                    "as_of": as_of.isoformat(),
                    "counts": {code: outcomes.count(code) for code in OUTCOMES},
                    "of": len(rows),
                    "new": {"n": len([row for row in came if row.predecessor is None]), "of": len(came)},
                    "measures": [
                        {"number": row.number, "outcome": code, "successors": successors(world, row)}
                        for row, code in zip(rows, outcomes, strict=True)
                    ],
                }
            )
    return found


def begun(world: World) -> list[Agreement]:
    """The agreements begun by the Stichtag, of each the newest version known."""
    newest: dict[str, Agreement] = {}
    for row in world.county.agreements:
        if world.known_by is None or row.recorded_at is None or row.recorded_at <= world.known_by:
            newest[row.code] = row
    return [row for row in newest.values() if row.begin.first <= world.day]


def follows(world: World, old: Agreement, following: Agreement) -> bool:
    """Whether one begins after the other, and none begins in between."""
    if following.begin.first <= old.begin.first:
        return False
    return not any(old.begin.first < other.begin.first < following.begin.first for other in begun(world))


def outcome(world: World, row: Measure) -> str:
    status = state(world, row).status
    if status == "replaced":
        return "replaced"
    if successors(world, row):
        return "taken_over"
    if status in FULFILLED:
        return "done"
    return "cancelled" if status == "cancelled" else "still_open"


def successors(world: World, row: Measure) -> list[dict[str, Any]]:
    return [
        {"agreement": other.agreement, "number": other.number}
        for other in measures(world)
        if other.predecessor == row.key.measure and exists(world, other)
    ]
