"""What a Stichtag leaves out: Meldungen of a view that speak of a later day (R2)."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from audit_core.agreement import Measure
from audit_core.standing import ALL, History


@dataclass(frozen=True, slots=True)
class LaterEntries:
    """How many Meldungen count only after a Stichtag, and the last day they speak of."""

    count: int
    last: date | None


def later_entries(
    known: History, as_of: date, agreement: str = ALL, responsible: str | None = None
) -> LaterEntries:
    """Of the measures of a view, milestones included; of one key only the Meldung that counts."""
    later = [
        day
        for measure in known.county.measures
        if agreement in (ALL, measure.agreement) and (responsible is None or _concerns(known, measure, responsible))
        for days in _days(known, measure)
        for day in days[bisect_right(days, as_of) :]
    ]
    return LaterEntries(len(later), max(later, default=None))


def _concerns(known: History, measure: Measure, office: str) -> bool:
    """As `standing.concerns`, by the plan: a measure may not exist yet on the Stichtag."""
    milestones = known.milestones[measure.key.measure]
    return measure.responsible == office or any(milestone.responsible == office for milestone in milestones)


def _days(known: History, measure: Measure) -> Iterator[tuple[date, ...]]:
    yield known.tracks[measure.key].days
    for milestone in known.milestones[measure.key.measure]:
        yield known.tracks[milestone.key].days
