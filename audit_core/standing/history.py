"""The log put in order: what counts of it at a Kenntnisstand, and what each entry made of its item (R0, R2, R4, R6)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from operator import attrgetter
from typing import NamedTuple

from audit_core.agreement import (
    Agreement,
    County,
    ItemKey,
    Measure,
    MeasureKey,
    Milestone,
    ReportEntry,
    is_known,
    item_order,
)
from audit_core.terms import is_fulfilled


class Fulfilment(NamedTuple):
    """The start of an unbroken run of fulfilled entries (R6), the first day its Stand can mean, the Frist before it."""

    since: date
    first_reading: date
    due_before: date | None

    @property
    def days_late(self) -> int:
        """Days by which even the first reading is after the Frist; 0 if in time or without a Frist."""
        return max(0, (self.first_reading - self.due_before).days) if self.due_before else 0


class Point(NamedTuple):
    """An item from one of its winning entries on: the entry, the Frist in force (R4), named percentage, fulfilment."""

    entry: ReportEntry
    first_due: date | None
    due: date | None
    shifts: int
    percentage: float | None
    fulfilment: Fulfilment | None


class Track(NamedTuple):
    """All points of an item in the order of their Stand, with their days for searching, and its Frist in the plan."""

    days: tuple[date, ...]
    points: tuple[Point, ...]
    planned_due: date | None

    def at(self, day: date) -> Point | None:
        """The item from its newest entry up to a day on; None before the first (R2)."""
        index = bisect_right(self.days, day)
        return self.points[index - 1] if index else None

    def due_at(self, day: date) -> date | None:
        """The Frist in force on a day (R4)."""
        point = self.at(day)
        return point.due if point else self.planned_due


@dataclass(frozen=True, slots=True)
class History:
    """A county as known at a Kenntnisstand: one version of each plan row and the winning entries of every item.

    `county` holds that one version, `stored` everything there is.
    """

    county: County
    stored: County
    known_by: datetime | None
    tracks: Mapping[ItemKey, Track]
    milestones: Mapping[MeasureKey, tuple[Milestone, ...]]
    exists_from: Mapping[MeasureKey, date | None]
    successors: Mapping[MeasureKey, tuple[MeasureKey, ...]]
    agreements: Mapping[str, Agreement]

    def exists(self, measure: MeasureKey, day: date) -> bool:
        """Whether a measure, and with it its milestones, exists on a day (R0)."""
        start = self.exists_from[measure]
        return start is None or start <= day

    def taken_over(self, measure: MeasureKey, day: date) -> bool:
        """Whether a successor of the measure exists on a day (R0, R11)."""
        return any(self.exists(successor, day) for successor in self.successors.get(measure, ()))


def history(county: County, known_by: datetime | None = None) -> History:
    """Put a county's log in order as known at a Kenntnisstand (None: all); one pass over the log."""
    plan = county.plan_known_by(known_by)
    winners = _winners(county.log, known_by)
    measures = sorted(plan.measures, key=lambda m: item_order(m.key))
    agreements = {agreement.code: agreement for agreement in plan.agreements}
    milestones: dict[MeasureKey, list[Milestone]] = {m.key.measure: [] for m in measures}
    for milestone in sorted(plan.milestones, key=lambda m: item_order(m.key)):
        if milestone.key.measure in milestones:
            milestones[milestone.key.measure].append(milestone)
    items: tuple[Measure | Milestone, ...] = (*measures, *plan.milestones)
    tracks = {item.key: _track(item, winners.get(item.key, ())) for item in items}
    exists_from = {
        m.key.measure: _exists_from(m, agreements, [tracks[key] for key in (m.key, *_keys(milestones[m.key.measure]))])
        for m in measures
    }
    successors: dict[MeasureKey, list[MeasureKey]] = defaultdict(list)
    for measure in measures:
        if measure.predecessor is not None:
            successors[measure.predecessor].append(measure.key.measure)
    return History(
        county=replace(plan, measures=tuple(measures)),
        stored=county,
        known_by=known_by,
        tracks=tracks,
        milestones={key: tuple(rows) for key, rows in milestones.items()},
        exists_from=exists_from,
        successors={key: tuple(rows) for key, rows in successors.items()},
        agreements=agreements,
    )


def _keys(milestones: Iterable[Milestone]) -> Iterable[ItemKey]:
    return (milestone.key for milestone in milestones)


def _winners(log: Iterable[ReportEntry], known_by: datetime | None) -> dict[ItemKey, list[ReportEntry]]:
    """Per item the entries that count, in the order of their Stand: of one key only the last recorded (R2)."""
    counting = [entry for entry in log if is_known(entry, known_by)]
    counting.sort(key=attrgetter("stated_on", "recorded_at", "sequence"))
    by_item: dict[ItemKey, dict[date, ReportEntry]] = defaultdict(dict)
    for entry in counting:
        by_item[entry.item][entry.stated_on] = entry
    return {item: list(entries.values()) for item, entries in by_item.items()}


def _track(item: Measure | Milestone, entries: Iterable[ReportEntry]) -> Track:
    planned = item.due.last if item.due else None
    first_due = due = planned
    shifts, percentage, fulfilment = 0, None, None
    points = []
    for entry in entries:
        if not is_fulfilled(entry.status):
            fulfilment = None
        elif fulfilment is None:
            fulfilment = Fulfilment(entry.stated_on, entry.stated.first, due)
        if entry.new_due is not None:
            if due is None:
                first_due = entry.new_due.last
            elif entry.new_due.last != due:
                shifts += 1
            due = entry.new_due.last
        if entry.progress is not None:
            percentage = float(entry.progress) / 100
        points.append(Point(entry, first_due, due, shifts, percentage, fulfilment))
    return Track(tuple(point.entry.stated_on for point in points), tuple(points), planned)


def _exists_from(measure: Measure, agreements: Mapping[str, Agreement], tracks: list[Track]) -> date | None:
    begin = measure.begin
    if measure.agreement is not None and measure.agreement in agreements:
        begin = agreements[measure.agreement].begin
    planned = measure.included or begin
    first_entries = [track.days[0] for track in tracks if track.days]
    return min([*first_entries, *([planned.first] if planned else [])], default=None)
