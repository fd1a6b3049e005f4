"""The draft of the next agreement: what the plan and the decisions of a workshop make of each other."""

from dataclasses import dataclass
from datetime import date

from audit_core.agreement import Agreement, Measure, Milestone
from audit_core.standing import History
from audit_core.workshop.said import Words


@dataclass(frozen=True, slots=True)
class DraftMeasure:
    """A measure of the draft with its milestones; `subject` is where it comes from (a word of `subjects`).

    `decision` is a code of `terms.DECISION`, "" of a new measure. `gaps` says in German what it still lacks.
    """

    measure: Measure
    milestones: tuple[Milestone, ...]
    subject: str
    decision: str
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft: the agreement as it would be, its measures in their order, goals still without a measure.

    `undecided` are the open measures nobody has decided about, `gaps` what the draft as a whole lacks.
    """

    agreement: Agreement
    measures: tuple[DraftMeasure, ...]
    goals: tuple[tuple[str, str, str], ...]
    """(subject, number of the Handlungsfeld, title) of every new goal that no measure serves yet."""
    undecided: tuple[Measure, ...]
    gaps: tuple[str, ...] = ()


def draft_of(known: History, agreement: str, as_of: date, words: Words) -> Draft:
    """The draft of the agreement that follows `agreement`, from what is decided so far."""
    raise NotImplementedError
