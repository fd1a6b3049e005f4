"""How far the plan of a county has come: the parts it is loaded in, in their order, and which of them comes next."""

from dataclasses import dataclass

from audit_core.agreement import County
from audit_core.columns import (
    HANDLUNGSFELDER,
    LANDKREIS,
    MASSNAHMEN,
    MEILENSTEINE,
    MELDUNGEN,
    ZIELVEREINBARUNGEN,
    ExchangeFile,
)


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One exchange file of the way in with how many rows of it are there; `is_next` is the first that is missing."""

    place: int
    file: ExchangeFile
    rows: int
    is_next: bool


def plan_parts(plan: County) -> tuple[PlanPart, ...]:
    """The parts of a plan, of which `plan` has one version of every row, and last the Meldungen."""
    counts = (
        (LANDKREIS, int(bool(plan.name))), (HANDLUNGSFELDER, len(plan.fields_of_action)),
        (ZIELVEREINBARUNGEN, len(plan.agreements)), (MASSNAHMEN, len(plan.measures)),
        (MEILENSTEINE, len(plan.milestones)),
        (MELDUNGEN, sum(entry.revoked_at is None for entry in plan.log)),
    )  # fmt: skip
    missing = next((file for file, rows in counts if not rows), None)
    return tuple(PlanPart(place, file, rows, file is missing) for place, (file, rows) in enumerate(counts, 1))


def next_part(plan: County) -> PlanPart | None:
    """The first part that is missing, if any."""
    return next((part for part in plan_parts(plan) if part.is_next), None)


def is_empty(plan: County) -> bool:
    """Whether nothing at all is there."""
    rows = (
        plan.fields_of_action, plan.agreements, plan.measures, plan.milestones, plan.consultations, plan.events,
        plan.key_figures,
    )  # fmt: skip
    return not plan.name and not any(rows)
