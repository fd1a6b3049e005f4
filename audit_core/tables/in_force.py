"""What is in force about one measure or milestone on a day: what somebody sees beside the Meldung they write."""

from dataclasses import dataclass
from datetime import date

from audit_core.agreement import ItemKey, ReportEntry
from audit_core.standing import History, ItemState, MeasureState, MilestoneState
from audit_core.standing.state import measure_state
from audit_core.terms import NO_OFFICE, SCHEDULE
from audit_core.wording.numbers import count, day, percent

FROM_MILESTONES = "aus den Meilensteinen"


@dataclass(frozen=True, slots=True)
class InForce:
    """A measure or milestone as of a day, in words; `status` is a code.

    `stated` is the wording of the Stand or "", `replaced` the Meldung of this very Stand that a new one would replace.
    """

    title: str
    status: str
    facts: tuple[tuple[str, str], ...]
    text: str
    exists: bool
    replaced: ReportEntry | None


def in_force(known: History, key: ItemKey, as_of: date) -> InForce | None:
    """What is in force about an item of the plan; None where the plan has it no more."""
    seen = _state(known, key, as_of)
    if seen is None:
        return None
    entry = seen.item.entry
    return InForce(
        seen.title, seen.item.status, _facts(seen), entry.text if entry else "", known.exists(key.measure, as_of),
        entry if entry and entry.stated_on == as_of else None,
    )  # fmt: skip


def _state(known: History, key: ItemKey, as_of: date) -> MeasureState | MilestoneState | None:
    measure = next((row for row in known.county.measures if row.key.measure == key.measure), None)
    if measure is None:
        return None
    whole = measure_state(known, measure, as_of)
    return whole if key.milestone is None else next((row for row in whole.milestones if row.key == key), None)


def _facts(seen: MeasureState | MilestoneState) -> tuple[tuple[str, str], ...]:
    """Stand, Frist and Fortschritt; what is not known is a dash, so that nobody looks for it."""
    state = seen.item
    stated = state.entry.stated.text if state.entry else day(state.stated_on)
    if state.status_from == "milestones":
        stated = f"{stated} ({FROM_MILESTONES})"
    return (
        ("Stand", stated),
        ("Frist", _due(state)),
        ("Fortschritt", percent(_progress(seen))),
        ("Zuständig", seen.responsible or NO_OFFICE),
    )


def _due(state: ItemState) -> str:
    if state.due is None:
        return SCHEDULE["no_due"].label
    if state.days_overdue:
        overdue = SCHEDULE["overdue"]
        return f"{day(state.due)} ({overdue.symbol} seit {_days(state.days_overdue)} {overdue.label})"
    return day(state.due)


def _days(n: int) -> str:
    return count(n, "Tag", "Tagen")


def _progress(seen: MeasureState | MilestoneState) -> float | None:
    """Of a measure its progress (R9), of a milestone what its newest Meldung names; 0…1."""
    if isinstance(seen, MeasureState):
        return seen.progress
    named = seen.item.entry.progress if seen.item.entry else None
    return None if named is None else float(named) / 100
