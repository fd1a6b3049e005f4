"""The state of every measure and milestone as of a Stichtag (R2, R4–R7, R9, R10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from audit_core.agreement import ItemKey, Measure, Milestone, ReportEntry
from audit_core.standing.history import Fulfilment, History, Point
from audit_core.terms import has_left, is_fulfilled, is_open

DUE_SOON_DAYS = 30
STALE_DAYS = 183


@dataclass(frozen=True, slots=True)
class ItemState:
    """What measures and milestones have in common as of a Stichtag.

    `status_from` is `own`, `milestones` or None (no Meldung); `schedule` a code of terms.SCHEDULE or None (R6: none);
    `days_overdue` is 0 unless overdue, `days_late` 0 unless fulfilled late; `entry` is the newest own Meldung.
    """

    status: str
    status_from: str | None
    stated_on: date | None
    first_due: date | None
    due: date | None
    shifts: int
    schedule: str | None
    days_overdue: int
    days_late: int
    fulfilment: Fulfilment | None
    entry: ReportEntry | None

    @property
    def on_hold(self) -> bool:
        return self.status == "postponed"


@dataclass(frozen=True, slots=True)
class MilestoneState:
    """A milestone as of a Stichtag; `responsible` is its own office, else its measure's (R5)."""

    milestone: Milestone
    responsible: str | None
    item: ItemState

    @property
    def key(self) -> ItemKey:
        return self.milestone.key

    @property
    def title(self) -> str:
        return self.milestone.title


@dataclass(frozen=True, slots=True)
class MeasureState:
    """A measure as of a Stichtag with its milestones; `stale_days` is None unless stale (R7).

    `progress` (R9) and `expected` (R10) are 0…1 or None; `last_report` is the newest Stand, its milestones' included.
    """

    measure: Measure
    milestones: tuple[MilestoneState, ...]
    item: ItemState
    progress: float | None
    expected: float | None
    last_report: date | None
    stale_days: int | None
    exists_from: date | None

    @property
    def key(self) -> ItemKey:
        return self.measure.key

    @property
    def title(self) -> str:
        return self.measure.title

    @property
    def responsible(self) -> str | None:
        return self.measure.responsible


def measure_state(known: History, measure: Measure, as_of: date) -> MeasureState:
    """The state of one measure as of a Stichtag; it must exist then (R0)."""
    plan = known.milestones[measure.key.measure]
    points = [known.tracks[milestone.key].at(as_of) for milestone in plan]
    own = known.tracks[measure.key].at(as_of)
    planned_due = known.tracks[measure.key].planned_due
    status, status_from, stated_on, fulfilment = _status(own, points, planned_due)
    due = own.due if own else planned_due
    schedule, days_overdue = _schedule(status, due, fulfilment, as_of, measure.permanent)
    item = ItemState(
        status, status_from, stated_on, own.first_due if own else planned_due, due, own.shifts if own else 0,
        schedule, days_overdue, _days_late(schedule, fulfilment), fulfilment, own.entry if own else None,
    )  # fmt: skip
    milestones = tuple(
        _milestone_state(known, measure, status, milestone, point, as_of)
        for milestone, point in zip(plan, points, strict=True)
    )
    newest = max((point.entry.stated_on for point in (own, *points) if point), default=None)
    exists_from = known.exists_from[measure.key.measure]
    return MeasureState(
        measure, milestones, item,
        _progress(status, own, milestones), _expected(known, measure, milestones, due, as_of), newest,
        _stale_days(status, newest or exists_from, as_of), exists_from,
    )  # fmt: skip


def _status(
    own: Point | None, milestones: Sequence[Point | None], planned_due: date | None
) -> tuple[str, str | None, date | None, Fulfilment | None]:
    """Status, where it comes from, its Stand, and the run that fulfils it (R2, R6)."""
    if own is not None:
        return own.entry.status, "own", own.entry.stated_on, own.fulfilment
    reported = [point for point in milestones if point is not None]
    if not reported:
        return "no_report", None, None, None
    status = _status_from(["no_report" if point is None else point.entry.status for point in milestones])
    fulfilment = None
    if is_fulfilled(status):
        runs = [point.fulfilment for point in reported if point.fulfilment is not None]
        last = max(runs, key=lambda run: run[:2])
        fulfilment = last._replace(due_before=planned_due)
    return status, "milestones", max(point.entry.stated_on for point in reported), fulfilment


def _status_from(statuses: Sequence[str]) -> str:
    """The status of a measure that follows from those of its milestones (R2)."""
    staying = [status for status in statuses if not has_left(status)]
    if staying and all(is_fulfilled(status) for status in staying):
        return "completed"
    if staying and all(status == "postponed" for status in staying):
        return "postponed"
    if any(is_fulfilled(status) or status in ("partly", "in_progress") for status in staying):
        return "in_progress"
    if "preparing" in staying:
        return "preparing"
    return "not_started" if any(status != "no_report" for status in staying) else "no_report"


def _schedule(
    status: str, due: date | None, fulfilment: Fulfilment | None, as_of: date, permanent: bool = False
) -> tuple[str, int]:
    """Terminlage and days overdue of an item whose measure lets it run (R5, R6)."""
    if has_left(status):
        return "left", 0
    if is_fulfilled(status):
        late = fulfilment is not None and fulfilment.days_late and not permanent
        return ("done_late" if late else "done"), 0
    if status == "postponed":
        return "on_hold", 0
    if permanent or due is None:
        return "no_due", 0
    days = (as_of - due).days
    if days > 0:
        return "overdue", days
    return ("due_soon" if days >= -DUE_SOON_DAYS else "on_plan"), 0


def _days_late(schedule: str | None, fulfilment: Fulfilment | None) -> int:
    return fulfilment.days_late if fulfilment is not None and schedule == "done_late" else 0


def _milestone_state(
    known: History, measure: Measure, measure_status: str, milestone: Milestone, point: Point | None, as_of: date
) -> MilestoneState:
    planned_due = known.tracks[milestone.key].planned_due
    status = point.entry.status if point else "no_report"
    due = point.due if point else planned_due
    fulfilment = point.fulfilment if point else None
    schedule: str | None
    schedule, days_overdue = _schedule(status, due, fulfilment, as_of)
    if is_open(status):
        if has_left(measure_status) or (is_fulfilled(measure_status) and not measure.permanent):
            schedule, days_overdue = None, 0
        elif measure_status == "postponed":
            schedule, days_overdue = "on_hold", 0
    item = ItemState(
        status, "own" if point else None, point.entry.stated_on if point else None,
        point.first_due if point else planned_due, due, point.shifts if point else 0,
        schedule, days_overdue, _days_late(schedule, fulfilment), fulfilment, point.entry if point else None,
    )  # fmt: skip
    return MilestoneState(milestone, milestone.responsible or measure.responsible, item)


def _progress(status: str, own: Point | None, milestones: Sequence[MilestoneState]) -> float | None:
    """Progress of a measure (R9)."""
    if has_left(status):
        return None
    if is_fulfilled(status):
        return 1.0
    staying = [m for m in milestones if not has_left(m.item.status)]
    percentage = own.percentage if own else None
    if staying and (percentage is None or any(m.item.entry is not None for m in staying)):
        return _share(staying, [m for m in staying if is_fulfilled(m.item.status)])
    return percentage


def _expected(
    known: History, measure: Measure, milestones: Sequence[MilestoneState], due: date | None, as_of: date
) -> float | None:
    """Expected progress of a measure (R10)."""
    staying = [m for m in milestones if not has_left(m.item.status)]
    if staying:
        dues = [m.item.due or due for m in staying]
        if all(day is None for day in dues):
            return None
        return _share(staying, [m for m, day in zip(staying, dues, strict=True) if day is not None and day <= as_of])
    begin = measure.begin
    if begin is None and measure.agreement is not None and measure.agreement in known.agreements:
        begin = known.agreements[measure.agreement].begin
    if begin is None or due is None:
        return None
    if as_of >= due:
        return 1.0
    if as_of <= begin.first:
        return 0.0
    return (as_of - begin.first).days / (due - begin.first).days


def _share(whole: Sequence[MilestoneState], part: Sequence[MilestoneState]) -> float:
    total = sum(m.milestone.weight for m in whole)
    return float(sum(m.milestone.weight for m in part) / total)


def _stale_days(status: str, newest: date | None, as_of: date) -> int | None:
    if not is_open(status) or status == "postponed" or newest is None:
        return None
    days = (as_of - newest).days
    return days if days > STALE_DAYS else None
