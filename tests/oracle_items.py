"""The rules R0–R7 for one item, from the design alone: slow, obvious, looping over the log for every question.

Nothing of the program that decides a rule is used here; only its rows are.
"""

from datetime import date, datetime
from typing import NamedTuple

from audit_core.agreement import County, ItemKey, Measure, MeasureKey, Milestone, ReportEntry

OPEN = ("not_started", "preparing", "in_progress", "partly", "postponed", "no_report")
FULFILLED = ("completed", "ongoing")
LEFT = ("replaced", "cancelled")
RUNNING = ("in_progress", "partly", "completed", "ongoing")
STALE_DAYS = 183
SOON_DAYS = 30


class World(NamedTuple):
    """What a question is asked of: a county, as of a day, as known by a moment (None: now)."""

    county: County
    day: date
    known_by: datetime | None = None


class State(NamedTuple):
    """Status, where it comes from, and the Stand of it (R2)."""

    status: str
    status_from: str | None
    stated_on: date | None


NOTHING = State("no_report", None, None)


def counts(world: World, entry: ReportEntry) -> bool:
    """Whether an entry is known and not revoked at the Kenntnisstand (R2)."""
    if world.known_by is None:
        return entry.revoked_at is None
    if entry.recorded_at > world.known_by:
        return False
    return entry.revoked_at is None or entry.revoked_at > world.known_by


def all_entries(world: World, item: ItemKey) -> list[ReportEntry]:
    """The entries of an item that win over those with their key (R2), by Stand, whatever the Stichtag."""
    own = [entry for entry in world.county.log if entry.item == item and counts(world, entry)]
    winners = []
    for entry in own:
        rivals = [other for other in own if other.stated_on == entry.stated_on]
        if entry == max(rivals, key=lambda other: (other.recorded_at, other.sequence)):
            winners.append(entry)
    return sorted(winners, key=lambda entry: entry.stated_on)


def entries(world: World, item: ItemKey) -> list[ReportEntry]:
    """The winning entries of an item with a Stand up to the Stichtag."""
    return [entry for entry in all_entries(world, item) if entry.stated_on <= world.day]


def measures(world: World) -> list[Measure]:
    """One version of every measure: the newest recorded up to the Kenntnisstand (R2)."""
    newest: dict[ItemKey, Measure] = {}
    for row in world.county.measures:
        if world.known_by is None or row.recorded_at is None or row.recorded_at <= world.known_by:
            newest[row.key] = row
    return list(newest.values())


def milestones(world: World, measure: Measure) -> list[Milestone]:
    """The milestones of a measure, of each the newest version recorded up to the Kenntnisstand."""
    newest: dict[ItemKey, Milestone] = {}
    for row in world.county.milestones:
        known = world.known_by is None or row.recorded_at is None or row.recorded_at <= world.known_by
        if known and row.key.measure == measure.key.measure:
            newest[row.key] = row
    return list(newest.values())


def agreement_begin(world: World, code: str | None) -> date | None:
    begin = None
    for row in world.county.agreements:
        if row.code == code and (
            world.known_by is None or row.recorded_at is None or row.recorded_at <= world.known_by
        ):
            begin = row.begin.first
    return begin


def exists_from(world: World, measure: Measure) -> date | None:
    """The day a measure exists from (R0); None: it always existed."""
    days = []
    if measure.included is not None:
        days.append(measure.included.first)
    elif measure.agreement is not None:
        begin = agreement_begin(world, measure.agreement)
        if begin is not None:
            days.append(begin)
    elif measure.begin is not None:
        days.append(measure.begin.first)
    for item in [measure.key, *(milestone.key for milestone in milestones(world, measure))]:
        for entry in all_entries(world, item):
            days.append(entry.stated_on)
    return min(days) if days else None


def exists(world: World, measure: Measure) -> bool:
    first = exists_from(world, measure)
    return first is None or first <= world.day


def successor_exists(world: World, key: MeasureKey) -> bool:
    return any(other.predecessor == key and exists(world, other) for other in measures(world))


def counted(world: World, agreement: str) -> list[Measure]:
    """The measures a view counts at the Stichtag (R0); `agreement` is a Kürzel or `all`."""
    there = [measure for measure in measures(world) if exists(world, measure)]
    if agreement == "all":
        return [measure for measure in there if not successor_exists(world, measure.key.measure)]
    return [measure for measure in there if measure.agreement == agreement]


def own_state(world: World, item: ItemKey) -> State:
    """The state that an item's own newest entry says."""
    log = entries(world, item)
    return State(log[-1].status, "own", log[-1].stated_on) if log else NOTHING


def state(world: World, measure: Measure) -> State:
    """The state of a measure: its own, else what follows from its milestones (R2)."""
    own = own_state(world, measure.key)
    parts = [own_state(world, milestone.key) for milestone in milestones(world, measure)]
    days = [part.stated_on for part in parts if part.stated_on is not None]
    if own != NOTHING or not days:
        return own
    return State(from_milestones([part.status for part in parts if part.status not in LEFT]), "milestones", max(days))


def from_milestones(statuses: list[str]) -> str:
    """The status that follows from those of the milestones that have not left (R2)."""
    if not statuses:
        return "no_report"
    if all(status in FULFILLED for status in statuses):
        return "completed"
    if all(status == "postponed" for status in statuses):
        return "postponed"
    if any(status in FULFILLED or status in ("partly", "in_progress") for status in statuses):
        return "in_progress"
    if any(status == "preparing" for status in statuses):
        return "preparing"
    if any(status != "no_report" for status in statuses):
        return "not_started"
    return "no_report"


def staying(world: World, measure: Measure) -> list[Milestone]:
    """The milestones that have not left."""
    return [row for row in milestones(world, measure) if own_state(world, row.key).status not in LEFT]


def due(world: World, row: Measure | Milestone) -> date | None:
    """The Frist in force (R4)."""
    for entry in reversed(entries(world, row.key)):
        if entry.new_due is not None:
            return entry.new_due.last
    return row.due.last if row.due is not None else None


def first_due_and_shifts(world: World, row: Measure | Milestone) -> tuple[date | None, int]:
    """The first Frist and how often it was moved (R4)."""
    first = in_force = row.due.last if row.due is not None else None
    shifts = 0
    for entry in entries(world, row.key):
        if entry.new_due is None:
            continue
        if in_force is None:
            first = entry.new_due.last
        elif entry.new_due.last != in_force:
            shifts += 1
        in_force = entry.new_due.last
    return first, shifts


def is_alive(world: World, measure: Measure, milestone: Milestone | None) -> bool:
    """Whether a passed Frist of the item would make it overdue (R5)."""
    status = state(world, measure).status
    works = status in OPEN and status != "postponed"
    if milestone is None:
        return works and not measure.permanent
    if measure.permanent:
        works = status not in LEFT and status != "postponed"
    own = own_state(world, milestone.key).status
    return works and own in OPEN and own != "postponed"


def days_overdue(world: World, measure: Measure, milestone: Milestone | None = None) -> int:
    """Days since the Frist of an overdue item, else 0 (R5)."""
    frist = due(world, milestone or measure)
    if frist is None or not is_alive(world, measure, milestone):
        return 0
    return max(0, (world.day - frist).days)


def is_due_soon(world: World, measure: Measure, milestone: Milestone | None = None) -> bool:
    """Due in 0–30 days and not done (R6)."""
    frist = due(world, milestone or measure)
    return frist is not None and is_alive(world, measure, milestone) and 0 <= (frist - world.day).days <= SOON_DAYS


def office(measure: Measure, milestone: Milestone | None = None) -> str | None:
    """Who answers for an item (R5)."""
    if milestone is not None and milestone.responsible:
        return milestone.responsible
    return measure.responsible or None


def fulfilling_entry(world: World, item: ItemKey) -> ReportEntry | None:
    """The first entry of the unbroken run of fulfilled entries that reaches to the Stichtag (R6)."""
    first = None
    for entry in reversed(entries(world, item)):
        if entry.status not in FULFILLED:
            break
        first = entry
    return first


def fulfilled_since(world: World, measure: Measure) -> ReportEntry | None:
    """The entry since which a fulfilled measure is fulfilled, its own or of the last of its milestones (R6)."""
    if entries(world, measure.key):
        return fulfilling_entry(world, measure.key)
    found = [fulfilling_entry(world, row.key) for row in staying(world, measure)]
    return max(
        (entry for entry in found if entry is not None), key=lambda e: (e.stated_on, e.stated.first), default=None
    )


def due_before(world: World, row: Measure | Milestone, day: date) -> date | None:
    """The Frist in force before an entry with that Stand."""
    earlier = [
        entry.new_due for entry in entries(world, row.key) if entry.stated_on < day and entry.new_due is not None
    ]
    if earlier:
        return earlier[-1].last
    return row.due.last if row.due is not None else None


def schedule(world: World, measure: Measure) -> str:
    """The Terminlage of a measure (R6)."""
    status = state(world, measure).status
    if status in LEFT:
        return "left"
    if status in FULFILLED:
        since = fulfilled_since(world, measure)
        frist = due_before(world, measure, since.stated_on) if since is not None else None
        late = since is not None and frist is not None and since.stated.first > frist
        return "done_late" if late and not measure.permanent else "done"
    if status == "postponed":
        return "on_hold"
    frist = due(world, measure)
    if measure.permanent or frist is None:
        return "no_due"
    if frist < world.day:
        return "overdue"
    return "due_soon" if (frist - world.day).days <= SOON_DAYS else "on_plan"


def stale_days(world: World, measure: Measure) -> int | None:
    """How long nothing was reported of a stale measure (R7), None if it is not stale."""
    status = state(world, measure).status
    if status not in OPEN or status == "postponed":
        return None
    days = [entry.stated_on for entry in entries(world, measure.key)]
    for milestone in milestones(world, measure):
        days += [entry.stated_on for entry in entries(world, milestone.key)]
    newest = max(days) if days else exists_from(world, measure)
    if newest is None or (world.day - newest).days <= STALE_DAYS:
        return None
    return (world.day - newest).days
