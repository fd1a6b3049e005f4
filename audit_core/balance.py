"""Year on year (R11, R12): where every measure went, and which milestones came in time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from audit_core.errors import AuditError
from audit_core.standing import ALL, History, MeasureState, MilestoneState, Standing, concerns, counted
from audit_core.terms import BACK, FORWARD, NEW, OTHER, TAKEN_OVER, UNCHANGED, direction, has_left


@dataclass(frozen=True, slots=True)
class OnTime:
    """Milestones with a Frist in the year: fulfilled in time, fulfilled later, open (R12)."""

    on_time: int
    late: int
    open: int

    @property
    def of(self) -> int:
        return self.on_time + self.late + self.open


@dataclass(frozen=True, slots=True)
class Balance:
    """A year's balance: transitions (from, to) → count, sums of both sides, on-time count (R11, R12)."""

    year: int
    day_from: date
    day_to: date
    transitions: Mapping[tuple[str, str], int]
    totals_from: Mapping[str, int]
    totals_to: Mapping[str, int]
    on_time: OnTime

    def by_direction(self) -> Mapping[str, int]:
        """How many measures came forward, stayed, fell back, or moved otherwise."""
        found: Counter[str] = Counter({FORWARD: 0, UNCHANGED: 0, BACK: 0, OTHER: 0})
        for (old, new), count in self.transitions.items():
            found[direction(old, new)] += count
        return found

    def became(self, code: str) -> int:
        """How many measures came to a status in the year."""
        return sum(count for (old, new), count in self.transitions.items() if new == code != old)


def year_end(year: int, today: date, until: date | None = None) -> date:
    """The day a year is compared up to: its 31.12., or in the running year today or the chosen Stichtag (R11)."""
    if until is not None:
        if until.year != year:
            raise AuditError(f"Der {until:%d.%m.%Y} liegt nicht im Jahr {year}. Bitte einen Tag dieses Jahres wählen.")
        return until
    last = date(year, 12, 31)
    return today if today.year == year else last


def balance(
    before: Standing, after: Standing, agreement: str = ALL, responsible: str | None = None, field: str | None = None
) -> Balance:
    """Compare 31.12. of the year before with a day of the year for the measures of a view (R11)."""
    old = {m.key.measure: m for m in before.measures}
    moves: Counter[tuple[str, str]] = Counter()
    for measure in _viewed(after, agreement, responsible, field):
        key = measure.key.measure
        if agreement == ALL and after.known.taken_over(key, before.as_of):
            continue
        gone = agreement == ALL and after.known.taken_over(key, after.as_of)
        was = old[key].item.status if key in old else NEW
        moves[was, TAKEN_OVER if gone else measure.item.status] += 1
    totals_from: Counter[str] = Counter()
    totals_to: Counter[str] = Counter()
    for (was, became), count in moves.items():
        if was != NEW:
            totals_from[was] += count
        if became != TAKEN_OVER:
            totals_to[became] += count
    staying = [m for m in counted(after, agreement, responsible) if field in (None, m.measure.field_of_action)]
    return Balance(
        after.as_of.year, before.as_of, after.as_of, moves, totals_from, totals_to,
        on_time(after.known, staying, before.as_of, after.as_of.year),
    )  # fmt: skip


def on_time(known: History, measures: Iterable[MeasureState], before: date, year: int) -> OnTime:
    """Milestones whose Frist, at the year's start or when they came to exist, lies in the year (R12)."""
    in_time = late = still_open = 0
    for milestone, due in due_in(known, measures, before, year):
        fulfilment = milestone.item.fulfilment
        if fulfilment is None:
            still_open += 1
        elif fulfilment.first_reading <= due:
            in_time += 1
        else:
            late += 1
    return OnTime(in_time, late, still_open)


def due_in(
    known: History, measures: Iterable[MeasureState], before: date, year: int
) -> Iterator[tuple[MilestoneState, date]]:
    """Every milestone that R12 counts for a year, with the Frist that it had at the year's start or when it came."""
    for measure in measures:
        if has_left(measure.item.status):
            continue
        asked = before if measure.exists_from is None else max(before, measure.exists_from)
        for milestone in measure.milestones:
            due = known.tracks[milestone.key].due_at(asked)
            if not has_left(milestone.item.status) and due is not None and due.year == year:
                yield milestone, due


def _viewed(
    whole: Standing, agreement: str, responsible: str | None, field: str | None
) -> tuple[MeasureState, ...]:
    """The measures of a view with those that were taken over, which only a balance shows."""
    return tuple(
        m
        for m in whole.measures
        if agreement in (ALL, m.measure.agreement)
        and (responsible is None or concerns(m, responsible))
        and field in (None, m.measure.field_of_action)
    )
