"""A Stichtag as a whole, the views on it, and what is counted of a set of measures (R0, R7–R10)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from audit_core.standing.history import History
from audit_core.standing.state import MeasureState, MilestoneState, measure_state
from audit_core.terms import ALL_CODE, RUNNING, has_left, is_fulfilled, is_open

ALL = ALL_CODE


@dataclass(frozen=True, slots=True)
class Standing:
    """Every measure that exists as of a Stichtag, in natural order."""

    known: History
    as_of: date
    measures: tuple[MeasureState, ...]


@dataclass(frozen=True, slots=True)
class Completion:
    """`n von of umgesetzt`, and beside it `permanent_running von permanent Daueraufgaben laufen` (R8)."""

    n: int
    of: int
    permanent_running: int
    permanent: int


@dataclass(frozen=True, slots=True)
class MilestoneCount:
    """Of the milestones that have not left (nor their measure) `n` are fulfilled; `open`: the rest of open measures."""

    n: int
    of: int
    open: int


@dataclass(frozen=True, slots=True)
class Share:
    """n of N."""

    n: int
    of: int


def standing(known: History, as_of: date) -> Standing:
    """The state of everything that exists as of a Stichtag."""
    return Standing(
        known,
        as_of,
        tuple(
            measure_state(known, measure, as_of)
            for measure in known.county.measures
            if known.exists(measure.key.measure, as_of)
        ),
    )


def counted(whole: Standing, agreement: str = ALL, responsible: str | None = None) -> tuple[MeasureState, ...]:
    """The measures a view counts: of an agreement, or all but those whose successor exists (R0); of an office."""
    if agreement == ALL:
        chosen = [m for m in whole.measures if not whole.known.taken_over(m.key.measure, whole.as_of)]
    else:
        chosen = [m for m in whole.measures if m.measure.agreement == agreement]
    if responsible is not None:
        chosen = [m for m in chosen if concerns(m, responsible)]
    return tuple(chosen)


def concerns(measure: MeasureState, office: str) -> bool:
    """Whether an office is responsible for a measure or has a milestone in it."""
    return measure.responsible == office or any(m.responsible == office for m in measure.milestones)


def own_items(
    measures: Iterable[MeasureState], responsible: str | None = None
) -> list[tuple[MeasureState, MeasureState | MilestoneState]]:
    """Measures and milestones with their measure; with an office only those it answers for itself (R5)."""
    items: list[tuple[MeasureState, MeasureState | MilestoneState]] = []
    for measure in measures:
        if responsible is None or measure.responsible == responsible:
            items.append((measure, measure))
        items.extend((measure, m) for m in measure.milestones if responsible is None or m.responsible == responsible)
    return items


def in_completion(measure: MeasureState) -> bool:
    """Whether a measure is in N: not left, no permanent task by the plan (R8)."""
    return not measure.measure.permanent and not has_left(measure.item.status)


def completion(measures: Iterable[MeasureState]) -> Completion:
    """Completion of a set of measures (R8)."""
    n = of = running = permanent = 0
    for measure in measures:
        status = measure.item.status
        if has_left(status):
            continue
        if measure.measure.permanent:
            permanent += 1
            running += status in RUNNING
        else:
            of += 1
            n += is_fulfilled(status)
    return Completion(n, of, running, permanent)


def milestone_count(measures: Iterable[MeasureState]) -> MilestoneCount:
    """Milestones of a set of measures, fulfilled and open (DESIGN §8)."""
    n = of = open_ = 0
    for measure in measures:
        if has_left(measure.item.status):
            continue
        for milestone in measure.milestones:
            if has_left(milestone.item.status):
                continue
            of += 1
            if is_fulfilled(milestone.item.status):
                n += 1
            elif is_open(measure.item.status):
                open_ += 1
    return MilestoneCount(n, of, open_)


def stale(measures: Iterable[MeasureState], responsible: str | None = None) -> Share:
    """Measures without a recent Meldung among those open and not postponed (R7); an office's are its own."""
    waiting = [
        m
        for m in measures
        if is_open(m.item.status) and not m.item.on_hold and (responsible is None or m.responsible == responsible)
    ]
    return Share(sum(m.stale_days is not None for m in waiting), len(waiting))


def statuses(measures: Iterable[MeasureState]) -> Mapping[str, int]:
    """How many measures have which status, keine Meldung among them."""
    return Counter(m.item.status for m in measures)


def progress(measures: Sequence[MeasureState]) -> float | None:
    """Progress of a set: weighted mean over its N, a missing figure is 0; None if N is 0 (R9)."""
    return _mean([(m.measure.weight, m.progress or 0.0) for m in measures if in_completion(m)])


def expected(measures: Sequence[MeasureState]) -> tuple[float | None, int]:
    """Expected progress of a set: weighted mean over those of its N that have one, and how many those are (R10)."""
    known = [(m.measure.weight, m.expected) for m in measures if in_completion(m) and m.expected is not None]
    return _mean(known), len(known)


def _mean(weighted: Sequence[tuple[Decimal, float]]) -> float | None:
    if not weighted:
        return None
    weights = [float(weight) for weight, _ in weighted]
    return sum(w * value for w, (_, value) in zip(weights, weighted, strict=True)) / sum(weights)
