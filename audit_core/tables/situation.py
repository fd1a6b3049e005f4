"""Where a county stands as of a Stichtag: the frozen figures that pages, documents and the command line show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from audit_core.agreement import natural
from audit_core.overdue import DueItem, Office, offices, overdue_items
from audit_core.standing import (
    ALL,
    Completion,
    MeasureState,
    MilestoneCount,
    Share,
    Standing,
    completion,
    counted,
    expected,
    milestone_count,
    progress,
    stale,
    statuses,
)


@dataclass(frozen=True, slots=True)
class OverdueCount:
    """How many measures and how many milestones are overdue (R5)."""

    measures: int
    milestones: int


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A Handlungsfeld in figures: completion (R8), progress (R9) and expected (R10) as 0…1, statuses, overdue."""

    number: str
    title: str
    completion: Completion
    progress: float | None
    expected: float | None
    expected_of: int
    statuses: Mapping[str, int]
    overdue: OverdueCount


@dataclass(frozen=True, slots=True)
class Situation:
    """All figures of a view (agreement, office) as of a Stichtag; `responsible` None means all offices."""

    as_of: date
    known_by: datetime | None
    agreement: str
    responsible: str | None
    completion: Completion
    milestones: MilestoneCount
    stale: Share
    overdue: OverdueCount
    fields: tuple[FieldRow, ...]
    offices: tuple[Office, ...]
    measures: tuple[MeasureState, ...]
    overdue_items: tuple[DueItem, ...]

    @property
    def statuses(self) -> Mapping[str, int]:
        return statuses(self.measures)


def situation(whole: Standing, agreement: str = ALL, responsible: str | None = None) -> Situation:
    """The figures of a view on a Stichtag."""
    measures = counted(whole, agreement, responsible)
    late = overdue_items(measures, responsible)
    by_field: dict[str, list[MeasureState]] = {f.number: [] for f in whole.known.county.fields_of_action}
    for measure in measures:
        by_field.setdefault(measure.measure.field_of_action, []).append(measure)
    titles = {f.number: f.title for f in whole.known.county.fields_of_action}
    late_of_office = offices(measures)
    if responsible is not None:
        late_of_office = tuple(office for office in late_of_office if office.responsible == responsible)
    return Situation(
        as_of=whole.as_of,
        known_by=whole.known.known_by,
        agreement=agreement,
        responsible=responsible,
        completion=completion(measures),
        milestones=milestone_count(measures),
        stale=stale(measures, responsible),
        overdue=_overdue_count(late),
        fields=tuple(_field_row(n, titles.get(n, ""), by_field[n], late) for n in sorted(by_field, key=natural)),
        offices=late_of_office,
        measures=measures,
        overdue_items=late,
    )


def _field_row(number: str, title: str, measures: Sequence[MeasureState], late: Sequence[DueItem]) -> FieldRow:
    mean, of = expected(measures)
    return FieldRow(
        number, title, completion(measures), progress(measures), mean, of, statuses(measures),
        _overdue_count([item for item in late if item.field_of_action == number]),
    )  # fmt: skip


def _overdue_count(late: Sequence[DueItem]) -> OverdueCount:
    milestones = sum(item.item.milestone is not None for item in late)
    return OverdueCount(len(late) - milestones, milestones)
