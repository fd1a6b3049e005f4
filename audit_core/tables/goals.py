"""The tree of an agreement: Handlungsfeld, Ziel, measures with their office and status on the Stichtag."""

from dataclasses import dataclass

from audit_core.agreement import MeasureKey
from audit_core.standing import ALL, Completion, MeasureState, completion
from audit_core.tables.situation import Situation
from audit_core.terms import NO_OFFICE
from audit_core.wording import audit as wording
from audit_core.wording.fields import NO_GOAL


@dataclass(frozen=True, slots=True)
class Leaf:
    """A measure of the tree; `below` is its office, in a view of all agreements with the Kürzel of its own."""

    key: MeasureKey
    title: str
    below: str
    status: str


@dataclass(frozen=True, slots=True)
class GoalBranch:
    """A goal with its measures in natural order."""

    title: str
    remark: str
    measures: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class FieldBranch:
    """A Handlungsfeld with its goals in the order of their first measure."""

    number: str
    title: str
    remark: str
    measures: int
    completion: Completion
    goals: tuple[GoalBranch, ...]


def goal_tree(now: Situation) -> tuple[FieldBranch, ...]:
    """The tree of a view; a Handlungsfeld without a measure has no branch."""
    branches = []
    for row in now.fields:
        by_goal: dict[str, list[MeasureState]] = {}
        total = 0
        for state in now.measures:
            if state.measure.field_of_action == row.number:
                by_goal.setdefault(state.measure.goal, []).append(state)
                total += 1
        if total:
            title, remark = f"{row.number} {row.title}".strip(), wording.branch_remark(total, row.completion)
            goals = tuple(_goal(title, states, now.agreement == ALL) for title, states in by_goal.items())
            branches.append(FieldBranch(row.number, title, remark, total, row.completion, goals))
    return tuple(branches)


def _goal(title: str, states: list[MeasureState], everything: bool) -> GoalBranch:
    remark = wording.goal_remark(len(states), completion(states))
    return GoalBranch(title or NO_GOAL, remark, tuple(_leaf(state, everything) for state in states))


def _leaf(state: MeasureState, everything: bool) -> Leaf:
    office = state.responsible or NO_OFFICE
    code = state.measure.agreement if everything else None
    below = f"{code} · {office}" if code else office
    return Leaf(state.key.measure, f"{state.measure.number} {state.title}", below, state.item.status)
