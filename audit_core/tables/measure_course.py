"""The time line of a measure: a row for it and each milestone, with every Frist, what ran when, and what to write."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from audit_core import terms
from audit_core.standing import History, ItemState, MeasureState, MilestoneState
from audit_core.standing.history import Point, Track
from audit_core.wording.numbers import NO_BREAK, day, days, times
from audit_core.wording.words import label

# What is drawn as a line while it lasts: something goes on, or waits on purpose.
LASTING = ("preparing", "in_progress", "partly", "ongoing", "postponed")
Tone = Literal["overdue", "done", "quiet"]
Side = Literal["before", "after", "above"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which an item had one status (a code)."""

    status: str
    begin: date
    end: date


@dataclass(frozen=True, slots=True)
class Remark:
    """Words beside a day of a row: where they would best stand; without a day beside the name."""

    text: str
    when: date | None
    side: Side
    tone: Tone = "quiet"


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One row: the measure (`number` is empty) or a milestone.

    `moved` are all Fristen that were in force before `due`, the first Frist first; `begun` is where its present status
    begins while it is not reached; `beyond` is the time beyond the Frist.
    """

    number: str
    title: str
    status: str
    due: date | None
    moved: tuple[date, ...]
    stretches: tuple[Stretch, ...]
    begun: date | None
    reached: date | None
    beyond: tuple[date, date] | None
    remarks: tuple[Remark, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """Every day the row shows."""
        shown = [self.due, self.begun, self.reached, *self.moved, *(self.beyond or ())]
        return tuple(when for when in (*shown, *(s.begin for s in self.stretches)) if when is not None)


def course_rows(known: History, state: MeasureState, as_of: date) -> tuple[CourseRow, ...]:
    """The rows of a measure: itself if it has a Frist or no milestones, then its milestones."""
    items: list[MeasureState | MilestoneState] = [*state.milestones]
    if state.item.due is not None or not items:
        items.insert(0, state)
    return tuple(_row(known.tracks[item.key], item, as_of) for item in items)


def _row(track: Track, state: MeasureState | MilestoneState, as_of: date) -> CourseRow:
    item = state.item
    points = [point for point in track.points if point.entry.stated_on <= as_of]
    reached = item.fulfilment.since if item.fulfilment is not None else None
    beyond = None
    if item.days_overdue and item.due is not None:
        beyond = (item.due, as_of)
    elif item.days_late and item.fulfilment is not None and item.fulfilment.due_before is not None:
        beyond = (item.fulfilment.due_before, item.fulfilment.since)
    run = _run(points) if reached is None else None
    moved = tuple(_moved(track, points))
    return CourseRow(
        state.key.milestone or "",
        state.title if isinstance(state, MilestoneState) else "Maßnahme insgesamt",
        item.status, item.due, moved, tuple(_stretches(points, as_of)), run.entry.stated_on if run else None, reached,
        beyond, tuple(_remarks(item, points, moved, run, as_of)),
    )  # fmt: skip


def _moved(track: Track, points: list[Point]) -> Iterator[date]:
    """The Fristen in force before the present one, in their order (R4)."""
    before = track.planned_due
    for point in points:
        if point.due != before and before is not None:
            yield before
        before = point.due


def _run(points: list[Point]) -> Point | None:
    """The entry from which the newest status has lasted."""
    first = None
    for point in reversed(points):
        if point.entry.status != points[-1].entry.status:
            break
        first = point
    return first


def _stretches(points: list[Point], as_of: date) -> Iterator[Stretch]:
    """The lasting statuses, those of neighbouring entries joined."""
    runs = [list(run) for _, run in groupby((point.entry for point in points), key=lambda entry: entry.status)]
    ends = [run[0].stated_on for run in runs[1:]] + [as_of]
    for run, end in zip(runs, ends, strict=False):
        if run[0].status in LASTING and run[0].stated_on < end:
            yield Stretch(run[0].status, run[0].stated_on, end)


def _remarks(
    item: ItemState, points: list[Point], moved: tuple[date, ...], run: Point | None, as_of: date
) -> Iterator[Remark]:
    """What is written into a row: its status, its first Frist, how often it moved, its Frist or how late it is."""
    row = terms.STATUS[item.status]
    if run is not None:
        lasts = f" seit {run.entry.stated.text}" if item.status != "not_started" else ""
        yield Remark(f"{row.symbol}{NO_BREAK}{row.label}{lasts}{_hanging(item)}", run.entry.stated_on, "before")
    elif item.fulfilment is None:
        yield Remark(f"{row.symbol}{NO_BREAK}{label(item.status)}{_hanging(item)}", None, "before")
    else:
        yield Remark(_reached(item, points, moved), item.fulfilment.since, "after", "done")
    if moved and item.due is not None:
        yield Remark(f"erste Frist {day(moved[0])}", moved[0], "before")
        often = "" if item.shifts == 1 else f"{times(item.shifts)} "
        soon = f", {terms.SCHEDULE['due_soon'].label}" if item.schedule == "due_soon" else ""
        yield Remark(f"{often}verschoben auf {day(item.due)}{soon}", item.due, "above")
    if item.fulfilment is None and item.due is not None and (not moved or item.schedule == "overdue"):
        yield _about_due(item, bool(moved), as_of)


def _about_due(item: ItemState, moved: bool, as_of: date) -> Remark:
    if item.schedule == "overdue":
        since = "" if moved else f", Frist {day(item.due)}"
        sign = terms.SCHEDULE["overdue"].symbol
        return Remark(f"{sign}{NO_BREAK}{days(item.days_overdue)} überfällig{since}", as_of, "after", "overdue")
    soon = terms.SCHEDULE["due_soon"]
    word = f"{soon.symbol}{NO_BREAK}{soon.label}, " if item.schedule == "due_soon" else ""
    return Remark(f"{word}Frist {day(item.due)}", item.due, "after")


def _hanging(item: ItemState) -> str:
    """The Terminlage of what has no Frist to run against."""
    if item.schedule == "no_due" and item.due is None:
        return ", ohne Frist"
    if item.schedule == "on_hold" and item.status != "postponed":
        return ", ruht"
    return ""


def _reached(item: ItemState, points: list[Point], moved: tuple[date, ...]) -> str:
    """When an item was reached in the office's wording, and how that lies to its Frist."""
    fulfilment = item.fulfilment
    assert fulfilment is not None
    since = next((p.entry.stated.text for p in points if p.entry.stated_on == fulfilment.since), day(fulfilment.since))
    row = terms.STATUS[item.status]
    ongoing = f"{row.label} seit " if item.status == "ongoing" else ""
    start = f"{row.symbol}{NO_BREAK}{ongoing}{since}"
    if item.days_late:
        which = "" if moved else f" {day(fulfilment.due_before)}"
        return f"{start}, {days(item.days_late)} nach der Frist{which}"
    if item.due is None or moved:
        return start
    return f"{start}, Frist {day(item.due)}"
