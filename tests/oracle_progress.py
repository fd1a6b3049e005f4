"""The rules R8–R10, naively: completion, progress and expected progress of a measure and of a set of measures."""

from fractions import Fraction
from typing import Any

from oracle_items import (
    FULFILLED,
    LEFT,
    RUNNING,
    World,
    agreement_begin,
    due,
    entries,
    own_state,
    state,
    staying,
)

from audit_core.agreement import Measure, Milestone


def completion(world: World, rows: list[Measure]) -> dict[str, Any]:
    """R8 of a set of measures."""
    permanent = [row for row in rows if row.permanent and state(world, row).status not in LEFT]
    return {
        "n": len([row for row in in_n(world, rows) if state(world, row).status in FULFILLED]),
        "of": len(in_n(world, rows)),
        "permanent_running": len([row for row in permanent if state(world, row).status in RUNNING]),
        "permanent": len(permanent),
    }


def in_n(world: World, rows: list[Measure]) -> list[Measure]:
    """The N of a set: neither left nor permanent."""
    return [row for row in rows if not row.permanent and state(world, row).status not in LEFT]


def field_progress(world: World, rows: list[Measure]) -> Fraction | None:
    """The mean over N, weighted; a missing figure counts as 0 (R9)."""
    return mean([(Fraction(row.weight), progress(world, row) or Fraction(0)) for row in in_n(world, rows)])


def field_expected(world: World, rows: list[Measure]) -> tuple[Fraction | None, int]:
    """The weighted mean over the measures of N that have a figure, and how many these are (R10)."""
    figures = [(Fraction(row.weight), expected(world, row)) for row in in_n(world, rows)]
    known = [(size, figure) for size, figure in figures if figure is not None]
    return mean(known), len(known)


def mean(figures: list[tuple[Fraction, Fraction]]) -> Fraction | None:
    if not figures:
        return None
    return sum((size * figure for size, figure in figures), Fraction(0)) / sum(size for size, _ in figures)


def progress(world: World, measure: Measure) -> Fraction | None:
    """R9."""
    status = state(world, measure).status
    if status in LEFT:
        return None
    if status in FULFILLED:
        return Fraction(1)
    parts = staying(world, measure)
    named = [entry.progress for entry in entries(world, measure.key) if entry.progress is not None]
    if parts and (not named or any(entries(world, row.key) for row in parts)):
        done = [row for row in parts if own_state(world, row.key).status in FULFILLED]
        return weight(done) / weight(parts)
    return Fraction(named[-1]) / 100 if named else None


def expected(world: World, measure: Measure) -> Fraction | None:
    """R10."""
    frist = due(world, measure)
    parts = staying(world, measure)
    if parts:
        dates = [(row, due(world, row) or frist) for row in parts]
        if all(day is None for _, day in dates):
            return None
        return weight([row for row, day in dates if day is not None and day <= world.day]) / weight(parts)
    begin = measure.begin.first if measure.begin is not None else agreement_begin(world, measure.agreement)
    if begin is None or frist is None:
        return None
    if world.day >= frist:
        return Fraction(1)
    if world.day <= begin:
        return Fraction(0)
    return Fraction((world.day - begin).days, (frist - begin).days)


def weight(rows: list[Milestone]) -> Fraction:
    return sum((Fraction(row.weight) for row in rows), Fraction(0))
